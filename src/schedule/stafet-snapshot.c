/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables and indexes of records, copied only when shared.
 */
#include "stafet-snapshot.h"

#include <string.h>

/* One kind's records. Shared between snapshots; copied before the first write by one of several owners. */
typedef struct
{
  gatomicrefcount refs;
  GHashTable *by_uid; /* StafetUid (pointer) → record, owned */
  GPtrArray *all;     /* ordered by uid, borrowed from by_uid */
} Table;

/* One index's records by the uid they refer to. */
typedef struct
{
  gatomicrefcount refs;
  GHashTable *by_ref; /* StafetUid (pointer) → GPtrArray of borrowed records */
} Index;

struct _StafetSnapshot
{
  gatomicrefcount refs;
  Table *tables[STAFET_N_KINDS];
  Index *indexes[STAFET_N_INDEXES];
};

static const GPtrArray *
no_records (void)
{
  static gsize none = 0;

  if (g_once_init_enter (&none))
    g_once_init_leave (&none, (gsize) g_ptr_array_new ());
  return (const GPtrArray *) none;
}

/* ——— Order ——— */

static StafetDate
order_date (const StafetRecord *record)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);

  if (info->order_field < 0)
    return 0;
  return STAFET_FIELD_AT (StafetDate, record, &info->fields[info->order_field]);
}

static int
compare_records (const StafetRecord *a, StafetDate a_date, const StafetRecord *b)
{
  StafetDate b_date = order_date (b);

  if (a_date != b_date)
    return a_date < b_date ? -1 : 1;
  return a->uid == b->uid ? 0 : strcmp (a->uid, b->uid);
}

