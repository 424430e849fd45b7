/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who may take a shift on a date: the hard rules, one bit for each that speaks against a person.
 */
#pragma once

#include "stafet-entry.h"
#include "stafet-turns.h"

G_BEGIN_DECLS

/* In the order in which they are told. */
typedef enum
{
  STAFET_HINDRANCE_ALREADY = 1 << 0,  /* on the shift, or asked */
  STAFET_HINDRANCE_DECLINED = 1 << 1, /* said no to this date, or sent regrets */
  STAFET_HINDRANCE_STOPPED = 1 << 2,
  STAFET_HINDRANCE_PAUSED = 1 << 3,
  STAFET_HINDRANCE_ABSENT = 1 << 4,
  STAFET_HINDRANCE_NOT_AVAILABLE = 1 << 5, /* the times she stated do not hold the shift */
  STAFET_HINDRANCE_SKILL = 1 << 6,
  STAFET_HINDRANCE_CHECK = 1 << 7,
  STAFET_HINDRANCE_BLOCKED = 1 << 8, /* does not come to this house */
  STAFET_HINDRANCE_TOO_FAR = 1 << 9,
  STAFET_HINDRANCE_OVERLAP = 1 << 10,
  STAFET_HINDRANCE_REST = 1 << 11,
  STAFET_HINDRANCE_TRAVEL = 1 << 12, /* at another house, without the time to get there */
  STAFET_HINDRANCE_CAP_DAY = 1 << 13,
  STAFET_HINDRANCE_CAP_WEEK = 1 << 14,
  STAFET_HINDRANCE_CAP_MONTH = 1 << 15,
  STAFET_HINDRANCE_APART = 1 << 16
} StafetHindrance;

#define STAFET_N_HINDRANCES 17

/* Minutes from one house to another. */
#define STAFET_TRAVEL_MINUTES 30

/* One shift on one date, with what every volunteer is held against. Borrows the entry and the staffing. */
typedef struct
{
  const StafetSnapshot *snapshot;
  const StafetEntry *entry;
  const StafetStaffing *staffing;
  StafetHouse *house; /* where it is; nullable */
  GPtrArray *houses;  /* owned: StafetUid of those that it has to do with */
  StafetWall start, end;
  char *skill;          /* owned: folded */
  GHashTable *skills;   /* owned: texts met so far → whether they are @skill */
  GHashTable *apart;    /* owned: uids that somebody on the date is kept apart from */
  GHashTable *partners; /* owned: uids that somebody on the shift wants to be with */
  GHashTable *present;  /* owned: uids of those on the date, on any of its shifts */
} StafetNeed;

/* What holds for one volunteer. */
typedef struct
{
  guint hindrances;   /* of StafetHindrance */
  gboolean home;      /* the house is one of hers */
  gboolean ask_first; /* by agreement, or no stated times */
  gboolean available, preferred;
  gboolean if_needed;       /* takes the shift if nobody else can */
  gboolean refused;         /* with STAFET_HINDRANCE_DECLINED: it was her house that said no */
  StafetHouse *lender;      /* a house of hers, where the shift's is none: it is asked for her; nullable */
  StafetVolunteer *partner; /* one on the shift whom she or who wants to be together; nullable */
  int metres;               /* from home, STAFET_DISTANCE_UNKNOWN */
  StafetTurn overlap;       /* with STAFET_HINDRANCE_OVERLAP: what is in the way */
  StafetTurn away;          /* with STAFET_HINDRANCE_TRAVEL: where she is before or after */
  int recent;               /* her turns in the eight weeks before the shift's week, and in that week */
} StafetFitness;

/* A window of the day the shift starts on, or of the day before when it passes midnight. */
gboolean stafet_availability_holds (const StafetAvailability *window, StafetWall start, StafetWall end);

/* The houses that a series has to do with: whoever is at home in one of them is at home there. It organises
 * the series, holds it, or is visited. (transfer container) of StafetUid */
GPtrArray *stafet_series_houses (const StafetSnapshot *snapshot, const StafetSeries *series);

/* The house that is asked for her where none of @houses is hers: the first of hers. NULL: none need be asked.
 * Borrowed. */
StafetHouse *stafet_volunteer_lender (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer,
                                      const GPtrArray *houses);

void stafet_need_init (StafetNeed *need, const StafetSnapshot *snapshot, const StafetEntry *entry,
                       const StafetStaffing *staffing);
void stafet_need_clear (StafetNeed *need);

/* What she says of herself: everything but her other shifts. */
void stafet_fitness_judge (StafetNeed *need, const StafetVolunteer *volunteer, StafetFitness *fitness);
/* Of that only where it is: adds to the hindrances, and says whether it is one of her houses, and how far. */
void stafet_fitness_judge_house (const StafetNeed *need, const StafetVolunteer *volunteer,
                                 StafetFitness *fitness);
/* Appends to @turns (of StafetTurn) the turns of @volunteer on the dates that matter for shifts between @from
 * and
 * @to. @moved is stafet_turns_find_moved()'s. */
void stafet_fitness_add_turns (const StafetSnapshot *snapshot, GHashTable *moved,
                               const StafetVolunteer *volunteer, StafetDate from, StafetDate to,
                               GArray *turns);
/* Her other shifts, of which @turns has those that matter: overlap, rest, caps and how busy she is. After
 * stafet_fitness_judge(). */
void stafet_fitness_judge_turns (const StafetNeed *need, const StafetVolunteer *volunteer,
                                 const GArray *turns, StafetFitness *fitness);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetNeed, stafet_need_clear)

G_END_DECLS
