/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes calendars and pages for whoever asks, in worker threads, and keeps them until the plan changes.
 */
#include "ics/stafet-ics-check.h"
#include "stafet-live-page.h"
#include "stafet-serve-name.h"
#include "stafet-serve.h"
#include "stafet-smith-page.h"

#include <string.h>

/* The store is looked at so often at most, in microseconds. */
#define LOOK_EVERY 1000000
/* A date of whole seconds cannot tell apart what was changed within one: so old must a change be. */
#define SETTLED 2

typedef void (*Found) (gpointer data, StafetHttpFile *file);

/* Who waits for a file. */
typedef struct
{
  Found found;
  gpointer data;
} Waiter;

/* What files are made from: a state of the store, on a day. Counted: whoever makes a file holds it. */
typedef struct
{
  StafetStore *store;       /* owned */
  StafetSnapshot *snapshot; /* owned */
  StafetZone *zone;         /* owned */
  StafetDate today;
  gint64 head;
  StafetInstant head_at;
  /* Of calendars and pages the newest change or the week's beginning, of what is made anew each day the
   * day's; NONE: just now. */
  StafetInstant modified, modified_today;
  GHashTable *feeds; /* token → StafetFeed, borrowed from the snapshot */
} State;

struct _StafetServePlan
{
  StafetPlan *plan; /* owned */
  State *state;     /* nullable: the store was never read */
  gint64 looked;    /* when, in monotonic time */
  StafetInstant confirmed;
  GHashTable *files;  /* name → StafetHttpFile, of that state */
  GHashTable *making; /* name → GArray of Waiter, of that state */
  guint jobs;
};

/* ——— The state ——— */

static void
clear_state (gpointer data)
{
  State *state = data;

  g_hash_table_unref (state->feeds);
  stafet_snapshot_unref (state->snapshot);
  stafet_zone_unref (state->zone);
  g_object_unref (state->store);
}

static void
state_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_state);
}

/* The newest change, or the beginning of @day when that is newer. */
static StafetInstant
modified_of (const State *state, StafetDate day, StafetInstant now)
{
  return state->head_at + SETTLED < now
           ? MAX (state->head_at, stafet_zone_to_instant (state->zone, stafet_wall_new (day, 0)))
           : STAFET_INSTANT_NONE;
}

static State *
state_new (StafetServePlan *self, gint64 head, StafetInstant head_at)
{
  State *state = g_atomic_rc_box_new0 (State);
  StafetClock *clock = stafet_plan_get_clock (self->plan);
  const GPtrArray *feeds;

  state->store = g_object_ref (stafet_plan_get_store (self->plan));
  state->snapshot = stafet_snapshot_ref (stafet_plan_get_snapshot (self->plan));
  state->zone = stafet_zone_ref (stafet_clock_get_zone (clock));
  state->today = stafet_clock_today (clock);
  state->head = head;
  state->head_at = head_at;
  state->modified = modified_of (state, stafet_date_monday (state->today), stafet_clock_instant (clock));
  state->modified_today = modified_of (state, state->today, stafet_clock_instant (clock));
  state->feeds = g_hash_table_new (g_str_hash, g_str_equal);
  feeds = stafet_snapshot_all (state->snapshot, STAFET_KIND_FEED);
  for (guint i = 0; i < feeds->len; i++)
    {
      StafetFeed *feed = g_ptr_array_index (feeds, i);

      g_hash_table_insert (state->feeds, feed->token, feed);
    }
  return state;
}

static gboolean
is_current (const StafetServePlan *self, gint64 head)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (self->plan));

  return self->state != NULL && self->state->head == head && self->state->today == today
         && self->state->snapshot == stafet_plan_get_snapshot (self->plan);
}

/* What the store cannot say just now is served as it was; the heartbeat then stands still. */
static void
look (StafetServePlan *self)
{
  gint64 now = g_get_monotonic_time (), head;
  StafetInstant head_at;

  if (self->looked != 0 && now - self->looked < LOOK_EVERY)
    return;
  self->looked = now;
  if (!stafet_plan_refresh (self->plan, NULL, NULL)
      || !stafet_store_read_head (stafet_plan_get_store (self->plan), &head, &head_at, NULL))
    return;
  self->confirmed = stafet_clock_instant (stafet_plan_get_clock (self->plan));
  if (is_current (self, head))
    return;
  g_clear_pointer (&self->state, state_unref);
  self->state = state_new (self, head, head_at);
  g_hash_table_remove_all (self->files);
  g_hash_table_remove_all (self->making);
}

/* ——— Making, in a worker ——— */

typedef struct
{
  StafetServePlan *plan;  /* borrowed: it outlives its jobs */
  State *state;           /* owned */
  const StafetFeed *feed; /* borrowed from the state, nullable: a file that is no feed's */
  StafetServeKind kind;
  char *name;      /* owned */
  GArray *waiters; /* Waiter, owned */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  state_unref (job->state);
  g_array_unref (job->waiters);
  g_free (job->name);
  g_free (job);
}

static GBytes *
make_calendar (const Job *job, const StafetFeedPress *press)
{
  g_autoptr (StafetFeedEvents) events = NULL;
  g_autoptr (StafetFeedPrint) print = NULL;
  StafetDate from, to;

  stafet_feed_window (job->feed, job->state->today, &from, &to);
  events = stafet_feed_events_new (job->state->snapshot, job->feed, job->state->today, from, to);
  print = stafet_feed_print_new (press, events, NULL);
  return print != NULL ? g_string_free_to_bytes (g_steal_pointer (&print->bytes)) : NULL;
}

