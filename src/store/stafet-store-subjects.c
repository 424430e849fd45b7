/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What each change is about: its rows, what they refer to, and what those belong to.
 *
 * It is written beside the log, so that "what happened to this activity" reads that activity's changes and
 * not the whole log. A program of an older schema writes to the log alone: a note says up to where the log
 * was looked through, and whoever comes next goes on from there.
 */
#include "core/stafet-volunteer.h"
#include "stafet-queries.h"
#include "stafet-store-private.h"

#define NOTE_KEY "history/subjects"
#define ENTRIES_AT_ONCE 200

struct _StafetSubjects
{
  StafetStore *store; /* borrowed */
  GHashTable *known;  /* StafetUid → GPtrArray of StafetUid: what the record belongs to */
};

StafetSubjects *
stafet_subjects_new (StafetStore *store)
{
  StafetSubjects *self = g_new0 (StafetSubjects, 1);

  self->store = store;
  self->known =
    g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
stafet_subjects_free (StafetSubjects *self)
{
  g_hash_table_unref (self->known);
  g_free (self);
}

/* ——— What belongs to what ——— */

static gboolean
is_subject (StafetKind kind)
{
  return kind == STAFET_KIND_HOUSE || kind == STAFET_KIND_VOLUNTEER || kind == STAFET_KIND_ACTIVITY
         || kind == STAFET_KIND_SHIFT;
}

/* What says how a volunteer is, not where she works. */
static gboolean
is_part_of_volunteer (StafetKind kind)
{
  return (kind >= STAFET_KIND_PHONE && kind <= STAFET_KIND_AVAILABILITY) || kind == STAFET_KIND_ABSENCE;
}

/* Whether a record of @kind belongs to whatever the record in @field belongs to. */
static gboolean
leads_on (StafetKind kind, const StafetField *field)
{
  switch (field->target)
    {
    case STAFET_KIND_HOUSE:
    case STAFET_KIND_WARD:
    case STAFET_KIND_ROOM:
      return TRUE;
    case STAFET_KIND_ACTIVITY:
    case STAFET_KIND_SHIFT:
      return !g_str_equal (field->name, "split_from");
    case STAFET_KIND_VOLUNTEER:
      return is_part_of_volunteer (kind) && g_str_equal (field->name, "volunteer");
    default:
      return FALSE;
    }
}

/* Whether it belongs to that record alone: somebody's place on a shift is no matter of her own house's. */
static gboolean
names (const StafetField *field)
{
  return field->target == STAFET_KIND_VOLUNTEER
         && (g_str_equal (field->name, "volunteer") || g_str_equal (field->name, "other"));
}

static StafetRecord *
read_stored (StafetSubjects *self, const StafetRecordInfo *info, StafetUid uid)
{
  StafetConnection *connection = self->store->connection;
  g_autofree char *sql = stafet_query_select (info, self->store->schema, "WHERE \"uid\" = $1");
  StafetStatement *statement = stafet_connection_prepare (connection, sql, NULL);
  StafetRecord *record = NULL;

  if (statement == NULL)
    return NULL;
  stafet_connection_bind_text (connection, statement, 1, uid);
  if (stafet_connection_step (connection, statement, NULL) == STAFET_STEP_ROW)
    {
      record = stafet_query_read (connection, statement, info);
      stafet_connection_reset (connection, statement);
    }
  return record;
}

static void
add_homes (StafetSubjects *self, StafetUid volunteer, GPtrArray *subjects)
{
  static const char sql[] =
    "SELECT house FROM volunteer_house WHERE volunteer = $1 AND relation = 'home' AND house IS NOT NULL";
  StafetConnection *connection = self->store->connection;
  StafetStatement *statement = stafet_connection_prepare (connection, sql, NULL);

  if (statement == NULL)
    return;
  stafet_connection_bind_text (connection, statement, 1, volunteer);
  while (stafet_connection_step (connection, statement, NULL) == STAFET_STEP_ROW)
    g_ptr_array_add (subjects,
                     (gpointer) stafet_uid_intern (stafet_connection_get_text (connection, statement, 0)));
}

static const GPtrArray *belongs_to (StafetSubjects *self, StafetKind kind, StafetUid uid,
                                    StafetRecord *record);

static void
add_all (GPtrArray *subjects, const GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (subjects, g_ptr_array_index (more, i));
}

static void
follow_fields (StafetSubjects *self, StafetRecord *record, GPtrArray *subjects)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    {
      StafetUid uid = field->type == STAFET_FIELD_REF ? STAFET_FIELD_AT (StafetUid, record, field) : NULL;

      if (uid != NULL && leads_on (info->kind, field))
        add_all (subjects, belongs_to (self, field->target, uid, NULL));
      else if (uid != NULL && names (field))
        g_ptr_array_add (subjects, (gpointer) uid);
    }
}

