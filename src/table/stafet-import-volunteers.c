/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a row of a list of volunteers, as coordinators keep them.
 */
#include "core/stafet-cpr.h"
#include "core/stafet-text.h"
#include "core/stafet-typed-week.h"
#include "core/stafet-words.h"
#include "plan/stafet-use-cases.h"
#include "stafet-import-row.h"

#include <string.h>

/* Parts of a cell: between commas, semicolons, strokes, plus signs and "og". */
static char **
split (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\s*[,;/+&]\\s*|\\s+og\\s+|\\s+and\\s+", 0, 0, NULL);

  return g_regex_split (regex, text, 0);
}

static gboolean
is_formula (const char *text)
{
  return *text == '=' || *text == '@';
}

/* ——— Name, telephones, mail ——— */

/* Without the code of a country. */
#define MOST_FIGURES 12

static gboolean
read_name (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *whole = stafet_import_cell (source, "name"), *first = NULL, *last = NULL;

  if (*whole == '\0')
    {
      first = stafet_import_cell (source, "first_name");
      last = stafet_import_cell (source, "last_name");
      g_free (whole);
      whole = g_strjoin (*first != '\0' && *last != '\0' ? " " : "", first, last, NULL);
    }
  g_free (self->name);
  self->name = g_strdup (whole);
  if (!stafet_import_has_column (source, "name") && !stafet_import_has_column (source, "first_name")
      && !stafet_import_has_column (source, "last_name"))
    return stafet_import_row_refuse (
      self, "%s", _ ("No column is said to be the names. Say which one is, or write “Navn” above it."));
  if (*whole == '\0')
    return stafet_import_row_refuse (self, _ ("It has no name."));
  if (is_formula (whole))
    return stafet_import_row_refuse (self, _ ("“%s” is a formula and no name."), whole);
  stafet_import_row_set (self, "name", whole);
  return TRUE;
}

/* "13 40 00 01 (datter)", "tlf. 13400001": the figures alone. (transfer full) */
static char *
bare_phone (const char *text)
{
  g_autoptr (GRegex) words = g_regex_new ("\\([^)]*\\)|[[:alpha:]æøåÆØÅ]+[.:]?", 0, 0, NULL);
  char *bare = g_regex_replace_literal (words, text, -1, 0, " ", 0, NULL);

  return g_strstrip (bare);
}

static gboolean
read_phones (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *cell = stafet_import_cell (source, "phones"), *joined = NULL;
  /* The + of a foreign number is no sign between two. */
  g_autoptr (GRegex) between =
    g_regex_new ("\\s*[,;/&\n]\\s*|\\s+og\\s+|\\s+eller\\s+|\\s+(?=\\+)", 0, 0, NULL);
  g_auto (GStrv) parts = g_regex_split (between, cell, 0);
  g_autoptr (GPtrArray) phones = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *bare = bare_phone (parts[i]);
      char *phone = stafet_phone_clean (bare, NULL);

      /* "-", "ingen" */
      if (strpbrk (bare, "0123456789") == NULL)
        {
          g_free (phone);
          continue;
        }
      if (phone == NULL || strlen (phone) < 8 || strlen (phone) > MOST_FIGURES + (*phone == '+' ? 3 : 0))
        {
          g_free (phone);
          return stafet_import_row_refuse (self, _ ("“%s” is no phone number."), parts[i]);
        }
      g_ptr_array_add (phones, phone);
    }
  g_ptr_array_add (phones, NULL);
  joined = g_strjoinv (",", (char **) phones->pdata);
  stafet_import_row_set (self, "phones", joined);
  return TRUE;
}

static gboolean
read_mail (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *mail = stafet_import_cell (source, "mail");
  const char *at = strchr (mail, '@');

  if (strcmp (mail, "-") == 0)
    return TRUE;
  if (*mail != '\0' && (at == NULL || at == mail || strchr (at, '.') == NULL || strchr (mail, ' ') != NULL))
    return stafet_import_row_refuse (self, _ ("“%s” is no e-mail address."), mail);
  stafet_import_row_set (self, "mail", mail);
  return TRUE;
}

