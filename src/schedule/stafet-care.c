/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts visits, and looks at when somebody was last thanked, talked with, and seen.
 */
#include "stafet-care.h"

#include "stafet-holidays.h"
#include "stafet-timetable.h"

#include <string.h>

/* Visits are looked at so far back and ahead. */
#define BACK_DAYS 395
#define AHEAD_DAYS 28
/* Without a visit for so many ordinary days whoever comes is back. */
#define PAUSE_DAYS 56
/* Who came so often in the time before has stopped when so many ordinary days pass without her. */
#define REGULAR_VISITS 4
#define REGULAR_DAYS 84
#define SILENT_DAYS 28
/* A day is closed when it is so at noon. */
#define NOON 720
/* A regular is missed after so many dates of the activity. */
#define AWAY_TIMES 3

typedef struct
{
  StafetDate date;
  const char *what;
  StafetUid house; /* where it was; NULL: at none that is known */
} Visit;

typedef struct
{
  StafetSnapshot *snapshot;
  StafetWall now;
  StafetDate today;
  GHashTable *visits; /* StafetVolunteer → GArray of Visit, ascending: owned */
  GHashTable *next;   /* StafetVolunteer → StafetDate */
  GHashTable *here;   /* a set of StafetVolunteer: who comes to the houses that are asked about */
  const StafetAgendaQuery *query;
  StafetDate silent; /* from then on nobody comes who has stopped */
} Looking;

/* ——— Visits ——— */

static void
note_visit (Looking *l, const StafetEntry *entry, const StafetPlace *place)
{
  StafetDate date = stafet_wall_date (entry->start);
  StafetHouse *house = stafet_entry_place_house (l->snapshot, entry);
  GArray *visits;
  Visit visit = { date,
                  stafet_record_get_label (stafet_snapshot_get (l->snapshot, entry->kind, entry->series)),
                  house != NULL ? house->parent.uid : NULL };

  if (stafet_agenda_query_takes (l->query, entry->house) || stafet_agenda_query_takes (l->query, house))
    g_hash_table_add (l->here, place->volunteer);
  if (entry->end > l->now)
    {
      if (!g_hash_table_contains (l->next, place->volunteer))
        g_hash_table_insert (l->next, place->volunteer, GINT_TO_POINTER (date));
      return;
    }
  if (place->came == 0)
    return;
  visits = g_hash_table_lookup (l->visits, place->volunteer);
  if (visits == NULL)
    {
      visits = g_array_new (FALSE, FALSE, sizeof (Visit));
      g_hash_table_insert (l->visits, place->volunteer, visits);
    }
  /* Two shifts of one day are one visit. */
  if (visits->len == 0 || g_array_index (visits, Visit, visits->len - 1).date != date)
    g_array_append_val (visits, visit);
}

static void
read_visits (Looking *l, const StafetAgenda *agenda)
{
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      for (guint j = 0; entry->status != STAFET_STATUS_CANCELLED && j < entry->n_shifts; j++)
        for (guint k = 0; k < entry->shifts[j].n_places; k++)
          {
            const StafetPlace *place = &entry->shifts[j].places[k];

            if (place->holder == STAFET_HOLDER_VOLUNTEER && stafet_place_is_filled (place))
              note_visit (l, entry, place);
          }
    }
}

/* ——— Ordinary days ——— */

/* @house, nullable: where somebody would have come. */
static gboolean
is_ordinary (const StafetSnapshot *snapshot, StafetUid house, StafetDate date)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_SCHOOL_HOLIDAY);

  if (stafet_holidays_name (date) != NULL
      || (house != NULL
          && stafet_closure_find (snapshot, house, NULL, NULL, stafet_wall_new (date, NOON),
                                  stafet_wall_new (date, NOON + 1))
               != NULL))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const StafetSchoolHoliday *holiday = g_ptr_array_index (all, i);

      if (holiday->from <= date && date <= holiday->to)
        return FALSE;
    }
  return TRUE;
}

/* So many ordinary days ago: in holidays many do not come, nor to a house that is closed, and nobody misses
 * them for it. */
static StafetDate
days_ago (const StafetSnapshot *snapshot, StafetUid house, StafetDate today, int days)
{
  StafetDate date = today;

  while (days > 0 && date > today - BACK_DAYS)
    if (is_ordinary (snapshot, house, --date))
      days--;
  return date;
}

/* Between two visits. */
static int
ordinary_days (const StafetSnapshot *snapshot, StafetUid house, StafetDate from, StafetDate to)
{
  int days = 0;

  for (StafetDate date = from; date < to; date++)
    days += is_ordinary (snapshot, house, date) ? 1 : 0;
  return days;
}

