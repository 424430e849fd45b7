/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person, a group or a guest on a shift: what the use cases of people share.
 */
#pragma once

#include "stafet-use-clash.h"

G_BEGIN_DECLS

/* What such a use case was asked. */
typedef struct
{
  char *shift, *volunteer, *organiser, *guest;
  int count; /* 0: not said */
  int parity, every, minutes, method;
  StafetDate date, from, to;
  gboolean asked, if_needed, anyway, looking, came, yes;
  gboolean carried; /* a standing place goes on: it was agreed upon before */
} StafetPlaceArguments;

/* @who NULL: nobody in particular. */
StafetPlaceArguments *stafet_place_arguments_new (const char *shift, const StafetWho *who);
void stafet_place_arguments_free (gpointer arguments);

/* The arguments once resolved against the plan. Borrowed but for the guest's name. */
typedef struct
{
  StafetPlan *plan;
  StafetSnapshot *snapshot;
  StafetShift *shift;
  StafetVolunteer *volunteer; /* or NULL */
  StafetOrganiser *organiser; /* or NULL */
  char *guest;                /* owned: cleaned, or "" */
  const char *name;
} StafetUsePlace;

/* Refuses anything but exactly one holder. */
gboolean stafet_use_place_resolve (StafetUsePlace *place, StafetPlan *plan,
                                   const StafetPlaceArguments *arguments, GError **error);
gboolean stafet_use_place_resolve_shift (StafetUsePlace *place, StafetPlan *plan,
                                         const StafetPlaceArguments *arguments, GError **error);
void stafet_use_place_clear (StafetUsePlace *place);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetUsePlace, stafet_use_place_clear)

/* Interned uids of the holder, either of which may be NULL. */
StafetUid stafet_use_place_volunteer (const StafetUsePlace *place);
StafetUid stafet_use_place_organiser (const StafetUsePlace *place);
/* The holder's place in a staffing, away or not; NULL when there is none. */
StafetPlace *stafet_use_place_find (const StafetUsePlace *place, const StafetStaffing *staffing);
/* The holder's dated row, and attendance row, on an original date, or NULL. */
StafetAssignment *stafet_use_place_dated (const StafetUsePlace *place, StafetDate date);
StafetAttendance *stafet_use_place_attendance (const StafetUsePlace *place, StafetDate date);
/* A standing place of the holder that is valid on an original date, or NULL. */
StafetStanding *stafet_use_place_standing (const StafetUsePlace *place, StafetDate date);
void stafet_use_place_book (const StafetUsePlace *place, StafetChangeset *changeset);

/* STATE: the holder is not on the shift that date, and who is. Returns FALSE. */
gboolean stafet_use_place_refuse_absent (const StafetUsePlace *place, const StafetShiftDate *on,
                                         StafetDate date, GError **error);
gboolean stafet_use_place_check_held (const StafetUsePlace *place, const StafetShiftDate *on, GError **error);
/* Refuses a volunteer who has stopped by @date. */
gboolean stafet_use_place_check_active (const StafetUsePlace *place, StafetDate date, GError **error);
/* Refuses a volunteer who lacks the check that the shift needs; who is only asked may bring it yet: then it
 * warns. */
gboolean stafet_use_place_check_check (const StafetUsePlace *place, StafetDate date, gboolean asked,
                                       GError **error);
/* Room for @heads more beside those who are there. @anyway lets them in. */
gboolean stafet_use_place_check_room (const StafetUsePlace *place, const StafetStaffing *staffing, int heads,
                                      StafetDate date, gboolean anyway, GError **error);
/* Where @before is a shift that needs no check, and the shift @uid that @changeset makes of it does: warns of
 * whoever is on it without one. (stafet-use-standing.c) */
void stafet_use_warn_unchecked (StafetPlan *plan, StafetRecord *before, StafetUid uid,
                                const StafetChangeset *changeset);
/* Where and when the shift on that date takes its people. */
StafetUse stafet_use_place_use (const StafetShiftDate *on, StafetDate date);

G_END_DECLS
