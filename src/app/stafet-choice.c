/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the uids beside the names of a drop-down.
 */
#include "stafet-choice.h"

#include "core/stafet-i18n.h"
#include "core/stafet-place.h"
#include "core/stafet-text.h"

#define KEY "stafet-uids"
/* More than so many names are searched, and made rows of when the list is opened. */
#define MANY 12

static void
option_clear (gpointer data)
{
  g_free (((StafetOption *) data)->label);
}

GArray *
stafet_options_new (void)
{
  GArray *options = g_array_new (FALSE, FALSE, sizeof (StafetOption));

  g_array_set_clear_func (options, option_clear);
  return options;
}

void
stafet_options_add (GArray *options, StafetUid uid, const char *label)
{
  StafetOption option = { uid, g_strdup (label) };

  g_array_append_val (options, option);
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return stafet_text_compare (((const StafetOption *) a)->label, ((const StafetOption *) b)->label);
}

void
stafet_options_add_own_houses (GArray *options, const StafetSnapshot *snapshot)
{
  const GPtrArray *houses = stafet_snapshot_all (snapshot, STAFET_KIND_HOUSE);
  guint first = options->len;

  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);

      if (house->kind != STAFET_HOUSE_NURSING)
        stafet_options_add (options, house->parent.uid, house->name);
    }
  stafet_options_sort (options, first);
}

void
stafet_options_sort (GArray *options, guint first)
{
  if (first < options->len)
    qsort (&g_array_index (options, StafetOption, first), options->len - first, sizeof (StafetOption),
           compare_labels);
}

/* Of StafetUid, one for each row. */
static GArray *
uids_of (GtkDropDown *dropdown)
{
  return g_object_get_data (G_OBJECT (dropdown), KEY);
}

static void
search_by_name (GtkDropDown *dropdown, gboolean many)
{
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_expression (dropdown, name);
  gtk_drop_down_set_enable_search (dropdown, many);
}

/* ——— Rows that wait ——— */

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

/* What the list that is opened has, chosen as in the drop-down itself. */
static GtkSingleSelection *
rows_of (GtkDropDown *dropdown)
{
  GtkWidget *list = find_list (gtk_widget_get_last_child (GTK_WIDGET (dropdown)));

  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static void
opened_cb (GtkDropDown *dropdown)
{
  GtkSingleSelection *rows = rows_of (dropdown);
  GtkFilterListModel *filtered = GTK_FILTER_LIST_MODEL (gtk_single_selection_get_model (rows));

  if (!GTK_IS_ANY_FILTER (gtk_filter_list_model_get_filter (filtered)))
    return;
  /* The drop-down makes its own filter anew. */
  search_by_name (dropdown, TRUE);
  gtk_single_selection_set_selected (rows, gtk_drop_down_get_selected (dropdown));
}

/* GTK makes up to two hundred rows before anybody has opened the list: a filter that nothing passes keeps it
 * from that until somebody does. A short list has the keyboard as soon as it is there, so it is there. */
static void
fill_when_opened (GtkDropDown *dropdown)
{
  GtkFilterListModel *filtered = GTK_FILTER_LIST_MODEL (gtk_single_selection_get_model (rows_of (dropdown)));
  g_autoptr (GtkAnyFilter) nothing = gtk_any_filter_new ();
  GtkWidget *toggle = gtk_widget_get_first_child (GTK_WIDGET (dropdown));

  gtk_filter_list_model_set_filter (filtered, GTK_FILTER (nothing));
  g_signal_handlers_disconnect_by_func (toggle, opened_cb, dropdown);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (opened_cb), dropdown,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* ——— Choosing ——— */

static void
show_names (GtkDropDown *dropdown, GPtrArray *names)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  gboolean many = names->len > MANY;

  g_ptr_array_add (names, NULL);
  search_by_name (dropdown, many);
  if (!many)
    gtk_string_list_splice (model, 0, 0, (const char *const *) names->pdata);
  gtk_drop_down_set_model (dropdown, G_LIST_MODEL (model));
  if (!many)
    return;
  fill_when_opened (dropdown);
  gtk_string_list_splice (model, 0, 0, (const char *const *) names->pdata);
}

void
stafet_choice_fill (GtkDropDown *dropdown, GArray *options, const char *none)
{
  StafetUid chosen = stafet_choice_get (dropdown), nobody = NULL;
  GArray *uids = g_array_new (FALSE, FALSE, sizeof (StafetUid));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (none != NULL)
    {
      g_array_append_val (uids, nobody);
      g_ptr_array_add (names, (gpointer) none);
    }
  for (guint i = 0; i < options->len; i++)
    {
      g_array_append_val (uids, g_array_index (options, StafetOption, i).uid);
      g_ptr_array_add (names, g_array_index (options, StafetOption, i).label);
    }
  /* What is chosen is told once, when it is that. */
  g_object_freeze_notify (G_OBJECT (dropdown));
  g_object_set_data_full (G_OBJECT (dropdown), KEY, uids, (GDestroyNotify) g_array_unref);
  show_names (dropdown, names);
  stafet_choice_set (dropdown, chosen);
  g_object_thaw_notify (G_OBJECT (dropdown));
  g_array_unref (options);
}

StafetUid
stafet_choice_get (GtkDropDown *dropdown)
{
  const GArray *uids = uids_of (dropdown);
  guint selected = gtk_drop_down_get_selected (dropdown);

  return uids != NULL && selected < uids->len ? g_array_index (uids, StafetUid, selected) : NULL;
}

void
stafet_choice_set (GtkDropDown *dropdown, StafetUid uid)
{
  const GArray *uids = uids_of (dropdown);

  for (guint i = 0; uids != NULL && i < uids->len; i++)
    if (g_array_index (uids, StafetUid, i) == uid)
      {
        gtk_drop_down_set_selected (dropdown, i);
        return;
      }
}

GListModel *
stafet_enum_titles (const StafetEnumValue *values, const char *none)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  if (none != NULL)
    gtk_string_list_append (titles, none);
  for (; values->key != NULL; values++)
    gtk_string_list_take (titles, stafet_text_capital (_ (values->title)));
  return G_LIST_MODEL (titles);
}
