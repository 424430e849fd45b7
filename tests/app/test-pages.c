/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the pages of the example's house to what a coordinator does on them.
 */
#include "app-fixture.h"

#include "app/stafet-activity-row.h"
#include "app/stafet-ask-dialog.h"
#include "app/stafet-candidate-row.h"
#include "app/stafet-day-item.h"
#include "app/stafet-feed-panel.h"
#include "app/stafet-input.h"
#include "app/stafet-line.h"
#include "app/stafet-start-window.h"
#include "app/stafet-volunteer-card.h"
#include "app/stafet-volunteer-form.h"
#include "app/stafet-window-private.h"
#include "plan/stafet-item.h"

static StafetUid
uid_of (App *app, StafetKind kind, const char *name)
{
  return ((StafetRecord *) find (&app->plan, kind, name))->uid;
}

static GtkWidget *
page_of (App *app)
{
  return GTK_WIDGET (stafet_window_get_page (STAFET_WINDOW (app->window)));
}

static GtkWidget *
go (App *app, const char *side)
{
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.go", "s", side);
  settle ();
  return page_of (app);
}

static GtkWidget *
open_page (App *app, const char *action, const char *format, ...)
{
  va_list arguments;
  g_autoptr (GVariant) target = NULL;

  va_start (arguments, format);
  target = g_variant_ref_sink (g_variant_new_va (format, NULL, &arguments));
  va_end (arguments);
  gtk_widget_activate_action_variant (GTK_WIDGET (app->window), action, target);
  settle ();
  return page_of (app);
}

static gboolean
mentions (gpointer root, const char *part)
{
  g_autofree char *text = text_of (root);

  return strstr (text, part) != NULL;
}

/* ——— The day ——— */

static guint
n_unconfirmed (App *app)
{
  g_autoptr (StafetAgenda) agenda =
    agenda_on (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, "Stolegymnastik"), TUESDAY);
  guint n = 0;

  for (guint i = 0; i < ENTRY (agenda)->shifts[0].n_places; i++)
    n += ENTRY (agenda)->shifts[0].places[i].came < 0;
  return n;
}

RULE (all_came_confirms_what_has_begun_in_one_step)
{
  GtkWidget *page;

  stafet_clock_set_now (app->plan.clock, stafet_wall_new (TUESDAY, 9 * 60 + 30));
  open_program (app);
  page = go (app, "today");
  g_assert_cmpuint (n_unconfirmed (app), ==, 2);
  gtk_widget_activate_action (page, "page.all-came", NULL);
  WAIT_UNTIL (n_unconfirmed (app) == 0);
  settle ();
  {
    g_autoptr (StafetAgenda) agenda =
      agenda_on (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, "Café"), TUESDAY);

    g_assert_cmpint (ENTRY (agenda)->shifts[0].places[0].came, ==, -1);
  }
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.undo", NULL);
  WAIT_UNTIL (n_unconfirmed (app) == 2);
  settle ();
}

RULE (the_day_leads_to_what_waits_for_an_answer)
{
  Fixture *f = &app->plan;
  g_autoptr (GPtrArray) buttons = NULL;
  GtkWidget *page, *found = NULL;

  ADD (ACTIVITY, "title=Kor", "house=Folkehuset Møllestien", "start=2026-12-24T10:00", "end=2026-12-24T11:00",
       "holidays=ask");
  open_program (app);
  page = go (app, "today");
  assert_mentions (page, "1 date waits for an answer before a holiday | Thursday 24 December");
  buttons = widgets_of (page, GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), "win.review") == 0)
      found = buttons->pdata[i];
  g_assert_nonnull (found);
  assert_name (found, "Answer: 1 date waits for an answer before a holiday");
  g_signal_emit_by_name (found, "clicked");
  settle ();
  g_assert_cmpstr (stafet_page_get_title (stafet_window_get_page (STAFET_WINDOW (app->window))), ==,
                   "Holidays and closed days");
}

