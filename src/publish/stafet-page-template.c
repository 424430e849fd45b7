/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads templates out of the program, and puts text into them.
 */
#include "stafet-page-template.h"

#include "stafet-page-resource.h"

#include <string.h>

#define RESOURCES "/dk/stafet/Stafet/page/"
/* So many characters of one title, place or line: a page is no place for an essay. */
#define MOST_CHARACTERS 300
/* What a page usually takes, in bytes. */
#define ROOM 50000

void
stafet_page_add_part (GString *out, const char *text, gssize length, glong most)
{
  g_autofree char *whole = length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
  g_autofree char *part = NULL;
  g_autofree char *escaped = NULL;

  if (g_utf8_strlen (whole, -1) > most)
    {
      g_autofree char *begin = g_utf8_substring (whole, 0, most - 1);

      part = g_strconcat (begin, "…", NULL);
    }
  escaped = g_markup_escape_text (part != NULL ? part : whole, -1);
  g_string_append (out, escaped);
}

void
stafet_page_add_text (GString *out, const char *text, gssize length)
{
  stafet_page_add_part (out, text, length, MOST_CHARACTERS);
}

static GBytes *
resource (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes =
    g_resource_lookup_data (stafet_page_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  if (bytes == NULL)
    g_error ("%s", error->message); /* it is linked into this library */
  return bytes;
}

char *
stafet_page_read (const char *name)
{
  g_autoptr (GBytes) bytes = resource (name);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

char *
stafet_page_read_two (const char *first, const char *second)
{
  g_autofree char *one = stafet_page_read (first), *other = stafet_page_read (second);

  return g_strconcat (one, other, NULL);
}

char *
stafet_page_policy_hash (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  return g_base64_encode (digest, length);
}

GString *
stafet_page_fill (const char *template, GHashTable *values)
{
  GString *out = g_string_sized_new (ROOM);
  const char *open;

  while ((open = strstr (template, "{{")) != NULL)
    {
      const char *close = strstr (open, "}}");
      g_autofree char *name = g_strndup (open + 2, (gsize) (close - open - 2));

      g_string_append_len (out, template, open - template);
      g_string_append (out, g_hash_table_lookup (values, name));
      template = close + 2;
    }
  g_string_append (out, template);
  return out;
}

void
stafet_page_set_raw (GHashTable *values, const char *name, char *html)
{
  g_hash_table_insert (values, (gpointer) name, html);
}

void
stafet_page_set_text (GHashTable *values, const char *name, const char *text)
{
  GString *out = g_string_new (NULL);

  stafet_page_add_text (out, text, -1);
  stafet_page_set_raw (values, name, g_string_free (out, FALSE));
}
