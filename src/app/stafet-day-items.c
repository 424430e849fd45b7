/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers the rows of a day or a week from the plan.
 */
#include "stafet-day-items.h"

#include "core/stafet-words.h"
#include "schedule/stafet-batons.h"
#include "schedule/stafet-borrowings.h"
#include "schedule/stafet-call-list.h"
#include "schedule/stafet-day.h"
#include "schedule/stafet-due.h"
#include "schedule/stafet-holidays.h"
#include "schedule/stafet-notes.h"
#include "schedule/stafet-reminders.h"
#include "schedule/stafet-review.h"
#include "stafet-place-target.h"

/* So long before a holiday it is time to answer what happens on it. */
#define WAITING_DAYS 60

/* The rows under way. */
typedef struct
{
  StafetDesk *desk;
  StafetSnapshot *snapshot;
  StafetDayAgenda *agenda;
  StafetLanguage language;
  StafetDate today;
  GPtrArray *items;
} Build;

static StafetDayContent *
add (Build *build, StafetDayItemKind kind, const char *key)
{
  StafetDayItem *item = stafet_day_item_new (kind, key);
  StafetDayContent *content = stafet_day_item_edit (item);

  content->today = build->today;
  content->now = stafet_desk_now (build->desk);
  content->refusals = stafet_desk_get_refusals (build->desk);
  content->house =
    stafet_desk_get_view (build->desk) == STAFET_VIEW_HOUSE ? stafet_desk_get_place (build->desk) : NULL;
  g_ptr_array_add (build->items, item);
  return content;
}

/* Marks the ends of the card that the rows from @first on make up. */
static void
close_card (Build *build, guint first)
{
  if (first >= build->items->len)
    return;
  stafet_day_item_edit (g_ptr_array_index (build->items, first))->first = TRUE;
  stafet_day_item_edit (g_ptr_array_index (build->items, build->items->len - 1))->last = TRUE;
}

static StafetDayContent *
add_heading (Build *build, const char *key, char *title, char *detail)
{
  StafetDayContent *content = add (build, STAFET_DAY_HEADING, key);

  content->title = title;
  content->detail = detail;
  return content;
}

/* ——— Notices ——— */

/* "from 13.00" and the like; "" for all of the day. (transfer full) */
static char *
closed_when (const Build *build, const StafetClosure *closure, StafetDate date)
{
  StafetWall start, end;
  g_autofree char *from = NULL, *to = NULL;

  stafet_moment_span (closure->from, closure->to, &start, &end);
  if (start > stafet_wall_new (date, 0))
    from = stafet_words_time (build->language, stafet_wall_minutes (start));
  if (end < stafet_wall_new (date + 1, 0))
    to = stafet_words_time (build->language, stafet_wall_minutes (end));
  if (from != NULL && to != NULL)
    return stafet_words_time_span (build->language, start, end);
  if (from != NULL)
    return g_strdup_printf (C_ ("closed", "from %s"), from);
  return to != NULL ? g_strdup_printf (C_ ("closed", "until %s"), to) : g_strdup ("");
}

static void
add_lack (Build *build)
{
  guint first = build->items->len;

  if (!stafet_desk_lacks_mine (build->desk))
    return;
  add (build, STAFET_DAY_NOTICE, "lacks-mine")->title = g_strdup (
    _ ("Open the list of houses at the top left, and press the star beside each house that is yours."));
  close_card (build, first);
}

static void
add_closure (Build *build, const StafetClosure *closure, StafetDate date)
{
  StafetDayContent *content = add (build, STAFET_DAY_NOTICE, closure->parent.uid);
  const StafetUid places[] = { closure->house, closure->area, closure->ward, closure->room };
  static const StafetKind kinds[] = { STAFET_KIND_HOUSE, STAFET_KIND_AREA, STAFET_KIND_WARD,
                                      STAFET_KIND_ROOM };
  g_autofree char *when = closed_when (build, closure, date);
  gpointer place = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (places) && place == NULL; i++)
    place = stafet_snapshot_get (build->snapshot, kinds[i], places[i]);
  content->icon = g_strdup ("stafet-closed-symbolic");
  content->title = g_strdup_printf (_ ("Closed: %s"), closure->text);
  content->button = g_strdup (_ ("Whom to ring"));
  content->action = g_strdup_printf ("win.closure-calls('%s')", closure->parent.uid);
  content->detail = g_strconcat (place != NULL ? stafet_record_get_label (place) : "",
                                 *when != '\0' ? " · " : "", when, NULL);
}

