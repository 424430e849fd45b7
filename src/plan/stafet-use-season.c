/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies the series of a season with all that belongs to them.
 */
#include "stafet-use-season.h"

#include "core/stafet-text.h"
#include "schedule/stafet-entry.h"
#include "schedule/stafet-expand.h"
#include "stafet-use-cases.h"
#include "stafet-use-series.h"

#include <string.h>

typedef struct
{
  StafetSeasonWish wish;
  char *series;
  char **pairs;
  gboolean anyway;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->series);
  g_strfreev (a->pairs);
  g_free (a);
}

/* What is under way. */
typedef struct
{
  const Arguments *a;
  StafetPlan *plan, *scratch;
  StafetChangeset *changeset;
  StafetSeasonChoice choice;
  StafetDate first; /* of the copy */
} Copying;

/* Evaluates one edit, which is freed. */
static gboolean
try_edit (Copying *c, StafetEdit *edit, StafetUid *created, GError **error)
{
  g_autoptr (StafetEdit) owned = edit;

  return stafet_plan_try (c->scratch, owned, c->changeset, created, error);
}

/* ——— A record again ——— */

/* What @record holds as "KEY=VALUE", but for the key @but (nullable), which is @instead. (transfer full) */
static char **
pairs_of (StafetRecord *record, const char *but, const char *instead)
{
  g_autoptr (GStrvBuilder) pairs = g_strv_builder_new ();

  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    {
      gboolean other = but != NULL && g_str_equal (field->name, but);
      g_autofree char *text = other ? g_strdup (instead) : stafet_record_get_text (record, field);
      g_autofree char *pair = g_strconcat (field->name, "=", text, NULL);

      if ((field->flags & STAFET_FIELD_HIDDEN) == 0 && (*text != '\0' || field->type == STAFET_FIELD_ENUM))
        g_strv_builder_add (pairs, pair);
    }
  return g_strv_builder_end (pairs);
}

typedef struct
{
  StafetKind kind;
  StafetUid copy, origin;
} Origin;

/* No key of the command line says where a record came from. */
static gboolean
origin_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, G_GNUC_UNUSED GError **error)
{
  const Origin *origin = data;
  StafetRecord *before = stafet_snapshot_get (stafet_plan_get_snapshot (plan), origin->kind, origin->copy);
  StafetRecord *after = stafet_record_copy (before);
  const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (after), "split_from");

  STAFET_FIELD_AT (StafetUid, after, field) = origin->origin;
  stafet_changeset_update (changeset, before, after);
  return TRUE;
}

/* Adds the record that @pairs describe; @from, where it came from, is remembered if its kind can. */
static gboolean
add (Copying *c, StafetRecord *from, char **pairs, StafetUid *made, GError **error)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (from);
  const char *const *keys = (const char *const *) pairs;
  Origin origin = { info->kind, NULL, from->uid };

  if (!try_edit (c,
                 c->a->anyway ? stafet_use_add_anyway (info->kind, keys) : stafet_use_add (info->kind, keys),
                 made, error))
    return FALSE;
  origin.copy = *made;
  return stafet_record_info_field (info, "split_from") == NULL
         || try_edit (c, stafet_edit_new (STAFET_CHANGESET_EDIT, origin_func, &origin, NULL), NULL, error);
}

/* ——— The series ——— */

static gboolean
refuse (const Copying *c, GError **error)
{
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE, _ ("“%s” cannot be copied: it %s."),
               stafet_record_get_label (c->choice.series),
               stafet_season_state_words (c->choice.state, stafet_i18n_get_language ()));
  return FALSE;
}

/* Nobody leads who has stopped. */
static void
drop_lead (const Copying *c, StafetRecord *record)
{
  StafetActivity *activity =
    STAFET_RECORD_KIND (record) == STAFET_KIND_ACTIVITY ? (StafetActivity *) record : NULL;
  const StafetVolunteer *lead = activity != NULL ? stafet_snapshot_get (stafet_plan_get_snapshot (c->plan),
                                                                        STAFET_KIND_VOLUNTEER, activity->lead)
                                                 : NULL;

  if (lead != NULL && lead->status == STAFET_VOLUNTEER_STOPPED)
    activity->lead = NULL;
}

