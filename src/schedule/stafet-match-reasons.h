/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says of something that was found why, and what does not fit.
 */
#pragma once

#include "stafet-match-index.h"

G_BEGIN_DECLS

/* (transfer full); NULL of a series that has no date any more. @rows: by word of the wish, the rows of
 * synonyms it is in. */
StafetMatch *stafet_match_tell (const StafetMatchIndex *index, const StafetMatchItem *item,
                                const StafetWish *wish, const StafetUnderstood *understood,
                                const GPtrArray *rows, StafetLanguage language);

/* Whether it is somebody who comes along the first time. */
gboolean stafet_match_is_bridge (const StafetMatchItem *item);

/* Whether somebody is missing on one of the next dates of a shift. */
gboolean stafet_match_is_vacant (const StafetMatchIndex *index, const StafetMatchItem *item);

/* "tirsdag kl. 10.00", or the times as an association says them; NULL of a series that has no date any more.
 * (transfer full) */
char *stafet_match_when (const StafetMatchIndex *index, const StafetMatchItem *item, StafetLanguage language);

/* Of stafet-match.c. */
gboolean stafet_match_fits_time (const StafetMatchItem *item, const StafetUnderstood *wish);
/* Kroner of "Dagens ret kr. 55,-"; 0 of "Gratis"; STAFET_INTEGER_NONE of a text without. */
gint32 stafet_match_price (const char *text);
int stafet_match_metres (const StafetMatchItem *item, const StafetUnderstood *wish);

G_END_DECLS
