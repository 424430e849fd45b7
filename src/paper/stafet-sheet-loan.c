/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out the loan agreement.
 */
#include "stafet-sheet-loan.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-expand.h"
#include "schedule/stafet-loans.h"
#include "stafet-flow.h"
#include "stafet-frame.h"

#define TITLE_SIZE 34.0
#define LABEL_WIDTH 132.0
#define VALUE_LINES 8
#define VALUE_WIDTH (STAFET_SHEET_INNER - LABEL_WIDTH)
#define MOST_DATES 12
#define SIGN_WIDTH 240.0
#define SIGN_ROOM 46.0 /* above the line, to write on */
#define TEXT(msgid) stafet_i18n_text (paper->language, msgid)

static const StafetType label_type = { 14, PANGO_WEIGHT_BOLD, STAFET_INK_SOFT };
static const StafetType value_type = { 15, PANGO_WEIGHT_NORMAL, STAFET_INK };
static const StafetType heading_type = { 17, PANGO_WEIGHT_BOLD, STAFET_INK };
static const StafetType plain_type = { 14, PANGO_WEIGHT_NORMAL, STAFET_INK };

typedef struct
{
  StafetPaper paper;
  const StafetLoan *loan;
  const StafetActivity *activity;
  const StafetHouse *house; /* nullable, as those below */
  const StafetRoom *room;
  const StafetOrganiser *organiser;
  GPtrArray *rows; /* StafetBlock */
} Agreement;

/* ——— What is agreed ——— */

/* One fact, its label at the left; nothing where there is nothing to say. */
static void
add_fact (Agreement *self, const char *label, const char *value)
{
  const StafetPaper *paper = &self->paper;
  StafetBlock *row;
  PangoLayout *text;

  if (value == NULL || *value == '\0')
    return;
  row = stafet_block_new ();
  text = stafet_type_text (paper->context, VALUE_WIDTH, &value_type, value);
  stafet_type_limit (text, VALUE_LINES);
  stafet_block_begin (row, "LI");
  stafet_block_begin (row, "LBody");
  stafet_block_add_element (row, "P", 0, 1,
                            stafet_type_text (paper->context, LABEL_WIDTH - 8, &label_type, label));
  stafet_block_add_element (row, "P", LABEL_WIDTH, 0, text);
  stafet_block_end (row);
  stafet_block_end (row);
  g_ptr_array_add (self->rows, row);
}

static void
add_borrower (Agreement *self)
{
  const StafetPaper *paper = &self->paper;
  const char *number = self->organiser != NULL ? self->organiser->phone : "";
  g_autofree char *phone = stafet_phone_format (number);
  g_autofree char *contact = NULL;

  add_fact (self, TEXT (N_ ("Borrower")), stafet_loan_borrower (paper->snapshot, self->loan));
  if (self->organiser != NULL)
    contact = g_strdup_printf ("%s%s%s", phone, *phone != '\0' && *self->organiser->mail != '\0' ? " · " : "",
                               self->organiser->mail);
  add_fact (self, TEXT (N_ ("Telephone, e-mail")), contact);
}

static void
add_room (Agreement *self)
{
  const StafetPaper *paper = &self->paper;
  gint32 seats =
    self->room != NULL ? stafet_room_capacity (self->room, self->activity->layout) : STAFET_INTEGER_NONE;
  g_autofree char *people =
    self->loan->people != STAFET_INTEGER_NONE ? g_strdup_printf ("%d", self->loan->people) : NULL;
  g_autofree char *most = seats > 0 ? g_strdup_printf (TEXT (N_ ("at most %d people")), seats) : NULL;
  const char *layout = self->activity->layout != STAFET_ENUM_NONE
                         ? TEXT (stafet_layout_values[self->activity->layout].title)
                         : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *where = NULL;

  stafet_paper_add_part (parts, g_strdup (self->room != NULL ? self->room->name : ""));
  stafet_paper_add_part (parts, g_strdup (layout != NULL ? layout : ""));
  stafet_paper_add_part (parts, g_strdup (most != NULL ? most : ""));
  where = stafet_paper_join (parts);
  add_fact (self, TEXT (N_ ("Room")), where);
  add_fact (self, TEXT (N_ ("How many come")), people);
}

/* The rule in words, and the dates that it gives. */
static void
add_when (Agreement *self)
{
  const StafetPaper *paper = &self->paper;
  const StafetTiming *timing = &self->activity->timing;
  g_autofree char *when = stafet_loan_when (self->activity, paper->language);
  g_autofree char *upper = stafet_text_capital (when);
  g_autoptr (GString) dates = g_string_new (NULL);
  StafetDate date = stafet_expand_next (timing, MAX (timing->first_date, stafet_wall_date (paper->now)));

  add_fact (self, TEXT (N_ ("When")), upper);
  for (guint i = 0; timing->recurs && date != STAFET_DATE_NONE && i < MOST_DATES; i++)
    {
      g_autofree char *day = stafet_words_short_date (paper->language, date);

      g_string_append_printf (dates, "%s%s", i > 0 ? ", " : "", day);
      date = stafet_expand_next (timing, date + 1);
    }
  if (date != STAFET_DATE_NONE && dates->len > 0)
    g_string_append (dates, " …");
  add_fact (self, TEXT (N_ ("The next dates")), dates->str);
}

