/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the window to its frame: pages, the way back, what is remembered, and what is told.
 */
#include "app-fixture.h"

#include "app/stafet-activity-editor.h"
#include "app/stafet-find-page.h"
#include "app/stafet-side-row.h"
#include "app/stafet-volunteer-card.h"
#include "app/stafet-volunteer-form.h"
#include "app/stafet-window-private.h"
#include "app/stafet-wrap-layout.h"

static const char *const sides[] = { "today", "week", "activities", "volunteers", "nursing" };

static StafetUid
uid_of (App *app, StafetKind kind, const char *name)
{
  return ((StafetRecord *) find (&app->plan, kind, name))->uid;
}

static void
go (App *app, const char *side)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.go", "s", side);
  settle ();
}

static void
act (App *app, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), action, NULL);
  settle ();
}

static StafetPage *
page_of (App *app)
{
  return stafet_window_get_page (STAFET_WINDOW (app->window));
}

static void
assert_title (App *app, const char *title)
{
  StafetWindow *window = STAFET_WINDOW (app->window);

  g_assert_cmpstr (adw_window_title_get_title (window->title), ==, title);
  g_assert_cmpstr (stafet_page_get_title (page_of (app)), ==, title);
}

/* The program is closed and started again. */
static StafetWindow *
start_anew (App *app)
{
  gtk_window_close (app->window);
  settle ();
  ASSERT_GONE (app->window);
  g_assert_finalize_object (app->desk);
  app->desk = stafet_desk_new (app->plan.plan, app->settings);
  app->window = g_object_ref_sink (GTK_WINDOW (gtk_window_new ()));
  return open_program (app);
}

RULE (every_page_can_be_gone_to_and_is_marked)
{
  static const char *const titles[] = { "Today", "Week 48", "Activities", "Volunteers", "Nursing homes" };
  StafetWindow *window = open_program (app);

  for (int round = 0; round < 2; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
      {
        go (app, sides[i]);
        assert_title (app, titles[i]);
        g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (window->side_list)), ==,
                         i);
        g_assert_cmpint (gtk_widget_get_visible (window->nav) || gtk_widget_get_visible (window->nav_bar), ==,
                         i < 2);
      }
  go (app, "nowhere");
  assert_title (app, "Nursing homes");
}

/* The list selects what the keyboard passes: afterwards the mark is where it was. */
RULE (the_page_in_view_is_marked_when_the_keyboard_is_elsewhere)
{
  StafetWindow *window = open_program (app);
  GtkListBoxRow *last = gtk_list_box_get_row_at_index (window->side_list, STAFET_SIDE_NURSING);

  go (app, "week");
  gtk_widget_grab_focus (GTK_WIDGET (last));
  gtk_list_box_select_row (window->side_list, last);
  settle ();
  g_assert_true (gtk_list_box_get_selected_row (window->side_list) == last);
  stafet_page_focus (page_of (app));
  settle ();
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (window->side_list)), ==,
                   STAFET_SIDE_WEEK);
}

/* Each in a process of its own, where no type is known yet. */
RULE (every_page_can_be_the_first_that_is_shown)
{
  if (g_test_subprocess ())
    {
      open_program (app);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page_of (app))));
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_setenv ("STAFET_TEST_VIEW", sides[i], TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
    }
  g_unsetenv ("STAFET_TEST_VIEW");
}

RULE (the_page_in_view_is_remembered)
{
  open_program (app);
  go (app, "volunteers");
  start_anew (app);
  assert_title (app, "Volunteers");
  g_settings_set_string (app->settings, "view", "what is this");
  start_anew (app);
  assert_title (app, "Today");
}

RULE (the_size_of_the_window_is_remembered)
{
  StafetWindow *window = open_program (app);
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 600);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  window = start_anew (app);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1000);
  g_assert_cmpint (height, ==, 600);
}

