/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a server of calendars and pages answers (ICS.md §2): one file with its validators, or a plain refusal.
 *
 * Pure: any thread may make a file, and a reply hangs on nothing but its arguments.
 */
#pragma once

#include "core/stafet-zone.h"
#include "stafet-http-request.h"

G_BEGIN_DECLS

/* The bytes of one file, as they are handed out. Immutable and counted. */
typedef struct _StafetHttpFile StafetHttpFile;

/* @type: of the media, for ever. @modified: not earlier than any change of these bytes; STAFET_INSTANT_NONE
 * when that cannot be said, and then only the ETag validates. @lasting: it may be kept for a quarter of an
 * hour. */
StafetHttpFile *stafet_http_file_new (GBytes *bytes, const char *type, StafetInstant modified,
                                      gboolean lasting);
StafetHttpFile *stafet_http_file_ref (StafetHttpFile *self);
void stafet_http_file_unref (StafetHttpFile *self);

/* The whole answer to @request, which is OK: 200, or 304 where a validator fits; with @file NULL the one 404
 * there is. @now: the clock's. The connection closes after it. (transfer full) */
GBytes *stafet_http_reply_new (const StafetHttpRequest *request, StafetHttpFile *file, StafetInstant now);
/* To what is no request for a file: @verdict is not OK and not MORE. (transfer full) */
GBytes *stafet_http_refusal_new (StafetHttpVerdict verdict, StafetInstant now);

/* "Tue, 24 Nov 2026 09:40:00 GMT" (RFC 9110 §5.6.7). (transfer full) */
char *stafet_http_date (StafetInstant instant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetHttpFile, stafet_http_file_unref)

G_END_DECLS
