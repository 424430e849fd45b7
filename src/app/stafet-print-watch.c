/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts the pages that are drawn.
 */
#include "stafet-print-watch.h"

#include "core/stafet-i18n.h"

typedef struct
{
  GWeakRef owner;
  StafetPrintTell tell;
  gboolean begun; /* nobody left the dialog without printing */
  guint drawn;
} Watch;

static void
watch_free (gpointer data)
{
  g_weak_ref_clear (&((Watch *) data)->owner);
  g_free (data);
}

static void
begin_print_cb (Watch *watch)
{
  watch->begun = TRUE;
}

static void
draw_page_cb (Watch *watch)
{
  watch->drawn++;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Watch *watch)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&watch->owner);
  g_autoptr (GError) error = NULL;
  g_autofree char *none = NULL;
  int pages = 0;

  if (owner == NULL)
    return;
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    {
      watch->tell (owner, error->message);
      return;
    }
  if (!watch->begun || watch->drawn > 0)
    return;
  g_object_get (operation, "n-pages", &pages, NULL);
  none =
    g_strdup_printf (ngettext_ ("Nothing was printed: the pages that were chosen are not there. There is "
                                "%d page.",
                                "Nothing was printed: the pages that were chosen are not there. There are "
                                "%d pages.",
                                pages),
                     pages);
  watch->tell (owner, none);
}

void
stafet_print_watch (GtkPrintOperation *operation, gpointer owner, StafetPrintTell tell)
{
  Watch *watch = g_new0 (Watch, 1);

  g_weak_ref_init (&watch->owner, owner);
  watch->tell = tell;
  g_object_set_data_full (G_OBJECT (operation), "stafet-watch", watch, watch_free);
  g_signal_connect_swapped (operation, "begin-print", G_CALLBACK (begin_print_cb), watch);
  g_signal_connect_swapped (operation, "draw-page", G_CALLBACK (draw_page_cb), watch);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), watch);
}
