/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The head and the foot of a sheet: whose it is and for when, and whom to ring.
 */
#pragma once

#include "stafet-block.h"
#include "stafet-paper.h"

G_BEGIN_DECLS

#define STAFET_FRAME_RULE 3.6 /* the thick line below a head */

/* Small above large at the left, and what it is for at the right, above a thick line. */
typedef struct
{
  const char *above; /* "Plejehjem Skovvang"; "" */
  const char *title; /* "Afdeling B.1" */
  const char *right; /* "uge 48" */
  const char *below; /* below that: "23.–29. november" */
  double title_size; /* points */
  guint32 colour;    /* of the line and of @right */
} StafetHead;

StafetBlock *stafet_frame_head_new (const StafetPaper *paper, const StafetHead *head);

/* A foot begins with a hairline and a question, and goes on with lines of whom to ring. It is as wide as the
 * stamp of the printing lets it. */
StafetBlock *stafet_frame_foot_new (const StafetPaper *paper, const char *heading);
/* The foot that says where to ring about the house; only the hairline when there is no number to ring. */
StafetBlock *stafet_frame_house_foot_new (const StafetPaper *paper, const StafetHouse *house);
/* "Karen Holm, daglig leder  13 24 56 71": the number is a link. */
void stafet_frame_add_number (const StafetPaper *paper, StafetBlock *foot, const char *who,
                              const char *number);
/* The public contacts of the house and its own number, at most three lines. */
void stafet_frame_add_house (const StafetPaper *paper, StafetBlock *foot, const StafetHouse *house);

/* Whoever is asked about @duty where @house (nullable) lies, with a number; nothing when there is nobody, or
 * the foot names her already. @public_only: for a sheet that hangs where everybody passes. */
void stafet_frame_add_duty (const StafetPaper *paper, StafetBlock *foot, StafetDuty duty,
                            const StafetHouse *house, gboolean public_only);

/* A short text in a box across the page, with an icon. */
StafetBlock *stafet_frame_banner_new (const StafetPaper *paper, StafetIcon icon, const char *text,
                                      guint32 border, guint32 fill);
/* "uge 48"; "23.–29. november". (transfer full) */
char *stafet_frame_week (const StafetPaper *paper);
char *stafet_frame_days (const StafetPaper *paper);

G_END_DECLS
