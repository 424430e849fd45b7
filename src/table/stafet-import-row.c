/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the readers of lists have in common: cells, houses, dates.
 */
#include "stafet-import-row.h"

#include "core/stafet-error.h"
#include "core/stafet-text.h"
#include "core/stafet-typed.h"

#include <stdio.h>
#include <string.h>

static gboolean
names_no_day (const StafetImportSource *self, guint row)
{
  g_autofree char *day = stafet_mapping_get (self->mapping, self->table, row, "days");

  return *day == '\0';
}

void
stafet_import_source_go_to (StafetImportSource *self, guint row)
{
  self->row = row;
  if (self->grouped && !names_no_day (self, row))
    self->day_row = row;
}

/* Cells that a spreadsheet merged come out as one that says the day and empty ones below it. It is plainly so
 * where the first row says its day, no day stands twice, and more than one row says none: else a day may have
 * been forgotten. */
static gboolean
find_grouped (const StafetImportSource *self)
{
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint empty = 0;

  for (guint row = stafet_mapping_first_row (self->mapping); row < self->table->rows->len; row++)
    {
      g_autofree char *day = stafet_mapping_get (self->mapping, self->table, row, "days");

      if (stafet_table_row_is_empty (self->table, row))
        continue;
      if (*day == '\0' && g_hash_table_size (days) == 0)
        return FALSE;
      if (*day == '\0')
        empty++;
      else if (!g_hash_table_add (days, stafet_text_fold (day)))
        return FALSE;
    }
  return empty > 1;
}

void
stafet_import_source_index (StafetImportSource *self)
{
  const GPtrArray *volunteers = stafet_snapshot_all (self->snapshot, STAFET_KIND_VOLUNTEER);
  const GPtrArray *skills = stafet_snapshot_all (self->snapshot, STAFET_KIND_SKILL);

  self->grouped = find_grouped (self);
  self->day_row = G_MAXUINT;
  self->volunteers =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->skills = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->claimed = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  for (guint i = 0; i < volunteers->len; i++)
    {
      StafetVolunteer *volunteer = g_ptr_array_index (volunteers, i);
      char *name = stafet_text_fold (volunteer->name);
      GPtrArray *namesakes = g_hash_table_lookup (self->volunteers, name);

      if (namesakes == NULL)
        g_hash_table_insert (self->volunteers, name, namesakes = g_ptr_array_new ());
      else
        g_free (name);
      g_ptr_array_add (namesakes, volunteer);
    }
  for (guint i = 0; i < skills->len; i++)
    {
      const char *skill = ((StafetSkill *) g_ptr_array_index (skills, i))->skill;

      g_hash_table_replace (self->skills, stafet_text_fold (skill), (gpointer) skill);
    }
}

void
stafet_import_source_clear (StafetImportSource *self)
{
  g_hash_table_unref (self->volunteers);
  g_hash_table_unref (self->skills);
  g_hash_table_unref (self->claimed);
}

char *
stafet_import_cell (const StafetImportSource *source, const char *key)
{
  g_autofree char *cell = stafet_mapping_get (source->mapping, source->table, source->row, key);
  char *clean = stafet_text_clean (cell, NULL);

  if (clean == NULL)
    clean = g_strdup (cell);
  /* Lines of a cell are parts of it; only these have more than one. */
  if (strcmp (key, "note") != 0 && strcmp (key, "phones") != 0 && strcmp (key, "volunteer_text") != 0)
    g_strdelimit (clean, "\n", ' ');
  return clean;
}

gboolean
stafet_import_has_column (const StafetImportSource *source, const char *key)
{
  for (guint i = 0; i < source->mapping->n; i++)
    if (source->mapping->columns[i] != NULL && strcmp (source->mapping->columns[i]->key, key) == 0)
      return TRUE;
  return FALSE;
}

void
stafet_import_row_set (StafetImportRow *self, const char *key, const char *value)
{
  g_autofree char *begin = g_strconcat (key, "=", NULL);

  if (*value == '\0')
    return;
  for (guint i = 0; i < self->pairs->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (self->pairs, i), begin))
      g_ptr_array_remove_index (self->pairs, i--);
  g_ptr_array_add (self->pairs, g_strconcat (begin, value, NULL));
}

void
stafet_import_row_note (StafetImportRow *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (self->reasons, g_strdup_vprintf (format, args));
  va_end (args);
}

gboolean
stafet_import_row_refuse (StafetImportRow *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (self->reasons, g_strdup_vprintf (format, args));
  va_end (args);
  self->state = STAFET_IMPORT_FAULTY;
  return FALSE;
}

/* ——— People ——— */

