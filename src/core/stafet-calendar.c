/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record table of other people's calendars.
 */
#include "stafet-calendar.h"

#include "stafet-i18n.h"

#define AT(member) G_STRUCT_OFFSET (StafetCalendar, member)

static const StafetField calendar_fields[] = {
  { "name", N_ ("Name"), STAFET_FIELD_TEXT, AT (name), STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (house), STAFET_FIELD_REQUIRED, .target = STAFET_KIND_HOUSE,
    .index = STAFET_INDEX_CALENDAR_BY_HOUSE },
  { "address", N_ ("Address"), STAFET_FIELD_TEXT, AT (address),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_NEVER_EXPORTED },
  { "room", N_ ("Room"), STAFET_FIELD_REF, AT (room), .target = STAFET_KIND_ROOM },
  { "fetched", N_ ("Fetched"), STAFET_FIELD_INSTANT, AT (fetched), STAFET_FIELD_TOLD },
  { NULL }
};

StafetRecordInfo stafet_calendar_info = { .kind = STAFET_KIND_CALENDAR,
                                          .name = "calendar",
                                          .title = N_ ("calendar of others"),
                                          .type_name = "StafetCalendar",
                                          .instance_size = sizeof (StafetCalendar),
                                          .fields = calendar_fields,
                                          .label = "name",
                                          .public_kind = TRUE };