/* Whom a change of one date concerns, until all of them have been told. */
static void
add_calls (Build *build, const StafetAgendaQuery *query)
{
  g_autoptr (GPtrArray) due =
    stafet_call_lists_find_due (build->snapshot, query, stafet_desk_now (build->desk));
  guint first = build->items->len;

  for (guint i = 0; i < due->len; i++)
    {
      const StafetCallList *list = g_ptr_array_index (due, i);
      const StafetEntry *entry = g_ptr_array_index (list->agenda->entries, 0);
      guint n = stafet_call_list_count_untold (list);
      g_autofree char *key = g_strdup_printf ("calls-%s-%d", entry->series, entry->original);
      g_autofree char *what = stafet_call_list_words (list, build->language);
      g_autofree char *whom = g_strdup_printf (ngettext_ ("%u has to be rung", "%u have to be rung", n), n);
      StafetDayContent *content = add (build, STAFET_DAY_NOTICE, key);

      content->icon = g_strdup ("stafet-phone-symbolic");
      content->title = g_strdup_printf ("%s %s", entry->title, what);
      content->detail = g_steal_pointer (&whom);
      content->button = g_strdup (_ ("Whom to ring"));
      content->action =
        g_strdup_printf ("win.calls(('%s', %d, %d))", entry->series, (int) entry->kind, entry->original);
    }
  close_card (build, first);
}

/* "win.lend(('uid', 20416, 0, 'uid'))". (transfer full) */
static char *
lend_action (const StafetBorrowing *borrowing, const char *action)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (stafet_place_target_new_volunteer (
    borrowing->shift->parent.uid, borrowing->date, borrowing->volunteer->parent.uid));
  g_autofree char *text = g_variant_print (target, FALSE);

  return g_strdup_printf ("%s(%s)", action, text);
}

/* What other houses ask of this one: whether it lends somebody. */
static void
add_borrowings (Build *build, const StafetAgendaQuery *query)
{
  g_autoptr (GPtrArray) found =
    stafet_borrowings_find (build->snapshot, query, stafet_desk_now (build->desk));
  guint first = build->items->len;

  for (guint i = 0; i < found->len; i++)
    {
      const StafetBorrowing *borrowing = g_ptr_array_index (found, i);
      g_autofree char *key = g_strdup_printf ("lend-%s-%d-%s", borrowing->shift->parent.uid, borrowing->date,
                                              borrowing->volunteer->parent.uid);
      StafetDayContent *content = add (build, STAFET_DAY_NOTICE, key);

      content->icon = g_strdup ("stafet-people-symbolic");
      content->title = stafet_borrowing_words (borrowing, build->language);
      content->detail = stafet_borrowing_when (borrowing, build->language);
      content->button = g_strdup (_ ("Yes, lend"));
      content->action = lend_action (borrowing, "win.lend");
      content->spoken = g_strdup_printf (_ ("Yes, lend %s"), borrowing->volunteer->name);
      content->second = g_strdup (_ ("No"));
      content->second_action = lend_action (borrowing, "win.do-not-lend");
      content->second_spoken = g_strdup_printf (_ ("No, do not lend %s"), borrowing->volunteer->name);
    }
  close_card (build, first);
}

static void
add_holiday (Build *build, StafetDate date)
{
  const char *name = stafet_holidays_name (date);
  StafetDayContent *content;

  if (name == NULL)
    name = stafet_holidays_extra_name (date);
  if (name == NULL)
    return;
  content = add (build, STAFET_DAY_NOTICE, "holiday");
  content->icon = g_strdup ("stafet-calendar-symbolic");
  content->title = g_strdup (stafet_i18n_text (build->language, name));
}

