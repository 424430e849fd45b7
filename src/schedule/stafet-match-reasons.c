/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of what fits and what does not.
 */
#include "stafet-match-reasons.h"

#include "core/stafet-words.h"
#include "stafet-match-weights.h"
#include "stafet-timetable.h"

#include <string.h>

#define T(text) stafet_i18n_text (language, text)

/* A month of dates is looked through for places. */
#define VACANT_DAYS 28
/* A date of a series is looked for so far ahead. */
#define AHEAD_DAYS 400

typedef struct
{
  const StafetMatchIndex *index;
  const StafetMatchItem *item;
  const StafetWish *wish;
  const StafetUnderstood *understood;
  StafetLanguage language;
  StafetMatch *match;
} Telling;

static void
reason_free (gpointer data)
{
  g_free (((StafetMatchReason *) data)->text);
  g_free (data);
}

static void
tell (Telling *t, const char *code, gboolean fits, char *text)
{
  StafetMatchReason *reason = g_new (StafetMatchReason, 1);

  *reason = (StafetMatchReason){ code, text, fits };
  g_ptr_array_add (t->match->reasons, reason);
}

/* ——— The next date ——— */

typedef struct
{
  const StafetTimetable *timetable;
  StafetWall now;
  StafetOccasion occasion;
  gboolean found;
} Next;

static gboolean
next_cb (StafetDate date, gpointer data)
{
  Next *next = data;

  next->found =
    stafet_timetable_read (next->timetable, date, &next->occasion) && next->occasion.end > next->now;
  return !next->found;
}

static gboolean
find_next (const StafetMatchIndex *index, const StafetMatchItem *item, StafetOccasion *occasion)
{
  StafetTimetable timetable;
  Next next = { &timetable, index->now, { 0 }, FALSE };
  StafetDate today = stafet_wall_date (index->now);

  if (!stafet_timetable_init (&timetable, index->snapshot, item->record))
    return FALSE;
  stafet_timetable_each (&timetable, today - 1, today + AHEAD_DAYS, next_cb, &next);
  *occasion = next.occasion;
  return next.found;
}

/* ——— Vacant places ——— */

typedef struct
{
  const StafetTimetable *timetable;
  const StafetMatchIndex *index;
  StafetShift *shift;
  gboolean one_off;
  int missing;
} Vacancy;

static gboolean
vacant_cb (StafetDate date, gpointer data)
{
  Vacancy *v = data;
  StafetOccasion occasion;
  StafetStaffing staffing;

  if (!stafet_timetable_read (v->timetable, date, &occasion) || occasion.end <= v->index->now)
    return TRUE;
  stafet_staffing_compute (v->index->snapshot, v->shift, date, occasion.start, occasion.end, v->one_off,
                           &staffing);
  v->missing += staffing.missing > 0 ? 1 : 0;
  stafet_staffing_clear (&staffing);
  return TRUE;
}

static int
dates_missing (const StafetMatchIndex *index, const StafetMatchItem *item)
{
  StafetTimetable timetable;
  Vacancy vacancy = { &timetable, index, (StafetShift *) item->record, !item->timing->recurs, 0 };
  StafetDate today = stafet_wall_date (index->now);

  if (stafet_timetable_init (&timetable, index->snapshot, item->record))
    stafet_timetable_each (&timetable, today, today + (item->timing->recurs ? VACANT_DAYS : AHEAD_DAYS),
                           vacant_cb, &vacancy);
  return vacancy.missing;
}

gboolean
stafet_match_is_vacant (const StafetMatchIndex *index, const StafetMatchItem *item)
{
  return dates_missing (index, item) > 0;
}

/* ——— Reasons ——— */

static gboolean
has_row (const StafetMatchIndex *index, guint row, guint item)
{
  const GArray *postings = g_array_index (index->terms, StafetMatchTerm, row).postings;

  for (guint i = 0; i < postings->len; i++)
    if (g_array_index (postings, StafetPosting, i).item == item)
      return TRUE;
  return FALSE;
}

static gboolean
is_told (const GPtrArray *reasons, const char *text)
{
  for (guint i = 0; i < reasons->len; i++)
    if (g_ascii_strcasecmp (((StafetMatchReason *) g_ptr_array_index (reasons, i))->text, text) == 0)
      return TRUE;
  return FALSE;
}

