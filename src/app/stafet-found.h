/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Leads to what a search found: the same from the window's own search and from the desktop's.
 */
#pragma once

#include "schedule/stafet-search.h"
#include "stafet-window.h"

G_BEGIN_DECLS

/* Adds the commands of the window, which are found by what they do; @data of their hits is the action.
 * @from_outside: only those that make sense to who is not in the window yet. */
void stafet_found_add_commands (StafetSearchIndex *index, gboolean from_outside);

/* Of what was found of @kind; NONE is a command. Borrowed for ever. */
const char *stafet_found_icon (StafetKind kind);

/* Shows it in @window: a card, an entry, a house in view … Whoever is only rung is told of instead.
 * @uid: interned, of a record that is there; @command: of STAFET_KIND_NONE. */
void stafet_found_show (StafetWindow *window, StafetKind kind, StafetUid uid, const char *command);
/* The same of what stafet_search_hit_id() names; says so when it is there no longer. */
void stafet_found_show_id (StafetWindow *window, const char *id);

/* Says the telephone numbers of a person, a contact or an organiser, and copies them. */
void stafet_found_ring (StafetWindow *window, gpointer record);

G_END_DECLS
