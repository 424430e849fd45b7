/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures proposals on invented houses and areas as large as they are: time and empty places against shift
 * by shift, the medians of five instances each, and the memory of each in a process of its own.
 */
#include "core/stafet-date.h"
#include "greedy.h"
#include "schedule/stafet-roster-chance.h"
#include "schedule/stafet-roster-solve.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define INSTANCES 5
#define MINUTES 1440
#define WEEK 7
#define N_SKILLS 5

typedef struct
{
  const char *name;
  guint houses, people, series, weeks;
  double most_ms, most_mib;
} Scale;

static const Scale scales[] = {
  { "a house's week", 1, 40, 60, 1, 50, 150 },
  { "a house's month", 1, 40, 60, 4, 1000, 150 },
  { "an area's week", 6, 430, 600, 1, 200, 150 },
  { "an area's month", 6, 430, 600, 4, 10000, 150 },
};

/* What the process of one instance tells. */
typedef struct
{
  guint shifts, pairs;
  double ours, theirs, memory; /* ms, ms, MiB */
  gint64 coverage, bound, greedy;
} Told;

/* ——— Instances ——— */

static guint
below (guint64 *chance, guint n)
{
  return stafet_roster_chance_below (chance, n);
}

static void
add_houses (StafetRosterInstance *instance, const Scale *scale, guint64 *chance)
{
  for (guint i = 0; i < scale->houses; i++)
    {
      StafetRosterHouse house = { g_strdup_printf ("h%u", i), (gint32) below (chance, 7000),
                                  (gint32) below (chance, 7000) };

      g_array_append_val (instance->houses, house);
    }
}

/* One series, each week but now and then. */
static void
add_series (StafetRosterInstance *instance, const Scale *scale, guint number, guint64 *chance)
{
  gint32 day = (gint32) below (chance, 10) % WEEK, start = 540 + 30 * (gint32) below (chance, 18);
  guint skill = below (chance, 2) == 0 ? STAFET_ROSTER_NONE : below (chance, N_SKILLS);
  StafetRosterShift shift = { .series = number,
                              .house = number % scale->houses,
                              .skill = skill,
                              .wanted = 1 + (below (chance, 5) == 0),
                              .priority = 1 + (gint32) below (chance, 3),
                              .unpopular = start >= 1020 };

  for (guint week = 0; week < scale->weeks; week++)
    {
      if (below (chance, 33) == 0)
        continue;
      shift.start = (instance->first + WEEK * (gint32) week + day) * MINUTES + start;
      shift.end = shift.start + 120 + 30 * (gint32) (number % 4);
      shift.id = g_strdup_printf ("s%u-%u", number, week);
      g_array_append_val (instance->shifts, shift);
    }
}

static void
add_windows (StafetRosterVolunteer *who, guint64 *chance)
{
  static const gint32 halves[][2] = { { 480, 810 }, { 690, 1020 }, { 990, 1320 } };

  for (guint n = 3 + below (chance, 6); n > 0; n--)
    {
      guint half = below (chance, 5) % G_N_ELEMENTS (halves);
      StafetRosterWindow window = { 1 + (gint32) below (chance, 10) % WEEK, halves[half][0], halves[half][1],
                                    below (chance, 2) == 0, STAFET_ROSTER_WEEKS_ALL };

      g_array_append_val (who->windows, window);
    }
}

static void
add_person (StafetRosterInstance *instance, const Scale *scale, guint number, guint64 *chance)
{
  g_autofree char *id = g_strdup_printf ("v%u", number);
  guint home = below (chance, scale->houses);
  StafetRosterVolunteer who;

  stafet_roster_volunteer_init (&who, id);
  who.x = STAFET_ROSTER_HOUSE (instance, home)->x + (gint32) below (chance, 4000) - 2000;
  who.y = STAFET_ROSTER_HOUSE (instance, home)->y + (gint32) below (chance, 4000) - 2000;
  who.radius = 3000 + 2000 * (gint32) below (chance, 3);
  who.only_these_houses = below (chance, 6) != 0;
  g_array_append_val (who.houses, home);
  for (guint skill = 0; skill < N_SKILLS; skill++)
    if (below (chance, 3) == 0)
      g_array_append_val (who.skills, skill);
  add_windows (&who, chance);
  who.per_day = 1 + (below (chance, 10) == 0);
  who.per_week = 1 + (gint32) below (chance, 3);
  who.per_month = who.per_week * (2 + (gint32) below (chance, 3));
  who.rest = 600;
  who.wished = 50 + (gint32) below (chance, 150);
  who.recent_load = (gint32) below (chance, 16);
  for (guint n = below (chance, 3); n > 0; n--)
    {
      guint series = home + scale->houses * below (chance, scale->series / scale->houses);

      g_array_append_val (who.regular_on, series);
    }
  g_array_append_val (instance->volunteers, who);
}

