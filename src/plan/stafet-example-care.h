/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What houses have agreed with others, and how they look after their volunteers: in every example.
 */
#pragma once

#include "stafet-example-maker.h"

G_BEGIN_DECLS

/* Of @house; the associations must be made. It draws names after everything else. */
void stafet_example_make_care (StafetMaker *maker, StafetUid house);

G_END_DECLS
