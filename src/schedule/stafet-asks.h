/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How often people were asked to help out lately, so that the same few are not rung every time.
 */
#pragma once

#include "stafet-snapshot.h"

G_BEGIN_DECLS

/* So long an asking is remembered. */
#define STAFET_ASKS_DAYS 28

/* StafetUid of a volunteer → how many dates she was asked for in the four weeks before @now
 * (GUINT_TO_POINTER): those on which she was put, for which she stands as asked or said no, and those she was
 * rung about. A date counts once, and neither what she stands on nor a call that told of a change is an
 * asking. What is over since more than four weeks was asked before that. (transfer full) */
GHashTable *stafet_asks_new (const StafetSnapshot *snapshot, StafetWall now);
guint stafet_asks_of (GHashTable *asks, const StafetVolunteer *volunteer);

G_END_DECLS
