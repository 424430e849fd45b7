/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panel of a ward's calendar.
 */
#include "stafet-feed-panel.h"

#include "core/stafet-words.h"
#include "publish/stafet-feed-events.h"
#include "publish/stafet-publish.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-input.h"
#include "stafet-line.h"
#include "stafet-notifier.h"
#include "stafet-pick.h"
#include "stafet-record-dialog.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

/* What the ward sees is shown so far ahead. */
#define DAYS_AHEAD 28
#define MOST_EVENTS 20

struct _StafetFeedPanel
{
  GtkBox parent_instance;

  StafetDesk *desk; /* owned, nullable */
  StafetUid ward;
  gboolean showing; /* filling in, not choosing */
  gboolean publishing;

  /* Template children. */
  GtkLabel *title, *given, *published, *problem, *seen_title;
  GtkWidget *no_feed, *has_feed, *placing;
  GtkDropDown *names;
  StafetInput *folder;
  GtkButton *publish, *make, *sheet, *share;
  GtkListBox *events;
};

G_DEFINE_FINAL_TYPE (StafetFeedPanel, stafet_feed_panel, GTK_TYPE_BOX)

/* ——— The feed ——— */

static StafetFeed *
feed_of (StafetFeedPanel *self)
{
  const GPtrArray *feeds = stafet_snapshot_all (stafet_desk_get_snapshot (self->desk), STAFET_KIND_FEED);

  for (guint i = 0; i < feeds->len; i++)
    {
      StafetFeed *feed = g_ptr_array_index (feeds, i);

      if (feed->ward == self->ward && feed->kind == STAFET_FEED_ARRIVALS)
        return feed;
    }
  return NULL;
}

static gboolean
made_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  (void) outcome;
  (void) error;
  (void) data;
  /* Not there any more when the window was closed meanwhile. */
  if (STAFET_FEED_PANEL (owner)->make != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (STAFET_FEED_PANEL (owner)->make), TRUE);
  return FALSE;
}

/* A second click before the answer would ask for a second calendar. */
static void
make_feed_cb (StafetFeedPanel *self)
{
  const StafetWard *ward =
    stafet_snapshot_get (stafet_desk_get_snapshot (self->desk), STAFET_KIND_WARD, self->ward);
  g_autofree char *title = g_strdup_printf (_ ("Volunteers in %s"), ward->name);
  g_autofree char *name = g_strconcat ("name=", title, NULL);
  g_autofree char *place = g_strconcat ("ward=", self->ward, NULL);
  const char *pairs[] = { name, "kind=arrivals", place, "names=first", NULL };

  gtk_widget_set_sensitive (GTK_WIDGET (self->make), FALSE);
  stafet_desk_edit_then (self->desk, stafet_use_add (STAFET_KIND_FEED, pairs), self, made_cb, NULL, NULL);
}

static void
names_cb (StafetFeedPanel *self)
{
  static const char *const pairs[] = { "names=counts", "names=first", "names=full" };
  guint chosen = gtk_drop_down_get_selected (self->names);
  StafetFeed *feed = self->desk != NULL ? feed_of (self) : NULL;
  const char *pair[] = { chosen < G_N_ELEMENTS (pairs) ? pairs[chosen] : NULL, NULL };

  if (!self->showing && feed != NULL && (gint32) chosen != feed->names)
    stafet_desk_edit (self->desk, stafet_use_edit (STAFET_KIND_FEED, feed->parent.uid, pair));
}

static void
settings_cb (StafetFeedPanel *self)
{
  static const char *const keys[] = { "name",     "weeks_back", "weeks_on", "cancelled",
                                      "given_to", "given_on",   NULL };
  StafetFeed *feed = feed_of (self);

  if (feed != NULL)
    stafet_record_dialog_present (stafet_record_dialog_new (stafet_window_of (self),
                                                            _ ("The calendar's settings"), STAFET_KIND_FEED,
                                                            feed, keys, NULL),
                                  NULL, NULL, NULL);
}

static void
new_link_cb (StafetFeedPanel *self)
{
  StafetFeed *feed = feed_of (self);

  if (feed != NULL)
    stafet_desk_edit (self->desk, stafet_use_new_link (feed->parent.uid));
}

