/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the order: whoever reads it knows servers, and nothing of Stafet.
 */
#include "stafet-publish-order.h"

static const char *const paragraphs[] = {
  N_ ("Order: a place for calendars that nursing homes subscribe to"),
  N_ ("Our planning program Stafet writes small calendar files (.ics) and pages (.html) that the nursing "
      "homes' "
      "calendar programs fetch by themselves. The files are static: nothing runs on the server, and nobody "
      "signs in "
      "to read. Each file's name is a secret of 32 random characters."),
  N_ ("What we need, one of the two:"),
  N_ (
    "1. A folder that this computer can write to (a drive letter or a share), which a web server serves; or"),
  N_ ("2. A WebDAV address with a user name and a password that may only write there."),
  N_ ("And what the web server must do:"),
  N_ ("- serve the folder by https, with a certificate that everybody's programs trust, open to the internet "
      "or at "
      "least to the nursing homes' network"),
  N_ ("- answer GET and HEAD without asking for a password, with no page in between"),
  N_ ("- send .ics files as “Content-Type: text/calendar; charset=utf-8”, with ETag, Last-Modified and "
      "“Cache-Control: private, max-age=900”, uncompressed and not as a download"),
  N_ ("- show no list of the folder's files, and answer 404 alike for every name that is not there"),
  N_ ("- keep the file names out of logs and statistics, or the logs short and closed: whoever knows a name "
      "can "
      "read the file"),
  N_ ("- let nothing be found by search engines"),
  N_ ("Stafet writes sample configurations for nginx and Apache into the folder, which do all of this."),
  N_ ("The files take less than 500 MB. They hold names of volunteers only where we have chosen so, "
      "and "
      "never telephone numbers, addresses or notes about them."),
  N_ (
    "Please answer with the folder or the WebDAV address, and the https address under which the files can be "
    "read."),
  NULL
};

/* Lines of a list stand together. */
static gboolean
is_item (const char *text)
{
  return text != NULL && (g_str_has_prefix (text, "- ") || g_ascii_isdigit (text[0]));
}

char *
stafet_publish_order_write (StafetSnapshot *snapshot, StafetLanguage language)
{
  const GPtrArray *feeds = stafet_snapshot_all (snapshot, STAFET_KIND_FEED);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; paragraphs[i] != NULL; i++)
    {
      g_string_append (text, stafet_i18n_text (language, paragraphs[i]));
      g_string_append (text, is_item (paragraphs[i]) && is_item (paragraphs[i + 1]) ? "\n" : "\n\n");
    }
  g_string_append_printf (text,
                          stafet_i18n_plural (language, "At present there is %u calendar.",
                                              "At present there are %u calendars.", feeds->len),
                          feeds->len);
  return g_string_free (text, FALSE);
}
