/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the rows of a day to what they stand for: headings and notices, holes, and occurrences with their
 * people.
 */
#include "app-fixture.h"

#include "app/stafet-chip.h"
#include "app/stafet-day-items.h"
#include "app/stafet-day-row.h"
#include "app/stafet-entry-view.h"
#include "app/stafet-hole-view.h"
#include "app/stafet-person.h"

/* The first item of that kind on the date. (transfer full) */
static StafetDayItem *
item_on (App *app, StafetDate date, StafetDayItemKind kind)
{
  g_autoptr (GPtrArray) items = stafet_day_items_for_day (app->desk, date, NULL);

  for (guint i = 0; i < items->len; i++)
    if (stafet_day_item_get (items->pdata[i])->kind == kind)
      return g_object_ref (items->pdata[i]);
  g_assert_not_reached ();
}

/* In a box, which stands for the list's row. */
static StafetDayRow *
show_row (App *app)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *row = stafet_day_row_new ();

  gtk_box_append (GTK_BOX (box), row);
  show (app, box);
  return STAFET_DAY_ROW (row);
}

static void
set (StafetDayRow *row, StafetDayItem *item)
{
  stafet_day_row_set_item (row, item);
  g_object_unref (item);
}

#define SET(row, date, kind) set (row, item_on (app, date, STAFET_DAY_##kind))

static void
assert_row_name (StafetDayRow *row, const char *name)
{
  assert_name (gtk_widget_get_parent (GTK_WIDGET (row)), name);
}

static StafetUid
uid_of (App *app, StafetKind kind, const char *name)
{
  return ((StafetRecord *) find (&app->plan, kind, name))->uid;
}

#define SERVING (uid_of (app, STAFET_KIND_SHIFT, "Servering"))
#define CAFE (uid_of (app, STAFET_KIND_ACTIVITY, "Café"))

static void
stand (App *app, const char *name)
{
  done (&app->plan,
        stafet_use_assign_standing ("Servering", WHO (name), NONE, NONE, STAFET_PARITY_NONE, 0, FALSE));
}

static void
view_house (App *app)
{
  stafet_desk_set_view (app->desk, STAFET_VIEW_HOUSE, uid_of (app, STAFET_KIND_HOUSE, "Møllestien"));
}

/* The button below @root whose label or accessible name it is. */
static GtkWidget *
button_of (gpointer root, const char *name)
{
  g_autoptr (GPtrArray) buttons = widgets_of (root, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      g_autofree char *differs =
        gtk_test_accessible_check_property (buttons->pdata[i], GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      g_autofree char *text = text_of (buttons->pdata[i]);

      if (is_shown (buttons->pdata[i], root) && (differs == NULL || strcmp (text, name) == 0))
        return buttons->pdata[i];
    }
  g_test_message ("no button %s", name);
  g_assert_not_reached ();
}

static gboolean
has_class (gpointer widget, const char *name)
{
  return gtk_widget_has_css_class (GTK_WIDGET (widget), name);
}

static gpointer
view_in (StafetDayRow *row, GType type)
{
  g_autoptr (GPtrArray) views = widgets_of (row, type);

  g_assert_cmpuint (views->len, ==, 1);
  return views->pdata[0];
}

/* ——— Headings and notices ——— */

RULE (a_heading_is_no_card)
{
  StafetDayRow *row = show_row (app);

  view_house (app);
  SET (row, TUESDAY, HEADING);
  assert_shows (row, "2 places are missing");
  assert_row_name (row, "2 places are missing");
  g_assert_true (has_class (row, "heading-row"));
  g_assert_false (has_class (row, "card-row"));
  assert_finalized (app);
}

RULE (a_notice_leads_where_its_button_says)
{
  StafetDayRow *row = show_row (app);

  view_house (app);
  SET (row, TUESDAY, NOTICE);
  assert_shows (row, "Tomorrow, Wednesday 25 November | 0 activities · 0 volunteers | See that day");
  assert_row_name (row, "Tomorrow, Wednesday 25 November, 0 activities · 0 volunteers");
  g_assert_true (has_class (row, "card-row"));
  g_assert_true (has_class (row, "first"));
  g_assert_true (has_class (row, "last"));
  g_signal_emit_by_name (button_of (row, "See that day"), "clicked");
  assert_recorded (app, "win.show-day %d", TUESDAY + 1);
  assert_tab_order (app, "GtkButton");
  assert_finalized (app);
}

RULE (a_closure_has_no_button_and_no_focus)
{
  Fixture *f = &app->plan;
  StafetDayRow *row = show_row (app);

  view_house (app);
  ADD (CLOSURE, "house=Møllestien", "from=2026-12-01", "to=2026-12-01", "text=Personaledag");
  SET (row, TUESDAY, NOTICE);
  SET (row, TUESDAY + 7, NOTICE);
  assert_shows (row, "Closed: Personaledag | Møllestien | Whom to ring");
  assert_row_name (row, "Closed: Personaledag, Møllestien");
  assert_tab_order (app, "");
  assert_finalized (app);
}

/* ——— Holes ——— */

RULE (a_place_that_nobody_has_is_permanently_vacant)
{
  StafetDayRow *row = show_row (app);
  StafetHoleView *hole;

  view_house (app);
  SET (row, TUESDAY, HOLE);
  hole = view_in (row, STAFET_TYPE_HOLE_VIEW);
  g_assert_true (has_class (hole, "permanent"));
  g_assert_false (has_class (hole, "temporary"));
  assert_shows (row, "Café · Servering | Permanently vacant | 10:00–14:00 · Salen | missing 2 of 2 | "
                     "Find a volunteer");
  assert_row_name (row, "Café · Servering, Tuesday 24 November, 10:00–14:00, missing 2 of 2");
  g_signal_emit_by_name (button_of (row, "Find a volunteer for Café · Servering"), "clicked");
  assert_recorded (app, "win.find ('%s', %d)", SERVING, TUESDAY);
  assert_finalized (app);
}

RULE (a_regular_who_is_away_leaves_a_hole_for_this_time_only)
{
  StafetDayRow *row = show_row (app);
  StafetHoleView *hole;

  view_house (app);
  stand (app, "Lis Bæk");
  stand (app, "Bent Krag");
  done (&app->plan, stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY, TRUE));
  done (&app->plan, stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY + 7, TRUE));
  SET (row, TUESDAY, HOLE);
  hole = view_in (row, STAFET_TYPE_HOLE_VIEW);
  g_assert_true (has_class (hole, "temporary"));
  g_assert_false (has_class (hole, "permanent"));
  assert_mentions (row, "Only today");
  assert_mentions (row, "Bent Krag is away");
  SET (row, TUESDAY + 7, HOLE);
  assert_mentions (row, "Only this time");
  assert_silent_of (row, "Only today");
  assert_finalized (app);
}

