/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store's inside, shared by the files that make it up.
 */
#pragma once

#include "core/stafet-mentions.h"
#include "stafet-connection.h"
#include "stafet-store-posix.h"
#include "stafet-store.h"

G_BEGIN_DECLS

struct _StafetStore
{
  GObject parent_instance;

  char *path;                   /* owned */
  char *author;                 /* owned */
  char *scratch;                /* owned, nullable: the copy that a read-only store is read from */
  StafetConnection *connection; /* owned */
  StafetFileId file;            /* that was opened; number 0: not opened for long */
  gboolean read_only;
  int schema;     /* the newest step that it has had */
  GRecMutex lock; /* one call at a time */
};

#define STAFET_STORE_LOCKED(self)                                                                            \
  g_autoptr (GRecMutexLocker) locker G_GNUC_UNUSED = g_rec_mutex_locker_new (&(self)->lock)

/* Sets STAFET_STORE_ERROR_READ_ONLY and returns TRUE for a store that is only read; the same with
 * STAFET_STORE_ERROR_MISSING for one whose file is no longer at its path: what is written to it would be
 * lost. */
gboolean stafet_store_refuse_writing (StafetStore *self, GError **error);
/* Opens a file only to be read, changing nothing of it or beside it, wherever it lies. */
StafetStore *stafet_store_open_untouched (const char *path, GError **error);
/* The same of a whole, sound store: every byte of it was looked at. */
StafetStore *stafet_store_open_backup (const char *path, GError **error);
/* Gives a store that may be written the steps it lacks. It is copied first, to PATH.backups/before-step-N.db.
 */
gboolean stafet_store_upgrade (StafetStore *self, GError **error);
gboolean stafet_store_rename_over (const char *from, const char *to, GError **error);
/* A small note, inside the caller's transaction. */
gboolean stafet_store_write_note (StafetStore *self, const char *key, const char *value, GError **error);

/* Blanks what @changeset forgets and whom it erases, inside the transaction that commits it and behind its
 * own entry. */
gboolean stafet_store_blank (StafetStore *self, const StafetChangeset *changeset, GError **error);
/* The images of a volunteer and of what is hers alone as a whole, and in others what names her. */
gboolean stafet_store_blank_volunteer (StafetStore *self, StafetUid uid, GError **error);
/* What she has been called and reached by, as far as the log says it: char *, owned. */
typedef struct
{
  GPtrArray *names, *short_names, *phones, *mails;
} StafetTraces;

/* Adds to each of @traces. */
gboolean stafet_store_read_traces (StafetStore *self, StafetUid uid, StafetTraces *traces, GError **error);
/* Adds what the volunteers but @uid are called now; @short_names is nullable. */
gboolean stafet_store_read_others (StafetStore *self, StafetUid uid, GPtrArray *names, GPtrArray *short_names,
                                   GError **error);

/* A row of the log, as its images are written. */
typedef struct
{
  gint64 log, position;
  StafetKind kind;      /* NONE: one of a newer program */
  char *before, *after; /* owned, nullable */
  StafetUid uid;
} StafetImages;

#define STAFET_STORE_SELECT_IMAGES "SELECT log, position, kind_name, before, after, uid FROM change_row "

/* The rows of a bound statement. (transfer full) of StafetImages, cleared with it. */
GArray *stafet_store_read_images (StafetStore *self, StafetStatement *statement, GError **error);
gboolean stafet_store_write_images (StafetStore *self, gint64 log, gint64 position, const char *before,
                                    const char *after, GError **error);
/* Writes them without what the record tables call personal. */
gboolean stafet_store_blank_personal (StafetStore *self, const StafetImages *images, GError **error);
/* Blanks what entries made before @before say of people, and remembers that it did. */
gboolean stafet_store_blank_before (StafetStore *self, StafetInstant before, GError **error);

/* What is taken out of texts, and what stands there from then on: at their beginning, and within. */
typedef struct
{
  const StafetMentions *mentions;
  const char *first, *later;
} StafetNaming;

/* Of the labels of all changes, and of those made before @before that are about one record. */
gboolean stafet_store_rewrite_labels (StafetStore *self, const StafetNaming *naming, GError **error);
gboolean stafet_store_rewrite_labels_about (StafetStore *self, StafetUid uid, StafetInstant before,
                                            const StafetNaming *naming, GError **error);
/* Of all texts in the images of the log, but what other volunteers are called and reached by themselves. */
gboolean stafet_store_rewrite_texts (StafetStore *self, const StafetNaming *naming, GError **error);
/* Takes a volunteer out of the log, out of the labels of changes and out of what somebody began to write
 * (stafet-store-erase.c). */
gboolean stafet_store_erase_from_log (StafetStore *self, StafetUid uid, GError **error);

/* ——— The ledger of those who were erased (stafet-store-ledger.c) ——— */

/* Inside the caller's transaction. */
gboolean stafet_store_note_ledger (StafetStore *self, const StafetChangeset *changeset, GError **error);
/* The last day whose backups are too old to be kept on @today, because they may hold somebody who was erased
 * on that day or later; STAFET_DATE_NONE when there is none. */
StafetDate stafet_store_last_outdated (const char *store_path, StafetDate today);

/* ——— The log (stafet-store-log.c) ——— */

#define STAFET_STORE_SELECT_LOG "SELECT id, at, author, label, kind, target, state FROM change_log "

/* How much of the rows of an entry is read. */
typedef struct
{
  guint limit;      /* at most so many rows of one entry; 0: all */
  StafetUid naming; /* nullable: of an entry with more, those that name this record, if any does */
} StafetLogExtent;

/* The entries of a bound statement, with their rows. @extent (nullable): all of them. */
GPtrArray *stafet_store_read_entries (StafetStore *self, StafetStatement *statement,
                                      const StafetLogExtent *extent, GError **error);

/* ——— What a change is about (stafet-store-subjects.c) ——— */

/* Houses, volunteers, activities and shifts that an entry of the log is about, found row by row. */
typedef struct _StafetSubjects StafetSubjects;

StafetSubjects *stafet_subjects_new (StafetStore *store);
void stafet_subjects_free (StafetSubjects *self);
/* The uids (StafetUid) that @entry, read with all its rows, is about. (transfer full) */
GHashTable *stafet_subjects_of_entry (StafetSubjects *self, const StafetLogEntry *entry);
/* Writes down what @changeset is about, inside the transaction that commits it, and first what others have
 * added to the log without doing so. */
gboolean stafet_subjects_write (StafetStore *store, const StafetChangeset *changeset, GError **error);
/* Writes down what all entries are about that lack it, in a transaction of its own. */
gboolean stafet_subjects_catch_up (StafetStore *store, GError **error);
/* Whether the store says of every entry what it is about. */
gboolean stafet_subjects_are_whole (StafetStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetSubjects, stafet_subjects_free)

G_END_DECLS
