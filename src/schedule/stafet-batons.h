/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who has the baton of an enquiry, what is to be done with it and when, and which ones were dropped.
 */
#pragma once

#include "core/stafet-enquiry.h"
#include "core/stafet-network.h"
#include "stafet-agenda.h"
#include "stafet-match.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_BATON_HELD,    /* something is to be done on a day to come */
  STAFET_BATON_DUE,     /* today */
  STAFET_BATON_ASK,     /* today or since: how did it go? */
  STAFET_BATON_DROPPED, /* nobody has it, or the day has passed, or there is no next day */
  STAFET_BATON_ENDED
} StafetBatonState;

StafetBatonState stafet_baton_state (const StafetEnquiry *enquiry, StafetDate today);

/* Which outcome is to be asked for now: 1, 4 or 12 weeks after it was found; 0: none. */
int stafet_baton_asks (const StafetEnquiry *enquiry, StafetDate today);

/* The holder's name; NULL: nobody has it. Borrowed. */
const char *stafet_baton_holder (const StafetSnapshot *snapshot, const StafetEnquiry *enquiry);

/* What is to be done, and when: "Contact the citizen · tomorrow". (transfer full) */
char *stafet_baton_words (const StafetEnquiry *enquiry, StafetDate today, StafetLanguage language);

/* The enquiries that are not ended, in @query's houses or area or everywhere: dropped ones first, then by
 * their day. One that belongs to no house stands in all of them. (transfer container) of StafetEnquiry,
 * borrowed. */
GPtrArray *stafet_batons_find (const StafetSnapshot *snapshot, const StafetAgendaQuery *query,
                               StafetDate today);

/* Who is asked as @duty where @house lies, else in @area (nullable): the house's own, its area's, then those
 * of no place. @public_only: who may be named in public. Borrowed, NULL when there is nobody. */
StafetContact *stafet_baton_contact (const StafetSnapshot *snapshot, StafetDuty duty,
                                     const StafetHouse *house, StafetUid area, gboolean public_only);
/* The area whose houses lie nearest to a postcode; NULL when that is not known. */
StafetUid stafet_baton_area_of (const StafetSnapshot *snapshot, const char *postcode);

/* "The first time together: Gerda and Karen, Strikkeklub, tirsdag den 24. november". Of whoever has not
 * agreed to be named the name is left out. (transfer full) */
char *stafet_baton_first_words (const StafetEnquiry *enquiry, StafetLanguage language);

/* Who waits for something among @query's houses that @notice may be: nothing was found yet, and it stands
 * among the first matches of the wish. @index is of all there is. (transfer container) of StafetEnquiry,
 * borrowed. */
GPtrArray *stafet_batons_for_notice (const StafetMatchIndex *index, const StafetSnapshot *snapshot,
                                     const StafetNotice *notice, const StafetAgendaQuery *query,
                                     StafetDate today);

/* The text that goes with the baton: what the citizen wishes, how she is reached if she agreed to it, and
 * what the first step is. Without consent it names nobody. (transfer full) */
char *stafet_baton_letter (const StafetSnapshot *snapshot, const StafetEnquiry *enquiry,
                           const StafetContact *to, StafetLanguage language);

G_END_DECLS
