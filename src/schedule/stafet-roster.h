/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who could fill which shifts: an instance of the rostering problem, and what a plan for it costs.
 *
 * Everything is an integer. Houses, series, skills, shifts and volunteers are numbered from 0 in the order of
 * their tables; the tables are sorted by id in byte order, so that the same instance is solved the same way.
 * Times are minutes of local wall time since 1970-01-01, distances metres. Intervals are half-open.
 */
#pragma once

#include "core/stafet-date.h"

G_BEGIN_DECLS

#define STAFET_ROSTER_NONE G_MAXUINT

typedef enum
{
  STAFET_ROSTER_WEEKS_ALL,
  STAFET_ROSTER_WEEKS_ODD,
  STAFET_ROSTER_WEEKS_EVEN
} StafetRosterWeeks;

typedef struct
{
  char *id;
  gint32 x, y;
} StafetRosterHouse;

typedef struct
{
  char *id;
  guint series, house;
  guint skill; /* STAFET_ROSTER_NONE: none is needed */
  gint32 start, end;
  gint32 wanted; /* from 1 on */
  gint32 there;  /* heads on it beside the wanted ones: with any it is not a shift with nobody */
  guint group; /* from 1 on: one occasion, on which people to keep apart are never both; 0: none but itself */
  gint32 priority; /* 1-3, 3 the most important */
  gboolean unpopular, check;

  /* Derived: the day since 1970-01-01 on which it starts, and that day's ISO week and month since then. */
  gint32 day, week, month;
} StafetRosterShift;

/* Minutes after the midnight that begins @weekday; @to may pass 1440. */
typedef struct
{
  gint32 weekday; /* 1 is Monday */
  gint32 from, to;
  gboolean preferred;
  StafetRosterWeeks weeks;
} StafetRosterWindow;

/* Days since 1970-01-01, both included. */
typedef struct
{
  gint32 from, to;
} StafetRosterAbsence;

typedef struct
{
  char *id;
  gint32 x, y, radius;
  GArray *houses; /* guint, as the arrays below that say so */
  gboolean only_these_houses;
  GArray *skills; /* guint */
  gboolean check;
  GArray *windows;  /* StafetRosterWindow */
  GArray *absences; /* StafetRosterAbsence */
  gint32 per_day, per_week, per_month, rest;
  gint32 wished; /* hundredths of a shift a week */
  gint32 taken_this_week, taken_this_month;
  gint32 recent_load, recent_unpopular; /* of the last eight weeks */
  GArray *regular_on;                   /* guint: series */
  GArray *partners;                     /* guint: volunteers */
  GArray *apart;                        /* guint: volunteers never to be on one occasion with, both ways */
  GArray *taken;                        /* gint32: days of shifts that she has beside the instance */
} StafetRosterVolunteer;

typedef struct
{
  guint shift, volunteer;
} StafetRosterPair;

/* What the parts of preference are multiplied with: more than nothing. */
typedef struct
{
  gint32 faces, wishes, distance, fair;
} StafetRosterWeights;

typedef struct
{
  gint32 first; /* days since 1970-01-01 */
  gint32 days;
  StafetRosterWeights weights; /* 1 each */
  gint32 travel;               /* minutes between shifts at different houses */
  GArray *houses;              /* StafetRosterHouse */
  GArray *shifts;              /* StafetRosterShift */
  GArray *volunteers;          /* StafetRosterVolunteer */
  GPtrArray *series, *skills;  /* char *: their ids */
  GArray *locked, *published;  /* StafetRosterPair, sorted, each once */
} StafetRosterInstance;

/* An empty one, whose tables are for the caller to fill. */
StafetRosterInstance *stafet_roster_instance_new (void);
void stafet_roster_instance_free (StafetRosterInstance *self);
/* To be called when the tables are filled: derives what follows from them, and sorts the pairs. */
void stafet_roster_instance_finish (StafetRosterInstance *self);
/* A volunteer with the defaults of the format and empty arrays; @id is copied. */
void stafet_roster_volunteer_init (StafetRosterVolunteer *self, const char *id);

#define STAFET_ROSTER_SHIFT(instance, i) (&g_array_index ((instance)->shifts, StafetRosterShift, i))
#define STAFET_ROSTER_VOLUNTEER(instance, i)                                                                 \
  (&g_array_index ((instance)->volunteers, StafetRosterVolunteer, i))
#define STAFET_ROSTER_HOUSE(instance, i) (&g_array_index ((instance)->houses, StafetRosterHouse, i))

/* ISO week and month of a day, as StafetRosterShift has them. */
gint32 stafet_roster_week_of (gint32 day);
gint32 stafet_roster_month_of (gint32 day);

