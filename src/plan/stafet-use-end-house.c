/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ends every series of a house on one date.
 */
#include "stafet-use-end-house.h"

#include "core/stafet-words.h"
#include "schedule/stafet-entry.h"
#include "schedule/stafet-expand.h"
#include "stafet-foreign.h"
#include "stafet-use-clash.h"
#include "stafet-use-exception.h"
#include "stafet-use-series.h"

typedef struct
{
  StafetPlan *plan;
  StafetSnapshot *snapshot;
  StafetHouse *house;
  StafetDate from;
  StafetChangeset *changeset;
  StafetHouseEnd *end;
  GHashTable *volunteers; /* uids */
} Ending;

/* ——— Dates ——— */

/* Whether the date of that original date lies on the closed side; one that is no more does not. */
static gboolean
is_held_later (const Ending *e, StafetRecord *series, StafetDate date)
{
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (e->snapshot, STAFET_RECORD_KIND (series), series->uid, date);
  const StafetEntry *entry = agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;

  return entry != NULL && stafet_wall_date (entry->start) >= e->from;
}

/* ——— People ——— */

static void
count_volunteer (const Ending *e, StafetUid volunteer)
{
  if (volunteer != NULL)
    g_hash_table_add (e->volunteers, (gpointer) volunteer);
}

/* One that has not begun by then goes away. */
static void
end_standing (const Ending *e, const StafetTiming *timing, StafetStanding *standing)
{
  StafetDate begun = MAX (standing->from, timing->first_date);
  StafetStanding *after;

  if (standing->to != STAFET_DATE_NONE && standing->to < e->from)
    return;
  e->end->standings++;
  count_volunteer (e, standing->volunteer);
  if (begun >= e->from)
    {
      stafet_changeset_delete (e->changeset, standing);
      return;
    }
  after = stafet_record_copy (standing);
  after->to = e->from - 1;
  stafet_changeset_update (e->changeset, standing, after);
}

static void
end_standings (const Ending *e, const StafetTiming *timing, StafetUid shift)
{
  const GPtrArray *standings = stafet_snapshot_index (e->snapshot, STAFET_INDEX_STANDING_BY_SHIFT, shift);

  for (guint i = 0; i < standings->len; i++)
    end_standing (e, timing, g_ptr_array_index (standings, i));
}

/* Who counts on a date that is no more. One that was to be held earlier goes with its series. */
static void
count_dated (const Ending *e, StafetRecord *series)
{
  g_autoptr (GPtrArray) rows = stafet_use_dated_rows (e->snapshot, series, e->from);

  for (guint i = 0; i < rows->len; i++)
    {
      StafetRecord *row = g_ptr_array_index (rows, i);
      const StafetAssignment *assignment =
        STAFET_RECORD_KIND (row) == STAFET_KIND_ASSIGNMENT ? (StafetAssignment *) row : NULL;

      if (STAFET_RECORD_KIND (row) == STAFET_KIND_SIGNUP)
        e->end->signups++;
      if (STAFET_RECORD_KIND (row) == STAFET_KIND_EXCEPTION
          && ((StafetException *) row)->status != STAFET_EXCEPTION_CANCELLED
          && ((StafetException *) row)->activity == series->uid
          && !is_held_later (e, series, ((StafetException *) row)->date))
        e->end->cancelled++;
      if (assignment == NULL || assignment->state == STAFET_ASSIGNMENT_DECLINED)
        continue;
      e->end->promises++;
      count_volunteer (e, assignment->volunteer);
    }
}

/* ——— A series ——— */

static void
cancel_date (const Ending *e, StafetRecord *series, StafetDate date)
{
  StafetException *before, *after = stafet_use_exception (e->snapshot, series, date, &before);

  if (before == NULL || before->status != STAFET_EXCEPTION_CANCELLED)
    e->end->cancelled++;
  after->status = STAFET_EXCEPTION_CANCELLED;
  stafet_use_set_reason (after, _ ("The house is closed for good"));
  stafet_use_put_exception (e->changeset, before, after);
}

/* A date of before that was moved to after. */
static void
cancel_moved (const Ending *e, StafetRecord *series)
{
  StafetIndex index = STAFET_RECORD_KIND (series) == STAFET_KIND_ACTIVITY ? STAFET_INDEX_EXCEPTION_BY_ACTIVITY
                                                                          : STAFET_INDEX_EXCEPTION_BY_SHIFT;
  const GPtrArray *exceptions = stafet_snapshot_index (e->snapshot, index, series->uid);

  for (guint i = 0; i < exceptions->len; i++)
    {
      const StafetException *exception = g_ptr_array_index (exceptions, i);

      if (exception->date < e->from && exception->status != STAFET_EXCEPTION_CANCELLED
          && is_held_later (e, series, exception->date))
        cancel_date (e, series, exception->date);
    }
}