RULE (a_hole_that_is_bound_again_shows_nothing_of_before)
{
  StafetDayRow *row = show_row (app);
  StafetHoleView *hole;

  view_house (app);
  stand (app, "Lis Bæk");
  stand (app, "Bent Krag");
  done (&app->plan, stafet_use_regret ("Servering", WHO ("Bent Krag"), TUESDAY, TRUE));
  SET (row, TUESDAY, HOLE);
  hole = view_in (row, STAFET_TYPE_HOLE_VIEW);
  done (&app->plan, stafet_use_unassign_standing ("Servering", WHO ("Lis Bæk"), TUESDAY));
  done (&app->plan, stafet_use_unassign_standing ("Servering", WHO ("Bent Krag"), TUESDAY));
  SET (row, TUESDAY + 7, HOLE);
  g_assert_true (view_in (row, STAFET_TYPE_HOLE_VIEW) == (gpointer) hole);
  g_assert_true (has_class (hole, "permanent"));
  g_assert_false (has_class (hole, "temporary"));
  assert_silent_of (row, "away");
  assert_shows (row, "Café · Servering | Permanently vacant | 10:00–14:00 · Salen | missing 2 of 2 | "
                     "Find a volunteer");
  assert_finalized (app);
}

/* ——— Occurrences ——— */

RULE (an_occurrence_says_when_what_where_and_who)
{
  StafetDayRow *row = show_row (app);

  view_house (app);
  stand (app, "Lis Bæk");
  SET (row, TUESDAY + 7, ENTRY);
  assert_shows (row, "10:00–14:00 | Café | Salen | Lis Bæk | promised | 1 vacant place · Permanently vacant");
  assert_row_name (row, "Café, Tuesday 1 December, 10:00–14:00, 1 missing");
  assert_tab_order (app, "GtkButton GtkButton GtkButton");
  g_signal_emit_by_name (button_of (row, "Servering, 1 vacant place · Permanently vacant: find a volunteer"),
                         "clicked");
  assert_recorded (app, "win.find ('%s', %d)", SERVING, TUESDAY + 7);
  assert_measures (GTK_WIDGET (row));
  assert_finalized (app);
}

