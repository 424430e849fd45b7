/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where readers find a calendar, and whether a wall may say so.
 */
#pragma once

#include "stafet-snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_ADDRESS_CALENDAR,  /* https://…/TOKEN.ics: to be put into a calendar program */
  STAFET_ADDRESS_SUBSCRIBE, /* webcal://…/TOKEN.ics: a program that subscribes opens by itself */
  STAFET_ADDRESS_PAGE       /* https://…/TOKEN.html: to be read */
} StafetAddressKind;

/* Of @feed under the address that the settings name; NULL when they name none. (transfer full) */
char *stafet_feed_address (const StafetSnapshot *snapshot, const StafetFeed *feed, StafetAddressKind kind);
/* Whether it names nobody: only such a calendar's address may hang where everybody passes. One's own shifts
 * are of somebody at any level; a programme with names is the staff's, and tells whom it lacks. */
gboolean stafet_feed_is_public (const StafetFeed *feed);
/* The programme that @house shows to everybody, NULL when it has none. Borrowed. */
const StafetFeed *stafet_feed_find_programme (const StafetSnapshot *snapshot, StafetUid house);

G_END_DECLS
