/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One ward that an activity visits, in its editor: where, when, and who receives.
 */
#pragma once

#include "plan/stafet-use-cases.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_STOP_ROW (stafet_stop_row_get_type ())
G_DECLARE_FINAL_TYPE (StafetStopRow, stafet_stop_row, STAFET, STOP_ROW, GtkBox)

/* Signal "changed": something was chosen or typed. */
GtkWidget *stafet_stop_row_new (StafetSnapshot *snapshot);
/* @stop NULL: the whole activity is at @ward. @start: of the activity, in minutes after midnight. */
void stafet_stop_row_set (StafetStopRow *self, StafetUid ward, StafetUid received_by, const StafetStop *stop,
                          int start);
/* NULL: no ward is chosen. */
StafetUid stafet_stop_row_get_ward (StafetStopRow *self);
StafetUid stafet_stop_row_get_received_by (StafetStopRow *self);
/* The stop's uid, or NULL. */
StafetUid stafet_stop_row_get_stop (StafetStopRow *self);
/* Whether a time of its own is typed. */
gboolean stafet_stop_row_has_times (StafetStopRow *self);
/* "KEY=VALUE" of a stop of an activity from @start to @end, in minutes after midnight; without times of its
 * own the stop lasts as long. (transfer full) of char *, with a NULL at the end; NULL when a time is not
 * understood, which is said beneath. */
GPtrArray *stafet_stop_row_pairs (StafetStopRow *self, int start, int end);

/* Adds what stands in it to @texts (a{ss}), each key after @prefix; and puts such texts back, if there are.
 */
void stafet_stop_row_write (StafetStopRow *self, const char *prefix, GVariantBuilder *texts);
void stafet_stop_row_fill (StafetStopRow *self, const char *prefix, GVariant *texts);

G_END_DECLS
