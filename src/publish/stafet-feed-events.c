/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns a feed's agenda into events.
 */
#include "stafet-feed-events.h"

#include "stafet-feed-text.h"

#include <string.h>

/* The making of one list. */
typedef struct
{
  StafetFeedEvents *list;
  StafetFeedVoice voice;
  StafetFeedFaces *faces; /* nullable */
  StafetDate monday;      /* of this week */
  GString *scratch;
} Build;

/* ——— Which entries, which stops ——— */

void
stafet_feed_window (const StafetFeed *feed, StafetDate today, StafetDate *from, StafetDate *to)
{
  StafetDate monday = stafet_date_monday (today);

  *from = monday - 7 * feed->weeks_back;
  *to = monday + 7 * feed->weeks_on + 6;
}

static gboolean
is_wanted (const Build *build, const StafetEntry *entry)
{
  if (entry->status == STAFET_STATUS_CANCELLED && stafet_wall_date (entry->start) < build->monday)
    return FALSE;
  switch (build->voice.feed->kind)
    {
    case STAFET_FEED_PROGRAMME:
      return entry->activity == NULL || entry->activity->visibility != STAFET_VISIBILITY_HIDDEN;
    case STAFET_FEED_OPEN:
      return stafet_entry_missing (entry) > 0;
    default:
      return TRUE;
    }
}

/* A ward is told of its own stops. A house is told of those at its wards, and of all stops of what it
 * organises itself; so is an area. */
static gboolean
is_own_visit (const Build *build, const StafetEntry *entry, const StafetVisit *visit)
{
  const StafetFeed *feed = build->voice.feed;
  const StafetHouse *house;

  if (feed->ward != NULL)
    return visit->ward != NULL && visit->ward->parent.uid == feed->ward;
  if (feed->house != NULL)
    return (entry->house != NULL && entry->house->parent.uid == feed->house)
           || (visit->ward != NULL && visit->ward->house == feed->house);
  if (feed->area == NULL || (entry->house != NULL && entry->house->area == feed->area))
    return TRUE;
  house = visit->ward != NULL
            ? stafet_snapshot_get (build->voice.snapshot, STAFET_KIND_HOUSE, visit->ward->house)
            : NULL;
  return house != NULL && house->area == feed->area;
}

/* ——— Events ——— */

static const char *
category_word (const StafetFeedVoice *voice, gint32 category)
{
  const StafetField *field = stafet_record_info_field (&stafet_activity_info, "category");

  return category != STAFET_ENUM_NONE ? stafet_i18n_text (voice->language, field->values[category].title)
                                      : "";
}

static const char *
keep_scratch (Build *build)
{
  return g_string_chunk_insert_len (build->list->texts, build->scratch->str, (gssize) build->scratch->len);
}

static const char *
make_uid (Build *build, const StafetEntry *entry, const StafetVisit *visit)
{
  GString *out = build->scratch;
  int year, month, day;

  stafet_date_split (entry->original, &year, &month, &day);
  g_string_printf (out, "%s-%04d%02d%02d", entry->series, year, month, day);
  if (visit != NULL)
    g_string_append_printf (out, "-%s", visit->stop->parent.uid);
  g_string_append (out, "@stafet");
  return keep_scratch (build);
}

typedef void (*TextFunc) (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
                          const StafetVisit *visit);

static const char *
make_text (Build *build, TextFunc func, const StafetEntry *entry, const StafetVisit *visit)
{
  g_string_truncate (build->scratch, 0);
  func (build->scratch, &build->voice, entry, visit);
  return keep_scratch (build);
}

/* The details, and whom to ring. */
static const char *
make_description (Build *build, const StafetFeedEvent *event)
{
  g_string_assign (build->scratch, event->details);
  stafet_feed_text_contact (build->scratch, &build->voice, event->entry, event->visit);
  return keep_scratch (build);
}

