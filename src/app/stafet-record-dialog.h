/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A dialog for the keys of one record, made from its table.
 */
#pragma once

#include "stafet-ask-dialog.h"

G_BEGIN_DECLS

/* @record NULL: a new one of @kind. @keys: fields, and lists that are written as text, in order; NULL at the
 * end.
 * @fixed (nullable): "KEY=VALUE" that go with a new one. It is not presented yet: the caller may append to
 * the dialog what has no field of its own. */
StafetAskDialog *stafet_record_dialog_new (StafetWindow *window, const char *title, StafetKind kind,
                                           gpointer record, const char *const *keys,
                                           const char *const *fixed);
/* Adds "KEY=VALUE" (transfer full) of what the caller appended. */
typedef void (*StafetRecordDialogMore) (gpointer data, GPtrArray *pairs);
/* @destroy (nullable) frees @data with the dialog. */
void stafet_record_dialog_present (StafetAskDialog *dialog, StafetRecordDialogMore more, gpointer data,
                                   GDestroyNotify destroy);
/* The field of @key: a StafetInput, a drop-down or a tick. */
GtkWidget *stafet_record_dialog_get_field (StafetAskDialog *dialog, const char *key);

G_END_DECLS
