/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the proposals of the roster to the rules, on instances by chance: by a judge of its own, and where
 * they are tiny against the best of all plans.
 */
#include "roster-instances.h"
#include "schedule/stafet-roster-anneal.h"
#include "schedule/stafet-roster-flow.h"

#define MANY 1000
/* Rounds of a month's work that are enough to see whether it keeps the rules. */
#define FEW_ROUNDS 2
/* Pairs of which every choice is looked at. */
#define FEWEST_TRIED 6
#define MOST_TRIED 16

typedef struct
{
  StafetRosterInstance *instance;
  StafetRosterOptions *options;
  StafetRosterPlan *plan;
  Judge *judge;
  Verdict verdict;
  gint64 bound;
} Solved;

typedef struct
{
  guint rounds, most;
  guint told;
  GCancellable *cancellable;
} Work;

static void
progress_cb (guint thousandths, gpointer data)
{
  Work *work = data;

  g_assert_cmpuint (thousandths, >=, work->told);
  g_assert_cmpuint (thousandths, <=, 1000);
  work->told = thousandths;
  if (++work->rounds == work->most)
    g_cancellable_cancel (work->cancellable);
}

/* @most rounds; 0: as many as it takes. Takes over @instance. */
static Solved *
solve (StafetRosterInstance *instance, guint most)
{
  Solved *s = g_new0 (Solved, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Work work = { .most = most, .cancellable = cancellable };
  StafetRosterWork told = { cancellable, progress_cb, &work };

  s->instance = instance;
  s->options = stafet_roster_options_new (instance);
  s->plan = stafet_roster_solve (s->options, &told, &s->bound);
  g_assert_cmpuint (work.told, ==, 1000);
  s->judge = judge_new (instance);
  judge_take (s->judge, s->plan);
  s->verdict = judge_say (s->judge);
  return s;
}

static void
solved_free (Solved *s)
{
  judge_free (s->judge);
  stafet_roster_plan_free (s->plan);
  stafet_roster_options_free (s->options);
  stafet_roster_instance_free (s->instance);
  g_free (s);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Solved, solved_free)

/* ——— What always holds ——— */

static void
assert_rules (const Solved *s)
{
  g_assert_cmpuint (s->verdict.faults, ==, 0);
  g_assert_cmpuint (s->verdict.locks, ==, s->instance->locked->len);
}

static void
assert_costs (const Solved *s)
{
  g_assert_cmpint (s->plan->cost.coverage, ==, s->verdict.coverage);
  g_assert_cmpint (s->plan->cost.changes, ==, s->verdict.changes);
  g_assert_cmpint (s->plan->cost.preference, ==, s->verdict.preference);
  g_assert_cmpint (s->bound, <=, s->verdict.coverage);
}

static void
assert_lines (const Solved *s)
{
  g_autoptr (GArray) lines = stafet_roster_lines_new (s->plan);
  gint64 sum = 0;
  gsize before = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const StafetRosterLine *line = &g_array_index (lines, StafetRosterLine, i);
      StafetRosterLine expected = line_of (s->judge, line->shift, line->volunteer);
      gsize pair = PAIR (s->judge, line->shift, line->volunteer);

      g_assert_true (i == 0 || pair > before);
      before = pair;
      g_assert_true (s->judge->on[pair]);
      g_assert_cmpint (line->own.time, ==, expected.own.time);
      g_assert_cmpint (line->own.house, ==, expected.own.house);
      g_assert_cmpint (line->own.distance, ==, expected.own.distance);
      g_assert_cmpint (line->new_face, ==, expected.new_face);
      g_assert_cmpint (line->load, ==, expected.load);
      g_assert_cmpint (line->unpopular, ==, expected.unpopular);
      g_assert_cmpint (line->partner, ==, expected.partner);
      sum += line_sum (line);
    }
  g_assert_cmpint (sum, ==, s->verdict.preference);
}

