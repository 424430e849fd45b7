/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the settling of what goes every other week: across a week 53, and across any date.
 */
#include "schedule/stafet-expand.h"
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define TURN (stafet_date_new (2027, 1, 4)) /* the Monday of week 1 */
#define EVEN STAFET_ALTERNATE_EVEN
#define ODD STAFET_ALTERNATE_ODD
#define FORTNIGHT STAFET_ALTERNATE_FORTNIGHT

/* "7/1 21/1 4/2": the first dates of a series from @from on that are held. (transfer full) */
static char *
dates (Fixture *f, const char *title, StafetDate from, guint n)
{
  GString *text = g_string_new (NULL);
  const GPtrArray *activities = all (f, STAFET_KIND_ACTIVITY);

  for (StafetDate date = from; n > 0 && date < from + 400; date++)
    for (guint i = 0; n > 0 && i < activities->len; i++)
      {
        StafetActivity *activity = g_ptr_array_index (activities, i);
        int month, day;

        if (strcmp (activity->title, title) != 0 || !stafet_expand_holds (&activity->timing, date))
          continue;
        stafet_date_split (date, NULL, &month, &day);
        g_string_append_printf (text, "%s%d/%d", text->len > 0 ? " " : "", day, month);
        n--;
      }
  return g_string_free (text, FALSE);
}

static void
assert_dates (Fixture *f, const char *title, StafetDate from, const char *expected)
{
  g_autofree char *text = dates (f, title, from, 4);

  g_assert_cmpstr (text, ==, expected);
}

static guint
count_titled (Fixture *f, const char *title)
{
  guint n = 0;

  for (guint i = 0; i < all (f, STAFET_KIND_ACTIVITY)->len; i++)
    n +=
      strcmp (((StafetActivity *) g_ptr_array_index (all (f, STAFET_KIND_ACTIVITY), i))->title, title) == 0;
  return n;
}

static void
add_thursdays (Fixture *f, const char *rule, const char *parity)
{
  ADD (ACTIVITY, "title=Krolf", "house=Møllestien", "start=2026-11-05T10:00", "end=2026-11-05T12:00", rule,
       parity);
  ADD (SHIFT, "role=Tovholder", "wanted=1", "activity=Krolf");
}

/* ——— The list ——— */

static StafetAlternation *
alternation (Fixture *f, int year)
{
  StafetAgendaQuery query = { 0 };

  return stafet_alternation_new (stafet_plan_get_snapshot (f->plan), &query, year);
}

static void
assert_listed (const GArray *found, const StafetDate *expected, guint n)
{
  g_assert_cmpuint (found->len, >=, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (found, StafetDate, i), ==, expected[i]);
}

