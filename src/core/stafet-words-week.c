/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The times of a week in words: days with the same hours are said together, in the order of the first.
 */
#include "stafet-rule.h"
#include "stafet-text.h"
#include "stafet-volunteer.h"
#include "stafet-words.h"

#define SHORTEST_RUN 3 /* days that are said as "mandag–onsdag" */
#define HOUR 60

static gboolean
go_together (const StafetAvailability *a, const StafetAvailability *b)
{
  return a->from_minute == b->from_minute && a->to_minute == b->to_minute && a->weeks == b->weeks
         && !a->preferred == !b->preferred;
}

/* "mandag–onsdag og fredag"; @days has a bit per weekday. */
static char *
days_words (StafetLanguage language, guint days)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (int day = STAFET_MONDAY; day <= STAFET_SUNDAY;)
    {
      int run = 0;

      while (day + run <= STAFET_SUNDAY && (days >> (day + run) & 1))
        run++;
      if (run >= SHORTEST_RUN)
        g_ptr_array_add (words,
                         g_strdup_printf ("%s–%s", stafet_words_weekday (language, (StafetWeekday) day),
                                          stafet_words_weekday (language, (StafetWeekday) (day + run - 1))));
      for (int i = 0; run < SHORTEST_RUN && i < run; i++)
        g_ptr_array_add (words, g_strdup (stafet_words_weekday (language, (StafetWeekday) (day + i))));
      day += run + 1;
    }
  return stafet_names_join (language, (const char *const *) words->pdata, words->len);
}

/* "8", "8.30" */
static char *
clock_words (StafetLanguage language, int minutes)
{
  if (minutes % HOUR == 0)
    return g_strdup_printf ("%d", minutes / HOUR);
  return g_strdup_printf (stafet_i18n_context (language, "hour, minute", "%d:%02d"), minutes / HOUR,
                          minutes % HOUR);
}

/* "kl. 8–14"; a window of a day or more names the day on which it ends. */
static char *
hours_words (StafetLanguage language, int from, int to)
{
  gboolean late = to > STAFET_MINUTES_PER_DAY && to - from >= STAFET_MINUTES_PER_DAY;
  g_autofree char *start = clock_words (language, from);
  g_autofree char *end =
    clock_words (language, to > STAFET_MINUTES_PER_DAY ? to - STAFET_MINUTES_PER_DAY : to);
  g_autofree char *span = g_strdup_printf (stafet_i18n_context (language, "time span", "%s–%s"), start, end);

  return late ? g_strdup_printf (stafet_i18n_text (language, "%s the day after"), span)
              : g_steal_pointer (&span);
}

/* Takes @words, and says @format around them. */
static char *
around (const char *format, char *words)
{
  g_autofree char *inner = words;

  return g_strdup_printf (format, inner);
}

static char *
group_words (StafetLanguage language, guint days, const StafetAvailability *window)
{
  g_autofree char *names = days_words (language, days);
  g_autofree char *hours = hours_words (language, window->from_minute, window->to_minute);
  char *words = g_strdup_printf (stafet_i18n_context (language, "weekdays, hours", "%s %s"), names, hours);

  if (window->weeks == STAFET_PARITY_EVEN)
    words = around (stafet_i18n_text (language, "%s in even weeks"), words);
  else if (window->weeks == STAFET_PARITY_ODD)
    words = around (stafet_i18n_text (language, "%s in odd weeks"), words);
  return window->preferred ? around (stafet_i18n_text (language, "%s (preferred)"), words) : words;
}

char *
stafet_words_availability (StafetLanguage language, const GPtrArray *windows)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < windows->len; i++)
    {
      StafetAvailability *window = windows->pdata[i];
      g_autofree char *group = NULL;
      guint days = 0;

      if (g_hash_table_contains (done, window))
        continue;
      for (guint j = i; j < windows->len; j++)
        if (go_together (window, windows->pdata[j]))
          {
            days |= 1u << ((StafetAvailability *) windows->pdata[j])->weekday;
            g_hash_table_add (done, windows->pdata[j]);
          }
      group = group_words (language, days, window);
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", group);
    }
  return g_string_free (out, FALSE);
}
