/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes and reads the mark. Its event lies in the past, where no calendar program shows it.
 */
#include "stafet-publish-mark.h"

#include <string.h>

#define UID_START "\nUID:stafet-store-"
#define UID_END "@stafet"
#define IDENTITY_LENGTH 32

GString *
stafet_publish_mark_write (const char *identity, StafetLanguage language)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\r\n"
                                "VERSION:2.0\r\n"
                                "PRODID:-//Stafet//Stafet//DA\r\n"
                                "METHOD:PUBLISH\r\n"
                                "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"
                                "X-PUBLISHED-TTL:PT1H\r\n");
  const char *title = stafet_i18n_text (language, N_ ("Stafet publishes calendars here"));

  g_string_append_printf (text,
                          "NAME:%s\r\n"
                          "X-WR-CALNAME:%s\r\n"
                          "BEGIN:VEVENT\r\n"
                          "UID:stafet-store-%s" UID_END "\r\n"
                          "DTSTAMP:20000101T000000Z\r\n"
                          "LAST-MODIFIED:20000101T000000Z\r\n"
                          "SEQUENCE:0\r\n"
                          "DTSTART;VALUE=DATE:20000101\r\n"
                          "DTEND;VALUE=DATE:20000102\r\n"
                          "SUMMARY:%s\r\n"
                          "TRANSP:TRANSPARENT\r\n"
                          "END:VEVENT\r\n"
                          "END:VCALENDAR\r\n",
                          title, title, identity, title);
  return text;
}

char *
stafet_publish_mark_read (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (data != NULL ? data : "", length);
  const char *uid = strstr (text, UID_START);

  if (uid == NULL)
    return NULL;
  uid += strlen (UID_START);
  if (strlen (uid) < IDENTITY_LENGTH || !g_str_has_prefix (uid + IDENTITY_LENGTH, UID_END))
    return NULL;
  return g_strndup (uid, IDENTITY_LENGTH);
}
