/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line for each thing that somebody is asked about.
 */
#include "stafet-whom-page.h"

#include "core/stafet-text.h"
#include "schedule/stafet-batons.h"
#include "schedule/stafet-postcodes.h"
#include "schedule/stafet-wish.h"
#include "stafet-input.h"
#include "stafet-line.h"
#include "stafet-widget.h"

#include <string.h>

struct _StafetWhomPage
{
  StafetPage parent_instance;

  gboolean watched;

  /* Template children. */
  GtkLabel *place, *nobody;
  StafetInput *postcode;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StafetWhomPage, stafet_whom_page, STAFET_TYPE_PAGE)

/* "is asked about volunteering". */
static const char *const duties[] = {
  [STAFET_DUTY_VOLUNTEERING] = N_ ("volunteering, and whom to pass the baton to"),
  [STAFET_DUTY_EXPERIENCE] = N_ ("good moments on the nursing homes"),
  [STAFET_DUTY_PREVENTION] = N_ ("home visits, and the little push into a community"),
  [STAFET_DUTY_GENLYD] = N_ ("notices, company the first time, and the pool"),
  [STAFET_DUTY_MANAGER] = N_ ("the house and its rooms"),
  [STAFET_DUTY_LEAD] = N_ ("the activities and their volunteers"),
};

static GtkWidget *
row_new (const StafetContact *contact)
{
  g_autofree char *title = g_strdup_printf ("%s, %s", contact->name, contact->role);
  GtkWidget *line = stafet_line_new ("stafet-phone-symbolic", title, _ (duties[contact->duty]));
  g_autofree char *phone = *contact->phone != '\0' ? stafet_phone_format (contact->phone) : NULL;
  GtkWidget *number = gtk_label_new (phone != NULL ? phone : _ ("no phone number"));

  gtk_label_set_selectable (GTK_LABEL (number), TRUE);
  gtk_widget_add_css_class (number, "phone");
  if (*contact->mail != '\0')
    stafet_line_add_address (STAFET_LINE (line), contact->mail);
  stafet_line_add_end (STAFET_LINE (line), number);
  return line;
}

static StafetHouse *
house_in_view (StafetWhomPage *self)
{
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetDate today = stafet_desk_today (desk);
  StafetAgendaQuery query;

  stafet_desk_fill_query (desk, &query, today, today);
  return stafet_snapshot_get (stafet_desk_get_snapshot (desk), STAFET_KIND_HOUSE, query.house);
}

static void
show_place (StafetWhomPage *self, const StafetHouse *house, StafetUid area, const char *postcode)
{
  const StafetArea *record =
    stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_AREA,
                         area != NULL    ? area
                         : house != NULL ? house->area
                                         : NULL);
  const char *town = postcode != NULL ? stafet_postcodes_town (postcode) : NULL;
  g_autofree char *words = g_strdup_printf ("%s%s%s",
                                            house != NULL  ? house->name
                                            : town != NULL ? town
                                                           : "",
                                            (house != NULL || town != NULL) && record != NULL ? " · " : "",
                                            record != NULL ? record->name : "");

  gtk_label_set_text (self->place, *words != '\0' ? words : _ ("All of the municipality"));
  stafet_input_set_problem (self->postcode,
                            *stafet_input_get_text (self->postcode) != '\0' && town == NULL
                              ? _ ("Stafet does not know that place. Write a postcode or a part of town, "
                                   "such as 8260 or Viby.")
                              : NULL);
}

static void
stafet_whom_page_refresh (StafetPage *page)
{
  StafetWhomPage *self = STAFET_WHOM_PAGE (page);
  StafetSnapshot *snapshot = stafet_page_get_snapshot (page);
  const char *postcode = stafet_wish_find_postcode (stafet_input_get_text (self->postcode), snapshot);
  StafetUid area = postcode != NULL ? stafet_baton_area_of (snapshot, postcode) : NULL;
  const StafetHouse *house = area == NULL ? house_in_view (self) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (!self->watched)
    g_signal_connect_object (self->postcode, "changed", G_CALLBACK (stafet_page_refresh), self,
                             G_CONNECT_SWAPPED);
  self->watched = TRUE;
  show_place (self, house, area, postcode);
  for (int duty = 0; duty < (int) G_N_ELEMENTS (duties); duty++)
    {
      const StafetContact *contact = stafet_baton_contact (snapshot, (StafetDuty) duty, house, area, FALSE);

      if (contact != NULL)
        g_ptr_array_add (rows, row_new (contact));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), rows->len == 0);
  stafet_list_show (self->list, rows);
}

static void
stafet_whom_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (STAFET_WHOM_PAGE (page)->postcode));
}

static void
stafet_whom_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_WHOM_PAGE);
  G_OBJECT_CLASS (stafet_whom_page_parent_class)->dispose (object);
}

static void
stafet_whom_page_class_init (StafetWhomPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_whom_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_whom_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_whom_page_focus;
  g_type_ensure (STAFET_TYPE_INPUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-whom-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetWhomPage, place);
  gtk_widget_class_bind_template_child (widget_class, StafetWhomPage, nobody);
  gtk_widget_class_bind_template_child (widget_class, StafetWhomPage, postcode);
  gtk_widget_class_bind_template_child (widget_class, StafetWhomPage, list);
}

static void
stafet_whom_page_init (StafetWhomPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_whom_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_WHOM_PAGE, "desk", desk, "title", _ ("Whom do I ring?"), NULL);
}
