/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names at the feed's level, and who is greeted as new or thanked for a round number of times.
 */
#include "stafet-feed-people.h"

#include "core/stafet-text.h"

/* Attendance counts as complete for whoever began within this time before the window: dated records are in
 * memory for 13 months. */
#define DAYS_KNOWN 336

/* What is known of one volunteer. */
typedef struct
{
  StafetDate first;       /* the first date that she may have come on */
  gboolean seen;          /* on an earlier event of this feed */
  StafetDate unconfirmed; /* the newest date she was seen on without attendance saying so */
} Face;

struct _StafetFeedFaces
{
  const StafetSnapshot *snapshot; /* borrowed */
  StafetDate from;
  GHashTable *faces; /* StafetVolunteer → Face, owned */
};

StafetFeedFaces *
stafet_feed_faces_new (const StafetSnapshot *snapshot, StafetDate from)
{
  StafetFeedFaces *self = g_new0 (StafetFeedFaces, 1);

  self->snapshot = snapshot;
  self->from = from;
  self->faces = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
stafet_feed_faces_free (StafetFeedFaces *self)
{
  g_hash_table_unref (self->faces);
  g_free (self);
}

/* ——— When she began ——— */

/* The first date of a shift: its own, or its activity's. */
static StafetDate
shift_first_date (const StafetSnapshot *snapshot, StafetUid uid)
{
  const StafetShift *shift = stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, uid);
  const StafetActivity *activity =
    shift != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, shift->activity) : NULL;

  if (activity != NULL)
    return activity->timing.first_date;
  return shift != NULL ? shift->timing.first_date : G_MAXINT32;
}

static StafetDate
first_date (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer)
{
  StafetUid uid = volunteer->parent.uid;
  const GPtrArray *standing = stafet_snapshot_index (snapshot, STAFET_INDEX_STANDING_BY_VOLUNTEER, uid);
  const GPtrArray *dated = stafet_snapshot_index (snapshot, STAFET_INDEX_ASSIGNMENT_BY_VOLUNTEER, uid);
  const GPtrArray *came = stafet_snapshot_index (snapshot, STAFET_INDEX_ATTENDANCE_BY_VOLUNTEER, uid);
  StafetDate first = volunteer->started != STAFET_DATE_NONE ? volunteer->started : G_MAXINT32;

  for (guint i = 0; i < standing->len; i++)
    {
      const StafetStanding *place = g_ptr_array_index (standing, i);

      first = MIN (first,
                   place->from != STAFET_DATE_NONE ? place->from : shift_first_date (snapshot, place->shift));
    }
  if (dated->len > 0)
    first = MIN (first, ((StafetAssignment *) g_ptr_array_index (dated, 0))->date);
  if (came->len > 0)
    first = MIN (first, ((StafetAttendance *) g_ptr_array_index (came, 0))->date);
  return first;
}

static Face *
find_face (const StafetFeedFaces *self, const StafetVolunteer *volunteer)
{
  Face *face = g_hash_table_lookup (self->faces, volunteer);

  if (face == NULL)
    {
      face = g_new (Face, 1);
      *face = (Face){ first_date (self->snapshot, volunteer), FALSE, STAFET_DATE_NONE };
      g_hash_table_insert (self->faces, (gpointer) volunteer, face);
    }
  return face;
}

void
stafet_feed_faces_saw (StafetFeedFaces *self, const StafetEntry *entry)
{
  if (entry->status == STAFET_STATUS_CANCELLED)
    return;
  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      {
        const StafetPlace *place = &entry->shifts[i].places[j];
        Face *face;

        if (place->volunteer == NULL || !stafet_place_is_promised (place))
          continue;
        face = find_face (self, place->volunteer);
        face->seen = TRUE;
        if (place->came < 0)
          face->unconfirmed = entry->original;
      }
}

/* ——— Greetings ——— */

static guint
times_came (const StafetFeedFaces *self, const StafetVolunteer *volunteer, StafetDate before,
            StafetDate *newest)
{
  const GPtrArray *rows =
    stafet_snapshot_index (self->snapshot, STAFET_INDEX_ATTENDANCE_BY_VOLUNTEER, volunteer->parent.uid);
  guint times = 0;

  *newest = STAFET_DATE_NONE;
  for (guint i = 0; i < rows->len; i++)
    {
      const StafetAttendance *row = g_ptr_array_index (rows, i);

      if (row->date >= before)
        break;
      if (row->status == STAFET_ATTENDANCE_ABSENT)
        continue;
      times++;
      *newest = row->date;
    }
  return times;
}

static gboolean
is_round (guint times)
{
  return times == 10 || times == 25 || (times > 0 && times % 50 == 0);
}

/* New: she began within the window, never came, and stands on no earlier event. A round number is only said
 * of the date right after what attendance has confirmed, and only when all of it is known: so neither
 * wanders along with the weeks where nobody confirms who came. */
static void
append_greeting (GString *out, StafetLanguage language, const StafetEntry *entry, const StafetPlace *place,
                 const StafetFeedFaces *faces)
{
  StafetDate newest;
  const Face *face;
  guint times;

  if (faces == NULL || place->volunteer == NULL || place->volunteer->protected_)
    return;
  face = find_face (faces, place->volunteer);
  times = times_came (faces, place->volunteer, entry->original, &newest);
  if (times == 0 && !face->seen && face->first >= faces->from)
    g_string_append_printf (out, " (%s)", stafet_i18n_text (language, N_ ("new – bid welcome")));
  if (!is_round (times + 1) || face->first < faces->from - DAYS_KNOWN || face->unconfirmed > newest)
    return;
  g_string_append (out, " (");
  g_string_append_printf (out, stafet_i18n_text (language, N_ ("time no. %u – say thank you")), times + 1);
  g_string_append_c (out, ')');
}

/* ——— Names ——— */

static char *
name_place (StafetLanguage language, const StafetEntry *entry, const StafetPlace *place,
            StafetNamesLevel names, const StafetFeedFaces *faces)
{
  GString *out = g_string_new (NULL);

  stafet_place_append_name (out, language, place, names);
  if (place->count > 1)
    g_string_append_printf (out, " (%d)", place->count);
  append_greeting (out, language, entry, place, faces);
  return g_string_free (out, FALSE);
}

gboolean
stafet_feed_people_append (GString *out, StafetLanguage language, const StafetEntry *entry,
                           const StafetStaffing *shift, StafetNamesLevel names, const StafetFeedFaces *faces)
{
  g_autoptr (GPtrArray) places = stafet_entry_promised (entry, shift);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *text = NULL;
  int heads = 0;

  for (guint i = 0; i < places->len; i++)
    heads += ((StafetPlace *) g_ptr_array_index (places, i))->count;
  if (heads == 0)
    return FALSE;
  if (names == STAFET_NAMES_COUNTS)
    {
      g_string_append_printf (
        out, stafet_i18n_plural (language, "%d volunteer", "%d volunteers", (gulong) heads), heads);
      return TRUE;
    }
  list = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (list, name_place (language, entry, g_ptr_array_index (places, i), names, faces));
  text = stafet_names_join (language, (const char *const *) list->pdata, list->len);
  g_string_append (out, text);
  return TRUE;
}
