/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signing up for a date of an activity, and off again.
 */
#include "stafet-use-signup.h"

#include "core/stafet-text.h"
#include "schedule/stafet-signups.h"

#include <string.h>

typedef struct
{
  char *reference; /* of the series, or of the sign-up */
  char **pairs;
  StafetDate date;
  gboolean anyway;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->reference);
  g_strfreev (a->pairs);
  g_free (a);
}

static StafetEntry *
only_entry (StafetAgenda *agenda)
{
  return agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;
}

/* ——— What stands in the way ——— */

gboolean
stafet_use_check_signup_once (const StafetSnapshot *snapshot, const StafetSignup *signup, GError **error)
{
  const GPtrArray *all = stafet_snapshot_index (snapshot, STAFET_INDEX_SIGNUP_BY_ACTIVITY, signup->activity);
  g_autofree char *name = stafet_text_fold (signup->name);

  for (guint i = all->len > 0 ? stafet_snapshot_first_on (all, signup->date) : 0; i < all->len; i++)
    {
      const StafetSignup *other = g_ptr_array_index (all, i);
      g_autofree char *own = stafet_text_fold (other->name);

      if (other->date != signup->date)
        break;
      if (other->parent.uid == signup->parent.uid || strcmp (own, name) != 0
          || !stafet_phone_equal (other->phone, signup->phone))
        continue;
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_TWICE,
                   _ ("%s is signed up for that date already. Change how many she brings, or write a phone "
                      "number that tells two of the same name apart."),
                   other->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_held (const StafetEntry *entry, GError **error)
{
  g_autofree char *day = NULL;

  if (entry->status != STAFET_STATUS_CANCELLED)
    return TRUE;
  day = stafet_use_day (stafet_wall_date (entry->start));
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
               _ ("“%s” on %s is cancelled: %s. Nobody can sign up."), entry->title, day,
               stafet_entry_reason (entry, stafet_i18n_get_language ()));
  return FALSE;
}

static gboolean
asks_for_food (const StafetSignup *signup)
{
  return (signup->meals != STAFET_INTEGER_NONE && signup->meals > 0)
         || (signup->take_home != STAFET_INTEGER_NONE && signup->take_home > 0);
}

static gboolean
check_offered (const StafetEntry *entry, const StafetSignup *signup, GError **error)
{
  if (asks_for_food (signup) && !entry->activity->meal)
    g_set_error (
      error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
      _ ("There is no meal at “%s”. Leave the meals out, or say in the activity that there is one."),
      entry->title);
  else if (signup->transport[0] != '\0' && !entry->activity->transport)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                 _ ("There is no transport to “%s”. Leave it out, or say in the activity that there is."),
                 entry->title);
  else
    return TRUE;
  return FALSE;
}

static gboolean
refuse_full (const StafetEntry *entry, const StafetSignups *signups, GError **error)
{
  g_autofree char *day = stafet_use_day (stafet_wall_date (entry->start));

  if (signups->waiting->len > 0)
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_FULL,
                 ngettext_ ("“%s” on %s has %d of %d places free, and %u waits.",
                            "“%s” on %s has %d of %d places free, and %u wait.", signups->waiting->len),
                 entry->title, day, signups->free, signups->capacity, signups->waiting->len);
  else
    g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_FULL, _ ("“%s” on %s has %d of %d places free."),
                 entry->title, day, signups->free, signups->capacity);
  return FALSE;
}

gboolean
stafet_use_check_signup_room (StafetSnapshot *before, StafetSnapshot *after, const StafetSignup *signup,
                              gboolean anyway, GError **error)
{
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (after, STAFET_KIND_ACTIVITY, signup->activity, signup->date);
  const StafetEntry *entry = only_entry (agenda);
  g_auto (StafetSignups) was = { NULL }, is = { NULL };

  if (anyway || entry == NULL)
    return TRUE;
  stafet_signups_find (before, entry->activity, signup->date, &was);
  stafet_signups_find (after, entry->activity, signup->date, &is);
  return is.signed_up <= was.signed_up || is.signed_up <= is.capacity || refuse_full (entry, &is, error);
}

/* ——— What is worth saying ——— */

static void
warn_late (StafetPlan *plan, const StafetEntry *entry)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));
  StafetDate start = stafet_wall_date (entry->start);
  gint32 days = entry->activity->signup_days;
  g_autofree char *last = stafet_use_day (start - (days != STAFET_INTEGER_NONE ? days : 0));

  if (start < today)
    stafet_plan_warn (plan, _ ("“%s” was held on %s already."), entry->title, last);
  else if (days != STAFET_INTEGER_NONE && today > start - days)
    stafet_plan_warn (plan, _ ("The last day to sign up for “%s” was %s."), entry->title, last);
}

static void
warn_place (StafetPlan *plan, const StafetEntry *entry, const StafetSignups *signups,
            const StafetSignup *signup)
{
  g_autofree char *day = stafet_use_day (stafet_wall_date (entry->start));

  if (signup->waiting)
    stafet_plan_warn (plan, _ ("%s is number %u on the waiting list of “%s” on %s."), signup->name,
                      signups->waiting->len + 1, entry->title, day);
  else if (signup->heads > signups->free)
    stafet_plan_warn (plan, _ ("“%s” on %s has %d places, and %d are signed up now."), entry->title, day,
                      signups->capacity, signups->signed_up + signup->heads);
}

/* ——— Signing up ——— */

static gint32
next_position (const StafetSignups *signups)
{
  const GPtrArray *const lists[] = { signups->coming, signups->waiting };
  gint32 last = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i]->len > 0)
      last = MAX (last, ((StafetSignup *) g_ptr_array_index (lists[i], lists[i]->len - 1))->position);
  return last + 1;
}

