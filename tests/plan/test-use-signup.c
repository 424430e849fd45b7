/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds sign-ups to their rules: who gets a place, who waits, and who moves up.
 */
#include "schedule/stafet-signups.h"
#include "use-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define NEXT (TUESDAY + 7)
#define SIGN_UP(...) stafet_use_sign_up ("Fest", NEXT, PAIRS (__VA_ARGS__), FALSE)
#define FORCE(...) stafet_use_sign_up ("Fest", NEXT, PAIRS (__VA_ARGS__), TRUE)
#define SET(reference, ...) stafet_use_edit (STAFET_KIND_SIGNUP, reference, PAIRS (__VA_ARGS__))
#define N_EDITS 300

static void
set_up_party (Fixture *f, gconstpointer data)
{
  set_up (f, data);
  ADD (ACTIVITY, "title=Fest", "house=Møllestien", "start=2026-11-03T18:00", "end=2026-11-03T20:00",
       "rule=FREQ=WEEKLY;BYDAY=TU", "capacity=3", "meal=yes", "transport=yes", "signup_days=2");
}

/* "Inger 2, Poul 1 | Else 2": who has a place, and who waits. (transfer full) */
static char *
lists (Fixture *f, const char *title, StafetDate date)
{
  StafetRecord *activity = find (f, STAFET_KIND_ACTIVITY, title);
  g_autoptr (StafetAgenda) agenda = agenda_on (f, activity, date);
  g_auto (StafetSignups) signups = { NULL };
  GString *text = g_string_new (NULL);

  g_assert_nonnull (agenda);
  stafet_signups_find (stafet_plan_get_snapshot (f->plan), ENTRY (agenda)->activity, date, &signups);
  for (guint i = 0; i < signups.coming->len + signups.waiting->len; i++)
    {
      gboolean waits = i >= signups.coming->len;
      const StafetSignup *signup = waits ? g_ptr_array_index (signups.waiting, i - signups.coming->len)
                                         : g_ptr_array_index (signups.coming, i);

      g_string_append_printf (text, "%s%s %d", i == signups.coming->len ? " | " : (i > 0 ? ", " : ""),
                              signup->name, signup->heads);
    }
  return g_string_free (text, FALSE);
}

static void
assert_lists_of (Fixture *f, const char *title, StafetDate date, const char *expected)
{
  g_autofree char *text = lists (f, title, date);

  g_assert_cmpstr (text, ==, expected);
}

#define ASSERT_LISTS(expected) assert_lists_of (f, "Fest", NEXT, expected)

static gboolean
warned (Fixture *f, const char *what)
{
  for (guint i = 0; i < f->warnings->len; i++)
    if (strstr (g_ptr_array_index (f->warnings, i), what) != NULL)
      return TRUE;
  for (guint i = 0; i < f->warnings->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (f->warnings, i));
  return FALSE;
}

static StafetSignup *
signup_of (Fixture *f, const char *name)
{
  return find (f, STAFET_KIND_SIGNUP, name);
}

/* Inger and Poul fill the three places, Else and Jens wait. */
static void
fill_party (Fixture *f)
{
  done (f, SIGN_UP ("name=Inger", "heads=2", "phone=12345678"));
  done (f, SIGN_UP ("name=Poul", "phone=22345678"));
  done (f, SIGN_UP ("name=Else", "heads=2", "phone=32345678"));
  done (f, SIGN_UP ("name=Jens", "phone=42345678"));
  ASSERT_LISTS ("Inger 2, Poul 1 | Else 2, Jens 1");
}

/* ——— Signing up ——— */

RULE (who_comes_first_gets_a_place)
{
  UNDOABLE (SIGN_UP ("name=Inger", "heads=2", "phone=12 34 56 78"));
  g_assert_cmpuint (f->warnings->len, ==, 0);
  g_assert_cmpstr (signup_of (f, "inger")->phone, ==, "12345678");
  g_assert_cmpint (signup_of (f, "Inger")->position, ==, 1);
  UNDOABLE (SIGN_UP ("name=Poul"));
  ASSERT_LISTS ("Inger 2, Poul 1");
}

