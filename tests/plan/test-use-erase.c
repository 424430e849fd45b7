/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the erasure of sign-ups: when it is due, what stays, and that not a byte of a person is left in the
 * store's files.
 */
#include "plan/stafet-history-words.h"
#include "plan/stafet-restore.h"
#include "schedule/stafet-signups.h"
#include "use-fixture.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define NEXT (TUESDAY + 7)
#define MANY 400

static void
set_up_party (Fixture *f, gconstpointer data)
{
  set_up (f, data);
  ADD (ACTIVITY, "title=Fest", "house=Møllestien", "start=2026-11-03T18:00", "end=2026-11-03T20:00",
       "rule=FREQ=WEEKLY;BYDAY=TU", "capacity=3", "meal=yes", "transport=yes");
}

static void
sign_up (Fixture *f, const char *name, const char *phone, const char *more)
{
  g_autofree char *name_pair = g_strconcat ("name=", name, NULL);
  g_autofree char *phone_pair = g_strconcat ("phone=", phone, NULL);

  done (f, stafet_use_sign_up ("Fest", NEXT, PAIRS (name_pair, phone_pair, more), FALSE));
}

static void
go_to (Fixture *f, StafetDate date)
{
  stafet_clock_set_now (f->clock, stafet_wall_new (date, 480));
}

static guint
n_signups (Fixture *f)
{
  return all (f, STAFET_KIND_SIGNUP)->len;
}

/* ——— The files ——— */

/* Whether any byte sequence @text is in the file, whatever the case of letters. */
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
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);

  return holds (f->path, text) || holds (wal, text);
}

/* ——— When ——— */

RULE (sign_ups_are_erased_so_many_days_after_their_date)
{
  sign_up (f, "Inger Skovlund", "12345678", "heads=2");
  unchanged (f, stafet_use_erase_signups ());
  go_to (f, NEXT + 29);
  unchanged (f, stafet_use_erase_signups ());
  go_to (f, NEXT + 30);
  done (f, stafet_use_erase_signups ());
  g_assert_cmpuint (n_signups (f), ==, 0);
  unchanged (f, stafet_use_erase_signups ());
  assert_sound (f);
}

RULE (no_days_are_the_day_after)
{
  sign_up (f, "Inger Skovlund", "12345678", "heads=2");
  EDIT (SETTINGS, "settings", "signup_days_kept=0");
  go_to (f, NEXT);
  unchanged (f, stafet_use_erase_signups ());
  go_to (f, NEXT + 1);
  done (f, stafet_use_erase_signups ());
}

RULE (a_moved_date_is_over_when_it_is_held)
{
  sign_up (f, "Inger Skovlund", "12345678", "heads=2");
  done (f,
        stafet_use_edit_on ("Fest", NEXT, PAIRS ("start=2026-12-04T22:00", "end=2026-12-05T02:00"), FALSE));
  EDIT (SETTINGS, "settings", "signup_days_kept=0");
  go_to (f, NEXT + 4);
  unchanged (f, stafet_use_erase_signups ());
  go_to (f, NEXT + 5);
  done (f, stafet_use_erase_signups ());
}

