/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Deals the events of a feed out to days.
 */
#include "stafet-board.h"

#include "schedule/stafet-day.h"
#include "schedule/stafet-entry-words.h"
#include "stafet-feed-text.h"

/* The making of one board. */
typedef struct
{
  StafetBoard *board;
  StafetFeedVoice voice;
  StafetNamesLevel names; /* at most first names */
  GString *scratch;
} Build;

#define TEXT(msgid) stafet_i18n_text (build->voice.language, msgid)

static const char *
keep (Build *build, const char *text)
{
  return g_string_chunk_insert (build->board->texts, text);
}

/* ——— Lines ——— */

static const char *
make_title (Build *build, const StafetFeedEvent *event)
{
  g_string_truncate (build->scratch, 0);
  stafet_feed_text_title (build->scratch, &build->voice, event->entry, event->visit);
  return keep (build, g_strdelimit (build->scratch->str, "\n", ' '));
}

/* The ward of a stop, or of an entry without a room, stands in the title already. */
static const char *
make_place (Build *build, const StafetFeedEvent *event, gboolean occupied)
{
  const StafetFeed *feed = build->voice.feed;
  const StafetEntry *entry = event->entry;
  const StafetWard *ward = event->visit != NULL  ? event->visit->ward
                           : entry->room == NULL ? entry->ward
                                                 : NULL;
  const StafetHouse *house;
  g_autofree char *place = NULL;

  if (ward == NULL || occupied)
    {
      place = stafet_entry_words_place (build->board->events->agenda, entry, feed->house);
      return keep (build, g_strdelimit (place, "\n", ' '));
    }
  house = stafet_snapshot_get (build->voice.snapshot, STAFET_KIND_HOUSE, ward->house);
  return house != NULL && feed->ward == NULL && ward->house != feed->house ? keep (build, house->name) : "";
}

static const char *
make_people (Build *build, const StafetFeedEvent *event)
{
  g_string_truncate (build->scratch, 0);
  stafet_feed_people_append (build->scratch, build->voice.language, event->entry, NULL, build->names, NULL);
  return keep (build, build->scratch->str);
}

/* A protected person has no face either. */
static StafetBoardFace
make_face (Build *build, const StafetPlace *place)
{
  StafetBoardFace face = { .whole = "", .count = place->count };

  g_string_truncate (build->scratch, 0);
  stafet_place_append_name (build->scratch, build->voice.language, place, build->names);
  face.name = keep (build, build->scratch->str);
  if (place->volunteer != NULL)
    face.whole = place->volunteer->protected_ ? face.name : keep (build, place->volunteer->name);
  else if (place->organiser == NULL)
    face.whole = face.name;
  return face;
}

static void
add_faces (Build *build, StafetBoardLine *line)
{
  g_autoptr (GPtrArray) places = stafet_entry_promised (line->event->entry, NULL);

  for (guint i = 0; i < places->len && build->names != STAFET_NAMES_COUNTS; i++)
    {
      StafetBoardFace face = make_face (build, g_ptr_array_index (places, i));

      g_array_append_val (line->faces, face);
    }
}

static void
count_missing (StafetBoardLine *line)
{
  const StafetEntry *entry = line->event->entry;

  for (guint i = 0; i < entry->n_shifts; i++)
    {
      line->asked += entry->shifts[i].asked;
      line->missing += MAX (0, entry->shifts[i].missing - entry->shifts[i].asked);
    }
}

static const char *
state_of (Build *build, const StafetEntry *entry)
{
  switch (entry->status)
    {
    case STAFET_STATUS_CANCELLED:
      return TEXT (N_ ("CANCELLED"));
    case STAFET_STATUS_MOVED:
      return TEXT (N_ ("moved"));
    default:
      return "";
    }
}

static void
line_free (gpointer data)
{
  g_array_unref (((StafetBoardLine *) data)->faces);
  g_free (data);
}

static StafetBoardLine *
line_new (Build *build, const StafetFeedEvent *event)
{
  StafetBoardLine *line = g_new0 (StafetBoardLine, 1);

  line->event = event;
  line->faces = g_array_new (FALSE, FALSE, sizeof (StafetBoardFace));
  line->occupied = stafet_feed_text_is_occupied (&build->voice, event->entry);
  line->title = make_title (build, event);
  line->place = make_place (build, event, line->occupied);
  line->state = state_of (build, event->entry);
  line->people = "";
  if (line->occupied || event->cancelled)
    return line;
  line->people = make_people (build, event);
  add_faces (build, line);
  count_missing (line);
  return line;
}

/* ——— Closures ——— */

