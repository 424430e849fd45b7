/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is worth telling somebody who is not looking at the window just now. It stands on a screen that others
 * see: no text names a person, and none is written by hand but the titles of activities of the public
 * programme, houses and roles.
 */
#pragma once

#include "stafet-agenda.h"

G_BEGIN_DECLS

/* Texts are in the language of the process. */
typedef struct
{
  char *id; /* one a matter: the same as long as it is the same */
  char *title, *body;
  const char *action; /* of the application, where the matter is seen to; borrowed for ever */
  GVariant *target;   /* its target, or NULL */
  gboolean quiet;     /* can wait */
} StafetAlert;

/* The matters of the place that @place asks about (its dates are not looked at), none of them known to who
 * looked last at @looked, when the plan was @seen, or solved at @now in @snapshot:
 * - shifts of today and tomorrow that have become short of people; many at once are one matter
 * - notes that are for today, from eight o'clock on
 * - from a quarter of an hour after the last thing of the day: that nobody has said yet who came
 * (transfer full) of StafetAlert */
GPtrArray *stafet_alerts_find (StafetSnapshot *seen, StafetWall looked, StafetSnapshot *snapshot,
                               const StafetAgendaQuery *place, StafetWall now);

#define STAFET_ALERT_PUBLISHING "publishing"
/* That calendars could not be published, which is told beside the button that does it. (transfer full) */
StafetAlert *stafet_alert_new_publishing_failed (void);

void stafet_alert_free (StafetAlert *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetAlert, stafet_alert_free)

G_END_DECLS
