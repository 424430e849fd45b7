/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds lists to what their people meant: every row that a person understands comes in right, every other is
 * told why not, and nothing is written before it is asked for.
 */
#include "import-fixture.h"

/* ——— Columns ——— */

/* The keys of the columns with | between. */
static void
assert_columns (StafetListKind kind, const char *text, const char *expected)
{
  g_autoptr (StafetTable) table = stafet_table_read (text, strlen (text), NULL);
  g_autoptr (StafetMapping) mapping = stafet_mapping_guess (table, kind);
  g_autoptr (GString) keys = g_string_new (mapping->has_headings ? "" : "no headings: ");

  for (guint i = 0; i < mapping->n; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? "|" : "",
                            mapping->columns[i] != NULL ? mapping->columns[i]->key : "-");
  g_assert_cmpstr (keys->str, ==, expected);
}

static void
columns_are_known_by_what_they_are_called (void)
{
  assert_columns (STAFET_LIST_VOLUNTEERS,
                  "Navn;Mobil;E-mail;Lokalcenter;Kan;Hvornår;Startdato;Bemærkning;Yndlingsfarve\n",
                  "name|phones|mail|houses|skills|available|started|note|-");
  assert_columns (STAFET_LIST_VOLUNTEERS, "First name\tLast name\tPhone\tSkills\tAvailable\n",
                  "first_name|last_name|phones|skills|available");
  assert_columns (STAFET_LIST_VOLUNTEERS, "FORNAVN;EFTERNAVN;Tlf. (privat);Tlf. (arbejde):\n",
                  "first_name|last_name|phones|phones");
  assert_columns (STAFET_LIST_ACTIVITIES, "Hvad;Dag;Fra;Til;Sted;v/;Pris;Hvor ofte\n",
                  "title|days|from|to|room|organiser|price|rule");
  assert_columns (
    STAFET_LIST_ACTIVITIES,
    "Aktivitet;Dag;Fra;Pladser;Tilmelding senest;Spisning;Kørsel;Tovholder;Arrangør;Døre åbner;"
    "Til de frivillige\n",
    "title|days|from|capacity|signup_days|meal|transport|lead|organiser|doors_open|volunteer_text");
  assert_columns (STAFET_LIST_VOLUNTEERS,
                  "Frivillige 2026;;\n\nNavn;Tlf. nr.;E-mail adresse\nEva;13400001;e@post.example\n",
                  "name|phones|mail");
  assert_columns (STAFET_LIST_HOUSES, "Navn;Type;Område;Adresse;Telefon;Åbningstider\n",
                  "name|kind|area|address|phone|hours");
}

static void
columns_without_headings_are_known_by_what_stands_in_them (void)
{
  assert_columns (STAFET_LIST_VOLUNTEERS,
                  "Eva Holm\teva@post.example\t13 40 00 01\nBo Lind\tbo@post.example\t13400002\n",
                  "no headings: name|mail|phones");
  assert_columns (STAFET_LIST_ACTIVITIES, "Krolf;tirsdag;10;12\nWhist;torsdage i lige uger;13.30;16\n",
                  "no headings: title|days|from|to");
  /* Words alone may be anything. */
  assert_columns (STAFET_LIST_VOLUNTEERS, "hej med dig\nblabla;;;\n", "no headings: -|-|-|-");
  assert_columns (STAFET_LIST_VOLUNTEERS, "Eva Holm\nBo Lind\n", "no headings: -");
  assert_columns (STAFET_LIST_VOLUNTEERS, "Navn\nEva Holm\n", "name");
}

