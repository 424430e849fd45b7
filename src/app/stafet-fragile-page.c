/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks in a thread for what falls with one person, and says it a row a shift.
 */
#include "stafet-fragile-page.h"

#include "core/stafet-words.h"
#include "schedule/stafet-entry-words.h"
#include "schedule/stafet-fragile.h"
#include "stafet-actions.h"
#include "stafet-line.h"
#include "stafet-look.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

struct _StafetFragilePage
{
  StafetPage parent_instance;

  gboolean focus; /* the keyboard waits for the rows */

  /* Template children. */
  GtkLabel *summary, *leads_title;
  GtkListBox *list, *leads;
};

G_DEFINE_FINAL_TYPE (StafetFragilePage, stafet_fragile_page, STAFET_TYPE_PAGE)

/* ——— Rows ——— */

static GtkWidget *
shift_row_new (const StafetFragileShift *shift)
{
  g_autofree char *title = stafet_entry_words_shift (shift->entry, shift->staffing);
  g_autofree char *why = stafet_fragile_shift_words (shift);
  g_autofree char *day =
    stafet_words_date (stafet_i18n_get_language (), stafet_wall_date (shift->staffing->start));
  g_autofree char *first = g_strdup_printf (_ ("the first on %s"), day);
  g_autofree char *detail = g_strdup_printf ("%s, %s", why, first);
  GtkWidget *line = stafet_line_new ("stafet-warning-symbolic", title, detail);

  stafet_line_add_end (
    STAFET_LINE (line),
    stafet_action_button_new (_ ("Show the activity"), title, "win.show-entry",
                              g_variant_new (STAFET_ENTRY_TARGET, shift->entry->series,
                                             (gint32) shift->entry->kind, (gint32) shift->entry->original)));
  return line;
}

static GtkWidget *
lead_row_new (const StafetFragileLead *lead)
{
  g_autofree char *words = stafet_fragile_lead_words (lead);
  GtkWidget *line = stafet_line_new ("stafet-people-symbolic", lead->volunteer->name, words);

  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Open the card"), lead->volunteer->name, "win.volunteer",
                                                 g_variant_new_string (lead->volunteer->parent.uid)));
  return line;
}

static void
show_fragile (StafetPage *page, gpointer found)
{
  StafetFragilePage *self = STAFET_FRAGILE_PAGE (page);
  g_autoptr (StafetFragile) fragile = found;
  g_autoptr (GPtrArray) rows = g_ptr_array_new (), leads = g_ptr_array_new ();
  guint n = fragile->shifts->len;
  g_autofree char *summary =
    g_strdup_printf (ngettext_ ("%u role falls with one person in the next eight weeks",
                                "%u roles fall with one person in the next eight weeks", n),
                     n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, shift_row_new (g_ptr_array_index (fragile->shifts, i)));
  for (guint i = 0; i < fragile->leads->len; i++)
    g_ptr_array_add (leads, lead_row_new (g_ptr_array_index (fragile->leads, i)));
  gtk_label_set_text (self->summary,
                      n > 0 ? summary : _ ("No role falls with one person in the next eight weeks."));
  stafet_list_show (self->list, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  stafet_list_show (self->leads, leads);
  gtk_widget_set_visible (GTK_WIDGET (self->leads), leads->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->leads_title), leads->len > 0);
  if (self->focus)
    stafet_page_focus (STAFET_PAGE (self));
}

/* ——— Looking ——— */

static gpointer
find_fragile (const StafetLook *look)
{
  return stafet_fragile_new (look->snapshot, &look->query, look->now);
}

static void
stafet_fragile_page_refresh (StafetPage *page)
{
  static const StafetLookKind kind = { find_fragile, (GDestroyNotify) stafet_fragile_free, show_fragile };
  StafetDesk *desk = stafet_page_get_desk (page);
  StafetDate today = stafet_desk_today (desk);
  StafetAgendaQuery query;

  stafet_desk_fill_query (desk, &query, today, today + STAFET_FRAGILE_WEEKS * 7 - 1);
  stafet_page_set_titles (page, _ ("Where we are fragile"), stafet_desk_get_view_name (desk));
  stafet_look_run (page, &query, &kind);
}

static void
stafet_fragile_page_focus (StafetPage *page)
{
  StafetFragilePage *self = STAFET_FRAGILE_PAGE (page);
  GtkWidget *list = GTK_WIDGET (gtk_widget_get_visible (GTK_WIDGET (self->list)) ? self->list : self->leads);

  self->focus = !gtk_widget_get_visible (list);
  if (!self->focus)
    gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

/* ——— GObject ——— */

static void
stafet_fragile_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_FRAGILE_PAGE);
  G_OBJECT_CLASS (stafet_fragile_page_parent_class)->dispose (object);
}

static void
stafet_fragile_page_class_init (StafetFragilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_fragile_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_fragile_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_fragile_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-fragile-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetFragilePage, summary);
  gtk_widget_class_bind_template_child (widget_class, StafetFragilePage, list);
  gtk_widget_class_bind_template_child (widget_class, StafetFragilePage, leads_title);
  gtk_widget_class_bind_template_child (widget_class, StafetFragilePage, leads);
}

static void
stafet_fragile_page_init (StafetFragilePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_fragile_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_FRAGILE_PAGE, "desk", desk, "title", _ ("Where we are fragile"), NULL);
}
