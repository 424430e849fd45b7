/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Buttons that stay pressed; one that is pressed has a tick, not only another colour.
 */
#include "stafet-toggles.h"

#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

#define KEY "stafet-toggle"

struct _StafetToggles
{
  GtkBox parent_instance;

  GtkLabel *title;    /* borrowed */
  StafetWrapBox *box; /* borrowed */
  GPtrArray *toggles; /* GtkToggleButton: borrowed; owned container */
  gboolean exclusive, required;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (StafetToggles, stafet_toggles, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_EXCLUSIVE,
  PROP_REQUIRED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

static const char *
key_of (gpointer toggle)
{
  return g_object_get_data (toggle, KEY);
}

static void
toggled_cb (StafetToggles *self, GtkToggleButton *toggle)
{
  GtkWidget *tick = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (toggle)));

  gtk_widget_set_visible (tick, gtk_toggle_button_get_active (toggle));
  if (self->setting)
    return;
  self->setting = TRUE;
  /* The last one stays. */
  if (self->required && stafet_toggles_get_key (self) == NULL)
    gtk_toggle_button_set_active (toggle, TRUE);
  for (guint i = 0; self->exclusive && gtk_toggle_button_get_active (toggle) && i < self->toggles->len; i++)
    if (g_ptr_array_index (self->toggles, i) != toggle)
      gtk_toggle_button_set_active (g_ptr_array_index (self->toggles, i), FALSE);
  self->setting = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

void
stafet_toggles_add (StafetToggles *self, const char *key, const char *label)
{
  GtkWidget *toggle = gtk_toggle_button_new (), *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tick = gtk_image_new_from_icon_name ("stafet-promised-symbolic");

  gtk_widget_set_visible (tick, FALSE);
  gtk_box_append (GTK_BOX (content), tick);
  gtk_box_append (GTK_BOX (content), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (toggle), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (toggle, "answer");
  g_object_set_data (G_OBJECT (toggle), KEY, (gpointer) key);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->toggles, toggle);
  stafet_wrap_box_append (self->box, toggle);
}

static GtkToggleButton *
find (StafetToggles *self, const char *key)
{
  for (guint i = 0; i < self->toggles->len; i++)
    if (g_str_equal (key_of (g_ptr_array_index (self->toggles, i)), key))
      return g_ptr_array_index (self->toggles, i);
  return NULL;
}

gboolean
stafet_toggles_get (StafetToggles *self, const char *key)
{
  GtkToggleButton *toggle = find (self, key);

  return toggle != NULL && gtk_toggle_button_get_active (toggle);
}

const char *
stafet_toggles_get_key (StafetToggles *self)
{
  for (guint i = 0; i < self->toggles->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (self->toggles, i)))
      return key_of (g_ptr_array_index (self->toggles, i));
  return NULL;
}

int
stafet_toggles_get_position (StafetToggles *self)
{
  for (guint i = 0; i < self->toggles->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (self->toggles, i)))
      return (int) i;
  return -1;
}

void
stafet_toggles_choose (StafetToggles *self, const char *key)
{
  GtkToggleButton *toggle = find (self, key);

  self->setting = TRUE;
  for (guint i = 0; i < self->toggles->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->toggles, i),
                                  g_ptr_array_index (self->toggles, i) == toggle);
  self->setting = FALSE;
  g_signal_emit (self, changed_signal, 0);
}

void
stafet_toggles_set (StafetToggles *self, const char *key, gboolean pressed)
{
  GtkToggleButton *toggle = key != NULL ? find (self, key) : NULL;

  self->setting = TRUE;
  if (toggle != NULL)
    gtk_toggle_button_set_active (toggle, pressed);
  self->setting = FALSE;
}

/* ——— GObject ——— */

static void
stafet_toggles_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StafetToggles *self = STAFET_TOGGLES (object);

  (void) pspec;
  if (id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_text (self->title));
  else
    g_value_set_boolean (value, id == PROP_REQUIRED ? self->required : self->exclusive);
}

static void
stafet_toggles_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StafetToggles *self = STAFET_TOGGLES (object);

  (void) pspec;
  if (id == PROP_EXCLUSIVE)
    {
      self->exclusive = g_value_get_boolean (value);
      return;
    }
  if (id == PROP_REQUIRED)
    {
      self->required = g_value_get_boolean (value);
      return;
    }
  stafet_label_show (self->title, g_value_get_string (value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->title), -1);
}

static void
stafet_toggles_finalize (GObject *object)
{
  g_ptr_array_unref (STAFET_TOGGLES (object)->toggles);
  G_OBJECT_CLASS (stafet_toggles_parent_class)->finalize (object);
}

/* The one that is pressed, else the first. */
static gboolean
stafet_toggles_grab_focus (GtkWidget *widget)
{
  StafetToggles *self = STAFET_TOGGLES (widget);

  for (guint i = 0; i < self->toggles->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (self->toggles, i)))
      return gtk_widget_grab_focus (g_ptr_array_index (self->toggles, i));
  return self->toggles->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->toggles, 0));
}

static void
stafet_toggles_class_init (StafetTogglesClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = stafet_toggles_get_property;
  G_OBJECT_CLASS (klass)->set_property = stafet_toggles_set_property;
  G_OBJECT_CLASS (klass)->finalize = stafet_toggles_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = stafet_toggles_grab_focus;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_EXCLUSIVE] = g_param_spec_boolean ("exclusive", NULL, NULL, FALSE, flags);
  properties[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
stafet_toggles_init (StafetToggles *self)
{
  self->toggles = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->title = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "field-title");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  self->box = STAFET_WRAP_BOX (stafet_wrap_box_new (6, 6));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->box));
}
