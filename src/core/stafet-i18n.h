/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Danish and English texts, chosen by us and not by the machine's locale.
 *
 * Source strings are English. Danish is the default under any locale, also "C" and one that is not
 * generated. Feeds and paper follow the store's language, which may differ from the language of the
 * process, so every look-up names its language.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  STAFET_LANGUAGE_DA,
  STAFET_LANGUAGE_EN
} StafetLanguage;

/* Call once from main(), before any thread is started: sets LANGUAGE and a UTF-8 message locale, and
 * binds the catalogue in @locale_dir (or $STAFET_LOCALE_DIR, for a program that is not installed). */
void stafet_i18n_init (const char *locale_dir);

/* The language of the process: what error messages and the command line speak. */
void stafet_i18n_set_language (StafetLanguage language);
StafetLanguage stafet_i18n_get_language (void);

/* The text of @msgid in @language; borrowed for ever. Thread-safe. */
const char *stafet_i18n_text (StafetLanguage language, const char *msgid) G_GNUC_FORMAT (2);
const char *stafet_i18n_plural (StafetLanguage language, const char *singular, const char *plural, gulong n)
  G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);
/* Like stafet_i18n_text(), for a word that needs a context to be translated ("role" of a person). */
const char *stafet_i18n_context (StafetLanguage language, const char *context, const char *msgid)
  G_GNUC_FORMAT (3);

#ifndef _
#  define _(msgid) stafet_i18n_text (stafet_i18n_get_language (), msgid)
#  define N_(msgid) (msgid)
#  define ngettext_(singular, plural, n) stafet_i18n_plural (stafet_i18n_get_language (), singular, plural, n)
#  define C_(context, msgid) stafet_i18n_context (stafet_i18n_get_language (), context, msgid)
#endif

G_END_DECLS
