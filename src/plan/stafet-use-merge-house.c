/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moves every series of a house to another on one date, each with the use case of its own.
 */
#include "stafet-use-merge-house.h"

#include "core/stafet-care.h"
#include "core/stafet-cooperation.h"
#include "core/stafet-note.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-expand.h"
#include "stafet-use-end-house.h"
#include "stafet-use-private.h"

#include <string.h>

typedef struct
{
  StafetPlan *scratch;
  StafetHouse *house, *into;
  StafetDate from;
  StafetChangeset *changeset;
  StafetHouseMerge *merge;
} Merging;

/* Evaluates one edit, which is freed. */
static gboolean
try_edit (const Merging *m, StafetEdit *edit, GError **error)
{
  g_autoptr (StafetEdit) owned = edit;

  return stafet_plan_try (m->scratch, owned, m->changeset, NULL, error);
}

/* ——— Rooms ——— */

static StafetUid
room_of (StafetRecord *series)
{
  return STAFET_RECORD_KIND (series) == STAFET_KIND_ACTIVITY ? ((StafetActivity *) series)->room
                                                             : ((StafetShift *) series)->room;
}

/* The room of the same name in the other house; of a room that is not the old house's itself. NULL: none. */
static StafetUid
room_there (const Merging *m, StafetUid uid)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (m->scratch);
  const StafetRoom *room = stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, uid);
  const GPtrArray *rooms = stafet_snapshot_index (snapshot, STAFET_INDEX_ROOM_BY_HOUSE, m->into->parent.uid);

  if (room == NULL || room->house != m->house->parent.uid)
    return uid;
  for (guint i = 0; i < rooms->len; i++)
    {
      const StafetRoom *other = g_ptr_array_index (rooms, i);

      if (stafet_text_compare (room->name, other->name) == 0)
        return other->parent.uid;
    }
  return NULL;
}

/* Single dates that have one of the old house's rooms of their own. */
static void
count_own_rooms (const Merging *m, StafetRecord *series)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (m->scratch);
  StafetIndex index = STAFET_RECORD_KIND (series) == STAFET_KIND_ACTIVITY ? STAFET_INDEX_EXCEPTION_BY_ACTIVITY
                                                                          : STAFET_INDEX_EXCEPTION_BY_SHIFT;
  const GPtrArray *exceptions = stafet_snapshot_index (snapshot, index, series->uid);

  for (guint i = 0; i < exceptions->len; i++)
    {
      const StafetException *exception = g_ptr_array_index (exceptions, i);
      g_autoptr (GVariant) image = stafet_image_read (exception->changes, NULL);
      const char *room;

      if (exception->date >= m->from && image != NULL && g_variant_lookup (image, "room", "&s", &room)
          && *room != '\0')
        m->merge->own_rooms++;
    }
}

/* ——— A series ——— */

/* With @room (NULL: none) from its first date on that is the other house's. */
static gboolean
move_with (const Merging *m, StafetRecord *series, StafetUid room, gboolean anyway, GError **error)
{
  const StafetTiming *timing = stafet_use_timing (series);
  g_autofree char *house = g_strconcat ("house=", m->into->parent.uid, NULL);
  g_autofree char *in = g_strconcat ("room=", room, NULL);
  const char *const pairs[] = { house, in, NULL };
  StafetDate next = stafet_expand_next (timing, MAX (m->from, timing->first_date));

  if (stafet_expand_next (timing, timing->first_date) < m->from)
    return try_edit (m, stafet_use_edit_following (series->uid, next, pairs, anyway), error);
  return try_edit (m,
                   anyway ? stafet_use_edit_anyway (STAFET_RECORD_KIND (series), series->uid, pairs)
                          : stafet_use_edit (STAFET_RECORD_KIND (series), series->uid, pairs),
                   error);
}

/* Where its room is taken it has none: nobody is to find two groups in one room. An overlap that is left then
 * is one that was accepted before, of people. */
static gboolean
move (const Merging *m, StafetRecord *series, GError **error)
{
  StafetUid room = room_of (series), there = room_there (m, room);
  g_autoptr (GError) clash = NULL;

  count_own_rooms (m, series);
  if (move_with (m, series, there, FALSE, &clash))
    {
      m->merge->roomless += room != NULL && there == NULL;
      return TRUE;
    }
  if (!g_error_matches (clash, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH))
    {
      g_propagate_error (error, g_steal_pointer (&clash));
      return FALSE;
    }
  m->merge->roomless += room != NULL;
  return move_with (m, series, NULL, FALSE, NULL) || move_with (m, series, NULL, TRUE, error);
}

