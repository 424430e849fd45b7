/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds calendars by what they are about.
 */
#include "stafet-feeds.h"

StafetUid
stafet_feed_place (const StafetFeed *feed)
{
  const StafetUid places[] = { feed->ward, feed->house, feed->volunteer };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i] != NULL)
      return places[i];
  return feed->area;
}

StafetKind
stafet_feed_place_kind (const StafetSnapshot *snapshot, StafetUid place)
{
  static const StafetKind kinds[] = { STAFET_KIND_WARD, STAFET_KIND_HOUSE, STAFET_KIND_VOLUNTEER,
                                      STAFET_KIND_AREA };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (stafet_snapshot_get (snapshot, kinds[i], place) != NULL)
      return kinds[i];
  return STAFET_KIND_NONE;
}

StafetFeed *
stafet_feed_find (const StafetSnapshot *snapshot, StafetFeedKind kind, StafetUid place)
{
  const GPtrArray *feeds = stafet_snapshot_all (snapshot, STAFET_KIND_FEED);

  for (guint i = 0; i < feeds->len; i++)
    {
      StafetFeed *feed = g_ptr_array_index (feeds, i);

      if (feed->kind == (gint32) kind && stafet_feed_place (feed) == place)
        return feed;
    }
  return NULL;
}

StafetNamesLevel
stafet_feed_names (const StafetFeed *feed)
{
  if (feed->kind == STAFET_FEED_PROGRAMME && feed->names == STAFET_NAMES_FULL)
    return STAFET_NAMES_FIRST;
  return (StafetNamesLevel) feed->names;
}
