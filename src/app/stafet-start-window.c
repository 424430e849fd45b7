/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for the house's name, or explains the store that is there.
 */
#include "stafet-start-window.h"

#include "core/stafet-i18n.h"
#include "stafet-speech.h"
#include "stafet-widget.h"
#include "store/stafet-store.h"

struct _StafetStartWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children. */
  GtkStack *stack;
  GtkEditable *name;
  GtkLabel *problem;
  AdwStatusPage *trouble;
  GtkLabel *path;
  GtkWidget *again, *choices;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (StafetStartWindow, stafet_start_window, ADW_TYPE_APPLICATION_WINDOW)

static void
create_cb (StafetStartWindow *self)
{
  g_autofree char *what = g_strconcat (":", gtk_editable_get_text (self->name), NULL);

  gtk_widget_hide (GTK_WIDGET (self->problem));
  gtk_widget_activate_action (GTK_WIDGET (self), "app.create", "s", what);
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

static void
stafet_start_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_START_WINDOW);
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
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
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
stafet_start_window_new (gpointer application, const char *path, const GError *error)
{
  StafetStartWindow *self = g_object_new (STAFET_TYPE_START_WINDOW, "application", application, NULL);
  g_autofree char *shown = g_filename_display_name (path);

  if (g_error_matches (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_MISSING))
    {
      stafet_stack_show (self->stack, "first-run");
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return self;
    }
  stafet_stack_show (self->stack, "trouble");
  adw_status_page_set_title (self->trouble, trouble_title (error));
  adw_status_page_set_description (self->trouble, error->message);
  gtk_label_set_text (self->path, shown);
  gtk_widget_grab_focus (self->again);
  return self;
}
