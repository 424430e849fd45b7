/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows the panel of a calendar by itself.
 */
#include "stafet-feed-page.h"

#include "schedule/stafet-feeds.h"
#include "stafet-feed-panel.h"

struct _StafetFeedPage
{
  StafetPage parent_instance;

  StafetFeedKind kind;
  StafetUid place;
  StafetUid feed; /* nullable: the first of that kind and place */

  /* Template children. */
  StafetFeedPanel *panel;
};

G_DEFINE_FINAL_TYPE (StafetFeedPage, stafet_feed_page, STAFET_TYPE_PAGE)

/* What it is about may have been removed. */
static void
stafet_feed_page_refresh (StafetPage *page)
{
  StafetFeedPage *self = STAFET_FEED_PAGE (page);
  const StafetSnapshot *snapshot = stafet_page_get_snapshot (page);
  StafetKind kind = stafet_feed_place_kind (snapshot, self->place);

  if (kind == STAFET_KIND_NONE)
    {
      stafet_page_leave (page);
      return;
    }
  stafet_page_set_titles (page, _ ("Calendar"),
                          stafet_record_get_label (stafet_snapshot_get (snapshot, kind, self->place)));
  stafet_feed_panel_show (self->panel, stafet_page_get_desk (page), self->kind, self->place, self->feed);
}

static void
stafet_feed_page_focus (StafetPage *page)
{
  stafet_feed_panel_focus (STAFET_FEED_PAGE (page)->panel);
}

/* ——— GObject ——— */

static void
stafet_feed_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_FEED_PAGE);
  G_OBJECT_CLASS (stafet_feed_page_parent_class)->dispose (object);
}

static void
stafet_feed_page_class_init (StafetFeedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_feed_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_feed_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_feed_page_focus;
  g_type_ensure (STAFET_TYPE_FEED_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-feed-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetFeedPage, panel);
}

static void
stafet_feed_page_init (StafetFeedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_feed_page_new (StafetDesk *desk, StafetFeedKind kind, StafetUid place)
{
  StafetFeedPage *self = g_object_new (STAFET_TYPE_FEED_PAGE, "desk", desk, "title", _ ("Calendar"), NULL);

  self->kind = kind;
  self->place = place;
  return STAFET_PAGE (self);
}

StafetPage *
stafet_feed_page_new_for (StafetDesk *desk, const StafetFeed *feed)
{
  StafetPage *page = stafet_feed_page_new (desk, (StafetFeedKind) feed->kind, stafet_feed_place (feed));

  STAFET_FEED_PAGE (page)->feed = feed->parent.uid;
  return page;
}
