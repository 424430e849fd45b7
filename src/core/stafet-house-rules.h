/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What holds for the whole store or a part of the map: settings, closures, school holidays, feeds, and
 * what a feed last told its readers.
 */
#pragma once

#include "stafet-i18n.h"
#include "stafet-record.h"

G_BEGIN_DECLS

#define STAFET_SETTINGS_UID "settings"

/* One record, with the uid STAFET_SETTINGS_UID. */
typedef struct
{
  StafetRecord parent;
  gint32 language; /* StafetLanguage */
  char *zone;      /* IANA name */
  char *house_word;
  gint32 retention_months, signup_days_kept;
  char *publish_to;      /* the path of a folder or a WebDAV address; "" for nowhere yet */
  char *publish_user;    /* who publishes there; the password is never in the store */
  char *publish_address; /* http(s), under which readers fetch what lies there; "" when nobody knows it */
} StafetSettings;

/* Exactly one of area, house, ward and room is closed. */
typedef struct
{
  StafetRecord parent;
  StafetMoment from, to;
  char *text;
  StafetUid area, house, ward, room;
} StafetClosure;

/* Local data, imported: both dates included. Area NULL: everywhere. */
typedef struct
{
  StafetRecord parent;
  StafetDate from, to;
  char *text;
  StafetUid area;
} StafetSchoolHoliday;

typedef enum
{
  STAFET_FEED_ARRIVALS,
  STAFET_FEED_PROGRAMME,
  STAFET_FEED_OWN,
  STAFET_FEED_OPEN
} StafetFeedKind;

typedef enum
{
  STAFET_NAMES_COUNTS,
  STAFET_NAMES_FIRST,
  STAFET_NAMES_FULL
} StafetNamesLevel;

typedef enum
{
  STAFET_FEED_CANCELLED_CONFIRMED, /* Google hides STATUS:CANCELLED */
  STAFET_FEED_CANCELLED_CANCELLED
} StafetFeedCancelled;

typedef struct
{
  StafetRecord parent;
  char *name;
  gint32 kind;                            /* StafetFeedKind */
  StafetUid house, ward, volunteer, area; /* exactly one */
  gint32 names;                           /* StafetNamesLevel */
  gint32 weeks_back, weeks_on;            /* the window, in whole weeks around this one */
  gint32 cancelled;                       /* StafetFeedCancelled */
  char *token;                            /* 32 hex digits, 128 random bits: the file's name */
  char *given_to;                         /* who has the link, as free text */
  StafetDate given_on;
} StafetFeed;

/* What one event of a feed looked like when it was last published. It outlives the feed: one that is removed
 * and put back by undo goes on with its sequences. */
typedef struct
{
  StafetRecord parent; /* uid: FEED/EVENT-UID */
  StafetUid feed;
  char *event; /* UID of the VEVENT */
  char *hash;  /* of its content without the stamps: 32 hex digits */
  gint32 sequence;
  StafetInstant at; /* its DTSTAMP and LAST-MODIFIED */
} StafetPublished;

extern StafetRecordInfo stafet_settings_info, stafet_closure_info, stafet_school_holiday_info,
  stafet_feed_info, stafet_published_info;

G_END_DECLS
