/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes the name of a volunteer who is erased out of what people read of the log, and forgets what somebody
 * began to write about her.
 */
#include "core/stafet-i18n.h"
#include "stafet-store-private.h"

#include <string.h>

/* What she is called: @names anywhere, @firsts only in changes that were about her, because others are called
 * the same. */
typedef struct
{
  GPtrArray *names, *firsts; /* char *: owned */
} Names;

static void
names_clear (Names *names)
{
  g_clear_pointer (&names->names, g_ptr_array_unref);
  g_clear_pointer (&names->firsts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static int
longest_first (gconstpointer a, gconstpointer b)
{
  gsize one = strlen (*(char *const *) a), other = strlen (*(char *const *) b);

  return one == other ? 0 : one > other ? -1 : 1;
}

static gboolean
read_names (StafetStore *store, StafetUid uid, Names *names, GError **error)
{
  names->names = g_ptr_array_new_with_free_func (g_free);
  names->firsts = g_ptr_array_new_with_free_func (g_free);
  if (!stafet_store_read_names (store, uid, names->names, names->firsts, error))
    return FALSE;
  for (guint i = 0; i < names->names->len; i++)
    {
      const char *name = g_ptr_array_index (names->names, i);

      g_ptr_array_add (names->firsts, g_strndup (name, strcspn (name, " ")));
    }
  g_ptr_array_sort (names->names, longest_first);
  g_ptr_array_sort (names->firsts, longest_first);
  return TRUE;
}

/* ——— Labels ——— */

/* Whether @at in @text is a name of @length bytes and not a part of another word; a genitive's s may follow.
 */
static gboolean
stands_alone (const char *text, const char *at, gsize length)
{
  const char *before = at > text ? g_utf8_prev_char (at) : NULL, *behind = at + length;

  if (before != NULL && g_unichar_isalnum (g_utf8_get_char (before)))
    return FALSE;
  if (*behind == 's')
    behind++;
  return !g_unichar_isalnum (g_utf8_get_char (behind));
}

/* @text without @name, or NULL when it is not in it. (transfer full) */
static char *
without_name (const char *text, const char *name)
{
  gsize length = strlen (name);
  g_autoptr (GString) result = g_string_new (NULL);
  const char *from = text;
  gboolean found = FALSE;

  for (const char *at = strstr (text, name); length > 0 && at != NULL; at = strstr (at + length, name))
    {
      if (!stands_alone (text, at, length))
        continue;
      g_string_append_len (result, from, at - from);
      g_string_append (result, at == text ? _ ("A volunteer") : C_ ("in a sentence", "a volunteer"));
      from = at + length;
      found = TRUE;
    }
  g_string_append (result, from);
  return found ? g_string_free (g_steal_pointer (&result), FALSE) : NULL;
}

/* Takes each of @names out of @label. */
static gboolean
strip (char **label, const GPtrArray *names)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      char *text = without_name (*label, g_ptr_array_index (names, i));

      if (text == NULL)
        continue;
      g_free (*label);
      *label = text;
      changed = TRUE;
    }
  return changed;
}

typedef struct
{
  gint64 id;
  char *text;
  gboolean hers;
} Label;

static void
label_clear (gpointer data)
{
  g_free (((Label *) data)->text);
}

/* @uid: whose changes are told apart. */
static GArray *
read_labels (StafetStore *store, StafetUid uid, GError **error)
{
  static const char sql[] =
    "SELECT id, label, EXISTS (SELECT 1 FROM change_subject WHERE uid = $1 AND log = id) "
    "OR EXISTS (SELECT 1 FROM change_row WHERE uid = $1 AND log = id) FROM change_log";
  StafetStatement *statement = stafet_connection_prepare (store->connection, sql, error);
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (Label));
  StafetStep step;

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (labels, label_clear);
  stafet_connection_bind_text (store->connection, statement, 1, uid);
  while ((step = stafet_connection_step (store->connection, statement, error)) == STAFET_STEP_ROW)
    {
      Label label = { stafet_connection_get_integer (store->connection, statement, 0),
                      g_strdup (stafet_connection_get_text (store->connection, statement, 1)),
                      stafet_connection_get_integer (store->connection, statement, 2) != 0 };

      g_array_append_val (labels, label);
    }
  return step == STAFET_STEP_DONE ? g_steal_pointer (&labels) : NULL;
}

static gboolean
write_label (StafetStore *store, const Label *label, GError **error)
{
  StafetStatement *statement =
    stafet_connection_prepare (store->connection, "UPDATE change_log SET label = $1 WHERE id = $2", error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_text (store->connection, statement, 1, label->text);
  stafet_connection_bind_integer (store->connection, statement, 2, label->id);
  return stafet_connection_run (store->connection, statement, error);
}

static gboolean
rewrite_labels (StafetStore *store, StafetUid uid, const Names *names, GError **error)
{
  g_autoptr (GArray) labels = read_labels (store, uid, error);

  for (guint i = 0; labels != NULL && i < labels->len; i++)
    {
      Label *label = &g_array_index (labels, Label, i);
      gboolean changed = strip (&label->text, names->names);

      if (label->hers)
        changed = strip (&label->text, names->firsts) || changed;
      if (changed && !write_label (store, label, error))
        return FALSE;
    }
  return labels != NULL;
}

/* ——— What was begun ——— */

static gboolean
is_about (const char *text, StafetUid uid, const Names *names)
{
  if (strstr (text, uid) != NULL)
    return TRUE;
  for (guint i = 0; i < names->names->len; i++)
    if (*(const char *) names->names->pdata[i] != '\0' && strstr (text, names->names->pdata[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
forget_drafts (StafetStore *store, StafetUid uid, const Names *names, GError **error)
{
  g_autoptr (GPtrArray) keys = stafet_store_list_notes (store, "draft/", error);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autofree char *text = stafet_store_read_note (store, g_ptr_array_index (keys, i), error);

      if (text == NULL)
        return FALSE;
      if (is_about (text, uid, names)
          && !stafet_store_write_note (store, g_ptr_array_index (keys, i), "", error))
        return FALSE;
    }
  return keys != NULL;
}

static gboolean
forget_subjects (StafetStore *store, StafetUid uid, GError **error)
{
  StafetStatement *statement =
    stafet_connection_prepare (store->connection, "DELETE FROM change_subject WHERE uid = $1", error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_text (store->connection, statement, 1, uid);
  return stafet_connection_run (store->connection, statement, error);
}

gboolean
stafet_store_erase_from_log (StafetStore *self, StafetUid uid, GError **error)
{
  g_auto (Names) names = { NULL, NULL };

  return read_names (self, uid, &names, error) && rewrite_labels (self, uid, &names, error)
         && forget_drafts (self, uid, &names, error) && stafet_store_blank_volunteer (self, uid, error)
         && forget_subjects (self, uid, error);
}
