/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishing: decides which files can have changed, makes those in worker threads while the ones before are
 * put in their place, and remembers what was told.
 */
#include "stafet-publish.h"

#include "ics/stafet-ics-check.h"
#include "stafet-heartbeat.h"
#include "stafet-publish-files.h"
#include "stafet-publish-mark.h"
#include "stafet-publish-memory.h"
#include "stafet-publish-reach.h"
#include "stafet-publish-target.h"
#include "stafet-smith-page.h"

#include <string.h>

#define THREADS 2
/* So many files are made at a time: a slow server must not fill the memory. */
#define BATCH 16
/* So many runs that ended too early are remembered. */
#define MOST_PLANNED 8
/* When nothing else changed it is written anew so often at most. */
#define HEARTBEAT_SECONDS 3600

G_DEFINE_QUARK (stafet - publish - error - quark, stafet_publish_error)

/* One run. The workers only read its source. */
typedef struct
{
  StafetPublishSource source;
  StafetSnapshot *snapshot;            /* owned */
  StafetPublishTarget *target;         /* borrowed, open */
  StafetPublishMemory *before, *after; /* owned */
  GHashTable *there;                   /* owned: name → stamp */
  GPtrArray *published;                /* owned: StafetPublished of files that are out */
} Run;

/* One file. A worker fills in what was made. */
typedef struct
{
  const StafetPublishSort *sort;
  const StafetFeed *feed; /* borrowed from the run's snapshot */
  char *file;             /* owned */
  StafetPublishMade made; /* owned */
  GError *error;          /* owned */
} Job;

static void
run_free (Run *run)
{
  g_clear_pointer (&run->snapshot, stafet_snapshot_unref);
  g_clear_pointer (&run->before, stafet_publish_memory_free);
  g_clear_pointer (&run->after, stafet_publish_memory_free);
  g_clear_pointer (&run->there, g_hash_table_unref);
  g_clear_pointer (&run->published, g_ptr_array_unref);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
job_free (Job *job)
{
  g_free (job->file);
  stafet_publish_made_clear (&job->made);
  g_clear_error (&job->error);
  g_free (job);
}

/* ——— Whose place it is ——— */

static gboolean
fail_foreign (const Run *run, GError **error)
{
  g_set_error (
    error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_FOREIGN,
    _ ("“%s” holds something else than Stafet's calendars, and nothing was changed there. Choose an "
       "empty folder, or make a new one in it."),
    run->target->address);
  return FALSE;
}

/* Sets @ours when the mark is this store's. */
static gboolean
check_mark (const Run *run, const char *identity, GError **error)
{
  g_autoptr (GBytes) bytes = run->target->kind->get (run->target, STAFET_PUBLISH_MARK, error);
  g_autofree char *theirs = bytes != NULL ? stafet_publish_mark_read (bytes) : NULL;

  if (bytes == NULL)
    return FALSE;
  if (theirs == NULL)
    return fail_foreign (run, error);
  if (strcmp (theirs, identity) == 0)
    return TRUE;
  g_set_error (
    error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_FOREIGN,
    _ ("Another plan is published to “%s”, and nothing was changed there. Choose an empty folder. If "
       "the other plan is no more, empty that one first."),
    run->target->address);
  return FALSE;
}

/* Files that this store put there before there were marks. */
static gboolean
knows_what_is_there (const Run *run)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, run->there);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_hash_table_contains (run->before->files, name))
      return TRUE;
  return FALSE;
}

/* Reads what is there. @marked: whether it carries the mark already. */
static gboolean
look (Run *run, char **identity, gboolean *marked, GError **error)
{
  run->there = run->target->kind->list (run->target, error);
  *identity = run->there != NULL ? stafet_store_read_identity (run->source.store, error) : NULL;
  if (*identity == NULL)
    return FALSE;
  *marked = g_hash_table_contains (run->there, STAFET_PUBLISH_MARK);
  if (*marked)
    return check_mark (run, *identity, error);
  return g_hash_table_size (run->there) == 0 || knows_what_is_there (run) || fail_foreign (run, error);
}

