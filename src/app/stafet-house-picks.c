/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chips that are taken out again by a click, and a drop-down of the others.
 */
#include "stafet-house-picks.h"

#include "core/stafet-i18n.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

#define SPACING 6

struct _StafetHousePicks
{
  GtkBox parent_instance;

  char *title, *invitation; /* owned */
  GArray *options;          /* owned, of StafetOption */
  GPtrArray *chosen;        /* StafetUid */
  gboolean filling;         /* nobody chooses */
  guint showing;            /* source that shows what was chosen */

  GtkWidget *label, *chips, *dropdown, *remark; /* owned by the widget tree */
};

enum
{
  PROP_TITLE = 1,
  PROP_INVITATION,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StafetHousePicks, stafet_house_picks, GTK_TYPE_BOX)

static const char *
name_of (const StafetHousePicks *self, StafetUid uid)
{
  for (guint i = 0; i < self->options->len; i++)
    if (g_array_index (self->options, StafetOption, i).uid == uid)
      return g_array_index (self->options, StafetOption, i).label;
  return NULL;
}

static void show (StafetHousePicks *self);

static void
take_out_cb (GtkButton *button, StafetHousePicks *self)
{
  g_ptr_array_remove (self->chosen, g_object_get_data (G_OBJECT (button), "stafet-house"));
  show (self);
  /* The chip went with the focus: the keyboard stays in the field. */
  gtk_widget_grab_focus (self->dropdown);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
chip_new (StafetHousePicks *self, StafetUid uid)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  const char *name = name_of (self, uid);
  GtkWidget *label = gtk_label_new (name);
  g_autofree char *spoken = g_strdup_printf (_ ("Take out %s"), name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_add_css_class (button, "chosen");
  g_object_set_data (G_OBJECT (button), "stafet-house", (gpointer) uid);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_out_cb), self, 0);
  return button;
}

/* Those that are not chosen yet. */
static void
offer (StafetHousePicks *self)
{
  GArray *options = stafet_options_new ();

  for (guint i = 0; i < self->options->len; i++)
    {
      const StafetOption *option = &g_array_index (self->options, StafetOption, i);

      if (!g_ptr_array_find (self->chosen, option->uid, NULL))
        stafet_options_add (options, option->uid, option->label);
    }
  gtk_widget_set_visible (self->dropdown, options->len > 0);
  stafet_choice_fill (GTK_DROP_DOWN (self->dropdown), options, self->invitation);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->dropdown), 0);
}

static void
show (StafetHousePicks *self)
{
  guint n = 0;

  self->filling = TRUE;
  stafet_wrap_box_remove_all (STAFET_WRAP_BOX (self->chips));
  for (guint i = 0; i < self->chosen->len; i++)
    if (name_of (self, g_ptr_array_index (self->chosen, i)) != NULL)
      {
        stafet_wrap_box_append (STAFET_WRAP_BOX (self->chips),
                                chip_new (self, g_ptr_array_index (self->chosen, i)));
        n++;
      }
  gtk_widget_set_visible (self->chips, n > 0);
  offer (self);
  self->filling = FALSE;
}

static gboolean
show_cb (gpointer data)
{
  StafetHousePicks *self = data;

  self->showing = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

/* The drop-down is not given other rows while it is choosing one. */
static void
selected_cb (StafetHousePicks *self)
{
  StafetUid uid = stafet_choice_get (GTK_DROP_DOWN (self->dropdown));

  if (self->filling || uid == NULL || g_ptr_array_find (self->chosen, uid, NULL))
    return;
  g_ptr_array_add (self->chosen, (gpointer) uid);
  if (self->showing == 0)
    self->showing = g_idle_add (show_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ——— GObject ——— */

static void
stafet_house_picks_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  StafetHousePicks *self = STAFET_HOUSE_PICKS (object);

  (void) pspec;
  if (id == PROP_TITLE)
    {
      g_free (self->title);
      self->title = g_value_dup_string (value);
      gtk_label_set_text (GTK_LABEL (self->label), self->title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->title, -1);
      return;
    }
  g_free (self->invitation);
  self->invitation = g_value_dup_string (value);
  show (self);
}

static void
stafet_house_picks_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  StafetHousePicks *self = STAFET_HOUSE_PICKS (object);

  (void) pspec;
  g_value_set_string (value, id == PROP_TITLE ? self->title : self->invitation);
}

static void
stafet_house_picks_dispose (GObject *object)
{
  g_clear_handle_id (&STAFET_HOUSE_PICKS (object)->showing, g_source_remove);
  G_OBJECT_CLASS (stafet_house_picks_parent_class)->dispose (object);
}

static void
stafet_house_picks_finalize (GObject *object)
{
  StafetHousePicks *self = STAFET_HOUSE_PICKS (object);

  g_free (self->title);
  g_free (self->invitation);
  g_array_unref (self->options);
  g_ptr_array_unref (self->chosen);
  G_OBJECT_CLASS (stafet_house_picks_parent_class)->finalize (object);
}

static void
stafet_house_picks_class_init (StafetHousePicksClass *klass)
{
  static const char *const names[] = { NULL, "title", "invitation" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = stafet_house_picks_set_property;
  object_class->get_property = stafet_house_picks_get_property;
  object_class->dispose = stafet_house_picks_dispose;
  object_class->finalize = stafet_house_picks_finalize;
  for (guint id = 1; id < N_PROPS; id++)
    g_object_class_install_property (
      object_class, id,
      g_param_spec_string (names[id], NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
stafet_house_picks_init (StafetHousePicks *self)
{
  self->options = stafet_options_new ();
  self->chosen = g_ptr_array_new ();
  self->invitation = g_strdup ("");
  self->label = gtk_label_new ("");
  self->chips = stafet_wrap_box_new (SPACING, SPACING);
  self->dropdown = gtk_drop_down_new (NULL, NULL);
  self->remark = gtk_label_new ("");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACING);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "field-title");
  gtk_widget_set_halign (self->dropdown, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (self->remark), 0);
  gtk_label_set_wrap (GTK_LABEL (self->remark), TRUE);
  gtk_widget_set_visible (self->remark, FALSE);
  gtk_widget_add_css_class (self->remark, "hint");
  g_signal_connect_object (self->dropdown, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->label);
  gtk_box_append (GTK_BOX (self), self->chips);
  gtk_box_append (GTK_BOX (self), self->dropdown);
  gtk_box_append (GTK_BOX (self), self->remark);
}

void
stafet_house_picks_set_options (StafetHousePicks *self, GArray *options)
{
  g_array_unref (self->options);
  self->options = options;
  show (self);
}

char *
stafet_house_picks_get_list (StafetHousePicks *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->chosen->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "," : "",
                            (const char *) g_ptr_array_index (self->chosen, i));
  return g_strdup (list->str);
}

void
stafet_house_picks_set_list (StafetHousePicks *self, const char *list)
{
  g_auto (GStrv) uids = g_strsplit (list, ",", -1);

  g_ptr_array_set_size (self->chosen, 0);
  for (char **uid = uids; *uid != NULL; uid++)
    if (**uid != '\0')
      g_ptr_array_add (self->chosen, (gpointer) stafet_uid_intern (*uid));
  show (self);
}

void
stafet_house_picks_set_remark (StafetHousePicks *self, const char *remark, gboolean refused)
{
  stafet_label_show (GTK_LABEL (self->remark), remark);
  stafet_widget_set_class (self->remark, "problem", refused);
  stafet_widget_set_class (self->remark, "warns", !refused);
}
