/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds typed weekly times against what people mean by them, and against what the program says itself.
 */
#include "core/stafet-typed-week.h"

#include "core/stafet-error.h"
#include "core/stafet-rule.h"
#include "core/stafet-volunteer.h"
#include "core/stafet-words.h"

#include <string.h>

#define DA STAFET_LANGUAGE_DA
#define EN STAFET_LANGUAGE_EN

typedef struct
{
  const char *text;
  const char *list; /* NULL: refused */
} Typed;

static const Typed danish[] = {
  { "tirsdag og torsdag 8-14, lige uger også fredag 9-12",
    "tue 08:00-14:00, thu 08:00-14:00, fri 09:00-12:00 even" },
  { "tirsdag, torsdag 8-14", "tue 08:00-14:00, thu 08:00-14:00" },
  { "man-fre 9-13", "mon 09:00-13:00, tue 09:00-13:00, wed 09:00-13:00, thu 09:00-13:00, fri 09:00-13:00" },
  { "hverdage formiddag",
    "mon 09:00-12:00, tue 09:00-12:00, wed 09:00-12:00, thu 09:00-12:00, fri 09:00-12:00" },
  { "lørdag eftermiddag", "sat 12:00-16:00" },
  { "mandag aften", "mon 17:00-21:00" },
  { "mandag morgen", "mon 07:00-09:00" },
  { "weekender hele dagen", "sat 08:00-21:00, sun 08:00-21:00" },
  { "tirsdag formiddag, helst torsdag 10-12", "tue 09:00-12:00, thu 10:00-12:00 preferred" },
  { "tirsdag formiddag og helst torsdag 10-12", "tue 09:00-12:00, thu 10:00-12:00 preferred" },
  { "helst tirsdag 8-14, torsdag 9-12", "tue 08:00-14:00 preferred, thu 09:00-12:00" },
  { "tirsdag 10-14, helst formiddag", "tue 10:00-14:00, tue 10:00-12:00 preferred" },
  { "tirs 10-14, tors i lige uger, helst formiddag", "tue 10:00-14:00, thu 09:00-12:00 even preferred" },
  { "tirs 10-14, tors 9-15 i lige uger, helst om formiddagen",
    "tue 10:00-14:00, thu 09:00-15:00 even, tue 10:00-12:00 preferred, thu 09:00-12:00 even preferred" },
  { "mandag 17-20, helst formiddag", NULL },
  { "onsdag i ulige uger 10-12", "wed 10:00-12:00 odd" },
  { "onsdag 10-12 i ulige uger", "wed 10:00-12:00 odd" },
  { "onsdag 10-12, ulige uger", "wed 10:00-12:00 odd" },
  { "hver lige uge onsdag 10-12", "wed 10:00-12:00 even" },
  { "tirsdag 9-12 i lige uger, torsdag 9-12", "tue 09:00-12:00 even, thu 09:00-12:00" },
  { "tirsdag kl. 9–12 i lige uger (helst)", "tue 09:00-12:00 even preferred" },
  { "mandag 9-12 og 14-16", "mon 09:00-12:00, mon 14:00-16:00" },
  { "mandag formiddag og eftermiddag i lige uger", "mon 09:00-12:00 even, mon 12:00-16:00 even" },
  { "fredag 22-6", "fri 22:00-30:00" },
  { "fredag kl. 10.30 til 12", "fri 10:30-12:00" },
  { "mandag 9-12, mandag 9-12", "mon 09:00-12:00" },
  { "", "" },
  { "tirsdag", NULL },
  { "tirsdag 8-14, torsdag", NULL },
  { "8-14", NULL },
  { "formiddag", NULL },
  { "lige uger", NULL },
  { "tirsdag 10-10", NULL },
  { "tirsdag 25-26", NULL },
  { "tirsdag 8-14 når det passer", NULL },
};

static const Typed english[] = {
  { "Tuesday and Thursday 8-14, even weeks also Friday 9-12",
    "tue 08:00-14:00, thu 08:00-14:00, fri 09:00-12:00 even" },
  { "Saturday afternoon, preferably Sunday 10-12", "sat 12:00-16:00, sun 10:00-12:00 preferred" },
  { "Tuesday all day", "tue 08:00-21:00" },
  { "Tue and Thu 9-13, even weeks also Fri 9-12, preferably mornings",
    "tue 09:00-13:00, thu 09:00-13:00, fri 09:00-12:00 even, tue 09:00-12:00 preferred, thu 09:00-12:00 "
    "preferred, fri 09:00-12:00 even preferred" },
  { "Wednesday 10-12 in odd weeks", "wed 10:00-12:00 odd" },
};

