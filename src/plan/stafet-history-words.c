/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says what an entry of the log changed, row by row.
 */
#include "stafet-history-words.h"

#include "core/stafet-words.h"
#include "stafet-history-value.h"

#include <string.h>

typedef struct
{
  StafetHistoryValues values;
  gboolean several; /* the entry is about several records: lines say which */
  GPtrArray *lines;
} Teller;

char *
stafet_history_words_author (const StafetLogEntry *entry)
{
  const char *at = strchr (entry->author, '@');

  return at != NULL ? g_strndup (entry->author, (gsize) (at - entry->author)) : g_strdup (entry->author);
}

char *
stafet_history_words_when (const StafetLogEntry *entry, const StafetZone *zone, StafetDate today)
{
  return stafet_words_when (stafet_i18n_get_language (), stafet_zone_to_wall (zone, entry->at), today);
}

/* Keys that the command line hides tell people nothing, but for an accepted overlap. */
static gboolean
is_told (const StafetField *field)
{
  return (field->flags & STAFET_FIELD_HIDDEN) == 0 || g_str_equal (field->name, "anyway");
}

/* ——— What is gone ——— */

typedef struct
{
  StafetStore *store;
  const StafetSnapshot *snapshot;
  GHashTable *gone;
} Gone;

static void find_gone_references (const Gone *g, StafetRecord *record);

static void
find_gone (const Gone *g, StafetKind kind, StafetUid uid)
{
  StafetRecord *record;

  if (uid == NULL || stafet_snapshot_get (g->snapshot, kind, uid) != NULL
      || g_hash_table_contains (g->gone, uid))
    return;
  record = stafet_store_read_gone (g->store, kind, uid);
  if (record == NULL)
    return;
  g_hash_table_insert (g->gone, (gpointer) uid, record);
  find_gone_references (g, record);
}

static void
find_gone_references (const Gone *g, StafetRecord *record)
{
  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    if (field->type == STAFET_FIELD_REF && field->target != STAFET_KIND_NONE)
      find_gone (g, field->target, STAFET_FIELD_AT (StafetUid, record, field));
}

static void
find_gone_of_row (const Gone *g, const StafetLogRow *row)
{
  g_autoptr (StafetRecord) before = NULL, after = NULL;

  if (row->kind == STAFET_KIND_NONE)
    return;
  before = stafet_history_record (row, row->before);
  after = stafet_history_record (row, row->after);
  find_gone (g, row->kind, row->uid);
  find_gone_references (g, before);
  find_gone_references (g, after);
}

GHashTable *
stafet_history_words_gone (StafetStore *store, const StafetSnapshot *snapshot, const GPtrArray *entries)
{
  Gone g = { store, snapshot, g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_object_unref) };

  for (guint i = 0; i < entries->len; i++)
    {
      const StafetLogEntry *entry = g_ptr_array_index (entries, i);

      for (guint j = 0; j < entry->rows->len; j++)
        find_gone_of_row (&g, g_ptr_array_index (entry->rows, j));
    }
  return g.gone;
}

/* ——— Lines ——— */

static void
add_line (Teller *t, const char *name, char *line)
{
  if (t->several && *name != '\0')
    {
      g_ptr_array_add (t->lines, g_strdup_printf ("%s · %s", name, line));
      g_free (line);
    }
  else
    g_ptr_array_add (t->lines, line);
}

static void
add_change (Teller *t, const char *name, const StafetField *field, const char *before, const char *after)
{
  add_line (t, name,
            g_strdup_printf ("%s: %s → %s", _ (field->title), *before != '\0' ? before : "–",
                             *after != '\0' ? after : "–"));
}

static gboolean
holds (GVariant *image, const char *key)
{
  const char *text;

  return image != NULL && g_variant_lookup (image, key, "&s", &text);
}

static gboolean
is_blank (GVariant *image, const char *key)
{
  const char *text;

  return image != NULL && g_variant_lookup (image, key, "&s", &text)
         && strcmp (text, STAFET_IMAGE_BLANK) == 0;
}

/* ——— When a series repeats: one sentence for the keys that make it up ——— */

static gboolean
is_of_rule (const StafetField *field)
{
  static const char *const keys[] = { "rule", "parity", "season", "skip_weeks", "until", NULL };

  return g_strv_contains (keys, field->name);
}

static gboolean
is_series (StafetKind kind)
{
  return kind == STAFET_KIND_ACTIVITY || kind == STAFET_KIND_SHIFT;
}

static StafetTiming *
timing_of (StafetRecord *series)
{
  return STAFET_RECORD_KIND (series) == STAFET_KIND_ACTIVITY ? &((StafetActivity *) series)->timing
                                                             : &((StafetShift *) series)->timing;
}