RULE (who_does_not_fit_waits_and_is_told)
{
  done (f, SIGN_UP ("name=Inger", "heads=2"));
  done (f, SIGN_UP ("name=Else", "heads=2"));
  g_assert_true (warned (f, "Else er nummer 1 på ventelisten"));
  /* One place is free, but not past her who waits. */
  done (f, SIGN_UP ("name=Jens"));
  g_assert_true (warned (f, "Jens er nummer 2 på ventelisten"));
  ASSERT_LISTS ("Inger 2 | Else 2, Jens 1");
}

RULE (anyway_gives_a_place_in_any_case)
{
  fill_party (f);
  done (f, FORCE ("name=Kaj", "heads=2"));
  g_assert_true (warned (f, "har 3 pladser, og nu er 5 tilmeldt"));
  ASSERT_LISTS ("Inger 2, Poul 1, Kaj 2 | Else 2, Jens 1");
}

RULE (the_same_name_and_phone_sign_up_once)
{
  done (f, SIGN_UP ("name=Inger", "phone=12345678"));
  PLAN_REFUSED (SIGN_UP ("name=INGER", "phone=+45 12345678"), TWICE);
  done (f, SIGN_UP ("name=Inger", "phone=22345678"));
  done (f, SIGN_UP ("name=Inger"));
  PLAN_REFUSED (SIGN_UP ("name=inger"), TWICE);
  PLAN_REFUSED (SET (f->created, "phone=22345678"), TWICE);
  done (f, stafet_use_sign_up ("Fest", TUESDAY, PAIRS ("name=Inger"), FALSE));
}

RULE (a_date_that_is_cancelled_or_is_none_takes_nobody)
{
  PLAN_REFUSED (stafet_use_sign_up ("Fest", TUESDAY + 1, PAIRS ("name=Inger"), FALSE), NO_DATE);
  done (f, stafet_use_cancel ("Fest", NEXT, NONE, "Kokken er syg"));
  PLAN_REFUSED (SIGN_UP ("name=Inger"), STATE);
  g_assert_nonnull (strstr (f->message, "Kokken er syg"));
  PLAN_REFUSED (FORCE ("name=Inger"), STATE);
}

RULE (after_the_last_day_there_is_a_warning)
{
  done (f, stafet_use_sign_up ("Fest", NEXT, PAIRS ("name=Inger"), FALSE));
  g_assert_cmpuint (f->warnings->len, ==, 0);
  done (f, stafet_use_sign_up ("Fest", TUESDAY, PAIRS ("name=Inger"), FALSE));
  g_assert_true (warned (f, "Sidste dag for tilmelding til »Fest« var søndag den 22. november."));
  done (f, stafet_use_sign_up ("Fest", TUESDAY - 7, PAIRS ("name=Inger"), FALSE));
  g_assert_true (warned (f, "allerede holdt"));
}

RULE (food_and_transport_are_asked_for_where_they_are)
{
  CORE_REFUSED (SIGN_UP ("name=Inger", "aid=yes"), REQUIRED);
  CORE_REFUSED (SIGN_UP ("name=Inger", "heads=0"), VALUE);
  CORE_REFUSED (SIGN_UP ("name=Inger", "note=010203-1234"), CPR);
  CORE_REFUSED (SIGN_UP ("name=Inger", "transport=Hos 010203-1234"), CPR);
  done (f, SIGN_UP ("name=Inger", "transport=Engen 2", "aid=yes", "meals=1", "take_home=1"));
  EDIT (ACTIVITY, "Fest", "meal=no");
  PLAN_REFUSED (SIGN_UP ("name=Poul", "take_home=1"), STATE);
  PLAN_REFUSED (SET ("Inger", "heads=2"), STATE);
  EDIT (ACTIVITY, "Fest", "meal=yes", "transport=no");
  PLAN_REFUSED (SIGN_UP ("name=Poul", "transport=Engen 2"), STATE);
  done (f, stafet_use_edit_on ("Fest", NEXT, PAIRS ("transport=yes"), FALSE));
  done (f, SIGN_UP ("name=Poul", "transport=Engen 2"));
}