RULE (enter_on_a_hole_finds_and_on_an_activity_shows_it)
{
  GtkWidget *page;
  GListModel *rows;
  static const struct
  {
    StafetDayItemKind kind;
    const char *type;
  } wanted[] = { { STAFET_DAY_HOLE, "StafetFindPage" }, { STAFET_DAY_ENTRY, "StafetEntryPage" } };

  open_program (app);
  for (gsize w = 0; w < G_N_ELEMENTS (wanted); w++)
    {
      page = go (app, "today");
      rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (PART (page, "list"))));
      for (guint i = 0;; i++)
        {
          g_autoptr (StafetDayItem) item = g_list_model_get_item (rows, i);

          if (stafet_day_item_get (item)->kind != wanted[w].kind)
            continue;
          g_signal_emit_by_name (PART (page, "list"), "activate", i);
          break;
        }
      settle ();
      g_assert_cmpstr (G_OBJECT_TYPE_NAME (page_of (app)), ==, wanted[w].type);
    }
}

/* ——— Finding somebody ——— */

RULE (a_candidate_who_is_put_on_fills_the_hole_and_leads_back)
{
  StafetUid serving = uid_of (app, STAFET_KIND_SHIFT, "Servering");
  GtkWidget *page, *row;
  g_autofree char *name = NULL;

  open_program (app);
  go (app, "today");
  page = open_page (app, "win.find", "(si)", serving, TUESDAY);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (PART (page, "possible")), 0));
  g_assert_true (STAFET_IS_CANDIDATE_ROW (row));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (PART (row, "put_on")), "suggested-action"));
  name = g_strdup (gtk_label_get_text (GTK_LABEL (PART (row, "name"))));
  g_signal_emit_by_name (PART (row, "put_on"), "clicked");
  WAIT_UNTIL (page_of (app) != page);
  g_assert_cmpstr (stafet_page_get_title (STAFET_PAGE (page_of (app))), ==, "Today");
  {
    g_autoptr (StafetAgenda) agenda =
      agenda_on (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, "Café"), TUESDAY);
    const StafetEntry *entry = ENTRY (agenda);

    for (guint i = 0; i < entry->n_shifts; i++)
      g_assert_cmpint (entry->shifts[i].missing, ==, 0);
  }
  settle ();
}

RULE (a_call_is_noted_on_the_row_of_the_candidate)
{
  GtkWidget *page, *row;

  open_program (app);
  page = open_page (app, "win.find", "(si)", uid_of (app, STAFET_KIND_SHIFT, "Oplæser"), TUESDAY);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (PART (page, "possible")), 0));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (row, "called"))));
  g_signal_emit_by_name (PART (row, "rang"), "clicked");
  WAIT_UNTIL (gtk_widget_get_visible (GTK_WIDGET (PART (row, "called"))));
  assert_shows (PART (row, "called"), "rang 8:00");
  g_signal_emit_by_name (PART (row, "no_answer"), "clicked");
  WAIT_UNTIL (mentions (row, "rang 8:00: no answer"));
  g_signal_emit_by_name (PART (row, "waits"), "clicked");
  WAIT_UNTIL (mentions (row, "rang 8:00: wants to think about it"));
  settle ();
}

RULE (a_hole_that_is_gone_is_said_to_be)
{
  GtkWidget *page;

  open_program (app);
  page = open_page (app, "win.find", "(si)", uid_of (app, STAFET_KIND_SHIFT, "Oplæser"), TUESDAY);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (PART (page, "content"))));
  done (&app->plan, stafet_use_cancel ("Højtlæsning i B.1", TUESDAY, NONE, "Sygdom"));
  settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (page, "content"))));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (PART (page, "gone"))));
}

/* ——— Activities ——— */

RULE (activities_are_shown_by_kind_in_order_and_searched)
{
  static const char *const kinds[] = { "regular", "events", "drafts", "past" };
  GtkWidget *page, *search;
  GListModel *model;
  guint n[G_N_ELEMENTS (kinds)];

  open_program (app);
  page = go (app, "activities");
  model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (PART (page, "list"))));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (page, "show")), i);
      n[i] = g_list_model_get_n_items (model);
    }
  g_assert_cmpuint (n[0], >, 20);
  g_assert_cmpuint (n[1], ==, 2);
  g_assert_cmpuint (n[2], ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (PART (page, "stack"))), ==, "none");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (PART (page, "show")), 0);
  search = GTK_WIDGET (PART (page, "search"));
  gtk_editable_set_text (GTK_EDITABLE (search), "højtlæsning");
  g_signal_emit_by_name (search, "activate");
  settle ();
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (page_of (app)), ==, "StafetActivityEditor");
  g_assert_cmpstr (stafet_page_get_title (STAFET_PAGE (page_of (app))), ==, "Højtlæsning i B.1");
}

