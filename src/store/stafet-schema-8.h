/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema's eighth step as it was released: what was taken in from calendars. Never edited again.
 *
 * It only adds: older programs can read and write the store, and leave what they do not know alone.
 */
#pragma once

static const char stafet_schema_8[] =
  "CREATE TABLE \"imported\" (\n"
  "  \"uid\" TEXT PRIMARY KEY NOT NULL,\n"
  "  \"version\" INTEGER NOT NULL,\n"
  "  \"changed\" INTEGER NOT NULL,\n"
  "  \"activity\" TEXT REFERENCES \"activity\" (\"uid\") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,\n"
  "  \"shift\" TEXT REFERENCES \"shift\" (\"uid\") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,\n"
  "  \"calendar\" TEXT NOT NULL,\n"
  "  \"event\" TEXT NOT NULL,\n"
  "  \"digest\" TEXT NOT NULL,\n"
  "  \"extra\" TEXT NOT NULL\n"
  ") STRICT;\n"
  "CREATE INDEX \"imported_by_activity\" ON \"imported\" (\"activity\");\n"
  "CREATE INDEX \"imported_by_shift\" ON \"imported\" (\"shift\");\n"
  "UPDATE store_meta SET schema = 8;\n";
