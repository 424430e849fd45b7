/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row of a volunteer.
 */
#include "stafet-volunteer-row.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-chip.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

struct _StafetVolunteerRow
{
  GtkWidget parent_instance;

  /* Template children. */
  AdwAvatar *avatar;
  GtkLabel *name, *skills, *phone;
  StafetChip *chip;
};

G_DEFINE_FINAL_TYPE (StafetVolunteerRow, stafet_volunteer_row, GTK_TYPE_WIDGET)

/* ——— In words ——— */

char *
stafet_volunteer_skills (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer)
{
  const GPtrArray *skills =
    stafet_snapshot_index (snapshot, STAFET_INDEX_SKILL_BY_VOLUNTEER, volunteer->parent.uid);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < skills->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            ((StafetSkill *) g_ptr_array_index (skills, i))->skill);
  return g_strdup (text->str);
}

char *
stafet_volunteer_phones (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer)
{
  const GPtrArray *phones =
    stafet_snapshot_index (snapshot, STAFET_INDEX_PHONE_BY_VOLUNTEER, volunteer->parent.uid);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < phones->len; i++)
    {
      g_autofree char *number = stafet_phone_format (((StafetPhone *) g_ptr_array_index (phones, i))->number);

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", number);
    }
  return g_strdup (text->str);
}

char *
stafet_volunteer_state (const StafetVolunteer *volunteer, StafetDate today)
{
  g_autofree char *day = NULL;
  gboolean stops = volunteer->status == STAFET_VOLUNTEER_STOPPED;

  if (stafet_volunteer_has_stopped (volunteer, today))
    return g_strdup (_ ("has stopped"));
  if (!stops && !stafet_volunteer_is_paused (volunteer, today))
    return g_strdup ("");
  if (volunteer->paused_until == STAFET_DATE_NONE)
    return g_strdup (_ ("on a break"));
  day = stafet_words_day (stafet_i18n_get_language (), volunteer->paused_until);
  return stops ? g_strdup_printf (_ ("stopped from %s"), day)
               : g_strdup_printf (_ ("on a break until %s"), day);
}

/* ——— GObject ——— */

static void
stafet_volunteer_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_VOLUNTEER_ROW);
  stafet_widget_drop_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (stafet_volunteer_row_parent_class)->dispose (object);
}

static void
stafet_volunteer_row_class_init (StafetVolunteerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_volunteer_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  g_type_ensure (STAFET_TYPE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-volunteer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteerRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteerRow, name);
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteerRow, skills);
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteerRow, phone);
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteerRow, chip);
}

static void
stafet_volunteer_row_init (StafetVolunteerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
stafet_volunteer_row_new (void)
{
  return g_object_new (STAFET_TYPE_VOLUNTEER_ROW, NULL);
}

void
stafet_volunteer_row_bind (StafetVolunteerRow *self, const StafetSnapshot *snapshot,
                           const StafetVolunteer *volunteer, StafetDate today)
{
  g_autofree char *skills = stafet_volunteer_skills (snapshot, volunteer);
  g_autofree char *phones = stafet_volunteer_phones (snapshot, volunteer);
  g_autofree char *state = stafet_volunteer_state (volunteer, today);
  gboolean protected = volunteer->protected_ && *state == '\0';

  adw_avatar_set_text (self->avatar, volunteer->name);
  gtk_label_set_text (self->name, volunteer->name);
  stafet_label_show (self->skills, skills);
  stafet_label_show (self->phone, phones);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), *state != '\0' || protected);
  if (protected)
    stafet_chip_set (self->chip, STAFET_CHIP_CLOSED, _ ("protected name"));
  else
    stafet_chip_set (self->chip, STAFET_CHIP_PAUSED, state);
}
