/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out heads, feet and banners.
 */
#include "stafet-frame.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-batons.h"
#include "schedule/stafet-entry-people.h"
#include "stafet-sheet.h"

#include <string.h>

#define RIGHT_MAX 230.0
#define FOOT_WIDTH (STAFET_SHEET_INNER - 134)
#define NUMBERS_MAX 3
#define ICON 15.0

static const StafetType above_type = { 16.5, PANGO_WEIGHT_NORMAL, STAFET_INK };
static const StafetType below_type = { 15.5, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };
static const StafetType strong_type = { 15, PANGO_WEIGHT_BOLD, STAFET_INK };
static const StafetType plain_type = { 14, PANGO_WEIGHT_NORMAL, STAFET_INK };

/* ——— Head ——— */

char *
stafet_frame_week (const StafetPaper *paper)
{
  return stafet_words_week (paper->language, stafet_date_iso_week (paper->monday, NULL));
}

char *
stafet_frame_days (const StafetPaper *paper)
{
  return stafet_words_days (paper->language, paper->monday, paper->monday + 6);
}

static double
add_left (StafetBlock *block, const StafetPaper *paper, const StafetHead *head, double width)
{
  const StafetType title_type = { head->title_size, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };
  PangoLayout *title = stafet_type_text (paper->context, width, &title_type, head->title);
  double y = 0;

  if (head->above[0] != '\0')
    {
      PangoLayout *above = stafet_type_text (paper->context, width, &above_type, head->above);

      stafet_type_limit (above, 2);
      y = stafet_block_add_element (block, "P", 0, 0, above);
    }
  stafet_type_limit (title, 3);
  return stafet_block_add_element (block, "H1", 0, y, title);
}

static PangoLayout *
right_text (const StafetPaper *paper, const StafetType *type, const char *words)
{
  PangoLayout *text = stafet_type_text (paper->context, RIGHT_MAX, type, words);

  stafet_type_limit (text, 2);
  pango_layout_set_alignment (text, PANGO_ALIGN_RIGHT);
  return text;
}

StafetBlock *
stafet_frame_head_new (const StafetPaper *paper, const StafetHead *head)
{
  const StafetType right_type = { 25, PANGO_WEIGHT_ULTRABOLD, head->colour };
  StafetBlock *block = stafet_block_new ();
  PangoLayout *right = right_text (paper, &right_type, head->right);
  PangoLayout *below = right_text (paper, &below_type, head->below);
  double width = MAX (stafet_type_get_width (right), stafet_type_get_width (below));
  double needed = stafet_type_get_height (right) + stafet_type_get_height (below);
  double left = add_left (block, paper, head, STAFET_SHEET_INNER - width - 16);
  double x = STAFET_SHEET_INNER - RIGHT_MAX;
  double y = stafet_block_add_element (block, "P", x, MAX (0, left - needed - 2), right);

  y = stafet_block_add_element (block, "P", x, y, below);
  stafet_block_add_rule (block, 0, MAX (left, y) + 5, STAFET_SHEET_INNER, STAFET_FRAME_RULE, head->colour);
  return block;
}

/* ——— Foot ——— */

StafetBlock *
stafet_frame_foot_new (const StafetPaper *paper, const char *heading)
{
  StafetBlock *foot = stafet_block_new ();
  PangoLayout *text;

  stafet_block_add_rule (foot, 0, 0, STAFET_SHEET_INNER, 0.6, STAFET_INK_HAIR);
  if (heading == NULL)
    return foot;
  text = stafet_type_text (paper->context, FOOT_WIDTH, &strong_type, heading);
  stafet_type_limit (text, 2);
  stafet_block_add_element (foot, "P", 0, 8, text);
  return foot;
}

