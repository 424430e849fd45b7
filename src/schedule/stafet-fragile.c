/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at each date that one person fills for somebody else who can.
 */
#include "stafet-fragile.h"

#include "core/stafet-text.h"
#include "stafet-eligibility.h"

typedef struct
{
  StafetSnapshot *snapshot;
  StafetFragile *fragile;
  StafetWall now;
  GHashTable *moved;  /* stafet_turns_find_moved()'s */
  GArray *turns;      /* of the volunteer at hand */
  GHashTable *shifts; /* char *: shift and volunteer → StafetFragileShift */
  GHashTable *leads;  /* StafetUid → StafetFragileLead */
  guint hint;         /* who could the last time is asked first */
} Look;

static void
lead_free (gpointer data)
{
  g_ptr_array_unref (((StafetFragileLead *) data)->entries);
  g_free (data);
}

/* ——— One date ——— */

/* Who alone is there; NULL when nobody is, or more are. */
static StafetVolunteer *
only_one (const StafetStaffing *staffing)
{
  StafetVolunteer *found = NULL;

  if (staffing->filled != 1)
    return NULL;
  for (guint i = 0; i < staffing->n_places; i++)
    if (staffing->places[i].state != STAFET_PLACE_ASKED)
      found = staffing->places[i].volunteer;
  return found;
}

/* Whoever is asked already can, too. */
static gboolean
can (Look *look, StafetNeed *need, const StafetVolunteer *volunteer)
{
  StafetFitness fitness;

  stafet_fitness_judge (need, volunteer, &fitness);
  if ((fitness.hindrances & ~(guint) STAFET_HINDRANCE_ALREADY) != 0)
    return FALSE;
  g_array_set_size (look->turns, 0);
  stafet_fitness_add_turns (look->snapshot, look->moved, volunteer, stafet_wall_date (need->start),
                            stafet_wall_date (need->end), look->turns);
  stafet_fitness_judge_turns (need, volunteer, look->turns, &fitness);
  return (fitness.hindrances & ~(guint) STAFET_HINDRANCE_ALREADY) == 0;
}

static gboolean
somebody_else_can (Look *look, const StafetEntry *entry, const StafetStaffing *staffing,
                   const StafetVolunteer *only)
{
  const GPtrArray *volunteers = stafet_snapshot_all (look->snapshot, STAFET_KIND_VOLUNTEER);
  g_auto (StafetNeed) need;

  stafet_need_init (&need, look->snapshot, entry, staffing);
  for (guint i = 0; i < volunteers->len; i++)
    {
      guint at = (look->hint + i) % volunteers->len;
      const StafetVolunteer *volunteer = g_ptr_array_index (volunteers, at);

      if (volunteer == only || !can (look, &need, volunteer))
        continue;
      look->hint = at;
      return TRUE;
    }
  return FALSE;
}

static void
look_at_shift (Look *look, const StafetEntry *entry, const StafetStaffing *staffing)
{
  StafetVolunteer *only = staffing->end > look->now ? only_one (staffing) : NULL;
  g_autofree char *key = NULL;
  StafetFragileShift *shift;

  if (only == NULL || somebody_else_can (look, entry, staffing, only))
    return;
  key = g_strdup_printf ("%s %s", staffing->shift->parent.uid, only->parent.uid);
  shift = g_hash_table_lookup (look->shifts, key);
  if (shift == NULL)
    {
      shift = g_new0 (StafetFragileShift, 1);
      shift->volunteer = only;
      shift->entry = entry;
      shift->staffing = staffing;
      g_hash_table_insert (look->shifts, g_steal_pointer (&key), shift);
      g_ptr_array_add (look->fragile->shifts, shift);
    }
  shift->dates++;
}

/* ——— Leaders ——— */

static gboolean
is_named (const GPtrArray *entries, StafetUid series)
{
  for (guint i = 0; i < entries->len; i++)
    if (((StafetEntry *) entries->pdata[i])->series == series)
      return TRUE;
  return FALSE;
}

