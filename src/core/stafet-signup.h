/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is coming to one date of an activity, and how many came.
 */
#pragma once

#include "stafet-assignment.h"

G_BEGIN_DECLS

/* Somebody who is not a volunteer, with those she brings. Kept until some days after the date, then erased:
 * what an aid is needed for is nowhere said, only that there is to be a place for it on the transport. */
typedef struct
{
  StafetRecord parent;
  StafetUid activity;
  StafetDate date; /* the original date */
  char *name, *phone;
  gint32 heads;     /* with companions; 0: she only takes food home */
  gboolean waiting; /* on the waiting list: holds no place */
  gint32 position;  /* the order in which people came: kept when others leave */
  char *transport;  /* from where she is fetched; "" not at all */
  gboolean aid;     /* with a place for an aid on the transport */
  gint32 meals;     /* eaten there; STAFET_INTEGER_NONE: one a head */
  gint32 take_home; /* portions */
  char *note;
} StafetSignup;

/* What is counted of one date: at most one a date. Numbers are STAFET_INTEGER_NONE where nobody said. */
typedef struct
{
  StafetRecord parent;
  StafetUid activity;
  StafetDate date;  /* the original date */
  gint32 heads;     /* who came, volunteers aside */
  gint32 method;    /* StafetMethod, STAFET_ENUM_NONE */
  gint32 signed_up; /* heads of the sign-ups that were erased */
  gint32 meals;     /* beside those of the sign-ups there are: volunteers who eat, and the erased */
  gint32 take_home; /* likewise */
  char *note;
} StafetTally;

extern StafetRecordInfo stafet_signup_info, stafet_tally_info;

G_END_DECLS
