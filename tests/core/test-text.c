/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds Danish text against its rules: what is kept, how it is found and sorted, phones, CPR numbers.
 */
#include "core/stafet-coordinates.h"
#include "core/stafet-text.h"

#include "core/stafet-cpr.h"
#include "core/stafet-error.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* Takes @text. */
static void
assert_is (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
assert_unclean (const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (stafet_text_clean (text, &error));
  g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE);
}

static void
assert_clean (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;

  assert_is (stafet_text_clean (text, &error), expected);
  g_assert_no_error (error);
}

static void
clean_text_is_composed_and_trimmed (void)
{
  assert_clean (" Åse \n", "Åse");
  assert_clean ("A\u030ase", "\u00c5se");
  assert_clean ("kaffe\n\tog kage", "kaffe\n\tog kage");
  assert_clean ("", "");
}

static void
unclean_text_is_refused (void)
{
  assert_unclean ("B\xf8rge");
  assert_unclean ("a\001b");
  assert_unclean ("a\033[31mb");
  assert_unclean ("a\r\nb");
  assert_unclean ("a\177b");
  assert_unclean ("a\xc2\x85"
                  "b");
}

static void
text_has_a_longest_length (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < STAFET_TEXT_MAX; i++)
    g_string_append (text, "ø");
  assert_clean (text->str, text->str);
  g_string_append (text, "ø");
  assert_unclean (text->str);
}

static void
a_heading_begins_with_a_capital (void)
{
  assert_is (stafet_text_capital ("juleaften"), "Juleaften");
  assert_is (stafet_text_capital ("ældres dag"), "Ældres dag");
  assert_is (stafet_text_capital ("2. juledag"), "2. juledag");
  assert_is (stafet_text_capital (""), "");
}

static void
search_folds_danish_letters (void)
{
  assert_is (stafet_text_fold ("Åse"), "aase");
  assert_is (stafet_text_fold ("AASE"), "aase");
  assert_is (stafet_text_fold ("A\u030ase"), "aase");
  assert_is (stafet_text_fold ("Ærø"), "aeroe");
  assert_is (stafet_text_fold ("Sørén Müller"), "soeren muller");
  assert_is (stafet_text_fold ("\u01ff\u01fb"), "oeaa");
  assert_is (stafet_text_fold ("Straße"), "strasse");
  assert_is (stafet_text_fold (" Huset \t\u00a0Trøjborg\n"), "huset troejborg");
  assert_is (stafet_text_fold (""), "");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return stafet_text_compare (*(const char *const *) a, *(const char *const *) b);
}

static void
danish_order_is_the_same_under_any_locale (void)
{
  static const char *const ordered[] = { "anna", "Bent", "Zakarias", "Ærø", "Øster", "Aase", "Åse B" };
  const char *names[] = { "Åse B", "Øster", "Aase", "Zakarias", "anna", "Ærø", "Bent" };
  g_autofree char *locale = g_strdup (setlocale (LC_ALL, NULL));

  g_assert_nonnull (setlocale (LC_ALL, "C"));
  qsort (names, G_N_ELEMENTS (names), sizeof *names, compare_names);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (names[i], ==, ordered[i]);
  g_assert_cmpint (stafet_text_compare ("Bent", "Bent"), ==, 0);
  g_assert_cmpint (stafet_text_compare ("", "a"), <, 0);
  setlocale (LC_ALL, locale);
}

static gpointer
compare_often (G_GNUC_UNUSED gpointer data)
{
  int wrong = 0;

  for (int i = 0; i < 2000; i++)
    wrong += stafet_text_compare ("Zakarias", "Ærø") >= 0 || stafet_text_compare ("Åse", "Øster") <= 0;
  return GINT_TO_POINTER (wrong);
}

static void
threads_may_compare_together (void)
{
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("compare", compare_often, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpint (GPOINTER_TO_INT (g_thread_join (threads[i])), ==, 0);
}

/* ——— Phones ——— */

static void
assert_phone (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;

  assert_is (stafet_phone_clean (text, &error), expected);
  if (expected == NULL)
    g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE);
  else
    g_assert_no_error (error);
}

static void
phones_are_kept_as_digits (void)
{
  assert_phone ("13 58 31 42", "13583142");
  assert_phone ("13-58.31/42", "13583142");
  assert_phone ("+45 13 58 31 42", "+4513583142");
  assert_phone ("(+45) 13583142", "+4513583142");
  assert_phone ("0046 13 58 31", "+46135831");
  assert_phone ("112", "112");
}

static void
what_is_no_phone_is_refused (void)
{
  assert_phone ("12", NULL);
  assert_phone ("+12", NULL);
  assert_phone ("", NULL);
  assert_phone ("ring til Bent 13583142", NULL);
  assert_phone ("13583142 lok. 7", NULL);
  assert_phone ("1358+3142", NULL);
  assert_phone ("123456789012345678901", NULL);
}

