/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the example data to the model, on any date: sound records, a day worth showing, nobody and nothing
 * in two places.
 */
#include "plan/stafet-example.h"

#include "schedule/stafet-agenda.h"
#include "schedule/stafet-expand.h"
#include "schedule/stafet-signups.h"

#include <string.h>

#define RANDOM_DATES 50

typedef struct
{
  StafetExampleSize size;
  guint32 seed;
  StafetDate today;
  StafetChangeset *changeset;
  StafetSnapshot *snapshot;
} Example;

static void
example_init (Example *example, StafetExampleSize size, guint32 seed, StafetDate today)
{
  *example = (Example){ size, seed, today, stafet_example_new (size, seed, today), stafet_snapshot_new () };
  stafet_snapshot_apply (example->snapshot, example->changeset);
}

static void
example_clear (Example *example)
{
  stafet_snapshot_unref (example->snapshot);
  stafet_changeset_unref (example->changeset);
}

static const GPtrArray *
all_of (const Example *example, StafetKind kind)
{
  return stafet_snapshot_all (example->snapshot, kind);
}

/* Calls @func for a house on awkward days and on random ones. */
static void
each_house (void (*func) (const Example *example))
{
  const StafetDate awkward[] = {
    stafet_date_new (2026, 11, 24), /* the story's Tuesday */
    stafet_date_new (2026, 12, 28), /* week 53 … */
    stafet_date_new (2027, 1, 3),   /* … and its Sunday */
    stafet_date_new (2028, 2, 29),  stafet_date_new (2026, 3, 29), stafet_date_new (2026, 10, 25),
    stafet_date_new (2026, 12, 24), stafet_date_new (2027, 3, 28), stafet_date_new (2026, 7, 4),
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);

  for (guint i = 0; i < G_N_ELEMENTS (awkward) + RANDOM_DATES; i++)
    {
      StafetDate today = i < G_N_ELEMENTS (awkward) ? awkward[i]
                                                    : g_rand_int_range (rand, stafet_date_new (1995, 1, 1),
                                                                        stafet_date_new (2095, 1, 1));
      Example example;

      example_init (&example, STAFET_EXAMPLE_HOUSE, i % 7 == 0 ? 1 : g_rand_int (rand), today);
      func (&example);
      example_clear (&example);
    }
}

static void
each_municipality (void (*func) (const Example *example))
{
  const StafetDate dates[] = { stafet_date_new (2026, 11, 24), stafet_date_new (2027, 1, 3),
                               stafet_date_new (2028, 2, 29) };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      Example example;

      example_init (&example, STAFET_EXAMPLE_MUNICIPALITY, i + 1, dates[i]);
      func (&example);
      example_clear (&example);
    }
}

/* ——— Records ——— */

static void
assert_field_sound (const Example *example, gpointer record, const StafetField *field)
{
  g_autoptr (StafetRecord) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (field->type == STAFET_FIELD_REF)
    {
      StafetUid uid = STAFET_FIELD_AT (StafetUid, record, field);

      g_assert_true (uid == NULL || stafet_snapshot_get (example->snapshot, field->target, uid) != NULL);
    }
  if (field->type != STAFET_FIELD_TEXT || *STAFET_FIELD_AT (char *, record, field) == '\0')
    return;
  copy = stafet_record_new (STAFET_RECORD_KIND (record), "copy");
  text = stafet_record_get_text (record, field);
  stafet_record_set_text (copy, field, text, &error);
  g_assert_no_error (error);
  g_assert_true (stafet_record_same_value (copy, record, field));
}

