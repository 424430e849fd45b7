/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that wrap: when, what, who and why, and what to do.
 */
#include "stafet-proposal-row.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-entry-words.h"
#include "stafet-actions.h"
#include "stafet-called.h"
#include "stafet-line.h"
#include "stafet-place-target.h"
#include "stafet-row-layout.h"
#include "stafet-wrap-layout.h"

#include <adwaita.h>

#define AVATAR 36
#define SPACING 12

char *
stafet_proposal_line_key (const StafetProposal *proposal, const StafetRosterLine *line)
{
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (proposal, line->shift);

  return g_strdup_printf ("%s %d %s", hole->staffing->shift->parent.uid, hole->entry->original,
                          ((StafetRecord *) g_ptr_array_index (proposal->people, line->volunteer))->uid);
}

/* ——— Parts ——— */

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* One line over another, of which the first is what matters. */
static GtkWidget *
pair_new (const char *title, const char *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, STAFET_MIDDLE);
  gtk_box_append (GTK_BOX (box), label_new (title, "heading"));
  gtk_box_append (GTK_BOX (box), label_new (detail, "dim-label"));
  return box;
}

/* At 96 dpi or more: what is beside them stands in a column. */
#define WHEN_WIDTH 110

/* "Mon 30/11", "10.00–14.00" */
static GtkWidget *
when_new (const StafetHole *hole)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *date = stafet_words_short_date (language, stafet_wall_date (hole->staffing->start));
  g_autofree char *day = stafet_text_capital (date);
  g_autofree char *time = stafet_words_time_span (language, hole->staffing->start, hole->staffing->end);
  GtkWidget *box = pair_new (day, time);

  gtk_widget_set_size_request (box, WHEN_WIDTH, -1);
  return box;
}

static GtkWidget *
what_new (StafetDesk *desk, const StafetHole *hole)
{
  const StafetEntry *entry = hole->entry;
  const char *role = hole->staffing->shift->role;
  g_autofree char *detail = stafet_desk_add_house (desk, strcmp (role, entry->title) != 0 ? role : "",
                                                   entry->house != NULL ? entry->house->parent.uid : NULL);
  GtkWidget *box = pair_new (entry->title, detail);

  gtk_widget_add_css_class (box, STAFET_COLUMN);
  return box;
}

/* A line that does not break. */
static GtkWidget *
line_new (int spacing)
{
  GtkWidget *line = stafet_wrap_box_new (0, 0);

  gtk_widget_set_layout_manager (line, stafet_row_layout_new (spacing));
  return line;
}

static GtkWidget *
reason_new (const StafetReason *reason)
{
  gboolean warns = stafet_reason_warns (reason);
  GtkWidget *box = line_new (4);
  GtkWidget *image =
    gtk_image_new_from_icon_name (warns ? "stafet-warning-symbolic" : "stafet-promised-symbolic");

  gtk_widget_add_css_class (image, warns ? "warns" : "good");
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), image);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), label_new (reason->text, "caption"));
  return box;
}

static GtkWidget *
who_new (const char *name, const GPtrArray *reasons)
{
  GtkWidget *who = line_new (SPACING), *avatar = adw_avatar_new (AVATAR, name, TRUE);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *wrap = stafet_wrap_box_new (SPACING, 2);

  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  stafet_wrap_box_append (STAFET_WRAP_BOX (who), avatar);
  gtk_box_append (GTK_BOX (words), label_new (name, "heading"));
  for (guint i = 0; i < reasons->len; i++)
    stafet_wrap_box_append (STAFET_WRAP_BOX (wrap), reason_new (g_ptr_array_index (reasons, i)));
  gtk_box_append (GTK_BOX (words), wrap);
  gtk_widget_set_hexpand (words, TRUE);
  stafet_wrap_box_append (STAFET_WRAP_BOX (who), words);
  gtk_widget_set_hexpand (who, TRUE);
  gtk_widget_add_css_class (who, STAFET_SHORT);
  return who;
}

/* ——— Somebody who is proposed ——— */

/* "Café · Servering, Monday 30 November, Aase Juhl". (transfer full) */
static char *
spoken (const StafetHole *hole, const char *name)
{
  g_autofree char *shift = stafet_entry_words_shift (hole->entry, hole->staffing);
  g_autofree char *day =
    stafet_words_date (stafet_i18n_get_language (), stafet_wall_date (hole->staffing->start));

  return g_strdup_printf ("%s, %s%s%s", shift, day, *name != '\0' ? ", " : "", name);
}

