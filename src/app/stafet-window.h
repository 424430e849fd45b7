/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: pages at the side, the page in view, and what happened at the bottom.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_WINDOW (stafet_window_get_type ())
G_DECLARE_FINAL_TYPE (StafetWindow, stafet_window, STAFET, WINDOW, AdwApplicationWindow)

StafetWindow *stafet_window_new (gpointer application, StafetDesk *desk);
StafetDesk *stafet_window_get_desk (StafetWindow *self);

/* Shows @page (floating) over the one in view, with a way back. */
void stafet_window_push (StafetWindow *self, StafetPage *page);
/* Back to the page before; does nothing on the first one. */
void stafet_window_pop (StafetWindow *self);
/* Whether a panel stands beside the page in view: then the sidebar keeps out of the way where there is little
 * room. */
void stafet_window_set_panel (StafetWindow *self, gboolean panel);
/* Takes a page that was pushed away, wherever it is: the one in view as with stafet_window_pop(). */
void stafet_window_remove_page (StafetWindow *self, StafetPage *page);
/* A line at the bottom for a few seconds; @undo offers to take the newest change back. */
void stafet_window_tell (StafetWindow *self, const char *text, gboolean undo);
/* The window that @widget is in. */
StafetWindow *stafet_window_of (gpointer widget);

/* What a row's action is about: a shift on an original date and who is on it. As a variant "(siis)": shift,
 * date, StafetHolder, uid or guest's name. */
#define STAFET_PLACE_TARGET "(siis)"
/* An entry of the agenda: "(sii)": series, StafetKind, original date. */
#define STAFET_ENTRY_TARGET "(sii)"
/* The same and the key of one of its texts: "(siis)". */
#define STAFET_TEXT_TARGET "(siis)"

G_END_DECLS