static void
assert_broken_locks (const Solved *s)
{
  for (guint i = 0; i < s->instance->locked->len; i++)
    {
      const StafetRosterPair *pair = &g_array_index (s->instance->locked, StafetRosterPair, i);

      g_assert_cmpuint (stafet_roster_broken_rules (s->plan, pair), ==,
                        broken (s->judge, pair->shift, pair->volunteer));
    }
}

/* Numbers that a person reads as parts of a whole add up to it. */
static void
assert_one_empty (const Solved *s, const StafetRosterEmpty *empty)
{
  guint there = 0, could = 0, left[] = { 0, 0, 0, 0, 0 };

  for (guint v = 0; v < s->judge->n_people; v++)
    {
      guint bars = why_not (s->judge, empty->shift, v);
      gboolean on = s->judge->on[PAIR (s->judge, empty->shift, v)];

      there += on;
      could += bars == 0 && !on;
      for (int i = 0; i < 5; i++)
        left[i] += (bars & ((1u << (i + 1)) - 1)) == 0;
    }
  g_assert_cmpint (empty->missing, ==, THE_SHIFT (s->judge, empty->shift)->wanted - (gint32) there);
  g_assert_cmpint (empty->missing, >, 0);
  g_assert_cmpint (empty->kind == STAFET_ROSTER_FUNNEL, ==, could == 0);
  g_assert_cmpuint (empty->eligible, ==, could);
  g_assert_cmpuint (empty->with_skill, ==, left[0]);
  g_assert_cmpuint (empty->with_check, ==, left[1]);
  g_assert_cmpuint (empty->of_house, ==, left[2]);
  g_assert_cmpuint (empty->with_time, ==, left[3]);
  g_assert_cmpuint (empty->present, ==, left[4]);
  if (empty->kind == STAFET_ROSTER_CAPS)
    g_assert_cmpuint (empty->busy + empty->per_day + empty->per_week + empty->per_month, ==, could);
  if (empty->kind == STAFET_ROSTER_SATURATED)
    g_assert_cmpuint (empty->group->len, <=, 8);
}

static void
assert_empties (const Solved *s)
{
  g_autoptr (GPtrArray) empties = stafet_roster_empties_new (s->plan);
  gint64 cost = 0;

  for (guint i = 0; i < empties->len; i++)
    {
      const StafetRosterEmpty *empty = empties->pdata[i];
      const StafetRosterShift *shift = THE_SHIFT (s->judge, empty->shift);

      assert_one_empty (s, empty);
      cost += shift->priority * (empty->missing + (empty->missing == shift->wanted));
    }
  g_assert_cmpint (cost, ==, s->verdict.coverage);
}

static void
assert_all (const Solved *s)
{
  assert_rules (s);
  assert_costs (s);
  assert_lines (s);
  assert_broken_locks (s);
  assert_empties (s);
}

/* Whoever fits into an empty place is put there: no change, and nobody is moved. */
static Verdict
fill_simply (Judge *j)
{
  for (guint s = 0; s < j->n_shifts; s++)
    for (guint v = 0; v < j->n_people; v++)
      {
        gsize pair = PAIR (j, s, v);

        if (j->on[pair] || !j->may[pair])
          continue;
        j->on[pair] = 1;
        if (broken_together (j, s, v) != 0)
          j->on[pair] = 0;
      }
  return judge_say (j);
}

static void
test_rules (void)
{
  guint proved = 0, pairs = 0, empty = 0;

  for (guint64 seed = 0; seed < MANY; seed++)
    {
      Size size = { 4 + (int) (seed % 37), 3 + (int) (seed % 28), seed % 3 == 0 ? 35 : 7, seed % 4 != 0 };
      g_autoptr (Solved) s = NULL;
      Verdict filled;

      g_test_message ("seed %u", (guint) seed);
      s = solve (roll_instance (seed, size), seed % 100 == 0 ? 0 : FEW_ROUNDS);
      pairs += s->options->n;
      empty += s->verdict.coverage > 0;
      assert_all (s);
      proved += s->bound == s->verdict.coverage;
      /* Nobody is left at home who would just fit. */
      filled = fill_simply (s->judge);
      g_assert_cmpint (filled.coverage, ==, s->verdict.coverage);
    }
  g_test_message ("coverage was proved in %u of %d, with %u pairs in all; %u have empty places", proved, MANY,
                  pairs, empty);
  g_assert_cmpuint (proved, >=, MANY * 99 / 100);
}

