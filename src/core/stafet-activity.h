/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happens: an activity with its stops, and the shifts that need people.
 */
#pragma once

#include "stafet-place.h"
#include "stafet-timing.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_CATEGORY_FOOD,
  STAFET_CATEGORY_MOVEMENT,
  STAFET_CATEGORY_MUSIC,
  STAFET_CATEGORY_WORKSHOP,
  STAFET_CATEGORY_GAMES,
  STAFET_CATEGORY_NURSING,
  STAFET_CATEGORY_TALK,
  STAFET_CATEGORY_LOAN
} StafetCategory;

typedef enum
{
  STAFET_VISIBILITY_PUBLIC,
  STAFET_VISIBILITY_OCCUPIED,
  STAFET_VISIBILITY_HIDDEN
} StafetVisibility;

typedef struct
{
  StafetRecord parent;
  char *title;
  StafetUid house;
  StafetTiming timing;
  gint32 category;                         /* StafetCategory, STAFET_ENUM_NONE */
  StafetUid lead;                          /* volunteer */
  StafetUid room, vehicle, ward;           /* a vehicle: a room of that kind, beside the room */
  gint32 layout;                           /* StafetLayout, STAFET_ENUM_NONE */
  gint32 setup_minutes, cleardown_minutes; /* of its room; STAFET_INTEGER_NONE: as the room has them */
  char *address;
  StafetUid organiser;
  char *public_text;
  char *volunteer_text; /* for those who are on its shifts */
  char *price, *doors_open, *meeting_place;
  StafetUid received_by; /* contact */
  char *make_ready, *note;
  gint32 capacity, signup_days;
  gboolean meal, transport; /* are to be had: sign-ups may ask for them */
  gint32 visibility;        /* StafetVisibility */
  gboolean draft, counts_hours;
  StafetUid split_from; /* the series whose following dates this one took over, or whose season it copies */
  gboolean anyway;      /* an overlap of its room was accepted */
  StafetUid calendar;   /* of others, which tells of it: then it is read only here */
} StafetActivity;

/* A visit to one ward within an activity; minutes after the activity's start. */
typedef struct
{
  StafetRecord parent;
  StafetUid activity, ward;
  gint32 from_minute, to_minute;
  StafetUid received_by; /* contact */
} StafetStop;

/* A need for people in a role. It follows its activity, or stands alone with a timing of its own. */
typedef struct
{
  StafetRecord parent;
  char *role;
  gint32 wanted, min, max;
  char *skill;
  gboolean check;
  gint32 priority; /* 1-3, 3 the most important */
  gboolean unpopular;
  StafetUid activity;              /* NULL: stands alone */
  gint32 start_offset, end_offset; /* minutes added to the activity's start and end */
  StafetUid house, ward, room;     /* stands alone */
  StafetTiming timing;             /* stands alone */
  StafetUid split_from;
  gboolean anyway;
} StafetShift;

extern const StafetEnumValue stafet_category_values[];
extern StafetRecordInfo stafet_activity_info, stafet_stop_info, stafet_shift_info;

G_END_DECLS
