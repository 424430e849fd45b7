/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Builds a row's widgets once for each kind of item and fills them in whenever the item changes.
 */
#include "stafet-day-row.h"

#include "schedule/stafet-entry-words.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-entry-view.h"
#include "stafet-hole-view.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

/* Title, detail and a button or two side by side: headings and notices. */
typedef struct
{
  GtkWidget *box, *icon, *title, *detail, *button;
  GtkWidget *second; /* NULL until used */
} Plain;

struct _StafetDayRow
{
  GtkWidget parent_instance;

  GtkListItem *list_item; /* borrowed, nullable: it owns this row */
  StafetDayItem *item;    /* owned, nullable */
  gulong changed;
  Plain plain;            /* owned, NULL until used */
  StafetHoleView *hole;   /* owned, NULL until used */
  StafetEntryView *entry; /* owned, NULL until used */
};

G_DEFINE_FINAL_TYPE (StafetDayRow, stafet_day_row, GTK_TYPE_WIDGET)

static const struct
{
  const char *class_name, *icon;
} categories[] = {
  { "food", "stafet-food-symbolic" },   { "movement", "stafet-movement-symbolic" },
  { "music", "stafet-music-symbolic" }, { "workshop", "stafet-workshop-symbolic" },
  { "games", "stafet-games-symbolic" }, { "nursing", "stafet-nursing-symbolic" },
  { "talk", "stafet-talk-symbolic" },   { "loan", "stafet-loan-symbolic" },
};

const char *
stafet_category_class (gint32 category)
{
  return category >= 0 && category < (gint32) G_N_ELEMENTS (categories) ? categories[category].class_name
                                                                        : "none";
}

const char *
stafet_category_icon (gint32 category)
{
  return category >= 0 && category < (gint32) G_N_ELEMENTS (categories) ? categories[category].icon
                                                                        : "stafet-calendar-symbolic";
}

/* ——— Headings and notices ——— */

static GtkWidget *
new_label (const char *class_name)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class_name);
  return label;
}

static void
make_plain (StafetDayRow *self)
{
  Plain *plain = &self->plain;

  if (plain->box != NULL)
    return;
  plain->box = stafet_wrap_box_new (10, 4);
  plain->icon = gtk_image_new ();
  plain->title = new_label ("row-title");
  plain->detail = new_label ("dim-label");
  plain->button = gtk_button_new ();
  gtk_widget_set_hexpand (plain->detail, TRUE);
  gtk_widget_set_valign (plain->button, GTK_ALIGN_CENTER);
  stafet_wrap_box_append (STAFET_WRAP_BOX (plain->box), plain->icon);
  stafet_wrap_box_append (STAFET_WRAP_BOX (plain->box), plain->title);
  stafet_wrap_box_append (STAFET_WRAP_BOX (plain->box), plain->detail);
  stafet_wrap_box_append (STAFET_WRAP_BOX (plain->box), plain->button);
  gtk_widget_set_parent (plain->box, GTK_WIDGET (self));
}

static void
set_button (GtkWidget *button, const char *label, const char *action, const char *spoken)
{
  gtk_widget_show (button);
  gtk_button_set_label (GTK_BUTTON (button), label);
  stafet_actionable_set_detailed (button, action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : label, -1);
}

/* Few rows have one. */
static void
bind_second (Plain *plain, const StafetDayContent *content)
{
  if (plain->second == NULL && content->second != NULL)
    {
      plain->second = gtk_button_new ();
      gtk_widget_set_valign (plain->second, GTK_ALIGN_CENTER);
      stafet_wrap_box_append (STAFET_WRAP_BOX (plain->box), plain->second);
    }
  if (content->second != NULL)
    set_button (plain->second, content->second, content->second_action, content->second_spoken);
  else if (plain->second != NULL)
    gtk_widget_hide (plain->second);
}

static void
bind_plain (StafetDayRow *self, const StafetDayContent *content)
{
  Plain *plain = &self->plain;

  make_plain (self);
  gtk_widget_set_visible (plain->icon, content->icon != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (plain->icon), content->icon);
  gtk_label_set_text (GTK_LABEL (plain->title), content->title);
  stafet_label_show (GTK_LABEL (plain->detail), content->detail);
  /* The last of the two holds the button at the end. */
  gtk_widget_set_hexpand (plain->title, !gtk_widget_get_visible (plain->detail));
  if (content->button != NULL)
    set_button (plain->button, content->button, content->action, content->spoken);
  else
    gtk_widget_hide (plain->button);
  bind_second (plain, content);
}

/* ——— Binding ——— */

