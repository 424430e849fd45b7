/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds where pages are broken. Blocks are boxes of one colour each, so that a page's picture tells what
 * stands on it and where.
 */
#include "paper/stafet-flow.h"

#define RULE(name) static void name (void)
#define HEAD 0x101010
#define HEAD_AGAIN 0x202020
#define FOOT 0x303030
#define LABEL 0xff0000
#define LABEL_AGAIN 0x0000ff
#define ROW 0x00ff00
#define FILLER 0xffff00

#define FOOT_HEIGHT 60.0
#define HEAD_HEIGHT 80.0

typedef struct
{
  StafetSheet *sheet;
  StafetBlock *head, *head_again, *foot, *label, *label_again;
  StafetFlow *flow;
  GPtrArray *rows;
} Page;

static StafetBlock *
coloured (double width, double height, guint32 colour)
{
  StafetBlock *block = stafet_block_new ();

  stafet_block_add_box (block, 0, 0, width, height, 1, colour, colour);
  return block;
}

static void
page_begin (Page *page)
{
  page->sheet = stafet_sheet_new (STAFET_LANGUAGE_EN, "Title", "House", 0);
  page->head = coloured (100, HEAD_HEIGHT, HEAD);
  page->head_again = coloured (100, HEAD_HEIGHT, HEAD_AGAIN);
  page->foot = coloured (100, FOOT_HEIGHT, FOOT);
  page->label = coloured (60, 30, LABEL);
  page->label_again = coloured (60, 30, LABEL_AGAIN);
  page->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_block_free);
  page->flow = stafet_flow_new (page->sheet, page->head, page->head_again, page->foot);
}

static void
page_end (Page *page)
{
  stafet_sheet_free (page->sheet);
  stafet_block_free (page->head);
  stafet_block_free (page->head_again);
  stafet_block_free (page->foot);
  stafet_block_free (page->label);
  stafet_block_free (page->label_again);
  g_ptr_array_unref (page->rows);
}

static void
add_rows (Page *page, guint n, double height, double indent)
{
  StafetSection section = { .label = page->label,
                            .label_again = page->label_again,
                            .rows = page->rows,
                            .indent = indent,
                            .gap = 2,
                            .padding = 4 };

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (page->rows, coloured (200, height, ROW));
  stafet_flow_add_section (page->flow, &section);
}

static void
add_filler (Page *page, double height)
{
  g_autoptr (StafetBlock) block = coloured (200, height, FILLER);

  stafet_flow_add (page->flow, block, 0);
}

/* Where the colour begins and ends on a page, in points from the top; FALSE when it is not there. */
static gboolean
find_colour (const Page *page, guint number, guint32 colour, int *first, int *last)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) STAFET_SHEET_WIDTH, (int) STAFET_SHEET_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  gboolean found = FALSE;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  stafet_sheet_draw_page (page->sheet, cr, number);
  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint32 *row = (const void *) (cairo_image_surface_get_data (surface)
                                           + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        if ((row[x] & 0xffffff) == colour)
          {
            *first = found ? *first : y;
            *last = y;
            found = TRUE;
          }
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return found;
}

static gboolean
has (const Page *page, guint number, guint32 colour)
{
  int first, last;

  return find_colour (page, number, colour, &first, &last);
}

/* ——— The rules ——— */

RULE (rows_that_fit_stay_on_one_page)
{
  Page page;

  page_begin (&page);
  add_rows (&page, 10, 40, 100);
  stafet_flow_finish (page.flow);
  g_assert_cmpuint (stafet_sheet_get_n_pages (page.sheet), ==, 1);
  g_assert_true (has (&page, 0, HEAD) && has (&page, 0, FOOT) && has (&page, 0, LABEL));
  g_assert_false (has (&page, 0, LABEL_AGAIN));
  page_end (&page);
}

RULE (rows_go_on_under_the_label_and_the_head_again)
{
  Page page;

  page_begin (&page);
  add_rows (&page, 30, 40, 100);
  stafet_flow_finish (page.flow);
  g_assert_cmpuint (stafet_sheet_get_n_pages (page.sheet), ==, 3);
  g_assert_true (has (&page, 0, LABEL) && !has (&page, 0, LABEL_AGAIN));
  g_assert_true (has (&page, 1, LABEL_AGAIN) && !has (&page, 1, LABEL));
  g_assert_true (has (&page, 0, HEAD) && !has (&page, 1, HEAD));
  g_assert_true (has (&page, 1, HEAD_AGAIN) && has (&page, 1, FOOT) && has (&page, 2, FOOT));
  page_end (&page);
}

