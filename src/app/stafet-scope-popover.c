/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The switcher: a house, my houses, an area, or all.
 */
#include "core/stafet-text.h"
#include "stafet-window-private.h"

#include "stafet-widget.h"
#include <string.h>

#define STAFET_TYPE_SCOPE_POPOVER (stafet_scope_popover_get_type ())
G_DECLARE_FINAL_TYPE (StafetScopePopover, stafet_scope_popover, STAFET, SCOPE_POPOVER, GtkPopover)

struct _StafetScopePopover
{
  GtkPopover parent_instance;

  StafetDesk *desk; /* owned */
  char *needle;     /* owned: what is searched for, folded */

  /* Template children. */
  GtkSearchEntry *search;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StafetScopePopover, stafet_scope_popover, GTK_TYPE_POPOVER)

/* What a row stands for. */
typedef struct
{
  StafetViewKind kind;
  StafetUid place;
  char *folded;
} Choice;

static void
choice_free (gpointer data)
{
  g_free (((Choice *) data)->folded);
  g_free (data);
}

static const Choice *
row_choice (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "choice");
}

/* ——— Rows ——— */

static void
show_star (GtkToggleButton *star)
{
  gtk_button_set_icon_name (GTK_BUTTON (star), gtk_toggle_button_get_active (star) ? "starred-symbolic"
                                                                                   : "non-starred-symbolic");
}

static void
star_toggled_cb (GtkToggleButton *star, StafetScopePopover *self)
{
  StafetUid house = g_object_get_data (G_OBJECT (star), "house");

  stafet_desk_set_mine (self->desk, house, gtk_toggle_button_get_active (star));
  show_star (star);
}

/* Marks one of my houses. */
static GtkWidget *
star_new (StafetScopePopover *self, StafetUid house, const char *name)
{
  GtkWidget *star = gtk_toggle_button_new ();
  g_autofree char *label = g_strdup_printf (_ ("%s is one of my houses"), name);

  gtk_widget_add_css_class (star, "flat");
  gtk_widget_add_css_class (star, "star");
  gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (star, label);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (star), stafet_desk_is_mine (self->desk, house));
  show_star (GTK_TOGGLE_BUTTON (star));
  g_object_set_data (G_OBJECT (star), "house", (gpointer) house);
  g_signal_connect (star, "toggled", G_CALLBACK (star_toggled_cb), self);
  return star;
}

static GtkWidget *
word_new (const char *word)
{
  GtkWidget *label = gtk_label_new (word);

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static gboolean
is_closed (StafetScopePopover *self, StafetKind kind, gpointer record)
{
  return kind == STAFET_KIND_HOUSE && stafet_desk_is_closed (self->desk, record);
}

/* What the house calls itself, or what houses of its kind are called here. */
static const char *
house_word (StafetScopePopover *self, const StafetHouse *house)
{
  const char *word = stafet_snapshot_settings (stafet_desk_get_snapshot (self->desk))->house_word;

  if (*house->kind_word != '\0')
    return house->kind_word;
  return house->kind == STAFET_HOUSE_VOLUNTEER ? _ ("volunteer house") : word;
}

static GtkWidget *
add_row (StafetScopePopover *self, StafetViewKind kind, StafetUid place, const char *name, const char *word)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (name);
  Choice *choice = g_new (Choice, 1);

  choice->kind = kind;
  choice->place = place;
  choice->folded = stafet_text_fold (name);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), word_new (word));
  if (kind == STAFET_VIEW_HOUSE)
    gtk_box_append (GTK_BOX (box), star_new (self, place, name));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "choice", choice, choice_free);
  gtk_list_box_append (self->list, row);
  return row;
}

static void
add_house (StafetScopePopover *self, StafetHouse *house)
{
  g_autofree char *closes = stafet_house_closed_words (house->closed_from, stafet_desk_today (self->desk));

  g_autofree char *spoken = closes != NULL ? g_strdup_printf ("%s, %s", house->name, closes) : NULL;
  GtkWidget *row;

  /* Nursing homes have a page of their own. */
  if (house->kind == STAFET_HOUSE_NURSING)
    return;
  row = add_row (self, STAFET_VIEW_HOUSE, house->parent.uid, house->name,
                 closes != NULL ? closes : house_word (self, house));
  if (spoken != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* Those that are @closed, or those that are not. */
static void
add_records (StafetScopePopover *self, StafetKind kind, StafetViewKind view, gboolean closed)
{
  g_autoptr (GPtrArray) records = g_ptr_array_copy (
    (GPtrArray *) stafet_snapshot_all (stafet_desk_get_snapshot (self->desk), kind), NULL, NULL);

  g_ptr_array_sort (records, stafet_record_compare_labels);
  for (guint i = 0; i < records->len; i++)
    {
      StafetRecord *record = g_ptr_array_index (records, i);

      if (is_closed (self, kind, record) != closed)
        continue;
      if (kind == STAFET_KIND_AREA)
        add_row (self, view, record->uid, stafet_record_get_label (record), "");
      else
        add_house (self, (StafetHouse *) record);
    }
}

static void
fill (StafetScopePopover *self)
{
  stafet_list_clear (self->list);
  add_row (self, STAFET_VIEW_ALL, NULL, _ ("All houses"), "");
  add_row (self, STAFET_VIEW_MINE, NULL, _ ("My houses"), "");
  add_records (self, STAFET_KIND_AREA, STAFET_VIEW_AREA, FALSE);
  add_records (self, STAFET_KIND_HOUSE, STAFET_VIEW_HOUSE, FALSE);
  /* Of these there is only what has been. */
  add_records (self, STAFET_KIND_HOUSE, STAFET_VIEW_HOUSE, TRUE);
}

/* ——— Callbacks ——— */

static void
shown_cb (StafetScopePopover *self)
{
  fill (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  StafetScopePopover *self = data;

  return self->needle == NULL || strstr (row_choice (row)->folded, self->needle) != NULL;
}

static void
search_cb (StafetScopePopover *self)
{
  g_free (self->needle);
  self->needle = stafet_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
}

static void
activated_cb (StafetScopePopover *self, GtkListBoxRow *row)
{
  const Choice *choice = row_choice (row);

  stafet_desk_set_view (self->desk, choice->kind, choice->place);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Enter takes the first house that is found; it may come before the last letters were told of. */
static void
search_activate_cb (StafetScopePopover *self)
{
  search_cb (self);
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL)
        return;
      if (matches (row, self))
        {
          activated_cb (self, row);
          return;
        }
    }
}

static void
stafet_scope_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_SCOPE_POPOVER);
  g_clear_object (&STAFET_SCOPE_POPOVER (object)->desk);
  G_OBJECT_CLASS (stafet_scope_popover_parent_class)->dispose (object);
}

static void
stafet_scope_popover_finalize (GObject *object)
{
  g_free (STAFET_SCOPE_POPOVER (object)->needle);
  G_OBJECT_CLASS (stafet_scope_popover_parent_class)->finalize (object);
}

static void
stafet_scope_popover_class_init (StafetScopePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_scope_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_scope_popover_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-scope-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetScopePopover, search);
  gtk_widget_class_bind_template_child (widget_class, StafetScopePopover, list);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  /* A search field keeps Escape for itself, and with it the popover open. */
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
stafet_scope_popover_init (StafetScopePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
}

GtkWidget *
stafet_scope_popover_new (StafetDesk *desk)
{
  StafetScopePopover *self = g_object_new (STAFET_TYPE_SCOPE_POPOVER, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}
