/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out the week programme.
 */
#include "stafet-sheet-programme.h"

#include "core/stafet-words.h"
#include "schedule/stafet-feed-address.h"
#include "stafet-flow.h"
#include "stafet-frame.h"
#include "stafet-row.h"

#define DAY_GAP 14.0
#define TEXT(msgid) stafet_i18n_text (paper->language, msgid)

static const StafetType house_type = { 28, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };
static const StafetType house_again_type = { 20, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };
static const StafetType week_type = { 22, PANGO_WEIGHT_ULTRABOLD, STAFET_INK_BLUE };
static const StafetType dates_type = { 17, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };
static const StafetType address_type = { 14.5, PANGO_WEIGHT_NORMAL, STAFET_INK_SOFT };
static const StafetType day_type = { 19, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };
static const StafetType title_type = { 16.5, PANGO_WEIGHT_BOLD, STAFET_INK };
static const StafetType plain_type = { 14.5, PANGO_WEIGHT_NORMAL, STAFET_INK };
static const StafetType kind_type = { 20, PANGO_WEIGHT_BOLD, STAFET_INK };

typedef struct
{
  StafetPaper paper;
  const StafetHouse *house;
  StafetSlots *week; /* owned */
  double day_width;  /* of the column of days */
  StafetRowLook look;
} Programme;

/* ——— Head and foot ——— */

static char *
address_of (const StafetHouse *house)
{
  g_autofree char *town = g_strconcat (
    house->postcode, *house->postcode != '\0' && *house->town != '\0' ? " " : "", house->town, NULL);

  return g_strconcat (house->address, *house->address != '\0' && *town != '\0' ? ", " : "", town, NULL);
}

/* "uge 48  23.–29. november" */
static PangoLayout *
week_line (const StafetPaper *paper, double width)
{
  g_autofree char *week = stafet_frame_week (paper);
  g_autofree char *days = stafet_frame_days (paper);
  PangoLayout *text = stafet_type_text (paper->context, width, &week_type, week);

  stafet_type_append (text, &dates_type, "   ");
  stafet_type_append (text, &dates_type, days);
  return text;
}

/* The code of the house's public programme, where there is one that can be read: never of a calendar with
 * names. */
static void
add_code (const Programme *self, StafetBlock *head)
{
  const StafetFeed *feed = stafet_feed_find_programme (self->paper.snapshot, self->house->parent.uid);
  g_autofree char *address =
    feed != NULL ? stafet_feed_address (self->paper.snapshot, feed, STAFET_ADDRESS_PAGE) : NULL;
  g_autoptr (StafetCode) code = address != NULL ? stafet_code_new (address) : NULL;

  if (code != NULL)
    stafet_block_add_code (head, code, STAFET_SHEET_INNER - STAFET_SHEET_PROGRAMME_CODE, -4,
                           STAFET_SHEET_PROGRAMME_CODE);
}

static StafetBlock *
make_head (const Programme *self)
{
  const StafetPaper *paper = &self->paper;
  StafetBlock *head = stafet_block_new ();
  double width = STAFET_SHEET_INNER - STAFET_SHEET_PROGRAMME_CODE - 16, y;
  PangoLayout *name = stafet_type_text (paper->context, width, &house_type, self->house->name);
  g_autofree char *address = address_of (self->house);

  stafet_type_limit (name, 3);
  y = stafet_block_add_element (head, "H1", 0, -4, name);
  y = stafet_block_add_element (head, "P", 0, y - 2, week_line (paper, width));
  if (*address != '\0')
    {
      PangoLayout *text = stafet_type_text (paper->context, width, &address_type, address);

      stafet_type_limit (text, 2);
      y = stafet_block_add_element (head, "P", 0, y, text);
    }
  add_code (self, head);
  y = MAX (y, STAFET_SHEET_PROGRAMME_CODE) + 6;
  stafet_block_add_rule (head, 0, y, STAFET_SHEET_INNER, STAFET_FRAME_RULE, STAFET_INK_BLUE);
  return head;
}

static StafetBlock *
make_head_again (const Programme *self)
{
  StafetBlock *head = stafet_block_new ();
  PangoLayout *name =
    stafet_type_text (self->paper.context, STAFET_SHEET_INNER, &house_again_type, self->house->name);
  double y;

  stafet_type_limit (name, 2);
  y = stafet_block_add_element (head, "H1", 0, -2, name);
  y = stafet_block_add_element (head, "P", 0, y, week_line (&self->paper, STAFET_SHEET_INNER));
  stafet_block_add_rule (head, 0, y + 4, STAFET_SHEET_INNER, STAFET_FRAME_RULE, STAFET_INK_BLUE);
  return head;
}