/* The series as it shall be in the new season. (transfer full) */
static StafetRecord *
moved_series (Copying *c, GError **error)
{
  const char *const *pairs = (const char *const *) c->a->pairs;
  g_autoptr (StafetRecord) made = stafet_record_copy (c->choice.series);
  g_autoptr (StafetRecord) plain = NULL;
  StafetTiming *timing = stafet_use_timing (made), copy;

  if (stafet_season_copy_timing (timing, &c->a->wish.span, &copy))
    {
      timing->start = copy.start;
      timing->end = copy.end;
    }
  timing->until = timing->recurs ? c->a->wish.span.until : STAFET_DATE_NONE;
  if (STAFET_RECORD_KIND (made) == STAFET_KIND_ACTIVITY)
    ((StafetActivity *) made)->draft = c->a->wish.drafts;
  drop_lead (c, made);
  stafet_record_derive (made);
  plain = stafet_record_copy (made);
  if (!stafet_use_set_pairs (stafet_plan_get_snapshot (c->plan), made, pairs, error))
    return NULL;
  if (stafet_use_names_key (pairs, "start") && !stafet_use_names_key (pairs, "end"))
    timing->end = timing->start + (copy.end - copy.start);
  stafet_use_follow_start (plain, made, pairs);
  return g_steal_pointer (&made);
}

/* ——— Standing places ——— */

/* Whether the place was held at the end of the season that there is, whatever week that is. */
static gboolean
stood_last (const StafetStanding *standing, StafetDate last)
{
  return (standing->from == STAFET_DATE_NONE || standing->from <= last)
         && (standing->to == STAFET_DATE_NONE || standing->to >= last);
}

/* Counting goes on: the first date, or the Monday of the first week in step. */
static StafetDate
in_step (const StafetStanding *standing, StafetDate first)
{
  int weeks;

  if (standing->every <= 1)
    return STAFET_DATE_NONE;
  weeks = (stafet_date_monday (first) - stafet_date_monday (standing->from)) / 7 % standing->every;
  return weeks == 0 ? first : stafet_date_monday (first) + 7 * (standing->every - weeks);
}

static gboolean
has_stopped (const StafetSnapshot *snapshot, const StafetStanding *standing)
{
  const StafetVolunteer *volunteer =
    stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, standing->volunteer);

  return volunteer != NULL && volunteer->status == STAFET_VOLUNTEER_STOPPED;
}