static gboolean
goes_on (const Merging *m, StafetRecord *series)
{
  const StafetTiming *timing = stafet_use_timing (series);

  /* What others do was only looked at from that house. */
  if (STAFET_RECORD_KIND (series) == STAFET_KIND_ACTIVITY && ((StafetActivity *) series)->calendar != NULL)
    return FALSE;
  return timing != NULL && timing->last_date >= m->from
         && stafet_expand_next (timing, MAX (m->from, timing->first_date)) != STAFET_DATE_NONE;
}

/* The lists change while the series move. (transfer full) */
static GPtrArray *
series_of (const Merging *m)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (m->scratch);
  static const StafetIndex indexes[] = { STAFET_INDEX_ACTIVITY_BY_HOUSE, STAFET_INDEX_SHIFT_BY_HOUSE };
  GPtrArray *series = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      const GPtrArray *all = stafet_snapshot_index (snapshot, indexes[i], m->house->parent.uid);

      for (guint j = 0; j < all->len; j++)
        if (goes_on (m, g_ptr_array_index (all, j)))
          g_ptr_array_add (series, g_object_ref (g_ptr_array_index (all, j)));
    }
  return series;
}

static gboolean
move_all (const Merging *m, GError **error)
{
  g_autoptr (GPtrArray) series = series_of (m);

  for (guint i = 0; i < series->len; i++)
    {
      StafetRecord *record = g_ptr_array_index (series, i);

      if (STAFET_RECORD_KIND (record) == STAFET_KIND_ACTIVITY)
        m->merge->activities++;
      else
        m->merge->shifts++;
      if (!move (m, record, error))
        return FALSE;
    }
  return TRUE;
}

/* ——— People and calendars ——— */

/* What a volunteer has to do with a house; NULL: nothing. */
static const StafetVolunteerHouse *
link_to (const GPtrArray *links, StafetUid house)
{
  for (guint i = 0; i < links->len; i++)
    if (((StafetVolunteerHouse *) links->pdata[i])->house == house)
      return links->pdata[i];
  return NULL;
}

/* Who does not want to come to the other house stays away from it. */
static void
link_one (const Merging *m, const GPtrArray *links, StafetChangeset *changeset)
{
  const StafetVolunteerHouse *old = link_to (links, m->house->parent.uid);
  StafetVolunteerHouse *link;

  if (old == NULL || old->relation != STAFET_VOLUNTEER_HOUSE_HOME
      || link_to (links, m->into->parent.uid) != NULL)
    return;
  link = stafet_record_new (STAFET_KIND_VOLUNTEER_HOUSE, NULL);
  link->volunteer = old->volunteer;
  link->house = m->into->parent.uid;
  link->relation = STAFET_VOLUNTEER_HOUSE_HOME;
  for (guint i = 0; i < links->len; i++)
    link->position = MAX (link->position, ((StafetVolunteerHouse *) links->pdata[i])->position + 1);
  stafet_changeset_insert (changeset, link);
  m->merge->volunteers++;
}

/* What is still to be remembered, for whoever looks after it from now on. */
static void
move_notes (const Merging *m, StafetSnapshot *snapshot, StafetChangeset *changeset)
{
  const GPtrArray *notes = stafet_snapshot_all (snapshot, STAFET_KIND_NOTE);

  for (guint i = 0; i < notes->len; i++)
    {
      StafetNote *note = g_ptr_array_index (notes, i), *after;

      if (note->house != m->house->parent.uid || note->done != STAFET_DATE_NONE
          || (note->on != STAFET_DATE_NONE && note->on < m->from))
        continue;
      after = stafet_record_copy (note);
      after->house = m->into->parent.uid;
      stafet_changeset_update (changeset, note, after);
      m->merge->notes++;
    }
}

