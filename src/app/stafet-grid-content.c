/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Divides the agenda of a period among columns and bars.
 */
#include "stafet-grid-content.h"

#include "core/stafet-house-rules.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "schedule/stafet-day.h"
#include "schedule/stafet-holidays.h"
#include "schedule/stafet-rooms.h"

/* What lasts so long stands above the columns. */
#define BAR_MINUTES STAFET_MINUTES_PER_DAY

typedef struct
{
  StafetDesk *desk;
  StafetSnapshot *snapshot;
  StafetLanguage language;
  StafetAgendaQuery query;
  StafetGridContent *content;
  int lanes;
} Build;

static void
clear_closed (gpointer data)
{
  g_free (((StafetGridClosed *) data)->text);
}

static void
clear_bar (gpointer data)
{
  g_free (((StafetGridBar *) data)->text);
}

static void
column_free (gpointer data)
{
  StafetGridColumnContent *column = data;

  g_free (column->title);
  g_free (column->brief);
  g_free (column->detail);
  g_free (column->name);
  g_array_unref (column->items);
  g_array_unref (column->more);
  g_array_unref (column->closed);
  g_free (column);
}

void
stafet_grid_content_free (StafetGridContent *self)
{
  stafet_day_agenda_unref (self->agenda);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->bars);
  g_free (self);
}

static StafetGridColumnContent *
add_column (Build *build, StafetDate date)
{
  StafetGridColumnContent *column = g_new0 (StafetGridColumnContent, 1);

  column->date = date;
  column->is_today = date == build->content->today;
  column->items = g_array_new (FALSE, FALSE, sizeof (StafetGridItem));
  column->more = g_array_new (FALSE, FALSE, sizeof (StafetGridMore));
  column->closed = g_array_new (FALSE, FALSE, sizeof (StafetGridClosed));
  g_array_set_clear_func (column->closed, clear_closed);
  g_ptr_array_add (build->content->columns, column);
  return column;
}

static StafetGridColumnContent *
get_column (const Build *build, guint i)
{
  return g_ptr_array_index (build->content->columns, i);
}

/* ——— What happens in a column ——— */

static gboolean
is_bar (const StafetEntry *entry)
{
  return entry->end - entry->start >= BAR_MINUTES;
}

/* The part of [@start, @end) on @date, in minutes; FALSE when there is none. */
static gboolean
part_of_day (StafetWall start, StafetWall end, StafetDate date, int *from, int *to)
{
  StafetWall midnight = stafet_wall_new (date, 0);

  *from = CLAMP (start - midnight, 0, STAFET_MINUTES_PER_DAY);
  *to = CLAMP (end - midnight, 0, STAFET_MINUTES_PER_DAY);
  return *from < *to;
}

static int
missing_of (const StafetGridItem *item, StafetWall now)
{
  return stafet_entry_missing_from (item->entry, now);
}

/* By start; then what lacks somebody, which must not be out of sight; then the longer one. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer now)
{
  const StafetGridItem *x = a, *y = b;
  gboolean x_lacks = missing_of (x, GPOINTER_TO_INT (now)) > 0;
  gboolean y_lacks = missing_of (y, GPOINTER_TO_INT (now)) > 0;

  if (x->from != y->from)
    return x->from - y->from;
  if (x_lacks != y_lacks)
    return x_lacks ? -1 : 1;
  return (y->to - y->from) - (x->to - x->from);
}

static guint
missing_between (const StafetGridColumnContent *column, int from, int to, StafetWall now)
{
  guint missing = 0;

  for (guint i = 0; i < column->items->len; i++)
    {
      const StafetGridItem *item = &g_array_index (column->items, StafetGridItem, i);

      if (item->lane < 0 && item->from >= from && item->from < to)
        missing += (guint) missing_of (item, now);
    }
  return missing;
}

/* A short item at the end of the day takes its room from above. */
static StafetLanesItem
lanes_item (const StafetGridItem *item)
{
  int from = MIN (item->from, STAFET_MINUTES_PER_DAY - STAFET_GRID_LEAST);

  return (StafetLanesItem){ .start = from, .end = MAX (item->to, from + STAFET_GRID_LEAST) };
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer items)
{
  return lanes_item ((StafetGridItem *) items + *(const guint *) a).start
         - lanes_item ((StafetGridItem *) items + *(const guint *) b).start;
}

