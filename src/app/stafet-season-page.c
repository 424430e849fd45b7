/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the season assistant. What is chosen is tried in a thread, on a plan of its own, with the very
 * use case that copies it.
 */
#include "stafet-season-page.h"

#include "core/stafet-task.h"
#include "core/stafet-words.h"
#include "plan/stafet-use-season.h"
#include "schedule/stafet-entry.h"
#include "stafet-chip.h"
#include "stafet-input.h"
#include "stafet-line.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#define TRY_MS 250
/* So many dates that meet something are named. */
#define MOST_MEETINGS 4
/* So many series are shown at first, more than a house has, and as many again when more are asked for. All
 * are tried and copied. */
#define PAGE 90

/* A series of the season. */
typedef struct
{
  StafetUid series;
  StafetSeasonState state;
  char *title, *detail; /* owned */
  gboolean chosen, anyway;
  GPtrArray *notes; /* owned: char *, what came of trying it; nullable */
  gboolean clashes, refused;
} Choice;

struct _StafetSeasonPage
{
  StafetPage parent_instance;

  GPtrArray *choices; /* owned: Choice, in order of title */
  GHashTable *said;   /* owned: series → whether somebody chose it, who has not left it to the page */
  StafetSeasonWish wish;
  gboolean valid; /* the dates are understood */
  guint wanted;   /* so many series are shown at most */
  guint trying;   /* source of the pending trial */
  guint trial;    /* number of the newest one */
  gboolean copying, filled;

  /* Template children. */
  StafetInput *from, *to, *into, *until;
  GtkCheckButton *people, *drafts;
  GtkLabel *summary, *problem;
  GtkListBox *list;
  GtkWidget *copy, *more;
};

G_DEFINE_FINAL_TYPE (StafetSeasonPage, stafet_season_page, STAFET_TYPE_PAGE)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->title);
  g_free (choice->detail);
  g_clear_pointer (&choice->notes, g_ptr_array_unref);
  g_free (choice);
}

static void show_choices (StafetSeasonPage *self);
static void try_soon (StafetSeasonPage *self);

/* ——— Rows ——— */

