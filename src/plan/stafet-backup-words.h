/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups in words for people, in the language of the process.
 */
#pragma once

#include "store/stafet-backup.h"

G_BEGIN_DECLS

/* "Tirsdag den 24. november 2026", "Taget tirsdag den 24. november 2026 kl. 10.40". (transfer full) */
char *stafet_backup_words_title (const StafetBackup *backup, const StafetZone *zone, StafetDate today);
/* "1 hus · 48 frivillige · 22 aktiviteter · ændret sidst i går kl. 14.10 · 1,2 MB", or why it cannot be put
 * back. (transfer full) */
char *stafet_backup_words_detail (const StafetBackup *backup, const StafetZone *zone, StafetDate today);
/* What putting it back will do, a sentence each. @loss: NULL when the store cannot be read. (transfer full)
 * of char *. */
GPtrArray *stafet_backup_words_restore (const StafetBackup *backup, const StafetBackupLoss *loss,
                                        const StafetZone *zone, StafetDate today);

G_END_DECLS
