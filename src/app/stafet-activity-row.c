/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of an activity.
 */
#include "stafet-activity-row.h"

#include "core/stafet-words.h"
#include "schedule/stafet-entry-words.h"
#include "schedule/stafet-expand.h"
#include "stafet-chip.h"
#include "stafet-day-row.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

struct _StafetActivityRow
{
  GtkWidget parent_instance;

  const char *category; /* static: the style class */

  /* Template children. */
  GtkImage *icon;
  GtkLabel *title, *when, *place;
  StafetChip *chip;
};

G_DEFINE_FINAL_TYPE (StafetActivityRow, stafet_activity_row, GTK_TYPE_WIDGET)

static char *
when_words (const StafetActivity *activity)
{
  StafetLanguage language = stafet_i18n_get_language ();
  const StafetTiming *timing = &activity->timing;
  g_autofree char *rule = timing->recurs
                            ? stafet_words_rule (language, timing)
                            : stafet_words_date_with_year (language, stafet_wall_date (timing->start));
  g_autofree char *time = stafet_words_time_span (language, timing->start, timing->end);

  return g_strdup_printf ("%s %s", rule, time);
}

/* As it stands on its next date, or NULL. */
static StafetAgenda *
next_date (StafetDesk *desk, StafetActivity *activity)
{
  StafetDate date = stafet_expand_next (&activity->timing, stafet_desk_today (desk));

  if (date == STAFET_DATE_NONE)
    return NULL;
  return stafet_agenda_new_occurrence (stafet_desk_get_snapshot (desk), STAFET_KIND_ACTIVITY,
                                       activity->parent.uid, date);
}

static int
permanent_holes (const StafetEntry *entry)
{
  int n = 0;

  for (guint i = 0; i < entry->n_shifts; i++)
    n += entry->shifts[i].permanent;
  return n;
}

/* Returns what the chip says; "" when it is hidden. (transfer full) */
static char *
show_chip (StafetActivityRow *self, const StafetEntry *entry)
{
  int holes = entry != NULL ? permanent_holes (entry) : 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->chip), holes > 0);
  if (holes == 0)
    return g_strdup ("");
  text = g_strdup_printf (
    ngettext_ ("%d place permanently vacant", "%d places permanently vacant", (gulong) holes), holes);
  stafet_chip_set (self->chip, STAFET_CHIP_PERMANENT, text);
  return g_steal_pointer (&text);
}

static void
show_category (StafetActivityRow *self, gint32 category)
{
  const char *class_name = stafet_category_class (category);

  gtk_image_set_from_icon_name (self->icon, stafet_category_icon (category));
  if (self->category != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->category);
  gtk_widget_add_css_class (GTK_WIDGET (self), class_name);
  self->category = class_name;
}

char *
stafet_activity_row_bind (StafetActivityRow *self, StafetDesk *desk, StafetActivity *activity)
{
  g_autoptr (StafetAgenda) agenda = next_date (desk, activity);
  const StafetEntry *entry = agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;
  StafetUid asked = stafet_desk_get_view (desk) == STAFET_VIEW_HOUSE ? stafet_desk_get_place (desk) : NULL;
  g_autofree char *when = when_words (activity);
  g_autofree char *place = entry != NULL ? stafet_entry_words_place (agenda, entry, asked) : g_strdup ("");
  g_autofree char *chip = show_chip (self, entry);

  gtk_label_set_text (self->title, activity->title);
  gtk_label_set_text (self->when, when);
  gtk_label_set_text (self->place, place);
  show_category (self, activity->category);
  return g_strdup_printf ("%s, %s%s%s", activity->title, when, *chip != '\0' ? ", " : "", chip);
}

static void
stafet_activity_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_ACTIVITY_ROW);
  stafet_widget_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (stafet_activity_row_parent_class)->dispose (object);
}

static void
stafet_activity_row_class_init (StafetActivityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_activity_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "activityrow");
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  g_type_ensure (STAFET_TYPE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-activity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetActivityRow, icon);
  gtk_widget_class_bind_template_child (widget_class, StafetActivityRow, title);
  gtk_widget_class_bind_template_child (widget_class, StafetActivityRow, when);
  gtk_widget_class_bind_template_child (widget_class, StafetActivityRow, place);
  gtk_widget_class_bind_template_child (widget_class, StafetActivityRow, chip);
}

static void
stafet_activity_row_init (StafetActivityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stafet_activity_row_new (void)
{
  return g_object_new (STAFET_TYPE_ACTIVITY_ROW, NULL);
}
