/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plays long series of random edits, and holds the use cases to what must be true after any of them: undo
 * brings back exactly what was, and dividing a series changes nothing of what people see.
 */
#include "play-fixture.h"

static void
all_edits_undone_is_as_it_was (Fixture *f, gconstpointer data)
{
  g_autofree char *before = image_of_plan (f), *after = NULL, *back = NULL, *again = NULL;
  guint n = play (f);

  (void) data;
  /* How many are refused is chance; that many are not is what makes the play worth something. */
  g_assert_cmpuint (n, >, N_EDITS / 20);
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
