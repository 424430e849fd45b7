/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Invents people.
 */
#include "stafet-example-people.h"

#include "core/stafet-text.h"

static const char *const first_names[] = {
  "Agnete",  "Alice",  "Anker",  "Arne",  "Asta",   "Benny",  "Bente",  "Birgit", "Bjarne",  "Bodil",
  "Carsten", "Connie", "Dorrit", "Ebba",  "Edith",  "Egon",   "Elin",   "Ellen",  "Else",    "Erling",
  "Ester",   "Finn",   "Frede",  "Gerda", "Gitte",  "Gunnar", "Hanne",  "Harry",  "Helga",   "Helle",
  "Herdis",  "Holger", "Ida",    "Inge",  "Ivan",   "Jette",  "Johs",   "Jonna",  "Kaj",     "Karl",
  "Kirsten", "Knud",   "Lilly",  "Lissi", "Mads",   "Margit", "Minna",  "Nanna",  "Nicolai", "Oda",
  "Ole",     "Palle",  "Preben", "Ragna", "Rigmor", "Rune",   "Sigrid", "Solvej", "Svend",   "Thyra",
  "Tina",    "Vagn",   "Yrsa",   "Åge",
};
static const char *const last_names[] = {
  "Abildtrup",  "Agerskov",   "Amstrup",    "Bakgaard",  "Balle",     "Birkelund", "Bjerring",   "Blicher",
  "Bomholt",    "Borup",      "Brask",      "Bredal",    "Brejning",  "Brorson",   "Busk",       "Bøgelund",
  "Dahlerup",   "Dalbæk",     "Drejer",     "Dybdal",    "Egeskov",   "Ejstrup",   "Elkjær",     "Engholm",
  "Fabricius",  "Fasterholt", "Fenger",     "Fjelstrup", "Flensted",  "Fogh",      "Galsgaard",  "Gammelby",
  "Glarborg",   "Grandal",    "Gravlund",   "Grønbæk",   "Hallund",   "Hasselbo",  "Hedegård",   "Hessel",
  "Hjulmand",   "Hornstrup",  "Hvidbjerg",  "Højlund",   "Ingerslev", "Jelling",   "Kallestrup", "Karlby",
  "Kjeldal",    "Klitgaard",  "Knudstrup",  "Kornerup",  "Kragelund", "Lauge",     "Lemming",    "Lilleør",
  "Lindegaard", "Lundorf",    "Lyngbæk",    "Malling",   "Mejlby",    "Midtgaard", "Mosegaard",  "Mølbak",
  "Nedergård",  "Norup",      "Nygaard",    "Odderskær", "Overby",    "Pilegaard", "Plougstrup", "Ravnholt",
  "Refshauge",  "Ringsted",   "Rosenlund",  "Rugaard",   "Røjbæk",    "Sandager",  "Sejersen",   "Skaarup",
  "Skibsted",   "Slotved",    "Smedegaard", "Stenild",   "Strandby",  "Svejstrup", "Tandrup",    "Thorlund",
  "Toftegaard", "Torning",    "Tvede",      "Uldum",     "Vestbirk",  "Vinding",   "Winkel",     "Østerby",
};
static const char *const streets[] = {
  "Agernvej",     "Birketoften", "Bogfinkevej",  "Drosselvej", "Egernsti",     "Elletoften",     "Engdraget",
  "Fasanstien",   "Gartnergade", "Hasselvænget", "Hyldehaven", "Irisvej",      "Kastanjehegnet", "Lærkesti",
  "Mirabellevej", "Nøddehegnet", "Pileallé",     "Rugmarken",  "Sivsangervej", "Skovduevej",     "Vibestien",
};
static const struct
{
  const char *postcode, *town;
} towns[] = {
  { "8000", "Aarhus C" }, { "8200", "Aarhus N" }, { "8210", "Aarhus V" }, { "8220", "Brabrand" },
  { "8240", "Risskov" },  { "8250", "Egå" },      { "8260", "Viby J" },   { "8270", "Højbjerg" }
};

G_STATIC_ASSERT (G_N_ELEMENTS (first_names) * G_N_ELEMENTS (last_names) == STAFET_PEOPLE_NAMES);

/* Strides without a factor in common with what they walk in: all are met before one returns. */
#define NAME_STRIDE 1237
#define PHONE_STRIDE 1234567
#define PHONE_FIRST 13000000
#define PHONES 5000000

char *
stafet_people_name (StafetMaker *maker)
{
  guint at = (guint) ((maker->seed + (guint64) maker->people++ * NAME_STRIDE) % STAFET_PEOPLE_NAMES);

  return g_strdup_printf ("%s %s", first_names[at % G_N_ELEMENTS (first_names)],
                          last_names[at / G_N_ELEMENTS (first_names)]);
}

char *
stafet_people_phone (StafetMaker *maker)
{
  guint64 at = (maker->seed + (guint64) ++maker->phones * PHONE_STRIDE) % PHONES;

  return g_strdup_printf ("%u", (guint) (PHONE_FIRST + at));
}

