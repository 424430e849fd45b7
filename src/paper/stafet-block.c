/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps marks in the order of reading, and draws them.
 */
#include "stafet-block.h"

#include "stafet-icon.h"

#include <math.h>

#define RADIUS 4.0
#define MARK_GAP 7.0     /* between a title and its box */
#define MARK_PADDING 6.0 /* inside the box, at both sides */

typedef enum
{
  MARK_TEXT,
  MARK_RULE,
  MARK_BOX,
  MARK_ICON,
  MARK_CODE,
  MARK_BEGIN,
  MARK_LINK,
  MARK_END
} MarkKind;

typedef struct
{
  MarkKind kind;
  double x, y, width, height, thickness;
  guint32 colour, fill;
  StafetIcon icon;
  StafetCode *code;    /* owned */
  PangoLayout *text;   /* owned */
  const char *element; /* interned */
  char *uri;           /* owned */
} Mark;

struct _StafetBlock
{
  GArray *marks;     /* Mark */
  GPtrArray *opened; /* element names, the innermost last */
  double height;
};

static void
clear_mark (gpointer data)
{
  Mark *mark = data;

  g_clear_object (&mark->text);
  g_clear_pointer (&mark->code, stafet_code_unref);
  g_clear_pointer (&mark->uri, g_free);
}

StafetBlock *
stafet_block_new (void)
{
  StafetBlock *self = g_new0 (StafetBlock, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->opened = g_ptr_array_new ();
  return self;
}

void
stafet_block_free (StafetBlock *self)
{
  g_array_unref (self->marks);
  g_ptr_array_unref (self->opened);
  g_free (self);
}

double
stafet_block_get_height (const StafetBlock *self)
{
  return self->height;
}

void
stafet_block_reach (StafetBlock *self, double height)
{
  self->height = MAX (self->height, height);
}

/* ——— Adding ——— */

static void
add (StafetBlock *self, Mark mark)
{
  g_array_append_val (self->marks, mark);
  stafet_block_reach (self, mark.y + mark.height);
}

void
stafet_block_begin (StafetBlock *self, const char *element)
{
  const char *name = g_intern_string (element);

  g_ptr_array_add (self->opened, (gpointer) name);
  add (self, (Mark){ .kind = MARK_BEGIN, .element = name });
}

void
stafet_block_end (StafetBlock *self)
{
  g_return_if_fail (self->opened->len > 0);
  add (self,
       (Mark){ .kind = MARK_END, .element = g_ptr_array_steal_index (self->opened, self->opened->len - 1) });
}

double
stafet_block_add_text (StafetBlock *self, double x, double y, PangoLayout *text)
{
  double height = stafet_type_get_height (text);

  add (self, (Mark){ .kind = MARK_TEXT, .x = x, .y = y, .height = height, .text = text });
  return y + height;
}

double
stafet_block_add_element (StafetBlock *self, const char *element, double x, double y, PangoLayout *text)
{
  double below;

  stafet_block_begin (self, element);
  below = stafet_block_add_text (self, x, y, text);
  stafet_block_end (self);
  return below;
}

double
stafet_block_add_link (StafetBlock *self, const char *uri, double x, double y, PangoLayout *text)
{
  double below;

  add (self, (Mark){ .kind = MARK_LINK, .uri = g_strdup (uri) });
  below = stafet_block_add_text (self, x, y, text);
  add (self, (Mark){ .kind = MARK_END, .element = CAIRO_TAG_LINK });
  return below;
}

void
stafet_block_add_rule (StafetBlock *self, double x, double y, double width, double thickness, guint32 colour)
{
  add (self,
       (Mark){ .kind = MARK_RULE, .x = x, .y = y, .width = width, .height = thickness, .colour = colour });
}

void
stafet_block_add_box (StafetBlock *self, double x, double y, double width, double height, double thickness,
                      guint32 border, guint32 fill)
{
  add (self, (Mark){ .kind = MARK_BOX,
                     .x = x,
                     .y = y,
                     .width = width,
                     .height = height,
                     .thickness = thickness,
                     .colour = border,
                     .fill = fill });
}

void
stafet_block_add_icon (StafetBlock *self, StafetIcon icon, double x, double y, double size, guint32 colour)
{
  add (self,
       (Mark){
         .kind = MARK_ICON, .icon = icon, .x = x, .y = y, .width = size, .height = size, .colour = colour });
}

void
stafet_block_add_code (StafetBlock *self, StafetCode *code, double x, double y, double size)
{
  add (self,
       (Mark){
         .kind = MARK_CODE, .code = stafet_code_ref (code), .x = x, .y = y, .width = size, .height = size });
}

double
stafet_block_add_mark (StafetBlock *self, double x, double y, double width, PangoLayout *text,
                       const StafetType *type, const char *word)
{
  PangoLayout *inside = stafet_type_text (pango_layout_get_context (text), width, type, word);
  double height = stafet_type_get_height (inside), box = stafet_type_get_width (inside) + 2 * MARK_PADDING;
  double end, top, line, at, below = y + stafet_type_get_height (text);

  stafet_type_get_end (text, &end, &top, &line);
  at = end + MARK_GAP;
  top = y + top + (line - height) / 2;
  if (at + box > width)
    {
      at = 0;
      top = below + 2;
    }
  stafet_block_add_box (self, x + at, top, box, height, 1.2, STAFET_INK, 0xffffff);
  stafet_block_add_element (self, "Span", x + at + MARK_PADDING, top, inside);
  return MAX (below, top + height + 1);
}

void
stafet_block_put (StafetBlock *self, const StafetBlock *other, double x, double y)
{
  g_return_if_fail (other->opened->len == 0);
  for (guint i = 0; i < other->marks->len; i++)
    {
      Mark mark = g_array_index (other->marks, Mark, i);

      mark.x += x;
      mark.y += y;
      if (mark.text != NULL)
        g_object_ref (mark.text);
      if (mark.code != NULL)
        stafet_code_ref (mark.code);
      mark.uri = g_strdup (mark.uri);
      g_array_append_val (self->marks, mark);
    }
  stafet_block_reach (self, y + other->height);
}

/* ——— Drawing ——— */

static void
set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

static void
draw_box (cairo_t *cr, const Mark *mark)
{
  double inset = mark->thickness / 2, left = mark->x + inset, top = mark->y + inset;
  double right = mark->x + mark->width - inset, bottom = mark->y + mark->height - inset;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - RADIUS, top + RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, right - RADIUS, bottom - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, left + RADIUS, bottom - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, left + RADIUS, top + RADIUS, RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  set_colour (cr, mark->fill);
  cairo_fill_preserve (cr);
  set_colour (cr, mark->colour);
  cairo_set_line_width (cr, mark->thickness);
  cairo_stroke (cr);
}

/* Pango drops the space that a line is broken at; here it is drawn, so that the words on both sides stay two
 * in the document's text. */
static void
draw_break (cairo_t *cr, PangoLayout *text, PangoLayoutLine *next)
{
  const char *words = pango_layout_get_text (text);
  g_autoptr (PangoLayout) space = NULL;

  if (next->start_index == 0 || words[next->start_index - 1] != ' ')
    return;
  space = stafet_type_text (pango_layout_get_context (text), 100, &stafet_type_small, " ");
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (space, 0));
}

