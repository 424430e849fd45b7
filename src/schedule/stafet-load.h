/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a volunteer has done and has ahead, against her own wish and limits: never against others.
 */
#pragma once

#include "stafet-turns.h"

G_BEGIN_DECLS

#define STAFET_LOAD_WEEKS 8

/* A series that knows her: an activity, or a shift that stands alone. */
typedef struct
{
  StafetRecord *series; /* borrowed from the snapshot */
  gboolean regular;     /* she stands on it */
  int times;            /* in the last thirteen months */
} StafetKnownSeries;

typedef struct
{
  int shifts;                         /* that she had in the eight weeks before today */
  int days;                           /* of those weeks she has been a volunteer */
  gint32 wished_per_week;             /* hundredths; STAFET_INTEGER_NONE: she said nothing */
  int wished;                         /* that comes to in those days, hundredths */
  StafetDate unpopular;               /* when she last took a shift that few want, within thirteen months */
  const StafetShift *unpopular_shift; /* which; nullable */
  GArray *known; /* owned, of StafetKnownSeries that go on: where she is regular or was three times */
} StafetLoad;

void stafet_load_init (StafetLoad *self, const StafetSnapshot *snapshot, const StafetVolunteer *volunteer,
                       StafetDate today);
void stafet_load_clear (StafetLoad *self);

/* Those of her turns from @from to @to that are above what @volunteer takes at most in a day, week or month,
 * in order: the last ones of each. Whoever is asked only counts too. @volunteer may be a copy with other
 * limits than the snapshot's. (transfer full) of StafetTurn. */
GArray *stafet_load_above (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer, StafetDate from,
                           StafetDate to);
/* "Café · Servering" of a turn. (transfer full) */
char *stafet_turn_title (const StafetSnapshot *snapshot, const StafetTurn *turn);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetLoad, stafet_load_clear)

G_END_DECLS
