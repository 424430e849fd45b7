/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the list of volunteers to finding who is looked for, among the 3000 of a municipality.
 */
#include "app-fixture.h"

#include "app/stafet-chip.h"
#include "app/stafet-volunteer-card.h"
#include "app/stafet-volunteer-row.h"
#include "app/stafet-window-private.h"
#include "core/stafet-text.h"
#include "plan/stafet-item.h"

/* The menu of who is shown. */
enum
{
  ACTIVE,
  ON_CALL,
  PAUSED,
  STOPPED,
  EVERYBODY
};

/* The page of everybody in all houses. */
static GtkWidget *
open_page (App *app)
{
  StafetWindow *window;
  GtkWidget *page;

  stafet_desk_set_view (app->desk, STAFET_VIEW_ALL, NULL);
  window = open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "volunteers");
  settle ();
  page = GTK_WIDGET (stafet_window_get_page (window));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (page, "show")), EVERYBODY);
  return page;
}

static GListModel *
found (GtkWidget *page)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (PART (page, "list"))));
}

static const StafetVolunteer *
found_at (GtkWidget *page, guint i)
{
  g_autoptr (StafetItem) item = g_list_model_get_item (found (page), i);

  return stafet_item_get_record (item);
}

/* The entry waits a moment for more to be typed. */
static void
search_for (GtkWidget *page, const char *text)
{
  GtkWidget *search = GTK_WIDGET (PART (page, "search"));

  gtk_editable_set_text (GTK_EDITABLE (search), text);
  g_signal_emit_by_name (search, "search-changed");
}

static gboolean
is_found (GtkWidget *page, const StafetVolunteer *volunteer)
{
  for (guint i = 0; i < g_list_model_get_n_items (found (page)); i++)
    if (found_at (page, i) == volunteer)
      return TRUE;
  return FALSE;
}

RULE (everybody_stands_in_danish_order)
{
  GtkWidget *page = open_page (app);
  guint n = all (&app->plan, STAFET_KIND_VOLUNTEER)->len;
  g_autofree char *subtitle = NULL;
  g_autofree char *expected = g_strdup_printf ("%u volunteers · All houses", n);

  g_assert_cmpuint (n, >=, 3000);
  WAIT_UNTIL (g_list_model_get_n_items (found (page)) == n);
  for (guint i = 1; i < n; i++)
    g_assert_cmpint (stafet_text_compare (found_at (page, i - 1)->name, found_at (page, i)->name), <=, 0);
  g_object_get (page, "subtitle", &subtitle, NULL);
  g_assert_cmpstr (subtitle, ==, expected);
}

RULE (aase_finds_ase_and_aase)
{
  Fixture *f = &app->plan;
  GtkWidget *page;
  const GPtrArray *volunteers = all (&app->plan, STAFET_KIND_VOLUNTEER);
  guint with_ring = 0, with_two = 0;

  ADD (VOLUNTEER, "name=Åse Kjær");
  ADD (VOLUNTEER, "name=Aase Juhl");
  page = open_page (app);
  search_for (page, "aase");
  for (guint i = 0; i < g_list_model_get_n_items (found (page)); i++)
    {
      g_autofree char *folded = stafet_text_fold (found_at (page, i)->name);

      g_assert_nonnull (strstr (folded, "aase"));
    }
  for (guint i = 0; i < volunteers->len; i++)
    {
      const StafetVolunteer *volunteer = g_ptr_array_index (volunteers, i);
      gboolean ring = g_str_has_prefix (volunteer->name, "Åse "),
               two = g_str_has_prefix (volunteer->name, "Aase ");

      if (ring || two)
        g_assert_true (is_found (page, volunteer));
      with_ring += ring;
      with_two += two;
    }
  g_assert_cmpuint (with_ring, >, 0);
  g_assert_cmpuint (with_two, >, 0);
  search_for (page, "ÅSE");
  g_assert_cmpuint (g_list_model_get_n_items (found (page)), >=, with_ring + with_two);
}