RULE (a_page_over_another_leads_back)
{
  StafetWindow *window = open_program (app);
  StafetUid lis = uid_of (app, STAFET_KIND_VOLUNTEER, "Lis Bæk");

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->back)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", "(si)",
                              uid_of (app, STAFET_KIND_SHIFT, "Servering"), TUESDAY);
  settle ();
  g_assert_true (STAFET_IS_FIND_PAGE (page_of (app)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->back)));
  g_assert_cmpstr (gtk_label_get_text (window->back_label), ==, "Today");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.volunteer", "s", lis);
  settle ();
  g_assert_true (STAFET_IS_VOLUNTEER_CARD (page_of (app)));
  assert_title (app, "Lis Bæk");
  g_assert_cmpstr (gtk_label_get_text (window->back_label), ==, "Find a volunteer");
  act (app, "win.back");
  g_assert_true (STAFET_IS_FIND_PAGE (page_of (app)));
  act (app, "win.back");
  assert_title (app, "Today");
  act (app, "win.back");
  assert_title (app, "Today");
}

RULE (the_way_back_leads_to_where_the_keyboard_was)
{
  StafetWindow *window = open_program (app);
  GtkWidget *focus;

  for (int i = 0; i < 3; i++)
    gtk_widget_child_focus (GTK_WIDGET (page_of (app)), GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.volunteer", "s",
                              uid_of (app, STAFET_KIND_VOLUNTEER, "Lis Bæk"));
  settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != focus);
  act (app, "win.back");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
}

RULE (going_to_a_page_drops_those_over_it)
{
  StafetWindow *window = open_program (app);
  gpointer editor;

  act (app, "win.new-activity");
  editor = page_of (app);
  g_assert_true (STAFET_IS_ACTIVITY_EDITOR (editor));
  g_object_add_weak_pointer (editor, &editor);
  act (app, "win.new-volunteer");
  g_assert_true (STAFET_IS_VOLUNTEER_FORM (page_of (app)));
  go (app, "week");
  settle ();
  g_assert_null (editor);
  g_assert_cmpuint (window->pushed->len, ==, 0);
  assert_title (app, "Week 48");
}

RULE (a_page_puts_its_buttons_in_the_header)
{
  StafetWindow *window = open_program (app);

  g_assert_true (gtk_widget_get_visible (window->new_button));
  act (app, "win.new-volunteer");
  g_assert_false (gtk_widget_get_visible (window->new_button));
  g_assert_nonnull (gtk_widget_get_first_child (GTK_WIDGET (window->header_end)));
  act (app, "win.back");
  g_assert_true (gtk_widget_get_visible (window->new_button));
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (window->header_end)));
}

RULE (days_and_weeks_are_stepped_through)
{
  open_program (app);
  act (app, "win.next");
  assert_title (app, "Tomorrow");
  act (app, "win.previous");
  act (app, "win.previous");
  assert_title (app, "Yesterday");
  act (app, "win.today");
  assert_title (app, "Today");
  go (app, "week");
  act (app, "win.next");
  assert_title (app, "Week 49");
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.show-day", "i", TUESDAY + 7);
  settle ();
  assert_title (app, "The day");
  go (app, "volunteers");
  act (app, "win.next");
  g_assert_cmpint (stafet_desk_get_date (app->desk), ==, TUESDAY + 7);
}

RULE (the_sidebar_counts_what_is_missing_today)
{
  StafetWindow *window = open_program (app);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (window->side_list, STAFET_SIDE_TODAY);

  assert_shows (row, "Today | · 3 missing");
  assert_name (row, "Today · 3 missing");
  done (&app->plan, stafet_use_cancel ("Café", TUESDAY, NONE, "Sygdom"));
  settle ();
  assert_name (row, "Today · 1 missing");
  stafet_desk_set_view (app->desk, STAFET_VIEW_HOUSE, uid_of (app, STAFET_KIND_HOUSE, "Møllestien"));
  settle ();
  assert_name (row, "Today");
  g_assert_cmpstr (gtk_label_get_text (window->scope_label), ==, "Møllestien");
}

/* ——— Telling ——— */

static gboolean
says (App *app, const char *part)
{
  g_autofree char *text = text_of (STAFET_WINDOW (app->window)->toasts);

  return strstr (text, part) != NULL;
}

static void
put (App *app, const char *action, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), action, "(siis)",
                              uid_of (app, STAFET_KIND_SHIFT, "Servering"), TUESDAY, STAFET_HOLDER_VOLUNTEER,
                              uid_of (app, STAFET_KIND_VOLUNTEER, name));
}

