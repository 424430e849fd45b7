/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of activities.
 */
#include "stafet-activities-page.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "plan/stafet-item.h"
#include "schedule/stafet-expand.h"
#include "stafet-activity-row.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

/* The choices of the menu, in its order. */
typedef enum
{
  SHOW_REGULAR,
  SHOW_EVENTS,
  SHOW_DRAFTS,
  SHOW_PAST
} Show;

struct _StafetActivitiesPage
{
  StafetPage parent_instance;

  GtkCustomFilter *filter; /* owned */
  GtkCustomSorter *sorter; /* owned */
  GHashTable *bound;       /* owned: GtkListItem, those that have a row now */
  char *needle;            /* owned: what is searched for, folded */

  /* Template children. */
  GtkSearchEntry *search;
  GtkDropDown *show;
  GtkListView *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (StafetActivitiesPage, stafet_activities_page, STAFET_TYPE_PAGE)

/* ——— Which are shown ——— */

static gboolean
has_kind (StafetActivitiesPage *self, const StafetActivity *activity)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  gboolean past = activity->timing.last_date < today;

  switch ((Show) gtk_drop_down_get_selected (self->show))
    {
    case SHOW_REGULAR:
      return activity->timing.recurs && !activity->draft && !past;
    case SHOW_EVENTS:
      return !activity->timing.recurs && !activity->draft && !past;
    case SHOW_DRAFTS:
      return activity->draft;
    default:
      return past && !activity->draft;
    }
}

/* Where it takes place counts too: a ward's singing belongs to the nursing home. */
static gboolean
is_of_houses (StafetActivitiesPage *self, const StafetActivity *activity)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  const StafetWard *ward =
    stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_WARD, activity->ward);

  return stafet_desk_shows_house (desk, activity->house)
         || (ward != NULL && stafet_desk_shows_house (desk, ward->house));
}

static gboolean
is_found (StafetActivitiesPage *self, const StafetActivity *activity)
{
  g_autofree char *folded = NULL;

  if (self->needle == NULL || *self->needle == '\0')
    return TRUE;
  folded = stafet_text_fold (activity->title);
  return strstr (folded, self->needle) != NULL;
}

static gboolean
filter_cb (gpointer item, gpointer data)
{
  StafetActivitiesPage *self = data;
  const StafetActivity *activity = stafet_item_get_record (item);

  return has_kind (self, activity) && is_of_houses (self, activity) && is_found (self, activity);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const StafetActivity *x = stafet_item_get_record ((gpointer) a), *y = stafet_item_get_record ((gpointer) b);
  int order = stafet_text_compare (x->title, y->title);

  (void) data;
  return order != 0 ? order : (x->timing.start > y->timing.start) - (x->timing.start < y->timing.start);
}

/* ——— The page ——— */

static void
filter_anew (StafetActivitiesPage *self)
{
  StafetPage *page = STAFET_PAGE (self);
  g_autofree char *count = NULL, *subtitle = NULL;
  guint n;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  n = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->list)));
  count = g_strdup_printf (ngettext_ ("%u activity", "%u activities", n), n);
  subtitle = g_strdup_printf ("%s · %s", count, stafet_desk_get_view_name (stafet_page_get_desk (page)));
  stafet_page_set_titles (page, _ ("Activities"), subtitle);
  stafet_stack_show (self->stack, n > 0                                                  ? "list"
                                  : stafet_desk_lacks_mine (stafet_page_get_desk (page)) ? "no-houses"
                                                                                         : "none");
}

static void
make_model (StafetActivitiesPage *self)
{
  GListModel *all = stafet_plan_get_list (stafet_page_get_plan (STAFET_PAGE (self)), STAFET_KIND_ACTIVITY);
  g_autoptr (GtkFilterListModel) filtered =
    gtk_filter_list_model_new (g_object_ref (all), GTK_FILTER (g_object_ref (self->filter)));
  g_autoptr (GtkSortListModel) sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (filtered)),
                                                                 GTK_SORTER (g_object_ref (self->sorter)));
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (sorted)));

  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

