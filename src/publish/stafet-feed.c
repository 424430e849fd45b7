/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a feed says.
 */
#include "stafet-feed.h"

#include "core/stafet-text.h"

#include <string.h>

typedef struct
{
  StafetSnapshot *snapshot;
  const StafetFeed *feed;
  StafetLanguage language;
  StafetDate this_monday;
  GPtrArray *events; /* StafetIcsEvent */
} Render;

#define T(render, msgid) stafet_i18n_text ((render)->language, msgid)

/* ——— Names ——— */

/* As the feed may call her: a protected volunteer has no name outside the program. (transfer full) */
static char *
name_of (const Render *render, const StafetPlace *place)
{
  const StafetVolunteer *volunteer = place->volunteer;
  const char *name = stafet_place_get_name (place);

  if (volunteer != NULL && volunteer->protected_)
    return g_strdup (T (render, N_ ("Volunteer")));
  if (place->organiser != NULL)
    return g_strdup_printf ("%s (%d)", name, place->count);
  if (volunteer == NULL || render->feed->names == STAFET_NAMES_FULL)
    return g_strdup (name);
  if (volunteer->short_name[0] != '\0')
    return g_strdup (volunteer->short_name);
  return g_strndup (name, strcspn (name, " "));
}

/* Who has promised, over all shifts; everyone once. */
static GPtrArray *
promised_names (const Render *render, const StafetEntry *entry)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      {
        const StafetPlace *place = &entry->shifts[i].places[j];
        StafetUid uid = stafet_place_get_uid (place);

        if (place->state == STAFET_PLACE_ASKED || (uid != NULL && !g_hash_table_add (seen, (gpointer) uid)))
          continue;
        g_ptr_array_add (names, name_of (render, place));
      }
  return names;
}

/* "Karen, Bent og Aase", or "3 frivillige" at the counts level; NULL when nobody has promised. */
static char *
who_comes (const Render *render, const StafetEntry *entry)
{
  g_autoptr (GPtrArray) names = NULL;
  int heads = stafet_entry_heads (entry);

  if (heads == 0)
    return NULL;
  if (render->feed->names == STAFET_NAMES_COUNTS)
    return g_strdup_printf (
      stafet_i18n_plural (render->language, "%d volunteer", "%d volunteers", (gulong) heads), heads);
  names = promised_names (render, entry);
  return stafet_names_join (render->language, (const char *const *) names->pdata, names->len);
}

/* ——— Texts ——— */

/* A private booking shows outside the house only that the place is taken. */
static gboolean
is_private (const Render *render, const StafetEntry *entry)
{
  return entry->activity != NULL && entry->activity->visibility == STAFET_VISIBILITY_OCCUPIED
         && render->feed->kind == STAFET_FEED_PROGRAMME;
}

static char *
summary_of (const Render *render, const StafetEntry *entry)
{
  const char *title = is_private (render, entry) ? T (render, N_ ("Occupied")) : entry->title;
  g_autofree char *who = NULL;

  if (entry->status == STAFET_STATUS_CANCELLED)
    return g_strdup_printf ("%s: %s", T (render, N_ ("CANCELLED")), title);
  if (render->feed->kind == STAFET_FEED_PROGRAMME || is_private (render, entry))
    return g_strdup (title);
  who = who_comes (render, entry);
  return who != NULL ? g_strdup_printf ("%s: %s", title, who) : g_strdup (title);
}

static char *
location_of (const Render *render, const StafetEntry *entry, const StafetVisit *visit)
{
  StafetWard *ward = visit != NULL ? visit->ward : entry->ward;
  StafetHouse *house = ward != NULL ? stafet_snapshot_get (render->snapshot, STAFET_KIND_HOUSE, ward->house)
                                    : stafet_entry_place_house (render->snapshot, entry);
  const char *inside = ward != NULL ? ward->name : entry->room != NULL ? entry->room->name : NULL;

  if (house == NULL)
    return g_strdup (inside != NULL ? inside : "");
  return inside != NULL ? g_strdup_printf ("%s, %s", inside, house->name) : g_strdup (house->name);
}

static void
add_line (GString *text, const char *label, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "%s: %s\n", label, value);
}

static void
describe_holes (const Render *render, const StafetEntry *entry, GString *text)
{
  int asked = 0, temporary = 0;

  for (guint i = 0; i < entry->n_shifts; i++)
    {
      asked += entry->shifts[i].asked;
      temporary += entry->shifts[i].temporary;
    }
  if (asked > 0)
    g_string_append_printf (text, "%s\n", T (render, N_ ("We are asking for one more.")));
  if (temporary > 0)
    g_string_append_printf (text, "%s\n", T (render, N_ ("We are looking for a stand-in.")));
}

static void
describe_activity (const Render *render, const StafetEntry *entry, const StafetVisit *visit, GString *text)
{
  const StafetActivity *activity = entry->activity;
  const StafetContact *receiver = visit != NULL ? visit->received_by : NULL;

  if (activity == NULL)
    return;
  if (receiver == NULL)
    receiver = stafet_snapshot_get (render->snapshot, STAFET_KIND_CONTACT, activity->received_by);
  if (*activity->public_text != '\0')
    g_string_append_printf (text, "%s\n", activity->public_text);
  add_line (text, T (render, N_ ("Price")), activity->price);
  if (render->feed->kind != STAFET_FEED_ARRIVALS)
    return;
  add_line (text, T (render, N_ ("Meeting place")), activity->meeting_place);
  add_line (text, T (render, N_ ("Received by")), receiver != NULL ? receiver->name : "");
  add_line (text, T (render, N_ ("Make ready")), activity->make_ready);
}

