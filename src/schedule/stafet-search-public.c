/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Leaves out what is nobody else's business.
 */
#include "stafet-search-public.h"

#include "core/stafet-i18n.h"
#include "core/stafet-text.h"

#include <string.h>

#define COMMAND "command"
#define LEAST_OF_A_NAME 3

/* ——— Ids ——— */

char *
stafet_search_hit_id (const StafetSearchHit *hit)
{
  if (hit->record == NULL)
    return g_strconcat (COMMAND ":", hit->data, NULL);
  return g_strconcat (STAFET_RECORD_INFO (hit->record)->name, ":", hit->record->uid, NULL);
}

gboolean
stafet_search_read_id (const char *id, StafetKind *kind, const char **rest)
{
  const char *colon = strchr (id, ':');
  g_autofree char *name = colon != NULL ? g_strndup (id, (gsize) (colon - id)) : g_strdup (id);

  if (colon == NULL)
    return FALSE;
  *rest = colon + 1;
  *kind = STAFET_KIND_NONE;
  if (strcmp (name, COMMAND) == 0)
    return TRUE;
  for (int i = STAFET_KIND_NONE + 1; i < STAFET_N_KINDS; i++)
    if (strcmp (name, stafet_record_info ((StafetKind) i)->name) == 0)
      *kind = (StafetKind) i;
  return *kind != STAFET_KIND_NONE;
}

/* ——— What may be shown ——— */

gboolean
stafet_search_is_public (const StafetSearchHit *hit, gboolean people)
{
  switch (hit->kind)
    {
    case STAFET_KIND_VOLUNTEER:
      return people && !((StafetVolunteer *) hit->record)->protected_;
    case STAFET_KIND_CONTACT:
      return people;
    case STAFET_KIND_ACTIVITY:
      /* What a hall is let for may be somebody's birthday. */
      return ((StafetActivity *) hit->record)->visibility == STAFET_VISIBILITY_PUBLIC;
    default:
      return TRUE;
    }
}

GStrv
stafet_search_public (const StafetSearchIndex *index, const char *const *words, gboolean people, guint most)
{
  g_autofree char *typed = g_strjoinv (" ", (char **) words), *folded = stafet_text_fold (typed);
  /* All of them: those that may not be shown take nobody's place. */
  g_autoptr (GPtrArray) hits = stafet_search (index, typed, G_MAXINT / 8);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  gboolean named = people && g_utf8_strlen (folded, -1) >= LEAST_OF_A_NAME;

  for (guint i = 0, n = 0; i < hits->len && n < most; i++)
    {
      const StafetSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *id = NULL;

      if (!stafet_search_is_public (hit, named))
        continue;
      id = stafet_search_hit_id (hit);
      g_strv_builder_add (ids, id);
      n++;
    }
  return g_strv_builder_end (ids);
}

char *
stafet_search_public_detail (const StafetSearchHit *hit)
{
  const char *kind = hit->record != NULL ? _ (STAFET_RECORD_INFO (hit->record)->title) : _ ("command");

  switch (hit->kind)
    {
    case STAFET_KIND_NONE:
    case STAFET_KIND_ACTIVITY:
    case STAFET_KIND_ROOM:
    case STAFET_KIND_WARD:
      return g_strconcat (kind, *hit->detail != '\0' ? " · " : "", hit->detail, NULL);
    default:
      return g_strdup (kind);
    }
}
