/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorts and counts the sign-ups of a date.
 */
#include "stafet-signups.h"

#include "core/stafet-text.h"

#include <string.h>

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const StafetSignup *x = *(const StafetSignup *const *) a, *y = *(const StafetSignup *const *) b;

  if (x->position != y->position)
    return x->position < y->position ? -1 : 1;
  return strcmp (x->parent.uid, y->parent.uid);
}

static int
compare_transport (gconstpointer a, gconstpointer b)
{
  const StafetSignup *x = *(const StafetSignup *const *) a, *y = *(const StafetSignup *const *) b;
  int order = stafet_text_compare (x->transport, y->transport);

  return order != 0 ? order : compare_order (a, b);
}

int
stafet_signup_meals (const StafetSignup *signup)
{
  return signup->meals != STAFET_INTEGER_NONE ? signup->meals : signup->heads;
}

StafetTally *
stafet_tally_find (const StafetSnapshot *snapshot, StafetUid activity, StafetDate date)
{
  const GPtrArray *tallies = stafet_snapshot_index (snapshot, STAFET_INDEX_TALLY_BY_ACTIVITY, activity);
  guint at = tallies->len > 0 ? stafet_snapshot_first_on (tallies, date) : 0;
  StafetTally *tally = at < tallies->len ? g_ptr_array_index (tallies, at) : NULL;

  return tally != NULL && tally->date == date ? tally : NULL;
}

/* ——— Counting ——— */

static int
number (gint32 value)
{
  return value != STAFET_INTEGER_NONE ? value : 0;
}

static void
count_coming (StafetSignups *self, const StafetActivity *activity, StafetSignup *signup)
{
  g_ptr_array_add (self->coming, signup);
  self->signed_up += signup->heads;
  if (signup->transport[0] != '\0')
    {
      g_ptr_array_add (self->transport, signup);
      self->fetched += signup->heads;
      self->aids += signup->aid;
    }
  if (activity->meal)
    {
      self->meals += stafet_signup_meals (signup);
      self->take_home += number (signup->take_home);
    }
}

static void
count_tally (StafetSignups *self, const StafetActivity *activity)
{
  self->signed_up += number (self->tally->signed_up);
  if (activity->meal)
    {
      self->meals += number (self->tally->meals);
      self->take_home += number (self->tally->take_home);
    }
}

void
stafet_signups_find (const StafetSnapshot *snapshot, const StafetActivity *activity, StafetDate date,
                     StafetSignups *self)
{
  const GPtrArray *all =
    stafet_snapshot_index (snapshot, STAFET_INDEX_SIGNUP_BY_ACTIVITY, activity->parent.uid);

  memset (self, 0, sizeof *self);
  self->coming = g_ptr_array_new ();
  self->waiting = g_ptr_array_new ();
  self->transport = g_ptr_array_new ();
  self->tally = stafet_tally_find (snapshot, activity->parent.uid, date);
  for (guint i = all->len > 0 ? stafet_snapshot_first_on (all, date) : 0; i < all->len; i++)
    {
      StafetSignup *signup = g_ptr_array_index (all, i);

      if (signup->date != date)
        break;
      if (!signup->waiting)
        count_coming (self, activity, signup);
      else
        {
          g_ptr_array_add (self->waiting, signup);
          self->waiting_heads += signup->heads;
        }
    }
  if (self->tally != NULL)
    count_tally (self, activity);
  g_ptr_array_sort (self->coming, compare_order);
  g_ptr_array_sort (self->waiting, compare_order);
  g_ptr_array_sort (self->transport, compare_transport);
  self->capacity = activity->capacity != STAFET_INTEGER_NONE ? activity->capacity : STAFET_SIGNUPS_NO_LIMIT;
  self->free = self->capacity == STAFET_SIGNUPS_NO_LIMIT ? STAFET_SIGNUPS_NO_LIMIT
                                                         : MAX (self->capacity - self->signed_up, 0);
}

void
stafet_signups_clear (StafetSignups *self)
{
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->transport, g_ptr_array_unref);
}

/* ——— Room ——— */

gboolean
stafet_signups_have_room (const StafetSignups *self, int heads)
{
  return heads == 0 || (self->waiting->len == 0 && heads <= self->free);
}

guint
stafet_signups_moving_up (const StafetSignups *self)
{
  int left = self->free;
  guint n = 0;

  for (; n < self->waiting->len; n++)
    {
      const StafetSignup *signup = g_ptr_array_index (self->waiting, n);

      if (signup->heads > left)
        break;
      if (left != STAFET_SIGNUPS_NO_LIMIT)
        left -= signup->heads;
    }
  return n;
}
