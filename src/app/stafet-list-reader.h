/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list on its way into the program: from the clipboard, a file or a text. What is asked for last counts.
 */
#pragma once

#include "table/stafet-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_LIST_READER (stafet_list_reader_get_type ())
G_DECLARE_FINAL_TYPE (StafetListReader, stafet_list_reader, STAFET, LIST_READER, GObject)

/* Signal "read" (StafetTable *table, const char *problem): the table is to be referred to, and NULL when
 * there is none: then @problem is a sentence that says why. Property "slow": it takes so long that people
 * want to know. */
StafetListReader *stafet_list_reader_new (void);
void stafet_list_reader_paste (StafetListReader *self, GdkClipboard *clipboard);
void stafet_list_reader_open (StafetListReader *self, GFile *file);
/* What is short is read at once. */
void stafet_list_reader_take_text (StafetListReader *self, const char *text, gsize length);
/* What is under way is forgotten: "read" is not emitted for it. */
void stafet_list_reader_stop (StafetListReader *self);
gboolean stafet_list_reader_is_slow (StafetListReader *self);

G_END_DECLS
