/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Live lists: one stable item per uid, whose record is swapped when a change is absorbed.
 */
#pragma once

#include "core/stafet-record.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define STAFET_TYPE_ITEM (stafet_item_get_type ())
G_DECLARE_FINAL_TYPE (StafetItem, stafet_item, STAFET, ITEM, GObject)

/* Property "record": the record as it is now. Borrowed. */
gpointer stafet_item_get_record (StafetItem *self);

#define STAFET_TYPE_RECORD_LIST (stafet_record_list_get_type ())
G_DECLARE_FINAL_TYPE (StafetRecordList, stafet_record_list, STAFET, RECORD_LIST, GObject)

/* A GListModel of StafetItem, in the order of @records (StafetRecord) and then of arrival. */
StafetRecordList *stafet_record_list_new (const GPtrArray *records);
/* Appends an item, or swaps the record of the one with the same uid. */
void stafet_record_list_put (StafetRecordList *self, gpointer record);
void stafet_record_list_remove (StafetRecordList *self, StafetUid uid);
/* Brings it to @records, which are all that there are: one change, however many come or go. */
void stafet_record_list_renew (StafetRecordList *self, const GPtrArray *records);

G_END_DECLS