RULE (the_row_of_an_activity_is_bound_again_without_leftovers)
{
  GtkWidget *row = show (app, stafet_activity_row_new ());
  g_autofree char *first = stafet_activity_row_bind (
    STAFET_ACTIVITY_ROW (row), app->desk, find (&app->plan, STAFET_KIND_ACTIVITY, "Højtlæsning i B.1"));
  g_autofree char *second = NULL;

  assert_mentions (row, "1 place permanently vacant");
  g_assert_nonnull (strstr (first, "1 place permanently vacant"));
  g_assert_true (gtk_widget_has_css_class (row, "nursing"));
  second = stafet_activity_row_bind (STAFET_ACTIVITY_ROW (row), app->desk,
                                     find (&app->plan, STAFET_KIND_ACTIVITY, "Krolf"));
  assert_silent_of (row, "vacant");
  g_assert_true (g_str_has_prefix (second, "Krolf, "));
  g_assert_true (gtk_widget_has_css_class (row, "movement"));
  g_assert_false (gtk_widget_has_css_class (row, "nursing"));
  assert_measures (row);
  assert_finalized (app);
}

/* Where the row that says so stands; -1: there is none. */
static int
row_saying (GtkWidget *page, const char *part)
{
  g_autoptr (GPtrArray) rows = widgets_of (PART (page, "list"), g_type_from_name ("GtkListItemWidget"));

  for (guint i = 0; i < rows->len; i++)
    if (mentions (rows->pdata[i], part))
      return (int) i;
  return -1;
}

RULE (what_was_edited_stands_in_its_list_at_once_and_in_its_place)
{
  Fixture *f = &app->plan;
  const char *name[] = { "name=Aaby Bæk", "phones=13 70 12 00", NULL };
  const char *title[] = { "title=Zumba i B.1", NULL };
  GtkWidget *page;

  open_program (app);
  page = go (app, "volunteers");
  WAIT_UNTIL (row_saying (page, "Lis Bæk") >= 0);
  done (f, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", name));
  WAIT_UNTIL (row_saying (page, "Lis Bæk") == -1);
  g_assert_cmpint (row_saying (page, "Aaby Bæk"), >=, 0);
  g_assert_cmpint (row_saying (page, "13 70 12 00"), >=, 0);
  page = go (app, "activities");
  WAIT_UNTIL (row_saying (page, "1 place permanently vacant") >= 0);
  done (f, stafet_use_edit (STAFET_KIND_ACTIVITY, "Højtlæsning i B.1", title));
  WAIT_UNTIL (row_saying (page, "Højtlæsning i B.1") == -1);
  {
    GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (PART (page, "list"))));
    g_autoptr (StafetItem) last = g_list_model_get_item (model, g_list_model_get_n_items (model) - 1);

    g_assert_cmpstr (((StafetActivity *) stafet_item_get_record (last))->title, ==, "Zumba i B.1");
  }
}

RULE (without_houses_of_mine_it_is_said_how_they_become_mine)
{
  static const char *const sides[] = { "activities", "volunteers", "today" };

  stafet_desk_set_view (app->desk, STAFET_VIEW_MINE, NULL);
  open_program (app);
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    assert_mentions (go (app, sides[i]), "press the star");
}

/* ——— A volunteer ——— */

RULE (the_card_shows_contact_shifts_and_takes_regrets)
{
  StafetUid bent = uid_of (app, STAFET_KIND_VOLUNTEER, "Lis Bæk");
  GtkWidget *page;
  g_autoptr (GPtrArray) buttons = NULL;
  gpointer regrets = NULL;

  open_program (app);
  page = open_page (app, "win.volunteer", "s", bent);
  g_assert_cmpstr (stafet_page_get_title (STAFET_PAGE (page)), ==, "Lis Bæk");
  assert_mentions (PART (page, "shifts"), "Café · Servering");
  buttons = widgets_of (PART (page, "shifts"), GTK_TYPE_BUTTON);
  regrets = buttons->pdata[0];
  assert_name (regrets, "Regrets for Café · Servering, Tuesday 24 November");
  g_signal_emit_by_name (regrets, "clicked");
  WAIT_UNTIL (!mentions (PART (page, "shifts"), "Tuesday 24 November"));
  settle ();
}

