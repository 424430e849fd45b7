/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An occurrence as the lists of calls, reviews and copies tell it: when, what and where.
 */
#include "core/stafet-words.h"
#include "schedule/stafet-entry-words.h"
#include "schedule/stafet-entry.h"
#include "stafet-cli.h"

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))

static const char *
name_of (gconstpointer record)
{
  return record != NULL ? stafet_record_get_label (record) : "";
}

/* When it would be without anything of its own. */
static StafetWall
usual_start (const StafetAgenda *agenda, const StafetEntry *entry)
{
  StafetSeries series;
  StafetWall start, end;

  stafet_series_init (&series, stafet_snapshot_get (agenda->snapshot, entry->kind, entry->series));
  stafet_series_span (&series, entry->original, &start, &end);
  return start;
}

void
stafet_cli_add_occurrence (JsonBuilder *builder, const StafetAgenda *agenda, const StafetEntry *entry)
{
  static const char *const statuses[] = { "planned", "moved", "cancelled" };
  char date[STAFET_DATE_SIZE], wall[STAFET_WALL_SIZE];

  STRING (builder, "series", entry->series);
  STRING (builder, "original_date", stafet_date_write (entry->original, date));
  STRING (builder, "original_start", stafet_wall_write (usual_start (agenda, entry), wall));
  STRING (builder, "start", stafet_wall_write (entry->start, wall));
  STRING (builder, "end", stafet_wall_write (entry->end, wall));
  STRING (builder, "title", entry->title);
  STRING (builder, "status", statuses[entry->status]);
  STRING (builder, "reason", stafet_entry_reason (entry, stafet_i18n_get_language ()));
  STRING (builder, "house_name", name_of (stafet_entry_place_house (agenda->snapshot, entry)));
  STRING (builder, "room_name", name_of (entry->room));
  STRING (builder, "ward_name", name_of (entry->ward));
}

char *
stafet_cli_occurrence_line (const StafetAgenda *agenda, const StafetEntry *entry)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *day = stafet_words_short_date (language, stafet_wall_date (entry->start));
  g_autofree char *time = stafet_words_time_span (language, entry->start, entry->end);
  g_autofree char *place = stafet_entry_words_place (agenda, entry, NULL);
  g_autofree char *from = NULL, *moved = NULL;

  if (entry->status == STAFET_STATUS_MOVED)
    {
      from = stafet_words_instant (language, usual_start (agenda, entry));
      moved = g_strdup_printf (_ (" · moved from %s"), from);
    }
  return g_strdup_printf ("%s  %s  %s%s%s%s", day, time, entry->title, *place != '\0' ? " · " : "", place,
                          moved != NULL ? moved : "");
}
