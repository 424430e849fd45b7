/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the layout that breaks lines to its rules, with boxes of known sizes.
 */
#include "app-fixture.h"

#include "app/stafet-row-layout.h"
#include "app/stafet-wrap-layout.h"

static GtkWidget *
block (int width, int height)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (self, width, height);
  return self;
}

static GtkWidget *
add_block (gpointer box, int width, int height)
{
  GtkWidget *child = block (width, height);

  stafet_wrap_box_append (box, child);
  return child;
}

static void
allocate (GtkWidget *box, int width)
{
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
assert_place (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation place;

  gtk_widget_get_allocation (child, &place);
  g_assert_cmpint (place.x, ==, x);
  g_assert_cmpint (place.y, ==, y);
  g_assert_cmpint (place.width, ==, width);
  g_assert_cmpint (place.height, ==, height);
}

static void
assert_width (GtkWidget *box, int least, int wanted)
{
  int minimum, natural;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, least);
  g_assert_cmpint (natural, ==, wanted);
}

static void
assert_height (GtkWidget *box, int width, int expected)
{
  int minimum, natural;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, expected);
  g_assert_cmpint (natural, ==, expected);
}

RULE (children_that_fit_stand_side_by_side)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));
  GtkWidget *a = add_block (box, 100, 20), *b = add_block (box, 50, 30);

  assert_width (box, 100, 160);
  assert_height (box, 160, 30);
  allocate (box, 160);
  assert_place (a, 0, 0, 100, 30);
  assert_place (b, 110, 0, 50, 30);
  assert_finalized (app);
}

RULE (a_child_that_does_not_fit_goes_to_the_next_line)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));
  GtkWidget *a = add_block (box, 100, 20), *b = add_block (box, 50, 30), *c = add_block (box, 90, 10);

  assert_height (box, 159, 20 + 4 + 30);
  allocate (box, 159);
  assert_place (a, 0, 0, 100, 20);
  assert_place (b, 0, 24, 50, 30);
  assert_place (c, 60, 24, 90, 30);
  assert_finalized (app);
}

RULE (what_belongs_with_the_next_goes_to_its_line)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));
  GtkWidget *a = add_block (box, 60, 20), *b = add_block (box, 50, 20), *c = add_block (box, 90, 20);

  gtk_widget_add_css_class (b, STAFET_KEEP_WITH_NEXT);
  allocate (box, 150);
  assert_place (a, 0, 0, 60, 20);
  assert_place (b, 0, 24, 50, 20);
  assert_place (c, 60, 24, 90, 20);
  /* Alone in its line it stays where it is. */
  allocate (box, 100);
  assert_place (b, 0, 24, 50, 20);
  assert_place (c, 0, 48, 90, 20);
  assert_finalized (app);
}

RULE (an_expanding_child_has_what_is_left_of_its_line)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));
  GtkWidget *a = add_block (box, 100, 20), *b = add_block (box, 50, 20), *c = add_block (box, 40, 20);

  gtk_widget_set_hexpand (b, TRUE);
  allocate (box, 400);
  assert_place (a, 0, 0, 100, 20);
  assert_place (b, 110, 0, 240, 20);
  assert_place (c, 360, 0, 40, 20);
  gtk_widget_set_hexpand (c, TRUE);
  allocate (box, 400);
  assert_place (b, 110, 0, 145, 20);
  assert_place (c, 265, 0, 135, 20);
  assert_finalized (app);
}

RULE (a_child_in_the_middle_is_no_higher_than_it_would_like)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));
  GtkWidget *a = add_block (box, 100, 20), *b = add_block (box, 50, 30);

  gtk_widget_add_css_class (a, STAFET_MIDDLE);
  allocate (box, 160);
  assert_place (a, 0, 5, 100, 20);
  assert_place (b, 110, 0, 50, 30);
  assert_finalized (app);
}

/* ——— A row that does not break ——— */

static GtkWidget *
show_row (App *app)
{
  GtkWidget *box = stafet_wrap_box_new (0, 0);

  gtk_widget_set_layout_manager (box, stafet_row_layout_new (10));
  return show (app, box);
}

