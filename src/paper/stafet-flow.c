/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Breaks pages between rows.
 */
#include "stafet-flow.h"

#include "core/stafet-words.h"
#include "stafet-paper.h"

#define STAMP_WIDTH 118.0
#define STAMP_GAP 8.0     /* above the stamp */
#define FOOT_GAP 12.0     /* between what flows and the foot */
#define HEAD_GAP 12.0     /* below the head */
#define HAIR 0.6          /* the lines between sections */
#define KEPT_TOGETHER 0.4 /* a section that fills less of a page is not broken when it need not be */
#define TEXT(msgid) stafet_i18n_text (stafet_sheet_get_language (self->sheet), msgid)

struct _StafetFlow
{
  StafetSheet *sheet;                          /* borrowed */
  const StafetBlock *head, *head_again, *foot; /* borrowed */
  PangoContext *context;                       /* owned */
  GPtrArray *pages;                            /* StafetBlock, owned until they are the sheet's */
  StafetBlock *page;                           /* the last of them */
  double y, top, bottom;
};

/* ——— Pages ——— */

static void
turn_page (StafetFlow *self)
{
  const StafetBlock *head = self->page == NULL ? self->head : self->head_again;

  self->page = stafet_block_new ();
  g_ptr_array_add (self->pages, self->page);
  stafet_block_put (self->page, head, STAFET_SHEET_MARGIN, STAFET_SHEET_MARGIN);
  self->y = self->top = STAFET_SHEET_MARGIN + stafet_block_get_height (head) + HEAD_GAP;
}

