/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blanks what the log holds of a person, and finds of whom it still holds something.
 *
 * What is deleted or written over is zeroed by the engine (secure_delete); what the write-ahead log keeps of
 * it goes when that is cut off, behind the commit.
 */
#include "core/stafet-i18n.h"
#include "stafet-store-private.h"

#include <string.h>

static void
images_clear (gpointer data)
{
  StafetImages *images = data;

  g_free (images->before);
  g_free (images->after);
}

#define SELECT_ROWS STAFET_STORE_SELECT_IMAGES

GArray *
stafet_store_read_images (StafetStore *self, StafetStatement *statement, GError **error)
{
  StafetConnection *connection = self->connection;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (StafetImages));
  StafetStep step;

  g_array_set_clear_func (rows, images_clear);
  while ((step = stafet_connection_step (connection, statement, error)) == STAFET_STEP_ROW)
    {
      StafetImages row = { stafet_connection_get_integer (connection, statement, 0),
                           stafet_connection_get_integer (connection, statement, 1),
                           stafet_kind_from_name (stafet_connection_get_text (connection, statement, 2)),
                           g_strdup (stafet_connection_get_text (connection, statement, 3)),
                           g_strdup (stafet_connection_get_text (connection, statement, 4)),
                           stafet_uid_intern (stafet_connection_get_text (connection, statement, 5)) };

      g_array_append_val (rows, row);
    }
  return step == STAFET_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static GArray *
read_rows (StafetStore *store, const char *sql, const char *parameter, GError **error)
{
  StafetStatement *statement = stafet_connection_prepare (store->connection, sql, error);

  if (statement == NULL)
    return NULL;
  stafet_connection_bind_text (store->connection, statement, 1, parameter);
  return stafet_store_read_images (store, statement, error);
}

/* What of an image is blanked: what its table calls personal, or what names @uid; and all of it. */
typedef struct
{
  StafetUid naming; /* nullable */
  gboolean whole;
} Extent;

static gboolean
is_in (const Extent *extent, const StafetField *field, const char *text)
{
  if (extent->whole || field == NULL)
    return TRUE;
  return extent->naming != NULL ? strstr (text, extent->naming) != NULL
                                : (field->flags & STAFET_FIELD_PERSONAL) != 0;
}

/* The image @written without what is in @extent. An image that cannot be read may say anything: nothing of it
 * is kept. (transfer full), NULL for none. */
static char *
blanked (const StafetRecordInfo *info, const char *written, const Extent *extent)
{
  g_autoptr (GVariant) image = written != NULL ? stafet_image_read (written, NULL) : NULL;
  g_autoptr (GVariant) blank = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name, *text;

  if (image == NULL)
    return NULL;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, image);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    {
      const StafetField *field = info != NULL ? stafet_record_info_field (info, name) : NULL;

      g_variant_builder_add (&builder, "{ss}", name, is_in (extent, field, text) ? STAFET_IMAGE_BLANK : text);
    }
  blank = g_variant_ref_sink (g_variant_builder_end (&builder));
  return stafet_image_write (blank);
}

static void
bind_or_null (StafetConnection *connection, StafetStatement *statement, int parameter, const char *text)
{
  if (text != NULL)
    stafet_connection_bind_text (connection, statement, parameter, text);
  else
    stafet_connection_bind_null (connection, statement, parameter);
}

gboolean
stafet_store_write_images (StafetStore *self, gint64 log, gint64 position, const char *before,
                           const char *after, GError **error)
{
  static const char sql[] = "UPDATE change_row SET before = $1, after = $2 WHERE log = $3 AND position = $4";
  StafetConnection *connection = self->connection;
  StafetStatement *statement = stafet_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_or_null (connection, statement, 1, before);
  bind_or_null (connection, statement, 2, after);
  stafet_connection_bind_integer (connection, statement, 3, log);
  stafet_connection_bind_integer (connection, statement, 4, position);
  return stafet_connection_run (connection, statement, error);
}