static void
show_given (StafetFeedPanel *self, const StafetFeed *feed)
{
  g_autofree char *day = feed->given_on != STAFET_DATE_NONE
                           ? stafet_words_day_with_year (stafet_i18n_get_language (), feed->given_on)
                           : NULL;
  g_autofree char *text = NULL;

  if (*feed->given_to == '\0')
    text = g_strdup (_ ("Nobody is noted to have the link."));
  else
    text = day != NULL ? g_strdup_printf (_ ("The link was given to %s on %s."), feed->given_to, day)
                       : g_strdup_printf (_ ("The link was given to %s."), feed->given_to);
  gtk_label_set_text (self->given, text);
}

/* ——— What the ward sees ——— */

static GtkWidget *
event_row_new (const StafetFeedEvent *event)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *day = stafet_words_date (language, stafet_wall_date (event->start));
  g_autofree char *time =
    event->all_day ? g_strdup ("") : stafet_words_time_span (language, event->start, event->end);
  g_autofree char *when = g_strdup_printf ("%s %s", day, time);
  g_autofree char *detail =
    g_strconcat (event->summary, *event->description != '\0' ? "\n" : "", event->description, NULL);
  GtkWidget *line = stafet_line_new (NULL, when, detail);

  if (event->cancelled)
    {
      gtk_widget_add_css_class (line, "cancelled-entry");
      stafet_line_add_end (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_CANCELLED, _ ("CANCELLED")));
    }
  return line;
}

static void
show_events (StafetFeedPanel *self, const StafetFeed *feed)
{
  StafetDate today = stafet_desk_today (self->desk);
  g_autoptr (StafetFeedEvents) events =
    stafet_feed_events_new (stafet_desk_get_snapshot (self->desk), feed, today, today, today + DAYS_AHEAD);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < events->events->len && i < MOST_EVENTS; i++)
    g_ptr_array_add (rows, event_row_new (&g_array_index (events->events, StafetFeedEvent, i)));
  stafet_list_show (self->events, rows);
}

/* ——— Publishing ——— */

/* (transfer full) */
static char *
instant_words (StafetFeedPanel *self, StafetInstant at)
{
  StafetZone *zone = stafet_clock_get_zone (stafet_plan_get_clock (stafet_desk_get_plan (self->desk)));

  return stafet_words_instant (stafet_i18n_get_language (), stafet_zone_to_wall (zone, at));
}

static void
show_published (StafetFeedPanel *self, const StafetFeed *feed)
{
  StafetStore *store = stafet_plan_get_store (stafet_desk_get_plan (self->desk));
  StafetInstant last = stafet_publish_get_last (store, feed);
  StafetInstant changed = stafet_publish_get_changed (store, feed);
  g_autofree char *file = stafet_publish_get_file (feed);
  g_autofree char *when = NULL, *then = NULL;
  g_autoptr (GString) text = NULL;

  if (last == STAFET_INSTANT_NONE)
    {
      gtk_label_set_text (self->published, _ ("Not published yet."));
      return;
    }
  text = g_string_new (NULL);
  when = instant_words (self, last);
  g_string_append_printf (text, _ ("Published %s. Its file is called %s."), when, file);
  then = changed != STAFET_INSTANT_NONE ? instant_words (self, changed) : NULL;
  if (then != NULL)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("What it tells last changed %s."), then);
    }
  gtk_label_set_text (self->published, text->str);
}

/* One run, in a thread of its own. */
typedef struct
{
  StafetPlan *plan; /* a scratch plan: owned */
  char *folder;
  StafetPublishReport report;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->plan);
  g_free (run->folder);
  g_free (run);
}

static void
publish_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Run *run = data;
  GError *error = NULL;

  (void) source;
  (void) cancellable;
  if (stafet_publish_folder (run->plan, run->folder, &run->report, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_problem (StafetFeedPanel *self, const char *text)
{
  stafet_label_show (self->problem, text);
}

static void
published_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetFeedPanel *self = STAFET_FEED_PANEL (source);
  const Run *run = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  StafetWindow *window = stafet_window_of (self);

  (void) data;
  self->publishing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->publish), TRUE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_problem (self, error->message);
      if (window != NULL)
        stafet_notifier_tell_publishing (window, TRUE);
      return;
    }
  if (window != NULL)
    {
      g_autofree char *all =
        g_strdup_printf (ngettext_ ("%u calendar", "%u calendars", run->report.feeds), run->report.feeds);
      g_autofree char *text = g_strdup_printf (_ ("Published: %s, %u changed"), all, run->report.written);

      stafet_window_tell (window, text, FALSE);
      stafet_notifier_tell_publishing (window, FALSE);
    }
  if (self->desk != NULL && feed_of (self) != NULL)
    show_published (self, feed_of (self));
}

