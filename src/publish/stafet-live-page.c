/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the days of a feed as HTML and puts them into the template.
 */
#include "stafet-live-page.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-entry-people.h"
#include "stafet-board.h"
#include "stafet-feed-text.h"
#include "stafet-page-template.h"

#include <string.h>

/* So many that a Sunday has a fortnight before it. */
#define DAYS 20
/* So much at most of what stands on a page whether it has room for activities or not. */
#define MOST_CLOSURES 2
#define MOST_CLOSURE_CHARACTERS 100
#define MOST_CONTACT_BYTES 1500
#define MOST_NOTICES 6

/* The making of one page. */
typedef struct
{
  StafetSnapshot *snapshot;
  const StafetFeedPress *press;
  const StafetFeed *feed; /* of @press */
  StafetFeedVoice voice;
  GString *days;
  GPtrArray *houses; /* StafetHouse, borrowed: that answer for what is on the page */
} Page;

#define TEXT(msgid) stafet_i18n_text (page->press->language, msgid)

/* ——— Escaping ——— */

/* "<p class=CLASS>TEXT</p>", when there is a text. @class_name: "" for none. */
static void
add_paragraph (GString *out, const char *class_name, const char *text, gssize length)
{
  if (length == 0 || *text == '\0')
    return;
  if (*class_name != '\0')
    g_string_append_printf (out, "<p class=\"%s\">", class_name);
  else
    g_string_append (out, "<p>");
  stafet_page_add_text (out, text, length);
  g_string_append (out, "</p>\n");
}

/* ——— One line ——— */

/* A time of the day that it stands under, or a time with its @date. */
static void
add_time (GString *out, StafetLanguage language, StafetWall wall, gboolean date)
{
  g_autofree char *clock = stafet_words_clock (language, stafet_wall_minutes (wall));
  char machine[STAFET_WALL_SIZE];
  const char *time = strchr (stafet_wall_write (wall, machine), 'T') + 1;

  g_string_append_printf (out, "<time datetime=\"%s\">%s</time>", date ? machine : time, clock);
}

/* On a day between the first and the last of several there is no time; what goes on into another date says
 * so. */
static void
add_when (GString *out, const Page *page, const StafetFeedEvent *event, StafetDate date)
{
  StafetDate first = stafet_wall_date (event->start), last = stafet_wall_last_date (event->start, event->end);

  g_string_append (out, "<p>");
  if (first == date)
    add_time (out, page->press->language, event->start, FALSE);
  g_string_append (out, "–");
  if (last > date && event->end - event->start > STAFET_MINUTES_PER_DAY)
    {
      g_autofree char *day = stafet_words_day (page->press->language, last);

      g_string_append_printf (out, "%s ", day);
    }
  add_time (out, page->press->language, event->end, last > date);
  g_string_append (out, "</p>\n");
}

static void
add_heading (GString *out, const StafetBoardLine *line)
{
  g_string_append (out, "<h3>");
  stafet_page_add_text (out, line->title, -1);
  if (*line->state != '\0')
    {
      g_string_append (out, " <b>");
      stafet_page_add_text (out, line->state, -1);
      g_string_append (out, "</b>");
    }
  g_string_append (out, "</h3>\n");
}

/* Each line of the calendar's own description, which tells of people at the feed's level. */
static void
add_details (GString *out, const char *details)
{
  while (*details != '\0')
    {
      gsize length = strcspn (details, "\n");

      add_paragraph (out, "", details, (gssize) length);
      details += length + (details[length] == '\n');
    }
}

/* What a wall shows beside it: who comes, by first name at most, and what staff must know is missing. */
static void
add_who (GString *out, const Page *page, const StafetBoardLine *line)
{
  gboolean tells = page->feed->kind != STAFET_FEED_PROGRAMME && line->missing > 0;
  g_autofree char *missing = g_strdup_printf (
    stafet_i18n_plural (page->press->language, "%d is missing", "%d are missing", (gulong) line->missing),
    line->missing);
  g_autofree char *text =
    g_strconcat (line->people, tells && *line->people != '\0' ? " · " : "", tells ? missing : "", NULL);

  add_paragraph (out, "who", text, -1);
}

/* ——— Whom to answer ——— */

