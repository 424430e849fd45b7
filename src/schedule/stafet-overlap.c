/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers the uses of each volunteer and room that an edit touches, and looks for pairs that overlap.
 */
#include "stafet-overlap.h"

#include "core/stafet-words.h"
#include "stafet-loans.h"
#include "stafet-rooms.h"
#include "stafet-turns.h"

#include <string.h>

/* Uses that began this long before the period may still last into it. */
#define LONGEST_DAYS 14

/* ——— Uses of a room ——— */

typedef struct
{
  StafetTimetable timetable;
  const StafetRoom *room;
  const char *title;
  StafetDate from, to;
  GArray *uses;
} RoomUses;

static const char *
series_title (const StafetSeries *series)
{
  return series->activity != NULL ? series->activity->title : series->shift->role;
}

static gboolean
add_room_use_cb (StafetDate original, gpointer data)
{
  RoomUses *r = data;
  StafetOccasion occasion;
  StafetUid room = r->room->parent.uid;
  StafetUse use = { r->timetable.series.kind, r->timetable.series.uid, original, room };

  if (!stafet_timetable_read (&r->timetable, original, &occasion)
      || (occasion.room != room && occasion.vehicle != room))
    return TRUE;
  if (occasion.room != room)
    {
      occasion.setup_minutes = MAX (r->room->setup_minutes, 0);
      occasion.cleardown_minutes = MAX (r->room->cleardown_minutes, 0);
    }
  use.start = occasion.start - occasion.setup_minutes;
  use.end = occasion.end + occasion.cleardown_minutes;
  use.title = r->title;
  use.accepted = occasion.accepted;
  if (stafet_wall_date (use.start) >= r->from && stafet_wall_date (use.start) <= r->to)
    g_array_append_val (r->uses, use);
  return TRUE;
}

static void
add_series (RoomUses *r, const StafetSnapshot *snapshot, gpointer record)
{
  /* Set-up may begin on the day before. */
  StafetDate last = r->to + 1;

  if (!stafet_timetable_init (&r->timetable, snapshot, record) || r->timetable.shift != NULL)
    return;
  r->title = series_title (&r->timetable.series);
  stafet_timetable_each (&r->timetable, r->from, last, add_room_use_cb, r);
}

static gboolean
usually_uses (const StafetTimetable *timetable, StafetUid room)
{
  const StafetActivity *activity = timetable->series.activity;

  return timetable->series.room == room || (activity != NULL && activity->vehicle == room);
}

/* Single dates of series that are usually elsewhere. */
static void
add_guests (RoomUses *r, const StafetSnapshot *snapshot)
{
  const GPtrArray *exceptions = stafet_snapshot_all (snapshot, STAFET_KIND_EXCEPTION);

  for (guint i = 0; i < exceptions->len; i++)
    {
      const StafetException *exception = g_ptr_array_index (exceptions, i);
      gpointer record;

      if (exception->changes[0] == '\0' || strstr (exception->changes, r->room->parent.uid) == NULL)
        continue;
      record = exception->activity != NULL
                 ? stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, exception->activity)
                 : stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, exception->shift);
      if (record == NULL || !stafet_timetable_init (&r->timetable, snapshot, record)
          || r->timetable.shift != NULL || usually_uses (&r->timetable, r->room->parent.uid)
          || !stafet_expand_holds (r->timetable.series.timing, exception->date))
        continue;
      r->title = series_title (&r->timetable.series);
      add_room_use_cb (exception->date, r);
    }
}

