/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page of the window: a title, and what it does when the plan, the date or the scope changes.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

#define STAFET_TYPE_PAGE (stafet_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (StafetPage, stafet_page, STAFET, PAGE, AdwBin)

struct _StafetPageClass
{
  AdwBinClass parent_class;

  /* Shows what there is to show. Called when the page is shown, and while it is when something changed. */
  void (*refresh) (StafetPage *self);
  /* Goes @steps days, weeks … on or back; NULL: the page has no date. */
  void (*step) (StafetPage *self, int steps);
  /* Puts the keyboard focus where work begins; nullable. */
  void (*focus) (StafetPage *self);
};

/* Signal "leave" (gboolean): it has nothing to show any more; TRUE: and nobody here did that just now.
 *
 * Properties "title" and "subtitle" (what the header says), "header-end" (a GtkWidget for the header, or
 * NULL) and "desk" (construct only). */
StafetDesk *stafet_page_get_desk (StafetPage *self);
StafetPlan *stafet_page_get_plan (StafetPage *self);
StafetSnapshot *stafet_page_get_snapshot (StafetPage *self);
const char *stafet_page_get_title (StafetPage *self);
void stafet_page_set_titles (StafetPage *self, const char *title, const char *subtitle);
GtkWidget *stafet_page_get_header_end (StafetPage *self);
void stafet_page_refresh (StafetPage *self);
/* For refresh(): what the page is about is there no longer. Its window takes it away, before the next frame:
 * not while the page is being shown, which GTK does not survive. */
void stafet_page_leave (StafetPage *self);
/* Whether there is little room beside it; the window says so. */
gboolean stafet_page_is_narrow (StafetPage *self);
void stafet_page_set_narrow (StafetPage *self, gboolean narrow);
gboolean stafet_page_can_step (StafetPage *self);
void stafet_page_step (StafetPage *self, int steps);
void stafet_page_focus (StafetPage *self);
/* Notes what has the keyboard in the page, before another comes in front, and gives it back. */
void stafet_page_remember_focus (StafetPage *self);
void stafet_page_return_focus (StafetPage *self);

/* For dispose() of a page whose child comes from a template. */
void stafet_page_dispose_template (StafetPage *self, GType type);

G_END_DECLS
