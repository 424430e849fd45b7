/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How it stands with a place, and when feeds were published.
 */
#include "stafet-publish.h"

#include "stafet-publish-files.h"
#include "stafet-publish-memory.h"

StafetPublishState *
stafet_publish_read_state (StafetStore *store, const char *to)
{
  g_autofree char *place = stafet_publish_memory_place (to);
  g_autoptr (StafetPublishMemory) memory = stafet_publish_memory_read (store, place, NULL);
  StafetPublishState *state = g_new0 (StafetPublishState, 1);

  state->at = memory != NULL ? memory->at : STAFET_INSTANT_NONE;
  state->tried = memory != NULL ? memory->tried : STAFET_INSTANT_NONE;
  state->files = memory != NULL ? g_hash_table_size (memory->files) : 0;
  state->problem = g_strdup (memory != NULL ? memory->problem : "");
  return state;
}

void
stafet_publish_state_free (StafetPublishState *self)
{
  g_free (self->problem);
  g_free (self);
}

char *
stafet_publish_get_file (const StafetFeed *feed)
{
  return stafet_publish_sort_name (&stafet_publish_sorts[0], feed);
}

StafetInstant
stafet_publish_get_last (StafetStore *store, const StafetFeed *feed)
{
  return stafet_publish_memory_last (store, feed->parent.uid);
}

StafetInstant
stafet_publish_get_changed (StafetStore *store, const StafetFeed *feed)
{
  g_autoptr (GHashTable) published = stafet_store_load_published (store, feed->parent.uid, NULL);
  StafetInstant last = STAFET_INSTANT_NONE;
  GHashTableIter iter;
  gpointer record;

  if (published == NULL)
    return last;
  g_hash_table_iter_init (&iter, published);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    last = MAX (last, ((StafetPublished *) record)->at);
  return last;
}

GHashTable *
stafet_publish_list_last (StafetStore *store)
{
  GHashTable *last = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  stafet_publish_memory_add_last (store, last);
  return last;
}

GHashTable *
stafet_publish_list_changed (StafetStore *store)
{
  return stafet_store_load_published_newest (store, NULL);
}
