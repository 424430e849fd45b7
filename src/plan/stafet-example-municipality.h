/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The large example: a municipality of 7 areas, 41 houses and 30 nursing homes.
 *
 * A week has 28 slots, four a day that never touch. A series takes up one slot or two, whatever its rule,
 * and a slot of a room or a person is given away once: so nothing overlaps on any date.
 */
#pragma once

#include "stafet-example-maker.h"

G_BEGIN_DECLS

#define STAFET_TOWN_AREAS 7
#define STAFET_TOWN_HOUSES 41
#define STAFET_TOWN_HOMES 30
#define STAFET_TOWN_WARDS 60
#define STAFET_TOWN_PEOPLE 3000
#define STAFET_TOWN_ACTIVITIES 2000
#define STAFET_TOWN_SHIFTS 8000

/* Slots of the week, a bit each: weekday by weekday, four bands a day. */
#define STAFET_TOWN_BANDS 4
#define STAFET_TOWN_SLOT(weekday, band) (1u << (((weekday) -1) * STAFET_TOWN_BANDS + (band)))
/* A band's first and last minute after midnight; half an hour at least lies between two. */
typedef struct
{
  int from, to;
} StafetTownBand;
extern const StafetTownBand stafet_town_bands[STAFET_TOWN_BANDS];

/* The rooms that every house has. */
enum
{
  STAFET_TOWN_HALL,
  STAFET_TOWN_PARLOUR,
  STAFET_TOWN_WORKSHOP,
  STAFET_TOWN_CAFE,
  STAFET_TOWN_ROOMS
};

/* uids borrowed for ever, records from the maker. */
typedef struct
{
  StafetUid uid;
  StafetUid rooms[STAFET_TOWN_ROOMS];
  guint32 taken[STAFET_TOWN_ROOMS]; /* slots */
} StafetTownHouse;

typedef struct
{
  StafetUid uid, home;
  StafetUid received_by;
} StafetTownWard;

typedef struct
{
  StafetVolunteer *volunteer;
  guint32 taken;  /* slots */
  guint32 skills; /* a bit per StafetCategory */
} StafetTownPerson;

/* Who of the people belongs to which house: @house, @house + 41, … */
typedef struct
{
  StafetMaker *maker;
  StafetTownHouse houses[STAFET_TOWN_HOUSES];
  StafetTownWard wards[STAFET_TOWN_WARDS]; /* two of a nursing home side by side */
  StafetTownPerson people[STAFET_TOWN_PEOPLE];
} StafetTown;

void stafet_example_make_municipality (StafetMaker *maker);

/* Its parts, in this order. */
void stafet_town_make_people (StafetTown *town);
void stafet_town_make_programme (StafetTown *town);
void stafet_town_make_windows (StafetTown *town);

/* Puts people of @house on a shift of @slots whose dates @timing gives, up to what it wants but for some
 * holes; some of them send regrets for the next date. Returns the first of them, or NULL. */
StafetUid stafet_town_fill (StafetTown *town, int house, const StafetShift *shift, const StafetTiming *timing,
                            guint32 slots, int category);

G_END_DECLS
