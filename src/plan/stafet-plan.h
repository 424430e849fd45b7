/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan in memory: loaded once from a store, changed only by absorbing what was committed, and the one
 * place where every use case is evaluated.
 */
#pragma once

#include "schedule/stafet-agenda.h"
#include "stafet-trial.h"
#include "store/stafet-store.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * StafetPlanError:
 * @STAFET_PLAN_ERROR_UNKNOWN: a reference that names nothing
 * @STAFET_PLAN_ERROR_AMBIGUOUS: a reference that names several; the message lists them
 * @STAFET_PLAN_ERROR_NO_DATE: the series does not happen on that original date
 * @STAFET_PLAN_ERROR_CLASH: an overlap of a person, room or vehicle
 * @STAFET_PLAN_ERROR_FULL: the shift has no more places
 * @STAFET_PLAN_ERROR_TWICE: the same person twice on one shift
 * @STAFET_PLAN_ERROR_DEPENDENCY: something still depends on it
 * @STAFET_PLAN_ERROR_STATE: what was asked does not fit what is there
 * @STAFET_PLAN_ERROR_MALFORMED: malformed whatever the store holds
 */
typedef enum
{
  STAFET_PLAN_ERROR_UNKNOWN,
  STAFET_PLAN_ERROR_AMBIGUOUS,
  STAFET_PLAN_ERROR_NO_DATE,
  STAFET_PLAN_ERROR_CLASH,
  STAFET_PLAN_ERROR_FULL,
  STAFET_PLAN_ERROR_TWICE,
  STAFET_PLAN_ERROR_DEPENDENCY,
  STAFET_PLAN_ERROR_STATE,
  STAFET_PLAN_ERROR_MALFORMED
} StafetPlanError;

#define STAFET_PLAN_ERROR (stafet_plan_error_quark ())
GQuark stafet_plan_error_quark (void);

#define STAFET_TYPE_PLAN (stafet_plan_get_type ())
G_DECLARE_FINAL_TYPE (StafetPlan, stafet_plan, STAFET, PLAN, GObject)

/* Loads everything from @store (dated records from 13 months before today on). Blocks: the window calls it
 * from a worker. Both are referenced. */
StafetPlan *stafet_plan_new (StafetStore *store, StafetClock *clock, GError **error);

StafetStore *stafet_plan_get_store (StafetPlan *self);
StafetClock *stafet_plan_get_clock (StafetPlan *self);
/* The records of this moment: borrowed; take a reference to keep them. */
StafetSnapshot *stafet_plan_get_snapshot (StafetPlan *self);
/* Records of dates before this one stay in the store. */
StafetDate stafet_plan_get_since (StafetPlan *self);
/* Id of the newest change the plan has absorbed. */
gint64 stafet_plan_get_head (StafetPlan *self);

/* A live list of StafetItem, one stable item per uid: made on first use, then kept up to date with minimal
 * items-changed. Borrowed. */
GListModel *stafet_plan_get_list (StafetPlan *self, StafetKind kind);

/* ——— Edits ——— */

/* One use case with its arguments, evaluated when its turn comes: it reads the plan and fills a changeset.
 * An empty changeset is no change and no error. */
typedef struct _StafetEdit StafetEdit;
typedef gboolean (*StafetEditFunc) (StafetPlan *plan, gpointer arguments, StafetChangeset *changeset,
                                    GError **error);

/* @arguments are freed with @destroy. */
StafetEdit *stafet_edit_new (StafetChangesetKind kind, StafetEditFunc func, gpointer arguments,
                             GDestroyNotify destroy);
void stafet_edit_free (StafetEdit *edit);

/* What an edit did. */
typedef struct
{
  gint64 id; /* of the change; 0 when there was nothing to change */
  char *label;
  StafetUid created;   /* the uid of the first record it made, or NULL */
  GPtrArray *warnings; /* char *: sentences, may be empty */
} StafetOutcome;
void stafet_outcome_free (StafetOutcome *outcome);

