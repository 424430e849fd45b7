/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the reading and writing of tables: whatever a spreadsheet makes of cells, the same cells come back.
 */
#include "table/stafet-table.h"

#include "core/stafet-error.h"
#include "core/stafet-i18n.h"

#include <string.h>

/* "a|b\nc" (transfer full) */
static char *
cells_of (const StafetTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (table->rows, i);

      g_string_append (text, i > 0 ? "\n" : "");
      for (guint j = 0; j < row->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "|" : "", (char *) g_ptr_array_index (row, j));
    }
  return g_string_free (text, FALSE);
}

static void
assert_bytes (const char *bytes, gsize length, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetTable) table = stafet_table_read (bytes, length, &error);
  g_autofree char *cells = NULL;

  g_assert_no_error (error);
  cells = cells_of (table);
  g_assert_cmpstr (cells, ==, expected);
}

#define READS(bytes, expected) assert_bytes (bytes, strlen (bytes), expected)

static void
each_separator_is_found (void)
{
  READS ("Navn;Telefon\nEva;13\n", "Navn|Telefon\nEva|13");
  READS ("Navn,Telefon\nEva,13\n", "Navn|Telefon\nEva|13");
  READS ("Navn\tTelefon\nEva\t13\n", "Navn|Telefon\nEva|13");
  /* A decimal comma, an enumeration in one cell. */
  READS ("Hvad;Pris\nKor;75,-\nKrolf, banko;20,50\n", "Hvad|Pris\nKor|75,-\nKrolf, banko|20,50");
  READS ("Eva\nBo\n", "Eva\nBo");
}

static void
each_line_end_and_encoding_is_read (void)
{
  READS ("a;b\r\nc;d\r\n", "a|b\nc|d");
  READS ("a;b\rc;d", "a|b\nc|d");
  READS ("\xef\xbb\xbf"
         "æ;ø\n",
         "æ|ø");
  READS ("M\xf8llestien;\xc5se\n", "Møllestien|Åse");
  READS ("", "");
}

/* What a spreadsheet calls Unicode text. */
static void
sixteen_bits_a_letter_are_read (void)
{
  static const char *const text = "Navn\tTelefon\r\nÅse Kjær\t13 58 31 42\r\n";
  static const struct
  {
    const char *mark, *charset;
  } orders[] = { { "\xff\xfe", "UTF-16LE" }, { "\xfe\xff", "UTF-16BE" } };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      gsize length;
      g_autofree char *wide = g_convert (text, -1, orders[i].charset, "UTF-8", NULL, &length, NULL);
      g_autoptr (GString) bytes = g_string_new (orders[i].mark);
      g_autoptr (GError) error = NULL;

      g_string_append_len (bytes, wide, (gssize) length);
      assert_bytes (bytes->str, bytes->len, "Navn|Telefon\nÅse Kjær|13 58 31 42");
      /* Half a letter. */
      g_assert_null (stafet_table_read (bytes->str, bytes->len - 1, &error));
      g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE);
    }
}

/* The rows that were mended, with a space between. */
static void
assert_mended (const char *bytes, const char *expected)
{
  g_autoptr (StafetTable) table = stafet_table_read (bytes, strlen (bytes), NULL);
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < table->rows->len; i++)
    if (stafet_table_row_is_mended (table, i))
      g_string_append_printf (rows, "%s%u", rows->len > 0 ? " " : "", i);
  g_assert_cmpstr (rows->str, ==, expected);
}

static void
a_line_of_another_encoding_is_read_as_what_it_is (void)
{
  READS ("Åse;1\nBo;2\nS\xf8ren \xc5;3\nÆgir;4\n", "Åse|1\nBo|2\nSøren Å|3\nÆgir|4");
  assert_mended ("Åse;1\nBo;2\nS\xf8ren \xc5;3\nÆgir;4\n", "2");
  /* In and behind a cell of two lines a row is not a line. */
  READS ("Åse;\"to\nlinjer\"\nEg;\"S\xf8\nx\"\nØ;\"Æ\"\n", "Åse|to\nlinjer\nEg|Sø\nx\nØ|Æ");
  assert_mended ("Åse;\"to\nlinjer\"\nÆg;\"a\nS\xf8\"\nØ;b\nS\xf8;c\n", "1 3");
  /* A quotation mark that is not closed. */
  assert_mended ("Åse;1\nØ;1\n\"S\xf8;1\n", "2");
  /* All of one kind is nothing to look at, and neither is the odd line of the other. */
  assert_mended ("S\xf8;1\nK\xe6;2\n", "");
  assert_mended ("S\xf8;1\nK\xe6;2\nÅse;3\n", "");
  assert_mended ("Åse;1\n", "");
  assert_mended ("Åse;1\nØ;2\nP\xc3\xa6r;h\xf8r\n", "2");
}

static void
more_rows_than_any_house_has_are_refused (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (StafetTable) table = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < STAFET_TABLE_ROWS_MAX; i++)
    g_string_append (text, "Eva;1\n");
  table = stafet_table_read (text->str, text->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (table->rows->len, ==, STAFET_TABLE_ROWS_MAX);
  g_string_append (text, "Eva;1\n");
  g_assert_null (stafet_table_read (text->str, text->len, &error));
  g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "250.000 rækker"));
}

static void
an_empty_line_keeps_its_place (void)
{
  READS ("a;b\n\n;\nc;d\n", "a|b\n\n|\nc|d");
  READS ("a;b\r\n\r\nc;d\r\n", "a|b\n\nc|d");
}

