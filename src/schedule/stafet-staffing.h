/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is there: the staffing of one shift on one date.
 *
 * A standing assignment valid on the date counts as promised, unless its volunteer is absent, paused, or
 * sent regrets; dated promises come on top; asked people do not fill a place, nor does who takes it if nobody
 * else can, nor who is borrowed from a house that has not agreed yet. Where the shift needs a check, whoever
 * lacks one on the date is away. On a date that attendance rows have closed, who came is there and who did
 * not is away. missing = max (0, wanted − filled); permanent = min (missing, max (0, wanted − S)), where S is
 * the heads of standing places valid on the date, present or away; temporary is the rest; one-off shifts have
 * permanent 0.
 */
#pragma once

#include "stafet-snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_HOLDER_VOLUNTEER,
  STAFET_HOLDER_ORGANISER,
  STAFET_HOLDER_GUEST
} StafetHolder;

typedef enum
{
  STAFET_PLACE_STANDING,
  STAFET_PLACE_PROMISED,
  STAFET_PLACE_ASKED,
  STAFET_PLACE_IF_NEEDED, /* takes it if nobody else can */
  STAFET_PLACE_AWAY
} StafetPlaceState;

/* A place on a shift. Pointers are borrowed from the snapshot's records. */
typedef struct
{
  StafetHolder holder;
  StafetPlaceState state;
  StafetVolunteer *volunteer; /* HOLDER_VOLUNTEER */
  StafetOrganiser *organiser; /* HOLDER_ORGANISER */
  const char *guest;          /* HOLDER_GUEST */
  gint32 count;               /* heads */
  gint8 came;                 /* 1 came, 0 did not, -1 not confirmed */
  gboolean standing;          /* a standing place, also when she is away */
  gboolean unchecked;         /* away only because the shift needs a check that she lacks */
  gint32 borrowed;            /* StafetBorrowed; STAFET_ENUM_NONE: no house is asked for her */
} StafetPlace;

typedef struct
{
  StafetShift *shift; /* as it is on this date: owned */
  StafetWall start, end;
  gint32 min, wanted, max;
  gint32 filled, asked, missing, permanent, temporary;
  gint32 in_reserve; /* heads that take it if nobody else can */
  gboolean looking;
  StafetPlace *places;    /* owned: all but those away, in order of name; then away */
  guint n_places, n_away; /* the away places follow the n_places others */
  StafetInstant changed;  /* the newest change of the records that made it */
} StafetStaffing;

/* Fills @out for @shift on original @date, whose activity or own timing starts and ends at the walls given.
 * @one_off: the series has a single date. */
void stafet_staffing_compute (const StafetSnapshot *snapshot, StafetShift *shift, StafetDate date,
                              StafetWall start, StafetWall end, gboolean one_off, StafetStaffing *out);
void stafet_staffing_clear (StafetStaffing *self);

/* Whether the volunteer is absent or paused during the span; @changed (nullable) is raised to the newest
 * change of what says so. */
gboolean stafet_staffing_is_absent (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer,
                                    StafetWall start, StafetWall end, StafetInstant *changed);
/* Whether a standing assignment is valid on an original date (from, to, parity, every). */
gboolean stafet_standing_holds (const StafetStanding *standing, StafetDate date);

/* The name of a place's holder as staff see it. Borrowed. */
const char *stafet_place_get_name (const StafetPlace *place);
StafetUid stafet_place_get_uid (const StafetPlace *place);
/* Whether the place is filled: its holder stands on the shift or has promised, and is there. */
gboolean stafet_place_is_filled (const StafetPlace *place);
/* What a dated place comes to by itself. */
StafetPlaceState stafet_assignment_place_state (const StafetAssignment *assignment);

G_END_DECLS
