/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The three-way inverse of an entry of the log.
 */
#include "stafet-log-undo.h"

#include "stafet-history-words.h"
#include "stafet-log-replay.h"
#include "stafet-use-exception.h"
#include "stafet-use-private.h"

#include <string.h>

typedef struct
{
  StafetPlan *plan;
  StafetSnapshot *snapshot;
  const StafetLogEntry *entry;
  StafetChangeset *changeset;
} TakeBack;

/* ——— Who was it? ——— */

static gboolean
row_touches (const StafetLogRow *row, StafetKind kind, StafetUid uid, const char *key)
{
  const char *text;

  if (row->kind != kind || row->uid != uid)
    return FALSE;
  return key == NULL ? row->operation == STAFET_CHANGE_DELETE
                     : row->after != NULL && g_variant_lookup (row->after, key, "&s", &text);
}

static gboolean
entry_touches (const StafetLogEntry *entry, StafetKind kind, StafetUid uid, const char *key)
{
  for (guint i = 0; i < entry->rows->len; i++)
    if (row_touches (g_ptr_array_index (entry->rows, i), kind, uid, key))
      return TRUE;
  return FALSE;
}

/* Borrowed from @later; NULL when nobody is found. */
static const StafetLogEntry *
who_touched (const GPtrArray *later, StafetKind kind, StafetUid uid, const char *key)
{
  for (guint i = 0; later != NULL && i < later->len; i++)
    if (entry_touches (g_ptr_array_index (later, i), kind, uid, key))
      return g_ptr_array_index (later, i);
  return NULL;
}

static gboolean
refuse_unnamed (const TakeBack *t, GError **error)
{
  g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT,
               _ ("“%s” cannot be undone: what it changed has been changed again since."), t->entry->label);
  return FALSE;
}

/* @key NULL: the record was removed. @title is the key's. */
static gboolean
refuse_touched (const TakeBack *t, StafetRecord *record, const char *key, const char *title, GError **error)
{
  StafetKind kind = STAFET_RECORD_KIND (record);
  StafetClock *clock = stafet_plan_get_clock (t->plan);
  g_autoptr (GPtrArray) later =
    stafet_store_read_changes_of (stafet_plan_get_store (t->plan), record->uid, t->entry->id, NULL);
  const StafetLogEntry *culprit = who_touched (later, kind, record->uid, key);
  g_autofree char *who = NULL, *when = NULL;

  if (culprit == NULL)
    return refuse_unnamed (t, error);
  who = stafet_history_words_author (culprit);
  when = stafet_history_words_when (culprit, stafet_clock_get_zone (clock), stafet_clock_today (clock));
  if (key == NULL)
    g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT,
                 _ ("It cannot be undone: %s removed “%s” %s."), who, stafet_use_label (t->snapshot, record),
                 when);
  else
    g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT,
                 _ ("It cannot be undone: %1$s changed “%2$s” of “%3$s” again %4$s."), who, title,
                 stafet_use_label (t->snapshot, record), when);
  return FALSE;
}

/* ——— One key ——— */

static gboolean
put_text (StafetRecord *record, const StafetField *field, const char *text, GError **error)
{
  if (field->type != STAFET_FIELD_TEXT)
    return stafet_record_set_text (record, field, text, error);
  stafet_record_take_text (record, field, g_strdup (text));
  return TRUE;
}

static const char *
said (GVariant *image, const char *key)
{
  const char *text = "";

  return image != NULL && g_variant_lookup (image, key, "&s", &text) ? text : NULL;
}

/* What a date has of its own is an image within a key: its keys are merged one by one. Returns the text to
 * write, or NULL and in @conflict the key that later changes touched. */
static char *
merge_changes (const StafetRecordInfo *series, const char *was_text, const char *did_text,
               const char *is_text, const StafetField **conflict)
{
  g_autoptr (GVariant) was = stafet_image_read (was_text, NULL), did = stafet_image_read (did_text, NULL);
  g_autoptr (GVariant) is = stafet_image_read (is_text, NULL), merged = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (const StafetField *field = series->fields; field->name != NULL; field++)
    {
      const char *a = said (was, field->name), *b = said (did, field->name), *now = said (is, field->name);
      gboolean ours = g_strcmp0 (a, b) != 0 && g_strcmp0 (now, b) == 0;

      if (g_strcmp0 (a, b) != 0 && !ours && g_strcmp0 (now, a) != 0)
        *conflict = field;
      if ((ours ? a : now) != NULL)
        g_variant_builder_add (&builder, "{ss}", field->name, ours ? a : now);
    }
  merged = g_variant_ref_sink (g_variant_builder_end (&builder));
  if (*conflict != NULL)
    return NULL;
  return g_variant_n_children (merged) > 0 ? stafet_image_write (merged) : g_strdup ("");
}

