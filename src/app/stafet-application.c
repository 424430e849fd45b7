/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens the store, or says why it cannot, and shows the window.
 */
#include "stafet-application.h"

#include "core/stafet-error.h"
#include "plan/stafet-example.h"
#include "stafet-actions.h"
#include "stafet-entrances.h"
#include "stafet-notifier.h"
#include "stafet-popup.h"
#include "stafet-preferences.h"
#include "stafet-publisher.h"
#include "stafet-restore-dialog.h"
#include "stafet-search-provider.h"
#include "stafet-shortcuts-window.h"
#include "stafet-speech.h"
#include "stafet-start-window.h"
#include "stafet-trying.h"

#include <libintl.h>
#include <string.h>

#define LARGEST_TEXT 200
#define TEXT_STEP 10
/* A program that was started to answer a question stays so long for the next one. In milliseconds. */
#define SERVICE_STAYS 30000
/* A catalogue of no language: what is looked up there stays English. */
#define NO_DOMAIN "stafet-untranslated"

struct _StafetApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* owned */
  StafetClock *clock;  /* owned */
  StafetPlan *plan;    /* owned, nullable: before the store is open */
  StafetPlan *shown;   /* owned, nullable: a trial of it that the window shows in its place */
  char *path;          /* owned: of the store */
  char *language;      /* owned, nullable: what --lang said */
  int dpi;             /* the desktop's, in 1024ths */
  GError *trouble;     /* owned, nullable: why there is no plan */
  char *news;          /* owned, nullable: what the next window tells */
  gboolean importing;  /* the next window begins with a list */
  gboolean opening;    /* the store is being opened */
  gboolean wanted;     /* a window was asked for */
  guint renewing;      /* source that makes the window anew */
  char *entering;      /* owned, nullable: detailed action of the window, to be run when it is there */
  StafetSearchProvider *provider; /* owned */
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StafetApplication, stafet_application, ADW_TYPE_APPLICATION)

static void open_store (StafetApplication *self);

/* ——— Language ——— */

/* .ui files are translated through the default domain. */
static void
speak (StafetLanguage language)
{
  stafet_i18n_set_language (language);
  textdomain (language == STAFET_LANGUAGE_DA ? "stafet" : NO_DOMAIN);
}

static void
follow_language (StafetApplication *self)
{
  if (self->language != NULL)
    speak (*self->language == 'e' ? STAFET_LANGUAGE_EN : STAFET_LANGUAGE_DA);
  else if (self->plan != NULL)
    speak ((StafetLanguage) stafet_snapshot_settings (stafet_plan_get_snapshot (self->plan))->language);
  else
    speak (STAFET_LANGUAGE_DA);
}

/* ——— Text size ——— */

static void
apply_text_size (StafetApplication *self)
{
  int percent = g_settings_get_int (self->settings, "text-size");

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", self->dpi * percent / 100, NULL);
}

static void
step_text (StafetApplication *self, int step)
{
  int percent = g_settings_get_int (self->settings, "text-size") + step;

  g_settings_set_int (self->settings, "text-size", step == 0 ? 100 : CLAMP (percent, 100, LARGEST_TEXT));
}

/* ——— Windows ——— */

GtkWindow *
stafet_application_get_window (StafetApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  return window;
}

/* (nullable) */
static GtkWindow *
other_window (StafetApplication *self, GtkWindow *window)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (item->data != window)
      return item->data;
  return NULL;
}

/* A window that takes the place of another is as large. */
static void
keep_size (GtkWindow *window, GtkWindow *before)
{
  int width, height;

  gtk_window_get_default_size (before, &width, &height);
  gtk_window_set_default_size (window, width, height);
  if (gtk_window_is_maximized (before))
    gtk_window_maximize (window);
}

/* In the place of all that are there. */
static void
show_child (StafetApplication *self, GtkWindow *window)
{
  GtkWindow *other = other_window (self, window);

  if (STAFET_IS_WINDOW (window) && STAFET_IS_WINDOW (other))
    keep_size (window, other);
  /* From now on the program ends with its window, whoever started it. */
  g_application_set_inactivity_timeout (G_APPLICATION (self), 0);
  gtk_window_present (window);
  while ((other = other_window (self, window)) != NULL)
    gtk_window_destroy (other);
}

