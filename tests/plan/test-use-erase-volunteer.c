/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the erasure of a volunteer: what goes, what stays without a name, that not a byte of her is left in
 * the store's files, and that no undo and no backup brings her back.
 */
#include "history-fixture.h"
#include "plan/stafet-restore.h"
#include "plan/stafet-use-erase-volunteer.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define NAME "Ragnhild Østerlund"
#define HER "Ragnhild"

static void
set_up_her (Fixture *f, gconstpointer data)
{
  set_up (f, data);
  ADD (VOLUNTEER, "name=" NAME, "short_name=Ragna", "phones=13583142,13402218", "mail=ragnhild@example.org",
       "address=Kirsebærvangen 4", "skills=vaffelbagning", "note=Har nøgle nummer 7", "houses=Møllestien",
       "available=tue 09:00-14:00");
}

static void
erase (Fixture *f)
{
  done (f, stafet_use_erase_volunteer (NAME, NAME));
  assert_sound (f);
}

static gboolean
holds (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize length, size = strlen (text);

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return FALSE;
  for (gsize i = 0; i + size <= length; i++)
    if (g_ascii_strncasecmp (bytes + i, text, size) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_anywhere (Fixture *f, const char *text)
{
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL),
                  *ledger = g_strconcat (f->path, ".erased", NULL);

  return holds (f->path, text) || holds (wal, text) || holds (ledger, text);
}

static void
assert_nowhere (Fixture *f)
{
  static const char *const traces[] = { HER,        "Østerlund",     "Ragna",       "13583142", "13402218",
                                        "Kirsebær", "vaffelbagning", "example.org", "nummer 7" };

  for (gsize i = 0; i < G_N_ELEMENTS (traces); i++)
    {
      if (is_anywhere (f, traces[i]))
        g_test_message ("left: %s", traces[i]);
      g_assert_false (is_anywhere (f, traces[i]));
    }
}

/* ——— What goes ——— */

RULE (nothing_of_her_is_left_in_the_files)
{
  const char *uid;

  EDIT (VOLUNTEER, NAME, "phones=13583142");
  EDIT (VOLUNTEER, NAME, "note=Har nøgle nummer 7 og 8", "address=");
  ADD (NOTE, "text=Ring til Ragnhild om kagen", "volunteer=" NAME);
  ADD (FEED, "name=Ragnhilds vagter", "kind=own", "volunteer=" NAME);
  ADD (ABSENCE, "volunteer=" NAME, "from=2026-12-20", "to=2026-12-30");
  EDIT (VOLUNTEER, "Lis Bæk", "partners=" NAME, "companion=" NAME);
  EDIT (ACTIVITY, "Café", "lead=" NAME);
  done (f, stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("lead=" NAME, "price=20 kr."), FALSE));
  done (f, stafet_use_assign ("Servering", WHO (NAME), TUESDAY + 14, TRUE, FALSE));
  done (f, stafet_use_call ("Servering", NAME, TUESDAY + 14, STAFET_CALL_RANG));
  done (f, stafet_use_assign ("Servering", WHO (NAME), TUESDAY + 21, FALSE, FALSE));
  done (f, stafet_use_regret ("Servering", WHO (NAME), TUESDAY + 21, TRUE));
  edit (f, stafet_edit_keep_draft ("volunteer", "name=" NAME));
  uid = ((StafetRecord *) FIND (VOLUNTEER, NAME))->uid;
  g_assert_true (is_anywhere (f, "13402218"));
  erase (f);
  assert_nowhere (f);
  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    for (guint i = 0; i < all (f, (StafetKind) kind)->len; i++)
      {
        g_autoptr (GVariant) image =
          stafet_record_image (g_ptr_array_index (all (f, (StafetKind) kind), i), NULL);
        g_autofree char *written = stafet_image_write (image);

        g_assert_null (strstr (written, uid));
      }
  g_assert_cmpuint (all (f, STAFET_KIND_NOTE)->len, ==, 0);
  g_assert_cmpuint (all (f, STAFET_KIND_FEED)->len, ==, 0);
  g_assert_cmpuint (all (f, STAFET_KIND_PARTNER)->len, ==, 0);
  g_assert_null (((StafetVolunteer *) FIND (VOLUNTEER, "Lis Bæk"))->companion);
  g_assert_null (((StafetActivity *) FIND (ACTIVITY, "Café"))->lead);
}