gboolean
stafet_use_place_signup (StafetPlan *plan, StafetSignup *signup, gboolean anyway, StafetChangeset *changeset,
                         GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, signup->activity);
  g_autoptr (StafetAgenda) agenda = NULL;
  g_auto (StafetSignups) signups = { NULL };
  g_autofree char *day = stafet_use_day (signup->date);
  const StafetEntry *entry;

  if (!stafet_use_check_date (snapshot, activity, signup->date, error))
    return FALSE;
  agenda = stafet_agenda_new_occurrence (snapshot, STAFET_KIND_ACTIVITY, signup->activity, signup->date);
  entry = only_entry (agenda);
  g_return_val_if_fail (entry != NULL, FALSE);
  if (!check_held (entry, error) || !check_offered (entry, signup, error)
      || !stafet_use_check_signup_once (snapshot, signup, error))
    return FALSE;
  stafet_signups_find (snapshot, entry->activity, signup->date, &signups);
  signup->waiting = signup->waiting || (!anyway && !stafet_signups_have_room (&signups, signup->heads));
  if (signup->position == STAFET_INTEGER_NONE)
    signup->position = next_position (&signups);
  warn_late (plan, entry);
  warn_place (plan, entry, &signups, signup);
  stafet_changeset_set_label (changeset, _ ("New sign-up for %s on %s"), entry->title, day);
  stafet_changeset_insert (changeset, g_object_ref (signup));
  return TRUE;
}

static gboolean
sign_up_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *activity = stafet_reference_find (snapshot, STAFET_KIND_ACTIVITY, a->reference, error);
  g_autoptr (StafetRecord) record = NULL;
  StafetSignup *signup;

  if (activity == NULL)
    return FALSE;
  record = stafet_record_new (STAFET_KIND_SIGNUP, NULL);
  signup = (StafetSignup *) record;
  if (!stafet_use_set_pairs (snapshot, record, (const char *const *) a->pairs, error))
    return FALSE;
  signup->activity = activity->uid;
  signup->date = a->date;
  return stafet_record_validate (record, error)
         && stafet_use_place_signup (plan, signup, a->anyway, changeset, error);
}

StafetEdit *
stafet_use_sign_up (const char *series, StafetDate date, const char *const *pairs, gboolean anyway)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->reference = g_strdup (series);
  a->pairs = g_strdupv ((char **) pairs);
  a->date = date;
  a->anyway = anyway;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, sign_up_func, a, arguments_free);
}

/* ——— Signing off ——— */

static gboolean
sign_off_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetSignup *signup = stafet_reference_find (snapshot, STAFET_KIND_SIGNUP, a->reference, error);
  g_autofree char *name = NULL, *day = NULL;

  if (signup == NULL)
    return FALSE;
  name = stafet_use_name (snapshot, &signup->parent);
  day = stafet_use_day (signup->date);
  stafet_changeset_set_label (changeset, _ ("Sign-up for %s on %s is withdrawn"), name, day);
  stafet_changeset_delete (changeset, signup);
  stafet_use_move_up (plan, changeset);
  return TRUE;
}

StafetEdit *
stafet_use_sign_off (const char *signup)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->reference = g_strdup (signup);
  return stafet_edit_new (STAFET_CHANGESET_EDIT, sign_off_func, a, arguments_free);
}

/* ——— Changing a sign-up ——— */

static gboolean
check_stays (const StafetSignup *before, const StafetSignup *after, GError **error)
{
  if (before->activity == after->activity && before->date == after->date)
    return TRUE;
  g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                       _ ("A sign-up stays on its date, because the order counts there. Sign off, and up for "
                          "the other one."));
  return FALSE;
}

/* How many heads more hold a place. */
static int
heads_more (const StafetSignup *before, const StafetSignup *after)
{
  return (after->waiting ? 0 : after->heads) - (before->waiting ? 0 : before->heads);
}

/* Whoever goes to the waiting list goes behind those who are on it. */
static gboolean
give_place (StafetPlan *plan, const StafetEntry *entry, const StafetSignup *before, StafetSignup *after,
            gboolean anyway, GError **error)
{
  g_auto (StafetSignups) signups = { NULL };
  int more = heads_more (before, after);

  stafet_signups_find (stafet_plan_get_snapshot (plan), entry->activity, after->date, &signups);
  if (after->waiting && !before->waiting && after->position == before->position)
    after->position = next_position (&signups);
  if (more <= 0 || anyway)
    return TRUE;
  /* The first who waits passes nobody. */
  if (before->waiting && g_ptr_array_index (signups.waiting, 0) == before)
    return more <= signups.free || refuse_full (entry, &signups, error);
  return stafet_signups_have_room (&signups, more) || refuse_full (entry, &signups, error);
}

gboolean
stafet_use_change_signup (StafetPlan *plan, StafetSignup *before, StafetSignup *after, gboolean anyway,
                          StafetChangeset *changeset, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (snapshot, STAFET_KIND_ACTIVITY, before->activity, before->date);
  const StafetEntry *entry = only_entry (agenda);
  g_autoptr (GVariant) differences = NULL;

  if (!check_stays (before, after, error) || !stafet_use_check_signup_once (snapshot, after, error))
    return FALSE;
  /* What is left of a date that its activity no longer has may still be put right. */
  if (entry != NULL
      && (!check_offered (entry, after, error) || !give_place (plan, entry, before, after, anyway, error)))
    return FALSE;
  differences = stafet_record_image (after, before);
  if (g_variant_n_children (differences) == 0)
    return TRUE;
  stafet_changeset_update (changeset, before, g_object_ref (after));
  stafet_use_move_up (plan, changeset);
  return TRUE;
}