static Choice *
choice_of (StafetSeasonPage *self, GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return g_ptr_array_index (self->choices, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
chosen_cb (GtkCheckButton *tick, StafetSeasonPage *self)
{
  Choice *choice = choice_of (self, GTK_WIDGET (tick));

  choice->chosen = gtk_check_button_get_active (tick);
  g_hash_table_insert (self->said, (gpointer) choice->series, GINT_TO_POINTER (choice->chosen));
  try_soon (self);
}

static void
anyway_cb (GtkCheckButton *tick, StafetSeasonPage *self)
{
  choice_of (self, GTK_WIDGET (tick))->anyway = gtk_check_button_get_active (tick);
  try_soon (self);
}

static GtkWidget *
tick_new (StafetSeasonPage *self, const char *label, const char *spoken, gboolean active, GCallback callback)
{
  GtkWidget *tick = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (tick, "toggled", callback, self, 0);
  return tick;
}

static GtkWidget *
row_new (StafetSeasonPage *self, const Choice *choice)
{
  GtkWidget *line = stafet_line_new (NULL, choice->title, choice->detail);
  gboolean ready = choice->state == STAFET_SEASON_READY;

  if (ready)
    stafet_line_add_start (STAFET_LINE (line),
                           tick_new (self, NULL, choice->title, choice->chosen, G_CALLBACK (chosen_cb)));
  else
    stafet_line_add_second (
      STAFET_LINE (line),
      stafet_chip_new (STAFET_CHIP_CLOSED,
                       stafet_season_state_words (choice->state, stafet_i18n_get_language ())));
  for (guint i = 0; choice->chosen && choice->notes != NULL && i < choice->notes->len; i++)
    stafet_line_add_text (STAFET_LINE (line), choice->notes->pdata[i]);
  if (choice->chosen && (choice->clashes || choice->anyway))
    {
      g_autofree char *spoken = g_strdup_printf (_ ("%s: copy it anyway"), choice->title);

      stafet_line_add_end (STAFET_LINE (line), tick_new (self, _ ("Copy it anyway"), spoken, choice->anyway,
                                                         G_CALLBACK (anyway_cb)));
    }
  if (choice->refused)
    stafet_line_add_second (STAFET_LINE (line),
                            stafet_chip_new (STAFET_CHIP_WARNING, _ ("cannot be copied")));
  gtk_widget_set_name (line, choice->series);
  return line;
}

static gboolean
is_copied (const Choice *choice)
{
  return choice->chosen && !choice->refused && (!choice->clashes || choice->anyway);
}

static guint
count_copied (StafetSeasonPage *self)
{
  guint n = 0;

  for (guint i = 0; i < self->choices->len; i++)
    n += is_copied (self->choices->pdata[i]);
  return n;
}

static gboolean
has_ready (const StafetSeasonPage *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (((const Choice *) self->choices->pdata[i])->state == STAFET_SEASON_READY)
      return TRUE;
  return FALSE;
}

static void
show_choices (StafetSeasonPage *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  guint n = count_copied (self);
  g_autofree char *label = g_strdup_printf (ngettext_ ("Copy %u activity", "Copy %u activities", n), n);

  for (guint i = 0; i < MIN (self->choices->len, self->wanted); i++)
    g_ptr_array_add (rows, row_new (self, self->choices->pdata[i]));
  stafet_list_show (self->list, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  gtk_widget_set_visible (self->more, self->choices->len > rows->len);
  gtk_label_set_text (self->summary,
                      !self->valid     ? _ ("Write the dates of both seasons.")
                      : rows->len == 0 ? _ ("Nothing is held in that season.")
                      : has_ready (self)
                        ? _ ("What is copied")
                        : _ ("All of it goes on by itself or is there already: nothing is to be "
                             "copied."));
  gtk_button_set_label (GTK_BUTTON (self->copy), label);
  gtk_widget_set_sensitive (self->copy, n > 0 && !self->copying);
}

static void
more_cb (StafetSeasonPage *self)
{
  self->wanted += PAGE;
  show_choices (self);
}

/* ——— Trying ——— */

typedef struct
{
  guint number;
  StafetPlan *plan; /* a scratch plan: owned */
  StafetSeasonWish wish;
  GArray *lines;    /* owned: StafetSeasonLine */
  GArray *indexes;  /* owned: of each line among the choices */
  GPtrArray *notes; /* owned: GPtrArray of char *, for each line */
  GArray *states;   /* owned: 0, 1 clashes, 2 refused */
} Trial;

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  g_object_unref (trial->plan);
  g_array_unref (trial->lines);
  g_array_unref (trial->indexes);
  g_ptr_array_unref (trial->notes);
  g_array_unref (trial->states);
  g_free (trial);
}

/* "24. december: Christmas Eve, cancelled". */
static void
add_meetings (GPtrArray *notes, const GArray *meetings)
{
  StafetLanguage language = stafet_i18n_get_language ();

  for (guint i = 0; i < MIN (meetings->len, MOST_MEETINGS); i++)
    {
      const StafetSeasonMeeting *meeting = &g_array_index (meetings, StafetSeasonMeeting, i);
      g_autofree char *day = stafet_words_short_date (language, meeting->date);

      g_ptr_array_add (notes,
                       g_strdup_printf ("%s: %s, %s", day, stafet_hurdle_name (&meeting->hurdle, language),
                                        stafet_review_state_words (meeting->state, language)));
    }
  if (meetings->len > MOST_MEETINGS)
    {
      guint n = meetings->len - MOST_MEETINGS;

      g_ptr_array_add (notes, g_strdup_printf (ngettext_ ("and %u more", "and %u more", n), n));
    }
}

static void
add_people (GPtrArray *notes, const GArray *people)
{
  for (guint i = 0; i < people->len; i++)
    {
      const StafetSeasonPerson *person = &g_array_index (people, StafetSeasonPerson, i);

      g_ptr_array_add (
        notes,
        person->trouble == STAFET_SEASON_STOPPED
          ? g_strdup_printf (_ ("%s has stopped and does not come along"), person->volunteer->name)
          : g_strdup_printf (ngettext_ ("%s is away on %u date", "%s is away on %u dates", person->n_away),
                             person->volunteer->name, person->n_away));
    }
}

static void
read_line (Trial *trial, const StafetSeasonTrialLine *line)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  int state = line->refusal != NULL ? 2 : line->clashes ? 1 : 0;

  g_ptr_array_add (notes,
                   g_strdup_printf (ngettext_ ("%u date", "%u dates", line->dates->len), line->dates->len));
  if (line->refusal != NULL)
    g_ptr_array_add (notes, g_strdup (line->refusal->message));
  for (guint i = 0; i < line->notes->len; i++)
    g_ptr_array_add (notes, g_strdup (line->notes->pdata[i]));
  add_meetings (notes, line->meetings);
  add_people (notes, line->people);
  g_ptr_array_add (trial->notes, notes);
  g_array_append_val (trial->states, state);
}

static void
try_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Trial *trial = data;
  g_autoptr (StafetSeasonTrial) result = stafet_season_try (
    trial->plan, &trial->wish, (StafetSeasonLine *) (gpointer) trial->lines->data, trial->lines->len);

  (void) source;
  (void) cancellable;
  for (guint i = 0; i < result->lines->len; i++)
    read_line (trial, result->lines->pdata[i]);
  g_task_return_boolean (task, TRUE);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetSeasonPage *self = STAFET_SEASON_PAGE (source);
  Trial *trial = g_task_get_task_data (G_TASK (result));

  (void) data;
  /* It went away, or something else was asked meanwhile. */
  if (self->list == NULL || trial->number != self->trial)
    return;
  for (guint i = 0; i < trial->indexes->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, g_array_index (trial->indexes, guint, i));
      int state = g_array_index (trial->states, int, i);

      g_clear_pointer (&choice->notes, g_ptr_array_unref);
      choice->notes = g_ptr_array_ref (trial->notes->pdata[i]);
      choice->clashes = state == 1;
      choice->refused = state == 2;
    }
  show_choices (self);
}