/* ——— Days ——— */

static char *
details_of (const Programme *self, const StafetEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) facts = stafet_paper_facts (&self->paper, entry);

  stafet_paper_add_part (
    parts, stafet_paper_place (&self->paper, self->week->agenda, entry, self->house->parent.uid));
  g_ptr_array_extend_and_steal (parts, g_steal_pointer (&facts));
  return stafet_paper_join (parts);
}

/* What the house writes of it, and until when one can sign up. */
static char *
text_of (const Programme *self, const StafetEntry *entry)
{
  const StafetPaper *paper = &self->paper;
  const StafetActivity *activity = entry->activity;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (activity == NULL || stafet_paper_is_occupied (entry))
    return g_strdup ("");
  stafet_paper_add_part (parts, g_strdup (activity->public_text));
  if (activity->signup_days != STAFET_INTEGER_NONE)
    {
      g_autofree char *day =
        stafet_words_date (paper->language, stafet_wall_date (entry->start) - activity->signup_days);

      stafet_paper_add_part (parts, g_strdup_printf (TEXT (N_ ("Sign up by %s")), day));
    }
  return stafet_paper_join (parts);
}

static GPtrArray *
rows_of (const Programme *self, StafetDate date)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_block_free);

  for (guint i = 0; i < self->week->slots->len; i++)
    {
      const StafetSlot *slot = &g_array_index (self->week->slots, StafetSlot, i);
      g_autofree char *details = NULL;
      g_autofree char *text = NULL;

      if (slot->day != date || !stafet_paper_shows (slot->entry))
        continue;
      details = details_of (self, slot->entry);
      /* Said once. */
      text = slot->day == stafet_wall_date (slot->start) ? text_of (self, slot->entry) : NULL;
      g_ptr_array_add (rows, stafet_row_new (&self->paper, &self->look, slot, details, text));
    }
  return rows;
}

/* How far the name of a day is above the first row, for both to stand on one line. */
static double
label_shift (const Programme *self, PangoLayout *name)
{
  g_autoptr (PangoLayout) row = stafet_type_text (self->paper.context, 100, &title_type, "0");

  return stafet_type_get_baseline (row) - stafet_type_get_baseline (name);
}

/* "mandag" above "den 23."; with a word when the day began on the page before. */
static StafetBlock *
make_label (const Programme *self, StafetDate date, const char *again)
{
  const StafetPaper *paper = &self->paper;
  StafetBlock *label = stafet_block_new ();
  int year, month, day;
  g_autofree char *number = NULL;
  g_autofree char *name =
    g_strconcat (stafet_words_weekday (paper->language, stafet_date_weekday (date)), " ", NULL);
  PangoLayout *text = stafet_type_text (paper->context, self->day_width, &day_type, name);
  double y;

  stafet_date_split (date, &year, &month, &day);
  number = g_strdup_printf (stafet_i18n_context (paper->language, "day of the month", "%d "), day);
  stafet_block_begin (label, "H2");
  y = stafet_block_add_text (label, 0, label_shift (self, text), text);
  y = stafet_block_add_text (label, 0, y - 3,
                             stafet_type_text (paper->context, self->day_width, &plain_type, number));
  if (again != NULL)
    stafet_block_add_text (label, 0, y - 2,
                           stafet_type_text (paper->context, self->day_width, &plain_type, again));
  stafet_block_end (label);
  return label;
}

static StafetBlock *
make_nothing (const Programme *self)
{
  const StafetPaper *paper = &self->paper;
  StafetBlock *block = stafet_block_new ();

  stafet_block_add_element (
    block, "P", 0, 0,
    stafet_type_text (paper->context, self->look.width, &plain_type, TEXT (N_ ("no activities"))));
  return block;
}

