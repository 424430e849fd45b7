/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is read out of, and put into, the texts of an enquiry: pure.
 */
#pragma once

#include "core/stafet-date.h"

G_BEGIN_DECLS

/* Wishes to press, in Danish whatever the language: they are put into the wish, which is looked for in
 * Danish. NULL ends them. */
extern const char *const stafet_enquiry_ideas[];

/* The parts of a day that are asked for, by the words that are kept. A NULL key ends them. */
typedef struct
{
  const char *key, *title;
} StafetEnquiryPart;

extern const StafetEnquiryPart stafet_enquiry_parts[];

/* Whether the idea stands in @text as words of its own. */
gboolean stafet_enquiry_has_idea (const char *text, const char *idea);
/* @text with the idea at its end, or without it where it stands. (transfer full) */
char *stafet_enquiry_add_idea (const char *text, const char *idea);
char *stafet_enquiry_cut_idea (const char *text, const char *idea);

/* "Gerda, 12 34 56 78": the digits at the end are a telephone, and what stands before them is a name. Both
 * (out) (transfer full), "" where there is none. */
void stafet_enquiry_split_person (const char *text, char **name, char **phone);

/* Of "KEY=VALUE"s: takes out those whose value is that of their key in @known, and notes what is in them. */
void stafet_pairs_drop_known (GPtrArray *pairs, GHashTable *known);
void stafet_pairs_learn (const GPtrArray *pairs, GHashTable *known);
/* Sets what stands behind "@key=" where there is such a pair, else adds one; a value of NULL is "". */
void stafet_pairs_put (GPtrArray *pairs, const char *key, const char *value);
void stafet_pairs_put_date (GPtrArray *pairs, const char *key, StafetDate date);

G_END_DECLS
