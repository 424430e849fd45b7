/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of columns, and how they are found in a list.
 */
#include "stafet-columns.h"

#include "core/stafet-error.h"
#include "core/stafet-text.h"

#include <stdlib.h>
#include <string.h>

static const StafetColumn volunteer_columns[] = {
  { "name", N_ ("Name"),
    "navn|name|frivillig|frivillige|fulde navn|hele navnet|hvem|full name|medarbejder|person|volunteer",
    FALSE },
  { "first_name", N_ ("First name"), "fornavn|fornavne|first name|given name", FALSE },
  { "last_name", N_ ("Last name"), "efternavn|last name|surname", FALSE },
  { "phones", N_ ("Phone"),
    "telefon|telefonnummer|telefonnr|telefonnr.|tlf|tlf.|tlf.nr.|tlf nr|tlf. "
    "nr.|tlfnr|mobil|mobilnummer|mobilnr|mobilnr.|mobil nr.|mobil "
    "nr|mobiltelefon|hjemmetelefon|fastnet|nummer|phone|telephone|mobile|cell",
    TRUE },
  { "mail", N_ ("E-mail"),
    "e-mail|email|mail|e-post|mailadresse|e-mailadresse|e-mail adresse|email adresse|mail adresse|e-mail "
    "address|email address",
    FALSE },
  { "houses", N_ ("House"), "hus|huse|lokalcenter|folkehus|center|sted|house|centre", TRUE },
  { "skills", N_ ("Can and would like to"),
    "kan|kan og vil|vil|kan og vil gerne|hvad|opgave|opgaver|interesser|kompetencer|skills|can|tasks", TRUE },
  { "available", N_ ("Free when"),
    "hvornaar|ledig|hvornaar ledig|tid|tider|dage|ugedage|kan komme|available|availability|when|days", TRUE },
  { "kind", N_ ("Comes as"), "type|slags|kommer som|kind", FALSE },
  { "started", N_ ("Started on"), "startdato|start|startet|startede|siden|frivillig siden|started|since",
    FALSE },
  { "address", N_ ("Address"), "adresse|vej|gade|address|street", FALSE },
  { "postcode", N_ ("Postcode"), "postnr|postnr.|postnummer|postcode|zip", FALSE },
  { "town", N_ ("Town"), "by|town|city", FALSE },
  { "call_when", N_ ("Best called"), "traeffes|traeffes bedst|traeffetid|ring|ringes|best called", FALSE },
  { "note", N_ ("Note"),
    "bemaerkning|bemaerkninger|note|noter|kommentar|kommentarer|andet|remarks|remark|comment|notes", TRUE },
  { NULL }
};

