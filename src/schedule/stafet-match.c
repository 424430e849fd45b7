/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the words of a wish against the words of what there is.
 */
#include "stafet-match-index.h"
#include "stafet-match-reasons.h"
#include "stafet-match-weights.h"

#include <math.h>
#include <string.h>

/* ——— One word of the wish ——— */

/* At most @most letters put in, left out, changed or swapped with their neighbour. */
static gboolean
is_nearly (const char *a, const char *b, int most)
{
  int n = (int) strlen (a), m = (int) strlen (b);
  int rows[3][64];

  if (ABS (n - m) > most || n >= 63 || m >= 63)
    return FALSE;
  for (int j = 0; j <= m; j++)
    rows[0][j] = j;
  for (int i = 1; i <= n; i++)
    {
      int *row = rows[i % 3], *before = rows[(i + 2) % 3], *earlier = rows[(i + 1) % 3];

      row[0] = i;
      for (int j = 1; j <= m; j++)
        {
          row[j] = MIN (MIN (before[j], row[j - 1]) + 1, before[j - 1] + (a[i - 1] != b[j - 1] ? 1 : 0));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], earlier[j - 2] + 1);
        }
    }
  return rows[n % 3][m] <= most;
}

static gboolean
is_end (const char *part, const char *whole)
{
  return strlen (part) >= STAFET_MATCH_SHORTEST_WITHIN && strlen (whole) > strlen (part)
         && (g_str_has_prefix (whole, part) || g_str_has_suffix (whole, part));
}

static float
likeness (const char *wished, const char *stem)
{
  if (strcmp (wished, stem) == 0)
    return 1;
  if (is_end (wished, stem))
    return STAFET_MATCH_WITHIN;
  return is_end (stem, wished) ? STAFET_MATCH_AROUND : 0;
}

typedef struct
{
  const StafetMatchIndex *index;
  const StafetUnderstood *understood;
  GPtrArray *rows; /* by word of the wish: GArray of guint, the rows of synonyms it is in; owned */
  GArray *best;    /* of float, by item: what the word at hand is worth there */
  GArray *touched; /* of guint: items of which best is not 0 */
  double *score;   /* by item */
  gboolean give;
} Scoring;

static gboolean
counts (const Scoring *s, guint item)
{
  const StafetMatchItem *at = &g_array_index (s->index->items, StafetMatchItem, item);

  return s->understood->side == STAFET_SIDE_BOTH || (s->give ? at->give : at->join);
}

static void
take_postings (Scoring *s, const StafetMatchTerm *term, float quality)
{
  for (guint i = 0; i < term->postings->len; i++)
    {
      const StafetPosting *posting = &g_array_index (term->postings, StafetPosting, i);
      float *best = &g_array_index (s->best, float, posting->item);

      if (!counts (s, posting->item))
        continue;
      if (*best == 0)
        g_array_append_val (s->touched, posting->item);
      *best = MAX (*best, posting->weight * quality);
    }
}

/* With letters amiss only where nothing else is found. */
static void
take_misspelt (Scoring *s, const char *stem)
{
  gsize length = strlen (stem);
  int most = length >= STAFET_MATCH_TWO_AMISS ? 2 : length >= STAFET_MATCH_ONE_AMISS ? 1 : 0;

  for (guint i = stafet_synonyms_count (s->index->synonyms); most > 0 && i < s->index->terms->len; i++)
    {
      const StafetMatchTerm *term = &g_array_index (s->index->terms, StafetMatchTerm, i);

      if (strlen (term->stem) >= STAFET_MATCH_ONE_AMISS && is_nearly (stem, term->stem, most))
        take_postings (s, term, STAFET_MATCH_AMISS);
    }
}

/* What the word is worth in each item, weighed by how rare it is. */
static void
score_word (Scoring *s, guint word)
{
  const StafetToken *token = &g_array_index (s->understood->tokens, StafetToken, word);
  const GArray *rows = g_ptr_array_index (s->rows, word);
  guint all = s->give ? s->index->n_give : s->index->n_join;
  double rarity;

  for (guint i = stafet_synonyms_count (s->index->synonyms); !token->idle && i < s->index->terms->len; i++)
    {
      const StafetMatchTerm *term = &g_array_index (s->index->terms, StafetMatchTerm, i);
      float quality = likeness (token->stem, term->stem);

      if (quality > 0)
        take_postings (s, term, quality);
    }
  for (guint i = 0; i < rows->len; i++)
    take_postings (s, &g_array_index (s->index->terms, StafetMatchTerm, g_array_index (rows, guint, i)), 1);
  if (s->touched->len == 0 && !token->idle)
    take_misspelt (s, token->stem);
  rarity = log (1 + (double) all / (double) MAX (s->touched->len, 1));
  for (guint i = 0; i < s->touched->len; i++)
    {
      guint item = g_array_index (s->touched, guint, i);
      float *best = &g_array_index (s->best, float, item);

      s->score[item] += (double) *best * rarity;
      *best = 0;
    }
  g_array_set_size (s->touched, 0);
}

