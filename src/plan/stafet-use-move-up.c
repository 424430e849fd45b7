/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Those who wait get the places that a change frees.
 */
#include "core/stafet-text.h"
#include "schedule/stafet-signups.h"
#include "stafet-use-signup.h"

/* What a change may free, or take: places of an activity's dates. */
typedef struct
{
  StafetUid activity;
  gboolean places; /* how many there are may be another number */
} Freed;

static gboolean
other_capacity (const StafetChange *change)
{
  return change->after != NULL
         && (change->before == NULL
             || ((StafetActivity *) change->before)->capacity
                  != ((StafetActivity *) change->after)->capacity);
}

/* NULL in activity: nothing. */
static Freed
freed_by (const StafetChange *change)
{
  const StafetRecord *record = change->after != NULL ? change->after : change->before;

  switch (change->kind)
    {
    case STAFET_KIND_ACTIVITY:
      return (Freed){ other_capacity (change) ? record->uid : NULL, TRUE };
    case STAFET_KIND_EXCEPTION:
      return (Freed){ ((const StafetException *) record)->activity, TRUE };
    case STAFET_KIND_SIGNUP:
      return (Freed){ ((const StafetSignup *) record)->activity, FALSE };
    default:
      return (Freed){ NULL, FALSE };
    }
}

static void
warn_called (StafetPlan *plan, const StafetEntry *entry, const StafetSignup *signup)
{
  g_autofree char *phone = stafet_phone_format (signup->phone);
  g_autofree char *day = stafet_use_day (stafet_wall_date (entry->start));

  if (*phone != '\0')
    stafet_plan_warn (plan, _ ("Call %s, %s: there is a place now at “%s” on %s."), signup->name, phone,
                      entry->title, day);
  else
    stafet_plan_warn (plan, _ ("Tell %s: there is a place now at “%s” on %s. She gave no phone number."),
                      signup->name, entry->title, day);
}

static void
warn_full (StafetPlan *plan, const StafetEntry *entry, const StafetSignups *signups)
{
  g_autofree char *day = stafet_use_day (stafet_wall_date (entry->start));

  if (signups->signed_up > signups->capacity)
    stafet_plan_warn (plan, _ ("“%s” on %s has %d places, and %d are signed up."), entry->title, day,
                      signups->capacity, signups->signed_up);
}

typedef struct
{
  StafetPlan *plan;
  StafetSnapshot *snapshot; /* with what the change does */
  StafetChangeset *later;
} MoveUp;

static void
move_up_on (const MoveUp *m, const Freed *freed, StafetDate date)
{
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (m->snapshot, STAFET_KIND_ACTIVITY, freed->activity, date);
  const StafetEntry *entry = agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;
  g_auto (StafetSignups) signups = { NULL };
  guint n;

  if (entry == NULL || entry->status == STAFET_STATUS_CANCELLED
      || stafet_wall_date (entry->start) < stafet_clock_today (stafet_plan_get_clock (m->plan)))
    return;
  stafet_signups_find (m->snapshot, entry->activity, date, &signups);
  if (freed->places)
    warn_full (m->plan, entry, &signups);
  n = stafet_signups_moving_up (&signups);
  for (guint i = 0; i < n; i++)
    {
      StafetSignup *before = g_ptr_array_index (signups.waiting, i);
      StafetSignup *after = stafet_record_copy (before);

      after->waiting = FALSE;
      stafet_changeset_update (m->later, before, after);
      warn_called (m->plan, entry, after);
    }
}

/* Every date for which somebody signed up. */
static void
move_up_at (const MoveUp *m, const Freed *freed)
{
  const GPtrArray *all =
    stafet_snapshot_index (m->snapshot, STAFET_INDEX_SIGNUP_BY_ACTIVITY, freed->activity);
  StafetDate done = STAFET_DATE_NONE;

  for (guint i = 0; i < all->len; i++)
    {
      StafetDate date = ((const StafetSignup *) g_ptr_array_index (all, i))->date;

      if (date != done)
        move_up_on (m, freed, date);
      done = date;
    }
}

static void
take_freed (GArray *all, Freed freed)
{
  for (guint i = 0; i < all->len; i++)
    {
      Freed *known = &g_array_index (all, Freed, i);

      if (known->activity != freed.activity)
        continue;
      known->places = known->places || freed.places;
      return;
    }
  if (freed.activity != NULL)
    g_array_append_val (all, freed);
}

void
stafet_use_move_up (StafetPlan *plan, StafetChangeset *changeset)
{
  StafetSnapshot *now = stafet_plan_get_snapshot (plan);
  g_autoptr (GArray) freed = g_array_new (FALSE, FALSE, sizeof (Freed));
  g_autoptr (StafetSnapshot) snapshot = NULL;
  g_autoptr (StafetChangeset) later = NULL;
  MoveUp m;

  if (stafet_snapshot_all (now, STAFET_KIND_SIGNUP)->len == 0)
    return;
  for (guint i = 0; i < stafet_changeset_length (changeset); i++)
    take_freed (freed, freed_by (stafet_changeset_get (changeset, i)));
  if (freed->len == 0)
    return;
  snapshot = stafet_snapshot_copy (now);
  stafet_snapshot_apply (snapshot, changeset);
  later = stafet_changeset_new (changeset->kind);
  m = (MoveUp){ plan, snapshot, later };
  for (guint i = 0; i < freed->len; i++)
    move_up_at (&m, &g_array_index (freed, Freed, i));
  stafet_changeset_merge (changeset, later);
}
