/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an entry of the agenda says of itself in a line: where, and whom it lacks.
 */
#pragma once

#include "core/stafet-i18n.h"
#include "stafet-agenda.h"

G_BEGIN_DECLS

/* Of what others do whose calendar tells of it, and their place; else room or ward, the address, or the
 * houses on whose wards it stops, and the house when it is not @asked: "Caféen", "B.1, Plejehjem Skovvang".
 * (transfer full) */
char *stafet_entry_words_place (const StafetAgenda *agenda, const StafetEntry *entry, StafetUid asked);
/* "missing 1 of 3, 1 is asked"; "everybody is there" when nothing is missing. (transfer full) */
char *stafet_entry_words_missing (StafetLanguage language, const StafetStaffing *staffing);
/* "missing 1 of 3, 1 is asked · only this time · looking for a stand-in". (transfer full) */
char *stafet_entry_words_need (StafetLanguage language, const StafetStaffing *staffing);
/* "only this time", "permanently vacant", "2 permanently vacant, 1 only this time". (transfer full) */
char *stafet_entry_words_hole (StafetLanguage language, const StafetStaffing *staffing);
/* "Bent Krag", "Lis Bæk (no valid check)" of somebody who is away. (transfer full) */
char *stafet_entry_words_who_is_away (StafetLanguage language, const StafetPlace *place);
/* Who is away: "Bent Krag is away"; "" when nobody is. (transfer full) */
char *stafet_entry_words_away (StafetLanguage language, const StafetStaffing *staffing);
/* The name of a shift with its activity: "Café · Servering"; once when both are the same. (transfer full) */
char *stafet_entry_words_shift (const StafetEntry *entry, const StafetStaffing *staffing);
/* What a screen reader says of an entry, or of one of its shifts (nullable): "Café, tirsdag den 24. november,
 * kl. 10.00–14.00, 1 mangler". In the language of the process. (transfer full) */
char *stafet_entry_words_sentence (const StafetEntry *entry, const StafetStaffing *staffing);
/* Until when a span goes on that lasts for days, as is said on @date: "til kl. 16.00" on the last of them,
 * "til lørdag kl. 16.00", "til 28. november kl. 16.00" when that is a week off; "" for what lasts a day.
 * (transfer full) */
char *stafet_entry_words_until (StafetLanguage language, StafetWall start, StafetWall end, StafetDate date);
/* When a moved entry was planned before: "tirsdag den 24. november kl. 10.00–12.00"; NULL when its series is
 * gone. (transfer full) */
char *stafet_entry_words_planned (const StafetSnapshot *snapshot, StafetLanguage language,
                                  const StafetEntry *entry);
/* What a closure says on a day that it touches: "Lukket fra kl. 14.00: Personaledag", "Lukket: Store sal,
 * Gulvet slibes". (transfer full) */
char *stafet_entry_words_closed (const StafetSnapshot *snapshot, StafetLanguage language,
                                 const StafetClosure *closure, StafetDate date);

G_END_DECLS
