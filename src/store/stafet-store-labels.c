/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes what a person is called out of the labels of changes.
 */
#include "stafet-store-private.h"

typedef struct
{
  gint64 id;
  char *text; /* owned */
} Label;

static void
label_clear (gpointer data)
{
  g_free (((Label *) data)->text);
}

/* Those of a bound statement that name her, as they shall read. */
static GArray *
read_labels (StafetConnection *connection, StafetStatement *statement, const StafetNaming *naming,
             GError **error)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (Label));
  StafetStep step;

  g_array_set_clear_func (labels, label_clear);
  while ((step = stafet_connection_step (connection, statement, error)) == STAFET_STEP_ROW)
    {
      const char *text = stafet_connection_get_text (connection, statement, 1);
      Label label = { stafet_connection_get_integer (connection, statement, 0),
                      stafet_mentions_replace (naming->mentions, text, naming->first, naming->later) };

      if (label.text != NULL)
        g_array_append_val (labels, label);
    }
  return step == STAFET_STEP_DONE ? g_steal_pointer (&labels) : NULL;
}

static gboolean
write_label (StafetConnection *connection, const Label *label, GError **error)
{
  StafetStatement *statement =
    stafet_connection_prepare (connection, "UPDATE change_log SET label = $1 WHERE id = $2", error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_text (connection, statement, 1, label->text);
  stafet_connection_bind_integer (connection, statement, 2, label->id);
  return stafet_connection_run (connection, statement, error);
}

static gboolean
rewrite (StafetConnection *connection, StafetStatement *statement, const StafetNaming *naming, GError **error)
{
  g_autoptr (GArray) labels = read_labels (connection, statement, naming, error);

  for (guint i = 0; labels != NULL && i < labels->len; i++)
    if (!write_label (connection, &g_array_index (labels, Label, i), error))
      return FALSE;
  return labels != NULL;
}

gboolean
stafet_store_rewrite_labels (StafetStore *self, const StafetNaming *naming, GError **error)
{
  StafetStatement *statement =
    stafet_connection_prepare (self->connection, "SELECT id, label FROM change_log", error);

  return statement != NULL && rewrite (self->connection, statement, naming, error);
}

gboolean
stafet_store_rewrite_labels_about (StafetStore *self, StafetUid uid, StafetInstant before,
                                   const StafetNaming *naming, GError **error)
{
  static const char sql[] = "SELECT id, label FROM change_log WHERE at < $2 AND (id IN (SELECT log FROM "
                            "change_subject WHERE uid = $1) "
                            "OR id IN (SELECT log FROM change_row WHERE uid = $1))";
  StafetStatement *statement = stafet_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_text (self->connection, statement, 1, uid);
  stafet_connection_bind_integer (self->connection, statement, 2, before);
  return rewrite (self->connection, statement, naming, error);
}
