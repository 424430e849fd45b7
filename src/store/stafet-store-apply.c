/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one way in: a changeset becomes rows and a log entry, in one transaction or not at all.
 */
#include "core/stafet-i18n.h"
#include "stafet-queries.h"
#include "stafet-store-private.h"

/* What state an entry is in: change_log.state. */
enum
{
  STATE_DONE,
  STATE_UNDONE,
  STATE_DROPPED /* undone, and a later edit took the place of its redo */
};

static StafetStatement *
prepare (StafetStore *self, const char *sql, GError **error)
{
  return stafet_connection_prepare (self->connection, sql, error);
}

/* ——— Conflicts ——— */

/* "2026-11-24 08:40" in the store's own zone. */
static char *
local_time (StafetStore *self, StafetInstant at)
{
  StafetStatement *statement = prepare (self, "SELECT \"zone\" FROM \"settings\"", NULL);
  g_autoptr (StafetZone) zone = NULL;
  char buffer[STAFET_WALL_SIZE];

  if (statement != NULL && stafet_connection_step (self->connection, statement, NULL) == STAFET_STEP_ROW)
    {
      zone = stafet_zone_new (stafet_connection_get_text (self->connection, statement, 0), NULL);
      stafet_connection_reset (self->connection, statement);
    }
  if (zone == NULL)
    zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);
  return g_strdelimit (g_strdup (stafet_wall_write (stafet_zone_to_wall (zone, at), buffer)), "T", ' ');
}

static gboolean
report_conflict (StafetStore *self, const StafetChange *change, GError **error)
{
  static const char sql[] = "SELECT author, at FROM change_log JOIN change_row ON log = id "
                            "WHERE kind_name = $1 AND uid = $2 ORDER BY id DESC LIMIT 1";
  StafetStatement *statement = prepare (self, sql, error);
  g_autofree char *author = NULL, *at = NULL;

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_text (self->connection, statement, 1, stafet_kind_get_name (change->kind));
  stafet_connection_bind_text (self->connection, statement, 2, change->uid);
  if (stafet_connection_step (self->connection, statement, NULL) == STAFET_STEP_ROW)
    {
      author = g_strdup (stafet_connection_get_text (self->connection, statement, 0));
      at = local_time (self, stafet_connection_get_integer (self->connection, statement, 1));
      stafet_connection_reset (self->connection, statement);
    }
  g_set_error (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT,
               _ ("“%s” was changed meanwhile by %s (%s). Look at it again before you change it."),
               stafet_record_get_label (change->before != NULL ? change->before : change->after),
               author != NULL ? author : "?", at != NULL ? at : "?");
  return FALSE;
}

/* ——— Rows ——— */

static gboolean
run_counted (StafetStore *self, StafetStatement *statement, const StafetChange *change, GError **error)
{
  if (!stafet_connection_run (self->connection, statement, error))
    return FALSE;
  return stafet_connection_changed_rows (self->connection) == 1 || report_conflict (self, change, error);
}

static gboolean
write_row (StafetStore *self, const StafetChange *change, GError **error)
{
  const StafetRecordInfo *info = stafet_record_info (change->kind);
  g_autofree char *sql = NULL;
  StafetStatement *statement;
  int next;

  switch (change->operation)
    {
    case STAFET_CHANGE_INSERT:
      sql = stafet_query_insert (info);
      break;
    case STAFET_CHANGE_UPDATE:
      sql = stafet_query_update (info);
      break;
    default:
      sql = stafet_query_delete (info);
    }
  statement = prepare (self, sql, error);
  if (statement == NULL)
    return FALSE;
  if (change->operation == STAFET_CHANGE_DELETE)
    {
      stafet_connection_bind_text (self->connection, statement, 1, change->uid);
      stafet_connection_bind_integer (self->connection, statement, 2, change->before->version);
      return run_counted (self, statement, change, error);
    }
  next = stafet_query_bind (self->connection, statement, change->after);
  if (change->operation == STAFET_CHANGE_UPDATE)
    stafet_connection_bind_integer (self->connection, statement, next, change->before->version);
  return run_counted (self, statement, change, error);
}