static void
phones_are_grouped_for_people (void)
{
  assert_is (stafet_phone_format ("13583142"), "13 58 31 42");
  assert_is (stafet_phone_format ("+4513583142"), "+45 13 58 31 42");
  assert_is (stafet_phone_format ("+46135831"), "+46 13 58 31");
  assert_is (stafet_phone_format ("112"), "112");
  assert_is (stafet_phone_format ("1813"), "1813");
}

static void
denmarks_code_does_not_matter (void)
{
  g_assert_true (stafet_phone_equal ("13583142", "+4513583142"));
  g_assert_true (stafet_phone_equal ("+4513583142", "+4513583142"));
  g_assert_false (stafet_phone_equal ("13583142", "+4613583142"));
  g_assert_false (stafet_phone_equal ("13583142", "13583143"));
}

/* ——— Names ——— */

static void
names_are_joined_as_in_speech (void)
{
  static const char *const names[] = { "Karen", "Bent", "Aase" };

  assert_is (stafet_names_join (STAFET_LANGUAGE_DA, names, 3), "Karen, Bent og Aase");
  assert_is (stafet_names_join (STAFET_LANGUAGE_EN, names, 2), "Karen and Bent");
  assert_is (stafet_names_join (STAFET_LANGUAGE_DA, names, 1), "Karen");
  assert_is (stafet_names_join (STAFET_LANGUAGE_DA, names, 0), "");
}

/* ——— CPR ——— */

static void
assert_cpr_at (const char *text, int expected)
{
  int offset = -1;

  g_assert_cmpint (stafet_cpr_find (text, &offset), ==, expected >= 0);
  g_assert_cmpint (offset, ==, expected);
  g_assert_cmpint (stafet_cpr_find (text, NULL), ==, expected >= 0);
}

static void
cpr_shapes_are_found (void)
{
  assert_cpr_at ("010190-1234", 0);
  assert_cpr_at ("0101901234", 0);
  assert_cpr_at ("010190 1234", 0);
  assert_cpr_at ("Åses nr. 311299-1234.", 10);
  assert_cpr_at ("290200-1234", 0);
  assert_cpr_at ("12345 og 010190-1234", 9);
}

static void
other_numbers_are_no_cpr (void)
{
  assert_cpr_at ("", -1);
  assert_cpr_at ("320190-1234", -1);
  assert_cpr_at ("011390-1234", -1);
  assert_cpr_at ("310490-1234", -1);
  assert_cpr_at ("290201-1234", -1);
  assert_cpr_at ("010190-12345", -1);
  assert_cpr_at ("1010190-1234", -1);
  assert_cpr_at ("01019012345", -1);
  assert_cpr_at ("010190  1234", -1);
  assert_cpr_at ("010190--1234", -1);
  assert_cpr_at ("010190-", -1);
  assert_cpr_at ("13583142", -1);
}

static void
test_coordinates (void)
{
  static const char *const good[] = { "56.15720,10.21070",        "56.1572, 10.2107",
                                      "56,1572 10,2107",          "56,1572; 10,2107",
                                      " 56.1572° N, 10.2107° E ", "56.157200000001 10.2107000009" };
  static const char *const bad[] = { "",      "56.1572", "10.2107, 56.1572", "48.85, 2.35",
                                     "56 10", "Aarhus",  "56.1,10.2,3" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      StafetCoordinates coordinates;
      g_autofree char *text = NULL;

      stafet_coordinates_read (good[i], &coordinates, &error);
      g_assert_no_error (error);
      text = stafet_coordinates_write (&coordinates);
      g_assert_cmpstr (text, ==, "56.15720,10.21070");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      StafetCoordinates coordinates;

      g_assert_false (stafet_coordinates_read (bad[i], &coordinates, &error));
      g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
  g_test_add_func ("/core/text/clean-text-is-composed-and-trimmed", clean_text_is_composed_and_trimmed);
  g_test_add_func ("/core/text/unclean-text-is-refused", unclean_text_is_refused);
  g_test_add_func ("/core/text/text-has-a-longest-length", text_has_a_longest_length);
  g_test_add_func ("/core/text/a-heading-begins-with-a-capital", a_heading_begins_with_a_capital);
  g_test_add_func ("/core/text/search-folds-danish-letters", search_folds_danish_letters);
  g_test_add_func ("/core/text/threads-may-compare-together", threads_may_compare_together);
  g_test_add_func ("/core/phone/kept-as-digits", phones_are_kept_as_digits);
  g_test_add_func ("/core/phone/what-is-none-is-refused", what_is_no_phone_is_refused);
  g_test_add_func ("/core/phone/grouped-for-people", phones_are_grouped_for_people);
  g_test_add_func ("/core/phone/denmarks-code-does-not-matter", denmarks_code_does_not_matter);
  g_test_add_func ("/core/names/joined-as-in-speech", names_are_joined_as_in_speech);
  g_test_add_func ("/core/cpr/shapes-are-found", cpr_shapes_are_found);
  g_test_add_func ("/core/cpr/other-numbers-are-none", other_numbers_are_no_cpr);
  g_test_add_func ("/core/text/danish-order-under-any-locale", danish_order_is_the_same_under_any_locale);
  g_test_add_func ("/text/coordinates", test_coordinates);
  return g_test_run ();
}