RULE (what_is_older_than_the_plan_is_erased_too)
{
  g_autoptr (StafetPlan) later = NULL;
  g_autoptr (StafetOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  sign_up (f, "Inger Skovlund", "12345678", "heads=2");
  done (f, stafet_use_count ("Fest", NEXT, PAIRS ("meals=4")));
  go_to (f, NEXT + 1000);
  later = stafet_plan_new (f->store, f->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stafet_snapshot_all (stafet_plan_get_snapshot (later), STAFET_KIND_SIGNUP)->len, ==, 0);
  outcome = stafet_plan_edit (later, stafet_use_erase_signups (), &error);
  g_assert_no_error (error);
  g_assert_cmpint (outcome->id, >, 0);
  g_assert_false (is_anywhere (f, "Skovlund"));
}

/* A backup is older than the erasure. */
RULE (a_restored_backup_brings_nobody_back)
{
  g_autofree char *path = g_build_filename (f->folder, "backup.db", NULL);
  g_autofree char *kept = g_strconcat (f->path, ".before-restore", NULL);
  g_autoptr (GError) error = NULL;

  sign_up (f, "Inger Skovlund", "12345678", "heads=2");
  g_assert_true (stafet_store_backup (f->store, path, &error));
  go_to (f, NEXT + 30);
  done (f, stafet_use_erase_signups ());
  g_assert_true (stafet_restore (f->path, path, f->clock, &error));
  g_assert_no_error (error);
  g_assert_true (stafet_plan_refresh (f->plan, NULL, &error));
  g_assert_cmpuint (n_signups (f), ==, 0);
  g_assert_false (is_anywhere (f, "Skovlund"));
  g_assert_false (holds (kept, "Skovlund"));
}

/* ——— What stays ——— */

static const StafetTally *
only_tally (Fixture *f)
{
  g_assert_cmpuint (all (f, STAFET_KIND_TALLY)->len, ==, 1);
  return g_ptr_array_index (all (f, STAFET_KIND_TALLY), 0);
}

static void
sums_of (Fixture *f, int *heads, int *meals, int *take_home)
{
  g_autoptr (StafetAgenda) agenda = agenda_on (f, FIND (ACTIVITY, "Fest"), NEXT);
  g_auto (StafetSignups) signups = { NULL };

  stafet_signups_find (stafet_plan_get_snapshot (f->plan), ENTRY (agenda)->activity, NEXT, &signups);
  *heads = signups.signed_up;
  *meals = signups.meals;
  *take_home = signups.take_home;
}

RULE (the_sums_stay)
{
  int before[3], after[3];

  sign_up (f, "Inger Skovlund", "12345678", "heads=2");
  sign_up (f, "Poul Gade", "22345678", "take_home=2");
  sign_up (f, "Else Hede", "32345678", "heads=3");
  done (f, stafet_use_kitchen ("Fest", NEXT, 6, 1));
  sums_of (f, &before[0], &before[1], &before[2]);
  go_to (f, NEXT + 40);
  done (f, stafet_use_erase_signups ());
  sums_of (f, &after[0], &after[1], &after[2]);
  g_assert_cmpint (only_tally (f)->signed_up, ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    g_assert_cmpint (after[i], ==, before[i]);
  /* One who was written down afterwards comes on top. */
  sign_up (f, "Jens Holt", "42345678", "heads=4");
  done (f, stafet_use_erase_signups ());
  g_assert_cmpint (only_tally (f)->signed_up, ==, 3);
  done (f, stafet_use_sign_up ("Fest", NEXT, PAIRS ("name=Kaj Holt", "heads=4"), TRUE));
  done (f, stafet_use_erase_signups ());
  g_assert_cmpint (only_tally (f)->signed_up, ==, 7);
  assert_sound (f);
}

/* ——— What does not ——— */

RULE (not_a_byte_of_a_person_is_left)
{
  static const char *const secrets[] = { "Skovlund", "12345678", "Grusgraven", "allergisk", "Vinther",
                                         "Hede",     "32345678", "Gade",       "22345678" };

  sign_up (f, "Inger Skovlund", "12345678", "transport=Grusgraven 4");
  done (f, stafet_use_edit (STAFET_KIND_SIGNUP, "12345678", PAIRS ("aid=yes", "note=allergisk")));
  done (f, stafet_use_edit (STAFET_KIND_SIGNUP, "12345678", PAIRS ("name=Inger Vinther", "note=")));
  sign_up (f, "Poul Gade", "22345678", "heads=2");
  done (f, stafet_use_sign_off ("Poul Gade"));
  sign_up (f, "Else Hede", "32345678", "heads=2");
  done (f, stafet_edit_undo ());
  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_true (is_anywhere (f, secrets[i]));
  go_to (f, NEXT + 30);
  done (f, stafet_use_erase_signups ());
  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    if (is_anywhere (f, secrets[i]))
      g_error ("%s is still there", secrets[i]);
}

/* Nobody is left who has a row, but the log knows of them. */
RULE (who_signed_off_is_forgotten_too)
{
  gint64 head;

  sign_up (f, "Poul Gade", "22345678", "heads=2");
  done (f, stafet_use_sign_off ("Poul Gade"));
  head = stafet_plan_get_head (f->plan);
  go_to (f, NEXT + 30);
  edit (f, stafet_use_erase_signups ());
  g_assert_cmpint (stafet_plan_get_head (f->plan), ==, head);
  g_assert_false (is_anywhere (f, "Gade"));
  unchanged (f, stafet_use_erase_signups ());
  g_assert_cmpuint (all (f, STAFET_KIND_TALLY)->len, ==, 0);
}

/* Enough of them that pages of the file are divided and joined. */
RULE (not_a_byte_of_many_people_is_left)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new ();

  EDIT (ACTIVITY, "Fest", "capacity=");
  for (int i = 0; i < MANY; i++)
    {
      g_autofree char *name =
        g_strdup_printf ("name=Hemmelig%.*s %d", g_test_rand_int_range (0, 60),
                         "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefgh", i);
      g_autofree char *phone = g_strdup_printf ("phone=555%05d", i);

      g_ptr_array_add (edits, stafet_use_sign_up ("Fest", NEXT + 7 * (i % 3), PAIRS (name, phone), FALSE));
    }
  done (f, stafet_use_several ("Mange", g_steal_pointer (&edits)));
  for (int i = 0; i < MANY / 3; i++)
    {
      guint at = (guint) g_test_rand_int_range (0, (int) n_signups (f));
      StafetRecord *any = g_ptr_array_index (all (f, STAFET_KIND_SIGNUP), at);

      edit (f, g_test_rand_bit ()
                 ? stafet_use_sign_off (any->uid)
                 : stafet_use_edit (STAFET_KIND_SIGNUP, any->uid,
                                    PAIRS (g_test_rand_bit () ? "note=Hemmelig note" : "heads=3",
                                           "transport=Hemmelig vej 3")));
    }
  g_assert_true (is_anywhere (f, "Hemmelig"));
  for (int weeks = 0; weeks < 3; weeks++)
    {
      go_to (f, NEXT + 30 + 7 * weeks);
      done (f, stafet_use_erase_signups ());
    }
  g_assert_false (is_anywhere (f, "Hemmelig"));
  g_assert_false (is_anywhere (f, "5550"));
}

/* ——— For good ——— */

RULE (erasure_is_not_undone_nor_what_was_before)
{
  gint64 signed_up, changed, off;

  sign_up (f, "Inger Skovlund", "12345678", "heads=2");
  signed_up = stafet_plan_get_head (f->plan);
  changed = edit (f, stafet_use_edit (STAFET_KIND_SIGNUP, "12345678", PAIRS ("name=Inger Vinther")));
  sign_up (f, "Poul Gade", "22345678", "heads=1");
  off = edit (f, stafet_use_sign_off ("Poul Gade"));
  go_to (f, NEXT + 30);
  done (f, stafet_use_erase_signups ());
  for (gint64 id = signed_up; id <= off; id++)
    {
      refused (f, stafet_edit_undo_change (id, TRUE), STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
      g_assert_nonnull (strstr (f->message, "personoplysninger"));
    }
  g_assert_cmpint (changed, >, signed_up);
  refused (f, stafet_edit_undo (), STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (f->message, "personoplysninger"));
  PLAN_REFUSED (stafet_edit_undo_change (off + 1, TRUE), STATE);
}

RULE (nobody_comes_back_by_redo)
{
  sign_up (f, "Inger Skovlund", "12345678", "heads=2");
  done (f, stafet_edit_undo ());
  go_to (f, NEXT + 30);
  edit (f, stafet_use_erase_signups ());
  refused (f, stafet_edit_redo (), STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (n_signups (f), ==, 0);
}

RULE (the_history_says_that_it_is_no_longer_kept)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  sign_up (f, "Inger Skovlund", "12345678", "heads=2");
  done (f, stafet_use_edit (STAFET_KIND_SIGNUP, "12345678", PAIRS ("note=sent")));
  go_to (f, NEXT + 30);
  done (f, stafet_use_erase_signups ());
  entries = stafet_store_read_history (f->store, 3, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (GPtrArray) lines =
        stafet_history_words_lines (stafet_plan_get_snapshot (f->plan), stafet_clock_get_zone (f->clock),
                                    NULL, g_ptr_array_index (entries, i));

      for (guint j = 0; j < lines->len; j++)
        g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (lines, j));
    }
  g_assert_null (strstr (text->str, "Inger"));
  g_assert_nonnull (strstr (text->str, "Navn: gemmes ikke længere"));
  g_assert_nonnull (strstr (text->str, "Note: blev ændret; hvad der stod, gemmes ikke længere"));
  g_assert_nonnull (strstr (text->str, "Personer: 2"));
}

/* One has seen the sign-ups, the other reads of them only when they are blanked. */
RULE (other_machines_follow)
{
  g_autoptr (StafetStore) store = stafet_store_open (f->path, NULL);
  g_autoptr (StafetPlan) before = stafet_plan_new (store, f->clock, NULL), with = NULL;
  StafetPlan *plans[2];
  g_autoptr (GError) error = NULL;

  done (
    f, stafet_use_sign_up ("Fest", NEXT, PAIRS ("name=Inger Skovlund", "transport=Engen", "aid=yes"), FALSE));
  with = stafet_plan_new (store, f->clock, NULL);
  done (f, stafet_use_edit (STAFET_KIND_SIGNUP, "Inger Skovlund", PAIRS ("aid=no")));
  go_to (f, NEXT + 30);
  done (f, stafet_use_erase_signups ());
  plans[0] = before;
  plans[1] = with;
  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      StafetSnapshot *snapshot;

      stafet_plan_refresh (plans[i], NULL, &error);
      g_assert_no_error (error);
      snapshot = stafet_plan_get_snapshot (plans[i]);
      g_assert_cmpint (stafet_plan_get_head (plans[i]), ==, stafet_plan_get_head (f->plan));
      g_assert_cmpuint (stafet_snapshot_all (snapshot, STAFET_KIND_SIGNUP)->len, ==, 0);
      g_assert_cmpuint (stafet_snapshot_all (snapshot, STAFET_KIND_TALLY)->len, ==, 1);
    }
}

