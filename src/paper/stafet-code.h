/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A square code that a telephone reads (QR, ISO/IEC 18004), drawn as areas that stay sharp at any size.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _StafetCode StafetCode;

/* Of @text, as bytes of UTF-8; readable with a seventh of it stained. NULL for what is too long for any code
 * (over 2,000 bytes). */
StafetCode *stafet_code_new (const char *text);
StafetCode *stafet_code_ref (StafetCode *self);
void stafet_code_unref (StafetCode *self);

/* Draws it black on white in the square at @x, @y, the quiet border of four modules within. */
void stafet_code_draw (const StafetCode *self, cairo_t *cr, double x, double y, double size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetCode, stafet_code_unref)

G_END_DECLS
