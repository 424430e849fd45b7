/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The core's only system calls.
 */
#include "stafet-posix.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

void
stafet_random_bytes (guint8 *bytes, gsize length)
{
  while (length > 0)
    {
      gssize got = getrandom (bytes, MIN (length, 256), 0);

      if (got <= 0)
        g_error ("The system gives no random bytes");
      bytes += got;
      length -= (gsize) got;
    }
}

/* ——— Files ——— */

/* 0 or an errno. */
static int
write_all (int fd, const GString *bytes)
{
  gsize done = 0;

  while (done < bytes->len)
    {
      gssize n = write (fd, bytes->str + done, bytes->len - done);

      if (n >= 0)
        done += (gsize) n;
      else if (errno != EINTR)
        return errno;
    }
  return 0;
}

static int
write_through (const char *path, const GString *bytes)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  int problem = fd >= 0 ? write_all (fd, bytes) : errno;

  if (fd >= 0)
    close (fd);
  return problem;
}

/* Takes over @fd. 0 or an errno. */
static int
write_and_rename (int fd, const char *temporary, const char *path, const GString *bytes)
{
  int problem = write_all (fd, bytes);

  if (problem == 0 && fsync (fd) != 0)
    problem = errno;
  if (close (fd) != 0 && problem == 0)
    problem = errno;
  if (problem == 0 && g_rename (temporary, path) != 0)
    problem = errno;
  return problem;
}

int
stafet_file_replace (const char *path, const GString *bytes)
{
  char *real = realpath (path, NULL);
  g_autofree char *target = g_strdup (real != NULL ? real : path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_path_get_basename (target);
  g_autofree char *temporary = g_strdup_printf ("%s/.%s" STAFET_FILE_SUFFIX, folder, name);
  struct stat info;
  int fd, problem;

  free (real);
  if (stat (target, &info) == 0 && !S_ISREG (info.st_mode))
    return write_through (target, bytes);
  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    return errno;
  problem = write_and_rename (fd, temporary, target, bytes);
  if (problem != 0)
    g_unlink (temporary);
  return problem;
}
