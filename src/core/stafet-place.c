/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record tables of places and of the people who answer for them.
 */
#include "stafet-place.h"

#include "stafet-i18n.h"
#include "stafet-words.h"

#define USUAL_NOTICE_DAYS 14

#define AT(Type, member) G_STRUCT_OFFSET (Type, member)

static const StafetField area_fields[] = { { "name", N_ ("Name"), STAFET_FIELD_TEXT, AT (StafetArea, name),
                                             STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
                                           { NULL } };

static const StafetEnumValue house_kinds[] = { { "community", N_ ("community centre") },
                                               { "volunteer", N_ ("volunteer house") },
                                               { "nursing", N_ ("nursing home") },
                                               { NULL } };

static const StafetField house_fields[] = {
  { "name", N_ ("Name"), STAFET_FIELD_TEXT, AT (StafetHouse, name),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "kind", N_ ("Kind"), STAFET_FIELD_ENUM, AT (StafetHouse, kind), STAFET_FIELD_REQUIRED,
    .values = house_kinds, .fallback = STAFET_ENUM_NONE },
  { "kind_word", N_ ("Word for the house"), STAFET_FIELD_TEXT, AT (StafetHouse, kind_word) },
  { "area", N_ ("Area"), STAFET_FIELD_REF, AT (StafetHouse, area), .target = STAFET_KIND_AREA,
    .index = STAFET_INDEX_HOUSE_BY_AREA },
  { "address", N_ ("Address"), STAFET_FIELD_TEXT, AT (StafetHouse, address), STAFET_FIELD_SEARCHABLE },
  { "postcode", N_ ("Postcode"), STAFET_FIELD_TEXT, AT (StafetHouse, postcode) },
  { "town", N_ ("Town"), STAFET_FIELD_TEXT, AT (StafetHouse, town), STAFET_FIELD_SEARCHABLE },
  { "phone", N_ ("Phone"), STAFET_FIELD_TEXT, AT (StafetHouse, phone), STAFET_FIELD_PHONE },
  { "mail", N_ ("E-mail"), STAFET_FIELD_TEXT, AT (StafetHouse, mail) },
  { "hours", N_ ("Opening hours"), STAFET_FIELD_TEXT, AT (StafetHouse, hours) },
  { "coordinates", N_ ("Coordinates"), STAFET_FIELD_TEXT, AT (StafetHouse, coordinates),
    STAFET_FIELD_COORDINATES, .step = 6 },
  { "closed_from", N_ ("Closed from"), STAFET_FIELD_DATE, AT (StafetHouse, closed_from) },
  { "loan_role", N_ ("Who decides on lending"), STAFET_FIELD_TEXT, AT (StafetHouse, loan_role), .step = 5 },
  { "loan_notice_days", N_ ("Notice before a loan is moved, days"), STAFET_FIELD_INTEGER,
    AT (StafetHouse, loan_notice_days), .fallback = STAFET_INTEGER_NONE, .minimum = 0, .maximum = 366,
    .step = 5 },
  { NULL }
};

static const StafetField ward_fields[] = {
  { "name", N_ ("Name"), STAFET_FIELD_TEXT, AT (StafetWard, name),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetWard, house), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_HOUSE, .index = STAFET_INDEX_WARD_BY_HOUSE },
  { "phone", N_ ("Phone"), STAFET_FIELD_TEXT, AT (StafetWard, phone), STAFET_FIELD_PHONE },
  { NULL }
};

static const StafetEnumValue room_kinds[] = { { "room", N_ ("room") },
                                              { "vehicle", N_ ("vehicle") },
                                              { NULL } };

#define COUNT .fallback = STAFET_INTEGER_NONE, .minimum = 0, .maximum = 100000

