/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A room lent out: what an activity of the category lending is beside its time and place.
 */
#pragma once

#include "stafet-record.h"

G_BEGIN_DECLS

/* Who lends a room first: the houses' own rules for lending. */
typedef enum
{
  STAFET_PURPOSE_OWN,       /* the house's or the council's own arrangement: priority 1 */
  STAFET_PURPOSE_LOCAL,     /* an association or others who serve local citizens: 2 */
  STAFET_PURPOSE_OTHER,     /* others whom the rules allow: 3 */
  STAFET_PURPOSE_COMMERCIAL /* never lent to */
} StafetPurpose;

typedef enum
{
  STAFET_LOAN_ASKED,
  STAFET_LOAN_APPROVED,
  STAFET_LOAN_REFUSED,
  STAFET_LOAN_WITHDRAWN /* the borrower needs it no more */
} StafetLoanState;

/* The objective reasons for a refusal. */
typedef enum
{
  STAFET_REFUSAL_COMMERCIAL,
  STAFET_REFUSAL_TAKEN,      /* something of at least the same priority is there */
  STAFET_REFUSAL_UNSUITABLE, /* too many people, or not what the room is made for */
  STAFET_REFUSAL_CLOSED,     /* nobody of the house can open and lock up then */
  STAFET_REFUSAL_NOT_LOCAL,  /* the rules do not allow for the borrower */
  STAFET_REFUSAL_BROKEN      /* an earlier agreement was not kept */
} StafetRefusal;

/* Until it is approved its activity is a draft, which takes up no room. When and where an approved loan is
 * changes only by a proposal that the borrower has said yes to; one at a time, about one date. */
typedef struct
{
  StafetRecord parent;
  StafetUid activity;
  gint32 purpose;  /* StafetPurpose, STAFET_ENUM_NONE: not asked about yet */
  gint32 priority; /* 1-3, 1 goes first; STAFET_INTEGER_NONE: its purpose's */
  gint32 people;   /* STAFET_INTEGER_NONE: not said */
  gint32 state;    /* StafetLoanState */
  gint32 reason;   /* StafetRefusal of one refused, STAFET_ENUM_NONE */
  char *answer;    /* what the borrower was told beside that */
  StafetDate asked_on, decided_on;
  char *decided_by;                /* name and role */
  StafetDate move_date;            /* the original date that is to move, STAFET_DATE_NONE: no proposal */
  StafetWall move_start, move_end; /* to when */
  StafetUid move_room;             /* and where */
  StafetDate move_asked;           /* when the borrower was asked */
} StafetLoan;

extern StafetRecordInfo stafet_loan_info;

/* 1 to 3: its own, or what its purpose has; the last when nothing is known. */
int stafet_loan_priority (const StafetLoan *loan);

G_END_DECLS
