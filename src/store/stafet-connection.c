/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The engine-independent face of a connection.
 */
#include "stafet-connection.h"

G_DEFINE_ABSTRACT_TYPE (StafetConnection, stafet_connection, G_TYPE_OBJECT)

#define CLASS(self) STAFET_CONNECTION_GET_CLASS (self)

static void
stafet_connection_class_init (StafetConnectionClass *klass)
{
  (void) klass;
}

static void
stafet_connection_init (StafetConnection *self)
{
  (void) self;
}

gboolean
stafet_connection_execute (StafetConnection *self, const char *sql, GError **error)
{
  return CLASS (self)->execute (self, sql, error);
}

gboolean
stafet_connection_begin (StafetConnection *self, GError **error)
{
  return stafet_connection_execute (self, "BEGIN IMMEDIATE", error);
}

gboolean
stafet_connection_commit (StafetConnection *self, GError **error)
{
  return stafet_connection_execute (self, "COMMIT", error);
}

void
stafet_connection_rollback (StafetConnection *self)
{
  stafet_connection_execute (self, "ROLLBACK", NULL);
}

StafetStatement *
stafet_connection_prepare (StafetConnection *self, const char *sql, GError **error)
{
  return CLASS (self)->prepare (self, sql, error);
}

void
stafet_connection_bind_integer (StafetConnection *self, StafetStatement *statement, int parameter,
                                gint64 value)
{
  CLASS (self)->bind_integer (statement, parameter, value);
}

void
stafet_connection_bind_text (StafetConnection *self, StafetStatement *statement, int parameter,
                             const char *text)
{
  CLASS (self)->bind_text (statement, parameter, text);
}

void
stafet_connection_bind_null (StafetConnection *self, StafetStatement *statement, int parameter)
{
  CLASS (self)->bind_null (statement, parameter);
}

StafetStep
stafet_connection_step (StafetConnection *self, StafetStatement *statement, GError **error)
{
  return CLASS (self)->step (self, statement, error);
}

void
stafet_connection_reset (StafetConnection *self, StafetStatement *statement)
{
  CLASS (self)->reset (statement);
}

gboolean
stafet_connection_is_null (StafetConnection *self, StafetStatement *statement, int column)
{
  return CLASS (self)->is_null (statement, column);
}

gint64
stafet_connection_get_integer (StafetConnection *self, StafetStatement *statement, int column)
{
  return CLASS (self)->get_integer (statement, column);
}

const char *
stafet_connection_get_text (StafetConnection *self, StafetStatement *statement, int column)
{
  return CLASS (self)->get_text (statement, column);
}

gint64
stafet_connection_changed_rows (StafetConnection *self)
{
  return CLASS (self)->changed_rows (self);
}

gint64
stafet_connection_data_version (StafetConnection *self)
{
  return CLASS (self)->data_version (self);
}

void
stafet_connection_cut_off (StafetConnection *self)
{
  CLASS (self)->cut_off (self);
}

gboolean
stafet_connection_backup (StafetConnection *self, const char *path, GError **error)
{
  return CLASS (self)->backup (self, path, error);
}

GPtrArray *
stafet_connection_check (StafetConnection *self, GError **error)
{
  return CLASS (self)->check (self, error);
}

gboolean
stafet_connection_run (StafetConnection *self, StafetStatement *statement, GError **error)
{
  StafetStep step = stafet_connection_step (self, statement, error);

  if (step == STAFET_STEP_ROW)
    stafet_connection_reset (self, statement);
  return step != STAFET_STEP_ERROR;
}
