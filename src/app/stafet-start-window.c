/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for the house's name, or explains the store that is there and offers its backups.
 */
#include "stafet-start-window.h"

#include "core/stafet-i18n.h"
#include "core/stafet-task.h"
#include "stafet-restore-dialog.h"
#include "stafet-speech.h"
#include "stafet-widget.h"

struct _StafetStartWindow
{
  AdwApplicationWindow parent_instance;

  StafetClock *clock; /* owned */
  gboolean missing;   /* there is no file at all */

  /* Template children. */
  GtkStack *stack;
  GtkEditable *name;
  GtkLabel *problem;
  AdwStatusPage *trouble;
  GtkLabel *path, *hint, *rescue_title;
  GtkListBox *backups;
  GtkWidget *again, *choices, *rescue, *anew;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (StafetStartWindow, stafet_start_window, ADW_TYPE_APPLICATION_WINDOW)

static void
create (StafetStartWindow *self, const char *how)
{
  g_autofree char *what = g_strconcat (how, gtk_editable_get_text (self->name), NULL);

  gtk_widget_hide (GTK_WIDGET (self->problem));
  gtk_widget_activate_action (GTK_WIDGET (self), "app.create", "s", what);
}

static void
create_cb (StafetStartWindow *self)
{
  create (self, ":");
}

static void
create_with_list_cb (StafetStartWindow *self)
{
  create (self, "list:");
}

static void
begin_cb (StafetStartWindow *self)
{
  stafet_stack_show (self->stack, "first-run");
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

void
stafet_start_window_set_busy (StafetStartWindow *self, gboolean busy)
{
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->choices, !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

void
stafet_start_window_refuse (StafetStartWindow *self, const GError *error)
{
  gtk_label_set_text (self->problem, error->message);
  gtk_widget_show (GTK_WIDGET (self->problem));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

/* ——— Backups ——— */

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  (void) source;
  (void) cancellable;
  g_task_return_pointer (task, stafet_backup_list (data), (GDestroyNotify) g_ptr_array_unref);
}

/* A plan that was here and is gone is not begun anew without a word. */
static void
show_missing (StafetStartWindow *self)
{
  stafet_stack_show (self->stack, "trouble");
  adw_status_page_set_title (self->trouble, _ ("The plan is gone"));
  adw_status_page_set_description (
    self->trouble, _ ("Its file was moved or deleted, but there are backups of it. Put the file "
                      "back, or restore a backup."));
  gtk_widget_grab_focus (self->again);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetStartWindow *self = STAFET_START_WINDOW (source);
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  (void) data;
  /* It was closed meanwhile. */
  if (self->backups == NULL || (self->missing && backups->len == 0))
    return;
  for (guint i = 0; i < backups->len; i++)
    g_ptr_array_add (rows, stafet_backup_row_new (g_ptr_array_index (backups, i),
                                                  stafet_clock_get_zone (self->clock),
                                                  stafet_clock_today (self->clock)));
  stafet_list_show (self->backups, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->backups), backups->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), backups->len == 0);
  gtk_label_set_text (self->rescue_title,
                      backups->len > 0 ? _ ("Restore a backup") : _ ("There is no backup here."));
  gtk_widget_set_visible (self->anew, self->missing);
  gtk_widget_set_visible (self->rescue, TRUE);
  if (self->missing)
    show_missing (self);
}

static void
look_for_backups (StafetStartWindow *self, const char *path)
{
  g_autoptr (GTask) task = stafet_task_new (self, NULL, listed_cb, NULL);

  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, list_thread);
}

/* Whether a backup can take the place of what is there: what another program, a newer Stafet or a network
 * drive has is not replaced. */
static gboolean
can_be_replaced (const GError *error)
{
  return g_error_matches (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_MISSING)
         || g_error_matches (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_UNREADABLE)
         || g_error_matches (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_IO);
}

/* ——— GObject ——— */

static void
stafet_start_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_START_WINDOW);
  g_clear_object (&STAFET_START_WINDOW (object)->clock);
  G_OBJECT_CLASS (stafet_start_window_parent_class)->dispose (object);
}

static void
stafet_start_window_class_init (StafetStartWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_start_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-start-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetStartWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, StafetStartWindow, name);
  gtk_widget_class_bind_template_child (widget_class, StafetStartWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, StafetStartWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, StafetStartWindow, path);
  gtk_widget_class_bind_template_child (widget_class, StafetStartWindow, again);
  gtk_widget_class_bind_template_child (widget_class, StafetStartWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, StafetStartWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, StafetStartWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, StafetStartWindow, rescue);
  gtk_widget_class_bind_template_child (widget_class, StafetStartWindow, rescue_title);
  gtk_widget_class_bind_template_child (widget_class, StafetStartWindow, backups);
  gtk_widget_class_bind_template_child (widget_class, StafetStartWindow, anew);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_with_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
}

static void
stafet_start_window_init (StafetStartWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stafet_speech_name (GTK_WIDGET (self));
}

static const char *
trouble_title (const GError *error)
{
  if (error->domain == STAFET_STORE_ERROR)
    switch (error->code)
      {
      case STAFET_STORE_ERROR_UNREADABLE:
        return _ ("The plan cannot be read");
      case STAFET_STORE_ERROR_FOREIGN:
        return _ ("That is not a plan of Stafet's");
      case STAFET_STORE_ERROR_NEWER:
        return _ ("The plan is from a newer Stafet");
      case STAFET_STORE_ERROR_NETWORK:
        return _ ("The plan lies on a network drive");
      case STAFET_STORE_ERROR_BUSY:
        return _ ("Another program holds the plan");
      default:
        break;
      }
  return _ ("The plan cannot be opened");
}

StafetStartWindow *
stafet_start_window_new (gpointer application, const char *path, StafetClock *clock, const GError *error)
{
  StafetStartWindow *self = g_object_new (STAFET_TYPE_START_WINDOW, "application", application, NULL);
  g_autofree char *shown = g_filename_display_name (path);

  self->clock = g_object_ref (clock);
  self->missing = g_error_matches (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_MISSING);
  gtk_label_set_text (self->path, shown);
  if (can_be_replaced (error))
    look_for_backups (self, path);
  if (self->missing)
    {
      begin_cb (self);
      return self;
    }
  stafet_stack_show (self->stack, "trouble");
  adw_status_page_set_title (self->trouble, trouble_title (error));
  adw_status_page_set_description (self->trouble, error->message);
  gtk_widget_grab_focus (self->again);
  return self;
}
