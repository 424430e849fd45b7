/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The postcodes of Aarhus with approximate centres, on a flat map: a few kilometres around 56° north.
 */
#include "stafet-postcodes.h"

typedef struct
{
  char code[5];
  const char *town;
  gint32 north, east; /* thousandths of a degree */
} Postcode;

static const Postcode postcodes[] = {
  { "8000", "Aarhus C", 56153, 10204 },   { "8200", "Aarhus N", 56184, 10190 },
  { "8210", "Aarhus V", 56169, 10160 },   { "8220", "Brabrand", 56157, 10110 },
  { "8230", "Åbyhøj", 56154, 10160 },     { "8240", "Risskov", 56187, 10228 },
  { "8250", "Egå", 56212, 10270 },        { "8260", "Viby J", 56125, 10160 },
  { "8270", "Højbjerg", 56112, 10200 },   { "8310", "Tranbjerg J", 56090, 10130 },
  { "8320", "Mårslet", 56066, 10161 },    { "8330", "Beder", 56058, 10212 },
  { "8340", "Malling", 56037, 10196 },    { "8355", "Solbjerg", 56041, 10085 },
  { "8361", "Hasselager", 56104, 10098 }, { "8380", "Trige", 56253, 10149 },
  { "8381", "Tilst", 56190, 10110 },      { "8462", "Harlev J", 56143, 10005 },
  { "8471", "Sabro", 56213, 10034 },      { "8520", "Lystrup", 56237, 10240 },
  { "8530", "Hjortshøj", 56247, 10264 },  { "8541", "Skødstrup", 56263, 10308 },
};

static const Postcode *
find (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (postcodes); i++)
    if (g_str_has_prefix (text, postcodes[i].code) && !g_ascii_isalnum (text[4]))
      return &postcodes[i];
  return NULL;
}

gboolean
stafet_postcodes_locate (StafetSpot spot, StafetCoordinates *coordinates)
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

  return stafet_postcodes_locate (a, &from) && stafet_postcodes_locate (b, &to)
           ? stafet_coordinates_metres (&from, &to)
           : STAFET_DISTANCE_UNKNOWN;
}

const char *
stafet_postcodes_town (const char *code)
{
  const Postcode *postcode = find (code);

  return postcode != NULL ? postcode->town : NULL;
}

guint
stafet_postcodes_count (void)
{
  return G_N_ELEMENTS (postcodes);
}

void
stafet_postcodes_nth (guint n, const char **code, const char **town)
{
  *code = postcodes[n].code;
  *town = postcodes[n].town;
}
