/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts addresses together.
 */
#include "stafet-feed-address.h"

#include <string.h>

char *
stafet_feed_address (const StafetSnapshot *snapshot, const StafetFeed *feed, StafetAddressKind kind)
{
  const char *base = stafet_snapshot_settings (snapshot)->publish_address;
  const char *behind = kind == STAFET_ADDRESS_SUBSCRIBE ? strstr (base, "://") : NULL;
  gboolean slash = g_str_has_suffix (base, "/");

  if (*base == '\0')
    return NULL;
  return g_strconcat (behind != NULL ? "webcal" : "", behind != NULL ? behind : base, slash ? "" : "/",
                      feed->token, kind == STAFET_ADDRESS_PAGE ? ".html" : ".ics", NULL);
}

gboolean
stafet_feed_is_public (const StafetFeed *feed)
{
  return feed->names == STAFET_NAMES_COUNTS && feed->kind != STAFET_FEED_OWN;
}

const StafetFeed *
stafet_feed_find_programme (const StafetSnapshot *snapshot, StafetUid house)
{
  const GPtrArray *feeds = stafet_snapshot_all (snapshot, STAFET_KIND_FEED);

  for (guint i = 0; i < feeds->len; i++)
    {
      const StafetFeed *feed = g_ptr_array_index (feeds, i);

      if (feed->kind == STAFET_FEED_PROGRAMME && feed->house == house && stafet_feed_is_public (feed))
        return feed;
    }
  return NULL;
}
