/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures the window against a minimal libadwaita window that is started in the same run.
 *
 * Each measurement is a child process: it shows a window, does what is measured, writes one line, and ends.
 * The parent starts the two kinds in turn, because machines are noisy, and compares medians.
 */
#include "app/stafet-application.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RUNS 7
#define WEEKS 12
/* Weeks with so many occurrences, by the name of what is measured. */
#define SMALL_WEEK 60
#define LARGE_WEEK 300
/* After so long everything that a step brings has been built and painted. */
#define SETTLE_MS 250
#define DAY_SHOWN_MS 2500 /* all rows of a day have come, portion by portion */
#define SCROLLS 120
/* What is opened is opened so often. */
#define OPENINGS 7
/* Typed letter by letter. The field waits a moment for the next one before it is searched for. */
#define TYPED "elin amstrup"
#define KEYS ((int) strlen (TYPED))
G_STATIC_ASSERT (sizeof TYPED - 1 <= WEEKS && OPENINGS <= WEEKS);
/* The day behind the search has all its rows when so many steps have passed; then the search is opened, and
 * has all of its own after as many. */
#define REST 4

/* ——— In the child ——— */

typedef struct
{
  const char *what;
  int phase, frames;
  double cpu_start;               /* ms */
  double seen[WEEKS], all[WEEKS]; /* ms: until what was gone to is painted; and all that it brings */
  gboolean is_seen;
  int opening;
  GtkWidget *window;
} Child;

static double
clock_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static double
cpu_ms (void)
{
  return clock_ms (CLOCK_PROCESS_CPUTIME_ID);
}

static long
peak_kib (void)
{
  g_autofree char *text = NULL;
  const char *at;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL) || (at = strstr (text, "VmHWM:")) == NULL)
    return 0;
  return strtol (at + strlen ("VmHWM:"), NULL, 10);
}

/* ——— How long the main loop is held up ——— */

static double woke, longest; /* CPU time of the thread, in ms */

/* From one poll to the next the loop does nothing else than work. */
static gint
poll_cb (GPollFD *fds, guint n, gint timeout)
{
  gint result;

  if (woke > 0)
    longest = MAX (longest, clock_ms (CLOCK_THREAD_CPUTIME_ID) - woke);
  result = g_poll (fds, n, timeout);
  woke = clock_ms (CLOCK_THREAD_CPUTIME_ID);
  return result;
}

static void
watch_loop (void)
{
  woke = longest = 0;
  g_main_context_set_poll_func (NULL, poll_cb);
}

static void
finish (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vprintf (format, args);
  va_end (args);
  fflush (stdout);
  _Exit (0);
}

static gboolean
settle_cb (gpointer data)
{
  finish ("%ld %f\n", peak_kib (), ((Child *) data)->cpu_start);
  return G_SOURCE_REMOVE;
}

static guint
count_rows (GtkWidget *widget)
{
  guint n = GTK_IS_LIST_VIEW (widget)
              ? g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (widget))))
              : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && n == 0;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      n = count_rows (child);
  return n;
}

static guint
count_week (StafetDesk *desk)
{
  StafetDate monday = stafet_date_monday (stafet_desk_today (desk));
  StafetAgendaQuery query;
  g_autoptr (StafetAgenda) agenda = NULL;

  stafet_desk_fill_query (desk, &query, monday, monday + 6);
  agenda = stafet_agenda_new (stafet_desk_get_snapshot (desk), &query);
  return agenda->entries->len;
}

/* So many houses that their week has @wanted occurrences. */
static void
choose_houses (StafetDesk *desk, guint wanted)
{
  const GPtrArray *houses = stafet_snapshot_all (stafet_desk_get_snapshot (desk), STAFET_KIND_HOUSE);

  stafet_desk_set_view (desk, STAFET_VIEW_MINE, NULL);
  for (guint i = 0; i < houses->len && count_week (desk) < wanted; i++)
    stafet_desk_set_mine (desk, ((StafetRecord *) g_ptr_array_index (houses, i))->uid, TRUE);
}

/* The weeks, and the month of all houses. */
static gboolean
is_week (const Child *child)
{
  return g_str_has_prefix (child->what, "week") || strcmp (child->what, "month") == 0;
}

static gboolean
is_list (const Child *child)
{
  return strcmp (child->what, "volunteers") == 0;
}

static guint
wanted_occurrences (const Child *child)
{
  return strcmp (child->what, "week-large") == 0 ? LARGE_WEEK : SMALL_WEEK;
}

/* ——— Medians ——— */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values, gsize n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

/* ——— Steps ——— */

