/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where things happen and who answers the phone there: areas, houses, wards, rooms, contacts, organisers.
 */
#pragma once

#include "stafet-record.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_HOUSE_COMMUNITY,
  STAFET_HOUSE_VOLUNTEER,
  STAFET_HOUSE_NURSING
} StafetHouseKind;

typedef enum
{
  STAFET_ROOM_ROOM,
  STAFET_ROOM_VEHICLE
} StafetRoomKind;

typedef enum
{
  STAFET_ORGANISER_HOUSE,
  STAFET_ORGANISER_COUNCIL,
  STAFET_ORGANISER_ASSOCIATION,
  STAFET_ORGANISER_CHURCH,
  STAFET_ORGANISER_OTHER
} StafetOrganiserKind;

typedef struct
{
  StafetRecord parent;
  char *name;
} StafetArea;

typedef struct
{
  StafetRecord parent;
  char *name;
  gint32 kind;     /* StafetHouseKind */
  char *kind_word; /* what this house calls itself; "" for the word of its kind */
  StafetUid area;
  char *address, *postcode, *town, *phone, *mail, *hours;
  char *coordinates; /* stafet-coordinates.h; "": not known */
  StafetDate closed_from;
  char *loan_role;         /* who decides on lending rooms out; "": the centre manager */
  gint32 loan_notice_days; /* before a loan may be asked to move; STAFET_INTEGER_NONE: the usual ones */
} StafetHouse;

typedef struct
{
  StafetRecord parent;
  char *name;
  StafetUid house;
  char *phone;
} StafetWard;

/* A bookable resource: a room or a vehicle. */
typedef struct
{
  StafetRecord parent;
  char *name;
  StafetUid house;
  gint32 kind;         /* StafetRoomKind */
  gint32 tables, rows; /* capacity seated at tables and in rows */
  gint32 setup_minutes, cleardown_minutes;
} StafetRoom;

/* How a room is furnished: for which of its capacities. */
typedef enum
{
  STAFET_LAYOUT_TABLES,
  STAFET_LAYOUT_ROWS
} StafetLayout;

/* One of the rooms that a joined one is made of. Parts are whole rooms: they have no parts themselves. */
typedef struct
{
  StafetRecord parent;
  StafetUid room, part;
  gint32 position;
} StafetRoomPart;

/* What somebody is asked about by whoever stands with a citizen. */
typedef enum
{
  STAFET_DUTY_VOLUNTEERING,
  STAFET_DUTY_EXPERIENCE,
  STAFET_DUTY_PREVENTION,
  STAFET_DUTY_GENLYD,
  STAFET_DUTY_MANAGER,
  STAFET_DUTY_LEAD
} StafetDuty;

typedef struct
{
  StafetRecord parent;
  char *name, *role, *phone, *mail;
  StafetUid house, ward, area;
  gboolean is_public;
  gint32 duty; /* StafetDuty, STAFET_ENUM_NONE */
} StafetContact;

typedef struct
{
  StafetRecord parent;
  char *name;
  gint32 kind; /* StafetOrganiserKind */
  char *phone, *mail;
  StafetUid contact; /* who answers for it */
  char *web;
} StafetOrganiser;

extern StafetRecordInfo stafet_area_info, stafet_house_info, stafet_ward_info, stafet_room_info,
  stafet_room_part_info, stafet_contact_info, stafet_organiser_info;

extern const StafetEnumValue stafet_layout_values[], stafet_duty_values[];

int stafet_house_loan_notice (const StafetHouse *house);
/* How many fit in; STAFET_INTEGER_NONE when nobody said. @layout: a StafetLayout, or STAFET_ENUM_NONE for the
 * roomiest. */
gint32 stafet_room_capacity (const StafetRoom *room, gint32 layout);

/* "lukker 1. januar 2027" or "lukket fra 1. januar 2027"; NULL of a house that does not close. (transfer
 * full) */
char *stafet_house_closed_words (StafetDate closed_from, StafetDate today);

G_END_DECLS
