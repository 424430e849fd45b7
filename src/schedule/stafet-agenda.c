/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the series that a question is about, expands them, and sorts what happens.
 */
#include "stafet-agenda.h"

#include "core/stafet-text.h"
#include "stafet-entry.h"
#include "stafet-expand.h"

#include <string.h>

typedef struct
{
  StafetAgenda *agenda;
  const StafetSnapshot *snapshot;
  const StafetAgendaQuery *query;
  StafetSeries series;
  StafetDate first; /* of the dates of the series to look at, exceptions aside */
} Build;

/* ——— Which entries belong ——— */

static gboolean
house_matches (const StafetAgendaQuery *query, const StafetHouse *house)
{
  if (house == NULL)
    return FALSE;
  return (query->house != NULL && house->parent.uid == query->house)
         || (query->area != NULL && house->area == query->area)
         || (query->houses != NULL && g_hash_table_contains (query->houses, house->parent.uid));
}

gboolean
stafet_agenda_query_takes (const StafetAgendaQuery *query, const StafetHouse *house)
{
  return (query->house == NULL && query->area == NULL && query->houses == NULL)
         || house_matches (query, house);
}

static gboolean
in_house_or_area (const Build *build, const StafetEntry *entry)
{
  if (house_matches (build->query, entry->house)
      || house_matches (build->query, stafet_entry_place_house (build->snapshot, entry)))
    return TRUE;
  for (guint i = 0; i < entry->n_visits; i++)
    if (entry->visits[i].ward != NULL
        && house_matches (build->query, stafet_snapshot_get (build->snapshot, STAFET_KIND_HOUSE,
                                                             entry->visits[i].ward->house)))
      return TRUE;
  return FALSE;
}

static gboolean
in_ward (const StafetAgendaQuery *query, const StafetEntry *entry)
{
  if (entry->ward != NULL && entry->ward->parent.uid == query->ward)
    return TRUE;
  for (guint i = 0; i < entry->n_visits; i++)
    if (entry->visits[i].ward != NULL && entry->visits[i].ward->parent.uid == query->ward)
      return TRUE;
  return FALSE;
}

static gboolean
has_volunteer (const StafetAgendaQuery *query, const StafetEntry *entry)
{
  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      {
        const StafetVolunteer *volunteer = entry->shifts[i].places[j].volunteer;

        if (volunteer != NULL && volunteer->parent.uid == query->volunteer)
          return TRUE;
      }
  return FALSE;
}

static gboolean
in_period (const StafetAgendaQuery *query, const StafetEntry *entry)
{
  StafetDate date = stafet_wall_date (entry->start);

  if (date < query->from)
    return query->under_way && entry->end > stafet_wall_new (query->from, 0);
  return date <= query->to;
}

static gboolean
belongs (const Build *build, const StafetEntry *entry)
{
  const StafetAgendaQuery *query = build->query;

  if (!in_period (query, entry))
    return FALSE;
  if (query->house != NULL || query->area != NULL || query->houses != NULL)
    return in_house_or_area (build, entry);
  if (query->ward != NULL)
    return in_ward (query, entry);
  return query->volunteer == NULL || has_volunteer (query, entry);
}

/* ——— Expanding ——— */

static gboolean
add_date_cb (StafetDate original, gpointer data)
{
  Build *build = data;
  StafetEntry *entry = g_new (StafetEntry, 1);

  stafet_entry_init (entry, build->snapshot, &build->series, original);
  if (belongs (build, entry))
    g_ptr_array_add (build->agenda->entries, entry);
  else
    stafet_entry_free (entry);
  return TRUE;
}

/* Dates outside the period that were moved into it. */
static void
add_moved (Build *build)
{
  const GPtrArray *exceptions =
    stafet_snapshot_index (build->snapshot,
                           build->series.kind == STAFET_KIND_ACTIVITY ? STAFET_INDEX_EXCEPTION_BY_ACTIVITY
                                                                      : STAFET_INDEX_EXCEPTION_BY_SHIFT,
                           build->series.uid);

  for (guint i = 0; i < exceptions->len; i++)
    {
      const StafetException *exception = g_ptr_array_index (exceptions, i);

      if (exception->changes[0] != '\0'
          && (exception->date < build->first || exception->date > build->query->to)
          && stafet_expand_holds (build->series.timing, exception->date))
        add_date_cb (exception->date, build);
    }
}

/* For so many days after its start a date of the series goes on. */
static int
days_on (const StafetTiming *timing)
{
  return stafet_wall_last_date (timing->start, timing->end) - stafet_wall_date (timing->start);
}