/* @record: nullable, when it is at hand. Borrowed. */
static const GPtrArray *
belongs_to (StafetSubjects *self, StafetKind kind, StafetUid uid, StafetRecord *record)
{
  GPtrArray *subjects = g_hash_table_lookup (self->known, uid);
  g_autoptr (StafetRecord) read = NULL;

  if (subjects != NULL)
    return subjects;
  subjects = g_ptr_array_new ();
  g_hash_table_insert (self->known, (gpointer) uid, subjects);
  if (is_subject (kind))
    g_ptr_array_add (subjects, (gpointer) uid);
  if (kind == STAFET_KIND_VOLUNTEER)
    add_homes (self, uid, subjects);
  if (kind == STAFET_KIND_VOLUNTEER || kind == STAFET_KIND_HOUSE)
    return subjects;
  if (record == NULL)
    record = read = read_stored (self, stafet_record_info (kind), uid);
  if (record == NULL)
    record = read = stafet_store_read_gone (self->store, kind, uid);
  if (record != NULL)
    follow_fields (self, record, subjects);
  return subjects;
}

/* ——— Rows ——— */

static void
add_to_set (GHashTable *set, const GPtrArray *subjects)
{
  for (guint i = 0; i < subjects->len; i++)
    g_hash_table_add (set, g_ptr_array_index (subjects, i));
}

static void
add_reference (StafetSubjects *self, GHashTable *set, StafetKind kind, const StafetField *field,
               StafetUid uid)
{
  if (uid == NULL)
    return;
  if (leads_on (kind, field))
    add_to_set (set, belongs_to (self, field->target, uid, NULL));
  else if (is_subject (field->target))
    g_hash_table_add (set, (gpointer) uid);
}

/* What a reference said before and says now, where it is another. @before and @after are nullable, and may
 * hold only what changed. */
static void
add_references (StafetSubjects *self, GHashTable *set, StafetRecord *before, StafetRecord *after)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (after != NULL ? after : before);

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    {
      gboolean reference = field->type == STAFET_FIELD_REF;
      StafetUid old = reference && before != NULL ? STAFET_FIELD_AT (StafetUid, before, field) : NULL;
      StafetUid new = reference &&after != NULL ? STAFET_FIELD_AT (StafetUid, after, field) : NULL;

      if (old == new)
        continue;
      add_reference (self, set, info->kind, field, old);
      add_reference (self, set, info->kind, field, new);
    }
}

static StafetRecord *
record_of_image (const StafetLogRow *row, GVariant *image)
{
  StafetRecord *record = image != NULL ? stafet_record_new (row->kind, row->uid) : NULL;

  /* What a newer program wrote, or was made unreadable, refers to nothing. */
  if (record != NULL)
    stafet_record_apply_image (record, image, NULL);
  return record;
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new (g_direct_hash, g_direct_equal);
}

GHashTable *
stafet_subjects_of_entry (StafetSubjects *self, const StafetLogEntry *entry)
{
  GHashTable *set = new_set ();

  for (guint i = 0; i < entry->rows->len; i++)
    {
      const StafetLogRow *row = g_ptr_array_index (entry->rows, i);
      g_autoptr (StafetRecord) before = NULL, after = NULL;

      if (row->kind == STAFET_KIND_NONE)
        continue;
      before = record_of_image (row, row->before);
      after = record_of_image (row, row->after);
      add_to_set (set, belongs_to (self, row->kind, row->uid, NULL));
      if (before != NULL || after != NULL)
        add_references (self, set, before, after);
    }
  return set;
}

