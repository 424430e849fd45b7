/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of nursing homes: the list of wards on one side, the chosen ward's calendar on the other.
 */
#include "stafet-nursing-page.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "publish/stafet-feed-events.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-choice.h"
#include "stafet-feed-panel.h"
#include "stafet-line.h"
#include "stafet-name-dialog.h"
#include "stafet-publisher.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#include <string.h>

/* Visits are looked for so far ahead. */
#define DAYS_AHEAD 56
/* Up to so many homes all are shown. */
#define FEW_HOMES 8
/* So many are in view when the page opens. */
#define AT_ONCE 2

struct _StafetNursingPage
{
  StafetPage parent_instance;

  StafetUid ward; /* the one that is shown */
  char *shown;    /* owned: which homes the list has */
  guint n_filled; /* so many of them so far */
  guint growing;  /* source that fills in the others */

  /* Template children. */
  GtkBox *homes;
  StafetFeedPanel *panel;
  GtkStack *stack;
  GtkCheckButton *all;
  GtkWidget *trouble;
  GtkLabel *trouble_words;

  gulong publishing; /* handler of the publisher */
};

G_DEFINE_FINAL_TYPE (StafetNursingPage, stafet_nursing_page, STAFET_TYPE_PAGE)

/* ——— Which homes ——— */

static StafetAgenda *
coming (StafetNursingPage *self, StafetUid house, StafetUid ward)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  StafetAgendaQuery query = { .from = today, .to = today + DAYS_AHEAD, .house = house, .ward = ward };

  return stafet_agenda_new (stafet_page_get_snapshot (STAFET_PAGE (self)), &query);
}

/* Whether houses in view come there, or it lies in the same area; or its wards are still to be written. */
static gboolean
concerns (StafetNursingPage *self, const StafetHouse *home)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  g_autoptr (StafetAgenda) agenda = NULL;

  if (stafet_desk_shows_house (desk, home->parent.uid)
      || stafet_snapshot_index (stafet_desk_get_snapshot (desk), STAFET_INDEX_WARD_BY_HOUSE, home->parent.uid)
             ->len
           == 0)
    return TRUE;
  agenda = coming (self, home->parent.uid, NULL);
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (entry->house != NULL && stafet_desk_shows_house (desk, entry->house->parent.uid))
        return TRUE;
    }
  return FALSE;
}

/* (transfer container) of StafetHouse, sorted. */
static GPtrArray *
read_homes (StafetNursingPage *self)
{
  const GPtrArray *houses =
    stafet_snapshot_all (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_HOUSE);
  GPtrArray *homes = g_ptr_array_new ();
  gboolean all;

  for (guint i = 0; i < houses->len; i++)
    if (((StafetHouse *) g_ptr_array_index (houses, i))->kind == STAFET_HOUSE_NURSING)
      g_ptr_array_add (homes, g_ptr_array_index (houses, i));
  all = homes->len <= FEW_HOMES || gtk_check_button_get_active (self->all);
  gtk_widget_set_visible (GTK_WIDGET (self->all), homes->len > FEW_HOMES);
  for (guint i = homes->len; i > 0 && !all; i--)
    if (!concerns (self, g_ptr_array_index (homes, i - 1)))
      g_ptr_array_remove_index (homes, i - 1);
  g_ptr_array_sort (homes, stafet_record_compare_labels);
  return homes;
}

/* ——— A ward in the list ——— */

static StafetWall
visit_start (const StafetEntry *entry, StafetUid ward)
{
  for (guint i = 0; i < entry->n_visits; i++)
    if (entry->visits[i].ward != NULL && entry->visits[i].ward->parent.uid == ward)
      return entry->visits[i].start;
  return entry->start;
}

/* "today 14.00 · Reading aloud": (transfer full) */
static char *
visit_words (StafetNursingPage *self, const StafetEntry *entry, StafetUid ward)
{
  StafetLanguage language = stafet_i18n_get_language ();
  StafetWall start = visit_start (entry, ward);
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  int distance = stafet_wall_date (start) - today;
  g_autofree char *date = distance == 0   ? g_strdup (_ ("today"))
                          : distance == 1 ? g_strdup (_ ("tomorrow"))
                                          : stafet_words_date (language, stafet_wall_date (start));
  g_autofree char *time = stafet_words_time (language, stafet_wall_minutes (start));

  return g_strdup_printf ("%s %s · %s", date, time, entry->title);
}

static char *
next_visits (StafetNursingPage *self, StafetUid ward, char **second)
{
  g_autoptr (StafetAgenda) agenda = coming (self, NULL, ward);
  char *first = NULL;

  *second = NULL;
  for (guint i = 0; i < agenda->entries->len && *second == NULL; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      if (entry->status == STAFET_STATUS_CANCELLED)
        continue;
      if (first == NULL)
        first = visit_words (self, entry, ward);
      else
        *second = visit_words (self, entry, ward);
    }
  if (*second == NULL)
    *second = g_strdup ("");
  return first != NULL ? first : g_strdup (_ ("No visits the next eight weeks"));
}

