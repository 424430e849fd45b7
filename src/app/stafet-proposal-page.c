/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thread solves the week again whenever the plan, the week or a weight has changed; what was unticked stays
 * so.
 */
#include "stafet-proposal-page.h"

#include "core/stafet-task.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "plan/stafet-use-propose.h"
#include "stafet-line.h"
#include "stafet-look.h"
#include "stafet-proposal-row.h"
#include "stafet-why-dialog.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

#define WEEK 7
/* So many lines are shown at first, more than a house has, and as many again when more are asked for. */
#define PAGE 30
#define N_WEIGHTS 4
#define N_LEVELS 3
/* Of the people who are not proposed so many are named until more are asked for. */
#define MOST_UNUSED 60

struct _StafetProposalPage
{
  StafetPage parent_instance;

  StafetDate first;     /* of the period: a Monday, or the first of a month */
  gboolean month;       /* it is a month, else a week */
  gboolean by_activity; /* lines stand under their series, else by date alone */
  gboolean syncing;     /* ticks are set to what is chosen */
  guint wanted;         /* so many of a list at most */
  guint named;          /* so many of those who are not proposed */
  int levels[N_WEIGHTS];
  GHashTable *dropped;      /* owned: keys of lines that are not ticked */
  StafetProposal *proposal; /* owned, nullable */
  GCancellable *cancellable;
  gboolean looking, again; /* a thread is at it; and once more after that */
  gboolean focus;          /* the keyboard waits for the rows */

  /* Template children. */
  GtkLabel *summary, *empties_title, *asked_title, *chosen;
  GtkWidget *weights, *empties_box, *asked_box, *unused_box, *withdrawn_box, *bar, *more, *everybody;
  GtkButton *accept;
  GtkListBox *list, *empties, *withdrawn, *asked, *unused;
  GtkToggleButton *months, *activities;
};

G_DEFINE_FINAL_TYPE (StafetProposalPage, stafet_proposal_page, STAFET_TYPE_PAGE)

/* ——— What is chosen ——— */

static gboolean
is_chosen (const StafetProposalPage *self, const StafetRosterLine *line)
{
  g_autofree char *key = stafet_proposal_line_key (self->proposal, line);

  return !g_hash_table_contains (self->dropped, key);
}

/* (transfer full) of StafetRosterLine */
static GArray *
chosen_lines (const StafetProposalPage *self)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (StafetRosterLine));

  for (guint i = 0; i < self->proposal->lines->len; i++)
    {
      StafetRosterLine line = g_array_index (self->proposal->lines, StafetRosterLine, i);

      if (is_chosen (self, &line))
        g_array_append_val (lines, line);
    }
  return lines;
}

