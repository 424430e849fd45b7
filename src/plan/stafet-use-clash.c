/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds a changeset against everything that is booked.
 */
#include "stafet-use-clash.h"

#include "schedule/stafet-rooms.h"

#include <string.h>

#define MOST_TOLD 3

/* The days of a series that are over are left alone: nobody can meet there any more. */
StafetDate
stafet_use_horizon (StafetPlan *plan, const StafetTiming *timing)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));

  return timing->recurs ? MAX (timing->first_date, today) : timing->first_date;
}

static char *
tell (const StafetSnapshot *snapshot, const GArray *overlaps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < overlaps->len && i < MOST_TOLD; i++)
    {
      g_autofree char *one = stafet_overlap_describe (snapshot, &g_array_index (overlaps, StafetOverlap, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", one);
    }
  if (overlaps->len > MOST_TOLD)
    {
      guint more = overlaps->len - MOST_TOLD;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext_ ("And %u more.", "And %u more.", more), more);
    }
  return g_string_free (text, FALSE);
}

/* Refuses overlaps, or warns of them when they are accepted. */
static gboolean
judge (StafetPlan *plan, const StafetSnapshot *snapshot, const GArray *overlaps, gboolean anyway,
       gboolean *accepted, GError **error)
{
  g_autofree char *text = overlaps->len > 0 ? tell (snapshot, overlaps) : NULL;

  *accepted = text != NULL && anyway;
  if (text == NULL)
    return TRUE;
  if (anyway)
    stafet_plan_warn (plan, "%s", text);
  else
    g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH, text);
  return anyway;
}

gboolean
stafet_use_check_clash (StafetPlan *plan, const StafetChangeset *changeset, const GPtrArray *changed,
                        StafetDate from, StafetDate to, gboolean anyway, gboolean *accepted, GError **error)
{
  StafetSnapshot *before = stafet_plan_get_snapshot (plan);
  g_autoptr (StafetSnapshot) after = stafet_snapshot_copy (before);
  g_autoptr (GArray) overlaps = NULL;

  stafet_snapshot_apply (after, changeset);
  overlaps = stafet_overlap_find (before, after, changed, from, to, FALSE);
  return judge (plan, after, overlaps, anyway, accepted, error);
}

static void
meet (StafetUid volunteer, const StafetUse *mine, const GArray *uses, GArray *overlaps)
{
  for (guint i = 0; i < uses->len; i++)
    {
      const StafetUse *other = &g_array_index (uses, StafetUse, i);
      StafetOverlap overlap = { STAFET_KIND_VOLUNTEER, volunteer, *mine, *other };

      if (other->start >= mine->end)
        return;
      if (mine->start < other->end && (other->series != mine->series || other->original != mine->original))
        g_array_append_val (overlaps, overlap);
    }
}

gboolean
stafet_use_check_person (StafetPlan *plan, StafetUid volunteer, const GArray *mine, gboolean anyway,
                         gboolean *accepted, GError **error)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (GArray) overlaps = g_array_new (FALSE, FALSE, sizeof (StafetOverlap));
  g_autoptr (GArray) uses = NULL;

  *accepted = FALSE;
  if (mine->len == 0)
    return TRUE;
  uses = stafet_overlap_uses (snapshot, STAFET_KIND_VOLUNTEER, volunteer,
                              stafet_wall_date (g_array_index (mine, StafetUse, 0).start),
                              stafet_wall_date (g_array_index (mine, StafetUse, mine->len - 1).end));
  for (guint i = 0; i < mine->len; i++)
    meet (volunteer, &g_array_index (mine, StafetUse, i), uses, overlaps);
  return judge (plan, snapshot, overlaps, anyway, accepted, error);
}

/* ——— Bookings ——— */

/* The vehicle, if any, goes to @vehicle. */
static StafetUid
room_of (StafetRecord *series, StafetUid *vehicle)
{
  const StafetActivity *activity =
    STAFET_RECORD_KIND (series) == STAFET_KIND_ACTIVITY ? (StafetActivity *) series : NULL;

  *vehicle = activity != NULL ? activity->vehicle : NULL;
  return activity != NULL ? activity->room : ((StafetShift *) series)->room;
}

gboolean
stafet_use_takes_room (StafetRecord *series)
{
  StafetUid vehicle;

  return room_of (series, &vehicle) != NULL || vehicle != NULL;
}

gboolean
stafet_use_moves_bookings (gconstpointer before, gconstpointer after)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (after);

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    if (((field->flags & (STAFET_FIELD_TIMED | STAFET_FIELD_SERIES_ONLY)) != 0
         || g_str_has_suffix (field->name, "_offset"))
        && !stafet_record_same_value (before, after, field))
      return TRUE;
  return FALSE;
}

static void
book (const StafetSnapshot *snapshot, StafetKind kind, StafetUid uid, StafetChangeset *changeset)
{
  gpointer record = stafet_snapshot_get (snapshot, kind, uid);

  if (record != NULL)
    stafet_changeset_book (changeset, record);
}

static void
book_people (const StafetSnapshot *snapshot, StafetUid shift, StafetDate today, StafetChangeset *changeset)
{
  const GPtrArray *standings = stafet_snapshot_index (snapshot, STAFET_INDEX_STANDING_BY_SHIFT, shift);
  const GPtrArray *dated = stafet_snapshot_index (snapshot, STAFET_INDEX_ASSIGNMENT_BY_SHIFT, shift);

  for (guint i = 0; i < standings->len; i++)
    {
      const StafetStanding *standing = g_ptr_array_index (standings, i);

      if (standing->to == STAFET_DATE_NONE || standing->to >= today)
        book (snapshot, STAFET_KIND_VOLUNTEER, standing->volunteer, changeset);
    }
  for (guint i = stafet_snapshot_first_on (dated, today); i < dated->len; i++)
    book (snapshot, STAFET_KIND_VOLUNTEER, ((StafetAssignment *) g_ptr_array_index (dated, i))->volunteer,
          changeset);
}

/* With the rooms it is joined from: so two rooms that share one are never booked past each other. */
static void
book_room (const StafetSnapshot *snapshot, StafetUid room, StafetChangeset *changeset)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (room == NULL)
    return;
  parts = stafet_room_parts (snapshot, room);
  book (snapshot, STAFET_KIND_ROOM, room, changeset);
  for (guint i = 0; i < parts->len; i++)
    if (g_ptr_array_index (parts, i) != room)
      book (snapshot, STAFET_KIND_ROOM, g_ptr_array_index (parts, i), changeset);
}

void
stafet_use_book_series (StafetPlan *plan, StafetRecord *series, StafetChangeset *changeset)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));
  const GPtrArray *shifts;
  StafetUid vehicle;

  book_room (snapshot, room_of (series, &vehicle), changeset);
  book_room (snapshot, vehicle, changeset);
  book_people (snapshot, series->uid, today, changeset);
  shifts = stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, series->uid);
  for (guint i = 0; i < shifts->len; i++)
    book_people (snapshot, ((StafetRecord *) g_ptr_array_index (shifts, i))->uid, today, changeset);
}

gboolean
stafet_use_get_anyway (gconstpointer record)
{
  return STAFET_FIELD_AT (gboolean, record, stafet_record_info_field (STAFET_RECORD_INFO (record), "anyway"));
}

void
stafet_use_set_anyway (gpointer record, gboolean anyway)
{
  STAFET_FIELD_AT (gboolean, record, stafet_record_info_field (STAFET_RECORD_INFO (record), "anyway")) =
    anyway;
}
