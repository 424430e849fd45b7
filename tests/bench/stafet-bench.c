/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures the municipality example, each figure against a yardstick in the same run: both times and their
 * ratio, and whether the figure is kept. Machines are noisy: the best of several runs counts, and where
 * nothing waits for a disk the CPU time of the process. The sheets are those of the house example as well.
 */
#include "greedy.h"
#include "paper/stafet-sheet-arrivals.h"
#include "paper/stafet-sheet-calls.h"
#include "paper/stafet-sheet-doors.h"
#include "paper/stafet-sheet-loan.h"
#include "paper/stafet-sheet-programme.h"
#include "paper/stafet-sheet-roster.h"
#include "plan/stafet-example.h"
#include "plan/stafet-plan.h"
#include "plan/stafet-use-propose.h"
#include "publish/stafet-publish.h"
#include "schedule/stafet-candidates.h"
#include "schedule/stafet-proposal-why.h"
#include "schedule/stafet-search.h"
#include "subscribers.h"

#include <glib/gstdio.h>
#include <libical/ical.h>
#include <sqlite3.h>
#include <string.h>
#include <time.h>

#define RUNS 5

typedef struct
{
  char *folder, *path;
  StafetClock *clock;
  StafetStore *store;
  StafetPlan *plan;
  sqlite3 *bare;
  StafetDate monday;
} Bench;

typedef void (*Work) (Bench *bench);

static gboolean all_kept = TRUE;

/* CPU time of the process, in milliseconds. */
static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static double
wall_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static double
best (Work work, Bench *bench, double (*clock) (void))
{
  double least = G_MAXDOUBLE;

  for (int i = 0; i < RUNS; i++)
    {
      double begun = clock ();

      work (bench);
      least = MIN (least, clock () - begun);
    }
  return least;
}

/* The best of RUNS, in milliseconds of CPU time. */
static double
best_of (Work work, Bench *bench)
{
  return best (work, bench, cpu_ms);
}

static const char *
verdict (double value, double limit)
{
  all_kept = all_kept && value <= limit;
  return value <= limit ? "kept" : "MISSED";
}

static void
report (const char *what, double ours, const char *yardstick, double theirs, double limit)
{
  g_print ("%-34s %9.3f ms   %-32s %9.3f ms   ratio %6.2f, limit %g: %s\n", what, ours, yardstick, theirs,
           ours / theirs, limit, verdict (ours / theirs, limit));
}

/* A ratio that has no limit: told, not judged. */
static void
tell (const char *what, double ours, const char *yardstick, double theirs)
{
  g_print ("%-34s %9.3f ms   %-32s %9.3f ms   ratio %6.2f\n", what, ours, yardstick, theirs, ours / theirs);
}

static void
report_alone (const char *what, double value, const char *unit, double limit)
{
  g_print ("%-34s %9.3f %s, limit %g: %s\n", what, value, unit, limit, verdict (value, limit));
}

/* Peak resident memory of this process in MiB. */
static double
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtod (line + 6, NULL) / 1024.0 : G_MAXDOUBLE;
}

static void
check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* The house with the most activities: the hardest week to ask for. */
static StafetRecord *
busiest_house (Bench *bench)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (bench->plan);
  const GPtrArray *houses = stafet_snapshot_all (snapshot, STAFET_KIND_HOUSE);
  StafetRecord *busiest = NULL;
  guint most = 0;

  for (guint i = 0; i < houses->len; i++)
    {
      StafetRecord *house = g_ptr_array_index (houses, i);
      guint n = stafet_snapshot_index (snapshot, STAFET_INDEX_ACTIVITY_BY_HOUSE, house->uid)->len;

      if (n > most)
        {
          most = n;
          busiest = house;
        }
    }
  g_assert (busiest != NULL);
  return busiest;
}

/* ——— Loading ——— */

static void
open_and_load (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetStore) store = stafet_store_open (bench->path, &error);
  g_autoptr (StafetPlan) plan = store != NULL ? stafet_plan_new (store, bench->clock, &error) : NULL;

  check (error);
}

static void
read_rows (sqlite3 *database, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      sqlite3_column_text (statement, i);
  sqlite3_finalize (statement);
}

