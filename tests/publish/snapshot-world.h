/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small world of world.h as a snapshot, and feeds of it that are not in the store.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "world.h"

/* When every record was changed last. */
#define CHANGED 1795500000

static inline StafetSnapshot *
snapshot_of (StafetChangeset *world)
{
  StafetSnapshot *snapshot = stafet_snapshot_new ();

  for (guint i = 0; i < stafet_changeset_length (world); i++)
    {
      StafetRecord *record = stafet_changeset_get (world, i)->after;

      record->changed = CHANGED;
      stafet_snapshot_put (snapshot, record);
    }
  return snapshot;
}

static inline StafetSnapshot *
small_world (void)
{
  g_autoptr (StafetChangeset) world = world_new ();

  return snapshot_of (world);
}

static inline void
put (StafetSnapshot *snapshot, StafetKind kind, const char *uid, ...)
{
  g_autoptr (StafetRecord) record = NULL;
  va_list pairs;

  va_start (pairs, uid);
  record = world_make (kind, uid, pairs);
  va_end (pairs);
  record->changed = CHANGED;
  stafet_snapshot_put (snapshot, record);
}

static inline StafetFeed *
make_feed (StafetFeedKind kind, const char *key, const char *uid, StafetNamesLevel names)
{
  StafetFeed *feed = stafet_record_new (STAFET_KIND_FEED, "feed");

  world_set (feed, "name", "Prøve");
  world_set (feed, key, uid);
  feed->kind = kind;
  feed->names = names;
  feed->parent.changed = CHANGED;
  return feed;
}
