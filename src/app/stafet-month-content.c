/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Divides the agenda of a month among its days.
 */
#include "stafet-month-content.h"

#include "core/stafet-house-rules.h"
#include "core/stafet-words.h"
#include "schedule/stafet-holidays.h"

#include <string.h>

typedef struct
{
  StafetSnapshot *snapshot;
  StafetAgenda *agenda;
  StafetAgendaQuery query;
  StafetMonthContent *content;
  StafetWall now;
} Build;

static void
clear_line (gpointer data)
{
  g_free (((StafetMonthLine *) data)->text);
}

static void
day_free (gpointer data)
{
  StafetMonthDay *day = data;

  g_free (day->note);
  g_array_unref (day->lines);
  g_free (day);
}

void
stafet_month_content_free (StafetMonthContent *self)
{
  g_ptr_array_unref (self->days);
  g_free (self);
}

/* "10", "8.30". (transfer full) */
static char *
short_time (StafetWall wall)
{
  int minutes = stafet_wall_minutes (wall);

  if (minutes % 60 == 0)
    return g_strdup_printf ("%d", minutes / 60);
  return g_strdup_printf (C_ ("time", "%d:%02d"), minutes / 60, minutes % 60);
}

static void
add_entry (StafetMonthDay *day, const StafetEntry *entry, StafetWall now)
{
  g_autofree char *time = short_time (entry->start);
  StafetMonthLine line = { .text = stafet_wall_date (entry->start) == day->date
                                     ? g_strdup_printf ("%s %s", time, entry->title)
                                     : g_strdup_printf (_ ("%s (continued)"), entry->title),
                           .category = entry->category,
                           .lacks = stafet_entry_missing_from (entry, now) > 0,
                           .cancelled = entry->status == STAFET_STATUS_CANCELLED };

  stafet_day_count_entry (entry, day->date, now, &day->count);
  g_array_append_val (day->lines, line);
}

static void
add_entries (Build *build)
{
  GPtrArray *days = build->content->days;

  for (guint i = 0; i < build->agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (build->agenda->entries, i);
      StafetDate first = MAX (stafet_wall_date (entry->start), build->query.from);
      StafetDate last = MIN (stafet_day_last (entry->start, entry->end), build->query.to);

      for (StafetDate date = first; date <= last; date++)
        add_entry (g_ptr_array_index (days, (guint) (date - build->query.from)), entry, build->now);
    }
}

static void
append_note (StafetMonthDay *day, const char *text)
{
  char *note = g_strconcat (day->note, *day->note != '\0' ? " · " : "", text, NULL);

  g_free (day->note);
  day->note = note;
}

/* Whether the house in view, or all of its area, is closed from midnight to midnight. */
static gboolean
shuts_all_day (Build *build, const StafetClosure *closure, StafetDate date)
{
  const StafetHouse *house = stafet_snapshot_get (build->snapshot, STAFET_KIND_HOUSE, build->query.house);
  StafetUid area = house != NULL ? house->area : build->query.area;
  StafetWall start, end;

  stafet_moment_span (closure->from, closure->to, &start, &end);
  return start <= stafet_wall_new (date, 0) && end >= stafet_wall_new (date + 1, 0)
         && ((house != NULL && closure->house == house->parent.uid)
             || (area != NULL && closure->area == area));
}

static void
add_notes (Build *build, StafetMonthDay *day)
{
  StafetAgendaQuery query = build->query;
  g_autoptr (GPtrArray) closures = NULL;
  const char *name = stafet_holidays_name (day->date);

  query.from = query.to = day->date;
  if (name == NULL)
    name = stafet_holidays_extra_name (day->date);
  if (name != NULL)
    append_note (day, _ (name));
  closures = stafet_day_closures (build->agenda, &query);
  for (guint i = 0; i < closures->len; i++)
    {
      const StafetClosure *closure = g_ptr_array_index (closures, i);
      g_autofree char *text = g_strdup_printf (_ ("Closed: %s"), closure->text);

      append_note (day, text);
      day->closed |= shuts_all_day (build, closure, day->date);
    }
}

StafetMonthContent *
stafet_month_content_new (StafetDesk *desk, StafetDate date)
{
  StafetMonthContent *content = g_new0 (StafetMonthContent, 1);
  Build build = { .snapshot = stafet_desk_get_snapshot (desk),
                  .content = content,
                  .now = stafet_desk_now (desk) };
  StafetDate first, last;
  int year, month;

  stafet_date_split (date, &year, &month, NULL);
  first = stafet_date_new (year, month, 1);
  last = first + stafet_date_days_in_month (year, month) - 1;
  content->first = stafet_date_monday (first);
  content->days = g_ptr_array_new_with_free_func (day_free);
  stafet_desk_fill_query (desk, &build.query, content->first, stafet_date_monday (last) + 6);
  build.query.under_way = TRUE;
  build.query.foreign = TRUE;
  build.agenda = stafet_agenda_new (build.snapshot, &build.query);
  for (StafetDate day = build.query.from; day <= build.query.to; day++)
    {
      StafetMonthDay *made = g_new0 (StafetMonthDay, 1);

      made->date = day;
      made->outside = day < first || day > last;
      made->is_today = day == stafet_desk_today (desk);
      made->note = g_strdup ("");
      made->lines = g_array_new (FALSE, FALSE, sizeof (StafetMonthLine));
      g_array_set_clear_func (made->lines, clear_line);
      g_ptr_array_add (content->days, made);
      add_notes (&build, made);
    }
  add_entries (&build);
  stafet_agenda_free (build.agenda);
  return content;
}

char *
stafet_month_day_describe (const StafetMonthDay *day)
{
  g_autofree char *date = stafet_words_date (stafet_i18n_get_language (), day->date);
  GString *text = g_string_new (date);

  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext_ ("%u activity", "%u activities", day->count.activities),
                          day->count.activities);
  if (day->count.missing > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, ngettext_ ("%u missing", "%u missing", day->count.missing),
                              day->count.missing);
    }
  if (*day->note != '\0')
    g_string_append_printf (text, ", %s", day->note);
  return g_string_free (text, FALSE);
}