RULE (a_card_of_somebody_who_is_removed_says_so)
{
  Fixture *f = &app->plan;
  GtkWidget *page;

  ADD (VOLUNTEER, "name=Nanna Ny");
  open_program (app);
  page = open_page (app, "win.volunteer", "s", uid_of (app, STAFET_KIND_VOLUNTEER, "Nanna Ny"));
  done (f, stafet_use_remove (STAFET_KIND_VOLUNTEER, "Nanna Ny"));
  settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (PART (page, "gone"))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (page, "content"))));
}

RULE (a_new_volunteer_is_saved_and_her_card_opened)
{
  GtkWidget *form;

  open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.new-volunteer", NULL);
  settle ();
  form = page_of (app);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.save", NULL);
  assert_mentions (PART (form, "name"), "What is the volunteer called?");
  stafet_input_set_text (STAFET_INPUT (PART (form, "name")), "Nanna Ny");
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.save", NULL);
  WAIT_UNTIL (STAFET_IS_VOLUNTEER_CARD (page_of (app)));
  g_assert_cmpstr (stafet_page_get_title (STAFET_PAGE (page_of (app))), ==, "Nanna Ny");
  g_assert_cmpint (((StafetVolunteer *) find (&app->plan, STAFET_KIND_VOLUNTEER, "Nanna Ny"))->started, ==,
                   TUESDAY);
  settle ();
}

RULE (a_form_that_is_saved_unchanged_changes_nothing)
{
  GtkWidget *page;
  gint64 head;

  open_program (app);
  page = open_page (app, "win.volunteer", "s", uid_of (app, STAFET_KIND_VOLUNTEER, "Lis Bæk"));
  g_signal_emit_by_name (PART (page, "edit"), "clicked");
  settle ();
  g_assert_true (STAFET_IS_VOLUNTEER_FORM (page_of (app)));
  head = stafet_plan_get_head (app->plan.plan);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.save", NULL);
  WAIT_UNTIL (STAFET_IS_VOLUNTEER_CARD (page_of (app)));
  g_assert_cmpint (stafet_plan_get_head (app->plan.plan), ==, head);
  settle ();
}

/* ——— Dialogs ——— */

/* The dialog that asks for something, over the window; NULL when it is closed. */
static gpointer
ask_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (STAFET_IS_ASK_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
answered_cb (gboolean *answered)
{
  *answered = TRUE;
}

/* As Enter in a field does: the button shows for a moment that it is pressed. */
static void
press_enter (gpointer input)
{
  g_autoptr (GPtrArray) texts = widgets_of (input, GTK_TYPE_TEXT);
  gpointer dialog = ask_dialog ();
  gboolean answered = FALSE;
  gulong id = g_signal_connect_swapped (dialog, "answered", G_CALLBACK (answered_cb), &answered);

  g_signal_emit_by_name (texts->pdata[0], "activate");
  WAIT_UNTIL (answered);
  g_signal_handler_disconnect (dialog, id);
}

RULE (a_date_is_cancelled_with_its_reason)
{
  StafetUid cafe = uid_of (app, STAFET_KIND_ACTIVITY, "Café");
  g_autoptr (GPtrArray) inputs = NULL;

  open_program (app);
  open_page (app, "win.cancel-entry", "(sii)", cafe, STAFET_KIND_ACTIVITY, TUESDAY);
  inputs = widgets_of (ask_dialog (), STAFET_TYPE_INPUT);
  press_enter (inputs->pdata[0]);
  assert_mentions (inputs->pdata[0], "Write why first.");
  stafet_input_set_text (inputs->pdata[0], "Ring til 010203-1234");
  stafet_input_set_text (inputs->pdata[1], "23/11 2026");
  assert_mentions (inputs->pdata[1], "That is before the date that is cancelled.");
  press_enter (inputs->pdata[0]);
  settle ();
  g_assert_cmpstr (stafet_input_get_text (inputs->pdata[0]), ==, "Ring til 010203-1234");
  stafet_input_set_text (inputs->pdata[0], "Strømmen er gået");
  stafet_input_set_text (inputs->pdata[1], "26/11");
  press_enter (inputs->pdata[1]);
  WAIT_UNTIL (status_on (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, "Café"), TUESDAY)
              == STAFET_STATUS_CANCELLED);
  WAIT_UNTIL (ask_dialog () == NULL);
  g_assert_cmpint (status_on (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, "Café"), TUESDAY + 2), ==,
                   STAFET_STATUS_CANCELLED);
  g_assert_cmpint (status_on (&app->plan, find (&app->plan, STAFET_KIND_ACTIVITY, "Café"), TUESDAY + 7), ==,
                   STAFET_STATUS_PLANNED);
  settle ();
}

