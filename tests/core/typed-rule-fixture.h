/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of typed recurrences share: all that was understood of a text, in one line.
 */
#pragma once

#include "core/stafet-typed-rule.h"

#include <string.h>

/* Tuesday 24 November 2026. */
static inline StafetDate
today (void)
{
  return stafet_date_new (2026, 11, 24);
}

/* All that a text said, in one line: the rule, and behind it every part that was said. */
static inline char *
said (const StafetTypedRule *rule)
{
  GString *out = g_string_new (rule->rule);
  char date[STAFET_DATE_SIZE];

  if (rule->parity != STAFET_PARITY_NONE)
    g_string_append (out, rule->parity == STAFET_PARITY_EVEN ? " even" : " odd");
  if (*rule->season != '\0')
    g_string_append_printf (out, " season %s", rule->season);
  if (*rule->skip_weeks != '\0')
    g_string_append_printf (out, " skip %s", rule->skip_weeks);
  if (rule->first != STAFET_DATE_NONE)
    g_string_append_printf (out, " first %s", stafet_date_write (rule->first, date));
  if (rule->until != STAFET_DATE_NONE)
    g_string_append_printf (out, " until %s", stafet_date_write (rule->until, date));
  if (rule->from >= 0)
    g_string_append_printf (out, " at %d", rule->from);
  if (rule->to >= 0)
    g_string_append_printf (out, "-%d", rule->to);
  if (rule->holidays >= 0)
    g_string_append_printf (out, " holidays %s", rule->holidays == STAFET_HOLIDAY_CANCEL ? "off" : "on");
  if (rule->school_holidays >= 0)
    g_string_append_printf (out, " school %s", rule->school_holidays == STAFET_HOLIDAY_CANCEL ? "off" : "on");
  for (guint i = 0; rule->left_out != NULL && i < rule->left_out->len; i++)
    {
      const StafetTypedLeftOut *left = &g_array_index (rule->left_out, StafetTypedLeftOut, i);

      g_string_append_printf (out, " not %s", stafet_date_write (left->from, date));
      if (left->to != left->from)
        g_string_append_printf (out, "/%s", stafet_date_write (left->to, date));
    }
  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *text;
  const char *said; /* NULL: refused */
} Typed;

static inline void
assert_typed (const Typed *typed, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (StafetTypedRule) rule = { 0 };
      g_autofree char *line = NULL;

      if (stafet_typed_rule (typed[i].text, today (), &rule, &error))
        line = rule.which == NULL ? said (&rule) : NULL;
      if (g_strcmp0 (line, typed[i].said) != 0)
        g_test_message ("“%s”: %s", typed[i].text, error != NULL ? error->message : "");
      g_assert_cmpstr (line, ==, typed[i].said);
      g_assert_true ((line == NULL) == (error != NULL || rule.which != NULL));
    }
}
