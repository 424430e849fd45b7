/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the dates of one plan against those of another.
 */
#include "stafet-effects.h"

#include "core/stafet-text.h"

#include <string.h>

/* A date of a series, wherever it is held. */
typedef struct
{
  StafetUid series;
  StafetDate original;
} Key;

typedef struct
{
  StafetEffects *effects;
  StafetSnapshot *before, *after;
  StafetWall now;
  GHashTable *found;   /* owned: Key → StafetEntry before; taken out when it is found after */
  GPtrArray *changed;  /* StafetUid of activities and shifts of which some date is otherwise */
  GPtrArray *expected; /* StafetEntry before that somebody expects, and waits for in vain */
} Comparison;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->series) ^ (guint) key->original * 2654435761u;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *one = a, *other = b;

  return one->series == other->series && one->original == other->original;
}

static Key *
key_new (StafetUid series, StafetDate original)
{
  Key *key = g_new (Key, 1);

  key->series = series;
  key->original = original;
  return key;
}

/* ——— Series ——— */

static StafetUid
split_from (const StafetSnapshot *snapshot, StafetKind kind, StafetUid uid)
{
  gpointer record = stafet_snapshot_get (snapshot, kind, uid);

  if (record == NULL)
    return NULL;
  return kind == STAFET_KIND_ACTIVITY ? ((StafetActivity *) record)->split_from
                                      : ((StafetShift *) record)->split_from;
}

/* The series that was there before, which a new one may have taken dates over from. */
static StafetUid
origin_of (const Comparison *c, StafetKind kind, StafetUid uid)
{
  StafetUid origin = uid;

  while (origin != NULL && stafet_snapshot_get (c->before, kind, origin) == NULL)
    origin = split_from (c->after, kind, origin);
  return origin != NULL ? origin : uid;
}

static void
note_changed (Comparison *c, const StafetEntry *entry)
{
  if (!g_ptr_array_find (c->changed, entry->series, NULL))
    g_ptr_array_add (c->changed, (gpointer) entry->series);
  for (guint i = 0; i < entry->n_shifts; i++)
    if (!g_ptr_array_find (c->changed, entry->shifts[i].shift->parent.uid, NULL))
      g_ptr_array_add (c->changed, (gpointer) entry->shifts[i].shift->parent.uid);
}

static void
add_dates (GPtrArray *all, const StafetEntry *entry)
{
  StafetEffectDates *dates = NULL;

  for (guint i = 0; i < all->len && dates == NULL; i++)
    if (((StafetEffectDates *) g_ptr_array_index (all, i))->entry->series == entry->series)
      dates = g_ptr_array_index (all, i);
  if (dates == NULL)
    {
      dates = g_new0 (StafetEffectDates, 1);
      dates->entry = entry;
      g_ptr_array_add (all, dates);
    }
  dates->dates++;
}

/* ——— Shifts of a date that is held before and after ——— */

static void
add_hole (GPtrArray *all, const StafetEntry *entry, const StafetStaffing *staffing, gint32 missing)
{
  StafetEffectHole *hole = NULL;

  for (guint i = 0; i < all->len && hole == NULL; i++)
    if (((StafetEffectHole *) g_ptr_array_index (all, i))->staffing->shift->parent.uid
        == staffing->shift->parent.uid)
      hole = g_ptr_array_index (all, i);
  if (hole == NULL)
    {
      hole = g_new0 (StafetEffectHole, 1);
      hole->entry = entry;
      hole->staffing = staffing;
      g_ptr_array_add (all, hole);
    }
  hole->dates++;
  hole->missing += (guint) missing;
}

static gboolean
is_on (const StafetStaffing *staffing, const StafetVolunteer *volunteer)
{
  for (guint i = 0; staffing != NULL && i < staffing->n_places; i++)
    if (staffing->places[i].volunteer != NULL
        && staffing->places[i].volunteer->parent.uid == volunteer->parent.uid)
      return TRUE;
  return FALSE;
}

static void
add_person (GPtrArray *all, StafetVolunteer *volunteer, const StafetEntry *entry,
            const StafetStaffing *staffing, gboolean joins)
{
  StafetEffectPerson *person;

  for (guint i = 0; i < all->len; i++)
    {
      person = g_ptr_array_index (all, i);
      if (person->volunteer->parent.uid == volunteer->parent.uid && person->joins == joins
          && person->staffing->shift->parent.uid == staffing->shift->parent.uid)
        {
          person->dates++;
          return;
        }
    }
  person = g_new0 (StafetEffectPerson, 1);
  person->volunteer = volunteer;
  person->entry = entry;
  person->staffing = staffing;
  person->dates = 1;
  person->joins = joins;
  g_ptr_array_add (all, person);
}

