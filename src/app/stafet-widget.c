/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small things about widgets.
 */
#include "stafet-widget.h"

#include "stafet-growth.h"

void
stafet_widget_drop_children (GtkWidget *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self)) != NULL)
    gtk_widget_unparent (child);
}

void
stafet_widget_set_class (GtkWidget *self, const char *class_name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (self, class_name);
  else
    gtk_widget_remove_css_class (self, class_name);
}

/* A name fits in so little even at double size. */
#define A_WORD 16

/* GTK remembers of a label that it hides whether its height depends on its width, and hears of no change
 * before it has measured it once more: the label must be in view by then. What is in no window yet was never
 * asked. */
static void
set_wrap (GtkLabel *self, gboolean wrap)
{
  if (wrap == gtk_label_get_wrap (self))
    return;
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_label_set_wrap (self, wrap);
}

void
stafet_tick_wrap (GtkCheckButton *self)
{
  GtkWidget *label = gtk_widget_get_last_child (GTK_WIDGET (self));

  g_return_if_fail (GTK_IS_LABEL (label));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
}

void
stafet_label_show (GtkLabel *self, const char *text)
{
  int most = gtk_label_get_max_width_chars (self);
  gboolean shown = text != NULL && *text != '\0';

  gtk_label_set_text (self, shown ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (shown)
    set_wrap (self, g_utf8_strlen (text, -1) > (most > 0 ? most : A_WORD));
}

typedef struct
{
  GtkWidget *widget;
  char *action, *target;
} Activation;

static gboolean
activate_cb (gpointer data)
{
  const Activation *activation = data;

  if (gtk_widget_get_mapped (activation->widget))
    gtk_widget_activate_action (activation->widget, activation->action, "s", activation->target);
  return G_SOURCE_REMOVE;
}

static void
activation_free (gpointer data)
{
  Activation *activation = data;

  g_object_unref (activation->widget);
  g_free (activation->action);
  g_free (activation->target);
  g_free (activation);
}

void
stafet_widget_activate_later (GtkWidget *self, const char *action, const char *target)
{
  Activation *activation = g_new (Activation, 1);

  *activation = (Activation){ g_object_ref (self), g_strdup (action), g_strdup (target) };
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, activate_cb, activation, activation_free);
}

void
stafet_stack_show (GtkStack *self, const char *name)
{
  gtk_stack_set_visible_child_name (self, name);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 page != gtk_stack_get_visible_child (self), -1);
}

void
stafet_list_clear (GtkListBox *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self, 0)) != NULL)
    gtk_list_box_remove (self, GTK_WIDGET (row));
}

/* ——— Rows that stay ——— */

/* What it says and does, with all in it. */
static void
describe (GtkWidget *widget, GString *text)
{
  g_string_append (text, gtk_widget_get_name (widget));
  /* A list box gives its rows classes of its own, and they may wait to be shown. */
  if (!GTK_IS_LIST_BOX_ROW (widget))
    {
      g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
      g_autofree char *words = g_strjoinv (".", classes);

      g_string_append_printf (text, "%c%s", gtk_widget_get_visible (widget) ? '+' : '-', words);
    }
  if (GTK_IS_LABEL (widget))
    g_string_append (text, gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_IMAGE (widget))
    g_string_append_printf (text, "%s", gtk_image_get_icon_name (GTK_IMAGE (widget)));
  if (GTK_IS_ACTIONABLE (widget))
    {
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget));
      g_autofree char *words = target != NULL ? g_variant_print (target, TRUE) : NULL;

      g_string_append_printf (text, "%s %s", gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), words);
    }
  g_string_append_c (text, '\n');
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    describe (child, text);
}

static gboolean
is_same (gpointer row, gpointer other)
{
  g_autoptr (GString) text = g_string_new (NULL), other_text = g_string_new (NULL);

  describe (row, text);
  describe (other, other_text);
  return g_string_equal (text, other_text);
}

/* Headers are children of the list as well. (transfer container) */
static GPtrArray *
list_rows (GtkListBox *self)
{
  GPtrArray *rows = g_ptr_array_new ();
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self, (int) rows->len)) != NULL)
    g_ptr_array_add (rows, row);
  return rows;
}

