/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds a volunteer's terms against each other, and against what there is to do.
 */
#include "stafet-terms.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-eligibility.h"
#include "stafet-timetable.h"

#include <string.h>

/* Shifts are looked at so far ahead: two months hold even and odd weeks, and every "first Tuesday". */
#define DAYS_AHEAD 62
#define HUNDREDTHS 100
#define WEEKS_A_MONTH 4

typedef struct
{
  const StafetSnapshot *snapshot;
  const StafetVolunteer *volunteer;
  const GPtrArray *houses, *partners, *windows, *skills; /* hers */
  StafetDate today;
  StafetLanguage language;
  GPtrArray *terms;
} Look;

static void
term_free (StafetTerm *term)
{
  g_free (term->text);
  g_free (term);
}

static void say (const Look *l, gboolean refused, const char *key, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

static void
say (const Look *l, gboolean refused, const char *key, const char *format, ...)
{
  StafetTerm *term = g_new (StafetTerm, 1);
  va_list args;

  va_start (args, format);
  *term = (StafetTerm){ refused, key, g_strdup_vprintf (format, args) };
  va_end (args);
  g_ptr_array_add (l->terms, term);
}

#define REFUSE(l, key, ...) say (l, TRUE, key, __VA_ARGS__)
#define WARN(l, key, ...) say (l, FALSE, key, __VA_ARGS__)
#define TEXT(l, text) stafet_i18n_text ((l)->language, text)

/* ——— How much ——— */

static void
look_at_caps (const Look *l)
{
  const StafetVolunteer *v = l->volunteer;

  if (v->per_week != STAFET_INTEGER_NONE && v->per_day > v->per_week)
    REFUSE (l, "per_day",
            TEXT (l, N_ ("At most %d a day is more than at most %d a week: mend one of the two.")),
            v->per_day, v->per_week);
  if (v->per_month != STAFET_INTEGER_NONE && v->per_week > v->per_month)
    REFUSE (l, "per_week",
            TEXT (l, N_ ("At most %d a week is more than at most %d a month: mend one of the two.")),
            v->per_week, v->per_month);
  else if (v->per_month != STAFET_INTEGER_NONE && v->per_day > v->per_month)
    REFUSE (l, "per_day",
            TEXT (l, N_ ("At most %d a day is more than at most %d a month: mend one of the two.")),
            v->per_day, v->per_month);
}

static void
look_at_nothing (const Look *l)
{
  const StafetVolunteer *v = l->volunteer;
  const char *key = v->per_day == 0     ? "per_day"
                    : v->per_week == 0  ? "per_week"
                    : v->per_month == 0 ? "per_month"
                                        : NULL;

  if (key != NULL)
    WARN (l, key, "%s",
          TEXT (l, N_ ("With at most 0 nobody is ever proposed: an empty field is no limit, and a pause says "
                       "how long.")));
}

static void
look_at_wish (const Look *l)
{
  const StafetVolunteer *v = l->volunteer;
  g_autofree char *wish = NULL;

  if (v->wished_per_week == STAFET_INTEGER_NONE)
    return;
  wish = stafet_words_hundredths (l->language, v->wished_per_week);
  if (v->per_week != STAFET_INTEGER_NONE && v->wished_per_week > v->per_week * HUNDREDTHS)
    WARN (l, "wished_per_week",
          TEXT (l, N_ ("The wish of %s a week is above the limit of %d a week: the limit holds.")), wish,
          v->per_week);
  else if (v->per_month != STAFET_INTEGER_NONE
           && v->wished_per_week * WEEKS_A_MONTH > v->per_month * HUNDREDTHS)
    WARN (l, "wished_per_week",
          TEXT (l, N_ ("The wish of %s a week is above the limit of %d a month: the limit holds.")), wish,
          v->per_month);
}

/* ——— Where and with whom ——— */

static const char *
label_of (const Look *l, StafetKind kind, StafetUid uid)
{
  StafetRecord *record = stafet_snapshot_get (l->snapshot, kind, uid);

  return record != NULL ? stafet_record_get_label (record) : "";
}

static gboolean
has_house (const GPtrArray *links, StafetUid house, gint32 relation)
{
  for (guint i = 0; i < links->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (links, i);

      if (link->relation == relation && (house == NULL || link->house == house))
        return TRUE;
    }
  return FALSE;
}

static void
look_at_houses (const Look *l)
{
  const GPtrArray *links = l->houses;

  for (guint i = 0; i < links->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (links, i);

      if (link->relation == STAFET_VOLUNTEER_HOUSE_BLOCKED
          && has_house (links, link->house, STAFET_VOLUNTEER_HOUSE_HOME))
        REFUSE (l, "blocked_houses",
                TEXT (l, N_ ("%s is among the houses, and among those not to come to: take it out of one.")),
                label_of (l, STAFET_KIND_HOUSE, link->house));
    }
  if (l->volunteer->only_these_houses && !has_house (links, NULL, STAFET_VOLUNTEER_HOUSE_HOME))
    WARN (l, "houses", "%s",
          TEXT (l, N_ ("Only these houses, but no house is named: no shift is ever proposed. Add a house.")));
}

static gboolean
has_partner (const Look *l, StafetUid volunteer, StafetUid other, gint32 relation)
{
  const GPtrArray *links =
    volunteer == l->volunteer->parent.uid
      ? l->partners
      : stafet_snapshot_index (l->snapshot, STAFET_INDEX_PARTNER_BY_VOLUNTEER, volunteer);

  for (guint i = 0; i < links->len; i++)
    {
      const StafetPartner *link = g_ptr_array_index (links, i);

      if (link->relation == relation && link->other == other)
        return TRUE;
    }
  return FALSE;
}

static void
look_at_partner (const Look *l, const StafetPartner *link)
{
  StafetUid own = l->volunteer->parent.uid;
  const char *name = label_of (l, STAFET_KIND_VOLUNTEER, link->other);

  if (link->other == own)
    REFUSE (l, link->relation == STAFET_PARTNER_WITH ? "partners" : "keep_apart", "%s",
            TEXT (l, N_ ("Nobody is her own partner, or kept apart from herself. Name somebody else.")));
  else if (link->relation == STAFET_PARTNER_APART && has_partner (l, own, link->other, STAFET_PARTNER_WITH))
    REFUSE (l, "keep_apart",
            TEXT (l, N_ ("%s is among those to be with, and among those to be kept apart from: choose one.")),
            name);
  else if (link->relation == STAFET_PARTNER_WITH && has_partner (l, link->other, own, STAFET_PARTNER_APART))
    /* Not whose wish it is. */
    REFUSE (l, "partners", TEXT (l, N_ ("%s and %s cannot be put on together. Choose somebody else.")),
            l->volunteer->name, name);
}

static void
look_at_people (const Look *l)
{
  StafetUid own = l->volunteer->parent.uid, companion = l->volunteer->companion;
  const StafetVolunteer *other = stafet_snapshot_get (l->snapshot, STAFET_KIND_VOLUNTEER, companion);

  for (guint i = 0; i < l->partners->len; i++)
    look_at_partner (l, g_ptr_array_index (l->partners, i));
  if (companion == NULL)
    return;
  if (companion == own)
    REFUSE (l, "companion", "%s", TEXT (l, N_ ("Nobody goes along with herself. Name somebody else.")));
  else if (has_partner (l, own, companion, STAFET_PARTNER_APART)
           || has_partner (l, companion, own, STAFET_PARTNER_APART))
    REFUSE (l, "companion",
            TEXT (l, N_ ("%s is to go along, but the two are kept apart. Name somebody else.")),
            label_of (l, STAFET_KIND_VOLUNTEER, companion));
  else if (other != NULL && other->status == STAFET_VOLUNTEER_STOPPED)
    WARN (l, "companion", TEXT (l, N_ ("%s has stopped and cannot go along.")), other->name);
}

/* ——— When ——— */

static void
look_at_pause (const Look *l)
{
  const StafetVolunteer *v = l->volunteer;
  g_autofree char *day = NULL;

  if (v->status != STAFET_VOLUNTEER_PAUSED || v->paused_until == STAFET_DATE_NONE
      || v->paused_until > l->today)
    return;
  day = stafet_words_day_with_year (l->language, v->paused_until);
  REFUSE (l, "paused_until",
          TEXT (l, N_ ("The pause would be over before it begins: %s has come. Choose a later "
                       "day, or none.")),
          day);
}

/* A shift of her houses that she could take, if her times held it. */
typedef struct
{
  const Look *look;
  const StafetTimetable *timetable;
  gboolean any, met;
} Meeting;

static gboolean
meet_cb (StafetDate original, gpointer data)
{
  Meeting *m = data;
  StafetOccasion occasion;

  if (!stafet_timetable_read (m->timetable, original, &occasion)
      || stafet_wall_date (occasion.start) < m->look->today)
    return TRUE;
  m->any = TRUE;
  for (guint i = 0; i < m->look->windows->len && !m->met; i++)
    m->met =
      stafet_availability_holds (g_ptr_array_index (m->look->windows, i), occasion.start, occasion.end);
  return !m->met;
}

static gboolean
can_do (const Look *l, const StafetShift *shift)
{
  const GPtrArray *skills = l->skills;
  g_autofree char *wanted = *shift->skill != '\0' ? stafet_text_fold (shift->skill) : NULL;

  for (guint i = 0; wanted != NULL && i < skills->len; i++)
    {
      g_autofree char *own = stafet_text_fold (((StafetSkill *) g_ptr_array_index (skills, i))->skill);

      if (strcmp (own, wanted) == 0)
        return TRUE;
    }
  return wanted == NULL;
}

/* Whether the series of @shift is at one of her houses: before anything that takes longer. */
static gboolean
is_at_home (const Look *l, StafetShift *shift)
{
  StafetRecord *activity = stafet_snapshot_get (l->snapshot, STAFET_KIND_ACTIVITY, shift->activity);
  g_autoptr (GPtrArray) houses = NULL;
  StafetSeries series;
  gboolean home = FALSE;

  if (!stafet_series_init (&series, activity != NULL ? activity : &shift->parent)
      || series.timing->last_date < l->today)
    return FALSE;
  houses = stafet_series_houses (l->snapshot, &series);
  for (guint i = 0; i < houses->len && !home; i++)
    home = has_house (l->houses, g_ptr_array_index (houses, i), STAFET_VOLUNTEER_HOUSE_HOME);
  return home;
}

static void
meet_shift (Meeting *m, StafetShift *shift)
{
  StafetTimetable timetable;
  StafetDate first, last;

  if (!is_at_home (m->look, shift) || !can_do (m->look, shift)
      || !stafet_timetable_init (&timetable, m->look->snapshot, shift))
    return;
  m->timetable = &timetable;
  stafet_timetable_originals (&timetable, m->look->today, m->look->today + DAYS_AHEAD, &first, &last);
  stafet_timetable_each (&timetable, first, last, meet_cb, m);
}

/* Whoever is asked first is asked whatever the times are. */
static void
look_at_times (const Look *l)
{
  const GPtrArray *shifts = stafet_snapshot_all (l->snapshot, STAFET_KIND_SHIFT);
  Meeting meeting = { l };

  if (l->volunteer->by_agreement || l->windows->len == 0)
    return;
  for (guint i = 0; i < shifts->len && !meeting.met; i++)
    meet_shift (&meeting, g_ptr_array_index (shifts, i));
  if (meeting.any && !meeting.met)
    WARN (l, "available", "%s",
          TEXT (l, N_ ("These times hold no shift of the houses and skills in the next two months.")));
}

/* ——— The check ——— */

gboolean
stafet_terms_check_ends_soon (const StafetVolunteer *volunteer, StafetDate date)
{
  return volunteer->check_seen != STAFET_DATE_NONE && volunteer->check_until != STAFET_DATE_NONE
         && volunteer->check_until >= date && volunteer->check_until - date <= STAFET_CHECK_SOON_DAYS;
}

char *
stafet_terms_standing_words (const StafetVolunteer *volunteer, const StafetShift *shift,
                             const StafetStanding *standing, StafetDate today, StafetLanguage language)
{
  g_autofree char *day = NULL;

  if (!shift->check)
    return g_strdup ("");
  if (stafet_volunteer_lacks_check (volunteer, MAX (standing->from, today)))
    return g_strdup (stafet_i18n_text (language, N_ ("no valid check: vacant")));
  if (volunteer->check_until == STAFET_DATE_NONE
      || (standing->to != STAFET_DATE_NONE && standing->to <= volunteer->check_until))
    return g_strdup ("");
  day = stafet_words_day_with_year (language, volunteer->check_until);
  return g_strdup_printf (stafet_i18n_text (language, N_ ("vacant after %s, when the check expires")), day);
}

/* NULL for no day. (transfer full) */
static char *
day_words (const Look *l, StafetDate date)
{
  return date != STAFET_DATE_NONE ? stafet_words_day_with_year (l->language, date) : NULL;
}

/* A check that was seen before it was asked for. That a new one was asked for while the one that was seen
 * holds is in order: only what is written of the one seen is looked at. */
static gboolean
is_seen_too_early (const Look *l)
{
  const StafetVolunteer *v = l->volunteer;
  const StafetVolunteer *before = stafet_snapshot_get (l->snapshot, STAFET_KIND_VOLUNTEER, v->parent.uid);

  return v->check_seen != STAFET_DATE_NONE && v->check_asked != STAFET_DATE_NONE
         && v->check_seen < v->check_asked && (before == NULL || before->check_seen != v->check_seen);
}

static void
look_at_check (const Look *l)
{
  const StafetVolunteer *v = l->volunteer;
  g_autofree char *until = day_words (l, v->check_until), *seen = day_words (l, v->check_seen);
  g_autofree char *asked = day_words (l, v->check_asked);

  if (is_seen_too_early (l))
    REFUSE (
      l, "check_seen",
      TEXT (l, N_ ("The check would be seen on %s, before it was asked for on %s: mend one of the two.")),
      seen, asked);
  if (v->check_seen != STAFET_DATE_NONE && v->check_until != STAFET_DATE_NONE
      && v->check_until < v->check_seen)
    REFUSE (l, "check_until", TEXT (l, N_ ("The check would expire on %s, before it was seen on %s.")), until,
            seen);
  else if (v->check_seen != STAFET_DATE_NONE && v->check_seen > l->today)
    WARN (l, "check_seen", TEXT (l, N_ ("The check counts from %s on, when it is seen.")), seen);
  else if (stafet_terms_check_ends_soon (v, l->today))
    WARN (l, "check_until", TEXT (l, N_ ("The check expires on %s: ask for a new one in good time.")), until);
  else if (v->check_seen != STAFET_DATE_NONE && v->check_until != STAFET_DATE_NONE
           && v->check_until < l->today)
    WARN (l, "check_until", TEXT (l, N_ ("The check expired on %s: ask for a new one.")), until);
}

/* ——— The whole ——— */

/* What is refused before what is odd; among those as they were found. */
static GPtrArray *
sort_terms (GPtrArray *found)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) term_free);

  for (int refused = 1; refused >= 0; refused--)
    for (guint i = 0; i < found->len; i++)
      if (((StafetTerm *) g_ptr_array_index (found, i))->refused == refused)
        g_ptr_array_add (sorted, g_ptr_array_index (found, i));
  g_ptr_array_unref (found);
  return sorted;
}