static void
read_bare (Bench *bench)
{
  sqlite3 *database;

  sqlite3_open (bench->path, &database);
  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    read_rows (database, stafet_kind_get_name ((StafetKind) kind));
  sqlite3_close (database);
}

/* ——— Weeks ——— */

static void
week_of (Bench *bench, StafetUid house)
{
  StafetAgendaQuery query = { .from = bench->monday, .to = bench->monday + 6, .house = house };

  stafet_agenda_free (stafet_agenda_new (stafet_plan_get_snapshot (bench->plan), &query));
}

static void
week_of_all (Bench *bench)
{
  week_of (bench, NULL);
}

static void
week_of_one (Bench *bench)
{
  week_of (bench, busiest_house (bench)->uid);
}

static struct icaltimetype
ical_date (StafetDate date)
{
  struct icaltimetype time = icaltime_null_time ();

  stafet_date_split (date, &time.year, &time.month, &time.day);
  time.hour = 10;
  return time;
}

/* libical's iterator over one series, started at the week: only the dates. */
static void
iterate (const StafetTiming *timing, StafetDate monday)
{
  icalrecur_iterator *iterator =
    timing->recurs
      ? icalrecur_iterator_new (icalrecurrencetype_from_string (timing->rule), ical_date (timing->first_date))
      : NULL;
  struct icaltimetype next;

  if (iterator == NULL)
    return;
  icalrecur_iterator_set_start (iterator, ical_date (MAX (monday, timing->first_date)));
  do
    next = icalrecur_iterator_next (iterator);
  while (!icaltime_is_null_time (next) && stafet_date_new (next.year, next.month, next.day) <= monday + 6);
  icalrecur_iterator_free (iterator);
}

static void
expand_with_libical (Bench *bench)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (bench->plan);
  const GPtrArray *activities = stafet_snapshot_all (snapshot, STAFET_KIND_ACTIVITY);
  const GPtrArray *shifts = stafet_snapshot_all (snapshot, STAFET_KIND_SHIFT);

  for (guint i = 0; i < activities->len; i++)
    iterate (&((StafetActivity *) g_ptr_array_index (activities, i))->timing, bench->monday);
  for (guint i = 0; i < shifts->len; i++)
    if (((StafetShift *) g_ptr_array_index (shifts, i))->activity == NULL)
      iterate (&((StafetShift *) g_ptr_array_index (shifts, i))->timing, bench->monday);
}

/* ——— Searching ——— */

/* As the window asks: so many hits of what is typed letter by letter. */
#define MOST_HITS 30

static const char *const typed[] = { "elin amstrup", "fællesspisning", "lokalcenter", "31 42 58" };

static StafetSearchIndex *
index_of (Bench *bench)
{
  return stafet_search_index_new (stafet_plan_get_snapshot (bench->plan), stafet_clock_today (bench->clock));
}

static void
make_index (Bench *bench)
{
  stafet_search_index_free (index_of (bench));
}

/* Each letter at its best of RUNS; the one that takes longest counts. */
static void
measure_search (Bench *bench)
{
  g_autoptr (StafetSearchIndex) index = index_of (bench);
  double longest = 0, sum = 0;
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    for (const char *end = g_utf8_next_char (typed[i]);; end = g_utf8_next_char (end))
      {
        g_autofree char *text = g_strndup (typed[i], (gsize) (end - typed[i]));
        double least = G_MAXDOUBLE;

        for (int run = 0; run < RUNS; run++)
          {
            double begun = cpu_ms ();

            g_ptr_array_unref (stafet_search (index, text, MOST_HITS));
            least = MIN (least, cpu_ms () - begun);
          }
        longest = MAX (longest, least);
        sum += least;
        n++;
        if (*end == '\0')
          break;
      }
  report_alone ("Search, a letter (mean)", sum / n, "ms", 2);
  report_alone ("Search, the letter that takes longest", longest, "ms", 4);
}

/* ——— Edits ——— */

static void
one_edit (Bench *bench)
{
  static int n = 0;
  g_autofree char *pair = g_strdup_printf ("hours=kl. %d", n++);
  const char *const pairs[] = { pair, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetOutcome) outcome = stafet_plan_edit (
    bench->plan, stafet_use_edit (STAFET_KIND_HOUSE, busiest_house (bench)->uid, pairs), &error);

  check (error);
}

