/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record tables of activities, stops and shifts.
 */
#include "stafet-activity.h"

#include "stafet-error.h"
#include "stafet-i18n.h"

#define AT(Type, member) G_STRUCT_OFFSET (Type, member)

const StafetEnumValue stafet_category_values[] = { { "food", N_ ("food and café") },
                                                   { "movement", N_ ("movement") },
                                                   { "music", N_ ("music and song") },
                                                   { "workshop", N_ ("workshop") },
                                                   { "games", N_ ("company and games") },
                                                   { "nursing", N_ ("nursing home") },
                                                   { "talk", N_ ("talks and learning") },
                                                   { "loan", N_ ("lending") },
                                                   { NULL } };
static const StafetEnumValue visibilities[] = {
  { "public", N_ ("public") }, { "occupied", N_ ("occupied") }, { "hidden", N_ ("hidden") }, { NULL }
};

#define MINUTES .fallback = STAFET_INTEGER_NONE, .minimum = 0, .maximum = 1440, .step = 5

static const StafetField activity_fields[] = {
  { "title", N_ ("Title"), STAFET_FIELD_TEXT, AT (StafetActivity, title),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetActivity, house),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SERIES_ONLY, .target = STAFET_KIND_HOUSE,
    .index = STAFET_INDEX_ACTIVITY_BY_HOUSE },
  STAFET_TIMING_FIELDS (StafetActivity, timing),
  { "category", N_ ("Category"), STAFET_FIELD_ENUM, AT (StafetActivity, category),
    .values = stafet_category_values, .fallback = STAFET_ENUM_NONE },
  { "lead", N_ ("Lead volunteer"), STAFET_FIELD_REF, AT (StafetActivity, lead),
    .target = STAFET_KIND_VOLUNTEER },
  { "room", N_ ("Room"), STAFET_FIELD_REF, AT (StafetActivity, room), STAFET_FIELD_TIMED,
    .target = STAFET_KIND_ROOM, .index = STAFET_INDEX_ACTIVITY_BY_ROOM },
  { "layout", N_ ("Layout"), STAFET_FIELD_ENUM, AT (StafetActivity, layout), .values = stafet_layout_values,
    .fallback = STAFET_ENUM_NONE, .step = 5 },
  { "setup_minutes", N_ ("Minutes to set up"), STAFET_FIELD_INTEGER, AT (StafetActivity, setup_minutes),
    STAFET_FIELD_TIMED, MINUTES },
  { "cleardown_minutes", N_ ("Minutes to clear down"), STAFET_FIELD_INTEGER,
    AT (StafetActivity, cleardown_minutes), STAFET_FIELD_TIMED, MINUTES },
  { "vehicle", N_ ("Vehicle"), STAFET_FIELD_REF, AT (StafetActivity, vehicle), STAFET_FIELD_TIMED,
    .target = STAFET_KIND_ROOM, .index = STAFET_INDEX_ACTIVITY_BY_VEHICLE, .step = 5 },
  { "ward", N_ ("Ward"), STAFET_FIELD_REF, AT (StafetActivity, ward), STAFET_FIELD_TIMED,
    .target = STAFET_KIND_WARD, .index = STAFET_INDEX_ACTIVITY_BY_WARD },
  { "address", N_ ("Address"), STAFET_FIELD_TEXT, AT (StafetActivity, address), STAFET_FIELD_SEARCHABLE },
  { "organiser", N_ ("Organiser"), STAFET_FIELD_REF, AT (StafetActivity, organiser),
    .target = STAFET_KIND_ORGANISER },
  { "public_text", N_ ("Public text"), STAFET_FIELD_TEXT, AT (StafetActivity, public_text),
    STAFET_FIELD_SEARCHABLE },
  { "volunteer_text", N_ ("Text to the volunteers"), STAFET_FIELD_TEXT, AT (StafetActivity, volunteer_text),
    STAFET_FIELD_SEARCHABLE, .step = 4 },
  { "price", N_ ("Price"), STAFET_FIELD_TEXT, AT (StafetActivity, price) },
  { "doors_open", N_ ("Doors open"), STAFET_FIELD_TEXT, AT (StafetActivity, doors_open) },
  { "meeting_place", N_ ("Meeting place"), STAFET_FIELD_TEXT, AT (StafetActivity, meeting_place) },
  { "received_by", N_ ("Received by"), STAFET_FIELD_REF, AT (StafetActivity, received_by),
    .target = STAFET_KIND_CONTACT },
  { "make_ready", N_ ("Make ready"), STAFET_FIELD_TEXT, AT (StafetActivity, make_ready) },
  { "note", N_ ("Note"), STAFET_FIELD_TEXT, AT (StafetActivity, note),
    STAFET_FIELD_NEVER_EXPORTED | STAFET_FIELD_SEARCHABLE },
  { "capacity", N_ ("Capacity"), STAFET_FIELD_INTEGER, AT (StafetActivity, capacity),
    .fallback = STAFET_INTEGER_NONE, .minimum = 0, .maximum = 100000 },
  { "signup_days", N_ ("Sign-up closes, days before"), STAFET_FIELD_INTEGER, AT (StafetActivity, signup_days),
    .fallback = STAFET_INTEGER_NONE, .minimum = 0, .maximum = 366 },
  { "meal", N_ ("There is a meal"), STAFET_FIELD_FLAG, AT (StafetActivity, meal), .step = 4 },
  { "transport", N_ ("Transport is offered"), STAFET_FIELD_FLAG, AT (StafetActivity, transport), .step = 4 },
  { "visibility", N_ ("Visibility"), STAFET_FIELD_ENUM, AT (StafetActivity, visibility),
    .values = visibilities, .fallback = STAFET_VISIBILITY_PUBLIC },
  { "draft", N_ ("Draft"), STAFET_FIELD_FLAG, AT (StafetActivity, draft), STAFET_FIELD_SERIES_ONLY },
  { "counts_hours", N_ ("Counts hours"), STAFET_FIELD_FLAG, AT (StafetActivity, counts_hours),
    .fallback = TRUE },
  { "split_from", N_ ("Split from"), STAFET_FIELD_REF, AT (StafetActivity, split_from),
    STAFET_FIELD_HIDDEN | STAFET_FIELD_SERIES_ONLY, .target = STAFET_KIND_ACTIVITY },
  { "anyway", N_ ("Overlap accepted"), STAFET_FIELD_FLAG, AT (StafetActivity, anyway), STAFET_FIELD_HIDDEN },
  { "calendar", N_ ("Calendar of others"), STAFET_FIELD_REF, AT (StafetActivity, calendar),
    STAFET_FIELD_HIDDEN | STAFET_FIELD_SERIES_ONLY, .target = STAFET_KIND_CALENDAR,
    .index = STAFET_INDEX_ACTIVITY_BY_CALENDAR, .step = 9 },
  { NULL }
};

