/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libsoup, in a main context of its own: so that a deadline holds for name, handshake and body alike.
 */
#include "stafet-publish-http.h"

#include "core/stafet-i18n.h"
#include "stafet-publish.h"

#include <libsoup/soup.h>
#include <string.h>

#define MOST_BYTES (10 * 1024 * 1024)
/* A slow line, or a server that looks at every event, takes at least so many. */
#define OCTETS_A_SECOND 8192
#define MOST_REDIRECTS 5

struct _StafetHttp
{
  GMainContext *context; /* owned */
  SoupSession *session;  /* owned */
  char *user, *password; /* owned, nullable */
  guint seconds;
  GCancellable *cancellable; /* owned, nullable */
};

/* One request while it is under way. */
typedef struct
{
  StafetHttp *http; /* borrowed */
  SoupMessage *message;
  GBytes *sent;              /* nullable */
  const char *type;          /* nullable: of what is sent */
  GCancellable *cancellable; /* ends it, whoever wants that */
  GOutputStream *body;
  GTlsCertificateFlags faults; /* of the certificate */
  gboolean done, late, clear;  /* clear: the password would have gone in the clear */
  GError *error;
} Exchange;

StafetHttp *
stafet_http_new (const char *user, const char *password, guint seconds)
{
  StafetHttp *self = g_new0 (StafetHttp, 1);

  self->context = g_main_context_new ();
  self->user = user != NULL && *user != '\0' ? g_strdup (user) : NULL;
  self->password = g_strdup (password);
  self->seconds = seconds;
  g_main_context_push_thread_default (self->context);
  self->session =
    soup_session_new_with_options ("user-agent", "Stafet/" STAFET_VERSION, "max-conns-per-host", 1, NULL);
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_CONTENT_DECODER);
  g_main_context_pop_thread_default (self->context);
  return self;
}

void
stafet_http_set_limits (StafetHttp *self, guint idle, GCancellable *cancellable)
{
  soup_session_set_timeout (self->session, idle);
  g_set_object (&self->cancellable, cancellable);
}

void
stafet_http_free (StafetHttp *self)
{
  g_main_context_push_thread_default (self->context);
  g_clear_object (&self->session);
  g_main_context_pop_thread_default (self->context);
  g_main_context_unref (self->context);
  g_clear_object (&self->cancellable);
  g_free (self->user);
  g_free (self->password);
  g_free (self);
}

void
stafet_http_answer_free (StafetHttpAnswer *self)
{
  g_free (self->etag);
  g_free (self->type);
  g_free (self->modified);
  g_free (self->location);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

/* ——— Why there is no answer ——— */

static const char *
certificate_words (GTlsCertificateFlags faults)
{
  if (faults & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _ ("it is made out to another name");
  if (faults & G_TLS_CERTIFICATE_EXPIRED)
    return _ ("it has expired");
  if (faults & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return _ ("it is not valid yet");
  if (faults & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return _ ("nobody whom this computer trusts has issued it");
  return _ ("it is not in order");
}

static gboolean
is_certificate (const Exchange *exchange)
{
  return exchange->faults != 0 || g_error_matches (exchange->error, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE);
}

static void
set_words (const Exchange *exchange, const char *host, GError **error)
{
  const GError *cause = exchange->error;

  if (exchange->http->cancellable != NULL && g_cancellable_is_cancelled (exchange->http->cancellable))
    g_cancellable_set_error_if_cancelled (exchange->http->cancellable, error);
  else if (is_certificate (exchange))
    g_set_error (
      error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_CERTIFICATE,
      _ ("The certificate of %s does not fit: %s. Nothing was sent or fetched. Ask whoever runs the "
         "server."),
      host, certificate_words (exchange->faults));
  else if (exchange->late || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_UNREACHABLE,
                 _ ("%s does not answer. Is this computer on the network? Else ask whoever runs the server."),
                 host);
  else if (cause->domain == G_RESOLVER_ERROR)
    g_set_error (
      error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_UNREACHABLE,
      _ ("There is no server called %s, as far as this computer can see. Is the address spelt right, "
         "and is this computer on the network?"),
      host);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (
      error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_IO,
      _ ("%s answers with more than 10 MB, which Stafet does not read. Is the address the right one, or is "
         "there a calendar of a shorter period?"),
      host);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT)
           || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED))
    g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_UNREACHABLE,
                 _ ("The answer of %s breaks off in the middle. Try again later."), host);
  else
    g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_UNREACHABLE,
                 _ ("%s cannot be reached (%s). Is the address right, and is this computer on the network?"),
                 host, cause->message);
}

/* ——— One exchange ——— */

static gboolean
certificate_cb (SoupMessage *message, GTlsCertificate *certificate, GTlsCertificateFlags faults,
                Exchange *exchange)
{
  (void) message;
  (void) certificate;
  exchange->faults = faults;
  return FALSE;
}

/* A name for this very computer: nothing leaves it. */
static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  return strcmp (host, "localhost") == 0 || (address != NULL && g_inet_address_get_is_loopback (address));
}

