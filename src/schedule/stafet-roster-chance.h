/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chance that every machine has alike: SplitMix64 (Steele, Lea and Flood 2014). Its state is one number, any
 * to begin with.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

static inline guint64
stafet_roster_chance_next (guint64 *state)
{
  guint64 z = (*state += 0x9E3779B97F4A7C15u);

  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

/* From 0 to @n - 1. */
static inline guint
stafet_roster_chance_below (guint64 *state, guint n)
{
  return (guint) (((stafet_roster_chance_next (state) >> 32) * n) >> 32);
}

G_END_DECLS
