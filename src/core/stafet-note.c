/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record table of notes.
 */
#include "stafet-note.h"

#include "stafet-i18n.h"

#include <string.h>

#define LONGEST_NAME 48 /* characters */

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

char *
stafet_note_name (const char *text)
{
  gsize line = strcspn (text, "\n");
  g_autofree char *first = g_strndup (text, line), *start = NULL;

  if (text[line] == '\0' && g_utf8_strlen (first, -1) <= LONGEST_NAME)
    return g_steal_pointer (&first);
  start = g_utf8_substring (first, 0, MIN (g_utf8_strlen (first, -1), LONGEST_NAME));
  return g_strconcat (start, "…", NULL);
}
