/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds week programmes to what their people meant: every row that a person understands comes in right, every
 * other is told why not.
 */
#include "import-fixture.h"

/* ——— Activities ——— */

RULE (a_programme_comes_in_as_it_is_meant)
{
  static const struct
  {
    const char *row, *rule, *start, *parity, *season, *skip_weeks;
  } rows[] = {
    { "24-11-2026;10;12;;", "", "2026-11-24T10:00", "", "", "" },
    { "man/ons/fre;10;12;;", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-11-25T10:00", "", "", "" },
    { "mandag og onsdag;13;15;hver uge;kun april-oktober", "FREQ=WEEKLY;BYDAY=MO,WE", "2027-04-05T13:00", "",
      "04-01/10-31", "" },
    { "lørdag den 12. december;12.00;16.00;én gang;", "", "2026-12-12T12:00", "", "", "" },
    { "hver dag;9;16;;", "FREQ=DAILY", "2026-11-24T09:00", "", "", "" },
    { "mandag;9.30;10.30;hver uge undt. uge 7 og 42;", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30T09:30", "", "",
      "7,42" },
    { "mandag;19-21;;hver uge fra 1/9 til 31/5;", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30T19:00", "",
      "09-01/05-31", "" },
    { "tirs + tors;9;12;hver uge;", "FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-24T09:00", "", "", "" },
    { "dagligt;10;11;man-fre;", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-24T10:00", "", "", "" },
    { "onsdag;14:00;16:00;ulige uger;", "FREQ=WEEKLY;BYDAY=WE", "2026-12-02T14:00", "odd", "", "" },
    { "fredag;10;11.30;2. og 4. fredag;", "FREQ=MONTHLY;BYDAY=2FR,4FR", "2026-11-27T10:00", "", "", "" },
    { "søndag;14;16.30;sidste søndag i måneden;", "FREQ=MONTHLY;BYDAY=-1SU", "2026-11-29T14:00", "", "", "" },
    { "fredag;22;01.30;sidste fredag i måneden;", "FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27T22:00", "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *title = g_strdup_printf ("Ting %c", (char) ('a' + i));
      g_autofree char *text =
        g_strdup_printf ("Aktivitet;Dag;Fra;Til;Gentagelse;Bemærkning\n%s;%s\n", title, rows[i].row);

      take_in (f, look (f, STAFET_LIST_ACTIVITIES, "Møllestien", text));
      ACTIVITY (title, "rule", rows[i].rule);
      ACTIVITY (title, "start", rows[i].start);
      ACTIVITY (title, "parity", rows[i].parity);
      ACTIVITY (title, "season", rows[i].season);
      ACTIVITY (title, "skip_weeks", rows[i].skip_weeks);
    }
}

RULE (what_was_read_of_an_activity_is_shown)
{
  g_autoptr (StafetImport) import =
    ACTIVITIES ("Aktivitet;Dag;Fra;Til;Lokale;v/;Pris;Gentagelse;Bemærkning\n"
                "Petanque;mandag og onsdag;13;15;Gården;;20;lige uger;kun april-oktober\n"
                "Sang på Skovvang;torsdag;14;15;afd. B.1;Sangvennerne;;;4 frivillige\n"
                "Foredrag;2/12;19;21;;;;én gang;tilmelding senest 27/11\nYoga;Xdag;10;11;;;;;\n");

  assert_words (import, 0,
                "Monday and Wednesday in even weeks, 1 April to 31 October · 13:00–15:00 · Gården · 20 kr.");
  assert_words (import, 1, "every Thursday · 14:00–15:00 · B.1 · Sangvennerne · 4 volunteers");
  assert_words (import, 2,
                "2 December 2026 · 19:00–21:00 · sign-up until 5 days before · “tilmelding senest 27/11”");
  assert_words (import, 3, "");
}

/* As in a form that nobody filled in. */
RULE (what_repeats_is_not_held_on_holidays)
{
  StafetImport *import = ACTIVITIES (
    "Aktivitet;Dag;Fra;Til;Gentagelse\nKrolf;fredag;10;12;hver uge\nForedrag;25/12;10;12;én gang\n"
    "Kor;mandag;19;21;hver uge også på helligdage\n");

  g_assert_cmpstr (stafet_import_assumed (import), !=, "");
  take_in (f, import);
  ACTIVITY ("Krolf", "holidays", "cancel");
  ACTIVITY ("Foredrag", "holidays", "keep");
  ACTIVITY ("Kor", "holidays", "keep");
  import = ACTIVITIES ("Aktivitet;Dag;Fra;Til\nRejse;25/12;10;12\n");
  g_assert_cmpstr (stafet_import_assumed (import), ==, "");
  stafet_import_free (import);
}

RULE (rooms_organisers_wards_and_volunteers_come_along)
{
  g_autoptr (StafetImport) import =
    ACTIVITIES ("Aktivitet;Dag;Fra;Til;Lokale;v/;Pris;Bemærkning\n"
                "Banko;onsdag;13.30;15.30;salen;Brugerrådet;75,-;\"Dørene åbnes kl. 12.30, tilmelding senest "
                "mandag, kage\"\n"
                "Sang på Skovvang;torsdag;14;15;afd. B.1;Sangvennerne;gratis;4 frivillige\n"
                "Petanque;fredag;10;12;Gården;;20;\n");
  g_autofree char *room = NULL;
  const StafetActivity *song;

  assert_says (import, 2, "Gården");
  take_in (f, g_steal_pointer (&import));
  room = value_of (f, STAFET_KIND_ACTIVITY, "Banko", "room");
  g_assert_cmpstr (room, ==, ((StafetRecord *) FIND (ROOM, "Salen"))->uid);
  ACTIVITY ("Banko", "price", "75 kr.");
  ACTIVITY ("Banko", "doors_open", "12.30");
  ACTIVITY ("Banko", "signup_days", "2");
  ACTIVITY ("Banko", "public_text", "tilmelding senest mandag, kage");
  song = FIND (ACTIVITY, "Sang på Skovvang");
  g_assert_true (song->ward == ((StafetRecord *) FIND (WARD, "B.1"))->uid);
  g_assert_cmpuint (stafet_snapshot_index (stafet_plan_get_snapshot (f->plan), STAFET_INDEX_SHIFT_BY_ACTIVITY,
                                           song->parent.uid)
                      ->len,
                    ==, 1);
  g_assert_nonnull (FIND (ROOM, "Gården"));
  g_assert_nonnull (FIND (ORGANISER, "Brugerrådet"));
  assert_sound (f);
}

RULE (single_dates_that_are_left_out_are_cancelled)
{
  g_autoptr (StafetImport) import = ACTIVITIES (
    "Aktivitet;Dag;Fra;Til;Gentagelse;Bemærkning\nKrolf;tirsdag;10;12;hver uge undt. 22/12 og 29/12;\n"
    "Kor;torsdag;19;21;hver uge;ikke 24/12\nStrik;onsdag;19;21;hver uge;ikke 24/12\n");
  const GPtrArray *exceptions;

  assert_says (import, 0, "Not held on Tuesday 22 December 2026 and Tuesday 29 December 2026.");
  assert_says (import, 1, "Not held on Thursday 24 December 2026.");
  take_in (f, g_steal_pointer (&import));
  exceptions = stafet_snapshot_all (stafet_plan_get_snapshot (f->plan), STAFET_KIND_EXCEPTION);
  g_assert_cmpuint (exceptions->len, ==, 3);
  ACTIVITY ("Krolf", "rule", "FREQ=WEEKLY;BYDAY=TU");
  /* Nothing would have been held that day: there is nothing to tell. */
  ACTIVITY ("Strik", "public_text", "");
  assert_sound (f);
  import = ACTIVITIES ("Aktivitet;Dag;Fra;Til;Gentagelse\nKrolf;tirsdag;10;12;hver uge undt. 22/12 og 29/12\n"
                       "Kor;torsdag;19;21;hver uge undt. 24/12 og 31/12\n");
  g_assert_cmpuint (import->counts[STAFET_IMPORT_SAME], ==, 1);
  g_assert_cmpuint (import->counts[STAFET_IMPORT_CHANGED], ==, 1);
  take_in (f, g_steal_pointer (&import));
  g_assert_cmpuint (exceptions->len, ==, 4);
}

RULE (an_activity_of_an_unknown_ward_comes_in_without_it)
{
  g_autoptr (StafetImport) import =
    ACTIVITIES ("Aktivitet;Dag;Fra;Til;Lokale\nHøjtlæsning;fredag;14;15;afd. Q.9\n");

  assert_says (import, 0, "no ward “afd. Q.9”");
  take_in (f, g_steal_pointer (&import));
  ACTIVITY ("Højtlæsning", "meeting_place", "afd. Q.9");
  ACTIVITY ("Højtlæsning", "ward", "");
}

/* The same hour twice is two activities where the place is another. */
RULE (who_comes_to_it_is_read_as_it_is_written)
{
  const char *list = "Aktivitet;Dag;Fra;Til;Pladser;Tilmelding senest;Spisning;Kørsel;Tovholder;Døre åbner\n"
                     "Middag;1/12;18;20;24;3 dage før;ja;x;LIS BÆK;17:30\n"
                     "Kor;2/12;18;20;40 pladser;samme dag;nej;;Hvem Som Helst;\n"
                     "Banko;3/12;18;20;mange;mandag;måske;-;-;-\n"
                     "Tur;4/12;8;10;;1. december;;;;en halv time før\n"
                     "Sang;5/12;8;10;;når som helst;;;;\n";
  StafetImport *import = ACTIVITIES (list);

  assert_says (import, 1, "no volunteer “Hvem Som Helst”");
  assert_says (import, 2, "“mange” does not say how many");
  assert_says (import, 2, "“måske” is neither yes nor no");
  assert_says (import, 4, "“når som helst” does not say how many days");
  take_in (f, import);
  ACTIVITY ("Middag", "capacity", "24");
  ACTIVITY ("Middag", "signup_days", "3");
  ACTIVITY ("Middag", "meal", "yes");
  ACTIVITY ("Middag", "transport", "yes");
  ACTIVITY ("Middag", "lead", ((StafetRecord *) FIND (VOLUNTEER, "Lis Bæk"))->uid);
  ACTIVITY ("Middag", "doors_open", "17.30");
  ACTIVITY ("Kor", "capacity", "40");
  ACTIVITY ("Kor", "signup_days", "0");
  ACTIVITY ("Kor", "meal", "no");
  ACTIVITY ("Kor", "lead", "");
  ACTIVITY ("Banko", "capacity", "");
  ACTIVITY ("Banko", "signup_days", "3");
  ACTIVITY ("Tur", "signup_days", "3");
  ACTIVITY ("Tur", "doors_open", "en halv time før");
  ACTIVITY ("Sang", "signup_days", "");
}

RULE (rows_that_differ_are_not_one)
{
  assert_looks (ACTIVITIES ("Aktivitet;Dag;Dato;Tid;Lokale\nIt;onsdag;;10-12;Rum A\nIt;onsdag;;10-12;Rum B\n"
                            "It;onsdag;;10-12;Rum A\nForedrag;onsdag;2/12;19-21;=1+1\n"),
                "2 It: new; 3 It: new; 4 It: duplicate; 5 Foredrag: new");
}

/* A series of Tuesdays that is not held on two of them. */
RULE (single_dates_are_left_out_wherever_they_are_said)
{
  static const char *const rows[] = {
    "tirsdag;hver uge undtagen 22/12 og 29/12;",        "tirsdag;hver uge (ikke 22.12. og 29.12.);",
    "tirsdag, undt. d. 22. december og den 29. dec.;;", "tirsdag;hver uge;ikke 22/12 og 29/12",
    "tirsdag;hver uge;\"aflyst 22/12, 29/12 2026\"",    "tirsdag;undtagen 29/12;\"ikke 22/12, ikke 29/12\"",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *title = g_strdup_printf ("Sang %d", (int) i);
      g_autofree char *list =
        g_strdup_printf ("Aktivitet;Fra;Til;Dag;Gentagelse;Bemærkning\n%s;10;11;%s\n", title, rows[i]);
      g_autoptr (StafetImport) import = ACTIVITIES (list);
      StafetUid uid;

      assert_says (import, 0, "Not held on");
      assert_never_says (import, 0, "has no date");
      take_in (f, g_steal_pointer (&import));
      uid = ((StafetRecord *) find (f, STAFET_KIND_ACTIVITY, title))->uid;
      ACTIVITY (title, "rule", "FREQ=WEEKLY;BYDAY=TU");
      ACTIVITY (title, "public_text", "");
      for (int day = 22; day <= 29; day += 7)
        g_assert_cmpint (stafet_snapshot_exception (stafet_plan_get_snapshot (f->plan), uid,
                                                    STAFET_KIND_ACTIVITY, stafet_date_new (2026, 12, day))
                           ->status,
                         ==, STAFET_EXCEPTION_CANCELLED);
      g_assert_null (stafet_snapshot_exception (stafet_plan_get_snapshot (f->plan), uid, STAFET_KIND_ACTIVITY,
                                                stafet_date_new (2026, 12, 15)));
      import = ACTIVITIES (list);
      g_assert_cmpuint (import->counts[STAFET_IMPORT_SAME], ==, 1);
    }
}

RULE (a_span_is_left_out_and_an_hour_is_not)
{
  g_autoptr (StafetImport) import =
    ACTIVITIES ("Aktivitet;Fra;Til;Dag;Gentagelse;Bemærkning\nA;10;11;tirsdag;hver uge;ikke 23/12\n"
                "B;11;12;tirsdag;hver uge;ikke 1/7 - 31/8\nC;12;13;tirsdag;hver uge;ikke 22/12 kl. 10\n");

  assert_says (import, 0, "has no date");
  assert_never_says (import, 0, "Not held on");
  assert_says (import, 1, "Not held on Tuesday 6 July 2027, Tuesday 13 July 2027");
  assert_never_says (import, 2, "Not held on");
}

/* Which of the two a row is about, the place says, in whatever order they stand. */
RULE (two_of_the_same_hour_stay_two)
{
  const char *list = "Aktivitet;Dag;Tid;Lokale\nIt;onsdag;10-12;Rum A\nIt;onsdag;10-12;Rum B\n";

  take_in (f, ACTIVITIES (list));
  assert_looks (ACTIVITIES (list), "2 It: same; 3 It: same");
  assert_looks (ACTIVITIES ("Aktivitet;Dag;Tid;Lokale\nIt;onsdag;10-12;Rum B\nIt;onsdag;10-12;Rum A\n"
                            "It;onsdag;10-12;Rum C\n"),
                "2 It: same; 3 It: same; 4 It: new");
}

RULE (a_day_said_once_is_that_of_the_rows_below)
{
  StafetImport *import = ACTIVITIES ("Dag;Aktivitet;Fra;Til\n"
                                     "Mandag;Krolf;10;12\n"
                                     ";Kortspil;13;15\n"
                                     "\n"
                                     ";Banko;19;21\n"
                                     "Tirsdag;Yoga;9;10\n"
                                     ";;;\n"
                                     "Fredag;Sang;10;11\n");

  assert_says (import, 1, "that of row 2, above");
  assert_says (import, 2, "that of row 2, above");
  g_assert_cmpuint (stafet_import_row_get_reasons (import->rows->pdata[3])->len, ==, 0);
  take_in (f, import);
  ACTIVITY ("Krolf", "rule", "FREQ=WEEKLY;BYDAY=MO");
  ACTIVITY ("Kortspil", "rule", "FREQ=WEEKLY;BYDAY=MO");
  ACTIVITY ("Banko", "rule", "FREQ=WEEKLY;BYDAY=MO");
  ACTIVITY ("Yoga", "rule", "FREQ=WEEKLY;BYDAY=TU");
}

RULE (a_day_above_goes_with_what_the_row_says_itself)
{
  StafetImport *import = ACTIVITIES ("Dag;Aktivitet;Fra;Til;Hvor ofte\n"
                                     "Torsdag;Krolf;10;12;\n"
                                     ";Kortspil;13;15;lige uger\n"
                                     ";Banko;19;21;hver mandag\n"
                                     "2/12;Foredrag;19;21;én gang\n"
                                     ";Kaffe;21;22;én gang\n");

  assert_says (import, 1, "that of row 2");
  g_assert_cmpuint (stafet_import_row_get_reasons (import->rows->pdata[2])->len, ==, 0);
  assert_says (import, 4, "that of row 5");
  take_in (f, import);
  ACTIVITY ("Kortspil", "rule", "FREQ=WEEKLY;BYDAY=TH");
  ACTIVITY ("Kortspil", "parity", "even");
  ACTIVITY ("Banko", "rule", "FREQ=WEEKLY;BYDAY=MO");
  ACTIVITY ("Kaffe", "start", "2026-12-02T21:00");
}

/* One that says the same day twice, or begins without one, has forgotten it. */
RULE (a_day_that_may_have_been_forgotten_is_not_guessed)
{
  assert_looks (ACTIVITIES ("Dag;Aktivitet;Fra;Til\nMandag;Krolf;10;12\nMandag;Kortspil;13;15\n"
                            ";Banko;19;21\n;Yoga;9;10\n"),
                "2 Krolf: new; 3 Kortspil: new; 4 Banko: faulty; 5 Yoga: faulty");
  assert_looks (ACTIVITIES ("Dag;Aktivitet;Fra;Til\n;Krolf;10;12\nMandag;Kortspil;13;15\n;Banko;19;21\n"),
                "2 Krolf: faulty; 3 Kortspil: new; 4 Banko: faulty");
  assert_looks (
    ACTIVITIES ("Dag;Aktivitet;Fra;Til\nMandag;Krolf;10;12\n;Kortspil;13;15\nTirsdag;Banko;19;21\n"),
    "2 Krolf: new; 3 Kortspil: faulty; 4 Banko: new");
}

RULE (a_row_of_another_encoding_says_so)
{
  StafetImport *import =
    VOLUNTEERS ("Navn;Telefon\nÅse Lund;13400001\nS\xf8ren Bek;13400002\nBo Æbelø;13400003\n");

  assert_says (import, 1, "Windows-1252");
  g_assert_cmpuint (stafet_import_row_get_reasons (import->rows->pdata[0])->len, ==, 0);
  g_assert_cmpstr (stafet_import_row_get_name (import->rows->pdata[1]), ==, "Søren Bek");
  stafet_import_free (import);
}

/* Neither in a programme nor in a list of houses. */
RULE (cpr_numbers_and_formulas_are_refused_in_every_list)
{
  StafetImport *import = ACTIVITIES ("Dag;Aktivitet;Fra;Til;Note\nMandag;Krolf 010150-1234;10;12;\n"
                                     "Tirsdag;Banko;10;12;ring til 010150-1234\nOnsdag;=1+1;10;12;\n");

  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (stafet_import_row_get_state (import->rows->pdata[i]), ==, STAFET_IMPORT_FAULTY);
  assert_says (import, 0, "CPR");
  assert_says (import, 1, "CPR");
  assert_says (import, 2, "formula");
  stafet_import_free (import);
  import = look (f, STAFET_LIST_HOUSES, NULL, "Navn;Adresse\nHuset 010150-1234;Vej 1\n=1+1;Vej 2\n");
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (stafet_import_row_get_state (import->rows->pdata[i]), ==, STAFET_IMPORT_FAULTY);
  stafet_import_free (import);
}

RULE (once_a_quarter_becomes_a_draft_to_look_at)
{
  g_autoptr (StafetImport) import =
    ACTIVITIES ("Aktivitet;Dag;Fra;Til;Gentagelse\nLæsekreds;torsdag;19;21;en gang i kvartalet\n");

  assert_says (import, 0, "which Thursday");
  take_in (f, g_steal_pointer (&import));
  ACTIVITY ("Læsekreds", "rule", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TH");
  ACTIVITY ("Læsekreds", "draft", "yes");
}

RULE (what_does_not_say_on_which_day_is_a_draft)
{
  g_autoptr (StafetImport) import =
    ACTIVITIES ("Aktivitet;Dag;Fra;Til;Gentagelse\nLæsekreds;;19;21;kvartalsvis\nKor;;19;21;hver uge\n"
                "Møde;;10;11;en gang i kvartalet\nRåd;;10;11;kvartalsvis fra 4/1\nKaffe;hver dag;8;9;\n");

  for (guint i = 0; i < 3; i++)
    assert_says (import, i, "on which day: a draft from Tuesday 24 November 2026");
  assert_words (import, 4, "every day · 8:00–9:00");
  take_in (f, g_steal_pointer (&import));
  ACTIVITY ("Læsekreds", "draft", "yes");
  ACTIVITY ("Kor", "draft", "yes");
  ACTIVITY ("Møde", "draft", "yes");
  ACTIVITY ("Råd", "draft", "no");
}

RULE (the_last_day_to_sign_up_is_a_day_or_a_number)
{
  take_in (
    f, ACTIVITIES ("Aktivitet;Dag;Fra;Til;Tilmelding\nSuppe;fredag;12;14;senest onsdag\n"
                   "Gløgg;fredag;15;17;inden 3 dage før\nMad;fredag;18;20;Tilmelding senest den 23/11\n"));
  ACTIVITY ("Suppe", "signup_days", "2");
  ACTIVITY ("Gløgg", "signup_days", "3");
  ACTIVITY ("Mad", "signup_days", "4");
}

RULE (what_is_there_at_another_time_is_changed)
{
  StafetImport *import;

  take_in (f, ACTIVITIES ("Aktivitet;Dag;Fra;Til;Lokale\nBanko;onsdag;13.30;15.30;Salen\n"));
  import = ACTIVITIES ("Aktivitet;Dag;Fra;Til;Lokale\nBANKO;onsdag;13;15;Salen\n");
  assert_says (import, 0, "13:30–15:30: its time changes");
  g_assert_cmpuint (import->counts[STAFET_IMPORT_CHANGED], ==, 1);
  take_in (f, import);
  ACTIVITY ("Banko", "start", "2026-11-25T13:00");
  assert_looks (ACTIVITIES ("Aktivitet;Dag;Fra;Til;Lokale\nBanko;onsdag;13;15;Salen\n"), "2 Banko: same");
  /* Another time of the day, another day, and the other weeks are others. */
  assert_looks (ACTIVITIES ("Aktivitet;Dag;Fra;Til;Lokale\nBanko;onsdag;18;20;Salen\n"
                            "Banko;fredag;13;15;Salen\n"),
                "2 Banko: new; 3 Banko: new");
}

RULE (what_is_there_on_some_of_the_days_stays)
{
  StafetImport *import;

  take_in (f, ACTIVITIES ("Aktivitet;Dag;Fra;Til;Lokale;Gentagelse\nBanko;onsdag;13;15;Salen;lige uger\n"));
  import = ACTIVITIES ("Aktivitet;Dag;Fra;Til;Lokale;Gentagelse\nBanko;onsdag;13;15;Salen;\n"
                       "Banko;onsdag den 9/12;13;15;Salen;én gang\n");
  assert_says (import, 0, "Wednesday in even weeks 13:00–15:00");
  assert_looks (import, "2 Banko: duplicate; 3 Banko: duplicate");
}

RULE (what_does_not_make_sense_is_told)
{
  g_autoptr (StafetImport) import =
    ACTIVITIES ("Aktivitet;Dag;Fra;Til;Lokale\nUden tid;onsdag;;;\nBaglæns;torsdag;15;13;\n"
                "Yoga;Xdag;10;11;\nKrolf;tirsdag;11;12;Salen\n;mandag;1;2;\n");

  g_assert_cmpuint (import->counts[STAFET_IMPORT_FAULTY], ==, 5);
  assert_says (import, 0, "begin");
  assert_says (import, 1, "before the start");
  assert_says (import, 2, "Xdag");
  /* The room is taken: by the very check of the use case. */
  assert_says (import, 3, "“Café”");
  assert_says (import, 3, "in the list");
  assert_never_says (import, 3, "accept");
  assert_says (import, 4, "no title");
}

RULE (a_programme_that_is_there_stays_as_it_is)
{
  static const char list[] =
    "Aktivitet;Dag;Fra;Til;Lokale;Pris;Note\nBanko;onsdag;13.30;15.30;Gården;75,-;4 frivillige\n";

  take_in (f, ACTIVITIES (list));
  assert_looks (ACTIVITIES (list), "2 Banko: same");
}

RULE (a_programme_that_changed_is_changed)
{
  take_in (
    f, ACTIVITIES ("Aktivitet;Dag;Fra;Til;Frivillige;Note\nBanko;onsdag;13.30;15.30;2;kun april-oktober\n"));
  take_in (f, ACTIVITIES ("Aktivitet;Dag;Fra;Til;Frivillige;Note\nBanko;onsdag;13.30;16;4;kun maj-juni\n"));
  ACTIVITY ("Banko", "end", "2027-04-07T16:00");
  ACTIVITY ("Banko", "season", "05-01/06-30");
  assert_value (f, STAFET_KIND_SHIFT, "Banko/Volunteer", "wanted", "4");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (g_getenv ("STAFET_LOCALE_DIR"));
  stafet_i18n_set_language (STAFET_LANGUAGE_EN);
#define IMPORT(name, func) TEST ("/table/import-activities/" name, func)
  IMPORT ("single-dates-that-are-left-out", single_dates_that_are_left_out_are_cancelled);
  IMPORT ("an-unknown-ward-is-left-out", an_activity_of_an_unknown_ward_comes_in_without_it);
  IMPORT ("a-programme-comes-in-as-it-is-meant", a_programme_comes_in_as_it_is_meant);
  IMPORT ("what-was-read-is-shown/activity", what_was_read_of_an_activity_is_shown);
  IMPORT ("what-repeats-is-not-held-on-holidays", what_repeats_is_not_held_on_holidays);
  IMPORT ("rooms-organisers-wards-and-volunteers-come-along",
          rooms_organisers_wards_and_volunteers_come_along);
  IMPORT ("who-comes-is-read-as-it-is-written", who_comes_to_it_is_read_as_it_is_written);
  IMPORT ("rows-that-differ-are-not-one", rows_that_differ_are_not_one);
  IMPORT ("left-out/single-dates", single_dates_are_left_out_wherever_they_are_said);
  IMPORT ("left-out/something-else", a_span_is_left_out_and_an_hour_is_not);
  IMPORT ("two-of-an-hour", two_of_the_same_hour_stay_two);
  IMPORT ("day/said-once-is-that-of-the-rows-below", a_day_said_once_is_that_of_the_rows_below);
  IMPORT ("day/goes-with-what-the-row-says-itself", a_day_above_goes_with_what_the_row_says_itself);
  IMPORT ("day/is-not-guessed-where-it-may-be-forgotten", a_day_that_may_have_been_forgotten_is_not_guessed);
  IMPORT ("a-row-of-another-encoding-says-so", a_row_of_another_encoding_says_so);
  IMPORT ("cpr-numbers-and-formulas-are-refused", cpr_numbers_and_formulas_are_refused_in_every_list);
  IMPORT ("once-a-quarter-becomes-a-draft", once_a_quarter_becomes_a_draft_to_look_at);
  IMPORT ("no-day-said-becomes-a-draft", what_does_not_say_on_which_day_is_a_draft);
  IMPORT ("last-day-to-sign-up", the_last_day_to_sign_up_is_a_day_or_a_number);
  IMPORT ("there-already/at-another-time", what_is_there_at_another_time_is_changed);
  IMPORT ("there-already/on-some-of-the-days", what_is_there_on_some_of_the_days_stays);
  IMPORT ("what-does-not-make-sense-is-told", what_does_not_make_sense_is_told);
  IMPORT ("a-programme-that-is-there-stays", a_programme_that_is_there_stays_as_it_is);
  IMPORT ("a-programme-that-changed-is-changed", a_programme_that_changed_is_changed);
  return g_test_run ();
}