/* ——— One volunteer ——— */

static StafetDate
last_talk (const StafetSnapshot *snapshot, StafetUid volunteer, StafetTalkKind kind)
{
  const GPtrArray *talks = stafet_snapshot_index (snapshot, STAFET_INDEX_TALK_BY_VOLUNTEER, volunteer);
  StafetDate last = STAFET_DATE_NONE;

  for (guint i = 0; i < talks->len; i++)
    {
      const StafetTalk *talk = g_ptr_array_index (talks, i);

      if (talk->kind == (gint32) kind)
        last = MAX (last, talk->date);
    }
  return last;
}

/* Whether the anniversary of her first year lies in (@after, @until]. */
static gboolean
is_year (const StafetVolunteer *volunteer, StafetDate after, StafetDate until)
{
  int year, month, day;
  StafetDate anniversary;

  if (volunteer->started == STAFET_DATE_NONE)
    return FALSE;
  stafet_date_split (volunteer->started, &year, &month, &day);
  anniversary = stafet_date_new (year + 1, month, day);
  if (anniversary == STAFET_DATE_NONE) /* 29 February */
    anniversary = stafet_date_new (year + 1, 3, 1);
  return after < anniversary && anniversary <= until;
}

/* Visits of before the plan's memory are not counted: of whoever began before that nothing is the first. */
static StafetMilestone
milestone_of (const Looking *l, const StafetCare *care, const GArray *visits)
{
  gboolean all_known = care->volunteer->started > l->today - BACK_DAYS;
  StafetDate since = MAX (care->thanked, l->today - STAFET_CARE_THANKS_DAYS - 1);

  for (guint i = visits->len; i > 0 && g_array_index (visits, Visit, i - 1).date > since; i--)
    {
      if (all_known && (i == 1 || i == 10))
        return i == 1 ? STAFET_MILESTONE_FIRST : STAFET_MILESTONE_TENTH;
      if (i > 1
          && ordinary_days (l->snapshot, g_array_index (visits, Visit, i - 1).house,
                            g_array_index (visits, Visit, i - 2).date,
                            g_array_index (visits, Visit, i - 1).date)
               >= PAUSE_DAYS)
        return STAFET_MILESTONE_BACK;
    }
  return care->to_thank && is_year (care->volunteer, since, l->today) ? STAFET_MILESTONE_YEAR
                                                                      : STAFET_MILESTONE_NONE;
}

/* Came regularly, has not come for so many ordinary days, is on nothing to come, and is neither away nor
 * paused. */
static gboolean
is_missed (const Looking *l, const StafetCare *care, const GArray *visits)
{
  const Visit *last = &g_array_index (visits, Visit, visits->len - 1);
  guint regular = 0;

  /* The one of all houses first: most have been there since. */
  if (care->last >= l->silent || care->next != STAFET_DATE_NONE
      || stafet_staffing_is_absent (l->snapshot, care->volunteer, l->now, l->now + 1, NULL)
      || care->last >= days_ago (l->snapshot, last->house, l->today, SILENT_DAYS))
    return FALSE;
  for (guint i = 0; i < visits->len; i++)
    if (g_array_index (visits, Visit, i).date >= l->silent - REGULAR_DAYS)
      regular++;
  return regular >= REGULAR_VISITS;
}

static StafetCare
look_at (const Looking *l, StafetVolunteer *volunteer)
{
  static const Visit none = { STAFET_DATE_NONE, "", NULL };
  const GArray *visits = g_hash_table_lookup (l->visits, volunteer);
  guint n = visits != NULL ? visits->len : 0;
  const Visit *last = n > 0 ? &g_array_index (visits, Visit, n - 1) : &none;
  gpointer next = NULL;
  StafetCare care = { .volunteer = volunteer,
                      .visits = n,
                      .last = last->date,
                      .what = last->what,
                      .next = STAFET_DATE_NONE,
                      .thanked = last_talk (l->snapshot, volunteer->parent.uid, STAFET_TALK_THANKS),
                      .talked = last_talk (l->snapshot, volunteer->parent.uid, STAFET_TALK_COFFEE) };
  StafetDate known = volunteer->started != STAFET_DATE_NONE ? volunteer->started : l->today - BACK_DAYS;

  if (g_hash_table_lookup_extended (l->next, volunteer, NULL, &next))
    care.next = GPOINTER_TO_INT (next);
  care.to_thank = n > 0 && care.last > care.thanked && care.last >= l->today - STAFET_CARE_THANKS_DAYS;
  care.unthanked = n > 0 && care.last >= l->today - STAFET_CARE_UNTHANKED_DAYS
                   && MAX (care.thanked, known) < l->today - STAFET_CARE_UNTHANKED_DAYS;
  care.to_talk = MAX (care.talked, known) < l->today - STAFET_CARE_COFFEE_DAYS;
  care.is_new = volunteer->started != STAFET_DATE_NONE && volunteer->started <= l->today
                && volunteer->started > l->today - STAFET_CARE_NEW_DAYS;
  if (n > 0)
    {
      care.missed = is_missed (l, &care, visits);
      care.milestone = milestone_of (l, &care, visits);
    }
  return care;
}

