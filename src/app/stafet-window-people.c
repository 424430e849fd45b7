/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's actions on many people at once: writing to everybody, and saying who came.
 */
#include "stafet-window-private.h"

#include "stafet-attend-page.h"
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

/* ——— Who came ——— */

/* "i": a day. */
static void
attend_day_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  stafet_window_push (self, stafet_attend_page_new_for_day (self->desk, g_variant_get_int32 (parameter)));
}

/* All days that nobody has confirmed. */
static void
attend_open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StafetWindow *self = STAFET_WINDOW (widget);

  (void) name;
  (void) parameter;
  if (!STAFET_IS_ATTEND_PAGE (stafet_window_get_page (self)))
    stafet_window_push (self, stafet_attend_page_new_open (self->desk));
}

void
stafet_window_install_people_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.who-came", "i", attend_day_cb);
  gtk_widget_class_install_action (widget_class, "win.open-days", NULL, attend_open_cb);
  gtk_widget_class_install_action (widget_class, "win.write-to", STAFET_ENTRY_TARGET, write_cb);
  gtk_widget_class_install_action (widget_class, "win.write-to-activity", "s", write_activity_cb);
}
