/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who changed what when: pages of the history, of a house, a volunteer or an activity.
 */
#include "stafet-store-private.h"

#define ENTRIES_AT_ONCE 100

/* The narrowest first: an activity has fewer changes than a volunteer may, and both than a house. */
static void
subjects_of_query (const StafetHistoryQuery *query, StafetUid subjects[3])
{
  StafetUid all[3] = { query->series, query->volunteer, query->house };
  int n = 0;

  subjects[0] = subjects[1] = subjects[2] = NULL;
  for (int i = 0; i < 3; i++)
    if (all[i] != NULL)
      subjects[n++] = all[i];
}

/* The lowest id among the entries made since @since; 0 when there is none. Ids rise with time, but for clocks
 * that differ between machines. */
static gboolean
first_since (StafetStore *self, StafetInstant since, gint64 *id, GError **error)
{
  StafetStatement *statement =
    stafet_connection_prepare (self->connection, "SELECT min(id) FROM change_log WHERE at >= $1", error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_integer (self->connection, statement, 1, since);
  if (stafet_connection_step (self->connection, statement, error) != STAFET_STEP_ROW)
    return FALSE;
  *id = stafet_connection_get_integer (self->connection, statement, 0);
  stafet_connection_reset (self->connection, statement);
  return TRUE;
}

/* $1 before, $2 first, $3 since, $4 author, $5 limit, and from $6 on the subjects. */
static char *
page_sql (const StafetHistoryQuery *query, const StafetUid subjects[3])
{
  GString *sql = g_string_new (STAFET_STORE_SELECT_LOG);

  if (subjects[0] != NULL)
    g_string_append (
      sql, "JOIN change_subject AS s ON s.log = id WHERE s.uid = $6 AND s.log < $1 AND s.log >= $2 ");
  else
    g_string_append (sql, "WHERE id < $1 AND id >= $2 ");
  g_string_append (sql, "AND at >= $3 ");
  g_string_append (sql, query->author != NULL ? "AND author = $4 " : "AND $4 = '' ");
  for (int i = 1; i < 3; i++)
    if (subjects[i] != NULL)
      g_string_append_printf (
        sql, "AND EXISTS (SELECT 1 FROM change_subject AS t WHERE t.uid = $%d AND t.log = id) ", 6 + i);
  g_string_append_printf (sql, "ORDER BY %s DESC LIMIT $5", subjects[0] != NULL ? "s.log" : "id");
  return g_string_free (sql, FALSE);
}

/* @subjects that were written down choose the entries; @extent what is read of their rows. */
static GPtrArray *
read_page (StafetStore *self, const StafetHistoryQuery *query, gint64 first, const StafetUid subjects[3],
           const StafetLogExtent *extent, GError **error)
{
  g_autofree char *sql = page_sql (query, subjects);
  StafetStatement *statement = stafet_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return NULL;
  stafet_connection_bind_integer (self->connection, statement, 1,
                                  query->before > 0 ? query->before : G_MAXINT64);
  stafet_connection_bind_integer (self->connection, statement, 2, first);
  stafet_connection_bind_integer (self->connection, statement, 3,
                                  query->since != 0 ? query->since : G_MININT64);
  stafet_connection_bind_text (self->connection, statement, 4, query->author != NULL ? query->author : "");
  stafet_connection_bind_integer (self->connection, statement, 5,
                                  query->limit > 0 ? (gint64) query->limit : G_MAXINT64);
  for (int i = 0; i < 3 && subjects[i] != NULL; i++)
    stafet_connection_bind_text (self->connection, statement, 6 + i, subjects[i]);
  return stafet_store_read_entries (self, statement, extent, error);
}

/* ——— Where it was not written down: a store of before that may not be written ——— */

static gboolean
is_about (StafetSubjects *finder, const StafetLogEntry *entry, const StafetUid subjects[3])
{
  g_autoptr (GHashTable) set = stafet_subjects_of_entry (finder, entry);

  for (int i = 0; i < 3 && subjects[i] != NULL; i++)
    if (!g_hash_table_contains (set, subjects[i]))
      return FALSE;
  return TRUE;
}

static void
keep_fitting (StafetSubjects *finder, GPtrArray *page, const StafetHistoryQuery *query,
              const StafetUid subjects[3], GPtrArray *kept)
{
  for (guint i = 0; i < page->len && (query->limit == 0 || kept->len < query->limit); i++)
    if (is_about (finder, g_ptr_array_index (page, i), subjects))
      {
        g_ptr_array_add (kept, g_ptr_array_index (page, i));
        g_ptr_array_index (page, i) = NULL;
      }
}

static void
free_entry (gpointer entry)
{
  if (entry != NULL)
    stafet_log_entry_free (entry);
}

static GPtrArray *
look_through (StafetStore *self, const StafetHistoryQuery *query, gint64 first, const StafetUid subjects[3],
              GError **error)
{
  static const StafetUid none[3] = { NULL };
  g_autoptr (StafetSubjects) finder = stafet_subjects_new (self);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (free_entry);
  StafetHistoryQuery some = *query;
  guint n;

  some.limit = ENTRIES_AT_ONCE;
  do
    {
      g_autoptr (GPtrArray) page = read_page (self, &some, first, none, NULL, error);

      if (page == NULL)
        return NULL;
      n = page->len;
      if (n > 0)
        some.before = ((StafetLogEntry *) g_ptr_array_index (page, n - 1))->id;
      g_ptr_array_set_free_func (page, free_entry);
      keep_fitting (finder, page, query, subjects, kept);
    }
  while (n == ENTRIES_AT_ONCE && (query->limit == 0 || kept->len < query->limit));
  return g_steal_pointer (&kept);
}

/* ——— Asked ——— */

static GPtrArray *
find_entries (StafetStore *self, const StafetHistoryQuery *query, gint64 first, GError **error)
{
  StafetLogExtent extent = { .limit = query->rows };
  StafetUid subjects[3];

  subjects_of_query (query, subjects);
  extent.naming = subjects[0];
  if (subjects[0] == NULL || stafet_subjects_are_whole (self)
      || (!self->read_only && stafet_subjects_catch_up (self, NULL)))
    return read_page (self, query, first, subjects, &extent, error);
  return look_through (self, query, first, subjects, error);
}

GPtrArray *
stafet_store_find_history (StafetStore *self, const StafetHistoryQuery *query, GError **error)
{
  gint64 first = 0;
  STAFET_STORE_LOCKED (self);

  if (query->since != 0 && !first_since (self, query->since, &first, error))
    return NULL;
  if (query->since != 0 && first == 0)
    return g_ptr_array_new_with_free_func (free_entry);
  return find_entries (self, query, first, error);
}

GPtrArray *
stafet_store_read_history (StafetStore *self, guint limit, GError **error)
{
  const StafetHistoryQuery query = { .limit = limit };

  return stafet_store_find_history (self, &query, error);
}
