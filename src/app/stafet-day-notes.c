/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The card of what is to be remembered.
 */
#include "stafet-day-items-private.h"

#include "core/stafet-words.h"
#include "schedule/stafet-batons.h"
#include "schedule/stafet-due.h"
#include "schedule/stafet-notes.h"
#include "schedule/stafet-reminders.h"
#include "schedule/stafet-review.h"

#include <string.h>

/* So long before a holiday it is time to answer what happens on it. */
#define WAITING_DAYS 60

/* "for Thursday 26 November · about Lis Bæk"; what its day has passed says so. (transfer full) */
static char *
note_words (const StafetDayBuild *build, const StafetNote *note, StafetDate date)
{
  g_autofree char *day = note->on != STAFET_DATE_NONE ? stafet_words_date (build->language, note->on) : NULL;
  const StafetRecord *person = stafet_snapshot_get (build->snapshot, STAFET_KIND_VOLUNTEER, note->volunteer);
  g_autofree char *about =
    person != NULL ? g_strdup_printf (_ ("about %s"), stafet_record_get_label (person)) : NULL;
  g_autofree char *when = NULL;

  if (day != NULL)
    when = stafet_note_is_overdue (note, date) ? g_strdup_printf (_ ("was for %s"), day)
                                               : g_strdup_printf (_ ("for %s"), day);
  return g_strconcat (when != NULL ? when : "", when != NULL && about != NULL ? " · " : "", about, NULL);
}

static void
add_note (StafetDayBuild *build, const StafetNote *note, StafetDate date)
{
  StafetDayContent *content = stafet_day_build_add (build, STAFET_DAY_NOTICE, note->parent.uid);

  content->icon =
    g_strdup (stafet_note_is_overdue (note, date) ? "stafet-warning-symbolic" : "document-edit-symbolic");
  content->title = g_strdup (note->text);
  content->detail = note_words (build, note, date);
  content->button = g_strdup (_ ("Done"));
  content->action = g_strdup_printf ("win.note-done('%s')", note->parent.uid);
  content->spoken = g_strdup_printf (_ ("Done: %s"), note->text);
  content->open = g_strdup_printf ("win.note('%s')", note->parent.uid);
}

/* "3 dates wait for an answer before holidays". */
static void
add_waiting (StafetDayBuild *build, guint n, StafetDate first)
{
  StafetDayContent *content = stafet_day_build_add (build, STAFET_DAY_NOTICE, "waiting");
  g_autofree char *day = stafet_words_date (build->language, first);

  content->icon = g_strdup ("stafet-calendar-symbolic");
  content->title = g_strdup_printf (ngettext_ ("%u date waits for an answer before a holiday",
                                               "%u dates wait for an answer before holidays", n),
                                    n);
  content->detail = n > 1 ? g_strdup_printf (_ ("the first on %s"), day) : g_strdup (day);
  content->button = g_strdup (_ ("Answer …"));
  content->action = g_strdup ("win.review");
  content->spoken = g_strdup_printf (_ ("Answer: %s"), content->title);
}

static guint
count_waiting (const StafetDayBuild *build, const StafetAgendaQuery *query, StafetDate *first)
{
  StafetAgendaQuery coming = *query;

  if (query->from != build->today)
    return 0;
  coming.to = query->from + WAITING_DAYS;
  return stafet_review_count_waiting (build->snapshot, &coming, first);
}

/* "3 volunteers are to be looked after: kept on, or erased". Of the whole store, whatever is in view. */
static void
add_due (StafetDayBuild *build, const GPtrArray *due)
{
  StafetDayContent *content = stafet_day_build_add (build, STAFET_DAY_NOTICE, "due");

  content->icon = g_strdup ("stafet-people-symbolic");
  content->title = g_strdup_printf (
    ngettext_ ("%u volunteer is to be looked after", "%u volunteers are to be looked after", due->len),
    due->len);
  content->detail = g_strdup (_ ("They were to be kept no longer than until now"));
  content->button = g_strdup (_ ("Keep or erase …"));
  content->action = g_strdup ("win.due");
  content->spoken = g_strdup_printf (_ ("Keep or erase: %s"), content->title);
}