static void
place_items (const Build *build, StafetGridColumnContent *column)
{
  g_autofree StafetLanesItem *places = g_new (StafetLanesItem, column->items->len);
  g_autofree guint *order = g_new (guint, column->items->len);
  g_autoptr (GArray) more = NULL;

  g_array_sort_with_data (column->items, compare_items, GINT_TO_POINTER (build->content->now));
  for (guint i = 0; i < column->items->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) column->items->len, sizeof *order, compare_starts, column->items->data);
  for (guint i = 0; i < column->items->len; i++)
    places[i] = lanes_item (&g_array_index (column->items, StafetGridItem, order[i]));
  more = stafet_lanes_place (places, column->items->len, build->lanes);
  for (guint i = 0; i < column->items->len; i++)
    {
      StafetGridItem *item = &g_array_index (column->items, StafetGridItem, order[i]);

      item->lane = places[i].lane;
      item->span = places[i].span;
      item->lanes = places[i].lanes;
    }
  for (guint i = 0; i < more->len; i++)
    {
      const StafetLanesMore *one = &g_array_index (more, StafetLanesMore, i);
      StafetGridMore made = {
        one->start, one->end, one->lane,
        one->lanes, one->n,   missing_between (column, one->start, one->end, build->content->now)
      };

      g_array_append_val (column->more, made);
    }
}

static void
add_items (const Build *build, StafetGridColumnContent *column)
{
  const GPtrArray *entries = stafet_day_agenda_get (build->content->agenda)->entries;

  for (guint i = 0; i < entries->len; i++)
    {
      StafetGridItem item = { .entry = g_ptr_array_index (entries, i) };

      /* The rooms of a day have no bars: there it takes its part of the day. */
      if ((is_bar (item.entry) && !build->content->by_room)
          || (build->content->by_room && item.entry->room != column->room)
          || !part_of_day (item.entry->start, item.entry->end, column->date, &item.from, &item.to))
        continue;
      g_array_append_val (column->items, item);
    }
  place_items (build, column);
}

/* ——— What is closed ——— */

/* Whether everything that the column stands for is closed by it. */
static gboolean
shuts (const Build *build, const StafetGridColumnContent *column, const StafetClosure *closure)
{
  StafetUid uid = column->room != NULL ? column->room->house : build->content->house;
  const StafetHouse *house = stafet_snapshot_get (build->snapshot, STAFET_KIND_HOUSE, uid);

  if (column->room != NULL && closure->room == column->room->parent.uid)
    return TRUE;
  if (house == NULL)
    return closure->area != NULL && closure->area == build->query.area;
  return closure->house == house->parent.uid || (closure->area != NULL && closure->area == house->area);
}

static void
add_closed (const Build *build, StafetGridColumnContent *column)
{
  const GPtrArray *closures = stafet_snapshot_all (build->snapshot, STAFET_KIND_CLOSURE);

  for (guint i = 0; i < closures->len; i++)
    {
      const StafetClosure *closure = g_ptr_array_index (closures, i);
      StafetGridClosed closed = { 0 };
      StafetWall start, end;

      stafet_moment_span (closure->from, closure->to, &start, &end);
      if (!part_of_day (start, end, column->date, &closed.from, &closed.to)
          || !shuts (build, column, closure))
        continue;
      closed.text = g_strdup_printf (_ ("Closed: %s"), closure->text);
      g_array_append_val (column->closed, closed);
    }
}

/* "closed", "closed from 13.00"; NULL when it is open. (transfer full) */
static char *
closed_words (const Build *build, const StafetGridColumnContent *column)
{
  const StafetGridClosed *closed;
  g_autofree char *from = NULL, *to = NULL;

  if (column->closed->len == 0)
    return NULL;
  closed = &g_array_index (column->closed, StafetGridClosed, 0);
  from = stafet_words_time (build->language, closed->from);
  to = stafet_words_time (build->language, closed->to);
  if (closed->from > 0)
    return g_strdup_printf (C_ ("day", "closed from %s"), from);
  return closed->to < STAFET_MINUTES_PER_DAY ? g_strdup_printf (C_ ("day", "closed until %s"), to)
                                             : g_strdup (C_ ("day", "closed"));
}

/* ——— What the heading of a column says ——— */

/* All of the day, or what is in the room. */
static void
count_column (const Build *build, const StafetGridColumnContent *column, StafetDayCount *count)
{
  const GPtrArray *entries = stafet_day_agenda_get (build->content->agenda)->entries;

  *count = (StafetDayCount){ 0 };
  for (guint i = 0; i < entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (entries, i);

      if (!build->content->by_room || entry->room == column->room)
        stafet_day_count_entry (entry, column->date, build->content->now, count);
    }
}

static gboolean
is_holiday (StafetDate date)
{
  return stafet_holidays_name (date) != NULL || stafet_holidays_extra_name (date) != NULL;
}