/* A public contact's, else the house's own; "" for none. */
static const char *
mail_of (const Page *page, const StafetHouse *house)
{
  const StafetContact *contact = stafet_house_public_contact (page->snapshot, house->parent.uid);

  return contact != NULL && contact->mail[0] != '\0' ? contact->mail : house->mail;
}

/* "Vi kan ikke tage imod: Sang i B.1, torsdag den 26. november kl. 10.00–10.45" */
static char *
refusal_words (const Page *page, const StafetBoardLine *line)
{
  const StafetFeedEvent *event = line->event;
  g_autofree char *date = stafet_words_date (page->press->language, stafet_wall_date (event->start));
  g_autofree char *span = stafet_words_time_span (page->press->language, event->start, event->end);

  return g_strdup_printf ("%s: %s, %s %s", TEXT (N_ ("We cannot receive anybody")), line->title, date, span);
}

/* Addresses are letters of a link: what could end it, or begin another field of the letter, is escaped. */
static void
add_refusal (GString *out, const Page *page, const StafetBoardLine *line, const char *mail)
{
  g_autofree char *words = refusal_words (page, line);
  g_autofree char *address = g_uri_escape_string (mail, "@", FALSE);
  g_autofree char *subject = g_uri_escape_string (words, NULL, FALSE);
  g_autofree char *spoken = g_markup_escape_text (words, -1);

  g_string_append_printf (out, "<a href=\"mailto:%s?subject=%s\" aria-label=\"%s\">%s</a>", address, subject,
                          spoken, TEXT (N_ ("We cannot receive anybody")));
}

static void
add_number (GString *out, const char *number, const char *before)
{
  g_autofree char *shown = stafet_phone_format (number);
  g_autofree char *dialled = g_uri_escape_string (number, "+", FALSE);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);

  g_string_append_printf (out, "<a href=\"tel:%s\">%s%s</a>", dialled, before, escaped);
}

/* What a ward may want to say at once. */
static void
add_answers (GString *out, const Page *page, const StafetBoardLine *line)
{
  const StafetFeedEvent *event = line->event;
  const StafetHouse *house = stafet_feed_text_house (&page->voice, event->entry, event->visit);
  const char *mail = house != NULL ? mail_of (page, house) : "";
  const char *number = house != NULL ? stafet_house_public_number (page->snapshot, house) : "";
  g_autofree char *ring = g_strconcat (TEXT (N_ ("Ring")), " ", NULL);

  if (page->feed->kind != STAFET_FEED_ARRIVALS || event->cancelled || (*mail == '\0' && *number == '\0'))
    return;
  g_string_append (out, "<p class=\"act\">");
  if (*mail != '\0')
    add_refusal (out, page, line, mail);
  if (*number != '\0')
    add_number (out, number, ring);
  g_string_append (out, "</p>\n");
}

static GString *
make_line (Page *page, const StafetBoardLine *line, StafetDate date)
{
  GString *out = g_string_new (line->event->cancelled ? "<li class=\"off\">" : "<li>");

  add_when (out, page, line->event, date);
  g_string_append (out, "<div>");
  add_heading (out, line);
  add_paragraph (out, "at", line->place, -1);
  add_details (out, line->event->details);
  add_answers (out, page, line);
  g_string_append (out, "</div>\n");
  add_who (out, page, line);
  g_string_append (out, "</li>\n");
  return out;
}

/* ——— Room ——— */

/* The lines of a day as HTML, of char *, and their bytes. */
typedef struct
{
  GPtrArray *lines;
  gsize length;
} DayText;

static void
clear_day_text (gpointer data)
{
  g_ptr_array_unref (((DayText *) data)->lines);
}

static GArray *
make_texts (Page *page, const StafetBoard *board)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (DayText));

  g_array_set_clear_func (texts, clear_day_text);
  for (guint i = 0; i < board->days->len; i++)
    {
      const StafetBoardDay *day = g_ptr_array_index (board->days, i);
      DayText text = { g_ptr_array_new_with_free_func (g_free), 0 };

      for (guint j = 0; j < day->lines->len; j++)
        {
          GString *line = make_line (page, g_ptr_array_index (day->lines, j), day->date);

          text.length += line->len;
          g_ptr_array_add (text.lines, g_string_free (line, FALSE));
        }
      g_array_append_val (texts, text);
    }
  return texts;
}

