/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the history in a thread of its own, a page at a time, and shows a row for each change.
 */
#include "stafet-history-page.h"

#include "core/stafet-task.h"
#include "core/stafet-words.h"
#include "plan/stafet-history-words.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-line.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

/* So many changes are read at once, so many rows of one, and so many lines of one are shown. */
#define PAGE 40
#define MOST_ROWS 20
#define MOST_LINES 8

typedef enum
{
  SINCE_LAST_LOOK,
  SINCE_TODAY,
  SINCE_WEEK,
  SINCE_EVER
} Since;

/* A change in words. */
typedef struct
{
  gint64 id;
  char *label, *detail; /* owned */
  GPtrArray *lines;     /* owned: char * */
  gboolean undone, undoable;
} Change;

struct _StafetHistoryPage
{
  StafetPage parent_instance;

  StafetKind kind;
  StafetUid uid;           /* NULL: everything */
  gint64 looked;           /* when this person looked before, in seconds */
  GPtrArray *changes;      /* owned: Change, the newest first; those that are shown */
  guint wanted;            /* so many are to be shown */
  gboolean reading, again; /* a thread reads; and it has to read once more */
  gboolean filled;

  /* Template children. */
  GtkDropDown *since;
  GtkLabel *none;
  GtkListBox *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (StafetHistoryPage, stafet_history_page, STAFET_TYPE_PAGE)

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->label);
  g_free (change->detail);
  g_ptr_array_unref (change->lines);
  g_free (change);
}

/* ——— In the thread ——— */

typedef struct
{
  StafetStore *store;       /* owned */
  StafetSnapshot *snapshot; /* owned */
  StafetZone *zone;         /* borrowed from the clock, which the page's plan keeps */
  StafetDate today;
  StafetHistoryQuery query;
} Read;

static void
read_free (gpointer data)
{
  Read *read = data;

  g_object_unref (read->store);
  stafet_snapshot_unref (read->snapshot);
  g_free (read);
}

/* Undo and redo are steps of their author; the store's own steps are nobody's. */
static gboolean
can_be_undone (const StafetLogEntry *entry)
{
  return entry->kind == STAFET_CHANGESET_EDIT && !entry->undone;
}

static Change *
change_new (const Read *read, GHashTable *gone, const StafetLogEntry *entry)
{
  Change *change = g_new0 (Change, 1);
  g_autofree char *author = stafet_history_words_author (entry);
  g_autofree char *when = stafet_history_words_when (entry, read->zone, read->today);

  change->id = entry->id;
  change->label = g_strdup (entry->label);
  change->detail = g_strdup_printf ("%s · %s", when, author);
  change->lines = stafet_history_words_lines (read->snapshot, read->zone, gone, entry);
  change->undone = entry->undone;
  change->undoable = can_be_undone (entry);
  return change;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Read *read = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) entries = stafet_store_find_history (read->store, &read->query, &error);
  g_autoptr (GHashTable) gone = NULL;
  GPtrArray *changes;

  (void) source;
  (void) cancellable;
  if (entries == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  gone = stafet_history_words_gone (read->store, read->snapshot, entries);
  changes = g_ptr_array_new_with_free_func (change_free);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (changes, change_new (read, gone, g_ptr_array_index (entries, i)));
  g_task_return_pointer (task, changes, (GDestroyNotify) g_ptr_array_unref);
}

/* ——— Rows ——— */

static GtkWidget *
undo_button_new (const Change *change)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Take back"));
  g_autofree char *spoken = g_strdup_printf (_ ("Take back: %s"), change->label);

  stafet_actionable_set (button, "page.undo-change", g_variant_new_int64 (change->id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

static void
add_lines (StafetLine *line, const Change *change)
{
  for (guint i = 0; i < MIN (change->lines->len, MOST_LINES); i++)
    stafet_line_add_text (line, g_ptr_array_index (change->lines, i));
  if (change->lines->len > MOST_LINES)
    {
      guint n = change->lines->len - MOST_LINES;
      g_autofree char *more = g_strdup_printf (ngettext_ ("and %u more", "and %u more", n), n);

      stafet_line_add_text (line, more);
    }
}

static GtkWidget *
row_new (const Change *change)
{
  GtkWidget *line = stafet_line_new (NULL, change->label, change->detail);

  add_lines (STAFET_LINE (line), change);
  if (change->undone)
    stafet_line_add_end (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_CANCELLED, _ ("taken back")));
  if (change->undoable)
    stafet_line_add_end (STAFET_LINE (line), undo_button_new (change));
  return line;
}

static void
show_changes (StafetHistoryPage *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < self->changes->len; i++)
    g_ptr_array_add (rows, row_new (g_ptr_array_index (self->changes, i)));
  stafet_list_show (self->list, rows);
  gtk_label_set_text (self->none, _ ("Nothing has changed in that time."));
  gtk_widget_set_visible (GTK_WIDGET (self->none), self->changes->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->changes->len > 0);
  gtk_widget_set_visible (self->more, self->changes->len == self->wanted);
}

/* ——— Reading ——— */

static StafetInstant
since_instant (StafetHistoryPage *self)
{
  StafetPlan *plan = stafet_page_get_plan (STAFET_PAGE (self));
  StafetZone *zone = stafet_clock_get_zone (stafet_plan_get_clock (plan));
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));

  switch (gtk_drop_down_get_selected (self->since))
    {
    case SINCE_LAST_LOOK:
      return self->looked;
    case SINCE_TODAY:
      return stafet_zone_to_instant (zone, stafet_wall_new (today, 0));
    case SINCE_WEEK:
      return stafet_zone_to_instant (zone, stafet_wall_new (today - 7, 0));
    default:
      return 0;
    }
}

