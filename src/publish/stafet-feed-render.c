/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stamps events by what was remembered of them, and writes the calendar.
 */
#include "stafet-feed-render.h"

#include "core/stafet-words.h"
#include "ics/stafet-ics-check.h"

#include <string.h>

#define HASH_BYTES 16
#define HASH_SIZE (2 * HASH_BYTES + 1)
#define OCTETS_PER_EVENT 800

/* One event's stamps. */
typedef struct
{
  char hash[HASH_SIZE];
  gint32 sequence;
  StafetInstant at;
  gboolean changed; /* differs from what is remembered */
} Stamp;

/* ——— Stamps ——— */

static void
hash_text (GChecksum *checksum, const char *text)
{
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
hash_number (GChecksum *checksum, gint32 number)
{
  gint32 little = GINT32_TO_LE (number);

  g_checksum_update (checksum, (const guchar *) &little, sizeof little);
}

static void
write_hash (GChecksum *checksum, char hash[HASH_SIZE])
{
  static const char digits[] = "0123456789abcdef";
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_get_digest (checksum, digest, &length);
  for (int i = 0; i < HASH_BYTES; i++)
    {
      hash[2 * i] = digits[digest[i] >> 4];
      hash[2 * i + 1] = digits[digest[i] & 15];
    }
  hash[HASH_SIZE - 1] = '\0';
}

/* Everything that a reader sees but the stamps and the line "Updated". */
static void
hash_event (GChecksum *checksum, const StafetFeedEvent *event, const StafetFeedPress *press,
            char hash[HASH_SIZE])
{
  g_checksum_reset (checksum);
  hash_number (checksum, event->start);
  hash_number (checksum, event->end);
  hash_number (checksum, event->all_day);
  hash_number (checksum, event->cancelled ? 1 + press->feed->cancelled : 0);
  hash_text (checksum, stafet_zone_get_name (press->zone));
  hash_text (checksum, event->summary);
  hash_text (checksum, event->location);
  hash_text (checksum, event->description);
  hash_text (checksum, event->category);
  write_hash (checksum, hash);
}

static StafetInstant
first_stamp (StafetInstant changed, const StafetFeedPress *press)
{
  if (changed != STAFET_INSTANT_NONE)
    return changed;
  return press->head_at != STAFET_INSTANT_NONE ? press->head_at : 0;
}

/* Fills in the rest of @stamp, whose hash is set, for what is remembered as @uid. */
static void
stamp_by_hash (Stamp *stamp, const char *uid, StafetInstant changed, const StafetFeedPress *press)
{
  const StafetPublished *known = press->memory != NULL ? g_hash_table_lookup (press->memory, uid) : NULL;

  stamp->changed = known == NULL || strcmp (known->hash, stamp->hash) != 0;
  stamp->sequence = known != NULL ? known->sequence + stamp->changed : 0;
  if (known == NULL)
    stamp->at = first_stamp (changed, press);
  else
    stamp->at = stamp->changed ? MAX (known->at, press->head_at) : known->at;
}

static Stamp
stamp_event (GChecksum *checksum, const StafetFeedEvent *event, const StafetFeedPress *press)
{
  Stamp stamp;

  hash_event (checksum, event, press, stamp.hash);
  stamp_by_hash (&stamp, event->uid, event->changed, press);
  return stamp;
}

static StafetPublished *
make_published (const StafetFeed *feed, const char *event, const Stamp *stamp)
{
  g_autofree char *uid = g_strdup_printf ("%s/%s", feed->parent.uid, event);
  StafetPublished *published = stafet_record_new (STAFET_KIND_PUBLISHED, uid);

  published->feed = feed->parent.uid;
  stafet_record_take_text (published, stafet_record_info_field (&stafet_published_info, "event"),
                           g_strdup (event));
  stafet_record_take_text (published, stafet_record_info_field (&stafet_published_info, "hash"),
                           g_strdup (stamp->hash));
  published->sequence = stamp->sequence;
  published->at = stamp->at;
  return published;
}

StafetInstant
stafet_feed_stamp (const StafetFeedPress *press, const char *name, const char *content, StafetInstant changed,
                   StafetPublished **published)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *uid = g_strdup_printf ("%s-%s@stafet", press->feed->parent.uid, name);
  Stamp stamp;

  hash_text (checksum, content);
  write_hash (checksum, stamp.hash);
  stamp_by_hash (&stamp, uid, changed, press);
  if (published != NULL)
    *published = stamp.changed ? make_published (press->feed, uid, &stamp) : NULL;
  return stamp.at;
}

