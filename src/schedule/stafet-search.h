/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds people, activities, houses, rooms and the like by what is typed, letter by letter.
 */
#pragma once

#include "stafet-snapshot.h"

G_BEGIN_DECLS

/* What can be found, folded once: of one snapshot. */
typedef struct _StafetSearchIndex StafetSearchIndex;

/* @kind is STAFET_KIND_NONE of what a program adds of its own. */
typedef struct
{
  StafetKind kind;
  StafetRecord *record; /* borrowed from the index; NULL of what was added */
  const char *name;     /* borrowed */
  const char *detail;   /* borrowed: "13 58 31 42", "Folkehuset Møllestien", "" */
  gpointer data;        /* as it was added */
} StafetSearchHit;

/* Volunteers who have not stopped, with their telephones; activities that are not over at @today; houses,
 * wards, rooms, organisers and contacts. */
StafetSearchIndex *stafet_search_index_new (StafetSnapshot *snapshot, StafetDate today);
void stafet_search_index_free (StafetSearchIndex *self);
/* Something else that can be found: a command. @data is the caller's: a text where it is asked for by that.
 */
void stafet_search_index_add (StafetSearchIndex *self, const char *name, const char *detail, gpointer data);

/* The best @most hits for what is typed, under Danish folding: every word of it begins a word of the name (or
 * stands within one, which is worth less) or of the detail. Three digits or more, however grouped, are looked
 * for at the end of telephone numbers, and then within them. Whoever's name begins with the text comes first;
 * then people, activities, places, commands; then in Danish order. Empty for an empty text. (transfer
 * container) of StafetSearchHit, valid as long as the index. */
GPtrArray *stafet_search (const StafetSearchIndex *self, const char *typed, guint most);

/* The hit of a record, or of what was added with @data, whatever is typed; NULL when there is none. Borrowed.
 */
const StafetSearchHit *stafet_search_index_find (const StafetSearchIndex *self, StafetKind kind,
                                                 const char *uid_or_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetSearchIndex, stafet_search_index_free)

G_END_DECLS
