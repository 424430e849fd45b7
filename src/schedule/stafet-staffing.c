/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts who is on a shift on one date.
 */
#include "stafet-staffing.h"

#include "core/stafet-text.h"

#include <string.h>

/* The places of one shift while they are gathered. Most shifts have a handful. */
typedef struct
{
  const StafetSnapshot *snapshot;
  StafetShift *shift;
  StafetDate date;
  StafetWall start, end;
  StafetPlace *places;
  guint n, room;
  int standing_heads; /* S */
  StafetInstant changed;
} Gather;

static void
saw (Gather *g, gconstpointer record)
{
  if (record != NULL)
    g->changed = MAX (g->changed, ((const StafetRecord *) record)->changed);
}

gboolean
stafet_standing_holds (const StafetStanding *standing, StafetDate date)
{
  if ((standing->from != STAFET_DATE_NONE && date < standing->from)
      || (standing->to != STAFET_DATE_NONE && date > standing->to))
    return FALSE;
  if (standing->parity != STAFET_PARITY_NONE
      && (stafet_date_iso_week (date, NULL) % 2 == 0) != (standing->parity == STAFET_PARITY_EVEN))
    return FALSE;
  if (standing->every > 1)
    return (stafet_date_monday (date) - stafet_date_monday (standing->from)) / 7 % standing->every == 0;
  return TRUE;
}

static gboolean
is_paused (const StafetVolunteer *volunteer, StafetWall start)
{
  return stafet_volunteer_has_stopped (volunteer, stafet_wall_date (start))
         || stafet_volunteer_is_paused (volunteer, stafet_wall_date (start));
}

gboolean
stafet_staffing_is_absent (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer, StafetWall start,
                           StafetWall end, StafetInstant *changed)
{
  const GPtrArray *absences =
    stafet_snapshot_index (snapshot, STAFET_INDEX_ABSENCE_BY_VOLUNTEER, volunteer->parent.uid);

  if (is_paused (volunteer, start))
    return TRUE;
  for (guint i = 0; i < absences->len; i++)
    {
      const StafetAbsence *absence = g_ptr_array_index (absences, i);
      StafetWall from, to;

      stafet_moment_span (absence->from, absence->to, &from, &to);
      if (from >= end || to <= start)
        continue;
      if (changed != NULL)
        *changed = MAX (*changed, absence->parent.changed);
      return TRUE;
    }
  return FALSE;
}

static StafetPlace *
find_place (Gather *g, StafetUid volunteer, StafetUid organiser, const char *guest)
{
  for (guint i = 0; i < g->n; i++)
    {
      StafetPlace *place = &g->places[i];

      if ((volunteer != NULL && place->volunteer != NULL && place->volunteer->parent.uid == volunteer)
          || (organiser != NULL && place->organiser != NULL && place->organiser->parent.uid == organiser)
          || (guest != NULL && *guest != '\0' && place->guest != NULL && strcmp (place->guest, guest) == 0))
        return place;
    }
  return NULL;
}

static StafetPlace *
add_place (Gather *g, StafetUid volunteer, StafetUid organiser, const char *guest, int count,
           StafetPlaceState state)
{
  StafetPlace place = { .state = state, .count = MAX (count, 1), .came = -1, .borrowed = STAFET_ENUM_NONE };

  if (volunteer != NULL)
    place.volunteer = stafet_snapshot_get (g->snapshot, STAFET_KIND_VOLUNTEER, volunteer);
  else if (organiser != NULL)
    place.organiser = stafet_snapshot_get (g->snapshot, STAFET_KIND_ORGANISER, organiser);
  else
    place.guest = guest;
  place.holder = volunteer != NULL   ? STAFET_HOLDER_VOLUNTEER
                 : organiser != NULL ? STAFET_HOLDER_ORGANISER
                                     : STAFET_HOLDER_GUEST;
  if (place.volunteer == NULL && place.organiser == NULL && place.guest == NULL)
    return NULL;
  saw (g, place.volunteer);
  saw (g, place.organiser);
  if (g->n == g->room)
    {
      g->room = MAX (4, g->room * 2);
      g->places = g_renew (StafetPlace, g->places, g->room);
    }
  g->places[g->n] = place;
  return &g->places[g->n++];
}

