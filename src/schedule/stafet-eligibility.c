/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds volunteers against one shift, cheap rules first.
 */
#include "stafet-eligibility.h"

#include "core/stafet-text.h"
#include "stafet-postcodes.h"

#include <string.h>

#define MEMORY_DAYS 56
#define LONGEST_REST_DAYS 7

/* ——— When ——— */

gboolean
stafet_availability_holds (const StafetAvailability *window, StafetWall start, StafetWall end)
{
  for (int back = 0; back <= 1; back++)
    {
      StafetDate day = stafet_wall_date (start) - back;
      StafetWall midnight = stafet_wall_new (day, 0);

      if ((int) stafet_date_weekday (day) == window->weekday
          && (window->weeks == STAFET_PARITY_NONE
              || (stafet_date_iso_week (day, NULL) % 2 == 0) == (window->weeks == STAFET_PARITY_EVEN))
          && midnight + window->from_minute <= start && end <= midnight + window->to_minute)
        return TRUE;
    }
  return FALSE;
}

static void
judge_times (const StafetNeed *need, const StafetVolunteer *volunteer, StafetFitness *fitness)
{
  const GPtrArray *windows =
    stafet_snapshot_index (need->snapshot, STAFET_INDEX_AVAILABILITY_BY_VOLUNTEER, volunteer->parent.uid);

  for (guint i = 0; i < windows->len; i++)
    {
      const StafetAvailability *window = g_ptr_array_index (windows, i);

      if (!stafet_availability_holds (window, need->start, need->end))
        continue;
      fitness->available = TRUE;
      fitness->preferred = fitness->preferred || window->preferred;
    }
  fitness->ask_first = volunteer->by_agreement || windows->len == 0;
  if (!fitness->available && !fitness->ask_first)
    fitness->hindrances |= STAFET_HINDRANCE_NOT_AVAILABLE;
}

static void
judge_status (const StafetNeed *need, const StafetVolunteer *volunteer, StafetFitness *fitness)
{
  if (!stafet_staffing_is_absent (need->snapshot, volunteer, need->start, need->end, NULL))
    return;
  if (stafet_volunteer_has_stopped (volunteer, stafet_wall_date (need->start)))
    fitness->hindrances |= STAFET_HINDRANCE_STOPPED;
  else if (stafet_volunteer_is_paused (volunteer, stafet_wall_date (need->start)))
    fitness->hindrances |= STAFET_HINDRANCE_PAUSED;
  else
    fitness->hindrances |= STAFET_HINDRANCE_ABSENT;
}

/* ——— What she can and may ——— */

/* Skills are written by hand, in few spellings: each is folded once. */
static gboolean
is_skill (StafetNeed *need, const char *text)
{
  gpointer known;
  g_autofree char *folded = NULL;
  gboolean same;

  if (g_hash_table_lookup_extended (need->skills, text, NULL, &known))
    return GPOINTER_TO_INT (known);
  folded = stafet_text_fold (text);
  same = strcmp (folded, need->skill) == 0;
  g_hash_table_insert (need->skills, (gpointer) text, GINT_TO_POINTER (same));
  return same;
}

static gboolean
has_skill (StafetNeed *need, const StafetVolunteer *volunteer)
{
  const GPtrArray *skills =
    stafet_snapshot_index (need->snapshot, STAFET_INDEX_SKILL_BY_VOLUNTEER, volunteer->parent.uid);

  if (need->skill[0] == '\0')
    return TRUE;
  for (guint i = 0; i < skills->len; i++)
    if (is_skill (need, ((StafetSkill *) g_ptr_array_index (skills, i))->skill))
      return TRUE;
  return FALSE;
}

/* ——— Where ——— */

static void
add_house (GPtrArray *houses, StafetUid house)
{
  if (house != NULL && !g_ptr_array_find (houses, house, NULL))
    g_ptr_array_add (houses, (gpointer) house);
}

static void
add_house_of_ward (GPtrArray *houses, const StafetSnapshot *snapshot, StafetUid uid)
{
  const StafetWard *ward = stafet_snapshot_get (snapshot, STAFET_KIND_WARD, uid);

  if (ward != NULL)
    add_house (houses, ward->house);
}

