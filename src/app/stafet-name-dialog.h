/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks what something new is called, and makes it.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

/* The edit that makes it of the name (transfer full); @data is the caller's. */
typedef StafetEdit *(*StafetNameFunc) (const char *name, gpointer data);

/* @title asks, @placeholder gives an example. What is refused is said in the dialog, where the text stays.
 * @destroy (nullable) frees @data with the dialog. */
void stafet_name_dialog_show (StafetWindow *window, const char *title, const char *label,
                              const char *placeholder, StafetNameFunc func, gpointer data,
                              GDestroyNotify destroy);

G_END_DECLS
