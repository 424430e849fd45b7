/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema's third step as it was released: what each change is about. Never edited again.
 *
 * It only adds, so that who may write the store stays as it was: what a program of the second step adds to
 * the log is found by the next one of the third (stafet-store-subjects.c).
 */
#pragma once

static const char stafet_schema_3[] =
  "CREATE TABLE change_subject (uid TEXT NOT NULL, log INTEGER NOT NULL REFERENCES change_log (id),\n"
  "  PRIMARY KEY (uid, log)) STRICT, WITHOUT ROWID;\n"
  "CREATE INDEX change_log_by_at ON change_log (at);\n"
  "UPDATE store_meta SET schema = 3;\n";
