/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the modules that libqrencode makes of a text.
 */
#include "stafet-code.h"

#include <qrencode.h>
#include <string.h>

#define QUIET 4 /* modules around it that are to be empty: §9.1 */
#define MOST_BYTES 2000

struct _StafetCode
{
  gatomicrefcount refs;
  QRcode *code; /* owned */
};

StafetCode *
stafet_code_new (const char *text)
{
  gsize length = strlen (text);
  QRcode *code = length > 0 && length <= MOST_BYTES
                   ? QRcode_encodeData ((int) length, (const unsigned char *) text, 0, QR_ECLEVEL_M)
                   : NULL;
  StafetCode *self;

  if (code == NULL)
    return NULL;
  self = g_new0 (StafetCode, 1);
  g_atomic_ref_count_init (&self->refs);
  self->code = code;
  return self;
}

StafetCode *
stafet_code_ref (StafetCode *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
stafet_code_unref (StafetCode *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  QRcode_free (self->code);
  g_free (self);
}

static gboolean
is_black (const QRcode *code, int column, int row)
{
  return (code->data[row * code->width + column] & 1) != 0;
}

/* Black modules beside each other are one area: else a hairline would show between them. */
static void
draw_row (const QRcode *code, cairo_t *cr, int row)
{
  for (int column = 0; column < code->width; column++)
    {
      int from = column;

      while (column < code->width && is_black (code, column, row))
        column++;
      if (column > from)
        cairo_rectangle (cr, QUIET + from, QUIET + row, column - from, 1.02);
    }
}

void
stafet_code_draw (const StafetCode *self, cairo_t *cr, double x, double y, double size)
{
  int modules = self->code->width + 2 * QUIET;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / modules, size / modules);
  cairo_rectangle (cr, 0, 0, modules, modules);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  for (int row = 0; row < self->code->width; row++)
    draw_row (self->code, cr, row);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
  cairo_restore (cr);
}