static void
add_day (const Programme *self, StafetFlow *flow, StafetDate date, gboolean anything)
{
  const StafetPaper *paper = &self->paper;
  StafetAgendaQuery query = { .from = date, .to = date, .house = self->house->parent.uid };
  g_autoptr (GPtrArray) rows = rows_of (self, date);
  g_autoptr (StafetBlock) lead = stafet_row_notes_new (paper, &self->look, self->week->agenda, &query, NULL);
  g_autoptr (StafetBlock) label = NULL;
  g_autoptr (StafetBlock) again = NULL;
  StafetSection section = { .rows = rows, .indent = self->day_width, .gap = 3.5, .padding = 6 };

  if (rows->len == 0 && lead == NULL)
    {
      if (!anything || stafet_date_weekday (date) >= STAFET_SATURDAY)
        return;
      lead = make_nothing (self);
    }
  section.lead = lead;
  section.label = label = make_label (self, date, NULL);
  section.label_again = again = make_label (self, date, TEXT (N_ ("continued")));
  stafet_flow_add_section (flow, &section);
}

/* ——— The sheet ——— */

/* Wide enough for the longest name of a day. */
static double
measure_days (const StafetPaper *paper)
{
  double widest = 0;

  for (int day = STAFET_MONDAY; day <= STAFET_SUNDAY; day++)
    {
      g_autoptr (PangoLayout) text = stafet_type_text (
        paper->context, 300, &day_type, stafet_words_weekday (paper->language, (StafetWeekday) day));

      widest = MAX (widest, stafet_type_get_width (text));
    }
  return widest + DAY_GAP;
}

static void
add_opening_hours (const Programme *self, StafetFlow *flow)
{
  const StafetPaper *paper = &self->paper;
  g_autofree char *text = NULL;
  g_autoptr (StafetBlock) banner = NULL;

  if (self->house->hours[0] == '\0')
    return;
  text = g_strdup_printf (TEXT (N_ ("The house is open %s")), self->house->hours);
  banner = stafet_frame_banner_new (paper, STAFET_ICON_CLOCK, text, 0x9a4700, 0xfff0e0);
  stafet_flow_add (flow, banner, 12);
}

static gboolean
shows_anything (const StafetSlots *week)
{
  for (guint i = 0; i < week->slots->len; i++)
    if (stafet_paper_shows (g_array_index (week->slots, StafetSlot, i).entry))
      return TRUE;
  return FALSE;
}

static void
add_week (const Programme *self, StafetFlow *flow)
{
  const StafetPaper *paper = &self->paper;
  gboolean anything = shows_anything (self->week);

  add_opening_hours (self, flow);
  if (!anything)
    {
      g_autoptr (StafetBlock) empty = stafet_block_new ();

      stafet_block_add_element (empty, "P", 0, 6,
                                stafet_type_text (paper->context, STAFET_SHEET_INNER, &kind_type,
                                                  TEXT (N_ ("No activities this week"))));
      stafet_flow_add (flow, empty, 16);
    }
  for (int day = 0; day < 7; day++)
    add_day (self, flow, paper->monday + day, anything);
}

static void
fill (const Programme *self, StafetSheet *sheet)
{
  g_autoptr (StafetBlock) head = make_head (self);
  g_autoptr (StafetBlock) head_again = make_head_again (self);
  g_autoptr (StafetBlock) foot = stafet_frame_house_foot_new (&self->paper, self->house);
  StafetFlow *flow = stafet_flow_new (sheet, head, head_again, foot);

  add_week (self, flow);
  stafet_flow_finish (flow);
}

StafetSheet *
stafet_sheet_programme_new (StafetSnapshot *snapshot, StafetUid house, StafetDate monday, StafetWall now)
{
  StafetAgendaQuery query = { .from = monday, .to = monday + 6, .house = house, .under_way = TRUE };
  Programme self = { .house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, house) };
  const StafetPaper *paper = &self.paper;
  g_autofree char *week = NULL;
  g_autofree char *title = NULL;
  StafetSheet *sheet;

  stafet_paper_init (&self.paper, snapshot, monday, now);
  self.week = stafet_slots_new (snapshot, &query);
  self.day_width = measure_days (paper);
  self.look =
    (StafetRowLook){ &title_type, &plain_type, &stafet_type_mark,
                     stafet_paper_hours_width (paper, &title_type), STAFET_SHEET_INNER - self.day_width };
  week = stafet_frame_week (paper);
  title = g_strdup_printf (TEXT (N_ ("Programme for %s, %s")), week, self.house->name);
  sheet = stafet_sheet_new (paper->language, title, self.house->name, now);
  fill (&self, sheet);
  stafet_slots_free (self.week);
  stafet_paper_clear (&self.paper);
  return sheet;
}