RULE (a_dialog_of_what_is_deleted_meanwhile_closes)
{
  Fixture *f = &app->plan;
  g_autofree char *house =
    g_strconcat ("house=", ((StafetRecord *) all (f, STAFET_KIND_HOUSE)->pdata[0])->uid, NULL);

  ADD (ACTIVITY, "title=Trylleri", house, "start=2026-11-24T11:00", "end=2026-11-24T13:00");
  open_program (app);
  open_page (app, "win.cancel-entry", "(sii)", uid_of (app, STAFET_KIND_ACTIVITY, "Trylleri"),
             STAFET_KIND_ACTIVITY, TUESDAY);
  g_assert_nonnull (ask_dialog ());
  done (f, stafet_use_remove (STAFET_KIND_ACTIVITY, "Trylleri"));
  WAIT_UNTIL (ask_dialog () == NULL);
  WAIT_UNTIL (mentions (app->window, "Somebody has deleted it meanwhile."));
}

RULE (an_absence_names_the_shifts_that_it_opens)
{
  StafetUid lis = uid_of (app, STAFET_KIND_VOLUNTEER, "Lis Bæk");
  g_autoptr (GPtrArray) inputs = NULL;

  open_program (app);
  open_page (app, "win.absence", "s", lis);
  inputs = widgets_of (ask_dialog (), STAFET_TYPE_INPUT);
  g_assert_cmpuint (inputs->len, ==, 2);
  assert_mentions (ask_dialog (), "1 shift needs a stand-in:");
  stafet_input_set_text (inputs->pdata[1], "30/11");
  assert_mentions (ask_dialog (), "3 shifts need a stand-in:");
  stafet_input_set_text (inputs->pdata[1], "1/11 2026");
  assert_mentions (inputs->pdata[1], "The end is before the start.");
  press_enter (inputs->pdata[1]);
  settle ();
  g_assert_nonnull (ask_dialog ());
  stafet_input_set_text (inputs->pdata[1], "30/11");
  press_enter (inputs->pdata[1]);
  WAIT_UNTIL (
    stafet_snapshot_index (stafet_plan_get_snapshot (app->plan.plan), STAFET_INDEX_ABSENCE_BY_VOLUNTEER, lis)
      ->len
    == 1);
  WAIT_UNTIL (ask_dialog () == NULL);
  settle ();
}

/* The text stays until it is accepted. */
RULE (a_dialog_that_is_refused_says_so_and_stays)
{
  const char *pairs[] = { "name=", NULL };
  StafetAskDialog *dialog;

  open_program (app);
  dialog = stafet_ask_dialog_new (STAFET_WINDOW (app->window), "Title", "_Save", "suggested-action");
  gtk_window_present (GTK_WINDOW (dialog));
  stafet_ask_dialog_edit (dialog, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Lis Bæk", pairs));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (PART (dialog, "answer"))));
  WAIT_UNTIL (gtk_widget_get_visible (GTK_WIDGET (PART (dialog, "problem"))));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (PART (dialog, "answer"))));
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
}

RULE (a_date_is_moved_in_words)
{
  StafetRecord *cafe = find (&app->plan, STAFET_KIND_ACTIVITY, "Café");
  GtkWidget *dialog;
  g_autoptr (GPtrArray) inputs = NULL;

  open_program (app);
  gtk_widget_activate_action (GTK_WIDGET (app->window), "win.move-entry", "(sii)", cafe->uid,
                              (gint32) STAFET_KIND_ACTIVITY, TUESDAY);
  settle ();
  dialog = ask_dialog ();
  inputs = widgets_of (dialog, STAFET_TYPE_INPUT);
  g_assert_cmpuint (inputs->len, ==, 3);
  stafet_input_set_text (inputs->pdata[0], "i går eller hvad");
  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  g_assert_true (ask_dialog () == dialog);
  stafet_input_set_text (inputs->pdata[0], "24/11");
  stafet_input_set_text (inputs->pdata[1], "10.30");
  g_signal_emit_by_name (PART (dialog, "answer"), "clicked");
  settle ();
  answer ("this");
  WAIT_UNTIL (ask_dialog () == NULL);
  settle ();
  {
    g_autoptr (StafetAgenda) agenda = agenda_on (&app->plan, cafe, TUESDAY);

    g_assert_cmpint (ENTRY (agenda)->start, ==, stafet_wall_new (TUESDAY, 10 * 60 + 30));
    g_assert_cmpint (ENTRY (agenda)->end, ==, stafet_wall_new (TUESDAY, 14 * 60));
  }
}

