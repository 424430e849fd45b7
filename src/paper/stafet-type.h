/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The type of the sheets: texts set in Cantarell, or in what the machine has instead, measured in points.
 *
 * Nothing is hinted or rounded to pixels, so a text is as wide on paper as it was when it was laid out.
 */
#pragma once

#include "core/stafet-i18n.h"
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Colours as 0xRRGGBB. Each is dark enough to be read in black and white. */
#define STAFET_INK 0x000000
#define STAFET_INK_SOFT 0x2b2a2e
#define STAFET_INK_HAIR 0x8a888f /* lines between days, never text */
#define STAFET_INK_BLUE 0x1a5fb4
#define STAFET_INK_TEAL 0x0b666c
#define STAFET_INK_RED 0x8f1420

/* How a run of text looks. */
typedef struct
{
  double size; /* points */
  PangoWeight weight;
  guint32 colour;
  gboolean italic;
} StafetType;

/* What every sheet shares. */
extern const StafetType stafet_type_small; /* the stamp of the printing, and the page's number */
extern const StafetType stafet_type_mark;  /* inside a box: "AFLYST" */

/* A context for texts in @language. (transfer full) */
PangoContext *stafet_type_context_new (StafetLanguage language);

/* An empty text, broken into lines @width wide. (transfer full) */
PangoLayout *stafet_type_text_new (PangoContext *context, double width);
/* A text of one run. (transfer full) */
PangoLayout *stafet_type_text (PangoContext *context, double width, const StafetType *type, const char *text);
/* Line feeds become spaces. @struck: with a line through it. */
void stafet_type_append (PangoLayout *layout, const StafetType *type, const char *text);
void stafet_type_append_struck (PangoLayout *layout, const StafetType *type, const char *text,
                                gboolean struck);
/* At most so many lines; the rest is an ellipsis. */
void stafet_type_limit (PangoLayout *layout, int lines);

double stafet_type_get_width (PangoLayout *layout);
double stafet_type_get_height (PangoLayout *layout);
/* The distance from the top to the first line's baseline. */
double stafet_type_get_baseline (PangoLayout *layout);
/* Where the last line ends, and its top and height. */
void stafet_type_get_end (PangoLayout *layout, double *x, double *top, double *height);

G_END_DECLS
