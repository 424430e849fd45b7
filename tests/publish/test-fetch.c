/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds fetching to its bounds: a server that takes the question and says nothing is left when somebody says
 * so. What a server may answer is held by cli/test_calendars.py.
 */
#include "publish/stafet-fetch.h"

#include "core/stafet-error.h"

#include <string.h>

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (50 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
waiting_is_cancelled (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) error = NULL;
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u/kirken.ics", port);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancels", cancel_soon, cancellable);

  g_assert_no_error (error);
  g_assert_null (stafet_fetch (address, cancellable, &error));
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
what_is_cancelled_already_is_not_asked (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (stafet_fetch ("http://127.0.0.1:1/kirken.ics", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
faults_are_told_in_a_sentence (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (stafet_fetch ("http://127.0.0.1:1/kirken.ics", NULL, &error));
  g_assert_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "127.0.0.1"));
}

static void
an_address_is_told_from_a_file (void)
{
  g_assert_true (stafet_fetch_is_address ("webcal://kirken.example.dk/a.ics"));
  g_assert_true (stafet_fetch_is_address ("HTTPS://kirken.example.dk/a.ics"));
  g_assert_false (stafet_fetch_is_address ("/home/karen/https.ics"));
  g_assert_false (stafet_fetch_is_address ("ftp://kirken.example.dk/a.ics"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/fetch/waiting-is-cancelled", waiting_is_cancelled);
  g_test_add_func ("/publish/fetch/what-is-cancelled-already-is-not-asked",
                   what_is_cancelled_already_is_not_asked);
  g_test_add_func ("/publish/fetch/faults-are-told-in-a-sentence", faults_are_told_in_a_sentence);
  g_test_add_func ("/publish/fetch/an-address-is-told-from-a-file", an_address_is_told_from_a_file);
  return g_test_run ();
}
