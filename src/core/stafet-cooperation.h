/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What houses have agreed with others, and what they run themselves by: agreements, applications to pools,
 * the users' council and its meetings, and the addresses that staff need.
 */
#pragma once

#include "stafet-record.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_AGREEMENT_COOPERATION, /* with an association */
  STAFET_AGREEMENT_VOLUNTEER
} StafetAgreementKind;

/* In everyday words, as the municipality's guide asks for them: what is empty was not agreed on. */
typedef struct
{
  StafetRecord parent;
  char *title;
  gint32 kind;                    /* StafetAgreementKind */
  StafetUid organiser, volunteer; /* the other party: one of the two, by @kind */
  StafetUid house;
  char *parties; /* who signs, and whom each asks */
  char *purpose, *target, *tasks;
  char *boundary; /* what stays the work of staff */
  char *lead;     /* who leads day by day */
  char *information, *confidentiality, *economy, *insurance;
  char *badge; /* what was handed out: a badge, a key */
  char *meetings;
  char *stop; /* how either stops */
  StafetDate signed_on, from, until, review;
} StafetAgreement;

typedef enum
{
  STAFET_APPLICATION_IDEA,
  STAFET_APPLICATION_DRAFT,
  STAFET_APPLICATION_SENT,
  STAFET_APPLICATION_GRANTED,
  STAFET_APPLICATION_REFUSED,
  STAFET_APPLICATION_REPORTED
} StafetPoolStatus;

/* To a pool: money for something that is to be. */
typedef struct
{
  StafetRecord parent;
  char *title, *pool;
  gint32 status; /* StafetPoolStatus */
  StafetUid house, activity;
  char *purpose, *target, *activities;
  char *budget;  /* a line each: what, and kroner at its end */
  gint32 amount; /* kroner applied for */
  gint32 granted;
  char *contact;
  StafetDate deadline, answer, report;
} StafetPoolApplication;

/* Of a house's users' council. */
typedef struct
{
  StafetRecord parent;
  StafetUid house;
  char *name, *role, *phone, *mail;
  StafetUid volunteer;
  StafetDate from, until; /* the term */
} StafetMember;

typedef struct
{
  StafetRecord parent;
  char *title;
  StafetUid house, organiser;
  StafetDate date;
  char *time, *place, *agenda, *decisions;
} StafetMeeting;

typedef enum
{
  STAFET_LINK_DIRECTORY,
  STAFET_LINK_GENLYD,
  STAFET_LINK_GUIDELINE,
  STAFET_LINK_OTHER
} StafetLinkKind;

typedef struct
{
  StafetRecord parent;
  char *title, *address, *text;
  gint32 kind; /* StafetLinkKind */
} StafetLink;

extern StafetRecordInfo stafet_agreement_info, stafet_application_info, stafet_member_info,
  stafet_meeting_info, stafet_link_info;
extern const StafetEnumValue stafet_agreement_kinds[], stafet_application_statuses[], stafet_link_kinds[];

/* The kroner at the end of each line of a budget, summed: "Kaffe 1.200" is 1200. What has no number counts
 * nothing. At most G_MAXINT32. */
gint32 stafet_budget_sum (const char *budget);

G_END_DECLS
