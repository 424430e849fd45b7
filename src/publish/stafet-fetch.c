/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One GET request, redirections followed by hand.
 */
#include "stafet-fetch.h"

#include "core/stafet-error.h"
#include "core/stafet-i18n.h"

#include <libsoup/soup.h>
#include <string.h>

#define ANSWER_SECONDS 10
#define WHOLE_SECONDS 60
#define MOST_REDIRECTIONS 5
#define PORTION 65536

typedef struct
{
  SoupSession *session; /* borrowed */
  gsize most;
  gint64 deadline;
  GCancellable *cancellable;
} Fetch;

static const char *const schemes[] = { "http://", "https://", "webcal://", "webcals://" };

static gboolean
has_scheme (const char *text, const char *scheme)
{
  return g_ascii_strncasecmp (text, scheme, strlen (scheme)) == 0;
}

gboolean
stafet_fetch_is_address (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (has_scheme (text, schemes[i]))
      return TRUE;
  return FALSE;
}

G_GNUC_PRINTF (2, 3)
static gpointer
refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE, format, args);
  va_end (args);
  return NULL;
}

/* ——— Words ——— */

static gpointer
refuse_cause (const char *host, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_error_copy (cause));
      return NULL;
    }
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return refuse (error, _ ("%s does not answer. Try again later, or ask whoever keeps the calendar."),
                   host);
  if (cause->domain == G_TLS_ERROR)
    return refuse (
      error, _ ("The certificate of %s does not fit its name or is out of date: nothing was fetched."), host);
  return refuse (error, _ ("%s cannot be reached: %s"), host, cause->message);
}

static gpointer
refuse_status (const char *host, guint status, GError **error)
{
  if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN)
    return refuse (error, _ ("%s wants a password for this calendar. Ask for an address that needs none."),
                   host);
  if (status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE)
    return refuse (error, _ ("%s has no calendar at this address. Copy the address once more."), host);
  return refuse (error, _ ("%s answers with the fault %u. Try again later."), host, status);
}

/* ——— The body ——— */

static GBytes *
read_body (const Fetch *fetch, GInputStream *stream, const char *host, GError **error)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  g_autofree guint8 *portion = g_malloc (PORTION);

  for (;;)
    {
      g_autoptr (GError) cause = NULL;
      gssize n = g_input_stream_read (stream, portion, PORTION, fetch->cancellable, &cause);

      if (n < 0)
        return refuse_cause (host, cause, error);
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&body));
      if (body->len + (gsize) n > fetch->most)
        return refuse (error, _ ("The file is larger than 10 MB. Fetch a shorter period of the calendar."));
      if (g_get_monotonic_time () > fetch->deadline)
        return refuse (error, _ ("%s does not answer. Try again later, or ask whoever keeps the calendar."),
                       host);
      g_byte_array_append (body, portion, (guint) n);
    }
}

/* ——— Addresses ——— */

static GUri *
parse_address (const char *address, GError **error)
{
  const char *behind = strstr (address, "://");
  g_autofree char *https = NULL;
  GUri *uri;

  if (has_scheme (address, "webcal"))
    address = https = g_strconcat ("https", behind, NULL);
  uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    {
      g_clear_pointer (&uri, g_uri_unref);
      return refuse (error, _ ("“%s” is not an address. Write it as https://…"), address);
    }
  return uri;
}

/* Where a redirection leads: never elsewhere than to the web, and never out of https. */
static GUri *
follow (GUri *from, const char *location, GError **error)
{
  g_autoptr (GUri) to =
    location != NULL ? g_uri_parse_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  const char *scheme = to != NULL ? g_uri_get_scheme (to) : "";

  if (strcmp (scheme, "https") == 0
      || (strcmp (scheme, "http") == 0 && strcmp (g_uri_get_scheme (from), "http") == 0))
    return g_steal_pointer (&to);
  return refuse (error, _ ("%s sends on to an address that is not safe: nothing was fetched."),
                 g_uri_get_host (from));
}

/* The body, or NULL with @next set where another address is to be asked. */
static GBytes *
ask (const Fetch *fetch, GUri *uri, GUri **next, GError **error)
{
  g_autoptr (SoupMessage) message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;
  const char *host = g_uri_get_host (uri);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Accept",
                                "text/calendar, */*;q=0.5");
  stream = soup_session_send (fetch->session, message, fetch->cancellable, &cause);
  if (stream == NULL)
    return refuse_cause (host, cause, error);
  if (SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (message)))
    {
      *next = follow (
        uri, soup_message_headers_get_one (soup_message_get_response_headers (message), "Location"), error);
      return NULL;
    }
  if (!SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message)))
    return refuse_status (host, soup_message_get_status (message), error);
  return read_body (fetch, stream, host, error);
}

GBytes *
stafet_fetch (const char *address, gsize most, GCancellable *cancellable, GError **error)
{
  g_autoptr (SoupSession) session =
    soup_session_new_with_options ("timeout", ANSWER_SECONDS, "user-agent", "Stafet/" STAFET_VERSION, NULL);
  Fetch fetch = { session, most, g_get_monotonic_time () + WHOLE_SECONDS * G_USEC_PER_SEC, cancellable };
  g_autoptr (GUri) uri = parse_address (address, error);

  for (int i = 0; uri != NULL && i <= MOST_REDIRECTIONS; i++)
    {
      GUri *next = NULL;
      GBytes *body = ask (&fetch, uri, &next, error);

      if (next == NULL)
        return body;
      g_uri_unref (uri);
      uri = next;
    }
  if (uri != NULL)
    refuse (error, _ ("%s sends in circles: nothing was fetched."), g_uri_get_host (uri));
  return NULL;
}
