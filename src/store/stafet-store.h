/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store: rows on disk, one way in, and the log of everything that was changed.
 *
 * All calls block and are safe from any thread: they take turns on the one connection. The plan calls
 * them from its worker thread.
 */
#pragma once

#include "core/stafet-changeset.h"
#include "core/stafet-clock.h"

G_BEGIN_DECLS

/**
 * StafetStoreError:
 * @STAFET_STORE_ERROR_MISSING: there is no store at the path (the message names `init`)
 * @STAFET_STORE_ERROR_EXISTS: there is one already where a new one was to be made
 * @STAFET_STORE_ERROR_UNREADABLE: the file cannot be opened or is damaged
 * @STAFET_STORE_ERROR_FOREIGN: a file of something else than Stafet
 * @STAFET_STORE_ERROR_NEWER: written by a newer Stafet that this one may not write or read
 * @STAFET_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @STAFET_STORE_ERROR_FULL: the disk is full
 * @STAFET_STORE_ERROR_BUSY: another program holds the store for longer than 5 seconds
 * @STAFET_STORE_ERROR_CONFLICT: a row has another version than expected ("changed meanwhile by ...")
 * @STAFET_STORE_ERROR_BOOKING: a volunteer or room was booked meanwhile: absorb, check again, retry once
 * @STAFET_STORE_ERROR_BEHIND: something was changed meanwhile: absorb it and evaluate again
 * @STAFET_STORE_ERROR_DEPENDENCY: something still refers to what was to be removed
 * @STAFET_STORE_ERROR_NETWORK: the file lies on a network file system
 * @STAFET_STORE_ERROR_NOTHING: nothing to undo or redo
 * @STAFET_STORE_ERROR_IO: anything else that the disk or the engine says
 */
typedef enum
{
  STAFET_STORE_ERROR_MISSING,
  STAFET_STORE_ERROR_EXISTS,
  STAFET_STORE_ERROR_UNREADABLE,
  STAFET_STORE_ERROR_FOREIGN,
  STAFET_STORE_ERROR_NEWER,
  STAFET_STORE_ERROR_READ_ONLY,
  STAFET_STORE_ERROR_FULL,
  STAFET_STORE_ERROR_BUSY,
  STAFET_STORE_ERROR_CONFLICT,
  STAFET_STORE_ERROR_BOOKING,
  STAFET_STORE_ERROR_BEHIND,
  STAFET_STORE_ERROR_DEPENDENCY,
  STAFET_STORE_ERROR_NETWORK,
  STAFET_STORE_ERROR_NOTHING,
  STAFET_STORE_ERROR_IO
} StafetStoreError;

#define STAFET_STORE_ERROR (stafet_store_error_quark ())
GQuark stafet_store_error_quark (void);

#define STAFET_TYPE_STORE (stafet_store_get_type ())
G_DECLARE_FINAL_TYPE (StafetStore, stafet_store, STAFET, STORE, GObject)

/* Opens the store at @path strictly: application id, readable_from / writable_from, file system, a quick
 * check after an unclean end. A read-only file opens, and is_read_only() says so. */
StafetStore *stafet_store_open (const char *path, GError **error);
/* Creates a store (mode 0600, folders made as needed) with all schema steps; the file appears whole (made
 * beside and renamed) or not at all. @initial (nullable) is committed before the file appears. */
StafetStore *stafet_store_create (const char *path, StafetChangeset *initial, StafetInstant at,
                                  GError **error);
gboolean stafet_store_is_read_only (StafetStore *self);
const char *stafet_store_get_path (StafetStore *self);
/* "os-user@host" of this process; every change names it. */
const char *stafet_store_get_author (StafetStore *self);
void stafet_store_set_author (StafetStore *self, const char *author);

/* Loads every record of @kind, ordered so that a child never comes before what orders it: by its info's
 * order field where it has one, then uid. Kinds with an order field are loaded from @since on
 * (STAFET_DATE_NONE: all). @func takes the record (transfer full), already derived. */
typedef void (*StafetStoreRowFunc) (StafetRecord *record, gpointer data);
gboolean stafet_store_load (StafetStore *self, StafetKind kind, StafetDate since, StafetStoreRowFunc func,
                            gpointer data, GError **error);

