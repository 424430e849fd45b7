/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the row of a ward to where, when and who receives.
 */
#include "app-fixture.h"

#include "app/stafet-choice.h"
#include "app/stafet-input.h"
#include "app/stafet-stop-row.h"

static StafetStopRow *
show_row (App *app)
{
  return show (app, stafet_stop_row_new (stafet_plan_get_snapshot (app->plan.plan)));
}

static StafetUid
uid_of (App *app, StafetKind kind, const char *name)
{
  return ((StafetRecord *) find (&app->plan, kind, name))->uid;
}

#define WARD(name) (uid_of (app, STAFET_KIND_WARD, name))
#define AT(hour, minute) ((hour) *60 + (minute))

static void
choose (StafetStopRow *row, StafetUid ward)
{
  stafet_choice_set (GTK_DROP_DOWN (PART (row, "ward")), ward);
}

static void
type_times (StafetStopRow *row, const char *from, const char *to)
{
  stafet_input_set_text (STAFET_INPUT (PART (row, "from")), from);
  stafet_input_set_text (STAFET_INPUT (PART (row, "to")), to);
}

/* From 14 to 15.30. */
static void
assert_minutes (StafetStopRow *row, int start, int end, int from, int to)
{
  g_autoptr (GPtrArray) pairs = stafet_stop_row_pairs (row, start, end);
  g_autofree char *first = g_strdup_printf ("from_minute=%d", from);
  g_autofree char *last = g_strdup_printf ("to_minute=%d", to);

  g_assert_nonnull (pairs);
  g_assert_cmpstr (pairs->pdata[1], ==, first);
  g_assert_cmpstr (pairs->pdata[2], ==, last);
}

static void
assert_refused_at (StafetStopRow *row, const char *input)
{
  GtkWidget *entry = GTK_WIDGET (PART (PART (row, input), "entry"));

  g_assert_null (stafet_stop_row_pairs (row, AT (14, 0), AT (15, 30)));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
}

RULE (without_a_ward_there_is_nothing_more_to_say)
{
  StafetStopRow *row = show_row (app);

  g_assert_null (stafet_stop_row_get_ward (row));
  g_assert_null (stafet_stop_row_get_stop (row));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (row, "details"))));
  choose (row, WARD ("B.1"));
  g_assert_true (stafet_stop_row_get_ward (row) == WARD ("B.1"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (PART (row, "details"))));
  choose (row, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (row, "details"))));
  assert_finalized (app);
}

RULE (wards_are_named_with_their_home)
{
  Fixture *f = &app->plan;
  GListModel *model;

  ADD (WARD, "name=A.2", "house=Skovvang");
  model = gtk_drop_down_get_model (GTK_DROP_DOWN (PART (show_row (app), "ward")));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 3);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (model), 0), ==, "No ward");
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (model), 1), ==, "Skovvang · A.2");
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (model), 2), ==, "Skovvang · B.1");
  assert_finalized (app);
}

RULE (without_times_the_stop_lasts_as_long_as_the_activity)
{
  StafetStopRow *row = show_row (app);

  choose (row, WARD ("B.1"));
  g_assert_false (stafet_stop_row_has_times (row));
  assert_minutes (row, AT (14, 0), AT (15, 30), 0, 90);
  assert_finalized (app);
}

RULE (times_are_minutes_after_the_start)
{
  StafetStopRow *row = show_row (app);

  choose (row, WARD ("B.1"));
  type_times (row, "14.15", "15");
  g_assert_true (stafet_stop_row_has_times (row));
  assert_minutes (row, AT (14, 0), AT (15, 30), 15, 60);
  type_times (row, "", "15");
  assert_minutes (row, AT (14, 0), AT (15, 30), 0, 60);
  assert_finalized (app);
}

RULE (a_night_passes_midnight)
{
  StafetStopRow *row = show_row (app);

  choose (row, WARD ("B.1"));
  type_times (row, "23.30", "1.15");
  assert_minutes (row, AT (22, 0), AT (30, 0), 90, 195);
  assert_finalized (app);
}

RULE (a_time_that_is_not_understood_is_refused_beside_it)
{
  StafetStopRow *row = show_row (app);

  choose (row, WARD ("B.1"));
  type_times (row, "snart", "15");
  assert_refused_at (row, "from");
  type_times (row, "14", "senere");
  assert_refused_at (row, "to");
  type_times (row, "15", "14.30");
  assert_refused_at (row, "to");
  assert_finalized (app);
}

