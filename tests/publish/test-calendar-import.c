/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what becomes of a foreign calendar in a house, and that the exchange says everything of one.
 */
#include "../plan/use-fixture.h"
#include "ics/stafet-ics-expand.h"
#include "publish/stafet-calendar-import.h"
#include "publish/stafet-exchange.h"
#include "schedule/stafet-expand.h"

#define ROUNDS 12

static StafetIcsFile *
read_bytes (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;
  StafetIcsFile *file = stafet_ics_read (text, strlen (text), stafet_clock_get_zone (f->clock), NULL, &error);

  g_assert_no_error (error);
  return file;
}

static StafetIcsFile *
read_events (Fixture *f, const char *events)
{
  g_autofree char *text =
    g_strconcat ("BEGIN:VCALENDAR\r\nX-WR-CALNAME:Kirken\r\n", events, "END:VCALENDAR\r\n", NULL);

  return read_bytes (f, text);
}

/* "new 2, changed 0, …" of a look at @events. (transfer full) */
static StafetCalendarImport *
look_at (Fixture *f, const char *events)
{
  g_autoptr (StafetIcsFile) file = read_events (f, events);

  return stafet_calendar_import_new (f->plan, file, ((StafetRecord *) FIND (HOUSE, "Møllestien"))->uid,
                                     "kirken.ics", NULL);
}

static void
assert_counts (const StafetCalendarImport *import, guint new_ones, guint changed, guint same, guint gone,
               guint faulty)
{
  const guint expected[] = { new_ones, changed, same, gone, faulty };

  for (int state = 0; state < STAFET_N_CALENDAR_STATES; state++)
    if (import->counts[state] != expected[state])
      g_error ("%u of state %d, not %u", import->counts[state], state, expected[state]);
}

/* Takes @events in; the counts are those of the look. */
static void
take_in (Fixture *f, const char *events, guint new_ones, guint changed, guint same, guint gone, guint faulty)
{
  g_autoptr (StafetCalendarImport) import = look_at (f, events);

  assert_counts (import, new_ones, changed, same, gone, faulty);
  done (f, stafet_calendar_import_edit (import));
  assert_sound (f);
}

static const char *
reason_of (const StafetCalendarImport *import, guint i)
{
  return ((StafetCalendarRow *) g_ptr_array_index (import->rows, i))->reason;
}

/* ——— Agendas ——— */

/* "2026-11-24T10:00/2026-11-24T11:00 Sang", lines of the house but for the café and cancelled dates.
 * (transfer full)
 */
static char *
agenda_of (Fixture *f, const char *house)
{
  StafetAgendaQuery query = { .from = TUESDAY - 365,
                              .to = TUESDAY + 365,
                              .house = ((StafetRecord *) FIND (HOUSE, house))->uid };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (stafet_plan_get_snapshot (f->plan), &query);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);
      char start[STAFET_WALL_SIZE], end[STAFET_WALL_SIZE];

      if (entry->status != STAFET_STATUS_CANCELLED && strcmp (entry->title, "Café") != 0)
        g_string_append_printf (text, "%s/%s %s\n", stafet_wall_write (entry->start, start),
                                stafet_wall_write (entry->end, end), entry->title);
    }
  return g_string_free (text, FALSE);
}

static char *
expansion_of (Fixture *f, const char *events)
{
  g_autoptr (StafetIcsFile) file = read_events (f, events);
  StafetIcsPatience patience = stafet_ics_patience ();
  g_autoptr (GArray) instances = stafet_ics_expand (file, NULL, stafet_clock_get_zone (f->clock),
                                                    TUESDAY - 365, TUESDAY + 365, &patience, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < instances->len; i++)
    {
      const StafetIcsInstance *instance = &g_array_index (instances, StafetIcsInstance, i);
      char start[STAFET_WALL_SIZE], end[STAFET_WALL_SIZE];

      if (instance->status != STAFET_ICS_CANCELLED)
        g_string_append_printf (text, "%s/%s %s\n", stafet_wall_write (instance->start, start),
                                stafet_wall_write (instance->end, end), instance->component->title);
    }
  return g_string_free (text, FALSE);
}