static gboolean
claim (Run *run, GError **error)
{
  g_autofree char *identity = NULL, *stamp = NULL;
  g_autoptr (GString) mark = NULL;
  gboolean marked;

  if (!look (run, &identity, &marked, error))
    return FALSE;
  if (marked)
    return TRUE;
  mark = stafet_publish_mark_write (identity, run->source.language);
  return run->target->kind->put (run->target, STAFET_PUBLISH_MARK, mark, NULL, &stamp, error);
}

/* ——— Which files ——— */

/* The file as it was left, when it still lies there so; else NULL. */
static const StafetPublishFile *
find_intact (const Run *run, const Job *job)
{
  const StafetPublishFile *known = g_hash_table_lookup (run->before->files, job->file);
  const char *stamp = g_hash_table_lookup (run->there, job->file);

  if (known == NULL || stamp == NULL || known->feed != job->feed->parent.uid
      || !stafet_publish_sort_is_current (job->sort, run->before->day, run->source.today))
    return NULL;
  return *stamp != '\0' && strcmp (known->stamp, stamp) == 0 ? known : NULL;
}

/* FALSE on an error. @reach stays NULL when every feed can have changed. */
static gboolean
find_reach (const Run *run, StafetPublishReach **reach, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;

  *reach = NULL;
  if (run->before->head < 0 || run->before->head > run->after->head
      || strcmp (run->before->program, run->after->program) != 0)
    return TRUE;
  entries = stafet_store_read_log_since (run->source.store, run->before->head, error);
  if (entries == NULL)
    return FALSE;
  *reach = stafet_publish_reach_new (run->snapshot, entries);
  return TRUE;
}

static void
choose_job (const Run *run, const StafetPublishSort *sort, const StafetFeed *feed, gboolean reached,
            GPtrArray *jobs)
{
  Job *job = g_new0 (Job, 1);
  const StafetPublishFile *intact;

  job->sort = sort;
  job->feed = feed;
  job->file = stafet_publish_sort_name (sort, feed);
  intact = reached ? NULL : find_intact (run, job);
  if (intact == NULL)
    {
      g_ptr_array_add (jobs, job);
      return;
    }
  stafet_publish_memory_add (run->after, intact->feed, intact->file, intact->stamp, intact->print, "");
  job_free (job);
}

/* The files that must be made; the others are taken over into the new memory. */
static GPtrArray *
choose_jobs (const Run *run, const StafetPublishReach *reach)
{
  const GPtrArray *feeds = stafet_snapshot_all (run->snapshot, STAFET_KIND_FEED);
  GPtrArray *jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) job_free);

  for (guint i = 0; i < feeds->len; i++)
    {
      const StafetFeed *feed = g_ptr_array_index (feeds, i);
      gboolean reached = reach == NULL || stafet_publish_reach_has (reach, feed);

      for (const StafetPublishSort *sort = stafet_publish_sorts; sort->suffix != NULL; sort++)
        choose_job (run, sort, feed, reached, jobs);
    }
  return jobs;
}

/* ——— Putting one file in its place ——— */

static gboolean
was_planned (const StafetPublishFile *known, const char *print)
{
  g_auto (GStrv) planned = g_strsplit (known->planned, "\n", -1);

  for (char **one = planned; *one != NULL; one++)
    if (stafet_publish_print_is_like (print, *one))
      return TRUE;
  return FALSE;
}

/* What is known of a file that is not there as it was left: whether its content is ours all the same, as it
 * is when a run was killed before it could remember. */
static gboolean
is_ours (const Run *run, const char *name, const StafetPublishFile *known, const char *print, GError **error)
{
  g_autoptr (GBytes) bytes = run->target->kind->get (run->target, name, error);
  g_autofree char *theirs = NULL;
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (strcmp (name, STAFET_SMITH_FILE) == 0 && data != NULL
      && g_strstr_len (data, (gssize) length, STAFET_SMITH_SIGN) != NULL)
    return TRUE;
  theirs = stafet_publish_print (name, data != NULL ? data : "", length);
  if (stafet_publish_print_is_like (theirs, print)
      || (known != NULL
          && (stafet_publish_print_is_like (theirs, known->print) || was_planned (known, theirs))))
    return TRUE;
  g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_CHANGED,
               _ ("Somebody else has changed “%s” at “%s”, and it was left as it is. Remove it there, and "
                  "publish again."),
               name, run->target->address);
  return FALSE;
}

