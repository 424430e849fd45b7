/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes rules as people type them.
 */
#include "core/stafet-typed-rule.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, MIN (size, 4096));
  g_auto (StafetTypedRule) rule = { 0 };

  if (g_utf8_validate (text, -1, NULL))
    stafet_typed_rule (text, stafet_date_new (2026, 11, 24), &rule, NULL);
  return 0;
}
