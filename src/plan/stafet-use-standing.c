/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Standing places: begun for every date, every so many weeks or a period, and ended without touching what
 * has been.
 */
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-eligibility.h"
#include "schedule/stafet-expand.h"
#include "stafet-use-place.h"

/* ——— Begun ——— */

typedef struct
{
  const StafetUsePlace *place;
  const StafetPlaceArguments *a;
  const StafetStanding *standing;
  StafetDate today;
  GArray *mine;     /* of StafetUse: where she will have to be */
  guint n;          /* dates there are at all */
  StafetDate first; /* of those, to come and held */
  guint unchecked;  /* of those, to come and held, for which her check does not last */
  GError **error;
  gboolean sound;
} Check;

/* The heads that she fills on that date already. */
static int
heads_there (const StafetUsePlace *place, const StafetStaffing *staffing)
{
  const StafetPlace *there = stafet_use_place_find (place, staffing);

  return there != NULL && stafet_place_is_filled (there) ? there->count : 0;
}

static gboolean
check_not_twice (const StafetUsePlace *place, StafetDate date, GError **error)
{
  g_autofree char *day = NULL;

  if (stafet_use_place_standing (place, date) == NULL)
    return TRUE;
  day = stafet_use_day (date);
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_TWICE,
               _ ("%s stands on “%s” already on %s. End that standing place first."), place->name,
               place->shift->role, day);
  return FALSE;
}

static gboolean
check_date_cb (StafetDate date, gpointer data)
{
  Check *check = data;
  const StafetUsePlace *place = check->place;
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };
  StafetUse use;

  if (!stafet_standing_holds (check->standing, date))
    return TRUE;
  check->n++;
  check->sound = check_not_twice (place, date, check->error);
  if (!check->sound || date < check->today)
    return check->sound;
  check->sound = stafet_shift_date_find (place->snapshot, place->shift, date, &on, check->error);
  if (!check->sound || on.entry->status == STAFET_STATUS_CANCELLED)
    return check->sound;
  if (check->first == STAFET_DATE_NONE)
    check->first = stafet_wall_date (on.staffing->start);
  check->sound = stafet_use_place_check_room (place, on.staffing,
                                              check->standing->count - heads_there (place, on.staffing), date,
                                              check->a->anyway, check->error);
  use = stafet_use_place_use (&on, date);
  use.title = place->shift->role; /* the entry's goes with it */
  if (place->volunteer != NULL && on.staffing->shift->check
      && stafet_volunteer_lacks_check (place->volunteer, stafet_wall_date (use.start)))
    check->unchecked++;
  else if (place->volunteer != NULL
           && !stafet_staffing_is_absent (place->snapshot, place->volunteer, use.start, use.end, NULL))
    g_array_append_val (check->mine, use);
  return check->sound;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  return ((const StafetUse *) a)->start < ((const StafetUse *) b)->start ? -1 : 1;
}

/* A place that no date can ever fall into. */
static gboolean
check_some_date (const Check *check, const StafetTiming *timing, StafetDate last, GError **error)
{
  const StafetStanding *standing = check->standing;

  if (check->n > 0 || (timing->last_date > last && (standing->to == STAFET_DATE_NONE || standing->to > last)))
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_NO_DATE,
               _ ("“%s” has no date that this place would be for. Look at its dates, and at from, to and "
                  "weeks."),
               check->place->shift->role);
  return FALSE;
}

/* A check that does not last as long as the place does is no hindrance: the dates after it are holes until a
 * new one is seen. */
static void
warn_unchecked (const Check *check)
{
  const StafetUsePlace *place = check->place;
  g_autofree char *until = NULL;

  if (check->unchecked == 0 || place->volunteer->check_until == STAFET_DATE_NONE)
    return;
  until = stafet_words_date_with_year (stafet_i18n_get_language (), place->volunteer->check_until);
  stafet_plan_warn (
    place->plan,
    ngettext_ ("The check of %s expires on %s. “%s” has %u date after that in the coming year: "
               "it is vacant until a new check is seen.",
               "The check of %s expires on %s. “%s” has %u dates after that in the coming year: "
               "they are vacant until a new check is seen.",
               check->unchecked),
    place->name, until, place->shift->role, check->unchecked);
}

/* A house lends for single dates: whoever is to stand where she is not at home is made at home there first.
 */
static gboolean
check_at_home (const StafetUsePlace *place, GError **error)
{
  StafetSeries series;
  g_autoptr (GPtrArray) houses = NULL;
  const StafetHouse *lender;

  if (place->volunteer == NULL
      || !stafet_series_init (&series, stafet_use_series (place->snapshot, &place->shift->parent)))
    return TRUE;
  houses = stafet_series_houses (place->snapshot, &series);
  lender = houses->len > 0 ? stafet_volunteer_lender (place->snapshot, place->volunteer, houses) : NULL;
  if (lender == NULL)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("%s is at home in %s, which lends for single dates. Put her on those, or write this house "
                  "among her houses when %s agrees."),
               place->name, lender->name, lender->name);
  return FALSE;
}

