/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the series of a house, and one override for each date that is not as its series says.
 */
#include "stafet-exchange.h"

#include "core/stafet-imported.h"
#include "ics/stafet-ics-writer.h"
#include "schedule/stafet-entry.h"
#include "schedule/stafet-expand.h"
#include "stafet-export.h"
#include "stafet-feed-text.h"

#include <string.h>

#define DAYS_BACK 396
#define DAYS_ON 742

typedef struct
{
  const StafetSnapshot *snapshot;
  const StafetZone *zone;
  StafetFeedVoice voice;
  StafetDate from, to; /* in which dates are looked at one by one */
  GString *out;
} Press;

/* One series under way. */
typedef struct
{
  Press *press;
  const StafetSeries *series;
  StafetRecord *record; /* the activity or shift */
  gboolean all_day;
  gboolean dated;     /* its rule is Stafet's alone: each date is an event */
  GPtrArray *special; /* StafetEntry, owned: dates that are told one by one */
} Telling;

/* ——— Keys ——— */

gboolean
stafet_exchange_takes (const StafetField *field)
{
  static const char *const said[] = { "title", "role",     "house",           "ward",  "start", "end", "rule",
                                      "until", "holidays", "school_holidays", "draft", NULL };

  if ((field->flags & (STAFET_FIELD_NEVER_EXPORTED | STAFET_FIELD_PERSONAL | STAFET_FIELD_HIDDEN)) != 0)
    return FALSE;
  if (field->type == STAFET_FIELD_REF && field->target != STAFET_KIND_ROOM
      && field->target != STAFET_KIND_ORGANISER)
    return FALSE;
  return !g_strv_contains (said, field->name);
}

/* A reference by the name that it has. (transfer full) */
static char *
value_of (const StafetSnapshot *snapshot, StafetRecord *record, const StafetField *field)
{
  StafetRecord *named;

  if (field->type != STAFET_FIELD_REF)
    return stafet_record_get_text (record, field);
  named = stafet_snapshot_get (snapshot, field->target, STAFET_FIELD_AT (StafetUid, record, field));
  return g_strdup (named != NULL ? stafet_record_get_label (named) : "");
}

static void
write_pair (GString *out, const char *line, const char *key, const char *value)
{
  g_autofree char *pair = g_strdup_printf ("%s=%s", key, value);

  stafet_ics_write_text (out, line, pair);
}

/* What differs from @base, as lines of that name. */
static void
write_keys (GString *out, const char *line, const StafetSnapshot *snapshot, StafetRecord *record,
            StafetRecord *base)
{
  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    {
      g_autofree char *value = NULL;

      if (!stafet_exchange_takes (field) || stafet_record_same_value (record, base, field))
        continue;
      value = value_of (snapshot, record, field);
      write_pair (out, line, field->name, value);
    }
}

/* What the calendar's own words cannot say of a series that is told date by date. */
static void
write_series (GString *out, StafetRecord *record)
{
  const char *keys[] = { STAFET_RECORD_INFO (record)->label, "start", "end", "rule", "until" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *value =
        stafet_record_get_text (record, stafet_record_info_field (STAFET_RECORD_INFO (record), keys[i]));

      write_pair (out, STAFET_EXCHANGE_SET, keys[i], value);
    }
}

static void
write_shift (GString *out, const StafetSnapshot *snapshot, StafetRecord *shift)
{
  g_autoptr (StafetRecord) base = stafet_record_new (STAFET_KIND_SHIFT, "");
  g_autoptr (GString) pairs = g_string_new ("role=");

  g_string_append (pairs, ((StafetShift *) shift)->role);
  for (const StafetField *field = STAFET_RECORD_INFO (shift)->fields; field->name != NULL; field++)
    {
      g_autofree char *value = NULL;

      if (!stafet_exchange_takes (field) || field->type == STAFET_FIELD_REF
          || stafet_record_same_value (shift, base, field))
        continue;
      value = value_of (snapshot, shift, field);
      g_string_append_printf (pairs, "\n%s=%s", field->name, value);
    }
  stafet_ics_write_text (out, STAFET_EXCHANGE_SHIFT, pairs->str);
}

static int
compare_uids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(StafetRecord *const *) a)->uid, (*(StafetRecord *const *) b)->uid);
}