static gboolean
take_back_changes (const TakeBack *t, StafetException *now, StafetRecord *after, const char *was,
                   const char *did, GError **error)
{
  const StafetRecordInfo *series =
    stafet_record_info (now->activity != NULL ? STAFET_KIND_ACTIVITY : STAFET_KIND_SHIFT);
  const StafetField *conflict = NULL;
  g_autofree char *text = merge_changes (series, was, did, now->changes, &conflict);

  if (text == NULL)
    return refuse_touched (t, &now->parent, "changes", _ (conflict->title), error);
  stafet_record_take_text (after, stafet_record_info_field (STAFET_RECORD_INFO (after), "changes"),
                           g_steal_pointer (&text));
  return TRUE;
}

/* Where something stands in a list says nothing that could be lost. */
static gboolean
is_place_in_list (const StafetField *field)
{
  return g_str_equal (field->name, "position");
}

/* Brings a key of @after, a copy of @now, from what the entry wrote back to what was there before. */
static gboolean
take_back_key (const TakeBack *t, StafetRecord *now, StafetRecord *after, const StafetField *field,
               const char *was, const char *did, GError **error)
{
  g_autofree char *is = stafet_record_get_text (now, field);

  if (strcmp (is, was) == 0 || strcmp (was, did) == 0)
    return TRUE;
  if (strcmp (is, did) == 0)
    return put_text (after, field, was, error);
  if (is_place_in_list (field))
    return TRUE;
  if (STAFET_RECORD_KIND (now) == STAFET_KIND_EXCEPTION && g_str_equal (field->name, "changes"))
    return take_back_changes (t, (StafetException *) now, after, was, did, error);
  return refuse_touched (t, now, field->name, _ (field->title), error);
}

/* ——— One row ——— */

static StafetRecord *
record_of (const StafetLogRow *row, GVariant *image, GError **error)
{
  g_autoptr (StafetRecord) record = stafet_record_new (row->kind, row->uid);

  return stafet_record_apply_image (record, image, error) ? g_steal_pointer (&record) : NULL;
}

static void
put_update (const TakeBack *t, StafetRecord *now, StafetRecord *after)
{
  g_autoptr (GVariant) differences = stafet_record_image (after, now);

  if (STAFET_RECORD_KIND (now) == STAFET_KIND_EXCEPTION)
    stafet_use_put_exception (t->changeset, (StafetException *) now,
                              g_object_ref ((StafetException *) after));
  else if (g_variant_n_children (differences) > 0)
    stafet_changeset_update (t->changeset, now, g_object_ref (after));
}

static gboolean
take_back_update (const TakeBack *t, const StafetLogRow *row, StafetRecord *now, GError **error)
{
  g_autoptr (StafetRecord) gone = stafet_record_new (row->kind, row->uid);
  g_autoptr (StafetRecord) after = now != NULL ? stafet_record_copy (now) : NULL;

  if (now == NULL)
    return refuse_touched (t, gone, NULL, NULL, error);
  for (const StafetField *field = STAFET_RECORD_INFO (now)->fields; field->name != NULL; field++)
    {
      const char *was = said (row->before, field->name), *did = said (row->after, field->name);

      if (was != NULL && did != NULL && !take_back_key (t, now, after, field, was, did, error))
        return FALSE;
    }
  stafet_record_derive (after);
  put_update (t, now, after);
  return TRUE;
}

/* A date's own row is there only while it says something: made, changed or removed, it is merged key by key.
 */