static void
a_column_can_be_named_otherwise (void)
{
  const char *text = "Kaldes;Ring;Kan\nEva;13400001;sang\n";
  g_autoptr (StafetTable) table = stafet_table_read (text, strlen (text), NULL);
  g_autoptr (StafetMapping) mapping = stafet_mapping_guess (table, STAFET_LIST_VOLUNTEERS);
  g_autofree char *name = NULL;

  g_assert_true (stafet_mapping_set (mapping, table, STAFET_LIST_VOLUNTEERS, "Kaldes=name", NULL));
  g_assert_true (stafet_mapping_set (mapping, table, STAFET_LIST_VOLUNTEERS, "2=phones", NULL));
  g_assert_true (stafet_mapping_set (mapping, table, STAFET_LIST_VOLUNTEERS, "kan=", NULL));
  g_assert_false (stafet_mapping_set (mapping, table, STAFET_LIST_VOLUNTEERS, "Kaldes=shoe", NULL));
  g_assert_false (stafet_mapping_set (mapping, table, STAFET_LIST_VOLUNTEERS, "Sko=name", NULL));
  g_assert_false (stafet_mapping_set (mapping, table, STAFET_LIST_VOLUNTEERS, "9=name", NULL));
  g_assert_false (stafet_mapping_set (mapping, table, STAFET_LIST_VOLUNTEERS, "Kaldes", NULL));
  name = stafet_mapping_get (mapping, table, 1, "name");
  g_assert_cmpstr (name, ==, "Eva");
  g_assert_null (mapping->columns[2]);
}

/* ——— Volunteers ——— */

RULE (a_volunteer_comes_in_as_she_is_described)
{
  take_in (f,
           VOLUNTEERS (
             "Navn;Telefon;Mail;Hus;Kan;Hvornår;Start;Bemærkning\n"
             "Eva Holm;+45 1340 0001;eva@post.example;Møllestien;\"Café; sang og IT-hjælp\";tirs + tors 9-12;"
             "06-07-2020;\"ring kun efter kl. 10, tovholder krolf\"\n"));
  VOLUNTEER ("Eva Holm", "phones", "+4513400001");
  VOLUNTEER ("Eva Holm", "skills", "café, sang, IT-hjælp");
  VOLUNTEER ("Eva Holm", "available", "tue 09:00-12:00, thu 09:00-12:00");
  VOLUNTEER ("Eva Holm", "started", "2020-07-06");
  VOLUNTEER ("Eva Holm", "call_when", "kun efter kl. 10");
  VOLUNTEER ("Eva Holm", "note", "tovholder krolf");
  VOLUNTEER ("Eva Holm", "houses", ((StafetRecord *) FIND (HOUSE, "Møllestien"))->uid);
}

