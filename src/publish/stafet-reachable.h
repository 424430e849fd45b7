/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a ward can read the newest version: what the published address answers, as any reader sees it.
 */
#pragma once

#include "stafet-publish.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_REACHABLE_RIGHT,
  STAFET_REACHABLE_OLD,     /* a calendar, but not the one that was published last */
  STAFET_REACHABLE_MISSING, /* 404 */
  STAFET_REACHABLE_FOREIGN, /* another store's mark lies there */
  STAFET_REACHABLE_HTML,    /* a page in place of a calendar */
  STAFET_REACHABLE_TYPE,    /* the calendar, called something else than text/calendar */
  STAFET_REACHABLE_CLOSED,  /* readers are asked for a password */
  STAFET_REACHABLE_CERTIFICATE,
  STAFET_REACHABLE_NO_ANSWER,
  STAFET_REACHABLE_OTHER
} StafetReachableVerdict;

typedef struct
{
  StafetReachableVerdict verdict;
  char *words; /* a sentence or two: what is so, and what to do */
} StafetReachable;

/* Asks the address of the settings for one calendar, a ward's where there is one, and compares it with what
 * was last published to @to. Blocks; any thread may call it with a plan of its own. NULL and an error when
 * there is nothing to ask: no address, nothing published, or no feed. @seconds: how long an answer may take,
 * 0: the usual. */
StafetReachable *stafet_reachable_new (StafetPlan *plan, const char *to, guint seconds, GError **error);
void stafet_reachable_free (StafetReachable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetReachable, stafet_reachable_free)

G_END_DECLS