static const StafetField stop_fields[] = {
  { "activity", N_ ("Activity"), STAFET_FIELD_REF, AT (StafetStop, activity), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_ACTIVITY, .index = STAFET_INDEX_STOP_BY_ACTIVITY },
  { "ward", N_ ("Ward"), STAFET_FIELD_REF, AT (StafetStop, ward), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_WARD, .index = STAFET_INDEX_STOP_BY_WARD },
  { "from_minute", N_ ("From, minutes after the start"), STAFET_FIELD_INTEGER, AT (StafetStop, from_minute),
    STAFET_FIELD_REQUIRED, .fallback = STAFET_INTEGER_NONE, .minimum = 0, .maximum = 10080 },
  { "to_minute", N_ ("To, minutes after the start"), STAFET_FIELD_INTEGER, AT (StafetStop, to_minute),
    STAFET_FIELD_REQUIRED, .fallback = STAFET_INTEGER_NONE, .minimum = 1, .maximum = 10080 },
  { "received_by", N_ ("Received by"), STAFET_FIELD_REF, AT (StafetStop, received_by),
    .target = STAFET_KIND_CONTACT },
  { NULL }
};

#define HEADS .minimum = 0, .maximum = 999

static const StafetField shift_fields[] = {
  { "role", N_ ("Role"), STAFET_FIELD_TEXT, AT (StafetShift, role),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "wanted", N_ ("Wanted"), STAFET_FIELD_INTEGER, AT (StafetShift, wanted), STAFET_FIELD_REQUIRED,
    .fallback = STAFET_INTEGER_NONE, HEADS },
  { "min", N_ ("At least"), STAFET_FIELD_INTEGER, AT (StafetShift, min), HEADS },
  { "max", N_ ("At most"), STAFET_FIELD_INTEGER, AT (StafetShift, max), .fallback = STAFET_INTEGER_NONE,
    HEADS },
  { "skill", N_ ("Skill"), STAFET_FIELD_TEXT, AT (StafetShift, skill), STAFET_FIELD_SEARCHABLE },
  { "check", N_ ("Needs a check"), STAFET_FIELD_FLAG, AT (StafetShift, check) },
  { "priority", N_ ("Priority"), STAFET_FIELD_INTEGER, AT (StafetShift, priority), .fallback = 2,
    .minimum = 1, .maximum = 3 },
  { "unpopular", N_ ("Unpopular"), STAFET_FIELD_FLAG, AT (StafetShift, unpopular) },
  { "activity", N_ ("Activity"), STAFET_FIELD_REF, AT (StafetShift, activity), STAFET_FIELD_SERIES_ONLY,
    .target = STAFET_KIND_ACTIVITY, .index = STAFET_INDEX_SHIFT_BY_ACTIVITY },
  { "start_offset", N_ ("Starts, minutes after the activity"), STAFET_FIELD_INTEGER,
    AT (StafetShift, start_offset), .minimum = -1440, .maximum = 10080 },
  { "end_offset", N_ ("Ends, minutes after the activity"), STAFET_FIELD_INTEGER, AT (StafetShift, end_offset),
    .minimum = -10080, .maximum = 10080 },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetShift, house), STAFET_FIELD_SERIES_ONLY,
    .target = STAFET_KIND_HOUSE, .index = STAFET_INDEX_SHIFT_BY_HOUSE },
  { "ward", N_ ("Ward"), STAFET_FIELD_REF, AT (StafetShift, ward), STAFET_FIELD_TIMED,
    .target = STAFET_KIND_WARD, .index = STAFET_INDEX_SHIFT_BY_WARD },
  { "room", N_ ("Room"), STAFET_FIELD_REF, AT (StafetShift, room), STAFET_FIELD_TIMED,
    .target = STAFET_KIND_ROOM, .index = STAFET_INDEX_SHIFT_BY_ROOM },
  STAFET_TIMING_FIELDS (StafetShift, timing),
  { "split_from", N_ ("Split from"), STAFET_FIELD_REF, AT (StafetShift, split_from),
    STAFET_FIELD_HIDDEN | STAFET_FIELD_SERIES_ONLY, .target = STAFET_KIND_SHIFT },
  { "anyway", N_ ("Overlap accepted"), STAFET_FIELD_FLAG, AT (StafetShift, anyway), STAFET_FIELD_HIDDEN },
  { NULL }
};

