/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out the call list.
 */
#include "stafet-sheet-calls.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-batons.h"
#include "schedule/stafet-entry-words.h"
#include "stafet-call-row.h"
#include "stafet-callee.h"
#include "stafet-flow.h"
#include "stafet-frame.h"

#define DATES_MAX 4 /* in a row: more go on in the next, which may stand on another page */
#define NUMBERS_MAX 4
#define TEXT(msgid) stafet_i18n_text (paper->language, msgid)

static const StafetType kind_type = { 20, PANGO_WEIGHT_BOLD, STAFET_INK };

typedef struct
{
  StafetPaper paper;
  const StafetHouse *house;
  GPtrArray *callees; /* StafetCallee, owned */
} Calls;

/* ——— Who ——— */

static double
add_numbers (StafetBlock *block, const StafetPaper *paper, double y, const StafetVolunteer *volunteer)
{
  const GPtrArray *phones =
    stafet_snapshot_index (paper->snapshot, STAFET_INDEX_PHONE_BY_VOLUNTEER, volunteer->parent.uid);

  for (guint i = 0; i < MIN (phones->len, NUMBERS_MAX); i++)
    y = stafet_call_row_add_number (block, paper, y, ((StafetPhone *) g_ptr_array_index (phones, i))->number);
  if (phones->len == 0)
    y = stafet_call_row_add_plain (block, paper, y, TEXT (N_ ("has no telephone number")));
  return y;
}

/* The name that may stand on paper. Borrowed. */
static const char *
shown_name (const StafetPaper *paper, const StafetCallee *callee)
{
  if (callee->volunteer != NULL)
    return callee->volunteer->protected_ ? TEXT (N_ ("Volunteer")) : callee->volunteer->name;
  return callee->organiser != NULL ? callee->organiser->name : callee->guest;
}

static void
add_volunteer (StafetBlock *block, const StafetPaper *paper, double y, const StafetVolunteer *volunteer)
{
  g_autofree char *words = NULL;

  if (volunteer->protected_)
    {
      stafet_call_row_add_plain (block, paper, y,
                                 TEXT (N_ ("name and number are protected: look in Stafet")));
      return;
    }
  y = add_numbers (block, paper, y, volunteer);
  words = stafet_volunteer_call_words (volunteer, FALSE, paper->language);
  if (*words != '\0')
    stafet_call_row_add_plain (block, paper, y, words);
}

static void
add_who (StafetBlock *block, const StafetPaper *paper, const StafetCallee *callee)
{
  double y = stafet_call_row_add_name (block, paper, shown_name (paper, callee));

  if (callee->volunteer != NULL)
    add_volunteer (block, paper, y, callee->volunteer);
  else if (callee->organiser != NULL && callee->organiser->phone[0] != '\0')
    stafet_call_row_add_number (block, paper, y, callee->organiser->phone);
  else if (callee->organiser != NULL)
    stafet_call_row_add_plain (block, paper, y, TEXT (N_ ("has no telephone number")));
  else
    stafet_call_row_add_plain (block, paper, y, TEXT (N_ ("guest")));
}

/* ——— When ——— */

/* What of the date whoever rings must know: "spurgt", "vi leder efter en afløser". */
static void
append_about (PangoLayout *text, const char *about)
{
  stafet_type_append (text, &stafet_call_row_heading, " · ");
  stafet_type_append (text, &stafet_call_row_heading, about);
}

/* "tir. 24/11 kl. 10.00–14.00 Café · Servering, spurgt" */
static double
add_date (StafetBlock *block, const StafetPaper *paper, double y, const StafetCalleeDate *date)
{
  StafetSlot slot = stafet_slot_of (date->entry);
  gboolean cancelled = stafet_slot_is_struck (&slot);
  g_autofree char *day = stafet_words_short_date (paper->language, stafet_wall_date (date->staffing->start));
  g_autofree char *hours = stafet_paper_hours (paper, date->staffing->start, date->staffing->end);
  g_autofree char *when = g_strdup_printf ("%s  %s", day, hours);
  g_autofree char *what = stafet_entry_words_shift (date->entry, date->staffing);
  PangoLayout *line = stafet_type_text_new (paper->context, STAFET_CALL_ROW_ABOUT_WIDTH);
  PangoLayout *text = stafet_type_text_new (paper->context, STAFET_CALL_ROW_ABOUT_WIDTH);
  const char *mark = stafet_paper_mark (paper, &slot);

  stafet_type_append_struck (line, &stafet_call_row_heading, when, cancelled);
  stafet_type_append_struck (text, &stafet_call_row_plain, what, cancelled);
  if (date->place->state == STAFET_PLACE_ASKED)
    append_about (text, TEXT (N_ ("asked")));
  else if (date->place->state == STAFET_PLACE_IF_NEEDED)
    append_about (text, TEXT (N_ ("takes it if nobody else can")));
  if (!cancelled && date->staffing->looking && date->staffing->missing > 0)
    append_about (text, TEXT (N_ ("looking for a stand-in")));
  stafet_type_limit (line, 2);
  stafet_type_limit (text, 2);
  y = stafet_block_add_element (block, "P", STAFET_CALL_ROW_ABOUT_X, y, line);
  stafet_block_add_element (block, "P", STAFET_CALL_ROW_ABOUT_X, y, text);
  if (mark != NULL)
    return stafet_block_add_mark (block, STAFET_CALL_ROW_ABOUT_X, y, STAFET_CALL_ROW_ABOUT_WIDTH, text,
                                  &stafet_type_mark, mark)
           + 4;
  return y + stafet_type_get_height (text) + 4;
}

