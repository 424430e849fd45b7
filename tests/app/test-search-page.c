/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the search's page to what the search finds: its rows show one hit after another, and nothing may be
 * left over of the one before.
 */
#include "app-fixture.h"

#include "app/stafet-found.h"
#include "app/stafet-search-page.h"
#include "app/stafet-window-private.h"

#define MOST 30
#define QUERIES 40

/* The same, found afresh. */
static StafetSearchIndex *
new_index (App *app)
{
  StafetSearchIndex *index =
    stafet_search_index_new (stafet_desk_get_snapshot (app->desk), stafet_desk_today (app->desk));

  stafet_found_add_commands (index, FALSE);
  return index;
}

static void
type (GtkWidget *page, const char *text)
{
  stafet_search_page_search (STAFET_SEARCH_PAGE (page), text);
  g_signal_emit_by_name (PART (page, "entry"), "search-changed");
}

static GtkListBoxRow *
row_at (GtkWidget *page, guint i)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (PART (page, "list")), (int) i);
}

static guint
count_rows (GtkWidget *page)
{
  guint n = 0;

  while (row_at (page, n) != NULL && gtk_widget_get_visible (GTK_WIDGET (row_at (page, n))))
    n++;
  return n;
}

/* Until what is searched was gone through, beside the window. */
static void
wait_until_it_searches (GtkWidget *page)
{
  type (page, "e");
  WAIT_UNTIL (count_rows (page) > 0);
}

static GtkWidget *
open_search (App *app)
{
  StafetWindow *window = open_program (app);
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  settle ();
  page = GTK_WIDGET (stafet_window_get_page (window));
  wait_until_it_searches (page);
  return page;
}

static void
assert_row (GtkWidget *page, guint i, const StafetSearchHit *hit)
{
  const char *kind = hit->record != NULL ? STAFET_RECORD_INFO (hit->record)->title : "command";
  gboolean person = hit->kind == STAFET_KIND_VOLUNTEER;
  g_autofree char *detail = g_strconcat (kind, *hit->detail != '\0' ? " · " : "", hit->detail, NULL);
  g_autofree char *text = g_strdup_printf ("%s | %s%s", hit->name, detail, person ? " | Ring | Regrets" : "");
  g_autofree char *name = g_strdup_printf ("%s, %s", hit->name, detail);
  g_autofree char *ring = g_strdup_printf ("Ring: %s", hit->name);
  g_autofree char *regrets = g_strdup_printf ("Regrets: %s", hit->name);
  g_autoptr (GPtrArray) buttons = widgets_of (row_at (page, i), GTK_TYPE_BUTTON);
  g_autoptr (GPtrArray) images = widgets_of (row_at (page, i), GTK_TYPE_IMAGE);

  assert_shows (row_at (page, i), text);
  assert_name (GTK_ACCESSIBLE (row_at (page, i)), name);
  g_assert_cmpuint (buttons->len, ==, 2);
  assert_name (GTK_ACCESSIBLE (buttons->pdata[0]), ring);
  assert_name (GTK_ACCESSIBLE (buttons->pdata[1]), regrets);
  g_assert_cmpstr (gtk_image_get_icon_name (images->pdata[0]), ==, stafet_found_icon (hit->kind));
}

/* At once some of them, from the top; the first is chosen. */
static void
assert_finds (GtkWidget *page, const StafetSearchIndex *index, const char *typed)
{
  g_autoptr (GPtrArray) hits = stafet_search (index, typed, MOST);
  GtkListBox *list = GTK_LIST_BOX (PART (page, "list"));
  guint n;

  type (page, typed);
  n = count_rows (page);
  g_test_message ("“%s”: %u of %u", typed, n, hits->len);
  g_assert_cmpuint (n, <=, hits->len);
  g_assert_cmpuint (n, >=, MIN (hits->len, 5));
  for (guint i = 0; i < n; i++)
    assert_row (page, i, hits->pdata[i]);
  for (guint i = n; row_at (page, i) != NULL; i++)
    g_assert_false (gtk_widget_get_visible (GTK_WIDGET (row_at (page, i))));
  g_assert_true (gtk_list_box_get_selected_row (list) == (n > 0 ? row_at (page, 0) : NULL));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (list)) == (n > 0));
}

/* A part of a name or a number, as somebody begins to type it. (transfer full) */
static char *
random_text (StafetSnapshot *snapshot)
{
  static const StafetKind kinds[] = { STAFET_KIND_VOLUNTEER, STAFET_KIND_VOLUNTEER, STAFET_KIND_ACTIVITY,
                                      STAFET_KIND_HOUSE,     STAFET_KIND_ROOM,      STAFET_KIND_PHONE };
  StafetKind kind = kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
  const GPtrArray *records = stafet_snapshot_all (snapshot, kind);
  gpointer record = records->pdata[g_test_rand_int_range (0, (int) records->len)];
  const char *text =
    kind == STAFET_KIND_PHONE ? ((StafetPhone *) record)->number : stafet_record_get_label (record);
  glong length = g_utf8_strlen (text, -1), from = g_test_rand_bit () ? 0 : g_test_rand_int_range (0, length);
  glong to = from + g_test_rand_int_range (1, 14);

  return g_utf8_substring (text, from, MIN (length, to));
}

