/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items of a day, and how a list of them is brought up to date.
 */
#include "stafet-day-item.h"

#include <string.h>

struct _StafetDayAgenda
{
  StafetAgenda *agenda;
};

StafetDayAgenda *
stafet_day_agenda_new (StafetAgenda *agenda)
{
  StafetDayAgenda *self = g_rc_box_new (StafetDayAgenda);

  self->agenda = agenda;
  return self;
}

StafetDayAgenda *
stafet_day_agenda_ref (StafetDayAgenda *self)
{
  return g_rc_box_acquire (self);
}

static void
free_agenda (gpointer data)
{
  stafet_agenda_free (((StafetDayAgenda *) data)->agenda);
}

void
stafet_day_agenda_unref (StafetDayAgenda *self)
{
  g_rc_box_release_full (self, free_agenda);
}

StafetAgenda *
stafet_day_agenda_get (StafetDayAgenda *self)
{
  return self->agenda;
}

/* ——— The item ——— */

struct _StafetDayItem
{
  GObject parent_instance;

  char *key; /* owned */
  StafetDayContent content;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StafetDayItem, stafet_day_item, G_TYPE_OBJECT)

static void
content_clear (StafetDayContent *content)
{
  g_clear_pointer (&content->agenda, stafet_day_agenda_unref);
  g_clear_pointer (&content->icon, g_free);
  g_clear_pointer (&content->title, g_free);
  g_clear_pointer (&content->detail, g_free);
  g_clear_pointer (&content->button, g_free);
  g_clear_pointer (&content->action, g_free);
}

static void
stafet_day_item_finalize (GObject *object)
{
  StafetDayItem *self = STAFET_DAY_ITEM (object);

  content_clear (&self->content);
  g_free (self->key);
  G_OBJECT_CLASS (stafet_day_item_parent_class)->finalize (object);
}

static void
stafet_day_item_class_init (StafetDayItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stafet_day_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
stafet_day_item_init (StafetDayItem *self)
{
  (void) self;
}

StafetDayItem *
stafet_day_item_new (StafetDayItemKind kind, const char *key)
{
  StafetDayItem *self = g_object_new (STAFET_TYPE_DAY_ITEM, NULL);

  self->key = g_strdup_printf ("%d/%s", (int) kind, key);
  self->content.kind = kind;
  return self;
}

StafetDayContent *
stafet_day_item_edit (StafetDayItem *self)
{
  return &self->content;
}

const StafetDayContent *
stafet_day_item_get (StafetDayItem *self)
{
  return &self->content;
}

/* ——— Merging ——— */

static void
take_content (StafetDayItem *self, StafetDayItem *from)
{
  StafetDayContent old = self->content;

  self->content = from->content;
  from->content = (StafetDayContent){ 0 };
  content_clear (&old);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
same_key (GListStore *store, guint position, GPtrArray *items, guint i)
{
  g_autoptr (StafetDayItem) there = g_list_model_get_item (G_LIST_MODEL (store), position);

  return strcmp (there->key, ((StafetDayItem *) g_ptr_array_index (items, i))->key) == 0;
}

static void
update_at (GListStore *store, guint position, GPtrArray *items, guint i)
{
  g_autoptr (StafetDayItem) there = g_list_model_get_item (G_LIST_MODEL (store), position);

  take_content (there, g_ptr_array_index (items, i));
}

void
stafet_day_items_merge (GListStore *store, GPtrArray *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store)), head = 0, tail = 0;
  guint least = MIN (n, items->len);

  while (head < least && same_key (store, head, items, head))
    head++;
  while (tail < least - head && same_key (store, n - 1 - tail, items, items->len - 1 - tail))
    tail++;
  for (guint i = 0; i < head; i++)
    update_at (store, i, items, i);
  for (guint i = 0; i < tail; i++)
    update_at (store, n - 1 - i, items, items->len - 1 - i);
  if (n - head - tail > 0 || items->len - head - tail > 0)
    g_list_store_splice (store, head, n - head - tail, items->pdata + head, items->len - head - tail);
}
