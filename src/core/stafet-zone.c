/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wall time and instants. GLib only answers "which offset holds at this instant"; the gap and the
 * overlap are decided here, because libical and GDateTime decide them differently.
 */
#include "stafet-zone.h"

#include "stafet-error.h"
#include "stafet-i18n.h"

#include <string.h>

/* The rule of the European Union as POSIX writes it, for a machine without a zone database. */
#define COPENHAGEN_RULE "CET-1CEST,M3.5.0,M10.5.0/3"
#define DAY_SECONDS 86400

struct _StafetZone
{
  gatomicrefcount refs;
  char *name;      /* owned */
  GTimeZone *glib; /* owned; NULL: the transitions tell */
  int before;
  StafetTransition *transitions; /* owned, ascending */
  guint n_transitions;
};

static StafetZone *
zone_new (const char *name)
{
  StafetZone *zone = g_new0 (StafetZone, 1);

  g_atomic_ref_count_init (&zone->refs);
  zone->name = g_strdup (name);
  return zone;
}

StafetZone *
stafet_zone_new (const char *name, GError **error)
{
  g_autoptr (GTimeZone) glib = g_time_zone_new_identifier (name);
  StafetZone *zone;

  if (glib == NULL && strcmp (name, STAFET_ZONE_DEFAULT) == 0)
    glib = g_time_zone_new_identifier (COPENHAGEN_RULE);
  if (glib == NULL || strchr (name, '/') == NULL)
    {
      g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                   _ ("“%s” is not a time zone that this machine knows. Denmark's is Europe/Copenhagen."),
                   name);
      return NULL;
    }
  zone = zone_new (name);
  zone->glib = g_steal_pointer (&glib);
  return zone;
}

StafetZone *
stafet_zone_new_custom (const char *name, int before, const StafetTransition *transitions, guint n)
{
  StafetZone *zone = zone_new (name);

  zone->before = before;
  zone->transitions = g_memdup2 (transitions, n * sizeof *transitions);
  zone->n_transitions = n;
  return zone;
}

StafetZone *
stafet_zone_ref (StafetZone *zone)
{
  g_atomic_ref_count_inc (&zone->refs);
  return zone;
}

void
stafet_zone_unref (StafetZone *zone)
{
  if (!g_atomic_ref_count_dec (&zone->refs))
    return;
  g_clear_pointer (&zone->glib, g_time_zone_unref);
  g_free (zone->transitions);
  g_free (zone->name);
  g_free (zone);
}

const char *
stafet_zone_get_name (const StafetZone *zone)
{
  return zone->name;
}

/* By the last transition that is not after @instant. */
static int
custom_offset (const StafetZone *zone, StafetInstant instant)
{
  guint low = 0, high = zone->n_transitions;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (zone->transitions[middle].at <= instant)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? zone->transitions[low - 1].offset : zone->before;
}

int
stafet_zone_offset (const StafetZone *zone, StafetInstant instant)
{
  int interval;

  if (zone->glib == NULL)
    return custom_offset (zone, instant);
  interval = g_time_zone_find_interval (zone->glib, G_TIME_TYPE_UNIVERSAL, instant);
  return interval < 0 ? 0 : g_time_zone_get_offset (zone->glib, interval);
}

/* The instants that read as @wall: @early with the offset in force a day before, @late with the one a
 * day after. Returns how many of the two really read so: 0 in the gap, 2 (equal or not) elsewhere. */
static int
candidates (const StafetZone *zone, StafetWall wall, StafetInstant *early, StafetInstant *late)
{
  gint64 naive = (gint64) wall * 60;
  int before = stafet_zone_offset (zone, naive - DAY_SECONDS);
  int after = stafet_zone_offset (zone, naive + DAY_SECONDS);

  *early = naive - before;
  *late = naive - after;
  if (before == after)
    return 2;
  return (stafet_zone_offset (zone, *early) == before) + (stafet_zone_offset (zone, *late) == after);
}

StafetInstant
stafet_zone_to_instant (const StafetZone *zone, StafetWall wall)
{
  StafetInstant early, late;

  switch (candidates (zone, wall, &early, &late))
    {
    case 0: /* the gap: the offset before it */
      return early;
    case 1:
      return stafet_zone_offset (zone, early) == (gint64) wall * 60 - early ? early : late;
    default: /* the overlap: the first time */
      return MIN (early, late);
    }
}

gboolean
stafet_zone_in_gap (const StafetZone *zone, StafetWall wall)
{
  StafetInstant early, late;

  return candidates (zone, wall, &early, &late) == 0;
}

StafetWall
stafet_zone_to_wall (const StafetZone *zone, StafetInstant instant)
{
  gint64 local = instant + stafet_zone_offset (zone, instant);

  return (StafetWall) (local >= 0 ? local / 60 : -((-local + 59) / 60));
}

char *
stafet_instant_write (StafetInstant instant, char buffer[STAFET_INSTANT_SIZE])
{
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *text = NULL;

  buffer[0] = '\0';
  if (instant == STAFET_INSTANT_NONE)
    return buffer;
  utc = g_date_time_new_from_unix_utc (instant);
  text = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  g_strlcpy (buffer, text, STAFET_INSTANT_SIZE);
  return buffer;
}

gboolean
stafet_instant_parse (const char *text, StafetInstant *instant, GError **error)
{
  g_autoptr (GDateTime) utc = g_str_has_suffix (text, "Z") ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (utc == NULL)
    {
      g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE,
                   _ ("“%s” is not an instant. Write for example 2026-11-24T07:40:00Z."), text);
      return FALSE;
    }
  *instant = g_date_time_to_unix (utc);
  return TRUE;
}
