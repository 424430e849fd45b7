/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forty volunteers of the small example.
 */
#include "stafet-example-house.h"

#include "stafet-example-people.h"

typedef struct
{
  const char *name;
  const char *phone;  /* NULL: any */
  const char *skills; /* with | between */
  const char *more;   /* "key=value|key=value" */
} Person;

static const Person people[] = {
  { "Aase Juhl", "13610935", "gymnastik|café|kørekort", "call_when=bedst kl. 8–11" },
  { "Poul Dam", NULL, "gymnastik", "" },
  { "Lis Bæk", "13583142", "café", "per_week=4" },
  { "Bent Krag", "13402218", "café", "" },
  { "Jørgen Ravn", NULL, "café|madlavning", "kind=on_call" },
  { "Karen Holm", NULL, "håndarbejde|café", "" },
  { "Inger Thorup", NULL, "håndarbejde", "" },
  { "Åse Kjær", "14361280", "oplæsning|sang", "" },
  { "Søren Østergaard", NULL, "træværksted", "" },
  { "Ebbe Lind", NULL, "træværksted|sang", "" },
  { "Birthe Lund", "13361280", "madlavning", "" },
  { "Mogens Frost", NULL, "madlavning", "" },
  { "Tove Skytte", NULL, "besøgsven", "by_agreement=yes" },
  { "Ruth Winther", "13701244", "oplæsning|café", "kind=on_call" },
  { "Grethe Bo", NULL, "café", "" },
  { "Jytte Engsig", NULL, "café|madlavning", "" },
  { "Kaj Rosborg", NULL, "krolf", "" },
  { "Verner Hald", NULL, "kørekort|krolf", "" },
  { "Ellen Brink", NULL, "it", "" },
  { "Hans Tang", NULL, "it", "per_month=6" },
  { "Gudrun Vad", NULL, "slægtsforskning", "" },
  { "Niels Agger", NULL, "banko", "status=paused" },
  { "Ulla Sand", NULL, "sang", "" },
  { "Erik Holt", NULL, "klaver|sang", "kind=specialist" },
  { "Mette Lyng", NULL, "førstehjælp", "only_these_houses=yes" },
  { "Sanne Kvist", NULL, "yoga", "kind=specialist" },
  { "Leif Krogh", NULL, "kortspil|café", "" },
  { "Else Damm", NULL, "kortspil", "protected=yes" },
  { "Per Storm", NULL, "førstehjælp", "" },
  { "Kirsten Eg", NULL, "", "kind=planner" },
  { "Flemming Bue", NULL, "dans", "kind=specialist" },
  { "Vibeke Rask", NULL, "dans", "" },
  { "Bodil Fjord", NULL, "", "radius_km=3" },
  { "Jens Ulrik Hede", NULL, "brætspil|førstehjælp", "short_name=Jens Ulrik" },
  { "Rita Mose", NULL, "café", "" },
  { "Ove Kilde", NULL, "banko", "" },
  { "Anni Stub", NULL, "café", "" },
  { "Camilla Vang", NULL, "førstehjælp", "rest_minutes=480" },
  { "Torben Skov", NULL, "café", "status=paused" },
  { "Lone Hjort", NULL, "besøgsven", "" },
};

static StafetVolunteer *
person (StafetMaker *maker, const char *name)
{
  return stafet_maker_find (maker, STAFET_KIND_VOLUNTEER, name);
}

static void
make_person (StafetMaker *maker, const Person *row, StafetUid centre)
{
  StafetVolunteer *volunteer = stafet_people_add (maker, row->name, row->phone, centre);
  g_auto (GStrv) skills = g_strsplit (row->skills, "|", -1);

  stafet_maker_set_pairs (volunteer, row->more);
  for (char **skill = skills; *skill != NULL; skill++)
    stafet_people_add_skill (maker, volunteer->parent.uid, *skill);
}

static void
add_partner (StafetMaker *maker, const char *name, const char *other, int relation)
{
  StafetPartner *link = stafet_maker_add (maker, STAFET_KIND_PARTNER);

  link->volunteer = person (maker, name)->parent.uid;
  link->other = person (maker, other)->parent.uid;
  link->relation = relation;
}

/* Those who visit the nursing home have shown their checks. */
static void
visit_home (StafetMaker *maker)
{
  static const char *const visitors[] = { "Åse Kjær", "Ruth Winther", "Ebbe Lind", "Lone Hjort",
                                          "Tove Skytte" };
  StafetUid home = stafet_maker_uid (maker, STAFET_KIND_HOUSE, STAFET_EXAMPLE_HOME);

  for (gsize i = 0; i < G_N_ELEMENTS (visitors); i++)
    {
      StafetVolunteer *volunteer = person (maker, visitors[i]);

      stafet_people_add_house (maker, volunteer->parent.uid, home);
      stafet_people_see_check (maker, volunteer);
    }
}

void
stafet_example_make_people (StafetMaker *maker)
{
  StafetUid centre = stafet_maker_uid (maker, STAFET_KIND_HOUSE, STAFET_EXAMPLE_CENTRE);

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    make_person (maker, &people[i], centre);
  visit_home (maker);
  add_partner (maker, "Karen Holm", "Inger Thorup", STAFET_PARTNER_WITH);
  add_partner (maker, "Ove Kilde", "Leif Krogh", STAFET_PARTNER_APART);
  person (maker, "Bodil Fjord")->check_asked = maker->today - 12;
  person (maker, "Torben Skov")->paused_until = maker->today + 18;
  stafet_people_add_absence (maker, person (maker, "Aase Juhl")->parent.uid, 21, 34);
  stafet_people_add_absence (maker, person (maker, "Hans Tang")->parent.uid, -2, 9);
}
