/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that only ask: today, agenda, recur.
 */
#include "core/stafet-error.h"
#include "core/stafet-words.h"
#include "schedule/stafet-day.h"
#include "schedule/stafet-entry-words.h"
#include "schedule/stafet-expand.h"
#include "schedule/stafet-notes.h"
#include "schedule/stafet-signups.h"
#include "stafet-cli.h"

#include <string.h>

#define STRING(builder, name, value)                                                                         \
  (json_builder_set_member_name (builder, name), json_builder_add_string_value (builder, value))
#define INTEGER(builder, name, value)                                                                        \
  (json_builder_set_member_name (builder, name), json_builder_add_int_value (builder, value))

static void
add_date (JsonBuilder *builder, const char *name, StafetDate date)
{
  char buffer[STAFET_DATE_SIZE];

  STRING (builder, name, stafet_date_write (date, buffer));
}

static void
add_wall (JsonBuilder *builder, const char *name, StafetWall wall)
{
  char buffer[STAFET_WALL_SIZE];

  STRING (builder, name, stafet_wall_write (wall, buffer));
}

/* Uid and name of a record that may be missing: "" then. */
static void
add_reference (JsonBuilder *builder, const char *uid_name, const char *name_name, gpointer record)
{
  if (uid_name != NULL)
    STRING (builder, uid_name, record != NULL ? ((StafetRecord *) record)->uid : "");
  STRING (builder, name_name, record != NULL ? stafet_record_get_label (record) : "");
}