RULE (when_somebody_is_free_is_read_as_it_is_written)
{
  static const struct
  {
    const char *cell, *available, *by_agreement;
  } rows[] = {
    { "man, ons", "mon 08:00-21:00, wed 08:00-21:00", "no" },
    { "tirsdag og torsdag", "tue 08:00-21:00, thu 08:00-21:00", "no" },
    { "fre 9-12", "fri 09:00-12:00", "no" },
    { "hver onsdag i lige uger", "wed 08:00-21:00 even", "no" },
    { "tirs+tors eftermiddag", "tue 12:00-16:00, thu 12:00-16:00", "no" },
    { "efter aftale", "", "yes" },
    { "", "", "no" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("Navn;Hvornår\nPerson %c;%s\n", (char) ('a' + i), rows[i].cell);
      g_autofree char *name = g_strdup_printf ("Person %c", (char) ('a' + i));

      take_in (f, look (f, STAFET_LIST_VOLUNTEERS, "Møllestien", text));
      VOLUNTEER (name, "available", rows[i].available);
      VOLUNTEER (name, "by_agreement", rows[i].by_agreement);
    }
}

/* As the command line writes times, they are read as it reads them. */
RULE (times_that_the_command_line_refuses_are_refused_in_a_list)
{
  StafetImport *import = look (f, STAFET_LIST_VOLUNTEERS, "Møllestien",
                               "Navn;Hvornår\nEva Holm;mon 09:00-08:00\nBo Holm;mon 09:00-13:00 odd even\n"
                               "Ida Holm;mon 22:00-30:00, tue 09:00-13:00 odd preferred\n");

  assert_says (import, 0, "mon 09:00-08:00");
  assert_says (import, 1, "mon 09:00-13:00 odd even");
  assert_looks (import, "2 Eva Holm: faulty; 3 Bo Holm: faulty; 4 Ida Holm: new");
}

static void
assert_all_days (Fixture *f, const char *name, const char *window)
{
  static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  g_autoptr (GString) expected = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    g_string_append_printf (expected, "%s%s %s", i > 0 ? ", " : "", days[i], window);
  VOLUNTEER (name, "available", expected->str);
}

#define ALL_DAYS(name, window) assert_all_days (f, name, window)

RULE (somebody_free_on_any_day_is_free_on_all)
{
  take_in (f,
           VOLUNTEERS (
             "Navn;Hvornår\nOdd;kun ulige uger\nMorning;helst formiddag\nEvening;aften\nNoon;kl. 10-12\n"));
  ALL_DAYS ("Odd", "08:00-21:00 odd");
  ALL_DAYS ("Morning", "09:00-12:00 preferred");
  ALL_DAYS ("Evening", "17:00-21:00");
  ALL_DAYS ("Noon", "10:00-12:00");
}

RULE (remarks_are_more_than_remarks)
{
  take_in (f, VOLUNTEERS ("Navn;Bemærkning\nPause;pause til 1/3 2027\nForbi;pause til 1/3 2026\n"
                          "Skjult;beskyttet adresse\nNy;ny\n"));
  VOLUNTEER ("Pause", "status", "paused");
  VOLUNTEER ("Pause", "paused_until", "2027-03-01");
  VOLUNTEER ("Forbi", "status", "active");
  VOLUNTEER ("Skjult", "protected", "yes");
  VOLUNTEER ("Ny", "note", "ny");
}

RULE (dates_are_read_as_they_are_written)
{
  static const char *const cells[] = { "06-07-2020", "2020-07-06", "6/7 2020",
                                       "6.7.2020",   "06.07.20",   "6/7 20" };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *text = g_strdup_printf ("Navn;Startdato\nPerson %c;%s\n", (char) ('a' + i), cells[i]);
      g_autofree char *name = g_strdup_printf ("Person %c", (char) ('a' + i));

      take_in (f, look (f, STAFET_LIST_VOLUNTEERS, "Møllestien", text));
      VOLUNTEER (name, "started", "2020-07-06");
    }
}

RULE (words_alone_are_people_only_if_somebody_says_so)
{
  static const char list[] = "Eva Holm\nBo Lind\n";
  g_autoptr (StafetTable) table = stafet_table_read (list, strlen (list), NULL);
  g_autoptr (StafetMapping) mapping = stafet_mapping_guess (table, STAFET_LIST_VOLUNTEERS);
  StafetImportHouses houses = { .given = ((StafetRecord *) FIND (HOUSE, "Møllestien"))->uid };
  g_autoptr (StafetImport) import = VOLUNTEERS ("hej med dig\nblabla;;;\n");

  g_assert_cmpuint (import->counts[STAFET_IMPORT_FAULTY], ==, 2);
  assert_says (import, 0, "No column is said to be the names");
  g_assert_true (stafet_mapping_set (mapping, table, STAFET_LIST_VOLUNTEERS, "1=name", NULL));
  assert_looks (stafet_import_new (f->plan, table, mapping, STAFET_LIST_VOLUNTEERS, &houses, TUESDAY),
                "1 Eva Holm: new; 2 Bo Lind: new");
}

RULE (remarks_about_times_and_an_end_are_not_passed_over)
{
  g_autoptr (StafetImport) import =
    VOLUNTEERS ("Navn;Telefon;Hvornår;Bemærkning\nEva Holm;13400001;hverdage;ikke mandag\n"
                "Bo Lind;13400002;;hver anden tirsdag\nIda Berg;13400003;;stoppet\n"
                "Ole Krag;13400004;;\"stoppet 1/5, ikke glad for hunde\"\n");

  assert_says (import, 0, "“ikke mandag” is kept as a note");
  assert_says (import, 1, "“hver anden tirsdag” is kept as a note");
  assert_never_says (import, 3, "is kept");
  take_in (f, g_steal_pointer (&import));
  VOLUNTEER ("Eva Holm", "note", "ikke mandag");
  VOLUNTEER ("Ida Berg", "status", "stopped");
  VOLUNTEER ("Ida Berg", "note", "");
  VOLUNTEER ("Ole Krag", "status", "stopped");
  VOLUNTEER ("Ole Krag", "note", "stoppet 1/5, ikke glad for hunde");
}