RULE (a_plain_record_follows_the_same_rules)
{
  fill_party (f);
  ADD (SIGNUP, "activity=Fest", "date=2026-12-01", "name=Kaj");
  ASSERT_LISTS ("Inger 2, Poul 1 | Else 2, Jens 1, Kaj 1");
  UNDOABLE (stafet_use_remove (STAFET_KIND_SIGNUP, signup_of (f, "Inger")->parent.uid));
  ASSERT_LISTS ("Poul 1, Else 2 | Jens 1, Kaj 1");
}

/* ——— Moving up ——— */

RULE (who_waits_moves_up_in_order_and_is_to_be_called)
{
  fill_party (f);
  UNDOABLE (stafet_use_sign_off ("Inger"));
  ASSERT_LISTS ("Poul 1, Else 2 | Jens 1");
  done (f, stafet_edit_undo ());
  done (f, stafet_use_sign_off ("12 34 56 78"));
  g_assert_cmpuint (f->warnings->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (f->warnings, 0), ==,
                   "Ring til Else, 32 34 56 78: der er plads nu på »Fest« tirsdag den 1. december.");
  g_assert_cmpint (signup_of (f, "Jens")->position, ==, 4);
}

RULE (the_first_who_does_not_fit_lets_nobody_by)
{
  fill_party (f);
  done (f, stafet_use_sign_off ("Poul"));
  g_assert_cmpuint (f->warnings->len, ==, 0);
  ASSERT_LISTS ("Inger 2 | Else 2, Jens 1");
  done (f, stafet_use_sign_off ("Else"));
  g_assert_true (warned (f, "Ring til Jens"));
  ASSERT_LISTS ("Inger 2, Jens 1");
}

RULE (more_places_move_up_likewise)
{
  fill_party (f);
  UNDOABLE (stafet_use_edit (STAFET_KIND_ACTIVITY, "Fest", PAIRS ("capacity=5")));
  ASSERT_LISTS ("Inger 2, Poul 1, Else 2 | Jens 1");
  UNDOABLE (stafet_use_edit_on ("Fest", NEXT, PAIRS ("capacity=6"), FALSE));
  ASSERT_LISTS ("Inger 2, Poul 1, Else 2, Jens 1");
  done (f, stafet_use_edit_on ("Fest", NEXT, PAIRS ("capacity=2"), FALSE));
  g_assert_true (warned (f, "har 2 pladser, og 6 er tilmeldt"));
  ASSERT_LISTS ("Inger 2, Poul 1, Else 2, Jens 1");
}

RULE (fewer_heads_move_up_and_more_need_room)
{
  fill_party (f);
  PLAN_REFUSED (SET ("Poul", "heads=2"), FULL);
  g_assert_nonnull (strstr (f->message, "2 venter"));
  done (f, stafet_use_edit_anyway (STAFET_KIND_SIGNUP, "Poul", PAIRS ("heads=2")));
  UNDOABLE (SET ("Else", "heads=1"));
  ASSERT_LISTS ("Inger 2, Poul 2 | Else 1, Jens 1");
  UNDOABLE (SET ("Inger", "heads=1"));
  ASSERT_LISTS ("Inger 1, Poul 2 | Else 1, Jens 1");
  UNDOABLE (SET ("Poul", "heads=1"));
  ASSERT_LISTS ("Inger 1, Poul 1, Else 1 | Jens 1");
}

