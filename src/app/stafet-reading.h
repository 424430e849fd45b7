/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text to be read, copied, saved and printed.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

#define STAFET_TYPE_READING (stafet_reading_get_type ())
G_DECLARE_FINAL_TYPE (StafetReading, stafet_reading, STAFET, READING, AdwWindow)

/* Shows @text over the window; @file is what it is called when it is saved. */
StafetReading *stafet_reading_show (StafetWindow *window, const char *title, const char *text,
                                    const char *file);
/* Writes the text for nobody else to read, and says whether it was. */
void stafet_reading_write (StafetReading *self, const char *path);

G_END_DECLS
