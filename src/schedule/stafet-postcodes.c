/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The postcodes of Aarhus with approximate centres, on a flat map: a few kilometres around 56° north.
 */
#include "stafet-postcodes.h"

#include "core/stafet-coordinates.h"

typedef struct
{
  gint16 code;
  gint32 north, east; /* thousandths of a degree */
} Postcode;

static const Postcode postcodes[] = {
  { 8000, 56153, 10204 }, /* Aarhus C */
  { 8200, 56184, 10190 }, /* Aarhus N */
  { 8210, 56169, 10160 }, /* Aarhus V */
  { 8220, 56157, 10110 }, /* Brabrand */
  { 8230, 56154, 10160 }, /* Åbyhøj */
  { 8240, 56187, 10228 }, /* Risskov */
  { 8250, 56212, 10270 }, /* Egå */
  { 8260, 56125, 10160 }, /* Viby J */
  { 8270, 56112, 10200 }, /* Højbjerg */
  { 8310, 56090, 10130 }, /* Tranbjerg J */
  { 8320, 56066, 10161 }, /* Mårslet */
  { 8330, 56058, 10212 }, /* Beder */
  { 8340, 56037, 10196 }, /* Malling */
  { 8355, 56041, 10085 }, /* Solbjerg */
  { 8361, 56104, 10098 }, /* Hasselager */
  { 8380, 56253, 10149 }, /* Trige */
  { 8381, 56190, 10110 }, /* Tilst */
  { 8462, 56143, 10005 }, /* Harlev J */
  { 8471, 56213, 10034 }, /* Sabro */
  { 8520, 56237, 10240 }, /* Lystrup */
  { 8530, 56247, 10264 }, /* Hjortshøj */
  { 8541, 56263, 10308 }, /* Skødstrup */
};

static const Postcode *
find (const char *text)
{
  int code = (int) g_ascii_strtoll (text, NULL, 10);

  for (gsize i = 0; i < G_N_ELEMENTS (postcodes); i++)
    if (postcodes[i].code == code)
      return &postcodes[i];
  return NULL;
}

/* Of what is known only by its postcode the centre of that. */
static gboolean
find_spot (StafetSpot spot, StafetCoordinates *coordinates)
{
  const Postcode *postcode;

  if (*spot.coordinates != '\0' && stafet_coordinates_read (spot.coordinates, coordinates, NULL))
    return TRUE;
  postcode = find (spot.postcode);
  if (postcode == NULL)
    return FALSE;
  *coordinates = (StafetCoordinates){ postcode->north * 100, postcode->east * 100 };
  return TRUE;
}

int
stafet_postcodes_distance (StafetSpot a, StafetSpot b)
{
  StafetCoordinates from, to;

  return find_spot (a, &from) && find_spot (b, &to) ? stafet_coordinates_metres (&from, &to)
                                                    : STAFET_DISTANCE_UNKNOWN;
}
