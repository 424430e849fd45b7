/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What leads into the window from outside: the menu of the program's icon and notifications.
 */
#pragma once

#include "stafet-application.h"

G_BEGIN_DECLS

/* Adds the actions "today", "week", "new-activity", … which show the window, opening it first where there is
 * none, and do there what they say. data/dk.stafet.Stafet.desktop offers those without a target. */
void stafet_entrances_install (StafetApplication *application);

G_END_DECLS
