/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Queries from record tables.
 */
#include "stafet-queries.h"

#include <string.h>

#define EACH_FIELD(info, field) for (const StafetField *field = (info)->fields; field->name != NULL; field++)

static gboolean
is_integer (const StafetField *field)
{
  return field->type == STAFET_FIELD_INTEGER || field->type == STAFET_FIELD_HUNDREDTHS
         || field->type == STAFET_FIELD_FLAG;
}

static GString *
columns (const StafetRecordInfo *info, gboolean fields)
{
  GString *list = g_string_new ("\"uid\", \"version\", \"changed\"");

  if (info->books)
    g_string_append (list, ", \"booking_version\"");
  for (const StafetField *field = info->fields; fields && field->name != NULL; field++)
    g_string_append_printf (list, ", \"%s\"", field->name);
  return list;
}

/* A column that the store has not got reads as what its step would have filled in. */
static const char *
missing_value (const StafetField *field)
{
  if (field->type == STAFET_FIELD_TEXT)
    return "''";
  return field->type == STAFET_FIELD_FLAG ? "0" : "NULL";
}

static GString *
columns_at (const StafetRecordInfo *info, int schema)
{
  GString *list = columns (info, FALSE);

  EACH_FIELD (info, field)
    if (field->step <= schema)
      g_string_append_printf (list, ", \"%s\"", field->name);
    else
      g_string_append_printf (list, ", %s", missing_value (field));
  return list;
}

char *
stafet_query_select (const StafetRecordInfo *info, int schema, const char *where)
{
  g_autoptr (GString) list = columns_at (info, schema);

  return g_strdup_printf ("SELECT %s FROM \"%s\" %s ORDER BY %s%s%s\"uid\"", list->str, info->table, where,
                          info->order != NULL ? "\"" : "", info->order != NULL ? info->order : "",
                          info->order != NULL ? "\", " : "");
}

char *
stafet_query_insert (const StafetRecordInfo *info)
{
  g_autoptr (GString) list = columns (info, TRUE);
  g_autoptr (GString) values = g_string_new ("$1");
  guint n = 3 + (info->books ? 1 : 0) + info->n_fields;

  for (guint i = 2; i <= n; i++)
    g_string_append_printf (values, ", $%u", i);
  return g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s) ON CONFLICT (\"uid\") DO NOTHING", info->table,
                          list->str, values->str);
}

char *
stafet_query_update (const StafetRecordInfo *info)
{
  g_autoptr (GString) set = g_string_new ("\"version\" = $2, \"changed\" = $3");
  guint n = 4;

  /* The booking version moves by bookings alone. */
  if (info->books)
    n++;
  EACH_FIELD (info, field)
    g_string_append_printf (set, ", \"%s\" = $%u", field->name, n++);
  return g_strdup_printf ("UPDATE \"%s\" SET %s WHERE \"uid\" = $1 AND \"version\" = $%u", info->table,
                          set->str, n);
}

char *
stafet_query_delete (const StafetRecordInfo *info)
{
  return g_strdup_printf ("DELETE FROM \"%s\" WHERE \"uid\" = $1 AND \"version\" = $2", info->table);
}

static void
append_reference (GString *sql, const StafetField *field)
{
  if (field->type == STAFET_FIELD_REF && field->target != STAFET_KIND_NONE)
    g_string_append_printf (sql,
                            " REFERENCES \"%s\" (\"uid\") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED",
                            stafet_record_info (field->target)->table);
}

/* RESTRICT looks for children by what refers to them. */
static void
append_index (GString *sql, const StafetRecordInfo *info, const StafetField *field)
{
  if (field->type == STAFET_FIELD_REF)
    g_string_append_printf (sql, "CREATE INDEX \"%s_by_%s\" ON \"%s\" (\"%s\");\n", info->table, field->name,
                            info->table, field->name);
}

char *
stafet_query_create (const StafetRecordInfo *info)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (
    sql,
    "CREATE TABLE \"%s\" (\n  \"uid\" TEXT PRIMARY KEY NOT NULL,\n  \"version\" INTEGER NOT NULL,\n"
    "  \"changed\" INTEGER NOT NULL",
    info->table);
  if (info->books)
    g_string_append (sql, ",\n  \"booking_version\" INTEGER NOT NULL DEFAULT 0");
  EACH_FIELD (info, field)
    {
      if (field->step > 0)
        continue;
      g_string_append_printf (sql, ",\n  \"%s\" %s", field->name, is_integer (field) ? "INTEGER" : "TEXT");
      if (field->type == STAFET_FIELD_TEXT || field->type == STAFET_FIELD_FLAG)
        g_string_append (sql, " NOT NULL");
      append_reference (sql, field);
    }
  g_string_append (sql, "\n) STRICT;\n");
  EACH_FIELD (info, field)
    if (field->step == 0)
      append_index (sql, info, field);
  return g_string_free (sql, FALSE);
}

