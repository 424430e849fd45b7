/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for names in the folded text, and for numbers and e-mails in the text as it is written.
 */
#include "stafet-mentions.h"

#include "stafet-text.h"

#include <string.h>

#define SHORTEST_PHONE 6  /* digits */
#define UNUSUAL_LETTERS 5 /* of a short name of one word */

typedef struct
{
  char *folded; /* owned */
  gboolean capital, for_short;
} Name;

struct _StafetMentions
{
  GArray *names;     /* Name */
  GPtrArray *spared; /* char *: folded names of others that one of hers is a part of */
  GPtrArray *phones; /* char *: digits, without +45 */
  GPtrArray *mails;  /* char *: in small letters */
};

/* Half-open, in bytes. */
typedef struct
{
  gsize from, to;
} Span;

/* A text, folded, and where in it each byte of that comes from. */
typedef struct
{
  char *text, *folded;
  GArray *origins; /* gsize */
} Reading;

static void
name_clear (gpointer data)
{
  g_free (((Name *) data)->folded);
}

static void
reading_clear (Reading *self)
{
  g_free (self->text);
  g_free (self->folded);
  g_clear_pointer (&self->origins, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
reading_init (Reading *self, const char *text)
{
  self->text = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  if (self->text == NULL)
    self->text = g_strdup ("");
  self->origins = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->folded = stafet_text_fold_origins (self->text, self->origins);
}

/* ——— Words ——— */

static gboolean
is_letter (const char *at)
{
  return g_unichar_isalnum (g_utf8_get_char (at));
}

/* Whether what ends before @at goes on in front of it: "Anne-" of "Anne-Marie" does. */
static gboolean
goes_on_before (const char *text, const char *at)
{
  const char *before = at > text ? g_utf8_prev_char (at) : NULL;

  if (before != NULL && *before == '-')
    before = before > text ? g_utf8_prev_char (before) : NULL;
  return before != NULL && is_letter (before);
}

/* A genitive's s may follow. */
static gboolean
goes_on_behind (const char *at)
{
  if (*at == 's' && !is_letter (at + 1))
    at++;
  if (*at == '-')
    at++;
  return *at != '\0' && is_letter (at);
}

/* The next place at or behind @from in @folded where @name stands as whole words; NULL when there is none. */
static const char *
find_words (const char *folded, const char *from, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = strstr (from, name); at != NULL; at = strstr (at + 1, name))
    if (!goes_on_before (folded, at) && !goes_on_behind (at + length))
      return at;
  return NULL;
}

/* ——— What she is called ——— */

StafetMentions *
stafet_mentions_new (void)
{
  StafetMentions *self = g_new0 (StafetMentions, 1);

  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, name_clear);
  self->spared = g_ptr_array_new_with_free_func (g_free);
  self->phones = g_ptr_array_new_with_free_func (g_free);
  self->mails = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
stafet_mentions_free (StafetMentions *self)
{
  g_array_unref (self->names);
  g_ptr_array_unref (self->spared);
  g_ptr_array_unref (self->phones);
  g_ptr_array_unref (self->mails);
  g_free (self);
}

static void
add_name (StafetMentions *self, const char *text, gboolean capital, gboolean for_short)
{
  Name name = { stafet_text_fold (text), capital, for_short };

  if (*name.folded != '\0')
    g_array_append_val (self->names, name);
  else
    g_free (name.folded);
}

void
stafet_mentions_add_name (StafetMentions *self, const char *name)
{
  add_name (self, name, strchr (name, ' ') == NULL, FALSE);
}

void
stafet_mentions_add_words (StafetMentions *self, const char *words)
{
  add_name (self, words, FALSE, FALSE);
}

void
stafet_mentions_add_short_name (StafetMentions *self, const char *short_name)
{
  if (strchr (short_name, ' ') != NULL || g_utf8_strlen (short_name, -1) >= UNUSUAL_LETTERS)
    add_name (self, short_name, strchr (short_name, ' ') == NULL, TRUE);
}

/* The digits that are dialled within Denmark, or from there. Borrowed. */
static const char *
digits_of (const char *number)
{
  return g_str_has_prefix (number, "+45") ? number + 3 : *number == '+' ? number + 1 : number;
}

void
stafet_mentions_add_phone (StafetMentions *self, const char *number)
{
  if (strlen (digits_of (number)) >= SHORTEST_PHONE)
    g_ptr_array_add (self->phones, g_strdup (digits_of (number)));
}

void
stafet_mentions_add_mail (StafetMentions *self, const char *mail)
{
  if (*mail != '\0')
    g_ptr_array_add (self->mails, g_ascii_strdown (mail, -1));
}

/* Whether a name of hers is a part of @folded, and not all of it. */
static gboolean
is_longer (const StafetMentions *self, const char *folded)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const char *own = g_array_index (self->names, Name, i).folded;

      if (!g_str_equal (own, folded) && find_words (folded, folded, own) != NULL)
        return TRUE;
    }
  return FALSE;
}

void
stafet_mentions_spare_longer (StafetMentions *self, const char *name)
{
  g_autofree char *folded = stafet_text_fold (name);

  if (is_longer (self, folded))
    g_ptr_array_add (self->spared, g_steal_pointer (&folded));
}

void
stafet_mentions_spare (StafetMentions *self, const char *name)
{
  g_autofree char *folded = stafet_text_fold (name);

  for (guint i = self->names->len; i > 0; i--)
    {
      const Name *own = &g_array_index (self->names, Name, i - 1);

      if (g_str_equal (own->folded, folded)
          || (own->for_short && find_words (folded, folded, own->folded) != NULL))
        g_array_remove_index (self->names, i - 1);
    }
  if (is_longer (self, folded))
    g_ptr_array_add (self->spared, g_steal_pointer (&folded));
}

