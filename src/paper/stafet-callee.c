/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers the places of an agenda by who holds them.
 */
#include "stafet-callee.h"

#include "core/stafet-text.h"

#include <string.h>

static void
callee_free (gpointer data)
{
  StafetCallee *callee = data;

  g_array_unref (callee->dates);
  g_free (callee);
}

static gboolean
holds (const StafetCallee *callee, const StafetPlace *place)
{
  if (place->volunteer != NULL)
    return callee->volunteer == place->volunteer;
  if (place->organiser != NULL)
    return callee->organiser == place->organiser;
  return callee->guest != NULL && strcmp (callee->guest, place->guest) == 0;
}

static StafetCallee *
find_callee (GPtrArray *callees, const StafetPlace *place)
{
  StafetCallee *callee;

  for (guint i = 0; i < callees->len; i++)
    if (holds (g_ptr_array_index (callees, i), place))
      return g_ptr_array_index (callees, i);
  callee = g_new0 (StafetCallee, 1);
  callee->volunteer = place->volunteer;
  callee->organiser = place->organiser;
  if (place->volunteer == NULL && place->organiser == NULL)
    callee->guest = place->guest;
  callee->dates = g_array_new (FALSE, FALSE, sizeof (StafetCalleeDate));
  g_ptr_array_add (callees, callee);
  return callee;
}

static const char *
name_of (const StafetCallee *callee)
{
  if (callee->volunteer != NULL)
    return callee->volunteer->name;
  return callee->organiser != NULL ? callee->organiser->name : callee->guest;
}

static int
compare_callees (gconstpointer a, gconstpointer b)
{
  const StafetCallee *x = *(StafetCallee *const *) a, *y = *(StafetCallee *const *) b;
  gboolean x_last = x->volunteer != NULL && x->volunteer->protected_;
  gboolean y_last = y->volunteer != NULL && y->volunteer->protected_;

  if (x_last != y_last)
    return x_last ? 1 : -1;
  /* The order of protected people must not tell their names. */
  if (x_last)
    return strcmp (x->volunteer->parent.uid, y->volunteer->parent.uid);
  return stafet_text_compare (name_of (x), name_of (y));
}

GPtrArray *
stafet_callees_new (const StafetAgenda *agenda)
{
  GPtrArray *callees = g_ptr_array_new_with_free_func (callee_free);

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      for (guint j = 0; j < entry->n_shifts; j++)
        for (guint k = 0; k < entry->shifts[j].n_places; k++)
          {
            StafetCalleeDate date = { entry, &entry->shifts[j], &entry->shifts[j].places[k] };

            g_array_append_val (find_callee (callees, date.place)->dates, date);
          }
    }
  g_ptr_array_sort (callees, compare_callees);
  return callees;
}
