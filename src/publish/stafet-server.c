/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Accepts connections, reads one request from each, and writes one answer.
 */
#include "stafet-server.h"

#include "core/stafet-error.h"
#include "core/stafet-i18n.h"
#include "stafet-publish.h"

#include <string.h>

/* Of what a client sends after its request, so much is read and thrown away before the connection closes:
 * bytes that lie unread would make the system take the answer back (RFC 9112 §9.6). For so long at most. */
#define LINGER_BYTES 4194304
#define LINGER_MS 1000
#define NAME_MAX_LENGTH 64
#define CHUNK 16384

struct _StafetServer
{
  GSocketService *service; /* owned */
  char *address;           /* owned */
  gboolean loopback;
  StafetClock *clock; /* owned */
  const StafetServerSource *source;
  gpointer data;
  GHashTable *clients; /* a set of Client, which are counted */
};

/* One connection. Whatever is under way holds a reference; the server's set holds one until it is closed. */
typedef struct
{
  StafetServer *server;      /* borrowed; NULL once the connection is closed */
  GSocketConnection *stream; /* owned */
  GCancellable *cancellable; /* owned */
  guint deadline;            /* source, or 0 */
  GString *head;             /* owned */
  StafetHttpRequest request; /* borrows from @head */
  GBytes *reply;             /* owned, nullable */
  gsize written, lingered;
  char chunk[CHUNK];
} Client;

/* ——— Connections ——— */

static void
clear_client (gpointer data)
{
  Client *client = data;

  g_object_unref (client->stream);
  g_object_unref (client->cancellable);
  g_string_free (client->head, TRUE);
  g_clear_pointer (&client->reply, g_bytes_unref);
}

static void
client_unref (gpointer data)
{
  g_rc_box_release_full (data, clear_client);
}

/* What is under way comes back cancelled; with the last of it the socket closes. */
static void
close_client (Client *client)
{
  StafetServer *server = g_steal_pointer (&client->server);

  if (server == NULL)
    return;
  g_clear_handle_id (&client->deadline, g_source_remove);
  g_cancellable_cancel (client->cancellable);
  g_hash_table_remove (server->clients, client);
  if (g_hash_table_size (server->clients) < STAFET_SERVER_CONNECTIONS)
    g_socket_service_start (server->service);
}

static gboolean
too_slow_cb (gpointer data)
{
  Client *client = data;

  client->deadline = 0;
  close_client (client);
  return G_SOURCE_REMOVE;
}

static void
give_time (Client *client, guint milliseconds)
{
  g_clear_handle_id (&client->deadline, g_source_remove);
  client->deadline = g_timeout_add (milliseconds, too_slow_cb, client);
}

/* ——— Farewell ——— */

static void linger (Client *client);

static void
lingered_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Client *client = data;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (object), result, NULL);

  client->lingered += (gsize) MAX (n, 0);
  if (client->server != NULL && n > 0 && client->lingered < LINGER_BYTES)
    linger (client);
  else
    close_client (client);
  client_unref (client);
}

static void
linger (Client *client)
{
  g_input_stream_read_async (g_io_stream_get_input_stream (G_IO_STREAM (client->stream)), client->chunk,
                             CHUNK, G_PRIORITY_LOW, client->cancellable, lingered_cb,
                             g_rc_box_acquire (client));
}

static void
begin_farewell (Client *client)
{
  GSocket *socket = g_socket_connection_get_socket (client->stream);

  if (!g_socket_shutdown (socket, FALSE, TRUE, NULL))
    {
      close_client (client);
      return;
    }
  give_time (client, LINGER_MS);
  linger (client);
}

/* ——— The answer ——— */

static void write_on (Client *client);

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Client *client = data;
  gssize n = g_output_stream_write_finish (G_OUTPUT_STREAM (object), result, NULL);

  if (client->server != NULL && n <= 0)
    close_client (client);
  else if (client->server != NULL)
    {
      client->written += (gsize) n;
      write_on (client);
    }
  client_unref (client);
}

static void
write_on (Client *client)
{
  gsize length;
  const char *bytes = g_bytes_get_data (client->reply, &length);

  if (client->written == length)
    {
      begin_farewell (client);
      return;
    }
  give_time (client, STAFET_SERVER_PATIENCE_MS);
  g_output_stream_write_async (g_io_stream_get_output_stream (G_IO_STREAM (client->stream)),
                               bytes + client->written, MIN (length - client->written, 4 * CHUNK),
                               G_PRIORITY_DEFAULT, client->cancellable, written_cb,
                               g_rc_box_acquire (client));
}

/* Takes @reply. */
static void
answer (Client *client, GBytes *reply)
{
  client->reply = reply;
  write_on (client);
}

static void
found_cb (gpointer data, StafetHttpFile *file)
{
  Client *client = data;

  if (client->server != NULL)
    answer (client,
            stafet_http_reply_new (&client->request, file, stafet_clock_instant (client->server->clock)));
  client_unref (client);
}

/* "/NAME" of plain letters, or NULL: no folder, no escape, nothing hidden. (transfer full) */
static char *
name_of (const StafetHttpRequest *request)
{
  const char *name = request->path.at + 1;
  gsize length = request->path.length - 1;

  if (length == 0 || length > NAME_MAX_LENGTH || *name == '.')
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (name[i]) && strchr ("._-", name[i]) == NULL)
      return NULL;
  return g_strndup (name, length);
}

