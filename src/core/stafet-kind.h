/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kinds of record, in the order in which they may be inserted: what is referred to comes first.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  STAFET_KIND_NONE,
  STAFET_KIND_SETTINGS,
  STAFET_KIND_AREA,
  STAFET_KIND_HOUSE,
  STAFET_KIND_WARD,
  STAFET_KIND_ROOM,
  STAFET_KIND_ROOM_PART, /* link of a room */
  STAFET_KIND_CONTACT,
  STAFET_KIND_ORGANISER,
  STAFET_KIND_VOLUNTEER,
  STAFET_KIND_PHONE,           /* link of a volunteer */
  STAFET_KIND_SKILL,           /* link of a volunteer */
  STAFET_KIND_VOLUNTEER_HOUSE, /* link of a volunteer */
  STAFET_KIND_PARTNER,         /* link of a volunteer */
  STAFET_KIND_AVAILABILITY,    /* link of a volunteer */
  STAFET_KIND_ABSENCE,
  STAFET_KIND_CALENDAR, /* somebody else's, looked at */
  STAFET_KIND_ACTIVITY,
  STAFET_KIND_LOAN, /* an activity is a room lent out */
  STAFET_KIND_STOP,
  STAFET_KIND_SHIFT,
  STAFET_KIND_EXCEPTION,
  STAFET_KIND_STANDING,
  STAFET_KIND_ASSIGNMENT,
  STAFET_KIND_ATTENDANCE,
  STAFET_KIND_CALL, /* a volunteer was rung up about a shift */
  STAFET_KIND_TOLD, /* anybody else was, about a date */
  STAFET_KIND_CLOSURE,
  STAFET_KIND_SCHOOL_HOLIDAY,
  STAFET_KIND_FEED,
  STAFET_KIND_NOTE,      /* to be remembered until it is done */
  STAFET_KIND_SIGNUP,    /* who is coming to a date of an activity */
  STAFET_KIND_TALLY,     /* what is counted of a date of an activity */
  STAFET_KIND_IDEA,      /* what an activity can be started from */
  STAFET_KIND_IDEA_ROLE, /* link of an idea */
  STAFET_KIND_OFFER,     /* what an association has for citizens */
  STAFET_KIND_NOTICE,    /* on the board */
  STAFET_KIND_SYNONYM,   /* words that mean the same */
  STAFET_KIND_ENQUIRY,   /* a citizen, and who has the baton */
  STAFET_KIND_AGREEMENT,
  STAFET_KIND_APPLICATION, /* to a pool */
  STAFET_KIND_MEMBER,      /* of a users' council */
  STAFET_KIND_MEETING,
  STAFET_KIND_LINK,
  STAFET_KIND_TALK,      /* a volunteer was thanked, or had coffee */
  STAFET_KIND_SNAG,      /* something that grates */
  STAFET_KIND_WELCOME,   /* a first step of somebody new */
  STAFET_KIND_PHOTO,     /* of a volunteer */
  STAFET_KIND_REGULAR,   /* who comes to an activity, and agreed to be missed */
  STAFET_KIND_IMPORTED,  /* where an activity or shift came from that a calendar told of */
  STAFET_KIND_PUBLISHED, /* what a feed's event looked like when it was published; never in the plan */
  STAFET_N_KINDS
} StafetKind;

/* Which records refer to this one: each indexed field of the record tables has one. */
typedef enum
{
  STAFET_INDEX_NONE,
  STAFET_INDEX_HOUSE_BY_AREA,
  STAFET_INDEX_WARD_BY_HOUSE,
  STAFET_INDEX_ROOM_BY_HOUSE,
  STAFET_INDEX_ROOM_PART_BY_ROOM,
  STAFET_INDEX_ROOM_PART_BY_PART,
  STAFET_INDEX_CONTACT_BY_HOUSE,
  STAFET_INDEX_CONTACT_BY_WARD,
  STAFET_INDEX_PHONE_BY_VOLUNTEER,
  STAFET_INDEX_SKILL_BY_VOLUNTEER,
  STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER,
  STAFET_INDEX_PARTNER_BY_VOLUNTEER,
  STAFET_INDEX_VOLUNTEER_BY_COMPANION,
  STAFET_INDEX_AVAILABILITY_BY_VOLUNTEER,
  STAFET_INDEX_ABSENCE_BY_VOLUNTEER,
  STAFET_INDEX_CALENDAR_BY_HOUSE,
  STAFET_INDEX_ACTIVITY_BY_HOUSE,
  STAFET_INDEX_ACTIVITY_BY_ROOM,
  STAFET_INDEX_ACTIVITY_BY_VEHICLE,
  STAFET_INDEX_ACTIVITY_BY_WARD,
  STAFET_INDEX_ACTIVITY_BY_CALENDAR,
  STAFET_INDEX_LOAN_BY_ACTIVITY,
  STAFET_INDEX_STOP_BY_ACTIVITY,
  STAFET_INDEX_STOP_BY_WARD,
  STAFET_INDEX_SHIFT_BY_ACTIVITY,
  STAFET_INDEX_SHIFT_BY_HOUSE,
  STAFET_INDEX_SHIFT_BY_ROOM,
  STAFET_INDEX_SHIFT_BY_WARD,
  STAFET_INDEX_EXCEPTION_BY_ACTIVITY,
  STAFET_INDEX_EXCEPTION_BY_SHIFT,
  STAFET_INDEX_STANDING_BY_SHIFT,
  STAFET_INDEX_STANDING_BY_VOLUNTEER,
  STAFET_INDEX_ASSIGNMENT_BY_SHIFT,
  STAFET_INDEX_ASSIGNMENT_BY_VOLUNTEER,
  STAFET_INDEX_ATTENDANCE_BY_SHIFT,
  STAFET_INDEX_ATTENDANCE_BY_VOLUNTEER,
  STAFET_INDEX_CALL_BY_SHIFT,
  STAFET_INDEX_TOLD_BY_ACTIVITY,
  STAFET_INDEX_TOLD_BY_SHIFT,
  STAFET_INDEX_SIGNUP_BY_ACTIVITY,
  STAFET_INDEX_TALLY_BY_ACTIVITY,
  STAFET_INDEX_IDEA_ROLE_BY_IDEA,
  STAFET_INDEX_OFFER_BY_ORGANISER,
  STAFET_INDEX_AGREEMENT_BY_VOLUNTEER,
  STAFET_INDEX_APPLICATION_BY_ACTIVITY,
  STAFET_INDEX_MEMBER_BY_HOUSE,
  STAFET_INDEX_MEMBER_BY_VOLUNTEER,
  STAFET_INDEX_TALK_BY_VOLUNTEER,
  STAFET_INDEX_SNAG_BY_VOLUNTEER,
  STAFET_INDEX_WELCOME_BY_VOLUNTEER,
  STAFET_INDEX_PHOTO_BY_VOLUNTEER,
  STAFET_INDEX_REGULAR_BY_ACTIVITY,
  STAFET_INDEX_IMPORTED_BY_ACTIVITY,
  STAFET_INDEX_IMPORTED_BY_SHIFT,
  STAFET_N_INDEXES
} StafetIndex;

/* The name of a kind in CLI, store and JSON ("volunteer"), and the other way round; STAFET_KIND_NONE for
 * an unknown name. */
const char *stafet_kind_get_name (StafetKind kind);
StafetKind stafet_kind_from_name (const char *name);

G_END_DECLS
