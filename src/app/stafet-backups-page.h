/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The backups there are: taking one, and putting one back.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_BACKUPS_PAGE (stafet_backups_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetBackupsPage, stafet_backups_page, STAFET, BACKUPS_PAGE, StafetPage)

StafetPage *stafet_backups_page_new (StafetDesk *desk);
/* Writes a backup to @path; what came of it is told. */
void stafet_backups_page_take (StafetBackupsPage *self, const char *path);

G_END_DECLS
