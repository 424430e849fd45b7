/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who signed up for the small example's dinner tonight, who waits, and how many came the last times.
 */
#include "stafet-example-house.h"

#include "core/stafet-signup.h"
#include "schedule/stafet-expand.h"
#include "stafet-example-people.h"

#define DINNER "Fællesspisning"
#define EATING_VOLUNTEERS 6

typedef struct
{
  const char *name;
  int heads;
  const char *more; /* "key=value|key=value" */
} Guest;

/* As many heads as there are places, and then those who wait. */
static const Guest tonight[] = {
  { "Inger Holmgaard", 2, "" },
  { "Poul Friis", 2, "" },
  { "Kirsten Lade", 1, "transport=Vestervang 12|aid=yes" },
  { "Ib Norup", 2, "" },
  { "Grete Vang", 1, "transport=Vestervang 12" },
  { "Familien Skaarup", 4, "note=to børn" },
  { "Ruth Bang", 1, "take_home=1" },
  { "Villy Juul", 2, "transport=Skovvangsvej 40" },
  { "Edith Krog", 1, "transport=Langenæs Allé 5|aid=yes" },
  { "Hanne Lyngsø", 2, "" },
  { "Aksel Thorsen", 1, "" },
  { "Tove Raun", 2, "meals=1" },
  { "Mogens Dahl", 3, "" },
  { "Lilly Strand", 0, "take_home=2" },
  { "Else Toft", 2, "waiting=yes" },
  { "Jens Bruun", 1, "waiting=yes" },
};

static const Guest next_week[] = { { "Poul Friis", 2, "" }, { "Ruth Bang", 1, "take_home=1" } };

static void
sign_up (StafetMaker *maker, const Guest *guest, int position, StafetDate date)
{
  StafetSignup *signup = stafet_maker_make (maker, STAFET_KIND_SIGNUP, "name", guest->name, NULL);
  g_autofree char *phone = stafet_people_phone (maker);

  signup->activity = stafet_maker_uid (maker, STAFET_KIND_ACTIVITY, DINNER);
  signup->date = date;
  signup->heads = guest->heads;
  signup->position = position;
  stafet_maker_set (signup, "phone", phone);
  stafet_maker_set_pairs (signup, guest->more);
}

static StafetTally *
count (StafetMaker *maker, StafetDate date)
{
  StafetTally *tally = stafet_maker_add (maker, STAFET_KIND_TALLY);

  tally->activity = stafet_maker_uid (maker, STAFET_KIND_ACTIVITY, DINNER);
  tally->date = date;
  tally->meals = EATING_VOLUNTEERS;
  return tally;
}

void
stafet_example_make_signups (StafetMaker *maker)
{
  const StafetActivity *dinner = stafet_maker_find (maker, STAFET_KIND_ACTIVITY, DINNER);
  StafetTally *last;

  for (gsize i = 0; i < G_N_ELEMENTS (tonight); i++)
    sign_up (maker, &tonight[i], (int) i + 1, maker->today);
  for (gsize i = 0; i < G_N_ELEMENTS (next_week); i++)
    sign_up (maker, &next_week[i], (int) i + 1, stafet_expand_next (&dinner->timing, maker->today + 1));
  count (maker, maker->today);
  last = count (maker, stafet_expand_next (&dinner->timing, maker->today - 7));
  last->heads = 22;
  last->method = STAFET_METHOD_COUNTED;
}