static void
assert_agenda_is_expansion (Fixture *f, const char *events)
{
  g_autofree char *agenda = agenda_of (f, "Møllestien"), *expansion = expansion_of (f, events);

  g_assert_cmpstr (agenda, ==, expansion);
  g_assert_cmpstr (agenda, !=, "");
}

#define EVENT(lines) "BEGIN:VEVENT\r\n" lines "END:VEVENT\r\n"
#define CHOIR                                                                                                \
  EVENT ("UID:kor\r\nDTSTART;TZID=Europe/Copenhagen:20261008T190000\r\nDURATION:PT2H\r\n"                    \
         "RRULE:FREQ=WEEKLY;UNTIL=20270527T170000Z\r\nSUMMARY:Kor\r\nLOCATION:Kirken\r\n"                    \
         "EXDATE;TZID=Europe/Copenhagen:20261224T190000,20261231T190000\r\n"                                 \
         "RDATE;TZID=Europe/Copenhagen:20261222T190000\r\n")                                                 \
  EVENT ("UID:kor\r\nRECURRENCE-ID;TZID=Europe/Copenhagen:20261203T190000\r\n"                               \
         "DTSTART;TZID=Europe/Copenhagen:20261204T200000\r\nDURATION:PT1H\r\nSUMMARY:Korkoncert\r\n")
#define MARKET                                                                                               \
  EVENT ("UID:marked\r\nDTSTART;VALUE=DATE:20261205\r\nDTEND;VALUE=DATE:20261207\r\nSUMMARY:Marked\r\n")
#define SERMON                                                                                               \
  EVENT ("UID:gudstjeneste\r\nDTSTART:20270104T090000Z\r\nDURATION:PT1H\r\nSUMMARY:Gudstjeneste\r\n")
#define MANY                                                                                                 \
  EVENT ("UID:tit\r\nDTSTART:20261130T080000\r\nDURATION:PT30M\r\nSUMMARY:Morgenbøn\r\n"                    \
         "RRULE:FREQ=DAILY;BYHOUR=8,16;COUNT=6\r\n")
#define ABROAD                                                                                               \
  EVENT (                                                                                                    \
    "UID:fjern\r\nDTSTART;TZID=America/New_York:20260901T100000\r\nDURATION:PT1H\r\nSUMMARY:Fjernkor\r\n"    \
    "RRULE:FREQ=DAILY;COUNT=200\r\n")

static void
the_agenda_is_what_the_calendar_comes_to (Fixture *f, gconstpointer data)
{
  (void) data;
  take_in (f, CHOIR MARKET SERMON, 4, 0, 0, 0, 0);
  assert_agenda_is_expansion (f, CHOIR MARKET SERMON);
  g_assert_cmpstr (((StafetActivity *) FIND (ACTIVITY, "Marked"))->timing.rule, ==, "");
}

static void
a_rule_that_cannot_be_edited_becomes_dates (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetCalendarImport) import = look_at (f, MANY);

  (void) data;
  g_assert_cmpuint (import->notes->len, ==, 2);
  take_in (f, MANY, 6, 0, 0, 0, 0);
  assert_agenda_is_expansion (f, MANY);
}

/* Copenhagen and New York are five hours apart for two weeks of the year, and else six. */
static void
a_series_of_another_zone_becomes_dates (Fixture *f, gconstpointer data)
{
  (void) data;
  take_in (f, ABROAD, 200, 0, 0, 0, 0);
  assert_agenda_is_expansion (f, ABROAD);
}

static void
taking_in_is_one_change (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetCalendarImport) import = look_at (f, CHOIR MARKET MANY);

  (void) data;
  UNDOABLE (stafet_calendar_import_edit (import));
}

static void
the_same_again_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetCalendarImport) again = NULL;

  (void) data;
  take_in (f, CHOIR MARKET SERMON MANY, 10, 0, 0, 0, 0);
  again = look_at (f, CHOIR MARKET SERMON MANY);
  assert_counts (again, 0, 0, 10, 0, 0);
  g_assert_null (stafet_calendar_import_edit (again));
}

static void
looking_writes_nothing (Fixture *f, gconstpointer data)
{
  g_autofree char *before = image_of_plan (f), *after = NULL;
  g_autoptr (StafetCalendarImport) import = look_at (f, CHOIR);

  (void) data;
  g_assert_cmpuint (import->counts[STAFET_CALENDAR_NEW], ==, 2);
  after = image_of_plan (f);
  g_assert_cmpstr (before, ==, after);
}

