/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the saving of a whole activity to its rules: one change, for all dates, from a date on, or on one.
 */
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define SHIFTS(...)                                                                                          \
  .shifts = (const StafetActivityPart[]){ __VA_ARGS__ },                                                     \
  .n_shifts = G_N_ELEMENTS (((const StafetActivityPart[]){ __VA_ARGS__ }))
#define STOPS(...)                                                                                           \
  .stops = (const StafetActivityPart[]){ __VA_ARGS__ },                                                      \
  .n_stops = G_N_ELEMENTS (((const StafetActivityPart[]){ __VA_ARGS__ }))
#define PART(uid, ...)                                                                                       \
  {                                                                                                          \
    uid, FALSE, PAIRS (__VA_ARGS__)                                                                          \
  }
#define SAME(uid)                                                                                            \
  {                                                                                                          \
    uid, FALSE, (const char *const[]) { NULL }                                                               \
  }
#define REMOVED(uid)                                                                                         \
  {                                                                                                          \
    uid, TRUE, (const char *const[]) { NULL }                                                                \
  }
#define NOTHING ((const char *const[]){ NULL })
#define SAVE(...) stafet_use_save_activity (&(StafetActivityDraft){ __VA_ARGS__ })

static StafetUid
uid_of (Fixture *f, StafetKind kind, const char *reference)
{
  return ((StafetRecord *) find (f, kind, reference))->uid;
}

#define CAFE (uid_of (f, STAFET_KIND_ACTIVITY, "Café"))
#define SERVING (uid_of (f, STAFET_KIND_SHIFT, "Servering"))

/* "Servering 10:00-14:00 2, Opvask 12:00-14:00 1": the shifts of an activity on a date. (transfer full) */
static char *
roles_on (Fixture *f, StafetUid activity, StafetDate date)
{
  g_autoptr (StafetAgenda) agenda = agenda_on (f, FIND (ACTIVITY, activity), date);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (agenda);
  for (guint i = 0; i < ENTRY (agenda)->n_shifts; i++)
    {
      const StafetStaffing *shift = &ENTRY (agenda)->shifts[i];
      int from = stafet_wall_minutes (shift->start), to = stafet_wall_minutes (shift->end);

      g_string_append_printf (text, "%s%s %d:%02d-%d:%02d %d", i > 0 ? ", " : "", shift->shift->role,
                              from / 60, from % 60, to / 60, to % 60, shift->wanted);
    }
  return g_string_free (text, FALSE);
}

static void
assert_roles (Fixture *f, StafetUid activity, StafetDate date, const char *expected)
{
  g_autofree char *text = roles_on (f, activity, date);

  g_assert_cmpstr (text, ==, expected);
}

/* "B.1 10:00-10:30, B.2 10:30-11:00 Bo": the stops of an activity on a date, and who receives it there.
 * (transfer full) */