static gboolean
blank_row (StafetStore *store, const StafetImages *row, const Extent *extent, GError **error)
{
  const StafetRecordInfo *info = row->kind != STAFET_KIND_NONE ? stafet_record_info (row->kind) : NULL;
  g_autofree char *before = blanked (info, row->before, extent), *after = blanked (info, row->after, extent);

  return (g_strcmp0 (before, row->before) == 0 && g_strcmp0 (after, row->after) == 0)
         || stafet_store_write_images (store, row->log, row->position, before, after, error);
}

gboolean
stafet_store_blank_personal (StafetStore *self, const StafetImages *images, GError **error)
{
  static const Extent personal = { NULL, FALSE };

  return blank_row (self, images, &personal, error);
}

static gboolean
blank_record (StafetStore *store, StafetUid uid, const Extent *extent, GError **error)
{
  g_autoptr (GArray) rows = read_rows (store, SELECT_ROWS "WHERE uid = $1", uid, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!blank_row (store, &g_array_index (rows, StafetImages, i), extent, error))
      return FALSE;
  return rows != NULL;
}

gboolean
stafet_store_blank (StafetStore *self, const StafetChangeset *changeset, GError **error)
{
  static const Extent personal = { NULL, FALSE };

  for (guint i = 0; i < changeset->forgotten->len; i++)
    if (!blank_record (self, g_ptr_array_index (changeset->forgotten, i), &personal, error))
      return FALSE;
  for (guint i = 0; i < changeset->erased->len; i++)
    if (!stafet_store_erase_from_log (self, g_array_index (changeset->erased, StafetLedgerLine, i).uid,
                                      error))
      return FALSE;
  if (!stafet_store_note_ledger (self, changeset, error))
    return FALSE;
  return changeset->forgets_before == STAFET_INSTANT_NONE
         || stafet_store_blank_before (self, changeset->forgets_before, error);
}

/* ——— All that the log holds of a volunteer ——— */

/* What says how one volunteer is, notes about her, what was agreed and talked about with her, and her own
 * calendar: nothing of it is anybody else's. */
static gboolean
is_hers_alone (StafetKind kind)
{
  return (kind >= STAFET_KIND_PHONE && kind <= STAFET_KIND_ABSENCE) || kind == STAFET_KIND_NOTE
         || kind == STAFET_KIND_AGREEMENT || kind == STAFET_KIND_MEMBER
         || (kind >= STAFET_KIND_TALK && kind <= STAFET_KIND_PHOTO) || kind == STAFET_KIND_FEED;
}

gboolean
stafet_store_blank_volunteer (StafetStore *self, StafetUid uid, GError **error)
{
  /* Uids are letters and digits: none of them means more to LIKE. */
  static const char sql[] = SELECT_ROWS "WHERE before LIKE $1 OR after LIKE $1";
  g_autofree char *pattern = g_strconcat ("%", uid, "%", NULL);
  g_autoptr (GArray) rows = read_rows (self, sql, pattern, error);
  const Extent whole = { NULL, TRUE }, naming = { uid, FALSE };

  if (rows == NULL || !blank_record (self, uid, &whole, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const StafetImages *row = &g_array_index (rows, StafetImages, i);

      if (row->uid == uid)
        continue;
      /* Of its other rows not every one names her. */
      if (!(is_hers_alone (row->kind) ? blank_record (self, row->uid, &whole, error)
                                      : blank_row (self, row, &naming, error)))
        return FALSE;
    }
  return TRUE;
}

/* ——— What she has been called ——— */

static void
add_said (const GArray *rows, const char *key, GPtrArray *texts)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const StafetImages *row = &g_array_index (rows, StafetImages, i);
      const char *const images[] = { row->before, row->after };

      for (gsize j = 0; j < G_N_ELEMENTS (images); j++)
        {
          g_autoptr (GVariant) image = images[j] != NULL ? stafet_image_read (images[j], NULL) : NULL;
          const char *text;

          if (image != NULL && g_variant_lookup (image, key, "&s", &text) && *text != '\0'
              && strcmp (text, STAFET_IMAGE_BLANK) != 0
              && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
            g_ptr_array_add (texts, g_strdup (text));
        }
    }
}