static void
add_one_room (const StafetSnapshot *snapshot, StafetUid uid, StafetDate from, StafetDate to, GArray *uses)
{
  const GPtrArray *activities = stafet_snapshot_index (snapshot, STAFET_INDEX_ACTIVITY_BY_ROOM, uid);
  const GPtrArray *riders = stafet_snapshot_index (snapshot, STAFET_INDEX_ACTIVITY_BY_VEHICLE, uid);
  const GPtrArray *shifts = stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ROOM, uid);
  RoomUses r = {
    .room = stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, uid), .from = from, .to = to, .uses = uses
  };

  if (r.room == NULL)
    return;
  for (guint i = 0; i < activities->len; i++)
    add_series (&r, snapshot, g_ptr_array_index (activities, i));
  for (guint i = 0; i < riders->len; i++)
    if (((StafetActivity *) g_ptr_array_index (riders, i))->room != uid)
      add_series (&r, snapshot, g_ptr_array_index (riders, i));
  for (guint i = 0; i < shifts->len; i++)
    add_series (&r, snapshot, g_ptr_array_index (shifts, i));
  add_guests (&r, snapshot);
}

static void
add_room (const StafetSnapshot *snapshot, StafetUid uid, StafetDate from, StafetDate to, GArray *uses)
{
  g_autoptr (GPtrArray) sharing = stafet_rooms_sharing (snapshot, uid);

  for (guint i = 0; i < sharing->len; i++)
    add_one_room (snapshot, g_ptr_array_index (sharing, i), from, to, uses);
}

/* ——— Uses of a volunteer ——— */

static const char *
turn_title (const StafetSnapshot *snapshot, const StafetShift *shift)
{
  const StafetActivity *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, shift->activity);

  return activity != NULL ? activity->title : shift->role;
}

static void
add_volunteer (const StafetSnapshot *snapshot, GHashTable *moved, StafetUid uid, StafetDate from,
               StafetDate to, GArray *uses)
{
  const StafetVolunteer *volunteer = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, uid);
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (StafetTurn));

  if (volunteer == NULL)
    return;
  stafet_turns_add_all (snapshot, moved, volunteer, from, to, turns);
  for (guint i = 0; i < turns->len; i++)
    {
      const StafetTurn *turn = &g_array_index (turns, StafetTurn, i);
      StafetUse use = { STAFET_KIND_SHIFT,
                        turn->shift->parent.uid,
                        turn->original,
                        NULL,
                        turn->start,
                        turn->end,
                        turn_title (snapshot, turn->shift),
                        turn->accepted };

      g_array_append_val (uses, use);
    }
}

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const StafetUse *x = a, *y = b;
  int order = (x->start > y->start) - (x->start < y->start);

  if (order == 0)
    order = strcmp (x->series, y->series);
  return order != 0 ? order : (x->original > y->original) - (x->original < y->original);
}

/* @moved is stafet_turns_find_moved()'s. */
static GArray *
gather_uses (const StafetSnapshot *snapshot, GHashTable *moved, StafetKind kind, StafetUid uid,
             StafetDate from, StafetDate to)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (StafetUse));

  if (kind == STAFET_KIND_ROOM)
    add_room (snapshot, uid, from - LONGEST_DAYS, to, uses);
  else
    add_volunteer (snapshot, moved, uid, from - LONGEST_DAYS, to, uses);
  g_array_sort (uses, compare_uses);
  return uses;
}

GArray *
stafet_overlap_uses (const StafetSnapshot *snapshot, StafetKind kind, StafetUid uid, StafetDate from,
                     StafetDate to)
{
  g_autoptr (GHashTable) moved = stafet_turns_find_moved (snapshot);

  return gather_uses (snapshot, moved, kind, uid, from, to);
}

/* ——— What an edit touches ——— */

typedef struct
{
  const StafetSnapshot *before, *after;
  GHashTable *moved_before, *moved_after; /* moved_before: made when it is needed */
  GHashTable *changed;                    /* uids: the changed ones, and the shifts of changed activities */
  GHashTable *seen;                       /* uids of volunteers and rooms looked at */
  StafetDate from, to;
  gboolean accepted; /* also what was accepted */
  GArray *overlaps;
} Search;

/* Whether two uses that were gathered for @uid are in each other's way; the one that was changed is mine. In
 * two rooms that share a part, not the two halves of a joined room, they meet in that of the changed one, and
 * when both were changed in one of the two. */
