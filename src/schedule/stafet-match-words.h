/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words by which wishes are read. They are data, so that the page that works without the program reads
 * wishes by the same. Lists end in NULL; all but the rows are folded.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The program's own rows of synonyms, as they would be typed; the first entry is what the row is called. */
extern const char *const stafet_synonym_rows[];

/* Words that say nothing of what is wished for, and endings that a word keeps its meaning without. */
extern const char *const stafet_match_idle_words[], *const stafet_match_endings[];

/* Phrases of who needs something and of who wants to do something for others. "*" ends a word's beginning. */
extern const char *const stafet_match_needs_help[], *const stafet_match_gives[];

typedef struct
{
  const char *word; /* a folded beginning; NULL ends the list */
  guint parts;      /* of StafetPart */
  int weekday;      /* a StafetWeekday; 0: none */
} StafetTimeWord;

extern const StafetTimeWord stafet_match_times[];
extern const char *const stafet_match_time_endings[];

/* Words in the names of places that are not a place's own, and what stands before a place. */
extern const char *const stafet_match_common_names[], *const stafet_match_before_places[];

G_END_DECLS