/* The lines that are chosen. */
static void
collect (StafetSeasonPage *self, GArray *lines, GArray *indexes, gboolean only_copied)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = self->choices->pdata[i];
      StafetSeasonLine line = { .series = choice->series, .anyway = choice->anyway };

      if (only_copied ? !is_copied (choice) : !choice->chosen)
        continue;
      g_array_append_val (lines, line);
      if (indexes != NULL)
        g_array_append_val (indexes, i);
    }
}

static gboolean
try_cb (gpointer data)
{
  StafetSeasonPage *self = data;
  Trial *trial = g_new0 (Trial, 1);
  g_autoptr (GTask) task = stafet_task_new (self, NULL, tried_cb, NULL);

  self->trying = 0;
  trial->number = ++self->trial;
  trial->plan = stafet_plan_new_scratch (stafet_page_get_plan (STAFET_PAGE (self)));
  trial->wish = self->wish;
  trial->lines = g_array_new (FALSE, FALSE, sizeof (StafetSeasonLine));
  trial->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  trial->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  trial->states = g_array_new (FALSE, FALSE, sizeof (int));
  collect (self, trial->lines, trial->indexes, FALSE);
  g_task_set_task_data (task, trial, trial_free);
  g_task_run_in_thread (task, try_thread);
  return G_SOURCE_REMOVE;
}

static void
try_soon (StafetSeasonPage *self)
{
  g_clear_handle_id (&self->trying, g_source_remove);
  self->trial++;
  show_choices (self);
  if (self->valid)
    self->trying = g_timeout_add (TRY_MS, try_cb, self);
}

/* ——— What is typed ——— */

static gboolean
read_date (StafetInput *input, StafetDate *date)
{
  g_autofree char *text = stafet_input_read (input, NULL);

  return text != NULL && stafet_date_parse (text, date, NULL);
}