static gboolean
pair_up (const StafetSnapshot *snapshot, const StafetUse *a, const StafetUse *b, GHashTable *changed,
         StafetOverlap *pair)
{
  gboolean a_may = changed == NULL || g_hash_table_contains (changed, a->series);
  gboolean b_may = changed == NULL || g_hash_table_contains (changed, b->series);

  if (a->series == b->series && a->original == b->original)
    return FALSE;
  if (a->room != b->room)
    {
      gboolean both = changed != NULL && a_may && b_may;

      if (!stafet_rooms_meet (snapshot, a->room, b->room))
        return FALSE;

      a_may = a_may && a->room == pair->uid && (!both || strcmp (a->room, b->room) < 0);
      b_may = b_may && b->room == pair->uid && (!both || strcmp (b->room, a->room) < 0);
    }
  pair->mine = a_may ? *a : *b;
  pair->other = a_may ? *b : *a;
  return a_may || b_may;
}

/* Every pair of overlapping uses after @from; @changed (nullable): only those that one of the series is in,
 * as mine. Takes @uses. */
static GArray *
find_pairs (const StafetSnapshot *snapshot, GArray *uses, StafetKind kind, StafetUid uid, StafetDate from,
            GHashTable *changed)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (StafetOverlap));

  for (guint i = 0; i < uses->len; i++)
    for (guint j = i + 1; j < uses->len; j++)
      {
        const StafetUse *a = &g_array_index (uses, StafetUse, i), *b = &g_array_index (uses, StafetUse, j);
        StafetOverlap pair = { .kind = kind, .uid = uid };

        if (b->start >= a->end)
          break;
        if (b->end > b->start && MIN (a->end, b->end) > stafet_wall_new (from, 0)
            && pair_up (snapshot, a, b, changed, &pair))
          g_array_append_val (pairs, pair);
      }
  g_array_unref (uses);
  return pairs;
}

static GArray *
find_pairs_before (Search *s, StafetKind kind, StafetUid uid)
{
  if (s->moved_before == NULL)
    s->moved_before = stafet_turns_find_moved (s->before);
  return find_pairs (s->before, gather_uses (s->before, s->moved_before, kind, uid, s->from, s->to), kind,
                     uid, s->from, NULL);
}

/* The uid that a series had in the plan before: its own, or that of the one it was split from. */
static StafetUid
uid_before (const Search *s, const StafetUse *use)
{
  StafetUid uid = use->series;

  while (uid != NULL && stafet_snapshot_get (s->before, use->kind, uid) == NULL)
    {
      gpointer record = stafet_snapshot_get (s->after, use->kind, uid);

      if (record == NULL)
        return NULL;
      uid = use->kind == STAFET_KIND_ACTIVITY ? ((StafetActivity *) record)->split_from
                                              : ((StafetShift *) record)->split_from;
    }
  return uid;
}