/* What was asked for from outside. */
static void
run_entering (StafetApplication *self, GtkWindow *window)
{
  g_autofree char *detailed = g_steal_pointer (&self->entering), *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (detailed != NULL && STAFET_IS_WINDOW (window)
      && g_action_parse_detailed_name (detailed, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target);
}

static void
show_window (StafetApplication *self)
{
  StafetPlan *plan = self->shown != NULL ? self->shown : self->plan;
  g_autoptr (StafetDesk) desk = stafet_desk_new (plan, self->settings);
  GtkWindow *window = GTK_WINDOW (stafet_window_new (self, desk));

  show_child (self, window);
  if (self->shown == NULL)
    stafet_publisher_attach (STAFET_WINDOW (window));
  /* A click on what is told goes to the program that has the name on the bus: on another plan than ours. */
  if (!(g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_NON_UNIQUE) && self->shown == NULL)
    stafet_notifier_attach (STAFET_WINDOW (window), G_APPLICATION (self));
  run_entering (self, window);
}

void
stafet_application_show_trial (StafetApplication *self, StafetPlan *trial)
{
  GtkWindow *window = stafet_application_get_window (self);
  StafetDate date = STAFET_IS_WINDOW (window)
                      ? stafet_desk_get_date (stafet_window_get_desk (STAFET_WINDOW (window)))
                      : STAFET_DATE_NONE;

  g_set_object (&self->shown, trial);
  show_window (self);
  if (date != STAFET_DATE_NONE)
    stafet_desk_set_date (stafet_window_get_desk (STAFET_WINDOW (stafet_application_get_window (self))),
                          date);
}

StafetPlan *
stafet_application_get_trial (StafetApplication *self)
{
  return self->shown;
}

void
stafet_application_enter (StafetApplication *self, const char *action, GVariant *target, guint32 time)
{
  g_autoptr (GVariant) sunk = target != NULL ? g_variant_ref_sink (target) : NULL;
  GtkWindow *window = stafet_application_get_window (self);

  g_free (self->entering);
  self->entering = g_action_print_detailed_name (action, sunk);
  if (window == NULL)
    {
      g_application_activate (G_APPLICATION (self));
      return;
    }
  run_entering (self, window);
  /* A dialog keeps what is written in it, and its place in front. */
  gtk_window_present_with_time (gtk_application_get_active_window (GTK_APPLICATION (self)), time);
}

static gboolean
renew_cb (gpointer data)
{
  StafetApplication *self = data;

  self->renewing = 0;
  follow_language (self);
  show_window (self);
  return G_SOURCE_REMOVE;
}

/* The language may be changed here, taken back, or chosen on another machine. The window is made anew when
 * whoever else follows the plan has been told. */
static void
settings_cb (StafetApplication *self)
{
  StafetLanguage spoken = stafet_i18n_get_language ();
  gint32 chosen = stafet_snapshot_settings (stafet_plan_get_snapshot (self->plan))->language;

  if (self->language == NULL && chosen != (gint32) spoken && self->renewing == 0
      && STAFET_IS_WINDOW (stafet_application_get_window (self)))
    self->renewing = g_idle_add (renew_cb, self);
}

/* ——— Opening ——— */

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StafetApplication *self = source;
  GError *error = NULL;
  g_autoptr (StafetStore) store = stafet_store_open (self->path, &error);
  StafetPlan *plan = store != NULL ? stafet_plan_new (store, self->clock, &error) : NULL;

  (void) data;
  (void) cancellable;
  if (plan != NULL)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
show (StafetApplication *self)
{
  follow_language (self);
  if (self->plan != NULL)
    {
      show_window (self);
      if (self->news != NULL)
        stafet_window_tell (STAFET_WINDOW (stafet_application_get_window (self)), self->news, FALSE);
      g_clear_pointer (&self->news, g_free);
      if (self->importing)
        gtk_widget_activate_action (GTK_WIDGET (stafet_application_get_window (self)), "win.import", NULL);
      self->importing = FALSE;
    }
  else
    {
      GtkWindow *window = GTK_WINDOW (stafet_start_window_new (self, self->path, self->clock, self->trouble));

      show_child (self, window);
      run_entering (self, window);
    }
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetApplication *self = STAFET_APPLICATION (source);

  (void) data;
  g_clear_error (&self->trouble);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_func (self->plan, settings_cb, self);
  g_clear_object (&self->shown);
  g_clear_object (&self->plan);
  self->plan = g_task_propagate_pointer (G_TASK (result), &self->trouble);
  self->opening = FALSE;
  if (self->plan != NULL)
    g_signal_connect_object (self->plan, "changed", G_CALLBACK (settings_cb), self, G_CONNECT_SWAPPED);
  follow_language (self);
  if (self->wanted)
    show (self);
  g_signal_emit (self, signals[OPENED], 0);
  g_application_release (G_APPLICATION (self));
}

static void
open_store (StafetApplication *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->opening)
    return;
  self->opening = TRUE;
  task = g_task_new (self, NULL, opened_cb, NULL);
  g_application_hold (G_APPLICATION (self));
  g_task_run_in_thread (task, open_thread);
}

