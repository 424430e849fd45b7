/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A long list of what somebody else's file says: where each row is from, what becomes of it, and why.
 */
#pragma once

#include "stafet-chip.h"

G_BEGIN_DECLS

typedef struct
{
  char *place; /* owned, nullable: "Row 12" */
  StafetChipState chip;
  const char *word;  /* of the chip; borrowed */
  const char *title; /* borrowed */
  char *words;       /* owned: what is said of it */
} StafetRowLook;

/* Fills @look for the row at @position. */
typedef void (*StafetRowReader) (gpointer owner, guint position, StafetRowLook *look);

/* The rows of @list look as @reader says, for as long as @owner is there. */
void stafet_row_list_install (GtkListView *list, StafetRowReader reader, GObject *owner);
/* Shows the rows at @positions (transfer full, guint) in that order. */
void stafet_row_list_show (GtkListView *list, GArray *positions);

G_END_DECLS
