/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a sheet as a tagged PDF.
 *
 * Cairo cannot name the document's language, and cairo 1.16 writes the structure without saying so
 * (MarkInfo). So both are added as ISO 32000-1 §7.5.6 has it: the catalogue is written once more behind the
 * document, with a cross-reference section of its own.
 */
#include "core/stafet-posix.h"
#include "stafet-sheet.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define ALSO_IN_CATALOGUE "   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
#define MARKED "   /MarkInfo << /Marked true >>\n"

/* ——— The language ——— */

/* Where the last @word stands in the @length bytes, or NULL. Streams hold any byte, also 0. */
static const char *
find_last (const char *bytes, gsize length, const char *word)
{
  gsize n = strlen (word);

  for (gsize at = length; at >= n; at--)
    if (memcmp (bytes + at - n, word, n) == 0)
      return bytes + at - n;
  return NULL;
}

/* The number behind @key in what begins at @from. */
static gboolean
number_after (const char *from, const char *key, gulong *number)
{
  const char *at = from != NULL ? strstr (from, key) : NULL;

  if (at == NULL || !g_ascii_isdigit (at[strlen (key)]))
    return FALSE;
  *number = strtoul (at + strlen (key), NULL, 10);
  return TRUE;
}

/* Where object @number begins, and where its dictionary ends: "7 0 obj << … >>". */
static const char *
find_object (const GString *pdf, gulong number, const char **end)
{
  g_autofree char *begin = g_strdup_printf ("\n%lu 0 obj\n", number);
  const char *at = find_last (pdf->str, pdf->len, begin);
  const char *over = at != NULL ? strstr (at, "\nendobj") : NULL;

  *end = over != NULL ? find_last (at, (gsize) (over - at), ">>") : NULL;
  return at != NULL ? at + 1 : NULL;
}

/* Left as it is when it is not laid out as expected: it is still a good document. */
static void
add_language (GString *pdf, StafetLanguage language)
{
  const char *trailer = find_last (pdf->str, pdf->len, "\ntrailer"), *catalogue, *end;
  gulong size, root, info, previous;
  g_autofree char *longer = NULL;
  gsize at, table;

  if (!number_after (trailer, "/Size ", &size) || !number_after (trailer, "/Root ", &root)
      || !number_after (trailer, "/Info ", &info) || !number_after (trailer, "startxref\n", &previous))
    return;
  catalogue = find_object (pdf, root, &end);
  if (catalogue == NULL || end == NULL)
    return;
  longer = g_strndup (catalogue, (gsize) (end - catalogue));
  at = pdf->len;
  g_string_append (pdf, longer);
  g_string_append_printf (pdf, ALSO_IN_CATALOGUE, language == STAFET_LANGUAGE_EN ? "en-GB" : "da-DK");
  if (strstr (longer, "/MarkInfo") == NULL)
    g_string_append (pdf, MARKED);
  g_string_append (pdf, ">>\nendobj\n");
  table = pdf->len;
  g_string_append_printf (pdf, "xref\n%lu 1\n%010" G_GSIZE_FORMAT " 00000 n \n", root, at);
  g_string_append_printf (pdf,
                          "trailer\n<< /Size %lu\n   /Root %lu 0 R\n   /Info %lu 0 R\n   /Prev %lu\n>>\n"
                          "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          size, root, info, previous, table);
}

/* ——— The document ——— */

static cairo_status_t
write_cb (gpointer closure, const guchar *data, guint length)
{
  g_string_append_len (closure, (const char *) data, (gssize) length);
  return CAIRO_STATUS_SUCCESS;
}

static void
describe (cairo_surface_t *surface, const StafetSheet *sheet)
{
  char when[STAFET_WALL_SIZE];
  g_autofree char *created =
    g_strconcat (stafet_wall_write (stafet_sheet_get_printed (sheet), when), ":00", NULL);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, stafet_sheet_get_title (sheet));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, stafet_sheet_get_author (sheet));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Stafet " STAFET_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

GString *
stafet_sheet_make_pdf (const StafetSheet *self, GError **error)
{
  g_autoptr (GString) pdf = g_string_sized_new (65536);
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  double width, height;

  stafet_sheet_get_size (self, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, width, height);
  cr = cairo_create (surface);
  describe (surface, self);
  for (guint page = 0; page < stafet_sheet_get_n_pages (self); page++)
    {
      stafet_sheet_draw_page (self, cr, page);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, STAFET_PAPER_ERROR, STAFET_PAPER_ERROR_DRAW,
                   _ ("The sheet could not be drawn (%s). Try again."), cairo_status_to_string (status));
      return NULL;
    }
  add_language (pdf, stafet_sheet_get_language (self));
  return g_steal_pointer (&pdf);
}

/* ——— The file ——— */

static gboolean
fail (GError **error, const char *path, int problem)
{
  if (problem == ENOSPC || problem == EDQUOT || problem == EFBIG)
    g_set_error (error, STAFET_PAPER_ERROR, STAFET_PAPER_ERROR_FULL,
                 _ ("There is no room for “%s”: the disk is full. Make room and try again; what is there "
                    "already is still whole."),
                 path);
  else if (problem == EACCES || problem == EPERM || problem == EROFS || problem == ENOENT
           || problem == ENOTDIR)
    g_set_error (error, STAFET_PAPER_ERROR, STAFET_PAPER_ERROR_FOLDER,
                 _ ("“%s” cannot be written (%s). Choose a folder that exists and that you may write to."),
                 path, g_strerror (problem));
  else
    g_set_error (error, STAFET_PAPER_ERROR, STAFET_PAPER_ERROR_IO,
                 _ ("“%s” cannot be written (%s). Try again, or choose another folder."), path,
                 g_strerror (problem));
  return FALSE;
}

gboolean
stafet_sheet_write_pdf (const StafetSheet *self, const char *path, GError **error)
{
  g_autoptr (GString) pdf = stafet_sheet_make_pdf (self, error);
  int problem;

  if (pdf == NULL)
    return FALSE;
  problem = stafet_file_replace (path, pdf);
  return problem == 0 || fail (error, path, problem);
}
