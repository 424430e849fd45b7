/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says what erasing a volunteer does, and has done.
 */
#include "core/stafet-words.h"
#include "stafet-use-erase-volunteer.h"

static void
say (GString *text, char *sentence)
{
  const char *between = text->len == 0 ? "" : g_str_has_prefix (sentence, "–") ? "\n" : "\n\n";

  g_string_append_printf (text, "%s%s", between, sentence);
  g_free (sentence);
}

static char *
hours_words (gint64 minutes)
{
  if (minutes % 60 == 0)
    return g_strdup_printf (_ ("%d h"), (int) (minutes / 60));
  return g_strdup_printf (_ ("%1$d h %2$d min"), (int) (minutes / 60), (int) (minutes % 60));
}

static void
say_future (GString *text, const StafetErasure *self)
{
  if (self->standings > 0)
    say (text,
         g_strdup_printf (ngettext_ ("%u standing place ends.", "%u standing places end.", self->standings),
                          self->standings));
  if (self->coming > 0)
    say (text, g_strdup_printf (ngettext_ ("%u place on a date to come becomes free.",
                                           "%u places on dates to come become free.", self->coming),
                                self->coming));
  if (self->leads > 0)
    say (text, g_strdup_printf (ngettext_ ("%u activity is left without a leader.",
                                           "%u activities are left without a leader.", self->leads),
                                self->leads));
  if (self->companies > 0)
    say (text, g_strdup_printf (ngettext_ ("%u new volunteer is left without company the first time.",
                                           "%u new volunteers are left without company the first time.",
                                           self->companies),
                                self->companies));
}

static void
say_what_stays (GString *text, const StafetErasure *self)
{
  g_autofree char *hours = hours_words (self->minutes);

  if (self->kept == 0)
    say (text, g_strdup (_ ("What stays: nothing, there are no dates that are over.")));
  else if (self->minutes == 0)
    say (text, g_strdup_printf (
                 ngettext_ ("What stays: the place on %u date that is over, without a name.",
                            "What stays: the places on %u dates that are over, without a name.", self->kept),
                 self->kept));
  else
    say (text,
         g_strdup_printf (ngettext_ ("What stays: the place on %u date that is over (%s), without a name.",
                                     "What stays: the places on %u dates that are over (%s), without a name.",
                                     self->kept),
                          self->kept, hours));
}

static void
say_backups (GString *text, const StafetErasure *self)
{
  g_autofree char *day = stafet_words_day_with_year (stafet_i18n_get_language (), self->backups);

  say (text, g_strdup (_ ("The history keeps what was done, without the name.")));
  say (text, g_strdup_printf (
               _ ("Backups of before still have the person until %s; then they are removed. Whoever is "
                  "erased does not come back with one."),
               day));
  say (text, g_strdup (_ ("Copies that you have put elsewhere yourself are yours to delete.")));
}

static void
say_mentions (GString *text, const StafetErasure *self)
{
  if (self->mentions->len == 0)
    return;
  say (text, g_strdup (_ ("The name is also written here, and you mend that yourself:")));
  for (guint i = 0; i < self->mentions->len; i++)
    say (text, g_strdup_printf ("– %s", (const char *) g_ptr_array_index (self->mentions, i)));
}

static void
say_all (GString *text, const StafetErasure *self)
{
  say (text,
       g_strdup (_ ("What goes: name, address, telephone, e-mail, skills, times, absences, wishes, checks, "
                    "notes and calls.")));
  say_future (text, self);
  say_what_stays (text, self);
  say_backups (text, self);
  say_mentions (text, self);
}

char *
stafet_erasure_words (const StafetErasure *self)
{
  GString *text = g_string_new (NULL);

  say_all (text, self);
  say (text, g_strdup (_ ("It cannot be undone.")));
  return g_string_free (text, FALSE);
}

char *
stafet_erasure_receipt (const StafetErasure *self)
{
  g_autofree char *day = stafet_words_day_with_year (stafet_i18n_get_language (), self->day);
  GString *text = g_string_new (NULL);

  say (text, g_strdup_printf (_ ("A volunteer was erased on %s."), day));
  say_all (text, self);
  return g_string_free (text, FALSE);
}
