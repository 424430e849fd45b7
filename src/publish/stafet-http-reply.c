/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes heads and compares validators.
 */
#include "stafet-http-reply.h"

#include <string.h>

#define ETAG_DIGITS 32

struct _StafetHttpFile
{
  GBytes *bytes; /* owned */
  const char *type;
  char *etag;     /* owned, with its quotes */
  char *modified; /* owned, nullable */
  gboolean lasting;
};

char *
stafet_http_date (StafetInstant instant)
{
  static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);

  /* Not by strftime(), whose names are the locale's. */
  return g_strdup_printf ("%s, %02d %s %04d %02d:%02d:%02d GMT", days[g_date_time_get_day_of_week (utc) - 1],
                          g_date_time_get_day_of_month (utc), months[g_date_time_get_month (utc) - 1],
                          g_date_time_get_year (utc), g_date_time_get_hour (utc),
                          g_date_time_get_minute (utc), g_date_time_get_second (utc));
}

/* ——— Files ——— */

StafetHttpFile *
stafet_http_file_new (GBytes *bytes, const char *type, StafetInstant modified, gboolean lasting)
{
  StafetHttpFile *self = g_atomic_rc_box_new0 (StafetHttpFile);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  self->bytes = g_bytes_ref (bytes);
  self->type = type;
  self->etag = g_strdup_printf ("\"%.*s\"", ETAG_DIGITS, digest);
  self->modified = modified != STAFET_INSTANT_NONE ? stafet_http_date (modified) : NULL;
  self->lasting = lasting;
  return self;
}

StafetHttpFile *
stafet_http_file_ref (StafetHttpFile *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_file (gpointer data)
{
  StafetHttpFile *self = data;

  g_bytes_unref (self->bytes);
  g_free (self->etag);
  g_free (self->modified);
}

void
stafet_http_file_unref (StafetHttpFile *self)
{
  g_atomic_rc_box_release_full (self, clear_file);
}

/* ——— Validators ——— */

/* "*", or a list in which the ETag stands, also as a weak one: RFC 9110 §13.1.2. */
static gboolean
matches_etag (const StafetHttpPiece *list, const char *etag)
{
  g_autofree char *text = g_strndup (list->at, list->length);
  g_auto (GStrv) tags = g_strsplit (text, ",", -1);

  for (gsize i = 0; tags[i] != NULL; i++)
    {
      const char *tag = g_strstrip (tags[i]);

      if (g_str_has_prefix (tag, "W/"))
        tag += 2;
      if (strcmp (tag, "*") == 0 || strcmp (tag, etag) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The date counts only where there is no ETag, and only when it is the one that was sent. */
static gboolean
is_known (const StafetHttpRequest *request, const StafetHttpFile *file)
{
  if (request->none_match.at != NULL)
    return matches_etag (&request->none_match, file->etag);
  return request->modified_since.at != NULL && file->modified != NULL
         && request->modified_since.length == strlen (file->modified)
         && memcmp (request->modified_since.at, file->modified, request->modified_since.length) == 0;
}

/* ——— Replies ——— */

static GString *
begin_head (const char *status, StafetInstant now)
{
  g_autofree char *date = stafet_http_date (now);
  GString *out = g_string_new (NULL);

  g_string_printf (out,
                   "HTTP/1.1 %s\r\nDate: %s\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\n"
                   "X-Robots-Tag: noindex\r\nReferrer-Policy: no-referrer\r\n",
                   status, date);
  return out;
}

static GBytes *
end_head (GString *out, const char *body, gsize length)
{
  g_string_append (out, "\r\n");
  g_string_append_len (out, body, (gssize) length);
  return g_string_free_to_bytes (out);
}

static GBytes *
plain_reply (const char *status, const char *extra, gboolean head_only, StafetInstant now)
{
  GString *out = begin_head (status, now);
  g_autofree char *body = g_strdup_printf ("%s\n", status);

  g_string_append_printf (
    out, "Content-Type: text/plain; charset=utf-8\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n%s",
    strlen (body), extra);
  return end_head (out, body, head_only ? 0 : strlen (body));
}

GBytes *
stafet_http_reply_new (const StafetHttpRequest *request, StafetHttpFile *file, StafetInstant now)
{
  gboolean known;
  gsize length;
  const char *body;
  GString *out;

  if (file == NULL)
    return plain_reply ("404 Not Found", "Cache-Control: no-store\r\n", request->head_only, now);
  known = is_known (request, file);
  body = g_bytes_get_data (file->bytes, &length);
  out = begin_head (known ? "304 Not Modified" : "200 OK", now);
  if (!known)
    g_string_append_printf (out, "Content-Type: %s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n", file->type,
                            length);
  g_string_append_printf (out, "ETag: %s\r\n", file->etag);
  if (file->modified != NULL)
    g_string_append_printf (out, "Last-Modified: %s\r\n", file->modified);
  g_string_append (out,
                   file->lasting ? "Cache-Control: private, max-age=900\r\n" : "Cache-Control: no-cache\r\n");
  return end_head (out, body, known || request->head_only ? 0 : length);
}

GBytes *
stafet_http_refusal_new (StafetHttpVerdict verdict, StafetInstant now)
{
  switch (verdict)
    {
    case STAFET_HTTP_NOT_ALLOWED:
      return plain_reply ("405 Method Not Allowed", "Allow: GET, HEAD\r\n", FALSE, now);
    case STAFET_HTTP_LINE_TOO_LONG:
      return plain_reply ("414 URI Too Long", "", FALSE, now);
    case STAFET_HTTP_HEAD_TOO_LARGE:
      return plain_reply ("431 Request Header Fields Too Large", "", FALSE, now);
    case STAFET_HTTP_VERSION:
      return plain_reply ("505 HTTP Version Not Supported", "", FALSE, now);
    default:
      return plain_reply ("400 Bad Request", "", FALSE, now);
    }
}
