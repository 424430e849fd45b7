/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One timer, and one thread at a time.
 */
#include "stafet-publisher.h"

#include "core/stafet-task.h"
#include "publish/stafet-publish-password.h"
#include "stafet-notifier.h"

#include <string.h>

#define KEY "stafet-publisher"

/* After the last edit of several. */
#define SETTLE_SECONDS 5
/* The heartbeat file must not grow old. */
#define REGULAR_SECONDS 1800
/* After a failure, and twice as long after each that follows. */
#define RETRY_SECONDS 30
#define LONGEST_RETRY_SECONDS 1800

struct _StafetPublisher
{
  GObject parent_instance;

  StafetWindow *window;  /* weak */
  StafetDesk *desk;      /* borrowed: it goes with it */
  char *password;        /* owned, nullable */
  guint timer;           /* source of the next run */
  guint retry;           /* seconds until the next one after a failure; 0: there was none */
  gboolean busy, again;  /* a thread is at it; and something changed meanwhile */
  char *problem, *reach; /* owned, nullable */
  gboolean published;    /* the report is of a run */
  StafetPublishReport report;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (StafetPublisher, stafet_publisher, G_TYPE_OBJECT)

/* ——— In a thread ——— */

typedef struct
{
  StafetPlan *plan; /* owned: a scratch plan */
  char *password;   /* owned, nullable */
  gboolean look;    /* whether readers get it, also when nothing was written */
  StafetPublishReport report;
  StafetReachable *reachable; /* owned, nullable */
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_object_unref (run->plan);
  stafet_publish_password_free (run->password);
  g_clear_pointer (&run->reachable, stafet_reachable_free);
  g_free (run);
}

static gboolean
publish (Run *run, GError **error)
{
  g_autoptr (StafetSnapshot) snapshot = stafet_snapshot_ref (stafet_plan_get_snapshot (run->plan));
  StafetPublishPlace place;

  if (!stafet_publish_get_place (snapshot, &place, error))
    return FALSE;
  if (run->password == NULL && *place.user != '\0')
    run->password = stafet_publish_password_look_up (place.to, place.user);
  place.password = run->password;
  if (!stafet_publish (run->plan, &place, &run->report, error))
    return FALSE;
  if (run->look || run->report.written > 0)
    run->reachable = stafet_reachable_new (run->plan, place.to, 0, NULL);
  return TRUE;
}

static void
publish_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  (void) source;
  (void) cancellable;
  if (publish (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* ——— When ——— */

static void run (StafetPublisher *self);

static gboolean
timer_cb (gpointer data)
{
  StafetPublisher *self = data;

  self->timer = 0;
  run (self);
  return G_SOURCE_REMOVE;
}

static void
run_in (StafetPublisher *self, guint seconds)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (seconds, timer_cb, self);
}

static gboolean
has_place (StafetPublisher *self)
{
  return *stafet_snapshot_settings (stafet_desk_get_snapshot (self->desk))->publish_to != '\0'
         && !stafet_store_is_read_only (stafet_plan_get_store (stafet_desk_get_plan (self->desk)));
}

static void
run_next (StafetPublisher *self, gboolean good)
{
  if (good)
    self->retry = 0;
  else
    self->retry = self->retry == 0 ? RETRY_SECONDS : MIN (2 * self->retry, LONGEST_RETRY_SECONDS);
  if (self->again)
    run_in (self, SETTLE_SECONDS);
  else
    run_in (self, good ? REGULAR_SECONDS : self->retry);
  self->again = FALSE;
}

/* ——— What came of it ——— */

static void
take_reach (StafetPublisher *self, const Run *done)
{
  if (done->reachable == NULL)
    return;
  g_free (self->reach);
  self->reach = g_strdup (done->reachable->words);
  if (done->reachable->verdict != STAFET_REACHABLE_RIGHT)
    self->problem = g_strdup (done->reachable->words);
}

static void
published_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetPublisher *self = STAFET_PUBLISHER (source);
  const Run *done = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  (void) data;
  self->busy = FALSE;
  /* The window was closed meanwhile. */
  if (self->desk == NULL)
    return;
  g_clear_pointer (&self->problem, g_free);
  if (good)
    {
      self->report = done->report;
      self->published = TRUE;
      take_reach (self, done);
    }
  else
    self->problem = g_strdup (error->message);
  run_next (self, good);
  if (self->window != NULL)
    stafet_notifier_tell_publishing (self->window, !good);
  g_signal_emit (self, changed_signal, 0);
}

static void
run (StafetPublisher *self)
{
  g_autoptr (GTask) task = NULL;
  Run *work;

  if (self->busy || !has_place (self))
    {
      self->again = self->busy;
      return;
    }
  g_clear_handle_id (&self->timer, g_source_remove);
  self->busy = TRUE;
  work = g_new0 (Run, 1);
  work->plan = stafet_plan_new_scratch (stafet_desk_get_plan (self->desk));
  work->password = g_strdup (self->password);
  work->look = self->reach == NULL || self->problem != NULL;
  task = stafet_task_new (self, NULL, published_cb, NULL);
  g_task_set_task_data (task, work, run_free);
  g_task_run_in_thread (task, publish_thread);
  g_signal_emit (self, changed_signal, 0);
}

/* While something is wrong an edit does not make it right: the next attempt comes when it was due. */
static void
plan_changed_cb (StafetPublisher *self)
{
  if (self->busy)
    self->again = TRUE;
  else if (self->retry == 0 && has_place (self))
    run_in (self, SETTLE_SECONDS);
}

/* ——— GObject ——— */

static void
stafet_publisher_finalize (GObject *object)
{
  StafetPublisher *self = STAFET_PUBLISHER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_weak_pointer (&self->window);
  stafet_publish_password_free (self->password);
  g_free (self->problem);
  g_free (self->reach);
  G_OBJECT_CLASS (stafet_publisher_parent_class)->finalize (object);
}

static void
stafet_publisher_class_init (StafetPublisherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stafet_publisher_finalize;
  changed_signal =
    g_signal_new ("changed", STAFET_TYPE_PUBLISHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stafet_publisher_init (StafetPublisher *self)
{
  (void) self;
}

/* A thread may hold the publisher for longer than there is a desk. */
static void
leave_desk (gpointer data)
{
  StafetPublisher *self = data;

  g_clear_handle_id (&self->timer, g_source_remove);
  self->desk = NULL;
  g_object_unref (self);
}

StafetPublisher *
stafet_publisher_attach (StafetWindow *window)
{
  StafetDesk *desk = stafet_window_get_desk (window);
  StafetPublisher *self = g_object_new (STAFET_TYPE_PUBLISHER, NULL);

  g_set_weak_pointer (&self->window, window);
  self->desk = desk;
  g_object_set_data_full (G_OBJECT (desk), KEY, self, leave_desk);
  g_signal_connect_object (stafet_desk_get_plan (desk), "changed", G_CALLBACK (plan_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (has_place (self))
    run_in (self, SETTLE_SECONDS);
  return self;
}

StafetPublisher *
stafet_publisher_of (StafetDesk *desk)
{
  return g_object_get_data (G_OBJECT (desk), KEY);
}

/* ——— Public ——— */

void
stafet_publisher_publish (StafetPublisher *self)
{
  self->retry = 0;
  run (self);
}

gboolean
stafet_publisher_is_busy (StafetPublisher *self)
{
  return self->busy;
}

const char *
stafet_publisher_get_problem (StafetPublisher *self)
{
  return self->problem;
}

const char *
stafet_publisher_get_reach (StafetPublisher *self)
{
  return self->reach;
}

const StafetPublishReport *
stafet_publisher_get_report (StafetPublisher *self)
{
  return self->published ? &self->report : NULL;
}

void
stafet_publisher_set_password (StafetPublisher *self, const char *password)
{
  stafet_publish_password_free (self->password);
  self->password = g_strdup (password);
}
