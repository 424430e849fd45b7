/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the season assistant: which series are copied, to which dates, with what, and as one change.
 */
#include "plan/stafet-use-season.h"
#include "schedule/stafet-expand.h"
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define DAY(year, month, day) (stafet_date_new (year, month, day))
/* The spring of 2027 to its autumn. */
static StafetSeasonWish
wish (void)
{
  return (StafetSeasonWish){ { DAY (2027, 1, 4), DAY (2027, 5, 31), DAY (2027, 8, 16), DAY (2027, 12, 17) },
                             TRUE,
                             FALSE };
}

static StafetEdit *
copy_one (const StafetSeasonWish *asked, const char *series, const char *const *pairs, gboolean anyway)
{
  const StafetSeasonLine line = { series, pairs, anyway };

  return stafet_use_copy_season (asked, &line, 1);
}

static void
spring (Fixture *f, const char *title, const char *first, const char *rule, const char *parity)
{
  g_autofree char *name = g_strconcat ("title=", title, NULL);
  g_autofree char *start = g_strdup_printf ("start=%sT14:00", first);
  g_autofree char *end = g_strdup_printf ("end=%sT16:00", first);

  ADD (ACTIVITY, name, "house=Møllestien", start, end, rule, parity,
       *rule != '\0' && strcmp (rule, "rule=") != 0 ? "until=2027-05-31" : "until=");
}

static StafetUid
uid_of (Fixture *f, const char *title)
{
  return ((StafetRecord *) FIND (ACTIVITY, title))->uid;
}

static void
assert_first (Fixture *f, const char *title, StafetDate expected)
{
  StafetSeasonWish asked = wish ();
  StafetSeasonChoice choice;

  g_assert_true (
    stafet_season_judge (stafet_plan_get_snapshot (f->plan), FIND (ACTIVITY, title), &asked.span, &choice));
  g_assert_cmpint (stafet_wall_date (choice.start), ==, expected);
}

static StafetSeasonState
state_of (Fixture *f, const char *title)
{
  StafetSeasonWish asked = wish ();
  StafetSeasonChoice choice;

  g_assert_true (
    stafet_season_judge (stafet_plan_get_snapshot (f->plan), FIND (ACTIVITY, title), &asked.span, &choice));
  return choice.state;
}

/* ——— When ——— */

RULE (each_rhythm_goes_on_in_step)
{
  spring (f, "Lige", "2027-01-14", "rule=FREQ=WEEKLY;BYDAY=TH", "parity=even");
  spring (f, "Ulige", "2027-01-07", "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  spring (f, "Tæller", "2027-01-07", "rule=FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "parity=");
  spring (f, "Måned", "2027-01-14", "rule=FREQ=MONTHLY;BYDAY=2TH,4TH", "parity=");
  spring (f, "Sidste", "2027-01-31", "rule=FREQ=MONTHLY;BYDAY=-1SU", "parity=");
  spring (f, "Kvartal", "2027-02-10", "rule=FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10", "parity=");
  assert_first (f, "Lige", DAY (2027, 8, 26));
  assert_first (f, "Ulige", DAY (2027, 8, 19));
  assert_first (f, "Tæller", DAY (2027, 8, 19));
  assert_first (f, "Måned", DAY (2027, 8, 26));
  assert_first (f, "Sidste", DAY (2027, 8, 29));
  assert_first (f, "Kvartal", DAY (2027, 11, 10));
}

RULE (a_one_off_keeps_its_weekday_and_its_week_of_the_season)
{
  spring (f, "Fest", "2027-01-23", "rule=", "parity=");
  spring (f, "Sommerfest", "2027-05-29", "rule=", "parity=");
  assert_first (f, "Fest", DAY (2027, 9, 4));
  g_assert_cmpint (state_of (f, "Sommerfest"), ==, STAFET_SEASON_NO_DATE);
}

RULE (what_has_no_date_may_be_given_one)
{
  StafetSeasonWish asked = wish ();

  spring (f, "Sommerfest", "2027-05-29", "rule=", "parity=");
  PLAN_REFUSED (copy_one (&asked, "Sommerfest", NULL, FALSE), STATE);
  UNDOABLE (copy_one (&asked, "Sommerfest", PAIRS ("start=2027-12-11T14:00"), FALSE));
}

static gboolean
append_cb (StafetDate date, gpointer data)
{
  g_array_append_val ((GArray *) data, date);
  return TRUE;
}