static gboolean
is_staffed (App *app, const char *expected)
{
  g_autofree char *text = staffed (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, "Café"), TUESDAY);

  return strcmp (text, expected) == 0;
}

RULE (a_change_is_told_and_can_be_undone_and_done_again)
{
  StafetWindow *window = open_program (app);
  put (app, "win.put-on", "Lis Bæk");
  WAIT_UNTIL (is_staffed (app, "Lis Bæk promised 1"));
  WAIT_UNTIL (window->toast != NULL);
  settle ();
  g_assert_cmpstr (adw_toast_get_action_name (window->toast), ==, "win.undo");
  g_assert_true (says (app, "Lis Bæk"));
  act (app, "win.undo");
  WAIT_UNTIL (is_staffed (app, ""));
  WAIT_UNTIL (says (app, "Undone: "));
  settle ();
  act (app, "win.redo");
  WAIT_UNTIL (is_staffed (app, "Lis Bæk promised 1"));
  WAIT_UNTIL (says (app, "Done again: "));
}

RULE (the_menu_names_what_undo_and_redo_would_do)
{
  StafetWindow *window = open_program (app);
  g_autofree char *label = NULL, *again = NULL;

  put (app, "win.put-on", "Lis Bæk");
  WAIT_UNTIL (window->toast != NULL);
  settle ();
  g_menu_model_get_item_attribute (G_MENU_MODEL (window->undo_section), 0, "label", "s", &label);
  g_assert_true (g_str_has_prefix (label, "Undo: "));
  g_assert_nonnull (strstr (label, "Lis Bæk"));
  act (app, "win.undo");
  WAIT_UNTIL (says (app, "Undone: "));
  settle ();
  g_menu_model_get_item_attribute (G_MENU_MODEL (window->undo_section),
                                   g_menu_model_get_n_items (G_MENU_MODEL (window->undo_section)) - 1,
                                   "label", "s", &again);
  g_assert_true (g_str_has_prefix (again, "Redo: "));
}

/* GDK takes no key from a test: the action of the key is asked for with the keyboard in a field. */
RULE (the_key_of_undo_means_the_text_that_is_written)
{
  StafetWindow *window = open_program (app);
  GtkEditable *search;

  put (app, "win.put-on", "Lis Bæk");
  WAIT_UNTIL (is_staffed (app, "Lis Bæk promised 1"));
  go (app, "volunteers");
  search = GTK_EDITABLE (PART (page_of (app), "search"));
  gtk_widget_grab_focus (GTK_WIDGET (search));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (GTK_WINDOW (window))));
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (window)), "insert-at-cursor", "Åse");
  act (app, "win.undo-here");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  g_assert_true (is_staffed (app, "Lis Bæk promised 1"));
  /* An empty search has nothing to take back: then the plan is meant. */
  act (app, "win.undo-here");
  WAIT_UNTIL (is_staffed (app, "") && says (app, "Undone"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  settle ();
  act (app, "win.redo-here");
  WAIT_UNTIL (is_staffed (app, "Lis Bæk promised 1"));
  gtk_window_set_focus (GTK_WINDOW (window), GTK_WIDGET (window->menu_button));
  act (app, "win.undo-here");
  WAIT_UNTIL (is_staffed (app, ""));
}

RULE (the_newest_message_takes_the_place_of_the_one_before)
{
  StafetWindow *window = open_program (app);

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *text = g_strdup_printf ("Besked %d", i);

      stafet_window_tell (window, text, TRUE);
      settle ();
      g_assert_nonnull (window->toast);
    }
  WAIT_UNTIL (says (app, "Besked 3"));
}

static void
wait_ms (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, late_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* As when Ctrl+Z is held down. */
RULE (however_fast_things_are_told_the_newest_is_in_view)
{
  static const guint gaps[] = { 0, 5, 40, 150, 250, 600, 800 };
  StafetWindow *window = open_program (app);

  for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      for (int n = 0; n < 12 && (guint) n * gaps[i] < 2500; n++)
        {
          g_autofree char *text = g_strdup_printf ("Told %d & done", n);

          stafet_window_tell (window, text, n % 2 == 0);
          wait_ms (gaps[i]);
          g_assert_true (says (app, text));
          g_assert_cmpint (adw_toast_get_action_name (window->toast) != NULL, ==, n % 2 == 0);
        }
      wait_ms (800);
    }
  adw_toast_dismiss (window->toast);
  g_assert_null (window->toast);
  stafet_window_tell (window, "Once more", FALSE);
  g_assert_true (says (app, "Once more"));
}