RULE (every_fault_of_a_row_is_told)
{
  g_autoptr (StafetImport) import = look (f, STAFET_LIST_VOLUNTEERS, NULL,
                                          "Navn;Telefon;Mail;Hus;Start;Note\n"
                                          ";13345678;;;;\n"
                                          "Test;1234;ikke-en-mail;Ukendt Hus;31/2 2020;\n"
                                          "Prøve;;;Møllestien;;cpr 010150-1234\n"
                                          "\"=HYPERLINK(\"\"x\"\")\";;;Møllestien;;\n");

  g_assert_cmpuint (import->counts[STAFET_IMPORT_FAULTY], ==, 4);
  assert_says (import, 0, "no name");
  assert_says (import, 0, "which house");
  assert_says (import, 1, "“1234” is no phone number");
  assert_says (import, 1, "“ikke-en-mail”");
  assert_says (import, 1, "“Ukendt Hus”");
  assert_says (import, 1, "31/2 2020 does not exist");
  assert_says (import, 2, "CPR");
  assert_says (import, 3, "formula");
  g_assert_null (stafet_import_edit (import));
}

RULE (a_hundred_thousand_rows_of_nonsense_are_previewed_with_reasons)
{
  static const char *const nonsense[] = { "=HYPERLINK(\"x\");", "010190-1234;", "æøå;12", ";",
                                          "Eva Holm;x@",        "\x01;\"" };
  g_autoptr (GString) text = g_string_new ("Navn;Mobil\n");
  guint before = all (f, STAFET_KIND_VOLUNTEER)->len;
  StafetImport *import;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "%s\n", nonsense[i % G_N_ELEMENTS (nonsense)]);
  import = VOLUNTEERS (text->str);
  g_assert_cmpuint (import->rows->len, >, 80000);
  for (guint i = 0; i < import->rows->len; i++)
    {
      const StafetImportRow *row = g_ptr_array_index (import->rows, i);

      if (stafet_import_row_get_state (row) != STAFET_IMPORT_NEW)
        g_assert_cmpuint (stafet_import_row_get_reasons (row)->len, >, 0);
    }
  g_assert_cmpuint (all (f, STAFET_KIND_VOLUNTEER)->len, ==, before);
  stafet_import_free (import);
}

RULE (a_house_is_known_by_a_word_that_only_it_has)
{
  ADD (HOUSE, "name=Folkehuset Trøjborg", "kind=community");
  ADD (HOUSE, "name=Folkehuset Vejlby", "kind=community");
  assert_looks (
    look (f, STAFET_LIST_VOLUNTEERS, NULL, "Navn;Hus\nA;trøjborg\nB;Huset Vejlby\nC;Folkehuset\n"),
    "2 A: new; 3 B: faulty; 4 C: faulty");
}

RULE (a_house_that_is_not_there_can_come_in_with_its_rows)
{
  static const char list[] =
    "Navn;Telefon;Hus\nEva Holm;13400001;Huset Trøjborg\nBo Lind;13400002;huset trøjborg\n"
    "Ida Berg;13400003;Fristedet\nEva Holm;13400001;Møllestien\n";
  g_autoptr (StafetImport) import =
    look_with (f, STAFET_LIST_VOLUNTEERS, "Møllestien", STAFET_IMPORT_HOUSE_ADD, list);
  const StafetUnknownHouse *most = g_ptr_array_index (import->unknown_houses, 0);
  guint before = all (f, STAFET_KIND_HOUSE)->len;
  g_autofree char *houses = NULL;

  g_assert_cmpuint (import->unknown_houses->len, ==, 2);
  g_assert_cmpstr (most->name, ==, "Huset Trøjborg");
  g_assert_cmpuint (most->rows, ==, 2);
  assert_says (import, 0, "New house: Huset Trøjborg");
  assert_words (import, 0, "13 40 00 01 · Huset Trøjborg");
  g_assert_cmpuint (import->counts[STAFET_IMPORT_FAULTY], ==, 0);
  take_in (f, g_steal_pointer (&import));
  g_assert_cmpuint (all (f, STAFET_KIND_HOUSE)->len, ==, before + 2);
  assert_value (f, STAFET_KIND_HOUSE, "Huset Trøjborg", "kind", "community");
  /* A row more of somebody adds a house to hers. */
  houses = value_of (f, STAFET_KIND_VOLUNTEER, "Eva Holm", "houses");
  g_assert_nonnull (strchr (houses, ','));
  assert_looks (look_with (f, STAFET_LIST_VOLUNTEERS, "Møllestien", STAFET_IMPORT_HOUSE_ADD, list),
                "2 Eva Holm: same; 3 Bo Lind: same; 4 Ida Berg: same; 5 Eva Holm: duplicate");
  assert_sound (f);
}

