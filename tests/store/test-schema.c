/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the record tables against the written schema, column for column.
 */
#include "store-fixture.h"

#include "store/stafet-queries.h"
#include "store/stafet-schema.h"
#include "store/stafet-store-private.h"

static StafetStatement *
ask (Fixture *f, const char *pragma, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA %s(\"%s\")", pragma, table);
  g_autoptr (GError) error = NULL;
  StafetStatement *statement = stafet_connection_prepare (f->store->connection, sql, &error);

  g_assert_no_error (error);
  return statement;
}

/* The value of column @wanted where column @key reads @name; NULL without such a row. */
static char *
look_up (Fixture *f, StafetStatement *statement, int key, const char *name, int wanted)
{
  StafetConnection *connection = f->store->connection;
  char *value = NULL;

  while (stafet_connection_step (connection, statement, NULL) == STAFET_STEP_ROW)
    if (strcmp (stafet_connection_get_text (connection, statement, key), name) == 0)
      value = g_strdup (stafet_connection_get_text (connection, statement, wanted));
  return value;
}

static guint
count_rows (Fixture *f, StafetStatement *statement)
{
  guint n = 0;

  while (stafet_connection_step (f->store->connection, statement, NULL) == STAFET_STEP_ROW)
    n++;
  return n;
}

static gboolean
is_number (const StafetField *field)
{
  return field->type == STAFET_FIELD_INTEGER || field->type == STAFET_FIELD_HUNDREDTHS
         || field->type == STAFET_FIELD_FLAG;
}

static void
every_field_has_its_column (Fixture *f, gconstpointer data)
{
  (void) data;
  for (int kind = 1; kind < STAFET_N_KINDS; kind++)
    {
      const StafetRecordInfo *info = stafet_record_info ((StafetKind) kind);

      g_assert_cmpuint (count_rows (f, ask (f, "table_info", info->table)), ==,
                        3 + (info->books ? 1 : 0) + info->n_fields);
      for (const StafetField *field = info->fields; field->name != NULL; field++)
        {
          g_autofree char *type = look_up (f, ask (f, "table_info", info->table), 1, field->name, 2);

          g_assert_cmpstr (type, ==, is_number (field) ? "INTEGER" : "TEXT");
        }
    }
}

static void
every_reference_is_held_and_indexed (Fixture *f, gconstpointer data)
{
  (void) data;
  for (int kind = 1; kind < STAFET_N_KINDS; kind++)
    {
      const StafetRecordInfo *info = stafet_record_info ((StafetKind) kind);

      for (const StafetField *field = info->fields; field->name != NULL; field++)
        if (field->type == STAFET_FIELD_REF)
          {
            g_autofree char *index = g_strdup_printf ("%s_by_%s", info->table, field->name);
            g_autofree char *target =
              look_up (f, ask (f, "foreign_key_list", info->table), 3, field->name, 2);
            g_autofree char *on_delete =
              look_up (f, ask (f, "foreign_key_list", info->table), 3, field->name, 6);
            g_autofree char *column = look_up (f, ask (f, "index_info", index), 2, field->name, 2);

            g_assert_cmpstr (target, ==,
                             field->target != STAFET_KIND_NONE ? stafet_record_info (field->target)->table
                                                               : NULL);
            g_assert_cmpstr (on_delete, ==, field->target != STAFET_KIND_NONE ? "RESTRICT" : NULL);
            g_assert_cmpstr (column, ==, field->name);
          }
    }
}

/* The step that made the table of a kind. */
static int
step_of (int kind)
{
  switch (kind)
    {
    case STAFET_KIND_CALL:
      return 2;
    case STAFET_KIND_NOTE:
      return 3;
    case STAFET_KIND_SIGNUP:
    case STAFET_KIND_TALLY:
      return 4;
    case STAFET_KIND_TOLD:
    case STAFET_KIND_ROOM_PART:
    case STAFET_KIND_LOAN:
    case STAFET_KIND_IDEA:
    case STAFET_KIND_IDEA_ROLE:
      return 5;
    case STAFET_KIND_IMPORTED:
      return 8;
    case STAFET_KIND_CALENDAR:
      return 9;
    case STAFET_KIND_OFFER:
    case STAFET_KIND_NOTICE:
    case STAFET_KIND_SYNONYM:
    case STAFET_KIND_ENQUIRY:
      return 10;
    case STAFET_KIND_AGREEMENT:
    case STAFET_KIND_APPLICATION:
    case STAFET_KIND_MEMBER:
    case STAFET_KIND_MEETING:
    case STAFET_KIND_LINK:
    case STAFET_KIND_TALK:
    case STAFET_KIND_SNAG:
    case STAFET_KIND_WELCOME:
    case STAFET_KIND_PHOTO:
    case STAFET_KIND_REGULAR:
      return 11;
    default:
      return 1;
    }
}

static void
assert_step_has (int step, const char *ddl)
{
  if (strstr (stafet_schema_step (step), ddl) == NULL)
    g_error ("The schema's step %d has not this: %s", step, ddl);
}

static void
the_written_steps_are_what_the_tables_say (Fixture *f, gconstpointer data)
{
  (void) f;
  (void) data;
  for (int kind = 1; kind < STAFET_N_KINDS; kind++)
    {
      const StafetRecordInfo *info = stafet_record_info ((StafetKind) kind);
      g_autofree char *ddl = stafet_query_create (info);

      assert_step_has (step_of (kind), ddl);
      for (const StafetField *field = info->fields; field->name != NULL; field++)
        if (field->step > 0)
          {
            g_autofree char *column = stafet_query_add_column (info, field);

            assert_step_has (field->step, column);
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/store/schema/every-field-has-its-column", every_field_has_its_column);
  TEST ("/store/schema/every-reference-is-held-and-indexed", every_reference_is_held_and_indexed);
  TEST ("/store/schema/the-written-steps-are-what-the-tables-say", the_written_steps_are_what_the_tables_say);
  return g_test_run ();
}