/* The word itself where the item has it, else what its synonyms are called. */
static void
tell_word (Telling *t, guint item, guint word, const GArray *rows)
{
  const StafetMatchIndex *index = t->index;
  const StafetToken *token = &g_array_index (t->understood->tokens, StafetToken, word);

  for (guint i = 0; i < rows->len; i++)
    if (has_row (index, g_array_index (rows, guint, i), item))
      {
        const char *name = stafet_synonyms_name (index->synonyms, g_array_index (rows, guint, i));

        if (!is_told (t->match->reasons, name))
          tell (t, "word", TRUE, g_strdup (name));
        return;
      }
  for (guint i = stafet_synonyms_count (index->synonyms); !token->idle && i < index->terms->len; i++)
    {
      const StafetMatchTerm *term = &g_array_index (index->terms, StafetMatchTerm, i);

      if (strcmp (term->stem, token->stem) == 0 && has_row (index, i, item))
        {
          if (!is_told (t->match->reasons, token->said))
            tell (t, "word", TRUE, g_strdup (token->said));
          return;
        }
    }
}

static void
tell_place (Telling *t)
{
  StafetLanguage language = t->language;
  int metres = t->match->metres;
  int km = (metres + 500) / 1000;

  if (t->item->home)
    {
      tell (t, "home", TRUE, g_strdup (T (N_ ("comes to the home"))));
      return;
    }
  if (metres == STAFET_DISTANCE_UNKNOWN)
    return;
  tell (t, metres <= STAFET_MATCH_NEAR_METRES ? "near" : "far", metres <= STAFET_MATCH_FAR_METRES,
        km == 0 ? g_strdup (T (N_ ("close by"))) : g_strdup_printf (T (N_ ("about %d km away")), km));
}

static const char *
part_words (guint parts, StafetLanguage language)
{
  return (parts & STAFET_PART_MORNING) != 0     ? T (N_ ("in the morning"))
         : (parts & STAFET_PART_AFTERNOON) != 0 ? T (N_ ("in the afternoon"))
         : (parts & STAFET_PART_EVENING) != 0   ? T (N_ ("in the evening"))
         : (parts & STAFET_PART_WEEKEND) != 0   ? T (N_ ("at the weekend"))
                                                : T (N_ ("on weekdays"));
}

static void
tell_time (Telling *t)
{
  StafetLanguage language = t->language;
  const StafetMatchItem *item = t->item;
  const StafetUnderstood *wish = t->understood;

  if (wish->parts == 0 && wish->weekdays == 0)
    return;
  if (item->parts == 0 && item->weekdays == 0)
    return;
  if (!stafet_match_fits_time (item, wish))
    {
      if (wish->parts != 0 && (wish->parts & item->parts) == 0)
        tell (t, "other_time", FALSE,
              g_strdup_printf (T (N_ ("not %s")), part_words (wish->parts, language)));
      else
        tell (t, "other_time", FALSE, g_strdup (T (N_ ("on another day"))));
    }
  else if ((wish->parts & item->parts) != 0)
    tell (t, "time", TRUE, g_strdup (part_words (wish->parts & item->parts, language)));
  else if (wish->weekdays != 0)
    tell (t, "time", TRUE, g_strdup (T (N_ ("on that day"))));
}

static void
tell_price (Telling *t)
{
  StafetLanguage language = t->language;
  gint32 price = stafet_match_price (t->item->price != NULL ? t->item->price : "");
  gboolean is_dear = t->wish->price != STAFET_INTEGER_NONE && price > t->wish->price;

  if (price == 0)
    tell (t, "price", TRUE, g_strdup (T (N_ ("free of charge"))));
  else if (price != STAFET_INTEGER_NONE)
    tell (t, is_dear ? "dear" : "price", !is_dear, g_strdup_printf (T (N_ ("%d kr.")), price));
}

static void
tell_way (Telling *t)
{
  StafetLanguage language = t->language;

  if (t->wish->travel != STAFET_TRAVEL_LIFT || t->item->home)
    return;
  if (t->item->lift)
    tell (t, "lift", TRUE, g_strdup (T (N_ ("a lift can be had"))));
  else
    tell (t, "no_lift", FALSE, g_strdup (T (N_ ("no lift"))));
}

gboolean
stafet_match_is_bridge (const StafetMatchItem *item)
{
  return item->kind == STAFET_KIND_OFFER && ((StafetOffer *) item->record)->kind == STAFET_OFFER_BRIDGE;
}

static void
tell_offer (Telling *t, const StafetOffer *offer)
{
  StafetLanguage language = t->language;

  if (t->wish->company && stafet_match_is_bridge (t->item))
    tell (t, "company", TRUE, g_strdup (T (N_ ("company the first time"))));
  if (*offer->waiting != '\0')
    tell (t, "waiting", FALSE, g_strdup (offer->waiting));
  if (offer->checked == STAFET_DATE_NONE)
    tell (t, "stale", FALSE, g_strdup (T (N_ ("never checked"))));
  else if (stafet_offer_is_stale (offer, stafet_wall_date (t->index->now)))
    {
      g_autofree char *day = stafet_words_day_with_year (language, offer->checked);

      tell (t, "stale", FALSE, g_strdup_printf (T (N_ ("last checked %s")), day));
    }
}

