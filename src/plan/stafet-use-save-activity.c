/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole activity, its shifts and its stops, saved as one change.
 */
#include "core/stafet-error.h"
#include "schedule/stafet-expand.h"
#include "schedule/stafet-loans.h"
#include "stafet-use-loan.h"

#include <string.h>

typedef struct
{
  char *uid; /* nullable */
  gboolean removed;
  char **pairs;
} Part;

typedef struct
{
  char *activity; /* nullable */
  StafetScope scope;
  StafetDate date;
  char **pairs;
  GArray *shifts, *stops; /* Part */
  GArray *left_out;       /* nullable: StafetDate */
  char **loan;            /* nullable */
  gboolean anyway;
} Arguments;

/* What is under way: the activity as the scratch plan has it. */
typedef struct
{
  const Arguments *a;
  StafetPlan *scratch;
  StafetChangeset *changeset;
  StafetUid activity;
  GHashTable *stops; /* uids of the stops that are to be saved → uids of those that stand for them now */
} Saving;

static void
part_clear (gpointer data)
{
  Part *part = data;

  g_free (part->uid);
  g_strfreev (part->pairs);
}

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->activity);
  g_strfreev (a->pairs);
  g_array_unref (a->shifts);
  g_array_unref (a->stops);
  g_clear_pointer (&a->left_out, g_array_unref);
  g_strfreev (a->loan);
  g_free (a);
}

static GArray *
copy_parts (const StafetActivityPart *parts, guint n)
{
  GArray *copies = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (copies, part_clear);
  for (guint i = 0; i < n; i++)
    {
      Part part = { g_strdup (parts[i].uid), parts[i].removed, g_strdupv ((char **) parts[i].pairs) };

      g_array_append_val (copies, part);
    }
  return copies;
}

/* Evaluates one edit, which is freed. */
static gboolean
try_edit (Saving *saving, StafetEdit *edit, StafetUid *created, GError **error)
{
  g_autoptr (StafetEdit) owned = edit;

  return stafet_plan_try (saving->scratch, owned, saving->changeset, created, error);
}

/* ——— The activity ——— */

static StafetEdit *
activity_edit (const Saving *saving)
{
  const Arguments *a = saving->a;
  const char *const *pairs = (const char *const *) a->pairs;

  if (a->activity == NULL)
    return a->anyway ? stafet_use_add_anyway (STAFET_KIND_ACTIVITY, pairs)
                     : stafet_use_add (STAFET_KIND_ACTIVITY, pairs);
  if (a->scope == STAFET_SCOPE_THIS)
    return stafet_use_edit_on (a->activity, a->date, pairs, a->anyway);
  return a->anyway ? stafet_use_edit_anyway (STAFET_KIND_ACTIVITY, saving->activity, pairs)
                   : stafet_use_edit (STAFET_KIND_ACTIVITY, saving->activity, pairs);
}

/* From the date on another activity stands for it, which is not changed yet. */
static gboolean
divide (Saving *saving, GError **error)
{
  const Arguments *a = saving->a;

  return try_edit (saving, stafet_use_edit_following (a->activity, a->date, (const char *[]){ NULL }, FALSE),
                   &saving->activity, error);
}

static gboolean
save_activity (Saving *saving, GError **error)
{
  const Arguments *a = saving->a;

  if (a->activity != NULL && a->pairs[0] == NULL)
    return TRUE;
  return try_edit (saving, activity_edit (saving), a->activity == NULL ? &saving->activity : NULL, error);
}

/* ——— Its parts ——— */

/* The part that took over from @uid when the activity was divided; @uid itself when it was not. */
static StafetRecord *
current_shift (const Saving *saving, const char *uid)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (saving->scratch);
  const GPtrArray *shifts =
    stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, saving->activity);
  StafetUid old = stafet_uid_intern (uid);

  for (guint i = 0; i < shifts->len; i++)
    {
      StafetShift *shift = g_ptr_array_index (shifts, i);

      if (shift->parent.uid == old || shift->split_from == old)
        return &shift->parent;
    }
  return NULL;
}

/* Whether @copy is what dividing the activity made of @stop. */
static gboolean
is_copy (const StafetStop *copy, const StafetStop *stop)
{
  for (const StafetField *field = STAFET_RECORD_INFO (copy)->fields; field->name != NULL; field++)
    if (strcmp (field->name, "activity") != 0 && !stafet_record_same_value (copy, stop, field))
      return FALSE;
  return TRUE;
}