/* Its place within the window. */
static graphene_rect_t
place_of_undo (App *app)
{
  g_autoptr (GPtrArray) buttons = widgets_of (STAFET_WINDOW (app->window)->toasts, GTK_TYPE_BUTTON);
  graphene_rect_t bounds;

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), "Undo") == 0)
      {
        g_assert_true (gtk_widget_compute_bounds (buttons->pdata[i],
                                                  GTK_WIDGET (STAFET_WINDOW (app->window)->toasts), &bounds));
        return bounds;
      }
  g_assert_not_reached ();
}

/* However long it is and however narrow the window, and never over the buttons of a panel. */
RULE (what_is_told_can_be_undone_by_pointer)
{
  StafetWindow *window = open_program (app);
  g_autoptr (GPtrArray) boxes = NULL;
  graphene_rect_t undo, foot = { 0 };

  gtk_window_set_default_size (app->window, 500, 700);
  wait_ms (300);
  gtk_window_set_default_size (app->window, 380, 700);
  wait_ms (300);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-entry", STAFET_ENTRY_TARGET,
                              uid_of (app, STAFET_KIND_ACTIVITY, "Café"), (gint32) STAFET_KIND_ACTIVITY,
                              TUESDAY);
  wait_ms (300);
  stafet_window_tell (
    window, "The sign-up for Communal dinner on Tuesday 24 November is withdrawn. Call Else Toft.", TRUE);
  wait_ms (900);
  undo = place_of_undo (app);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window->toasts)), <, 500);
  g_assert_cmpfloat (undo.origin.x + undo.size.width, <, gtk_widget_get_width (GTK_WIDGET (window->toasts)));
  boxes = widgets_of (window, STAFET_TYPE_WRAP_BOX);
  for (guint i = 0; i < boxes->len; i++)
    if (gtk_widget_has_css_class (boxes->pdata[i], "panel-foot") && gtk_widget_get_mapped (boxes->pdata[i]))
      g_assert_true (gtk_widget_compute_bounds (boxes->pdata[i], GTK_WIDGET (window->toasts), &foot));
  g_assert_cmpfloat (foot.size.height, >, 0);
  g_assert_cmpfloat (undo.origin.y + undo.size.height, <=, foot.origin.y);
}

RULE (what_is_refused_is_told_without_undo)
{
  StafetWindow *window = open_program (app);

  put (app, "win.not-confirmed", "Lis Bæk");
  settle ();
  put (app, "win.take-off", "Lis Bæk");
  WAIT_UNTIL (window->toast != NULL);
  g_assert_null (adw_toast_get_action_name (window->toast));
}

RULE (a_full_shift_is_asked_about)
{
  StafetWindow *window = open_program (app);

  done (&app->plan, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY, FALSE, FALSE));
  done (&app->plan, stafet_use_assign ("Servering", WHO ("Åse Kjær"), TUESDAY, FALSE, FALSE));
  put (app, "win.put-on", "Lis Bæk");
  WAIT_UNTIL (find_dialog () != NULL);
  answer ("cancel");
  g_assert_true (is_staffed (app, "Bent Krag promised 1, Åse Kjær promised 1"));
  put (app, "win.put-on", "Lis Bæk");
  WAIT_UNTIL (find_dialog () != NULL);
  answer ("anyway");
  WAIT_UNTIL (is_staffed (app, "Bent Krag promised 1, Lis Bæk promised 1, Åse Kjær promised 1"));
  WAIT_UNTIL (window->toast != NULL);
}

/* ——— The switcher ——— */

static GtkWidget *
open_switcher (App *app)
{
  StafetWindow *window = STAFET_WINDOW (app->window);

  act (app, "win.choose-house");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return GTK_WIDGET (gtk_menu_button_get_popover (window->scope_button));
}

