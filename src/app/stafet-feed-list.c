/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorts the calendars by kind and place, and asks a thread when they were published.
 */
#include "stafet-feed-list.h"

#include "core/stafet-task.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "publish/stafet-publish.h"
#include "publish/stafet-share.h"
#include "schedule/stafet-feeds.h"
#include "stafet-actions.h"
#include "stafet-feed-panel.h"
#include "stafet-line.h"
#include "stafet-widget.h"

struct _StafetFeedList
{
  GtkBox parent_instance;

  StafetDesk *desk;        /* owned, nullable */
  gboolean reading, again; /* a thread reads; and it has to read once more */

  /* Borrowed. */
  GtkLabel *title, *none;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StafetFeedList, stafet_feed_list, GTK_TYPE_BOX)

/* ——— When they were published ——— */

typedef struct
{
  GHashTable *last, *changed; /* owned; @changed nullable */
} Times;

static void
times_free (gpointer data)
{
  Times *times = data;

  g_hash_table_unref (times->last);
  g_clear_pointer (&times->changed, g_hash_table_unref);
  g_free (times);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Times *times = g_new (Times, 1);

  (void) source;
  (void) cancellable;
  *times = (Times){ stafet_publish_list_last (data), stafet_publish_list_changed (data) };
  g_task_return_pointer (task, times, times_free);
}

/* ——— Rows ——— */

/* (transfer full): NULL when there is none */
static char *
instant_words (StafetFeedList *self, GHashTable *instants, StafetUid feed)
{
  StafetZone *zone = stafet_clock_get_zone (stafet_plan_get_clock (stafet_desk_get_plan (self->desk)));
  const StafetInstant *at = instants != NULL ? g_hash_table_lookup (instants, feed) : NULL;

  return at != NULL && *at != STAFET_INSTANT_NONE
           ? stafet_words_instant (stafet_i18n_get_language (), stafet_zone_to_wall (zone, *at))
           : NULL;
}

/* (transfer full) */
static char *
published_words (StafetFeedList *self, const StafetFeed *feed, const Times *times)
{
  g_autofree char *last = instant_words (self, times->last, feed->parent.uid);
  g_autofree char *changed = instant_words (self, times->changed, feed->parent.uid);

  if (last == NULL)
    return g_strdup (_ ("Not published yet."));
  return changed != NULL ? g_strdup_printf (_ ("Published %1$s, last changed %2$s."), last, changed)
                         : g_strdup_printf (_ ("Published %s."), last);
}

/* "Own shifts · Åse Kjær · first names". (transfer full) */
static char *
kind_words (const StafetSnapshot *snapshot, const StafetFeed *feed)
{
  const StafetField *kind = stafet_record_info_field (&stafet_feed_info, "kind");
  const StafetField *names = stafet_record_info_field (&stafet_feed_info, "names");
  g_autofree char *sort = stafet_text_capital (_ (kind->values[feed->kind].title));
  g_autofree char *whose = stafet_share_whose (snapshot, feed, stafet_i18n_get_language ());

  return g_strdup_printf ("%s · %s · %s", sort, whose, _ (names->values[stafet_feed_names (feed)].title));
}

static GtkWidget *
row_new (StafetFeedList *self, const StafetFeed *feed, const Times *times)
{
  g_autofree char *detail = kind_words (stafet_desk_get_snapshot (self->desk), feed);
  g_autofree char *given = stafet_feed_given_words (feed);
  g_autofree char *published = published_words (self, feed, times);
  GtkWidget *line = stafet_line_new ("stafet-publish-symbolic", feed->name, detail);
  StafetUid uid = feed->parent.uid;

  stafet_line_add_text (STAFET_LINE (line), given);
  stafet_line_add_text (STAFET_LINE (line), published);
  stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (_ ("Show"), feed->name, "win.show-feed",
                                                                     g_variant_new_string (uid)));
  stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (_ ("Share …"), feed->name, "win.share",
                                                                     g_variant_new_string (uid)));
  return line;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const StafetFeed *one = *(const StafetFeed *const *) a, *other = *(const StafetFeed *const *) b;

  return one->kind != other->kind ? one->kind - other->kind : stafet_text_compare (one->name, other->name);
}

static void
show_rows (StafetFeedList *self, const Times *times)
{
  const GPtrArray *feeds = stafet_snapshot_all (stafet_desk_get_snapshot (self->desk), STAFET_KIND_FEED);
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy ((GPtrArray *) feeds, NULL, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *title =
    g_strdup_printf (ngettext_ ("%u calendar", "%u calendars", feeds->len), feeds->len);

  g_ptr_array_sort (sorted, compare_cb);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (rows, row_new (self, g_ptr_array_index (sorted, i), times));
  gtk_label_set_text (self->title, title);
  stafet_list_show (self->list, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->none), rows->len == 0);
}

static void read_times (StafetFeedList *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  StafetFeedList *self = STAFET_FEED_LIST (source);
  Times *times = g_task_propagate_pointer (G_TASK (result), NULL);

  (void) data;
  self->reading = FALSE;
  /* It may have gone away meanwhile. */
  if (self->desk != NULL && self->again)
    read_times (self);
  else if (self->desk != NULL)
    show_rows (self, times);
  times_free (times);
}

static void
read_times (StafetFeedList *self)
{
  g_autoptr (GTask) task = NULL;

  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  task = stafet_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, g_object_ref (stafet_plan_get_store (stafet_desk_get_plan (self->desk))),
                        g_object_unref);
  g_task_run_in_thread (task, read_thread);
}

void
stafet_feed_list_show (StafetFeedList *self, StafetDesk *desk)
{
  g_set_object (&self->desk, desk);
  read_times (self);
}

/* ——— GObject ——— */

static void
stafet_feed_list_dispose (GObject *object)
{
  g_clear_object (&STAFET_FEED_LIST (object)->desk);
  G_OBJECT_CLASS (stafet_feed_list_parent_class)->dispose (object);
}

static void
stafet_feed_list_class_init (StafetFeedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stafet_feed_list_dispose;
}

static GtkLabel *
add_label (StafetFeedList *self, const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class_name);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
stafet_feed_list_init (StafetFeedList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->title = add_label (self, _ ("Calendars"), "section-title");
  self->none = add_label (self,
                          _ ("There are none yet. They are made where they belong: on a nursing home's "
                             "page, among the activities of a house, on a volunteer's card, and beside the "
                             "houses of the next 14 days."),
                          "dim-label");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "card-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Calendars"),
                                  -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_widget_hide (GTK_WIDGET (self->none));
  gtk_widget_hide (GTK_WIDGET (self->list));
}