/* ——— Against the best of all plans ——— */

static void
hold_to_best (guint64 first, Size size, guint n)
{
  gint64 total = 0, gap = 0;
  guint tried = 0, exact = 0;

  for (guint64 seed = first; tried < n; seed++)
    {
      StafetRosterInstance *instance = roll_instance (seed, size);
      g_autoptr (Judge) judge = judge_new (instance);
      g_autoptr (Solved) s = NULL;
      Verdict best;

      if (!judge_find_best (judge, FEWEST_TRIED, MOST_TRIED, &best))
        {
          stafet_roster_instance_free (instance);
          continue;
        }
      tried++;
      g_test_message ("seed %u", (guint) seed);
      s = solve (instance, 0);
      assert_all (s);
      g_assert_cmpint (s->bound, <=, best.coverage);
      g_assert_cmpint (s->verdict.coverage, ==, best.coverage);
      g_assert_cmpint (s->verdict.changes, ==, best.changes);
      g_assert_cmpint (s->verdict.preference, >=, best.preference);
      exact += s->verdict.preference == best.preference;
      gap += s->verdict.preference - best.preference;
      total += ABS (best.preference);
    }
  g_test_message ("%u of %u are as people like them best; in all %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT
                  " points too many",
                  exact, tried, gap, total);
  g_assert_cmpint (gap * 100, <=, total);
  g_assert_cmpuint (exact * 100, >=, tried * 95);
}

static void
test_best_week (void)
{
  hold_to_best (100000, (Size){ 9, 6, 7, TRUE }, 400);
}

static void
test_best_month (void)
{
  hold_to_best (200000, (Size){ 12, 4, 33, TRUE }, 25);
}

/* ——— More time, and again ——— */

static void
give_time (StafetRosterInstance *instance, guint v)
{
  StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (instance, v);

  g_array_set_size (who->absences, 0);
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      StafetRosterWindow window = { weekday, 0, 2 * MINUTES, FALSE, STAFET_ROSTER_WEEKS_ALL };

      g_array_append_val (who->windows, window);
    }
}

static void
test_more_time (void)
{
  for (guint64 seed = 300000; seed < 300060; seed++)
    {
      Size size = { 25, 12, 10, TRUE };
      g_autoptr (Solved) before = solve (roll_instance (seed, size), FEW_ROUNDS);
      StafetRosterInstance *instance = roll_instance (seed, size);
      g_autoptr (Solved) after = NULL;

      give_time (instance, (guint) seed % instance->volunteers->len);
      after = solve (instance, FEW_ROUNDS);
      g_test_message ("seed %u", (guint) seed);
      assert_all (after);
      g_assert_cmpint (after->bound, <=, before->verdict.coverage);
      if (after->bound == after->verdict.coverage)
        g_assert_cmpint (after->verdict.coverage, <=, before->verdict.coverage);
    }
}

static void
test_again (void)
{
  for (guint64 seed = 400000; seed < 400030; seed++)
    {
      Size size = { 30, 20, seed % 10 == 0 ? 28 : 7, TRUE };
      g_autoptr (Solved) a = solve (roll_instance (seed, size), seed % 20 == 0 ? 0 : FEW_ROUNDS);
      g_autoptr (Solved) b = solve (roll_instance (seed, size), seed % 20 == 0 ? 0 : FEW_ROUNDS);

      g_assert_cmpmem (a->judge->on, (gsize) a->judge->n_shifts * a->judge->n_people, b->judge->on,
                       (gsize) b->judge->n_shifts * b->judge->n_people);
      g_assert_cmpint (a->bound, ==, b->bound);
    }
}

