/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of volunteers.
 */
#include "stafet-volunteers-page.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "plan/stafet-item.h"
#include "stafet-volunteer-row.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

#include <string.h>

#define AT_ONCE 30
#define PORTION 20
#define MOST_WIDGETS 210

/* The choices of the first menu, in its order. */
typedef enum
{
  SHOW_ACTIVE,
  SHOW_ON_CALL,
  SHOW_PAUSED,
  SHOW_STOPPED,
  SHOW_ALL
} Show;

struct _StafetVolunteersPage
{
  StafetPage parent_instance;

  GtkCustomFilter *filter;  /* owned */
  GtkCustomSorter *sorter;  /* owned */
  GHashTable *bound;        /* owned: GtkListItem, those that have a row now */
  gint64 head;              /* the plan's, when it was sorted */
  GtkSliceListModel *slice; /* owned: so many of them are shown so far */
  guint growing;            /* source that shows more */
  GHashTable *texts;        /* owned: uid → what is searched of her, folded; made when first asked for */
  char *needle;             /* owned: what is searched for, folded */
  StafetWeekday weekday;    /* 0: any */

  /* Template children. */
  GtkSearchEntry *search;
  GtkDropDown *show, *days;
  GtkListView *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (StafetVolunteersPage, stafet_volunteers_page, STAFET_TYPE_PAGE)

/* ——— Who is shown ——— */

static void
append_links (GString *text, const GPtrArray *links, const char *key)
{
  for (guint i = 0; i < links->len; i++)
    {
      gpointer link = g_ptr_array_index (links, i);
      const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (link), key);

      g_string_append_printf (text, " %s", STAFET_FIELD_AT (char *, link, field));
    }
}

/* Name, short name, telephones and skills. */
static const char *
text_of (StafetVolunteersPage *self, const StafetVolunteer *volunteer)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  StafetUid uid = volunteer->parent.uid;
  char *folded = g_hash_table_lookup (self->texts, uid);
  g_autoptr (GString) text = NULL;

  if (folded != NULL)
    return folded;
  text = g_string_new (volunteer->name);
  g_string_append_printf (text, " %s", volunteer->short_name);
  append_links (text, stafet_snapshot_index (snapshot, STAFET_INDEX_PHONE_BY_VOLUNTEER, uid), "number");
  append_links (text, stafet_snapshot_index (snapshot, STAFET_INDEX_SKILL_BY_VOLUNTEER, uid), "skill");
  folded = stafet_text_fold (text->str);
  g_hash_table_insert (self->texts, (gpointer) uid, folded);
  return folded;
}

/* A phone number may be typed in groups. */
static gboolean
is_found (StafetVolunteersPage *self, const StafetVolunteer *volunteer)
{
  const char *text;
  g_autofree char *digits = NULL;

  if (self->needle == NULL || *self->needle == '\0')
    return TRUE;
  text = text_of (self, volunteer);
  if (strstr (text, self->needle) != NULL)
    return TRUE;
  if (!g_ascii_isdigit (*self->needle))
    return FALSE;
  digits = stafet_phone_clean (self->needle, NULL);
  return digits != NULL && strstr (text, digits) != NULL;
}