static void
find (Client *client)
{
  StafetServer *server = client->server;
  g_autofree char *name = name_of (&client->request);

  g_clear_handle_id (&client->deadline, g_source_remove);
  if (name != NULL)
    server->source->find (server->data, name, found_cb, g_rc_box_acquire (client));
  else
    answer (client, stafet_http_reply_new (&client->request, NULL, stafet_clock_instant (server->clock)));
}

/* ——— The request ——— */

static void read_on (Client *client);

static void
look (Client *client)
{
  StafetHttpVerdict verdict =
    stafet_http_request_parse (client->head->str, client->head->len, &client->request);

  if (verdict == STAFET_HTTP_MORE)
    read_on (client);
  else if (verdict == STAFET_HTTP_OK)
    find (client);
  else
    answer (client, stafet_http_refusal_new (verdict, stafet_clock_instant (client->server->clock)));
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Client *client = data;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (object), result, NULL);

  if (client->server != NULL && n <= 0)
    close_client (client);
  else if (client->server != NULL)
    {
      g_string_append_len (client->head, client->chunk, n);
      look (client);
    }
  client_unref (client);
}

static void
read_on (Client *client)
{
  g_input_stream_read_async (g_io_stream_get_input_stream (G_IO_STREAM (client->stream)), client->chunk,
                             CHUNK, G_PRIORITY_DEFAULT, client->cancellable, read_cb,
                             g_rc_box_acquire (client));
}

static gboolean
incoming_cb (StafetServer *self, GSocketConnection *stream)
{
  Client *client = g_rc_box_new0 (Client);

  client->server = self;
  client->stream = g_object_ref (stream);
  client->cancellable = g_cancellable_new ();
  client->head = g_string_new (NULL);
  g_hash_table_add (self->clients, client);
  if (g_hash_table_size (self->clients) >= STAFET_SERVER_CONNECTIONS)
    g_socket_service_stop (self->service);
  /* For the whole request: whoever sends a letter now and then is cut all the same. */
  give_time (client, STAFET_SERVER_PATIENCE_MS);
  read_on (client);
  return TRUE;
}

/* ——— Listening ——— */

/* "[::1]:8080" or "127.0.0.1:8080"; numbers alone, for which nobody has to be asked. */
static GSocketAddress *
parse_listen (const char *listen, GError **error)
{
  const char *colon = strrchr (listen, ':');
  g_autofree char *host = colon != NULL ? g_strndup (listen, (gsize) (colon - listen)) : NULL;
  gsize length = host != NULL ? strlen (host) : 0;
  GSocketAddress *address = NULL;
  guint64 port = 0;

  if (length > 2 && host[0] == '[' && host[length - 1] == ']')
    {
      host[length - 1] = '\0';
      memmove (host, host + 1, length - 1);
    }
  if (host != NULL && g_ascii_string_to_unsigned (colon + 1, 10, 0, 65535, &port, NULL))
    address = g_inet_socket_address_new_from_string (host, (guint) port);
  if (address == NULL)
    g_set_error (
      error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
      _ ("“%s” is no address to listen on. Write 127.0.0.1:8080, or 127.0.0.1:0 for any free port."), listen);
  return address;
}

static gboolean
listen_on (StafetServer *self, GSocketAddress *wanted, GError **error)
{
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *host = NULL;
  GInetAddress *inet;

  g_socket_listener_set_backlog (G_SOCKET_LISTENER (self->service), STAFET_SERVER_BACKLOG);
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), wanted, G_SOCKET_TYPE_STREAM,
                                      G_SOCKET_PROTOCOL_TCP, NULL, &effective, &problem))
    {
      g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_IO,
                   _ ("Nothing can be served there (%s). Choose another address or port."), problem->message);
      return FALSE;
    }
  inet = g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (effective));
  host = g_inet_address_to_string (inet);
  self->loopback = g_inet_address_get_is_loopback (inet);
  self->address = g_strdup_printf (strchr (host, ':') != NULL ? "http://[%s]:%u/" : "http://%s:%u/", host,
                                   g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective)));
  return TRUE;
}

StafetServer *
stafet_server_new (const char *listen, StafetClock *clock, const StafetServerSource *source, gpointer data,
                   GError **error)
{
  g_autoptr (GSocketAddress) wanted = parse_listen (listen, error);
  g_autoptr (StafetServer) self = NULL;

  if (wanted == NULL)
    return NULL;
  self = g_new0 (StafetServer, 1);
  self->service = g_socket_service_new ();
  self->clock = g_object_ref (clock);
  self->source = source;
  self->data = data;
  self->clients = g_hash_table_new_full (NULL, NULL, client_unref, NULL);
  if (!listen_on (self, wanted, error))
    return NULL;
  g_signal_connect_swapped (self->service, "incoming", G_CALLBACK (incoming_cb), self);
  g_socket_service_start (self->service);
  return g_steal_pointer (&self);
}

void
stafet_server_free (StafetServer *self)
{
  g_autoptr (GList) clients = g_hash_table_get_keys (self->clients);

  g_signal_handlers_disconnect_by_data (self->service, self);
  for (GList *l = clients; l != NULL; l = l->next)
    close_client (l->data);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_object_unref (self->service);
  g_object_unref (self->clock);
  g_hash_table_unref (self->clients);
  g_free (self->address);
  g_free (self);
}

const char *
stafet_server_get_address (StafetServer *self)
{
  return self->address;
}

gboolean
stafet_server_is_loopback (StafetServer *self)
{
  return self->loopback;
}
