/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes, changes and drops exceptions.
 */
#include "stafet-use-exception.h"

StafetException *
stafet_use_exception (const StafetSnapshot *snapshot, StafetRecord *record, StafetDate date,
                      StafetException **before)
{
  StafetKind kind = STAFET_RECORD_KIND (record);
  StafetException *exception;

  *before = stafet_snapshot_exception (snapshot, record->uid, kind, date);
  if (*before != NULL)
    return stafet_record_copy (*before);
  exception = stafet_record_new (STAFET_KIND_EXCEPTION, NULL);
  if (kind == STAFET_KIND_ACTIVITY)
    exception->activity = record->uid;
  else
    exception->shift = record->uid;
  exception->date = date;
  return exception;
}

static gboolean
says_nothing (const StafetException *exception)
{
  return exception->status == STAFET_EXCEPTION_CHANGED && !exception->looking && exception->reason[0] == '\0'
         && exception->changes[0] == '\0';
}

void
stafet_use_put_exception (StafetChangeset *changeset, StafetException *before, StafetException *after)
{
  g_autoptr (StafetRecord) owned = &after->parent;
  g_autoptr (GVariant) differences = before != NULL ? stafet_record_image (after, before) : NULL;

  if (before == NULL && !says_nothing (after))
    stafet_changeset_insert (changeset, g_steal_pointer (&owned));
  else if (before != NULL && says_nothing (after))
    stafet_changeset_delete (changeset, before);
  else if (differences != NULL && g_variant_n_children (differences) > 0)
    stafet_changeset_update (changeset, before, g_steal_pointer (&owned));
}

void
stafet_use_set_reason (StafetException *exception, const char *reason)
{
  stafet_record_take_text (exception, stafet_record_info_field (STAFET_RECORD_INFO (exception), "reason"),
                           g_strdup (reason));
}
