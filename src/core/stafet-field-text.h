/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One field's value as text: what the command line, change images and tables read and write.
 */
#pragma once

#include "stafet-record.h"

G_BEGIN_DECLS

char *stafet_field_text_write (gconstpointer record, const StafetField *field);
/* References are taken as uids: resolving names is the plan's. */
gboolean stafet_field_text_read (gpointer record, const StafetField *field, const char *text, GError **error);

G_END_DECLS
