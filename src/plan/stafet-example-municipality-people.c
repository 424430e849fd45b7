/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The volunteers of the large example: who they are, which shifts they stand on, and who cannot come.
 */
#include "stafet-example-municipality.h"

#include "schedule/stafet-expand.h"
#include "stafet-example-people.h"

/* One place in so many is vacant, is shared by two who take turns, or misses its holder next time. */
#define ONE_VACANT_IN 14
#define ONE_SHARED_IN 12
#define ONE_REGRET_IN 50
/* Nobody has more slots than this. */
#define MOST_SLOTS 6

static void
set_status (StafetMaker *maker, StafetVolunteer *volunteer)
{
  if (stafet_maker_one_in (maker, 40))
    {
      volunteer->status = STAFET_VOLUNTEER_PAUSED;
      volunteer->paused_until = maker->today + 7 + (int) stafet_maker_below (maker, 90);
    }
  else if (stafet_maker_one_in (maker, 25))
    {
      int from = (int) stafet_maker_below (maker, 40) - 5;

      stafet_people_add_absence (maker, volunteer->parent.uid, from,
                                 from + 6 + (int) stafet_maker_below (maker, 14));
    }
  volunteer->protected_ = stafet_maker_one_in (maker, 100);
}

static void
set_kind (StafetMaker *maker, StafetVolunteer *volunteer)
{
  if (stafet_maker_one_in (maker, 10))
    volunteer->kind = STAFET_VOLUNTEER_ON_CALL;
  else if (stafet_maker_one_in (maker, 30))
    volunteer->kind = STAFET_VOLUNTEER_SPECIALIST;
  else if (stafet_maker_one_in (maker, 60))
    volunteer->kind = STAFET_VOLUNTEER_PLANNER;
}

void
stafet_town_make_people (StafetTown *town)
{
  for (int i = 0; i < STAFET_TOWN_PEOPLE; i++)
    {
      g_autofree char *name = stafet_people_name (town->maker);
      StafetUid house = town->houses[i % STAFET_TOWN_HOUSES].uid;
      StafetVolunteer *volunteer = stafet_people_add (town->maker, name, NULL, house);

      set_kind (town->maker, volunteer);
      set_status (town->maker, volunteer);
      town->people[i].volunteer = volunteer;
    }
}

/* ——— On shifts ——— */

static int
count_slots (guint32 slots)
{
  int n = 0;

  for (; slots != 0; slots &= slots - 1)
    n++;
  return n;
}

static gboolean
is_free (const StafetTownPerson *person, guint32 slots, gboolean on_call)
{
  return (person->taken & slots) == 0 && count_slots (person->taken | slots) <= MOST_SLOTS
         && (person->volunteer->kind == STAFET_VOLUNTEER_ON_CALL) == on_call;
}

/* Takes @slots of somebody of the house who has them free; NULL: nobody has. */
static StafetTownPerson *
take_person (StafetTown *town, int house, guint32 slots, gboolean on_call)
{
  int n = (STAFET_TOWN_PEOPLE - house + STAFET_TOWN_HOUSES - 1) / STAFET_TOWN_HOUSES;
  int first = (int) stafet_maker_below (town->maker, (guint) n);

  for (int i = 0; i < n; i++)
    {
      StafetTownPerson *person = &town->people[house + (first + i) % n * STAFET_TOWN_HOUSES];

      if (!is_free (person, slots, on_call))
        continue;
      person->taken |= slots;
      return person;
    }
  return NULL;
}

/* She can what the shift asks for. */
static void
qualify (StafetTown *town, StafetTownPerson *person, const StafetShift *shift, int category)
{
  if (shift->check)
    stafet_people_see_check (town->maker, person->volunteer);
  if (shift->skill[0] == '\0' || (person->skills & 1u << category) != 0)
    return;
  person->skills |= 1u << category;
  stafet_people_add_skill (town->maker, person->volunteer->parent.uid, shift->skill);
}