RULE (rows_show_what_is_found_whatever_is_typed)
{
  GtkWidget *page = open_search (app);
  g_autoptr (StafetSearchIndex) index = new_index (app);

  for (int i = 0; i < QUERIES; i++)
    {
      g_autofree char *text = random_text (stafet_desk_get_snapshot (app->desk));

      for (const char *end = text; *end != '\0';)
        {
          g_autofree char *typed = NULL;

          end = g_utf8_next_char (end);
          typed = g_strndup (text, (gsize) (end - text));
          assert_finds (page, index, typed);
          if (g_test_rand_int_range (0, 8) == 0)
            gtk_test_widget_wait_for_draw (page);
        }
    }
  assert_finds (page, index, "xyzzy");
  assert_finds (page, index, "");
}

/* More than are in view come when one goes there; with the last of them Enter leads where it says. */
RULE (all_that_is_found_is_reached)
{
  GtkWidget *page = open_search (app);
  g_autoptr (StafetSearchIndex) index = new_index (app);
  g_autoptr (GPtrArray) hits = stafet_search (index, "e", MOST);
  guint n;

  g_assert_cmpuint (hits->len, ==, MOST);
  assert_finds (page, index, "e");
  for (int i = 0; i < 4; i++)
    gtk_test_widget_wait_for_draw (page);
  n = count_rows (page);
  g_assert_cmpuint (n, <, MOST);
  gtk_widget_grab_focus (GTK_WIDGET (row_at (page, 0)));
  WAIT_UNTIL (count_rows (page) == MOST);
  for (guint i = 0; i < MOST; i++)
    assert_row (page, i, hits->pdata[i]);
  stafet_page_focus (STAFET_PAGE (page));
  assert_finds (page, index, "el");
  assert_finds (page, index, "e");
  g_assert_cmpuint (count_rows (page), ==, n);
}

/* The window is as high as it is: what is found fills it, and can be scrolled. */
RULE (what_is_found_fills_the_view)
{
  GtkWidget *page = open_search (app);
  GtkAdjustment *view = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (PART (page, "scroller")));
  guint n;

  type (page, "e");
  WAIT_UNTIL (gtk_adjustment_get_upper (view) > gtk_adjustment_get_page_size (view));
  n = count_rows (page);
  for (guint more = n; more < MOST; more = count_rows (page))
    {
      gtk_adjustment_set_value (view, gtk_adjustment_get_upper (view));
      WAIT_UNTIL (count_rows (page) > more);
    }
  type (page, "el");
  g_assert_cmpfloat (gtk_adjustment_get_value (view), ==, 0);
  g_assert_cmpuint (count_rows (page), <, MOST);
}

RULE (enter_opens_the_first)
{
  GtkWidget *page = open_search (app);
  g_autoptr (StafetSearchIndex) index = new_index (app);
  g_autoptr (GPtrArray) hits = stafet_search (index, "ebba", MOST);
  const StafetSearchHit *first = hits->pdata[0];

  g_assert_cmpint (first->kind, ==, STAFET_KIND_VOLUNTEER);
  type (page, "eb");
  type (page, "ebba");
  g_signal_emit_by_name (PART (page, "entry"), "activate");
  settle ();
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (stafet_window_get_page (STAFET_WINDOW (app->window))), ==,
                   "StafetVolunteerCard");
  assert_mentions (stafet_window_get_page (STAFET_WINDOW (app->window)), first->name);
}

/* Enter is not pressed in vain, however soon. */
RULE (enter_waits_for_what_is_searched)
{
  StafetWindow *window = open_program (app);
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  page = GTK_WIDGET (stafet_window_get_page (window));
  stafet_search_page_search (STAFET_SEARCH_PAGE (page), "ebba");
  assert_silent_of (page, "Nothing is called that");
  g_signal_emit_by_name (PART (page, "entry"), "activate");
  settle ();
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (stafet_window_get_page (window)), ==, "StafetVolunteerCard");
}

/* What is found follows the plan. */
RULE (who_is_new_is_found)
{
  GtkWidget *page = open_search (app);
  static const char *const pairs[] = { "name=Zacharias Zweig", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetOutcome) outcome = NULL;

  type (page, "zwei");
  g_assert_cmpuint (count_rows (page), ==, 0);
  assert_mentions (page, "Nothing is called that");
  outcome = stafet_plan_edit (app->plan.plan, stafet_use_add (STAFET_KIND_VOLUNTEER, pairs), &error);
  g_assert_no_error (error);
  WAIT_UNTIL (count_rows (page) == 1);
  assert_mentions (row_at (page, 0), "Zacharias Zweig");
}

/* Also while rows are being made. */
RULE (the_page_goes)
{
  StafetPage *page = STAFET_PAGE (show (app, stafet_search_page_new (app->desk)));

  wait_until_it_searches (GTK_WIDGET (page));
  assert_finalized (app);
}

#define PAGE(path, func) EXAMPLE_TEST ("/app/search-page/" path, "municipality", func)

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  PAGE ("rows-show-what-is-found-whatever-is-typed", rows_show_what_is_found_whatever_is_typed);
  PAGE ("all-that-is-found-is-reached", all_that_is_found_is_reached);
  PAGE ("what-is-found-fills-the-view", what_is_found_fills_the_view);
  PAGE ("enter-opens-the-first", enter_opens_the_first);
  PAGE ("enter-waits-for-what-is-searched", enter_waits_for_what_is_searched);
  PAGE ("who-is-new-is-found", who_is_new_is_found);
  PAGE ("the-page-goes", the_page_goes);
  return g_test_run ();
}
