/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Divides words by libhyphen's patterns, which are in Latin-1 for Danish.
 */
#include "stafet-hyphens.h"

#include <hyphen.h>
#include <string.h>

#define PATTERNS "/usr/share/hyphen/hyph_da_DK.dic"
#define CHARSET "ISO8859-1"
/* Shorter words are not divided, and so many letters stay on either side. */
#define SHORTEST 7
#define LEAST 3
#define LONGEST 100
#define SOFT_HYPHEN "\302\255"

static HyphenDict *
get_patterns (void)
{
  static gsize once = 0;
  static HyphenDict *patterns = NULL;

  if (g_once_init_enter (&once))
    {
      if (g_file_test (PATTERNS, G_FILE_TEST_IS_REGULAR))
        patterns = hnj_hyphen_load (PATTERNS);
      g_once_init_leave (&once, 1);
    }
  return patterns;
}

/* For each letter of @word whether it may be the last of a line; FALSE when that is not known. */
static gboolean
find_breaks (const char *word, gsize length, char breaks[LONGEST + 5])
{
  g_autofree char *lower = g_utf8_strdown (word, (gssize) length);
  g_autofree char *latin = g_convert (lower, -1, CHARSET, "UTF-8", NULL, NULL, NULL);
  char **rep = NULL;
  int *pos = NULL, *cut = NULL;

  if (latin == NULL || strlen (latin) > LONGEST)
    return FALSE;
  if (hnj_hyphen_hyphenate2 (get_patterns (), latin, (int) strlen (latin), breaks, NULL, &rep, &pos, &cut)
      != 0)
    return FALSE;
  /* Danish has no words that are spelt otherwise when divided. */
  g_assert (rep == NULL);
  return TRUE;
}

/* What the last part of a word for an activity often is: patterns do not know where a compound has its joint.
 */
static const char *const last_parts[] = {
  "aften",  "bazar",    "billard", "bold",      "café",         "cafe",    "cykling",   "dance",  "dag",
  "dans",   "festival", "fest",    "forskning", "foredrag",     "gruppe",  "gymnastik", "hjælp",  "hund",
  "hold",   "kaffe",    "klub",    "koncert",   "kor",          "kreds",   "kursus",    "køkken", "læsning",
  "marked", "matiné",   "middag",  "møde",      "rådgivning",   "samtale", "sang",      "spil",   "spisning",
  "taxa",   "træning",  "tur",     "turnering", "undervisning", "vagt",    "værksted",  "yoga",
};

/* The letters before the last part of @word; 0 when none is known. */
static glong
find_joint (const char *word, gsize length)
{
  g_autofree char *lower = g_utf8_strdown (word, (gssize) length);
  glong joint = 0, letters = g_utf8_strlen (lower, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (last_parts); i++)
    {
      glong before = letters - g_utf8_strlen (last_parts[i], -1);

      if (before >= LEAST && g_str_has_suffix (lower, last_parts[i]) && (joint == 0 || before < joint))
        joint = before;
    }
  return joint;
}

static void
append_word (GString *text, const char *word, gsize length)
{
  glong letters = g_utf8_strlen (word, (gssize) length), i = 0;
  char breaks[LONGEST + 5] = { 0 };
  glong joint = letters >= SHORTEST ? find_joint (word, length) : 0;

  if (joint > 0)
    {
      const char *at = g_utf8_offset_to_pointer (word, joint);

      g_string_append_len (text, word, at - word);
      g_string_append (text, SOFT_HYPHEN);
      g_string_append_len (text, at, word + length - at);
      return;
    }
  if (letters < SHORTEST || !find_breaks (word, length, breaks))
    {
      g_string_append_len (text, word, (gssize) length);
      return;
    }
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p), i++)
    {
      g_string_append_len (text, p, g_utf8_next_char (p) - p);
      if ((breaks[i] & 1) != 0 && i + 1 >= LEAST && letters - i - 1 >= LEAST)
        g_string_append (text, SOFT_HYPHEN);
    }
}

char *
stafet_hyphens_add (const char *text)
{
  GString *divided = g_string_sized_new (strlen (text) + 8);
  const char *p = text;

  if (get_patterns () == NULL)
    return g_string_free (g_string_append (divided, text), FALSE);
  while (*p != '\0')
    {
      const char *start = p;

      while (*p != '\0' && g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      append_word (divided, start, (gsize) (p - start));
      start = p;
      while (*p != '\0' && !g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      g_string_append_len (divided, start, p - start);
    }
  return g_string_free (divided, FALSE);
}

void
stafet_hyphens_set_label (GtkLabel *label, const char *text)
{
  g_autofree char *divided = stafet_hyphens_add (text);

  gtk_label_set_text (label, divided);
  /* Read out as it is written. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