/* The house in view closes for good, or has: why nothing is planned. */
static void
add_end (Build *build, const StafetAgendaQuery *query)
{
  const StafetHouse *house = stafet_snapshot_get (build->snapshot, STAFET_KIND_HOUSE, query->house);
  g_autofree char *closed =
    house != NULL ? stafet_house_closed_words (house->closed_from, query->from) : NULL;
  StafetDayContent *content;

  if (closed == NULL)
    return;
  content = add (build, STAFET_DAY_NOTICE, "end");
  content->icon = g_strdup ("stafet-closed-symbolic");
  content->title = g_strdup (house->name);
  content->detail = g_steal_pointer (&closed);
  content->button = g_strdup (_ ("Open it again"));
  content->action = g_strdup_printf ("win.reopen-house('%s')", house->parent.uid);
}

static void
add_closures (Build *build, const StafetAgendaQuery *query)
{
  g_autoptr (GPtrArray) closures = stafet_day_closures (stafet_day_agenda_get (build->agenda), query);
  guint first = build->items->len;

  add_end (build, query);
  add_holiday (build, query->from);
  for (guint i = 0; i < closures->len; i++)
    add_closure (build, g_ptr_array_index (closures, i), query->from);
  close_card (build, first);
}

/* ——— Notes ——— */

