/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the whole history of the fixture's store says.
 */
#pragma once

#include "plan/stafet-history-words.h"
#include "use-fixture.h"

/* Labels and lines, newest first. (transfer full) */
static inline char *
history_of (Fixture *f)
{
  g_autoptr (GPtrArray) entries = stafet_store_read_history (f->store, 0, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (GPtrArray) lines =
        stafet_history_words_lines (stafet_plan_get_snapshot (f->plan), stafet_clock_get_zone (f->clock),
                                    NULL, g_ptr_array_index (entries, i));

      g_string_append_printf (text, "%s\n", ((StafetLogEntry *) entries->pdata[i])->label);
      for (guint j = 0; j < lines->len; j++)
        g_string_append_printf (text, "%s\n", (const char *) lines->pdata[j]);
    }
  return g_string_free (text, FALSE);
}