RULE (the_waiting_list_is_left_and_joined_by_hand)
{
  fill_party (f);
  PLAN_REFUSED (SET ("Jens", "waiting=no"), FULL);
  UNDOABLE (stafet_use_edit_anyway (STAFET_KIND_SIGNUP, "Jens", PAIRS ("waiting=no")));
  ASSERT_LISTS ("Inger 2, Poul 1, Jens 1 | Else 2");
  /* Behind those who wait already. */
  UNDOABLE (SET ("Inger", "waiting=yes"));
  ASSERT_LISTS ("Poul 1, Jens 1 | Else 2, Inger 2");
  UNDOABLE (SET ("Jens", "waiting=yes"));
  ASSERT_LISTS ("Poul 1, Else 2 | Inger 2, Jens 1");
}

RULE (a_cancelled_date_moves_nobody_until_it_is_held)
{
  fill_party (f);
  done (f, stafet_use_cancel ("Fest", NEXT, NONE, "Kokken er syg"));
  g_assert_true (warned (f, "4 er tilmeldt det, der er aflyst"));
  done (f, stafet_use_sign_off ("Inger"));
  ASSERT_LISTS ("Poul 1 | Else 2, Jens 1");
  UNDOABLE (stafet_use_restore_date ("Fest", NEXT));
  ASSERT_LISTS ("Poul 1, Else 2 | Jens 1");
}

RULE (nobody_moves_up_to_what_was)
{
  fill_party (f);
  stafet_clock_set_now (f->clock, stafet_wall_new (NEXT + 1, 480));
  done (f, stafet_use_sign_off ("Inger"));
  ASSERT_LISTS ("Poul 1 | Else 2, Jens 1");
}

RULE (a_sign_up_stays_on_its_date)
{
  fill_party (f);
  PLAN_REFUSED (SET ("Inger", "date=2026-12-08"), STATE);
  PLAN_REFUSED (SET ("Inger", "activity=Café"), STATE);
}

/* ——— Series that change ——— */

RULE (sign_ups_follow_their_date)
{
  fill_party (f);
  done (f, stafet_use_count ("Fest", NEXT, PAIRS ("meals=2")));
  UNDOABLE (
    stafet_use_edit (STAFET_KIND_ACTIVITY, "Fest", PAIRS ("start=2026-11-05T18:00", "end=2026-11-05T20:00")));
  assert_lists_of (f, "Fest", NEXT + 2, "Inger 2, Poul 1 | Else 2, Jens 1");
  g_assert_cmpint (((StafetTally *) all (f, STAFET_KIND_TALLY)->pdata[0])->date, ==, NEXT + 2);
  done (f, stafet_use_edit_on ("Fest", NEXT + 2, PAIRS ("start=2026-12-04T18:00", "end=2026-12-04T20:00"),
                               FALSE));
  assert_lists_of (f, "Fest", NEXT + 2, "Inger 2, Poul 1 | Else 2, Jens 1");
}

RULE (a_divided_series_takes_its_sign_ups_along_and_may_have_more_places)
{
  const char *made;

  fill_party (f);
  done (f, stafet_use_sign_up ("Fest", TUESDAY, PAIRS ("name=Før"), FALSE));
  UNDOABLE (stafet_use_edit_following ("Fest", NEXT, PAIRS ("title=Stor fest", "capacity=5"), FALSE));
  made = ((StafetRecord *) FIND (ACTIVITY, "Stor fest"))->uid;
  assert_lists_of (f, made, NEXT, "Inger 2, Poul 1, Else 2 | Jens 1");
  assert_lists_of (f, "Fest", TUESDAY, "Før 1");
}

RULE (a_date_that_goes_warns_of_its_sign_ups)
{
  fill_party (f);
  done (f, stafet_use_edit (STAFET_KIND_ACTIVITY, "Fest", PAIRS ("rule=FREQ=WEEKLY;INTERVAL=3;BYDAY=TU")));
  g_assert_true (warned (f, "en tilmelding"));
}

RULE (what_people_are_signed_up_for_is_not_removed)
{
  fill_party (f);
  PLAN_REFUSED (stafet_use_remove (STAFET_KIND_ACTIVITY, "Fest"), DEPENDENCY);
  g_assert_nonnull (strstr (f->message, "tilmelding: Inger"));
}

