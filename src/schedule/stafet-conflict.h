/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Overlaps of a person.
 */
#pragma once

#include "stafet-agenda.h"

G_BEGIN_DECLS

/* What keeps a volunteer busy during a wall span other than @shift itself: the first such place (standing,
 * promised or asked) on a date that is not cancelled. FALSE: she is free. @title (nullable, owned) and
 * @start (nullable) tell what it is and when. */
gboolean stafet_conflict_volunteer (StafetSnapshot *snapshot, StafetUid volunteer, StafetUid shift,
                                    StafetWall start, StafetWall end, char **title, StafetWall *busy_from);

G_END_DECLS
