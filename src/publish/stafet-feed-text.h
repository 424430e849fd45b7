/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an event of a feed says in plain words: summary, place and description.
 *
 * Nothing but the fields named here enters a feed: titles, roles, places, public texts and instructions of
 * the plan, people through stafet-feed-people.h, and a house's public contact.
 */
#pragma once

#include "stafet-feed-people.h"

G_BEGIN_DECLS

/* Whom an event speaks to. All borrowed. */
typedef struct
{
  const StafetSnapshot *snapshot;
  const StafetFeed *feed;
  StafetLanguage language;
  const StafetFeedFaces *faces; /* nullable: nobody is greeted */
} StafetFeedVoice;

/* Each appends to @out. @visit (nullable): the one stop of @entry that the event is about. */
void stafet_feed_text_summary (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
                               const StafetVisit *visit);
void stafet_feed_text_location (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
                                const StafetVisit *visit);
/* What it is about, without its state and its people: "Singing in B.1", "Occupied". */
void stafet_feed_text_title (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
                             const StafetVisit *visit);
/* Lines separated by line feeds, without whom to ring and without the one that says when it was updated. */
void stafet_feed_text_details (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
                               const StafetVisit *visit);
/* The line that says whom to ring; nothing when there is nobody. */
void stafet_feed_text_contact (GString *out, const StafetFeedVoice *voice, const StafetEntry *entry,
                               const StafetVisit *visit);
/* The house that answers for the entry: the one that organises it, else the one of its place; or NULL. */
const StafetHouse *stafet_feed_text_house (const StafetFeedVoice *voice, const StafetEntry *entry,
                                           const StafetVisit *visit);

/* Whether the event only says that the place is taken. */
gboolean stafet_feed_text_is_occupied (const StafetFeedVoice *voice, const StafetEntry *entry);

G_END_DECLS
