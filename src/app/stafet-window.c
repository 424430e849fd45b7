/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frame: which page is in view, what the header says, and what the sidebar counts.
 */
#include "stafet-window-private.h"

#include "core/stafet-words.h"
#include "schedule/stafet-day.h"
#include "stafet-activities-page.h"
#include "stafet-activity-editor.h"
#include "stafet-application.h"
#include "stafet-board-window.h"
#include "stafet-enquiries-page.h"
#include "stafet-enquiry-page.h"
#include "stafet-network-page.h"
#include "stafet-nursing-page.h"
#include "stafet-popup.h"
#include "stafet-search-page.h"
#include "stafet-side-row.h"
#include "stafet-speech.h"
#include "stafet-toast-title.h"
#include "stafet-today-page.h"
#include "stafet-trying.h"
#include "stafet-volunteer-form.h"
#include "stafet-volunteers-page.h"
#include "stafet-week-page.h"
#include "stafet-widget.h"

#include <string.h>

/* libadwaita 1.2 reaches for a toast after it is freed when it goes before it has come all the way, which
 * takes half a second. So long its words change instead. In microseconds. */
#define TOAST_COMES 700000

G_DEFINE_FINAL_TYPE (StafetWindow, stafet_window, ADW_TYPE_APPLICATION_WINDOW)

static const struct
{
  const char *name, *icon, *title;
  GType (*get_type) (void);
} sides[STAFET_N_SIDES] = {
  { "today", "stafet-today-symbolic", N_ ("Today"), stafet_today_page_get_type },
  { "week", "stafet-week-symbolic", N_ ("Week"), stafet_week_page_get_type },
  { "activities", "stafet-activities-symbolic", N_ ("Activities"), stafet_activities_page_get_type },
  { "volunteers", "stafet-people-symbolic", N_ ("Volunteers"), stafet_volunteers_page_get_type },
  { "nursing", "stafet-nursing-symbolic", N_ ("Nursing homes"), stafet_nursing_page_get_type },
  { "enquiries", "stafet-baton-symbolic", N_ ("Enquiries"), stafet_enquiries_page_get_type },
  { "network", "stafet-network-symbolic", N_ ("Network"), stafet_network_page_get_type },
};

/* ——— Which page ——— */

StafetPage *
stafet_window_get_page (StafetWindow *self)
{
  return self->pushed->len > 0 ? g_ptr_array_index (self->pushed, self->pushed->len - 1)
                               : self->sides[self->side];
}

static StafetPage *
get_side (StafetWindow *self, StafetSide side)
{
  if (self->sides[side] == NULL)
    {
      self->sides[side] =
        g_object_new (sides[side].get_type (), "desk", self->desk, "title", _ (sides[side].title), NULL);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->sides[side]), sides[side].name);
    }
  return self->sides[side];
}

/* Where the header has no room for it, the date and the way on and back in time stand below. */
static void
show_titles (StafetWindow *self)
{
  StafetPage *page = stafet_window_get_page (self);
  gboolean steps = self->pushed->len == 0 && stafet_page_can_step (page);
  g_autofree char *subtitle = NULL;

  g_object_get (page, "subtitle", &subtitle, NULL);
  adw_window_title_set_title (self->title, stafet_page_get_title (page));
  adw_window_title_set_subtitle (self->title, self->narrow ? "" : subtitle);
  gtk_label_set_text (self->nav_title, subtitle);
  gtk_widget_set_visible (self->nav, steps && !self->narrow);
  gtk_widget_set_visible (self->nav_bar, steps && self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->back_label), !self->narrow);
}

/* The page that back leads to. */
static const char *
title_below (StafetWindow *self)
{
  if (self->pushed->len > 1)
    return stafet_page_get_title (g_ptr_array_index (self->pushed, self->pushed->len - 2));
  return _ (sides[self->side].title);
}

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* A page's own buttons, in the header or below it. */
static void
show_header_end (StafetWindow *self, GtkWidget *widget)
{
  GtkBox *box = self->narrow ? GTK_BOX (self->end_bar) : self->header_end;

  empty_box (self->header_end);
  empty_box (GTK_BOX (self->end_bar));
  if (widget != NULL)
    gtk_box_append (box, widget);
  gtk_widget_set_visible (self->end_bar, widget != NULL && self->narrow);
  gtk_widget_set_visible (self->new_button, widget == NULL || self->pushed->len == 0);
}

