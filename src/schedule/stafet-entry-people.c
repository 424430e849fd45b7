/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names at a level, holes in numbers, and whom to ring.
 */
#include "stafet-entry-people.h"

#include <string.h>

/* ——— Who is promised ——— */

gboolean
stafet_place_is_promised (const StafetPlace *place)
{
  return stafet_place_is_filled (place);
}

static gboolean
is_repeated (const GPtrArray *places, const StafetPlace *place)
{
  for (guint i = 0; place->volunteer != NULL && i < places->len; i++)
    if (((StafetPlace *) g_ptr_array_index (places, i))->volunteer == place->volunteer)
      return TRUE;
  return FALSE;
}

GPtrArray *
stafet_entry_promised (const StafetEntry *entry, const StafetStaffing *shift)
{
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      {
        StafetPlace *place = &entry->shifts[i].places[j];

        if ((shift == NULL || shift == &entry->shifts[i]) && stafet_place_is_promised (place)
            && !is_repeated (places, place))
          g_ptr_array_add (places, place);
      }
  return places;
}

/* ——— Names ——— */

static void
append_first_word (GString *out, const char *text)
{
  g_string_append_len (out, text, (gssize) strcspn (text, " \t\n"));
}

static void
append_volunteer (GString *out, StafetLanguage language, const StafetVolunteer *volunteer,
                  StafetNamesLevel names)
{
  if (volunteer->protected_)
    g_string_append (out, stafet_i18n_text (language, N_ ("Volunteer")));
  else if (names == STAFET_NAMES_FULL)
    g_string_append (out, volunteer->name);
  else if (volunteer->short_name[0] != '\0')
    g_string_append (out, volunteer->short_name);
  else
    append_first_word (out, volunteer->name);
}

void
stafet_place_append_name (GString *out, StafetLanguage language, const StafetPlace *place,
                          StafetNamesLevel names)
{
  if (place->volunteer != NULL)
    append_volunteer (out, language, place->volunteer, names);
  else if (place->organiser != NULL)
    g_string_append (out, place->organiser->name);
  else if (names == STAFET_NAMES_FULL)
    g_string_append (out, place->guest);
  else
    append_first_word (out, place->guest);
}

void
stafet_contact_append_name (GString *out, const StafetContact *contact, StafetNamesLevel names)
{
  if (contact->is_public || names == STAFET_NAMES_FULL)
    g_string_append (out, contact->name);
  else if (names == STAFET_NAMES_FIRST)
    append_first_word (out, contact->name);
  else
    g_string_append (out, contact->role);
}

/* ——— Holes ——— */

void
stafet_entry_count_holes (const StafetEntry *entry, StafetEntryHoles *holes)
{
  *holes = (StafetEntryHoles){ 0 };
  for (guint i = 0; i < entry->n_shifts; i++)
    {
      const StafetStaffing *shift = &entry->shifts[i];
      int rest = MAX (0, shift->missing - shift->asked);
      /* Who has a place of their own there may be away for a day: a place that nobody has is looked for
       * otherwise, unless the date is said to be looked for and has no other. */
      int temporary = MIN (rest, MAX (shift->temporary, shift->looking ? 1 : 0));

      holes->asked += shift->asked;
      holes->permanent += rest - temporary;
      if (shift->looking || shift->n_away > 0)
        holes->stand_ins += temporary;
      else
        holes->others += temporary;
    }
}

/* ——— Whom to ring ——— */

const StafetContact *
stafet_house_public_contact (const StafetSnapshot *snapshot, StafetUid house)
{
  const GPtrArray *contacts = stafet_snapshot_index (snapshot, STAFET_INDEX_CONTACT_BY_HOUSE, house);

  for (guint i = 0; i < contacts->len; i++)
    if (((StafetContact *) g_ptr_array_index (contacts, i))->is_public)
      return g_ptr_array_index (contacts, i);
  return NULL;
}

const char *
stafet_house_public_number (const StafetSnapshot *snapshot, const StafetHouse *house)
{
  const StafetContact *contact = stafet_house_public_contact (snapshot, house->parent.uid);

  return contact != NULL && contact->phone[0] != '\0' ? contact->phone : house->phone;
}