/* What all days take when none has more than @most. */
static gsize
length_within (const GArray *texts, gsize most)
{
  gsize length = 0;

  for (guint i = 0; i < texts->len; i++)
    length += MIN (g_array_index (texts, DayText, i).length, most);
  return length;
}

/* How many bytes of lines a day may have so that all fit into @room: days with little leave theirs to those
 * with much. */
static gsize
share_room (const GArray *texts, gsize room)
{
  gsize low = 0, high = room;

  while (low < high)
    {
      gsize middle = high - (high - low) / 2;

      if (length_within (texts, middle) <= room)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/* ——— Days ——— */

static void
note_house (Page *page, const StafetBoardLine *line)
{
  const StafetHouse *house = stafet_feed_text_house (&page->voice, line->event->entry, line->event->visit);

  if (house != NULL && !g_ptr_array_find (page->houses, house, NULL))
    g_ptr_array_add (page->houses, (gpointer) house);
}

/* As many lines as fit; the others as a number. */
static void
add_lines (Page *page, const StafetBoardDay *day, const DayText *text, gsize most)
{
  guint shown = 0;

  g_string_append (page->days, "<ul>\n");
  for (gsize length = 0; shown < text->lines->len; shown++)
    {
      const char *line = g_ptr_array_index (text->lines, shown);

      length += strlen (line);
      if (length > most)
        break;
      g_string_append (page->days, line);
      note_house (page, g_ptr_array_index (day->lines, shown));
    }
  g_string_append (page->days, "</ul>\n");
  if (shown == text->lines->len)
    return;
  g_string_append (page->days, "<p class=\"rest\">");
  g_string_append_printf (page->days, TEXT (N_ ("… and %u more")), text->lines->len - shown);
  g_string_append (page->days, "</p>\n");
}

static void
add_day (Page *page, const StafetBoardDay *day, const DayText *text, gsize most)
{
  g_autofree char *date = stafet_words_date (page->press->language, day->date);
  char machine[STAFET_DATE_SIZE];

  stafet_date_write (day->date, machine);
  g_string_append_printf (page->days, "<section><h2><time datetime=\"%s\">%s</time></h2>\n", machine, date);
  for (guint i = 0; i < MIN (day->closures->len, MOST_CLOSURES); i++)
    {
      g_string_append (page->days, "<p class=\"closed\">");
      stafet_page_add_part (page->days, g_ptr_array_index (day->closures, i), -1, MOST_CLOSURE_CHARACTERS);
      g_string_append (page->days, "</p>\n");
    }
  if (day->lines->len > 0)
    add_lines (page, day, text, most);
  else if (!day->shut)
    add_paragraph (page->days, "none", TEXT (N_ ("Nothing is planned.")), -1);
  g_string_append (page->days, "</section>\n");
}

static void
add_days (Page *page, const StafetBoard *board, const GArray *texts, gsize room)
{
  gsize most = share_room (texts, room);

  for (guint i = 0; i < board->days->len; i++)
    add_day (page, g_ptr_array_index (board->days, i), &g_array_index (texts, DayText, i), most);
}

/* ——— Around the days ——— */

static void
add_contact_line (GString *out, const Page *page, const StafetHouse *house)
{
  const StafetContact *contact = stafet_house_public_contact (page->snapshot, house->parent.uid);
  const char *number = stafet_house_public_number (page->snapshot, house);

  if (*number == '\0')
    return;
  g_string_append (out, "<p>");
  stafet_page_add_text (out, house->name, -1);
  if (contact != NULL)
    {
      g_string_append (out, ", ");
      stafet_page_add_text (out, contact->name, -1);
    }
  g_string_append (out, ": ");
  add_number (out, number, "");
  g_string_append (out, "</p>\n");
}

/* The house itself comes first; a ward's page has those that come to it. */
static GString *
make_contact (Page *page)
{
  const StafetHouse *own = page->feed->kind != STAFET_FEED_ARRIVALS
                             ? stafet_snapshot_get (page->snapshot, STAFET_KIND_HOUSE, page->feed->house)
                             : NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  GString *out = g_string_new (NULL);

  if (own != NULL)
    add_contact_line (lines, page, own);
  for (guint i = 0; own == NULL && i < page->houses->len && lines->len < MOST_CONTACT_BYTES; i++)
    add_contact_line (lines, page, g_ptr_array_index (page->houses, i));
  if (lines->len > 0)
    g_string_append_printf (out, "<div class=\"contact\"><h2>%s</h2>\n%s</div>\n",
                            TEXT (N_ ("Questions? Ring")), lines->str);
  return out;
}

/* What hangs on the board of the house and may be shown; who put it up is not told. Of the whole week, so
 * that the bytes are the same all through it: the script takes down what is over. */
static GString *
make_notices (const Page *page, StafetDate monday)
{
  const GPtrArray *all = stafet_snapshot_all (page->snapshot, STAFET_KIND_NOTICE);
  GString *out = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; page->feed->kind == STAFET_FEED_PROGRAMME && i < all->len && n < MOST_NOTICES; i++)
    {
      const StafetNotice *notice = g_ptr_array_index (all, i);
      g_autofree char *day = NULL, *until = NULL;
      char machine[STAFET_DATE_SIZE];

      if (!notice->is_public || notice->house != page->feed->house || notice->until < monday)
        continue;
      day = stafet_words_day (page->press->language, notice->until);
      until = g_strdup_printf (TEXT (N_ ("hangs until %s")), day);
      if (n++ == 0)
        g_string_append_printf (out, "<div class=\"notices\"><h2>%s</h2>\n", TEXT (N_ ("Notices")));
      g_string_append_printf (out, "<div data-until=\"%s\"><h3>", stafet_date_write (notice->until, machine));
      stafet_page_add_text (out, notice->title, -1);
      g_string_append (out, "</h3>\n");
      add_paragraph (out, "", notice->text, -1);
      add_paragraph (out, "at", until, -1);
      g_string_append (out, "</div>\n");
    }
  if (n > 0)
    g_string_append (out, "</div>\n");
  return out;
}

/* "Updated Tuesday 24 November 8:30 – ring the house if the date is old" */
static char *
updated_words (const Page *page, StafetInstant at)
{
  StafetWall wall = stafet_zone_to_wall (page->press->zone, at);
  g_autofree char *date = stafet_words_date_with_year (page->press->language, stafet_wall_date (wall));
  g_autofree char *time = stafet_words_time (page->press->language, stafet_wall_minutes (wall));
  g_autofree char *when = g_strdup_printf ("%s %s", date, time);

  return g_strdup_printf (TEXT (N_ ("Updated %s – ring the house if the date is old")), when);
}

/* "23. november – 13. december 2026 · uge 48–50" */
static char *
subtitle_words (const Page *page, StafetDate monday)
{
  g_autofree char *days = stafet_words_days_with_year (page->press->language, monday, monday + DAYS - 1);
  g_autofree char *first = stafet_words_week (page->press->language, stafet_date_iso_week (monday, NULL));

  return g_strdup_printf ("%s · %s–%d", days, first, stafet_date_iso_week (monday + DAYS - 1, NULL));
}

static const char *
audience_of (const StafetFeed *feed)
{
  static const char *const words[] = { "arrivals", "programme", "own", "open" };

  return feed->kind >= 0 && feed->kind < (gint32) G_N_ELEMENTS (words) ? words[feed->kind] : words[0];
}

/* ——— The words of the template ——— */

static void
set_words (GHashTable *values, const Page *page, StafetDate monday)
{
  g_autofree char *subtitle = subtitle_words (page, monday);

  stafet_page_set_text (values, "language", page->press->language == STAFET_LANGUAGE_DA ? "da" : "en");
  stafet_page_set_text (values, "title", page->feed->name);
  stafet_page_set_text (values, "subtitle", subtitle);
  stafet_page_set_text (values, "audience", audience_of (page->feed));
  stafet_page_set_text (values, "today", TEXT (N_ ("today")));
  stafet_page_set_text (values, "tomorrow", TEXT (N_ ("tomorrow")));
  stafet_page_set_text (values, "now", TEXT (N_ ("going on now")));
  stafet_page_set_text (values, "stale",
                        TEXT (N_ ("Nobody has confirmed this plan for more than a day. Ring the house.")));
  stafet_page_set_text (values, "as-board", TEXT (N_ ("Show on a wall screen")));
  stafet_page_set_text (values, "as-page", TEXT (N_ ("Show as a page")));
}

/* All but the days, whom to ring and when it was updated. */
static GHashTable *
begin_values (const Page *page, StafetDate monday)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  char *style = stafet_page_read_two ("base.css", "live-page.css"),
       *script = stafet_page_read ("live-page.js");

  stafet_page_set_raw (values, "style-hash", stafet_page_policy_hash (style));
  stafet_page_set_raw (values, "script-hash", stafet_page_policy_hash (script));
  stafet_page_set_raw (values, "style", style);
  stafet_page_set_raw (values, "script", script);
  set_words (values, page, monday);
  return values;
}

