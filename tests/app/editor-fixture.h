/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the activity editor share: opening it, typing into it, and saving.
 */
#pragma once

#include "app-fixture.h"

#include "app/stafet-activity-editor-private.h"
#include "app/stafet-choice.h"
#include "app/stafet-input.h"
#include "app/stafet-role-row.h"
#include "app/stafet-stop-row.h"
#include "app/stafet-window-private.h"

static inline StafetUid
uid_of (App *app, StafetKind kind, const char *name)
{
  return ((StafetRecord *) find (&app->plan, kind, name))->uid;
}

#define CAFE (uid_of (app, STAFET_KIND_ACTIVITY, "Café"))

static inline GtkWidget *
page_of (App *app)
{
  return GTK_WIDGET (stafet_window_get_page (STAFET_WINDOW (app->window)));
}

static inline gboolean
is_editing (App *app)
{
  return STAFET_IS_ACTIVITY_EDITOR (page_of (app));
}

static inline GtkWidget *
open_new (App *app)
{
  stafet_window_push (STAFET_WINDOW (app->window), stafet_activity_editor_new (app->desk));
  settle ();
  return page_of (app);
}

static inline GtkWidget *
open_cafe (App *app, StafetDate date)
{
  stafet_window_push (STAFET_WINDOW (app->window), stafet_activity_editor_new_for (app->desk, CAFE, date));
  settle ();
  return page_of (app);
}

static inline void
type (GtkWidget *editor, const char *input, const char *text)
{
  stafet_input_set_text (STAFET_INPUT (PART (editor, input)), text);
}

static inline const char *
typed (GtkWidget *editor, const char *input)
{
  return stafet_input_get_text (STAFET_INPUT (PART (editor, input)));
}

static inline gboolean
shows (GtkWidget *editor, const char *part)
{
  return gtk_widget_get_visible (GTK_WIDGET (PART (editor, part)));
}

static inline void
choose_room (App *app, GtkWidget *editor, const char *room)
{
  stafet_choice_set (GTK_DROP_DOWN (PART (editor, "room")),
                     room != NULL ? uid_of (app, STAFET_KIND_ROOM, room) : NULL);
}

static inline void
save (App *app)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.save", NULL);
  settle ();
}

/* Once it is saved the page before is in view. */
static inline void
wait_saved (App *app)
{
  WAIT_UNTIL (!is_editing (app));
  settle ();
}

static inline guint
count_dates (GtkWidget *editor)
{
  GtkListBox *dates = GTK_LIST_BOX (PART (editor, "dates"));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (dates, (int) n) != NULL)
    n++;
  return n;
}

/* "10:00-14:00 Café" of the series on its original date. */
static inline void
assert_on (App *app, StafetUid activity, StafetDate date, const char *expected)
{
  g_autoptr (StafetAgenda) agenda =
    agenda_on (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, activity), date);
  g_autofree char *text = NULL;
  int from, to;

  g_assert_nonnull (agenda);
  from = stafet_wall_minutes (ENTRY (agenda)->start);
  to = stafet_wall_minutes (ENTRY (agenda)->end);
  text =
    g_strdup_printf ("%d:%02d-%d:%02d %s", from / 60, from % 60, to / 60, to % 60, ENTRY (agenda)->title);
  g_assert_cmpstr (text, ==, expected);
}

static inline gboolean
mentions (gpointer root, const char *part)
{
  g_autofree char *text = text_of (root);

  return strstr (text, part) != NULL;
}

static inline GtkWidget *
first_role (GtkWidget *editor)
{
  return gtk_widget_get_first_child (GTK_WIDGET (PART (editor, "roles")));
}

static inline void
go_back (App *app)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.back", NULL);
  settle ();
  g_assert_false (is_editing (app));
}

static inline GtkWidget *
find_stop (GtkWidget *editor, int i)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (PART (editor, "stops")));

  while (row != NULL && i-- > 0)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* The first empty one comes when what is above it was painted. */
static inline StafetStopRow *
stop_at (GtkWidget *editor, int i)
{
  WAIT_UNTIL (find_stop (editor, i) != NULL);
  return STAFET_STOP_ROW (find_stop (editor, i));
}

static inline void
choose_ward (App *app, StafetStopRow *row, const char *ward)
{
  stafet_choice_set (GTK_DROP_DOWN (PART (row, "ward")), uid_of (app, STAFET_KIND_WARD, ward));
}