RULE (the_switcher_takes_the_first_house_that_is_found)
{
  Fixture *f = &app->plan;
  GtkWidget *popover, *search;

  ADD (AREA, "name=Nord");
  ADD (HOUSE, "name=Aarestrup", "kind=community");
  open_program (app);
  popover = open_switcher (app);
  assert_shows (PART (popover, "list"), "All houses | My houses | Nord | Møllestien | Aarestrup");
  search = GTK_WIDGET (PART (popover, "search"));
  gtk_editable_set_text (GTK_EDITABLE (search), "åre");
  g_signal_emit_by_name (search, "activate");
  settle ();
  g_assert_cmpstr (stafet_desk_get_view_name (app->desk), ==, "Aarestrup");
}

RULE (a_star_makes_a_house_mine)
{
  GtkWidget *popover;
  g_autoptr (GPtrArray) stars = NULL;
  StafetUid house = uid_of (app, STAFET_KIND_HOUSE, "Møllestien");

  open_program (app);
  popover = open_switcher (app);
  stars = widgets_of (PART (popover, "list"), GTK_TYPE_TOGGLE_BUTTON);
  g_assert_cmpuint (stars->len, ==, 1);
  assert_name (stars->pdata[0], "Møllestien is one of my houses");
  gtk_toggle_button_set_active (stars->pdata[0], TRUE);
  g_assert_true (stafet_desk_is_mine (app->desk, house));
  gtk_toggle_button_set_active (stars->pdata[0], FALSE);
  g_assert_false (stafet_desk_is_mine (app->desk, house));
  gtk_popover_popdown (GTK_POPOVER (popover));
  settle ();
}

/* ——— Names and sizes ——— */

static gboolean
has_name (GtkWidget *widget)
{
  g_autofree char *text = text_of (widget);
  g_autofree char *empty =
    gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "");

  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return empty != NULL;
  /* Of what stands in it a button has its name; a list or a group has not. */
  return (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_EXPANDER (widget)
          || GTK_IS_TOGGLE_BUTTON (widget) || GTK_IS_LABEL (widget))
         && *text != '\0';
}

/* The widget that a screen reader would name: an entry and not its text, a menu button and not its inside. */
static GtkWidget *
named_of (GtkWidget *focus)
{
  GtkWidget *parent = gtk_widget_get_parent (focus);

  if (GTK_IS_TEXT (focus))
    return parent;
  if (GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent))
    return parent;
  return focus;
}

static void
assert_every_focus_has_a_name (App *app, const char *where)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  GtkWidget *root = GTK_WIDGET (app->window);

  gtk_test_widget_wait_for_draw (root);
  gtk_window_set_focus (app->window, NULL);
  while (gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD))
    {
      GtkWidget *focus = gtk_window_get_focus (app->window);

      if (focus == NULL || !g_hash_table_add (seen, focus))
        break;
      if (!has_name (named_of (focus)) && !GTK_IS_MENU_BUTTON (named_of (focus)))
        g_error ("on %s: %s in %s has no name", where, G_OBJECT_TYPE_NAME (named_of (focus)),
                 G_OBJECT_TYPE_NAME (gtk_widget_get_parent (named_of (focus))));
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 5);
}

RULE (whatever_has_the_focus_has_a_name)
{
  StafetUid volunteer =
    ((StafetRecord *) g_ptr_array_index (all (&app->plan, STAFET_KIND_VOLUNTEER), 0))->uid;

  open_program (app);
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      go (app, sides[i]);
      assert_every_focus_has_a_name (app, sides[i]);
    }
  act (app, "win.new-activity");
  assert_every_focus_has_a_name (app, "new activity");
  act (app, "win.new-volunteer");
  assert_every_focus_has_a_name (app, "new volunteer");
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.volunteer", "s", volunteer);
  settle ();
  assert_every_focus_has_a_name (app, "card");
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.find", "(si)",
                              uid_of (app, STAFET_KIND_SHIFT, "Oplæser"), TUESDAY);
  settle ();
  assert_every_focus_has_a_name (app, "find");
}

