/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads and writes tables. libcsv cuts them into cells.
 */
#include "stafet-table.h"

#include "core/stafet-error.h"
#include "core/stafet-i18n.h"

#include <csv.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static const char separators[] = { '\t', ';', ',' };

/* ——— From bytes to text ——— */

/* Stands before the first foreign letter of a line that was mended, until the line is cut into cells. Unicode
 * keeps it for such use: it is in no text. */
#define MENDED "\xef\xb7\x90"

static char *
convert (const char *bytes, gsize length, const char *charset)
{
  gsize written;
  g_autofree char *text = g_convert (bytes, (gssize) length, "UTF-8", charset, NULL, &written, NULL);

  return text != NULL && strlen (text) == written ? g_steal_pointer (&text) : NULL;
}

/* What decode_lines() found. */
typedef struct
{
  guint whole;  /* lines with letters beyond ASCII that are UTF-8 */
  guint mended; /* lines that are not */
} Lines;

static gboolean
append_foreign (GString *text, const char *bytes, gsize length)
{
  g_autofree char *converted = convert (bytes, length, "WINDOWS-1252");

  g_string_append (text, converted != NULL ? converted : "");
  return converted != NULL;
}

/* One of "æøåÆØÅéü" and their like in UTF-8: as Windows-1252 it were an Ã and a sign, which is in no word. */
static gboolean
is_letter (const char *at, const char *end)
{
  return end - at > 1 && (guchar) at[0] == 0xc3 && ((guchar) at[1] & 0xc0) == 0x80;
}

/* A cell of one kind may stand beside one of the other. */
static gboolean
append_mended (GString *text, const char *line, const char *end)
{
  const char *foreign = line;

  for (const char *at = line; at < end;)
    {
      if (!is_letter (at, end))
        {
          at++;
          continue;
        }
      if (!append_foreign (text, foreign, (gsize) (at - foreign)))
        return FALSE;
      g_string_append_len (text, at, 2);
      foreign = at += 2;
    }
  return append_foreign (text, foreign, (gsize) (end - foreign));
}

static gboolean
append_line (GString *text, const char *line, gsize length, Lines *lines)
{
  gsize plain = 0;

  while (plain < length && (guchar) line[plain] < 0x80)
    plain++;
  g_string_append_len (text, line, (gssize) plain);
  if (plain == length)
    return TRUE;
  if (g_utf8_validate (line + plain, (gssize) (length - plain), NULL))
    {
      lines->whole++;
      g_string_append_len (text, line + plain, (gssize) (length - plain));
      return TRUE;
    }
  lines->mended++;
  g_string_append (text, MENDED);
  return append_mended (text, line + plain, line + length);
}

static void
forget_marks (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0';)
    if (g_str_has_prefix (from, MENDED))
      from += strlen (MENDED);
    else
      *to++ = *from++;
  *to = '\0';
}

/* A list that is one kind or the other is that; in one that is mostly UTF-8 the others are marked. (transfer
 * full) */
static char *
decode_lines (const char *bytes, gsize length)
{
  g_autoptr (GString) text = g_string_sized_new (length + length / 8);
  Lines lines = { 0 };

  for (const char *line = bytes, *end = bytes + length; line < end;)
    {
      const char *feed = memchr (line, '\n', (gsize) (end - line));
      const char *next = feed != NULL ? feed + 1 : end;

      if (!append_line (text, line, (gsize) (next - line), &lines))
        return NULL;
      line = next;
    }
  if (lines.mended > lines.whole)
    forget_marks (text->str);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A paste begins with no mark, a spreadsheet's file often does. (transfer full) */
static char *
decode (const char *bytes, gsize length)
{
  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    return convert (bytes + 2, length - 2, *bytes == '\xff' ? "UTF-16LE" : "UTF-16BE");
  if (length >= 3 && memcmp (bytes, BYTE_ORDER_MARK, 3) == 0)
    {
      bytes += 3;
      length -= 3;
    }
  if (length > 0 && memchr (bytes, '\0', length) != NULL)
    return NULL;
  if (g_utf8_validate (bytes, (gssize) length, NULL))
    return g_strndup (bytes, length);
  return decode_lines (bytes, length);
}

static gboolean
has_too_many_lines (const char *text)
{
  guint n = 0;

  for (const char *at = text; (at = strchr (at, '\n')) != NULL && n <= STAFET_TABLE_ROWS_MAX; at++)
    n++;
  return n > STAFET_TABLE_ROWS_MAX;
}

/* Line ends become line feeds, in place. */
static void
unify_lines (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from != '\r')
        *to++ = *from;
      else if (from[1] != '\n')
        *to++ = '\n';
    }
  *to = '\0';
}

