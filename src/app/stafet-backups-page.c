/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists the backups, and takes one, in threads of their own.
 */
#include "stafet-backups-page.h"

#include "core/stafet-task.h"
#include "stafet-line.h"
#include "stafet-restore-dialog.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

struct _StafetBackupsPage
{
  StafetPage parent_instance;

  gboolean reading, again; /* a thread reads; and it has to read once more */
  gboolean taking;         /* a thread writes one */

  /* Template children. */
  GtkLabel *problem, *folder;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StafetBackupsPage, stafet_backups_page, STAFET_TYPE_PAGE)

static StafetStore *
get_store (StafetBackupsPage *self)
{
  return stafet_plan_get_store (stafet_page_get_plan (STAFET_PAGE (self)));
}

static StafetClock *
get_clock (StafetBackupsPage *self)
{
  return stafet_plan_get_clock (stafet_page_get_plan (STAFET_PAGE (self)));
}

static void
show_problem (StafetBackupsPage *self, const char *text)
{
  stafet_label_show (self->problem, text);
}

/* ——— The list ——— */

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  (void) source;
  (void) cancellable;
  g_task_return_pointer (task, stafet_backup_list (data), (GDestroyNotify) g_ptr_array_unref);
}

static void
show_backups (StafetBackupsPage *self, const GPtrArray *backups)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  StafetClock *clock = get_clock (self);

  for (guint i = 0; i < backups->len; i++)
    g_ptr_array_add (rows, stafet_backup_row_new (g_ptr_array_index (backups, i),
                                                  stafet_clock_get_zone (clock), stafet_clock_today (clock)));
  if (backups->len == 0)
    g_ptr_array_add (rows, stafet_line_new (NULL, _ ("There is no backup yet."), ""));
  stafet_list_show (self->list, rows);
}

static void read_backups (StafetBackupsPage *self);

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetBackupsPage *self = STAFET_BACKUPS_PAGE (source);
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), NULL);

  (void) data;
  self->reading = FALSE;
  /* It went away meanwhile. */
  if (self->list == NULL)
    return;
  show_backups (self, backups);
  if (self->again)
    read_backups (self);
}

static void
read_backups (StafetBackupsPage *self)
{
  g_autoptr (GTask) task = NULL;

  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  task = stafet_task_new (self, NULL, listed_cb, NULL);
  g_task_set_task_data (task, g_strdup (stafet_store_get_path (get_store (self))), g_free);
  g_task_run_in_thread (task, list_thread);
}

/* ——— Taking one ——— */

typedef struct
{
  StafetStore *store; /* owned */
  char *path;         /* owned */
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_object_unref (taking->store);
  g_free (taking->path);
  g_free (taking);
}

static void
take_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Taking *taking = data;
  GError *error = NULL;

  (void) source;
  (void) cancellable;
  if (stafet_store_backup (taking->store, taking->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetBackupsPage *self = STAFET_BACKUPS_PAGE (source);
  const Taking *taking = g_task_get_task_data (G_TASK (result));
  g_autofree char *shown = g_filename_display_name (taking->path), *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean taken = g_task_propagate_boolean (G_TASK (result), &error);

  (void) data;
  self->taking = FALSE;
  if (self->list == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.take", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.take-to", TRUE);
  show_problem (self, taken ? "" : error->message);
  if (!taken)
    return;
  text = g_strdup_printf (_ ("The backup is taken: %s"), shown);
  if (stafet_window_of (self) != NULL)
    stafet_window_tell (stafet_window_of (self), text, FALSE);
  read_backups (self);
}

void
stafet_backups_page_take (StafetBackupsPage *self, const char *path)
{
  g_autoptr (GTask) task = NULL;
  Taking *taking;

  if (self->taking)
    return;
  self->taking = TRUE;
  show_problem (self, "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.take", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.take-to", FALSE);
  taking = g_new (Taking, 1);
  taking->store = g_object_ref (get_store (self));
  taking->path = g_strdup (path);
  task = stafet_task_new (self, NULL, taken_cb, NULL);
  g_task_set_task_data (task, taking, taking_free);
  g_task_run_in_thread (task, take_thread);
}

static void
take_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetBackupsPage *self = STAFET_BACKUPS_PAGE (widget);
  g_autofree char *path = stafet_backup_by_hand_path (stafet_store_get_path (get_store (self)),
                                                      stafet_clock_now (get_clock (self)));

  (void) name;
  (void) parameter;
  stafet_backups_page_take (self, path);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, StafetBackupsPage *self)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    stafet_backups_page_take (self, path);
  g_object_unref (dialog);
}

static void
take_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetBackupsPage *self = STAFET_BACKUPS_PAGE (widget);
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_ ("Where should the backup lie?"), GTK_WINDOW (stafet_window_of (self)),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  char day[STAFET_DATE_SIZE];
  g_autofree char *file =
    g_strdup_printf ("stafet-%s.db", stafet_date_write (stafet_clock_today (get_clock (self)), day));

  (void) name;
  (void) parameter;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ——— The page ——— */

static void
stafet_backups_page_refresh (StafetPage *page)
{
  StafetBackupsPage *self = STAFET_BACKUPS_PAGE (page);
  g_autofree char *shown = g_filename_display_name (stafet_store_get_path (get_store (self)));
  g_autofree char *text = g_strdup_printf (_ ("They lie in the folder %s.backups."), shown);

  gtk_label_set_text (self->folder, text);
  read_backups (self);
}

static void
stafet_backups_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_BACKUPS_PAGE);
  G_OBJECT_CLASS (stafet_backups_page_parent_class)->dispose (object);
}

static void
stafet_backups_page_class_init (StafetBackupsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_backups_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_backups_page_refresh;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-backups-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetBackupsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, StafetBackupsPage, folder);
  gtk_widget_class_bind_template_child (widget_class, StafetBackupsPage, list);
  gtk_widget_class_install_action (widget_class, "page.take", NULL, take_cb);
  gtk_widget_class_install_action (widget_class, "page.take-to", NULL, take_to_cb);
}

static void
stafet_backups_page_init (StafetBackupsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_backups_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_BACKUPS_PAGE, "desk", desk, "title", _ ("Backups"), NULL);
}
