/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds that nothing acknowledged is lost and nothing is half written: killed, or with a full disk.
 */
#define _GNU_SOURCE /* unshare() */
#include "store-fixture.h"

#include "store/stafet-store-private.h"

#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#define KILLS 20
#define SKIPPED 77

static gint64
count_areas (StafetStore *store)
{
  StafetStatement *statement =
    stafet_connection_prepare (store->connection, "SELECT COUNT (*) FROM area", NULL);
  gint64 n;

  g_assert_cmpint (stafet_connection_step (store->connection, statement, NULL), ==, STAFET_STEP_ROW);
  n = stafet_connection_get_integer (store->connection, statement, 0);
  stafet_connection_reset (store->connection, statement);
  return n;
}

/* ——— Killed ——— */

/* Each edit writes three rows that belong together, and acknowledges itself on @out. */
static void
edit_for_ever (const char *path, int out)
{
  g_autoptr (StafetStore) store = open_store (path);

  for (;;)
    {
      g_autoptr (StafetChangeset) changeset = new_edit ("Tre på én gang");

      for (int i = 0; i < 3; i++)
        stafet_changeset_insert (changeset, new_area (NULL, "Område"));
      commit (store, changeset);
      if (write (out, &changeset->id, sizeof changeset->id) != (gssize) sizeof changeset->id)
        _exit (1);
    }
}

/* The newest acknowledged edit when the writer was killed @microseconds after its first one. */
static gint64
kill_a_writer (const char *path, guint microseconds)
{
  gint64 id = 0, newest = 0;
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      edit_for_ever (path, ends[1]);
    }
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &newest, sizeof newest), ==, sizeof newest);
  g_usleep (microseconds);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  while (read (ends[0], &id, sizeof id) == (gssize) sizeof id)
    newest = id;
  close (ends[0]);
  return newest;
}

static void
no_acknowledged_edit_is_lost_to_a_kill (Fixture *f, gconstpointer data)
{
  (void) data;
  g_clear_object (&f->store);
  for (int i = 0; i < KILLS; i++)
    {
      gint64 acknowledged = kill_a_writer (f->path, (guint) g_test_rand_int_range (0, 20000));
      g_autoptr (StafetStore) store = open_store (f->path);
      gint64 newest = head (store);

      /* The one that was under way may be there, whole, or not. */
      g_assert_cmpint (newest, >=, acknowledged);
      g_assert_cmpint (newest, <=, acknowledged + 1);
      g_assert_cmpint (count_areas (store), ==, newest * 3);
      assert_sound (store);
    }
}

/* ——— Full ——— */

static void
put_much (StafetChangeset *changeset)
{
  g_autofree char *name = g_strnfill (2000, 'x');

  for (int i = 0; i < 200; i++)
    stafet_changeset_insert (changeset, new_area (NULL, name));
}

static void
a_full_store_refuses_and_goes_on (Fixture *f, gconstpointer data)
{
  g_autoptr (StafetRecord) area = stored (f->store, new_area ("nord", "Nord"));
  g_autoptr (StafetChangeset) much = new_edit ("Meget");
  gint64 before = head (f->store);

  (void) data;
  g_assert_true (stafet_connection_execute (f->store->connection, "PRAGMA max_page_count=1", NULL));
  put_much (much);
  assert_refused (f->store, much, STAFET_STORE_ERROR_FULL);
  g_assert_cmpint (count_areas (f->store), ==, 1);
  g_assert_cmpint (head (f->store), ==, before);
  g_assert_true (stafet_connection_execute (f->store->connection, "PRAGMA max_page_count=1000000", NULL));
  commit (f->store, much);
  g_assert_cmpint (count_areas (f->store), ==, 201);
}

static gboolean
write_map (const char *path, const char *format, guint id)
{
  FILE *file = g_fopen (path, "w");
  gboolean written;

  if (file == NULL)
    return FALSE;
  written = fprintf (file, format, id) > 0;
  return fclose (file) == 0 && written;
}

