/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far it is between two places in Denmark, for "about 2 km" beside a name.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STAFET_DISTANCE_UNKNOWN (-1)

/* What a record says of where it is: "" for what it does not say. Of a postcode text after the four digits is
 * passed over. */
typedef struct
{
  const char *coordinates, *postcode;
} StafetSpot;

/* Metres between the coordinates where they are known, else from the centre of the postcode (which is known
 * to about a kilometre); STAFET_DISTANCE_UNKNOWN with neither, and for a postcode that is not in the table.
 */
int stafet_postcodes_distance (StafetSpot a, StafetSpot b);

G_END_DECLS