/* One row and one line of a log, in a database with the same settings. */
static void
one_bare_commit (Bench *bench)
{
  sqlite3_exec (
    bench->bare,
    "BEGIN IMMEDIATE; UPDATE t SET b = b || 'x' WHERE a = 1; INSERT INTO l (b) VALUES ('en ændring'); COMMIT",
    NULL, NULL, NULL);
}

static void
open_bare (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "bare.db", NULL);

  sqlite3_open (path, &bench->bare);
  sqlite3_exec (
    bench->bare,
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);"
    "CREATE TABLE l (a INTEGER PRIMARY KEY, b TEXT); INSERT INTO t VALUES (1, 'x')",
    NULL, NULL, NULL);
}

/* ——— Publishing ——— */

static StafetPublishReport
publish (Bench *bench, double *milliseconds)
{
  g_autofree char *folder = g_build_filename (bench->folder, "calendars", NULL);
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();
  StafetPublishReport report;

  stafet_publish_folder (bench->plan, folder, &report, &error);
  check (error);
  *milliseconds = (double) (g_get_monotonic_time () - begun) / 1000.0;
  return report;
}

/* A regret of somebody who stands on a shift this week: what a coordinator does all day. */
static void
one_regret (Bench *bench)
{
  StafetAgendaQuery query = { .from = bench->monday + 1, .to = bench->monday + 6 };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (stafet_plan_get_snapshot (bench->plan), &query);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);
      const StafetStaffing *staffing = entry->n_shifts > 0 ? &entry->shifts[0] : NULL;
      StafetWho who = { NULL };
      StafetOutcome *outcome;

      if (staffing == NULL || staffing->n_places == 0 || staffing->places[0].volunteer == NULL
          || entry->status == STAFET_STATUS_CANCELLED)
        continue;
      who.volunteer = staffing->places[0].volunteer->parent.uid;
      outcome = stafet_plan_edit (
        bench->plan, stafet_use_regret (staffing->shift->parent.uid, &who, entry->original, FALSE), &error);
      check (error);
      stafet_outcome_free (outcome);
      return;
    }
}

static void
measure_publishing (Bench *bench)
{
  g_autoptr (StafetServePlan) serve = stafet_serve_plan_new (bench->plan);
  StafetPublishReport report;
  double time, size;

  time = subscribe (&stafet_serve_plan_source, serve, bench->clock, bench->plan, 200, &size);
  report_alone ("200 subscribers at once, cold", time / 1000.0, "s", 5);
  time = subscribe (&stafet_serve_plan_source, serve, bench->clock, bench->plan, 200, &size);
  report_alone ("200 subscribers at once", time / 1000.0, "s", 1);
  report = publish (bench, &time);
  report_alone ("Publish all feeds, cold", time / 1000.0, "s", 5);
  g_print ("    %u feeds, %u events written and read back\n", report.feeds, report.events);
  publish (bench, &time);
  report_alone ("Publish again, unchanged", time / 1000.0, "s", 0.3);
  one_regret (bench);
  report = publish (bench, &time);
  report_alone ("Publish after one regret", time / 1000.0, "s", 0.3);
  g_print ("    %u feeds made anew, %u files written\n", report.rendered, report.written);
}

/* ——— Paper ——— */

/* Takes @sheet, and makes its document. */
static void
make_pdf (StafetSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) pdf = stafet_sheet_make_pdf (sheet, &error);

  check (error);
  stafet_sheet_free (sheet);
}

/* The volunteer with the most standing places. */
static void
print_roster (Bench *bench)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (bench->plan);
  const GPtrArray *volunteers = stafet_snapshot_all (snapshot, STAFET_KIND_VOLUNTEER);
  StafetUid busiest = NULL;
  guint most = 0;

  for (guint i = 0; i < volunteers->len; i++)
    {
      StafetUid uid = ((StafetRecord *) g_ptr_array_index (volunteers, i))->uid;
      guint n = stafet_snapshot_index (snapshot, STAFET_INDEX_STANDING_BY_VOLUNTEER, uid)->len;

      if (n > most)
        {
          most = n;
          busiest = uid;
        }
    }
  g_assert (busiest != NULL);
  make_pdf (stafet_sheet_roster_new (snapshot, busiest, bench->monday, stafet_clock_now (bench->clock)));
}

