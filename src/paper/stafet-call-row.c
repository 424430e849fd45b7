/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of a call list.
 */
#include "stafet-call-row.h"

#include "core/stafet-text.h"
#include "stafet-frame.h"

#define TITLE_SIZE 30.0
#define TICK 17.0 /* a box to tick */
#define TEXT(msgid) stafet_i18n_text (paper->language, msgid)

static const StafetType name_type = { 16.5, PANGO_WEIGHT_BOLD, STAFET_INK };
static const StafetType number_type = { 17, PANGO_WEIGHT_BOLD, STAFET_INK };
const StafetType stafet_call_row_plain = { 14, PANGO_WEIGHT_NORMAL, STAFET_INK };
const StafetType stafet_call_row_heading = { 14, PANGO_WEIGHT_BOLD, STAFET_INK };

StafetBlock *
stafet_call_row_head (const StafetPaper *paper, const char *over, const char *upper, const char *lower)
{
  StafetHead look = { over, TEXT (N_ ("Call list")), upper, lower, TITLE_SIZE, STAFET_INK };
  g_autoptr (StafetBlock) frame = stafet_frame_head_new (paper, &look);
  g_autoptr (StafetBlock) banner = stafet_frame_banner_new (
    paper, STAFET_ICON_LOCK, TEXT (N_ ("Internal: not to be put up")), STAFET_INK_RED, 0xfdebec);
  StafetBlock *head = stafet_block_new ();

  stafet_block_put (head, frame, 0, 0);
  stafet_block_put (head, banner, 0, stafet_block_get_height (frame) + 10);
  return head;
}

/* Says what the boxes are for. */
StafetBlock *
stafet_call_row_headings (const StafetPaper *paper, const char *about)
{
  const char *const ticks[STAFET_CALL_ROW_TICKS] = { TEXT (N_ ("rung up")), TEXT (N_ ("no answer")),
                                                     TEXT (N_ ("told")) };
  StafetBlock *block = stafet_block_new ();

  stafet_block_add_element (block, "P", 0, 0,
                            stafet_type_text (paper->context, STAFET_CALL_ROW_NAME_WIDTH,
                                              &stafet_call_row_heading, TEXT (N_ ("whom to ring"))));
  stafet_block_add_element (
    block, "P", STAFET_CALL_ROW_ABOUT_X, 0,
    stafet_type_text (paper->context, STAFET_CALL_ROW_ABOUT_WIDTH, &stafet_call_row_heading, about));
  for (int i = 0; i < STAFET_CALL_ROW_TICKS; i++)
    {
      PangoLayout *text =
        stafet_type_text (paper->context, STAFET_CALL_ROW_TICK_WIDTH, &stafet_call_row_heading, ticks[i]);

      pango_layout_set_alignment (text, PANGO_ALIGN_CENTER);
      stafet_block_add_element (block, "P", STAFET_CALL_ROW_TICKS_X + i * STAFET_CALL_ROW_TICK_WIDTH, 0,
                                text);
    }
  stafet_block_reach (block, stafet_block_get_height (block) + 6);
  return block;
}

double
stafet_call_row_add_number (StafetBlock *block, const StafetPaper *paper, double y, const char *number)
{
  g_autofree char *phone = stafet_phone_format (number);
  g_autofree char *uri = g_strconcat ("tel:", number, NULL);

  return stafet_block_add_link (
    block, uri, 0, y, stafet_type_text (paper->context, STAFET_CALL_ROW_NAME_WIDTH, &number_type, phone));
}

double
stafet_call_row_add_plain (StafetBlock *block, const StafetPaper *paper, double y, const char *words)
{
  PangoLayout *text =
    stafet_type_text (paper->context, STAFET_CALL_ROW_NAME_WIDTH, &stafet_call_row_plain, words);

  stafet_type_limit (text, 4);
  return stafet_block_add_element (block, "P", 0, y, text);
}

double
stafet_call_row_add_name (StafetBlock *block, const StafetPaper *paper, const char *name)
{
  PangoLayout *text = stafet_type_text (paper->context, STAFET_CALL_ROW_NAME_WIDTH, &name_type, name);

  stafet_type_limit (text, 3);
  return stafet_block_add_element (block, "P", 0, 0, text);
}

void
stafet_call_row_add_ticks (StafetBlock *row)
{
  for (int i = 0; i < STAFET_CALL_ROW_TICKS; i++)
    stafet_block_add_box (
      row, STAFET_CALL_ROW_TICKS_X + i * STAFET_CALL_ROW_TICK_WIDTH + (STAFET_CALL_ROW_TICK_WIDTH - TICK) / 2,
      2, TICK, TICK, 1.4, STAFET_INK, 0xffffff);
}
