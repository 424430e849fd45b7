/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads coordinates, and measures between two.
 */
#include "stafet-coordinates.h"

#include "stafet-error.h"
#include "stafet-i18n.h"

#include <string.h>

#define DEGREE 100000
#define DECIMALS 5
/* Denmark with Bornholm. */
#define SOUTH (54 * DEGREE)
#define NORTH (58 * DEGREE)
#define WEST (8 * DEGREE)
#define EAST (16 * DEGREE)
/* Centimetres in a hundred-thousandth of a degree, at 56° north. */
#define CM_NORTH 111
#define CM_EAST 62

/* Degrees and their decimals as written, cut after the fifth. */
static gint32
read_degrees (const char *degrees, const char *decimals)
{
  gint32 value = (gint32) g_ascii_strtoll (degrees, NULL, 10);
  gsize n = strlen (decimals);

  for (gsize i = 0; i < DECIMALS; i++)
    value = value * 10 + (i < n ? g_ascii_digit_value (decimals[i]) : 0);
  return value;
}

gboolean
stafet_coordinates_read (const char *text, StafetCoordinates *coordinates, GError **error)
{
  g_autoptr (GRegex) regex = g_regex_new ("^\\s*([0-9]{2})[.,]([0-9]{1,15})\\s*°?\\s*N?\\s*[,;\\s]\\s*([0-9]{"
                                          "1,2})[.,]([0-9]{1,15})\\s*°?\\s*[EØ]?\\s*$",
                                          0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (g_regex_match (regex, text, 0, &match))
    {
      g_autofree char *north = g_match_info_fetch (match, 1), *northern = g_match_info_fetch (match, 2);
      g_autofree char *east = g_match_info_fetch (match, 3), *eastern = g_match_info_fetch (match, 4);

      coordinates->north = read_degrees (north, northern);
      coordinates->east = read_degrees (east, eastern);
      if (coordinates->north >= SOUTH && coordinates->north <= NORTH && coordinates->east >= WEST
          && coordinates->east <= EAST)
        return TRUE;
    }
  g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
               _ ("“%s” is no place in Denmark. Write degrees north and east as a map gives them, such as "
                  "56.1572, 10.2107."),
               text);
  return FALSE;
}

char *
stafet_coordinates_write (const StafetCoordinates *coordinates)
{
  return g_strdup_printf ("%d.%05d,%d.%05d", coordinates->north / DEGREE, coordinates->north % DEGREE,
                          coordinates->east / DEGREE, coordinates->east % DEGREE);
}

/* ⌊√n⌋, by Newton's steps from above. */
static gint64
root (gint64 n)
{
  gint64 x = n, next = (n + 1) / 2;

  while (next < x)
    {
      x = next;
      next = (x + n / x) / 2;
    }
  return x;
}

gint32
stafet_coordinates_metres (const StafetCoordinates *a, const StafetCoordinates *b)
{
  gint64 north = (gint64) (a->north - b->north) * CM_NORTH, east = (gint64) (a->east - b->east) * CM_EAST;

  return (gint32) (root (north * north + east * east) / 100);
}