/* ——— Whole or not at all ——— */

static void
erase_in_a_process (Fixture *f, gulong microseconds)
{
  pid_t child = fork ();

  if (child == 0)
    {
      g_autoptr (StafetStore) store = stafet_store_open (f->path, NULL);
      g_autoptr (StafetPlan) plan = store != NULL ? stafet_plan_new (store, f->clock, NULL) : NULL;

      if (plan != NULL)
        stafet_plan_edit (plan, stafet_use_erase_signups (), NULL);
      _exit (0);
    }
  g_usleep (microseconds);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
}

/* Whether the sign-ups are there with all that the log says of them, or are gone without a trace. */
static gboolean
are_there (Fixture *f, guint n)
{
  g_autoptr (StafetStore) store = NULL;
  g_autoptr (StafetPlan) plan = NULL;
  StafetSnapshot *snapshot;
  guint left;

  store = stafet_store_open (f->path, NULL);
  plan = stafet_plan_new (store, f->clock, NULL);
  snapshot = stafet_plan_get_snapshot (plan);
  left = stafet_snapshot_all (snapshot, STAFET_KIND_SIGNUP)->len;
  g_assert_true (left == 0 || left == n);
  g_assert_cmpuint (stafet_snapshot_all (snapshot, STAFET_KIND_TALLY)->len, ==, left == 0 ? 1 : 0);
  if (left == 0)
    {
      const GPtrArray *tallies = stafet_snapshot_all (snapshot, STAFET_KIND_TALLY);

      g_assert_cmpint (((StafetTally *) g_ptr_array_index (tallies, 0))->signed_up, ==, (int) n);
    }
  return left > 0;
}

