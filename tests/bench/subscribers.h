/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * So many calendar programs that ask the local server all at once, each for the next calendar of the plan.
 */
#pragma once

#include "publish/stafet-serve.h"

typedef struct
{
  GSocketConnectable *address;
  const GPtrArray *feeds;
  guint n;
  gsize bytes;
  gint done;
} Subscribers;

/* All are connected before the first one asks; each reads to the end of its answer. */
static inline gpointer
subscribe_cb (gpointer data)
{
  Subscribers *all = data;
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GPtrArray) streams = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->n; i++)
    g_ptr_array_add (streams, g_socket_client_connect (client, all->address, NULL, NULL));
  for (guint i = 0; i < all->n; i++)
    {
      const StafetFeed *feed = g_ptr_array_index (all->feeds, i % all->feeds->len);
      g_autofree char *request = g_strdup_printf ("GET /%s.ics HTTP/1.1\r\nHost: x\r\n\r\n", feed->token);

      g_output_stream_write_all (g_io_stream_get_output_stream (streams->pdata[i]), request, strlen (request),
                                 NULL, NULL, NULL);
    }
  for (guint i = 0; i < all->n; i++)
    {
      char buffer[65536];
      gssize n;

      while ((n = g_input_stream_read (g_io_stream_get_input_stream (streams->pdata[i]), buffer,
                                       sizeof buffer, NULL, NULL))
             > 0)
        all->bytes += (gsize) n;
    }
  g_atomic_int_set (&all->done, 1);
  g_main_context_wakeup (NULL);
  return NULL;
}

/* Milliseconds; @megabytes is set to what all of them got. */
static inline double
subscribe (const StafetServerSource *source, gpointer data, StafetClock *clock, StafetPlan *plan, guint n,
           double *megabytes)
{
  g_autoptr (StafetServer) server = stafet_server_new ("127.0.0.1:0", clock, source, data, NULL);
  Subscribers all = { .feeds = stafet_snapshot_all (stafet_plan_get_snapshot (plan), STAFET_KIND_FEED),
                      .n = n };
  gint64 begun = g_get_monotonic_time ();
  GThread *thread;

  all.address = g_network_address_parse_uri (stafet_server_get_address (server), 80, NULL);
  thread = g_thread_new ("subscribers", subscribe_cb, &all);
  while (!g_atomic_int_get (&all.done))
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  g_object_unref (all.address);
  *megabytes = (double) all.bytes / 1e6;
  return (double) (g_get_monotonic_time () - begun) / 1000.0;
}
