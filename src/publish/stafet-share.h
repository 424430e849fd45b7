/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes with a calendar's address when it is handed over: a letter, and how each program takes it in.
 */
#pragma once

#include "schedule/stafet-snapshot.h"

G_BEGIN_DECLS

/* A calendar program that people use. Texts are of the language asked for, borrowed. */
typedef struct
{
  const char *name;  /* "Outlook" */
  const char *steps; /* "Calendar → Add calendar → …" */
} StafetShareProgram;

/* Ends with a row of NULL. Msgids: stafet_i18n_text(). */
extern const StafetShareProgram stafet_share_programs[];

/* Whose calendar it is: "B.1, Plejehjem Skovvang"; a house, an area or a volunteer. (transfer full) */
char *stafet_share_whose (const StafetSnapshot *snapshot, const StafetFeed *feed, StafetLanguage language);
/* What is to be said of its names: who may have the address. (transfer full) */
char *stafet_share_caution (const StafetFeed *feed, StafetLanguage language);
/* The house that answers questions about it, and sends the letter: the one whose calendar it is; of a nursing
 * home the house whose volunteers come there most in the eight weeks from @today; NULL when nobody does.
 * Borrowed. */
const StafetHouse *stafet_share_sender (StafetSnapshot *snapshot, const StafetFeed *feed, StafetDate today);

/* The letter with both addresses and all steps. It has a subject of its own: stafet_share_subject().
 * (transfer full) of both; the letter is NULL when the settings name no address. */
char *stafet_share_letter (StafetSnapshot *snapshot, const StafetFeed *feed, StafetDate today,
                           StafetLanguage language);
char *stafet_share_subject (const StafetSnapshot *snapshot, const StafetFeed *feed, StafetLanguage language);

G_END_DECLS