static const char *const any_rules[] = { "FREQ=WEEKLY",
                                         "FREQ=WEEKLY;BYDAY=MO,TH",
                                         "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU",
                                         "FREQ=WEEKLY;INTERVAL=3",
                                         "FREQ=DAILY;INTERVAL=5",
                                         "FREQ=MONTHLY;BYDAY=2TH,4TH",
                                         "FREQ=MONTHLY;INTERVAL=2",
                                         "FREQ=MONTHLY;BYMONTHDAY=-1,15",
                                         "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
                                         "FREQ=YEARLY;BYMONTH=3,9;BYDAY=1WE" };

#define PICK(array) ((array)[g_test_rand_int_range (0, G_N_ELEMENTS (array))])

/* Whatever the rule: the copy's dates are those that the source would have had there. */
RULE (a_copy_keeps_weekday_time_and_rhythm)
{
  StafetSeasonWish asked = wish ();

  g_assert_nonnull (f->plan);
  for (int i = 0; i < 60; i++)
    {
      g_autoptr (StafetRecord) source = stafet_record_new (STAFET_KIND_ACTIVITY, NULL);
      const char *rule = PICK (any_rules);
      gboolean weekly = strcmp (rule, "FREQ=WEEKLY") == 0;
      StafetTiming *timing = &((StafetActivity *) source)->timing, copy, endless;
      StafetDate first = asked.span.from + g_test_rand_int_range (0, 60);
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (StafetDate));
      g_autoptr (GArray) got = g_array_new (FALSE, FALSE, sizeof (StafetDate));

      timing->start = stafet_wall_new (first, g_test_rand_int_range (0, 1300));
      timing->end = timing->start + 90;
      timing->rule = g_strdup (rule);
      timing->parity = weekly ? g_test_rand_int_range (-1, 2) : STAFET_PARITY_NONE;
      timing->until = asked.span.to;
      stafet_timing_derive (timing);
      endless = *timing;
      endless.last_date = G_MAXINT32;
      stafet_expand_timing (&endless, asked.span.into, asked.span.until, append_cb, expected);
      if (!stafet_season_copy_timing (timing, &asked.span, &copy))
        {
          g_assert_cmpuint (expected->len, ==, 0);
          continue;
        }
      stafet_expand_timing (&copy, copy.first_date, copy.last_date, append_cb, got);
      g_assert_cmpmem (got->data, got->len * sizeof (StafetDate), expected->data,
                       expected->len * sizeof (StafetDate));
      g_assert_cmpint (stafet_wall_minutes (copy.start), ==, stafet_wall_minutes (timing->start));
      g_assert_cmpint (copy.end - copy.start, ==, 90);
    }
}

/* ——— Which ——— */

RULE (what_goes_on_by_itself_is_not_copied)
{
  StafetSeasonWish asked = wish ();

  g_assert_cmpint (state_of (f, "Café"), ==, STAFET_SEASON_GOES_ON);
  PLAN_REFUSED (copy_one (&asked, "Café", NULL, TRUE), STATE);
}

RULE (what_is_copied_once_is_not_copied_again)
{
  StafetSeasonWish asked = wish ();
  StafetUid sang;

  spring (f, "Sang", "2027-01-07", "rule=FREQ=WEEKLY;BYDAY=TH", "parity=");
  sang = uid_of (f, "Sang");
  UNDOABLE (copy_one (&asked, sang, NULL, FALSE));
  PLAN_REFUSED (copy_one (&asked, sang, NULL, TRUE), STATE);
}

RULE (of_a_divided_series_the_newer_is_the_one)
{
  StafetSeasonWish asked = wish ();
  StafetAgendaQuery query = { .house = ((StafetRecord *) FIND (HOUSE, "Møllestien"))->uid };
  g_autoptr (GArray) choices = NULL;
  guint ready = 0;

  spring (f, "Sang", "2027-01-07", "rule=FREQ=WEEKLY;BYDAY=TH", "parity=");
  done (f, stafet_use_edit_following ("Sang", DAY (2027, 3, 4), PAIRS ("room=Salen"), FALSE));
  choices = stafet_season_find (stafet_plan_get_snapshot (f->plan), &query, &asked.span);
  for (guint i = 0; i < choices->len; i++)
    {
      const StafetSeasonChoice *choice = &g_array_index (choices, StafetSeasonChoice, i);

      if (choice->state == STAFET_SEASON_READY)
        g_assert_nonnull (((StafetActivity *) choice->series)->room);
      ready += choice->state == STAFET_SEASON_READY;
    }
  g_assert_cmpuint (ready, ==, 1);
}

