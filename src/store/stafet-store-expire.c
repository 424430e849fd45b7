/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blanks what the log says of people when it has been kept for its time.
 *
 * A note says what was looked through, so that a day without anything due costs two look-ups: up to which
 * instant, and up to which entry, because whose clock is slow makes older entries later.
 */
#include "core/stafet-i18n.h"
#include "core/stafet-note.h"
#include "stafet-store-private.h"

#include <stdio.h>
#include <string.h>

#define NOTE_KEY "history/blanked"

typedef struct
{
  StafetInstant at;
  gint64 id;
} Mark;

static gboolean
read_mark (StafetStore *store, Mark *mark, GError **error)
{
  g_autofree char *note = stafet_store_read_note (store, NOTE_KEY, error);

  *mark = (Mark){ G_MININT64, 0 };
  if (note == NULL)
    return FALSE;
  if (sscanf (note, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &mark->at, &mark->id) != 2)
    *mark = (Mark){ G_MININT64, 0 };
  return TRUE;
}

static gboolean
write_mark (StafetStore *store, StafetInstant before, const Mark *old, GError **error)
{
  StafetInstant at;
  gint64 head;
  g_autofree char *note = NULL;

  if (!stafet_store_read_head (store, &head, &at, error))
    return FALSE;
  note = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, MAX (before, old->at), head);
  return stafet_store_write_note (store, NOTE_KEY, note, error);
}

/* The entries made before @before that were not looked through; at most @limit. (transfer full) of gint64 */
static GArray *
find_due (StafetStore *store, StafetInstant before, const Mark *mark, gint64 limit, GError **error)
{
  static const char sql[] = "SELECT id FROM change_log WHERE at < $1 AND at >= $2 "
                            "UNION SELECT id FROM change_log WHERE id > $3 AND at < $1 ORDER BY id LIMIT $4";
  StafetStatement *statement = stafet_connection_prepare (store->connection, sql, error);
  g_autoptr (GArray) due = g_array_new (FALSE, FALSE, sizeof (gint64));
  StafetStep step;

  if (statement == NULL)
    return NULL;
  stafet_connection_bind_integer (store->connection, statement, 1, before);
  stafet_connection_bind_integer (store->connection, statement, 2, mark->at);
  stafet_connection_bind_integer (store->connection, statement, 3, mark->id);
  stafet_connection_bind_integer (store->connection, statement, 4, limit);
  while ((step = stafet_connection_step (store->connection, statement, error)) == STAFET_STEP_ROW)
    {
      gint64 id = stafet_connection_get_integer (store->connection, statement, 0);

      g_array_append_val (due, id);
    }
  return step == STAFET_STEP_DONE ? g_steal_pointer (&due) : NULL;
}

gboolean
stafet_store_has_expired (StafetStore *self, StafetInstant before, gboolean *expired, GError **error)
{
  g_autoptr (GArray) due = NULL;
  Mark mark;
  STAFET_STORE_LOCKED (self);

  if (!read_mark (self, &mark, error))
    return FALSE;
  due = find_due (self, before, &mark, 1, error);
  *expired = due != NULL && due->len > 0;
  return due != NULL;
}

/* ——— Labels ——— */

typedef struct
{
  StafetStore *store;
  StafetInstant before;
  GPtrArray *others; /* char *: names of the volunteers there are; owned */
} Expiry;

/* What labels quote of a record: nothing, where that is not personal. */
static gboolean
is_quoted (const StafetRecordInfo *info, const StafetField *field)
{
  return field->type == STAFET_FIELD_TEXT && (field->flags & STAFET_FIELD_PERSONAL) != 0
         && (g_strcmp0 (info->label, field->name) == 0 || g_str_equal (field->name, "guest"));
}

/* Whether the record still says so: then its label tells nothing that is not known. */
static gboolean
is_said_still (const Expiry *e, const StafetRecordInfo *info, const StafetField *field, StafetUid uid,
               const char *text)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE uid = $1 AND \"%s\" = $2", info->table, field->name);
  StafetStatement *statement = stafet_connection_prepare (e->store->connection, sql, NULL);
  gboolean said;

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_text (e->store->connection, statement, 1, uid);
  stafet_connection_bind_text (e->store->connection, statement, 2, text);
  said = stafet_connection_step (e->store->connection, statement, NULL) == STAFET_STEP_ROW;
  stafet_connection_reset (e->store->connection, statement);
  return said;
}

/* No label about it that is so old says @text any more. Younger ones that do are later followed by the image
 * that takes it away, and so by this. */
static gboolean
take_out (const Expiry *e, const StafetRecordInfo *info, StafetUid uid, const char *text, GError **error)
{
  gboolean note = info->kind == STAFET_KIND_NOTE;
  g_autofree char *quoted = note ? stafet_note_name (text) : g_strdup (text);
  g_autoptr (StafetMentions) mentions = stafet_mentions_new ();
  const StafetNaming naming = { mentions, note ? _ ("no longer kept") : _ ("A volunteer"),
                                note ? _ ("no longer kept") : C_ ("in a sentence", "a volunteer") };

  stafet_mentions_add_words (mentions, quoted);
  for (guint i = 0; !note && i < e->others->len; i++)
    stafet_mentions_spare_longer (mentions, g_ptr_array_index (e->others, i));
  return stafet_store_rewrite_labels_about (e->store, uid, e->before, &naming, error);
}

static gboolean
look_at_image (const Expiry *e, const StafetRecordInfo *info, StafetUid uid, const char *written,
               GError **error)
{
  g_autoptr (GVariant) image = written != NULL ? stafet_image_read (written, NULL) : NULL;

  for (const StafetField *field = info->fields; image != NULL && field->name != NULL; field++)
    {
      const char *text = "";

      if (!is_quoted (info, field) || !g_variant_lookup (image, field->name, "&s", &text) || *text == '\0'
          || strcmp (text, STAFET_IMAGE_BLANK) == 0 || is_said_still (e, info, field, uid, text))
        continue;
      if (!take_out (e, info, uid, text, error))
        return FALSE;
    }
  return TRUE;
}

/* ——— Rows ——— */

static gboolean
blank_row (const Expiry *e, const StafetImages *row, GError **error)
{
  const StafetRecordInfo *info = row->kind != STAFET_KIND_NONE ? stafet_record_info (row->kind) : NULL;

  return (info == NULL
          || (look_at_image (e, info, row->uid, row->before, error)
              && look_at_image (e, info, row->uid, row->after, error)))
         && stafet_store_blank_personal (e->store, row, error);
}

static gboolean
blank_entry (const Expiry *e, gint64 id, GError **error)
{
  StafetStatement *statement =
    stafet_connection_prepare (e->store->connection, STAFET_STORE_SELECT_IMAGES "WHERE log = $1", error);
  g_autoptr (GArray) rows = NULL;

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_integer (e->store->connection, statement, 1, id);
  rows = stafet_store_read_images (e->store, statement, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!blank_row (e, &g_array_index (rows, StafetImages, i), error))
      return FALSE;
  return rows != NULL;
}

gboolean
stafet_store_blank_before (StafetStore *self, StafetInstant before, GError **error)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) due = NULL;
  const Expiry expiry = { self, before, others };
  Mark mark;

  if (!read_mark (self, &mark, error) || !stafet_store_read_others (self, "", others, NULL, error))
    return FALSE;
  due = find_due (self, before, &mark, G_MAXINT64, error);
  for (guint i = 0; due != NULL && i < due->len; i++)
    if (!blank_entry (&expiry, g_array_index (due, gint64, i), error))
      return FALSE;
  return due != NULL && write_mark (self, before, &mark, error);
}
