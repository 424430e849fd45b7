/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How an empty plan begins: shown above a day or a week of houses that have planned nothing yet.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

#define STAFET_TYPE_BEGIN_BOX (stafet_begin_box_get_type ())
G_DECLARE_FINAL_TYPE (StafetBeginBox, stafet_begin_box, STAFET, BEGIN_BOX, GtkBox)

/* Shows itself where the houses in view have neither an activity nor a shift. */
void stafet_begin_box_look (StafetBeginBox *self, StafetDesk *desk);

G_END_DECLS
