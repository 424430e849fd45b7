/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gathers who is touched by what happens to some occurrences.
 */
#include "stafet-call-list.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-entry.h"
#include "stafet-expand.h"
#include "stafet-signups.h"

/* As long as a uid. */
#define KEY_LENGTH 16
/* An occurrence that began so many days before a closure may still go on in it. */
#define LONGEST_DAYS 14
/* So far ahead who is on an activity is looked for. */
#define COMING_DAYS 56

typedef struct
{
  StafetCallList *list;
  const StafetSnapshot *snapshot;
  StafetInstant since;  /* calls before this were about something else */
  gboolean places_left; /* also those who would have received a date that is held elsewhere */
} Gather;

static void
callee_free (gpointer data)
{
  StafetCallLine *callee = data;

  g_ptr_array_unref (callee->phones);
  g_ptr_array_unref (callee->entries);
  g_array_unref (callee->turns);
  g_free (callee);
}

/* ——— Somebody once ——— */

static StafetCallLine *
find_callee (const StafetCallList *list, const StafetRecord *record, const char *name)
{
  for (guint i = 0; i < list->lines->len; i++)
    {
      StafetCallLine *callee = g_ptr_array_index (list->lines, i);

      if (callee->record == record && (record != NULL || g_str_equal (callee->name, name)))
        return callee;
    }
  return NULL;
}

/* The callee for @record, or for a guest's @name, who is concerned by @entry (nullable) too. @made: she is
 * new. */
static StafetCallLine *
take (Gather *g, StafetCallLineKind kind, gpointer record, const char *name, StafetEntry *entry,
      gboolean *made)
{
  StafetCallLine *callee = find_callee (g->list, record, name);

  *made = callee == NULL;
  if (callee == NULL)
    {
      callee = g_new0 (StafetCallLine, 1);
      callee->kind = kind;
      callee->record = record;
      callee->name = name;
      callee->phones = g_ptr_array_new ();
      callee->beside = "";
      callee->call_when = "";
      callee->only_asked = kind == STAFET_CALL_LINE_VOLUNTEER;
      callee->entries = g_ptr_array_new ();
      callee->turns = g_array_new (FALSE, FALSE, sizeof (StafetCallTurn));
      g_ptr_array_add (g->list->lines, callee);
    }
  if (entry != NULL && !g_ptr_array_find (callee->entries, entry, NULL))
    g_ptr_array_add (callee->entries, entry);
  return callee;
}

static gboolean
take_phone (StafetCallLine *callee, const char *phone, gpointer through)
{
  if (*phone == '\0')
    return FALSE;
  g_ptr_array_add (callee->phones, (gpointer) phone);
  callee->through = through;
  return TRUE;
}

/* ——— Wards ——— */

static gboolean
take_contact_phone (StafetCallLine *callee, const GPtrArray *contacts)
{
  for (guint i = 0; i < contacts->len; i++)
    {
      StafetContact *contact = g_ptr_array_index (contacts, i);

      if (take_phone (callee, contact->phone, contact))
        return TRUE;
    }
  return FALSE;
}

/* Its own phone, else its contact's, its house's, or that of a contact of the house. */
static void
take_ward (Gather *g, StafetWard *ward, StafetEntry *entry)
{
  StafetHouse *house;
  StafetCallLine *callee;
  gboolean made;

  if (ward == NULL)
    return;
  callee = take (g, STAFET_CALL_LINE_WARD, ward, ward->name, entry, &made);
  house = stafet_snapshot_get (g->snapshot, STAFET_KIND_HOUSE, ward->house);
  callee->beside = house != NULL ? house->name : "";
  if (!made || take_phone (callee, ward->phone, NULL)
      || take_contact_phone (
        callee, stafet_snapshot_index (g->snapshot, STAFET_INDEX_CONTACT_BY_WARD, ward->parent.uid)))
    return;
  if (house != NULL && !take_phone (callee, house->phone, house))
    take_contact_phone (
      callee, stafet_snapshot_index (g->snapshot, STAFET_INDEX_CONTACT_BY_HOUSE, house->parent.uid));
}

