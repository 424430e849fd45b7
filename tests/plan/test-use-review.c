/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the answers to a review: one change, one undo, and nothing left to ask.
 */
#include "schedule/stafet-review.h"
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define EVE (stafet_date_new (2026, 12, 24))
#define ANSWER(...) stafet_use_answer_review (&(StafetAnswer){ .end = STAFET_WALL_NONE, __VA_ARGS__ }, 1)

static StafetReview *
review (Fixture *f, StafetDate from, StafetDate to)
{
  StafetAgendaQuery query = { .from = from, .to = to };

  return stafet_review_new (stafet_plan_get_snapshot (f->plan), &query);
}

static guint
up_for_review (Fixture *f)
{
  g_autoptr (StafetReview) found = review (f, TUESDAY, TUESDAY + 400);

  return stafet_review_count (found, STAFET_REVIEW_ASK);
}

static void
add_song (Fixture *f)
{
  ADD (ACTIVITY, "title=Sang", "house=Møllestien", "start=2026-11-05T14:00", "end=2026-11-05T16:00",
       "rule=FREQ=WEEKLY;BYDAY=TH", "holidays=ask", "until=2027-01-28");
}

RULE (a_date_is_kept_after_review)
{
  add_song (f);
  g_assert_cmpuint (up_for_review (f), ==, 1);
  UNDOABLE (ANSWER (.series = "Sang", .date = EVE, .answer = STAFET_ANSWER_KEEP));
  g_assert_cmpuint (up_for_review (f), ==, 0);
  g_assert_cmpint (status_on (f, FIND (ACTIVITY, "Sang"), EVE), ==, STAFET_STATUS_PLANNED);
  unchanged (f, ANSWER (.series = "Sang", .date = EVE, .answer = STAFET_ANSWER_KEEP));
}

RULE (a_date_is_cancelled_with_the_name_of_the_holiday)
{
  g_autoptr (StafetAgenda) agenda = NULL;

  add_song (f);
  UNDOABLE (ANSWER (.series = "Sang", .date = EVE, .answer = STAFET_ANSWER_CANCEL));
  g_assert_cmpuint (up_for_review (f), ==, 0);
  agenda = agenda_on (f, FIND (ACTIVITY, "Sang"), EVE);
  g_assert_cmpint (ENTRY (agenda)->status, ==, STAFET_STATUS_CANCELLED);
  g_assert_cmpstr (ENTRY (agenda)->reason, !=, "");
}

RULE (a_date_is_moved_and_lasts_as_long)
{
  g_autoptr (StafetAgenda) agenda = NULL;

  add_song (f);
  UNDOABLE (ANSWER (.series = "Sang", .date = EVE, .answer = STAFET_ANSWER_MOVE,
                    .start = stafet_wall_new (EVE - 2, 600)));
  g_assert_cmpuint (up_for_review (f), ==, 0);
  agenda = agenda_on (f, FIND (ACTIVITY, "Sang"), EVE);
  g_assert_cmpint (ENTRY (agenda)->start, ==, stafet_wall_new (EVE - 2, 600));
  g_assert_cmpint (ENTRY (agenda)->end, ==, stafet_wall_new (EVE - 2, 720));
}

RULE (a_date_cancelled_before_is_held_where_it_is_moved)
{
  add_song (f);
  done (f, stafet_use_cancel ("Sang", EVE, NONE, "Jul"));
  UNDOABLE (ANSWER (.series = "Sang", .date = EVE, .answer = STAFET_ANSWER_MOVE,
                    .start = stafet_wall_new (EVE - 1, 840)));
  g_assert_cmpint (status_on (f, FIND (ACTIVITY, "Sang"), EVE), ==, STAFET_STATUS_MOVED);
}

RULE (a_date_moved_to_another_holiday_is_held_there)
{
  add_song (f);
  UNDOABLE (ANSWER (.series = "Sang", .date = EVE, .answer = STAFET_ANSWER_MOVE,
                    .start = stafet_wall_new (EVE + 2, 840)));
  g_assert_cmpuint (up_for_review (f), ==, 0);
}

RULE (no_date_is_moved_to_where_it_is_cancelled)
{
  add_song (f);
  ADD (CLOSURE, "from=2026-12-22", "to=2026-12-22", "text=Personaledag", "house=Møllestien");
  PLAN_REFUSED (ANSWER (.series = "Sang", .date = EVE, .answer = STAFET_ANSWER_MOVE,
                        .start = stafet_wall_new (EVE - 2, 600)),
                STATE);
  g_assert_nonnull (strstr (f->message, "Personaledag"));
  EDIT (ACTIVITY, "Sang", "holidays=cancel");
  PLAN_REFUSED (ANSWER (.series = "Sang", .date = EVE, .answer = STAFET_ANSWER_MOVE,
                        .start = stafet_wall_new (EVE + 1, 600)),
                STATE);
}

