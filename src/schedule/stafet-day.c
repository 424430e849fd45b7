/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts a day, and finds what is closed or not settled yet.
 */
#include "stafet-day.h"

#include "core/stafet-words.h"

/* What ends so early in the morning is a night, which belongs to the evening that it began on. */
#define MORNING (6 * 60)
#define DAYS_AT_ONCE 28

StafetDate
stafet_day_last (StafetWall start, StafetWall end)
{
  StafetDate first = stafet_wall_date (start), last = stafet_wall_last_date (start, end);

  return last > first && end - stafet_wall_new (last, 0) <= MORNING ? last - 1 : last;
}

gboolean
stafet_day_shows (const StafetEntry *entry, StafetDate date)
{
  return stafet_wall_date (entry->start) <= date && date <= stafet_day_last (entry->start, entry->end);
}

/* What is under way counts today, everything else on the day that it begins. */
static gboolean
is_counted_on (const StafetEntry *entry, StafetDate date, StafetWall now)
{
  return entry->status != STAFET_STATUS_CANCELLED
         && MAX (stafet_wall_date (entry->start), stafet_wall_date (now)) == date;
}

guint
stafet_day_missing_on (const StafetEntry *entry, const StafetStaffing *staffing, StafetDate date,
                       StafetWall now)
{
  return is_counted_on (entry, date, now) && staffing->end > now ? (guint) staffing->missing : 0;
}

static void
count_places (const StafetEntry *entry, StafetDate date, StafetWall now, StafetDayCount *count)
{
  for (guint i = 0; i < entry->n_shifts; i++)
    {
      const StafetStaffing *staffing = &entry->shifts[i];

      count->missing += stafet_day_missing_on (entry, staffing, date, now);
      if (is_counted_on (entry, date, now) && staffing->end > now)
        {
          count->asked += (guint) staffing->asked;
          count->wanted += (guint) staffing->wanted;
        }
    }
}

void
stafet_day_count_entry (const StafetEntry *entry, StafetDate date, StafetWall now, StafetDayCount *count)
{
  count_places (entry, date, now, count);
  /* What others do is not for the house to count. */
  if (stafet_wall_date (entry->start) != date
      || (entry->activity != NULL && entry->activity->calendar != NULL))
    return;
  if (entry->status == STAFET_STATUS_CANCELLED)
    {
      count->cancelled++;
      return;
    }
  count->activities++;
  count->heads += (guint) stafet_entry_heads (entry);
}

void
stafet_day_count (const StafetAgenda *agenda, StafetDate date, StafetWall now, StafetDayCount *count)
{
  *count = (StafetDayCount){ 0 };
  for (guint i = 0; i < agenda->entries->len; i++)
    stafet_day_count_entry (g_ptr_array_index (agenda->entries, i), date, now, count);
}

gboolean
stafet_day_next_hole (const StafetAgenda *agenda, StafetWall now, const StafetEntry **entry,
                      const StafetStaffing **staffing)
{
  *staffing = NULL;
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *one = g_ptr_array_index (agenda->entries, i);

      for (guint j = 0; one->status != STAFET_STATUS_CANCELLED && j < one->n_shifts; j++)
        if (one->shifts[j].missing > 0 && one->shifts[j].end > now
            && (*staffing == NULL || one->shifts[j].start < (*staffing)->start))
          {
            *entry = one;
            *staffing = &one->shifts[j];
          }
    }
  return *staffing != NULL;
}

StafetUid
stafet_day_own_house (const StafetSnapshot *snapshot)
{
  const GPtrArray *houses = stafet_snapshot_all (snapshot, STAFET_KIND_HOUSE);
  StafetUid only = NULL;

  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);

      if (house->kind == STAFET_HOUSE_NURSING)
        continue;
      if (only != NULL)
        return NULL;
      only = house->parent.uid;
    }
  return only;
}

gboolean
stafet_day_is_unconfirmed (const StafetEntry *entry)
{
  for (guint i = 0; entry->status != STAFET_STATUS_CANCELLED && i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      if (stafet_place_is_filled (&entry->shifts[i].places[j]) && entry->shifts[i].places[j].came < 0)
        return TRUE;
  return FALSE;
}

static void
add_unconfirmed (StafetSnapshot *snapshot, const StafetAgendaQuery *query, GArray *days)
{
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (snapshot, query);
  StafetDate last = STAFET_DATE_NONE;

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);
      StafetDate date = stafet_wall_date (entry->start);

      if (date == last || !stafet_day_is_unconfirmed (entry))
        continue;
      last = date;
      g_array_append_val (days, date);
    }
}

