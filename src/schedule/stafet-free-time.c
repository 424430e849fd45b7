/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tries one time after the other against what is there: nothing is expanded twice.
 */
#include "stafet-free-time.h"

#include "core/stafet-activity.h"
#include "stafet-overlap.h"
#include "stafet-rooms.h"

#include <stdlib.h>

#define STEP_MINUTES 30
/* Within what would pass for a house's opening hours. */
#define EARLIEST (8 * 60)
#define LATEST (22 * 60)

typedef struct
{
  const StafetSnapshot *snapshot;
  StafetUid series;
  GArray *mine, *others; /* StafetUse, sorted by start */
} Search;

static void
add_uses (Search *s, StafetUid room, StafetDate from, StafetDate to)
{
  g_autoptr (GArray) uses =
    room != NULL ? stafet_overlap_uses (s->snapshot, STAFET_KIND_ROOM, room, from, to) : NULL;

  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const StafetUse *use = &g_array_index (uses, StafetUse, i);

      if (use->series != s->series)
        g_array_append_val (s->others, *use);
      else if (use->room == room && use->start >= stafet_wall_new (from, 0))
        g_array_append_val (s->mine, *use);
    }
}

static gboolean
is_free (const Search *s, int minutes)
{
  for (guint i = 0; i < s->mine->len; i++)
    for (guint j = 0; j < s->others->len; j++)
      {
        const StafetUse *mine = &g_array_index (s->mine, StafetUse, i);
        const StafetUse *other = &g_array_index (s->others, StafetUse, j);

        if (other->start < mine->end + minutes && mine->start + minutes < other->end
            && stafet_rooms_meet (s->snapshot, mine->room, other->room))
          return FALSE;
      }
  return TRUE;
}

static gboolean
is_in_hours (const StafetTiming *timing, int minutes)
{
  int start = stafet_wall_minutes (timing->start) + minutes;

  return start >= EARLIEST && start + (timing->end - timing->start) <= LATEST;
}

static int
find (const Search *s, const StafetTiming *timing)
{
  if (is_free (s, 0))
    return 0;
  for (int away = STEP_MINUTES; away < LATEST - EARLIEST; away += STEP_MINUTES)
    for (int sign = 1; sign >= -1; sign -= 2)
      if (is_in_hours (timing, sign * away) && is_free (s, sign * away))
        return sign * away;
  return 0;
}

int
stafet_free_time_find (const StafetSnapshot *snapshot, StafetUid series, StafetDate from, StafetDate to)
{
  const StafetActivity *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, series);
  g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (StafetUse));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (StafetUse));
  Search s = { snapshot, series, mine, others };

  if (activity == NULL)
    return 0;
  add_uses (&s, activity->room, from, to);
  add_uses (&s, activity->vehicle, from, to);
  return find (&s, &activity->timing);
}