/* Where @record stands, or belongs, in a sorted array. By uid alone where @dated is FALSE. */
static guint
find_position (const GPtrArray *records, const StafetRecord *record, gboolean dated, gboolean *found)
{
  StafetDate date = dated ? order_date (record) : 0;
  guint low = 0, high = records->len;

  *found = FALSE;
  while (low < high)
    {
      /* Rows arrive in order when a store is loaded: try the end first. */
      guint middle = low == 0 && high == records->len ? high - 1 : (low + high) / 2;
      const StafetRecord *other = g_ptr_array_index (records, middle);
      int order = dated ? compare_records (record, date, other) : strcmp (record->uid, other->uid);

      if (order == 0)
        {
          *found = TRUE;
          return middle;
        }
      if (order > 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
insert_sorted (GPtrArray *records, StafetRecord *record, gboolean dated)
{
  gboolean found;
  guint at = find_position (records, record, dated, &found);

  if (found)
    records->pdata[at] = record;
  else
    g_ptr_array_insert (records, (int) at, record);
}

static void
remove_sorted (GPtrArray *records, const StafetRecord *record, gboolean dated)
{
  gboolean found;
  guint at = find_position (records, record, dated, &found);

  if (found)
    g_ptr_array_remove_index (records, at);
}

/* ——— Tables ——— */

static Table *
table_new (void)
{
  Table *table = g_new0 (Table, 1);

  g_atomic_ref_count_init (&table->refs);
  table->by_uid = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_object_unref);
  table->all = g_ptr_array_new ();
  return table;
}

static void
table_unref (Table *table)
{
  if (!g_atomic_ref_count_dec (&table->refs))
    return;
  g_ptr_array_unref (table->all);
  g_hash_table_unref (table->by_uid);
  g_free (table);
}

/* The snapshot's own table, copied first when somebody else shares it. */
static Table *
table_for_writing (StafetSnapshot *self, StafetKind kind)
{
  Table *shared = self->tables[kind];
  Table *own;

  if (g_atomic_ref_count_compare (&shared->refs, 1))
    return shared;
  own = table_new ();
  for (guint i = 0; i < shared->all->len; i++)
    {
      StafetRecord *record = g_ptr_array_index (shared->all, i);

      g_hash_table_insert (own->by_uid, (gpointer) record->uid, g_object_ref (record));
      g_ptr_array_add (own->all, record);
    }
  table_unref (shared);
  return self->tables[kind] = own;
}

static Index *
index_new (void)
{
  Index *index = g_new0 (Index, 1);

  g_atomic_ref_count_init (&index->refs);
  index->by_ref =
    g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  return index;
}

static void
index_unref (Index *index)
{
  if (!g_atomic_ref_count_dec (&index->refs))
    return;
  g_hash_table_unref (index->by_ref);
  g_free (index);
}

static GPtrArray *
copy_array (GPtrArray *from)
{
  GPtrArray *to = g_ptr_array_sized_new (from->len);

  g_ptr_array_extend (to, from, NULL, NULL);
  return to;
}

static Index *
index_for_writing (StafetSnapshot *self, StafetIndex which)
{
  Index *shared = self->indexes[which];
  GHashTableIter iter;
  gpointer uid, records;
  Index *own;

  if (g_atomic_ref_count_compare (&shared->refs, 1))
    return shared;
  own = index_new ();
  g_hash_table_iter_init (&iter, shared->by_ref);
  while (g_hash_table_iter_next (&iter, &uid, &records))
    g_hash_table_insert (own->by_ref, uid, copy_array (records));
  index_unref (shared);
  return self->indexes[which] = own;
}

/* ——— Snapshots ——— */

StafetSnapshot *
stafet_snapshot_new (void)
{
  StafetSnapshot *self = g_new0 (StafetSnapshot, 1);

  g_atomic_ref_count_init (&self->refs);
  for (int kind = 0; kind < STAFET_N_KINDS; kind++)
    self->tables[kind] = table_new ();
  for (int index = 0; index < STAFET_N_INDEXES; index++)
    self->indexes[index] = index_new ();
  return self;
}

StafetSnapshot *
stafet_snapshot_ref (StafetSnapshot *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
stafet_snapshot_unref (StafetSnapshot *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (int index = 0; index < STAFET_N_INDEXES; index++)
    index_unref (self->indexes[index]);
  for (int kind = 0; kind < STAFET_N_KINDS; kind++)
    table_unref (self->tables[kind]);
  g_free (self);
}

StafetSnapshot *
stafet_snapshot_copy (StafetSnapshot *self)
{
  StafetSnapshot *copy = g_new0 (StafetSnapshot, 1);

  g_atomic_ref_count_init (&copy->refs);
  for (int kind = 0; kind < STAFET_N_KINDS; kind++)
    {
      copy->tables[kind] = self->tables[kind];
      g_atomic_ref_count_inc (&copy->tables[kind]->refs);
    }
  for (int index = 0; index < STAFET_N_INDEXES; index++)
    {
      copy->indexes[index] = self->indexes[index];
      g_atomic_ref_count_inc (&copy->indexes[index]->refs);
    }
  return copy;
}

gpointer
stafet_snapshot_get (const StafetSnapshot *self, StafetKind kind, StafetUid uid)
{
  return uid != NULL ? g_hash_table_lookup (self->tables[kind]->by_uid, uid) : NULL;
}

gpointer
stafet_snapshot_lookup (const StafetSnapshot *self, StafetKind kind, const char *uid)
{
  return uid != NULL ? stafet_snapshot_get (self, kind, stafet_uid_intern (uid)) : NULL;
}

const GPtrArray *
stafet_snapshot_all (const StafetSnapshot *self, StafetKind kind)
{
  return self->tables[kind]->all;
}

const GPtrArray *
stafet_snapshot_index (const StafetSnapshot *self, StafetIndex index, StafetUid uid)
{
  const GPtrArray *records = uid != NULL ? g_hash_table_lookup (self->indexes[index]->by_ref, uid) : NULL;

  return records != NULL ? records : no_records ();
}

guint
stafet_snapshot_first_on (const GPtrArray *records, StafetDate date)
{
  guint low = 0, high = records->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (order_date (g_ptr_array_index (records, middle)) < date)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* ——— Writing ——— */

static void
index_record (StafetSnapshot *self, StafetRecord *record, gboolean add)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    {
      StafetUid uid;
      GPtrArray *records;
      Index *index;

      if (field->index == STAFET_INDEX_NONE || (uid = STAFET_FIELD_AT (StafetUid, record, field)) == NULL)
        continue;
      index = index_for_writing (self, field->index);
      records = g_hash_table_lookup (index->by_ref, uid);
      if (records == NULL)
        g_hash_table_insert (index->by_ref, (gpointer) uid, records = g_ptr_array_new ());
      if (add)
        insert_sorted (records, record, TRUE);
      else
        remove_sorted (records, record, TRUE);
      if (records->len == 0)
        g_hash_table_remove (index->by_ref, uid);
    }
}

/* In a table whose order is put right afterwards. */
static void
put_anywhere (GPtrArray *records, StafetRecord *record, StafetRecord *old)
{
  guint at;

  if (old != NULL && g_ptr_array_find (records, old, &at))
    records->pdata[at] = record;
  else
    g_ptr_array_add (records, record);
}

static void
put (StafetSnapshot *self, StafetRecord *record, gboolean anywhere)
{
  StafetKind kind = STAFET_RECORD_KIND (record);
  Table *table = table_for_writing (self, kind);
  StafetRecord *old = g_hash_table_lookup (table->by_uid, record->uid);

  if (old != NULL)
    index_record (self, old, FALSE);
  if (anywhere)
    put_anywhere (table->all, record, old);
  else
    insert_sorted (table->all, record, FALSE);
  g_object_ref (record);
  g_hash_table_replace (table->by_uid, (gpointer) record->uid, record);
  index_record (self, record, TRUE);
}

void
stafet_snapshot_put (StafetSnapshot *self, gpointer record)
{
  put (self, record, FALSE);
}

void
stafet_snapshot_remove (StafetSnapshot *self, StafetKind kind, StafetUid uid)
{
  Table *table = table_for_writing (self, kind);
  StafetRecord *old = g_hash_table_lookup (table->by_uid, uid);

  if (old == NULL)
    return;
  index_record (self, old, FALSE);
  remove_sorted (table->all, old, FALSE);
  g_hash_table_remove (table->by_uid, uid);
}

static void
raise_booking (StafetSnapshot *self, const StafetBooking *booking)
{
  StafetRecord *record = stafet_snapshot_get (self, booking->kind, booking->uid);
  g_autoptr (StafetRecord) raised = record != NULL ? stafet_record_copy (record) : NULL;

  if (raised == NULL)
    return;
  raised->booking_version = booking->expected + 1;
  stafet_snapshot_put (self, raised);
}

/* So many new records of a kind are sorted into its table together, and so many that go leave it together:
 * one by one each would move half of it. */
#define MANY 64

typedef struct
{
  guint n, n_new, n_gone;
} Tally;

static void
count_changes (StafetSnapshot *self, const StafetChangeset *changeset, Tally tallies[STAFET_N_KINDS])
{
  for (guint i = 0; i < stafet_changeset_length (changeset); i++)
    {
      StafetChange *change = stafet_changeset_get (changeset, i);
      Tally *tally = &tallies[change->kind];

      tally->n++;
      if (change->operation == STAFET_CHANGE_DELETE)
        tally->n_gone++;
      else if (stafet_snapshot_get (self, change->kind, change->uid) == NULL)
        tally->n_new++;
    }
}

/* Takes those that go out of the order of their table; by uid they are still there. */
static void
drop_many (StafetSnapshot *self, StafetKind kind, const StafetChangeset *changeset)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_direct_hash, g_direct_equal);
  GPtrArray *all = table_for_writing (self, kind)->all;
  guint kept = 0;

  for (guint i = 0; i < stafet_changeset_length (changeset); i++)
    if (stafet_changeset_get (changeset, i)->kind == kind)
      g_hash_table_add (gone, (gpointer) stafet_changeset_get (changeset, i)->uid);
  for (guint i = 0; i < all->len; i++)
    if (!g_hash_table_contains (gone, ((StafetRecord *) all->pdata[i])->uid))
      all->pdata[kept++] = all->pdata[i];
  g_ptr_array_set_size (all, (int) kept);
}

static int
compare_uids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(StafetRecord *const *) a)->uid, (*(StafetRecord *const *) b)->uid);
}