static gboolean
read_wish (StafetSeasonPage *self)
{
  StafetSeasonSpan *span = &self->wish.span;

  if (!read_date (self->from, &span->from) || !read_date (self->to, &span->to)
      || !read_date (self->into, &span->into) || !read_date (self->until, &span->until))
    return FALSE;
  if (span->to < span->from)
    stafet_input_set_problem (self->to, _ ("The end is before the start. Mend one of the two."));
  else if (span->into <= span->to)
    stafet_input_set_problem (self->into, _ ("The new season begins after the one that is copied."));
  else if (span->until < span->into)
    stafet_input_set_problem (self->until, _ ("The end is before the start. Mend one of the two."));
  else
    {
      self->wish.people = gtk_check_button_get_active (self->people);
      self->wish.drafts = gtk_check_button_get_active (self->drafts);
      return TRUE;
    }
  return FALSE;
}

static StafetUid
house_of (StafetRecord *record)
{
  StafetSeries series;

  return stafet_series_init (&series, record) ? series.house : NULL;
}

static Choice *
choice_new (StafetDesk *desk, const StafetSeasonChoice *found)
{
  StafetLanguage language = stafet_i18n_get_language ();
  const StafetTiming *timing = STAFET_RECORD_KIND (found->series) == STAFET_KIND_ACTIVITY
                                 ? &((StafetActivity *) found->series)->timing
                                 : &((StafetShift *) found->series)->timing;
  g_autofree char *rule = stafet_words_rule (language, timing), *detail = NULL;
  Choice *choice = g_new0 (Choice, 1);

  choice->series = found->series->uid;
  choice->state = found->state;
  choice->title = g_strdup (stafet_record_get_label (found->series));
  /* A talk that was held once is seldom held again on the same day. */
  choice->chosen = found->state == STAFET_SEASON_READY && timing->recurs;
  if (found->start != STAFET_WALL_NONE)
    {
      g_autofree char *day = stafet_words_date_with_year (language, stafet_wall_date (found->start));

      detail = g_strdup_printf (_ ("%s · the first time %s"), rule, day);
    }
  choice->detail = stafet_desk_add_house (desk, detail != NULL ? detail : rule, house_of (found->series));
  return choice;
}

/* What somebody chose or left out stays so while the dates are mended, also past a date that is half typed.
 */
static gboolean
is_chosen (StafetSeasonPage *self, const Choice *choice)
{
  gpointer said;

  if (choice->state != STAFET_SEASON_READY
      || !g_hash_table_lookup_extended (self->said, choice->series, NULL, &said))
    return choice->chosen;
  return GPOINTER_TO_INT (said);
}

static void
find_choices (StafetSeasonPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetAgendaQuery query;
  g_autoptr (GArray) found = NULL;

  g_ptr_array_set_size (self->choices, 0);
  if (!self->valid)
    return;
  stafet_desk_fill_query (desk, &query, self->wish.span.from, self->wish.span.to);
  found = stafet_season_find (stafet_page_get_snapshot (STAFET_PAGE (self)), &query, &self->wish.span);
  for (guint i = 0; i < found->len; i++)
    {
      Choice *choice = choice_new (desk, &g_array_index (found, StafetSeasonChoice, i));

      choice->chosen = is_chosen (self, choice);
      g_ptr_array_add (self->choices, choice);
    }
}

static void
changed_cb (StafetSeasonPage *self)
{
  if (!self->filled || self->copying)
    return;
  self->valid = read_wish (self);
  find_choices (self);
  try_soon (self);
}

/* ——— Copying ——— */

