/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everyday Danish: which words lead to the same thing.
 */
#include "stafet-synonyms.h"

#include "core/stafet-text.h"

#include <string.h>

/* From so many letters on an entry is also found at either end of a compound: "gymnastik" in
 * "stolegymnastik". */
#define LONG_ENTRY 5
#define SHORTEST_STEM 3

/* The first entry is what the row is called. */
const char *const stafet_synonym_rows[] = {
  "gå tur, gå ture, gå en tur, ud at gå, gåtur, gåture, travetur, traveture, spadseretur, vandretur, vandre, "
  "gåmakker, "
  "gåmakkere, gågruppe, gåhold, gåklub, gå med, vandring, motionere udendørs, stavgang",
  "kortspil, kort, spille kort, whist, bridge, poker, kortklub, syvkabale, hjerterfri, kortmakker",
  "synge, sang, sange, kor, fællessang, morgensang, syng, forsanger, sangaften, korsang, højskolesang",
  "musik, koncert, koncerter, matiné, spille musik, instrument, orkester, harmonika, klaver, guitar, violin, "
  "band",
  "klaver, spiller klaver, pianist, flygel, klaverspil, akkompagnere",
  "strikke, strik, strikning, hækle, hækling, håndarbejde, garn, brodere, broderi, sytøj, sy, patchwork, "
  "strikkeklub",
  "sløjd, træværksted, træ, snedker, snedkerere, tømrer, drejebænk, værktøj, træarbejde, snitte",
  "værksted, kreativ, kreativt, male, maleri, malerværksted, keramik, ler, tegne, billedkunst, hobby",
  "male, maler billeder, maleri, malerværksted, akvarel, tegne, billedkunst, male billeder",
  "keramik, ler, modellere, dreje potter, pottemager",
  "it, computer, computere, pc, tablet, ipad, mobil, smartphone, internet, mitid, e-boks, nettet, ny "
  "telefon, nye telefon, "
  "it-hjælp, digital post",
  "spise sammen, mad, fællesspisning, madklub, spisning, spise med andre, middag, måltid, spisevenner, "
  "aftensmad, "
  "madfællesskab, "
  "festmiddag, suppedag, spise med, spise",
  "frokost, frokostcafé, frokostcafe, brunch, dagens ret, smørrebrød",
  "café, cafe, kaffe, kop kaffe, kage, kaffestue, cafévagt, kagecafé, hyggesnak, caféen",
  "lave mad, mad, madlavning, kok, køkken, bage, bager, bagning, bagedag, madhold, koge, stege, smøre mad, "
  "kage, "
  "kager, "
  "økonoma, køkkenhjælp",
  "motion, bevægelse, røre sig, gymnastik, træning, træne, styrketræning, form, i form, smidig, "
  "stolegymnastik, yoga, "
  "fitness, styrke, ryggen, balance",
  "gymnastik, stolegymnastik, siddende, sidder ned, stol, stolemotion",
  "styrketræning, vægte, træne, muskler, fitness",
  "yoga, afspænding, strække ud, meditation, mindfulness",
  "danse, dans, dansk folkedans, linedance, seniordans, vals, tango, folkedans, danseleder",
  "krolf, kroket, kroketspil, petanque, boldspil udenfor",
  "brætspil, ludo, matador, skak, backgammon, spilaften, partier, spil, dam",
  "skak, spille skak, skakklub",
  "banko, bankospil, bingo, plader, gevinster, opråber, råbe op, pladespil",
  "foredrag, oplæg, lytte til, taler, temadag, fortælle om, lærerigt, viden, studiekreds",
  "læse, læsekreds, bøger, bog, litteratur, romaner, læseklub, læsegruppe, oplæsning, digte",
  "læse højt, højtlæsning, oplæsning, oplæser, læse for",
  "slægtsforskning, slægt, slægten, stamtræ, aner, familiens historie, families historie, forfædre, "
  "kirkebøger",
  "natur, fugle, fugl, dyr, planter, skov, skoven",
  "have, sin have, havearbejde, haven, dyrke, blomster, højbede, urter, grøntsager, gartner, nyttehave, "
  "havevenner, passe "
  "have, en have",
  "mødregruppe, nybagt mor, barsel, baby, spædbarn, børn og barnevogn, nybagte forældre, barselsgruppe, ny "
  "mor",
  "børn, barn, børnebørn, børnene, familie, familien, familieværksted, legestue, forældre, familievært",
  "kirke, kirken, gudstjeneste, præst, kirkekaffe, menighed, sogn, kristen",
  "købe ind, indkøb, indkøbstur, handle, handle ind, varer, varerne, supermarked, supermarkedet, ud at "
  "handle",
  "køre, chauffør, kørekort, bil, kørsel, bus, minibus, køre for",
  "besøgsven, besøg, besøgsvenner, besøgstjeneste, besøg derhjemme, besøge, kommer ikke ud, kommer hjem, "
  "besøgende, ensom, "
  "besøgsdame",
  "selskab, være sammen, være sammen med andre, ensom, ensomhed, alene, nogen at snakke med, snakke, snak, "
  "samvær, nogen at tale med, keder sig, "
  "kender ingen, "
  "bekendte, venner, fællesskab, møde andre, mødested, værested, samtale, hygge",
  "mødested, værested, pensionist, pensionister, senior, seniorer, folk på min alder, møde nye, kom bare, "
  "komme ind",
  "læge, lægen, øjenlæge, speciallæge, tandlæge, sygehus, sygehuset, hospital, hospitalet, undersøgelse, "
  "operation, "
  "skejby, ambulatorium, scanning, lægebesøg, behandling",
  "ledsager, følge, følges, følges med, følge med, følgeskab, gå med til, sammen med til",
  "flytte, flytning, flyttehjælp, flytter, pakke, flyttekasser, mindre lejlighed, bære, møbler, bærehjælp, "
  "mindre bolig",
  "praktisk, hjælpe praktisk, stærk, kræfter, bære, reparere, ordne, løfte",
  "opkald, tryghedsopkald, ringe, ringer, telefonven, telefonopkald, ring, snak i telefonen, ringe til, om "
  "alt er vel, "
  "daglig opringning",
  "telefonvagt, passe telefon, passe telefonen, tage telefonen, telefonen",
  "våge, vågetjeneste, vågekone, døende, dødsleje, dør, døden, sidste tid, ligger for døden, terminal, sidde "
  "hos",
  "sorg, mistet, enke, enkemand, efterladt, efterladte, sorggruppe, død, dødsfald, begravet, mistede",
  "første gang, brobygning, følge hende derhen, følges derhen, tør ikke, genert, usikker, møde op alene, de "
  "første gange, "
  "brobygger, alene derhen",
  "ved ikke, vejledning, i tvivl, hvad kan jeg, finde ud af hvad, blive frivillig, frivilligcenter, "
  "rådgivning, aner ikke, "
  "hvor jeg kan",
  "hund, hunde, besøgshund, hundefører, besøge med hund, dyr",
  "plejehjem, plejehjemmet, beboere, afdeling, afdelingen, plejebolig, de gamle, demens",
  "servere, servering, café, tjener, dække bord, cafévagt, bag disken, anretning",
  "brygge kaffe, kaffehold, kaffe, kaffevagt, bankokaffe, kirkekaffehold",
  "lede, leder, instruktør, træner, instruere, undervise, lærer, krolfleder, danseleder, turleder, yogalærer",
  "undervise, lære andre, lære fra sig, vejleder, it-vejleder, vejlede, hjælpe andre med",
  "sent, nat, natten, natcafé, natcafe, om natten, fredag aften, nattevært",
  NULL
};

