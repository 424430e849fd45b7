/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small example's present: who cannot come today and in the days ahead, what is closed or moved, and
 * who came in the past weeks.
 */
#include "stafet-example-house.h"

#include "schedule/stafet-agenda.h"
#include "schedule/stafet-expand.h"

/* Attendance is written up to the last days, which nobody has confirmed yet. */
#define CONFIRMED_FROM 28
#define CONFIRMED_TO 3

static StafetUid
volunteer (const StafetMaker *maker, const char *name)
{
  return stafet_maker_uid (maker, STAFET_KIND_VOLUNTEER, name);
}

/* The next date of an activity after today. */
static StafetDate
next_date (const StafetMaker *maker, const char *title)
{
  const StafetActivity *activity = stafet_maker_find (maker, STAFET_KIND_ACTIVITY, title);

  return stafet_expand_next (&activity->timing, maker->today + 1);
}

/* ——— Today and the days ahead ——— */

static void
miss_people_today (StafetMaker *maker)
{
  StafetUid serving = stafet_example_shift (maker, "Café", "Servering")->parent.uid;

  stafet_maker_assign (maker, serving, volunteer (maker, "Bent Krag"), maker->today,
                       STAFET_ASSIGNMENT_DECLINED);
  stafet_maker_assign (maker, serving, volunteer (maker, "Jørgen Ravn"), maker->today,
                       STAFET_ASSIGNMENT_ASKED);
  stafet_maker_look (maker, serving, maker->today);
}

/* Ruth's place on the reading is vacant since she stopped. */
static void
end_reading (StafetMaker *maker)
{
  StafetStanding *ended = stafet_maker_add (maker, STAFET_KIND_STANDING);

  ended->shift = stafet_example_shift (maker, "Højtlæsning i B.1", "Oplæser")->parent.uid;
  ended->volunteer = volunteer (maker, "Ruth Winther");
  ended->to = maker->today - 23;
}

static void
miss_people_soon (StafetMaker *maker)
{
  StafetUid serving = stafet_example_shift (maker, "Café", "Servering")->parent.uid;
  StafetUid kitchen = stafet_example_shift (maker, "Café", "Køkken")->parent.uid;
  StafetUid walk = stafet_example_shift (maker, "Gåtur", "Turleder")->parent.uid;
  StafetUid coffee = stafet_example_shift (maker, "Kirkekaffe", "Kirkekaffehold")->parent.uid;
  StafetDate cafe = next_date (maker, "Café");

  stafet_maker_assign (maker, serving, volunteer (maker, "Grethe Bo"), cafe, STAFET_ASSIGNMENT_DECLINED);
  stafet_maker_assign (maker, kitchen, volunteer (maker, "Mogens Frost"), cafe, STAFET_ASSIGNMENT_DECLINED);
  stafet_maker_assign (maker, kitchen, volunteer (maker, "Birthe Lund"), cafe, STAFET_ASSIGNMENT_ASKED);
  stafet_maker_assign (maker, walk, volunteer (maker, "Per Storm"), next_date (maker, "Gåtur"),
                       STAFET_ASSIGNMENT_ASKED);
  stafet_maker_assign (maker, coffee, volunteer (maker, "Jytte Engsig"), next_date (maker, "Kirkekaffe"),
                       STAFET_ASSIGNMENT_PROMISED);
}

static void
staff_lecture (StafetMaker *maker)
{
  StafetUid coffee = stafet_example_shift (maker, "Foredrag: Havets fugle", "Kaffehold")->parent.uid;
  StafetDate date = maker->today + 1;

  stafet_maker_assign (maker, coffee, volunteer (maker, "Kirsten Eg"), date, STAFET_ASSIGNMENT_PROMISED);
  stafet_maker_set (stafet_maker_assign (maker, coffee, NULL, date, STAFET_ASSIGNMENT_PROMISED), "guest",
                    "Signe");
}

/* ——— Dates of their own ——— */

static StafetException *
add_exception (StafetMaker *maker, const char *title, int status)
{
  StafetException *exception = stafet_maker_add (maker, STAFET_KIND_EXCEPTION);

  exception->activity = stafet_maker_uid (maker, STAFET_KIND_ACTIVITY, title);
  exception->date = next_date (maker, title);
  exception->status = status;
  return exception;
}