static void
print_loan (Bench *bench)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (bench->plan);
  const GPtrArray *loans = stafet_snapshot_all (snapshot, STAFET_KIND_LOAN);

  g_assert (loans->len > 0);
  make_pdf (stafet_sheet_loan_new (snapshot, g_ptr_array_index (loans, 0), stafet_clock_now (bench->clock)));
}

static void
print_programme (Bench *bench)
{
  make_pdf (stafet_sheet_programme_new (stafet_plan_get_snapshot (bench->plan), busiest_house (bench)->uid,
                                        bench->monday, stafet_clock_now (bench->clock)));
}

static void
print_doors (Bench *bench)
{
  make_pdf (stafet_sheet_doors_new (stafet_plan_get_snapshot (bench->plan), busiest_house (bench)->uid,
                                    bench->monday, stafet_clock_now (bench->clock)));
}

static void
print_calls (Bench *bench)
{
  make_pdf (stafet_sheet_calls_new (stafet_plan_get_snapshot (bench->plan), busiest_house (bench)->uid,
                                    bench->monday, stafet_clock_now (bench->clock)));
}

/* The nursing home with the most wards. */
static void
print_arrivals (Bench *bench)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (bench->plan);
  const GPtrArray *houses = stafet_snapshot_all (snapshot, STAFET_KIND_HOUSE);
  StafetUid largest = NULL;
  guint most = 0;

  for (guint i = 0; i < houses->len; i++)
    {
      StafetUid uid = ((StafetRecord *) g_ptr_array_index (houses, i))->uid;
      guint n = stafet_snapshot_index (snapshot, STAFET_INDEX_WARD_BY_HOUSE, uid)->len;

      if (n > most)
        {
          most = n;
          largest = uid;
        }
    }
  if (largest != NULL)
    make_pdf (
      stafet_sheet_arrivals_new (snapshot, largest, NULL, bench->monday, stafet_clock_now (bench->clock)));
}

/* So much is a sheet allowed, of whatever house, in ms. */
#define SHEET 300

static const struct
{
  const char *what;
  Work print;
} sheets[] = {
  { "Programme", print_programme }, { "Door sheets", print_doors }, { "Call list", print_calls },
  { "Arrivals", print_arrivals },   { "Roster", print_roster },     { "Loan", print_loan },
};

static void
measure_paper (Bench *bench, const char *of)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *what = g_strdup_printf ("%s, %s", sheets[i].what, of);

      if (sheets[i].print == print_loan
          && stafet_snapshot_all (stafet_plan_get_snapshot (bench->plan), STAFET_KIND_LOAN)->len == 0)
        g_print ("%-34s skipped: nothing is lent out there\n", what);
      else
        report_alone (what, best_of (sheets[i].print, bench), "ms", SHEET);
    }
}

static void
remove_folder (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (path);
}

/* ——— Who fills the holes ——— */

static const StafetRecord *
first_area (Bench *bench)
{
  const GPtrArray *areas = stafet_snapshot_all (stafet_plan_get_snapshot (bench->plan), STAFET_KIND_AREA);

  g_assert (areas->len > 0);
  return areas->pdata[0];
}

/* From next week on. */
static void
measure_proposal (Bench *bench, const char *what, StafetUid house, StafetUid area, int days, double limit)
{
  StafetProposalQuery query = {
    .places = { .from = bench->monday + 7, .to = bench->monday + 6 + days, .house = house, .area = area }
  };
  double begun = cpu_ms (), ours, theirs;
  g_autoptr (StafetProposal) proposal =
    stafet_proposal_new (stafet_plan_get_snapshot (bench->plan), &query, NULL);
  gint64 greedy;

  ours = cpu_ms () - begun;
  begun = cpu_ms ();
  greedy = fill_greedily (proposal->options);
  theirs = cpu_ms () - begun;
  report_alone (what, ours, "ms", limit);
  g_print ("    %u holes, %u pairs, %u proposed; empty places weigh %" G_GINT64_FORMAT
           " (%s), shift by shift %" G_GINT64_FORMAT
           " in %.3f ms: %.2f times as much, and we take %.0f times as long\n",
           proposal->holes->len, proposal->options->n, proposal->lines->len, proposal->plan->cost.coverage,
           stafet_proposal_is_proved (proposal) ? "proved" : "not proved", greedy, theirs,
           (double) greedy / (double) MAX (1, proposal->plan->cost.coverage), ours / MAX (theirs, 0.001));
}

