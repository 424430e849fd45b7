/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One calendar to one file: a stored feed, or one made up for the occasion.
 */
#pragma once

#include "plan/stafet-plan.h"

G_BEGIN_DECLS

/* A feed that is not in the store, of the house, ward or volunteer @uid (@kind says which): the programme of
 * a house, the arrivals of a nursing home or a ward, the own shifts of a volunteer; named after it, at the
 * counts level, with the usual window. The caller may set the names level. (transfer full) */
StafetFeed *stafet_export_feed_new (const StafetSnapshot *snapshot, StafetKind kind, StafetUid uid);

/* The calendar's bytes. What was remembered of a feed in the store counts, so that this is what publishing
 * would write; a copy or a made-up feed has no memory. @from and @to (STAFET_DATE_NONE: the feed's window)
 * are dates of starts, both included. (transfer full) */
GString *stafet_export_render (StafetPlan *plan, StafetFeed *feed, StafetDate from, StafetDate to,
                               GError **error);

/* The same to the file @path ("-": standard output), which is replaced as a whole or not at all. */
gboolean stafet_export_ics (StafetPlan *plan, StafetFeed *feed, StafetDate from, StafetDate to,
                            const char *path, GError **error);

/* Writes the bytes of a calendar to @path ("-": standard output), which is never the store itself. */
gboolean stafet_export_write (StafetPlan *plan, const GString *bytes, const char *path, GError **error);

G_END_DECLS
