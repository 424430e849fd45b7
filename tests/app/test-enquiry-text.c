/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what is read out of an enquiry's texts, and what is new of a form, to what stands there.
 */
#include "app/stafet-enquiry-text.h"

static void
ideas_are_words_of_their_own (void)
{
  static const struct
  {
    const char *text, *idea, *cut;
  } all[] = {
    { "gå ture", "gå ture", "" },
    { "vil gerne gå ture i skoven", "gå ture", "vil gerne i skoven" },
    { "gå ture, motion", "gå ture", "motion" },
    { "motion, gå ture", "gå ture", "motion" },
    { "motion, gå ture, kort", "gå ture", "motion, kort" },
    { "promotion", "motion", NULL },
    { "motionscenter", "motion", NULL },
    { "æmotion", "motion", NULL },
    { "", "motion", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *cut = stafet_enquiry_cut_idea (all[i].text, all[i].idea);

      g_assert_cmpint (stafet_enquiry_has_idea (all[i].text, all[i].idea), ==, all[i].cut != NULL);
      g_assert_cmpstr (cut, ==, all[i].cut != NULL ? all[i].cut : all[i].text);
    }
}

static void
what_is_added_is_cut_again (void)
{
  for (gsize i = 0; stafet_enquiry_ideas[i] != NULL; i++)
    {
      g_autofree char *longer = stafet_enquiry_add_idea ("vil gerne ud", stafet_enquiry_ideas[i]);
      g_autofree char *cut = stafet_enquiry_cut_idea (longer, stafet_enquiry_ideas[i]);

      g_assert_true (stafet_enquiry_has_idea (longer, stafet_enquiry_ideas[i]));
      g_assert_cmpstr (cut, ==, "vil gerne ud");
    }
}

static void
a_person_is_a_name_and_a_number (void)
{
  static const struct
  {
    const char *text, *name, *phone;
  } all[] = { { "Gerda, 14 35 79 59", "Gerda", "14 35 79 59" },
              { "Gerda Lund +45 14357959", "Gerda Lund", "+45 14357959" },
              { "14357959", "", "14357959" },
              { "Gerda", "Gerda", "" },
              { "Værelse 12", "Værelse 12", "" },
              { "", "", "" } };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autofree char *name = NULL, *phone = NULL;

      stafet_enquiry_split_person (all[i].text, &name, &phone);
      g_assert_cmpstr (name, ==, all[i].name);
      g_assert_cmpstr (phone, ==, all[i].phone);
    }
}

static void
only_what_is_new_is_left (void)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  stafet_pairs_put (pairs, "wish", "kort");
  stafet_pairs_put (pairs, "price", NULL);
  stafet_pairs_learn (pairs, known);
  stafet_pairs_put (pairs, "wish", "a=b");
  stafet_pairs_put_date (pairs, "delete_on", STAFET_DATE_NONE);
  g_assert_cmpuint (pairs->len, ==, 3);
  stafet_pairs_drop_known (pairs, known);
  g_assert_cmpuint (pairs->len, ==, 2);
  g_assert_cmpstr (pairs->pdata[0], ==, "wish=a=b");
  /* What is emptied and was not known to be is new. */
  g_assert_cmpstr (pairs->pdata[1], ==, "delete_on=");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/enquiry-text/ideas-are-words-of-their-own", ideas_are_words_of_their_own);
  g_test_add_func ("/app/enquiry-text/what-is-added-is-cut-again", what_is_added_is_cut_again);
  g_test_add_func ("/app/enquiry-text/a-person-is-a-name-and-a-number", a_person_is_a_name_and_a_number);
  g_test_add_func ("/app/enquiry-text/only-what-is-new-is-left", only_what_is_new_is_left);
  return g_test_run ();
}
