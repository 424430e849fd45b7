/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A house that closes because it merges into another: what goes on there moves over.
 */
#pragma once

#include "stafet-plan.h"

G_BEGIN_DECLS

/* From @from on everything that goes on in @house is @into's, and @house is closed for good. Series are
 * divided on that date with all that belongs to them; a room follows into the room of the same name where
 * there is one that is free, else it is forgotten. Who comes to the one house comes to the other, and notes
 * that are not done go there. One change. Refused as stafet_use_end_house() is, and where @into is no house
 * that is open then. */
StafetEdit *stafet_use_merge_house (const char *house, const char *into, StafetDate from);

/* What that would do. */
typedef struct
{
  guint activities, shifts; /* series that move; shifts: those that stand alone */
  guint roomless;           /* of them, that lose their room */
  guint own_rooms;          /* single dates that have a room of the old house of their own: it stays */
  guint cancelled;          /* dates of before that were moved past the end: they do not move along */
  guint volunteers;         /* who come to the other house too from then on */
  guint notes;              /* not done, which move */
  guint feeds;              /* calendars of the old house, which stay empty */
} StafetHouseMerge;

/* Refused as the edit is. @scratch is of the caller's (stafet_plan_new_scratch()), and is not fit for
 * anything afterwards: so that a worker can try, which a whole house may need. */
gboolean stafet_house_merge_try (StafetPlan *scratch, const char *house, const char *into, StafetDate from,
                                 StafetHouseMerge *merge, GError **error);
/* In sentences, a line each. (transfer full) */
char *stafet_house_merge_words (const StafetHouseMerge *merge, StafetDate from);

G_END_DECLS