static void
add_places (JsonBuilder *builder, const StafetStaffing *staffing)
{
  static const char *const holders[] = { "volunteer", "organiser", "guest" };
  static const char *const states[] = { "standing", "promised", "asked", "if_needed" };

  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  for (guint i = 0; i < staffing->n_places; i++)
    {
      const StafetPlace *place = &staffing->places[i];
      StafetUid uid = stafet_place_get_uid (place);

      json_builder_begin_object (builder);
      STRING (builder, "kind", holders[place->holder]);
      STRING (builder, "uid", uid != NULL ? uid : "");
      STRING (builder, "name", stafet_place_get_name (place));
      INTEGER (builder, "count", place->count);
      STRING (builder, "state", states[place->state]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "away");
  json_builder_begin_array (builder);
  for (guint i = staffing->n_places; i < staffing->n_places + staffing->n_away; i++)
    {
      StafetUid uid = stafet_place_get_uid (&staffing->places[i]);

      json_builder_begin_object (builder);
      STRING (builder, "uid", uid != NULL ? uid : "");
      STRING (builder, "name", stafet_place_get_name (&staffing->places[i]));
      if (staffing->places[i].unchecked)
        STRING (builder, "reason", "check");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_shift (JsonBuilder *builder, const StafetStaffing *staffing)
{
  json_builder_begin_object (builder);
  STRING (builder, "shift", staffing->shift->parent.uid);
  STRING (builder, "role", staffing->shift->role);
  INTEGER (builder, "min", staffing->min);
  INTEGER (builder, "wanted", staffing->wanted);
  INTEGER (builder, "max", staffing->max);
  INTEGER (builder, "filled", staffing->filled);
  INTEGER (builder, "asked", staffing->asked);
  INTEGER (builder, "missing", staffing->missing);
  INTEGER (builder, "permanent", staffing->permanent);
  INTEGER (builder, "temporary", staffing->temporary);
  json_builder_set_member_name (builder, "looking");
  json_builder_add_boolean_value (builder, staffing->looking);
  add_places (builder, staffing);
  json_builder_end_object (builder);
}

static void
add_visit (JsonBuilder *builder, const StafetVisit *visit)
{
  json_builder_begin_object (builder);
  STRING (builder, "stop", visit->stop->parent.uid);
  add_reference (builder, "ward", "ward_name", visit->ward);
  add_wall (builder, "start", visit->start);
  add_wall (builder, "end", visit->end);
  add_reference (builder, NULL, "received_by", visit->received_by);
  json_builder_end_object (builder);
}

static const char *
category_key (gint32 category)
{
  const StafetField *field = stafet_record_info_field (stafet_record_info (STAFET_KIND_ACTIVITY), "category");

  return category == STAFET_ENUM_NONE ? "" : field->values[category].key;
}

/* How many may come, have signed up and wait; null places where there is no limit. Numbers alone. */
static void
add_signups (JsonBuilder *builder, const StafetSnapshot *snapshot, const StafetEntry *entry)
{
  g_auto (StafetSignups) signups = { .capacity = STAFET_SIGNUPS_NO_LIMIT };

  if (entry->activity != NULL)
    stafet_signups_find (snapshot, entry->activity, entry->original, &signups);
  json_builder_set_member_name (builder, "capacity");
  if (signups.capacity != STAFET_SIGNUPS_NO_LIMIT)
    json_builder_add_int_value (builder, signups.capacity);
  else
    json_builder_add_null_value (builder);
  INTEGER (builder, "signed", signups.signed_up);
  INTEGER (builder, "waiting", signups.waiting_heads);
  json_builder_set_member_name (builder, "meal");
  json_builder_add_boolean_value (builder, entry->activity != NULL && entry->activity->meal);
}

static void
add_entry (JsonBuilder *builder, const StafetSnapshot *snapshot, const StafetEntry *entry)
{
  static const char *const statuses[] = { "planned", "moved", "cancelled" };

  json_builder_begin_object (builder);
  STRING (builder, "series", entry->series);
  add_date (builder, "original_date", entry->original);
  add_wall (builder, "start", entry->start);
  add_wall (builder, "end", entry->end);
  STRING (builder, "title", entry->title);
  STRING (builder, "status", statuses[entry->status]);
  STRING (builder, "reason", stafet_entry_reason (entry, stafet_i18n_get_language ()));
  add_reference (builder, "house", "house_name", entry->house);
  add_reference (builder, "room", "room_name", entry->room);
  add_reference (builder, "ward", "ward_name", entry->ward);
  add_reference (builder, NULL, "organiser_name", entry->organiser);
  STRING (builder, "category", category_key (entry->category));
  json_builder_set_member_name (builder, "stops");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->n_visits; i++)
    add_visit (builder, &entry->visits[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "shifts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->n_shifts; i++)
    add_shift (builder, &entry->shifts[i]);
  json_builder_end_array (builder);
  add_signups (builder, snapshot, entry);
  json_builder_end_object (builder);
}

static void
add_entries (JsonBuilder *builder, const StafetAgenda *agenda, gboolean holes)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < agenda->entries->len; i++)
    if (!holes || stafet_entry_missing (g_ptr_array_index (agenda->entries, i)) > 0)
      add_entry (builder, agenda->snapshot, g_ptr_array_index (agenda->entries, i));
  json_builder_end_array (builder);
}

/* ——— In words ——— */

/* "24/11" (transfer full) */
static char *
short_day (StafetDate date)
{
  int year, month, day;

  stafet_date_split (date, &year, &month, &day);
  return g_strdup_printf ("%d/%d", day, month);
}

/* " 9.00–11.30": always as wide. (transfer full) */
static char *
span_in_words (StafetWall start, StafetWall end)
{
  int a = stafet_wall_minutes (start), b = stafet_wall_minutes (end);

  return g_strdup_printf ("%2d.%02d–%02d.%02d", a / 60, a % 60, b / 60, b % 60);
}

static void
append_place (GString *line, const StafetPlace *place)
{
  g_string_append (line, stafet_place_get_name (place));
  if (place->count > 1)
    g_string_append_printf (line, ", %d", place->count);
  if (place->state == STAFET_PLACE_ASKED)
    g_string_append (line, _ (" (asked)"));
  if (place->state == STAFET_PLACE_IF_NEEDED)
    g_string_append (line, _ (" (takes it if nobody else can)"));
}

/* Who is there, what is missing, and who sent regrets. */
static void
print_shift (const StafetStaffing *staffing)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < staffing->n_places; i++)
    {
      g_string_append (line, i > 0 ? "; " : "");
      append_place (line, &staffing->places[i]);
    }
  if (staffing->missing > 0)
    {
      g_autofree char *need = stafet_entry_words_need (stafet_i18n_get_language (), staffing);

      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", need);
    }
  for (guint i = 0; i < staffing->n_away; i++)
    {
      g_autofree char *name = stafet_entry_words_who_is_away (stafet_i18n_get_language (),
                                                              &staffing->places[staffing->n_places + i]);

      g_string_append_printf (line, "%s%s", i == 0 ? _ (" · away: ") : ", ", name);
    }
  g_print ("               %s: %s\n", staffing->shift->role, line->str);
}

