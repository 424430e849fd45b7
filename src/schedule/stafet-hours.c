/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adds up the places of shifts that are over.
 */
#include "stafet-hours.h"

#include "core/stafet-text.h"

typedef struct
{
  StafetHours *hours;
  GHashTable *lines; /* StafetRecord → StafetHoursLine, borrowed */
  StafetUid volunteer;
  StafetWall now;
  const StafetZone *zone;
} Sum;

int
stafet_staffing_minutes (const StafetStaffing *staffing, const StafetZone *zone)
{
  return (
    int) ((stafet_zone_to_instant (zone, staffing->end) - stafet_zone_to_instant (zone, staffing->start))
          / 60);
}

static gboolean
is_of (const StafetAttendance *row, const StafetPlace *place)
{
  if (place->volunteer != NULL)
    return row->volunteer == place->volunteer->parent.uid;
  if (place->organiser != NULL)
    return row->organiser == place->organiser->parent.uid;
  return row->volunteer == NULL && row->organiser == NULL && g_strcmp0 (row->guest, place->guest) == 0;
}

StafetAttendance *
stafet_attendance_find (const StafetSnapshot *snapshot, StafetUid shift, StafetDate date,
                        const StafetPlace *place)
{
  const GPtrArray *rows = stafet_snapshot_index (snapshot, STAFET_INDEX_ATTENDANCE_BY_SHIFT, shift);

  for (guint i = rows->len > 0 ? stafet_snapshot_first_on (rows, date) : 0; i < rows->len; i++)
    {
      StafetAttendance *row = g_ptr_array_index (rows, i);

      if (row->date != date)
        break;
      if (is_of (row, place))
        return row;
    }
  return NULL;
}

/* ——— Adding up ——— */

static StafetHoursLine *
line_of (Sum *sum, const StafetPlace *place)
{
  gpointer who = place->volunteer != NULL ? (gpointer) place->volunteer : (gpointer) place->organiser;
  StafetHoursLine *line = who != NULL ? g_hash_table_lookup (sum->lines, who) : &sum->hours->guests;

  if (line != NULL)
    return line;
  line = g_new0 (StafetHoursLine, 1);
  line->who = who;
  g_hash_table_insert (sum->lines, who, line);
  g_ptr_array_add (place->volunteer != NULL ? sum->hours->volunteers : sum->hours->organisers, line);
  return line;
}

static void
add_confirmed (Sum *sum, const StafetPlace *place, const StafetAttendance *row)
{
  StafetHoursLine *line = line_of (sum, place);
  gint64 heads = MAX (row->count, 1);

  line->times++;
  line->confirmed += row->minutes * heads;
  sum->hours->total.times++;
  sum->hours->total.confirmed += row->minutes * heads;
  if (place->organiser != NULL && row->method >= 0 && row->method < STAFET_N_METHODS)
    {
      line->heads[row->method] += heads;
      sum->hours->total.heads[row->method] += heads;
    }
}

static void
add_place (Sum *sum, const StafetEntry *entry, const StafetStaffing *staffing, const StafetPlace *place)
{
  const StafetAttendance *row = NULL;
  gint64 minutes;

  if (sum->volunteer != NULL && (place->volunteer == NULL || place->volunteer->parent.uid != sum->volunteer))
    return;
  if (place->came == 1)
    row = stafet_attendance_find (sum->hours->snapshot, staffing->shift->parent.uid, entry->original, place);
  if (row != NULL)
    add_confirmed (sum, place, row);
  if (place->came >= 0 || place->state == STAFET_PLACE_ASKED || place->state == STAFET_PLACE_AWAY)
    return;
  minutes = (gint64) stafet_staffing_minutes (staffing, sum->zone) * place->count;
  line_of (sum, place)->planned += minutes;
  sum->hours->total.planned += minutes;
}

static void
add_entry (Sum *sum, const StafetEntry *entry)
{
  if (entry->status == STAFET_STATUS_CANCELLED || (entry->activity != NULL && !entry->activity->counts_hours))
    return;
  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      if (entry->shifts[i].end <= sum->now || entry->shifts[i].places[j].came == 1)
        add_place (sum, entry, &entry->shifts[i], &entry->shifts[i].places[j]);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const StafetRecord *one = (*(StafetHoursLine *const *) a)->who,
                     *other = (*(StafetHoursLine *const *) b)->who;
  int order = stafet_text_compare (stafet_record_get_label (one), stafet_record_get_label (other));

  return order != 0 ? order : g_strcmp0 (one->uid, other->uid);
}

StafetHours *
stafet_hours_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetWall now,
                  const StafetZone *zone)
{
  StafetHours *self = g_new0 (StafetHours, 1);
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (snapshot, query);
  g_autoptr (GHashTable) lines = g_hash_table_new (g_direct_hash, g_direct_equal);
  Sum sum = { self, lines, query->volunteer, now, zone };

  self->snapshot = stafet_snapshot_ref (snapshot);
  self->volunteers = g_ptr_array_new_with_free_func (g_free);
  self->organisers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < agenda->entries->len; i++)
    add_entry (&sum, agenda->entries->pdata[i]);
  g_ptr_array_sort (self->volunteers, compare_lines);
  g_ptr_array_sort (self->organisers, compare_lines);
  return self;
}

void
stafet_hours_free (StafetHours *self)
{
  g_ptr_array_unref (self->volunteers);
  g_ptr_array_unref (self->organisers);
  stafet_snapshot_unref (self->snapshot);
  g_free (self);
}

char *
stafet_hours_words (StafetLanguage language, gint64 minutes)
{
  gint64 hours = minutes / 60, rest = minutes % 60;
  g_autofree char *first =
    g_strdup_printf (stafet_i18n_plural (language, "%d hour", "%d hours", (gulong) hours), (int) hours);

  if (hours == 0)
    return g_strdup_printf (stafet_i18n_text (language, N_ ("%d min.")), (int) rest);
  if (rest == 0)
    return g_steal_pointer (&first);
  return g_strdup_printf (stafet_i18n_text (language, N_ ("%1$s %2$d min.")), first, (int) rest);
}