static const StafetField room_fields[] = {
  { "name", N_ ("Name"), STAFET_FIELD_TEXT, AT (StafetRoom, name),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetRoom, house), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_HOUSE, .index = STAFET_INDEX_ROOM_BY_HOUSE },
  { "kind", N_ ("Kind"), STAFET_FIELD_ENUM, AT (StafetRoom, kind), .values = room_kinds,
    .fallback = STAFET_ROOM_ROOM },
  { "tables", N_ ("Seats at tables"), STAFET_FIELD_INTEGER, AT (StafetRoom, tables), COUNT },
  { "rows", N_ ("Seats in rows"), STAFET_FIELD_INTEGER, AT (StafetRoom, rows), COUNT },
  { "setup_minutes", N_ ("Minutes to set up"), STAFET_FIELD_INTEGER, AT (StafetRoom, setup_minutes),
    .minimum = 0, .maximum = 1440 },
  { "cleardown_minutes", N_ ("Minutes to clear down"), STAFET_FIELD_INTEGER,
    AT (StafetRoom, cleardown_minutes), .minimum = 0, .maximum = 1440 },
  { NULL }
};

const StafetEnumValue stafet_layout_values[] = { { "tables", N_ ("at tables") },
                                                 { "rows", N_ ("in rows") },
                                                 { NULL } };

static const StafetField room_part_fields[] = {
  { "room", N_ ("Room"), STAFET_FIELD_REF, AT (StafetRoomPart, room), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_ROOM, .index = STAFET_INDEX_ROOM_PART_BY_ROOM },
  { "part", N_ ("Part"), STAFET_FIELD_REF, AT (StafetRoomPart, part), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_ROOM, .index = STAFET_INDEX_ROOM_PART_BY_PART },
  { "position", N_ ("Position"), STAFET_FIELD_INTEGER, AT (StafetRoomPart, position), STAFET_FIELD_HIDDEN },
  { NULL }
};

static const StafetList room_lists[] = { { "parts", N_ ("Joined from"), STAFET_KIND_ROOM_PART,
                                           STAFET_INDEX_ROOM_PART_BY_ROOM, "room", "part" },
                                         { NULL } };

int
stafet_house_loan_notice (const StafetHouse *house)
{
  return house->loan_notice_days != STAFET_INTEGER_NONE ? house->loan_notice_days : USUAL_NOTICE_DAYS;
}

gint32
stafet_room_capacity (const StafetRoom *room, gint32 layout)
{
  if (layout == STAFET_LAYOUT_TABLES)
    return room->tables;
  return layout == STAFET_LAYOUT_ROWS ? room->rows : MAX (room->tables, room->rows);
}

const StafetEnumValue stafet_duty_values[] = { { "volunteering", N_ ("volunteer consultant") },
                                               { "experience", N_ ("experience worker") },
                                               { "prevention", N_ ("prevention consultant") },
                                               { "genlyd", N_ ("GENLYD") },
                                               { "manager", N_ ("house manager") },
                                               { "lead", N_ ("lead volunteer") },
                                               { NULL } };

static const StafetField contact_fields[] = {
  { "name", N_ ("Name"), STAFET_FIELD_TEXT, AT (StafetContact, name),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "role", N_ ("Role"), STAFET_FIELD_TEXT, AT (StafetContact, role),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "phone", N_ ("Phone"), STAFET_FIELD_TEXT, AT (StafetContact, phone), STAFET_FIELD_PHONE },
  { "mail", N_ ("E-mail"), STAFET_FIELD_TEXT, AT (StafetContact, mail) },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetContact, house), .target = STAFET_KIND_HOUSE,
    .index = STAFET_INDEX_CONTACT_BY_HOUSE },
  { "ward", N_ ("Ward"), STAFET_FIELD_REF, AT (StafetContact, ward), .target = STAFET_KIND_WARD,
    .index = STAFET_INDEX_CONTACT_BY_WARD },
  { "area", N_ ("Area"), STAFET_FIELD_REF, AT (StafetContact, area), .target = STAFET_KIND_AREA },
  { "public", N_ ("May be named in public"), STAFET_FIELD_FLAG, AT (StafetContact, is_public) },
  { "duty", N_ ("Is to be asked as"), STAFET_FIELD_ENUM, AT (StafetContact, duty),
    .values = stafet_duty_values, .fallback = STAFET_ENUM_NONE, .step = 10 },
  { NULL }
};