/* The one way in. Commits all rows and the log entry in one transaction, or nothing; not when the log has
 * moved on from the changeset's base (BEHIND): what was checked may hold no longer, such as how many are on a
 * shift. On success the changeset has its id and instant, and every after-record its version, instant and
 * (bookings) the in-memory booking versions are for the plan to raise. An update whose @before is not what
 * the row holds is a CONFLICT whose message names who changed it and when, and so is an insert whose uid is
 * taken. An UNDO marks its target undone; a REDO marks it done again (a CONFLICT if that was done meanwhile);
 * an EDIT drops what the author could redo. What the changeset forgets is blanked in the whole log, and
 * zeroed in the file and beside it as far as nobody reads there at the moment. An EDIT with a target takes
 * that change back, whoever made it: it counts as undone, and as done again when the EDIT is undone in turn
 * (a CONFLICT if it was undone meanwhile). On failure the changeset and its records are as they were before.
 */
gboolean stafet_store_apply (StafetStore *self, StafetChangeset *changeset, StafetInstant at, GError **error);

/* A committed change as the log tells it. */
typedef struct
{
  StafetKind kind;
  StafetUid uid;
  StafetChangeOperation operation;
  GVariant *before, *after; /* images (a{ss}); an update's hold only the fields that changed; nullable */
} StafetLogRow;

typedef struct
{
  gint64 id;
  StafetInstant at;
  char *author, *label;
  StafetChangesetKind kind;
  gint64 target; /* UNDO, REDO, and an EDIT that takes an older change back; else 0 */
  gboolean undone;
  GPtrArray *rows;  /* StafetLogRow: those that were asked for … */
  guint n_rows;     /* … of so many */
  GArray *bookings; /* StafetBooking, with the version each had before */
} StafetLogEntry;

void stafet_log_entry_free (StafetLogEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetLogEntry, stafet_log_entry_free)

/* Entries after @since, oldest first: what other machines did. */
GPtrArray *stafet_store_read_log_since (StafetStore *self, gint64 since, GError **error);
/* What of the history is asked for: everything that is given must fit. */
typedef struct
{
  gint64 before;       /* entries with a lower id, for the next page; 0: from the newest on */
  guint limit;         /* at most so many entries; 0: all */
  StafetInstant since; /* entries made from then on, by the clock of whoever made them; 0: all */
  const char *author;  /* nullable: as entries name it */
  /* Nullable. A change is about a house, volunteer, activity or shift when one of its rows is that record,
   * refers to it or did so before, or belongs to what does: an assignment to its shift, that to its activity,
   * that to its house; what a volunteer is like also to the houses she comes to. */
  StafetUid house, volunteer, series;
  guint rows; /* of an entry with more rows than these only those that name what is asked for; 0: all */
} StafetHistoryQuery;

/* Newest first. */
GPtrArray *stafet_store_find_history (StafetStore *self, const StafetHistoryQuery *query, GError **error);
/* The newest @limit entries (0: all), newest first. */
GPtrArray *stafet_store_read_history (StafetStore *self, guint limit, GError **error);
/* One entry; STAFET_STORE_ERROR_NOTHING when there is none of that id. */
StafetLogEntry *stafet_store_read_entry (StafetStore *self, gint64 id, GError **error);
/* A record that is no longer there, as the log last knew it whole. (transfer full), NULL when it does not. */
StafetRecord *stafet_store_read_gone (StafetStore *self, StafetKind kind, StafetUid uid);
/* The entries after @since that changed the record @uid, newest first. Of one with many rows only those that
 * name it. */
GPtrArray *stafet_store_read_changes_of (StafetStore *self, StafetUid uid, gint64 since, GError **error);
/* Records of @kind (sign-ups, enquiries) that are no more and of whom the log still says whose they were: as
 * they were removed. (transfer full) of StafetRecord. */
GPtrArray *stafet_store_read_remembered (StafetStore *self, StafetKind kind, GError **error);
/* Whether any change made before @before was not looked through yet for what stafet_changeset_forget_before()
 * blanks. */
gboolean stafet_store_has_expired (StafetStore *self, StafetInstant before, gboolean *expired,
                                   GError **error);
