/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record tables of exceptions, assignments and attendance.
 */
#include "stafet-assignment.h"

#include "stafet-error.h"
#include "stafet-i18n.h"
#include "stafet-timing.h"

#define AT(Type, member) G_STRUCT_OFFSET (Type, member)
#define SHIFT(Type, slot)                                                                                    \
  {                                                                                                          \
    "shift", N_ ("Shift"), STAFET_FIELD_REF, AT (Type, shift), STAFET_FIELD_REQUIRED,                        \
      .target = STAFET_KIND_SHIFT, .index = slot                                                             \
  }
#define VOLUNTEER(Type, slot)                                                                                \
  {                                                                                                          \
    "volunteer", N_ ("Volunteer"), STAFET_FIELD_REF, AT (Type, volunteer), .target = STAFET_KIND_VOLUNTEER,  \
                                                                           .index = slot                     \
  }
#define ORGANISER(Type)                                                                                      \
  {                                                                                                          \
    "organiser", N_ ("Organiser"), STAFET_FIELD_REF, AT (Type, organiser), .target = STAFET_KIND_ORGANISER   \
  }
#define HEADCOUNT(Type)                                                                                      \
  {                                                                                                          \
    "count", N_ ("Heads"), STAFET_FIELD_INTEGER, AT (Type, count), .fallback = 1, .minimum = 1,              \
                                                                   .maximum = 999                            \
  }
#define DATE(Type)                                                                                           \
  {                                                                                                          \
    "date", N_ ("Date"), STAFET_FIELD_DATE, AT (Type, date), STAFET_FIELD_REQUIRED                           \
  }
#define ANYWAY(Type)                                                                                         \
  {                                                                                                          \
    "anyway", N_ ("Overlap accepted"), STAFET_FIELD_FLAG, AT (Type, anyway), STAFET_FIELD_HIDDEN             \
  }

static const StafetEnumValue exception_statuses[] = {
  { "changed", N_ ("changed") }, { "cancelled", N_ ("cancelled") }, { "kept", N_ ("kept") }, { NULL }
};

static const StafetField exception_fields[] = {
  { "activity", N_ ("Activity"), STAFET_FIELD_REF, AT (StafetException, activity),
    .target = STAFET_KIND_ACTIVITY, .index = STAFET_INDEX_EXCEPTION_BY_ACTIVITY },
  { "shift", N_ ("Shift"), STAFET_FIELD_REF, AT (StafetException, shift), .target = STAFET_KIND_SHIFT,
    .index = STAFET_INDEX_EXCEPTION_BY_SHIFT },
  DATE (StafetException),
  { "status", N_ ("Status"), STAFET_FIELD_ENUM, AT (StafetException, status), .values = exception_statuses },
  { "reason", N_ ("Reason"), STAFET_FIELD_TEXT, AT (StafetException, reason) },
  { "looking", N_ ("Looking for a stand-in"), STAFET_FIELD_FLAG, AT (StafetException, looking) },
  { "changes", N_ ("Changes"), STAFET_FIELD_TEXT, AT (StafetException, changes), STAFET_FIELD_HIDDEN },
  { NULL }
};

static const StafetField standing_fields[] = {
  SHIFT (StafetStanding, STAFET_INDEX_STANDING_BY_SHIFT),
  VOLUNTEER (StafetStanding, STAFET_INDEX_STANDING_BY_VOLUNTEER),
  ORGANISER (StafetStanding),
  HEADCOUNT (StafetStanding),
  { "from", N_ ("From"), STAFET_FIELD_DATE, AT (StafetStanding, from) },
  { "to", N_ ("To"), STAFET_FIELD_DATE, AT (StafetStanding, to) },
  { "parity", N_ ("Even or odd weeks"), STAFET_FIELD_ENUM, AT (StafetStanding, parity),
    .values = stafet_parity_values, .fallback = STAFET_PARITY_NONE },
  { "every", N_ ("Every how many weeks"), STAFET_FIELD_INTEGER, AT (StafetStanding, every), .fallback = 1,
    .minimum = 1, .maximum = 53 },
  ANYWAY (StafetStanding),
  { NULL }
};

static const StafetEnumValue assignment_states[] = { { "asked", N_ ("asked") },
                                                     { "promised", N_ ("promised") },
                                                     { "declined", N_ ("declined") },
                                                     { "if_needed", N_ ("takes it if nobody else can") },
                                                     { NULL } };

