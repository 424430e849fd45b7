/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that mean the same to whoever looks for something to do, and how words are made comparable.
 */
#pragma once

#include "stafet-snapshot.h"

G_BEGIN_DECLS

/* One word of a text. */
typedef struct
{
  char *said;    /* as it was written: owned */
  char *word;    /* folded: owned */
  char *stem;    /* without its ending: owned */
  gboolean idle; /* says nothing of what is wished for: "vil", "gerne" */
} StafetToken;

/* The words of @text, under Danish folding. (transfer full) of StafetToken. */
GArray *stafet_tokens_new (const char *text);

/* What is left of a folded word without its ending: "kirken", "kirke" and "kirker" are one. (transfer full)
 */
char *stafet_token_stem (const char *word);

typedef struct _StafetSynonyms StafetSynonyms;

/* The program's rows and the plan's: of two that begin with the same word the plan's counts. */
StafetSynonyms *stafet_synonyms_new (const StafetSnapshot *snapshot);
void stafet_synonyms_free (StafetSynonyms *self);

guint stafet_synonyms_count (const StafetSynonyms *self);
/* What a row is called in a reason: its first words. Borrowed. */
const char *stafet_synonyms_name (const StafetSynonyms *self, guint row);
/* The whole row, as it was written. Borrowed from the program or the snapshot, which must live as long. */
const char *stafet_synonyms_words (const StafetSynonyms *self, guint row);

/* Calls @func with each row that has something in @tokens, and with which of them: [@first, @last]. */
typedef void (*StafetSynonymFunc) (guint row, guint first, guint last, gpointer data);
void stafet_synonyms_find (const StafetSynonyms *self, const GArray *tokens, StafetSynonymFunc func,
                           gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetSynonyms, stafet_synonyms_free)

G_END_DECLS
