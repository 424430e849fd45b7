/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the staffing's order for one person: standing, absence, dated assignments, check, attendance.
 */
#include "stafet-turns.h"

#include "stafet-staffing.h"

#include <string.h>

/* More than an offset of a shift takes it from its activity's date. */
#define FARTHEST_DAYS 9

typedef enum
{
  PLACE_NONE,
  PLACE_AWAY,
  PLACE_IF_NEEDED,
  PLACE_ASKED,
  PLACE_PROMISED,
  PLACE_STANDING
} Place;

typedef struct
{
  const StafetSnapshot *snapshot;
  GHashTable *moved;
  const StafetVolunteer *volunteer;
  StafetShift *shift;
  StafetTimetable timetable;
  const GPtrArray *standings, *dated, *attendance; /* hers, on any shift */
  gboolean has_dated, has_attendance;              /* some of them on this one */
  StafetDate from, to;
  GArray *turns;
} Gather;

static const StafetStanding *
find_standing (const Gather *g, StafetDate original)
{
  for (guint i = 0; i < g->standings->len; i++)
    {
      const StafetStanding *standing = g_ptr_array_index (g->standings, i);

      if (standing->shift == g->shift->parent.uid && stafet_standing_holds (standing, original))
        return standing;
    }
  return NULL;
}

/* Her next dated assignment on the shift and date, from position *@at on. */
static const StafetAssignment *
next_dated (const Gather *g, StafetDate original, guint *at)
{
  for (; *at < g->dated->len; (*at)++)
    {
      const StafetAssignment *row = g_ptr_array_index (g->dated, *at);

      if (row->date != original)
        return NULL;
      if (row->shift == g->shift->parent.uid)
        {
          (*at)++;
          return row;
        }
    }
  return NULL;
}

static const StafetAssignment *
first_dated (const Gather *g, StafetDate original, guint *at)
{
  if (!g->has_dated)
    return NULL;
  *at = stafet_snapshot_first_on (g->dated, original);
  return next_dated (g, original, at);
}

static Place
apply_dated (const Gather *g, StafetDate original, Place place, gboolean *accepted)
{
  static const Place places[] = { [STAFET_PLACE_STANDING] = PLACE_STANDING,
                                  [STAFET_PLACE_PROMISED] = PLACE_PROMISED,
                                  [STAFET_PLACE_ASKED] = PLACE_ASKED,
                                  [STAFET_PLACE_IF_NEEDED] = PLACE_IF_NEEDED,
                                  [STAFET_PLACE_AWAY] = PLACE_AWAY };
  guint at;

  for (const StafetAssignment *row = first_dated (g, original, &at); row != NULL;
       row = next_dated (g, original, &at))
    {
      if (row->state == STAFET_ASSIGNMENT_DECLINED)
        place = place != PLACE_NONE ? PLACE_AWAY : PLACE_NONE;
      else if (place == PLACE_NONE || place == PLACE_AWAY)
        place = places[stafet_assignment_place_state (row)];
      *accepted = *accepted || row->anyway;
    }
  return place;
}

static Place
apply_attendance (const Gather *g, StafetDate original, Place place)
{
  if (!g->has_attendance)
    return place;
  for (guint at = stafet_snapshot_first_on (g->attendance, original); at < g->attendance->len; at++)
    {
      const StafetAttendance *row = g_ptr_array_index (g->attendance, at);

      if (row->date != original)
        break;
      if (row->shift != g->shift->parent.uid)
        continue;
      if (row->status == STAFET_ATTENDANCE_ABSENT)
        place = place != PLACE_NONE ? PLACE_AWAY : PLACE_NONE;
      else if (place != PLACE_STANDING)
        place = PLACE_PROMISED;
    }
  return place;
}

