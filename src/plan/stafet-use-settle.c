/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Settles how what goes every other week goes on: by the numbers of the weeks, or by counting.
 *
 * A series is divided only when the dates that have been would not be the same written the new way. What is
 * known of single dates stays on its date.
 */
#include "schedule/stafet-alternate.h"
#include "schedule/stafet-expand.h"
#include "stafet-use-clash.h"

#include <string.h>

/* So many days after it is settled are compared to see whether the whole series may be written anew. */
#define COMPARED_DAYS 800

typedef struct
{
  char *reference;
  StafetAlternateWay way;
  StafetDate from;
  gboolean anyway;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->reference);
  g_free (a);
}

/* What is under way. */
typedef struct
{
  const Arguments *a;
  StafetPlan *scratch;
  StafetChangeset *changeset;
} Settling;

/* Evaluates one edit, which is freed. */
static gboolean
try_edit (Settling *s, StafetEdit *edit, StafetUid *created, GError **error)
{
  g_autoptr (StafetEdit) owned = edit;

  return stafet_plan_try (s->scratch, owned, s->changeset, created, error);
}

static gboolean
refuse (const char *name, GError **error)
{
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("“%s” does not go every other week: there is nothing to settle."), name);
  return FALSE;
}

static gboolean
refuse_no_date (StafetRecord *series, const Arguments *a, GError **error)
{
  g_autofree char *day = stafet_use_day (a->from);

  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_NO_DATE,
               _ ("“%s” has no date from %s on: there is nothing to settle. Look at its last date."),
               stafet_record_get_label (series), day);
  return FALSE;
}

static void
set_label (StafetChangeset *changeset, const char *name, const Arguments *a)
{
  static const char *const labels[] = { N_ ("%s goes on in odd weeks from %s"),
                                        N_ ("%s goes on in even weeks from %s"),
                                        N_ ("%s goes on every 14 days from %s") };
  g_autofree char *day = stafet_use_day (a->from);

  stafet_changeset_set_label (changeset, _ (labels[a->way]), name, day);
}

/* ——— Dates before and after ——— */

static gboolean
take_cb (StafetDate date, gpointer data)
{
  g_array_append_val ((GArray *) data, date);
  return TRUE;
}

static gboolean
same_dates (const StafetTiming *a, const StafetTiming *b, StafetDate from, StafetDate to)
{
  g_autoptr (GArray) of_a = g_array_new (FALSE, FALSE, sizeof (StafetDate));
  g_autoptr (GArray) of_b = g_array_new (FALSE, FALSE, sizeof (StafetDate));

  stafet_expand_timing (a, from, to, take_cb, of_a);
  stafet_expand_timing (b, from, to, take_cb, of_b);
  return of_a->len == of_b->len
         && (of_a->len == 0 || memcmp (of_a->data, of_b->data, of_a->len * sizeof (StafetDate)) == 0);
}

/* The whole series as it would be written. */
static StafetTiming
rewritten (const StafetTiming *timing, const StafetTiming *next)
{
  StafetTiming whole = *timing;

  whole.parsed.interval = next->parsed.interval;
  whole.parity = whole.filter.parity = next->parity;
  whole.first_date = stafet_expand_next (timing, timing->first_date);
  return whole;
}

/* ——— A series ——— */

/* "KEY=VALUE" that make a series begin on @first and go as @next says. (transfer full) */
static char **
pairs_of (const StafetTiming *timing, const StafetTiming *next, StafetDate first)
{
  g_autoptr (GStrvBuilder) pairs = g_strv_builder_new ();
  StafetWall start = stafet_wall_new (first, stafet_wall_minutes (timing->start));
  char from[STAFET_WALL_SIZE], to[STAFET_WALL_SIZE];
  g_autofree char *rule = stafet_rule_write (&next->parsed);
  g_autofree char *start_pair = g_strconcat ("start=", stafet_wall_write (start, from), NULL);
  g_autofree char *end_pair =
    g_strconcat ("end=", stafet_wall_write (start + (timing->end - timing->start), to), NULL);
  g_autofree char *rule_pair = g_strconcat ("rule=", rule, NULL);
  g_autofree char *parity_pair = g_strconcat (
    "parity=", next->parity == STAFET_PARITY_NONE ? "" : stafet_parity_values[next->parity].key, NULL);

  g_strv_builder_add_many (pairs, start_pair, end_pair, rule_pair, parity_pair, NULL);
  return g_strv_builder_end (pairs);
}

/* Every date of the series; only what differs is written. */
static gboolean
rewrite (Settling *s, StafetRecord *series, const StafetTiming *next, StafetDate first, StafetUid *made,
         GError **error)
{
  g_auto (GStrv) pairs = pairs_of (stafet_use_timing (series), next, first);
  const char *const *keys = (const char *const *) pairs;
  StafetKind kind = STAFET_RECORD_KIND (series);

  *made = series->uid;
  return try_edit (s,
                   s->a->anyway ? stafet_use_edit_anyway (kind, series->uid, keys)
                                : stafet_use_edit (kind, series->uid, keys),
                   NULL, error);
}

