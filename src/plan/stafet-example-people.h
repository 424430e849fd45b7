/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The invented people of an example: names, telephones, and what a volunteer's card holds.
 */
#pragma once

#include "stafet-example-maker.h"

G_BEGIN_DECLS

/* How many different names there are before they repeat. */
#define STAFET_PEOPLE_NAMES 6144

/* The next name, of nobody before. (transfer full) */
char *stafet_people_name (StafetMaker *maker);
/* The next number, of nobody before: eight digits from 13 to 17, which no subscriber has. (transfer full) */
char *stafet_people_phone (StafetMaker *maker);
/* "aase.juhl@post.example". (transfer full) */
char *stafet_people_mail (const char *name);

/* A volunteer who comes at @house, with phone, address and start. @phone NULL: the next one. */
StafetVolunteer *stafet_people_add (StafetMaker *maker, const char *name, const char *phone, StafetUid house);
void stafet_people_add_skill (StafetMaker *maker, StafetUid volunteer, const char *skill);
/* @from, @to: minutes after midnight. */
void stafet_people_add_window (StafetMaker *maker, StafetUid volunteer, int weekday, int from, int to,
                               gboolean preferred);
/* She comes at another house too. */
void stafet_people_add_house (StafetMaker *maker, StafetUid volunteer, StafetUid house);
/* Absent from @from to @to, both included, in days from today. */
void stafet_people_add_absence (StafetMaker *maker, StafetUid volunteer, int from, int to);
/* Her check was asked for and seen, and is valid for a year at least. */
void stafet_people_see_check (StafetMaker *maker, StafetVolunteer *volunteer);

/* Somebody of the staff, with phone and mail; of @house, @ward and @area at most one is given. */
StafetContact *stafet_people_add_contact (StafetMaker *maker, const char *name, const char *role,
                                          StafetUid house, StafetUid ward, StafetUid area);

G_END_DECLS
