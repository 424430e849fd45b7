/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A snapshot and a question, kept for a thread, and one thread at a time for a page.
 */
#include "stafet-look.h"

#include "core/stafet-task.h"

/* The desk's set changes under the thread's hands. */
static void
keep_houses (StafetLook *self)
{
  GHashTableIter iter;
  gpointer uid;

  if (self->query.houses == NULL)
    return;
  self->houses = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, self->query.houses);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    g_hash_table_add (self->houses, uid);
  self->query.houses = self->houses;
}

StafetLook *
stafet_look_new (StafetDesk *desk, const StafetAgendaQuery *query)
{
  StafetLook *self = g_new0 (StafetLook, 1);
  const StafetTrial *trial = stafet_plan_get_trial (stafet_desk_get_plan (desk));

  if (trial != NULL)
    self->before = stafet_snapshot_ref (stafet_trial_get_before (trial));
  self->snapshot = stafet_snapshot_ref (stafet_desk_get_snapshot (desk));
  self->query = *query;
  self->now = stafet_desk_now (desk);
  keep_houses (self);
  return self;
}

void
stafet_look_free (StafetLook *self)
{
  stafet_snapshot_unref (self->snapshot);
  g_clear_pointer (&self->before, stafet_snapshot_unref);
  g_clear_pointer (&self->houses, g_hash_table_unref);
  g_free (self);
}

/* ——— For a page ——— */

/* Of a page while a thread is at it: whether it has to look once more. */
#define AGAIN "stafet-look-again"

enum
{
  LOOKING = 1,
  ONCE_MORE
};

typedef struct
{
  StafetLook *look; /* owned */
  const StafetLookKind *kind;
} Search;

static void
search_free (gpointer data)
{
  stafet_look_free (((Search *) data)->look);
  g_free (data);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Search *search = data;

  (void) source;
  (void) cancellable;
  g_task_return_pointer (task, search->kind->find (search->look), search->kind->free);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  const Search *search = g_task_get_task_data (G_TASK (result));
  gboolean again = GPOINTER_TO_INT (g_object_get_data (source, AGAIN)) == ONCE_MORE;
  gpointer found = g_task_propagate_pointer (G_TASK (result), NULL);

  (void) data;
  g_object_set_data (source, AGAIN, NULL);
  if (gtk_widget_get_root (GTK_WIDGET (source)) == NULL || again)
    search->kind->free (found);
  else
    search->kind->show (STAFET_PAGE (source), found);
  if (again && gtk_widget_get_root (GTK_WIDGET (source)) != NULL)
    stafet_page_refresh (STAFET_PAGE (source));
}

void
stafet_look_run (StafetPage *page, const StafetAgendaQuery *query, const StafetLookKind *kind)
{
  gboolean looking = g_object_get_data (G_OBJECT (page), AGAIN) != NULL;
  g_autoptr (GTask) task = NULL;
  Search *search;

  g_object_set_data (G_OBJECT (page), AGAIN, GINT_TO_POINTER (looking ? ONCE_MORE : LOOKING));
  if (looking)
    return;
  search = g_new (Search, 1);
  *search = (Search){ stafet_look_new (stafet_page_get_desk (page), query), kind };
  task = stafet_task_new (page, NULL, looked_cb, NULL);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, look_thread);
}
