/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages that are pushed over the one in view, each by an action of its own.
 */
#include "stafet-window-private.h"

#include "schedule/stafet-feeds.h"
#include "stafet-activity-editor.h"
#include "stafet-backups-page.h"
#include "stafet-calendar-page.h"
#include "stafet-calendars-page.h"
#include "stafet-care-page.h"
#include "stafet-due-page.h"
#include "stafet-effects-page.h"
#include "stafet-enquiry-page.h"
#include "stafet-feed-page.h"
#include "stafet-fragile-page.h"
#include "stafet-ideas-page.h"
#include "stafet-import-page.h"
#include "stafet-loans-page.h"
#include "stafet-names-page.h"
#include "stafet-outlook-page.h"
#include "stafet-proposal-page.h"
#include "stafet-publish-page.h"
#include "stafet-review-page.h"
#include "stafet-rooms-page.h"
#include "stafet-season-page.h"
#include "stafet-volunteer-form.h"
#include "stafet-whom-page.h"

#include <string.h>

/* Pages that come in front when their action asks for them. */
static const struct
{
  const char *action;
  StafetPage *(*make) (StafetDesk *desk);
  gboolean once; /* it is not pushed over itself */
} pushes[] = {
  { "win.fragile", stafet_fragile_page_new, TRUE },    { "win.due", stafet_due_page_new, TRUE },
  { "win.backups", stafet_backups_page_new, TRUE },    { "win.calendars", stafet_calendars_page_new, TRUE },
  { "win.effects", stafet_effects_page_new, TRUE },    { "win.copy-season", stafet_season_page_new },
  { "win.ideas", stafet_ideas_page_new, TRUE },        { "win.import", stafet_import_page_new },
  { "win.loans", stafet_loans_page_new, TRUE },        { "win.new-activity", stafet_activity_editor_new },
  { "win.new-loan", stafet_activity_editor_new_loan }, { "win.new-volunteer", stafet_volunteer_form_new },
  { "win.outlook", stafet_outlook_page_new, TRUE },    { "win.review", stafet_review_page_new, TRUE },
  { "win.propose", stafet_proposal_page_new, TRUE },   { "win.publishing", stafet_publish_page_new, TRUE },
  { "win.rooms", stafet_rooms_page_new, TRUE },        { "win.new-enquiry", stafet_enquiry_page_new, TRUE },
  { "win.whom", stafet_whom_page_new, TRUE },          { "win.care", stafet_care_page_new, TRUE },
  { "win.names", stafet_names_page_new, TRUE }
};

/* Whether the page in view is what @page would be. */
static gboolean
is_there (StafetWindow *self, StafetPage *page)
{
  StafetPage *there = stafet_window_get_page (self);

  return G_OBJECT_TYPE (there) == G_OBJECT_TYPE (page)
         && (!STAFET_IS_ENQUIRY_PAGE (there) || stafet_enquiry_page_is_new (STAFET_ENQUIRY_PAGE (there)));
}

static void
push (StafetWindow *self, StafetPage *page, gboolean once)
{
  g_autoptr (StafetPage) owned = g_object_ref_sink (page);

  if (!once || !is_there (self, page))
    stafet_window_push (self, page);
}

static void
push_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) parameter;
  for (gsize i = 0; i < G_N_ELEMENTS (pushes); i++)
    if (strcmp (pushes[i].action, name) == 0)
      push (self, pushes[i].make (self->desk), pushes[i].once);
}

/* "s": a section of the network's page. */
static void
network_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  gtk_widget_activate_action (widget, "win.go", "s", "network");
  gtk_widget_activate_action (GTK_WIDGET (stafet_window_get_page (STAFET_WINDOW (widget))), "page.show", "s",
                              g_variant_get_string (parameter, NULL));
}

static void
questions_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  gtk_widget_activate_action (widget, "win.care", NULL);
  gtk_widget_activate_action (GTK_WIDGET (stafet_window_get_page (STAFET_WINDOW (widget))), "page.show", "s",
                              "questions");
}

/* "s": the path of a file, or an address. */
static void
open_calendar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  push (self, stafet_calendar_page_new_for_source (self->desk, g_variant_get_string (parameter, NULL)),
        FALSE);
}

/* ——— Calendars ——— */

/* "(is)": the kind of a calendar, and whose. */
static void
feed_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  const char *place;
  int kind;

  (void) name;
  g_variant_get (parameter, "(i&s)", &kind, &place);
  stafet_window_push (self,
                      stafet_feed_page_new (self->desk, (StafetFeedKind) kind, stafet_uid_intern (place)));
}

/* "s": a calendar. */
static void
show_feed_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  const StafetFeed *feed = stafet_snapshot_lookup (stafet_desk_get_snapshot (self->desk), STAFET_KIND_FEED,
                                                   g_variant_get_string (parameter, NULL));

  (void) name;
  if (feed != NULL)
    stafet_window_push (self, stafet_feed_page_new_for (self->desk, feed));
}

/* Of the house in view. */
static void
programme_feed_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  StafetUid house = stafet_desk_get_house (self->desk);

  (void) name;
  (void) parameter;
  if (house == NULL)
    stafet_window_tell (self, _ ("Choose a house first: there is none in view that has a programme."), FALSE);
  else
    push (self, stafet_feed_page_new (self->desk, STAFET_FEED_PROGRAMME, house), TRUE);
}

#define PREPARE_MS 400

static gboolean
prepare_cb (gpointer data)
{
  StafetWindow *self = data;

  self->preparing = 0;
  stafet_activity_editor_prepare (self->desk);
  return G_SOURCE_REMOVE;
}

void
stafet_window_prepare_soon (StafetWindow *self)
{
  if (self->preparing == 0)
    self->preparing = g_timeout_add_full (G_PRIORITY_LOW, PREPARE_MS, prepare_cb, self, NULL);
}

void
stafet_window_install_page_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.network", "s", network_cb);
  gtk_widget_class_install_action (widget_class, "win.questions", NULL, questions_cb);
  gtk_widget_class_install_action (widget_class, "win.open-calendar", "s", open_calendar_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (pushes); i++)
    gtk_widget_class_install_action (widget_class, pushes[i].action, NULL, push_cb);
  gtk_widget_class_install_action (widget_class, "win.feed", "(is)", feed_cb);
  gtk_widget_class_install_action (widget_class, "win.show-feed", "s", show_feed_cb);
  gtk_widget_class_install_action (widget_class, "win.programme-feed", NULL, programme_feed_cb);
}
