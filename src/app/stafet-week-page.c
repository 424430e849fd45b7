/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The week as a list, day by day.
 */
#include "stafet-week-page.h"

#include "core/stafet-words.h"
#include "stafet-day-items.h"
#include "stafet-day-row.h"
#include "stafet-widget.h"

struct _StafetWeekPage
{
  StafetPage parent_instance;

  GListStore *items; /* owned: StafetDayItem */

  /* Template children. */
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (StafetWeekPage, stafet_week_page, STAFET_TYPE_PAGE)

/* "Week 48", "23–29 November". */
static void
show_titles (StafetPage *page, StafetDate monday)
{
  g_autofree char *title = g_strdup_printf (_ ("Week %d"), stafet_date_iso_week (monday, NULL));
  g_autofree char *subtitle = stafet_words_days (stafet_i18n_get_language (), monday, monday + 6);

  stafet_page_set_titles (page, title, subtitle);
}

static void
stafet_week_page_refresh (StafetPage *page)
{
  StafetWeekPage *self = STAFET_WEEK_PAGE (page);
  StafetDesk *desk = stafet_page_get_desk (page);
  StafetDate monday = stafet_date_monday (stafet_desk_get_date (desk));
  g_autoptr (GPtrArray) items = stafet_day_items_for_week (desk, monday);

  show_titles (page, monday);
  stafet_day_items_merge (self->items, items);
}

static void
stafet_week_page_step (StafetPage *page, int steps)
{
  StafetDesk *desk = stafet_page_get_desk (page);

  stafet_desk_set_date (desk, stafet_desk_get_date (desk) + 7 * steps);
}

static void
stafet_week_page_focus (StafetPage *page)
{
  stafet_list_view_focus_first (STAFET_WEEK_PAGE (page)->list);
}

static void
stafet_week_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_WEEK_PAGE);
  g_clear_object (&STAFET_WEEK_PAGE (object)->items);
  G_OBJECT_CLASS (stafet_week_page_parent_class)->dispose (object);
}

static void
stafet_week_page_class_init (StafetWeekPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_week_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_week_page_refresh;
  STAFET_PAGE_CLASS (klass)->step = stafet_week_page_step;
  STAFET_PAGE_CLASS (klass)->focus = stafet_week_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-week-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetWeekPage, list);
  gtk_widget_class_bind_template_callback (widget_class, stafet_day_row_activate);
}

static void
stafet_week_page_init (StafetWeekPage *self)
{
  g_autoptr (GtkListItemFactory) factory = stafet_day_row_factory_new ();
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (STAFET_TYPE_DAY_ITEM);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  gtk_list_view_set_factory (self->list, factory);
}
