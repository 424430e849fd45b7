/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The network of an example: what associations offer, notices, and who is asked about what.
 */
#pragma once

#include "stafet-example-maker.h"

G_BEGIN_DECLS

/* After all else of the example: the houses, areas and staff are there. @house: where notices hang. */
void stafet_example_make_network (StafetMaker *maker, StafetUid house);

G_END_DECLS