static const StafetEnumValue borrowings[] = { { "asked", N_ ("the house is asked") },
                                              { "granted", N_ ("the house agrees") },
                                              { "refused", N_ ("the house says no") },
                                              { NULL } };

static const StafetField assignment_fields[] = {
  SHIFT (StafetAssignment, STAFET_INDEX_ASSIGNMENT_BY_SHIFT),
  DATE (StafetAssignment),
  VOLUNTEER (StafetAssignment, STAFET_INDEX_ASSIGNMENT_BY_VOLUNTEER),
  ORGANISER (StafetAssignment),
  { "guest", N_ ("Guest"), STAFET_FIELD_TEXT, AT (StafetAssignment, guest), STAFET_FIELD_PERSONAL },
  HEADCOUNT (StafetAssignment),
  { "state", N_ ("State"), STAFET_FIELD_ENUM, AT (StafetAssignment, state), .values = assignment_states,
    .fallback = STAFET_ASSIGNMENT_PROMISED },
  ANYWAY (StafetAssignment),
  { "borrowed", N_ ("Borrowed"), STAFET_FIELD_ENUM, AT (StafetAssignment, borrowed), .values = borrowings,
    .fallback = STAFET_ENUM_NONE, .step = 6 },
  { NULL }
};

static const StafetEnumValue attendance_statuses[] = {
  { "came", N_ ("came") }, { "absent", N_ ("did not come") }, { "extra", N_ ("extra") }, { NULL }
};
const StafetEnumValue stafet_method_values[] = {
  { "counted", N_ ("counted") }, { "estimated", N_ ("estimated") }, { "reported", N_ ("reported") }, { NULL }
};

static const StafetField attendance_fields[] = {
  SHIFT (StafetAttendance, STAFET_INDEX_ATTENDANCE_BY_SHIFT),
  DATE (StafetAttendance),
  VOLUNTEER (StafetAttendance, STAFET_INDEX_ATTENDANCE_BY_VOLUNTEER),
  ORGANISER (StafetAttendance),
  { "guest", N_ ("Guest"), STAFET_FIELD_TEXT, AT (StafetAttendance, guest), STAFET_FIELD_PERSONAL },
  HEADCOUNT (StafetAttendance),
  { "status", N_ ("Status"), STAFET_FIELD_ENUM, AT (StafetAttendance, status),
    .values = attendance_statuses },
  { "minutes", N_ ("Minutes"), STAFET_FIELD_INTEGER, AT (StafetAttendance, minutes), .minimum = 0,
    .maximum = 10080 },
  { "method", N_ ("Method"), STAFET_FIELD_ENUM, AT (StafetAttendance, method),
    .values = stafet_method_values },
  { NULL }
};

static const StafetEnumValue call_outcomes[] = { { "rang", N_ ("rang") },
                                                 { "no_answer", N_ ("no answer") },
                                                 { "told", N_ ("told") },
                                                 { "waits", N_ ("wants to think about it") },
                                                 { NULL } };

static const StafetField call_fields[] = {
  SHIFT (StafetCall, STAFET_INDEX_CALL_BY_SHIFT),
  DATE (StafetCall),
  { "volunteer", N_ ("Volunteer"), STAFET_FIELD_REF, AT (StafetCall, volunteer), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_VOLUNTEER },
  { "at", N_ ("Rung at"), STAFET_FIELD_INSTANT, AT (StafetCall, at), STAFET_FIELD_REQUIRED },
  { "outcome", N_ ("Outcome"), STAFET_FIELD_ENUM, AT (StafetCall, outcome), .values = call_outcomes },
  { NULL }
};

static const StafetField told_fields[] = {
  { "activity", N_ ("Activity"), STAFET_FIELD_REF, AT (StafetTold, activity), .target = STAFET_KIND_ACTIVITY,
    .index = STAFET_INDEX_TOLD_BY_ACTIVITY },
  { "shift", N_ ("Shift"), STAFET_FIELD_REF, AT (StafetTold, shift), .target = STAFET_KIND_SHIFT,
    .index = STAFET_INDEX_TOLD_BY_SHIFT },
  DATE (StafetTold),
  { "whom", N_ ("Whom"), STAFET_FIELD_TEXT, AT (StafetTold, whom),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_HIDDEN },
  { "at", N_ ("Rung at"), STAFET_FIELD_INSTANT, AT (StafetTold, at), STAFET_FIELD_REQUIRED },
  { "outcome", N_ ("Outcome"), STAFET_FIELD_ENUM, AT (StafetTold, outcome), .values = call_outcomes },
  { NULL }
};

