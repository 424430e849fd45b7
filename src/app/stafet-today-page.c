/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The day: holes first, then everything by time.
 */
#include "stafet-today-page.h"

#include "core/stafet-words.h"
#include "schedule/stafet-day.h"
#include "stafet-begin-box.h"
#include "stafet-begun-box.h"
#include "stafet-day-items.h"
#include "stafet-day-row.h"
#include "stafet-look.h"
#include "stafet-widget.h"
#include "stafet-window.h"

struct _StafetTodayPage
{
  StafetPage parent_instance;

  GListStore *items; /* owned: StafetDayItem */
  GArray *open;      /* owned, nullable: days that nobody confirmed, once they are counted … */
  char *counted;     /* owned, nullable: … where that was */
  gboolean watched;  /* what is remembered of the month's questions */

  /* Template children. */
  StafetBegunBox *begun;
  StafetBeginBox *begin;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (StafetTodayPage, stafet_today_page, STAFET_TYPE_PAGE)

static void
show_titles (StafetPage *page, StafetDate date)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *day = stafet_words_date (language, date);
  g_autofree char *week = stafet_words_week (language, stafet_date_iso_week (date, NULL));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", day, week);
  int distance = date - stafet_desk_today (stafet_page_get_desk (page));
  const char *title = distance == 0    ? _ ("Today")
                      : distance == 1  ? _ ("Tomorrow")
                      : distance == -1 ? _ ("Yesterday")
                                       : _ ("The day");

  stafet_page_set_titles (page, title, subtitle);
}

static void
show_items (StafetTodayPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  g_autoptr (GPtrArray) items = stafet_day_items_for_day (desk, stafet_desk_get_date (desk), self->open);

  stafet_day_items_merge (self->items, items, GTK_WIDGET (self->list));
}

/* ——— Days that nobody confirmed ——— */

static gpointer
count_open (const StafetLook *look)
{
  return stafet_day_unconfirmed (look->snapshot, &look->query, look->query.from, look->query.to + 1);
}

static void
show_open (StafetPage *page, gpointer found)
{
  StafetTodayPage *self = STAFET_TODAY_PAGE (page);

  g_clear_pointer (&self->open, g_array_unref);
  self->open = found;
  show_items (self);
}

/* A year of many houses takes a moment. What was counted of other houses is not shown until then. */
static void
look_for_open (StafetTodayPage *self)
{
  static const StafetLookKind kind = { count_open, (GDestroyNotify) g_array_unref, show_open };
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  g_autofree char *place =
    g_strdup_printf ("%d %s", stafet_desk_get_view (desk), stafet_desk_get_view_name (desk));
  StafetAgendaQuery query;

  if (g_strcmp0 (place, self->counted) != 0)
    {
      g_clear_pointer (&self->open, g_array_unref);
      g_free (self->counted);
      self->counted = g_steal_pointer (&place);
    }
  if (stafet_desk_get_date (desk) != stafet_desk_today (desk))
    return;
  stafet_desk_fill_past_query (desk, &query);
  stafet_look_run (STAFET_PAGE (self), &query, &kind);
}

static void
stafet_today_page_refresh (StafetPage *page)
{
  StafetTodayPage *self = STAFET_TODAY_PAGE (page);
  StafetDesk *desk = stafet_page_get_desk (page);

  if (!self->watched && stafet_desk_get_settings (desk) != NULL)
    g_signal_connect_object (stafet_desk_get_settings (desk), "changed::reflected", G_CALLBACK (show_items),
                             self, G_CONNECT_SWAPPED);
  self->watched = TRUE;
  show_titles (page, stafet_desk_get_date (desk));
  stafet_begun_box_watch (self->begun, desk);
  stafet_begin_box_look (self->begin, desk);
  look_for_open (self);
  show_items (self);
}

static void
stafet_today_page_step (StafetPage *page, int steps)
{
  StafetDesk *desk = stafet_page_get_desk (page);

  stafet_desk_set_date (desk, stafet_desk_get_date (desk) + steps);
}

/* ——— All came ——— */

/* Of a day that is not over, only what has begun: nobody can say yet who came to the rest. */
static GPtrArray *
attendance_edits (StafetDesk *desk, StafetDate date)
{
  StafetAgendaQuery query;
  g_autoptr (StafetAgenda) agenda = NULL;
  GPtrArray *edits = g_ptr_array_new ();

  stafet_desk_fill_query (desk, &query, date, date);
  agenda = stafet_agenda_new (stafet_desk_get_snapshot (desk), &query);
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (!stafet_day_is_unconfirmed (entry) || entry->start > stafet_desk_now (desk))
        continue;
      for (guint j = 0; j < entry->n_shifts; j++)
        if (entry->shifts[j].filled > 0)
          g_ptr_array_add (
            edits, stafet_use_attend_as_planned (entry->shifts[j].shift->parent.uid, entry->original));
    }
  return edits;
}

static void
all_came_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (widget));
  StafetDate date = stafet_desk_get_date (desk);
  GPtrArray *edits = attendance_edits (desk, date);
  g_autofree char *day = stafet_words_date (stafet_i18n_get_language (), date);
  g_autofree char *label = g_strdup_printf (_ ("Everybody came on %s as planned"), day);

  (void) name;
  (void) parameter;
  if (edits->len == 0)
    {
      g_ptr_array_unref (edits);
      stafet_window_tell (stafet_window_of (widget),
                          date < stafet_desk_today (desk)
                            ? _ ("The day is confirmed.")
                            : _ ("Nothing has begun yet that is not confirmed."),
                          FALSE);
      return;
    }
  stafet_desk_edit (desk, stafet_use_several (label, edits));
}

/* ——— GObject ——— */

static void
stafet_today_page_focus (StafetPage *page)
{
  stafet_list_view_focus_first (STAFET_TODAY_PAGE (page)->list);
}

static void
stafet_today_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_TODAY_PAGE);
  g_clear_object (&STAFET_TODAY_PAGE (object)->items);
  g_clear_pointer (&STAFET_TODAY_PAGE (object)->open, g_array_unref);
  g_clear_pointer (&STAFET_TODAY_PAGE (object)->counted, g_free);
  G_OBJECT_CLASS (stafet_today_page_parent_class)->dispose (object);
}

static void
stafet_today_page_class_init (StafetTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_today_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_today_page_refresh;
  STAFET_PAGE_CLASS (klass)->step = stafet_today_page_step;
  STAFET_PAGE_CLASS (klass)->focus = stafet_today_page_focus;
  g_type_ensure (STAFET_TYPE_BEGIN_BOX);
  g_type_ensure (STAFET_TYPE_BEGUN_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetTodayPage, list);
  gtk_widget_class_bind_template_child (widget_class, StafetTodayPage, begin);
  gtk_widget_class_bind_template_child (widget_class, StafetTodayPage, begun);
  gtk_widget_class_bind_template_callback (widget_class, stafet_day_row_activate);
  gtk_widget_class_install_action (widget_class, "page.all-came", NULL, all_came_cb);
}

static void
stafet_today_page_init (StafetTodayPage *self)
{
  g_autoptr (GtkListItemFactory) factory = stafet_day_row_factory_new ();
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (STAFET_TYPE_DAY_ITEM);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
  gtk_list_view_set_factory (self->list, factory);
}