/* ——— A newer file ——— */

#define CHOIR_LATER                                                                                          \
  EVENT ("UID:kor\r\nSEQUENCE:1\r\nDTSTART;TZID=Europe/Copenhagen:20261008T193000\r\nDURATION:PT2H\r\n"      \
         "RRULE:FREQ=WEEKLY;UNTIL=20270527T173000Z\r\nSUMMARY:Kirkekor\r\nLOCATION:Kirken\r\n"               \
         "EXDATE;TZID=Europe/Copenhagen:20261224T193000\r\n")

/* The one of that title that repeats. */
static StafetActivity *
series_of (Fixture *f, const char *title)
{
  for (guint i = 0; i < all (f, STAFET_KIND_ACTIVITY)->len; i++)
    {
      StafetActivity *activity = g_ptr_array_index (all (f, STAFET_KIND_ACTIVITY), i);

      if (activity->timing.recurs && strcmp (activity->title, title) == 0)
        return activity;
    }
  g_assert_not_reached ();
}

static void
a_newer_file_changes_what_it_says_otherwise (Fixture *f, gconstpointer data)
{
  StafetActivity *choir;

  (void) data;
  take_in (f, CHOIR MARKET, 3, 0, 0, 0, 0);
  EDIT (ACTIVITY, series_of (f, "Kor")->parent.uid, "room=Salen");
  done (f, stafet_use_cancel (series_of (f, "Kor")->parent.uid, stafet_date_new (2026, 12, 10), NONE,
                              "Ingen dirigent"));
  take_in (f, CHOIR_LATER MARKET, 0, 1, 1, 1, 0);
  choir = series_of (f, "Kirkekor");
  g_assert_nonnull (choir->room);
  g_assert_cmpint (status_on (f, &choir->parent, stafet_date_new (2026, 12, 10)), ==,
                   STAFET_STATUS_CANCELLED);
  g_assert_cmpint (status_on (f, &choir->parent, stafet_date_new (2026, 12, 24)), ==,
                   STAFET_STATUS_CANCELLED);
  g_assert_cmpint (status_on (f, &choir->parent, stafet_date_new (2026, 12, 31)), ==, STAFET_STATUS_PLANNED);
}

static void
what_is_gone_ends_and_what_is_past_stays (Fixture *f, gconstpointer data)
{
  const char *past =
    EVENT ("UID:gammel\r\nDTSTART:20261001T100000Z\r\nDURATION:PT1H\r\nSUMMARY:Høstfest\r\n");
  g_autofree char *first = g_strconcat (CHOIR MARKET SERMON, past, NULL);
  g_autoptr (StafetCalendarImport) again = NULL;

  (void) data;
  take_in (f, first, 5, 0, 0, 0, 0);
  take_in (f, SERMON, 0, 0, 1, 3, 0);
  g_assert_cmpint (series_of (f, "Kor")->timing.until, ==, TUESDAY - 1);
  g_assert_nonnull (FIND (ACTIVITY, "Høstfest"));
  g_assert_null (
    stafet_reference_find (stafet_plan_get_snapshot (f->plan), STAFET_KIND_ACTIVITY, "Marked", NULL));
  again = look_at (f, SERMON);
  assert_counts (again, 0, 0, 1, 0, 0);
}

static void
what_people_depend_on_stays_and_is_told (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetCalendarImport) import = NULL;

  (void) data;
  take_in (f, SERMON, 1, 0, 0, 0, 0);
  ADD (SHIFT, "role=Kaffe", "wanted=1", "activity=Gudstjeneste");
  done (f, stafet_use_assign ("Kaffe", WHO ("Lis Bæk"), stafet_date_new (2027, 1, 4), FALSE, FALSE));
  import = look_at (f, "");
  assert_counts (import, 0, 0, 0, 1, 0);
  g_assert_cmpstr (reason_of (import, 0), !=, "");
  g_assert_null (stafet_calendar_import_edit (import));
}

/* ——— Faults ——— */

