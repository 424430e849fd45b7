/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds chips to saying a state with an icon, a word and a border.
 */
#include "app-fixture.h"

#include "app/stafet-chip.h"

static GtkImage *
image_of (StafetChip *chip)
{
  g_autoptr (GPtrArray) images = widgets_of (chip, GTK_TYPE_IMAGE);

  g_assert_cmpuint (images->len, ==, 1);
  return g_ptr_array_index (images, 0);
}

static void
assert_looks (StafetChip *chip, StafetChipState state)
{
  const char *icon = stafet_chip_get_icon (state);

  for (int other = 0; other < STAFET_N_CHIPS; other++)
    g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (chip), stafet_chip_get_class (other)), ==,
                     other == (int) state);
  g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (image_of (chip))), ==, icon != NULL);
  g_assert_cmpstr (gtk_image_get_icon_name (image_of (chip)), ==, icon);
}

RULE (every_state_has_a_class_and_but_the_plain_one_an_icon_of_its_own)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  gtk_icon_theme_add_resource_path (theme, "/dk/stafet/Stafet/icons");
  for (int state = 0; state < STAFET_N_CHIPS; state++)
    {
      StafetChip *chip = show (app, stafet_chip_new (state, "Word"));

      assert_looks (chip, state);
      if (state != STAFET_CHIP_PLAIN)
        g_assert_true (gtk_icon_theme_has_icon (theme, stafet_chip_get_icon (state)));
      assert_finalized (app);
    }
  for (int a = 0; a < STAFET_N_CHIPS; a++)
    for (int b = 0; b < a; b++)
      {
        g_assert_cmpstr (stafet_chip_get_class (a), !=, stafet_chip_get_class (b));
        g_assert_cmpstr (stafet_chip_get_icon (a), !=, stafet_chip_get_icon (b));
      }
}

RULE (a_chip_that_is_set_again_keeps_nothing_of_before)
{
  StafetChip *chip = show (app, stafet_chip_new (STAFET_CHIP_ASKED, "asked"));

  for (int from = 0; from < STAFET_N_CHIPS; from++)
    for (int to = 0; to < STAFET_N_CHIPS; to++)
      {
        stafet_chip_set (chip, from, "before");
        stafet_chip_set (chip, to, "after");
        assert_looks (chip, to);
        assert_shows (chip, "after");
      }
  assert_finalized (app);
}

RULE (what_it_says_is_read_and_set_as_properties)
{
  StafetChip *chip = show (app, g_object_new (STAFET_TYPE_CHIP, NULL));
  g_autofree char *label = NULL;
  int state;

  assert_looks (chip, STAFET_CHIP_PLAIN);
  g_object_set (chip, "state", (int) STAFET_CHIP_WARNING, "label", "Look at this", NULL);
  g_object_get (chip, "state", &state, "label", &label, NULL);
  g_assert_cmpint (state, ==, STAFET_CHIP_WARNING);
  g_assert_cmpstr (label, ==, "Look at this");
  assert_looks (chip, STAFET_CHIP_WARNING);
  assert_finalized (app);
}

RULE (its_word_is_read_and_it_takes_no_focus)
{
  StafetChip *chip = show (app, stafet_chip_new (STAFET_CHIP_CANCELLED, "CANCELLED"));
  g_autoptr (GPtrArray) labels = widgets_of (chip, GTK_TYPE_LABEL);

  assert_role (labels->pdata[0], LABEL);
  assert_tab_order (app, "");
  assert_finalized (app);
}

RULE (a_long_word_wraps)
{
  StafetChip *chip = show (app, stafet_chip_new (STAFET_CHIP_TEMPORARY, "Only this time, and for a reason"));
  int least, wanted;

  gtk_widget_measure (GTK_WIDGET (chip), GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  g_assert_cmpint (least, <, wanted / 2);
  assert_measures (GTK_WIDGET (chip));
  assert_finalized (app);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define CHIP(name, func) APP_TEST ("/app/chip/" name, func)
  CHIP ("every-state-has-a-class-and-but-the-plain-one-an-icon-of-its-own",
        every_state_has_a_class_and_but_the_plain_one_an_icon_of_its_own);
  CHIP ("a-chip-that-is-set-again-keeps-nothing-of-before", a_chip_that_is_set_again_keeps_nothing_of_before);
  CHIP ("what-it-says-is-read-and-set-as-properties", what_it_says_is_read_and_set_as_properties);
  CHIP ("its-word-is-read-and-it-takes-no-focus", its_word_is_read_and_it_takes_no_focus);
  CHIP ("a-long-word-wraps", a_long_word_wraps);
  return g_test_run ();
}
