/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads sides, times and places out of the words of a wish.
 */
#include "stafet-wish.h"

#include "core/stafet-text.h"
#include "stafet-match-words.h"

#include <string.h>

#define AT(tokens, i) (&g_array_index (tokens, StafetToken, i))

/* ——— Phrases ——— */

/* Whether the words of @phrase, folded and set apart by blanks, stand at @i. "*" is the beginning of a word.
 */
static guint
phrase_at (const GArray *tokens, guint i, const char *phrase)
{
  g_auto (GStrv) words = g_strsplit (phrase, " ", -1);
  guint n = g_strv_length (words);

  if (i + n > tokens->len)
    return 0;
  for (guint j = 0; j < n; j++)
    {
      gsize length = strlen (words[j]);
      const char *word = AT (tokens, i + j)->word;

      if (words[j][length - 1] == '*' ? strncmp (word, words[j], length - 1) != 0
                                      : strcmp (word, words[j]) != 0)
        return 0;
    }
  return n;
}

static gboolean
has_phrase (const GArray *tokens, const char *const *phrases)
{
  for (; *phrases != NULL; phrases++)
    for (guint i = 0; i < tokens->len; i++)
      if (phrase_at (tokens, i, *phrases) > 0)
        return TRUE;
  return FALSE;
}

/* ——— Join or give ——— */

static gint32
side_of (const GArray *tokens, gboolean *said)
{
  *said = TRUE;
  if (has_phrase (tokens, stafet_match_needs_help))
    return STAFET_SIDE_JOIN;
  if (has_phrase (tokens, stafet_match_gives))
    return STAFET_SIDE_GIVE;
  *said = FALSE;
  return STAFET_SIDE_JOIN;
}

/* ——— When ——— */

static gboolean
is_time (const char *word, const char *time)
{
  gsize length = strlen (time);

  if (strncmp (word, time, length) != 0)
    return FALSE;
  for (const char *const *ending = stafet_match_time_endings; *ending != NULL; ending++)
    if (strcmp (word + length, *ending) == 0)
      return TRUE;
  return FALSE;
}

void
stafet_wish_read_times (const GArray *tokens, guint *parts, guint *weekdays)
{
  *parts = *weekdays = 0;
  for (guint i = 0; i < tokens->len; i++)
    for (const StafetTimeWord *time = stafet_match_times; time->word != NULL; time++)
      if (is_time (AT (tokens, i)->word, time->word))
        {
          *parts |= time->parts;
          if (time->weekday != 0)
            *weekdays |= 1u << time->weekday;
          AT (tokens, i)->idle = TRUE;
        }
}

/* ——— Where ——— */

/* "Viby" of "Viby J", "Trøjborg" of "Huset Trøjborg": the words that are a place's own. */
static gboolean
names_place (const char *word)
{

  if (strlen (word) < 3)
    return FALSE;
  return !g_strv_contains (stafet_match_common_names, word);
}

static gboolean
is_named (const GArray *tokens, const char *name, guint *at)
{
  g_autoptr (GArray) words = stafet_tokens_new (name);

  for (guint i = 0; i < words->len; i++)
    for (guint j = 0; names_place (AT (words, i)->word) && j < tokens->len; j++)
      if (strcmp (AT (words, i)->word, AT (tokens, j)->word) == 0)
        {
          *at = j;
          return TRUE;
        }
  return FALSE;
}

/* "I Viby", "på Trøjborg", "ved Dalgas": a word that also names something else is a place only after such. */
static gboolean
follows_preposition (const GArray *tokens, guint at)
{

  return at > 0 && g_strv_contains (stafet_match_before_places, AT (tokens, at - 1)->word);
}

static void
take_place (StafetUnderstood *self, guint at, const char *coordinates, const char *postcode, const char *name)
{
  AT (self->tokens, at)->idle = TRUE;
  self->coordinates = g_strdup (coordinates);
  self->postcode = g_strdup (postcode);
  self->place = g_strdup (name);
}