/* ——— Names in a text ——— */

static gboolean
is_spared (const StafetMentions *self, const char *folded, const char *at, gsize length)
{
  for (guint i = 0; i < self->spared->len; i++)
    {
      const char *other = g_ptr_array_index (self->spared, i);
      gsize size = strlen (other);

      for (const char *o = find_words (folded, folded, other); o != NULL && o <= at;
           o = find_words (folded, o + 1, other))
        if (at + length <= o + size)
          return TRUE;
    }
  return FALSE;
}

static gsize
origin (const Reading *reading, const char *at)
{
  return g_array_index (reading->origins, gsize, at - reading->folded);
}

static gboolean
is_capital (const Reading *reading, const char *at)
{
  return g_unichar_isupper (g_utf8_get_char (reading->text + origin (reading, at)));
}

static void
find_name (const StafetMentions *self, const Reading *reading, const Name *name, GArray *spans)
{
  gsize length = strlen (name->folded);

  for (const char *at = find_words (reading->folded, reading->folded, name->folded); at != NULL;
       at = find_words (reading->folded, at + 1, name->folded))
    {
      Span span = { origin (reading, at), origin (reading, at + length) };

      if ((!name->capital || is_capital (reading, at)) && !is_spared (self, reading->folded, at, length))
        g_array_append_val (spans, span);
    }
}

/* ——— Numbers ——— */

/* "2026-11-24" is a date, though somebody has that number. */
static gboolean
is_date (const char *from, const char *to)
{
  return to - from == 10 && from[4] == '-' && from[7] == '-';
}

/* Where @digits end that begin at @at, in groups or not; NULL when others stand there. */
static const char *
behind_digits (const char *at, const char *digits)
{
  const char *from = at;

  for (; *digits != '\0'; digits++, at++)
    {
      while (at > from && *at != '\0' && strchr (" -./()", *at) != NULL)
        at++;
      if (*at != *digits)
        return NULL;
    }
  return is_date (from, at) || is_letter (at) ? NULL : at;
}

/* The same with a country's code in front. */
static const char *
behind_number (const char *at, const char *digits)
{
  static const char *const prefixes[] = { "+45", "0045", "+", "00", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      const char *from = at + strlen (prefixes[i]), *to;

      if (!g_str_has_prefix (at, prefixes[i]))
        continue;
      to = behind_digits (from + strspn (from, *prefixes[i] != '\0' ? " " : ""), digits);
      if (to != NULL)
        return to;
    }
  return NULL;
}

static void
find_phone (const char *text, const char *digits, GArray *spans)
{
  const char *at = text;

  while ((at = strpbrk (at, "+0123456789")) != NULL)
    {
      gboolean begins = at == text || (!is_letter (g_utf8_prev_char (at)) && at[-1] != '+');
      const char *to = begins ? behind_number (at, digits) : NULL;
      Span span = { (gsize) (at - text), to != NULL ? (gsize) (to - text) : 0 };

      if (to != NULL)
        g_array_append_val (spans, span);
      at = to != NULL ? to : at + 1;
    }
}

/* ——— E-mails ——— */

static gboolean
is_of_mail (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("-_+", c) != NULL);
}

static gboolean
is_whole_mail (const char *text, const char *at, const char *behind)
{
  if (at > text && (is_of_mail (at[-1]) || at[-1] == '.'))
    return FALSE;
  return !is_of_mail (*behind) && (*behind != '.' || !is_of_mail (behind[1]));
}

static void
find_mail (const char *text, const char *mail, GArray *spans)
{
  g_autofree char *small = g_ascii_strdown (text, -1);
  gsize length = strlen (mail);

  for (const char *at = strstr (small, mail); at != NULL; at = strstr (at + length, mail))
    {
      Span span = { (gsize) (at - small), (gsize) (at - small) + length };

      if (is_whole_mail (small, at, at + length))
        g_array_append_val (spans, span);
    }
}

/* ——— All of it ——— */

/* Where they begin; of those that begin together, the longest first. */
static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *one = a, *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return one->to == other->to ? 0 : one->to > other->to ? -1 : 1;
}

static GArray *
find_all (const StafetMentions *self, const Reading *reading)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < self->names->len; i++)
    find_name (self, reading, &g_array_index (self->names, Name, i), spans);
  for (guint i = 0; i < self->phones->len; i++)
    find_phone (reading->text, g_ptr_array_index (self->phones, i), spans);
  for (guint i = 0; i < self->mails->len; i++)
    find_mail (reading->text, g_ptr_array_index (self->mails, i), spans);
  g_array_sort (spans, compare_spans);
  return spans;
}

gboolean
stafet_mentions_are_in (const StafetMentions *self, const char *text)
{
  g_auto (Reading) reading = { NULL };
  g_autoptr (GArray) spans = NULL;

  reading_init (&reading, text);
  spans = find_all (self, &reading);
  return spans->len > 0;
}

char *
stafet_mentions_replace (const StafetMentions *self, const char *text, const char *first, const char *later)
{
  g_auto (Reading) reading = { NULL };
  g_autoptr (GArray) spans = NULL;
  GString *result;
  gsize done = 0;

  reading_init (&reading, text);
  spans = find_all (self, &reading);
  if (spans->len == 0)
    return NULL;
  result = g_string_new (NULL);
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (span->from < done)
        continue;
      g_string_append_len (result, reading.text + done, (gssize) (span->from - done));
      g_string_append (result, span->from == 0 ? first : later);
      done = span->to;
    }
  g_string_append (result, reading.text + done);
  return g_string_free (result, FALSE);
}
