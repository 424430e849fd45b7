/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A volunteer and the many-valued facts that belong to her: phones, skills, houses, partners,
 * availability, absence.
 */
#pragma once

#include "stafet-i18n.h"
#include "stafet-record.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_VOLUNTEER_REGULAR,
  STAFET_VOLUNTEER_ON_CALL,
  STAFET_VOLUNTEER_SPECIALIST,
  STAFET_VOLUNTEER_PLANNER
} StafetVolunteerKind;

typedef enum
{
  STAFET_VOLUNTEER_ACTIVE,
  STAFET_VOLUNTEER_PAUSED,
  STAFET_VOLUNTEER_STOPPED
} StafetVolunteerStatus;

/* How a volunteer would rather be reached. */
typedef enum
{
  STAFET_REACH_PHONE,
  STAFET_REACH_MESSAGE,
  STAFET_REACH_MAIL
} StafetReach;

typedef struct
{
  StafetRecord parent;
  char *name;
  char *short_name; /* how feeds at the first-name level call her; "" for the first word of the name */
  char *mail, *address, *postcode, *town;
  char *coordinates; /* stafet-coordinates.h; "": not known */
  gint32 radius_km;
  gboolean only_these_houses;
  gint32 kind; /* StafetVolunteerKind */
  gboolean by_agreement;
  gint32 per_day, per_week, per_month; /* caps; STAFET_INTEGER_NONE: none */
  gint32 rest_minutes;
  gint32 wished_per_week;  /* hundredths */
  gboolean protected_;     /* name and address protection: reads "Frivillig" in every output */
  gint32 status;           /* StafetVolunteerStatus */
  StafetDate paused_until; /* the first day back; STAFET_DATE_NONE while paused: until further notice. Of one
                            * who has stopped the first day without her; STAFET_DATE_NONE: always */
  StafetDate check_asked, check_seen, check_until;
  char *check_by, *call_when;
  gint32 call_how;     /* StafetReach; STAFET_ENUM_NONE: not said */
  StafetUid companion; /* goes along the first time */
  StafetDate started;
  StafetDate keep_until; /* what is held on her is looked at then, and erased when nothing speaks for it */
  char *note;
} StafetVolunteer;

typedef struct
{
  StafetRecord parent;
  StafetUid volunteer;
  char *number;
  gint32 position;
} StafetPhone;

typedef struct
{
  StafetRecord parent;
  StafetUid volunteer;
  char *skill;
  gint32 position;
} StafetSkill;

typedef enum
{
  STAFET_VOLUNTEER_HOUSE_HOME,
  STAFET_VOLUNTEER_HOUSE_BLOCKED
} StafetVolunteerHouseRelation;

typedef struct
{
  StafetRecord parent;
  StafetUid volunteer, house;
  gint32 relation; /* StafetVolunteerHouseRelation */
  gint32 position;
} StafetVolunteerHouse;

typedef enum
{
  STAFET_PARTNER_WITH,
  STAFET_PARTNER_APART
} StafetPartnerRelation;

typedef struct
{
  StafetRecord parent;
  StafetUid volunteer, other;
  gint32 relation; /* StafetPartnerRelation */
  gint32 position;
} StafetPartner;

/* A weekly window: half-open minutes after the midnight of @weekday; @to_minute may pass 1440. */
typedef struct
{
  StafetRecord parent;
  StafetUid volunteer;
  gint32 weekday; /* StafetWeekday */
  gint32 from_minute, to_minute;
  gint32 weeks; /* StafetParity */
  gboolean preferred;
  gint32 position;
} StafetAvailability;

typedef struct
{
  StafetRecord parent;
  StafetUid volunteer;
  StafetMoment from, to;
} StafetAbsence;

extern StafetRecordInfo stafet_volunteer_info, stafet_phone_info, stafet_skill_info,
  stafet_volunteer_house_info, stafet_partner_info, stafet_availability_info, stafet_absence_info;

/* How and when she would rather be reached: "by text message · mornings"; "" when she said nothing. With
 * @agreement also that her times go by agreement. (transfer full) */
char *stafet_volunteer_call_words (const StafetVolunteer *self, gboolean agreement, StafetLanguage language);
/* Whether @text has the form in which a list of weekly times is written, "mon 09:00-13:00 odd, tue …":
 * whether it can be read is another question, and that list's to answer. */
gboolean stafet_availability_is_written (const char *text);
/* Whether a field says what a volunteer is called or reached by: that is hers, also when two share it. */
gboolean stafet_volunteer_goes_by (const StafetRecordInfo *info, const StafetField *field);
/* Whether a break holds on @date: one whose first day back has come is over, whatever her status says. */
gboolean stafet_volunteer_is_paused (const StafetVolunteer *self, StafetDate date);

/* Whether a check was seen by @date and has not expired then. */
gboolean stafet_volunteer_is_checked (const StafetVolunteer *self, StafetDate date);
/* Whether she has no check that could hold on @date: none was ever seen, or it has expired by then. Not what
 * stafet_volunteer_is_checked() denies: when a new check is seen, that says nothing of the dates before. */
gboolean stafet_volunteer_lacks_check (const StafetVolunteer *self, StafetDate date);
/* Whether she has stopped by @date. */
gboolean stafet_volunteer_has_stopped (const StafetVolunteer *self, StafetDate date);
/* Until when what is held on her is kept when nobody says otherwise: the end of the year after the one in
 * which she stopped. */
StafetDate stafet_volunteer_default_keep (StafetDate stopped);

/* Checks that a span's end is not before its start. */
gboolean stafet_moment_order (StafetMoment from, StafetMoment to, GError **error);

G_END_DECLS
