/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happens in the small example's house, and who stands on its shifts.
 */
#include "stafet-example-house.h"

#include "stafet-example-people.h"

#include <stdlib.h>
#include <string.h>

#define AT(hour, minute) ((hour) *60 + (minute))
/* Series began half a year ago. */
#define BEGAN_DAYS (26 * 7)
/* An event that is held next Saturday. */
#define NEXT_SATURDAY 100

typedef struct
{
  const char *title, *category;
  const char *days; /* the story's weekdays, "TU,TH"; or a whole rule, which stays on its days; NULL: once */
  int when;         /* once: days from today; else every how many weeks */
  int from, to;
  const char *room, *ward;
  const char *lead;
  const char *more; /* "key=value|key=value" */
} Happening;

static const Happening happenings[] = {
  { "Stolegymnastik", "movement", "MO,TU,TH,FR", 1, AT (9, 0), AT (10, 0), "Store sal", NULL, "Aase Juhl",
    "public_text=Bevægelse for alle, siddende og stående|capacity=30" },
  { "Café", "food", "MO,TU,TH", 1, AT (10, 0), AT (14, 0), "Caféen", NULL, "Karen Holm",
    "public_text=Frokost, kaffe og hjemmebag|price=Dagens ret kr. 55,-|make_ready=Duge på alle borde" },
  { "Frokostcafé", "food", "WE,FR", 1, AT (11, 0), AT (14, 0), "Caféen", NULL, "Jytte Engsig",
    "holidays=cancel" },
  { "Strikkeklub", "workshop", "TU", 1, AT (10, 30), AT (12, 0), "Lille sal", NULL, "Karen Holm",
    "public_text=Tag dit strikketøj med|price=Kaffe/te og brød kr. 15,-" },
  { "Højtlæsning i B.1", "nursing", "TU", 1, AT (14, 0), AT (15, 0), NULL, "B.1", "Åse Kjær",
    "meeting_place=Dagligstuen i B.1|make_ready=Stole i rundkreds" },
  { "Sløjd", "workshop", "TU", 1, AT (15, 0), AT (17, 0), "Værkstedet", NULL, "Søren Østergaard",
    "capacity=10" },
  { "Fællesspisning", "food", "TU", 1, AT (18, 0), AT (20, 30), "Store sal", NULL, "Birthe Lund",
    "price=kr. 75,-|doors_open=17.30|capacity=24|signup_days=3|meal=yes|transport=yes|"
    "public_text=To retter og fællessang|volunteer_text=Forklæder hænger i skabet ved køkkenet" },
  { "It-hjælp", "talk", "MO", 1, AT (14, 30), AT (16, 0), "Lille sal", NULL, "Ellen Brink",
    "holidays=cancel|school_holidays=cancel" },
  { "Krolf", "movement", "MO", 1, AT (12, 30), AT (14, 0), NULL, NULL, "Kaj Rosborg",
    "address=Plænen bag huset|season=04-01/10-31|holidays=ask" },
  { "Slægtsforskning", "talk", "MO", 1, AT (19, 0), AT (21, 0), "Lille sal", NULL, "Gudrun Vad",
    "parity=odd|season=09-01/05-31|holidays=cancel" },
  { "Morgensang", "music", "WE", 1, AT (8, 30), AT (9, 30), "Store sal", NULL, "Ulla Sand",
    "skip_weeks=7,42" },
  { "Mødregruppe", "games", "WE", 1, AT (10, 0), AT (11, 30), "Lille sal", NULL, "Mette Lyng",
    "school_holidays=cancel" },
  { "Yoga", "movement", "WE", 1, AT (12, 0), AT (13, 0), "Store sal", NULL, "Sanne Kvist",
    "season=09-01/05-31|skip_weeks=7,42|holidays=cancel|price=kr. 20,-" },
  { "Kortspil", "games", "WE", 1, AT (14, 30), AT (16, 30), "Lille sal", NULL, "Leif Krogh", "" },
  { "Gåtur", "movement", "WE", 1, AT (17, 0), AT (18, 30), NULL, NULL, NULL,
    "meeting_place=Foyeren|public_text=Tre til fem kilometer i roligt tempo" },
  { "Foredrag: Havets fugle", "talk", NULL, 1, AT (19, 0), AT (21, 0), "Store sal", NULL, "Kirsten Eg",
    "price=kr. 50,- med kaffe|doors_open=18.30|capacity=90|signup_days=1" },
  { "Seniordans", "movement", "FREQ=MONTHLY;BYDAY=2TH,4TH", 1, AT (12, 30), AT (13, 45), "Store sal", NULL,
    "Flemming Bue", "holidays=cancel" },
  { "Sang på Skovvang", "music", "TH", 1, AT (14, 0), AT (15, 30), NULL, NULL, "Åse Kjær",
    "make_ready=Klaveret låses op" },
  { "Brætspil", "games", "TH", 2, AT (18, 30), AT (21, 0), "Caféen", NULL, "Jens Ulrik Hede", "" },
  { "Banko", "games", "FR", 1, AT (14, 0), AT (16, 0), "Store sal", NULL, "Ove Kilde",
    "parity=even|price=3 plader kr. 30,-|capacity=70" },
  { "Besøgshund i B.2", "nursing", "FR", 1, AT (10, 0), AT (11, 0), NULL, "B.2", "Lone Hjort",
    "holidays=cancel" },
  { "Indkøbstur", "games", "FR", 1, AT (9, 30), AT (11, 30), "Minibussen", NULL, "Verner Hald",
    "capacity=7|meeting_place=Hovedindgangen|holidays=cancel" },
  { "Familieværksted", "workshop", "SA", 1, AT (10, 0), AT (12, 30), "Værkstedet", NULL, "Camilla Vang",
    "season=09-01/05-31" },
  { "Udlån: festsal", "loan", NULL, NEXT_SATURDAY, AT (13, 0), AT (17, 0), "Store sal", NULL, NULL,
    "visibility=occupied|counts_hours=no" },
  { "Kirkekaffe", "food", "SU", 1, AT (10, 30), AT (12, 0), "Caféen", NULL, NULL, "" },
  { "Søndagsmatiné", "music", "FREQ=MONTHLY;BYDAY=-1SU", 1, AT (14, 0), AT (16, 0), "Store sal", NULL,
    "Erik Holt", "price=Gratis|public_text=Musik og kage den sidste søndag i måneden" },
  { "Natcafé", "food", "FREQ=MONTHLY;BYDAY=1FR", 1, AT (21, 0), AT (25, 0), "Caféen", NULL, "Jens Ulrik Hede",
    "" },
  { "Borgerrådsmøde", "talk", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", 1, AT (16, 30), AT (18, 0), "Lille sal",
    NULL, NULL, "visibility=hidden" },
};

