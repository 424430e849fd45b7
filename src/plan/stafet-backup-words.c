/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says what a backup is, what is in it, and what putting it back does.
 */
#include "stafet-backup-words.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"

#define KILOBYTE 1000
#define MEGABYTE (1000 * KILOBYTE)

/* ——— Parts ——— */

static char *
when (StafetInstant instant, const StafetZone *zone, StafetDate today)
{
  return stafet_words_when (stafet_i18n_get_language (), stafet_zone_to_wall (zone, instant), today);
}

/* "tirsdag den 24. november 2026 kl. 10.40" */
static char *
full (StafetWall wall)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *date = stafet_words_date_with_year (language, stafet_wall_date (wall));
  g_autofree char *time = stafet_words_time (language, stafet_wall_minutes (wall));

  return g_strconcat (date, " ", time, NULL);
}

static char *
size_words (gint64 size)
{
  int tenths = (int) ((size * 10 + MEGABYTE / 2) / MEGABYTE);

  if (size < MEGABYTE)
    return g_strdup_printf (_ ("%d kB"), (int) MAX ((size + KILOBYTE / 2) / KILOBYTE, 1));
  /* Translators: with the decimal sign of the language. */
  return g_strdup_printf (_ ("%d.%d MB"), tenths / 10, tenths % 10);
}

/* "1 hus, 48 frivillige, 22 aktiviteter" with @between. */
static char *
content (const StafetBackup *backup, const char *between)
{
  g_autofree char *houses =
    g_strdup_printf (ngettext_ ("%u house", "%u houses", backup->houses), backup->houses);
  g_autofree char *volunteers =
    g_strdup_printf (ngettext_ ("%u volunteer", "%u volunteers", backup->volunteers), backup->volunteers);
  g_autofree char *activities =
    g_strdup_printf (ngettext_ ("%u activity", "%u activities", backup->activities), backup->activities);

  return g_strjoin (between, houses, volunteers, activities, NULL);
}

/* ——— A backup ——— */

char *
stafet_backup_words_title (const StafetBackup *backup, const StafetZone *zone, StafetDate today)
{
  g_autofree char *words = NULL;

  switch (backup->kind)
    {
    case STAFET_BACKUP_DAILY:
      words = stafet_words_date_with_year (stafet_i18n_get_language (), stafet_wall_date (backup->named));
      return stafet_text_capital (words);
    case STAFET_BACKUP_BY_HAND:
      words = full (backup->named);
      return g_strdup_printf (_ ("Taken by hand %s"), words);
    case STAFET_BACKUP_REPLACED:
      words = when (backup->at, zone, today);
      return g_strdup_printf (_ ("What a restored backup replaced %s"), words);
    case STAFET_BACKUP_UPGRADE:
      words = when (backup->at, zone, today);
      return g_strdup_printf (_ ("Before Stafet was updated %s"), words);
    default:
      words = g_path_get_basename (backup->path);
      return g_filename_display_name (words);
    }
}

char *
stafet_backup_words_detail (const StafetBackup *backup, const StafetZone *zone, StafetDate today)
{
  g_autofree char *inside = NULL, *newest = NULL, *size = NULL;

  if (backup->fault != NULL)
    return g_strdup (backup->fault);
  inside = content (backup, " · ");
  size = size_words (backup->size);
  if (backup->newest == STAFET_INSTANT_NONE)
    return g_strdup_printf ("%s · %s", inside, size);
  newest = when (backup->newest, zone, today);
  return g_strdup_printf (_ ("%s · last changed %s · %s"), inside, newest, size);
}

/* ——— Putting it back ——— */

static char *
say_state (const StafetBackup *backup, const StafetZone *zone)
{
  g_autofree char *inside = content (backup, ", "), *newest = NULL;

  if (backup->newest == STAFET_INSTANT_NONE)
    return g_strdup_printf (_ ("The plan becomes what is in the backup: %s."), inside);
  newest = full (stafet_zone_to_wall (zone, backup->newest));
  return g_strdup_printf (_ ("The plan becomes what it was %s: %s."), newest, inside);
}

static char *
say_lost (const StafetBackupLoss *loss, const StafetZone *zone, StafetDate today)
{
  g_autofree char *since = NULL;

  if (!loss->related)
    return g_strdup (_ ("It is the backup of another plan: all that is in yours now is replaced."));
  if (loss->lost == 0)
    return g_strdup (_ ("No change made since is lost."));
  since = when (loss->lost_since, zone, today);
  return g_strdup_printf (ngettext_ ("%u change made since is lost: the one of %s.",
                                     "%u changes made since are lost: those from %s on.", loss->lost),
                          loss->lost, since);
}

GPtrArray *
stafet_backup_words_restore (const StafetBackup *backup, const StafetBackupLoss *loss, const StafetZone *zone,
                             StafetDate today)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (sentences, say_state (backup, zone));
  if (loss != NULL)
    g_ptr_array_add (sentences, say_lost (loss, zone, today));
  if (loss != NULL && loss->related && loss->regained > 0)
    g_ptr_array_add (
      sentences, g_strdup_printf (ngettext_ ("%u change that the plan lacks now comes back.",
                                             "%u changes that the plan lacks now come back.", loss->regained),
                                  loss->regained));
  g_ptr_array_add (
    sentences,
    g_strdup (_ ("The plan as it is now is kept first, as a backup of its own. Ctrl+Z does not take "
                 "this back: restoring that backup does.")));
  g_ptr_array_add (sentences,
                   g_strdup (_ ("What was erased, because its date is over or because somebody wanted it to "
                                "be, stays erased, and consent that was withdrawn stays withdrawn.")));
  return sentences;
}
