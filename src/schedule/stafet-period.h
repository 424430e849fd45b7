/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates that a monthly or yearly rule yields in one month or year.
 */
#pragma once

#include "core/stafet-rule.h"

G_BEGIN_DECLS

/* Ascending, without duplicates. */
typedef struct
{
  guint n;
  StafetDate dates[366];
} StafetPeriod;

/* @start gives the day (and month) of a rule that names none. @month is passed over by yearly rules. */
void stafet_period_fill (StafetPeriod *period, const StafetRule *rule, StafetDate start, int year, int month);

G_END_DECLS
