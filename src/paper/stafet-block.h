/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A block of a page: marks with their places, in the order in which a person reads them.
 *
 * Blocks are made of texts, lines and boxes, and put into other blocks; a page is a block. The structure that
 * a tagged PDF tells (headings, paragraphs, lists, links) is part of the order. Measures are points from the
 * block's upper left corner.
 */
#pragma once

#include "stafet-code.h"
#include "stafet-type.h"

G_BEGIN_DECLS

typedef struct _StafetBlock StafetBlock;

typedef enum
{
  STAFET_ICON_HEART,
  STAFET_ICON_STAR,
  STAFET_ICON_LOCK,
  STAFET_ICON_CROSS,
  STAFET_ICON_PHONE,
  STAFET_ICON_CLOCK
} StafetIcon;

StafetBlock *stafet_block_new (void);
void stafet_block_free (StafetBlock *self);
/* As high as its lowest mark. */
double stafet_block_get_height (const StafetBlock *self);
/* Makes the block at least so high. */
void stafet_block_reach (StafetBlock *self, double height);

/* What follows is an element of the document: "H1", "P", "L", "LI", "LBody" … One that holds another has no
 * text of its own: cairo leaves that out of the structure. */
void stafet_block_begin (StafetBlock *self, const char *element);
void stafet_block_end (StafetBlock *self);

/* Each takes @text and returns the y below it. */
double stafet_block_add_text (StafetBlock *self, double x, double y, PangoLayout *text);
double stafet_block_add_element (StafetBlock *self, const char *element, double x, double y,
                                 PangoLayout *text);
/* A text that leads somewhere: "tel:+4512345678". */
double stafet_block_add_link (StafetBlock *self, const char *uri, double x, double y, PangoLayout *text);

/* A line from the left to the right. */
void stafet_block_add_rule (StafetBlock *self, double x, double y, double width, double thickness,
                            guint32 colour);
/* A box with round corners. @fill is painted first; the border's colour where there is none. */
void stafet_block_add_box (StafetBlock *self, double x, double y, double width, double height,
                           double thickness, guint32 border, guint32 fill);
void stafet_block_add_icon (StafetBlock *self, StafetIcon icon, double x, double y, double size,
                            guint32 colour);
/* A code @size wide and high, its quiet border within. What it leads to is told by a text beside it. */
void stafet_block_add_code (StafetBlock *self, StafetCode *code, double x, double y, double size);
/* @word in a box of its own behind the end of @text, which stands at @x, @y in lines @width wide; on a line
 * below where there is no room. Returns the y below both. */
double stafet_block_add_mark (StafetBlock *self, double x, double y, double width, PangoLayout *text,
                              const StafetType *type, const char *word);

/* Copies every mark of @other to a place in this block. */
void stafet_block_put (StafetBlock *self, const StafetBlock *other, double x, double y);

/* Draws the marks at the context's origin, and tells a PDF surface the structure. */
void stafet_block_draw (const StafetBlock *self, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetBlock, stafet_block_free)

G_END_DECLS
