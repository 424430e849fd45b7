/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tries a changeset on a scratch plan and looks at everything that it touches there.
 */
#include "stafet-use-check-rows.h"

#include "schedule/stafet-expand.h"
#include "stafet-use-clash.h"
#include "stafet-use-exception.h"
#include "stafet-use-place.h"
#include "stafet-use-signup.h"
#include "stafet-use-terms.h"

#include <string.h>

#define MOST_NAMED 5

typedef struct
{
  StafetPlan *plan, *scratch; /* before and after */
  StafetSnapshot *before, *after;
  StafetChangeset *changeset;
  const char *refusal;
  gboolean anyway;
  gboolean accepted; /* what is marked was so just now */
  StafetDate today;
} Trial;

#define EACH_CHANGE(t, change)                                                                               \
  for (guint i_ = 0; i_ < stafet_changeset_length ((t)->changeset); i_++)                                    \
    for (StafetChange *change = stafet_changeset_get ((t)->changeset, i_); change != NULL; change = NULL)

/* ——— What refers to what ——— */

static GHashTable *
removed_uids (const Trial *t)
{
  GHashTable *removed = g_hash_table_new (g_str_hash, g_str_equal);

  EACH_CHANGE (t, change)
  if (change->after == NULL)
    g_hash_table_add (removed, (gpointer) change->uid);
  return removed;
}

static gboolean
image_names (GHashTable *uids, const char *written)
{
  g_autoptr (GVariant) image = stafet_image_read (written, NULL);
  const char *name, *text;
  GVariantIter iter;

  if (image == NULL)
    return FALSE;
  g_variant_iter_init (&iter, image);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    if (g_hash_table_contains (uids, text))
      return TRUE;
  return FALSE;
}

static gboolean
refers_to (StafetRecord *record, GHashTable *uids)
{
  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    {
      StafetUid uid = field->type == STAFET_FIELD_REF ? STAFET_FIELD_AT (StafetUid, record, field) : NULL;

      if (uid != NULL && g_hash_table_contains (uids, uid))
        return TRUE;
    }
  return STAFET_RECORD_KIND (record) == STAFET_KIND_EXCEPTION
         && ((StafetException *) record)->changes[0] != '\0'
         && image_names (uids, ((StafetException *) record)->changes);
}

/* Whatever came to depend on what is removed now would be lost or hang in the air. */
static gboolean
check_dependents (const Trial *t, GError **error)
{
  g_autoptr (GHashTable) removed = removed_uids (t);
  g_autoptr (GString) holding = g_string_new (NULL);
  guint n = 0;

  for (int kind = 1; g_hash_table_size (removed) > 0 && kind < STAFET_KIND_PUBLISHED; kind++)
    {
      const GPtrArray *all = stafet_snapshot_all (t->after, (StafetKind) kind);

      for (guint i = 0; i < all->len; i++)
        if (refers_to (g_ptr_array_index (all, i), removed) && n++ < MOST_NAMED)
          g_string_append_printf (holding, "\n  %s: %s", _ (stafet_record_info ((StafetKind) kind)->title),
                                  stafet_use_label (t->after, g_ptr_array_index (all, i)));
    }
  if (n == 0)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_DEPENDENCY,
               _ ("%s: %u depend on it by now. Remove or change those first:%s"), t->refusal, n,
               holding->str);
  return FALSE;
}

static gboolean
check_references (const Trial *t, StafetRecord *record, GError **error)
{
  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    {
      StafetUid uid = field->type == STAFET_FIELD_REF && field->target != STAFET_KIND_NONE
                        ? STAFET_FIELD_AT (StafetUid, record, field)
                        : NULL;

      if (uid == NULL || stafet_snapshot_get (t->after, field->target, uid) != NULL)
        continue;
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_DEPENDENCY,
                   _ ("%1$s: “%2$s” belongs to something that is gone (%3$s)."), t->refusal,
                   stafet_use_label (t->after, record), _ (field->title));
      return FALSE;
    }
  return TRUE;
}

