/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the eligible pairs, and takes away those that a lock stands in the way of.
 */
#include "stafet-roster-options.h"

/* ——— Caps ——— */

/* Of the locked shifts of @volunteer, those whose @key is @value. */
#define COUNT_LOCKED(self, v, key, value)                                                                    \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    const GArray *locked_ = (self)->locked[v];                                                               \
                                                                                                             \
    for (guint i_ = 0; locked_ != NULL && i_ < locked_->len; i_++)                                           \
      left -= STAFET_ROSTER_SHIFT ((self)->instance, g_array_index (locked_, guint, i_))->key == (value);    \
  }                                                                                                          \
  G_STMT_END

gint32
stafet_roster_left_on_day (const StafetRosterOptions *self, guint volunteer, gint32 day)
{
  const StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (self->instance, volunteer);
  gint32 left = who->per_day - stafet_roster_taken_on_day (who, day);

  COUNT_LOCKED (self, volunteer, day, day);
  return MAX (left, 0);
}

gint32
stafet_roster_left_in_week (const StafetRosterOptions *self, guint volunteer, gint32 week)
{
  const StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (self->instance, volunteer);
  gint32 left = who->per_week - stafet_roster_taken_in_week (self->instance, who, week);

  COUNT_LOCKED (self, volunteer, week, week);
  return MAX (left, 0);
}

gint32
stafet_roster_left_in_month (const StafetRosterOptions *self, guint volunteer, gint32 month)
{
  const StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (self->instance, volunteer);
  gint32 left = who->per_month - stafet_roster_taken_in_month (self->instance, who, month);

  COUNT_LOCKED (self, volunteer, month, month);
  return MAX (left, 0);
}

/* ——— Locks ——— */

static void
take_locks (StafetRosterOptions *self)
{
  const StafetRosterInstance *instance = self->instance;

  self->locks = g_new0 (guint, instance->shifts->len + 1);
  self->locked = g_new0 (GArray *, instance->volunteers->len + 1);
  for (guint i = 0; i < instance->locked->len; i++)
    {
      const StafetRosterPair *pair = &g_array_index (instance->locked, StafetRosterPair, i);
      GArray **locked = &self->locked[pair->volunteer];

      self->locks[pair->shift]++;
      if (*locked == NULL)
        *locked = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (*locked, pair->shift);
    }
}

/* Whether what is locked leaves her the shift. */
static gboolean
is_left (const StafetRosterOptions *self, guint v, guint s)
{
  const StafetRosterInstance *instance = self->instance;
  const StafetRosterShift *shift = STAFET_ROSTER_SHIFT (instance, s);
  const GArray *locked = self->locked[v];
  gint32 rest = STAFET_ROSTER_VOLUNTEER (instance, v)->rest;

  for (guint i = 0; locked != NULL && i < locked->len; i++)
    {
      guint other = g_array_index (locked, guint, i);

      if (other == s || stafet_roster_collide (instance, shift, STAFET_ROSTER_SHIFT (instance, other), rest))
        return FALSE;
    }
  return stafet_roster_left_on_day (self, v, shift->day) > 0
         && stafet_roster_left_in_week (self, v, shift->week) > 0
         && stafet_roster_left_in_month (self, v, shift->month) > 0;
}

/* ——— Options ——— */

