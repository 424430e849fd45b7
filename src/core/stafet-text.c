/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Danish text. ICU sorts; GLib normalises.
 */
#include "stafet-text.h"

#include "stafet-error.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/uiter.h>

static gboolean
has_controls (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)) && *c != '\n' && *c != '\t')
      return TRUE;
  return FALSE;
}

char *
stafet_text_clean (const char *text, GError **error)
{
  g_autofree char *normal =
    g_utf8_validate (text, -1, NULL) ? g_utf8_normalize (text, -1, G_NORMALIZE_NFC) : NULL;

  if (normal == NULL)
    {
      g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                           _ ("The text is not valid UTF-8. Save it as UTF-8, or write it again."));
      return NULL;
    }
  g_strstrip (normal);
  if (!has_controls (normal) && g_utf8_strlen (normal, -1) <= STAFET_TEXT_MAX)
    return g_steal_pointer (&normal);
  g_set_error (
    error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
    _ ("The text holds control characters or is longer than %d characters. Shorten it, or write it again."),
    STAFET_TEXT_MAX);
  return NULL;
}

/* A letter that search spells out, or NULL. @letter is casefolded and composed. */
static const char *
spelled_out (gunichar letter)
{
  switch (letter)
    {
    case 0xe6: /* æ */
      return "ae";
    case 0xf8: /* ø */
      return "oe";
    case 0xe5: /* å */
      return "aa";
    default:
      return NULL;
    }
}

/* Takes marks off until a letter remains that is spelled out or has none: "ǿ" is an ø under a mark. */
static void
fold_letter (GString *folded, gunichar letter)
{
  const char *spelled = spelled_out (letter);
  gunichar base, mark;

  if (spelled != NULL)
    g_string_append (folded, spelled);
  else if (g_unichar_isspace (letter))
    {
      if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  else if (g_unichar_decompose (letter, &base, &mark))
    {
      fold_letter (folded, base);
      fold_letter (folded, mark);
    }
  else if (!g_unichar_ismark (letter))
    g_string_append_unichar (folded, letter);
}

char *
stafet_text_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *small = g_utf8_casefold (normal != NULL ? normal : "", -1);
  GString *folded = g_string_sized_new (strlen (small) + 8);

  for (const char *c = small; *c != '\0'; c = g_utf8_next_char (c))
    fold_letter (folded, g_utf8_get_char (c));
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

/* One letter, as casefolding the whole text has it. */
static void
fold_alone (GString *folded, const char *c)
{
  g_autofree char *small = NULL;

  if ((guchar) *c < 0x80)
    {
      fold_letter (folded, (gunichar) g_ascii_tolower (*c));
      return;
    }
  small = g_utf8_casefold (c, g_utf8_next_char (c) - c);
  for (const char *s = small; *s != '\0'; s = g_utf8_next_char (s))
    fold_letter (folded, g_utf8_get_char (s));
}

char *
stafet_text_fold_origins (const char *text, GArray *origins)
{
  GString *folded = g_string_sized_new (strlen (text) + 8);
  gsize end = strlen (text);

  g_array_set_size (origins, 0);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gsize at = (gsize) (c - text);

      fold_alone (folded, c);
      while (origins->len < folded->len)
        g_array_append_val (origins, at);
    }
  g_array_append_val (origins, end);
  return g_string_free (folded, FALSE);
}

char *
stafet_text_capital (const char *text)
{
  GString *capital = g_string_sized_new (strlen (text) + 4);

  if (*text == '\0')
    return g_string_free (capital, FALSE);
  g_string_append_unichar (capital, g_unichar_totitle (g_utf8_get_char (text)));
  g_string_append (capital, g_utf8_next_char (text));
  return g_string_free (capital, FALSE);
}

static const UCollator *
danish_collator (void)
{
  static gsize collator = 0;

  if (g_once_init_enter (&collator))
    {
      UErrorCode status = U_ZERO_ERROR;
      UCollator *danish = ucol_open ("da", &status);

      if (U_FAILURE (status))
        g_error ("ICU has no collation: %s", u_errorName (status));
      g_once_init_leave (&collator, (gsize) danish);
    }
  return (const UCollator *) collator;
}

int
stafet_text_compare (const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;

  if (a == b)
    return 0;
  return (int) ucol_strcollUTF8 (danish_collator (), a, -1, b, -1, &status);
}

/* ——— Phones ——— */

#define SHORTEST_PHONE 3 /* digits: 112 */
#define LONGEST_PHONE 20
#define SHORTEST_GROUPED 6 /* shorter numbers are known as one: 112, 1813 */

char *
stafet_phone_clean (const char *text, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c) || (*c == '+' && digits->len == 0))
        g_string_append_c (digits, *c);
      else if (strchr (" -./()", *c) == NULL)
        {
          g_string_truncate (digits, 0);
          break;
        }
    }
  if (g_str_has_prefix (digits->str, "00"))
    {
      g_string_erase (digits, 0, 2);
      g_string_prepend_c (digits, '+');
    }
  if (digits->len <= LONGEST_PHONE && strspn (digits->str, "+") + SHORTEST_PHONE <= digits->len)
    return g_strdup (digits->str);
  g_set_error (
    error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
    _ ("“%s” is not a phone number. Write digits only, with + and the country code for a foreign one."),
    text);
  return NULL;
}

static void
append_pairs (GString *out, const char *digits)
{
  gboolean grouped = strlen (digits) >= SHORTEST_GROUPED;

  for (gsize i = 0; digits[i] != '\0'; i++)
    {
      if (grouped && i > 0 && i % 2 == 0)
        g_string_append_c (out, ' ');
      g_string_append_c (out, digits[i]);
    }
}

char *
stafet_phone_format (const char *number)
{
  GString *out = g_string_new (NULL);

  if (*number == '+')
    {
      gsize code = MIN (strlen (number), 3);

      g_string_append_len (out, number, (gssize) code);
      g_string_append_c (out, ' ');
      number += code;
    }
  append_pairs (out, number);
  return g_string_free (out, FALSE);
}

gboolean
stafet_phone_equal (const char *a, const char *b)
{
  if (g_str_has_prefix (a, "+45"))
    a += 3;
  if (g_str_has_prefix (b, "+45"))
    b += 3;
  return strcmp (a, b) == 0;
}

char *
stafet_names_join (StafetLanguage language, const char *const *names, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && i == n - 1)
        g_string_append_printf (out, " %s ", stafet_i18n_text (language, N_ ("and")));
      else if (i > 0)
        g_string_append (out, ", ");
      g_string_append (out, names[i]);
    }
  return g_string_free (out, FALSE);
}
