/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is on a shift, what one date has of its own, who came, and who was rung up.
 */
#pragma once

#include "stafet-record.h"
#include "stafet-rule.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_EXCEPTION_CHANGED, /* planned, with the changes it holds */
  STAFET_EXCEPTION_CANCELLED,
  STAFET_EXCEPTION_KEPT /* held in spite of a closure or a holiday */
} StafetExceptionStatus;

/* What one date of a series has of its own: keyed by the original local date. */
typedef struct
{
  StafetRecord parent;
  StafetUid activity, shift; /* exactly one */
  StafetDate date;           /* the original date */
  gint32 status;             /* StafetExceptionStatus */
  char *reason;
  gboolean looking; /* a stand-in is being looked for (shifts) */
  char *changes;    /* an image (stafet_image_read) of the fields that differ on this date; "" none */
} StafetException;

/* A place is held by exactly one of a volunteer, an organiser with a count, or a guest by first name. */
typedef struct
{
  StafetRecord parent;
  StafetUid shift;
  StafetUid volunteer, organiser;
  gint32 count;        /* heads; 1 but for organisers */
  StafetDate from, to; /* original dates, both included; NONE: open */
  gint32 parity;       /* StafetParity */
  gint32 every;        /* weeks, counted from the week of @from; 1: every week */
  gboolean anyway;
} StafetStanding;

typedef enum
{
  STAFET_ASSIGNMENT_ASKED,
  STAFET_ASSIGNMENT_PROMISED,
  STAFET_ASSIGNMENT_DECLINED, /* also the regret of somebody who stands on the shift */
  STAFET_ASSIGNMENT_IF_NEEDED /* takes it if nobody else can: the place stays a hole */
} StafetAssignmentState;

/* What her own house says of a volunteer who is borrowed. */
typedef enum
{
  STAFET_BORROWED_ASKED,
  STAFET_BORROWED_GRANTED,
  STAFET_BORROWED_REFUSED
} StafetBorrowed;

typedef struct
{
  StafetRecord parent;
  StafetUid shift;
  StafetDate date; /* the original date */
  StafetUid volunteer, organiser;
  char *guest;
  gint32 count;
  gint32 state;    /* StafetAssignmentState */
  gboolean anyway; /* put on in spite of an overlap */
  gint32 borrowed; /* StafetBorrowed; STAFET_ENUM_NONE: her house need not be asked */
} StafetAssignment;

typedef enum
{
  STAFET_ATTENDANCE_CAME,
  STAFET_ATTENDANCE_ABSENT,
  STAFET_ATTENDANCE_EXTRA
} StafetAttendanceStatus;

typedef enum
{
  STAFET_METHOD_COUNTED,
  STAFET_METHOD_ESTIMATED,
  STAFET_METHOD_REPORTED
} StafetMethod;

extern const StafetEnumValue stafet_method_values[];

typedef struct
{
  StafetRecord parent;
  StafetUid shift;
  StafetDate date; /* the original date */
  StafetUid volunteer, organiser;
  char *guest;
  gint32 count;
  gint32 status; /* StafetAttendanceStatus */
  gint32 minutes;
  gint32 method; /* StafetMethod */
} StafetAttendance;

typedef enum
{
  STAFET_CALL_RANG, /* talked, nothing settled yet */
  STAFET_CALL_NO_ANSWER,
  STAFET_CALL_TOLD, /* knows what became of the date */
  STAFET_CALL_WAITS /* wants to think about it, and to be rung again */
} StafetCallOutcome;

/* Somebody was rung up about one date of a shift. */
typedef struct
{
  StafetRecord parent;
  StafetUid shift;
  StafetDate date; /* the original date */
  StafetUid volunteer;
  StafetInstant at;
  gint32 outcome; /* StafetCallOutcome */
} StafetCall;

/* Somebody who is on no shift was rung up about one date of an activity or a free-standing shift: a ward, an
 * organiser, a contact, whoever signed up. */
typedef struct
{
  StafetRecord parent;
  StafetUid activity, shift; /* exactly one */
  StafetDate date;           /* the original date */
  char *whom;                /* what tells her from others, and names nobody: a uid, or a checksum */
  StafetInstant at;
  gint32 outcome; /* StafetCallOutcome */
} StafetTold;

extern StafetRecordInfo stafet_exception_info, stafet_standing_info, stafet_assignment_info,
  stafet_attendance_info, stafet_call_info, stafet_told_info;

G_END_DECLS
