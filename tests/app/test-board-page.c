/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the board on the wall to what those may read who walk by, to the plan and the clock, and to its keys.
 */
#include "app-fixture.h"

#include "app/stafet-board-page.h"
#include "app/stafet-board-window.h"

static void
assign (App *app, const char *shift, const char *name)
{
  done (&app->plan, stafet_use_assign (shift, WHO (name), TUESDAY, FALSE, FALSE));
}

static guint
n_rows (gpointer page)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (PART (page, "list")), (int) n) != NULL)
    n++;
  return n;
}

static gpointer
row (gpointer page, int at)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (PART (page, "list")), at);
}

static gboolean
mentions (gpointer root, const char *part)
{
  g_autofree char *text = text_of (root);

  return strstr (text, part) != NULL;
}

/* The board of Møllestien, once what it shows was found. What feeds say, too, is in the language of the plan.
 */
static gpointer
show_board (App *app)
{
  StafetRecord *house = find (&app->plan, STAFET_KIND_HOUSE, "Møllestien");
  gpointer page;

  done (&app->plan, stafet_use_edit (STAFET_KIND_SETTINGS, "settings", PAIRS ("language=en")));
  stafet_desk_set_view (app->desk, STAFET_VIEW_HOUSE, house->uid);
  page = show (app, stafet_board_page_new (app->desk));
  WAIT_UNTIL (mentions (page, "Tomorrow"));
  return page;
}

static void
set_clock (App *app, StafetDate date, int minutes)
{
  stafet_clock_set_now (app->plan.clock, stafet_wall_new (date, minutes));
  stafet_desk_look (app->desk);
}

/* ——— What it says ——— */

RULE (a_line_has_time_what_where_and_first_names)
{
  gpointer page;

  done (&app->plan, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", PAIRS ("protected=yes")));
  assign (app, "Servering", "Åse Kjær");
  assign (app, "Servering", "Lis Bæk");
  page = show_board (app);
  g_assert_cmpuint (n_rows (page), ==, 1);
  assert_shows (row (page, 0), "10:00–14:00 | Café | Salen | V | Volunteer | ÅK | Åse");
  assert_name (row (page, 0), "10:00–14:00, Café, Salen: Volunteer and Åse");
  assert_mentions (page, "Welcome to Møllestien | Tuesday 24 November 2026 · week 48 | 8:00");
  assert_silent_of (page, "Kjær");
  assert_silent_of (page, "Lis");
  assert_finalized (app);
}

RULE (a_hole_asks_whoever_reads_it)
{
  gpointer page = show_board (app);

  assert_mentions (row (page, 0), "We are 2 short. Are you one of them?");
  assign (app, "Servering", "Åse Kjær");
  WAIT_UNTIL (mentions (page, "We are one short. Is it you?"));
  assert_name (row (page, 0), "10:00–14:00, Café, Salen: Åse. We are one short. Is it you?");
}

RULE (a_private_booking_is_occupied_and_hidden_ones_are_not_there)
{
  Fixture *f = &app->plan;
  gpointer page;

  ADD (ACTIVITY, "title=Sølvbryllup", "house=Møllestien", "start=2026-11-24T18:00", "end=2026-11-24T23:00",
       "room=Værkstedet", "visibility=occupied");
  ADD (ACTIVITY, "title=Personalemøde", "house=Møllestien", "start=2026-11-24T15:00", "end=2026-11-24T16:00",
       "visibility=hidden");
  page = show_board (app);
  g_assert_cmpuint (n_rows (page), ==, 2);
  assert_shows (row (page, 1), "18:00–23:00 | Occupied | Værkstedet");
  assert_silent_of (page, "Sølvbryllup");
  assert_silent_of (page, "Personalemøde");
}

RULE (a_cancelled_line_stays_and_says_so)
{
  gpointer page = show_board (app);

  done (&app->plan, stafet_use_cancel ("Café", TUESDAY, NONE, "Rørskade"));
  WAIT_UNTIL (mentions (page, "CANCELLED"));
  assert_shows (row (page, 0), "10:00–14:00 | Café | CANCELLED | Salen");
  assert_name (row (page, 0), "10:00–14:00, Café, Salen, CANCELLED");
}

RULE (what_goes_on_and_what_is_over_says_so)
{
  gpointer page = show_board (app);

  g_assert_true (gtk_widget_has_css_class (row (page, 0), "later"));
  set_clock (app, TUESDAY, 10 * 60);
  WAIT_UNTIL (mentions (page, "going on now"));
  g_assert_true (gtk_widget_has_css_class (row (page, 0), "now"));
  set_clock (app, TUESDAY, 14 * 60);
  WAIT_UNTIL (mentions (page, "over"));
  g_assert_true (gtk_widget_has_css_class (row (page, 0), "over"));
  /* Nobody can be found for it any more. */
  assert_silent_of (page, "short");
}

RULE (a_day_without_anything_and_a_closed_one_say_so)
{
  Fixture *f = &app->plan;
  gpointer page;

  set_clock (app, TUESDAY + 1, 480);
  page = show_board (app);
  WAIT_UNTIL (mentions (page, "Nothing is planned today."));
  g_assert_cmpuint (n_rows (page), ==, 0);
  ADD (CLOSURE, "house=Møllestien", "from=2026-11-25", "to=2026-11-25", "text=Rørskade");
  WAIT_UNTIL (mentions (page, "Closed: Rørskade"));
  assert_silent_of (page, "Nothing is planned today.");
}

RULE (it_rolls_over_at_midnight)
{
  Fixture *f = &app->plan;
  gpointer page;

  ADD (ACTIVITY, "title=Krolf", "house=Møllestien", "start=2026-11-25T10:00", "end=2026-11-25T12:00");
  page = show_board (app);
  assert_mentions (page, "Tomorrow, Wednesday 25 November | Krolf 10:00");
  set_clock (app, TUESDAY, 1439);
  settle ();
  g_assert_cmpuint (n_rows (page), ==, 1);
  assert_mentions (row (page, 0), "Café");
  set_clock (app, TUESDAY + 1, 0);
  WAIT_UNTIL (mentions (page, "Wednesday 25 November 2026 · week 48 | 0:00"));
  WAIT_UNTIL (mentions (row (page, 0), "Krolf"));
  assert_mentions (page, "Tomorrow, Thursday 26 November");
}

/* ——— How it looks ——— */

/* Twice the size of a wall's text, in a window of a laptop: words go to the next line instead. */
RULE (large_text_is_not_clipped)
{
  Fixture *f = &app->plan;
  gpointer page;
  int least;

  EDIT (ACTIVITY, "Café", "title=Fællesspisning med sange fra højskolesangbogen");
  EDIT (ORGANISER, "Sangvennerne", "name=Foreningen af sangvenner i Aarhus og omegn");
  done (f,
        stafet_use_assign (
          "Servering", &(StafetWho){ .organiser = "Foreningen af sangvenner i Aarhus og omegn", .count = 2 },
          TUESDAY, FALSE, FALSE));
  page = show_board (app);
  stafet_board_page_set_size (page, 64, TRUE);
  settle ();
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 1280);
  assert_measures (row (page, 0));
}