static void
print_entry (const StafetAgenda *agenda, const StafetEntry *entry, StafetUid asked)
{
  g_autofree char *span = span_in_words (entry->start, entry->end);
  g_autofree char *place = stafet_entry_words_place (agenda, entry, asked);

  g_print ("  %s  %s%s%s", span, entry->title, *place != '\0' ? " · " : "", place);
  if (entry->status == STAFET_STATUS_CANCELLED)
    g_print (" · %s: %s", _ ("CANCELLED"), stafet_entry_reason (entry, stafet_i18n_get_language ()));
  if (entry->status == STAFET_STATUS_MOVED && stafet_wall_date (entry->start) != entry->original)
    {
      g_autofree char *from = short_day (entry->original);

      g_print (_ (" · moved from %s"), from);
    }
  g_print ("\n");
  for (guint i = 0; entry->status != STAFET_STATUS_CANCELLED && i < entry->n_shifts; i++)
    print_shift (&entry->shifts[i]);
}

static void
print_entries (const StafetAgenda *agenda, StafetUid asked)
{
  StafetDate day = STAFET_DATE_NONE;

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (stafet_wall_date (entry->start) != day)
        {
          g_autofree char *words =
            stafet_words_date_with_year (stafet_i18n_get_language (), stafet_wall_date (entry->start));

          g_print ("%s%s\n", day != STAFET_DATE_NONE ? "\n" : "", words);
          day = stafet_wall_date (entry->start);
        }
      print_entry (agenda, entry, asked);
    }
  if (agenda->entries->len == 0)
    g_print ("%s\n", _ ("Nothing is planned."));
}

/* ——— today, agenda ——— */

static gboolean
query_of (StafetCli *cli, StafetAgendaQuery *query, GError **error)
{
  if ((cli->house != NULL) + (cli->ward != NULL) + (cli->area != NULL) + (cli->volunteer != NULL) > 1)
    return stafet_cli_usage (error, _ ("Ask about one of --house, --ward, --area and --volunteer."));
  return stafet_cli_reference (cli, STAFET_KIND_HOUSE, cli->house, &query->house, error)
         && stafet_cli_reference (cli, STAFET_KIND_WARD, cli->ward, &query->ward, error)
         && stafet_cli_reference (cli, STAFET_KIND_AREA, cli->area, &query->area, error)
         && stafet_cli_reference (cli, STAFET_KIND_VOLUNTEER, cli->volunteer, &query->volunteer, error);
}

/* Of a file nobody knows whose houses and volunteers it speaks of. */
static gboolean
foreign_alone (StafetCli *cli, GError **error)
{
  return (cli->house == NULL && cli->ward == NULL && cli->area == NULL && cli->volunteer == NULL)
         || stafet_cli_usage (error, _ ("--file goes without --house, --ward, --area and --volunteer."));
}

static gboolean
run_agenda (StafetCli *cli, GError **error)
{
  StafetAgendaQuery query = { .from = cli->from, .to = cli->to };
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (query.from == STAFET_DATE_NONE || query.to == STAFET_DATE_NONE)
    return stafet_cli_usage (error, _ ("Say which days: --from DATE --to DATE."));
  if (query.to < query.from)
    return stafet_cli_usage (error, _ ("The end is before the start. Mend one of the two."));
  if (cli->file != NULL)
    return foreign_alone (cli, error) && stafet_cli_agenda_of_file (cli, error);
  if (!stafet_cli_open_plan (cli, error) || !query_of (cli, &query, error))
    return FALSE;
  agenda = stafet_agenda_new (stafet_plan_get_snapshot (cli->plan), &query);
  if (!stafet_cli_wants_json (cli))
    {
      print_entries (agenda, query.house);
      return TRUE;
    }
  add_entries (builder, agenda, FALSE);
  stafet_cli_print_json (builder);
  return TRUE;
}

/* ——— today in words ——— */

/* One line of the holes: the columns before what is missing. (transfer full) */
static char *
hole_in_words (const StafetAgenda *agenda, const StafetEntry *entry, const StafetStaffing *staffing,
               StafetUid asked)
{
  g_autofree char *span = span_in_words (staffing->start, staffing->end);
  g_autofree char *place = stafet_entry_words_place (agenda, entry, asked);
  gboolean same = strcmp (entry->title, staffing->shift->role) == 0;

  return g_strconcat (span, "  ", entry->title, same ? "" : " / ", same ? "" : staffing->shift->role,
                      *place != '\0' ? " · " : "", place, NULL);
}