static void
say_state (const Build *build, StafetGridColumnContent *column)
{
  g_autofree char *closed = closed_words (build, column);
  StafetDayCount count;

  count_column (build, column, &count);
  column->lacks = count.missing > 0;
  if (count.missing > 0)
    column->detail = g_strdup_printf (ngettext_ ("%u missing", "%u missing", count.missing), count.missing);
  else if (closed != NULL)
    column->detail = g_steal_pointer (&closed);
  else if (count.asked > 0)
    column->detail = g_strdup_printf (ngettext_ ("%u asked", "%u asked", count.asked), count.asked);
  else
    column->detail =
      g_strdup (count.wanted > 0 && !is_holiday (column->date) ? _ ("everybody is there") : "");
}

/* ——— Bars ——— */

static void
add_bar (Build *build, StafetGridBarKind kind, guint first, guint last, const StafetEntry *entry, char *text)
{
  StafetGridBar bar = { kind, entry, text, first, last, 0 };

  g_array_append_val (build->content->bars, bar);
}

/* The columns that [@start, @end) touches; FALSE when there is none. */
static gboolean
columns_of (const Build *build, StafetWall start, StafetWall end, guint *first, guint *last)
{
  StafetDate from = MAX (stafet_wall_date (start), build->query.from);
  StafetDate to = MIN (stafet_wall_last_date (start, end), build->query.to);

  if (from > to)
    return FALSE;
  *first = (guint) (from - build->query.from);
  *last = (guint) (to - build->query.from);
  return TRUE;
}

/* "Sommerlejr · 2 missing" */
static char *
bar_words (const StafetEntry *entry, StafetWall now)
{
  int n = stafet_entry_missing_from (entry, now);
  g_autofree char *missing = g_strdup_printf (ngettext_ ("%u missing", "%u missing", (gulong) n), n);

  return g_strconcat (entry->title, n > 0 ? " · " : "", n > 0 ? missing : "", NULL);
}

static void
add_long_entries (Build *build)
{
  const GPtrArray *entries = stafet_day_agenda_get (build->content->agenda)->entries;
  guint first, last;

  for (guint i = 0; i < entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (entries, i);

      StafetWall end = MIN (entry->end, stafet_wall_new (stafet_day_last (entry->start, entry->end) + 1, 0));

      if (is_bar (entry) && columns_of (build, entry->start, end, &first, &last))
        add_bar (build, STAFET_GRID_BAR_ENTRY, first, last, entry, bar_words (entry, build->content->now));
    }
}

static void
add_holidays (Build *build)
{
  for (StafetDate date = build->query.from; date <= build->query.to; date++)
    {
      const char *name = stafet_holidays_name (date);
      guint column = (guint) (date - build->query.from);

      if (name == NULL)
        name = stafet_holidays_extra_name (date);
      if (name != NULL)
        add_bar (build, STAFET_GRID_BAR_HOLIDAY, column, column, NULL,
                 g_strdup (stafet_i18n_text (build->language, name)));
    }
}

/* Whether school holidays of @area (NULL: everywhere) are those of a house in view. */
static gboolean
is_in_view (const Build *build, StafetUid area)
{
  const StafetHouse *house = stafet_snapshot_get (build->snapshot, STAFET_KIND_HOUSE, build->content->house);

  if (area == NULL || (house == NULL && build->query.area == NULL))
    return TRUE;
  return area == (house != NULL ? house->area : build->query.area);
}

static void
add_school_holidays (Build *build)
{
  const GPtrArray *holidays = stafet_snapshot_all (build->snapshot, STAFET_KIND_SCHOOL_HOLIDAY);
  guint first, last;

  for (guint i = 0; i < holidays->len; i++)
    {
      const StafetSchoolHoliday *holiday = g_ptr_array_index (holidays, i);

      if (is_in_view (build, holiday->area)
          && columns_of (build, stafet_wall_new (holiday->from, 0), stafet_wall_new (holiday->to + 1, 0),
                         &first, &last))
        add_bar (build, STAFET_GRID_BAR_HOLIDAY, first, last, NULL, g_strdup (holiday->text));
    }
}

static gpointer
closed_place (const Build *build, const StafetClosure *closure)
{
  const StafetUid places[] = { closure->house, closure->area, closure->ward, closure->room };
  static const StafetKind kinds[] = { STAFET_KIND_HOUSE, STAFET_KIND_AREA, STAFET_KIND_WARD,
                                      STAFET_KIND_ROOM };
  gpointer place = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (places) && place == NULL; i++)
    place = stafet_snapshot_get (build->snapshot, kinds[i], places[i]);
  return place;
}