/* ——— Its window ——— */

static GtkWindow *
find_board (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (STAFET_IS_BOARD_WINDOW (window))
        return window;
    }
  return NULL;
}

static GtkWindow *
open_board (App *app)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.board", NULL);
  WAIT_UNTIL (find_board () != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_board ())));
  return find_board ();
}

RULE (there_is_one_board_and_it_can_be_left)
{
  GtkWindow *board;

  open_program (app);
  board = open_board (app);
  g_assert_true (open_board (app) == board);
  gtk_widget_activate_action (GTK_WIDGET (board), "window.close", NULL);
  WAIT_UNTIL (find_board () == NULL);
  /* Left while a thread still looks for what it would have shown, and shown anew. */
  board = open_board (app);
  gtk_window_close (board);
  WAIT_UNTIL (find_board () == NULL);
}

RULE (it_ends_with_the_window)
{
  open_program (app);
  open_board (app);
  gtk_window_destroy (app->window);
  WAIT_UNTIL (find_board () == NULL);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  APP_TEST ("/app/board/a-line-has-time-what-where-and-first-names",
            a_line_has_time_what_where_and_first_names);
  APP_TEST ("/app/board/a-hole-asks-whoever-reads-it", a_hole_asks_whoever_reads_it);
  APP_TEST ("/app/board/a-private-booking-is-occupied",
            a_private_booking_is_occupied_and_hidden_ones_are_not_there);
  APP_TEST ("/app/board/a-cancelled-line-stays-and-says-so", a_cancelled_line_stays_and_says_so);
  APP_TEST ("/app/board/what-goes-on-and-what-is-over-says-so", what_goes_on_and_what_is_over_says_so);
  APP_TEST ("/app/board/an-empty-and-a-closed-day-say-so", a_day_without_anything_and_a_closed_one_say_so);
  APP_TEST ("/app/board/it-rolls-over-at-midnight", it_rolls_over_at_midnight);
  APP_TEST ("/app/board/large-text-is-not-clipped", large_text_is_not_clipped);
  APP_TEST ("/app/board/there-is-one-and-it-can-be-left", there_is_one_board_and_it_can_be_left);
  APP_TEST ("/app/board/it-ends-with-the-window", it_ends_with_the_window);
  return g_test_run ();
}
