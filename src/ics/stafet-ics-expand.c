/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Expands in the zone that a series is in, then reads the clock in the one that is asked about.
 */
#include "stafet-ics-expand.h"

#include "core/stafet-error.h"
#include "core/stafet-text.h"
#include "schedule/stafet-expand.h"
#include "stafet-ics-foreign-rule.h"

#include <string.h>

/* No two zones are further apart. */
#define ZONE_DAYS 2
#define PATIENCE_SECONDS 5
#define MOST_INSTANCES 1000000

/* One series under way. */
typedef struct
{
  const StafetIcsFile *file;
  const StafetIcsSeries *series;
  const StafetZone *zone, *own; /* asked about, and the master's */
  StafetDate from, to;
  const StafetIcsPatience *patience;
  GArray *instances; /* StafetIcsInstance */
} Expansion;

/* ——— Series ——— */

static void
series_free (gpointer data)
{
  StafetIcsSeries *self = data;

  g_ptr_array_unref (self->overrides);
  g_free (self);
}

static gboolean
same_time (const StafetIcsTime *a, const StafetIcsTime *b, const StafetZone *local)
{
  if (a->form == STAFET_ICS_DATE || b->form == STAFET_ICS_DATE)
    return a->form == b->form && a->wall == b->wall;
  return stafet_ics_time_instant (a, local) == stafet_ics_time_instant (b, local);
}

static void
add_override (StafetIcsSeries *series, const StafetIcsComponent *component, const StafetZone *local)
{
  for (guint i = 0; i < series->overrides->len; i++)
    {
      const StafetIcsComponent *other = g_ptr_array_index (series->overrides, i);

      if (!same_time (&other->recurrence, &component->recurrence, local))
        continue;
      if (other->sequence <= component->sequence)
        series->overrides->pdata[i] = (gpointer) component;
      return;
    }
  g_ptr_array_add (series->overrides, (gpointer) component);
}

static void
add_component (GPtrArray *all, GHashTable *by_uid, const StafetIcsComponent *component,
               const StafetZone *local)
{
  StafetIcsSeries *series = g_hash_table_lookup (by_uid, component->uid);

  if (series == NULL)
    {
      series = g_new0 (StafetIcsSeries, 1);
      series->uid = component->uid;
      series->overrides = g_ptr_array_new ();
      g_hash_table_insert (by_uid, (gpointer) series->uid, series);
      g_ptr_array_add (all, series);
    }
  if (component->recurrence.form != STAFET_ICS_NEVER)
    add_override (series, component, local);
  else if (series->master == NULL || series->master->sequence <= component->sequence)
    series->master = component;
}

GPtrArray *
stafet_ics_series_of (const StafetIcsFile *file)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (series_free);
  g_autoptr (GHashTable) by_uid = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < file->components->len; i++)
    {
      const StafetIcsComponent *component = stafet_ics_file_get (file, i);

      if (component->fault == NULL)
        add_component (all, by_uid, component, file->local);
    }
  return all;
}

/* ——— Ends ——— */

/* By the clock in @zone: days first, then as many seconds as really pass. */
static StafetWall
lasting (StafetWall start, const StafetIcsDuration *duration, const StafetZone *zone)
{
  StafetWall wall = start + duration->days * STAFET_MINUTES_PER_DAY;

  if (duration->seconds == 0)
    return wall;
  return stafet_zone_to_wall (zone, stafet_zone_to_instant (zone, wall) + duration->seconds);
}

/* How long @component lasts, to be said of other dates: an end means the same exact time on each of them
 * (§3.8.5.3), or as many days. */
static StafetIcsDuration
length_of (const StafetIcsComponent *component, const StafetZone *local)
{
  StafetIcsDuration length = { 0 };

  if (component->end.form == STAFET_ICS_NEVER)
    return component->duration;
  if (component->start.form == STAFET_ICS_DATE)
    length.days = stafet_wall_date (component->end.wall) - stafet_wall_date (component->start.wall);
  else
    length.seconds =
      stafet_ics_time_instant (&component->end, local) - stafet_ics_time_instant (&component->start, local);
  return length;
}

/* ——— Instances ——— */

static void
add_instance (Expansion *e, const StafetIcsInstance *instance)
{
  StafetDate date = stafet_wall_date (instance->start);

  if (date >= e->from && date <= e->to)
    g_array_append_vals (e->instances, instance, 1);
}

static StafetWall
clock_of (const Expansion *e, StafetWall wall, gboolean all_day)
{
  if (all_day)
    return wall;
  return stafet_zone_to_wall (e->zone, stafet_zone_to_instant (e->own, wall));
}

/* The override that speaks of @wall and what follows: the last one before it. */
static const StafetIcsComponent *
following_override (const Expansion *e, StafetWall wall)
{
  const StafetIcsComponent *found = NULL;
  StafetWall latest = G_MININT32;

  for (guint i = 0; i < e->series->overrides->len; i++)
    {
      const StafetIcsComponent *override = g_ptr_array_index (e->series->overrides, i);
      StafetWall from = stafet_ics_time_in (&override->recurrence, e->own, e->file->local);

      if (override->following && from <= wall && from > latest)
        {
          found = override;
          latest = from;
        }
    }
  return found;
}

