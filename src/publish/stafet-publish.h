/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishes every feed into a folder that any web server or share can serve.
 *
 * Each calendar is a static file TOKEN.ics, replaced by rename and only when its bytes changed, after
 * libical has read the new bytes back. What was published is remembered in the store, outside the history.
 */
#pragma once

#include "plan/stafet-plan.h"

G_BEGIN_DECLS

/**
 * StafetPublishError:
 * @STAFET_PUBLISH_ERROR_FOLDER: the folder is missing, or cannot be written
 * @STAFET_PUBLISH_ERROR_FULL: the disk is full
 * @STAFET_PUBLISH_ERROR_BUSY: another Stafet is publishing to the folder
 * @STAFET_PUBLISH_ERROR_READ_ONLY: the store cannot remember what is published
 * @STAFET_PUBLISH_ERROR_IO: anything else that the disk says
 */
typedef enum
{
  STAFET_PUBLISH_ERROR_FOLDER,
  STAFET_PUBLISH_ERROR_FULL,
  STAFET_PUBLISH_ERROR_BUSY,
  STAFET_PUBLISH_ERROR_READ_ONLY,
  STAFET_PUBLISH_ERROR_IO
} StafetPublishError;

#define STAFET_PUBLISH_ERROR (stafet_publish_error_quark ())
GQuark stafet_publish_error_quark (void);

/* What publishing did. */
typedef struct
{
  guint feeds;    /* all of them */
  guint rendered; /* that could have changed and were made anew */
  guint written;  /* whose bytes changed */
  guint removed;  /* files of feeds that are no more */
  guint events;   /* in the files that were written */
} StafetPublishReport;

/* Publishes to @folder, which is created when only its last part is missing. A failure leaves every file
 * whole, the old or the new. @report (nullable) is filled in. */
gboolean stafet_publish_folder (StafetPlan *plan, const char *folder, StafetPublishReport *report,
                                GError **error);

/* The name of the feed's file in the folder: "TOKEN.ics". (transfer full) */
char *stafet_publish_get_file (const StafetFeed *feed);
/* When the feed was last published to any folder, also unchanged; STAFET_INSTANT_NONE: never. */
StafetInstant stafet_publish_get_last (StafetStore *store, const StafetFeed *feed);

G_END_DECLS
