/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What others than the houses have for citizens: the offers of associations, notices, and the words for them.
 */
#pragma once

#include "stafet-record.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_OFFER_VISIT,   /* a visiting friend */
  STAFET_OFFER_VIGIL,   /* at a deathbed */
  STAFET_OFFER_COMPANY, /* to the doctor, to a hospital */
  STAFET_OFFER_MOVING,
  STAFET_OFFER_CALL,    /* a safety call */
  STAFET_OFFER_MEETING, /* a meeting place */
  STAFET_OFFER_GROUP,
  STAFET_OFFER_BRIDGE, /* along the first time */
  STAFET_OFFER_ADVICE,
  STAFET_OFFER_OTHER
} StafetOfferKind;

/* Something that an association has all the time, whoever asks: no dates, and no shifts of ours. */
typedef struct
{
  StafetRecord parent;
  char *title;
  StafetUid organiser;
  gint32 kind; /* StafetOfferKind */
  char *text;  /* for everybody */
  char *words; /* other words by which it is to be found */
  char *address, *postcode;
  gboolean home; /* comes to the citizen: no distance counts */
  char *times, *price, *transport;
  char *join;     /* how to join */
  char *waiting;  /* "3 weeks' waiting list"; "": none */
  gboolean seeks; /* looks for volunteers */
  char *source;   /* where this was read, or who said it */
  StafetDate checked;
  gboolean hidden; /* not on public pages */
} StafetOffer;

typedef enum
{
  STAFET_NOTICE_COMPANY, /* somebody looks for company: whoever wants to join in may answer */
  STAFET_NOTICE_HELP,    /* somebody offers to do something for others */
  STAFET_NOTICE_WANTED,  /* somebody is needed */
  STAFET_NOTICE_IDEA
} StafetNoticeKind;

/* A short notice, as on a board, until a date. */
typedef struct
{
  StafetRecord parent;
  char *title, *text;
  gint32 kind; /* StafetNoticeKind */
  StafetUid house;
  char *postcode, *times;
  char *contact, *phone; /* who put it up: never in public */
  StafetDate posted, until;
  gboolean is_public;
} StafetNotice;

/* Words that mean the same to whoever looks for something: "gåtur, gå en tur, travetur". It takes the place
 * of the program's own row that begins with the same word. */
typedef struct
{
  StafetRecord parent;
  char *words;
} StafetSynonym;

extern StafetRecordInfo stafet_offer_info, stafet_notice_info, stafet_synonym_info;
extern const StafetEnumValue stafet_offer_kinds[], stafet_notice_kinds[];

/* What was looked at so long ago may have changed. */
#define STAFET_OFFER_STALE_DAYS 365

gboolean stafet_offer_is_stale (const StafetOffer *offer, StafetDate today);

G_END_DECLS