/* A closure of less than a day is named in its column, where that is shut. */
static gboolean
is_named_in_column (const Build *build, const StafetClosure *closure, guint first, guint last)
{
  StafetWall start, end;

  stafet_moment_span (closure->from, closure->to, &start, &end);
  return first == last && end - start < BAR_MINUTES && shuts (build, get_column (build, first), closure);
}

static void
add_closures (Build *build)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  StafetAgendaQuery day = build->query;

  for (; day.from <= build->query.to; day.from++)
    {
      g_autoptr (GPtrArray) closures =
        stafet_day_closures (stafet_day_agenda_get (build->content->agenda), &day);

      for (guint i = 0; i < closures->len; i++)
        {
          const StafetClosure *closure = g_ptr_array_index (closures, i);
          gpointer place = closed_place (build, closure);
          StafetWall start, end;
          guint first, last;

          stafet_moment_span (closure->from, closure->to, &start, &end);
          if (!g_hash_table_add (seen, (gpointer) closure) || !columns_of (build, start, end, &first, &last)
              || is_named_in_column (build, closure, first, last))
            continue;
          add_bar (build, STAFET_GRID_BAR_CLOSED, first, last, NULL,
                   g_strdup_printf (_ ("Closed: %s"), closure->text));
          if (place != NULL && (build->content->house == NULL || closure->house != build->content->house))
            {
              StafetGridBar *bar =
                &g_array_index (build->content->bars, StafetGridBar, build->content->bars->len - 1);
              char *text = g_strconcat (bar->text, " · ", stafet_record_get_label (place), NULL);

              g_free (bar->text);
              bar->text = text;
            }
        }
    }
}

/* What is closed and holidays first, then by its first day; the longer one first. */
static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const StafetGridBar *x = a, *y = b;

  if (x->first != y->first)
    return (int) x->first - (int) y->first;
  if ((x->kind == STAFET_GRID_BAR_ENTRY) != (y->kind == STAFET_GRID_BAR_ENTRY))
    return x->kind == STAFET_GRID_BAR_ENTRY ? 1 : -1;
  return (int) y->last - (int) x->last;
}

static void
place_bars (Build *build)
{
  GArray *bars = build->content->bars;
  guint n = bars->len;
  g_autofree StafetLanesItem *places = g_new (StafetLanesItem, n);
  g_autoptr (GArray) more = NULL;

  g_array_sort (bars, compare_bars);
  for (guint i = 0; i < n; i++)
    {
      const StafetGridBar *bar = &g_array_index (bars, StafetGridBar, i);

      places[i] = (StafetLanesItem){ .start = (StafetWall) bar->first, .end = (StafetWall) bar->last + 1 };
    }
  more = stafet_lanes_place (places, n, STAFET_LANES_MOST);
  for (guint i = 0; i < n; i++)
    g_array_index (bars, StafetGridBar, i).row = places[i].lane;
  for (guint i = 0; i < more->len; i++)
    {
      const StafetLanesMore *one = &g_array_index (more, StafetLanesMore, i);

      add_bar (build, STAFET_GRID_BAR_MORE, (guint) one->start, (guint) one->end - 1, NULL,
               g_strdup_printf (ngettext_ ("+%u more", "+%u more", one->n), one->n));
      g_array_index (bars, StafetGridBar, bars->len - 1).row = one->lane;
    }
  for (guint i = 0; i < bars->len; i++)
    build->content->n_rows =
      MAX (build->content->n_rows, (guint) (g_array_index (bars, StafetGridBar, i).row + 1));
}

/* ——— Whole ——— */

static void
begin (Build *build, StafetDesk *desk, StafetDate from, StafetDate to, int lanes)
{
  StafetGridContent *content = g_new0 (StafetGridContent, 1);

  build->desk = desk;
  build->snapshot = stafet_desk_get_snapshot (desk);
  build->language = stafet_i18n_get_language ();
  build->lanes = lanes;
  build->content = content;
  stafet_desk_fill_query (desk, &build->query, from, to);
  build->query.under_way = TRUE;
  build->query.foreign = TRUE;
  content->agenda = stafet_day_agenda_new (stafet_agenda_new (build->snapshot, &build->query));
  content->house = build->query.house;
  content->today = stafet_desk_today (desk);
  content->now = stafet_desk_now (desk);
  content->columns = g_ptr_array_new_with_free_func (column_free);
  content->bars = g_array_new (FALSE, FALSE, sizeof (StafetGridBar));
  g_array_set_clear_func (content->bars, clear_bar);
}