/* ——— What is there once ——— */

static gboolean
same_holder (StafetRecord *a, StafetRecord *b)
{
  static const char *const keys[] = { "volunteer", "organiser", "guest" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (a), keys[i]);

      if (field != NULL && !stafet_record_same_value (a, b, field))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  const StafetStanding *a, *b;
  gboolean both;
} Meeting;

static gboolean
meet_cb (StafetDate date, gpointer data)
{
  Meeting *meeting = data;

  meeting->both = stafet_standing_holds (meeting->a, date) && stafet_standing_holds (meeting->b, date);
  return !meeting->both;
}

/* Whether two standing places of one holder have a date in common. */
static gboolean
stand_together (const Trial *t, const StafetStanding *a, const StafetStanding *b)
{
  StafetRecord *shift = stafet_snapshot_get (t->after, STAFET_KIND_SHIFT, a->shift);
  StafetRecord *series = shift != NULL ? stafet_use_series (t->after, shift) : NULL;
  StafetTiming *timing = series != NULL ? stafet_use_timing (series) : NULL;
  Meeting meeting = { a, b, FALSE };

  if (timing != NULL)
    stafet_expand_timing (timing, MAX (timing->first_date, MAX (a->from, b->from)),
                          MAX (t->today, MAX (a->from, b->from)) + STAFET_USE_HORIZON_DAYS, meet_cb,
                          &meeting);
  return meeting.both;
}

static gboolean
is_twice (const Trial *t, StafetRecord *record, StafetRecord *other)
{
  if (record->uid == other->uid || !same_holder (record, other))
    return FALSE;
  if (STAFET_RECORD_KIND (record) == STAFET_KIND_STANDING)
    return stand_together (t, (StafetStanding *) record, (StafetStanding *) other);
  return STAFET_RECORD_KIND (record) == STAFET_KIND_ASSIGNMENT
           ? ((StafetAssignment *) record)->date == ((StafetAssignment *) other)->date
           : ((StafetAttendance *) record)->date == ((StafetAttendance *) other)->date;
}

static const char *
holder_name (const Trial *t, StafetRecord *row)
{
  static const char *const keys[] = { "volunteer", "organiser" };
  const StafetField *guest = stafet_record_info_field (STAFET_RECORD_INFO (row), "guest");

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (row), keys[i]);
      StafetRecord *holder =
        stafet_snapshot_get (t->after, field->target, STAFET_FIELD_AT (StafetUid, row, field));

      if (holder != NULL)
        return stafet_record_get_label (holder);
    }
  return guest != NULL ? STAFET_FIELD_AT (char *, row, guest) : "";
}

static StafetUid
shift_of (StafetRecord *row)
{
  return STAFET_FIELD_AT (StafetUid, row, stafet_record_info_field (STAFET_RECORD_INFO (row), "shift"));
}

static gboolean
check_once (const Trial *t, StafetRecord *row, StafetIndex index, GError **error)
{
  const GPtrArray *rows = stafet_snapshot_index (t->after, index, shift_of (row));

  for (guint i = 0; i < rows->len; i++)
    if (is_twice (t, row, g_ptr_array_index (rows, i)))
      {
        StafetShift *shift = stafet_snapshot_get (t->after, STAFET_KIND_SHIFT, shift_of (row));

        g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_TWICE,
                     _ ("%s is on “%s” that date already."), holder_name (t, row), shift->role);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_one_a_date (const Trial *t, StafetException *exception, GError **error)
{
  StafetKind kind = exception->activity != NULL ? STAFET_KIND_ACTIVITY : STAFET_KIND_SHIFT;
  StafetUid uid = exception->activity != NULL ? exception->activity : exception->shift;
  const GPtrArray *all = stafet_snapshot_index (
    t->after,
    kind == STAFET_KIND_ACTIVITY ? STAFET_INDEX_EXCEPTION_BY_ACTIVITY : STAFET_INDEX_EXCEPTION_BY_SHIFT, uid);

  for (guint i = 0; i < all->len; i++)
    {
      StafetException *other = g_ptr_array_index (all, i);

      if (other == exception || other->parent.uid == exception->parent.uid || other->date != exception->date)
        continue;
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("%s: that date has been given something else of its own."), t->refusal);
      return FALSE;
    }
  return stafet_use_check_own_date (t->scratch, exception, error);
}

