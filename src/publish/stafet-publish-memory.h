/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the publisher remembers of each place: from which state of the store it was last filled, the files
 * that it put there, and how that went. Kept in a note of the store, outside the history.
 */
#pragma once

#include "store/stafet-store.h"

G_BEGIN_DECLS

typedef struct
{
  StafetUid feed;
  char *file;    /* its name there */
  char *stamp;   /* what the place said of it when it was written */
  char *print;   /* of its content (stafet_publish_print()); "" when that was not remembered */
  char *planned; /* of the contents that are, or may be, on their way there, one a line; "" when none is */
} StafetPublishFile;

typedef struct
{
  gint64 head;         /* the newest change that the files tell of; -1: not all of them do */
  StafetDate day;      /* that they were made on */
  char *program;       /* the program's version */
  StafetInstant at;    /* when that was last confirmed; NONE: never */
  StafetInstant beat;  /* that the heartbeat file says; NONE: there is none */
  StafetInstant tried; /* the last attempt, also one that failed */
  char *problem;       /* what that ended in; "" when all was well */
  GHashTable *files;   /* file name → StafetPublishFile, owned */
} StafetPublishMemory;

StafetPublishMemory *stafet_publish_memory_new (void);
void stafet_publish_memory_free (StafetPublishMemory *self);
/* @stamp, @print and @planned are copied. */
void stafet_publish_memory_add (StafetPublishMemory *self, StafetUid feed, const char *file,
                                const char *stamp, const char *print, const char *planned);
void stafet_publish_memory_set_problem (StafetPublishMemory *self, const char *problem);

/* The name under which a place is remembered: an absolute path, or an address that ends in a slash. (transfer
 * full) */
char *stafet_publish_memory_place (const char *to);
/* Of a place never published to: an empty memory. NULL only when the store cannot be read. */
StafetPublishMemory *stafet_publish_memory_read (StafetStore *store, const char *place, GError **error);
/* Remembers @self and @published (StafetPublished, nullable) in one transaction. */
gboolean stafet_publish_memory_save (const StafetPublishMemory *self, StafetStore *store, const char *place,
                                     GPtrArray *published, GError **error);
/* The newest instant at which @feed was confirmed in any place; STAFET_INSTANT_NONE: never. */
StafetInstant stafet_publish_memory_last (StafetStore *store, StafetUid feed);
/* The same of every feed that was: into @last, StafetUid → StafetInstant *, which frees its values. */
void stafet_publish_memory_add_last (StafetStore *store, GHashTable *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetPublishMemory, stafet_publish_memory_free)

G_END_DECLS
