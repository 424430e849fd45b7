/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who has the baton of an enquiry, what is next, what was found and how it went.
 */
#pragma once

#include "stafet-desk.h"

#include "core/stafet-enquiry.h"

G_BEGIN_DECLS

#define STAFET_TYPE_BATON_BOX (stafet_baton_box_get_type ())
G_DECLARE_FINAL_TYPE (StafetBatonBox, stafet_baton_box, STAFET, BATON_BOX, GtkBox)

void stafet_baton_box_show (StafetBatonBox *self, StafetDesk *desk, StafetEnquiry *enquiry);

G_END_DECLS