static gboolean
one_holder (StafetUid volunteer, StafetUid organiser, const char *guest, GError **error)
{
  if ((volunteer != NULL) + (organiser != NULL) + (*guest != '\0') == 1)
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_REQUIRED,
                       _ ("A place is held by one volunteer, one organiser or one guest."));
  return FALSE;
}

static gboolean
exception_validate (StafetRecord *record, GError **error)
{
  StafetException *self = (StafetException *) record;

  g_return_val_if_fail ((self->activity != NULL) + (self->shift != NULL) == 1, FALSE);
  (void) error;
  return TRUE;
}

static gboolean
standing_validate (StafetRecord *record, GError **error)
{
  StafetStanding *self = (StafetStanding *) record;

  if (!one_holder (self->volunteer, self->organiser, "", error))
    return FALSE;
  if (self->every > 1 && self->parity != STAFET_PARITY_NONE)
    {
      g_set_error_literal (
        error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
        _ ("Even or odd weeks and every so many weeks exclude each other. Keep one of them."));
      return FALSE;
    }
  if (self->every > 1 && self->from == STAFET_DATE_NONE)
    {
      g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_REQUIRED,
                           _ ("Every so many weeks is counted from a date. Say from when."));
      return FALSE;
    }
  if (self->from == STAFET_DATE_NONE || self->to == STAFET_DATE_NONE || self->from <= self->to)
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_ORDER,
                       _ ("The end is before the start. Mend one of the two."));
  return FALSE;
}

static gboolean
assignment_validate (StafetRecord *record, GError **error)
{
  StafetAssignment *self = (StafetAssignment *) record;

  return one_holder (self->volunteer, self->organiser, self->guest, error);
}

static gboolean
attendance_validate (StafetRecord *record, GError **error)
{
  StafetAttendance *self = (StafetAttendance *) record;

  return one_holder (self->volunteer, self->organiser, self->guest, error);
}

StafetRecordInfo stafet_exception_info = { .kind = STAFET_KIND_EXCEPTION,
                                           .name = "exception",
                                           .title = N_ ("exception"),
                                           .type_name = "StafetException",
                                           .instance_size = sizeof (StafetException),
                                           .fields = exception_fields,
                                           .order = "date",
                                           .validate = exception_validate };
StafetRecordInfo stafet_standing_info = { .kind = STAFET_KIND_STANDING,
                                          .name = "standing",
                                          .title = N_ ("standing assignment"),
                                          .type_name = "StafetStanding",
                                          .instance_size = sizeof (StafetStanding),
                                          .fields = standing_fields,
                                          .validate = standing_validate };
StafetRecordInfo stafet_assignment_info = { .kind = STAFET_KIND_ASSIGNMENT,
                                            .name = "assignment",
                                            .title = N_ ("assignment"),
                                            .type_name = "StafetAssignment",
                                            .instance_size = sizeof (StafetAssignment),
                                            .fields = assignment_fields,
                                            .order = "date",
                                            .validate = assignment_validate };
StafetRecordInfo stafet_attendance_info = { .kind = STAFET_KIND_ATTENDANCE,
                                            .name = "attendance",
                                            .title = N_ ("attendance"),
                                            .type_name = "StafetAttendance",
                                            .instance_size = sizeof (StafetAttendance),
                                            .fields = attendance_fields,
                                            .order = "date",
                                            .validate = attendance_validate };
StafetRecordInfo stafet_call_info = { .kind = STAFET_KIND_CALL,
                                      .name = "call",
                                      .title = N_ ("call"),
                                      .type_name = "StafetCall",
                                      .instance_size = sizeof (StafetCall),
                                      .fields = call_fields,
                                      .order = "date" };
StafetRecordInfo stafet_told_info = { .kind = STAFET_KIND_TOLD,
                                      .name = "told",
                                      .title = N_ ("call to somebody else"),
                                      .type_name = "StafetTold",
                                      .instance_size = sizeof (StafetTold),
                                      .fields = told_fields,
                                      .order = "date" };