/* A series needs a date: of one that was to begin later the first stays, cancelled. */
static void
set_until (const Ending *e, StafetRecord *series, StafetDate until)
{
  StafetRecord *after = stafet_record_copy (series);

  stafet_use_timing (after)->until = until;
  stafet_record_derive (after);
  stafet_changeset_update (e->changeset, series, after);
}

static void
end_series (const Ending *e, StafetRecord *series)
{
  const StafetTiming *timing = stafet_use_timing (series);
  const GPtrArray *shifts = stafet_snapshot_index (e->snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, series->uid);
  StafetDate first = stafet_expand_next (timing, timing->first_date);

  cancel_moved (e, series);
  if (timing->last_date < e->from)
    return;
  if (STAFET_RECORD_KIND (series) == STAFET_KIND_ACTIVITY)
    e->end->activities += first < e->from;
  else
    e->end->shifts += first < e->from;
  if (timing->recurs)
    set_until (e, series, first < e->from ? e->from - 1 : first);
  if (first >= e->from)
    cancel_date (e, series, first);
  count_dated (e, series);
  if (STAFET_RECORD_KIND (series) == STAFET_KIND_SHIFT)
    end_standings (e, timing, series->uid);
  for (guint i = 0; i < shifts->len; i++)
    end_standings (e, timing, ((StafetRecord *) g_ptr_array_index (shifts, i))->uid);
  stafet_use_book_series (e->plan, series, e->changeset);
}

static void
end_all (const Ending *e)
{
  StafetUid house = e->house->parent.uid;
  const GPtrArray *activities = stafet_snapshot_index (e->snapshot, STAFET_INDEX_ACTIVITY_BY_HOUSE, house);
  const GPtrArray *shifts = stafet_snapshot_index (e->snapshot, STAFET_INDEX_SHIFT_BY_HOUSE, house);

  /* A draft is shown nowhere: it waits for another house. */
  for (guint i = 0; i < activities->len; i++)
    {
      StafetActivity *activity = g_ptr_array_index (activities, i);

      if (!activity->draft && activity->calendar == NULL)
        end_series (e, &activity->parent);
    }
  for (guint i = 0; i < shifts->len; i++)
    if (((StafetShift *) shifts->pdata[i])->activity == NULL)
      end_series (e, g_ptr_array_index (shifts, i));
}

/* What others do was only looked at from here. */
static void
drop_calendars (const Ending *e)
{
  const GPtrArray *calendars =
    stafet_snapshot_index (e->snapshot, STAFET_INDEX_CALENDAR_BY_HOUSE, e->house->parent.uid);

  for (guint i = 0; i < calendars->len; i++)
    stafet_foreign_drop (e->plan, g_ptr_array_index (calendars, i), e->changeset);
}

/* Other houses' activities in its rooms. */
static void
count_guests (const Ending *e)
{
  StafetUid house = e->house->parent.uid;
  const GPtrArray *rooms = stafet_snapshot_index (e->snapshot, STAFET_INDEX_ROOM_BY_HOUSE, house);

  for (guint i = 0; i < rooms->len; i++)
    {
      StafetUid room = ((StafetRecord *) g_ptr_array_index (rooms, i))->uid;
      const GPtrArray *users = stafet_snapshot_index (e->snapshot, STAFET_INDEX_ACTIVITY_BY_ROOM, room);

      for (guint j = 0; j < users->len; j++)
        {
          const StafetActivity *activity = g_ptr_array_index (users, j);

          if (activity->house != house && activity->timing.last_date >= e->from)
            e->end->guests++;
        }
    }
}

/* ——— The use case ——— */