static GHashTable *
subjects_of_changeset (StafetSubjects *self, const StafetChangeset *changeset)
{
  GHashTable *set = new_set ();

  for (guint i = 0; i < stafet_changeset_length (changeset); i++)
    {
      StafetChange *change = stafet_changeset_get (changeset, i);

      add_to_set (set, belongs_to (self, change->kind, change->uid,
                                   change->after != NULL ? change->after : change->before));
      add_references (self, set, change->before, change->after);
    }
  return set;
}

/* ——— Written down ——— */

static gboolean
write_set (StafetStore *store, gint64 id, GHashTable *set, GError **error)
{
  static const char sql[] = "INSERT INTO change_subject (uid, log) VALUES ($1, $2) ON CONFLICT DO NOTHING";
  StafetStatement *statement = stafet_connection_prepare (store->connection, sql, error);
  GHashTableIter iter;
  gpointer uid;

  if (statement == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    {
      stafet_connection_bind_text (store->connection, statement, 1, uid);
      stafet_connection_bind_integer (store->connection, statement, 2, id);
      if (!stafet_connection_run (store->connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* The newest entry that was looked through; 0 when none was. */
static gint64
looked_through (StafetStore *store)
{
  g_autofree char *note = stafet_store_read_note (store, NOTE_KEY, NULL);

  return note != NULL ? g_ascii_strtoll (note, NULL, 10) : 0;
}

static gboolean
note_looked_through (StafetStore *store, gint64 id, GError **error)
{
  g_autofree char *note = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return stafet_store_write_note (store, NOTE_KEY, note, error);
}

static GPtrArray *
read_some (StafetStore *store, gint64 after, gint64 before, GError **error)
{
  static const char sql[] = STAFET_STORE_SELECT_LOG "WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3";
  StafetStatement *statement = stafet_connection_prepare (store->connection, sql, error);

  if (statement == NULL)
    return NULL;
  stafet_connection_bind_integer (store->connection, statement, 1, after);
  stafet_connection_bind_integer (store->connection, statement, 2, before);
  stafet_connection_bind_integer (store->connection, statement, 3, ENTRIES_AT_ONCE);
  return stafet_store_read_entries (store, statement, NULL, error);
}

/* Looks through the entries between @after and @before. */
static gboolean
look_through (StafetStore *store, gint64 after, gint64 before, GError **error)
{
  g_autoptr (StafetSubjects) self = stafet_subjects_new (store);
  guint n;

  do
    {
      g_autoptr (GPtrArray) entries = read_some (store, after, before, error);

      if (entries == NULL)
        return FALSE;
      n = entries->len;
      for (guint i = 0; i < n; i++)
        {
          const StafetLogEntry *entry = g_ptr_array_index (entries, i);
          g_autoptr (GHashTable) set = stafet_subjects_of_entry (self, entry);

          if (!write_set (store, entry->id, set, error))
            return FALSE;
          after = entry->id;
        }
    }
  while (n == ENTRIES_AT_ONCE);
  return TRUE;
}

gboolean
stafet_subjects_write (StafetStore *store, const StafetChangeset *changeset, GError **error)
{
  g_autoptr (StafetSubjects) self = stafet_subjects_new (store);
  g_autoptr (GHashTable) set = NULL;

  if (!look_through (store, looked_through (store), changeset->id, error))
    return FALSE;
  set = subjects_of_changeset (self, changeset);
  return write_set (store, changeset->id, set, error) && note_looked_through (store, changeset->id, error);
}

static gboolean
catch_up (StafetStore *store, GError **error)
{
  StafetInstant at;
  gint64 head;

  return stafet_store_read_head (store, &head, &at, error)
         && look_through (store, looked_through (store), head + 1, error)
         && note_looked_through (store, head, error) && stafet_connection_commit (store->connection, error);
}

gboolean
stafet_subjects_catch_up (StafetStore *store, GError **error)
{
  if (!stafet_connection_begin (store->connection, error))
    return FALSE;
  if (catch_up (store, error))
    return TRUE;
  stafet_connection_rollback (store->connection);
  return FALSE;
}

gboolean
stafet_subjects_are_whole (StafetStore *store)
{
  StafetInstant at;
  gint64 head;

  return stafet_store_read_head (store, &head, &at, NULL) && looked_through (store) >= head;
}
