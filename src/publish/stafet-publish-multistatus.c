/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the XML whatever prefix its names have. A property that is refused comes empty, as one that is
 * missing does.
 */
#include "stafet-publish-multistatus.h"

#include "core/stafet-i18n.h"
#include "stafet-publish.h"

#include <string.h>

typedef struct
{
  char *base;                            /* owned: the folder's path, unescaped, without a slash at the end */
  GHashTable *files;                     /* owned: name → stamp */
  GString *text;                         /* owned: of the element at hand */
  char *href, *etag, *modified, *length; /* owned, nullable: of the response at hand */
  gboolean multistatus;
} Reading;

static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static char *
path_of (const char *href)
{
  g_autoptr (GUri) base = g_uri_parse ("http://x/", G_URI_FLAGS_NONE, NULL);
  g_autoptr (GUri) uri = g_uri_parse_relative (base, href, G_URI_FLAGS_NONE, NULL);
  char *path = g_strdup (uri != NULL ? g_uri_get_path (uri) : href);
  gsize length = strlen (path);

  while (length > 0 && path[length - 1] == '/')
    path[--length] = '\0';
  return path;
}

static void
clear_response (Reading *reading)
{
  g_clear_pointer (&reading->href, g_free);
  g_clear_pointer (&reading->etag, g_free);
  g_clear_pointer (&reading->modified, g_free);
  g_clear_pointer (&reading->length, g_free);
}

static void
keep_response (Reading *reading)
{
  g_autofree char *path = reading->href != NULL ? path_of (reading->href) : NULL;
  const char *slash = path != NULL ? strrchr (path, '/') : NULL;
  char *stamp;

  if (path == NULL || strcmp (path, reading->base) == 0)
    return;
  if (reading->etag != NULL && *reading->etag != '\0')
    stamp = g_steal_pointer (&reading->etag);
  else if (reading->modified != NULL && *reading->modified != '\0')
    stamp = g_strconcat (reading->modified, " ", reading->length != NULL ? reading->length : "", NULL);
  else
    stamp = g_strdup ("");
  g_hash_table_replace (reading->files, g_strdup (slash != NULL ? slash + 1 : path), stamp);
}

static void
start_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values,
          gpointer data, GError **error)
{
  Reading *reading = data;

  (void) context;
  (void) names;
  (void) values;
  (void) error;
  g_string_truncate (reading->text, 0);
  if (strcmp (local_name (name), "multistatus") == 0)
    reading->multistatus = TRUE;
  if (strcmp (local_name (name), "response") == 0)
    clear_response (reading);
}

static void
take_text (Reading *reading, char **into)
{
  g_free (*into);
  *into = g_strstrip (g_strdup (reading->text->str));
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Reading *reading = data;
  const char *local = local_name (name);

  (void) context;
  (void) error;
  if (strcmp (local, "href") == 0 && reading->href == NULL)
    take_text (reading, &reading->href);
  else if (strcmp (local, "getetag") == 0)
    take_text (reading, &reading->etag);
  else if (strcmp (local, "getlastmodified") == 0)
    take_text (reading, &reading->modified);
  else if (strcmp (local, "getcontentlength") == 0)
    take_text (reading, &reading->length);
  else if (strcmp (local, "response") == 0)
    keep_response (reading);
  g_string_truncate (reading->text, 0);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  (void) context;
  (void) error;
  g_string_append_len (((Reading *) data)->text, text, (gssize) length);
}

static gboolean
parse (Reading *reading, GBytes *body)
{
  static const GMarkupParser parser = { .start_element = start_cb, .end_element = end_cb, .text = text_cb };
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, reading, NULL);
  gsize length;
  const char *text = g_bytes_get_data (body, &length);

  return text != NULL && g_markup_parse_context_parse (context, text, (gssize) length, NULL)
         && g_markup_parse_context_end_parse (context, NULL) && reading->multistatus;
}

GHashTable *
stafet_publish_multistatus_read (GBytes *body, const char *address, GError **error)
{
  Reading reading = { .base = path_of (address),
                      .files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                      .text = g_string_new (NULL) };
  gboolean good = parse (&reading, body);

  g_free (reading.base);
  g_string_free (reading.text, TRUE);
  clear_response (&reading);
  if (good)
    return reading.files;
  g_hash_table_unref (reading.files);
  g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_UNREACHABLE,
               _ ("“%s” gives an answer that is no list of files. Is it the WebDAV address?"), address);
  return NULL;
}
