/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written to everybody: the words to begin with, and the drafts that a mail program is asked for.
 */
#pragma once

#include "stafet-recipients.h"

G_BEGIN_DECLS

/* In the store's language: it leaves the program. */
typedef struct
{
  char *subject, *text; /* owned */
} StafetLetter;

/* About the single entry of @agenda: what, when and where; of one that is cancelled or moved, that. Nobody is
 * named. */
void stafet_letter_write_date (StafetLetter *letter, const StafetAgenda *agenda);
/* To those of an activity. */
void stafet_letter_write_activity (StafetLetter *letter, const StafetSnapshot *snapshot,
                                   const StafetActivity *activity);
/* About nothing in particular, from @house (nullable). */
void stafet_letter_write_house (StafetLetter *letter, const StafetSnapshot *snapshot,
                                const StafetHouse *house);
void stafet_letter_clear (StafetLetter *self);

/* One draft: its addresses get it as blind copies, so that nobody sees those of others. */
typedef struct
{
  GPtrArray *addresses; /* char *, borrowed. Owned container */
  char *uri;            /* owned: mailto:?bcc=… (RFC 6068) */
} StafetMailDraft;

/* Addresses of @recipients, each once, in as few drafts as mail programs take: a mailto: that is longer than
 * 2000 characters is cut by some of them. A text that takes most of that stays out, which @with_text says.
 * (transfer full) of StafetMailDraft */
GPtrArray *stafet_letter_drafts (const StafetRecipients *recipients, const char *subject, const char *text,
                                 gboolean *with_text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetLetter, stafet_letter_clear)

G_END_DECLS