static gboolean
activity_validate (StafetRecord *record, GError **error)
{
  return stafet_timing_validate (&((StafetActivity *) record)->timing, error);
}

static void
activity_derive (StafetRecord *record)
{
  stafet_timing_derive (&((StafetActivity *) record)->timing);
}

static gboolean
stop_validate (StafetRecord *record, GError **error)
{
  StafetStop *self = (StafetStop *) record;

  if (self->to_minute > self->from_minute)
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_ORDER,
                       _ ("The stop ends before it starts. Mend from_minute or to_minute."));
  return FALSE;
}

static gboolean
heads_in_order (const StafetShift *self, GError **error)
{
  int max = self->max == STAFET_INTEGER_NONE ? self->wanted : self->max;

  if (self->min <= self->wanted && self->wanted <= max)
    return TRUE;
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
               _ ("At least %d, wanted %d, at most %d: the three numbers must rise in that order."),
               self->min, self->wanted, max);
  return FALSE;
}

static gboolean
shift_validate (StafetRecord *record, GError **error)
{
  StafetShift *self = (StafetShift *) record;

  if (!heads_in_order (self, error))
    return FALSE;
  if (self->activity != NULL
      && (self->house != NULL || self->timing.start != STAFET_WALL_NONE || self->timing.rule[0] != '\0'
          || self->ward != NULL || self->room != NULL))
    {
      g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_KEY,
                           _ ("A shift of an activity follows the activity's place and time. Leave house, "
                              "ward, room, start, end and rule out, or leave activity out."));
      return FALSE;
    }
  if (self->activity != NULL)
    return TRUE;
  if (self->house == NULL)
    {
      g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_REQUIRED,
                           _ ("A shift needs either an activity, or a house with start and end."));
      return FALSE;
    }
  return stafet_timing_validate (&self->timing, error);
}

static void
shift_derive (StafetRecord *record)
{
  StafetShift *self = (StafetShift *) record;

  stafet_timing_derive (&self->timing);
}

StafetRecordInfo stafet_activity_info = { .kind = STAFET_KIND_ACTIVITY,
                                          .name = "activity",
                                          .title = N_ ("activity"),
                                          .type_name = "StafetActivity",
                                          .instance_size = sizeof (StafetActivity),
                                          .fields = activity_fields,
                                          .label = "title",
                                          .public_kind = TRUE,
                                          .validate = activity_validate,
                                          .derive = activity_derive };
StafetRecordInfo stafet_stop_info = { .kind = STAFET_KIND_STOP,
                                      .name = "stop",
                                      .title = N_ ("stop"),
                                      .type_name = "StafetStop",
                                      .instance_size = sizeof (StafetStop),
                                      .fields = stop_fields,
                                      .public_kind = TRUE,
                                      .validate = stop_validate };
StafetRecordInfo stafet_shift_info = { .kind = STAFET_KIND_SHIFT,
                                       .name = "shift",
                                       .title = N_ ("shift"),
                                       .type_name = "StafetShift",
                                       .instance_size = sizeof (StafetShift),
                                       .fields = shift_fields,
                                       .label = "role",
                                       .public_kind = TRUE,
                                       .validate = shift_validate,
                                       .derive = shift_derive };
