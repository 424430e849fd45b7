/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of the search may be shown outside the program, by the desktop's own search: on a screen that others
 * look at too.
 */
#pragma once

#include "stafet-search.h"

G_BEGIN_DECLS

/* Names a hit to another program and back: "volunteer:UID", "command:win.new-activity" of what was added with
 * a text as data. (transfer full) */
char *stafet_search_hit_id (const StafetSearchHit *hit);
/* @rest (borrowed from @id): uid or data; @kind is NONE of a command. FALSE for a text that is no such id. */
gboolean stafet_search_read_id (const char *id, StafetKind *kind, const char **rest);

/* Whether the hit may be shown at all: activities of the public programme, houses, wards, rooms, organisers
 * and commands; volunteers and contacts with @people, but nobody who is protected. */
gboolean stafet_search_is_public (const StafetSearchHit *hit, gboolean people);

/* The ids of the best @most hits that may be shown, for words that were typed. People are found by three
 * letters or more: one letter would put half of the house on the screen. (transfer full), ends in NULL */
GStrv stafet_search_public (const StafetSearchIndex *index, const char *const *words, gboolean people,
                            guint most);

/* What kind of thing it is, and of which house or by which keys: "activity · Folkehuset Møllestien". Never a
 * telephone number. In the language of the process. (transfer full) */
char *stafet_search_public_detail (const StafetSearchHit *hit);

G_END_DECLS