typedef struct
{
  const char *title, *role;
  int wanted, min, max;
  const char *more;   /* "key=value|key=value" */
  const char *people; /* who stands on it: "Lis Bæk|Rita Mose:even|Sangvennerne*4" */
} Need;

static const Need needs[] = {
  { "Stolegymnastik", "Træner", 2, 1, 2, "skill=gymnastik|start_offset=-15", "Aase Juhl|Poul Dam" },
  { "Café", "Servering", 3, 2, 4, "skill=café|priority=3|end_offset=15", "Lis Bæk|Bent Krag|Grethe Bo" },
  { "Café", "Køkken", 1, 1, 2, "skill=madlavning|start_offset=-30", "Mogens Frost" },
  { "Frokostcafé", "Anretning", 2, 1, 3, "skill=café|start_offset=-30",
    "Jytte Engsig|Rita Mose:even|Leif Krogh:odd" },
  { "Strikkeklub", "Strikkevært", 2, 1, 2, "", "Karen Holm|Inger Thorup" },
  { "Højtlæsning i B.1", "Oplæser", 2, 1, 2, "skill=oplæsning|check=yes", "Åse Kjær" },
  { "Sløjd", "Værkstedsvært", 2, 2, 3, "skill=træværksted", "Søren Østergaard|Ebbe Lind" },
  { "Fællesspisning", "Madhold", 6, 4, 8, "start_offset=-120|end_offset=30|unpopular=yes",
    "Birthe Lund|Mogens Frost|Sangvennerne*4" },
  { "It-hjælp", "It-vejleder", 2, 1, 2, "skill=it", "Ellen Brink|Hans Tang" },
  { "Krolf", "Krolfleder", 1, 1, 1, "skill=krolf", "Kaj Rosborg" },
  { "Slægtsforskning", "Vejleder", 1, 0, 2, "", "Gudrun Vad" },
  { "Morgensang", "Forsanger", 1, 1, 1, "skill=sang", "Ulla Sand" },
  { "Morgensang", "Klaver", 1, 0, 1, "skill=klaver|priority=1", "Erik Holt" },
  { "Mødregruppe", "Vært", 1, 1, 2, "", "Mette Lyng" },
  { "Yoga", "Yogalærer", 1, 1, 1, "skill=yoga", "Sanne Kvist" },
  { "Kortspil", "Kortvært", 2, 1, 2, "skill=kortspil", "Leif Krogh|Else Damm" },
  { "Gåtur", "Turleder", 1, 0, 2, "skill=førstehjælp", "" },
  { "Foredrag: Havets fugle", "Kaffehold", 2, 1, 3, "start_offset=-60", "" },
  { "Seniordans", "Danseleder", 2, 1, 2, "skill=dans", "Flemming Bue|Vibeke Rask" },
  { "Sang på Skovvang", "Sanger", 6, 3, 8, "", "Åse Kjær|Ebbe Lind|Sangvennerne*4" },
  { "Brætspil", "Spilvært", 1, 1, 2, "skill=brætspil", "Jens Ulrik Hede" },
  { "Banko", "Opråber", 1, 1, 1, "skill=banko", "Ove Kilde" },
  { "Banko", "Bankokaffe", 2, 1, 2, "", "Anni Stub" },
  { "Besøgshund i B.2", "Hundefører", 1, 1, 1, "check=yes", "Lone Hjort" },
  { "Indkøbstur", "Chauffør", 1, 1, 1, "skill=kørekort|priority=3|start_offset=-15", "Verner Hald" },
  { "Indkøbstur", "Ledsager", 1, 0, 2, "", "Per Storm" },
  { "Familieværksted", "Familievært", 2, 1, 3, "", "Camilla Vang|Søren Østergaard:even|Ebbe Lind:odd" },
  { "Kirkekaffe", "Kirkekaffehold", 2, 1, 3, "", "Torben Skov|Gudrun Vad" },
  { "Søndagsmatiné", "Koncertvært", 2, 1, 2, "", "Ulla Sand|Erik Holt" },
  { "Natcafé", "Nattevært", 2, 2, 2, "skill=førstehjælp|unpopular=yes", "Jens Ulrik Hede|Camilla Vang" },
  { "Borgerrådsmøde", "Referent", 1, 0, 1, "", "Kirsten Eg" },
};