static GtkWidget *
tick_new (const char *key, const char *name, gboolean chosen)
{
  GtkWidget *tick = gtk_check_button_new ();

  /* Before its action, that setting it does nothing. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), chosen);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (tick), STAFET_PROPOSAL_KEY, g_strdup (key), g_free);
  return tick;
}

static void
toggled_cb (GtkCheckButton *tick)
{
  gtk_widget_activate_action (GTK_WIDGET (tick), "page.choose", "(sb)",
                              g_object_get_data (G_OBJECT (tick), STAFET_PROPOSAL_KEY),
                              gtk_check_button_get_active (tick));
}

static void
series_toggled_cb (GtkCheckButton *tick)
{
  gtk_widget_activate_action (GTK_WIDGET (tick), "page.choose-series", "(sb)",
                              g_object_get_data (G_OBJECT (tick), STAFET_PROPOSAL_SERIES),
                              gtk_check_button_get_active (tick));
}

GtkWidget *
stafet_proposal_row_new_series (StafetDesk *desk, const StafetProposal *proposal, guint number, guint n)
{
  const StafetRosterLine *line = &g_array_index (proposal->lines, StafetRosterLine, number);
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (proposal, line->shift);
  g_autofree char *title = stafet_entry_words_shift (hole->entry, hole->staffing);
  g_autofree char *count = g_strdup_printf (ngettext_ ("%u proposal", "%u proposals", n), n);
  g_autofree char *detail =
    stafet_desk_add_house (desk, count, hole->entry->house != NULL ? hole->entry->house->parent.uid : NULL);
  g_autofree char *name = g_strdup_printf (_ ("%s, all dates"), title);
  GtkWidget *row = stafet_line_new (NULL, title, detail), *tick = tick_new ("", name, TRUE);

  g_object_set_data_full (G_OBJECT (tick), STAFET_PROPOSAL_SERIES,
                          g_strdup (hole->staffing->shift->parent.uid), g_free);
  g_signal_connect (tick, "toggled", G_CALLBACK (series_toggled_cb), NULL);
  stafet_line_add_start (STAFET_LINE (row), tick);
  stafet_line_set_strong (STAFET_LINE (row));
  g_object_set_data (G_OBJECT (row), STAFET_PROPOSAL_TICK, tick);
  gtk_widget_set_name (row, hole->staffing->shift->parent.uid);
  return row;
}

GtkWidget *
stafet_proposal_row_new (StafetDesk *desk, const StafetProposal *proposal, guint number, gboolean chosen)
{
  const StafetRosterLine *line = &g_array_index (proposal->lines, StafetRosterLine, number);
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (proposal, line->shift);
  const StafetVolunteer *volunteer = g_ptr_array_index (proposal->people, line->volunteer);
  g_autofree char *key = stafet_proposal_line_key (proposal, line);
  g_autofree char *said = spoken (hole, volunteer->name), *about = spoken (hole, "");
  GtkWidget *row = gtk_list_box_row_new (), *box = line_new (SPACING);
  GtkWidget *wrap = stafet_wrap_box_new (SPACING, 6), *tick = tick_new (key, said, chosen), *why;

  g_signal_connect (tick, "toggled", G_CALLBACK (toggled_cb), NULL);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), tick);
  stafet_wrap_box_append (STAFET_WRAP_BOX (wrap), when_new (hole));
  stafet_wrap_box_append (STAFET_WRAP_BOX (wrap), what_new (desk, hole));
  stafet_wrap_box_append (STAFET_WRAP_BOX (wrap),
                          who_new (volunteer->name, g_ptr_array_index (proposal->reasons, number)));
  why = stafet_action_button_new (
    _ ("Why not …"), about, "page.why-not",
    g_variant_new ("(si)", hole->staffing->shift->parent.uid, hole->entry->original));
  gtk_widget_set_valign (why, GTK_ALIGN_CENTER);
  stafet_wrap_box_append (STAFET_WRAP_BOX (wrap), why);
  gtk_widget_set_hexpand (wrap, TRUE);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), wrap);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), STAFET_PROPOSAL_TICK, tick);
  gtk_widget_set_name (row, key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return row;
}

/* ——— A place that stays empty ——— */

/* "Monday 30 November 10.00–14.00 · Café · Servering". (transfer full) */
static char *
hole_words (const StafetEntry *entry, const StafetStaffing *staffing)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *shift = stafet_entry_words_shift (entry, staffing);
  g_autofree char *day = stafet_words_short_date (language, stafet_wall_date (staffing->start));
  g_autofree char *time = stafet_words_time_span (language, staffing->start, staffing->end);

  return g_strdup_printf ("%s %s · %s", day, time, shift);
}

