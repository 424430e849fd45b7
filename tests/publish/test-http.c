/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the parser of requests to RFC 9112, and replies to what calendar programs need.
 */
#include "publish/stafet-http-reply.h"
#include "publish/stafet-serve-name.h"

#include "../fuzz/fuzz-http-request.c"

#define NOW 1795513200 /* 2026-11-24T09:40:00Z */
#define THEN 1795500000
#define HOST "Host: x\r\n"

static StafetHttpVerdict
parse (const char *text, StafetHttpRequest *request)
{
  return stafet_http_request_parse (text, strlen (text), request);
}

static void
heads_are_read_or_refused (void)
{
  static const struct
  {
    const char *text;
    StafetHttpVerdict verdict;
  } cases[] = {
    { "", STAFET_HTTP_MORE },
    { "GET /a HTTP/1.1", STAFET_HTTP_MORE },
    { "GET /a HTTP/1.1\r\n", STAFET_HTTP_MORE },
    { "GET /a HTTP/1.1\r\n" HOST, STAFET_HTTP_MORE },
    { "GET /a HTTP/1.1\r\n" HOST "\r\n", STAFET_HTTP_OK },
    { "GET /a HTTP/1.1\n" HOST "\n", STAFET_HTTP_OK },
    { "HEAD /a HTTP/1.0\r\n\r\n", STAFET_HTTP_OK },
    { "GET http://x/a HTTP/1.1\r\n" HOST "\r\n", STAFET_HTTP_OK },
    { "GET /a HTTP/1.1\r\n" HOST "\r\nGET /b HTTP/1.1\r\n", STAFET_HTTP_OK },
    { "POST /a HTTP/1.1\r\n" HOST "\r\n", STAFET_HTTP_NOT_ALLOWED },
    { "get /a HTTP/1.1\r\n" HOST "\r\n", STAFET_HTTP_NOT_ALLOWED },
    { "GET /a\r\n\r\n", STAFET_HTTP_BAD },
    { "GET /a\r\n", STAFET_HTTP_BAD },
    { "GET  /a HTTP/1.1\r\n" HOST "\r\n", STAFET_HTTP_BAD },
    { "GET a HTTP/1.1\r\n" HOST "\r\n", STAFET_HTTP_BAD },
    { "GET * HTTP/1.1\r\n" HOST "\r\n", STAFET_HTTP_BAD },
    { "GET /a HTTP/1.1\r\n\r\n", STAFET_HTTP_BAD },
    { "GET /a HTTP/1.1\r\n" HOST HOST "\r\n", STAFET_HTTP_BAD },
    { "GET /a HTTP/2.0\r\n" HOST "\r\n", STAFET_HTTP_VERSION },
    { "GET /a HTTP/1.1x\r\n" HOST "\r\n", STAFET_HTTP_BAD },
    { "GET /a HTTP/1.1\r\nHost : x\r\n\r\n", STAFET_HTTP_BAD },
    { "GET /a HTTP/1.1\r\n" HOST " folded\r\n\r\n", STAFET_HTTP_BAD },
    { "GET /a HTTP/1.1\r\n" HOST "nothing\r\n\r\n", STAFET_HTTP_BAD },
    { "GET /a HTTP/1.1\r\n" HOST "A: b\rc\r\n\r\n", STAFET_HTTP_BAD },
    { "GET /a\tb HTTP/1.1\r\n" HOST "\r\n", STAFET_HTTP_OK },
    { "GET /a\x01 HTTP/1.1\r\n" HOST "\r\n", STAFET_HTTP_BAD },
    { "GET /a#b HTTP/1.1\r\n" HOST "\r\n", STAFET_HTTP_BAD },
    { "\r\n\r\n", STAFET_HTTP_BAD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strescape (cases[i].text, NULL);
      StafetHttpRequest request;

      g_test_message ("%s", text);
      g_assert_cmpint (parse (cases[i].text, &request), ==, cases[i].verdict);
    }
}

static void
assert_piece (const StafetHttpPiece *piece, const char *expected)
{
  g_assert_cmpmem (piece->at, piece->length, expected, strlen (expected));
}

static void
pieces_are_as_they_were_sent (void)
{
  StafetHttpRequest request;

  g_assert_cmpint (
    parse ("HEAD http://x:80/%2e%2e/a.ics?b=/c HTTP/1.1\r\nHOST: x\r\n"
           "if-none-match:  \"a\", W/\"b\" \r\nIf-Modified-Since: then\r\nIf-None-Match: *\r\n\r\n",
           &request),
    ==, STAFET_HTTP_OK);
  g_assert_true (request.head_only);
  assert_piece (&request.path, "/%2e%2e/a.ics");
  assert_piece (&request.none_match, "\"a\", W/\"b\"");
  assert_piece (&request.modified_since, "then");
  g_assert_cmpint (parse ("GET http://x HTTP/1.1\r\n" HOST "\r\n", &request), ==, STAFET_HTTP_OK);
  assert_piece (&request.path, "/");
}

static void
nul_is_no_text (void)
{
  static const char first[] = "GET /a\0b HTTP/1.1\r\n" HOST "\r\n",
                    header[] = "GET /a HTTP/1.1\r\n" HOST "A: \0\r\n\r\n",
                    method[] = "G\0T /a HTTP/1.1\r\n" HOST "\r\n",
                    name[] = "GET /a HTTP/1.1\r\n" HOST "A\0: b\r\n\r\n";
  StafetHttpRequest request;

  g_assert_cmpint (stafet_http_request_parse (first, sizeof first - 1, &request), ==, STAFET_HTTP_BAD);
  g_assert_cmpint (stafet_http_request_parse (header, sizeof header - 1, &request), ==, STAFET_HTTP_BAD);
  g_assert_cmpint (stafet_http_request_parse (method, sizeof method - 1, &request), ==, STAFET_HTTP_BAD);
  g_assert_cmpint (stafet_http_request_parse (name, sizeof name - 1, &request), ==, STAFET_HTTP_BAD);
}

static void
too_much_is_refused_before_it_ends (void)
{
  g_autoptr (GString) line = g_string_new ("GET /");
  g_autoptr (GString) head = g_string_new ("GET /a HTTP/1.1\r\n" HOST);
  StafetHttpRequest request;

  while (line->len <= STAFET_HTTP_LINE_MAX)
    g_string_append_c (line, 'a');
  g_assert_cmpint (parse (line->str, &request), ==, STAFET_HTTP_LINE_TOO_LONG);
  while (head->len <= STAFET_HTTP_HEAD_MAX)
    g_string_append (head, "A: b\r\n");
  g_assert_cmpint (parse (head->str, &request), ==, STAFET_HTTP_HEAD_TOO_LARGE);
  g_string_append (head, "\r\n");
  g_assert_cmpint (parse (head->str, &request), ==, STAFET_HTTP_HEAD_TOO_LARGE);
}

/* However a request comes in pieces, it is complete at its last byte and not before. */
static void
every_prefix_wants_more (void)
{
  static const char text[] = "GET /a HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"a\"\r\n\r\n";
  StafetHttpRequest request;

  for (gsize length = 0; length < sizeof text - 1; length++)
    g_assert_cmpint (stafet_http_request_parse (text, length, &request), ==, STAFET_HTTP_MORE);
  g_assert_cmpint (parse (text, &request), ==, STAFET_HTTP_OK);
}

static void
mutations_are_harmless (void)
{
  static const char *const seeds[] = {
    "GET /0123456789abcdef0123456789abcdef.ics HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"a\", W/\"b\"\r\n\r\n",
    "HEAD http://x:8080/a?b#c HTTP/1.0\r\nIf-Modified-Since: Tue, 24 Nov 2026 09:40:00 GMT\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n0123456789",
  };
  static const char splices[] = "\r\n\0 :/\"*,%?#\xff\x7f";
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (seeds[i % (int) G_N_ELEMENTS (seeds)]);

      for (int n = g_rand_int_range (rand, 1, 6); n > 0 && text->len > 0; n--)
        {
          gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) text->len);

          switch (g_rand_int_range (rand, 0, 4))
            {
            case 0:
              text->str[at] = splices[g_rand_int_range (rand, 0, sizeof splices)];
              break;
            case 1:
              g_string_erase (text, (gssize) at, 1);
              break;
            case 2:
              g_string_insert_c (text, (gssize) at, splices[g_rand_int_range (rand, 0, sizeof splices)]);
              break;
            default:
              g_string_truncate (text, at);
            }
        }
      LLVMFuzzerTestOneInput ((const guint8 *) text->str, text->len);
    }
}

