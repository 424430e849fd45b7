/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far it is between two places in Denmark, for "about 2 km" beside a name; and which town a postcode is.
 */
#pragma once

#include "core/stafet-coordinates.h"

G_BEGIN_DECLS

#define STAFET_DISTANCE_UNKNOWN (-1)

/* What a record says of where it is: "" for what it does not say. Of a postcode text after the four digits is
 * passed over. */
typedef struct
{
  const char *coordinates, *postcode;
} StafetSpot;

/* The coordinates where they are known, else the centre of the postcode (known to about a kilometre); FALSE
 * with neither, and for a postcode that is not in the table. */
gboolean stafet_postcodes_locate (StafetSpot spot, StafetCoordinates *coordinates);
/* Metres between two places; STAFET_DISTANCE_UNKNOWN when one of them cannot be located. */
int stafet_postcodes_distance (StafetSpot a, StafetSpot b);
/* "Viby J" of "8260"; NULL of a postcode that is not in the table. Borrowed. */
const char *stafet_postcodes_town (const char *code);
/* The table, in order. Borrowed. */
guint stafet_postcodes_count (void);
void stafet_postcodes_nth (guint n, const char **code, const char **town);

G_END_DECLS
