/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the rows of a day to what there is to know of it, and merging to keeping the rows that stay.
 */
#include "app-fixture.h"

#include "app/stafet-day-items.h"
#include "app/stafet-day-row.h"
#include "schedule/stafet-day.h"

/* ——— Merging ——— */

static StafetDayItem *
item_new (const char *key, const char *title)
{
  StafetDayItem *item = stafet_day_item_new (STAFET_DAY_NOTICE, key);

  stafet_day_item_edit (item)->title = g_strdup (title);
  stafet_day_content_seal (stafet_day_item_edit (item));
  return item;
}

/* Items of which the letters of @keys are the keys; each says key and @say. (transfer full) */
static GPtrArray *
items_new (const char *keys, const char *say)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *key = keys; *key != '\0'; key++)
    {
      const char name[] = { *key, '\0' };
      g_autofree char *title = g_strconcat (name, say, NULL);

      g_ptr_array_add (items, item_new (name, title));
    }
  return items;
}

/* Waits for the portions that come later. */
static void
settle_rows (GListStore *store)
{
  while (!stafet_day_items_is_settled (store))
    g_main_context_iteration (NULL, TRUE);
}

static void
merge (GListStore *store, const char *keys, const char *say)
{
  g_autoptr (GPtrArray) items = items_new (keys, say);

  stafet_day_items_merge (store, items, NULL);
  settle_rows (store);
}

static StafetDayItem *
item_at (GListStore *store, guint i)
{
  g_autoptr (StafetDayItem) item = g_list_model_get_item (G_LIST_MODEL (store), i);

  g_assert_nonnull (item);
  return item;
}

/* The titles, joined by a space. */
static void
assert_titles (GListStore *store, const char *keys, const char *say)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));

  g_assert_cmpuint (n, ==, strlen (keys));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *expected = g_strdup_printf ("%c%s", keys[i], say);

      g_assert_cmpstr (stafet_day_item_get (item_at (store, i))->title, ==, expected);
    }
}

static GListStore *
store_new (const char *keys)
{
  GListStore *store = g_list_store_new (STAFET_TYPE_DAY_ITEM);

  merge (store, keys, " before");
  return store;
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* From @before to @after; @kept are the rows whose item is the one that had their key before. */
static void
assert_keeps (const char *before, const char *after, const char *kept)
{
  g_autoptr (GListStore) store = store_new (before);
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) same = g_string_new (NULL);

  for (guint i = 0; i < strlen (before); i++)
    g_ptr_array_add (old, g_object_ref (item_at (store, i)));
  merge (store, after, " after");
  assert_titles (store, after, " after");
  for (guint i = 0; i < strlen (after); i++)
    {
      const char *was = strchr (before, after[i]);

      if (was != NULL && g_ptr_array_index (old, was - before) == item_at (store, i))
        g_string_append_c (same, after[i]);
    }
  g_assert_cmpstr (same->str, ==, kept);
}

RULE (rows_that_stay_at_either_end_keep_their_item)
{
  (void) app;
  assert_keeps ("", "ab", "");
  assert_keeps ("ab", "", "");
  assert_keeps ("abc", "abc", "abc");
  assert_keeps ("abc", "abxc", "abc");
  assert_keeps ("abc", "ac", "ac");
  assert_keeps ("abcdef", "abxef", "abef");
  assert_keeps ("abcdef", "xbcdef", "bcdef");
}

/* GTK would destroy the widgets of an item that goes. */
RULE (rows_that_go_are_used_again_for_those_that_come)
{
  g_autoptr (GListStore) store = store_new ("abcd");
  g_autoptr (StafetDayItem) second = g_object_ref (item_at (store, 1));
  guint moved = 0;

  (void) app;
  g_signal_connect_swapped (store, "items-changed", G_CALLBACK (count_cb), &moved);
  merge (store, "axyd", " after");
  assert_titles (store, "axyd", " after");
  g_assert_true (item_at (store, 1) == second);
  g_assert_cmpuint (moved, ==, 0);
}

RULE (a_row_that_looks_the_same_is_not_told)
{
  g_autoptr (GListStore) store = store_new ("abc");
  guint told = 0;

  (void) app;
  g_signal_connect_swapped (item_at (store, 1), "changed", G_CALLBACK (count_cb), &told);
  merge (store, "abc", " before");
  g_assert_cmpuint (told, ==, 0);
}

