/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records of the log and their values in words, in the language of the process.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "store/stafet-store.h"

G_BEGIN_DECLS

/* What names are looked up in. */
typedef struct
{
  const StafetSnapshot *snapshot;
  const StafetZone *zone;
  const StafetLogEntry *entry; /* for the names of what it removed … */
  GHashTable *gone;            /* … and of what is gone since: nullable, stafet_history_words_gone()'s */
} StafetHistoryValues;

/* Sets what @image (nullable) says and can still be read. */
void stafet_history_apply (StafetRecord *record, GVariant *image);
/* A new record with what @image (nullable) says. (transfer full) */
StafetRecord *stafet_history_record (const StafetLogRow *row, GVariant *image);

/* The value of a field; "" when it has none. Of a time only what differs from @other's is said. (transfer
 * full) */
char *stafet_history_value (const StafetHistoryValues *self, StafetRecord *record, StafetRecord *other,
                            const StafetField *field);
/* What names a record: its label; of a place "Lis Bæk, Servering, tir. 24/11". (transfer full) */
char *stafet_history_name (const StafetHistoryValues *self, StafetRecord *record);
/* Of a row that may hold but a part of its record. (transfer full) */
char *stafet_history_name_row (const StafetHistoryValues *self, const StafetLogRow *row);
/* Whether the name of a record without a label says that field. */
gboolean stafet_history_is_name (const StafetRecordInfo *info, const StafetField *field);

G_END_DECLS
