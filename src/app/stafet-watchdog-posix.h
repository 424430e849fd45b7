/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells on stderr when the window could not have answered: for the stories, which fail then.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From now on a line is printed whenever the main loop was busy for more than $STAFET_WATCHDOG_MS
 * milliseconds of CPU time between two looks at what is new: as many as that would be on the machine that the
 * limits are told for. Does nothing where the variable is not set. Call from the main thread. */
void stafet_watchdog_start (void);

G_END_DECLS