static gboolean
was_there (const Search *s, const GArray *old, const StafetOverlap *pair)
{
  StafetUid mine = uid_before (s, &pair->mine), other = uid_before (s, &pair->other);

  for (guint i = 0; i < old->len; i++)
    {
      const StafetOverlap *c = &g_array_index (old, StafetOverlap, i);

      if ((c->mine.series == mine && c->mine.original == pair->mine.original && c->other.series == other
           && c->other.original == pair->other.original)
          || (c->mine.series == other && c->mine.original == pair->other.original && c->other.series == mine
              && c->other.original == pair->mine.original))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_accepted (const Search *s, const StafetOverlap *pair)
{
  return pair->mine.accepted
         || (pair->other.accepted && g_hash_table_contains (s->changed, pair->other.series));
}

static void
look_at (Search *s, StafetKind kind, StafetUid uid)
{
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GArray) old = NULL;

  if (uid == NULL || !g_hash_table_add (s->seen, (gpointer) uid))
    return;
  pairs = find_pairs (s->after, gather_uses (s->after, s->moved_after, kind, uid, s->from, s->to), kind, uid,
                      s->from, s->changed);
  for (guint i = 0; i < pairs->len; i++)
    {
      const StafetOverlap *pair = &g_array_index (pairs, StafetOverlap, i);

      if (!s->accepted && is_accepted (s, pair))
        continue;
      if (old == NULL)
        old = find_pairs_before (s, kind, uid);
      if (!was_there (s, old, pair))
        g_array_append_val (s->overlaps, *pair);
    }
}

/* ——— Which volunteers and rooms ——— */

static void
look_at_people (Search *s, StafetUid shift)
{
  const GPtrArray *standings = stafet_snapshot_index (s->after, STAFET_INDEX_STANDING_BY_SHIFT, shift);
  const GPtrArray *dated = stafet_snapshot_index (s->after, STAFET_INDEX_ASSIGNMENT_BY_SHIFT, shift);

  for (guint i = 0; i < standings->len; i++)
    look_at (s, STAFET_KIND_VOLUNTEER, ((StafetStanding *) g_ptr_array_index (standings, i))->volunteer);
  for (guint i = 0; i < dated->len; i++)
    look_at (s, STAFET_KIND_VOLUNTEER, ((StafetAssignment *) g_ptr_array_index (dated, i))->volunteer);
}

/* The usual room, and those of single dates. */
static void
look_at_rooms (Search *s, gpointer record)
{
  StafetTimetable timetable;

  if (!stafet_timetable_init (&timetable, s->after, record) || timetable.shift != NULL)
    return;
  look_at (s, STAFET_KIND_ROOM, timetable.series.room);
  look_at (s, STAFET_KIND_ROOM,
           timetable.series.activity != NULL ? timetable.series.activity->vehicle : NULL);
  for (guint i = 0; i < timetable.exceptions->len; i++)
    {
      const StafetException *exception = g_ptr_array_index (timetable.exceptions, i);
      StafetOccasion occasion;

      if ((strstr (exception->changes, "'room'") == NULL && strstr (exception->changes, "'vehicle'") == NULL)
          || !stafet_timetable_read (&timetable, exception->date, &occasion))
        continue;
      look_at (s, STAFET_KIND_ROOM, occasion.room);
      look_at (s, STAFET_KIND_ROOM, occasion.vehicle);
    }
}

static void
look_at_series (Search *s, StafetUid uid)
{
  gpointer activity = stafet_snapshot_get (s->after, STAFET_KIND_ACTIVITY, uid);
  gpointer shift = stafet_snapshot_get (s->after, STAFET_KIND_SHIFT, uid);
  const GPtrArray *shifts = stafet_snapshot_index (s->after, STAFET_INDEX_SHIFT_BY_ACTIVITY, uid);

  if (activity != NULL)
    look_at_rooms (s, activity);
  for (guint i = 0; i < shifts->len; i++)
    look_at_people (s, ((StafetRecord *) g_ptr_array_index (shifts, i))->uid);
  if (shift == NULL)
    return;
  look_at_rooms (s, shift);
  look_at_people (s, uid);
}

static GHashTable *
spread (const StafetSnapshot *snapshot, const GPtrArray *changed)
{
  GHashTable *set = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < changed->len; i++)
    {
      StafetUid uid = g_ptr_array_index (changed, i);
      const GPtrArray *shifts = stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, uid);

      g_hash_table_add (set, (gpointer) uid);
      for (guint j = 0; j < shifts->len; j++)
        g_hash_table_add (set, (gpointer) ((StafetRecord *) g_ptr_array_index (shifts, j))->uid);
    }
  return set;
}

static int
compare_overlaps (gconstpointer a, gconstpointer b)
{
  const StafetOverlap *x = a, *y = b;
  int order = (int) x->kind - (int) y->kind;

  if (order == 0)
    order = strcmp (x->uid, y->uid);
  if (order == 0)
    order = compare_uses (&x->mine, &y->mine);
  return order != 0 ? order : compare_uses (&x->other, &y->other);
}