RULE (other_houses_and_drafts_are_not_listed)
{
  StafetSeasonWish asked = wish ();
  StafetAgendaQuery query = { .house = ((StafetRecord *) FIND (HOUSE, "Skovvang"))->uid };
  g_autoptr (GArray) choices = NULL;

  spring (f, "Sang", "2027-01-07", "rule=FREQ=WEEKLY;BYDAY=TH", "parity=");
  choices = stafet_season_find (stafet_plan_get_snapshot (f->plan), &query, &asked.span);
  g_assert_cmpuint (choices->len, ==, 1); /* the night watch */
  EDIT (ACTIVITY, "Sang", "draft=yes", "house=Skovvang");
  g_array_unref (choices);
  choices = stafet_season_find (stafet_plan_get_snapshot (f->plan), &query, &asked.span);
  g_assert_cmpuint (choices->len, ==, 1);
}

/* ——— With what ——— */

static void
add_song (Fixture *f)
{
  spring (f, "Sang", "2027-01-07", "rule=FREQ=WEEKLY;BYDAY=TH", "parity=");
  EDIT (ACTIVITY, "Sang", "room=Salen", "season=09-01/05-31", "skip_weeks=7,42", "public_text=Syng = glæde",
        "counts_hours=no", "category=music", "lead=Åse Kjær");
  ADD (SHIFT, "role=Sanger", "wanted=3", "max=4", "activity=Sang", "start_offset=-15");
  ADD (STOP, "activity=Sang", "ward=B.1", "from_minute=0", "to_minute=30");
}

RULE (shifts_stops_and_everything_else_come_along)
{
  StafetSeasonWish asked = wish ();
  StafetActivity *copy;
  const GPtrArray *parts;

  add_song (f);
  UNDOABLE (copy_one (&asked, uid_of (f, "Sang"), NULL, FALSE));
  copy = stafet_snapshot_get (stafet_plan_get_snapshot (f->plan), STAFET_KIND_ACTIVITY, f->created);
  g_assert_cmpint (copy->timing.first_date, ==, DAY (2027, 9, 2));
  g_assert_cmpint (copy->timing.until, ==, DAY (2027, 12, 17));
  g_assert_cmpstr (copy->timing.skip_weeks, ==, "7,42");
  g_assert_cmpstr (copy->public_text, ==, "Syng = glæde");
  g_assert_false (copy->counts_hours);
  g_assert_false (copy->draft);
  g_assert_nonnull (copy->lead);
  parts = stafet_snapshot_index (stafet_plan_get_snapshot (f->plan), STAFET_INDEX_SHIFT_BY_ACTIVITY,
                                 copy->parent.uid);
  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_cmpint (((StafetShift *) g_ptr_array_index (parts, 0))->start_offset, ==, -15);
  g_assert_nonnull (((StafetShift *) g_ptr_array_index (parts, 0))->split_from);
  parts = stafet_snapshot_index (stafet_plan_get_snapshot (f->plan), STAFET_INDEX_STOP_BY_ACTIVITY,
                                 copy->parent.uid);
  g_assert_cmpuint (parts->len, ==, 1);
}