/* A place whose weeks the copy does not go in is none. */
static gboolean
carry_standing (Copying *c, const StafetStanding *standing, StafetUid shift, GError **error)
{
  g_autoptr (GError) own = NULL;

  if (try_edit (c,
                stafet_use_carry_standing (shift, standing, in_step (standing, c->first), STAFET_DATE_NONE,
                                           standing->parity, standing->every, c->a->anyway),
                NULL, &own)
      || g_error_matches (own, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_NO_DATE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static gboolean
carry_standings (Copying *c, StafetUid from, StafetUid to, GError **error)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (c->plan);
  const GPtrArray *standings = stafet_snapshot_index (snapshot, STAFET_INDEX_STANDING_BY_SHIFT, from);

  for (guint i = 0; c->a->wish.people && i < standings->len; i++)
    {
      const StafetStanding *standing = g_ptr_array_index (standings, i);

      if (stood_last (standing, c->choice.last) && !has_stopped (snapshot, standing)
          && !carry_standing (c, standing, to, error))
        return FALSE;
    }
  return TRUE;
}

/* ——— Its parts ——— */

static gboolean
copy_parts (Copying *c, StafetIndex index, StafetUid made, GError **error)
{
  const GPtrArray *parts =
    stafet_snapshot_index (stafet_plan_get_snapshot (c->plan), index, c->choice.series->uid);

  for (guint i = 0; i < parts->len; i++)
    {
      StafetRecord *part = g_ptr_array_index (parts, i);
      g_auto (GStrv) pairs = pairs_of (part, "activity", made);
      StafetUid copy;

      if (!add (c, part, pairs, &copy, error)
          || (STAFET_RECORD_KIND (part) == STAFET_KIND_SHIFT && !carry_standings (c, part->uid, copy, error)))
        return FALSE;
    }
  return TRUE;
}

/* ——— The use case ——— */

static gboolean
copy_series (Copying *c, StafetUid *made, GError **error)
{
  g_autoptr (StafetRecord) moved = moved_series (c, error);
  g_auto (GStrv) pairs = moved != NULL ? pairs_of (moved, NULL, NULL) : NULL;
  const StafetTiming *timing;

  if (moved == NULL || !add (c, c->choice.series, pairs, made, error))
    return FALSE;
  timing = stafet_use_timing (
    stafet_snapshot_get (stafet_plan_get_snapshot (c->scratch), STAFET_RECORD_KIND (moved), *made));
  c->first = timing->first_date;
  if (STAFET_RECORD_KIND (moved) == STAFET_KIND_SHIFT)
    return carry_standings (c, c->choice.series->uid, *made, error);
  return copy_parts (c, STAFET_INDEX_SHIFT_BY_ACTIVITY, *made, error)
         && copy_parts (c, STAFET_INDEX_STOP_BY_ACTIVITY, *made, error);
}

/* What has no date of its own there may be given one. */
static gboolean
may_be_copied (const Copying *c)
{
  switch (c->choice.state)
    {
    case STAFET_SEASON_READY:
    case STAFET_SEASON_FOLLOWED:
      return TRUE;
    case STAFET_SEASON_NO_DATE:
      return stafet_use_names_key ((const char *const *) c->a->pairs, "start");
    default:
      return FALSE;
    }
}

static gboolean
copy_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  Copying c = { .a = a, .plan = plan, .scratch = scratch, .changeset = changeset };
  StafetRecord *series = stafet_reference_find_series (snapshot, a->series, error);
  StafetUid made;

  if (series == NULL)
    return FALSE;
  c.choice = (StafetSeasonChoice){ .series = series, .state = STAFET_SEASON_NO_DATE };
  if (!stafet_season_judge (snapshot, series, &a->wish.span, &c.choice) || !may_be_copied (&c))
    return refuse (&c, error);
  if (!copy_series (&c, &made, error))
    return FALSE;
  changeset->created = made;
  stafet_plan_take_warnings (plan, scratch);
  return TRUE;
}

static StafetEdit *
copy_edit (const StafetSeasonWish *wish, const StafetSeasonLine *line, gboolean anyway)
{
  static const char *const none[] = { NULL };
  Arguments *a = g_new0 (Arguments, 1);

  a->wish = *wish;
  a->series = g_strdup (line->series);
  a->pairs = g_strdupv ((char **) (line->pairs != NULL ? line->pairs : none));
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, copy_func, a, arguments_free);
}

/* "Copied 14 activities to the autumn of 2027". (transfer full) */
static char *
label_of (const StafetSeasonSpan *span, guint n)
{
  int year, month;

  stafet_date_split (span->into, &year, &month, NULL);
  if (month <= 5)
    return g_strdup_printf (
      ngettext_ ("Copied %u activity to the spring of %d", "Copied %u activities to the spring of %d", n), n,
      year);
  if (month <= 7)
    return g_strdup_printf (
      ngettext_ ("Copied %u activity to the summer of %d", "Copied %u activities to the summer of %d", n), n,
      year);
  return g_strdup_printf (
    ngettext_ ("Copied %u activity to the autumn of %d", "Copied %u activities to the autumn of %d", n), n,
    year);
}

