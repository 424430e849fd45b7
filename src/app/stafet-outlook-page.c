/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sums a fortnight of many houses in a thread, and says it a row a house.
 */
#include "stafet-outlook-page.h"

#include "core/stafet-words.h"
#include "schedule/stafet-entry-words.h"
#include "schedule/stafet-feeds.h"
#include "schedule/stafet-outlook.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-feed-panel.h"
#include "stafet-line.h"
#include "stafet-look.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

#define DAYS 14
/* So many shifts of a house are named. */
#define SHIFTS 3

struct _StafetOutlookPage
{
  StafetPage parent_instance;

  gboolean focus; /* the keyboard waits for the rows */

  /* Template children. */
  GtkLabel *summary, *calm;
  GtkListBox *list, *places;
  GtkWidget *calendars;
};

G_DEFINE_FINAL_TYPE (StafetOutlookPage, stafet_outlook_page, STAFET_TYPE_PAGE)

/* ——— Words ——— */

/* "9 permanently vacant, 5 only once"; one of the two where the other is none. (transfer full) */
static char *
kinds_words (guint missing, guint permanent)
{
  guint once = missing - permanent;
  g_autofree char *vacant =
    g_strdup_printf (ngettext_ ("%u permanently vacant", "%u permanently vacant", permanent), permanent);
  g_autofree char *only = g_strdup_printf (ngettext_ ("%u only once", "%u only once", once), once);

  if (once == 0)
    return g_steal_pointer (&vacant);
  if (permanent == 0)
    return g_steal_pointer (&only);
  return g_strdup_printf ("%s, %s", vacant, only);
}

/* (transfer full) */
static char *
house_words (const StafetOutlookHouse *house)
{
  g_autofree char *kinds = kinds_words (house->missing, house->permanent);

  if (house->missing == 0)
    return g_strdup (_ ("Nobody is missing."));
  return g_strdup_printf (_ ("Missing %1$u of %2$u places: %3$s"), house->missing, house->wanted, kinds);
}

/* "Chair gymnastics · Trainer: 4 permanently vacant on 4 dates, first tomorrow at 8.45". (transfer full) */
static char *
shift_words (const StafetOutlookShift *shift, StafetDate today)
{
  g_autofree char *name = stafet_entry_words_shift (shift->entry, shift->staffing);
  g_autofree char *kinds = kinds_words (shift->missing, shift->permanent);
  g_autofree char *when = stafet_words_when (stafet_i18n_get_language (), shift->staffing->start, today);

  if (shift->dates == 1)
    return g_strdup_printf ("%s: %s, %s", name, kinds, when);
  return g_strdup_printf (
    ngettext_ ("%1$s: %2$s on %3$u date, first %4$s", "%1$s: %2$s on %3$u dates, first %4$s", shift->dates),
    name, kinds, shift->dates, when);
}

/* ——— Rows ——— */

static void
add_shifts (StafetLine *line, const StafetOutlookHouse *house, StafetDate today)
{
  for (guint i = 0; i < MIN (house->shifts->len, SHIFTS); i++)
    {
      g_autofree char *text = shift_words (g_ptr_array_index (house->shifts, i), today);

      stafet_line_add_text (line, text);
    }
  if (house->shifts->len > SHIFTS)
    {
      guint n = house->shifts->len - SHIFTS;
      g_autofree char *more = g_strdup_printf (ngettext_ ("and %u other shift", "and %u other shifts", n), n);

      stafet_line_add_text (line, more);
    }
}

static void
add_waiting (StafetLine *line, const StafetOutlookHouse *house)
{
  g_autofree char *text =
    g_strdup_printf (ngettext_ ("%u date meets a holiday and waits for an answer",
                                "%u dates meet holidays and wait for an answer", house->waiting),
                     house->waiting);

  if (house->waiting > 0)
    stafet_line_add_text (line, text);
}

