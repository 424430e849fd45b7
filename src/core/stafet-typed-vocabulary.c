/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that typed text is made of, folded, with the shapes they are met in: short, plural, definite,
 * and without the Danish letters. A word with two meanings stands under the one that its readers can tell
 * the other from: "to" is English; "om to uger" knows better. "jul" is no month: it is Christmas.
 */
#include "stafet-rule.h"
#include "stafet-typed-token.h"

#define WORKING_DAYS 0x3e
#define WEEKEND 0xc0

typedef struct
{
  StafetTypedKind kind;
  int value;
  const char *words;
  gboolean many;
} Entry;

/* clang-format off */
static const Entry vocabulary[] = {
  { STAFET_TYPED_WEEKDAY, STAFET_MONDAY, "man mandag mon monday" },
  { STAFET_TYPED_WEEKDAY, STAFET_MONDAY, "mandage mandagen mandagene mondays", TRUE },
  { STAFET_TYPED_WEEKDAY, STAFET_TUESDAY, "tir tirs tirsdag tue tues tuesday" },
  { STAFET_TYPED_WEEKDAY, STAFET_TUESDAY, "tirsdage tirsdagen tirsdagene tuesdays", TRUE },
  { STAFET_TYPED_WEEKDAY, STAFET_WEDNESDAY, "ons onsdag wed wednesday" },
  { STAFET_TYPED_WEEKDAY, STAFET_WEDNESDAY, "onsdage onsdagen onsdagene wednesdays", TRUE },
  { STAFET_TYPED_WEEKDAY, STAFET_THURSDAY, "tor tors torsdag thu thur thurs thursday" },
  { STAFET_TYPED_WEEKDAY, STAFET_THURSDAY, "torsdage torsdagen torsdagene thursdays", TRUE },
  { STAFET_TYPED_WEEKDAY, STAFET_FRIDAY, "fre fredag fri friday" },
  { STAFET_TYPED_WEEKDAY, STAFET_FRIDAY, "fredage fredagen fredagene fridays", TRUE },
  { STAFET_TYPED_WEEKDAY, STAFET_SATURDAY, "loer loerdag lor lordag sat saturday" },
  { STAFET_TYPED_WEEKDAY, STAFET_SATURDAY, "loerdage loerdagen loerdagene lordage saturdays", TRUE },
  { STAFET_TYPED_WEEKDAY, STAFET_SUNDAY, "soen soendag son sondag sun sunday" },
  { STAFET_TYPED_WEEKDAY, STAFET_SUNDAY, "soendage soendagen soendagene sondage sundays", TRUE },
  { STAFET_TYPED_MONTH, 1, "jan januar january" },
  { STAFET_TYPED_MONTH, 2, "feb februar february" },
  { STAFET_TYPED_MONTH, 3, "mar marts march" },
  { STAFET_TYPED_MONTH, 4, "apr april" },
  { STAFET_TYPED_MONTH, 5, "maj may" },
  { STAFET_TYPED_MONTH, 6, "jun juni june" },
  { STAFET_TYPED_MONTH, 7, "juli july" },
  { STAFET_TYPED_MONTH, 8, "aug august" },
  { STAFET_TYPED_MONTH, 9, "sep sept september" },
  { STAFET_TYPED_MONTH, 10, "okt oktober oct october" },
  { STAFET_TYPED_MONTH, 11, "nov november" },
  { STAFET_TYPED_MONTH, 12, "dec december" },
  { STAFET_TYPED_NUMBER, 1, "en et one a an" },
  { STAFET_TYPED_NUMBER, 2, "two" },
  { STAFET_TYPED_NUMBER, 3, "tre three" },
  { STAFET_TYPED_NUMBER, 4, "fire four" },
  { STAFET_TYPED_NUMBER, 5, "fem five" },
  { STAFET_TYPED_NUMBER, 6, "seks six" },
  { STAFET_TYPED_NUMBER, 7, "syv seven" },
  { STAFET_TYPED_NUMBER, 8, "otte eight" },
  { STAFET_TYPED_NUMBER, 9, "ni nine" },
  { STAFET_TYPED_NUMBER, 10, "ti ten" },
  { STAFET_TYPED_ORDINAL, 1, "foerste forste first" },
  { STAFET_TYPED_ORDINAL, 2, "anden andet second other" },
  { STAFET_TYPED_ORDINAL, 3, "tredje tredie third" },
  { STAFET_TYPED_ORDINAL, 4, "fjerde fourth" },
  { STAFET_TYPED_ORDINAL, 5, "femte fifth" },
  { STAFET_TYPED_ORDINAL, 6, "sjette sixth" },
  { STAFET_TYPED_ORDINAL, -1, "sidste last" },
  { STAFET_TYPED_ORDINAL, -2, "naestsidste nestsidste penultimate" },
  { STAFET_TYPED_ORDINAL, -3, "tredjesidste" },
  { STAFET_TYPED_UNIT, STAFET_TYPED_DAY, "dag dage dagen dagene day days" },
  { STAFET_TYPED_UNIT, STAFET_TYPED_WEEK, "uge uger ugen ugerne week weeks" },
  { STAFET_TYPED_UNIT, STAFET_TYPED_MONTHS, "maaned maaneder maaneden maanederne maned maneden maneder md mdr month months" },
  { STAFET_TYPED_UNIT, STAFET_TYPED_QUARTER, "kvartal kvartalet kvartaler quarter quarters" },
  { STAFET_TYPED_UNIT, STAFET_TYPED_HALF_YEAR, "halvaar halvaaret" },
  { STAFET_TYPED_UNIT, STAFET_TYPED_YEAR, "aar aaret year years" },
  { STAFET_TYPED_ADVERB, STAFET_TYPED_DAY, "daglig dagligt daily" },
  { STAFET_TYPED_ADVERB, STAFET_TYPED_WEEK, "ugentlig ugentligt weekly" },
  { STAFET_TYPED_ADVERB, STAFET_TYPED_MONTHS, "maanedlig maanedligt monthly" },
  { STAFET_TYPED_ADVERB, STAFET_TYPED_QUARTER, "kvartalsvis kvartalsvist quarterly" },
  { STAFET_TYPED_ADVERB, STAFET_TYPED_HALF_YEAR, "halvaarlig halvaarligt" },
  { STAFET_TYPED_ADVERB, STAFET_TYPED_YEAR, "aarlig aarligt yearly annually" },
  { STAFET_TYPED_DAY_SET, WORKING_DAYS, "hverdag hverdage hverdagene arbejdsdag arbejdsdage weekday weekdays" },
  { STAFET_TYPED_DAY_SET, WEEKEND, "weekend weekender weekenden weekenderne weekends" },
  { STAFET_TYPED_PARITY, STAFET_PARITY_EVEN, "lige even" },
  { STAFET_TYPED_PARITY, STAFET_PARITY_ODD, "ulige odd" },
  { STAFET_TYPED_NEARBY, -1, "igaar gaar yesterday" },
  { STAFET_TYPED_NEARBY, 0, "idag today" },
  { STAFET_TYPED_NEARBY, 1, "imorgen tomorrow" },
  { STAFET_TYPED_NEARBY, 2, "overmorgen iovermorgen" },
  { STAFET_TYPED_FEAST, 101, "nytaarsdag nytarsdag" },
  { STAFET_TYPED_FEAST, 605, "grundlovsdag" },
  { STAFET_TYPED_FEAST, 623, "sankthans sankthansaften" },
  { STAFET_TYPED_FEAST, 1110, "mortensaften" },
  { STAFET_TYPED_FEAST, 1213, "luciadag" },
  { STAFET_TYPED_FEAST, 1223, "lillejuleaften" },
  { STAFET_TYPED_FEAST, 1224, "juleaften juleaftensdag" },
  { STAFET_TYPED_FEAST, 1225, "juledag" },
  { STAFET_TYPED_FEAST, 1231, "nytaarsaften nytarsaften nytaarsaftensdag nytarsaftensdag" },
  { STAFET_TYPED_EASTER, 97, "skaertorsdag" },
  { STAFET_TYPED_EASTER, 98, "langfredag" },
  { STAFET_TYPED_EASTER, 100, "paaskedag paskedag" },
  { STAFET_TYPED_EASTER, 139, "himmelfart himmelfartsdag" },
  { STAFET_TYPED_EASTER, 149, "pinsedag" },
  { STAFET_TYPED_BREAK, STAFET_TYPED_CHRISTMAS, "jul julen juledagene christmas" },
  { STAFET_TYPED_BREAK, STAFET_TYPED_NEW_YEAR, "nytaar nytar nytaaret" },
  { STAFET_TYPED_BREAK, STAFET_TYPED_EASTER_DAYS, "paaske paske paasken pasken paaskedagene easter" },
  { STAFET_TYPED_BREAK, STAFET_TYPED_WHITSUN, "pinse pinsen pinsedagene whitsun" },
  { STAFET_TYPED_DAY_PART, STAFET_TYPED_EARLY, "morgen morgenen morgener" },
  { STAFET_TYPED_DAY_PART, STAFET_TYPED_FORENOON, "formiddag formiddage formiddagen morning mornings" },
  { STAFET_TYPED_DAY_PART, STAFET_TYPED_AFTERNOON, "eftermiddag eftermiddage eftermiddagen afternoon afternoons" },
  { STAFET_TYPED_DAY_PART, STAFET_TYPED_EVENING, "aften aftenen aftener evening evenings" },
  { STAFET_TYPED_EVERY, 0, "hver hvert alle every each" },
  { STAFET_TYPED_HALF, 0, "halve half" },
  { STAFET_TYPED_AND, 0, "og and samt" },
  { STAFET_TYPED_OR, 0, "eller or" },
  { STAFET_TYPED_PREPOSITION, 0, "i om af in of for" },
  { STAFET_TYPED_PREPOSITION, 1, "paa pa on" },
  { STAFET_TYPED_ARTICLE, 0, "den det de d the" },
  { STAFET_TYPED_AT, 0, "kl klokken at" },
  { STAFET_TYPED_FROM, 0, "fra fom start starter begynder from starting" },
  { STAFET_TYPED_TO, 0, "til indtil to until till through" },
  { STAFET_TYPED_WITH, 0, "med" },
  { STAFET_TYPED_NOT, 0, "ikke undtagen undt bortset not except" },
  { STAFET_TYPED_ONLY, 0, "kun only" },
  { STAFET_TYPED_ALSO, 0, "ogsaa ogsa also inkl" },
  { STAFET_TYPED_TIMES, 0, "gang gange times" },
  { STAFET_TYPED_ONCE, 0, "once engang" },
  { STAFET_TYPED_SINGLE, 0, "enkelt single" },
  { STAFET_TYPED_HOLIDAY, 0, "helligdag helligdage helligdagene holiday holidays" },
  { STAFET_TYPED_SCHOOL, 0, "skoleferie skoleferier skoleferien skoleferierne ferie ferier ferien ferierne skolernes school vacations" },
  { STAFET_TYPED_NEXT, 0, "naeste naest next" },
  { STAFET_TYPED_AFTER, 0, "efter after by" },
  { STAFET_TYPED_THEM, 0, "dem them" },
  { STAFET_TYPED_HOUR, 0, "t time timer h hour hours" },
  { STAFET_TYPED_MINUTE, 0, "min minut minutter minute minutes" },
  { STAFET_TYPED_WHOLE, 0, "hele all whole" },
  { STAFET_TYPED_PREFERRED, 0, "helst preferably preferred" },
  { STAFET_TYPED_AGREEMENT, 0, "aftale agreement" },
  { STAFET_TYPED_FILLER, 0, "dog but public kristi" },
};
/* clang-format on */

static GHashTable *
vocabulary_new (void)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    {
      g_autofree char **forms = g_strsplit (vocabulary[i].words, " ", -1);

      for (char **form = forms; *form != NULL; form++)
        g_hash_table_insert (words, *form, (gpointer) &vocabulary[i]);
    }
  return words;
}

gboolean
stafet_typed_word (const char *folded, StafetTypedToken *token)
{
  static gsize words = 0;
  const Entry *entry;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, (gsize) vocabulary_new ());
  entry = g_hash_table_lookup ((GHashTable *) words, folded);
  if (entry == NULL)
    return FALSE;
  token->kind = entry->kind;
  token->value = entry->value;
  token->many = entry->many;
  return TRUE;
}
