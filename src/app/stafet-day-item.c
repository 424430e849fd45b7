/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items of a day, and how a list of them is brought up to date.
 */
#include "stafet-day-item.h"

#include "stafet-growth.h"
#include "stafet-widget.h"

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
  g_clear_pointer (&content->spoken, g_free);
  g_clear_pointer (&content->second, g_free);
  g_clear_pointer (&content->second_action, g_free);
  g_clear_pointer (&content->second_spoken, g_free);
  g_clear_pointer (&content->open, g_free);
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

/* ——— How an item looks ——— */

static void
mix (guint *look, gsize value)
{
  *look = (*look ^ (guint) (value ^ (value >> 32))) * 16777619u;
}

static void
mix_text (guint *look, const char *text)
{
  mix (look, text != NULL ? g_str_hash (text) : 0);
}

/* Records are immutable and live as long as what shows them: a pointer stands for everything in one. */
static void
mix_place (guint *look, const StafetPlace *place)
{
  mix (look, (gsize) place->volunteer);
  mix (look, (gsize) place->organiser);
  mix_text (look, place->guest);
  mix (look, (gsize) place->state * 8 + (gsize) (place->came + 1));
  mix (look, (gsize) place->count);
  mix (look, (gsize) place->borrowed * 4 + (gsize) (place->unchecked != FALSE) * 2
               + (gsize) (place->standing != FALSE));
}

static void
mix_staffing (guint *look, const StafetStaffing *staffing)
{
  mix (look, (gsize) staffing->missing);
  mix (look, (gsize) staffing->permanent);
  mix (look, (gsize) staffing->asked * 2 + (staffing->looking ? 1 : 0));
  mix (look, (gsize) staffing->wanted);
  mix (look, (gsize) staffing->start);
  mix (look, (gsize) staffing->end);
  mix (look, (gsize) staffing->shift->parent.uid);
  mix_text (look, staffing->shift->role);
  for (guint i = 0; i < staffing->n_places + staffing->n_away; i++)
    mix_place (look, &staffing->places[i]);
}

static void
mix_entry (guint *look, const StafetDayContent *content)
{
  const StafetEntry *entry = content->entry;
  StafetDate date = stafet_wall_date (entry->start);

  mix (look, (gsize) (content->date - date));
  mix (look, (gsize) entry->series);
  mix (look, (gsize) entry->original);
  mix (look, (gsize) entry->start);
  mix (look, (gsize) entry->end);
  mix (look, (gsize) entry->status);
  mix (look, (gsize) entry->category);
  mix (look, (gsize) entry->room);
  mix (look, (gsize) entry->ward);
  mix (look, (gsize) entry->house);
  mix_text (look, entry->title);
  mix_text (look, entry->reason);
  mix_text (look, entry->review);
  mix_text (look, entry->activity != NULL ? entry->activity->address : NULL);
  /* Whether it is today, has begun, and is over. */
  mix (look, (gsize) ((date <= content->today) + 2 * (date == content->today)
                      + 4 * (entry->start <= content->now) + 8 * (entry->end <= content->now)));
  for (guint i = 0; content->staffing == NULL && i < entry->n_shifts; i++)
    mix_staffing (look, &entry->shifts[i]);
  if (content->staffing != NULL)
    mix_staffing (look, content->staffing);
}

void
stafet_day_content_seal (StafetDayContent *content)
{
  guint look = 2166136261u;

  mix (&look, (gsize) content->kind * 4 + (gsize) content->first * 2 + (gsize) content->last);
  mix (&look, (gsize) content->house);
  mix (&look, (gsize) content->refusals);
  mix_text (&look, content->icon);
  mix_text (&look, content->title);
  mix_text (&look, content->detail);
  mix_text (&look, content->button);
  mix_text (&look, content->action);
  mix_text (&look, content->second);
  mix_text (&look, content->second_action);
  mix_text (&look, content->open);
  if (content->entry != NULL)
    mix_entry (&look, content);
  content->look = look;
}

/* ——— Merging ——— */

/* So many rows are brought up to date at once, and so many in each portion afterwards. */
#define AT_ONCE 14
#define PORTION 10
#define PENDING_KEY "stafet-pending"

/* What the list is to become between what stays at its head and at its tail. */
typedef struct
{
  GListStore *store; /* borrowed: it owns this */
  GPtrArray *items;  /* owned: all of them */
  guint next, end;   /* which are still to come; the same position in the store */
  guint old;         /* so many rows of before stand from there on */
  StafetGrowth *growth;
} Pending;

static void
pending_free (gpointer data)
{
  Pending *pending = data;

  g_clear_pointer (&pending->growth, stafet_growth_free);
  g_ptr_array_unref (pending->items);
  g_free (pending);
}

static void
take_content (StafetDayItem *self, StafetDayItem *from)
{
  StafetDayContent old = self->content;
  char *key = self->key;

  self->content = from->content;
  self->key = from->key;
  from->content = (StafetDayContent){ 0 };
  from->key = key;
  if (self->content.look != old.look)
    g_signal_emit (self, signals[CHANGED], 0);
  content_clear (&old);
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

/* Rows that are there take what the new ones say: GTK 4.8 would destroy and make each widget anew. */
static void
bring (Pending *pending, guint n)
{
  guint reused = MIN (n, pending->old);

  for (guint i = 0; i < reused; i++)
    update_at (pending->store, pending->next + i, pending->items, pending->next + i);
  if (n > reused)
    g_list_store_splice (pending->store, pending->next + reused, 0,
                         pending->items->pdata + pending->next + reused, n - reused);
  pending->next += n;
  pending->old -= reused;
  if (pending->next == pending->end && pending->old > 0)
    {
      g_list_store_splice (pending->store, pending->next, pending->old, NULL, 0);
      pending->old = 0;
    }
}

static gboolean
portion_cb (gpointer data)
{
  Pending *pending = data;

  bring (pending, MIN (stafet_widget_portion (PORTION), pending->end - pending->next));
  if (pending->next < pending->end)
    return G_SOURCE_CONTINUE;
  g_object_set_data (G_OBJECT (pending->store), PENDING_KEY, NULL);
  return G_SOURCE_REMOVE;
}

void
stafet_day_items_merge (GListStore *store, GPtrArray *items, GtkWidget *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store)), head = 0, tail = 0;
  guint least = MIN (n, items->len);
  Pending *pending;

  g_object_set_data (G_OBJECT (store), PENDING_KEY, NULL);
  while (head < least && same_key (store, head, items, head))
    head++;
  while (tail < least - head && same_key (store, n - 1 - tail, items, items->len - 1 - tail))
    tail++;
  for (guint i = 0; i < head; i++)
    update_at (store, i, items, i);
  for (guint i = 0; i < tail; i++)
    update_at (store, n - 1 - i, items, items->len - 1 - i);
  pending = g_new0 (Pending, 1);
  pending->store = store;
  pending->items = g_ptr_array_ref (items);
  pending->next = head;
  pending->end = items->len - tail;
  pending->old = n - head - tail;
  bring (pending, MIN (stafet_widget_portion (AT_ONCE), pending->end - pending->next));
  if (pending->next == pending->end)
    {
      pending_free (pending);
      return;
    }
  g_object_set_data_full (G_OBJECT (store), PENDING_KEY, pending, pending_free);
  pending->growth = stafet_growth_new (list, portion_cb, pending);
}

gboolean
stafet_day_items_is_settled (GListStore *store)
{
  return g_object_get_data (G_OBJECT (store), PENDING_KEY) == NULL;
}