/* In a narrow window the title needs the room of its words. */
static void
show_new (StafetWindow *self)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (self->new_button);

  if (self->narrow)
    gtk_menu_button_set_icon_name (button, "list-add-symbolic");
  else
    gtk_menu_button_set_label (button, _ ("New …"));
  gtk_widget_set_tooltip_text (self->new_button, self->narrow ? _ ("New …") : NULL);
}

static void
name_back (StafetWindow *self, const char *title)
{
  g_autofree char *spoken = g_strdup_printf (_ ("Back to %s"), title);

  gtk_label_set_text (self->back_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* A page has another title, or other buttons than before. */
static void
page_changed_cb (StafetWindow *self)
{
  GtkWidget *widget = stafet_page_get_header_end (stafet_window_get_page (self));
  GtkWidget *box = self->narrow ? self->end_bar : GTK_WIDGET (self->header_end);

  if (gtk_widget_get_first_child (box) != widget)
    show_header_end (self, widget);
  show_titles (self);
}

static void
show_header (StafetWindow *self)
{
  StafetPage *page = stafet_window_get_page (self);
  gboolean pushed = self->pushed->len > 0;

  if (self->titled_page != page)
    {
      if (self->titled_page != NULL)
        g_clear_signal_handler (&self->titled, self->titled_page);
      g_set_weak_pointer (&self->titled_page, page);
      self->titled = g_signal_connect_swapped (page, "notify::subtitle", G_CALLBACK (page_changed_cb), self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->back), pushed);
  /* Where there is no way back its key is the page's. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", pushed);
  stafet_page_set_narrow (page, self->narrow);
  if (pushed)
    name_back (self, title_below (self));
  show_header_end (self, stafet_page_get_header_end (page));
  show_new (self);
  show_titles (self);
}

/* ——— How much room there is ——— */

/* So wide must the content be at 100 % text for the header to hold everything. */
#define WIDE_ENOUGH 640
/* So wide must the window be for the sidebar to stand beside a page with a panel. */
#define WIDE_WITH_PANEL 1400

static gboolean
look_cb (gpointer data)
{
  StafetWindow *self = data;
  int dpi = 96 * 1024, width = gtk_widget_get_width (GTK_WIDGET (self)), side;
  gboolean narrow;

  self->looking = 0;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  adw_flap_set_fold_policy (self->flap, self->panel && width < WIDE_WITH_PANEL * (dpi / 1024) / 96
                                          ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                          : ADW_FLAP_FOLD_POLICY_AUTO);
  side = adw_flap_get_folded (self->flap) || !adw_flap_get_reveal_flap (self->flap)
           ? 0
           : gtk_widget_get_width (adw_flap_get_flap (self->flap));
  narrow = width - side < WIDE_ENOUGH * (dpi / 1024) / 96;
  if (narrow != self->narrow && stafet_window_get_page (self) != NULL)
    {
      self->narrow = narrow;
      show_header (self);
    }
  return G_SOURCE_REMOVE;
}

/* Told in the middle of a layout, when nothing may be shown or hidden. */
static void
resized_cb (StafetWindow *self)
{
  if (self->looking == 0 && self->desk != NULL)
    self->looking = g_idle_add_full (G_PRIORITY_HIGH_IDLE, look_cb, self, NULL);
}

void
stafet_window_set_panel (StafetWindow *self, gboolean panel)
{
  self->panel = panel;
  resized_cb (self);
}

static void
stafet_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stafet_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (resized_cb),
                           widget, G_CONNECT_SWAPPED);
}

static void
mark_side (StafetWindow *self)
{
  /* The keyboard leaves the list also when that goes with the window. */
  if (self->side_list == NULL)
    return;
  gtk_list_box_select_row (self->side_list,
                           gtk_list_box_get_row_at_index (self->side_list, (int) self->side));
}

static void
bring (StafetWindow *self, StafetPage *page)
{
  GtkWidget *before = gtk_stack_get_visible_child (self->stack);

  if (before != NULL && before != GTK_WIDGET (page))
    stafet_popup_close_within (before);
  gtk_widget_show (GTK_WIDGET (page));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
}

static void
show_page (StafetWindow *self)
{
  bring (self, stafet_window_get_page (self));
  show_header (self);
  mark_side (self);
}

static void
drop_pushed (StafetWindow *self)
{
  while (self->pushed->len > 0)
    gtk_stack_remove (self->stack, g_ptr_array_steal_index (self->pushed, self->pushed->len - 1));
}

static void
go_side (StafetWindow *self, StafetSide side)
{
  StafetPage *before = stafet_window_get_page (self);

  self->side = side;
  get_side (self, side);
  bring (self, self->sides[side]);
  if (before != NULL)
    drop_pushed (self);
  g_settings_set_string (stafet_desk_get_settings (self->desk), "view", sides[side].name);
  show_page (self);
  stafet_page_focus (stafet_window_get_page (self));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* Below it there is what one came from. */
static void
leave_cb (StafetWindow *self, gboolean meanwhile, StafetPage *page)
{
  gboolean seen = page == stafet_window_get_page (self);

  stafet_window_remove_page (self, page);
  if (seen && meanwhile)
    stafet_window_tell (self, _ ("It has been deleted meanwhile."), FALSE);
}

void
stafet_window_push (StafetWindow *self, StafetPage *page)
{
  StafetPage *behind = stafet_window_get_page (self);

  if (STAFET_IS_ACTIVITY_EDITOR (page))
    stafet_window_prepare_soon (self);
  stafet_page_remember_focus (behind);
  gtk_stack_add_child (self->stack, GTK_WIDGET (page));
  g_ptr_array_add (self->pushed, page);
  g_signal_connect_object (page, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  show_page (self);
  stafet_page_focus (page);
  /* That the focus left it is a new style for all that is in it, which nobody waits for. */
  stafet_widget_show_later (GTK_WIDGET (behind));
}

void
stafet_window_pop (StafetWindow *self)
{
  StafetPage *page;

  if (self->pushed->len == 0)
    return;
  page = g_ptr_array_steal_index (self->pushed, self->pushed->len - 1);
  show_page (self);
  stafet_page_return_focus (stafet_window_get_page (self));
  gtk_stack_remove (self->stack, GTK_WIDGET (page));
}

void
stafet_window_remove_page (StafetWindow *self, StafetPage *page)
{
  if (page == stafet_window_get_page (self))
    {
      stafet_window_pop (self);
      return;
    }
  if (!g_ptr_array_remove (self->pushed, page))
    return;
  gtk_stack_remove (self->stack, GTK_WIDGET (page));
  /* The way back may have been to it. */
  show_header (self);
}

StafetWindow *
stafet_window_of (gpointer widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return STAFET_IS_WINDOW (root) ? STAFET_WINDOW (root) : NULL;
}

StafetDesk *
stafet_window_get_desk (StafetWindow *self)
{
  return self->desk;
}

/* ——— The sidebar ——— */

static void
fill_sides (StafetWindow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* The list selects what the keyboard passes. */
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (mark_side), self);
  gtk_widget_add_controller (GTK_WIDGET (self->side_list), focus);
  for (int side = 0; side < STAFET_N_SIDES; side++)
    gtk_list_box_append (self->side_list, stafet_side_row_new (sides[side].icon, _ (sides[side].title)));
}

/* "2 missing" beside Today; nothing beside what needs nothing. */
static void
count_today (StafetWindow *self)
{
  StafetSideRow *row = STAFET_SIDE_ROW (gtk_list_box_get_row_at_index (self->side_list, STAFET_SIDE_TODAY));
  StafetDate today = stafet_desk_today (self->desk);
  StafetAgendaQuery query;
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autofree char *words = NULL;
  StafetDayCount count;

  stafet_desk_fill_query (self->desk, &query, today, today);
  query.under_way = TRUE;
  agenda = stafet_agenda_new (stafet_desk_get_snapshot (self->desk), &query);
  stafet_day_count (agenda, today, stafet_desk_now (self->desk), &count);
  if (count.missing > 0)
    words = g_strdup_printf (ngettext_ ("%u missing", "%u missing", count.missing), count.missing);
  stafet_side_row_set_count (row, words != NULL ? words : "");
}

static void
changed_cb (StafetWindow *self)
{
  g_autofree char *spoken =
    g_strdup_printf (_ ("Choose a house: %s"), stafet_desk_get_view_name (self->desk));

  gtk_label_set_text (self->scope_label, stafet_desk_get_view_name (self->desk));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scope_button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  count_today (self);
  stafet_window_name_undo (self);
}

static void
side_activated_cb (StafetWindow *self, GtkListBoxRow *row)
{
  go_side (self, (StafetSide) gtk_list_box_row_get_index (row));
}

/* ——— Telling ——— */

static void
fill_toast (StafetWindow *self, AdwToast *toast, const char *text, gboolean undo)
{
  adw_toast_set_custom_title (toast, stafet_toast_title_new (self->toasts, text));
  adw_toast_set_button_label (toast, undo ? _ ("Undo") : NULL);
  adw_toast_set_action_name (toast, undo ? "win.undo" : NULL);
  /* Nothing is timed: a change may be taken back with Ctrl+Z as long as one likes. */
  adw_toast_set_timeout (toast, undo ? 10 : 6);
}

static void
dismissed_cb (StafetWindow *self, AdwToast *toast)
{
  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

/* The newest alone is shown: an older Undo would take back what the newest tells of. */
static void
show_toast (StafetWindow *self, AdwToast *toast)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  self->toast_came = g_get_monotonic_time () + TOAST_COMES;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  /* It goes by its button without being dismissed yet: what comes of that needs a toast of its own. */
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
stafet_window_tell (StafetWindow *self, const char *text, gboolean undo)
{
  gboolean comes = self->toast != NULL && g_get_monotonic_time () < self->toast_came;
  AdwToast *toast = comes ? self->toast : adw_toast_new ("");

  fill_toast (self, toast, text, undo);
  if (!comes)
    show_toast (self, toast);
  stafet_speech_name (GTK_WIDGET (self->toasts));
}

static void
told_cb (StafetWindow *self, const StafetOutcome *outcome)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (outcome->id == 0)
    return;
  g_string_append (text, outcome->label);
  for (guint i = 0; i < outcome->warnings->len; i++)
    g_string_append_printf (text, " · %s", (const char *) g_ptr_array_index (outcome->warnings, i));
  stafet_window_tell (self, text->str, TRUE);
}

static void
refused_cb (StafetWindow *self, const GError *error)
{
  stafet_window_tell (self, error->message, FALSE);
}

/* ——— Actions of the frame ——— */

static void
go_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *wanted = g_variant_get_string (parameter, NULL);

  (void) name;
  for (int side = 0; side < STAFET_N_SIDES; side++)
    if (strcmp (wanted, sides[side].name) == 0)
      go_side (STAFET_WINDOW (widget), (StafetSide) side);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  stafet_window_pop (STAFET_WINDOW (widget));
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) parameter;
  stafet_page_step (stafet_window_get_page (STAFET_WINDOW (widget)), strcmp (name, "win.next") == 0 ? 1 : -1);
}

