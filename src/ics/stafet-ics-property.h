/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the properties of a foreign VEVENT mean.
 */
#pragma once

#include "stafet-ics-reader.h"

G_BEGIN_DECLS

/* Takes one line of an event in; what is wrong with it becomes the event's fault. */
void stafet_ics_property_take (StafetIcsFile *file, StafetIcsComponent *component, StafetIcsLine *line,
                               const StafetIcsLimits *limits);
/* When the whole file is read, and its zones are known: what follows from what is there and what is not. */
void stafet_ics_component_finish (StafetIcsFile *file, StafetIcsComponent *component);
void stafet_ics_component_clear (gpointer component);
/* The first fault stands. */
void stafet_ics_component_fault (StafetIcsComponent *component, const char *sentence);

G_END_DECLS