/* ——— Replies ——— */

static char *
reply_to (const char *request_text, StafetInstant modified)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("BEGIN:VCALENDAR", 15);
  g_autoptr (StafetHttpFile) file =
    stafet_http_file_new (body, "text/calendar; charset=utf-8", modified, TRUE);
  StafetHttpRequest request;
  g_autoptr (GBytes) reply = NULL;

  g_assert_cmpint (parse (request_text, &request), ==, STAFET_HTTP_OK);
  reply = stafet_http_reply_new (&request, file, NOW);
  return g_strndup (g_bytes_get_data (reply, NULL), g_bytes_get_size (reply));
}

static void
a_file_has_the_headers_that_calendars_need (void)
{
  g_autofree char *get = reply_to ("GET /a HTTP/1.0\r\n\r\n", THEN);
  g_autofree char *head = reply_to ("HEAD /a HTTP/1.0\r\n\r\n", THEN);

  g_assert_true (g_str_has_prefix (get, "HTTP/1.1 200 OK\r\nDate: Tue, 24 Nov 2026 09:40:00 GMT\r\n"));
  g_assert_nonnull (strstr (get, "\r\nContent-Type: text/calendar; charset=utf-8\r\n"));
  g_assert_nonnull (strstr (get, "\r\nContent-Length: 15\r\n"));
  g_assert_nonnull (strstr (get, "\r\nLast-Modified: Tue, 24 Nov 2026 06:00:00 GMT\r\n"));
  g_assert_nonnull (strstr (get, "\r\nCache-Control: private, max-age=900\r\n"));
  g_assert_nonnull (strstr (get, "\r\nETag: \""));
  g_assert_null (strstr (get, "Content-Disposition"));
  g_assert_null (strstr (get, "Content-Encoding"));
  g_assert_true (g_str_has_suffix (get, "\r\n\r\nBEGIN:VCALENDAR"));
  g_assert_true (g_str_has_suffix (head, "\r\n\r\n"));
  g_assert_true (g_str_has_prefix (get, head));
}