RULE (a_long_list_comes_in_portions)
{
  g_autoptr (GListStore) store = g_list_store_new (STAFET_TYPE_DAY_ITEM);
  g_autoptr (GPtrArray) items = items_new ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "");

  (void) app;
  stafet_day_items_merge (store, items, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), <, 52);
  g_assert_false (stafet_day_items_is_settled (store));
  settle_rows (store);
  assert_titles (store, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "");
}

RULE (a_long_list_rests_while_nobody_sees_it)
{
  g_autoptr (GListStore) store = g_list_store_new (STAFET_TYPE_DAY_ITEM);
  g_autoptr (GPtrArray) items = items_new ("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "");
  GtkWidget *list = show (app, gtk_label_new ("The list"));
  gboolean late = FALSE;

  gtk_widget_hide (list);
  stafet_day_items_merge (store, items, list);
  g_timeout_add (200, late_cb, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), <, 52);
  gtk_widget_show (list);
  settle_rows (store);
  assert_titles (store, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "");
  assert_finalized (app);
}

RULE (an_item_that_stays_tells_that_it_says_something_else)
{
  g_autoptr (GListStore) store = store_new ("abc");
  guint told = 0, moved = 0;

  (void) app;
  g_signal_connect_swapped (item_at (store, 1), "changed", G_CALLBACK (count_cb), &told);
  g_signal_connect_swapped (store, "items-changed", G_CALLBACK (count_cb), &moved);
  merge (store, "abc", " after");
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpuint (moved, ==, 0);
  merge (store, "xabc", " later");
  g_assert_cmpuint (told, ==, 2);
  g_assert_cmpuint (moved, ==, 1);
}

RULE (the_same_key_of_another_kind_is_another_row)
{
  g_autoptr (GListStore) store = store_new ("a");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint told = 0;

  (void) app;
  g_signal_connect_swapped (item_at (store, 0), "changed", G_CALLBACK (count_cb), &told);
  g_ptr_array_add (items, stafet_day_item_new (STAFET_DAY_HEADING, "a"));
  stafet_day_item_edit (items->pdata[0])->title = g_strdup ("heading");
  stafet_day_content_seal (stafet_day_item_edit (items->pdata[0]));
  stafet_day_items_merge (store, items, NULL);
  g_assert_cmpint (stafet_day_item_get (item_at (store, 0))->kind, ==, STAFET_DAY_HEADING);
  g_assert_cmpuint (told, ==, 1);
}

/* Rows that are there twice are two rows. */
RULE (random_lists_end_as_the_wanted_list)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (24);
  g_autoptr (GListStore) store = store_new ("");

  (void) app;
  for (int round = 0; round < 300; round++)
    {
      g_autofree char *say = g_strdup_printf (" %d", round);
      char keys[24];
      int n = g_rand_int_range (rand, 0, G_N_ELEMENTS (keys));

      for (int i = 0; i < n; i++)
        keys[i] = (char) ('a' + g_rand_int_range (rand, 0, round % 2 ? 26 : 6));
      keys[n] = '\0';
      merge (store, keys, say);
      assert_titles (store, keys, say);
    }
}

/* ——— What a day lists ——— */

/* "# The day [All came as planned]", "! Servering", "- Café", "* Tomorrow …": one row a line, with the ends
 * of cards as "(" and ")". (transfer full) */
static char *
rows_of (const GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const StafetDayContent *content = stafet_day_item_get (items->pdata[i]);
      const char *title = content->staffing != NULL ? content->staffing->shift->role
                          : content->entry != NULL  ? content->entry->title
                                                    : content->title;

      g_string_append_printf (text, "%s%s%c %s", i > 0 ? "\n" : "", content->first ? "(" : "",
                              "#!-*"[content->kind], title);
      if (content->detail != NULL && *content->detail != '\0')
        g_string_append_printf (text, " · %s", content->detail);
      if (content->button != NULL)
        g_string_append_printf (text, " [%s]", content->button);
      if (content->second != NULL)
        g_string_append_printf (text, " [%s]", content->second);
      g_string_append (text, content->last ? ")" : "");
    }
  return g_string_free (text, FALSE);
}

static GArray *
open_days (App *app)
{
  StafetAgendaQuery query;

  stafet_desk_fill_past_query (app->desk, &query);
  return stafet_day_unconfirmed (stafet_desk_get_snapshot (app->desk), &query, query.from, query.to + 1);
}