static GtkWidget *
ward_row_new (StafetNursingPage *self, const StafetWard *ward)
{
  g_autofree char *second = NULL;
  g_autofree char *first = next_visits (self, ward->parent.uid, &second);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", ward->name, first, second);
  GtkWidget *line = stafet_line_new (NULL, first, second);
  GtkWidget *badge = gtk_label_new (ward->name);

  gtk_widget_add_css_class (badge, "badge");
  stafet_line_add_start (STAFET_LINE (line), badge);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
  gtk_widget_set_focusable (line, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_name (line, ward->parent.uid);
  g_object_set_data (G_OBJECT (line), "ward", (gpointer) ward->parent.uid);
  return line;
}

static void
show_ward (StafetNursingPage *self, StafetUid ward)
{
  self->ward = ward;
  gtk_widget_set_visible (GTK_WIDGET (self->panel), ward != NULL);
  if (ward != NULL)
    stafet_feed_panel_show (self->panel, stafet_page_get_desk (STAFET_PAGE (self)), STAFET_FEED_ARRIVALS,
                            ward, NULL);
}

static void
row_activated_cb (StafetNursingPage *self, GtkListBoxRow *row)
{
  show_ward (self, g_object_get_data (G_OBJECT (row), "ward"));
}

/* ——— Adding ——— */

static StafetEdit *
ward_edit (const char *name, gpointer data)
{
  g_autofree char *pair = g_strconcat ("name=", name, NULL);
  g_autofree char *house = g_strconcat ("house=", (const char *) data, NULL);
  const char *pairs[] = { pair, house, NULL };

  return stafet_use_add (STAFET_KIND_WARD, pairs);
}

static void
add_ward_cb (GtkButton *button)
{
  stafet_name_dialog_show (stafet_window_of (button), _ ("New ward"), _ ("What is the ward called?"),
                           _ ("For example B.1"), ward_edit,
                           g_strdup (g_object_get_data (G_OBJECT (button), "home")), g_free);
}

static StafetEdit *
home_edit (const char *name, gpointer data)
{
  g_autofree char *pair = g_strconcat ("name=", name, NULL);
  const char *pairs[] = { pair, "kind=nursing", NULL };

  (void) data;
  return stafet_use_add (STAFET_KIND_HOUSE, pairs);
}

static void
add_home_cb (StafetNursingPage *self)
{
  stafet_name_dialog_show (stafet_window_of (self), _ ("New nursing home"),
                           _ ("What is the nursing home called?"), _ ("For example Plejehjem Skovvang"),
                           home_edit, NULL, NULL);
}

/* ——— The list ——— */

static GtkWidget *
home_head_new (const StafetHouse *home)
{
  GtkWidget *box = stafet_wrap_box_new (12, 4);
  GtkWidget *title = gtk_label_new (home->name);
  GtkWidget *button = gtk_button_new_with_label (_ ("New ward …"));
  GtkWidget *feed =
    stafet_action_button_new (_ ("Calendar …"), home->name, "win.feed",
                              g_variant_new ("(is)", (gint32) STAFET_FEED_ARRIVALS, home->parent.uid));
  g_autofree char *spoken = g_strdup_printf (_ ("New ward of %s"), home->name);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "section-title");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (feed, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (button), "home", (gpointer) home->parent.uid);
  g_signal_connect (button, "clicked", G_CALLBACK (add_ward_cb), NULL);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), title);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), feed);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), button);
  return box;
}

static void
add_home (StafetNursingPage *self, const StafetHouse *home)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, gtk_box_get_spacing (self->homes));
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "card-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, home->name, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), home_head_new (home));
  gtk_box_append (GTK_BOX (box), list);
  g_object_set_data (G_OBJECT (box), "home", (gpointer) home->parent.uid);
  gtk_widget_hide (box);
  gtk_box_append (self->homes, box);
}

/* The heads and lists stay while the homes are the same ones. */
static void
show_homes (StafetNursingPage *self, const GPtrArray *homes)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  GtkWidget *child;

  for (guint i = 0; i < homes->len; i++)
    {
      const StafetHouse *home = g_ptr_array_index (homes, i);

      g_string_append_printf (shown, "%s %s\n", home->parent.uid, home->name);
    }
  if (g_strcmp0 (shown->str, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (shown->str);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->homes))) != NULL)
    gtk_box_remove (self->homes, child);
  for (guint i = 0; i < homes->len; i++)
    add_home (self, g_ptr_array_index (homes, i));
  self->n_filled = 0;
}

