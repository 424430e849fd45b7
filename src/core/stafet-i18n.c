/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks texts up in the Danish catalogue, independently of the machine's locale.
 *
 * libintl always speaks Danish here (LANGUAGE=da); English is the source text itself. So both
 * languages can be asked for in one process without switching a global back and forth.
 */
#include "stafet-i18n.h"

#include <libintl.h>
#include <locale.h>

#define DOMAIN "stafet"

static StafetLanguage process_language = STAFET_LANGUAGE_DA;

/* libintl translates under every locale but the one named "C"; C.UTF-8 is part of glibc's base. */
static void
choose_message_locale (void)
{
  static const char *const candidates[] = { "C.UTF-8", "C.utf8", "da_DK.UTF-8", "en_US.UTF-8" };

  setlocale (LC_ALL, "C");
  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (setlocale (LC_ALL, candidates[i]) != NULL)
      return;
}

void
stafet_i18n_init (const char *locale_dir)
{
  const char *uninstalled = g_getenv ("STAFET_LOCALE_DIR");

  g_setenv ("LANGUAGE", "da", TRUE);
  g_unsetenv ("LC_ALL");
  choose_message_locale ();
  bindtextdomain (DOMAIN, uninstalled != NULL ? uninstalled : locale_dir);
  bind_textdomain_codeset (DOMAIN, "UTF-8");
}

void
stafet_i18n_set_language (StafetLanguage language)
{
  process_language = language;
}

StafetLanguage
stafet_i18n_get_language (void)
{
  return process_language;
}

const char *
stafet_i18n_text (StafetLanguage language, const char *msgid)
{
  if (language == STAFET_LANGUAGE_EN || *msgid == '\0')
    return msgid;
  return dgettext (DOMAIN, msgid);
}

const char *
stafet_i18n_plural (StafetLanguage language, const char *singular, const char *plural, gulong n)
{
  if (language == STAFET_LANGUAGE_EN)
    return n == 1 ? singular : plural;
  return dngettext (DOMAIN, singular, plural, n);
}

const char *
stafet_i18n_context (StafetLanguage language, const char *context, const char *msgid)
{
  if (language == STAFET_LANGUAGE_EN)
    return msgid;
  return g_dpgettext2 (DOMAIN, context, msgid);
}
