/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The board: boards of the houses in view are made in a thread and shown as one.
 */
#include "stafet-board-page.h"

#include "core/stafet-words.h"
#include "publish/stafet-board.h"
#include "publish/stafet-export.h"
#include "stafet-board-row.h"
#include "stafet-look.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

#include <string.h>

/* What began so many weeks ago and goes on is still found. */
#define WEEKS_BACK 2
/* Of tomorrow the foot has room for so many. */
#define MOST_TOMORROW 6

struct _StafetBoardPage
{
  StafetPage parent_instance;

  int size;                 /* of the text, in pixels */
  GtkCssProvider *provider; /* owned: says that size */
  StafetDate shown;         /* the day in view: another one begins at its top */

  /* Template children. */
  GtkLabel *welcome, *date, *clock, *closed, *empty, *tomorrow, *then;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StafetBoardPage, stafet_board_page, STAFET_TYPE_PAGE)

/* ——— What there is, in a thread ——— */

/* Boards of today and tomorrow; what two houses share is on both. */
typedef struct
{
  GPtrArray *boards; /* StafetBoard, owned */
  StafetDate today;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_ptr_array_unref (found->boards);
  g_free (found);
}

/* A feed that is not in the store, for whoever walks by: first names. */
static StafetFeed *
feed_new (const StafetLook *look, StafetUid house)
{
  StafetFeed *feed = house != NULL ? stafet_export_feed_new (look->snapshot, STAFET_KIND_HOUSE, house)
                                   : stafet_record_new (STAFET_KIND_FEED, "board");

  if (house == NULL)
    {
      feed->kind = STAFET_FEED_PROGRAMME;
      feed->area = look->query.area;
    }
  feed->names = STAFET_NAMES_FIRST;
  feed->weeks_back = WEEKS_BACK;
  return feed;
}

static void
add_board (Found *found, const StafetLook *look, StafetUid house)
{
  g_autoptr (StafetRecord) feed = (StafetRecord *) feed_new (look, house);

  g_ptr_array_add (found->boards, stafet_board_new (look->snapshot, (StafetFeed *) feed, found->today,
                                                    found->today, found->today + 1));
}

static gpointer
find_boards (const StafetLook *look)
{
  Found *found = g_new0 (Found, 1);
  GHashTableIter iter;
  gpointer house;

  found->boards = g_ptr_array_new_with_free_func ((GDestroyNotify) stafet_board_free);
  found->today = stafet_wall_date (look->now);
  if (look->query.houses == NULL)
    {
      add_board (found, look, look->query.house);
      return found;
    }
  g_hash_table_iter_init (&iter, look->query.houses);
  while (g_hash_table_iter_next (&iter, &house, NULL))
    add_board (found, look, house);
  return found;
}

/* ——— Showing it ——— */

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const StafetBoardLine *x = *(StafetBoardLine *const *) a, *y = *(StafetBoardLine *const *) b;

  if (x->event->start != y->event->start)
    return x->event->start < y->event->start ? -1 : 1;
  return strcmp (x->event->uid, y->event->uid);
}

/* Of the day so many days after today, each once. (transfer container) */
static GPtrArray *
lines_of (const Found *found, guint distance)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < found->boards->len; i++)
    {
      const StafetBoard *board = g_ptr_array_index (found->boards, i);
      const StafetBoardDay *day = g_ptr_array_index (board->days, distance);

      for (guint j = 0; j < day->lines->len; j++)
        {
          StafetBoardLine *line = g_ptr_array_index (day->lines, j);

          if (g_hash_table_add (seen, (gpointer) line->event->uid))
            g_ptr_array_add (lines, line);
        }
    }
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

static void
show_closures (StafetBoardPage *self, const Found *found)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->boards->len; i++)
    {
      const StafetBoard *board = g_ptr_array_index (found->boards, i);
      const StafetBoardDay *day = g_ptr_array_index (board->days, 0);

      for (guint j = 0; j < day->closures->len; j++)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                                (const char *) g_ptr_array_index (day->closures, j));
    }
  stafet_label_show (self->closed, text->str);
}

static void
show_lines (StafetBoardPage *self, const GPtrArray *lines, StafetDate today, StafetWall now)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (rows, stafet_board_row_new (g_ptr_array_index (lines, i), today, now));
  stafet_list_show (self->list, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->list), lines->len > 0);
  stafet_label_show (self->empty, lines->len > 0 || gtk_widget_get_visible (GTK_WIDGET (self->closed))
                                    ? ""
                                    : _ ("Nothing is planned today."));
}

/* "Mødregruppe kl. 10.00 · Kortspil kl. 14.30" */
static char *
tomorrow_words (const GPtrArray *lines)
{
  StafetLanguage language = stafet_i18n_get_language ();
  GString *text = g_string_new (NULL);

  for (guint i = 0, shown = 0; i < lines->len && shown < MOST_TOMORROW; i++)
    {
      const StafetBoardLine *line = g_ptr_array_index (lines, i);
      g_autofree char *time = stafet_words_time (language, stafet_wall_minutes (line->event->start));

      if (line->event->cancelled || line->occupied)
        continue;
      g_string_append_printf (text, "%s%s %s", shown > 0 ? " · " : "", line->title, time);
      shown++;
    }
  return g_string_free (text, FALSE);
}