/* ——— Cancelled ——— */

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (300);
  g_cancellable_cancel (data);
  return NULL;
}

/* Before it begins, or at any time while it is under way. */
static void
cancel_one (guint64 seed, gboolean at_once)
{
  g_autoptr (StafetRosterInstance) instance = roll_instance (seed, (Size){ 40, 30, 35, TRUE });
  g_autoptr (StafetRosterOptions) options = stafet_roster_options_new (instance);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  StafetRosterWork work = { .cancellable = cancellable };
  g_autoptr (StafetRosterPlan) plan = NULL;
  g_autoptr (Judge) judge = judge_new (instance);
  GThread *thread = NULL;
  gint64 bound = 0;
  Solved s = { instance, options, NULL, judge };

  if (at_once)
    g_cancellable_cancel (cancellable);
  else
    thread = g_thread_new ("cancel", cancel_soon, cancellable);
  plan = s.plan = stafet_roster_solve (options, &work, &bound);
  if (thread != NULL)
    g_thread_join (thread);
  s.bound = bound;
  judge_take (judge, plan);
  s.verdict = judge_say (judge);
  assert_all (&s);
}

static void
test_cancelled (void)
{
  for (guint64 seed = 500000; seed < 500040; seed++)
    cancel_one (seed, seed % 4 == 0);
}

/* ——— One who regrets ——— */

/* The plan of @before is published, and @v is away. */
static StafetRosterInstance *
regret (const Solved *before, guint64 seed, Size size, guint v)
{
  StafetRosterInstance *instance = roll_instance (seed, size);
  StafetRosterAbsence away = { instance->first, instance->first + instance->days - 1 };

  g_array_set_size (instance->published, 0);
  for (guint s = 0; s < before->judge->n_shifts; s++)
    for (guint u = 0; u < before->judge->n_people; u++)
      if (before->judge->on[PAIR (before->judge, s, u)])
        {
          StafetRosterPair pair = { s, u };

          g_array_append_val (instance->published, pair);
        }
  g_array_append_val (STAFET_ROSTER_VOLUNTEER (instance, v)->absences, away);
  stafet_roster_instance_finish (instance);
  return instance;
}

static guint
busiest (const Solved *s)
{
  guint most = 0;

  for (guint v = 1; v < s->judge->n_people; v++)
    if (s->plan->shifts[v]->len > s->plan->shifts[most]->len)
      most = v;
  return most;
}

/* What is left of what was published is a plan, and so is that with its holes filled where somebody is free:
 * the proposal is no worse than either, and changes no more where it fills no more. */
static void
assert_few_changes (const Solved *s)
{
  Judge *j = s->judge;
  gint64 impossible = 0;
  Verdict left, filled;

  for (gsize pair = 0; pair < (gsize) j->n_shifts * j->n_people; pair++)
    {
      j->on[pair] = j->is_locked[pair] || (j->is_published[pair] && j->may[pair]);
      impossible += j->is_published[pair] && !j->on[pair];
    }
  left = judge_say (j);
  g_assert_cmpuint (left.faults, ==, 0);
  filled = fill_simply (j);
  g_assert_cmpint (filled.changes, ==, impossible);
  g_assert_cmpint (s->verdict.changes, >=, impossible);
  g_assert_cmpint (s->verdict.coverage, <=, filled.coverage);
  if (s->bound == filled.coverage)
    g_assert_cmpint (s->verdict.changes, ==, impossible);
}

static void
test_regret (void)
{
  guint tiny = 0;

  for (guint64 seed = 600000; seed < 600160; seed++)
    {
      Size size = seed % 4 == 0 ? (Size){ 40, 30, 7, TRUE } : (Size){ 8, 6, 7, TRUE };
      g_autoptr (Solved) before = solve (roll_instance (seed, size), FEW_ROUNDS);
      g_autoptr (Solved) after = solve (regret (before, seed, size, busiest (before)), FEW_ROUNDS);
      Verdict best;

      g_test_message ("seed %u", (guint) seed);
      assert_all (after);
      assert_few_changes (after);
      if (!judge_find_best (after->judge, 1, MOST_TRIED, &best))
        continue;
      tiny++;
      g_assert_cmpint (after->verdict.coverage, ==, best.coverage);
      g_assert_cmpint (after->verdict.changes, ==, best.changes);
    }
  g_test_message ("%u were small enough to try every plan", tiny);
  g_assert_cmpuint (tiny, >=, 50);
}

