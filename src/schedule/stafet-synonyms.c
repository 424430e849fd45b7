/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everyday Danish: which words lead to the same thing.
 */
#include "stafet-synonyms.h"

#include "core/stafet-text.h"
#include "stafet-match-weights.h"
#include "stafet-match-words.h"

#include <string.h>

/* ——— Words ——— */

static gboolean
is_vowel (char c)
{
  return strchr ("aeiouy", c) != NULL;
}

char *
stafet_token_stem (const char *word)
{
  gsize length = strlen (word);

  for (const char *const *ending = stafet_match_endings; *ending != NULL; ending++)
    if (g_str_has_suffix (word, *ending) && length >= strlen (*ending) + STAFET_MATCH_SHORTEST_STEM)
      {
        length -= strlen (*ending);
        break;
      }
  /* "går", "går"; but not "kor". */
  if (length == strlen (word) && length > 3 && word[length - 1] == 'r' && is_vowel (word[length - 2])
      && is_vowel (word[length - 3]))
    length--;
  /* "strikk" of "strikke", beside "strik". */
  if (length > STAFET_MATCH_SHORTEST_STEM && word[length - 1] == word[length - 2]
      && !is_vowel (word[length - 1]))
    length--;
  return g_strndup (word, length);
}

static void
token_clear (gpointer data)
{
  StafetToken *token = data;

  g_free (token->said);
  g_free (token->word);
  g_free (token->stem);
}

static GHashTable *
idle_set (void)
{
  static gsize once;
  static GHashTable *set;

  if (g_once_init_enter (&once))
    {
      set = g_hash_table_new (g_str_hash, g_str_equal);
      for (const char *const *word = stafet_match_idle_words; *word != NULL; word++)
        g_hash_table_add (set, (gpointer) *word);
      g_once_init_leave (&once, 1);
    }
  return set;
}

static const char *
end_of_word (const char *at)
{
  while (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

GArray *
stafet_tokens_new (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (StafetToken));

  g_array_set_clear_func (tokens, token_clear);
  for (const char *at = text; *at != '\0';)
    {
      const char *end = end_of_word (at);
      StafetToken token = { NULL };

      if (end == at)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      token.said = g_strndup (at, (gsize) (end - at));
      token.word = stafet_text_fold (token.said);
      token.stem = stafet_token_stem (token.word);
      token.idle = strlen (token.word) < 2 || g_hash_table_contains (idle_set (), token.word);
      g_array_append_val (tokens, token);
      at = end;
    }
  return tokens;
}

/* ——— Rows ——— */

typedef struct
{
  guint row;
  GArray *tokens; /* of StafetToken: owned */
} Entry;

struct _StafetSynonyms
{
  GPtrArray *names;     /* owned: by row */
  GPtrArray *words;     /* borrowed: by row, as it was written */
  GArray *entries;      /* of Entry */
  GHashTable *by_first; /* stem of the first word (borrowed) → GArray of guint, positions in entries */
  GArray *long_entries; /* of guint: single long words, found within compounds */
};

static void
entry_clear (gpointer data)
{
  g_array_unref (((Entry *) data)->tokens);
}

static void
add_entry (StafetSynonyms *self, guint row, const char *text)
{
  Entry entry = { row, stafet_tokens_new (text) };
  guint at = self->entries->len;
  const char *first;
  GArray *same;

  if (entry.tokens->len == 0)
    {
      g_array_unref (entry.tokens);
      return;
    }
  first = g_array_index (entry.tokens, StafetToken, 0).stem;
  g_array_append_val (self->entries, entry);
  same = g_hash_table_lookup (self->by_first, first);
  if (same == NULL)
    {
      same = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_first, (gpointer) first, same);
    }
  g_array_append_val (same, at);
  if (entry.tokens->len == 1 && strlen (first) >= STAFET_MATCH_LONG_ENTRY)
    g_array_append_val (self->long_entries, at);
}

/* (transfer full): the folded first entry */
static char *
key_of (const char *row)
{
  g_autofree char *first = g_strndup (row, strcspn (row, ","));

  return stafet_text_fold (first);
}

static void
add_row (StafetSynonyms *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  g_ptr_array_add (self->names, g_strdup (g_strstrip (parts[0])));
  g_ptr_array_add (self->words, (gpointer) text);
  for (char **part = parts; *part != NULL; part++)
    add_entry (self, self->names->len - 1, *part);
}

StafetSynonyms *
stafet_synonyms_new (const StafetSnapshot *snapshot)
{
  const GPtrArray *own = stafet_snapshot_all (snapshot, STAFET_KIND_SYNONYM);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  StafetSynonyms *self = g_new0 (StafetSynonyms, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->words = g_ptr_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->by_first = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self->long_entries = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < own->len; i++)
    {
      const StafetSynonym *row = g_ptr_array_index (own, i);

      g_hash_table_add (keys, key_of (row->words));
      add_row (self, row->words);
    }
  for (const char *const *row = stafet_synonym_rows; *row != NULL; row++)
    {
      g_autofree char *key = key_of (*row);

      if (!g_hash_table_contains (keys, key))
        add_row (self, *row);
    }
  return self;
}

void
stafet_synonyms_free (StafetSynonyms *self)
{
  g_hash_table_unref (self->by_first);
  g_array_unref (self->long_entries);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->words);
  g_free (self);
}

guint
stafet_synonyms_count (const StafetSynonyms *self)
{
  return self->names->len;
}

const char *
stafet_synonyms_name (const StafetSynonyms *self, guint row)
{
  return g_ptr_array_index (self->names, row);
}

const char *
stafet_synonyms_words (const StafetSynonyms *self, guint row)
{
  return g_ptr_array_index (self->words, row);
}

/* ——— Finding ——— */

static const char *
stem_at (const GArray *tokens, guint i)
{
  return g_array_index (tokens, StafetToken, i).stem;
}

static gboolean
holds_at (const GArray *tokens, guint at, const GArray *entry)
{
  if (at + entry->len > tokens->len)
    return FALSE;
  for (guint i = 0; i < entry->len; i++)
    if (strcmp (stem_at (tokens, at + i), stem_at (entry, i)) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_part (const char *stem, const char *of)
{
  return strlen (of) > strlen (stem) && (g_str_has_prefix (of, stem) || g_str_has_suffix (of, stem));
}

void
stafet_synonyms_find (const StafetSynonyms *self, const GArray *tokens, StafetSynonymFunc func, gpointer data)
{
  for (guint at = 0; at < tokens->len; at++)
    {
      const GArray *same = g_hash_table_lookup (self->by_first, stem_at (tokens, at));

      for (guint i = 0; same != NULL && i < same->len; i++)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, g_array_index (same, guint, i));

          /* A single word that says nothing by itself is found in its phrases alone. */
          if (holds_at (tokens, at, entry->tokens)
              && (entry->tokens->len > 1 || !g_array_index (tokens, StafetToken, at).idle))
            func (entry->row, at, at + entry->tokens->len - 1, data);
        }
      /* "middag" is no part of "formiddag" that counts. */
      for (guint i = 0; !g_array_index (tokens, StafetToken, at).idle && i < self->long_entries->len; i++)
        {
          const Entry *entry =
            &g_array_index (self->entries, Entry, g_array_index (self->long_entries, guint, i));

          if (is_part (stem_at (entry->tokens, 0), stem_at (tokens, at)))
            func (entry->row, at, at, data);
        }
    }
}
