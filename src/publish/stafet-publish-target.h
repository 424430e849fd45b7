/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place that files are published to: a folder, or an address that speaks WebDAV.
 *
 * The publisher knows nothing else of it. Used by one thread at a time, from open to close. Names are plain
 * file names. A stamp is what the place says of a file as it lies there (a folder its size and time, WebDAV
 * its ETag), and changes whenever somebody writes the file. Errors are of STAFET_PUBLISH_ERROR, in sentences.
 */
#pragma once

#include "core/stafet-i18n.h"

G_BEGIN_DECLS

typedef struct _StafetPublishTarget StafetPublishTarget;

typedef struct
{
  /* Others may write there too: what is there is replaced only as it was last seen, or not at all. */
  gboolean shared;
  /* Takes the place for this process alone; BUSY when another one has it. */
  gboolean (*open) (StafetPublishTarget *self, GError **error);
  void (*close) (StafetPublishTarget *self);
  /* What lies there: name → stamp, both owned. Makes the place when only its last part is missing. */
  GHashTable *(*list) (StafetPublishTarget *self, GError **error);
  GBytes *(*get) (StafetPublishTarget *self, const char *name, GError **error);
  /* Replaces the file as a whole or not at all. @over: the stamp of what is replaced, NULL when there is
   * nothing; CHANGED when something else lies there. @stamp: (transfer full), what the file now has. */
  gboolean (*put) (StafetPublishTarget *self, const char *name, const GString *bytes, const char *over,
                   char **stamp, GError **error);
  /* A file that is gone already is no error. */
  gboolean (*remove) (StafetPublishTarget *self, const char *name, const char *stamp, GError **error);
  /* After the last change: what was done lasts. */
  gboolean (*finish) (StafetPublishTarget *self, StafetLanguage language, gboolean changed, GError **error);
  void (*free) (StafetPublishTarget *self);
} StafetPublishTargetKind;

struct _StafetPublishTarget
{
  const StafetPublishTargetKind *kind;
  char *address; /* owned: an absolute path, or an address that ends in a slash */
};

StafetPublishTarget *stafet_publish_folder_new (const char *folder);
/* @user, @password: nullable. @lock: a file beside the store, which keeps two processes from publishing at
 * once. @seconds: how long an answer may take. */
StafetPublishTarget *stafet_publish_webdav_new (const char *address, const char *user, const char *password,
                                                const char *lock, guint seconds);
void stafet_publish_target_free (StafetPublishTarget *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetPublishTarget, stafet_publish_target_free)

G_END_DECLS