static void
assert_typed (const Typed *typed, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *list = NULL;
      gboolean by_agreement = TRUE;
      gboolean read = stafet_typed_availability (typed[i].text, &list, &by_agreement, &error);

      if (g_strcmp0 (list, typed[i].list) != 0)
        g_test_message ("“%s”: %s", typed[i].text, error != NULL ? error->message : "");
      g_assert_cmpstr (list, ==, typed[i].list);
      g_assert_true (read == (list != NULL) && read == (error == NULL));
      g_assert_false (by_agreement);
    }
}

static void
in_danish (void)
{
  assert_typed (danish, G_N_ELEMENTS (danish));
}

static void
in_english (void)
{
  assert_typed (english, G_N_ELEMENTS (english));
}

static void
by_agreement_stands_alone_or_beside (void)
{
  static const Typed typed[] = { { "efter aftale", "" },
                                 { "by agreement", "" },
                                 { "tirsdag 8-14, ellers efter aftale", NULL },
                                 { "tirsdag 8-14 og efter aftale", "tue 08:00-14:00" } };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *list = NULL;
      gboolean by_agreement;

      stafet_typed_availability (typed[i].text, &list, &by_agreement, NULL);
      g_assert_cmpstr (list, ==, typed[i].list);
      g_assert_true (by_agreement == (list != NULL));
    }
}

static void
what_is_not_understood_is_named (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;
  gboolean by_agreement;

  g_assert_false (stafet_typed_availability ("tirsdag 8-14 når Åse kan", &list, &by_agreement, &error));
  g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "når"));
}

/* ——— In words ——— */

static const StafetList *
available (void)
{
  for (const StafetList *list = stafet_volunteer_info.lists; list->name != NULL; list++)
    if (strcmp (list->name, "available") == 0)
      return list;
  g_assert_not_reached ();
}

/* The list as the command line reads it. */
static GPtrArray *
windows_of (const char *list)
{
  GPtrArray *windows = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) parts = g_strsplit (list, ", ", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_autoptr (GError) error = NULL;
      StafetRecord *window = stafet_record_new (STAFET_KIND_AVAILABILITY, "w");

      available ()->read (window, *part, &error);
      g_assert_no_error (error);
      g_ptr_array_add (windows, window);
    }
  return windows;
}

static void
assert_says (StafetLanguage language, const char *list, const char *expected)
{
  g_autoptr (GPtrArray) windows = windows_of (list);
  g_autofree char *words = stafet_words_availability (language, windows);

  g_assert_cmpstr (words, ==, expected);
}

static void
days_with_the_same_hours_are_said_together (void)
{
  assert_says (DA, "tue 08:00-14:00, thu 08:00-14:00, fri 09:00-12:00 even preferred",
               "tirsdag og torsdag kl. 8–14, fredag kl. 9–12 i lige uger (helst)");
  assert_says (EN, "tue 08:00-14:00, thu 08:00-14:00, fri 09:00-12:00 even preferred",
               "Tuesday and Thursday 8–14, Friday 9–12 in even weeks (preferred)");
  assert_says (DA, "mon 09:00-13:00, tue 09:00-13:00, wed 09:00-13:00, fri 09:00-13:00",
               "mandag–onsdag og fredag kl. 9–13");
  assert_says (DA, "fri 22:30-30:00 odd", "fredag kl. 22.30–6 i ulige uger");
  assert_says (DA, "fri 00:00-24:00", "fredag kl. 0–24");
  assert_says (DA, "", "");
}

static int
pick (int low, int high)
{
  return g_test_rand_int_range (low, high + 1);
}