/* @written: whether anything had to be. */
static gboolean
place_file (Run *run, StafetUid feed, const char *name, const GString *bytes, gboolean *written,
            GError **error)
{
  const StafetPublishFile *known = g_hash_table_lookup (run->before->files, name);
  const char *there = g_hash_table_lookup (run->there, name);
  gboolean untouched = known != NULL && there != NULL && *there != '\0' && strcmp (known->stamp, there) == 0;
  g_autofree char *print = stafet_publish_print (name, bytes->str, bytes->len);
  g_autofree char *stamp = NULL;

  *written = !untouched || strcmp (known->print, print) != 0;
  if (!*written)
    stamp = g_strdup (there);
  else if (run->target->kind->shared && there != NULL && !untouched
           && !is_ours (run, name, known, print, error))
    return FALSE;
  else if (!run->target->kind->put (run->target, name, bytes, there, &stamp, error))
    return FALSE;
  stafet_publish_memory_add (run->after, feed, name, stamp, print, "");
  return TRUE;
}

/* FALSE when nothing more can be done; what is wrong with this file alone is kept in @error, the first one.
 */
static gboolean
place_job (Run *run, Job *job, StafetPublishReport *report, GError **error)
{
  g_autoptr (GError) problem = g_steal_pointer (&job->error);
  gboolean written = FALSE;

  if (problem == NULL
      && place_file (run, job->feed->parent.uid, job->file, job->made.bytes, &written, &problem))
    {
      if (job->made.published != NULL)
        g_ptr_array_extend_and_steal (run->published, g_steal_pointer (&job->made.published));
      report->written += written;
      report->events += written ? job->made.events : 0;
      return TRUE;
    }
  if (g_error_matches (problem, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_UNSUITED)
      && !g_str_has_suffix (job->file, ".ics"))
    {
      report->refused++;
      return TRUE;
    }
  if (*error == NULL)
    *error = g_error_copy (problem);
  return g_error_matches (problem, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_CHANGED);
}

/* ——— Making ——— */

static void
make_cb (gpointer data, gpointer user_data)
{
  Job *job = data;

  job->sort->make (user_data, job->feed, &job->made, &job->error);
}

/* Begins with the batch at @first; NULL behind the last one. */
static GThreadPool *
begin_batch (Run *run, GPtrArray *jobs, guint first)
{
  GThreadPool *pool;

  if (first >= jobs->len)
    return NULL;
  pool = g_thread_pool_new (make_cb, &run->source, THREADS, FALSE, NULL);
  for (guint i = first; i < jobs->len && i < first + BATCH; i++)
    g_thread_pool_push (pool, g_ptr_array_index (jobs, i), NULL);
  return pool;
}

/* What is on its way now, and what was when earlier runs ended before they heard whether it had arrived: the
 * newest first. (transfer full) */
static char *
plan_more (const StafetPublishFile *known, const Job *job)
{
  g_autofree char *print = stafet_publish_print (job->file, job->made.bytes->str, job->made.bytes->len);
  g_autofree char *all = g_strconcat (print, "\n", known != NULL ? known->planned : "", NULL);
  g_auto (GStrv) prints = g_strsplit (all, "\n", MOST_PLANNED + 1);

  if (g_strv_length (prints) > MOST_PLANNED)
    g_clear_pointer (&prints[MOST_PLANNED], g_free);
  return g_strjoinv ("\n", prints);
}

/* Where others write too, what is on its way is remembered first: a run that is killed in between must know
 * its own files again. */