RULE (who_stood_at_the_end_stands_on_the_copy)
{
  StafetSeasonWish asked = wish ();

  add_song (f);
  done (f, stafet_use_assign_standing ("Sanger", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  done (f, stafet_use_assign_standing ("Sanger", WHO ("Bent Krag"), NONE, DAY (2027, 3, 1),
                                       STAFET_PARITY_NONE, 1, FALSE));
  done (f, stafet_use_assign_standing ("Sanger", WHO ("Åse Kjær"), DAY (2027, 1, 14), NONE,
                                       STAFET_PARITY_NONE, 2, FALSE));
  UNDOABLE (copy_one (&asked, uid_of (f, "Sang"), NULL, FALSE));
  assert_staffed (f, f->created, DAY (2027, 9, 2), "Lis Bæk standing 1");
  assert_staffed (f, f->created, DAY (2027, 9, 9), "Lis Bæk standing 1, Åse Kjær standing 1");
}

RULE (without_people_nobody_stands_there)
{
  StafetSeasonWish asked = wish ();

  asked.people = FALSE;
  asked.drafts = TRUE;
  add_song (f);
  done (f, stafet_use_assign_standing ("Sanger", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  UNDOABLE (copy_one (&asked, uid_of (f, "Sang"), NULL, FALSE));
  assert_staffed (f, f->created, DAY (2027, 9, 2), "");
  g_assert_true (((StafetActivity *) stafet_snapshot_get (stafet_plan_get_snapshot (f->plan),
                                                          STAFET_KIND_ACTIVITY, f->created))
                   ->draft);
}

RULE (a_shift_that_stands_alone_is_copied_too)
{
  StafetSeasonWish asked = wish ();
  StafetShift *copy;

  ADD (SHIFT, "role=Kaffevagt", "wanted=1", "house=Møllestien", "start=2027-02-01T09:00",
       "end=2027-02-01T12:00", "rule=FREQ=WEEKLY", "until=2027-05-31");
  done (f,
        stafet_use_assign_standing ("Kaffevagt", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  UNDOABLE (copy_one (&asked, ((StafetRecord *) FIND (SHIFT, "Kaffevagt"))->uid, NULL, FALSE));
  copy = stafet_snapshot_get (stafet_plan_get_snapshot (f->plan), STAFET_KIND_SHIFT, f->created);
  g_assert_cmpint (copy->timing.first_date, ==, DAY (2027, 8, 16));
  assert_staffed (f, f->created, DAY (2027, 8, 16), "Lis Bæk standing 1");
}

RULE (first_date_time_and_room_may_be_others)
{
  StafetSeasonWish asked = wish ();
  StafetActivity *copy;

  spring (f, "Sang", "2027-01-07", "rule=FREQ=WEEKLY;BYDAY=TH", "parity=");
  UNDOABLE (
    copy_one (&asked, uid_of (f, "Sang"), PAIRS ("start=2027-09-07T10:00", "room=Værkstedet"), FALSE));
  copy = stafet_snapshot_get (stafet_plan_get_snapshot (f->plan), STAFET_KIND_ACTIVITY, f->created);
  g_assert_cmpstr (copy->timing.rule, ==, "FREQ=WEEKLY;BYDAY=TU");
  g_assert_cmpint (copy->timing.end - copy->timing.start, ==, 120);
  g_assert_nonnull (copy->room);
  g_assert_true (stafet_expand_holds (&copy->timing, DAY (2027, 9, 14)));
}

/* ——— Tried, and written ——— */

RULE (a_clash_is_told_and_refused_unless_anyway)
{
  StafetSeasonWish asked = wish ();
  const StafetSeasonLine line = { "Sang", NULL, FALSE };
  g_autoptr (StafetSeasonTrial) trial = NULL;
  const StafetSeasonTrialLine *told;
  g_autofree char *before = NULL, *after = NULL;

  add_song (f);
  ADD (ACTIVITY, "title=Banko", "house=Møllestien", "start=2027-10-07T14:00", "end=2027-10-07T16:00",
       "room=Salen");
  before = image_of_plan (f);
  trial = stafet_season_try (f->plan, &asked, &line, 1);
  after = image_of_plan (f);
  g_assert_cmpstr (before, ==, after);
  told = g_ptr_array_index (trial->lines, 0);
  g_assert_true (told->clashes);
  g_assert_null (told->copy);
  g_assert_cmpuint (told->notes->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (told->notes, 0), "Banko"));
  g_assert_cmpuint (told->dates->len, ==, 15);
  PLAN_REFUSED (copy_one (&asked, "Sang", NULL, FALSE), CLASH);
  UNDOABLE (copy_one (&asked, "Sang", PAIRS ("room=Værkstedet"), FALSE));
  done (f, stafet_edit_undo ());
  UNDOABLE (copy_one (&asked, "Sang", NULL, TRUE));
}

RULE (copies_that_meet_each_other_clash)
{
  StafetSeasonWish asked = wish ();
  StafetSeasonLine lines[] = { { "Sang", NULL, FALSE }, { "Krolf", NULL, FALSE } };
  g_autoptr (StafetSeasonTrial) trial = NULL;

  add_song (f);
  ADD (ACTIVITY, "title=Krolf", "house=Møllestien", "start=2027-01-07T14:00", "end=2027-01-07T16:00",
       "rule=FREQ=WEEKLY", "until=2027-05-31");
  done (f, stafet_use_edit_anyway (STAFET_KIND_ACTIVITY, "Krolf", PAIRS ("room=Salen")));
  trial = stafet_season_try (f->plan, &asked, lines, 2);
  g_assert_false (((StafetSeasonTrialLine *) g_ptr_array_index (trial->lines, 0))->clashes);
  g_assert_true (((StafetSeasonTrialLine *) g_ptr_array_index (trial->lines, 1))->clashes);
  PLAN_REFUSED (stafet_use_copy_season (&asked, lines, 2), CLASH);
  lines[1].anyway = TRUE;
  UNDOABLE (stafet_use_copy_season (&asked, lines, 2));
}

RULE (who_has_stopped_or_is_away_is_told)
{
  StafetSeasonWish asked = wish ();
  const StafetSeasonLine line = { "Sang", NULL, FALSE };
  g_autoptr (StafetSeasonTrial) trial = NULL;
  const StafetSeasonPerson *person;

  add_song (f);
  done (f, stafet_use_assign_standing ("Sanger", WHO ("Lis Bæk"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  done (f, stafet_use_assign_standing ("Sanger", WHO ("Åse Kjær"), NONE, NONE, STAFET_PARITY_NONE, 1, FALSE));
  EDIT (VOLUNTEER, "Åse Kjær", "status=stopped");
  ADD (ABSENCE, "volunteer=Lis Bæk", "from=2027-09-01", "to=2027-09-12");
  trial = stafet_season_try (f->plan, &asked, &line, 1);
  person =
    (const StafetSeasonPerson *) (gpointer) ((StafetSeasonTrialLine *) g_ptr_array_index (trial->lines, 0))
      ->people->data;
  g_assert_cmpstr (person[0].volunteer->name, ==, "Lis Bæk");
  g_assert_cmpint (person[0].trouble, ==, STAFET_SEASON_AWAY);
  g_assert_cmpuint (person[0].n_away, ==, 2);
  g_assert_cmpstr (person[1].volunteer->name, ==, "Åse Kjær");
  g_assert_cmpint (person[1].trouble, ==, STAFET_SEASON_STOPPED);
  UNDOABLE (stafet_use_copy_season (&asked, &line, 1));
  g_assert_null (((StafetActivity *) stafet_snapshot_get (stafet_plan_get_snapshot (f->plan),
                                                          STAFET_KIND_ACTIVITY, f->created))
                   ->lead);
}

RULE (dates_on_holidays_and_closures_are_told)
{
  StafetSeasonWish asked = wish ();
  const StafetSeasonLine line = { "Sang", NULL, FALSE };
  g_autoptr (StafetSeasonTrial) trial = NULL;
  const GArray *meetings;

  add_song (f);
  ADD (CLOSURE, "from=2027-10-07", "to=2027-10-07", "text=Personaledag", "house=Møllestien");
  trial = stafet_season_try (f->plan, &asked, &line, 1);
  meetings = ((StafetSeasonTrialLine *) g_ptr_array_index (trial->lines, 0))->meetings;
  g_assert_cmpuint (meetings->len, ==, 1);
  g_assert_cmpint (g_array_index (meetings, StafetSeasonMeeting, 0).date, ==, DAY (2027, 10, 7));
  g_assert_cmpint (g_array_index (meetings, StafetSeasonMeeting, 0).state, ==, STAFET_REVIEW_CLOSED);
}

RULE (many_copies_are_one_change_that_says_so)
{
  StafetSeasonWish asked = wish ();
  StafetSeasonLine lines[] = { { "A", NULL, FALSE }, { "B", NULL, FALSE }, { "Fest", NULL, FALSE } };
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetOutcome) outcome = NULL;
  g_autofree char *before = NULL;

  spring (f, "A", "2027-01-07", "rule=FREQ=WEEKLY;BYDAY=TH", "parity=odd");
  spring (f, "B", "2027-01-11", "rule=FREQ=MONTHLY;BYDAY=2MO", "parity=");
  spring (f, "Fest", "2027-02-06", "rule=", "parity=");
  before = image_of_plan (f);
  outcome = stafet_plan_edit (f->plan, stafet_use_copy_season (&asked, lines, 3), &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (outcome->label, "3"));
  g_assert_nonnull (strstr (outcome->label, "2027"));
  assert_undoes_to (f, before);
}

/* ——— Any season ——— */

static void
add_any (Fixture *f, int i, GPtrArray *titles)
{
  char *title = g_strdup_printf ("Nr. %d", i);
  g_autofree char *name = g_strconcat ("title=", title, NULL), *rule = NULL, *shift = NULL, *role = NULL;
  StafetDate first = DAY (2027, 1, 4) + g_test_rand_int_range (0, 40);
  StafetWall at = stafet_wall_new (first, 480 + 30 * g_test_rand_int_range (0, 16));
  char start[STAFET_WALL_SIZE], end[STAFET_WALL_SIZE];
  g_autofree char *from = g_strconcat ("start=", stafet_wall_write (at, start), NULL);
  g_autofree char *to = g_strconcat ("end=", stafet_wall_write (at + 90, end), NULL);

  rule = g_strconcat ("rule=", g_test_rand_int_range (0, 4) == 0 ? "" : PICK (any_rules), NULL);
  done (f, stafet_use_add_anyway (STAFET_KIND_ACTIVITY,
                                  PAIRS (name, "house=Møllestien", from, to, rule,
                                         strcmp (rule, "rule=") == 0 ? "until=" : "until=2027-05-31",
                                         g_test_rand_bit () ? "room=Salen" : "room=")));
  role = g_strdup_printf ("role=Rolle %d", i);
  shift = g_strconcat ("activity=", title, NULL);
  ADD (SHIFT, role, "wanted=2", shift);
  if (g_test_rand_bit ())
    done (f, stafet_use_assign_standing (role + strlen ("role="), WHO ("Lis Bæk"), NONE, NONE,
                                         STAFET_PARITY_NONE, 1, TRUE));
  g_ptr_array_add (titles, title);
}

RULE (a_season_copied_where_it_can_be_is_undone_by_one_undo)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (StafetSeasonLine));
  g_autoptr (GArray) good = g_array_new (FALSE, FALSE, sizeof (StafetSeasonLine));
  g_autoptr (StafetSeasonTrial) trial = NULL;
  StafetSeasonWish asked = wish ();

  for (int i = 0; i < 10; i++)
    {
      StafetSeasonLine line = { NULL, NULL, g_test_rand_bit () };

      add_any (f, i, titles);
      line.series = g_ptr_array_index (titles, (guint) i);
      g_array_append_val (lines, line);
    }
  trial = stafet_season_try (f->plan, &asked, (StafetSeasonLine *) (gpointer) lines->data, lines->len);
  for (guint i = 0; i < lines->len; i++)
    if (((StafetSeasonTrialLine *) g_ptr_array_index (trial->lines, i))->copy != NULL)
      g_array_append_val (good, g_array_index (lines, StafetSeasonLine, i));
  g_test_message ("%u of %u are copied", good->len, lines->len);
  if (good->len > 0)
    UNDOABLE (stafet_use_copy_season (&asked, (const StafetSeasonLine *) (gpointer) good->data, good->len));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/schedule/season/each-rhythm-in-step", each_rhythm_goes_on_in_step);
  TEST ("/schedule/season/a-one-off", a_one_off_keeps_its_weekday_and_its_week_of_the_season);
  TEST ("/plan/use/season/a-date-of-its-own", what_has_no_date_may_be_given_one);
  TEST ("/schedule/season/any-rule", a_copy_keeps_weekday_time_and_rhythm);
  TEST ("/schedule/season/what-goes-on-by-itself", what_goes_on_by_itself_is_not_copied);
  TEST ("/schedule/season/not-twice", what_is_copied_once_is_not_copied_again);
  TEST ("/schedule/season/the-newer-of-a-divided-one", of_a_divided_series_the_newer_is_the_one);
  TEST ("/schedule/season/the-house-alone", other_houses_and_drafts_are_not_listed);
  TEST ("/plan/use/season/with-everything", shifts_stops_and_everything_else_come_along);
  TEST ("/plan/use/season/with-people", who_stood_at_the_end_stands_on_the_copy);
  TEST ("/plan/use/season/without-people", without_people_nobody_stands_there);
  TEST ("/plan/use/season/a-shift-that-stands-alone", a_shift_that_stands_alone_is_copied_too);
  TEST ("/plan/use/season/another-first-date-time-and-room", first_date_time_and_room_may_be_others);
  TEST ("/plan/use/season/a-clash", a_clash_is_told_and_refused_unless_anyway);
  TEST ("/plan/use/season/copies-that-meet", copies_that_meet_each_other_clash);
  TEST ("/plan/use/season/who-has-stopped-or-is-away", who_has_stopped_or_is_away_is_told);
  TEST ("/plan/use/season/holidays-and-closures", dates_on_holidays_and_closures_are_told);
  TEST ("/plan/use/season/one-change", many_copies_are_one_change_that_says_so);
  TEST ("/plan/use/season/any-season", a_season_copied_where_it_can_be_is_undone_by_one_undo);
  return g_test_run ();
}
