/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers the rows of a day or a week from the plan.
 */
#include "stafet-day-items-private.h"

#include "core/stafet-words.h"
#include "schedule/stafet-borrowings.h"
#include "schedule/stafet-call-list.h"
#include "schedule/stafet-day.h"
#include "schedule/stafet-holidays.h"
#include "schedule/stafet-review.h"
#include "stafet-place-target.h"

StafetDayContent *
stafet_day_build_add (StafetDayBuild *build, StafetDayItemKind kind, const char *key)
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

void
stafet_day_build_close (StafetDayBuild *build, guint first)
{
  if (first >= build->items->len)
    return;
  stafet_day_item_edit (g_ptr_array_index (build->items, first))->first = TRUE;
  stafet_day_item_edit (g_ptr_array_index (build->items, build->items->len - 1))->last = TRUE;
}

StafetDayContent *
stafet_day_build_heading (StafetDayBuild *build, const char *key, char *title, char *detail)
{
  StafetDayContent *content = stafet_day_build_add (build, STAFET_DAY_HEADING, key);

  content->title = title;
  content->detail = detail;
  return content;
}

/* ——— Notices ——— */

/* "from 13.00" and the like; "" for all of the day. (transfer full) */
static char *
closed_when (const StafetDayBuild *build, const StafetClosure *closure, StafetDate date)
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
add_lack (StafetDayBuild *build)
{
  guint first = build->items->len;

  if (!stafet_desk_lacks_mine (build->desk))
    return;
  stafet_day_build_add (build, STAFET_DAY_NOTICE, "lacks-mine")->title = g_strdup (
    _ ("Open the list of houses at the top left, and press the star beside each house that is yours."));
  stafet_day_build_close (build, first);
}

