/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One GET request of the client that publishes, in words for whoever reads.
 */
#include "stafet-fetch.h"

#include "core/stafet-error.h"
#include "core/stafet-i18n.h"
#include "stafet-publish-http.h"

#include <string.h>

#define ANSWER_SECONDS 10
#define WHOLE_SECONDS 60

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

static gpointer
refuse_cause (GError *cause, GError **error)
{
  if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return refuse (error, "%s", cause->message);
  g_propagate_error (error, g_error_copy (cause));
  return NULL;
}

static gpointer
refuse_status (const char *host, guint status, GError **error)
{
  if (status == 401 || status == 403)
    return refuse (error, _ ("%s wants a password for this calendar. Ask for an address that needs none."),
                   host);
  if (status == 404 || status == 410)
    return refuse (error, _ ("%s has no calendar at this address. Copy the address once more."), host);
  return refuse (error, _ ("%s answers with the fault %u. Try again later."), host, status);
}

/* Of a calendar's address the web's own, by https. NULL with @error. (transfer full) */
static GUri *
parse_address (const char *address, GError **error)
{
  const char *behind = strstr (address, "://");
  g_autofree char *https = has_scheme (address, "webcal") ? g_strconcat ("https", behind, NULL) : NULL;
  GUri *uri = g_uri_parse (https != NULL ? https : address, G_URI_FLAGS_ENCODED, NULL);

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    {
      g_clear_pointer (&uri, g_uri_unref);
      return refuse (error, _ ("“%s” is not an address. Write it as https://…"), address);
    }
  return uri;
}

GBytes *
stafet_fetch (const char *address, GCancellable *cancellable, GError **error)
{
  static const char *const headers[] = { "Accept", "text/calendar, */*;q=0.5", NULL };
  g_autoptr (GUri) uri = parse_address (address, error);
  g_autofree char *text = uri != NULL ? g_uri_to_string (uri) : NULL;
  g_autoptr (StafetHttp) http = NULL;
  g_autoptr (StafetHttpAnswer) answer = NULL;
  g_autoptr (GError) cause = NULL;

  if (uri == NULL)
    return NULL;
  http = stafet_http_new (NULL, NULL, WHOLE_SECONDS);
  stafet_http_set_limits (http, ANSWER_SECONDS, cancellable);
  answer = stafet_http_send (http, "GET", text, headers, NULL, NULL, &cause);
  if (answer == NULL)
    return refuse_cause (cause, error);
  if (answer->status / 100 != 2)
    return refuse_status (g_uri_get_host (uri), answer->status, error);
  return g_bytes_ref (answer->body);
}
