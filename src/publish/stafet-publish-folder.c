/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder that any web server, share or synchronised folder serves: files are replaced by rename, and the
 * folder is locked meanwhile.
 */
#include "stafet-publish-memory.h"
#include "stafet-publish-posix.h"
#include "stafet-publish-samples.h"
#include "stafet-publish-target.h"

typedef struct
{
  StafetPublishTarget parent;
  int lock;
} Folder;

static gboolean
folder_open (StafetPublishTarget *target, GError **error)
{
  if (!stafet_publish_lock (target->address, &((Folder *) target)->lock, error))
    return FALSE;
  stafet_publish_sweep (target->address);
  return TRUE;
}

static void
folder_close (StafetPublishTarget *target)
{
  stafet_publish_unlock (((Folder *) target)->lock);
}

static char *
stamp_of (const char *path)
{
  gint64 size, changed;

  if (!stafet_publish_stat (path, &size, &changed))
    return g_strdup ("");
  return g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, size, changed);
}

static GHashTable *
folder_list (StafetPublishTarget *target, GError **error)
{
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GDir *dir = stafet_publish_open_folder (target->address, error);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (target->address, name, NULL);

      g_hash_table_insert (files, g_strdup (name), stamp_of (path));
    }
  g_dir_close (dir);
  return g_steal_pointer (&files);
}

static GBytes *
folder_get (StafetPublishTarget *target, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (target->address, name, NULL);

  return stafet_publish_read (path, error);
}

/* Nobody else writes while the folder is locked: what lies there goes. */
static gboolean
folder_put (StafetPublishTarget *target, const char *name, const GString *bytes, const char *over,
            char **stamp, GError **error)
{
  g_autofree char *path = g_build_filename (target->address, name, NULL);

  (void) over;
  if (!stafet_publish_write (path, bytes, error))
    return FALSE;
  *stamp = stamp_of (path);
  return TRUE;
}

static gboolean
folder_remove (StafetPublishTarget *target, const char *name, const char *stamp, GError **error)
{
  g_autofree char *path = g_build_filename (target->address, name, NULL);

  (void) stamp;
  return stafet_publish_remove (path, error);
}

static gboolean
folder_finish (StafetPublishTarget *target, StafetLanguage language, gboolean changed, GError **error)
{
  if (changed && !stafet_publish_sync_folder (target->address, error))
    return FALSE;
  return stafet_publish_samples_write (target->address, language, error);
}

static void
folder_free (StafetPublishTarget *target)
{
  g_free (target);
}

static const StafetPublishTargetKind folder_kind = { .open = folder_open,
                                                     .close = folder_close,
                                                     .list = folder_list,
                                                     .get = folder_get,
                                                     .put = folder_put,
                                                     .remove = folder_remove,
                                                     .finish = folder_finish,
                                                     .free = folder_free };

StafetPublishTarget *
stafet_publish_folder_new (const char *folder)
{
  Folder *self = g_new0 (Folder, 1);

  self->parent.kind = &folder_kind;
  self->parent.address = stafet_publish_memory_place (folder);
  return &self->parent;
}

void
stafet_publish_target_free (StafetPublishTarget *self)
{
  g_free (self->address);
  self->kind->free (self);
}
