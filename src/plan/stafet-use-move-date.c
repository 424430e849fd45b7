/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether what was moved is held where it is now.
 */
#include "schedule/stafet-review.h"
#include "stafet-use-private.h"

typedef struct
{
  StafetEdit *move;
  char *series;
  StafetDate date;
  gboolean anyway;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  stafet_edit_free (a->move);
  g_free (a->series);
  g_free (a);
}

/* What keeps it from being held; NULL when nothing does. Borrowed from @agenda. */
static const char *
obstacle (StafetSnapshot *snapshot, const StafetAgenda *agenda)
{
  const StafetEntry *entry = agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;
  StafetHurdle hurdle;
  StafetReviewState state;

  if (entry == NULL || !stafet_review_judge (snapshot, entry, &hurdle, &state)
      || (state != STAFET_REVIEW_CLOSED && state != STAFET_REVIEW_POLICY))
    return NULL;
  return stafet_hurdle_name (&hurdle, stafet_i18n_get_language ());
}

/* Takes @obstacle as accepted, or as what is in the way. */
static gboolean
judge (StafetPlan *scratch, const Arguments *a, const StafetEntry *entry, const char *what,
       StafetChangeset *changeset, GError **error)
{
  g_autofree char *day = stafet_use_day (stafet_wall_date (entry->start));
  g_autoptr (StafetEdit) hold = NULL;

  if (!a->anyway)
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH,
                   _ ("“%s” would not be held on %s: %s. Moved there anyway, it is held all the same."),
                   entry->title, day, what);
      return FALSE;
    }
  stafet_plan_warn (scratch, _ ("“%s” is held on %s in spite of this: %s."), entry->title, day, what);
  hold = stafet_use_restore_date_anyway (a->series, a->date);
  return stafet_plan_try (scratch, hold, changeset, NULL, error);
}

static gboolean
move_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  g_autoptr (StafetAgenda) agenda = NULL;
  StafetSnapshot *snapshot;
  StafetRecord *record;
  const char *what;

  if (!stafet_plan_try (scratch, a->move, changeset, NULL, error))
    return FALSE;
  snapshot = stafet_plan_get_snapshot (scratch);
  record = stafet_reference_find_series (snapshot, a->series, error);
  if (record == NULL)
    return FALSE;
  agenda = stafet_agenda_new_occurrence (snapshot, STAFET_RECORD_KIND (record), record->uid, a->date);
  what = obstacle (snapshot, agenda);
  if (what != NULL && !judge (scratch, a, g_ptr_array_index (agenda->entries, 0), what, changeset, error))
    return FALSE;
  stafet_plan_take_warnings (plan, scratch);
  return TRUE;
}

StafetEdit *
stafet_use_move_date (StafetEdit *move, const char *series, StafetDate date, gboolean anyway)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->move = move;
  a->series = g_strdup (series);
  a->date = date;
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, move_func, a, arguments_free);
}