static StafetUid
owner_of (StafetRecord *link)
{
  return STAFET_FIELD_AT (StafetUid, link, stafet_record_info_field (STAFET_RECORD_INFO (link), "volunteer"));
}

/* Those of a kind that are hers after @changeset. (transfer container) */
static GPtrArray *
links_after (const StafetSnapshot *snapshot, const StafetChangeset *changeset, StafetKind kind,
             StafetIndex index, StafetUid volunteer)
{
  const GPtrArray *before = stafet_snapshot_index (snapshot, index, volunteer);
  GPtrArray *after = g_ptr_array_new ();

  g_ptr_array_extend (after, (GPtrArray *) before, NULL, NULL);
  for (guint i = 0; changeset != NULL && i < stafet_changeset_length (changeset); i++)
    {
      const StafetChange *change = stafet_changeset_get (changeset, i);

      if (change->kind != kind)
        continue;
      if (change->before != NULL)
        g_ptr_array_remove (after, change->before);
      if (change->after != NULL && owner_of (change->after) == volunteer)
        g_ptr_array_add (after, change->after);
    }
  return after;
}

GPtrArray *
stafet_terms_find (const StafetSnapshot *snapshot, const StafetChangeset *changeset,
                   const StafetVolunteer *volunteer, StafetDate today, StafetLanguage language)
{
  StafetUid uid = volunteer->parent.uid;
  g_autoptr (GPtrArray) houses = links_after (snapshot, changeset, STAFET_KIND_VOLUNTEER_HOUSE,
                                              STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, uid);
  g_autoptr (GPtrArray) partners =
    links_after (snapshot, changeset, STAFET_KIND_PARTNER, STAFET_INDEX_PARTNER_BY_VOLUNTEER, uid);
  g_autoptr (GPtrArray) windows =
    links_after (snapshot, changeset, STAFET_KIND_AVAILABILITY, STAFET_INDEX_AVAILABILITY_BY_VOLUNTEER, uid);
  g_autoptr (GPtrArray) skills =
    links_after (snapshot, changeset, STAFET_KIND_SKILL, STAFET_INDEX_SKILL_BY_VOLUNTEER, uid);
  Look look = { snapshot, volunteer, houses, partners, windows, skills, today, language, g_ptr_array_new () };

  look_at_houses (&look);
  look_at_times (&look);
  look_at_caps (&look);
  look_at_nothing (&look);
  look_at_wish (&look);
  look_at_people (&look);
  look_at_pause (&look);
  look_at_check (&look);
  return sort_terms (look.terms);
}