static gboolean
remember_plans (Run *run, GPtrArray *jobs, guint first, GError **error)
{
  if (!run->target->kind->shared)
    return TRUE;
  for (guint i = first; i < jobs->len && i < first + BATCH; i++)
    {
      const Job *job = g_ptr_array_index (jobs, i);
      const StafetPublishFile *known = g_hash_table_lookup (run->before->files, job->file);
      g_autofree char *stamp = g_strdup (known != NULL ? known->stamp : "");
      g_autofree char *print = g_strdup (known != NULL ? known->print : "");
      g_autofree char *planned = NULL;

      if (job->made.bytes == NULL)
        continue;
      planned = plan_more (known, job);
      stafet_publish_memory_add (run->before, job->feed->parent.uid, job->file, stamp, print, planned);
    }
  return stafet_publish_memory_save (run->before, run->source.store, run->target->address, NULL, error);
}

static gboolean
place_batch (Run *run, GPtrArray *jobs, guint first, StafetPublishReport *report, GError **error)
{
  if (*error != NULL || !remember_plans (run, jobs, first, error))
    return FALSE;
  for (guint i = first; i < jobs->len && i < first + BATCH; i++)
    {
      Job *job = g_ptr_array_index (jobs, i);

      if (!place_job (run, job, report, error))
        return FALSE;
      stafet_publish_made_clear (&job->made);
    }
  return TRUE;
}

/* The next batch is made while this one is put in its place. */
static gboolean
run_jobs (Run *run, GPtrArray *jobs, StafetPublishReport *report, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gboolean going = TRUE;
  GThreadPool *pool;

  if (jobs->len > 0)
    stafet_ics_check_prepare ();
  pool = begin_batch (run, jobs, 0);
  for (guint first = 0; pool != NULL && going; first += BATCH)
    {
      g_thread_pool_free (pool, FALSE, TRUE);
      pool = begin_batch (run, jobs, first + BATCH);
      going = place_batch (run, jobs, first, report, &problem);
    }
  if (pool != NULL)
    g_thread_pool_free (pool, TRUE, TRUE);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* ——— The run ——— */

/* Files that this publisher put there for feeds or tokens that are no more. */
static gboolean
remove_stale (Run *run, StafetPublishReport *report, GError **error)
{
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, run->before->files);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const char *there = g_hash_table_lookup (run->there, name);

      if (g_hash_table_contains (run->after->files, name) || there == NULL)
        continue;
      if (!run->target->kind->remove (run->target, name, there, error))
        return FALSE;
      report->removed++;
    }
  return TRUE;
}

static const StafetPublishFile *
find_untouched (const Run *run, const char *name)
{
  const StafetPublishFile *known = g_hash_table_lookup (run->before->files, name);
  const char *there = g_hash_table_lookup (run->there, name);

  return known != NULL && there != NULL && *there != '\0' && strcmp (known->stamp, there) == 0 ? known : NULL;
}

static void
keep_file (Run *run, const StafetPublishFile *known)
{
  stafet_publish_memory_add (run->after, known->feed, known->file, known->stamp, known->print, "");
}