static void
show_chosen (StafetProposalPage *self)
{
  g_autoptr (GArray) lines = chosen_lines (self);
  g_autofree char *label = g_strdup_printf (_ ("Put on as asked (%u)"), lines->len);
  g_autofree char *text = g_strdup_printf (
    ngettext_ (
      "%u chosen. It is put on as asked, and stands below as one to ring. Nothing happens before.",
      "%u chosen. They are put on as asked, and stand below as those to ring. Nothing happens before.",
      lines->len),
    lines->len);

  gtk_button_set_label (self->accept, label);
  gtk_label_set_text (self->chosen, lines->len > 0 ? text : _ ("Nothing is chosen."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.accept", lines->len > 0);
  gtk_widget_set_visible (self->bar, self->proposal->lines->len > 0);
}

/* ——— Showing ——— */

static void
show_summary (StafetProposalPage *self)
{
  const StafetProposal *proposal = self->proposal;
  int wanted = -(int) proposal->kept;
  guint n = proposal->lines->len;
  g_autofree char *text = NULL;

  for (guint i = 0; i < proposal->holes->len; i++)
    wanted += STAFET_ROSTER_SHIFT (proposal->instance, i)->wanted;
  text = n == 0
           ? g_strdup_printf (ngettext_ ("Nobody can be proposed for the %u place that nobody has",
                                         "Nobody can be proposed for the %u places that nobody has",
                                         (gulong) wanted),
                              (guint) wanted)
           : g_strdup_printf (ngettext_ ("%1$u proposal for %2$u place that nobody has",
                                         "%1$u proposals for %2$u places that nobody has", (gulong) wanted),
                              n, (guint) wanted);
  if (wanted > (int) n && stafet_proposal_is_proved (proposal))
    {
      g_autofree char *proved = g_strdup_printf (_ ("%s. Proved: no plan fills more."), text);

      gtk_label_set_text (self->summary, proved);
    }
  else
    gtk_label_set_text (self->summary, wanted > 0    ? text
                                       : self->month ? _ ("Nobody is missing this month.")
                                                     : _ ("Nobody is missing this week."));
}

static const StafetRosterLine *
line_at (const StafetProposalPage *self, guint number)
{
  return &g_array_index (self->proposal->lines, StafetRosterLine, number);
}

/* Of which shift the line is one date. */
static StafetUid
series_of (const StafetProposalPage *self, guint number)
{
  return STAFET_PROPOSAL_HOLE (self->proposal, line_at (self, number)->shift)->staffing->shift->parent.uid;
}

static int
compare_series (gconstpointer a, gconstpointer b, gpointer data)
{
  const StafetProposalPage *self = data;
  const guint *x = a, *y = b;
  const StafetHole *one = STAFET_PROPOSAL_HOLE (self->proposal, line_at (self, *x)->shift);
  const StafetHole *other = STAFET_PROPOSAL_HOLE (self->proposal, line_at (self, *y)->shift);
  int order = stafet_text_compare (one->entry->title, other->entry->title);

  if (order == 0)
    order = strcmp (series_of (self, *x), series_of (self, *y));
  return order != 0 ? order : *x < *y ? -1 : *x > *y;
}

/* The numbers of the lines as they stand. (transfer full) of guint */
static GArray *
order_lines (StafetProposalPage *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->proposal->lines->len; i++)
    g_array_append_val (order, i);
  if (self->by_activity)
    g_array_sort_with_data (order, compare_series, self);
  return order;
}

/* How many lines a series has, and how many of them are chosen. */
static guint
count_series (const StafetProposalPage *self, StafetUid series, guint *n_chosen)
{
  guint n = 0;

  *n_chosen = 0;
  for (guint i = 0; i < self->proposal->lines->len; i++)
    if (series_of (self, i) == series)
      {
        n++;
        *n_chosen += is_chosen (self, line_at (self, i));
      }
  return n;
}

/* One tick stands for several lines. */
static void
sync_tick (StafetProposalPage *self, GtkWidget *row)
{
  GtkCheckButton *tick = g_object_get_data (G_OBJECT (row), STAFET_PROPOSAL_TICK);
  const char *series = tick != NULL ? g_object_get_data (G_OBJECT (tick), STAFET_PROPOSAL_SERIES) : NULL;
  guint n_chosen, n;

  if (tick == NULL)
    return;
  if (series == NULL)
    {
      gtk_check_button_set_active (
        tick,
        !g_hash_table_contains (self->dropped, g_object_get_data (G_OBJECT (tick), STAFET_PROPOSAL_KEY)));
      return;
    }
  n = count_series (self, stafet_uid_intern (series), &n_chosen);
  gtk_check_button_set_active (tick, n_chosen == n);
  gtk_check_button_set_inconsistent (tick, n_chosen > 0 && n_chosen < n);
}

static void
sync_ticks (StafetProposalPage *self)
{
  self->syncing = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    sync_tick (self, row);
  self->syncing = FALSE;
}

/* Whether there are more than are shown, here and below. */
static gboolean
show_lines (StafetProposalPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GArray) order = order_lines (self);
  StafetUid before = NULL;

  for (guint i = 0; i < order->len && i < self->wanted; i++)
    {
      guint number = g_array_index (order, guint, i), n_chosen;
      StafetUid series = series_of (self, number);

      if (self->by_activity && series != before)
        g_ptr_array_add (rows, stafet_proposal_row_new_series (desk, self->proposal, number,
                                                               count_series (self, series, &n_chosen)));
      before = series;
      g_ptr_array_add (rows, stafet_proposal_row_new (desk, self->proposal, number,
                                                      is_chosen (self, line_at (self, number))));
    }
  stafet_list_show (self->list, rows);
  sync_ticks (self);
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  return order->len > self->wanted;
}