/* ——— One record ——— */

/* Dated rows of long ago are not in the plan: what depends on them cannot be seen. */
static gboolean
check_recent (const Trial *t, StafetRecord *record, GError **error)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);
  const StafetField *order = info->order_field >= 0 ? &info->fields[info->order_field] : NULL;

  if (order == NULL || order->type != STAFET_FIELD_DATE
      || STAFET_FIELD_AT (StafetDate, record, order) >= stafet_plan_get_since (t->plan))
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("%s: it is about dates that are more than a year ago."), t->refusal);
  return FALSE;
}

static gboolean
check_active (const Trial *t, StafetRecord *row, StafetDate date, GError **error)
{
  const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (row), "volunteer");
  StafetUsePlace place = { .volunteer = stafet_snapshot_get (t->after, STAFET_KIND_VOLUNTEER,
                                                             STAFET_FIELD_AT (StafetUid, row, field)) };

  place.name = place.volunteer != NULL ? place.volunteer->name : "";
  return stafet_use_place_check_active (&place, date != STAFET_DATE_NONE ? date : STAFET_DATE_MAX, error);
}

static StafetUid
owner_of (StafetRecord *link)
{
  return STAFET_FIELD_AT (StafetUid, link, stafet_record_info_field (STAFET_RECORD_INFO (link), "volunteer"));
}

static gboolean
check_kind (const Trial *t, StafetRecord *record, GError **error)
{
  switch (STAFET_RECORD_KIND (record))
    {
    case STAFET_KIND_EXCEPTION:
      return check_one_a_date (t, (StafetException *) record, error);
    case STAFET_KIND_STANDING:
      return check_once (t, record, STAFET_INDEX_STANDING_BY_SHIFT, error)
             && check_active (t, record, ((StafetStanding *) record)->to, error);
    case STAFET_KIND_ASSIGNMENT:
      return check_once (t, record, STAFET_INDEX_ASSIGNMENT_BY_SHIFT, error)
             && (((StafetAssignment *) record)->date < t->today
                 || check_active (t, record, ((StafetAssignment *) record)->date, error));
    case STAFET_KIND_ATTENDANCE:
      return check_once (t, record, STAFET_INDEX_ATTENDANCE_BY_SHIFT, error);
    case STAFET_KIND_SIGNUP:
      return stafet_use_check_alone (t->after, record, error)
             && stafet_use_check_signup_room (t->before, t->after, (StafetSignup *) record, t->anyway, error);
    case STAFET_KIND_VOLUNTEER:
      return stafet_use_check_terms_between (t->before, t->after, record->uid, t->today, error);
    case STAFET_KIND_VOLUNTEER_HOUSE:
    case STAFET_KIND_PARTNER:
      return stafet_use_check_terms_between (t->before, t->after, owner_of (record), t->today, error);
    default:
      return stafet_use_check_alone (t->after, record, error);
    }
}

static gboolean
check_record (const Trial *t, const StafetChange *change, GError **error)
{
  g_autoptr (StafetRecord) copy = change->after != NULL ? stafet_record_copy (change->after) : NULL;

  if (!check_recent (t, change->after != NULL ? change->after : change->before, error))
    return FALSE;
  /* Checking may normalise: on a copy. */
  return copy == NULL
         || (check_references (t, copy, error) && stafet_use_finish (t->scratch, copy, error)
             && check_kind (t, copy, error));
}

