/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small web server for calendars and pages, for preview and behind a reverse proxy (DESIGN.md §8).
 *
 * GET and HEAD of single files, one request a connection; whoever is slow is cut, and nothing is ever logged:
 * the names of files are secrets. It runs in the main context that it was made in.
 */
#pragma once

#include "core/stafet-clock.h"
#include "stafet-http-reply.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A client has so many milliseconds for its request, and between two pieces of the answer that it takes. */
#define STAFET_SERVER_PATIENCE_MS 5000
/* So many are served at once; further ones wait in the socket's backlog. */
#define STAFET_SERVER_CONNECTIONS 512
#define STAFET_SERVER_BACKLOG 1024

typedef struct _StafetServer StafetServer;

/* Where files come from. */
typedef struct
{
  /* Starts to find the file called @name, letters, digits, points, dashes and underscores alone, and calls
   * @found once, now or later, with it or NULL (borrowed). Both must look alike to the clock for every name
   * that is not there. */
  void (*find) (gpointer source, const char *name, void (*found) (gpointer data, StafetHttpFile *file),
                gpointer data);
} StafetServerSource;

/* Listens on @listen, "127.0.0.1:8080" or "[::1]:0": port 0 is any free one. @source and @data are borrowed.
 * NULL and a sentence when it cannot. */
StafetServer *stafet_server_new (const char *listen, StafetClock *clock, const StafetServerSource *source,
                                 gpointer data, GError **error);
/* Connections under way are dropped. */
void stafet_server_free (StafetServer *self);

/* "http://127.0.0.1:43211/". Borrowed. */
const char *stafet_server_get_address (StafetServer *self);
/* Whether only programs of this machine reach it. */
gboolean stafet_server_is_loopback (StafetServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetServer, stafet_server_free)

G_END_DECLS