static void
what_cannot_be_taken_in_is_told_with_the_reason (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetCalendarImport) import =
    look_at (f, EVENT ("UID:1\r\nDTSTART:20261201T100000Z\r\nDURATION:PT1H\r\nSUMMARY:Besøg 010170-1234\r\n")
                  EVENT ("UID:2\r\nDTSTART:20261201T100000Z\r\nDURATION:P20D\r\nSUMMARY:Udstilling\r\n")
                    EVENT ("UID:3\r\nDTSTART:20261201T100000Z\r\nRRULE:FREQ=MINUTELY\r\nSUMMARY:Tit\r\n")
                      EVENT ("UID:4\r\nSUMMARY:Uden tid\r\n") SERMON);

  (void) data;
  assert_counts (import, 1, 0, 0, 0, 4);
  for (guint i = 0; i < import->rows->len; i++)
    g_assert_true (
      (((StafetCalendarRow *) g_ptr_array_index (import->rows, i))->state == STAFET_CALENDAR_FAULTY)
      == (*reason_of (import, i) != '\0'));
  done (f, stafet_calendar_import_edit (import));
}

/* ——— The exchange ——— */

static StafetUid
uid_of_house (Fixture *f, const char *name)
{
  return ((StafetRecord *) FIND (HOUSE, name))->uid;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All that the agenda says of a house, but for people. (transfer full) */
static char *
whole_agenda (Fixture *f, StafetUid house)
{
  StafetAgendaQuery query = { .from = TUESDAY - 365, .to = TUESDAY + 365, .house = house };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (stafet_plan_get_snapshot (f->plan), &query);
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);
      char start[STAFET_WALL_SIZE], end[STAFET_WALL_SIZE];

      if (entry->house == NULL || entry->house->parent.uid != house)
        continue;
      g_ptr_array_add (lines,
                       g_strdup_printf ("%s/%s %s %d %s %d %s %u", stafet_wall_write (entry->start, start),
                                        stafet_wall_write (entry->end, end), entry->title, entry->status,
                                        stafet_entry_reason (entry, STAFET_LANGUAGE_EN), entry->category,
                                        entry->room != NULL ? entry->room->name : "", entry->n_shifts));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (lines, i));
  return g_string_free (text, FALSE);
}

/* Names the first line that is not the same. */
static void
assert_same_lines (const char *found, const char *expected)
{
  g_auto (GStrv) a = g_strsplit (found, "\n", -1), b = g_strsplit (expected, "\n", -1);

  for (guint i = 0; a[i] != NULL && b[i] != NULL; i++)
    g_assert_cmpstr (a[i], ==, b[i]);
  g_assert_cmpuint (g_strv_length (a), ==, g_strv_length (b));
}

/* Takes what @house says of itself into a new one. */
static void
assert_comes_back (Fixture *f, StafetUid house)
{
  g_autoptr (GString) bytes = stafet_exchange_render (f->plan, house),
                      twice = stafet_exchange_render (f->plan, house);
  g_autoptr (StafetIcsFile) file = read_bytes (f, bytes->str);
  g_autoptr (StafetCalendarImport) import = NULL;
  g_autofree char *before = whole_agenda (f, house), *after = NULL;

  g_assert_cmpstr (bytes->str, ==, twice->str);
  ADD (HOUSE, "name=Kopi", "kind=community");
  import = stafet_calendar_import_new (f->plan, file, uid_of_house (f, "Kopi"), "kopi", NULL);
  for (guint i = 0; i < import->rows->len; i++)
    g_assert_cmpstr (reason_of (import, i), ==, "");
  done (f, stafet_calendar_import_edit (import));
  after = whole_agenda (f, uid_of_house (f, "Kopi"));
  g_assert_cmpstr (before, !=, "");
  assert_same_lines (after, before);
  EDIT (HOUSE, "Kopi", "name=Gammel kopi");
  assert_sound (f);
}

static const char *
any (GRand *rand, const char *const *choices, guint n)
{
  return choices[g_rand_int_range (rand, 0, (gint32) n)];
}

