/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of the large example, who answers for them, and a feed for each. Eleven houses and three
 * nursing homes have the names of real ones; everything else is invented.
 */
#include "stafet-example-municipality.h"

#include "stafet-example-network.h"
#include "stafet-example-people.h"

const StafetTownBand stafet_town_bands[STAFET_TOWN_BANDS] = { { 9 * 60, 11 * 60 + 30 },
                                                              { 12 * 60, 14 * 60 },
                                                              { 14 * 60 + 30, 16 * 60 + 30 },
                                                              { 18 * 60 + 30, 21 * 60 + 30 } };

static const char *const areas[STAFET_TOWN_AREAS] = {
  "Område Midt", "Område Nord",    "Område Nordvest", "Område Vest",
  "Område Syd",  "Område Sydvest", "Område Kyst",
};

typedef struct
{
  const char *name, *address, *postcode, *town;
} Place;

/* The first four are volunteer houses. */
static const Place houses[STAFET_TOWN_HOUSES] = {
  { "Huset Trøjborg", "Kirkegårdsvej 53", "8000", "Aarhus C" },
  { "Folkestedet", "Carl Blochs Gade", "8000", "Aarhus C" },
  { "Fristedet", "", "8000", "Aarhus C" },
  { "Frivillighuset Åhuset", "Åbrinken 4", "8260", "Viby J" },
  { "Lokalcenter Marselis", "Marselis Boulevard 94A", "8000", "Aarhus C" },
  { "Folkehuset Ankersgade", "Ankersgade 21", "8000", "Aarhus C" },
  { "Lokalcenter Dalgas", "Dalgas Avenue 54", "8000", "Aarhus C" },
  { "Lokalcenter Rosenvang", "Rosenvangs Allé 76", "8260", "Viby J" },
  { "Lokalcenter Abildgården", "Skovvangsvej 99", "8200", "Aarhus N" },
  { "Folkehuset Møllestien", "Grønnegade 10", "8000", "Aarhus C" },
  { "Skæring Lokalcenter", "Sommersmindevej 2", "8250", "Egå" },
  { "Folkehuset Gellerup", "Gudrunsvej 80", "8220", "Brabrand" },
  { "Folkehuset Birkehaven", "Birkehaven 12", "8210", "Aarhus V" },
  { "Lokalcenter Bækkelunden", "Bækkelunden 3", "8270", "Højbjerg" },
  { "Folkehuset Dybdalen", "Dybdalen 41", "8240", "Risskov" },
  { "Lokalcenter Egevangen", "Egevangen 8", "8200", "Aarhus N" },
  { "Folkehuset Elmegården", "Elmegårdsvej 17", "8260", "Viby J" },
  { "Lokalcenter Fjordblik", "Fjordblik 2", "8240", "Risskov" },
  { "Folkehuset Grønløkken", "Grønløkken 25", "8210", "Aarhus V" },
  { "Lokalcenter Havnelund", "Havnelund 6", "8000", "Aarhus C" },
  { "Folkehuset Hedelund", "Hedelund 30", "8220", "Brabrand" },
  { "Lokalcenter Hjortholm", "Hjortholm 9", "8270", "Højbjerg" },
  { "Folkehuset Højager", "Højagervej 14", "8250", "Egå" },
  { "Lokalcenter Ibsgården", "Ibsgårdsvej 1", "8200", "Aarhus N" },
  { "Folkehuset Kildevældet", "Kildevældet 22", "8260", "Viby J" },
  { "Lokalcenter Kornmarken", "Kornmarken 5", "8210", "Aarhus V" },
  { "Folkehuset Kærholm", "Kærholm 11", "8220", "Brabrand" },
  { "Lokalcenter Lyngholt", "Lyngholt 19", "8240", "Risskov" },
  { "Folkehuset Mejerigården", "Mejerigårdsvej 7", "8270", "Højbjerg" },
  { "Lokalcenter Nørrelund", "Nørrelund 28", "8200", "Aarhus N" },
  { "Folkehuset Rugholm", "Rugholm 13", "8210", "Aarhus V" },
  { "Lokalcenter Sandbakken", "Sandbakken 4", "8240", "Risskov" },
  { "Folkehuset Skovbrynet", "Skovbrynet 16", "8270", "Højbjerg" },
  { "Lokalcenter Solmarken", "Solmarken 21", "8260", "Viby J" },
  { "Folkehuset Strandengen", "Strandengen 3", "8250", "Egå" },
  { "Lokalcenter Søholm", "Søholm 10", "8220", "Brabrand" },
  { "Folkehuset Teglgården", "Teglgårdsvej 33", "8000", "Aarhus C" },
  { "Lokalcenter Toftehøj", "Toftehøj 15", "8250", "Egå" },
  { "Folkehuset Vesterlund", "Vesterlund 20", "8210", "Aarhus V" },
  { "Lokalcenter Vængerne", "Vængerne 18", "8220", "Brabrand" },
  { "Folkehuset Østervang", "Østervang 27", "8200", "Aarhus N" },
};
#define VOLUNTEER_HOUSES 4