/* ——— Volunteers ——— */

static StafetCallLine *
take_volunteer (Gather *g, StafetVolunteer *volunteer, StafetEntry *entry)
{
  gboolean made;
  StafetCallLine *callee = take (g, STAFET_CALL_LINE_VOLUNTEER, volunteer, volunteer->name, entry, &made);
  const GPtrArray *phones;

  if (!made)
    return callee;
  phones = stafet_snapshot_index (g->snapshot, STAFET_INDEX_PHONE_BY_VOLUNTEER, volunteer->parent.uid);
  for (guint i = 0; i < phones->len; i++)
    take_phone (callee, ((StafetPhone *) g_ptr_array_index (phones, i))->number, NULL);
  callee->call_when = volunteer->call_when;
  return callee;
}

static void
take_turn (StafetCallLine *callee, StafetUid shift, StafetDate date)
{
  StafetCallTurn turn = { shift, date };

  g_array_append_val (callee->turns, turn);
}

static void
take_place (Gather *g, const StafetPlace *place, const StafetStaffing *staffing, StafetEntry *entry)
{
  StafetCallLine *callee;
  gboolean made;

  if (place->volunteer != NULL)
    {
      callee = take_volunteer (g, place->volunteer, entry);
      take_turn (callee, staffing->shift->parent.uid, entry->original);
      callee->only_asked = callee->only_asked && !stafet_place_is_filled (place);
    }
  else if (place->guest != NULL)
    take (g, STAFET_CALL_LINE_GUEST, NULL, place->guest, entry, &made);
}

/* Who runs the activity, unless she is away; a call to her is noted on its first shift. */
static void
take_lead (Gather *g, StafetEntry *entry)
{
  StafetVolunteer *lead = entry->activity != NULL
                            ? stafet_snapshot_get (g->snapshot, STAFET_KIND_VOLUNTEER, entry->activity->lead)
                            : NULL;
  StafetCallLine *callee;

  if (lead == NULL || stafet_staffing_is_absent (g->snapshot, lead, entry->start, entry->end, NULL))
    return;
  callee = find_callee (g->list, &lead->parent, NULL);
  if (callee != NULL && g_ptr_array_find (callee->entries, entry, NULL))
    return;
  callee = take_volunteer (g, lead, entry);
  callee->only_asked = FALSE;
  if (entry->n_shifts > 0)
    take_turn (callee, entry->shifts[0].shift->parent.uid, entry->original);
}

/* ——— Organisers and contacts ——— */

/* The house does not ring itself. */
static void
take_organiser (Gather *g, StafetOrganiser *organiser, StafetEntry *entry)
{
  StafetCallLine *callee;
  gboolean made;

  if (organiser == NULL || organiser->kind == STAFET_ORGANISER_HOUSE)
    return;
  callee = take (g, STAFET_CALL_LINE_ORGANISER, organiser, organiser->name, entry, &made);
  if (made)
    take_phone (callee, organiser->phone, NULL);
}

/* A contact whose phone the ward is rung on hears of it there. */
static void
take_contact (Gather *g, StafetContact *contact, StafetEntry *entry)
{
  StafetCallLine *callee;
  gboolean made;

  if (contact == NULL)
    return;
  for (guint i = 0; i < g->list->lines->len; i++)
    {
      callee = g_ptr_array_index (g->list->lines, i);
      if (callee->through == &contact->parent && g_ptr_array_find (callee->entries, entry, NULL))
        return;
    }
  callee = take (g, STAFET_CALL_LINE_CONTACT, contact, contact->name, entry, &made);
  callee->beside = contact->role;
  if (made)
    take_phone (callee, contact->phone, NULL);
}

/* ——— Who signed up ——— */

