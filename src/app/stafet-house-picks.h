/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Houses of a form, chosen one by one from those that there are.
 */
#pragma once

#include "stafet-choice.h"

G_BEGIN_DECLS

#define STAFET_TYPE_HOUSE_PICKS (stafet_house_picks_get_type ())
G_DECLARE_FINAL_TYPE (StafetHousePicks, stafet_house_picks, STAFET, HOUSE_PICKS, GtkBox)

/* Properties "title" and "invitation" (what the drop-down says). Signal "changed". */

/* Takes @options: the houses to choose from. What is chosen and not among them stays. */
void stafet_house_picks_set_options (StafetHousePicks *self, GArray *options);
/* The uids of what is chosen, with commas, in the order in which they were. (transfer full) */
char *stafet_house_picks_get_list (StafetHousePicks *self);
void stafet_house_picks_set_list (StafetHousePicks *self, const char *list);
/* Says beneath what is to be said of the choice; NULL takes it away. */
void stafet_house_picks_set_remark (StafetHousePicks *self, const char *remark, gboolean refused);

G_END_DECLS