static gboolean
bump_booking (StafetStore *self, const StafetBooking *booking, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET booking_version = booking_version + 1 "
                                          "WHERE uid = $1 AND booking_version = $2",
                                          stafet_record_info (booking->kind)->table);
  StafetStatement *statement = prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_text (self->connection, statement, 1, booking->uid);
  stafet_connection_bind_integer (self->connection, statement, 2, booking->expected);
  if (!stafet_connection_run (self->connection, statement, error))
    return FALSE;
  if (stafet_connection_changed_rows (self->connection) == 1)
    return TRUE;
  g_set_error_literal (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_BOOKING,
                       _ ("Somebody booked the same person or room a moment ago. Look at the plan again."));
  return FALSE;
}

/* ——— The log ——— */

static void
bind_image (StafetStore *self, StafetStatement *statement, int at, gpointer record, gpointer against)
{
  g_autoptr (GVariant) image = record != NULL ? stafet_record_image (record, against) : NULL;
  g_autofree char *text = image != NULL ? stafet_image_write (image) : NULL;

  if (text != NULL)
    stafet_connection_bind_text (self->connection, statement, at, text);
  else
    stafet_connection_bind_null (self->connection, statement, at);
}

static gboolean
log_row (StafetStore *self, gint64 id, guint position, const StafetChange *change, GError **error)
{
  static const char sql[] =
    "INSERT INTO change_row (log, position, kind_name, uid, operation, before, after) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)";
  StafetStatement *statement = prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_integer (self->connection, statement, 1, id);
  stafet_connection_bind_integer (self->connection, statement, 2, position);
  stafet_connection_bind_text (self->connection, statement, 3, stafet_kind_get_name (change->kind));
  stafet_connection_bind_text (self->connection, statement, 4, change->uid);
  stafet_connection_bind_integer (self->connection, statement, 5, change->operation);
  bind_image (self, statement, 6, change->before, change->after);
  bind_image (self, statement, 7, change->after, change->before);
  return stafet_connection_run (self->connection, statement, error);
}

static gboolean
log_booking (StafetStore *self, gint64 id, const StafetBooking *booking, GError **error)
{
  static const char sql[] =
    "INSERT INTO change_booking (log, kind_name, uid, expected) VALUES ($1, $2, $3, $4)";
  StafetStatement *statement = prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_integer (self->connection, statement, 1, id);
  stafet_connection_bind_text (self->connection, statement, 2, stafet_kind_get_name (booking->kind));
  stafet_connection_bind_text (self->connection, statement, 3, booking->uid);
  stafet_connection_bind_integer (self->connection, statement, 4, booking->expected);
  return stafet_connection_run (self->connection, statement, error);
}

static gboolean
log_entry (StafetStore *self, const StafetChangeset *changeset, GError **error)
{
  static const char sql[] = "INSERT INTO change_log (id, at, author, label, kind, target, state) "
                            "VALUES ($1, $2, $3, $4, $5, $6, 0)";
  StafetStatement *statement = prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_integer (self->connection, statement, 1, changeset->id);
  stafet_connection_bind_integer (self->connection, statement, 2, changeset->at);
  stafet_connection_bind_text (self->connection, statement, 3, self->author);
  stafet_connection_bind_text (self->connection, statement, 4, changeset->label);
  stafet_connection_bind_integer (self->connection, statement, 5, changeset->kind);
  stafet_connection_bind_integer (self->connection, statement, 6, changeset->target);
  return stafet_connection_run (self->connection, statement, error);
}

static gboolean
refuse_state (GError **error)
{
  g_set_error_literal (
    error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT,
    _ ("That change was undone or redone already, from another window. Look at the history first."));
  return FALSE;
}

