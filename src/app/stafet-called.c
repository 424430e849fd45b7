/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What came of ringing somebody up.
 */
#include "stafet-called.h"

#include "core/stafet-words.h"

const StafetCall *
stafet_called_last (const StafetSnapshot *snapshot, StafetUid shift, StafetDate date, StafetUid volunteer)
{
  const GPtrArray *calls = stafet_snapshot_index (snapshot, STAFET_INDEX_CALL_BY_SHIFT, shift);
  const StafetCall *last = NULL;

  for (guint i = stafet_snapshot_first_on (calls, date); i < calls->len; i++)
    {
      const StafetCall *call = g_ptr_array_index (calls, i);

      if (call->date == date && call->volunteer == volunteer && (last == NULL || call->at > last->at))
        last = call;
    }
  return last;
}

char *
stafet_called_words (StafetPlan *plan, const StafetCall *call)
{
  StafetClock *clock = stafet_plan_get_clock (plan);
  StafetWall wall = stafet_zone_to_wall (stafet_clock_get_zone (clock), call->at);
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *when = stafet_wall_date (wall) == stafet_clock_today (clock)
                            ? stafet_words_time (language, stafet_wall_minutes (wall))
                            : stafet_words_instant (language, wall);

  return g_strdup_printf (call->outcome == STAFET_CALL_NO_ANSWER ? _ ("rang %s: no answer") : _ ("rang %s"),
                          when);
}
