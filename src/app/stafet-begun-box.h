/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What somebody has begun to write and not saved, above the day: one line each, with a way back to it.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

#define STAFET_TYPE_BEGUN_BOX (stafet_begun_box_get_type ())
G_DECLARE_FINAL_TYPE (StafetBegunBox, stafet_begun_box, STAFET, BEGUN_BOX, GtkBox)

/* From then on it shows what is begun, and itself when there is anything. */
void stafet_begun_box_watch (StafetBegunBox *self, StafetDesk *desk);

G_END_DECLS