static void
quoted_cells_hold_anything (void)
{
  READS ("\"krolf;banko\";\"sagde \"\"ja\"\"\"\n", "krolf;banko|sagde \"ja\"");
  READS ("\"to\nlinjer\";b\nc;d\n", "to\nlinjer|b\nc|d");
  READS (" a ;\" b \"\n", "a|b");
}

static void
a_quotation_mark_that_is_not_closed_spoils_nothing_else (void)
{
  READS ("a;b\n\"c;d\ne;f\n", "a|b\n\"c|d\ne|f");
  READS ("a;b\nGrethes \"gode\" café;d\n\ne;f\n", "a|b\nGrethes \"gode\" café|d\n\ne|f");
}

static void
both_encodings_in_one_line_are_read (void)
{
  const char *bytes = "Navn;Note\nP\xc3\xa6r;har \xe5"
                      "bnet, s\xc3\xb8 og \xf8\nJ\xf8rgen;\n";
  g_autoptr (StafetTable) table = stafet_table_read (bytes, strlen (bytes), NULL);

  g_assert_cmpstr (stafet_table_get (table, 1, 0), ==, "Pær");
  g_assert_cmpstr (stafet_table_get (table, 1, 1), ==, "har åbnet, sø og ø");
  g_assert_cmpstr (stafet_table_get (table, 2, 0), ==, "Jørgen");
}

static void
what_is_no_table_is_refused (void)
{
  g_autofree char *large = g_malloc0 (STAFET_TABLE_BYTES_MAX + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (stafet_table_read ("a\0b", 3, &error));
  g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE);
  g_clear_error (&error);
  memset (large, 'a', STAFET_TABLE_BYTES_MAX + 1);
  g_assert_null (stafet_table_read (large, STAFET_TABLE_BYTES_MAX + 1, &error));
  g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE);
}

/* Chosen by mistake, as they have the list's name. */
static void
a_spreadsheets_own_file_is_called_that (void)
{
  static const char *const beginnings[] = { "PK\x03\x04\x14", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" };
  static const char *const others[] = { "%PDF-1.7\na;b\n", "<html><td>a</td></html>", "{\\rtf1 a;b}" };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (stafet_table_read (beginnings[i], strlen (beginnings[i]), &error));
      g_assert_nonnull (strstr (error->message, "Excel"));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (stafet_table_read (others[i], strlen (others[i]), NULL));
}

/* (transfer full) */
static GPtrArray *
row_of (const char *const *cells)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (; *cells != NULL; cells++)
    g_ptr_array_add (row, g_strdup (*cells));
  return row;
}

static void
what_is_written_can_be_read (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree char *text = NULL;

  g_ptr_array_add (rows, row_of ((const char *[]){ "Navn", "Note", "Telefon", NULL }));
  g_ptr_array_add (rows, row_of ((const char *[]){ "Åse; \"Bo\"", "to\nlinjer", "+4513400000", NULL }));
  g_ptr_array_add (rows, row_of ((const char *[]){ "=1+1", "@a", "", NULL }));
  text = stafet_table_write (rows);
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbfNavn;Note;Telefon\r\n"));
  /* Nothing that a spreadsheet would reckon with. */
  g_assert_nonnull (strstr (text, "\r\n'=1+1;'@a;\r\n"));
  READS (text, "Navn|Note|Telefon\nÅse; \"Bo\"|to\nlinjer|+4513400000\n=1+1|@a|");
}

/* Any bytes at all: a table or a refusal, never more than was given. */
static void
nonsense_is_read_or_refused (void)
{
  GRand *random = g_rand_new_with_seed (7);
  static const char letters[] = "ab;,\t\"'\n\r=\xf8\xc3\xa6 1";

  for (int round = 0; round < 3000; round++)
    {
      char bytes[64];
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof bytes);
      g_autoptr (StafetTable) table = NULL;

      for (gsize i = 0; i < length; i++)
        bytes[i] = letters[g_rand_int_range (random, 0, sizeof letters - 1)];
      table = stafet_table_read (bytes, length, NULL);
      g_assert_nonnull (table);
      g_assert_cmpuint (table->rows->len, <=, length + 1);
      for (guint i = 0; i < table->rows->len; i++)
        for (guint j = 0; j < table->n_columns; j++)
          g_assert_true (g_utf8_validate (stafet_table_get (table, i, j), -1, NULL));
    }
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (g_getenv ("STAFET_LOCALE_DIR"));
#define TABLE(name, func) g_test_add_func ("/table/table/" name, func)
  TABLE ("each-separator-is-found", each_separator_is_found);
  TABLE ("each-line-end-and-encoding-is-read", each_line_end_and_encoding_is_read);
  TABLE ("sixteen-bits-a-letter-are-read", sixteen_bits_a_letter_are_read);
  TABLE ("a-line-of-another-encoding-is-read", a_line_of_another_encoding_is_read_as_what_it_is);
  TABLE ("both-encodings-in-one-line-are-read", both_encodings_in_one_line_are_read);
  TABLE ("more-rows-than-any-house-has-are-refused", more_rows_than_any_house_has_are_refused);
  TABLE ("an-empty-line-keeps-its-place", an_empty_line_keeps_its_place);
  TABLE ("quoted-cells-hold-anything", quoted_cells_hold_anything);
  TABLE ("a-quotation-mark-that-is-not-closed-spoils-nothing-else",
         a_quotation_mark_that_is_not_closed_spoils_nothing_else);
  TABLE ("what-is-no-table-is-refused", what_is_no_table_is_refused);
  TABLE ("a-spreadsheets-own-file", a_spreadsheets_own_file_is_called_that);
  TABLE ("what-is-written-can-be-read", what_is_written_can_be_read);
  TABLE ("nonsense-is-read-or-refused", nonsense_is_read_or_refused);
  return g_test_run ();
}