/* One date of the master, at @wall of its own zone; @day: one that an RDATE adds. */
static void
add_date (Expansion *e, StafetWall wall, const StafetIcsDay *day)
{
  const StafetIcsComponent *master = e->series->master, *said = following_override (e, wall);
  const StafetIcsComponent *component = said != NULL ? said : master;
  gboolean all_day = component->start.form == STAFET_ICS_DATE;
  StafetIcsDuration length = length_of (component, e->file->local);
  StafetWall start = wall, end;

  if (said != NULL)
    start += stafet_ics_time_in (&said->start, e->own, e->file->local)
             - stafet_ics_time_in (&said->recurrence, e->own, e->file->local);
  end = lasting (start, day != NULL && day->has_duration ? &day->duration : &length, e->own);
  if (day != NULL && day->end.form != STAFET_ICS_NEVER)
    end = MAX (stafet_ics_time_in (&day->end, e->own, e->file->local), start);
  add_instance (e, &(StafetIcsInstance){ .component = component,
                                         .series = master,
                                         .start = clock_of (e, start, all_day),
                                         .end = clock_of (e, end, all_day),
                                         .original = clock_of (e, wall, all_day),
                                         .status = component->cancelled ? STAFET_ICS_CANCELLED
                                                   : start != wall      ? STAFET_ICS_MOVED
                                                                        : STAFET_ICS_PLANNED,
                                         .all_day = all_day });
}

/* What is said of one date alone; also where the series does not have that date. */
static void
add_single (Expansion *e, const StafetIcsComponent *component, const StafetIcsComponent *series)
{
  const StafetZone *local = e->file->local, *own = stafet_ics_time_zone (&component->start, local);
  gboolean all_day = component->start.form == STAFET_ICS_DATE;
  StafetWall start = stafet_ics_time_in (&component->start, e->zone, local), end, original = start;

  if (component->end.form != STAFET_ICS_NEVER)
    end = stafet_ics_time_in (&component->end, e->zone, local);
  else
    end = lasting (component->start.wall, &component->duration, own);
  if (component->end.form == STAFET_ICS_NEVER && !all_day)
    end = stafet_zone_to_wall (e->zone, stafet_zone_to_instant (own, end));
  if (component->recurrence.form != STAFET_ICS_NEVER)
    original = stafet_ics_time_in (&component->recurrence, e->zone, local);
  /* In the gap of a spring night the clock shows another time than is written. */
  if (!all_day)
    start = stafet_zone_to_wall (e->zone, stafet_ics_time_instant (&component->start, local));
  add_instance (e, &(StafetIcsInstance){ .component = component,
                                         .series = series,
                                         .start = start,
                                         .end = end,
                                         .original = original,
                                         .status = component->cancelled ? STAFET_ICS_CANCELLED
                                                   : original != start && component != series
                                                     ? STAFET_ICS_MOVED
                                                     : STAFET_ICS_PLANNED,
                                         .all_day = all_day });
}

/* ——— Dates of a master ——— */

/* Whether @time, an EXDATE or RECURRENCE-ID, speaks of the date at @wall: a date alone speaks of the whole
 * day. */
static gboolean
speaks_of (const Expansion *e, const StafetIcsTime *time, StafetWall wall)
{
  gboolean by_day = time->form == STAFET_ICS_DATE || e->series->master->start.form == STAFET_ICS_DATE;
  StafetWall there = stafet_ics_time_in (time, e->own, e->file->local);

  if (by_day)
    return stafet_wall_date (there) == stafet_wall_date (wall);
  return there == wall
         || stafet_ics_time_instant (time, e->file->local) == stafet_zone_to_instant (e->own, wall);
}

static gboolean
is_left_out (const Expansion *e, StafetWall wall)
{
  const GArray *except = e->series->master->except;

  for (guint i = 0; except != NULL && i < except->len; i++)
    if (speaks_of (e, &g_array_index (except, StafetIcsTime, i), wall))
      return TRUE;
  for (guint i = 0; i < e->series->overrides->len; i++)
    {
      const StafetIcsComponent *override = g_ptr_array_index (e->series->overrides, i);

      if (speaks_of (e, &override->recurrence, wall))
        return TRUE;
    }
  return FALSE;
}

static GArray *
rule_walls (const Expansion *e, StafetDate from, StafetDate to, GError **error)
{
  const StafetIcsComponent *master = e->series->master;
  StafetFilter none = { .parity = STAFET_PARITY_NONE };

  if (*master->rule == '\0')
    return g_array_new (FALSE, FALSE, sizeof (StafetWall));
  if (master->parsed != NULL)
    return stafet_expand_recur (master->parsed, master->start.wall, &none, from, to, 0);
  return stafet_ics_foreign_rule_expand (
    master->rule, &master->start, e->own,
    &(StafetIcsSpan){ from, to, e->patience->most, e->patience->deadline, e->patience->cancellable }, error);
}

