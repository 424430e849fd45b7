/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishes every feed to a place that readers fetch from: a folder that any web server or share can serve,
 * or an address that speaks WebDAV.
 *
 * Each calendar is a static file TOKEN.ics, replaced as a whole and only when its bytes changed, after
 * libical has read the new bytes back. The page for every member of staff lies beside them. What was
 * published is remembered in the store, outside the history. A place is refused unless it is empty, or
 * carries the mark of this very store (stafet-publish-mark.h).
 */
#pragma once

#include "plan/stafet-plan.h"

G_BEGIN_DECLS

/**
 * StafetPublishError:
 * @STAFET_PUBLISH_ERROR_NOWHERE: the store does not say where to
 * @STAFET_PUBLISH_ERROR_FOLDER: the place is missing, or cannot be written
 * @STAFET_PUBLISH_ERROR_FOREIGN: the place is somebody else's
 * @STAFET_PUBLISH_ERROR_CHANGED: somebody else has changed a file there, which was left as it is
 * @STAFET_PUBLISH_ERROR_FULL: the place has no room
 * @STAFET_PUBLISH_ERROR_BUSY: another Stafet is publishing there
 * @STAFET_PUBLISH_ERROR_READ_ONLY: the store cannot remember what is published
 * @STAFET_PUBLISH_ERROR_UNREACHABLE: no answer, or none that can be understood
 * @STAFET_PUBLISH_ERROR_CERTIFICATE: the server cannot prove that it is the one
 * @STAFET_PUBLISH_ERROR_PASSWORD: the user name or the password is missing or wrong
 * @STAFET_PUBLISH_ERROR_UNSUITED: the server does not take a file of this sort
 * @STAFET_PUBLISH_ERROR_IO: anything else that the disk or the server says
 */
typedef enum
{
  STAFET_PUBLISH_ERROR_NOWHERE,
  STAFET_PUBLISH_ERROR_FOLDER,
  STAFET_PUBLISH_ERROR_FOREIGN,
  STAFET_PUBLISH_ERROR_CHANGED,
  STAFET_PUBLISH_ERROR_FULL,
  STAFET_PUBLISH_ERROR_BUSY,
  STAFET_PUBLISH_ERROR_READ_ONLY,
  STAFET_PUBLISH_ERROR_UNREACHABLE,
  STAFET_PUBLISH_ERROR_CERTIFICATE,
  STAFET_PUBLISH_ERROR_PASSWORD,
  STAFET_PUBLISH_ERROR_UNSUITED,
  STAFET_PUBLISH_ERROR_IO
} StafetPublishError;

#define STAFET_PUBLISH_ERROR (stafet_publish_error_quark ())
GQuark stafet_publish_error_quark (void);

/* Where to. All borrowed. */
typedef struct
{
  const char *to;       /* the path of a folder, or an http(s) address */
  const char *user;     /* nullable or "" */
  const char *password; /* nullable */
  guint seconds;        /* that an answer may take; 0: STAFET_PUBLISH_SECONDS */
} StafetPublishPlace;

#define STAFET_PUBLISH_SECONDS 30

/* What publishing did. */
typedef struct
{
  guint feeds;    /* all of them */
  guint rendered; /* files that could have changed and were made anew */
  guint written;  /* whose bytes changed */
  guint removed;  /* files of feeds that are no more */
  guint refused;  /* of a sort that the server does not take: it has the calendars all the same */
  guint events;   /* in the files that were written */
} StafetPublishReport;

/* The place that the store's settings name, without a password; FALSE and NOWHERE when they name none. What
 * @place borrows is the snapshot's. */
gboolean stafet_publish_get_place (StafetSnapshot *snapshot, StafetPublishPlace *place, GError **error);

/* Publishes. The place is made when only its last part is missing. A failure leaves every file whole, the old
 * or the new, and is remembered for stafet_publish_read_state(). @report (nullable) is filled in. */
gboolean stafet_publish (StafetPlan *plan, const StafetPublishPlace *place, StafetPublishReport *report,
                         GError **error);
/* The same to a folder. */
gboolean stafet_publish_folder (StafetPlan *plan, const char *folder, StafetPublishReport *report,
                                GError **error);
/* Whether @place can be published to by this store, with nothing changed there but that it is made. */
gboolean stafet_publish_try (StafetPlan *plan, const StafetPublishPlace *place, GError **error);

/* How it stands with a place. */
typedef struct
{
  StafetInstant at;    /* when what lies there was last confirmed; NONE: never */
  StafetInstant tried; /* the last attempt; NONE: never */
  guint files;
  char *problem; /* what the last attempt ended in; "" when all was well */
} StafetPublishState;

/* Of a place never published to: nothing. */
StafetPublishState *stafet_publish_read_state (StafetStore *store, const char *to);
void stafet_publish_state_free (StafetPublishState *self);

/* The name of the feed's calendar there: "TOKEN.ics". (transfer full) */
char *stafet_publish_get_file (const StafetFeed *feed);
/* When the feed was last published anywhere, also unchanged; STAFET_INSTANT_NONE: never. */
StafetInstant stafet_publish_get_last (StafetStore *store, const StafetFeed *feed);
/* When what the feed tells last changed, of what was published; STAFET_INSTANT_NONE: never. */
StafetInstant stafet_publish_get_changed (StafetStore *store, const StafetFeed *feed);
/* Both of all feeds at once, for lists: StafetUid → StafetInstant *; who was never published is not among
 * them. Any thread may call them. (transfer full); of what changed NULL when the store cannot be read. */
GHashTable *stafet_publish_list_last (StafetStore *store);
GHashTable *stafet_publish_list_changed (StafetStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetPublishState, stafet_publish_state_free)

G_END_DECLS