/* The stop itself where the activity was not divided, else a copy of it that stands for no other; or NULL. */
static StafetUid
find_stop (const Saving *saving, const StafetStop *stop, GHashTable *taken)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (saving->scratch);
  const GPtrArray *stops = stafet_snapshot_index (snapshot, STAFET_INDEX_STOP_BY_ACTIVITY, saving->activity);

  if (stop->activity == saving->activity)
    return stop->parent.uid;
  for (guint i = 0; i < stops->len; i++)
    {
      const StafetStop *copy = g_ptr_array_index (stops, i);

      if (is_copy (copy, stop) && g_hash_table_add (taken, (gpointer) copy->parent.uid))
        return copy->parent.uid;
    }
  return NULL;
}

/* Stops do not remember where they came from: they are told apart before any of them is changed. */
static void
find_stops (Saving *saving)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (saving->scratch);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < saving->a->stops->len; i++)
    {
      const char *uid = g_array_index (saving->a->stops, Part, i).uid;
      const StafetStop *stop = uid != NULL ? stafet_snapshot_lookup (snapshot, STAFET_KIND_STOP, uid) : NULL;

      if (stop != NULL)
        g_hash_table_insert (saving->stops, (gpointer) stop->parent.uid,
                             (gpointer) find_stop (saving, stop, taken));
    }
}

static StafetRecord *
current_stop (const Saving *saving, const char *uid)
{
  return stafet_snapshot_get (stafet_plan_get_snapshot (saving->scratch), STAFET_KIND_STOP,
                              g_hash_table_lookup (saving->stops, stafet_uid_intern (uid)));
}

static StafetEdit *
new_part_edit (const Saving *saving, StafetKind kind, const Part *part)
{
  g_autofree char *owner = g_strconcat ("activity=", saving->activity, NULL);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();

  g_ptr_array_add (pairs, owner);
  for (char **pair = part->pairs; *pair != NULL; pair++)
    g_ptr_array_add (pairs, *pair);
  g_ptr_array_add (pairs, NULL);
  return saving->a->anyway ? stafet_use_add_anyway (kind, (const char *const *) pairs->pdata)
                           : stafet_use_add (kind, (const char *const *) pairs->pdata);
}

static gboolean
refuse (const char *sentence, GError **error)
{
  g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE, sentence);
  return FALSE;
}

static gboolean
add_part (Saving *saving, StafetKind kind, const Part *part, GError **error)
{
  if (part->removed)
    return TRUE;
  if (saving->a->scope == STAFET_SCOPE_THIS)
    return refuse (_ ("A single date has the roles of its series. Add a role from this date on, or "
                      "to all dates."),
                   error);
  return try_edit (saving, new_part_edit (saving, kind, part), NULL, error);
}

/* The edit of a part that is there, or NULL when a single date cannot have it. */
static StafetEdit *
part_edit (const Saving *saving, StafetRecord *record, const Part *part)
{
  const Arguments *a = saving->a;
  StafetKind kind = STAFET_RECORD_KIND (record);
  const char *const *pairs = (const char *const *) part->pairs;

  if (a->scope == STAFET_SCOPE_THIS)
    return kind == STAFET_KIND_SHIFT && !part->removed
             ? stafet_use_edit_on (record->uid, a->date, pairs, a->anyway)
             : NULL;
  if (part->removed)
    return stafet_use_remove (kind, record->uid);
  return a->anyway ? stafet_use_edit_anyway (kind, record->uid, pairs)
                   : stafet_use_edit (kind, record->uid, pairs);
}

static gboolean
save_part (Saving *saving, StafetKind kind, const Part *part, GError **error)
{
  StafetRecord *record;
  StafetEdit *edit;

  if (part->uid == NULL)
    return add_part (saving, kind, part, error);
  record = kind == STAFET_KIND_SHIFT ? current_shift (saving, part->uid) : current_stop (saving, part->uid);
  if (record == NULL)
    return refuse (_ ("What was to be changed is gone. Open the activity again."), error);
  if (!part->removed && part->pairs[0] == NULL)
    return TRUE;
  edit = part_edit (saving, record, part);
  if (edit == NULL)
    return refuse (_ ("A single date has the roles and wards of its series. Let nobody be wanted on "
                      "the role that date, or change it from this date on."),
                   error);
  return try_edit (saving, edit, NULL, error);
}

static gboolean
save_parts (Saving *saving, StafetKind kind, const GArray *parts, GError **error)
{
  for (guint i = 0; i < parts->len; i++)
    if (!save_part (saving, kind, &g_array_index (parts, Part, i), error))
      return FALSE;
  return TRUE;
}

/* ——— The loan that it is ——— */

static StafetEdit *
new_loan_edit (const Saving *saving)
{
  const Part part = { .pairs = saving->a->loan };

  return new_part_edit (saving, STAFET_KIND_LOAN, &part);
}

