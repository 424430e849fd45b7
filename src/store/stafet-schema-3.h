/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema's third step as it was released: what each change is about, and notes. Never edited again.
 *
 * It only adds, so that who may write the store stays as it was: what a program of the second step adds to
 * the log is found by the next one of the third (stafet-store-subjects.c).
 */
#pragma once

static const char stafet_schema_3[] =
  "CREATE TABLE change_subject (uid TEXT NOT NULL, log INTEGER NOT NULL REFERENCES change_log (id),\n"
  "  PRIMARY KEY (uid, log)) STRICT, WITHOUT ROWID;\n"
  "CREATE INDEX change_log_by_at ON change_log (at);\n"
  "CREATE TABLE \"memo\" (\n"
  "  \"uid\" TEXT PRIMARY KEY NOT NULL,\n"
  "  \"version\" INTEGER NOT NULL,\n"
  "  \"changed\" INTEGER NOT NULL,\n"
  "  \"text\" TEXT NOT NULL,\n"
  "  \"house\" TEXT REFERENCES \"house\" (\"uid\") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,\n"
  "  \"on\" TEXT,\n"
  "  \"volunteer\" TEXT REFERENCES \"volunteer\" (\"uid\") ON DELETE RESTRICT DEFERRABLE INITIALLY "
  "DEFERRED,\n"
  "  \"activity\" TEXT REFERENCES \"activity\" (\"uid\") ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,\n"
  "  \"done\" TEXT,\n"
  "  \"done_by\" TEXT NOT NULL\n"
  ") STRICT;\n"
  "CREATE INDEX \"memo_by_house\" ON \"memo\" (\"house\");\n"
  "CREATE INDEX \"memo_by_volunteer\" ON \"memo\" (\"volunteer\");\n"
  "CREATE INDEX \"memo_by_activity\" ON \"memo\" (\"activity\");\n"
  "UPDATE store_meta SET schema = 3;\n";