/* "open": once more, after the store was made or put right. */
static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (void) action;
  (void) parameter;
  open_store (data);
}

/* "create": a store with an example ("house", "municipality"), or with one house of that name (":NAME"; with
 * "list:NAME" the window then begins by taking in a list). */
static StafetChangeset *
first_changeset (const char *what, StafetDate today, GError **error)
{
  g_autoptr (StafetChangeset) changeset = NULL;
  StafetExampleSize size;
  StafetHouse *house;

  if (strchr (what, ':') == NULL && stafet_example_size_from_name (what, &size))
    return stafet_example_new (size, 1, today);
  changeset = stafet_changeset_new (STAFET_CHANGESET_SYSTEM);
  house = stafet_record_new (STAFET_KIND_HOUSE, NULL);
  house->kind = STAFET_HOUSE_COMMUNITY;
  stafet_changeset_set_label (changeset, "%s", _ ("New store"));
  stafet_changeset_insert (changeset, house);
  if (!stafet_record_set_text (house, stafet_record_info_field (STAFET_RECORD_INFO (house), "name"),
                               strchr (what, ':') + 1, error)
      || !stafet_record_validate (house, error))
    return NULL;
  return g_steal_pointer (&changeset);
}

/* One store to be made. */
typedef struct
{
  char *what;
  StafetDate today;
  StafetInstant now;
} Creation;

static void
creation_free (gpointer data)
{
  g_free (((Creation *) data)->what);
  g_free (data);
}

/* A municipality takes longer than a frame. */
static void
create_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Creation *creation = data;
  GError *error = NULL;
  g_autoptr (StafetChangeset) initial = first_changeset (creation->what, creation->today, &error);
  g_autoptr (StafetStore) store =
    initial != NULL ? stafet_store_create (STAFET_APPLICATION (source)->path, initial, creation->now, &error)
                    : NULL;

  (void) cancellable;
  if (store != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_creating (StafetApplication *self, gboolean creating)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  GAction *create = g_action_map_lookup_action (G_ACTION_MAP (self), "create");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (create), !creating);
  if (STAFET_IS_START_WINDOW (window))
    stafet_start_window_set_busy (STAFET_START_WINDOW (window), creating);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetApplication *self = STAFET_APPLICATION (source);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (GError) error = NULL;

  (void) data;
  set_creating (self, FALSE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    open_store (self);
  else if (STAFET_IS_START_WINDOW (window))
    stafet_start_window_refuse (STAFET_START_WINDOW (window), error);
  g_application_release (G_APPLICATION (self));
}

static void
create_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StafetApplication *self = data;
  Creation *creation = g_new0 (Creation, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, created_cb, NULL);

  (void) action;
  creation->what = g_variant_dup_string (parameter, NULL);
  self->importing = g_str_has_prefix (creation->what, "list:");
  creation->today = stafet_clock_today (self->clock);
  creation->now = stafet_clock_instant (self->clock);
  g_task_set_task_data (task, creation, creation_free);
  g_application_hold (G_APPLICATION (self));
  set_creating (self, TRUE);
  g_task_run_in_thread (task, create_thread);
}

/* ——— Restoring ——— */

static StafetRestore
what_is_restored (StafetApplication *self)
{
  return (StafetRestore){ self->path, self->plan != NULL ? stafet_plan_get_store (self->plan) : NULL,
                          self->clock };
}

