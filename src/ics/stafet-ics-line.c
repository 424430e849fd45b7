/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts an iCalendar stream into lines, and lines into name, parameters and value.
 */
#include "stafet-ics-line.h"

#include <string.h>

/* Where a line break at @c is followed by white space, the octet after it; else NULL. */
static const char *
fold_end (const char *c)
{
  if (*c == '\r')
    c++;
  if (*c != '\n')
    return NULL;
  return c[1] == ' ' || c[1] == '\t' ? c + 2 : NULL;
}

gsize
stafet_ics_unfold (char *text, gsize length)
{
  const char *from = text, *end = text + length;
  char *to = text;

  while (from < end)
    {
      const char *feed = memchr (from, '\n', (gsize) (end - from));
      const char *stop = feed == NULL ? end : feed > from && feed[-1] == '\r' ? feed - 1 : feed;
      const char *behind = feed != NULL ? fold_end (stop) : NULL;
      gsize n = (gsize) ((behind != NULL || feed == NULL ? stop : feed + 1) - from);

      memmove (to, from, n);
      to += n;
      from = behind != NULL ? behind : feed != NULL ? feed + 1 : end;
    }
  *to = '\0';
  return (gsize) (to - text);
}

/* The colon before the value: not inside a quoted parameter. NULL: it is no line. */
static char *
find_colon (char *line)
{
  gboolean quoted = FALSE;

  for (; *line != '\0'; line++)
    if (*line == '"')
      quoted = !quoted;
    else if (*line == ':' && !quoted)
      return line;
  return NULL;
}

static void
cut (char *text, StafetIcsLine *line)
{
  char *colon = find_colon (text);
  char *semicolon;

  line->name = line->parameters = line->value = text + strlen (text);
  if (colon == NULL)
    return;
  *colon = '\0';
  line->name = text;
  line->value = colon + 1;
  line->parameters = colon;
  semicolon = strchr (text, ';');
  if (semicolon == NULL)
    return;
  *semicolon = '\0';
  line->parameters = semicolon + 1;
}

gboolean
stafet_ics_line_next (char **at, StafetIcsLine *line)
{
  char *text, *feed, *end;

  while (**at == '\r' || **at == '\n')
    (*at)++;
  if (**at == '\0')
    return FALSE;
  text = *at;
  feed = strchr (text, '\n');
  end = feed != NULL ? feed : text + strlen (text);
  *at = feed != NULL ? feed + 1 : end;
  if (end > text && end[-1] == '\r')
    end--;
  *end = '\0';
  line->length = (gsize) (end - text);
  cut (text, line);
  return TRUE;
}

char *
stafet_ics_line_raw (StafetIcsLine *line)
{
  if (line->parameters != line->value - 1 && line->parameters > line->name)
    line->parameters[-1] = ';';
  if (line->value > line->name)
    line->value[-1] = ':';
  return line->name;
}

gboolean
stafet_ics_line_is (const StafetIcsLine *line, const char *name)
{
  return g_ascii_strcasecmp (line->name, name) == 0;
}

/* The end of one parameter: a semicolon outside quotation marks. */
static const char *
parameter_end (const char *c)
{
  gboolean quoted = FALSE;

  for (; *c != '\0' && (quoted || *c != ';'); c++)
    if (*c == '"')
      quoted = !quoted;
  return c;
}

char *
stafet_ics_line_parameter (const StafetIcsLine *line, const char *name)
{
  gsize length = strlen (name);

  for (const char *c = line->parameters; *c != '\0';)
    {
      const char *end = parameter_end (c);

      if (g_ascii_strncasecmp (c, name, length) == 0 && c[length] == '=')
        {
          const char *value = c + length + 1;
          gsize n = (gsize) (end - value);

          return n >= 2 && value[0] == '"' && value[n - 1] == '"' ? g_strndup (value + 1, n - 2)
                                                                  : g_strndup (value, n);
        }
      c = *end == ';' ? end + 1 : end;
    }
  return NULL;
}

char *
stafet_ics_unescape (char *text)
{
  char *to = strchr (text, '\\');

  if (to == NULL)
    return text;
  for (const char *from = to; *from != '\0'; from++)
    if (*from == '\\' && from[1] != '\0')
      {
        from++;
        *to++ = *from == 'n' || *from == 'N' ? '\n' : *from;
      }
    else
      *to++ = *from;
  *to = '\0';
  return text;
}
