/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds in a text what names a person: her names, her telephones, her e-mail.
 *
 * Names are found as whole words under Danish folding ("zenobia  quist" is Zenobia Quist, and so is the one
 * in "Zenobia Quists nøgle"; the one in "Zenobia Quist-Holm" is somebody else), numbers however they are
 * grouped.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _StafetMentions StafetMentions;

StafetMentions *stafet_mentions_new (void);
void stafet_mentions_free (StafetMentions *self);

/* One of a single word is found only where it is written with a capital letter: "Bo" is not "bo". */
void stafet_mentions_add_name (StafetMentions *self, const char *name);
/* Whichever way it is written. */
void stafet_mentions_add_words (StafetMentions *self, const char *words);
/* What she is called for short, if that names nobody else: two words at least, or five letters. */
void stafet_mentions_add_short_name (StafetMentions *self, const char *short_name);
/* As stafet_phone_clean() has it. Short ones, 112 and 1813, are nobody's own. */
void stafet_mentions_add_phone (StafetMentions *self, const char *number);
void stafet_mentions_add_mail (StafetMentions *self, const char *mail);
/* @name is somebody else's. What has been added is not found where it is a part of that name, and not at all
 * when both are called the same; for short she is not called what is a word of it. */
void stafet_mentions_spare (StafetMentions *self, const char *name);
/* The same, but whoever is called the same, or for short a word of it, is found all the same. */
void stafet_mentions_spare_longer (StafetMentions *self, const char *name);

gboolean stafet_mentions_are_in (const StafetMentions *self, const char *text);
/* @text with @first, where it begins with her, and else @later in her place. (transfer full), NULL when she
 * is not in it. */
char *stafet_mentions_replace (const StafetMentions *self, const char *text, const char *first,
                               const char *later);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetMentions, stafet_mentions_free)

G_END_DECLS
