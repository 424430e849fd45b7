/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody was rung up about a date of a shift.
 */
#include "core/stafet-words.h"
#include "stafet-use-place.h"

typedef struct
{
  StafetPlaceArguments *place;
  StafetCallOutcome outcome;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  stafet_place_arguments_free (a->place);
  g_free (a);
}

/* The call of the same day to the same person about the same date, or NULL. */
static StafetCall *
same_day (const StafetUsePlace *place, StafetDate date, StafetPlan *plan)
{
  StafetClock *clock = stafet_plan_get_clock (plan);
  StafetZone *zone = stafet_clock_get_zone (clock);
  const GPtrArray *calls =
    stafet_snapshot_index (place->snapshot, STAFET_INDEX_CALL_BY_SHIFT, place->shift->parent.uid);

  for (guint i = stafet_snapshot_first_on (calls, date); i < calls->len; i++)
    {
      StafetCall *call = g_ptr_array_index (calls, i);

      if (call->date == date && call->volunteer == stafet_use_place_volunteer (place)
          && stafet_wall_date (stafet_zone_to_wall (zone, call->at)) == stafet_clock_today (clock))
        return call;
    }
  return NULL;
}

static void
set_label (StafetChangeset *changeset, const char *name, StafetCallOutcome outcome, StafetPlan *plan)
{
  static const char *const labels[] = { N_ ("Noted: rang %s %s"), N_ ("Noted: rang %s %s, no answer"),
                                        N_ ("Noted: told %s %s"),
                                        N_ ("Noted: rang %s %s, wants to think about it") };
  StafetWall now = stafet_clock_now (stafet_plan_get_clock (plan));
  g_autofree char *time = stafet_words_time (stafet_i18n_get_language (), stafet_wall_minutes (now));

  stafet_changeset_set_label (changeset, _ (labels[outcome]), name, time);
}

static gboolean
call_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  g_auto (StafetUsePlace) place = { NULL };
  StafetCall *before, *after;

  if (!stafet_use_place_resolve (&place, plan, a->place, error)
      || !stafet_use_check_date (place.snapshot, &place.shift->parent, a->place->date, error))
    return FALSE;
  before = same_day (&place, a->place->date, plan);
  after = before != NULL ? stafet_record_copy (before) : stafet_record_new (STAFET_KIND_CALL, NULL);
  after->shift = place.shift->parent.uid;
  after->date = a->place->date;
  after->volunteer = stafet_use_place_volunteer (&place);
  after->at = stafet_clock_instant (stafet_plan_get_clock (plan));
  after->outcome = (gint32) a->outcome;
  if (before != NULL)
    stafet_changeset_update (changeset, before, after);
  else
    stafet_changeset_insert (changeset, after);
  set_label (changeset, place.name, a->outcome, plan);
  return TRUE;
}

StafetEdit *
stafet_use_call (const char *shift, const char *volunteer, StafetDate date, StafetCallOutcome outcome)
{
  StafetWho who = { .volunteer = volunteer };
  Arguments *a = g_new0 (Arguments, 1);

  a->place = stafet_place_arguments_new (shift, &who);
  a->place->date = date;
  a->outcome = outcome;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, call_func, a, arguments_free);
}

/* ——— Whoever is on no shift ——— */

typedef struct
{
  StafetKind kind;
  char *series, *whom;
  StafetDate date;
  StafetCallOutcome outcome;
} Telling;

static void
telling_free (gpointer data)
{
  Telling *t = data;

  g_free (t->series);
  g_free (t->whom);
  g_free (t);
}

/* The call of the same day to the same about the same date, or NULL. */
static StafetTold *
told_today (StafetPlan *plan, const Telling *t, const StafetRecord *series)
{
  StafetClock *clock = stafet_plan_get_clock (plan);
  const GPtrArray *all = stafet_snapshot_index (
    stafet_plan_get_snapshot (plan),
    t->kind == STAFET_KIND_ACTIVITY ? STAFET_INDEX_TOLD_BY_ACTIVITY : STAFET_INDEX_TOLD_BY_SHIFT,
    series->uid);

  for (guint i = 0; i < all->len; i++)
    {
      StafetTold *told = g_ptr_array_index (all, i);
      StafetWall at = stafet_zone_to_wall (stafet_clock_get_zone (clock), told->at);

      if (told->date == t->date && g_str_equal (told->whom, t->whom)
          && stafet_wall_date (at) == stafet_clock_today (clock))
        return told;
    }
  return NULL;
}

