/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is told of a loan.
 */
#include "stafet-loans.h"

#include "core/stafet-words.h"

StafetLoan *
stafet_loan_of (const StafetSnapshot *snapshot, StafetUid activity)
{
  const GPtrArray *loans = stafet_snapshot_index (snapshot, STAFET_INDEX_LOAN_BY_ACTIVITY, activity);

  return activity != NULL && loans->len > 0 ? g_ptr_array_index (loans, 0) : NULL;
}

StafetActivity *
stafet_loan_activity (const StafetSnapshot *snapshot, const StafetLoan *loan)
{
  return stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, loan->activity);
}

const char *
stafet_loan_borrower (const StafetSnapshot *snapshot, const StafetLoan *loan)
{
  const StafetActivity *activity = stafet_loan_activity (snapshot, loan);
  gpointer organiser =
    activity != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_ORGANISER, activity->organiser) : NULL;

  if (organiser != NULL)
    return stafet_record_get_label (organiser);
  return activity != NULL ? activity->title : "";
}

char *
stafet_loan_when (const StafetActivity *activity, StafetLanguage language)
{
  const StafetTiming *timing = &activity->timing;
  g_autofree char *time = stafet_words_time_span (language, timing->start, timing->end);
  g_autofree char *day = stafet_words_date_with_year (language, timing->first_date);
  g_autofree char *rule = NULL;

  if (!timing->recurs)
    return g_strdup_printf ("%s %s", day, time);
  rule = stafet_words_rule (language, timing);
  return g_strdup_printf (stafet_i18n_text (language, N_ ("%1$s %2$s, from %3$s")), rule, time, day);
}

char *
stafet_loan_proposal (const StafetSnapshot *snapshot, const StafetLoan *loan, StafetLanguage language)
{
  gpointer room = stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, loan->move_room);
  g_autofree char *day = NULL, *time = NULL;

  if (loan->move_date == STAFET_DATE_NONE)
    return NULL;
  day = stafet_words_date (language, stafet_wall_date (loan->move_start));
  time = stafet_words_time_span (language, loan->move_start, loan->move_end);
  return g_strdup_printf ("%s %s%s%s", day, time, room != NULL ? ", " : "",
                          room != NULL ? stafet_record_get_label (room) : "");
}
