/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes the reader of spreadsheets' lists, and the guess of what their columns say.
 */
#include "fuzz.h"
#include "table/stafet-columns.h"
#include "table/stafet-table.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (StafetTable) table = stafet_table_read ((const char *) data, size, NULL);

  for (int kind = 0; table != NULL && kind < STAFET_N_LISTS; kind++)
    {
      g_autoptr (StafetMapping) mapping = stafet_mapping_guess (table, (StafetListKind) kind);

      if (mapping->n > 0 && stafet_mapping_first_row (mapping) < table->rows->len)
        stafet_table_get (table, stafet_mapping_first_row (mapping), mapping->n - 1);
    }
  return 0;
}