static char *
etag_of (const char *reply)
{
  const char *begin = strstr (reply, "ETag: ") + strlen ("ETag: ");

  return g_strndup (begin, strcspn (begin, "\r"));
}

static void
both_validators_answer_304 (void)
{
  g_autofree char *get = reply_to ("GET /a HTTP/1.0\r\n\r\n", THEN);
  g_autofree char *etag = etag_of (get);
  const struct
  {
    char *header;
    StafetInstant modified;
    gboolean known;
  } cases[] = {
    { g_strdup_printf ("If-None-Match: %s", etag), THEN, TRUE },
    { g_strdup_printf ("If-None-Match: \"x\", W/%s", etag), THEN, TRUE },
    { g_strdup ("If-None-Match: *"), THEN, TRUE },
    { g_strdup ("If-None-Match: \"x\""), THEN, FALSE },
    { g_strdup ("If-None-Match:"), THEN, FALSE },
    { g_strdup ("If-Modified-Since: Tue, 24 Nov 2026 06:00:00 GMT"), THEN, TRUE },
    { g_strdup ("If-Modified-Since: Tue, 24 Nov 2026 06:00:00 GMT"), THEN + 1, FALSE },
    { g_strdup ("If-Modified-Since: Tue, 24 Nov 2026 06:00:00 GMT"), STAFET_INSTANT_NONE, FALSE },
    { g_strdup ("If-None-Match: \"x\"\r\nIf-Modified-Since: Tue, 24 Nov 2026 06:00:00 GMT"), THEN, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *request = g_strdup_printf ("GET /a HTTP/1.0\r\n%s\r\n\r\n", cases[i].header);
      g_autofree char *reply = reply_to (request, cases[i].modified);

      g_test_message ("%s", cases[i].header);
      g_assert_cmpint (g_str_has_prefix (reply, "HTTP/1.1 304 Not Modified\r\n"), ==, cases[i].known);
      g_assert_cmpint (g_str_has_suffix (reply, "BEGIN:VCALENDAR"), ==, !cases[i].known);
      g_free (cases[i].header);
    }
}

static void
only_published_names_are_names (void)
{
#define TOKEN "0123456789abcdef0123456789abcdef"
  static const char *const none[] = { "",
                                      TOKEN,
                                      TOKEN ".icsx",
                                      TOKEN ".ics.stafet-aaaaaa",
                                      ".htaccess",
                                      "nginx.conf.eksempel",
                                      "0" TOKEN ".ics",
                                      TOKEN "0.ics",
                                      "index.html",
                                      "0123456789ABCDEF0123456789abcdef.ics" };
  char token[STAFET_TOKEN_LENGTH + 1];
  StafetServeKind kind;

  g_assert_true (stafet_serve_name_parse (TOKEN ".ics", &kind, token));
  g_assert_cmpint (kind, ==, STAFET_SERVE_CALENDAR);
  g_assert_cmpstr (token, ==, TOKEN);
  g_assert_true (stafet_serve_name_parse (TOKEN ".html", &kind, token));
  g_assert_cmpint (kind, ==, STAFET_SERVE_PAGE);
  g_assert_true (stafet_serve_name_parse ("stafet-heartbeat.json", &kind, token));
  g_assert_cmpint (kind, ==, STAFET_SERVE_HEARTBEAT);
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (stafet_serve_name_parse (none[i], &kind, token));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/http/heads-are-read-or-refused", heads_are_read_or_refused);
  g_test_add_func ("/publish/http/pieces-are-as-they-were-sent", pieces_are_as_they_were_sent);
  g_test_add_func ("/publish/http/nul-is-no-text", nul_is_no_text);
  g_test_add_func ("/publish/http/too-much-is-refused-before-it-ends", too_much_is_refused_before_it_ends);
  g_test_add_func ("/publish/http/every-prefix-wants-more", every_prefix_wants_more);
  g_test_add_func ("/publish/http/mutations-are-harmless", mutations_are_harmless);
  g_test_add_func ("/publish/http/a-file-has-the-headers-that-calendars-need",
                   a_file_has_the_headers_that_calendars_need);
  g_test_add_func ("/publish/http/both-validators-answer-304", both_validators_answer_304);
  g_test_add_func ("/publish/http/only-published-names-are-names", only_published_names_are_names);
  return g_test_run ();
}