/* Days by which overrides of what follows may shift the series. */
static int
longest_shift (const Expansion *e)
{
  StafetWall longest = 0;

  for (guint i = 0; i < e->series->overrides->len; i++)
    {
      const StafetIcsComponent *override = g_ptr_array_index (e->series->overrides, i);

      if (override->following)
        longest = MAX (longest, ABS (override->start.wall - override->recurrence.wall));
    }
  return longest / STAFET_MINUTES_PER_DAY + 1;
}

static gboolean
holds (const GArray *walls, StafetWall wall)
{
  guint low = 0, high = walls->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (walls, StafetWall, middle) < wall)
        low = middle + 1;
      else
        high = middle;
    }
  return low < walls->len && g_array_index (walls, StafetWall, low) == wall;
}

/* RDATE, but for what the rule has already. */
static void
add_days (Expansion *e, const GArray *walls)
{
  const StafetIcsComponent *master = e->series->master;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; master->days != NULL && i < master->days->len; i++)
    {
      const StafetIcsDay *day = &g_array_index (master->days, StafetIcsDay, i);
      StafetWall wall = stafet_ics_time_in (&day->start, e->own, e->file->local);

      if (day->start.form == STAFET_ICS_DATE && master->start.form != STAFET_ICS_DATE)
        wall += stafet_wall_minutes (master->start.wall); /* a date alone: at the usual time */
      if (master->start.form == STAFET_ICS_DATE)
        wall = stafet_wall_new (stafet_wall_date (wall), 0);
      if (wall != master->start.wall && !holds (walls, wall) && !is_left_out (e, wall)
          && g_hash_table_add (seen, GINT_TO_POINTER (wall)))
        add_date (e, wall, day);
    }
}

static gboolean
add_master (Expansion *e, GError **error)
{
  const StafetIcsComponent *master = e->series->master;
  int margin = ZONE_DAYS + longest_shift (e);
  StafetWall first = master->start.wall;
  g_autoptr (GArray) walls = rule_walls (e, e->from - margin, e->to + margin, error);

  if (walls == NULL)
    return FALSE;
  /* The start is a date of the series whether the rule has it or not. */
  if (!holds (walls, first) && !is_left_out (e, first))
    {
      if (*master->rule == '\0' && following_override (e, first) == NULL)
        add_single (e, master, master);
      else
        add_date (e, first, NULL);
    }
  for (guint i = 0; i < walls->len; i++)
    if (!is_left_out (e, g_array_index (walls, StafetWall, i)))
      add_date (e, g_array_index (walls, StafetWall, i), NULL);
  add_days (e, walls);
  return TRUE;
}

static gboolean
expand_series (Expansion *e, GError **error)
{
  const StafetIcsComponent *master = e->series->master;

  if (e->instances->len > e->patience->most || g_get_monotonic_time () > e->patience->deadline)
    {
      g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE,
                           _ ("It takes too long to find its dates. Choose a shorter period."));
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (e->patience->cancellable, error))
    return FALSE;
  e->own = master != NULL ? stafet_ics_time_zone (&master->start, e->file->local) : e->zone;
  if (master != NULL && !add_master (e, error))
    return FALSE;
  for (guint i = 0; i < e->series->overrides->len; i++)
    {
      const StafetIcsComponent *override = g_ptr_array_index (e->series->overrides, i);

      add_single (e, override, master);
    }
  return TRUE;
}

static gboolean
expand_named (Expansion *e, const StafetIcsSeries *series, GError **error)
{
  const StafetIcsComponent *named =
    series->master != NULL ? series->master : g_ptr_array_index (series->overrides, 0);
  g_autofree char *words = NULL;

  e->series = series;
  if (expand_series (e, error))
    return TRUE;
  words = stafet_ics_component_words (named, stafet_i18n_get_language ());
  g_prefix_error (error, "%s: ", words);
  return FALSE;
}

static int
compare_instances (gconstpointer a, gconstpointer b)
{
  const StafetIcsInstance *x = a, *y = b;
  int by_title;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  by_title = stafet_text_compare (x->component->title, y->component->title);
  return by_title != 0 ? by_title : strcmp (x->component->uid, y->component->uid);
}

StafetIcsPatience
stafet_ics_patience (void)
{
  return (StafetIcsPatience){ g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC, MOST_INSTANCES,
                              NULL };
}

GArray *
stafet_ics_expand (const StafetIcsFile *file, const StafetIcsSeries *series, const StafetZone *zone,
                   StafetDate from, StafetDate to, const StafetIcsPatience *patience, GError **error)
{
  g_autoptr (GArray) instances = g_array_new (FALSE, FALSE, sizeof (StafetIcsInstance));
  Expansion e = { file, NULL, zone, NULL, from, to, patience, instances };
  g_autoptr (GPtrArray) all = series == NULL ? stafet_ics_series_of (file) : NULL;

  if (series != NULL && !expand_named (&e, series, error))
    return NULL;
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!expand_named (&e, g_ptr_array_index (all, i), error))
      return NULL;
  g_array_sort (instances, compare_instances);
  return g_steal_pointer (&instances);
}
