/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet of paper that is ready to be printed: its pages, and what its document says of itself.
 *
 * Printing and PDF share stafet_sheet_draw_page(). A sheet is laid out once, from a snapshot, and is not
 * changed afterwards; it follows the store's language, never the process's. Use it on the thread that made
 * it.
 */
#pragma once

#include "core/stafet-date.h"
#include "stafet-block.h"

G_BEGIN_DECLS

/* A4 upright, in points. */
#define STAFET_SHEET_WIDTH 595.276
#define STAFET_SHEET_HEIGHT 841.89
#define STAFET_SHEET_MARGIN 36.0
/* A5 upright, likewise. */
#define STAFET_SHEET_A5_WIDTH 419.528
#define STAFET_SHEET_A5_HEIGHT 595.276
#define STAFET_SHEET_INNER (STAFET_SHEET_WIDTH - 2 * STAFET_SHEET_MARGIN)

/**
 * StafetPaperError:
 * @STAFET_PAPER_ERROR_FOLDER: the folder is missing, or cannot be written
 * @STAFET_PAPER_ERROR_FULL: the disk is full
 * @STAFET_PAPER_ERROR_IO: anything else that the disk says
 * @STAFET_PAPER_ERROR_DRAW: the document could not be made
 */
typedef enum
{
  STAFET_PAPER_ERROR_FOLDER,
  STAFET_PAPER_ERROR_FULL,
  STAFET_PAPER_ERROR_IO,
  STAFET_PAPER_ERROR_DRAW
} StafetPaperError;

#define STAFET_PAPER_ERROR (stafet_paper_error_quark ())
GQuark stafet_paper_error_quark (void);

typedef struct _StafetSheet StafetSheet;

/* An empty sheet: for those who lay one out. @author is the house; @printed is now. */
StafetSheet *stafet_sheet_new (StafetLanguage language, const char *title, const char *author,
                               StafetWall printed);
void stafet_sheet_free (StafetSheet *self);
/* Another size than A4, in points. */
void stafet_sheet_set_size (StafetSheet *self, double width, double height);
void stafet_sheet_get_size (const StafetSheet *self, double *width, double *height);
/* Takes @page, a block with its origin in the paper's corner. */
void stafet_sheet_add_page (StafetSheet *self, StafetBlock *page);

/* "Ugeprogram, uge 48, Folkehuset Møllestien" */
const char *stafet_sheet_get_title (const StafetSheet *self);
const char *stafet_sheet_get_author (const StafetSheet *self);
StafetLanguage stafet_sheet_get_language (const StafetSheet *self);
StafetWall stafet_sheet_get_printed (const StafetSheet *self);
guint stafet_sheet_get_n_pages (const StafetSheet *self);
/* Pages count from 0. @cr has its origin in the paper's upper left corner and points as its unit. */
void stafet_sheet_draw_page (const StafetSheet *self, cairo_t *cr, guint page);

/* The document: tagged, with its fonts, title, author and language. NULL and STAFET_PAPER_ERROR_DRAW when it
 * cannot be made. (transfer full) */
GString *stafet_sheet_make_pdf (const StafetSheet *self, GError **error);
/* The same to a file, which is replaced as a whole or not at all. */
gboolean stafet_sheet_write_pdf (const StafetSheet *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetSheet, stafet_sheet_free)

G_END_DECLS
