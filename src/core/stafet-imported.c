/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record table of what was taken in from calendars.
 */
#include "stafet-imported.h"

#include "stafet-i18n.h"

#define AT(member) G_STRUCT_OFFSET (StafetImported, member)

static const StafetField imported_fields[] = {
  { "activity", N_ ("Activity"), STAFET_FIELD_REF, AT (activity), STAFET_FIELD_HIDDEN,
    .target = STAFET_KIND_ACTIVITY, .index = STAFET_INDEX_IMPORTED_BY_ACTIVITY },
  { "shift", N_ ("Shift"), STAFET_FIELD_REF, AT (shift), STAFET_FIELD_HIDDEN, .target = STAFET_KIND_SHIFT,
    .index = STAFET_INDEX_IMPORTED_BY_SHIFT },
  { "calendar", N_ ("Calendar"), STAFET_FIELD_TEXT, AT (calendar),
    STAFET_FIELD_HIDDEN | STAFET_FIELD_REQUIRED },
  { "event", N_ ("Event"), STAFET_FIELD_TEXT, AT (event), STAFET_FIELD_HIDDEN | STAFET_FIELD_REQUIRED },
  { "digest", N_ ("What it said"), STAFET_FIELD_TEXT, AT (digest),
    STAFET_FIELD_HIDDEN | STAFET_FIELD_REQUIRED },
  { "extra", N_ ("Further lines"), STAFET_FIELD_TEXT, AT (extra), STAFET_FIELD_HIDDEN },
  { NULL }
};

StafetRecordInfo stafet_imported_info = { .kind = STAFET_KIND_IMPORTED,
                                          .name = "imported",
                                          .title = N_ ("taken in from a calendar"),
                                          .type_name = "StafetImported",
                                          .instance_size = sizeof (StafetImported),
                                          .fields = imported_fields };
