/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happens in the houses of the large example, and the shifts that it needs.
 */
#include "stafet-example-municipality.h"

typedef struct
{
  const char *title;
  StafetCategory category;
  int band;
  gboolean once; /* an event on a single date */
} Offer;

static const Offer offers[] = {
  { "Fællesspisning", STAFET_CATEGORY_FOOD, 1 },
  { "Brunch", STAFET_CATEGORY_FOOD, 0 },
  { "Kagecafé", STAFET_CATEGORY_FOOD, 2 },
  { "Suppedag", STAFET_CATEGORY_FOOD, 1 },
  { "Madklub", STAFET_CATEGORY_FOOD, 3 },
  { "Stolegymnastik", STAFET_CATEGORY_MOVEMENT, 0 },
  { "Krolf", STAFET_CATEGORY_MOVEMENT, 1 },
  { "Yoga", STAFET_CATEGORY_MOVEMENT, 0 },
  { "Seniordans", STAFET_CATEGORY_MOVEMENT, 2 },
  { "Gåtur", STAFET_CATEGORY_MOVEMENT, 0 },
  { "Styrketræning", STAFET_CATEGORY_MOVEMENT, 2 },
  { "Linedance", STAFET_CATEGORY_MOVEMENT, 3 },
  { "Formiddagssang", STAFET_CATEGORY_MUSIC, 0 },
  { "Kor", STAFET_CATEGORY_MUSIC, 3 },
  { "Fællessang", STAFET_CATEGORY_MUSIC, 2 },
  { "Harmonikaklub", STAFET_CATEGORY_MUSIC, 1 },
  { "Sløjd", STAFET_CATEGORY_WORKSHOP, 2 },
  { "Strikkeklub", STAFET_CATEGORY_WORKSHOP, 0 },
  { "Malerværksted", STAFET_CATEGORY_WORKSHOP, 1 },
  { "Keramik", STAFET_CATEGORY_WORKSHOP, 3 },
  { "Banko", STAFET_CATEGORY_GAMES, 2 },
  { "Kortspil", STAFET_CATEGORY_GAMES, 1 },
  { "Skak", STAFET_CATEGORY_GAMES, 3 },
  { "Brætspil", STAFET_CATEGORY_GAMES, 3 },
  { "Mødregruppe", STAFET_CATEGORY_GAMES, 0 },
  { "It-hjælp", STAFET_CATEGORY_TALK, 0 },
  { "Slægtsforskning", STAFET_CATEGORY_TALK, 3 },
  { "Læsekreds", STAFET_CATEGORY_TALK, 2 },
  { "Studiekreds", STAFET_CATEGORY_TALK, 1 },
  { "Foredrag", STAFET_CATEGORY_TALK, 3, TRUE },
  { "Koncert", STAFET_CATEGORY_MUSIC, 3, TRUE },
  { "Temadag", STAFET_CATEGORY_TALK, 2, TRUE },
  { "Festmiddag", STAFET_CATEGORY_FOOD, 1, TRUE },
};
static const Offer visits[] = {
  { "Højtlæsning", STAFET_CATEGORY_NURSING, 2 }, { "Sang på afdelingen", STAFET_CATEGORY_NURSING, 2 },
  { "Besøgshund", STAFET_CATEGORY_NURSING, 0 },  { "Gåtur med beboere", STAFET_CATEGORY_NURSING, 1 },
  { "Bagedag", STAFET_CATEGORY_NURSING, 0 },     { "Spil på afdelingen", STAFET_CATEGORY_NURSING, 3 },
};

/* The room that a category likes best. The first role asks for the skill. */
static const struct
{
  int room;
  const char *skill, *roles[4];
} needs[] = {
  [STAFET_CATEGORY_FOOD] = { STAFET_TOWN_CAFE, "madlavning", { "Køkken", "Servering", "Indkøb", "Opvask" } },
  [STAFET_CATEGORY_MOVEMENT] = { STAFET_TOWN_HALL,
                                 "gymnastik",
                                 { "Træner", "Hjælpetræner", "Vært", "Kaffe" } },
  [STAFET_CATEGORY_MUSIC] = { STAFET_TOWN_HALL, "sang", { "Forsanger", "Musiker", "Vært", "Kaffe" } },
  [STAFET_CATEGORY_WORKSHOP] = { STAFET_TOWN_WORKSHOP,
                                 "håndværk",
                                 { "Værkstedsvært", "Makker", "Materialer", "Oprydning" } },
  [STAFET_CATEGORY_GAMES] = { STAFET_TOWN_PARLOUR,
                              "spil",
                              { "Spilvært", "Opstilling", "Kaffe", "Oprydning" } },
  [STAFET_CATEGORY_NURSING] = { 0, "besøgsven", { "Besøgsven", "Ledsager", "Kaffe", "Fotograf" } },
  [STAFET_CATEGORY_TALK] = { STAFET_TOWN_PARLOUR, "oplæg", { "Vejleder", "Teknik", "Kaffe", "Dørvagt" } },
};