RULE (an_occurrence_with_everybody_there_says_so)
{
  StafetDayRow *row = show_row (app);

  view_house (app);
  stand (app, "Lis Bæk");
  stand (app, "Bent Krag");
  SET (row, TUESDAY + 7, ENTRY);
  assert_row_name (row, "Café, Tuesday 1 December, 10:00–14:00, everybody is there");
  assert_shows (row, "10:00–14:00 | Café | Salen | Bent Krag | promised | Lis Bæk | promised");
  assert_finalized (app);
}

RULE (what_is_cancelled_says_why_and_asks_for_nobody)
{
  StafetDayRow *row = show_row (app);
  StafetEntryView *entry;

  view_house (app);
  stand (app, "Lis Bæk");
  SET (row, TUESDAY, ENTRY);
  done (&app->plan, stafet_use_cancel ("Café", TUESDAY, NONE, "Strømmen er gået"));
  SET (row, TUESDAY, ENTRY);
  entry = view_in (row, STAFET_TYPE_ENTRY_VIEW);
  g_assert_true (has_class (entry, "cancelled-entry"));
  assert_shows (row, "10:00–14:00 | Café | Salen | CANCELLED: Strømmen er gået");
  assert_row_name (row, "Café, Tuesday 24 November, 10:00–14:00, cancelled");
  assert_tab_order (app, "GtkButton");
  SET (row, TUESDAY + 7, ENTRY);
  g_assert_false (has_class (entry, "cancelled-entry"));
  assert_silent_of (row, "CANCELLED");
  assert_finalized (app);
}

RULE (a_date_that_was_moved_says_from_when)
{
  StafetDayRow *row = show_row (app);

  view_house (app);
  done (&app->plan, stafet_use_edit_on ("Café", TUESDAY + 7,
                                        PAIRS ("start=2026-12-03T11:00", "end=2026-12-03T15:00"), FALSE));
  SET (row, TUESDAY + 9, ENTRY);
  assert_mentions (row, "11:00–15:00");
  assert_mentions (row, "moved from Tue 1/12");
  SET (row, TUESDAY + 14, ENTRY);
  assert_silent_of (row, "moved");
  assert_finalized (app);
}

RULE (today_it_says_what_is_under_way_and_what_is_over)
{
  StafetDayRow *row = show_row (app);
  static const struct
  {
    int minutes;
    const char *word;
  } times[] = { { 9 * 60, NULL },
                { 10 * 60, "under way" },
                { 13 * 60 + 59, "under way" },
                { 14 * 60, "over" },
                { 8 * 60, NULL } };

  view_house (app);
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      stafet_clock_set_now (app->plan.clock, stafet_wall_new (TUESDAY, times[i].minutes));
      SET (row, TUESDAY, ENTRY);
      assert_silent_of (row, times[i].word == NULL || *times[i].word == 'o' ? "under way" : "over");
      if (times[i].word != NULL)
        assert_mentions (row, times[i].word);
    }
  SET (row, TUESDAY + 7, ENTRY);
  assert_silent_of (row, "under way");
  assert_finalized (app);
}

RULE (several_roles_are_named)
{
  Fixture *f = &app->plan;
  StafetDayRow *row = show_row (app);

  view_house (app);
  ADD (SHIFT, "role=Køkken", "wanted=1", "activity=Café");
  SET (row, TUESDAY + 7, ENTRY);
  assert_shows (row,
                "10:00–14:00 | Café | Salen | Køkken | 1 vacant place · Permanently vacant | Servering | "
                "2 vacant places · Permanently vacant");
  done (f, stafet_use_remove (STAFET_KIND_SHIFT, "Køkken"));
  SET (row, TUESDAY + 7, ENTRY);
  assert_shows (row, "10:00–14:00 | Café | Salen | 2 vacant places · Permanently vacant");
  assert_finalized (app);
}

RULE (a_holiday_that_is_to_be_looked_at_is_warned_of)
{
  Fixture *f = &app->plan;
  StafetDayRow *row = show_row (app);
  g_autoptr (GPtrArray) chips = NULL;

  view_house (app);
  ADD (ACTIVITY, "title=Banko", "house=Møllestien", "start=2026-11-06T14:00", "end=2026-11-06T16:00",
       "rule=FREQ=WEEKLY;BYDAY=FR", "holidays=ask");
  SET (row, stafet_date_new (2026, 12, 25), ENTRY);
  assert_mentions (row, "Christmas Day");
  chips = widgets_of (row, STAFET_TYPE_CHIP);
  g_assert_true (has_class (chips->pdata[0], "warning"));
  assert_finalized (app);
}

#define MENU(row) (PART (view_in (row, STAFET_TYPE_ENTRY_VIEW), "menu"))

