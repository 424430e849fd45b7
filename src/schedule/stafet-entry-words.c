/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says where an entry is and what it lacks.
 */
#include "stafet-entry-words.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-day.h"
#include "stafet-entry.h"

#include <string.h>

/* The houses whose wards it goes to: "Plejehjem Skovvang, Plejehjem Lyngen". (transfer full) */
static char *
visited_words (const StafetSnapshot *snapshot, const StafetEntry *entry)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < entry->n_visits; i++)
    {
      const StafetWard *ward = entry->visits[i].ward;
      const StafetHouse *house =
        ward != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, ward->house) : NULL;

      if (house != NULL && !g_ptr_array_find (names, house->name, NULL))
        g_ptr_array_add (names, house->name);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

char *
stafet_entry_words_place (const StafetAgenda *agenda, const StafetEntry *entry, StafetUid asked)
{
  gpointer record = entry->room != NULL ? (gpointer) entry->room : (gpointer) entry->ward;
  StafetHouse *house = stafet_entry_place_house (agenda->snapshot, entry);
  const StafetCalendar *calendar = stafet_entry_calendar (agenda->snapshot, entry);
  gboolean elsewhere = house != NULL && house->parent.uid != asked;
  const char *spot = "";
  g_autofree char *visited = NULL;

  if (record != NULL)
    spot = stafet_record_get_label (record);
  else if (entry->activity != NULL)
    spot = entry->activity->address;
  if (*spot == '\0')
    visited = visited_words (agenda->snapshot, entry);
  if (visited != NULL && *visited != '\0')
    return g_steal_pointer (&visited);
  if (calendar != NULL)
    return g_strconcat (calendar->name, *spot != '\0' ? " · " : "", spot, NULL);
  elsewhere = elsewhere || (house != NULL && *spot == '\0');
  return g_strconcat (spot, *spot != '\0' && elsewhere ? ", " : "", elsewhere ? house->name : "", NULL);
}

char *
stafet_entry_words_missing (StafetLanguage language, const StafetStaffing *staffing)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (staffing->missing == 0)
    return g_strdup (stafet_i18n_text (language, N_ ("everybody is there")));
  g_string_append_printf (text, stafet_i18n_text (language, N_ ("missing %d of %d")), staffing->missing,
                          staffing->wanted);
  if (staffing->asked > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (
        text, stafet_i18n_plural (language, "%d is asked", "%d are asked", (gulong) staffing->asked),
        staffing->asked);
    }
  return g_strdup (text->str);
}

char *
stafet_entry_words_hole (StafetLanguage language, const StafetStaffing *staffing)
{
  if (staffing->temporary > 0 && staffing->permanent > 0)
    return g_strdup_printf (stafet_i18n_plural (language, "%d permanently vacant, %d only this time",
                                                "%d permanently vacant, %d only this time",
                                                (gulong) staffing->permanent),
                            staffing->permanent, staffing->temporary);
  return g_strdup (staffing->permanent > 0 ? stafet_i18n_text (language, N_ ("permanently vacant"))
                                           : stafet_i18n_text (language, N_ ("only this time")));
}

char *
stafet_entry_words_need (StafetLanguage language, const StafetStaffing *staffing)
{
  g_autofree char *missing = stafet_entry_words_missing (language, staffing);
  g_autofree char *hole = stafet_entry_words_hole (language, staffing);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s · %s", missing, hole);
  if (staffing->looking)
    g_string_append_printf (text, " · %s", stafet_i18n_text (language, N_ ("looking for a stand-in")));
  if (staffing->in_reserve > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text,
                              stafet_i18n_plural (language, "%d takes it if nobody else can",
                                                  "%d take it if nobody else can",
                                                  (gulong) staffing->in_reserve),
                              staffing->in_reserve);
    }
  return g_strdup (text->str);
}

char *
stafet_entry_words_who_is_away (StafetLanguage language, const StafetPlace *place)
{
  const char *name = stafet_place_get_name (place);

  return place->unchecked ? g_strdup_printf (stafet_i18n_text (language, N_ ("%s (no valid check)")), name)
                          : g_strdup (name);
}

char *
stafet_entry_words_away (StafetLanguage language, const StafetStaffing *staffing)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = staffing->n_places; i < staffing->n_places + staffing->n_away; i++)
    g_ptr_array_add (names, stafet_entry_words_who_is_away (language, &staffing->places[i]));
  if (names->len == 0)
    return g_strdup ("");
  joined = stafet_names_join (language, (const char *const *) names->pdata, names->len);
  return g_strdup_printf (stafet_i18n_plural (language, "%s is away", "%s are away", names->len), joined);
}

char *
stafet_entry_words_shift (const StafetEntry *entry, const StafetStaffing *staffing)
{
  if (strcmp (entry->title, staffing->shift->role) == 0)
    return g_strdup (entry->title);
  return g_strconcat (entry->title, " · ", staffing->shift->role, NULL);
}

