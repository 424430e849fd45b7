/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The live list of one kind, and its items.
 */
#include "stafet-item.h"

struct _StafetItem
{
  GObject parent_instance;

  StafetRecord *record; /* owned */
  guint position;       /* in its list */
};

enum
{
  PROP_RECORD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StafetItem, stafet_item, G_TYPE_OBJECT)

static void
stafet_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RECORD)
    g_value_set_object (value, STAFET_ITEM (object)->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
stafet_item_dispose (GObject *object)
{
  g_clear_object (&STAFET_ITEM (object)->record);
  G_OBJECT_CLASS (stafet_item_parent_class)->dispose (object);
}

static void
stafet_item_class_init (StafetItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = stafet_item_get_property;
  object_class->dispose = stafet_item_dispose;
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, STAFET_TYPE_RECORD,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
stafet_item_init (StafetItem *self)
{
  (void) self;
}

gpointer
stafet_item_get_record (StafetItem *self)
{
  return self->record;
}

/* ——— The list ——— */

struct _StafetRecordList
{
  GObject parent_instance;

  GPtrArray *items;   /* StafetItem, owned */
  GHashTable *by_uid; /* StafetUid → StafetItem, borrowed from items */
};

static GType
list_get_item_type (GListModel *model)
{
  (void) model;
  return STAFET_TYPE_ITEM;
}

static guint
list_get_n_items (GListModel *model)
{
  return STAFET_RECORD_LIST (model)->items->len;
}

static gpointer
list_get_item (GListModel *model, guint position)
{
  StafetRecordList *self = STAFET_RECORD_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (StafetRecordList, stafet_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
stafet_record_list_finalize (GObject *object)
{
  StafetRecordList *self = STAFET_RECORD_LIST (object);

  g_hash_table_unref (self->by_uid);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (stafet_record_list_parent_class)->finalize (object);
}

static void
stafet_record_list_class_init (StafetRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stafet_record_list_finalize;
}

static void
stafet_record_list_init (StafetRecordList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_uid = g_hash_table_new (g_direct_hash, g_direct_equal);
}

static void
append (StafetRecordList *self, StafetRecord *record)
{
  StafetItem *item = g_object_new (STAFET_TYPE_ITEM, NULL);

  item->record = g_object_ref (record);
  item->position = self->items->len;
  g_ptr_array_add (self->items, item);
  g_hash_table_insert (self->by_uid, (gpointer) record->uid, item);
}

StafetRecordList *
stafet_record_list_new (const GPtrArray *records)
{
  StafetRecordList *self = g_object_new (STAFET_TYPE_RECORD_LIST, NULL);

  for (guint i = 0; i < records->len; i++)
    append (self, g_ptr_array_index (records, i));
  return self;
}

void
stafet_record_list_put (StafetRecordList *self, gpointer object)
{
  StafetRecord *record = object;
  StafetItem *item = g_hash_table_lookup (self->by_uid, record->uid);

  if (item == NULL)
    {
      append (self, record);
      g_list_model_items_changed (G_LIST_MODEL (self), self->items->len - 1, 0, 1);
    }
  else if (g_set_object (&item->record, record))
    g_object_notify_by_pspec (G_OBJECT (item), properties[PROP_RECORD]);
}

void
stafet_record_list_remove (StafetRecordList *self, StafetUid uid)
{
  StafetItem *item = g_hash_table_lookup (self->by_uid, uid);
  guint position;

  if (item == NULL)
    return;
  position = item->position;
  g_hash_table_remove (self->by_uid, uid);
  g_ptr_array_remove_index (self->items, position);
  for (guint i = position; i < self->items->len; i++)
    ((StafetItem *) g_ptr_array_index (self->items, i))->position = i;
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/* Keeps the items of those that stay. Returns the position of the first that goes. */
static guint
drop_gone (StafetRecordList *self, GHashTable *records)
{
  g_autoptr (GPtrArray) old = self->items;
  guint first = old->len;

  self->items = g_ptr_array_new_full (g_hash_table_size (records), g_object_unref);
  for (guint i = 0; i < old->len; i++)
    {
      StafetItem *item = g_ptr_array_index (old, i);

      if (!g_hash_table_contains (records, item->record->uid))
        {
          first = MIN (first, i);
          g_hash_table_remove (self->by_uid, item->record->uid);
          continue;
        }
      item->position = self->items->len;
      g_ptr_array_add (self->items, g_object_ref (item));
    }
  return first;
}

void
stafet_record_list_renew (StafetRecordList *self, const GPtrArray *records)
{
  g_autoptr (GHashTable) uids = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint n_before = self->items->len, first;

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (uids, (gpointer) ((StafetRecord *) records->pdata[i])->uid);
  first = drop_gone (self, uids);
  for (guint i = 0; i < records->len; i++)
    if (g_hash_table_lookup (self->by_uid, ((StafetRecord *) records->pdata[i])->uid) == NULL)
      append (self, records->pdata[i]);
  if (first < n_before || self->items->len > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), first, n_before - first, self->items->len - first);
  for (guint i = 0; i < records->len; i++)
    stafet_record_list_put (self, records->pdata[i]);
}
