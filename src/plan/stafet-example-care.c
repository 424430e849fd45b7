/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Agreements, applications, a council and what good cooperation leaves behind; all of it invented.
 */
#include "stafet-example-care.h"

#include "core/stafet-activity.h"
#include "core/stafet-care.h"
#include "core/stafet-cooperation.h"
#include "stafet-example-people.h"

#include <string.h>

static const struct
{
  const char *title, *address, *kind, *text;
} links[] = {
  { "Foreninger i Aarhus", "https://foreninger.example", "directory", "Alle foreninger efter emne og bydel" },
  { "Frivilligjob", "https://frivilligjob.example", "directory", "Opslag fra dem, der søger frivillige" },
  { "GENLYD", "https://genlyd.example", "genlyd", "Opslag, brobygning og puljen" },
  { "Samarbejde med frivillige: retningslinje", "https://retningslinje.example/samarbejde", "guideline",
    "Hvad frivillige må, og hvad der er personalets arbejde" },
  { "Tavshedspligt for frivillige", "https://retningslinje.example/tavshed", "guideline", "" },
};

static const struct
{
  const char *role;
  int from, until; /* days before and after today */
} council[] = {
  { "formand", 600, 130 }, { "næstformand", 600, 130 }, { "kasserer", 235, 495 }, { "medlem", 235, 60 }
};

static void
make_links (StafetMaker *maker)
{
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    stafet_maker_make (maker, STAFET_KIND_LINK, "title", links[i].title, "address", links[i].address, "kind",
                       links[i].kind, "text", links[i].text, NULL);
}

static void
make_council (StafetMaker *maker, StafetUid house)
{
  StafetMeeting *meeting = stafet_maker_make (maker, STAFET_KIND_MEETING, "title", "Møde i brugerrådet",
                                              "time", "kl. 10-12", "place", "Caféen", NULL);

  stafet_maker_set_text (meeting, "agenda", "Julefrokosten\nNy kaffemaskine\nEventuelt");
  meeting->house = house;
  meeting->date = maker->today + 13;
  for (gsize i = 0; i < G_N_ELEMENTS (council); i++)
    {
      StafetMember *member = stafet_maker_make (maker, STAFET_KIND_MEMBER, "role", council[i].role, NULL);
      g_autofree char *name = stafet_people_name (maker), *phone = stafet_people_phone (maker);

      member->house = house;
      stafet_maker_set_text (member, "name", name);
      stafet_maker_set (member, "phone", phone);
      member->from = maker->today - council[i].from;
      member->until = maker->today + council[i].until;
    }
}

static void
make_agreements (StafetMaker *maker, StafetUid house)
{
  StafetAgreement *agreement = stafet_maker_make (maker, STAFET_KIND_AGREEMENT, "title",
                                                  "Besøgsvenner fra Røde Kors", "kind", "cooperation", NULL);
  StafetPoolApplication *application =
    stafet_maker_make (maker, STAFET_KIND_APPLICATION, "title", "Sangaftener i gården", "pool",
                       "GENLYD-puljen", "status", "draft", "amount", "6200", NULL);

  stafet_maker_set_pairs (
    agreement,
    "purpose=At ingen i huset er alene, der ikke vil være det|target=Borgere, der sjældent "
    "kommer ud|tasks=Et ugentligt besøg på en time|boundary=Personlig pleje og medicin er "
    "personalets arbejde|lead=Besøgslederen i Røde Kors|confidentiality=Frivillige har underskrevet "
    "en erklæring om tavshedspligt|economy=Kørsel betales af foreningen|meetings=To gange om "
    "året|stop=Med en måneds varsel");
  agreement->organiser = stafet_maker_uid (maker, STAFET_KIND_ORGANISER, "Røde Kors Aarhus");
  agreement->house = house;
  agreement->signed_on = agreement->from = maker->today - 356;
  agreement->review = maker->today + 9;
  stafet_maker_set_text (application, "purpose",
                         "At naboer, der ikke kender hinanden, mødes om noget, alle kan");
  stafet_maker_set_text (application, "target", "Naboer i bydelen, også dem, der ikke plejer at komme");
  stafet_maker_set_text (application, "budget",
                         "Harmonikaspiller, fire gange 3.200\nKaffe og kage 1.800\nPlakater 1.200");
  application->house = house;
  application->deadline = maker->today + 20;
}

/* A few were thanked not long ago, and one had coffee. */
static void
make_talks (StafetMaker *maker, StafetUid house)
{
  GPtrArray *links_made = maker->made[STAFET_KIND_VOLUNTEER_HOUSE];
  StafetSnag *snag = stafet_maker_make (maker, STAFET_KIND_SNAG, "text",
                                        "Nøglen til depotet er ikke til at finde om tirsdagen", "owner",
                                        "Marianne Toft", NULL);
  guint n = 0;

  snag->house = house;
  snag->noted = maker->today - 6;
  snag->delete_on = snag->noted + 183;
  for (guint i = 0; i < links_made->len && n < 12; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (links_made, i);
      StafetTalk *talk;

      if (link->house != house || link->relation != STAFET_VOLUNTEER_HOUSE_HOME)
        continue;
      talk = stafet_maker_make (maker, STAFET_KIND_TALK, "kind", n % 3 == 2 ? "coffee" : "thanks", NULL);
      talk->volunteer = link->volunteer;
      talk->date = maker->today - 3 - (int) (n * 17 % 60);
      n++;
    }
}

/* Two who come for coffee: one was there the other day, the other has not been there for weeks. */
static void
make_regulars (StafetMaker *maker, StafetUid house)
{
  static const struct
  {
    const char *name, *phone;
    int seen; /* days ago */
  } regulars[] = { { "Birthe Lundgaard", "13681122", 4 }, { "Aage Riis", "16243344", 33 } };
  GPtrArray *activities = maker->made[STAFET_KIND_ACTIVITY];
  const StafetActivity *cafe = NULL;

  for (guint i = 0; i < activities->len; i++)
    {
      const StafetActivity *activity = g_ptr_array_index (activities, i);

      if (activity->house == house && strcmp (activity->title, "Café") == 0)
        cafe = activity;
    }
  for (gsize i = 0; cafe != NULL && i < G_N_ELEMENTS (regulars); i++)
    {
      StafetRegular *regular = stafet_maker_make (maker, STAFET_KIND_REGULAR, "name", regulars[i].name,
                                                  "phone", regulars[i].phone, NULL);

      regular->activity = cafe->parent.uid;
      regular->consent = maker->today - 120;
      regular->seen = maker->today - regulars[i].seen;
    }
}

void
stafet_example_make_care (StafetMaker *maker, StafetUid house)
{
  make_links (maker);
  make_council (maker, house);
  make_agreements (maker, house);
  make_talks (maker, house);
  make_regulars (maker, house);
}
