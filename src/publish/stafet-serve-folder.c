/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands out what lies in a published folder.
 */
#include "stafet-publish-posix.h"
#include "stafet-serve-name.h"
#include "stafet-serve.h"

#define NANOSECONDS 1000000000

/* Somebody else may be writing in the same second, which a date of whole seconds cannot tell apart. */
static StafetInstant
modified_of (const char *path)
{
  gint64 size, changed;

  if (!stafet_publish_stat (path, &size, &changed))
    return STAFET_INSTANT_NONE;
  return changed / NANOSECONDS + 2 < g_get_real_time () / G_USEC_PER_SEC ? changed / NANOSECONDS
                                                                         : STAFET_INSTANT_NONE;
}

static void
find_in_folder (gpointer source, const char *name, void (*found) (gpointer data, StafetHttpFile *file),
                gpointer data)
{
  g_autofree char *path = g_build_filename (source, name, NULL);
  g_autoptr (StafetHttpFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  StafetServeKind kind;
  char token[STAFET_TOKEN_LENGTH + 1];
  char *text;
  gsize length;
  /* Before its bytes: what is written meanwhile is newer than that. */
  StafetInstant modified = modified_of (path);

  if (stafet_serve_name_parse (name, &kind, token) && g_file_test (path, G_FILE_TEST_IS_REGULAR)
      && g_file_get_contents (path, &text, &length, NULL))
    {
      bytes = g_bytes_new_take (text, length);
      file =
        stafet_http_file_new (bytes, stafet_serve_name_type (kind), modified, kind == STAFET_SERVE_CALENDAR);
    }
  found (data, file);
}

const StafetServerSource stafet_serve_folder_source = { find_in_folder };
