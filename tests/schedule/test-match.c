/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what a wish is understood as, what fits it, and what is said of that.
 */
#include "core/stafet-date.h"
#include "schedule/stafet-match-reasons.h"
#include "schedule/stafet-match.h"
#include "snapshot-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define NOW "2026-11-24T10:40"

static void
activity (Fixture *f, const char *title, const char *house, const char *start, const char *end,
          const char *price)
{
  put (f, STAFET_KIND_ACTIVITY, title, "title", title, "house", house, "start", start, "end", end, "rule",
       "FREQ=WEEKLY", "price", price, NULL);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", "postcode", "8000", NULL);
  put (f, STAFET_KIND_HOUSE, "viby", "name", "Rosenvang", "kind", "community", "postcode", "8260 Viby J",
       NULL);
  put (f, STAFET_KIND_HOUSE, "home", "name", "Skovvang", "kind", "nursing", "postcode", "8200", NULL);
  put (f, STAFET_KIND_WARD, "ward", "name", "B.1", "house", "home", NULL);
  put (f, STAFET_KIND_ORGANISER, "cross", "name", "Røde Kors", NULL);
  activity (f, "Stolegymnastik", "mill", "2026-11-03T09:00", "2026-11-03T10:00", "");
  activity (f, "Fællesspisning", "mill", "2026-11-03T18:00", "2026-11-03T20:00", "kr. 75,-");
  activity (f, "Kortspil", "mill", "2026-11-04T14:00", "2026-11-04T16:00", "Gratis");
  activity (f, "Kortklub", "viby", "2026-11-05T14:00", "2026-11-05T16:00", "");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static StafetWall
now (void)
{
  StafetWall wall;

  g_assert_true (stafet_wall_parse (NOW, &wall, NULL));
  return wall;
}

static StafetWish
wish_of (const char *text)
{
  return (StafetWish){ .text = text,
                       .side = STAFET_ENUM_NONE,
                       .from = { "", "" },
                       .price = STAFET_INTEGER_NONE,
                       .travel = STAFET_ENUM_NONE };
}

static StafetMatches *
ask (Fixture *f, const StafetWish *wish, gboolean public_only)
{
  g_autoptr (StafetMatchIndex) index = stafet_match_index_new (f->snapshot, now (), public_only);

  return stafet_match (index, wish, NULL, 10, STAFET_LANGUAGE_EN);
}

/* "Kortspil, Kortklub" (transfer full) */
static char *
titles (Fixture *f, const StafetWish *wish)
{
  g_autoptr (StafetMatches) matches = ask (f, wish, FALSE);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < matches->matches->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? ", " : "",
                            ((StafetMatch *) g_ptr_array_index (matches->matches, i))->title);
  return g_string_free (line, FALSE);
}

static void
assert_found (Fixture *f, const char *text, const char *wanted)
{
  StafetWish wish = wish_of (text);
  g_autofree char *got = titles (f, &wish);

  g_assert_cmpstr (got, ==, wanted);
}

/* "-" before what does not fit. */
static char *
reasons_of (Fixture *f, const StafetWish *wish, const char *title)
{
  g_autoptr (StafetMatches) matches = ask (f, wish, FALSE);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < matches->matches->len; i++)
    {
      const StafetMatch *match = g_ptr_array_index (matches->matches, i);

      for (guint j = 0; g_str_equal (match->title, title) && j < match->reasons->len; j++)
        {
          const StafetMatchReason *reason = g_ptr_array_index (match->reasons, j);

          g_string_append_printf (line, "%s%s%s", j > 0 ? " " : "", reason->fits ? "" : "-", reason->code);
        }
    }
  return g_string_free (line, FALSE);
}

#define SAYS(wish, title, wanted)                                                                            \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *got_ = reasons_of (f, wish, title);                                                     \
    g_assert_cmpstr (got_, ==, wanted);                                                                      \
  }                                                                                                          \
  G_STMT_END

RULE (words_are_found_in_compounds_and_as_synonyms)
{
  assert_found (f, "gymnastik", "Stolegymnastik");
  assert_found (f, "vil gerne sidde ned og røre sig", "Stolegymnastik");
  assert_found (f, "spise sammen med nogen", "Fællesspisning");
}

RULE (a_letter_amiss_is_found_where_nothing_else_is)
{
  assert_found (f, "fællespisning", "Fællesspisning");
  assert_found (f, "stolegynmastik", "Stolegymnastik");
}

