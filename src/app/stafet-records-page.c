/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list: filtered, sorted, and shown portion by portion.
 */
#include "stafet-records-page.h"

#include "core/stafet-i18n.h"
#include "core/stafet-text.h"
#include "plan/stafet-item.h"
#include "stafet-widget.h"

/* So many rows are shown at once, and so many more in each portion, until the list makes widgets only for
 * those in sight anyway. */
#define AT_ONCE 30
#define PORTION 20
#define MOST_WIDGETS 210

typedef struct
{
  GtkCustomFilter *filter;  /* owned */
  GtkCustomSorter *sorter;  /* owned */
  GtkSliceListModel *slice; /* owned, nullable: so many of them are shown so far */
  GHashTable *bound;        /* owned: GtkListItem, those that have a row now */
  char *needle;             /* owned */
  gint64 head;              /* the plan's, when it was sorted */
  guint growing;            /* source that shows more */

  /* Borrowed from the template. */
  GtkSearchEntry *search;
  GtkListView *list;
  GtkStack *stack;
} StafetRecordsPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StafetRecordsPage, stafet_records_page, STAFET_TYPE_PAGE)

#define PRIVATE(self)                                                                                        \
  ((StafetRecordsPagePrivate *) stafet_records_page_get_instance_private ((StafetRecordsPage *) (self)))

static gboolean
filter_cb (gpointer item, gpointer data)
{
  return STAFET_RECORDS_PAGE_GET_CLASS (data)->shows (data, stafet_item_get_record (item),
                                                      PRIVATE (data)->needle);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return STAFET_RECORDS_PAGE_GET_CLASS (data)->compare (stafet_item_get_record ((gpointer) a),
                                                        stafet_item_get_record ((gpointer) b));
}

/* ——— What is shown ——— */

/* Beginners are not told of a search that they did not make. */
static const char *
empty_page (StafetRecordsPage *self)
{
  StafetPage *page = STAFET_PAGE (self);
  GListModel *all =
    stafet_plan_get_list (stafet_page_get_plan (page), STAFET_RECORDS_PAGE_GET_CLASS (self)->kind);

  if (stafet_desk_lacks_mine (stafet_page_get_desk (page)))
    return "no-houses";
  return g_list_model_get_n_items (all) == 0 ? "begin" : "none";
}

static void
show_count (StafetRecordsPage *self)
{
  const StafetRecordsPageClass *class = STAFET_RECORDS_PAGE_GET_CLASS (self);
  StafetRecordsPagePrivate *private = PRIVATE (self);
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  guint n = g_list_model_get_n_items (gtk_slice_list_model_get_model (private->slice));
  g_autofree char *count = class->count (n);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", count, stafet_desk_get_view_name (desk));

  stafet_page_set_titles (STAFET_PAGE (self), _ (class->title), subtitle);
  stafet_stack_show (private->stack, n > 0 ? "list" : empty_page (self));
}

static gboolean
grow_cb (gpointer data)
{
  StafetRecordsPagePrivate *private = PRIVATE (data);
  guint size = gtk_slice_list_model_get_size (private->slice);

  gtk_slice_list_model_set_size (private->slice,
                                 size < MOST_WIDGETS ? size + stafet_widget_portion (PORTION) : G_MAXUINT);
  if (size < MOST_WIDGETS)
    return G_SOURCE_CONTINUE;
  private->growing = 0;
  return G_SOURCE_REMOVE;
}

/* The first rows at once, the others when those are painted. */
static void
show_first (StafetRecordsPage *self)
{
  StafetRecordsPagePrivate *private = PRIVATE (self);
  gboolean is_whole = gtk_slice_list_model_get_size (private->slice) == G_MAXUINT;

  if (private->growing == 0 && !is_whole)
  private->growing = g_timeout_add_full (G_PRIORITY_LOW, 15, grow_cb, self, NULL);
}

static void
show_filtered (StafetRecordsPage *self)
{
  show_first (self);
  show_count (self);
}

void
stafet_records_page_filter_anew (StafetRecordsPage *self)
{
  StafetRecordsPagePrivate *private = PRIVATE (self);

  if (private->slice == NULL)
    return;
  gtk_filter_changed (GTK_FILTER (private->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_filtered (self);
}

GPtrArray *
stafet_records_page_get_found (StafetRecordsPage *self)
{
  StafetRecordsPagePrivate *private = PRIVATE (self);
  GListModel *all = private->slice != NULL ? gtk_slice_list_model_get_model (private->slice) : NULL;
  guint n = all != NULL ? g_list_model_get_n_items (all) : 0;
  GPtrArray *uids = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StafetItem) item = g_list_model_get_item (all, i);

      g_ptr_array_add (uids, (gpointer) ((StafetRecord *) stafet_item_get_record (item))->uid);
    }
  return uids;
}

/* A list that is another one begins at its top again: else as many rows as stood there are made at once. */
static void
many_cb (StafetRecordsPage *self, guint position, guint removed, guint added)
{
  (void) position;
  if (PRIVATE (self)->slice != NULL && (removed > MOST_WIDGETS || added > MOST_WIDGETS))
    gtk_slice_list_model_set_size (PRIVATE (self)->slice, stafet_widget_portion (AT_ONCE));
}