/* ——— What she can ——— */

/* As the plan spells it already, else with a small letter first: "Café" and "café" are one, "IT" stays.
 * (transfer full) */
static char *
spell_skill (const StafetImportSource *source, const char *skill)
{
  g_autofree char *folded = stafet_text_fold (skill), *first = NULL;
  const char *known = g_hash_table_lookup (source->skills, folded);
  const char *second = g_utf8_next_char (skill);

  if (known != NULL)
    return g_strdup (known);
  if (g_unichar_isupper (g_utf8_get_char (second)))
    return g_strdup (skill);
  first = g_utf8_strdown (skill, (gssize) (second - skill));
  return g_strconcat (first, second, NULL);
}

static void
read_skills (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *cell = stafet_import_cell (source, "skills"), *joined = NULL;
  g_auto (GStrv) parts = split (cell);
  g_autoptr (GPtrArray) skills = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !is_formula (parts[i]))
      g_ptr_array_add (skills, spell_skill (source, parts[i]));
  g_ptr_array_add (skills, NULL);
  joined = g_strjoinv (",", (char **) skills->pdata);
  stafet_import_row_set (self, "skills", joined);
}

/* ——— When she is free ——— */

/* A list says "helst formiddag" without days, "tirsdag og torsdag" without hours, or "kun ulige uger" without
 * either: any day, any hour is meant. */
static const char *const completions[] = { "%s", "alle dage %s", "%s hele dagen", "alle dage %s hele dagen" };

/* Times as the command line writes them are read as it reads them. */
static gboolean
read_written (StafetImportRow *self, const char *list)
{
  g_autofree char *pair = g_strconcat ("available=", list, NULL);
  g_autoptr (GError) error = NULL;

  if (!stafet_use_check_pairs (STAFET_KIND_VOLUNTEER, (const char *const[]){ pair, NULL }, NULL, FALSE,
                               &error))
    return stafet_import_row_refuse (self, "%s", error->message);
  stafet_import_row_set (self, "available", list);
  return TRUE;
}

static gboolean
read_available (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *cell = stafet_import_cell (source, "available");
  g_autoptr (GError) error = NULL;

  if (*cell == '\0')
    return TRUE;
  if (stafet_availability_is_written (cell))
    return read_written (self, cell);
  for (guint i = 0; i < G_N_ELEMENTS (completions); i++)
    {
      g_auto (GStrv) halves = g_strsplit (completions[i], "%s", 2);
      g_autofree char *text = g_strconcat (halves[0], cell, halves[1], NULL), *list = NULL;
      gboolean by_agreement = FALSE;

      if (!stafet_typed_availability (text, &list, &by_agreement, error == NULL ? &error : NULL))
        continue;
      stafet_import_row_set (self, "available", list);
      if (by_agreement)
        stafet_import_row_set (self, "by_agreement", "yes");
      return TRUE;
    }
  return stafet_import_row_refuse (self, "%s", error->message);
}

/* ——— Remarks ——— */

