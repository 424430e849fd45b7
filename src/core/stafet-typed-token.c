/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts typed text into tokens. Each word is folded on its own, so that an error can name it as it was typed.
 */
#include "stafet-typed-token.h"

#include "stafet-error.h"
#include "stafet-i18n.h"
#include "stafet-text.h"

#include <string.h>

#define LONGEST_TYPED 1000 /* bytes; the longest rule in words is about 300 */
#define MOST_DIGITS 8

static const StafetTypedToken the_end = { .kind = STAFET_TYPED_END, .start = "" };

/* ——— One token ——— */

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static StafetTypedKind
sign_kind (gunichar c)
{
  switch (c)
    {
    case '.':
      return STAFET_TYPED_DOT;
    case ':':
      return STAFET_TYPED_COLON;
    case '/':
      return STAFET_TYPED_SLASH;
    case '-':
    case 0x2010: /* hyphen */
    case 0x2011: /* hyphen that does not break */
    case 0x2012: /* figure dash */
    case 0x2013: /* en dash */
    case 0x2014: /* em dash */
    case 0x2212: /* minus */
      return STAFET_TYPED_DASH;
    case ',':
    case ';':
    case '\n':
      return STAFET_TYPED_COMMA;
    case '(':
    case ')':
      return STAFET_TYPED_BRACKET;
    case '+':
    case '&':
      return STAFET_TYPED_AND;
    case 0xbd: /* ½ */
      return STAFET_TYPED_HALF;
    default:
      return STAFET_TYPED_UNKNOWN;
    }
}

/* Digits, and what makes them an ordinal: a full stop that no digit follows, "st", "nd", "rd" or "th". */
static const char *
cut_number (const char *c, StafetTypedToken *token)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };

  token->kind = STAFET_TYPED_NUMBER;
  for (; g_ascii_isdigit (*c); c++)
    {
      if (token->digits++ < MOST_DIGITS)
        token->value = token->value * 10 + (*c - '0');
      else
        token->kind = STAFET_TYPED_UNKNOWN;
    }
  if (*c == '.' && !g_ascii_isdigit (c[1]))
    {
      token->ordinal = TRUE;
      return c + 1;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strncasecmp (c, endings[i], 2) == 0 && !is_word (g_utf8_get_char (c + 2)))
      {
        token->ordinal = TRUE;
        return c + 2;
      }
  return c;
}

/* A word, and the full stop of an abbreviation. */
static const char *
cut_word (const char *c, StafetTypedToken *token)
{
  g_autofree char *word = NULL, *folded = NULL;
  const char *start = c;

  while (is_word (g_utf8_get_char (c)))
    c = g_utf8_next_char (c);
  word = g_strndup (start, (gsize) (c - start));
  folded = stafet_text_fold (word);
  if (!stafet_typed_word (folded, token))
    token->kind = STAFET_TYPED_UNKNOWN;
  return *c == '.' ? c + 1 : c;
}

static const char *
cut (const char *c, StafetTypedToken *token)
{
  gunichar first = g_utf8_get_char (c);

  token->start = c;
  if (g_ascii_isdigit (*c))
    c = cut_number (c, token);
  else if (is_word (first))
    c = cut_word (c, token);
  else
    {
      token->kind = sign_kind (first);
      c = g_utf8_next_char (c);
    }
  token->length = (gsize) (c - token->start);
  return c;
}

/* ——— The reader ——— */

gboolean
stafet_typed_reader_init (StafetTypedReader *reader, const char *text, GError **error)
{
  const char *c;
  gboolean glued = FALSE;

  *reader = (StafetTypedReader){ 0 };
  if (!g_utf8_validate (text, -1, NULL) || strlen (text) > LONGEST_TYPED)
    {
      g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                           _ ("The text is too long, or not valid UTF-8. Write it again, shorter."));
      return FALSE;
    }
  reader->text = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  reader->tokens = g_array_new (FALSE, FALSE, sizeof (StafetTypedToken));
  for (c = reader->text; *c != '\0';)
    {
      StafetTypedToken token = { .glued = glued };

      glued = *c == '\n' || !g_unichar_isspace (g_utf8_get_char (c));
      if (!glued)
        {
          c = g_utf8_next_char (c);
          continue;
        }
      c = cut (c, &token);
      g_array_append_val (reader->tokens, token);
    }
  return TRUE;
}

void
stafet_typed_reader_clear (StafetTypedReader *reader)
{
  g_clear_pointer (&reader->text, g_free);
  g_clear_pointer (&reader->tokens, g_array_unref);
}

const StafetTypedToken *
stafet_typed_peek (const StafetTypedReader *reader, guint ahead)
{
  guint at = reader->at + ahead;

  return at < reader->tokens->len ? &g_array_index (reader->tokens, StafetTypedToken, at) : &the_end;
}

gboolean
stafet_typed_is (const StafetTypedReader *reader, guint ahead, StafetTypedKind kind)
{
  return stafet_typed_peek (reader, ahead)->kind == kind;
}

gboolean
stafet_typed_take (StafetTypedReader *reader, StafetTypedKind kind, int *value)
{
  const StafetTypedToken *token = stafet_typed_peek (reader, 0);

  if (token->kind != kind)
    return FALSE;
  if (value != NULL)
    *value = token->value;
  reader->at++;
  return TRUE;
}

void
stafet_typed_skip (StafetTypedReader *reader, StafetTypedKind kind)
{
  while (stafet_typed_take (reader, kind, NULL))
    ;
}

gboolean
stafet_typed_take_unit (StafetTypedReader *reader, StafetTypedUnit unit)
{
  int value;

  if (!stafet_typed_is (reader, 0, STAFET_TYPED_UNIT) || stafet_typed_peek (reader, 0)->value != (int) unit)
    return FALSE;
  return stafet_typed_take (reader, STAFET_TYPED_UNIT, &value);
}

gboolean
stafet_typed_take_separator (StafetTypedReader *reader)
{
  guint back = reader->at;

  stafet_typed_skip (reader, STAFET_TYPED_COMMA);
  if (!stafet_typed_take (reader, STAFET_TYPED_AND, NULL))
    stafet_typed_take (reader, STAFET_TYPED_OR, NULL);
  return reader->at > back;
}

gboolean
stafet_typed_at_end (const StafetTypedReader *reader)
{
  return reader->at >= reader->tokens->len;
}