static const StafetColumn activity_columns[] = {
  { "title", N_ ("Title"),
    "aktivitet|aktiviteter|navn paa aktivitet|hvad|titel|navn|arrangement|activity|title|what|event", FALSE },
  { "days", N_ ("Day"), "dag|dage|ugedag|ugedage|dato|datoer|hvornaar|day|days|date|when|weekday", TRUE },
  { "from", N_ ("From"),
    "fra|fra "
    "kl.|kl.|kl|klokken|klokkeslaet|start|starter|starttid|starttidspunkt|tid|tidspunkt|tidsrum|from|time|"
    "starts|start time|begin",
    FALSE },
  { "to", N_ ("To"), "til|til kl.|slut|slutter|sluttid|sluttidspunkt|to|end|ends|end time|until", FALSE },
  { "rule", N_ ("How often"),
    "gentagelse|gentages|hyppighed|hvor ofte|interval|uger|recurrence|repeat|repeats|how often", FALSE },
  { "room", N_ ("Room"), "lokale|lokaler|rum|sal|sted|hvor|lokation|room|where|place|location", FALSE },
  { "organiser", N_ ("Organiser"), "arrangoer|ansvarlig|v/|v|ved|af|hvem|organiser|organizer|by|who", FALSE },
  { "lead", N_ ("Lead volunteer"), "tovholder|tovholdere|lead|lead volunteer", FALSE },
  { "doors_open", N_ ("Doors open"), "doere aabner|doerene aabner|doerene aabnes|doere|doors|doors open",
    FALSE },
  { "price", N_ ("Price"), "pris|priser|kr|kr.|betaling|price|cost", FALSE },
  { "capacity", N_ ("Capacity"),
    "pladser|antal pladser|plads til|max|max antal|max deltagere|maks|maks.|maks antal|maks. "
    "antal|maks. deltagere|capacity|places|seats",
    FALSE },
  { "signup_days", N_ ("Sign up by"),
    "tilmelding|tilmelding senest|tilmeld senest|tilmeldingsfrist|frist|senest|sign-up|sign up|sign up "
    "by|deadline",
    FALSE },
  { "meal", N_ ("Meal"), "spisning|mad|maaltid|med mad|meal|food", FALSE },
  { "transport", N_ ("Transport"), "koersel|befordring|transport", FALSE },
  { "house", N_ ("House"), "hus|lokalcenter|folkehus|center|house|centre", FALSE },
  { "volunteers", N_ ("Volunteers wanted"), "frivillige|antal frivillige|behov|volunteers|wanted", FALSE },
  { "volunteer_text", N_ ("Text to the volunteers"),
    "til de frivillige|til frivillige|besked til frivillige|besked til de frivillige|to the volunteers",
    FALSE },
  { "note", N_ ("Note"),
    "bemaerkning|bemaerkninger|note|noter|tekst|beskrivelse|kommentar|andet|remarks|remark|text|description|"
    "notes",
    TRUE },
  { NULL }
};

static const StafetColumn house_columns[] = {
  { "name", N_ ("Name"), "navn|hus|huse|lokalcenter|folkehus|center|plejehjem|name|house|centre", FALSE },
  { "kind", N_ ("Kind"), "type|slags|art|kategori|kind", FALSE },
  { "area", N_ ("Area"), "omraade|distrikt|area|district", FALSE },
  { "address", N_ ("Address"), "adresse|vej|gade|address|street", FALSE },
  { "postcode", N_ ("Postcode"), "postnr|postnr.|postnummer|postcode|zip", FALSE },
  { "town", N_ ("Town"), "by|town|city", FALSE },
  { "phone", N_ ("Phone"), "telefon|telefonnummer|tlf|tlf.|mobil|phone", FALSE },
  { "mail", N_ ("E-mail"), "e-mail|email|mail|e-post", FALSE },
  { "hours", N_ ("Opening hours"), "aabningstid|aabningstider|aabent|aaben|opening hours|hours|open", FALSE },
  { NULL }
};

static const StafetColumn offer_columns[] = {
  { "title", N_ ("Title"), "tilbud|tilbuddet|titel|navn paa tilbud|hvad tilbydes|offer|title", FALSE },
  { "organiser", N_ ("Association"),
    "forening|foreninger|organisation|udbyder|foreningens navn|association|organisation name", FALSE },
  { "kind", N_ ("Kind"), "type|slags|art|kategori|kind", FALSE },
  { "text", N_ ("Public text"), "beskrivelse|tekst|om tilbuddet|indhold|description|text", TRUE },
  { "words", N_ ("Other words for it"), "stikord|andre ord|soegeord|emneord|keywords|words", TRUE },
  { "address", N_ ("Address"), "adresse|vej|gade|sted|address|street", FALSE },
  { "postcode", N_ ("Postcode"), "postnr|postnr.|postnummer|postcode|zip", FALSE },
  { "times", N_ ("When"), "hvornaar|tid|tider|tidspunkt|aabningstid|aabningstider|when|times", FALSE },
  { "price", N_ ("Price"), "pris|priser|betaling|price|cost", FALSE },
  { "transport", N_ ("Transport"), "koersel|befordring|transport", FALSE },
  { "join", N_ ("How to join"), "tilmelding|saadan kommer man med|henvisning|visitation|how to join", FALSE },
  { "phone", N_ ("Phone"), "telefon|telefonnummer|tlf|tlf.|mobil|phone", FALSE },
  { "waiting", N_ ("Waiting list"), "venteliste|ventetid|waiting list", FALSE },
  { "source", N_ ("Source"), "kilde|hjemmeside|web|source", FALSE },
  { "checked", N_ ("Last checked"), "tjekket|sidst tjekket|opdateret|checked|last checked", FALSE },
  { NULL }
};

