/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Danish public holidays, by the date or by their distance from Easter Sunday.
 */
#include "stafet-holidays.h"

#include "core/stafet-i18n.h"

#define LAST_PRAYER_DAY 2023

typedef struct
{
  int month, day;
  const char *name;
} Fixed;

static const Fixed fixed[] = {
  { 1, 1, N_ ("New Year's Day") },
  { 12, 24, N_ ("Christmas Eve") },
  { 12, 25, N_ ("Christmas Day") },
  { 12, 26, N_ ("Boxing Day") },
};
static const Fixed extra[] = {
  { 5, 1, N_ ("1 May") },
  { 6, 5, N_ ("Constitution Day") },
  { 12, 31, N_ ("New Year's Eve") },
};

static const char *
find_fixed (const Fixed *list, gsize n, int month, int day)
{
  for (gsize i = 0; i < n; i++)
    if (list[i].month == month && list[i].day == day)
      return list[i].name;
  return NULL;
}

static const char *
easter_name (int days_after, int year)
{
  switch (days_after)
    {
    case -3:
      return N_ ("Maundy Thursday");
    case -2:
      return N_ ("Good Friday");
    case 0:
      return N_ ("Easter Sunday");
    case 1:
      return N_ ("Easter Monday");
    case 26:
      return year <= LAST_PRAYER_DAY ? N_ ("Great Prayer Day") : NULL;
    case 39:
      return N_ ("Ascension Day");
    case 49:
      return N_ ("Whit Sunday");
    case 50:
      return N_ ("Whit Monday");
    default:
      return NULL;
    }
}

const char *
stafet_holidays_name (StafetDate date)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  /* Easter lies between 22 March and 25 April: what hangs on it between 19 March and 14 June. */
  if (month >= 3 && month <= 6)
    return easter_name (date - stafet_date_easter_sunday (year), year);
  return find_fixed (fixed, G_N_ELEMENTS (fixed), month, day);
}

const char *
stafet_holidays_extra_name (StafetDate date)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  return find_fixed (extra, G_N_ELEMENTS (extra), month, day);
}