static void
add_event (Build *build, const StafetEntry *entry, const StafetVisit *visit)
{
  gboolean occupied = stafet_feed_text_is_occupied (&build->voice, entry);
  StafetFeedEvent event = { .start = visit != NULL ? visit->start : entry->start,
                            .end = visit != NULL ? visit->end : entry->end,
                            .category = occupied ? "" : category_word (&build->voice, entry->category),
                            .cancelled = entry->status == STAFET_STATUS_CANCELLED,
                            .changed = entry->changed,
                            .entry = entry,
                            .visit = visit };

  event.uid = make_uid (build, entry, visit);
  event.summary = make_text (build, stafet_feed_text_summary, entry, visit);
  event.location = make_text (build, stafet_feed_text_location, entry, visit);
  event.details = make_text (build, stafet_feed_text_details, entry, visit);
  event.description = make_description (build, &event);
  g_array_append_val (build->list->events, event);
}

static void
add_entry (Build *build, const StafetEntry *entry)
{
  guint before = build->list->events->len;

  if (!is_wanted (build, entry))
    return;
  for (guint i = 0; i < entry->n_visits; i++)
    if (is_own_visit (build, entry, &entry->visits[i]))
      add_event (build, entry, &entry->visits[i]);
  if (build->list->events->len == before)
    add_event (build, entry, NULL);
  if (build->faces != NULL)
    stafet_feed_faces_saw (build->faces, entry);
}

static void
add_placeholder (Build *build, StafetDate from)
{
  const StafetFeed *feed = build->voice.feed;
  StafetFeedEvent event = { .start = stafet_wall_new (from, 0),
                            .end = stafet_wall_new (from + 1, 0),
                            .all_day = TRUE,
                            .location = "",
                            .category = "",
                            .changed = feed->parent.changed };

  g_string_printf (build->scratch, "%s-empty@stafet", feed->parent.uid);
  event.uid = keep_scratch (build);
  event.summary = stafet_i18n_text (build->voice.language, N_ ("Nothing is planned."));
  event.details = event.description = stafet_i18n_text (
    build->voice.language, N_ ("The calendar works: it fills up as soon as something is planned."));
  g_array_append_val (build->list->events, event);
}

/* Stops of one entry may start after the next entry does. */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const StafetFeedEvent *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return strcmp (x->uid, y->uid);
}

static StafetAgenda *
ask_agenda (StafetSnapshot *snapshot, const StafetFeed *feed, StafetDate from, StafetDate to)
{
  StafetAgendaQuery query = { .from = from,
                              .to = to,
                              .house = feed->house,
                              .ward = feed->ward,
                              .area = feed->area,
                              .volunteer = feed->volunteer };

  return stafet_agenda_new (snapshot, &query);
}

static gboolean
greets (const StafetFeed *feed)
{
  return feed->kind == STAFET_FEED_ARRIVALS && feed->names != STAFET_NAMES_COUNTS;
}

StafetFeedEvents *
stafet_feed_events_new (StafetSnapshot *snapshot, const StafetFeed *feed, StafetDate today, StafetDate from,
                        StafetDate to)
{
  StafetAgenda *agenda = ask_agenda (snapshot, feed, from, to);
  g_autoptr (StafetFeedFaces) faces = greets (feed) ? stafet_feed_faces_new (snapshot, from) : NULL;
  g_autoptr (GString) scratch = g_string_new (NULL);
  StafetFeedEvents *self = g_new (StafetFeedEvents, 1);
  Build build = { .list = self,
                  .voice = { snapshot, feed, (StafetLanguage) stafet_snapshot_settings (snapshot)->language,
                             faces },
                  .faces = faces,
                  .monday = stafet_date_monday (today),
                  .scratch = scratch };

  self->events = g_array_sized_new (FALSE, FALSE, sizeof (StafetFeedEvent), agenda->entries->len + 1);
  self->texts = g_string_chunk_new (16384);
  self->agenda = agenda;
  for (guint i = 0; i < agenda->entries->len; i++)
    add_entry (&build, g_ptr_array_index (agenda->entries, i));
  if (self->events->len == 0)
    add_placeholder (&build, from);
  g_array_sort (self->events, compare_events);
  return self;
}

void
stafet_feed_events_free (StafetFeedEvents *self)
{
  g_array_unref (self->events);
  g_string_chunk_free (self->texts);
  stafet_agenda_free (self->agenda);
  g_free (self);
}
