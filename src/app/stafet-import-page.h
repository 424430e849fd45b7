/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list from a spreadsheet: pasted or opened, its columns named, every row shown as it would come in, and
 * then taken in as one change.
 */
#pragma once

#include "stafet-page.h"

G_BEGIN_DECLS

#define STAFET_TYPE_IMPORT_PAGE (stafet_import_page_get_type ())
G_DECLARE_FINAL_TYPE (StafetImportPage, stafet_import_page, STAFET, IMPORT_PAGE, StafetPage)

StafetPage *stafet_import_page_new (StafetDesk *desk);
/* Looks at the cells of @text; what is no table is said in the page. */
void stafet_import_page_take_text (StafetImportPage *self, const char *text, gsize length);
/* The same of a file. */
void stafet_import_page_open (StafetImportPage *self, GFile *file);

G_END_DECLS