/* Whether what a house has of others still counts when it closes. */
static gboolean
still_counts (const StafetRecord *record, StafetDate from)
{
  const StafetAgreement *agreement = (const StafetAgreement *) record;
  const StafetMember *member = (const StafetMember *) record;
  const StafetPoolApplication *application = (const StafetPoolApplication *) record;

  switch ((int) STAFET_RECORD_KIND (record))
    {
    case STAFET_KIND_ENQUIRY:
      return ((const StafetEnquiry *) record)->ended == STAFET_DATE_NONE;
    case STAFET_KIND_NOTICE:
      return ((const StafetNotice *) record)->until >= from;
    case STAFET_KIND_AGREEMENT:
      return agreement->until == STAFET_DATE_NONE || agreement->until >= from;
    case STAFET_KIND_APPLICATION:
      return application->status != STAFET_APPLICATION_REFUSED
             && application->status != STAFET_APPLICATION_REPORTED;
    case STAFET_KIND_MEMBER:
      return member->until == STAFET_DATE_NONE || member->until >= from;
    case STAFET_KIND_MEETING:
      return ((const StafetMeeting *) record)->date >= from;
    default:
      return ((const StafetSnag *) record)->closed == STAFET_DATE_NONE;
    }
}

/* Whoever waits for something, what hangs on the board, and what was agreed go along. */
static void
move_network (const Merging *m, StafetSnapshot *snapshot, StafetChangeset *changeset)
{
  static const StafetKind kinds[] = { STAFET_KIND_ENQUIRY,     STAFET_KIND_NOTICE, STAFET_KIND_AGREEMENT,
                                      STAFET_KIND_APPLICATION, STAFET_KIND_MEMBER, STAFET_KIND_MEETING,
                                      STAFET_KIND_SNAG };

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const StafetField *house = stafet_record_info_field (stafet_record_info (kinds[k]), "house");
      const GPtrArray *all = stafet_snapshot_all (snapshot, kinds[k]);

      for (guint i = 0; i < all->len; i++)
        {
          StafetRecord *record = g_ptr_array_index (all, i), *after;

          if (STAFET_FIELD_AT (StafetUid, record, house) != m->house->parent.uid
              || !still_counts (record, m->from))
            continue;
          after = stafet_record_copy (record);
          STAFET_FIELD_AT (StafetUid, after, house) = m->into->parent.uid;
          stafet_changeset_update (changeset, record, after);
        }
    }
}

static gboolean
link_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  const GPtrArray *volunteers = stafet_snapshot_all (snapshot, STAFET_KIND_VOLUNTEER);

  (void) error;
  for (guint i = 0; i < volunteers->len; i++)
    link_one (data,
              stafet_snapshot_index (snapshot, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER,
                                     ((StafetRecord *) g_ptr_array_index (volunteers, i))->uid),
              changeset);
  move_notes (data, snapshot, changeset);
  move_network (data, snapshot, changeset);
  return TRUE;
}

static void
count_feeds (const Merging *m)
{
  const GPtrArray *feeds = stafet_snapshot_all (stafet_plan_get_snapshot (m->scratch), STAFET_KIND_FEED);

  for (guint i = 0; i < feeds->len; i++)
    m->merge->feeds += ((StafetFeed *) feeds->pdata[i])->house == m->house->parent.uid;
}

/* ——— The use case ——— */

static gboolean
refuse_into (const Merging *m, GError **error)
{
  if (m->into == m->house)
    g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_MALFORMED,
                         _ ("A house cannot merge into itself. Choose another one."));
  else if (m->into->kind == STAFET_HOUSE_NURSING)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                 _ ("%s is a nursing home: choose a house that has activities of its own."), m->into->name);
  else if (m->into->closed_from != STAFET_DATE_NONE)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                 _ ("%s closes for good itself. Choose a house that stays open."), m->into->name);
  else
    return FALSE;
  return TRUE;
}

/* What is left behind, and from when on the house is closed. */
static gboolean
close_old (const Merging *m, GError **error)
{
  StafetHouseEnd end;

  if (!stafet_house_end_try (m->scratch, m->house->parent.uid, m->from, &end, error))
    return FALSE;
  m->merge->cancelled = end.cancelled;
  return try_edit (m, stafet_use_end_house (m->house->parent.uid, m->from), error);
}

