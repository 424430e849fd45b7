/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which notes stand on a day.
 */
#pragma once

#include "core/stafet-note.h"
#include "stafet-agenda.h"

G_BEGIN_DECLS

/* StafetNote, borrowed from the snapshot. */
typedef struct
{
  GPtrArray *standing; /* for that day or earlier ones, the earliest first; then those without a date */
  GPtrArray *coming;   /* for the days after it, the earliest first */
} StafetNotes;

/* The notes that are not done on @query's first day, in its house or area, or everywhere; @days is how far
 * ahead those that are coming lie. A note belongs to its house, else to that of its activity; one that
 * belongs to no house stands in all of them. */
void stafet_notes_find (const StafetSnapshot *snapshot, const StafetAgendaQuery *query, int days,
                        StafetNotes *notes);
void stafet_notes_clear (StafetNotes *self);
/* Whether the day that it was for has passed on @date without its being done. */
gboolean stafet_note_is_overdue (const StafetNote *note, StafetDate date);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetNotes, stafet_notes_clear)

G_END_DECLS