GArray *
stafet_day_unconfirmed (StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetDate since,
                        StafetDate today)
{
  StafetAgendaQuery before = *query;
  GArray *days = g_array_new (FALSE, FALSE, sizeof (StafetDate));

  /* A year of a whole municipality at once would take much memory. */
  for (before.from = since; before.from < today; before.from = before.to + 1)
    {
      before.to = MIN (before.from + DAYS_AT_ONCE, today) - 1;
      add_unconfirmed (snapshot, &before, days);
    }
  return days;
}

char *
stafet_day_words_open (StafetLanguage language, const GArray *days, StafetDate today)
{
  int year, month, day, this_year;
  g_autofree char *from = NULL;

  stafet_date_split (today, &this_year, &month, &day);
  stafet_date_split (g_array_index (days, StafetDate, 0), &year, &month, &day);
  from = year == this_year ? g_strdup (stafet_words_month (language, month))
                           : g_strdup_printf ("%s %d", stafet_words_month (language, month), year);
  return g_strdup_printf (
    stafet_i18n_plural (language, "%1$u day, from %2$s", "%1$u days, the oldest from %2$s", days->len),
    days->len, from);
}

/* The house that a closure is in, or NULL for one of a whole area. */
static StafetHouse *
closed_house (const StafetSnapshot *snapshot, const StafetClosure *closure)
{
  const StafetWard *ward = stafet_snapshot_get (snapshot, STAFET_KIND_WARD, closure->ward);
  const StafetRoom *room = stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, closure->room);
  StafetUid uid = ward != NULL ? ward->house : room != NULL ? room->house : closure->house;

  return stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, uid);
}

/* Whether the house, or something in it, is closed. */
static gboolean
is_in_closed (const StafetClosure *closure, const StafetHouse *closed, const StafetHouse *house)
{
  if (house == NULL)
    return FALSE;
  return closed != NULL ? closed == house : closure->area != NULL && closure->area == house->area;
}

static gboolean
is_in_any (const StafetSnapshot *snapshot, const StafetClosure *closure, const StafetHouse *closed,
           GHashTable *houses)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, houses);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    if (is_in_closed (closure, closed, stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, uid)))
      return TRUE;
  return FALSE;
}

/* Whether what was asked about is closed, or something in it. */
static gboolean
is_asked (const StafetSnapshot *snapshot, const StafetClosure *closure, const StafetHouse *closed,
          const StafetAgendaQuery *query)
{
  const StafetWard *ward = stafet_snapshot_get (snapshot, STAFET_KIND_WARD, query->ward);
  StafetUid house = ward != NULL ? ward->house : query->house;

  if (query->area != NULL)
    return (closed != NULL ? closed->area : closure->area) == query->area;
  if (query->houses != NULL)
    return is_in_any (snapshot, closure, closed, query->houses);
  if (query->house != NULL || query->ward != NULL)
    return is_in_closed (closure, closed, stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, house));
  return query->volunteer == NULL;
}

/* Whether a place that the entry goes to is closed: its own, or a ward on its way. */
static gboolean
meets_entry (const StafetSnapshot *snapshot, const StafetClosure *closure, const StafetHouse *closed,
             const StafetEntry *entry)
{
  if (is_in_closed (closure, closed, stafet_entry_place_house (snapshot, entry)))
    return TRUE;
  for (guint i = 0; i < entry->n_visits; i++)
    if (entry->visits[i].ward != NULL
        && is_in_closed (closure, closed,
                         stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, entry->visits[i].ward->house)))
      return TRUE;
  return FALSE;
}

/* Whether a closure touches the day, and what was asked about or a place that its entries go to. */
static gboolean
closes (const StafetAgenda *agenda, const StafetClosure *closure, const StafetAgendaQuery *query)
{
  const StafetSnapshot *snapshot = agenda->snapshot;
  const StafetHouse *closed = closed_house (snapshot, closure);
  StafetWall start, end;

  stafet_moment_span (closure->from, closure->to, &start, &end);
  if (start >= stafet_wall_new (query->from + 1, 0) || end <= stafet_wall_new (query->from, 0))
    return FALSE;
  if (is_asked (snapshot, closure, closed, query))
    return TRUE;
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (stafet_day_shows (entry, query->from) && meets_entry (snapshot, closure, closed, entry))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
stafet_day_closures (const StafetAgenda *agenda, const StafetAgendaQuery *query)
{
  const GPtrArray *all = stafet_snapshot_all (agenda->snapshot, STAFET_KIND_CLOSURE);
  GPtrArray *closures = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (closes (agenda, g_ptr_array_index (all, i), query))
      g_ptr_array_add (closures, g_ptr_array_index (all, i));
  return closures;
}