StafetVolunteer *
stafet_import_find_volunteer (const StafetImportSource *source, const char *name)
{
  g_autofree char *folded = stafet_text_fold (name);
  const GPtrArray *namesakes = g_hash_table_lookup (source->volunteers, folded);

  return namesakes != NULL && namesakes->len == 1 ? g_ptr_array_index (namesakes, 0) : NULL;
}

/* ——— Houses ——— */

/* Whether the words of @part stand in @whole, one after the other. */
static gboolean
has_words (const char *whole, const char *part)
{
  gsize length = strlen (part);

  for (const char *at = strstr (whole, part); at != NULL; at = strstr (at + 1, part))
    if ((at == whole || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
      return TRUE;
  return FALSE;
}

StafetHouse *
stafet_import_find_house (const StafetSnapshot *snapshot, const char *text)
{
  const GPtrArray *houses = stafet_snapshot_all (snapshot, STAFET_KIND_HOUSE);
  g_autofree char *folded = stafet_text_fold (text);
  StafetHouse *found = NULL;
  guint n = 0;

  for (guint i = 0; i < houses->len; i++)
    {
      StafetHouse *house = g_ptr_array_index (houses, i);
      g_autofree char *name = stafet_text_fold (house->name);

      if (strcmp (name, folded) == 0)
        return house;
      if (*folded != '\0' && (has_words (name, folded) || has_words (folded, name)))
        {
          found = house;
          n++;
        }
    }
  return n == 1 ? found : NULL;
}

/* Counts the row among those that name @text. */
static StafetImportHouse
ask_of_unknown (const StafetImportSource *source, const char *text)
{
  const StafetImportHouses *houses = source->houses;
  g_autofree char *folded = stafet_text_fold (text);
  StafetUnknownHouse *house = g_hash_table_lookup (source->unknown, folded);
  gpointer chosen;

  /* Nothing is made of a formula. */
  if (strchr ("=@", *text) != NULL)
    return STAFET_IMPORT_HOUSE_REFUSE;
  if (house == NULL)
    {
      house = g_new0 (StafetUnknownHouse, 1);
      house->name = g_strdup (text);
      g_hash_table_insert (source->unknown, g_strdup (folded), house);
    }
  house->rows++;
  if (houses->chosen != NULL && g_hash_table_lookup_extended (houses->chosen, folded, NULL, &chosen))
    return (StafetImportHouse) GPOINTER_TO_INT (chosen);
  return houses->unknown;
}

static StafetUid
unknown_house (StafetImportRow *self, const StafetImportSource *source, const char *text)
{
  StafetImportHouse what = ask_of_unknown (source, text);

  if (what == STAFET_IMPORT_HOUSE_GIVEN && source->houses->given != NULL)
    return source->houses->given;
  if (what == STAFET_IMPORT_HOUSE_ADD)
    self->new_house = g_strdup (text);
  else
    stafet_import_row_refuse (self, _ ("There is no house called “%s”."), text);
  return NULL;
}

StafetUid
stafet_import_row_house (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *cell = stafet_import_cell (source, "houses"),
                  *other = stafet_import_cell (source, "house");
  const char *text = *cell != '\0' ? cell : other;
  StafetHouse *house;

  if (*text == '\0')
    {
      if (source->houses->given == NULL)
        stafet_import_row_refuse (self, _ ("It does not say of which house."));
      return source->houses->given;
    }
  house = stafet_import_find_house (source->snapshot, text);
  return house != NULL ? house->parent.uid : unknown_house (self, source, text);
}

/* ——— Dates ——— */

/* Day, month and year with a dash, a stroke, a full stop or a space between; a year of two figures is of this
 * century, unless that is in the future. */
static gboolean
read_figures (const char *text, StafetDate today, StafetDate *date)
{
  int day, month, year, used = 0, this_year, this_month, this_day;
  char between;

  if (sscanf (text, "%2d%*[-./ ]%2d%c%n%4d%n", &day, &month, &between, &used, &year, &used) != 4
      || text[used] != '\0' || strchr ("-./ ", between) == NULL)
    return FALSE;
  stafet_date_split (today, &this_year, &this_month, &this_day);
  if (year < 100)
    year += year + 2000 > this_year + 10 ? 1900 : 2000;
  *date = stafet_date_new (year, month, day);
  return TRUE;
}

gboolean
stafet_import_date (const char *text, StafetDate today, StafetDate *date, GError **error)
{
  *date = STAFET_DATE_NONE;
  if (*text == '\0')
    return TRUE;
  if (read_figures (text, today, date))
    {
      if (*date == STAFET_DATE_NONE)
        g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_DATE, _ ("The date %s does not exist."),
                     text);
      return *date != STAFET_DATE_NONE;
    }
  return stafet_typed_date (text, today, date, error);
}