/* Each date has a sign-up of its own: the same name with the same number is the same person. */
static StafetSignup *
known_signup (const StafetCallList *list, StafetSignup *signup)
{
  for (guint i = 0; i < list->lines->len; i++)
    {
      const StafetCallLine *line = g_ptr_array_index (list->lines, i);
      StafetSignup *other = (StafetSignup *) line->record;

      if (line->kind == STAFET_CALL_LINE_SIGNUP && g_str_equal (other->name, signup->name)
          && stafet_phone_equal (other->phone, signup->phone))
        return other;
    }
  return signup;
}

static void
take_signups (Gather *g, const GPtrArray *signups, StafetEntry *entry)
{
  for (guint i = 0; i < signups->len; i++)
    {
      StafetSignup *signup = known_signup (g->list, g_ptr_array_index (signups, i));
      gboolean made;
      StafetCallLine *line = take (g, STAFET_CALL_LINE_SIGNUP, signup, signup->name, entry, &made);

      if (made)
        take_phone (line, signup->phone, NULL);
    }
}

static void
take_all_signups (Gather *g, StafetEntry *entry)
{
  g_auto (StafetSignups) signups = { NULL };

  if (entry->activity == NULL)
    return;
  stafet_signups_find (g->snapshot, entry->activity, entry->original, &signups);
  take_signups (g, signups.coming, entry);
  take_signups (g, signups.waiting, entry);
}

/* ——— An occurrence ——— */

/* Who waits where the series usually is: take() passes over whoever is there anyway. */
static void
take_usual_place (Gather *g, StafetEntry *entry)
{
  gpointer record = stafet_snapshot_get (g->snapshot, entry->kind, entry->series);
  StafetActivity *activity = entry->kind == STAFET_KIND_ACTIVITY ? record : NULL;
  StafetUid ward = activity != NULL ? activity->ward : ((StafetShift *) record)->ward;

  take_ward (g, stafet_snapshot_get (g->snapshot, STAFET_KIND_WARD, ward), entry);
  if (activity != NULL)
    take_contact (g, stafet_snapshot_get (g->snapshot, STAFET_KIND_CONTACT, activity->received_by), entry);
}

static void
take_entry (Gather *g, StafetEntry *entry)
{
  take_ward (g, entry->ward, entry);
  for (guint i = 0; i < entry->n_visits; i++)
    take_ward (g, entry->visits[i].ward, entry);
  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      {
        take_place (g, &entry->shifts[i].places[j], &entry->shifts[i], entry);
        take_organiser (g, entry->shifts[i].places[j].organiser, entry);
      }
  take_lead (g, entry);
  take_organiser (g, entry->organiser, entry);
  if (entry->activity != NULL)
    take_contact (g, stafet_snapshot_get (g->snapshot, STAFET_KIND_CONTACT, entry->activity->received_by),
                  entry);
  for (guint i = 0; i < entry->n_visits; i++)
    take_contact (g, entry->visits[i].received_by, entry);
  take_all_signups (g, entry);
  if (g->places_left)
    take_usual_place (g, entry);
}

/* ——— Ticked off ——— */

/* The newest call to her about the turn since it was decided, or NULL. */
static const StafetCall *
newest_call (const Gather *g, StafetUid volunteer, const StafetCallTurn *turn)
{
  const GPtrArray *calls = stafet_snapshot_index (g->snapshot, STAFET_INDEX_CALL_BY_SHIFT, turn->shift);
  const StafetCall *newest = NULL;

  for (guint i = calls->len > 0 ? stafet_snapshot_first_on (calls, turn->date) : 0; i < calls->len; i++)
    {
      const StafetCall *call = g_ptr_array_index (calls, i);

      if (call->date != turn->date)
        break;
      if (call->volunteer == volunteer && call->at >= g->since && (newest == NULL || call->at >= newest->at))
        newest = call;
    }
  return newest;
}

char *
stafet_call_line_when (const StafetCallLine *line, StafetLanguage language)
{
  return line->kind == STAFET_CALL_LINE_VOLUNTEER
           ? stafet_volunteer_call_words ((StafetVolunteer *) line->record, FALSE, language)
           : g_strdup (line->call_when);
}