static void
row_cb (guint row, guint first, guint last, gpointer data)
{
  Scoring *s = data;
  gboolean idle = TRUE;

  /* Of a phrase the word that says most stands for all of it: it counts once. */
  for (guint i = first; i <= last && idle; i++)
    if (!g_array_index (s->understood->tokens, StafetToken, i).idle)
      {
        first = i;
        idle = FALSE;
      }
  g_array_append_val ((GArray *) g_ptr_array_index (s->rows, first), row);
}

/* ——— Times, distance, price ——— */

gboolean
stafet_match_fits_time (const StafetMatchItem *item, const StafetUnderstood *wish)
{
  const guint hours = STAFET_PART_MORNING | STAFET_PART_AFTERNOON | STAFET_PART_EVENING;
  const guint days = STAFET_PART_WEEKEND | STAFET_PART_WEEKDAYS;

  return ((wish->parts & hours) == 0 || (item->parts & hours) == 0
          || (wish->parts & item->parts & hours) != 0)
         && ((wish->parts & days) == 0 || (item->parts & days) == 0
             || (wish->parts & item->parts & days) != 0)
         && (wish->weekdays == 0 || item->weekdays == 0 || (wish->weekdays & item->weekdays) != 0);
}

gint32
stafet_match_price (const char *text)
{
  g_autofree char *folded = NULL;

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at) && (at == text || !g_ascii_isalnum (at[-1])))
      {
        char *end;
        gint64 kroner = g_ascii_strtoll (at, &end, 10);

        /* "3 plader kr. 30,-": what stands at "kr." counts, on either side. */
        if (strstr (text, "kr") == NULL || g_str_has_prefix (end, ",-") || g_str_has_prefix (end, " kr")
            || (at >= text + 4 && strncmp (at - 4, "kr. ", 4) == 0)
            || (at >= text + 3 && strncmp (at - 3, "kr ", 3) == 0))
          return (gint32) MIN (kroner, G_MAXINT32);
      }
  folded = g_utf8_strdown (text, -1);
  return strstr (folded, "gratis") != NULL ? 0 : STAFET_INTEGER_NONE;
}

int
stafet_match_metres (const StafetMatchItem *item, const StafetUnderstood *wish)
{
  return item->home
           ? STAFET_DISTANCE_UNKNOWN
           : stafet_postcodes_distance ((StafetSpot){ wish->coordinates, wish->postcode }, item->spot);
}

static double
factor (const StafetMatchItem *item, const StafetWish *wish, const StafetUnderstood *understood,
        StafetUid near)
{
  int metres = stafet_match_metres (item, understood);
  gint32 price = stafet_match_price (item->price != NULL ? item->price : "");
  double value =
    metres != STAFET_DISTANCE_UNKNOWN ? STAFET_MATCH_HALF_WAY / (STAFET_MATCH_HALF_WAY + metres) : 1;

  if (understood->parts != 0 || understood->weekdays != 0)
    value *= !stafet_match_fits_time (item, understood) ? STAFET_MATCH_OTHER_TIME
             : item->parts != 0 || item->weekdays != 0  ? STAFET_MATCH_RIGHT_TIME
                                                        : 1;
  if (wish->price != STAFET_INTEGER_NONE && price != STAFET_INTEGER_NONE && price > wish->price)
    value *= STAFET_MATCH_DEAR;
  if (wish->travel == STAFET_TRAVEL_LIFT && !item->lift)
    value *= STAFET_MATCH_NO_LIFT;
  if (near != NULL && item->house != NULL && item->house->parent.uid == near)
    value *= STAFET_MATCH_HERE;
  return value;
}

/* ——— The answer ——— */

typedef struct
{
  guint item;
  double score;
} Ranked;

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const StafetMatchIndex *index = data;
  const Ranked *one = a, *other = b;
  const StafetMatchItem *left = &g_array_index (index->items, StafetMatchItem, one->item);
  const StafetMatchItem *right = &g_array_index (index->items, StafetMatchItem, other->item);

  if (one->score != other->score)
    return one->score > other->score ? -1 : 1;
  return strcmp (left->record->uid, right->record->uid);
}

static GArray *
rank (const Scoring *s, const StafetWish *wish, StafetUid near)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < s->index->items->len; i++)
    if (s->score[i] > 0)
      {
        Ranked one = { i, s->score[i]
                            * factor (&g_array_index (s->index->items, StafetMatchItem, i), wish,
                                      s->understood, near) };

        g_array_append_val (ranked, one);
      }
  g_array_sort_with_data (ranked, compare_cb, (gpointer) s->index);
  return ranked;
}

