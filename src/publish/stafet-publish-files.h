/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which files a feed has where it is published, and who makes each.
 *
 * A file's name is the feed's token and a suffix. A new sort of file is one row of the table.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include "store/stafet-store.h"

G_BEGIN_DECLS

/* What the files are made from. Any thread may read it. All borrowed. */
typedef struct
{
  StafetStore *store;
  StafetSnapshot *snapshot;
  const StafetZone *zone;
  StafetLanguage language;
  StafetDate today;
  StafetInstant head_at; /* of the store's newest change */
} StafetPublishSource;

/* One file as it was made. */
typedef struct
{
  GString *bytes;       /* owned */
  guint events;         /* in it */
  GPtrArray *published; /* owned, nullable: StafetPublished that are to be remembered once it is out */
} StafetPublishMade;

typedef struct
{
  const char *suffix; /* ".ics"; NULL ends the table */
  int days;           /* it is made anew each so many days, from a Monday on, also when nothing changed */
  gboolean (*make) (const StafetPublishSource *source, const StafetFeed *feed, StafetPublishMade *made,
                    GError **error);
} StafetPublishSort;

extern const StafetPublishSort stafet_publish_sorts[];

/* "TOKEN.ics" (transfer full) */
char *stafet_publish_sort_name (const StafetPublishSort *sort, const StafetFeed *feed);
/* Whether what was made on @day is still that of @today. */
gboolean stafet_publish_sort_is_current (const StafetPublishSort *sort, StafetDate day, StafetDate today);
void stafet_publish_made_clear (StafetPublishMade *made);

/* What is remembered of a file's content. Of a calendar it also tells its events from others when a server
 * has written them anew in another order and other words. (transfer full) */
char *stafet_publish_print (const char *name, const char *bytes, gsize length);
/* Whether two are of the same events, or of the same bytes where it is no calendar. "" is like nothing. */
gboolean stafet_publish_print_is_like (const char *a, const char *b);

G_END_DECLS
