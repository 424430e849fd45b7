/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema's ninth step as it was released: calendars of others. Never edited again.
 *
 * It only adds: older programs can read and write the store, and leave what they do not know alone.
 */
#pragma once

static const char stafet_schema_9[] =
  "CREATE TABLE \"calendar\" (\n"
  "  \"uid\" TEXT PRIMARY KEY NOT NULL,\n"
  "  \"version\" INTEGER NOT NULL,\n"
  "  \"changed\" INTEGER NOT NULL,\n"
  "  \"name\" TEXT NOT NULL,\n"
  "  \"house\" TEXT REFERENCES \"house\" (\"uid\") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,\n"
  "  \"address\" TEXT NOT NULL,\n"
  "  \"room\" TEXT REFERENCES \"room\" (\"uid\") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,\n"
  "  \"fetched\" TEXT\n"
  ") STRICT;\n"
  "CREATE INDEX \"calendar_by_house\" ON \"calendar\" (\"house\");\n"
  "CREATE INDEX \"calendar_by_room\" ON \"calendar\" (\"room\");\n"
  "ALTER TABLE \"activity\" ADD COLUMN \"calendar\" TEXT REFERENCES \"calendar\" (\"uid\") ON DELETE "
  "RESTRICT "
  "DEFERRABLE INITIALLY DEFERRED;\n"
  "CREATE INDEX \"activity_by_calendar\" ON \"activity\" (\"calendar\");\n"
  "UPDATE store_meta SET schema = 9;\n";
