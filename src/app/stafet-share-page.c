/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows what goes with one calendar's address.
 */
#include "stafet-share-page.h"

#include "paper/stafet-code.h"
#include "publish/stafet-export.h"
#include "publish/stafet-publish.h"
#include "publish/stafet-share.h"
#include "schedule/stafet-feed-address.h"
#include "stafet-line.h"
#include "stafet-mail.h"
#include "stafet-print-page.h"
#include "stafet-widget.h"
#include "stafet-window.h"
#include "stafet-wrap-layout.h"

struct _StafetSharePage
{
  StafetPage parent_instance;

  StafetUid feed;
  StafetCode *code; /* owned, nullable */

  /* Template children. */
  GtkLabel *caution;
  GtkWidget *nowhere, *somewhere, *sheet, *mail, *copy_letter;
  GtkDrawingArea *picture;
  GtkLabel *page, *calendar, *subscribe;
  GtkListBox *programs;
};

G_DEFINE_FINAL_TYPE (StafetSharePage, stafet_share_page, STAFET_TYPE_PAGE)

/* ——— The calendar ——— */

/* NULL when it is gone. */
static StafetFeed *
feed_of (StafetSharePage *self)
{
  return stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_FEED, self->feed);
}

static StafetDate
today_of (StafetSharePage *self)
{
  return stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
}

/* What is handed to others is in the store's language. */
static StafetLanguage
language_of (StafetSharePage *self)
{
  return (StafetLanguage) stafet_snapshot_settings (stafet_page_get_snapshot (STAFET_PAGE (self)))->language;
}

/* ——— Showing ——— */

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  StafetSharePage *self = data;
  int size = MIN (width, height);

  (void) area;
  if (self->code != NULL)
    stafet_code_draw (self->code, cr, (width - size) / 2.0, (height - size) / 2.0, size);
}

static void
show_address (StafetSharePage *self, GtkLabel *label, const StafetFeed *feed, StafetAddressKind kind)
{
  g_autofree char *address = stafet_feed_address (stafet_page_get_snapshot (STAFET_PAGE (self)), feed, kind);

  gtk_label_set_text (label, address != NULL ? address : "");
}

static void
show_code (StafetSharePage *self)
{
  const char *address = gtk_label_get_text (self->page);

  g_clear_pointer (&self->code, stafet_code_unref);
  self->code = *address != '\0' ? stafet_code_new (address) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self->picture));
}

static void
show_programs (StafetSharePage *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  StafetLanguage language = stafet_i18n_get_language ();

  for (const StafetShareProgram *program = stafet_share_programs; program->name != NULL; program++)
    g_ptr_array_add (rows, stafet_line_new (NULL, stafet_i18n_text (language, program->name),
                                            stafet_i18n_text (language, program->steps)));
  stafet_list_show (self->programs, rows);
}

static void
stafet_share_page_refresh (StafetPage *page)
{
  StafetSharePage *self = STAFET_SHARE_PAGE (page);
  const StafetFeed *feed = feed_of (self);
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *whose = NULL, *caution = NULL;
  gboolean placed;

  if (feed == NULL)
    {
      stafet_page_leave (page);
      return;
    }
  whose = stafet_share_whose (stafet_page_get_snapshot (page), feed, language);
  caution = stafet_share_caution (feed, language);
  stafet_page_set_titles (page, _ ("Share the calendar"), whose);
  gtk_label_set_text (self->caution, caution);
  show_address (self, self->page, feed, STAFET_ADDRESS_PAGE);
  show_address (self, self->calendar, feed, STAFET_ADDRESS_CALENDAR);
  show_address (self, self->subscribe, feed, STAFET_ADDRESS_SUBSCRIBE);
  show_code (self);
  placed = self->code != NULL;
  gtk_widget_set_visible (self->nowhere, !placed);
  gtk_widget_set_visible (self->somewhere, placed);
  gtk_widget_set_visible (self->sheet, placed);
  gtk_widget_set_visible (self->mail, placed);
  gtk_widget_set_visible (self->copy_letter, placed);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->programs)) == NULL)
    show_programs (self);
}

/* ——— Actions ——— */

static void
copy (StafetSharePage *self, const char *text, const char *told)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  if (stafet_window_of (self) != NULL)
    stafet_window_tell (stafet_window_of (self), told, FALSE);
}

/* "s": which of the addresses. */
static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetSharePage *self = STAFET_SHARE_PAGE (widget);
  const char *which = g_variant_get_string (parameter, NULL);
  GtkLabel *label = g_str_equal (which, "page")        ? self->page
                    : g_str_equal (which, "subscribe") ? self->subscribe
                                                       : self->calendar;

  (void) name;
  copy (self, gtk_label_get_text (label), _ ("The link is copied."));
}