RULE (names_are_in_no_label_of_the_history)
{
  g_autoptr (GPtrArray) entries = NULL;

  fill_party (f);
  done (f, SET ("Inger", "note=Kommer sent"));
  done (f, stafet_use_sign_off ("Inger"));
  done (f, stafet_use_remove (STAFET_KIND_SIGNUP, "Poul"));
  entries = stafet_store_read_history (f->store, 7, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      const char *label = ((StafetLogEntry *) g_ptr_array_index (entries, i))->label;

      g_assert_null (strstr (label, "Inger"));
      g_assert_null (strstr (label, "Poul"));
    }
}

RULE (an_older_sign_off_comes_back_where_there_is_room)
{
  gint64 off;

  fill_party (f);
  off = edit (f, stafet_use_sign_off ("Poul"));
  done (f, FORCE ("name=Kaj"));
  PLAN_REFUSED (stafet_edit_undo_change (off, FALSE), FULL);
  done (f, stafet_edit_undo_change (off, TRUE));
  ASSERT_LISTS ("Inger 2, Poul 1, Kaj 1 | Else 2, Jens 1");
}

RULE (an_older_sign_up_that_is_taken_back_frees_its_place)
{
  gint64 up = edit (f, SIGN_UP ("name=Kaj", "heads=2"));

  done (f, SIGN_UP ("name=Else", "heads=2"));
  done (f, SIGN_UP ("name=Jens"));
  UNDOABLE (stafet_edit_undo_change (up, FALSE));
  ASSERT_LISTS ("Else 2, Jens 1");
}

RULE (a_sign_up_is_in_the_history_of_its_activity_and_house)
{
  const StafetHistoryQuery queries[] = {
    { .series = ((StafetRecord *) FIND (ACTIVITY, "Fest"))->uid, .limit = 1 },
    { .house = ((StafetRecord *) FIND (HOUSE, "Møllestien"))->uid, .limit = 1 },
  };

  done (f, SIGN_UP ("name=Inger"));
  done (f, stafet_use_sign_off ("Inger"));
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) entries = stafet_store_find_history (f->store, &queries[i], NULL);

      g_assert_cmpint (((StafetLogEntry *) g_ptr_array_index (entries, 0))->id, ==,
                       stafet_plan_get_head (f->plan));
    }
}

RULE (volunteers_of_the_same_name_are_still_found)
{
  g_autoptr (GError) error = NULL;

  done (f, SIGN_UP ("name=Lis Bæk"));
  g_assert_nonnull (stafet_reference_find_any (stafet_plan_get_snapshot (f->plan), "Lis Bæk", &error));
  done (f, stafet_use_sign_up ("Fest", NEXT + 7, PAIRS ("name=Lis Bæk"), FALSE));
  PLAN_REFUSED (stafet_use_sign_off ("Lis Bæk"), AMBIGUOUS);
  g_assert_nonnull (strstr (f->message, "tilmelding: Lis Bæk (Fest) tirsdag den 8. december"));
}

/* ——— Whatever is done ——— */

static StafetEdit *
random_edit (Fixture *f)
{
  const GPtrArray *signups = all (f, STAFET_KIND_SIGNUP);
  StafetSignup *any =
    signups->len > 0 ? g_ptr_array_index (signups, g_test_rand_int_range (0, (int) signups->len)) : NULL;
  g_autofree char *name = g_strdup_printf ("name=Gæst %d", g_test_rand_int_range (0, 1000000));
  g_autofree char *heads = g_strdup_printf ("heads=%d", g_test_rand_int_range (1, 4));
  g_autofree char *capacity = g_strdup_printf ("capacity=%d", g_test_rand_int_range (2, 14));

  switch (any != NULL ? g_test_rand_int_range (0, 8) : 0)
    {
    case 0:
    case 1:
    case 2:
    case 3:
      return SIGN_UP (name, heads);
    case 4:
    case 5:
      return stafet_use_sign_off (any->parent.uid);
    case 6:
      return SET (any->parent.uid, heads);
    default:
      return stafet_use_edit (STAFET_KIND_ACTIVITY, "Fest", PAIRS (capacity));
    }
}