static void
assert_records_sound (const Example *example)
{
  g_autoptr (GHashTable) uids = g_hash_table_new (g_direct_hash, g_direct_equal);
  int kind = 0;

  for (guint i = 0; i < stafet_changeset_length (example->changeset); i++)
    {
      const StafetChange *change = stafet_changeset_get (example->changeset, i);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (change->operation, ==, STAFET_CHANGE_INSERT);
      g_assert_cmpint (change->kind, >=, kind);
      kind = change->kind;
      g_assert_true (g_hash_table_add (uids, (gpointer) change->uid));
      stafet_record_validate (change->after, &error);
      g_assert_no_error (error);
      for (const StafetField *field = STAFET_RECORD_INFO (change->after)->fields; field->name != NULL;
           field++)
        assert_field_sound (example, change->after, field);
    }
}

static void
records_are_sound (void)
{
  each_house (assert_records_sound);
  each_municipality (assert_records_sound);
}

static void
assert_equal (const Example *a, const Example *b)
{
  g_assert_cmpuint (stafet_changeset_length (a->changeset), ==, stafet_changeset_length (b->changeset));
  for (guint i = 0; i < stafet_changeset_length (a->changeset); i++)
    {
      StafetRecord *x = stafet_changeset_get (a->changeset, i)->after;
      StafetRecord *y = stafet_changeset_get (b->changeset, i)->after;

      g_assert_true (x->uid == y->uid && STAFET_RECORD_KIND (x) == STAFET_RECORD_KIND (y));
      for (const StafetField *field = STAFET_RECORD_INFO (x)->fields; field->name != NULL; field++)
        g_assert_true (stafet_record_same_value (x, y, field));
    }
}

static void
assert_repeats (const Example *example)
{
  Example again;

  example_init (&again, example->size, example->seed, example->today);
  assert_equal (example, &again);
  example_clear (&again);
}

static void
same_seed_and_date_repeat (void)
{
  each_house (assert_repeats);
  each_municipality (assert_repeats);
}

/* Links that somebody wrote down stay good when the example is made anew another day. */
static void
uids_stay_on_another_date (void)
{
  Example a, b;

  example_init (&a, STAFET_EXAMPLE_HOUSE, 1, stafet_date_new (2026, 11, 24));
  example_init (&b, STAFET_EXAMPLE_HOUSE, 1, stafet_date_new (2027, 2, 6));
  for (int kind = STAFET_KIND_SETTINGS; kind < STAFET_KIND_ATTENDANCE; kind++)
    {
      const GPtrArray *x = all_of (&a, kind), *y = all_of (&b, kind);

      g_assert_cmpuint (x->len, ==, y->len);
      for (guint i = 0; i < x->len; i++)
        g_assert_true (((StafetRecord *) x->pdata[i])->uid == ((StafetRecord *) y->pdata[i])->uid);
    }
  example_clear (&a);
  example_clear (&b);
}

static void
another_seed_is_another_example (void)
{
  Example a, b;

  example_init (&a, STAFET_EXAMPLE_HOUSE, 1, stafet_date_new (2026, 11, 24));
  example_init (&b, STAFET_EXAMPLE_HOUSE, 2, stafet_date_new (2026, 11, 24));
  for (guint i = 0; i < all_of (&a, STAFET_KIND_FEED)->len; i++)
    {
      const StafetFeed *x = all_of (&a, STAFET_KIND_FEED)->pdata[i];

      g_assert_cmpuint (strlen (x->token), ==, 32);
      g_assert_null (stafet_snapshot_get (b.snapshot, STAFET_KIND_FEED, x->parent.uid));
    }
  example_clear (&a);
  example_clear (&b);
}

/* ——— Shape ——— */

static guint
houses_of_kind (const Example *example, int kind)
{
  guint n = 0;

  for (guint i = 0; i < all_of (example, STAFET_KIND_HOUSE)->len; i++)
    n += ((StafetHouse *) all_of (example, STAFET_KIND_HOUSE)->pdata[i])->kind == kind;
  return n;
}