char *
stafet_people_mail (const char *name)
{
  g_autofree char *folded = stafet_text_fold (name);

  return g_strdup_printf ("%s@post.example", g_strdelimit (folded, " ", '.'));
}

/* ——— Volunteers ——— */

static void
add_phone (StafetMaker *maker, StafetUid volunteer, const char *number)
{
  StafetPhone *phone = stafet_maker_add (maker, STAFET_KIND_PHONE);
  g_autofree char *next = number == NULL ? stafet_people_phone (maker) : NULL;

  phone->volunteer = volunteer;
  stafet_maker_set_text (phone, "number", number != NULL ? number : next);
}

static void
set_home (StafetMaker *maker, StafetVolunteer *volunteer)
{
  const char *street = streets[stafet_maker_below (maker, G_N_ELEMENTS (streets))];
  g_autofree char *address = g_strdup_printf ("%s %u", street, 1 + stafet_maker_below (maker, 98));
  guint town = stafet_maker_below (maker, G_N_ELEMENTS (towns));

  stafet_maker_set_text (volunteer, "address", address);
  stafet_maker_set_text (volunteer, "postcode", towns[town].postcode);
  stafet_maker_set_text (volunteer, "town", towns[town].town);
}

/* Every second one has a mail address, as in life; the telephone is the way to all. */
static void
set_ways (StafetMaker *maker, StafetVolunteer *volunteer)
{
  static const char *const call_when[] = { "", "", "formiddag", "efter kl. 16", "helst sms" };
  guint when = stafet_maker_below (maker, G_N_ELEMENTS (call_when));

  if (stafet_maker_one_in (maker, 2))
    {
      g_autofree char *mail = stafet_people_mail (volunteer->name);

      stafet_maker_set_text (volunteer, "mail", mail);
    }
  stafet_maker_set_text (volunteer, "call_when", call_when[when]);
}

StafetVolunteer *
stafet_people_add (StafetMaker *maker, const char *name, const char *phone, StafetUid house)
{
  StafetVolunteer *volunteer = stafet_maker_add (maker, STAFET_KIND_VOLUNTEER);

  stafet_maker_set_text (volunteer, "name", name);
  set_home (maker, volunteer);
  set_ways (maker, volunteer);
  add_phone (maker, volunteer->parent.uid, phone);
  stafet_people_add_house (maker, volunteer->parent.uid, house);
  volunteer->started = maker->today - 60 - (int) stafet_maker_below (maker, 3000);
  volunteer->wished_per_week = 100 * (1 + (int) stafet_maker_below (maker, 3));
  return volunteer;
}

void
stafet_people_add_house (StafetMaker *maker, StafetUid volunteer, StafetUid house)
{
  StafetVolunteerHouse *link = stafet_maker_add (maker, STAFET_KIND_VOLUNTEER_HOUSE);

  link->volunteer = volunteer;
  link->house = house;
}

void
stafet_people_add_skill (StafetMaker *maker, StafetUid volunteer, const char *skill)
{
  StafetSkill *link = stafet_maker_add (maker, STAFET_KIND_SKILL);

  link->volunteer = volunteer;
  stafet_maker_set_text (link, "skill", skill);
}

void
stafet_people_add_window (StafetMaker *maker, StafetUid volunteer, int weekday, int from, int to,
                          gboolean preferred)
{
  StafetAvailability *window = stafet_maker_add (maker, STAFET_KIND_AVAILABILITY);

  window->volunteer = volunteer;
  window->weekday = weekday;
  window->from_minute = from;
  window->to_minute = to;
  window->preferred = preferred;
}

void
stafet_people_add_absence (StafetMaker *maker, StafetUid volunteer, int from, int to)
{
  StafetAbsence *absence = stafet_maker_add (maker, STAFET_KIND_ABSENCE);

  absence->volunteer = volunteer;
  absence->from = stafet_moment_from_date (maker->today + from);
  absence->to = stafet_moment_from_date (maker->today + to);
}

void
stafet_people_see_check (StafetMaker *maker, StafetVolunteer *volunteer)
{
  if (volunteer->check_seen != STAFET_DATE_NONE)
    return;
  volunteer->check_seen = maker->today - 40 - (int) stafet_maker_below (maker, 600);
  volunteer->check_asked = volunteer->check_seen - 20;
  volunteer->check_until = volunteer->check_seen + 3 * 365;
  stafet_maker_set_text (volunteer, "check_by", "husets koordinator");
}

/* ——— Staff ——— */

StafetContact *
stafet_people_add_contact (StafetMaker *maker, const char *name, const char *role, StafetUid house,
                           StafetUid ward, StafetUid area)
{
  StafetContact *contact = stafet_maker_add (maker, STAFET_KIND_CONTACT);
  g_autofree char *phone = stafet_people_phone (maker), *mail = stafet_people_mail (name);

  stafet_maker_set_text (contact, "name", name);
  stafet_maker_set_text (contact, "role", role);
  stafet_maker_set_text (contact, "phone", phone);
  stafet_maker_set_text (contact, "mail", mail);
  contact->house = house;
  contact->ward = ward;
  contact->area = area;
  return contact;
}