static GtkWidget *
view_of (StafetDayRow *self, const StafetDayContent *content)
{
  switch (content->kind)
    {
    case STAFET_DAY_HOLE:
      if (self->hole == NULL)
        {
          self->hole = stafet_hole_view_new ();
          gtk_widget_set_parent (GTK_WIDGET (self->hole), GTK_WIDGET (self));
        }
      stafet_hole_view_bind (self->hole, content);
      return GTK_WIDGET (self->hole);
    case STAFET_DAY_ENTRY:
      if (self->entry == NULL)
        {
          self->entry = stafet_entry_view_new ();
          gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
        }
      stafet_entry_view_bind (self->entry, content);
      return GTK_WIDGET (self->entry);
    default:
      bind_plain (self, content);
      return self->plain.box;
    }
}

static void
name_row (StafetDayRow *self, const StafetDayContent *content)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = stafet_day_row_describe (content);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A hole leads to who could fill it, an entry to all about it. */
static gboolean
opens (const StafetDayContent *content)
{
  return content->entry != NULL || content->open != NULL;
}

static void
changed_cb (StafetDayRow *self)
{
  const StafetDayContent *content = stafet_day_item_get (self->item);
  GtkWidget *shown = view_of (self, content);

  if (self->list_item != NULL)
    gtk_list_item_set_activatable (self->list_item, opens (content));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == shown);
  stafet_widget_set_class (GTK_WIDGET (self), "heading-row", content->kind == STAFET_DAY_HEADING);
  stafet_widget_set_class (GTK_WIDGET (self), "card-row", content->kind != STAFET_DAY_HEADING);
  stafet_widget_set_class (GTK_WIDGET (self), "first", content->first);
  stafet_widget_set_class (GTK_WIDGET (self), "last", content->last);
  name_row (self, content);
}

void
stafet_day_row_set_item (StafetDayRow *self, StafetDayItem *item)
{
  if (self->item != NULL)
    g_clear_signal_handler (&self->changed, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->changed = g_signal_connect_swapped (item, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

/* ——— In a sentence ——— */

/* "…, continued until Saturday 16:00" on the days after the first. */
static char *
describe_entry (const StafetDayContent *content)
{
  const StafetEntry *entry = content->entry;
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *sentence = stafet_entry_words_sentence (entry, content->staffing);
  g_autofree char *until = stafet_entry_words_until (language, entry->start, entry->end, content->date);

  if (content->staffing != NULL || content->date <= stafet_wall_date (entry->start) || *until == '\0')
    return g_steal_pointer (&sentence);
  return g_strconcat (sentence, ", ", _ ("continued"), " ", until, NULL);
}

char *
stafet_day_row_describe (const StafetDayContent *content)
{
  if (content->entry != NULL)
    return describe_entry (content);
  return g_strconcat (content->title, content->detail != NULL && *content->detail != '\0' ? ", " : "",
                      content->detail, NULL);
}

/* ——— GObject ——— */

static void
stafet_day_row_dispose (GObject *object)
{
  StafetDayRow *self = STAFET_DAY_ROW (object);

  stafet_day_row_set_item (self, NULL);
  stafet_widget_drop_children (GTK_WIDGET (self));
  G_OBJECT_CLASS (stafet_day_row_parent_class)->dispose (object);
}

static void
stafet_day_row_class_init (StafetDayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_day_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dayrow");
}

static void
stafet_day_row_init (StafetDayRow *self)
{
  (void) self;
}

GtkWidget *
stafet_day_row_new (void)
{
  return g_object_new (STAFET_TYPE_DAY_ROW, NULL);
}

/* ——— In a list ——— */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = stafet_day_row_new ();

  (void) factory;
  STAFET_DAY_ROW (row)->list_item = item;
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  (void) factory;
  stafet_day_row_set_item (STAFET_DAY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  (void) factory;
  stafet_day_row_set_item (STAFET_DAY_ROW (gtk_list_item_get_child (item)), NULL);
}

GtkListItemFactory *
stafet_day_row_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

void
stafet_day_row_activate (GtkListView *view, guint position)
{
  g_autoptr (StafetDayItem) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);
  const StafetDayContent *content = stafet_day_item_get (item);

  if (content->kind == STAFET_DAY_HOLE)
    gtk_widget_activate_action (GTK_WIDGET (view), "win.find", "(si)", content->staffing->shift->parent.uid,
                                content->entry->original);
  else if (content->open != NULL)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (g_action_parse_detailed_name (content->open, &name, &target, NULL))
        gtk_widget_activate_action_variant (GTK_WIDGET (view), name, target);
    }
  else if (content->kind == STAFET_DAY_ENTRY)
    gtk_widget_activate_action (GTK_WIDGET (view), "win.show-entry", STAFET_ENTRY_TARGET,
                                content->entry->series, (gint32) content->entry->kind,
                                content->entry->original);
}