RULE (the_menu_of_an_occurrence_edits_cancels_or_restores_it)
{
  g_autofree char *target = g_strdup_printf ("('%s', %d, %d)", CAFE, STAFET_KIND_ACTIVITY, TUESDAY);
  StafetDayRow *row = show_row (app);

  view_house (app);
  SET (row, TUESDAY, ENTRY);
  assert_name (MENU (row), "More about Café");
  assert_menu_items (row, MENU (row), "Edit …, Cancel this time …, Write to everybody …");
  choose_item (row, MENU (row), "Edit …");
  assert_recorded (app, "win.edit-entry %s", target);
  choose_item (row, MENU (row), "Cancel this time …");
  assert_recorded (app, "win.cancel-entry %s", target);
  done (&app->plan, stafet_use_cancel ("Café", TUESDAY, NONE, "Sygdom"));
  SET (row, TUESDAY, ENTRY);
  assert_menu_items (row, MENU (row), "Edit …, Hold it after all, Write to everybody …");
  choose_item (row, MENU (row), "Hold it after all");
  assert_recorded (app, "win.restore-entry %s", target);
  assert_finalized (app);
}

/* A free-standing shift has no editor. */
RULE (the_menu_of_a_lone_shift_only_cancels)
{
  StafetUid shift = uid_of (app, STAFET_KIND_SHIFT, "Nattevagt");
  StafetDayRow *row = show_row (app);

  stafet_desk_set_view (app->desk, STAFET_VIEW_HOUSE, uid_of (app, STAFET_KIND_HOUSE, "Skovvang"));
  SET (row, TUESDAY, ENTRY);
  assert_mentions (row, "22:00–6:00");
  assert_menu_items (row, MENU (row), "Cancel this time …, Write to everybody …");
  choose_item (row, MENU (row), "Cancel this time …");
  assert_recorded (app, "win.cancel-entry ('%s', %d, %d)", shift, STAFET_KIND_SHIFT, TUESDAY);
  assert_finalized (app);
}