/* Who borrows, and for what, is the same on all dates. */
static gboolean
save_loan (Saving *saving, GError **error)
{
  const StafetLoan *loan = stafet_loan_of (stafet_plan_get_snapshot (saving->scratch), saving->activity);

  if (saving->a->loan == NULL)
    return TRUE;
  if (loan == NULL)
    return try_edit (saving, new_loan_edit (saving), NULL, error);
  if (saving->a->loan[0] == NULL)
    return TRUE;
  return try_edit (
    saving, stafet_use_edit (STAFET_KIND_LOAN, loan->parent.uid, (const char *const *) saving->a->loan), NULL,
    error);
}

/* ——— Dates that are left out ——— */

/* It may be one before those that are changed, or be cancelled already, for a reason of its own. */
static gboolean
is_held (const Saving *saving, const StafetActivity *activity, StafetDate date)
{
  const StafetException *exception = stafet_snapshot_exception (
    stafet_plan_get_snapshot (saving->scratch), activity->parent.uid, STAFET_KIND_ACTIVITY, date);

  return stafet_expand_next (&activity->timing, date) == date
         && (exception == NULL || exception->status != STAFET_EXCEPTION_CANCELLED);
}

static gboolean
leave_out (Saving *saving, GError **error)
{
  const GArray *dates = saving->a->left_out;
  const StafetActivity *activity =
    stafet_snapshot_get (stafet_plan_get_snapshot (saving->scratch), STAFET_KIND_ACTIVITY, saving->activity);

  for (guint i = 0; dates != NULL && i < dates->len; i++)
    {
      StafetDate date = g_array_index (dates, StafetDate, i);

      if (is_held (saving, activity, date)
          && !try_edit (
            saving,
            stafet_use_cancel (saving->activity, date, STAFET_DATE_NONE, stafet_use_left_out_reason ()), NULL,
            error))
        return FALSE;
    }
  return TRUE;
}

/* ——— The use case ——— */

static gboolean
save_in_order (StafetPlan *plan, const Arguments *a, gboolean shifts_first, StafetChangeset *changeset,
               GError **error)
{
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  g_autoptr (GHashTable) stops = g_hash_table_new (g_direct_hash, g_direct_equal);
  Saving saving = { a, scratch, changeset, NULL, stops };

  if (a->activity != NULL)
    saving.activity = stafet_uid_intern (a->activity);
  if (a->scope == STAFET_SCOPE_FOLLOWING && !divide (&saving, error))
    return FALSE;
  find_stops (&saving);
  if ((!shifts_first && !save_activity (&saving, error))
      || !save_parts (&saving, STAFET_KIND_SHIFT, a->shifts, error)
      || (shifts_first && !save_activity (&saving, error))
      || !save_parts (&saving, STAFET_KIND_STOP, a->stops, error) || !save_loan (&saving, error)
      || !leave_out (&saving, error))
    return FALSE;
  changeset->created = saving.activity;
  stafet_plan_take_warnings (plan, scratch);
  return TRUE;
}

/* What is refused halfway may be well once all is in place: an activity made shorter, with a shift that
 * begins late made to begin sooner. */
static gboolean
is_of_order (const GError *error)
{
  return g_error_matches (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_ORDER)
         || g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH);
}

static gboolean
save_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  g_autoptr (StafetChangeset) saved = stafet_changeset_new (changeset->kind);
  g_autoptr (GError) refusal = NULL;

  if (!save_in_order (plan, a, FALSE, saved, &refusal))
    {
      g_clear_pointer (&saved, stafet_changeset_unref);
      saved = stafet_changeset_new (changeset->kind);
      if (a->activity == NULL || !is_of_order (refusal) || !save_in_order (plan, a, TRUE, saved, NULL))
        {
          g_propagate_error (error, g_steal_pointer (&refusal));
          return FALSE;
        }
    }
  stafet_changeset_set_label (changeset, "%s", saved->label);
  stafet_changeset_merge (changeset, saved);
  changeset->created = saved->created;
  return TRUE;
}

StafetEdit *
stafet_use_save_activity (const StafetActivityDraft *draft)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->activity = g_strdup (draft->activity);
  a->scope = draft->activity != NULL ? draft->scope : STAFET_SCOPE_ALL;
  a->date = draft->date;
  a->pairs = g_strdupv ((char **) draft->pairs);
  a->shifts = copy_parts (draft->shifts, draft->n_shifts);
  a->stops = copy_parts (draft->stops, draft->n_stops);
  a->loan = g_strdupv ((char **) draft->loan);
  a->left_out = draft->left_out != NULL ? g_array_copy ((GArray *) draft->left_out) : NULL;
  a->anyway = draft->anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, save_func, a, arguments_free);
}
