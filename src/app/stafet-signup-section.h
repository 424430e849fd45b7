/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who signed up for an occurrence and who waits, what the kitchen makes, and how many came.
 */
#pragma once

#include "schedule/stafet-agenda.h"
#include "stafet-desk.h"

G_BEGIN_DECLS

#define STAFET_TYPE_SIGNUP_SECTION (stafet_signup_section_get_type ())
G_DECLARE_FINAL_TYPE (StafetSignupSection, stafet_signup_section, STAFET, SIGNUP_SECTION, GtkBox)

/* @entry: of an activity; nothing is kept of it. */
void stafet_signup_section_show (StafetSignupSection *self, StafetSnapshot *snapshot,
                                 const StafetEntry *entry, StafetWall now);

G_END_DECLS
