/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes the reader of foreign calendars, and the expansion of what it read.
 */
#include "fuzz.h"
#include "ics/stafet-ics-expand.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  g_autoptr (StafetIcsFile) file = stafet_ics_read ((const char *) data, size, zone, NULL, NULL);
  StafetIcsPatience patience = { g_get_monotonic_time () + G_USEC_PER_SEC, 5000, NULL };
  StafetDate from = stafet_date_new (2026, 1, 1);

  if (file != NULL)
    {
      g_autoptr (GArray) instances = stafet_ics_expand (file, NULL, zone, from, from + 400, &patience, NULL);

      for (guint i = 0; instances != NULL && i < instances->len; i++)
        if (g_array_index (instances, StafetIcsInstance, i).start < stafet_wall_new (from, 0))
          g_error ("A date lies outside of the period");
    }
  return 0;
}
