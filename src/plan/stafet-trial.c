/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the steps of a trial, newest last.
 */
#include "stafet-trial.h"

#include "stafet-plan.h"

struct _StafetTrial
{
  StafetSnapshot *before; /* owned */
  gint64 head;            /* the number of the newest step taken or taken back */
  GPtrArray *steps;       /* StafetChangeset, owned: also those taken back, until something else is done */
  guint length;           /* those not taken back */
};

StafetTrial *
stafet_trial_new (StafetSnapshot *before, gint64 head)
{
  StafetTrial *self = g_new0 (StafetTrial, 1);

  self->before = stafet_snapshot_ref (before);
  self->head = head;
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_changeset_unref);
  return self;
}

void
stafet_trial_free (StafetTrial *self)
{
  g_ptr_array_unref (self->steps);
  stafet_snapshot_unref (self->before);
  g_free (self);
}

/* ——— Taking ——— */

static gboolean
check_triable (const StafetChangeset *changeset, GError **error)
{
  if (!stafet_changeset_forgets (changeset) && changeset->kind != STAFET_CHANGESET_SYSTEM
      && changeset->kind != STAFET_CHANGESET_MEMORY)
    return TRUE;
  g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                       _ ("That is for good and cannot be tried. End the trial first, and then do it."));
  return FALSE;
}

/* As a store does it on committing. What undo brings back is as it was, and so is its version. */
static void
number (StafetTrial *self, StafetChangeset *changeset, StafetInstant at)
{
  changeset->id = ++self->head;
  changeset->at = at;
  for (guint i = 0; changeset->kind != STAFET_CHANGESET_UNDO && i < stafet_changeset_length (changeset); i++)
    {
      StafetRecord *after = stafet_changeset_get (changeset, i)->after;

      if (after == NULL)
        continue;
      after->version = changeset->id;
      after->changed = at;
    }
}

gboolean
stafet_trial_take (StafetTrial *self, StafetChangeset *changeset, StafetInstant at, GError **error)
{
  if (!check_triable (changeset, error))
    return FALSE;
  number (self, changeset, at);
  if (changeset->kind == STAFET_CHANGESET_UNDO)
    self->length--;
  else if (changeset->kind == STAFET_CHANGESET_REDO)
    self->length++;
  else
    {
      g_ptr_array_set_size (self->steps, (int) self->length++);
      g_ptr_array_add (self->steps, stafet_changeset_ref (changeset));
    }
  return TRUE;
}

/* ——— Undo and redo ——— */

static gboolean
refuse_nothing (const char *text, GError **error)
{
  g_set_error_literal (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_NOTHING, text);
  return FALSE;
}

static void
put (StafetChangeset *changeset, StafetRecord *from, StafetRecord *to)
{
  if (from == NULL)
    stafet_changeset_insert (changeset, stafet_record_copy (to));
  else if (to == NULL)
    stafet_changeset_delete (changeset, from);
  else
    stafet_changeset_update (changeset, from, stafet_record_copy (to));
}

gboolean
stafet_trial_fill_undo (const StafetTrial *self, StafetChangeset *changeset, GError **error)
{
  const StafetChangeset *step;

  if (self->length == 0)
    return refuse_nothing (_ ("There is nothing of yours to undo."), error);
  step = g_ptr_array_index (self->steps, self->length - 1);
  stafet_changeset_set_label (changeset, "%s", step->label);
  for (guint i = stafet_changeset_length (step); i > 0; i--)
    {
      const StafetChange *change = stafet_changeset_get (step, i - 1);

      put (changeset, change->after, change->before);
    }
  return TRUE;
}

gboolean
stafet_trial_fill_redo (const StafetTrial *self, StafetChangeset *changeset, GError **error)
{
  const StafetChangeset *step;

  if (self->length == self->steps->len)
    return refuse_nothing (_ ("There is nothing of yours to redo."), error);
  step = g_ptr_array_index (self->steps, self->length);
  stafet_changeset_set_label (changeset, "%s", step->label);
  for (guint i = 0; i < stafet_changeset_length (step); i++)
    {
      const StafetChange *change = stafet_changeset_get (step, i);

      put (changeset, change->before, change->after);
    }
  return TRUE;
}

/* ——— What it comes to ——— */

StafetSnapshot *
stafet_trial_get_before (const StafetTrial *self)
{
  return self->before;
}