static gboolean
authenticate_cb (SoupMessage *message, SoupAuth *auth, gboolean retrying, Exchange *exchange)
{
  GUri *uri = soup_message_get_uri (message);

  if (retrying || exchange->http->user == NULL || exchange->http->password == NULL
      || soup_auth_is_for_proxy (auth))
    return FALSE;
  exchange->clear = g_ascii_strcasecmp (soup_auth_get_scheme_name (auth), "Basic") == 0
                    && strcmp (g_uri_get_scheme (uri), "https") != 0 && !is_loopback (g_uri_get_host (uri));
  if (!exchange->clear)
    soup_auth_authenticate (auth, exchange->http->user, exchange->http->password);
  return !exchange->clear;
}

/* Also once more, after the server has asked who it is: what was read for the first time is gone. */
static void
fill_body_cb (SoupMessage *message, Exchange *exchange)
{
  if (exchange->sent != NULL)
    soup_message_set_request_body_from_bytes (message, exchange->type, exchange->sent);
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Exchange *exchange = data;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &exchange->error);
  exchange->done = TRUE;
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Exchange *exchange = data;
  g_autoptr (GInputStream) body = soup_session_send_finish (SOUP_SESSION (source), result, &exchange->error);

  if (body == NULL)
    exchange->done = TRUE;
  else
    g_output_stream_splice_async (exchange->body, body,
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, exchange->cancellable, spliced_cb, exchange);
}

static gboolean
late_cb (gpointer data)
{
  Exchange *exchange = data;

  exchange->late = TRUE;
  g_cancellable_cancel (exchange->cancellable);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable, GCancellable *other)
{
  (void) cancellable;
  g_cancellable_cancel (other);
}

static void
run_exchange (Exchange *exchange)
{
  GMainContext *context = exchange->http->context;
  GCancellable *whole = exchange->http->cancellable;
  gulong handler =
    whole != NULL ? g_cancellable_connect (whole, G_CALLBACK (cancelled_cb), exchange->cancellable, NULL) : 0;
  gsize sent = exchange->sent != NULL ? g_bytes_get_size (exchange->sent) : 0;
  g_autoptr (GSource) deadline =
    g_timeout_source_new_seconds (exchange->http->seconds + (guint) (sent / OCTETS_A_SECOND));

  g_source_set_callback (deadline, late_cb, exchange, NULL);
  g_main_context_push_thread_default (context);
  g_source_attach (deadline, context);
  soup_session_send_async (exchange->http->session, exchange->message, G_PRIORITY_DEFAULT,
                           exchange->cancellable, sent_cb, exchange);
  while (!exchange->done)
    g_main_context_iteration (context, TRUE);
  g_source_destroy (deadline);
  g_cancellable_disconnect (whole, handler);
  g_main_context_pop_thread_default (context);
}

static SoupMessage *
message_new (const char *method, const char *address, const char *const *headers, GError **error)
{
  SoupMessage *message = soup_message_new (method, address);

  if (message == NULL)
    {
      g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_UNREACHABLE,
                   _ ("“%s” is no address. It begins with https://."), address);
      return NULL;
    }
  for (guint i = 0; headers != NULL && headers[i] != NULL; i += 2)
    soup_message_headers_replace (soup_message_get_request_headers (message), headers[i], headers[i + 1]);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  return message;
}

static StafetHttpAnswer *
answer_new (const Exchange *exchange)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);
  StafetHttpAnswer *answer = g_new0 (StafetHttpAnswer, 1);

  answer->status = soup_message_get_status (exchange->message);
  answer->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  answer->type = g_strdup (soup_message_headers_get_one (headers, "Content-Type"));
  answer->modified = g_strdup (soup_message_headers_get_one (headers, "Last-Modified"));
  answer->location = g_strdup (soup_message_headers_get_one (headers, "Location"));
  answer->body = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (exchange->body));
  return answer;
}

/* (transfer full) */
static StafetHttpAnswer *
answer_to (StafetHttp *self, SoupMessage *message, GBytes *body, const char *type, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GOutputStream) stream =
    g_memory_output_stream_new (g_malloc (MOST_BYTES), MOST_BYTES, NULL, g_free);
  Exchange exchange = { self, message, body, type, cancellable, stream };
  const char *host = g_uri_get_host (soup_message_get_uri (message));

  fill_body_cb (message, &exchange);
  g_signal_connect (message, "restarted", G_CALLBACK (fill_body_cb), &exchange);
  g_signal_connect (message, "accept-certificate", G_CALLBACK (certificate_cb), &exchange);
  g_signal_connect (message, "authenticate", G_CALLBACK (authenticate_cb), &exchange);
  run_exchange (&exchange);
  if (exchange.error != NULL)
    {
      set_words (&exchange, host, error);
      g_clear_error (&exchange.error);
      return NULL;
    }
  if (exchange.clear)
    {
      g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_PASSWORD,
                   _ ("The password would go to %s for all to read. Write the address with https://."), host);
      return NULL;
    }
  return answer_new (&exchange);
}