RULE (a_row_shares_what_is_left_among_those_that_expand)
{
  GtkWidget *box = show_row (app);
  GtkWidget *a = add_block (box, 100, 20), *b = add_block (box, 50, 30), *c = add_block (box, 40, 10);

  assert_width (box, 210, 210);
  assert_height (box, 300, 30);
  gtk_widget_set_hexpand (a, TRUE);
  gtk_widget_set_hexpand (c, TRUE);
  gtk_widget_add_css_class (c, STAFET_MIDDLE);
  allocate (box, 231);
  assert_place (a, 0, 0, 110, 30);
  assert_place (b, 120, 0, 50, 30);
  assert_place (c, 180, 10, 51, 10);
  gtk_widget_hide (b);
  allocate (box, 171);
  assert_place (a, 0, 0, 110, 20);
  assert_place (c, 120, 5, 51, 10);
  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  allocate (box, 171);
  assert_place (a, 61, 0, 110, 20);
  assert_place (c, 0, 5, 51, 10);
  assert_finalized (app);
}

RULE (a_text_in_a_row_breaks_where_there_is_too_little_and_never_asks_for_a_width)
{
  GtkWidget *box = show_row (app), *a = add_block (box, 100, 20),
            *label = gtk_label_new ("One two three four");
  int low, wanted, for_height, high;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), label);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &low, &wanted, NULL, NULL);
  g_assert_cmpint (low, <, wanted);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, 200, NULL, &for_height, NULL, NULL);
  g_assert_cmpint (for_height, ==, wanted);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, low, NULL, &high, NULL, NULL);
  allocate (box, low);
  g_assert_cmpint (gtk_widget_get_width (a), ==, 100);
  g_assert_cmpint (gtk_widget_get_width (label), ==, low - 110);
  g_assert_cmpint (gtk_widget_get_height (label), ==, high);
  g_assert_cmpint (high, >, 20);
  assert_finalized (app);
}

/* A wrapping label would like all of its text on one line. */
RULE (an_expanding_text_is_content_with_less_before_it_breaks)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));
  GtkWidget *a = add_block (box, 100, 20), *label = gtk_label_new (NULL);
  GtkAllocation place;

  gtk_label_set_text (GTK_LABEL (label), "Somebody has to say very much here, in one long line of words that "
                                         "does not end before everything there is to say has been said");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), label);
  allocate (box, 400);
  gtk_widget_get_allocation (label, &place);
  assert_place (a, 0, 0, 100, place.height);
  g_assert_cmpint (place.y, ==, 0);
  g_assert_cmpint (place.width, ==, 290);
  gtk_widget_set_hexpand (label, FALSE);
  gtk_widget_queue_resize (box);
  allocate (box, 400);
  gtk_widget_get_allocation (label, &place);
  g_assert_cmpint (place.y, ==, 24);
  g_assert_cmpint (place.width, ==, 400);
  assert_finalized (app);
}

RULE (a_hidden_child_takes_no_room)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));
  GtkWidget *a = add_block (box, 100, 20), *b = add_block (box, 500, 99), *c = add_block (box, 50, 20);

  (void) a;
  gtk_widget_hide (b);
  assert_width (box, 100, 160);
  assert_height (box, 160, 20);
  allocate (box, 160);
  assert_place (c, 110, 0, 50, 20);
  assert_finalized (app);
}

RULE (from_right_to_left_the_first_child_stands_at_the_right)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));
  GtkWidget *a = add_block (box, 100, 20), *b = add_block (box, 50, 20);

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  allocate (box, 200);
  assert_place (a, 100, 0, 100, 20);
  assert_place (b, 40, 0, 50, 20);
  assert_finalized (app);
}

RULE (a_box_without_children_is_nothing)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));

  assert_width (box, 0, 0);
  assert_height (box, 0, 0);
  assert_height (box, 500, 0);
  allocate (box, 500);
  assert_finalized (app);
}