/* Whether it is marked where somebody said anyway. */
static gboolean
has_anyway (const StafetChange *change)
{
  return change->after != NULL
         && stafet_record_info_field (stafet_record_info (change->kind), "anyway") != NULL
         && (change->before == NULL || change->kind == STAFET_KIND_STANDING
             || change->kind == STAFET_KIND_ASSIGNMENT
             || stafet_use_moves_bookings (change->before, change->after));
}

/* ——— Full shifts ——— */

typedef struct
{
  const Trial *t;
  StafetUid shift;
  const StafetStanding *standing; /* nullable: only on its dates */
  GError **error;
  gboolean sound;
} Crowd;

/* Her who was away is back, and her stand-in is there too. */
static gboolean
check_crowd_cb (StafetDate date, gpointer data)
{
  Crowd *crowd = data;
  const Trial *t = crowd->t;
  StafetShift *shift = stafet_snapshot_get (t->after, STAFET_KIND_SHIFT, crowd->shift);
  StafetShift *shift_before = stafet_snapshot_get (t->before, STAFET_KIND_SHIFT, crowd->shift);
  g_auto (StafetShiftDate) was = { NULL, NULL, NULL }, is = { NULL, NULL, NULL };
  StafetUsePlace place = { .shift = shift };

  if (shift == NULL || shift_before == NULL
      || (crowd->standing != NULL && !stafet_standing_holds (crowd->standing, date))
      || !stafet_shift_date_find (t->after, shift, date, &is, NULL)
      || !stafet_shift_date_find (t->before, shift_before, date, &was, NULL) || is.staffing == NULL
      || was.staffing == NULL || is.staffing->filled <= was.staffing->filled)
    return TRUE;
  crowd->sound = stafet_use_place_check_room (
    &place, was.staffing, is.staffing->filled - was.staffing->filled, date, t->anyway, crowd->error);
  return crowd->sound;
}

static gboolean
check_standing_crowd (const Trial *t, const StafetStanding *standing, GError **error)
{
  StafetRecord *shift = stafet_snapshot_get (t->after, STAFET_KIND_SHIFT, standing->shift);
  StafetTiming *timing = stafet_use_timing (stafet_use_series (t->after, shift));
  StafetDate from = MAX (t->today, MAX (standing->from, timing->first_date));
  Crowd crowd = { t, standing->shift, standing, error, TRUE };

  stafet_expand_timing (timing, from, from + STAFET_USE_HORIZON_DAYS, check_crowd_cb, &crowd);
  return crowd.sound;
}

static gboolean
check_crowds (const Trial *t, GError **error)
{
  EACH_CHANGE (t, change)
  {
    StafetRecord *record = change->after != NULL ? change->after : change->before;

    if (t->accepted && has_anyway (change) && stafet_use_get_anyway (change->after))
      continue;
    if (change->kind == STAFET_KIND_ASSIGNMENT)
      {
        Crowd crowd = { t, shift_of (record), NULL, error, TRUE };

        check_crowd_cb (((StafetAssignment *) record)->date, &crowd);
        if (!crowd.sound)
          return FALSE;
      }
    else if (change->kind == STAFET_KIND_STANDING && change->after != NULL
             && !check_standing_crowd (t, (StafetStanding *) record, error))
      return FALSE;
  }
  return TRUE;
}

/* ——— Double booking ——— */

static void
add_once (GPtrArray *uids, StafetUid uid)
{
  if (uid != NULL && !g_ptr_array_find (uids, uid, NULL))
    g_ptr_array_add (uids, (gpointer) uid);
}

static void
widen (StafetDate date, StafetDate *from, StafetDate *to)
{
  if (date == STAFET_DATE_NONE)
    return;
  *from = MIN (*from, date - 1);
  *to = MAX (*to, date + 15);
}

