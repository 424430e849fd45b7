/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far it is between two Danish postcodes, for "1.2 km" beside a name.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STAFET_DISTANCE_UNKNOWN (-1)

/* Metres between the centres of two postcodes (which are known to about a kilometre);
 * STAFET_DISTANCE_UNKNOWN for one that is not in the table. Text after the four digits is passed over. */
int stafet_postcodes_distance (const char *a, const char *b);

G_END_DECLS