static void
show_tomorrow (StafetBoardPage *self, const GPtrArray *lines, StafetDate today)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *date = stafet_words_date (language, today + 1);
  g_autofree char *heading = g_strdup_printf (_ ("Tomorrow, %s"), date);
  g_autofree char *words = tomorrow_words (lines);

  gtk_label_set_text (self->tomorrow, heading);
  stafet_label_show (self->then, *words != '\0' ? words : _ ("Nothing is planned."));
}

/* What is over is out of the way as soon as there is not room for everything. */
static gboolean
scroll_cb (gpointer data)
{
  StafetBoardPage *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double y = 0;

  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    {
      GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, i));

      gtk_widget_translate_coordinates (row, gtk_widget_get_parent (GTK_WIDGET (self->list)), 0, 0, NULL, &y);
      if (!gtk_widget_has_css_class (row, "over"))
        break;
    }
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    gtk_adjustment_set_value (adjustment, y);
  return G_SOURCE_REMOVE;
}

static void
show_found (StafetPage *page, gpointer data)
{
  StafetBoardPage *self = STAFET_BOARD_PAGE (page);
  Found *found = data;
  StafetWall now = stafet_desk_now (stafet_page_get_desk (page));
  g_autoptr (GPtrArray) today = lines_of (found, 0);
  g_autoptr (GPtrArray) tomorrow = lines_of (found, 1);

  show_closures (self, found);
  show_lines (self, today, found->today, now);
  show_tomorrow (self, tomorrow, found->today);
  /* When the new rows have been laid out. */
  g_timeout_add_full (G_PRIORITY_LOW, 0, scroll_cb, g_object_ref (self), g_object_unref);
  found_free (found);
}

/* ——— The head ——— */

static void
show_head (StafetBoardPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetLanguage language = stafet_i18n_get_language ();
  StafetWall now = stafet_desk_now (desk);
  StafetDate today = stafet_wall_date (now);
  g_autofree char *day = stafet_words_date_with_year (language, today);
  g_autofree char *week = stafet_words_week (language, stafet_date_iso_week (today, NULL));
  g_autofree char *date = g_strdup_printf ("%s · %s", day, week);
  g_autofree char *clock = stafet_words_clock (language, stafet_wall_minutes (now));
  g_autofree char *time = stafet_words_time (language, stafet_wall_minutes (now));
  g_autofree char *welcome = stafet_desk_get_view (desk) == STAFET_VIEW_HOUSE
                               ? g_strdup_printf (_ ("Welcome to %s"), stafet_desk_get_view_name (desk))
                               : g_strdup (stafet_desk_get_view_name (desk));

  gtk_label_set_text (self->welcome, welcome);
  gtk_label_set_text (self->date, date);
  gtk_label_set_text (self->clock, clock);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clock), GTK_ACCESSIBLE_PROPERTY_LABEL, time, -1);
}

static void
stafet_board_page_refresh (StafetPage *page)
{
  static const StafetLookKind kind = { find_boards, found_free, show_found };
  StafetDesk *desk = stafet_page_get_desk (page);
  StafetDate today = stafet_desk_today (desk);
  StafetAgendaQuery query;

  stafet_page_set_titles (page, _ ("The board"), "");
  show_head (STAFET_BOARD_PAGE (page));
  stafet_desk_fill_query (desk, &query, today, today + 1);
  stafet_look_run (page, &query, &kind);
}

/* ——— GObject ——— */

static void
stafet_board_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

static void
stafet_board_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_BOARD_PAGE);
  g_clear_object (&STAFET_BOARD_PAGE (object)->provider);
  G_OBJECT_CLASS (stafet_board_page_parent_class)->dispose (object);
}

static void
stafet_board_page_class_init (StafetBoardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_board_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_board_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_board_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  g_type_ensure (STAFET_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-board-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, StafetBoardPage, name)
  CHILD (welcome);
  CHILD (date);
  CHILD (clock);
  CHILD (closed);
  CHILD (empty);
  CHILD (tomorrow);
  CHILD (then);
  CHILD (scroller);
  CHILD (list);
#undef CHILD
}

static void
stafet_board_page_init (StafetBoardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->provider = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  GTK_STYLE_PROVIDER (self->provider), GTK_STYLE_PROVIDER_PRIORITY_USER);
}

StafetPage *
stafet_board_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_BOARD_PAGE, "desk", desk, NULL);
}

void
stafet_board_page_set_size (StafetBoardPage *self, int size, gboolean large)
{
  g_autofree char *style = NULL;

  stafet_widget_set_class (GTK_WIDGET (self), "large", large);
  if (self->size == size)
    return;
  self->size = size;
  style = g_strdup_printf ("* { font-size: %dpx; }", size);
  gtk_css_provider_load_from_data (self->provider, style, -1);
}
