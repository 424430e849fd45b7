/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads what there is: which of it is for whom, and its words, each with how much it says.
 */
#include "stafet-match-index.h"

#include "stafet-expand.h"

#include <string.h>

/* How much a word says by where it stands. */
#define TITLE 3.0f
#define ROLE 3.0f
#define OTHER_WORDS 2.2f
#define KIND 1.6f
#define TEXT 1.2f
#define CATEGORY 0.7f
#define WHOSE 0.6f
/* A row of synonyms says a little less than the word itself. */
#define SYNONYM 0.9f

#define NOON (12 * 60)
#define EVENING (17 * 60)

/* In Danish whatever the language: it is compared with wishes. */
static const char *const category_words[] = {
  [STAFET_CATEGORY_FOOD] = "mad, spise, kaffe",
  [STAFET_CATEGORY_MOVEMENT] = "bevægelse, motion",
  [STAFET_CATEGORY_MUSIC] = "musik",
  [STAFET_CATEGORY_WORKSHOP] = "værksted, kreativ",
  [STAFET_CATEGORY_GAMES] = "hygge",
  [STAFET_CATEGORY_NURSING] = "plejehjem",
  [STAFET_CATEGORY_TALK] = "lære, viden",
  [STAFET_CATEGORY_LOAN] = "",
};
static const char *const offer_words[] = {
  [STAFET_OFFER_VISIT] = "besøgsven, selskab",
  [STAFET_OFFER_VIGIL] = "våge hos døende",
  [STAFET_OFFER_COMPANY] = "følges med til læge, ledsager",
  [STAFET_OFFER_MOVING] = "flytte, flyttehjælp",
  [STAFET_OFFER_CALL] = "opkald, ringe",
  [STAFET_OFFER_MEETING] = "mødested, møde andre",
  [STAFET_OFFER_GROUP] = "gruppe, tale med andre",
  [STAFET_OFFER_BRIDGE] = "brobygning, første gang",
  [STAFET_OFFER_ADVICE] = "vejledning, rådgivning",
  [STAFET_OFFER_OTHER] = "",
};

/* How open something is to whoever says nothing one can go by. */
#define OPEN_MEETING 5
#define OPEN_CAFE 3
#define OPEN_ADVICE 5
#define OPEN_BRIDGE 2

/* ——— Words ——— */

/* What a text comes to: the same words stand in many records. */
typedef struct
{
  GArray *terms; /* of guint, positions in the index: owned */
  GArray *rows;  /* of guint: rows of synonyms; owned */
} Parsed;

static void
parsed_free (gpointer data)
{
  Parsed *parsed = data;

  g_array_unref (parsed->terms);
  g_array_unref (parsed->rows);
  g_free (parsed);
}

static void
add_posting (StafetMatchIndex *self, guint term, guint item, float weight)
{
  GArray *postings = g_array_index (self->terms, StafetMatchTerm, term).postings;
  StafetPosting *last =
    postings->len > 0 ? &g_array_index (postings, StafetPosting, postings->len - 1) : NULL;
  StafetPosting posting = { item, weight };

  if (last != NULL && last->item == item)
    last->weight = MAX (last->weight, weight);
  else
    g_array_append_val (postings, posting);
}

static void
add_row_cb (guint row, guint first, guint last, gpointer rows)
{
  (void) first;
  (void) last;
  g_array_append_val ((GArray *) rows, row);
}

static guint
add_term (StafetMatchIndex *self, char *stem)
{
  StafetMatchTerm term = { stem, g_array_new (FALSE, FALSE, sizeof (StafetPosting)) };

  g_array_append_val (self->terms, term);
  return self->terms->len - 1;
}

static guint
term_of (StafetMatchIndex *self, const char *stem)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, stem));

  if (found == 0)
    {
      char *own = g_strdup (stem);

      found = add_term (self, own) + 1;
      g_hash_table_insert (self->words, own, GUINT_TO_POINTER (found));
    }
  return found - 1;
}