/* Words that say nothing of what is wished for. */
static const char *const idle_words[] = {
  "ad",           "af",           "al",      "alle",   "alt",    "altid",  "anden",     "andet",
  "andre",        "at",           "bag",     "bare",   "blev",   "blive",  "bliver",    "bor",
  "brug",         "burde",        "byen",    "da",     "de",     "dem",    "den",       "denne",
  "der",          "derhen",       "deres",   "det",    "dette",  "dig",    "din",       "du",
  "efter",        "eller",        "elsker",  "en",     "end",    "er",     "et",        "ene",
  "faa",          "faar",         "fandt",   "far",    "finde",  "fik",    "for",       "foer",
  "fra",          "gang",         "gange",   "gammel", "gamle",  "gerne",  "god",       "godt",
  "goere",        "goer",         "ha",      "ham",    "han",    "hans",   "har",       "hav",
  "have",         "havde",        "hed",     "hej",    "helst",  "hen",    "hende",     "hendes",
  "her",          "hjaelp",       "hjaelpe", "holder", "hun",    "hver",   "hvad",      "hvis",
  "hvor",         "hvordan",      "i",       "igen",   "ikke",   "ind",    "ingen",     "interesse",
  "interesserer", "interesseret", "ja",      "jeg",    "jo",     "kan",    "kende",     "kender",
  "kommer",       "komme",        "kone",    "kunne",  "kvinde", "laere",  "lave",      "lavet",
  "leder",        "lide",         "lidt",    "lige",   "lyst",   "maaske", "man",       "mand",
  "mange",        "maa",          "med",     "meget",  "men",    "mere",   "mig",       "min",
  "mine",         "mit",          "mod",     "mor",    "naar",   "nej",    "ned",       "nogen",
  "noget",        "nogle",        "nu",      "ny",     "nye",    "nyt",    "og",        "ogsaa",
  "om",           "op",           "os",      "over",   "paa",    "par",    "plejer",    "proeve",
  "proevet",      "sammen",       "samme",   "saa",    "saavel", "savner", "se",        "selv",
  "ser",          "sig",          "sin",     "sine",   "sit",    "skal",   "skulle",    "som",
  "spille",       "spiller",      "sted",    "soeger", "tage",   "tid",    "tidligere", "til",
  "timer",        "to",           "tre",     "ud",     "uden",   "uge",    "ugen",      "um",
  "under",        "ung",          "ved",     "vel",    "vi",     "vil",    "ville",     "voksen",
  "voksne",       "var",          "vaere",   "vores",  "aar",    "aeldre", "frivillig", "frivillige",
  "bidrage",      "glad",         "glade",   "glaede", "giver",  "give",   "haand",     "borger",
  "kvinden",      "manden",       "moder",   "fader",  "soen",   "datter", "ene",       "blot",
  "nok",          "da",           "laenge",  "tit",    "ofte",
};