/* ——— The page ——— */

static void
init_page (Page *page, StafetSnapshot *snapshot, const StafetFeedPress *press)
{
  *page = (Page){ .snapshot = snapshot,
                  .press = press,
                  .feed = press->feed,
                  .voice = { snapshot, press->feed, press->language, NULL },
                  .days = g_string_sized_new (STAFET_LIVE_PAGE_MAX),
                  .houses = g_ptr_array_new () };
}

static void
clear_page (Page *page)
{
  g_string_free (page->days, TRUE);
  g_ptr_array_unref (page->houses);
}

/* The newest change of what the page tells of. */
static StafetInstant
newest_change (const StafetBoard *board, const StafetFeed *feed)
{
  StafetInstant newest = feed->parent.changed;

  for (guint i = 0; i < board->days->len; i++)
    {
      const StafetBoardDay *day = g_ptr_array_index (board->days, i);

      for (guint j = 0; j < day->lines->len; j++)
        newest = MAX (newest, ((StafetBoardLine *) g_ptr_array_index (day->lines, j))->event->changed);
    }
  return newest;
}

/* Fills in what hangs on how many lines there is @room for: days, whom to ring, and when it was updated. */
static GString *
fill_within (Page *page, const StafetBoard *board, const GArray *texts, GHashTable *values,
             const char *template, gsize room, StafetPublished **published)
{
  g_autoptr (GString) contact = NULL, notices = NULL;
  g_autofree char *content = NULL;
  g_autofree char *updated = NULL;
  StafetInstant newest = newest_change (board, page->press->feed);

  g_string_truncate (page->days, 0);
  g_ptr_array_set_size (page->houses, 0);
  add_days (page, board, texts, room);
  contact = make_contact (page);
  notices = make_notices (page, ((StafetBoardDay *) g_ptr_array_index (board->days, 0))->date);
  content = g_strconcat (page->feed->name, "\n", page->days->str, contact->str, notices->str, NULL);
  updated = updated_words (page, stafet_feed_stamp (page->press, "page", content, newest, published));
  stafet_page_set_text (values, "updated", updated);
  stafet_page_set_raw (values, "days", g_strdup (page->days->str));
  stafet_page_set_raw (values, "contact", g_strdup (contact->str));
  stafet_page_set_raw (values, "notices", g_strdup (notices->str));
  return stafet_page_fill (template, values);
}

