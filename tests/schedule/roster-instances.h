/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Instances by chance, the same from the same seed: with all that the rules speak of, and more of it than a
 * house would ever have.
 */
#pragma once

#include "roster-judge.h"

/* SplitMix64, written anew: the solver's own chance is no part of its tests. */
typedef struct
{
  guint64 at;
} Dice;

static guint64
roll (Dice *dice)
{
  guint64 x = dice->at += 0x9E3779B97F4A7C15u;

  x ^= x >> 30;
  x *= 0xBF58476D1CE4E5B9u;
  x ^= x >> 27;
  x *= 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

/* From @low to @high, both included. */
static int
between (Dice *dice, int low, int high)
{
  return low + (int) (roll (dice) % (guint64) (high - low + 1));
}

static gboolean
one_in (Dice *dice, int n)
{
  return between (dice, 1, n) == 1;
}

typedef struct
{
  int shifts, people, days; /* at most */
  gboolean hard;            /* locks that break rules, and what was published */
} Size;

/* First days around which weeks, months and years of ISO 8601 turn. */
static const char *const turns[] = { "2026-11-30", "2026-12-28", "2027-01-01", "2024-02-26", "2025-12-29",
                                     "2026-01-30", "2021-01-01", "2020-12-27", "2027-02-27" };

static int
first_day (Dice *dice)
{
  GDate date;

  g_date_set_parse (&date, turns[between (dice, 0, G_N_ELEMENTS (turns) - 1)]);
  return (int) g_date_get_julian (&date) - JULIAN_OF_1970 + between (dice, -3, 3);
}

static void
add_number (GArray *numbers, int number)
{
  guint n = (guint) number;

  g_array_append_val (numbers, n);
}

static void
roll_shifts (Dice *dice, StafetRosterInstance *instance, int n)
{
  for (int s = 0; s < n; s++)
    {
      StafetRosterShift shift = { 0 };
      int day = instance->first + between (dice, 0, instance->days - 1);

      shift.id = g_strdup_printf ("s%04d", s);
      shift.series = (guint) between (dice, 0, (int) instance->series->len - 1);
      shift.house = (guint) between (dice, 0, (int) instance->houses->len - 1);
      shift.skill =
        !one_in (dice, 4) ? STAFET_ROSTER_NONE : (guint) between (dice, 0, (int) instance->skills->len - 1);
      shift.start = day * MINUTES + 30 * (one_in (dice, 8) ? between (dice, 0, 47) : between (dice, 16, 36));
      shift.end = shift.start + 30 * (one_in (dice, 10) ? between (dice, 1, 40) : between (dice, 2, 10));
      shift.wanted = one_in (dice, 3) ? between (dice, 2, 3) : 1;
      shift.priority = between (dice, 1, 3);
      shift.unpopular = one_in (dice, 4);
      shift.check = one_in (dice, 8);
      g_array_append_val (instance->shifts, shift);
    }
}

/* Some have almost always time. */
static void
roll_windows (Dice *dice, StafetRosterVolunteer *who)
{
  gboolean often = one_in (dice, 2);

  for (int weekday = 1; often && weekday <= 7; weekday++)
    {
      StafetRosterWindow window = { weekday, 0, 2 * MINUTES, one_in (dice, 2), STAFET_ROSTER_WEEKS_ALL };

      g_array_append_val (who->windows, window);
    }
  for (int i = between (dice, 1, 7); i > 0; i--)
    {
      StafetRosterWindow window = { between (dice, 1, 7), 60 * between (dice, 5, 14), 0, one_in (dice, 3),
                                    STAFET_ROSTER_WEEKS_ALL };

      window.to = window.from + 60 * between (dice, 3, 14);
      if (one_in (dice, 6))
        window.from = 0;
      if (one_in (dice, 5))
        window.weeks = one_in (dice, 2) ? STAFET_ROSTER_WEEKS_ODD : STAFET_ROSTER_WEEKS_EVEN;
      g_array_append_val (who->windows, window);
    }
}

static void
roll_person (Dice *dice, const StafetRosterInstance *instance, StafetRosterVolunteer *who, int n_people)
{
  who->x = between (dice, -9000, 9000);
  who->y = between (dice, -9000, 9000);
  who->radius = between (dice, 0, 15000);
  for (int i = between (dice, 0, 2); i > 0; i--)
    add_number (who->houses, between (dice, 0, (int) instance->houses->len - 1));
  who->only_these_houses = one_in (dice, 3);
  for (guint i = 0; i < instance->skills->len; i++)
    if (!one_in (dice, 3))
      add_number (who->skills, (int) i);
  who->check = !one_in (dice, 3);
  roll_windows (dice, who);
  if (one_in (dice, 4))
    {
      StafetRosterAbsence away = { instance->first + between (dice, -2, instance->days), 0 };

      away.to = away.from + between (dice, 0, 5);
      g_array_append_val (who->absences, away);
    }
  who->per_day = one_in (dice, 2) ? between (dice, 0, 3) : 1;
  who->per_week = one_in (dice, 10) ? 0 : between (dice, 1, 4);
  who->per_month = one_in (dice, 2) ? between (dice, 0, 6) : 31;
  who->rest = one_in (dice, 3) ? 0 : 60 * between (dice, 6, 20);
  who->wished = between (dice, 0, 300);
  who->taken_this_week = one_in (dice, 4) ? between (dice, 0, 3) : 0;
  who->taken_this_month = one_in (dice, 3) ? between (dice, 0, 5) : 0;
  who->recent_load = between (dice, 0, 24);
  who->recent_unpopular = between (dice, 0, 7);
  if (!one_in (dice, 3))
    add_number (who->regular_on, between (dice, 0, (int) instance->series->len - 1));
  if (one_in (dice, 4))
    add_number (who->partners, between (dice, 0, n_people - 1));
}

/* Pairs of anybody, or of those who are eligible. */
static void
roll_pairs (Dice *dice, const StafetRosterInstance *instance, GArray *pairs, int tries, gboolean eligible)
{
  g_autoptr (Judge) judge = judge_new (instance);

  for (; tries > 0 && instance->shifts->len > 0 && instance->volunteers->len > 0; tries--)
    {
      StafetRosterPair pair = { (guint) between (dice, 0, (int) instance->shifts->len - 1),
                                (guint) between (dice, 0, (int) instance->volunteers->len - 1) };

      if (!eligible || judge->may[PAIR (judge, pair.shift, pair.volunteer)])
        g_array_append_val (pairs, pair);
    }
}

static StafetRosterInstance *
roll_instance (guint64 seed, Size size)
{
  Dice dice = { seed * 7919 + 17 };
  StafetRosterInstance *instance = stafet_roster_instance_new ();
  gboolean full = one_in (&dice, 2);
  int n_shifts = full ? size.shifts : between (&dice, 1, size.shifts);
  int n_people = full ? size.people : between (&dice, 1, size.people);

  instance->first = first_day (&dice);
  instance->days = between (&dice, 1, size.days);
  for (int i = between (&dice, 1, 3); i > 0; i--)
    {
      StafetRosterHouse house = { g_strdup_printf ("h%d", 9 - i), between (&dice, -6000, 6000),
                                  between (&dice, -6000, 6000) };

      g_array_append_val (instance->houses, house);
    }
  for (int i = 1 + n_shifts / between (&dice, 1, 5); i > 0; i--)
    g_ptr_array_add (instance->series, g_strdup_printf ("a%d", i));
  g_ptr_array_add (instance->skills, g_strdup ("cafe"));
  g_ptr_array_add (instance->skills, g_strdup ("music"));
  roll_shifts (&dice, instance, n_shifts);
  for (int v = 0; v < n_people; v++)
    {
      g_autofree char *id = g_strdup_printf ("v%04d", v);
      StafetRosterVolunteer who;

      stafet_roster_volunteer_init (&who, id);
      roll_person (&dice, instance, &who, n_people);
      g_array_append_val (instance->volunteers, who);
    }
  if (size.hard && one_in (&dice, 2))
    roll_pairs (&dice, instance, instance->locked, between (&dice, 0, 4), FALSE);
  if (size.hard && one_in (&dice, 2))
    roll_pairs (&dice, instance, instance->locked, between (&dice, 0, 20), TRUE);
  if (size.hard && one_in (&dice, 3))
    roll_pairs (&dice, instance, instance->published, between (&dice, 0, 5), FALSE);
  if (size.hard && one_in (&dice, 2))
    roll_pairs (&dice, instance, instance->published, between (&dice, 0, 40), TRUE);
  stafet_roster_instance_finish (instance);
  return instance;
}