static void
assert_house_shape (const Example *example)
{
  g_assert_cmpuint (houses_of_kind (example, STAFET_HOUSE_COMMUNITY), ==, 1);
  g_assert_cmpuint (houses_of_kind (example, STAFET_HOUSE_NURSING), ==, 1);
  g_assert_cmpuint (all_of (example, STAFET_KIND_WARD)->len, ==, 2);
  g_assert_cmpuint (all_of (example, STAFET_KIND_ROOM)->len, ==, 6);
  g_assert_cmpuint (all_of (example, STAFET_KIND_VOLUNTEER)->len, ==, 40);
  g_assert_cmpuint (all_of (example, STAFET_KIND_ACTIVITY)->len, >=, 24);
  g_assert_cmpuint (all_of (example, STAFET_KIND_ACTIVITY)->len, <=, 30);
  g_assert_cmpuint (all_of (example, STAFET_KIND_LOAN)->len, ==, 3);
  g_assert_cmpuint (all_of (example, STAFET_KIND_IDEA)->len, ==, 2);
  g_assert_cmpuint (all_of (example, STAFET_KIND_CLOSURE)->len, ==, 1);
  g_assert_cmpuint (all_of (example, STAFET_KIND_STOP)->len, ==, 2);
  g_assert_cmpuint (all_of (example, STAFET_KIND_FEED)->len, ==, 6);
  g_assert_cmpuint (all_of (example, STAFET_KIND_ATTENDANCE)->len, >, 100);
}

static void
house_has_its_shape (void)
{
  each_house (assert_house_shape);
}

static void
assert_municipality_shape (const Example *example)
{
  g_assert_cmpuint (all_of (example, STAFET_KIND_AREA)->len, ==, 7);
  g_assert_cmpuint (houses_of_kind (example, STAFET_HOUSE_COMMUNITY), ==, 37);
  g_assert_cmpuint (houses_of_kind (example, STAFET_HOUSE_VOLUNTEER), ==, 4);
  g_assert_cmpuint (houses_of_kind (example, STAFET_HOUSE_NURSING), ==, 30);
  g_assert_cmpuint (all_of (example, STAFET_KIND_WARD)->len, ==, 60);
  g_assert_cmpuint (all_of (example, STAFET_KIND_VOLUNTEER)->len, ==, 3000);
  g_assert_cmpuint (all_of (example, STAFET_KIND_ACTIVITY)->len, ==, 2000);
  g_assert_cmpuint (all_of (example, STAFET_KIND_SHIFT)->len, ==, 8000);
  g_assert_cmpuint (all_of (example, STAFET_KIND_FEED)->len, ==, 41 + 30 + 60);
}

static void
municipality_has_its_shape (void)
{
  each_municipality (assert_municipality_shape);
}

/* ——— People ——— */

static void
assert_phones_free (const Example *example)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < stafet_changeset_length (example->changeset); i++)
    {
      StafetRecord *record = stafet_changeset_get (example->changeset, i)->after;

      for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
        {
          const char *number = "";

          if ((field->flags & STAFET_FIELD_PHONE) != 0)
            number = STAFET_FIELD_AT (char *, record, field);
          if (*number == '\0')
            continue;
          g_assert_cmpuint (strlen (number), ==, 8);
          g_assert_true (number[0] == '1' && number[1] >= '3' && number[1] <= '7');
          g_assert_true (g_hash_table_add (seen, (gpointer) number));
        }
    }
}

static void
phones_have_no_subscriber (void)
{
  each_house (assert_phones_free);
  each_municipality (assert_phones_free);
}

static void
assert_names_unique (const Example *example)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < all_of (example, STAFET_KIND_VOLUNTEER)->len; i++)
    {
      StafetVolunteer *volunteer = all_of (example, STAFET_KIND_VOLUNTEER)->pdata[i];

      g_assert_true (g_hash_table_add (seen, volunteer->name));
      g_assert_true (*volunteer->mail == '\0' || g_str_has_suffix (volunteer->mail, ".example"));
    }
}

static void
names_are_told_apart (void)
{
  each_house (assert_names_unique);
  each_municipality (assert_names_unique);
}