RULE (every_page_fits_from_the_least_width_on)
{
  static const int widths[] = { 360, 500, 700, 899, 1000, 1270 };

  open_program (app);
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      int least, wanted;

      go (app, sides[i]);
      gtk_widget_measure (GTK_WIDGET (page_of (app)), GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL,
                          NULL);
      g_assert_cmpint (least, <=, 360);
      for (gsize j = 0; j < G_N_ELEMENTS (widths); j++)
        {
          gtk_window_set_default_size (app->window, widths[j], 700);
          gtk_test_widget_wait_for_draw (GTK_WIDGET (app->window));
        }
    }
}

/* As wide as reflow asks for (WCAG 2.2, 1.4.10): 320 pixels at ordinary size. */
RULE (every_page_fits_in_large_text)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * dpi, NULL);
  open_program (app);
  gtk_window_set_default_size (app->window, 640, 900);
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      int least, wanted;

      go (app, sides[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (app->window));
      gtk_widget_measure (GTK_WIDGET (page_of (app)), GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL,
                          NULL);
      if (least > 640)
        g_error ("%s wants at least %d pixels", sides[i], least);
    }
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
window_set_up (App *app, gconstpointer data)
{
  const char *view = g_getenv ("STAFET_TEST_VIEW");

  app_set_up (app, data);
  stafet_desk_set_view (app->desk, STAFET_VIEW_ALL, NULL);
  if (view != NULL)
    g_settings_set_string (app->settings, "view", view);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define WINDOW(name, func) g_test_add ("/app/window/" name, App, NULL, window_set_up, func, app_tear_down)
  WINDOW ("every-page-can-be-the-first-that-is-shown", every_page_can_be_the_first_that_is_shown);
  WINDOW ("every-page-can-be-gone-to-and-is-marked", every_page_can_be_gone_to_and_is_marked);
  WINDOW ("the-page-in-view-is-marked", the_page_in_view_is_marked_when_the_keyboard_is_elsewhere);
  WINDOW ("the-page-in-view-is-remembered", the_page_in_view_is_remembered);
  WINDOW ("the-size-of-the-window-is-remembered", the_size_of_the_window_is_remembered);
  WINDOW ("a-page-over-another-leads-back", a_page_over_another_leads_back);
  WINDOW ("going-to-a-page-drops-those-over-it", going_to_a_page_drops_those_over_it);
  WINDOW ("a-page-puts-its-buttons-in-the-header", a_page_puts_its_buttons_in_the_header);
  WINDOW ("days-and-weeks-are-stepped-through", days_and_weeks_are_stepped_through);
  WINDOW ("the-sidebar-counts-what-is-missing-today", the_sidebar_counts_what_is_missing_today);
  WINDOW ("tell/a-change-can-be-undone-and-done-again", a_change_is_told_and_can_be_undone_and_done_again);
  WINDOW ("tell/the-menu-names-what-undo-and-redo-would-do", the_menu_names_what_undo_and_redo_would_do);
  WINDOW ("tell/the-key-of-undo-means-the-text-that-is-written",
          the_key_of_undo_means_the_text_that_is_written);
  WINDOW ("tell/the-newest-takes-the-place-of-the-one-before",
          the_newest_message_takes_the_place_of_the_one_before);
  WINDOW ("pages/the-way-back-leads-to-where-the-keyboard-was", the_way_back_leads_to_where_the_keyboard_was);
  WINDOW ("tell/however-fast-the-newest-is-in-view", however_fast_things_are_told_the_newest_is_in_view);
  WINDOW ("tell/can-be-undone-by-pointer", what_is_told_can_be_undone_by_pointer);
  WINDOW ("tell/what-is-refused-without-undo", what_is_refused_is_told_without_undo);
  WINDOW ("tell/a-full-shift-is-asked-about", a_full_shift_is_asked_about);
  WINDOW ("switcher/takes-the-first-house-that-is-found", the_switcher_takes_the_first_house_that_is_found);
  WINDOW ("switcher/a-star-makes-a-house-mine", a_star_makes_a_house_mine);
  EXAMPLE_TEST ("/app/window/whatever-has-the-focus-has-a-name", "house", whatever_has_the_focus_has_a_name);
  EXAMPLE_TEST ("/app/window/every-page-fits-from-the-least-width-on", "house",
                every_page_fits_from_the_least_width_on);
  EXAMPLE_TEST ("/app/window/every-page-fits-in-large-text", "house", every_page_fits_in_large_text);
  return g_test_run ();
}