void
stafet_frame_add_number (const StafetPaper *paper, StafetBlock *foot, const char *who, const char *number)
{
  g_autofree char *phone = stafet_phone_format (number);
  g_autofree char *uri = g_strconcat ("tel:", number, NULL);
  PangoLayout *link = stafet_type_text (paper->context, FOOT_WIDTH, &strong_type, phone);
  double width = stafet_type_get_width (link), y = stafet_block_get_height (foot);
  PangoLayout *text = stafet_type_text (paper->context, FOOT_WIDTH - width - 8, &plain_type, who);
  double shift = stafet_type_get_baseline (link) - stafet_type_get_baseline (text);
  double indent;

  stafet_type_limit (text, 1);
  indent = stafet_type_get_width (text);
  stafet_block_begin (foot, "P");
  stafet_block_add_element (foot, "Span", 0, y + shift, text);
  stafet_block_add_link (foot, uri, indent > 0 ? indent + 8 : 0, y, link);
  stafet_block_end (foot);
}

static gboolean
has_number (const StafetPaper *paper, const StafetHouse *house)
{
  const GPtrArray *contacts =
    stafet_snapshot_index (paper->snapshot, STAFET_INDEX_CONTACT_BY_HOUSE, house->parent.uid);

  for (guint i = 0; i < contacts->len; i++)
    {
      const StafetContact *contact = g_ptr_array_index (contacts, i);

      if (contact->is_public && contact->phone[0] != '\0')
        return TRUE;
    }
  return house->phone[0] != '\0';
}

StafetBlock *
stafet_frame_house_foot_new (const StafetPaper *paper, const StafetHouse *house)
{
  const char *heading =
    has_number (paper, house) ? stafet_i18n_text (paper->language, N_ ("Questions? Ring the house:")) : NULL;
  StafetBlock *foot = stafet_frame_foot_new (paper, heading);

  stafet_frame_add_house (paper, foot, house);
  stafet_frame_add_duty (paper, foot, STAFET_DUTY_VOLUNTEERING, house, TRUE);
  return foot;
}

void
stafet_frame_add_house (const StafetPaper *paper, StafetBlock *foot, const StafetHouse *house)
{
  const GPtrArray *contacts =
    stafet_snapshot_index (paper->snapshot, STAFET_INDEX_CONTACT_BY_HOUSE, house->parent.uid);
  guint n = 0;

  for (guint i = 0; i < contacts->len && n < NUMBERS_MAX; i++)
    {
      const StafetContact *contact = g_ptr_array_index (contacts, i);
      g_autofree char *who = g_strconcat (contact->name, ", ", contact->role, NULL);

      if (!contact->is_public || contact->phone[0] == '\0')
        continue;
      stafet_frame_add_number (paper, foot, who, contact->phone);
      n++;
    }
  if (n < NUMBERS_MAX && house->phone[0] != '\0')
    stafet_frame_add_number (paper, foot, house->name, house->phone);
}

void
stafet_frame_add_duty (const StafetPaper *paper, StafetBlock *foot, StafetDuty duty, const StafetHouse *house,
                       gboolean public_only)
{
  const StafetContact *contact = stafet_baton_contact (paper->snapshot, duty, house, NULL, public_only);
  g_autofree char *who = NULL;

  /* The house's own stand there as such. */
  if (contact == NULL || contact->phone[0] == '\0' || (contact->is_public && contact->house != NULL))
    return;
  who = g_strconcat (contact->name, ", ", contact->role, NULL);
  stafet_frame_add_number (paper, foot, who, contact->phone);
}

/* ——— Banner ——— */

StafetBlock *
stafet_frame_banner_new (const StafetPaper *paper, StafetIcon icon, const char *text, guint32 border,
                         guint32 fill)
{
  StafetBlock *block = stafet_block_new ();
  PangoLayout *layout = stafet_type_text (paper->context, STAFET_SHEET_INNER - 48, &strong_type, text);
  double height;

  stafet_type_limit (layout, 3);
  height = stafet_type_get_height (layout);
  stafet_block_add_box (block, 0, 0, STAFET_SHEET_INNER, height + 14, 1.4, border, fill);
  stafet_block_add_icon (block, icon, 12, 7 + (height - ICON) / 2, ICON, border);
  stafet_block_add_element (block, "P", 36, 7, layout);
  return block;
}