/* Every uid with its position, and whether it waits: "uid/position/waiting". */
static GHashTable *
standing (Fixture *f)
{
  GHashTable *table = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < all (f, STAFET_KIND_SIGNUP)->len; i++)
    {
      StafetSignup *signup = g_ptr_array_index (all (f, STAFET_KIND_SIGNUP), i);

      g_hash_table_insert (table, (gpointer) signup->parent.uid,
                           GINT_TO_POINTER (signup->position * 2 + signup->waiting));
    }
  return table;
}

/* Nobody loses a place or changes hers in the order, and nobody who waited passed another who did. */
static void
assert_order_was_kept (Fixture *f, GHashTable *before)
{
  int last_in = 0, first_out = G_MAXINT;

  for (guint i = 0; i < all (f, STAFET_KIND_SIGNUP)->len; i++)
    {
      const StafetSignup *signup = g_ptr_array_index (all (f, STAFET_KIND_SIGNUP), i);
      int was = GPOINTER_TO_INT (g_hash_table_lookup (before, signup->parent.uid));

      if (was == 0)
        continue;
      g_assert_cmpint (signup->position, ==, was / 2);
      g_assert_true (was % 2 == 1 || !signup->waiting);
      if (was % 2 == 1 && !signup->waiting)
        last_in = MAX (last_in, signup->position);
      else if (signup->waiting)
        first_out = MIN (first_out, signup->position);
    }
  g_assert_cmpint (last_in, <, first_out);
}

/* Whoever is first in the waiting list does not fit, and nobody got in beyond the places there were. */
static void
assert_full_or_nobody_waits (Fixture *f, int signed_before)
{
  const StafetActivity *party = find (f, STAFET_KIND_ACTIVITY, "Fest");
  g_auto (StafetSignups) signups = { NULL };

  stafet_signups_find (stafet_plan_get_snapshot (f->plan), party, NEXT, &signups);
  g_assert_cmpuint (stafet_signups_moving_up (&signups), ==, 0);
  g_assert_true (signups.signed_up <= signups.capacity || signups.signed_up <= signed_before);
}

static int
signed_up (Fixture *f)
{
  const StafetActivity *party = find (f, STAFET_KIND_ACTIVITY, "Fest");
  g_auto (StafetSignups) signups = { NULL };

  stafet_signups_find (stafet_plan_get_snapshot (f->plan), party, NEXT, &signups);
  return signups.signed_up;
}

RULE (whatever_is_done_the_order_is_kept)
{
  for (int i = 0; i < N_EDITS; i++)
    {
      g_autoptr (GHashTable) before = standing (f);
      g_autofree char *image = image_of_plan (f);
      g_autoptr (GError) error = NULL;
      g_autoptr (StafetOutcome) outcome = NULL;
      int heads = signed_up (f);

      outcome = stafet_plan_edit (f->plan, random_edit (f), &error);
      if (outcome == NULL)
        {
          g_assert_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_FULL);
          continue;
        }
      assert_order_was_kept (f, before);
      assert_full_or_nobody_waits (f, heads);
      if (i % 10 == 0 && outcome->id > 0)
        assert_undoes_to (f, image);
    }
  assert_sound (f);
}

/* ——— What is counted ——— */

static const StafetTally *
only_tally (Fixture *f)
{
  g_assert_cmpuint (all (f, STAFET_KIND_TALLY)->len, ==, 1);
  return g_ptr_array_index (all (f, STAFET_KIND_TALLY), 0);
}

