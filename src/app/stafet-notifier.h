/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells whoever works in another window what needs a person, and takes it back when it is solved or seen.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

#define STAFET_TYPE_NOTIFIER (stafet_notifier_get_type ())
G_DECLARE_FINAL_TYPE (StafetNotifier, stafet_notifier, STAFET, NOTIFIER, GObject)

/* Looks after @window, which keeps it, until the window goes; what is told then leads to @window. */
void stafet_notifier_attach (StafetWindow *window, GApplication *application);

/* Tells of one matter at once, unless somebody is looking or wants nothing told. */
void stafet_notifier_tell_publishing (StafetWindow *window, gboolean failed);

G_END_DECLS