/* A file that is no feed's. A server that takes calendars only goes without. */
static gboolean
place_common (Run *run, const char *name, const GString *bytes, StafetPublishReport *report, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gboolean written;

  if (place_file (run, stafet_uid_intern (""), name, bytes, &written, &problem))
    return TRUE;
  if (g_error_matches (problem, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_UNSUITED))
    {
      report->refused++;
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
beat (Run *run, StafetPublishReport *report, GError **error)
{
  const StafetPublishFile *known = find_untouched (run, STAFET_HEARTBEAT_FILE);
  g_autofree char *bytes = stafet_heartbeat_write (run->after->at);
  g_autoptr (GString) text = g_string_new (bytes);

  if (report->written == 0 && known != NULL && run->after->at - run->before->beat < HEARTBEAT_SECONDS
      && run->after->at >= run->before->beat)
    {
      run->after->beat = run->before->beat;
      keep_file (run, known);
      return TRUE;
    }
  run->after->beat = run->after->at;
  return place_common (run, STAFET_HEARTBEAT_FILE, text, report, error);
}

/* Nothing it tells of has changed since it was put there: it is of the same state, day and program. */
static gboolean
is_current (const Run *run)
{
  return run->before->head == run->after->head && run->before->day == run->after->day
         && strcmp (run->before->program, run->after->program) == 0;
}

static gboolean
place_smith (Run *run, StafetPublishReport *report, GError **error)
{
  const StafetPublishFile *known = find_untouched (run, STAFET_SMITH_FILE);
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (known != NULL && is_current (run))
    {
      keep_file (run, known);
      return TRUE;
    }
  bytes = stafet_smith_page_render (run->snapshot, run->source.today, run->source.language);
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  return place_common (run, STAFET_SMITH_FILE, text, report, error);
}

/* Somebody else's file in the page's place is left there, and told when all else is done: whoever took a link
 * back must not wait for it. */
static gboolean
finish (Run *run, StafetPublishReport *report, GError **error)
{
  const StafetPublishFile *known = g_hash_table_lookup (run->before->files, STAFET_SMITH_FILE);
  g_autoptr (GError) changed = NULL;

  if (!place_smith (run, report, &changed))
    {
      if (!g_error_matches (changed, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_CHANGED))
        {
          g_propagate_error (error, g_steal_pointer (&changed));
          return FALSE;
        }
      if (known != NULL)
        keep_file (run, known);
    }
  if (!beat (run, report, error) || !remove_stale (run, report, error)
      || !run->target->kind->finish (run->target, run->source.language, report->written + report->removed > 0,
                                     error))
    return FALSE;
  if (changed == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&changed));
  return FALSE;
}

/* A failed run keeps what it did not reach in memory, so that nothing is forgotten, but trusts none of it. */
static void
distrust (Run *run, const char *problem)
{
  GHashTableIter iter;
  gpointer name, value;

  run->after->head = -1;
  run->after->at = run->before->at;
  run->after->beat = run->before->beat;
  stafet_publish_memory_set_problem (run->after, problem);
  g_hash_table_iter_init (&iter, run->before->files);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const StafetPublishFile *file = value;

      if (!g_hash_table_contains (run->after->files, name))
        stafet_publish_memory_add (run->after, file->feed, file->file, file->stamp, file->print,
                                   file->planned);
    }
}

static gboolean
fill (Run *run, StafetPublishReport *report, GError **error)
{
  g_autoptr (StafetPublishReach) reach = NULL;
  g_autoptr (GPtrArray) jobs = NULL;

  if (!claim (run, error) || !find_reach (run, &reach, error))
    return FALSE;
  jobs = choose_jobs (run, reach);
  report->rendered = jobs->len;
  return run_jobs (run, jobs, report, error) && finish (run, report, error);
}