RULE (what_was_removed_before_goes_from_the_log_too)
{
  ADD (NOTE, "text=Ragnhild kommer senere", "volunteer=" NAME);
  done (f, stafet_use_remove (STAFET_KIND_NOTE, "Ragnhild kommer senere"));
  EDIT (VOLUNTEER, NAME, "phones=", "skills=", "mail=");
  EDIT (VOLUNTEER, NAME, "name=Ragnhild Nielsen");
  done (f, stafet_use_erase_volunteer ("Ragnhild Nielsen", "ragnhild nielsen"));
  assert_nowhere (f);
  g_assert_false (is_anywhere (f, "Nielsen"));
}

RULE (the_history_says_a_volunteer)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  done (f, stafet_use_assign ("Servering", WHO (NAME), TUESDAY + 14, FALSE, FALSE));
  erase (f);
  entries = stafet_store_read_history (f->store, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((StafetLogEntry *) entries->pdata[0])->label, ==, "En frivillig blev slettet");
  g_assert_nonnull (strstr (((StafetLogEntry *) entries->pdata[1])->label, "frivillig"));
}

RULE (others_of_her_first_name_stay)
{
  g_autoptr (GPtrArray) entries = NULL;

  ADD (VOLUNTEER, "name=Ragnhild Holm", "phones=13223344");
  done (f, stafet_use_assign ("Servering", WHO ("Ragnhild Holm"), TUESDAY + 14, FALSE, FALSE));
  erase (f);
  entries = stafet_store_read_history (f->store, 2, NULL);
  g_assert_nonnull (strstr (((StafetLogEntry *) entries->pdata[1])->label, "Ragnhild Holm"));
}

RULE (another_name_erases_nobody)
{
  PLAN_REFUSED (stafet_use_erase_volunteer (NAME, "Ragnhild"), STATE);
  PLAN_REFUSED (stafet_use_erase_volunteer (NAME, ""), STATE);
  PLAN_REFUSED (stafet_use_erase_volunteer ("Karen Findesikke", "Karen Findesikke"), UNKNOWN);
}

/* ——— What others wrote ——— */

RULE (texts_of_others_name_her_no_more_in_the_history)
{
  g_autofree char *history = NULL;

  EDIT (VOLUNTEER, "Bent Krag", "note=Kører med " NAME);
  EDIT (VOLUNTEER, "Bent Krag", "note=ragnhild  ØSTERLUNDs bil, ring +45 13 58 31 42");
  EDIT (VOLUNTEER, "Bent Krag", "note=skriv til Ragnhild@Example.org eller spørg Ragna");
  EDIT (VOLUNTEER, "Bent Krag", "note=Kører selv");
  ADD (NOTE, "text=" NAME " har nøglen");
  done (f, stafet_use_remove (STAFET_KIND_NOTE, NAME " har nøglen"));
  done (f, stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("note=Spørg " NAME), FALSE));
  done (f, stafet_use_edit_on ("Café", TUESDAY + 7, PAIRS ("note=Spørg Lis"), FALSE));
  EDIT (HOUSE, "Møllestien", "phone=13583142");
  EDIT (HOUSE, "Møllestien", "phone=86123456");
  erase (f);
  assert_nowhere (f);
  history = history_of (f);
  g_test_message ("%s", history);
  g_assert_nonnull (strstr (history, "Kører med en frivillig"));
  g_assert_nonnull (strstr (history, "En frivillig har nøglen"));
  g_assert_nonnull (strstr (history, "Kører selv"));
  assert_sound (f);
}