/* Nobody knows in which folder the program was started: a path says all of it, from the root or from one's
 * home.
 *
 * Returns: (transfer full): NULL after saying beside the field what is wrong with it */
static char *
read_folder (StafetFeedPanel *self)
{
  g_autofree char *text = g_strstrip (g_strdup (stafet_input_get_text (self->folder)));
  gboolean whole = g_path_is_absolute (text) || *text == '~' || g_str_has_prefix (text, "file:");
  g_autoptr (GFile) file = whole ? g_file_parse_name (text) : NULL;
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    return path;
  stafet_input_set_problem (self->folder, *text == '\0'
                                            ? _ ("Which folder? Write its path, or choose it.")
                                            : _ ("Write the whole path of the folder, or choose it."));
  gtk_widget_grab_focus (GTK_WIDGET (self->folder));
  return NULL;
}

static void
publish_cb (StafetFeedPanel *self)
{
  g_autofree char *folder = self->publishing ? NULL : read_folder (self);
  g_autoptr (GTask) task = NULL;
  Run *run;

  if (folder == NULL)
    return;
  show_problem (self, NULL);
  self->publishing = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->publish), FALSE);
  g_settings_set_string (stafet_desk_get_settings (self->desk), "last-folder", folder);
  run = g_new0 (Run, 1);
  run->plan = stafet_plan_new_scratch (stafet_desk_get_plan (self->desk));
  run->folder = g_steal_pointer (&folder);
  task = g_task_new (self, NULL, published_cb, NULL);
  g_task_set_task_data (task, run, run_free);
  g_task_run_in_thread (task, publish_thread);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, StafetFeedPanel *self)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    stafet_input_set_text (self->folder, path);
  g_object_unref (dialog);
}

static void
choose_cb (StafetFeedPanel *self)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_ ("Where should the calendars lie?"), GTK_WINDOW (stafet_window_of (self)),
                                 GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));

  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ——— Showing ——— */

void
stafet_feed_panel_show (StafetFeedPanel *self, StafetDesk *desk, StafetUid ward_uid)
{
  const StafetWard *ward = stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_WARD, ward_uid);
  g_autofree char *title = g_strdup_printf (_ ("The calendar of %s"), ward->name);
  StafetFeed *feed;

  if (self->desk == NULL)
    {
      g_autofree char *folder = g_settings_get_string (stafet_desk_get_settings (desk), "last-folder");

      stafet_input_set_text (self->folder, folder);
    }
  g_set_object (&self->desk, desk);
  self->ward = ward_uid;
  stafet_actionable_set (self->sheet, "win.print-arrivals", g_variant_new_string (ward_uid));
  feed = feed_of (self);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (self->no_feed, feed == NULL);
  gtk_widget_set_visible (self->has_feed, feed != NULL);
  if (feed == NULL)
    return;
  stafet_actionable_set (self->share, "win.share", g_variant_new_string (feed->parent.uid));
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->names, (guint) feed->names);
  self->showing = FALSE;
  gtk_widget_set_visible (self->placing,
                          *stafet_snapshot_settings (stafet_desk_get_snapshot (desk))->publish_to == '\0');
  show_given (self, feed);
  show_published (self, feed);
  show_events (self, feed);
}

/* ——— GObject ——— */

static void
stafet_feed_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_FEED_PANEL);
  g_clear_object (&STAFET_FEED_PANEL (object)->desk);
  G_OBJECT_CLASS (stafet_feed_panel_parent_class)->dispose (object);
}

static void
stafet_feed_panel_class_init (StafetFeedPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_feed_panel_dispose;
  g_type_ensure (STAFET_TYPE_INPUT);
  g_type_ensure (STAFET_TYPE_PICK);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-feed-panel.ui");
#define CHILD(child) gtk_widget_class_bind_template_child (widget_class, StafetFeedPanel, child)
  CHILD (title);
  CHILD (given);
  CHILD (placing);
  CHILD (published);
  CHILD (problem);
  CHILD (seen_title);
  CHILD (no_feed);
  CHILD (has_feed);
  CHILD (names);
  CHILD (folder);
  CHILD (publish);
  CHILD (sheet);
  CHILD (share);
  CHILD (make);
  CHILD (events);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, make_feed_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_cb);
  gtk_widget_class_bind_template_callback (widget_class, settings_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, publish_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
stafet_feed_panel_init (StafetFeedPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