static void
write_shifts (GString *out, const Telling *t)
{
  g_autoptr (GPtrArray) shifts = NULL;
  const GPtrArray *all;

  if (t->series->activity == NULL)
    return;
  all = stafet_snapshot_index (t->press->snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, t->series->uid);
  shifts = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (shifts, g_ptr_array_index (all, i));
  g_ptr_array_sort (shifts, compare_uids);
  for (guint i = 0; i < shifts->len; i++)
    write_shift (out, t->press->snapshot, g_ptr_array_index (shifts, i));
}

/* What another calendar said of it that Stafet has no word for, handed on as it stood. */
static void
write_extra (GString *out, const Telling *t)
{
  StafetIndex index =
    t->series->activity != NULL ? STAFET_INDEX_IMPORTED_BY_ACTIVITY : STAFET_INDEX_IMPORTED_BY_SHIFT;
  const GPtrArray *all = stafet_snapshot_index (t->press->snapshot, index, t->series->uid);
  g_auto (GStrv) lines = NULL;

  if (all == NULL || all->len == 0)
    return;
  lines = g_strsplit (((StafetImported *) g_ptr_array_index (all, 0))->extra, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      stafet_ics_write_line (out, *line);
}

/* What the master, or each date of a series that is told by dates, says beside the calendar's own words. */
static void
write_own_lines (GString *out, const Telling *t)
{
  g_autoptr (StafetRecord) base = stafet_record_new (t->series->kind, "");

  stafet_ics_write_text (out, STAFET_EXCHANGE_KIND, t->series->activity != NULL ? "activity" : "shift");
  write_keys (out, STAFET_EXCHANGE_SET, t->press->snapshot, t->record, base);
  if (t->dated)
    write_series (out, t->record);
  write_shifts (out, t);
  write_extra (out, t);
}

/* ——— Events ——— */

static void
write_event (const Telling *t, StafetIcsEvent *event, const StafetEntry *entry, GString *extra)
{
  g_autoptr (GString) location = g_string_new (NULL);

  stafet_feed_text_location (location, &t->press->voice, entry, NULL);
  event->summary = entry->title;
  event->location = location->str;
  event->description = entry->activity != NULL ? entry->activity->public_text : NULL;
  event->all_day = t->all_day;
  event->cancelled = entry->status == STAFET_STATUS_CANCELLED;
  event->transparent = event->cancelled;
  if (event->cancelled && *stafet_entry_reason (entry, t->press->voice.language) != '\0')
    stafet_ics_write_text (extra, "COMMENT", stafet_entry_reason (entry, t->press->voice.language));
  event->extra = extra->str;
  stafet_ics_write_event (t->press->out, event, stafet_zone_get_name (t->press->zone));
}

static gboolean
is_midnight (StafetWall wall)
{
  return stafet_wall_minutes (wall) == 0;
}

/* The end that a reader gives this date of the rule: the same time must pass as on the first one. */
static StafetWall
read_end (const Telling *t, StafetWall start)
{
  const StafetTiming *timing = t->series->timing;
  StafetDate first = stafet_expand_next (timing, timing->first_date);
  StafetWall begun, over;

  stafet_series_span (t->series, first, &begun, &over);
  return stafet_zone_to_wall (t->press->zone, stafet_zone_to_instant (t->press->zone, start)
                                                + stafet_zone_to_instant (t->press->zone, over)
                                                - stafet_zone_to_instant (t->press->zone, begun));
}

/* Whether the date is what the master alone would make of it. */
static gboolean
is_plain (const Telling *t, const StafetEntry *entry)
{
  StafetWall start, end;

  stafet_series_span (t->series, entry->original, &start, &end);
  if (entry->status != STAFET_STATUS_PLANNED
      || strcmp (entry->title, stafet_record_get_label (t->record)) != 0)
    return FALSE;
  if (!t->all_day && read_end (t, start) != end)
    return FALSE;
  for (const StafetField *field = STAFET_RECORD_INFO (t->record)->fields;
       entry->activity != NULL && field->name != NULL; field++)
    if (stafet_exchange_takes (field) && !stafet_record_same_value (entry->activity, t->record, field))
      return FALSE;
  return TRUE;
}

static gboolean
look_at_date_cb (StafetDate date, gpointer data)
{
  Telling *t = data;
  StafetEntry *entry = g_new0 (StafetEntry, 1);

  stafet_entry_init (entry, t->press->snapshot, t->series, date);
  if (t->dated || !is_plain (t, entry))
    g_ptr_array_add (t->special, entry);
  else
    stafet_entry_free (entry);
  return TRUE;
}

static void
write_override (const Telling *t, const StafetEntry *entry)
{
  g_autofree char *uid = g_strdup_printf ("%s@stafet", t->series->uid);
  g_autoptr (GString) extra = g_string_new (NULL);
  StafetIcsEvent event = {
    .uid = uid, .start = entry->start, .end = entry->end, .stamp = entry->changed, .overrides = TRUE
  };
  StafetWall end;

  stafet_series_span (t->series, entry->original, &event.recurrence, &end);
  if (entry->activity != NULL)
    write_keys (extra, STAFET_EXCHANGE_CHANGED, t->press->snapshot, (StafetRecord *) entry->activity,
                t->record);
  write_event (t, &event, entry, extra);
}

static void
write_dated (const Telling *t, const StafetEntry *entry)
{
  char on[STAFET_DATE_SIZE];
  g_autofree char *uid = NULL;
  g_autoptr (GString) extra = g_string_new (NULL);
  StafetIcsEvent event = { .start = entry->start, .end = entry->end, .stamp = entry->changed };
  int year, month, day;

  stafet_date_split (entry->original, &year, &month, &day);
  event.uid = uid = g_strdup_printf ("%s-%04d%02d%02d@stafet", t->series->uid, year, month, day);
  write_own_lines (extra, t);
  if (t->dated)
    {
      stafet_ics_write_text (extra, STAFET_EXCHANGE_SERIES, t->series->uid);
      stafet_ics_write_text (extra, STAFET_EXCHANGE_ON, stafet_date_write (entry->original, on));
      if (entry->activity != NULL)
        write_keys (extra, STAFET_EXCHANGE_CHANGED, t->press->snapshot, (StafetRecord *) entry->activity,
                    t->record);
    }
  write_event (t, &event, entry, extra);
}

/* ——— Rules ——— */

/* The canonical rule with its last date: UNTIL is in UTC, or a date where the start is one (§3.3.10).
 * (transfer full) */
static char *
rule_text (const Telling *t)
{
  const StafetTiming *timing = t->series->timing;
  StafetWall last;
  int year, month, day, minutes;

  if (timing->until == STAFET_DATE_NONE)
    return g_strdup (timing->rule);
  last = stafet_wall_new (timing->until, stafet_wall_minutes (timing->start));
  if (!t->all_day)
    last = (StafetWall) (stafet_zone_to_instant (t->press->zone, last) / 60);
  stafet_date_split (stafet_wall_date (last), &year, &month, &day);
  minutes = stafet_wall_minutes (last);
  if (t->all_day)
    return g_strdup_printf ("%s;UNTIL=%04d%02d%02d", timing->rule, year, month, day);
  return g_strdup_printf ("%s;UNTIL=%04d%02d%02dT%02d%02d00Z", timing->rule, year, month, day, minutes / 60,
                          minutes % 60);
}

/* The series as its first date; bumped with whatever is special about any date. */
static void
write_master (const Telling *t)
{
  const StafetTiming *timing = t->series->timing;
  g_autofree char *uid = g_strdup_printf ("%s@stafet", t->series->uid), *rule = rule_text (t);
  g_autoptr (GString) extra = g_string_new (NULL), location = g_string_new (NULL);
  StafetIcsEvent event = { .uid = uid, .stamp = t->record->changed, .rule = rule };
  StafetEntry plain = { .kind = t->series->kind,
                        .activity = t->series->activity,
                        .title = stafet_record_get_label (t->record),
                        .house =
                          stafet_snapshot_get (t->press->snapshot, STAFET_KIND_HOUSE, t->series->house),
                        .room = stafet_snapshot_get (t->press->snapshot, STAFET_KIND_ROOM, t->series->room),
                        .ward = stafet_snapshot_get (t->press->snapshot, STAFET_KIND_WARD, t->series->ward) };

  stafet_series_span (t->series, stafet_expand_next (timing, timing->first_date), &event.start, &event.end);
  for (guint i = 0; i < t->special->len; i++)
    event.stamp = MAX (event.stamp, ((StafetEntry *) g_ptr_array_index (t->special, i))->changed);
  write_own_lines (extra, t);
  write_event (t, &event, &plain, extra);
}

/* A date that was given times of its own cannot stand in a series of whole days. FALSE: it is none any more,
 * and its dates are to be looked at anew. */
static gboolean
settle_all_day (Telling *t)
{
  gboolean before = t->all_day;

  for (guint i = 0; i < t->special->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (t->special, i);

      t->all_day = t->all_day && is_midnight (entry->start) && is_midnight (entry->end);
    }
  return t->all_day == before;
}

static gboolean
is_stafets_alone (const StafetTiming *timing)
{
  return timing->recurs && !stafet_filter_is_empty (&timing->filter);
}

/* One that is not as its record says is told like a series of one date. */
static void
tell_once (Telling *t)
{
  StafetEntry *entry = g_new0 (StafetEntry, 1);

  stafet_entry_init (entry, t->press->snapshot, t->series, t->series->timing->first_date);
  t->all_day = is_midnight (entry->start) && is_midnight (entry->end);
  t->dated = !is_plain (t, entry);
  write_dated (t, entry);
  stafet_entry_free (entry);
}

static void
tell (Press *press, StafetRecord *record)
{
  StafetSeries series;
  g_autoptr (GPtrArray) special = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_entry_free);
  Telling t = { .press = press, .series = &series, .record = record, .special = special };

  if (!stafet_series_init (&series, record))
    return;
  t.all_day = is_midnight (series.timing->start) && is_midnight (series.timing->end);
  t.dated = is_stafets_alone (series.timing);
  if (!series.timing->recurs)
    {
      tell_once (&t);
      return;
    }
  stafet_expand_timing (series.timing, press->from, press->to, look_at_date_cb, &t);
  if (!settle_all_day (&t))
    {
      g_ptr_array_set_size (special, 0);
      stafet_expand_timing (series.timing, press->from, press->to, look_at_date_cb, &t);
    }
  if (!t.dated && stafet_expand_next (series.timing, series.timing->first_date) != STAFET_DATE_NONE)
    write_master (&t);
  for (guint i = 0; i < special->len; i++)
    if (t.dated)
      write_dated (&t, g_ptr_array_index (special, i));
    else
      write_override (&t, g_ptr_array_index (special, i));
}