RULE (heads_are_counted_on_the_day_and_later)
{
  PLAN_REFUSED (stafet_use_head_count ("Fest", NEXT, 40, STAFET_METHOD_COUNTED), STATE);
  UNDOABLE (stafet_use_head_count ("Fest", TUESDAY, 40, STAFET_METHOD_ESTIMATED));
  g_assert_cmpint (only_tally (f)->heads, ==, 40);
  g_assert_cmpint (only_tally (f)->method, ==, STAFET_METHOD_ESTIMATED);
  UNDOABLE (stafet_use_head_count ("Fest", TUESDAY, 41, STAFET_METHOD_COUNTED));
  unchanged (f, stafet_use_head_count ("Fest", TUESDAY, 41, STAFET_METHOD_COUNTED));
  PLAN_REFUSED (stafet_use_add (STAFET_KIND_TALLY, PAIRS ("activity=Fest", "date=2026-11-24")), STATE);
  PLAN_REFUSED (stafet_use_add (STAFET_KIND_TALLY, PAIRS ("activity=Fest", "date=2026-11-25")), NO_DATE);
  UNDOABLE (stafet_use_head_count ("Fest", TUESDAY, STAFET_INTEGER_NONE, STAFET_METHOD_COUNTED));
  g_assert_cmpuint (all (f, STAFET_KIND_TALLY)->len, ==, 0);
}

RULE (the_kitchen_has_numbers_where_there_is_a_meal)
{
  UNDOABLE (stafet_use_kitchen ("Fest", NEXT, 6, 2));
  g_assert_cmpint (only_tally (f)->meals, ==, 6);
  UNDOABLE (stafet_use_kitchen ("Fest", NEXT, STAFET_INTEGER_NONE, STAFET_INTEGER_NONE));
  PLAN_REFUSED (stafet_use_kitchen ("Café", NEXT, 6, 0), STATE);
}

RULE (what_is_there_twice_is_found)
{
  g_autoptr (StafetRecord) tally = NULL, signup = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  done (f, stafet_use_kitchen ("Fest", NEXT, 6, 2));
  done (f, SIGN_UP ("name=Inger"));
  tally = stafet_record_new (STAFET_KIND_TALLY, "twice");
  ((StafetTally *) tally)->activity = only_tally (f)->activity;
  ((StafetTally *) tally)->date = NEXT;
  signup = stafet_record_new (STAFET_KIND_SIGNUP, "again");
  ((StafetSignup *) signup)->activity = only_tally (f)->activity;
  ((StafetSignup *) signup)->date = NEXT;
  stafet_record_take_text (signup, stafet_record_info_field (STAFET_RECORD_INFO (signup), "name"),
                           g_strdup ("INGER"));
  stafet_snapshot_put (stafet_plan_get_snapshot (f->plan), tally);
  stafet_snapshot_put (stafet_plan_get_snapshot (f->plan), signup);
  faults = stafet_plan_check (f->plan);
  g_assert_cmpuint (faults->len, ==, 3);
}

/* ——— What a date says ——— */

RULE (texts_differ_on_a_date)
{
  g_autoptr (StafetAgenda) agenda = NULL;

  EDIT (ACTIVITY, "Fest", "public_text=To retter", "volunteer_text=Kom kl. 16", "note=Nøglen er hos Bent");
  UNDOABLE (stafet_use_edit_on (
    "Fest", NEXT, PAIRS ("public_text=Julemad", "volunteer_text=Kom kl. 14", "note=Kokken er ny"), FALSE));
  agenda = agenda_on (f, FIND (ACTIVITY, "Fest"), NEXT);
  g_assert_cmpstr (ENTRY (agenda)->activity->public_text, ==, "Julemad");
  g_assert_cmpstr (ENTRY (agenda)->activity->volunteer_text, ==, "Kom kl. 14");
  g_assert_cmpstr (ENTRY (agenda)->activity->note, ==, "Kokken er ny");
  g_assert_cmpstr (((StafetActivity *) FIND (ACTIVITY, "Fest"))->volunteer_text, ==, "Kom kl. 16");
}