static PangoLayout *
stamp_text (const StafetFlow *self, const char *text)
{
  PangoLayout *layout = stafet_type_text (self->context, STAMP_WIDTH, &stafet_type_small, text);

  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

/* "Udskrevet mandag", "den 23. november", "kl. 9.05 · side 1 af 2": three lines. */
static StafetBlock *
make_stamp (const StafetFlow *self, guint page)
{
  StafetLanguage language = stafet_sheet_get_language (self->sheet);
  StafetWall printed = stafet_sheet_get_printed (self->sheet);
  StafetDate date = stafet_wall_date (printed);
  g_autofree char *day =
    g_strdup_printf (TEXT (N_ ("Printed %s")), stafet_words_weekday (language, stafet_date_weekday (date)));
  g_autofree char *rest = stafet_paper_behind_weekday (language, date);
  g_autofree char *time = stafet_words_time (language, stafet_wall_minutes (printed));
  g_autofree char *number =
    g_strdup_printf (TEXT (N_ ("%s · page %u of %u")), time, page + 1, self->pages->len);
  StafetBlock *stamp = stafet_block_new ();
  double y;

  stafet_block_begin (stamp, "P");
  y = stafet_block_add_text (stamp, 0, 0, stamp_text (self, day));
  y = stafet_block_add_text (stamp, 0, y, stamp_text (self, rest));
  stafet_block_end (stamp);
  stafet_block_add_element (stamp, "P", 0, y, stamp_text (self, number));
  return stamp;
}

/* The foot's line is above the stamp. */
static double
foot_height (const StafetFlow *self, const StafetBlock *stamp)
{
  return MAX (stafet_block_get_height (self->foot), stafet_block_get_height (stamp) + STAMP_GAP);
}

StafetFlow *
stafet_flow_new (StafetSheet *sheet, const StafetBlock *head, const StafetBlock *head_again,
                 const StafetBlock *foot)
{
  StafetFlow *self = g_new0 (StafetFlow, 1);
  g_autoptr (StafetBlock) measured = NULL;

  self->sheet = sheet;
  self->head = head;
  self->head_again = head_again;
  self->foot = foot;
  self->context = stafet_type_context_new (stafet_sheet_get_language (sheet));
  self->pages = g_ptr_array_new ();
  measured = make_stamp (self, 0);
  self->bottom = STAFET_SHEET_HEIGHT - STAFET_SHEET_MARGIN - FOOT_GAP - foot_height (self, measured);
  turn_page (self);
  return self;
}

static void
finish_page (StafetFlow *self, guint number)
{
  StafetBlock *page = g_ptr_array_index (self->pages, number);
  g_autoptr (StafetBlock) stamp = make_stamp (self, number);
  double bottom = STAFET_SHEET_HEIGHT - STAFET_SHEET_MARGIN;

  stafet_block_put (page, self->foot, STAFET_SHEET_MARGIN, bottom - foot_height (self, stamp));
  stafet_block_put (page, stamp, STAFET_SHEET_WIDTH - STAFET_SHEET_MARGIN - STAMP_WIDTH,
                    bottom - stafet_block_get_height (stamp));
  stafet_sheet_add_page (self->sheet, page);
}

void
stafet_flow_finish (StafetFlow *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    finish_page (self, i);
  g_ptr_array_unref (self->pages);
  g_object_unref (self->context);
  g_free (self);
}

/* ——— What flows ——— */

static gboolean
has_room (const StafetFlow *self, double height)
{
  return self->y + height <= self->bottom;
}

void
stafet_flow_add (StafetFlow *self, const StafetBlock *block, double gap)
{
  double height = stafet_block_get_height (block);

  if (!has_room (self, height) && self->y > self->top)
    turn_page (self);
  stafet_block_put (self->page, block, STAFET_SHEET_MARGIN, self->y);
  self->y += height + gap;
}

void
stafet_flow_add_if_room (StafetFlow *self, const StafetBlock *block)
{
  if (has_room (self, stafet_block_get_height (block)))
    stafet_flow_add (self, block, 0);
}

static double
height_of (const StafetBlock *block)
{
  return block != NULL ? stafet_block_get_height (block) : 0;
}

static const StafetBlock *
row_of (const StafetSection *section, guint i)
{
  return g_ptr_array_index (section->rows, i);
}

/* How high the section is with its first @n rows. */
static double
section_height (const StafetSection *section, guint n)
{
  double label = height_of (section->label), rows = height_of (section->lead);

  for (guint i = 0; i < n; i++)
    rows += stafet_block_get_height (row_of (section, i)) + (rows > 0 ? section->gap : 0);
  return section->indent > 0 ? MAX (label, rows) : label + rows;
}

/* Puts a label at the flow's place, and moves on when the rows stand below it. Returns where it ends. */
static double
put_label (StafetFlow *self, const StafetSection *section, const StafetBlock *label)
{
  double end = self->y + height_of (label);

  if (label != NULL)
    stafet_block_put (self->page, label, STAFET_SHEET_MARGIN, self->y);
  if (section->indent <= 0)
    self->y = end;
  return end;
}

static double
turn_within (StafetFlow *self, const StafetSection *section)
{
  stafet_block_end (self->page);
  turn_page (self);
  return put_label (self, section, section->label_again != NULL ? section->label_again : section->label);
}

/* Returns where the label of the last page ends. */
static double
put_rows (StafetFlow *self, const StafetSection *section, double label_end)
{
  gboolean first = TRUE;

  stafet_block_begin (self->page, "L");
  for (guint i = 0; i < section->rows->len; i++)
    {
      const StafetBlock *row = row_of (section, i);

      if (!first)
        self->y += section->gap;
      if (!first && !has_room (self, stafet_block_get_height (row)))
        {
          label_end = turn_within (self, section);
          stafet_block_begin (self->page, "L");
        }
      else if (!first && section->ruled)
        stafet_block_add_rule (self->page, STAFET_SHEET_MARGIN + section->indent,
                               self->y - section->gap / 2 - HAIR / 2, STAFET_SHEET_INNER - section->indent,
                               HAIR, STAFET_INK_HAIR);
      stafet_block_put (self->page, row, STAFET_SHEET_MARGIN + section->indent, self->y);
      self->y += stafet_block_get_height (row);
      first = FALSE;
    }
  stafet_block_end (self->page);
  return label_end;
}

static gboolean
must_turn (const StafetFlow *self, const StafetSection *section)
{
  double whole = section_height (section, section->rows->len);

  if (self->y <= self->top)
    return FALSE;
  if (whole <= KEPT_TOGETHER * (self->bottom - self->top))
    return !has_room (self, whole);
  return !has_room (self, section_height (section, MIN (2, section->rows->len)));
}

void
stafet_flow_add_section (StafetFlow *self, const StafetSection *section)
{
  double label_end;

  if (must_turn (self, section))
    turn_page (self);
  label_end = put_label (self, section, section->label);
  if (section->lead != NULL)
    {
      stafet_block_put (self->page, section->lead, STAFET_SHEET_MARGIN + section->indent, self->y);
      self->y += stafet_block_get_height (section->lead) + (section->rows->len > 0 ? section->gap : 0);
    }
  if (section->rows->len > 0)
    label_end = put_rows (self, section, label_end);
  self->y = MAX (self->y, label_end) + section->padding;
  stafet_block_add_rule (self->page, STAFET_SHEET_MARGIN, self->y, STAFET_SHEET_INNER, HAIR, STAFET_INK_HAIR);
  self->y += section->padding;
}
