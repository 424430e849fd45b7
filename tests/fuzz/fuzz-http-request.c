/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libFuzzer's entry to the parser of requests: whatever comes, the pieces lie within the bytes, a prefix of a
 * request that is refused stays refused, and the answer is a whole HTTP message.
 */
#include "publish/stafet-http-reply.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
assert_within (const StafetHttpPiece *piece, const char *bytes, gsize length)
{
  if (piece->at == NULL)
    g_assert_cmpuint (piece->length, ==, 0);
  /* "/" of a target that has only an authority is a text of the parser's own. */
  else if (piece->length != 1 || piece->at[0] != '/')
    g_assert_true (piece->at >= bytes && piece->at + piece->length <= bytes + length);
}

static void
assert_message (GBytes *reply)
{
  gsize length;
  const char *text = g_bytes_get_data (reply, &length);

  g_assert_cmpuint (length, >, strlen ("HTTP/1.1 200 OK"));
  g_assert_true (memcmp (text, "HTTP/1.1 ", 9) == 0);
  g_assert_nonnull (g_strstr_len (text, (gssize) length, "\r\n\r\n"));
}

static void
assert_answer (StafetHttpVerdict verdict, const StafetHttpRequest *request)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("body", 4);
  g_autoptr (StafetHttpFile) file =
    stafet_http_file_new (body, "text/calendar; charset=utf-8", 1795500000, TRUE);
  g_autoptr (GBytes) reply = verdict == STAFET_HTTP_OK ? stafet_http_reply_new (request, file, 1795513200)
                                                       : stafet_http_refusal_new (verdict, 1795513200);

  assert_message (reply);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  /* A block of its own, so that a sanitizer sees a byte read too far. */
  g_autofree char *bytes = g_memdup2 (data, size);
  StafetHttpRequest request, again;
  StafetHttpVerdict verdict = stafet_http_request_parse (bytes, size, &request);

  g_assert_cmpint (stafet_http_request_parse (bytes, size, &again), ==, verdict);
  if (verdict == STAFET_HTTP_MORE)
    {
      g_assert_cmpuint (size, <=, STAFET_HTTP_HEAD_MAX);
      return 0;
    }
  if (verdict == STAFET_HTTP_OK)
    {
      assert_within (&request.path, bytes, size);
      assert_within (&request.none_match, bytes, size);
      assert_within (&request.modified_since, bytes, size);
      g_assert_cmpint (request.path.at[0], ==, '/');
    }
  assert_answer (verdict, &request);
  return 0;
}
