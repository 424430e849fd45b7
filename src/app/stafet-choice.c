/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the uids beside the names of a drop-down.
 */
#include "stafet-choice.h"

#include "core/stafet-i18n.h"
#include "core/stafet-text.h"

#define KEY "stafet-uids"

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

void
stafet_choice_fill (GtkDropDown *dropdown, GArray *options, const char *none)
{
  StafetUid chosen = stafet_choice_get (dropdown), nobody = NULL;
  GArray *uids = g_array_new (FALSE, FALSE, sizeof (StafetUid));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (none != NULL)
    {
      g_array_append_val (uids, nobody);
      gtk_string_list_append (names, none);
    }
  for (guint i = 0; i < options->len; i++)
    {
      g_array_append_val (uids, g_array_index (options, StafetOption, i).uid);
      gtk_string_list_append (names, g_array_index (options, StafetOption, i).label);
    }
  g_object_set_data_full (G_OBJECT (dropdown), KEY, uids, (GDestroyNotify) g_array_unref);
  search_by_name (dropdown, uids->len > 12);
  gtk_drop_down_set_model (dropdown, G_LIST_MODEL (names));
  stafet_choice_set (dropdown, chosen);
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