typedef void (*HoleFunc) (const char *line, const StafetStaffing *staffing, gpointer data);

static void
each_hole (const StafetAgenda *agenda, StafetUid asked, HoleFunc func, gpointer data)
{
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      for (guint j = 0; entry->status != STAFET_STATUS_CANCELLED && j < entry->n_shifts; j++)
        if (entry->shifts[j].missing > 0)
          {
            g_autofree char *line = hole_in_words (agenda, entry, &entry->shifts[j], asked);

            func (line, &entry->shifts[j], data);
          }
    }
}

static void
widen_cb (const char *line, const StafetStaffing *staffing, gpointer data)
{
  glong *width = data;

  (void) staffing;
  *width = MAX (*width, g_utf8_strlen (line, -1));
}

static void
print_hole_cb (const char *line, const StafetStaffing *staffing, gpointer data)
{
  glong *width = data;
  g_autofree char *need = stafet_entry_words_need (stafet_i18n_get_language (), staffing);

  g_print ("  %s%*s  %s\n", line, (int) (*width - g_utf8_strlen (line, -1)), "", need);
}

static void
print_holes (const StafetAgenda *agenda, StafetUid asked)
{
  int missing = 0;
  glong width = 0;

  for (guint i = 0; i < agenda->entries->len; i++)
    missing += stafet_entry_missing (g_ptr_array_index (agenda->entries, i));
  if (missing == 0)
    {
      g_print ("\n%s\n", _ ("No place is vacant."));
      return;
    }
  g_print ("\n");
  g_print (ngettext_ ("%d place is missing", "%d places are missing", (gulong) missing), missing);
  g_print (":\n");
  each_hole (agenda, asked, widen_cb, &width);
  each_hole (agenda, asked, print_hole_cb, &width);
}

static void
print_heading (StafetCli *cli, const StafetAgenda *agenda, const StafetAgendaQuery *query)
{
  g_autofree char *day = stafet_words_date_with_year (stafet_i18n_get_language (), query->from);
  g_autofree char *week =
    stafet_words_week (stafet_i18n_get_language (), stafet_date_iso_week (query->from, NULL));
  gpointer place = query->house != NULL
                     ? stafet_snapshot_get (agenda->snapshot, STAFET_KIND_HOUSE, query->house)
                     : stafet_snapshot_get (agenda->snapshot, STAFET_KIND_AREA, query->area);

  if (query->from == stafet_clock_today (cli->clock))
    g_print (_ ("Today, %s"), day);
  else
    g_print ("%s", day);
  g_print (" · %s%s%s\n", week, place != NULL ? " — " : "",
           place != NULL ? stafet_record_get_label (place) : "");
}

/* ——— Notes ——— */

#define DAYS_AHEAD 7

/* "Ring til kommunen · Karen Holm · Krolf": what it is about stands behind it. (transfer full) */
static char *
note_in_words (const StafetSnapshot *snapshot, const StafetNote *note)
{
  gpointer about[] = { stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, note->volunteer),
                       stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, note->activity) };
  GString *line = g_string_new (note->text);

  g_strdelimit (line->str, "\n", ' ');
  for (gsize i = 0; i < G_N_ELEMENTS (about); i++)
    if (about[i] != NULL)
      g_string_append_printf (line, " · %s", stafet_record_get_label (about[i]));
  return g_string_free (line, FALSE);
}

static void
print_notes (const StafetSnapshot *snapshot, const StafetNotes *notes, StafetDate date)
{
  if (notes->standing->len > 0)
    g_print ("\n%s\n", _ ("To remember:"));
  for (guint i = 0; i < notes->standing->len; i++)
    {
      const StafetNote *note = g_ptr_array_index (notes->standing, i);
      g_autofree char *line = note_in_words (snapshot, note), *day = NULL;

      g_print ("  %s", line);
      if (stafet_note_is_overdue (note, date))
        {
          day = short_day (note->on);
          g_print (_ (" · overdue since %s"), day);
        }
      g_print ("\n");
    }
  if (notes->coming->len > 0)
    g_print ("\n%s\n", _ ("To remember in the next days:"));
  for (guint i = 0; i < notes->coming->len; i++)
    {
      const StafetNote *note = g_ptr_array_index (notes->coming, i);
      g_autofree char *line = note_in_words (snapshot, note);
      g_autofree char *day = stafet_words_short_date (stafet_i18n_get_language (), note->on);

      g_print ("  %s  %s\n", day, line);
    }
}

