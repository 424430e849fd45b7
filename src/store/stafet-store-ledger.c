/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ledger of those who were erased: in the store, and in a file beside it that no backup replaces.
 *
 * It says who must not come back with a backup, and when backups that may hold her are too old. A uid is a
 * random number: nothing in the ledger tells of anybody.
 */
#include "stafet-store-private.h"

#include <string.h>

#define PREFIX "erased/"

/* ——— Lines: "UID SECONDS" ——— */

/* NULL when the line is none. */
static StafetUid
read_line (const char *line, StafetInstant *at)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  gboolean sound = g_strv_length (words) == 2 && *words[0] != '\0';

  for (const char *c = sound ? words[0] : ""; *c != '\0'; c++)
    sound = sound && g_ascii_isalnum (*c);
  if (!sound)
    return NULL;
  *at = g_ascii_strtoll (words[1], NULL, 10);
  return stafet_uid_intern (words[0]);
}

static char *
path_of (const char *store_path)
{
  return g_strconcat (store_path, ".erased", NULL);
}

/* Adds what the file says: uids → instants (gint64, owned). One that cannot be read says nothing. */
static void
read_file (const char *store_path, GHashTable *erased)
{
  g_autofree char *path = path_of (store_path), *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      StafetInstant at;
      StafetUid uid = read_line (*line, &at);

      if (uid != NULL)
        g_hash_table_insert (erased, (gpointer) uid, g_memdup2 (&at, sizeof at));
    }
}

static gboolean
read_notes (StafetStore *store, GHashTable *erased, GError **error)
{
  g_autoptr (GPtrArray) keys = stafet_store_list_notes (store, PREFIX, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autofree char *value = stafet_store_read_note (store, g_ptr_array_index (keys, i), NULL);
      StafetInstant at = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
      const char *uid = (const char *) g_ptr_array_index (keys, i) + strlen (PREFIX);

      g_hash_table_insert (erased, (gpointer) stafet_uid_intern (uid), g_memdup2 (&at, sizeof at));
    }
  return keys != NULL;
}

static GHashTable *
erased_new (void)
{
  return g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
}

/* ——— Writing ——— */

gboolean
stafet_store_note_erased (StafetStore *self, StafetUid uid, StafetInstant at, GError **error)
{
  g_autofree char *key = g_strconcat (PREFIX, uid, NULL);
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, at);

  return stafet_store_write_note (self, key, value, error);
}

static int
compare_uids (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

void
stafet_store_write_ledger (StafetStore *self)
{
  g_autoptr (GHashTable) erased = erased_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = path_of (self->path);
  g_autoptr (GList) uids = NULL;

  read_file (self->path, erased);
  if (!read_notes (self, erased, NULL) || g_hash_table_size (erased) == 0)
    return;
  uids = g_list_sort (g_hash_table_get_keys (erased), compare_uids);
  for (GList *link = uids; link != NULL; link = link->next)
    g_string_append_printf (text, "%s %" G_GINT64_FORMAT "\n", (const char *) link->data,
                            *(gint64 *) g_hash_table_lookup (erased, link->data));
  g_file_set_contents_full (path, text->str, (gssize) text->len,
                            G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, NULL);
}

/* ——— Reading ——— */

GPtrArray *
stafet_store_read_returned (StafetStore *self, GError **error)
{
  g_autoptr (GHashTable) named = erased_new (), erased = erased_new ();
  g_autoptr (GList) sorted = NULL;
  GPtrArray *uids;

  read_file (self->path, named);
  if (!read_notes (self, erased, error))
    return NULL;
  uids = g_ptr_array_new ();
  sorted = g_list_sort (g_hash_table_get_keys (named), compare_uids);
  for (GList *link = sorted; link != NULL; link = link->next)
    if (!g_hash_table_contains (erased, link->data))
      g_ptr_array_add (uids, link->data);
  return uids;
}

/* In UTC, and backups go by the day of the house: the same night it may be the next one there. */
static StafetDate
day_of (StafetInstant at)
{
  return (StafetDate) (at / (24 * 60 * 60));
}

StafetDate
stafet_store_last_outdated (const char *store_path, StafetDate today)
{
  g_autoptr (GHashTable) erased = erased_new ();
  StafetDate last = STAFET_DATE_NONE;
  GHashTableIter iter;
  gpointer at;

  read_file (store_path, erased);
  g_hash_table_iter_init (&iter, erased);
  while (g_hash_table_iter_next (&iter, NULL, &at))
    {
      StafetDate day = day_of (*(gint64 *) at);

      if (day + STAFET_STORE_ERASED_DAYS <= today)
        last = MAX (last, day + 1);
    }
  return last;
}
