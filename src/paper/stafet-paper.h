/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the sheets share: the week they are about, their language, and what an entry says on paper.
 *
 * Private activities (visibility occupied) read "Occupied" and tell nothing else; hidden ones are on no sheet
 * that others than staff see.
 */
#pragma once

#include "stafet-slots.h"
#include "stafet-type.h"

G_BEGIN_DECLS

typedef struct
{
  StafetSnapshot *snapshot; /* borrowed */
  StafetLanguage language;  /* the store's */
  StafetDate monday;        /* of the week */
  StafetWall now;           /* when it is printed */
  PangoContext *context;    /* owned */
} StafetPaper;

void stafet_paper_init (StafetPaper *paper, StafetSnapshot *snapshot, StafetDate monday, StafetWall now);
void stafet_paper_clear (StafetPaper *paper);

/* Whether a programme or a door shows the entry: an activity that is not hidden. Shifts that stand alone are
 * the business of those who are on them. */
gboolean stafet_paper_shows (const StafetEntry *entry);
gboolean stafet_paper_is_occupied (const StafetEntry *entry);
/* "Krolf"; "Occupied". Borrowed. */
const char *stafet_paper_title (const StafetPaper *paper, const StafetEntry *entry);
/* "9.30–11.00". (transfer full) */
char *stafet_paper_hours (const StafetPaper *paper, StafetWall start, StafetWall end);
/* The same of a slot; of one that lasts for days when it begins, or that it goes on. (transfer full) */
char *stafet_paper_slot_hours (const StafetPaper *paper, const StafetSlot *slot);
/* How wide a column of hours in @type is, with its gap: it follows the face that the machine has. */
double stafet_paper_hours_width (const StafetPaper *paper, const StafetType *type);
/* " den 24. november": what follows the name of the day. (transfer full) */
char *stafet_paper_behind_weekday (StafetLanguage language, StafetDate date);
/* Room, ward or address, and the house when it is not @asked; "" when there is nothing to say that the reader
 * of that house's sheet does not know. (transfer full) */
char *stafet_paper_place (const StafetPaper *paper, const StafetAgenda *agenda, const StafetEntry *entry,
                          StafetUid asked);
/* Price, doors, meeting place and organiser as sentence parts, each where there is one. (transfer full) of
 * strings. */
GPtrArray *stafet_paper_facts (const StafetPaper *paper, const StafetEntry *entry);
/* Adds @part when it says something. Takes it. */
void stafet_paper_add_part (GPtrArray *parts, char *part);
/* With " · " between. (transfer full) */
char *stafet_paper_join (const GPtrArray *parts);
/* Until when it goes on when that is on another day; why it is cancelled, when it was planned before it was
 * moved, or when it is held instead; "" for none of them. (transfer full) */
char *stafet_paper_change (const StafetPaper *paper, const StafetSlot *slot);
/* "CANCELLED", "MOVED", NULL. Borrowed. */
const char *stafet_paper_mark (const StafetPaper *paper, const StafetSlot *slot);

G_END_DECLS
