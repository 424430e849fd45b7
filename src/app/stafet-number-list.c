/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stafet-number-list.h"

struct _StafetNumber
{
  GObject parent_instance;

  guint number;
};

G_DEFINE_FINAL_TYPE (StafetNumber, stafet_number, G_TYPE_OBJECT)

static void
stafet_number_class_init (StafetNumberClass *klass)
{
  (void) klass;
}

static void
stafet_number_init (StafetNumber *self)
{
  (void) self;
}

guint
stafet_number_get (StafetNumber *self)
{
  return self->number;
}

/* ——— The list ——— */

struct _StafetNumberList
{
  GObject parent_instance;

  GArray *numbers;
};

static GType
list_get_item_type (GListModel *model)
{
  (void) model;
  return STAFET_TYPE_NUMBER;
}

static guint
list_get_n_items (GListModel *model)
{
  return STAFET_NUMBER_LIST (model)->numbers->len;
}

static gpointer
list_get_item (GListModel *model, guint position)
{
  const GArray *numbers = STAFET_NUMBER_LIST (model)->numbers;
  StafetNumber *item;

  if (position >= numbers->len)
    return NULL;
  item = g_object_new (STAFET_TYPE_NUMBER, NULL);
  item->number = g_array_index (numbers, guint, position);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (StafetNumberList, stafet_number_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
stafet_number_list_finalize (GObject *object)
{
  g_array_unref (STAFET_NUMBER_LIST (object)->numbers);
  G_OBJECT_CLASS (stafet_number_list_parent_class)->finalize (object);
}

static void
stafet_number_list_class_init (StafetNumberListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stafet_number_list_finalize;
}

static void
stafet_number_list_init (StafetNumberList *self)
{
  (void) self;
}

GListModel *
stafet_number_list_new (GArray *numbers)
{
  StafetNumberList *self = g_object_new (STAFET_TYPE_NUMBER_LIST, NULL);

  self->numbers = g_array_ref (numbers);
  return G_LIST_MODEL (self);
}