/* ——— Regulars ——— */

typedef struct
{
  const StafetTimetable *timetable;
  StafetWall now;
  StafetDate after;
  guint n;
} Held;

static gboolean
held_cb (StafetDate date, gpointer data)
{
  Held *held = data;
  StafetOccasion occasion;

  if (stafet_timetable_read (held->timetable, date, &occasion) && occasion.end <= held->now
      && stafet_wall_date (occasion.start) > held->after)
    held->n++;
  return TRUE;
}

static void
look_at_regular (const Looking *l, StafetRegular *regular, GArray *away)
{
  StafetRecord *activity = stafet_snapshot_get (l->snapshot, STAFET_KIND_ACTIVITY, regular->activity);
  StafetTimetable timetable;
  Held held = { &timetable, l->now, MAX (regular->seen, regular->consent), 0 };
  StafetAway one = { regular, 0 };

  if (activity == NULL || !stafet_timetable_init (&timetable, l->snapshot, activity))
    return;
  stafet_timetable_each (&timetable, held.after, l->today, held_cb, &held);
  one.times = held.n;
  if (held.n >= AWAY_TIMES)
    g_array_append_val (away, one);
}

/* ——— All ——— */

static gboolean
is_asked_about (const Looking *l, const StafetAgendaQuery *query, const StafetVolunteer *volunteer)
{
  const GPtrArray *links;

  if (stafet_volunteer_has_stopped (volunteer, l->today))
    return FALSE;
  if (query->volunteer != NULL)
    return volunteer->parent.uid == query->volunteer;
  if (g_hash_table_contains (l->here, volunteer))
    return TRUE;
  links =
    stafet_snapshot_index (l->snapshot, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, volunteer->parent.uid);
  for (guint i = 0; i < links->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (links, i);

      if (link->relation == STAFET_VOLUNTEER_HOUSE_HOME
          && stafet_agenda_query_takes (query,
                                        stafet_snapshot_get (l->snapshot, STAFET_KIND_HOUSE, link->house)))
        return TRUE;
    }
  return FALSE;
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  gconstpointer one = ((const StafetCare *) a)->volunteer, other = ((const StafetCare *) b)->volunteer;

  return stafet_record_compare_labels (&one, &other);
}

static int
compare_away (gconstpointer a, gconstpointer b)
{
  gconstpointer one = ((const StafetAway *) a)->regular, other = ((const StafetAway *) b)->regular;

  return stafet_record_compare_labels (&one, &other);
}

static void
look_at_regulars (const Looking *l, const StafetAgendaQuery *query, GArray *away)
{
  const GPtrArray *all = stafet_snapshot_all (l->snapshot, STAFET_KIND_REGULAR);

  for (guint i = 0; i < all->len && query->volunteer == NULL; i++)
    {
      StafetRegular *regular = g_ptr_array_index (all, i);
      const StafetActivity *activity =
        stafet_snapshot_get (l->snapshot, STAFET_KIND_ACTIVITY, regular->activity);

      if (activity != NULL
          && stafet_agenda_query_takes (
            query, stafet_snapshot_get (l->snapshot, STAFET_KIND_HOUSE, activity->house)))
        look_at_regular (l, regular, away);
    }
  g_array_sort (away, compare_away);
}