static gboolean
copied_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetSeasonPage *self = owner;
  StafetWindow *window = stafet_window_of (self);

  (void) data;
  (void) outcome;
  self->copying = FALSE;
  if (window == NULL)
    return FALSE;
  if (error == NULL)
    {
      stafet_window_remove_page (window, STAFET_PAGE (self));
      return FALSE;
    }
  gtk_label_set_text (self->problem, error->message);
  gtk_widget_show (GTK_WIDGET (self->problem));
  show_choices (self);
  return TRUE;
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetSeasonPage *self = STAFET_SEASON_PAGE (widget);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (StafetSeasonLine));

  (void) name;
  (void) parameter;
  collect (self, lines, NULL, TRUE);
  if (self->copying || !self->valid || lines->len == 0 || self->trying != 0)
    return;
  self->copying = TRUE;
  gtk_widget_hide (GTK_WIDGET (self->problem));
  show_choices (self);
  stafet_desk_edit_then (
    stafet_page_get_desk (STAFET_PAGE (self)),
    stafet_use_copy_season (&self->wish, (StafetSeasonLine *) (gpointer) lines->data, lines->len), self,
    copied_cb, g_object_ref (self), g_object_unref);
}

/* ——— The page ——— */

static void
set_date (StafetInput *input, StafetDate date)
{
  g_autofree char *words = stafet_words_day_with_year (stafet_i18n_get_language (), date);

  stafet_input_set_text (input, words);
}

/* The half year that is, and the one after it. */
static void
fill (StafetSeasonPage *self)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  StafetInput *const inputs[] = { self->from, self->to, self->into, self->until };
  int year, month;
  gboolean autumn;

  stafet_date_split (today, &year, &month, NULL);
  autumn = month > 6;
  for (gsize i = 0; i < G_N_ELEMENTS (inputs); i++)
    stafet_input_set_today (inputs[i], today);
  set_date (self->from, stafet_date_new (year, autumn ? 8 : 1, 1));
  set_date (self->to, autumn ? stafet_date_new (year, 12, 31) : stafet_date_new (year, 6, 30));
  set_date (self->into, autumn ? stafet_date_new (year + 1, 1, 1) : stafet_date_new (year, 8, 1));
  set_date (self->until, autumn ? stafet_date_new (year + 1, 6, 30) : stafet_date_new (year, 12, 31));
  self->filled = TRUE;
}

static void
stafet_season_page_refresh (StafetPage *page)
{
  StafetSeasonPage *self = STAFET_SEASON_PAGE (page);

  if (!self->filled)
    fill (self);
  changed_cb (self);
}

static void
stafet_season_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (STAFET_SEASON_PAGE (page)->from));
}

static void
stafet_season_page_dispose (GObject *object)
{
  StafetSeasonPage *self = STAFET_SEASON_PAGE (object);

  self->filled = FALSE;
  g_clear_handle_id (&self->trying, g_source_remove);
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_SEASON_PAGE);
  G_OBJECT_CLASS (stafet_season_page_parent_class)->dispose (object);
}

static void
stafet_season_page_finalize (GObject *object)
{
  g_ptr_array_unref (STAFET_SEASON_PAGE (object)->choices);
  g_hash_table_unref (STAFET_SEASON_PAGE (object)->said);
  G_OBJECT_CLASS (stafet_season_page_parent_class)->finalize (object);
}

static void
stafet_season_page_class_init (StafetSeasonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_season_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_season_page_finalize;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_season_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_season_page_focus;
  g_type_ensure (STAFET_TYPE_INPUT);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-season-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, StafetSeasonPage, name)
  CHILD (from);
  CHILD (to);
  CHILD (into);
  CHILD (until);
  CHILD (people);
  CHILD (drafts);
  CHILD (summary);
  CHILD (problem);
  CHILD (list);
  CHILD (copy);
  CHILD (more);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_cb);
}

static void
stafet_season_page_init (StafetSeasonPage *self)
{
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->said = g_hash_table_new (NULL, NULL);
  self->wanted = PAGE;
  gtk_widget_init_template (GTK_WIDGET (self));
  stafet_tick_wrap (self->people);
  stafet_tick_wrap (self->drafts);
}

StafetPage *
stafet_season_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_SEASON_PAGE, "desk", desk, "title", _ ("Copy a season"), "subtitle",
                       stafet_desk_get_view_name (desk), NULL);
}