RULE (activities_of_a_house_that_is_not_there_come_in_with_it)
{
  g_autoptr (StafetImport) import =
    look_with (f, STAFET_LIST_ACTIVITIES, "Møllestien", STAFET_IMPORT_HOUSE_ADD,
               "Aktivitet;Dag;Fra;Til;Lokale;Hus\nKrolf;fredag;10;12;Salen;Huset Trøjborg\n"
               "Kor;fredag;13;15;Salen;Huset Trøjborg\nKrolf;fredag;10;12;Salen;Huset Trøjborg\n");
  const StafetActivity *choir;

  assert_words (import, 0, "every Friday · 10:00–12:00 · Huset Trøjborg · Salen");
  assert_says (import, 0, "New room: Salen");
  g_assert_cmpuint (import->counts[STAFET_IMPORT_DUPLICATE], ==, 1);
  take_in (f, g_steal_pointer (&import));
  choir = FIND (ACTIVITY, "Kor");
  g_assert_true (choir->house == ((StafetRecord *) FIND (HOUSE, "Huset Trøjborg"))->uid);
  assert_sound (f);
}

RULE (rows_of_a_house_that_is_not_there_can_be_of_the_given_one)
{
  static const char list[] =
    "Navn;Telefon;Hus\nEva Holm;13400001;Huset Trøjborg\nBo Lind;13400002;Fristedet\n"
    "Ida Berg;13400003;=A1\n";
  g_autoptr (StafetTable) table = stafet_table_read (list, strlen (list), NULL);
  g_autoptr (StafetMapping) mapping = stafet_mapping_guess (table, STAFET_LIST_VOLUNTEERS);
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *folded = stafet_text_fold ("Huset Trøjborg");
  StafetImportHouses houses = { .unknown = STAFET_IMPORT_HOUSE_REFUSE, .chosen = chosen };

  assert_looks (look_with (f, STAFET_LIST_VOLUNTEERS, "Møllestien", STAFET_IMPORT_HOUSE_GIVEN, list),
                "2 Eva Holm: new; 3 Bo Lind: new; 4 Ida Berg: faulty");
  /* Where none is given there is none to fall back on. */
  assert_looks (look_with (f, STAFET_LIST_VOLUNTEERS, NULL, STAFET_IMPORT_HOUSE_GIVEN, list),
                "2 Eva Holm: faulty; 3 Bo Lind: faulty; 4 Ida Berg: faulty");
  /* One of them alone. */
  houses.given = ((StafetRecord *) FIND (HOUSE, "Møllestien"))->uid;
  g_hash_table_insert (chosen, folded, GINT_TO_POINTER (STAFET_IMPORT_HOUSE_GIVEN));
  assert_looks (stafet_import_new (f->plan, table, mapping, STAFET_LIST_VOLUNTEERS, &houses, TUESDAY),
                "2 Eva Holm: new; 3 Bo Lind: faulty; 4 Ida Berg: faulty");
}

RULE (the_same_person_comes_in_once)
{
  assert_looks (
    VOLUNTEERS (
      "Navn;Telefon\nEva Holm;13 40 00 01\nEVA HOLM;13400001\nEva Holm;13400002\n\nBo Lind;13400001\n"),
    "2 Eva Holm: new; 3 EVA HOLM: duplicate; 4 Eva Holm: new; 6 Bo Lind: new");
}