/* The one that divides most of the first lines; of those that divide as many, the first of the list. */
static char
guess_separator (const char *text)
{
  guint lines[G_N_ELEMENTS (separators)] = { 0 }, n = 0, best = 1;

  for (const char *line = text; *line != '\0' && n < 50; n++)
    {
      gsize length = strcspn (line, "\n");

      for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
        lines[i] += memchr (line, separators[i], length) != NULL ? 1 : 0;
      line += length + (line[length] == '\n' ? 1 : 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (lines[i] > lines[best] || (lines[i] == lines[best] && i < best))
      best = i;
  return separators[best];
}

/* ——— From text to cells ——— */

typedef struct
{
  StafetTable *table;
  GPtrArray *row; /* the one under way */
} Reading;

static GPtrArray *
row_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
cell_cb (void *bytes, size_t length, void *data)
{
  Reading *reading = data;
  char *cell = g_strstrip (g_strndup (bytes != NULL ? bytes : "", length));
  guint row = reading->table->rows->len;

  if (strstr (cell, MENDED) != NULL)
    {
      forget_marks (cell);
      if (reading->table->mended->len == 0
          || g_array_index (reading->table->mended, guint, reading->table->mended->len - 1) != row)
        g_array_append_val (reading->table->mended, row);
    }
  /* The apostrophe that keeps a spreadsheet from reckoning is not part of the text. */
  if (cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@", cell[1]) != NULL)
    memmove (cell, cell + 1, strlen (cell));
  if (reading->row->len < STAFET_TABLE_COLUMNS_MAX)
    g_ptr_array_add (reading->row, cell);
  else
    g_free (cell);
}

static void
row_cb (int ending, void *data)
{
  Reading *reading = data;

  (void) ending;
  reading->table->n_columns = MAX (reading->table->n_columns, reading->row->len);
  g_ptr_array_add (reading->table->rows, reading->row);
  reading->row = row_new ();
}

static gboolean
parse (Reading *reading, const char *text, gsize length, guchar options)
{
  struct csv_parser parser;
  gboolean good;

  csv_init (&parser, options | CSV_REPALL_NL);
  csv_set_delim (&parser, (unsigned char) reading->table->separator);
  good = csv_parse (&parser, text, length, cell_cb, row_cb, reading) == length
         && csv_fini (&parser, cell_cb, row_cb, reading) == 0;
  csv_free (&parser);
  return good;
}

/* Every line by itself, quotation marks and all: so one that is not closed spoils its own line alone. */
static void
parse_lines (Reading *reading, const char *text)
{
  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");

      if (!parse (reading, line, length, CSV_STRICT | CSV_STRICT_FINI))
        {
          g_auto (GStrv) cells = NULL;
          g_autofree char *whole = g_strndup (line, length);
          char separator[2] = { reading->table->separator, '\0' };

          g_ptr_array_set_size (reading->row, 0);
          cells = g_strsplit (whole, separator, -1);
          for (guint i = 0; cells[i] != NULL; i++)
            cell_cb (cells[i], strlen (cells[i]), reading);
          row_cb ('\n', reading);
        }
      else if (length == 0)
        row_cb ('\n', reading);
      line += length + (line[length] == '\n' ? 1 : 0);
    }
}

static StafetTable *
table_new (char separator)
{
  StafetTable *self = g_atomic_rc_box_new0 (StafetTable);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->separator = separator;
  self->mended = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

static void
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE, sentence);
}

/* What spreadsheets save of themselves is not read: it is said what it is. */
static gboolean
is_spreadsheet (const char *bytes, gsize length)
{
  static const char *const beginnings[] = { "PK\x03\x04", "\xd0\xcf\x11\xe0" };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (length >= 4 && memcmp (bytes, beginnings[i], 4) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_document (const char *bytes, gsize length)
{
  static const char *const beginnings[] = { "%PDF-", "{\\rtf", "<!doctype", "<html", "<?xml" };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (length >= strlen (beginnings[i])
        && g_ascii_strncasecmp (bytes, beginnings[i], strlen (beginnings[i])) == 0)
      return TRUE;
  return FALSE;
}

/* NULL: it may be a table. */
static const char *
why_not (const char *bytes, gsize length)
{
  if (length > STAFET_TABLE_BYTES_MAX)
    return _ ("That is more than 50 MB: too much for a table of a house.");
  if (is_spreadsheet (bytes, length))
    return _ ("That is the spreadsheet's own file (Excel or LibreOffice). Open it there, and save it as CSV, "
              "or copy its cells and paste them here.");
  if (is_document (bytes, length))
    return _ ("That is no table. Save it from the spreadsheet as CSV, or copy its cells.");
  return NULL;
}

StafetTable *
stafet_table_read (const char *bytes, gsize length, GError **error)
{
  const char *reason = why_not (bytes, length);
  g_autofree char *text = reason == NULL ? decode (bytes, length) : NULL;
  StafetTable *self;
  Reading reading;

  if (text == NULL)
    {
      refuse (error, reason != NULL
                       ? reason
                       : _ ("That is no table. Save it from the spreadsheet as CSV, or copy its cells."));
      return NULL;
    }
  unify_lines (text);
  if (has_too_many_lines (text))
    {
      refuse (error,
              _ ("That is more than 250,000 rows: too much for a list of a house. Copy only the rows that "
                 "are to be taken in."));
      return NULL;
    }
  self = table_new (guess_separator (text));
  reading = (Reading){ self, row_new () };
  if (!parse (&reading, text, strlen (text), CSV_STRICT | CSV_STRICT_FINI))
    {
      g_ptr_array_set_size (self->rows, 0);
      g_ptr_array_set_size (reading.row, 0);
      g_array_set_size (self->mended, 0);
      self->n_columns = 0;
      parse_lines (&reading, text);
    }
  g_ptr_array_unref (reading.row);
  return self;
}

StafetTable *
stafet_table_read_file (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GError) cause = NULL;
  StafetTable *self;

  if (file == NULL)
    {
      g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE,
                   _ ("%s is not there, or may not be read."), path);
      return NULL;
    }
  /* Of an empty file nothing is mapped. */
  self = stafet_table_read (g_mapped_file_get_length (file) > 0 ? g_mapped_file_get_contents (file) : "",
                            g_mapped_file_get_length (file), &cause);
  if (self == NULL)
    g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE, "%s: %s", path, cause->message);
  return self;
}