static void
show_row (StafetActivitiesPage *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  StafetActivity *activity = stafet_item_get_record (gtk_list_item_get_item (item));
  g_autofree char *name =
    stafet_activity_row_bind (STAFET_ACTIVITY_ROW (row), stafet_page_get_desk (STAFET_PAGE (self)), activity);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* An item stays when its record changes, and who is lacking stands in other records: so the rows are filled
 * in anew. */
static void
show_rows (StafetActivitiesPage *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    show_row (self, item);
}

static void
stafet_activities_page_refresh (StafetPage *page)
{
  StafetActivitiesPage *self = STAFET_ACTIVITIES_PAGE (page);

  if (gtk_list_view_get_model (self->list) == NULL)
    make_model (self);
  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  filter_anew (self);
  show_rows (self);
}

static void
stafet_activities_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (STAFET_ACTIVITIES_PAGE (page)->search));
}

/* The next date of a series is the one to look at; of one that is over, its first. */
static void
open_at (StafetActivitiesPage *self, guint position)
{
  g_autoptr (StafetItem) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);
  const StafetActivity *activity;
  StafetDate date;

  if (item == NULL)
    return;
  activity = stafet_item_get_record (item);
  date =
    stafet_expand_next (&activity->timing, stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self))));
  if (date == STAFET_DATE_NONE)
    date = stafet_expand_next (&activity->timing, activity->timing.first_date);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-entry", STAFET_ENTRY_TARGET, activity->parent.uid,
                              (gint32) STAFET_KIND_ACTIVITY, date);
}

static void
activate_cb (StafetActivitiesPage *self, guint position)
{
  open_at (self, position);
}

static void
search_cb (StafetActivitiesPage *self)
{
  g_free (self->needle);
  self->needle = stafet_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  filter_anew (self);
}

/* It may come before the last letters were told of. */
static void
search_activate_cb (StafetActivitiesPage *self)
{
  search_cb (self);
  open_at (self, 0);
}

static void
choice_cb (StafetActivitiesPage *self)
{
  if (gtk_list_view_get_model (self->list) != NULL)
    filter_anew (self);
}

static void
focus_search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  gtk_widget_grab_focus (GTK_WIDGET (STAFET_ACTIVITIES_PAGE (widget)->search));
}

/* ——— GObject ——— */

static void
stafet_activities_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_ACTIVITIES_PAGE);
  g_clear_object (&STAFET_ACTIVITIES_PAGE (object)->filter);
  g_clear_object (&STAFET_ACTIVITIES_PAGE (object)->sorter);
  G_OBJECT_CLASS (stafet_activities_page_parent_class)->dispose (object);
}

static void
stafet_activities_page_finalize (GObject *object)
{
  g_hash_table_unref (STAFET_ACTIVITIES_PAGE (object)->bound);
  g_free (STAFET_ACTIVITIES_PAGE (object)->needle);
  G_OBJECT_CLASS (stafet_activities_page_parent_class)->finalize (object);
}

static void
stafet_activities_page_class_init (StafetActivitiesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_activities_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_activities_page_finalize;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_activities_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_activities_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-activities-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetActivitiesPage, search);
  gtk_widget_class_bind_template_child (widget_class, StafetActivitiesPage, show);
  gtk_widget_class_bind_template_child (widget_class, StafetActivitiesPage, list);
  gtk_widget_class_bind_template_child (widget_class, StafetActivitiesPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, focus_search_cb);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  (void) factory;
  gtk_list_item_set_child (item, stafet_activity_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, StafetActivitiesPage *self)
{
  (void) factory;
  g_hash_table_add (self->bound, item);
  show_row (self, item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, StafetActivitiesPage *self)
{
  (void) factory;
  g_hash_table_remove (self->bound, item);
}

static void
stafet_activities_page_init (StafetActivitiesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->bound = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->sorter = gtk_custom_sorter_new (compare_cb, NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
}
