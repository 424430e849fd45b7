/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shift above, its people beneath.
 */
#include "stafet-attend-row.h"

#include "core/stafet-words.h"
#include "plan/stafet-use-close.h"
#include "schedule/stafet-entry-words.h"
#include "schedule/stafet-hours.h"
#include "stafet-actions.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

#define SPACING 12

/* What the row is made from. */
typedef struct
{
  StafetDesk *desk;
  const StafetEntry *entry;
  const StafetStaffing *staffing;
  GHashTable *otherwise;
  const char *about; /* "Café · Servering, Tuesday 24 November" */
} Build;

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* ——— People ——— */

/* How long she came, where that was said and is not as long as the shift; what she was asked or said; ""
 * for whoever is simply there. (transfer full) */
static char *
remark_words (const Build *build, const StafetPlace *place)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (build->desk);
  StafetClock *clock = stafet_plan_get_clock (stafet_desk_get_plan (build->desk));
  const StafetAttendance *row =
    stafet_attendance_find (snapshot, build->staffing->shift->parent.uid, build->entry->original, place);

  if (place->came == 0)
    return g_strdup (_ ("did not come"));
  if (row != NULL && row->minutes != stafet_staffing_minutes (build->staffing, stafet_clock_get_zone (clock)))
    return stafet_hours_words (stafet_i18n_get_language (), row->minutes);
  if (row != NULL)
    return g_strdup (row->status == STAFET_ATTENDANCE_EXTRA ? _ ("extra") : _ ("came"));
  if (place->state == STAFET_PLACE_ASKED)
    return g_strdup (C_ ("state", "asked"));
  return g_strdup (place->unchecked                    ? _ ("no valid check")
                   : place->state == STAFET_PLACE_AWAY ? C_ ("state", "regrets")
                                                       : "");
}

static char *
person_words (const Build *build, const StafetPlace *place)
{
  g_autofree char *remark = remark_words (build, place);
  g_autofree char *name = place->count > 1
                            ? g_strdup_printf ("%s, %d", stafet_place_get_name (place), place->count)
                            : g_strdup (stafet_place_get_name (place));

  return g_strconcat (name, *remark != '\0' ? " · " : "", remark, NULL);
}

static void
toggled_cb (GtkCheckButton *tick)
{
  gtk_widget_activate_action (GTK_WIDGET (tick), "page.tick", "s",
                              g_object_get_data (G_OBJECT (tick), "stafet-key"));
}

static GtkWidget *
tick_new (const Build *build, const StafetPlace *place)
{
  g_autofree char *words = person_words (build, place);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", words, build->about);
  g_autofree char *key = stafet_place_key (build->staffing, build->entry->original, place);
  gboolean expected = stafet_place_is_expected (place);
  GtkWidget *tick = gtk_check_button_new_with_label (words);

  /* Before its action, that setting it does nothing. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick),
                               expected != g_hash_table_contains (build->otherwise, key));
  stafet_tick_wrap (GTK_CHECK_BUTTON (tick));
  gtk_widget_set_name (tick, key);
  g_object_set_data_full (G_OBJECT (tick), "stafet-key", g_steal_pointer (&key), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect (tick, "toggled", G_CALLBACK (toggled_cb), NULL);
  return tick;
}

static GtkWidget *
people_new (const Build *build)
{
  GtkWidget *people = stafet_wrap_box_new (SPACING, 4);
  const StafetStaffing *staffing = build->staffing;

  for (guint i = 0; i < staffing->n_places + staffing->n_away; i++)
    stafet_wrap_box_append (STAFET_WRAP_BOX (people), tick_new (build, &staffing->places[i]));
  if (staffing->n_places + staffing->n_away == 0)
    stafet_wrap_box_append (STAFET_WRAP_BOX (people), label_new (_ ("Nobody was on it."), "dim-label"));
  return people;
}

/* ——— The shift ——— */

static void
add_button (const Build *build, GtkWidget *head, const char *label, const char *action)
{
  GtkWidget *button = stafet_action_button_new (
    label, build->about, action,
    g_variant_new ("(si)", build->staffing->shift->parent.uid, build->entry->original));

  stafet_wrap_box_append (STAFET_WRAP_BOX (head), button);
}

static GtkWidget *
head_new (const Build *build)
{
  StafetLanguage language = stafet_i18n_get_language ();
  GtkWidget *head = stafet_wrap_box_new (SPACING, 4);
  g_autofree char *shift = stafet_entry_words_shift (build->entry, build->staffing);
  g_autofree char *title = stafet_desk_add_house (
    build->desk, shift, build->entry->house != NULL ? build->entry->house->parent.uid : NULL);
  g_autofree char *time = stafet_words_time_span (language, build->staffing->start, build->staffing->end);
  GtkWidget *what = label_new (title, "heading"), *when = label_new (time, "dim-label");

  gtk_widget_set_hexpand (when, TRUE);
  stafet_wrap_box_append (STAFET_WRAP_BOX (head), what);
  stafet_wrap_box_append (STAFET_WRAP_BOX (head), when);
  if (build->staffing->n_places > 0)
    add_button (build, head, _ ("How long …"), "page.times");
  add_button (build, head, _ ("Add a helper …"), "page.helper");
  return head;
}

GtkWidget *
stafet_attend_row_new (StafetDesk *desk, const StafetEntry *entry, const StafetStaffing *staffing,
                       GHashTable *otherwise)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *shift = stafet_entry_words_shift (entry, staffing);
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), stafet_wall_date (staffing->start));
  g_autofree char *about = g_strdup_printf ("%s, %s", shift, day);
  Build build = { desk, entry, staffing, otherwise, about };

  gtk_box_append (GTK_BOX (box), head_new (&build));
  gtk_box_append (GTK_BOX (box), people_new (&build));
  return stafet_still_row_new (box, about);
}
