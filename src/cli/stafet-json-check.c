/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One function for each rule of the grammar. The text ends with a NUL, which no rule takes.
 */
#include "stafet-json-check.h"

#include "core/stafet-i18n.h"
#include "stafet-cli.h"

#include <string.h>

#define MOST_LAYERS 32
#define MOST_DIGITS 18
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  const char *begin, *at;
  GString *path; /* of the value that is read */
  guint layers;
  GError **error;
} Check;

/* ——— Faults: each is FALSE ——— */

static gboolean
fault (const Check *c, const char *sentence)
{
  return stafet_cli_usage (c->error, "%s: %s", c->path->str, sentence);
}

static gboolean
no_json (const Check *c)
{
  guint line = 1;
  const char *begin = c->begin;

  for (const char *p = c->begin; p < c->at; p++)
    if (*p == '\n')
      {
        line++;
        begin = p + 1;
      }
  return stafet_cli_usage (c->error, _ ("%s: this is no JSON (line %u, column %u)."), c->path->str, line,
                           (guint) g_utf8_strlen (begin, c->at - begin) + 1);
}

/* ——— Signs ——— */

static void
skip_space (Check *c)
{
  c->at += strspn (c->at, " \t\r\n");
}

static gboolean
take (Check *c, char sign)
{
  if (*c->at != sign)
    return FALSE;
  c->at++;
  return TRUE;
}

/* What stands between values. */
static gboolean
take_sign (Check *c, char sign)
{
  skip_space (c);
  return take (c, sign);
}

/* How many digits there were. */
static gsize
skip_digits (Check *c)
{
  gsize n = strspn (c->at, "0123456789");

  c->at += n;
  return n;
}

/* ——— Texts ——— */

/* Four digits of \u, which @at stands behind. */
static gboolean
read_unit (Check *c, gunichar *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, c->at++)
    {
      if (!g_ascii_isxdigit (*c->at))
        return no_json (c);
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (*c->at);
    }
  return TRUE;
}

static gboolean
read_letter (Check *c, GString *text)
{
  gunichar letter, low;

  if (!read_unit (c, &letter))
    return FALSE;
  if (letter >= 0xD800 && letter < 0xDC00 && c->at[0] == '\\' && c->at[1] == 'u')
    {
      c->at += 2;
      if (!read_unit (c, &low))
        return FALSE;
      letter = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((letter - 0xD800) << 10) + (low - 0xDC00) : 0;
    }
  if (letter == 0 || (letter >= 0xD800 && letter < 0xE000))
    return fault (c, _ ("the text holds what is no letter."));
  g_string_append_unichar (text, letter);
  return TRUE;
}

static gboolean
read_escape (Check *c, GString *text)
{
  static const char written[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
  const char *which;

  if (take (c, 'u'))
    return read_letter (c, text);
  which = *c->at != '\0' ? strchr (written, *c->at) : NULL;
  if (which == NULL)
    return no_json (c);
  c->at++;
  g_string_append_c (text, meant[which - written]);
  return TRUE;
}

static gboolean
read_text (Check *c, GString *text)
{
  if (!take (c, '"'))
    return no_json (c);
  while (!take (c, '"'))
    {
      if ((guchar) *c->at < ' ')
        return no_json (c);
      if (!take (c, '\\'))
        g_string_append_c (text, *c->at++);
      else if (!read_escape (c, text))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_text (Check *c)
{
  g_autoptr (GString) text = g_string_new (NULL);

  return read_text (c, text);
}

/* ——— Numbers and words ——— */

static gboolean
check_number (Check *c)
{
  gsize digits;
  gboolean whole = TRUE;

  take (c, '-');
  if (*c->at == '0' && g_ascii_isdigit (c->at[1]))
    return no_json (c);
  digits = skip_digits (c);
  if (digits == 0)
    return no_json (c);
  if (take (c, '.'))
    {
      whole = FALSE;
      if (skip_digits (c) == 0)
        return no_json (c);
    }
  if (take (c, 'e') || take (c, 'E'))
    {
      whole = FALSE;
      if (!take (c, '+'))
        take (c, '-');
      if (skip_digits (c) == 0)
        return no_json (c);
    }
  return !whole || digits <= MOST_DIGITS || fault (c, _ ("the number is out of range."));
}

static gboolean
check_word (Check *c)
{
  static const char *const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (c->at, words[i]))
      {
        c->at += strlen (words[i]);
        return TRUE;
      }
  return no_json (c);
}

/* ——— Values in each other ——— */

static gboolean check_value (Check *c);

static gboolean
check_member (Check *c, GHashTable *keys)
{
  g_autoptr (GString) key = g_string_new (NULL);
  gsize length = c->path->len;

  skip_space (c);
  if (!read_text (c, key))
    return FALSE;
  g_string_append_printf (c->path, ".%s", key->str);
  if (!g_hash_table_add (keys, g_strdup (key->str)))
    return fault (c, _ ("it is there twice."));
  if (!take_sign (c, ':'))
    return no_json (c);
  if (!check_value (c))
    return FALSE;
  g_string_truncate (c->path, length);
  return TRUE;
}

static gboolean
check_object (Check *c)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (take_sign (c, '}'))
    return TRUE;
  do
    if (!check_member (c, keys))
      return FALSE;
  while (take_sign (c, ','));
  return take (c, '}') || no_json (c);
}

static gboolean
check_list (Check *c)
{
  gsize length = c->path->len;

  if (take_sign (c, ']'))
    return TRUE;
  for (guint i = 0; i == 0 || take_sign (c, ','); i++)
    {
      g_string_append_printf (c->path, "[%u]", i);
      if (!check_value (c))
        return FALSE;
      g_string_truncate (c->path, length);
    }
  return take (c, ']') || no_json (c);
}

static gboolean
check_value (Check *c)
{
  gboolean good;

  skip_space (c);
  if (*c->at == '"')
    return check_text (c);
  if (*c->at == '-' || g_ascii_isdigit (*c->at))
    return check_number (c);
  if (*c->at != '{' && *c->at != '[')
    return check_word (c);
  if (++c->layers > MOST_LAYERS)
    return fault (c, _ ("there are too many layers in each other."));
  good = *c->at++ == '{' ? check_object (c) : check_list (c);
  c->layers--;
  return good;
}

gboolean
stafet_json_check (const char *text, gsize length, GError **error)
{
  g_autoptr (GString) path = g_string_new ("$");
  Check c = { text, text, path, 0, error };

  if (!g_utf8_validate_len (text, length, NULL))
    return fault (&c, _ ("the file is not text in UTF-8."));
  if (g_str_has_prefix (c.at, BYTE_ORDER_MARK))
    c.at += strlen (BYTE_ORDER_MARK);
  if (!check_value (&c))
    return FALSE;
  skip_space (&c);
  return c.at == text + length || no_json (&c);
}
