/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plays long series of random edits, and holds the use cases to what must be true after any of them: undo
 * brings back exactly what was, and dividing a series changes nothing of what people see.
 */
#include "use-fixture.h"

#define N_EDITS 200

static const char *const people[] = { "Åse Kjær", "Bent Krag", "Lis Bæk" };
static const char *const starts[][2] = { { "start=2026-11-05T10:00", "end=2026-11-05T14:00" },
                                         { "start=2026-11-03T09:00", "end=2026-11-03T13:30" },
                                         { "start=2026-11-02T10:00", "end=2026-11-02T12:00" } };
static const char *const harmless[] = { "note=Husk kaffe", "title=Café", "capacity=40", "price=15 kr." };
static const char *const people_keys[] = {
  "phones=13583142,13402218", "phones=13402218", "skills=krolf,café", "status=paused", "status=active",
  "available=mon 09:00-12:00"
};

#define PICK(array) ((array)[g_test_rand_int_range (0, G_N_ELEMENTS (array))])

/* The series that stand now, whatever they were divided from. */
static const char *
any_series (Fixture *f)
{
  const GPtrArray *activities = all (f, STAFET_KIND_ACTIVITY);

  return ((StafetRecord *) g_ptr_array_index (activities,
                                              (guint) g_test_rand_int_range (0, (int) activities->len)))
    ->uid;
}

static const char *
any_shift (Fixture *f)
{
  const GPtrArray *shifts = all (f, STAFET_KIND_SHIFT);

  if (shifts->len == 0)
    return "Servering";
  return ((StafetRecord *) g_ptr_array_index (shifts, (guint) g_test_rand_int_range (0, (int) shifts->len)))
    ->uid;
}

static StafetEdit *
random_edit_of_dates (Fixture *f, StafetDate date)
{
  const char *const *span = PICK (starts);
  gboolean anyway = g_test_rand_bit ();

  switch (g_test_rand_int_range (0, 9))
    {
    case 0:
      return stafet_use_edit_anyway (STAFET_KIND_ACTIVITY, any_series (f), PAIRS (span[0], span[1]));
    case 1:
      return stafet_use_edit (STAFET_KIND_ACTIVITY, any_series (f), PAIRS (PICK (harmless)));
    case 2:
      return stafet_use_edit_on (any_series (f), date, PAIRS (PICK (harmless)), anyway);
    case 3:
      return stafet_use_edit_on (any_shift (f), date, PAIRS ("wanted=3", "max=4"), anyway);
    case 4:
      return stafet_use_edit_following (any_series (f), date, PAIRS (PICK (harmless)), anyway);
    case 5:
      return stafet_use_cancel (any_series (f), date, date + g_test_rand_int_range (0, 20), "Rørskade");
    case 6:
      return stafet_use_edit_following (any_series (f), date, PAIRS (span[0], span[1]), TRUE);
    case 7:
      return stafet_use_remove (STAFET_KIND_SHIFT, any_shift (f));
    default:
      return stafet_use_restore_date (any_series (f), date);
    }
}

static StafetEdit *
random_edit_of_people (Fixture *f, StafetDate date)
{
  const StafetWho *who = WHO (PICK (people));
  const char *shift = any_shift (f);
  gboolean flag = g_test_rand_bit ();

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return stafet_use_assign (shift, who, date, flag, TRUE);
    case 1:
      return stafet_use_assign_standing (shift, who, date, NONE, g_test_rand_int_range (-1, 2),
                                         g_test_rand_int_range (1, 4), TRUE);
    case 2:
      return stafet_use_regret (shift, who, date, flag);
    case 3:
      return stafet_use_unassign (shift, who, date);
    case 4:
      return stafet_use_unassign_standing (shift, who, date);
    case 5:
      return stafet_use_attend_as_planned (shift, date);
    case 6:
      return stafet_use_attend (shift, who, date, flag, 0);
    default:
      return stafet_use_edit (STAFET_KIND_VOLUNTEER, who->volunteer, PAIRS (PICK (people_keys)));
    }
}

