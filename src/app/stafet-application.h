/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: its options, the store it opens, and what holds for all of its windows.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

#define STAFET_APPLICATION_ID "dk.stafet.Stafet"

#define STAFET_TYPE_APPLICATION (stafet_application_get_type ())
G_DECLARE_FINAL_TYPE (StafetApplication, stafet_application, STAFET, APPLICATION, AdwApplication)

StafetApplication *stafet_application_new (void);

/* Shows the window and runs an action of it there with @target (floating refs are sunk; nullable); where
 * there is no window, once the plan is open. Without a plan the window says why, and nothing is run. @time:
 * of the event that asks for it, or GDK_CURRENT_TIME. */
void stafet_application_enter (StafetApplication *self, const char *action, GVariant *target, guint32 time);

/* NULL before the store is open, and where it cannot be. */
StafetPlan *stafet_application_get_plan (StafetApplication *self);
/* The window shows @trial (a trial of the plan), or with NULL the plan again: on the same page and day. */
void stafet_application_show_trial (StafetApplication *self, StafetPlan *trial);
/* NULL where nothing is tried. */
StafetPlan *stafet_application_get_trial (StafetApplication *self);
/* The program's window, beneath its dialogs; NULL when there is none. */
GtkWindow *stafet_application_get_window (StafetApplication *self);
/* Whether the store is being opened; then "opened" is emitted, whatever comes of it. */
gboolean stafet_application_is_opening (StafetApplication *self);
GSettings *stafet_application_get_settings (StafetApplication *self);

G_END_DECLS
