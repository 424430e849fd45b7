/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the list of whom to ring: who is on it, in which order, on which phone, and about what.
 */
#include "schedule/stafet-call-list.h"
#include "snapshot-fixture.h"

#include <string.h>

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define MORNING (stafet_wall_new (TUESDAY, 480))

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_AREA, "west", "name", "Vest", NULL);
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", "area", "west", NULL);
  put (f, STAFET_KIND_ROOM, "hall", "name", "Salen", "house", "mill", NULL);
  put (f, STAFET_KIND_HOUSE, "wood", "name", "Skovvang", "kind", "nursing", "phone", "86100000", NULL);
  put (f, STAFET_KIND_WARD, "b1", "name", "B.1", "house", "wood", "phone", "86100001", NULL);
  put (f, STAFET_KIND_WARD, "b2", "name", "B.2", "house", "wood", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", "call_when", "efter kl. 16", NULL);
  put (f, STAFET_KIND_PHONE, "p1", "volunteer", "lis", "number", "13583142", "position", "0", NULL);
  put (f, STAFET_KIND_PHONE, "p2", "volunteer", "lis", "number", "13402218", "position", "1", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "bent", "name", "Bent Krag", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "aase", "name", "Åse Kjær", NULL);
  put (f, STAFET_KIND_ORGANISER, "choir", "name", "Sangvennerne", "kind", "association", "phone", "20304050",
       NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "mill", "room", "hall", "start",
       "2026-11-03T10:00", "end", "2026-11-03T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "3", "activity", "cafe", NULL);
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", NULL);
  put (f, STAFET_KIND_ACTIVITY, "song", "title", "Sang", "house", "mill", "ward", "b1", "start",
       "2026-11-04T14:00", "end", "2026-11-04T15:00", "rule", "FREQ=WEEKLY;BYDAY=WE", "organiser", "choir",
       NULL);
  put (f, STAFET_KIND_SHIFT, "sing", "role", "Sanger", "wanted", "2", "activity", "song", NULL);
  put (f, STAFET_KIND_STANDING, "s2", "shift", "sing", "volunteer", "lis", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

/* "B.1 86100001 1; Lis Bæk 13583142 2; …": name, first phone, number of dates. (transfer full) */
static char *
told (const StafetCallList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->lines->len; i++)
    {
      const StafetCallLine *callee = g_ptr_array_index (list->lines, i);

      g_string_append_printf (text, "%s%s %s %u", i > 0 ? "; " : "", callee->name,
                              callee->phones->len > 0 ? (char *) g_ptr_array_index (callee->phones, 0) : "-",
                              callee->entries->len);
    }
  return g_string_free (text, FALSE);
}

static void
assert_told (StafetCallList *list, const char *expected)
{
  g_autoptr (StafetCallList) owned = list;
  g_autofree char *text = told (owned);

  g_assert_cmpstr (text, ==, expected);
}

static StafetCallList *
closed (Fixture *f, const char *what, const char *uid, const char *from, const char *to)
{
  StafetClosure *closure =
    put (f, STAFET_KIND_CLOSURE, "c", "from", from, "to", to, "text", "Lukket", what, uid, NULL);

  return stafet_call_list_new_closure (f->snapshot, closure, MORNING);
}

static StafetCallList *
on (Fixture *f, const char *series, StafetDate date)
{
  return stafet_call_list_new_date (f->snapshot, STAFET_KIND_ACTIVITY, stafet_uid_intern (series), date);
}

RULE (a_closed_house_rings_everybody_once)
{
  put (f, STAFET_KIND_ASSIGNMENT, "a1", "shift", "serve", "date", "2026-12-01", "volunteer", "bent", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "a2", "shift", "serve", "date", "2026-12-08", "volunteer", "bent", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "a3", "shift", "serve", "date", "2026-11-24", "guest", "Bo", NULL);
  assert_told (closed (f, "house", "mill", "2026-11-24", "2026-12-08"),
               "Lis Bæk 13583142 3; Bent Krag - 2; Bo - 1");
}

RULE (a_ward_comes_first_then_people_then_organisers_then_contacts)
{
  put (f, STAFET_KIND_CONTACT, "nurse", "name", "Rikke", "role", "Sygeplejerske", "phone", "86100009",
       "house", "wood", NULL);
  put (f, STAFET_KIND_ACTIVITY, "song", "received_by", "nurse", NULL);
  assert_told (closed (f, "ward", "b1", "2026-11-25", "2026-11-25"),
               "B.1 86100001 1; Lis Bæk 13583142 1; Sangvennerne 20304050 1; Rikke 86100009 1");
}

RULE (a_ward_without_a_phone_is_rung_through_its_contact_or_house)
{
  g_autoptr (StafetCallList) list = NULL;

  put (f, STAFET_KIND_ACTIVITY, "song", "ward", "b2", "organiser", "", NULL);
  assert_told (on (f, "song", TUESDAY + 1), "B.2 86100000 1; Lis Bæk 13583142 1");
  put (f, STAFET_KIND_CONTACT, "nurse", "name", "Rikke", "role", "Sygeplejerske", "phone", "86100009", "ward",
       "b2", NULL);
  put (f, STAFET_KIND_ACTIVITY, "song", "received_by", "nurse", NULL);
  list = on (f, "song", TUESDAY + 1);
  assert_told (on (f, "song", TUESDAY + 1), "B.2 86100009 1; Lis Bæk 13583142 1");
  g_assert_cmpstr (((StafetCallLine *) g_ptr_array_index (list->lines, 0))->through->uid, ==, "nurse");
}

RULE (each_ward_on_the_way_is_rung)
{
  put (f, STAFET_KIND_ACTIVITY, "song", "ward", "", "organiser", "", NULL);
  put (f, STAFET_KIND_STOP, "t1", "activity", "song", "ward", "b2", "from_minute", "0", "to_minute", "30",
       NULL);
  put (f, STAFET_KIND_STOP, "t2", "activity", "song", "ward", "b1", "from_minute", "30", "to_minute", "60",
       NULL);
  assert_told (on (f, "song", TUESDAY + 1), "B.1 86100001 1; B.2 86100000 1; Lis Bæk 13583142 1");
}

RULE (who_is_away_is_not_rung_and_who_is_asked_is)
{
  g_autoptr (StafetCallList) list = NULL;

  put (f, STAFET_KIND_ASSIGNMENT, "a1", "shift", "serve", "date", "2026-11-24", "volunteer", "lis", "state",
       "declined", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "a2", "shift", "serve", "date", "2026-11-24", "volunteer", "bent", "state",
       "asked", NULL);
  list = on (f, "cafe", TUESDAY);
  assert_told (on (f, "cafe", TUESDAY), "Bent Krag - 1");
  g_assert_true (((StafetCallLine *) g_ptr_array_index (list->lines, 0))->only_asked);
}

RULE (the_lead_is_rung_though_she_has_no_shift)
{
  put (f, STAFET_KIND_ACTIVITY, "cafe", "lead", "aase", NULL);
  assert_told (on (f, "cafe", TUESDAY), "Lis Bæk 13583142 1; Åse Kjær - 1");
  put (f, STAFET_KIND_ABSENCE, "ab", "volunteer", "aase", "from", "2026-11-20", "to", "2026-11-30", NULL);
  assert_told (on (f, "cafe", TUESDAY), "Lis Bæk 13583142 1");
  put (f, STAFET_KIND_ACTIVITY, "cafe", "lead", "lis", NULL);
  assert_told (on (f, "cafe", TUESDAY), "Lis Bæk 13583142 1");
}

RULE (who_signed_up_is_rung_also_from_the_waiting_list)
{
  put (f, STAFET_KIND_SIGNUP, "u1", "activity", "cafe", "date", "2026-11-24", "name", "Inge Vind", "phone",
       "20203040", "heads", "2", NULL);
  put (f, STAFET_KIND_SIGNUP, "u2", "activity", "cafe", "date", "2026-12-01", "name", "Inge Vind", "phone",
       "+4520203040", NULL);
  put (f, STAFET_KIND_SIGNUP, "u3", "activity", "cafe", "date", "2026-12-01", "name", "Kaj Ravn", "waiting",
       "yes", NULL);
  assert_told (closed (f, "room", "hall", "2026-11-24", "2026-12-01"),
               "Lis Bæk 13583142 2; Inge Vind 20203040 2; Kaj Ravn - 1");
}

RULE (the_house_does_not_ring_itself)
{
  put (f, STAFET_KIND_ORGANISER, "choir", "kind", "house", NULL);
  assert_told (on (f, "song", TUESDAY + 1), "B.1 86100001 1; Lis Bæk 13583142 1");
}

RULE (what_is_over_or_cancelled_otherwise_or_kept_is_left_out)
{
  g_autoptr (StafetCallList) list = NULL;

  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "cafe", "date", "2026-12-01", "status", "cancelled",
       "reason", "Rørskade", NULL);
  put (f, STAFET_KIND_EXCEPTION, "e2", "activity", "cafe", "date", "2026-12-08", "status", "kept", NULL);
  list = closed (f, "room", "hall", "2026-11-03", "2026-12-15");
  g_assert_cmpuint (list->agenda->entries->len, ==, 2);
}

RULE (only_the_hours_that_are_closed_count)
{
  assert_told (closed (f, "house", "mill", "2026-11-24T14:00", "2026-11-24T18:00"), "");
  assert_told (closed (f, "house", "mill", "2026-11-24T13:00", "2026-11-24T18:00"), "Lis Bæk 13583142 1");
}

RULE (a_closure_that_is_not_made_yet_gives_the_same_list)
{
  g_autoptr (StafetRecord) closure = stafet_record_new (STAFET_KIND_CLOSURE, "new");
  StafetClosure *c = (StafetClosure *) closure;

  c->from = c->to = stafet_moment_from_date (TUESDAY);
  c->area = stafet_uid_intern ("west");
  assert_told (stafet_call_list_new_closure (f->snapshot, c, MORNING), "Lis Bæk 13583142 1");
  g_assert_cmpuint (stafet_snapshot_all (f->snapshot, STAFET_KIND_CLOSURE)->len, ==, 0);
}

RULE (a_cancellation_is_always_due_and_a_change_within_a_day)
{
  g_autoptr (StafetCallList) planned = on (f, "song", TUESDAY + 1);
  g_autoptr (StafetCallList) moved = NULL, cancelled = NULL;
  StafetWall start = stafet_wall_new (TUESDAY + 1, 840);

  g_assert_false (stafet_call_list_is_due (planned, MORNING));
  put (f, STAFET_KIND_EXCEPTION, "e", "activity", "song", "date", "2026-11-25", "changes",
       "{'start': '2026-11-30T14:00', 'end': '2026-11-30T15:00'}", NULL);
  moved = on (f, "song", TUESDAY + 1);
  g_assert_false (stafet_call_list_is_due (moved, start - 1441));
  g_assert_true (stafet_call_list_is_due (moved, start - 1440));
  g_assert_false (stafet_call_list_is_due (moved, start + 1));
  g_assert_true (stafet_call_list_is_due (moved, stafet_wall_new (TUESDAY + 6, 0)));
  put (f, STAFET_KIND_EXCEPTION, "e", "changes", "", "status", "cancelled", "reason", "Sygdom", NULL);
  cancelled = on (f, "song", TUESDAY + 1);
  g_assert_true (stafet_call_list_is_due (cancelled, start - 100000));
  g_assert_false (stafet_call_list_is_due (cancelled, start + 60));
}

RULE (the_ward_that_waits_in_vain_is_rung_too)
{
  put (f, STAFET_KIND_EXCEPTION, "e", "activity", "song", "date", "2026-11-25", "changes", "{'ward': 'b2'}",
       NULL);
  assert_told (on (f, "song", TUESDAY + 1),
               "B.1 86100001 1; B.2 86100000 1; Lis Bæk 13583142 1; Sangvennerne 20304050 1");
}

RULE (a_date_that_is_none_has_no_list) { g_assert_null (on (f, "song", TUESDAY)); }

/* ——— Any closure ——— */

#define PICK(array) ((array)[g_test_rand_int_range (0, G_N_ELEMENTS (array))])

static const char *const people[] = { "lis", "bent", "aase" };
static const char *const places[][2] = {
  { "house", "mill" }, { "area", "west" }, { "room", "hall" }, { "ward", "b1" }, { "house", "wood" }
};

static void
put_anybody_on (Fixture *f)
{
  static const char *const states[] = { "asked", "promised", "declined" };

  for (int i = 0; i < 12; i++)
    {
      gboolean cafe = g_test_rand_bit ();
      StafetDate date = TUESDAY + (cafe ? 0 : 1) + WEEKS (g_test_rand_int_range (-1, 6));
      g_autofree char *uid = g_strdup_printf ("any%d", i);
      char text[STAFET_DATE_SIZE];

      put (f, STAFET_KIND_ASSIGNMENT, uid, "shift", cafe ? "serve" : "sing", "date",
           stafet_date_write (date, text), "volunteer", PICK (people), "state", PICK (states), NULL);
      if (g_test_rand_int_range (0, 4) == 0)
        put (f, STAFET_KIND_EXCEPTION, uid, "activity", cafe ? "cafe" : "song", "date", text, "status",
             g_test_rand_bit () ? "cancelled" : "kept", NULL);
    }
}

/* Everybody on a place of what is held without the closure and not with it: "volunteer date …". */
static GHashTable *
touched (Fixture *f, StafetClosure *closure)
{
  g_autoptr (StafetSnapshot) open = stafet_snapshot_copy (f->snapshot);
  StafetAgendaQuery query = { .from = TUESDAY - 30, .to = TUESDAY + 90 };
  g_autoptr (StafetAgenda) with = stafet_agenda_new (f->snapshot, &query), without = NULL;
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  stafet_snapshot_remove (open, STAFET_KIND_CLOSURE, closure->parent.uid);
  without = stafet_agenda_new (open, &query);
  g_assert_cmpuint (with->entries->len, ==, without->entries->len);
  for (guint i = 0; i < with->entries->len; i++)
    {
      const StafetEntry *a = g_ptr_array_index (with->entries, i);
      const StafetEntry *b = g_ptr_array_index (without->entries, i);

      for (guint j = 0; j < a->shifts[0].n_places; j++)
        if (a->status == STAFET_STATUS_CANCELLED && b->status != STAFET_STATUS_CANCELLED && a->end > MORNING)
          g_hash_table_add (
            set, g_strdup_printf ("%s %d", stafet_place_get_uid (&a->shifts[0].places[j]), a->original));
    }
  return set;
}

RULE (nobody_who_is_touched_is_forgotten_and_nobody_else_is_rung)
{
  for (int round = 0; round < 40; round++)
    {
      const char *const *place = PICK (places);
      StafetDate from = TUESDAY + g_test_rand_int_range (-10, 30);
      g_autoptr (StafetCallList) list = NULL;
      g_autoptr (GHashTable) expected = NULL;
      char first[STAFET_DATE_SIZE], last[STAFET_DATE_SIZE];
      guint n = 0;

      put_anybody_on (f);
      put (f, STAFET_KIND_CLOSURE, "c", "area", "", "house", "", "ward", "", "room", "", place[0], place[1],
           "from", stafet_date_write (from, first), "to",
           stafet_date_write (from + g_test_rand_int_range (0, 15), last), "text", "Lukket", NULL);
      expected = touched (f, stafet_snapshot_lookup (f->snapshot, STAFET_KIND_CLOSURE, "c"));
      list = stafet_call_list_new_closure (
        f->snapshot, stafet_snapshot_lookup (f->snapshot, STAFET_KIND_CLOSURE, "c"), MORNING);
      for (guint i = 0; i < list->lines->len; i++)
        {
          const StafetCallLine *callee = g_ptr_array_index (list->lines, i);

          for (guint j = 0; callee->kind == STAFET_CALL_LINE_VOLUNTEER && j < callee->turns->len; j++, n++)
            {
              g_autofree char *turn = g_strdup_printf ("%s %d", callee->record->uid,
                                                       g_array_index (callee->turns, StafetCallTurn, j).date);

              g_assert_true (g_hash_table_contains (expected, turn));
            }
        }
      g_assert_cmpuint (n, ==, g_hash_table_size (expected));
    }
}

/* "Café cancelled … 3; …". (transfer full) */
static char *
due (Fixture *f, const char *house, StafetWall now)
{
  const StafetAgendaQuery place = { .house = stafet_uid_intern (house) };
  g_autoptr (GPtrArray) lists = stafet_call_lists_find_due (f->snapshot, &place, now);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lists->len; i++)
    {
      const StafetEntry *entry = ((StafetCallList *) lists->pdata[i])->agenda->entries->pdata[0];
      g_autofree char *words = stafet_call_list_words (lists->pdata[i], STAFET_LANGUAGE_EN);

      g_string_append_printf (text, "%s%s %s %u", i > 0 ? "; " : "", entry->title, words,
                              stafet_call_list_count_untold (lists->pdata[i]));
    }
  return g_string_free (text, FALSE);
}

