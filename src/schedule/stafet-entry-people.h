/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of an entry as others than staff may be told of them: what feeds and paper share.
 *
 * This is the one place where a name leaves the plan: only promised people, at a level of names; protected
 * people read "Volunteer" at every level.
 */
#pragma once

#include "stafet-agenda.h"

G_BEGIN_DECLS

/* Standing or promised, and not away. */
gboolean stafet_place_is_promised (const StafetPlace *place);
/* The promised places of one shift, or of all (@shift NULL): a volunteer on two shifts is there once, heads
 * of an organiser are others each time. (transfer container) of StafetPlace. */
GPtrArray *stafet_entry_promised (const StafetEntry *entry, const StafetStaffing *shift);
/* The holder's name without the count of heads. @names is first or full: counts are the caller's. */
void stafet_place_append_name (GString *out, StafetLanguage language, const StafetPlace *place,
                               StafetNamesLevel names);
/* A contact: a public one by name, others by their role at the counts level. */
void stafet_contact_append_name (GString *out, const StafetContact *contact, StafetNamesLevel names);

/* How the places that nobody has promised are spoken of. Asked people leave theirs open. */
typedef struct
{
  int asked;
  int stand_ins; /* whose regular is away, or where a stand-in is being looked for */
  int others;    /* of an event, which has no regulars */
  int permanent; /* without a regular */
} StafetEntryHoles;

void stafet_entry_count_holes (const StafetEntry *entry, StafetEntryHoles *holes);

/* The first public contact of a house, or NULL. Borrowed. */
const StafetContact *stafet_house_public_contact (const StafetSnapshot *snapshot, StafetUid house);
/* The number to ring: the public contact's, else the house's own; "" for none. Borrowed. */
const char *stafet_house_public_number (const StafetSnapshot *snapshot, const StafetHouse *house);

G_END_DECLS