static void
add_notes (JsonBuilder *builder, const StafetSnapshot *snapshot, const StafetNotes *notes, StafetDate date)
{
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < notes->standing->len; i++)
    {
      StafetNote *note = g_ptr_array_index (notes->standing, i);

      json_builder_begin_object (builder);
      stafet_cli_add_keys (builder, snapshot, &note->parent);
      json_builder_set_member_name (builder, "overdue");
      json_builder_add_boolean_value (builder, stafet_note_is_overdue (note, date));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* ——— today ——— */

/* So many of the newest days that nobody confirmed are named. */
#define OPEN_MOST 14

static void
print_unconfirmed (const GArray *unconfirmed, StafetDate today)
{
  guint first = unconfirmed->len > OPEN_MOST ? unconfirmed->len - OPEN_MOST : 0;

  if (unconfirmed->len == 0)
    return;
  g_print ("\n%s", _ ("Nobody has yet confirmed who came on:"));
  if (first > 0)
    {
      g_autofree char *words = stafet_day_words_open (stafet_i18n_get_language (), unconfirmed, today);

      g_print (" %s: …", words);
    }
  for (guint i = first; i < unconfirmed->len; i++)
    {
      g_autofree char *day = short_day (g_array_index (unconfirmed, StafetDate, i));

      g_print ("%s %s", i > 0 ? "," : "", day);
    }
  g_print ("\n");
}

static void
print_today (StafetCli *cli, const StafetAgenda *agenda, const StafetAgendaQuery *query,
             const GPtrArray *closures, const StafetNotes *notes, const GArray *unconfirmed)
{
  print_heading (cli, agenda, query);
  for (guint i = 0; i < closures->len; i++)
    g_print (_ ("Closed: %s\n"), ((StafetClosure *) g_ptr_array_index (closures, i))->text);
  print_holes (agenda, query->house);
  g_print ("\n");
  for (guint i = 0; i < agenda->entries->len; i++)
    print_entry (agenda, g_ptr_array_index (agenda->entries, i), query->house);
  if (agenda->entries->len == 0)
    g_print ("  %s\n", _ ("Nothing is planned."));
  print_notes (agenda->snapshot, notes, query->from);
  print_unconfirmed (unconfirmed, query->from);
}

static void
print_today_json (const StafetAgenda *agenda, const StafetAgendaQuery *query, const GPtrArray *closures,
                  const StafetNotes *notes, const GArray *unconfirmed)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char buffer[STAFET_DATE_SIZE];

  json_builder_begin_object (builder);
  add_date (builder, "date", query->from);
  STRING (builder, "house", query->house != NULL ? query->house : "");
  json_builder_set_member_name (builder, "holes");
  add_entries (builder, agenda, TRUE);
  json_builder_set_member_name (builder, "entries");
  add_entries (builder, agenda, FALSE);
  json_builder_set_member_name (builder, "unconfirmed_days");
  json_builder_begin_array (builder);
  for (guint i = 0; i < unconfirmed->len; i++)
    json_builder_add_string_value (builder,
                                   stafet_date_write (g_array_index (unconfirmed, StafetDate, i), buffer));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "closures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < closures->len; i++)
    stafet_cli_add_record (builder, agenda->snapshot, g_ptr_array_index (closures, i));
  json_builder_end_array (builder);
  add_notes (builder, agenda->snapshot, notes, query->from);
  json_builder_end_object (builder);
  stafet_cli_print_json (builder);
}

static gboolean
run_today (StafetCli *cli, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (cli->plan);
  StafetAgendaQuery query = { 0 };
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autoptr (GPtrArray) closures = NULL;
  g_autoptr (GArray) unconfirmed = NULL;
  g_auto (StafetNotes) notes = { NULL, NULL };

  if (!query_of (cli, &query, error))
    return FALSE;
  query.from = query.to = cli->date != STAFET_DATE_NONE ? cli->date : stafet_clock_today (cli->clock);
  if (query.house == NULL && query.area == NULL)
    query.house = stafet_day_own_house (snapshot);
  agenda = stafet_agenda_new (snapshot, &query);
  closures = stafet_day_closures (agenda, &query);
  unconfirmed = stafet_day_unconfirmed (snapshot, &query, stafet_plan_get_since (cli->plan),
                                        MIN (query.from, stafet_clock_today (cli->clock)));
  stafet_notes_find (snapshot, &query, DAYS_AHEAD, &notes);
  if (stafet_cli_wants_json (cli))
    print_today_json (agenda, &query, closures, &notes, unconfirmed);
  else
    print_today (cli, agenda, &query, closures, &notes, unconfirmed);
  return TRUE;
}