/* The next time, the activity starts and ends @minutes later. */
static void
move (StafetMaker *maker, const char *title, int minutes)
{
  StafetActivity *before = stafet_maker_find (maker, STAFET_KIND_ACTIVITY, title);
  g_autoptr (StafetRecord) after = stafet_record_copy (before);
  StafetTiming *timing = &((StafetActivity *) after)->timing;
  StafetException *exception = add_exception (maker, title, STAFET_EXCEPTION_CHANGED);
  int by = (exception->date - timing->first_date) * STAFET_MINUTES_PER_DAY + minutes;
  g_autoptr (GVariant) image = NULL;
  g_autofree char *changes = NULL;

  timing->start += by;
  timing->end += by;
  image = stafet_record_image (after, before);
  changes = stafet_image_write (image);
  stafet_maker_set_text (exception, "changes", changes);
}

static void
close_house (StafetMaker *maker)
{
  StafetClosure *closure = stafet_maker_make (maker, STAFET_KIND_CLOSURE, "text", "Personaledag", NULL);

  closure->house = stafet_maker_uid (maker, STAFET_KIND_HOUSE, STAFET_EXAMPLE_CENTRE);
  closure->from = stafet_moment_from_wall (stafet_wall_new (maker->today + 3, 14 * 60));
  closure->to = stafet_moment_from_wall (stafet_wall_new (maker->today + 4, 0));
}

/* ——— Who came ——— */

static void
confirm_place (StafetMaker *maker, const StafetStaffing *staffing, const StafetPlace *place, StafetDate date)
{
  StafetAttendance *row = stafet_maker_add (maker, STAFET_KIND_ATTENDANCE);
  gboolean came = place->volunteer == NULL || !stafet_maker_one_in (maker, 15);

  row->shift = staffing->shift->parent.uid;
  row->date = date;
  row->volunteer = place->volunteer != NULL ? place->volunteer->parent.uid : NULL;
  row->organiser = place->organiser != NULL ? place->organiser->parent.uid : NULL;
  row->count = place->count;
  row->status = came ? STAFET_ATTENDANCE_CAME : STAFET_ATTENDANCE_ABSENT;
  row->minutes = came ? staffing->end - staffing->start : 0;
  row->method = place->organiser != NULL ? STAFET_METHOD_REPORTED : STAFET_METHOD_COUNTED;
}

static void
confirm_entry (StafetMaker *maker, const StafetEntry *entry)
{
  for (guint i = 0; entry->status != STAFET_STATUS_CANCELLED && i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      confirm_place (maker, &entry->shifts[i], &entry->shifts[i].places[j], entry->original);
}

/* One café had one more pair of hands than planned. */
static void
confirm_extra (StafetMaker *maker)
{
  const StafetActivity *cafe = stafet_maker_find (maker, STAFET_KIND_ACTIVITY, "Café");
  StafetAttendance *row = stafet_maker_add (maker, STAFET_KIND_ATTENDANCE);

  row->shift = stafet_example_shift (maker, "Café", "Servering")->parent.uid;
  row->date = stafet_expand_next (&cafe->timing, maker->today - CONFIRMED_TO - 7);
  row->volunteer = volunteer (maker, "Jørgen Ravn");
  row->status = STAFET_ATTENDANCE_EXTRA;
  row->minutes = 120;
}

/* Written from the agenda itself, so that nobody came on a date that was not held. */
static void
confirm_past (StafetMaker *maker)
{
  g_autoptr (StafetSnapshot) snapshot = stafet_maker_snapshot (maker);
  StafetAgendaQuery query = { .from = maker->today - CONFIRMED_FROM, .to = maker->today - CONFIRMED_TO };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (snapshot, &query);

  for (guint i = 0; i < agenda->entries->len; i++)
    confirm_entry (maker, g_ptr_array_index (agenda->entries, i));
  confirm_extra (maker);
}

void
stafet_example_make_story (StafetMaker *maker)
{
  miss_people_today (maker);
  end_reading (maker);
  miss_people_soon (maker);
  staff_lecture (maker);
  stafet_maker_set (add_exception (maker, "Yoga", STAFET_EXCEPTION_CANCELLED), "reason",
                    "Sanne er på kursus");
  move (maker, "Kortspil", 30);
  close_house (maker);
  confirm_past (maker);
}