/* A baton that is dropped, or whose step is today. */
static void
add_baton (StafetDayBuild *build, StafetEnquiry *enquiry)
{
  StafetDayContent *content = stafet_day_build_add (build, STAFET_DAY_NOTICE, enquiry->parent.uid);
  const char *holder = stafet_baton_holder (build->snapshot, enquiry);
  g_autofree char *words = stafet_baton_words (enquiry, build->today, build->language);
  gboolean dropped = stafet_baton_state (enquiry, build->today) == STAFET_BATON_DROPPED;

  content->icon = g_strdup (dropped ? "stafet-warning-symbolic" : "stafet-baton-symbolic");
  content->title =
    g_strdup_printf (dropped ? _ ("The baton is dropped: %s") : _ ("The baton: %s"), enquiry->title);
  content->detail = holder != NULL ? g_strdup_printf ("%s · %s", words, holder) : g_strdup (words);
  content->button = g_strdup (_ ("Open …"));
  content->action = g_strdup_printf ("win.enquiry('%s')", enquiry->parent.uid);
  content->spoken = g_strdup_printf (_ ("Open: %s"), content->title);
}

static gboolean
is_first_time (const StafetDayBuild *build, const StafetAgendaQuery *query, const StafetEnquiry *enquiry)
{
  const StafetHouse *house = stafet_snapshot_get (build->snapshot, STAFET_KIND_HOUSE, enquiry->house);

  return enquiry->first_on == query->from && enquiry->ended == STAFET_DATE_NONE
         && (house == NULL || stafet_agenda_query_takes (query, house));
}

/* Newcomers whose first time is on the day itself. (transfer container) */
static GPtrArray *
find_first_times (const StafetDayBuild *build, const StafetAgendaQuery *query)
{
  const GPtrArray *all = stafet_snapshot_all (build->snapshot, STAFET_KIND_ENQUIRY);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (is_first_time (build, query, g_ptr_array_index (all, i)))
      g_ptr_array_add (found, g_ptr_array_index (all, i));
  return found;
}

/* With who comes along. */
static void
add_first_time (StafetDayBuild *build, const StafetEnquiry *enquiry)
{
  g_autofree char *key = g_strconcat (enquiry->parent.uid, "-first", NULL);
  StafetDayContent *content = stafet_day_build_add (build, STAFET_DAY_NOTICE, key);

  content->icon = g_strdup ("stafet-person-add-symbolic");
  content->title = stafet_baton_first_words (enquiry, build->language);
  content->detail = g_strdup ("");
  content->button = g_strdup (_ ("Open …"));
  content->action = g_strdup_printf ("win.enquiry('%s')", enquiry->parent.uid);
  content->spoken = g_strdup_printf (_ ("Open: %s"), content->title);
}

/* Where it is looked after. */
static const char *
section_of (const StafetReminder *reminder)
{
  switch ((int) STAFET_RECORD_KIND (reminder->record))
    {
    case STAFET_KIND_AGREEMENT:
      return "agreements";
    case STAFET_KIND_APPLICATION:
      return "applications";
    default:
      return "council";
    }
}

static void
add_reminder (StafetDayBuild *build, const StafetReminder *reminder)
{
  g_autofree char *key = g_strdup_printf ("%s-%d", reminder->record->uid, reminder->kind);
  StafetDayContent *content = stafet_day_build_add (build, STAFET_DAY_NOTICE, key);
  g_autofree char *words = stafet_reminder_words (reminder, build->today, build->language);

  content->icon =
    g_strdup (reminder->date < build->today ? "stafet-warning-symbolic" : "stafet-clock-symbolic");
  content->title = g_strdup (stafet_record_get_label (reminder->record));
  content->detail = g_strdup_printf ("%s · %s", _ (STAFET_RECORD_INFO (reminder->record)->title), words);
  content->button = g_strdup (_ ("Open …"));
  content->action = g_strdup_printf ("win.network('%s')", section_of (reminder));
  content->spoken = g_strdup_printf (_ ("Open: %s"), content->title);
}