/* "" when it has no dates of its own. (transfer full) */
static char *
rule_words (StafetRecord *series)
{
  const StafetTiming *timing = timing_of (series);

  if (timing->start == STAFET_WALL_NONE)
    return g_strdup ("");
  return stafet_words_rule (stafet_i18n_get_language (), timing);
}

/* The record as it stands now, but with what @image says. (transfer full) */
static StafetRecord *
now_with (StafetRecord *now, GVariant *image)
{
  StafetRecord *record = stafet_record_copy (now);

  stafet_history_apply (record, image);
  return record;
}

/* Whether the sentence was said: the series must still be there to say its weekday. */
static gboolean
tell_rule (Teller *t, const StafetLogRow *row, StafetRecord *now, const char *name)
{
  const StafetField *rule = stafet_record_info_field (stafet_record_info (row->kind), "rule");
  g_autoptr (StafetRecord) old = now != NULL ? now_with (now, row->before) : NULL;
  g_autoptr (StafetRecord) new = now != NULL ? now_with (now, row->after) : NULL;
  g_autofree char *before = old != NULL ? rule_words (old) : g_strdup ("");
  g_autofree char *after = new != NULL ? rule_words (new) : g_strdup ("");

  if (*before == '\0' || strcmp (before, after) == 0)
    return FALSE;
  add_change (t, name, rule, before, after);
  return TRUE;
}

static gboolean
changes_rule (const StafetLogRow *row)
{
  for (const StafetField *field = stafet_record_info (row->kind)->fields; field->name != NULL; field++)
    if (is_of_rule (field) && holds (row->after, field->name))
      return TRUE;
  return FALSE;
}

/* ——— What a date has of its own ——— */

static GVariant *
changes_of (StafetRecord *exception)
{
  return stafet_image_read (exception != NULL ? ((StafetException *) exception)->changes : "", NULL);
}

/* The series as it is on that date without anything of its own. (transfer full) */
static StafetRecord *
series_on (Teller *t, StafetException *exception)
{
  StafetKind kind = exception->activity != NULL ? STAFET_KIND_ACTIVITY : STAFET_KIND_SHIFT;
  StafetUid uid = exception->activity != NULL ? exception->activity : exception->shift;
  StafetRecord *now = stafet_snapshot_get (t->values.snapshot, kind, uid);
  StafetRecord *series = now != NULL ? stafet_record_copy (now) : stafet_record_new (kind, uid);
  StafetTiming *timing = timing_of (series);
  StafetWall start = timing->start;

  if (start == STAFET_WALL_NONE || timing->end == STAFET_WALL_NONE)
    return series;
  timing->start = stafet_wall_new (exception->date, stafet_wall_minutes (start));
  timing->end += timing->start - start;
  return series;
}

/* @before and @after are the exception, NULL where there is none; @whole says of which series it is. */
static void
tell_own_date (Teller *t, StafetException *whole, StafetRecord *before, StafetRecord *after, const char *name)
{
  g_autoptr (StafetRecord) base = series_on (t, whole);
  g_autoptr (GVariant) old = changes_of (before), new = changes_of (after);
  g_autoptr (StafetRecord) was = NULL, is = NULL;

  if (old == NULL || new == NULL)
    return;
  was = now_with (base, old);
  is = now_with (base, new);
  for (const StafetField *field = STAFET_RECORD_INFO (base)->fields; field->name != NULL; field++)
    if (is_told (field) && !stafet_record_same_value (was, is, field))
      {
        g_autofree char *from = stafet_history_value (&t->values, was, is, field);
        g_autofree char *to = stafet_history_value (&t->values, is, was, field);

        add_change (t, name, field, from, to);
      }
}

/* ——— Rows ——— */

static void
tell_key (Teller *t, const StafetLogRow *row, StafetRecord *before, StafetRecord *after,
          const StafetField *field, const char *name)
{
  g_autofree char *old = NULL, *new = NULL;

  if (is_blank (row->before, field->name) || is_blank (row->after, field->name))
    {
      add_line (t, name,
                g_strdup_printf (_ ("%s: was changed; what it said is no longer kept"), _ (field->title)));
      return;
    }
  old = stafet_history_value (&t->values, before, after, field);
  new = stafet_history_value (&t->values, after, before, field);
  add_change (t, name, field, old, new);
}