static void
show_wards (StafetNursingPage *self, const StafetHouse *home, GtkListBox *list)
{
  const GPtrArray *wards = stafet_snapshot_index (stafet_page_get_snapshot (STAFET_PAGE (self)),
                                                  STAFET_INDEX_WARD_BY_HOUSE, home->parent.uid);
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy ((GPtrArray *) wards, NULL, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  g_ptr_array_sort (sorted, stafet_record_compare_labels);
  for (guint i = 0; i < sorted->len; i++)
    {
      const StafetWard *ward = g_ptr_array_index (sorted, i);

      g_ptr_array_add (rows, ward_row_new (self, ward));
      if (self->ward == NULL)
        self->ward = ward->parent.uid;
    }
  stafet_list_show (list, rows);
  gtk_widget_set_visible (GTK_WIDGET (list), rows->len > 0);
}

static void
show_home (StafetNursingPage *self, GtkWidget *box)
{
  const StafetHouse *home =
    stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_HOUSE,
                         g_object_get_data (G_OBJECT (box), "home"));

  if (home != NULL)
    show_wards (self, home, GTK_LIST_BOX (gtk_widget_get_last_child (box)));
  gtk_widget_show (box);
}

static gboolean
grow_cb (gpointer data)
{
  StafetNursingPage *self = data;
  guint i = 0;

  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->homes)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    if (i++ == self->n_filled)
      {
        self->n_filled++;
        show_home (self, box);
        return G_SOURCE_CONTINUE;
      }
  self->growing = 0;
  return G_SOURCE_REMOVE;
}

/* Those in view at once, the others one by one while nothing else happens: of a municipality they are many.
 */
static void
fill_homes (StafetNursingPage *self, guint n)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->homes));

  self->n_filled = MIN (MAX (self->n_filled, AT_ONCE), n);
  for (guint i = 0; i < self->n_filled; i++, box = gtk_widget_get_next_sibling (box))
    show_home (self, box);
  if (self->n_filled < n && self->growing == 0)
    self->growing = g_timeout_add_full (G_PRIORITY_LOW, 15, grow_cb, self, NULL);
}

static void
show_titles (StafetNursingPage *self, guint n)
{
  g_autofree char *count = g_strdup_printf (ngettext_ ("%u nursing home", "%u nursing homes", n), n);

  stafet_page_set_titles (STAFET_PAGE (self), _ ("Nursing homes"), count);
}

/* A discreet line when calendars do not come out. */
static void
show_trouble (StafetNursingPage *self)
{
  StafetPublisher *publisher = stafet_publisher_of (stafet_page_get_desk (STAFET_PAGE (self)));
  const char *problem = publisher != NULL ? stafet_publisher_get_problem (publisher) : NULL;
  g_autofree char *text =
    problem != NULL ? g_strdup_printf (_ ("Something is wrong with publishing: %s"), problem) : NULL;

  if (publisher != NULL && self->publishing == 0)
    self->publishing = g_signal_connect_object (publisher, "changed", G_CALLBACK (stafet_page_refresh), self,
                                                G_CONNECT_SWAPPED);
  stafet_label_show (self->trouble_words, text);
  gtk_widget_set_visible (self->trouble, text != NULL);
}

static void
stafet_nursing_page_refresh (StafetPage *page)
{
  StafetNursingPage *self = STAFET_NURSING_PAGE (page);
  g_autoptr (GPtrArray) homes = read_homes (self);
  gboolean first;

  if (stafet_snapshot_get (stafet_page_get_snapshot (page), STAFET_KIND_WARD, self->ward) == NULL)
    self->ward = NULL;
  show_trouble (self);
  show_homes (self, homes);
  first = self->n_filled == 0;
  fill_homes (self, homes->len);
  show_titles (self, homes->len);
  show_ward (self, self->ward);
  if (first && self->growing != 0 && self->ward != NULL)
    stafet_widget_show_later (GTK_WIDGET (self->panel));
  stafet_stack_show (self->stack, homes->len > 0 ? "homes" : "none");
}

static void
all_cb (StafetNursingPage *self)
{
  stafet_page_refresh (STAFET_PAGE (self));
}

/* ——— GObject ——— */

static void
stafet_nursing_page_dispose (GObject *object)
{
  g_clear_handle_id (&STAFET_NURSING_PAGE (object)->growing, g_source_remove);
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_NURSING_PAGE);
  G_OBJECT_CLASS (stafet_nursing_page_parent_class)->dispose (object);
}

static void
stafet_nursing_page_finalize (GObject *object)
{
  g_free (STAFET_NURSING_PAGE (object)->shown);
  G_OBJECT_CLASS (stafet_nursing_page_parent_class)->finalize (object);
}

static void
stafet_nursing_page_class_init (StafetNursingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_nursing_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_nursing_page_finalize;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_nursing_page_refresh;
  g_type_ensure (STAFET_TYPE_FEED_PANEL);
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  g_type_ensure (STAFET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-nursing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetNursingPage, homes);
  gtk_widget_class_bind_template_child (widget_class, StafetNursingPage, panel);
  gtk_widget_class_bind_template_child (widget_class, StafetNursingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, StafetNursingPage, all);
  gtk_widget_class_bind_template_child (widget_class, StafetNursingPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, StafetNursingPage, trouble_words);
  gtk_widget_class_bind_template_callback (widget_class, add_home_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
}

static void
stafet_nursing_page_init (StafetNursingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