static void
describe_house (const Render *render, const StafetEntry *entry, StafetInstant stamp, GString *text)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (stafet_snapshot_settings (render->snapshot)->zone, NULL);
  StafetWall updated = zone != NULL ? stafet_zone_to_wall (zone, stamp) : 0;
  int year, month, day, minutes = stafet_wall_minutes (updated);

  if (entry->house != NULL && entry->house->phone[0] != '\0')
    {
      g_autofree char *phone = stafet_phone_format (entry->house->phone);

      g_string_append_printf (text, "%s: %s\n", entry->house->name, phone);
    }
  stafet_date_split (stafet_wall_date (updated), &year, &month, &day);
  /* Translators: updated day/month year at hour.minute */
  g_string_append_printf (text, T (render, N_ ("Updated %d/%d %d at %d.%02d")), day, month, year,
                          minutes / 60, minutes % 60);
}

static char *
description_of (const Render *render, const StafetEntry *entry, const StafetVisit *visit)
{
  GString *text = g_string_new (NULL);

  if (!is_private (render, entry))
    {
      if (entry->status == STAFET_STATUS_CANCELLED)
        add_line (text, T (render, N_ ("Reason")), stafet_entry_reason (entry, render->language));
      else if (render->feed->kind != STAFET_FEED_PROGRAMME)
        {
          g_autofree char *who = who_comes (render, entry);

          add_line (text, T (render, N_ ("Coming")), who);
          describe_holes (render, entry, text);
        }
      describe_activity (render, entry, visit, text);
    }
  describe_house (render, entry, entry->changed, text);
  return g_string_free (text, FALSE);
}

/* ——— Events ——— */

/* Stable for life: the series and its original date, whatever happens to either. */
static char *
uid_of (const StafetEntry *entry, const StafetVisit *visit)
{
  int year, month, day;

  stafet_date_split (entry->original, &year, &month, &day);
  return g_strdup_printf ("%s-%04d%02d%02d%s%s@stafet", entry->series, year, month, day,
                          visit != NULL ? "-" : "", visit != NULL ? visit->stop->parent.uid : "");
}

static void
add_event (Render *render, const StafetEntry *entry, const StafetVisit *visit)
{
  StafetIcsEvent *event = g_new0 (StafetIcsEvent, 1);

  event->uid = uid_of (entry, visit);
  event->summary = summary_of (render, entry);
  event->location = location_of (render, entry, visit);
  event->description = description_of (render, entry, visit);
  event->start = visit != NULL ? visit->start : entry->start;
  event->end = visit != NULL ? visit->end : entry->end;
  event->transparent = entry->status == STAFET_STATUS_CANCELLED;
  event->cancelled = event->transparent && render->feed->cancelled == STAFET_FEED_CANCELLED_CANCELLED;
  event->stamp = entry->changed;
  g_ptr_array_add (render->events, event);
}

/* A ward's feed has its own stops, a nursing home's those of its wards, every other feed all of them. */
static gboolean
wants_visit (const Render *render, const StafetVisit *visit)
{
  if (render->feed->kind != STAFET_FEED_ARRIVALS)
    return TRUE;
  if (render->feed->ward != NULL)
    return visit->ward != NULL && visit->ward->parent.uid == render->feed->ward;
  return render->feed->house == NULL || (visit->ward != NULL && visit->ward->house == render->feed->house);
}

static gboolean
is_left_out (const Render *render, const StafetEntry *entry)
{
  if (entry->status == STAFET_STATUS_CANCELLED && stafet_wall_date (entry->start) < render->this_monday)
    return TRUE;
  if (render->feed->kind == STAFET_FEED_OPEN && stafet_entry_missing (entry) == 0)
    return TRUE;
  return render->feed->kind == STAFET_FEED_PROGRAMME && entry->activity != NULL
         && entry->activity->visibility == STAFET_VISIBILITY_HIDDEN;
}

static void
add_entry (Render *render, const StafetEntry *entry)
{
  if (is_left_out (render, entry))
    return;
  if (entry->n_visits == 0)
    add_event (render, entry, NULL);
  for (guint i = 0; i < entry->n_visits; i++)
    if (wants_visit (render, &entry->visits[i]))
      add_event (render, entry, &entry->visits[i]);
}

/* Some programs keep showing what was there when a calendar comes back empty. */
static void
add_placeholder (Render *render, StafetDate monday)
{
  StafetIcsEvent *event = g_new0 (StafetIcsEvent, 1);

  event->uid = g_strdup_printf ("%s-empty@stafet", render->feed->parent.uid);
  event->summary = g_strdup (T (render, N_ ("Nothing is planned.")));
  event->location = g_strdup ("");
  event->description = g_strdup ("");
  event->start = stafet_wall_new (monday, 0);
  event->end = stafet_wall_new (monday + 1, 0);
  event->all_day = event->transparent = TRUE;
  event->stamp = MAX (render->feed->parent.changed, 0);
  g_ptr_array_add (render->events, event);
}

GString *
stafet_feed_render (StafetSnapshot *snapshot, const StafetFeed *feed, StafetDate today)
{
  StafetDate monday = stafet_date_monday (today);
  StafetAgendaQuery query = { .from = monday - 7 * feed->weeks_back,
                              .to = monday + 7 * feed->weeks_on + 6,
                              .house = feed->house,
                              .ward = feed->ward,
                              .area = feed->area,
                              .volunteer = feed->volunteer };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (snapshot, &query);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_ics_event_free);
  Render render = { snapshot, feed, (StafetLanguage) stafet_snapshot_settings (snapshot)->language, monday,
                    events };

  for (guint i = 0; i < agenda->entries->len; i++)
    add_entry (&render, g_ptr_array_index (agenda->entries, i));
  if (events->len == 0)
    add_placeholder (&render, query.from);
  return stafet_ics_write (feed->name, events);
}