static const char *const homes[STAFET_TOWN_HOMES] = {
  "Skovvang",       "Vejlby",        "Vejlbygade",   "Abildhaven",  "Bakkeager",   "Bøgelund",
  "Damgården",      "Engtoften",     "Fuglsangen",   "Hestehaven",  "Holmelund",   "Humlehaven",
  "Kastaniegården", "Kirsebærhaven", "Kløvermarken", "Lindelunden", "Møllebakken", "Nattergalen",
  "Oldenlund",      "Pilehaven",     "Rosenhøj",     "Rønnehaven",  "Sommerlyst",  "Stenhøj",
  "Svalegården",    "Tranelund",     "Valmuehaven",  "Viberne",     "Æblegården",  "Åhaven",
};

static void
set_phone (StafetMaker *maker, gpointer record)
{
  g_autofree char *phone = stafet_people_phone (maker);

  stafet_maker_set_text (record, "phone", phone);
}

static StafetContact *
add_staff (StafetMaker *maker, const char *role, StafetUid house, StafetUid ward, StafetUid area)
{
  g_autofree char *name = stafet_people_name (maker);

  return stafet_people_add_contact (maker, name, role, house, ward, area);
}

/* ——— Places ——— */

static void
make_areas (StafetMaker *maker)
{
  for (int i = 0; i < STAFET_TOWN_AREAS; i++)
    {
      StafetArea *area = stafet_maker_make (maker, STAFET_KIND_AREA, "name", areas[i], NULL);

      add_staff (maker, "frivilligkonsulent", NULL, NULL, area->parent.uid);
    }
}

static StafetHouse *
add_house (StafetMaker *maker, const Place *place, int kind, int i)
{
  const GPtrArray *all = maker->made[STAFET_KIND_AREA];
  StafetHouse *house = stafet_maker_add (maker, STAFET_KIND_HOUSE);

  stafet_maker_set_text (house, "name", place->name);
  stafet_maker_set_text (house, "address", place->address);
  stafet_maker_set_text (house, "postcode", place->postcode);
  stafet_maker_set_text (house, "town", place->town);
  set_phone (maker, house);
  house->kind = kind;
  house->area = ((StafetRecord *) g_ptr_array_index (all, (guint) i % STAFET_TOWN_AREAS))->uid;
  return house;
}

static void
make_rooms (StafetTown *town, StafetTownHouse *house)
{
  static const char *const names[STAFET_TOWN_ROOMS] = { "Store sal", "Lille sal", "Værkstedet", "Caféen" };

  for (int i = 0; i < STAFET_TOWN_ROOMS; i++)
    {
      StafetRoom *room = stafet_maker_add (town->maker, STAFET_KIND_ROOM);

      stafet_maker_set_text (room, "name", names[i]);
      room->house = house->uid;
      room->tables = 20 + (int) stafet_maker_below (town->maker, 60);
      room->setup_minutes = room->cleardown_minutes = 15;
      house->rooms[i] = room->parent.uid;
    }
}

/* Every third house shares its bus with the others. */
static void
make_bus (StafetMaker *maker, StafetUid house)
{
  StafetRoom *bus = stafet_maker_add (maker, STAFET_KIND_ROOM);

  stafet_maker_set_text (bus, "name", "Minibussen");
  bus->house = house;
  bus->kind = STAFET_ROOM_VEHICLE;
  bus->tables = 8;
}

static void
make_houses (StafetTown *town)
{
  for (int i = 0; i < STAFET_TOWN_HOUSES; i++)
    {
      int kind = i < VOLUNTEER_HOUSES ? STAFET_HOUSE_VOLUNTEER : STAFET_HOUSE_COMMUNITY;
      StafetUid uid = add_house (town->maker, &houses[i], kind, i)->parent.uid;

      town->houses[i].uid = uid;
      make_rooms (town, &town->houses[i]);
      if (i % 3 == 0)
        make_bus (town->maker, uid);
      add_staff (town->maker, "husets koordinator", uid, NULL, NULL)->is_public = TRUE;
    }
}