/* Who is asked, and better elsewhere. */
static void
show_withdrawn (StafetProposalPage *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < self->proposal->withdrawn->len; i++)
    g_ptr_array_add (rows, stafet_proposal_row_new_withdrawn (self->proposal, i));
  stafet_list_show (self->withdrawn, rows);
  gtk_widget_set_visible (self->withdrawn_box, rows->len > 0);
}

static gboolean
show_empties (StafetProposalPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *title = NULL;
  gboolean more = FALSE;
  guint n = 0;

  for (guint i = 0; i < self->proposal->holes->len; i++)
    if (stafet_proposal_left (self->proposal, i) > 0)
      {
        n += (guint) stafet_proposal_left (self->proposal, i);
        more = rows->len == self->wanted;
        if (!more)
          g_ptr_array_add (rows, stafet_proposal_row_new_empty (desk, self->proposal, i));
      }
  title = g_strdup_printf (ngettext_ ("%u place stays empty", "%u places stay empty", n), n);
  gtk_label_set_text (self->empties_title, title);
  stafet_list_show (self->empties, rows);
  gtk_widget_set_visible (self->empties_box, n > 0);
  return more;
}

static void
add_asked (StafetDesk *desk, const StafetEntry *entry, GPtrArray *rows)
{
  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      {
        const StafetPlace *place = &entry->shifts[i].places[j];

        if (place->state == STAFET_PLACE_ASKED && place->volunteer != NULL)
          g_ptr_array_add (rows, stafet_proposal_row_new_asked (desk, entry, &entry->shifts[i], place));
      }
}

/* Whoever was asked for this time and has not answered. */
static void
show_asked (StafetProposalPage *self)
{
  const GPtrArray *entries = self->proposal->as_is->entries;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *title = NULL;

  for (guint i = 0; i < entries->len; i++)
    add_asked (stafet_page_get_desk (STAFET_PAGE (self)), g_ptr_array_index (entries, i), rows);
  title = g_strdup_printf (ngettext_ ("%u was asked and has not answered: ring",
                                      "%u were asked and have not answered: ring", rows->len),
                           rows->len);
  gtk_label_set_text (self->asked_title, title);
  stafet_list_show (self->asked, rows);
  gtk_widget_set_visible (self->asked_box, rows->len > 0);
}

static GtkWidget *
unused_row_new (const StafetProposal *proposal, guint person, const char *because)
{
  const StafetVolunteer *volunteer = g_ptr_array_index (proposal->people, person);
  GtkWidget *line = stafet_line_new (NULL, volunteer->name, because);

  gtk_widget_set_name (line, volunteer->parent.uid);
  return line;
}

