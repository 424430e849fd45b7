/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the table of school holidays. A fault names its line.
 */
#include "stafet-holiday-file.h"

#include "core/stafet-error.h"
#include "plan/stafet-use-cases.h"
#include "stafet-table.h"

#include <stdio.h>
#include <string.h>

#define LINES_MAX 1000
#define N_COLUMNS 3

static void
file_error (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE, format, args);
  va_end (args);
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

/* A first line without any digit names the columns. */
static gboolean
is_heading (const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (strpbrk (g_ptr_array_index (cells, i), "0123456789") != NULL)
      return FALSE;
  return TRUE;
}

/* ——— Lines ——— */

static void
line_free (gpointer data)
{
  StafetHolidayLine *line = data;

  g_clear_object (&line->holiday);
  g_free (line->fault);
  g_free (line);
}

static StafetHolidayLine *
line_new (const GPtrArray *cells, guint number)
{
  StafetHolidayLine *line = g_new0 (StafetHolidayLine, 1);
  g_autoptr (GError) fault = NULL;

  line->number = number;
  line->holiday = (StafetSchoolHoliday *) read_holiday (cells, &fault);
  line->state = line->holiday != NULL ? STAFET_HOLIDAY_NEW : STAFET_HOLIDAY_FAULTY;
  line->fault = fault != NULL ? g_strdup (fault->message) : NULL;
  return line;
}

GPtrArray *
stafet_holiday_file_look (const char *path, GError **error)
{
  g_autoptr (StafetTable) table = stafet_table_read_file (path, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);

  if (table == NULL)
    return NULL;
  if (table->rows->len > LINES_MAX)
    {
      file_error (error, _ ("The table has more than %d lines: that is no table of school holidays."),
                  LINES_MAX);
      return NULL;
    }
  for (guint i = 0; i < table->rows->len; i++)
    if (!stafet_table_row_is_empty (table, i) && !(i == 0 && is_heading (g_ptr_array_index (table->rows, i))))
      g_ptr_array_add (lines, line_new (g_ptr_array_index (table->rows, i), i + 1));
  if (lines->len > 0)
    return g_steal_pointer (&lines);
  file_error (error, _ ("The table has no school holidays. Write a line for each: from;to;text."));
  return NULL;
}

static gboolean
said_before (const GPtrArray *lines, guint i)
{
  const StafetHolidayLine *line = g_ptr_array_index (lines, i);

  for (guint j = 0; j < i; j++)
    {
      const StafetHolidayLine *other = g_ptr_array_index (lines, j);

      if (other->holiday != NULL && stafet_school_holiday_equal (line->holiday, other->holiday))
        return TRUE;
    }
  return FALSE;
}

void
stafet_holiday_file_compare (GPtrArray *lines, const StafetSnapshot *snapshot, StafetUid area)
{
  for (guint i = 0; i < lines->len; i++)
    {
      StafetHolidayLine *line = g_ptr_array_index (lines, i);

      if (line->holiday == NULL)
        continue;
      line->state = stafet_school_holiday_is_known (snapshot, line->holiday, area) ? STAFET_HOLIDAY_KNOWN
                    : said_before (lines, i)                                       ? STAFET_HOLIDAY_TWICE
                                                                                   : STAFET_HOLIDAY_NEW;
    }
}

GPtrArray *
stafet_holiday_file_read (const char *path, GError **error)
{
  g_autoptr (GPtrArray) lines = stafet_holiday_file_look (path, error);
  g_autoptr (GPtrArray) holidays = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) faults = g_string_new (NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const StafetHolidayLine *line = g_ptr_array_index (lines, i);

      if (line->holiday != NULL)
        {
          g_ptr_array_add (holidays, g_object_ref (line->holiday));
          continue;
        }
      g_string_append (faults, "\n  ");
      g_string_append_printf (faults, _ ("Line %u: %s"), line->number, line->fault);
    }
  if (faults->len > 0)
    file_error (error, _ ("Nothing was imported, because the table has faults:%s"), faults->str);
  return lines != NULL && faults->len == 0 ? g_steal_pointer (&holidays) : NULL;
}
