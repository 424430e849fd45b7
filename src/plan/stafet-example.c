/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes an example of either size.
 */
#include "stafet-example.h"

#include "stafet-example-house.h"
#include "stafet-example-municipality.h"

#include <string.h>

gboolean
stafet_example_size_from_name (const char *name, StafetExampleSize *size)
{
  *size = strcmp (name, "municipality") == 0 ? STAFET_EXAMPLE_MUNICIPALITY : STAFET_EXAMPLE_HOUSE;
  return *size == STAFET_EXAMPLE_MUNICIPALITY || strcmp (name, "house") == 0;
}

/* The winter and autumn holidays of Aarhus, this year's and the next one's. */
static void
make_school_holidays (StafetMaker *maker)
{
  static const struct
  {
    int week;
    const char *text;
  } holidays[] = { { 7, "Vinterferie" }, { 42, "Efterårsferie" } };
  int year;

  stafet_date_iso_week (maker->today, &year);
  for (int i = 0; i < 4; i++)
    {
      StafetSchoolHoliday *holiday = stafet_maker_add (maker, STAFET_KIND_SCHOOL_HOLIDAY);

      holiday->from = stafet_date_from_iso_week (year + i / 2, holidays[i % 2].week);
      holiday->to = holiday->from + 6;
      stafet_maker_set_text (holiday, "text", holidays[i % 2].text);
    }
}

StafetChangeset *
stafet_example_new (StafetExampleSize size, guint32 seed, StafetDate today)
{
  g_autoptr (StafetMaker) maker = stafet_maker_new (seed, today);

  stafet_maker_make (maker, STAFET_KIND_SETTINGS, "zone", STAFET_ZONE_DEFAULT, "house_word", "folkehus",
                     NULL);
  make_school_holidays (maker);
  if (size == STAFET_EXAMPLE_HOUSE)
    stafet_example_make_house (maker);
  else
    stafet_example_make_municipality (maker);
  return stafet_maker_finish (maker);
}
