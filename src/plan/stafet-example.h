/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Example data: a house, or a whole municipality, made from a seed and a date.
 */
#pragma once

#include "core/stafet-changeset.h"

G_BEGIN_DECLS

/**
 * StafetExampleSize:
 * @STAFET_EXAMPLE_HOUSE: one community centre with its nursing home, 40 volunteers, and a day that has a
 *   hole of each kind
 * @STAFET_EXAMPLE_MUNICIPALITY: 41 houses, 30 nursing homes and 3000 volunteers
 */
typedef enum
{
  STAFET_EXAMPLE_HOUSE,
  STAFET_EXAMPLE_MUNICIPALITY
} StafetExampleSize;

/* "house" or "municipality"; FALSE for another word. */
gboolean stafet_example_size_from_name (const char *name, StafetExampleSize *size);

/* The first change of a store: inserts of every record, the settings too, in the order of their kinds. The
 * same seed and date give the same records; another date keeps the uids and moves everything with it.
 * All people are invented; feed tokens follow from the seed: fit for examples, not for a real wall. */
StafetChangeset *stafet_example_new (StafetExampleSize size, guint32 seed, StafetDate today);

G_END_DECLS