static gboolean
has_skill (const Example *example, StafetUid volunteer, const char *skill)
{
  const GPtrArray *links =
    stafet_snapshot_index (example->snapshot, STAFET_INDEX_SKILL_BY_VOLUNTEER, volunteer);

  for (guint i = 0; i < links->len; i++)
    if (strcmp (((StafetSkill *) links->pdata[i])->skill, skill) == 0)
      return TRUE;
  return FALSE;
}

static void
assert_qualified (const Example *example)
{
  for (guint i = 0; i < all_of (example, STAFET_KIND_STANDING)->len; i++)
    {
      const StafetStanding *standing = all_of (example, STAFET_KIND_STANDING)->pdata[i];
      const StafetShift *shift = stafet_snapshot_get (example->snapshot, STAFET_KIND_SHIFT, standing->shift);
      const StafetVolunteer *volunteer =
        stafet_snapshot_get (example->snapshot, STAFET_KIND_VOLUNTEER, standing->volunteer);

      if (volunteer == NULL)
        continue;
      g_assert_true (*shift->skill == '\0' || has_skill (example, standing->volunteer, shift->skill));
      g_assert_true (!shift->check || volunteer->check_until > example->today);
    }
}

static void
people_can_what_they_stand_on (void)
{
  each_house (assert_qualified);
  each_municipality (assert_qualified);
}

/* ——— Days ——— */

static StafetAgenda *
agenda_of (const Example *example, int from, int to)
{
  StafetAgendaQuery query = { .from = example->today + from, .to = example->today + to };

  return stafet_agenda_new (example->snapshot, &query);
}

static void
assert_holes (const Example *example)
{
  g_autoptr (StafetAgenda) agenda = agenda_of (example, 0, 0);
  int permanent = 0, temporary = 0, looking = 0, asked = 0;

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = agenda->entries->pdata[i];

      for (guint j = 0; entry->status != STAFET_STATUS_CANCELLED && j < entry->n_shifts; j++)
        {
          permanent += entry->shifts[j].permanent;
          temporary += entry->shifts[j].temporary;
          looking += entry->shifts[j].looking;
          asked += entry->shifts[j].asked;
        }
    }
  g_assert_cmpint (agenda->entries->len, >=, 6);
  g_assert_cmpint (permanent, >, 0);
  g_assert_cmpint (temporary, >, 0);
  g_assert_cmpint (looking, >, 0);
  g_assert_cmpint (asked, >, 0);
}

static void
today_has_a_hole_of_each_kind (void)
{
  each_house (assert_holes);
}

/* The dinner tonight: every place is taken, two wait, some are fetched, and the kitchen knows its numbers. */
static void
assert_dinner (const Example *example)
{
  g_autoptr (StafetAgenda) agenda = agenda_of (example, 0, 0);
  const StafetEntry *dinner = NULL;
  g_auto (StafetSignups) signups = { NULL };

  for (guint i = 0; i < agenda->entries->len; i++)
    if (g_str_equal (((StafetEntry *) agenda->entries->pdata[i])->title, "Fællesspisning"))
      dinner = agenda->entries->pdata[i];
  g_assert_nonnull (dinner);
  stafet_signups_find (example->snapshot, dinner->activity, dinner->original, &signups);
  g_assert_cmpint (signups.signed_up, ==, signups.capacity);
  g_assert_cmpuint (signups.waiting->len, ==, 2);
  g_assert_cmpuint (stafet_signups_moving_up (&signups), ==, 0);
  g_assert_cmpuint (signups.transport->len, ==, 4);
  g_assert_cmpint (signups.aids, ==, 2);
  g_assert_cmpint (signups.meals, ==, 24 - 1 + 6);
  g_assert_cmpint (signups.take_home, ==, 3);
}

static void
the_dinner_tonight_is_full (void)
{
  each_house (assert_dinner);
}

