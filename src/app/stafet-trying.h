/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Trying a change before it is made: begins a trial, keeps what was tried, or drops it.
 */
#pragma once

#include "stafet-application.h"

G_BEGIN_DECLS

/* Adds the actions "try", which has the window go on with a trial of the plan; "keep-trial", which makes one
 * change of the plan of what was tried; and "drop-trial", which goes back to the plan and asks first where
 * something was tried. The last two are enabled in a trial, "try" outside one. */
void stafet_trying_install (StafetApplication *application);
/* Whether @window may close: in a trial in which something was tried it asks first, and closes after that. */
gboolean stafet_trying_may_close (StafetWindow *window);

G_END_DECLS
