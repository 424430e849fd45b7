/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a row of a list of houses.
 */
#include "core/stafet-text.h"
#include "stafet-import-row.h"

#include <string.h>

static const char *
kind_of (const char *text)
{
  static const struct
  {
    const char *word, *key;
  } kinds[] = { { "plejehjem", "nursing" },  { "plejecenter", "nursing" },    { "aeldrecenter", "nursing" },
                { "nursing", "nursing" },    { "frivillighus", "volunteer" }, { "volunteer", "volunteer" },
                { "folkehus", "community" }, { "lokalcenter", "community" },  { "community", "community" },
                { "center", "community" } };
  g_autofree char *folded = stafet_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strstr (folded, kinds[i].word) != NULL)
      return kinds[i].key;
  return NULL;
}

/* "Grenåvej 701, 8541 Skødstrup" is three fields in one. */
static void
read_address (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *address = stafet_import_cell (source, "address");
  g_autofree char *postcode = stafet_import_cell (source, "postcode");
  g_autofree char *town = stafet_import_cell (source, "town"), *street = NULL, *code = NULL, *place = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("^(.+?),?\\s+(\\d{4})\\s+(\\D+)$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (*postcode == '\0' && *town == '\0' && g_regex_match (regex, address, 0, &match))
    {
      street = g_match_info_fetch (match, 1);
      code = g_match_info_fetch (match, 2);
      place = g_match_info_fetch (match, 3);
    }
  stafet_import_row_set (self, "address", street != NULL ? street : address);
  stafet_import_row_set (self, "postcode", code != NULL ? code : postcode);
  stafet_import_row_set (self, "town", place != NULL ? place : town);
}

static StafetUid
find_existing (const StafetSnapshot *snapshot, const char *name)
{
  const GPtrArray *houses = stafet_snapshot_all (snapshot, STAFET_KIND_HOUSE);
  g_autofree char *folded = stafet_text_fold (name);

  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);
      g_autofree char *other = stafet_text_fold (house->name);

      if (strcmp (folded, other) == 0)
        return house->parent.uid;
    }
  return NULL;
}

void
stafet_import_read_house (StafetImportRow *self, const StafetImportSource *source)
{
  g_autofree char *kind = stafet_import_cell (source, "kind"), *phone = stafet_import_cell (source, "phone");
  g_autofree char *mail = stafet_import_cell (source, "mail"), *hours = stafet_import_cell (source, "hours");
  const char *key;

  self->kind = STAFET_KIND_HOUSE;
  g_free (self->name);
  self->name = stafet_import_cell (source, "name");
  if (!stafet_import_has_column (source, "name"))
    stafet_import_row_refuse (
      self, "%s", _ ("No column is said to be the names. Say which one is, or write “Navn” above it."));
  else if (*self->name == '\0')
    stafet_import_row_refuse (self, _ ("It has no name."));
  else if (strchr ("=@", *self->name) != NULL)
    stafet_import_row_refuse (self, _ ("“%s” is a formula and no name."), self->name);
  self->existing = find_existing (source->snapshot, self->name);
  key = *kind != '\0' ? kind_of (kind) : kind_of (self->name);
  if (*kind != '\0' && key == NULL)
    stafet_import_row_refuse (self,
                              _ ("“%s” is no kind of house: write folkehus, lokalcenter, frivillighus or "
                                 "plejehjem."),
                              kind);
  stafet_import_row_set (self, "name", self->name);
  if (self->existing == NULL || *kind != '\0')
    stafet_import_row_set (self, "kind", key != NULL ? key : "community");
  read_address (self, source);
  if (*mail != '\0' && (strchr (mail, '@') == NULL || strchr (mail, ' ') != NULL))
    stafet_import_row_refuse (self, _ ("“%s” is no e-mail address."), mail);
  stafet_import_row_set (self, "phone", phone);
  stafet_import_row_set (self, "mail", mail);
  stafet_import_row_set (self, "hours", hours);
  self->area = stafet_import_cell (source, "area");
}