static void
make_model (StafetRecordsPage *self)
{
  StafetRecordsPagePrivate *private = PRIVATE (self);
  GListModel *all = stafet_plan_get_list (stafet_page_get_plan (STAFET_PAGE (self)),
                                          STAFET_RECORDS_PAGE_GET_CLASS (self)->kind);
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  g_autoptr (GtkNoSelection) model = NULL;

  /* Before those that make rows hear of it. */
  g_signal_connect_object (all, "items-changed", G_CALLBACK (many_cb), self, G_CONNECT_SWAPPED);
  filtered = gtk_filter_list_model_new (g_object_ref (all), GTK_FILTER (g_object_ref (private->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), GTK_SORTER (g_object_ref (private->sorter)));
  private->slice = gtk_slice_list_model_new (G_LIST_MODEL (sorted), 0, stafet_widget_portion (AT_ONCE));
  private->head = stafet_plan_get_head (stafet_page_get_plan (STAFET_PAGE (self)));
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (private->slice)));
  gtk_list_view_set_model (private->list, GTK_SELECTION_MODEL (model));
}

/* ——— Rows ——— */

static void
show_row (StafetRecordsPage *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *name = STAFET_RECORDS_PAGE_GET_CLASS (self)->bind_row (
    self, row, stafet_item_get_record (gtk_list_item_get_item (item)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* An item stays when its record changes, and a row tells of other records too: so the rows are filled in
 * anew. */
static void
show_rows (StafetRecordsPage *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, PRIVATE (self)->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    show_row (self, item);
}

static void
setup_cb (StafetRecordsPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, STAFET_RECORDS_PAGE_GET_CLASS (self)->make_row ());
}

static void
bind_cb (StafetRecordsPage *self, GtkListItem *item)
{
  g_hash_table_add (PRIVATE (self)->bound, item);
  show_row (self, item);
}

static void
unbind_cb (StafetRecordsPage *self, GtkListItem *item)
{
  g_hash_table_remove (PRIVATE (self)->bound, item);
}

/* ——— The page ——— */

/* The order changes only with the plan: a minute that passes does not sort thousands. */
static void
sort_anew (StafetRecordsPage *self)
{
  gint64 head = stafet_plan_get_head (stafet_page_get_plan (STAFET_PAGE (self)));

  if (head != PRIVATE (self)->head)
    gtk_sorter_changed (GTK_SORTER (PRIVATE (self)->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  PRIVATE (self)->head = head;
}

static void
stafet_records_page_refresh (StafetPage *page)
{
  StafetRecordsPage *self = STAFET_RECORDS_PAGE (page);

  /* A model that is made is filtered and sorted. */
  if (PRIVATE (self)->slice == NULL)
    {
      make_model (self);
      show_filtered (self);
      return;
    }
  sort_anew (self);
  stafet_records_page_filter_anew (self);
  show_rows (self);
}

static void
stafet_records_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (PRIVATE (page)->search));
}

static void
open_at (StafetRecordsPage *self, guint position)
{
  g_autoptr (StafetItem) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (PRIVATE (self)->list)), position);

  if (item != NULL)
    STAFET_RECORDS_PAGE_GET_CLASS (self)->open (self, stafet_item_get_record (item));
}

static void
search_cb (StafetRecordsPage *self)
{
  StafetRecordsPagePrivate *private = PRIVATE (self);

  g_free (private->needle);
  private->needle = stafet_text_fold (gtk_editable_get_text (GTK_EDITABLE (private->search)));
  stafet_records_page_filter_anew (self);
}

/* Enter in the search opens the first that is found; it may come before the last letters were told of. */
static void
search_activate_cb (StafetRecordsPage *self)
{
  search_cb (self);
  open_at (self, 0);
}

/* Escape, which a search field keeps for itself. */
static void
stop_search_cb (StafetRecordsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (PRIVATE (self)->search), "");
}

static void
focus_search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  stafet_records_page_focus (STAFET_PAGE (widget));
}

void
stafet_records_page_set_parts (StafetRecordsPage *self, GtkSearchEntry *search, GtkListView *list,
                               GtkStack *stack)
{
  StafetRecordsPagePrivate *private = PRIVATE (self);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  private->search = search;
  private->list = list;
  private->stack = stack;
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (list, factory);
  g_signal_connect_object (list, "activate", G_CALLBACK (open_at), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "search-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (search, "activate", G_CALLBACK (search_activate_cb), self, G_CONNECT_SWAPPED);
}

/* ——— GObject ——— */

static void
stafet_records_page_dispose (GObject *object)
{
  StafetRecordsPagePrivate *private = PRIVATE (object);

  g_clear_object (&private->filter);
  g_clear_object (&private->sorter);
  g_clear_object (&private->slice);
  g_clear_handle_id (&private->growing, g_source_remove);
  G_OBJECT_CLASS (stafet_records_page_parent_class)->dispose (object);
}

static void
stafet_records_page_finalize (GObject *object)
{
  g_hash_table_unref (PRIVATE (object)->bound);
  g_free (PRIVATE (object)->needle);
  G_OBJECT_CLASS (stafet_records_page_parent_class)->finalize (object);
}

static void
stafet_records_page_class_init (StafetRecordsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stafet_records_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_records_page_finalize;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_records_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_records_page_focus;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.search-list", NULL, focus_search_cb);
}

static void
stafet_records_page_init (StafetRecordsPage *self)
{
  StafetRecordsPagePrivate *private = PRIVATE (self);

  private->needle = g_strdup ("");
  private->bound = g_hash_table_new (g_direct_hash, g_direct_equal);
  private->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  private->sorter = gtk_custom_sorter_new (compare_cb, self, NULL);
}
