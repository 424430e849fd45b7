/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan: loads, queues edits, commits them one after the other, and absorbs what came back.
 *
 * An edit is evaluated and committed on a worker; the plan's records change only afterwards, in the
 * context that the plan lives in. One edit is under way at a time, so evaluation reads a plan that stands
 * still.
 */
#include "stafet-plan.h"

#include "core/stafet-task.h"
#include "stafet-foreign.h"
#include "stafet-item.h"
#include "stafet-log-replay.h"
#include "stafet-trial.h"

#define MONTHS_LOADED 13
#define DAYS_LOADED (MONTHS_LOADED * 31)

struct _StafetPlan
{
  GObject parent_instance;

  StafetStore *store;       /* owned */
  StafetClock *clock;       /* owned */
  StafetSnapshot *snapshot; /* owned */
  StafetDate since;         /* dated records before it stay in the store */
  gint64 head;
  gint64 data_version;
  GQueue queue;                            /* GTask, owned: the first one is under way */
  gboolean working;                        /* a worker evaluates it */
  GPtrArray *warnings;                     /* of the edit under way */
  StafetRecordList *lists[STAFET_N_KINDS]; /* owned, made on first use */
  StafetTrial *trial;                      /* owned, nullable: takes what is edited in the store's place */
  gboolean tried;                          /* it is one, or a copy of one */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* clang-format off */
G_DEFINE_QUARK (stafet-plan-error-quark, stafet_plan_error)
/* clang-format on */
G_DEFINE_FINAL_TYPE (StafetPlan, stafet_plan, G_TYPE_OBJECT)

struct _StafetEdit
{
  StafetChangesetKind kind;
  StafetEditFunc func;
  gpointer arguments;
  GDestroyNotify destroy;
  StafetChangeset *changeset; /* once evaluated */
  guint tries;
};

StafetEdit *
stafet_edit_new (StafetChangesetKind kind, StafetEditFunc func, gpointer arguments, GDestroyNotify destroy)
{
  StafetEdit *edit = g_new0 (StafetEdit, 1);

  edit->kind = kind;
  edit->func = func;
  edit->arguments = arguments;
  edit->destroy = destroy;
  return edit;
}

void
stafet_edit_free (StafetEdit *edit)
{
  if (edit->destroy != NULL)
    edit->destroy (edit->arguments);
  g_clear_pointer (&edit->changeset, stafet_changeset_unref);
  g_free (edit);
}

void
stafet_outcome_free (StafetOutcome *outcome)
{
  g_free (outcome->label);
  g_ptr_array_unref (outcome->warnings);
  g_free (outcome);
}

/* ——— GObject ——— */

static void
stafet_plan_finalize (GObject *object)
{
  StafetPlan *self = STAFET_PLAN (object);

  g_queue_clear_full (&self->queue, g_object_unref);
  for (int kind = 0; kind < STAFET_N_KINDS; kind++)
    g_clear_object (&self->lists[kind]);
  g_ptr_array_unref (self->warnings);
  stafet_snapshot_unref (self->snapshot);
  g_clear_pointer (&self->trial, stafet_trial_free);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (stafet_plan_parent_class)->finalize (object);
}

static void
stafet_plan_class_init (StafetPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stafet_plan_finalize;
  /* (StafetChangeset *): borrowed during the emission. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
stafet_plan_init (StafetPlan *self)
{
  self->snapshot = stafet_snapshot_new ();
  self->warnings = g_ptr_array_new_with_free_func (g_free);
}

/* ——— Loading ——— */

static void
load_row_cb (StafetRecord *record, gpointer data)
{
  stafet_snapshot_put (data, record);
  g_object_unref (record);
}

static gboolean
load (StafetPlan *self, GError **error)
{
  StafetInstant at;

  self->since = stafet_clock_today (self->clock) - DAYS_LOADED;
  self->data_version = stafet_store_data_version (self->store);
  if (!stafet_store_read_head (self->store, &self->head, &at, error))
    return FALSE;
  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    if (!stafet_store_load (self->store, (StafetKind) kind, self->since, load_row_cb, self->snapshot, error))
      return FALSE;
  return TRUE;
}

static void
follow_settings (StafetPlan *self)
{
  const StafetSettings *settings = stafet_snapshot_settings (self->snapshot);
  const StafetZone *now = stafet_clock_get_zone (self->clock);
  g_autoptr (StafetZone) zone = NULL;

  /* What a worker has borrowed stays, as long as the name does. */
  if (strcmp (settings->zone, stafet_zone_get_name (now)) == 0)
    return;
  zone = stafet_zone_new (settings->zone, NULL);
  if (zone != NULL)
    stafet_clock_set_zone (self->clock, zone);
}

StafetPlan *
stafet_plan_new (StafetStore *store, StafetClock *clock, GError **error)
{
  g_autoptr (StafetPlan) self = g_object_new (STAFET_TYPE_PLAN, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  if (!load (self, error))
    return NULL;
  follow_settings (self);
  return g_steal_pointer (&self);
}

/* ——— Reading ——— */

StafetStore *
stafet_plan_get_store (StafetPlan *self)
{
  return self->store;
}

StafetClock *
stafet_plan_get_clock (StafetPlan *self)
{
  return self->clock;
}

StafetSnapshot *
stafet_plan_get_snapshot (StafetPlan *self)
{
  return self->snapshot;
}

StafetDate
stafet_plan_get_since (StafetPlan *self)
{
  return self->since;
}

gint64
stafet_plan_get_head (StafetPlan *self)
{
  return self->head;
}

GListModel *
stafet_plan_get_list (StafetPlan *self, StafetKind kind)
{
  if (self->lists[kind] == NULL)
    self->lists[kind] = stafet_record_list_new (stafet_snapshot_all (self->snapshot, kind));
  return G_LIST_MODEL (self->lists[kind]);
}

void
stafet_plan_warn (StafetPlan *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (self->warnings, g_strdup_vprintf (format, args));
  va_end (args);
}

/* ——— Absorbing ——— */

static void
update_list (StafetPlan *self, const StafetChange *change)
{
  StafetRecordList *list = self->lists[change->kind];

  if (list == NULL)
    return;
  if (change->operation == STAFET_CHANGE_DELETE)
    stafet_record_list_remove (list, change->uid);
  else
    stafet_record_list_put (list, stafet_snapshot_get (self->snapshot, change->kind, change->uid));
}

/* So many changes of a kind are told to its list as one. */
#define MANY 64

static void
update_lists (StafetPlan *self, const StafetChangeset *changeset)
{
  guint counts[STAFET_N_KINDS] = { 0 };

  for (guint i = 0; i < stafet_changeset_length (changeset); i++)
    counts[stafet_changeset_get (changeset, i)->kind]++;
  for (int kind = 0; kind < STAFET_N_KINDS; kind++)
    if (counts[kind] > MANY && self->lists[kind] != NULL)
      stafet_record_list_renew (self->lists[kind], stafet_snapshot_all (self->snapshot, (StafetKind) kind));
  for (guint i = 0; i < stafet_changeset_length (changeset); i++)
    if (counts[stafet_changeset_get (changeset, i)->kind] <= MANY)
      update_list (self, stafet_changeset_get (changeset, i));
}

/* Booked records were replaced by copies with a higher booking version. */
static void
update_booked (StafetPlan *self, const StafetBooking *booking)
{
  gpointer record = stafet_snapshot_get (self->snapshot, booking->kind, booking->uid);

  if (self->lists[booking->kind] != NULL && record != NULL)
    stafet_record_list_put (self->lists[booking->kind], record);
}

static void
absorb (StafetPlan *self, StafetChangeset *changeset)
{
  StafetSnapshot *next = stafet_snapshot_copy (self->snapshot);

  /* Dropping ours first lets an unshared snapshot be written in place. */
  stafet_snapshot_unref (self->snapshot);
  self->snapshot = next;
  stafet_snapshot_apply (next, changeset);
  self->head = MAX (self->head, changeset->id);
  update_lists (self, changeset);
  for (guint i = 0; i < changeset->bookings->len; i++)
    update_booked (self, &g_array_index (changeset->bookings, StafetBooking, i));
  follow_settings (self);
  g_signal_emit (self, signals[CHANGED], 0, changeset);
}

/* What was made and erased before it was read: nobody can say any more what it was. */
static gboolean
is_blanked (const StafetLogEntry *entry)
{
  for (guint i = 0; i < entry->rows->len; i++)
    {
      const StafetLogRow *row = g_ptr_array_index (entry->rows, i);

      if (!stafet_log_is_kept (row->after))
        return TRUE;
    }
  return FALSE;
}

/* A restored backup stands in the log as an entry without rows: nothing known before it holds any more. */
static gboolean
must_load_anew (const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const StafetLogEntry *entry = g_ptr_array_index (entries, i);

      if ((entry->kind == STAFET_CHANGESET_SYSTEM && entry->rows->len == 0) || is_blanked (entry))
        return TRUE;
    }
  return FALSE;
}

static gboolean
reload (StafetPlan *self, GError **error)
{
  g_autoptr (StafetSnapshot) old = self->snapshot;
  g_autoptr (StafetChangeset) everything = stafet_changeset_new (STAFET_CHANGESET_SYSTEM);

  self->snapshot = stafet_snapshot_new ();
  if (!load (self, error))
    {
      stafet_snapshot_unref (self->snapshot);
      self->snapshot = g_steal_pointer (&old);
      return FALSE;
    }
  for (int kind = 1; kind < STAFET_N_KINDS; kind++)
    if (self->lists[kind] != NULL)
      stafet_record_list_renew (self->lists[kind], stafet_snapshot_all (self->snapshot, (StafetKind) kind));
  follow_settings (self);
  g_signal_emit (self, signals[CHANGED], 0, everything);
  return TRUE;
}

gboolean
stafet_plan_refresh (StafetPlan *self, gboolean *changed, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  gint64 version;

  if (changed != NULL)
    *changed = FALSE;
  /* A worker reads the snapshot: what others wrote is read when it is done. A trial goes its own way. */
  if (self->working || self->trial != NULL)
    return TRUE;
  version = stafet_store_data_version (self->store);
  if (version == self->data_version)
    return TRUE;
  entries = stafet_store_read_log_since (self->store, self->head, error);
  if (entries == NULL)
    return FALSE;
  if (changed != NULL)
    *changed = entries->len > 0;
  if (must_load_anew (entries))
    return reload (self, error);
  self->data_version = version;
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (StafetChangeset) changeset =
        stafet_log_replay (self->snapshot, g_ptr_array_index (entries, i), error);

      if (changeset == NULL)
        return FALSE;
      absorb (self, changeset);
    }
  return TRUE;
}

/* ——— Editing ——— */

/* An edit without rows has changed nothing, whatever it was prepared to book. */
static gboolean
is_empty (const StafetChangeset *changeset)
{
  return stafet_changeset_length (changeset) == 0 && !stafet_changeset_forgets (changeset)
         && (changeset->bookings->len == 0 || changeset->kind == STAFET_CHANGESET_EDIT);
}

static gboolean
evaluate (StafetPlan *self, StafetEdit *edit, GError **error)
{
  g_clear_pointer (&edit->changeset, stafet_changeset_unref);
  g_ptr_array_set_size (self->warnings, 0);
  edit->changeset = stafet_changeset_new (edit->kind);
  if (!edit->func (self, edit->arguments, edit->changeset, error))
    return FALSE;
  if (is_empty (edit->changeset))
    return TRUE;
  if (!stafet_foreign_check (self->snapshot, edit->changeset, error))
    return FALSE;
  edit->changeset->base = self->head;
  if (self->trial != NULL)
    return stafet_trial_take (self->trial, edit->changeset, stafet_clock_instant (self->clock), error);
  return stafet_store_apply (self->store, edit->changeset, stafet_clock_instant (self->clock), error);
}

static StafetUid
first_created (const StafetChangeset *changeset)
{
  if (changeset->created != NULL)
    return changeset->created;
  for (guint i = 0; i < stafet_changeset_length (changeset); i++)
    if (stafet_changeset_get (changeset, i)->operation == STAFET_CHANGE_INSERT)
      return stafet_changeset_get (changeset, i)->uid;
  return NULL;
}

static StafetOutcome *
outcome_of (StafetPlan *self, const StafetEdit *edit)
{
  StafetOutcome *outcome = g_new0 (StafetOutcome, 1);

  outcome->id = edit->changeset->id;
  outcome->label = g_strdup (edit->changeset->label);
  outcome->created = first_created (edit->changeset);
  outcome->warnings = g_steal_pointer (&self->warnings);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  return outcome;
}

/* What another wrote just before is read first, in the order of the log. */
static void
absorb_own (StafetPlan *self, StafetChangeset *changeset)
{
  if (changeset->id == self->head + 1)
    {
      absorb (self, changeset);
      return;
    }
  /* Should the log not be readable now, the next refresh reads it. */
  self->data_version = -1;
  stafet_plan_refresh (self, NULL, NULL);
}

/* Each time somebody else got through: there is an end to it. */
#define MOST_TRIES 100

/* After a commit, or a failure: in the plan's own context. TRUE: evaluate once more. */
static gboolean
settle (StafetPlan *self, StafetEdit *edit, gboolean committed, GError **error)
{
  if (committed)
    {
      if (edit->changeset->id != 0)
        absorb_own (self, edit->changeset);
      return FALSE;
    }
  if (++edit->tries >= MOST_TRIES
      || !(g_error_matches (*error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_BEHIND)
           || g_error_matches (*error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_BOOKING)))
    return FALSE;
  if (!stafet_plan_refresh (self, NULL, NULL))
    return FALSE;
  g_clear_error (error);
  return TRUE;
}

StafetOutcome *
stafet_plan_edit (StafetPlan *self, StafetEdit *edit, GError **error)
{
  g_autoptr (StafetEdit) owned = edit;
  g_autoptr (GError) problem = NULL;
  gboolean committed, again;

  while (!g_queue_is_empty (&self->queue))
    g_main_context_iteration (NULL, TRUE);
  if (!stafet_plan_refresh (self, NULL, error))
    return NULL;
  do
    {
      committed = evaluate (self, edit, &problem);
      again = settle (self, edit, committed, &problem);
    }
  while (again);
  if (committed)
    return outcome_of (self, edit);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/* ——— Drafts ——— */

static char *
draft_key (StafetPlan *self, const char *key)
{
  return g_strdup_printf ("draft/%s/%s", stafet_store_get_author (self->store), key);
}

typedef struct
{
  char *key, *text;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->key);
  g_free (draft->text);
  g_free (draft);
}

/* Changes nothing that the history knows of. */
static gboolean
draft_func (StafetPlan *self, gpointer arguments, StafetChangeset *changeset, GError **error)
{
  const Draft *draft = arguments;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *note = draft_key (self, draft->key);
  g_autofree char *old = stafet_store_read_note (self->store, note, NULL);

  (void) changeset;
  return g_strcmp0 (old, draft->text) == 0
         || stafet_store_remember (self->store, none, note, draft->text, error);
}

StafetEdit *
stafet_edit_keep_draft (const char *key, const char *text)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->key = g_strdup (key);
  draft->text = g_strdup (text);
  return stafet_edit_new (STAFET_CHANGESET_SYSTEM, draft_func, draft, draft_free);
}