/* What is out is remembered also when the rest failed, whose error is the one to tell. */
static gboolean
publish (Run *run, StafetPublishReport *report, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (fill (run, report, &problem))
    return stafet_publish_memory_save (run->after, run->source.store, run->target->address, run->published,
                                       error);
  distrust (run, problem->message);
  stafet_publish_memory_save (run->after, run->source.store, run->target->address, run->published, NULL);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* ——— Beginning ——— */

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
prepare (StafetPlan *plan, StafetPublishTarget *target, GError **error)
{
  g_autoptr (Run) run = g_new0 (Run, 1);
  StafetClock *clock = stafet_plan_get_clock (plan);
  StafetStore *store = stafet_plan_get_store (plan);
  StafetInstant head_at;
  gint64 head;

  run->target = target;
  if (!stafet_plan_refresh (plan, NULL, error) || !stafet_store_read_head (store, &head, &head_at, error))
    return NULL;
  run->snapshot = stafet_snapshot_ref (stafet_plan_get_snapshot (plan));
  run->source =
    (StafetPublishSource){ .store = store,
                           .snapshot = run->snapshot,
                           .zone = stafet_clock_get_zone (clock),
                           .language = (StafetLanguage) stafet_snapshot_settings (run->snapshot)->language,
                           .today = stafet_clock_today (clock),
                           .head_at = head_at };
  run->published = g_ptr_array_new_with_free_func (g_object_unref);
  run->before = stafet_publish_memory_read (store, target->address, error);
  if (run->before == NULL)
    return NULL;
  run->after = stafet_publish_memory_new ();
  run->after->head = stafet_plan_get_head (plan);
  run->after->day = run->source.today;
  run->after->at = run->after->tried = run->before->tried = stafet_clock_instant (clock);
  return g_steal_pointer (&run);
}

static gboolean
is_address (const char *to)
{
  return g_str_has_prefix (to, "https://") || g_str_has_prefix (to, "http://");
}

static StafetPublishTarget *
target_new (StafetStore *store, const StafetPublishPlace *place)
{
  g_autofree char *lock = g_strconcat (stafet_store_get_path (store), ".publishing", NULL);
  guint seconds = place->seconds != 0 ? place->seconds : STAFET_PUBLISH_SECONDS;

  if (!is_address (place->to))
    return stafet_publish_folder_new (place->to);
  return stafet_publish_webdav_new (place->to, place->user, place->password, lock, seconds);
}

/* What kept the run from beginning. */
static void
remember_problem (StafetPlan *plan, const StafetPublishTarget *target, const GError *problem)
{
  StafetStore *store = stafet_plan_get_store (plan);
  g_autoptr (StafetPublishMemory) memory = stafet_publish_memory_read (store, target->address, NULL);

  if (memory == NULL || g_error_matches (problem, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_BUSY))
    return;
  memory->tried = stafet_clock_instant (stafet_plan_get_clock (plan));
  stafet_publish_memory_set_problem (memory, problem->message);
  stafet_publish_memory_save (memory, store, target->address, NULL, NULL);
}

/* Nobody is told of what may never be. */
static gboolean
refuse_tried (StafetPlan *plan, GError **error)
{
  if (!stafet_plan_is_tried (plan))
    return FALSE;
  g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                       _ ("What is only tried is not published. End the trial first."));
  return TRUE;
}

gboolean
stafet_publish (StafetPlan *plan, const StafetPublishPlace *place, StafetPublishReport *report,
                GError **error)
{
  StafetPublishReport own = { 0 };
  g_autoptr (StafetPublishTarget) target = target_new (stafet_plan_get_store (plan), place);
  g_autoptr (GError) problem = NULL;
  g_autoptr (Run) run = NULL;
  gboolean good;

  if (refuse_read_only (stafet_plan_get_store (plan), error) || refuse_tried (plan, error))
    return FALSE;
  if (!target->kind->open (target, &problem))
    {
      remember_problem (plan, target, problem);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  run = prepare (plan, target, error);
  if (run != NULL)
    own.feeds = stafet_snapshot_all (run->snapshot, STAFET_KIND_FEED)->len;
  good = run != NULL && publish (run, &own, error);
  target->kind->close (target);
  if (report != NULL)
    *report = own;
  return good;
}

gboolean
stafet_publish_folder (StafetPlan *plan, const char *folder, StafetPublishReport *report, GError **error)
{
  const StafetPublishPlace place = { .to = folder };

  return stafet_publish (plan, &place, report, error);
}

gboolean
stafet_publish_try (StafetPlan *plan, const StafetPublishPlace *place, GError **error)
{
  g_autoptr (StafetPublishTarget) target = target_new (stafet_plan_get_store (plan), place);
  g_autofree char *identity = NULL;
  g_autoptr (Run) run = NULL;
  gboolean marked, good;

  if (refuse_read_only (stafet_plan_get_store (plan), error) || !target->kind->open (target, error))
    return FALSE;
  run = prepare (plan, target, error);
  good = run != NULL && look (run, &identity, &marked, error);
  target->kind->close (target);
  return good;
}

gboolean
stafet_publish_get_place (StafetSnapshot *snapshot, StafetPublishPlace *place, GError **error)
{
  const StafetSettings *settings = stafet_snapshot_settings (snapshot);

  *place = (StafetPublishPlace){ .to = settings->publish_to, .user = settings->publish_user };
  if (*settings->publish_to != '\0')
    return TRUE;
  g_set_error_literal (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_NOWHERE,
                       _ ("It is not settled yet where calendars are published to. Write: stafetctl edit "
                          "settings --set publish_to=FOLDER-OR-ADDRESS. The text of an order to the IT "
                          "department is what stafetctl publish --order-text writes."));
  return FALSE;
}
