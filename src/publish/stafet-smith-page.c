/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the directory of all there is, and puts it with the data into the template.
 */
#include "stafet-smith-page.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-entry-people.h"
#include "schedule/stafet-match-reasons.h"
#include "stafet-page-template.h"
#include "stafet-smith-data.h"

#include <string.h>

typedef struct
{
  const StafetMatchIndex *index;
  StafetLanguage language;
  GString *out;
} Page;

#define TEXT(msgid) stafet_i18n_text (page->language, msgid)

/* ——— The directory ——— */

static void
add_part (Page *page, const char *text)
{
  g_string_append (page->out, " · ");
  stafet_page_add_text (page->out, text, -1);
}

static void
add_number (Page *page, const char *number)
{
  g_autofree char *shown = stafet_phone_format (number);
  g_autofree char *dialled = g_uri_escape_string (number, "+", FALSE);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);

  g_string_append_printf (page->out, "<a href=\"tel:%s\">%s</a>", dialled, escaped);
}

/* "Strikkeklub · tirsdag kl. 10.00 · gratis" */
static void
add_line (Page *page, const StafetMatchItem *item)
{
  g_autofree char *when = stafet_match_when (page->index, item, page->language);
  StafetSmithWords words;

  if (when == NULL)
    return;
  stafet_smith_words (page->index, item, &words);
  g_string_append (page->out, "<li><b>");
  stafet_page_add_text (page->out, item->title, -1);
  g_string_append (page->out, "</b>");
  if (*when != '\0')
    add_part (page, when);
  if (*words.price != '\0')
    add_part (page, words.price);
  if (*words.join != '\0')
    add_part (page, words.join);
  g_string_append (page->out, "</li>\n");
}

static gboolean
is_of (const StafetMatchItem *item, const StafetRecord *whose)
{
  return item->house != NULL ? &item->house->parent == whose
                             : item->organiser != NULL && &item->organiser->parent == whose;
}

/* One house, or one association, with what it has; nothing when it has nothing. */
static void
add_group (Page *page, const StafetRecord *whose, const char *name, const char *address, const char *number,
           const GArray *order)
{
  gsize before = page->out->len, empty;

  g_string_append (page->out, "<details><summary>");
  stafet_page_add_text (page->out, name, -1);
  g_string_append (page->out, "</summary>\n");
  if (*address != '\0' || *number != '\0')
    {
      g_string_append (page->out, "<p>");
      stafet_page_add_text (page->out, address, -1);
      if (*address != '\0' && *number != '\0')
        g_string_append (page->out, " · ");
      if (*number != '\0')
        add_number (page, number);
      g_string_append (page->out, "</p>\n");
    }
  g_string_append (page->out, "<ul>\n");
  empty = page->out->len;
  for (guint i = 0; i < order->len; i++)
    {
      const StafetMatchItem *item =
        &g_array_index (page->index->items, StafetMatchItem, g_array_index (order, guint, i));

      if (is_of (item, whose))
        add_line (page, item);
    }
  if (page->out->len == empty)
    g_string_truncate (page->out, before);
  else
    g_string_append (page->out, "</ul></details>\n");
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *items = data;

  return stafet_text_compare (g_array_index (items, StafetMatchItem, *(const guint *) a).title,
                              g_array_index (items, StafetMatchItem, *(const guint *) b).title);
}

static int
compare_houses (gconstpointer a, gconstpointer b)
{
  return stafet_text_compare ((*(const StafetHouse *const *) a)->name,
                              (*(const StafetHouse *const *) b)->name);
}

static int
compare_organisers (gconstpointer a, gconstpointer b)
{
  return stafet_text_compare ((*(const StafetOrganiser *const *) a)->name,
                              (*(const StafetOrganiser *const *) b)->name);
}

static char *
write_directory (Page *page)
{
  StafetSnapshot *snapshot = page->index->snapshot;
  g_autoptr (GArray) order = stafet_smith_order (page->index);
  g_autoptr (GPtrArray) houses =
    g_ptr_array_copy ((GPtrArray *) stafet_snapshot_all (snapshot, STAFET_KIND_HOUSE), NULL, NULL);
  g_autoptr (GPtrArray) organisers =
    g_ptr_array_copy ((GPtrArray *) stafet_snapshot_all (snapshot, STAFET_KIND_ORGANISER), NULL, NULL);

  page->out = g_string_new (NULL);
  g_array_sort_with_data (order, compare_titles, page->index->items);
  g_ptr_array_sort (houses, compare_houses);
  g_ptr_array_sort (organisers, compare_organisers);
  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);

      add_group (page, &house->parent, house->name, house->address,
                 stafet_house_public_number (snapshot, house), order);
    }
  for (guint i = 0; i < organisers->len; i++)
    {
      const StafetOrganiser *organiser = g_ptr_array_index (organisers, i);

      add_group (page, &organiser->parent, organiser->name, "", organiser->phone, order);
    }
  return g_string_free (g_steal_pointer (&page->out), FALSE);
}

/* ——— Whom to ring ——— */

static void
add_contact (Page *page, const StafetContact *contact)
{
  g_string_append (page->out, "<li>");
  stafet_page_add_text (page->out, contact->name, -1);
  if (*contact->role != '\0')
    {
      g_string_append (page->out, ", ");
      stafet_page_add_text (page->out, contact->role, -1);
    }
  if (*contact->phone != '\0')
    {
      g_string_append (page->out, ": ");
      add_number (page, contact->phone);
    }
  g_string_append (page->out, "</li>\n");
}