RULE (two_rows_of_a_person_are_one_person)
{
  g_autoptr (StafetImport) import =
    VOLUNTEERS ("Navn;Telefon;Kan;Note\nEva;13400001;sang;cpr "
                "010150-1234\nEva;13400001;sang;sød\nEVA;13400001, 13400002;banko;"
                "\nEva;13400002;banko;\n");

  g_assert_cmpuint (import->counts[STAFET_IMPORT_NEW], ==, 1);
  assert_says (import, 2, "More about row 3");
  assert_says (import, 3, "The same as row 3");
  take_in (f, g_steal_pointer (&import));
  g_assert_cmpuint (all (f, STAFET_KIND_VOLUNTEER)->len, ==, 4);
  VOLUNTEER ("Eva", "name", "Eva");
  VOLUNTEER ("Eva", "skills", "sang, banko");
  VOLUNTEER ("Eva", "phones", "13400001, 13400002");
  VOLUNTEER ("Eva", "note", "sød");
}

RULE (telephones_are_found_among_words)
{
  take_in (f,
           VOLUNTEERS ("Navn;Telefon\nA;tlf. 13 40 00 01 (datter)\nB;13400002 eller 13400003\nC;ingen\nD;-\n"
                       "E;+45 1340 0005 / 1340 0006\n"));
  VOLUNTEER ("A", "phones", "13400001");
  VOLUNTEER ("B", "phones", "13400002, 13400003");
  VOLUNTEER ("C", "phones", "");
  VOLUNTEER ("D", "phones", "");
  VOLUNTEER ("E", "phones", "+4513400005, 13400006");
  assert_looks (VOLUNTEERS ("Navn;Telefon\nA;13 40 00 01 13 40 00 02\n"), "2 A: faulty");
}

RULE (a_second_time_changes_nothing)
{
  static const char list[] = "Navn;Telefon;Kan;Hvornår;Note\nEva Holm;13 40 00 01;sang;tir 9-12;ny\n";

  take_in (f, VOLUNTEERS (list));
  assert_looks (VOLUNTEERS (list), "2 Eva Holm: same");
}

RULE (a_dash_stands_for_nothing)
{
  take_in (f, VOLUNTEERS ("Navn;Telefon;Note\nEva Skov;13 11 22 33;-\nBo Holm;13112234;ny, -\n"));
  VOLUNTEER ("Eva Skov", "note", "");
  VOLUNTEER ("Bo Holm", "note", "ny");
}

/* Times that stand twice are said once. */
RULE (times_that_stand_twice_are_the_same)
{
  take_in (f, VOLUNTEERS (
                "Navn;Telefon;Hvornår ledig\nEva Skov;13 11 22 33;torsdag kl. 10-14, torsdag kl. 10-14\n"));
  assert_looks (VOLUNTEERS ("Navn;Telefon;Hvornår ledig\nEva Skov;13 11 22 33;torsdag kl. 10-14\n"),
                "2 Eva Skov: same");
  assert_looks (VOLUNTEERS ("Navn;Telefon;Hvornår ledig\nEva Skov;13 11 22 33;torsdag kl. 10-15\n"),
                "2 Eva Skov: changed");
}

RULE (nobody_new_comes_to_a_house_that_is_closed)
{
  StafetImport *import;

  ADD (HOUSE, "name=Ravnely", "kind=community");
  take_in (f, VOLUNTEERS ("Navn;Telefon;Hus\nEva Skov;13 11 22 33;Ravnely\nBo Holm;13112234;Møllestien\n"));
  done (f, stafet_use_edit (STAFET_KIND_HOUSE, ((StafetRecord *) FIND (HOUSE, "Ravnely"))->uid,
                            (const char *[]){ "closed_from=2026-11-01", NULL }));
  import = VOLUNTEERS ("Navn;Telefon;Hus\nEva Skov;13 11 22 33;Ravnely\nBo Holm;13112234;Ravnely\n"
                       "Ib Bæk;13112235;Ravnely\n");
  assert_says (import, 1, "closed from 1 November 2026");
  assert_looks (import, "2 Eva Skov: same; 3 Bo Holm: faulty; 4 Ib Bæk: faulty");
}