/* ——— What nobody would think of ——— */

static void
assert_solves (StafetRosterInstance *instance)
{
  g_autoptr (Solved) s = NULL;

  stafet_roster_instance_finish (instance);
  s = solve (instance, FEW_ROUNDS);
  assert_all (s);
}

static void
test_nothing (void)
{
  StafetRosterInstance *instance = stafet_roster_instance_new ();

  instance->days = 1;
  assert_solves (instance);
  instance = roll_instance (1, (Size){ 10, 10, 7, FALSE });
  g_array_set_size (instance->shifts, 0);
  assert_solves (instance);
  instance = roll_instance (2, (Size){ 10, 10, 7, FALSE });
  g_array_set_size (instance->volunteers, 0);
  assert_solves (instance);
}

/* Everybody on everything, whatever that breaks. */
static void
test_all_locked (void)
{
  StafetRosterInstance *instance = roll_instance (3, (Size){ 20, 20, 7, FALSE });

  for (guint s = 0; s < instance->shifts->len; s++)
    for (guint v = 0; v < instance->volunteers->len; v++)
      {
        StafetRosterPair pair = { s, v };

        g_array_append_val (instance->locked, pair);
        g_array_append_val (instance->locked, pair);
        g_array_append_val (instance->published, pair);
      }
  assert_solves (instance);
}

/* Many wanted, many a day, partners of themselves, each named twice, on the far side of the earth, and one
 * who wishes for more than there is. */
static void
test_too_much (void)
{
  for (guint64 seed = 700000; seed < 700030; seed++)
    {
      StafetRosterInstance *instance = roll_instance (seed, (Size){ 12, 12, 5, TRUE });

      for (guint s = 0; s < instance->shifts->len; s++)
        STAFET_ROSTER_SHIFT (instance, s)->wanted = 100;
      for (guint v = 0; v < instance->volunteers->len; v++)
        {
          StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (instance, v);

          give_time (instance, v);
          who->per_day = 5;
          who->per_week = 100000;
          who->x = v % 2 == 0 ? 100000000 : -100000000;
          who->radius = v % 3 == 0 ? 0 : 100000000;
          who->wished = v % 2 == 0 ? 100000 : 0;
          who->recent_load = v % 3 == 0 ? 100000 : 0;
          who->recent_unpopular = v % 2 == 0 ? 100000 : 0;
          add_number (who->partners, (int) v);
          add_number (who->partners, 0);
          add_number (who->partners, 0);
          if (who->houses->len > 0)
            add_number (who->houses, (int) NUMBER (who->houses, 0));
        }
      assert_solves (instance);
    }
}

/* More than a year: weeks, months and the years of both. */
static void
test_long (void)
{
  for (guint64 seed = 800000; seed < 800004; seed++)
    {
      StafetRosterInstance *instance = roll_instance (seed, (Size){ 120, 10, 400, TRUE });

      assert_solves (instance);
    }
}

/* ——— What the flow and the moves can ——— */

static void
add_shift (StafetRosterInstance *instance, gint32 day, gint32 from, gint32 to, gint32 priority, guint series)
{
  StafetRosterShift shift = { .id = g_strdup_printf ("s%u", instance->shifts->len),
                              .series = series,
                              .skill = STAFET_ROSTER_NONE,
                              .start = day * MINUTES + from,
                              .end = day * MINUTES + to,
                              .wanted = 1,
                              .priority = priority };

  g_array_append_val (instance->shifts, shift);
}

/* One person who can come at any time, and a house. From Monday 30 November on, so that the first week lies
 * in two months. */