RULE (a_single_line_has_all_the_height_there_is)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));
  GtkWidget *a = add_block (box, 100, 20), *b = add_block (box, 50, 20);

  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, 300, 80 }, -1);
  assert_place (a, 0, 0, 100, 80);
  assert_place (b, 110, 0, 50, 80);
  assert_finalized (app);
}

RULE (spacing_is_a_property_and_a_change_is_laid_out)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (box);
  int spacing, line_spacing;

  add_block (box, 100, 20);
  add_block (box, 50, 20);
  assert_width (box, 100, 160);
  g_object_set (layout, "spacing", 30, "line-spacing", 9, NULL);
  g_object_get (layout, "spacing", &spacing, "line-spacing", &line_spacing, NULL);
  g_assert_cmpint (spacing, ==, 30);
  g_assert_cmpint (line_spacing, ==, 9);
  assert_width (box, 100, 180);
  assert_height (box, 100, 49);
  assert_finalized (app);
}

RULE (a_box_is_not_greedy_because_a_child_is)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));

  gtk_widget_set_hexpand (add_block (box, 100, 20), TRUE);
  g_assert_false (gtk_widget_compute_expand (box, GTK_ORIENTATION_HORIZONTAL));
  assert_finalized (app);
}

/* Whatever stands in it: no child outside, none over another, in order, and as high as was asked for. */
static void
assert_sound_at (GtkWidget *box, int width)
{
  GtkAllocation before = { 0, 0, 0, 0 }, place;
  int height, line_top = 0, line_end = 0;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, width, height }, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_get_allocation (child, &place);
      g_assert_cmpint (place.x + place.width, <=, width);
      g_assert_cmpint (place.y + place.height, <=, height);
      if (place.y == line_top)
        g_assert_cmpint (place.x, >=, before.width > 0 ? before.x + before.width : 0);
      else
        {
          g_assert_cmpint (place.x, ==, 0);
          g_assert_cmpint (place.y, >=, line_end);
        }
      line_top = place.y;
      line_end = MAX (place.y == before.y ? line_end : 0, place.y + place.height);
      before = place;
    }
}

static void
fill_at_random (GtkWidget *box, GRand *rand)
{
  guint n = (guint) g_rand_int_range (rand, 1, 9);

  stafet_wrap_box_remove_all (STAFET_WRAP_BOX (box));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *child = g_rand_int_range (rand, 0, 3) == 0
                           ? gtk_label_new ("Words that may be broken over many lines")
                           : block (g_rand_int_range (rand, 1, 200), g_rand_int_range (rand, 1, 60));

      if (GTK_IS_LABEL (child))
        gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      gtk_widget_set_hexpand (child, g_rand_int_range (rand, 0, 3) == 0);
      gtk_widget_set_visible (child, g_rand_int_range (rand, 0, 5) > 0);
      stafet_wrap_box_append (STAFET_WRAP_BOX (box), child);
    }
}

RULE (no_child_ever_stands_outside_or_over_another)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (48);
  GtkWidget *box = show (app, stafet_wrap_box_new (7, 3));

  for (int round = 0; round < 60; round++)
    {
      int least, wanted;

      fill_at_random (box, rand);
      gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      g_assert_cmpint (least, <=, wanted);
      for (int width = least; width < 900; width += 1 + width / 11)
        assert_sound_at (box, width);
    }
  assert_finalized (app);
}

RULE (it_is_a_group_and_tab_goes_through_it_in_order)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));

  stafet_wrap_box_append (STAFET_WRAP_BOX (box), gtk_button_new_with_label ("One"));
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), gtk_check_button_new_with_label ("Two"));
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), gtk_entry_new ());
  settle ();
  assert_role (box, GROUP);
  assert_tab_order (app, "GtkButton GtkCheckButton GtkEntry");
  assert_finalized (app);
}