static void
edit (Bench *bench, StafetEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetOutcome) outcome = stafet_plan_edit (bench->plan, edit, &error);

  check (error);
}

/* The first who was proposed says no: what is to be filled now, and with as little moved as can be? */
static void
measure_regret (Bench *bench, const char *what, const StafetProposalQuery *query,
                const StafetProposal *proposal, double limit)
{
  const StafetRosterLine *line = &g_array_index (proposal->lines, StafetRosterLine, 0);
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (proposal, line->shift);
  const StafetVolunteer *volunteer = g_ptr_array_index (proposal->people, line->volunteer);
  const StafetWho who = { .volunteer = volunteer->parent.uid };
  double begun;

  edit (bench, stafet_use_ask_proposed (proposal, proposal->lines));
  edit (bench, stafet_use_regret (hole->staffing->shift->parent.uid, &who, hole->entry->original, TRUE));
  begun = cpu_ms ();
  {
    g_autoptr (StafetProposal) again =
      stafet_proposal_new (stafet_plan_get_snapshot (bench->plan), query, NULL);

    report_alone (what, cpu_ms () - begun, "ms", limit);
    g_print ("    %u asked stay, %u are moved, %u are new\n", again->kept, again->withdrawn->len,
             again->lines->len);
  }
  edit (bench, stafet_edit_undo ());
  edit (bench, stafet_edit_undo ());
}

static void
measure_why (Bench *bench, const char *what, const StafetProposal *proposal, double limit)
{
  const StafetHole *hole = STAFET_PROPOSAL_HOLE (proposal, 0);
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (bench->plan);
  double begun = cpu_ms ();
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetWhy) why = stafet_why_new (
    snapshot, stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, hole->staffing->shift->parent.uid),
    hole->entry->original, g_ptr_array_index (proposal->people, proposal->people->len - 1), 0,
    STAFET_LANGUAGE_DA, &error);

  check (error);
  report_alone (what, cpu_ms () - begun, "ms", limit);
}

/* A week is proposed, asked, and one of it regretted; and why somebody is not proposed. */
static void
measure_again (Bench *bench, const char *what, StafetUid house, StafetUid area, double limit, double why)
{
  StafetProposalQuery query = {
    .places = { .from = bench->monday + 7, .to = bench->monday + 13, .house = house, .area = area },
    .again = TRUE
  };
  g_autoptr (StafetProposal) proposal =
    stafet_proposal_new (stafet_plan_get_snapshot (bench->plan), &query, NULL);
  g_autofree char *regret = g_strdup_printf ("One regret proposed again, %s", what);
  g_autofree char *asked = g_strdup_printf ("Why not her, %s", what);

  if (proposal->lines->len == 0)
    return;
  measure_why (bench, asked, proposal, why);
  measure_regret (bench, regret, &query, proposal, limit);
}

static void
find_candidates (Bench *bench)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (bench->plan);
  StafetAgendaQuery query = { .from = bench->monday + 7,
                              .to = bench->monday + 7,
                              .house = busiest_house (bench)->uid };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (snapshot, &query);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (entry->n_shifts == 0 || entry->status == STAFET_STATUS_CANCELLED)
        continue;
      g_ptr_array_unref (stafet_candidates_find (
        snapshot, stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, entry->shifts[0].shift->parent.uid),
        entry->original, stafet_wall_new (entry->original, 480), STAFET_LANGUAGE_DA, &error));
      check (error);
      return;
    }
  g_error ("Nothing happens that day");
}