/* A list of windows without duplicates; many of them have hours in common. */
static char *
random_list (void)
{
  static const char *const keys[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  static const char *const behind[] = {
    "", " odd", " even", " preferred", " odd preferred", " even preferred"
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *list = g_string_new (NULL);
  int hours[3][2];

  for (int i = 0; i < 3; i++)
    {
      hours[i][0] = pick (0, 95) * 15;
      hours[i][1] = hours[i][0] + pick (1, (2880 - hours[i][0]) / 15) * 15;
    }
  for (int i = pick (1, 8); i > 0; i--)
    {
      const int *span = hours[pick (0, 2)];
      char *window = g_strdup_printf ("%s %02d:%02d-%02d:%02d%s", keys[pick (0, 6)], span[0] / 60,
                                      span[0] % 60, span[1] / 60, span[1] % 60, behind[pick (0, 5)]);

      if (!g_hash_table_contains (seen, window))
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", window);
      g_hash_table_add (seen, window);
    }
  return g_string_free (list, FALSE);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sorted (const char *list)
{
  g_auto (GStrv) parts = g_strsplit (list, ", ", -1);

  qsort (parts, g_strv_length (parts), sizeof *parts, compare_texts);
  return g_strjoinv (", ", parts);
}

static void
what_is_said_is_read (gconstpointer language)
{
  for (int i = 0; i < 10000; i++)
    {
      g_autofree char *list = random_list (), *read = NULL, *expected = sorted (list), *got = NULL;
      g_autoptr (GPtrArray) windows = windows_of (list);
      g_autofree char *words =
        stafet_words_availability ((StafetLanguage) GPOINTER_TO_INT (language), windows);
      g_autoptr (GError) error = NULL;
      gboolean by_agreement;

      stafet_typed_availability (words, &read, &by_agreement, &error);
      got = read != NULL ? sorted (read) : NULL;
      if (g_strcmp0 (got, expected) != 0)
        g_test_message ("“%s”: %s", words, error != NULL ? error->message : "");
      g_assert_cmpstr (got, ==, expected);
      g_assert_false (by_agreement);
    }
}

/* ——— Whatever else may be typed ——— */

static char *
mutate (void)
{
  GString *out = g_string_new (NULL);

  for (int i = 0; i < 2; i++)
    {
      g_auto (GStrv) words = g_strsplit (danish[pick (0, (int) G_N_ELEMENTS (danish) - 1)].text, " ", -1);

      for (char **word = words; *word != NULL; word++)
        if (pick (0, 3) > 0)
          g_string_append_printf (out, "%s%s", *word, pick (0, 9) == 0 ? "" : " ");
    }
  for (int i = pick (0, 3); i > 0 && out->len > 0; i--)
    {
      gsize at = (gsize) pick (0, (int) out->len - 1);

      if (g_test_rand_bit ())
        g_string_insert_c (out, (gssize) at, "0123456789.-/,:("[pick (0, 15)]);
      else if (pick (0, 4) == 0)
        out->str[at] = (char) pick (1, 255);
      else
        g_string_erase (out, (gssize) at, 1);
    }
  return g_string_free (out, FALSE);
}

static void
nothing_typed_does_harm (void)
{
  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *text = mutate (), *list = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) windows = NULL;
      gboolean by_agreement;
      gboolean read = stafet_typed_availability (text, &list, &by_agreement, &error);

      g_assert_true (read == (error == NULL));
      g_assert_true (read == (list != NULL));
      if (read && *list != '\0')
        windows = windows_of (list);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
  g_test_add_func ("/core/typed-week/in-danish", in_danish);
  g_test_add_func ("/core/typed-week/in-english", in_english);
  g_test_add_func ("/core/typed-week/by-agreement-stands-alone-or-beside",
                   by_agreement_stands_alone_or_beside);
  g_test_add_func ("/core/typed-week/what-is-not-understood-is-named", what_is_not_understood_is_named);
  g_test_add_func ("/core/words-week/days-with-the-same-hours-are-said-together",
                   days_with_the_same_hours_are_said_together);
  g_test_add_data_func ("/core/words-week/what-is-said-is-read/da", GINT_TO_POINTER (DA),
                        what_is_said_is_read);
  g_test_add_data_func ("/core/words-week/what-is-said-is-read/en", GINT_TO_POINTER (EN),
                        what_is_said_is_read);
  g_test_add_func ("/core/typed-week/nothing-typed-does-harm", nothing_typed_does_harm);
  return g_test_run ();
}