static void
assert_day (App *app, StafetDate date, const char *expected)
{
  g_autoptr (GArray) open = open_days (app);
  g_autoptr (GPtrArray) items = stafet_day_items_for_day (app->desk, date, open);
  g_autofree char *rows = rows_of (items);

  g_assert_cmpstr (rows, ==, expected);
}

static void
stand (App *app, const char *name)
{
  done (&app->plan,
        stafet_use_assign_standing ("Servering", WHO (name), NONE, NONE, STAFET_PARITY_NONE, 0, FALSE));
}

static void
view_house (App *app)
{
  stafet_desk_set_view (app->desk, STAFET_VIEW_HOUSE,
                        ((StafetRecord *) find (&app->plan, STAFET_KIND_HOUSE, "Møllestien"))->uid);
}

RULE (a_day_lists_holes_first_then_the_day_and_tomorrow)
{
  view_house (app);
  assert_day (app, TUESDAY,
              "# 2 places are missing\n"
              "(! Servering)\n"
              "# The day · 1 activity\n"
              "(- Café)\n"
              "(* Tomorrow, Wednesday 25 November · 0 activities · 0 volunteers [See that day])");
}

RULE (a_day_with_everybody_there_says_so)
{
  view_house (app);
  stand (app, "Lis Bæk");
  stand (app, "Bent Krag");
  assert_day (app, TUESDAY + 7,
              "# No place is vacant.\n"
              "# The day · 1 activity\n"
              "(- Café)\n"
              "(* Wednesday 2 December · 0 activities · 0 volunteers [See that day])");
}

RULE (a_day_that_has_begun_can_be_confirmed_at_once)
{
  view_house (app);
  stand (app, "Lis Bæk");
  stand (app, "Bent Krag");
  assert_day (app, TUESDAY,
              "# No place is vacant.\n"
              "# The day · 1 activity [All came as planned]\n"
              "(- Café)\n"
              "# Days not confirmed yet [All days in one go …]\n"
              "(* Who came on Tuesday 17 November? [Confirm that day]\n"
              "* Who came on Tuesday 10 November? [Confirm that day]\n"
              "* Who came on Tuesday 3 November? [Confirm that day])\n"
              "(* Tomorrow, Wednesday 25 November · 0 activities · 0 volunteers [See that day])");
}

/* It is still to be seen in the day. */
RULE (what_is_over_needs_nobody_any_more)
{
  view_house (app);
  stand (app, "Lis Bæk");
  stafet_clock_set_now (app->plan.clock, stafet_wall_new (TUESDAY, 14 * 60));
  assert_day (app, TUESDAY,
              "# No place is vacant.\n"
              "# The day · 1 activity [All came as planned]\n"
              "(- Café)\n"
              "# Days not confirmed yet [All days in one go …]\n"
              "(* Who came on Tuesday 17 November? [Confirm that day]\n"
              "* Who came on Tuesday 10 November? [Confirm that day]\n"
              "* Who came on Tuesday 3 November? [Confirm that day])\n"
              "(* Tomorrow, Wednesday 25 November · 0 activities · 0 volunteers [See that day])");
  assert_day (app, TUESDAY - 7,
              "# The day · 1 activity [All came as planned]\n"
              "(- Café)\n"
              "(* Wednesday 18 November · 0 activities · 0 volunteers [See that day])");
}

RULE (what_lasts_for_days_is_on_each_and_counts_once)
{
  Fixture *f = &app->plan;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *spoken = NULL;

  view_house (app);
  ADD (ACTIVITY, "house=Møllestien", "title=Lejr", "start=2026-11-25T10:00", "end=2026-11-28T16:00");
  assert_day (app, TUESDAY + 1,
              "# No place is vacant.\n"
              "# The day · 1 activity\n"
              "(- Lejr)\n"
              "(* Thursday 26 November · 0 activities · 0 volunteers [See that day])");
  assert_day (app, TUESDAY + 4,
              "# No place is vacant.\n"
              "# The day · 0 activities\n"
              "(- Lejr)\n"
              "(* Sunday 29 November · 0 activities · 0 volunteers [See that day])");
  assert_day (app, TUESDAY + 5,
              "# No place is vacant.\n"
              "# The day · 0 activities\n"
              "(* Nothing is planned.)\n"
              "(* Monday 30 November · 0 activities · 0 volunteers [See that day])");
  items = stafet_day_items_for_day (app->desk, TUESDAY + 3, NULL);
  spoken = stafet_day_row_describe (stafet_day_item_get (items->pdata[2]));
  g_assert_true (g_str_has_suffix (spoken, ", continued until Saturday 16:00"));
}

