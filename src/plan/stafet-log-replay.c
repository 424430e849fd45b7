/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changesets from the images that the log keeps.
 */
#include "stafet-log-replay.h"

#include <string.h>

gboolean
stafet_log_is_kept (GVariant *image)
{
  const char *name, *text;
  GVariantIter iter;

  if (image == NULL)
    return TRUE;
  g_variant_iter_init (&iter, image);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    if (strcmp (text, STAFET_IMAGE_BLANK) == 0)
      return FALSE;
  return TRUE;
}

gboolean
stafet_log_check_kept (const StafetLogEntry *entry, const StafetLogRow *row, GError **error)
{
  gboolean needs_before = row->operation != STAFET_CHANGE_INSERT;
  gboolean needs_after = row->operation != STAFET_CHANGE_DELETE;

  if (row->kind == STAFET_KIND_NONE)
    g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT,
                 _ ("“%s” cannot be undone: a newer Stafet made that change. Undo it there."), entry->label);
  else if ((needs_before && row->before == NULL) || (needs_after && row->after == NULL)
           || !stafet_log_is_kept (row->before) || !stafet_log_is_kept (row->after))
    g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT,
                 _ ("“%s” cannot be undone: the personal data that it changed are no longer kept."),
                 entry->label);
  else
    return TRUE;
  return FALSE;
}

gpointer
stafet_log_current (const StafetSnapshot *snapshot, StafetChangeset *changeset, const StafetLogRow *row)
{
  for (guint i = stafet_changeset_length (changeset); i > 0; i--)
    {
      StafetChange *change = stafet_changeset_get (changeset, i - 1);

      if (change->kind == row->kind && change->uid == row->uid)
        return change->after;
    }
  return stafet_snapshot_get (snapshot, row->kind, row->uid);
}

static gboolean
conflict (const StafetLogEntry *entry, GError **error)
{
  g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT,
               _ ("“%s” cannot be taken back or repeated: what it changed has been changed again since."),
               entry->label);
  return FALSE;
}

/* Whether every field that @image names still has the text it says. */
static gboolean
still_reads (gconstpointer record, GVariant *image)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);
  const char *name, *expected;
  GVariantIter iter;

  g_variant_iter_init (&iter, image);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &expected))
    {
      const StafetField *field = stafet_record_info_field (info, name);
      g_autofree char *text = field != NULL ? stafet_record_get_text (record, field) : NULL;

      if (text != NULL && strcmp (text, expected) != 0)
        return FALSE;
    }
  return TRUE;
}

static StafetRecord *
record_from_image (const StafetLogRow *row, GVariant *image, GError **error)
{
  g_autoptr (StafetRecord) record = stafet_record_new (row->kind, row->uid);

  if (!stafet_record_apply_image (record, image, error))
    return NULL;
  return g_steal_pointer (&record);
}

/* One row from the state that @from images (NULL: absent) to the one that @to images. */
static gboolean
move_row (const StafetSnapshot *snapshot, const StafetLogEntry *entry, const StafetLogRow *row,
          GVariant *from, GVariant *to, StafetChangeset *changeset, GError **error)
{
  g_autoptr (StafetRecord) after = NULL;
  StafetRecord *now;

  if (!stafet_log_check_kept (entry, row, error))
    return FALSE;
  now = stafet_log_current (snapshot, changeset, row);
  if ((from == NULL) != (now == NULL) || (now != NULL && !still_reads (now, from)))
    return conflict (entry, error);
  if (from == NULL)
    {
      after = record_from_image (row, to, error);
      if (after == NULL)
        return FALSE;
      stafet_changeset_insert (changeset, g_steal_pointer (&after));
      return TRUE;
    }
  if (to == NULL)
    {
      stafet_changeset_delete (changeset, now);
      return TRUE;
    }
  after = stafet_record_copy (now);
  if (!stafet_record_apply_image (after, to, error))
    return FALSE;
  stafet_changeset_update (changeset, now, g_steal_pointer (&after));
  return TRUE;
}

void
stafet_log_book_again (const StafetSnapshot *snapshot, const StafetLogEntry *entry,
                       StafetChangeset *changeset)
{
  for (guint i = 0; i < entry->bookings->len; i++)
    {
      const StafetBooking *booking = &g_array_index (entry->bookings, StafetBooking, i);
      gpointer record = stafet_snapshot_get (snapshot, booking->kind, booking->uid);

      if (record != NULL)
        stafet_changeset_book (changeset, record);
    }
}

gboolean
stafet_log_invert (const StafetSnapshot *snapshot, const StafetLogEntry *entry, StafetChangeset *changeset,
                   GError **error)
{
  for (guint i = entry->rows->len; i > 0; i--)
    {
      const StafetLogRow *row = g_ptr_array_index (entry->rows, i - 1);

      if (!move_row (snapshot, entry, row, row->after, row->before, changeset, error))
        return FALSE;
    }
  stafet_log_book_again (snapshot, entry, changeset);
  return TRUE;
}

gboolean
stafet_log_repeat (const StafetSnapshot *snapshot, const StafetLogEntry *entry, StafetChangeset *changeset,
                   GError **error)
{
  for (guint i = 0; i < entry->rows->len; i++)
    {
      const StafetLogRow *row = g_ptr_array_index (entry->rows, i);

      if (!move_row (snapshot, entry, row, row->before, row->after, changeset, error))
        return FALSE;
    }
  stafet_log_book_again (snapshot, entry, changeset);
  return TRUE;
}

/* Another machine's row: it was checked there, so it is taken as it is. */
static gboolean
replay_row (const StafetSnapshot *snapshot, const StafetLogEntry *entry, const StafetLogRow *row,
            StafetChangeset *changeset, GError **error)
{
  StafetRecord *now, *after;

  /* A newer program keeps something that this one knows nothing of. */
  if (row->kind == STAFET_KIND_NONE)
    return TRUE;
  now = stafet_log_current (snapshot, changeset, row);
  if (row->operation == STAFET_CHANGE_DELETE)
    {
      if (now != NULL)
        stafet_changeset_delete (changeset, now);
      return TRUE;
    }
  after = now != NULL ? stafet_record_copy (now) : stafet_record_new (row->kind, row->uid);
  after->version = entry->id;
  after->changed = entry->at;
  if (now != NULL)
    stafet_changeset_update (changeset, now, after);
  else
    stafet_changeset_insert (changeset, after);
  return stafet_record_apply_image (after, row->after, error);
}

StafetChangeset *
stafet_log_replay (const StafetSnapshot *snapshot, const StafetLogEntry *entry, GError **error)
{
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (entry->kind);

  changeset->id = entry->id;
  changeset->at = entry->at;
  changeset->target = entry->target;
  stafet_changeset_set_label (changeset, "%s", entry->label);
  for (guint i = 0; i < entry->rows->len; i++)
    if (!replay_row (snapshot, entry, g_ptr_array_index (entry->rows, i), changeset, error))
      return NULL;
  for (guint i = 0; i < entry->bookings->len; i++)
    g_array_append_val (changeset->bookings, g_array_index (entry->bookings, StafetBooking, i));
  return g_steal_pointer (&changeset);
}
