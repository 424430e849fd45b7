/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text field of a form: its title above, and beneath it what was understood or what is wrong.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

#define STAFET_TYPE_INPUT (stafet_input_get_type ())
G_DECLARE_FINAL_TYPE (StafetInput, stafet_input, STAFET, INPUT, GtkBox)

/* Properties for .ui files: "title", "placeholder", "text", "key" (the record's key that it fills), "reads"
 * ("text", "date", "last-date", "time", "time-or-span", "available": how it is understood) and "kind" (the
 * record kind's name, for checks). Signal "changed". */

/* Borrowed until the text changes. */
const char *stafet_input_get_text (StafetInput *self);
void stafet_input_set_text (StafetInput *self, const char *text);
/* Whether somebody has typed since: something else stands there than was set. */
gboolean stafet_input_is_typed (StafetInput *self);
/* From now on it has several lines: before it has a text. */
void stafet_input_set_lines (StafetInput *self);
const char *stafet_input_get_key (StafetInput *self);
/* Where dates like "tomorrow" are counted from: to be set on every field that reads a date. */
void stafet_input_set_today (StafetInput *self, StafetDate today);
/* The value as the command line writes it; "" for an empty field. NULL and a sentence for a text that is not
 * understood, which is shown beneath as well. (transfer full) */
char *stafet_input_read (StafetInput *self, GError **error);
/* Says beneath what is wrong, or with NULL that nothing is. The text stays. */
void stafet_input_set_problem (StafetInput *self, const char *problem);
/* Says beneath what was understood; NULL nothing. */
void stafet_input_set_hint (StafetInput *self, const char *hint);
/* Says beneath, after what was understood, what is to be said of the text beside other fields': that it
 * cannot be (@refused), or is odd. It stays until it is set anew; NULL takes it away. */
void stafet_input_set_remark (StafetInput *self, const char *remark, gboolean refused);
/* The value as stafet_input_read() has it, without a word; NULL when it is not understood. (transfer full) */
char *stafet_input_peek (StafetInput *self);
/* Understands texts in a way of its own: the value, and what to say of it in @hint, which is NULL at first.
 * NULL and @error when that cannot be done. Called for texts that are not empty. */
typedef char *(*StafetInputReader) (StafetInput *self, const char *text, gpointer data, char **hint,
                                    GError **error);
void stafet_input_set_reader (StafetInput *self, StafetInputReader reader, gpointer data);

/* ——— Forms ——— */

/* Every StafetInput with a key below @root, in order. (transfer container) */
GPtrArray *stafet_form_inputs (GtkWidget *root);
/* "KEY=VALUE" of each, and of nothing whose value is as in @before (key → value, nullable). FALSE when one is
 * not understood: it says so and has the focus. @pairs gets (transfer full) char *. */
gboolean stafet_form_collect (GtkWidget *root, GHashTable *before, GPtrArray *pairs);
/* The same without a word: what is not understood is left out. */
void stafet_form_peek (GtkWidget *root, GHashTable *before, GPtrArray *pairs);
/* Says of each field what @terms (of StafetTerm) say of its key, and no longer what they do not. */
void stafet_form_remark (GtkWidget *root, const GPtrArray *terms);
/* The field that says @remark; NULL when none does. */
StafetInput *stafet_form_find_remark (GtkWidget *root, const char *remark);
/* Adds the text of every field as it stands, by its key; and puts such texts back. */
void stafet_form_write (GtkWidget *root, GVariantBuilder *texts);
void stafet_form_fill (GtkWidget *root, GVariant *texts);
/* Says beside the field that @error is about, if it can be told, else returns FALSE. */
gboolean stafet_form_show_error (GtkWidget *root, const GPtrArray *pairs, StafetKind kind,
                                 const StafetZone *zone, const GError *error);

G_END_DECLS