static void
look_at_lead (Look *look, StafetEntry *entry)
{
  StafetUid uid = entry->activity != NULL ? entry->activity->lead : NULL;
  StafetVolunteer *volunteer =
    uid != NULL ? stafet_snapshot_get (look->snapshot, STAFET_KIND_VOLUNTEER, uid) : NULL;
  StafetFragileLead *lead = volunteer != NULL ? g_hash_table_lookup (look->leads, uid) : NULL;

  if (volunteer == NULL)
    return;
  if (lead == NULL)
    {
      lead = g_new0 (StafetFragileLead, 1);
      lead->volunteer = volunteer;
      lead->entries = g_ptr_array_new ();
      g_hash_table_insert (look->leads, (gpointer) uid, lead);
    }
  if (!is_named (lead->entries, entry->series))
    g_ptr_array_add (lead->entries, entry);
}

/* One activity has one leader: that is no trouble. */
static void
take_leads (Look *look)
{
  GHashTableIter iter;
  gpointer lead;

  g_hash_table_iter_init (&iter, look->leads);
  while (g_hash_table_iter_next (&iter, NULL, &lead))
    if (((StafetFragileLead *) lead)->entries->len > 1)
      g_ptr_array_add (look->fragile->leads, lead);
    else
      lead_free (lead);
}

/* ——— In order ——— */

static int
compare_shifts (gconstpointer a, gconstpointer b)
{
  const StafetFragileShift *one = *(StafetFragileShift *const *) a, *other = *(StafetFragileShift *const *) b;

  if (one->dates != other->dates)
    return one->dates > other->dates ? -1 : 1;
  if (one->staffing->start != other->staffing->start)
    return one->staffing->start < other->staffing->start ? -1 : 1;
  return stafet_text_compare (one->entry->title, other->entry->title);
}

static int
compare_leads (gconstpointer a, gconstpointer b)
{
  const StafetFragileLead *one = *(StafetFragileLead *const *) a, *other = *(StafetFragileLead *const *) b;

  if (one->entries->len != other->entries->len)
    return one->entries->len > other->entries->len ? -1 : 1;
  return stafet_text_compare (one->volunteer->name, other->volunteer->name);
}

StafetFragile *
stafet_fragile_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetWall now)
{
  StafetFragile *self = g_new0 (StafetFragile, 1);
  g_autoptr (GHashTable) shifts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) leads = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (StafetTurn));
  g_autoptr (GHashTable) moved = stafet_turns_find_moved (snapshot);
  Look look = { snapshot, self, now, moved, turns, shifts, leads, 0 };

  self->agenda = stafet_agenda_new (snapshot, query);
  self->shifts = g_ptr_array_new_with_free_func (g_free);
  self->leads = g_ptr_array_new_with_free_func (lead_free);
  for (guint i = 0; i < self->agenda->entries->len; i++)
    {
      StafetEntry *entry = g_ptr_array_index (self->agenda->entries, i);

      if (entry->status == STAFET_STATUS_CANCELLED || entry->end <= now)
        continue;
      look_at_lead (&look, entry);
      for (guint j = 0; j < entry->n_shifts; j++)
        look_at_shift (&look, entry, &entry->shifts[j]);
    }
  take_leads (&look);
  g_ptr_array_sort (self->shifts, compare_shifts);
  g_ptr_array_sort (self->leads, compare_leads);
  return self;
}

void
stafet_fragile_free (StafetFragile *self)
{
  g_ptr_array_unref (self->shifts);
  g_ptr_array_unref (self->leads);
  stafet_agenda_free (self->agenda);
  g_free (self);
}

/* ——— In words ——— */

char *
stafet_fragile_shift_words (const StafetFragileShift *shift)
{
  return g_strdup_printf (ngettext_ ("Only %1$s can · %2$u time", "Only %1$s can · %2$u times", shift->dates),
                          shift->volunteer->name, shift->dates);
}

char *
stafet_fragile_lead_words (const StafetFragileLead *lead)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < lead->entries->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "",
                            ((StafetEntry *) lead->entries->pdata[i])->title);
  return g_strdup_printf (
    ngettext_ ("Leads %1$u activity: %2$s", "Leads %1$u activities: %2$s", lead->entries->len),
    lead->entries->len, titles->str);
}
