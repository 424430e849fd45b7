/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for dates that come.
 */
#include "stafet-reminders.h"

#include "core/stafet-cooperation.h"
#include "core/stafet-words.h"

#include <string.h>

/* So many days before it is said. */
#define FORTNIGHT 14
#define MONTH 30
#define WEEK 7

typedef struct
{
  const StafetSnapshot *snapshot;
  const StafetAgendaQuery *query;
  StafetDate today;
  GArray *found;
} Looking;

/* @ahead: so many days before; what has passed is said until it is put right. */
static void
add (Looking *l, StafetReminderKind kind, gpointer record, StafetUid uid, StafetDate date, int ahead)
{
  const StafetHouse *house = stafet_snapshot_get (l->snapshot, STAFET_KIND_HOUSE, uid);
  StafetReminder reminder = { kind, record, date };

  if (date != STAFET_DATE_NONE && date <= l->today + ahead
      && (house == NULL || stafet_agenda_query_takes (l->query, house)))
    g_array_append_val (l->found, reminder);
}

static void
look_at_agreement (Looking *l, StafetAgreement *agreement)
{
  /* One that ended is told of for a while: somebody may have forgotten to renew it. */
  if (agreement->until != STAFET_DATE_NONE && agreement->until < l->today - MONTH)
    return;
  if (agreement->until == STAFET_DATE_NONE || agreement->until >= l->today)
    add (l, STAFET_REMINDER_REVIEW, agreement, agreement->house, agreement->review, FORTNIGHT);
  add (l, STAFET_REMINDER_ENDS, agreement, agreement->house, agreement->until, MONTH);
}

static void
look_at_application (Looking *l, StafetPoolApplication *application)
{
  switch ((StafetPoolStatus) application->status)
    {
    case STAFET_APPLICATION_IDEA:
    case STAFET_APPLICATION_DRAFT:
      add (l, STAFET_REMINDER_DEADLINE, application, application->house, application->deadline, FORTNIGHT);
      break;
    case STAFET_APPLICATION_SENT:
      add (l, STAFET_REMINDER_ANSWER, application, application->house, application->answer, 0);
      break;
    case STAFET_APPLICATION_GRANTED:
      add (l, STAFET_REMINDER_REPORT, application, application->house, application->report, FORTNIGHT);
      break;
    case STAFET_APPLICATION_REFUSED:
    case STAFET_APPLICATION_REPORTED:
      break;
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const StafetReminder *one = a, *other = b;

  if (one->date != other->date)
    return one->date < other->date ? -1 : 1;
  return one->kind != other->kind ? (int) one->kind - (int) other->kind
                                  : strcmp (one->record->uid, other->record->uid);
}

GArray *
stafet_reminders_find (const StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetDate today)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (StafetReminder));
  Looking l = { snapshot, query, today, found };
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_AGREEMENT);

  for (guint i = 0; i < all->len; i++)
    look_at_agreement (&l, g_ptr_array_index (all, i));
  all = stafet_snapshot_all (snapshot, STAFET_KIND_APPLICATION);
  for (guint i = 0; i < all->len; i++)
    look_at_application (&l, g_ptr_array_index (all, i));
  all = stafet_snapshot_all (snapshot, STAFET_KIND_MEETING);
  for (guint i = 0; i < all->len; i++)
    {
      StafetMeeting *meeting = g_ptr_array_index (all, i);

      if (meeting->date >= today)
        add (&l, STAFET_REMINDER_MEETING, meeting, meeting->house, meeting->date, WEEK);
    }
  all = stafet_snapshot_all (snapshot, STAFET_KIND_MEMBER);
  for (guint i = 0; i < all->len; i++)
    {
      StafetMember *member = g_ptr_array_index (all, i);

      if (member->until >= today - MONTH)
        add (&l, STAFET_REMINDER_TERM, member, member->house, member->until, FORTNIGHT);
    }
  g_array_sort (found, compare);
  return found;
}

char *
stafet_reminder_words (const StafetReminder *reminder, StafetDate today, StafetLanguage language)
{
  static const char *const coming[] = {
    [STAFET_REMINDER_REVIEW] = N_ ("is looked at again %s"),
    [STAFET_REMINDER_ENDS] = N_ ("ends %s"),
    [STAFET_REMINDER_DEADLINE] = N_ ("the deadline is %s"),
    [STAFET_REMINDER_ANSWER] = N_ ("an answer is expected %s"),
    [STAFET_REMINDER_REPORT] = N_ ("the report is due %s"),
    [STAFET_REMINDER_MEETING] = N_ ("meeting %s"),
    [STAFET_REMINDER_TERM] = N_ ("the term ends %s"),
  };
  static const char *const passed[] = {
    [STAFET_REMINDER_REVIEW] = N_ ("was to be looked at again %s"),
    [STAFET_REMINDER_ENDS] = N_ ("ended %s"),
    [STAFET_REMINDER_DEADLINE] = N_ ("the deadline was %s"),
    [STAFET_REMINDER_ANSWER] = N_ ("an answer was expected %s"),
    [STAFET_REMINDER_REPORT] = N_ ("the report was due %s"),
    [STAFET_REMINDER_MEETING] = N_ ("meeting %s"),
    [STAFET_REMINDER_TERM] = N_ ("the term ended %s"),
  };
  g_autofree char *day = reminder->date == today ? g_strdup (stafet_i18n_text (language, N_ ("today")))
                         : reminder->date == today + 1
                           ? g_strdup (stafet_i18n_text (language, N_ ("tomorrow")))
                           : stafet_words_date (language, reminder->date);

  return g_strdup_printf (
    stafet_i18n_text (language, (reminder->date < today ? passed : coming)[reminder->kind]), day);
}