static gboolean
is_published (const StafetRosterInstance *instance, guint shift, guint volunteer)
{
  guint low = 0, high = instance->published->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const StafetRosterPair *pair = &g_array_index (instance->published, StafetRosterPair, middle);

      if (pair->shift == shift && pair->volunteer == volunteer)
        return TRUE;
      if (pair->shift < shift || (pair->shift == shift && pair->volunteer < volunteer))
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

gboolean
stafet_roster_is_too_large (const StafetRosterInstance *instance)
{
  guint n = 0;

  for (guint s = 0; s < instance->shifts->len; s++)
    for (guint v = 0; v < instance->volunteers->len; v++)
      {
        n += stafet_roster_bars (instance, STAFET_ROSTER_VOLUNTEER (instance, v),
                                 STAFET_ROSTER_SHIFT (instance, s))
             == 0;
        if (n > STAFET_ROSTER_MOST_PAIRS)
          return TRUE;
      }
  return FALSE;
}

static void
add_options_of (StafetRosterOptions *self, guint s, GArray *options)
{
  const StafetRosterInstance *instance = self->instance;
  const StafetRosterShift *shift = STAFET_ROSTER_SHIFT (instance, s);

  for (guint v = 0; v < instance->volunteers->len; v++)
    {
      const StafetRosterVolunteer *volunteer = STAFET_ROSTER_VOLUNTEER (instance, v);
      StafetRosterOption option = { s, v };

      if (stafet_roster_bars (instance, volunteer, shift) != 0 || !is_left (self, v, s))
        continue;
      option.own = stafet_roster_pair_cost (instance, volunteer, shift);
      option.new_face = !stafet_roster_is_regular (volunteer, shift->series);
      option.published = is_published (instance, s, v);
      g_array_append_val (options, option);
    }
}

static void
sort_by_volunteer (StafetRosterOptions *self)
{
  guint n_volunteers = self->instance->volunteers->len;
  guint *at = g_new0 (guint, n_volunteers + 2);

  for (guint i = 0; i < self->n; i++)
    at[self->options[i].volunteer + 1]++;
  for (guint v = 0; v < n_volunteers; v++)
    at[v + 1] += at[v];
  self->first_of = g_memdup2 (at, (n_volunteers + 1) * sizeof *at);
  self->by_volunteer = g_new (guint, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    self->by_volunteer[at[self->options[i].volunteer]++] = i;
  g_free (at);
}

static void
derive (const StafetRosterOptions *self, StafetRosterOption *option)
{
  const StafetRosterVolunteer *who = STAFET_ROSTER_VOLUNTEER (self->instance, option->volunteer);
  const StafetRosterShift *shift = STAFET_ROSTER_SHIFT (self->instance, option->shift);

  option->cost = stafet_roster_pair_sum (&option->own) + option->partner;
  option->per_day = who->per_day - stafet_roster_taken_on_day (who, shift->day);
  option->per_week = who->per_week - stafet_roster_taken_in_week (self->instance, who, shift->week);
  option->per_month = who->per_month - stafet_roster_taken_in_month (self->instance, who, shift->month);
}

/* Takes @options. */
static void
take_options (StafetRosterOptions *self, GArray *options)
{
  const GArray *shifts = self->instance->shifts;
  gsize n;

  self->options = g_array_steal (options, &n);
  g_array_unref (options);
  self->n = (guint) n;
  self->first = g_new0 (guint, shifts->len + 1);
  for (guint i = 0; i < self->n; i++)
    {
      derive (self, &self->options[i]);
      self->first[self->options[i].shift + 1]++;
    }
  for (guint s = 0; s < shifts->len; s++)
    self->first[s + 1] += self->first[s];
  sort_by_volunteer (self);
}

static StafetRosterOptions *
new_empty (const StafetRosterInstance *instance)
{
  StafetRosterOptions *self = g_new0 (StafetRosterOptions, 1);

  self->instance = instance;
  take_locks (self);
  return self;
}

StafetRosterOptions *
stafet_roster_options_new (const StafetRosterInstance *instance)
{
  StafetRosterOptions *self = new_empty (instance);
  GArray *options = g_array_new (FALSE, FALSE, sizeof (StafetRosterOption));

  for (guint s = 0; s < instance->shifts->len; s++)
    add_options_of (self, s, options);
  take_options (self, options);
  return self;
}

StafetRosterOptions *
stafet_roster_options_new_given (const StafetRosterInstance *instance, GArray *pairs)
{
  StafetRosterOptions *self = new_empty (instance);
  guint kept = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      StafetRosterOption option = g_array_index (pairs, StafetRosterOption, i);

      option.published = is_published (instance, option.shift, option.volunteer);
      if (is_left (self, option.volunteer, option.shift))
        g_array_index (pairs, StafetRosterOption, kept++) = option;
    }
  g_array_set_size (pairs, kept);
  take_options (self, pairs);
  return self;
}

void
stafet_roster_options_free (StafetRosterOptions *self)
{
  for (guint v = 0; v < self->instance->volunteers->len; v++)
    g_clear_pointer (&self->locked[v], g_array_unref);
  g_free (self->locked);
  g_free (self->locks);
  g_free (self->options);
  g_free (self->first);
  g_free (self->by_volunteer);
  g_free (self->first_of);
  g_free (self);
}