/* She cannot come next time; now and then somebody on call was asked already. */
static void
miss_next (StafetTown *town, int house, const StafetShift *shift, const StafetTiming *timing, guint32 slots,
           StafetUid volunteer)
{
  StafetDate date = stafet_expand_next (timing, town->maker->today);
  StafetTownPerson *asked;

  if (date == STAFET_DATE_NONE)
    return;
  stafet_maker_assign (town->maker, shift->parent.uid, volunteer, date, STAFET_ASSIGNMENT_DECLINED);
  if (stafet_maker_one_in (town->maker, 2))
    stafet_maker_look (town->maker, shift->parent.uid, date);
  asked = stafet_maker_one_in (town->maker, 3) ? take_person (town, house, slots, TRUE) : NULL;
  if (asked != NULL)
    stafet_maker_assign (town->maker, shift->parent.uid, asked->volunteer->parent.uid, date,
                         STAFET_ASSIGNMENT_ASKED);
}

static StafetTownPerson *
stand (StafetTown *town, int house, const StafetShift *shift, guint32 slots, int category, int parity)
{
  StafetTownPerson *person = take_person (town, house, slots, FALSE);
  StafetStanding *standing;

  if (person == NULL)
    return NULL;
  qualify (town, person, shift, category);
  standing = stafet_maker_add (town->maker, STAFET_KIND_STANDING);
  standing->shift = shift->parent.uid;
  standing->volunteer = person->volunteer->parent.uid;
  standing->parity = parity;
  return person;
}

/* A place of a series is stood on; one of a single date is promised. */
static StafetTownPerson *
fill_place (StafetTown *town, int house, const StafetShift *shift, const StafetTiming *timing, guint32 slots,
            int category)
{
  StafetTownPerson *person;

  if (!timing->recurs)
    {
      person = take_person (town, house, slots, FALSE);
      if (person != NULL)
        {
          qualify (town, person, shift, category);
          stafet_maker_assign (town->maker, shift->parent.uid, person->volunteer->parent.uid,
                               timing->first_date, STAFET_ASSIGNMENT_PROMISED);
        }
      return person;
    }
  if (stafet_maker_one_in (town->maker, ONE_SHARED_IN))
    {
      stand (town, house, shift, slots, category, STAFET_PARITY_EVEN);
      return stand (town, house, shift, slots, category, STAFET_PARITY_ODD);
    }
  person = stand (town, house, shift, slots, category, STAFET_PARITY_NONE);
  if (person != NULL && stafet_maker_one_in (town->maker, ONE_REGRET_IN))
    miss_next (town, house, shift, timing, slots, person->volunteer->parent.uid);
  return person;
}

StafetUid
stafet_town_fill (StafetTown *town, int house, const StafetShift *shift, const StafetTiming *timing,
                  guint32 slots, int category)
{
  StafetUid first = NULL;

  for (int i = 0; i < shift->wanted; i++)
    {
      StafetTownPerson *person;

      if (stafet_maker_one_in (town->maker, ONE_VACANT_IN))
        continue;
      person = fill_place (town, house, shift, timing, slots, category);
      if (first == NULL && person != NULL)
        first = person->volunteer->parent.uid;
    }
  return first;
}

/* ——— When they can come ——— */

/* Around what she stands on, and once more in the week. */
static void
add_windows (StafetMaker *maker, const StafetTownPerson *person)
{
  guint32 spare = STAFET_TOWN_SLOT (1 + (int) stafet_maker_below (maker, 5),
                                    (int) stafet_maker_below (maker, STAFET_TOWN_BANDS));

  for (int slot = 0; slot < 7 * STAFET_TOWN_BANDS; slot++)
    {
      const StafetTownBand *band = &stafet_town_bands[slot % STAFET_TOWN_BANDS];
      gboolean stands = (person->taken & 1u << slot) != 0;

      if (stands || (spare & 1u << slot) != 0)
        stafet_people_add_window (maker, person->volunteer->parent.uid, slot / STAFET_TOWN_BANDS + 1,
                                  band->from - 15, band->to + 30, stands);
    }
}

/* Those on call have whole days, every second one. */
void
stafet_town_make_windows (StafetTown *town)
{
  for (int i = 0; i < STAFET_TOWN_PEOPLE; i++)
    {
      const StafetVolunteer *volunteer = town->people[i].volunteer;

      add_windows (town->maker, &town->people[i]);
      for (int weekday = 1 + i % 2; volunteer->kind == STAFET_VOLUNTEER_ON_CALL && weekday <= STAFET_FRIDAY;
           weekday += 2)
        stafet_people_add_window (town->maker, volunteer->parent.uid, weekday, 9 * 60, 17 * 60, FALSE);
    }
}
