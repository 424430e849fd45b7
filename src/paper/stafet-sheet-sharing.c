/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out the sheet of a calendar: one page, whatever stands on it.
 */
#include "stafet-sheet-sharing.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-entry-people.h"
#include "schedule/stafet-feed-address.h"
#include "stafet-frame.h"

#define MARGIN 28.0
#define WIDTH (STAFET_SHEET_A5_WIDTH - 2 * MARGIN)
#define CODE 168.0 /* six centimetres: read at arm's length */
#define TEXT(msgid) stafet_i18n_text (paper->language, msgid)

static const StafetType whose_type = { 15, PANGO_WEIGHT_NORMAL, STAFET_INK };
static const StafetType title_type = { 25, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };
static const StafetType step_type = { 14, PANGO_WEIGHT_NORMAL, STAFET_INK };
static const StafetType strong_type = { 14, PANGO_WEIGHT_BOLD, STAFET_INK };
static const StafetType link_type = { 11, PANGO_WEIGHT_NORMAL, STAFET_INK_BLUE };
static const StafetType warning_type = { 14, PANGO_WEIGHT_BOLD, STAFET_INK_RED };
static const StafetType number_type = { 19, PANGO_WEIGHT_ULTRABOLD, STAFET_INK };

typedef struct
{
  StafetPaper paper;
  const StafetSharing *sharing;
  StafetBlock *page;
  double y;
} Sharing;

static void
add (Sharing *self, const char *element, const StafetType *type, int lines, const char *words)
{
  PangoLayout *text = stafet_type_text (self->paper.context, WIDTH, type, words);

  stafet_type_limit (text, lines);
  self->y = stafet_block_add_element (self->page, element, MARGIN, self->y, text);
}

static void
add_head (Sharing *self)
{
  const StafetPaper *paper = &self->paper;

  add (self, "P", &whose_type, 2, self->sharing->whose);
  add (self, "H1", &title_type, 3,
       self->sharing->feed->kind == STAFET_FEED_ARRIVALS ? TEXT (N_ ("When do the volunteers come?"))
                                                         : self->sharing->feed->name);
  self->y += 6;
  stafet_block_add_rule (self->page, MARGIN, self->y, WIDTH, STAFET_FRAME_RULE, STAFET_INK_BLUE);
  self->y += 14;
}

/* Once, red and in a box: whoever hangs it up tells everybody who is there and when. */
static void
add_warning (Sharing *self)
{
  const StafetPaper *paper = &self->paper;
  PangoLayout *text;
  double height;

  if (stafet_feed_is_public (self->sharing->feed))
    return;
  text = stafet_type_text (paper->context, WIDTH - 24, &warning_type,
                           TEXT (N_ ("Not for the wall: it leads to names. Keep it in the office.")));
  height = stafet_type_get_height (text) + 14;
  stafet_block_add_box (self->page, MARGIN, self->y, WIDTH, height, 1.4, STAFET_INK_RED, 0xffffff);
  stafet_block_add_element (self->page, "P", MARGIN + 12, self->y + 7, text);
  self->y += height + 12;
}

/* The page is what a telephone shows best, and from it the calendar can be subscribed to. */
static void
add_code (Sharing *self, const char *address)
{
  const StafetPaper *paper = &self->paper;
  g_autoptr (StafetCode) code = stafet_code_new (address);
  double width = WIDTH - CODE - 14, y = self->y + 10;
  const char *const steps[] = {
    TEXT (N_ ("Point the telephone's camera at the code: the page shows the next 14 days.")),
    TEXT (N_ ("For your own calendar, paste the link below where the program asks for a "
              "calendar on the internet.")),
    TEXT (N_ ("Both correct themselves when something changes."))
  };

  if (code != NULL)
    stafet_block_add_code (self->page, code, MARGIN - 8, self->y, CODE);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    y = stafet_block_add_element (self->page, "P", MARGIN + CODE + 14, y,
                                  stafet_type_text (paper->context, width, &step_type, steps[i]))
        + 8;
  self->y = MAX (y, self->y + CODE) + 8;
}

static void
add_link (Sharing *self, const char *words, const char *address)
{
  PangoLayout *text = stafet_type_text (self->paper.context, WIDTH, &link_type, address);

  pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
  add (self, "P", &strong_type, 1, words);
  stafet_block_begin (self->page, "P");
  self->y = stafet_block_add_link (self->page, address, MARGIN, self->y, text) + 8;
  stafet_block_end (self->page);
}

static void
add_foot (Sharing *self)
{
  const StafetPaper *paper = &self->paper;
  const StafetHouse *sender = self->sharing->sender;
  const StafetContact *contact =
    sender != NULL ? stafet_house_public_contact (paper->snapshot, sender->parent.uid) : NULL;
  const char *number = sender != NULL ? stafet_house_public_number (paper->snapshot, sender) : "";
  g_autofree char *phone = stafet_phone_format (number);
  g_autofree char *uri = g_strconcat ("tel:", number, NULL);
  g_autofree char *words = NULL;

  add (self, "P", &step_type, 3, self->sharing->caution);
  if (*number == '\0')
    return;
  self->y += 8;
  words = g_strdup_printf (TEXT (N_ ("Questions? Ring %s:")), contact != NULL ? contact->name : sender->name);
  add (self, "P", &strong_type, 2, words);
  stafet_block_begin (self->page, "P");
  self->y = stafet_block_add_link (self->page, uri, MARGIN, self->y,
                                   stafet_type_text (paper->context, WIDTH, &number_type, phone));
  stafet_block_end (self->page);
}

StafetSheet *
stafet_sheet_sharing_new (StafetSnapshot *snapshot, const StafetSharing *sharing, StafetWall now)
{
  g_autofree char *page = stafet_feed_address (snapshot, sharing->feed, STAFET_ADDRESS_PAGE);
  g_autofree char *calendar = stafet_feed_address (snapshot, sharing->feed, STAFET_ADDRESS_CALENDAR);
  Sharing self = { .sharing = sharing, .page = NULL, .y = MARGIN };
  const StafetPaper *paper = &self.paper;
  g_autofree char *title = NULL;
  StafetSheet *sheet;

  if (page == NULL)
    return NULL;
  stafet_paper_init (&self.paper, snapshot, stafet_wall_date (now), now);
  self.page = stafet_block_new ();
  title = g_strdup_printf (TEXT (N_ ("The calendar of %s")), sharing->whose);
  sheet =
    stafet_sheet_new (paper->language, title, sharing->sender != NULL ? sharing->sender->name : "", now);
  stafet_sheet_set_size (sheet, STAFET_SHEET_A5_WIDTH, STAFET_SHEET_A5_HEIGHT);
  add_head (&self);
  add_warning (&self);
  add_code (&self, page);
  add_link (&self, TEXT (N_ ("The link for a calendar program:")), calendar);
  add_link (&self, TEXT (N_ ("The page:")), page);
  add_foot (&self);
  stafet_sheet_add_page (sheet, self.page);
  stafet_paper_clear (&self.paper);
  return sheet;
}