/* The series in which somebody or something may be booked otherwise than before, and from when to when. */
static GPtrArray *
booked_series (const Trial *t, StafetDate *from, StafetDate *to)
{
  GPtrArray *uids = g_ptr_array_new ();

  *from = t->today;
  *to = t->today + STAFET_USE_HORIZON_DAYS;
  EACH_CHANGE (t, change)
  {
    StafetRecord *record = change->after != NULL ? change->after : change->before;
    StafetTiming *timing;

    switch (change->kind)
      {
      case STAFET_KIND_ACTIVITY:
      case STAFET_KIND_SHIFT:
        timing = stafet_use_timing (record);
        if (change->after == NULL
            || (change->before != NULL && !stafet_use_moves_bookings (change->before, change->after)))
          break;
        add_once (uids, change->uid);
        if (timing != NULL && !timing->recurs)
          widen (timing->first_date, from, to);
        break;
      case STAFET_KIND_EXCEPTION:
        add_once (uids, ((StafetException *) record)->activity);
        add_once (uids, ((StafetException *) record)->shift);
        widen (((StafetException *) record)->date, from, to);
        break;
      case STAFET_KIND_ASSIGNMENT:
        widen (((StafetAssignment *) record)->date, from, to);
        add_once (uids, shift_of (record));
        break;
      case STAFET_KIND_STANDING:
        add_once (uids, shift_of (record));
        break;
      default:
        break;
      }
  }
  return uids;
}

static void
book (const Trial *t, const GPtrArray *series)
{
  for (guint i = 0; i < series->len; i++)
    {
      const StafetSnapshot *const plans[] = { t->before, t->after };

      for (gsize j = 0; j < G_N_ELEMENTS (plans); j++)
        {
          StafetUid uid = g_ptr_array_index (series, i);
          StafetRecord *record = stafet_snapshot_get (plans[j], STAFET_KIND_ACTIVITY, uid);

          if (record == NULL)
            record = stafet_snapshot_get (plans[j], STAFET_KIND_SHIFT, uid);
          if (record != NULL)
            stafet_use_book_series (t->plan, record, t->changeset);
        }
    }
}

/* What was accepted when it was made is not thereby accepted now: marks are taken off before the trial. */
static gboolean
check_bookings (const Trial *t, GError **error)
{
  StafetDate from, to;
  g_autoptr (GPtrArray) series = booked_series (t, &from, &to);
  g_autoptr (GPtrArray) marked = g_ptr_array_new ();
  gboolean accepted, sound;

  if (series->len == 0)
    return TRUE;
  EACH_CHANGE (t, change)
  if (!t->accepted && has_anyway (change) && stafet_use_get_anyway (change->after))
    {
      g_ptr_array_add (marked, change->after);
      stafet_use_set_anyway (change->after, FALSE);
    }
  sound = stafet_use_check_clash (t->plan, t->changeset, series, from, to, t->anyway, &accepted, error);
  for (guint i = 0; i < marked->len; i++)
    stafet_use_set_anyway (g_ptr_array_index (marked, i), TRUE);
  EACH_CHANGE (t, change)
  if (sound && accepted && has_anyway (change))
    stafet_use_set_anyway (change->after, TRUE);
  if (sound)
    book (t, series);
  return sound;
}

/* ——— All ——— */

gboolean
stafet_use_check_rows (StafetPlan *plan, const char *refusal, StafetChangeset *changeset, StafetUseRows how,
                       GError **error)
{
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  Trial t = { .plan = plan,
              .scratch = scratch,
              .before = stafet_plan_get_snapshot (plan),
              .after = stafet_plan_get_snapshot (scratch),
              .changeset = changeset,
              .refusal = refusal,
              .anyway = (how & STAFET_USE_ROWS_ANYWAY) != 0,
              .accepted = (how & STAFET_USE_ROWS_ACCEPTED) != 0,
              .today = stafet_clock_today (stafet_plan_get_clock (plan)) };

  stafet_snapshot_apply (t.after, changeset);
  if (!check_dependents (&t, error))
    return FALSE;
  EACH_CHANGE (&t, change)
  if (!check_record (&t, change, error))
    return FALSE;
  return check_crowds (&t, error) && check_bookings (&t, error);
}