/* A number is changed without saying again whose it is. */
static gboolean
read_phones (StafetStore *self, StafetUid uid, GPtrArray *phones, GError **error)
{
  static const char sql[] = SELECT_ROWS "WHERE uid IN (SELECT uid FROM change_row WHERE kind_name = 'phone' "
                                        "AND (before LIKE $1 OR after LIKE $1))";
  g_autofree char *pattern = g_strconcat ("%", uid, "%", NULL);
  g_autoptr (GArray) rows = read_rows (self, sql, pattern, error);

  if (rows != NULL)
    add_said (rows, "number", phones);
  return rows != NULL;
}

gboolean
stafet_store_read_traces (StafetStore *self, StafetUid uid, StafetTraces *traces, GError **error)
{
  g_autoptr (GArray) rows = read_rows (self, SELECT_ROWS "WHERE uid = $1", uid, error);

  if (rows == NULL)
    return FALSE;
  add_said (rows, "name", traces->names);
  add_said (rows, "short_name", traces->short_names);
  add_said (rows, "mail", traces->mails);
  return read_phones (self, uid, traces->phones, error);
}

/* ——— Of whom the log still holds something ——— */

/* Whether an image holds anything that is personal and not blanked. */
static gboolean
tells (const StafetRecordInfo *info, GVariant *image)
{
  GVariantIter iter;
  const char *name, *text;

  g_variant_iter_init (&iter, image);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    {
      const StafetField *field = stafet_record_info_field (info, name);

      if (field != NULL && (field->flags & STAFET_FIELD_PERSONAL) != 0 && *text != '\0'
          && strcmp (text, STAFET_IMAGE_BLANK) != 0)
        return TRUE;
    }
  return FALSE;
}

/* The record that a row of the log removed, when it tells of a person. (transfer full), NULL when not. */
static StafetRecord *
removed_record (StafetConnection *connection, StafetStatement *statement, const StafetRecordInfo *info)
{
  g_autofree char *uid = g_strdup (stafet_connection_get_text (connection, statement, 0));
  const char *written = stafet_connection_get_text (connection, statement, 1);
  g_autoptr (GVariant) image = written != NULL ? stafet_image_read (written, NULL) : NULL;
  g_autoptr (StafetRecord) record = NULL;

  if (image == NULL || !tells (info, image))
    return NULL;
  record = stafet_record_new (info->kind, uid);
  return stafet_record_apply_image (record, image, NULL) ? g_steal_pointer (&record) : NULL;
}

GPtrArray *
stafet_store_read_remembered (StafetStore *self, StafetKind kind, GError **error)
{
  const StafetRecordInfo *info = stafet_record_info (kind);
  /* Kind and name stand in the text, for the index that holds the rows of sign-ups alone. */
  g_autofree char *sql =
    g_strdup_printf ("SELECT uid, before FROM change_row WHERE kind_name = '%s' AND operation = $1 "
                     "AND uid NOT IN (SELECT uid FROM \"%s\")",
                     info->name, info->table);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  StafetStatement *statement;
  StafetStep step;
  STAFET_STORE_LOCKED (self);

  statement = stafet_connection_prepare (self->connection, sql, error);
  if (statement == NULL)
    return NULL;
  stafet_connection_bind_integer (self->connection, statement, 1, STAFET_CHANGE_DELETE);
  while ((step = stafet_connection_step (self->connection, statement, error)) == STAFET_STEP_ROW)
    {
      StafetRecord *record = removed_record (self->connection, statement, info);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return step == STAFET_STEP_DONE ? g_steal_pointer (&records) : NULL;
}
