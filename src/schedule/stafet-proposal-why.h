/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why somebody is, or is not, proposed for a shift on a date: what stands in her way, or what it would cost
 * to put her there all the same.
 */
#pragma once

#include "stafet-proposal.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_WHY_PROPOSED,  /* she is */
  STAFET_WHY_FULL,      /* nobody is missing there */
  STAFET_WHY_BARRED,    /* a hard rule stands in her way */
  STAFET_WHY_UNASKED,   /* nothing does, but she has not said that she comes there, or when */
  STAFET_WHY_DEARER,    /* with her there something else stays empty */
  STAFET_WHY_LESS_GOOD, /* with her there nothing more stays empty, but less is as people like it */
  STAFET_WHY_AS_GOOD,   /* with her there all is as good */
  STAFET_WHY_RESERVE    /* she takes it if nobody else can: that is not proposed */
} StafetWhyKind;

/* The weights of preference, as people know them. */
typedef enum
{
  STAFET_WHY_FACES,
  STAFET_WHY_WISHES,
  STAFET_WHY_DISTANCE,
  STAFET_WHY_FAIR,
  STAFET_WHY_N_WEIGHTS
} StafetWhyWeight;

typedef struct
{
  StafetProposal *proposal; /* of the week and the house; owned */
  guint hole;               /* of the proposal; STAFET_ROSTER_NONE: nobody is missing there */
  StafetWhyKind kind;
  GPtrArray *reasons;                /* StafetReason: what bars her, else what speaks for her; owned */
  GArray *emptied;                   /* guint: holes of the proposal that would have fewer; owned */
  GArray *instead;                   /* guint: people of the proposal who would not be on the shift; owned */
  gint64 more[STAFET_WHY_N_WEIGHTS]; /* what the week would cost more of each; below 0: less */
} StafetWhy;

/* @date: the original date. NULL and an error as stafet_candidates_find() says. */
StafetWhy *stafet_why_new (StafetSnapshot *snapshot, StafetShift *shift, StafetDate date,
                           StafetVolunteer *volunteer, StafetWall now, StafetLanguage language,
                           GError **error);
void stafet_why_free (StafetWhy *self);
/* One sentence. (transfer full) */
char *stafet_why_words (const StafetWhy *self, const StafetVolunteer *volunteer, StafetLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetWhy, stafet_why_free)

G_END_DECLS