static void
show_unused (StafetProposalPage *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *title = NULL;
  guint n = 0;

  for (guint i = 0; i < self->proposal->people->len; i++)
    {
      g_autofree char *because = stafet_proposal_why_unused (self->proposal, i, stafet_i18n_get_language ());

      if (because == NULL || n++ >= self->named)
        continue;
      g_ptr_array_add (rows, unused_row_new (self->proposal, i, because));
    }
  title = n > self->named
            ? g_strdup_printf (_ ("%u are proposed for nothing; the first %u of them"), n, self->named)
            : g_strdup_printf (ngettext_ ("%u is proposed for nothing", "%u are proposed for nothing", n), n);
  gtk_expander_set_label (GTK_EXPANDER (self->unused_box), title);
  /* GTK 4.8 calls an expander by the name of its class. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unused_box), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unused), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  stafet_list_show (self->unused, rows);
  gtk_widget_set_visible (self->everybody, n > self->named);
  gtk_widget_set_visible (self->unused_box, n > 0 && self->proposal->holes->len > 0);
}

static void
show_proposal (StafetProposalPage *self)
{
  gboolean more;

  show_summary (self);
  more = show_lines (self);
  show_withdrawn (self);
  more = show_empties (self) || more;
  gtk_widget_set_visible (self->more, more);
  show_asked (self);
  show_unused (self);
  show_chosen (self);
  if (self->focus)
    stafet_page_focus (STAFET_PAGE (self));
}

/* ——— Solving ——— */

typedef struct
{
  StafetLook *look; /* owned */
  StafetRosterWeights weights;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  stafet_look_free (question->look);
  g_free (question);
}

static void
solve_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  const StafetProposalQuery query = { .places = question->look->query,
                                      .now = question->look->now,
                                      .weights = question->weights,
                                      .again = TRUE,
                                      .language = stafet_i18n_get_language () };
  const StafetRosterWork work = { .cancellable = cancellable };

  (void) source;
  g_task_return_pointer (task, stafet_proposal_new (question->look->snapshot, &query, &work),
                         (GDestroyNotify) stafet_proposal_free);
}

static void
solved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetProposalPage *self = STAFET_PROPOSAL_PAGE (source);
  g_autoptr (StafetProposal) proposal = g_task_propagate_pointer (G_TASK (result), NULL);

  (void) data;
  self->looking = FALSE;
  /* It was cancelled, or the page went away meanwhile. */
  if (self->list != NULL && proposal != NULL && !self->again)
    {
      g_clear_pointer (&self->proposal, stafet_proposal_free);
      self->proposal = g_steal_pointer (&proposal);
      show_proposal (self);
    }
  if (self->list != NULL && self->again)
    stafet_page_refresh (STAFET_PAGE (self));
}

/* ——— The period ——— */

static StafetDate
first_of_month (StafetDate date, int months)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  month += months - 1;
  return stafet_date_new (year + (month < 0 ? (month - 11) / 12 : month / 12), ((month % 12) + 12) % 12 + 1,
                          1);
}

static StafetDate
last_day (const StafetProposalPage *self)
{
  return self->month ? first_of_month (self->first, 1) - 1 : self->first + WEEK - 1;
}

static char *
subtitle_of (StafetProposalPage *self)
{
  StafetLanguage language = stafet_i18n_get_language ();
  const char *view = stafet_desk_get_view_name (stafet_page_get_desk (STAFET_PAGE (self)));
  g_autofree char *week = stafet_words_week (language, stafet_date_iso_week (self->first, NULL));
  g_autofree char *days = stafet_words_days (language, self->first, last_day (self));
  int year, month, day;

  stafet_date_split (self->first, &year, &month, &day);
  if (self->month)
    return g_strdup_printf ("%s · %s %d", view, stafet_words_month (language, month), year);
  return g_strdup_printf ("%s · %s · %s", view, week, days);
}

/* The month that has most of what the week has to fill, and the other way round. */
static void
set_month (StafetProposalPage *self, gboolean month)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));

  if (self->month == month)
    return;
  self->month = month;
  if (month)
    self->first = first_of_month (self->first + WEEK / 2, 0);
  else
    self->first = stafet_date_monday (MAX (self->first, today + WEEK));
  stafet_page_refresh (STAFET_PAGE (self));
}

static void
months_cb (GtkToggleButton *button, StafetProposalPage *self)
{
  set_month (self, gtk_toggle_button_get_active (button));
}

static void
activities_cb (GtkToggleButton *button, StafetProposalPage *self)
{
  self->by_activity = gtk_toggle_button_get_active (button);
  if (self->proposal != NULL)
    show_proposal (self);
}

/* Little, some and much. */
static gint32
weight_of (const StafetProposalPage *self, guint weight)
{
  return 1 << self->levels[weight];
}

