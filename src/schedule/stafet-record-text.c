/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the fields of a record in order.
 */
#include "stafet-record-text.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"

#include <string.h>

/* "" for what says nothing. (transfer full) */
static char *
value_of (const StafetSnapshot *snapshot, StafetRecord *record, const StafetField *field,
          StafetLanguage language)
{
  StafetRecord *other;
  StafetDate date;
  gint32 number;

  switch (field->type)
    {
    case STAFET_FIELD_REF:
      other = stafet_snapshot_get (snapshot, field->target, STAFET_FIELD_AT (StafetUid, record, field));
      return g_strdup (other != NULL ? stafet_record_get_label (other) : "");
    case STAFET_FIELD_ENUM:
      number = STAFET_FIELD_AT (gint32, record, field);
      return g_strdup (number != STAFET_ENUM_NONE ? stafet_i18n_text (language, field->values[number].title)
                                                  : "");
    case STAFET_FIELD_DATE:
      date = STAFET_FIELD_AT (StafetDate, record, field);
      return date != STAFET_DATE_NONE ? stafet_words_day_with_year (language, date) : g_strdup ("");
    case STAFET_FIELD_FLAG:
      return g_strdup (STAFET_FIELD_AT (gboolean, record, field) ? stafet_i18n_text (language, N_ ("yes"))
                                                                 : "");
    default:
      return stafet_record_get_text (record, field);
    }
}

char *
stafet_record_text (const StafetSnapshot *snapshot, StafetRecord *record, StafetLanguage language)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);
  GString *text = g_string_new (stafet_record_get_label (record));

  g_string_append_c (text, '\n');
  for (const StafetField *field = info->fields; field->name != NULL; field++)
    {
      g_autofree char *value = NULL, *title = NULL;

      if ((field->flags & STAFET_FIELD_HIDDEN) != 0 || g_strcmp0 (field->name, info->label) == 0)
        continue;
      value = value_of (snapshot, record, field, language);
      if (*value == '\0')
        continue;
      title = stafet_text_capital (stafet_i18n_text (language, field->title));
      g_string_append_printf (text, "\n%s:%s%s\n", title,
                              (field->flags & STAFET_FIELD_LINES) != 0 ? "\n" : " ", value);
    }
  return g_string_free (text, FALSE);
}