/* Longest first. */
static const char *const endings[] = { "ernes", "erens", "erne", "enes", "ende", "eren", "ene", "ers", "ens",
                                       "ets",   "ede",   "er",   "en",   "et",   "es",   "e",   "s",   NULL };

/* ——— Words ——— */

static gboolean
is_vowel (char c)
{
  return strchr ("aeiouy", c) != NULL;
}

char *
stafet_token_stem (const char *word)
{
  gsize length = strlen (word);

  for (const char *const *ending = endings; *ending != NULL; ending++)
    if (g_str_has_suffix (word, *ending) && length >= strlen (*ending) + SHORTEST_STEM)
      {
        length -= strlen (*ending);
        break;
      }
  /* "går", "går"; but not "kor". */
  if (length == strlen (word) && length > 3 && word[length - 1] == 'r' && is_vowel (word[length - 2])
      && is_vowel (word[length - 3]))
    length--;
  /* "strikk" of "strikke", beside "strik". */
  if (length > SHORTEST_STEM && word[length - 1] == word[length - 2] && !is_vowel (word[length - 1]))
    length--;
  return g_strndup (word, length);
}

static void
token_clear (gpointer data)
{
  StafetToken *token = data;

  g_free (token->said);
  g_free (token->word);
  g_free (token->stem);
}

static GHashTable *
idle_set (void)
{
  static gsize once;
  static GHashTable *set;

  if (g_once_init_enter (&once))
    {
      set = g_hash_table_new (g_str_hash, g_str_equal);
      for (gsize i = 0; i < G_N_ELEMENTS (idle_words); i++)
        g_hash_table_add (set, (gpointer) idle_words[i]);
      g_once_init_leave (&once, 1);
    }
  return set;
}

