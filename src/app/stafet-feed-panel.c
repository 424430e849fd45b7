/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panel of a calendar.
 */
#include "stafet-feed-panel.h"

#include "core/stafet-task.h"
#include "core/stafet-words.h"
#include "publish/stafet-feed-events.h"
#include "publish/stafet-publish.h"
#include "schedule/stafet-feeds.h"
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

/* What readers see is shown so far ahead. */
#define DAYS_AHEAD 28
#define MOST_EVENTS 20

struct _StafetFeedPanel
{
  GtkBox parent_instance;

  StafetDesk *desk; /* owned, nullable */
  StafetFeedKind kind;
  StafetUid place;
  StafetUid feed;   /* that one of the place's; NULL: the first */
  gboolean showing; /* filling in, not choosing */
  gboolean publishing;

  /* Template children. */
  GtkLabel *title, *lacking, *note, *given, *published, *problem, *seen_title;
  StafetPick *names_pick;
  GListModel *levels, *public_levels;
  GtkWidget *no_feed, *has_feed, *placing;
  GtkDropDown *names;
  StafetInput *folder;
  GtkButton *publish, *make, *sheet, *share;
  GtkListBox *events;
};

G_DEFINE_FINAL_TYPE (StafetFeedPanel, stafet_feed_panel, GTK_TYPE_BOX)

/* ——— What is said of each kind ——— */

static const struct
{
  const char *title;        /* of whom or what: %s */
  const char *named;        /* what a new one is called: %s */
  const char *named_nobody; /* of somebody whose name is protected; NULL: nobody is */
  const char *lacking, *make;
  const char *names, *note; /* the choice of names */
  const char *seen;
} words[] = {
  [STAFET_FEED_ARRIVALS] = { N_ ("The calendar of %s"), N_ ("Volunteers in %s"), NULL,
                             N_ ("There is no calendar of its own yet. Make one, and the nursing home can "
                                 "follow "
                                 "who comes when from its own calendar program."),
                             N_ ("Make the calendar"), N_ ("The names that the nursing home sees"),
                             N_ ("Only those who have promised. The rest reads “we are asking”."),
                             N_ ("This is what the nursing home sees") },
  [STAFET_FEED_PROGRAMME] = { N_ ("The programme of %s as a calendar"), N_ ("Programme of %s"), NULL,
                              N_ ("The programme has no calendar yet. Make one, and everybody can follow it "
                                  "from "
                                  "a calendar program of their own."),
                              N_ ("Make a calendar of the programme"), N_ ("The names that readers see"),
                              N_ ("Without names it is for everybody. First names are for the house's own "
                                  "people; surnames are never shown."),
                              N_ ("This is what readers see") },
  [STAFET_FEED_OWN] = { N_ ("The shifts of %s as a calendar"), N_ ("Shifts of %s"), N_ ("Own shifts"),
                        N_ (
                          "The shifts have no calendar yet. Make one, and they stand in the volunteer's own "
                          "telephone, and correct themselves."),
                        N_ ("Make a calendar of the shifts"), N_ ("The names that the volunteer sees"),
                        N_ ("Of those who have promised the same shift."),
                        N_ ("This is what the volunteer sees") },
  [STAFET_FEED_OPEN] = { N_ ("Open places in %s as a calendar"), N_ ("Open places in %s"), NULL,
                         N_ ("The open places have no calendar yet. Make one, and whoever could step in sees "
                             "where somebody is missing."),
                         N_ ("Make a calendar of the open places"), N_ ("The names that readers see"),
                         N_ ("Of those who have promised the same shift."), N_ ("This is what readers see") },
};

static const char *
place_label (StafetFeedPanel *self)
{
  const StafetSnapshot *snapshot = stafet_desk_get_snapshot (self->desk);

  return stafet_record_get_label (
    stafet_snapshot_get (snapshot, stafet_feed_place_kind (snapshot, self->place), self->place));
}

/* What readers see of it: whoever is protected has no name there. (transfer full) */
static char *
new_name (StafetFeedPanel *self)
{
  const StafetVolunteer *volunteer =
    stafet_snapshot_get (stafet_desk_get_snapshot (self->desk), STAFET_KIND_VOLUNTEER, self->place);

  if (volunteer != NULL && volunteer->protected_)
    return g_strdup (_ (words[self->kind].named_nobody));
  return g_strdup_printf (_ (words[self->kind].named), place_label (self));
}

/* ——— The feed ——— */