StafetEdit *
stafet_use_copy_season (const StafetSeasonWish *wish, const StafetSeasonLine *lines, guint n)
{
  GPtrArray *edits = g_ptr_array_new ();
  g_autofree char *label = label_of (&wish->span, n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (edits, copy_edit (wish, &lines[i], lines[i].anyway));
  return stafet_use_several (label, edits);
}

/* ——— What is to be known of a copy ——— */

typedef struct
{
  const StafetSnapshot *snapshot;
  StafetSeries series;
  StafetSeasonTrialLine *line;
  GHashTable *away; /* StafetVolunteer → dates on which she is away */
} Look;

static void
look_at_people (const StafetEntry *entry, GHashTable *away)
{
  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_away; j++)
      {
        StafetVolunteer *volunteer = entry->shifts[i].places[entry->shifts[i].n_places + j].volunteer;
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (away, volunteer));

        if (volunteer != NULL)
          g_hash_table_insert (away, volunteer, GUINT_TO_POINTER (n + 1));
      }
}

static gboolean
look_cb (StafetDate date, gpointer data)
{
  Look *look = data;
  StafetEntry *entry = g_new (StafetEntry, 1);
  StafetSeasonMeeting meeting = { .date = date };

  stafet_entry_init (entry, look->snapshot, &look->series, date);
  g_array_append_val (look->line->dates, date);
  if (stafet_review_judge (look->snapshot, entry, &meeting.hurdle, &meeting.state))
    g_array_append_val (look->line->meetings, meeting);
  look_at_people (entry, look->away);
  stafet_entry_free (entry);
  return TRUE;
}

static void
add_person (StafetSeasonTrialLine *line, StafetVolunteer *volunteer, StafetSeasonTrouble trouble, guint n)
{
  StafetSeasonPerson person = { volunteer, trouble, n };

  for (guint i = 0; i < line->people->len; i++)
    if (g_array_index (line->people, StafetSeasonPerson, i).volunteer == volunteer)
      return;
  g_array_append_val (line->people, person);
}

static void
add_stopped_of (const StafetSnapshot *snapshot, StafetUid shift, StafetDate last, StafetSeasonTrialLine *line)
{
  const GPtrArray *standings = stafet_snapshot_index (snapshot, STAFET_INDEX_STANDING_BY_SHIFT, shift);

  for (guint i = 0; i < standings->len; i++)
    {
      const StafetStanding *standing = g_ptr_array_index (standings, i);

      if (stood_last (standing, last) && has_stopped (snapshot, standing))
        add_person (line, stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, standing->volunteer),
                    STAFET_SEASON_STOPPED, 0);
    }
}

static void
add_stopped (const StafetSnapshot *snapshot, StafetRecord *series, StafetDate last,
             StafetSeasonTrialLine *line)
{
  const GPtrArray *shifts = stafet_snapshot_index (snapshot, STAFET_INDEX_SHIFT_BY_ACTIVITY, series->uid);

  add_stopped_of (snapshot, series->uid, last, line);
  for (guint i = 0; i < shifts->len; i++)
    add_stopped_of (snapshot, ((StafetRecord *) g_ptr_array_index (shifts, i))->uid, last, line);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const StafetSeasonPerson *x = a, *y = b;
  int order = stafet_text_compare (x->volunteer->name, y->volunteer->name);

  return order != 0 ? order : g_strcmp0 (x->volunteer->parent.uid, y->volunteer->parent.uid);
}

