/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undoing one older change where it still applies.
 */
#include "stafet-log-undo.h"
#include "stafet-use-check-rows.h"
#include "stafet-use-enquiry.h"
#include "stafet-use-signup.h"

typedef struct
{
  gint64 id;
  gboolean anyway;
} Arguments;

/* Only edits: what made, restored or erased data is for good, and an undo is taken back by redo. */
static gboolean
check_undoable (const StafetLogEntry *entry, GError **error)
{
  if (entry->kind == STAFET_CHANGESET_UNDO || entry->kind == STAFET_CHANGESET_REDO)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                 _ ("That is itself an undo or a redo of “%s”. Choose the change that it was about."),
                 entry->label);
  else if (entry->kind != STAFET_CHANGESET_EDIT)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                 _ ("“%s” cannot be undone. Restore a backup of before instead."), entry->label);
  else if (entry->undone)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE, _ ("“%s” is undone already."),
                 entry->label);
  else
    return TRUE;
  return FALSE;
}

/* Taking back that somebody agreed is withdrawing it. Ctrl+Z at once is not: what was typed can be done
 * again. */
static void
follow_consent (StafetChangeset *changeset)
{
  for (guint i = 0; i < stafet_changeset_length (changeset); i++)
    {
      const StafetChange *change = stafet_changeset_get (changeset, i);

      if (change->before != NULL && change->after != NULL)
        stafet_use_follow_consent (change->before, change->after, changeset);
    }
}

static gboolean
undo_change_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  g_autoptr (StafetLogEntry) entry = stafet_store_read_entry (stafet_plan_get_store (plan), a->id, error);
  g_autofree char *refusal = NULL;

  if (entry == NULL || !check_undoable (entry, error)
      || !stafet_log_take_back (plan, entry, changeset, error))
    return FALSE;
  if (stafet_changeset_length (changeset) == 0)
    {
      g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_NOTHING,
                   _ ("Nothing is left of “%s” that could be undone."), entry->label);
      return FALSE;
    }
  changeset->target = entry->id;
  stafet_changeset_set_label (changeset, _ ("Took back: %s"), entry->label);
  refusal = g_strdup_printf (_ ("“%s” cannot be undone"), entry->label);
  if (!stafet_use_check_rows (plan, refusal, changeset,
                              a->anyway ? STAFET_USE_ROWS_ANYWAY : STAFET_USE_ROWS_STRICT, error))
    return FALSE;
  stafet_use_move_up (plan, changeset);
  follow_consent (changeset);
  return TRUE;
}

StafetEdit *
stafet_edit_undo_change (gint64 id, gboolean anyway)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->id = id;
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, undo_change_func, a, g_free);
}