/* Adds the turn that she has on a date of the series, if she has one. */
static void
add_date (const Gather *g, StafetDate original, const StafetStanding *standing)
{
  StafetOccasion occasion;
  StafetTurn turn = { g->shift, original };
  Place place = PLACE_NONE;

  if (!stafet_timetable_read (&g->timetable, original, &occasion)
      || stafet_wall_date (occasion.start) < g->from || stafet_wall_date (occasion.start) > g->to)
    return;
  if (standing != NULL)
    {
      turn.accepted = standing->anyway;
      place = stafet_staffing_is_absent (g->snapshot, g->volunteer, occasion.start, occasion.end, NULL)
                ? PLACE_AWAY
                : PLACE_STANDING;
    }
  place = apply_dated (g, original, place, &turn.accepted);
  if (place >= PLACE_PROMISED && occasion.check
      && stafet_volunteer_lacks_check (g->volunteer, stafet_wall_date (occasion.start)))
    place = PLACE_AWAY;
  place = apply_attendance (g, original, place);
  if (place < PLACE_IF_NEEDED)
    return;
  turn.start = occasion.start;
  turn.end = occasion.end;
  turn.asked = place == PLACE_ASKED;
  turn.if_needed = place == PLACE_IF_NEEDED;
  g_array_append_val (g->turns, turn);
}

static gboolean
add_standing_cb (StafetDate original, gpointer data)
{
  const Gather *g = data;
  const StafetStanding *standing = find_standing (g, original);

  if (standing != NULL)
    add_date (g, original, standing);
  return TRUE;
}

/* What dated assignments and attendance rows begin with. */
typedef struct
{
  StafetRecord parent;
  StafetUid shift;
  StafetDate date;
} Row;

G_STATIC_ASSERT (G_STRUCT_OFFSET (Row, shift) == G_STRUCT_OFFSET (StafetAssignment, shift));
G_STATIC_ASSERT (G_STRUCT_OFFSET (Row, date) == G_STRUCT_OFFSET (StafetAssignment, date));
G_STATIC_ASSERT (G_STRUCT_OFFSET (Row, shift) == G_STRUCT_OFFSET (StafetAttendance, shift));
G_STATIC_ASSERT (G_STRUCT_OFFSET (Row, date) == G_STRUCT_OFFSET (StafetAttendance, date));

/* One of the set of moved dates. Two that meet in one key only make a date be looked at that need not. */
static gpointer
moved_key (StafetUid shift, StafetDate date)
{
  return GSIZE_TO_POINTER ((gsize) GPOINTER_TO_SIZE (shift) + (gsize) date * 40503u);
}

static gboolean
can_lie_between (const Gather *g, const Row *row, StafetDate first, StafetDate last)
{
  return (first <= row->date && row->date <= last)
         || g_hash_table_contains (g->moved, moved_key (row->shift, row->date));
}

/* Dates that no standing place but one of @rows puts her on: each once. */
static void
add_rows (const Gather *g, const GPtrArray *rows, StafetDate first, StafetDate last)
{
  StafetDate previous = STAFET_DATE_NONE;
  guint at;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      if (row->shift != g->shift->parent.uid || row->date == previous
          || !can_lie_between (g, row, first, last) || find_standing (g, row->date) != NULL
          || !stafet_expand_holds (g->timetable.series.timing, row->date))
        continue;
      previous = row->date;
      if (rows == g->dated || first_dated (g, row->date, &at) == NULL)
        add_date (g, row->date, NULL);
    }
}

static void
gather_init (Gather *g, const StafetSnapshot *snapshot, GHashTable *moved, const StafetVolunteer *volunteer,
             StafetDate from, StafetDate to, GArray *turns)
{
  StafetUid uid = volunteer->parent.uid;

  g->snapshot = snapshot;
  g->moved = moved;
  g->volunteer = volunteer;
  g->standings = stafet_snapshot_index (snapshot, STAFET_INDEX_STANDING_BY_VOLUNTEER, uid);
  g->dated = stafet_snapshot_index (snapshot, STAFET_INDEX_ASSIGNMENT_BY_VOLUNTEER, uid);
  g->attendance = stafet_snapshot_index (snapshot, STAFET_INDEX_ATTENDANCE_BY_VOLUNTEER, uid);
  g->from = from;
  g->to = to;
  g->turns = turns;
}