/* Whoever is on @staffing and not on @other. Returns whether there is anybody. */
static gboolean
add_people (Comparison *c, const StafetEntry *entry, const StafetStaffing *staffing,
            const StafetStaffing *other, gboolean joins)
{
  gboolean any = FALSE;

  for (guint i = 0; i < staffing->n_places; i++)
    {
      StafetVolunteer *volunteer = staffing->places[i].volunteer;

      if (volunteer == NULL || is_on (other, volunteer))
        continue;
      add_person (c->effects->people, volunteer, entry, staffing, joins);
      any = TRUE;
    }
  return any;
}

static const StafetStaffing *
staffing_before (const Comparison *c, const StafetEntry *before, const StafetStaffing *after)
{
  StafetUid uid = origin_of (c, STAFET_KIND_SHIFT, after->shift->parent.uid);

  for (guint i = 0; i < before->n_shifts; i++)
    if (before->shifts[i].shift->parent.uid == uid)
      return &before->shifts[i];
  return NULL;
}

static void
compare_shifts (Comparison *c, const StafetEntry *before, const StafetEntry *after)
{
  gboolean any = FALSE;

  for (guint i = 0; i < after->n_shifts; i++)
    {
      const StafetStaffing *is = &after->shifts[i], *was = staffing_before (c, before, is);
      gint32 more = is->missing - (was != NULL ? was->missing : 0);

      if (is->end <= c->now)
        continue;
      if (more > 0)
        add_hole (c->effects->holes, after, is, more);
      any = add_people (c, after, is, was, TRUE) || any;
      any = (was != NULL && add_people (c, before, was, is, FALSE)) || any;
    }
  if (any)
    note_changed (c, after);
}

/* ——— Dates ——— */

static gboolean
is_held (const StafetEntry *entry)
{
  return entry != NULL && entry->status != STAFET_STATUS_CANCELLED;
}

static gboolean
same_visits (const StafetEntry *before, const StafetEntry *after)
{
  if (before->n_visits != after->n_visits)
    return FALSE;
  for (guint i = 0; i < before->n_visits; i++)
    if (before->visits[i].ward != after->visits[i].ward || before->visits[i].start != after->visits[i].start
        || before->visits[i].end != after->visits[i].end)
      return FALSE;
  return TRUE;
}

static StafetUid
uid_of (gconstpointer record)
{
  return record != NULL ? ((const StafetRecord *) record)->uid : NULL;
}

static gboolean
is_elsewhere (const StafetEntry *before, const StafetEntry *after)
{
  return before->start != after->start || before->end != after->end
         || uid_of (before->room) != uid_of (after->room) || uid_of (before->ward) != uid_of (after->ward)
         || uid_of (before->house) != uid_of (after->house) || !same_visits (before, after);
}

static void
drop (Comparison *c, StafetEntry *before)
{
  add_dates (c->effects->dropped, before);
  g_ptr_array_add (c->expected, before);
  note_changed (c, before);
}

static void
compare_dates (Comparison *c, StafetEntry *before, StafetEntry *after)
{
  if (!is_held (before) && !is_held (after))
    return;
  if (!is_held (after))
    drop (c, before);
  else if (!is_held (before))
    {
      add_dates (c->effects->added, after);
      note_changed (c, after);
      for (guint i = 0; i < after->n_shifts; i++)
        if (after->shifts[i].missing > 0)
          add_hole (c->effects->holes, after, &after->shifts[i], after->shifts[i].missing);
    }
  else
    {
      if (is_elsewhere (before, after))
        {
          add_dates (c->effects->moved, after);
          g_ptr_array_add (c->expected, before);
          note_changed (c, after);
        }
      compare_shifts (c, before, after);
    }
}

static void
take_before (Comparison *c)
{
  const GPtrArray *entries = c->effects->before->entries;

  for (guint i = 0; i < entries->len; i++)
    {
      StafetEntry *entry = g_ptr_array_index (entries, i);

      if (entry->end > c->now)
        g_hash_table_insert (c->found, key_new (entry->series, entry->original), entry);
    }
}

/* What was held outside the days that are looked at, and was moved into them. */
static StafetEntry *
find_moved_in (Comparison *c, StafetUid series, const StafetEntry *after)
{
  g_autoptr (StafetAgenda) agenda = NULL;
  GPtrArray *entries = c->effects->before->entries;

  if (after->status != STAFET_STATUS_MOVED || stafet_snapshot_get (c->before, after->kind, series) == NULL)
    return NULL;
  agenda = stafet_agenda_new_occurrence (c->before, after->kind, series, after->original);
  if (agenda == NULL)
    return NULL;
  g_ptr_array_add (entries, g_ptr_array_steal_index (agenda->entries, 0));
  return g_ptr_array_index (entries, entries->len - 1);
}

static void
take_after (Comparison *c)
{
  const GPtrArray *entries = c->effects->after->entries;

  for (guint i = 0; i < entries->len; i++)
    {
      StafetEntry *entry = g_ptr_array_index (entries, i);
      Key key = { origin_of (c, entry->kind, entry->series), entry->original };
      StafetEntry *before = g_hash_table_lookup (c->found, &key);

      if (before != NULL)
        g_hash_table_remove (c->found, &key);
      else
        before = find_moved_in (c, key.series, entry);
      if (entry->end > c->now)
        compare_dates (c, before, entry);
    }
}

