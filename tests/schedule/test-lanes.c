/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the rules of lanes: what stands side by side, what reaches how far, and what has no room.
 */
#include "schedule/stafet-lanes.h"

/* "10-14 10.30-12 …", minutes after a dot; in order of start. */
static GArray *
items_of (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *items = g_array_new (FALSE, TRUE, sizeof (StafetLanesItem));

  for (char **word = words; *word != NULL; word++)
    {
      StafetLanesItem item = { 0 };
      g_auto (GStrv) ends = g_strsplit (*word, "-", 2);

      for (int i = 0; i < 2; i++)
        {
          g_auto (GStrv) parts = g_strsplit (ends[i], ".", 2);
          int minutes = atoi (parts[0]) * 60 + (parts[1] != NULL ? atoi (parts[1]) : 0);

          *(i == 0 ? &item.start : &item.end) = minutes;
        }
      g_array_append_val (items, item);
    }
  return items;
}

/* As "lane+span/lanes …", "-" without room; then "| from-to:n" in hours. */
static void
assert_places (const char *text, int most, const char *expected)
{
  g_autoptr (GArray) items = items_of (text);
  g_autoptr (GArray) more = stafet_lanes_place ((StafetLanesItem *) (gpointer) items->data, items->len, most);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const StafetLanesItem *item = &g_array_index (items, StafetLanesItem, i);

      g_string_append (found, i > 0 ? " " : "");
      if (item->lane < 0)
        g_string_append (found, "-");
      else
        g_string_append_printf (found, "%d+%d/%d", item->lane, item->span, item->lanes);
    }
  for (guint i = 0; i < more->len; i++)
    {
      const StafetLanesMore *one = &g_array_index (more, StafetLanesMore, i);

      g_string_append_printf (found, " | %d-%d:%u in %d/%d", one->start / 60, one->end / 60, one->n,
                              one->lane, one->lanes);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_alone (void)
{
  assert_places ("9-10 10-14 14-15", 4, "0+1/1 0+1/1 0+1/1");
}

static void
test_side_by_side (void)
{
  assert_places ("10-14 10-12 12.30-14", 4, "0+1/2 1+1/2 1+1/2");
  assert_places ("10-12 10-12 10-12 10-12", 4, "0+1/4 1+1/4 2+1/4 3+1/4");
}

static void
test_reaches_right (void)
{
  /* The one at 13 meets only the long one: it takes the room of the two that are over. */
  assert_places ("10-14 10-12 10.30-12 13-14", 4, "0+1/3 1+1/3 2+1/3 1+2/3");
}

static void
test_more (void)
{
  /* What is alone in the last lane stays; what meets there is counted. */
  assert_places ("10-14 10-11 11-12 11-12 12.30-14", 2, "0+1/2 1+1/2 - - 1+1/2 | 11-12:2 in 1/2");
  assert_places ("10-12 10-12 10-12 10-12 10-12", 4, "0+1/4 1+1/4 2+1/4 - - | 10-12:2 in 3/4");
  assert_places ("10-12 10-12 11-13", 1, "- - - | 10-13:3 in 0/1");
}

static void
test_more_leaves_its_neighbours_room (void)
{
  assert_places ("10-11 10-12 10-12 10-12 11-15", 3, "0+1/3 1+1/3 - - 0+1/3 | 10-12:2 in 2/3");
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return ((const StafetLanesItem *) a)->start - ((const StafetLanesItem *) b)->start;
}

typedef struct
{
  StafetWall start, end;
  int lane, span;
} Box;

static gboolean
meet (const Box *a, const Box *b)
{
  return a->start < b->end && b->start < a->end && a->lane < b->lane + b->span && b->lane < a->lane + a->span;
}

static void
assert_sound (const StafetLanesItem *items, guint n, const GArray *more, int most)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));

  for (guint i = 0; i < n; i++)
    {
      Box box = { items[i].start, items[i].end, items[i].lane, items[i].span };
      guint covered = 0;

      for (guint j = 0; j < more->len; j++)
        {
          const StafetLanesMore *one = &g_array_index (more, StafetLanesMore, j);

          covered += one->start <= items[i].start && items[i].end <= one->end;
        }
      g_assert_cmpint (items[i].lane, >=, -1);
      g_assert_cmpint (items[i].lane + items[i].span, <=, items[i].lane < 0 ? 0 : items[i].lanes);
      g_assert_cmpint (items[i].lanes, <=, most);
      if (items[i].lane < 0)
        g_assert_cmpuint (covered, ==, 1);
      else
        g_array_append_val (boxes, box);
    }
  for (guint i = 0; i < more->len; i++)
    {
      const StafetLanesMore *one = &g_array_index (more, StafetLanesMore, i);
      Box box = { one->start, one->end, one->lane, 1 };

      g_assert_cmpuint (one->n, >=, 2);
      g_array_append_val (boxes, box);
    }
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = i + 1; j < boxes->len; j++)
      g_assert_false (meet (&g_array_index (boxes, Box, i), &g_array_index (boxes, Box, j)));
}

static guint
count_without_room (const StafetLanesItem *items, guint n)
{
  guint hidden = 0;

  for (guint i = 0; i < n; i++)
    hidden += items[i].lane < 0;
  return hidden;
}

static void
test_random (void)
{
  for (int round = 0; round < 3000; round++)
    {
      StafetLanesItem items[40] = { 0 };
      guint n = (guint) g_test_rand_int_range (0, 40), counted = 0;
      int most = g_test_rand_int_range (1, STAFET_LANES_MOST + 1);
      g_autoptr (GArray) more = NULL;

      for (guint i = 0; i < n; i++)
        {
          items[i].start = g_test_rand_int_range (0, 48) * 30;
          items[i].end = items[i].start + g_test_rand_int_range (1, 12) * 15;
        }
      qsort (items, n, sizeof *items, compare_items);
      more = stafet_lanes_place (items, n, most);
      assert_sound (items, n, more, most);
      for (guint i = 0; i < more->len; i++)
        counted += g_array_index (more, StafetLanesMore, i).n;
      g_assert_cmpuint (counted, ==, count_without_room (items, n));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/lanes/what-is-alone-has-all-the-room", test_alone);
  g_test_add_func ("/schedule/lanes/what-meets-stands-side-by-side", test_side_by_side);
  g_test_add_func ("/schedule/lanes/reaches-right-as-far-as-nothing-stands", test_reaches_right);
  g_test_add_func ("/schedule/lanes/what-has-no-room-is-counted", test_more);
  g_test_add_func ("/schedule/lanes/more-is-in-nobodys-way", test_more_leaves_its_neighbours_room);
  g_test_add_func ("/schedule/lanes/random-days-never-overlap", test_random);
  return g_test_run ();
}