RULE (after_a_week_53_the_two_ways_part)
{
  g_autoptr (StafetAlternation) found = NULL;
  const StafetDate by_week[] = { TURN + 3, TURN + 17 }, by_count[] = { TURN + 10, TURN + 24 };
  const StafetAlternating *item;

  add_thursdays (f, "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  found = alternation (f, 2027);
  g_assert_true (found->week_53);
  g_assert_cmpuint (found->items->len, ==, 1);
  item = g_ptr_array_index (found->items, 0);
  g_assert_cmpint (item->stands, ==, ODD);
  g_assert_cmpint (item->weeks, ==, ODD);
  g_assert_false (item->agree);
  assert_listed (item->by_week, by_week, 2);
  assert_listed (item->by_count, by_count, 2);
}

RULE (every_14_days_is_listed_the_same_way)
{
  g_autoptr (StafetAlternation) found = NULL;
  const StafetDate by_week[] = { TURN + 3, TURN + 17 }, by_count[] = { TURN + 10, TURN + 24 };
  const StafetAlternating *item;

  add_thursdays (f, "rule=FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "parity=");
  found = alternation (f, 2027);
  item = g_ptr_array_index (found->items, 0);
  g_assert_cmpint (item->stands, ==, FORTNIGHT);
  g_assert_cmpint (item->weeks, ==, ODD);
  assert_listed (item->by_week, by_week, 2);
  assert_listed (item->by_count, by_count, 2);
}

RULE (in_a_year_without_a_week_53_both_agree)
{
  g_autoptr (StafetAlternation) found = NULL;

  add_thursdays (f, "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  found = alternation (f, 2028);
  g_assert_false (found->week_53);
  g_assert_cmpuint (found->items->len, ==, 1);
  g_assert_true (((StafetAlternating *) g_ptr_array_index (found->items, 0))->agree);
}

/* Such a series would be gone for years without anybody having said so. */
RULE (what_is_written_both_ways_is_listed_and_settled)
{
  g_autoptr (StafetAlternation) found = NULL;
  const StafetAlternating *item;

  add_thursdays (f, "rule=FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "parity=odd");
  assert_dates (f, "Krolf", TURN - 14, "31/12");
  found = alternation (f, 2027);
  item = g_ptr_array_index (found->items, 0);
  g_assert_cmpint (item->stands, ==, STAFET_ALTERNATE_BOTH);
  g_assert_cmpint (item->weeks, ==, ODD);
  g_assert_false (item->agree);
  UNDOABLE (stafet_use_settle ("Krolf", FORTNIGHT, TURN, FALSE));
  assert_dates (f, "Krolf", TURN - 14, "31/12 14/1 28/1 11/2");
  done (f, stafet_edit_undo ());
  UNDOABLE (stafet_use_settle ("Krolf", ODD, TURN, FALSE));
  assert_dates (f, "Krolf", TURN - 14, "31/12 7/1 21/1 4/2");
  done (f, stafet_edit_undo ());
  UNDOABLE (stafet_use_settle ("Krolf", EVEN, TURN, FALSE));
  assert_dates (f, "Krolf", TURN - 14, "31/12 14/1 28/1 11/2");
  done (f, stafet_edit_undo ());
  EDIT (ACTIVITY, "Krolf", "until=2027-05-31");
  UNDOABLE (stafet_use_settle ("Krolf", FORTNIGHT, TURN, FALSE));
  done (f, stafet_edit_undo ());
  PLAN_REFUSED (stafet_use_settle ("Krolf", EVEN, TURN, FALSE), NO_DATE);
}

RULE (only_what_goes_on_over_the_new_year_is_listed)
{
  g_autoptr (StafetAlternation) found = NULL;

  add_thursdays (f, "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  EDIT (ACTIVITY, "Krolf", "until=2026-12-31");
  ADD (ACTIVITY, "title=Ny", "house=Møllestien", "start=2027-01-14T10:00", "end=2027-01-14T12:00",
       "rule=FREQ=WEEKLY;INTERVAL=2");
  found = alternation (f, 2027);
  g_assert_cmpuint (found->items->len, ==, 0);
}

RULE (standing_places_are_listed_unless_they_go_with_their_series)
{
  g_autoptr (StafetAlternation) found = NULL;
  g_autofree char *name = NULL;
  const StafetAlternating *item;

  done (f,
        stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_EVEN, 1, FALSE));
  add_thursdays (f, "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  done (f,
        stafet_use_assign_standing ("Tovholder", WHO ("Bent Krag"), NONE, NONE, STAFET_PARITY_ODD, 1, FALSE));
  found = alternation (f, 2027);
  g_assert_cmpuint (found->items->len, ==, 2);
  item = g_ptr_array_index (found->items, 0);
  name = stafet_alternating_name (found, item);
  g_assert_cmpstr (name, ==, "Lis Bæk · Servering");
  g_assert_cmpint (item->stands, ==, EVEN);
  g_assert_cmpint (g_array_index (item->by_week, StafetDate, 0), ==, TURN + 8);
  g_assert_cmpint (g_array_index (item->by_count, StafetDate, 0), ==, TURN + 1);
}

/* ——— Settled ——— */

RULE (odd_weeks_that_have_been_count_on_without_being_divided)
{
  add_thursdays (f, "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  UNDOABLE (stafet_use_settle ("Krolf", FORTNIGHT, TURN, FALSE));
  g_assert_cmpuint (count_titled (f, "Krolf"), ==, 1);
  assert_dates (f, "Krolf", TURN - 7, "31/12 14/1 28/1 11/2");
}

RULE (counting_becomes_odd_weeks_without_being_divided)
{
  add_thursdays (f, "rule=FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "parity=");
  UNDOABLE (stafet_use_settle ("Krolf", ODD, TURN, FALSE));
  g_assert_cmpuint (count_titled (f, "Krolf"), ==, 1);
  assert_dates (f, "Krolf", TURN - 7, "31/12 7/1 21/1 4/2");
}

RULE (other_weeks_divide_the_series)
{
  add_thursdays (f, "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  UNDOABLE (stafet_use_settle ("Krolf", EVEN, TURN, FALSE));
  g_assert_cmpuint (count_titled (f, "Krolf"), ==, 2);
  assert_dates (f, "Krolf", TURN - 20, "17/12 31/12 14/1 28/1");
}

RULE (a_year_after_the_week_53_counting_divides_it)
{
  add_thursdays (f, "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  stafet_clock_set_now (f->clock, stafet_wall_new (TURN + 40, 480));
  UNDOABLE (stafet_use_settle ("Krolf", FORTNIGHT, TURN + 60, FALSE));
  g_assert_cmpuint (count_titled (f, "Krolf"), ==, 2);
  assert_dates (f, "Krolf", TURN + 45, "18/2 4/3 18/3 1/4");
}

RULE (what_stands_that_way_already_is_left_alone)
{
  add_thursdays (f, "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  unchanged (f, stafet_use_settle ("Krolf", ODD, TURN, FALSE));
  PLAN_REFUSED (stafet_use_settle ("Café", ODD, TURN, FALSE), STATE);
  EDIT (ACTIVITY, "Krolf", "until=2026-12-31");
  PLAN_REFUSED (stafet_use_settle ("Krolf", FORTNIGHT, TURN, FALSE), NO_DATE);
  PLAN_REFUSED (stafet_use_settle ("Ingen", FORTNIGHT, TURN, FALSE), UNKNOWN);
}

RULE (who_stood_in_all_its_weeks_still_does_from_its_first_date)
{
  add_thursdays (f, "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  done (f,
        stafet_use_assign_standing ("Tovholder", WHO ("Bent Krag"), NONE, NONE, STAFET_PARITY_ODD, 1, FALSE));
  UNDOABLE (stafet_use_settle ("Krolf", EVEN, TURN + 7, FALSE));
  assert_staffed (f, f->created, TURN + 10, "Bent Krag standing 1");
  assert_staffed (f, f->created, TURN + 24, "Bent Krag standing 1");
}

/* From odd to even weeks the first new date may lie before the first old one. */
RULE (who_stands_on_every_date_stands_on_the_first_new_one_too)
{
  add_thursdays (f, "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  done (
    f, stafet_use_assign_standing ("Tovholder", WHO ("Bent Krag"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  done (f, stafet_use_assign_standing ("Tovholder", WHO ("Lis Bæk"), TURN + 17, NONE, STAFET_PARITY_NONE, 1,
                                       TRUE));
  UNDOABLE (stafet_use_settle ("Krolf", EVEN, TURN + 7, TRUE));
  assert_staffed (f, f->created, TURN + 10, "Bent Krag standing 1");
  assert_staffed (f, f->created, TURN + 24, "Bent Krag standing 1, Lis Bæk standing 1");
}

RULE (what_is_known_of_a_date_stays_on_its_date)
{
  add_thursdays (f, "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  done (f, stafet_use_cancel ("Krolf", TURN + 17, NONE, "Rejse"));
  done (f, stafet_use_assign ("Tovholder", WHO ("Lis Bæk"), TURN + 3, FALSE, FALSE));
  UNDOABLE (stafet_use_settle ("Krolf", FORTNIGHT, TURN + 14, FALSE));
  assert_dates (f, "Krolf", TURN, "7/1 21/1 4/2 18/2");
  g_assert_cmpuint (all (f, STAFET_KIND_ASSIGNMENT)->len, ==, 1);
  UNDOABLE (stafet_use_settle (f->created, EVEN, TURN + 14, FALSE));
  g_assert_cmpuint (all (f, STAFET_KIND_EXCEPTION)->len, ==, 1);
}

RULE (a_promise_on_a_date_that_is_gone_is_told)
{
  add_thursdays (f, "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  done (f, stafet_use_assign ("Tovholder", WHO ("Lis Bæk"), TURN + 3, FALSE, FALSE));
  done (f, stafet_use_settle ("Krolf", FORTNIGHT, TURN, FALSE));
  g_assert_cmpuint (f->warnings->len, ==, 1);
}

RULE (a_room_that_is_taken_in_the_new_weeks_is_refused_unless_anyway)
{
  add_thursdays (f, "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  EDIT (ACTIVITY, "Krolf", "room=Salen");
  ADD (ACTIVITY, "title=Banko", "house=Møllestien", "start=2027-01-14T10:00", "end=2027-01-14T12:00",
       "room=Salen");
  PLAN_REFUSED (stafet_use_settle ("Krolf", FORTNIGHT, TURN, FALSE), CLASH);
  UNDOABLE (stafet_use_settle ("Krolf", FORTNIGHT, TURN, TRUE));
}

RULE (a_standing_place_is_settled_by_itself)
{
  StafetUid place;

  done (f,
        stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_EVEN, 1, FALSE));
  place = ((StafetRecord *) g_ptr_array_index (all (f, STAFET_KIND_STANDING), 0))->uid;
  UNDOABLE (stafet_use_settle (place, FORTNIGHT, TURN, FALSE));
  assert_staffed (f, "Café", TURN - 13, "Lis Bæk standing 1");
  assert_staffed (f, "Café", TURN - 6, "");
  assert_staffed (f, "Café", TURN + 1, "Lis Bæk standing 1");
  assert_staffed (f, "Café", TURN + 8, "");
  assert_staffed (f, "Café", TURN + 15, "Lis Bæk standing 1");
}

RULE (a_counted_place_goes_on_by_the_week)
{
  StafetUid place;

  done (f, stafet_use_assign_standing ("Servering", WHO ("Lis Bæk"), TUESDAY, NONE, STAFET_PARITY_NONE, 2,
                                       FALSE));
  place = ((StafetRecord *) g_ptr_array_index (all (f, STAFET_KIND_STANDING), 0))->uid;
  UNDOABLE (stafet_use_settle (place, EVEN, TURN, FALSE));
  assert_staffed (f, "Café", TURN - 13, "Lis Bæk standing 1");
  assert_staffed (f, "Café", TURN + 1, "");
  assert_staffed (f, "Café", TURN + 8, "Lis Bæk standing 1");
  PLAN_REFUSED (stafet_use_settle ("Nattevagt", EVEN, TURN, FALSE), STATE);
}

/* ——— Any series, any date ——— */

static const char *const days[] = { "", ";BYDAY=TH", ";BYDAY=MO,TH", ";BYDAY=TU,SA,SU" };
static const char *const seasons[] = { "season=", "season=", "season=09-01/05-31", "season=12-20/01-10" };

#define PICK(array) ((array)[g_test_rand_int_range (0, G_N_ELEMENTS (array))])

static char *
all_dates (Fixture *f, StafetDate from, StafetDate to)
{
  GString *text = g_string_new (NULL);

  for (StafetDate date = from; date <= to; date++)
    for (guint i = 0; i < all (f, STAFET_KIND_ACTIVITY)->len; i++)
      {
        StafetActivity *activity = g_ptr_array_index (all (f, STAFET_KIND_ACTIVITY), i);

        if (strcmp (activity->title, "Krolf") == 0 && stafet_expand_holds (&activity->timing, date))
          g_string_append_printf (text, "%d ", date - TURN);
      }
  return g_string_free (text, FALSE);
}

static gboolean
append_cb (StafetDate date, gpointer data)
{
  g_string_append_printf (data, "%d ", date - TURN);
  return TRUE;
}

static void
add_any (Fixture *f, StafetDate first)
{
  gboolean counts = g_test_rand_bit ();
  char start[STAFET_WALL_SIZE], end[STAFET_WALL_SIZE];
  g_autofree char *from =
    g_strconcat ("start=", stafet_wall_write (stafet_wall_new (first, 600), start), NULL);
  g_autofree char *to = g_strconcat ("end=", stafet_wall_write (stafet_wall_new (first, 720), end), NULL);
  g_autofree char *rule = g_strconcat ("rule=FREQ=WEEKLY", counts ? ";INTERVAL=2" : "", PICK (days), NULL);
  gboolean both = counts && g_test_rand_int_range (0, 4) == 0;
  gboolean even = both ? stafet_date_iso_week (first, NULL) % 2 == 0 : g_test_rand_bit ();
  const char *parity = counts && !both ? "parity=" : even ? "parity=even" : "parity=odd";

  ADD (ACTIVITY, "title=Krolf", "house=Møllestien", from, to, rule, parity, PICK (seasons),
       g_test_rand_bit () ? "skip_weeks=2,7" : "skip_weeks=");
  ADD (SHIFT, "role=Tovholder", "wanted=1", "activity=Krolf");
}

/* In all the weeks of the series, written in one way or another. */
static void
stand_in_all (Fixture *f)
{
  const StafetTiming *timing = &((StafetActivity *) FIND (ACTIVITY, "Krolf"))->timing;
  gboolean plain = g_test_rand_bit (), counts = timing->parsed.interval == 2;

  done (f, stafet_use_assign_standing (
             "Tovholder", WHO ("Bent Krag"), counts && !plain ? timing->first_date : NONE, NONE,
             plain || counts ? STAFET_PARITY_NONE : timing->parity, counts && !plain ? 2 : 1, FALSE));
}

static void
assert_stands_on_all (Fixture *f, StafetDate from, StafetDate to)
{
  for (guint i = 0; i < all (f, STAFET_KIND_ACTIVITY)->len; i++)
    {
      StafetActivity *activity = g_ptr_array_index (all (f, STAFET_KIND_ACTIVITY), i);

      for (StafetDate date = from; strcmp (activity->title, "Krolf") == 0 && date <= to; date++)
        if (stafet_expand_holds (&activity->timing, date))
          {
            g_autofree char *there = staffed (f, &activity->parent, date);

            g_assert_cmpstr (there, ==, "Bent Krag standing 1");
          }
    }
}

static void
settle_any (Fixture *f)
{
  StafetDate first = TURN - g_test_rand_int_range (1, 60), from = TURN + g_test_rand_int_range (-40, 80);
  StafetAlternateWay way = (StafetAlternateWay) g_test_rand_int_range (0, 3), stands;
  StafetTiming old, next;
  StafetDate begins;
  g_autofree char *before = NULL, *image = NULL, *kept = NULL, *after = NULL;
  g_autoptr (GString) expected = g_string_new (NULL);

  add_any (f, first);
  stand_in_all (f);
  old = ((StafetActivity *) FIND (ACTIVITY, "Krolf"))->timing;
  g_assert_true (stafet_alternate_timing_way (&old, &stands));
  begins = stafet_alternate_convert (&old, way, from, &next);
  before = all_dates (f, first - 7, from - 1);
  if (way == stands)
    stafet_expand_timing (&old, from, from + 700, append_cb, expected);
  else
    stafet_expand_timing (&next, begins, from + 700, append_cb, expected);
  image = image_of_plan (f);
  if (edit (f, stafet_use_settle ("Krolf", way, from, FALSE)) > 0)
    assert_undoes_to (f, image);
  kept = all_dates (f, first - 7, from - 1);
  after = all_dates (f, from, from + 700);
  g_assert_cmpstr (kept, ==, before);
  g_assert_cmpstr (after, ==, expected->str);
  assert_stands_on_all (f, first - 7, from + 400);
}

RULE (settling_neither_loses_nor_doubles_a_date)
{
  for (int i = 0; i < 25; i++)
    {
      settle_any (f);
      while (count_titled (f, "Krolf") > 0)
        done (f, stafet_edit_undo ());
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/schedule/alternate/after-a-week-53", after_a_week_53_the_two_ways_part);
  TEST ("/schedule/alternate/every-14-days", every_14_days_is_listed_the_same_way);
  TEST ("/schedule/alternate/without-a-week-53-both-agree", in_a_year_without_a_week_53_both_agree);
  TEST ("/schedule/alternate/written-both-ways", what_is_written_both_ways_is_listed_and_settled);
  TEST ("/schedule/alternate/only-what-goes-on", only_what_goes_on_over_the_new_year_is_listed);
  TEST ("/schedule/alternate/standing-places", standing_places_are_listed_unless_they_go_with_their_series);
  TEST ("/plan/use/settle/odd-weeks-count-on", odd_weeks_that_have_been_count_on_without_being_divided);
  TEST ("/plan/use/settle/counting-becomes-odd-weeks", counting_becomes_odd_weeks_without_being_divided);
  TEST ("/plan/use/settle/other-weeks-divide", other_weeks_divide_the_series);
  TEST ("/plan/use/settle/later-counting-divides", a_year_after_the_week_53_counting_divides_it);
  TEST ("/plan/use/settle/what-stands-is-left-alone", what_stands_that_way_already_is_left_alone);
  TEST ("/plan/use/settle/who-stood-in-all-its-weeks",
        who_stood_in_all_its_weeks_still_does_from_its_first_date);
  TEST ("/plan/use/settle/the-first-new-date", who_stands_on_every_date_stands_on_the_first_new_one_too);
  TEST ("/plan/use/settle/single-dates-stay", what_is_known_of_a_date_stays_on_its_date);
  TEST ("/plan/use/settle/a-lost-promise-is-told", a_promise_on_a_date_that_is_gone_is_told);
  TEST ("/plan/use/settle/a-taken-room", a_room_that_is_taken_in_the_new_weeks_is_refused_unless_anyway);
  TEST ("/plan/use/settle/a-standing-place", a_standing_place_is_settled_by_itself);
  TEST ("/plan/use/settle/a-counted-place", a_counted_place_goes_on_by_the_week);
  TEST ("/plan/use/settle/neither-loses-nor-doubles", settling_neither_loses_nor_doubles_a_date);
  return g_test_run ();
}