static const struct
{
  const char *name;
  const StafetColumn *columns;
} lists[STAFET_N_LISTS] = {
  { "volunteers", volunteer_columns },
  { "activities", activity_columns },
  { "houses", house_columns },
  { "offers", offer_columns },
};

gboolean
stafet_list_kind_parse (const char *text, StafetListKind *kind)
{
  for (int i = 0; i < STAFET_N_LISTS; i++)
    if (strcmp (text, lists[i].name) == 0)
      {
        *kind = (StafetListKind) i;
        return TRUE;
      }
  return FALSE;
}

const StafetColumn *
stafet_columns_of (StafetListKind kind)
{
  return lists[kind].columns;
}

const StafetColumn *
stafet_columns_find (StafetListKind kind, const char *key)
{
  for (const StafetColumn *column = lists[kind].columns; column->key != NULL; column++)
    if (strcmp (column->key, key) == 0)
      return column;
  return NULL;
}

/* ——— By what they are called ——— */

/* Also in the words that an export writes, and its key. */
static gboolean
is_called (const StafetColumn *column, const char *heading)
{
  g_auto (GStrv) names = g_strsplit (column->headings, "|", -1);
  g_autofree char *danish = stafet_text_fold (stafet_i18n_text (STAFET_LANGUAGE_DA, column->title));
  g_autofree char *english = stafet_text_fold (column->title);

  return g_strv_contains ((const char *const *) names, heading) || strcmp (heading, danish) == 0
         || strcmp (heading, english) == 0 || strcmp (heading, column->key) == 0;
}

static gboolean
is_taken (const StafetMapping *self, const StafetColumn *column)
{
  for (guint i = 0; i < self->n; i++)
    if (self->columns[i] == column)
      return TRUE;
  return FALSE;
}

/* "Telefon (mobil):" is called "telefon". (transfer full) */
static char *
fold_heading (const char *cell)
{
  char *folded = stafet_text_fold (cell);

  folded[strcspn (folded, "(:*")] = '\0';
  return g_strchomp (folded);
}

static const StafetColumn *
find_called (const StafetMapping *self, StafetListKind kind, const char *cell)
{
  g_autofree char *heading = fold_heading (cell);

  for (const StafetColumn *column = lists[kind].columns; *heading != '\0' && column->key != NULL; column++)
    if (is_called (column, heading) && (column->many || !is_taken (self, column)))
      return column;
  return NULL;
}

static guint
guess_by_headings (StafetMapping *self, const StafetTable *table, StafetListKind kind, guint row)
{
  guint found = 0;

  memset (self->columns, 0, self->n * sizeof *self->columns);
  for (guint i = 0; i < self->n; i++)
    {
      self->columns[i] = find_called (self, kind, stafet_table_get (table, row, i));
      found += self->columns[i] != NULL ? 1 : 0;
    }
  return found;
}

/* Nothing of what rows have: figures, mail. */
static gboolean
is_wordy (const StafetTable *table, guint row)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (strpbrk (stafet_table_get (table, row, i), "0123456789@") != NULL)
      return FALSE;
  return TRUE;
}

/* A title may stand above the headings: they are the row of the first few that names most columns. */
static void
find_headings (StafetMapping *self, const StafetTable *table, StafetListKind kind)
{
  guint most = 0;

  for (guint row = 0; row < MIN (table->rows->len, 6); row++)
    {
      guint found = guess_by_headings (self, table, kind, row);

      if (found > most && (found >= 2 || is_wordy (table, row)))
        {
          most = found;
          self->heading_row = row;
        }
    }
  self->has_headings = most > 0;
  if (self->has_headings)
    guess_by_headings (self, table, kind, self->heading_row);
  else
    memset (self->columns, 0, self->n * sizeof *self->columns);
}

