/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what is found of a person in a text: her as whole words however she is written, and nobody else.
 */
#include "core/stafet-mentions.h"
#include "core/stafet-text.h"

#include <string.h>

static void
assert_becomes (const StafetMentions *mentions, const char *text, const char *expected)
{
  g_autofree char *result = stafet_mentions_replace (mentions, text, "Hun", "hun");

  g_assert_cmpstr (result, ==, expected);
  g_assert_true (stafet_mentions_are_in (mentions, text) == (expected != NULL));
}

static void
names_are_whole_words_under_danish_folding (void)
{
  g_autoptr (StafetMentions) mentions = stafet_mentions_new ();

  stafet_mentions_add_name (mentions, "Åse Kjær");
  assert_becomes (mentions, "Kører med Åse Kjær", "Kører med hun");
  assert_becomes (mentions, "åse  kjær kører", "Hun kører");
  assert_becomes (mentions, "AASE KJAER og Åse\nKjær", "Hun og hun");
  assert_becomes (mentions, "Åse Kjærs nøgle, (Aase Kjær)", "Huns nøgle, (hun)");
  assert_becomes (mentions, "Åse Kjærgård", NULL);
  assert_becomes (mentions, "Åse Kjær-Holm", NULL);
  assert_becomes (mentions, "Anne-Åse Kjær", NULL);
  assert_becomes (mentions, "Måse Kjær", NULL);
  assert_becomes (mentions, "Åse", NULL);
  assert_becomes (mentions, "", NULL);
}

static void
a_name_of_one_word_has_a_capital (void)
{
  g_autoptr (StafetMentions) mentions = stafet_mentions_new ();

  stafet_mentions_add_name (mentions, "Bo");
  assert_becomes (mentions, "Hvor vil de bo? Spørg Bo.", "Hvor vil de bo? Spørg hun.");
  assert_becomes (mentions, "Bodil bor på Rosborg", NULL);
}

static void
longer_names_of_others_are_spared (void)
{
  g_autoptr (StafetMentions) rita = stafet_mentions_new (), karen = stafet_mentions_new ();

  stafet_mentions_add_name (rita, "Rita");
  stafet_mentions_spare (rita, "Rita Mose");
  stafet_mentions_spare (rita, "Margrita Mose");
  assert_becomes (rita, "Rita Mose er sat på", NULL);
  assert_becomes (rita, "Rita Mose bytter med Rita", "Rita Mose bytter med hun");
  stafet_mentions_add_name (karen, "Karen Holm");
  stafet_mentions_spare (karen, "karen holm");
  assert_becomes (karen, "Karen Holm er sat på", NULL);
}

static void
a_short_name_counts_when_it_is_nobody_elses (void)
{
  g_autoptr (StafetMentions) ragna = stafet_mentions_new (), liv = stafet_mentions_new (),
                             other = stafet_mentions_new ();

  stafet_mentions_add_short_name (ragna, "Ragna");
  assert_becomes (ragna, "Spørg Ragna", "Spørg hun");
  assert_becomes (ragna, "ragnarok", NULL);
  stafet_mentions_add_short_name (liv, "Liv");
  assert_becomes (liv, "Liv og glade dage", NULL);
  stafet_mentions_add_short_name (liv, "Liv K.");
  assert_becomes (liv, "Spørg Liv K.", "Spørg hun");
  stafet_mentions_add_short_name (other, "Ragna");
  stafet_mentions_spare (other, "Ragna Holm");
  assert_becomes (other, "Spørg Ragna", NULL);
}

static void
numbers_are_found_however_they_are_grouped (void)
{
  g_autoptr (StafetMentions) mentions = stafet_mentions_new ();

  stafet_mentions_add_phone (mentions, "+4520261124");
  stafet_mentions_add_phone (mentions, "+46701234567");
  stafet_mentions_add_phone (mentions, "112");
  assert_becomes (mentions, "Ring 20261124", "Ring hun");
  assert_becomes (mentions, "20 26 11 24!", "Hun!");
  assert_becomes (mentions, "+45 2026 1124 / 0045 20-26-11-24", "Hun / hun");
  assert_becomes (mentions, "kl. 10 20 26 11 24", "kl. 10 hun");
  assert_becomes (mentions, "+46 70-123 45 67, 0046701234567", "Hun, hun");
  assert_becomes (mentions, "den 2026-11-24", NULL);
  assert_becomes (mentions, "202611245, 120261124, a20261124, 20261124T10", NULL);
  assert_becomes (mentions, "Ring 112", NULL);
}