char *
stafet_entry_words_sentence (const StafetEntry *entry, const StafetStaffing *staffing)
{
  StafetLanguage language = stafet_i18n_get_language ();
  StafetWall start = staffing != NULL ? staffing->start : entry->start;
  StafetWall end = staffing != NULL ? staffing->end : entry->end;
  g_autofree char *date = stafet_words_date (language, stafet_wall_date (start));
  g_autofree char *time = stafet_words_time_span (language, start, end);
  g_autofree char *title =
    staffing != NULL ? stafet_entry_words_shift (entry, staffing) : g_strdup (entry->title);
  g_autofree char *missing = NULL;
  int n = stafet_entry_missing (entry);

  if (entry->status == STAFET_STATUS_CANCELLED)
    missing = g_strdup (_ ("cancelled"));
  else if (staffing != NULL)
    missing = stafet_entry_words_missing (language, staffing);
  else
    missing = n > 0 ? g_strdup_printf (ngettext_ ("%d missing", "%d missing", (gulong) n), n)
                    : g_strdup (entry->n_shifts > 0 ? _ ("everybody is there") : _ ("without volunteers"));
  return g_strdup_printf ("%s, %s, %s, %s", title, date, time, missing);
}

char *
stafet_entry_words_until (StafetLanguage language, StafetWall start, StafetWall end, StafetDate date)
{
  StafetDate last = stafet_day_last (start, end);
  int minutes = end - stafet_wall_new (last, 0);
  g_autofree char *time = stafet_words_time (
    language, minutes > STAFET_MINUTES_PER_DAY ? minutes - STAFET_MINUTES_PER_DAY : minutes);
  g_autofree char *day = NULL;

  if (last == stafet_wall_date (start))
    return g_strdup ("");
  if (last <= date)
    return g_strdup_printf (stafet_i18n_context (language, "time", "until %s"), time);
  day = last < date + 7 ? g_strdup (stafet_words_weekday (language, stafet_date_weekday (last)))
                        : stafet_words_day (language, last);
  return g_strdup_printf (stafet_i18n_context (language, "day, time", "until %s %s"), day, time);
}

char *
stafet_entry_words_planned (const StafetSnapshot *snapshot, StafetLanguage language, const StafetEntry *entry)
{
  gpointer record = stafet_snapshot_get (snapshot, entry->kind, entry->series);
  g_autofree char *date = NULL;
  g_autofree char *span = NULL;
  StafetSeries series;
  StafetWall start, end;

  if (record == NULL || !stafet_series_init (&series, record))
    return NULL;
  stafet_series_span (&series, entry->original, &start, &end);
  date = stafet_words_date (language, entry->original);
  span = stafet_words_time_span (language, start, end);
  return g_strdup_printf ("%s %s", date, span);
}

/* What is closed: the room or ward, else the house itself, which needs no name. */
static const char *
closed_part (const StafetSnapshot *snapshot, const StafetClosure *closure)
{
  const StafetRoom *room = stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, closure->room);
  const StafetWard *ward = stafet_snapshot_get (snapshot, STAFET_KIND_WARD, closure->ward);

  return room != NULL ? room->name : ward != NULL ? ward->name : "";
}

/* "kl. 14.00–16.00", "fra kl. 14.00"; NULL for the whole day. */
static char *
closed_hours (StafetLanguage language, const StafetClosure *closure, StafetDate date)
{
  StafetWall start, end, morning = stafet_wall_new (date, 0), night = stafet_wall_new (date + 1, 0);
  g_autofree char *time = NULL;

  stafet_moment_span (closure->from, closure->to, &start, &end);
  if (start <= morning && end >= night)
    return NULL;
  if (start > morning && end < night)
    return stafet_words_time_span (language, start, end);
  time = stafet_words_time (language, stafet_wall_minutes (start > morning ? start : end));
  if (start > morning)
    return g_strdup_printf (stafet_i18n_context (language, "closed", "from %s"), time);
  return g_strdup_printf (stafet_i18n_context (language, "closed", "until %s"), time);
}

char *
stafet_entry_words_closed (const StafetSnapshot *snapshot, StafetLanguage language,
                           const StafetClosure *closure, StafetDate date)
{
  const char *part = closed_part (snapshot, closure);
  g_autofree char *what = g_strconcat (part, *part != '\0' ? ", " : "", closure->text, NULL);
  g_autofree char *hours = closed_hours (language, closure, date);

  if (hours == NULL)
    return g_strdup_printf (stafet_i18n_text (language, N_ ("Closed: %s")), what);
  return g_strdup_printf (stafet_i18n_text (language, N_ ("Closed %s: %s")), hours, what);
}
