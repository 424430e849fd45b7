/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One request and its answer, bounded in time and size, with every failure in a sentence.
 *
 * Not safe to share between threads. Errors are of STAFET_PUBLISH_ERROR.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _StafetHttp StafetHttp;

typedef struct
{
  guint status;                 /* RFC 9110 §15 */
  char *etag, *type, *modified; /* of the headers; nullable */
  char *location;               /* where a redirect leads to; nullable */
  GBytes *body;                 /* never NULL */
} StafetHttpAnswer;

/* @user, @password: nullable. Given, they go to nobody but the server that is asked, never in the clear, and
 * no redirect is followed; without them GET and HEAD follow five, never from https to http. @seconds: for the
 * whole of one answer; what is sent adds to it. */
StafetHttp *stafet_http_new (const char *user, const char *password, guint seconds);
void stafet_http_free (StafetHttp *self);
/* An answer also ends where nothing comes for @idle seconds, and with G_IO_ERROR_CANCELLED when @cancellable
 * is; it is kept. */
void stafet_http_set_limits (StafetHttp *self, guint idle, GCancellable *cancellable);

/* Sends and waits. @headers: names and values by turns, NULL at the end; nullable. @body: nullable. An answer
 * of any status is no error, one of more than 10 MB is. */
StafetHttpAnswer *stafet_http_send (StafetHttp *self, const char *method, const char *address,
                                    const char *const *headers, GBytes *body, const char *type,
                                    GError **error);
void stafet_http_answer_free (StafetHttpAnswer *self);
/* Sets the sentence for a status that was not hoped for. Always FALSE. */
gboolean stafet_http_answer_refuse (const StafetHttpAnswer *self, const char *address, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetHttp, stafet_http_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetHttpAnswer, stafet_http_answer_free)

G_END_DECLS
