/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shape of a CPR number.
 */
#include "stafet-cpr.h"

#include "stafet-date.h"

static gsize
run_of_digits (const char *text)
{
  gsize n = 0;

  while (g_ascii_isdigit (text[n]))
    n++;
  return n;
}

/* ddmmyy is a date in one of the centuries that CPR numbers know. */
static gboolean
is_birthday (const char *d)
{
  int day = (d[0] - '0') * 10 + d[1] - '0', month = (d[2] - '0') * 10 + d[3] - '0';
  int year = (d[4] - '0') * 10 + d[5] - '0';

  return stafet_date_new (1900 + year, month, day) != STAFET_DATE_NONE
         || stafet_date_new (2000 + year, month, day) != STAFET_DATE_NONE;
}

static gboolean
is_cpr (const char *text, gsize digits)
{
  if (digits == 10)
    return is_birthday (text);
  return digits == 6 && (text[6] == '-' || text[6] == ' ') && run_of_digits (text + 7) == 4
         && is_birthday (text);
}

gboolean
stafet_cpr_find (const char *text, int *offset)
{
  for (const char *c = text; *c != '\0';)
    {
      gsize digits = run_of_digits (c);

      if (digits == 0)
        {
          c++;
          continue;
        }
      if (is_cpr (c, digits))
        {
          if (offset != NULL)
            *offset = (int) (c - text);
          return TRUE;
        }
      c += digits;
    }
  return FALSE;
}
