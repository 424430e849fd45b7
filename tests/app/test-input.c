/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the fields of forms to saying what they understood, and forms to what was typed into them.
 */
#include "app-fixture.h"

#include "app/stafet-input.h"

static StafetInput *
input_new (const char *reads, const char *key, const char *kind)
{
  StafetInput *input =
    g_object_new (STAFET_TYPE_INPUT, "title", "Title", "reads", reads, "key", key, "kind", kind, NULL);

  stafet_input_set_today (input, TUESDAY);
  return input;
}

static StafetInput *
show_input (App *app, const char *reads)
{
  return show (app, input_new (reads, NULL, NULL));
}

#define ENTRY_OF(input) (GTK_WIDGET (PART (input, "entry")))
#define MESSAGE_OF(input) (GTK_WIDGET (PART (input, "message")))

static void
assert_hint (StafetInput *input, const char *hint)
{
  g_assert_cmpint (gtk_widget_get_visible (MESSAGE_OF (input)), ==, *hint != '\0');
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (MESSAGE_OF (input))), ==, hint);
  g_assert_false (gtk_widget_has_css_class (MESSAGE_OF (input), "problem"));
  g_assert_false (gtk_widget_has_css_class (ENTRY_OF (input), "error"));
  gtk_test_accessible_assert_state (ENTRY_OF (input), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_FALSE);
}

static void
assert_problem (StafetInput *input)
{
  g_assert_true (gtk_widget_get_visible (MESSAGE_OF (input)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (MESSAGE_OF (input))), !=, "");
  g_assert_true (gtk_widget_has_css_class (MESSAGE_OF (input), "problem"));
  g_assert_true (gtk_widget_has_css_class (ENTRY_OF (input), "error"));
  gtk_test_accessible_assert_state (ENTRY_OF (input), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
}

static void
assert_reads (StafetInput *input, const char *typed, const char *value)
{
  g_autofree char *read = NULL;

  stafet_input_set_text (input, typed);
  read = stafet_input_read (input, NULL);
  g_assert_cmpstr (read, ==, value);
}

RULE (the_title_names_the_field)
{
  StafetInput *input = show_input (app, "text");

  assert_name (ENTRY_OF (input), "Title");
  assert_role (ENTRY_OF (input), TEXT_BOX);
  g_object_set (input, "title", "First time", NULL);
  assert_name (ENTRY_OF (input), "First time");
  assert_shows (input, "First time");
  gtk_test_accessible_assert_relation (ENTRY_OF (input), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                       MESSAGE_OF (input), NULL);
  assert_finalized (app);
}

RULE (its_properties_are_read_as_they_were_set)
{
  static const char *const names[] = { "title", "placeholder", "text", "key", "reads", "kind" };
  StafetInput *input = show_input (app, "text");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (int round = 0; round < 2; round++)
      {
        g_autofree char *value = NULL;

        g_object_set (input, names[i], round == 0 ? "one" : "two", NULL);
        g_object_get (input, names[i], &value, NULL);
        g_assert_cmpstr (value, ==, round == 0 ? "one" : "two");
      }
  assert_finalized (app);
}

RULE (a_date_is_said_in_words_while_it_is_typed)
{
  StafetInput *input = show_input (app, "date");

  stafet_input_set_text (input, "24/12");
  assert_hint (input, "Thursday 24 December 2026");
  assert_reads (input, "24/12", "2026-12-24");
  assert_reads (input, "i morgen", "2026-11-25");
  assert_hint (input, "Wednesday 25 November 2026");
  assert_reads (input, "", "");
  assert_hint (input, "");
  assert_finalized (app);
}

/* It may yet become one. */
RULE (what_is_not_understood_is_no_problem_before_the_field_is_left)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *next = gtk_entry_new ();
  StafetInput *input = input_new ("date", NULL, NULL);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (input));
  gtk_box_append (GTK_BOX (box), next);
  show (app, box);
  gtk_widget_grab_focus (GTK_WIDGET (input));
  settle ();
  stafet_input_set_text (input, "24/1");
  assert_hint (input, "Sunday 24 January 2027");
  stafet_input_set_text (input, "24/13");
  assert_hint (input, "");
  gtk_widget_grab_focus (next);
  settle ();
  assert_problem (input);
  stafet_input_set_text (input, "24/12");
  assert_hint (input, "Thursday 24 December 2026");
  assert_finalized (app);
}

RULE (what_is_refused_when_read_is_said_and_the_text_stays)
{
  StafetInput *input = show_input (app, "time");
  g_autoptr (GError) error = NULL;

  stafet_input_set_text (input, "kvart i ni ish");
  g_assert_null (stafet_input_read (input, &error));
  g_assert_nonnull (error);
  assert_problem (input);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (MESSAGE_OF (input))), ==, error->message);
  g_assert_cmpstr (stafet_input_get_text (input), ==, "kvart i ni ish");
  assert_reads (input, "8.30", "08:30");
  assert_hint (input, "");
  assert_finalized (app);
}

