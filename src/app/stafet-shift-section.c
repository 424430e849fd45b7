/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of a role's people.
 */
#include "stafet-shift-section.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-entry-words.h"
#include "schedule/stafet-terms.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-hole-view.h"
#include "stafet-line.h"
#include "stafet-place-menu.h"
#include "stafet-popup.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

#define AVATAR 32

struct _StafetShiftSection
{
  GtkBox parent_instance;

  GtkWidget *role, *state, *list; /* owned by the widget tree */
};

G_DEFINE_FINAL_TYPE (StafetShiftSection, stafet_shift_section, GTK_TYPE_BOX)

/* What the rows are made from. */
typedef struct
{
  StafetSnapshot *snapshot;
  const StafetEntry *entry;
  const StafetStaffing *staffing;
  StafetWall now;
  GPtrArray *rows;
} Build;

/* ——— People ——— */

/* "13 58 31 42 · after 16"; "" without a phone. (transfer full) */
static char *
phone_words (const Build *build, const StafetPlace *place)
{
  const GPtrArray *phones;
  g_autofree char *number = NULL, *words = NULL;

  if (place->organiser != NULL && *place->organiser->phone != '\0')
    return stafet_phone_format (place->organiser->phone);
  if (place->volunteer == NULL)
    return g_strdup ("");
  phones =
    stafet_snapshot_index (build->snapshot, STAFET_INDEX_PHONE_BY_VOLUNTEER, place->volunteer->parent.uid);
  number = phones->len > 0 ? stafet_phone_format (((StafetPhone *) g_ptr_array_index (phones, 0))->number)
                           : g_strdup (_ ("No phone number"));
  words = stafet_volunteer_call_words (place->volunteer, FALSE, stafet_i18n_get_language ());
  return g_strconcat (number, *words != '\0' ? " · " : "", words, NULL);
}

static GtkWidget *
chip_new (const StafetPlaceFacts *facts)
{
  const char *words;
  StafetChipState state = stafet_place_facts_state (facts, &words);

  return stafet_chip_new (state, words);
}

/* The one thing that is most often said of somebody in that state; the rest is in the menu. */
static GtkWidget *
main_button_new (const StafetPlaceFacts *facts, const char *name, gboolean over)
{
  const char *label = _ ("Regrets"), *action = "win.regret";

  if (facts->unchecked)
    return NULL;
  if (over && facts->ticks)
    {
      if (facts->came >= 0 || !stafet_place_facts_filled (facts))
        return NULL;
      label = _ ("Came");
      action = "win.came";
    }
  else if (!stafet_place_facts_filled (facts))
    {
      label = facts->state == STAFET_PLACE_ASKED       ? _ ("Has promised")
              : facts->state == STAFET_PLACE_IF_NEEDED ? _ ("Put on")
                                                       : _ ("Comes after all");
      action = "win.put-on";
    }
  return stafet_action_button_new (label, name, action, facts->target);
}

static void
facts_free (gpointer data)
{
  stafet_place_facts_clear (data);
  g_free (data);
}

static void
menu_cb (GtkWidget *button)
{
  g_autoptr (GMenuModel) menu = stafet_place_menu_new (g_object_get_data (G_OBJECT (button), "stafet-facts"));

  stafet_popup_menu (button, menu);
}