/* A step is over when everything that it brings was built and painted. */
static void
step_week (Child *child)
{
  if (child->phase == 1 && strcmp (child->what, "month") == 0)
    stafet_desk_set_view (stafet_window_get_desk (STAFET_WINDOW (child->window)), STAFET_VIEW_ALL, NULL);
  else if (child->phase == 1)
    choose_houses (stafet_window_get_desk (STAFET_WINDOW (child->window)), wanted_occurrences (child));
  if (child->phase == 2)
    watch_loop ();
  if (child->phase > 2)
    child->all[child->phase - 3] = cpu_ms () - child->cpu_start;
  if (child->phase == WEEKS + 2)
    finish ("%f %u %f %f\n", median (child->seen, WEEKS),
            count_week (stafet_window_get_desk (STAFET_WINDOW (child->window))), longest,
            median (child->all, WEEKS));
  child->is_seen = FALSE;
  child->cpu_start = cpu_ms ();
  gtk_widget_activate_action (child->window, child->phase % 2 == 0 ? "win.next" : "win.previous", NULL);
}

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  GtkAdjustment *found = NULL;

  if (GTK_IS_LIST_VIEW (widget))
    return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      found = find_adjustment (child);
  return found;
}

static void
step_scroll (Child *child)
{
  GtkAdjustment *adjustment = find_adjustment (child->window);

  if (child->phase == 1)
    printf ("%f ", cpu_ms () - child->cpu_start);
  if (child->phase == 2)
    child->cpu_start = cpu_ms ();
  if (child->phase == SCROLLS + 2)
    finish ("%f %u %f\n", (cpu_ms () - child->cpu_start) / SCROLLS, count_rows (child->window), longest);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 90);
}

/* ——— What is opened ——— */

static const struct
{
  const char *what, *words, *action;
} openings[] = {
  { "new", "A new activity", "win.new-activity" },
  { "edit", "An activity in the editor", "win.edit-entry" },
  { "loans", "Rooms lent out", "win.loans" },
  { "rooms", "Rooms and vehicles", "win.rooms" },
  { "ideas", "Ideas", "win.ideas" },
  { "review", "Holidays and closed days", "win.review" },
  { "season", "The copy of a season", "win.copy-season" },
  { "backups", "Backups", "win.backups" },
  { "print", "What is printed", "win.print" },
  { "propose", "The proposal", "win.propose" },
  { "search", "The search", "win.search" },
};

static const char *
opening_action (const char *what)
{
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    if (strcmp (openings[i].what, what) == 0)
      return openings[i].action;
  return NULL;
}

/* Something of this week that may be edited. (transfer floating) */
static GVariant *
some_entry (StafetDesk *desk)
{
  StafetDate today = stafet_desk_today (desk);
  StafetAgendaQuery query;
  g_autoptr (StafetAgenda) agenda = NULL;

  stafet_desk_fill_query (desk, &query, today, today + 6);
  agenda = stafet_agenda_new (stafet_desk_get_snapshot (desk), &query);
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (entry->activity != NULL && entry->activity->timing.recurs && entry->n_shifts > 0)
        return g_variant_new (STAFET_ENTRY_TARGET, entry->activity->parent.uid, STAFET_KIND_ACTIVITY,
                              entry->original);
    }
  g_error ("The week has no activity with a shift");
}

/* Opened, and gone back from, in turn. */
static void
step_opening (Child *child)
{
  const char *action = opening_action (child->what);
  g_autoptr (GVariant) target = NULL;
  int n = child->phase / 2;

  if (child->phase % 2 == 0)
    child->all[n - 1] = cpu_ms () - child->cpu_start;
  if (n == OPENINGS)
    finish ("%f %f %f %f\n", child->seen[0], median (child->seen + 1, OPENINGS - 1), longest,
            median (child->all + 1, OPENINGS - 1));
  child->is_seen = child->phase % 2 == 0;
  child->opening = n;
  if (child->phase % 2 == 1 && strcmp (child->what, "edit") == 0)
    target = g_variant_ref_sink (some_entry (stafet_window_get_desk (STAFET_WINDOW (child->window))));
  /* Looking for something to edit is not the window's work. */
  woke = clock_ms (CLOCK_THREAD_CPUTIME_ID);
  child->cpu_start = cpu_ms ();
  gtk_widget_activate_action_variant (child->window, child->phase % 2 == 0 ? "win.back" : action, target);
}

/* A letter, and what it finds. A key holds the caret still, which text that is put in does not: what a fading
 * caret takes, frame by frame, is none of the search's. */
static void
step_key (Child *child)
{
  GtkWidget *field = gtk_window_get_focus (GTK_WINDOW (child->window));
  int n = child->phase - 2 * REST;

  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  if (child->phase == REST)
    gtk_widget_activate_action (child->window, "win.search", NULL);
  if (n < 0)
    return;
  if (n > 0)
    child->all[n - 1] = cpu_ms () - child->cpu_start;
  if (n == KEYS)
    {
      double middle = median (child->all, KEYS);

      finish ("%f %f %f\n", middle, child->all[KEYS - 1], longest);
    }
  child->cpu_start = cpu_ms ();
  gtk_editable_insert_text (GTK_EDITABLE (field), TYPED + n, 1, &(int){ n });
}

