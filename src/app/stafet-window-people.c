/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's actions on many people at once: writing to everybody, and saying who came.
 */
#include "stafet-window-private.h"

#include "stafet-write-page.h"

/* ——— Writing ——— */

/* STAFET_ENTRY_TARGET. */
static void
write_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);
  const char *series;
  gint32 kind, original;

  (void) name;
  g_variant_get (parameter, "(&sii)", &series, &kind, &original);
  stafet_window_push (self, stafet_write_page_new_for_date (self->desk, (StafetKind) kind,
                                                            stafet_uid_intern (series), original));
}

/* "s": an activity. */
static void
write_activity_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  stafet_window_push (self, stafet_write_page_new_for_activity (
                              self->desk, stafet_uid_intern (g_variant_get_string (parameter, NULL))));
}

void
stafet_window_install_people_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.write-to", STAFET_ENTRY_TARGET, write_cb);
  gtk_widget_class_install_action (widget_class, "win.write-to-activity", "s", write_activity_cb);
}
