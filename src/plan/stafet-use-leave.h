/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A volunteer stops on a date: what becomes free, and until when she is kept.
 */
#pragma once

#include "stafet-plan.h"

G_BEGIN_DECLS

/* From @from on she is no longer there: standing places end the day before, promises from then on become
 * holes, and what is held on her is kept until the end of the next year unless that is said already. What has
 * been stays as it was. */
StafetEdit *stafet_use_leave (const char *volunteer, StafetDate from);
/* What is held on her is kept until @until; STAFET_DATE_NONE: as long as she has not stopped. */
StafetEdit *stafet_use_keep (const char *volunteer, StafetDate until);

/* What stopping opens. */
typedef struct
{
  char *name;
  StafetDate from;
  StafetDate keep_until;
  GPtrArray *standings; /* char *: standing places that end, "Café · Servering" */
  GPtrArray *promises;  /* char *: promises and questions on single dates, with their date */
  GPtrArray *wards;     /* char *: wards that expect her in the eight weeks from then */
  GPtrArray *leads;     /* char *: activities that she leads then: somebody else is to lead them */
} StafetLeaving;

StafetLeaving *stafet_leaving_try (StafetPlan *plan, const char *volunteer, StafetDate from, GError **error);
void stafet_leaving_free (StafetLeaving *self);
/* In sentences, a line each. (transfer full) */
char *stafet_leaving_words (const StafetLeaving *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetLeaving, stafet_leaving_free)

G_END_DECLS