static gboolean
find_postcode (StafetUnderstood *self)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      const char *word = AT (self->tokens, i)->word;
      const char *town = strlen (word) == 4 ? stafet_postcodes_town (word) : NULL;

      if (town != NULL)
        {
          take_place (self, i, "", word, town);
          return TRUE;
        }
    }
  for (guint i = 0; i < stafet_postcodes_count (); i++)
    {
      const char *code, *town;
      guint at;

      stafet_postcodes_nth (i, &code, &town);
      /* Who "beder" somebody is not in Beder. */
      if (is_named (self->tokens, town, &at)
          && (strcmp (AT (self->tokens, at)->word, "beder") != 0 || follows_preposition (self->tokens, at)))
        {
          take_place (self, at, "", code, town);
          return TRUE;
        }
    }
  for (guint i = 0; i < self->tokens->len; i++)
    if (strcmp (AT (self->tokens, i)->word, "midtbyen") == 0)
      {
        take_place (self, i, "", "8000", "Aarhus C");
        return TRUE;
      }
  return FALSE;
}

/* @anywhere: whatever stands before it. */
static gboolean
find_house (StafetUnderstood *self, const StafetSnapshot *snapshot, gboolean anywhere)
{
  const GPtrArray *houses = stafet_snapshot_all (snapshot, STAFET_KIND_HOUSE);
  guint at;

  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);

      if (is_named (self->tokens, house->name, &at) && (anywhere || follows_preposition (self->tokens, at)))
        {
          take_place (self, at, house->coordinates, house->postcode, house->name);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_given (StafetSpot spot)
{
  return spot.postcode != NULL
         && (*spot.postcode != '\0' || (spot.coordinates != NULL && *spot.coordinates != '\0'));
}

static void
read_place (StafetUnderstood *self, const StafetWish *wish, const StafetSnapshot *snapshot)
{
  /* A place in the words is idle in any case; it is that of the words where nobody said another. */
  gboolean named = find_postcode (self) || find_house (self, snapshot, FALSE);
  StafetSpot spot = is_given (wish->from) ? wish->from : wish->here;

  if (!named)
    self->place = g_strdup ("");
  if (named && !is_given (wish->from))
    return;
  g_free (self->coordinates);
  g_free (self->postcode);
  self->coordinates = g_strdup (is_given (spot) && spot.coordinates != NULL ? spot.coordinates : "");
  self->postcode = g_strdup (is_given (spot) ? spot.postcode : "");
}

const char *
stafet_wish_find_postcode (const char *text, const StafetSnapshot *snapshot)
{
  g_auto (StafetUnderstood) place = { .tokens = stafet_tokens_new (text) };

  if (!find_postcode (&place) && !find_house (&place, snapshot, TRUE))
    return NULL;
  return *place.postcode != '\0' ? g_intern_string (place.postcode) : NULL;
}

/* ——— The whole ——— */

void
stafet_wish_understand (const StafetWish *wish, const StafetSnapshot *snapshot, StafetUnderstood *self)
{
  gboolean words;

  memset (self, 0, sizeof *self);
  self->tokens = stafet_tokens_new (wish->text);
  self->side = side_of (self->tokens, &words);
  self->side_said = words || wish->side != STAFET_ENUM_NONE;
  if (wish->side != STAFET_ENUM_NONE)
    self->side = wish->side;
  stafet_wish_read_times (self->tokens, &self->parts, &self->weekdays);
  read_place (self, wish, snapshot);
  if (wish->times != NULL && *wish->times != '\0')
    {
      g_autoptr (GArray) tokens = stafet_tokens_new (wish->times);

      stafet_wish_read_times (tokens, &self->parts, &self->weekdays);
    }
}

void
stafet_understood_clear (StafetUnderstood *self)
{
  g_clear_pointer (&self->tokens, g_array_unref);
  g_clear_pointer (&self->coordinates, g_free);
  g_clear_pointer (&self->postcode, g_free);
  g_clear_pointer (&self->place, g_free);
}
