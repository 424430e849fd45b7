/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands a mailto: to whichever program the desktop has for it.
 */
#include "stafet-mail.h"

typedef struct
{
  GWeakRef owner;
  StafetMailDone done;
} Request;

static void
shown_cb (GObject *window, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&request->owner);
  g_autoptr (GError) error = NULL;

  gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error);
  if (owner != NULL)
    request->done (owner, error);
  g_weak_ref_clear (&request->owner);
  g_free (request);
}

void
stafet_mail_compose (GtkWindow *window, const StafetMailDraft *draft, gpointer owner, StafetMailDone done)
{
  Request *request = g_new0 (Request, 1);

  g_weak_ref_init (&request->owner, owner);
  request->done = done;
  gtk_show_uri_full (window, draft->uri, GDK_CURRENT_TIME, NULL, shown_cb, request);
}