RULE (a_closure_says_from_and_until_when)
{
  Fixture *f = &app->plan;

  view_house (app);
  ADD (CLOSURE, "house=Møllestien", "text=Oprydning", "from=2026-11-25T13:00", "to=2026-11-27T10:00");
  assert_day (app, TUESDAY + 1,
              "(* Closed: Oprydning · Møllestien · from 13:00 [Whom to ring])\n"
              "# No place is vacant.\n"
              "# The day · 0 activities\n"
              "(* Nothing is planned.)\n"
              "(* Thursday 26 November · Closed: Oprydning · 0 activities · 0 volunteers [See that day])");
  assert_day (
    app, TUESDAY + 2,
    "(* Closed: Oprydning · Møllestien [Whom to ring])\n"
    "# No place is vacant.\n"
    "# The day · 0 activities\n"
    "(* Nothing is planned.)\n"
    "(* Friday 27 November · Closed: Oprydning · until 10:00 · 0 activities · 0 volunteers [See that day])");
  assert_day (app, TUESDAY + 3,
              "(* Closed: Oprydning · Møllestien · until 10:00 [Whom to ring])\n"
              "# No place is vacant.\n"
              "# The day · 0 activities\n"
              "(* Nothing is planned.)\n"
              "(* Saturday 28 November · 0 activities · 0 volunteers [See that day])");
}

/* What is drawn is the same, but what its buttons mean is not. */
RULE (a_row_looks_another_once_its_series_is)
{
  static const char *const pairs[] = { "public_text=Med kage", NULL };
  StafetActivityDraft draft = { .activity =
                                  ((StafetRecord *) find (&app->plan, STAFET_KIND_ACTIVITY, "Café"))->uid,
                                .scope = STAFET_SCOPE_FOLLOWING,
                                .date = TUESDAY + 14,
                                .pairs = pairs };
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  view_house (app);
  before = stafet_day_items_for_day (app->desk, TUESDAY + 14, NULL);
  done (&app->plan, stafet_use_save_activity (&draft));
  after = stafet_day_items_for_day (app->desk, TUESDAY + 14, NULL);
  g_assert_cmpuint (before->len, ==, after->len);
  for (guint i = 0; i < before->len; i++)
    {
      const StafetDayContent *old = stafet_day_item_get (before->pdata[i]);
      const StafetDayContent *now = stafet_day_item_get (after->pdata[i]);

      if (old->entry != NULL)
        g_assert_cmpuint (old->look, !=, now->look);
    }
}

RULE (an_empty_day_says_that_nothing_is_planned)
{
  view_house (app);
  assert_day (app, TUESDAY + 1,
              "# No place is vacant.\n"
              "# The day · 0 activities\n"
              "(* Nothing is planned.)\n"
              "(* Thursday 26 November · 0 activities · 0 volunteers [See that day])");
}

RULE (a_cancelled_date_needs_nobody)
{
  view_house (app);
  done (&app->plan, stafet_use_cancel ("Café", TUESDAY, NONE, "Strømmen er gået"));
  assert_day (app, TUESDAY,
              "# No place is vacant.\n"
              "# The day · 0 activities\n"
              "(- Café)\n"
              "(* Tomorrow, Wednesday 25 November · 0 activities · 0 volunteers [See that day])");
}

RULE (a_closure_and_a_holiday_stand_above_all)
{
  Fixture *f = &app->plan;

  view_house (app);
  ADD (CLOSURE, "house=Møllestien", "from=2026-12-25", "to=2026-12-25", "text=Lukket i julen");
  assert_day (app, stafet_date_new (2026, 12, 25),
              "(* Christmas Day\n"
              "* Closed: Lukket i julen · Møllestien [Whom to ring])\n"
              "# No place is vacant.\n"
              "# The day · 0 activities\n"
              "(* Nothing is planned.)\n"
              "(* Saturday 26 December · 0 activities · 0 volunteers [See that day])");
}

