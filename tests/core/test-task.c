/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds work in a thread to ending its owner where it began.
 */
#include "core/stafet-task.h"

static GThread *here;
static guint ended;
static guint ended_elsewhere;

static void
ended_cb (gpointer data, GObject *object)
{
  (void) data;
  (void) object;
  ended++;
  if (g_thread_self () != here)
    ended_elsewhere++;
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  (void) cancellable;
  g_assert_null (source);
  g_task_return_pointer (task, stafet_task_get_owner (task) == data ? data : NULL, NULL);
}

static void
worked_cb (GObject *owner, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_thread_self () == here);
  g_assert_true (g_task_propagate_pointer (G_TASK (result), NULL) == (gpointer) owner);
  *(gboolean *) data = TRUE;
}

/* With GTask alone every eighth ends in the worker. */
static void
owners_end_where_they_began (void)
{
  here = g_thread_self ();
  for (guint i = 0; i < 20000; i++)
    {
      gboolean worked = FALSE;
      GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
      g_autoptr (GTask) task = stafet_task_new (owner, NULL, worked_cb, &worked);

      g_object_weak_ref (owner, ended_cb, NULL);
      g_task_set_task_data (task, owner, NULL);
      g_object_unref (owner);
      g_task_run_in_thread (task, work);
      g_clear_object (&task);
      while (!worked)
        g_main_context_iteration (NULL, TRUE);
      /* At once, and not when the worker comes round to it. */
      g_assert_cmpuint (ended, ==, i + 1);
    }
  g_assert_cmpuint (ended_elsewhere, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/task/owners-end-where-they-began", owners_end_where_they_began);
  return g_test_run ();
}