/* The three questions: in the first week of a month, until they were looked at, unless nobody wants them. */
static gboolean
asks_questions (const StafetDayBuild *build, const StafetAgendaQuery *query)
{
  GSettings *settings = stafet_desk_get_settings (build->desk);
  g_autofree char *reflected = settings != NULL ? g_settings_get_string (settings, "reflected") : NULL;
  char day[STAFET_DATE_SIZE];
  int year, month, of_month;

  stafet_date_split (build->today, &year, &month, &of_month);
  stafet_date_write (build->today, day);
  day[7] = '\0';
  return settings != NULL && query->from == build->today && of_month <= 7
         && g_settings_get_boolean (settings, "reflection") && g_strcmp0 (reflected, day) != 0;
}

static void
add_questions (StafetDayBuild *build)
{
  StafetDayContent *content = stafet_day_build_add (build, STAFET_DAY_NOTICE, "questions");

  content->icon = g_strdup ("stafet-eye-symbolic");
  content->title = g_strdup (_ ("Three questions for this month"));
  content->detail = g_strdup (_ ("beside the house's own figures"));
  content->button = g_strdup (_ ("Look …"));
  content->action = g_strdup ("win.questions");
  content->spoken = g_strdup_printf (_ ("Open: %s"), content->title);
}

/* Those that want something of somebody today. */
static GPtrArray *
find_batons (const StafetDayBuild *build, const StafetAgendaQuery *query)
{
  GPtrArray *found = stafet_batons_find (build->snapshot, query, build->today);

  for (guint i = found->len; i-- > 0;)
    if (query->from != build->today
        || stafet_baton_state (g_ptr_array_index (found, i), build->today) == STAFET_BATON_HELD)
      g_ptr_array_remove_index (found, i);
  return found;
}

/* With what else is to be done before its day. */
void
stafet_day_build_notes (StafetDayBuild *build, const StafetAgendaQuery *query)
{
  g_auto (StafetNotes) notes = { NULL };
  StafetDate waits_first;
  guint first, waiting = count_waiting (build, query, &waits_first);
  g_autoptr (GPtrArray) due = stafet_due_list (build->snapshot, build->today);
  g_autoptr (GPtrArray) batons = find_batons (build, query), first_times = find_first_times (build, query);
  g_autoptr (GArray) reminders = stafet_reminders_find (build->snapshot, query, build->today);

  if (query->from != build->today)
    {
      g_ptr_array_set_size (due, 0);
      g_array_set_size (reminders, 0);
    }
  stafet_notes_find (build->snapshot, query, 0, &notes);
  if (notes.standing->len + waiting + due->len + batons->len + reminders->len + first_times->len == 0
      && !asks_questions (build, query))
    return;
  stafet_day_build_heading (build, "notes", g_strdup (_ ("To be remembered")), NULL);
  first = build->items->len;
  for (guint i = 0; i < batons->len; i++)
    add_baton (build, g_ptr_array_index (batons, i));
  for (guint i = 0; i < first_times->len; i++)
    add_first_time (build, g_ptr_array_index (first_times, i));
  for (guint i = 0; i < reminders->len; i++)
    add_reminder (build, &g_array_index (reminders, StafetReminder, i));
  for (guint i = 0; i < notes.standing->len; i++)
    add_note (build, g_ptr_array_index (notes.standing, i), query->from);
  if (waiting > 0)
    add_waiting (build, waiting, waits_first);
  if (due->len > 0)
    add_due (build, due);
  if (asks_questions (build, query))
    add_questions (build);
  stafet_day_build_close (build, first);
}