RULE (a_room_taken_meanwhile_is_refused_unless_anyway)
{
  add_song (f);
  EDIT (ACTIVITY, "Sang", "room=Salen");
  PLAN_REFUSED (ANSWER (.series = "Sang", .date = EVE, .answer = STAFET_ANSWER_MOVE,
                        .start = stafet_wall_new (EVE - 2, 600)),
                CLASH);
  done (f, ANSWER (.series = "Sang", .date = EVE, .answer = STAFET_ANSWER_MOVE,
                   .start = stafet_wall_new (EVE - 2, 600), .anyway = TRUE));
  g_assert_cmpuint (f->warnings->len, ==, 1);
}

RULE (restored_on_a_holiday_that_asks_it_asks_no_more)
{
  add_song (f);
  done (f, stafet_use_cancel ("Sang", EVE, NONE, "Jul"));
  UNDOABLE (stafet_use_restore_date ("Sang", EVE));
  g_assert_cmpuint (up_for_review (f), ==, 0);
  PLAN_REFUSED (stafet_use_restore_date ("Sang", EVE), STATE);
}

RULE (one_answer_that_is_refused_refuses_all)
{
  const StafetAnswer answers[] = { { "Sang", EVE, STAFET_ANSWER_KEEP, NULL, 0, 0, FALSE },
                                   { "Sang", EVE + 1, STAFET_ANSWER_KEEP, NULL, 0, 0, FALSE } };

  add_song (f);
  PLAN_REFUSED (stafet_use_answer_review (answers, 2), NO_DATE);
  g_assert_cmpuint (up_for_review (f), ==, 1);
}

/* ——— Any review ——— */

static const char *const rules[] = { "FREQ=WEEKLY;BYDAY=TH", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO",
                                     "FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=2TH,4TH", "" };
static const char *const policies[] = { "keep", "cancel", "ask" };

#define PICK(array) ((array)[g_test_rand_int_range (0, G_N_ELEMENTS (array))])

static void
add_random (Fixture *f, int i)
{
  g_autofree char *title = g_strdup_printf ("title=Nr. %d", i);
  StafetDate first = TUESDAY + g_test_rand_int_range (0, 40);
  char start[STAFET_WALL_SIZE], end[STAFET_WALL_SIZE];
  g_autofree char *from =
    g_strconcat ("start=", stafet_wall_write (stafet_wall_new (first, 600), start), NULL);
  g_autofree char *to = g_strconcat ("end=", stafet_wall_write (stafet_wall_new (first, 660), end), NULL);
  g_autofree char *rule = g_strconcat ("rule=", PICK (rules), NULL);
  g_autofree char *holidays = g_strconcat ("holidays=", PICK (policies), NULL);
  g_autofree char *school = g_strconcat ("school_holidays=", PICK (policies), NULL);

  ADD (ACTIVITY, title, "house=Møllestien", from, to, rule, holidays, school);
}

static StafetAnswer
random_answer (const StafetEntry *entry)
{
  StafetAnswer answer = { .series = entry->series,
                          .date = entry->original,
                          .answer = (StafetAnswerKind) g_test_rand_int_range (0, 3),
                          .end = STAFET_WALL_NONE };

  /* A Wednesday in April: nothing is in the way there. */
  answer.start = stafet_wall_new (stafet_date_new (2027, 4, 7), g_test_rand_int_range (0, 1380));
  return answer;
}

static void
answer_all (Fixture *f)
{
  g_autoptr (StafetReview) found = review (f, TUESDAY, TUESDAY + 400);
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (StafetAnswer));
  g_autofree char *before = image_of_plan (f);

  for (guint i = 0; i < found->groups->len; i++)
    {
      const GArray *items = ((StafetReviewGroup *) g_ptr_array_index (found->groups, i))->items;

      for (guint j = 0; j < items->len; j++)
        {
          const StafetReviewItem *item = &g_array_index (items, StafetReviewItem, j);
          StafetAnswer answer = random_answer (item->entry);

          if (item->state == STAFET_REVIEW_ASK || g_test_rand_bit ())
            g_array_append_val (answers, answer);
        }
    }
  if (edit (f, stafet_use_answer_review ((StafetAnswer *) (gpointer) answers->data, answers->len)) > 0)
    assert_undoes_to (f, before);
}

RULE (a_review_answered_completely_leaves_nothing_up_for_review)
{
  add_song (f);
  ADD (CLOSURE, "from=2026-12-27", "to=2027-01-02", "text=Juleferie", "house=Møllestien");
  done (f, stafet_use_cancel ("Café", TUESDAY + 28, NONE, "Rørskade"));
  for (int i = 0; i < 6; i++)
    add_random (f, i);
  answer_all (f);
  g_assert_cmpuint (up_for_review (f), ==, 0);
  answer_all (f);
  g_assert_cmpuint (up_for_review (f), ==, 0);
}