/* The first week lies in two months. */
static StafetRosterInstance *
invent (const Scale *scale, guint64 seed)
{
  StafetRosterInstance *instance = stafet_roster_instance_new ();

  instance->first = stafet_date_new (2026, 11, 30) - stafet_date_new (1970, 1, 1);
  instance->days = WEEK * (gint32) scale->weeks;
  add_houses (instance, scale, &seed);
  for (guint i = 0; i < scale->series; i++)
    add_series (instance, scale, i, &seed);
  for (guint i = 0; i < scale->people; i++)
    add_person (instance, scale, i, &seed);
  stafet_roster_instance_finish (instance);
  return instance;
}

/* ——— One of them ——— */

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static double
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtod (line + 6, NULL) / 1024.0 : G_MAXDOUBLE;
}

static Told
solve (const Scale *scale, guint64 seed)
{
  g_autoptr (StafetRosterInstance) instance = invent (scale, seed);
  double begun = cpu_ms ();
  g_autoptr (StafetRosterOptions) options = stafet_roster_options_new (instance);
  Told told = { .shifts = instance->shifts->len, .pairs = options->n };
  g_autoptr (StafetRosterPlan) plan = stafet_roster_solve (options, NULL, &told.bound);

  told.ours = cpu_ms () - begun;
  told.coverage = plan->cost.coverage;
  told.memory = peak_memory ();
  begun = cpu_ms ();
  told.greedy = fill_greedily (options);
  told.theirs = cpu_ms () - begun;
  return told;
}

/* In a process of its own, so that its memory is its own. */
static Told
solve_apart (const Scale *scale, guint64 seed)
{
  Told told = { 0 };
  int ends[2], status = 0;
  pid_t child;

  if (pipe (ends) != 0 || (child = fork ()) < 0)
    g_error ("No process can be begun");
  if (child == 0)
    {
      told = solve (scale, seed);
      _exit (write (ends[1], &told, sizeof told) == (gssize) sizeof told ? 0 : 1);
    }
  close (ends[1]);
  if (read (ends[0], &told, sizeof told) != (gssize) sizeof told || waitpid (child, &status, 0) != child
      || status != 0)
    g_error ("It was not solved");
  close (ends[0]);
  return told;
}

/* ——— All ——— */

static int
compare_numbers (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
median (double *numbers)
{
  qsort (numbers, INSTANCES, sizeof *numbers, compare_numbers);
  return numbers[INSTANCES / 2];
}

static gboolean
measure (const Scale *scale)
{
  double ours[INSTANCES], ratios[INSTANCES], coverage[INSTANCES], memory[INSTANCES];
  guint proved = 0;
  Told told;
  gboolean kept;

  for (guint i = 0; i < INSTANCES; i++)
    {
      told = solve_apart (scale, i + 1);
      ours[i] = told.ours;
      ratios[i] = told.ours / MAX (told.theirs, 0.001);
      coverage[i] = (double) told.greedy / (double) MAX (1, told.coverage);
      memory[i] = told.memory;
      proved += told.coverage == told.bound;
    }
  kept = median (ours) <= scale->most_ms && median (memory) <= scale->most_mib;
  g_print ("%-18s %5u shifts, %6u pairs: %9.1f ms, limit %g; %5.1f MiB, limit %g: %s\n"
           "    shift by shift leaves %.2f times as much empty, in 1/%.0f of the time; proved in %u of %d\n",
           scale->name, told.shifts, told.pairs, ours[INSTANCES / 2], scale->most_ms, memory[INSTANCES / 2],
           scale->most_mib, kept ? "kept" : "MISSED", median (coverage), median (ratios), proved, INSTANCES);
  return kept;
}

int
main (void)
{
  gboolean kept = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    kept = measure (&scales[i]) && kept;
  return kept ? 0 : 1;
}