char *
stafet_plan_read_draft (StafetPlan *self, const char *key)
{
  g_autofree char *note = draft_key (self, key);
  char *text = stafet_store_read_note (self->store, note, NULL);

  return text != NULL ? text : g_strdup ("");
}

GPtrArray *
stafet_plan_list_drafts (StafetPlan *self)
{
  g_autofree char *prefix = draft_key (self, "");
  GPtrArray *keys = stafet_store_list_notes (self->store, prefix, NULL);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      char *key = g_strdup ((char *) keys->pdata[i] + strlen (prefix));

      g_free (keys->pdata[i]);
      keys->pdata[i] = key;
    }
  return keys != NULL ? keys : g_ptr_array_new_with_free_func (g_free);
}

/* ——— Trying ——— */

StafetPlan *
stafet_plan_new_scratch (StafetPlan *self)
{
  StafetPlan *scratch = g_object_new (STAFET_TYPE_PLAN, NULL);

  scratch->store = g_object_ref (self->store);
  scratch->clock = stafet_clock_copy (self->clock);
  stafet_snapshot_unref (scratch->snapshot);
  scratch->snapshot = stafet_snapshot_copy (self->snapshot);
  scratch->since = self->since;
  scratch->head = self->head;
  scratch->data_version = self->data_version;
  scratch->tried = self->tried;
  return scratch;
}

