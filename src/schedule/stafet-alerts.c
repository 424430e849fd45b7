/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the plan as it is against the plan as it was seen.
 */
#include "stafet-alerts.h"

#include "core/stafet-words.h"
#include "stafet-day.h"
#include "stafet-entry-words.h"
#include "stafet-notes.h"

/* More holes than these are told in one. */
#define MOST_HOLES 3
#define MORNING (8 * 60)
/* Whoever has helped the last guest out has a moment first. In minutes. */
#define GRACE 15

/* Takes @title, @body and the floating @target. */
static void
add (GPtrArray *alerts, char *id, char *title, char *body, const char *action, GVariant *target)
{
  StafetAlert *alert = g_new0 (StafetAlert, 1);

  alert->id = id;
  alert->title = title;
  alert->body = body;
  alert->action = action;
  alert->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  g_ptr_array_add (alerts, alert);
}

void
stafet_alert_free (StafetAlert *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->body);
  g_clear_pointer (&self->target, g_variant_unref);
  g_free (self);
}

static StafetAgenda *
agenda_of (StafetSnapshot *snapshot, const StafetAgendaQuery *place, StafetDate from, StafetDate to)
{
  StafetAgendaQuery query = *place;

  query.from = from;
  query.to = to;
  return stafet_agenda_new (snapshot, &query);
}

/* ——— Holes ——— */

/* A shift on one date that is short of people. Borrowed from the agenda. */
typedef struct
{
  const StafetEntry *entry;
  const StafetStaffing *staffing;
} Hole;

static int
missing_before (const StafetAgenda *before, const Hole *hole)
{
  for (guint i = 0; i < before->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (before->entries, i);

      if (entry->series != hole->entry->series || entry->original != hole->entry->original
          || entry->status == STAFET_STATUS_CANCELLED)
        continue;
      for (guint j = 0; j < entry->n_shifts; j++)
        if (entry->shifts[j].shift->parent.uid == hole->staffing->shift->parent.uid)
          return entry->shifts[j].missing;
    }
  return 0;
}

/* (transfer full) of Hole */
static GArray *
find_new_holes (const StafetAgenda *before, const StafetAgenda *agenda, StafetWall now)
{
  GArray *holes = g_array_new (FALSE, FALSE, sizeof (Hole));

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      for (guint j = 0; entry->status != STAFET_STATUS_CANCELLED && j < entry->n_shifts; j++)
        {
          Hole hole = { entry, &entry->shifts[j] };

          if (hole.staffing->end > now && hole.staffing->missing > missing_before (before, &hole))
            g_array_append_val (holes, hole);
        }
    }
  return holes;
}

/* "Café · Servering"; what a hall is let for is nobody's business. (transfer full) */
static char *
name_of (const Hole *hole)
{
  const StafetActivity *activity = hole->entry->activity;

  if (activity != NULL && activity->visibility != STAFET_VISIBILITY_PUBLIC)
    return g_strdup (hole->staffing->shift->role);
  return stafet_entry_words_shift (hole->entry, hole->staffing);
}

static void
add_hole (GPtrArray *alerts, const Hole *hole, const StafetAgendaQuery *place, StafetDate today)
{
  const StafetStaffing *staffing = hole->staffing;
  gboolean is_today = stafet_wall_date (staffing->start) <= today;
  guint n = (guint) staffing->missing;
  g_autofree char *name = name_of (hole);
  g_autofree char *span =
    stafet_words_time_span (stafet_i18n_get_language (), staffing->start, staffing->end);
  const char *house = place->house == NULL && hole->entry->house != NULL ? hole->entry->house->name : NULL;

  add (alerts, g_strdup_printf ("hole-%s-%d", staffing->shift->parent.uid, (int) hole->entry->original),
       is_today ? g_strdup_printf (ngettext_ ("%u is missing today", "%u are missing today", n), n)
                : g_strdup_printf (ngettext_ ("%u is missing tomorrow", "%u are missing tomorrow", n), n),
       g_strjoin (" · ", span, name, house, NULL), "app.find",
       g_variant_new ("(si)", staffing->shift->parent.uid, hole->entry->original));
}