static StafetRosterInstance *
one_person (gint32 days)
{
  StafetRosterInstance *instance = stafet_roster_instance_new ();
  StafetRosterHouse house = { g_strdup ("h"), 0, 0 };
  StafetRosterVolunteer who;
  guint home = 0;

  stafet_roster_volunteer_init (&who, "v");
  g_array_append_val (who.houses, home);
  g_array_append_val (instance->houses, house);
  g_array_append_val (instance->volunteers, who);
  instance->first = stafet_date_new (2026, 11, 30) - stafet_date_new (1970, 1, 1);
  instance->days = days;
  give_time (instance, 0);
  return instance;
}

/* One shift a week is hers, though the week's two lie in two months: the flow knows, and no tree is needed.
 */
static void
test_week_in_two_months (void)
{
  g_autoptr (StafetRosterInstance) instance = one_person (14);
  g_autofree gint32 *costs = g_new0 (gint32, 3);
  g_autoptr (StafetRosterOptions) options = NULL;
  g_autoptr (StafetRosterFlow) flow = NULL;

  add_shift (instance, instance->first, 600, 720, 3, 0);
  add_shift (instance, instance->first + 1, 600, 720, 1, 0);
  add_shift (instance, instance->first + 8, 600, 720, 1, 0);
  STAFET_ROSTER_VOLUNTEER (instance, 0)->per_week = 1;
  stafet_roster_instance_finish (instance);
  options = stafet_roster_options_new (instance);
  flow = stafet_roster_flow_new (options);
  g_assert_true (stafet_roster_flow_solve (flow, costs, NULL));
  g_assert_cmpint (stafet_roster_flow_cost (flow).coverage, ==, 2);
}

/* The long one weighs as much as both short ones, of which she is a known face. */
static void
test_long_for_two_short (void)
{
  g_autoptr (StafetRosterInstance) instance = one_person (7);
  g_autoptr (StafetRosterOptions) options = NULL;
  g_autoptr (StafetRosterPlan) plan = NULL;

  add_shift (instance, instance->first, 540, 900, 2, 0);
  add_shift (instance, instance->first, 540, 660, 1, 1);
  add_shift (instance, instance->first, 720, 840, 1, 1);
  STAFET_ROSTER_VOLUNTEER (instance, 0)->per_day = 2;
  STAFET_ROSTER_VOLUNTEER (instance, 0)->wished = 100000;
  add_number (STAFET_ROSTER_VOLUNTEER (instance, 0)->regular_on, 1);
  stafet_roster_instance_finish (instance);
  options = stafet_roster_options_new (instance);
  plan = stafet_roster_plan_new (options);
  stafet_roster_plan_add (plan, stafet_roster_plan_option (plan, 0, 0));
  g_assert_cmpint (plan->cost.coverage, ==, 4);
  g_assert_cmpint (plan->cost.preference, ==, 25);
  stafet_roster_anneal (plan, 1000, 1, 1, NULL);
  g_assert_cmpint (plan->cost.coverage, ==, 4);
  g_assert_cmpint (plan->cost.preference, ==, 20);
  g_assert_cmpuint (plan->on[0]->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roster/rules", test_rules);
  g_test_add_func ("/roster/best-week", test_best_week);
  g_test_add_func ("/roster/best-month", test_best_month);
  g_test_add_func ("/roster/more-time", test_more_time);
  g_test_add_func ("/roster/again", test_again);
  g_test_add_func ("/roster/cancelled", test_cancelled);
  g_test_add_func ("/roster/regret", test_regret);
  g_test_add_func ("/roster/nothing", test_nothing);
  g_test_add_func ("/roster/all-locked", test_all_locked);
  g_test_add_func ("/roster/too-much", test_too_much);
  g_test_add_func ("/roster/long", test_long);
  g_test_add_func ("/roster/week-in-two-months-is-one", test_week_in_two_months);
  g_test_add_func ("/roster/one-long-for-two-short", test_long_for_two_short);
  return g_test_run ();
}