static void
add_series (Build *build, gpointer record)
{
  if (!stafet_series_init (&build->series, record))
    return;
  if (build->series.activity != NULL
      && ((build->series.activity->draft && !build->query->drafts)
          || (build->series.activity->calendar != NULL && !build->query->foreign)))
    return;
  build->first = build->query->from - (build->query->under_way ? days_on (build->series.timing) : 0);
  stafet_expand_timing (build->series.timing, build->first, build->query->to, add_date_cb, build);
  add_moved (build);
}

/* ——— Which series to look at ——— */

static void
take (GHashTable *set, gpointer record)
{
  if (record != NULL)
    g_hash_table_add (set, record);
}

static void
take_all (GHashTable *set, const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (set, g_ptr_array_index (records, i));
}

static void
take_ward (const StafetSnapshot *snapshot, GHashTable *set, StafetUid ward)
{
  const GPtrArray *stops = stafet_snapshot_index (snapshot, STAFET_INDEX_STOP_BY_WARD, ward);

  take_all (set, stafet_snapshot_index (snapshot, STAFET_INDEX_ACTIVITY_BY_WARD, ward));
  take_all (set, stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_WARD, ward));
  for (guint i = 0; i < stops->len; i++)
    take (set, stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY,
                                    ((StafetStop *) g_ptr_array_index (stops, i))->activity));
}

static void
take_house (const StafetSnapshot *snapshot, GHashTable *set, StafetUid house)
{
  const GPtrArray *wards = stafet_snapshot_index (snapshot, STAFET_INDEX_WARD_BY_HOUSE, house);
  const GPtrArray *rooms = stafet_snapshot_index (snapshot, STAFET_INDEX_ROOM_BY_HOUSE, house);

  take_all (set, stafet_snapshot_index (snapshot, STAFET_INDEX_ACTIVITY_BY_HOUSE, house));
  take_all (set, stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_HOUSE, house));
  for (guint i = 0; i < wards->len; i++)
    take_ward (snapshot, set, ((StafetRecord *) g_ptr_array_index (wards, i))->uid);
  for (guint i = 0; i < rooms->len; i++)
    {
      StafetUid room = ((StafetRecord *) g_ptr_array_index (rooms, i))->uid;

      take_all (set, stafet_snapshot_index (snapshot, STAFET_INDEX_ACTIVITY_BY_ROOM, room));
      take_all (set, stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ROOM, room));
    }
}

/* The series of a shift: itself, or its activity. */
static void
take_shift (const StafetSnapshot *snapshot, GHashTable *set, StafetUid uid)
{
  StafetShift *shift = stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, uid);

  if (shift != NULL)
    take (set, shift->activity != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, shift->activity)
                                       : shift);
}

static void
take_volunteer (const StafetSnapshot *snapshot, GHashTable *set, StafetUid volunteer)
{
  static const StafetIndex indexes[] = { STAFET_INDEX_STANDING_BY_VOLUNTEER,
                                         STAFET_INDEX_ASSIGNMENT_BY_VOLUNTEER,
                                         STAFET_INDEX_ATTENDANCE_BY_VOLUNTEER };

  for (gsize i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      const GPtrArray *records = stafet_snapshot_index (snapshot, indexes[i], volunteer);

      for (guint j = 0; j < records->len; j++)
        {
          gpointer record = g_ptr_array_index (records, j);
          const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (record), "shift");

          take_shift (snapshot, set, STAFET_FIELD_AT (StafetUid, record, field));
        }
    }
}

/* Single dates may be held elsewhere than their series. */
static void
take_exceptions (const StafetSnapshot *snapshot, GHashTable *set)
{
  const GPtrArray *exceptions = stafet_snapshot_all (snapshot, STAFET_KIND_EXCEPTION);

  for (guint i = 0; i < exceptions->len; i++)
    {
      const StafetException *exception = g_ptr_array_index (exceptions, i);

      if (exception->changes[0] == '\0')
        continue;
      take (set, stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, exception->activity));
      take_shift (snapshot, set, exception->shift);
    }
}

static void
take_houses (const StafetSnapshot *snapshot, GHashTable *set, GHashTable *houses)
{
  GHashTableIter iter;
  gpointer house;

  g_hash_table_iter_init (&iter, houses);
  while (g_hash_table_iter_next (&iter, &house, NULL))
    take_house (snapshot, set, house);
}

