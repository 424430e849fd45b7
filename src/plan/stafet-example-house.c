/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of the small example, who answers for them, and its feeds.
 */
#include "stafet-example-house.h"

#include "stafet-example-network.h"
#include "stafet-example-people.h"

#include <string.h>

/* ——— Places ——— */

static void
make_houses (StafetMaker *maker)
{
  gpointer area = stafet_maker_make (maker, STAFET_KIND_AREA, "name", "Område Midt", NULL);
  StafetHouse *centre =
    stafet_maker_make (maker, STAFET_KIND_HOUSE, "name", STAFET_EXAMPLE_CENTRE, "kind", "community",
                       "kind_word", "folkehus", "address", "Grønnegade 10", "postcode", "8000", "town",
                       "Aarhus C", "mail", "moellestien@folkehus.example", NULL);
  StafetHouse *home =
    stafet_maker_make (maker, STAFET_KIND_HOUSE, "name", STAFET_EXAMPLE_HOME, "kind", "nursing", "address",
                       "Skovvangsvej 97", "postcode", "8200", "town", "Aarhus N", NULL);
  g_autofree char *centre_phone = stafet_people_phone (maker), *home_phone = stafet_people_phone (maker);

  centre->area = home->area = ((StafetRecord *) area)->uid;
  stafet_maker_set (centre, "hours", "hverdage kl. 8.30–16");
  stafet_maker_set (centre, "phone", centre_phone);
  stafet_maker_set (home, "phone", home_phone);
}

static void
make_rooms (StafetMaker *maker)
{
  static const struct
  {
    const char *name, *more;
  } rooms[] = {
    { "Store sal", "tables=80|rows=120|setup_minutes=15|cleardown_minutes=15" },
    { "Lille sal", "tables=24|rows=40" },
    { "Værkstedet", "tables=12|cleardown_minutes=15" },
    { "Caféen", "tables=45" },
    { "Minibussen", "kind=vehicle|tables=8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      StafetRoom *room = stafet_maker_make (maker, STAFET_KIND_ROOM, "name", rooms[i].name, NULL);

      stafet_maker_set_pairs (room, rooms[i].more);
      room->house = stafet_maker_uid (maker, STAFET_KIND_HOUSE, STAFET_EXAMPLE_CENTRE);
    }
}

static void
make_wards (StafetMaker *maker)
{
  static const struct
  {
    const char *name, *contact, *role;
  } wards[] = { { "B.1", "Pia Lauge", "oplevelsesmedarbejder" },
                { "B.2", "Dorthe Munk", "social- og sundhedsassistent" } };

  for (gsize i = 0; i < G_N_ELEMENTS (wards); i++)
    {
      StafetWard *ward = stafet_maker_make (maker, STAFET_KIND_WARD, "name", wards[i].name, NULL);
      g_autofree char *phone = stafet_people_phone (maker);

      ward->house = stafet_maker_uid (maker, STAFET_KIND_HOUSE, STAFET_EXAMPLE_HOME);
      stafet_maker_set (ward, "phone", phone);
      stafet_people_add_contact (maker, wards[i].contact, wards[i].role, NULL, ward->parent.uid, NULL);
    }
}

static void
make_staff (StafetMaker *maker)
{
  StafetUid centre = stafet_maker_uid (maker, STAFET_KIND_HOUSE, STAFET_EXAMPLE_CENTRE);
  StafetUid area = stafet_maker_uid (maker, STAFET_KIND_AREA, "Område Midt");

  stafet_people_add_contact (maker, "Marianne Toft", "husets koordinator", centre, NULL, NULL)->is_public =
    TRUE;
  stafet_people_add_contact (maker, "Henrik Bay", "frivilligkonsulent", NULL, NULL, area);
}

static void
make_organisers (StafetMaker *maker)
{
  static const char *const organisers[][2] = { { "Sangvennerne", "association" },
                                               { "Borgerrådet på Møllestien", "council" },
                                               { "Besøgsvenner i Midtbyen", "association" },
                                               { "Sankt Lukas Sogn", "church" } };

  for (gsize i = 0; i < G_N_ELEMENTS (organisers); i++)
    {
      g_autofree char *phone = stafet_people_phone (maker);

      stafet_maker_make (maker, STAFET_KIND_ORGANISER, "name", organisers[i][0], "kind", organisers[i][1],
                         "phone", phone, NULL);
    }
}

/* ——— Feeds ——— */

static void
make_feeds (StafetMaker *maker)
{
  static const struct
  {
    const char *name, *kind, *names, *place;
    StafetKind place_kind;
  } feeds[] = {
    { "Program for Møllestien", "programme", "counts", STAFET_EXAMPLE_CENTRE, STAFET_KIND_HOUSE },
    { "Ledige vagter på Møllestien", "open", "counts", STAFET_EXAMPLE_CENTRE, STAFET_KIND_HOUSE },
    { "Frivillige på Skovvang", "arrivals", "first", STAFET_EXAMPLE_HOME, STAFET_KIND_HOUSE },
    { "Frivillige i B.1", "arrivals", "first", "B.1", STAFET_KIND_WARD },
    { "Frivillige i B.2", "arrivals", "first", "B.2", STAFET_KIND_WARD },
    { "Åse Kjærs vagter", "own", "first", "Åse Kjær", STAFET_KIND_VOLUNTEER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (feeds); i++)
    {
      g_autofree char *token = stafet_maker_token (maker);
      gpointer feed = stafet_maker_make (maker, STAFET_KIND_FEED, "name", feeds[i].name, "kind",
                                         feeds[i].kind, "names", feeds[i].names, "token", token, NULL);

      stafet_maker_set (feed, stafet_kind_get_name (feeds[i].place_kind),
                        stafet_maker_uid (maker, feeds[i].place_kind, feeds[i].place));
    }
}

/* ——— The whole ——— */

int
stafet_example_weekday (const StafetMaker *maker, int weekday)
{
  int today = stafet_date_weekday (maker->today);

  if (weekday == STAFET_TUESDAY)
    return today;
  return weekday == today ? STAFET_TUESDAY : weekday;
}

StafetShift *
stafet_example_shift (const StafetMaker *maker, const char *title, const char *role)
{
  StafetUid activity = stafet_maker_uid (maker, STAFET_KIND_ACTIVITY, title);

  for (guint i = 0; i < maker->made[STAFET_KIND_SHIFT]->len; i++)
    {
      StafetShift *shift = g_ptr_array_index (maker->made[STAFET_KIND_SHIFT], i);

      if (shift->activity == activity && strcmp (shift->role, role) == 0)
        return shift;
    }
  g_error ("%s has no shift %s", title, role);
}

void
stafet_example_make_house (StafetMaker *maker)
{
  make_houses (maker);
  make_rooms (maker);
  make_wards (maker);
  make_staff (maker);
  make_organisers (maker);
  stafet_example_make_people (maker);
  stafet_example_make_programme (maker);
  make_feeds (maker);
  stafet_example_make_story (maker);
  stafet_example_make_signups (maker);
  stafet_example_make_loans (maker);
  stafet_example_make_network (maker, stafet_maker_uid (maker, STAFET_KIND_HOUSE, STAFET_EXAMPLE_CENTRE));
}
