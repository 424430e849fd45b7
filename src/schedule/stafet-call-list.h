/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whom to ring when something is cancelled, moved or changed: the list that staff tick off.
 */
#pragma once

#include "core/stafet-i18n.h"
#include "stafet-agenda.h"

G_BEGIN_DECLS

/* In the order to ring: a ward waits with its residents ready. */
typedef enum
{
  STAFET_CALL_LINE_WARD,
  STAFET_CALL_LINE_VOLUNTEER,
  STAFET_CALL_LINE_ORGANISER,
  STAFET_CALL_LINE_CONTACT, /* who receives a visit */
  STAFET_CALL_LINE_SIGNUP,  /* who signed up, also on the waiting list */
  STAFET_CALL_LINE_GUEST    /* known by first name alone */
} StafetCallLineKind;

typedef enum
{
  STAFET_CALLED_NOT,
  STAFET_CALLED_NO_ANSWER,
  STAFET_CALLED_RANG, /* talked, or told of some of it */
  STAFET_CALLED_TOLD  /* of all of it */
} StafetCalled;

/* A date of a shift that a call to a volunteer is noted on. */
typedef struct
{
  StafetUid shift;
  StafetDate date; /* the original date */
} StafetCallTurn;

/* Everybody once, with all that concerns her. Borrowed pointers live as long as the list. */
typedef struct
{
  StafetCallLineKind kind;
  StafetRecord *record;  /* borrowed; NULL for a guest */
  const char *name;      /* borrowed */
  const char *beside;    /* a ward's house, what a contact is; borrowed, "" */
  GPtrArray *phones;     /* borrowed texts, the first to ring first; may be empty. Owned */
  StafetRecord *through; /* the contact or house whose phone it is when a ward has none; NULL: her own */
  const char *call_when; /* borrowed, "" */
  gboolean only_asked;   /* a volunteer who has promised nothing yet */
  GPtrArray *entries;    /* StafetEntry of the list, by start; empty when it is about none. Owned container */
  GArray *turns;         /* StafetCallTurn of a volunteer; empty for a lead of an activity without shifts */
  StafetCalled called;   /* since it was decided */
} StafetCallLine;

typedef struct
{
  StafetAgenda *agenda; /* what is cancelled, moved or changed; owned */
  GPtrArray *lines;     /* StafetCallLine: by kind, first start and Danish name; owned */
} StafetCallList;

/* What @closure cancels that would be held without it, and is not over at @now. @closure need not be in
 * @snapshot yet. */
StafetCallList *stafet_call_list_new_closure (StafetSnapshot *snapshot, StafetClosure *closure,
                                              StafetWall now);
/* One date of an activity or a free-standing shift, whatever is to become of it, or has: of one that is held
 * elsewhere also the ward that waits in vain. NULL when the series does not have that date. */
StafetCallList *stafet_call_list_new_date (StafetSnapshot *snapshot, StafetKind kind, StafetUid series,
                                           StafetDate original);
/* Whoever has to do with one date, also of one that is held as planned, of which nobody had to be told: all
 * that was ever said of it counts then. NULL when the series does not have that date. */
StafetCallList *stafet_call_list_new_everybody (StafetSnapshot *snapshot, StafetKind kind, StafetUid series,
                                                StafetDate original);
/* Whoever has to do with an activity in the eight weeks from @today on, or on its next date when that is
 * later. Nothing is ticked: nobody is told of all those dates by what is written to them. */
StafetCallList *stafet_call_list_new_activity (StafetSnapshot *snapshot, StafetActivity *activity,
                                               StafetDate today);
/* Whoever has to do with @dates (StafetEntry, in order of start), as they are in @snapshot. Nothing is
 * ticked: nobody has been told of what is not decided. */
StafetCallList *stafet_call_list_new_dates (StafetSnapshot *snapshot, const GPtrArray *dates);
/* @volunteers (StafetVolunteer), about nothing in particular. */
StafetCallList *stafet_call_list_new_volunteers (StafetSnapshot *snapshot, const GPtrArray *volunteers);
void stafet_call_list_free (StafetCallList *self);

/* What a call to whoever the line is about is noted under: a uid, or for a guest a checksum of the name, so
 * that no name is kept. Volunteers are noted on their turns where they have any. (transfer full) */
char *stafet_call_line_key (const StafetCallLine *line);
/* How and when to reach her: "by text message · mornings"; "" when that is not said. (transfer full) */
char *stafet_call_line_when (const StafetCallLine *line, StafetLanguage language);

/* Whether somebody ought to be rung: of a cancellation always, of a date that was moved or changed when it
 * begins, or would have begun, within 24 hours from @now. */
gboolean stafet_call_list_is_due (const StafetCallList *self, StafetWall now);

/* Of the single dates of the place that @place asks about (its dates are not looked at) which were cancelled,
 * moved or changed by themselves: those about which somebody ought still to be rung, as they begin, or would
 * have begun, within 24 hours from @now. By start. (transfer full) of StafetCallList */
GPtrArray *stafet_call_lists_find_due (StafetSnapshot *snapshot, const StafetAgendaQuery *place,
                                       StafetWall now);
/* How many of its lines have not been told of all of it yet. */
guint stafet_call_list_count_untold (const StafetCallList *self);
/* "moved to Tuesday 24 November 15–16", "changed", "cancelled" of a list of one date. (transfer full) */
char *stafet_call_list_words (const StafetCallList *self, StafetLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetCallList, stafet_call_list_free)

G_END_DECLS