static void
make_ward (StafetTown *town, const char *home_name, StafetUid home, int i)
{
  StafetWard *ward = stafet_maker_add (town->maker, STAFET_KIND_WARD);
  g_autofree char *name = g_strdup_printf ("%s %d", home_name, i % 2 + 1);
  StafetTownWard *of = &town->wards[i];

  stafet_maker_set_text (ward, "name", name);
  set_phone (town->maker, ward);
  ward->house = home;
  of->uid = ward->parent.uid;
  of->home = home;
  of->received_by =
    add_staff (town->maker, i % 3 == 0 ? "oplevelsesmedarbejder" : "social- og sundhedsassistent", NULL,
               of->uid, NULL)
      ->parent.uid;
}

static void
make_homes (StafetTown *town)
{
  for (int i = 0; i < STAFET_TOWN_HOMES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Plejehjem %s", homes[i]);
      const Place *near = &houses[VOLUNTEER_HOUSES + i];
      Place place = { name, "", near->postcode, near->town };
      StafetUid home = add_house (town->maker, &place, STAFET_HOUSE_NURSING, i)->parent.uid;

      make_ward (town, homes[i], home, 2 * i);
      make_ward (town, homes[i], home, 2 * i + 1);
    }
}

static void
make_organisers (StafetMaker *maker)
{
  static const char *const names[][2] = {
    { "Sangvennerne", "association" },    { "Besøgsvennerne", "association" },
    { "Nabohjælpen", "association" },     { "Cykling for flere", "association" },
    { "Havevennerne", "association" },    { "Kortklubben", "association" },
    { "Madfællesskabet", "association" }, { "Gåklubben", "association" },
    { "Musikværkstedet", "other" },       { "Sankt Lukas Sogn", "church" },
    { "Egå Strandkirke", "church" },      { "Borgerrådet", "council" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    set_phone (maker, stafet_maker_make (maker, STAFET_KIND_ORGANISER, "name", names[i][0], "kind",
                                         names[i][1], NULL));
}

/* ——— Feeds and closures ——— */

static StafetFeed *
add_feed (StafetMaker *maker, const char *prefix, const char *name, int kind, int names)
{
  StafetFeed *feed = stafet_maker_add (maker, STAFET_KIND_FEED);
  g_autofree char *token = stafet_maker_token (maker), *title = g_strconcat (prefix, name, NULL);

  stafet_maker_set_text (feed, "name", title);
  stafet_maker_set_text (feed, "token", token);
  feed->kind = kind;
  feed->names = names;
  return feed;
}

static void
make_feeds (StafetMaker *maker)
{
  for (guint i = 0; i < maker->made[STAFET_KIND_HOUSE]->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (maker->made[STAFET_KIND_HOUSE], i);

      if (house->kind == STAFET_HOUSE_NURSING)
        add_feed (maker, "Frivillige på ", house->name, STAFET_FEED_ARRIVALS, STAFET_NAMES_FIRST)->house =
          house->parent.uid;
      else
        add_feed (maker, "Program for ", house->name, STAFET_FEED_PROGRAMME, STAFET_NAMES_COUNTS)->house =
          house->parent.uid;
    }
  for (guint i = 0; i < maker->made[STAFET_KIND_WARD]->len; i++)
    {
      const StafetWard *ward = g_ptr_array_index (maker->made[STAFET_KIND_WARD], i);

      add_feed (maker, "Frivillige på ", ward->name, STAFET_FEED_ARRIVALS, STAFET_NAMES_FIRST)->ward =
        ward->parent.uid;
    }
}

/* A staff day in one house, an infection in one ward. */
static void
make_closures (StafetTown *town)
{
  StafetClosure *house = stafet_maker_make (town->maker, STAFET_KIND_CLOSURE, "text", "Personaledag", NULL);
  StafetClosure *ward =
    stafet_maker_make (town->maker, STAFET_KIND_CLOSURE, "text", "Smitte på afdelingen", NULL);

  house->house = town->houses[7].uid;
  house->from = house->to = stafet_moment_from_date (town->maker->today + 3);
  ward->ward = town->wards[5].uid;
  ward->from = stafet_moment_from_date (town->maker->today - 2);
  ward->to = stafet_moment_from_date (town->maker->today + 6);
}

void
stafet_example_make_municipality (StafetMaker *maker)
{
  g_autofree StafetTown *town = g_new0 (StafetTown, 1);

  town->maker = maker;
  make_areas (maker);
  make_houses (town);
  make_homes (town);
  make_organisers (maker);
  stafet_town_make_people (town);
  stafet_town_make_programme (town);
  stafet_town_make_windows (town);
  make_feeds (maker);
  make_closures (town);
  stafet_example_make_network (maker, town->houses[0].uid);
}
