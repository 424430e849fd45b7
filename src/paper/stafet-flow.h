/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lets rows flow down one page and onto the next, under a head and above a foot that every page has.
 */
#pragma once

#include "stafet-sheet.h"

G_BEGIN_DECLS

typedef struct _StafetFlow StafetFlow;

/* Rows that belong together, with a label at their left or above them: a day and what happens on it. Rows
 * that go on on another page have the label again. All blocks are borrowed. */
typedef struct
{
  const StafetBlock *label;       /* nullable */
  const StafetBlock *label_again; /* nullable: as @label */
  const StafetBlock *lead;        /* stands before the rows and is no item of their list; nullable */
  GPtrArray *rows;                /* StafetBlock, each an item ("LI") of a list */
  double indent;                  /* of lead and rows; 0: they stand below the label */
  double gap;                     /* between rows */
  double padding;                 /* above and below the line that ends the section */
  gboolean ruled;                 /* also between rows */
} StafetSection;

/* Begins on a page of its own. @head stands on the first page, @head_again on those after it, @foot on all;
 * they are borrowed until the flow is finished. */
StafetFlow *stafet_flow_new (StafetSheet *sheet, const StafetBlock *head, const StafetBlock *head_again,
                             const StafetBlock *foot);
/* A block that is not broken. @gap stands below it. */
void stafet_flow_add (StafetFlow *self, const StafetBlock *block, double gap);
/* The same where there is room on the page; nowhere otherwise. */
void stafet_flow_add_if_room (StafetFlow *self, const StafetBlock *block);
void stafet_flow_add_section (StafetFlow *self, const StafetSection *section);
/* Hands its pages to the sheet, each with the foot, when it was printed, and its number; and frees it. */
void stafet_flow_finish (StafetFlow *self);

G_END_DECLS
