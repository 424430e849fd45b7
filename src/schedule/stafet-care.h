/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What good cooperation asks for: who came and was not thanked, whom nobody has talked with, who is new, and
 * whom we miss. Nobody is scored or ranked by it: lists are in order of name or of date.
 */
#pragma once

#include "core/stafet-care.h"
#include "core/stafet-clock.h"
#include "stafet-agenda.h"

G_BEGIN_DECLS

/* Thanks go to whoever came within so many days. */
#define STAFET_CARE_THANKS_DAYS 14
/* "Not thanked for 30 days". */
#define STAFET_CARE_UNTHANKED_DAYS 30
/* Half a year without a talk. */
#define STAFET_CARE_COFFEE_DAYS 183
/* Somebody is new for so long. */
#define STAFET_CARE_NEW_DAYS 120

typedef enum
{
  STAFET_MILESTONE_NONE,
  STAFET_MILESTONE_FIRST, /* her first visit */
  STAFET_MILESTONE_TENTH,
  STAFET_MILESTONE_YEAR, /* a year since she began */
  STAFET_MILESTONE_BACK  /* back after eight weeks or more without a visit */
} StafetMilestone;

/* Of one volunteer. Dates are STAFET_DATE_NONE where there is none. */
typedef struct
{
  StafetVolunteer *volunteer; /* borrowed */
  guint visits;               /* that are known of */
  StafetDate last;            /* visit */
  const char *what;           /* that was: borrowed from the snapshot; "" */
  StafetDate next;            /* visit, of those to come */
  StafetDate thanked, talked;
  StafetMilestone milestone; /* of the visits since she was thanked */
  gboolean to_thank;         /* came within a fortnight, and was not thanked since */
  gboolean unthanked;        /* came within 30 days, and was not thanked for as long */
  gboolean to_talk;          /* nobody has sat down with her for half a year */
  gboolean missed;           /* came regularly, has stopped, and has said nothing */
  gboolean is_new;
} StafetCare;

/* Somebody who agreed to be asked after, and has not been there the last times. */
typedef struct
{
  StafetRegular *regular; /* borrowed */
  guint times;            /* that she was away */
} StafetAway;

typedef struct
{
  StafetSnapshot *snapshot; /* owned */
  GArray *people;           /* StafetCare, by Danish name */
  GArray *away;             /* StafetAway, likewise */
} StafetCares;

/* Of the volunteers of @query's houses; its dates do not count. Who has stopped is not among them. */
StafetCares *stafet_cares_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetWall now);
void stafet_cares_free (StafetCares *self);
/* Of one; @query asks about her. */
StafetCare stafet_care_of (const StafetCares *cares, StafetUid volunteer);

const char *stafet_milestone_words (StafetMilestone milestone, StafetLanguage language);

/* The first steps of somebody new: the plan's own, else the program's. (transfer full) of char *. */
GPtrArray *stafet_welcome_steps (const StafetSnapshot *snapshot, StafetLanguage language);
/* How many days after somebody began a step is to be taken; 0 of the program's own. */
int stafet_welcome_days (const StafetSnapshot *snapshot, const char *step);
/* When @volunteer took a step; STAFET_DATE_NONE: not yet. */
StafetDate stafet_welcome_done (const StafetSnapshot *snapshot, StafetUid volunteer, const char *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetCares, stafet_cares_free)

G_END_DECLS