static const StafetEnumValue organiser_kinds[] = {
  { "house", N_ ("the house") }, { "council", N_ ("council") }, { "association", N_ ("association") },
  { "church", N_ ("church") },   { "other", N_ ("other") },     { NULL }
};

static const StafetField organiser_fields[] = {
  { "name", N_ ("Name"), STAFET_FIELD_TEXT, AT (StafetOrganiser, name),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "kind", N_ ("Kind"), STAFET_FIELD_ENUM, AT (StafetOrganiser, kind), .values = organiser_kinds,
    .fallback = STAFET_ORGANISER_ASSOCIATION },
  { "phone", N_ ("Phone"), STAFET_FIELD_TEXT, AT (StafetOrganiser, phone), STAFET_FIELD_PHONE },
  { "mail", N_ ("E-mail"), STAFET_FIELD_TEXT, AT (StafetOrganiser, mail) },
  { "contact", N_ ("Contact person"), STAFET_FIELD_REF, AT (StafetOrganiser, contact),
    .target = STAFET_KIND_CONTACT, .step = 10 },
  { "web", N_ ("Web address"), STAFET_FIELD_TEXT, AT (StafetOrganiser, web), .step = 10 },
  { NULL }
};

StafetRecordInfo stafet_area_info = { .kind = STAFET_KIND_AREA,
                                      .name = "area",
                                      .title = N_ ("area"),
                                      .type_name = "StafetArea",
                                      .instance_size = sizeof (StafetArea),
                                      .fields = area_fields,
                                      .label = "name",
                                      .public_kind = TRUE };
StafetRecordInfo stafet_house_info = { .kind = STAFET_KIND_HOUSE,
                                       .name = "house",
                                       .title = N_ ("house"),
                                       .type_name = "StafetHouse",
                                       .instance_size = sizeof (StafetHouse),
                                       .fields = house_fields,
                                       .label = "name",
                                       .public_kind = TRUE };
StafetRecordInfo stafet_ward_info = { .kind = STAFET_KIND_WARD,
                                      .name = "ward",
                                      .title = N_ ("ward"),
                                      .type_name = "StafetWard",
                                      .instance_size = sizeof (StafetWard),
                                      .fields = ward_fields,
                                      .label = "name",
                                      .public_kind = TRUE };
StafetRecordInfo stafet_room_info = { .kind = STAFET_KIND_ROOM,
                                      .name = "room",
                                      .title = N_ ("room"),
                                      .type_name = "StafetRoom",
                                      .instance_size = sizeof (StafetRoom),
                                      .fields = room_fields,
                                      .lists = room_lists,
                                      .label = "name",
                                      .books = TRUE,
                                      .public_kind = TRUE };
StafetRecordInfo stafet_room_part_info = { .kind = STAFET_KIND_ROOM_PART,
                                           .name = "room_part",
                                           .title = N_ ("part of a room"),
                                           .type_name = "StafetRoomPart",
                                           .instance_size = sizeof (StafetRoomPart),
                                           .fields = room_part_fields,
                                           .order = "position" };
StafetRecordInfo stafet_contact_info = { .kind = STAFET_KIND_CONTACT,
                                         .name = "contact",
                                         .title = N_ ("contact"),
                                         .type_name = "StafetContact",
                                         .instance_size = sizeof (StafetContact),
                                         .fields = contact_fields,
                                         .label = "name",
                                         .public_kind = TRUE };
StafetRecordInfo stafet_organiser_info = { .kind = STAFET_KIND_ORGANISER,
                                           .name = "organiser",
                                           .title = N_ ("organiser"),
                                           .type_name = "StafetOrganiser",
                                           .instance_size = sizeof (StafetOrganiser),
                                           .fields = organiser_fields,
                                           .label = "name",
                                           .public_kind = TRUE };

char *
stafet_house_closed_words (StafetDate closed_from, StafetDate today)
{
  g_autofree char *day = NULL;

  if (closed_from == STAFET_DATE_NONE)
    return NULL;
  day = stafet_words_day_with_year (stafet_i18n_get_language (), closed_from);
  return g_strdup_printf (closed_from > today ? _ ("closes %s") : _ ("closed from %s"), day);
}
