/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of one visit on an arrivals sheet: who comes, who is being asked, whom we look for.
 */
#pragma once

#include "stafet-block.h"
#include "stafet-paper.h"

G_BEGIN_DECLS

/* An entry as one ward sees it: the time of a stop at the ward, or of all of it. */
typedef struct
{
  StafetSlot slot;
  const StafetContact *received_by; /* nullable */
} StafetWardVisit;

/* Appends the visit's list items, at least one, to @rows. */
void stafet_visit_rows_add (const StafetPaper *paper, const StafetWardVisit *visit, GPtrArray *rows);

G_END_DECLS
