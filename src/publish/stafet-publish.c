/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishing to a folder: decides which feeds can have changed, makes those in worker threads, and
 * remembers what was told.
 */
#include "stafet-publish.h"

#include "ics/stafet-ics-check.h"
#include "stafet-feed-render.h"
#include "stafet-publish-memory.h"
#include "stafet-publish-posix.h"
#include "stafet-publish-reach.h"
#include "stafet-publish-samples.h"

#include <glib/gstdio.h>
#include <string.h>

#define THREADS 2

G_DEFINE_QUARK (stafet - publish - error - quark, stafet_publish_error)

/* One run. The workers only read it. */
typedef struct
{
  StafetStore *store;       /* borrowed */
  StafetSnapshot *snapshot; /* owned */
  const StafetZone *zone;   /* borrowed */
  StafetLanguage language;
  char *folder; /* owned, absolute */
  StafetDate today;
  StafetInstant head_at;
  StafetPublishMemory *before, *after; /* owned */
} Run;

/* One feed. A worker fills in what follows the file's name. */
typedef struct
{
  const StafetFeed *feed; /* borrowed from the run's snapshot */
  char *file;             /* owned */
  gboolean done, written;
  gint64 size, changed;
  guint events;
  GPtrArray *published; /* owned, nullable */
  GError *error;        /* owned */
} Job;

static void
run_free (Run *run)
{
  g_clear_pointer (&run->snapshot, stafet_snapshot_unref);
  g_clear_pointer (&run->before, stafet_publish_memory_free);
  g_clear_pointer (&run->after, stafet_publish_memory_free);
  g_free (run->folder);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
job_free (Job *job)
{
  g_free (job->file);
  g_clear_pointer (&job->published, g_ptr_array_unref);
  g_clear_error (&job->error);
  g_free (job);
}

char *
stafet_publish_get_file (const StafetFeed *feed)
{
  return g_strdup_printf ("%s.ics", feed->token);
}

StafetInstant
stafet_publish_get_last (StafetStore *store, const StafetFeed *feed)
{
  return stafet_publish_memory_last (store, feed->parent.uid);
}

/* ——— One feed, in a worker ——— */

static StafetFeedPrint *
print_feed (const Run *run, Job *job)
{
  g_autoptr (GHashTable) memory =
    stafet_store_load_published (run->store, job->feed->parent.uid, &job->error);
  g_autoptr (StafetFeedEvents) events = NULL;
  StafetFeedPress press = { job->feed, run->zone, run->language, memory, run->head_at };
  StafetDate from, to;

  if (memory == NULL)
    return NULL;
  stafet_feed_window (job->feed, run->today, &from, &to);
  events = stafet_feed_events_new (run->snapshot, job->feed, run->today, from, to);
  job->events = events->events->len;
  return stafet_feed_print_new (&press, events, &job->error);
}

static gboolean
is_on_disk (const char *path, const GString *bytes)
{
  g_autofree char *old = NULL;
  gsize length;

  return g_file_get_contents (path, &old, &length, NULL) && length == bytes->len
         && memcmp (old, bytes->str, length) == 0;
}

static void
publish_feed_cb (gpointer data, gpointer user_data)
{
  Job *job = data;
  const Run *run = user_data;
  g_autofree char *path = g_build_filename (run->folder, job->file, NULL);
  g_autoptr (StafetFeedPrint) print = print_feed (run, job);

  if (print == NULL)
    return;
  job->written = !is_on_disk (path, print->bytes);
  if (job->written && !stafet_publish_write (path, print->bytes, &job->error))
    return;
  job->published = g_steal_pointer (&print->published);
  job->done = stafet_publish_stat (path, &job->size, &job->changed);
}

/* ——— Which feeds ——— */

/* The file as it was left, when it still lies there so; else NULL. */
static const StafetPublishFile *
find_intact (const Run *run, const Job *job)
{
  const StafetPublishFile *known = g_hash_table_lookup (run->before->files, job->file);
  g_autofree char *path = g_build_filename (run->folder, job->file, NULL);
  gint64 size, changed;

  if (known == NULL || known->feed != job->feed->parent.uid || !stafet_publish_stat (path, &size, &changed))
    return NULL;
  return known->size == size && known->changed == changed ? known : NULL;
}

/* FALSE on an error. @reach stays NULL when every feed can have changed. */
static gboolean
find_reach (const Run *run, StafetPublishReach **reach, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;

  *reach = NULL;
  if (run->before->head < 0 || run->before->head > run->after->head || run->before->week != run->after->week
      || strcmp (run->before->program, run->after->program) != 0)
    return TRUE;
  entries = stafet_store_read_log_since (run->store, run->before->head, error);
  if (entries == NULL)
    return FALSE;
  *reach = stafet_publish_reach_new (run->snapshot, entries);
  return TRUE;
}

/* The feeds that must be made; the files of the others are taken over into the new memory. */
static GPtrArray *
choose_jobs (const Run *run, const StafetPublishReach *reach)
{
  const GPtrArray *feeds = stafet_snapshot_all (run->snapshot, STAFET_KIND_FEED);
  GPtrArray *jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) job_free);

  for (guint i = 0; i < feeds->len; i++)
    {
      Job *job = g_new0 (Job, 1);
      const StafetPublishFile *intact;

      job->feed = g_ptr_array_index (feeds, i);
      job->file = stafet_publish_get_file (job->feed);
      intact = reach != NULL && !stafet_publish_reach_has (reach, job->feed) ? find_intact (run, job) : NULL;
      if (intact == NULL)
        g_ptr_array_add (jobs, job);
      else
        {
          stafet_publish_memory_add (run->after, intact->feed, intact->file, intact->size, intact->changed);
          job_free (job);
        }
    }
  return jobs;
}

