/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog that asks for a name.
 */
#include "stafet-name-dialog.h"

#include "stafet-input.h"
#include "stafet-wrap-layout.h"

#include <string.h>

#define STAFET_TYPE_NAME_DIALOG (stafet_name_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StafetNameDialog, stafet_name_dialog, STAFET, NAME_DIALOG, AdwWindow)

struct _StafetNameDialog
{
  AdwWindow parent_instance;

  StafetDesk *desk; /* owned */
  StafetNameFunc func;
  gpointer data;
  GDestroyNotify destroy;

  /* Template children. */
  GtkLabel *title;
  StafetInput *name;
  GtkButton *make;
};

G_DEFINE_FINAL_TYPE (StafetNameDialog, stafet_name_dialog, ADW_TYPE_WINDOW)

static gboolean
made_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetNameDialog *self = owner;

  (void) data;
  (void) outcome;
  gtk_widget_set_sensitive (GTK_WIDGET (self->make), TRUE);
  if (error != NULL)
    stafet_input_set_problem (self->name, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
  return error != NULL;
}

static void
make_cb (StafetNameDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (stafet_input_get_text (self->name)));

  if (*name == '\0')
    {
      stafet_input_set_problem (self->name, _ ("Write a name first."));
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->make), FALSE);
  stafet_desk_edit_then (self->desk, self->func (name, self->data), self, made_cb, NULL, NULL);
}

static void
stafet_name_dialog_dispose (GObject *object)
{
  StafetNameDialog *self = STAFET_NAME_DIALOG (object);

  if (self->destroy != NULL)
    g_clear_pointer (&self->data, self->destroy);
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_NAME_DIALOG);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (stafet_name_dialog_parent_class)->dispose (object);
}

static void
stafet_name_dialog_class_init (StafetNameDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_name_dialog_dispose;
  g_type_ensure (STAFET_TYPE_INPUT);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-name-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetNameDialog, title);
  gtk_widget_class_bind_template_child (widget_class, StafetNameDialog, name);
  gtk_widget_class_bind_template_child (widget_class, StafetNameDialog, make);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
stafet_name_dialog_init (StafetNameDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stafet_name_dialog_show (StafetWindow *window, const char *title, const char *label, const char *placeholder,
                         StafetNameFunc func, gpointer data, GDestroyNotify destroy)
{
  StafetNameDialog *self =
    g_object_new (STAFET_TYPE_NAME_DIALOG, "transient-for", window, "title", title, NULL);

  self->desk = g_object_ref (stafet_window_get_desk (window));
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  gtk_label_set_text (self->title, title);
  g_object_set (self->name, "title", label, "placeholder", placeholder, NULL);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