static char *
letter_of (StafetSharePage *self, const StafetFeed *feed)
{
  return stafet_share_letter (stafet_page_get_snapshot (STAFET_PAGE (self)), feed, today_of (self),
                              language_of (self));
}

static void
copy_letter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetSharePage *self = STAFET_SHARE_PAGE (widget);
  const StafetFeed *feed = feed_of (self);
  g_autofree char *letter = feed != NULL ? letter_of (self, feed) : NULL;

  (void) name;
  (void) parameter;
  if (letter != NULL)
    copy (self, letter, _ ("The text of the e-mail is copied."));
}

static void
composed_cb (gpointer owner, const GError *error)
{
  StafetWindow *window = stafet_window_of (owner);

  if (error != NULL && window != NULL)
    stafet_window_tell (window, error->message, FALSE);
}

/* To whom is for the mail program: nobody's address is in the plan who reads a ward's calendar. */
static void
mail_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetSharePage *self = STAFET_SHARE_PAGE (widget);
  const StafetFeed *feed = feed_of (self);
  g_autofree char *letter = feed != NULL ? letter_of (self, feed) : NULL;
  g_autofree char *subject = NULL;

  (void) name;
  (void) parameter;
  if (letter == NULL)
    return;
  subject = stafet_share_subject (stafet_page_get_snapshot (STAFET_PAGE (self)), feed, language_of (self));
  copy (self, letter, _ ("The text is copied, too: paste it where the e-mail comes without it."));
  stafet_mail_compose_to_nobody (GTK_WINDOW (stafet_window_of (self)), subject, letter, self, composed_cb);
}

static void
sheet_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetSharePage *self = STAFET_SHARE_PAGE (widget);

  (void) name;
  (void) parameter;
  stafet_window_push (stafet_window_of (self),
                      stafet_print_page_new_for_feed (stafet_page_get_desk (STAFET_PAGE (self)), self->feed));
}

/* ——— As a file ——— */

static void
saved_cb (StafetSharePage *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  StafetFeed *feed = feed_of (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL && feed != NULL && stafet_window_of (self) != NULL)
    {
      if (stafet_export_ics (stafet_page_get_plan (STAFET_PAGE (self)), feed, STAFET_DATE_NONE,
                             STAFET_DATE_NONE, path, &error))
        text = g_strdup_printf (_ ("Saved: %s"), path);
      stafet_window_tell (stafet_window_of (self), text != NULL ? text : error->message, FALSE);
    }
  g_object_unref (dialog);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetSharePage *self = STAFET_SHARE_PAGE (widget);
  const StafetFeed *feed = feed_of (self);
  GtkFileChooserNative *dialog;
  g_autofree char *file = NULL;

  (void) name;
  (void) parameter;
  if (feed == NULL)
    return;
  file = g_strconcat (feed->name, ".ics", NULL);
  g_strdelimit (file, "/\\:", '-');
  dialog =
    gtk_file_chooser_native_new (_ ("Save the calendar as a file"), GTK_WINDOW (stafet_window_of (self)),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file);
  g_signal_connect_object (dialog, "response", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ——— GObject ——— */

static void
stafet_share_page_dispose (GObject *object)
{
  stafet_page_dispose_template (STAFET_PAGE (object), STAFET_TYPE_SHARE_PAGE);
  g_clear_pointer (&STAFET_SHARE_PAGE (object)->code, stafet_code_unref);
  G_OBJECT_CLASS (stafet_share_page_parent_class)->dispose (object);
}

static void
stafet_share_page_class_init (StafetSharePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_share_page_dispose;
  STAFET_PAGE_CLASS (klass)->refresh = stafet_share_page_refresh;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-share-page.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, StafetSharePage, name)
  CHILD (caution);
  CHILD (nowhere);
  CHILD (somewhere);
  CHILD (sheet);
  CHILD (mail);
  CHILD (copy_letter);
  CHILD (picture);
  CHILD (page);
  CHILD (calendar);
  CHILD (subscribe);
  CHILD (programs);
#undef CHILD
  gtk_widget_class_install_action (widget_class, "page.copy", "s", copy_cb);
  gtk_widget_class_install_action (widget_class, "page.copy-letter", NULL, copy_letter_cb);
  gtk_widget_class_install_action (widget_class, "page.mail", NULL, mail_cb);
  gtk_widget_class_install_action (widget_class, "page.sheet", NULL, sheet_cb);
  gtk_widget_class_install_action (widget_class, "page.send-file", NULL, save_cb);
}

static void
stafet_share_page_init (StafetSharePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->picture, draw_cb, self, NULL);
}

StafetPage *
stafet_share_page_new (StafetDesk *desk, StafetUid feed)
{
  StafetSharePage *self =
    g_object_new (STAFET_TYPE_SHARE_PAGE, "desk", desk, "title", _ ("Share the calendar"), NULL);

  self->feed = feed;
  return STAFET_PAGE (self);
}
