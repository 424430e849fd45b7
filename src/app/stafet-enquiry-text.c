/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ideas in a wish, a name and a number in one line, and what is new of a form.
 */
#include "stafet-enquiry-text.h"

#include "core/stafet-i18n.h"

#include <string.h>

const char *const stafet_enquiry_ideas[] = {
  "gå ture",     "kor og sang",  "spil og kort",     "spise sammen",   "motion",
  "håndarbejde", "besøg hjemme", "bage og lave mad", "køre for andre", NULL
};

const StafetEnquiryPart stafet_enquiry_parts[] = { { "formiddag", N_ ("Morning") },
                                                   { "eftermiddag", N_ ("Afternoon") },
                                                   { "aften", N_ ("Evening") },
                                                   { "weekend", N_ ("Weekend") },
                                                   { NULL, NULL } };

/* ——— Ideas ——— */

/* NULL: nowhere, or only within a longer word. */
static const char *
find_idea (const char *text, const char *idea)
{
  gsize length = strlen (idea);

  for (const char *at = strstr (text, idea); at != NULL; at = strstr (at + 1, idea))
    {
      const char *before = at > text ? g_utf8_find_prev_char (text, at) : NULL;

      if ((before == NULL || !g_unichar_isalpha (g_utf8_get_char (before)))
          && !g_unichar_isalpha (g_utf8_get_char (at + length)))
        return at;
    }
  return NULL;
}

gboolean
stafet_enquiry_has_idea (const char *text, const char *idea)
{
  return find_idea (text, idea) != NULL;
}

char *
stafet_enquiry_add_idea (const char *text, const char *idea)
{
  return g_strconcat (text, *text != '\0' ? ", " : "", idea, NULL);
}

char *
stafet_enquiry_cut_idea (const char *text, const char *idea)
{
  const char *at = find_idea (text, idea);
  g_autofree char *before = NULL, *after = NULL;
  gsize length;

  if (at == NULL)
    return g_strdup (text);
  before = g_strchomp (g_strndup (text, (gsize) (at - text)));
  after = g_strchug (g_strdup (at + strlen (idea)));
  length = strlen (before);
  if (length > 0 && before[length - 1] == ',')
    before[length - 1] = '\0';
  if (*before == '\0')
    return g_strdup (*after == ',' ? g_strchug (after + 1) : after);
  return g_strconcat (before, *after != '\0' && *after != ',' ? " " : "", after, NULL);
}

/* ——— A person ——— */

void
stafet_enquiry_split_person (const char *text, char **name, char **phone)
{
  gsize at = strlen (text);
  guint digits = 0;

  while (at > 0 && (g_ascii_isdigit (text[at - 1]) || strchr (" +", text[at - 1]) != NULL))
    digits += g_ascii_isdigit (text[--at]) ? 1 : 0;
  if (digits < 5)
    at = strlen (text);
  *name = g_strchomp (g_strndup (text, at));
  while (**name != '\0' && strchr (",;:", (*name)[strlen (*name) - 1]) != NULL)
    (*name)[strlen (*name) - 1] = '\0';
  g_strstrip (*name);
  *phone = g_strstrip (g_strdup (text + at));
}

/* ——— What is new ——— */

void
stafet_pairs_drop_known (GPtrArray *pairs, GHashTable *known)
{
  for (guint i = pairs->len; i-- > 0;)
    {
      const char *pair = pairs->pdata[i];
      gsize length = strcspn (pair, "=");
      g_autofree char *key = g_strndup (pair, length);

      if (g_strcmp0 (g_hash_table_lookup (known, key), pair + length + 1) == 0)
        g_ptr_array_remove_index (pairs, i);
    }
}

void
stafet_pairs_learn (const GPtrArray *pairs, GHashTable *known)
{
  for (guint i = 0; i < pairs->len && pairs->pdata[i] != NULL; i++)
    {
      const char *pair = pairs->pdata[i];
      gsize length = strcspn (pair, "=");

      g_hash_table_insert (known, g_strndup (pair, length), g_strdup (pair + length + 1));
    }
}

void
stafet_pairs_put (GPtrArray *pairs, const char *key, const char *value)
{
  gsize length = strlen (key);

  value = value != NULL ? value : "";
  for (guint i = 0; i < pairs->len; i++)
    if (strncmp (pairs->pdata[i], key, length) == 0 && ((const char *) pairs->pdata[i])[length] == '=')
      {
        g_free (pairs->pdata[i]);
        pairs->pdata[i] = g_strconcat (key, "=", value, NULL);
        return;
      }
  g_ptr_array_add (pairs, g_strconcat (key, "=", value, NULL));
}

void
stafet_pairs_put_date (GPtrArray *pairs, const char *key, StafetDate date)
{
  char buffer[STAFET_DATE_SIZE];

  stafet_pairs_put (pairs, key, date != STAFET_DATE_NONE ? stafet_date_write (date, buffer) : "");
}