/* "for Thursday 26 November · about Lis Bæk"; what its day has passed says so. (transfer full) */
static char *
note_words (const Build *build, const StafetNote *note, StafetDate date)
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
add_note (Build *build, const StafetNote *note, StafetDate date)
{
  StafetDayContent *content = add (build, STAFET_DAY_NOTICE, note->parent.uid);

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
add_waiting (Build *build, guint n, StafetDate first)
{
  StafetDayContent *content = add (build, STAFET_DAY_NOTICE, "waiting");
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
count_waiting (const Build *build, const StafetAgendaQuery *query, StafetDate *first)
{
  StafetAgendaQuery coming = *query;

  if (query->from != build->today)
    return 0;
  coming.to = query->from + WAITING_DAYS;
  return stafet_review_count_waiting (build->snapshot, &coming, first);
}

/* "3 volunteers are to be looked after: kept on, or erased". Of the whole store, whatever is in view. */
static void
add_due (Build *build, const GPtrArray *due)
{
  StafetDayContent *content = add (build, STAFET_DAY_NOTICE, "due");

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
add_baton (Build *build, StafetEnquiry *enquiry)
{
  StafetDayContent *content = add (build, STAFET_DAY_NOTICE, enquiry->parent.uid);
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
add_reminder (Build *build, const StafetReminder *reminder)
{
  g_autofree char *key = g_strdup_printf ("%s-%d", reminder->record->uid, reminder->kind);
  StafetDayContent *content = add (build, STAFET_DAY_NOTICE, key);
  g_autofree char *words = stafet_reminder_words (reminder, build->today, build->language);

  content->icon =
    g_strdup (reminder->date < build->today ? "stafet-warning-symbolic" : "stafet-clock-symbolic");
  content->title = g_strdup (stafet_record_get_label (reminder->record));
  content->detail = g_strdup_printf ("%s · %s", _ (STAFET_RECORD_INFO (reminder->record)->title), words);
  content->button = g_strdup (_ ("Open …"));
  content->action = g_strdup_printf ("win.network('%s')", section_of (reminder));
  content->spoken = g_strdup_printf (_ ("Open: %s"), content->title);
}

/* Those that want something of somebody today. */
static GPtrArray *
find_batons (const Build *build, const StafetAgendaQuery *query)
{
  GPtrArray *found = stafet_batons_find (build->snapshot, query, build->today);

  for (guint i = found->len; i-- > 0;)
    if (query->from != build->today
        || stafet_baton_state (g_ptr_array_index (found, i), build->today) == STAFET_BATON_HELD)
      g_ptr_array_remove_index (found, i);
  return found;
}

/* With what else is to be done before its day. */
static void
add_notes (Build *build, const StafetAgendaQuery *query)
{
  g_auto (StafetNotes) notes = { NULL };
  StafetDate waits_first;
  guint first, waiting = count_waiting (build, query, &waits_first);
  g_autoptr (GPtrArray) due = stafet_due_list (build->snapshot, build->today);
  g_autoptr (GPtrArray) batons = find_batons (build, query);
  g_autoptr (GArray) reminders = stafet_reminders_find (build->snapshot, query, build->today);

  if (query->from != build->today)
    {
      g_ptr_array_set_size (due, 0);
      g_array_set_size (reminders, 0);
    }
  stafet_notes_find (build->snapshot, query, 0, &notes);
  if (notes.standing->len + waiting + due->len + batons->len + reminders->len == 0)
    return;
  add_heading (build, "notes", g_strdup (_ ("To be remembered")), NULL);
  first = build->items->len;
  for (guint i = 0; i < batons->len; i++)
    add_baton (build, g_ptr_array_index (batons, i));
  for (guint i = 0; i < reminders->len; i++)
    add_reminder (build, &g_array_index (reminders, StafetReminder, i));
  for (guint i = 0; i < notes.standing->len; i++)
    add_note (build, g_ptr_array_index (notes.standing, i), query->from);
  if (waiting > 0)
    add_waiting (build, waiting, waits_first);
  if (due->len > 0)
    add_due (build, due);
  close_card (build, first);
}

/* So many of the newest have a row each. */
#define OPEN_MOST 14

/* @open: nullable, as long as nobody has counted them. */
static void
add_unconfirmed (Build *build, const GArray *open)
{
  StafetDayContent *heading;
  guint first;

  if (open == NULL || open->len == 0)
    return;
  heading = add_heading (build, "unconfirmed", g_strdup (_ ("Days not confirmed yet")), NULL);
  if (open->len > OPEN_MOST)
    heading->detail = stafet_day_words_open (build->language, open, build->today);
  heading->button = g_strdup (_ ("All days in one go …"));
  heading->action = g_strdup ("win.open-days");
  first = build->items->len;
  for (guint i = open->len; i > 0 && i + OPEN_MOST > open->len; i--)
    {
      StafetDate date = g_array_index (open, StafetDate, i - 1);
      char key[STAFET_DATE_SIZE];
      StafetDayContent *content = add (build, STAFET_DAY_NOTICE, stafet_date_write (date, key));
      g_autofree char *words = stafet_words_date (build->language, date);

      content->icon = g_strdup ("stafet-warning-symbolic");
      content->title = g_strdup_printf (_ ("Who came on %s?"), words);
      content->button = g_strdup (_ ("Confirm that day"));
      content->action = g_strdup_printf ("win.who-came(%d)", date);
      content->spoken = g_strdup_printf ("%s: %s", content->button, words);
    }
  close_card (build, first);
}

/* Which houses are closed and why, each followed by " · ": so much at most. */
#define CLOSED_MOST 2

static void
append_closed (Build *build, GString *detail, const StafetAgenda *agenda, const StafetAgendaQuery *query)
{
  g_autoptr (GPtrArray) closures = stafet_day_closures (agenda, query);
  guint n = 0;

  for (guint i = 0; i < closures->len; i++)
    {
      const StafetClosure *closure = g_ptr_array_index (closures, i);
      const StafetRecord *house = stafet_snapshot_get (build->snapshot, STAFET_KIND_HOUSE, closure->house);
      g_autofree char *when = closed_when (build, closure, query->from);

      if (closure->room != NULL || closure->ward != NULL || n++ >= CLOSED_MOST)
        continue;
      g_string_append_printf (detail, _ ("Closed: %s"), closure->text);
      if (*when != '\0')
        g_string_append_printf (detail, " · %s", when);
      if (house != NULL && closure->house != query->house)
        g_string_append_printf (detail, " · %s", stafet_record_get_label (house));
      g_string_append (detail, " · ");
    }
  if (n > CLOSED_MOST)
    g_string_append_printf (detail, ngettext_ ("+%u more", "+%u more", n - CLOSED_MOST), n - CLOSED_MOST);
  if (n > CLOSED_MOST)
    g_string_append (detail, " · ");
}

static void
add_tomorrow (Build *build, StafetDate date)
{
  StafetAgendaQuery query;
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autofree char *words = stafet_words_date (build->language, date);
  StafetDayContent *content = add (build, STAFET_DAY_NOTICE, "tomorrow");
  g_autoptr (GString) detail = g_string_new (NULL);
  StafetDayCount count;

  stafet_desk_fill_query (build->desk, &query, date, date);
  query.under_way = TRUE;
  agenda = stafet_agenda_new (build->snapshot, &query);
  stafet_day_count (agenda, date, content->now, &count);
  append_closed (build, detail, agenda, &query);
  g_string_append_printf (detail, ngettext_ ("%u activity", "%u activities", count.activities),
                          count.activities);
  g_string_append_printf (detail, ngettext_ (" · %u volunteer", " · %u volunteers", count.heads),
                          count.heads);
  if (count.missing > 0)
    g_string_append_printf (detail, ngettext_ (" · %u missing", " · %u missing", count.missing),
                            count.missing);
  if (count.asked > 0)
    g_string_append_printf (detail, ngettext_ (" · %u is asked", " · %u are asked", count.asked),
                            count.asked);
  content->icon = g_strdup ("stafet-today-symbolic");
  content->title = date == build->today + 1 ? g_strdup_printf (_ ("Tomorrow, %s"), words) : g_strdup (words);
  content->detail = g_strdup (detail->str);
  content->button = g_strdup (_ ("See that day"));
  content->action = g_strdup_printf ("win.show-day(%d)", date);
  content->first = content->last = TRUE;
}

/* ——— Holes and entries ——— */

/* How much lacks. (transfer full) */
static char *
missing_words (guint missing)
{
  if (missing == 0)
    return g_strdup (_ ("No place is vacant."));
  return g_strdup_printf (ngettext_ ("%u place is missing", "%u places are missing", missing), missing);
}

static void
fill_entry (Build *build, StafetDayContent *content, const StafetEntry *entry, const StafetStaffing *staffing,
            StafetDate date)
{
  content->agenda = stafet_day_agenda_ref (build->agenda);
  content->entry = entry;
  content->staffing = staffing;
  content->date = date;
}

static void
add_holes_of (Build *build, const StafetEntry *entry, StafetDate date)
{
  for (guint i = 0; i < entry->n_shifts; i++)
    {
      g_autofree char *key = NULL;

      if (stafet_day_missing_on (entry, &entry->shifts[i], date, stafet_desk_now (build->desk)) == 0)
        continue;
      key = g_strdup_printf ("%s/%d", entry->shifts[i].shift->parent.uid, entry->original);
      fill_entry (build, add (build, STAFET_DAY_HOLE, key), entry, &entry->shifts[i], date);
    }
}

static void
add_holes (Build *build, StafetDate date, guint missing)
{
  const GPtrArray *entries = stafet_day_agenda_get (build->agenda)->entries;
  StafetDayContent *heading;
  guint first;

  if (date < build->today)
    return;
  heading = add_heading (build, "holes", missing_words (missing), NULL);
  heading->icon = g_strdup (missing > 0 ? "stafet-warning-symbolic" : "stafet-promised-symbolic");
  if (stafet_desk_get_view (build->desk) != STAFET_VIEW_HOUSE)
    {
      heading->button = g_strdup (_ ("The next 14 days, house by house"));
      heading->action = g_strdup ("win.outlook");
    }
  first = build->items->len;
  for (guint i = 0; i < entries->len; i++)
    add_holes_of (build, g_ptr_array_index (entries, i), date);
  close_card (build, first);
}

static void
add_entry (Build *build, const StafetEntry *entry, StafetDate date)
{
  g_autofree char *key =
    g_strdup_printf ("%s/%d/%d", entry->series, entry->original, date - stafet_wall_date (entry->start));

  fill_entry (build, add (build, STAFET_DAY_ENTRY, key), entry, NULL, date);
}

/* The entries of one date, as a card: what began on another day and goes on, too. */
static void
add_entries (Build *build, StafetDate date)
{
  const GPtrArray *entries = stafet_day_agenda_get (build->agenda)->entries;
  guint first = build->items->len;

  for (guint i = 0; i < entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (entries, i);

      if (stafet_day_shows (entry, date))
        add_entry (build, entry, date);
    }
  if (build->items->len == first)
    {
      char key[STAFET_DATE_SIZE];

      add (build, STAFET_DAY_NOTICE, stafet_date_write (date, key))->title =
        g_strdup (_ ("Nothing is planned."));
    }
  close_card (build, first);
}

static char *
count_words (const StafetDayCount *count)
{
  return g_strdup_printf (ngettext_ ("%u activity", "%u activities", count->activities), count->activities);
}

static gboolean
is_unconfirmed (const Build *build, StafetDate date)
{
  const GPtrArray *entries = stafet_day_agenda_get (build->agenda)->entries;

  for (guint i = 0; i < entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (entries, i);

      if (stafet_wall_date (entry->start) == date && stafet_day_is_unconfirmed (entry))
        return TRUE;
    }
  return FALSE;
}

/* Whether somebody has said of anybody whether she came. */
static gboolean
is_confirmed (const Build *build, StafetDate date)
{
  const GPtrArray *entries = stafet_day_agenda_get (build->agenda)->entries;

  for (guint i = 0; i < entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (entries, i);

      for (guint j = 0; stafet_wall_date (entry->start) == date && j < entry->n_shifts; j++)
        for (guint k = 0; k < entry->shifts[j].n_places + entry->shifts[j].n_away; k++)
          if (entry->shifts[j].places[k].came >= 0)
            return TRUE;
    }
  return FALSE;
}

static void
add_day (Build *build, StafetDate date, const StafetDayCount *count)
{
  StafetDayContent *heading = add_heading (build, "day", g_strdup (_ ("The day")), count_words (count));

  if (date <= build->today && is_unconfirmed (build, date))
    {
      heading->button = g_strdup (_ ("All came as planned"));
      heading->action = g_strdup ("page.all-came");
    }
  else if (date <= build->today && is_confirmed (build, date))
    {
      heading->button = g_strdup (_ ("Put right who came …"));
      heading->action = g_strdup_printf ("win.who-came(%d)", date);
    }
  add_entries (build, date);
}

static void
begin (Build *build, StafetDesk *desk, StafetAgendaQuery *query)
{
  build->desk = desk;
  build->snapshot = stafet_desk_get_snapshot (desk);
  build->language = stafet_i18n_get_language ();
  build->today = stafet_desk_today (desk);
  query->under_way = TRUE;
  query->foreign = TRUE;
  build->items = g_ptr_array_new_with_free_func (g_object_unref);
  build->agenda = stafet_day_agenda_new (stafet_agenda_new (build->snapshot, query));
}

/* Hands the rows over, each with its look. */
static GPtrArray *
finish (Build *build)
{
  for (guint i = 0; i < build->items->len; i++)
    stafet_day_content_seal (stafet_day_item_edit (g_ptr_array_index (build->items, i)));
  stafet_day_agenda_unref (build->agenda);
  return build->items;
}

GPtrArray *
stafet_day_items_for_day (StafetDesk *desk, StafetDate date, const GArray *open)
{
  StafetAgendaQuery query;
  StafetDayCount count;
  Build build;

  stafet_desk_fill_query (desk, &query, date, date);
  begin (&build, desk, &query);
  add_lack (&build);
  stafet_day_count (stafet_day_agenda_get (build.agenda), date, stafet_desk_now (desk), &count);
  add_closures (&build, &query);
  if (date == build.today)
    {
      add_calls (&build, &query);
      add_borrowings (&build, &query);
    }
  add_holes (&build, date, count.missing);
  add_notes (&build, &query);
  add_day (&build, date, &count);
  add_unconfirmed (&build, date == build.today ? open : NULL);
  add_tomorrow (&build, date + 1);
  return finish (&build);
}

/* ——— The week ——— */

static void
add_week_day (Build *build, StafetDate date)
{
  StafetAgendaQuery query;
  StafetDayCount count;
  char key[STAFET_DATE_SIZE];
  g_autofree char *words = stafet_words_date (build->language, date);
  g_autofree char *detail = NULL;

  stafet_day_count (stafet_day_agenda_get (build->agenda), date, stafet_desk_now (build->desk), &count);
  if (count.missing > 0)
    detail = missing_words (count.missing);
  add_heading (build, stafet_date_write (date, key),
               date == build->today ? g_strdup_printf (_ ("Today, %s"), words) : g_strdup (words),
               g_steal_pointer (&detail));
  stafet_desk_fill_query (build->desk, &query, date, date);
  add_closures (build, &query);
  add_entries (build, date);
}

GPtrArray *
stafet_day_items_for_week (StafetDesk *desk, StafetDate monday)
{
  StafetAgendaQuery query;
  Build build;

  stafet_desk_fill_query (desk, &query, monday, monday + 6);
  begin (&build, desk, &query);
  add_lack (&build);
  for (int i = 0; i < 7; i++)
    add_week_day (&build, monday + i);
  return finish (&build);
}
