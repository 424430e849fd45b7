/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of a text.
 */
#include "stafet-reading.h"

#include "stafet-print-watch.h"
#include "stafet-speech.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

/* On paper, in points. */
#define MARGIN 56
#define TYPE "Cantarell 11"

struct _StafetReading
{
  AdwWindow parent_instance;

  char *file; /* owned */

  /* Template children. */
  GtkLabel *title, *said;
  GtkTextView *view;
  GtkButton *close;
};

G_DEFINE_FINAL_TYPE (StafetReading, stafet_reading, ADW_TYPE_WINDOW)

/* (transfer full) */
static char *
text_of (StafetReading *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* ——— Copied and saved ——— */

static void
copy_cb (StafetReading *self)
{
  g_autofree char *text = text_of (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  stafet_label_show (self->said, _ ("Copied"));
}

void
stafet_reading_write (StafetReading *self, const char *path)
{
  g_autofree char *text = text_of (self), *whole = g_strconcat (text, "\n", NULL), *said = NULL;
  gboolean written = g_file_set_contents_full (path, whole, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);

  said = g_strdup_printf (written ? _ ("Saved as %s") : _ ("%s cannot be written."), path);
  stafet_label_show (self->said, said);
}

static void
saved_cb (StafetReading *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    stafet_reading_write (self, path);
  g_object_unref (dialog);
}

static void
save_cb (StafetReading *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
    _ ("Where should the file lie?"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), self->file);
  g_signal_connect_object (dialog, "response", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* ——— Printed ——— */

static PangoLayout *
layout_new (StafetReading *self, GtkPrintContext *context)
{
  g_autofree char *text = text_of (self);
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string (TYPE);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Lines of one height: so many a page. */
static int
lines_a_page (PangoLayout *layout, GtkPrintContext *context)
{
  int lines = MAX (pango_layout_get_line_count (layout), 1), height;

  pango_layout_get_size (layout, NULL, &height);
  return MAX ((int) (gtk_print_context_get_height (context) * PANGO_SCALE / ((double) height / lines)), 1);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, StafetReading *self)
{
  g_autoptr (PangoLayout) layout = layout_new (self, context);
  int lines = pango_layout_get_line_count (layout), page = lines_a_page (layout, context);

  gtk_print_operation_set_n_pages (operation, MAX ((lines + page - 1) / page, 1));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, StafetReading *self)
{
  g_autoptr (PangoLayout) layout = layout_new (self, context);
  int lines = pango_layout_get_line_count (layout), page = lines_a_page (layout, context), height;
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);

  (void) operation;
  pango_layout_get_size (layout, NULL, &height);
  for (int i = number * page; i < MIN (lines, (number + 1) * page); i++)
    {
      cairo_move_to (cairo, 0, (double) height / lines / PANGO_SCALE * (i - number * page + 1));
      pango_cairo_show_layout_line (cairo, pango_layout_get_line_readonly (layout, i));
    }
}

static void
tell (gpointer self, const char *sentence)
{
  stafet_label_show (STAFET_READING (self)->said, sentence);
}

static void
print_cb (StafetReading *self)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, gtk_label_get_text (self->title));
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), self, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, 0);
  stafet_print_watch (operation, self, tell);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

/* ——— GObject ——— */

static void
stafet_reading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STAFET_TYPE_READING);
  G_OBJECT_CLASS (stafet_reading_parent_class)->dispose (object);
}

static void
stafet_reading_finalize (GObject *object)
{
  g_free (STAFET_READING (object)->file);
  G_OBJECT_CLASS (stafet_reading_parent_class)->finalize (object);
}

static void
stafet_reading_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stafet_reading_parent_class)->map (widget);
  stafet_speech_name (widget);
}

static void
stafet_reading_class_init (StafetReadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_reading_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_reading_finalize;
  widget_class->map = stafet_reading_map;
  g_type_ensure (STAFET_TYPE_WRAP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_template_from_resource (widget_class, "/dk/stafet/Stafet/stafet-reading.ui");
  gtk_widget_class_bind_template_child (widget_class, StafetReading, title);
  gtk_widget_class_bind_template_child (widget_class, StafetReading, said);
  gtk_widget_class_bind_template_child (widget_class, StafetReading, view);
  gtk_widget_class_bind_template_child (widget_class, StafetReading, close);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
stafet_reading_init (StafetReading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

StafetReading *
stafet_reading_show (StafetWindow *window, const char *title, const char *text, const char *file)
{
  StafetReading *self = g_object_new (STAFET_TYPE_READING, "transient-for", window, "title", title, NULL);

  self->file = g_strdup (file);
  gtk_label_set_text (self->title, title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->close));
  return self;
}