char *
stafet_call_line_key (const StafetCallLine *line)
{
  g_autofree char *sum = NULL;

  if (line->record != NULL)
    return g_strdup (line->record->uid);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, line->name, -1);
  return g_strndup (sum, KEY_LENGTH);
}

/* The newest call to whoever is on no shift about the entry since it was decided, or NULL. */
static const StafetTold *
newest_told (const Gather *g, const char *whom, const StafetEntry *entry)
{
  const GPtrArray *all = stafet_snapshot_index (
    g->snapshot,
    entry->kind == STAFET_KIND_ACTIVITY ? STAFET_INDEX_TOLD_BY_ACTIVITY : STAFET_INDEX_TOLD_BY_SHIFT,
    entry->series);
  const StafetTold *newest = NULL;

  for (guint i = all->len > 0 ? stafet_snapshot_first_on (all, entry->original) : 0; i < all->len; i++)
    {
      const StafetTold *told = g_ptr_array_index (all, i);

      if (told->date != entry->original)
        break;
      if (g_str_equal (told->whom, whom) && told->at >= g->since
          && (newest == NULL || told->at >= newest->at))
        newest = told;
    }
  return newest;
}

/* What came of the calls about one after the other of what concerns somebody. */
typedef struct
{
  guint n, told, rang, rung;
} Ticks;

/* @outcome -1: nobody rang. */
static void
count_tick (Ticks *ticks, gint32 outcome)
{
  ticks->n++;
  if (outcome < 0)
    return;
  ticks->rung++;
  ticks->rang += outcome != STAFET_CALL_NO_ANSWER;
  ticks->told += outcome == STAFET_CALL_TOLD;
}

static Ticks
count_ticks (const Gather *g, const StafetCallLine *callee)
{
  g_autofree char *key = stafet_call_line_key (callee);
  Ticks ticks = { 0 };

  for (guint i = 0; i < callee->turns->len; i++)
    {
      const StafetCall *call =
        newest_call (g, callee->record->uid, &g_array_index (callee->turns, StafetCallTurn, i));

      count_tick (&ticks, call != NULL ? call->outcome : -1);
    }
  for (guint i = 0; callee->turns->len == 0 && i < callee->entries->len; i++)
    {
      const StafetTold *told = newest_told (g, key, g_ptr_array_index (callee->entries, i));

      count_tick (&ticks, told != NULL ? told->outcome : -1);
    }
  return ticks;
}

static void
tick_off (const Gather *g, StafetCallLine *callee)
{
  Ticks ticks = count_ticks (g, callee);

  if (ticks.rung == 0)
    callee->called = STAFET_CALLED_NOT;
  else if (ticks.told == ticks.n)
    callee->called = STAFET_CALLED_TOLD;
  else
    callee->called = ticks.rang > 0 ? STAFET_CALLED_RANG : STAFET_CALLED_NO_ANSWER;
}

/* ——— The list ——— */

static StafetWall
first_start (const StafetCallLine *line)
{
  return line->entries->len > 0 ? ((StafetEntry *) g_ptr_array_index (line->entries, 0))->start : 0;
}

static int
compare_callees (gconstpointer a, gconstpointer b)
{
  const StafetCallLine *x = *(StafetCallLine *const *) a, *y = *(StafetCallLine *const *) b;
  StafetWall first = first_start (x), second = first_start (y);
  int order = (int) x->kind - (int) y->kind;

  if (order == 0)
    order = (first > second) - (first < second);
  if (order == 0)
    order = stafet_text_compare (x->name, y->name);
  return order != 0 || x->record == NULL ? order : g_strcmp0 (x->record->uid, y->record->uid);
}

/* Takes @agenda. */
static StafetCallList *
list_new (StafetAgenda *agenda, StafetInstant since, gboolean places_left)
{
  StafetCallList *self = g_new0 (StafetCallList, 1);
  Gather g = { self, agenda->snapshot, since, places_left };

  self->agenda = agenda;
  self->lines = g_ptr_array_new_with_free_func (callee_free);
  for (guint i = 0; i < agenda->entries->len; i++)
    take_entry (&g, g_ptr_array_index (agenda->entries, i));
  for (guint i = 0; i < self->lines->len; i++)
    tick_off (&g, g_ptr_array_index (self->lines, i));
  g_ptr_array_sort (self->lines, compare_callees);
  return self;
}