/* Of what is measured again and again: what was gone to last. */
static double *
seen_now (Child *child)
{
  if (is_week (child))
    return child->phase > 1 ? &child->seen[child->phase - 2] : NULL;
  return opening_action (child->what) != NULL && child->phase > 0 ? &child->seen[child->opening] : NULL;
}

static gboolean
next_cb (gpointer data)
{
  Child *child = data;

  /* What was opened is not painted yet. */
  if (seen_now (child) != NULL && !child->is_seen)
    return G_SOURCE_CONTINUE;
  child->phase++;
  if (is_week (child))
    step_week (child);
  else if (is_list (child))
    step_scroll (child);
  else if (strcmp (child->what, "keys") == 0)
    step_key (child);
  else
    step_opening (child);
  return G_SOURCE_CONTINUE;
}

/* The list is open when its first rows are painted; then it settles, and is scrolled frame by frame. */
static gboolean
scroll_cb (gpointer data)
{
  g_timeout_add (18, next_cb, data);
  return G_SOURCE_REMOVE;
}

static gboolean
begin_openings_cb (gpointer data)
{
  g_timeout_add (SETTLE_MS, next_cb, data);
  return G_SOURCE_REMOVE;
}

static void
begin (Child *child)
{
  printf ("\n");
  watch_loop ();
  child->cpu_start = cpu_ms ();
  if (strcmp (child->what, "week-list") == 0)
    gtk_widget_activate_action (child->window, "win.view", "s", "list");
  else if (strcmp (child->what, "month") == 0)
    gtk_widget_activate_action (child->window, "win.view", "s", "month");
  else if (is_week (child) || is_list (child))
    gtk_widget_activate_action (child->window, "win.go", "s", is_week (child) ? "week" : child->what);
  if (opening_action (child->what) != NULL)
    g_timeout_add (DAY_SHOWN_MS, begin_openings_cb, child);
  else if (!is_list (child))
    g_timeout_add (SETTLE_MS, next_cb, child);
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  Child *child = data;
  double *seen = seen_now (child);

  (void) clock;
  child->frames++;
  if (!child->is_seen && seen != NULL)
    {
      child->is_seen = TRUE;
      *seen = cpu_ms () - child->cpu_start;
    }
  if (child->frames == 1)
    printf ("%" G_GINT64_FORMAT " ", g_get_real_time ());
  if (child->frames == 1 && strcmp (child->what, "minimal") != 0 && strcmp (child->what, "first-frame") != 0)
    begin (child);
  else if (child->frames == 1)
    {
      child->cpu_start = cpu_ms ();
      g_timeout_add (600, settle_cb, child);
    }
  else if (child->frames == 2 && is_list (child))
    {
      next_cb (child);
      g_timeout_add (1500, scroll_cb, child);
    }
}

static void
mapped_cb (GtkWidget *window, gpointer data)
{
  ((Child *) data)->window = window;
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), data);
}

static void
added_cb (GtkApplication *application, GtkWindow *window, gpointer data)
{
  (void) application;
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), data);
}