/* A series of any kind, from the last year or the next. */
static void
add_any_series (Fixture *f, GRand *rand, int number)
{
  static const char *const rules[] = { "rule=",
                                       "rule=FREQ=WEEKLY",
                                       "rule=FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
                                       "rule=FREQ=DAILY;INTERVAL=3",
                                       "rule=FREQ=MONTHLY;BYDAY=2TH,4TH",
                                       "rule=FREQ=MONTHLY;BYDAY=-1SU",
                                       "rule=FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1",
                                       "rule=FREQ=WEEKLY;BYDAY=SA;COUNT=9" };
  static const char *const filters[] = { "parity=even", "parity=odd", "season=09-01/05-31",
                                         "skip_weeks=7,42,53" };
  StafetDate date = TUESDAY + g_rand_int_range (rand, -500, 200);
  int minutes = 5 * g_rand_int_range (rand, 48, 288), length = 5 * g_rand_int_range (rand, 1, 140);
  const char *rule = any (rand, rules, G_N_ELEMENTS (rules));
  gboolean all_day = g_rand_int_range (rand, 0, 8) == 0, weekly = strstr (rule, "WEEKLY") != NULL;
  char start[STAFET_WALL_SIZE], end[STAFET_WALL_SIZE];
  g_autofree char *title = g_strdup_printf ("title=Række %d, »med; tegn«", number), *from = NULL, *to = NULL;
  StafetWall wall = stafet_wall_new (date, all_day ? 0 : minutes);

  from = g_strconcat ("start=", stafet_wall_write (wall, start), NULL);
  to =
    g_strconcat ("end=", stafet_wall_write (wall + (all_day ? STAFET_MINUTES_PER_DAY : length), end), NULL);
  ADD (ACTIVITY, title, "house=Møllestien", from, to, rule, "category=music",
       weekly && g_rand_int_range (rand, 0, 2) == 0 ? any (rand, filters, G_N_ELEMENTS (filters))
                                                    : "price=20 kr.",
       "holidays=cancel");
}

/* Something special about some date of it. */
static void
disturb (Fixture *f, GRand *rand, StafetActivity *activity)
{
  StafetDate date = stafet_expand_next (&activity->timing, TUESDAY + g_rand_int_range (rand, -200, 200));
  char start[STAFET_WALL_SIZE], end[STAFET_WALL_SIZE];
  g_autofree char *from = NULL, *to = NULL;
  StafetWall wall;

  if (date == NONE || status_on (f, &activity->parent, date) == STAFET_STATUS_CANCELLED)
    return;
  wall = stafet_wall_new (date + 1, 15 * 60);
  from = g_strconcat ("start=", stafet_wall_write (wall, start), NULL);
  to = g_strconcat ("end=", stafet_wall_write (wall + 60, end), NULL);
  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      edit (f, stafet_use_cancel (activity->parent.uid, date, NONE, "Syg; aflyst, desværre"));
      break;
    case 1:
      edit (f, stafet_use_edit_on (activity->parent.uid, date, PAIRS (from, to), TRUE));
      break;
    default:
      edit (f,
            stafet_use_edit_on (activity->parent.uid, date, PAIRS ("title=En gang", "price=Gratis"), TRUE));
    }
}

static void
a_random_house_comes_back_the_same (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (53);

  (void) data;
  ADD (CLOSURE, "house=Møllestien", "from=2026-12-21", "to=2027-01-03", "text=Juleferie");
  for (int round = 0; round < ROUNDS; round++)
    {
      for (int i = 0; i < 5; i++)
        add_any_series (f, rand, round * 5 + i);
      for (int i = 0; i < 12; i++)
        {
          const GPtrArray *activities = all (f, STAFET_KIND_ACTIVITY);
          StafetActivity *activity =
            g_ptr_array_index (activities, (guint) g_rand_int_range (rand, 0, (gint32) activities->len));

          if (activity->house == uid_of_house (f, "Møllestien"))
            disturb (f, rand, activity);
        }
      assert_comes_back (f, uid_of_house (f, "Møllestien"));
    }
}

static void
lines_of_others_are_handed_on (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) bytes = NULL;

  (void) data;
  take_in (f,
           EVENT ("UID:x\r\nDTSTART:20261201T100000Z\r\nDURATION:PT1H\r\nSUMMARY:Sang\r\nGEO:56.1;10.2\r\n"
                  "X-FOO;A=\"b:c\":d\\, e\r\nATTENDEE;CN=Karen:mailto:karen@post.example\r\n"
                  "ORGANIZER:mailto:chef@post.example\r\n"),
           1, 0, 0, 0, 0);
  bytes = stafet_exchange_render (f->plan, uid_of_house (f, "Møllestien"));
  g_assert_nonnull (strstr (bytes->str, "\r\nGEO:56.1;10.2\r\nX-FOO;A=\"b:c\":d\\, e\r\n"));
  g_assert_null (strstr (bytes->str, "post.example"));
}