RULE (a_number_is_found_in_groups_or_not)
{
  GtkWidget *page = open_page (app);
  const GPtrArray *phones = all (&app->plan, STAFET_KIND_PHONE);

  for (guint i = 0; i < phones->len; i += 401)
    {
      const StafetPhone *phone = g_ptr_array_index (phones, i);
      const StafetVolunteer *volunteer = stafet_snapshot_get (stafet_plan_get_snapshot (app->plan.plan),
                                                              STAFET_KIND_VOLUNTEER, phone->volunteer);
      g_autofree char *grouped = stafet_phone_format (phone->number);
      g_autofree char *begun = g_strndup (grouped, 8);

      if (volunteer == NULL)
        continue;
      search_for (page, grouped);
      g_assert_true (is_found (page, volunteer));
      g_assert_cmpuint (g_list_model_get_n_items (found (page)), <, 20);
      search_for (page, phone->number);
      g_assert_true (is_found (page, volunteer));
      search_for (page, begun);
      g_assert_true (is_found (page, volunteer));
    }
}

static gboolean
has_status (const StafetVolunteer *volunteer, int choice)
{
  switch (choice)
    {
    case ACTIVE:
      return volunteer->status == STAFET_VOLUNTEER_ACTIVE;
    case ON_CALL:
      return volunteer->kind == STAFET_VOLUNTEER_ON_CALL && volunteer->status != STAFET_VOLUNTEER_STOPPED;
    case PAUSED:
      return volunteer->status == STAFET_VOLUNTEER_PAUSED;
    case STOPPED:
      return volunteer->status == STAFET_VOLUNTEER_STOPPED;
    default:
      return TRUE;
    }
}

static gboolean
is_free (App *app, const StafetVolunteer *volunteer, guint weekday)
{
  const GPtrArray *windows = stafet_snapshot_index (
    stafet_plan_get_snapshot (app->plan.plan), STAFET_INDEX_AVAILABILITY_BY_VOLUNTEER, volunteer->parent.uid);

  for (guint i = 0; i < windows->len; i++)
    if (((StafetAvailability *) g_ptr_array_index (windows, i))->weekday == (gint32) weekday)
      return TRUE;
  return weekday == 0;
}

RULE (each_menu_shows_those_it_says)
{
  GtkWidget *page = open_page (app);
  const GPtrArray *volunteers = all (&app->plan, STAFET_KIND_VOLUNTEER);

  for (int choice = ACTIVE; choice <= EVERYBODY; choice++)
    for (guint weekday = 0; weekday <= 7; weekday += 3)
      {
        guint expected = 0;

        for (guint i = 0; i < volunteers->len; i++)
          expected += has_status (g_ptr_array_index (volunteers, i), choice)
                      && is_free (app, g_ptr_array_index (volunteers, i), weekday);
        gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (page, "show")), (guint) choice);
        gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (page, "days")), weekday);
        WAIT_UNTIL (g_list_model_get_n_items (found (page)) == expected);
      }
}

RULE (only_those_of_the_houses_in_view_are_shown)
{
  GtkWidget *page = open_page (app);
  const GPtrArray *links = all (&app->plan, STAFET_KIND_VOLUNTEER_HOUSE);
  StafetUid house = ((StafetVolunteerHouse *) g_ptr_array_index (links, 0))->house;
  guint expected = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (links, i);

      expected += link->house == house && link->relation == STAFET_VOLUNTEER_HOUSE_HOME;
    }
  stafet_desk_set_view (app->desk, STAFET_VIEW_HOUSE, house);
  settle ();
  g_assert_cmpuint (expected, >, 0);
  WAIT_UNTIL (g_list_model_get_n_items (found (page)) == expected);
}

RULE (a_row_has_the_name_and_shows_the_number_in_groups)
{
  GtkWidget *page = open_page (app);
  g_autoptr (GPtrArray) rows = NULL;

  gtk_test_widget_wait_for_draw (page);
  rows = widgets_of (PART (page, "list"), STAFET_TYPE_VOLUNTEER_ROW);
  g_assert_cmpuint (rows->len, >, 5);
  for (guint i = 0; i < 5; i++)
    {
      const StafetVolunteer *volunteer = found_at (page, i);
      g_autofree char *phones =
        stafet_volunteer_phones (stafet_plan_get_snapshot (app->plan.plan), volunteer);

      assert_name (gtk_widget_get_parent (rows->pdata[i]), volunteer->name);
      assert_mentions (rows->pdata[i], volunteer->name);
      if (*phones != '\0')
        assert_mentions (rows->pdata[i], phones);
    }
}