static GtkWidget *
row_new (const StafetOutlookHouse *house, StafetDate today)
{
  g_autofree char *words = house_words (house);
  GtkWidget *line = stafet_line_new ("stafet-house-symbolic", house->house->name, words);

  if (house->unheld > 0)
    {
      g_autofree char *text = g_strdup_printf (
        ngettext_ ("too few on %u date", "too few on %u dates", house->unheld), house->unheld);

      stafet_line_add_second (STAFET_LINE (line), stafet_chip_new (STAFET_CHIP_WARNING, text));
    }
  add_shifts (STAFET_LINE (line), house, today);
  add_waiting (STAFET_LINE (line), house);
  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Show the house"), house->house->name, "page.show-house",
                                                 g_variant_new_string (house->house->parent.uid)));
  if (house->shifts->len > 0)
    {
      const StafetOutlookShift *worst = g_ptr_array_index (house->shifts, 0);
      g_autofree char *about = stafet_entry_words_shift (worst->entry, worst->staffing);

      stafet_line_add_end (STAFET_LINE (line), stafet_action_button_new (
                                                 _ ("Find a volunteer"), about, "win.find",
                                                 g_variant_new ("(si)", worst->staffing->shift->parent.uid,
                                                                worst->entry->original)));
    }
  return line;
}

/* The houses that nobody is missing in. (transfer full) */
static char *
calm_words (const StafetOutlook *outlook, guint troubled)
{
  GString *names = g_string_new (NULL);

  for (guint i = troubled; i < outlook->houses->len; i++)
    g_string_append_printf (names, "%s%s", i > troubled ? ", " : "",
                            ((StafetOutlookHouse *) g_ptr_array_index (outlook->houses, i))->house->name);
  g_string_prepend (names, _ ("Nobody is missing in: "));
  return g_string_free (names, FALSE);
}

/* An area, or the house in view: whoever could step in there follows what is missing. */
static GtkWidget *
place_row_new (StafetDesk *desk, StafetUid place, const char *icon, const char *name)
{
  const StafetFeed *feed = stafet_feed_find (stafet_desk_get_snapshot (desk), STAFET_FEED_OPEN, place);
  g_autofree char *given = feed != NULL ? stafet_feed_given_words (feed) : NULL;
  GtkWidget *line = stafet_line_new (icon, name, given != NULL ? given : _ ("No calendar is made yet."));

  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Calendar …"), name, "win.feed",
                                                 g_variant_new ("(is)", (gint32) STAFET_FEED_OPEN, place)));
  return line;
}

static gboolean
shows_area (StafetDesk *desk, StafetUid area)
{
  const GPtrArray *houses = stafet_snapshot_all (stafet_desk_get_snapshot (desk), STAFET_KIND_HOUSE);

  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);

      if (house->area == area && stafet_desk_shows_house (desk, house->parent.uid))
        return TRUE;
    }
  return FALSE;
}

/* Of the areas that houses in view lie in; and of the one house, when it is alone. */
static void
show_places (StafetOutlookPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  const GPtrArray *areas = stafet_snapshot_all (stafet_desk_get_snapshot (desk), STAFET_KIND_AREA);
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy ((GPtrArray *) areas, NULL, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (stafet_desk_get_view (desk) == STAFET_VIEW_HOUSE)
    g_ptr_array_add (rows, place_row_new (desk, stafet_desk_get_place (desk), "stafet-house-symbolic",
                                          stafet_desk_get_view_name (desk)));
  g_ptr_array_sort (sorted, stafet_record_compare_labels);
  for (guint i = 0; i < sorted->len; i++)
    {
      const StafetArea *area = g_ptr_array_index (sorted, i);

      if (shows_area (desk, area->parent.uid))
        g_ptr_array_add (rows, place_row_new (desk, area->parent.uid, "mark-location-symbolic", area->name));
    }
  stafet_list_show (self->places, rows);
  gtk_widget_set_visible (self->calendars, rows->len > 0);
}

static void
show_outlook (StafetPage *page, gpointer found)
{
  StafetOutlookPage *self = STAFET_OUTLOOK_PAGE (page);
  g_autoptr (StafetOutlook) outlook = found;
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  guint troubled = stafet_outlook_count (outlook), n = outlook->houses->len;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *summary = g_strdup_printf (
    ngettext_ ("Something is wrong in %1$u of %2$u house", "Something is wrong in %1$u of %2$u houses", n),
    troubled, n);
  g_autofree char *calm = calm_words (outlook, troubled);

  for (guint i = 0; i < troubled; i++)
    g_ptr_array_add (rows, row_new (g_ptr_array_index (outlook->houses, i), today));
  if (troubled > 0)
    gtk_label_set_text (self->summary, summary);
  else
    gtk_label_set_text (self->summary, n > 0 ? _ ("Nobody is missing in the next 14 days.")
                                             : _ ("Nothing is planned in the next 14 days."));
  stafet_list_show (self->list, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->list), troubled > 0);
  gtk_label_set_text (self->calm, calm);
  gtk_widget_set_visible (GTK_WIDGET (self->calm), troubled > 0 && troubled < n);
  show_places (self);
  if (self->focus)
    stafet_page_focus (STAFET_PAGE (self));
}