static void
look_at_copy (const StafetSnapshot *snapshot, StafetRecord *source, const StafetSeasonWish *wish,
              StafetSeasonTrialLine *line)
{
  g_autoptr (GHashTable) away = g_hash_table_new (g_direct_hash, g_direct_equal);
  Look look = { .snapshot = snapshot, .line = line, .away = away };
  StafetSeasonChoice choice;
  GHashTableIter iter;
  gpointer volunteer, n;

  stafet_series_init (&look.series, stafet_snapshot_get (snapshot, STAFET_RECORD_KIND (source), line->copy));
  stafet_expand_timing (look.series.timing, look.series.timing->first_date, look.series.timing->last_date,
                        look_cb, &look);
  if (wish->people && stafet_season_judge (snapshot, source, &wish->span, &choice))
    add_stopped (snapshot, source, choice.last, line);
  g_hash_table_iter_init (&iter, away);
  while (g_hash_table_iter_next (&iter, &volunteer, &n))
    add_person (line, volunteer, STAFET_SEASON_AWAY, GPOINTER_TO_UINT (n));
  g_array_sort (line->people, compare_people);
}

/* ——— Tried ——— */

static void
line_free (gpointer data)
{
  StafetSeasonTrialLine *line = data;

  g_clear_error (&line->refusal);
  g_ptr_array_unref (line->notes);
  g_array_unref (line->dates);
  g_array_unref (line->meetings);
  g_array_unref (line->people);
  g_free (line);
}

static gboolean
may_be_accepted (const GError *error)
{
  return g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH)
         || g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_FULL);
}

/* @plan with the copy in it; NULL when it is refused. (transfer full) */
static StafetPlan *
try_once (StafetPlan *plan, const StafetSeasonWish *wish, const StafetSeasonLine *asked, gboolean anyway,
          StafetSeasonTrialLine *line, GError **error)
{
  g_autoptr (StafetEdit) edit = copy_edit (wish, asked, anyway);
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (STAFET_CHANGESET_EDIT);
  /* A name that the copy has too would mean both. */
  StafetRecord *source = stafet_reference_find_series (stafet_plan_get_snapshot (plan), asked->series, NULL);

  if (!stafet_plan_try (scratch, edit, changeset, &line->copy, error))
    return NULL;
  g_ptr_array_unref (line->notes);
  line->notes = stafet_plan_steal_warnings (scratch);
  look_at_copy (stafet_plan_get_snapshot (scratch), source, wish, line);
  return g_steal_pointer (&scratch);
}

/* A copy that clashes, and may not, is not there for those after it. */
static StafetSeasonTrialLine *
try_line (StafetPlan **plan, const StafetSeasonWish *wish, const StafetSeasonLine *asked)
{
  StafetSeasonTrialLine *line = g_new0 (StafetSeasonTrialLine, 1);
  g_autoptr (GError) clash = NULL;
  g_autoptr (StafetPlan) with = NULL;

  line->notes = g_ptr_array_new_with_free_func (g_free);
  line->dates = g_array_new (FALSE, FALSE, sizeof (StafetDate));
  line->meetings = g_array_new (FALSE, FALSE, sizeof (StafetSeasonMeeting));
  line->people = g_array_new (FALSE, FALSE, sizeof (StafetSeasonPerson));
  with = try_once (*plan, wish, asked, FALSE, line, &clash);
  if (with == NULL && may_be_accepted (clash))
    {
      with = try_once (*plan, wish, asked, TRUE, line, &line->refusal);
      line->clashes = with != NULL;
      if (line->clashes && line->notes->len == 0)
        g_ptr_array_add (line->notes, g_strdup (clash->message));
    }
  else if (with == NULL)
    line->refusal = g_steal_pointer (&clash);
  if (with == NULL || (line->clashes && !asked->anyway))
    line->copy = NULL;
  else
    g_set_object (plan, with);
  return line;
}

StafetSeasonTrial *
stafet_season_try (StafetPlan *plan, const StafetSeasonWish *wish, const StafetSeasonLine *lines, guint n)
{
  StafetSeasonTrial *self = g_new0 (StafetSeasonTrial, 1);

  self->plan = stafet_plan_new_scratch (plan);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->lines, try_line (&self->plan, wish, &lines[i]));
  return self;
}

void
stafet_season_trial_free (StafetSeasonTrial *self)
{
  g_ptr_array_unref (self->lines);
  g_object_unref (self->plan);
  g_free (self);
}