guint
stafet_mapping_first_row (const StafetMapping *self)
{
  return self->has_headings ? self->heading_row + 1 : 0;
}

/* ——— By what stands in them ——— */

static gboolean
looks_like_mail (const char *cell)
{
  const char *at = strchr (cell, '@');

  return at != NULL && at != cell && strchr (at, '.') != NULL && strchr (cell, ' ') == NULL;
}

static gboolean
looks_like_phone (const char *cell)
{
  g_autofree char *clean = stafet_phone_clean (cell, NULL);

  return clean != NULL && strlen (clean) >= 8;
}

static gboolean
looks_like_weekday (const char *cell)
{
  static const char *const days[] = { "man", "tir", "ons", "tor", "fre", "loer", "soen", "hver",
                                      "mon", "tue", "wed", "thu", "fri", "sat",  "sun",  NULL };
  g_autofree char *folded = stafet_text_fold (cell);

  for (guint i = 0; days[i] != NULL; i++)
    if (g_str_has_prefix (folded, days[i]))
      return TRUE;
  return FALSE;
}

static gboolean
looks_like_time (const char *cell)
{
  gsize n = strspn (cell, "0123456789.:");

  return n > 0 && n <= 5 && cell[n] == '\0' && strtol (cell, NULL, 10) <= 24;
}

static gboolean
looks_like_words (const char *cell)
{
  return g_unichar_isalpha (g_utf8_get_char (cell)) && strpbrk (cell, "0123456789@") == NULL;
}

static const struct
{
  StafetListKind kind;
  const char *key;
  gboolean (*looks) (const char *cell);
} likenesses[] = {
  { STAFET_LIST_VOLUNTEERS, "mail", looks_like_mail },
  { STAFET_LIST_VOLUNTEERS, "phones", looks_like_phone },
  { STAFET_LIST_VOLUNTEERS, "available", looks_like_weekday },
  { STAFET_LIST_VOLUNTEERS, "name", looks_like_words },
  { STAFET_LIST_ACTIVITIES, "days", looks_like_weekday },
  { STAFET_LIST_ACTIVITIES, "from", looks_like_time },
  { STAFET_LIST_ACTIVITIES, "to", looks_like_time },
  { STAFET_LIST_ACTIVITIES, "title", looks_like_words },
  { STAFET_LIST_HOUSES, "mail", looks_like_mail },
  { STAFET_LIST_HOUSES, "phone", looks_like_phone },
  { STAFET_LIST_HOUSES, "name", looks_like_words },
  { STAFET_LIST_OFFERS, "title", looks_like_words },
  { STAFET_LIST_OFFERS, "organiser", looks_like_words },
};

/* Most of what stands there. */
static gboolean
is_mostly (const StafetTable *table, guint column, guint first_row, gboolean (*looks) (const char *cell))
{
  guint n = 0, like = 0;

  for (guint row = first_row; row < MIN (table->rows->len, first_row + 50); row++)
    {
      const char *cell = stafet_table_get (table, row, column);

      if (*cell == '\0')
        continue;
      n++;
      like += looks (cell) ? 1 : 0;
    }
  return n > 0 && like * 3 >= n * 2;
}

static gboolean
knows_a_column (const StafetMapping *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->columns[i] != NULL)
      return TRUE;
  return FALSE;
}

