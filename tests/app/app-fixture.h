/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the display tests share: a plan with a desk in front of it, a window whose actions are written down
 * instead of done, and a way into what widgets show.
 */
#pragma once

#include "../plan/use-fixture.h"

#include "app/stafet-application.h"
#include "plan/stafet-example.h"

#include <libintl.h>

typedef struct
{
  Fixture plan;
  GSettings *settings;
  StafetDesk *desk;
  GtkWindow *window;
  GPtrArray *recorded; /* char *: "win.find ('UID', 20781)" */
} App;

/* ——— The main loop ——— */

static inline void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static inline gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Seconds; a build that watches its memory takes several times as long for everything. */
static inline guint
patience (void)
{
  const char *said = g_getenv ("STAFET_PATIENCE");

  return said != NULL ? (guint) g_ascii_strtoull (said, NULL, 10) : 20;
}

/* Runs the main loop until @condition holds; a test that waits too long fails. */
#define WAIT_UNTIL(condition)                                                                                \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    gboolean late_ = FALSE;                                                                                  \
    guint source_ = g_timeout_add_seconds (patience (), late_cb, &late_);                                    \
    while (!(condition) && !late_)                                                                           \
      g_main_context_iteration (NULL, TRUE);                                                                 \
    g_assert_true (condition);                                                                               \
    g_source_remove (source_);                                                                               \
  }                                                                                                          \
  G_STMT_END

/* ——— Into a widget ——— */

/* Below @root, itself included, in the order in which they stand. (transfer container) */
static inline void
collect_widgets (GtkWidget *root, GType type, GPtrArray *into)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    g_ptr_array_add (into, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_widgets (child, type, into);
}

static inline GPtrArray *
widgets_of (gpointer root, GType type)
{
  GPtrArray *widgets = g_ptr_array_new ();

  collect_widgets (root, type, widgets);
  return widgets;
}

/* The template child of that id in @root's class. */
#define PART(root, id) (gtk_widget_get_template_child (GTK_WIDGET (root), G_OBJECT_TYPE (root), id))

/* Whether it and what it stands in are shown, up to @root. */
static inline gboolean
is_shown (GtkWidget *widget, gpointer root)
{
  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    {
      if (!gtk_widget_get_visible (w))
        return FALSE;
      if (w == root)
        break;
    }
  return TRUE;
}

/* What can be read of @root, joined by " | ". (transfer full) */
static inline char *
text_of (gpointer root)
{
  g_autoptr (GPtrArray) labels = widgets_of (root, GTK_TYPE_LABEL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      const char *label = gtk_label_get_text (g_ptr_array_index (labels, i));

      if (*label != '\0' && is_shown (g_ptr_array_index (labels, i), root))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", label);
    }
  return g_string_free (text, FALSE);
}

static inline void
assert_shows (gpointer root, const char *expected)
{
  g_autofree char *text = text_of (root);

  g_assert_cmpstr (text, ==, expected);
}

static inline void
assert_mentions (gpointer root, const char *part)
{
  g_autofree char *text = text_of (root);

  if (strstr (text, part) == NULL)
    g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, part));
}

static inline void
assert_silent_of (gpointer root, const char *part)
{
  g_autofree char *text = text_of (root);

  if (strstr (text, part) != NULL)
    g_test_message ("%s", text);
  g_assert_null (strstr (text, part));
}

/* ——— Menus ——— */

/* The items of the menu that is open below @root. (transfer container) of GtkModelButton */
static inline GPtrArray *
menu_items (gpointer root)
{
  g_autoptr (GPtrArray) popovers = widgets_of (root, GTK_TYPE_POPOVER_MENU);

  g_assert_cmpuint (popovers->len, ==, 1);
  return widgets_of (popovers->pdata[0], g_type_from_name ("GtkModelButton"));
}

/* Opens the menu of @button below @root, chooses the item of that label, and lets the menu go. */
static inline void
choose_item (gpointer root, gpointer button, const char *label)
{
  g_autoptr (GPtrArray) items = NULL;
  gpointer found = NULL;

  g_signal_emit_by_name (button, "clicked");
  items = menu_items (root);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *text = NULL;

      g_object_get (items->pdata[i], "text", &text, NULL);
      if (strcmp (text, label) == 0)
        found = items->pdata[i];
    }
  g_assert_nonnull (found);
  g_signal_emit_by_name (found, "clicked");
  settle ();
}

/* What the menu of @button offers, joined by commas; it is closed again. */
static inline void
assert_menu_items (gpointer root, gpointer button, const char *expected)
{
  g_autoptr (GPtrArray) items = NULL, popovers = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_signal_emit_by_name (button, "clicked");
  items = menu_items (root);
  popovers = widgets_of (root, GTK_TYPE_POPOVER_MENU);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *label = NULL;

      g_object_get (items->pdata[i], "text", &label, NULL);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", label);
    }
  gtk_popover_popdown (popovers->pdata[0]);
  settle ();
  g_assert_cmpstr (text->str, ==, expected);
}

