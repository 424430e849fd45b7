/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view of an occurrence. Its people are widgets that are used again for whoever is there next.
 */
#include "stafet-entry-view.h"

#include "core/stafet-words.h"
#include "schedule/stafet-day.h"
#include "schedule/stafet-entry-words.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-day-row.h"
#include "stafet-hole-view.h"
#include "stafet-person.h"
#include "stafet-popup.h"
#include "stafet-row-layout.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

struct _StafetEntryView
{
  GtkWidget parent_instance;

  const char *category; /* static: the style class */
  GVariant *target;     /* owned */
  gboolean cancelled, editable;

  /* Template children. */
  GtkLabel *time, *progress, *title, *place;
  GtkWidget *icon, *edge;
  GtkWidget *people;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (StafetEntryView, stafet_entry_view, GTK_TYPE_WIDGET)

/* ——— The menu ——— */

static void
menu_cb (StafetEntryView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->editable)
    stafet_menu_append (menu, _ ("_Edit …"), "win.edit-entry", self->target);
  if (self->cancelled)
    stafet_menu_append (menu, _ ("_Hold it after all"), "win.restore-entry", self->target);
  else
    stafet_menu_append (menu, _ ("_Cancel this time …"), "win.cancel-entry", self->target);
  stafet_menu_append (menu, _ ("_Write to everybody …"), "win.write-to", self->target);
  stafet_popup_menu (self->menu, G_MENU_MODEL (menu));
}

/* ——— People ——— */

/* The children of the box, one after the other, to be used again. */
typedef struct
{
  StafetWrapBox *box;
  GtkWidget *next;
} Reuse;

/* The next child of @type, which takes its place behind those that were used; a new one when there is none.
 */
static GtkWidget *
reuse (Reuse *reuse, GType type)
{
  GtkWidget *child = reuse->next;

  while (child != NULL && G_OBJECT_TYPE (child) != type)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL && child == reuse->next)
    {
      reuse->next = gtk_widget_get_next_sibling (child);
      gtk_widget_show (child);
      return child;
    }
  if (child != NULL)
    gtk_widget_show (child);
  if (child == NULL)
    child = g_object_new (type, NULL);
  gtk_widget_insert_before (child, GTK_WIDGET (reuse->box), reuse->next);
  return child;
}

/* Those that are not needed now wait, hidden, for a row that has more people. */
static void
hide_rest (Reuse *reuse)
{
  for (; reuse->next != NULL; reuse->next = gtk_widget_get_next_sibling (reuse->next))
    gtk_widget_hide (reuse->next);
}

static void
add_role (Reuse *people, const char *role)
{
  GtkWidget *label = reuse (people, GTK_TYPE_LABEL);

  gtk_label_set_text (GTK_LABEL (label), role);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, STAFET_KEEP_WITH_NEXT);
}

static void
style_hole (GtkWidget *button, StafetChipState state)
{
  gtk_widget_remove_css_class (button, stafet_chip_get_class (STAFET_CHIP_PERMANENT));
  gtk_widget_remove_css_class (button, stafet_chip_get_class (STAFET_CHIP_TEMPORARY));
  gtk_widget_add_css_class (button, "hole-button");
  gtk_widget_add_css_class (button, stafet_chip_get_class (state));
}

