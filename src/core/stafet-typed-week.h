/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The times of a week at which a volunteer can come, as people say them: the inverse of
 * stafet_words_availability().
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads the whole of @text: "tirsdag og torsdag 8-14, lige uger også fredag 9-12", "hverdage formiddag, helst
 * torsdag 10-12", "efter aftale". @list (transfer full) is the list of the field "available" in
 * stafet-volunteer.c: "tue 08:00-14:00, fri 09:00-12:00 even preferred"; "" when no time was said. What is
 * not understood is refused with a sentence that names it; @list is then NULL. */
gboolean stafet_typed_availability (const char *text, char **list, gboolean *by_agreement, GError **error);

G_END_DECLS