/* Refusals are part of the play: they must leave no trace. */
static guint
play (Fixture *f)
{
  guint n = 0;

  for (int i = 0; i < N_EDITS; i++)
    {
      StafetDate date = TUESDAY + 7 * g_test_rand_int_range (-3, 6);
      StafetEdit *random =
        g_test_rand_int_range (0, 3) == 0 ? random_edit_of_dates (f, date) : random_edit_of_people (f, date);
      g_autofree char *before = image_of_plan (f);
      g_autoptr (GError) error = NULL;
      g_autoptr (StafetOutcome) outcome = stafet_plan_edit (f->plan, random, &error);
      g_autofree char *after = image_of_plan (f);

      if (outcome != NULL && outcome->id > 0)
        n++;
      else
        g_assert_cmpstr (before, ==, after);
      if (outcome == NULL)
        g_assert_cmpuint (strlen (error->message), >, 20);
    }
  return n;
}

static void
all_edits_undone_is_as_it_was (Fixture *f, gconstpointer data)
{
  g_autofree char *before = image_of_plan (f), *after = NULL, *back = NULL, *again = NULL;
  guint n = play (f);

  (void) data;
  g_assert_cmpuint (n, >, N_EDITS / 8);
  assert_sound (f);
  after = image_of_plan (f);
  for (guint i = 0; i < n; i++)
    done (f, stafet_edit_undo ());
  back = image_of_plan (f);
  g_assert_cmpstr (before, ==, back);
  for (guint i = 0; i < n; i++)
    done (f, stafet_edit_redo ());
  again = image_of_plan (f);
  g_assert_cmpstr (after, ==, again);
}

static void
what_is_in_memory_is_what_is_stored (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  play (f);
  before = image_of_plan (f);
  g_clear_object (&f->plan);
  f->plan = stafet_plan_new (f->store, f->clock, &error);
  g_assert_no_error (error);
  after = image_of_plan (f);
  g_assert_cmpstr (before, ==, after);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The lines in an order that no uid decides. (transfer full) */
static char *
sorted (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
  return g_strjoinv ("\n", lines);
}

/* What people see of a year: when, what, and who. (transfer full) */
static char *
programme (Fixture *f)
{
  StafetAgendaQuery query = { .from = TUESDAY - 60, .to = TUESDAY + 300, .drafts = TRUE };
  g_autoptr (StafetAgenda) agenda = stafet_agenda_new (stafet_plan_get_snapshot (f->plan), &query);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      g_string_append_printf (text, "%d %d-%d %s %d", entry->original, entry->start, entry->end, entry->title,
                              entry->status);
      for (guint j = 0; j < entry->n_shifts; j++)
        {
          const StafetStaffing *s = &entry->shifts[j];

          g_string_append_printf (text, "; %s %d-%d %d/%d/%d %d", s->shift->role, s->start, s->end, s->filled,
                                  s->asked, s->permanent, s->looking);
          for (guint k = 0; k < s->n_places + s->n_away; k++)
            g_string_append_printf (text, ", %s %d %d", stafet_place_get_name (&s->places[k]),
                                    s->places[k].state, s->places[k].came);
        }
      g_string_append_c (text, '\n');
    }
  return sorted (text->str);
}

static void
a_divided_series_looks_as_before (Fixture *f, gconstpointer data)
{
  guint divided = 0;

  (void) data;
  play (f);
  for (int i = 0; i < 300 && divided < 5; i++)
    {
      g_autofree char *before = programme (f), *after = NULL;
      StafetDate date = TUESDAY + g_test_rand_int_range (-20, 60);
      g_autoptr (StafetOutcome) outcome = stafet_plan_edit (
        f->plan, stafet_use_edit_following (any_series (f), date, PAIRS ("make_ready=Borde"), FALSE), NULL);

      after = programme (f);
      g_assert_cmpstr (before, ==, after);
      divided += outcome != NULL && outcome->created != NULL;
    }
  g_assert_cmpuint (divided, >, 0);
  assert_sound (f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *path = g_strdup_printf ("/plan/use/undo/all-edits-undone-is-as-it-was/%d", i);

      TEST (path, all_edits_undone_is_as_it_was);
    }
  TEST ("/plan/use/following/a-divided-series-looks-as-before", a_divided_series_looks_as_before);
  TEST ("/plan/use/undo/what-is-in-memory-is-what-is-stored", what_is_in_memory_is_what_is_stored);
  return g_test_run ();
}
