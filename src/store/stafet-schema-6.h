/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema's sixth step as it was released: how a volunteer is reached, who goes along the first time,
 * until when she is kept, where she and a house are, and a volunteer who is borrowed. Never edited again.
 *
 * States are added that older programs do not know: they can neither read nor write the store.
 */
#pragma once

static const char stafet_schema_6[] =
  "ALTER TABLE \"volunteer\" ADD COLUMN \"call_how\" TEXT;\n"
  "ALTER TABLE \"volunteer\" ADD COLUMN \"companion\" TEXT REFERENCES \"volunteer\" (\"uid\") ON DELETE "
  "RESTRICT "
  "DEFERRABLE INITIALLY DEFERRED;\n"
  "CREATE INDEX \"volunteer_by_companion\" ON \"volunteer\" (\"companion\");\n"
  "ALTER TABLE \"volunteer\" ADD COLUMN \"keep_until\" TEXT;\n"
  "ALTER TABLE \"volunteer\" ADD COLUMN \"coordinates\" TEXT NOT NULL DEFAULT '';\n"
  "ALTER TABLE \"house\" ADD COLUMN \"coordinates\" TEXT NOT NULL DEFAULT '';\n"
  "ALTER TABLE \"assignment\" ADD COLUMN \"borrowed\" TEXT;\n"
  "UPDATE store_meta SET schema = 6, readable_from = 6, writable_from = 6;\n";
