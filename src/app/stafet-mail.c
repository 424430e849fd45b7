/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands a draft to the portal, or its mailto: to whichever program the desktop has for it.
 */
#include "stafet-mail.h"

#include <libportal-gtk4/portal-gtk4.h>
#include <libportal/portal.h>
#include <string.h>

/* The version of the portal's interface that knows of blind copies, and how long it may take to answer. */
#define BLIND_COPIES 3
#define ANSWER_MS 5000

typedef struct
{
  GWeakRef owner;
  StafetMailDone done;
  GtkWindow *window;          /* owned */
  char *uri, *subject, *text; /* owned */
  char **addresses;           /* owned */
  XdpPortal *portal;          /* owned, nullable */
} Request;

static void
request_free (Request *request)
{
  g_weak_ref_clear (&request->owner);
  g_clear_object (&request->window);
  g_clear_object (&request->portal);
  g_strfreev (request->addresses);
  g_free (request->uri);
  g_free (request->subject);
  g_free (request->text);
  g_free (request);
}

/* Takes @request. */
static void
finish (Request *request, const GError *error)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&request->owner);

  if (owner != NULL)
    request->done (owner, error);
  request_free (request);
}

static void
shown_cb (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error);
  finish (data, error);
}

static void
show_uri (Request *request)
{
  gtk_show_uri_full (request->window, request->uri, GDK_CURRENT_TIME, NULL, shown_cb, request);
}

/* Whoever closed the portal's question has answered it. */
static void
composed_cb (GObject *portal, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  g_autoptr (GError) error = NULL;

  if (xdp_portal_compose_email_finish (XDP_PORTAL (portal), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    finish (request, NULL);
  else
    show_uri (request);
}

static void
compose (Request *request)
{
  XdpParent *parent = xdp_parent_new_gtk (request->window);

  request->portal = xdp_portal_new ();
  xdp_portal_compose_email (request->portal, parent, NULL, NULL, (const char *const *) request->addresses,
                            request->subject, request->text, NULL, XDP_EMAIL_FLAG_NONE, NULL, composed_cb,
                            request);
  xdp_parent_free (parent);
}

/* Older ones drop blind copies without a word. */
static void
version_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);
  g_autoptr (GVariant) version = NULL;

  if (answer != NULL)
    g_variant_get (answer, "(v)", &version);
  if (version != NULL && g_variant_is_of_type (version, G_VARIANT_TYPE_UINT32)
      && g_variant_get_uint32 (version) >= BLIND_COPIES)
    compose (data);
  else
    show_uri (data);
}

/* Asked here first: libportal 0.6 waits for a portal that is not there, and complains of it. */
static void
bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  (void) source;
  if (bus == NULL)
    show_uri (data);
  else
    g_dbus_connection_call (bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                            "org.freedesktop.DBus.Properties", "Get",
                            g_variant_new ("(ss)", "org.freedesktop.portal.Email", "version"),
                            G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE, ANSWER_MS, NULL, version_cb,
                            data);
}

void
stafet_mail_compose (GtkWindow *window, const StafetMailDraft *draft, const char *subject, const char *text,
                     gpointer owner, StafetMailDone done)
{
  Request *request = g_new0 (Request, 1);
  g_autoptr (GStrvBuilder) addresses = g_strv_builder_new ();

  for (guint i = 0; i < draft->addresses->len; i++)
    g_strv_builder_add (addresses, draft->addresses->pdata[i]);
  g_weak_ref_init (&request->owner, owner);
  request->done = done;
  request->window = g_object_ref (window);
  request->uri = g_strdup (draft->uri);
  request->subject = g_strdup (subject);
  request->text = g_strdup (text);
  request->addresses = g_strv_builder_end (addresses);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, request);
}

/* Longer ones are cut by some programs. */
#define MOST_URI 2000

void
stafet_mail_compose_to_nobody (GtkWindow *window, const char *subject, const char *text, gpointer owner,
                               StafetMailDone done)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autofree char *escaped = g_uri_escape_string (subject, NULL, FALSE);
  g_autofree char *body = g_uri_escape_string (text, NULL, FALSE);
  g_autofree char *whole = g_strdup_printf ("mailto:?subject=%s&body=%s", escaped, body);
  g_autofree char *brief = g_strdup_printf ("mailto:?subject=%s", escaped);
  StafetMailDraft draft = { nobody, strlen (whole) <= MOST_URI ? whole : brief };

  stafet_mail_compose (window, &draft, subject, text, owner, done);
}