static void
assert_due (Fixture *f, const char *house, StafetWall now, const char *expected)
{
  g_autofree char *found = due (f, house, now);

  g_assert_cmpstr (found, ==, expected);
}

RULE (what_is_changed_within_a_day_waits_until_all_are_told)
{
  const StafetWall evening = stafet_wall_new (TUESDAY, 18 * 60);

  assert_due (f, "mill", evening, "");
  put (f, STAFET_KIND_EXCEPTION, "e1", "activity", "song", "date", "2026-11-25", "changes",
       "{'start': '2026-11-25T15:00', 'end': '2026-11-25T16:00'}", NULL);
  assert_due (f, "mill", evening, "Sang moved to Wednesday 25 November 15:00–16:00 3");
  assert_due (f, "wood", evening, "Sang moved to Wednesday 25 November 15:00–16:00 3");
  assert_due (f, "elsewhere", evening, "");
  assert_due (f, "mill", evening - 3 * STAFET_MINUTES_PER_DAY, "");
  put (f, STAFET_KIND_EXCEPTION, "e2", "activity", "cafe", "date", "2026-12-01", "status", "cancelled",
       "reason", "Rørskade", NULL);
  assert_due (f, "mill", evening, "Sang moved to Wednesday 25 November 15:00–16:00 3");
  assert_due (f, "mill", stafet_wall_new (TUESDAY + 6, 18 * 60),
              "Café cancelled Tuesday 1 December 10:00–14:00 1");
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/schedule/call-list/everybody-once", a_closed_house_rings_everybody_once);
  TEST ("/schedule/call-list/what-waits", what_is_changed_within_a_day_waits_until_all_are_told);
  TEST ("/schedule/call-list/the-order", a_ward_comes_first_then_people_then_organisers_then_contacts);
  TEST ("/schedule/call-list/a-ward-without-a-phone",
        a_ward_without_a_phone_is_rung_through_its_contact_or_house);
  TEST ("/schedule/call-list/each-ward-on-the-way", each_ward_on_the_way_is_rung);
  TEST ("/schedule/call-list/away-and-asked", who_is_away_is_not_rung_and_who_is_asked_is);
  TEST ("/schedule/call-list/the-lead", the_lead_is_rung_though_she_has_no_shift);
  TEST ("/schedule/call-list/who-signed-up", who_signed_up_is_rung_also_from_the_waiting_list);
  TEST ("/schedule/call-list/not-the-house-itself", the_house_does_not_ring_itself);
  TEST ("/schedule/call-list/what-is-left-out", what_is_over_or_cancelled_otherwise_or_kept_is_left_out);
  TEST ("/schedule/call-list/hours", only_the_hours_that_are_closed_count);
  TEST ("/schedule/call-list/not-made-yet", a_closure_that_is_not_made_yet_gives_the_same_list);
  TEST ("/schedule/call-list/when-it-is-due", a_cancellation_is_always_due_and_a_change_within_a_day);
  TEST ("/schedule/call-list/a-ward-that-waits-in-vain", the_ward_that_waits_in_vain_is_rung_too);
  TEST ("/schedule/call-list/any-closure", nobody_who_is_touched_is_forgotten_and_nobody_else_is_rung);
  TEST ("/schedule/call-list/no-date-no-list", a_date_that_is_none_has_no_list);
  return g_test_run ();
}