/* Only who reads is sent on: what is written goes to nobody but the server that was named. */
static gboolean
is_sent_on (const StafetHttp *self, const char *method, const StafetHttpAnswer *answer)
{
  return self->user == NULL && (strcmp (method, "GET") == 0 || strcmp (method, "HEAD") == 0)
         && SOUP_STATUS_IS_REDIRECTION (answer->status) && answer->location != NULL;
}

/* Where a redirect leads: never elsewhere than to the web, and never out of https. (transfer full) */
static char *
follow (const SoupMessage *message, const char *location, GError **error)
{
  GUri *from = soup_message_get_uri ((SoupMessage *) message);
  g_autoptr (GUri) to = g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);
  const char *scheme = to != NULL ? g_uri_get_scheme (to) : "";

  if (strcmp (scheme, "https") == 0
      || (strcmp (scheme, "http") == 0 && strcmp (g_uri_get_scheme (from), "http") == 0))
    return g_uri_to_string (to);
  g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_UNREACHABLE,
               _ ("%s sends on to an address that is not safe: nothing was fetched."), g_uri_get_host (from));
  return NULL;
}

StafetHttpAnswer *
stafet_http_send (StafetHttp *self, const char *method, const char *address, const char *const *headers,
                  GBytes *body, const char *type, GError **error)
{
  g_autofree char *to = g_strdup (address);

  for (guint i = 0; i <= MOST_REDIRECTS; i++)
    {
      g_autoptr (SoupMessage) message = message_new (method, to, headers, error);
      g_autoptr (StafetHttpAnswer) answer =
        message != NULL ? answer_to (self, message, body, type, error) : NULL;

      if (answer == NULL || !is_sent_on (self, method, answer))
        return g_steal_pointer (&answer);
      g_free (to);
      to = follow (message, answer->location, error);
      if (to == NULL)
        return NULL;
    }
  g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_UNREACHABLE,
               _ ("“%s” sends in circles: nothing was fetched."), address);
  return NULL;
}

/* ——— Statuses ——— */

static const struct
{
  guint status;
  StafetPublishError code;
  const char *words; /* with the address */
} refusals[] = {
  { 400, STAFET_PUBLISH_ERROR_UNSUITED, N_ ("“%s” does not take such a file. Is it a place for files?") },
  { 401, STAFET_PUBLISH_ERROR_PASSWORD,
    N_ ("“%s” does not know the user name, or the password is wrong. Write both again.") },
  { 403, STAFET_PUBLISH_ERROR_FOLDER,
    N_ ("“%s” lets nobody write with that user name. Ask whoever runs it.") },
  { 404, STAFET_PUBLISH_ERROR_FOLDER, N_ ("“%s” is not there. Is the address spelt right?") },
  { 405, STAFET_PUBLISH_ERROR_FOLDER,
    N_ ("“%s” is no place that files can be put in: it does not speak WebDAV. Ask for the WebDAV address.") },
  { 409, STAFET_PUBLISH_ERROR_FOLDER,
    N_ ("“%s” is not there, and neither is the folder above it. Is the address spelt right?") },
  { 412, STAFET_PUBLISH_ERROR_CHANGED,
    N_ ("Somebody else wrote to “%s” just now, and it was left as it is. Publish again.") },
  { 413, STAFET_PUBLISH_ERROR_FULL, N_ ("“%s” does not take files of that size. Ask whoever runs it.") },
  { 415, STAFET_PUBLISH_ERROR_UNSUITED, N_ ("“%s” does not take such a file. Is it a place for files?") },
  { 423, STAFET_PUBLISH_ERROR_BUSY, N_ ("“%s” is locked by another program. It is tried again later.") },
  { 501, STAFET_PUBLISH_ERROR_FOLDER,
    N_ ("“%s” is no place that files can be put in: it does not speak WebDAV. Ask for the WebDAV address.") },
  { 507, STAFET_PUBLISH_ERROR_FULL,
    N_ ("There is no room at “%s”. Ask whoever runs it for more; what is there already is still whole.") },
};

gboolean
stafet_http_answer_refuse (const StafetHttpAnswer *self, const char *address, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].status == self->status)
      {
        g_set_error (error, STAFET_PUBLISH_ERROR, (int) refusals[i].code, _ (refusals[i].words), address);
        return FALSE;
      }
  if (self->status / 100 == 3 && self->location != NULL)
    g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_FOLDER,
                 _ ("“%s” has moved to “%s”. Write that address instead, if you trust it."), address,
                 self->location);
  else if (self->status / 100 == 5)
    g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_UNREACHABLE,
                 _ ("The server of “%s” has trouble of its own (%u). It is tried again later."), address,
                 self->status);
  else
    g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_IO,
                 _ ("“%s” gives an answer that Stafet does not understand (%u). Is the address right?"),
                 address, self->status);
  return FALSE;
}