/* The one who stays is who the history tells of. */
RULE (others_of_her_name_stay)
{
  g_autofree char *history = NULL;

  ADD (VOLUNTEER, "name=" NAME " Holm", "note=" NAME " Holm kører");
  ADD (VOLUNTEER, "name=Ragna", "mail=ragnhild@example.org", "phones=13583142");
  EDIT (VOLUNTEER, "Bent Krag", "note=Spørg Ragna", "short_name=Ragnhildine");
  done (f, stafet_use_assign ("Servering", WHO (NAME " Holm"), TUESDAY + 14, FALSE, FALSE));
  erase (f);
  history = history_of (f);
  g_assert_nonnull (strstr (history, NAME " Holm kører"));
  g_assert_nonnull (strstr (history, NAME " Holm er sat på Servering"));
  g_assert_nonnull (strstr (history, "Spørg Ragna"));
  g_assert_nonnull (strstr (history, "13 58 31 42"));
  g_assert_nonnull (strstr (history, "ragnhild@example.org"));
}

RULE (a_namesakes_texts_stay)
{
  g_autofree char *history = NULL;
  const char *uid;

  ADD (VOLUNTEER, "name=Karin Holm");
  uid = f->created;
  ADD (VOLUNTEER, "name=Karin Holm");
  EDIT (VOLUNTEER, "Bent Krag", "note=Kører med Karin Holm");
  done (f, stafet_use_erase_volunteer (uid, "Karin Holm"));
  history = history_of (f);
  g_assert_nonnull (strstr (history, "Kører med Karin Holm"));
}

RULE (a_name_of_one_word_spoils_nobodys_history)
{
  g_autofree char *history = NULL;
  const char *uid;

  ADD (VOLUNTEER, "name=Rita Mose");
  done (f, stafet_use_assign ("Servering", WHO ("Rita Mose"), TUESDAY + 14, FALSE, FALSE));
  EDIT (VOLUNTEER, "Bent Krag", "note=Ritas nøgle");
  ADD (VOLUNTEER, "name=Rita");
  uid = f->created;
  done (f, stafet_use_assign ("Servering", WHO (uid), TUESDAY + 21, FALSE, FALSE));
  done (f, stafet_use_erase_volunteer (uid, "Rita"));
  history = history_of (f);
  g_test_message ("%s", history);
  g_assert_nonnull (strstr (history, "Rita Mose er sat på Servering"));
  g_assert_null (strstr (history, "frivillig Mose"));
  g_assert_nonnull (strstr (history, "Ritas nøgle"));
  g_assert_nonnull (strstr (history, "En frivillig er sat på Servering"));
  g_assert_null (strstr (history, "Rita er sat på Servering"));
}

/* ——— What stays ——— */

RULE (dates_that_are_over_keep_their_heads)
{
  done (f, stafet_use_assign_standing ("Servering", WHO (NAME), TUESDAY - 21, NONE, STAFET_PARITY_NONE, 1,
                                       FALSE));
  done (f, stafet_use_assign ("Servering", WHO ("Lis Bæk"), TUESDAY - 7, FALSE, FALSE));
  done (f, stafet_use_attend ("Servering", WHO (NAME), TUESDAY - 14, TRUE, 90));
  assert_staffed (f, "Café", TUESDAY - 7, "Lis Bæk promised 1, " NAME " standing 1");
  erase (f);
  assert_staffed (f, "Café", TUESDAY - 14, "Frivillig promised 1");
  assert_staffed (f, "Café", TUESDAY - 7, "Frivillig promised 1, Lis Bæk promised 1");
  assert_staffed (f, "Café", TUESDAY, "");
  assert_staffed (f, "Café", TUESDAY + 7, "");
  g_assert_cmpint (((StafetAttendance *) all (f, STAFET_KIND_ATTENDANCE)->pdata[0])->minutes, ==, 90);
}

RULE (a_place_that_ended_before_is_not_told_of)
{
  g_autoptr (StafetErasure) told = NULL;

  done (f, stafet_use_assign_standing ("Servering", WHO (NAME), TUESDAY - 21, TUESDAY - 10,
                                       STAFET_PARITY_NONE, 1, FALSE));
  told = stafet_erasure_try (f->plan, NAME, NULL);
  g_assert_cmpuint (told->standings, ==, 0);
  g_assert_cmpuint (told->kept, ==, 2);
  EDIT (VOLUNTEER, NAME, "companion=Lis Bæk");
  erase (f);
  assert_staffed (f, "Café", TUESDAY - 14, "Frivillig promised 1");
  assert_nowhere (f);
}

