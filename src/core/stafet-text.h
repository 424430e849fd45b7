/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Danish text: cleaning, folding for search, sorting, phones, lists of names.
 */
#pragma once

#include "stafet-i18n.h"

G_BEGIN_DECLS

#define STAFET_TEXT_MAX 10000

/* Valid UTF-8 in NFC without surrounding white space and control characters (line feeds and tabs stay),
 * at most STAFET_TEXT_MAX characters; NULL and a sentence for anything else. (transfer full) */
char *stafet_text_clean (const char *text, GError **error);
/* For search: NFC, casefold, æ → ae, ø → oe, å → aa, other marks stripped, white space runs to one
 * ("aase" finds Åse and Aase). (transfer full) */
char *stafet_text_fold (const char *text);
/* The same of @text, which is to be in NFC, but for a space at its end; @origins (gsize) is set to where in
 * @text each byte of the result comes from, and to where @text ends. (transfer full) */
char *stafet_text_fold_origins (const char *text, GArray *origins);
/* @text with a capital first letter, as a heading has it. (transfer full) */
char *stafet_text_capital (const char *text);
/* ICU's Danish order (æ ø å last, aa = å), whatever the machine's locale. Thread-safe. */
int stafet_text_compare (const char *a, const char *b);

/* Digits and a leading +; "00" in front becomes +. NULL and a sentence for a text that is no phone number.
 * (transfer full) */
char *stafet_phone_clean (const char *text, GError **error);
/* "12 34 56 78"; "+45 12 34 56 78". (transfer full) */
char *stafet_phone_format (const char *number);
/* Whether two cleaned numbers ring the same phone: +45 is Denmark. */
gboolean stafet_phone_equal (const char *a, const char *b);

/* "Karen, Bent og Aase". (transfer full) */
char *stafet_names_join (StafetLanguage language, const char *const *names, guint n);

G_END_DECLS