/* The place that nobody has, which leads to who could have it. */
static void
add_hole (Reuse *people, const StafetDayContent *content, const StafetStaffing *staffing)
{
  GtkWidget *button = reuse (people, GTK_TYPE_BUTTON);
  StafetChipState state = staffing->permanent > 0 ? STAFET_CHIP_PERMANENT : STAFET_CHIP_TEMPORARY;
  g_autofree char *hole = stafet_hole_words (staffing, stafet_wall_date (staffing->start) == content->today);
  g_autofree char *vacant = g_strdup_printf (
    ngettext_ ("%d vacant place", "%d vacant places", (gulong) staffing->missing), staffing->missing);
  g_autofree char *text = g_strdup_printf ("%s · %s", vacant, hole);
  g_autofree char *spoken = g_strdup_printf (_ ("%s, %s: find a volunteer"), staffing->shift->role, text);
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (button));

  if (box == NULL)
    {
      box = stafet_wrap_box_new (0, 0);
      gtk_widget_set_layout_manager (box, stafet_row_layout_new (4));
      stafet_wrap_box_append (STAFET_WRAP_BOX (box), gtk_image_new ());
      stafet_wrap_box_append (STAFET_WRAP_BOX (box), gtk_label_new (NULL));
      gtk_button_set_child (GTK_BUTTON (button), box);
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)), stafet_chip_get_icon (state));
  stafet_label_show (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  style_hole (button, state);
  stafet_actionable_set (button, "win.find",
                         g_variant_new ("(si)", staffing->shift->parent.uid, content->entry->original));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
add_shift (Reuse *people, const StafetDayContent *content, const StafetStaffing *staffing)
{
  gboolean ticks = stafet_wall_date (staffing->start) <= content->today;

  if (content->entry->n_shifts > 1)
    add_role (people, staffing->shift->role);
  for (guint i = 0; i < staffing->n_places + staffing->n_away; i++)
    stafet_person_bind (STAFET_PERSON (reuse (people, STAFET_TYPE_PERSON)), staffing,
                        content->entry->original, &staffing->places[i], ticks);
  if (staffing->missing > 0)
    add_hole (people, content, staffing);
}

static void
add_chip (Reuse *people, StafetChipState state, const char *text)
{
  stafet_chip_set (STAFET_CHIP (reuse (people, STAFET_TYPE_CHIP)), state, text);
}

static void
show_people (StafetEntryView *self, const StafetDayContent *content)
{
  const StafetEntry *entry = content->entry;
  StafetLanguage language = stafet_i18n_get_language ();
  Reuse people = { STAFET_WRAP_BOX (self->people), gtk_widget_get_first_child (self->people) };

  if (entry->status == STAFET_STATUS_CANCELLED)
    {
      g_autofree char *text =
        g_strdup_printf ("%s: %s", _ ("CANCELLED"), stafet_entry_reason (entry, language));

      add_chip (&people, STAFET_CHIP_CANCELLED, text);
    }
  else
    for (guint i = 0; i < entry->n_shifts; i++)
      add_shift (&people, content, &entry->shifts[i]);
  if (entry->review != NULL && entry->status != STAFET_STATUS_CANCELLED)
    add_chip (&people, STAFET_CHIP_WARNING, stafet_i18n_text (language, entry->review));
  hide_rest (&people);
}

/* ——— When and what ——— */

/* What lasts for days begins on the first and goes on on the others; until when stands below. */
static char *
time_words (const StafetDayContent *content)
{
  const StafetEntry *entry = content->entry;
  StafetDate first = stafet_wall_date (entry->start);

  if (stafet_day_last (entry->start, entry->end) == first)
    return stafet_words_hours (stafet_i18n_get_language (), entry->start, entry->end);
  return content->date > first
           ? g_strdup (_ ("continued"))
           : stafet_words_clock (stafet_i18n_get_language (), stafet_wall_minutes (entry->start));
}

static const char *
state_words (const StafetDayContent *content)
{
  const StafetEntry *entry = content->entry;

  if (content->date != content->today || entry->status == STAFET_STATUS_CANCELLED)
    return "";
  if (entry->end <= content->now)
    return _ ("over");
  return entry->start <= content->now ? _ ("under way") : "";
}

/* "until Saturday 16:00", else "under way". (transfer full) */
static char *
progress_words (const StafetDayContent *content)
{
  g_autofree char *until = stafet_entry_words_until (stafet_i18n_get_language (), content->entry->start,
                                                     content->entry->end, content->date);

  return *until != '\0' ? g_steal_pointer (&until) : g_strdup (state_words (content));
}

static void
show_category (StafetEntryView *self, gint32 category)
{
  const char *class_name = stafet_category_class (category);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), stafet_category_icon (category));
  if (class_name == self->category)
    return;
  if (self->category != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->category);
  gtk_widget_add_css_class (GTK_WIDGET (self), class_name);
  self->category = class_name;
}

static void
show_place (StafetEntryView *self, const StafetDayContent *content)
{
  const StafetEntry *entry = content->entry;
  g_autofree char *place =
    stafet_entry_words_place (stafet_day_agenda_get (content->agenda), entry, content->house);
  g_autoptr (GString) text = g_string_new (place);

  if (entry->status == STAFET_STATUS_MOVED && stafet_wall_date (entry->start) != entry->original)
    {
      g_autofree char *day = stafet_words_short_date (stafet_i18n_get_language (), entry->original);

      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, _ ("moved from %s"), day);
    }
  stafet_label_show (self->place, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->place), text->len > 0);
}

void
stafet_entry_view_bind (StafetEntryView *self, const StafetDayContent *content)
{
  const StafetEntry *entry = content->entry;
  g_autofree char *time = time_words (content);
  g_autofree char *progress = progress_words (content);
  g_autofree char *more = g_strdup_printf (_ ("More about %s"), entry->title);

  g_clear_pointer (&self->target, g_variant_unref);
  self->target = g_variant_ref_sink (
    g_variant_new (STAFET_ENTRY_TARGET, entry->series, (gint32) entry->kind, entry->original));
  self->cancelled = entry->status == STAFET_STATUS_CANCELLED;
  self->editable = entry->kind == STAFET_KIND_ACTIVITY;
  gtk_label_set_text (self->time, time);
  stafet_label_show (self->progress, progress);
  stafet_label_show (self->title, entry->title);
  stafet_widget_set_class (GTK_WIDGET (self), "cancelled-entry", self->cancelled);
  show_category (self, entry->category);
  show_place (self, content);
  show_people (self, content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
}

/* ——— GObject ——— */

static void
stafet_entry_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_ENTRY_VIEW);
  stafet_widget_drop_children (GTK_WIDGET (object));
  g_clear_pointer (&STAFET_ENTRY_VIEW (object)->target, g_variant_unref);
  G_OBJECT_CLASS (stafet_entry_view_parent_class)->dispose (object);
}

static void
stafet_entry_view_class_init (StafetEntryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_entry_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entryview");
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  g_type_ensure (STAFET_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-entry-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetEntryView, time);
  gtk_widget_class_bind_template_child (widget_class, StafetEntryView, progress);
  gtk_widget_class_bind_template_child (widget_class, StafetEntryView, title);
  gtk_widget_class_bind_template_child (widget_class, StafetEntryView, place);
  gtk_widget_class_bind_template_child (widget_class, StafetEntryView, icon);
  gtk_widget_class_bind_template_child (widget_class, StafetEntryView, edge);
  gtk_widget_class_bind_template_child (widget_class, StafetEntryView, people);
  gtk_widget_class_bind_template_child (widget_class, StafetEntryView, menu);
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
}

static void
stafet_entry_view_init (StafetEntryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetEntryView *
stafet_entry_view_new (void)
{
  return g_object_new (STAFET_TYPE_ENTRY_VIEW, NULL);
}