/* Takes @facts. */
static GtkWidget *
menu_button_new (StafetPlaceFacts *facts, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-more-symbolic");
  g_autofree char *spoken = g_strdup_printf (_ ("More about %s"), name);

  g_object_set_data_full (G_OBJECT (button), "stafet-facts", facts, facts_free);
  g_signal_connect (button, "clicked", G_CALLBACK (menu_cb), NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "more-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

static GtkWidget *
avatar_new (const char *name)
{
  GtkWidget *avatar = adw_avatar_new (AVATAR, name, TRUE);

  gtk_accessible_update_state (GTK_ACCESSIBLE (avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return avatar;
}

/* Of somebody on a shift that takes a check: that it is about to expire, or has. NULL when all is well. */
static GtkWidget *
check_chip_new (const Build *build, const StafetPlace *place)
{
  StafetDate date = stafet_wall_date (build->staffing->start);
  g_autofree char *until = NULL, *text = NULL;

  if (place->volunteer == NULL || !build->staffing->shift->check || build->staffing->end <= build->now
      || place->unchecked) /* its state says so */
    return NULL;
  if (!stafet_volunteer_is_checked (place->volunteer, date))
    return stafet_chip_new (STAFET_CHIP_WARNING, _ ("no valid check"));
  if (!stafet_terms_check_ends_soon (place->volunteer, date))
    return NULL;
  until = stafet_words_short_date (stafet_i18n_get_language (), place->volunteer->check_until);
  text = g_strdup_printf (_ ("check expires %s"), until);
  return stafet_chip_new (STAFET_CHIP_WARNING, text);
}

static void
add_person (Build *build, const StafetPlace *place)
{
  gboolean over = build->staffing->end <= build->now;
  StafetPlaceFacts *facts = g_new0 (StafetPlaceFacts, 1);
  g_autofree char *name = place->count > 1
                            ? g_strdup_printf ("%s, %d", stafet_place_get_name (place), place->count)
                            : g_strdup (stafet_place_get_name (place));
  g_autofree char *phone = phone_words (build, place);
  g_autofree char *key = NULL;
  GtkWidget *line = stafet_line_new (NULL, name, phone), *button, *check = check_chip_new (build, place);

  stafet_place_facts_read (facts, build->staffing, build->entry->original, place,
                           stafet_wall_date (build->staffing->start) <= stafet_wall_date (build->now));
  button = main_button_new (facts, name, over);
  key = g_variant_print (facts->target, FALSE);
  gtk_widget_set_name (line, key);
  stafet_line_set_short (STAFET_LINE (line));
  stafet_line_add_start (STAFET_LINE (line), avatar_new (name));
  stafet_line_add_second (STAFET_LINE (line), chip_new (facts));
  if (check != NULL)
    stafet_line_add_second (STAFET_LINE (line), check);
  if (button != NULL)
    stafet_line_add_end (STAFET_LINE (line), button);
  stafet_line_add_end (STAFET_LINE (line), menu_button_new (facts, name));
  g_ptr_array_add (build->rows, line);
}

/* ——— Places that nobody has ——— */

static GtkWidget *
find_button_new (const Build *build, const char *label, gboolean suggested)
{
  g_autofree char *title = stafet_entry_words_shift (build->entry, build->staffing);
  g_autofree char *spoken = g_strdup_printf (_ ("Find a volunteer for %s"), title);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, suggested ? "suggested-action" : "flat");
  stafet_actionable_set (button, "win.find",
                         g_variant_new ("(si)", build->staffing->shift->parent.uid, build->entry->original));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

static void
add_hole (Build *build)
{
  const StafetStaffing *staffing = build->staffing;
  StafetChipState state = staffing->permanent > 0 ? STAFET_CHIP_PERMANENT : STAFET_CHIP_TEMPORARY;
  g_autofree char *hole =
    stafet_hole_words (staffing, stafet_wall_date (staffing->start) == stafet_wall_date (build->now));
  g_autofree char *vacant = g_strdup_printf (
    ngettext_ ("%d vacant place", "%d vacant places", (gulong) staffing->missing), staffing->missing);
  g_autofree char *detail =
    staffing->looking ? g_strdup_printf ("%s · %s", hole, _ ("looking for a stand-in")) : g_strdup (hole);
  GtkWidget *line = stafet_line_new (stafet_chip_get_icon (state), vacant, detail);

  gtk_widget_add_css_class (line, "hole-line");
  gtk_widget_add_css_class (line, stafet_chip_get_class (state));
  gtk_widget_set_name (line, stafet_chip_get_class (state));
  stafet_line_add_end (STAFET_LINE (line), find_button_new (build, _ ("Find a volunteer"), TRUE));
  g_ptr_array_add (build->rows, line);
}

static void
add_one_more (Build *build)
{
  GtkWidget *line = stafet_line_new (NULL, _ ("Room for more"), "");

  stafet_line_add_end (STAFET_LINE (line), find_button_new (build, _ ("Put somebody on …"), FALSE));
  g_ptr_array_add (build->rows, line);
}

/* ——— Showing ——— */

/* "missing 1 of 3, 1 is asked", "3 of 3". (transfer full) */
static char *
state_words (const StafetStaffing *staffing)
{
  if (staffing->missing > 0)
    return stafet_entry_words_missing (stafet_i18n_get_language (), staffing);
  return g_strdup_printf (_ ("%d of %d"), staffing->filled, staffing->wanted);
}

void
stafet_shift_section_show (StafetShiftSection *self, StafetSnapshot *snapshot, const StafetEntry *entry,
                           const StafetStaffing *staffing, StafetWall now)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  Build build = { snapshot, entry, staffing, now, rows };
  g_autofree char *state = state_words (staffing);
  gboolean over = staffing->end <= now;

  gtk_label_set_text (GTK_LABEL (self->role), staffing->shift->role);
  gtk_label_set_text (GTK_LABEL (self->state), state);
  stafet_widget_set_class (self->state, "lacks", staffing->missing > 0 && !over);
  for (guint i = 0; i < staffing->n_places + staffing->n_away; i++)
    add_person (&build, &staffing->places[i]);
  if (staffing->missing > 0 && !over)
    add_hole (&build);
  else if (staffing->filled < staffing->max && !over)
    add_one_more (&build);
  if (rows->len == 0)
    g_ptr_array_add (rows, stafet_line_new (NULL, _ ("Nobody was on it."), ""));
  stafet_list_show (GTK_LIST_BOX (self->list), rows);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  staffing->shift->role, -1);
}

/* ——— GObject ——— */

static void
stafet_shift_section_class_init (StafetShiftSectionClass *klass)
{
  (void) klass;
}

static GtkWidget *
label_new (const char *class_name)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class_name);
  return label;
}

static void
stafet_shift_section_init (StafetShiftSection *self)
{
  GtkWidget *head = stafet_wrap_box_new (8, 2);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->role = label_new ("section-title");
  self->state = label_new ("shift-state");
  self->list = gtk_list_box_new ();
  gtk_widget_set_hexpand (self->role, TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "card-list");
  stafet_wrap_box_append (STAFET_WRAP_BOX (head), self->role);
  stafet_wrap_box_append (STAFET_WRAP_BOX (head), self->state);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->list);
}

GtkWidget *
stafet_shift_section_new (void)
{
  return g_object_new (STAFET_TYPE_SHIFT_SECTION, NULL);
}