/* ——— Calendars of others, looked at ——— */

#define CHURCH                                                                                               \
  EVENT ("UID:kor\r\nDTSTART;TZID=Europe/Copenhagen:20261126T190000\r\nDURATION:PT2H\r\n"                    \
         "RRULE:FREQ=WEEKLY;UNTIL=20270527T170000Z\r\nSUMMARY:Kor\r\nLOCATION:Kirken\r\n")
#define CONCERT(place)                                                                                       \
  EVENT ("UID:koncert\r\nDTSTART;TZID=Europe/Copenhagen:20261202T190000\r\nDURATION:PT2H\r\n"                \
         "SUMMARY:Koncert\r\nLOCATION:" place "\r\n")

static StafetCalendar *
subscribe (Fixture *f, const char *room)
{
  g_autofree char *place = g_strconcat ("room=", room, NULL);
  const char *pairs[] = { "name=Kirken", "house=Møllestien", "address=https://kirken.example/kirken.ics",
                          place, NULL };

  done (f, stafet_use_add (STAFET_KIND_CALENDAR, pairs));
  return FIND (CALENDAR, "Kirken");
}

static void
fetch (Fixture *f, const char *events, guint new_ones, guint changed, guint same, guint gone)
{
  StafetCalendar *calendar = FIND (CALENDAR, "Kirken");
  g_autoptr (StafetIcsFile) file = read_events (f, events);
  g_autoptr (StafetCalendarImport) import =
    stafet_calendar_import_new (f->plan, file, calendar->house, calendar->address, calendar);
  StafetEdit *edit;

  assert_counts (import, new_ones, changed, same, gone, 0);
  edit = stafet_calendar_import_edit (import);
  g_assert_cmpint (edit != NULL, ==, new_ones + changed + gone > 0);
  if (edit != NULL)
    done (f, edit);
  assert_sound (f);
}

static StafetActivity *
activity_of (Fixture *f, const char *title)
{
  return FIND (ACTIVITY, title);
}

static guint
count_entries (Fixture *f, const char *title, gboolean foreign)
{
  StafetAgendaQuery query = {
    .from = TUESDAY - 365, .to = TUESDAY + 365, .house = uid_of_house (f, "Møllestien"), .foreign = foreign
  };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (stafet_plan_get_snapshot (f->plan), &query);
  guint n = 0;

  for (guint i = 0; i < agenda->entries->len; i++)
    n += strcmp (((StafetEntry *) g_ptr_array_index (agenda->entries, i))->title, title) == 0;
  return n;
}

static void
what_others_tell_is_shown_where_it_is_asked_for (Fixture *f, gconstpointer data)
{
  (void) data;
  subscribe (f, "");
  fetch (f, CHURCH, 1, 0, 0, 0);
  g_assert_cmpuint (count_entries (f, "Kor", TRUE), ==, 27);
  g_assert_cmpuint (count_entries (f, "Kor", FALSE), ==, 0);
  g_assert_cmpstr (activity_of (f, "Kor")->address, ==, "Kirken");
}

static void
the_same_told_again_changes_nothing (Fixture *f, gconstpointer data)
{
  (void) data;
  subscribe (f, "");
  fetch (f, CHURCH CONCERT ("Kirken"), 2, 0, 0, 0);
  fetch (f, CHURCH CONCERT ("Kirken"), 0, 0, 2, 0);
  fetch (f, CHURCH CONCERT ("Sognehuset"), 0, 1, 1, 0);
  fetch (f, CHURCH, 0, 0, 1, 1);
  g_assert_cmpuint (count_entries (f, "Koncert", TRUE), ==, 0);
}