static gboolean
refuse (const Ending *e, GError **error)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (e->plan));

  if (e->house->kind == STAFET_HOUSE_NURSING)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                 _ ("%s is a nursing home: end the activities that come there one by one."), e->house->name);
  else if (e->from < today)
    g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_MALFORMED,
                         _ ("A house closes today at the earliest: what has been stays as it was."));
  else if (e->house->closed_from != STAFET_DATE_NONE && e->house->closed_from <= e->from)
    {
      g_autofree char *day = stafet_words_day_with_year (stafet_i18n_get_language (), e->house->closed_from);

      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE, _ ("%s is closed from %s already."),
                   e->house->name, day);
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
end_house (StafetPlan *plan, const char *reference, StafetDate from, StafetChangeset *changeset,
           StafetHouseEnd *end, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *house = stafet_reference_find (snapshot, STAFET_KIND_HOUSE, reference, error);
  g_autoptr (GHashTable) volunteers = g_hash_table_new (g_direct_hash, g_direct_equal);
  Ending e = { plan, snapshot, (StafetHouse *) house, from, changeset, end, volunteers };
  g_autofree char *day = stafet_words_day_with_year (stafet_i18n_get_language (), from);
  StafetHouse *after;

  *end = (StafetHouseEnd){ 0 };
  if (house == NULL || refuse (&e, error))
    return FALSE;
  after = stafet_record_copy (house);
  after->closed_from = from;
  stafet_changeset_update (changeset, house, after);
  end_all (&e);
  drop_calendars (&e);
  count_guests (&e);
  end->volunteers = g_hash_table_size (volunteers);
  stafet_changeset_set_label (changeset, _ ("%s closes for good on %s"), e.house->name, day);
  return TRUE;
}

typedef struct
{
  char *house;
  StafetDate from;
} Arguments;

static void
arguments_free (gpointer data)
{
  g_free (((Arguments *) data)->house);
  g_free (data);
}

static gboolean
end_house_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  StafetHouseEnd end;

  return end_house (plan, a->house, a->from, changeset, &end, error);
}

StafetEdit *
stafet_use_end_house (const char *house, StafetDate from)
{
  Arguments *a = g_new (Arguments, 1);

  a->house = g_strdup (house);
  a->from = from;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, end_house_func, a, arguments_free);
}

gboolean
stafet_house_end_try (StafetPlan *plan, const char *house, StafetDate from, StafetHouseEnd *end,
                      GError **error)
{
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (STAFET_CHANGESET_EDIT);

  return end_house (plan, house, from, changeset, end, error);
}

/* ——— In words ——— */

static void
say (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
  g_free (sentence);
}

static void
say_series (GString *text, const StafetHouseEnd *end, StafetDate from)
{
  g_autofree char *last = stafet_words_day_with_year (stafet_i18n_get_language (), from - 1);
  g_autofree char *activities =
    g_strdup_printf (ngettext_ ("%u activity", "%u activities", end->activities), end->activities);
  g_autofree char *shifts = g_strdup_printf (ngettext_ ("%u shift", "%u shifts", end->shifts), end->shifts);

  if (end->activities + end->shifts == 0)
    say (text, g_strdup (_ ("Nothing goes on in the house then.")));
  else if (end->shifts == 0)
    say (text, g_strdup_printf (_ ("%s: the last day is %s."), activities, last));
  else if (end->activities == 0)
    say (text, g_strdup_printf (_ ("%s: the last day is %s."), shifts, last));
  else
    say (text, g_strdup_printf (_ ("%s and %s: the last day is %s."), activities, shifts, last));
}

static void
say_people (GString *text, const StafetHouseEnd *end)
{
  if (end->standings > 0)
    say (text,
         g_strdup_printf (ngettext_ ("%u standing place ends.", "%u standing places end.", end->standings),
                          end->standings));
  if (end->promises > 0)
    say (text, g_strdup_printf (ngettext_ ("%u place on a single date is no more.",
                                           "%u places on single dates are no more.", end->promises),
                                end->promises));
  if (end->signups > 0)
    say (text, g_strdup_printf (ngettext_ ("%u sign-up is for a date that is no more.",
                                           "%u sign-ups are for dates that are no more.", end->signups),
                                end->signups));
  if (end->volunteers > 0)
    say (text, g_strdup_printf (ngettext_ ("That concerns %u volunteer: tell her first.",
                                           "That concerns %u volunteers: tell them first.", end->volunteers),
                                end->volunteers));
}

char *
stafet_house_end_words (const StafetHouseEnd *end, StafetDate from)
{
  GString *text = g_string_new (NULL);

  say_series (text, end, from);
  if (end->cancelled > 0)
    say (text, g_strdup_printf (ngettext_ ("%u date after that is cancelled.",
                                           "%u dates after that are cancelled.", end->cancelled),
                                end->cancelled));
  say_people (text, end);
  if (end->guests > 0)
    say (text, g_strdup_printf (
                 ngettext_ ("%u activity of another house uses a room here: find another room for it.",
                            "%u activities of other houses use rooms here: find other rooms for them.",
                            end->guests),
                 end->guests));
  say (text, g_strdup (_ ("What has been stays in the history, and the house can still be looked at.")));
  return g_string_free (text, FALSE);
}