static GBytes *
make_feed (const Job *job, StafetLanguage language)
{
  State *state = job->state;
  g_autoptr (GHashTable) memory = stafet_store_load_published (state->store, job->feed->parent.uid, NULL);
  StafetFeedPress press = { job->feed, state->zone, language, memory, state->head_at };

  if (memory == NULL)
    return NULL;
  return job->kind == STAFET_SERVE_CALENDAR
           ? make_calendar (job, &press)
           : stafet_live_page_render (state->snapshot, &press, state->today, NULL);
}

static GBytes *
make_bytes (const Job *job)
{
  State *state = job->state;
  StafetLanguage language = (StafetLanguage) stafet_snapshot_settings (state->snapshot)->language;

  return job->feed != NULL ? make_feed (job, language)
                           : stafet_smith_page_render (state->snapshot, state->today, language);
}

static void
make_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr (GBytes) bytes = make_bytes (job);

  (void) source;
  (void) cancellable;
  g_task_return_pointer (task,
                         bytes != NULL ? stafet_http_file_new (bytes, stafet_serve_name_type (job->kind),
                                                               job->feed != NULL ? job->state->modified
                                                                                 : job->state->modified_today,
                                                               job->kind == STAFET_SERVE_CALENDAR)
                                       : NULL,
                         (GDestroyNotify) stafet_http_file_unref);
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  StafetServePlan *self = data;
  g_autoptr (StafetHttpFile) file = g_task_propagate_pointer (G_TASK (result), NULL);

  (void) object;
  self->jobs--;
  if (g_hash_table_lookup (self->making, job->name) == job->waiters)
    g_hash_table_remove (self->making, job->name);
  if (file != NULL && job->state == self->state)
    g_hash_table_insert (self->files, g_strdup (job->name), stafet_http_file_ref (file));
  for (guint i = 0; i < job->waiters->len; i++)
    {
      const Waiter *waiter = &g_array_index (job->waiters, Waiter, i);

      waiter->found (waiter->data, file);
    }
}

static GArray *
begin_job (StafetServePlan *self, const StafetFeed *feed, StafetServeKind kind, const char *name)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, made_cb, self);

  *job = (Job){ self,
                g_atomic_rc_box_acquire (self->state),
                feed,
                kind,
                g_strdup (name),
                g_array_new (FALSE, FALSE, sizeof (Waiter)) };
  self->jobs++;
  g_hash_table_insert (self->making, g_strdup (name), job->waiters);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make_cb);
  return job->waiters;
}

/* ——— Finding ——— */

static void
find_heartbeat (StafetServePlan *self, Found found, gpointer data)
{
  char *text = stafet_heartbeat_write (self->confirmed);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  g_autoptr (StafetHttpFile) file =
    stafet_http_file_new (bytes, stafet_serve_name_type (STAFET_SERVE_HEARTBEAT), STAFET_INSTANT_NONE, FALSE);

  found (data, file);
}

static void
find_made (StafetServePlan *self, const StafetFeed *feed, StafetServeKind kind, const char *name, Found found,
           gpointer data)
{
  StafetHttpFile *file = g_hash_table_lookup (self->files, name);
  Waiter waiter = { found, data };
  GArray *waiters;

  if (file != NULL)
    {
      found (data, file);
      return;
    }
  waiters = g_hash_table_lookup (self->making, name);
  if (waiters == NULL)
    waiters = begin_job (self, feed, kind, name);
  g_array_append_val (waiters, waiter);
}

static void
find_in_plan (gpointer source, const char *name, Found found, gpointer data)
{
  StafetServePlan *self = source;
  const StafetFeed *feed = NULL;
  StafetServeKind kind;
  char token[STAFET_TOKEN_LENGTH + 1];

  look (self);
  if (!stafet_serve_name_parse (name, &kind, token) || self->state == NULL)
    found (data, NULL);
  else if (kind == STAFET_SERVE_HEARTBEAT)
    find_heartbeat (self, found, data);
  else if (kind == STAFET_SERVE_SMITH)
    find_made (self, NULL, kind, name, found, data);
  else if ((feed = g_hash_table_lookup (self->state->feeds, token)) != NULL)
    find_made (self, feed, kind, name, found, data);
  else
    found (data, NULL);
}

const StafetServerSource stafet_serve_plan_source = { find_in_plan };

/* ——— Life ——— */

StafetServePlan *
stafet_serve_plan_new (StafetPlan *plan)
{
  StafetServePlan *self = g_new0 (StafetServePlan, 1);

  self->plan = g_object_ref (plan);
  self->files =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) stafet_http_file_unref);
  self->making = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  stafet_ics_check_prepare ();
  look (self);
  return self;
}

void
stafet_serve_plan_free (StafetServePlan *self)
{
  while (self->jobs > 0)
    g_main_context_iteration (NULL, TRUE);
  g_clear_pointer (&self->state, state_unref);
  g_hash_table_unref (self->files);
  g_hash_table_unref (self->making);
  g_object_unref (self->plan);
  g_free (self);
}
