/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The store's only system calls.
 */
#include "stafet-store-posix.h"

#include "core/stafet-i18n.h"
#include "stafet-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

static gboolean
fail (GError **error, const char *path)
{
  StafetStoreError code = errno == ENOSPC                                       ? STAFET_STORE_ERROR_FULL
                          : errno == EEXIST                                     ? STAFET_STORE_ERROR_EXISTS
                          : errno == EACCES || errno == EROFS || errno == EPERM ? STAFET_STORE_ERROR_READ_ONLY
                                                                                : STAFET_STORE_ERROR_IO;

  g_set_error (error, STAFET_STORE_ERROR, (int) code, _ ("%s cannot be written: %s. Nothing was changed."),
               path, g_strerror (errno));
  return FALSE;
}

gboolean
stafet_posix_identify (const char *path, StafetFileId *id)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return FALSE;
  *id = (StafetFileId){ (guint64) status.st_dev, (guint64) status.st_ino };
  return TRUE;
}

gboolean
stafet_posix_create_private (const char *path, GError **error)
{
  int fd = open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);

  if (fd < 0)
    return fail (error, path);
  close (fd);
  return TRUE;
}

static gboolean
sync_one (const char *path, int flags, GError **error)
{
  int fd = open (path, flags | O_CLOEXEC);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    fail (error, path);
  if (fd >= 0)
    close (fd);
  return synced;
}

gboolean
stafet_posix_sync (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_one (path, O_RDONLY, error) && sync_one (folder, O_RDONLY | O_DIRECTORY, error);
}

gboolean
stafet_posix_rename_new (const char *from, const char *to, GError **error)
{
  if (link (from, to) == 0)
    return g_unlink (from) == 0 || fail (error, from);
  /* A file system without links, such as a memory stick's. */
  if ((errno == EPERM || errno == EOPNOTSUPP) && access (to, F_OK) != 0 && g_rename (from, to) == 0)
    return TRUE;
  return fail (error, to);
}

gboolean
stafet_posix_same_file (const char *a, const char *b)
{
  struct stat first, second;

  return stat (a, &first) == 0 && stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}

gboolean
stafet_posix_is_network (const char *path)
{
  /* NFS, SMB, SMB2, CIFS, AFS, 9P, Ceph: linux/magic.h */
  static const guint32 networks[] = { 0x6969,     0x517b,     0xfe534d42, 0xff534d42,
                                      0x5346414f, 0x01021997, 0x00c36400 };
  struct statfs info;

  if (statfs (path, &info) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (networks); i++)
    if ((guint32) info.f_type == networks[i])
      return TRUE;
  return FALSE;
}

gboolean
stafet_posix_can_write (const char *path)
{
  return access (path, W_OK) == 0;
}