/* A date that was moved out of the days that are looked at is not gone. */
static StafetAgenda *
held_elsewhere (const Comparison *c, const StafetEntry *before)
{
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (c->after, before->kind, before->series, before->original);

  return agenda != NULL && is_held (g_ptr_array_index (agenda->entries, 0)) ? g_steal_pointer (&agenda)
                                                                            : NULL;
}

/* What of @before was not there after, in order of time. */
static void
take_gone (Comparison *c)
{
  const GPtrArray *entries = c->effects->before->entries;

  for (guint i = 0; i < entries->len; i++)
    {
      StafetEntry *entry = g_ptr_array_index (entries, i);
      Key key = { entry->series, entry->original };
      g_autoptr (StafetAgenda) elsewhere = NULL;

      if (!is_held (entry) || !g_hash_table_contains (c->found, &key))
        continue;
      elsewhere = held_elsewhere (c, entry);
      if (elsewhere == NULL)
        drop (c, entry);
      else
        {
          /* The agenda after keeps it for those who borrow it. */
          g_ptr_array_add (c->effects->after->entries, g_ptr_array_steal_index (elsewhere->entries, 0));
          compare_dates (c, entry,
                         g_ptr_array_index (c->effects->after->entries, c->effects->after->entries->len - 1));
        }
    }
}

/* ——— Order ——— */

static int
compare_first_dates (gconstpointer a, gconstpointer b)
{
  const StafetEffectDates *one = *(StafetEffectDates *const *) a, *other = *(StafetEffectDates *const *) b;

  if (one->entry->start != other->entry->start)
    return one->entry->start < other->entry->start ? -1 : 1;
  return strcmp (one->entry->series, other->entry->series);
}

static int
compare_holes (gconstpointer a, gconstpointer b)
{
  const StafetEffectHole *one = *(StafetEffectHole *const *) a, *other = *(StafetEffectHole *const *) b;

  if (one->missing != other->missing)
    return one->missing > other->missing ? -1 : 1;
  if (one->staffing->start != other->staffing->start)
    return one->staffing->start < other->staffing->start ? -1 : 1;
  return strcmp (one->staffing->shift->parent.uid, other->staffing->shift->parent.uid);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const StafetEffectPerson *one = *(StafetEffectPerson *const *) a, *other = *(StafetEffectPerson *const *) b;
  int order = stafet_text_compare (one->volunteer->name, other->volunteer->name);

  if (order != 0)
    return order;
  if (one->joins != other->joins)
    return one->joins ? 1 : -1;
  if (one->entry->start != other->entry->start)
    return one->entry->start < other->entry->start ? -1 : 1;
  return strcmp (one->staffing->shift->parent.uid, other->staffing->shift->parent.uid);
}

/* ——— All ——— */

static StafetEffects *
effects_alloc (void)
{
  StafetEffects *self = g_new0 (StafetEffects, 1);

  self->dropped = g_ptr_array_new_with_free_func (g_free);
  self->moved = g_ptr_array_new_with_free_func (g_free);
  self->added = g_ptr_array_new_with_free_func (g_free);
  self->holes = g_ptr_array_new_with_free_func (g_free);
  self->people = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
sort (StafetEffects *self)
{
  g_ptr_array_sort (self->dropped, compare_first_dates);
  g_ptr_array_sort (self->moved, compare_first_dates);
  g_ptr_array_sort (self->added, compare_first_dates);
  g_ptr_array_sort (self->holes, compare_holes);
  g_ptr_array_sort (self->people, compare_people);
}

StafetEffects *
stafet_effects_new (StafetSnapshot *before, StafetSnapshot *after, const StafetAgendaQuery *query,
                    StafetWall now)
{
  StafetEffects *self = effects_alloc ();
  g_autoptr (GHashTable) found = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);
  g_autoptr (GPtrArray) changed = g_ptr_array_new (), expected = g_ptr_array_new ();
  Comparison c = { self, before, after, now, found, changed, expected };

  self->before = stafet_agenda_new (before, query);
  self->after = stafet_agenda_new (after, query);
  take_before (&c);
  take_after (&c);
  take_gone (&c);
  self->overlaps = stafet_overlap_find (before, after, changed, query->from, query->to, TRUE);
  self->calls = stafet_call_list_new_dates (before, expected);
  sort (self);
  return self;
}

void
stafet_effects_free (StafetEffects *self)
{
  stafet_call_list_free (self->calls);
  g_array_unref (self->overlaps);
  g_ptr_array_unref (self->dropped);
  g_ptr_array_unref (self->moved);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->holes);
  g_ptr_array_unref (self->people);
  stafet_agenda_free (self->before);
  stafet_agenda_free (self->after);
  g_free (self);
}

gboolean
stafet_effects_are_none (const StafetEffects *self)
{
  return self->dropped->len + self->moved->len + self->added->len + self->holes->len + self->people->len
           + self->overlaps->len
         == 0;
}
