/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema's steps, and who may read and write what they made.
 */
#pragma once

#include "core/stafet-kind.h"
#include "stafet-connection.h"

G_BEGIN_DECLS

/* The newest step this program knows. A store tells the oldest program that may read it and the oldest
 * that may write it, so that steps which only add do not lock older programs out. */
#define STAFET_SCHEMA_VERSION 11

/* The written DDL of a step; borrowed. */
const char *stafet_schema_step (int version);
/* Runs every step on an empty database, in one transaction. */
gboolean stafet_schema_create (StafetConnection *connection, GError **error);
/* Runs the steps after @from, in one transaction: another program may have been faster, which is no error. */
gboolean stafet_schema_upgrade (StafetConnection *connection, int from, GError **error);
/* Refuses a store that is too new to read; @version is the newest step it has had, and @writable tells
 * whether it may be written. */
gboolean stafet_schema_check (StafetConnection *connection, int *version, gboolean *writable, GError **error);
/* Whether a store of @version has a table for @kind. */
gboolean stafet_schema_has (int version, StafetKind kind);

G_END_DECLS
