/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the pages that are about a record to leaving when it goes, wherever they are then.
 */
#include "app-fixture.h"

#include "app/stafet-enquiry-page.h"
#include "app/stafet-entry-page.h"
#include "app/stafet-share-page.h"
#include "app/stafet-window-private.h"

static StafetUid
uid_of (App *app, StafetKind kind, const char *name)
{
  return ((StafetRecord *) find (&app->plan, kind, name))->uid;
}

static void
act (App *app, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), action, NULL);
  settle ();
}

static StafetPage *
page_of (App *app)
{
  return stafet_window_get_page (STAFET_WINDOW (app->window));
}

#define MEANWHILE "It has been deleted meanwhile."

static StafetUid
add_enquiry (App *app)
{
  Fixture *f = &app->plan;

  ADD (ENQUIRY, "wish=Vil gerne tegne", "house=Møllestien");
  return uid_of (app, STAFET_KIND_ENQUIRY, "Vil gerne tegne");
}

static StafetUid
add_activity (App *app)
{
  Fixture *f = &app->plan;

  ADD (ACTIVITY, "title=Trylleri", "house=Møllestien", "start=2026-11-24T11:00", "end=2026-11-24T13:00");
  return uid_of (app, STAFET_KIND_ACTIVITY, "Trylleri");
}

static StafetUid
add_feed (App *app)
{
  Fixture *f = &app->plan;

  ADD (FEED, "name=Til os", "house=Møllestien", "kind=programme");
  return uid_of (app, STAFET_KIND_FEED, "Til os");
}

static StafetPage *
entry_page (StafetDesk *desk, StafetUid uid)
{
  return stafet_entry_page_new (desk, STAFET_KIND_ACTIVITY, uid, TUESDAY);
}

static const struct
{
  StafetKind kind;
  StafetUid (*add) (App *app);
  StafetPage *(*page) (StafetDesk *desk, StafetUid uid);
} about[] = { { STAFET_KIND_ENQUIRY, add_enquiry, stafet_enquiry_page_new_for },
              { STAFET_KIND_ACTIVITY, add_activity, entry_page },
              { STAFET_KIND_FEED, add_feed, stafet_share_page_new } };

static StafetUid
show_about (App *app, gsize which)
{
  StafetUid uid = about[which].add (app);

  settle ();
  stafet_window_push (STAFET_WINDOW (app->window), about[which].page (app->desk, uid));
  settle ();
  return uid;
}

/* The program, with that page over the first one. */
static StafetUid
open_about (App *app, gsize which, StafetPage **below)
{
  open_program (app);
  *below = page_of (app);
  return show_about (app, which);
}

static void
assert_left (App *app, StafetPage *below, gboolean told)
{
  WAIT_UNTIL (page_of (app) == below);
  settle ();
  g_assert_cmpuint (STAFET_WINDOW (app->window)->pushed->len, ==, 0);
  if (told)
    assert_mentions (app->window, MEANWHILE);
  else
    assert_silent_of (app->window, MEANWHILE);
}

/* Of one kind in a window: what was told of the one before would still stand there. */
static gsize
which (gconstpointer data)
{
  return GPOINTER_TO_SIZE (data);
}

RULE (a_page_that_lost_what_it_is_about_leaves)
{
  gsize i = which (data);
  StafetPage *below;
  StafetUid uid = open_about (app, i, &below);

  g_assert_true (page_of (app) != below);
  done (&app->plan, stafet_use_remove (about[i].kind, uid));
  assert_left (app, below, TRUE);
}

/* It is told what is gone while it is on its way into view, where GTK does not stand being taken away. */
RULE (a_page_that_lost_it_while_covered_leaves)
{
  gsize i = which (data);
  StafetPage *below;
  StafetUid uid = open_about (app, i, &below);

  act (app, "win.backups");
  done (&app->plan, stafet_use_remove (about[i].kind, uid));
  settle ();
  assert_silent_of (app->window, MEANWHILE);
  act (app, "win.back");
  assert_left (app, below, TRUE);
}

/* A list that was not yet told leads to it. */
RULE (a_page_that_finds_it_gone_leaves)
{
  gsize i = which (data);
  StafetPage *below;
  StafetUid uid;

  open_program (app);
  below = page_of (app);
  uid = about[i].add (app);
  done (&app->plan, stafet_use_remove (about[i].kind, uid));
  settle ();
  stafet_window_push (STAFET_WINDOW (app->window), about[i].page (app->desk, uid));
  assert_left (app, below, TRUE);
}

RULE (nobody_is_told_of_their_own_doing)
{
  gsize i = which (data);
  StafetPage *below;
  StafetUid uid = open_about (app, i, &below);

  stafet_desk_edit (app->desk, stafet_use_remove (about[i].kind, uid));
  assert_left (app, below, FALSE);
  /* Nor when the page was covered by then. */
  uid = show_about (app, i);
  act (app, "win.backups");
  stafet_desk_edit (app->desk, stafet_use_remove (about[i].kind, uid));
  settle ();
  act (app, "win.back");
  assert_left (app, below, FALSE);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (about); i++)
    {
      const char *kind = stafet_record_info (about[i].kind)->name;

#define LEAVE(name, func)                                                                                    \
  {                                                                                                          \
    g_autofree char *path = g_strdup_printf ("/app/page-leave/%s/" name, kind);                              \
                                                                                                             \
    g_test_add (path, App, GSIZE_TO_POINTER (i), app_set_up, func, app_tear_down);                           \
  }
      LEAVE ("when-it-goes", a_page_that_lost_what_it_is_about_leaves);
      LEAVE ("when-it-went-while-covered", a_page_that_lost_it_while_covered_leaves);
      LEAVE ("when-it-was-gone-before", a_page_that_finds_it_gone_leaves);
      LEAVE ("without-a-word-of-ones-own-doing", nobody_is_told_of_their_own_doing);
    }
  return g_test_run ();
}