static void
add_holes (GPtrArray *alerts, StafetSnapshot *seen, StafetSnapshot *snapshot, const StafetAgendaQuery *place,
           StafetWall now)
{
  StafetDate today = stafet_wall_date (now);
  g_autoptr (StafetAgenda) agenda = agenda_of (snapshot, place, today, today + 1);
  g_autoptr (StafetAgenda) before = agenda_of (seen, place, today - 7, today + 8);
  g_autoptr (GArray) holes = find_new_holes (before, agenda, now);
  guint sum = 0;

  for (guint i = 0; i < holes->len; i++)
    sum += (guint) g_array_index (holes, Hole, i).staffing->missing;
  if (holes->len > MOST_HOLES)
    add (alerts, g_strdup ("holes"),
         g_strdup_printf (ngettext_ ("%u place is missing today and tomorrow",
                                     "%u places are missing today and tomorrow", sum),
                          sum),
         g_strdup (_ ("The plan was changed on another machine.")), "app.show-day",
         g_variant_new_int32 (today));
  for (guint i = 0; holes->len <= MOST_HOLES && i < holes->len; i++)
    add_hole (alerts, &g_array_index (holes, Hole, i), place, today);
}

/* ——— Notes ——— */

/* Whether who looked last saw it stand there for that day. */
static gboolean
was_seen (const StafetSnapshot *seen, StafetWall looked, const StafetNote *note, StafetDate today)
{
  const StafetNote *before = stafet_snapshot_get (seen, STAFET_KIND_NOTE, note->parent.uid);

  return stafet_wall_date (looked) == today && before != NULL && before->on == today
         && before->done == STAFET_DATE_NONE;
}

static void
add_notes (GPtrArray *alerts, const StafetSnapshot *seen, StafetWall looked, const StafetSnapshot *snapshot,
           const StafetAgendaQuery *place, StafetWall now)
{
  StafetDate today = stafet_wall_date (now);
  StafetAgendaQuery query = *place;
  g_auto (StafetNotes) notes = { NULL };
  guint n = 0;

  query.from = query.to = today;
  stafet_notes_find (snapshot, &query, 0, &notes);
  for (guint i = 0; i < notes.standing->len; i++)
    {
      const StafetNote *note = g_ptr_array_index (notes.standing, i);

      n += note->on == today && !was_seen (seen, looked, note, today) ? 1 : 0;
    }
  if (n > 0 && stafet_wall_minutes (now) >= MORNING)
    add (alerts, g_strdup_printf ("notes-%d", (int) today),
         g_strdup_printf (ngettext_ ("%u note is for today", "%u notes are for today", n), n),
         g_strdup (_ ("What it says stands on the page Today.")), "app.show-day",
         g_variant_new_int32 (today));
}

/* ——— The day is over ——— */

static void
add_open_day (GPtrArray *alerts, StafetWall looked, StafetSnapshot *snapshot, const StafetAgendaQuery *place,
              StafetWall now)
{
  StafetDate today = stafet_wall_date (now);
  g_autoptr (StafetAgenda) agenda = agenda_of (snapshot, place, today, today);
  StafetWall last = stafet_wall_new (today, 0);
  gboolean open = FALSE;

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (entry->status == STAFET_STATUS_CANCELLED)
        continue;
      last = MAX (last, entry->end);
      open |= stafet_day_is_unconfirmed (entry);
    }
  if (!open || now < last + GRACE || looked >= last)
    return;
  add (alerts, g_strdup_printf ("day-%d", (int) today), g_strdup (_ ("Who came today?")),
       g_strdup (_ ("Nobody has said so yet. Tick those who came, or choose All came as planned.")),
       "app.show-day", g_variant_new_int32 (today));
  ((StafetAlert *) g_ptr_array_index (alerts, alerts->len - 1))->quiet = TRUE;
}

/* ——— All of them ——— */

GPtrArray *
stafet_alerts_find (StafetSnapshot *seen, StafetWall looked, StafetSnapshot *snapshot,
                    const StafetAgendaQuery *place, StafetWall now)
{
  GPtrArray *alerts = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_alert_free);

  if (seen != snapshot)
    add_holes (alerts, seen, snapshot, place, now);
  add_notes (alerts, seen, looked, snapshot, place, now);
  add_open_day (alerts, looked, snapshot, place, now);
  return alerts;
}

StafetAlert *
stafet_alert_new_publishing_failed (void)
{
  g_autoptr (GPtrArray) alerts = g_ptr_array_new ();

  add (alerts, g_strdup (STAFET_ALERT_PUBLISHING), g_strdup (_ ("The calendars could not be published")),
       g_strdup (_ ("The page Nursing homes says why.")), "app.nursing", NULL);
  return g_ptr_array_index (alerts, 0);
}