static void
match_free (gpointer data)
{
  StafetMatch *match = data;

  g_free (match->title);
  g_free (match->detail);
  g_ptr_array_unref (match->reasons);
  g_free (match);
}

static void
list_best (StafetMatches *self, const Scoring *s, const StafetWish *wish, const GArray *ranked, guint most,
           StafetLanguage language)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ranked->len && self->matches->len < most; i++)
    {
      const Ranked *one = &g_array_index (ranked, Ranked, i);
      const StafetMatchItem *item = &g_array_index (s->index->items, StafetMatchItem, one->item);
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (titles, item->title));
      StafetMatch *match;

      if (before >= STAFET_MATCH_MOST_OF_A_TITLE)
        continue;
      match = stafet_match_tell (s->index, item, wish, s->understood, s->rows, language);
      if (match == NULL)
        continue;
      g_hash_table_insert (titles, item->title, GUINT_TO_POINTER (before + 1));
      match->score = one->score;
      g_ptr_array_add (self->matches, match);
    }
}

static void
score_words (Scoring *s)
{
  for (guint i = 0; i < s->understood->tokens->len; i++)
    g_ptr_array_add (s->rows, g_array_new (FALSE, FALSE, sizeof (guint)));
  stafet_synonyms_find (s->index->synonyms, s->understood->tokens, row_cb, s);
  for (guint i = 0; i < s->understood->tokens->len; i++)
    score_word (s, i);
}

/* Nothing is found by words: then what is open to all, and what there is at the times that were said. */
static void
score_open (Scoring *s)
{
  const StafetUnderstood *wish = s->understood;
  gboolean timed = wish->parts != 0 || wish->weekdays != 0;

  for (guint i = 0; i < s->index->items->len; i++)
    {
      const StafetMatchItem *item = &g_array_index (s->index->items, StafetMatchItem, i);

      if (counts (s, i))
        s->score[i] = item->open;
      if (counts (s, i) && timed && item->timing != NULL && stafet_match_fits_time (item, wish))
        s->score[i] += STAFET_MATCH_AT_THAT_TIME;
    }
}

/* A shift that nobody is missing on sinks: only what is at the top is worth asking that of. */
static void
sink_full (const Scoring *s, GArray *ranked, guint most)
{
  guint n = MIN (ranked->len, most * 3);

  for (guint i = 0; i < n; i++)
    {
      Ranked *one = &g_array_index (ranked, Ranked, i);
      const StafetMatchItem *item = &g_array_index (s->index->items, StafetMatchItem, one->item);

      if (item->kind == STAFET_KIND_SHIFT && !stafet_match_is_vacant (s->index, item))
        one->score *= STAFET_MATCH_FULL;
    }
  g_array_sort_with_data (ranked, compare_cb, (gpointer) s->index);
}

/* Whoever wants somebody along the first time is told who does that, last, whatever else fits. */
static void
score_company (Scoring *s)
{
  for (guint i = 0; i < s->index->items->len; i++)
    if (counts (s, i) && stafet_match_is_bridge (&g_array_index (s->index->items, StafetMatchItem, i)))
      s->score[i] += STAFET_MATCH_ALONG;
}

static gboolean
any_scored (const Scoring *s)
{
  for (guint i = 0; i < s->index->items->len; i++)
    if (s->score[i] > 0)
      return TRUE;
  return FALSE;
}

StafetMatches *
stafet_match (const StafetMatchIndex *self, const StafetWish *wish, StafetUid near, guint most,
              StafetLanguage language)
{
  StafetMatches *matches = g_new0 (StafetMatches, 1);
  g_autoptr (GArray) best = g_array_new (FALSE, TRUE, sizeof (float));
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint)), ranked = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree double *score = g_new0 (double, MAX (self->items->len, 1));
  Scoring s = { self, &matches->understood, rows, best, touched, score, FALSE };

  matches->matches = g_ptr_array_new_with_free_func (match_free);
  stafet_wish_understand (wish, self->snapshot, &matches->understood);
  s.give = matches->understood.side == STAFET_SIDE_GIVE;
  g_array_set_size (best, self->items->len);
  score_words (&s);
  if (!any_scored (&s))
    {
      matches->nothing_fits = TRUE;
      score_open (&s);
    }
  if (wish->company)
    score_company (&s);
  ranked = rank (&s, wish, near);
  sink_full (&s, ranked, most);
  list_best (matches, &s, wish, ranked, most, language);
  return matches;
}

void
stafet_matches_free (StafetMatches *self)
{
  stafet_understood_clear (&self->understood);
  g_ptr_array_unref (self->matches);
  g_free (self);
}
