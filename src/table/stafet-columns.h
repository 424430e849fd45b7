/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the columns of a list mean: guessed from what they are called, and from what stands in them.
 */
#pragma once

#include "stafet-table.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_LIST_VOLUNTEERS,
  STAFET_LIST_ACTIVITIES,
  STAFET_LIST_HOUSES,
  STAFET_LIST_OFFERS, /* of associations */
  STAFET_N_LISTS
} StafetListKind;

/* "volunteers", "activities", "houses", "offers". */
gboolean stafet_list_kind_parse (const char *text, StafetListKind *kind);

/* The list that a table most likely is: of whose columns it has most. */
StafetListKind stafet_list_kind_guess (const StafetTable *table);

/* A thing that a column can say. */
typedef struct
{
  const char *key;      /* of the command line and of exports; NULL ends a table */
  const char *title;    /* for people: translatable, and the heading that is written */
  const char *headings; /* folded, with | between: what people call it, in Danish and in English */
  gboolean many;        /* several columns may say it: they are read one after the other */
} StafetColumn;

/* Borrowed for ever. */
const StafetColumn *stafet_columns_of (StafetListKind kind);
/* NULL when there is none of that key. */
const StafetColumn *stafet_columns_find (StafetListKind kind, const char *key);

/* What each column of the table says: NULL is passed over. */
typedef struct
{
  gboolean has_headings; /* a row names the columns … */
  guint heading_row;     /* … this one; what stands above it is passed over */
  guint n;
  const StafetColumn **columns; /* owned array */
} StafetMapping;

/* The first that is no heading. */
guint stafet_mapping_first_row (const StafetMapping *self);
/* Never fails: what is not understood is passed over. (transfer full) */
StafetMapping *stafet_mapping_guess (const StafetTable *table, StafetListKind kind);
/* @text: "COLUMN=KEY": the column's heading or number from 1 on; an empty KEY passes it over. */
gboolean stafet_mapping_set (StafetMapping *self, const StafetTable *table, StafetListKind kind,
                             const char *text, GError **error);
/* What @row says of @key: the cells of its columns with ", " between. (transfer full) */
char *stafet_mapping_get (const StafetMapping *self, const StafetTable *table, guint row, const char *key);
StafetMapping *stafet_mapping_copy (const StafetMapping *self);
void stafet_mapping_free (StafetMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetMapping, stafet_mapping_free)

G_END_DECLS