/* ——— Writing ——— */

static const char *
feed_color (const StafetFeed *feed)
{
  static const char *const colors[] = { "teal", "royalblue", "seagreen", "darkorange" };

  return feed->kind >= 0 && feed->kind < (gint32) G_N_ELEMENTS (colors) ? colors[feed->kind] : colors[0];
}

/* The description with its last line. */
static void
fill_description (GString *out, const StafetFeedPress *press, const StafetFeedEvent *event,
                  const Stamp *stamp)
{
  g_autofree char *updated =
    stafet_words_instant (press->language, stafet_zone_to_wall (press->zone, stamp->at));

  g_string_assign (out, event->description);
  if (out->len > 0)
    g_string_append_c (out, '\n');
  /* The instant that the data are of: "Updated 23 November 8:30". */
  g_string_append_printf (out, stafet_i18n_text (press->language, N_ ("Updated %s")), updated);
}

static StafetIcsEvent
ics_event (const StafetFeedPress *press, const StafetFeedEvent *event, const Stamp *stamp)
{
  return (StafetIcsEvent){ .uid = event->uid,
                           .start = event->start,
                           .end = event->end,
                           .all_day = event->all_day,
                           .summary = event->summary,
                           .location = event->location,
                           .category = event->category,
                           .cancelled =
                             event->cancelled && press->feed->cancelled == STAFET_FEED_CANCELLED_CANCELLED,
                           .transparent = event->cancelled || event->all_day,
                           .sequence = stamp->sequence,
                           .stamp = stamp->at };
}

static void
write_head (GString *out, const StafetFeedPress *press, const StafetFeedEvents *events)
{
  const StafetFeedEvent *first = &g_array_index (events->events, StafetFeedEvent, 0);
  StafetIcsCalendar calendar = { press->feed->name, feed_color (press->feed), press->zone, 0 };
  int month, day;

  stafet_date_split (stafet_wall_date (first->start), &calendar.year, &month, &day);
  stafet_ics_write_begin (out, &calendar);
}

/* Returns what was written, for the read-back; descriptions are not among it. */
static GArray *
write_events (StafetFeedPrint *print, const StafetFeedPress *press, const StafetFeedEvents *events)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) description = g_string_new (NULL);
  GArray *written = g_array_sized_new (FALSE, FALSE, sizeof (StafetIcsEvent), events->events->len);

  for (guint i = 0; i < events->events->len; i++)
    {
      const StafetFeedEvent *event = &g_array_index (events->events, StafetFeedEvent, i);
      Stamp stamp = stamp_event (checksum, event, press);
      StafetIcsEvent out = ics_event (press, event, &stamp);

      fill_description (description, press, event, &stamp);
      out.description = description->str;
      stafet_ics_write_event (print->bytes, &out, stafet_zone_get_name (press->zone));
      out.description = NULL;
      g_array_append_val (written, out);
      if (stamp.changed)
        g_ptr_array_add (print->published, make_published (press->feed, event->uid, &stamp));
    }
  return written;
}

StafetFeedPrint *
stafet_feed_print_new (const StafetFeedPress *press, const StafetFeedEvents *events, GError **error)
{
  g_autoptr (StafetFeedPrint) print = g_new (StafetFeedPrint, 1);
  g_autoptr (GArray) written = NULL;

  print->bytes = g_string_sized_new (events->events->len * OCTETS_PER_EVENT + 4096);
  print->published = g_ptr_array_new_with_free_func (g_object_unref);
  write_head (print->bytes, press, events);
  written = write_events (print, press, events);
  stafet_ics_write_end (print->bytes);
  if (!stafet_ics_check (print->bytes->str, written, stafet_zone_get_name (press->zone), error))
    return NULL;
  return g_steal_pointer (&print);
}

void
stafet_feed_print_free (StafetFeedPrint *self)
{
  if (self->bytes != NULL)
    g_string_free (self->bytes, TRUE);
  g_clear_pointer (&self->published, g_ptr_array_unref);
  g_free (self);
}
