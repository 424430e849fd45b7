/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks over the lines of a request's head.
 */
#include "stafet-http-request.h"

#include <string.h>

/* ——— Pieces ——— */

/* Takes what comes before @mark off the front of @rest, and the mark with it. FALSE: there is no mark. */
static gboolean
take_until (StafetHttpPiece *rest, char mark, StafetHttpPiece *piece)
{
  const char *found = rest->length > 0 ? memchr (rest->at, mark, rest->length) : NULL;

  if (found == NULL)
    return FALSE;
  *piece = (StafetHttpPiece){ rest->at, (gsize) (found - rest->at) };
  rest->at = found + 1;
  rest->length -= piece->length + 1;
  return TRUE;
}

/* A line without its end: CRLF, or LF alone, which RFC 9112 §2.2 lets a recipient take. */
static gboolean
take_line (StafetHttpPiece *rest, StafetHttpPiece *line)
{
  if (!take_until (rest, '\n', line))
    return FALSE;
  if (line->length > 0 && line->at[line->length - 1] == '\r')
    line->length--;
  return TRUE;
}

static gboolean
piece_is (const StafetHttpPiece *piece, const char *text)
{
  return piece->length == strlen (text) && memcmp (piece->at, text, piece->length) == 0;
}

static StafetHttpPiece
strip (StafetHttpPiece piece)
{
  while (piece.length > 0 && (*piece.at == ' ' || *piece.at == '\t'))
    piece.at++, piece.length--;
  while (piece.length > 0 && (piece.at[piece.length - 1] == ' ' || piece.at[piece.length - 1] == '\t'))
    piece.length--;
  return piece;
}

/* Letters of a name: RFC 9110 §5.6.2. */
static gboolean
is_token (const StafetHttpPiece *piece)
{
  for (gsize i = 0; i < piece->length; i++)
    if (!g_ascii_isalnum (piece->at[i]) && strchr ("!#$%&'*+-.^_`|~", piece->at[i]) == NULL)
      return FALSE;
  /* strchr() finds the end of its own list, too. */
  return piece->length > 0 && memchr (piece->at, '\0', piece->length) == NULL;
}

/* Nothing in a head but text: no NUL, no control character but the tab, no CR within a line. */
static gboolean
is_text (const StafetHttpPiece *piece)
{
  for (gsize i = 0; i < piece->length; i++)
    if ((guchar) piece->at[i] < ' ' && piece->at[i] != '\t')
      return FALSE;
  return piece->length == 0 || memchr (piece->at, '\x7f', piece->length) == NULL;
}

/* ——— The first line ——— */

/* "http://house.example/x" is "/x": RFC 9112 §3.2.2. */
static StafetHttpPiece
without_authority (StafetHttpPiece target)
{
  const char scheme[] = "http://";
  const char *slash;

  if (target.length < strlen (scheme) || g_ascii_strncasecmp (target.at, scheme, strlen (scheme)) != 0)
    return target;
  target.at += strlen (scheme);
  target.length -= strlen (scheme);
  slash = target.length > 0 ? memchr (target.at, '/', target.length) : NULL;
  if (slash == NULL)
    return (StafetHttpPiece){ "/", 1 };
  target.length -= (gsize) (slash - target.at);
  target.at = slash;
  return target;
}

static gboolean
read_target (StafetHttpPiece target, StafetHttpPiece *path)
{
  StafetHttpPiece rest = without_authority (target);

  *path = rest;
  take_until (&rest, '?', path);
  return path->length > 0 && path->at[0] == '/' && memchr (path->at, '#', path->length) == NULL;
}

/* "GET /x HTTP/1.1". Without a version it would be HTTP/0.9, whose answers have no head. */
static StafetHttpVerdict
read_first (StafetHttpPiece line, StafetHttpRequest *request, gboolean *needs_host)
{
  StafetHttpPiece method, target;

  if (!is_text (&line) || !take_until (&line, ' ', &method) || !take_until (&line, ' ', &target)
      || !is_token (&method))
    return STAFET_HTTP_BAD;
  if (line.length != strlen ("HTTP/1.1") || memcmp (line.at, "HTTP/", 5) != 0 || !g_ascii_isdigit (line.at[5])
      || line.at[6] != '.' || !g_ascii_isdigit (line.at[7]))
    return STAFET_HTTP_BAD;
  if (line.at[5] != '1')
    return STAFET_HTTP_VERSION;
  *needs_host = line.at[7] != '0';
  request->head_only = piece_is (&method, "HEAD");
  if (!read_target (target, &request->path))
    return STAFET_HTTP_BAD;
  return request->head_only || piece_is (&method, "GET") ? STAFET_HTTP_OK : STAFET_HTTP_NOT_ALLOWED;
}

/* ——— The other lines ——— */

/* A continued line or a space before the colon is refused: RFC 9112 §5.1 and §5.2. Of a header that is there
 * twice the first one counts; two hosts are none. */
static gboolean
read_header (StafetHttpPiece line, StafetHttpRequest *request, guint *hosts)
{
  StafetHttpPiece name, value;

  if (!is_text (&line) || !take_until (&line, ':', &name) || !is_token (&name))
    return FALSE;
  value = strip (line);
  if (name.length == strlen ("host") && g_ascii_strncasecmp (name.at, "host", name.length) == 0)
    (*hosts)++;
  else if (name.length == strlen ("if-none-match") && request->none_match.at == NULL
           && g_ascii_strncasecmp (name.at, "if-none-match", name.length) == 0)
    request->none_match = value;
  else if (name.length == strlen ("if-modified-since") && request->modified_since.at == NULL
           && g_ascii_strncasecmp (name.at, "if-modified-since", name.length) == 0)
    request->modified_since = value;
  return TRUE;
}

/* What is known to be wrong is said before the head is complete, so that nobody sends it to the end. */
static StafetHttpVerdict
incomplete (gsize length, gboolean first, StafetHttpVerdict verdict)
{
  if (first)
    return length > STAFET_HTTP_LINE_MAX ? STAFET_HTTP_LINE_TOO_LONG : STAFET_HTTP_MORE;
  if (length > STAFET_HTTP_HEAD_MAX)
    return STAFET_HTTP_HEAD_TOO_LARGE;
  return verdict == STAFET_HTTP_BAD || verdict == STAFET_HTTP_VERSION ? verdict : STAFET_HTTP_MORE;
}

StafetHttpVerdict
stafet_http_request_parse (const char *bytes, gsize length, StafetHttpRequest *request)
{
  StafetHttpPiece rest = { bytes, length }, line;
  StafetHttpVerdict verdict;
  gboolean needs_host = FALSE;
  guint hosts = 0;

  *request = (StafetHttpRequest){ 0 };
  if (!take_line (&rest, &line))
    return incomplete (length, TRUE, STAFET_HTTP_MORE);
  if (line.length > STAFET_HTTP_LINE_MAX)
    return STAFET_HTTP_LINE_TOO_LONG;
  verdict = read_first (line, request, &needs_host);
  while (take_line (&rest, &line))
    {
      if ((gsize) (rest.at - bytes) > STAFET_HTTP_HEAD_MAX)
        return STAFET_HTTP_HEAD_TOO_LARGE;
      if (line.length == 0)
        return verdict != STAFET_HTTP_BAD && verdict != STAFET_HTTP_VERSION
                   && (hosts > 1 || (needs_host && hosts == 0))
                 ? STAFET_HTTP_BAD
                 : verdict;
      if (!read_header (line, request, &hosts))
        return STAFET_HTTP_BAD;
    }
  return incomplete (length, FALSE, verdict);
}