/* ——— The house ——— */

static void
take_kind (const StafetSnapshot *snapshot, StafetKind kind, StafetUid house, GPtrArray *into)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, kind);

  for (guint i = 0; i < all->len; i++)
    {
      StafetRecord *record = g_ptr_array_index (all, i);
      StafetSeries series;

      if (stafet_series_init (&series, record) && series.house == house
          && (series.activity == NULL || (!series.activity->draft && series.activity->calendar == NULL)))
        g_ptr_array_add (into, record);
    }
}

GString *
stafet_exchange_render (StafetPlan *plan, StafetUid house)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetDate monday = stafet_date_monday (stafet_clock_today (stafet_plan_get_clock (plan)));
  Press press = { .snapshot = snapshot,
                  .zone = stafet_clock_get_zone (stafet_plan_get_clock (plan)),
                  .voice = { .snapshot = snapshot,
                             .language = (StafetLanguage) stafet_snapshot_settings (snapshot)->language },
                  .from = monday - DAYS_BACK,
                  .to = monday + DAYS_ON,
                  .out = g_string_new (NULL) };
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  StafetRecord *subject = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, house);
  StafetIcsCalendar calendar = { stafet_record_get_label (subject), "", press.zone, 0 };

  stafet_date_split (monday, &calendar.year, NULL, NULL);
  take_kind (snapshot, STAFET_KIND_ACTIVITY, house, records);
  take_kind (snapshot, STAFET_KIND_SHIFT, house, records);
  g_ptr_array_sort (records, compare_uids);
  stafet_ics_write_begin (press.out, &calendar);
  for (guint i = 0; i < records->len; i++)
    tell (&press, g_ptr_array_index (records, i));
  stafet_ics_write_end (press.out);
  return press.out;
}

gboolean
stafet_exchange_export (StafetPlan *plan, StafetUid house, const char *path, GError **error)
{
  g_autoptr (GString) bytes = stafet_exchange_render (plan, house);

  return stafet_export_write (plan, bytes, path, error);
}