/* A view of the file systems of one's own; who is not root becomes it in there. */
static gboolean
leave_the_others (void)
{
  guint user = getuid (), group = getgid ();

  if (unshare (CLONE_NEWNS) == 0)
    return TRUE;
  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_map ("/proc/self/uid_map", "0 %u 1", user)
         && write_map ("/proc/self/setgroups", "deny", 0)
         && write_map ("/proc/self/gid_map", "0 %u 1", group);
}

/* A disk of 3 MB of one's own, that nobody else sees. */
static gboolean
mount_small_disk (const char *folder)
{
  if (!leave_the_others ())
    return FALSE;
  return mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("small", folder, "tmpfs", 0, "size=3m") == 0;
}

/* Leaves no room, and returns the file to remove to get it back: (transfer full). */
static char *
fill_disk (const char *folder)
{
  char *path = g_build_filename (folder, "ballast", NULL);
  g_autofree char *block = g_strnfill (4096, 'x');
  FILE *file = g_fopen (path, "w");

  while (fwrite (block, 1, 4096, file) == 4096 && fflush (file) == 0)
    continue;
  fclose (file);
  return path;
}

static void
fill_and_edit (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "stafet.db", NULL);
  g_autofree char *copy = g_build_filename (folder, "backup.db", NULL), *ballast = NULL;
  g_autoptr (StafetStore) store = stafet_store_create (path, NULL, TEST_INSTANT, NULL), reopened = NULL;
  g_autoptr (StafetRecord) area = stored (store, new_area ("nord", "Nord"));
  g_autoptr (StafetChangeset) much = new_edit ("Meget");
  g_autoptr (GError) error = NULL;
  guint files = count_files (folder) + 1;

  ballast = fill_disk (folder);
  put_much (much);
  assert_refused (store, much, STAFET_STORE_ERROR_FULL);
  g_assert_cmpint (count_areas (store), ==, 1);
  g_assert_false (stafet_store_backup (store, copy, &error));
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_FULL);
  g_assert_cmpuint (count_files (folder), ==, files);
  g_unlink (ballast);
  commit (store, much);
  g_clear_object (&store);
  reopened = open_store (path);
  g_assert_cmpint (count_areas (reopened), ==, 201);
  assert_sound (reopened);
}

/* A new store on a full disk leaves nothing behind. */
static void
fill_and_create (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "ny.db", NULL), *ballast = fill_disk (folder);
  g_autoptr (GError) error = NULL;
  guint files = count_files (folder);

  g_assert_null (stafet_store_create (path, NULL, TEST_INSTANT, &error));
  g_assert_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_FULL);
  g_assert_cmpuint (count_files (folder), ==, files);
}

static void
on_a_small_disk (Fixture *f, void (*func) (const char *))
{
  int status;
  pid_t child = fork ();

  if (child == 0)
    {
      if (!mount_small_disk (f->folder))
        _exit (SKIPPED);
      func (f->folder);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == SKIPPED)
    g_test_skip ("this machine lets nobody mount a small disk");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
a_full_disk_refuses_and_goes_on (Fixture *f, gconstpointer data)
{
  (void) data;
  on_a_small_disk (f, fill_and_edit);
}

static void
a_full_disk_takes_no_new_store (Fixture *f, gconstpointer data)
{
  (void) data;
  on_a_small_disk (f, fill_and_create);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/store/crash/no-acknowledged-edit-is-lost-to-a-kill", no_acknowledged_edit_is_lost_to_a_kill);
  TEST ("/store/full/a-full-store-refuses-and-goes-on", a_full_store_refuses_and_goes_on);
  TEST ("/store/full/a-full-disk-refuses-and-goes-on", a_full_disk_refuses_and_goes_on);
  TEST ("/store/full/a-full-disk-takes-no-new-store", a_full_disk_takes_no_new_store);
  return g_test_run ();
}