static gboolean
is_of_houses (StafetVolunteersPage *self, const StafetVolunteer *volunteer)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  const GPtrArray *houses;

  if (stafet_desk_get_view (desk) == STAFET_VIEW_ALL)
    return TRUE;
  houses = stafet_snapshot_index (stafet_desk_get_snapshot (desk), STAFET_INDEX_VOLUNTEER_HOUSE_BY_VOLUNTEER,
                                  volunteer->parent.uid);
  for (guint i = 0; i < houses->len; i++)
    {
      const StafetVolunteerHouse *link = g_ptr_array_index (houses, i);

      if (link->relation == STAFET_VOLUNTEER_HOUSE_HOME && stafet_desk_shows_house (desk, link->house))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (StafetVolunteersPage *self, const StafetVolunteer *volunteer)
{
  const GPtrArray *windows;

  if (self->weekday == 0)
    return TRUE;
  windows = stafet_snapshot_index (stafet_page_get_snapshot (STAFET_PAGE (self)),
                                   STAFET_INDEX_AVAILABILITY_BY_VOLUNTEER, volunteer->parent.uid);
  for (guint i = 0; i < windows->len; i++)
    if (((StafetAvailability *) g_ptr_array_index (windows, i))->weekday == (gint32) self->weekday)
      return TRUE;
  return FALSE;
}

static gboolean
has_status (StafetVolunteersPage *self, const StafetVolunteer *volunteer)
{
  switch ((Show) gtk_drop_down_get_selected (self->show))
    {
    case SHOW_ACTIVE:
      return volunteer->status == STAFET_VOLUNTEER_ACTIVE;
    case SHOW_ON_CALL:
      return volunteer->status != STAFET_VOLUNTEER_STOPPED && volunteer->kind == STAFET_VOLUNTEER_ON_CALL;
    case SHOW_PAUSED:
      return volunteer->status == STAFET_VOLUNTEER_PAUSED;
    case SHOW_STOPPED:
      return volunteer->status == STAFET_VOLUNTEER_STOPPED;
    default:
      return TRUE;
    }
}

static gboolean
filter_cb (gpointer item, gpointer data)
{
  StafetVolunteersPage *self = data;
  const StafetVolunteer *volunteer = stafet_item_get_record (item);

  return has_status (self, volunteer) && is_of_houses (self, volunteer) && is_free (self, volunteer)
         && is_found (self, volunteer);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const StafetVolunteer *x = stafet_item_get_record ((gpointer) a),
                        *y = stafet_item_get_record ((gpointer) b);

  (void) data;
  return stafet_text_compare (x->name, y->name);
}

/* ——— What is shown ——— */

static void
show_row (StafetVolunteersPage *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  const StafetVolunteer *volunteer = stafet_item_get_record (gtk_list_item_get_item (item));

  stafet_volunteer_row_bind (STAFET_VOLUNTEER_ROW (row), stafet_page_get_snapshot (STAFET_PAGE (self)),
                             volunteer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  volunteer->name, -1);
}

static void
show_count (StafetVolunteersPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  guint n = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice));
  g_autofree char *count = g_strdup_printf (ngettext_ ("%u volunteer", "%u volunteers", n), n);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", count, stafet_desk_get_view_name (desk));

  stafet_page_set_titles (STAFET_PAGE (self), _ ("Volunteers"), subtitle);
  stafet_stack_show (self->stack, n > 0 ? "list" : stafet_desk_lacks_mine (desk) ? "no-houses" : "none");
}

static gboolean
grow_cb (gpointer data)
{
  StafetVolunteersPage *self = data;
  guint size = gtk_slice_list_model_get_size (self->slice);

  /* From some hundred rows on the list makes widgets only for those in sight. */
  gtk_slice_list_model_set_size (self->slice, size < MOST_WIDGETS ? size + PORTION : G_MAXUINT);
  if (size < MOST_WIDGETS)
    return G_SOURCE_CONTINUE;
  self->growing = 0;
  return G_SOURCE_REMOVE;
}

/* The first rows at once, the others when those are painted. */
static void
show_first (StafetVolunteersPage *self)
{
  if (self->growing != 0 || gtk_slice_list_model_get_size (self->slice) == G_MAXUINT)
    return;
  self->growing = g_timeout_add_full (G_PRIORITY_LOW, 15, grow_cb, self, NULL);
}

static void
filter_anew (StafetVolunteersPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_first (self);
  show_count (self);
}

static void
make_model (StafetVolunteersPage *self)
{
  GListModel *all = stafet_plan_get_list (stafet_page_get_plan (STAFET_PAGE (self)), STAFET_KIND_VOLUNTEER);
  g_autoptr (GtkFilterListModel) filtered =
    gtk_filter_list_model_new (g_object_ref (all), GTK_FILTER (g_object_ref (self->filter)));
  g_autoptr (GtkSortListModel) sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (filtered)),
                                                                 GTK_SORTER (g_object_ref (self->sorter)));
  g_autoptr (GtkNoSelection) model = NULL;

  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (sorted)), 0, AT_ONCE);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->slice)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (model));
}

/* An item stays when its record changes, and telephones and skills are records of their own: so the rows are
 * filled in anew. */
static void
show_rows (StafetVolunteersPage *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    show_row (self, item);
}

