/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for a name among the volunteers.
 */
#include "stafet-named.h"

#include "core/stafet-text.h"
#include "core/stafet-volunteer.h"
#include "core/stafet-words.h"
#include "plan/stafet-references.h"

#include <string.h>

/* So many of those who may be meant are named. */
#define MOST_NAMES 4

/* Who has a name of which a word begins like that: "lis" is Lis Bæk, and not Elise. (transfer container) */
static GPtrArray *
find_called (StafetSnapshot *snapshot, const char *name)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_VOLUNTEER);
  g_autofree char *folded = stafet_text_fold (name), *within = g_strconcat (" ", folded, NULL);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      StafetVolunteer *volunteer = g_ptr_array_index (all, i);
      g_autofree char *called = stafet_text_fold (volunteer->name);

      if (g_str_has_prefix (called, folded) || strstr (called, within) != NULL)
        g_ptr_array_add (found, volunteer);
    }
  return found;
}

/* Why it is not clear who is meant. (transfer full) */
static char *
unclear_words (const GPtrArray *found, const char *name)
{
  const char *names[MOST_NAMES];
  g_autofree char *joined = NULL;

  if (found->len == 0)
    return g_strdup_printf (_ ("No volunteer is called “%s”."), name);
  if (found->len > MOST_NAMES)
    return g_strdup_printf (_ ("%u are called “%s”. Write the whole name."), found->len, name);
  for (guint i = 0; i < found->len; i++)
    names[i] = ((StafetVolunteer *) found->pdata[i])->name;
  joined = stafet_names_join (stafet_i18n_get_language (), names, found->len);
  return g_strdup_printf (_ ("“%s” may be %s. Write the whole name."), name, joined);
}

char *
stafet_named_read (StafetInput *input, StafetSnapshot *snapshot)
{
  g_autofree char *name = g_strstrip (g_strdup (stafet_input_get_text (input))), *problem = NULL;
  g_autoptr (GPtrArray) found = NULL;
  StafetRecord *person;

  if (*name == '\0')
    return g_strdup ("");
  person = stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, name, NULL);
  if (person != NULL)
    return g_strdup (person->uid);
  found = find_called (snapshot, name);
  if (found->len == 1)
    return g_strdup (((StafetRecord *) found->pdata[0])->uid);
  problem = unclear_words (found, name);
  stafet_input_set_problem (input, problem);
  return NULL;
}