RULE (two_of_one_date_are_two)
{
  done (f, stafet_use_attend ("Servering", WHO (NAME), TUESDAY - 14, TRUE, 90));
  done (f, stafet_use_attend ("Servering", WHO ("Lis Bæk"), TUESDAY - 14, TRUE, 60));
  erase (f);
  done (f, stafet_use_erase_volunteer ("Lis Bæk", "Lis Bæk"));
  assert_staffed (f, "Café", TUESDAY - 14, "Frivillig promised 1, Frivillig 2 promised 1");
}

RULE (who_did_not_come_is_not_counted)
{
  done (f, stafet_use_assign ("Servering", WHO (NAME), TUESDAY - 14, FALSE, FALSE));
  done (f, stafet_use_attend ("Servering", WHO (NAME), TUESDAY - 14, FALSE, 0));
  done (f, stafet_use_assign ("Servering", WHO (NAME), TUESDAY - 7, TRUE, FALSE));
  erase (f);
  assert_staffed (f, "Café", TUESDAY - 14, "");
  assert_staffed (f, "Café", TUESDAY - 7, "");
}

RULE (what_is_older_than_the_plan_is_counted_too)
{
  g_autoptr (StafetPlan) later = NULL;
  g_autoptr (StafetOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  done (f, stafet_use_attend ("Servering", WHO (NAME), TUESDAY - 14, TRUE, 90));
  stafet_clock_set_now (f->clock, stafet_wall_new (TUESDAY + 1000, 480));
  later = stafet_plan_new (f->store, f->clock, &error);
  g_assert_no_error (error);
  outcome = stafet_plan_edit (later, stafet_use_erase_volunteer (NAME, NAME), &error);
  g_assert_no_error (error);
  g_clear_object (&f->plan);
  stafet_clock_set_now (f->clock, stafet_wall_new (TUESDAY, 480));
  f->plan = stafet_plan_new (f->store, f->clock, &error);
  assert_staffed (f, "Café", TUESDAY - 14, "Frivillig promised 1");
  assert_nowhere (f);
}

/* ——— For good ——— */

RULE (it_is_not_undone_and_nothing_brings_her_back)
{
  gint64 made = stafet_plan_get_head (f->plan), promised;

  done (f, stafet_use_assign ("Servering", WHO (NAME), TUESDAY + 14, FALSE, FALSE));
  promised = stafet_plan_get_head (f->plan);
  erase (f);
  refused (f, stafet_edit_undo_change (made, FALSE), STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
  g_assert_null (strstr (f->message, HER));
  refused (f, stafet_edit_undo_change (promised, FALSE), STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
  refused (f, stafet_edit_undo_change (promised + 1, FALSE), STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE);
  refused (f, stafet_edit_undo (), STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (all (f, STAFET_KIND_ASSIGNMENT)->len, ==, 0);
}

RULE (redo_does_not_bring_her_back)
{
  done (f, stafet_use_assign ("Servering", WHO (NAME), TUESDAY + 14, FALSE, FALSE));
  done (f, stafet_edit_undo ());
  erase (f);
  refused (f, stafet_edit_redo (), STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
  assert_nowhere (f);
}

static void
restore (Fixture *f, const char *backup)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stafet_restore (f->path, backup, f->clock, &error));
  g_assert_no_error (error);
  g_assert_true (stafet_plan_refresh (f->plan, NULL, &error));
  g_assert_no_error (error);
}

RULE (no_backup_brings_her_back)
{
  g_autofree char *backup = g_build_filename (f->folder, "før.db", NULL);
  guint volunteers = all (f, STAFET_KIND_VOLUNTEER)->len;
  g_autoptr (GError) error = NULL;

  done (f, stafet_use_attend ("Servering", WHO (NAME), TUESDAY - 14, TRUE, 90));
  g_assert_true (stafet_store_backup (f->store, backup, &error));
  erase (f);
  g_assert_true (holds (backup, HER));
  restore (f, backup);
  g_assert_cmpuint (all (f, STAFET_KIND_VOLUNTEER)->len, ==, volunteers - 1);
  assert_staffed (f, "Café", TUESDAY - 14, "Frivillig promised 1");
  assert_nowhere (f);
  assert_sound (f);
  unchanged (f, stafet_use_erase_again ());
}

RULE (nor_when_the_store_itself_is_lost)
{
  g_autofree char *backup = g_build_filename (f->folder, "før.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (stafet_store_backup (f->store, backup, &error));
  erase (f);
  g_clear_object (&f->plan);
  g_clear_object (&f->store);
  g_unlink (f->path);
  g_assert_true (stafet_restore (f->path, backup, f->clock, &error));
  g_assert_no_error (error);
  assert_nowhere (f);
  f->store = stafet_store_open (f->path, &error);
  f->plan = stafet_plan_new (f->store, f->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all (f, STAFET_KIND_VOLUNTEER)->len, ==, 3);
}

RULE (another_window_loads_anew)
{
  g_autoptr (StafetStore) store = stafet_store_open (f->path, NULL);
  g_autoptr (StafetPlan) other = stafet_plan_new (store, f->clock, NULL);
  g_autoptr (GError) error = NULL;

  ADD (VOLUNTEER, "name=Signe Fjord", "phones=13998877");
  done (f, stafet_use_assign ("Servering", WHO ("Signe Fjord"), TUESDAY + 14, FALSE, FALSE));
  done (f, stafet_use_erase_volunteer ("Signe Fjord", "Signe Fjord"));
  g_assert_true (stafet_plan_refresh (other, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (stafet_snapshot_all (stafet_plan_get_snapshot (other), STAFET_KIND_VOLUNTEER)->len, ==,
                    4);
  g_assert_cmpuint (stafet_snapshot_all (stafet_plan_get_snapshot (other), STAFET_KIND_ASSIGNMENT)->len, ==,
                    0);
}

RULE (old_backups_go)
{
  g_autofree char *folder = g_strconcat (f->path, ".backups", NULL);
  g_autofree char *step = g_build_filename (folder, "before-step-6.db", NULL);
  g_autofree char *old = g_build_filename (folder, "2026-11-24.db", NULL);
  g_autofree char *replaced = g_strconcat (f->path, ".before-restore", NULL);
  g_autoptr (GError) error = NULL;

  stafet_clock_set_now (f->clock, stafet_zone_to_wall (stafet_clock_get_zone (f->clock), time (NULL)));
  g_assert_true (stafet_store_backup_daily (f->store, TUESDAY, &error));
  g_assert_true (g_file_set_contents (step, "x", 1, NULL) && g_file_set_contents (replaced, "x", 1, NULL));
  erase (f);
  g_assert_true (stafet_store_backup_daily (f->store, stafet_clock_today (f->clock) + 30, &error));
  g_assert_true (g_file_test (step, G_FILE_TEST_EXISTS) && g_file_test (replaced, G_FILE_TEST_EXISTS));
  g_assert_true (stafet_store_backup_daily (f->store, stafet_clock_today (f->clock) + 43, &error));
  g_assert_false (g_file_test (step, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (replaced, G_FILE_TEST_EXISTS));
  if (TUESDAY <= stafet_clock_today (f->clock))
    g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
}

/* ——— In words ——— */

RULE (the_receipt_says_what_went_and_what_stays)
{
  g_autoptr (StafetErasure) told = NULL;
  g_autofree char *words = NULL, *receipt = NULL;
  g_autoptr (GError) error = NULL;

  done (f, stafet_use_assign_standing ("Servering", WHO (NAME), TUESDAY - 21, NONE, STAFET_PARITY_NONE, 1,
                                       FALSE));
  done (f, stafet_use_attend ("Servering", WHO (NAME), TUESDAY - 14, TRUE, 90));
  EDIT (ACTIVITY, "Café", "note=Spørg Ragnhild Østerlund om koppen");
  told = stafet_erasure_try (f->plan, NAME, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (told->standings, ==, 1);
  g_assert_cmpuint (told->kept, ==, 3);
  g_assert_cmpint (told->minutes, ==, 90);
  g_assert_cmpuint (told->mentions->len, ==, 1);
  words = stafet_erasure_words (told);
  receipt = stafet_erasure_receipt (told);
  g_test_message ("%s\n\n%s", words, receipt);
  g_assert_nonnull (strstr (words, "5. januar 2027"));
  g_assert_nonnull (strstr (words, "Café"));
  g_assert_null (strstr (receipt, HER));
}

/* The texts that name @name. (transfer full) */
static char *
mentions_of (Fixture *f, const char *name)
{
  g_autoptr (StafetErasure) told = stafet_erasure_try (f->plan, name, NULL);

  g_ptr_array_add (told->mentions, NULL);
  return g_strjoinv ("\n", (char **) told->mentions->pdata);
}

RULE (the_receipt_lists_texts_that_name_her_by_whole_words)
{
  g_autofree char *bo = NULL, *her = NULL, *kurt = NULL;

  ADD (VOLUNTEER, "name=Bo");
  ADD (VOLUNTEER, "name=Bodil Rosborg", "note=vil bo hos Bodil");
  EDIT (VOLUNTEER, "Bent Krag", "note=Spørg Bo");
  EDIT (VOLUNTEER, "Lis Bæk", "note=Ring 13 58 31 42", "phones=13583142");
  EDIT (VOLUNTEER, "Åse Kjær", "note=skriv til ragnhild@example.org", "mail=ragnhild@example.org");
  EDIT (HOUSE, "Møllestien", "phone=13402218");
  bo = mentions_of (f, "Bo");
  g_assert_cmpstr (bo, ==, "frivillig »Bent Krag«: Note");
  her = mentions_of (f, NAME);
  g_test_message ("%s", her);
  g_assert_nonnull (strstr (her, "»Lis Bæk«: Note"));
  g_assert_nonnull (strstr (her, "»Åse Kjær«: Note"));
  g_assert_nonnull (strstr (her, "Møllestien«: Telefon"));
  g_assert_null (strstr (her, "E-mail"));
  kurt = mentions_of (f, "Bodil Rosborg");
  g_assert_cmpstr (kurt, ==, "");
}

#undef TEST
#define TEST(name, func)                                                                                     \
  g_test_add ("/plan/erase-volunteer/" name, Fixture, NULL, set_up_her, func, tear_down)

int
main (int argc, char **argv)
{
  stafet_i18n_init (NULL);
  g_test_init (&argc, &argv, NULL);
  TEST ("nothing-of-her-is-left-in-the-files", nothing_of_her_is_left_in_the_files);
  TEST ("what-was-removed-before-goes-from-the-log-too", what_was_removed_before_goes_from_the_log_too);
  TEST ("the-history-says-a-volunteer", the_history_says_a_volunteer);
  TEST ("others-of-her-first-name-stay", others_of_her_first_name_stay);
  TEST ("another-name-erases-nobody", another_name_erases_nobody);
  TEST ("dates-that-are-over-keep-their-heads", dates_that_are_over_keep_their_heads);
  TEST ("a-place-that-ended-before-is-not-told-of", a_place_that_ended_before_is_not_told_of);
  TEST ("two-of-one-date-are-two", two_of_one_date_are_two);
  TEST ("who-did-not-come-is-not-counted", who_did_not_come_is_not_counted);
  TEST ("what-is-older-than-the-plan-is-counted-too", what_is_older_than_the_plan_is_counted_too);
  TEST ("it-is-not-undone-and-nothing-brings-her-back", it_is_not_undone_and_nothing_brings_her_back);
  TEST ("redo-does-not-bring-her-back", redo_does_not_bring_her_back);
  TEST ("no-backup-brings-her-back", no_backup_brings_her_back);
  TEST ("nor-when-the-store-itself-is-lost", nor_when_the_store_itself_is_lost);
  TEST ("another-window-loads-anew", another_window_loads_anew);
  TEST ("old-backups-go", old_backups_go);
  TEST ("the-receipt-says-what-went-and-what-stays", the_receipt_says_what_went_and_what_stays);
  TEST ("texts-of-others-name-her-no-more-in-the-history", texts_of_others_name_her_no_more_in_the_history);
  TEST ("others-of-her-name-stay", others_of_her_name_stay);
  TEST ("a-namesakes-texts-stay", a_namesakes_texts_stay);
  TEST ("a-name-of-one-word-spoils-nobodys-history", a_name_of_one_word_spoils_nobodys_history);
  TEST ("the-receipt-lists-texts-that-name-her-by-whole-words",
        the_receipt_lists_texts_that_name_her_by_whole_words);
  return g_test_run ();
}
