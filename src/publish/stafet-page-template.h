/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all pages are made with: templates, styles and scripts that are linked into the program (data/page),
 * and text that is put into them and stays text.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends at most @most characters of @text as HTML that is text and nothing else. @length in bytes, -1 up to
 * its end. */
void stafet_page_add_part (GString *out, const char *text, gssize length, glong most);
/* The same, of a title or a line. */
void stafet_page_add_text (GString *out, const char *text, gssize length);

/* A file of data/page; two of them, one after the other. (transfer full) */
char *stafet_page_read (const char *name);
char *stafet_page_read_two (const char *first, const char *second);

/* As a Content-Security-Policy names what may run: base64 of SHA-256. (CSP Level 3 §2.3.1) (transfer full) */
char *stafet_page_policy_hash (const char *text);

/* Replaces each {{NAME}} of @template by its value, once, in the order of the template: what is put in is not
 * looked at again. (transfer full) */
GString *stafet_page_fill (const char *template, GHashTable *values);

/* @values: name (static) → HTML, owned. The first takes @html over, the other escapes. */
void stafet_page_set_raw (GHashTable *values, const char *name, char *html);
void stafet_page_set_text (GHashTable *values, const char *name, const char *text);

G_END_DECLS
