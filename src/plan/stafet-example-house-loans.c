/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who borrows rooms in the small example, who would like to, and what went well enough to be done again.
 */
#include "stafet-example-house.h"

#include "core/stafet-activity.h"
#include "core/stafet-idea.h"
#include "core/stafet-loan.h"

#define MANAGER "Hanne Holmgaard, centerleder"

static StafetActivity *
ask (StafetMaker *maker, const char *title, const char *borrower, const char *room, int days, int from,
     int to)
{
  StafetActivity *activity =
    stafet_maker_make (maker, STAFET_KIND_ACTIVITY, "title", title, "category", "loan", "visibility",
                       "occupied", "draft", "yes", "counts_hours", "no", NULL);
  StafetOrganiser *organiser =
    stafet_maker_make (maker, STAFET_KIND_ORGANISER, "name", borrower, "kind", "association", NULL);

  activity->house = stafet_maker_uid (maker, STAFET_KIND_HOUSE, STAFET_EXAMPLE_CENTRE);
  activity->room = stafet_maker_uid (maker, STAFET_KIND_ROOM, room);
  activity->organiser = organiser->parent.uid;
  stafet_maker_schedule (activity, &activity->timing, maker->today + days, from * 60, to * 60);
  return activity;
}

static StafetLoan *
lend (StafetMaker *maker, StafetUid activity, StafetPurpose purpose, int people, int days_ago)
{
  StafetLoan *loan = stafet_maker_add (maker, STAFET_KIND_LOAN);

  loan->activity = activity;
  loan->purpose = (gint32) purpose;
  loan->people = people;
  loan->asked_on = maker->today - days_ago;
  return loan;
}

static void
make_loans (StafetMaker *maker)
{
  StafetUid party = stafet_maker_uid (maker, STAFET_KIND_ACTIVITY, "Udlån: festsal");
  StafetLoan *approved = lend (maker, party, STAFET_PURPOSE_OTHER, 60, 40);

  approved->state = STAFET_LOAN_APPROVED;
  approved->decided_on = maker->today - 38;
  stafet_maker_set_text (approved, "decided_by", MANAGER);
  stafet_maker_set_text (approved, "answer", "Nøgle hentes fredag før kl. 15");
  lend (maker,
        ask (maker, "Generalforsamling", "Haveforeningen Solbakken", "Lille sal", 23, 19, 22)->parent.uid,
        STAFET_PURPOSE_LOCAL, 35, 3);
  lend (maker, ask (maker, "Salgsaften", "Køkkenhuset ApS", "Caféen", 16, 18, 21)->parent.uid,
        STAFET_PURPOSE_COMMERCIAL, 25, 1);
}

/* Two halls with a wall between them that folds away. */
static void
join_halls (StafetMaker *maker)
{
  static const char *const parts[] = { "Store sal", "Lille sal" };
  StafetRoom *room =
    stafet_maker_make (maker, STAFET_KIND_ROOM, "name", "Begge sale", "tables", "110", "rows", "170",
                       "setup_minutes", "30", "cleardown_minutes", "30", NULL);

  room->house = stafet_maker_uid (maker, STAFET_KIND_HOUSE, STAFET_EXAMPLE_CENTRE);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      StafetRoomPart *part = stafet_maker_add (maker, STAFET_KIND_ROOM_PART);

      part->room = room->parent.uid;
      part->part = stafet_maker_uid (maker, STAFET_KIND_ROOM, parts[i]);
      part->position = (gint32) i;
    }
}

static void
make_idea (StafetMaker *maker, const char *title, const char *more, const char *const *roles,
           const int *wanted)
{
  StafetIdea *idea = stafet_maker_make (maker, STAFET_KIND_IDEA, "title", title, NULL);

  stafet_maker_set_pairs (idea, more);
  for (int i = 0; roles[i] != NULL; i++)
    {
      StafetIdeaRole *role = stafet_maker_make (maker, STAFET_KIND_IDEA_ROLE, "role", roles[i], NULL);

      role->idea = idea->parent.uid;
      role->wanted = wanted[i];
      role->position = i;
    }
}

static void
make_ideas (StafetMaker *maker)
{
  make_idea (
    maker, "Julebanko med gløgg",
    "category=games|minutes=150|people=70|price=3 plader kr. 30,-|materials=Plader, brikker, 12 præmier, "
    "gløgg til 70|went=Fuldt hus. Begynd en halv time før, og hav to til at råbe op.",
    (const char *const[]){ "Opråber", "Kaffe", NULL }, (const int[]){ 1, 3 });
  make_idea (maker, "Udflugt til havnen",
             "category=movement|minutes=240|people=8|bus=yes|materials=Tæpper, termokander|went=Husk "
             "regnslag; isen ved molen var højdepunktet.",
             (const char *const[]){ "Chauffør", "Ledsager", NULL }, (const int[]){ 1, 2 });
}

void
stafet_example_make_loans (StafetMaker *maker)
{
  stafet_maker_set (stafet_maker_find (maker, STAFET_KIND_HOUSE, STAFET_EXAMPLE_CENTRE), "loan_role",
                    "centerleder");
  join_halls (maker);
  make_loans (maker);
  make_ideas (maker);
}