#define WEEKDAYS 7
/* One activity in so many is a visit to a nursing home; one visit in so many calls at both its wards. */
#define ONE_VISIT_IN 9
#define ONE_ROUND_IN 4
#define CAFE_DAYS 5
#define CAFE_SHIFTS (STAFET_TOWN_HOUSES * CAFE_DAYS)

/* When and where a series is, before it becomes a record. */
typedef struct
{
  int weekday, second; /* second: 0 or another weekday */
  int band, room;
  guint32 slots;
} Spot;

static const char *const day_keys[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* ——— Where there is room ——— */

/* Six days in seven from Monday to Friday. */
static int
any_weekday (StafetMaker *maker)
{
  return stafet_maker_one_in (maker, 7) ? 6 + (int) stafet_maker_below (maker, 2)
                                        : 1 + (int) stafet_maker_below (maker, 5);
}

/* Takes a free slot of a room, near the room, weekday and band wished for. There is one: a house has 102 for
 * some 42 series. */
static void
take_room (StafetMaker *maker, StafetTownHouse *house, Spot *spot)
{
  int weekday = any_weekday (maker) - 1, room = spot->room, band = spot->band;

  for (int i = 0; i < STAFET_TOWN_ROOMS * WEEKDAYS * STAFET_TOWN_BANDS; i++)
    {
      spot->room = (room + i) % STAFET_TOWN_ROOMS;
      spot->weekday = (weekday + i / STAFET_TOWN_ROOMS) % WEEKDAYS + 1;
      spot->band = (band + i / (STAFET_TOWN_ROOMS * WEEKDAYS)) % STAFET_TOWN_BANDS;
      spot->slots = STAFET_TOWN_SLOT (spot->weekday, spot->band);
      if ((house->taken[spot->room] & spot->slots) == 0)
        break;
    }
  house->taken[spot->room] |= spot->slots;
}

/* Makes it twice a week, where the room is free on the other day too. */
static void
take_second_day (StafetTownHouse *house, Spot *spot)
{
  int weekday = (spot->weekday + 1) % 5 + 1;
  guint32 slot = STAFET_TOWN_SLOT (weekday, spot->band);

  if (weekday == spot->weekday || (house->taken[spot->room] & slot) != 0)
    return;
  house->taken[spot->room] |= slot;
  spot->slots |= slot;
  spot->second = weekday;
}

/* ——— When ——— */

static void
set_filters (StafetMaker *maker, gpointer series, StafetTiming *timing)
{
  if (stafet_maker_one_in (maker, 4))
    timing->parity = stafet_maker_one_in (maker, 2) ? STAFET_PARITY_EVEN : STAFET_PARITY_ODD;
  if (stafet_maker_one_in (maker, 2))
    stafet_maker_set_text (series, "season", stafet_maker_one_in (maker, 5) ? "04-01/10-31" : "09-01/05-31");
  if (stafet_maker_one_in (maker, 8))
    stafet_maker_set_text (series, "skip_weeks", "7,42");
}

static void
set_holidays (StafetMaker *maker, StafetTiming *timing)
{
  guint chance = stafet_maker_below (maker, 20);

  timing->holidays = chance < 12   ? STAFET_HOLIDAY_CANCEL
                     : chance < 13 ? STAFET_HOLIDAY_ASK
                                   : STAFET_HOLIDAY_KEEP;
  timing->school_holidays = stafet_maker_one_in (maker, 10) ? STAFET_HOLIDAY_CANCEL : STAFET_HOLIDAY_KEEP;
}

static void
set_rule (StafetMaker *maker, gpointer series, StafetTiming *timing, const Spot *spot)
{
  static const char *const nth[] = { "1", "2", "3", "-1" };
  const char *day = day_keys[spot->weekday];
  g_autofree char *rule = NULL;

  if (spot->second != 0)
    rule = g_strdup_printf ("FREQ=WEEKLY;BYDAY=%s,%s", day, day_keys[spot->second]);
  else if (stafet_maker_one_in (maker, 8))
    rule = g_strdup_printf ("FREQ=MONTHLY;BYDAY=2%s,4%s", day, day);
  else if (stafet_maker_one_in (maker, 5))
    rule =
      g_strdup_printf ("FREQ=MONTHLY;BYDAY=%s%s", nth[stafet_maker_below (maker, G_N_ELEMENTS (nth))], day);
  else
    rule = g_strdup_printf ("FREQ=WEEKLY;BYDAY=%s", day);
  stafet_maker_set_text (series, "rule", rule);
  if (g_str_has_prefix (rule, "FREQ=WEEKLY"))
    set_filters (maker, series, timing);
  set_holidays (maker, timing);
}

/* An event is held once in the months around today, everything else began weeks or years ago. */
static void
schedule (StafetMaker *maker, StafetActivity *activity, const Spot *spot, gboolean once)
{
  const StafetTownBand *band = &stafet_town_bands[spot->band];
  StafetDate monday = stafet_date_monday (maker->today);
  int from = band->from + 30 * (int) stafet_maker_below (maker, 2);
  int to = stafet_maker_one_in (maker, 2) ? band->to : from + 60;

  if (once)
    monday += 7 * ((int) stafet_maker_below (maker, 30) - 4);
  else
    {
      monday -= 7 * (8 + (int) stafet_maker_below (maker, 100));
      set_rule (maker, activity, &activity->timing, spot);
    }
  stafet_maker_schedule (activity, &activity->timing, once ? monday + spot->weekday - 1 : monday, from, to);
}

/* ——— Activities ——— */

static StafetActivity *
add_activity (StafetTown *town, int house, const Offer *offer)
{
  StafetActivity *activity = stafet_maker_add (town->maker, STAFET_KIND_ACTIVITY);

  stafet_maker_set_text (activity, "title", offer->title);
  activity->house = town->houses[house].uid;
  activity->category = (gint32) offer->category;
  return activity;
}

/* Calls at both wards of a nursing home, for half of the time each. */
static void
add_stops (StafetTown *town, const StafetActivity *activity, const StafetTownWard *wards)
{
  int minutes = activity->timing.end - activity->timing.start;

  for (int i = 0; i < 2; i++)
    {
      StafetStop *stop = stafet_maker_add (town->maker, STAFET_KIND_STOP);

      stop->activity = activity->parent.uid;
      stop->ward = wards[i].uid;
      stop->from_minute = i * minutes / 2;
      stop->to_minute = (i + 1) * minutes / 2;
      stop->received_by = wards[i].received_by;
    }
}

static StafetActivity *
make_visit (StafetTown *town, int house, int i, Spot *spot)
{
  const Offer *offer = &visits[stafet_maker_below (town->maker, G_N_ELEMENTS (visits))];
  StafetActivity *activity = add_activity (town, house, offer);
  int ward = i / ONE_VISIT_IN % STAFET_TOWN_WARDS;

  spot->band = offer->band;
  spot->weekday = any_weekday (town->maker);
  spot->slots = STAFET_TOWN_SLOT (spot->weekday, spot->band);
  schedule (town->maker, activity, spot, FALSE);
  if (stafet_maker_one_in (town->maker, ONE_ROUND_IN))
    add_stops (town, activity, &town->wards[ward & ~1]);
  else
    {
      activity->ward = town->wards[ward].uid;
      activity->received_by = town->wards[ward].received_by;
    }
  return activity;
}

static StafetActivity *
make_offer (StafetTown *town, int house, Spot *spot)
{
  const Offer *offer = &offers[stafet_maker_below (town->maker, G_N_ELEMENTS (offers))];
  StafetActivity *activity = add_activity (town, house, offer);

  spot->band = offer->band;
  spot->room = needs[offer->category].room;
  take_room (town->maker, &town->houses[house], spot);
  if (!offer->once && stafet_maker_one_in (town->maker, 20))
    take_second_day (&town->houses[house], spot);
  activity->room = town->houses[house].rooms[spot->room];
  schedule (town->maker, activity, spot, offer->once);
  return activity;
}

/* ——— Shifts ——— */

static void
set_heads (StafetShift *shift, int wanted)
{
  shift->wanted = wanted;
  shift->min = wanted > 1 ? 1 : 0;
  shift->max = wanted + 1;
}

/* A choir sends heads, not names. */
static void
add_choir (StafetMaker *maker, StafetShift *shift)
{
  StafetStanding *standing = stafet_maker_add (maker, STAFET_KIND_STANDING);

  set_heads (shift, 4);
  standing->shift = shift->parent.uid;
  standing->organiser = stafet_maker_uid (maker, STAFET_KIND_ORGANISER, "Sangvennerne");
  standing->count = 4;
}

static void
make_shift (StafetTown *town, int house, StafetActivity *activity, const Spot *spot, int role)
{
  StafetMaker *maker = town->maker;
  StafetShift *shift = stafet_maker_add (maker, STAFET_KIND_SHIFT);
  StafetUid first;

  shift->activity = activity->parent.uid;
  stafet_maker_set_text (shift, "role", needs[activity->category].roles[role]);
  stafet_maker_set_text (shift, "skill", role == 0 ? needs[activity->category].skill : "");
  shift->check = role == 0 && activity->category == STAFET_CATEGORY_NURSING;
  shift->start_offset = stafet_maker_one_in (maker, 3) ? -15 : 0;
  shift->end_offset = stafet_maker_one_in (maker, 4) ? 15 : 0;
  if (role == 0 && g_str_equal (activity->title, "Sang på afdelingen"))
    {
      add_choir (maker, shift);
      return;
    }
  set_heads (shift, stafet_maker_one_in (maker, role == 0 ? 2 : 8) ? 2 : 1);
  first = stafet_town_fill (town, house, shift, &activity->timing, spot->slots, activity->category);
  if (role == 0)
    activity->lead = first;
}

/* The café's shifts stand alone; they hold its room from Monday to Friday. */
static void
make_cafe_shift (StafetTown *town, int house, int weekday)
{
  StafetTownHouse *of = &town->houses[house];
  StafetShift *shift = stafet_maker_add (town->maker, STAFET_KIND_SHIFT);
  guint32 slots = STAFET_TOWN_SLOT (weekday, 0) | STAFET_TOWN_SLOT (weekday, 1);
  g_autofree char *rule = g_strdup_printf ("FREQ=WEEKLY;BYDAY=%s", day_keys[weekday]);

  of->taken[STAFET_TOWN_CAFE] |= slots;
  stafet_maker_set_text (shift, "role", "Cafévagt");
  stafet_maker_set_text (shift, "rule", rule);
  shift->house = of->uid;
  shift->room = of->rooms[STAFET_TOWN_CAFE];
  shift->priority = 3;
  set_heads (shift, 2);
  stafet_maker_schedule (shift, &shift->timing, stafet_date_monday (town->maker->today) - 52 * 7, 10 * 60,
                         14 * 60);
  stafet_town_fill (town, house, shift, &shift->timing, slots, STAFET_CATEGORY_FOOD);
}

/* How many of the shifts belong to the @i-th activity: three or four, so that the sum comes out. */
static int
shifts_of (int i)
{
  const int all = STAFET_TOWN_SHIFTS - CAFE_SHIFTS;

  return all * (i + 1) / STAFET_TOWN_ACTIVITIES - all * i / STAFET_TOWN_ACTIVITIES;
}

void
stafet_town_make_programme (StafetTown *town)
{
  for (int i = 0; i < CAFE_SHIFTS; i++)
    make_cafe_shift (town, i % STAFET_TOWN_HOUSES, i / STAFET_TOWN_HOUSES + 1);
  for (int i = 0; i < STAFET_TOWN_ACTIVITIES; i++)
    {
      int house = i % STAFET_TOWN_HOUSES;
      Spot spot = { 0 };
      StafetActivity *activity =
        i % ONE_VISIT_IN == 0 ? make_visit (town, house, i, &spot) : make_offer (town, house, &spot);

      for (int role = 0; role < shifts_of (i); role++)
        make_shift (town, house, activity, &spot, role);
    }
}