static StafetFeed *
feed_of (StafetFeedPanel *self)
{
  const StafetSnapshot *snapshot = stafet_desk_get_snapshot (self->desk);
  StafetFeed *feed = self->feed != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_FEED, self->feed) : NULL;

  return feed != NULL ? feed : stafet_feed_find (snapshot, self->kind, self->place);
}

/* A calendar is made to be given to somebody. */
static gboolean
made_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  (void) error;
  (void) data;
  gtk_widget_action_set_enabled (owner, "feed.make", TRUE);
  if (outcome != NULL && outcome->created != NULL)
    gtk_widget_activate_action (owner, "win.share", "s", outcome->created);
  return FALSE;
}

/* A second click before the answer would ask for a second calendar. Nobody is named until that is chosen. */
static void
make_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StafetFeedPanel *self = STAFET_FEED_PANEL (widget);
  const StafetField *kind = stafet_record_info_field (&stafet_feed_info, "kind");
  StafetKind place_kind = stafet_feed_place_kind (stafet_desk_get_snapshot (self->desk), self->place);
  g_autofree char *title = new_name (self);
  g_autofree char *name = g_strconcat ("name=", title, NULL);
  g_autofree char *sort = g_strconcat ("kind=", kind->values[self->kind].key, NULL);
  g_autofree char *place = g_strconcat (stafet_kind_get_name (place_kind), "=", self->place, NULL);
  const char *pairs[] = { name, sort, place, NULL };

  (void) action;
  (void) parameter;
  gtk_widget_action_set_enabled (widget, "feed.make", FALSE);
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
settings_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StafetFeedPanel *self = STAFET_FEED_PANEL (widget);
  static const char *const keys[] = { "name",     "weeks_back", "weeks_on", "cancelled",
                                      "given_to", "given_on",   NULL };
  StafetFeed *feed = feed_of (self);

  (void) action;
  (void) parameter;
  if (feed != NULL)
    stafet_record_dialog_present (stafet_record_dialog_new (stafet_window_of (self),
                                                            _ ("The calendar's settings"), STAFET_KIND_FEED,
                                                            feed, keys, NULL),
                                  NULL, NULL, NULL);
}

static void
asked_cb (AdwMessageDialog *dialog, const char *response, StafetFeedPanel *self)
{
  if (g_str_equal (response, "new-link") && self->desk != NULL)
    stafet_desk_edit (self->desk, stafet_use_new_link (g_object_get_data (G_OBJECT (dialog), "feed")));
}

/* Who has the old one is not told, and reads nothing more: that is asked first. */
static void
new_link_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StafetFeedPanel *self = STAFET_FEED_PANEL (widget);
  const StafetFeed *feed = feed_of (self);
  g_autofree char *whom = NULL;
  GtkWidget *dialog;

  (void) action;
  (void) parameter;
  if (feed == NULL)
    return;
  whom = g_strconcat (_ ("Whoever has the old link reads nothing more from then on, and needs the new one."),
                      *feed->given_to != '\0' ? "\n" : NULL, gtk_label_get_text (self->given), NULL);
  dialog =
    adw_message_dialog_new (GTK_WINDOW (stafet_window_of (self)), _ ("Give the calendar a new link?"), whom);
  g_object_set_data (G_OBJECT (dialog), "feed", (gpointer) feed->parent.uid);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "new-link",
                                    _ ("_Give a new link"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "new-link",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (asked_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StafetFeedPanel *self = STAFET_FEED_PANEL (widget);
  const StafetFeed *feed = feed_of (self);

  (void) action;
  (void) parameter;
  if (feed != NULL)
    stafet_desk_edit (self->desk, stafet_use_remove (STAFET_KIND_FEED, feed->parent.uid));
}

char *
stafet_feed_given_words (const StafetFeed *feed)
{
  g_autofree char *day = feed->given_on != STAFET_DATE_NONE
                           ? stafet_words_day_with_year (stafet_i18n_get_language (), feed->given_on)
                           : NULL;

  if (*feed->given_to == '\0')
    return g_strdup (_ ("Nobody is noted to have the link."));
  return day != NULL ? g_strdup_printf (_ ("The link was given to %s on %s."), feed->given_to, day)
                     : g_strdup_printf (_ ("The link was given to %s."), feed->given_to);
}

/* ——— What readers see ——— */

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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "feed.publish", TRUE);
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
publish_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  StafetFeedPanel *self = STAFET_FEED_PANEL (widget);
  g_autofree char *folder = self->publishing ? NULL : read_folder (self);
  g_autoptr (GTask) task = NULL;
  Run *run;

  (void) action;
  (void) parameter;
  if (folder == NULL)
    return;
  show_problem (self, NULL);
  self->publishing = TRUE;
  gtk_widget_action_set_enabled (widget, "feed.publish", FALSE);
  g_settings_set_string (stafet_desk_get_settings (self->desk), "last-folder", folder);
  run = g_new0 (Run, 1);
  run->plan = stafet_plan_new_scratch (stafet_desk_get_plan (self->desk));
  run->folder = g_steal_pointer (&folder);
  task = stafet_task_new (self, NULL, published_cb, NULL);
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
choose_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Where should the calendars lie?"), GTK_WINDOW (stafet_window_of (widget)),
    GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), _ ("_Cancel"));

  (void) action;
  (void) parameter;
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ——— Showing ——— */

