/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Passes the baton of an enquiry on to somebody, with the text that goes with it.
 */
#pragma once

#include "stafet-window.h"

#include "core/stafet-enquiry.h"

G_BEGIN_DECLS

void stafet_pass_dialog_show (StafetWindow *window, StafetEnquiry *enquiry);
/* It is passed on already: the text alone. */
void stafet_pass_dialog_show_text (StafetWindow *window, StafetEnquiry *enquiry);

G_END_DECLS
