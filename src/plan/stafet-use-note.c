/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Notes that are done, and those that are not done after all.
 */
#include "stafet-use-note.h"

#include "core/stafet-note.h"

typedef struct
{
  char *note;
  gboolean done;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->note);
  g_free (a);
}

void
stafet_use_follow_note (StafetPlan *plan, const StafetRecord *before, StafetRecord *after)
{
  const StafetField *by = stafet_record_info_field (STAFET_RECORD_INFO (after), "done_by");
  gboolean was, is;

  if (STAFET_RECORD_KIND (after) != STAFET_KIND_NOTE)
    return;
  was = before != NULL && ((const StafetNote *) before)->done != STAFET_DATE_NONE;
  is = ((StafetNote *) after)->done != STAFET_DATE_NONE;
  if (is != was)
    stafet_record_take_text (after, by,
                             is ? g_strdup (stafet_store_get_author (stafet_plan_get_store (plan))) : NULL);
}

static gboolean
note_done_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetNote *before = stafet_reference_find (snapshot, STAFET_KIND_NOTE, a->note, error), *after;
  g_autofree char *name = before != NULL ? stafet_use_name (snapshot, &before->parent) : NULL;

  if (before == NULL)
    return FALSE;
  stafet_changeset_set_label (changeset, a->done ? _ ("Done: %s") : _ ("Not done after all: %s"), name);
  if ((before->done != STAFET_DATE_NONE) == a->done)
    return TRUE;
  after = stafet_record_copy (before);
  after->done = a->done ? stafet_clock_today (stafet_plan_get_clock (plan)) : STAFET_DATE_NONE;
  stafet_use_follow_note (plan, &before->parent, &after->parent);
  stafet_changeset_update (changeset, before, after);
  return TRUE;
}

StafetEdit *
stafet_use_note_done (const char *note, gboolean done)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->note = g_strdup (note);
  a->done = done;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, note_done_func, a, arguments_free);
}
