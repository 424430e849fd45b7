/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the plan of a trial against the one it began with, in a thread, and says it section by section.
 */
#include "stafet-effects-page.h"

#include "core/stafet-words.h"
#include "schedule/stafet-effects.h"
#include "schedule/stafet-entry-words.h"
#include "stafet-actions.h"
#include "stafet-called.h"
#include "stafet-line.h"
#include "stafet-look.h"
#include "stafet-widget.h"
#include "stafet-window.h"

/* As far as calendars are published: what is closed in July is tried in November. */
#define WEEKS 56

typedef enum
{
  HOLES,
  OVERLAPS,
  CALLS,
  DROPPED,
  MOVED,
  ADDED,
  PEOPLE,
  N_SECTIONS
} Section;

struct _StafetEffectsPage
{
  StafetPage parent_instance;

  gboolean focus; /* the keyboard waits for the rows */
  GtkLabel *titles[N_SECTIONS];
  GtkListBox *lists[N_SECTIONS]; /* borrowed from the box */

  /* Template children. */
  GtkBox *box;
  GtkLabel *steps, *summary;
};

G_DEFINE_FINAL_TYPE (StafetEffectsPage, stafet_effects_page, STAFET_TYPE_PAGE)

/* ——— Words ——— */

/* "on 12 dates, first on Tuesday 1 December at 10"; of one date that alone. (transfer full) */
static char *
dates_words (guint dates, StafetWall first, StafetDate today)
{
  g_autofree char *when = stafet_words_when (stafet_i18n_get_language (), first, today);

  if (dates == 1)
    return g_steal_pointer (&when);
  return g_strdup_printf (ngettext_ ("on %1$u date, first %2$s", "on %1$u dates, first %2$s", dates), dates,
                          when);
}

/* "Café · Folkehuset Møllestien". (transfer full) */
static char *
series_words (const StafetEntry *entry)
{
  return entry->house != NULL ? g_strdup_printf ("%s · %s", entry->title, entry->house->name)
                              : g_strdup (entry->title);
}

/* The activities that a call is about: "Café, Krolf". (transfer full) */
static char *
titles_words (const GPtrArray *entries)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (entries, i);

      if (g_hash_table_add (seen, (gpointer) entry->series))
        g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", entry->title);
    }
  return g_string_free (text, FALSE);
}

static guint
count_dates (const GPtrArray *all)
{
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ((const StafetEffectDates *) g_ptr_array_index (all, i))->dates;
  return n;
}

static guint
count_missing (const GPtrArray *holes)
{
  guint n = 0;

  for (guint i = 0; i < holes->len; i++)
    n += ((const StafetEffectHole *) g_ptr_array_index (holes, i))->missing;
  return n;
}

/* @part: (transfer full) */
static void
add_part (GString *text, guint n, char *part)
{
  g_autofree char *owned = part;

  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", owned);
}

/* "12 places more are vacant, 9 to be rung, 14 dates are dropped". (transfer full) */
static char *
summary_words (const StafetEffects *effects)
{
  GString *text = g_string_new (NULL);
  guint missing = count_missing (effects->holes), calls = effects->calls->lines->len;
  guint dropped = count_dates (effects->dropped), moved = count_dates (effects->moved);
  guint added = count_dates (effects->added), clashes = effects->overlaps->len;

  add_part (
    text, missing,
    g_strdup_printf (ngettext_ ("%u place more is vacant", "%u places more are vacant", missing), missing));
  add_part (text, clashes, g_strdup_printf (ngettext_ ("%u clash", "%u clashes", clashes), clashes));
  add_part (text, calls, g_strdup_printf (ngettext_ ("%u to be rung", "%u to be rung", calls), calls));
  add_part (text, dropped,
            g_strdup_printf (ngettext_ ("%u date is dropped", "%u dates are dropped", dropped), dropped));
  add_part (text, moved,
            g_strdup_printf (ngettext_ ("%u date is moved", "%u dates are moved", moved), moved));
  add_part (text, added, g_strdup_printf (ngettext_ ("%u new date", "%u new dates", added), added));
  return g_string_free (text, FALSE);
}

/* What was tried, a line each. (transfer full) */
static char *
steps_words (const StafetTrial *trial)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stafet_trial_length (trial); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", stafet_trial_get_label (trial, i));
  return g_string_free (text, FALSE);
}

/* ——— Rows ——— */