/* ——— The run ——— */

static void
run_jobs (Run *run, GPtrArray *jobs)
{
  GThreadPool *pool;

  if (jobs->len == 0)
    return;
  stafet_ics_check_prepare ();
  stafet_publish_sweep (run->folder);
  pool = g_thread_pool_new (publish_feed_cb, run, THREADS, FALSE, NULL);
  for (guint i = 0; i < jobs->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (jobs, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

/* Gathers what the workers did. FALSE and the first error when one failed; what the others wrote counts. */
static gboolean
gather (Run *run, GPtrArray *jobs, GPtrArray *published, StafetPublishReport *report, GError **error)
{
  gboolean good = TRUE;

  for (guint i = 0; i < jobs->len; i++)
    {
      Job *job = g_ptr_array_index (jobs, i);

      if (job->published != NULL)
        g_ptr_array_extend_and_steal (published, g_steal_pointer (&job->published));
      if (job->done)
        stafet_publish_memory_add (run->after, job->feed->parent.uid, job->file, job->size, job->changed);
      if (job->done && job->written)
        {
          report->written++;
          report->events += job->events;
        }
      if (job->error == NULL)
        continue;
      if (good)
        g_propagate_error (error, g_steal_pointer (&job->error));
      good = FALSE;
    }
  return good;
}

/* Files that this publisher put here for feeds or tokens that are no more. */
static void
remove_stale (const Run *run, StafetPublishReport *report)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, run->before->files);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *path = g_build_filename (run->folder, name, NULL);

      if (!g_hash_table_contains (run->after->files, name) && g_unlink (path) == 0)
        report->removed++;
    }
}

/* A failed run keeps what it did not reach in memory, so that nothing is forgotten, but trusts none of it. */
static void
distrust (Run *run)
{
  GHashTableIter iter;
  gpointer name, value;

  run->after->head = -1;
  g_hash_table_iter_init (&iter, run->before->files);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const StafetPublishFile *file = value;

      if (!g_hash_table_contains (run->after->files, name))
        stafet_publish_memory_add (run->after, file->feed, file->file, file->size, file->changed);
    }
}

static gboolean
finish (Run *run, StafetPublishReport *report, GError **error)
{
  remove_stale (run, report);
  if (report->written + report->removed > 0 && !stafet_publish_sync_folder (run->folder, error))
    return FALSE;
  return stafet_publish_samples_write (run->folder, run->language, error);
}

static gboolean
publish (Run *run, StafetPublishReport *report, GError **error)
{
  g_autoptr (GPtrArray) published = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (StafetPublishReach) reach = NULL;
  g_autoptr (GPtrArray) jobs = NULL;
  gboolean good;

  if (!find_reach (run, &reach, error))
    return FALSE;
  jobs = choose_jobs (run, reach);
  report->rendered = jobs->len;
  run_jobs (run, jobs);
  good = gather (run, jobs, published, report, error) && finish (run, report, error);
  if (!good)
    distrust (run);
  /* What stands on disk is remembered also when the rest failed, whose error is the one to tell. */
  return stafet_publish_memory_save (run->after, run->store, run->folder, published, good ? error : NULL)
         && good;
}

static gboolean
refuse_read_only (StafetStore *store, GError **error)
{
  if (!stafet_store_is_read_only (store))
    return FALSE;
  g_set_error (
    error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_READ_ONLY,
    _ ("“%s” is read-only, so what is published cannot be remembered. Publish from a store that you "
       "may write to, or export one calendar."),
    stafet_store_get_path (store));
  return TRUE;
}

static Run *
prepare (StafetPlan *plan, const char *folder, GError **error)
{
  g_autoptr (Run) run = g_new0 (Run, 1);
  StafetClock *clock = stafet_plan_get_clock (plan);
  gint64 head;

  run->store = stafet_plan_get_store (plan);
  if (refuse_read_only (run->store, error) || !stafet_plan_refresh (plan, NULL, error)
      || !stafet_store_read_head (run->store, &head, &run->head_at, error))
    return NULL;
  run->snapshot = stafet_snapshot_ref (stafet_plan_get_snapshot (plan));
  run->zone = stafet_clock_get_zone (clock);
  run->language = (StafetLanguage) stafet_snapshot_settings (run->snapshot)->language;
  run->folder = g_canonicalize_filename (folder, NULL);
  run->today = stafet_clock_today (clock);
  run->before = stafet_publish_memory_read (run->store, run->folder, error);
  if (run->before == NULL)
    return NULL;
  run->after = stafet_publish_memory_new (stafet_plan_get_head (plan), stafet_date_monday (run->today),
                                          stafet_clock_instant (clock));
  return g_steal_pointer (&run);
}

gboolean
stafet_publish_folder (StafetPlan *plan, const char *folder, StafetPublishReport *report, GError **error)
{
  StafetPublishReport own = { 0 };
  g_autoptr (Run) run = NULL;
  gboolean good;
  int lock;

  if (!stafet_publish_lock (folder, &lock, error))
    return FALSE;
  run = prepare (plan, folder, error);
  if (run != NULL)
    own.feeds = stafet_snapshot_all (run->snapshot, STAFET_KIND_FEED)->len;
  good = run != NULL && publish (run, &own, error);
  stafet_publish_unlock (lock);
  if (report != NULL)
    *report = own;
  return good;
}
