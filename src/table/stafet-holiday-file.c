/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the table of school holidays. A fault names its line.
 */
#include "stafet-holiday-file.h"

#include "core/stafet-error.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "plan/stafet-use-cases.h"
#include "stafet-import-row.h"
#include "stafet-table.h"

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

/* Unlike where people type, a bare number is no date here: it may be a week, or a count. */
static gboolean
is_bare_number (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits <= 4 && (text[digits] == '\0' || strcmp (text + digits, ".") == 0);
}

static gboolean
read_date (const char *text, StafetDate today, StafetDate *date)
{
  return !is_bare_number (text) && stafet_import_date (text, today, date, NULL);
}

/* What the line says, without the empty cells that a spreadsheet leaves at its end. */
static guint
count_cells (const GPtrArray *cells)
{
  guint n = cells->len;

  while (n > 0 && *(const char *) g_ptr_array_index (cells, n - 1) == '\0')
    n--;
  return n;
}

/* from;to;text, or text;from;to, whichever has more dates; with what is wrong when that is not two. */
static gboolean
read_cells (const GPtrArray *cells, StafetDate today, StafetSchoolHoliday *holiday, const char **text,
            GError **error)
{
  static const guint orders[][N_COLUMNS] = { { 0, 1, 2 }, { 1, 2, 0 } };
  guint most = 0, best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      guint n = read_date (g_ptr_array_index (cells, orders[i][0]), today, &holiday->from)
                + read_date (g_ptr_array_index (cells, orders[i][1]), today, &holiday->to);

      *text = g_ptr_array_index (cells, orders[i][2]);
      if (n == 2)
        return TRUE;
      if (n > most)
        best = i;
      most = MAX (most, n);
    }
  file_error (error, _ ("“%s” and “%s” are not both dates. Write for example 2027-02-13."),
              (const char *) g_ptr_array_index (cells, orders[best][0]),
              (const char *) g_ptr_array_index (cells, orders[best][1]));
  return FALSE;
}

/* The line's cells as a record; NULL with what is wrong. (transfer full) */
static StafetRecord *
read_holiday (const GPtrArray *cells, StafetDate today, GError **error)
{
  g_autoptr (StafetRecord) record = stafet_record_new (STAFET_KIND_SCHOOL_HOLIDAY, NULL);
  const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (record), "text");
  const char *text;

  if (count_cells (cells) != N_COLUMNS)
    {
      file_error (error, _ ("write three cells: from;to;text."));
      return NULL;
    }
  if (!read_cells (cells, today, (StafetSchoolHoliday *) record, &text, error)
      || !stafet_record_set_text (record, field, text, error) || !stafet_record_validate (record, error))
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
  g_free (line->note);
  g_free (line);
}

static StafetHolidayLine *
line_new (const GPtrArray *cells, guint number, StafetDate today)
{
  StafetHolidayLine *line = g_new0 (StafetHolidayLine, 1);
  g_autoptr (GError) fault = NULL;

  line->number = number;
  line->holiday = (StafetSchoolHoliday *) read_holiday (cells, today, &fault);
  line->state = line->holiday != NULL ? STAFET_HOLIDAY_NEW : STAFET_HOLIDAY_FAULTY;
  line->fault = fault != NULL ? g_strdup (fault->message) : NULL;
  return line;
}

GPtrArray *
stafet_holiday_file_look (const char *path, StafetDate today, GError **error)
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
      g_ptr_array_add (lines, line_new (g_ptr_array_index (table->rows, i), i + 1, today));
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

/* Of another that the plan has for the same area, and that the line does not merely repeat; or NULL. */
static const StafetSchoolHoliday *
find_overlapped (const StafetSnapshot *snapshot, const StafetSchoolHoliday *holiday, StafetUid area)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_SCHOOL_HOLIDAY);

  for (guint i = 0; i < all->len; i++)
    {
      const StafetSchoolHoliday *other = g_ptr_array_index (all, i);

      if (other->area == area && other->from <= holiday->to && holiday->from <= other->to)
        return other;
    }
  return NULL;
}

/* (transfer full), nullable */
static char *
note_of (const StafetSnapshot *snapshot, const StafetSchoolHoliday *holiday, StafetUid area)
{
  const StafetSchoolHoliday *other = find_overlapped (snapshot, holiday, area);
  g_autofree char *days =
    other != NULL ? stafet_words_days_with_year (stafet_i18n_get_language (), other->from, other->to) : NULL;

  return other != NULL ? g_strdup_printf (_ ("It overlaps “%s”, %s, which is there already and stays."),
                                          other->text, days)
                       : NULL;
}

void
stafet_holiday_file_compare (GPtrArray *lines, const StafetSnapshot *snapshot, StafetUid area)
{
  for (guint i = 0; i < lines->len; i++)
    {
      StafetHolidayLine *line = g_ptr_array_index (lines, i);

      if (line->holiday == NULL)
        continue;
      g_clear_pointer (&line->note, g_free);
      line->state = stafet_school_holiday_is_known (snapshot, line->holiday, area) ? STAFET_HOLIDAY_KNOWN
                    : said_before (lines, i)                                       ? STAFET_HOLIDAY_TWICE
                                                                                   : STAFET_HOLIDAY_NEW;
      if (line->state == STAFET_HOLIDAY_NEW)
        line->note = note_of (snapshot, line->holiday, area);
    }
}

GPtrArray *
stafet_holiday_file_new_ones (const GPtrArray *lines)
{
  GPtrArray *holidays = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    {
      const StafetHolidayLine *line = g_ptr_array_index (lines, i);

      if (line->state == STAFET_HOLIDAY_NEW)
        g_ptr_array_add (holidays, g_object_ref (line->holiday));
    }
  return holidays;
}

gboolean
stafet_holiday_file_check (const GPtrArray *lines, GError **error)
{
  g_autoptr (GString) faults = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const StafetHolidayLine *line = g_ptr_array_index (lines, i);

      if (line->holiday != NULL)
        continue;
      g_string_append (faults, "\n  ");
      g_string_append_printf (faults, _ ("Line %u: %s"), line->number, line->fault);
    }
  if (faults->len > 0)
    file_error (error, _ ("Nothing was imported, because the table has faults:%s"), faults->str);
  return faults->len == 0;
}