/* ——— Nursing homes ——— */

RULE (a_ward_shows_its_visits_and_its_calendar)
{
  GtkWidget *page;
  g_autoptr (GPtrArray) lines = NULL;

  open_program (app);
  page = go (app, "nursing");
  lines = widgets_of (PART (page, "homes"), STAFET_TYPE_LINE);
  g_assert_cmpuint (lines->len, ==, 2);
  assert_mentions (lines->pdata[0], "today 14:00 · Højtlæsning i B.1");
  assert_mentions (PART (page, "panel"), "The calendar of B.1");
  g_signal_emit_by_name (gtk_widget_get_parent (lines->pdata[1]), "row-activated", lines->pdata[1]);
  settle ();
  assert_mentions (PART (page, "panel"), "The calendar of B.2");
}

/* How the calendar of the ward's arrivals names people. */
static gint32
names_of (App *app, const char *ward)
{
  const GPtrArray *feeds = all (&app->plan, STAFET_KIND_FEED);
  StafetUid uid = uid_of (app, STAFET_KIND_WARD, ward);

  for (guint i = 0; i < feeds->len; i++)
    {
      const StafetFeed *feed = g_ptr_array_index (feeds, i);

      if (feed->ward == uid && feed->kind == STAFET_FEED_ARRIVALS)
        return feed->names;
    }
  return -1;
}

RULE (how_people_are_named_is_chosen_for_the_ward)
{
  GtkDropDown *names;

  open_program (app);
  names = GTK_DROP_DOWN (PART (PART (go (app, "nursing"), "panel"), "names"));
  for (guint i = 0; i < 3; i++)
    {
      gtk_drop_down_set_selected (names, i);
      WAIT_UNTIL (names_of (app, "B.1") == (gint32) i);
      settle ();
    }
  g_assert_cmpint (names_of (app, "B.2"), !=, 2);
}

/* What others do, and the minutes that pass, leave the keyboard where it is. */
RULE (the_focus_stays_while_others_edit)
{
  Fixture *f = &app->plan;
  g_autoptr (GPtrArray) lines = NULL, buttons = NULL;
  GtkWidget *page;

  open_program (app);
  page = go (app, "nursing");
  lines = widgets_of (PART (page, "homes"), STAFET_TYPE_LINE);
  gtk_widget_grab_focus (lines->pdata[1]);
  g_assert_true (gtk_window_get_focus (app->window) == lines->pdata[1]);
  ADD (VOLUNTEER, "name=Nanna Ny");
  settle ();
  stafet_clock_set_now (f->clock, stafet_wall_new (TUESDAY, 481));
  stafet_desk_look (app->desk);
  settle ();
  g_assert_true (gtk_window_get_focus (app->window) == lines->pdata[1]);
  page = open_page (app, "win.volunteer", "s", uid_of (app, STAFET_KIND_VOLUNTEER, "Lis Bæk"));
  buttons = widgets_of (PART (page, "shifts"), GTK_TYPE_BUTTON);
  gtk_widget_grab_focus (buttons->pdata[1]);
  EDIT (VOLUNTEER, "Lis Bæk", "note=Kommer på cykel", "phones=13 70 12 00");
  settle ();
  assert_mentions (page, "Kommer på cykel");
  assert_mentions (page, "13 70 12 00");
  g_assert_true (gtk_window_get_focus (app->window) == buttons->pdata[1]);
}

