/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record table of notes.
 */
#include "stafet-note.h"

#include "stafet-i18n.h"

#define AT(member) G_STRUCT_OFFSET (StafetNote, member)

static const StafetField note_fields[] = {
  { "text", N_ ("Text"), STAFET_FIELD_TEXT, AT (text),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE | STAFET_FIELD_PERSONAL | STAFET_FIELD_NEVER_EXPORTED },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (house), .target = STAFET_KIND_HOUSE },
  { "on", N_ ("Date"), STAFET_FIELD_DATE, AT (on) },
  { "volunteer", N_ ("Volunteer"), STAFET_FIELD_REF, AT (volunteer), STAFET_FIELD_NEVER_EXPORTED,
    .target = STAFET_KIND_VOLUNTEER },
  { "activity", N_ ("Activity"), STAFET_FIELD_REF, AT (activity), .target = STAFET_KIND_ACTIVITY },
  { "done", N_ ("Done"), STAFET_FIELD_DATE, AT (done) },
  { "done_by", N_ ("Done by"), STAFET_FIELD_TEXT, AT (done_by), STAFET_FIELD_HIDDEN },
  { NULL }
};

/* The store has a table "note" of another kind: its own small memory. */
StafetRecordInfo stafet_note_info = { .kind = STAFET_KIND_NOTE,
                                      .name = "note",
                                      .table = "memo",
                                      .title = N_ ("note"),
                                      .type_name = "StafetNote",
                                      .instance_size = sizeof (StafetNote),
                                      .fields = note_fields,
                                      .label = "text",
                                      .public_kind = TRUE };