StafetPlan *
stafet_plan_new_trial (StafetPlan *self)
{
  StafetPlan *plan = stafet_plan_new_scratch (self);

  plan->trial = stafet_trial_new (self->snapshot, self->head);
  plan->tried = TRUE;
  return plan;
}

gboolean
stafet_plan_is_tried (StafetPlan *self)
{
  return self->tried;
}

const StafetTrial *
stafet_plan_get_trial (StafetPlan *self)
{
  return self->trial;
}

gboolean
stafet_plan_try (StafetPlan *scratch, StafetEdit *edit, StafetChangeset *into, StafetUid *created,
                 GError **error)
{
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (edit->kind);
  guint warned = scratch->warnings->len;

  if (!edit->func (scratch, edit->arguments, changeset, error))
    {
      g_ptr_array_set_size (scratch->warnings, (int) warned);
      return FALSE;
    }
  stafet_snapshot_apply (scratch->snapshot, changeset);
  if (*into->label == '\0' && stafet_changeset_length (changeset) > 0)
    stafet_changeset_set_label (into, "%s", changeset->label);
  if (created != NULL)
    *created = first_created (changeset);
  stafet_changeset_merge (into, changeset);
  return TRUE;
}

void
stafet_plan_take_warnings (StafetPlan *self, StafetPlan *scratch)
{
  for (guint i = 0; i < scratch->warnings->len; i++)
    g_ptr_array_add (self->warnings, g_strdup (g_ptr_array_index (scratch->warnings, i)));
  g_ptr_array_set_size (scratch->warnings, 0);
}