static const char *
end_of_word (const char *at)
{
  while (*at != '\0' && g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

GArray *
stafet_tokens_new (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (StafetToken));

  g_array_set_clear_func (tokens, token_clear);
  for (const char *at = text; *at != '\0';)
    {
      const char *end = end_of_word (at);
      StafetToken token = { NULL };

      if (end == at)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      token.said = g_strndup (at, (gsize) (end - at));
      token.word = stafet_text_fold (token.said);
      token.stem = stafet_token_stem (token.word);
      token.idle = strlen (token.word) < 2 || g_hash_table_contains (idle_set (), token.word);
      g_array_append_val (tokens, token);
      at = end;
    }
  return tokens;
}

/* ——— Rows ——— */

typedef struct
{
  guint row;
  GArray *tokens; /* of StafetToken: owned */
} Entry;

struct _StafetSynonyms
{
  GPtrArray *names;     /* owned: by row */
  GArray *entries;      /* of Entry */
  GHashTable *by_first; /* stem of the first word (borrowed) → GArray of guint, positions in entries */
  GArray *long_entries; /* of guint: single long words, found within compounds */
};

static void
entry_clear (gpointer data)
{
  g_array_unref (((Entry *) data)->tokens);
}

static void
add_entry (StafetSynonyms *self, guint row, const char *text)
{
  Entry entry = { row, stafet_tokens_new (text) };
  guint at = self->entries->len;
  const char *first;
  GArray *same;

  if (entry.tokens->len == 0)
    {
      g_array_unref (entry.tokens);
      return;
    }
  first = g_array_index (entry.tokens, StafetToken, 0).stem;
  g_array_append_val (self->entries, entry);
  same = g_hash_table_lookup (self->by_first, first);
  if (same == NULL)
    {
      same = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_first, (gpointer) first, same);
    }
  g_array_append_val (same, at);
  if (entry.tokens->len == 1 && strlen (first) >= LONG_ENTRY)
    g_array_append_val (self->long_entries, at);
}

/* (transfer full): the folded first entry */
static char *
key_of (const char *row)
{
  g_autofree char *first = g_strndup (row, strcspn (row, ","));

  return stafet_text_fold (first);
}

static void
add_row (StafetSynonyms *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  g_ptr_array_add (self->names, g_strdup (g_strstrip (parts[0])));
  for (char **part = parts; *part != NULL; part++)
    add_entry (self, self->names->len - 1, *part);
}

StafetSynonyms *
stafet_synonyms_new (const StafetSnapshot *snapshot)
{
  const GPtrArray *own = stafet_snapshot_all (snapshot, STAFET_KIND_SYNONYM);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  StafetSynonyms *self = g_new0 (StafetSynonyms, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->by_first = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self->long_entries = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < own->len; i++)
    {
      const StafetSynonym *row = g_ptr_array_index (own, i);

      g_hash_table_add (keys, key_of (row->words));
      add_row (self, row->words);
    }
  for (const char *const *row = stafet_synonym_rows; *row != NULL; row++)
    {
      g_autofree char *key = key_of (*row);

      if (!g_hash_table_contains (keys, key))
        add_row (self, *row);
    }
  return self;
}

void
stafet_synonyms_free (StafetSynonyms *self)
{
  g_hash_table_unref (self->by_first);
  g_array_unref (self->long_entries);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->names);
  g_free (self);
}

guint
stafet_synonyms_count (const StafetSynonyms *self)
{
  return self->names->len;
}

const char *
stafet_synonyms_name (const StafetSynonyms *self, guint row)
{
  return g_ptr_array_index (self->names, row);
}

/* ——— Finding ——— */

static const char *
stem_at (const GArray *tokens, guint i)
{
  return g_array_index (tokens, StafetToken, i).stem;
}

static gboolean
holds_at (const GArray *tokens, guint at, const GArray *entry)
{
  if (at + entry->len > tokens->len)
    return FALSE;
  for (guint i = 0; i < entry->len; i++)
    if (strcmp (stem_at (tokens, at + i), stem_at (entry, i)) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_part (const char *stem, const char *of)
{
  return strlen (of) > strlen (stem) && (g_str_has_prefix (of, stem) || g_str_has_suffix (of, stem));
}

void
stafet_synonyms_find (const StafetSynonyms *self, const GArray *tokens, StafetSynonymFunc func, gpointer data)
{
  for (guint at = 0; at < tokens->len; at++)
    {
      const GArray *same = g_hash_table_lookup (self->by_first, stem_at (tokens, at));

      for (guint i = 0; same != NULL && i < same->len; i++)
        {
          const Entry *entry = &g_array_index (self->entries, Entry, g_array_index (same, guint, i));

          /* A single word that says nothing by itself is found in its phrases alone. */
          if (holds_at (tokens, at, entry->tokens)
              && (entry->tokens->len > 1 || !g_array_index (tokens, StafetToken, at).idle))
            func (entry->row, at, at + entry->tokens->len - 1, data);
        }
      /* "middag" is no part of "formiddag" that counts. */
      for (guint i = 0; !g_array_index (tokens, StafetToken, at).idle && i < self->long_entries->len; i++)
        {
          const Entry *entry =
            &g_array_index (self->entries, Entry, g_array_index (self->long_entries, guint, i));

          if (is_part (stem_at (entry->tokens, 0), stem_at (tokens, at)))
            func (entry->row, at, at, data);
        }
    }
}