static void
take_query (const StafetSnapshot *snapshot, GHashTable *set, const StafetAgendaQuery *query)
{
  if (query->volunteer != NULL)
    {
      take_volunteer (snapshot, set, query->volunteer);
      return;
    }
  take_exceptions (snapshot, set);
  if (query->ward != NULL)
    take_ward (snapshot, set, query->ward);
  else if (query->house != NULL)
    take_house (snapshot, set, query->house);
  else if (query->houses != NULL)
    take_houses (snapshot, set, query->houses);
  else
    {
      const GPtrArray *houses = stafet_snapshot_index (snapshot, STAFET_INDEX_HOUSE_BY_AREA, query->area);

      for (guint i = 0; i < houses->len; i++)
        take_house (snapshot, set, ((StafetRecord *) g_ptr_array_index (houses, i))->uid);
    }
}

static void
build_all (Build *build)
{
  const GPtrArray *activities = stafet_snapshot_all (build->snapshot, STAFET_KIND_ACTIVITY);
  const GPtrArray *shifts = stafet_snapshot_all (build->snapshot, STAFET_KIND_SHIFT);

  for (guint i = 0; i < activities->len; i++)
    add_series (build, g_ptr_array_index (activities, i));
  for (guint i = 0; i < shifts->len; i++)
    add_series (build, g_ptr_array_index (shifts, i));
}

static void
build_query (Build *build)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_direct_hash, g_direct_equal);
  GHashTableIter iter;
  gpointer record;

  take_query (build->snapshot, set, build->query);
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    add_series (build, record);
}

/* ——— The agenda ——— */

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const StafetEntry *x = *(StafetEntry *const *) a, *y = *(StafetEntry *const *) b;
  int order;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  order = stafet_text_compare (x->title, y->title);
  if (order == 0)
    order = strcmp (x->series, y->series);
  return order != 0 ? order : (x->original > y->original) - (x->original < y->original);
}

static StafetAgenda *
agenda_empty (StafetSnapshot *snapshot)
{
  StafetAgenda *self = g_new0 (StafetAgenda, 1);

  self->snapshot = stafet_snapshot_ref (snapshot);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_entry_free);
  return self;
}

StafetAgenda *
stafet_agenda_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query)
{
  StafetAgenda *self = agenda_empty (snapshot);
  Build build = { .agenda = self, .snapshot = snapshot, .query = query };

  if (query->house == NULL && query->ward == NULL && query->area == NULL && query->houses == NULL
      && query->volunteer == NULL)
    build_all (&build);
  else
    build_query (&build);
  g_ptr_array_sort (self->entries, compare_entries);
  return self;
}

void
stafet_agenda_free (StafetAgenda *self)
{
  g_ptr_array_unref (self->entries);
  stafet_snapshot_unref (self->snapshot);
  g_free (self);
}

StafetAgenda *
stafet_agenda_new_occurrence (StafetSnapshot *snapshot, StafetKind kind, StafetUid uid, StafetDate original)
{
  gpointer record = stafet_snapshot_get (snapshot, kind, uid);
  StafetSeries series;
  StafetAgenda *self;
  StafetEntry *entry;

  if (record == NULL || !stafet_series_init (&series, record)
      || !stafet_expand_holds (series.timing, original))
    return NULL;
  self = agenda_empty (snapshot);
  entry = g_new (StafetEntry, 1);
  stafet_entry_init (entry, snapshot, &series, original);
  g_ptr_array_add (self->entries, entry);
  return self;
}

/* ——— Questions about one entry ——— */

StafetHouse *
stafet_entry_place_house (const StafetSnapshot *snapshot, const StafetEntry *entry)
{
  StafetHouse *house = NULL;

  if (entry->ward != NULL)
    house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, entry->ward->house);
  else if (entry->room != NULL)
    house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, entry->room->house);
  return house != NULL ? house : entry->house;
}

int
stafet_entry_missing_from (const StafetEntry *entry, StafetWall now)
{
  int missing = 0;

  for (guint i = 0; entry->status != STAFET_STATUS_CANCELLED && i < entry->n_shifts; i++)
    missing += entry->shifts[i].end > now ? entry->shifts[i].missing : 0;
  return missing;
}

StafetCalendar *
stafet_entry_calendar (const StafetSnapshot *snapshot, const StafetEntry *entry)
{
  return entry->activity != NULL
           ? stafet_snapshot_get (snapshot, STAFET_KIND_CALENDAR, entry->activity->calendar)
           : NULL;
}

int
stafet_entry_missing (const StafetEntry *entry)
{
  return stafet_entry_missing_from (entry, G_MININT32);
}

int
stafet_entry_heads (const StafetEntry *entry)
{
  int heads = 0;

  for (guint i = 0; entry->status != STAFET_STATUS_CANCELLED && i < entry->n_shifts; i++)
    heads += entry->shifts[i].filled;
  return heads;
}

const char *
stafet_entry_reason (const StafetEntry *entry, StafetLanguage language)
{
  return entry->reason_is_msgid ? stafet_i18n_text (language, entry->reason) : entry->reason;
}