RULE (a_double_click_makes_one_calendar_of_the_ward)
{
  Fixture *f = &app->plan;
  g_autofree char *home = g_strconcat ("house=", uid_of (app, STAFET_KIND_HOUSE, "Plejehjem Skovvang"), NULL);
  GtkWidget *page, *make;
  g_autoptr (GPtrArray) lines = NULL;
  guint n = all (f, STAFET_KIND_FEED)->len;

  ADD (WARD, "name=A.0", home);
  open_program (app);
  page = go (app, "nursing");
  lines = widgets_of (PART (page, "homes"), STAFET_TYPE_LINE);
  g_signal_emit_by_name (gtk_widget_get_parent (lines->pdata[0]), "row-activated", lines->pdata[0]);
  make = GTK_WIDGET (PART (PART (page, "panel"), "make"));
  g_assert_true (is_shown (make, page));
  g_signal_emit_by_name (make, "clicked");
  g_assert_false (gtk_widget_get_sensitive (make));
  g_signal_emit_by_name (make, "clicked");
  WAIT_UNTIL (gtk_widget_get_sensitive (make));
  settle ();
  g_assert_cmpuint (all (f, STAFET_KIND_FEED)->len, ==, n + 1);
}

RULE (a_programme_offers_no_surnames_and_own_shifts_do)
{
  GtkWidget *page, *panel;

  open_program (app);
  page = open_page (app, "win.feed", "(is)", STAFET_FEED_PROGRAMME,
                    uid_of (app, STAFET_KIND_HOUSE, "Folkehuset Møllestien"));
  panel = GTK_WIDGET (PART (page, "panel"));
  assert_mentions (panel, "The programme of Folkehuset Møllestien as a calendar");
  g_assert_cmpuint (
    g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (PART (panel, "names")))), ==, 2);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (PART (panel, "sheet"))));
  page =
    open_page (app, "win.feed", "(is)", STAFET_FEED_OWN, uid_of (app, STAFET_KIND_VOLUNTEER, "Åse Kjær"));
  panel = GTK_WIDGET (PART (page, "panel"));
  assert_mentions (panel, "The shifts of Åse Kjær as a calendar");
  g_assert_cmpuint (
    g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (PART (panel, "names")))), ==, 3);
}

RULE (a_new_calendar_names_nobody)
{
  Fixture *f = &app->plan;
  StafetUid uid = uid_of (app, STAFET_KIND_VOLUNTEER, "Lis Bæk");
  guint n = all (f, STAFET_KIND_FEED)->len;
  const StafetFeed *feed;
  GtkWidget *panel;

  open_program (app);
  panel = GTK_WIDGET (PART (open_page (app, "win.feed", "(is)", STAFET_FEED_OWN, uid), "panel"));
  g_signal_emit_by_name (PART (panel, "make"), "clicked");
  WAIT_UNTIL (all (f, STAFET_KIND_FEED)->len == n + 1);
  settle ();
  feed = find (f, STAFET_KIND_FEED, "Shifts of Lis Bæk");
  g_assert_cmpint (feed->names, ==, STAFET_NAMES_COUNTS);
  g_assert_true (feed->volunteer == uid);
}

RULE (calendars_are_published_to_the_folder_that_is_written)
{
  g_autofree char *folder = g_build_filename (app->plan.folder, "kalendere", NULL);
  GtkWidget *panel;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  open_program (app);
  panel = GTK_WIDGET (PART (go (app, "nursing"), "panel"));
  stafet_input_set_text (STAFET_INPUT (PART (panel, "folder")), "");
  g_signal_emit_by_name (PART (panel, "publish"), "clicked");
  assert_mentions (PART (panel, "folder"), "Which folder?");
  stafet_input_set_text (STAFET_INPUT (PART (panel, "folder")), "kalendere");
  g_signal_emit_by_name (PART (panel, "publish"), "clicked");
  assert_mentions (PART (panel, "folder"), "Write the whole path of the folder");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (PART (panel, "publish"))));
  stafet_input_set_text (STAFET_INPUT (PART (panel, "folder")), folder);
  g_signal_emit_by_name (PART (panel, "publish"), "clicked");
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (PART (panel, "publish"))));
  WAIT_UNTIL (gtk_widget_get_sensitive (GTK_WIDGET (PART (panel, "publish"))));
  settle ();
  assert_mentions (PART (panel, "published"), "Published ");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* ——— Without a plan ——— */