static void
what_others_tell_is_read_only (Fixture *f, gconstpointer data)
{
  static const char *const title[] = { "title=Andet", NULL };

  (void) data;
  subscribe (f, "");
  fetch (f, CHURCH, 1, 0, 0, 0);
  PLAN_REFUSED (stafet_use_edit (STAFET_KIND_ACTIVITY, "Kor", title), STATE);
  PLAN_REFUSED (stafet_use_cancel ("Kor", TUESDAY + 9, STAFET_DATE_NONE, "nej"), STATE);
  PLAN_REFUSED (stafet_use_remove (STAFET_KIND_ACTIVITY, "Kor"), STATE);
  PLAN_REFUSED (
    stafet_use_add (STAFET_KIND_SHIFT, (const char *[]){ "role=vært", "wanted=1", "activity=Kor", NULL }),
    STATE);
  done (f,
        stafet_use_add (STAFET_KIND_NOTE, (const char *[]){ "text=Ring til kirken", "activity=Kor", NULL }));
}

static void
fetching_is_undone_as_one_change (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL;

  (void) data;
  subscribe (f, "");
  before = image_of_plan (f);
  fetch (f, CHURCH CONCERT ("Kirken"), 2, 0, 0, 0);
  assert_undoes_to (f, before);
}

static void
a_room_that_others_take_is_taken (Fixture *f, gconstpointer data)
{
  /* What takes the room makes a new record of it. */
  g_autoptr (StafetRecord) record = g_object_ref (g_ptr_array_index (all (f, STAFET_KIND_ROOM), 0));
  const StafetRoom *room = (const StafetRoom *) record;
  g_autofree char *events = g_strdup_printf (
    EVENT ("UID:koncert\r\nDTSTART;TZID=Europe/Copenhagen:20261202T190000\r\nDURATION:PT2H\r\n"
           "SUMMARY:Koncert\r\nLOCATION:%s\\, lokalcentret\r\n"),
    room->name);
  g_autofree char *in_room = g_strconcat ("room=", room->parent.uid, NULL);
  g_autofree char *house = g_strconcat ("house=", room->house, NULL);
  const char *pairs[] = {
    "title=Fest", house, "start=2026-12-02T20:00", "end=2026-12-02T23:00", in_room, NULL
  };

  (void) data;
  g_assert_cmpstr (room->house, ==, uid_of_house (f, "Møllestien"));
  subscribe (f, "");
  fetch (f, events, 1, 0, 0, 0);
  g_assert_true (activity_of (f, "Koncert")->room == room->parent.uid);
  g_assert_cmpint (activity_of (f, "Koncert")->visibility, ==, STAFET_VISIBILITY_OCCUPIED);
  PLAN_REFUSED (stafet_use_add (STAFET_KIND_ACTIVITY, pairs), CLASH);
}

static void
what_others_take_twice_is_told_before_it_is_taken_in (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetIcsFile) file = read_events (
    f, EVENT ("UID:koncert\r\nDTSTART;TZID=Europe/Copenhagen:20261201T110000\r\nDURATION:PT1H\r\n"
              "SUMMARY:Koncert\r\nLOCATION:Salen\r\n"));
  StafetCalendar *calendar = subscribe (f, "");
  g_autoptr (StafetCalendarImport) import =
    stafet_calendar_import_new (f->plan, file, calendar->house, calendar->address, calendar);

  (void) data;
  assert_counts (import, 1, 0, 0, 0, 0);
  g_assert_nonnull (strstr (reason_of (import, 0), "Café"));
}

static void
what_others_do_makes_nothing_in_the_house (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) bytes = stafet_exchange_render (f->plan, uid_of_house (f, "Møllestien"));
  guint rooms = all (f, STAFET_KIND_ROOM)->len;
  g_autoptr (StafetIcsFile) file = NULL;
  g_autoptr (StafetCalendarImport) import = NULL;
  StafetCalendar *calendar;

  (void) data;
  ADD (HOUSE, "name=Nabohuset", "kind=community");
  done (f, stafet_use_add (STAFET_KIND_CALENDAR, PAIRS ("name=Kirken", "house=Nabohuset",
                                                        "address=https://andre.example/hus.ics")));
  calendar = FIND (CALENDAR, "Kirken");
  file = read_bytes (f, bytes->str);
  import = stafet_calendar_import_new (f->plan, file, calendar->house, calendar->address, calendar);
  g_assert_cmpuint (import->counts[STAFET_CALENDAR_NEW], >, 0);
  done (f, stafet_calendar_import_edit (import));
  g_assert_cmpuint (all (f, STAFET_KIND_ROOM)->len, ==, rooms);
}