GPtrArray *
stafet_plan_steal_warnings (StafetPlan *scratch)
{
  GPtrArray *warnings = g_steal_pointer (&scratch->warnings);

  scratch->warnings = g_ptr_array_new_with_free_func (g_free);
  return warnings;
}

static void run_next (StafetPlan *self);

static void
worker_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  (void) source;
  (void) cancellable;
  if (evaluate (stafet_task_get_owner (task), data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetPlan *self = STAFET_PLAN (source);
  g_autoptr (GTask) task = g_object_ref (g_queue_peek_head (&self->queue));
  g_autoptr (GError) error = NULL;
  StafetEdit *edit = g_task_get_task_data (task);
  gboolean committed = g_task_propagate_boolean (G_TASK (result), &error);

  (void) data;
  self->working = FALSE;
  /* It keeps its place meanwhile: who is told of the change may have an edit of its own. */
  if (!settle (self, edit, committed, &error))
    {
      g_object_unref (g_queue_pop_head (&self->queue));
      if (committed)
        g_task_return_pointer (task, outcome_of (self, edit), (GDestroyNotify) stafet_outcome_free);
      else
        g_task_return_error (task, g_steal_pointer (&error));
    }
  run_next (self);
}

/* Starts the edit at the head of the queue, unless it is under way. */
static void
run_next (StafetPlan *self)
{
  GTask *task = g_queue_peek_head (&self->queue);
  g_autoptr (GTask) work = NULL;

  if (task == NULL || self->working)
    return;
  work = stafet_task_new (self, NULL, worked_cb, NULL);
  g_task_set_task_data (work, g_task_get_task_data (task), NULL);
  self->working = TRUE;
  g_task_run_in_thread (work, worker_cb);
}

/* So many changes take long to forget, too: that is done in a thread. */
#define LONG_CHANGESET 1000

static gpointer
forget_thread (gpointer edit)
{
  stafet_edit_free (edit);
  return NULL;
}

static void
forget_edit (gpointer data)
{
  StafetEdit *edit = data;

  if (edit->changeset != NULL && stafet_changeset_length (edit->changeset) > LONG_CHANGESET)
    g_thread_unref (g_thread_new ("forget-edit", forget_thread, edit));
  else
    stafet_edit_free (edit);
}

void
stafet_plan_edit_async (StafetPlan *self, StafetEdit *edit, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_task_data (task, edit, forget_edit);
  g_queue_push_tail (&self->queue, task);
  if (g_queue_get_length (&self->queue) == 1)
    run_next (self);
}

StafetOutcome *
stafet_plan_edit_finish (StafetPlan *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ——— Undo and redo ——— */

static gboolean
undo_func (StafetPlan *self, gpointer arguments, StafetChangeset *changeset, GError **error)
{
  g_autoptr (StafetLogEntry) entry = NULL;

  (void) arguments;
  if (self->trial != NULL)
    return stafet_trial_fill_undo (self->trial, changeset, error);
  entry = stafet_store_read_undo (self->store, 0, error);
  if (entry == NULL)
    return FALSE;
  changeset->target = entry->id;
  stafet_changeset_set_label (changeset, "%s", entry->label);
  return stafet_log_invert (self->snapshot, entry, changeset, error);
}

static gboolean
redo_func (StafetPlan *self, gpointer arguments, StafetChangeset *changeset, GError **error)
{
  g_autoptr (StafetLogEntry) entry = NULL;

  (void) arguments;
  if (self->trial != NULL)
    return stafet_trial_fill_redo (self->trial, changeset, error);
  entry = stafet_store_read_redo (self->store, 0, error);
  if (entry == NULL)
    return FALSE;
  changeset->target = entry->id;
  stafet_changeset_set_label (changeset, "%s", entry->label);
  return stafet_log_repeat (self->snapshot, entry, changeset, error);
}

StafetEdit *
stafet_edit_undo (void)
{
  return stafet_edit_new (STAFET_CHANGESET_UNDO, undo_func, NULL, NULL);
}

StafetEdit *
stafet_edit_redo (void)
{
  return stafet_edit_new (STAFET_CHANGESET_REDO, redo_func, NULL, NULL);
}

char *
stafet_plan_peek_undo (StafetPlan *self)
{
  g_autoptr (StafetLogEntry) entry = NULL;

  if (self->trial != NULL)
    return stafet_trial_length (self->trial) > 0
             ? g_strdup (stafet_trial_get_label (self->trial, stafet_trial_length (self->trial) - 1))
             : NULL;
  entry = stafet_store_read_undo (self->store, 1, NULL);
  return entry != NULL ? g_strdup (entry->label) : NULL;
}

char *
stafet_plan_peek_redo (StafetPlan *self)
{
  g_autoptr (StafetLogEntry) entry = NULL;

  if (self->trial != NULL)
    return g_strdup (stafet_trial_get_label (self->trial, stafet_trial_length (self->trial)));
  entry = stafet_store_read_redo (self->store, 1, NULL);
  return entry != NULL ? g_strdup (entry->label) : NULL;
}
