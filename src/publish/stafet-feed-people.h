/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of an occurrence as a feed names them: promised people at the feed's level of names, with a
 * word for who is new and who comes for a round number of times.
 */
#pragma once

#include "schedule/stafet-entry-people.h"

G_BEGIN_DECLS

/* Who was met before, kept while the events of one feed are made in order of time. */
typedef struct _StafetFeedFaces StafetFeedFaces;

/* @from is the window's first date. */
StafetFeedFaces *stafet_feed_faces_new (const StafetSnapshot *snapshot, StafetDate from);
void stafet_feed_faces_free (StafetFeedFaces *self);
/* Everybody on @entry has now been seen. */
void stafet_feed_faces_saw (StafetFeedFaces *self, const StafetEntry *entry);

/* The promised people of one shift, or of all (@shift NULL) without repetition: "Karen, Bent og Aase", at
 * the counts level "3 frivillige". FALSE and nothing appended when there is nobody. @faces (nullable) greets
 * new ones and thanks for round numbers of times. */
gboolean stafet_feed_people_append (GString *out, StafetLanguage language, const StafetEntry *entry,
                                    const StafetStaffing *shift, StafetNamesLevel names,
                                    const StafetFeedFaces *faces);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetFeedFaces, stafet_feed_faces_free)

G_END_DECLS
