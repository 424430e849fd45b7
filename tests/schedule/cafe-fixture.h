/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two houses and a café on Tuesdays that wants two to serve: what tests of who could take a shift begin with.
 */
#pragma once

#include "snapshot-fixture.h"

static inline void
begin_cafe (Fixture *f)
{
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "house", "name", "Møllestien", "kind", "community", "postcode", "8000", NULL);
  put (f, STAFET_KIND_HOUSE, "other", "name", "Grøndalsvej", "kind", "community", "postcode", "8260", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "house", "start", "2026-09-01T10:00", "end",
       "2026-09-01T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "2", "activity", "cafe", NULL);
}

static inline void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

/* Free on Tuesdays from 8 to 16, and at home in the house. */
static inline void
add_free (Fixture *f, const char *uid, const char *name)
{
  g_autofree char *window = g_strdup_printf ("%s-tue", uid), *home = g_strdup_printf ("%s-home", uid);

  put (f, STAFET_KIND_VOLUNTEER, uid, "name", name, NULL);
  put (f, STAFET_KIND_AVAILABILITY, window, "volunteer", uid, "weekday", "2", "from_minute", "480",
       "to_minute", "960", NULL);
  put (f, STAFET_KIND_VOLUNTEER_HOUSE, home, "volunteer", uid, "house", "house", NULL);
}