RULE (a_text_is_checked_by_the_record_that_it_fills)
{
  StafetInput *input = show (app, input_new ("text", "phones", "volunteer"));

  assert_reads (input, "13 70 12 44", "13 70 12 44");
  stafet_input_set_text (input, "ring til mig");
  g_assert_null (stafet_input_read (input, NULL));
  assert_problem (input);
  assert_finalized (app);
}

RULE (times_when_somebody_is_free_are_read)
{
  StafetInput *input = show_input (app, "available");

  stafet_input_set_text (input, "tirsdag 8-14");
  {
    g_autofree char *value = stafet_input_read (input, NULL);

    g_assert_nonnull (value);
    g_assert_cmpstr (value, !=, "");
  }
  stafet_input_set_text (input, "når det regner");
  g_assert_null (stafet_input_read (input, NULL));
  assert_problem (input);
  assert_finalized (app);
}

RULE (a_problem_and_a_hint_take_turns)
{
  StafetInput *input = show_input (app, "text");

  stafet_input_set_problem (input, "What is it called?");
  assert_problem (input);
  stafet_input_set_hint (input, "Every Thursday");
  assert_hint (input, "Every Thursday");
  stafet_input_set_problem (input, "No");
  stafet_input_set_problem (input, NULL);
  assert_hint (input, "");
  assert_finalized (app);
}

static void
count_cb (guint *n)
{
  ++*n;
}

RULE (every_change_is_told_once)
{
  StafetInput *input = show_input (app, "text");
  guint n = 0;

  g_signal_connect_swapped (input, "changed", G_CALLBACK (count_cb), &n);
  stafet_input_set_text (input, "a");
  g_assert_cmpuint (n, ==, 1);
  g_object_set (input, "text", NULL, NULL);
  g_assert_cmpuint (n, ==, 2);
  stafet_input_set_text (input, NULL);
  g_assert_cmpuint (n, ==, 2);
  assert_finalized (app);
}

RULE (the_field_takes_the_focus_for_its_text)
{
  StafetInput *input = show_input (app, "text");

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (input)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (app->window), ENTRY_OF (input)));
  assert_tab_order (app, "GtkEntry");
  stafet_input_set_problem (input, "A long sentence that says what is wrong with what was written here");
  assert_measures (GTK_WIDGET (input));
  assert_finalized (app);
}

/* In a narrow column. */
static int
height_with (StafetInput *input)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (input), GTK_ORIENTATION_VERTICAL, 160, NULL, &height, NULL, NULL);
  return height;
}

RULE (a_sentence_has_its_lines_whatever_stood_there_before)
{
  static const char *const long_one = "“10.30.30x” is no time of day. Write for example 14 or 14.30.";
  static const char *const before[] = { NULL, "short",
                                        "another sentence that is longer than a line is here" };
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  StafetInput *input = input_new ("text", NULL, NULL);
  int bare, height;

  gtk_box_append (GTK_BOX (form), GTK_WIDGET (input));
  show (app, form);
  bare = height_with (input);
  stafet_input_set_problem (input, long_one);
  gtk_test_widget_wait_for_draw (form);
  height = height_with (input);
  g_assert_cmpint (height, >, bare + 2 * 12);
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      stafet_input_set_hint (input, before[i]);
      gtk_test_widget_wait_for_draw (form);
      g_assert_cmpint (height_with (input), >=, bare);
      stafet_input_set_hint (input, NULL);
      gtk_test_widget_wait_for_draw (form);
      g_assert_cmpint (height_with (input), ==, bare);
      stafet_input_set_problem (input, long_one);
      gtk_test_widget_wait_for_draw (form);
      g_assert_cmpint (height_with (input), ==, height);
    }
  assert_finalized (app);
}

/* ——— Forms ——— */

/* A name, a telephone and a field without a key, one of them deeper. */
static GtkWidget *
show_form (App *app, StafetInput **name, StafetInput **phones)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  *name = input_new ("text", "name", "volunteer");
  *phones = input_new ("text", "phones", "volunteer");
  gtk_box_append (GTK_BOX (form), GTK_WIDGET (*name));
  gtk_box_append (GTK_BOX (form), GTK_WIDGET (input_new ("text", NULL, NULL)));
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (*phones));
  gtk_box_append (GTK_BOX (form), inner);
  return show (app, form);
}

static void
assert_collects (GtkWidget *form, GHashTable *before, const char *expected)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  g_assert_true (stafet_form_collect (form, before, pairs));
  g_ptr_array_add (pairs, NULL);
  text = g_strjoinv ("; ", (char **) pairs->pdata);
  g_assert_cmpstr (text, ==, expected);
}