/* "s": the week in that view. */
static void
view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  if (self->pushed->len > 0 || self->side != STAFET_SIDE_WEEK)
    go_side (self, STAFET_SIDE_WEEK);
  gtk_widget_activate_action_variant (GTK_WIDGET (self->sides[STAFET_SIDE_WEEK]), "page.view", parameter);
}

static void
today_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  (void) parameter;
  stafet_desk_set_date (self->desk, stafet_desk_today (self->desk));
}

/* "(i)": that day on the page of the day. */
static void
show_day_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  stafet_desk_set_date (self->desk, g_variant_get_int32 (parameter));
  go_side (self, STAFET_SIDE_TODAY);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  gtk_menu_button_popup (STAFET_WINDOW (widget)->menu_button);
}

static void
choose_house_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  (void) parameter;
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_menu_button_popup (self->scope_button);
}

static void
toggle_sidebar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwFlap *flap = STAFET_WINDOW (widget)->flap;

  (void) name;
  (void) parameter;
  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

/* Pages that have something to search, save or settle have an action of that name of their own. */
static void
page_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetPage *page = stafet_window_get_page (STAFET_WINDOW (widget));
  g_autofree char *own = g_strconcat ("page.", name + strlen ("win."), NULL);

  (void) parameter;
  gtk_widget_activate_action (GTK_WIDGET (page), own, NULL);
}

