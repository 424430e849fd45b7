/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets texts with Pango.
 */
#include "stafet-type.h"

#include <string.h>

#define FAMILY "Cantarell, DejaVu Sans, Noto Sans, Sans"
#define UNITS(points) ((int) ((points) *PANGO_SCALE))
#define POINTS(units) ((double) (units) / PANGO_SCALE)

const StafetType stafet_type_small = { 10, PANGO_WEIGHT_NORMAL, STAFET_INK_SOFT };
const StafetType stafet_type_mark = { 14, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };

PangoContext *
stafet_type_context_new (StafetLanguage language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context,
                              pango_language_from_string (language == STAFET_LANGUAGE_EN ? "en" : "da"));
  return context;
}

PangoLayout *
stafet_type_text_new (PangoContext *context, double width)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_layout_set_width (layout, UNITS (width));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

PangoLayout *
stafet_type_text (PangoContext *context, double width, const StafetType *type, const char *text)
{
  PangoLayout *layout = stafet_type_text_new (context, width);

  stafet_type_append (layout, type, text);
  return layout;
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* No ligatures: a reader that is told the text letter by letter would get one letter for two. */
static void
add_type (PangoAttrList *list, const StafetType *type, guint start, guint end)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FAMILY);
  pango_font_description_set_size (font, UNITS (type->size));
  pango_font_description_set_weight (font, type->weight);
  if (type->italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  add_attribute (list, pango_attr_font_desc_new (font), start, end);
  add_attribute (list,
                 pango_attr_foreground_new ((guint16) ((type->colour >> 16) * 257),
                                            (guint16) ((type->colour >> 8 & 255) * 257),
                                            (guint16) ((type->colour & 255) * 257)),
                 start, end);
  add_attribute (list, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"), start, end);
  pango_font_description_free (font);
}

void
stafet_type_append_struck (PangoLayout *layout, const StafetType *type, const char *text, gboolean struck)
{
  PangoAttrList *attributes = pango_layout_get_attributes (layout);
  g_autofree char *longer = g_strconcat (pango_layout_get_text (layout), text, NULL);
  guint start = (guint) strlen (pango_layout_get_text (layout)), end = (guint) strlen (longer);

  g_strdelimit (longer + start, "\n\r\t\v\f", ' ');
  add_type (attributes, type, start, end);
  if (struck)
    add_attribute (attributes, pango_attr_strikethrough_new (TRUE), start, end);
  pango_layout_set_text (layout, longer, (int) end);
}

void
stafet_type_append (PangoLayout *layout, const StafetType *type, const char *text)
{
  stafet_type_append_struck (layout, type, text, FALSE);
}

void
stafet_type_limit (PangoLayout *layout, int lines)
{
  pango_layout_set_height (layout, -lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

/* ——— Measuring ——— */

double
stafet_type_get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return POINTS (width);
}

double
stafet_type_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return POINTS (height);
}

double
stafet_type_get_baseline (PangoLayout *layout)
{
  return POINTS (pango_layout_get_baseline (layout));
}

void
stafet_type_get_end (PangoLayout *layout, double *x, double *top, double *height)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle line;

  while (!pango_layout_iter_at_last_line (iter))
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_extents (iter, NULL, &line);
  pango_layout_iter_free (iter);
  *x = POINTS (line.x + line.width);
  *top = POINTS (line.y);
  *height = POINTS (line.height);
}