static void
stafet_proposal_page_refresh (StafetPage *page)
{
  StafetProposalPage *self = STAFET_PROPOSAL_PAGE (page);
  StafetDesk *desk = stafet_page_get_desk (page);
  StafetAgendaQuery query;
  g_autofree char *subtitle = subtitle_of (self);
  g_autoptr (GTask) task = NULL;
  Question *question;

  stafet_page_set_titles (page, _ ("Propose who comes"), subtitle);
  self->again = self->looking;
  if (self->looking)
    {
      g_cancellable_cancel (self->cancellable);
      return;
    }
  self->looking = TRUE;
  g_cancellable_reset (self->cancellable);
  stafet_desk_fill_query (desk, &query, self->first, last_day (self));
  question = g_new (Question, 1);
  *question =
    (Question){ stafet_look_new (desk, &query),
                { weight_of (self, 0), weight_of (self, 1), weight_of (self, 2), weight_of (self, 3) } };
  task = stafet_task_new (self, self->cancellable, solved_cb, NULL);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, solve_thread);
}

static void
more_cb (StafetProposalPage *self)
{
  self->wanted += PAGE;
  show_proposal (self);
}

static void
everybody_cb (StafetProposalPage *self)
{
  self->named = G_MAXUINT;
  show_unused (self);
}

static void
stafet_proposal_page_step (StafetPage *page, int steps)
{
  StafetProposalPage *self = STAFET_PROPOSAL_PAGE (page);

  self->first = self->month ? first_of_month (self->first, steps) : self->first + steps * WEEK;
  stafet_page_refresh (page);
}

static void
stafet_proposal_page_focus (StafetPage *page)
{
  StafetProposalPage *self = STAFET_PROPOSAL_PAGE (page);

  self->focus = !gtk_widget_get_visible (self->bar) && self->looking;
  if (gtk_widget_get_visible (self->bar))
    gtk_widget_grab_focus (GTK_WIDGET (self->accept));
  else if (!self->focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* ——— Actions ——— */

static void
choose (StafetProposalPage *self, const char *key, gboolean chosen)
{
  if (chosen)
    g_hash_table_remove (self->dropped, key);
  else
    g_hash_table_add (self->dropped, g_strdup (key));
}

static void
show_choice (StafetProposalPage *self)
{
  if (self->proposal == NULL)
    return;
  sync_ticks (self);
  show_chosen (self);
}

/* "(sb)": the key of a line, and whether it is ticked. */
static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetProposalPage *self = STAFET_PROPOSAL_PAGE (widget);
  const char *key;
  gboolean chosen;

  (void) name;
  g_variant_get (parameter, "(&sb)", &key, &chosen);
  if (self->syncing)
    return;
  choose (self, key, chosen);
  show_choice (self);
}

/* "(sb)": a shift, all of whose lines are ticked or not. */
static void
choose_series_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetProposalPage *self = STAFET_PROPOSAL_PAGE (widget);
  const char *series;
  gboolean chosen;

  (void) name;
  g_variant_get (parameter, "(&sb)", &series, &chosen);
  if (self->syncing || self->proposal == NULL)
    return;
  for (guint i = 0; i < self->proposal->lines->len; i++)
    if (g_str_equal (series_of (self, i), series))
      {
        g_autofree char *key = stafet_proposal_line_key (self->proposal, line_at (self, i));

        choose (self, key, chosen);
      }
  show_choice (self);
}

static void
accept_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetProposalPage *self = STAFET_PROPOSAL_PAGE (widget);
  g_autoptr (GArray) lines = self->proposal != NULL ? chosen_lines (self) : NULL;

  (void) name;
  (void) parameter;
  if (lines != NULL && lines->len > 0)
    stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (self)),
                      stafet_use_ask_proposed (self->proposal, lines));
}

/* "(si)": a shift and a date. */
static void
why_not_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *window = stafet_window_of (widget);
  const char *shift;
  gint32 date;

  (void) name;
  g_variant_get (parameter, "(&si)", &shift, &date);
  if (window != NULL)
    stafet_why_dialog_show (window, stafet_uid_intern (shift), date);
}

/* ——— Weights ——— */