static void
tell_shift (Telling *t)
{
  StafetLanguage language = t->language;
  int missing = dates_missing (t->index, t->item);

  if (missing > 0)
    tell (t, "vacant", TRUE,
          g_strdup_printf (stafet_i18n_plural (language, "somebody is missing on %d date",
                                               "somebody is missing on %d dates", (gulong) missing),
                           missing));
  else
    tell (t, "full", FALSE, g_strdup (T (N_ ("nobody is missing right now"))));
}

static void
tell_notice (Telling *t, const StafetNotice *notice)
{
  StafetLanguage language = t->language;
  g_autofree char *day = stafet_words_short_date (language, notice->until);

  tell (t, "until", TRUE, g_strdup_printf (T (N_ ("hangs until %s")), day));
}

/* What speaks for it first; the order is otherwise kept. */
static void
sort_reasons (GPtrArray *reasons)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (int fits = 1; fits >= 0; fits--)
    for (guint i = 0; i < reasons->len; i++)
      if (((StafetMatchReason *) g_ptr_array_index (reasons, i))->fits == (fits == 1))
        g_ptr_array_add (sorted, g_ptr_array_index (reasons, i));
  for (guint i = 0; i < sorted->len; i++)
    reasons->pdata[i] = sorted->pdata[i];
}

/* ——— When and where ——— */

/* @next: NULL of what has no dates. (transfer full) */
static char *
when_of (const StafetMatchItem *item, const StafetOccasion *next, StafetLanguage language)
{
  const char *weekday;
  g_autofree char *time = NULL, *day = NULL;

  if (next == NULL)
    return g_strdup (item->kind == STAFET_KIND_OFFER    ? ((StafetOffer *) item->record)->times
                     : item->kind == STAFET_KIND_NOTICE ? ((StafetNotice *) item->record)->times
                                                        : "");
  weekday = stafet_words_weekday (language, stafet_date_weekday (stafet_wall_date (next->start)));
  time = stafet_words_time (language, stafet_wall_minutes (next->start));
  day = stafet_words_short_date (language, stafet_wall_date (next->start));
  return item->timing->recurs ? g_strdup_printf ("%s %s", weekday, time)
                              : g_strdup_printf ("%s %s", day, time);
}

char *
stafet_match_when (const StafetMatchIndex *index, const StafetMatchItem *item, StafetLanguage language)
{
  StafetOccasion next;

  if (item->timing != NULL && !find_next (index, item, &next))
    return NULL;
  return when_of (item, item->timing != NULL ? &next : NULL, language);
}

static char *
detail_of (const Telling *t, const StafetOccasion *next)
{
  const StafetMatchItem *item = t->item;
  const char *where = item->house != NULL       ? item->house->name
                      : item->organiser != NULL ? item->organiser->name
                                                : "";
  g_autofree char *when = when_of (item, next, t->language);
  const char *between = *where != '\0' && *when != '\0' ? " · " : "";

  return next != NULL ? g_strconcat (when, between, where, NULL) : g_strconcat (where, between, when, NULL);
}

StafetMatch *
stafet_match_tell (const StafetMatchIndex *index, const StafetMatchItem *item, const StafetWish *wish,
                   const StafetUnderstood *understood, const GPtrArray *rows, StafetLanguage language)
{
  StafetMatch *match;
  Telling t = { index, item, wish, understood, language, NULL };
  StafetOccasion next;
  guint at = (guint) (item - (const StafetMatchItem *) (gpointer) index->items->data);

  if (item->timing != NULL && !find_next (index, item, &next))
    return NULL;
  t.match = match = g_new0 (StafetMatch, 1);
  match->kind = item->kind;
  match->record = item->record;
  match->title = g_strdup (item->title);
  match->house = item->house;
  match->metres = stafet_match_metres (item, understood);
  match->next = item->timing != NULL ? stafet_wall_date (next.start) : STAFET_DATE_NONE;
  match->detail = detail_of (&t, item->timing != NULL ? &next : NULL);
  match->reasons = g_ptr_array_new_with_free_func (reason_free);
  for (guint i = 0; i < rows->len; i++)
    tell_word (&t, at, i, g_ptr_array_index (rows, i));
  tell_time (&t);
  tell_place (&t);
  tell_price (&t);
  tell_way (&t);
  if (item->kind == STAFET_KIND_OFFER)
    tell_offer (&t, (StafetOffer *) item->record);
  else if (item->kind == STAFET_KIND_NOTICE)
    tell_notice (&t, (StafetNotice *) item->record);
  else if (item->kind == STAFET_KIND_SHIFT)
    tell_shift (&t);
  sort_reasons (match->reasons);
  return match;
}
