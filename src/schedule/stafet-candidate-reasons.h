/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What speaks for or against a candidate, in words.
 */
#pragma once

#include "stafet-candidates.h"
#include "stafet-eligibility.h"
#include "stafet-experience.h"

G_BEGIN_DECLS

/* The hindrances when there are any, else what speaks for her. @experience is nullable. (transfer full) of
 * StafetReason. */
GPtrArray *stafet_candidate_reasons_new (const StafetNeed *need, const StafetVolunteer *volunteer,
                                         const StafetFitness *fitness, const StafetExperience *experience,
                                         StafetLanguage language);

G_END_DECLS