/* It goes on while one works on in this window, on another screen, and ends with it. */
static void
board_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  (void) parameter;
  if (self->board == NULL)
    {
      g_set_weak_pointer (&self->board, stafet_board_window_new (self->desk));
      g_signal_connect_object (self, "unrealize", G_CALLBACK (gtk_window_destroy), self->board,
                               G_CONNECT_SWAPPED);
    }
  gtk_window_present (self->board);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  (void) parameter;
  if (STAFET_IS_SEARCH_PAGE (stafet_window_get_page (self)))
    stafet_page_focus (stafet_window_get_page (self));
  else
    stafet_window_push (self, stafet_search_page_new (self->desk));
}

/* ——— GObject ——— */

static gboolean
stafet_window_close_request (GtkWindow *window)
{
  StafetWindow *self = STAFET_WINDOW (window);
  GSettings *settings = stafet_desk_get_settings (self->desk);
  int width, height;

  if (!stafet_trying_may_close (self) || !stafet_enquiry_page_may_end (self))
    return TRUE;
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  if (!gtk_window_is_maximized (window) && width > 0 && height > 0)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (settings, "sidebar-visible", adw_flap_get_reveal_flap (self->flap));
  return GTK_WINDOW_CLASS (stafet_window_parent_class)->close_request (window);
}