/* What a backup does not bring back. */
typedef enum
{
  STAFET_LEDGER_ERASED,    /* volunteers: stafet_changeset_erase() */
  STAFET_LEDGER_FORGOTTEN, /* records that are deleted: stafet_changeset_forget_for_good() */
  STAFET_LEDGER_WITHDRAWN, /* consent: stafet_changeset_withdraw() */
  STAFET_N_LEDGERS
} StafetLedger;

/* Those that were, but not from here: the file beside the store (STORE.erased) names them, and a backup may
 * have brought them back. (transfer full) of StafetLedgerLine. */
GArray *stafet_store_read_returned (StafetStore *self, StafetLedger ledger, GError **error);
/* Sees to it that the file names all that the store knows to be so. A failure is told by nobody: the
 * store says it too. */
void stafet_store_write_ledger (StafetStore *self);
/* So many days after an erasure no backup of before it is kept, nor what was replaced or upgraded before:
 * they go with the first day's backup from then on. */
#define STAFET_STORE_ERASED_DAYS 42
/* The entry that undo, or redo, of this author would take, with at most @rows of its rows (0: all);
 * STAFET_STORE_ERROR_NOTHING when there is none. */
StafetLogEntry *stafet_store_read_undo (StafetStore *self, guint rows, GError **error);
StafetLogEntry *stafet_store_read_redo (StafetStore *self, guint rows, GError **error);
/* Id and instant of the newest entry (0 and NONE in an empty log). */
gboolean stafet_store_read_head (StafetStore *self, gint64 *id, StafetInstant *at, GError **error);
/* A number that moves when another connection commits: PRAGMA data_version. */
gint64 stafet_store_data_version (StafetStore *self);

/* What was published of one feed: records of STAFET_KIND_PUBLISHED by event UID (char *, borrowed from the
 * record). */
GHashTable *stafet_store_load_published (StafetStore *self, const char *feed, GError **error);
/* When what each feed told last changed: StafetUid → StafetInstant *. (transfer full) */
GHashTable *stafet_store_load_published_newest (StafetStore *self, GError **error);
/* Remembers, outside the history, in one transaction: inserts or replaces @records (StafetPublished), and
 * sets the small notes below. */
gboolean stafet_store_remember (StafetStore *self, GPtrArray *records, const char *note_key,
                                const char *note_value, GError **error);
/* A note of the publisher's memory ("" when there is none). (transfer full) */
char *stafet_store_read_note (StafetStore *self, const char *key, GError **error);
/* What tells this store from every other, the same in all its copies and backups: 32 hex digits. (transfer
 * full) */
char *stafet_store_read_identity (StafetStore *self, GError **error);
/* The keys that begin with @prefix and have a value, in order. (transfer full) of char * */
GPtrArray *stafet_store_list_notes (StafetStore *self, const char *prefix, GError **error);

/* Whether @path is the store's own file, or one that SQLite keeps beside it: nobody else writes there. */
gboolean stafet_store_owns (StafetStore *self, const char *path);
/* The day's backup, PATH.backups/YYYY-MM-DD.db: made unless it is there already; then those of more than
 * seven days that are not the newest of one of the five weeks before are removed. Fails without harm: the
 * caller goes on and says so. */
gboolean stafet_store_backup_daily (StafetStore *self, StafetDate today, GError **error);
/* Which of @days (StafetDate, ascending) such a rotation keeps. (transfer full) of StafetDate, ascending. */
GArray *stafet_store_days_kept (const GArray *days);

/* Writes a whole copy to @path: temporary file, sync, opened and checked, then renamed. Takes the place of
 * what was there; the store itself is refused (EXISTS). */
gboolean stafet_store_backup (StafetStore *self, const char *path, GError **error);
/* Replaces what the store holds by the backup, after checking that; the replaced store is kept beside it
 * (STORE.before-restore, -2, ...). Others may have the store open: they see it as a commit, with a SYSTEM
 * entry without rows whose id is above all that were given before, and must load anew. */
gboolean stafet_store_restore (const char *store_path, const char *backup_path, GError **error);
/* The engine's own integrity and foreign-key checks: a sentence per fault, none when sound. */
GPtrArray *stafet_store_check (StafetStore *self, GError **error);

G_END_DECLS
