/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Title and drop-down.
 */
#include "stafet-pick.h"

#include "stafet-widget.h"

struct _StafetPick
{
  GtkBox parent_instance;

  GtkLabel *title; /* borrowed */
};

static void stafet_pick_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StafetPick, stafet_pick, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, stafet_pick_buildable_init))

static GtkBuildableIface *parent_buildable;

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* A label beside it is no name in GTK 4.8. */
static void
name_children (StafetPick *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_DROP_DOWN (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      gtk_label_get_text (self->title), -1);
}

/* Before it is in a window: there GTK tells the desktop of every name. */
static void
stafet_pick_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  parent_buildable->add_child (buildable, builder, child, type);
  name_children (STAFET_PICK (buildable));
}

static void
stafet_pick_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = stafet_pick_add_child;
}

static void
stafet_pick_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  (void) id;
  (void) pspec;
  g_value_set_string (value, gtk_label_get_text (STAFET_PICK (object)->title));
}

static void
stafet_pick_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StafetPick *self = STAFET_PICK (object);

  (void) id;
  stafet_label_show (self->title, g_value_get_string (value));
  name_children (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
stafet_pick_class_init (StafetPickClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = stafet_pick_get_property;
  G_OBJECT_CLASS (klass)->set_property = stafet_pick_set_property;
  properties[PROP_TITLE] = g_param_spec_string (
    "title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
stafet_pick_init (StafetPick *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  self->title = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "field-title");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
}

GtkWidget *
stafet_pick_new (const char *title, GtkDropDown *dropdown)
{
  GtkWidget *self = g_object_new (STAFET_TYPE_PICK, "title", title, NULL);

  gtk_box_append (GTK_BOX (self), GTK_WIDGET (dropdown));
  name_children (STAFET_PICK (self));
  return self;
}
