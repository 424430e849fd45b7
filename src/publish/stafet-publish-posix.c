/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The publisher's only system calls.
 */
#include "stafet-publish-posix.h"

#include "core/stafet-i18n.h"
#include "core/stafet-posix.h"
#include "stafet-publish.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail (GError **error, const char *path, int problem)
{
  if (problem == ENOSPC || problem == EDQUOT || problem == EFBIG)
    g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_FULL,
                 _ ("There is no room for “%s”: the disk is full. Make room and try again; what is there "
                    "already is still whole."),
                 path);
  else if (problem == EACCES || problem == EPERM || problem == EROFS || problem == ENOENT
           || problem == ENOTDIR)
    g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_FOLDER,
                 _ ("“%s” cannot be written (%s). Choose a folder that exists and that you may write to."),
                 path, g_strerror (problem));
  else
    g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_IO,
                 _ ("“%s” cannot be written (%s). Try again, or choose another folder."), path,
                 g_strerror (problem));
  return FALSE;
}

/* ——— The folder ——— */

static gboolean
take (int fd, const char *path, const char *place, int *lock, GError **error)
{
  if (fd < 0)
    return fail (error, path, errno);
  *lock = fd;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
    return TRUE;
  close (fd);
  g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_BUSY,
               _ ("Another Stafet is publishing to “%s” just now. Try again in a minute."), place);
  return FALSE;
}

gboolean
stafet_publish_lock (const char *folder, int *lock, GError **error)
{
  if (g_mkdir (folder, 0777) != 0 && errno != EEXIST)
    return fail (error, folder, errno);
  return take (open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), folder, folder, lock, error);
}

gboolean
stafet_publish_lock_file (const char *path, const char *place, int *lock, GError **error)
{
  return take (open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600), path, place, lock, error);
}

void
stafet_publish_unlock (int lock)
{
  close (lock);
}

gboolean
stafet_publish_sync_folder (const char *folder, GError **error)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int problem = fd < 0 || fsync (fd) != 0 ? errno : 0;

  if (fd >= 0)
    close (fd);
  return problem == 0 || problem == EINVAL || fail (error, folder, problem);
}

gboolean
stafet_publish_stat (const char *path, gint64 *size, gint64 *changed)
{
  struct stat info;

  if (stat (path, &info) != 0 || !S_ISREG (info.st_mode))
    return FALSE;
  *size = info.st_size;
  *changed = (gint64) info.st_mtim.tv_sec * 1000000000 + info.st_mtim.tv_nsec;
  return TRUE;
}

/* ".TOKEN.ics.stafet-XXXXXX" and such */
static gboolean
is_left_over (const char *name)
{
  const char *suffix = g_strrstr (name, ".stafet-");

  return name[0] == '.' && suffix != NULL && suffix > name && strlen (suffix) == strlen (STAFET_FILE_SUFFIX);
}

void
stafet_publish_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_left_over (name))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

/* ——— Files ——— */

gboolean
stafet_publish_write (const char *path, const GString *bytes, GError **error)
{
  int problem = stafet_file_replace (path, bytes);

  return problem == 0 || fail (error, path, problem);
}

GBytes *
stafet_publish_read (const char *path, GError **error)
{
  char *text;
  gsize length;

  if (g_file_get_contents (path, &text, &length, NULL))
    return g_bytes_new_take (text, length);
  fail (error, path, errno != 0 ? errno : EIO);
  return NULL;
}

gboolean
stafet_publish_remove (const char *path, GError **error)
{
  return g_unlink (path) == 0 || errno == ENOENT || fail (error, path, errno);
}

GDir *
stafet_publish_open_folder (const char *folder, GError **error)
{
  GDir *dir = g_dir_open (folder, 0, NULL);

  if (dir == NULL)
    fail (error, folder, errno);
  return dir;
}
