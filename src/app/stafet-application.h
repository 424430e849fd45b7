/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: its options, the store it opens, and what holds for all of its windows.
 */
#pragma once

#include "stafet-window.h"

G_BEGIN_DECLS

#define STAFET_APPLICATION_ID "dk.stafet.Stafet"

#define STAFET_TYPE_APPLICATION (stafet_application_get_type ())
G_DECLARE_FINAL_TYPE (StafetApplication, stafet_application, STAFET, APPLICATION, AdwApplication)

StafetApplication *stafet_application_new (void);

G_END_DECLS