static gboolean
check_standing (const StafetUsePlace *place, const StafetPlaceArguments *a, const StafetStanding *standing,
                gboolean *accepted, GError **error)
{
  StafetTiming *timing = stafet_use_timing (stafet_use_series (place->snapshot, &place->shift->parent));
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (place->plan));
  StafetDate from = MAX (standing->from != STAFET_DATE_NONE ? standing->from : today, timing->first_date);
  g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (StafetUse));
  Check check = { place, a, standing, today, mine, 0, STAFET_DATE_NONE, 0, error, TRUE };

  stafet_expand_timing (timing, from, from + STAFET_USE_HORIZON_DAYS, check_date_cb, &check);
  if (!check.sound || !check_some_date (&check, timing, from + STAFET_USE_HORIZON_DAYS, error))
    return FALSE;
  if (!stafet_use_place_check_check (place, check.first != STAFET_DATE_NONE ? check.first : MAX (from, today),
                                     FALSE, error))
    return FALSE;
  g_array_sort (mine, compare_starts);
  warn_unchecked (&check);
  return stafet_use_check_person (place->plan, stafet_use_place_volunteer (place), mine, a->anyway, accepted,
                                  error);
}

static gboolean
refuse_guest (const StafetUsePlace *place, GError **error)
{
  if (*place->guest == '\0')
    return TRUE;
  g_set_error (
    error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_MALFORMED,
    _ ("A guest like “%s” comes on single dates. Make her a volunteer to give her a standing place."),
    place->guest);
  return FALSE;
}

/* (transfer full) */
static StafetRecord *
new_standing (const StafetUsePlace *place, const StafetPlaceArguments *a, GError **error)
{
  g_autoptr (StafetRecord) record = stafet_record_new (STAFET_KIND_STANDING, NULL);
  StafetStanding *standing = (StafetStanding *) record;

  standing->shift = place->shift->parent.uid;
  standing->volunteer = stafet_use_place_volunteer (place);
  standing->organiser = stafet_use_place_organiser (place);
  standing->count = MAX (a->count, 1);
  standing->from = a->from;
  standing->to = a->to;
  standing->parity = a->parity;
  standing->every = a->every;
  return stafet_record_validate (record, error) ? g_steal_pointer (&record) : NULL;
}

static gboolean
assign_standing_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetPlaceArguments *a = data;
  g_auto (StafetUsePlace) place = { NULL };
  g_autoptr (StafetRecord) standing = NULL;
  gboolean accepted;

  if (!stafet_use_place_resolve (&place, plan, a, error) || !refuse_guest (&place, error)
      || (!a->carried && !check_at_home (&place, error))
      || !stafet_use_place_check_active (&place, a->to != STAFET_DATE_NONE ? a->to : STAFET_DATE_MAX, error))
    return FALSE;
  standing = new_standing (&place, a, error);
  if (standing == NULL || !check_standing (&place, a, (StafetStanding *) standing, &accepted, error))
    return FALSE;
  ((StafetStanding *) standing)->anyway = accepted;
  stafet_changeset_insert (changeset, g_steal_pointer (&standing));
  stafet_use_place_book (&place, changeset);
  stafet_changeset_set_label (changeset, _ ("%s stands on %s"), place.name, place.shift->role);
  return TRUE;
}

StafetEdit *
stafet_use_assign_standing (const char *shift, const StafetWho *who, StafetDate from, StafetDate to,
                            int parity, int every, gboolean anyway)
{
  StafetPlaceArguments *a = stafet_place_arguments_new (shift, who);

  a->from = from;
  a->to = to;
  a->parity = parity;
  a->every = every;
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, assign_standing_func, a, stafet_place_arguments_free);
}

StafetEdit *
stafet_use_carry_standing (const char *shift, const StafetStanding *standing, StafetDate from, StafetDate to,
                           int parity, int every, gboolean anyway)
{
  const StafetWho who = { .volunteer = standing->volunteer,
                          .organiser = standing->organiser,
                          .count = standing->organiser != NULL ? standing->count : 0 };
  StafetPlaceArguments *a = stafet_place_arguments_new (shift, &who);

  a->from = from;
  a->to = to;
  a->parity = parity;
  a->every = every;
  a->anyway = anyway;
  a->carried = TRUE;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, assign_standing_func, a, stafet_place_arguments_free);
}

/* ——— A shift that needs a check from now on ——— */

static void
add_unchecked (GPtrArray *names, const StafetSnapshot *snapshot, StafetUid uid, StafetDate date)
{
  const StafetVolunteer *volunteer = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, uid);

  if (volunteer != NULL && stafet_volunteer_lacks_check (volunteer, date)
      && !g_ptr_array_find (names, volunteer->name, NULL))
    g_ptr_array_add (names, volunteer->name);
}

