/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A proposal of who fills the holes of a period: a draft, of which nothing is in the plan before somebody
 * says so.
 *
 * The holes of all houses asked about are one instance of the rostering problem (stafet-roster.h), with the
 * hard rules of stafet-eligibility.h; what the plan has already stays as it is. Those to ask first (by
 * agreement, or no stated times) are left out unless they are asked for, and whoever said nothing of how far
 * she goes is proposed for her own houses alone. Whoever takes a place if nobody else can is proposed neither
 * for it nor for anything at that time.
 *
 * Made again, after a regret say, it holds to what is asked already as far as that goes: a question that
 * nobody was rung about is taken back only where that fills more, and as few of them as can be.
 */
#pragma once

#include "core/stafet-i18n.h"
#include "stafet-agenda.h"
#include "stafet-candidates.h"
#include "stafet-roster-lines.h"
#include "stafet-roster-solve.h"

G_BEGIN_DECLS

typedef struct
{
  StafetAgendaQuery places;    /* whose holes, and the period */
  StafetWall now;              /* what has begun by then is nothing to fill */
  gboolean ask_first;          /* also those to ask first */
  gboolean again;              /* who is asked and was not rung may be wanted elsewhere */
  StafetRosterWeights weights; /* all 0: 1 each */
  StafetLanguage language;     /* of the reasons */
} StafetProposalQuery;

/* One shift on one date that lacks somebody. Borrowed from the proposal's agenda. */
typedef struct
{
  const StafetEntry *entry;
  const StafetStaffing *staffing;
  guint come;    /* volunteers who come to the house at all … */
  guint able;    /* … and have the skill and the check … */
  guint hours;   /* … and state times that hold it … */
  guint present; /* … and are neither absent nor kept away … */
  guint free;    /* … and whose other shifts leave room for it: they can be proposed */
} StafetHole;

typedef struct
{
  StafetSnapshot *snapshot; /* without the questions that may be taken back */
  StafetAgenda *agenda;
  StafetAgenda *as_is; /* with them: what the plan has; the same as @agenda where there are none */
  GArray *holes;       /* StafetHole, one for each shift of the instance */
  GPtrArray *people;   /* StafetVolunteer, borrowed: one for each volunteer of the instance */
  GArray *
    hindrances; /* guint: what of StafetHindrance is in each one's way everywhere; 0: something is possible */
  StafetRosterInstance *instance;
  StafetRosterOptions *options;
  StafetRosterPlan *plan;
  GArray *lines;      /* StafetRosterLine, by shift, which is by start; without those who are asked already */
  GArray *withdrawn;  /* StafetRosterPair: who is asked, and would be better elsewhere */
  guint kept;         /* so many who are asked stay where they are */
  GPtrArray *reasons; /* of each line a GPtrArray of StafetReason: what speaks for her */
  gint64 bound;       /* no plan leaves less empty than this costs */
} StafetProposal;

#define STAFET_PROPOSAL_HOLE(self, i) (&g_array_index ((self)->holes, StafetHole, i))

/* Works as long as stafet_roster_solve() does, in any thread. @work is nullable. */
StafetProposal *stafet_proposal_new (StafetSnapshot *snapshot, const StafetProposalQuery *query,
                                     const StafetRosterWork *work);
void stafet_proposal_free (StafetProposal *self);

/* Whether it is proved that no plan leaves less empty. */
gboolean stafet_proposal_is_proved (const StafetProposal *self);
/* How many heads of the hole stay empty. */
int stafet_proposal_left (const StafetProposal *self, guint hole);
/* Why what is left of the hole stays empty, as a sentence. (transfer full) */
char *stafet_proposal_why_empty (const StafetProposal *self, guint hole, StafetLanguage language);
/* Why somebody is proposed for nothing, as a few words; NULL when she is proposed. (transfer full) */
char *stafet_proposal_why_unused (const StafetProposal *self, guint person, StafetLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetProposal, stafet_proposal_free)

G_END_DECLS