StafetCares *
stafet_cares_new (StafetSnapshot *snapshot, const StafetAgendaQuery *query, StafetWall now)
{
  StafetDate today = stafet_wall_date (now);
  /* Whoever comes to another house is not missed, nor new to it all: visits anywhere count. */
  StafetAgendaQuery wide = { .volunteer = query->volunteer };
  g_autoptr (StafetAgenda) agenda = NULL;
  g_autoptr (GHashTable) visits = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) next = g_hash_table_new (NULL, NULL), here = g_hash_table_new (NULL, NULL);
  Looking l = {
    snapshot, now, today, visits, next, here, query, days_ago (snapshot, NULL, today, SILENT_DAYS)
  };
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_VOLUNTEER);
  StafetCares *self = g_new0 (StafetCares, 1);

  wide.from = today - BACK_DAYS;
  wide.to = today + AHEAD_DAYS;
  agenda = stafet_agenda_new (snapshot, &wide);
  read_visits (&l, agenda);
  self->snapshot = stafet_snapshot_ref (snapshot);
  self->people = g_array_new (FALSE, FALSE, sizeof (StafetCare));
  self->away = g_array_new (FALSE, FALSE, sizeof (StafetAway));
  for (guint i = 0; i < all->len; i++)
    if (is_asked_about (&l, query, g_ptr_array_index (all, i)))
      {
        StafetCare care = look_at (&l, g_ptr_array_index (all, i));

        g_array_append_val (self->people, care);
      }
  g_array_sort (self->people, compare_people);
  look_at_regulars (&l, query, self->away);
  return self;
}

void
stafet_cares_free (StafetCares *self)
{
  g_array_unref (self->people);
  g_array_unref (self->away);
  stafet_snapshot_unref (self->snapshot);
  g_free (self);
}

StafetCare
stafet_care_of (const StafetCares *cares, StafetUid volunteer)
{
  for (guint i = 0; i < cares->people->len; i++)
    {
      const StafetCare *care = &g_array_index (cares->people, StafetCare, i);

      if (care->volunteer->parent.uid == volunteer)
        return *care;
    }
  return (StafetCare){ .last = STAFET_DATE_NONE,
                       .what = "",
                       .next = STAFET_DATE_NONE,
                       .thanked = STAFET_DATE_NONE,
                       .talked = STAFET_DATE_NONE };
}

const char *
stafet_milestone_words (StafetMilestone milestone, StafetLanguage language)
{
  static const char *const words[] = {
    [STAFET_MILESTONE_NONE] = "",
    [STAFET_MILESTONE_FIRST] = N_ ("first visit"),
    [STAFET_MILESTONE_TENTH] = N_ ("10th visit"),
    [STAFET_MILESTONE_YEAR] = N_ ("one year"),
    [STAFET_MILESTONE_BACK] = N_ ("back after a pause"),
  };

  return milestone != STAFET_MILESTONE_NONE ? stafet_i18n_text (language, words[milestone]) : "";
}

/* ——— First steps ——— */

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const StafetWelcome *one = *(StafetWelcome *const *) a, *other = *(StafetWelcome *const *) b;

  return one->days != other->days ? one->days - other->days : strcmp (one->title, other->title);
}

GPtrArray *
stafet_welcome_steps (const StafetSnapshot *snapshot, StafetLanguage language)
{
  static const char *const usual[] = { N_ ("Shown around, and knows where the coffee is"),
                                       N_ ("Knows whom to ring, and how to send regrets"),
                                       N_ ("Has met those of the first shift"),
                                       N_ ("The agreement is talked through and signed"),
                                       N_ ("Was asked how it goes after the first month") };
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_WELCOME);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    if (((StafetWelcome *) g_ptr_array_index (all, i))->volunteer == NULL)
      g_ptr_array_add (own, g_ptr_array_index (all, i));
  g_ptr_array_sort (own, compare_steps);
  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (steps, g_strdup (((StafetWelcome *) g_ptr_array_index (own, i))->title));
  for (gsize i = 0; own->len == 0 && i < G_N_ELEMENTS (usual); i++)
    g_ptr_array_add (steps, g_strdup (stafet_i18n_text (language, usual[i])));
  return steps;
}

int
stafet_welcome_days (const StafetSnapshot *snapshot, const char *step)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_WELCOME);

  for (guint i = 0; i < all->len; i++)
    {
      const StafetWelcome *own = g_ptr_array_index (all, i);

      if (own->volunteer == NULL && strcmp (own->title, step) == 0)
        return own->days;
    }
  return 0;
}

StafetDate
stafet_welcome_done (const StafetSnapshot *snapshot, StafetUid volunteer, const char *step)
{
  const GPtrArray *all = stafet_snapshot_index (snapshot, STAFET_INDEX_WELCOME_BY_VOLUNTEER, volunteer);

  for (guint i = 0; i < all->len; i++)
    {
      const StafetWelcome *taken = g_ptr_array_index (all, i);

      if (strcmp (taken->title, step) == 0)
        return taken->done;
    }
  return STAFET_DATE_NONE;
}
