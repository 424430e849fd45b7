/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's inside, shared by the files that make it up.
 */
#pragma once

#include "stafet-trial-bar.h"
#include "stafet-window.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_SIDE_TODAY,
  STAFET_SIDE_WEEK,
  STAFET_SIDE_ACTIVITIES,
  STAFET_SIDE_VOLUNTEERS,
  STAFET_SIDE_NURSING,
  STAFET_SIDE_ENQUIRIES,
  STAFET_SIDE_NETWORK,
  STAFET_N_SIDES
} StafetSide;

struct _StafetWindow
{
  AdwApplicationWindow parent_instance;

  StafetDesk *desk;                  /* owned */
  StafetPage *sides[STAFET_N_SIDES]; /* borrowed from the stack; made when first shown */
  StafetSide side;                   /* the one in view, or below what is pushed */
  GPtrArray *pushed;                 /* StafetPage, borrowed from the stack */
  gulong titled;                     /* handler of the page in view */
  StafetPage *titled_page;           /* borrowed: it has that handler */
  guint looking;                     /* source that looks at the width */
  guint preparing;                   /* source that makes the next editor ahead */
  gboolean panel;                    /* one stands beside the page in view */
  gboolean narrow;                   /* the header has no room for everything */
  AdwToast *toast;                   /* borrowed: the newest, while it is in view */
  GtkWindow *board;                  /* weak: the one for the wall, while it is open */
  gint64 toast_came;                 /* from when on it may be taken away, in monotonic time */

  /* Template children. */
  AdwToastOverlay *toasts;
  AdwFlap *flap;
  GtkMenuButton *scope_button;
  GtkLabel *scope_label;
  GtkListBox *side_list;
  GtkStack *stack;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *nav, *nav_bar, *end_bar;
  GtkLabel *nav_title;
  GtkButton *back;
  GtkLabel *back_label;
  GtkWidget *new_button;
  GtkMenuButton *menu_button;
  GtkBox *header_end;
  GtkWidget *read_only;
  StafetTrialBar *trial_bar;
  GtkToggleButton *side_button;
  GMenu *undo_section;
};

/* Actions on the plan (stafet-window-plan.c). */
void stafet_window_install_plan_actions (GtkWidgetClass *widget_class);
/* Actions that push a page (stafet-window-pages.c). */
void stafet_window_install_page_actions (GtkWidgetClass *widget_class);
/* Makes the next editor ahead, when the window has come to rest (stafet-window-pages.c). */
void stafet_window_prepare_soon (StafetWindow *self);
/* Actions on many people at once (stafet-window-people.c). */
void stafet_window_install_people_actions (GtkWidgetClass *widget_class);
/* Names in the menu what undo and redo would do. */
void stafet_window_name_undo (StafetWindow *self);
/* The switcher (stafet-scope-popover.c). */
GtkWidget *stafet_scope_popover_new (StafetDesk *desk);
/* The page in view. */
StafetPage *stafet_window_get_page (StafetWindow *self);

G_END_DECLS