RULE (today_says_who_has_to_be_rung)
{
  Fixture *f = &app->plan;

  view_house (app);
  ADD (ORGANISER, "name=Koret", "phone=13402218");
  ADD (ACTIVITY, "title=Kor", "house=Møllestien", "organiser=Koret", "start=2026-11-25T06:00",
       "end=2026-11-25T07:00", "rule=FREQ=WEEKLY");
  done (f, stafet_use_cancel ("Kor", TUESDAY + 1, NONE, "Strømmen er gået"));
  done (f, stafet_use_cancel ("Kor", TUESDAY + 8, NONE, "Strømmen er gået"));
  assert_day (app, TUESDAY,
              "(* Kor cancelled Wednesday 25 November 6:00–7:00 · 1 has to be rung [Whom to ring])\n"
              "# 2 places are missing\n"
              "(! Servering)\n"
              "# The day · 1 activity\n"
              "(- Café)\n"
              "(* Tomorrow, Wednesday 25 November · 0 activities · 0 volunteers [See that day])");
}

/* The house in view is the one that lends; it is asked from its day, whenever the shift is. */
RULE (today_asks_whether_somebody_is_lent)
{
  Fixture *f = &app->plan;

  view_house (app);
  ADD (HOUSE, "name=Gellerup", "kind=community");
  ADD (VOLUNTEER, "name=Ida Lund", "houses=Møllestien");
  ADD (SHIFT, "role=Vagt", "wanted=1", "house=Gellerup", "start=2026-12-01T15:00", "end=2026-12-01T17:00");
  done (f, stafet_use_assign ("Vagt", WHO ("Ida Lund"), TUESDAY + 7, TRUE, FALSE));
  assert_day (
    app, TUESDAY,
    "(* Gellerup wants to borrow Ida Lund · Vagt, Tuesday 1 December 15:00–17:00 [Yes, lend] [No])\n"
    "# 2 places are missing\n"
    "(! Servering)\n"
    "# The day · 1 activity\n"
    "(- Café)\n"
    "(* Tomorrow, Wednesday 25 November · 0 activities · 0 volunteers [See that day])");
  done (f, stafet_use_answer_borrowing ("Vagt", "Ida Lund", TUESDAY + 7, TRUE));
  assert_day (app, TUESDAY,
              "# 2 places are missing\n"
              "(! Servering)\n"
              "# The day · 1 activity\n"
              "(- Café)\n"
              "(* Tomorrow, Wednesday 25 November · 0 activities · 0 volunteers [See that day])");
}

RULE (today_says_how_many_dates_wait_for_an_answer)
{
  Fixture *f = &app->plan;

  view_house (app);
  ADD (ACTIVITY, "title=Kor", "house=Møllestien", "start=2026-12-24T10:00", "end=2026-12-24T11:00",
       "rule=FREQ=DAILY;COUNT=2", "holidays=ask");
  assert_day (
    app, TUESDAY,
    "# 2 places are missing\n"
    "(! Servering)\n"
    "# To be remembered\n"
    "(* 2 dates wait for an answer before holidays · the first on Thursday 24 December [Answer …])\n"
    "# The day · 1 activity\n"
    "(- Café)\n"
    "(* Tomorrow, Wednesday 25 November · 0 activities · 0 volunteers [See that day])");
  done (f, stafet_use_answer_review (&(StafetAnswer){ .series = "Kor",
                                                      .date = stafet_date_new (2026, 12, 24),
                                                      .answer = STAFET_ANSWER_KEEP,
                                                      .end = STAFET_WALL_NONE },
                                     1));
  assert_day (app, TUESDAY,
              "# 2 places are missing\n"
              "(! Servering)\n"
              "# To be remembered\n"
              "(* 1 date waits for an answer before a holiday · Friday 25 December [Answer …])\n"
              "# The day · 1 activity\n"
              "(- Café)\n"
              "(* Tomorrow, Wednesday 25 November · 0 activities · 0 volunteers [See that day])");
  /* Another day is of what happens on it. */
  assert_day (app, TUESDAY + 7,
              "# 2 places are missing\n"
              "(! Servering)\n"
              "# The day · 1 activity\n"
              "(- Café)\n"
              "(* Wednesday 2 December · 0 activities · 0 volunteers [See that day])");
}