/* The old dates end before the first that it would have had; the new ones begin on @first. */
static gboolean
divide (Settling *s, StafetRecord *series, const StafetTiming *next, StafetDate first, StafetUid *made,
        GError **error)
{
  StafetTiming *timing = stafet_use_timing (series);
  StafetDate at = stafet_expand_next (timing, s->a->from);
  g_auto (GStrv) pairs = pairs_of (timing, next, first);

  if (at == STAFET_DATE_NONE)
    return refuse_no_date (series, s->a, error);
  return try_edit (s, stafet_use_edit_following (series->uid, at, (const char *const *) pairs, s->a->anyway),
                   made, error);
}

/* ——— Its standing places ——— */

/* Who stood in all the weeks that the series went in stands in all that it goes in. */
typedef struct
{
  const StafetSnapshot *before;
  StafetUid series;
  StafetDate last;         /* a date of the weeks that the series went in */
  StafetDate first, begun; /* of the new dates, and of the old ones from then on */
  guint n;                 /* places that are not as they were */
} Carried;

static gboolean
stood_in_all (const StafetStanding *standing, StafetDate last)
{
  StafetAlternateWay way;

  return stafet_alternate_standing_way (standing, &way) && stafet_alternate_standing_goes_in (standing, last);
}

/* What dividing the series made of a place that had begun. */
static gboolean
is_branch (const Carried *carried, const StafetStanding *standing)
{
  return stafet_snapshot_get (carried->before, STAFET_KIND_STANDING, standing->parent.uid) == NULL
         && standing->from < carried->begun + 14;
}

static void
carry (Carried *carried, StafetStanding *standing, StafetChangeset *changeset)
{
  g_autoptr (StafetRecord) record = stafet_record_copy (standing);
  StafetStanding *after = (StafetStanding *) record;
  g_autoptr (GVariant) differences = NULL;

  if (stood_in_all (standing, carried->last))
    {
      after->parity = STAFET_PARITY_NONE;
      after->every = 1;
    }
  /* Whoever had begun goes on from the first new date, also when that comes before the first old one. */
  if (is_branch (carried, standing) && after->every == 1)
    after->from = MIN (after->from, carried->first);
  differences = stafet_record_image (after, standing);
  if (g_variant_n_children (differences) == 0)
    return;
  stafet_changeset_update (changeset, standing, g_steal_pointer (&record));
  carried->n++;
}

static void
carry_all (Carried *carried, const StafetSnapshot *snapshot, StafetUid shift, StafetChangeset *changeset)
{
  const GPtrArray *standings = stafet_snapshot_index (snapshot, STAFET_INDEX_STANDING_BY_SHIFT, shift);

  for (guint i = 0; i < standings->len; i++)
    carry (carried, g_ptr_array_index (standings, i), changeset);
}

static gboolean
carry_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, G_GNUC_UNUSED GError **error)
{
  Carried *carried = data;
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  const GPtrArray *shifts = stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, carried->series);

  carry_all (carried, snapshot, carried->series, changeset);
  for (guint i = 0; i < shifts->len; i++)
    carry_all (carried, snapshot, ((StafetRecord *) g_ptr_array_index (shifts, i))->uid, changeset);
  return TRUE;
}

/* ——— The use case of a series ——— */

/* Who stands in weeks that are new to her may be elsewhere then. */
static gboolean
check_carried (Settling *s, StafetPlan *plan, StafetRecord *series, StafetUid made, GError **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  gboolean accepted;

  g_ptr_array_add (changed, (gpointer) series->uid);
  g_ptr_array_add (changed, (gpointer) made);
  return stafet_use_check_clash (plan, s->changeset, changed, s->a->from,
                                 s->a->from + STAFET_USE_HORIZON_DAYS, s->a->anyway, &accepted, error);
}

/* Writes the whole series anew, or from then on. */
static gboolean
write_series (Settling *s, StafetRecord *series, const StafetTiming *next, Carried *carried, GError **error)
{
  const StafetTiming *old = stafet_use_timing (series);
  StafetTiming whole = rewritten (old, next);
  StafetDate was_first = whole.first_date, from = s->a->from;

  if (was_first >= from)
    return rewrite (s, series, next, carried->first, &carried->series, error);
  if (same_dates (old, &whole, was_first, from - 1) && same_dates (&whole, next, from, from + COMPARED_DAYS))
    return rewrite (s, series, next, was_first, &carried->series, error);
  return divide (s, series, next, carried->first, &carried->series, error);
}