static gboolean
has_row (const GPtrArray *rows, StafetUid shift)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const Row *) g_ptr_array_index (rows, i))->shift == shift)
      return TRUE;
  return FALSE;
}

static void
add_shift (Gather *g, StafetShift *shift)
{
  StafetDate first, last;

  g->shift = shift;
  if (!stafet_timetable_init (&g->timetable, g->snapshot, shift))
    return;
  g->has_dated = has_row (g->dated, shift->parent.uid);
  g->has_attendance = has_row (g->attendance, shift->parent.uid);
  stafet_timetable_originals (&g->timetable, g->from, g->to, &first, &last);
  for (guint i = 0; i < g->standings->len; i++)
    if (((StafetStanding *) g_ptr_array_index (g->standings, i))->shift == shift->parent.uid)
      {
        stafet_timetable_each (&g->timetable, first, last, add_standing_cb, g);
        break;
      }
  if (g->has_dated)
    add_rows (g, g->dated, first, last);
  if (g->has_attendance)
    add_rows (g, g->attendance, first, last);
}

void
stafet_turns_add (const StafetSnapshot *snapshot, GHashTable *moved, const StafetVolunteer *volunteer,
                  StafetShift *shift, StafetDate from, StafetDate to, GArray *turns)
{
  Gather g;

  gather_init (&g, snapshot, moved, volunteer, from, to, turns);
  add_shift (&g, shift);
}

/* A volunteer has a handful. */
static gboolean
is_taken (const GPtrArray *shifts, StafetUid uid)
{
  for (guint i = 0; i < shifts->len; i++)
    if (g_ptr_array_index (shifts, i) == uid)
      return TRUE;
  return FALSE;
}

/* Takes the shifts of those of @rows that can lie in the period. */
static void
take_rows (const Gather *g, const GPtrArray *rows, GPtrArray *shifts)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      if (!is_taken (shifts, row->shift)
          && can_lie_between (g, row, g->from - FARTHEST_DAYS, g->to + FARTHEST_DAYS))
        g_ptr_array_add (shifts, (gpointer) row->shift);
    }
}

void
stafet_turns_add_all (const StafetSnapshot *snapshot, GHashTable *moved, const StafetVolunteer *volunteer,
                      StafetDate from, StafetDate to, GArray *turns)
{
  g_autoptr (GPtrArray) shifts = g_ptr_array_new ();
  Gather g;

  gather_init (&g, snapshot, moved, volunteer, from, to, turns);
  for (guint i = 0; i < g.standings->len; i++)
    {
      StafetUid shift = ((StafetStanding *) g_ptr_array_index (g.standings, i))->shift;

      if (!is_taken (shifts, shift))
        g_ptr_array_add (shifts, (gpointer) shift);
    }
  take_rows (&g, g.dated, shifts);
  take_rows (&g, g.attendance, shifts);
  for (guint i = 0; i < shifts->len; i++)
    {
      StafetShift *shift = stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, g_ptr_array_index (shifts, i));

      if (shift != NULL)
        add_shift (&g, shift);
    }
}

GHashTable *
stafet_turns_find_moved (const StafetSnapshot *snapshot)
{
  const GPtrArray *exceptions = stafet_snapshot_all (snapshot, STAFET_KIND_EXCEPTION);
  GHashTable *moved = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < exceptions->len; i++)
    {
      const StafetException *exception = g_ptr_array_index (exceptions, i);
      const GPtrArray *shifts =
        stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, exception->activity);

      if (strstr (exception->changes, "'start") == NULL)
        continue;
      if (exception->shift != NULL)
        g_hash_table_add (moved, moved_key (exception->shift, exception->date));
      for (guint j = 0; j < shifts->len; j++)
        g_hash_table_add (moved,
                          moved_key (((StafetRecord *) g_ptr_array_index (shifts, j))->uid, exception->date));
    }
  return moved;
}
