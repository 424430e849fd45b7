/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema's fourth step as it was released: sign-ups, what is counted of a date, and what an activity says
 * of them. Never edited again.
 *
 * It only adds, with a default for what older programs do not write: they go on writing the store.
 */
#pragma once

static const char stafet_schema_4[] =
  "CREATE TABLE \"signup\" (\n"
  "  \"uid\" TEXT PRIMARY KEY NOT NULL,\n"
  "  \"version\" INTEGER NOT NULL,\n"
  "  \"changed\" INTEGER NOT NULL,\n"
  "  \"activity\" TEXT REFERENCES \"activity\" (\"uid\") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,\n"
  "  \"date\" TEXT,\n"
  "  \"name\" TEXT NOT NULL,\n"
  "  \"phone\" TEXT NOT NULL,\n"
  "  \"heads\" INTEGER,\n"
  "  \"waiting\" INTEGER NOT NULL,\n"
  "  \"position\" INTEGER,\n"
  "  \"transport\" TEXT NOT NULL,\n"
  "  \"aid\" INTEGER NOT NULL,\n"
  "  \"meals\" INTEGER,\n"
  "  \"take_home\" INTEGER,\n"
  "  \"note\" TEXT NOT NULL\n"
  ") STRICT;\n"
  "CREATE INDEX \"signup_by_activity\" ON \"signup\" (\"activity\");\n"
  "CREATE TABLE \"tally\" (\n"
  "  \"uid\" TEXT PRIMARY KEY NOT NULL,\n"
  "  \"version\" INTEGER NOT NULL,\n"
  "  \"changed\" INTEGER NOT NULL,\n"
  "  \"activity\" TEXT REFERENCES \"activity\" (\"uid\") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,\n"
  "  \"date\" TEXT,\n"
  "  \"heads\" INTEGER,\n"
  "  \"method\" TEXT,\n"
  "  \"signed\" INTEGER,\n"
  "  \"meals\" INTEGER,\n"
  "  \"take_home\" INTEGER,\n"
  "  \"note\" TEXT NOT NULL\n"
  ") STRICT;\n"
  "CREATE INDEX \"tally_by_activity\" ON \"tally\" (\"activity\");\n"
  "ALTER TABLE \"activity\" ADD COLUMN \"volunteer_text\" TEXT NOT NULL DEFAULT '';\n"
  "ALTER TABLE \"activity\" ADD COLUMN \"meal\" INTEGER NOT NULL DEFAULT 0;\n"
  "ALTER TABLE \"activity\" ADD COLUMN \"transport\" INTEGER NOT NULL DEFAULT 0;\n"
  "CREATE INDEX change_row_of_signups ON change_row (uid) WHERE kind_name = 'signup';\n"
  "UPDATE store_meta SET schema = 4;\n";
