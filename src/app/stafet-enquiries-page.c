/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line for each enquiry: what it is about, who has the baton, what is next.
 */
#include "stafet-enquiries-page.h"

#include "core/stafet-words.h"
#include "schedule/stafet-batons.h"
#include "stafet-actions.h"
#include "stafet-chip.h"
#include "stafet-line.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

struct _StafetEnquiriesPage
{
  StafetPage parent_instance;

  /* Template children. */
  GtkLabel *summary;
  GtkWidget *new_enquiry, *ended_title;
  GtkListBox *list, *ended;
};

G_DEFINE_FINAL_TYPE (StafetEnquiriesPage, stafet_enquiries_page, STAFET_TYPE_PAGE)

static void
add_state (StafetLine *line, StafetBatonState state)
{
  if (state == STAFET_BATON_DROPPED)
    stafet_line_add_end (line, stafet_chip_new (STAFET_CHIP_WARNING, _ ("the baton is dropped")));
  else if (state == STAFET_BATON_DUE)
    stafet_line_add_end (line, stafet_chip_new (STAFET_CHIP_ASKED, _ ("today")));
  else if (state == STAFET_BATON_ASK)
    stafet_line_add_end (line, stafet_chip_new (STAFET_CHIP_ASKED, _ ("ask how it goes")));
}

static GtkWidget *
row_new (StafetPage *page, StafetEnquiry *enquiry)
{
  const StafetSnapshot *snapshot = stafet_page_get_snapshot (page);
  StafetDate today = stafet_desk_today (stafet_page_get_desk (page));
  StafetLanguage language = stafet_i18n_get_language ();
  StafetBatonState state = stafet_baton_state (enquiry, today);
  const char *holder = stafet_baton_holder (snapshot, enquiry);
  g_autofree char *words = stafet_baton_words (enquiry, today, language);
  g_autofree char *erased = stafet_words_day_with_year (language, enquiry->delete_on);
  g_autofree char *detail = holder != NULL ? g_strdup_printf ("%s · %s", holder, words) : g_strdup (words);
  g_autofree char *end = g_strdup_printf (_ ("Is erased on %s"), erased);
  GtkWidget *line =
    stafet_line_new (state == STAFET_BATON_DROPPED ? "stafet-warning-symbolic" : "stafet-baton-symbolic",
                     enquiry->title, detail);

  stafet_line_add_text (STAFET_LINE (line), end);
  add_state (STAFET_LINE (line), state);
  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Open …"), enquiry->title, "win.enquiry",
                                                 g_variant_new_string (enquiry->parent.uid)));
  return line;
}

static void
show_ended (StafetEnquiriesPage *self)
{
  StafetPage *page = STAFET_PAGE (self);
  StafetDesk *desk = stafet_page_get_desk (page);
  const GPtrArray *all = stafet_snapshot_all (stafet_page_get_snapshot (page), STAFET_KIND_ENQUIRY);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      StafetEnquiry *enquiry = g_ptr_array_index (all, i);

      if (enquiry->ended != STAFET_DATE_NONE
          && (enquiry->house == NULL || stafet_desk_shows_house (desk, enquiry->house)))
        g_ptr_array_add (rows, row_new (page, enquiry));
    }
  gtk_widget_set_visible (self->ended_title, rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->ended), rows->len > 0);
  stafet_list_show (self->ended, rows);
}

static void
show_summary (StafetEnquiriesPage *self, const GPtrArray *open)
{
  StafetDate today = stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
  guint dropped = 0;
  g_autofree char *all = g_strdup_printf (ngettext_ ("%u enquiry", "%u enquiries", open->len), open->len);
  g_autofree char *both = NULL;

  for (guint i = 0; i < open->len; i++)
    dropped += stafet_baton_state (g_ptr_array_index (open, i), today) == STAFET_BATON_DROPPED ? 1 : 0;
  if (dropped > 0)
    {
      g_autofree char *some =
        g_strdup_printf (ngettext_ ("%u baton is dropped", "%u batons are dropped", dropped), dropped);

      both = g_strdup_printf ("%s · %s", all, some);
    }
  gtk_label_set_text (self->summary, open->len == 0 ? _ ("Nobody waits for anything.")
                                     : both != NULL ? both
                                                    : all);
}

static void
stafet_enquiries_page_refresh (StafetPage *page)
{
  StafetEnquiriesPage *self = STAFET_ENQUIRIES_PAGE (page);
  StafetDesk *desk = stafet_page_get_desk (page);
  StafetDate today = stafet_desk_today (desk);
  StafetAgendaQuery query;
  g_autoptr (GPtrArray) open = NULL, rows = g_ptr_array_new ();

  stafet_desk_fill_query (desk, &query, today, today);
  open = stafet_batons_find (stafet_page_get_snapshot (page), &query, today);
  show_summary (self, open);
  for (guint i = 0; i < open->len; i++)
    g_ptr_array_add (rows, row_new (page, g_ptr_array_index (open, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  stafet_list_show (self->list, rows);
  show_ended (self);
}

static void
stafet_enquiries_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (STAFET_ENQUIRIES_PAGE (page)->new_enquiry);
}

static void
stafet_enquiries_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_ENQUIRIES_PAGE);
  G_OBJECT_CLASS (stafet_enquiries_page_parent_class)->dispose (object);
}

static void
stafet_enquiries_page_class_init (StafetEnquiriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_enquiries_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_enquiries_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_enquiries_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-enquiries-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetEnquiriesPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StafetEnquiriesPage, new_enquiry);
  gtk_widget_class_bind_template_child (widget_class, StafetEnquiriesPage, list);
  gtk_widget_class_bind_template_child (widget_class, StafetEnquiriesPage, ended_title);
  gtk_widget_class_bind_template_child (widget_class, StafetEnquiriesPage, ended);
}

static void
stafet_enquiries_page_init (StafetEnquiriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
