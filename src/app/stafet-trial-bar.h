/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says above every page that nothing is written, how much was tried, and what to do with it.
 */
#pragma once

#include "stafet-desk.h"

G_BEGIN_DECLS

#define STAFET_TYPE_TRIAL_BAR (stafet_trial_bar_get_type ())
G_DECLARE_FINAL_TYPE (StafetTrialBar, stafet_trial_bar, STAFET, TRIAL_BAR, GtkWidget)

/* There while the desk's plan is a trial. */
void stafet_trial_bar_set_desk (StafetTrialBar *self, StafetDesk *desk);

G_END_DECLS