RULE (a_form_finds_its_fields_in_order)
{
  StafetInput *name, *phones;
  GtkWidget *form = show_form (app, &name, &phones);
  g_autoptr (GPtrArray) inputs = stafet_form_inputs (form);

  g_assert_cmpuint (inputs->len, ==, 2);
  g_assert_true (inputs->pdata[0] == name);
  g_assert_true (inputs->pdata[1] == phones);
  assert_finalized (app);
}

RULE (a_form_collects_what_differs_from_before)
{
  g_autoptr (GHashTable) before = g_hash_table_new (g_str_hash, g_str_equal);
  StafetInput *name, *phones;
  GtkWidget *form = show_form (app, &name, &phones);

  stafet_input_set_text (name, "Karen Holm");
  assert_collects (form, NULL, "name=Karen Holm");
  g_hash_table_insert (before, (gpointer) "name", (gpointer) "Karen Holm");
  g_hash_table_insert (before, (gpointer) "phones", (gpointer) "13701244");
  assert_collects (form, before, "phones=");
  stafet_input_set_text (phones, "13701244");
  assert_collects (form, before, "");
  assert_finalized (app);
}

RULE (what_a_record_cannot_be_without_is_asked_for_in_its_place)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  StafetInput *name, *phones;
  GtkWidget *form = show_form (app, &name, &phones);

  g_assert_false (stafet_form_collect (form, NULL, pairs));
  assert_problem (name);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (app->window), GTK_WIDGET (name)));
  g_assert_false (gtk_widget_has_css_class (MESSAGE_OF (phones), "problem"));
  assert_finalized (app);
}

RULE (the_first_field_that_is_not_understood_has_the_focus)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  StafetInput *name, *phones;
  GtkWidget *form = show_form (app, &name, &phones);

  stafet_input_set_text (name, "Karen Holm");
  stafet_input_set_text (phones, "ring til mig");
  g_assert_false (stafet_form_collect (form, NULL, pairs));
  assert_problem (phones);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (app->window), GTK_WIDGET (phones)));
  assert_finalized (app);
}

RULE (a_refusal_is_said_beside_the_field_that_it_is_about)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  g_autoptr (GError) error = NULL, other = NULL;
  StafetInput *name, *phones;
  GtkWidget *form = show_form (app, &name, &phones);

  g_ptr_array_add (pairs, (gpointer) "name=Karen Holm");
  g_ptr_array_add (pairs, (gpointer) "phones=ring til mig");
  g_ptr_array_add (pairs, NULL);
  g_assert_false (
    stafet_use_check_pairs (STAFET_KIND_VOLUNTEER, (const char *const *) pairs->pdata, NULL, FALSE, &error));
  g_assert_true (stafet_form_show_error (form, pairs, STAFET_KIND_VOLUNTEER, NULL, error));
  assert_problem (phones);
  assert_hint (name, "");
  g_set_error_literal (&other, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE, "Something else");
  g_assert_false (stafet_form_show_error (form, pairs, STAFET_KIND_VOLUNTEER, NULL, other));
  assert_finalized (app);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define INPUT(name, func) APP_TEST ("/app/input/" name, func)
  INPUT ("the-title-names-the-field", the_title_names_the_field);
  INPUT ("its-properties-are-read-as-they-were-set", its_properties_are_read_as_they_were_set);
  INPUT ("a-date-is-said-in-words-while-it-is-typed", a_date_is_said_in_words_while_it_is_typed);
  INPUT ("what-is-not-understood-is-no-problem-before-the-field-is-left",
         what_is_not_understood_is_no_problem_before_the_field_is_left);
  INPUT ("what-is-refused-when-read-is-said-and-the-text-stays",
         what_is_refused_when_read_is_said_and_the_text_stays);
  INPUT ("a-text-is-checked-by-the-record-that-it-fills", a_text_is_checked_by_the_record_that_it_fills);
  INPUT ("times-when-somebody-is-free-are-read", times_when_somebody_is_free_are_read);
  INPUT ("a-problem-and-a-hint-take-turns", a_problem_and_a_hint_take_turns);
  INPUT ("a-sentence-has-its-lines-whatever-stood-there-before",
         a_sentence_has_its_lines_whatever_stood_there_before);
  INPUT ("every-change-is-told-once", every_change_is_told_once);
  INPUT ("the-field-takes-the-focus-for-its-text", the_field_takes_the_focus_for_its_text);
  INPUT ("form/finds-its-fields-in-order", a_form_finds_its_fields_in_order);
  INPUT ("form/collects-what-differs-from-before", a_form_collects_what_differs_from_before);
  INPUT ("form/what-a-record-cannot-be-without", what_a_record_cannot_be_without_is_asked_for_in_its_place);
  INPUT ("form/the-first-field-that-is-not-understood-has-the-focus",
         the_first_field_that_is_not_understood_has_the_focus);
  INPUT ("form/a-refusal-is-said-beside-the-field-that-it-is-about",
         a_refusal_is_said_beside_the_field_that_it_is_about);
  return g_test_run ();
}
