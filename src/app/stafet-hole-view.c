/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view of a hole.
 */
#include "stafet-hole-view.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-entry-words.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-day-row.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

struct _StafetHoleView
{
  GtkWidget parent_instance;

  const char *state_class; /* static, nullable */

  /* Template children. */
  GtkWidget *icon;
  GtkLabel *title, *detail, *missing, *away;
  StafetChip *chip;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (StafetHoleView, stafet_hole_view, GTK_TYPE_WIDGET)

char *
stafet_hole_words (const StafetStaffing *staffing, gboolean today)
{
  if (staffing->permanent > 0 && staffing->temporary > 0)
    return stafet_entry_words_hole (stafet_i18n_get_language (), staffing);
  if (staffing->permanent > 0)
    return g_strdup (_ ("Permanently vacant"));
  return g_strdup (today ? _ ("Only today") : _ ("Only this time"));
}

static void
stafet_hole_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_HOLE_VIEW);
  stafet_widget_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (stafet_hole_view_parent_class)->dispose (object);
}

static void
stafet_hole_view_class_init (StafetHoleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_hole_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "hole");
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  g_type_ensure (STAFET_TYPE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-hole-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetHoleView, icon);
  gtk_widget_class_bind_template_child (widget_class, StafetHoleView, title);
  gtk_widget_class_bind_template_child (widget_class, StafetHoleView, detail);
  gtk_widget_class_bind_template_child (widget_class, StafetHoleView, missing);
  gtk_widget_class_bind_template_child (widget_class, StafetHoleView, away);
  gtk_widget_class_bind_template_child (widget_class, StafetHoleView, chip);
  gtk_widget_class_bind_template_child (widget_class, StafetHoleView, button);
}

static void
stafet_hole_view_init (StafetHoleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetHoleView *
stafet_hole_view_new (void)
{
  return g_object_new (STAFET_TYPE_HOLE_VIEW, NULL);
}

void
stafet_hole_view_hide_button (StafetHoleView *self)
{
  gtk_widget_hide (self->button);
}

static void
show_state (StafetHoleView *self, const StafetStaffing *staffing, gboolean today)
{
  StafetChipState state = staffing->permanent > 0 ? STAFET_CHIP_PERMANENT : STAFET_CHIP_TEMPORARY;
  g_autofree char *words = stafet_hole_words (staffing, today);

  if (self->state_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->state_class);
  self->state_class = stafet_chip_get_class (state);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->state_class);
  stafet_chip_set (self->chip, state, words);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), staffing->missing > 0);
}

static void
show_place (StafetHoleView *self, const StafetDayContent *content)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *time = stafet_words_time_span (language, content->staffing->start, content->staffing->end);
  g_autofree char *place =
    stafet_entry_words_place (stafet_day_agenda_get (content->agenda), content->entry, content->house);
  g_autofree char *detail = g_strconcat (time, *place != '\0' ? " · " : "", place, NULL);

  gtk_label_set_text (self->detail, detail);
}

/* "Lis Bæk and Bo Holm take it if nobody else can"; "" nobody does. (transfer full) */
static char *
reserve_words (const StafetStaffing *staffing)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < staffing->n_places; i++)
    if (staffing->places[i].state == STAFET_PLACE_IF_NEEDED)
      g_ptr_array_add (names, (gpointer) stafet_place_get_name (&staffing->places[i]));
  if (names->len == 0)
    return g_strdup ("");
  joined = stafet_names_join (language, (const char *const *) names->pdata, names->len);
  return g_strdup_printf (
    ngettext_ ("%s takes it if nobody else can", "%s take it if nobody else can", names->len), joined);
}

/* Who is away, that a stand-in is being looked for, and who takes it if nobody else can. (transfer full) */
static char *
about_words (const StafetStaffing *staffing)
{
  g_autofree char *away = stafet_entry_words_away (stafet_i18n_get_language (), staffing);
  g_autofree char *reserve = reserve_words (staffing);
  const char *looking = staffing->looking ? _ ("looking for a stand-in") : "";
  gboolean first = *away != '\0' && *looking != '\0';
  gboolean second = *reserve != '\0' && (*away != '\0' || *looking != '\0');

  return g_strconcat (away, first ? " · " : "", looking, second ? " · " : "", reserve, NULL);
}

void
stafet_hole_view_bind (StafetHoleView *self, const StafetDayContent *content)
{
  StafetLanguage language = stafet_i18n_get_language ();
  const StafetStaffing *staffing = content->staffing;
  g_autofree char *title = stafet_entry_words_shift (content->entry, staffing);
  g_autofree char *missing = stafet_entry_words_missing (language, staffing);
  g_autofree char *away = about_words (staffing);
  g_autofree char *spoken = g_strdup_printf (_ ("Find a volunteer for %s"), title);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), stafet_category_icon (content->entry->category));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->missing, missing);
  stafet_label_show (self->away, away);
  show_state (self, staffing, stafet_wall_date (staffing->start) == content->today);
  show_place (self, content);
  stafet_actionable_set (self->button, "win.find",
                         g_variant_new ("(si)", staffing->shift->parent.uid, content->entry->original));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