GPtrArray *
stafet_series_houses (const StafetSnapshot *snapshot, const StafetSeries *series)
{
  GPtrArray *houses = g_ptr_array_new ();
  const StafetRoom *room = stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, series->room);
  const GPtrArray *stops = stafet_snapshot_index (snapshot, STAFET_INDEX_STOP_BY_ACTIVITY, series->uid);

  add_house (houses, series->house);
  add_house_of_ward (houses, snapshot, series->ward);
  if (room != NULL)
    add_house (houses, room->house);
  for (guint i = 0; i < stops->len; i++)
    add_house_of_ward (houses, snapshot, ((StafetStop *) g_ptr_array_index (stops, i))->ward);
  return houses;
}

/* Also where this one date has gone. */
static void
find_houses (StafetNeed *need)
{
  gpointer record = stafet_snapshot_get (need->snapshot, need->entry->kind, need->entry->series);
  StafetSeries series;

  need->houses = record != NULL && stafet_series_init (&series, record)
                   ? stafet_series_houses (need->snapshot, &series)
                   : g_ptr_array_new ();
  if (need->house != NULL)
    add_house (need->houses, need->house->parent.uid);
}

StafetHouse *
stafet_volunteer_lender (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer,
                         const GPtrArray *houses)
{
  const GPtrArray *links =
    stafet_snapshot_index (snapshot, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, volunteer->parent.uid);
  StafetHouse *lender = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (links, i);

      if (link->relation == STAFET_VOLUNTEER_HOUSE_BLOCKED)
        continue;
      if (g_ptr_array_find ((GPtrArray *) houses, link->house, NULL))
        return NULL;
      if (lender == NULL)
        lender = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, link->house);
    }
  return lender;
}

void
stafet_fitness_judge_house (const StafetNeed *need, const StafetVolunteer *volunteer, StafetFitness *fitness)
{
  const GPtrArray *houses =
    stafet_snapshot_index (need->snapshot, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, volunteer->parent.uid);

  for (guint i = 0; i < houses->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (houses, i);

      gboolean blocked = link->relation == STAFET_VOLUNTEER_HOUSE_BLOCKED;

      if (!g_ptr_array_find (need->houses, link->house, NULL))
        continue;
      if (blocked)
        fitness->hindrances |= STAFET_HINDRANCE_BLOCKED;
      else
        fitness->home = TRUE;
    }
  if (!fitness->home && need->house != NULL)
    fitness->lender = stafet_volunteer_lender (need->snapshot, volunteer, need->houses);
  if (!fitness->home && volunteer->only_these_houses)
    fitness->hindrances |= STAFET_HINDRANCE_BLOCKED;
  fitness->metres =
    need->house != NULL
      ? stafet_postcodes_distance ((StafetSpot){ volunteer->coordinates, volunteer->postcode },
                                   (StafetSpot){ need->house->coordinates, need->house->postcode })
      : STAFET_DISTANCE_UNKNOWN;
  if (!fitness->home && volunteer->radius_km != STAFET_INTEGER_NONE
      && fitness->metres > volunteer->radius_km * 1000)
    fitness->hindrances |= STAFET_HINDRANCE_TOO_FAR;
}

/* ——— With whom ——— */

static void
judge_place (const StafetNeed *need, const StafetVolunteer *volunteer, StafetFitness *fitness)
{
  const StafetStaffing *staffing = need->staffing;
  const GPtrArray *dated =
    stafet_snapshot_index (need->snapshot, STAFET_INDEX_ASSIGNMENT_BY_VOLUNTEER, volunteer->parent.uid);

  for (guint i = 0; i < staffing->n_places; i++)
    if (staffing->places[i].volunteer == volunteer)
      {
        fitness->if_needed = staffing->places[i].state == STAFET_PLACE_IF_NEEDED;
        if (!fitness->if_needed)
          fitness->hindrances |= STAFET_HINDRANCE_ALREADY;
      }
  if (dated->len == 0)
    return;
  for (guint i = stafet_snapshot_first_on (dated, need->entry->original); i < dated->len; i++)
    {
      const StafetAssignment *row = g_ptr_array_index (dated, i);

      if (row->date != need->entry->original)
        break;
      if (row->shift != staffing->shift->parent.uid || row->state != STAFET_ASSIGNMENT_DECLINED)
        continue;
      fitness->hindrances |= STAFET_HINDRANCE_DECLINED;
      fitness->refused = row->borrowed == STAFET_BORROWED_REFUSED;
    }
}

