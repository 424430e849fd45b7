/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The backups of a store: which there are, what is in each, and what putting one back would lose.
 */
#pragma once

#include "stafet-store.h"

G_BEGIN_DECLS

/**
 * StafetBackupKind:
 * @STAFET_BACKUP_DAILY: the day's, made before its first change
 * @STAFET_BACKUP_BY_HAND: made because somebody asked for it
 * @STAFET_BACKUP_REPLACED: what a restored backup took the place of
 * @STAFET_BACKUP_UPGRADE: made before a newer Stafet changed the file's form
 * @STAFET_BACKUP_ELSEWHERE: a file that lies anywhere else
 */
typedef enum
{
  STAFET_BACKUP_DAILY,
  STAFET_BACKUP_BY_HAND,
  STAFET_BACKUP_REPLACED,
  STAFET_BACKUP_UPGRADE,
  STAFET_BACKUP_ELSEWHERE
} StafetBackupKind;

typedef struct
{
  char *path;
  StafetBackupKind kind;
  StafetWall named; /* the day of DAILY and the minute of BY_HAND, as the name says it; else NONE */
  StafetInstant at; /* when the file was written, by the machine's clock */
  gint64 size;      /* in bytes */
  char *fault;      /* why it cannot be put back; NULL: as far as was looked it can, and then there is … */
  StafetInstant newest; /* when its newest change was made (NONE: it has none) and what is in it */
  guint houses, volunteers, activities;
} StafetBackup;

void stafet_backup_free (StafetBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetBackup, stafet_backup_free)

/* Looks into a file without changing it or what lies beside it. Never fails: see its fault. Blocks. */
StafetBackup *stafet_backup_new (const char *store_path, const char *path);
/* Those in PATH.backups and the stores that were replaced, the newest first. (transfer full) of StafetBackup.
 * Blocks. */
GPtrArray *stafet_backup_list (const char *store_path);
/* Where a backup that is made now lies: PATH.backups/YYYY-MM-DDTHHMM.db. The folder is made. Such a one is
 * kept as long as the oldest of the daily ones may be. (transfer full) */
char *stafet_backup_by_hand_path (const char *store_path, StafetWall now);

/* Whether it can be put back, after looking at every byte of it. Blocks. */
gboolean stafet_backup_check (const char *path, GError **error);

/* What the history of the store says that a backup does not, and the other way round. */
typedef struct
{
  gboolean related;         /* they have a change in common: they are one plan */
  guint lost;               /* changes of people that only the store has … */
  StafetInstant lost_since; /* … and when the first of them was made */
  guint regained;           /* changes of people that only the backup has */
} StafetBackupLoss;

/* Blocks. */
gboolean stafet_backup_compare (StafetStore *store, const char *path, StafetBackupLoss *loss, GError **error);

G_END_DECLS