static void
level_cb (GtkToggleButton *button, StafetProposalPage *self)
{
  guint weight = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "stafet-weight"));
  int level = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "stafet-level"));

  if (!gtk_toggle_button_get_active (button) || self->levels[weight] == level)
    return;
  self->levels[weight] = level;
  stafet_page_refresh (STAFET_PAGE (self));
}

/* One of three, side by side, under a title that is said with each of them. */
static GtkWidget *
weight_new (StafetProposalPage *self, guint weight, const char *title)
{
  static const char *const levels[N_LEVELS] = { N_ ("little"), N_ ("some"), N_ ("much") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
            *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (title), *first = NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (buttons, "linked");
  for (int level = 0; level < N_LEVELS; level++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (levels[level]));
      g_autofree char *name = g_strdup_printf ("%s: %s", title, _ (levels[level]));

      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      first = first != NULL ? first : button;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), level == self->levels[weight]);
      g_object_set_data (G_OBJECT (button), "stafet-weight", GUINT_TO_POINTER (weight));
      g_object_set_data (G_OBJECT (button), "stafet-level", GINT_TO_POINTER (level));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect (button, "toggled", G_CALLBACK (level_cb), self);
      gtk_box_append (GTK_BOX (buttons), button);
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

/* ——— GObject ——— */

static void
stafet_proposal_page_dispose (GObject *object)
{
  StafetProposalPage *self = STAFET_PROPOSAL_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_PROPOSAL_PAGE);
  g_clear_pointer (&self->proposal, stafet_proposal_free);
  g_clear_pointer (&self->dropped, g_hash_table_unref);
  G_OBJECT_CLASS (stafet_proposal_page_parent_class)->dispose (object);
}

static void
stafet_proposal_page_class_init (StafetProposalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_proposal_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_proposal_page_refresh;
  STAFET_PAGE_CLASS (klass)->step = stafet_proposal_page_step;
  STAFET_PAGE_CLASS (klass)->focus = stafet_proposal_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-proposal-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, StafetProposalPage, name)
  CHILD (summary);
  CHILD (weights);
  CHILD (list);
  CHILD (empties_box);
  CHILD (empties_title);
  CHILD (empties);
  CHILD (asked_box);
  CHILD (asked_title);
  CHILD (asked);
  CHILD (unused_box);
  CHILD (unused);
  CHILD (withdrawn_box);
  CHILD (withdrawn);
  CHILD (months);
  CHILD (activities);
  CHILD (bar);
  CHILD (more);
  CHILD (everybody);
  CHILD (chosen);
  CHILD (accept);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, everybody_cb);
  gtk_widget_class_bind_template_callback (widget_class, months_cb);
  gtk_widget_class_bind_template_callback (widget_class, activities_cb);
  gtk_widget_class_install_action (widget_class, "page.choose", "(sb)", choose_cb);
  gtk_widget_class_install_action (widget_class, "page.choose-series", "(sb)", choose_series_cb);
  gtk_widget_class_install_action (widget_class, "page.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "page.why-not", "(si)", why_not_cb);
}

static void
stafet_proposal_page_init (StafetProposalPage *self)
{
  static const char *const titles[N_WEIGHTS] = { N_ ("Known faces"), N_ ("Wishes"), N_ ("Short way"),
                                                 N_ ("Fair share") };

  self->dropped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
  self->wanted = PAGE;
  self->named = MOST_UNUSED;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_WEIGHTS; i++)
    {
      self->levels[i] = 1;
      stafet_wrap_box_append (STAFET_WRAP_BOX (self->weights), weight_new (self, i, _ (titles[i])));
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.accept", FALSE);
}

StafetPage *
stafet_proposal_page_new (StafetDesk *desk)
{
  StafetProposalPage *self =
    g_object_new (STAFET_TYPE_PROPOSAL_PAGE, "desk", desk, "title", _ ("Propose who comes"), NULL);
  StafetDate today = stafet_desk_today (desk), shown = stafet_date_monday (stafet_desk_get_date (desk));

  /* Most of this week is over, or settled. */
  self->first = shown > today ? shown : stafet_date_monday (today) + WEEK;
  return STAFET_PAGE (self);
}