GtkWidget *
stafet_proposal_row_new_empty (StafetDesk *desk, const StafetProposal *proposal, guint number)
{
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (proposal, number);
  g_autofree char *title = hole_words (hole->entry, hole->staffing);
  g_autofree char *why = stafet_proposal_why_empty (proposal, number, stafet_i18n_get_language ());
  g_autofree char *because = stafet_text_capital (why);
  int left = stafet_proposal_left (proposal, number);
  g_autofree char *count = g_strdup_printf (ngettext_ ("%d place", "%d places", left), left);
  g_autofree char *words = g_strdup_printf ("%s · %s", count, because);
  g_autofree char *detail =
    stafet_desk_add_house (desk, words, hole->entry->house != NULL ? hole->entry->house->parent.uid : NULL);
  GtkWidget *line = stafet_line_new (NULL, title, detail);

  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (
                         _ ("Find a volunteer"), title, "win.find",
                         g_variant_new ("(si)", hole->staffing->shift->parent.uid, hole->entry->original)));
  gtk_widget_set_name (line, title);
  return line;
}

/* ——— A question that is taken back ——— */

GtkWidget *
stafet_proposal_row_new_withdrawn (const StafetProposal *proposal, guint number)
{
  const StafetRosterPair *pair = &g_array_index (proposal->withdrawn, StafetRosterPair, number);
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (proposal, pair->shift);
  const StafetVolunteer *volunteer = g_ptr_array_index (proposal->people, pair->volunteer);
  g_autofree char *detail = hole_words (hole->entry, hole->staffing);
  GtkWidget *line = stafet_line_new (NULL, volunteer->name, detail);

  gtk_widget_set_name (line, volunteer->parent.uid);
  return line;
}

/* ——— Somebody who was asked ——— */

static char *
phone_words (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer)
{
  const GPtrArray *phones =
    stafet_snapshot_index (snapshot, STAFET_INDEX_PHONE_BY_VOLUNTEER, volunteer->parent.uid);
  g_autofree char *number = phones->len > 0
                              ? stafet_phone_format (((StafetPhone *) g_ptr_array_index (phones, 0))->number)
                              : g_strdup (_ ("no phone number"));
  g_autofree char *words = stafet_volunteer_call_words (volunteer, TRUE, stafet_i18n_get_language ());

  return g_strconcat (number, *words != '\0' ? " · " : "", words, NULL);
}

GtkWidget *
stafet_proposal_row_new_asked (StafetDesk *desk, const StafetEntry *entry, const StafetStaffing *staffing,
                               const StafetPlace *place)
{
  const StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  const StafetVolunteer *volunteer = place->volunteer;
  const StafetCall *call =
    stafet_called_last (snapshot, staffing->shift->parent.uid, entry->original, volunteer->parent.uid);
  g_autofree char *detail = hole_words (entry, staffing), *phone = phone_words (snapshot, volunteer);
  g_autoptr (GVariant) target = g_variant_ref_sink (
    stafet_place_target_new_volunteer (staffing->shift->parent.uid, entry->original, volunteer->parent.uid));
  g_autofree char *about = g_strdup_printf ("%s, %s", volunteer->name, detail);
  GtkWidget *line = stafet_line_new (NULL, volunteer->name, detail);
  static const struct
  {
    const char *label, *action;
  } buttons[] = { { N_ ("Said yes"), "win.put-on" },      { N_ ("Cannot"), "win.cannot" },
                  { N_ ("Wants to think"), "win.waits" }, { N_ ("If nobody else can"), "win.if-needed" },
                  { N_ ("No answer"), "win.no-answer" },  { N_ ("Rang"), "win.rang" } };

  stafet_line_add_text (STAFET_LINE (line), phone);
  if (call != NULL)
    {
      g_autofree char *called = stafet_called_words (stafet_desk_get_plan (desk), call);

      stafet_line_add_text (STAFET_LINE (line), called);
    }
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    stafet_line_add_end (STAFET_LINE (line),
                         stafet_action_button_new (_ (buttons[i].label), about, buttons[i].action, target));
  gtk_widget_set_name (line, about);
  return line;
}
