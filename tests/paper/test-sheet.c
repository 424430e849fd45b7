/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what a sheet is: pages that can be drawn anywhere, and a document that is written whole or not at
 * all.
 */
#include "../schedule/snapshot-fixture.h"
#include "paper/stafet-sheet-arrivals.h"
#include "paper/stafet-sheet-calls.h"
#include "paper/stafet-sheet-doors.h"
#include "paper/stafet-sheet-programme.h"
#include "paper/stafet-sheet-roster.h"

#include <glib/gstdio.h>
#include <string.h>

#define RULE(name) static void name (G_GNUC_UNUSED Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define NOW (stafet_wall_new (TUESDAY, 10 * 60 + 40))
#define UID(text) (stafet_uid_intern (text))

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", "phone", "13880010", NULL);
  put (f, STAFET_KIND_HOUSE, "home", "name", "Skovvang", "kind", "nursing", NULL);
  put (f, STAFET_KIND_WARD, "b1", "name", "B.1", "house", "home", NULL);
  put (f, STAFET_KIND_WARD, "b2", "name", "B.2", "house", "home", NULL);
  put (f, STAFET_KIND_ROOM, "hall", "name", "Salen", "house", "mill", NULL);
  put (f, STAFET_KIND_ROOM, "cellar", "name", "Kælderen", "house", "mill", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "mill", "room", "hall", "start",
       "2026-11-03T10:00", "end", "2026-11-03T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "3", "activity", "cafe", NULL);
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static StafetSheet *
programme (Fixture *f)
{
  return stafet_sheet_programme_new (f->snapshot, UID ("mill"), TUESDAY - 1, NOW);
}

/* ——— Pages ——— */

/* A page as a picture of one pixel a point. (transfer full) */
static cairo_surface_t *
draw (const StafetSheet *sheet, guint page)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) STAFET_SHEET_WIDTH, (int) STAFET_SHEET_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  stafet_sheet_draw_page (sheet, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many pixels of the rectangle are not white. */
static guint
ink_in (cairo_surface_t *surface, int left, int top, int right, int bottom)
{
  guint ink = 0;

  for (int y = top; y < bottom; y++)
    {
      const guint32 *row = (const void *) (cairo_image_surface_get_data (surface)
                                           + y * cairo_image_surface_get_stride (surface));

      for (int x = left; x < right; x++)
        ink += (row[x] & 0xffffff) != 0xffffff;
    }
  return ink;
}

static void
assert_margins_are_white (const StafetSheet *sheet)
{
  const int width = (int) STAFET_SHEET_WIDTH, height = (int) STAFET_SHEET_HEIGHT;
  const int margin = (int) STAFET_SHEET_MARGIN - 2;

  g_assert_cmpuint (stafet_sheet_get_n_pages (sheet), >, 0);
  for (guint i = 0; i < stafet_sheet_get_n_pages (sheet); i++)
    {
      cairo_surface_t *page = draw (sheet, i);

      g_assert_cmpuint (ink_in (page, margin, margin, width - margin, height - margin), >, 1000);
      g_assert_cmpuint (ink_in (page, 0, 0, width, margin), ==, 0);
      g_assert_cmpuint (ink_in (page, 0, height - margin, width, height), ==, 0);
      g_assert_cmpuint (ink_in (page, 0, 0, margin, height), ==, 0);
      g_assert_cmpuint (ink_in (page, width - margin, 0, width, height), ==, 0);
      cairo_surface_destroy (page);
    }
}

/* Every sheet of the small world. */
static void
assert_all_keep_their_margins (Fixture *f)
{
  StafetDate monday = TUESDAY - 1;
  StafetSheet *sheets[] = {
    programme (f),
    stafet_sheet_doors_new (f->snapshot, UID ("mill"), monday, NOW),
    stafet_sheet_arrivals_new (f->snapshot, UID ("home"), NULL, monday, NOW),
    stafet_sheet_calls_new (f->snapshot, UID ("mill"), monday, NOW),
    stafet_sheet_roster_new (f->snapshot, UID ("lis"), monday, NOW),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      assert_margins_are_white (sheets[i]);
      stafet_sheet_free (sheets[i]);
    }
}

RULE (every_sheet_can_be_drawn_and_keeps_its_margins) { assert_all_keep_their_margins (f); }

RULE (the_corner_of_the_code_is_kept_free)
{
  g_autoptr (StafetSheet) sheet = programme (f);
  cairo_surface_t *page = draw (sheet, 0);
  int right = (int) (STAFET_SHEET_WIDTH - STAFET_SHEET_MARGIN), top = (int) STAFET_SHEET_MARGIN;
  int side = (int) STAFET_SHEET_PROGRAMME_CODE;

  g_assert_cmpuint (ink_in (page, right - side, top, right, top + side), ==, 0);
  cairo_surface_destroy (page);
}

RULE (rooms_and_wards_have_pages_of_their_own)
{
  StafetDate monday = TUESDAY - 1;
  g_autoptr (StafetSheet) doors = stafet_sheet_doors_new (f->snapshot, UID ("mill"), monday, NOW);
  g_autoptr (StafetSheet) both = stafet_sheet_arrivals_new (f->snapshot, UID ("home"), NULL, monday, NOW);
  g_autoptr (StafetSheet) one = stafet_sheet_arrivals_new (f->snapshot, NULL, UID ("b2"), monday, NOW);

  g_assert_cmpuint (stafet_sheet_get_n_pages (doors), ==, 1); /* the cellar is not used */
  g_assert_cmpuint (stafet_sheet_get_n_pages (both), ==, 2);
  g_assert_cmpuint (stafet_sheet_get_n_pages (one), ==, 1);
}

RULE (a_sheet_speaks_the_language_of_the_store)
{
  g_autoptr (StafetSheet) danish = programme (f), english = NULL;

  stafet_i18n_set_language (STAFET_LANGUAGE_EN);
  g_assert_cmpint (stafet_sheet_get_language (danish), ==, STAFET_LANGUAGE_DA);
  put (f, STAFET_KIND_SETTINGS, STAFET_SETTINGS_UID, "language", "en", "zone", "Europe/Copenhagen", NULL);
  stafet_i18n_set_language (STAFET_LANGUAGE_DA);
  english = programme (f);
  g_assert_cmpstr (stafet_sheet_get_title (english), ==, "Programme for week 48, Møllestien");
}

/* ——— Words ——— */

RULE (line_feeds_become_spaces_and_long_texts_end)
{
  PangoContext *context = stafet_type_context_new (STAFET_LANGUAGE_DA);
  g_autofree char *endless = g_strnfill (9000, 'x');
  g_autoptr (PangoLayout) text = stafet_type_text (context, 100, &stafet_type_mark, "en\nto");
  g_autoptr (PangoLayout) limited = stafet_type_text (context, 100, &stafet_type_mark, endless);

  g_assert_cmpstr (pango_layout_get_text (text), ==, "en to");
  stafet_type_limit (limited, 3);
  g_assert_cmpint (pango_layout_get_line_count (limited), ==, 3);
  g_assert_cmpfloat (stafet_type_get_width (limited), <=, 101);
  g_object_unref (context);
}

RULE (endless_texts_keep_their_sheet)
{
  g_autofree char *endless = g_strnfill (9000, 'x');

  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", endless, "price", endless, "meeting_place", endless, NULL);
  put (f, STAFET_KIND_ACTIVITY, "visit", "title", endless, "house", "mill", "ward", "b1", "meeting_place",
       endless, "start", "2026-11-24T10:00", "end", "2026-11-24T11:00", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", endless, NULL);
  put (f, STAFET_KIND_HOUSE, "mill", "name", endless, "hours", endless, "address", endless, NULL);
  put (f, STAFET_KIND_HOUSE, "home", "name", endless, NULL);
  put (f, STAFET_KIND_WARD, "b1", "name", endless, NULL);
  put (f, STAFET_KIND_ROOM, "hall", "name", endless, NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", endless, "call_when", endless, NULL);
  put (f, STAFET_KIND_CONTACT, "c", "name", endless, "role", endless, "phone", "13880011", "public", "yes",
       "house", "mill", NULL);
  put (f, STAFET_KIND_CLOSURE, "c", "from", "2026-11-24", "to", "2026-11-24", "text", endless, "room",
       "cellar", NULL);
  assert_all_keep_their_margins (f);
}

/* ——— Documents ——— */

RULE (the_document_is_the_same_each_time_and_says_its_language)
{
  g_autoptr (StafetSheet) sheet = programme (f);
  g_autoptr (StafetSheet) again = programme (f);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) first = stafet_sheet_make_pdf (sheet, &error);
  g_autoptr (GString) second = stafet_sheet_make_pdf (again, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (first->str, first->len, second->str, second->len);
  g_assert_nonnull (g_strstr_len (first->str + first->len - 600, 600, "/Lang (da-DK)"));
  g_assert_nonnull (g_strstr_len (first->str + first->len - 600, 600, "/Marked true"));
}

static void
assert_refused (const StafetSheet *sheet, const char *path, StafetPaperError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (stafet_sheet_write_pdf (sheet, path, &error));
  g_assert_error (error, STAFET_PAPER_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
}

RULE (a_document_that_cannot_be_written_leaves_what_was_there)
{
  g_autoptr (StafetSheet) sheet = programme (f);
  g_autofree char *folder = g_dir_make_tmp ("stafet-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "nothing", "sheet.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  assert_refused (sheet, nowhere, STAFET_PAPER_ERROR_FOLDER);
  if (g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    assert_refused (sheet, "/dev/full", STAFET_PAPER_ERROR_FULL);
  g_assert_true (stafet_sheet_write_pdf (sheet, path, &error));
  g_assert_no_error (error);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "sheet.pdf");
  g_assert_null (g_dir_read_name (dir));
  g_unlink (path);
  g_rmdir (folder);
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
  TEST ("/paper/sheet/can-be-drawn-and-keeps-its-margins", every_sheet_can_be_drawn_and_keeps_its_margins);
  TEST ("/paper/sheet/the-corner-of-the-code", the_corner_of_the_code_is_kept_free);
  TEST ("/paper/sheet/rooms-and-wards-have-pages", rooms_and_wards_have_pages_of_their_own);
  TEST ("/paper/sheet/the-language-of-the-store", a_sheet_speaks_the_language_of_the_store);
  TEST ("/paper/type/line-feeds-and-long-texts", line_feeds_become_spaces_and_long_texts_end);
  TEST ("/paper/sheet/endless-texts", endless_texts_keep_their_sheet);
  TEST ("/paper/pdf/the-same-each-time-with-its-language",
        the_document_is_the_same_each_time_and_says_its_language);
  TEST ("/paper/pdf/written-whole-or-not-at-all", a_document_that_cannot_be_written_leaves_what_was_there);
  return g_test_run ();
}
