/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives the board the screen, and text that fits it.
 */
#include "stafet-board-window.h"

#include "core/stafet-i18n.h"
#include "stafet-actions.h"
#include "stafet-board-page.h"
#include "stafet-speech.h"

/* A line of the board is so many times its text's size wide: on a screen of 1920 pixels that is 32, whose
 * letters are read from four metres. */
#define WIDTH_IN_SIZES 60
#define SMALLEST 11
#define LARGEST 96
/* Text of 140 % and more. */
#define LARGE_DPI 134

struct _StafetBoardWindow
{
  AdwWindow parent_instance;

  StafetBoardPage *page; /* borrowed: it is the content */
  guint fitting;         /* source that looks at the width */
};

G_DEFINE_FINAL_TYPE (StafetBoardWindow, stafet_board_window, ADW_TYPE_WINDOW)

static gboolean
fit_cb (gpointer data)
{
  StafetBoardWindow *self = data;
  int dpi = 96 * 1024, width = gtk_widget_get_width (GTK_WIDGET (self));

  self->fitting = 0;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  stafet_board_page_set_size (self->page,
                              CLAMP (width / WIDTH_IN_SIZES, SMALLEST, LARGEST) * (dpi / 1024) / 96,
                              dpi / 1024 >= LARGE_DPI);
  return G_SOURCE_REMOVE;
}

/* Told in the middle of a layout, when no style may change. */
static void
fit_soon (StafetBoardWindow *self)
{
  if (self->fitting == 0)
    self->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static void
stafet_board_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stafet_board_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (fit_soon),
                           widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi", G_CALLBACK (fit_soon),
                           widget, G_CONNECT_SWAPPED);
}

/* A window manager may overlook it before that. */
static void
stafet_board_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stafet_board_window_parent_class)->map (widget);
  gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
stafet_board_window_dispose (GObject *object)
{
  g_clear_handle_id (&STAFET_BOARD_WINDOW (object)->fitting, g_source_remove);
  G_OBJECT_CLASS (stafet_board_window_parent_class)->dispose (object);
}

/* Larger text and the end of the program have their keys here, too: those of an application are for its
 * windows alone, of which this is none, so that the active one is always that of the plan. */
static void
add_program_keys (GtkWidgetClass *widget_class)
{
  for (const StafetShortcut *row = stafet_shortcuts; row->action != NULL; row++)
    for (gsize i = 0; row->keys[i] != NULL; i++)
      {
        guint key;
        GdkModifierType state;

        if ((g_str_has_prefix (row->action, "app.text-") || g_str_equal (row->action, "app.quit"))
            && gtk_accelerator_parse (row->keys[i], &key, &state))
          gtk_widget_class_add_binding_action (widget_class, key, state, row->action, NULL);
      }
}

static void
stafet_board_window_class_init (StafetBoardWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_board_window_dispose;
  widget_class->map = stafet_board_window_map;
  widget_class->realize = stafet_board_window_realize;
  add_program_keys (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "window.close", NULL);
}

static void
stafet_board_window_init (StafetBoardWindow *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("The board"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
}

GtkWindow *
stafet_board_window_new (StafetDesk *desk)
{
  StafetBoardWindow *self = g_object_new (STAFET_TYPE_BOARD_WINDOW, NULL);
  StafetPage *page = stafet_board_page_new (desk);
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    gtk_widget_insert_action_group (GTK_WIDGET (self), "app", G_ACTION_GROUP (application));
  self->page = STAFET_BOARD_PAGE (page);
  stafet_board_page_set_size (self->page, SMALLEST, FALSE);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (page));
  stafet_speech_name (GTK_WIDGET (self));
  return GTK_WINDOW (self);
}
