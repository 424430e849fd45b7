/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole activity, its shifts and its stops, saved as one change.
 */
#include "stafet-use-private.h"

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
  gboolean anyway;
} Arguments;

/* What is under way: the activity as the scratch plan has it. */
typedef struct
{
  const Arguments *a;
  StafetPlan *scratch;
  StafetChangeset *changeset;
  StafetUid activity;
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
activity_edit (const Arguments *a)
{
  const char *const *pairs = (const char *const *) a->pairs;

  if (a->activity == NULL)
    return a->anyway ? stafet_use_add_anyway (STAFET_KIND_ACTIVITY, pairs)
                     : stafet_use_add (STAFET_KIND_ACTIVITY, pairs);
  switch (a->scope)
    {
    case STAFET_SCOPE_THIS:
      return stafet_use_edit_on (a->activity, a->date, pairs, a->anyway);
    case STAFET_SCOPE_FOLLOWING:
      return stafet_use_edit_following (a->activity, a->date, pairs, a->anyway);
    default:
      return a->anyway ? stafet_use_edit_anyway (STAFET_KIND_ACTIVITY, a->activity, pairs)
                       : stafet_use_edit (STAFET_KIND_ACTIVITY, a->activity, pairs);
    }
}

static gboolean
save_activity (Saving *saving, GError **error)
{
  const Arguments *a = saving->a;
  StafetUid created = NULL;

  /* One date without changes of its own needs no record that says so. */
  if (a->scope == STAFET_SCOPE_THIS && a->pairs[0] == NULL)
    created = stafet_uid_intern (a->activity);
  else if (!try_edit (saving, activity_edit (a), &created, error))
    return FALSE;
  saving->activity =
    a->activity != NULL && a->scope != STAFET_SCOPE_FOLLOWING ? stafet_uid_intern (a->activity) : created;
  return TRUE;
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

static gboolean
same_stop (const StafetStop *a, const StafetStop *b)
{
  return a->ward == b->ward && a->from_minute == b->from_minute && a->to_minute == b->to_minute;
}

/* Stops do not remember where they came from: the copy is the one at the same ward and time. */
static StafetRecord *
current_stop (const Saving *saving, const char *uid)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (saving->scratch);
  const StafetStop *old = stafet_snapshot_lookup (snapshot, STAFET_KIND_STOP, uid);
  const GPtrArray *stops = stafet_snapshot_index (snapshot, STAFET_INDEX_STOP_BY_ACTIVITY, saving->activity);

  for (guint i = 0; old != NULL && i < stops->len; i++)
    if (same_stop (g_ptr_array_index (stops, i), old))
      return g_ptr_array_index (stops, i);
  return NULL;
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
  return stafet_use_add (kind, (const char *const *) pairs->pdata);
}

static gboolean
refuse_on_date (const char *sentence, GError **error)
{
  g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE, sentence);
  return FALSE;
}

static gboolean
save_part (Saving *saving, StafetKind kind, const Part *part, GError **error)
{
  const char *const *pairs = (const char *const *) part->pairs;
  StafetRecord *record;

  if (part->uid == NULL)
    {
      if (saving->a->scope == STAFET_SCOPE_THIS && saving->a->activity != NULL)
        return refuse_on_date (
          _ ("A single date has the roles of its series. Add a role from this date on, or "
             "to all dates."),
          error);
      return try_edit (saving, new_part_edit (saving, kind, part), NULL, error);
    }
  record = kind == STAFET_KIND_SHIFT ? current_shift (saving, part->uid) : current_stop (saving, part->uid);
  if (record == NULL)
    return refuse_on_date (_ ("What was to be changed is gone. Open the activity again."), error);
  if (saving->a->scope == STAFET_SCOPE_THIS && kind == STAFET_KIND_SHIFT && !part->removed)
    return pairs[0] == NULL
           || try_edit (saving, stafet_use_edit_on (record->uid, saving->a->date, pairs, saving->a->anyway),
                        NULL, error);
  if (saving->a->scope == STAFET_SCOPE_THIS)
    return refuse_on_date (_ ("A single date has the roles and wards of its series. Let nobody be wanted on "
                              "the role that date, or change it from this date on."),
                           error);
  if (part->removed)
    return try_edit (saving, stafet_use_remove (kind, record->uid), NULL, error);
  return pairs[0] == NULL || try_edit (saving, stafet_use_edit (kind, record->uid, pairs), NULL, error);
}

static gboolean
save_parts (Saving *saving, StafetKind kind, const GArray *parts, GError **error)
{
  for (guint i = 0; i < parts->len; i++)
    if (!save_part (saving, kind, &g_array_index (parts, Part, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
save_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  Saving saving = { a, scratch, changeset, NULL };

  if (!save_activity (&saving, error) || !save_parts (&saving, STAFET_KIND_SHIFT, a->shifts, error)
      || !save_parts (&saving, STAFET_KIND_STOP, a->stops, error))
    return FALSE;
  changeset->created = saving.activity;
  stafet_plan_take_warnings (plan, scratch);
  return TRUE;
}

StafetEdit *
stafet_use_save_activity (const StafetActivityDraft *draft)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->activity = g_strdup (draft->activity);
  a->scope = draft->scope;
  a->date = draft->date;
  a->pairs = g_strdupv ((char **) draft->pairs);
  a->shifts = copy_parts (draft->shifts, draft->n_shifts);
  a->stops = copy_parts (draft->stops, draft->n_stops);
  a->anyway = draft->anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, save_func, a, arguments_free);
}
