/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the publisher remembers of each folder: from which state of the store it was last filled, and the
 * files that it put there. Kept in a note of the store.
 */
#pragma once

#include "store/stafet-store.h"

G_BEGIN_DECLS

typedef struct
{
  StafetUid feed;
  char *file;           /* its name in the folder */
  gint64 size, changed; /* as the file was when it was written */
} StafetPublishFile;

typedef struct
{
  gint64 head;       /* the newest change that the files tell of; -1: not all of them do */
  StafetDate week;   /* the Monday of the week they were made in */
  char *program;     /* the program's version */
  StafetInstant at;  /* when that was last confirmed */
  GHashTable *files; /* file name → StafetPublishFile, owned */
} StafetPublishMemory;

StafetPublishMemory *stafet_publish_memory_new (gint64 head, StafetDate week, StafetInstant at);
void stafet_publish_memory_free (StafetPublishMemory *self);
void stafet_publish_memory_add (StafetPublishMemory *self, StafetUid feed, const char *file, gint64 size,
                                gint64 changed);

/* Of a folder never published to: an empty memory. NULL only when the store cannot be read. */
StafetPublishMemory *stafet_publish_memory_read (StafetStore *store, const char *folder, GError **error);
/* Remembers @self and @published (StafetPublished) in one transaction. */
gboolean stafet_publish_memory_save (const StafetPublishMemory *self, StafetStore *store, const char *folder,
                                     GPtrArray *published, GError **error);
/* The newest instant at which @feed was confirmed in any folder; STAFET_INSTANT_NONE: never. */
StafetInstant stafet_publish_memory_last (StafetStore *store, StafetUid feed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetPublishMemory, stafet_publish_memory_free)

G_END_DECLS
