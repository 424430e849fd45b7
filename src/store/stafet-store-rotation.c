/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup a day, and which of them are kept: the newest seven, and one a week for five weeks more, but none
 * for long that may hold a person who was erased.
 */
#include "stafet-store-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define DAYS_KEPT 7
#define WEEKS_KEPT 5

/* From the newest back: seven days, then the newest of each of five earlier weeks. */
GArray *
stafet_store_days_kept (const GArray *days)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (StafetDate));
  StafetDate last_monday = STAFET_DATE_NONE;
  guint weeks = 0;

  for (guint i = days->len; i > 0; i--)
    {
      StafetDate day = g_array_index (days, StafetDate, i - 1);
      gboolean recent = days->len - i < DAYS_KEPT;
      gboolean new_week = stafet_date_monday (day) != last_monday;

      if (!recent && (!new_week || weeks == WEEKS_KEPT))
        continue;
      weeks += recent ? 0 : 1;
      last_monday = stafet_date_monday (day);
      g_array_prepend_val (kept, day);
    }
  return kept;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const StafetDate *) a - *(const StafetDate *) b;
}

/* Ascending; files of other names are nobody's business here. */
static GArray *
days_in (const char *folder)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (StafetDate));
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *day = g_str_has_suffix (name, ".db") ? g_strndup (name, strlen (name) - 3) : NULL;
      StafetDate date;

      if (day != NULL && stafet_date_parse (day, &date, NULL))
        g_array_append_val (days, date);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_array_sort (days, compare_days);
  return days;
}

static char *
path_of (const char *folder, StafetDate day)
{
  char buffer[STAFET_DATE_SIZE];
  g_autofree char *name = g_strconcat (stafet_date_write (day, buffer), ".db", NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
contains (const GArray *days, StafetDate day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, StafetDate, i) == day)
      return TRUE;
  return FALSE;
}

/* What was backed up by hand goes when the oldest of the daily ones would: erased people are not to live on
 * in it. */
static gboolean
is_old_by_hand (const char *name, StafetDate today)
{
  g_autofree char *day = g_strndup (name, strcspn (name, "T"));
  StafetDate date;

  return name[strlen (day)] == 'T' && g_str_has_suffix (name, ".db") && stafet_date_parse (day, &date, NULL)
         && date < today - DAYS_KEPT - WEEKS_KEPT * 7;
}

/* What an interrupted backup of an earlier day left. */
static void
sweep (const char *folder, StafetDate today)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  char buffer[STAFET_DATE_SIZE];
  const char *name;

  stafet_date_write (today, buffer);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if ((strstr (name, ".db.") != NULL && !g_str_has_prefix (name, buffer)) || is_old_by_hand (name, today))
        g_unlink (path);
    }
  g_clear_pointer (&dir, g_dir_close);
}

static void
rotate (const char *folder)
{
  g_autoptr (GArray) days = days_in (folder);
  g_autoptr (GArray) kept = stafet_store_days_kept (days);

  for (guint i = 0; i < days->len; i++)
    {
      StafetDate day = g_array_index (days, StafetDate, i);
      g_autofree char *path = path_of (folder, day);

      if (!contains (kept, day))
        g_unlink (path);
    }
}

/* ——— Those who were erased ——— */

/* The day that a backup is named after, else when the file was written. */
static StafetDate
day_of_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL), *day = g_strndup (name, 10);
  GStatBuf info = { 0 };
  StafetDate date;

  if (stafet_date_parse (day, &date, NULL))
    return date;
  return g_stat (path, &info) == 0 ? (StafetDate) (info.st_mtime / (24 * 60 * 60)) : STAFET_DATE_NONE;
}

/* Files of @folder whose name begins with @prefix and that are not younger than @last. */
static void
remove_until (const char *folder, const char *prefix, const char *suffix, StafetDate last)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, suffix)
          && day_of_file (folder, name) <= last)
        g_unlink (path);
    }
  g_clear_pointer (&dir, g_dir_close);
}

/* What the rotation would keep longer, or for ever: what was replaced, and what an upgrade left. */
static void
remove_outdated (const char *store_path, const char *folder, StafetDate today)
{
  StafetDate last = stafet_store_last_outdated (store_path, today);
  g_autofree char *beside = g_path_get_dirname (store_path), *name = g_path_get_basename (store_path);
  g_autofree char *replaced = g_strconcat (name, ".before-restore", NULL);

  if (last == STAFET_DATE_NONE)
    return;
  remove_until (folder, "", ".db", last);
  remove_until (beside, replaced, "", last);
}

gboolean
stafet_store_backup_daily (StafetStore *self, StafetDate today, GError **error)
{
  g_autofree char *folder = g_strconcat (stafet_store_get_path (self), ".backups", NULL);
  g_autofree char *path = path_of (folder, today);

  if (self->read_only || g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_mkdir_with_parents (folder, 0700);
  if (!stafet_store_backup (self, path, error))
    return FALSE;
  sweep (folder, today);
  rotate (folder);
  remove_outdated (stafet_store_get_path (self), folder, today);
  return TRUE;
}