RULE (rows_stand_between_head_and_foot)
{
  Page page;
  int first, last;

  page_begin (&page);
  add_rows (&page, 60, 33, 100);
  stafet_flow_finish (page.flow);
  for (guint i = 0; i < stafet_sheet_get_n_pages (page.sheet); i++)
    {
      g_assert_true (find_colour (&page, i, ROW, &first, &last));
      g_assert_cmpint (first, >, STAFET_SHEET_MARGIN + HEAD_HEIGHT);
      g_assert_cmpint (last, <, STAFET_SHEET_HEIGHT - STAFET_SHEET_MARGIN - FOOT_HEIGHT);
    }
  page_end (&page);
}

RULE (a_small_section_is_not_broken)
{
  Page page;

  page_begin (&page);
  add_filler (&page, 500);
  add_rows (&page, 3, 60, 100);
  stafet_flow_finish (page.flow);
  g_assert_cmpuint (stafet_sheet_get_n_pages (page.sheet), ==, 2);
  g_assert_false (has (&page, 0, ROW) || has (&page, 0, LABEL));
  g_assert_true (has (&page, 1, LABEL) && !has (&page, 1, LABEL_AGAIN));
  page_end (&page);
}

RULE (a_large_section_begins_where_it_stands)
{
  Page page;

  page_begin (&page);
  add_filler (&page, 300);
  add_rows (&page, 12, 60, 100);
  stafet_flow_finish (page.flow);
  g_assert_true (has (&page, 0, ROW) && has (&page, 0, LABEL) && has (&page, 1, LABEL_AGAIN));
  page_end (&page);
}

RULE (a_label_is_not_left_alone_at_the_bottom)
{
  Page page;

  page_begin (&page);
  add_filler (&page, 570);
  add_rows (&page, 12, 60, 0);
  stafet_flow_finish (page.flow);
  g_assert_false (has (&page, 0, LABEL));
  g_assert_true (has (&page, 1, LABEL) && has (&page, 1, ROW));
  page_end (&page);
}

RULE (rows_without_indent_stand_below_their_label)
{
  Page page;
  int label_end, row_begin, ignored;

  page_begin (&page);
  add_rows (&page, 1, 40, 0);
  stafet_flow_finish (page.flow);
  g_assert_true (find_colour (&page, 0, LABEL, &ignored, &label_end));
  g_assert_true (find_colour (&page, 0, ROW, &row_begin, &ignored));
  g_assert_cmpint (row_begin, >=, label_end);
  page_end (&page);
}

RULE (what_may_be_left_out_makes_no_page)
{
  Page page;
  g_autoptr (StafetBlock) extra = coloured (100, 50, LABEL);

  page_begin (&page);
  add_filler (&page, 600);
  stafet_flow_add_if_room (page.flow, extra);
  stafet_flow_finish (page.flow);
  g_assert_cmpuint (stafet_sheet_get_n_pages (page.sheet), ==, 1);
  g_assert_false (has (&page, 0, LABEL));
  page_end (&page);
}

RULE (a_flow_without_anything_is_one_page)
{
  Page page;

  page_begin (&page);
  stafet_flow_finish (page.flow);
  g_assert_cmpuint (stafet_sheet_get_n_pages (page.sheet), ==, 1);
  g_assert_true (has (&page, 0, HEAD) && has (&page, 0, FOOT));
  page_end (&page);
}

#define ADD(name, func) g_test_add_func ("/paper/flow/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
  ADD ("rows-that-fit-stay-on-one-page", rows_that_fit_stay_on_one_page);
  ADD ("rows-go-on-under-the-label-and-the-head-again", rows_go_on_under_the_label_and_the_head_again);
  ADD ("rows-stand-between-head-and-foot", rows_stand_between_head_and_foot);
  ADD ("a-small-section-is-not-broken", a_small_section_is_not_broken);
  ADD ("a-large-section-begins-where-it-stands", a_large_section_begins_where_it_stands);
  ADD ("a-label-is-not-left-alone-at-the-bottom", a_label_is_not_left_alone_at_the_bottom);
  ADD ("rows-without-indent-stand-below-their-label", rows_without_indent_stand_below_their_label);
  ADD ("what-may-be-left-out-makes-no-page", what_may_be_left_out_makes_no_page);
  ADD ("a-flow-without-anything-is-one-page", a_flow_without_anything_is_one_page);
  return g_test_run ();
}
