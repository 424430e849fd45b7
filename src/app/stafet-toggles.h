/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers to one question as buttons that stay pressed: a title above, and the buttons in lines.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_TOGGLES (stafet_toggles_get_type ())
G_DECLARE_FINAL_TYPE (StafetToggles, stafet_toggles, STAFET, TOGGLES, GtkBox)

/* Properties for .ui files: "title"; "exclusive": at most one answer; and "required": never none, once one
 * was set. Signal "changed", when the user has answered. */

/* @key is borrowed for ever. */
void stafet_toggles_add (StafetToggles *self, const char *key, const char *label);
gboolean stafet_toggles_get (StafetToggles *self, const char *key);
/* The first that is pressed; NULL for none. */
const char *stafet_toggles_get_key (StafetToggles *self);
/* Where that stands among those that were added, from 0; -1: none is pressed. */
int stafet_toggles_get_position (StafetToggles *self);
/* As if the user had pressed that one alone. */
void stafet_toggles_choose (StafetToggles *self, const char *key);
/* Without a signal. */
void stafet_toggles_set (StafetToggles *self, const char *key, gboolean pressed);

G_END_DECLS
