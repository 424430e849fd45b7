/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An address that speaks WebDAV (RFC 4918): Nextcloud, Radicale, Apache, and others.
 *
 * A file is replaced only with If-Match of the strong ETag that it was last seen with, and made only with
 * If-None-Match. Where a server tells weak ETags or none, what it lists is compared beforehand instead.
 */
#include "stafet-publish-http.h"
#include "stafet-publish-memory.h"
#include "stafet-publish-multistatus.h"
#include "stafet-publish-posix.h"
#include "stafet-publish-target.h"
#include "stafet-publish.h"

#include <string.h>

typedef struct
{
  StafetPublishTarget parent;
  StafetHttp *http; /* owned */
  char *lock_path;  /* owned */
  int lock;
} Webdav;

static const char list_body[] =
  "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
  "<propfind xmlns=\"DAV:\"><prop><getetag/><getlastmodified/><getcontentlength/></prop></propfind>\n";

static char *
address_of (StafetPublishTarget *target, const char *name)
{
  return g_strconcat (target->address, name, NULL);
}

static gboolean
is_strong (const char *stamp)
{
  return stamp != NULL && stamp[0] == '"';
}

/* ——— Listing ——— */

static StafetHttpAnswer *
ask_list (Webdav *self, GError **error)
{
  static const char *const headers[] = { "Depth", "1", NULL };
  g_autoptr (GBytes) body = g_bytes_new_static (list_body, strlen (list_body));

  return stafet_http_send (self->http, "PROPFIND", self->parent.address, headers, body,
                           "application/xml; charset=utf-8", error);
}

static gboolean
make_folder (Webdav *self, GError **error)
{
  g_autoptr (StafetHttpAnswer) answer =
    stafet_http_send (self->http, "MKCOL", self->parent.address, NULL, NULL, NULL, error);

  return answer != NULL
         && (answer->status == 201 || stafet_http_answer_refuse (answer, self->parent.address, error));
}

static GHashTable *
webdav_list (StafetPublishTarget *target, GError **error)
{
  Webdav *self = (Webdav *) target;
  g_autoptr (StafetHttpAnswer) answer = ask_list (self, error);

  if (answer == NULL)
    return NULL;
  if (answer->status == 404)
    return make_folder (self, error) ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) : NULL;
  if (answer->status != 207)
    {
      stafet_http_answer_refuse (answer, target->address, error);
      return NULL;
    }
  return stafet_publish_multistatus_read (answer->body, target->address, error);
}

/* ——— Files ——— */

static GBytes *
webdav_get (StafetPublishTarget *target, const char *name, GError **error)
{
  g_autofree char *address = address_of (target, name);
  g_autoptr (StafetHttpAnswer) answer =
    stafet_http_send (((Webdav *) target)->http, "GET", address, NULL, NULL, NULL, error);

  if (answer == NULL)
    return NULL;
  if (answer->status == 200)
    return g_bytes_ref (answer->body);
  stafet_http_answer_refuse (answer, address, error);
  return NULL;
}

/* Not every server tells it when it takes the file. */
static gboolean
ask_stamp (Webdav *self, const char *name, const char *address, char **stamp, GError **error)
{
  g_autoptr (GHashTable) there = NULL;
  g_autoptr (StafetHttpAnswer) answer =
    stafet_http_send (self->http, "HEAD", address, NULL, NULL, NULL, error);

  if (answer == NULL)
    return FALSE;
  *stamp = g_strdup (answer->etag);
  if (*stamp != NULL)
    return TRUE;
  there = webdav_list (&self->parent, error);
  if (there == NULL)
    return FALSE;
  *stamp = g_strdup (g_hash_table_lookup (there, name));
  if (*stamp == NULL)
    *stamp = g_strdup ("");
  return TRUE;
}

static const char *
type_of (const char *name)
{
  if (g_str_has_suffix (name, ".ics"))
    return "text/calendar; charset=utf-8";
  return g_str_has_suffix (name, ".html") ? "text/html; charset=utf-8" : "application/json";
}

static gboolean
webdav_put (StafetPublishTarget *target, const char *name, const GString *bytes, const char *over,
            char **stamp, GError **error)
{
  Webdav *self = (Webdav *) target;
  const char *const make[] = { "If-None-Match", "*", NULL };
  const char *const replace[] = { "If-Match", over, NULL };
  g_autofree char *address = address_of (target, name);
  g_autoptr (GBytes) body = g_bytes_new (bytes->str, bytes->len);
  g_autoptr (StafetHttpAnswer) answer = stafet_http_send (self->http, "PUT", address,
                                                          over == NULL       ? make
                                                          : is_strong (over) ? replace
                                                                             : NULL,
                                                          body, type_of (name), error);

  if (answer == NULL)
    return FALSE;
  if (answer->status != 200 && answer->status != 201 && answer->status != 204)
    return stafet_http_answer_refuse (answer, address, error);
  *stamp = g_strdup (answer->etag);
  return *stamp != NULL || ask_stamp (self, name, address, stamp, error);
}

static gboolean
webdav_remove (StafetPublishTarget *target, const char *name, const char *stamp, GError **error)
{
  const char *const headers[] = { "If-Match", stamp, NULL };
  g_autofree char *address = address_of (target, name);
  g_autoptr (StafetHttpAnswer) answer = stafet_http_send (
    ((Webdav *) target)->http, "DELETE", address, is_strong (stamp) ? headers : NULL, NULL, NULL, error);

  return answer != NULL
         && (answer->status / 100 == 2 || answer->status == 404 || answer->status == 410
             || stafet_http_answer_refuse (answer, address, error));
}

/* ——— The place ——— */

static gboolean
webdav_open (StafetPublishTarget *target, GError **error)
{
  Webdav *self = (Webdav *) target;

  return stafet_publish_lock_file (self->lock_path, target->address, &self->lock, error);
}

static void
webdav_close (StafetPublishTarget *target)
{
  stafet_publish_unlock (((Webdav *) target)->lock);
}

static gboolean
webdav_finish (StafetPublishTarget *target, StafetLanguage language, gboolean changed, GError **error)
{
  (void) target;
  (void) language;
  (void) changed;
  (void) error;
  return TRUE;
}

static void
webdav_free (StafetPublishTarget *target)
{
  Webdav *self = (Webdav *) target;

  stafet_http_free (self->http);
  g_free (self->lock_path);
  g_free (self);
}

static const StafetPublishTargetKind webdav_kind = { .shared = TRUE,
                                                     .open = webdav_open,
                                                     .close = webdav_close,
                                                     .list = webdav_list,
                                                     .get = webdav_get,
                                                     .put = webdav_put,
                                                     .remove = webdav_remove,
                                                     .finish = webdav_finish,
                                                     .free = webdav_free };

StafetPublishTarget *
stafet_publish_webdav_new (const char *address, const char *user, const char *password, const char *lock,
                           guint seconds)
{
  Webdav *self = g_new0 (Webdav, 1);

  self->parent.kind = &webdav_kind;
  self->parent.address = stafet_publish_memory_place (address);
  self->http = stafet_http_new (user, password, seconds);
  self->lock_path = g_strdup (lock);
  return &self->parent;
}
