/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema's steps, and who may read and write what they made.
 */
#pragma once

#include "stafet-connection.h"

G_BEGIN_DECLS

/* The newest step this program knows. A store tells the oldest program that may read it and the oldest
 * that may write it, so that steps which only add do not lock older programs out. */
#define STAFET_SCHEMA_VERSION 1

/* The written DDL of a step; borrowed. */
const char *stafet_schema_step (int version);
/* Runs every step on an empty database, in one transaction. */
gboolean stafet_schema_create (StafetConnection *connection, GError **error);
/* Refuses a store that is too new to read; @writable tells whether it may be written. */
gboolean stafet_schema_check (StafetConnection *connection, gboolean *writable, GError **error);

G_END_DECLS
