/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks which dates of a series a change is meant for: this one, this and those after it, or all, each with
 * how many dates and volunteers it touches.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

/* @data: as given. Not called when the question is dismissed, or when @owner is gone by then. */
typedef void (*StafetScopeFunc) (gpointer owner, StafetScope scope, gpointer data);

/* Asks about the activity or free-standing shift @series, opened on its original @date. @whole: the change
 * can not be meant for one date alone. @back: what not answering is called, with a mnemonic. @owner: an
 * object.
 * @destroy (nullable) frees @data in any case. */
void stafet_scope_dialog_show (StafetWindow *window, StafetKind kind, StafetUid series, StafetDate date,
                               gboolean whole, const char *back, gpointer owner, StafetScopeFunc func,
                               gpointer data, GDestroyNotify destroy);

G_END_DECLS
