/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the log says of people is kept for so many months.
 */
#include "stafet-use-cases.h"

/* The same day so many months before; the last of the month where that is shorter. */
static StafetDate
months_before (StafetDate date, int months)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  month += year * 12 - 1 - months;
  year = month / 12;
  month = month % 12 + 1;
  return stafet_date_new (year, month, MIN (day, stafet_date_days_in_month (year, month)));
}

static gboolean
expire_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetClock *clock = stafet_plan_get_clock (plan);
  int months = stafet_snapshot_settings (stafet_plan_get_snapshot (plan))->retention_months;
  StafetDate day = months_before (stafet_clock_today (clock), MAX (months, 1));
  StafetInstant before = stafet_zone_to_instant (stafet_clock_get_zone (clock), stafet_wall_new (day, 0));
  gboolean expired;

  (void) data;
  /* It is nothing to tell others of, and no change of its own. */
  changeset->kind = STAFET_CHANGESET_MEMORY;
  if (!stafet_store_has_expired (stafet_plan_get_store (plan), before, &expired, error))
    return FALSE;
  if (expired)
    stafet_changeset_forget_before (changeset, before);
  stafet_changeset_set_label (changeset, "%s", _ ("What was said of people too long ago is no longer kept"));
  return TRUE;
}

StafetEdit *
stafet_use_expire (void)
{
  return stafet_edit_new (STAFET_CHANGESET_SYSTEM, expire_func, NULL, NULL);
}