static void
add_decision (Agreement *self)
{
  const StafetPaper *paper = &self->paper;
  const StafetField *purpose = stafet_record_info_field (&stafet_loan_info, "purpose");
  g_autofree char *day = self->loan->decided_on != STAFET_DATE_NONE
                           ? stafet_words_date_with_year (paper->language, self->loan->decided_on)
                           : NULL;
  g_autofree char *decided = day != NULL ? g_strdup_printf ("%s, %s", self->loan->decided_by, day) : NULL;

  if (self->loan->purpose != STAFET_ENUM_NONE)
    add_fact (self, TEXT (N_ ("Purpose")), TEXT (purpose->values[self->loan->purpose].title));
  add_fact (self, TEXT (N_ ("To be remembered")), self->loan->answer);
  add_fact (self, TEXT (N_ ("Approved by")), self->loan->state == STAFET_LOAN_APPROVED ? decided : NULL);
}

/* ——— Terms and signatures ——— */

static StafetBlock *
make_terms (const Agreement *self)
{
  const StafetPaper *paper = &self->paper;
  int notice = self->house != NULL ? stafet_house_loan_notice (self->house) : 0;
  g_autofree char *moved = g_strdup_printf (
    TEXT (
      N_ ("The house may ask to move a date for something that goes first, with at least %d days' notice. "
          "Nothing is moved unless the borrower says yes.")),
    notice);
  const char *terms[] = { TEXT (N_ ("The room is not used commercially, and the loan is not passed on.")),
                          TEXT (N_ ("The borrower sets up, clears and cleans, and locks behind her. What is "
                                    "broken is told to the house at once.")),
                          moved };
  StafetBlock *block = stafet_block_new ();
  double y = stafet_block_add_element (
    block, "H2", 0, 0,
    stafet_type_text (paper->context, STAFET_SHEET_INNER, &heading_type, TEXT (N_ ("Terms"))));

  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    y = stafet_block_add_element (
      block, "P", 0, y + 4, stafet_type_text (paper->context, STAFET_SHEET_INNER, &plain_type, terms[i]));
  return block;
}

static void
add_signature (const Agreement *self, StafetBlock *block, double x, const char *who)
{
  const StafetPaper *paper = &self->paper;

  stafet_block_add_rule (block, x, SIGN_ROOM, SIGN_WIDTH, 0.8, STAFET_INK);
  stafet_block_add_element (block, "P", x, SIGN_ROOM + 4,
                            stafet_type_text (paper->context, SIGN_WIDTH, &plain_type, who));
}

static StafetBlock *
make_signatures (const Agreement *self)
{
  const StafetPaper *paper = &self->paper;
  StafetBlock *block = stafet_block_new ();

  add_signature (self, block, 0, TEXT (N_ ("Date and signature, the house")));
  add_signature (self, block, STAFET_SHEET_INNER - SIGN_WIDTH,
                 TEXT (N_ ("Date and signature, the borrower")));
  return block;
}

/* ——— The sheet ——— */

static StafetBlock *
make_head (const Agreement *self)
{
  const StafetPaper *paper = &self->paper;
  StafetHead head = { self->house != NULL ? self->house->name : "",
                      TEXT (N_ ("Loan agreement")),
                      self->room != NULL ? self->room->name : "",
                      "",
                      TITLE_SIZE,
                      STAFET_INK_BLUE };

  return stafet_frame_head_new (paper, &head);
}

static StafetBlock *
make_foot (const Agreement *self)
{
  const StafetPaper *paper = &self->paper;
  StafetBlock *foot = stafet_frame_foot_new (paper, TEXT (N_ ("Questions? Ring")));

  if (self->house != NULL)
    stafet_frame_add_house (paper, foot, self->house);
  return foot;
}

static void
fill (Agreement *self, StafetSheet *sheet)
{
  g_autoptr (StafetBlock) head = make_head (self), foot = make_foot (self);
  g_autoptr (StafetBlock) terms = make_terms (self), signatures = make_signatures (self);
  StafetFlow *flow = stafet_flow_new (sheet, head, head, foot);

  add_borrower (self);
  add_fact (self, stafet_i18n_text (self->paper.language, N_ ("For")), self->activity->title);
  add_room (self);
  add_when (self);
  add_decision (self);
  stafet_flow_add_section (flow,
                           &(StafetSection){ .rows = self->rows, .gap = 10, .padding = 8, .ruled = TRUE });
  stafet_flow_add (flow, terms, 16);
  stafet_flow_add (flow, signatures, 0);
  stafet_flow_finish (flow);
}

StafetSheet *
stafet_sheet_loan_new (StafetSnapshot *snapshot, const StafetLoan *loan, StafetWall now)
{
  Agreement self = { .loan = loan, .activity = stafet_loan_activity (snapshot, loan) };
  const StafetPaper *paper = &self.paper;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_block_free);
  g_autofree char *title = NULL;
  StafetSheet *sheet;

  self.rows = rows;
  self.house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, self.activity->house);
  self.room = stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, self.activity->room);
  self.organiser = stafet_snapshot_get (snapshot, STAFET_KIND_ORGANISER, self.activity->organiser);
  stafet_paper_init (&self.paper, snapshot, stafet_date_monday (self.activity->timing.first_date), now);
  title = g_strdup_printf (TEXT (N_ ("Loan agreement: %s")), stafet_loan_borrower (snapshot, loan));
  sheet = stafet_sheet_new (paper->language, title, self.house != NULL ? self.house->name : "", now);
  fill (&self, sheet);
  stafet_paper_clear (&self.paper);
  return sheet;
}
