/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows changed rows to the series, and the series to their places and people.
 */
#include "stafet-publish-reach.h"

#include <string.h>

struct _StafetPublishReach
{
  const StafetSnapshot *snapshot; /* borrowed */
  GHashTable *uids;               /* of feeds, areas, houses, wards, volunteers that are reached */
  GHashTable *series;             /* that were followed already */
  gboolean all;
};

static void reach_ref (StafetPublishReach *self, StafetKind target, StafetUid uid);

/* ——— Places ——— */

static void
reach_house (StafetPublishReach *self, StafetUid uid)
{
  const StafetHouse *house = stafet_snapshot_get (self->snapshot, STAFET_KIND_HOUSE, uid);

  g_hash_table_add (self->uids, (gpointer) uid);
  if (house != NULL && house->area != NULL)
    g_hash_table_add (self->uids, (gpointer) house->area);
}

static void
reach_ward (StafetPublishReach *self, StafetUid uid)
{
  const StafetWard *ward = stafet_snapshot_get (self->snapshot, STAFET_KIND_WARD, uid);

  g_hash_table_add (self->uids, (gpointer) uid);
  if (ward != NULL)
    reach_house (self, ward->house);
}

static void
reach_room (StafetPublishReach *self, StafetUid uid)
{
  const StafetRoom *room = stafet_snapshot_get (self->snapshot, STAFET_KIND_ROOM, uid);

  if (room != NULL)
    reach_house (self, room->house);
}

/* ——— Records and images ——— */

static void
reach_fields (StafetPublishReach *self, gconstpointer record)
{
  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    if (field->type == STAFET_FIELD_REF)
      reach_ref (self, field->target, STAFET_FIELD_AT (StafetUid, record, field));
}

static void reach_image (StafetPublishReach *self, const StafetRecordInfo *info, GVariant *image);

/* What an exception changes: places that the series has on one date only. Shifts name them alike. */
static void
reach_changes (StafetPublishReach *self, const char *text)
{
  g_autoptr (GVariant) changes = *text != '\0' ? stafet_image_read (text, NULL) : NULL;

  if (changes != NULL)
    reach_image (self, &stafet_activity_info, changes);
}

static void
reach_image (StafetPublishReach *self, const StafetRecordInfo *info, GVariant *image)
{
  GVariantIter iter;
  const char *name, *text;

  g_variant_iter_init (&iter, image);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    {
      const StafetField *field = stafet_record_info_field (info, name);

      if (field != NULL && field->type == STAFET_FIELD_REF && *text != '\0')
        reach_ref (self, field->target, stafet_uid_intern (text));
      else if (info->kind == STAFET_KIND_EXCEPTION && strcmp (name, "changes") == 0)
        reach_changes (self, text);
    }
}

static void
reach_exceptions (StafetPublishReach *self, StafetIndex index, StafetUid series)
{
  const GPtrArray *exceptions = stafet_snapshot_index (self->snapshot, index, series);

  for (guint i = 0; i < exceptions->len; i++)
    reach_changes (self, ((StafetException *) g_ptr_array_index (exceptions, i))->changes);
}

/* ——— Series and people ——— */

static const StafetIndex by_shift[] = { STAFET_INDEX_STANDING_BY_SHIFT, STAFET_INDEX_ASSIGNMENT_BY_SHIFT,
                                        STAFET_INDEX_ATTENDANCE_BY_SHIFT };
static const StafetIndex by_volunteer[] = { STAFET_INDEX_STANDING_BY_VOLUNTEER,
                                            STAFET_INDEX_ASSIGNMENT_BY_VOLUNTEER,
                                            STAFET_INDEX_ATTENDANCE_BY_VOLUNTEER };

static StafetUid
ref_of (gconstpointer record, const char *name)
{
  return STAFET_FIELD_AT (StafetUid, record, stafet_record_info_field (STAFET_RECORD_INFO (record), name));
}

/* The own feeds of those who are on a shift. */
static void
reach_holders (StafetPublishReach *self, StafetUid shift)
{
  for (gsize i = 0; i < G_N_ELEMENTS (by_shift); i++)
    {
      const GPtrArray *records = stafet_snapshot_index (self->snapshot, by_shift[i], shift);

      for (guint j = 0; j < records->len; j++)
        g_hash_table_add (self->uids, (gpointer) ref_of (g_ptr_array_index (records, j), "volunteer"));
    }
}

static void
reach_activity (StafetPublishReach *self, StafetUid uid)
{
  const GPtrArray *stops = stafet_snapshot_index (self->snapshot, STAFET_INDEX_STOP_BY_ACTIVITY, uid);
  const GPtrArray *shifts = stafet_snapshot_index (self->snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, uid);
  const StafetActivity *activity = stafet_snapshot_get (self->snapshot, STAFET_KIND_ACTIVITY, uid);

  if (!g_hash_table_add (self->series, (gpointer) uid))
    return;
  if (activity != NULL)
    {
      reach_house (self, activity->house);
      reach_room (self, activity->room);
      reach_ward (self, activity->ward);
    }
  for (guint i = 0; i < stops->len; i++)
    reach_ward (self, ((StafetStop *) g_ptr_array_index (stops, i))->ward);
  for (guint i = 0; i < shifts->len; i++)
    reach_holders (self, ((StafetRecord *) g_ptr_array_index (shifts, i))->uid);
  reach_exceptions (self, STAFET_INDEX_EXCEPTION_BY_ACTIVITY, uid);
}

