/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One rule for every way of writing: whatever refers to an activity is looked at, so no use case has to know.
 */
#include "stafet-foreign.h"

#include "core/stafet-activity.h"
#include "core/stafet-i18n.h"
#include "core/stafet-note.h"
#include "stafet-use-clash.h"

/* ——— Whose it is ——— */

static StafetUid
calendar_of (const StafetSnapshot *snapshot, StafetUid activity)
{
  const StafetActivity *record = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, activity);

  return record != NULL ? record->calendar : NULL;
}

/* The calendar that tells of the record, or of the activity that it is about; NULL: the house's own. */
static StafetUid
teller_of (const StafetSnapshot *snapshot, StafetRecord *record)
{
  const StafetRecordInfo *info;

  if (record == NULL || STAFET_RECORD_KIND (record) == STAFET_KIND_NOTE)
    return NULL;
  if (STAFET_RECORD_KIND (record) == STAFET_KIND_ACTIVITY)
    return ((StafetActivity *) record)->calendar;
  info = STAFET_RECORD_INFO (record);
  for (const StafetField *field = info->fields; field->name != NULL; field++)
    if (field->type == STAFET_FIELD_REF && field->target == STAFET_KIND_ACTIVITY)
      {
        StafetUid teller = calendar_of (snapshot, STAFET_FIELD_AT (StafetUid, record, field));

        if (teller != NULL)
          return teller;
      }
  return NULL;
}

static gboolean
changes_calendar (const StafetChangeset *changeset, StafetUid calendar)
{
  for (guint i = 0; i < stafet_changeset_length (changeset); i++)
    if (stafet_changeset_get (changeset, i)->uid == calendar)
      return TRUE;
  return FALSE;
}

static gboolean
check_one (const StafetSnapshot *snapshot, const StafetChangeset *changeset, StafetRecord *record,
           GError **error)
{
  StafetUid teller = teller_of (snapshot, record);
  const StafetCalendar *calendar;

  if (teller == NULL || changes_calendar (changeset, teller))
    return TRUE;
  calendar = stafet_snapshot_get (snapshot, STAFET_KIND_CALENDAR, teller);
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("That comes from the calendar “%s”, and can only be changed there."),
               calendar != NULL ? calendar->name : teller);
  return FALSE;
}

gboolean
stafet_foreign_check (const StafetSnapshot *snapshot, const StafetChangeset *changeset, GError **error)
{
  if (stafet_snapshot_all (snapshot, STAFET_KIND_CALENDAR)->len == 0
      || changeset->kind == STAFET_CHANGESET_SYSTEM || changeset->kind == STAFET_CHANGESET_MEMORY)
    return TRUE;
  for (guint i = 0; i < stafet_changeset_length (changeset); i++)
    {
      const StafetChange *change = stafet_changeset_get (changeset, i);

      if (!check_one (snapshot, changeset, change->before, error)
          || !check_one (snapshot, changeset, change->after, error))
        return FALSE;
    }
  return TRUE;
}

/* ——— Removing ——— */

static void
delete_all (const GPtrArray *records, StafetChangeset *changeset)
{
  for (guint i = 0; i < records->len; i++)
    stafet_changeset_delete (changeset, g_ptr_array_index (records, i));
}

/* Notes about what is no more stay, about nothing in particular. */
static void
forget_in_notes (const StafetSnapshot *snapshot, GHashTable *gone, StafetChangeset *changeset)
{
  const GPtrArray *notes = stafet_snapshot_all (snapshot, STAFET_KIND_NOTE);

  for (guint i = 0; i < notes->len; i++)
    {
      StafetNote *note = g_ptr_array_index (notes, i), *after;

      if (note->activity == NULL || !g_hash_table_contains (gone, note->activity))
        continue;
      after = stafet_record_copy (note);
      after->activity = NULL;
      stafet_changeset_update (changeset, note, after);
    }
}

void
stafet_foreign_drop (StafetPlan *plan, StafetCalendar *calendar, StafetChangeset *changeset)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  const GPtrArray *activities =
    stafet_snapshot_index (snapshot, STAFET_INDEX_ACTIVITY_BY_CALENDAR, calendar->parent.uid);
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < activities->len; i++)
    {
      StafetRecord *activity = g_ptr_array_index (activities, i);

      g_hash_table_add (gone, (gpointer) activity->uid);
      delete_all (stafet_snapshot_index (snapshot, STAFET_INDEX_EXCEPTION_BY_ACTIVITY, activity->uid),
                  changeset);
      delete_all (stafet_snapshot_index (snapshot, STAFET_INDEX_IMPORTED_BY_ACTIVITY, activity->uid),
                  changeset);
      stafet_changeset_delete (changeset, activity);
      stafet_use_book_series (plan, activity, changeset);
    }
  forget_in_notes (snapshot, gone, changeset);
  stafet_changeset_delete (changeset, calendar);
}
