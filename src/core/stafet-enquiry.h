/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An enquiry: a citizen who looks for a community, or wants to do something for others, and who has the
 * baton.
 */
#pragma once

#include "stafet-record.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_SIDE_JOIN,
  STAFET_SIDE_GIVE,
  STAFET_SIDE_BOTH
} StafetWishSide;

/* How the citizen gets about. */
typedef enum
{
  STAFET_TRAVEL_SELF,
  STAFET_TRAVEL_BUS,
  STAFET_TRAVEL_LIFT /* has to be fetched */
} StafetTravel;

typedef enum
{
  STAFET_OUTCOME_CAME,  /* after a week; later: still comes */
  STAFET_OUTCOME_OTHER, /* found something else */
  STAFET_OUTCOME_STOPPED,
  STAFET_OUTCOME_UNKNOWN /* could not be reached */
} StafetOutcomeKind;

/* Nothing of it leaves the program but by hand. It is erased on its day, also from the log. */
typedef struct
{
  StafetRecord parent;
  char *title;
  char *name, *phone; /* both "": nobody is to know */
  StafetDate begun;
  StafetUid house; /* that took it */
  gint32 side;     /* StafetWishSide */
  char *wish, *postcode, *times;
  gint32 travel;      /* StafetTravel, STAFET_ENUM_NONE */
  gint32 price;       /* the most it may cost, kroner; STAFET_INTEGER_NONE: not said */
  gboolean company;   /* wants somebody along the first time */
  StafetDate consent; /* to be contacted; NONE: not given, or withdrawn */
  char *consent_words, *consent_to;
  StafetDate delete_on;
  /* The baton: exactly one of the two holds it, or nobody does. */
  char *holder;
  StafetUid contact;
  char *next_step;
  StafetDate next_on;
  char *chosen, *chosen_uid;         /* what was found, in words; the record where it is one of ours */
  StafetDate matched;                /* when: the outcomes count from there */
  gint32 after_1, after_4, after_12; /* StafetOutcomeKind, STAFET_ENUM_NONE; weeks */
  char *companion;                   /* who comes along the first time */
  StafetDate first_on;               /* when that is */
  StafetDate ended;
} StafetEnquiry;

extern StafetRecordInfo stafet_enquiry_info;
extern const StafetEnumValue stafet_side_values[], stafet_travel_values[], stafet_outcome_values[];

G_END_DECLS