static void
draw_text (cairo_t *cr, double x, double y, PangoLayout *text)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text);
  PangoRectangle line;
  gboolean more;

  do
    {
      double baseline = y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      cairo_move_to (cr, x + (double) line.x / PANGO_SCALE, baseline);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
      more = pango_layout_iter_next_line (iter);
      cairo_move_to (cr, x + (double) (line.x + line.width) / PANGO_SCALE, baseline);
      if (more)
        draw_break (cr, text, pango_layout_iter_get_line_readonly (iter));
    }
  while (more);
  pango_layout_iter_free (iter);
}

static void
draw_mark (const Mark *mark, cairo_t *cr)
{
  g_autofree char *attributes = NULL;

  switch (mark->kind)
    {
    case MARK_TEXT:
      draw_text (cr, mark->x, mark->y, mark->text);
      break;
    case MARK_RULE:
      set_colour (cr, mark->colour);
      cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
      cairo_fill (cr);
      break;
    case MARK_BOX:
      draw_box (cr, mark);
      break;
    case MARK_ICON:
      set_colour (cr, mark->colour);
      stafet_icon_draw (cr, mark->icon, mark->x, mark->y, mark->width);
      break;
    case MARK_CODE:
      stafet_code_draw (mark->code, cr, mark->x, mark->y, mark->width);
      break;
    case MARK_BEGIN:
      cairo_tag_begin (cr, mark->element, NULL);
      break;
    case MARK_LINK:
      attributes = g_strdup_printf ("uri='%s'", mark->uri);
      cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
      break;
    case MARK_END:
      cairo_tag_end (cr, mark->element);
      break;
    }
}

void
stafet_block_draw (const StafetBlock *self, cairo_t *cr)
{
  for (guint i = 0; i < self->marks->len; i++)
    draw_mark (&g_array_index (self->marks, Mark, i), cr);
}
