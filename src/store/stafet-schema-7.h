/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema's seventh step as it was released: where calendars are published to, to whom each was given,
 * and what tells a store from every other. Never edited again.
 *
 * It only adds, with a default for what older programs do not write: they go on writing the store. The
 * identity of a store that was there before hangs on when it was made, so that each of its backups has it
 * too.
 */
#pragma once

static const char stafet_schema_7[] =
  "ALTER TABLE \"settings\" ADD COLUMN \"publish_to\" TEXT NOT NULL DEFAULT '';\n"
  "ALTER TABLE \"settings\" ADD COLUMN \"publish_user\" TEXT NOT NULL DEFAULT '';\n"
  "ALTER TABLE \"settings\" ADD COLUMN \"publish_address\" TEXT NOT NULL DEFAULT '';\n"
  "ALTER TABLE \"feed\" ADD COLUMN \"given_to\" TEXT NOT NULL DEFAULT '';\n"
  "ALTER TABLE \"feed\" ADD COLUMN \"given_on\" TEXT;\n"
  "ALTER TABLE store_meta ADD COLUMN identity TEXT NOT NULL DEFAULT '';\n"
  "UPDATE store_meta SET identity = coalesce((SELECT printf('%032x', at) FROM change_log WHERE id = 1), "
  "lower(hex(randomblob(16))));\n"
  "UPDATE store_meta SET schema = 7;\n";