RULE (near_comes_first)
{
  assert_found (f, "bridge i Viby", "Kortklub, Kortspil");
  assert_found (f, "bridge i midtbyen", "Kortspil, Kortklub");
}

RULE (own_synonyms_take_the_place_of_the_programs)
{
  assert_found (f, "bridge", "Kortklub, Kortspil");
  put (f, STAFET_KIND_SYNONYM, "s1", "words", "kortspil, kort, kortklub, syvkabale", NULL);
  assert_found (f, "syvkabale", "Kortklub, Kortspil");
  assert_found (f, "bridge", "");
  put (f, STAFET_KIND_SYNONYM, "s2", "words", "zumba, stolegymnastik", NULL);
  assert_found (f, "zumba", "Stolegymnastik");
}

/* A date before today with changes of its own must not hide the ones to come. */
RULE (a_past_change_hides_no_date)
{
  put (f, STAFET_KIND_EXCEPTION, "ex", "activity", "Kortspil", "date", "2026-11-11", "changes",
       "{'start': '2026-11-11T15:00', 'end': '2026-11-11T16:00'}", NULL);
  assert_found (f, "bridge i midtbyen", "Kortspil, Kortklub");
}

RULE (what_does_not_fit_is_told_and_sinks)
{
  StafetWish wish = wish_of ("spise sammen, gymnastik eller kort");

  wish.times = "formiddag";
  wish.price = 50;
  wish.from.postcode = "8000";
  SAYS (&wish, "Fællesspisning", "word near -other_time -dear");
  SAYS (&wish, "Stolegymnastik", "word time near");
  SAYS (&wish, "Kortspil", "word near price -other_time");
  SAYS (&wish, "Kortklub", "word far -other_time");
}

RULE (times_and_places_are_taken_from_the_words)
{
  StafetWish wish = wish_of ("kort en eftermiddag i Viby");
  g_auto (StafetUnderstood) understood = { NULL };

  stafet_wish_understand (&wish, f->snapshot, &understood);
  g_assert_cmpuint (understood.parts, ==, STAFET_PART_AFTERNOON);
  g_assert_cmpstr (understood.postcode, ==, "8260");
  g_assert_cmpstr (understood.place, ==, "Viby J");
}

/* Where one sits counts when nobody says where the citizen lives. */
RULE (words_go_before_the_house_and_what_is_said_before_words)
{
  static const struct
  {
    const char *text, *from, *postcode;
  } all[] = { { "kort i Viby", "", "8260" }, { "kort i Viby", "8240", "8240" }, { "kort", "", "8000" } };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      StafetWish wish = wish_of (all[i].text);
      g_auto (StafetUnderstood) understood = { NULL };

      wish.from = (StafetSpot){ "", all[i].from };
      wish.here = (StafetSpot){ "", "8000" };
      stafet_wish_understand (&wish, f->snapshot, &understood);
      g_assert_cmpstr (understood.postcode, ==, all[i].postcode);
    }
}