/* ——— Series ——— */

/* "TU,TH" of the story, every so many weeks, as a rule of the days on which they are held. */
static char *
weekly_rule (StafetMaker *maker, const char *days, int every)
{
  static const char *const keys[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  GString *rule = g_string_new (NULL);

  g_string_printf (rule, "FREQ=WEEKLY;INTERVAL=%d;BYDAY=", every);
  for (int weekday = STAFET_MONDAY; weekday <= STAFET_SUNDAY; weekday++)
    if (strstr (days, keys[weekday - 1]) != NULL)
      g_string_append_printf (rule, "%s,", keys[stafet_example_weekday (maker, weekday) - 1]);
  g_string_truncate (rule, rule->len - 1);
  return g_string_free (rule, FALSE);
}

static void
set_rule (StafetMaker *maker, gpointer series, const char *days, int every)
{
  g_autofree char *rule =
    g_str_has_prefix (days, "FREQ") ? g_strdup (days) : weekly_rule (maker, days, every);

  stafet_maker_set (series, "rule", rule);
}

static StafetDate
first_date (const StafetMaker *maker, const Happening *happening)
{
  StafetDate tomorrow = maker->today + 1;

  if (happening->days != NULL)
    return stafet_date_monday (maker->today) - BEGAN_DAYS;
  if (happening->when == NEXT_SATURDAY)
    return tomorrow + (STAFET_SATURDAY + 7 - (int) stafet_date_weekday (tomorrow)) % 7;
  return maker->today + happening->when;
}

static StafetUid
receiver_of (const StafetMaker *maker, StafetUid ward)
{
  for (guint i = 0; i < maker->made[STAFET_KIND_CONTACT]->len; i++)
    {
      const StafetContact *contact = g_ptr_array_index (maker->made[STAFET_KIND_CONTACT], i);

      if (ward != NULL && contact->ward == ward)
        return contact->parent.uid;
    }
  return NULL;
}

static void
make_activity (StafetMaker *maker, const Happening *h)
{
  StafetActivity *activity =
    stafet_maker_make (maker, STAFET_KIND_ACTIVITY, "title", h->title, "category", h->category, NULL);

  activity->house = stafet_maker_uid (maker, STAFET_KIND_HOUSE, STAFET_EXAMPLE_CENTRE);
  activity->room = stafet_maker_uid (maker, STAFET_KIND_ROOM, h->room);
  activity->ward = stafet_maker_uid (maker, STAFET_KIND_WARD, h->ward);
  activity->lead = stafet_maker_uid (maker, STAFET_KIND_VOLUNTEER, h->lead);
  activity->received_by = receiver_of (maker, activity->ward);
  if (h->days != NULL)
    set_rule (maker, activity, h->days, h->when);
  stafet_maker_set_pairs (activity, h->more);
  stafet_maker_schedule (activity, &activity->timing, first_date (maker, h), h->from, h->to);
}

/* The choir sings in both wards, one after the other. */
static void
make_stops (StafetMaker *maker)
{
  const GPtrArray *wards = maker->made[STAFET_KIND_WARD];

  for (guint i = 0; i < wards->len; i++)
    {
      StafetStop *stop = stafet_maker_add (maker, STAFET_KIND_STOP);

      stop->activity = stafet_maker_uid (maker, STAFET_KIND_ACTIVITY, "Sang på Skovvang");
      stop->ward = ((StafetRecord *) g_ptr_array_index (wards, i))->uid;
      stop->from_minute = (int) i * 45;
      stop->to_minute = stop->from_minute + 45;
      stop->received_by = receiver_of (maker, stop->ward);
    }
}

static void
set_organisers (StafetMaker *maker)
{
  static const char *const pairs[][2] = { { "Sang på Skovvang", "Sangvennerne" },
                                          { "Borgerrådsmøde", "Borgerrådet på Møllestien" },
                                          { "Besøgshund i B.2", "Besøgsvenner i Midtbyen" },
                                          { "Kirkekaffe", "Sankt Lukas Sogn" } };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      StafetActivity *activity = stafet_maker_find (maker, STAFET_KIND_ACTIVITY, pairs[i][0]);

      activity->organiser = stafet_maker_uid (maker, STAFET_KIND_ORGANISER, pairs[i][1]);
    }
}