static void
what_others_tell_goes_no_further (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) bytes = NULL;

  (void) data;
  subscribe (f, "");
  fetch (f, CHURCH, 1, 0, 0, 0);
  bytes = stafet_exchange_render (f->plan, uid_of_house (f, "Møllestien"));
  g_assert_nonnull (strstr (bytes->str, "Café"));
  g_assert_null (strstr (bytes->str, "Kor"));
}

static void
a_house_that_is_closed_closes_nobody_else (Fixture *f, gconstpointer data)
{
  static const char *const closure[] = { "text=Ferie", "house=Møllestien", "from=2026-12-01", "to=2026-12-10",
                                         NULL };
  g_autoptr (StafetAgenda) agenda = NULL;

  (void) data;
  subscribe (f, "");
  fetch (f, CHURCH, 1, 0, 0, 0);
  done (f, stafet_use_add (STAFET_KIND_CLOSURE, closure));
  agenda = agenda_on (f, &activity_of (f, "Kor")->parent, TUESDAY + 9);
  g_assert_cmpint (((StafetEntry *) agenda->entries->pdata[0])->status, ==, STAFET_STATUS_PLANNED);
}

static void
a_calendar_goes_with_all_that_it_tells (Fixture *f, gconstpointer data)
{
  g_autofree char *with = NULL;

  (void) data;
  subscribe (f, "");
  fetch (f, CHURCH CONCERT ("Kirken"), 2, 0, 0, 0);
  with = image_of_plan (f);
  done (f, stafet_use_remove (STAFET_KIND_CALENDAR, "Kirken"));
  g_assert_cmpuint (count_entries (f, "Kor", TRUE), ==, 0);
  assert_sound (f);
  assert_undoes_to (f, with);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/publish/import/the-agenda-is-what-the-calendar-comes-to", the_agenda_is_what_the_calendar_comes_to);
  TEST ("/publish/import/a-rule-that-cannot-be-edited-becomes-dates",
        a_rule_that_cannot_be_edited_becomes_dates);
  TEST ("/publish/import/a-series-of-another-zone-becomes-dates", a_series_of_another_zone_becomes_dates);
  TEST ("/publish/import/taking-in-is-one-change", taking_in_is_one_change);
  TEST ("/publish/import/the-same-again-changes-nothing", the_same_again_changes_nothing);
  TEST ("/publish/import/looking-writes-nothing", looking_writes_nothing);
  TEST ("/publish/import/a-newer-file-changes-what-it-says-otherwise",
        a_newer_file_changes_what_it_says_otherwise);
  TEST ("/publish/import/what-is-gone-ends-and-what-is-past-stays", what_is_gone_ends_and_what_is_past_stays);
  TEST ("/publish/import/what-people-depend-on-stays-and-is-told", what_people_depend_on_stays_and_is_told);
  TEST ("/publish/import/what-cannot-be-taken-in-is-told-with-the-reason",
        what_cannot_be_taken_in_is_told_with_the_reason);
  TEST ("/publish/exchange/a-random-house-comes-back-the-same", a_random_house_comes_back_the_same);
  TEST ("/publish/exchange/lines-of-others-are-handed-on", lines_of_others_are_handed_on);
  TEST ("/publish/others/shown-where-it-is-asked-for", what_others_tell_is_shown_where_it_is_asked_for);
  TEST ("/publish/others/the-same-told-again-changes-nothing", the_same_told_again_changes_nothing);
  TEST ("/publish/others/read-only", what_others_tell_is_read_only);
  TEST ("/publish/others/fetching-is-undone-as-one-change", fetching_is_undone_as_one_change);
  TEST ("/publish/others/a-room-that-others-take-is-taken", a_room_that_others_take_is_taken);
  TEST ("/publish/others/what-is-taken-twice-is-told-first",
        what_others_take_twice_is_told_before_it_is_taken_in);
  TEST ("/publish/others/makes-nothing-in-the-house", what_others_do_makes_nothing_in_the_house);
  TEST ("/publish/others/goes-no-further", what_others_tell_goes_no_further);
  TEST ("/publish/others/a-house-that-is-closed-closes-nobody-else",
        a_house_that_is_closed_closes_nobody_else);
  TEST ("/publish/others/a-calendar-goes-with-all-that-it-tells", a_calendar_goes_with_all_that_it_tells);
  return g_test_run ();
}
