/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the head of one HTTP request (RFC 9112), as a server needs it that only hands files out.
 *
 * A pure function of the bytes: nothing is allocated, nothing is decoded, and what is odd is refused.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A head is at most so many bytes, its first line at most so many. */
#define STAFET_HTTP_HEAD_MAX 8192
#define STAFET_HTTP_LINE_MAX 2048

typedef enum
{
  STAFET_HTTP_MORE = 0,          /* the head is not complete yet */
  STAFET_HTTP_OK = 200,          /* GET or HEAD */
  STAFET_HTTP_BAD = 400,         /* no request of HTTP/1 */
  STAFET_HTTP_NOT_ALLOWED = 405, /* another method */
  STAFET_HTTP_LINE_TOO_LONG = 414,
  STAFET_HTTP_HEAD_TOO_LARGE = 431,
  STAFET_HTTP_VERSION = 505
} StafetHttpVerdict;

/* A piece of the request's bytes; NULL and 0 when there is none. */
typedef struct
{
  const char *at;
  gsize length;
} StafetHttpPiece;

typedef struct
{
  gboolean head_only;             /* HEAD */
  StafetHttpPiece path;           /* from its "/" on, without query, as it was sent */
  StafetHttpPiece none_match;     /* the value of If-None-Match */
  StafetHttpPiece modified_since; /* the value of If-Modified-Since */
} StafetHttpRequest;

/* @bytes: what has come so far, of which nothing needs to be whole. @request is filled in on OK and
 * NOT_ALLOWED and borrows from @bytes. What follows the head, a body or another request, is not looked at. */
StafetHttpVerdict stafet_http_request_parse (const char *bytes, gsize length, StafetHttpRequest *request);

G_END_DECLS
