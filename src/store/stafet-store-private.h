/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store's inside, shared by the files that make it up.
 */
#pragma once

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
/* Gives a store that may be written the steps it lacks. It is copied first, to PATH.backups/before-step-N.db.
 */
gboolean stafet_store_upgrade (StafetStore *self, GError **error);
gboolean stafet_store_rename_over (const char *from, const char *to, GError **error);

G_END_DECLS
