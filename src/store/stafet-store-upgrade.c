/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives a store of an older program the steps it lacks, behind a copy of what it was.
 */
#include "stafet-schema.h"
#include "stafet-store-posix.h"
#include "stafet-store-private.h"

#include <glib/gstdio.h>

static int
schema_of (const char *path, GError **error)
{
  g_autoptr (StafetStore) store = stafet_store_open_untouched (path, error);

  return store != NULL ? store->schema : 0;
}

/* Another program may have been faster: then what was copied is no store from before the step, and the other
 * one's copy stands. */
static gboolean
keep_copy (StafetStore *self, const char *made, const char *copy, GError **error)
{
  int schema = schema_of (made, error);

  if (schema == self->schema)
    return stafet_store_rename_over (made, copy, error) && stafet_posix_sync (copy, error);
  g_unlink (made);
  return schema != 0;
}

gboolean
stafet_store_upgrade (StafetStore *self, GError **error)
{
  g_autofree char *folder = g_strconcat (self->path, ".backups", NULL);
  g_autofree char *name = g_strdup_printf ("before-step-%d.db", self->schema + 1);
  g_autofree char *copy = g_build_filename (folder, name, NULL);
  g_autofree char *made = g_strdup_printf ("%s.%s", copy, stafet_uid_new ());

  if (self->schema >= STAFET_SCHEMA_VERSION)
    return TRUE;
  g_mkdir_with_parents (folder, 0700);
  if (!stafet_store_backup (self, made, error) || !keep_copy (self, made, copy, error)
      || !stafet_schema_upgrade (self->connection, self->schema, error))
    return FALSE;
  self->schema = STAFET_SCHEMA_VERSION;
  return stafet_subjects_catch_up (self, error);
}