static StafetVolunteer *
on_shift (const StafetNeed *need, StafetUid uid)
{
  for (guint i = 0; i < need->staffing->n_places; i++)
    if (need->staffing->places[i].volunteer != NULL && need->staffing->places[i].volunteer->parent.uid == uid)
      return need->staffing->places[i].volunteer;
  return NULL;
}

static void
judge_company (const StafetNeed *need, const StafetVolunteer *volunteer, StafetFitness *fitness)
{
  StafetUid uid = volunteer->parent.uid;
  const GPtrArray *links = stafet_snapshot_index (need->snapshot, STAFET_INDEX_PARTNER_BY_VOLUNTEER, uid);
  gboolean apart = g_hash_table_contains (need->apart, uid);

  fitness->partner = g_hash_table_lookup (need->partners, uid);
  for (guint i = 0; i < links->len; i++)
    {
      const StafetPartner *link = g_ptr_array_index (links, i);

      if (link->relation == STAFET_PARTNER_APART)
        apart = apart || g_hash_table_contains (need->present, link->other);
      else if (fitness->partner == NULL)
        fitness->partner = on_shift (need, link->other);
    }
  if (apart)
    fitness->hindrances |= STAFET_HINDRANCE_APART;
}

/* What does not count against whoever said that she takes this very date if nobody else can. */
#define SHE_SAID_SO (STAFET_HINDRANCE_NOT_AVAILABLE | STAFET_HINDRANCE_BLOCKED | STAFET_HINDRANCE_TOO_FAR)

void
stafet_fitness_judge (StafetNeed *need, const StafetVolunteer *volunteer, StafetFitness *fitness)
{
  memset (fitness, 0, sizeof *fitness);
  judge_place (need, volunteer, fitness);
  judge_status (need, volunteer, fitness);
  judge_times (need, volunteer, fitness);
  stafet_fitness_judge_house (need, volunteer, fitness);
  judge_company (need, volunteer, fitness);
  if (!has_skill (need, volunteer))
    fitness->hindrances |= STAFET_HINDRANCE_SKILL;
  if (need->staffing->shift->check
      && !stafet_volunteer_is_checked (volunteer, stafet_wall_date (need->start)))
    fitness->hindrances |= STAFET_HINDRANCE_CHECK;
  if (fitness->if_needed)
    fitness->hindrances &= ~SHE_SAID_SO;
}

/* ——— Her other shifts ——— */

typedef struct
{
  int day, week, month;
} Counts;

static StafetDate
month_begin (StafetDate date)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  return date - day + 1;
}

static gboolean
is_this_shift (const StafetNeed *need, const StafetTurn *turn)
{
  return turn->shift->parent.uid == need->staffing->shift->parent.uid
         && turn->original == need->entry->original;
}

static void
count_turn (const StafetNeed *need, const StafetTurn *turn, Counts *counts, StafetFitness *fitness)
{
  StafetDate date = stafet_wall_date (need->start), other = stafet_wall_date (turn->start);
  StafetDate monday = stafet_date_monday (date);

  if (turn->if_needed)
    return;
  counts->day += other == date;
  counts->week += other >= monday && other < monday + 7;
  counts->month += month_begin (other) == month_begin (date);
  fitness->recent += other >= monday - MEMORY_DAYS && other < monday + 7;
}

static gboolean
breaks_rest (const StafetNeed *need, const StafetTurn *turn, int rest)
{
  StafetWall gap = turn->start < need->start ? need->start - turn->end : turn->start - need->end;

  return stafet_wall_date (turn->start) != stafet_wall_date (need->start) && gap < rest;
}

/* Where a shift is, as far as its series says. */
static StafetUid
house_of (const StafetSnapshot *snapshot, const StafetTurn *turn)
{
  StafetRecord *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, turn->shift->activity);
  StafetSeries series;
  const StafetWard *ward;

  if (!stafet_series_init (&series, activity != NULL ? (gpointer) activity : turn->shift))
    return NULL;
  ward = stafet_snapshot_get (snapshot, STAFET_KIND_WARD, series.ward);
  return ward != NULL ? ward->house : series.house;
}

static gboolean
leaves_no_time_to_travel (const StafetNeed *need, const StafetTurn *turn)
{
  StafetWall gap = turn->start < need->start ? need->start - turn->end : turn->start - need->end;

  return gap < STAFET_TRAVEL_MINUTES && need->house != NULL
         && house_of (need->snapshot, turn) != need->house->parent.uid;
}