static const Parsed *
parse (StafetMatchIndex *self, const char *text)
{
  Parsed *parsed = g_hash_table_lookup (self->parsed, text);
  g_autoptr (GArray) tokens = NULL;
  guint parts, weekdays;

  if (parsed != NULL)
    return parsed;
  parsed = g_new (Parsed, 1);
  parsed->terms = g_array_new (FALSE, FALSE, sizeof (guint));
  parsed->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  tokens = stafet_tokens_new (text);
  stafet_wish_read_times (tokens, &parts, &weekdays);
  for (guint i = 0; i < tokens->len; i++)
    if (!g_array_index (tokens, StafetToken, i).idle)
      {
        guint term = term_of (self, g_array_index (tokens, StafetToken, i).stem);

        g_array_append_val (parsed->terms, term);
      }
  stafet_synonyms_find (self->synonyms, tokens, add_row_cb, parsed->rows);
  g_hash_table_insert (self->parsed, (gpointer) text, parsed);
  return parsed;
}

/* @text lives as long as the index. */
static void
add_text (StafetMatchIndex *self, guint item, const char *text, float weight)
{
  const Parsed *parsed;

  if (text == NULL || *text == '\0')
    return;
  parsed = parse (self, text);
  for (guint i = 0; i < parsed->terms->len; i++)
    add_posting (self, g_array_index (parsed->terms, guint, i), item, weight);
  for (guint i = 0; i < parsed->rows->len; i++)
    add_posting (self, g_array_index (parsed->rows, guint, i), item, weight * SYNONYM);
}

/* ——— When ——— */

static guint
part_of (int minutes)
{
  return minutes < NOON      ? STAFET_PART_MORNING
         : minutes < EVENING ? STAFET_PART_AFTERNOON
                             : STAFET_PART_EVENING;
}

/* The part in which it begins, and the one in which most of the rest lies. */
static void
read_timing (StafetMatchIndex *self, StafetMatchItem *item)
{
  const StafetTiming *timing = item->timing;
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->timed, timing));
  int from = stafet_wall_minutes (timing->start), to = from + (int) (timing->end - timing->start);
  StafetDate date = MAX (timing->first_date, 0);

  /* The shifts of an activity are when it is. */
  if (known != 0)
    {
      item->parts = known & 0xff;
      item->weekdays = known >> 8;
      return;
    }
  item->parts = part_of (from) | part_of ((from + to) / 2);
  for (int i = 0; i < 5 && (date = stafet_expand_next (timing, date)) != STAFET_DATE_NONE; i++, date++)
    item->weekdays |= 1u << stafet_date_weekday (date);
  if ((item->weekdays & (1u << STAFET_SATURDAY | 1u << STAFET_SUNDAY)) != 0)
    item->parts |= STAFET_PART_WEEKEND;
  if ((item->weekdays & ~(1u << STAFET_SATURDAY | 1u << STAFET_SUNDAY)) != 0)
    item->parts |= STAFET_PART_WEEKDAYS;
  g_hash_table_insert (self->timed, (gpointer) timing, GUINT_TO_POINTER (item->parts | item->weekdays << 8));
}

static void
read_times (StafetMatchItem *item, const char *text)
{
  g_autoptr (GArray) tokens = stafet_tokens_new (text);

  stafet_wish_read_times (tokens, &item->parts, &item->weekdays);
}

/* ——— What there is ——— */

static guint
add_item (StafetMatchIndex *self, StafetMatchItem *item)
{
  if (item->spot.coordinates == NULL)
    item->spot.coordinates = "";
  if (item->spot.postcode == NULL)
    item->spot.postcode = "";
  self->n_join += item->join ? 1 : 0;
  self->n_give += item->give ? 1 : 0;
  g_array_append_val (self->items, *item);
  return self->items->len - 1;
}

static gboolean
is_over (const StafetTiming *timing, StafetWall now)
{
  return timing->last_date < stafet_wall_date (now);
}

/* Not what is for residents, what is lent out, or what is nobody's business. */
static gboolean
is_for_citizens (const StafetMatchIndex *self, const StafetActivity *activity)
{
  return !activity->draft && activity->visibility == STAFET_VISIBILITY_PUBLIC && activity->ward == NULL
         && activity->category != STAFET_CATEGORY_NURSING && activity->category != STAFET_CATEGORY_LOAN
         && stafet_snapshot_index (self->snapshot, STAFET_INDEX_STOP_BY_ACTIVITY, activity->parent.uid)->len
              == 0
         && !is_over (&activity->timing, self->now);
}

