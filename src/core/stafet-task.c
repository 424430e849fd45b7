/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work in a thread on behalf of an object that must end in its own thread.
 */
#include "stafet-task.h"

typedef struct
{
  GObject *owner; /* owned */
  GAsyncReadyCallback callback;
  gpointer data;
} Call;

#define CALL "stafet-task-call"

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;

  (void) source;
  call->callback (call->owner, result, call->data);
  g_object_unref (call->owner);
  g_free (call);
}

GTask *
stafet_task_new (gpointer owner, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  Call *call = g_new (Call, 1);
  GTask *task = g_task_new (NULL, cancellable, called_cb, call);

  *call = (Call){ g_object_ref (owner), callback, data };
  g_object_set_data (G_OBJECT (task), CALL, call);
  return task;
}

gpointer
stafet_task_get_owner (GTask *task)
{
  return ((const Call *) g_object_get_data (G_OBJECT (task), CALL))->owner;
}