static void
reach_shift (StafetPublishReach *self, StafetUid uid)
{
  const StafetShift *shift = stafet_snapshot_get (self->snapshot, STAFET_KIND_SHIFT, uid);

  if (!g_hash_table_add (self->series, (gpointer) uid))
    return;
  reach_holders (self, uid);
  reach_exceptions (self, STAFET_INDEX_EXCEPTION_BY_SHIFT, uid);
  if (shift == NULL)
    return;
  reach_house (self, shift->house);
  reach_room (self, shift->room);
  reach_ward (self, shift->ward);
  if (shift->activity != NULL)
    reach_activity (self, shift->activity);
}

/* Everything she is on: her name, and how often she came, are told there. */
static void
reach_volunteer (StafetPublishReach *self, StafetUid uid)
{
  g_hash_table_add (self->uids, (gpointer) uid);
  for (gsize i = 0; i < G_N_ELEMENTS (by_volunteer); i++)
    {
      const GPtrArray *records = stafet_snapshot_index (self->snapshot, by_volunteer[i], uid);

      for (guint j = 0; j < records->len; j++)
        reach_shift (self, ref_of (g_ptr_array_index (records, j), "shift"));
    }
}

static void
reach_ref (StafetPublishReach *self, StafetKind target, StafetUid uid)
{
  if (uid == NULL)
    return;
  switch (target)
    {
    case STAFET_KIND_HOUSE:
      reach_house (self, uid);
      break;
    case STAFET_KIND_WARD:
      reach_ward (self, uid);
      break;
    case STAFET_KIND_ROOM:
      reach_room (self, uid);
      break;
    case STAFET_KIND_ACTIVITY:
      reach_activity (self, uid);
      break;
    case STAFET_KIND_SHIFT:
      reach_shift (self, uid);
      break;
    case STAFET_KIND_VOLUNTEER:
      reach_volunteer (self, uid);
      break;
    default:
      break;
    }
}

/* ——— Rows ——— */

/* What the row is now, and what it was before and after each change. */
static void
reach_changed (StafetPublishReach *self, const StafetLogRow *row)
{
  const StafetRecordInfo *info = stafet_record_info (row->kind);
  gpointer record = stafet_snapshot_get (self->snapshot, row->kind, row->uid);

  reach_ref (self, row->kind, row->uid);
  if (record != NULL)
    reach_fields (self, record);
  if (row->before != NULL)
    reach_image (self, info, row->before);
  if (row->after != NULL)
    reach_image (self, info, row->after);
}

static void
reach_row (StafetPublishReach *self, const StafetLogRow *row)
{
  switch (row->kind)
    {
    case STAFET_KIND_PHONE:
    case STAFET_KIND_SKILL:
    case STAFET_KIND_VOLUNTEER_HOUSE:
    case STAFET_KIND_PARTNER:
    case STAFET_KIND_AVAILABILITY:
    case STAFET_KIND_CALL:
    case STAFET_KIND_TOLD:
    case STAFET_KIND_NOTE:
    case STAFET_KIND_SIGNUP:
    case STAFET_KIND_TALLY:
    case STAFET_KIND_LOAN:
    case STAFET_KIND_IDEA:
    case STAFET_KIND_IDEA_ROLE:
    case STAFET_KIND_IMPORTED:
    case STAFET_KIND_CALENDAR:
    case STAFET_KIND_OFFER:
    case STAFET_KIND_SYNONYM:
    case STAFET_KIND_ENQUIRY:
    case STAFET_KIND_AGREEMENT:
    case STAFET_KIND_APPLICATION:
    case STAFET_KIND_MEMBER:
    case STAFET_KIND_MEETING:
    case STAFET_KIND_LINK:
    case STAFET_KIND_TALK:
    case STAFET_KIND_SNAG:
    case STAFET_KIND_WELCOME:
    case STAFET_KIND_PHOTO:
    case STAFET_KIND_REGULAR:
      break; /* never in a feed */
    case STAFET_KIND_FEED:
      g_hash_table_add (self->uids, (gpointer) row->uid);
      break;
    case STAFET_KIND_VOLUNTEER:
    case STAFET_KIND_ABSENCE:
    case STAFET_KIND_ACTIVITY:
    case STAFET_KIND_STOP:
    case STAFET_KIND_SHIFT:
    case STAFET_KIND_EXCEPTION:
    case STAFET_KIND_STANDING:
    case STAFET_KIND_ASSIGNMENT:
    case STAFET_KIND_ATTENDANCE:
    case STAFET_KIND_NOTICE:
      reach_changed (self, row);
      break;
    default:
      self->all = TRUE;
    }
}

StafetPublishReach *
stafet_publish_reach_new (const StafetSnapshot *snapshot, const GPtrArray *entries)
{
  StafetPublishReach *self = g_new0 (StafetPublishReach, 1);

  self->snapshot = snapshot;
  self->uids = g_hash_table_new (NULL, NULL);
  self->series = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < entries->len && !self->all; i++)
    {
      const StafetLogEntry *entry = g_ptr_array_index (entries, i);

      self->all = entry->kind == STAFET_CHANGESET_SYSTEM;
      for (guint j = 0; j < entry->rows->len && !self->all; j++)
        reach_row (self, g_ptr_array_index (entry->rows, j));
    }
  return self;
}

void
stafet_publish_reach_free (StafetPublishReach *self)
{
  g_hash_table_unref (self->uids);
  g_hash_table_unref (self->series);
  g_free (self);
}

gboolean
stafet_publish_reach_has (const StafetPublishReach *self, const StafetFeed *feed)
{
  const StafetUid uids[] = { feed->parent.uid, feed->house, feed->ward, feed->volunteer, feed->area };

  for (gsize i = 0; i < G_N_ELEMENTS (uids) && !self->all; i++)
    if (uids[i] != NULL && g_hash_table_contains (self->uids, uids[i]))
      return TRUE;
  return self->all;
}
