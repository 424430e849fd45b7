/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bar that follows the steps of a trial.
 */
#include "stafet-trial-bar.h"

#include "stafet-wrap-layout.h"

struct _StafetTrialBar
{
  GtkWidget parent_instance;

  StafetDesk *desk; /* owned */

  /* Template children. */
  GtkWidget *box;
  GtkLabel *text;
  GtkWidget *effects, *keep;
};

G_DEFINE_FINAL_TYPE (StafetTrialBar, stafet_trial_bar, GTK_TYPE_WIDGET)

static void
changed_cb (StafetTrialBar *self)
{
  const StafetTrial *trial = stafet_plan_get_trial (stafet_desk_get_plan (self->desk));
  guint steps = trial != NULL ? stafet_trial_length (trial) : 0;
  g_autofree char *text =
    g_strdup_printf (ngettext_ ("You are trying: %u change, and nothing is saved.",
                                "You are trying: %u changes, and nothing is saved.", steps),
                     steps);

  gtk_widget_set_visible (GTK_WIDGET (self), trial != NULL);
  gtk_label_set_text (self->text,
                      steps > 0 ? text : _ ("You are trying: change what you like, and nothing is saved."));
  gtk_widget_set_visible (self->effects, steps > 0);
  gtk_widget_set_visible (self->keep, steps > 0);
}

void
stafet_trial_bar_set_desk (StafetTrialBar *self, StafetDesk *desk)
{
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

/* ——— GObject ——— */

static void
stafet_trial_bar_dispose (GObject *object)
{
  StafetTrialBar *self = STAFET_TRIAL_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (stafet_trial_bar_parent_class)->dispose (object);
}

static void
stafet_trial_bar_class_init (StafetTrialBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_trial_bar_dispose;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-trial-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetTrialBar, box);
  gtk_widget_class_bind_template_child (widget_class, StafetTrialBar, text);
  gtk_widget_class_bind_template_child (widget_class, StafetTrialBar, effects);
  gtk_widget_class_bind_template_child (widget_class, StafetTrialBar, keep);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
stafet_trial_bar_init (StafetTrialBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