static void
judge_caps (const StafetVolunteer *volunteer, const Counts *counts, StafetFitness *fitness)
{
  if (volunteer->per_day != STAFET_INTEGER_NONE && counts->day >= volunteer->per_day)
    fitness->hindrances |= STAFET_HINDRANCE_CAP_DAY;
  if (volunteer->per_week != STAFET_INTEGER_NONE && counts->week >= volunteer->per_week)
    fitness->hindrances |= STAFET_HINDRANCE_CAP_WEEK;
  if (volunteer->per_month != STAFET_INTEGER_NONE && counts->month >= volunteer->per_month)
    fitness->hindrances |= STAFET_HINDRANCE_CAP_MONTH;
}

void
stafet_fitness_add_turns (const StafetSnapshot *snapshot, GHashTable *moved, const StafetVolunteer *volunteer,
                          StafetDate from, StafetDate to, GArray *turns)
{
  stafet_turns_add_all (snapshot, moved, volunteer, stafet_date_monday (from) - MEMORY_DAYS,
                        MAX (to + LONGEST_REST_DAYS, month_begin (to) + 31), turns);
}

void
stafet_fitness_judge_turns (const StafetNeed *need, const StafetVolunteer *volunteer, const GArray *turns,
                            StafetFitness *fitness)
{
  Counts counts = { 0 };

  for (guint i = 0; i < turns->len; i++)
    {
      const StafetTurn *turn = &g_array_index (turns, StafetTurn, i);

      if (is_this_shift (need, turn))
        continue;
      count_turn (need, turn, &counts, fitness);
      if (turn->start < need->end && need->start < turn->end)
        {
          fitness->hindrances |= STAFET_HINDRANCE_OVERLAP;
          fitness->overlap = *turn;
        }
      else if (breaks_rest (need, turn, volunteer->rest_minutes))
        fitness->hindrances |= STAFET_HINDRANCE_REST;
      else if (leaves_no_time_to_travel (need, turn))
        {
          fitness->hindrances |= STAFET_HINDRANCE_TRAVEL;
          fitness->away = *turn;
        }
    }
  judge_caps (volunteer, &counts, fitness);
}

/* ——— The need ——— */

/* Notes a person on the date, and whom she names. */
static void
note_person (StafetNeed *need, StafetVolunteer *volunteer, gboolean same_shift)
{
  const GPtrArray *links =
    stafet_snapshot_index (need->snapshot, STAFET_INDEX_PARTNER_BY_VOLUNTEER, volunteer->parent.uid);

  g_hash_table_add (need->present, (gpointer) volunteer->parent.uid);
  for (guint i = 0; i < links->len; i++)
    {
      const StafetPartner *link = g_ptr_array_index (links, i);

      if (link->relation == STAFET_PARTNER_APART)
        g_hash_table_add (need->apart, (gpointer) link->other);
      else if (same_shift)
        g_hash_table_insert (need->partners, (gpointer) link->other, volunteer);
    }
}

void
stafet_need_init (StafetNeed *need, const StafetSnapshot *snapshot, const StafetEntry *entry,
                  const StafetStaffing *staffing)
{
  need->snapshot = snapshot;
  need->entry = entry;
  need->staffing = staffing;
  need->house = stafet_entry_place_house (snapshot, entry);
  find_houses (need);
  need->start = staffing->start;
  need->end = staffing->end;
  need->skill = stafet_text_fold (staffing->shift->skill);
  need->skills = g_hash_table_new (g_str_hash, g_str_equal);
  need->apart = g_hash_table_new (g_direct_hash, g_direct_equal);
  need->partners = g_hash_table_new (g_direct_hash, g_direct_equal);
  need->present = g_hash_table_new (g_direct_hash, g_direct_equal);
  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      if (entry->shifts[i].places[j].volunteer != NULL
          && entry->shifts[i].places[j].state != STAFET_PLACE_IF_NEEDED)
        note_person (need, entry->shifts[i].places[j].volunteer, &entry->shifts[i] == staffing);
}

void
stafet_need_clear (StafetNeed *need)
{
  g_clear_pointer (&need->houses, g_ptr_array_unref);
  g_clear_pointer (&need->skill, g_free);
  g_clear_pointer (&need->skills, g_hash_table_unref);
  g_clear_pointer (&need->apart, g_hash_table_unref);
  g_clear_pointer (&need->partners, g_hash_table_unref);
  g_clear_pointer (&need->present, g_hash_table_unref);
}
