/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store's inside, shared by the files that make it up.
 */
#pragma once

#include "stafet-connection.h"
#include "stafet-store.h"

G_BEGIN_DECLS

struct _StafetStore
{
  GObject parent_instance;

  char *path;                   /* owned */
  char *author;                 /* owned */
  char *scratch;                /* owned, nullable: the copy that a read-only store is read from */
  StafetConnection *connection; /* owned */
  gboolean read_only;
  GRecMutex lock; /* one call at a time */
};

/* Copies, syncs and checks; @path must not exist. */
gboolean stafet_store_copy_to (StafetConnection *connection, const char *path, GError **error);

G_END_DECLS
