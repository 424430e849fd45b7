/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line for each calendar, of the house in view or of all.
 */
#include "stafet-calendars-page.h"

#include "core/stafet-calendar.h"
#include "core/stafet-words.h"
#include "stafet-actions.h"
#include "stafet-calendar-page.h"
#include "stafet-choice.h"
#include "stafet-input.h"
#include "stafet-line.h"
#include "stafet-record-dialog.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

struct _StafetCalendarsPage
{
  StafetPage parent_instance;

  /* Template children. */
  GtkLabel *summary;
  GtkWidget *new_calendar;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StafetCalendarsPage, stafet_calendars_page, STAFET_TYPE_PAGE)

/* ——— Actions ——— */

static StafetCalendar *
calendar_of (GtkWidget *widget, GVariant *parameter)
{
  return stafet_snapshot_lookup (stafet_page_get_snapshot (STAFET_PAGE (widget)), STAFET_KIND_CALENDAR,
                                 g_variant_get_string (parameter, NULL));
}

static void
show_dialog (GtkWidget *widget, StafetCalendar *calendar)
{
  static const char *const keys[] = { "name", "address", "house", "room", NULL };
  const StafetHouse *house =
    stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (widget)), STAFET_KIND_HOUSE,
                         stafet_desk_get_house (stafet_page_get_desk (STAFET_PAGE (widget))));
  StafetAskDialog *dialog = stafet_record_dialog_new (stafet_window_of (widget),
                                                      calendar != NULL ? calendar->name : _ ("New calendar"),
                                                      STAFET_KIND_CALENDAR, calendar, keys, NULL);

  g_object_set (stafet_record_dialog_get_field (dialog, "name"), "placeholder", _ ("For example the church"),
                NULL);
  g_object_set (stafet_record_dialog_get_field (dialog, "address"), "placeholder", "webcal://…", NULL);
  if (calendar == NULL && house != NULL)
    stafet_choice_set (GTK_DROP_DOWN (stafet_record_dialog_get_field (dialog, "house")), house->parent.uid);
  stafet_record_dialog_present (dialog, NULL, NULL, NULL);
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  (void) parameter;
  show_dialog (widget, NULL);
}

/* "s": a calendar, as in those that follow. */
static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetCalendar *calendar = calendar_of (widget, parameter);

  (void) name;
  if (calendar != NULL)
    show_dialog (widget, calendar);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  stafet_desk_edit (stafet_page_get_desk (STAFET_PAGE (widget)),
                    stafet_use_remove (STAFET_KIND_CALENDAR, g_variant_get_string (parameter, NULL)));
}

static void
fetch_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetCalendar *calendar = calendar_of (widget, parameter);

  (void) name;
  if (calendar != NULL)
    stafet_window_push (stafet_window_of (widget),
                        stafet_calendar_page_new_for_calendar (stafet_page_get_desk (STAFET_PAGE (widget)),
                                                               calendar->parent.uid));
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, StafetCalendarsPage *self)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-calendar", "s", path);
  g_object_unref (dialog);
}

static void
file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_ ("Which calendar?"), GTK_WINDOW (stafet_window_of (widget)),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  (void) name;
  (void) parameter;
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ——— The page ——— */

/* "Newest on 24 November at 8.30: 12 dates to come". (transfer full) */
static char *
state_words (StafetCalendarsPage *self, const StafetCalendar *calendar)
{
  StafetZone *zone =
    stafet_clock_get_zone (stafet_plan_get_clock (stafet_page_get_plan (STAFET_PAGE (self))));
  g_autofree char *when = NULL;

  if (calendar->fetched == STAFET_INSTANT_NONE)
    return g_strdup (_ ("Not read yet."));
  when = stafet_words_when (stafet_i18n_get_language (), stafet_zone_to_wall (zone, calendar->fetched),
                            stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self))));
  return g_strdup_printf (_ ("Something new was last read %s."), when);
}

static GtkWidget *
row_new (StafetCalendarsPage *self, StafetCalendar *calendar)
{
  StafetSnapshot *snapshot = stafet_page_get_snapshot (STAFET_PAGE (self));
  const StafetHouse *house = stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, calendar->house);
  g_autofree char *detail = g_strdup_printf ("%s · %s", house != NULL ? house->name : "", calendar->address);
  g_autofree char *state = state_words (self, calendar);
  GtkWidget *line = stafet_line_new ("stafet-calendar-symbolic", calendar->name, detail);
  const struct
  {
    const char *words, *action;
  } ends[] = { { _ ("Delete"), "page.remove" },
               { _ ("Change …"), "page.edit" },
               { _ ("Read what is new …"), "page.fetch" } };

  stafet_line_add_text (STAFET_LINE (line), state);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    stafet_line_add_end (STAFET_LINE (line),
                         stafet_action_button_new (ends[i].words, calendar->name, ends[i].action,
                                                   g_variant_new_string (calendar->parent.uid)));
  return line;
}

static void
stafet_calendars_page_refresh (StafetPage *page)
{
  StafetCalendarsPage *self = STAFET_CALENDARS_PAGE (page);
  StafetDesk *desk = stafet_page_get_desk (page);
  g_autoptr (GPtrArray) calendars = g_ptr_array_copy (
    (GPtrArray *) stafet_snapshot_all (stafet_page_get_snapshot (page), STAFET_KIND_CALENDAR), NULL, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *summary = NULL;

  g_ptr_array_sort (calendars, stafet_record_compare_labels);
  for (guint i = 0; i < calendars->len; i++)
    {
      StafetCalendar *calendar = g_ptr_array_index (calendars, i);

      if (stafet_desk_get_house (desk) == NULL || calendar->house == stafet_desk_get_house (desk))
        g_ptr_array_add (rows, row_new (self, calendar));
    }
  summary = g_strdup_printf (ngettext_ ("%u calendar", "%u calendars", rows->len), rows->len);
  gtk_label_set_text (self->summary, rows->len > 0 ? summary : _ ("No calendar of others is looked at yet."));
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  stafet_list_show (self->list, rows);
}

static void
stafet_calendars_page_focus (StafetPage *page)
{
  gtk_widget_grab_focus (STAFET_CALENDARS_PAGE (page)->new_calendar);
}

/* ——— GObject ——— */

static void
stafet_calendars_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_CALENDARS_PAGE);
  G_OBJECT_CLASS (stafet_calendars_page_parent_class)->dispose (object);
}

static void
stafet_calendars_page_class_init (StafetCalendarsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_calendars_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_calendars_page_refresh;
  STAFET_PAGE_CLASS (klass)->focus = stafet_calendars_page_focus;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-calendars-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetCalendarsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, StafetCalendarsPage, new_calendar);
  gtk_widget_class_bind_template_child (widget_class, StafetCalendarsPage, list);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "page.file", NULL, file_cb);
  gtk_widget_class_install_action (widget_class, "page.edit", "s", edit_cb);
  gtk_widget_class_install_action (widget_class, "page.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "page.fetch", "s", fetch_cb);
}

static void
stafet_calendars_page_init (StafetCalendarsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetPage *
stafet_calendars_page_new (StafetDesk *desk)
{
  return g_object_new (STAFET_TYPE_CALENDARS_PAGE, "desk", desk, "title", _ ("Calendars of others"), NULL);
}
