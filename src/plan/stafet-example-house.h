/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small example: Folkehuset Møllestien and Plejehjem Skovvang.
 *
 * Its story is told on a Tuesday. On any other day the Tuesday's programme and that weekday's change
 * places, so that today is always the day of the story.
 */
#pragma once

#include "stafet-example-maker.h"

G_BEGIN_DECLS

#define STAFET_EXAMPLE_CENTRE "Folkehuset Møllestien"
#define STAFET_EXAMPLE_HOME "Plejehjem Skovvang"

void stafet_example_make_house (StafetMaker *maker);

/* Its parts, in this order: the programme needs places and people, the others need all. */
void stafet_example_make_people (StafetMaker *maker);
void stafet_example_make_programme (StafetMaker *maker);
void stafet_example_make_story (StafetMaker *maker);
void stafet_example_make_signups (StafetMaker *maker);
void stafet_example_make_loans (StafetMaker *maker);

/* The weekday on which the programme of the story's @weekday is held. */
int stafet_example_weekday (const StafetMaker *maker, int weekday);
/* The shift of that role on the activity of that title; there must be one. */
StafetShift *stafet_example_shift (const StafetMaker *maker, const char *title, const char *role);

G_END_DECLS