static StafetSpot
spot_of (const StafetHouse *house)
{
  return house != NULL ? (StafetSpot){ house->coordinates, house->postcode } : (StafetSpot){ "", "" };
}

static void
add_activity (StafetMatchIndex *self, StafetActivity *activity)
{
  StafetHouse *house = stafet_snapshot_get (self->snapshot, STAFET_KIND_HOUSE, activity->house);
  StafetMatchItem item = { .kind = STAFET_KIND_ACTIVITY,
                           .record = (StafetRecord *) activity,
                           .join = TRUE,
                           .title = g_strdup (activity->title),
                           .house = house,
                           .organiser =
                             stafet_snapshot_get (self->snapshot, STAFET_KIND_ORGANISER, activity->organiser),
                           .spot = spot_of (house),
                           .price = activity->price,
                           .lift = activity->transport,
                           .timing = &activity->timing };
  guint at;

  read_timing (self, &item);
  item.open = g_ascii_strncasecmp (activity->title, "caf", 3) == 0 ? OPEN_CAFE : 0;
  at = add_item (self, &item);
  add_text (self, at, activity->title, TITLE);
  add_text (self, at, activity->public_text, TEXT);
  if (activity->category != STAFET_ENUM_NONE)
    add_text (self, at, category_words[activity->category], CATEGORY);
  if (item.organiser != NULL)
    add_text (self, at, item.organiser->name, WHOSE);
}

/* Whoever wants to do something for others may come to a nursing home, and behind what is not public. */
static gboolean
needs_people (const StafetMatchIndex *self, const StafetActivity *activity)
{
  return !activity->draft && activity->category != STAFET_CATEGORY_LOAN && activity->calendar == NULL
         && activity->visibility != STAFET_VISIBILITY_HIDDEN && !is_over (&activity->timing, self->now);
}

static void
add_shift (StafetMatchIndex *self, StafetShift *shift)
{
  StafetActivity *activity = stafet_snapshot_get (self->snapshot, STAFET_KIND_ACTIVITY, shift->activity);
  StafetMatchItem item = { .kind = STAFET_KIND_SHIFT, .record = (StafetRecord *) shift, .give = TRUE };
  guint at;

  if (shift->activity != NULL ? activity == NULL || !needs_people (self, activity)
                              : is_over (&shift->timing, self->now))
    return;
  item.timing = activity != NULL ? &activity->timing : &shift->timing;
  item.house = stafet_snapshot_get (self->snapshot, STAFET_KIND_HOUSE,
                                    activity != NULL ? activity->house : shift->house);
  item.spot = spot_of (item.house);
  item.title =
    activity != NULL ? g_strconcat (activity->title, "/", shift->role, NULL) : g_strdup (shift->role);
  read_timing (self, &item);
  at = add_item (self, &item);
  add_text (self, at, shift->role, ROLE);
  add_text (self, at, shift->skill, OTHER_WORDS);
  if (activity == NULL)
    return;
  add_text (self, at, activity->title, OTHER_WORDS);
  add_text (self, at, activity->volunteer_text, TEXT);
  if (activity->category != STAFET_ENUM_NONE)
    add_text (self, at, category_words[activity->category], CATEGORY);
}

static void
add_offer (StafetMatchIndex *self, StafetOffer *offer)
{
  StafetMatchItem item = { .kind = STAFET_KIND_OFFER,
                           .record = (StafetRecord *) offer,
                           .join = offer->kind != STAFET_OFFER_ADVICE,
                           .give = offer->seeks,
                           .title = g_strdup (offer->title),
                           .organiser =
                             stafet_snapshot_get (self->snapshot, STAFET_KIND_ORGANISER, offer->organiser),
                           .spot = { "", offer->postcode },
                           .home = offer->home,
                           .price = offer->price,
                           .lift = offer->home || *offer->transport != '\0' };
  guint at;

  item.open = offer->kind == STAFET_OFFER_MEETING  ? OPEN_MEETING
              : offer->kind == STAFET_OFFER_ADVICE ? OPEN_ADVICE
              : offer->kind == STAFET_OFFER_BRIDGE ? OPEN_BRIDGE
                                                   : 0;
  read_times (&item, offer->times);
  at = add_item (self, &item);
  add_text (self, at, offer->title, TITLE);
  add_text (self, at, offer->words, OTHER_WORDS);
  add_text (self, at, offer->text, TEXT);
  add_text (self, at, offer_words[offer->kind], KIND);
  if (item.organiser != NULL)
    add_text (self, at, item.organiser->name, WHOSE);
}

