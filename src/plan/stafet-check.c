/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at every record of the plan.
 */
#include "stafet-check.h"

#include "core/stafet-signup.h"
#include "core/stafet-text.h"
#include "stafet-use-private.h"

typedef struct
{
  const StafetSnapshot *snapshot;
  GPtrArray *faults;
} Check;

static void G_GNUC_PRINTF (3, 4) fault (const Check *check, StafetRecord *record, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (check->faults,
                   g_strdup_printf ("%s %s (%s): %s", _ (STAFET_RECORD_INFO (record)->title), record->uid,
                                    stafet_use_label (check->snapshot, record), what));
}

/* ——— Any record ——— */

static void
check_references (const Check *check, StafetRecord *record)
{
  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    {
      StafetUid uid = field->type == STAFET_FIELD_REF ? STAFET_FIELD_AT (StafetUid, record, field) : NULL;

      if (uid != NULL && stafet_snapshot_get (check->snapshot, field->target, uid) == NULL)
        fault (check, record, _ ("%s refers to %s, which is not there."), field->name, uid);
    }
}

static void
check_fields (const Check *check, StafetRecord *record)
{
  g_autoptr (StafetRecord) copy = stafet_record_copy (record);
  g_autoptr (GError) error = NULL;

  if (!stafet_record_validate (copy, &error))
    fault (check, record, "%s", error->message);
}

/* ——— Series and their dates ——— */

static void
check_series (const Check *check, StafetRecord *record)
{
  StafetTiming *timing = stafet_use_timing (record);

  if (timing == NULL || timing->start == STAFET_WALL_NONE)
    return;
  if (timing->rule[0] != '\0' && !timing->recurs)
    fault (check, record, _ ("its rule cannot be read."));
  else if (timing->last_date < timing->first_date)
    fault (check, record, _ ("it ends before it begins."));
  if (timing->recurs && (timing->parsed.count > 0 || timing->parsed.until != STAFET_WALL_NONE))
    fault (check, record, _ ("its rule holds a last date that belongs beside it."));
}

static void
check_exception (const Check *check, StafetException *exception)
{
  StafetKind kind = exception->activity != NULL ? STAFET_KIND_ACTIVITY : STAFET_KIND_SHIFT;
  StafetUid uid = exception->activity != NULL ? exception->activity : exception->shift;
  StafetRecord *series = stafet_snapshot_get (check->snapshot, kind, uid);
  g_autoptr (GVariant) image = stafet_image_read (exception->changes, NULL);
  g_autoptr (StafetRecord) record = series != NULL ? stafet_record_copy (series) : NULL;

  if (image == NULL || (record != NULL && !stafet_record_apply_image (record, image, NULL)))
    fault (check, &exception->parent, _ ("its changes cannot be read."));
  else if (record != NULL)
    check_references (check, record);
}

/* ——— Twice ——— */

/* What no two rows of a kind may have in common. (transfer full); NULL: any number. */
static char *
key_of (StafetRecord *record)
{
  switch (STAFET_RECORD_KIND (record))
    {
    case STAFET_KIND_EXCEPTION:
      {
        StafetException *e = (StafetException *) record;

        return g_strdup_printf ("%s/%s/%d", e->activity != NULL ? e->activity : "",
                                e->shift != NULL ? e->shift : "", e->date);
      }
    case STAFET_KIND_ASSIGNMENT:
      {
        StafetAssignment *a = (StafetAssignment *) record;

        return g_strdup_printf ("%s/%d/%s/%s/%s", a->shift, a->date, a->volunteer != NULL ? a->volunteer : "",
                                a->organiser != NULL ? a->organiser : "", a->guest);
      }
    case STAFET_KIND_ATTENDANCE:
      {
        StafetAttendance *a = (StafetAttendance *) record;

        return g_strdup_printf ("%s/%d/%s/%s/%s", a->shift, a->date, a->volunteer != NULL ? a->volunteer : "",
                                a->organiser != NULL ? a->organiser : "", a->guest);
      }
    case STAFET_KIND_SIGNUP:
      {
        StafetSignup *s = (StafetSignup *) record;
        g_autofree char *name = stafet_text_fold (s->name);

        return g_strdup_printf ("%s/%d/%s/%s", s->activity, s->date, name, s->phone);
      }
    case STAFET_KIND_TALLY:
      {
        StafetTally *t = (StafetTally *) record;

        return g_strdup_printf ("%s/%d", t->activity, t->date);
      }
    case STAFET_KIND_LOAN:
      return g_strdup (((StafetLoan *) record)->activity);
    default:
      return NULL;
    }
}

static void
check_unique (const Check *check, StafetKind kind)
{
  const GPtrArray *all = stafet_snapshot_all (check->snapshot, kind);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      char *key = key_of (g_ptr_array_index (all, i));

      if (key != NULL && !g_hash_table_add (seen, key))
        fault (check, g_ptr_array_index (all, i),
               kind == STAFET_KIND_EXCEPTION || kind == STAFET_KIND_TALLY
                 ? _ ("there are two for the same date.")
                 : _ ("there are two for the same person and date."));
    }
}

/* ——— All ——— */

static void
check_record (const Check *check, StafetRecord *record)
{
  check_references (check, record);
  check_fields (check, record);
  if (STAFET_RECORD_KIND (record) == STAFET_KIND_ACTIVITY || STAFET_RECORD_KIND (record) == STAFET_KIND_SHIFT)
    check_series (check, record);
  else if (STAFET_RECORD_KIND (record) == STAFET_KIND_EXCEPTION)
    check_exception (check, (StafetException *) record);
  else if (STAFET_RECORD_KIND (record) == STAFET_KIND_SIGNUP
           && ((StafetSignup *) record)->position == STAFET_INTEGER_NONE)
    fault (check, record, _ ("it has no place in the order."));
}

GPtrArray *
stafet_plan_check (StafetPlan *self)
{
  Check check = { stafet_plan_get_snapshot (self), g_ptr_array_new_with_free_func (g_free) };

  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    {
      const GPtrArray *all = stafet_snapshot_all (check.snapshot, (StafetKind) kind);

      for (guint i = 0; i < all->len; i++)
        check_record (&check, g_ptr_array_index (all, i));
      check_unique (&check, (StafetKind) kind);
    }
  return check.faults;
}
