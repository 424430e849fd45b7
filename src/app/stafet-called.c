/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What came of ringing somebody up.
 */
#include "stafet-called.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-chip.h"

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

static const StafetAssignment *
find_dated (const StafetSnapshot *snapshot, const StafetCall *call)
{
  const GPtrArray *rows =
    stafet_snapshot_index (snapshot, STAFET_INDEX_ASSIGNMENT_BY_VOLUNTEER, call->volunteer);

  for (guint i = stafet_snapshot_first_on (rows, call->date); i < rows->len; i++)
    {
      const StafetAssignment *row = g_ptr_array_index (rows, i);

      if (row->date != call->date)
        return NULL;
      if (row->shift == call->shift)
        return row;
    }
  return NULL;
}

/* What she said in the call is what became of her place on the date. */
static const char *
words_of (const StafetSnapshot *snapshot, const StafetCall *call)
{
  const StafetAssignment *row = find_dated (snapshot, call);

  if (call->outcome == STAFET_CALL_NO_ANSWER)
    return _ ("rang %s: no answer");
  if (call->outcome == STAFET_CALL_WAITS)
    return _ ("rang %s: wants to think about it");
  if (row == NULL)
    return _ ("rang %s");
  switch ((StafetAssignmentState) row->state)
    {
    case STAFET_ASSIGNMENT_DECLINED:
      return _ ("rang %s: cannot");
    case STAFET_ASSIGNMENT_PROMISED:
      return _ ("rang %s: said yes");
    case STAFET_ASSIGNMENT_IF_NEEDED:
      return _ ("rang %s: takes it if nobody else can");
    case STAFET_ASSIGNMENT_ASKED:
    default:
      return _ ("rang %s");
    }
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

  return g_strdup_printf (words_of (stafet_plan_get_snapshot (plan), call), when);
}

GtkWidget *
stafet_called_chip_new (StafetCalled called)
{
  switch (called)
    {
    case STAFET_CALLED_TOLD:
      return stafet_chip_new (STAFET_CHIP_PROMISED, _ ("has been told"));
    case STAFET_CALLED_RANG:
      return stafet_chip_new (STAFET_CHIP_ASKED, _ ("rang"));
    case STAFET_CALLED_NO_ANSWER:
      return stafet_chip_new (STAFET_CHIP_WARNING, _ ("no answer"));
    default:
      return NULL;
    }
}

char *
stafet_called_phones (const StafetCallLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *when = stafet_call_line_when (line, stafet_i18n_get_language ());

  for (guint i = 0; i < line->phones->len; i++)
    {
      g_autofree char *number = stafet_phone_format (line->phones->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", number);
    }
  if (line->phones->len == 0)
    g_string_append (text, _ ("No phone number"));
  if (line->through != NULL)
    g_string_append_printf (text, " (%s)", stafet_record_get_label (line->through));
  if (*when != '\0')
    g_string_append_printf (text, " · %s", when);
  return g_strdup (text->str);
}