static void
tell_update (Teller *t, const StafetLogRow *row)
{
  const StafetRecordInfo *info = stafet_record_info (row->kind);
  StafetRecord *now = stafet_snapshot_get (t->values.snapshot, row->kind, row->uid);
  g_autoptr (StafetRecord) before = stafet_history_record (row, row->before);
  g_autoptr (StafetRecord) after = stafet_history_record (row, row->after);
  g_autofree char *name = stafet_history_name_row (&t->values, row);
  gboolean rule = is_series (row->kind) && changes_rule (row) && tell_rule (t, row, now, name);

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    if (is_told (field) && holds (row->after, field->name) && !(rule && is_of_rule (field)))
      tell_key (t, row, before, after, field, name);
  if (row->kind == STAFET_KIND_EXCEPTION && now != NULL && holds (row->after, "changes"))
    tell_own_date (t, (StafetException *) now, before, after, name);
}

/* Whether a key of a new or removed record is worth saying: it is neither what every new record has nor said
 * by its name. */
static gboolean
is_worth_saying (const StafetRecordInfo *info, StafetRecord *record, StafetRecord *fresh,
                 const StafetField *field)
{
  if (!is_told (field) || stafet_record_same_value (record, fresh, field))
    return FALSE;
  if (info->label != NULL)
    return !g_str_equal (field->name, info->label);
  return !stafet_history_is_name (info, field);
}

static void
append_keys (Teller *t, GString *line, const StafetLogRow *row, GVariant *image, StafetRecord *record)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);
  g_autoptr (StafetRecord) fresh = stafet_record_new (info->kind, "");
  g_autofree char *rule = is_series (row->kind) ? rule_words (record) : g_strdup ("");

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    {
      g_autofree char *value = NULL;

      if (is_blank (image, field->name))
        value = g_strdup (_ ("no longer kept"));
      else if (!is_worth_saying (info, record, fresh, field))
        continue;
      else if (*rule != '\0' && is_of_rule (field))
        value = g_str_equal (field->name, "rule") ? g_strdup (rule) : NULL;
      else
        value = stafet_history_value (&t->values, record, fresh, field);
      if (value != NULL)
        g_string_append_printf (line, " · %s: %s", _ (field->title), value);
    }
}

static void
append_window (GString *line, StafetRecord *availability)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autofree char *words = NULL;

  g_ptr_array_add (one, availability);
  words = stafet_words_availability (stafet_i18n_get_language (), one);
  g_string_append_printf (line, " · %s", words);
}

/* A record that came or went, with all that it holds. */
static void
tell_whole (Teller *t, const StafetLogRow *row, GVariant *image, const char *format)
{
  g_autoptr (StafetRecord) record = stafet_history_record (row, image);
  g_autofree char *name = stafet_history_name (&t->values, record);
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean inserted = row->operation == STAFET_CHANGE_INSERT;

  g_string_append_printf (line, format, _ (STAFET_RECORD_INFO (record)->title), name);
  if (row->kind == STAFET_KIND_AVAILABILITY)
    append_window (line, record);
  else
    append_keys (t, line, row, image, record);
  g_ptr_array_add (t->lines, g_strdup (line->str));
  if (row->kind == STAFET_KIND_EXCEPTION)
    tell_own_date (t, (StafetException *) record, inserted ? NULL : record, inserted ? record : NULL, name);
}

static void
tell_row (Teller *t, const StafetLogRow *row)
{
  /* What a newer program wrote about. */
  if (row->kind == STAFET_KIND_NONE)
    return;
  if (row->before == NULL && row->after == NULL)
    g_ptr_array_add (t->lines, g_strdup_printf (_ ("%s: what was changed is no longer kept"),
                                                _ (stafet_record_info (row->kind)->title)));
  else if (row->operation == STAFET_CHANGE_UPDATE)
    tell_update (t, row);
  else if (row->operation == STAFET_CHANGE_INSERT)
    tell_whole (t, row, row->after, _ ("Made: %s “%s”"));
  else
    tell_whole (t, row, row->before, _ ("Removed: %s “%s”"));
}

static gboolean
is_about_several (const StafetLogEntry *entry)
{
  for (guint i = 1; i < entry->rows->len; i++)
    if (((StafetLogRow *) g_ptr_array_index (entry->rows, i))->uid
        != ((StafetLogRow *) g_ptr_array_index (entry->rows, 0))->uid)
      return TRUE;
  return FALSE;
}

GPtrArray *
stafet_history_words_lines (const StafetSnapshot *snapshot, const StafetZone *zone, GHashTable *gone,
                            const StafetLogEntry *entry)
{
  Teller t = { { snapshot, zone, entry, gone },
               is_about_several (entry),
               g_ptr_array_new_with_free_func (g_free) };
  guint more = entry->n_rows > entry->rows->len ? entry->n_rows - entry->rows->len : 0;

  for (guint i = 0; i < entry->rows->len; i++)
    tell_row (&t, g_ptr_array_index (entry->rows, i));
  if (more > 0)
    g_ptr_array_add (t.lines, g_strdup_printf (ngettext_ ("And %u more.", "And %u more.", more), more));
  return t.lines;
}