static GtkWidget *
hole_row_new (const StafetEffectHole *hole, StafetDate today)
{
  g_autofree char *title = stafet_entry_words_shift (hole->entry, hole->staffing);
  g_autofree char *when = dates_words (hole->dates, hole->staffing->start, today);
  g_autofree char *detail = g_strdup_printf (
    ngettext_ ("%1$u place more is vacant, %2$s", "%1$u places more are vacant, %2$s", hole->missing),
    hole->missing, when);
  GtkWidget *line = stafet_line_new ("stafet-warning-symbolic", title, detail);

  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (
                         _ ("Find a volunteer"), title, "win.find",
                         g_variant_new ("(si)", hole->staffing->shift->parent.uid, hole->entry->original)));
  return line;
}

static GtkWidget *
dates_row_new (const StafetEffectDates *dates, const char *icon, StafetDate today)
{
  g_autofree char *title = series_words (dates->entry);
  g_autofree char *when = dates_words (dates->dates, dates->entry->start, today);
  const char *reason = dates->entry->status == STAFET_STATUS_CANCELLED
                         ? stafet_entry_reason (dates->entry, stafet_i18n_get_language ())
                         : "";
  GtkWidget *line = stafet_line_new (icon, title, when);

  if (*reason != '\0')
    stafet_line_add_text (STAFET_LINE (line), reason);
  return line;
}

static GtkWidget *
person_row_new (const StafetEffectPerson *person, StafetDate today)
{
  g_autofree char *shift = stafet_entry_words_shift (person->entry, person->staffing);
  g_autofree char *when = dates_words (person->dates, person->staffing->start, today);
  g_autofree char *detail = g_strdup_printf (
    person->joins ? _ ("comes to %1$s %2$s") : _ ("no longer comes to %1$s %2$s"), shift, when);

  return stafet_line_new ("stafet-people-symbolic", person->volunteer->name, detail);
}

static GtkWidget *
call_row_new (const StafetCallLine *call, StafetDate today)
{
  const StafetEntry *first = g_ptr_array_index (call->entries, 0);
  g_autofree char *phone = stafet_called_phones (call);
  g_autofree char *when = dates_words (call->entries->len, first->start, today);
  g_autofree char *titles = titles_words (call->entries);
  g_autofree char *about = g_strdup_printf ("%s, %s", titles, when);
  GtkWidget *line = stafet_line_new ("stafet-phone-symbolic", call->name, phone);

  stafet_line_add_text (STAFET_LINE (line), about);
  return line;
}

/* (transfer full) of GtkWidget, floating */
static GPtrArray *
rows_of (const StafetEffects *effects, Section section, StafetDate today)
{
  GPtrArray *rows = g_ptr_array_new ();
  const GPtrArray *const dates[N_SECTIONS] = {
    [DROPPED] = effects->dropped, [MOVED] = effects->moved, [ADDED] = effects->added
  };
  static const char *const icons[N_SECTIONS] = { [DROPPED] = "stafet-cancelled-symbolic",
                                                 [MOVED] = "stafet-clock-symbolic",
                                                 [ADDED] = "stafet-calendar-symbolic" };

  for (guint i = 0; dates[section] != NULL && i < dates[section]->len; i++)
    g_ptr_array_add (rows, dates_row_new (g_ptr_array_index (dates[section], i), icons[section], today));
  for (guint i = 0; section == HOLES && i < effects->holes->len; i++)
    g_ptr_array_add (rows, hole_row_new (g_ptr_array_index (effects->holes, i), today));
  for (guint i = 0; section == PEOPLE && i < effects->people->len; i++)
    g_ptr_array_add (rows, person_row_new (g_ptr_array_index (effects->people, i), today));
  for (guint i = 0; section == CALLS && i < effects->calls->lines->len; i++)
    g_ptr_array_add (rows, call_row_new (g_ptr_array_index (effects->calls->lines, i), today));
  for (guint i = 0; section == OVERLAPS && i < effects->overlaps->len; i++)
    {
      g_autofree char *text = stafet_overlap_describe (effects->after->snapshot,
                                                       &g_array_index (effects->overlaps, StafetOverlap, i));
      g_autofree char *fact = stafet_overlap_without_advice (text);

      g_ptr_array_add (rows, stafet_line_new ("stafet-warning-symbolic", fact, ""));
    }
  return rows;
}

/* ——— Showing ——— */