static void
mails_are_found_whole (void)
{
  g_autoptr (StafetMentions) mentions = stafet_mentions_new ();

  stafet_mentions_add_mail (mentions, "Zenobia@example.org");
  stafet_mentions_add_mail (mentions, "");
  assert_becomes (mentions, "Skriv til zenobia@EXAMPLE.org.", "Skriv til hun.");
  assert_becomes (mentions, "<zenobia@example.org>", "<hun>");
  assert_becomes (mentions, "a.zenobia@example.org", NULL);
  assert_becomes (mentions, "zenobia@example.org.dk", NULL);
}

static char *
any_text (void)
{
  static const char *const parts[] = { "Åse",  "aase", "KJÆR", "kjaer", " ",  "\n", "-", "s",  "2026",
                                       "1124", "+45",  "é",    "ǿ",     "ß",  ".",  "x", "İ",  "Holm",
                                       "@",    "a.dk", "å",    "11",    "'s", "👩",  "(", "st", "–" };
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
    g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

/* Whatever is written, nothing of her is left, and the rest stays valid text. */
static void
what_was_replaced_is_not_found_again (void)
{
  guint found = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (StafetMentions) mentions = stafet_mentions_new ();
      g_autofree char *text = any_text (), *other = any_text (), *result = NULL;

      stafet_mentions_add_name (mentions, "Åse Kjær");
      stafet_mentions_add_short_name (mentions, "Åse K.");
      stafet_mentions_add_phone (mentions, "20261124");
      stafet_mentions_add_mail (mentions, "aase@a.dk");
      stafet_mentions_spare (mentions, other);
      result = stafet_mentions_replace (mentions, text, "?", "?");
      g_assert_true ((result != NULL) == stafet_mentions_are_in (mentions, text));
      if (result == NULL)
        continue;
      found++;
      g_assert_true (g_utf8_validate (result, -1, NULL));
      g_assert_false (stafet_mentions_are_in (mentions, result));
    }
  g_assert_cmpuint (found, >, 10);
}

/* Where each byte of the folded text comes from is told in step with it. */
static void
folding_tells_where_it_comes_from (void)
{
  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *any = any_text (), *text = g_utf8_normalize (any, -1, G_NORMALIZE_NFC);
      g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (gsize));
      g_autofree char *folded = stafet_text_fold_origins (text, origins), *plain = stafet_text_fold (text);

      g_assert_cmpuint (origins->len, ==, strlen (folded) + 1);
      g_assert_cmpuint (g_array_index (origins, gsize, origins->len - 1), ==, strlen (text));
      for (guint j = 1; j < origins->len; j++)
        g_assert_cmpuint (g_array_index (origins, gsize, j - 1), <=, g_array_index (origins, gsize, j));
      g_strchomp (folded);
      g_assert_cmpstr (folded, ==, plain);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/mentions/whole-words-under-danish-folding",
                   names_are_whole_words_under_danish_folding);
  g_test_add_func ("/core/mentions/one-word-has-a-capital", a_name_of_one_word_has_a_capital);
  g_test_add_func ("/core/mentions/longer-names-of-others-are-spared", longer_names_of_others_are_spared);
  g_test_add_func ("/core/mentions/a-short-name-that-is-nobody-elses",
                   a_short_name_counts_when_it_is_nobody_elses);
  g_test_add_func ("/core/mentions/numbers-however-grouped", numbers_are_found_however_they_are_grouped);
  g_test_add_func ("/core/mentions/mails-whole", mails_are_found_whole);
  g_test_add_func ("/core/mentions/replaced-is-not-found-again", what_was_replaced_is_not_found_again);
  g_test_add_func ("/core/mentions/folding-tells-where-it-comes-from", folding_tells_where_it_comes_from);
  return g_test_run ();
}