void
stafet_call_list_free (StafetCallList *self)
{
  g_ptr_array_unref (self->lines);
  stafet_agenda_free (self->agenda);
  g_free (self);
}

/* ——— A closure ——— */

/* When something was decided: what is not stored yet was not. */
static StafetInstant
decided (const StafetRecord *record)
{
  return record->version > 0 ? record->changed : G_MAXINT64;
}

static StafetAgendaQuery
closure_query (const StafetSnapshot *snapshot, const StafetClosure *closure)
{
  const StafetRoom *room = stafet_snapshot_get (snapshot, STAFET_KIND_ROOM, closure->room);
  StafetAgendaQuery query = { .ward = closure->ward, .area = closure->area, .house = closure->house };
  StafetWall start, end;

  stafet_moment_span (closure->from, closure->to, &start, &end);
  query.from = stafet_wall_date (start) - LONGEST_DAYS;
  query.to = stafet_wall_last_date (start, end);
  /* Whoever borrows the room from elsewhere is there too. */
  if (room != NULL)
    query.house = room->house;
  return query;
}

static gboolean
is_held (StafetSnapshot *snapshot, const StafetEntry *entry)
{
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (snapshot, entry->kind, entry->series, entry->original);

  return ((StafetEntry *) g_ptr_array_index (agenda->entries, 0))->status != STAFET_STATUS_CANCELLED;
}

StafetCallList *
stafet_call_list_new_closure (StafetSnapshot *snapshot, StafetClosure *closure, StafetWall now)
{
  g_autoptr (StafetSnapshot) closed = stafet_snapshot_copy (snapshot);
  g_autoptr (StafetSnapshot) open = stafet_snapshot_copy (snapshot);
  StafetAgendaQuery query = closure_query (snapshot, closure);
  StafetAgenda *agenda;

  stafet_snapshot_put (closed, closure);
  stafet_snapshot_remove (open, STAFET_KIND_CLOSURE, closure->parent.uid);
  agenda = stafet_agenda_new (closed, &query);
  for (guint i = agenda->entries->len; i > 0; i--)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i - 1);

      if (entry->status != STAFET_STATUS_CANCELLED || entry->end <= now || !is_held (open, entry))
        g_ptr_array_remove_index (agenda->entries, i - 1);
    }
  return list_new (agenda, decided (&closure->parent), FALSE);
}

/* ——— A date ——— */

static StafetInstant
date_decided (const StafetSnapshot *snapshot, const StafetEntry *entry)
{
  const StafetException *exception =
    stafet_snapshot_exception (snapshot, entry->series, entry->kind, entry->original);
  const StafetClosure *closure;

  if (exception != NULL && (exception->status == STAFET_EXCEPTION_CANCELLED || exception->changes[0] != '\0'))
    return decided (&exception->parent);
  closure = entry->status == STAFET_STATUS_CANCELLED ? stafet_entry_find_closure (snapshot, entry) : NULL;
  return closure != NULL ? decided (&closure->parent) : G_MAXINT64;
}

StafetCallList *
stafet_call_list_new_date (StafetSnapshot *snapshot, StafetKind kind, StafetUid series, StafetDate original)
{
  StafetAgenda *agenda = stafet_agenda_new_occurrence (snapshot, kind, series, original);

  if (agenda == NULL)
    return NULL;
  return list_new (agenda, date_decided (snapshot, g_ptr_array_index (agenda->entries, 0)), TRUE);
}

/* ——— Everybody ——— */

StafetCallList *
stafet_call_list_new_everybody (StafetSnapshot *snapshot, StafetKind kind, StafetUid series,
                                StafetDate original)
{
  StafetAgenda *agenda = stafet_agenda_new_occurrence (snapshot, kind, series, original);
  StafetInstant since;

  if (agenda == NULL)
    return NULL;
  since = date_decided (snapshot, g_ptr_array_index (agenda->entries, 0));
  return list_new (agenda, since == G_MAXINT64 ? 0 : since, TRUE);
}