RULE (a_place_is_read_however_it_is_said)
{
  static const struct
  {
    const char *text, *postcode;
  } all[] = { { "8260", "8260" },     { "Viby", "8260" },
              { "viby j", "8260" },   { "Skolevej 3, 8260 Viby J", "8260" },
              { "midtbyen", "8000" }, { "99999", NULL },
              { "Ingensteds", NULL }, { "", NULL },
              { "82", NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_cmpstr (stafet_wish_find_postcode (all[i].text, f->snapshot), ==, all[i].postcode);
}

static void
assert_side (Fixture *f, const char *text, StafetWishSide side)
{
  StafetWish wish = wish_of (text);
  g_auto (StafetUnderstood) understood = { NULL };

  stafet_wish_understand (&wish, f->snapshot, &understood);
  g_assert_cmpint (understood.side, ==, side);
}

RULE (who_wants_to_help_is_told_from_who_needs_help)
{
  assert_side (f, "kan bage, vil hjælpe", STAFET_SIDE_GIVE);
  assert_side (f, "vil gerne være frivillig", STAFET_SIDE_GIVE);
  assert_side (f, "har brug for hjælp til at købe ind", STAFET_SIDE_JOIN);
  assert_side (f, "vil gerne synge", STAFET_SIDE_JOIN);
}

RULE (whoever_gives_is_shown_who_is_missing)
{
  StafetWish wish = wish_of ("vil hjælpe med mad");

  put (f, STAFET_KIND_SHIFT, "cook", "role", "Køkken", "wanted", "1", "activity", "Fællesspisning", NULL);
  put (f, STAFET_KIND_SHIFT, "full", "role", "Madhold", "wanted", "1", "activity", "Fællesspisning", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", NULL);
  put (f, STAFET_KIND_STANDING, "st", "shift", "full", "volunteer", "lis", NULL);
  assert_found (f, wish.text, "Fællesspisning/Køkken, Fællesspisning/Madhold");
  SAYS (&wish, "Fællesspisning/Køkken", "word vacant");
  SAYS (&wish, "Fællesspisning/Madhold", "word -full");
}

RULE (what_is_not_for_citizens_is_left_out)
{
  put (f, STAFET_KIND_ACTIVITY, "ward-song", "title", "Korsang", "house", "mill", "ward", "ward", "start",
       "2026-11-25T10:00", "end", "2026-11-25T11:00", NULL);
  put (f, STAFET_KIND_ACTIVITY, "hidden", "title", "Korsang", "house", "mill", "visibility", "hidden",
       "start", "2026-11-25T10:00", "end", "2026-11-25T11:00", NULL);
  put (f, STAFET_KIND_ACTIVITY, "draft", "title", "Korsang", "house", "mill", "draft", "yes", "start",
       "2026-11-25T10:00", "end", "2026-11-25T11:00", NULL);
  put (f, STAFET_KIND_ACTIVITY, "over", "title", "Korsang", "house", "mill", "start", "2026-11-23T10:00",
       "end", "2026-11-23T11:00", NULL);
  put (f, STAFET_KIND_ACTIVITY, "earlier", "title", "Korsang", "house", "mill", "start", "2026-11-24T08:00",
       "end", "2026-11-24T09:00", NULL);
  put (f, STAFET_KIND_NOTICE, "n1", "title", "Kor søger bas", "until", "2026-11-23", NULL);
  assert_found (f, "kor", "");
  put (f, STAFET_KIND_NOTICE, "n2", "title", "Kor søger bas", "until", "2026-11-24", NULL);
  assert_found (f, "kor", "Kor søger bas");
}

RULE (old_knowledge_says_so)
{
  StafetWish wish = wish_of ("en at snakke med");

  put (f, STAFET_KIND_OFFER, "o1", "title", "Besøgsven", "organiser", "cross", "kind", "visit", "home", "yes",
       "checked", "2025-11-01", "waiting", "venteliste 3 uger", NULL);
  SAYS (&wish, "Besøgsven", "word home -waiting -stale");
  put (f, STAFET_KIND_OFFER, "o1", "checked", "2026-11-01", "waiting", "", NULL);
  SAYS (&wish, "Besøgsven", "word home");
}

RULE (public_pages_have_neither_shifts_nor_what_is_hidden)
{
  StafetWish wish = wish_of ("vil hjælpe en ensom");
  g_autoptr (StafetMatches) matches = NULL;

  put (f, STAFET_KIND_SHIFT, "visit", "role", "Besøgsven", "wanted", "1", "activity", "Kortspil", NULL);
  put (f, STAFET_KIND_OFFER, "o1", "title", "Besøgsven", "organiser", "cross", "seeks", "yes", "hidden",
       "yes", NULL);
  put (f, STAFET_KIND_NOTICE, "n1", "title", "Ensom søger besøg", "until", "2026-12-24", NULL);
  matches = ask (f, &wish, TRUE);
  g_assert_cmpuint (matches->matches->len, ==, 0);
}

RULE (an_empty_wish_gets_what_is_open_to_all)
{
  StafetWish wish = wish_of ("");
  g_autoptr (StafetMatches) matches = NULL;

  activity (f, "Café", "mill", "2026-11-03T10:00", "2026-11-03T14:00", "");
  matches = ask (f, &wish, FALSE);
  g_assert_true (matches->nothing_fits);
  g_assert_cmpuint (matches->matches->len, ==, 1);
}

RULE (who_comes_along_the_first_time_is_told_to_whoever_wants_that)
{
  StafetWish wish = wish_of ("kort");
  g_autofree char *alone = NULL, *along = NULL;

  put (f, STAFET_KIND_OFFER, "o1", "title", "Brobygning", "organiser", "cross", "kind", "bridge", "home",
       "yes", "checked", "2026-11-01", NULL);
  alone = titles (f, &wish);
  g_assert_cmpstr (alone, ==, "Kortklub, Kortspil");
  wish.company = TRUE;
  along = titles (f, &wish);
  g_assert_cmpstr (along, ==, "Kortklub, Kortspil, Brobygning");
  SAYS (&wish, "Brobygning", "home company");
}

RULE (prices_are_read_where_they_stand)
{
  (void) f;
  g_assert_cmpint (stafet_match_price ("Dagens ret kr. 55,-"), ==, 55);
  g_assert_cmpint (stafet_match_price ("3 plader kr. 30,-"), ==, 30);
  g_assert_cmpint (stafet_match_price ("Gratis"), ==, 0);
  g_assert_cmpint (stafet_match_price ("50 kr. med kaffe"), ==, 50);
  g_assert_cmpint (stafet_match_price (""), ==, STAFET_INTEGER_NONE);
}

/* Whatever is typed, in whatever order the records came: the same answer, and no crash. */
RULE (any_text_is_answered_alike_twice)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      StafetWish wish;
      g_autofree char *first = NULL, *second = NULL;

      for (int n = g_rand_int_range (chance, 0, 60); n > 0; n--)
        g_string_append_unichar (
          text, (gunichar) g_rand_int_range (chance, 32, g_rand_boolean (chance) ? 127 : 400));
      wish = wish_of (text->str);
      first = titles (f, &wish);
      second = titles (f, &wish);
      g_assert_cmpstr (first, ==, second);
    }
}

#define MATCH_TEST(path, name) g_test_add (path, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_set_language (STAFET_LANGUAGE_EN);
  MATCH_TEST ("/schedule/match/words-are-found-in-compounds-and-as-synonyms",
              words_are_found_in_compounds_and_as_synonyms);
  MATCH_TEST ("/schedule/match/a-letter-amiss-is-found-where-nothing-else-is",
              a_letter_amiss_is_found_where_nothing_else_is);
  MATCH_TEST ("/schedule/match/near-comes-first", near_comes_first);
  MATCH_TEST ("/schedule/match/own-synonyms-take-the-place-of-the-programs",
              own_synonyms_take_the_place_of_the_programs);
  MATCH_TEST ("/schedule/match/a-past-change-hides-no-date", a_past_change_hides_no_date);
  MATCH_TEST ("/schedule/match/what-does-not-fit-is-told-and-sinks", what_does_not_fit_is_told_and_sinks);
  MATCH_TEST ("/schedule/match/times-and-places-are-taken-from-the-words",
              times_and_places_are_taken_from_the_words);
  MATCH_TEST ("/schedule/match/who-wants-to-help-is-told-from-who-needs-help",
              who_wants_to_help_is_told_from_who_needs_help);
  MATCH_TEST ("/schedule/match/whoever-gives-is-shown-who-is-missing", whoever_gives_is_shown_who_is_missing);
  MATCH_TEST ("/schedule/match/what-is-not-for-citizens-is-left-out", what_is_not_for_citizens_is_left_out);
  MATCH_TEST ("/schedule/match/old-knowledge-says-so", old_knowledge_says_so);
  MATCH_TEST ("/schedule/match/public-pages-have-neither-shifts-nor-what-is-hidden",
              public_pages_have_neither_shifts_nor_what_is_hidden);
  MATCH_TEST ("/schedule/match/an-empty-wish-gets-what-is-open-to-all",
              an_empty_wish_gets_what_is_open_to_all);
  MATCH_TEST ("/schedule/match/prices-are-read-where-they-stand", prices_are_read_where_they_stand);
  MATCH_TEST ("/schedule/match/who-comes-along-the-first-time-is-told-to-whoever-wants-that",
              who_comes_along_the_first_time_is_told_to_whoever_wants_that);
  MATCH_TEST ("/schedule/match/words-go-before-the-house",
              words_go_before_the_house_and_what_is_said_before_words);
  MATCH_TEST ("/schedule/match/a-place-is-read-however-it-is-said", a_place_is_read_however_it_is_said);
  MATCH_TEST ("/schedule/match/any-text-is-answered-alike-twice", any_text_is_answered_alike_twice);
  return g_test_run ();
}
