/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells names of published files from others.
 */
#include "stafet-serve-name.h"

#include "stafet-live-page.h"
#include "stafet-smith-page.h"

#include <string.h>

static const struct
{
  const char *suffix, *name, *type; /* after a token, or the whole name */
} kinds[STAFET_SERVE_N_KINDS] = { { ".ics", NULL, "text/calendar; charset=utf-8" },
                                  { ".html", NULL, "text/html; charset=utf-8" },
                                  { NULL, STAFET_HEARTBEAT_FILE, "application/json" },
                                  { NULL, STAFET_SMITH_FILE, "text/html; charset=utf-8" } };

gboolean
stafet_serve_name_parse (const char *name, StafetServeKind *kind, char token[STAFET_TOKEN_LENGTH + 1])
{
  gsize digits = strspn (name, "0123456789abcdef");

  for (*kind = 0; *kind < STAFET_SERVE_N_KINDS; (*kind)++)
    if (kinds[*kind].name != NULL
          ? strcmp (name, kinds[*kind].name) == 0
          : digits == STAFET_TOKEN_LENGTH && strcmp (name + digits, kinds[*kind].suffix) == 0)
      {
        memcpy (token, name, MIN (digits, STAFET_TOKEN_LENGTH));
        token[MIN (digits, STAFET_TOKEN_LENGTH)] = '\0';
        return TRUE;
      }
  return FALSE;
}

const char *
stafet_serve_name_type (StafetServeKind kind)
{
  return kinds[kind].type;
}