static char *
stops_on (Fixture *f, StafetUid activity, StafetDate date)
{
  g_autoptr (StafetAgenda) agenda = agenda_on (f, FIND (ACTIVITY, activity), date);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (agenda);
  for (guint i = 0; i < ENTRY (agenda)->n_visits; i++)
    {
      const StafetVisit *visit = &ENTRY (agenda)->visits[i];
      int from = stafet_wall_minutes (visit->start), to = stafet_wall_minutes (visit->end);

      g_string_append_printf (text, "%s%s %d:%02d-%d:%02d%s%s", i > 0 ? ", " : "", visit->ward->name,
                              from / 60, from % 60, to / 60, to % 60, visit->received_by != NULL ? " " : "",
                              visit->received_by != NULL ? visit->received_by->name : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_stops (Fixture *f, StafetUid activity, StafetDate date, const char *expected)
{
  g_autofree char *text = stops_on (f, activity, date);

  g_assert_cmpstr (text, ==, expected);
}

/* The café visits B.1 and then B.2. */
static void
add_stops (Fixture *f, StafetUid *first, StafetUid *second)
{
  ADD (WARD, "name=B.2", "house=Skovvang");
  ADD (STOP, "activity=Café", "ward=B.1", "from_minute=0", "to_minute=30");
  *first = f->created;
  ADD (STOP, "activity=Café", "ward=B.2", "from_minute=30", "to_minute=60");
  *second = f->created;
}

static void
stand (Fixture *f, const char *shift, const char *volunteer)
{
  done (f, stafet_use_assign_standing (shift, WHO (volunteer), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
}

/* ——— A new one ——— */

RULE (a_new_activity_is_one_change_with_its_parts)
{
  gint64 head;

  ADD (WARD, "name=B.2", "house=Skovvang");
  head = stafet_plan_get_head (f->plan);
  UNDOABLE (SAVE (.pairs = PAIRS ("title=Sang", "house=Møllestien", "start=2026-11-26T10:00",
                                  "end=2026-11-26T11:00", "rule=FREQ=WEEKLY"),
                  SHIFTS (PART (NULL, "role=Forsanger", "wanted=1"),
                          PART (NULL, "role=Ledsager", "wanted=3", "start_offset=-15")),
                  STOPS (PART (NULL, "ward=B.1", "from_minute=0", "to_minute=30"),
                         PART (NULL, "ward=B.2", "from_minute=30", "to_minute=60"))));
  g_assert_cmpint (stafet_plan_get_head (f->plan), ==, head + 3);
  g_assert_cmpuint (all (f, STAFET_KIND_ACTIVITY)->len, ==, 2);
  assert_roles (f, uid_of (f, STAFET_KIND_ACTIVITY, "Sang"), TUESDAY + 2,
                "Forsanger 10:00-11:00 1, Ledsager 9:45-11:00 3");
  assert_stops (f, uid_of (f, STAFET_KIND_ACTIVITY, "Sang"), TUESDAY + 9, "B.1 10:00-10:30, B.2 10:30-11:00");
}

RULE (the_uid_that_comes_back_is_the_activity)
{
  done (f, SAVE (.pairs =
                   PAIRS ("title=Sang", "house=Møllestien", "start=2026-11-26T10:00", "end=2026-11-26T11:00"),
                 SHIFTS (PART (NULL, "role=Forsanger", "wanted=1"))));
  g_assert_cmpstr (f->created, ==, uid_of (f, STAFET_KIND_ACTIVITY, "Sang"));
  done (f, SAVE (.activity = CAFE, .pairs = NOTHING, SHIFTS (PART (NULL, "role=Opvask", "wanted=1"))));
  g_assert_cmpstr (f->created, ==, CAFE);
}

RULE (a_part_that_is_wrong_leaves_no_activity)
{
  g_autofree char *before = image_of_plan (f), *after = NULL;
  const char *const *pairs =
    PAIRS ("title=Sang", "house=Møllestien", "start=2026-11-26T10:00", "end=2026-11-26T11:00");

  CORE_REFUSED (
    SAVE (.pairs = pairs, SHIFTS (PART (NULL, "role=Forsanger", "wanted=1"), PART (NULL, "wanted=1"))),
    REQUIRED);
  PLAN_REFUSED (SAVE (.pairs = pairs, STOPS (PART (NULL, "ward=Z.9"))), UNKNOWN);
  CORE_REFUSED (SAVE (.pairs = pairs, SHIFTS (PART (NULL, "role=Forsanger", "wanted=1", "end_offset=-60"))),
                ORDER);
  CORE_REFUSED (SAVE (.pairs = NOTHING, .scope = STAFET_SCOPE_THIS), REQUIRED);
  after = image_of_plan (f);
  g_assert_cmpstr (before, ==, after);
}

RULE (a_new_part_that_was_removed_again_is_none)
{
  done (f, SAVE (.activity = CAFE, .pairs = PAIRS ("title=Kaffe"), SHIFTS (REMOVED (NULL))));
  g_assert_cmpuint (all (f, STAFET_KIND_SHIFT)->len, ==, 2);
}

/* ——— All dates ——— */

RULE (all_dates_change_with_their_parts)
{
  StafetUid first, second, cafe = CAFE;

  add_stops (f, &first, &second);
  UNDOABLE (
    SAVE (.activity = cafe, .pairs = PAIRS ("title=Kaffe"),
          SHIFTS (PART (SERVING, "wanted=4"), PART (NULL, "role=Opvask", "wanted=1", "start_offset=120")),
          STOPS (PART (first, "to_minute=20"), REMOVED (second))));
  g_assert_cmpstr (uid_of (f, STAFET_KIND_ACTIVITY, "Kaffe"), ==, cafe);
  assert_roles (f, cafe, TUESDAY - 7, "Opvask 12:00-14:00 1, Servering 10:00-14:00 4");
  assert_stops (f, cafe, TUESDAY, "B.1 10:00-10:20");
}

RULE (what_is_the_same_is_no_change)
{
  StafetUid first, second;

  add_stops (f, &first, &second);
  unchanged (f, SAVE (.activity = CAFE, .pairs = PAIRS ("title=Café"), SHIFTS (PART (SERVING, "wanted=2")),
                      STOPS (SAME (first), PART (second, "to_minute=60"))));
  unchanged (f, SAVE (.activity = CAFE, .pairs = NOTHING));
  unchanged (f, SAVE (.activity = CAFE, .scope = STAFET_SCOPE_THIS, .date = TUESDAY, .pairs = NOTHING,
                      SHIFTS (SAME (SERVING)), STOPS (SAME (first), SAME (second))));
  unchanged (f, SAVE (.activity = CAFE, .scope = STAFET_SCOPE_THIS, .date = TUESDAY,
                      .pairs = PAIRS ("title=Café"), SHIFTS (PART (SERVING, "wanted=2"))));
}

/* Each stop keeps who receives it, whatever the others have become meanwhile. */
static void
change_places (Fixture *f, StafetUid activity, StafetScope scope, StafetUid first, StafetUid second)
{
  UNDOABLE (SAVE (.activity = activity, .scope = scope, .date = TUESDAY, .pairs = NOTHING,
                  STOPS (PART (first, "ward=B.2", "from_minute=30", "to_minute=60"),
                         PART (second, "from_minute=60", "to_minute=90"))));
}

static void
receive (Fixture *f, StafetUid stop, const char *name)
{
  g_autofree char *contact = g_strconcat ("name=", name, NULL);
  g_autofree char *received = g_strconcat ("received_by=", name, NULL);

  ADD (CONTACT, contact, "role=Sygeplejerske", "house=Skovvang");
  EDIT (STOP, stop, received);
}

RULE (a_stop_that_takes_anothers_place_stays_itself)
{
  StafetUid first, second, cafe = CAFE;

  add_stops (f, &first, &second);
  receive (f, first, "Anne");
  receive (f, second, "Bo");
  change_places (f, cafe, STAFET_SCOPE_ALL, first, second);
  assert_stops (f, cafe, TUESDAY, "B.2 10:30-11:00 Anne, B.2 11:00-11:30 Bo");
}

RULE (a_stop_of_the_new_half_stays_itself)
{
  StafetUid first, second, cafe = CAFE;
  const StafetActivity *half;

  add_stops (f, &first, &second);
  receive (f, first, "Anne");
  receive (f, second, "Bo");
  change_places (f, cafe, STAFET_SCOPE_FOLLOWING, first, second);
  assert_stops (f, cafe, TUESDAY - 7, "B.1 10:00-10:30 Anne, B.2 10:30-11:00 Bo");
  half = g_ptr_array_index (all (f, STAFET_KIND_ACTIVITY), 0);
  if (half->split_from == NULL)
    half = g_ptr_array_index (all (f, STAFET_KIND_ACTIVITY), 1);
  assert_stops (f, half->parent.uid, TUESDAY, "B.2 10:30-11:00 Anne, B.2 11:00-11:30 Bo");
}

/* Two stops alike but for who receives them are told apart. */
RULE (stops_alike_are_told_apart)
{
  StafetUid first, second, cafe = CAFE;

  add_stops (f, &first, &second);
  EDIT (STOP, second, "ward=B.1", "from_minute=0", "to_minute=30");
  receive (f, first, "Anne");
  receive (f, second, "Bo");
  done (f, SAVE (.activity = cafe, .scope = STAFET_SCOPE_FOLLOWING, .date = TUESDAY, .pairs = NOTHING,
                 STOPS (REMOVED (second))));
  assert_stops (f, f->created, TUESDAY, "B.1 10:00-10:30 Anne");
  done (f, SAVE (.activity = cafe, .pairs = NOTHING, STOPS (REMOVED (first))));
  assert_stops (f, cafe, TUESDAY - 7, "B.1 10:00-10:30 Bo");
}

/* Activity and shift are each impossible without the other. */
RULE (times_that_fit_together_are_taken_together)
{
  StafetUid cafe = CAFE, serving = SERVING;

  EDIT (SHIFT, "Servering", "start_offset=180");
  UNDOABLE (SAVE (.activity = cafe, .pairs = PAIRS ("start=2026-11-03T10:00", "end=2026-11-03T12:00"),
                  SHIFTS (PART (serving, "start_offset=0"))));
  assert_roles (f, cafe, TUESDAY, "Servering 10:00-12:00 2");
  UNDOABLE (SAVE (.activity = cafe, .pairs = PAIRS ("start=2026-11-03T10:00", "end=2026-11-03T15:00"),
                  SHIFTS (PART (serving, "start_offset=240"))));
  assert_roles (f, cafe, TUESDAY, "Servering 14:00-15:00 2");
  UNDOABLE (SAVE (.activity = cafe, .scope = STAFET_SCOPE_FOLLOWING, .date = TUESDAY,
                  .pairs = PAIRS ("start=2026-11-24T10:00", "end=2026-11-24T12:00"),
                  SHIFTS (PART (serving, "start_offset=60"))));
  assert_roles (f, cafe, TUESDAY - 7, "Servering 14:00-15:00 2");
  UNDOABLE (SAVE (.activity = cafe, .scope = STAFET_SCOPE_THIS, .date = TUESDAY - 7,
                  .pairs = PAIRS ("start=2026-11-17T10:00", "end=2026-11-17T12:00"),
                  SHIFTS (PART (serving, "start_offset=60"))));
  assert_roles (f, cafe, TUESDAY - 7, "Servering 11:00-12:00 2");
  CORE_REFUSED (SAVE (.activity = cafe, .pairs = PAIRS ("start=2026-11-03T10:00", "end=2026-11-03T11:00")),
                ORDER);
}

RULE (a_shift_that_somebody_stands_on_is_not_removed)
{
  g_autofree char *before = NULL, *after = NULL;

  stand (f, "Servering", "Bent Krag");
  before = image_of_plan (f);
  PLAN_REFUSED (SAVE (.activity = CAFE, .pairs = PAIRS ("title=Kaffe"),
                      SHIFTS (PART (NULL, "role=Opvask", "wanted=1"), REMOVED (SERVING))),
                DEPENDENCY);
  PLAN_REFUSED (SAVE (.activity = CAFE, .scope = STAFET_SCOPE_FOLLOWING, .date = TUESDAY,
                      .pairs = PAIRS ("title=Kaffe"), SHIFTS (REMOVED (SERVING))),
                DEPENDENCY);
  after = image_of_plan (f);
  g_assert_cmpstr (before, ==, after);
}

RULE (a_free_shift_is_removed_with_what_is_its_own)
{
  done (f, stafet_use_call ("Servering", "Lis Bæk", TUESDAY, STAFET_CALL_RANG));
  done (f, stafet_use_edit_on ("Servering", TUESDAY, PAIRS ("wanted=3"), FALSE));
  UNDOABLE (SAVE (.activity = CAFE, .pairs = NOTHING, SHIFTS (REMOVED (SERVING))));
  g_assert_cmpuint (all (f, STAFET_KIND_CALL)->len, ==, 0);
  g_assert_cmpuint (all (f, STAFET_KIND_EXCEPTION)->len, ==, 0);
  assert_roles (f, CAFE, TUESDAY, "");
}

RULE (a_part_that_is_gone_is_said_to_be)
{
  StafetUid first, second, serving = SERVING;

  add_stops (f, &first, &second);
  done (f, stafet_use_remove (STAFET_KIND_STOP, first));
  done (f, stafet_use_remove (STAFET_KIND_SHIFT, serving));
  PLAN_REFUSED (SAVE (.activity = CAFE, .pairs = NOTHING, STOPS (PART (first, "to_minute=20"))), STATE);
  PLAN_REFUSED (SAVE (.activity = CAFE, .pairs = PAIRS ("title=Kaffe"), SHIFTS (PART (serving, "wanted=1"))),
                STATE);
  g_assert_cmpuint (all (f, STAFET_KIND_STOP)->len, ==, 1);
  PLAN_REFUSED (SAVE (.activity = CAFE, .pairs = NOTHING,
                      SHIFTS (PART (uid_of (f, STAFET_KIND_SHIFT, "Nattevagt"), "wanted=2"))),
                STATE);
}

/* ——— Overlaps ——— */

RULE (a_clash_of_the_room_is_refused_unless_anyway)
{
  const char *const *pairs =
    PAIRS ("title=Banko", "house=Møllestien", "room=Salen", "start=2026-12-01T13:00", "end=2026-12-01T15:00");
  g_autofree char *before = image_of_plan (f), *after = NULL;

  PLAN_REFUSED (SAVE (.pairs = pairs, SHIFTS (PART (NULL, "role=Opråber", "wanted=1"))), CLASH);
  after = image_of_plan (f);
  g_assert_cmpstr (before, ==, after);
  UNDOABLE (SAVE (.pairs = pairs, SHIFTS (PART (NULL, "role=Opråber", "wanted=1")), .anyway = TRUE));
  g_assert_cmpuint (all (f, STAFET_KIND_ACTIVITY)->len, ==, 2);
  done (f, stafet_edit_undo ());
  done (f, SAVE (.pairs = pairs, .anyway = TRUE));
  g_assert_cmpuint (f->warnings->len, ==, 1);
}

RULE (a_clash_of_a_person_is_refused_unless_anyway)
{
  StafetUid banko, caller;

  ADD (ACTIVITY, "title=Banko", "house=Møllestien", "start=2026-11-24T14:00", "end=2026-11-24T16:00",
       "rule=FREQ=WEEKLY");
  banko = f->created;
  ADD (SHIFT, "role=Opråber", "wanted=1", "activity=Banko");
  caller = f->created;
  stand (f, "Servering", "Bent Krag");
  stand (f, "Opråber", "Bent Krag");
  for (int scope = STAFET_SCOPE_ALL; scope <= STAFET_SCOPE_THIS; scope++)
    {
      PLAN_REFUSED (SAVE (.activity = banko, .scope = (StafetScope) scope, .date = TUESDAY + 7,
                          .pairs = NOTHING, SHIFTS (PART (caller, "start_offset=-30"))),
                    CLASH);
      UNDOABLE (SAVE (.activity = banko, .scope = (StafetScope) scope, .date = TUESDAY + 7, .pairs = NOTHING,
                      SHIFTS (PART (caller, "start_offset=-30")), .anyway = TRUE));
      done (f, stafet_edit_undo ());
      done (f, SAVE (.activity = banko, .scope = (StafetScope) scope, .date = TUESDAY + 7, .pairs = NOTHING,
                     SHIFTS (PART (caller, "start_offset=-30")), .anyway = TRUE));
      g_assert_cmpuint (f->warnings->len, ==, 1);
      done (f, stafet_edit_undo ());
    }
}

/* Bent goes straight from the one to the other before as after. */
RULE (an_overlap_on_the_way_is_none)
{
  StafetUid banko, caller;

  ADD (ACTIVITY, "title=Banko", "house=Møllestien", "start=2026-11-24T14:00", "end=2026-11-24T16:00",
       "rule=FREQ=WEEKLY");
  banko = f->created;
  ADD (SHIFT, "role=Opråber", "wanted=1", "activity=Banko");
  caller = f->created;
  stand (f, "Servering", "Bent Krag");
  stand (f, "Opråber", "Bent Krag");
  UNDOABLE (SAVE (.activity = banko, .pairs = PAIRS ("start=2026-11-24T13:00", "end=2026-11-24T16:00"),
                  SHIFTS (PART (caller, "start_offset=60"))));
  g_assert_cmpuint (f->warnings->len, ==, 0);
  assert_roles (f, banko, TUESDAY, "Opråber 14:00-16:00 1");
}

/* ——— From a date on ——— */

RULE (from_a_date_on_the_new_parts_change_and_the_old_do_not)
{
  StafetUid first, second, cafe = CAFE, evening;

  add_stops (f, &first, &second);
  stand (f, "Servering", "Bent Krag");
  UNDOABLE (
    SAVE (.activity = cafe, .scope = STAFET_SCOPE_FOLLOWING, .date = TUESDAY + 7,
          .pairs = PAIRS ("title=Aftencafé", "start=2026-12-03T17:00", "end=2026-12-03T20:00"),
          SHIFTS (PART (SERVING, "wanted=4"), PART (NULL, "role=Opvask", "wanted=1", "start_offset=120")),
          STOPS (PART (first, "to_minute=20"), REMOVED (second))));
  evening = uid_of (f, STAFET_KIND_ACTIVITY, "Aftencafé");
  g_assert_cmpstr (((StafetActivity *) FIND (ACTIVITY, "Aftencafé"))->split_from, ==, cafe);
  assert_roles (f, cafe, TUESDAY, "Servering 10:00-14:00 2");
  assert_stops (f, cafe, TUESDAY, "B.1 10:00-10:30, B.2 10:30-11:00");
  g_assert_false (has_date (f, FIND (ACTIVITY, cafe), TUESDAY + 7));
  assert_roles (f, evening, TUESDAY + 9, "Opvask 19:00-20:00 1, Servering 17:00-20:00 4");
  assert_stops (f, evening, TUESDAY + 16, "B.1 17:00-17:20");
  g_assert_false (has_date (f, FIND (ACTIVITY, evening), TUESDAY + 2));
  assert_staffed (f, "Café", TUESDAY, "Bent Krag standing 1");
}

RULE (from_a_date_on_the_uid_is_that_of_the_new_half)
{
  done (f, SAVE (.activity = CAFE, .scope = STAFET_SCOPE_FOLLOWING, .date = TUESDAY,
                 .pairs = PAIRS ("title=Kaffe"), SHIFTS (PART (SERVING, "wanted=4"))));
  g_assert_cmpstr (f->created, ==, uid_of (f, STAFET_KIND_ACTIVITY, "Kaffe"));
}

RULE (parts_alone_divide_the_activity_too)
{
  StafetUid cafe = CAFE, new;

  UNDOABLE (SAVE (.activity = cafe, .scope = STAFET_SCOPE_FOLLOWING, .date = TUESDAY + 7, .pairs = NOTHING,
                  SHIFTS (PART (SERVING, "wanted=4"))));
  assert_roles (f, cafe, TUESDAY, "Servering 10:00-14:00 2");
  g_assert_cmpuint (all (f, STAFET_KIND_ACTIVITY)->len, ==, 2);
  done (f, stafet_edit_undo ());
  done (f, SAVE (.activity = cafe, .scope = STAFET_SCOPE_FOLLOWING, .date = TUESDAY + 7, .pairs = NOTHING,
                 SHIFTS (PART (SERVING, "wanted=4"))));
  new = f->created;
  assert_roles (f, new, TUESDAY + 7, "Servering 10:00-14:00 4");
}

/* The halves of a half: parts are named by what the window shows, the uids of the half that is divided. */
RULE (a_half_is_divided_again)
{
  StafetUid half, third;
  const GPtrArray *shifts;

  done (f, SAVE (.activity = CAFE, .scope = STAFET_SCOPE_FOLLOWING, .date = TUESDAY,
                 .pairs = PAIRS ("title=Kaffe")));
  half = f->created;
  shifts = stafet_snapshot_index (stafet_plan_get_snapshot (f->plan), STAFET_INDEX_SHIFT_BY_ACTIVITY, half);
  done (f, SAVE (.activity = half, .scope = STAFET_SCOPE_FOLLOWING, .date = TUESDAY + 14,
                 .pairs = PAIRS ("title=Te"),
                 SHIFTS (PART (((StafetRecord *) g_ptr_array_index (shifts, 0))->uid, "wanted=5"))));
  third = f->created;
  assert_roles (f, CAFE, TUESDAY - 7, "Servering 10:00-14:00 2");
  assert_roles (f, half, TUESDAY + 7, "Servering 10:00-14:00 2");
  assert_roles (f, third, TUESDAY + 14, "Servering 10:00-14:00 5");
  assert_sound (f);
}

RULE (the_first_date_on_is_all_dates)
{
  StafetUid first, second, cafe = CAFE;

  add_stops (f, &first, &second);
  UNDOABLE (SAVE (.activity = cafe, .scope = STAFET_SCOPE_FOLLOWING, .date = TUESDAY - 21,
                  .pairs = PAIRS ("title=Kaffe"), SHIFTS (PART (SERVING, "wanted=4")),
                  STOPS (REMOVED (first))));
  g_assert_cmpuint (all (f, STAFET_KIND_ACTIVITY)->len, ==, 1);
  assert_roles (f, cafe, TUESDAY, "Servering 10:00-14:00 4");
  assert_stops (f, cafe, TUESDAY, "B.2 10:30-11:00");
}

RULE (what_is_known_of_later_dates_goes_along)
{
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY + 14, FALSE, FALSE));
  done (f, stafet_use_cancel ("Café", TUESDAY + 21, NONE, "Juleferie"));
  UNDOABLE (SAVE (.activity = CAFE, .scope = STAFET_SCOPE_FOLLOWING, .date = TUESDAY + 7,
                  .pairs = PAIRS ("title=Torsdagscafé", "start=2026-12-03T10:00", "end=2026-12-03T14:00")));
  assert_staffed (f, "Torsdagscafé", TUESDAY + 16, "Lis Bæk promised 1");
  g_assert_cmpint (status_on (f, FIND (ACTIVITY, "Torsdagscafé"), TUESDAY + 23), ==, STAFET_STATUS_CANCELLED);
  g_assert_cmpstr (((StafetActivity *) FIND (ACTIVITY, "Torsdagscafé"))->timing.rule, ==,
                   "FREQ=WEEKLY;BYDAY=TH");
}

/* ——— On one date ——— */

RULE (on_one_date_numbers_differ_on_that_date_alone)
{
  StafetUid cafe = CAFE;

  UNDOABLE (SAVE (.activity = cafe, .scope = STAFET_SCOPE_THIS, .date = TUESDAY + 7,
                  .pairs = PAIRS ("title=Julecafé", "end=2026-12-01T15:00"),
                  SHIFTS (PART (SERVING, "wanted=5"))));
  assert_roles (f, cafe, TUESDAY, "Servering 10:00-14:00 2");
  assert_roles (f, cafe, TUESDAY + 7, "Servering 10:00-15:00 5");
  assert_roles (f, cafe, TUESDAY + 14, "Servering 10:00-14:00 2");
  g_assert_cmpuint (all (f, STAFET_KIND_ACTIVITY)->len, ==, 1);
  g_assert_cmpuint (all (f, STAFET_KIND_SHIFT)->len, ==, 2);
  done (f, SAVE (.activity = cafe, .scope = STAFET_SCOPE_THIS, .date = TUESDAY + 14, .pairs = NOTHING,
                 SHIFTS (PART (SERVING, "wanted=1"))));
  assert_roles (f, cafe, TUESDAY + 14, "Servering 10:00-14:00 1");
  g_assert_cmpstr (f->created, ==, cafe);
}

RULE (on_one_date_parts_are_neither_added_nor_removed)
{
  StafetUid first, second;
  g_autofree char *before = NULL, *after = NULL;

  add_stops (f, &first, &second);
  before = image_of_plan (f);
#define ON_TUESDAY                                                                                           \
  .activity = CAFE, .scope = STAFET_SCOPE_THIS, .date = TUESDAY, .pairs = PAIRS ("title=Kaffe")
  PLAN_REFUSED (SAVE (ON_TUESDAY, SHIFTS (PART (NULL, "role=Opvask", "wanted=1"))), STATE);
  PLAN_REFUSED (SAVE (ON_TUESDAY, SHIFTS (REMOVED (SERVING))), STATE);
  PLAN_REFUSED (SAVE (ON_TUESDAY, STOPS (PART (NULL, "ward=B.1"))), STATE);
  PLAN_REFUSED (SAVE (ON_TUESDAY, STOPS (REMOVED (first))), STATE);
  PLAN_REFUSED (SAVE (ON_TUESDAY, STOPS (PART (second, "to_minute=70"))), STATE);
  after = image_of_plan (f);
  g_assert_cmpstr (before, ==, after);
  done (f, SAVE (ON_TUESDAY, SHIFTS (SAME (SERVING)), STOPS (SAME (first), SAME (second))));
}

RULE (on_a_date_that_is_none_nothing_is_saved)
{
  PLAN_REFUSED (SAVE (.activity = CAFE, .scope = STAFET_SCOPE_THIS, .date = TUESDAY + 1, .pairs = NOTHING,
                      SHIFTS (PART (SERVING, "wanted=1"))),
                NO_DATE);
  PLAN_REFUSED (
    SAVE (.activity = CAFE, .scope = STAFET_SCOPE_FOLLOWING, .date = TUESDAY + 1, .pairs = PAIRS ("title=x")),
    NO_DATE);
  CORE_REFUSED (
    SAVE (.activity = CAFE, .scope = STAFET_SCOPE_THIS, .date = TUESDAY, .pairs = PAIRS ("rule=FREQ=DAILY")),
    KEY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan/use/save/new/is-one-change-with-its-parts", a_new_activity_is_one_change_with_its_parts);
  TEST ("/plan/use/save/gives-the-uid-of-the-activity", the_uid_that_comes_back_is_the_activity);
  TEST ("/plan/use/save/new/a-wrong-part-leaves-no-activity", a_part_that_is_wrong_leaves_no_activity);
  TEST ("/plan/use/save/new/a-part-removed-again-is-none", a_new_part_that_was_removed_again_is_none);
  TEST ("/plan/use/save/all/dates-change-with-their-parts", all_dates_change_with_their_parts);
  TEST ("/plan/use/save/what-is-the-same-is-no-change", what_is_the_same_is_no_change);
  TEST ("/plan/use/save/all/a-stop-that-takes-another's-place",
        a_stop_that_takes_anothers_place_stays_itself);
  TEST ("/plan/use/save/times-that-fit-together-are-taken-together",
        times_that_fit_together_are_taken_together);
  TEST ("/plan/use/save/a-shift-that-is-stood-on-is-not-removed",
        a_shift_that_somebody_stands_on_is_not_removed);
  TEST ("/plan/use/save/a-free-shift-goes-with-its-own", a_free_shift_is_removed_with_what_is_its_own);
  TEST ("/plan/use/save/a-part-that-is-gone-is-said-to-be", a_part_that_is_gone_is_said_to_be);
  TEST ("/plan/use/save/clash/of-the-room-is-refused-unless-anyway",
        a_clash_of_the_room_is_refused_unless_anyway);
  TEST ("/plan/use/save/clash/of-a-person-is-refused-unless-anyway",
        a_clash_of_a_person_is_refused_unless_anyway);
  TEST ("/plan/use/save/clash/on-the-way-is-none", an_overlap_on_the_way_is_none);
  TEST ("/plan/use/save/following/new-parts-change-and-old-do-not",
        from_a_date_on_the_new_parts_change_and_the_old_do_not);
  TEST ("/plan/use/save/following/gives-the-new-uid", from_a_date_on_the_uid_is_that_of_the_new_half);
  TEST ("/plan/use/save/following/parts-alone-divide-too", parts_alone_divide_the_activity_too);
  TEST ("/plan/use/save/following/a-half-is-divided-again", a_half_is_divided_again);
  TEST ("/plan/use/save/following/the-first-date-is-all-dates", the_first_date_on_is_all_dates);
  TEST ("/plan/use/save/following/a-stop-that-takes-another's-place", a_stop_of_the_new_half_stays_itself);
  TEST ("/plan/use/save/stops-alike-are-told-apart", stops_alike_are_told_apart);
  TEST ("/plan/use/save/following/what-is-known-goes-along", what_is_known_of_later_dates_goes_along);
  TEST ("/plan/use/save/this/numbers-differ-on-that-date-alone",
        on_one_date_numbers_differ_on_that_date_alone);
  TEST ("/plan/use/save/this/parts-are-neither-added-nor-removed",
        on_one_date_parts_are_neither_added_nor_removed);
  TEST ("/plan/use/save/on-a-date-that-is-none-nothing", on_a_date_that_is_none_nothing_is_saved);
  return g_test_run ();
}