RULE (somebody_who_is_there_gets_what_is_new)
{
  take_in (f, VOLUNTEERS ("Navn;Telefon;Kan;Note\nEva Holm;13 40 00 01;sang;ny\n"));
  take_in (f, VOLUNTEERS ("Navn;Telefon;Kan;Note\nEva Holm;13400001, 13400009;banko;rolig\n"));
  VOLUNTEER ("Eva Holm", "phones", "13400001, 13400009");
  VOLUNTEER ("Eva Holm", "skills", "sang, banko");
  VOLUNTEER ("Eva Holm", "note", "ny, rolig");
}

RULE (a_list_is_one_change_with_one_undo)
{
  StafetEdit *edit;
  g_autoptr (StafetImport) import = VOLUNTEERS ("Navn\nEva Holm\nBo Lind\n");
  gint64 head = stafet_plan_get_head (f->plan);

  /* Looking writes nothing. */
  g_assert_cmpint (stafet_plan_get_head (f->plan), ==, head);
  edit = stafet_import_edit (import);
  UNDOABLE (edit);
  g_assert_cmpuint (all (f, STAFET_KIND_VOLUNTEER)->len, ==, 5);
}

RULE (what_was_read_of_somebody_is_shown)
{
  g_autoptr (StafetImport) import =
    VOLUNTEERS ("Navn;Telefon;Kan;Hvornår;Hus;Bemærkning\n"
                "Eva Holm;13400001;sang;tirs + tors;;\"pause til 1/3 2027, ny\"\n"
                "Bo Lind;13400002;;efter aftale;Skovvang;beskyttet adresse\nTest;12;;;;\n");

  assert_words (import, 0,
                "13 40 00 01 · sang · Tuesday and Thursday 8–21 · pause until Monday 1 March 2027 · “ny”");
  assert_words (import, 1, "13 40 00 02 · Skovvang · times by agreement · protected name and address");
  assert_words (import, 2, "");
}

/* ——— Houses ——— */

RULE (houses_come_in_with_their_areas)
{
  take_in (f, look (f, STAFET_LIST_HOUSES, NULL,
                    "Navn;Type;Område;Adresse;Telefon\n"
                    "Lokalcenter Bakken;lokalcenter;Nord;\"Bakkevej 1, 8541 Skødstrup\";13 40 00 05\n"
                    "Plejehjem Enggården;;Nord;Engvej 2;\n"));
  assert_value (f, STAFET_KIND_HOUSE, "Lokalcenter Bakken", "kind", "community");
  assert_value (f, STAFET_KIND_HOUSE, "Lokalcenter Bakken", "address", "Bakkevej 1");
  assert_value (f, STAFET_KIND_HOUSE, "Lokalcenter Bakken", "postcode", "8541");
  assert_value (f, STAFET_KIND_HOUSE, "Lokalcenter Bakken", "town", "Skødstrup");
  assert_value (f, STAFET_KIND_HOUSE, "Plejehjem Enggården", "kind", "nursing");
  g_assert_cmpuint (all (f, STAFET_KIND_AREA)->len, ==, 1);
}

/* ——— Nonsense ——— */

