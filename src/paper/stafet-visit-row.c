/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out who comes: a box to tick for those who have promised, an icon for those who are asked.
 */
#include "stafet-visit-row.h"

#include "core/stafet-text.h"
#include "schedule/stafet-entry-people.h"
#include "stafet-sheet.h"

#define BOX 19.0
#define TIME_X 31.0
#define NAME_LINES 5
#define BELOW_LINES 3
#define TEXT(msgid) stafet_i18n_text (paper->language, msgid)

static const StafetType time_type = { 17, PANGO_WEIGHT_BOLD, STAFET_INK };
static const StafetType name_type = { 21, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };
static const StafetType open_type = { 20, PANGO_WEIGHT_BOLD, STAFET_INK, TRUE };
static const StafetType plain_type = { 15, PANGO_WEIGHT_NORMAL, STAFET_INK };

/* What stands before the time. */
typedef enum
{
  SIGN_BOX, /* to tick when they come */
  SIGN_PHONE,
  SIGN_CROSS,
  SIGN_NONE
} Sign;

/* ——— Words ——— */

/* "Åse og Sangvennerne, 4": people first, then heads of organisers; "" for nobody. */
static char *
names_of (const StafetPaper *paper, const StafetEntry *entry)
{
  g_autoptr (GPtrArray) places = stafet_entry_promised (entry, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (int organisers = 0; organisers < 2; organisers++)
    for (guint i = 0; i < places->len; i++)
      {
        const StafetPlace *place = g_ptr_array_index (places, i);
        GString *name;

        if ((place->organiser != NULL) != (organisers == 1))
          continue;
        name = g_string_new (NULL);
        stafet_place_append_name (name, paper->language, place, STAFET_NAMES_FIRST);
        if (place->count > 1)
          g_string_append_printf (name, ", %d", place->count);
        g_ptr_array_add (names, g_string_free (name, FALSE));
      }
  return stafet_names_join (paper->language, (const char *const *) names->pdata, names->len);
}

/* "Sang · Dagligstuen · modtages af Pia" */
static char *
below_words (const StafetPaper *paper, const StafetWardVisit *visit)
{
  const StafetActivity *activity = visit->slot.entry->activity;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  stafet_paper_add_part (parts, g_strdup (visit->slot.entry->title));
  if (activity != NULL)
    stafet_paper_add_part (parts, g_strdup (activity->meeting_place));
  if (visit->received_by != NULL)
    {
      g_autoptr (GString) name = g_string_new (NULL);

      stafet_contact_append_name (name, visit->received_by, STAFET_NAMES_FIRST);
      g_ptr_array_add (parts, g_strdup_printf (TEXT (N_ ("received by %s")), name->str));
    }
  return stafet_paper_join (parts);
}

/* ——— Rows ——— */

static void
add_sign (StafetBlock *block, Sign sign)
{
  switch (sign)
    {
    case SIGN_BOX:
      stafet_block_add_box (block, 0, 3.5, BOX, BOX, 1.5, STAFET_INK, 0xffffff);
      break;
    case SIGN_PHONE:
      stafet_block_add_icon (block, STAFET_ICON_PHONE, 2, 5, BOX - 4, STAFET_INK);
      break;
    case SIGN_CROSS:
      stafet_block_add_icon (block, STAFET_ICON_CROSS, 3, 6, BOX - 6, STAFET_INK);
      break;
    case SIGN_NONE:
      break;
    }
}

static double
add_line (StafetBlock *block, const StafetPaper *paper, double x, double y, const char *text, gboolean struck)
{
  PangoLayout *layout;

  if (*text == '\0')
    return y;
  layout = stafet_type_text_new (paper->context, STAFET_SHEET_INNER - x);
  stafet_type_append_struck (layout, &plain_type, text, struck);
  stafet_type_limit (layout, BELOW_LINES);
  return stafet_block_add_element (block, "P", x, y, layout);
}

/* @large in the large type @type, with what the visit is below it. */
static StafetBlock *
make_row (const StafetPaper *paper, const StafetWardVisit *visit, Sign sign, const StafetType *type,
          const char *large, const char *below)
{
  StafetBlock *block = stafet_block_new ();
  gboolean struck = stafet_slot_is_struck (&visit->slot);
  const char *mark = stafet_paper_mark (paper, &visit->slot);
  g_autofree char *hours = stafet_paper_hours (paper, visit->slot.start, visit->slot.end);
  g_autofree char *change = stafet_paper_change (paper, &visit->slot);
  double column = stafet_paper_hours_width (paper, &time_type), x = TIME_X + column;
  double width = STAFET_SHEET_INNER - x;
  PangoLayout *time = stafet_type_text_new (paper->context, column - 8);
  PangoLayout *text = stafet_type_text_new (paper->context, width);
  double y;

  stafet_type_append_struck (time, &time_type, hours, struck);
  stafet_type_limit (time, 4);
  stafet_type_append_struck (text, type, large, struck);
  stafet_type_limit (text, NAME_LINES);
  stafet_block_begin (block, "LI");
  add_sign (block, sign);
  stafet_block_add_element (block, "Lbl", TIME_X,
                            stafet_type_get_baseline (text) - stafet_type_get_baseline (time), time);
  stafet_block_begin (block, "LBody");
  y = stafet_block_add_element (block, "P", x, 0, text);
  if (mark != NULL)
    y = stafet_block_add_mark (block, x, 0, width, text, &stafet_type_mark, mark);
  y = add_line (block, paper, x, y, below, struck);
  add_line (block, paper, x, y, change, FALSE);
  stafet_block_end (block);
  stafet_block_end (block);
  return block;
}

static void
add_open_row (const StafetPaper *paper, const StafetWardVisit *visit, GPtrArray *rows, Sign sign,
              const char *format, int n)
{
  g_autofree char *large = n > 0 ? g_strdup_printf (format, n) : NULL;

  if (n > 0)
    g_ptr_array_add (rows, make_row (paper, visit, sign, &open_type, large, visit->slot.entry->title));
}

static void
add_holes (const StafetPaper *paper, const StafetWardVisit *visit, GPtrArray *rows, gboolean anybody)
{
  StafetEntryHoles holes;

  stafet_entry_count_holes (visit->slot.entry, &holes);
  add_open_row (paper, visit, rows, SIGN_PHONE,
                anybody ? stafet_i18n_plural (paper->language, "we are asking one more",
                                              "we are asking %d more", (gulong) holes.asked)
                        : TEXT (N_ ("we are asking")),
                holes.asked);
  add_open_row (paper, visit, rows, SIGN_NONE,
                stafet_i18n_plural (paper->language, "we are looking for a stand-in",
                                    "we are looking for %d stand-ins", (gulong) holes.stand_ins),
                holes.stand_ins);
  add_open_row (paper, visit, rows, SIGN_NONE,
                stafet_i18n_plural (paper->language, "we are looking for one more",
                                    "we are looking for %d more", (gulong) holes.others),
                holes.others);
  add_open_row (paper, visit, rows, SIGN_NONE,
                stafet_i18n_plural (paper->language, "a regular volunteer is missing",
                                    "%d regular volunteers are missing", (gulong) holes.permanent),
                holes.permanent);
}

void
stafet_visit_rows_add (const StafetPaper *paper, const StafetWardVisit *visit, GPtrArray *rows)
{
  guint before = rows->len;
  gboolean struck = stafet_slot_is_struck (&visit->slot);
  Sign sign = struck ? SIGN_CROSS : SIGN_BOX;
  const StafetEntry *entry = visit->slot.entry;
  g_autofree char *names = visit->slot.gone ? g_strdup ("") : names_of (paper, entry);
  g_autofree char *below = below_words (paper, visit);

  if (*names != '\0')
    g_ptr_array_add (rows, make_row (paper, visit, sign, &name_type, names, below));
  if (!struck)
    add_holes (paper, visit, rows, *names != '\0');
  if (rows->len == before)
    g_ptr_array_add (rows, make_row (paper, visit, sign, &name_type, entry->title, ""));
}