static void
add_dates (StafetBlock *block, const StafetPaper *paper, const StafetCallee *callee, guint from)
{
  guint end = MIN (callee->dates->len, from + DATES_MAX);
  double y = 1;

  for (guint i = from; i < end; i++)
    y = add_date (block, paper, y, &g_array_index (callee->dates, StafetCalleeDate, i));
}

/* The dates from number @from on; the first row has the number and the boxes. */
static StafetBlock *
make_row (const StafetPaper *paper, const StafetCallee *callee, guint from)
{
  StafetBlock *row = stafet_block_new ();

  stafet_block_begin (row, "LI");
  stafet_block_begin (row, "LBody");
  if (from == 0)
    add_who (row, paper, callee);
  else
    stafet_call_row_add_plain (row, paper, stafet_call_row_add_name (row, paper, shown_name (paper, callee)),
                               TEXT (N_ ("continued")));
  add_dates (row, paper, callee, from);
  stafet_block_end (row);
  stafet_block_end (row);
  if (from == 0)
    stafet_call_row_add_ticks (row);
  return row;
}

/* ——— The sheet ——— */

static void
add_callees (const Calls *self, StafetFlow *flow)
{
  const StafetPaper *paper = &self->paper;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_block_free);
  g_autoptr (StafetBlock) label = stafet_call_row_headings (paper, TEXT (N_ ("is to come")));
  StafetSection section = { .label = label, .rows = rows, .gap = 13, .padding = 7, .ruled = TRUE };

  for (guint i = 0; i < self->callees->len; i++)
    {
      const StafetCallee *callee = g_ptr_array_index (self->callees, i);

      for (guint from = 0; from < callee->dates->len; from += DATES_MAX)
        g_ptr_array_add (rows, make_row (paper, callee, from));
    }
  stafet_flow_add_section (flow, &section);
}

static void
add_nothing (const StafetPaper *paper, StafetFlow *flow)
{
  g_autoptr (StafetBlock) empty = stafet_block_new ();

  stafet_block_add_element (empty, "P", 0, 6,
                            stafet_type_text (paper->context, STAFET_SHEET_INNER, &kind_type,
                                              TEXT (N_ ("Nobody is to come this week"))));
  stafet_flow_add (flow, empty, 0);
}

/* Who comes for the first time this week, and who goes along. The sheet is for the house alone, and is
 * shredded. */
static void
add_first_times (const Calls *self, StafetFlow *flow)
{
  const StafetPaper *paper = &self->paper;
  const GPtrArray *all = stafet_snapshot_all (paper->snapshot, STAFET_KIND_ENQUIRY);

  for (guint i = 0; i < all->len; i++)
    {
      const StafetEnquiry *enquiry = g_ptr_array_index (all, i);
      g_autofree char *words = NULL;
      g_autoptr (StafetBlock) banner = NULL;

      if (enquiry->first_on < paper->monday || enquiry->first_on > paper->monday + 6
          || enquiry->house != self->house->parent.uid || enquiry->ended != STAFET_DATE_NONE)
        continue;
      words = stafet_baton_first_words (enquiry, paper->language);
      banner = stafet_frame_banner_new (paper, STAFET_ICON_HEART, words, STAFET_INK_TEAL, 0xffffff);
      stafet_flow_add (flow, banner, 8);
    }
}

static void
fill (const Calls *self, StafetSheet *sheet)
{
  const StafetPaper *paper = &self->paper;
  g_autofree char *week = stafet_frame_week (paper);
  g_autofree char *days = stafet_frame_days (paper);
  g_autoptr (StafetBlock) head = stafet_call_row_head (paper, self->house->name, week, days);
  g_autoptr (StafetBlock) foot =
    stafet_frame_foot_new (paper, TEXT (N_ ("Shred this list when the week is over.")));
  StafetFlow *flow = stafet_flow_new (sheet, head, head, foot);

  stafet_frame_add_duty (paper, foot, STAFET_DUTY_VOLUNTEERING, self->house, FALSE);
  stafet_frame_add_duty (paper, foot, STAFET_DUTY_EXPERIENCE, self->house, FALSE);
  add_first_times (self, flow);
  if (self->callees->len > 0)
    add_callees (self, flow);
  else
    add_nothing (paper, flow);
  stafet_flow_finish (flow);
}

StafetSheet *
stafet_sheet_calls_new (StafetSnapshot *snapshot, StafetUid house, StafetDate monday, StafetWall now)
{
  StafetAgendaQuery query = { .from = monday, .to = monday + 6, .house = house };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (snapshot, &query);
  Calls self = { .house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, house) };
  const StafetPaper *paper = &self.paper;
  g_autofree char *week = NULL;
  g_autofree char *title = NULL;
  StafetSheet *sheet;

  stafet_paper_init (&self.paper, snapshot, monday, now);
  self.callees = stafet_callees_new (agenda);
  week = stafet_frame_week (paper);
  title = g_strdup_printf (TEXT (N_ ("Call list for %s, %s")), week, self.house->name);
  sheet = stafet_sheet_new (paper->language, title, self.house->name, now);
  fill (&self, sheet);
  g_ptr_array_unref (self.callees);
  stafet_paper_clear (&self.paper);
  return sheet;
}