/* Who signed up, and guests, are named in no label: those outlive them. */
static const char *
told_name (const StafetSnapshot *snapshot, const char *whom)
{
  static const StafetKind kinds[] = { STAFET_KIND_WARD, STAFET_KIND_ORGANISER, STAFET_KIND_CONTACT,
                                      STAFET_KIND_VOLUNTEER };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      StafetRecord *record = stafet_snapshot_lookup (snapshot, kinds[i], whom);

      if (record != NULL)
        return stafet_record_get_label (record);
    }
  return _ ("somebody who was to come");
}

static gboolean
tell_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Telling *t = data;
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *series = stafet_reference_find (snapshot, t->kind, t->series, error);
  StafetTold *before, *after;

  if (series == NULL || !stafet_use_check_date (snapshot, series, t->date, error))
    return FALSE;
  before = told_today (plan, t, series);
  after = before != NULL ? stafet_record_copy (before) : stafet_record_new (STAFET_KIND_TOLD, NULL);
  if (t->kind == STAFET_KIND_ACTIVITY)
    after->activity = series->uid;
  else
    after->shift = series->uid;
  after->date = t->date;
  after->at = stafet_clock_instant (stafet_plan_get_clock (plan));
  after->outcome = (gint32) t->outcome;
  stafet_record_take_text (after, stafet_record_info_field (&stafet_told_info, "whom"), g_strdup (t->whom));
  if (before != NULL)
    stafet_changeset_update (changeset, before, after);
  else
    stafet_changeset_insert (changeset, after);
  set_label (changeset, told_name (snapshot, t->whom), t->outcome, plan);
  return TRUE;
}

static StafetEdit *
tell_edit (const StafetEntry *entry, const char *whom, StafetCallOutcome outcome)
{
  Telling *t = g_new0 (Telling, 1);

  t->kind = entry->kind;
  t->series = g_strdup (entry->series);
  t->whom = g_strdup (whom);
  t->date = entry->original;
  t->outcome = outcome;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, tell_func, t, telling_free);
}

StafetEdit *
stafet_use_call_line (const StafetCallLine *line, StafetCallOutcome outcome)
{
  g_autofree char *whom = stafet_call_line_key (line);
  GPtrArray *edits;

  if (line->turns->len > 0)
    return stafet_use_call_about (whom, (const StafetCallTurn *) (gpointer) line->turns->data,
                                  line->turns->len, outcome);
  edits = g_ptr_array_new ();
  for (guint i = 0; i < line->entries->len; i++)
    g_ptr_array_add (edits, tell_edit (line->entries->pdata[i], whom, outcome));
  return stafet_use_several (NULL, edits);
}

StafetEdit *
stafet_use_call_about (const char *volunteer, const StafetCallTurn *turns, guint n, StafetCallOutcome outcome)
{
  GPtrArray *edits = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (edits, stafet_use_call (turns[i].shift, volunteer, turns[i].date, outcome));
  return stafet_use_several (NULL, edits);
}

/* "Café on Tuesday 24 November"; the first of several. (transfer full) */
static char *
about_words (const StafetCallList *list)
{
  const StafetEntry *entry = list->agenda->entries->len > 0 ? list->agenda->entries->pdata[0] : NULL;
  g_autofree char *day = entry != NULL ? stafet_use_day (stafet_wall_date (entry->start)) : NULL;

  return entry != NULL ? g_strdup_printf (_ ("%s on %s"), entry->title, day) : g_strdup ("");
}

StafetEdit *
stafet_use_tell (const StafetRecipients *recipients, StafetReachedBy by)
{
  GPtrArray *edits = g_ptr_array_new ();
  g_autofree char *about = about_words (recipients->calls), *label = NULL;

  for (guint i = 0; i < recipients->recipients->len; i++)
    {
      const StafetRecipient *one = &g_array_index (recipients->recipients, StafetRecipient, i);

      if (one->by == by && one->line->called != STAFET_CALLED_TOLD)
        g_ptr_array_add (edits, stafet_use_call_line (one->line, STAFET_CALL_TOLD));
    }
  label = g_strdup_printf (
    by == STAFET_REACHED_BY_MAIL
      ? ngettext_ ("Noted: %u told by e-mail: %s", "Noted: %u told by e-mail: %s", edits->len)
      : ngettext_ ("Noted: %u told by text message: %s", "Noted: %u told by text message: %s", edits->len),
    edits->len, about);
  return stafet_use_several (label, edits);
}