RULE (a_week_names_its_seven_days_and_marks_today)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *rows = NULL;

  view_house (app);
  items = stafet_day_items_for_week (app->desk, TUESDAY - 1);
  rows = rows_of (items);
  g_assert_cmpstr (rows, ==,
                   "# Monday 23 November\n(* Nothing is planned.)\n"
                   "# Today, Tuesday 24 November · 2 places are missing\n(- Café)\n"
                   "# Wednesday 25 November\n(* Nothing is planned.)\n"
                   "# Thursday 26 November\n(* Nothing is planned.)\n"
                   "# Friday 27 November\n(* Nothing is planned.)\n"
                   "# Saturday 28 November\n(* Nothing is planned.)\n"
                   "# Sunday 29 November\n(* Nothing is planned.)");
}

/* The rows of a week with closures and holidays on several days are merged like any other. */
RULE (a_week_of_holidays_is_merged_without_mistaking_its_rows)
{
  Fixture *f = &app->plan;
  StafetDate monday = stafet_date_new (2026, 12, 21);
  g_autoptr (GListStore) store = g_list_store_new (STAFET_TYPE_DAY_ITEM);

  view_house (app);
  ADD (CLOSURE, "house=Møllestien", "from=2026-12-22", "to=2026-12-27", "text=Lukket i julen");
  for (int week = -2; week < 3; week++)
    {
      g_autoptr (GPtrArray) items = stafet_day_items_for_week (app->desk, monday + 7 * week);
      g_autofree char *wanted = rows_of (items);
      g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *rows = NULL;

      stafet_day_items_merge (store, items, NULL);
      settle_rows (store);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
        g_ptr_array_add (shown, g_list_model_get_item (G_LIST_MODEL (store), i));
      rows = rows_of (shown);
      g_assert_cmpstr (rows, ==, wanted);
    }
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define ITEMS(name, func) APP_TEST ("/app/day-items/" name, func)
  ITEMS ("merge/rows-that-stay-at-either-end-keep-their-item", rows_that_stay_at_either_end_keep_their_item);
  ITEMS ("merge/rows-that-go-are-used-again-for-those-that-come",
         rows_that_go_are_used_again_for_those_that_come);
  ITEMS ("merge/a-row-that-looks-the-same-is-not-told", a_row_that_looks_the_same_is_not_told);
  ITEMS ("merge/a-long-list-comes-in-portions", a_long_list_comes_in_portions);
  ITEMS ("merge/a-long-list-rests-while-nobody-sees-it", a_long_list_rests_while_nobody_sees_it);
  ITEMS ("merge/an-item-that-stays-tells-that-it-says-something-else",
         an_item_that_stays_tells_that_it_says_something_else);
  ITEMS ("merge/the-same-key-of-another-kind-is-another-row", the_same_key_of_another_kind_is_another_row);
  ITEMS ("merge/random-lists-end-as-the-wanted-list", random_lists_end_as_the_wanted_list);
  ITEMS ("merge/a-week-of-holidays-is-merged-without-mistaking-its-rows",
         a_week_of_holidays_is_merged_without_mistaking_its_rows);
  ITEMS ("day/holes-first-then-the-day-and-tomorrow", a_day_lists_holes_first_then_the_day_and_tomorrow);
  ITEMS ("day/everybody-there-is-said", a_day_with_everybody_there_says_so);
  ITEMS ("day/one-that-has-begun-can-be-confirmed-at-once", a_day_that_has_begun_can_be_confirmed_at_once);
  ITEMS ("day/an-empty-one-says-that-nothing-is-planned", an_empty_day_says_that_nothing_is_planned);
  ITEMS ("day/a-cancelled-date-needs-nobody", a_cancelled_date_needs_nobody);
  ITEMS ("day/what-is-over-needs-nobody-any-more", what_is_over_needs_nobody_any_more);
  ITEMS ("lasting/on-each-and-counts-once", what_lasts_for_days_is_on_each_and_counts_once);
  ITEMS ("day/a-closure-says-from-and-until-when", a_closure_says_from_and_until_when);
  ITEMS ("day/a-row-looks-another-once-its-series-is", a_row_looks_another_once_its_series_is);
  ITEMS ("day/a-closure-and-a-holiday-stand-above-all", a_closure_and_a_holiday_stand_above_all);
  ITEMS ("day/today-says-who-has-to-be-rung", today_says_who_has_to_be_rung);
  ITEMS ("day/today-asks-whether-somebody-is-lent", today_asks_whether_somebody_is_lent);
  ITEMS ("day/today-says-how-many-dates-wait", today_says_how_many_dates_wait_for_an_answer);
  ITEMS ("week/names-its-seven-days-and-marks-today", a_week_names_its_seven_days_and_marks_today);
  return g_test_run ();
}
