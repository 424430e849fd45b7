/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ledger of what was erased or withdrawn: in the store, and in a file beside it that no backup replaces.
 *
 * It says what must not come back with a backup, and when backups that may hold it are too old. A uid is a
 * random number: nothing in the ledger tells of anybody.
 */
#include "stafet-store-private.h"

#include <string.h>

/* What of the plan is kept by a note of that prefix, and by a line of the file with that word. The first has
 * none: the file was theirs alone. */
static const struct
{
  const char *prefix, *word;
} ledgers[STAFET_N_LEDGERS] = { [STAFET_LEDGER_ERASED] = { "erased/", NULL },
                                [STAFET_LEDGER_FORGOTTEN] = { "forgotten/", "forgotten" },
                                [STAFET_LEDGER_WITHDRAWN] = { "withdrawn/", "withdrawn" } };

typedef struct
{
  StafetLedger ledger;
  StafetInstant at;
} Line;

/* uid → Line (owned): of two the later. */
static GHashTable *
lines_new (void)
{
  return g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
}

static void
add_line (GHashTable *lines, StafetUid uid, StafetLedger ledger, StafetInstant at)
{
  const Line *known = g_hash_table_lookup (lines, uid);
  Line line = { ledger, at };

  /* In the same second it was withdrawn first. */
  if (known == NULL || known->at < at || (known->at == at && ledger == STAFET_LEDGER_FORGOTTEN))
    g_hash_table_insert (lines, (gpointer) uid, g_memdup2 (&line, sizeof line));
}

/* ——— The file: "UID SECONDS [WORD]" ——— */

static gboolean
read_word (const char *word, StafetLedger *ledger)
{
  for (int i = 0; i < STAFET_N_LEDGERS; i++)
    if (g_strcmp0 (ledgers[i].word, word) == 0)
      {
        *ledger = (StafetLedger) i;
        return TRUE;
      }
  return FALSE;
}

/* One that is no such line says nothing. */
static void
read_line (const char *line, GHashTable *lines)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  guint n = g_strv_length (words);
  StafetLedger ledger;

  if (n < 2 || n > 3 || *words[0] == '\0' || !read_word (words[2], &ledger))
    return;
  for (const char *c = words[0]; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      return;
  add_line (lines, stafet_uid_intern (words[0]), ledger, g_ascii_strtoll (words[1], NULL, 10));
}

static char *
path_of (const char *store_path)
{
  return g_strconcat (store_path, ".erased", NULL);
}

/* One that cannot be read says nothing. */
static void
read_file (const char *store_path, GHashTable *lines)
{
  g_autofree char *path = path_of (store_path), *text = NULL;
  g_auto (GStrv) rows = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  rows = g_strsplit (text, "\n", -1);
  for (char **row = rows; *row != NULL; row++)
    read_line (*row, lines);
}

/* ——— The store ——— */

static gboolean
read_notes (StafetStore *store, GHashTable *lines, GError **error)
{
  for (int ledger = 0; ledger < STAFET_N_LEDGERS; ledger++)
    {
      const char *prefix = ledgers[ledger].prefix;
      g_autoptr (GPtrArray) keys = stafet_store_list_notes (store, prefix, error);

      if (keys == NULL)
        return FALSE;
      for (guint i = 0; i < keys->len; i++)
        {
          const char *key = g_ptr_array_index (keys, i);
          g_autofree char *value = stafet_store_read_note (store, key, NULL);

          add_line (lines, stafet_uid_intern (key + strlen (prefix)), (StafetLedger) ledger,
                    value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0);
        }
    }
  return TRUE;
}

static gboolean
write_notes (StafetStore *store, StafetLedger ledger, const GArray *lines, StafetInstant now, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const StafetLedgerLine *line = &g_array_index (lines, StafetLedgerLine, i);
      g_autofree char *key = g_strconcat (ledgers[ledger].prefix, line->uid, NULL);
      g_autofree char *value =
        g_strdup_printf ("%" G_GINT64_FORMAT, line->at != STAFET_INSTANT_NONE ? line->at : now);

      if (!stafet_store_write_note (store, key, value, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
stafet_store_note_ledger (StafetStore *self, const StafetChangeset *changeset, GError **error)
{
  return write_notes (self, STAFET_LEDGER_ERASED, changeset->erased, changeset->at, error)
         && write_notes (self, STAFET_LEDGER_FORGOTTEN, changeset->for_good, changeset->at, error)
         && write_notes (self, STAFET_LEDGER_WITHDRAWN, changeset->withdrawn, changeset->at, error);
}

/* ——— Both ——— */

static int
compare_uids (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

void
stafet_store_write_ledger (StafetStore *self)
{
  g_autoptr (GHashTable) lines = lines_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = path_of (self->path);
  g_autoptr (GList) uids = NULL;

  read_file (self->path, lines);
  if (!read_notes (self, lines, NULL) || g_hash_table_size (lines) == 0)
    return;
  uids = g_list_sort (g_hash_table_get_keys (lines), compare_uids);
  for (GList *link = uids; link != NULL; link = link->next)
    {
      const Line *line = g_hash_table_lookup (lines, link->data);
      const char *word = ledgers[line->ledger].word;

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT "%s%s\n", (const char *) link->data, line->at,
                              word != NULL ? " " : "", word != NULL ? word : "");
    }
  g_file_set_contents_full (path, text->str, (gssize) text->len,
                            G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, NULL);
}

GArray *
stafet_store_read_returned (StafetStore *self, StafetLedger ledger, GError **error)
{
  g_autoptr (GHashTable) named = lines_new (), known = lines_new ();
  g_autoptr (GList) sorted = NULL;
  GArray *lines;

  read_file (self->path, named);
  if (!read_notes (self, known, error))
    return NULL;
  lines = g_array_new (FALSE, FALSE, sizeof (StafetLedgerLine));
  sorted = g_list_sort (g_hash_table_get_keys (named), compare_uids);
  for (GList *link = sorted; link != NULL; link = link->next)
    {
      const Line *line = g_hash_table_lookup (named, link->data),
                 *here = g_hash_table_lookup (known, link->data);

      StafetLedgerLine returned = { link->data, line->at };

      if (line->ledger == ledger && (here == NULL || here->at < line->at))
        g_array_append_val (lines, returned);
    }
  return lines;
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
  g_autoptr (GHashTable) lines = lines_new ();
  StafetDate last = STAFET_DATE_NONE;
  GHashTableIter iter;
  gpointer line;

  read_file (store_path, lines);
  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    {
      StafetDate day = day_of (((const Line *) line)->at);

      if (day + STAFET_STORE_ERASED_DAYS <= today)
        last = MAX (last, day + 1);
    }
  return last;
}