/* ——— Shifts ——— */

/* She is free around the shift that she stands on, and likes it. */
static void
add_windows (StafetMaker *maker, StafetUid volunteer, const StafetTiming *timing)
{
  int from = stafet_wall_minutes (timing->start), to = from + (timing->end - timing->start);

  for (int i = 0; i < timing->parsed.n_by_day; i++)
    stafet_people_add_window (maker, volunteer, timing->parsed.by_day[i].weekday, MAX (0, from - 150),
                              to + 60, TRUE);
}

/* @text is one of a need's people: "Lis Bæk", "Rita Mose:even" or "Sangvennerne*4". */
static void
add_standing (StafetMaker *maker, const StafetShift *shift, const StafetTiming *timing, const char *text)
{
  StafetStanding *standing = stafet_maker_add (maker, STAFET_KIND_STANDING);
  g_auto (GStrv) parts = g_strsplit_set (text, "*:", 2);

  standing->shift = shift->parent.uid;
  if (strchr (text, '*') != NULL)
    {
      standing->organiser = stafet_maker_uid (maker, STAFET_KIND_ORGANISER, parts[0]);
      standing->count = atoi (parts[1]);
      return;
    }
  standing->volunteer = stafet_maker_uid (maker, STAFET_KIND_VOLUNTEER, parts[0]);
  stafet_maker_set (standing, "parity", parts[1] != NULL ? parts[1] : "");
  add_windows (maker, standing->volunteer, timing);
}

