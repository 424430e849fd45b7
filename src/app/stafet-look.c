/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A snapshot and a question, kept for a thread.
 */
#include "stafet-look.h"

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
  g_clear_pointer (&self->houses, g_hash_table_unref);
  g_free (self);
}