/* ——— What a screen reader is told ——— */

#define assert_role(widget, role) gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_##role)
#define assert_name(widget, name)                                                                            \
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, name)

/* ——— The keyboard ——— */

/* The widget that has the focus; the text of an entry stands for the entry. */
static inline const char *
focus_name (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (GTK_IS_TEXT (focus))
    focus = gtk_widget_get_parent (focus);
  return focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing";
}

/* Once what was changed is laid out: where the focus goes with Tab through the window's child: type names,
 * joined by a space. (transfer full) */
static inline char *
tab_order (GtkWindow *window)
{
  GString *order = g_string_new (NULL);

  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  gtk_window_set_focus (window, NULL);
  while (gtk_widget_child_focus (gtk_window_get_child (window), GTK_DIR_TAB_FORWARD))
    {
      g_string_append_printf (order, "%s%s", order->len > 0 ? " " : "", focus_name (window));
      g_assert_cmpuint (order->len, <, 4000);
    }
  return g_string_free (order, FALSE);
}

static inline void
assert_tab_order (App *app, const char *expected)
{
  g_autofree char *order = tab_order (app->window);

  g_assert_cmpstr (order, ==, expected);
}

/* ——— Sizes ——— */

/* At widths from the least to 1600 heights are sound, and nothing complains. */
static inline void
assert_measures (GtkWidget *widget)
{
  int least, wanted;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  g_assert_cmpint (least, <=, wanted);
  for (int width = least; width <= 1600; width += 1 + (width - least) / 40)
    {
      int low, high;

      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &low, &high, NULL, NULL);
      g_assert_cmpint (low, <=, high);
      g_assert_cmpint (low, >, 0);
      gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, width, high }, -1);
    }
}

/* ——— The window that writes down what is asked of it ——— */

static const struct
{
  const char *name, *type;
} recorded_actions[] = {
  { "regret", "(siis)" },
  { "take-off", "(siis)" },
  { "came", "(siis)" },
  { "did-not-come", "(siis)" },
  { "put-on", "(siis)" },
  { "not-confirmed", "(siis)" },
  { "rang", "(siis)" },
  { "ask", "(siis)" },
  { "no-answer", "(siis)" },
  { "find", "(si)" },
  { "volunteer", "s" },
  { "absence", "s" },
  { "pause", "s" },
  { "show-entry", "(sii)" },
  { "edit-entry", "(sii)" },
  { "cancel-entry", "(sii)" },
  { "restore-entry", "(sii)" },
  { "show-day", "i" },
  { "save", NULL },
};

static inline void
record_cb (GAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *target = parameter != NULL ? g_variant_print (parameter, FALSE) : g_strdup ("");

  g_ptr_array_add (
    data, g_strdup_printf ("win.%s%s%s", g_action_get_name (action), *target != '\0' ? " " : "", target));
}

/* (transfer full) */
static inline GSimpleActionGroup *
recorder_new (GPtrArray *recorded)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (recorded_actions); i++)
    {
      const char *type = recorded_actions[i].type;
      g_autoptr (GSimpleAction) action =
        g_simple_action_new (recorded_actions[i].name, type != NULL ? G_VARIANT_TYPE (type) : NULL);

      g_signal_connect (action, "activate", G_CALLBACK (record_cb), recorded);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  return group;
}

/* What was asked since the last time, joined by a line break. */
static inline void
assert_recorded (App *app, const char *format, ...)
{
  g_autofree char *expected = NULL, *all = NULL;
  va_list arguments;

  va_start (arguments, format);
  expected = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (app->recorded, NULL);
  all = g_strjoinv ("\n", (char **) app->recorded->pdata);
  g_ptr_array_set_size (app->recorded, 0);
  g_assert_cmpstr (all, ==, expected);
}

/* Puts @child (floating) in the window and shows it. */
static inline gpointer
show (App *app, gpointer child)
{
  gtk_window_set_child (app->window, child);
  gtk_window_present (app->window);
  WAIT_UNTIL (gtk_widget_get_mapped (child));
  settle ();
  return child;
}

/* Drops the last reference; a window and a popover may still have a frame to draw, and a page that looks is
 * kept until its thread has answered. */
#define ASSERT_GONE(object)                                                                                  \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    gpointer gone_ = (object);                                                                               \
    g_object_add_weak_pointer (gone_, &gone_);                                                               \
    g_clear_object (&(object));                                                                              \
    WAIT_UNTIL (gone_ == NULL);                                                                              \
  }                                                                                                          \
  G_STMT_END

/* Takes the child out of the window; nobody may know it any more. */
static inline void
assert_finalized (App *app)
{
  GtkWidget *child = g_object_ref (gtk_window_get_child (app->window));

  gtk_window_set_focus (app->window, NULL);
  gtk_window_set_child (app->window, NULL);
  ASSERT_GONE (child);
}