static void
gather_standing (Gather *g)
{
  const GPtrArray *standings =
    stafet_snapshot_index (g->snapshot, STAFET_INDEX_STANDING_BY_SHIFT, g->shift->parent.uid);

  for (guint i = 0; i < standings->len; i++)
    {
      const StafetStanding *standing = g_ptr_array_index (standings, i);
      StafetPlace *place;

      if (!stafet_standing_holds (standing, g->date)
          || find_place (g, standing->volunteer, standing->organiser, NULL) != NULL)
        continue;
      place =
        add_place (g, standing->volunteer, standing->organiser, NULL, standing->count, STAFET_PLACE_STANDING);
      if (place == NULL)
        continue;
      saw (g, standing);
      place->standing = TRUE;
      g->standing_heads += place->count;
      if (place->volunteer != NULL
          && stafet_staffing_is_absent (g->snapshot, place->volunteer, g->start, g->end, &g->changed))
        place->state = STAFET_PLACE_AWAY;
    }
}

/* Until her own house has agreed, whoever is borrowed is asked, whatever she says herself. */
StafetPlaceState
stafet_assignment_place_state (const StafetAssignment *assignment)
{
  switch ((StafetAssignmentState) assignment->state)
    {
    case STAFET_ASSIGNMENT_DECLINED:
      return STAFET_PLACE_AWAY;
    case STAFET_ASSIGNMENT_IF_NEEDED:
      return STAFET_PLACE_IF_NEEDED;
    case STAFET_ASSIGNMENT_ASKED:
      return STAFET_PLACE_ASKED;
    case STAFET_ASSIGNMENT_PROMISED:
    default:
      return assignment->borrowed == STAFET_BORROWED_ASKED ? STAFET_PLACE_ASKED : STAFET_PLACE_PROMISED;
    }
}

static void
apply_dated (Gather *g, const StafetAssignment *dated)
{
  StafetPlace *place = find_place (g, dated->volunteer, dated->organiser, dated->guest);
  StafetPlaceState state = stafet_assignment_place_state (dated);

  saw (g, dated);
  if (state == STAFET_PLACE_AWAY)
    {
      if (place != NULL)
        place->state = STAFET_PLACE_AWAY;
      return;
    }
  if (place == NULL)
    place = add_place (g, dated->volunteer, dated->organiser, dated->guest, dated->count, state);
  else
    {
      place->count = dated->count;
      if (place->state == STAFET_PLACE_AWAY)
        place->state = state;
    }
  if (place != NULL)
    place->borrowed = dated->borrowed;
}

static void
gather_dated (Gather *g)
{
  const GPtrArray *dated =
    stafet_snapshot_index (g->snapshot, STAFET_INDEX_ASSIGNMENT_BY_SHIFT, g->shift->parent.uid);

  if (dated->len == 0)
    return;
  for (guint i = stafet_snapshot_first_on (dated, g->date); i < dated->len; i++)
    {
      const StafetAssignment *assignment = g_ptr_array_index (dated, i);

      if (assignment->date != g->date)
        break;
      apply_dated (g, assignment);
    }
}

/* Whoever may not be there does not fill her place, whether she stands there or has promised. */
static void
check_checks (Gather *g)
{
  for (guint i = 0; g->shift->check && i < g->n; i++)
    if (stafet_place_is_filled (&g->places[i]) && g->places[i].volunteer != NULL
        && stafet_volunteer_lacks_check (g->places[i].volunteer, stafet_wall_date (g->start)))
      {
        g->places[i].state = STAFET_PLACE_AWAY;
        g->places[i].unchecked = TRUE;
      }
}