static void
add_closure (StafetDayBuild *build, const StafetClosure *closure, StafetDate date)
{
  StafetDayContent *content = stafet_day_build_add (build, STAFET_DAY_NOTICE, closure->parent.uid);
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
add_calls (StafetDayBuild *build, const StafetAgendaQuery *query)
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
      StafetDayContent *content = stafet_day_build_add (build, STAFET_DAY_NOTICE, key);

      content->icon = g_strdup ("stafet-phone-symbolic");
      content->title = g_strdup_printf ("%s %s", entry->title, what);
      content->detail = g_steal_pointer (&whom);
      content->button = g_strdup (_ ("Whom to ring"));
      content->action =
        g_strdup_printf ("win.calls(('%s', %d, %d))", entry->series, (int) entry->kind, entry->original);
    }
  stafet_day_build_close (build, first);
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
add_borrowings (StafetDayBuild *build, const StafetAgendaQuery *query)
{
  g_autoptr (GPtrArray) found =
    stafet_borrowings_find (build->snapshot, query, stafet_desk_now (build->desk));
  guint first = build->items->len;

  for (guint i = 0; i < found->len; i++)
    {
      const StafetBorrowing *borrowing = g_ptr_array_index (found, i);
      g_autofree char *key = g_strdup_printf ("lend-%s-%d-%s", borrowing->shift->parent.uid, borrowing->date,
                                              borrowing->volunteer->parent.uid);
      StafetDayContent *content = stafet_day_build_add (build, STAFET_DAY_NOTICE, key);

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
  stafet_day_build_close (build, first);
}

static void
add_holiday (StafetDayBuild *build, StafetDate date)
{
  const char *name = stafet_holidays_name (date);
  StafetDayContent *content;

  if (name == NULL)
    name = stafet_holidays_extra_name (date);
  if (name == NULL)
    return;
  content = stafet_day_build_add (build, STAFET_DAY_NOTICE, "holiday");
  content->icon = g_strdup ("stafet-calendar-symbolic");
  content->title = g_strdup (stafet_i18n_text (build->language, name));
}

/* The house in view closes for good, or has: why nothing is planned. */
static void
add_end (StafetDayBuild *build, const StafetAgendaQuery *query)
{
  const StafetHouse *house = stafet_snapshot_get (build->snapshot, STAFET_KIND_HOUSE, query->house);
  g_autofree char *closed =
    house != NULL ? stafet_house_closed_words (house->closed_from, query->from) : NULL;
  StafetDayContent *content;

  if (closed == NULL)
    return;
  content = stafet_day_build_add (build, STAFET_DAY_NOTICE, "end");
  content->icon = g_strdup ("stafet-closed-symbolic");
  content->title = g_strdup (house->name);
  content->detail = g_steal_pointer (&closed);
  content->button = g_strdup (_ ("Open it again"));
  content->action = g_strdup_printf ("win.reopen-house('%s')", house->parent.uid);
}

static void
add_closures (StafetDayBuild *build, const StafetAgendaQuery *query)
{
  g_autoptr (GPtrArray) closures = stafet_day_closures (stafet_day_agenda_get (build->agenda), query);
  guint first = build->items->len;

  add_end (build, query);
  add_holiday (build, query->from);
  for (guint i = 0; i < closures->len; i++)
    add_closure (build, g_ptr_array_index (closures, i), query->from);
  stafet_day_build_close (build, first);
}

/* ——— Days that nobody confirmed ——— */

/* So many of the newest have a row each. */
#define OPEN_MOST 14

/* @open: nullable, as long as nobody has counted them. */
static void
add_unconfirmed (StafetDayBuild *build, const GArray *open)
{
  StafetDayContent *heading;
  guint first;

  if (open == NULL || open->len == 0)
    return;
  heading = stafet_day_build_heading (build, "unconfirmed", g_strdup (_ ("Days not confirmed yet")), NULL);
  if (open->len > OPEN_MOST)
    heading->detail = stafet_day_words_open (build->language, open, build->today);
  heading->button = g_strdup (_ ("All days in one go …"));
  heading->action = g_strdup ("win.open-days");
  first = build->items->len;
  for (guint i = open->len; i > 0 && i + OPEN_MOST > open->len; i--)
    {
      StafetDate date = g_array_index (open, StafetDate, i - 1);
      char key[STAFET_DATE_SIZE];
      StafetDayContent *content =
        stafet_day_build_add (build, STAFET_DAY_NOTICE, stafet_date_write (date, key));
      g_autofree char *words = stafet_words_date (build->language, date);

      content->icon = g_strdup ("stafet-warning-symbolic");
      content->title = g_strdup_printf (_ ("Who came on %s?"), words);
      content->button = g_strdup (_ ("Confirm that day"));
      content->action = g_strdup_printf ("win.who-came(%d)", date);
      content->spoken = g_strdup_printf ("%s: %s", content->button, words);
    }
  stafet_day_build_close (build, first);
}

/* Which houses are closed and why, each followed by " · ": so much at most. */
#define CLOSED_MOST 2

static void
append_closed (StafetDayBuild *build, GString *detail, const StafetAgenda *agenda,
               const StafetAgendaQuery *query)
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
add_tomorrow (StafetDayBuild *build, StafetDate date)
{
  StafetAgendaQuery query;
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autofree char *words = stafet_words_date (build->language, date);
  StafetDayContent *content = stafet_day_build_add (build, STAFET_DAY_NOTICE, "tomorrow");
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
fill_entry (StafetDayBuild *build, StafetDayContent *content, const StafetEntry *entry,
            const StafetStaffing *staffing, StafetDate date)
{
  content->agenda = stafet_day_agenda_ref (build->agenda);
  content->entry = entry;
  content->staffing = staffing;
  content->date = date;
}

static void
add_holes_of (StafetDayBuild *build, const StafetEntry *entry, StafetDate date)
{
  for (guint i = 0; i < entry->n_shifts; i++)
    {
      g_autofree char *key = NULL;

      if (stafet_day_missing_on (entry, &entry->shifts[i], date, stafet_desk_now (build->desk)) == 0)
        continue;
      key = g_strdup_printf ("%s/%d", entry->shifts[i].shift->parent.uid, entry->original);
      fill_entry (build, stafet_day_build_add (build, STAFET_DAY_HOLE, key), entry, &entry->shifts[i], date);
    }
}

static void
add_holes (StafetDayBuild *build, StafetDate date, guint missing)
{
  const GPtrArray *entries = stafet_day_agenda_get (build->agenda)->entries;
  StafetDayContent *heading;
  guint first;

  if (date < build->today)
    return;
  heading = stafet_day_build_heading (build, "holes", missing_words (missing), NULL);
  heading->icon = g_strdup (missing > 0 ? "stafet-warning-symbolic" : "stafet-promised-symbolic");
  if (stafet_desk_get_view (build->desk) != STAFET_VIEW_HOUSE)
    {
      heading->button = g_strdup (_ ("The next 14 days, house by house"));
      heading->action = g_strdup ("win.outlook");
    }
  first = build->items->len;
  for (guint i = 0; i < entries->len; i++)
    add_holes_of (build, g_ptr_array_index (entries, i), date);
  stafet_day_build_close (build, first);
}

static void
add_entry (StafetDayBuild *build, const StafetEntry *entry, StafetDate date)
{
  g_autofree char *key =
    g_strdup_printf ("%s/%d/%d", entry->series, entry->original, date - stafet_wall_date (entry->start));

  fill_entry (build, stafet_day_build_add (build, STAFET_DAY_ENTRY, key), entry, NULL, date);
}

/* The entries of one date, as a card: what began on another day and goes on, too. */
static void
add_entries (StafetDayBuild *build, StafetDate date)
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

      stafet_day_build_add (build, STAFET_DAY_NOTICE, stafet_date_write (date, key))->title =
        g_strdup (_ ("Nothing is planned."));
    }
  stafet_day_build_close (build, first);
}

