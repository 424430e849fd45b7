/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes what a person is called and reached by out of what the log holds of others' texts: somebody wrote of
 * her where no reference leads.
 */
#include "core/stafet-volunteer.h"
#include "stafet-store-private.h"

#include <string.h>

typedef struct
{
  gint64 log, position;
  char *before, *after; /* owned, nullable: as they shall read */
} Row;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->before);
  g_free (row->after);
}

/* Fields that hold a number or an e-mail and nothing else. */
static gboolean
is_address (const StafetField *field)
{
  return (field->flags & STAFET_FIELD_PHONE) != 0 || g_str_equal (field->name, "mail");
}

/* What @text of @field is to read. (transfer full), NULL when it stays as it is. */
static char *
without_her (const StafetRecordInfo *info, const StafetField *field, const char *text,
             const StafetNaming *naming)
{
  if (strcmp (text, STAFET_IMAGE_BLANK) == 0
      || (field != NULL && (field->type != STAFET_FIELD_TEXT || stafet_volunteer_goes_by (info, field))))
    return NULL;
  if (field != NULL && is_address (field))
    return stafet_mentions_are_in (naming->mentions, text) ? g_strdup (STAFET_IMAGE_BLANK) : NULL;
  return stafet_mentions_replace (naming->mentions, text, naming->first, naming->later);
}

/* (transfer full), NULL when the image stays as it is. */
static char *
rewritten (const StafetRecordInfo *info, GVariant *image, const StafetNaming *naming)
{
  g_autoptr (GVariant) result = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name, *text;
  gboolean changed = FALSE;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, image);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    {
      const StafetField *field = info != NULL ? stafet_record_info_field (info, name) : NULL;
      g_autofree char *other = without_her (info, field, text, naming);

      changed = changed || other != NULL;
      g_variant_builder_add (&builder, "{ss}", name, other != NULL ? other : text);
    }
  result = g_variant_ref_sink (g_variant_builder_end (&builder));
  return changed ? stafet_image_write (result) : NULL;
}

/* To read an image takes far longer than to look through it, but line feeds are written otherwise in it. */
static gboolean
may_name (const char *written, const StafetNaming *naming)
{
  return strchr (written, '\\') != NULL || stafet_mentions_are_in (naming->mentions, written);
}

static char *
rewritten_text (const StafetRecordInfo *info, const char *written, const StafetNaming *naming)
{
  g_autoptr (GVariant) image =
    written != NULL && may_name (written, naming) ? stafet_image_read (written, NULL) : NULL;

  return image != NULL ? rewritten (info, image, naming) : NULL;
}

/* The row that a statement stands on, if it changes. */
static void
read_row (StafetConnection *connection, StafetStatement *statement, const StafetNaming *naming, GArray *rows)
{
  StafetKind kind = stafet_kind_from_name (stafet_connection_get_text (connection, statement, 2));
  const StafetRecordInfo *info = kind != STAFET_KIND_NONE ? stafet_record_info (kind) : NULL;
  const char *before = stafet_connection_get_text (connection, statement, 3);
  g_autofree char *new_before = rewritten_text (info, before, naming);
  const char *after = stafet_connection_get_text (connection, statement, 4);
  g_autofree char *new_after = rewritten_text (info, after, naming);
  Row row = { stafet_connection_get_integer (connection, statement, 0),
              stafet_connection_get_integer (connection, statement, 1) };

  if (new_before == NULL && new_after == NULL)
    return;
  row.before = new_before != NULL ? g_steal_pointer (&new_before) : g_strdup (before);
  row.after = new_after != NULL ? g_steal_pointer (&new_after) : g_strdup (after);
  g_array_append_val (rows, row);
}

static GArray *
read_rows (StafetConnection *connection, const StafetNaming *naming, GError **error)
{
  static const char sql[] = "SELECT log, position, kind_name, before, after FROM change_row";
  StafetStatement *statement = stafet_connection_prepare (connection, sql, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  StafetStep step;

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (rows, row_clear);
  while ((step = stafet_connection_step (connection, statement, error)) == STAFET_STEP_ROW)
    read_row (connection, statement, naming, rows);
  return step == STAFET_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
stafet_store_rewrite_texts (StafetStore *self, const StafetNaming *naming, GError **error)
{
  g_autoptr (GArray) rows = read_rows (self->connection, naming, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (!stafet_store_write_images (self, row->log, row->position, row->before, row->after, error))
        return FALSE;
    }
  return rows != NULL;
}