static gboolean
take_back_own_date (const TakeBack *t, const StafetLogRow *row, StafetRecord *now, GError **error)
{
  g_autoptr (StafetRecord) whole = record_of (row, row->before != NULL ? row->before : row->after, error);
  StafetException *exception = (StafetException *) whole;
  g_autoptr (StafetRecord) plain = NULL, after = NULL;
  gboolean made = row->operation == STAFET_CHANGE_INSERT;
  StafetKind kind;

  if (whole == NULL)
    return FALSE;
  kind = exception->activity != NULL ? STAFET_KIND_ACTIVITY : STAFET_KIND_SHIFT;
  if (now == NULL)
    now = (StafetRecord *) stafet_snapshot_exception (
      t->snapshot, exception->activity != NULL ? exception->activity : exception->shift, kind,
      exception->date);
  if (now == NULL && made)
    return TRUE;
  if (now == NULL)
    {
      stafet_changeset_insert (t->changeset, g_steal_pointer (&whole));
      return TRUE;
    }
  plain = stafet_record_new (STAFET_KIND_EXCEPTION, now->uid);
  after = stafet_record_copy (now);
  for (const StafetField *field = STAFET_RECORD_INFO (now)->fields; field->name != NULL; field++)
    {
      g_autofree char *nothing = stafet_record_get_text (plain, field);
      g_autofree char *something = stafet_record_get_text (whole, field);

      if (field->type != STAFET_FIELD_REF && field->type != STAFET_FIELD_DATE
          && !take_back_key (t, now, after, field, made ? nothing : something, made ? something : nothing,
                             error))
        return FALSE;
    }
  stafet_use_put_exception (t->changeset, (StafetException *) now,
                            (StafetException *) g_steal_pointer (&after));
  return TRUE;
}

/* The first key in which they differ; NULL when they hold the same. */
static const StafetField *
first_difference (StafetRecord *a, StafetRecord *b)
{
  for (const StafetField *field = STAFET_RECORD_INFO (a)->fields; field->name != NULL; field++)
    if (!is_place_in_list (field) && !stafet_record_same_value (a, b, field))
      return field;
  return NULL;
}

static gboolean
take_back_insert (const TakeBack *t, const StafetLogRow *row, StafetRecord *now, GError **error)
{
  g_autoptr (StafetRecord) made = record_of (row, row->after, error);
  const StafetField *touched = made != NULL && now != NULL ? first_difference (made, now) : NULL;

  if (made == NULL)
    return FALSE;
  if (touched != NULL)
    return refuse_touched (t, now, touched->name, _ (touched->title), error);
  if (now != NULL)
    stafet_changeset_delete (t->changeset, now);
  return TRUE;
}

static gboolean
take_back_delete (const TakeBack *t, const StafetLogRow *row, StafetRecord *now, GError **error)
{
  g_autoptr (StafetRecord) removed = record_of (row, row->before, error);
  const StafetField *touched = removed != NULL && now != NULL ? first_difference (removed, now) : NULL;

  if (removed == NULL)
    return FALSE;
  if (touched != NULL)
    return refuse_touched (t, now, touched->name, _ (touched->title), error);
  if (now == NULL)
    stafet_changeset_insert (t->changeset, g_steal_pointer (&removed));
  return TRUE;
}

static gboolean
take_back_row (const TakeBack *t, const StafetLogRow *row, GError **error)
{
  StafetRecord *now;

  if (!stafet_log_check_kept (t->entry, row, error))
    return FALSE;
  now = stafet_log_current (t->snapshot, t->changeset, row);
  if (row->operation == STAFET_CHANGE_UPDATE)
    return take_back_update (t, row, now, error);
  if (row->kind == STAFET_KIND_EXCEPTION)
    return take_back_own_date (t, row, now, error);
  return row->operation == STAFET_CHANGE_INSERT ? take_back_insert (t, row, now, error)
                                                : take_back_delete (t, row, now, error);
}

gboolean
stafet_log_take_back (StafetPlan *plan, const StafetLogEntry *entry, StafetChangeset *changeset,
                      GError **error)
{
  const TakeBack t = { plan, stafet_plan_get_snapshot (plan), entry, changeset };

  for (guint i = entry->rows->len; i > 0; i--)
    if (!take_back_row (&t, g_ptr_array_index (entry->rows, i - 1), error))
      return FALSE;
  stafet_log_book_again (t.snapshot, entry, changeset);
  return TRUE;
}
