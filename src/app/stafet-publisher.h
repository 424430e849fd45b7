/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishes the calendars by itself while a window is open: some seconds after an edit, every half hour
 * otherwise, and again after a while when something went wrong. In a thread, on a plan of its own.
 */
#pragma once

#include "publish/stafet-reachable.h"
#include "stafet-window.h"

G_BEGIN_DECLS

#define STAFET_TYPE_PUBLISHER (stafet_publisher_get_type ())
G_DECLARE_FINAL_TYPE (StafetPublisher, stafet_publisher, STAFET, PUBLISHER, GObject)

/* Goes with the desk, once. Signal "changed": it began, or ended. */
StafetPublisher *stafet_publisher_attach (StafetWindow *window);
/* That of a desk; NULL when it has none. */
StafetPublisher *stafet_publisher_of (StafetDesk *desk);

/* Publishes to where the settings say as soon as it can. */
void stafet_publisher_publish (StafetPublisher *self);
gboolean stafet_publisher_is_busy (StafetPublisher *self);
/* What is wrong, in a sentence: the last attempt failed, or readers do not get what was published. NULL when
 * nothing is. Borrowed until "changed". */
const char *stafet_publisher_get_problem (StafetPublisher *self);
/* What readers get, in a sentence; NULL when nobody has looked yet. Borrowed until "changed". */
const char *stafet_publisher_get_reach (StafetPublisher *self);
/* What the last run that ended well did; NULL when there was none. */
const StafetPublishReport *stafet_publisher_get_report (StafetPublisher *self);
/* Known until the program ends, before the keyring is asked. */
void stafet_publisher_set_password (StafetPublisher *self, const char *password);

G_END_DECLS