void
stafet_snapshot_apply (StafetSnapshot *self, const StafetChangeset *changeset)
{
  Tally tallies[STAFET_N_KINDS] = { { 0 } };
  gboolean many[STAFET_N_KINDS];

  count_changes (self, changeset, tallies);
  for (int kind = 0; kind < STAFET_N_KINDS; kind++)
    {
      many[kind] = tallies[kind].n > MANY && tallies[kind].n_new == tallies[kind].n;
      if (tallies[kind].n > MANY && tallies[kind].n_gone == tallies[kind].n)
        drop_many (self, (StafetKind) kind, changeset);
    }
  for (guint i = 0; i < stafet_changeset_length (changeset); i++)
    {
      StafetChange *change = stafet_changeset_get (changeset, i);

      if (change->operation == STAFET_CHANGE_DELETE)
        stafet_snapshot_remove (self, change->kind, change->uid);
      else
        put (self, change->after, many[change->kind]);
    }
  for (int kind = 0; kind < STAFET_N_KINDS; kind++)
    if (many[kind])
      g_ptr_array_sort (self->tables[kind]->all, compare_uids);
  for (guint i = 0; i < changeset->bookings->len; i++)
    raise_booking (self, &g_array_index (changeset->bookings, StafetBooking, i));
}

/* ——— Shorthands ——— */

