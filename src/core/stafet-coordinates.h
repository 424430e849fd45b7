/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where something is: degrees north and east, as maps on the web give them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Hundred-thousandths of a degree: about a metre. */
typedef struct
{
  gint32 north, east;
} StafetCoordinates;

/* "56.1572, 10.2107" or "56,1572 10,2107", in Denmark. The message says what is expected. */
gboolean stafet_coordinates_read (const char *text, StafetCoordinates *coordinates, GError **error);
/* "56.15720,10.21070". (transfer full) */
char *stafet_coordinates_write (const StafetCoordinates *coordinates);
/* On a flat map, which is good enough within a municipality. */
gint32 stafet_coordinates_metres (const StafetCoordinates *a, const StafetCoordinates *b);

G_END_DECLS
