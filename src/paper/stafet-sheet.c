/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds a sheet's pages.
 */
#include "stafet-sheet.h"

/* clang-format off */
G_DEFINE_QUARK (stafet-paper-error-quark, stafet_paper_error)
/* clang-format on */

struct _StafetSheet
{
  StafetLanguage language;
  char *title, *author;
  StafetWall printed;
  double width, height;
  GPtrArray *pages; /* StafetBlock, owned */
};

StafetSheet *
stafet_sheet_new (StafetLanguage language, const char *title, const char *author, StafetWall printed)
{
  StafetSheet *self = g_new0 (StafetSheet, 1);

  self->language = language;
  self->title = g_strdup (title);
  self->author = g_strdup (author);
  self->printed = printed;
  stafet_sheet_set_size (self, STAFET_SHEET_WIDTH, STAFET_SHEET_HEIGHT);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_block_free);
  return self;
}

void
stafet_sheet_free (StafetSheet *self)
{
  g_free (self->title);
  g_free (self->author);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

void
stafet_sheet_set_size (StafetSheet *self, double width, double height)
{
  self->width = width;
  self->height = height;
}

void
stafet_sheet_get_size (const StafetSheet *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

void
stafet_sheet_add_page (StafetSheet *self, StafetBlock *page)
{
  g_ptr_array_add (self->pages, page);
}

const char *
stafet_sheet_get_title (const StafetSheet *self)
{
  return self->title;
}

const char *
stafet_sheet_get_author (const StafetSheet *self)
{
  return self->author;
}

StafetLanguage
stafet_sheet_get_language (const StafetSheet *self)
{
  return self->language;
}

StafetWall
stafet_sheet_get_printed (const StafetSheet *self)
{
  return self->printed;
}

guint
stafet_sheet_get_n_pages (const StafetSheet *self)
{
  return self->pages->len;
}

void
stafet_sheet_draw_page (const StafetSheet *self, cairo_t *cr, guint page)
{
  g_return_if_fail (page < self->pages->len);
  stafet_block_draw (g_ptr_array_index (self->pages, page), cr);
}