static void
measure_people (Bench *bench)
{
  StafetUid house = busiest_house (bench)->uid, area = first_area (bench)->uid;

  report_alone ("Candidates for one hole", best_of (find_candidates, bench), "ms", 50);
  measure_proposal (bench, "Propose a house's week", house, NULL, 7, 50);
  measure_proposal (bench, "Propose a house's month", house, NULL, 28, 1000);
  /* Of their full size areas are measured by stafet-roster-bench: few places of the example's are empty. */
  measure_proposal (bench, "Holes of an area's week", NULL, area, 7, 200);
  measure_proposal (bench, "Holes of an area's month", NULL, area, 28, 10000);
  measure_proposal (bench, "Propose a municipality's week", NULL, NULL, 7, 3000);
  measure_again (bench, "a house", house, NULL, 50, 100);
  measure_again (bench, "an area", NULL, area, 100, 300);
  measure_again (bench, "a municipality", NULL, NULL, 500, 1000);
  report_alone ("Peak memory thereafter", peak_memory (), "MiB", 250);
}

/* ——— The run ——— */

/* A process of its own makes the store, so that its memory is not counted. */
static void
make_store (Bench *bench, const char *program, const char *example)
{
  const char *argv[] = { program, example, bench->path, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, NULL, &status, &error);
  check (error);
  if (status != 0)
    g_error ("The example could not be made");
}

static int
make_and_leave (StafetExampleSize example, const char *path, StafetClock *clock)
{
  g_autoptr (StafetChangeset) changeset = stafet_example_new (example, 1, stafet_clock_today (clock));
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetStore) store = stafet_store_create (path, changeset, stafet_clock_instant (clock), &error);

  check (error);
  return 0;
}

static void
load_plan (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  bench->store = stafet_store_open (bench->path, &error);
  check (error);
  bench->plan = stafet_plan_new (bench->store, bench->clock, &error);
  check (error);
}

static void
measure (Bench *bench)
{
  report_alone ("Peak memory, municipality loaded", peak_memory (), "MiB", 100);
  report ("Open and load the municipality", best_of (open_and_load, bench), "bare sqlite3, the same rows",
          best_of (read_bare, bench), 4);
  report_alone ("Week of one house", best_of (week_of_one, bench), "ms", 2);
  report_alone ("Week of all houses", best_of (week_of_all, bench), "ms", 100);
  tell ("The same", best_of (week_of_all, bench), "libical's iterator, dates only",
        best_of (expand_with_libical, bench));
  report_alone ("What a search goes through", best_of (make_index, bench), "ms", 50);
  measure_search (bench);
  /* Both wait for the disk. */
  report ("One committed edit", best (one_edit, bench, wall_ms), "one bare sqlite3 commit",
          best (one_bare_commit, bench, wall_ms), 3);
}

/* A folder with that example in it, loaded. */
static void
begin (Bench *bench, const char *program, const char *example)
{
  g_autoptr (GError) error = NULL;

  bench->folder = g_dir_make_tmp ("stafet-bench-XXXXXX", &error);
  check (error);
  bench->path = g_build_filename (bench->folder, "stafet.db", NULL);
  make_store (bench, program, example);
  load_plan (bench);
}

static void
clean_up (Bench *bench)
{
  g_autofree char *calendars = g_build_filename (bench->folder, "calendars", NULL);

  g_clear_object (&bench->plan);
  g_clear_object (&bench->store);
  sqlite3_close (bench->bare);
  remove_folder (calendars);
  remove_folder (bench->folder);
  g_free (bench->path);
  g_free (bench->folder);
}

int
main (int argc, char *argv[])
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  g_autoptr (StafetClock) clock =
    stafet_clock_new_fixed (zone, stafet_wall_new (stafet_date_new (2026, 11, 24), 8 * 60));
  Bench bench = { .clock = clock, .monday = stafet_date_monday (stafet_clock_today (clock)) };
  Bench house = bench;

  if (argc == 3)
    return make_and_leave (
      strcmp (argv[1], "house") == 0 ? STAFET_EXAMPLE_HOUSE : STAFET_EXAMPLE_MUNICIPALITY, argv[2], clock);
  begin (&bench, argv[0], "municipality");
  open_bare (&bench);
  measure (&bench);
  measure_people (&bench);
  measure_publishing (&bench);
  measure_paper (&bench, "largest of a town");
  clean_up (&bench);
  begin (&house, argv[0], "house");
  report_alone ("Candidates for one hole, a house", best_of (find_candidates, &house), "ms", 5);
  measure_paper (&house, "a house");
  clean_up (&house);
  return all_kept ? 0 : 1;
}