/* Dates of one series. */
typedef struct
{
  StafetAgenda *agenda;
  StafetUid activity;
} Dates;

static gboolean
add_date (StafetDate date, gpointer data)
{
  Dates *dates = data;
  g_autoptr (StafetAgenda) one =
    stafet_agenda_new_occurrence (dates->agenda->snapshot, STAFET_KIND_ACTIVITY, dates->activity, date);

  if (one != NULL && ((StafetEntry *) one->entries->pdata[0])->status != STAFET_STATUS_CANCELLED)
    g_ptr_array_add (dates->agenda->entries, g_ptr_array_steal_index (one->entries, 0));
  return TRUE;
}

/* Which nothing is in yet. */
static StafetAgenda *
empty_agenda (StafetSnapshot *snapshot)
{
  StafetAgendaQuery never = { .from = 1, .to = 0 };

  return stafet_agenda_new (snapshot, &never);
}

StafetCallList *
stafet_call_list_new_activity (StafetSnapshot *snapshot, StafetActivity *activity, StafetDate today)
{
  Dates dates = { empty_agenda (snapshot), activity->parent.uid };
  StafetDate next = stafet_expand_next (&activity->timing, today);

  if (next != STAFET_DATE_NONE)
    stafet_expand_timing (&activity->timing, today, MAX (next, today + COMING_DAYS), add_date, &dates);
  return list_new (dates.agenda, G_MAXINT64, FALSE);
}

StafetCallList *
stafet_call_list_new_dates (StafetSnapshot *snapshot, const GPtrArray *dates)
{
  StafetAgenda *agenda = empty_agenda (snapshot);

  for (guint i = 0; i < dates->len; i++)
    {
      const StafetEntry *date = g_ptr_array_index (dates, i);
      g_autoptr (StafetAgenda) one =
        stafet_agenda_new_occurrence (snapshot, date->kind, date->series, date->original);

      g_ptr_array_add (agenda->entries, g_ptr_array_steal_index (one->entries, 0));
    }
  return list_new (agenda, G_MAXINT64, FALSE);
}

StafetCallList *
stafet_call_list_new_volunteers (StafetSnapshot *snapshot, const GPtrArray *volunteers)
{
  StafetCallList *self = list_new (empty_agenda (snapshot), G_MAXINT64, FALSE);
  Gather g = { self, snapshot, G_MAXINT64, FALSE };

  for (guint i = 0; i < volunteers->len; i++)
    take_volunteer (&g, g_ptr_array_index (volunteers, i), NULL);
  for (guint i = 0; i < self->lines->len; i++)
    ((StafetCallLine *) self->lines->pdata[i])->only_asked = FALSE;
  g_ptr_array_sort (self->lines, compare_callees);
  return self;
}

/* ——— When to ring ——— */

/* When the entry was planned to be. */
static void
planned_span (const StafetSnapshot *snapshot, const StafetEntry *entry, StafetWall *start, StafetWall *end)
{
  StafetSeries series;

  stafet_series_init (&series, stafet_snapshot_get (snapshot, entry->kind, entry->series));
  stafet_series_span (&series, entry->original, start, end);
}

static gboolean
is_soon (StafetWall start, StafetWall now)
{
  return start > now && start - now <= STAFET_MINUTES_PER_DAY;
}

static gboolean
is_due (const StafetSnapshot *snapshot, const StafetEntry *entry, StafetWall now)
{
  const StafetException *exception =
    stafet_snapshot_exception (snapshot, entry->series, entry->kind, entry->original);
  StafetWall start, end;

  if (entry->status == STAFET_STATUS_CANCELLED)
    return entry->end > now;
  if (exception == NULL || exception->changes[0] == '\0')
    return FALSE;
  planned_span (snapshot, entry, &start, &end);
  return is_soon (entry->start, now) || is_soon (start, now);
}

