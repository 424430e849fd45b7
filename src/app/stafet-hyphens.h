/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where long Danish words may be divided: "Strikkeklub" in a narrow place becomes "Strikke-" and "klub".
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @text with a soft hyphen (U+00AD) wherever one of its longer words may be divided, by the patterns of the
 * system's Danish hyphenation; as it is where there are none. For the main thread. (transfer full) */
char *stafet_hyphens_add (const char *text);

/* The same in a label that breaks its lines. */
void stafet_hyphens_set_label (GtkLabel *label, const char *text);

G_END_DECLS
