/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shapes in a square from 0 to 1.
 */
#include "stafet-icon.h"

#include <math.h>

static void
draw_heart (cairo_t *cr)
{
  cairo_move_to (cr, 0.5, 0.95);
  cairo_curve_to (cr, 0.35, 0.8, 0.02, 0.6, 0.02, 0.33);
  cairo_curve_to (cr, 0.02, 0.02, 0.4, -0.02, 0.5, 0.25);
  cairo_curve_to (cr, 0.6, -0.02, 0.98, 0.02, 0.98, 0.33);
  cairo_curve_to (cr, 0.98, 0.6, 0.65, 0.8, 0.5, 0.95);
  cairo_fill (cr);
}

static void
draw_star (cairo_t *cr)
{
  for (int i = 0; i < 10; i++)
    {
      double radius = i % 2 == 0 ? 0.52 : 0.22, angle = -G_PI_2 + i * G_PI / 5;

      cairo_line_to (cr, 0.5 + radius * cos (angle), 0.53 + radius * sin (angle));
    }
  cairo_fill (cr);
}

static void
draw_lock (cairo_t *cr)
{
  cairo_rectangle (cr, 0.12, 0.45, 0.76, 0.53);
  cairo_fill (cr);
  cairo_set_line_width (cr, 0.13);
  cairo_move_to (cr, 0.28, 0.5);
  cairo_line_to (cr, 0.28, 0.3);
  cairo_arc (cr, 0.5, 0.3, 0.22, G_PI, 2 * G_PI);
  cairo_line_to (cr, 0.72, 0.5);
  cairo_stroke (cr);
}

static void
draw_cross (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.13);
  cairo_move_to (cr, 0.1, 0.1);
  cairo_line_to (cr, 0.9, 0.9);
  cairo_move_to (cr, 0.9, 0.1);
  cairo_line_to (cr, 0.1, 0.9);
  cairo_stroke (cr);
}

/* A receiver on the slant. */
static void
draw_phone (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.2);
  cairo_move_to (cr, 0.2, 0.22);
  cairo_curve_to (cr, 0.22, 0.55, 0.45, 0.78, 0.78, 0.8);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 0.3);
  cairo_move_to (cr, 0.1, 0.14);
  cairo_line_to (cr, 0.36, 0.34);
  cairo_move_to (cr, 0.66, 0.64);
  cairo_line_to (cr, 0.86, 0.9);
  cairo_stroke (cr);
}

static void
draw_clock (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.12);
  cairo_arc (cr, 0.5, 0.5, 0.43, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_move_to (cr, 0.5, 0.24);
  cairo_line_to (cr, 0.5, 0.53);
  cairo_line_to (cr, 0.7, 0.64);
  cairo_stroke (cr);
}

void
stafet_icon_draw (cairo_t *cr, StafetIcon icon, double x, double y, double size)
{
  static void (*const shapes[]) (cairo_t *) = { draw_heart, draw_star,  draw_lock,
                                                draw_cross, draw_phone, draw_clock };

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_new_path (cr);
  shapes[icon](cr);
  cairo_restore (cr);
}