/* What hangs on the kind and the place alone. A sheet of arrivals is of one ward. */
static void
show_words (StafetFeedPanel *self)
{
  g_autofree char *title = g_strdup_printf (_ (words[self->kind].title), place_label (self));
  gboolean ward =
    stafet_feed_place_kind (stafet_desk_get_snapshot (self->desk), self->place) == STAFET_KIND_WARD;

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->lacking, _ (words[self->kind].lacking));
  gtk_button_set_label (self->make, _ (words[self->kind].make));
  g_object_set (self->names_pick, "title", _ (words[self->kind].names), NULL);
  gtk_label_set_text (self->note, _ (words[self->kind].note));
  gtk_label_set_text (self->seen_title, _ (words[self->kind].seen));
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), ward);
  if (ward)
    stafet_actionable_set (self->sheet, "win.print-arrivals", g_variant_new_string (self->place));
}

/* A programme says no surnames. */
static void
show_names (StafetFeedPanel *self, const StafetFeed *feed)
{
  GListModel *levels = feed->kind == STAFET_FEED_PROGRAMME ? self->public_levels : self->levels;

  self->showing = TRUE;
  if (gtk_drop_down_get_model (self->names) != levels)
    gtk_drop_down_set_model (self->names, levels);
  gtk_drop_down_set_selected (self->names, (guint) stafet_feed_names (feed));
  self->showing = FALSE;
}

static void
take_desk (StafetFeedPanel *self, StafetDesk *desk)
{
  if (self->desk == NULL)
    {
      g_autofree char *folder = g_settings_get_string (stafet_desk_get_settings (desk), "last-folder");

      stafet_input_set_text (self->folder, folder);
    }
  g_set_object (&self->desk, desk);
}

void
stafet_feed_panel_show (StafetFeedPanel *self, StafetDesk *desk, StafetFeedKind kind, StafetUid place,
                        StafetUid uid)
{
  const StafetFeed *feed;
  g_autofree char *given = NULL;

  take_desk (self, desk);
  self->kind = kind;
  self->place = place;
  self->feed = uid;
  show_words (self);
  feed = feed_of (self);
  gtk_widget_set_visible (self->no_feed, feed == NULL);
  gtk_widget_set_visible (self->has_feed, feed != NULL);
  if (feed == NULL)
    return;
  given = stafet_feed_given_words (feed);
  stafet_actionable_set (self->share, "win.share", g_variant_new_string (feed->parent.uid));
  show_names (self, feed);
  gtk_widget_set_visible (self->placing,
                          *stafet_snapshot_settings (stafet_desk_get_snapshot (desk))->publish_to == '\0');
  gtk_label_set_text (self->given, given);
  show_published (self, feed);
  show_events (self, feed);
}

void
stafet_feed_panel_focus (StafetFeedPanel *self)
{
  gboolean made = gtk_widget_get_visible (self->has_feed);

  gtk_widget_grab_focus (GTK_WIDGET (made ? self->share : self->make));
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
  CHILD (lacking);
  CHILD (note);
  CHILD (names_pick);
  CHILD (levels);
  CHILD (public_levels);
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
  gtk_widget_class_bind_template_callback (widget_class, names_cb);
  gtk_widget_class_install_action (widget_class, "feed.make", NULL, make_cb);
  gtk_widget_class_install_action (widget_class, "feed.settings", NULL, settings_cb);
  gtk_widget_class_install_action (widget_class, "feed.new-link", NULL, new_link_cb);
  gtk_widget_class_install_action (widget_class, "feed.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "feed.publish", NULL, publish_cb);
  gtk_widget_class_install_action (widget_class, "feed.choose-folder", NULL, choose_cb);
}

static void
stafet_feed_panel_init (StafetFeedPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