static void
add_notice (StafetMatchIndex *self, StafetNotice *notice)
{
  StafetMatchItem item = { .kind = STAFET_KIND_NOTICE,
                           .record = (StafetRecord *) notice,
                           .join = notice->kind != STAFET_NOTICE_WANTED,
                           .give = notice->kind != STAFET_NOTICE_HELP,
                           .title = g_strdup (notice->title),
                           .house = stafet_snapshot_get (self->snapshot, STAFET_KIND_HOUSE, notice->house),
                           .price = "" };
  guint at;

  item.spot = *notice->postcode != '\0' ? (StafetSpot){ "", notice->postcode } : spot_of (item.house);
  read_times (&item, notice->times);
  at = add_item (self, &item);
  add_text (self, at, notice->title, TITLE);
  add_text (self, at, notice->text, TEXT);
}

static void
add_all (StafetMatchIndex *self, gboolean public_only)
{
  StafetDate today = stafet_wall_date (self->now);
  const GPtrArray *all = stafet_snapshot_all (self->snapshot, STAFET_KIND_ACTIVITY);

  for (guint i = 0; i < all->len; i++)
    if (is_for_citizens (self, g_ptr_array_index (all, i)))
      add_activity (self, g_ptr_array_index (all, i));
  all = stafet_snapshot_all (self->snapshot, STAFET_KIND_SHIFT);
  for (guint i = 0; i < all->len && !public_only; i++)
    add_shift (self, g_ptr_array_index (all, i));
  all = stafet_snapshot_all (self->snapshot, STAFET_KIND_OFFER);
  for (guint i = 0; i < all->len; i++)
    if (!public_only || !((StafetOffer *) g_ptr_array_index (all, i))->hidden)
      add_offer (self, g_ptr_array_index (all, i));
  all = stafet_snapshot_all (self->snapshot, STAFET_KIND_NOTICE);
  for (guint i = 0; i < all->len; i++)
    {
      StafetNotice *notice = g_ptr_array_index (all, i);

      if (notice->until >= today && (!public_only || notice->is_public))
        add_notice (self, notice);
    }
}

/* ——— The whole ——— */

static void
item_clear (gpointer data)
{
  g_free (((StafetMatchItem *) data)->title);
}

static void
term_clear (gpointer data)
{
  g_free (((StafetMatchTerm *) data)->stem);
  g_array_unref (((StafetMatchTerm *) data)->postings);
}

StafetMatchIndex *
stafet_match_index_new (StafetSnapshot *snapshot, StafetWall now, gboolean public_only)
{
  StafetMatchIndex *self = g_new0 (StafetMatchIndex, 1);

  self->snapshot = stafet_snapshot_ref (snapshot);
  self->synonyms = stafet_synonyms_new (snapshot);
  self->now = now;
  self->items = g_array_new (FALSE, FALSE, sizeof (StafetMatchItem));
  g_array_set_clear_func (self->items, item_clear);
  self->terms = g_array_new (FALSE, FALSE, sizeof (StafetMatchTerm));
  g_array_set_clear_func (self->terms, term_clear);
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint row = 0; row < stafet_synonyms_count (self->synonyms); row++)
    add_term (self, NULL);
  self->parsed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, parsed_free);
  self->timed = g_hash_table_new (NULL, NULL);
  add_all (self, public_only);
  g_clear_pointer (&self->parsed, g_hash_table_unref);
  g_clear_pointer (&self->timed, g_hash_table_unref);
  return self;
}

void
stafet_match_index_free (StafetMatchIndex *self)
{
  g_hash_table_unref (self->words);
  g_array_unref (self->terms);
  g_array_unref (self->items);
  stafet_synonyms_free (self->synonyms);
  stafet_snapshot_unref (self->snapshot);
  g_free (self);
}
