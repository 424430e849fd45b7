/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The history in words for people, in the language of the process.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "store/stafet-store.h"

G_BEGIN_DECLS

/* Who made a change, without the machine: "bent" of "bent@kontoret". (transfer full) */
char *stafet_history_words_author (const StafetLogEntry *entry);
/* "i dag kl. 8.40", "i går kl. 14.10", "23. november kl. 8.30". (transfer full) */
char *stafet_history_words_when (const StafetLogEntry *entry, const StafetZone *zone, StafetDate today);
/* The records (StafetRecord, by uid) that @entries are about or refer to and that are gone from @snapshot, as
 * the log knows them. (transfer full) */
GHashTable *stafet_history_words_gone (StafetStore *store, const StafetSnapshot *snapshot,
                                       const GPtrArray *entries);
/* What an entry did to each of its rows, a line each: "Start: kl. 10.00 → kl. 10.30" with the name of the
 * record before it when the entry is about several, "Oprettet: vagt “Servering” · Ønsket: 2". A reference
 * says the name that its record has now, or had when it went (@gone, nullable). What is personal and was
 * blanked says so; how many rows the entry has beyond those that were read stands last. May be empty.
 * (transfer full) of char *. */
GPtrArray *stafet_history_words_lines (const StafetSnapshot *snapshot, const StafetZone *zone,
                                       GHashTable *gone, const StafetLogEntry *entry);

G_END_DECLS