#define PARTY(path, func) g_test_add (path, Fixture, NULL, set_up_party, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (g_getenv ("STAFET_LOCALE_DIR"));
  PARTY ("/plan/use/signup/who-comes-first-gets-a-place", who_comes_first_gets_a_place);
  PARTY ("/plan/use/signup/who-does-not-fit-waits", who_does_not_fit_waits_and_is_told);
  PARTY ("/plan/use/signup/anyway-gives-a-place", anyway_gives_a_place_in_any_case);
  PARTY ("/plan/use/signup/the-same-person-once", the_same_name_and_phone_sign_up_once);
  PARTY ("/plan/use/signup/a-cancelled-date-takes-nobody", a_date_that_is_cancelled_or_is_none_takes_nobody);
  PARTY ("/plan/use/signup/after-the-last-day-warns", after_the_last_day_there_is_a_warning);
  PARTY ("/plan/use/signup/food-and-transport-where-they-are",
         food_and_transport_are_asked_for_where_they_are);
  PARTY ("/plan/use/signup/a-plain-record-follows-the-rules", a_plain_record_follows_the_same_rules);
  PARTY ("/plan/use/signup/who-waits-moves-up", who_waits_moves_up_in_order_and_is_to_be_called);
  PARTY ("/plan/use/signup/the-first-who-does-not-fit-lets-nobody-by",
         the_first_who_does_not_fit_lets_nobody_by);
  PARTY ("/plan/use/signup/more-places-move-up", more_places_move_up_likewise);
  PARTY ("/plan/use/signup/fewer-heads-move-up", fewer_heads_move_up_and_more_need_room);
  PARTY ("/plan/use/signup/the-waiting-list-by-hand", the_waiting_list_is_left_and_joined_by_hand);
  PARTY ("/plan/use/signup/a-cancelled-date-moves-nobody", a_cancelled_date_moves_nobody_until_it_is_held);
  PARTY ("/plan/use/signup/nobody-moves-up-to-what-was", nobody_moves_up_to_what_was);
  PARTY ("/plan/use/signup/stays-on-its-date", a_sign_up_stays_on_its_date);
  PARTY ("/plan/use/signup/follows-its-date", sign_ups_follow_their_date);
  PARTY ("/plan/use/signup/a-divided-series-takes-them-along",
         a_divided_series_takes_its_sign_ups_along_and_may_have_more_places);
  PARTY ("/plan/use/signup/a-date-that-goes-warns", a_date_that_goes_warns_of_its_sign_ups);
  PARTY ("/plan/use/signup/their-activity-is-not-removed", what_people_are_signed_up_for_is_not_removed);
  PARTY ("/plan/use/signup/names-are-in-no-label", names_are_in_no_label_of_the_history);
  PARTY ("/plan/use/signup/an-older-sign-off-needs-room", an_older_sign_off_comes_back_where_there_is_room);
  PARTY ("/plan/use/signup/an-older-one-taken-back-frees-its-place",
         an_older_sign_up_that_is_taken_back_frees_its_place);
  PARTY ("/plan/use/signup/is-in-the-history-of-its-activity",
         a_sign_up_is_in_the_history_of_its_activity_and_house);
  PARTY ("/plan/use/signup/volunteers-are-still-found", volunteers_of_the_same_name_are_still_found);
  PARTY ("/plan/use/signup/the-order-is-kept", whatever_is_done_the_order_is_kept);
  PARTY ("/plan/use/tally/heads-on-the-day-and-later", heads_are_counted_on_the_day_and_later);
  PARTY ("/plan/use/tally/the-kitchen-where-there-is-a-meal", the_kitchen_has_numbers_where_there_is_a_meal);
  PARTY ("/plan/use/tally/twice-is-found", what_is_there_twice_is_found);
  PARTY ("/plan/use/dates/texts-differ-on-a-date", texts_differ_on_a_date);
  return g_test_run ();
}
