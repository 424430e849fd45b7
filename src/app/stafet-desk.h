/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the pages of a window share: the plan, which houses and which day are in view, and how to edit.
 */
#pragma once

#include "plan/stafet-use-cases.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Which houses are in view. */
typedef enum
{
  STAFET_VIEW_HOUSE,
  STAFET_VIEW_MINE, /* those that the user calls hers */
  STAFET_VIEW_AREA,
  STAFET_VIEW_ALL
} StafetViewKind;

#define STAFET_TYPE_DESK (stafet_desk_get_type ())
G_DECLARE_FINAL_TYPE (StafetDesk, stafet_desk, STAFET, DESK, GObject)

/* @settings: the program's; scope, houses of mine and such are read from there and kept there. */
StafetDesk *stafet_desk_new (StafetPlan *plan, GSettings *settings);

StafetPlan *stafet_desk_get_plan (StafetDesk *self);
StafetSnapshot *stafet_desk_get_snapshot (StafetDesk *self);
GSettings *stafet_desk_get_settings (StafetDesk *self);
StafetDate stafet_desk_today (StafetDesk *self);
StafetWall stafet_desk_now (StafetDesk *self);

/* The day in view; with TODAY it follows the clock over midnight. */
/* How many edits were refused so far: what shows something that was asked for goes back to what holds. */
guint stafet_desk_get_refusals (StafetDesk *self);
StafetDate stafet_desk_get_date (StafetDesk *self);
/* A day that no calendar has, as another program may ask for, is passed over. */
void stafet_desk_set_date (StafetDesk *self, StafetDate date);

StafetViewKind stafet_desk_get_view (StafetDesk *self);
/* The house or area in view; NULL for MINE and ALL. */
StafetUid stafet_desk_get_place (StafetDesk *self);
void stafet_desk_set_view (StafetDesk *self, StafetViewKind kind, StafetUid place);
/* "Folkehuset Møllestien", "My houses", … Borrowed until the next change. */
const char *stafet_desk_get_view_name (StafetDesk *self);
/* "Banko · Folkehuset Møllestien": @text with the house's name after it, where other houses than that one are
 * in view. @house: nullable. (transfer full) */
char *stafet_desk_add_house (StafetDesk *self, const char *text, StafetUid house);
/* Asks about the houses in view. */
void stafet_desk_fill_query (StafetDesk *self, StafetAgendaQuery *query, StafetDate from, StafetDate to);
/* Asks about the days before today, as far back as the plan goes. */
void stafet_desk_fill_past_query (StafetDesk *self, StafetAgendaQuery *query);
/* Whether a house is in view. */
gboolean stafet_desk_shows_house (StafetDesk *self, StafetUid house);
/* Whether a house has closed for good by now. */
gboolean stafet_desk_is_closed (StafetDesk *self, const StafetHouse *house);
/* The house that something new belongs to: the one in view, else the first of those in view that are open. */
StafetUid stafet_desk_get_house (StafetDesk *self);
/* Whether only houses of mine are in view, and none is mine. */
gboolean stafet_desk_lacks_mine (StafetDesk *self);
/* The uids of the houses that are mine. Borrowed: it changes with them. */
GHashTable *stafet_desk_get_mine (StafetDesk *self);
gboolean stafet_desk_is_mine (StafetDesk *self, StafetUid house);
void stafet_desk_set_mine (StafetDesk *self, StafetUid house, gboolean mine);

/* Runs an edit (transfer full). What came of it is told by the signal "told" (StafetOutcome *) or "refused"
 * (GError *), whose arguments are borrowed. */
void stafet_desk_edit (StafetDesk *self, StafetEdit *edit);
/* While "changed" is told: whether an edit of this desk is in it. */
gboolean stafet_desk_has_edited (StafetDesk *self);
/* The same; @done is called first with @data, unless @owner (an object) is gone by then, and returns whether
 * it told the user what came of it. Exactly one of @outcome and @error is not NULL. @destroy (nullable) frees
 * @data afterwards in any case. */
typedef gboolean (*StafetDeskDone) (gpointer owner, const StafetOutcome *outcome, const GError *error,
                                    gpointer data);
void stafet_desk_edit_then (StafetDesk *self, StafetEdit *edit, gpointer owner, StafetDeskDone done,
                            gpointer data, GDestroyNotify destroy);

/* Unfinished texts (a{ss}) of a form, kept over other screens and restarts; NULL forgets them. They are there
 * at once and written behind the edits under way; a store that takes none is told of by "refused", and they
 * are kept until the program ends. A text that holds a number shaped like a CPR number is never written. */
void stafet_desk_keep_draft (StafetDesk *self, const char *key, GVariant *texts);
/* Nobody wants to be reminded of what was begun there, before it is done or the program is started again. */
void stafet_desk_put_off_draft (StafetDesk *self, const char *key);
gboolean stafet_desk_is_put_off (StafetDesk *self, const char *key);
/* NULL when there is none. (transfer full) */
GVariant *stafet_desk_read_draft (StafetDesk *self, const char *key);
/* The keys of all of them, in order; signal "begun" when one comes, changes or goes. (transfer full) of
 * char * */
GPtrArray *stafet_desk_list_drafts (StafetDesk *self);

/* Looks at the store and the clock now: on focus, and every few seconds. */
void stafet_desk_look (StafetDesk *self);

/* Signal "changed": the plan, the scope, the date or the minute. Many changes in a row are told once. */

G_END_DECLS
