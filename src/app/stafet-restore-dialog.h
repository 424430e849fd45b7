/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a backup back, after saying what that will do: for a window with a plan, and for one without.
 */
#pragma once

#include "plan/stafet-plan.h"
#include "store/stafet-backup.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Which store is to be restored, and what is known of it. */
typedef struct
{
  const char *store_path;
  StafetStore *store; /* nullable: it cannot be opened */
  StafetClock *clock;
} StafetRestore;

/* Looks at the backup, says what putting it back would do, and does it when that is wished for; a file that
 * is none is refused. Nobody else can be asked of @window meanwhile. When it is done "app.restored" is
 * activated with the sentence that tells it. */
void stafet_restore_dialog_show (GtkWindow *window, const StafetRestore *restore, const char *path);
/* The same with a file that is chosen first. */
void stafet_restore_dialog_choose (GtkWindow *window, const StafetRestore *restore);

/* A line of a list of backups, with a button that does "app.restore" where it can be put back. (transfer
 * floating) */
GtkWidget *stafet_backup_row_new (const StafetBackup *backup, const StafetZone *zone, StafetDate today);

G_END_DECLS
