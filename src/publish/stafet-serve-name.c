/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells names of published files from others.
 */
#include "stafet-serve-name.h"

#include "stafet-live-page.h"

#include <string.h>

static const struct
{
  const char *suffix, *type;
} kinds[STAFET_SERVE_N_KINDS] = { { ".ics", "text/calendar; charset=utf-8" },
                                  { ".html", "text/html; charset=utf-8" },
                                  { NULL, "application/json" } };

gboolean
stafet_serve_name_parse (const char *name, StafetServeKind *kind, char token[STAFET_TOKEN_LENGTH + 1])
{
  gsize digits = strspn (name, "0123456789abcdef");

  *kind = STAFET_SERVE_HEARTBEAT;
  if (strcmp (name, STAFET_HEARTBEAT_FILE) == 0)
    return TRUE;
  if (digits != STAFET_TOKEN_LENGTH)
    return FALSE;
  memcpy (token, name, digits);
  token[digits] = '\0';
  for (*kind = 0; *kind < STAFET_SERVE_HEARTBEAT; (*kind)++)
    if (strcmp (name + digits, kinds[*kind].suffix) == 0)
      return TRUE;
  return FALSE;
}

const char *
stafet_serve_name_type (StafetServeKind kind)
{
  return kinds[kind].type;
}