RULE (tab_goes_in_order_past_a_child_that_is_higher_than_the_others)
{
  GtkWidget *box = show (app, stafet_wrap_box_new (10, 4));
  GtkWidget *high = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (high), gtk_entry_new ());
  gtk_box_append (GTK_BOX (high), block (50, 90));
  gtk_widget_set_valign (high, GTK_ALIGN_START);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), high);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), gtk_button_new_with_label ("Two"));
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), gtk_check_button_new_with_label ("Three"));
  gtk_widget_set_valign (gtk_widget_get_last_child (box), GTK_ALIGN_START);
  settle ();
  assert_tab_order (app, "GtkEntry GtkButton GtkCheckButton");
  gtk_widget_grab_focus (gtk_widget_get_last_child (box));
  g_assert_true (gtk_widget_child_focus (box, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpstr (focus_name (app->window), ==, "GtkButton");
  g_assert_true (gtk_widget_child_focus (box, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpstr (focus_name (app->window), ==, "GtkEntry");
  g_assert_false (gtk_widget_child_focus (box, GTK_DIR_TAB_BACKWARD));
  assert_finalized (app);
}

RULE (a_builder_gives_it_children)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *box;

  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  builder = gtk_builder_new_from_string ("<interface><object class='StafetWrapBox' id='box'>"
                                         "<child><object class='GtkLabel'/></child>"
                                         "<child><object class='GtkButton'/></child>"
                                         "</object></interface>",
                                         -1);
  box = GTK_WIDGET (gtk_builder_get_object (builder, "box"));
  g_assert_true (GTK_IS_LABEL (gtk_widget_get_first_child (box)));
  g_assert_true (GTK_IS_BUTTON (gtk_widget_get_last_child (box)));
  show (app, box);
  g_clear_object (&builder);
  assert_finalized (app);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define WRAP(name, func) APP_TEST ("/app/wrap-layout/" name, func)
  WRAP ("children-that-fit-stand-side-by-side", children_that_fit_stand_side_by_side);
  WRAP ("a-child-that-does-not-fit-goes-to-the-next-line", a_child_that_does_not_fit_goes_to_the_next_line);
  WRAP ("what-belongs-with-the-next-goes-to-its-line", what_belongs_with_the_next_goes_to_its_line);
  WRAP ("an-expanding-child-has-what-is-left-of-its-line", an_expanding_child_has_what_is_left_of_its_line);
  WRAP ("a-child-in-the-middle-is-no-higher-than-it-would-like",
        a_child_in_the_middle_is_no_higher_than_it_would_like);
  WRAP ("a-row-shares-what-is-left-among-those-that-expand",
        a_row_shares_what_is_left_among_those_that_expand);
  WRAP ("a-text-in-a-row-breaks-where-there-is-too-little-and-never-asks-for-a-width",
        a_text_in_a_row_breaks_where_there_is_too_little_and_never_asks_for_a_width);
  WRAP ("an-expanding-text-is-content-with-less-before-it-breaks",
        an_expanding_text_is_content_with_less_before_it_breaks);
  WRAP ("a-hidden-child-takes-no-room", a_hidden_child_takes_no_room);
  WRAP ("from-right-to-left-the-first-child-stands-at-the-right",
        from_right_to_left_the_first_child_stands_at_the_right);
  WRAP ("a-box-without-children-is-nothing", a_box_without_children_is_nothing);
  WRAP ("a-single-line-has-all-the-height-there-is", a_single_line_has_all_the_height_there_is);
  WRAP ("spacing-is-a-property-and-a-change-is-laid-out", spacing_is_a_property_and_a_change_is_laid_out);
  WRAP ("a-box-is-not-greedy-because-a-child-is", a_box_is_not_greedy_because_a_child_is);
  WRAP ("no-child-ever-stands-outside-or-over-another", no_child_ever_stands_outside_or_over_another);
  WRAP ("it-is-a-group-and-tab-goes-through-it-in-order", it_is_a_group_and_tab_goes_through_it_in_order);
  WRAP ("tab-goes-in-order-past-a-child-that-is-higher-than-the-others",
        tab_goes_in_order_past_a_child_that_is_higher_than_the_others);
  WRAP ("a-builder-gives-it-children", a_builder_gives_it_children);
  return g_test_run ();
}