/* Names change only with the plan: a minute that passes does not sort thousands. */
static void
sort_anew (StafetVolunteersPage *self)
{
  gint64 head = stafet_plan_get_head (stafet_page_get_plan (STAFET_PAGE (self)));

  if (head != self->head)
    gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
  self->head = head;
}

static void
stafet_volunteers_page_refresh (StafetPage *page)
{
  StafetVolunteersPage *self = STAFET_VOLUNTEERS_PAGE (page);

  g_hash_table_remove_all (self->texts);
  if (gtk_list_view_get_model (self->list) == NULL)
    make_model (self);
  sort_anew (self);
  filter_anew (self);
  show_rows (self);
}

static void
stafet_volunteers_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (STAFET_VOLUNTEERS_PAGE (page)->search));
}

/* ——— Callbacks ——— */

static void
search_cb (StafetVolunteersPage *self)
{
  g_free (self->needle);
  self->needle = stafet_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  filter_anew (self);
}

static void
choice_cb (StafetVolunteersPage *self)
{
  self->weekday = (StafetWeekday) gtk_drop_down_get_selected (self->days);
  if (gtk_list_view_get_model (self->list) != NULL)
    filter_anew (self);
}

static void
open_at (StafetVolunteersPage *self, guint position)
{
  g_autoptr (StafetItem) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.volunteer", "s",
                                ((StafetRecord *) stafet_item_get_record (item))->uid);
}

static void
activate_cb (StafetVolunteersPage *self, guint position)
{
  open_at (self, position);
}

/* Enter in the search opens the first who is found; it may come before the last letters were told of. */
static void
search_activate_cb (StafetVolunteersPage *self)
{
  search_cb (self);
  open_at (self, 0);
}

static void
focus_search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  gtk_widget_grab_focus (GTK_WIDGET (STAFET_VOLUNTEERS_PAGE (widget)->search));
}

/* ——— GObject ——— */

static void
stafet_volunteers_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_VOLUNTEERS_PAGE);
  g_clear_object (&STAFET_VOLUNTEERS_PAGE (object)->filter);
  g_clear_object (&STAFET_VOLUNTEERS_PAGE (object)->sorter);
  g_clear_object (&STAFET_VOLUNTEERS_PAGE (object)->slice);
  g_clear_handle_id (&STAFET_VOLUNTEERS_PAGE (object)->growing, g_source_remove);
  G_OBJECT_CLASS (stafet_volunteers_page_parent_class)->dispose (object);
}

static void
stafet_volunteers_page_finalize (GObject *object)
{
  StafetVolunteersPage *self = STAFET_VOLUNTEERS_PAGE (object);

  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->bound);
  g_free (self->needle);
  G_OBJECT_CLASS (stafet_volunteers_page_parent_class)->finalize (object);
}

static void
stafet_volunteers_page_class_init (StafetVolunteersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_volunteers_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_volunteers_page_finalize;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_volunteers_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_volunteers_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-volunteers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteersPage, search);
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteersPage, show);
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteersPage, days);
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteersPage, list);
  gtk_widget_class_bind_template_child (widget_class, StafetVolunteersPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, focus_search_cb);
}

/* ——— Rows ——— */

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  (void) factory;
  gtk_list_item_set_child (item, stafet_volunteer_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, StafetVolunteersPage *self)
{
  (void) factory;
  g_hash_table_add (self->bound, item);
  show_row (self, item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, StafetVolunteersPage *self)
{
  (void) factory;
  g_hash_table_remove (self->bound, item);
}

static void
fill_days (StafetVolunteersPage *self)
{
  GtkStringList *days = GTK_STRING_LIST (gtk_drop_down_get_model (self->days));

  for (int day = STAFET_MONDAY; day <= STAFET_SUNDAY; day++)
    {
      g_autofree char *text = g_strdup_printf (
        _ ("Free %s"), stafet_words_weekday (stafet_i18n_get_language (), (StafetWeekday) day));

      gtk_string_list_append (days, text);
    }
}

static void
stafet_volunteers_page_init (StafetVolunteersPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->texts = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  self->bound = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->sorter = gtk_custom_sorter_new (compare_cb, NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_days (self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
}
