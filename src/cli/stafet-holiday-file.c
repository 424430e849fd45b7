/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the table of school holidays. libcsv cuts it into cells; one line is given to it at a time, so that
 * a fault can name its line.
 */
#include "stafet-holiday-file.h"

#include "core/stafet-error.h"

#include <csv.h>
#include <stdio.h>
#include <string.h>

#define FILE_MAX (10 * 1000 * 1000)
#define LINES_MAX 1000
#define N_COLUMNS 3

typedef struct
{
  GPtrArray *cells;    /* char *: of the line under way */
  GPtrArray *holidays; /* StafetSchoolHoliday */
  GString *faults;     /* a line each */
} Table;

static void
file_error (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE, format, args);
  va_end (args);
}

/* The whole file as UTF-8: what is not, is read as Windows-1252. (transfer full) */
static char *
read_file (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  gsize length = file != NULL ? g_mapped_file_get_length (file) : 0;
  const char *bytes = file != NULL ? g_mapped_file_get_contents (file) : NULL;
  char *text = NULL;

  if (length > FILE_MAX)
    {
      file_error (error, _ ("%s is larger than 10 MB: that is no table of school holidays."), path);
      return NULL;
    }
  if (length > 0 && memchr (bytes, '\0', length) == NULL)
    text = g_utf8_validate (bytes, (gssize) length, NULL)
             ? g_strndup (bytes, length)
             : g_convert (bytes, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  if (text == NULL)
    file_error (error, _ ("%s cannot be read as a table. Save it as CSV: from;to;text."), path);
  return text;
}

static void
cell_cb (void *bytes, size_t length, void *data)
{
  g_ptr_array_add (((Table *) data)->cells, g_strstrip (g_strndup (bytes, length)));
}

/* YYYY-MM-DD, or as Danes write it. */
static gboolean
read_date (const char *text, StafetDate *date)
{
  int day, month, year, used = 0;
  char first, second;

  if (stafet_date_parse (text, date, NULL))
    return TRUE;
  if (sscanf (text, "%2d%c%2d%c%4d%n", &day, &first, &month, &second, &year, &used) != 5 || text[used] != '\0'
      || first != second || strchr ("/-.", first) == NULL)
    return FALSE;
  *date = stafet_date_new (year, month, day);
  return *date != STAFET_DATE_NONE;
}

/* The line's cells as a record; NULL with what is wrong. (transfer full) */
static StafetRecord *
read_holiday (const GPtrArray *cells, GError **error)
{
  g_autoptr (StafetRecord) record = stafet_record_new (STAFET_KIND_SCHOOL_HOLIDAY, NULL);
  StafetSchoolHoliday *holiday = (StafetSchoolHoliday *) record;
  const StafetField *text = stafet_record_info_field (STAFET_RECORD_INFO (record), "text");

  if (cells->len != N_COLUMNS)
    {
      file_error (error, _ ("write three cells: from;to;text."));
      return NULL;
    }
  if (!read_date (g_ptr_array_index (cells, 0), &holiday->from)
      || !read_date (g_ptr_array_index (cells, 1), &holiday->to))
    {
      file_error (error, _ ("“%s” and “%s” are not both dates. Write for example 2027-02-13."),
                  (const char *) g_ptr_array_index (cells, 0), (const char *) g_ptr_array_index (cells, 1));
      return NULL;
    }
  if (!stafet_record_set_text (record, text, g_ptr_array_index (cells, 2), error)
      || !stafet_record_validate (record, error))
    return NULL;
  return g_steal_pointer (&record);
}

static void
read_line (Table *table, const char *line, unsigned char separator, guint number)
{
  const guchar options = CSV_STRICT | CSV_STRICT_FINI;
  g_autoptr (GError) fault = NULL;
  struct csv_parser parser;
  StafetRecord *holiday = NULL;
  size_t length = strlen (line);

  g_ptr_array_set_size (table->cells, 0);
  csv_init (&parser, options);
  csv_set_delim (&parser, separator);
  if (csv_parse (&parser, line, length, cell_cb, NULL, table) != length
      || csv_fini (&parser, cell_cb, NULL, table) != 0)
    file_error (&fault, _ ("a quotation mark is not closed."));
  else
    holiday = read_holiday (table->cells, &fault);
  csv_free (&parser);
  if (holiday != NULL)
    {
      g_ptr_array_add (table->holidays, holiday);
      return;
    }
  g_string_append (table->faults, "\n  ");
  g_string_append_printf (table->faults, _ ("Line %u: %s"), number, fault->message);
}

/* A first line without any digit names the columns. */
static gboolean
is_heading (const char *line)
{
  return strpbrk (line, "0123456789") == NULL;
}

static gboolean
read_lines (Table *table, const char *text, GError **error)
{
  const char *start = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
  g_auto (GStrv) lines = g_strsplit (start, "\n", LINES_MAX + 2);
  unsigned char separator = lines[0] != NULL && strchr (lines[0], ';') != NULL ? ';' : ',';

  if (g_strv_length (lines) > LINES_MAX)
    {
      file_error (error, _ ("The table has more than %d lines: that is no table of school holidays."),
                  LINES_MAX);
      return FALSE;
    }
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && (i > 0 || !is_heading (lines[i])))
      read_line (table, lines[i], separator, i + 1);
  if (table->faults->len > 0)
    file_error (error, _ ("Nothing was imported, because the table has faults:%s"), table->faults->str);
  else if (table->holidays->len == 0)
    file_error (error, _ ("The table has no school holidays. Write a line for each: from;to;text."));
  else
    return TRUE;
  return FALSE;
}

GPtrArray *
stafet_holiday_file_read (const char *path, GError **error)
{
  g_autofree char *text = read_file (path, error);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) faults = g_string_new (NULL);
  Table table = { cells, holidays, faults };

  if (text == NULL || !read_lines (&table, text, error))
    return NULL;
  return g_steal_pointer (&holidays);
}
