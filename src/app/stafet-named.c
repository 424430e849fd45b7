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

/* NULL and @error when nobody, or more than one, is called so. */
static StafetRecord *
find_one (StafetSnapshot *snapshot, const char *name, GError **error)
{
  StafetRecord *person = stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, name, NULL);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *problem = NULL;

  if (person != NULL)
    return person;
  found = find_called (snapshot, name);
  if (found->len == 1)
    return g_ptr_array_index (found, 0);
  problem = unclear_words (found, name);
  g_set_error_literal (error, STAFET_PLAN_ERROR,
                       found->len == 0 ? STAFET_PLAN_ERROR_UNKNOWN : STAFET_PLAN_ERROR_AMBIGUOUS, problem);
  return NULL;
}

char *
stafet_named_read (StafetInput *input, StafetSnapshot *snapshot)
{
  g_autofree char *name = g_strstrip (g_strdup (stafet_input_get_text (input)));
  g_autoptr (GError) error = NULL;
  StafetRecord *person;

  if (*name == '\0')
    return g_strdup ("");
  person = find_one (snapshot, name, &error);
  if (person != NULL)
    return g_strdup (person->uid);
  stafet_input_set_problem (input, error->message);
  return NULL;
}

static StafetRecord *
find_known (StafetSnapshot *snapshot, const char *name, const GPtrArray *known)
{
  for (guint i = 0; i < known->len; i++)
    {
      StafetVolunteer *person =
        stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, g_ptr_array_index (known, i));

      if (person != NULL && strcmp (person->name, name) == 0)
        return &person->parent;
    }
  return NULL;
}

char *
stafet_named_list (StafetSnapshot *snapshot, const char *names, const GPtrArray *known, char **hint,
                   GError **error)
{
  g_auto (GStrv) texts = g_strsplit (names, ",", -1);
  g_autoptr (GString) uids = g_string_new (NULL);
  g_autoptr (GPtrArray) understood = g_ptr_array_new ();

  for (char **text = texts; *text != NULL; text++)
    {
      StafetRecord *person = find_known (snapshot, g_strstrip (*text), known);

      if (**text == '\0')
        continue;
      if (person == NULL)
        person = find_one (snapshot, *text, error);
      if (person == NULL)
        return NULL;
      g_string_append_printf (uids, "%s%s", uids->len > 0 ? "," : "", person->uid);
      g_ptr_array_add (understood, ((StafetVolunteer *) person)->name);
    }
  if (understood->len > 0)
    *hint =
      stafet_names_join (stafet_i18n_get_language (), (const char **) understood->pdata, understood->len);
  return g_strdup (uids->str);
}
