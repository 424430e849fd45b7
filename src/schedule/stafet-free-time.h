/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another time of the day at which a series would have its room and vehicle to itself.
 */
#pragma once

#include "stafet-snapshot.h"

G_BEGIN_DECLS

/* By how many minutes all dates of activity @series would have to begin later (negative: earlier) for its
 * room and vehicle to be free on each of them that begins in [@from, @to]: the nearest such time in steps of
 * half an hour, the later one of two, within the hours that houses are open. 0 when nothing is in the way as
 * it is, or when there is no such time. */
int stafet_free_time_find (const StafetSnapshot *snapshot, StafetUid series, StafetDate from, StafetDate to);

G_END_DECLS
