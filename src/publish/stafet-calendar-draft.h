/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a foreign calendar would be in a house: its series as activities, with the dates that are special.
 *
 * A series whose rule Stafet can edit stays a series. One that it cannot, or that the clock here sees at
 * changing times because it is kept in another zone, becomes an activity for each date.
 */
#pragma once

#include "core/stafet-record.h"
#include "ics/stafet-ics-reader.h"

G_BEGIN_DECLS

/* One date that is not as its series says. */
typedef struct
{
  StafetDate date;  /* the original one */
  GPtrArray *pairs; /* "KEY=VALUE" of what differs; owned */
  gboolean cancelled;
  char *reason; /* why it is cancelled; owned, nullable */
} StafetDraftDate;

/* One activity or shift to be. All owned. */
typedef struct
{
  StafetKind kind;
  char *title, *words; /* and when it is, for people */
  char *event;         /* digest of its UID, with its date behind where one event became several */
  char *digest;        /* of everything that the calendar says of it */
  char *extra;         /* lines that Stafet has no word for */
  GPtrArray *pairs;    /* "KEY=VALUE" of the record, without its house */
  char *room, *vehicle, *organiser; /* by name; nullable */
  GPtrArray *shifts;                /* NULL-ended lists of "KEY=VALUE" (char **): shifts of the activity */
  GPtrArray *dates;                 /* StafetDraftDate */
} StafetDraft;

typedef struct
{
  char *title, *reason;
  char *event; /* digest of its UID */
} StafetDraftFault;

typedef struct
{
  GPtrArray *drafts; /* StafetDraft */
  GPtrArray *faults; /* StafetDraftFault: what cannot be taken in */
  GPtrArray *notes;  /* sentences: what becomes something else than it was, and what was passed over */
} StafetDrafts;

/* @house: two houses may take the same calendar in. Of events that are told date by date, and of what is
 * special about dates, two years from @today on are looked at; what was over 13 months ago is passed over. */
StafetDrafts *stafet_drafts_new (const StafetIcsFile *file, StafetUid house, StafetDate today);
void stafet_drafts_free (StafetDrafts *self);

/* A digest that holds no digits. (transfer full) */
char *stafet_draft_digest (const char *text);
/* Letters of the digest of a UID that an event's begins with. */
#define STAFET_DRAFT_DIGEST_LENGTH 32
/* Why a date is cancelled of which the calendar does not say why. */
const char *stafet_draft_cancelled_reason (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetDrafts, stafet_drafts_free)

G_END_DECLS