/* Who is asked in @area; those who are asked everywhere under no heading. */
static void
add_asked (Page *page, const StafetArea *area)
{
  const GPtrArray *all = stafet_snapshot_all (page->index->snapshot, STAFET_KIND_CONTACT);
  gsize before = page->out->len, empty;

  if (area != NULL)
    {
      g_string_append (page->out, "<h3>");
      stafet_page_add_text (page->out, area->name, -1);
      g_string_append (page->out, "</h3>\n");
    }
  g_string_append (page->out, "<ul>\n");
  empty = page->out->len;
  for (guint i = 0; i < all->len; i++)
    {
      const StafetContact *contact = g_ptr_array_index (all, i);

      if (contact->is_public && contact->duty != STAFET_ENUM_NONE && contact->house == NULL
          && contact->ward == NULL && contact->area == (area != NULL ? area->parent.uid : NULL))
        add_contact (page, contact);
    }
  if (page->out->len == empty)
    g_string_truncate (page->out, before);
  else
    g_string_append (page->out, "</ul>\n");
}

static char *
write_contacts (Page *page)
{
  const GPtrArray *areas = stafet_snapshot_all (page->index->snapshot, STAFET_KIND_AREA);

  page->out = g_string_new (NULL);
  add_asked (page, NULL);
  for (guint i = 0; i < areas->len; i++)
    add_asked (page, g_ptr_array_index (areas, i));
  return g_string_free (g_steal_pointer (&page->out), FALSE);
}

/* ——— The template ——— */

static void
set_words (GHashTable *values, const Page *page, StafetDate today)
{
  const struct
  {
    const char *name, *msgid;
  } words[] = {
    { "title", N_ ("The network smith") },
    { "lead",
      N_ ("You met somebody who would like company, or to do something for others. Answer what you know, "
          "and see what fits.") },
    { "private", N_ ("What you write stays on this page, and is gone when you close it.") },
    { "no-script",
      N_ ("This browser runs no scripts. Here is all there is, house by house, and whom to ring.") },
    { "side", N_ ("Join something, or do something good for others?") },
    { "side-any", N_ ("Do not know yet") },
    { "side-join", N_ ("Join something") },
    { "side-give", N_ ("Do something good for others") },
    { "what", N_ ("What would it be?") },
    { "what-hint",
      N_ ("In everyday words, such as: would like to get out and walk. No names, no illnesses.") },
    { "where", N_ ("Where?") },
    { "where-hint", N_ ("A postcode, a part of town or a house, such as 8260 or Viby.") },
    { "more", N_ ("More questions") },
    { "when", N_ ("When?") },
    { "morning", N_ ("Morning") },
    { "afternoon", N_ ("Afternoon") },
    { "evening", N_ ("Evening") },
    { "weekend", N_ ("Weekend") },
    { "price", N_ ("It may cost at most, kroner") },
    { "lift", N_ ("Needs a lift") },
    { "company", N_ ("Would like company the first time") },
    { "fits", N_ ("What fits") },
    { "whom", N_ ("Whom do I ring?") },
    { "print", N_ ("Print a card for the citizen") },
    { "print-hint", N_ ("A6. What you have ticked, else the first three.") },
    { "all", N_ ("All there is") },
    { "card-title", N_ ("For you") },
    { "card-whom", N_ ("Ring if you are in doubt") },
    { "said-none", N_ ("Write what it could be. Until then, this is open to everybody.") },
    { "said-nothing", N_ ("Nothing was found by these words. This is open to everybody.") },
    { "said-empty", N_ ("Nothing is open right now. Ring one of those below.") },
    { "said-some", N_ ("%d that may fit, the best first.") },
    { "said-cpr", N_ ("That looks like a CPR number. Take it out: the page needs none.") },
    { "said-place", N_ ("Nobody here knows where that is. Write a postcode, such as 8260.") },
    { "said-price", N_ ("Write whole kroner, for example 50; 0 is free.") },
    { "said-old", N_ ("This page is more than a week old. Fetch it anew before you trust what it says.") },
    { "said-long", N_ ("That is long: only the first 2000 characters count.") },
    { "said-other", N_ ("The words say something else than what you chose above. What you chose counts.") },
    { "on-card", N_ ("On the card") },
    { "speaks", N_ ("fits:") },
    { "amiss", N_ ("does not fit:") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    stafet_page_set_text (values, words[i].name, TEXT (words[i].msgid));
  {
    g_autofree char *day = stafet_words_date_with_year (page->language, today);
    g_autofree char *made = g_strdup_printf (TEXT (N_ ("Made on %s")), day);

    stafet_page_set_text (values, "made", made);
  }
  stafet_page_set_text (values, "language", page->language == STAFET_LANGUAGE_DA ? "da" : "en");
}

static GHashTable *
values_of (Page *page, StafetDate today)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  char *style = stafet_page_read_two ("base.css", "netvaerkssmed.css");
  char *script = stafet_page_read ("netvaerkssmed.js");

  stafet_page_set_raw (values, "style-hash", stafet_page_policy_hash (style));
  stafet_page_set_raw (values, "script-hash", stafet_page_policy_hash (script));
  stafet_page_set_raw (values, "style", style);
  stafet_page_set_raw (values, "script", script);
  stafet_page_set_raw (values, "data", stafet_smith_data_write (page->index, page->language));
  stafet_page_set_raw (values, "directory", write_directory (page));
  stafet_page_set_raw (values, "contacts", write_contacts (page));
  set_words (values, page, today);
  return values;
}

GBytes *
stafet_smith_page_render (StafetSnapshot *snapshot, StafetDate today, StafetLanguage language)
{
  g_autoptr (StafetMatchIndex) index = stafet_match_index_new (snapshot, stafet_wall_new (today, 0), TRUE);
  g_autofree char *template = stafet_page_read ("netvaerkssmed.html");
  Page page = { index, language, NULL };
  g_autoptr (GHashTable) values = values_of (&page, today);

  return g_string_free_to_bytes (stafet_page_fill (template, values));
}