RULE (a_killed_erasure_is_whole_or_none)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new ();

  EDIT (ACTIVITY, "Fest", "capacity=");
  for (guint i = 0; i < MANY / 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("name=Hemmelig %u", i);

      g_ptr_array_add (edits, stafet_use_sign_up ("Fest", NEXT, PAIRS (name), FALSE));
    }
  done (f, stafet_use_several ("Mange", g_steal_pointer (&edits)));
  go_to (f, NEXT + 30);
  for (gulong microseconds = 0; are_there (f, MANY / 4); microseconds += 500)
    erase_in_a_process (f, microseconds);
  /* Killed behind the commit, it is only the write-ahead log that was not cut off yet. */
  g_clear_object (&f->plan);
  g_clear_object (&f->store);
  g_assert_false (is_anywhere (f, "Hemmelig"));
}

#define PARTY(path, func) g_test_add (path, Fixture, NULL, set_up_party, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (g_getenv ("STAFET_LOCALE_DIR"));
  PARTY ("/plan/use/erase/so-many-days-after-their-date", sign_ups_are_erased_so_many_days_after_their_date);
  PARTY ("/plan/use/erase/no-days-are-the-day-after", no_days_are_the_day_after);
  PARTY ("/plan/use/erase/a-moved-date-when-it-is-held", a_moved_date_is_over_when_it_is_held);
  PARTY ("/plan/use/erase/older-than-the-plan", what_is_older_than_the_plan_is_erased_too);
  PARTY ("/plan/use/erase/not-undone-by-a-backup", a_restored_backup_brings_nobody_back);
  PARTY ("/plan/use/erase/the-sums-stay", the_sums_stay);
  PARTY ("/plan/use/erase/not-a-byte-is-left", not_a_byte_of_a_person_is_left);
  PARTY ("/plan/use/erase/not-a-byte-of-many-is-left", not_a_byte_of_many_people_is_left);
  PARTY ("/plan/use/erase/who-signed-off-is-forgotten", who_signed_off_is_forgotten_too);
  PARTY ("/plan/use/erase/is-not-undone", erasure_is_not_undone_nor_what_was_before);
  PARTY ("/plan/use/erase/nobody-comes-back-by-redo", nobody_comes_back_by_redo);
  PARTY ("/plan/use/erase/the-history-says-so", the_history_says_that_it_is_no_longer_kept);
  PARTY ("/plan/use/erase/other-machines-follow", other_machines_follow);
  PARTY ("/plan/use/erase/killed-it-is-whole-or-none", a_killed_erasure_is_whole_or_none);
  return g_test_run ();
}