char *
stafet_query_add_column (const StafetRecordInfo *info, const StafetField *field)
{
  const char *value = missing_value (field);
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "ALTER TABLE \"%s\" ADD COLUMN \"%s\" %s%s%s", info->table, field->name,
                          is_integer (field) ? "INTEGER" : "TEXT",
                          g_str_equal (value, "NULL") ? "" : " NOT NULL DEFAULT ",
                          g_str_equal (value, "NULL") ? "" : value);
  append_reference (sql, field);
  g_string_append (sql, ";\n");
  append_index (sql, info, field);
  return g_string_free (sql, FALSE);
}

/* ——— Values ——— */

static void
bind_or_null (StafetConnection *c, StafetStatement *s, int at, const char *text)
{
  if (*text != '\0')
    stafet_connection_bind_text (c, s, at, text);
  else
    stafet_connection_bind_null (c, s, at);
}

static void
bind_field (StafetConnection *c, StafetStatement *s, int at, gpointer record, const StafetField *field)
{
  char *text;
  gint32 number;

  if (field->type == STAFET_FIELD_TEXT)
    {
      stafet_connection_bind_text (c, s, at, STAFET_FIELD_AT (char *, record, field));
      return;
    }
  if (is_integer (field))
    {
      number = STAFET_FIELD_AT (gint32, record, field);
      if (number == STAFET_INTEGER_NONE)
        stafet_connection_bind_null (c, s, at);
      else
        stafet_connection_bind_integer (c, s, at, number);
      return;
    }
  text = stafet_record_get_text (record, field);
  bind_or_null (c, s, at, text);
  g_free (text);
}

int
stafet_query_bind (StafetConnection *connection, StafetStatement *statement, gpointer object)
{
  StafetRecord *record = object;
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);
  int at = 1;

  stafet_connection_bind_text (connection, statement, at++, record->uid);
  stafet_connection_bind_integer (connection, statement, at++, record->version);
  stafet_connection_bind_integer (connection, statement, at++, record->changed);
  if (info->books)
    stafet_connection_bind_integer (connection, statement, at++, record->booking_version);
  EACH_FIELD (info, field)
    bind_field (connection, statement, at++, record, field);
  return at;
}

/* Rows were checked when they were written: no error paths on the way in, only values that stay unset. */
static void
read_date (const char *text, gint32 *value, gboolean wall)
{
  int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
  int month = (text[5] - '0') * 10 + text[6] - '0', day = (text[8] - '0') * 10 + text[9] - '0';

  *value = stafet_date_new (year, month, day);
  if (wall && *value != STAFET_DATE_NONE)
    *value = stafet_wall_new (*value, ((text[11] - '0') * 10 + text[12] - '0') * 60 + (text[14] - '0') * 10
                                        + text[15] - '0');
}

static gint32
read_enum (const StafetField *field, const char *text)
{
  for (gint32 i = 0; field->values[i].key != NULL; i++)
    if (strcmp (field->values[i].key, text) == 0)
      return i;
  return field->fallback;
}

static void
read_text_column (gpointer record, const StafetField *field, const char *text)
{
  gsize length = strlen (text);

  switch (field->type)
    {
    case STAFET_FIELD_TEXT:
      stafet_record_take_text (record, field, g_strdup (text));
      break;
    case STAFET_FIELD_REF:
      STAFET_FIELD_AT (StafetUid, record, field) = stafet_uid_intern (text);
      break;
    case STAFET_FIELD_ENUM:
      STAFET_FIELD_AT (gint32, record, field) = read_enum (field, text);
      break;
    case STAFET_FIELD_DATE:
      if (length == 10)
        read_date (text, &STAFET_FIELD_AT (gint32, record, field), FALSE);
      break;
    case STAFET_FIELD_WALL:
      if (length == 16)
        read_date (text, &STAFET_FIELD_AT (gint32, record, field), TRUE);
      break;
    default:
      stafet_record_set_text (record, field, text, NULL);
    }
}

gpointer
stafet_query_read (StafetConnection *connection, StafetStatement *statement, const StafetRecordInfo *info)
{
  StafetRecord *record =
    stafet_record_new (info->kind, stafet_connection_get_text (connection, statement, 0));
  int column = 3;

  record->version = stafet_connection_get_integer (connection, statement, 1);
  record->changed = stafet_connection_get_integer (connection, statement, 2);
  if (info->books)
    record->booking_version = stafet_connection_get_integer (connection, statement, column++);
  EACH_FIELD (info, field)
    {
      int at = column++;

      if (is_integer (field))
        {
          STAFET_FIELD_AT (gint32, record, field) =
            stafet_connection_is_null (connection, statement, at)
              ? STAFET_INTEGER_NONE
              : (gint32) stafet_connection_get_integer (connection, statement, at);
          continue;
        }
      else
        {
          const char *text = stafet_connection_get_text (connection, statement, at);

          if (text != NULL && *text != '\0')
            read_text_column (record, field, text);
          else if (field->type == STAFET_FIELD_ENUM)
            STAFET_FIELD_AT (gint32, record, field) = STAFET_ENUM_NONE;
        }
    }
  stafet_record_derive (record);
  return record;
}