/* What a volunteer has beside the instance on a day, in a week, in a month. */
gint32 stafet_roster_taken_on_day (const StafetRosterVolunteer *volunteer, gint32 day);
gint32 stafet_roster_taken_in_week (const StafetRosterInstance *instance,
                                    const StafetRosterVolunteer *volunteer, gint32 week);
gint32 stafet_roster_taken_in_month (const StafetRosterInstance *instance,
                                     const StafetRosterVolunteer *volunteer, gint32 month);

/* ——— What a plan costs, in the order in which it matters ——— */

typedef struct
{
  gint64 coverage;   /* priority for each empty place, and once more for a shift with nobody */
  gint64 changes;    /* published pairs that are not in the plan */
  gint64 preference; /* new faces, times, houses, distance, load, unpopular shifts, partners */
} StafetRosterCost;

/* Below 0: @a is the better one. */
int stafet_roster_cost_compare (const StafetRosterCost *a, const StafetRosterCost *b);

/* The parts of preference, in points. */
#define STAFET_ROSTER_NEW_FACE 15
#define STAFET_ROSTER_TIME 10
#define STAFET_ROSTER_HOUSE_AWAY 10
#define STAFET_ROSTER_PARTNER 10
/* For each date that she was asked for lately, so many at most: asking is spread as load is, and weighed with
 * it. An instance of a file knows nothing of it. */
#define STAFET_ROSTER_ASKED 2
#define STAFET_ROSTER_ASKED_MOST 5

/* What is empty of a shift with @assigned people. */
gint64 stafet_roster_empty_cost (const StafetRosterShift *shift, guint assigned);
/* What the @k-th assignment of a volunteer costs (k from 1 on): the further above her own wish, the more.
 * Never below 0, never less than the one before it. */
gint32 stafet_roster_load_cost (const StafetRosterInstance *instance, const StafetRosterVolunteer *volunteer,
                                gint32 k);
/* The same of her @k-th unpopular shift. */
gint32 stafet_roster_unpopular_cost (const StafetRosterInstance *instance,
                                     const StafetRosterVolunteer *volunteer, gint32 k);
/* Of a new face on a series. */
gint32 stafet_roster_face_cost (const StafetRosterInstance *instance);
/* What a pair of partners on one shift is worth: above 0. */
gint32 stafet_roster_partner_worth (const StafetRosterInstance *instance);
/* Time, house and distance of one assignment, and how often she was asked lately, as parts. */
typedef struct
{
  gint32 time, house, distance, asked;
} StafetRosterPairCost;

/* The parts as the instance weighs them. */
StafetRosterPairCost stafet_roster_weigh (const StafetRosterInstance *instance, StafetRosterPairCost cost);
StafetRosterPairCost stafet_roster_pair_cost (const StafetRosterInstance *instance,
                                              const StafetRosterVolunteer *volunteer,
                                              const StafetRosterShift *shift);
/* Of so many dates that she was asked for lately. */
gint32 stafet_roster_asked_cost (guint asked);
/* The parts together. */
gint32 stafet_roster_pair_sum (const StafetRosterPairCost *cost);
/* Of so many metres from home. */
gint32 stafet_roster_distance_cost (gint32 metres);
/* Metres, rounded down. */
gint32 stafet_roster_distance (const StafetRosterInstance *instance, const StafetRosterVolunteer *volunteer,
                               const StafetRosterShift *shift);
gboolean stafet_roster_is_regular (const StafetRosterVolunteer *volunteer, guint series);
/* Whether either names the other. */
gboolean stafet_roster_are_partners (const StafetRosterInstance *instance, guint a, guint b);

/* ——— Eligible, or why not ——— */

/* Bits of what stands in the way of a pair by itself; 0: she is eligible. */
typedef enum
{
  STAFET_ROSTER_NO_SKILL = 1 << 0,
  STAFET_ROSTER_NO_CHECK = 1 << 1,
  STAFET_ROSTER_NO_HOUSE = 1 << 2, /* not hers, and too far or not wanted */
  STAFET_ROSTER_NO_TIME = 1 << 3,  /* no window holds the shift */
  STAFET_ROSTER_IS_ABSENT = 1 << 4
} StafetRosterBar;

guint stafet_roster_bars (const StafetRosterInstance *instance, const StafetRosterVolunteer *volunteer,
                          const StafetRosterShift *shift);

/* Whether two shifts of one person are in each other's way: they overlap, leave no time to get from house to
 * house, or start on different dates with less than @rest minutes between. */
gboolean stafet_roster_collide (const StafetRosterInstance *instance, const StafetRosterShift *a,
                                const StafetRosterShift *b, gint32 rest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetRosterInstance, stafet_roster_instance_free)

G_END_DECLS
