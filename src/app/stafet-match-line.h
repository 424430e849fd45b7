/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of what fits a wish, and why.
 */
#pragma once

#include "schedule/stafet-match.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Its button asks for "page.choose" with the title, what stands beside it, and the uid. (transfer floating)
 */
GtkWidget *stafet_match_line_new (const StafetMatch *match);
/* All that it says: the same of another is the same line. */
void stafet_match_line_write (const StafetMatch *match, GString *text);

G_END_DECLS
