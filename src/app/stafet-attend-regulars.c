/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row beneath the shifts of an activity.
 */
#include "stafet-attend-regulars.h"

#include "core/stafet-care.h"
#include "core/stafet-words.h"
#include "plan/stafet-use-cases.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

/* Whoever had agreed to it by then, and was not seen since. (transfer container) of StafetRegular, by name */
static GPtrArray *
regulars_of (const StafetSnapshot *snapshot, const StafetEntry *entry)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_REGULAR);
  StafetDate date = stafet_wall_date (entry->start);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len && entry->kind == STAFET_KIND_ACTIVITY; i++)
    {
      const StafetRegular *regular = all->pdata[i];

      if (regular->activity == entry->series && regular->consent <= date && regular->seen <= date)
        g_ptr_array_add (found, all->pdata[i]);
    }
  g_ptr_array_sort (found, stafet_record_compare_labels);
  return found;
}

/* (transfer full) */
static char *
key_of (const StafetRegular *regular, StafetDate date)
{
  return g_strdup_printf ("regular %s %d", regular->parent.uid, date);
}

static void
toggled_cb (GtkCheckButton *tick, const char *key)
{
  gtk_widget_activate_action (GTK_WIDGET (tick), "page.tick", "s", key);
}

static void
free_cb (gpointer data, GClosure *closure)
{
  (void) closure;
  g_free (data);
}

static GtkWidget *
tick_new (const StafetRegular *regular, StafetDate date, const char *about, GHashTable *ticked)
{
  g_autofree char *key = key_of (regular, date);
  g_autofree char *words =
    g_strconcat (regular->name, regular->seen == date ? " · " : NULL, _ ("came"), NULL);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", words, about);
  GtkWidget *tick = gtk_check_button_new_with_label (words);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick),
                               regular->seen == date || g_hash_table_contains (ticked, key));
  /* What was said is taken back with undo, or on the page of good cooperation. */
  gtk_widget_set_sensitive (tick, regular->seen < date);
  stafet_tick_wrap (GTK_CHECK_BUTTON (tick));
  gtk_widget_set_name (tick, key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_data (tick, "toggled", G_CALLBACK (toggled_cb), g_steal_pointer (&key), free_cb, 0);
  return tick;
}

GtkWidget *
stafet_attend_regulars_new (StafetDesk *desk, const StafetEntry *entry, GHashTable *ticked)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (desk);
  g_autoptr (GPtrArray) regulars = regulars_of (snapshot, entry);
  StafetDate date = stafet_wall_date (entry->start);
  const char *activity;
  g_autofree char *day = NULL, *about = NULL, *title = NULL;
  GtkWidget *box, *people, *head;

  if (regulars->len == 0)
    return NULL;
  day = stafet_words_date (stafet_i18n_get_language (), date);
  activity = stafet_record_get_label (stafet_snapshot_get (snapshot, entry->kind, entry->series));
  about = g_strdup_printf (_ ("Regulars of %s who were there, %s"), activity, day);
  title = g_strdup_printf (_ ("Regulars of %s: tick who was there"), activity);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  head = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_label_set_wrap (GTK_LABEL (head), TRUE);
  gtk_widget_add_css_class (head, "dim-label");
  people = stafet_wrap_box_new (12, 4);
  for (guint i = 0; i < regulars->len; i++)
    stafet_wrap_box_append (STAFET_WRAP_BOX (people), tick_new (regulars->pdata[i], date, about, ticked));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), people);
  return stafet_still_row_new (box, about);
}

void
stafet_attend_regulars_add_edits (const StafetSnapshot *snapshot, const StafetEntry *entry,
                                  GHashTable *ticked, GPtrArray *edits)
{
  g_autoptr (GPtrArray) regulars = regulars_of (snapshot, entry);
  StafetDate date = stafet_wall_date (entry->start);

  for (guint i = 0; i < regulars->len; i++)
    {
      const StafetRegular *regular = regulars->pdata[i];
      g_autofree char *key = key_of (regular, date);
      char day[STAFET_DATE_SIZE];
      g_autofree char *pair = g_strconcat ("seen=", stafet_date_write (date, day), NULL);
      const char *pairs[] = { pair, NULL };

      if (g_hash_table_contains (ticked, key) && regular->seen < date)
        g_ptr_array_add (edits, stafet_use_edit (STAFET_KIND_REGULAR, regular->parent.uid, pairs));
    }
}

void
stafet_attend_regulars_add_keys (const StafetSnapshot *snapshot, const StafetEntry *entry, GPtrArray *keys)
{
  g_autoptr (GPtrArray) regulars = regulars_of (snapshot, entry);

  for (guint i = 0; i < regulars->len; i++)
    g_ptr_array_add (keys, key_of (regulars->pdata[i], stafet_wall_date (entry->start)));
}