static void
add_people (StafetMaker *maker, const StafetShift *shift, const StafetTiming *timing, const char *people)
{
  g_auto (GStrv) each = g_strsplit (people, "|", -1);

  for (char **text = each; *text != NULL; text++)
    add_standing (maker, shift, timing, *text);
}

static void
make_shift (StafetMaker *maker, const Need *need)
{
  const StafetActivity *activity = stafet_maker_find (maker, STAFET_KIND_ACTIVITY, need->title);
  StafetShift *shift = stafet_maker_make (maker, STAFET_KIND_SHIFT, "role", need->role, NULL);

  shift->activity = activity->parent.uid;
  shift->wanted = need->wanted;
  shift->min = need->min;
  shift->max = need->max;
  stafet_maker_set_pairs (shift, need->more);
  add_people (maker, shift, &activity->timing, need->people);
}

/* A shift that follows no activity. */
static void
make_lone_shift (StafetMaker *maker, const char *role, const char *days, int from, int to, const char *people)
{
  StafetShift *shift =
    stafet_maker_make (maker, STAFET_KIND_SHIFT, "role", role, "wanted", "1", "holidays", "cancel", NULL);

  shift->house = stafet_maker_uid (maker, STAFET_KIND_HOUSE, STAFET_EXAMPLE_CENTRE);
  set_rule (maker, shift, days, 1);
  stafet_maker_schedule (shift, &shift->timing, stafet_date_monday (maker->today) - BEGAN_DAYS, from, to);
  add_people (maker, shift, &shift->timing, people);
}

/* Everybody could come on some other day too, those on call today; those by agreement name no times. */
static void
add_spare_windows (StafetMaker *maker)
{
  const GPtrArray *volunteers = maker->made[STAFET_KIND_VOLUNTEER];

  for (guint i = 0; i < volunteers->len; i++)
    {
      const StafetVolunteer *volunteer = g_ptr_array_index (volunteers, i);
      StafetUid uid = volunteer->parent.uid;
      int weekday = 1 + (int) stafet_maker_below (maker, 7);

      if (volunteer->by_agreement)
        continue;
      stafet_people_add_window (maker, uid, weekday, AT (9, 0), AT (15, 0), FALSE);
      if (volunteer->kind == STAFET_VOLUNTEER_ON_CALL)
        stafet_people_add_window (maker, uid, stafet_date_weekday (maker->today), AT (9, 0), AT (17, 0),
                                  TRUE);
    }
}

void
stafet_example_make_programme (StafetMaker *maker)
{
  for (gsize i = 0; i < G_N_ELEMENTS (happenings); i++)
    make_activity (maker, &happenings[i]);
  make_stops (maker);
  set_organisers (maker);
  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    make_shift (maker, &needs[i]);
  make_lone_shift (maker, "Telefonvagt", "MO,FR", AT (12, 0), AT (14, 0), "Bodil Fjord");
  make_lone_shift (maker, "Blomster og post", "WE", AT (13, 0), AT (14, 0), "Vibeke Rask");
  add_spare_windows (maker);
}