/* Those who stand on it, or have promised, and do not count any more. (transfer container) */
static GPtrArray *
find_unchecked (const StafetSnapshot *after, StafetUid shift, StafetDate today)
{
  const GPtrArray *standings = stafet_snapshot_index (after, STAFET_INDEX_STANDING_BY_SHIFT, shift);
  const GPtrArray *dated = stafet_snapshot_index (after, STAFET_INDEX_ASSIGNMENT_BY_SHIFT, shift);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < standings->len; i++)
    {
      const StafetStanding *standing = g_ptr_array_index (standings, i);

      if (standing->to == STAFET_DATE_NONE || standing->to >= today)
        add_unchecked (names, after, standing->volunteer, MAX (standing->from, today));
    }
  for (guint i = stafet_snapshot_first_on (dated, today); i < dated->len; i++)
    {
      const StafetAssignment *row = g_ptr_array_index (dated, i);

      if (row->state == STAFET_ASSIGNMENT_PROMISED)
        add_unchecked (names, after, row->volunteer, row->date);
    }
  return names;
}

void
stafet_use_warn_unchecked (StafetPlan *plan, StafetRecord *before, StafetUid uid,
                           const StafetChangeset *changeset)
{
  g_autoptr (StafetSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *joined = NULL;
  const StafetShift *shift;

  if (STAFET_RECORD_KIND (before) != STAFET_KIND_SHIFT || ((const StafetShift *) before)->check)
    return;
  snapshot = stafet_snapshot_copy (stafet_plan_get_snapshot (plan));
  stafet_snapshot_apply (snapshot, changeset);
  shift = stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, uid);
  if (shift == NULL || !shift->check)
    return;
  names = find_unchecked (snapshot, uid, stafet_clock_today (stafet_plan_get_clock (plan)));
  if (names->len == 0)
    return;
  joined = stafet_names_join (stafet_i18n_get_language (), (const char *const *) names->pdata, names->len);
  stafet_plan_warn (
    plan,
    ngettext_ ("No valid check was seen from %s, who is on “%s”: the place is vacant until one "
               "is seen.",
               "No valid check was seen from %s, who are on “%s”: the places are vacant until "
               "one is seen.",
               names->len),
    joined, shift->role);
}

/* ——— Ended ——— */

/* FALSE: it was over before. */
static gboolean
end_one (const StafetUsePlace *place, StafetStanding *standing, StafetDate to, StafetChangeset *changeset)
{
  StafetTiming *timing = stafet_use_timing (stafet_use_series (place->snapshot, &place->shift->parent));
  StafetDate begun = MAX (standing->from, timing->first_date);
  StafetStanding *after;

  if (standing->to != STAFET_DATE_NONE && standing->to <= to)
    return FALSE;
  if (begun > to)
    {
      stafet_changeset_delete (changeset, standing);
      return TRUE;
    }
  after = stafet_record_copy (standing);
  after->to = to;
  stafet_changeset_update (changeset, standing, after);
  return TRUE;
}

/* What was done stays done: hours of dates that nobody has closed yet would be gone with the place. */
static gboolean
check_to_come (StafetPlan *plan, StafetDate to, GError **error)
{
  if (to >= stafet_clock_today (stafet_plan_get_clock (plan)) - 1)
    return TRUE;
  g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_MALFORMED,
                       _ ("A standing place ends today at the earliest: what has been stays as it was. Send "
                          "regrets for a single date instead."));
  return FALSE;
}

static gboolean
refuse_nothing_to_end (const StafetUsePlace *place, GError **error)
{
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("%s has no standing place on “%s” that could end then. Look at who stands on it."),
               place->name, place->shift->role);
  return FALSE;
}

static gboolean
unassign_standing_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetPlaceArguments *a = data;
  g_auto (StafetUsePlace) place = { NULL };
  StafetDate to = a->to != STAFET_DATE_NONE ? a->to : stafet_clock_today (stafet_plan_get_clock (plan)) - 1;
  const GPtrArray *standings;
  g_autofree char *day = NULL;
  guint n = 0;

  if (!stafet_use_place_resolve (&place, plan, a, error) || !refuse_guest (&place, error)
      || !check_to_come (plan, to, error))
    return FALSE;
  standings = stafet_snapshot_index (place.snapshot, STAFET_INDEX_STANDING_BY_SHIFT, place.shift->parent.uid);
  for (guint i = 0; i < standings->len; i++)
    {
      StafetStanding *standing = g_ptr_array_index (standings, i);

      if (standing->volunteer == stafet_use_place_volunteer (&place)
          && standing->organiser == stafet_use_place_organiser (&place)
          && end_one (&place, standing, to, changeset))
        n++;
    }
  if (n == 0)
    return refuse_nothing_to_end (&place, error);
  stafet_use_place_book (&place, changeset);
  day = stafet_use_day (to + 1);
  stafet_changeset_set_label (changeset, _ ("%s stops on %s from %s: vacant for good"), place.name,
                              place.shift->role, day);
  return TRUE;
}

StafetEdit *
stafet_use_unassign_standing (const char *shift, const StafetWho *who, StafetDate to)
{
  StafetPlaceArguments *a = stafet_place_arguments_new (shift, who);

  a->to = to;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, unassign_standing_func, a, stafet_place_arguments_free);
}