GArray *
stafet_overlap_find (const StafetSnapshot *before, const StafetSnapshot *after, const GPtrArray *changed,
                     StafetDate from, StafetDate to, gboolean accepted)
{
  g_autoptr (GHashTable) set = spread (after, changed);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) moved = stafet_turns_find_moved (after);
  Search s = { .before = before,
               .after = after,
               .moved_after = moved,
               .changed = set,
               .seen = seen,
               .from = from,
               .to = to,
               .accepted = accepted,
               .overlaps = g_array_new (FALSE, FALSE, sizeof (StafetOverlap)) };

  for (guint i = 0; i < changed->len; i++)
    look_at_series (&s, g_ptr_array_index (changed, i));
  g_array_sort (s.overlaps, compare_overlaps);
  g_clear_pointer (&s.moved_before, g_hash_table_unref);
  return s.overlaps;
}

/* ——— In words ——— */

/* "Tuesday 24 November 10:00–12:00" */
static char *
use_words (const StafetUse *use)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *day = stafet_words_date (language, stafet_wall_date (use->start));
  g_autofree char *time = stafet_words_time_span (language, use->start, use->end);

  return g_strdup_printf ("%s %s", day, time);
}

static gboolean
is_lent (const StafetSnapshot *snapshot, const StafetUse *use)
{
  return use->kind == STAFET_KIND_ACTIVITY && stafet_loan_of (snapshot, use->series) != NULL;
}

typedef enum
{
  ADVICE_LENT,
  ADVICE_ROOM,
  ADVICE_PERSON
} Advice;

static const char *const advices[] = {
  N_ ("Choose another place or another time, propose to the borrower to move, or accept the overlap."),
  N_ ("Choose another place or another time, or accept the overlap."),
  N_ ("Choose somebody else or another time, or accept the overlap."),
};

char *
stafet_overlap_without_advice (const char *description)
{
  for (gsize i = 0; i < G_N_ELEMENTS (advices); i++)
    if (g_str_has_suffix (description, _ (advices[i])))
      return g_strchomp (g_strndup (description, strlen (description) - strlen (_ (advices[i]))));
  return g_strdup (description);
}

char *
stafet_overlap_describe (const StafetSnapshot *snapshot, const StafetOverlap *overlap)
{
  g_autofree char *mine = use_words (&overlap->mine);
  g_autofree char *other = use_words (&overlap->other);
  gpointer record = stafet_snapshot_get (snapshot, overlap->kind, overlap->uid);
  const char *name = record != NULL ? stafet_record_get_label (record) : overlap->uid;
  g_autofree char *fact = NULL;
  Advice advice = ADVICE_PERSON;

  if (overlap->kind == STAFET_KIND_ROOM && is_lent (snapshot, &overlap->other))
    {
      fact = g_strdup_printf (_ ("%1$s is wanted for “%2$s” %3$s, but it is lent to “%4$s” %5$s (set-up and "
                                 "clear-down included)."),
                              name, overlap->mine.title, mine, overlap->other.title, other);
      advice = ADVICE_LENT;
    }
  else if (overlap->kind == STAFET_KIND_ROOM)
    {
      fact = g_strdup_printf (_ ("%1$s is wanted for “%2$s” %3$s, but it is taken by “%4$s” %5$s (set-up and "
                                 "clear-down included)."),
                              name, overlap->mine.title, mine, overlap->other.title, other);
      advice = ADVICE_ROOM;
    }
  else
    fact = g_strdup_printf (_ ("%1$s would be on “%2$s” %3$s, but is on “%4$s” %5$s."), name,
                            overlap->mine.title, mine, overlap->other.title, other);
  return g_strdup_printf ("%s %s", fact, _ (advices[advice]));
}
