/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chip: an icon and a label in a frame that says which state.
 */
#include "stafet-chip.h"

#include "stafet-row-layout.h"
#include "stafet-widget.h"

/* Between the image and the label. */
#define SPACING 5

struct _StafetChip
{
  GtkWidget parent_instance;

  GtkWidget *image, *label; /* owned */
  StafetChipState state;
  gboolean shown; /* its icon is set */
};

enum
{
  PROP_STATE = 1,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *class_name, *icon;
} looks[STAFET_N_CHIPS] = {
  { "plain", NULL },
  { "temporary", "stafet-clock-symbolic" },
  { "permanent", "stafet-person-add-symbolic" },
  { "asked", "stafet-asked-symbolic" },
  { "promised", "stafet-promised-symbolic" },
  { "cancelled", "stafet-cancelled-symbolic" },
  { "closed", "stafet-closed-symbolic" },
  { "warning", "stafet-warning-symbolic" },
  { "paused", "stafet-pause-symbolic" },
};

G_DEFINE_FINAL_TYPE (StafetChip, stafet_chip, GTK_TYPE_WIDGET)

const char *
stafet_chip_get_icon (StafetChipState state)
{
  return looks[state].icon;
}

const char *
stafet_chip_get_class (StafetChipState state)
{
  return looks[state].class_name;
}

static void
show_state (StafetChip *self, StafetChipState state)
{
  if (state != self->state)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), looks[self->state].class_name);
      gtk_widget_add_css_class (GTK_WIDGET (self), looks[state].class_name);
    }
  else if (self->shown)
    return;
  self->state = state;
  self->shown = TRUE;
  gtk_widget_set_visible (self->image, looks[state].icon != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), looks[state].icon);
}

static void
stafet_chip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StafetChip *self = STAFET_CHIP (object);

  (void) pspec;
  if (id == PROP_STATE)
    show_state (self, (StafetChipState) g_value_get_int (value));
  else
    stafet_label_show (GTK_LABEL (self->label), g_value_get_string (value));
}

static void
stafet_chip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StafetChip *self = STAFET_CHIP (object);

  (void) pspec;
  if (id == PROP_STATE)
    g_value_set_int (value, (int) self->state);
  else
    g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->label)));
}

static void
stafet_chip_dispose (GObject *object)
{
  stafet_widget_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (stafet_chip_parent_class)->dispose (object);
}

static void
stafet_chip_class_init (StafetChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = stafet_chip_set_property;
  object_class->get_property = stafet_chip_get_property;
  object_class->dispose = stafet_chip_dispose;
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, STAFET_N_CHIPS - 1, 0,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "chip");
}

static void
stafet_chip_init (StafetChip *self)
{
  self->image = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), stafet_row_layout_new (SPACING));
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[0].class_name);
  show_state (self, STAFET_CHIP_PLAIN);
}

GtkWidget *
stafet_chip_new (StafetChipState state, const char *text)
{
  return g_object_new (STAFET_TYPE_CHIP, "state", (int) state, "label", text, NULL);
}

void
stafet_chip_set (StafetChip *self, StafetChipState state, const char *text)
{
  show_state (self, state);
  stafet_label_show (GTK_LABEL (self->label), text);
}
