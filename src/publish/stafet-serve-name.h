/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of published files: which there can be, and what they hold.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STAFET_TOKEN_LENGTH 32

typedef enum
{
  STAFET_SERVE_CALENDAR, /* TOKEN.ics */
  STAFET_SERVE_PAGE,     /* TOKEN.html */
  STAFET_SERVE_HEARTBEAT,
  STAFET_SERVE_SMITH, /* the page for every member of staff */
  STAFET_SERVE_N_KINDS
} StafetServeKind;

/* FALSE for any other name. @token is filled in, with its NUL, for a calendar and a page. */
gboolean stafet_serve_name_parse (const char *name, StafetServeKind *kind,
                                  char token[STAFET_TOKEN_LENGTH + 1]);
/* The type of the media. */
const char *stafet_serve_name_type (StafetServeKind kind);

G_END_DECLS