static void
show_steps (StafetEffectsPage *self)
{
  const StafetTrial *trial = stafet_plan_get_trial (stafet_page_get_plan (STAFET_PAGE (self)));
  g_autofree char *text = trial != NULL ? steps_words (trial) : NULL;

  gtk_label_set_text (self->steps, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->steps), text != NULL && *text != '\0');
}

static void
show_effects (StafetPage *page, gpointer found)
{
  StafetEffectsPage *self = STAFET_EFFECTS_PAGE (page);
  g_autoptr (StafetEffects) effects = found;
  StafetDate today = stafet_desk_today (stafet_page_get_desk (page));
  g_autofree char *parts = NULL, *summary = NULL;

  for (int section = 0; section < N_SECTIONS; section++)
    {
      g_autoptr (GPtrArray) rows = rows_of (effects, (Section) section, today);
      gboolean any = rows->len > 0;

      stafet_list_show (self->lists[section], rows);
      gtk_widget_set_visible (GTK_WIDGET (self->lists[section]), any);
      gtk_widget_set_visible (GTK_WIDGET (self->titles[section]), any);
    }
  parts = summary_words (effects);
  summary = g_strdup_printf (_ ("In the next 56 weeks: %s"), parts);
  gtk_label_set_text (self->summary, *parts != '\0' ? summary
                                     : !stafet_effects_are_none (effects)
                                       ? _ ("In the next 56 weeks:")
                                       : _ ("Nothing follows from it in the next 56 weeks: no hole, no "
                                            "clash and nobody to ring."));
  if (self->focus)
    stafet_page_focus (page);
}

static gpointer
find_effects (const StafetLook *look)
{
  return stafet_effects_new (look->before != NULL ? look->before : look->snapshot, look->snapshot,
                             &look->query, look->now);
}

static void
stafet_effects_page_refresh (StafetPage *page)
{
  static const StafetLookKind kind = { find_effects, (GDestroyNotify) stafet_effects_free, show_effects };
  StafetDate today = stafet_desk_today (stafet_page_get_desk (page));
  /* Whatever house is in view: what is done in one may be felt in another. */
  StafetAgendaQuery query = { .from = today, .to = today + WEEKS * 7 - 1 };

  stafet_page_set_titles (page, _ ("What follows from it"), _ ("Of what you are trying"));
  show_steps (STAFET_EFFECTS_PAGE (page));
  stafet_look_run (page, &query, &kind);
}

static void
stafet_effects_page_focus (StafetPage *page)
{
  StafetEffectsPage *self = STAFET_EFFECTS_PAGE (page);

  self->focus = TRUE;
  for (int section = 0; self->focus && section < N_SECTIONS; section++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->lists[section])))
      self->focus = !gtk_widget_child_focus (GTK_WIDGET (self->lists[section]), GTK_DIR_TAB_FORWARD);
}

/* ——— GObject ——— */

static void
add_section (StafetEffectsPage *self, Section section, const char *title)
{
  GtkWidget *label = gtk_label_new (title), *list = gtk_list_box_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "section-title");
  gtk_widget_add_css_class (list, "card-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL,
                                  -1);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_set_visible (list, FALSE);
  gtk_box_append (self->box, label);
  gtk_box_append (self->box, list);
  self->titles[section] = GTK_LABEL (label);
  self->lists[section] = GTK_LIST_BOX (list);
}

static void
stafet_effects_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_EFFECTS_PAGE);
  G_OBJECT_CLASS (stafet_effects_page_parent_class)->dispose (object);
}

static void
stafet_effects_page_class_init (StafetEffectsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_effects_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_effects_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_effects_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-effects-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetEffectsPage, box);
  gtk_widget_class_bind_template_child (widget_class, StafetEffectsPage, steps);
  gtk_widget_class_bind_template_child (widget_class, StafetEffectsPage, summary);
}

static void
stafet_effects_page_init (StafetEffectsPage *self)
{
  const char *const titles[N_SECTIONS] = { [HOLES] = _ ("Holes"),
                                           [OVERLAPS] = _ ("Clashes"),
                                           [CALLS] = _ ("To be rung, if it is saved"),
                                           [DROPPED] = _ ("Not held any more"),
                                           [MOVED] = _ ("At another time or place"),
                                           [ADDED] = _ ("New dates"),
                                           [PEOPLE] = _ ("Who comes, and who no longer does") };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int section = 0; section < N_SECTIONS; section++)
    add_section (self, (Section) section, titles[section]);
}

StafetPage *
stafet_effects_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_EFFECTS_PAGE, "desk", desk, "title", _ ("What follows from it"), NULL);
}
