/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the form of a volunteer to saving once, in the house that was meant, and to keeping what was begun.
 */
#include "app-fixture.h"

#include "app/stafet-choice.h"
#include "app/stafet-input.h"
#include "app/stafet-volunteer-form.h"
#include "app/stafet-window-private.h"

static GtkWidget *
page_of (App *app)
{
  return GTK_WIDGET (stafet_window_get_page (STAFET_WINDOW (app->window)));
}

static GtkWidget *
open_new (App *app)
{
  stafet_window_push (STAFET_WINDOW (app->window), stafet_volunteer_form_new (app->desk));
  settle ();
  return page_of (app);
}

static void
type (GtkWidget *form, const char *input, const char *text)
{
  stafet_input_set_text (STAFET_INPUT (PART (form, input)), text);
}

static void
save (App *app)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.save", NULL);
}

static void
wait_saved (App *app)
{
  WAIT_UNTIL (!STAFET_IS_VOLUNTEER_FORM (page_of (app)));
  settle ();
}

RULE (saving_twice_in_a_row_makes_one)
{
  guint before = all (&app->plan, STAFET_KIND_VOLUNTEER)->len;

  open_program (app);
  type (open_new (app), "name", "Asta Skov");
  save (app);
  save (app);
  wait_saved (app);
  g_assert_cmpuint (all (&app->plan, STAFET_KIND_VOLUNTEER)->len, ==, before + 1);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define FORM(name, func) APP_TEST ("/app/volunteer-form/" name, func)
  FORM ("saving-twice-in-a-row-makes-one", saving_twice_in_a_row_makes_one);
  return g_test_run ();
}