static void
assert_start (App *app, int code, const char *child)
{
  g_autoptr (GError) error = g_error_new_literal (STAFET_STORE_ERROR, code, "It is so.");
  GtkWidget *window =
    g_object_ref (GTK_WIDGET (stafet_start_window_new (NULL, "/tmp/none.db", app->plan.clock, error)));

  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (gtk_widget_get_mapped (window));
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (PART (window, "stack"))), ==, child);
  gtk_window_destroy (GTK_WINDOW (window));
  ASSERT_GONE (window);
}

RULE (without_a_store_the_house_is_asked_for_and_trouble_is_explained)
{
  assert_start (app, STAFET_STORE_ERROR_MISSING, "first-run");
  assert_start (app, STAFET_STORE_ERROR_UNREADABLE, "trouble");
  assert_start (app, STAFET_STORE_ERROR_NEWER, "trouble");
  assert_start (app, STAFET_STORE_ERROR_BUSY, "trouble");
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define PAGE(name, func) EXAMPLE_TEST ("/app/pages/" name, "house", func)
  PAGE ("today/all-came-confirms-what-has-begun-in-one-step", all_came_confirms_what_has_begun_in_one_step);
  PAGE ("today/leads-to-what-waits", the_day_leads_to_what_waits_for_an_answer);
  PAGE ("today/enter-on-a-hole-finds-and-on-an-activity-shows-it",
        enter_on_a_hole_finds_and_on_an_activity_shows_it);
  PAGE ("find/a-candidate-who-is-put-on-fills-the-hole-and-leads-back",
        a_candidate_who_is_put_on_fills_the_hole_and_leads_back);
  PAGE ("find/a-call-is-noted-on-the-row-of-the-candidate", a_call_is_noted_on_the_row_of_the_candidate);
  PAGE ("find/a-hole-that-is-gone-is-said-to-be", a_hole_that_is_gone_is_said_to_be);
  PAGE ("activities/are-shown-by-kind-in-order-and-searched",
        activities_are_shown_by_kind_in_order_and_searched);
  PAGE ("activities/a-row-is-bound-again-without-leftovers",
        the_row_of_an_activity_is_bound_again_without_leftovers);
  PAGE ("activities/what-was-edited-stands-in-its-list-at-once",
        what_was_edited_stands_in_its_list_at_once_and_in_its_place);
  PAGE ("activities/without-houses-of-mine-it-is-said-how",
        without_houses_of_mine_it_is_said_how_they_become_mine);
  PAGE ("card/shows-contact-shifts-and-takes-regrets", the_card_shows_contact_shifts_and_takes_regrets);
  PAGE ("card/of-somebody-who-is-removed-says-so", a_card_of_somebody_who_is_removed_says_so);
  PAGE ("form/a-new-volunteer-is-saved-and-her-card-opened", a_new_volunteer_is_saved_and_her_card_opened);
  PAGE ("form/saved-unchanged-changes-nothing", a_form_that_is_saved_unchanged_changes_nothing);
  PAGE ("dialog/a-date-is-cancelled-with-its-reason", a_date_is_cancelled_with_its_reason);
  PAGE ("dialog/an-absence-names-the-shifts-that-it-opens", an_absence_names_the_shifts_that_it_opens);
  PAGE ("dialog/of-what-is-deleted-meanwhile-closes", a_dialog_of_what_is_deleted_meanwhile_closes);
  PAGE ("dialog/that-is-refused-says-so-and-stays", a_dialog_that_is_refused_says_so_and_stays);
  PAGE ("dialog/a-date-is-moved-in-words", a_date_is_moved_in_words);
  PAGE ("nursing/a-ward-shows-its-visits-and-its-calendar", a_ward_shows_its_visits_and_its_calendar);
  PAGE ("nursing/how-people-are-named-is-chosen", how_people_are_named_is_chosen_for_the_ward);
  PAGE ("nursing/the-focus-stays-while-others-edit", the_focus_stays_while_others_edit);
  PAGE ("nursing/a-double-click-makes-one-calendar", a_double_click_makes_one_calendar_of_the_ward);
  PAGE ("feed/a-programme-offers-no-surnames", a_programme_offers_no_surnames_and_own_shifts_do);
  PAGE ("feed/a-new-calendar-names-nobody", a_new_calendar_names_nobody);
  PAGE ("nursing/calendars-are-published-to-the-folder",
        calendars_are_published_to_the_folder_that_is_written);
  PAGE ("start/without-a-store", without_a_store_the_house_is_asked_for_and_trouble_is_explained);
  return g_test_run ();
}