static gboolean
has_focus_in (GtkListBox *self, GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

/* ——— A long list ——— */

#define DPI (96 * 1024)
#define FEWEST 2

guint
stafet_widget_portion (guint rows)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi = -1;

  if (settings != NULL)
    g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  return dpi > DPI ? MAX (FEWEST, rows * DPI / (guint) dpi) : rows;
}

/* So many new rows are shown at once, and then so many at a time: until all of a long list was laid out no
 * key would be answered. */
#define AT_ONCE 8
#define PORTION 6
#define GROWING "stafet-growing"

static gboolean
grow_cb (gpointer data)
{
  GtkListBoxRow *row;
  guint shown = 0, portion = stafet_widget_portion (PORTION);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (data, i)) != NULL; i++)
    {
      if (gtk_widget_get_visible (GTK_WIDGET (row)))
        continue;
      if (shown++ == portion)
        return G_SOURCE_CONTINUE;
      gtk_widget_show (GTK_WIDGET (row));
    }
  g_object_set_data (G_OBJECT (data), GROWING, NULL);
  return G_SOURCE_REMOVE;
}

static void
grow (gpointer widget, GtkWidget *view, GSourceFunc portion)
{
  if (g_object_get_data (widget, GROWING) == NULL)
    g_object_set_data_full (widget, GROWING, stafet_growth_new (view, portion, widget),
                            (GDestroyNotify) stafet_growth_free);
}

/* Only what lies between the rows that are the same at both ends is replaced. */
void
stafet_list_show (GtkListBox *self, const GPtrArray *rows)
{
  g_autoptr (GPtrArray) old = list_rows (self);
  guint first = 0, last = 0; /* so many are kept at each end */
  guint at_once = stafet_widget_portion (AT_ONCE);
  gboolean focused = FALSE;

  while (first < MIN (old->len, rows->len) && is_same (old->pdata[first], rows->pdata[first]))
    first++;
  while (last < MIN (old->len, rows->len) - first
         && is_same (old->pdata[old->len - 1 - last], rows->pdata[rows->len - 1 - last]))
    last++;
  for (guint i = first; i < old->len - last; i++)
    {
      focused = focused || has_focus_in (self, old->pdata[i]);
      gtk_list_box_remove (self, old->pdata[i]);
    }
  for (guint i = 0; i < rows->len; i++)
    if (i >= first && i < rows->len - last)
      {
        gtk_widget_set_visible (rows->pdata[i], i - first < at_once);
        gtk_list_box_insert (self, rows->pdata[i], (int) i);
      }
    else
      g_object_unref (g_object_ref_sink (rows->pdata[i]));
  if (rows->len - last - first > at_once)
    grow (self, GTK_WIDGET (self), grow_cb);
  if (focused && rows->len > 0)
    gtk_widget_child_focus (rows->len - last > first ? rows->pdata[first]
                                                     : GTK_WIDGET (gtk_list_box_get_row_at_index (
                                                       self, (int) MIN (first, rows->len - 1))),
                            GTK_DIR_TAB_FORWARD);
}

GtkWidget *
stafet_still_row_new (GtkWidget *child, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_name (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* ——— A long form ——— */

static gboolean
show_cb (gpointer data)
{
  gtk_widget_show (data);
  /* GTK says that it is not hidden, also of a page of a stack that is out of view. */
  if (!gtk_widget_get_child_visible (data))
    gtk_accessible_update_state (data, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_object_set_data (data, GROWING, NULL);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GtkWidget *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  grow (self, gtk_widget_get_parent (self), show_cb);
}

/* Not before the rest is painted, which would only come later for it. */
void
stafet_widget_show_later (GtkWidget *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self);

  gtk_widget_hide (self);
  if (clock == NULL)
    {
      grow (self, gtk_widget_get_parent (self), show_cb);
      return;
    }
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
}

void
stafet_list_view_focus_first (GtkListView *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_has_css_class (row, "activatable") && gtk_widget_grab_focus (row))
      return;
}

GtkWidget *
stafet_remark_new (const char *icon, const char *class_name, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *label = gtk_label_new (text);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (image, class_name);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}
