/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the school holidays of the plan.
 */
#include "stafet-school-year.h"

#define AUGUST 8

/* ——— Those that are known ——— */

/* Whether @query asks about something in @area. */
static gboolean
takes_area (const StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetUid area)
{
  const GPtrArray *houses = stafet_snapshot_all (snapshot, STAFET_KIND_HOUSE);

  if (area == NULL || query->area == area || stafet_agenda_query_takes (query, NULL))
    return TRUE;
  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);

      if (house->area == area && stafet_agenda_query_takes (query, house))
        return TRUE;
    }
  return FALSE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const StafetSchoolHoliday *x = *(StafetSchoolHoliday *const *) a, *y = *(StafetSchoolHoliday *const *) b;
  int order = (x->from > y->from) - (x->from < y->from);

  return order != 0 ? order : g_strcmp0 (x->parent.uid, y->parent.uid);
}

GPtrArray *
stafet_school_holidays_find (const StafetSnapshot *snapshot, const StafetAgendaQuery *query)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_SCHOOL_HOLIDAY);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      StafetSchoolHoliday *holiday = g_ptr_array_index (all, i);

      if (holiday->to >= query->from && holiday->from <= query->to
          && takes_area (snapshot, query, holiday->area))
        g_ptr_array_add (found, holiday);
    }
  g_ptr_array_sort (found, compare);
  return found;
}

/* ——— School years ——— */

static int
first_year (StafetDate date)
{
  int year, month;

  stafet_date_split (date, &year, &month, NULL);
  return month < AUGUST ? year - 1 : year;
}

StafetDate
stafet_school_year_begin (StafetDate date)
{
  return stafet_date_new (first_year (date), AUGUST, 1);
}

char *
stafet_school_year_words (StafetDate date)
{
  int year = first_year (date);

  return g_strdup_printf ("%d/%02d", year, (year + 1) % 100);
}

gboolean
stafet_school_year_is_known (const GPtrArray *holidays, StafetDate date)
{
  for (guint i = 0; i < holidays->len; i++)
    {
      const StafetSchoolHoliday *holiday = g_ptr_array_index (holidays, i);

      if (stafet_school_year_begin (holiday->from) == stafet_school_year_begin (date))
        return TRUE;
    }
  return FALSE;
}
