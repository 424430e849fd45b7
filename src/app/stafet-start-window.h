/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window without a plan: the first run, and a store that cannot be opened.
 */
#pragma once

#include "core/stafet-clock.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define STAFET_TYPE_START_WINDOW (stafet_start_window_get_type ())
G_DECLARE_FINAL_TYPE (StafetStartWindow, stafet_start_window, STAFET, START_WINDOW, AdwApplicationWindow)

/* @error says why there is no plan: STAFET_STORE_ERROR_MISSING is the first run, unless there are backups of
 * what was there. Where a backup helps those there are can be restored. */
StafetStartWindow *stafet_start_window_new (gpointer application, const char *path, StafetClock *clock,
                                            const GError *error);
/* A plan is being made: nothing else can be asked for meanwhile. */
void stafet_start_window_set_busy (StafetStartWindow *self, gboolean busy);
/* Says beside the name why no house was made of it. */
void stafet_start_window_refuse (StafetStartWindow *self, const GError *error);

G_END_DECLS