/* "ay": a backup. */
static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StafetApplication *self = data;
  StafetRestore restore = what_is_restored (self);

  (void) action;
  stafet_restore_dialog_show (stafet_application_get_window (self), &restore,
                              g_variant_get_bytestring (parameter));
}

static void
restore_file_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StafetApplication *self = data;
  StafetRestore restore = what_is_restored (self);

  (void) action;
  (void) parameter;
  stafet_restore_dialog_choose (stafet_application_get_window (self), &restore);
}

/* "s": how it is told. What every page and every draft in memory knew is no more: all is opened anew. */
static void
restored_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StafetApplication *self = data;

  (void) action;
  g_free (self->news);
  self->news = g_variant_dup_string (parameter, NULL);
  open_store (self);
}

/* ——— Actions ——— */

static void
text_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  (void) parameter;
  step_text (data, g_str_has_suffix (name, "larger")    ? TEXT_STEP
                   : g_str_has_suffix (name, "smaller") ? -TEXT_STEP
                                                        : 0);
}

/* Adwaita makes it, and does not hand it out. */
static void
name_about_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_ABOUT_WINDOW (window))
        stafet_speech_name (window);
    }
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *parent = gtk_application_get_active_window (data);

  (void) action;
  (void) parameter;
  adw_show_about_window (
    parent, "application-name", "Stafet", "application-icon", STAFET_APPLICATION_ID, "version",
    STAFET_VERSION, "developer-name", "Stafet", "license-type", GTK_LICENSE_GPL_3_0, "comments",
    _ ("Plans a house's activities and volunteers, and tells nursing homes when which volunteers arrive."),
    NULL);
  name_about_window ();
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *parent = gtk_application_get_active_window (data);

  (void) action;
  (void) parameter;
  if (STAFET_IS_WINDOW (parent))
    stafet_preferences_show (STAFET_WINDOW (parent));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWidget *window = stafet_shortcuts_window_new ();

  (void) action;
  (void) parameter;
  gtk_window_set_transient_for (GTK_WINDOW (window), gtk_application_get_active_window (data));
  stafet_speech_name (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  (void) action;
  (void) parameter;
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (data);
}

static const GActionEntry actions[] = {
  { "open", open_cb },
  { "create", create_cb, "s" },
  { "restore", restore_cb, "ay" },
  { "restore-file", restore_file_cb },
  { "restored", restored_cb, "s" },
  { "text-larger", text_cb },
  { "text-smaller", text_cb },
  { "text-normal", text_cb },
  { "about", about_cb },
  { "preferences", preferences_cb },
  { "shortcuts", shortcuts_cb },
  { "quit", quit_cb },
};

/* ——— GApplication ——— */

/* A window that goes with a list open in it leaves the others deaf, as a page does. */
static gboolean
closing_cb (GtkWidget *window)
{
  stafet_popup_close_within (window);
  return FALSE;
}

/* Dialogs are windows of nobody: all there are come by here. */
static void
windows_changed_cb (GListModel *windows, guint position, guint removed, guint added)
{
  (void) removed;
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      g_signal_connect (window, "close-request", G_CALLBACK (closing_cb), NULL);
    }
}

static void
stafet_application_startup (GApplication *application)
{
  StafetApplication *self = STAFET_APPLICATION (application);

  /* The plan is read while GTK gets ready. Nothing was asked for yet where the command line was not read. */
  if (self->path != NULL)
    open_store (self);
  G_APPLICATION_CLASS (stafet_application_parent_class)->startup (application);
  speak (self->language != NULL && *self->language == 'e' ? STAFET_LANGUAGE_EN : STAFET_LANGUAGE_DA);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &self->dpi, NULL);
  if (self->dpi <= 0)
    self->dpi = 96 * 1024;
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  stafet_entrances_install (self);
  stafet_trying_install (self);
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    g_application_set_inactivity_timeout (application, SERVICE_STAYS);
  stafet_shortcuts_install (GTK_APPLICATION (self));
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_changed_cb), NULL);
  gtk_window_set_default_icon_name (STAFET_APPLICATION_ID);
  apply_text_size (self);
  g_signal_connect_swapped (self->settings, "changed::text-size", G_CALLBACK (apply_text_size), self);
}

static void
stafet_application_activate (GApplication *application)
{
  StafetApplication *self = STAFET_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  self->wanted = TRUE;
  if (window != NULL)
    gtk_window_present (window);
  else if (self->plan != NULL)
    show (self);
  else
    open_store (self);
}