static char *
count_words (const StafetDayCount *count)
{
  return g_strdup_printf (ngettext_ ("%u activity", "%u activities", count->activities), count->activities);
}

static gboolean
is_unconfirmed (const StafetDayBuild *build, StafetDate date)
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
is_confirmed (const StafetDayBuild *build, StafetDate date)
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
add_day (StafetDayBuild *build, StafetDate date, const StafetDayCount *count)
{
  StafetDayContent *heading =
    stafet_day_build_heading (build, "day", g_strdup (_ ("The day")), count_words (count));

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
begin (StafetDayBuild *build, StafetDesk *desk, StafetAgendaQuery *query)
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
finish (StafetDayBuild *build)
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
  StafetDayBuild build;

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
  stafet_day_build_notes (&build, &query);
  add_day (&build, date, &count);
  add_unconfirmed (&build, date == build.today ? open : NULL);
  add_tomorrow (&build, date + 1);
  return finish (&build);
}

/* ——— The week ——— */

static void
add_week_day (StafetDayBuild *build, StafetDate date)
{
  StafetAgendaQuery query;
  StafetDayCount count;
  char key[STAFET_DATE_SIZE];
  g_autofree char *words = stafet_words_date (build->language, date);
  g_autofree char *detail = NULL;

  stafet_day_count (stafet_day_agenda_get (build->agenda), date, stafet_desk_now (build->desk), &count);
  if (count.missing > 0)
    detail = missing_words (count.missing);
  stafet_day_build_heading (build, stafet_date_write (date, key),
                            date == build->today ? g_strdup_printf (_ ("Today, %s"), words)
                                                 : g_strdup (words),
                            g_steal_pointer (&detail));
  stafet_desk_fill_query (build->desk, &query, date, date);
  add_closures (build, &query);
  add_entries (build, date);
}

GPtrArray *
stafet_day_items_for_week (StafetDesk *desk, StafetDate monday)
{
  StafetAgendaQuery query;
  StafetDayBuild build;

  stafet_desk_fill_query (desk, &query, monday, monday + 6);
  begin (&build, desk, &query);
  add_lack (&build);
  for (int i = 0; i < 7; i++)
    add_week_day (&build, monday + i);
  return finish (&build);
}