guint
stafet_trial_length (const StafetTrial *self)
{
  return self->length;
}

const char *
stafet_trial_get_label (const StafetTrial *self, guint i)
{
  return i < self->steps->len ? ((const StafetChangeset *) g_ptr_array_index (self->steps, i))->label : NULL;
}

/* What others refer to stands first where it is made, and last where it is removed: undo goes the other way.
 */
static int
compare_made (gconstpointer a, gconstpointer b)
{
  const StafetChange *one = *(StafetChange *const *) a, *other = *(StafetChange *const *) b;

  return (int) one->kind - (int) other->kind;
}

static int
compare_removed (gconstpointer a, gconstpointer b)
{
  return -compare_made (a, b);
}

static GPtrArray *
list_made (const StafetChangeset *merged)
{
  GPtrArray *made = g_ptr_array_new ();

  for (guint i = 0; i < stafet_changeset_length (merged); i++)
    if (stafet_changeset_get (merged, i)->after != NULL)
      g_ptr_array_add (made, stafet_changeset_get (merged, i));
  g_ptr_array_sort (made, compare_made);
  return made;
}

static GHashTable *
find_removed (const StafetChangeset *merged)
{
  GHashTable *removed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < stafet_changeset_length (merged); i++)
    if (stafet_changeset_get (merged, i)->after == NULL)
      g_hash_table_insert (removed, (gpointer) stafet_changeset_get (merged, i)->uid,
                           stafet_changeset_get (merged, i));
  return removed;
}

/* Of one kind as step after step removed them: of what was removed twice the last time counts. */
static GPtrArray *
list_removed (const StafetTrial *self, const StafetChangeset *merged)
{
  g_autoptr (GHashTable) left = find_removed (merged);
  GPtrArray *removed = g_ptr_array_new ();

  for (guint i = self->length; i > 0; i--)
    {
      const StafetChangeset *step = g_ptr_array_index (self->steps, i - 1);

      for (guint j = stafet_changeset_length (step); j > 0; j--)
        {
          gpointer change = NULL;

          if (g_hash_table_steal_extended (left, stafet_changeset_get (step, j - 1)->uid, NULL, &change))
            g_ptr_array_insert (removed, 0, change);
        }
    }
  g_ptr_array_sort (removed, compare_removed);
  return removed;
}

/* uid → StafetChange: what first happened to each. What was changed and changed back since stands in @merged
 * no longer, and may be changed once more. */
static GHashTable *
find_first_changes (const StafetTrial *self)
{
  GHashTable *first = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->length; i++)
    {
      const StafetChangeset *step = g_ptr_array_index (self->steps, i);

      for (guint j = 0; j < stafet_changeset_length (step); j++)
        {
          StafetChange *change = stafet_changeset_get (step, j);

          if (!g_hash_table_contains (first, change->uid))
            g_hash_table_insert (first, (gpointer) change->uid, change);
        }
    }
  return first;
}

static void
add (StafetChangeset *sum, StafetRecord *before, StafetRecord *after)
{
  if (before == NULL && after == NULL)
    return;
  if (before == NULL)
    stafet_changeset_insert (sum, g_object_ref (after));
  else if (after == NULL)
    stafet_changeset_delete (sum, before);
  else
    stafet_changeset_update (sum, before, g_object_ref (after));
}

StafetChangeset *
stafet_trial_sum (const StafetTrial *self)
{
  g_autoptr (StafetChangeset) merged = stafet_changeset_new (STAFET_CHANGESET_EDIT);
  g_autoptr (GPtrArray) made = NULL, removed = NULL;
  g_autoptr (GHashTable) first = NULL;
  StafetChangeset *sum = stafet_changeset_new (STAFET_CHANGESET_EDIT);

  for (guint i = 0; i < self->length; i++)
    stafet_changeset_merge (merged, g_ptr_array_index (self->steps, i));
  first = find_first_changes (self);
  made = list_made (merged);
  removed = list_removed (self, merged);
  g_ptr_array_extend (made, removed, NULL, NULL);
  for (guint i = 0; i < made->len; i++)
    {
      const StafetChange *change = g_ptr_array_index (made, i);

      add (sum, ((StafetChange *) g_hash_table_lookup (first, change->uid))->before, change->after);
    }
  return sum;
}
