/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out the call list of what is cancelled.
 */
#include "stafet-sheet-told.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-entry-words.h"
#include "stafet-call-row.h"
#include "stafet-frame.h"

#define ENTRIES_MAX 6
#define NUMBERS_MAX 4
#define TEXT(msgid) stafet_i18n_text (paper->language, msgid)

/* ——— Who ——— */

static gboolean
is_protected (const StafetCallLine *line)
{
  return line->kind == STAFET_CALL_LINE_VOLUNTEER && ((StafetVolunteer *) line->record)->protected_;
}

static double
add_numbers (StafetBlock *block, const StafetPaper *paper, double y, const StafetCallLine *line)
{
  for (guint i = 0; i < MIN (line->phones->len, NUMBERS_MAX); i++)
    y = stafet_call_row_add_number (block, paper, y, line->phones->pdata[i]);
  if (line->phones->len == 0)
    y = stafet_call_row_add_plain (block, paper, y, TEXT (N_ ("has no telephone number")));
  if (line->through != NULL)
    y = stafet_call_row_add_plain (block, paper, y, stafet_record_get_label (line->through));
  return y;
}

static void
add_who (StafetBlock *block, const StafetPaper *paper, const StafetCallLine *line)
{
  double y =
    stafet_call_row_add_name (block, paper, is_protected (line) ? TEXT (N_ ("Volunteer")) : line->name);
  g_autofree char *words = NULL;

  if (is_protected (line))
    {
      stafet_call_row_add_plain (block, paper, y,
                                 TEXT (N_ ("name and number are protected: look in Stafet")));
      return;
    }
  if (*line->beside != '\0')
    y = stafet_call_row_add_plain (block, paper, y, line->beside);
  y = add_numbers (block, paper, y, line);
  words = stafet_call_line_when (line, paper->language);
  if (*words != '\0')
    stafet_call_row_add_plain (block, paper, y, words);
}

/* ——— What ——— */

static double
add_entry (StafetBlock *block, const StafetPaper *paper, double y, const StafetEntry *entry)
{
  g_autofree char *day = stafet_words_short_date (paper->language, stafet_wall_date (entry->start));
  g_autofree char *hours = stafet_paper_hours (paper, entry->start, entry->end);
  g_autofree char *when = g_strdup_printf ("%s  %s", day, hours);
  PangoLayout *first =
    stafet_type_text (paper->context, STAFET_CALL_ROW_ABOUT_WIDTH, &stafet_call_row_heading, when);
  PangoLayout *second =
    stafet_type_text (paper->context, STAFET_CALL_ROW_ABOUT_WIDTH, &stafet_call_row_plain, entry->title);

  stafet_type_limit (first, 2);
  stafet_type_limit (second, 2);
  y = stafet_block_add_element (block, "P", STAFET_CALL_ROW_ABOUT_X, y, first);
  return stafet_block_add_element (block, "P", STAFET_CALL_ROW_ABOUT_X, y, second) + 4;
}

static void
add_entries (StafetBlock *block, const StafetPaper *paper, const StafetCallLine *line)
{
  double y = 1;
  guint more = line->entries->len > ENTRIES_MAX ? line->entries->len - ENTRIES_MAX : 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < MIN (line->entries->len, ENTRIES_MAX); i++)
    y = add_entry (block, paper, y, line->entries->pdata[i]);
  if (more == 0)
    return;
  words = g_strdup_printf (stafet_i18n_plural (paper->language, "and %u more", "and %u more", more), more);
  stafet_block_add_element (
    block, "P", STAFET_CALL_ROW_ABOUT_X, y,
    stafet_type_text (paper->context, STAFET_CALL_ROW_ABOUT_WIDTH, &stafet_call_row_plain, words));
}

static StafetBlock *
make_row (const StafetPaper *paper, const StafetCallLine *line)
{
  StafetBlock *row = stafet_block_new ();

  stafet_block_begin (row, "LI");
  stafet_block_begin (row, "LBody");
  add_who (row, paper, line);
  add_entries (row, paper, line);
  stafet_block_end (row);
  stafet_block_end (row);
  stafet_call_row_add_ticks (row);
  return row;
}

/* ——— The sheet ——— */

static void
fill (const StafetPaper *paper, StafetFlow *flow, const StafetCallList *calls)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_block_free);
  g_autoptr (StafetBlock) label = stafet_call_row_headings (paper, TEXT (N_ ("what is cancelled")));
  StafetSection section = { .label = label, .rows = rows, .gap = 13, .padding = 7, .ruled = TRUE };

  for (guint i = 0; i < calls->lines->len; i++)
    g_ptr_array_add (rows, make_row (paper, calls->lines->pdata[i]));
  if (rows->len > 0)
    stafet_flow_add_section (flow, &section);
}

/* Of the dates that it is about; today when there are none. */
static StafetDate
first_date (const StafetCallList *calls, StafetWall now)
{
  if (calls->agenda->entries->len == 0)
    return stafet_wall_date (now);
  return stafet_wall_date (((StafetEntry *) g_ptr_array_index (calls->agenda->entries, 0))->start);
}

StafetSheet *
stafet_sheet_told_new (StafetSnapshot *snapshot, const StafetCallList *calls, const char *why, StafetWall now)
{
  StafetPaper own, *paper = &own;
  StafetDate date = first_date (calls, now);
  g_autofree char *title = NULL, *day = NULL, *week = NULL;
  g_autoptr (StafetBlock) head = NULL, foot = NULL;
  StafetFlow *flow;
  StafetSheet *sheet;

  stafet_paper_init (paper, snapshot, stafet_date_monday (date), now);
  day = stafet_words_date (paper->language, date);
  week = stafet_frame_week (paper);
  title = g_strdup_printf (TEXT (N_ ("Call list: %s")), why);
  sheet = stafet_sheet_new (paper->language, title, why, now);
  head = stafet_call_row_head (paper, why, week, day);
  foot = stafet_frame_foot_new (paper, TEXT (N_ ("Shred this list when everybody has been told.")));
  flow = stafet_flow_new (sheet, head, head, foot);
  fill (paper, flow, calls);
  stafet_flow_finish (flow);
  stafet_paper_clear (paper);
  return sheet;
}