static gboolean
read_pause (StafetImportRow *self, const StafetImportSource *source, const char *remark)
{
  g_autoptr (GRegex) regex = g_regex_new (
    "^(?:på )?pause(?:\\s+(?:indtil|til og med|til|frem til)\\s+(.+))?$", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *until = NULL;
  char buffer[STAFET_DATE_SIZE];
  StafetDate date;

  if (!g_regex_match (regex, remark, 0, &match))
    return FALSE;
  until = g_match_info_fetch (match, 1);
  if (!stafet_import_date (until != NULL ? until : "", source->today, &date, NULL))
    {
      /* "pause til sommer": who reads the note will know. */
      stafet_import_row_set (self, "status", "paused");
      return FALSE;
    }
  if (date == STAFET_DATE_NONE || date > source->today)
    {
      stafet_import_row_set (self, "status", "paused");
      stafet_import_row_set (self, "paused_until", stafet_date_write (date, buffer));
    }
  return TRUE;
}

static gboolean
read_call_when (const char *remark, GPtrArray *whens)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("^(?:ring|ringes|træffes|kan træffes)\\s+(.+)$", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *when = NULL;

  if (!g_regex_match (regex, remark, 0, &match))
    return FALSE;
  when = g_match_info_fetch (match, 1);
  g_ptr_array_add (whens, g_steal_pointer (&when));
  return TRUE;
}

static gboolean
read_protected (StafetImportRow *self, const char *remark)
{
  g_autofree char *folded = stafet_text_fold (remark);

  if (strstr (folded, "beskyttet") == NULL && strstr (folded, "beskyttelse") == NULL)
    return FALSE;
  stafet_import_row_set (self, "protected", "yes");
  /* Whatever else the remark says stays one. */
  return g_utf8_strlen (remark, -1) <= (glong) strlen ("navne- og adressebeskyttelse");
}

/* "stoppet", "stoppet 1/5": since when stays a remark. */
static gboolean
read_stopped (StafetImportRow *self, const char *remark)
{
  g_autofree char *folded = stafet_text_fold (remark);

  if (!g_str_has_prefix (folded, "stoppet") && !g_str_has_prefix (folded, "er stoppet")
      && !g_str_has_prefix (folded, "ophoert"))
    return FALSE;
  stafet_import_row_set (self, "status", "stopped");
  return strchr (folded, ' ') == NULL || strcmp (folded, "er stoppet") == 0;
}

/* "ikke mandag", "hver anden tirsdag": somebody must say what becomes of her times. */
static void
note_times (StafetImportRow *self, const char *remark)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("\\b(?:ikke|undtagen|undt\\.|hver anden|hver "
                 "2\\.|kun)\\b.*(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)",
                 G_REGEX_CASELESS, 0, NULL);

  if (g_regex_match (regex, remark, 0, NULL))
    stafet_import_row_note (self, _ ("“%s” is kept as a note: say yourself when this person is free."),
                            remark);
}

static void
read_remarks (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *cell = stafet_import_cell (source, "note"), *cell_when = NULL, *when = NULL, *note = NULL;
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*[,;]\\s*", cell, 0, 0);
  g_autoptr (GPtrArray) rest = g_ptr_array_new (), whens = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      /* A dash stands for nothing. */
      if (*parts[i] == '\0' || strcmp (parts[i], "-") == 0)
        continue;
      if (is_formula (parts[i]))
        stafet_import_row_note (self, _ ("“%s” looks like a formula and is left out."), parts[i]);
      else if (!read_pause (self, source, parts[i]) && !read_call_when (parts[i], whens)
               && !read_protected (self, parts[i]) && !read_stopped (self, parts[i]))
        {
          note_times (self, parts[i]);
          g_ptr_array_add (rest, parts[i]);
        }
    }
  g_ptr_array_add (rest, NULL);
  note = g_strjoinv (", ", (char **) rest->pdata);
  stafet_import_row_set (self, "note", note);
  cell_when = stafet_import_cell (source, "call_when");
  if (*cell_when != '\0')
    g_ptr_array_insert (whens, 0, g_steal_pointer (&cell_when));
  g_ptr_array_add (whens, NULL);
  when = g_strjoinv (", ", (char **) whens->pdata);
  stafet_import_row_set (self, "call_when", when);
}

/* ——— The rest ——— */

static gboolean
read_started (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *cell = stafet_import_cell (source, "started");
  g_autoptr (GError) error = NULL;
  char buffer[STAFET_DATE_SIZE];
  StafetDate date;

  if (!stafet_import_date (cell, source->today, &date, &error))
    return stafet_import_row_refuse (self, "%s", error->message);
  stafet_import_row_set (self, "started", stafet_date_write (date, buffer));
  return TRUE;
}

static void
read_kind (StafetImportRow *self, const StafetImportSource *source)
{
  static const struct
  {
    const char *word, *key;
  } kinds[] = { { "fast", "regular" },          { "regular", "regular" },  { "afloeser", "on_call" },
                { "vikar", "on_call" },         { "on call", "on_call" },  { "tilkald", "on_call" },
                { "specialist", "specialist" }, { "planlaeg", "planner" }, { "planner", "planner" } };
  g_autofree char *cell = stafet_import_cell (source, "kind"), *folded = stafet_text_fold (cell);

  for (guint i = 0; *folded != '\0' && i < G_N_ELEMENTS (kinds); i++)
    if (strstr (folded, kinds[i].word) != NULL)
      {
        stafet_import_row_set (self, "kind", kinds[i].key);
        return;
      }
}