static void
active_cb (StafetWindow *self)
{
  if (self->desk != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    stafet_desk_look (self->desk);
}

static void
stafet_window_dispose (GObject *object)
{
  StafetWindow *self = STAFET_WINDOW (object);

  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->board);
  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_handle_id (&self->preparing, g_source_remove);
  if (self->desk != NULL)
    stafet_activity_editor_drop_prepared (self->desk);
  if (self->titled_page != NULL)
    g_clear_signal_handler (&self->titled, self->titled_page);
  g_clear_weak_pointer (&self->titled_page);
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_WINDOW);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (stafet_window_parent_class)->dispose (object);
}

static void
stafet_window_finalize (GObject *object)
{
  g_ptr_array_unref (STAFET_WINDOW (object)->pushed);
  G_OBJECT_CLASS (stafet_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, StafetWindow, name)
  CHILD (toasts);
  CHILD (flap);
  CHILD (scope_button);
  CHILD (scope_label);
  CHILD (side_list);
  CHILD (stack);
  CHILD (header);
  CHILD (title);
  CHILD (nav);
  CHILD (end_bar);
  CHILD (nav_bar);
  CHILD (nav_title);
  CHILD (back);
  CHILD (back_label);
  CHILD (new_button);
  CHILD (menu_button);
  CHILD (header_end);
  CHILD (read_only);
  CHILD (trial_bar);
  CHILD (side_button);
  CHILD (undo_section);
#undef CHILD
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.go", "s", go_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "win.next", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "win.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "win.view", "s", view_cb);
  gtk_widget_class_install_action (widget_class, "win.show-day", "i", show_day_cb);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "win.choose-house", NULL, choose_house_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.board", NULL, board_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.search-list", NULL, page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.all-came", NULL, page_action_cb);
  stafet_window_install_page_actions (widget_class);
  stafet_window_install_plan_actions (widget_class);
  stafet_window_install_people_actions (widget_class);
}

static void
stafet_window_class_init (StafetWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_window_finalize;
  widget_class->realize = stafet_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = stafet_window_close_request;
  g_type_ensure (STAFET_TYPE_TRIAL_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-window.ui");
  bind_children (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_bind_template_callback (widget_class, side_activated_cb);
  install_actions (widget_class);
}

static void
stafet_window_init (StafetWindow *self)
{
  self->pushed = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_sides (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}

static StafetSide
remembered_side (GSettings *settings)
{
  g_autofree char *view = g_settings_get_string (settings, "view");

  for (int side = 0; side < STAFET_N_SIDES; side++)
    if (strcmp (view, sides[side].name) == 0)
      return (StafetSide) side;
  return STAFET_SIDE_TODAY;
}

/* What tells others of the plan, or writes more than it: not of what is only tried. */
static void
allow_real (StafetWindow *self, gboolean real)
{
  static const char *const actions[] = { "win.print",    "win.print-arrivals",    "win.print-roster",
                                         "win.share",    "win.backups",           "win.publishing",
                                         "win.write-to", "win.write-to-activity", "win.write-entry",
                                         "win.import" };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], real);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.effects", !real);
}

StafetWindow *
stafet_window_new (gpointer application, StafetDesk *desk)
{
  StafetWindow *self = g_object_new (STAFET_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = stafet_desk_get_settings (desk);

  self->desk = g_object_ref (desk);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (settings, "sidebar-visible"));
  gtk_menu_button_set_popover (self->scope_button, stafet_scope_popover_new (desk));
  gtk_widget_set_visible (self->read_only,
                          stafet_store_is_read_only (stafet_plan_get_store (stafet_desk_get_plan (desk))));
  stafet_trial_bar_set_desk (self->trial_bar, desk);
  allow_real (self, stafet_plan_get_trial (stafet_desk_get_plan (desk)) == NULL);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  go_side (self, remembered_side (settings));
  stafet_window_prepare_soon (self);
  return self;
}