RULE (nobody_found_says_so)
{
  GtkWidget *page = open_page (app);

  search_for (page, "zzzz ingen hedder sådan");
  g_assert_cmpuint (g_list_model_get_n_items (found (page)), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (PART (page, "stack"))), ==, "none");
  search_for (page, "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (PART (page, "stack"))), ==, "list");
}

/* Also when Enter comes before the entry has told of the last letters. */
RULE (enter_opens_the_first_who_is_found)
{
  Fixture *f = &app->plan;
  GtkWidget *search;
  StafetPage *opened;

  ADD (VOLUNTEER, "name=Åse Kjær");
  search = GTK_WIDGET (PART (open_page (app), "search"));
  gtk_editable_set_text (GTK_EDITABLE (search), "aase");
  g_signal_emit_by_name (search, "activate");
  settle ();
  opened = stafet_window_get_page (STAFET_WINDOW (app->window));
  g_assert_true (STAFET_IS_VOLUNTEER_CARD (opened));
  g_assert_cmpstr (stafet_page_get_title (opened), ==, "Åse Kjær");
}

/* ——— A row ——— */

static void
assert_row (App *app, StafetVolunteerRow *row, const char *name, const char *expected)
{
  stafet_volunteer_row_bind (row, stafet_plan_get_snapshot (app->plan.plan),
                             find (&app->plan, STAFET_KIND_VOLUNTEER, name), TUESDAY);
  assert_shows (row, expected);
}

RULE (a_row_says_what_is_out_of_the_ordinary)
{
  Fixture *f = &app->plan;
  StafetVolunteerRow *row = show (app, stafet_volunteer_row_new ());

  EDIT (VOLUNTEER, "Lis Bæk", "phones=13701244,86123456", "skills=café,sang");
  EDIT (VOLUNTEER, "Bent Krag", "status=paused", "paused_until=2026-12-01");
  EDIT (VOLUNTEER, "Åse Kjær", "protected=yes");
  ADD (VOLUNTEER, "name=Ruth Winther", "status=paused");
  assert_row (app, row, "Lis Bæk", "LB | Lis Bæk | café, sang | 13 70 12 44 · 86 12 34 56");
  assert_row (app, row, "Bent Krag", "BK | Bent Krag | on a break until 1 December");
  assert_row (app, row, "Åse Kjær", "ÅK | Åse Kjær | protected name");
  assert_row (app, row, "Ruth Winther", "RW | Ruth Winther | on a break");
  assert_row (app, row, "Lis Bæk", "LB | Lis Bæk | café, sang | 13 70 12 44 · 86 12 34 56");
  assert_measures (GTK_WIDGET (row));
  assert_tab_order (app, "");
  assert_finalized (app);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define PAGE(name, func) EXAMPLE_TEST ("/app/volunteers-page/" name, "municipality", func)
  PAGE ("everybody-stands-in-danish-order", everybody_stands_in_danish_order);
  PAGE ("aase-finds-ase-and-aase", aase_finds_ase_and_aase);
  PAGE ("a-number-is-found-in-groups-or-not", a_number_is_found_in_groups_or_not);
  PAGE ("each-menu-shows-those-it-says", each_menu_shows_those_it_says);
  PAGE ("only-those-of-the-houses-in-view", only_those_of_the_houses_in_view_are_shown);
  PAGE ("a-row-has-the-name-and-shows-the-number-in-groups",
        a_row_has_the_name_and_shows_the_number_in_groups);
  PAGE ("nobody-found-says-so", nobody_found_says_so);
  PAGE ("enter-opens-the-first-who-is-found", enter_opens_the_first_who_is_found);
  APP_TEST ("/app/volunteers-page/row/says-what-is-out-of-the-ordinary",
            a_row_says_what_is_out_of_the_ordinary);
  return g_test_run ();
}