/* What is closed where the feed's readers are: of a ward, its house and area; never of another ward. */
static gboolean
is_own_closure (const StafetFeedVoice *voice, const StafetClosure *closure)
{
  const StafetFeed *feed = voice->feed;
  const StafetSnapshot *snapshot = voice->snapshot;
  const StafetWard *own = stafet_snapshot_get (snapshot, STAFET_KIND_WARD, feed->ward);
  const StafetHouse *house =
    stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, own != NULL ? own->house : feed->house);
  const StafetWard *ward = stafet_snapshot_get (snapshot, STAFET_KIND_WARD, closure->ward);
  const StafetRoom *room = stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, closure->room);

  if (closure->area != NULL)
    return closure->area == (house != NULL ? house->area : feed->area);
  if (house == NULL)
    return FALSE;
  if (ward != NULL)
    return own != NULL ? ward == own : ward->house == house->parent.uid;
  if (room != NULL)
    return own == NULL && room->house == house->parent.uid;
  return closure->house == house->parent.uid;
}

static gboolean
is_whole_place (const StafetFeed *feed, const StafetClosure *closure)
{
  return closure->room == NULL && (closure->ward == NULL || feed->ward != NULL);
}

static void
add_closures (Build *build, StafetBoardDay *day)
{
  const GPtrArray *all = stafet_snapshot_all (build->voice.snapshot, STAFET_KIND_CLOSURE);
  StafetWall morning = stafet_wall_new (day->date, 0), night = stafet_wall_new (day->date + 1, 0);

  for (guint i = 0; i < all->len; i++)
    {
      const StafetClosure *closure = g_ptr_array_index (all, i);
      StafetWall start, end;

      stafet_moment_span (closure->from, closure->to, &start, &end);
      if (start >= night || end <= morning || !is_own_closure (&build->voice, closure))
        continue;
      g_ptr_array_add (day->closures, stafet_entry_words_closed (build->voice.snapshot, build->voice.language,
                                                                 closure, day->date));
      day->shut =
        day->shut || (start <= morning && end >= night && is_whole_place (build->voice.feed, closure));
    }
}

/* ——— Days ——— */

static void
day_free (gpointer data)
{
  StafetBoardDay *day = data;

  g_ptr_array_unref (day->lines);
  g_ptr_array_unref (day->closures);
  g_free (day);
}

static void
add_day (Build *build, StafetDate date)
{
  StafetBoardDay *day = g_new0 (StafetBoardDay, 1);

  day->date = date;
  day->lines = g_ptr_array_new_with_free_func (line_free);
  day->closures = g_ptr_array_new_with_free_func (g_free);
  add_closures (build, day);
  g_ptr_array_add (build->board->days, day);
}

static void
deal_out (Build *build, const StafetFeedEvent *event, StafetDate from, StafetDate to)
{
  StafetDate first = MAX (from, stafet_wall_date (event->start));
  StafetDate last = MIN (to, stafet_day_last (event->start, event->end));

  for (StafetDate date = first; event->entry != NULL && date <= last; date++)
    {
      StafetBoardDay *day = g_ptr_array_index (build->board->days, date - from);

      g_ptr_array_add (day->lines, line_new (build, event));
    }
}

/* Everything in the calendar from its beginning, which tells who was met before. */
static StafetFeedEvents *
make_events (StafetSnapshot *snapshot, const StafetFeed *feed, StafetDate today, StafetDate to)
{
  StafetDate first, last;

  stafet_feed_window (feed, today, &first, &last);
  return stafet_feed_events_new (snapshot, feed, today, first, MAX (to, first));
}

StafetBoard *
stafet_board_new (StafetSnapshot *snapshot, const StafetFeed *feed, StafetDate today, StafetDate from,
                  StafetDate to)
{
  StafetBoard *self = g_new0 (StafetBoard, 1);
  g_autoptr (GString) scratch = g_string_new (NULL);
  Build build = {
    .board = self,
    .voice = { snapshot, feed, (StafetLanguage) stafet_snapshot_settings (snapshot)->language, NULL },
    .names = feed->names == STAFET_NAMES_FULL ? STAFET_NAMES_FIRST : (StafetNamesLevel) feed->names,
    .scratch = scratch
  };

  self->events = make_events (snapshot, feed, today, to);
  self->texts = g_string_chunk_new (4096);
  self->days = g_ptr_array_new_with_free_func (day_free);
  for (StafetDate date = from; date <= to; date++)
    add_day (&build, date);
  for (guint i = 0; i < self->events->events->len; i++)
    deal_out (&build, &g_array_index (self->events->events, StafetFeedEvent, i), from, to);
  return self;
}

void
stafet_board_free (StafetBoard *self)
{
  g_ptr_array_unref (self->days);
  g_string_chunk_free (self->texts);
  stafet_feed_events_free (self->events);
  g_free (self);
}
