/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row each for those who are to be kept on, or erased.
 */
#include "stafet-due-page.h"

#include "core/stafet-words.h"
#include "schedule/stafet-due.h"
#include "stafet-actions.h"
#include "stafet-line.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

struct _StafetDuePage
{
  StafetPage parent_instance;

  /* Template children. */
  GtkLabel *summary;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StafetDuePage, stafet_due_page, STAFET_TYPE_PAGE)

/* "stopped on 1 March 2025 · kept until 31 December 2026". (transfer full) */
static char *
row_words (const StafetVolunteer *volunteer)
{
  StafetLanguage language = stafet_i18n_get_language ();
  gboolean stopped = volunteer->status == STAFET_VOLUNTEER_STOPPED;
  g_autofree char *until = stafet_words_day_with_year (language, stafet_due_kept_until (volunteer));
  g_autofree char *kept = g_strdup_printf (_ ("was to be kept until %s"), until);
  g_autofree char *day = stopped && volunteer->paused_until != STAFET_DATE_NONE
                           ? stafet_words_day_with_year (language, volunteer->paused_until)
                           : NULL;

  if (day != NULL)
    return g_strdup_printf (_ ("stopped from %s · %s"), day, kept);
  return g_strdup_printf ("%s · %s", stopped ? _ ("has stopped") : _ ("has not stopped"), kept);
}

static GtkWidget *
row_new (const StafetVolunteer *volunteer)
{
  g_autofree char *words = row_words (volunteer);
  GtkWidget *line = stafet_line_new ("stafet-people-symbolic", volunteer->name, words);
  const char *uid = volunteer->parent.uid;

  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Keep for another year"), volunteer->name, "win.keep",
                                                 g_variant_new_string (uid)));
  stafet_line_add_end (STAFET_LINE (line),
                       stafet_action_button_new (_ ("Open the card"), volunteer->name, "win.volunteer",
                                                 g_variant_new_string (uid)));
  stafet_line_add_end (
    STAFET_LINE (line),
    stafet_action_button_new (_ ("Erase …"), volunteer->name, "win.erase", g_variant_new_string (uid)));
  return line;
}

static void
stafet_due_page_refresh (StafetPage *page)
{
  StafetDuePage *self = STAFET_DUE_PAGE (page);
  g_autoptr (GPtrArray) due =
    stafet_due_list (stafet_page_get_snapshot (page), stafet_desk_today (stafet_page_get_desk (page)));
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *summary = g_strdup_printf (
    ngettext_ ("%u volunteer is to be looked after", "%u volunteers are to be looked after", due->len),
    due->len);

  for (guint i = 0; i < due->len; i++)
    g_ptr_array_add (rows, row_new (g_ptr_array_index (due, i)));
  stafet_page_set_titles (page, _ ("Kept or erased"), "");
  gtk_label_set_text (self->summary, due->len > 0 ? summary : _ ("Nobody is kept longer than was said."));
  stafet_list_show (self->list, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->list), due->len > 0);
}

static void
stafet_due_page_focus (StafetPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (STAFET_DUE_PAGE (page)->list), GTK_DIR_TAB_FORWARD);
}

static void
stafet_due_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_DUE_PAGE);
  G_OBJECT_CLASS (stafet_due_page_parent_class)->dispose (object);
}

static void
stafet_due_page_class_init (StafetDuePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_due_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_due_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_due_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-due-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetDuePage, summary);
  gtk_widget_class_bind_template_child (widget_class, StafetDuePage, list);
}

static void
stafet_due_page_init (StafetDuePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_due_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_DUE_PAGE, "desk", desk, "title", _ ("Kept or erased"), NULL);
}