static void
assert_alternates (const Example *example)
{
  guint n = 0;

  for (guint i = 0; i < all_of (example, STAFET_KIND_ACTIVITY)->len; i++)
    n += ((StafetActivity *) all_of (example, STAFET_KIND_ACTIVITY)->pdata[i])->timing.parity
         != STAFET_PARITY_NONE;
  g_assert_cmpuint (n, >=, 2);
}

static void
some_series_alternate (void)
{
  each_house (assert_alternates);
}

static void
assert_timing (const StafetTiming *timing, const StafetZone *zone)
{
  g_assert_true (stafet_expand_holds (timing, timing->first_date));
  g_assert_false (stafet_zone_in_gap (zone, timing->start));
}

static void
assert_starts (const Example *example)
{
  g_autoptr (StafetZone) zone = stafet_zone_new (STAFET_ZONE_DEFAULT, NULL);

  for (guint i = 0; i < all_of (example, STAFET_KIND_ACTIVITY)->len; i++)
    assert_timing (&((StafetActivity *) all_of (example, STAFET_KIND_ACTIVITY)->pdata[i])->timing, zone);
  for (guint i = 0; i < all_of (example, STAFET_KIND_SHIFT)->len; i++)
    {
      const StafetShift *shift = all_of (example, STAFET_KIND_SHIFT)->pdata[i];

      if (shift->activity == NULL)
        assert_timing (&shift->timing, zone);
    }
}

static void
series_start_on_a_date_of_theirs (void)
{
  each_house (assert_starts);
  each_municipality (assert_starts);
}

/* ——— Overlaps ——— */

/* Somebody or something is taken. */
typedef struct
{
  StafetUid who;
  StafetWall start, end;
} Span;

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *x = a, *y = b;

  if (x->who != y->who)
    return strcmp (x->who, y->who);
  return (x->start > y->start) - (x->start < y->start);
}

static void
assert_apart (GArray *spans)
{
  g_array_sort (spans, compare_spans);
  for (guint i = 1; i < spans->len; i++)
    {
      const Span *a = &g_array_index (spans, Span, i - 1), *b = &g_array_index (spans, Span, i);

      g_assert_true (a->who != b->who || a->end <= b->start);
    }
}

/* With the minutes that it takes to set the room up and to clear it. */
static void
add_room (GArray *spans, const StafetEntry *entry)
{
  if (entry->room != NULL)
    {
      Span span = { entry->room->parent.uid, entry->start - entry->room->setup_minutes,
                    entry->end + entry->room->cleardown_minutes };

      g_array_append_val (spans, span);
    }
}

static void
add_people (GArray *spans, const StafetEntry *entry)
{
  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_places; j++)
      {
        const StafetVolunteer *volunteer = entry->shifts[i].places[j].volunteer;

        if (volunteer != NULL)
          {
            Span span = { volunteer->parent.uid, entry->shifts[i].start, entry->shifts[i].end };

            g_array_append_val (spans, span);
          }
      }
}

static void
assert_no_overlap (const Example *example)
{
  int weeks = example->size == STAFET_EXAMPLE_HOUSE ? 60 : 12;
  g_autoptr (StafetAgenda) agenda = agenda_of (example, -28, weeks * 7);
  g_autoptr (GArray) rooms = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < agenda->entries->len; i++)
    if (((StafetEntry *) agenda->entries->pdata[i])->status != STAFET_STATUS_CANCELLED)
      {
        add_room (rooms, agenda->entries->pdata[i]);
        add_people (people, agenda->entries->pdata[i]);
      }
  g_assert_cmpuint (rooms->len, >, 100);
  g_assert_cmpuint (people->len, >, 100);
  assert_apart (rooms);
  assert_apart (people);
}

static void
nobody_and_no_room_is_booked_twice (void)
{
  each_house (assert_no_overlap);
  each_municipality (assert_no_overlap);
}