static gboolean
settle_series (Settling *s, StafetPlan *plan, StafetRecord *series, GError **error)
{
  const StafetTiming *old = stafet_use_timing (series);
  StafetTiming next;
  Carried carried = { .before = stafet_plan_get_snapshot (plan) };
  StafetAlternateWay stands;

  if (!stafet_alternate_timing_way (old, &stands))
    return refuse (stafet_record_get_label (series), error);
  carried.first = stafet_alternate_convert (old, s->a->way, s->a->from, &next);
  carried.begun = stafet_expand_next (old, s->a->from);
  if (carried.begun == STAFET_DATE_NONE && stands == STAFET_ALTERNATE_BOTH)
    carried.begun = carried.first;
  if (carried.first == STAFET_DATE_NONE || carried.begun == STAFET_DATE_NONE)
    return refuse_no_date (series, s->a, error);
  if (stands == s->a->way)
    return TRUE;
  carried.last = stafet_alternate_timing_last (old, s->a->from);
  if (carried.last == STAFET_DATE_NONE)
    carried.last = carried.begun;
  if (!write_series (s, series, &next, &carried, error))
    return FALSE;
  s->changeset->created = carried.series;
  if (!try_edit (s, stafet_edit_new (STAFET_CHANGESET_EDIT, carry_func, &carried, NULL), NULL, error))
    return FALSE;
  return carried.n == 0 || check_carried (s, plan, series, carried.series, error);
}

/* ——— The use case of a standing place ——— */

static gboolean
end_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, G_GNUC_UNUSED GError **error)
{
  const Arguments *a = data;
  StafetStanding *standing =
    stafet_snapshot_lookup (stafet_plan_get_snapshot (plan), STAFET_KIND_STANDING, a->reference);
  StafetStanding *after;

  if (standing->from != STAFET_DATE_NONE && standing->from >= a->from)
    {
      stafet_changeset_delete (changeset, standing);
      return TRUE;
    }
  after = stafet_record_copy (standing);
  after->to = a->from - 1;
  stafet_changeset_update (changeset, standing, after);
  return TRUE;
}

/* The first date on which the place can be held from then on. */
static StafetDate
goes_on (const StafetStanding *standing, const Arguments *a)
{
  StafetDate from = standing->from != STAFET_DATE_NONE ? MAX (standing->from, a->from) : a->from;
  StafetDate last = stafet_alternate_standing_last (standing, from);
  StafetDate monday = stafet_date_monday (from);

  if (a->way != STAFET_ALTERNATE_FORTNIGHT || last == STAFET_DATE_NONE || (monday - last) % 14 == 0)
    return from;
  return monday + 7;
}

static gboolean
settle_standing (Settling *s, const StafetStanding *standing, GError **error)
{
  const Arguments *a = s->a;
  g_autoptr (StafetRecord) held = g_object_ref ((StafetRecord *) standing); /* ending it replaces it */
  StafetDate from = goes_on (standing, a), to = standing->to;
  gboolean fortnight = a->way == STAFET_ALTERNATE_FORTNIGHT;

  if (!try_edit (s, stafet_edit_new (STAFET_CHANGESET_EDIT, end_func, (gpointer) a, NULL), NULL, error))
    return FALSE;
  if (to != STAFET_DATE_NONE && to < from)
    return TRUE;
  return try_edit (s,
                   stafet_use_carry_standing (standing->shift, standing, from, to,
                                              fortnight ? STAFET_PARITY_NONE : (int) a->way,
                                              fortnight ? 2 : 1, a->anyway),
                   NULL, error);
}

static gboolean
check_standing (const StafetSnapshot *snapshot, StafetStanding *standing, const Arguments *a,
                StafetAlternateWay *stands, GError **error)
{
  if (!stafet_alternate_standing_way (standing, stands))
    return refuse (stafet_use_label (snapshot, &standing->parent), error);
  if (standing->to == STAFET_DATE_NONE || standing->to >= a->from)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("The standing place of “%s” ends before that. Choose an earlier date."),
               stafet_use_label (snapshot, &standing->parent));
  return FALSE;
}

/* ——— Either ——— */

static gboolean
settle_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  Settling s = { a, scratch, changeset };
  StafetStanding *standing = stafet_snapshot_lookup (snapshot, STAFET_KIND_STANDING, a->reference);
  StafetRecord *series = NULL;
  StafetAlternateWay stands;

  if (standing != NULL)
    {
      set_label (changeset, stafet_use_label (snapshot, &standing->parent), a);
      if (!check_standing (snapshot, standing, a, &stands, error)
          || (stands != a->way && !settle_standing (&s, standing, error)))
        return FALSE;
    }
  else
    {
      series = stafet_reference_find_series (snapshot, a->reference, error);
      if (series == NULL)
        return FALSE;
      series = stafet_use_series (snapshot, series);
      set_label (changeset, stafet_record_get_label (series), a);
      if (!settle_series (&s, plan, series, error))
        return FALSE;
    }
  stafet_plan_take_warnings (plan, scratch);
  return TRUE;
}

StafetEdit *
stafet_use_settle (const char *reference, StafetAlternateWay way, StafetDate from, gboolean anyway)
{
  Arguments *a;

  g_return_val_if_fail (way <= STAFET_ALTERNATE_FORTNIGHT, NULL);
  a = g_new0 (Arguments, 1);
  a->reference = g_strdup (reference);
  a->way = way;
  a->from = from;
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, settle_func, a, arguments_free);
}