/* The author's own entry goes from one state to the other; that it is no more in the first is a conflict. */
static gboolean
move_target (StafetStore *self, gint64 target, int from, int to, GError **error)
{
  static const char sql[] =
    "UPDATE change_log SET state = $1 WHERE id = $2 AND author = $3 AND kind = 0 AND state = $4";
  StafetStatement *statement = prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_integer (self->connection, statement, 1, to);
  stafet_connection_bind_integer (self->connection, statement, 2, target);
  stafet_connection_bind_text (self->connection, statement, 3, self->author);
  stafet_connection_bind_integer (self->connection, statement, 4, from);
  if (!stafet_connection_run (self->connection, statement, error))
    return FALSE;
  return stafet_connection_changed_rows (self->connection) == 1 || refuse_state (error);
}

/* What an edit took back, if anything: 0. */
static gboolean
read_target (StafetStore *self, gint64 id, gint64 *target, GError **error)
{
  StafetStatement *statement =
    prepare (self, "SELECT target FROM change_log WHERE id = $1 AND kind = 0", error);
  StafetStep step;

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_integer (self->connection, statement, 1, id);
  step = stafet_connection_step (self->connection, statement, error);
  *target = step == STAFET_STEP_ROW ? stafet_connection_get_integer (self->connection, statement, 0) : 0;
  stafet_connection_reset (self->connection, statement);
  return step != STAFET_STEP_ERROR;
}

