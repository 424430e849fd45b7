/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An ordered list of row changes under one human label: the only thing that the store takes in, and the
 * only thing that changes the plan. The same object is undo and redo, history and notification.
 */
#pragma once

#include "stafet-record.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_CHANGE_INSERT,
  STAFET_CHANGE_UPDATE,
  STAFET_CHANGE_DELETE
} StafetChangeOperation;

/* One row. @before is the record as the plan knows it (its version is the expected row version; NULL for
 * an insert), @after the record as it shall be (NULL for a delete). Both owned. */
typedef struct
{
  StafetKind kind;
  StafetUid uid;
  StafetChangeOperation operation;
  StafetRecord *before, *after;
} StafetChange;

/* A volunteer or a room that is booked or freed, and the booking version it was planned on. */
typedef struct
{
  StafetKind kind;
  StafetUid uid;
  gint64 expected;
} StafetBooking;

typedef enum
{
  STAFET_CHANGESET_EDIT,
  STAFET_CHANGESET_UNDO,
  STAFET_CHANGESET_REDO,
  STAFET_CHANGESET_SYSTEM, /* in the history, but not undoable: init, restore, erasure */
  STAFET_CHANGESET_MEMORY  /* not in the history at all: what was published */
} StafetChangesetKind;

/* What goes to the ledger of what no backup brings back, and since when. */
typedef struct
{
  StafetUid uid;
  StafetInstant at; /* NONE: since it is committed */
} StafetLedgerLine;

typedef struct _StafetChangeset StafetChangeset;

struct _StafetChangeset
{
  gatomicrefcount refs;
  StafetChangesetKind kind;
  char *label;   /* owned: "Bents afbud torsdag" */
  gint64 target; /* UNDO, REDO: the change that is undone or redone; EDIT: an older one that it takes back */
  GPtrArray *changes;   /* StafetChange, owned */
  GArray *bookings;     /* StafetBooking, sorted by kind and uid, without duplicates */
  GPtrArray *forgotten; /* StafetUid: what the log says of these records that is personal is blanked */
  GArray *for_good;     /* StafetLedgerLine: those of them that no backup brings back */
  GArray *withdrawn;    /* StafetLedgerLine: those of them whose consent no backup brings back */
  GArray
    *erased; /* StafetLedgerLine: volunteers of whom nothing is to be left, neither here nor in the log */
  StafetInstant forgets_before; /* what older changes say that is personal is blanked; NONE: nothing */
  StafetUid created;  /* the record that the use case is about making; NULL: the first one inserted */
  gint64 base;        /* the newest change that it was made upon; -1: whichever that is */
  gint64 id;          /* the change-log id once committed, 0 before */
  StafetInstant at;   /* when it was committed, by the clock of the one who did */
  GHashTable *places; /* private: uid → one more than the position of its change */
  guint n_placed;     /* private: so many changes are in it */
};

StafetChangeset *stafet_changeset_new (StafetChangesetKind kind);
StafetChangeset *stafet_changeset_ref (StafetChangeset *self);
void stafet_changeset_unref (StafetChangeset *self);
void stafet_changeset_set_label (StafetChangeset *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Records are (transfer full) where they are new and (transfer none) where the plan owns them. */
void stafet_changeset_insert (StafetChangeset *self, gpointer record);
void stafet_changeset_update (StafetChangeset *self, gpointer before, gpointer after);
void stafet_changeset_delete (StafetChangeset *self, gpointer before);
/* States that @record (a volunteer or a room) is booked or freed; twice is once. */
void stafet_changeset_book (StafetChangeset *self, gpointer record);
/* Blanks whatever the log holds of a record that its table calls personal, with what this changeset itself
 * says of it: when it is committed, and for good. For changesets that cannot be undone. */
void stafet_changeset_forget (StafetChangeset *self, StafetUid uid);
/* The same of one that this changeset deletes, and its uid goes to the ledger: a backup that has it does not
 * bring it back. @at: when it came to be so, NONE for now. What is taken out of a backup once more keeps its
 * own instant: consent that was given anew since is not withdrawn by it. */
void stafet_changeset_forget_for_good (StafetChangeset *self, StafetUid uid, StafetInstant at);
/* The same of one that stays, without what it was agreed to keep of somebody: that does not come back. */
void stafet_changeset_withdraw (StafetChangeset *self, StafetUid uid, StafetInstant at);
/* Blanks whatever changes made before @before say that is personal, and takes names that nobody has any more
 * out of their labels. The records themselves stay as they are. */
void stafet_changeset_forget_before (StafetChangeset *self, StafetInstant before);
/* The same of a volunteer as a whole: all that the log holds of her and of what is hers alone, the references
 * of other records to her, and her name in the labels of changes. Her uid goes to the ledger of those who
 * must not come back with a backup. Her records are removed by changes of this changeset. */
void stafet_changeset_erase (StafetChangeset *self, StafetUid volunteer, StafetInstant at);
/* Adds what @later does to what @self leaves, so that each record stands in @self once: inserted and then
 * changed is inserted as changed, inserted and deleted is nothing, and so is changed and changed back. The
 * bookings of @self go first; what @self inserts is not booked. */
void stafet_changeset_merge (StafetChangeset *self, const StafetChangeset *later);
/* Whether it does any of these three. */
gboolean stafet_changeset_forgets (const StafetChangeset *self);
guint stafet_changeset_length (const StafetChangeset *self);
StafetChange *stafet_changeset_get (const StafetChangeset *self, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetChangeset, stafet_changeset_unref)

G_END_DECLS
