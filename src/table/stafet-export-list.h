/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lists of a plan as tables, in the words that stafet_import_new() reads back.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "stafet-columns.h"

G_BEGIN_DECLS

/* A row of headings, then one for each record that is neither over nor a draft, in Danish order. @house NULL:
 * all houses. Whoever is protected is left out, and counted in @left_out. GPtrArray of char *, for
 * stafet_table_write(). (transfer full) */
GPtrArray *stafet_export_list (StafetSnapshot *snapshot, StafetListKind kind, StafetUid house,
                               StafetDate today, StafetLanguage language, guint *left_out);

G_END_DECLS
