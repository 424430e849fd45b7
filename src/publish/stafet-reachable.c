/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fetches one calendar, and the mark when that is not there, without a user name, and finds words for it.
 */
#include "stafet-reachable.h"

#include "stafet-publish-files.h"
#include "stafet-publish-http.h"
#include "stafet-publish-mark.h"
#include "stafet-publish-memory.h"

#include <string.h>

/* One look. All borrowed but the http. */
typedef struct
{
  StafetHttp *http; /* owned */
  char *base;       /* owned: ends in a slash */
  const StafetFeed *feed;
  const StafetPublishFile *file;
  char *identity; /* owned: the store's */
} Look;

static const char *const words[STAFET_REACHABLE_OTHER + 1] = {
  [STAFET_REACHABLE_RIGHT] = N_ ("Everybody who has a link can read the newest version."),
  [STAFET_REACHABLE_OLD] = N_ (
    "Readers still get an older version. A server or a synchronised folder may need some minutes: look again "
    "in a quarter of an hour, and else ask whoever runs it."),
  [STAFET_REACHABLE_MISSING] = N_ ("Readers find nothing at the address. Does it lead to the folder that is "
                                   "published to? Ask whoever runs the server."),
  [STAFET_REACHABLE_FOREIGN] =
    N_ ("The address leads to the calendars of another plan. Correct the address."),
  [STAFET_REACHABLE_HTML] = N_ (
    "Readers get a web page in place of the calendar, perhaps to sign in or to download. Ask for an address "
    "that gives the file itself."),
  [STAFET_REACHABLE_TYPE] = N_ (
    "Readers get the newest version, but the server does not say that it is a calendar (text/calendar), and "
    "some programs refuse it. Send the sample configuration to whoever runs the server."),
  [STAFET_REACHABLE_CLOSED] = N_ ("Readers are asked for a user name and a password, which their calendar "
                                  "programs do not have. Ask whoever "
                                  "runs the server to let the files be read by everybody who has a link."),
};

void
stafet_reachable_free (StafetReachable *self)
{
  g_free (self->words);
  g_free (self);
}

static StafetReachable *
verdict_new (StafetReachableVerdict verdict, const char *text)
{
  StafetReachable *self = g_new (StafetReachable, 1);

  *self = (StafetReachable){ verdict, g_strdup (text != NULL ? text : _ (words[verdict])) };
  return self;
}

/* ——— What came ——— */

static gboolean
is_page (const StafetHttpAnswer *answer, const char *text, gsize length)
{
  g_autofree char *start = g_ascii_strdown (text, (gssize) MIN (length, 512));

  return (answer->type != NULL && g_str_has_prefix (answer->type, "text/html"))
         || strstr (start, "<!doctype html") != NULL || strstr (start, "<html") != NULL;
}

static StafetReachableVerdict
judge_body (const Look *look, const StafetHttpAnswer *answer)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (answer->body, &length);
  const char *text = data != NULL ? data : "";
  g_autofree char *print = stafet_publish_print (look->file->file, text, length);

  if (is_page (answer, text, length))
    return STAFET_REACHABLE_HTML;
  if (strcmp (print, look->file->print) != 0 && !stafet_publish_print_is_like (print, look->file->print))
    return STAFET_REACHABLE_OLD;
  return answer->type != NULL && g_ascii_strncasecmp (answer->type, "text/calendar", 13) == 0
           ? STAFET_REACHABLE_RIGHT
           : STAFET_REACHABLE_TYPE;
}

static StafetHttpAnswer *
fetch (const Look *look, const char *name, GError **error)
{
  g_autofree char *address = g_strconcat (look->base, name, NULL);

  return stafet_http_send (look->http, "GET", address, NULL, NULL, NULL, error);
}

/* The calendar is not there: the mark tells whether the folder is the right one. */
static StafetReachableVerdict
judge_mark (const Look *look)
{
  g_autoptr (StafetHttpAnswer) answer = fetch (look, STAFET_PUBLISH_MARK, NULL);
  g_autofree char *theirs =
    answer != NULL && answer->status == 200 ? stafet_publish_mark_read (answer->body) : NULL;

  if (theirs == NULL)
    return STAFET_REACHABLE_MISSING;
  return strcmp (theirs, look->identity) == 0 ? STAFET_REACHABLE_OLD : STAFET_REACHABLE_FOREIGN;
}

static StafetReachable *
judge (const Look *look)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetHttpAnswer) answer = fetch (look, look->file->file, &error);

  if (answer == NULL)
    return verdict_new (g_error_matches (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_CERTIFICATE)
                          ? STAFET_REACHABLE_CERTIFICATE
                          : STAFET_REACHABLE_NO_ANSWER,
                        error->message);
  switch (answer->status)
    {
    case 200:
      return verdict_new (judge_body (look, answer), NULL);
    case 401:
    case 403:
      return verdict_new (STAFET_REACHABLE_CLOSED, NULL);
    case 404:
    case 410:
      return verdict_new (judge_mark (look), NULL);
    default:
      stafet_http_answer_refuse (answer, look->base, &error);
      return verdict_new (STAFET_REACHABLE_OTHER, error->message);
    }
}

/* ——— What to ask for ——— */

/* A ward's calendar that is published, else any. */
static void
choose_feed (Look *look, StafetSnapshot *snapshot, const StafetPublishMemory *memory)
{
  const GPtrArray *feeds = stafet_snapshot_all (snapshot, STAFET_KIND_FEED);

  for (guint i = 0; i < feeds->len; i++)
    {
      const StafetFeed *feed = g_ptr_array_index (feeds, i);
      g_autofree char *name = stafet_publish_get_file (feed);
      const StafetPublishFile *file = g_hash_table_lookup (memory->files, name);

      if (file == NULL || *file->print == '\0' || (look->feed != NULL && feed->ward == NULL))
        continue;
      look->feed = feed;
      look->file = file;
      if (feed->ward != NULL)
        return;
    }
}

static gboolean
fail (const char *text, GError **error)
{
  g_set_error_literal (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_NOWHERE, text);
  return FALSE;
}

static gboolean
prepare (Look *look, StafetPlan *plan, const StafetPublishMemory *memory, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  const char *address = stafet_snapshot_settings (snapshot)->publish_address;

  if (*address == '\0')
    return fail (_ ("Nobody has said under which address readers fetch the calendars (publish_address)."),
                 error);
  choose_feed (look, snapshot, memory);
  if (look->feed == NULL)
    return fail (_ ("No calendar is published yet, so there is none to fetch."), error);
  look->base = g_str_has_suffix (address, "/") ? g_strdup (address) : g_strconcat (address, "/", NULL);
  look->identity = stafet_store_read_identity (stafet_plan_get_store (plan), error);
  return look->identity != NULL;
}

StafetReachable *
stafet_reachable_new (StafetPlan *plan, const char *to, guint seconds, GError **error)
{
  g_autofree char *place = stafet_publish_memory_place (to);
  g_autoptr (StafetPublishMemory) memory =
    stafet_publish_memory_read (stafet_plan_get_store (plan), place, error);
  StafetReachable *self = NULL;
  Look look = { 0 };

  if (memory == NULL)
    return NULL;
  look.http = stafet_http_new (NULL, NULL, seconds != 0 ? seconds : STAFET_PUBLISH_SECONDS);
  if (prepare (&look, plan, memory, error))
    self = judge (&look);
  stafet_http_free (look.http);
  g_free (look.base);
  g_free (look.identity);
  return self;
}
