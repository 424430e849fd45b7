/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a row of a list of what associations offer.
 */
#include "core/stafet-network.h"
#include "core/stafet-text.h"
#include "stafet-import-row.h"

#include <string.h>

/* "Besøgsven", "en besøgsven"; not "Ubesøgt". */
static gboolean
begins_word (const char *text, const char *word)
{
  for (const char *at = text; (at = strstr (at, word)) != NULL; at++)
    if (at == text || !g_ascii_isalnum (at[-1]))
      return TRUE;
  return FALSE;
}

/* What an offer is by a word in the list, or in its title. */
static const char *
kind_of (const char *text)
{
  static const struct
  {
    const char *word, *key;
  } kinds[] = { { "besoeg", "visit" },   { "vaage", "vigil" },       { "foelge", "company" },
                { "ledsag", "company" }, { "flyt", "moving" },       { "opkald", "call" },
                { "telefon", "call" },   { "moedested", "meeting" }, { "vaerested", "meeting" },
                { "gruppe", "group" },   { "brobyg", "bridge" },     { "raadgiv", "advice" },
                { "vejled", "advice" } };
  g_autofree char *folded = stafet_text_fold (text);

  for (const StafetEnumValue *value = stafet_offer_kinds; value->key != NULL; value++)
    {
      g_autofree char *danish = stafet_text_fold (stafet_i18n_text (STAFET_LANGUAGE_DA, value->title));
      g_autofree char *english = stafet_text_fold (value->title);

      if (strcmp (folded, value->key) == 0 || strcmp (folded, danish) == 0 || strcmp (folded, english) == 0)
        return value->key;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    /* "Sorggruppe": what it is stands last in a compound. */
    if (begins_word (folded, kinds[i].word)
        || (strcmp (kinds[i].word, "gruppe") == 0 && strstr (folded, kinds[i].word) != NULL))
      return kinds[i].key;
  return NULL;
}

/* By the same title of the same association. */
static StafetUid
find_existing (const StafetSnapshot *snapshot, const char *title, const char *association)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_OFFER);
  g_autofree char *folded = stafet_text_fold (title), *whose = stafet_text_fold (association);

  for (guint i = 0; i < all->len; i++)
    {
      const StafetOffer *offer = g_ptr_array_index (all, i);
      const StafetOrganiser *organiser =
        stafet_snapshot_get (snapshot, STAFET_KIND_ORGANISER, offer->organiser);
      g_autofree char *other = stafet_text_fold (offer->title);
      g_autofree char *theirs = stafet_text_fold (organiser != NULL ? organiser->name : "");

      if (strcmp (folded, other) == 0 && strcmp (whose, theirs) == 0)
        return offer->parent.uid;
    }
  return NULL;
}

static void
check_names (StafetImportRow *self, const StafetImportSource *source)
{
  if (!stafet_import_has_column (source, "title"))
    stafet_import_row_refuse (
      self, "%s", _ ("No column is said to be the titles. Say which one is, or write “Tilbud” above it."));
  else if (*self->name == '\0')
    stafet_import_row_refuse (self, "%s", _ ("It has no title."));
  else if (strchr ("=@", *self->name) != NULL)
    stafet_import_row_refuse (self, _ ("“%s” is a formula and no name."), self->name);
  else if (*self->organiser == '\0')
    stafet_import_row_refuse (self, "%s", _ ("It does not say which association offers it."));
}

/* An offer has no telephone of its own: whoever wants to join is told to ring there. */
static void
read_join (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *join = stafet_import_cell (source, "join"), *phone = stafet_import_cell (source, "phone");
  g_autofree char *ring = *phone != '\0' ? g_strdup_printf (_ ("Ring %s"), phone) : g_strdup ("");
  g_autofree char *both = g_strconcat (join, *join != '\0' && *ring != '\0' ? " · " : "", ring, NULL);

  stafet_import_row_set (self, "join", both);
}

static void
read_checked (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *text = stafet_import_cell (source, "checked");
  g_autoptr (GError) error = NULL;
  char buffer[STAFET_DATE_SIZE];
  StafetDate date;

  if (!stafet_import_date (text, source->today, &date, &error))
    stafet_import_row_refuse (self, "%s", error->message);
  else if (date != STAFET_DATE_NONE)
    stafet_import_row_set (self, "checked", stafet_date_write (date, buffer));
}

void
stafet_import_read_offer (StafetImportRow *self, const StafetImportSource *source)
{
  static const char *const texts[] = { "text",  "words",     "address", "postcode", "times",
                                       "price", "transport", "waiting", "source" };
  g_autofree char *kind = stafet_import_cell (source, "kind");
  const char *key;

  self->kind = STAFET_KIND_OFFER;
  g_free (self->name);
  self->name = stafet_import_cell (source, "title");
  self->organiser = stafet_import_cell (source, "organiser");
  check_names (self, source);
  self->existing = find_existing (source->snapshot, self->name, self->organiser);
  key = kind_of (*kind != '\0' ? kind : self->name);
  stafet_import_row_set (self, "title", self->name);
  if (key != NULL && (self->existing == NULL || *kind != '\0'))
    stafet_import_row_set (self, "kind", key);
  if (*kind != '\0' && key == NULL)
    stafet_import_row_note (self, _ ("“%s” is no kind of offer that is known: it is taken as other."), kind);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = stafet_import_cell (source, texts[i]);

      stafet_import_row_set (self, texts[i], text);
    }
  read_join (self, source);
  read_checked (self, source);
}