/* ——— recur ——— */

static gboolean
filter_of (StafetCli *cli, StafetFilter *filter, GError **error)
{
  filter->parity = stafet_cli_parity (cli);
  return stafet_season_parse (cli->season != NULL ? cli->season : "", &filter->season, error)
         && stafet_skip_weeks_parse (cli->skip_weeks != NULL ? cli->skip_weeks : "", &filter->skip_weeks,
                                     error);
}

static gboolean
check_start (StafetCli *cli, GError **error)
{
  if (!stafet_zone_in_gap (stafet_clock_get_zone (cli->clock), cli->start))
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_GAP,
                       _ ("The start lies in the hour that the clock skips when summer time begins. Choose a "
                          "time before 2 or from 3 on."));
  return FALSE;
}

static gboolean
recur_arguments (StafetCli *cli, StafetRule *rule, StafetFilter *filter, GError **error)
{
  if (cli->start == STAFET_WALL_NONE || cli->rule == NULL || (cli->to == STAFET_DATE_NONE && cli->count == 0))
    return stafet_cli_usage (error, _ ("Give --start WALL, --rule RRULE, and --to DATE or --count N."));
  if (!check_start (cli, error)
      || !stafet_rule_parse (cli->rule, stafet_clock_get_zone (cli->clock), rule, error)
      || !filter_of (cli, filter, error))
    return FALSE;
  if (rule->frequency == STAFET_FREQUENCY_WEEKLY || stafet_filter_is_empty (filter))
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE,
                       _ ("Even or odd weeks, a season and weeks left out go with a weekly rule only."));
  return FALSE;
}

/* A rule that gives no date at all is a mistake; one without a date in the period is not. */
static gboolean
check_yields (StafetCli *cli, const StafetRule *rule, const StafetFilter *filter, GError **error)
{
  g_autoptr (GArray) first =
    stafet_expand_recur (rule, cli->start, filter, stafet_wall_date (cli->start), STAFET_DATE_NONE, 1);

  if (first->len > 0)
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_RULE,
                       _ ("The rule never gives a date. Look at its days, months, weeks and last date."));
  return FALSE;
}

static gboolean
run_recur (StafetCli *cli, GError **error)
{
  StafetRule rule;
  StafetFilter filter = { 0 };
  StafetDate from = cli->from;
  g_autoptr (GArray) walls = NULL;
  char buffer[STAFET_WALL_SIZE];

  if (!recur_arguments (cli, &rule, &filter, error) || !check_yields (cli, &rule, &filter, error))
    return FALSE;
  if (from == STAFET_DATE_NONE)
    from = stafet_wall_date (cli->start);
  walls = stafet_expand_recur (&rule, cli->start, &filter, from, cli->to, (guint) cli->count);
  for (guint i = 0; i < walls->len; i++)
    g_print ("%s\n", stafet_wall_write (g_array_index (walls, StafetWall, i), buffer));
  return TRUE;
}

const StafetCommand stafet_cli_questions[] = {
  { "today", "[--house H | --area A] [--date D] [--format json]", N_ ("Shows a day, what is missing first."),
    "house area date format", 0, 0, TRUE, run_today },
  { "agenda",
    "--from D --to D [--house H | --ward W | --area A | --volunteer V | --file FILE.ics] [--format json]",
    N_ ("Shows what happens in a period."), "from to house ward area volunteer file format", 0, 0, FALSE,
    run_agenda },
  { "recur",
    "--start WALL --rule RRULE [--parity even|odd] [--season MM-DD/MM-DD] [--skip-weeks N,N] [--from D] "
    "(--to D | --count N)",
    N_ ("Lists the dates that a rule gives."), "start rule parity season skip-weeks from to count", 0, 0,
    FALSE, run_recur },
  { NULL }
};
