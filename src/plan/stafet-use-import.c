/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes in lists that others make.
 */
#include "stafet-use-private.h"

typedef struct
{
  GPtrArray *holidays; /* of StafetSchoolHoliday, owned */
  char *area;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_ptr_array_unref (a->holidays);
  g_free (a->area);
  g_free (a);
}

gboolean
stafet_school_holiday_equal (gconstpointer a, gconstpointer b)
{
  for (const StafetField *field = STAFET_RECORD_INFO (a)->fields; field->name != NULL; field++)
    if (!stafet_record_same_value (a, b, field))
      return FALSE;
  return TRUE;
}

/* A record of our own, however often the same list is taken in. (transfer full) */
static StafetRecord *
copy_of (gconstpointer holiday)
{
  StafetRecord *copy = stafet_record_new (STAFET_KIND_SCHOOL_HOLIDAY, NULL);

  for (const StafetField *field = STAFET_RECORD_INFO (copy)->fields; field->name != NULL; field++)
    stafet_record_copy_value (copy, holiday, field);
  return copy;
}

static gboolean
is_known (const StafetSnapshot *snapshot, gconstpointer holiday)
{
  GPtrArray *known = (GPtrArray *) stafet_snapshot_all (snapshot, STAFET_KIND_SCHOOL_HOLIDAY);

  return g_ptr_array_find_with_equal_func (known, holiday, stafet_school_holiday_equal, NULL);
}

gboolean
stafet_school_holiday_is_known (const StafetSnapshot *snapshot, const StafetSchoolHoliday *holiday,
                                StafetUid area)
{
  g_autoptr (StafetRecord) copy = copy_of (holiday);

  if (area != NULL)
    ((StafetSchoolHoliday *) copy)->area = area;
  return is_known (snapshot, copy);
}

static gboolean
import_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *a = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  StafetRecord *area = NULL;

  if (a->area != NULL && (area = stafet_reference_find (snapshot, STAFET_KIND_AREA, a->area, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < a->holidays->len; i++)
    {
      g_autoptr (StafetRecord) holiday = copy_of (g_ptr_array_index (a->holidays, i));

      if (area != NULL)
        ((StafetSchoolHoliday *) holiday)->area = area->uid;
      if (!stafet_record_validate (holiday, error))
        return FALSE;
      if (is_known (snapshot, holiday)
          || g_ptr_array_find_with_equal_func (made, holiday, stafet_school_holiday_equal, NULL))
        continue;
      g_ptr_array_add (made, holiday);
      stafet_changeset_insert (changeset, g_steal_pointer (&holiday));
    }
  stafet_changeset_set_label (
    changeset, ngettext_ ("Imported %u school holiday", "Imported %u school holidays", made->len), made->len);
  return TRUE;
}

StafetEdit *
stafet_use_import_holidays (GPtrArray *holidays, const char *area)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->holidays = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < holidays->len; i++)
    g_ptr_array_add (a->holidays, g_object_ref (g_ptr_array_index (holidays, i)));
  a->area = g_strdup (area);
  return stafet_edit_new (STAFET_CHANGESET_EDIT, import_func, a, arguments_free);
}
