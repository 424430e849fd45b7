/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema's second step as it was released: calls about a shift. Never edited again.
 */
#pragma once

static const char stafet_schema_2[] =
  "CREATE TABLE \"call\" (\n"
  "  \"uid\" TEXT PRIMARY KEY NOT NULL,\n"
  "  \"version\" INTEGER NOT NULL,\n"
  "  \"changed\" INTEGER NOT NULL,\n"
  "  \"shift\" TEXT REFERENCES \"shift\" (\"uid\") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,\n"
  "  \"date\" TEXT,\n"
  "  \"volunteer\" TEXT REFERENCES \"volunteer\" (\"uid\") ON DELETE RESTRICT DEFERRABLE INITIALLY "
  "DEFERRED,\n"
  "  \"at\" TEXT,\n"
  "  \"outcome\" TEXT\n"
  ") STRICT;\n"
  "CREATE INDEX \"call_by_shift\" ON \"call\" (\"shift\");\n"
  "CREATE INDEX \"call_by_volunteer\" ON \"call\" (\"volunteer\");\n"
  "UPDATE store_meta SET schema = 2, readable_from = 1, writable_from = 2;\n";