/* "tirsdag 24.", "tir. 24." */
static char *
day_title (StafetLanguage language, StafetDate date, const char *weekday)
{
  int day;

  stafet_date_split (date, NULL, NULL, &day);
  return g_strdup_printf (stafet_i18n_text (language, N_ ("%s %d")), weekday, day);
}

StafetGridContent *
stafet_grid_content_new_week (StafetDesk *desk, StafetDate monday, int lanes)
{
  Build build;

  begin (&build, desk, monday, monday + 6, lanes);
  for (StafetDate date = monday; date < monday + 7; date++)
    {
      StafetGridColumnContent *column = add_column (&build, date);

      column->title =
        day_title (build.language, date, stafet_words_weekday (build.language, stafet_date_weekday (date)));
      column->brief = day_title (build.language, date,
                                 stafet_words_short_weekday (build.language, stafet_date_weekday (date)));
      column->name = stafet_words_date (build.language, date);
      column->is_holiday = is_holiday (date);
      add_closed (&build, column);
      add_items (&build, column);
      say_state (&build, column);
    }
  add_long_entries (&build);
  add_holidays (&build);
  add_school_holidays (&build);
  add_closures (&build);
  place_bars (&build);
  return build.content;
}

/* ——— Rooms ——— */

/* Whether the room is in use for what has another one as its place: one that it joins with, or a vehicle's.
 */
static gboolean
takes_too (const Build *build, const StafetEntry *entry, const StafetRoom *room)
{
  if (entry->status == STAFET_STATUS_CANCELLED || entry->room == room)
    return FALSE;
  if (entry->activity != NULL && entry->activity->vehicle == room->parent.uid)
    return TRUE;
  return entry->room != NULL
         && stafet_rooms_meet (build->snapshot, entry->room->parent.uid, room->parent.uid);
}

static void
add_taken (const Build *build, StafetGridColumnContent *column)
{
  const GPtrArray *entries = stafet_day_agenda_get (build->content->agenda)->entries;

  for (guint i = 0; column->room != NULL && i < entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (entries, i);
      StafetGridClosed taken = { 0 };

      if (!takes_too (build, entry, column->room)
          || !part_of_day (entry->start, entry->end, column->date, &taken.from, &taken.to))
        continue;
      taken.text = g_strdup_printf (_ ("Taken: %s"), entry->title);
      g_array_append_val (column->closed, taken);
    }
}

static void
fill_room (Build *build, StafetGridColumnContent *column)
{
  column->is_today = FALSE;
  add_closed (build, column);
  add_items (build, column);
  say_state (build, column);
  add_taken (build, column);
}

/* What happens in no room, when there is any such thing. */
static void
add_roomless (Build *build, StafetDate date)
{
  StafetGridColumnContent *column = add_column (build, date);

  column->title = g_strdup (_ ("Without a room"));
  column->name = g_strdup (column->title);
  fill_room (build, column);
  if (column->items->len == 0)
    g_ptr_array_set_size (build->content->columns, 0);
}

static void
add_room (Build *build, StafetRoom *room, const StafetHouse *house, StafetDate date)
{
  StafetGridColumnContent *column = add_column (build, date);

  column->room = room;
  column->title = g_strdup (room->name);
  column->name =
    build->content->house != NULL ? g_strdup (room->name) : g_strconcat (room->name, ", ", house->name, NULL);
  fill_room (build, column);
  if (build->content->house == NULL)
    {
      g_free (column->detail);
      column->detail = g_strdup (house->name);
    }
}

static void
add_rooms (Build *build, const StafetHouse *house, StafetDate date)
{
  g_autoptr (GPtrArray) rooms = stafet_rooms_of (build->snapshot, house->parent.uid);

  for (guint i = 0; i < rooms->len; i++)
    add_room (build, g_ptr_array_index (rooms, i), house, date);
}

StafetGridContent *
stafet_grid_content_new_rooms (StafetDesk *desk, StafetDate date, int lanes)
{
  const GPtrArray *all = stafet_snapshot_all (stafet_desk_get_snapshot (desk), STAFET_KIND_HOUSE);
  g_autoptr (GPtrArray) houses = g_ptr_array_new ();
  Build build;

  begin (&build, desk, date, date, lanes);
  build.content->by_room = TRUE;
  for (guint i = 0; i < all->len; i++)
    if (stafet_desk_shows_house (desk, ((StafetRecord *) g_ptr_array_index (all, i))->uid))
      g_ptr_array_add (houses, g_ptr_array_index (all, i));
  g_ptr_array_sort (houses, stafet_record_compare_labels);
  add_roomless (&build, date);
  for (guint i = 0; i < houses->len; i++)
    add_rooms (&build, g_ptr_array_index (houses, i), date);
  return build.content;
}
