/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts dated places and calls.
 */
#include "stafet-asks.h"

#include "stafet-staffing.h"

#define SECONDS_PER_MINUTE 60

typedef struct
{
  const StafetSnapshot *snapshot;
  GHashTable *asks;
  StafetDate first;    /* what was on a date before it is long ago */
  StafetInstant since; /* and so is what was written before */
} Count;

static void
add (Count *c, StafetUid volunteer)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (c->asks, volunteer));

  g_hash_table_insert (c->asks, (gpointer) volunteer, GUINT_TO_POINTER (n + 1));
}

static gboolean
stands (const Count *c, StafetUid volunteer, StafetUid shift, StafetDate date)
{
  const GPtrArray *standings =
    stafet_snapshot_index (c->snapshot, STAFET_INDEX_STANDING_BY_VOLUNTEER, volunteer);

  for (guint i = 0; i < standings->len; i++)
    {
      const StafetStanding *standing = g_ptr_array_index (standings, i);

      if (standing->shift == shift && stafet_standing_holds (standing, date))
        return TRUE;
    }
  return FALSE;
}

/* Regrets of somebody who stands are no answer to anybody's asking. */
static gboolean
is_asking (const Count *c, const StafetAssignment *row)
{
  return row->volunteer != NULL && row->date >= c->first && row->parent.changed >= c->since
         && !stands (c, row->volunteer, row->shift, row->date);
}

static void
count_places (Count *c)
{
  const GPtrArray *rows = stafet_snapshot_all (c->snapshot, STAFET_KIND_ASSIGNMENT);

  for (guint i = 0; i < rows->len; i++)
    if (is_asking (c, g_ptr_array_index (rows, i)))
      add (c, ((StafetAssignment *) g_ptr_array_index (rows, i))->volunteer);
}

/* Whether a dated place, or an earlier call, says of the date that she was asked for it. */
static gboolean
is_counted (const Count *c, const StafetCall *call)
{
  const GPtrArray *rows =
    stafet_snapshot_index (c->snapshot, STAFET_INDEX_ASSIGNMENT_BY_VOLUNTEER, call->volunteer);
  const GPtrArray *calls = stafet_snapshot_index (c->snapshot, STAFET_INDEX_CALL_BY_SHIFT, call->shift);

  for (guint i = stafet_snapshot_first_on (rows, call->date); i < rows->len; i++)
    {
      const StafetAssignment *row = g_ptr_array_index (rows, i);

      if (row->date != call->date)
        break;
      if (row->shift == call->shift && is_asking (c, row))
        return TRUE;
    }
  for (guint i = stafet_snapshot_first_on (calls, call->date); i < calls->len; i++)
    {
      const StafetCall *other = g_ptr_array_index (calls, i);

      if (other == call || other->date != call->date)
        break;
      if (other->volunteer == call->volunteer && other->at >= c->since)
        return TRUE;
    }
  return FALSE;
}

static void
count_calls (Count *c)
{
  const GPtrArray *calls = stafet_snapshot_all (c->snapshot, STAFET_KIND_CALL);

  for (guint i = 0; i < calls->len; i++)
    {
      const StafetCall *call = g_ptr_array_index (calls, i);

      if (call->outcome != STAFET_CALL_TOLD && call->date >= c->first && call->at >= c->since
          && !stands (c, call->volunteer, call->shift, call->date) && !is_counted (c, call))
        add (c, call->volunteer);
    }
}

GHashTable *
stafet_asks_new (const StafetSnapshot *snapshot, StafetWall now)
{
  StafetDate first = stafet_wall_date (now) - STAFET_ASKS_DAYS;
  /* Hours of time zone do not matter among weeks. */
  Count c = { snapshot, g_hash_table_new (NULL, NULL), first,
              ((StafetInstant) now - STAFET_ASKS_DAYS * STAFET_MINUTES_PER_DAY) * SECONDS_PER_MINUTE };

  count_places (&c);
  count_calls (&c);
  return c.asks;
}

guint
stafet_asks_of (GHashTable *asks, const StafetVolunteer *volunteer)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (asks, volunteer->parent.uid));
}