gboolean
stafet_call_list_is_due (const StafetCallList *self, StafetWall now)
{
  for (guint i = 0; i < self->agenda->entries->len; i++)
    if (is_due (self->agenda->snapshot, g_ptr_array_index (self->agenda->entries, i), now))
      return TRUE;
  return FALSE;
}

/* ——— What waits ——— */

guint
stafet_call_list_count_untold (const StafetCallList *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += ((const StafetCallLine *) self->lines->pdata[i])->called != STAFET_CALLED_TOLD;
  return n;
}

char *
stafet_call_list_words (const StafetCallList *self, StafetLanguage language)
{
  const StafetEntry *entry = g_ptr_array_index (self->agenda->entries, 0);
  g_autofree char *day = stafet_words_date (language, stafet_wall_date (entry->start));
  g_autofree char *time = stafet_words_time_span (language, entry->start, entry->end);
  StafetWall start, end;

  planned_span (self->agenda->snapshot, entry, &start, &end);
  if (entry->status == STAFET_STATUS_CANCELLED)
    return g_strdup_printf (stafet_i18n_text (language, N_ ("cancelled %s %s")), day, time);
  if (start != entry->start || end != entry->end)
    return g_strdup_printf (stafet_i18n_text (language, N_ ("moved to %s %s")), day, time);
  return g_strdup_printf (stafet_i18n_text (language, N_ ("changed %s %s")), day, time);
}

static gboolean
is_of_place (const StafetSnapshot *snapshot, const StafetEntry *entry, const StafetAgendaQuery *place)
{
  return stafet_agenda_query_takes (place, entry->house)
         || stafet_agenda_query_takes (place, stafet_entry_place_house (snapshot, entry));
}

/* The list of what the exception changes when it waits, or NULL. */
static StafetCallList *
find_due (StafetSnapshot *snapshot, const StafetException *exception, const StafetAgendaQuery *place,
          StafetWall now)
{
  StafetKind kind = exception->activity != NULL ? STAFET_KIND_ACTIVITY : STAFET_KIND_SHIFT;
  gboolean cancelled = exception->status == STAFET_EXCEPTION_CANCELLED;
  g_autoptr (StafetCallList) list = NULL;
  const StafetEntry *entry;

  if (!cancelled && exception->changes[0] == '\0')
    return NULL;
  /* Most are of other days; what is cancelled is where it was planned, or was moved before. */
  if (cancelled && exception->changes[0] == '\0'
      && ABS (exception->date - stafet_wall_date (now)) > LONGEST_DAYS)
    return NULL;
  list = stafet_call_list_new_date (
    snapshot, kind, exception->activity != NULL ? exception->activity : exception->shift, exception->date);
  if (list == NULL)
    return NULL;
  entry = g_ptr_array_index (list->agenda->entries, 0);
  if (cancelled && !is_soon (entry->start, now))
    return NULL;
  if (!is_due (snapshot, entry, now) || !is_of_place (snapshot, entry, place)
      || stafet_call_list_count_untold (list) == 0)
    return NULL;
  return g_steal_pointer (&list);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const StafetCallList *one = *(StafetCallList *const *) a, *other = *(StafetCallList *const *) b;
  const StafetEntry *first = one->agenda->entries->pdata[0], *second = other->agenda->entries->pdata[0];

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return strcmp (first->series, second->series);
}

GPtrArray *
stafet_call_lists_find_due (StafetSnapshot *snapshot, const StafetAgendaQuery *place, StafetWall now)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_EXCEPTION);
  GPtrArray *due = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_call_list_free);

  for (guint i = 0; i < all->len; i++)
    {
      const StafetException *exception = g_ptr_array_index (all, i);
      const StafetShift *shift = stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, exception->shift);
      StafetCallList *list =
        shift == NULL || shift->activity == NULL ? find_due (snapshot, exception, place, now) : NULL;

      if (list != NULL)
        g_ptr_array_add (due, list);
    }
  g_ptr_array_sort (due, compare_starts);
  return due;
}
