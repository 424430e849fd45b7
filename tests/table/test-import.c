/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds lists to what their people meant: every row that a person understands comes in right, every other is
 * told why not, and nothing is written before it is asked for.
 */
#include "../plan/use-fixture.h"

#include "table/stafet-import.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

/* (transfer full) */
static StafetImport *
look (Fixture *f, StafetListKind kind, const char *house, const char *text)
{
  g_autoptr (StafetTable) table = stafet_table_read (text, strlen (text), NULL);
  g_autoptr (StafetMapping) mapping = stafet_mapping_guess (table, kind);

  return stafet_import_new (f->plan, table, mapping, kind,
                            house != NULL ? ((StafetRecord *) find (f, STAFET_KIND_HOUSE, house))->uid : NULL,
                            TUESDAY);
}

#define VOLUNTEERS(...) look (f, STAFET_LIST_VOLUNTEERS, "Møllestien", __VA_ARGS__)
#define ACTIVITIES(...) look (f, STAFET_LIST_ACTIVITIES, "Møllestien", __VA_ARGS__)

/* "Eva: new; Bo: faulty (no phone)". (transfer full) */
static char *
describe (const StafetImport *import)
{
  static const char *const states[] = { "new", "changed", "same", "duplicate", "faulty" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < import->rows->len; i++)
    {
      const StafetImportRow *row = g_ptr_array_index (import->rows, i);

      g_string_append_printf (text, "%s%u %s: %s", i > 0 ? "; " : "", stafet_import_row_get_number (row),
                              stafet_import_row_get_name (row), states[stafet_import_row_get_state (row)]);
    }
  return g_string_free (text, FALSE);
}

static void
assert_looks (StafetImport *import, const char *expected)
{
  g_autofree char *text = describe (import);

  g_assert_cmpstr (text, ==, expected);
  stafet_import_free (import);
}

static void
assert_says (const StafetImport *import, guint i, const char *part)
{
  const GPtrArray *reasons = stafet_import_row_get_reasons (g_ptr_array_index (import->rows, i));

  for (guint j = 0; j < reasons->len; j++)
    if (strstr (g_ptr_array_index (reasons, j), part) != NULL)
      return;
  g_error ("Row %u does not say “%s”, but “%s”", i, part,
           reasons->len > 0 ? (char *) g_ptr_array_index (reasons, 0) : "nothing");
}

static void
assert_words (const StafetImport *import, guint i, const char *expected)
{
  g_assert_cmpstr (stafet_import_row_get_words (g_ptr_array_index (import->rows, i)), ==, expected);
}

static void
take_in (Fixture *f, StafetImport *import)
{
  StafetEdit *edit = stafet_import_edit (import);

  g_assert_nonnull (edit);
  stafet_import_free (import);
  done (f, edit);
}

/* The value of a key as the command line shows it, lists too. (transfer full) */
static char *
value_of (Fixture *f, StafetKind kind, const char *reference, const char *key)
{
  StafetRecord *record = find (f, kind, reference);
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);
  const StafetList *list = stafet_record_info_list (info, key);
  const GPtrArray *links;
  g_autoptr (GPtrArray) items = NULL;

  if (list == NULL)
    return stafet_record_get_text (record, stafet_record_info_field (info, key));
  links = stafet_snapshot_index (stafet_plan_get_snapshot (f->plan), list->index, record->uid);
  items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < links->len; i++)
    {
      StafetRecord *link = g_ptr_array_index (links, i);

      g_ptr_array_add (items, list->value != NULL ? stafet_record_get_text (
                                link, stafet_record_info_field (STAFET_RECORD_INFO (link), list->value))
                                                  : list->write (link));
    }
  g_ptr_array_add (items, NULL);
  return g_strjoinv (", ", (char **) items->pdata);
}

static void
assert_value (Fixture *f, StafetKind kind, const char *reference, const char *key, const char *expected)
{
  g_autofree char *text = value_of (f, kind, reference, key);

  g_assert_cmpstr (text, ==, expected);
}

#define VOLUNTEER(name, key, expected) assert_value (f, STAFET_KIND_VOLUNTEER, name, key, expected)
#define ACTIVITY(title, key, expected) assert_value (f, STAFET_KIND_ACTIVITY, title, key, expected)

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
  IMPORT ("free-on-any-day-is-free-on-all", somebody_free_on_any_day_is_free_on_all);
  IMPORT ("remarks-are-more-than-remarks", remarks_are_more_than_remarks);
  IMPORT ("dates-are-read-as-they-are-written", dates_are_read_as_they_are_written);
  IMPORT ("every-fault-of-a-row-is-told", every_fault_of_a_row_is_told);
  IMPORT ("a-hundred-thousand-rows-of-nonsense",
          a_hundred_thousand_rows_of_nonsense_are_previewed_with_reasons);
  IMPORT ("a-house-is-known-by-a-word", a_house_is_known_by_a_word_that_only_it_has);
  IMPORT ("the-same-person-comes-in-once", the_same_person_comes_in_once);
  IMPORT ("two-rows-of-a-person-are-one-person", two_rows_of_a_person_are_one_person);
  IMPORT ("telephones-are-found-among-words", telephones_are_found_among_words);
  IMPORT ("a-second-time-changes-nothing", a_second_time_changes_nothing);
  IMPORT ("somebody-who-is-there-gets-what-is-new", somebody_who_is_there_gets_what_is_new);
  IMPORT ("one-change-with-one-undo", a_list_is_one_change_with_one_undo);
  IMPORT ("a-programme-comes-in-as-it-is-meant", a_programme_comes_in_as_it_is_meant);
  IMPORT ("what-was-read-is-shown/somebody", what_was_read_of_somebody_is_shown);
  IMPORT ("what-was-read-is-shown/activity", what_was_read_of_an_activity_is_shown);
  IMPORT ("what-repeats-is-not-held-on-holidays", what_repeats_is_not_held_on_holidays);
  IMPORT ("rooms-organisers-wards-and-volunteers-come-along",
          rooms_organisers_wards_and_volunteers_come_along);
  IMPORT ("who-comes-is-read-as-it-is-written", who_comes_to_it_is_read_as_it_is_written);
  IMPORT ("rows-that-differ-are-not-one", rows_that_differ_are_not_one);
  IMPORT ("day/said-once-is-that-of-the-rows-below", a_day_said_once_is_that_of_the_rows_below);
  IMPORT ("day/goes-with-what-the-row-says-itself", a_day_above_goes_with_what_the_row_says_itself);
  IMPORT ("day/is-not-guessed-where-it-may-be-forgotten", a_day_that_may_have_been_forgotten_is_not_guessed);
  IMPORT ("a-row-of-another-encoding-says-so", a_row_of_another_encoding_says_so);
  IMPORT ("cpr-numbers-and-formulas-are-refused", cpr_numbers_and_formulas_are_refused_in_every_list);
  IMPORT ("once-a-quarter-becomes-a-draft", once_a_quarter_becomes_a_draft_to_look_at);
  IMPORT ("what-does-not-make-sense-is-told", what_does_not_make_sense_is_told);
  IMPORT ("a-programme-that-is-there-stays", a_programme_that_is_there_stays_as_it_is);
  IMPORT ("a-programme-that-changed-is-changed", a_programme_that_changed_is_changed);
  IMPORT ("houses-come-in-with-their-areas", houses_come_in_with_their_areas);
  IMPORT ("nonsense-is-not-written", nonsense_is_looked_at_and_not_written);
  return g_test_run ();
}