static void
minimal_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new ("Stafet"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 820);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_child (const char *what, const char *store)
{
  Child child = { .what = what };
  char *argv[] = { (char *) "stafet", (char *) "--store",          (char *) store,
                   (char *) "--now",  (char *) "2026-11-24T10:40", NULL };
  gboolean minimal = strcmp (what, "minimal") == 0;
  GtkApplication *application;

  stafet_i18n_init ("/nonexistent");
  gtk_disable_setlocale ();
  if (minimal)
    {
      application = GTK_APPLICATION (adw_application_new ("dk.stafet.Minimal", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (minimal_cb), NULL);
    }
  else
    application = GTK_APPLICATION (stafet_application_new ());
  g_signal_connect (application, "window-added", G_CALLBACK (added_cb), &child);
  return g_application_run (G_APPLICATION (application), minimal ? 1 : 5, argv);
}

/* ——— In the parent ——— */

static const char *program;
/* What a minimal window has used of the processor when it is painted, in ms: what CPU times are told by. */
static double minimal_cpu = G_MAXDOUBLE;

/* Runs a child; the numbers that it wrote, after the time that it took to its first frame in ms. */
static gboolean
measure (const char *what, const char *store, double *first_frame, double numbers[4])
{
  const char *argv[] = { program, "--child", what, store, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_real_time (), painted = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  numbers[0] = numbers[1] = numbers[2] = numbers[3] = 0;
  if (sscanf (output, "%" G_GINT64_FORMAT " %lf %lf %lf %lf", &painted, &numbers[0], &numbers[1], &numbers[2],
              &numbers[3])
      < 2)
    g_error ("The child “%s” wrote: %s", what, output);
  *first_frame = (double) (painted - start) / 1000;
  return TRUE;
}

static gboolean
judge (const char *what, double value, double limit, const char *unit)
{
  gboolean good = value <= limit;

  printf ("  %-46s %8.2f%s (limit %g%s) %s\n", what, value, unit, limit, unit, good ? "ok" : "TOO MUCH");
  return good;
}

static gboolean
compare_start (const char *name, const char *store, double frame_limit, double memory_limit)
{
  double own[RUNS], minimal[RUNS], own_kib[RUNS], minimal_kib[RUNS], numbers[4];
  gboolean good;

  for (int i = 0; i < RUNS; i++)
    {
      measure ("minimal", store, &minimal[i], numbers);
      minimal_kib[i] = numbers[0];
      minimal_cpu = MIN (minimal_cpu, numbers[1]);
      measure ("first-frame", store, &own[i], numbers);
      own_kib[i] = numbers[0];
    }
  printf ("%s: first frame %.0f ms against %.0f ms, peak memory %.1f MiB against %.1f MiB\n", name,
          median (own, RUNS), median (minimal, RUNS), median (own_kib, RUNS) / 1024,
          median (minimal_kib, RUNS) / 1024);
  good = judge ("first frame, times a minimal window", median (own, RUNS) / median (minimal, RUNS),
                frame_limit, "");
  return judge ("peak memory, times a minimal window", median (own_kib, RUNS) / median (minimal_kib, RUNS),
                memory_limit, "")
         && good;
}

static gboolean
measure_week (const char *what, const char *town, const char *words, double limit)
{
  double week[4], frame;
  gboolean good;

  measure (what, town, &frame, week);
  printf ("%s: %.0f occurrences\n", words, week[1]);
  good = judge ("changing it until it is painted, CPU", week[0], limit, " ms");
  printf ("  %-46s %8.2f ms\n", "all that it brings", week[3]);
  return judge ("the longest that the loop was busy, CPU", week[2], 100, " ms") && good;
}

static gboolean
measure_lists (const char *town)
{
  double list[4], frame;
  gboolean good = measure_week ("week", town, "A week hour by hour", 50);

  good = measure_week ("week-large", town, "A full week hour by hour", 150) && good;
  good = measure_week ("week-list", town, "A week as a list", 50) && good;
  good = measure_week ("month", town, "The month of the municipality, and of its week", 150) && good;
  measure ("volunteers", town, &frame, list);
  printf ("The volunteers of the municipality: %.0f rows\n", list[2]);
  good = judge ("opening the list, CPU", list[0], 150, " ms") && good;
  good = judge ("scrolling the list, CPU a frame", list[1], 16, " ms") && good;
  return judge ("the longest that the loop was busy, CPU", list[3], 100, " ms") && good;
}

static gboolean
measure_search (const char *town)
{
  double keys[4], frame;
  gboolean good;

  measure ("keys", town, &frame, keys);
  printf ("The search of the municipality: “%s”\n", TYPED);
  good = judge ("finding and showing, CPU a letter", keys[0], 16, " ms");
  good = judge ("the letter that takes longest", keys[1], 16, " ms") && good;
  return judge ("the longest that the loop was busy, CPU", keys[2], 100, " ms") && good;
}

/* Everything that is opened over a page. */
static gboolean
measure_openings (const char *name, const char *store)
{
  gboolean good = TRUE;

  printf ("%s: opened, CPU until it is painted (at first; again; and all that it brings)\n", name);
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      double numbers[4], frame;

      measure (openings[i].what, store, &frame, numbers);
      good = judge (openings[i].words, numbers[1], 50, " ms") && good;
      printf (
        "    at first %.1f ms, %.2f of what a minimal window takes to start; all that it brings %.1f ms\n",
        numbers[0], numbers[1] / minimal_cpu, numbers[3]);
      if (numbers[2] > 100)
        good = judge ("  the longest that the loop was busy, CPU", numbers[2], 100, " ms") && good;
    }
  return good;
}

int
main (int argc, char **argv)
{
  gboolean good;

  if (argc == 4 && strcmp (argv[1], "--child") == 0)
    return run_child (argv[2], argv[3]);
  if (argc != 3)
    {
      fprintf (stderr, "Usage: %s HOUSE-STORE MUNICIPALITY-STORE\n", argv[0]);
      return 2;
    }
  program = argv[0];
  good = compare_start ("House", argv[1], 1.6, 1.3);
  good = compare_start ("Municipality", argv[2], 3, 2) && good;
  good = measure_lists (argv[2]) && good;
  good = measure_search (argv[2]) && good;
  good = measure_openings ("House", argv[1]) && good;
  good = measure_openings ("Municipality", argv[2]) && good;
  return good ? 0 : 1;
}
