/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The headers that calendar programs need, as nginx and Apache spell them: type and character set, cache
 * time, both validators (which either server sends of itself), no compression, no listing, no log
 * of the names, and one and the same 404 for every address that is not published.
 */
#include "stafet-publish-samples.h"

#include "stafet-publish-posix.h"

#include <string.h>

static const char nginx_text[] =
  "location /kalender/ {\n"
  "    return 404;\n"
  "}\n"
  "location ~ "
  "\"^/kalender/"
  "([0-9a-f]{32}\\.(ics|html)|stafet-publish\\.ics|stafet-heartbeat\\.json|netvaerkssmed\\.html)$\" {\n"
  "    alias \"%s/$1\";\n"
  "    limit_except GET { deny all; }\n"
  "    access_log off;\n"
  "    autoindex off;\n"
  "    gzip off;\n"
  "    etag on;\n"
  "    types { text/calendar ics; text/html html; application/json json; }\n"
  "    charset utf-8;\n"
  "    charset_types text/calendar text/html application/json;\n"
  "    add_header Cache-Control \"private, max-age=900\";\n"
  "    add_header X-Robots-Tag \"noindex\";\n"
  "}\n";

static const char apache_text[] =
  "Alias \"/kalender/\" \"%s/\"\n"
  "RedirectMatch 404 "
  "\"^/kalender/"
  "(?!([0-9a-f]{32}\\.(ics|html)|stafet-publish\\.ics|stafet-heartbeat\\.json|netvaerkssmed\\.html)$)\"\n"
  "# CustomLog ... env=!dontlog\n"
  "SetEnvIf Request_URI \"^/kalender/\" dontlog\n"
  "<Directory \"%s\">\n"
  "    Options None\n"
  "    AllowOverride None\n"
  "    Require method GET HEAD\n"
  "    FileETag MTime Size\n"
  "    SetEnv no-gzip 1\n"
  "    AddType \"text/calendar; charset=utf-8\" .ics\n"
  "    AddType \"text/html; charset=utf-8\" .html\n"
  "    AddType \"application/json; charset=utf-8\" .json\n"
  "    Header set Cache-Control \"private, max-age=900\"\n"
  "    Header set X-Robots-Tag \"noindex\"\n"
  "</Directory>\n";

static gboolean
write_sample (const char *folder, const char *name, const GString *text, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *old = NULL;

  if (g_file_get_contents (path, &old, NULL, NULL) && strcmp (old, text->str) == 0)
    return TRUE;
  return stafet_publish_write (path, text, error);
}

static GString *
begin_sample (StafetLanguage language)
{
  GString *text = g_string_new ("# ");

  g_string_append (text, stafet_i18n_text (language, N_ ("A sample from Stafet: serves the calendars of this "
                                                         "folder as /kalender/TOKEN.ics. Adapt it.")));
  g_string_append_c (text, '\n');
  return text;
}

gboolean
stafet_publish_samples_write (const char *folder, StafetLanguage language, GError **error)
{
  g_autoptr (GString) nginx = begin_sample (language);
  g_autoptr (GString) apache = begin_sample (language);

  g_string_append_printf (nginx, nginx_text, folder);
  g_string_append_printf (apache, apache_text, folder, folder);
  return write_sample (folder, "nginx.conf.eksempel", nginx, error)
         && write_sample (folder, "apache.conf.eksempel", apache, error);
}
