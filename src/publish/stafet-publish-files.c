/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of files, and how their contents are told apart.
 */
#include "stafet-publish-files.h"

#include "stafet-feed-render.h"
#include "stafet-live-page.h"

#include <string.h>

static gboolean
make_calendar (const StafetPublishSource *source, const StafetFeed *feed, StafetPublishMade *made,
               GError **error)
{
  g_autoptr (GHashTable) memory = stafet_store_load_published (source->store, feed->parent.uid, error);
  g_autoptr (StafetFeedEvents) events = NULL;
  g_autoptr (StafetFeedPrint) print = NULL;
  StafetFeedPress press = { feed, source->zone, source->language, memory, source->head_at };
  StafetDate from, to;

  if (memory == NULL)
    return FALSE;
  stafet_feed_window (feed, source->today, &from, &to);
  events = stafet_feed_events_new (source->snapshot, feed, source->today, from, to);
  print = stafet_feed_print_new (&press, events, error);
  if (print == NULL)
    return FALSE;
  made->events = events->events->len;
  made->bytes = g_steal_pointer (&print->bytes);
  made->published = g_steal_pointer (&print->published);
  return TRUE;
}

static gboolean
make_page (const StafetPublishSource *source, const StafetFeed *feed, StafetPublishMade *made, GError **error)
{
  g_autoptr (GHashTable) memory = stafet_store_load_published (source->store, feed->parent.uid, error);
  StafetFeedPress press = { feed, source->zone, source->language, memory, source->head_at };
  StafetPublished *published = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize length;

  if (memory == NULL)
    return FALSE;
  bytes = stafet_live_page_render (source->snapshot, &press, source->today, &published);
  data = g_bytes_get_data (bytes, &length);
  made->bytes = g_string_new_len (data, (gssize) length);
  made->published = g_ptr_array_new_with_free_func (g_object_unref);
  if (published != NULL)
    g_ptr_array_add (made->published, published);
  return TRUE;
}

const StafetPublishSort stafet_publish_sorts[] = { { ".ics", 7, make_calendar },
                                                   { ".html", 7, make_page },
                                                   { NULL } };

char *
stafet_publish_sort_name (const StafetPublishSort *sort, const StafetFeed *feed)
{
  return g_strconcat (feed->token, sort->suffix, NULL);
}

gboolean
stafet_publish_sort_is_current (const StafetPublishSort *sort, StafetDate day, StafetDate today)
{
  StafetDate monday = stafet_date_monday (today);

  return day == today
         || (day != STAFET_DATE_NONE && stafet_date_monday (day) == monday
             && (day - monday) / sort->days == (today - monday) / sort->days);
}

void
stafet_publish_made_clear (StafetPublishMade *made)
{
  if (made->bytes != NULL)
    g_string_free (made->bytes, TRUE);
  made->bytes = NULL;
  g_clear_pointer (&made->published, g_ptr_array_unref);
}

/* ——— What is in a file ——— */

/* Of an event what tells it, and each change of it, from every other. */
static gboolean
is_telling (const char *line)
{
  return g_str_has_prefix (line, "UID:") || g_str_has_prefix (line, "SEQUENCE:")
         || g_str_has_prefix (line, "LAST-MODIFIED:") || g_str_has_prefix (line, "SUMMARY:");
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
events_print (const char *bytes, gsize length)
{
  g_autofree char *text = g_strndup (bytes, length);
  g_auto (GStrv) parts = NULL, lines = NULL;
  g_autofree char *unfolded = NULL;
  g_autoptr (GPtrArray) telling = g_ptr_array_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  parts = g_strsplit (text, "\r\n ", -1);
  unfolded = g_strjoinv ("", parts);
  lines = g_strsplit (unfolded, "\r\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (is_telling (*line))
      g_ptr_array_add (telling, *line);
  g_ptr_array_sort (telling, compare_lines);
  for (guint i = 0; i < telling->len; i++)
    {
      g_checksum_update (checksum, g_ptr_array_index (telling, i), -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

char *
stafet_publish_print (const char *name, const char *bytes, gsize length)
{
  g_autofree char *exact = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
  g_autofree char *events = g_str_has_suffix (name, ".ics") ? events_print (bytes, length) : g_strdup (exact);

  return g_strconcat (exact, " ", events, NULL);
}

gboolean
stafet_publish_print_is_like (const char *a, const char *b)
{
  const char *events_a = strchr (a, ' ');
  const char *events_b = strchr (b, ' ');

  return events_a != NULL && events_b != NULL && strcmp (events_a, events_b) == 0;
}
