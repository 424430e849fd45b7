/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several use cases as one change.
 */
#include "stafet-use-cases.h"

typedef struct
{
  char *label;      /* nullable */
  GPtrArray *edits; /* StafetEdit */
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->label);
  g_ptr_array_unref (a->edits);
  g_free (a);
}

static gboolean
several_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  StafetUid created = NULL;

  if (a->label != NULL)
    stafet_changeset_set_label (changeset, "%s", a->label);
  for (guint i = 0; i < a->edits->len; i++)
    {
      StafetEdit *edit = g_ptr_array_index (a->edits, i);

      if (!stafet_plan_try (scratch, edit, changeset, &created, error))
        return FALSE;
      if (changeset->created == NULL)
        changeset->created = created;
    }
  stafet_plan_take_warnings (plan, scratch);
  return TRUE;
}

StafetEdit *
stafet_use_several (const char *label, GPtrArray *edits)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->label = g_strdup (label);
  a->edits = edits;
  g_ptr_array_set_free_func (edits, (GDestroyNotify) stafet_edit_free);
  return stafet_edit_new (STAFET_CHANGESET_EDIT, several_func, a, arguments_free);
}