RULE (who_receives_is_of_the_ward_or_its_home)
{
  Fixture *f = &app->plan;
  StafetStopRow *row;
  GListModel *model;

  ADD (HOUSE, "name=Lindely", "kind=nursing");
  ADD (WARD, "name=C.1", "house=Lindely");
  ADD (CONTACT, "name=Bo Friis", "role=Leder", "house=Skovvang");
  ADD (CONTACT, "name=Ane Lund", "role=Aktivitet", "ward=B.1");
  ADD (CONTACT, "name=Ib Skou", "role=Leder", "house=Lindely");
  row = show_row (app);
  choose (row, WARD ("B.1"));
  model = gtk_drop_down_get_model (GTK_DROP_DOWN (PART (row, "received_by")));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 3);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (model), 0), ==, "Nobody in particular");
  stafet_choice_set (GTK_DROP_DOWN (PART (row, "received_by")),
                     uid_of (app, STAFET_KIND_CONTACT, "Ane Lund"));
  g_assert_true (stafet_stop_row_get_received_by (row) == uid_of (app, STAFET_KIND_CONTACT, "Ane Lund"));
  choose (row, WARD ("C.1"));
  g_assert_null (stafet_stop_row_get_received_by (row));
  assert_finalized (app);
}

RULE (a_stop_stands_in_its_row)
{
  Fixture *f = &app->plan;
  StafetStopRow *row;
  StafetStop *stop;

  ADD (STOP, "activity=Café", "ward=B.1", "from_minute=30", "to_minute=75");
  stop = g_ptr_array_index (all (f, STAFET_KIND_STOP), 0);
  row = show_row (app);
  stafet_stop_row_set (row, stop->ward, NULL, stop, AT (10, 0));
  g_assert_true (stafet_stop_row_get_stop (row) == stop->parent.uid);
  g_assert_cmpstr (stafet_input_get_text (STAFET_INPUT (PART (row, "from"))), ==, "10.30");
  g_assert_cmpstr (stafet_input_get_text (STAFET_INPUT (PART (row, "to"))), ==, "11.15");
  assert_minutes (row, AT (10, 0), AT (14, 0), 30, 75);
  stafet_stop_row_set (row, WARD ("B.1"), NULL, NULL, AT (10, 0));
  g_assert_null (stafet_stop_row_get_stop (row));
  assert_finalized (app);
}

static void
count_cb (guint *n)
{
  ++*n;
}

RULE (what_is_chosen_or_typed_is_told)
{
  StafetStopRow *row = show_row (app);
  guint n = 0;

  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &n);
  choose (row, WARD ("B.1"));
  g_assert_cmpuint (n, >, 0);
  n = 0;
  type_times (row, "14", "15");
  g_assert_cmpuint (n, ==, 2);
  assert_finalized (app);
}

RULE (every_part_has_a_name_and_its_place_in_the_order)
{
  StafetStopRow *row = show_row (app);

  assert_tab_order (app, "GtkToggleButton");
  choose (row, WARD ("B.1"));
  settle ();
  assert_name (PART (row, "ward"), "Ward of a nursing home");
  assert_name (PART (row, "received_by"), "Received by");
  assert_name (PART (PART (row, "from"), "entry"), "There from");
  assert_name (PART (PART (row, "to"), "entry"), "There until");
  assert_tab_order (app, "GtkToggleButton GtkEntry GtkEntry GtkToggleButton");
  assert_measures (GTK_WIDGET (row));
  assert_finalized (app);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define STOP(name, func) APP_TEST ("/app/stop-row/" name, func)
  STOP ("without-a-ward-there-is-nothing-more-to-say", without_a_ward_there_is_nothing_more_to_say);
  STOP ("wards-are-named-with-their-home", wards_are_named_with_their_home);
  STOP ("without-times-the-stop-lasts-as-long-as-the-activity",
        without_times_the_stop_lasts_as_long_as_the_activity);
  STOP ("times-are-minutes-after-the-start", times_are_minutes_after_the_start);
  STOP ("a-night-passes-midnight", a_night_passes_midnight);
  STOP ("a-time-that-is-not-understood-is-refused-beside-it",
        a_time_that_is_not_understood_is_refused_beside_it);
  STOP ("who-receives-is-of-the-ward-or-its-home", who_receives_is_of_the_ward_or_its_home);
  STOP ("a-stop-stands-in-its-row", a_stop_stands_in_its_row);
  STOP ("what-is-chosen-or-typed-is-told", what_is_chosen_or_typed_is_told);
  STOP ("every-part-has-a-name-and-its-place-in-the-order", every_part_has_a_name_and_its_place_in_the_order);
  return g_test_run ();
}