StafetTable *
stafet_table_ref (StafetTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
table_clear (gpointer data)
{
  g_ptr_array_unref (((StafetTable *) data)->rows);
  g_array_unref (((StafetTable *) data)->mended);
}

void
stafet_table_unref (StafetTable *self)
{
  g_atomic_rc_box_release_full (self, table_clear);
}

const char *
stafet_table_get (const StafetTable *self, guint row, guint column)
{
  const GPtrArray *cells = row < self->rows->len ? g_ptr_array_index (self->rows, row) : NULL;

  return cells != NULL && column < cells->len ? g_ptr_array_index (cells, column) : "";
}

gboolean
stafet_table_row_is_empty (const StafetTable *self, guint row)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (*stafet_table_get (self, row, i) != '\0')
      return FALSE;
  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

gboolean
stafet_table_row_is_mended (const StafetTable *self, guint row)
{
  return g_array_binary_search (self->mended, &row, compare_rows, NULL);
}

/* ——— Writing ——— */

static void
write_cell (GString *text, const char *cell)
{
  gboolean quoted;

  if (*cell != '\0' && strchr ("=+-@\t", *cell) != NULL)
    {
      g_autofree char *guarded = g_strconcat ("'", cell, NULL);

      write_cell (text, guarded);
      return;
    }
  quoted = strpbrk (cell, ";\"\n\r") != NULL;
  if (quoted)
    g_string_append_c (text, '"');
  for (const char *at = cell; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *at);
    }
  if (quoted)
    g_string_append_c (text, '"');
}

char *
stafet_table_write (const GPtrArray *rows)
{
  GString *text = g_string_new (BYTE_ORDER_MARK);

  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *cells = g_ptr_array_index (rows, i);

      for (guint j = 0; j < cells->len; j++)
        {
          if (j > 0)
            g_string_append_c (text, ';');
          write_cell (text, g_ptr_array_index (cells, j));
        }
      g_string_append (text, "\r\n");
    }
  return g_string_free (text, FALSE);
}