/* ——— Looking ——— */

/* What is looked at, as the window names it. Borrowed. */
static const char *
choose_houses (StafetDesk *desk, StafetAgendaQuery *query)
{
  StafetDate today = stafet_desk_today (desk);
  GHashTable *mine = stafet_desk_get_mine (desk);

  stafet_desk_fill_query (desk, query, today, today + DAYS - 1);
  if (stafet_desk_get_view (desk) != STAFET_VIEW_HOUSE)
    return stafet_desk_get_view_name (desk);
  query->house = NULL;
  query->houses = g_hash_table_size (mine) > 0 ? mine : NULL;
  return query->houses != NULL ? _ ("My houses") : _ ("All houses");
}

static gpointer
find_outlook (const StafetLook *look)
{
  return stafet_outlook_new (look->snapshot, &look->query, look->now);
}

static void
stafet_outlook_page_refresh (StafetPage *page)
{
  static const StafetLookKind kind = { find_outlook, (GDestroyNotify) stafet_outlook_free, show_outlook };
  StafetAgendaQuery query;

  stafet_page_set_titles (page, _ ("The next 14 days"), choose_houses (stafet_page_get_desk (page), &query));
  stafet_look_run (page, &query, &kind);
}

static void
stafet_outlook_page_focus (StafetPage *page)
{
  StafetOutlookPage *self = STAFET_OUTLOOK_PAGE (page);

  self->focus = !gtk_widget_get_visible (GTK_WIDGET (self->list));
  if (!self->focus)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* "s": a house. */
static void
show_house_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetUid house = stafet_uid_intern (g_variant_get_string (parameter, NULL));

  (void) name;
  stafet_desk_set_view (stafet_page_get_desk (STAFET_PAGE (widget)), STAFET_VIEW_HOUSE, house);
  gtk_widget_activate_action (widget, "win.show-day", "i",
                              stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (widget))));
}

/* ——— GObject ——— */

static void
stafet_outlook_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_OUTLOOK_PAGE);
  G_OBJECT_CLASS (stafet_outlook_page_parent_class)->dispose (object);
}

static void
stafet_outlook_page_class_init (StafetOutlookPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_outlook_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_outlook_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_outlook_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-outlook-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetOutlookPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StafetOutlookPage, calm);
  gtk_widget_class_bind_template_child (widget_class, StafetOutlookPage, calendars);
  gtk_widget_class_bind_template_child (widget_class, StafetOutlookPage, places);
  gtk_widget_class_bind_template_child (widget_class, StafetOutlookPage, list);
  gtk_widget_class_install_action (widget_class, "page.show-house", "s", show_house_cb);
}

static void
stafet_outlook_page_init (StafetOutlookPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_outlook_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_OUTLOOK_PAGE, "desk", desk, "title", _ ("The next 14 days"), NULL);
}
