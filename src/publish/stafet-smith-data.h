/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the page for every member of staff finds matches with (data/page/netvaerkssmed.js): the words and
 * weights of the matching, what there is with its next dates, places, and who is asked where.
 */
#pragma once

#include "schedule/stafet-match-index.h"

G_BEGIN_DECLS

/* As JSON that may stand in a script element. @index is of what is public, at the first minute of the day the
 * page is made. (transfer full) */
char *stafet_smith_data_write (const StafetMatchIndex *index, StafetLanguage language);

/* What the page says of something: "" for what nobody knows. Borrowed from the index. */
typedef struct
{
  const char *about, *price, *address, *join, *phone, *whose;
} StafetSmithWords;

void stafet_smith_words (const StafetMatchIndex *index, const StafetMatchItem *item, StafetSmithWords *words);

/* The positions of the index's items by the identity of their records: an order that is always the same.
 * (transfer full) of guint. */
GArray *stafet_smith_order (const StafetMatchIndex *index);

G_END_DECLS
