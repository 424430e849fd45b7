/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exports one calendar.
 */
#include "stafet-export.h"

#include "ics/stafet-ics-check.h"
#include "stafet-feed-render.h"
#include "stafet-publish-posix.h"
#include "stafet-publish.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static StafetFeedKind
kind_for (const StafetSnapshot *snapshot, StafetKind kind, StafetUid uid)
{
  const StafetHouse *house =
    kind == STAFET_KIND_HOUSE ? stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, uid) : NULL;

  if (kind == STAFET_KIND_VOLUNTEER)
    return STAFET_FEED_OWN;
  return house != NULL && house->kind != STAFET_HOUSE_NURSING ? STAFET_FEED_PROGRAMME : STAFET_FEED_ARRIVALS;
}

/* Its own uid hangs on its subject, so that two exports are the same to the byte. */
StafetFeed *
stafet_export_feed_new (const StafetSnapshot *snapshot, StafetKind kind, StafetUid uid)
{
  g_autofree char *feed_uid = g_strdup_printf ("export-%s", uid);
  StafetFeed *feed = stafet_record_new (STAFET_KIND_FEED, feed_uid);
  gpointer subject = stafet_snapshot_get (snapshot, kind, uid);

  feed->kind = (gint32) kind_for (snapshot, kind, uid);
  feed->house = kind == STAFET_KIND_HOUSE ? uid : NULL;
  feed->ward = kind == STAFET_KIND_WARD ? uid : NULL;
  feed->volunteer = kind == STAFET_KIND_VOLUNTEER ? uid : NULL;
  stafet_record_take_text (feed, stafet_record_info_field (&stafet_feed_info, "name"),
                           g_strdup (subject != NULL ? stafet_record_get_label (subject) : uid));
  return feed;
}

/* FALSE on an error; @memory stays NULL for a feed that is not the stored one. */
static gboolean
load_memory (StafetPlan *plan, const StafetFeed *feed, GHashTable **memory, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);

  *memory = NULL;
  if (stafet_snapshot_get (snapshot, STAFET_KIND_FEED, feed->parent.uid) != feed)
    return TRUE;
  *memory = stafet_store_load_published (stafet_plan_get_store (plan), feed->parent.uid, error);
  return *memory != NULL;
}

static StafetFeedEvents *
make_events (StafetPlan *plan, const StafetFeed *feed, StafetDate from, StafetDate to)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));
  StafetDate first, last;

  stafet_feed_window (feed, today, &first, &last);
  return stafet_feed_events_new (stafet_plan_get_snapshot (plan), feed, today,
                                 from != STAFET_DATE_NONE ? from : first, to != STAFET_DATE_NONE ? to : last);
}

GString *
stafet_export_render (StafetPlan *plan, StafetFeed *feed, StafetDate from, StafetDate to, GError **error)
{
  const StafetSettings *settings = stafet_snapshot_settings (stafet_plan_get_snapshot (plan));
  StafetFeedPress press = { .feed = feed,
                            .zone = stafet_clock_get_zone (stafet_plan_get_clock (plan)),
                            .language = (StafetLanguage) settings->language };
  g_autoptr (GHashTable) memory = NULL;
  g_autoptr (StafetFeedEvents) events = NULL;
  g_autoptr (StafetFeedPrint) print = NULL;
  gint64 head;

  if (!load_memory (plan, feed, &memory, error)
      || !stafet_store_read_head (stafet_plan_get_store (plan), &head, &press.head_at, error))
    return NULL;
  press.memory = memory;
  events = make_events (plan, feed, from, to);
  stafet_ics_check_prepare ();
  print = stafet_feed_print_new (&press, events, error);
  return print != NULL ? g_steal_pointer (&print->bytes) : NULL;
}

static gboolean
write_to_stdout (const GString *bytes, GError **error)
{
  if (fwrite (bytes->str, 1, bytes->len, stdout) == bytes->len && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_IO,
               _ ("The calendar could not be written to standard output (%s)."), g_strerror (errno));
  return FALSE;
}

static gboolean
is_store (StafetPlan *plan, const char *path, GError **error)
{
  if (strcmp (path, "-") == 0 || !stafet_store_owns (stafet_plan_get_store (plan), path))
    return FALSE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("%s is the store itself. Choose another file for the calendar."), path);
  return TRUE;
}

gboolean
stafet_export_write (StafetPlan *plan, const GString *bytes, const char *path, GError **error)
{
  if (is_store (plan, path, error))
    return FALSE;
  return strcmp (path, "-") == 0 ? write_to_stdout (bytes, error) : stafet_publish_write (path, bytes, error);
}

gboolean
stafet_export_ics (StafetPlan *plan, StafetFeed *feed, StafetDate from, StafetDate to, const char *path,
                   GError **error)
{
  g_autoptr (GString) bytes = NULL;

  if (is_store (plan, path, error))
    return FALSE;
  bytes = stafet_export_render (plan, feed, from, to, error);
  return bytes != NULL && stafet_export_write (plan, bytes, path, error);
}
