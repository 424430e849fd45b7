/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A connection to a database engine, as small as the store needs it: so that another engine can take
 * SQLite's place.
 *
 * Statements are SQL with $1 … $n parameters and only INTEGER and TEXT values.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define STAFET_TYPE_CONNECTION (stafet_connection_get_type ())
G_DECLARE_DERIVABLE_TYPE (StafetConnection, stafet_connection, STAFET, CONNECTION, GObject)

/* A prepared statement: owned by its connection, which keeps it for the next time. */
typedef struct _StafetStatement StafetStatement;

typedef enum
{
  STAFET_STEP_ROW,
  STAFET_STEP_DONE,
  STAFET_STEP_ERROR
} StafetStep;

struct _StafetConnectionClass
{
  GObjectClass parent_class;

  gboolean (*execute) (StafetConnection *self, const char *sql, GError **error);
  StafetStatement *(*prepare) (StafetConnection *self, const char *sql, GError **error);
  void (*bind_integer) (StafetStatement *statement, int parameter, gint64 value);
  void (*bind_text) (StafetStatement *statement, int parameter, const char *text);
  void (*bind_null) (StafetStatement *statement, int parameter);
  StafetStep (*step) (StafetConnection *self, StafetStatement *statement, GError **error);
  void (*reset) (StafetStatement *statement);
  gboolean (*is_null) (StafetStatement *statement, int column);
  gint64 (*get_integer) (StafetStatement *statement, int column);
  const char *(*get_text) (StafetStatement *statement, int column);
  gint64 (*changed_rows) (StafetConnection *self);
  gint64 (*data_version) (StafetConnection *self);
  void (*cut_off) (StafetConnection *self);
  gboolean (*backup) (StafetConnection *self, const char *path, GError **error);
  GPtrArray *(*check) (StafetConnection *self, GError **error);
};

/* Errors are STAFET_STORE_ERROR. */
gboolean stafet_connection_execute (StafetConnection *self, const char *sql, GError **error);
gboolean stafet_connection_begin (StafetConnection *self, GError **error);
gboolean stafet_connection_commit (StafetConnection *self, GError **error);
void stafet_connection_rollback (StafetConnection *self);
StafetStatement *stafet_connection_prepare (StafetConnection *self, const char *sql, GError **error);
/* Parameters count from 1, columns from 0. Text is copied. */
void stafet_connection_bind_integer (StafetConnection *self, StafetStatement *statement, int parameter,
                                     gint64 value);
void stafet_connection_bind_text (StafetConnection *self, StafetStatement *statement, int parameter,
                                  const char *text);
void stafet_connection_bind_null (StafetConnection *self, StafetStatement *statement, int parameter);
/* DONE and ERROR reset the statement. */
StafetStep stafet_connection_step (StafetConnection *self, StafetStatement *statement, GError **error);
void stafet_connection_reset (StafetConnection *self, StafetStatement *statement);
gboolean stafet_connection_is_null (StafetConnection *self, StafetStatement *statement, int column);
gint64 stafet_connection_get_integer (StafetConnection *self, StafetStatement *statement, int column);
/* Valid until the next step. */
const char *stafet_connection_get_text (StafetConnection *self, StafetStatement *statement, int column);
/* Rows that the last statement wrote. */
gint64 stafet_connection_changed_rows (StafetConnection *self);
gint64 stafet_connection_data_version (StafetConnection *self);
/* Takes out of every file what commits have overwritten, as far as others who read let it. */
void stafet_connection_cut_off (StafetConnection *self);
/* A whole copy to a file that does not exist yet. */
gboolean stafet_connection_backup (StafetConnection *self, const char *path, GError **error);
/* Faults that the engine finds, a sentence each. */
GPtrArray *stafet_connection_check (StafetConnection *self, GError **error);
/* Prepares, steps once and resets: for statements without a result. */
gboolean stafet_connection_run (StafetConnection *self, StafetStatement *statement, GError **error);

G_END_DECLS