/* Random cells beneath real headings: rows are told of, nothing is written, nothing breaks. */
RULE (nonsense_is_looked_at_and_not_written)
{
  static const char *const cells[] = { "",   "=1+1",   "mandag",     "25.61",       "31/2",
                                       "\"", "x;y",    "-1",         "hver",        "🙂",
                                       "9-", "senest", "tilmelding", "010150-1234", "uge 99" };
  GRand *random = g_rand_new_with_seed (3);
  gint64 head = stafet_plan_get_head (f->plan);

  for (int kind = 0; kind < STAFET_N_LISTS; kind++)
    for (int round = 0; round < 60; round++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        const StafetColumn *columns = stafet_columns_of ((StafetListKind) kind);

        for (const StafetColumn *column = columns; column->key != NULL; column++)
          g_string_append_printf (text, "%s%s", column == columns ? "" : ";", column->key);
        for (int row = 0; row < 5; row++)
          for (const StafetColumn *column = columns; column->key != NULL; column++)
            g_string_append_printf (text, "%s%s", column == columns ? "\n" : ";",
                                    cells[g_rand_int_range (random, 0, G_N_ELEMENTS (cells))]);
        stafet_import_free (look (f, (StafetListKind) kind, "Møllestien", text->str));
      }
  g_rand_free (random);
  g_assert_cmpint (stafet_plan_get_head (f->plan), ==, head);
  assert_sound (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (g_getenv ("STAFET_LOCALE_DIR"));
  stafet_i18n_set_language (STAFET_LANGUAGE_EN);
#define COLUMNS(name, func) g_test_add_func ("/table/columns/" name, func)
  COLUMNS ("by-what-they-are-called", columns_are_known_by_what_they_are_called);
  COLUMNS ("by-what-stands-in-them", columns_without_headings_are_known_by_what_stands_in_them);
  COLUMNS ("can-be-named-otherwise", a_column_can_be_named_otherwise);
#define IMPORT(name, func) TEST ("/table/import/" name, func)
  IMPORT ("a-volunteer-comes-in-as-she-is-described", a_volunteer_comes_in_as_she_is_described);
  IMPORT ("when-somebody-is-free", when_somebody_is_free_is_read_as_it_is_written);
  IMPORT ("times-that-the-command-line-refuses", times_that_the_command_line_refuses_are_refused_in_a_list);
  IMPORT ("free-on-any-day-is-free-on-all", somebody_free_on_any_day_is_free_on_all);
  IMPORT ("remarks-are-more-than-remarks", remarks_are_more_than_remarks);
  IMPORT ("dates-are-read-as-they-are-written", dates_are_read_as_they_are_written);
  IMPORT ("words-alone-are-people-only-if-said", words_alone_are_people_only_if_somebody_says_so);
  IMPORT ("remarks-about-times-and-an-end", remarks_about_times_and_an_end_are_not_passed_over);
  IMPORT ("every-fault-of-a-row-is-told", every_fault_of_a_row_is_told);
  IMPORT ("a-hundred-thousand-rows-of-nonsense",
          a_hundred_thousand_rows_of_nonsense_are_previewed_with_reasons);
  IMPORT ("a-house-is-known-by-a-word", a_house_is_known_by_a_word_that_only_it_has);
  IMPORT ("unknown-house/comes-in-with-its-rows", a_house_that_is_not_there_can_come_in_with_its_rows);
  IMPORT ("unknown-house/comes-in-with-activities", activities_of_a_house_that_is_not_there_come_in_with_it);
  IMPORT ("unknown-house/is-the-given-one", rows_of_a_house_that_is_not_there_can_be_of_the_given_one);
  IMPORT ("the-same-person-comes-in-once", the_same_person_comes_in_once);
  IMPORT ("two-rows-of-a-person-are-one-person", two_rows_of_a_person_are_one_person);
  IMPORT ("telephones-are-found-among-words", telephones_are_found_among_words);
  IMPORT ("a-second-time-changes-nothing", a_second_time_changes_nothing);
  IMPORT ("a-dash", a_dash_stands_for_nothing);
  IMPORT ("times-that-stand-twice", times_that_stand_twice_are_the_same);
  IMPORT ("a-closed-house-gets-nobody-new", nobody_new_comes_to_a_house_that_is_closed);
  IMPORT ("somebody-who-is-there-gets-what-is-new", somebody_who_is_there_gets_what_is_new);
  IMPORT ("one-change-with-one-undo", a_list_is_one_change_with_one_undo);
  IMPORT ("what-was-read-is-shown/somebody", what_was_read_of_somebody_is_shown);
  IMPORT ("houses-come-in-with-their-areas", houses_come_in_with_their_areas);
  IMPORT ("nonsense-is-not-written", nonsense_is_looked_at_and_not_written);
  return g_test_run ();
}
