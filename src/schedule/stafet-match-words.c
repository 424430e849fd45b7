/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everyday Danish: which words lead to the same thing, which say nothing, and which say who, when and where.
 */
#include "stafet-match-words.h"

#include "stafet-wish.h"

#include <glib.h>

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

const char *const stafet_match_idle_words[] = {
  "ad",           "af",           "al",      "alle",   "alt",    "altid",  "anden",  "andet",
  "andre",        "at",           "bag",     "bare",   "blev",   "blive",  "bliver", "bor",
  "brug",         "burde",        "byen",    "da",     "de",     "dem",    "den",    "denne",
  "der",          "derhen",       "deres",   "det",    "dette",  "dig",    "din",    "du",
  "efter",        "eller",        "elsker",  "en",     "end",    "er",     "et",     "ene",
  "faa",          "faar",         "fandt",   "far",    "finde",  "fik",    "for",    "foer",
  "fra",          "gang",         "gange",   "gammel", "gamle",  "gerne",  "god",    "godt",
  "goere",        "goer",         "ha",      "ham",    "han",    "hans",   "har",    "hav",
  "have",         "havde",        "hed",     "hej",    "helst",  "hen",    "hende",  "hendes",
  "her",          "hjaelp",       "hjaelpe", "holder", "hun",    "hver",   "hvad",   "hvis",
  "hvor",         "hvordan",      "i",       "igen",   "ikke",   "ind",    "ingen",  "interesse",
  "interesserer", "interesseret", "ja",      "jeg",    "jo",     "kan",    "kende",  "kender",
  "kommer",       "komme",        "kors",    "kone",   "kunne",  "kvinde", "laere",  "lave",
  "lavet",        "leder",        "lide",    "lidt",   "lige",   "lyst",   "maaske", "man",
  "mand",         "mange",        "maa",     "med",    "meget",  "men",    "mere",   "mig",
  "min",          "mine",         "mit",     "mod",    "mor",    "naar",   "nej",    "ned",
  "nogen",        "noget",        "nogle",   "nu",     "ny",     "nye",    "nyt",    "og",
  "ogsaa",        "om",           "op",      "os",     "over",   "paa",    "par",    "plejer",
  "proeve",       "proevet",      "sammen",  "samme",  "saa",    "saavel", "savner", "se",
  "selv",         "ser",          "sig",     "sin",    "sine",   "sit",    "skal",   "skulle",
  "som",          "spille",       "spiller", "sted",   "soeger", "tage",   "tid",    "tidligere",
  "til",          "timer",        "to",      "tre",    "ud",     "uden",   "uge",    "ugen",
  "um",           "under",        "ung",     "ved",    "vel",    "vi",     "vil",    "ville",
  "voksen",       "voksne",       "var",     "vaere",  "vores",  "aar",    "aeldre", "frivillig",
  "frivillige",   "bidrage",      "glad",    "glade",  "glaede", "giver",  "give",   "haand",
  "borger",       "kvinden",      "manden",  "moder",  "fader",  "soen",   "datter", "ene",
  "blot",         "nok",          "da",      "laenge", "tit",    "ofte",   NULL
};

/* Longest first. */
const char *const stafet_match_endings[] = { "ernes", "erens", "erne", "enes", "ende", "eren",
                                             "ene",   "ers",   "ens",  "ets",  "ede",  "er",
                                             "en",    "et",    "es",   "e",    "s",    NULL };

const char *const stafet_match_needs_help[] = { "brug for",    "hjaelp til at", "har hjaelp", "faa hjaelp",
                                                "have hjaelp", "noget hjaelp",  "savner",     "mangler",
                                                "faa besoeg",  "have besoeg",   NULL };

const char *const stafet_match_gives[] = { "hjaelpe",
                                           "hjaelper",
                                           "vaere frivillig",
                                           "blive frivillig",
                                           "som frivillig",
                                           "goere noget for",
                                           "goere en forskel",
                                           "bidrage",
                                           "byde ind",
                                           "give en haand",
                                           "laere fra sig",
                                           "laere andre",
                                           "for andre",
                                           "glaede andre",
                                           "til raadighed",
                                           "stille op",
                                           NULL };

const StafetTimeWord stafet_match_times[] = {
  { "formiddag", STAFET_PART_MORNING, 0 },
  { "morgen", STAFET_PART_MORNING, 0 },
  { "eftermiddag", STAFET_PART_AFTERNOON, 0 },
  { "aften", STAFET_PART_EVENING, 0 },
  { "weekend", STAFET_PART_WEEKEND, 0 },
  { "hverdag", STAFET_PART_WEEKDAYS, 0 },
  { "mandag", 0, STAFET_MONDAY },
  { "tirsdag", 0, STAFET_TUESDAY },
  { "onsdag", 0, STAFET_WEDNESDAY },
  { "torsdag", 0, STAFET_THURSDAY },
  { "fredag", 0, STAFET_FRIDAY },
  { "loerdag", 0, STAFET_SATURDAY },
  { "soendag", 0, STAFET_SUNDAY },
  { NULL, 0, 0 },
};
const char *const stafet_match_time_endings[] = {
  "", "e", "en", "er", "ene", "erne", "s", "ens", "enes", NULL
};

const char *const stafet_match_common_names[] = { "aarhus", "lokalcenter", "folkehuset",   "folkehus",
                                                  "huset",  "hus",         "plejehjem",    "plejehjemmet",
                                                  "aabent", "det",         "lokalcentret", "omraade",
                                                  NULL };

const char *const stafet_match_before_places[] = { "i", "paa", "ved", "fra", "omkring", "naer", NULL };
