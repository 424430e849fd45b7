/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values and names as the history says them.
 */
#include "stafet-history-value.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"

#include <string.h>

#define LONGEST_TEXT 100

#define LANGUAGE (stafet_i18n_get_language ())

/* ——— Records from images ——— */

/* Key by key: one that was blanked, or that a newer program wrote, must not hide the others. */
void
stafet_history_apply (StafetRecord *record, GVariant *image)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);
  const char *name, *text;
  GVariantIter iter;

  if (image == NULL)
    return;
  g_variant_iter_init (&iter, image);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    {
      const StafetField *field = stafet_record_info_field (info, name);

      if (field == NULL || strcmp (text, STAFET_IMAGE_BLANK) == 0)
        continue;
      if (field->type == STAFET_FIELD_TEXT)
        stafet_record_take_text (record, field, g_strdup (text));
      else
        stafet_record_set_text (record, field, text, NULL);
    }
  stafet_record_derive (record);
}

StafetRecord *
stafet_history_record (const StafetLogRow *row, GVariant *image)
{
  StafetRecord *record = stafet_record_new (row->kind, row->uid);

  stafet_history_apply (record, image);
  return record;
}

/* ——— Values ——— */

/* On one line, and not longer than a line. (transfer full) */
static char *
text_words (const StafetField *field, const char *text)
{
  g_autofree char *line = NULL;

  if ((field->flags & STAFET_FIELD_PHONE) != 0)
    return stafet_phone_format (text);
  line = g_strdelimit (g_strdup (text), "\n", ' ');
  if (g_utf8_strlen (line, -1) > LONGEST_TEXT)
    {
      g_autofree char *start = g_utf8_substring (line, 0, LONGEST_TEXT);

      return g_strconcat (start, "…", NULL);
    }
  return g_steal_pointer (&line);
}

static char *
date_words (StafetDate date)
{
  return date != STAFET_DATE_NONE ? stafet_words_day_with_year (LANGUAGE, date) : g_strdup ("");
}

/* The time alone when it is on the day of @other. */
static char *
wall_words (StafetWall wall, StafetWall other)
{
  if (wall == STAFET_WALL_NONE)
    return g_strdup ("");
  if (other != STAFET_WALL_NONE && stafet_wall_date (wall) == stafet_wall_date (other))
    return stafet_words_time (LANGUAGE, stafet_wall_minutes (wall));
  return stafet_words_instant (LANGUAGE, wall);
}

static char *
moment_words (StafetMoment moment)
{
  StafetWall start, end;

  if (moment == STAFET_MOMENT_NONE)
    return g_strdup ("");
  stafet_moment_span (moment, moment, &start, &end);
  return stafet_moment_is_date (moment) ? date_words (stafet_wall_date (start))
                                        : stafet_words_instant (LANGUAGE, start);
}

/* A record that is not there now, as it was when it went. (transfer full), NULL when nothing tells. */
static StafetRecord *
find_gone (const StafetHistoryValues *self, StafetKind kind, StafetUid uid)
{
  StafetRecord *gone = self->gone != NULL ? g_hash_table_lookup (self->gone, uid) : NULL;

  if (gone != NULL)
    return g_object_ref (gone);
  for (guint i = 0; i < self->entry->rows->len; i++)
    {
      const StafetLogRow *row = g_ptr_array_index (self->entry->rows, i);

      if (row->kind == kind && row->uid == uid && row->operation != STAFET_CHANGE_UPDATE)
        return stafet_history_record (row, row->before != NULL ? row->before : row->after);
    }
  return NULL;
}

static char *
reference_words (const StafetHistoryValues *self, StafetKind kind, StafetUid uid)
{
  StafetRecord *now = uid != NULL ? stafet_snapshot_get (self->snapshot, kind, uid) : NULL;
  g_autoptr (StafetRecord) gone = uid != NULL && now == NULL ? find_gone (self, kind, uid) : NULL;

  if (uid == NULL)
    return g_strdup ("");
  if (now == NULL && gone == NULL)
    return g_strdup_printf (_ ("%s that is gone"), _ (stafet_record_info (kind)->title));
  return stafet_history_name (self, now != NULL ? now : gone);
}

static char *
enum_words (StafetRecord *record, const StafetField *field)
{
  gint32 position = STAFET_FIELD_AT (gint32, record, field);

  return g_strdup (position != STAFET_ENUM_NONE ? _ (field->values[position].title) : "");
}

static char *
instant_words (const StafetHistoryValues *self, StafetInstant instant)
{
  return instant != STAFET_INSTANT_NONE
           ? stafet_words_instant (LANGUAGE, stafet_zone_to_wall (self->zone, instant))
           : g_strdup ("");
}

char *
stafet_history_value (const StafetHistoryValues *self, StafetRecord *record, StafetRecord *other,
                      const StafetField *field)
{
  switch (field->type)
    {
    case STAFET_FIELD_TEXT:
      return text_words (field, STAFET_FIELD_AT (char *, record, field));
    case STAFET_FIELD_FLAG:
      return g_strdup (STAFET_FIELD_AT (gboolean, record, field) ? _ ("yes") : _ ("no"));
    case STAFET_FIELD_DATE:
      return date_words (STAFET_FIELD_AT (StafetDate, record, field));
    case STAFET_FIELD_WALL:
      return wall_words (STAFET_FIELD_AT (StafetWall, record, field),
                         STAFET_FIELD_AT (StafetWall, other, field));
    case STAFET_FIELD_MOMENT:
      return moment_words (STAFET_FIELD_AT (StafetMoment, record, field));
    case STAFET_FIELD_INSTANT:
      return instant_words (self, STAFET_FIELD_AT (StafetInstant, record, field));
    case STAFET_FIELD_ENUM:
      return enum_words (record, field);
    case STAFET_FIELD_REF:
      return reference_words (self, field->target, STAFET_FIELD_AT (StafetUid, record, field));
    default:
      return stafet_record_get_text (record, field);
    }
}

/* ——— Names ——— */

gboolean
stafet_history_is_name (const StafetRecordInfo *info, const StafetField *field)
{
  if (info->label != NULL)
    return g_str_equal (field->name, info->label);
  return (field->type == STAFET_FIELD_REF && field->target != STAFET_KIND_NONE)
         || g_str_equal (field->name, "guest")
         || (field->type == STAFET_FIELD_DATE && g_strcmp0 (info->order, field->name) == 0);
}

static char *
name_part (const StafetHistoryValues *self, StafetRecord *record, const StafetField *field)
{
  StafetDate date =
    field->type == STAFET_FIELD_DATE ? STAFET_FIELD_AT (StafetDate, record, field) : STAFET_DATE_NONE;

  if (date != STAFET_DATE_NONE)
    return stafet_words_short_date (LANGUAGE, date);
  return stafet_history_value (self, record, record, field);
}

char *
stafet_history_name (const StafetHistoryValues *self, StafetRecord *record)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);
  g_autoptr (GString) name = g_string_new (NULL);

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    if (stafet_history_is_name (info, field))
      {
        g_autofree char *part = name_part (self, record, field);

        if (*part != '\0')
          g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", part);
      }
  /* The settings have no name, and a label may have been blanked. */
  if (name->len == 0)
    g_string_append (name, _ (info->title));
  return g_strdup (name->str);
}

char *
stafet_history_name_row (const StafetHistoryValues *self, const StafetLogRow *row)
{
  return reference_words (self, row->kind, row->uid);
}