GBytes *
stafet_live_page_render (StafetSnapshot *snapshot, const StafetFeedPress *press, StafetDate today,
                         StafetPublished **published)
{
  StafetDate monday = stafet_date_monday (today);
  g_autoptr (StafetBoard) board = stafet_board_new (snapshot, press->feed, today, monday, monday + DAYS - 1);
  g_autofree char *template = stafet_page_read ("live-page.html");
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (GArray) texts = NULL;
  gsize room = STAFET_LIVE_PAGE_MAX;
  GString *out;
  Page page;

  init_page (&page, snapshot, press);
  values = begin_values (&page, monday);
  texts = make_texts (&page, board);
  out = fill_within (&page, board, texts, values, template, room, NULL);
  /* What is too much is known once all of it is there; what a shorter one leaves out can only make it
   * shorter. */
  while (out->len > STAFET_LIVE_PAGE_MAX && room > 0)
    {
      room = MIN (room, length_within (texts, room));
      room -= MIN (room, out->len - STAFET_LIVE_PAGE_MAX);
      g_string_free (out, TRUE);
      out = fill_within (&page, board, texts, values, template, room, NULL);
    }
  g_string_free (out, TRUE);
  out = fill_within (&page, board, texts, values, template, room, published);
  clear_page (&page);
  return g_string_free_to_bytes (out);
}
