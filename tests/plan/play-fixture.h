/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Long series of random edits of a small house: what tests of undo are played on.
 */
#pragma once

#include "use-fixture.h"

#define N_EDITS 200

static const char *const people[] = { "Åse Kjær", "Bent Krag", "Lis Bæk" };
static const char *const starts[][2] = { { "start=2026-11-05T10:00", "end=2026-11-05T14:00" },
                                         { "start=2026-11-03T09:00", "end=2026-11-03T13:30" },
                                         { "start=2026-11-02T10:00", "end=2026-11-02T12:00" } };
static const char *const harmless[] = { "note=Husk kaffe", "title=Café", "capacity=40", "price=15 kr." };
static const char *const people_keys[] = {
  "phones=13583142,13402218", "phones=13402218", "skills=krolf,café", "status=paused", "status=active",
  "available=mon 09:00-12:00"
};

#define PICK(array) ((array)[g_test_rand_int_range (0, G_N_ELEMENTS (array))])

/* The series that stand now, whatever they were divided from. */
static inline const char *
any_series (Fixture *f)
{
  const GPtrArray *activities = all (f, STAFET_KIND_ACTIVITY);

  return ((StafetRecord *) g_ptr_array_index (activities,
                                              (guint) g_test_rand_int_range (0, (int) activities->len)))
    ->uid;
}

static inline const char *
any_shift (Fixture *f)
{
  const GPtrArray *shifts = all (f, STAFET_KIND_SHIFT);

  if (shifts->len == 0)
    return "Servering";
  return ((StafetRecord *) g_ptr_array_index (shifts, (guint) g_test_rand_int_range (0, (int) shifts->len)))
    ->uid;
}

static inline StafetEdit *
random_edit_of_dates (Fixture *f, StafetDate date)
{
  const char *const *span = PICK (starts);
  gboolean anyway = g_test_rand_bit ();

  switch (g_test_rand_int_range (0, 9))
    {
    case 0:
      return stafet_use_edit_anyway (STAFET_KIND_ACTIVITY, any_series (f), PAIRS (span[0], span[1]));
    case 1:
      return stafet_use_edit (STAFET_KIND_ACTIVITY, any_series (f), PAIRS (PICK (harmless)));
    case 2:
      return stafet_use_edit_on (any_series (f), date, PAIRS (PICK (harmless)), anyway);
    case 3:
      return stafet_use_edit_on (any_shift (f), date, PAIRS ("wanted=3", "max=4"), anyway);
    case 4:
      return stafet_use_edit_following (any_series (f), date, PAIRS (PICK (harmless)), anyway);
    case 5:
      return stafet_use_cancel (any_series (f), date, date + g_test_rand_int_range (0, 20), "Rørskade");
    case 6:
      return stafet_use_edit_following (any_series (f), date, PAIRS (span[0], span[1]), TRUE);
    case 7:
      return stafet_use_remove (STAFET_KIND_SHIFT, any_shift (f));
    default:
      return stafet_use_restore_date (any_series (f), date);
    }
}

static inline StafetEdit *
random_edit_of_people (Fixture *f, StafetDate date)
{
  const StafetWho *who = WHO (PICK (people));
  const char *shift = any_shift (f);
  gboolean flag = g_test_rand_bit ();

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return stafet_use_assign (shift, who, date, flag, TRUE);
    case 1:
      return stafet_use_assign_standing (shift, who, date, NONE, g_test_rand_int_range (-1, 2),
                                         g_test_rand_int_range (1, 4), TRUE);
    case 2:
      return stafet_use_regret (shift, who, date, flag);
    case 3:
      return stafet_use_unassign (shift, who, date);
    case 4:
      return stafet_use_unassign_standing (shift, who, date);
    case 5:
      return stafet_use_attend_as_planned (shift, date);
    case 6:
      return stafet_use_attend (shift, who, date, flag, 0);
    default:
      return stafet_use_edit (STAFET_KIND_VOLUNTEER, who->volunteer, PAIRS (PICK (people_keys)));
    }
}

/* Refusals are part of the play: they must leave no trace. */
static inline guint
play (Fixture *f)
{
  guint n = 0;

  for (int i = 0; i < N_EDITS; i++)
    {
      StafetDate date = TUESDAY + 7 * g_test_rand_int_range (-3, 6);
      StafetEdit *random =
        g_test_rand_int_range (0, 3) == 0 ? random_edit_of_dates (f, date) : random_edit_of_people (f, date);
      g_autofree char *before = image_of_plan (f);
      g_autoptr (GError) error = NULL;
      g_autoptr (StafetOutcome) outcome = stafet_plan_edit (f->plan, random, &error);
      g_autofree char *after = image_of_plan (f);

      if (outcome != NULL && outcome->id > 0)
        n++;
      else
        g_assert_cmpstr (before, ==, after);
      if (outcome == NULL)
        g_assert_cmpuint (strlen (error->message), >, 20);
    }
  return n;
}
