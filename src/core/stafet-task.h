/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work in a thread on behalf of an object that must end in its own thread, as a widget must.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Like g_task_new(), for g_task_run_in_thread(). GTask's worker drops its reference to the task after the
 * answer was handed over: now and then as the last one, and with it the last one to the source, which would
 * end in the worker. Here the task has no source; @owner is kept beside it until @callback has returned, and
 * let go there. @callback gets @owner as its source; the thread gets NULL, and stafet_task_get_owner().
 * The task has to be run, or @owner is kept for ever. (transfer full) */
GTask *stafet_task_new (gpointer owner, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer data);

/* What the task is run for. (transfer none) */
gpointer stafet_task_get_owner (GTask *task);

G_END_DECLS