/* The date of EVE is dropped on another day, 10–12. (transfer full) */
static StafetEdit *
drop (StafetDate day, gboolean anyway)
{
  StafetWall start = stafet_wall_new (day, 600), end = stafet_wall_new (day, 720);
  char buffer[STAFET_WALL_SIZE];
  g_autofree char *from = g_strconcat ("start=", stafet_wall_write (start, buffer), NULL);
  g_autofree char *to = g_strconcat ("end=", stafet_wall_write (end, buffer), NULL);

  return stafet_use_move_date (stafet_use_edit_on ("Sang", EVE, PAIRS (from, to), anyway), "Sang", EVE,
                               anyway);
}

RULE (what_is_dropped_on_a_closed_day_is_held_only_anyway)
{
  add_song (f);
  ADD (CLOSURE, "from=2026-12-22", "to=2026-12-22", "text=Personaledag", "house=Møllestien");
  PLAN_REFUSED (drop (EVE - 2, FALSE), CLASH);
  g_assert_nonnull (strstr (f->message, "Personaledag"));
  done (f, drop (EVE - 2, TRUE));
  g_assert_cmpint (status_on (f, FIND (ACTIVITY, "Sang"), EVE), ==, STAFET_STATUS_MOVED);
  g_assert_cmpuint (f->warnings->len, ==, 1);
  g_assert_nonnull (strstr (f->warnings->pdata[0], "Personaledag"));
  /* Back to an ordinary day nothing is in the way. */
  UNDOABLE (drop (EVE - 1, FALSE));
}

RULE (what_is_dropped_on_a_holiday_depends_on_its_policy)
{
  add_song (f);
  /* It asks, or is held: nothing cancels it there. */
  done (f, drop (EVE + 1, FALSE));
  EDIT (ACTIVITY, "Sang", "holidays=cancel");
  PLAN_REFUSED (drop (EVE + 2, FALSE), CLASH);
  UNDOABLE (drop (EVE + 2, TRUE));
  g_assert_cmpint (status_on (f, FIND (ACTIVITY, "Sang"), EVE), ==, STAFET_STATUS_MOVED);
}

RULE (what_is_held_once_is_looked_at_too)
{
  ADD (ACTIVITY, "title=Kor", "house=Møllestien", "start=2026-12-01T10:00", "end=2026-12-01T12:00");
  ADD (CLOSURE, "from=2026-12-22", "to=2026-12-22", "text=Personaledag", "house=Møllestien");
  PLAN_REFUSED (
    stafet_use_move_date (
      stafet_use_edit (STAFET_KIND_ACTIVITY, "Kor", PAIRS ("start=2026-12-22T10:00", "end=2026-12-22T12:00")),
      "Kor", EVE - 2, FALSE),
    CLASH);
  UNDOABLE (stafet_use_move_date (
    stafet_use_edit (STAFET_KIND_ACTIVITY, "Kor", PAIRS ("start=2026-12-22T10:00", "end=2026-12-22T12:00")),
    "Kor", EVE - 2, TRUE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/plan/use/review/kept", a_date_is_kept_after_review);
  TEST ("/plan/use/review/cancelled-with-the-name-of-the-holiday",
        a_date_is_cancelled_with_the_name_of_the_holiday);
  TEST ("/plan/use/review/moved", a_date_is_moved_and_lasts_as_long);
  TEST ("/plan/use/review/moved-after-it-was-cancelled", a_date_cancelled_before_is_held_where_it_is_moved);
  TEST ("/plan/use/review/moved-to-another-holiday", a_date_moved_to_another_holiday_is_held_there);
  TEST ("/plan/use/review/not-moved-to-where-it-is-cancelled", no_date_is_moved_to_where_it_is_cancelled);
  TEST ("/plan/use/review/dropped-on-a-closed-day", what_is_dropped_on_a_closed_day_is_held_only_anyway);
  TEST ("/plan/use/review/dropped-on-a-holiday", what_is_dropped_on_a_holiday_depends_on_its_policy);
  TEST ("/plan/use/review/held-once-and-dropped", what_is_held_once_is_looked_at_too);
  TEST ("/plan/use/review/a-taken-room", a_room_taken_meanwhile_is_refused_unless_anyway);
  TEST ("/plan/use/review/restored-it-asks-no-more", restored_on_a_holiday_that_asks_it_asks_no_more);
  TEST ("/plan/use/review/all-or-none", one_answer_that_is_refused_refuses_all);
  TEST ("/plan/use/review/nothing-is-left", a_review_answered_completely_leaves_nothing_up_for_review);
  return g_test_run ();
}