static void read_history (StafetHistoryPage *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetHistoryPage *self = STAFET_HISTORY_PAGE (source);
  g_autoptr (GError) error = NULL;
  GPtrArray *changes = g_task_propagate_pointer (G_TASK (result), &error);

  (void) data;
  self->reading = FALSE;
  if (changes == NULL)
    {
      gtk_label_set_text (self->none, error->message);
      gtk_widget_show (GTK_WIDGET (self->none));
      return;
    }
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = changes;
  /* It went away meanwhile. */
  if (self->list == NULL)
    return;
  show_changes (self);
  if (self->again)
    read_history (self);
}

static void
read_history (StafetHistoryPage *self)
{
  StafetPlan *plan = stafet_page_get_plan (STAFET_PAGE (self));
  g_autoptr (GTask) task = NULL;
  Read *read;

  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  read = g_new0 (Read, 1);
  read->store = g_object_ref (stafet_plan_get_store (plan));
  read->snapshot = stafet_snapshot_ref (stafet_plan_get_snapshot (plan));
  read->zone = stafet_clock_get_zone (stafet_plan_get_clock (plan));
  read->today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  read->query =
    (StafetHistoryQuery){ .limit = self->wanted, .since = since_instant (self), .rows = MOST_ROWS };
  if (self->kind == STAFET_KIND_HOUSE)
    read->query.house = self->uid;
  else if (self->kind == STAFET_KIND_VOLUNTEER)
    read->query.volunteer = self->uid;
  else
    read->query.series = self->uid;
  task = stafet_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, read, read_free);
  g_task_run_in_thread (task, read_thread);
}

static void
since_cb (StafetHistoryPage *self)
{
  if (!self->filled)
    return;
  self->wanted = PAGE;
  read_history (self);
}

static void
more_cb (StafetHistoryPage *self)
{
  self->wanted += PAGE;
  read_history (self);
}

/* ——— Taking back ——— */

static void
anyway_cb (AdwMessageDialog *dialog, const char *response, StafetHistoryPage *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (dialog), "stafet-change");

  if (g_strcmp0 (response, "anyway") == 0)
    stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (self)), stafet_edit_undo_change (*id, TRUE));
}

/* What is in the way: and where the coordinator may decide, she does. */
static void
show_refusal (StafetHistoryPage *self, gint64 id, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (stafet_window_of (self)),
                                              _ ("It cannot be taken back"), error->message);
  gint64 *kept = g_new (gint64, 1);

  *kept = id;
  g_object_set_data_full (G_OBJECT (dialog), "stafet-change", kept, g_free);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  if (g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH)
      || g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_FULL))
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "anyway", _ ("Take back _anyway"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (anyway_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
undone_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetHistoryPage *self = owner;

  (void) outcome;
  if (error == NULL || stafet_window_of (self) == NULL)
    return FALSE;
  show_refusal (self, *(gint64 *) data, error);
  return TRUE;
}

/* "x": the id of a change. */
static void
undo_change_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 *id = g_new (gint64, 1);

  (void) name;
  *id = g_variant_get_int64 (parameter);
  stafet_desk_edit_then (stafet_page_get_desk (STAFET_PAGE (widget)), stafet_edit_undo_change (*id, FALSE),
                         widget, undone_cb, id, g_free);
}

/* ——— The page ——— */

/* When it was opened is what "since I last looked" means the next time. */
static void
note_look (StafetHistoryPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  GSettings *settings = stafet_desk_get_settings (desk);

  self->looked = g_settings_get_int64 (settings, "history-looked");
  g_settings_set_int64 (settings, "history-looked",
                        stafet_clock_instant (stafet_plan_get_clock (stafet_desk_get_plan (desk))));
}

static void
stafet_history_page_refresh (StafetPage *page)
{
  StafetHistoryPage *self = STAFET_HISTORY_PAGE (page);

  if (!self->filled)
    {
      note_look (self);
      gtk_drop_down_set_selected (self->since, self->kind == STAFET_KIND_HOUSE ? SINCE_WEEK : SINCE_EVER);
      self->filled = TRUE;
    }
  read_history (self);
}

static void
stafet_history_page_dispose (GObject *object)
{
  StafetHistoryPage *self = STAFET_HISTORY_PAGE (object);

  self->filled = FALSE;
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_HISTORY_PAGE);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  G_OBJECT_CLASS (stafet_history_page_parent_class)->dispose (object);
}

static void
stafet_history_page_class_init (StafetHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_history_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_history_page_refresh;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetHistoryPage, since);
  gtk_widget_class_bind_template_child (widget_class, StafetHistoryPage, none);
  gtk_widget_class_bind_template_child (widget_class, StafetHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, StafetHistoryPage, more);
  gtk_widget_class_bind_template_callback (widget_class, since_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_install_action (widget_class, "page.undo-change", "x", undo_change_cb);
}

static void
stafet_history_page_init (StafetHistoryPage *self)
{
  self->wanted = PAGE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_history_page_new (StafetDesk *desk, StafetKind kind, StafetUid uid)
{
  const StafetRecord *record =
    uid != NULL ? stafet_snapshot_get (stafet_desk_get_snapshot (desk), kind, uid) : NULL;
  StafetHistoryPage *self =
    g_object_new (STAFET_TYPE_HISTORY_PAGE, "desk", desk, "title", _ ("History"), "subtitle",
                  record != NULL ? stafet_record_get_label (record) : "", NULL);

  self->kind = kind;
  self->uid = uid;
  return STAFET_PAGE (self);
}
