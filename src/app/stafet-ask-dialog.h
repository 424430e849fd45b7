/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A dialog that asks for something and edits: it stays, with what was typed, until the edit is done.
 */
#pragma once

#include "stafet-input.h"
#include "stafet-window.h"

G_BEGIN_DECLS

#define STAFET_TYPE_ASK_DIALOG (stafet_ask_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StafetAskDialog, stafet_ask_dialog, STAFET, ASK_DIALOG, AdwWindow)

/* @answer: what its button says, with a mnemonic; @style: the button's class. Signals: "answered", when the
 * button or Enter was pressed; "changed", when the desk has changed. */
StafetAskDialog *stafet_ask_dialog_new (StafetWindow *window, const char *title, const char *answer,
                                        const char *style);
StafetDesk *stafet_ask_dialog_get_desk (StafetAskDialog *self);
void stafet_ask_dialog_append (StafetAskDialog *self, GtkWidget *widget);
/* A text field for @key of the record kind called @kind. */
StafetInput *stafet_ask_dialog_add_input (StafetAskDialog *self, const char *title, const char *kind,
                                          const char *key, const char *text);
/* A drop-down of @titles (transfer full). */
GtkDropDown *stafet_ask_dialog_add_pick (StafetAskDialog *self, const char *title, GListModel *titles,
                                         guint selected);
GtkCheckButton *stafet_ask_dialog_add_tick (StafetAskDialog *self, const char *title, gboolean active);
/* "KEY=VALUE" of each text field with a key that differs from @before (nullable: from nothing). NULL when one
 * is not understood: it says so and has the focus. (transfer full) of owned char *. */
GPtrArray *stafet_ask_dialog_collect (StafetAskDialog *self, GHashTable *before);
/* Without it there is nothing to answer yet. */
void stafet_ask_dialog_set_ready (StafetAskDialog *self, gboolean ready);
/* What cannot be done, and why, above the fields; NULL takes it away. */
void stafet_ask_dialog_set_problem (StafetAskDialog *self, const char *text);
/* What the answer comes to, beneath the fields. */
void stafet_ask_dialog_set_text (StafetAskDialog *self, const char *text);
/* What it would come to: tries it on @scratch, in a thread. (transfer full); NULL and an error: why it cannot
 * be. */
typedef char *(*StafetAskTrial) (StafetPlan *scratch, gconstpointer data, GError **error);
/* Says beneath the fields what @trial says. @data is freed with g_free(). What is said there by then
 * otherwise, or tried later, stays. */
void stafet_ask_dialog_try (StafetAskDialog *self, StafetAskTrial trial, gpointer data);
/* Edits (transfer full), and closes when that is done; a refusal is said at the top. */
void stafet_ask_dialog_edit (StafetAskDialog *self, StafetEdit *edit);
/* What it tells of is done already: it does not offer to do nothing. */
void stafet_ask_dialog_set_done (StafetAskDialog *self);
/* Closes, and the window says why. */
void stafet_ask_dialog_leave (StafetAskDialog *self, const char *why);

G_END_DECLS