RULE (people_are_widgets_that_are_used_again)
{
  StafetDayRow *row = show_row (app);
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  view_house (app);
  stand (app, "Lis Bæk");
  stand (app, "Bent Krag");
  SET (row, TUESDAY + 7, ENTRY);
  before = widgets_of (row, STAFET_TYPE_PERSON);
  g_assert_cmpuint (before->len, ==, 2);
  SET (row, TUESDAY + 14, ENTRY);
  after = widgets_of (row, STAFET_TYPE_PERSON);
  g_assert_cmpuint (after->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (before->pdata[i] == after->pdata[i]);
  assert_finalized (app);
}

/* ——— Any row after any other ——— */

/* What is shown, the classes of its view and of the row. (transfer full) */
static char *
looks_of (StafetDayRow *row)
{
  g_autofree char *text = text_of (row);
  g_auto (GStrv) own = gtk_widget_get_css_classes (GTK_WIDGET (row));
  g_autofree char *classes = g_strjoinv (" ", own);
  g_autoptr (GPtrArray) chips = widgets_of (row, STAFET_TYPE_CHIP);
  GString *looks = g_string_new (NULL);

  for (guint i = 0; i < chips->len; i++)
    if (is_shown (chips->pdata[i], row))
      {
        g_auto (GStrv) names = gtk_widget_get_css_classes (chips->pdata[i]);
        g_autofree char *joined = g_strjoinv (" ", names);

        g_string_append_printf (looks, " [%s]", joined);
      }
  g_string_append_printf (looks, " %s; first %d last %d heading %d", text, has_class (row, "first"),
                          has_class (row, "last"), has_class (row, "heading-row"));
  return g_string_free (looks, FALSE);
}

/* The rows of the example's fortnight: everything that a house has. */
RULE (any_row_shows_after_any_other_what_a_new_one_shows)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *box = show (app, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *used = stafet_day_row_new ();

  gtk_box_append (GTK_BOX (box), used);
  for (int day = -7; day < 7; day++)
    {
      g_autoptr (GPtrArray) rows = stafet_day_items_for_day (app->desk, TUESDAY + day, NULL);

      g_ptr_array_extend (items, rows, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
    }
  g_assert_cmpuint (items->len, >, 100);
  for (int round = 0; round < 400; round++)
    {
      StafetDayItem *item = items->pdata[g_rand_int_range (rand, 0, (int) items->len)];
      GtkWidget *fresh = stafet_day_row_new ();
      g_autofree char *expected = NULL, *looks = NULL;

      gtk_box_append (GTK_BOX (box), fresh);
      stafet_day_row_set_item (STAFET_DAY_ROW (fresh), item);
      stafet_day_row_set_item (STAFET_DAY_ROW (used), item);
      expected = looks_of (STAFET_DAY_ROW (fresh));
      looks = looks_of (STAFET_DAY_ROW (used));
      g_assert_cmpstr (looks, ==, expected);
      if (round % 20 == 0)
        assert_measures (used);
      gtk_box_remove (GTK_BOX (box), fresh);
    }
  assert_finalized (app);
}

RULE (an_item_that_changes_is_followed_until_another_takes_its_place)
{
  StafetDayRow *row = show_row (app);
  StafetDayItem *a = stafet_day_item_new (STAFET_DAY_NOTICE, "a"),
                *b = stafet_day_item_new (STAFET_DAY_NOTICE, "b");

  stafet_day_item_edit (a)->title = g_strdup ("First");
  stafet_day_item_edit (b)->title = g_strdup ("Second");
  stafet_day_row_set_item (row, a);
  assert_shows (row, "First");
  g_free (g_steal_pointer (&stafet_day_item_edit (a)->title));
  stafet_day_item_edit (a)->title = g_strdup ("Changed");
  g_signal_emit_by_name (a, "changed");
  assert_shows (row, "Changed");
  stafet_day_row_set_item (row, b);
  g_signal_emit_by_name (a, "changed");
  assert_shows (row, "Second");
  stafet_day_row_set_item (row, NULL);
  g_assert_finalize_object (a);
  g_assert_finalize_object (b);
  assert_finalized (app);
}

RULE (every_category_has_a_class_and_an_icon)
{
  (void) app;
  for (gint32 a = 0; a < 8; a++)
    for (gint32 b = 0; b < a; b++)
      {
        g_assert_cmpstr (stafet_category_class (a), !=, stafet_category_class (b));
        g_assert_cmpstr (stafet_category_icon (a), !=, stafet_category_icon (b));
      }
  g_assert_cmpstr (stafet_category_class (STAFET_ENUM_NONE), ==, "none");
  g_assert_cmpstr (stafet_category_class (99), ==, "none");
  g_assert_nonnull (stafet_category_icon (STAFET_ENUM_NONE));
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define ROW(name, func) APP_TEST ("/app/day-row/" name, func)
  ROW ("a-heading-is-no-card", a_heading_is_no_card);
  ROW ("a-notice-leads-where-its-button-says", a_notice_leads_where_its_button_says);
  ROW ("a-closure-has-no-button-and-no-focus", a_closure_has_no_button_and_no_focus);
  ROW ("hole/nobody-has-it", a_place_that_nobody_has_is_permanently_vacant);
  ROW ("hole/a-regular-is-away-this-time-only", a_regular_who_is_away_leaves_a_hole_for_this_time_only);
  ROW ("hole/bound-again-it-shows-nothing-of-before", a_hole_that_is_bound_again_shows_nothing_of_before);
  ROW ("entry/says-when-what-where-and-who", an_occurrence_says_when_what_where_and_who);
  ROW ("entry/everybody-there-is-said", an_occurrence_with_everybody_there_says_so);
  ROW ("entry/cancelled-says-why-and-asks-for-nobody", what_is_cancelled_says_why_and_asks_for_nobody);
  ROW ("entry/moved-says-from-when", a_date_that_was_moved_says_from_when);
  ROW ("entry/today-says-what-is-under-way-and-over", today_it_says_what_is_under_way_and_what_is_over);
  ROW ("entry/several-roles-are-named", several_roles_are_named);
  ROW ("entry/a-holiday-to-be-looked-at-is-warned-of", a_holiday_that_is_to_be_looked_at_is_warned_of);
  ROW ("entry/the-menu-edits-cancels-or-restores", the_menu_of_an_occurrence_edits_cancels_or_restores_it);
  ROW ("entry/the-menu-of-a-lone-shift-only-cancels", the_menu_of_a_lone_shift_only_cancels);
  ROW ("entry/people-are-widgets-that-are-used-again", people_are_widgets_that_are_used_again);
  ROW ("an-item-that-changes-is-followed", an_item_that_changes_is_followed_until_another_takes_its_place);
  ROW ("every-category-has-a-class-and-an-icon", every_category_has_a_class_and_an_icon);
  EXAMPLE_TEST ("/app/day-row/any-row-shows-after-any-other-what-a-new-one-shows", "house",
                any_row_shows_after_any_other_what_a_new_one_shows);
  return g_test_run ();
}