/* What attendance says overrides what was planned, person by person. */
static void
gather_attendance (Gather *g)
{
  const GPtrArray *rows =
    stafet_snapshot_index (g->snapshot, STAFET_INDEX_ATTENDANCE_BY_SHIFT, g->shift->parent.uid);

  if (rows->len == 0)
    return;
  for (guint i = stafet_snapshot_first_on (rows, g->date); i < rows->len; i++)
    {
      const StafetAttendance *row = g_ptr_array_index (rows, i);
      StafetPlace *place;

      if (row->date != g->date)
        break;
      saw (g, row);
      place = find_place (g, row->volunteer, row->organiser, row->guest);
      if (place == NULL && row->status != STAFET_ATTENDANCE_ABSENT)
        place = add_place (g, row->volunteer, row->organiser, row->guest, row->count, STAFET_PLACE_PROMISED);
      if (place == NULL)
        continue;
      place->came = row->status != STAFET_ATTENDANCE_ABSENT;
      place->unchecked = FALSE;
      if (!place->came)
        place->state = STAFET_PLACE_AWAY;
      else if (place->state != STAFET_PLACE_STANDING)
        place->state = STAFET_PLACE_PROMISED;
    }
}

const char *
stafet_place_get_name (const StafetPlace *place)
{
  if (place->volunteer != NULL)
    return place->volunteer->name;
  return place->organiser != NULL ? place->organiser->name : place->guest;
}

gboolean
stafet_place_is_filled (const StafetPlace *place)
{
  return place->state == STAFET_PLACE_STANDING || place->state == STAFET_PLACE_PROMISED;
}

StafetUid
stafet_place_get_uid (const StafetPlace *place)
{
  if (place->volunteer != NULL)
    return place->volunteer->parent.uid;
  return place->organiser != NULL ? place->organiser->parent.uid : NULL;
}

static int
compare_places (const StafetPlace *a, const StafetPlace *b)
{
  gboolean a_away = a->state == STAFET_PLACE_AWAY, b_away = b->state == STAFET_PLACE_AWAY;
  int order;

  if (a_away != b_away)
    return a_away ? 1 : -1;
  order = stafet_text_compare (stafet_place_get_name (a), stafet_place_get_name (b));
  return order != 0 ? order : g_strcmp0 (stafet_place_get_uid (a), stafet_place_get_uid (b));
}

/* Insertion sort: a handful of places, mostly in order. */
static void
sort_places (StafetPlace *places, guint n)
{
  for (guint i = 1; i < n; i++)
    for (guint j = i; j > 0 && compare_places (&places[j - 1], &places[j]) > 0; j--)
      {
        StafetPlace swap = places[j];

        places[j] = places[j - 1];
        places[j - 1] = swap;
      }
}

static void
count (const Gather *g, gboolean one_off, StafetStaffing *out)
{
  for (guint i = 0; i < g->n; i++)
    switch (g->places[i].state)
      {
      case STAFET_PLACE_AWAY:
        out->n_away++;
        break;
      case STAFET_PLACE_ASKED:
        out->asked += g->places[i].count;
        break;
      case STAFET_PLACE_IF_NEEDED:
        out->in_reserve += g->places[i].count;
        break;
      case STAFET_PLACE_STANDING:
      case STAFET_PLACE_PROMISED:
      default:
        out->filled += g->places[i].count;
      }
  out->n_places = g->n - out->n_away;
  out->missing = MAX (0, out->wanted - out->filled);
  if (!one_off)
    out->permanent = MIN (out->missing, MAX (0, out->wanted - g->standing_heads));
  out->temporary = out->missing - out->permanent;
}

void
stafet_staffing_compute (const StafetSnapshot *snapshot, StafetShift *shift, StafetDate date,
                         StafetWall start, StafetWall end, gboolean one_off, StafetStaffing *out)
{
  Gather g = { snapshot, shift, date, start, end, NULL, 0, 0, 0, shift->parent.changed };

  memset (out, 0, sizeof *out);
  out->shift = g_object_ref (shift);
  out->start = start;
  out->end = end;
  out->min = shift->min;
  out->wanted = shift->wanted;
  out->max = shift->max == STAFET_INTEGER_NONE ? shift->wanted : shift->max;
  gather_standing (&g);
  gather_dated (&g);
  check_checks (&g);
  gather_attendance (&g);
  sort_places (g.places, g.n);
  count (&g, one_off, out);
  out->places = g.places;
  out->changed = g.changed;
}

void
stafet_staffing_clear (StafetStaffing *self)
{
  g_clear_object (&self->shift);
  g_clear_pointer (&self->places, g_free);
}
