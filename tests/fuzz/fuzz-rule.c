/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes recurrence rules: what is read writes itself the same, and its dates rise.
 */
#include "fuzz.h"
#include "schedule/stafet-expand.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  g_autofree char *text = g_strndup ((const char *) data, size), *once = NULL, *twice = NULL;
  StafetFilter none = { .parity = STAFET_PARITY_NONE };
  StafetWall start = stafet_wall_new (stafet_date_new (2026, 11, 24), 600);
  g_autoptr (GArray) walls = NULL;
  StafetRule rule, again;

  if (!g_utf8_validate (text, -1, NULL) || !stafet_rule_parse (text, zone, &rule, NULL))
    return 0;
  once = stafet_rule_write (&rule);
  if (!stafet_rule_parse (once, zone, &again, NULL))
    g_error ("%s is written as %s, which is no rule", text, once);
  twice = stafet_rule_write (&again);
  if (strcmp (once, twice) != 0)
    g_error ("%s is written as %s, and that as %s", text, once, twice);
  walls =
    stafet_expand_recur (&rule, start, &none, stafet_wall_date (start), stafet_wall_date (start) + 4000, 100);
  for (guint i = 1; i < walls->len; i++)
    if (g_array_index (walls, StafetWall, i - 1) >= g_array_index (walls, StafetWall, i))
      g_error ("The dates of %s do not rise", text);
  return 0;
}