/* ——— Feeds ——— */

static gboolean
stops_here (const Example *example, const StafetFeed *feed, const StafetVisit *visit)
{
  const StafetHouse *home = stafet_snapshot_get (example->snapshot, STAFET_KIND_HOUSE, feed->house);

  if (feed->ward != NULL)
    return visit->ward->parent.uid == feed->ward;
  return home->kind != STAFET_HOUSE_NURSING || visit->ward->house == feed->house;
}

static guint
events_of (const Example *example, const StafetFeed *feed)
{
  StafetDate monday = stafet_date_monday (example->today);
  StafetAgendaQuery query = { .from = monday - feed->weeks_back * 7,
                              .to = monday + feed->weeks_on * 7 - 1,
                              .house = feed->house,
                              .ward = feed->ward };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (example->snapshot, &query);
  guint n = 0;

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = agenda->entries->pdata[i];

      if (entry->n_visits == 0)
        n++;
      for (guint j = 0; j < entry->n_visits; j++)
        n += stops_here (example, feed, &entry->visits[j]);
    }
  return n;
}

static void
assert_feeds_full (const Example *example)
{
  guint sum = 0;

  for (guint i = 0; i < all_of (example, STAFET_KIND_FEED)->len; i++)
    {
      guint n = events_of (example, all_of (example, STAFET_KIND_FEED)->pdata[i]);

      g_assert_cmpuint (n, >, 20);
      sum += n;
    }
  g_test_message ("%u events", sum);
  g_assert_cmpuint (sum, >=, 80000);
  g_assert_cmpuint (sum, <=, 110000);
}

static void
municipality_publishes_a_hundred_thousand_events (void)
{
  each_municipality (assert_feeds_full);
}

/* ——— Names of sizes ——— */

static void
sizes_have_names (void)
{
  StafetExampleSize size;

  g_assert_true (stafet_example_size_from_name ("house", &size));
  g_assert_cmpint (size, ==, STAFET_EXAMPLE_HOUSE);
  g_assert_true (stafet_example_size_from_name ("municipality", &size));
  g_assert_cmpint (size, ==, STAFET_EXAMPLE_MUNICIPALITY);
  g_assert_false (stafet_example_size_from_name ("village", &size));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/example/records-are-sound", records_are_sound);
  g_test_add_func ("/plan/example/same-seed-and-date-repeat", same_seed_and_date_repeat);
  g_test_add_func ("/plan/example/uids-stay-on-another-date", uids_stay_on_another_date);
  g_test_add_func ("/plan/example/another-seed-is-another-example", another_seed_is_another_example);
  g_test_add_func ("/plan/example/house-has-its-shape", house_has_its_shape);
  g_test_add_func ("/plan/example/municipality-has-its-shape", municipality_has_its_shape);
  g_test_add_func ("/plan/example/phones-have-no-subscriber", phones_have_no_subscriber);
  g_test_add_func ("/plan/example/names-are-told-apart", names_are_told_apart);
  g_test_add_func ("/plan/example/people-can-what-they-stand-on", people_can_what_they_stand_on);
  g_test_add_func ("/plan/example/today-has-a-hole-of-each-kind", today_has_a_hole_of_each_kind);
  g_test_add_func ("/plan/example/the-dinner-tonight-is-full", the_dinner_tonight_is_full);
  g_test_add_func ("/plan/example/some-series-alternate", some_series_alternate);
  g_test_add_func ("/plan/example/series-start-on-a-date-of-theirs", series_start_on_a_date_of_theirs);
  g_test_add_func ("/plan/example/nobody-and-no-room-is-booked-twice", nobody_and_no_room_is_booked_twice);
  g_test_add_func ("/plan/example/municipality-publishes-a-hundred-thousand-events",
                   municipality_publishes_a_hundred_thousand_events);
  g_test_add_func ("/plan/example/sizes-have-names", sizes_have_names);
  return g_test_run ();
}