/* Calendars that are opened elsewhere: from a folder, a letter, a browser. */
static void
stafet_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  (void) hint;
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]), *uri = g_file_get_uri (files[i]);

      stafet_application_enter (STAFET_APPLICATION (application), "win.open-calendar",
                                g_variant_new_string (path != NULL ? path : uri), GDK_CURRENT_TIME);
    }
}

static gboolean
stafet_application_dbus_register (GApplication *application, GDBusConnection *connection, const char *path,
                                  GError **error)
{
  StafetApplication *self = STAFET_APPLICATION (application);

  return G_APPLICATION_CLASS (stafet_application_parent_class)
           ->dbus_register (application, connection, path, error)
         && stafet_search_provider_export (self->provider, connection, path, error);
}

static void
stafet_application_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  stafet_search_provider_unexport (STAFET_APPLICATION (application)->provider, connection);
  G_APPLICATION_CLASS (stafet_application_parent_class)->dbus_unregister (application, connection, path);
}

static gboolean
make_clock (StafetApplication *self, const char *now, GError **error)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, error);
  StafetWall wall;

  if (zone == NULL)
    return FALSE;
  if (now == NULL || *now == '\0')
    {
      self->clock = stafet_clock_new (zone);
      return TRUE;
    }
  if (!stafet_wall_parse (now, &wall, error))
    return FALSE;
  self->clock = stafet_clock_new_fixed (zone, wall);
  return TRUE;
}

/* With a store of its own the program is one of its own: the one that runs shows another store. */
static int
stafet_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  StafetApplication *self = STAFET_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  const char *now = NULL;
  gboolean version = FALSE;

  if (g_variant_dict_lookup (options, "version", "b", &version) && version)
    {
      g_print ("stafet %s\n", STAFET_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "store", "^ay", &self->path))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  else
    self->path = g_build_filename (g_get_user_data_dir (), "stafet", "stafet.db", NULL);
  g_variant_dict_lookup (options, "lang", "s", &self->language);
  if (!g_variant_dict_lookup (options, "now", "&s", &now))
    now = g_getenv ("STAFET_NOW");
  if (make_clock (self, now, &error))
    return -1;
  g_printerr ("stafet: %s\n", error->message);
  return 2;
}

static void
stafet_application_finalize (GObject *object)
{
  StafetApplication *self = STAFET_APPLICATION (object);

  g_clear_handle_id (&self->renewing, g_source_remove);
  g_clear_object (&self->provider);
  g_free (self->entering);
  g_clear_object (&self->settings);
  g_clear_object (&self->shown);
  g_clear_object (&self->plan);
  g_clear_error (&self->trouble);
  g_free (self->news);
  g_clear_object (&self->clock);
  g_free (self->path);
  g_free (self->language);
  G_OBJECT_CLASS (stafet_application_parent_class)->finalize (object);
}

static void
stafet_application_class_init (StafetApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stafet_application_finalize;
  application_class->startup = stafet_application_startup;
  application_class->activate = stafet_application_activate;
  application_class->open = stafet_application_open;
  application_class->handle_local_options = stafet_application_handle_local_options;
  application_class->dbus_register = stafet_application_dbus_register;
  application_class->dbus_unregister = stafet_application_dbus_unregister;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
stafet_application_init (StafetApplication *self)
{
  static const GOptionEntry entries[] = {
    { "store", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("The store's file"), "FILE" },
    { "now", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("What time it is"), "WALL" },
    { "lang", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("da or en"), "LANG" },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { NULL }
  };

  self->settings = g_settings_new (STAFET_APPLICATION_ID);
  self->provider = stafet_search_provider_new (self);
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

StafetPlan *
stafet_application_get_plan (StafetApplication *self)
{
  return self->plan;
}

gboolean
stafet_application_is_opening (StafetApplication *self)
{
  return self->opening;
}

GSettings *
stafet_application_get_settings (StafetApplication *self)
{
  return self->settings;
}

StafetApplication *
stafet_application_new (void)
{
  return g_object_new (STAFET_TYPE_APPLICATION, "application-id", STAFET_APPLICATION_ID, "resource-base-path",
                       "/dk/stafet/Stafet", "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