static void
guess_by_contents (StafetMapping *self, const StafetTable *table, StafetListKind kind)
{
  guint first_row = stafet_mapping_first_row (self);

  for (guint i = 0; i < G_N_ELEMENTS (likenesses); i++)
    {
      const StafetColumn *column = stafet_columns_find (kind, likenesses[i].key);

      if (likenesses[i].kind != kind || is_taken (self, column))
        continue;
      /* Words alone may be anything: whoever pastes names and nothing else says so. */
      if (likenesses[i].looks == looks_like_words && !knows_a_column (self))
        continue;
      for (guint j = 0; j < self->n; j++)
        /* What has a heading that says something else is that. */
        if (self->columns[j] == NULL
            && (!self->has_headings || *stafet_table_get (table, self->heading_row, j) == '\0')
            && is_mostly (table, j, first_row, likenesses[i].looks))
          {
            self->columns[j] = column;
            break;
          }
    }
}

/* ——— The mapping ——— */

StafetMapping *
stafet_mapping_guess (const StafetTable *table, StafetListKind kind)
{
  StafetMapping *self = g_new0 (StafetMapping, 1);

  self->n = table->n_columns;
  self->columns = g_new0 (const StafetColumn *, self->n + 1);
  find_headings (self, table, kind);
  guess_by_contents (self, table, kind);
  return self;
}

static gboolean
find_column (StafetMapping *self, const StafetTable *table, const char *text, guint *column)
{
  g_autofree char *heading = fold_heading (text);
  guint64 number;

  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *other = fold_heading (stafet_table_get (table, self->heading_row, i));

      if (*heading == '\0' || strcmp (heading, other) != 0)
        continue;
      /* Whoever calls a column by what stands at its head says that this is a heading. */
      self->has_headings = TRUE;
      *column = i;
      return TRUE;
    }
  if (!g_ascii_string_to_unsigned (text, 10, 1, MAX (self->n, 1), &number, NULL))
    return FALSE;
  *column = (guint) number - 1;
  return TRUE;
}

gboolean
stafet_mapping_set (StafetMapping *self, const StafetTable *table, StafetListKind kind, const char *text,
                    GError **error)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *heading = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : g_strdup (text);
  const StafetColumn *column =
    equals != NULL && equals[1] != '\0' ? stafet_columns_find (kind, equals + 1) : NULL;
  guint at;

  if (equals == NULL || (equals[1] != '\0' && column == NULL))
    g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_KEY,
                 _ ("“%s” is not COLUMN=KEY with a key of that list."), text);
  else if (!find_column (self, table, heading, &at))
    g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_KEY, _ ("The table has no column “%s”."),
                 heading);
  else
    {
      for (guint i = 0; column != NULL && !column->many && i < self->n; i++)
        if (self->columns[i] == column)
          self->columns[i] = NULL;
      self->columns[at] = column;
      return TRUE;
    }
  return FALSE;
}

char *
stafet_mapping_get (const StafetMapping *self, const StafetTable *table, guint row, const char *key)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    {
      const char *cell = stafet_table_get (table, row, i);

      if (self->columns[i] == NULL || strcmp (self->columns[i]->key, key) != 0 || *cell == '\0')
        continue;
      g_string_append (text, text->len > 0 ? ", " : "");
      g_string_append (text, cell);
    }
  return g_string_free (text, FALSE);
}

void
stafet_mapping_free (StafetMapping *self)
{
  g_free (self->columns);
  g_free (self);
}

StafetMapping *
stafet_mapping_copy (const StafetMapping *self)
{
  StafetMapping *copy = g_new0 (StafetMapping, 1);

  *copy = *self;
  copy->columns = g_new0 (const StafetColumn *, self->n + 1);
  memcpy (copy->columns, self->columns, self->n * sizeof *copy->columns);
  return copy;
}

StafetListKind
stafet_list_kind_guess (const StafetTable *table)
{
  guint best = 0, most = 0;

  for (guint kind = 0; kind < STAFET_N_LISTS; kind++)
    {
      g_autoptr (StafetMapping) mapping = stafet_mapping_guess (table, (StafetListKind) kind);
      guint n = 0;

      for (guint i = 0; i < mapping->n; i++)
        n += mapping->columns[i] != NULL ? 1 : 0;
      if (n > most)
        {
          most = n;
          best = kind;
        }
    }
  return (StafetListKind) best;
}
