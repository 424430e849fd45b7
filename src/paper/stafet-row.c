/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out the items of a day.
 */
#include "stafet-row.h"

#include "core/stafet-words.h"
#include "schedule/stafet-day.h"
#include "schedule/stafet-entry-words.h"
#include "schedule/stafet-holidays.h"

#define TITLE_LINES 6
#define CHANGE_LINES 3
#define MORE_LINES 2
#define ICON 12.0
#define TEXT(msgid) stafet_i18n_text (paper->language, msgid)

/* ——— What happens ——— */

static double
add_change (StafetBlock *block, const StafetPaper *paper, const StafetRowLook *look, const StafetSlot *slot,
            double y)
{
  g_autofree char *change = stafet_paper_change (paper, slot);
  PangoLayout *text;

  if (*change == '\0')
    return y;
  text = stafet_type_text (paper->context, look->width - look->time_width, look->plain, change);
  stafet_type_limit (text, CHANGE_LINES);
  return stafet_block_add_element (block, "P", look->time_width, y, text);
}

static void
add_body (StafetBlock *block, const StafetPaper *paper, const StafetRowLook *look, const StafetSlot *slot,
          const char *details, const char *more)
{
  gboolean struck = stafet_slot_is_struck (slot);
  double width = look->width - look->time_width, y;
  PangoLayout *text = stafet_type_text_new (paper->context, width);
  const char *mark = stafet_paper_mark (paper, slot);

  stafet_type_append_struck (text, look->title, stafet_paper_title (paper, slot->entry), struck);
  if (!struck && *details != '\0')
    {
      stafet_type_append (text, look->plain, " · ");
      stafet_type_append (text, look->plain, details);
    }
  stafet_type_limit (text, TITLE_LINES);
  y = stafet_block_add_element (block, "P", look->time_width, 0, text);
  if (mark != NULL)
    y = stafet_block_add_mark (block, look->time_width, 0, width, text, look->mark, mark);
  y = add_change (block, paper, look, slot, y);
  if (struck || more == NULL || *more == '\0')
    return;
  text = stafet_type_text (paper->context, width, look->plain, more);
  stafet_type_limit (text, MORE_LINES);
  stafet_block_add_element (block, "P", look->time_width, y, text);
}

StafetBlock *
stafet_row_new (const StafetPaper *paper, const StafetRowLook *look, const StafetSlot *slot,
                const char *details, const char *more)
{
  StafetBlock *block = stafet_block_new ();
  g_autofree char *hours = stafet_paper_slot_hours (paper, slot);
  PangoLayout *time = stafet_type_text_new (paper->context, look->time_width - 8);

  stafet_type_append_struck (time, look->title, hours, stafet_slot_is_struck (slot));
  stafet_type_limit (time, 4);
  stafet_block_begin (block, "LI");
  stafet_block_add_element (block, "Lbl", 0, 0, time);
  stafet_block_begin (block, "LBody");
  add_body (block, paper, look, slot, details, more);
  stafet_block_end (block);
  stafet_block_end (block);
  return block;
}

/* ——— Closures and holidays ——— */

static void
add_note (StafetBlock *block, const StafetPaper *paper, const StafetRowLook *look, StafetIcon icon,
          const char *note)
{
  const StafetType type = { look->plain->size, PANGO_WEIGHT_BOLD, STAFET_INK_RED };
  PangoLayout *text = stafet_type_text (paper->context, look->width - ICON - 6, &type, note);
  double y = stafet_block_get_height (block);

  stafet_type_limit (text, CHANGE_LINES);
  stafet_block_add_icon (block, icon, 0, y + stafet_type_get_baseline (text) - ICON + 1, ICON,
                         STAFET_INK_RED);
  stafet_block_add_element (block, "P", ICON + 6, y, text);
}

StafetBlock *
stafet_row_notes_new (const StafetPaper *paper, const StafetRowLook *look, const StafetAgenda *agenda,
                      const StafetAgendaQuery *query, const StafetRoom *room)
{
  g_autoptr (StafetBlock) block = stafet_block_new ();
  g_autoptr (GPtrArray) closures = stafet_day_closures (agenda, query);
  const char *holiday = stafet_holidays_name (query->from);

  if (holiday == NULL)
    holiday = stafet_holidays_extra_name (query->from);
  if (holiday != NULL)
    add_note (block, paper, look, STAFET_ICON_STAR, TEXT (holiday));
  for (guint i = 0; i < closures->len; i++)
    {
      const StafetClosure *closure = g_ptr_array_index (closures, i);
      g_autofree char *words =
        stafet_entry_words_closed (paper->snapshot, paper->language, closure, query->from);

      if (room != NULL
          && (closure->ward != NULL || (closure->room != NULL && closure->room != room->parent.uid)))
        continue;
      add_note (block, paper, look, STAFET_ICON_LOCK, words);
    }
  return stafet_block_get_height (block) > 0 ? g_steal_pointer (&block) : NULL;
}
