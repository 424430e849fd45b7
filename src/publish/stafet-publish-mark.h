/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The mark by which a place is known as one that a certain store publishes to.
 *
 * It is a calendar with one event, so that servers which take nothing but calendars take it too. It names
 * nobody, no feed and no token: whoever reads it knows that Stafet was here.
 */
#pragma once

#include "core/stafet-i18n.h"

G_BEGIN_DECLS

#define STAFET_PUBLISH_MARK "stafet-publish.ics"

/* (transfer full) */
GString *stafet_publish_mark_write (const char *identity, StafetLanguage language);
/* The identity of the store that a mark names; NULL when the bytes are no mark. (transfer full) */
char *stafet_publish_mark_read (GBytes *bytes);

G_END_DECLS
