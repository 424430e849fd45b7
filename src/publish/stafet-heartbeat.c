/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the heartbeat.
 */
#include "stafet-heartbeat.h"

char *
stafet_heartbeat_write (StafetInstant confirmed)
{
  char machine[STAFET_INSTANT_SIZE];

  return g_strdup_printf ("{\"confirmed\": \"%s\"}\n", stafet_instant_write (confirmed, machine));
}