static const StafetSettings *
default_settings (void)
{
  static gsize defaults = 0;

  if (g_once_init_enter (&defaults))
    {
      StafetSettings *settings = stafet_record_new (STAFET_KIND_SETTINGS, STAFET_SETTINGS_UID);
      const StafetField *zone = stafet_record_info_field (stafet_record_info (STAFET_KIND_SETTINGS), "zone");

      stafet_record_take_text (settings, zone, g_strdup (STAFET_ZONE_DEFAULT));
      g_once_init_leave (&defaults, (gsize) settings);
    }
  return (const StafetSettings *) defaults;
}

const StafetSettings *
stafet_snapshot_settings (const StafetSnapshot *self)
{
  const GPtrArray *all = stafet_snapshot_all (self, STAFET_KIND_SETTINGS);

  return all->len > 0 ? g_ptr_array_index (all, 0) : default_settings ();
}

StafetException *
stafet_snapshot_exception (const StafetSnapshot *self, StafetUid series, StafetKind kind, StafetDate date)
{
  const GPtrArray *records = stafet_snapshot_index (
    self, kind == STAFET_KIND_ACTIVITY ? STAFET_INDEX_EXCEPTION_BY_ACTIVITY : STAFET_INDEX_EXCEPTION_BY_SHIFT,
    series);
  guint at = records->len > 0 ? stafet_snapshot_first_on (records, date) : 0;
  StafetException *exception = at < records->len ? g_ptr_array_index (records, at) : NULL;

  return exception != NULL && exception->date == date ? exception : NULL;
}

char **
stafet_snapshot_list_texts (const StafetSnapshot *self, StafetRecord *owner, const StafetList *list)
{
  const GPtrArray *links = stafet_snapshot_index (self, list->index, owner->uid);
  const StafetRecordInfo *info = stafet_record_info (list->link);
  const StafetField *which = list->which != NULL ? stafet_record_info_field (info, list->which) : NULL;
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < links->len; i++)
    {
      StafetRecord *link = g_ptr_array_index (links, i);
      g_autofree char *text = NULL;

      if (which != NULL && STAFET_FIELD_AT (gint32, link, which) != list->which_value)
        continue;
      text = list->value != NULL ? stafet_record_get_text (link, stafet_record_info_field (info, list->value))
                                 : list->write (link);
      g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}
