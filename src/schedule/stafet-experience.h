/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who knows an activity: who stands on it, and who has been on it, how often and when last.
 */
#pragma once

#include "stafet-snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean regular; /* has a standing place on the activity, on whichever of its weeks */
  int times;        /* in the thirteen months before */
  StafetDate last;  /* the newest of them, STAFET_DATE_NONE when there is none */
} StafetExperience;

/* What volunteers know of the activity of @shift (of @shift itself, when it stands alone), and of the
 * series it was split from, before @date: StafetUid → StafetExperience. Whom it does not hold has never
 * been asked. @moved is stafet_turns_find_moved()'s. (transfer full) */
GHashTable *stafet_experience_new (const StafetSnapshot *snapshot, GHashTable *moved, StafetShift *shift,
                                   StafetDate date);

G_END_DECLS