static gboolean
set_state (StafetStore *self, gint64 id, int state, GError **error)
{
  StafetStatement *statement =
    prepare (self, "UPDATE change_log SET state = $1 WHERE id = $2 AND kind = 0", error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_integer (self->connection, statement, 1, state);
  stafet_connection_bind_integer (self->connection, statement, 2, id);
  return stafet_connection_run (self->connection, statement, error);
}

/* An edit that took an older change back was undone, or done again: so that one is done again, or undone for
 * everybody, and so on with what that one took back in turn. */
static gboolean
follow_targets (StafetStore *self, gint64 id, gboolean undone, GError **error)
{
  gint64 target;

  for (;; id = target, undone = !undone)
    {
      if (!read_target (self, id, &target, error))
        return FALSE;
      if (target == 0)
        return TRUE;
      if (!set_state (self, target, undone ? STATE_DONE : STATE_DROPPED, error))
        return FALSE;
    }
}

/* Whoever made it: it can be undone no more by its author, nor redone. */
static gboolean
take_back_target (StafetStore *self, gint64 target, GError **error)
{
  static const char sql[] = "UPDATE change_log SET state = $1 WHERE id = $2 AND kind = 0 AND state = $3";
  StafetStatement *statement = prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_integer (self->connection, statement, 1, STATE_DROPPED);
  stafet_connection_bind_integer (self->connection, statement, 2, target);
  stafet_connection_bind_integer (self->connection, statement, 3, STATE_DONE);
  if (!stafet_connection_run (self->connection, statement, error))
    return FALSE;
  return stafet_connection_changed_rows (self->connection) == 1 ? follow_targets (self, target, TRUE, error)
                                                                : refuse_state (error);
}

static gboolean
drop_redo (StafetStore *self, GError **error)
{
  StafetStatement *statement =
    prepare (self, "UPDATE change_log SET state = $1 WHERE author = $2 AND state = $3", error);

  if (statement == NULL)
    return FALSE;
  stafet_connection_bind_integer (self->connection, statement, 1, STATE_DROPPED);
  stafet_connection_bind_text (self->connection, statement, 2, self->author);
  stafet_connection_bind_integer (self->connection, statement, 3, STATE_UNDONE);
  return stafet_connection_run (self->connection, statement, error);
}

/* Undo, redo and a new edit each move what the author may undo and redo next. */
static gboolean
move_states (StafetStore *self, const StafetChangeset *changeset, GError **error)
{
  switch (changeset->kind)
    {
    case STAFET_CHANGESET_UNDO:
      return move_target (self, changeset->target, STATE_DONE, STATE_UNDONE, error)
             && follow_targets (self, changeset->target, TRUE, error);
    case STAFET_CHANGESET_REDO:
      return move_target (self, changeset->target, STATE_UNDONE, STATE_DONE, error)
             && follow_targets (self, changeset->target, FALSE, error);
    case STAFET_CHANGESET_EDIT:
      return drop_redo (self, error)
             && (changeset->target == 0 || take_back_target (self, changeset->target, error));
    default:
      return TRUE;
    }
}

/* ——— Apply ——— */

/* What is remembered outside the history takes the id of the newest change. */
static gboolean
is_logged (const StafetChangeset *changeset)
{
  return changeset->kind != STAFET_CHANGESET_MEMORY;
}

/* Ids rise by one; an id that the changeset brings (a restored store's) is one that it must pass. */
static gboolean
take_id (StafetStore *self, StafetChangeset *changeset, GError **error)
{
  StafetInstant at;
  gint64 head;

  if (!stafet_store_read_head (self, &head, &at, error))
    return FALSE;
  if (is_logged (changeset) && changeset->base >= 0 && changeset->base != head)
    {
      g_set_error_literal (error, STAFET_STORE_ERROR, STAFET_STORE_ERROR_BEHIND,
                           _ ("Others change the plan at this very moment. Try again."));
      return FALSE;
    }
  changeset->id = MAX (changeset->id, head);
  if (!is_logged (changeset))
    return TRUE;
  changeset->id++;
  return log_entry (self, changeset, error);
}

static gboolean
write_bookings (StafetStore *self, const StafetChangeset *changeset, GError **error)
{
  for (guint i = 0; i < changeset->bookings->len; i++)
    {
      const StafetBooking *booking = &g_array_index (changeset->bookings, StafetBooking, i);

      if (!bump_booking (self, booking, error)
          || (is_logged (changeset) && !log_booking (self, changeset->id, booking, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_changes (StafetStore *self, const StafetChangeset *changeset, GError **error)
{
  for (guint i = 0; i < stafet_changeset_length (changeset); i++)
    {
      StafetChange *change = stafet_changeset_get (changeset, i);

      if (change->after != NULL)
        {
          change->after->version = changeset->id;
          change->after->changed = changeset->at;
        }
      if (!write_row (self, change, error)
          || (is_logged (changeset) && !log_row (self, changeset->id, i, change, error)))
        return FALSE;
    }
  return TRUE;
}

/* Nothing was committed: the records say so again. */
static void
take_back (StafetChangeset *changeset)
{
  changeset->id = 0;
  changeset->at = STAFET_INSTANT_NONE;
  for (guint i = 0; i < stafet_changeset_length (changeset); i++)
    {
      StafetChange *change = stafet_changeset_get (changeset, i);

      if (change->after == NULL)
        continue;
      change->after->version = change->before != NULL ? change->before->version : 0;
      change->after->changed = change->before != NULL ? change->before->changed : STAFET_INSTANT_NONE;
    }
}

gboolean
stafet_store_apply (StafetStore *self, StafetChangeset *changeset, StafetInstant at, GError **error)
{
  STAFET_STORE_LOCKED (self);

  if (stafet_store_refuse_writing (self, error) || !stafet_connection_begin (self->connection, error))
    return FALSE;
  changeset->at = at;
  if (take_id (self, changeset, error) && write_bookings (self, changeset, error)
      && write_changes (self, changeset, error) && move_states (self, changeset, error)
      && stafet_store_blank (self, changeset, error)
      && (!is_logged (changeset) || stafet_subjects_write (self, changeset, error))
      && stafet_connection_commit (self->connection, error))
    {
      if (stafet_changeset_forgets (changeset))
        stafet_connection_cut_off (self->connection);
      if (changeset->erased->len + changeset->for_good->len + changeset->withdrawn->len > 0)
        stafet_store_write_ledger (self);
      return TRUE;
    }
  stafet_connection_rollback (self->connection);
  take_back (changeset);
  return FALSE;
}
