/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ends what a volunteer does from a date on.
 */
#include "stafet-use-leave.h"

#include "core/stafet-words.h"
#include "stafet-use-private.h"

#define WEEKS_AHEAD 8

typedef struct
{
  StafetPlan *plan;
  StafetSnapshot *snapshot;
  StafetVolunteer *volunteer;
  StafetDate from;
  StafetChangeset *changeset;
  StafetLeaving *told;
} Leave;

/* ——— In the plan ——— */

/* "Café · Servering". (transfer full) */
static char *
shift_name (const Leave *s, StafetUid uid)
{
  const StafetShift *shift = stafet_snapshot_get (s->snapshot, STAFET_KIND_SHIFT, uid);
  const StafetActivity *activity =
    shift != NULL ? stafet_snapshot_get (s->snapshot, STAFET_KIND_ACTIVITY, shift->activity) : NULL;

  if (shift == NULL)
    return g_strdup ("");
  return activity != NULL ? g_strdup_printf ("%s · %s", activity->title, shift->role)
                          : g_strdup (shift->role);
}

/* One that has not begun by then goes away. */
static void
end_standing (const Leave *s, StafetStanding *standing)
{
  StafetStanding *after;

  if (standing->to != STAFET_DATE_NONE && standing->to < s->from)
    return;
  g_ptr_array_add (s->told->standings, shift_name (s, standing->shift));
  if (standing->from != STAFET_DATE_NONE && standing->from >= s->from)
    {
      stafet_changeset_delete (s->changeset, standing);
      return;
    }
  after = stafet_record_copy (standing);
  after->to = s->from - 1;
  stafet_changeset_update (s->changeset, standing, after);
}

/* Whether that original date is held from then on, and nobody has said whether she came. */
static gboolean
is_to_come (const Leave *s, const StafetAssignment *row)
{
  StafetShift *shift = stafet_snapshot_get (s->snapshot, STAFET_KIND_SHIFT, row->shift);
  g_auto (StafetShiftDate) on = { NULL, NULL, NULL };

  if (shift == NULL || !stafet_shift_date_find (s->snapshot, shift, row->date, &on, NULL))
    return row->date >= s->from;
  for (guint i = 0; i < on.staffing->n_places + on.staffing->n_away; i++)
    if (on.staffing->places[i].volunteer == s->volunteer && on.staffing->places[i].came >= 0)
      return FALSE;
  return stafet_wall_date (on.staffing->start) >= s->from;
}

static void
free_place (const Leave *s, StafetAssignment *row)
{
  g_autofree char *name = NULL, *day = NULL;

  if (!is_to_come (s, row))
    return;
  stafet_changeset_delete (s->changeset, row);
  if (row->state == STAFET_ASSIGNMENT_DECLINED)
    return;
  name = shift_name (s, row->shift);
  day = stafet_words_short_date (stafet_i18n_get_language (), row->date);
  g_ptr_array_add (s->told->promises, g_strdup_printf ("%s, %s", name, day));
}

static void
free_places (const Leave *s)
{
  StafetUid uid = s->volunteer->parent.uid;
  const GPtrArray *standings = stafet_snapshot_index (s->snapshot, STAFET_INDEX_STANDING_BY_VOLUNTEER, uid);
  const GPtrArray *rows = stafet_snapshot_index (s->snapshot, STAFET_INDEX_ASSIGNMENT_BY_VOLUNTEER, uid);

  for (guint i = 0; i < standings->len; i++)
    end_standing (s, g_ptr_array_index (standings, i));
  for (guint i = 0; i < rows->len; i++)
    free_place (s, g_ptr_array_index (rows, i));
}

/* ——— Who is to hear of it ——— */

static void
add_once (GPtrArray *texts, char *text)
{
  if (g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (texts, text);
}

static void
find_wards (const Leave *s)
{
  StafetAgendaQuery query = { .from = s->from,
                              .to = s->from + WEEKS_AHEAD * 7,
                              .volunteer = s->volunteer->parent.uid };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (s->snapshot, &query);

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (entry->status == STAFET_STATUS_CANCELLED)
        continue;
      if (entry->ward != NULL)
        add_once (s->told->wards, g_strdup_printf ("%s (%s)", entry->ward->name, entry->title));
      for (guint j = 0; j < entry->n_visits; j++)
        if (entry->visits[j].ward != NULL)
          add_once (s->told->wards, g_strdup_printf ("%s (%s)", entry->visits[j].ward->name, entry->title));
    }
}

static void
find_leads (const Leave *s)
{
  const GPtrArray *activities = stafet_snapshot_all (s->snapshot, STAFET_KIND_ACTIVITY);

  for (guint i = 0; i < activities->len; i++)
    {
      const StafetActivity *activity = g_ptr_array_index (activities, i);

      if (activity->lead == s->volunteer->parent.uid && activity->timing.last_date >= s->from)
        add_once (s->told->leads, g_strdup (activity->title));
    }
}

/* ——— The use case ——— */

static gboolean
refuse (const Leave *s, GError **error)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (s->plan));
  g_autofree char *day = NULL;

  if (s->from < today)
    g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_MALFORMED,
                         _ ("Somebody stops today at the earliest: what has been stays as it was."));
  else if (stafet_volunteer_has_stopped (s->volunteer, s->from))
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE, _ ("%s has stopped already."),
                   s->volunteer->name);
    }
  else
    return FALSE;
  return TRUE;
}