static gboolean
merge_house (StafetPlan *scratch, const char *house, const char *into, StafetDate from,
             StafetChangeset *changeset, StafetHouseMerge *merge, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (scratch);
  g_autoptr (StafetRecord) old = NULL, other = NULL;
  StafetRecord *found = stafet_reference_find (snapshot, STAFET_KIND_HOUSE, house, error);
  StafetRecord *target =
    found != NULL ? stafet_reference_find (snapshot, STAFET_KIND_HOUSE, into, error) : NULL;
  Merging m = { scratch, NULL, NULL, from, changeset, merge };
  StafetHouseEnd end;

  *merge = (StafetHouseMerge){ 0 };
  if (target == NULL || !stafet_house_end_try (scratch, found->uid, from, &end, error))
    return FALSE;
  old = g_object_ref (found);
  other = g_object_ref (target);
  m.house = (StafetHouse *) old;
  m.into = (StafetHouse *) other;
  if (refuse_into (&m, error))
    return FALSE;
  count_feeds (&m);
  stafet_changeset_set_label (changeset, _ ("%s merges into %s"), m.house->name, m.into->name);
  return move_all (&m, error)
         && try_edit (&m, stafet_edit_new (STAFET_CHANGESET_EDIT, link_func, &m, NULL), error)
         && close_old (&m, error);
}

typedef struct
{
  char *house, *into;
  StafetDate from;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->house);
  g_free (a->into);
  g_free (a);
}

/* What each series would warn of is said by the trial in one sentence. */
static gboolean
merge_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  StafetHouseMerge merge;

  return merge_house (scratch, a->house, a->into, a->from, changeset, &merge, error);
}

StafetEdit *
stafet_use_merge_house (const char *house, const char *into, StafetDate from)
{
  Arguments *a = g_new (Arguments, 1);

  a->house = g_strdup (house);
  a->into = g_strdup (into);
  a->from = from;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, merge_func, a, arguments_free);
}

gboolean
stafet_house_merge_try (StafetPlan *scratch, const char *house, const char *into, StafetDate from,
                        StafetHouseMerge *merge, GError **error)
{
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (STAFET_CHANGESET_EDIT);

  return merge_house (scratch, house, into, from, changeset, merge, error);
}

/* ——— In words ——— */

static void
say (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
  g_free (sentence);
}

static void
say_rooms (GString *text, const StafetHouseMerge *merge)
{
  if (merge->roomless > 0)
    say (text,
         g_strdup_printf (ngettext_ ("%u of them gets no room: there is none of that name, or it is taken.",
                                     "%u of them get no room: there is none of that name, or it is taken.",
                                     merge->roomless),
                          merge->roomless));
  if (merge->own_rooms > 0)
    say (text, g_strdup_printf (
                 ngettext_ ("%u single date keeps a room of its own in the old house: look at it.",
                            "%u single dates keep rooms of their own in the old house: look at them.",
                            merge->own_rooms),
                 merge->own_rooms));
}

char *
stafet_house_merge_words (const StafetHouseMerge *merge, StafetDate from)
{
  GString *text = g_string_new (NULL);
  g_autofree char *day = stafet_words_day_with_year (stafet_i18n_get_language (), from);
  g_autofree char *activities =
    g_strdup_printf (ngettext_ ("%u activity", "%u activities", merge->activities), merge->activities);
  g_autofree char *shifts =
    g_strdup_printf (ngettext_ ("%u shift", "%u shifts", merge->shifts), merge->shifts);

  if (merge->shifts == 0)
    say (text, g_strdup_printf (_ ("From %s on moves: %s, with everybody on them."), day, activities));
  else
    say (text, g_strdup_printf (_ ("From %s on move: %s and %s, with everybody on them."), day, activities,
                                shifts));
  say_rooms (text, merge);
  if (merge->cancelled > 0)
    say (text, g_strdup_printf (ngettext_ ("%u date that was moved past that day is cancelled.",
                                           "%u dates that were moved past that day are cancelled.",
                                           merge->cancelled),
                                merge->cancelled));
  if (merge->volunteers > 0)
    say (text, g_strdup_printf (ngettext_ ("%u volunteer of the old house comes to the new one too.",
                                           "%u volunteers of the old house come to the new one too.",
                                           merge->volunteers),
                                merge->volunteers));
  if (merge->feeds > 0)
    say (text, g_strdup_printf (ngettext_ ("%u calendar of the old house stays empty: share the new house's.",
                                           "%u calendars of the old house stay empty: share the new house's.",
                                           merge->feeds),
                                merge->feeds));
  if (merge->notes > 0)
    say (text, g_strdup_printf (ngettext_ ("%u note that is not done goes to the new house.",
                                           "%u notes that are not done go to the new house.", merge->notes),
                                merge->notes));
  say (text, g_strdup (_ ("What has been stays with the old house.")));
  return g_string_free (text, FALSE);
}