static void
read_plain (StafetImportRow *self, const StafetImportSource *source, const char *key)
{
  g_autofree char *cell = stafet_import_cell (source, key);

  if (is_formula (cell))
    stafet_import_row_note (self, _ ("“%s” looks like a formula and is left out."), cell);
  else
    stafet_import_row_set (self, key, cell);
}

static gboolean
has_phone (const StafetImportSource *source, const StafetVolunteer *volunteer, char **numbers)
{
  const GPtrArray *known =
    stafet_snapshot_index (source->snapshot, STAFET_INDEX_PHONE_BY_VOLUNTEER, volunteer->parent.uid);

  for (guint i = 0; i < known->len; i++)
    for (guint j = 0; numbers[j] != NULL; j++)
      if (stafet_phone_equal (((StafetPhone *) g_ptr_array_index (known, i))->number, numbers[j]))
        return TRUE;
  return FALSE;
}

/* Whom the list means: the same name and telephone, or, where a list has no telephone, the same name alone.
 */
static StafetUid
find_existing (const StafetImportSource *source, const char *name, const char *phones)
{
  g_autofree char *folded = stafet_text_fold (name);
  const GPtrArray *namesakes = g_hash_table_lookup (source->volunteers, folded);
  g_auto (GStrv) numbers = g_strsplit (phones, ",", -1);

  for (guint i = 0; namesakes != NULL && i < namesakes->len; i++)
    {
      const StafetVolunteer *volunteer = g_ptr_array_index (namesakes, i);

      if (*phones == '\0' || has_phone (source, volunteer, numbers))
        return volunteer->parent.uid;
    }
  return NULL;
}

/* (transfer none): what the pair of @key says, or "" */
static const char *
value_of (const StafetImportRow *self, const char *key)
{
  gsize length = strlen (key);

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const char *pair = g_ptr_array_index (self->pairs, i);

      if (strncmp (pair, key, length) == 0 && pair[length] == '=')
        return pair + length + 1;
    }
  return "";
}

/* Whoever comes there already is looked after; nobody new comes to a house that has closed for good. */
static void
check_open (StafetImportRow *self, const StafetImportSource *source, StafetUid uid)
{
  const StafetHouse *house =
    uid != NULL ? stafet_snapshot_get (source->snapshot, STAFET_KIND_HOUSE, uid) : NULL;
  const GPtrArray *links;
  g_autofree char *day = NULL;

  if (house == NULL || house->closed_from == STAFET_DATE_NONE || house->closed_from > source->today)
    return;
  links =
    self->existing != NULL
      ? stafet_snapshot_index (source->snapshot, STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER, self->existing)
      : NULL;
  for (guint i = 0; links != NULL && i < links->len; i++)
    if (((const StafetVolunteerHouse *) g_ptr_array_index (links, i))->house == uid)
      return;
  day = stafet_words_day_with_year (stafet_i18n_get_language (), house->closed_from);
  stafet_import_row_refuse (self, _ ("%s is closed from %s: say another house."), house->name, day);
}

void
stafet_import_read_volunteer (StafetImportRow *self, const StafetImportSource *source)
{
  static const char *const plain[] = { "address", "postcode", "town" };
  StafetUid house;

  self->kind = STAFET_KIND_VOLUNTEER;
  /* All faults of a row are told at once. */
  read_name (self, source);
  read_phones (self, source);
  read_mail (self, source);
  house = stafet_import_row_house (self, source);
  stafet_import_row_set (self, "houses", house != NULL ? house : "");
  read_skills (self, source);
  read_available (self, source);
  read_started (self, source);
  read_kind (self, source);
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    read_plain (self, source, plain[i]);
  read_remarks (self, source);
  self->existing = find_existing (source, self->name, value_of (self, "phones"));
  check_open (self, source, house);
}