/* Queued: evaluated after the edits before it were committed and absorbed. (transfer full) @edit. */
void stafet_plan_edit_async (StafetPlan *self, StafetEdit *edit, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
StafetOutcome *stafet_plan_edit_finish (StafetPlan *self, GAsyncResult *result, GError **error);
/* The same, waiting: for the command line and tests. */
StafetOutcome *stafet_plan_edit (StafetPlan *self, StafetEdit *edit, GError **error);
/* ——— Drafts ——— */

/* What somebody has begun to write: kept in the store by author and @key, outside the history and undo, so
 * that it survives the program and goes where the store goes. An empty @text forgets it. */
StafetEdit *stafet_edit_keep_draft (const char *key, const char *text);
/* "" when there is none. (transfer full) */
char *stafet_plan_read_draft (StafetPlan *self, const char *key);
/* The keys of all that the author has begun. (transfer full) of char * */
GPtrArray *stafet_plan_list_drafts (StafetPlan *self);

/* ——— Trying ——— */

/* A plan of its own on the same store, as @self stands now: for a worker that reads while @self goes on, and
 * for trying edits. What is tried changes the scratch plan alone. (transfer full) */
StafetPlan *stafet_plan_new_scratch (StafetPlan *self);
/* Evaluates @edit against the scratch plan, which then has what it brings. Its changes are added to @into so
 * that each record stands there once; the label of @into is set when it has none. @created (nullable): what
 * @edit made. */
gboolean stafet_plan_try (StafetPlan *scratch, StafetEdit *edit, StafetChangeset *into, StafetUid *created,
                          GError **error);
/* Hands the warnings of a scratch plan on to @self. */
void stafet_plan_take_warnings (StafetPlan *self, StafetPlan *scratch);
/* What a scratch plan was warned of, which forgets it. (transfer full) of char *. */
GPtrArray *stafet_plan_steal_warnings (StafetPlan *scratch);
/* The plan as it stands now, for the window to try on: it takes edits, undo and redo as every plan, and
 * nothing of it is written. What others do meanwhile is not seen there. (transfer full) */
StafetPlan *stafet_plan_new_trial (StafetPlan *self);
/* NULL: what is edited here is written. Borrowed. */
const StafetTrial *stafet_plan_get_trial (StafetPlan *self);
/* Whether it tells what is only tried: a trial, or a scratch plan of one. */
gboolean stafet_plan_is_tried (StafetPlan *self);
/* Makes of what was tried on @trial one change of the plan that it is run on: as it was tried, where nobody
 * changed the same records meanwhile, and held to the rules of every edit. A record that somebody did change
 * is a STAFET_STORE_ERROR_CONFLICT that says which; nothing is written then. @anyway accepts overlaps and
 * full shifts. Runs while @trial stands still. (transfer full) */
StafetEdit *stafet_use_keep_trial (StafetPlan *trial, gboolean anyway);

/* Called by edit functions. */
void stafet_plan_warn (StafetPlan *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Reads from the log what other machines committed meanwhile, or loads all anew after a restore. Returns
 * whether anything changed. While an asynchronous edit is evaluated, which reads the snapshot, nothing is
 * read: a later call does it. */
gboolean stafet_plan_refresh (StafetPlan *self, gboolean *changed, GError **error);

StafetEdit *stafet_edit_undo (void);
StafetEdit *stafet_edit_redo (void);
/* What undo, or redo, would take: its label, NULL when there is nothing. (transfer full) */
char *stafet_plan_peek_undo (StafetPlan *self);
char *stafet_plan_peek_redo (StafetPlan *self);
/* Takes one older change back, whoever made it, where it still applies (stafet-use-undo.c): every key that
 * later changes left alone goes back to what it was. Refused, with the reason, when a key was changed again,
 * when something depends on what it made or what it removed belonged to is gone, when it is undone already or
 * cannot be undone, and when the result would be refused of any edit; @anyway accepts overlaps and full
 * shifts.
 *
 * It is an edit of its own: undo takes it back as any other, and then the older change is done again. It does
 * not go into stafet_use_several(). */
StafetEdit *stafet_edit_undo_change (gint64 id, gboolean anyway);

/* Signal "changed" (StafetChangeset *): after the plan absorbed it. An empty SYSTEM changeset: a backup was
 * restored and everything was loaded anew. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetEdit, stafet_edit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetOutcome, stafet_outcome_free)

G_END_DECLS