static void
leave (const Leave *s)
{
  g_autofree char *day = stafet_words_day_with_year (stafet_i18n_get_language (), s->from);
  StafetVolunteer *after = stafet_record_copy (s->volunteer);

  after->status = STAFET_VOLUNTEER_STOPPED;
  after->paused_until = s->from;
  if (after->keep_until == STAFET_DATE_NONE || after->keep_until < s->from)
    after->keep_until = stafet_volunteer_default_keep (s->from);
  s->told->keep_until = after->keep_until;
  stafet_changeset_update (s->changeset, s->volunteer, after);
  stafet_changeset_book (s->changeset, s->volunteer);
  find_wards (s);
  find_leads (s);
  free_places (s);
  stafet_changeset_set_label (s->changeset, _ ("%s stops on %s"), s->volunteer->name, day);
}

static StafetLeaving *
told_new (StafetDate from)
{
  StafetLeaving *told = g_new0 (StafetLeaving, 1);

  told->from = from;
  told->standings = g_ptr_array_new_with_free_func (g_free);
  told->promises = g_ptr_array_new_with_free_func (g_free);
  told->wards = g_ptr_array_new_with_free_func (g_free);
  told->leads = g_ptr_array_new_with_free_func (g_free);
  return told;
}

void
stafet_leaving_free (StafetLeaving *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->standings);
  g_ptr_array_unref (self->promises);
  g_ptr_array_unref (self->wards);
  g_ptr_array_unref (self->leads);
  g_free (self);
}

/* Fills @changeset; what that does, or NULL when it is refused. (transfer full) */
static StafetLeaving *
leave_into (StafetPlan *plan, const char *reference, StafetDate from, StafetChangeset *changeset,
            GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (StafetLeaving) told = told_new (from);
  Leave s = { plan, snapshot, NULL, from, changeset, told };

  s.volunteer = stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, reference, error);
  if (s.volunteer == NULL || refuse (&s, error))
    return NULL;
  told->name = g_strdup (s.volunteer->name);
  leave (&s);
  return g_steal_pointer (&told);
}

typedef struct
{
  char *volunteer;
  StafetDate date;
} Arguments;

static void
arguments_free (gpointer data)
{
  g_free (((Arguments *) data)->volunteer);
  g_free (data);
}

static Arguments *
arguments_new (const char *volunteer, StafetDate date)
{
  Arguments *a = g_new (Arguments, 1);

  a->volunteer = g_strdup (volunteer);
  a->date = date;
  return a;
}

static gboolean
leave_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  g_autoptr (StafetLeaving) told = leave_into (plan, a->volunteer, a->date, changeset, error);

  return told != NULL;
}

StafetEdit *
stafet_use_leave (const char *volunteer, StafetDate from)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, leave_func, arguments_new (volunteer, from), arguments_free);
}

StafetLeaving *
stafet_leaving_try (StafetPlan *plan, const char *volunteer, StafetDate from, GError **error)
{
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (STAFET_CHANGESET_EDIT);

  return leave_into (plan, volunteer, from, changeset, error);
}

static gboolean
keep_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  StafetVolunteer *volunteer =
    stafet_reference_find (stafet_plan_get_snapshot (plan), STAFET_KIND_VOLUNTEER, a->volunteer, error);
  g_autofree char *day =
    a->date != STAFET_DATE_NONE ? stafet_words_day_with_year (stafet_i18n_get_language (), a->date) : NULL;
  StafetVolunteer *after;

  if (volunteer == NULL)
    return FALSE;
  if (volunteer->keep_until == a->date)
    return TRUE;
  after = stafet_record_copy (volunteer);
  after->keep_until = a->date;
  stafet_changeset_update (changeset, volunteer, after);
  if (day != NULL)
    stafet_changeset_set_label (changeset, _ ("%s is kept until %s"), volunteer->name, day);
  else
    stafet_changeset_set_label (changeset, _ ("%s is kept while she has not stopped"), volunteer->name);
  return TRUE;
}

StafetEdit *
stafet_use_keep (const char *volunteer, StafetDate until)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, keep_func, arguments_new (volunteer, until), arguments_free);
}

/* ——— In words ——— */

static void
say_list (GString *text, const char *title, const GPtrArray *lines)
{
  if (lines->len == 0)
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", title);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "\n– %s", (const char *) g_ptr_array_index (lines, i));
}

char *
stafet_leaving_words (const StafetLeaving *self)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *last = stafet_words_day_with_year (language, self->from - 1);
  g_autofree char *keep = stafet_words_day_with_year (language, self->keep_until);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("The last day is %s."), last);
  say_list (text, _ ("Standing places that become free:"), self->standings);
  say_list (text, _ ("Promises that become holes:"), self->promises);
  say_list (text, _ ("Wards that are expecting a visit: tell them."), self->wards);
  say_list (text, _ ("Somebody else is to lead:"), self->leads);
  if (self->standings->len + self->promises->len == 0)
    g_string_append_printf (text, "\n%s", _ ("No places become free."));
  g_string_append_printf (text, "\n%s", _ ("Remember keys and whatever else was lent out."));
  g_string_append_printf (text, "\n");
  g_string_append_printf (text, _ ("What is on the card is kept until %s; then you are asked."), keep);
  return g_string_free (text, FALSE);
}
