/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command that serves calendars and pages until it is stopped.
 */
#include "publish/stafet-publish.h"
#include "publish/stafet-serve.h"
#include "stafet-cli.h"

#include <glib-unix.h>
#include <stdio.h>

static gboolean
stop_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_CONTINUE;
}

/* Whoever starts it in a script reads the port from the first line. Never a link: those are secrets. */
static void
tell (StafetServer *server)
{
  g_print (_ ("Serving at %s\n"), stafet_server_get_address (server));
  fflush (stdout);
  if (!stafet_server_is_loopback (server))
    g_printerr (
      _ ("stafetctl: Whoever reaches this machine can now read every calendar whose link they have, and "
         "others on the way can read along, because this is http. Let a web server with https stand "
         "before it, or leave out --listen.\n"));
}

static gboolean
serve (StafetCli *cli, const StafetServerSource *source, gpointer data, GError **error)
{
  g_autoptr (StafetServer) server =
    stafet_server_new (cli->listen != NULL ? cli->listen : "127.0.0.1:0", cli->clock, source, data, error);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  guint interrupt, terminate;

  if (server == NULL)
    return FALSE;
  interrupt = g_unix_signal_add (SIGINT, stop_cb, loop);
  terminate = g_unix_signal_add (SIGTERM, stop_cb, loop);
  tell (server);
  g_main_loop_run (loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  return TRUE;
}

static gboolean
serve_folder (StafetCli *cli, GError **error)
{
  g_autofree char *folder = g_canonicalize_filename (cli->folder, NULL);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, STAFET_PUBLISH_ERROR, STAFET_PUBLISH_ERROR_FOLDER,
                   _ ("“%s” is no folder. Name one that calendars were published to."), folder);
      return FALSE;
    }
  return serve (cli, &stafet_serve_folder_source, folder, error);
}

static gboolean
run_serve (StafetCli *cli, GError **error)
{
  g_autoptr (StafetServePlan) plan = NULL;

  if (cli->folder != NULL)
    return serve_folder (cli, error);
  if (!stafet_cli_open_plan (cli, error))
    return FALSE;
  plan = stafet_serve_plan_new (cli->plan);
  return serve (cli, &stafet_serve_plan_source, plan, error);
}

const StafetCommand stafet_cli_serving[] = {
  { "serve", "[--listen ADDRESS:PORT] [--folder DIR]",
    N_ ("Serves every calendar and its page to this machine, until it is stopped."), "listen folder", 0, 0,
    FALSE, run_serve },
  { NULL }
};
