/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page for every member of staff: one HTML file, netvaerkssmed.html, with which whoever meets a citizen
 * finds a community for her among what is public, whom to ring, and a card to print.
 *
 * It works from a folder without a network and sends nothing anywhere. Its script
 * (data/page/netvaerkssmed.js) ranks as stafet-match.h does, by the same words, weights and index, which are
 * in the file; a test holds both against each other. Without a script it is a directory.
 */
#pragma once

#include "schedule/stafet-snapshot.h"

G_BEGIN_DECLS

#define STAFET_SMITH_FILE "netvaerkssmed.html"
/* What every one of them holds: it is another each day, and is known again by this. */
#define STAFET_SMITH_SIGN "<meta name=\"generator\" content=\"Stafet netvaerkssmed\">"

/* The bytes are a pure function of the store and the day, and any thread may call it. (transfer full) */
GBytes *stafet_smith_page_render (StafetSnapshot *snapshot, StafetDate today, StafetLanguage language);

G_END_DECLS