/* ——— Set up ——— */

/* In English, so that tests say what the source says. */
static inline void
speak_english (void)
{
  stafet_i18n_set_language (STAFET_LANGUAGE_EN);
  textdomain ("stafet-untranslated");
}

static inline void
app_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  g_test_init (argc, argv, NULL);
  stafet_i18n_init (NULL);
  speak_english ();
  gtk_disable_setlocale ();
  adw_init ();
  gtk_css_provider_load_from_resource (style, "/dk/stafet/Stafet/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static inline void
open_desk (App *app)
{
  speak_english ();
  app->settings = g_settings_new (STAFET_APPLICATION_ID);
  app->desk = stafet_desk_new (app->plan.plan, app->settings);
}

static inline void
reset_settings (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (char **key = keys; *key != NULL; key++)
    g_settings_reset (settings, *key);
}

static inline void
open_window (App *app)
{
  g_autoptr (GSimpleActionGroup) recorder = NULL;

  app->recorded = g_ptr_array_new_with_free_func (g_free);
  recorder = recorder_new (app->recorded);
  app->window = g_object_ref_sink (GTK_WINDOW (gtk_window_new ()));
  gtk_window_set_default_size (app->window, 900, 700);
  gtk_widget_insert_action_group (GTK_WIDGET (app->window), "win", G_ACTION_GROUP (recorder));
}

/* The small house of the use cases. */
static inline void
app_set_up (App *app, gconstpointer data)
{
  set_up (&app->plan, data);
  open_desk (app);
  open_window (app);
}

/* The bytes of the example of that size, which takes long to make: once a program. */
static inline GBytes *
example_bytes (Fixture *f, const char *name)
{
  static GHashTable *made = NULL;
  g_autoptr (StafetChangeset) initial = NULL;
  g_autoptr (StafetStore) store = NULL;
  g_autoptr (GError) error = NULL;
  StafetExampleSize size;
  char *contents;
  gsize length;

  if (made == NULL)
    made = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_bytes_unref);
  if (g_hash_table_contains (made, name))
    return g_hash_table_lookup (made, name);
  g_assert_true (stafet_example_size_from_name (name, &size));
  initial = stafet_example_new (size, 1, TUESDAY);
  store = stafet_store_create (f->path, initial, stafet_clock_instant (f->clock), &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  g_assert_true (g_file_get_contents (f->path, &contents, &length, NULL));
  g_hash_table_insert (made, (gpointer) name, g_bytes_new_take (contents, length));
  return g_hash_table_lookup (made, name);
}

/* The example of that size in place of it: @data is "house" or "municipality". */
static inline void
example_set_up (App *app, gconstpointer data)
{
  Fixture *f = &app->plan;
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;
  const char *bytes;
  gsize length;

  f->folder = g_dir_make_tmp ("stafet-test-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "stafet.db", NULL);
  f->clock = stafet_clock_new_fixed (zone, stafet_wall_new (TUESDAY, 480));
  bytes = g_bytes_get_data (example_bytes (f, data), &length);
  g_assert_true (g_file_set_contents (f->path, bytes, (gssize) length, NULL));
  f->store = stafet_store_open (f->path, &error);
  g_assert_no_error (error);
  f->plan = stafet_plan_new (f->store, f->clock, &error);
  g_assert_no_error (error);
  open_desk (app);
  open_window (app);
}

/* The program's own window takes the place of the one that only writes down. */
static inline StafetWindow *
open_program (App *app)
{
  gtk_window_destroy (app->window);
  settle ();
  ASSERT_GONE (app->window);
  app->window = g_object_ref (GTK_WINDOW (stafet_window_new (NULL, app->desk)));
  gtk_window_present (app->window);
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (app->window)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (app->window));
  settle ();
  return STAFET_WINDOW (app->window);
}

/* The dialog that is open over the window. */
static inline AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

/* As its button does: the answer, and the dialog goes. */
static inline void
answer (const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
  g_assert_finalize_object (dialog);
}

static inline void
app_tear_down (App *app, gconstpointer data)
{
  g_autofree char *backups = g_strconcat (app->plan.path, ".backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (backups, name, NULL);

      g_unlink (path);
    }
  g_rmdir (backups);
  gtk_window_destroy (app->window);
  settle ();
  ASSERT_GONE (app->window);
  g_ptr_array_unref (app->recorded);
  ASSERT_GONE (app->desk);
  reset_settings (app->settings);
  g_object_unref (app->settings);
  tear_down (&app->plan, data);
}

#define RULE(name) static void name (App *app, G_GNUC_UNUSED gconstpointer data)
#define APP_TEST(path, func) g_test_add (path, App, NULL, app_set_up, func, app_tear_down)
#define EXAMPLE_TEST(path, size, func) g_test_add (path, App, size, example_set_up, func, app_tear_down)
