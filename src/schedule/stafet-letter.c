/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words of letters, and mailto: addresses of drafts.
 */
#include "stafet-letter.h"

#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-entry-words.h"

#include <string.h>

/* So long may a mailto: be, and what of it is subject and text. */
#define URI_MOST 2000
#define TEXT_MOST 1400

/* ——— Words ——— */

static StafetLanguage
language_of (const StafetSnapshot *snapshot)
{
  const StafetSettings *settings =
    stafet_snapshot_lookup (snapshot, STAFET_KIND_SETTINGS, STAFET_SETTINGS_UID);

  return settings != NULL ? (StafetLanguage) settings->language : STAFET_LANGUAGE_DA;
}

/* @about "": a line to be written. (transfer full) */
static char *
text_of (StafetLanguage language, const char *about, const StafetHouse *house)
{
  return g_strconcat (stafet_i18n_text (language, N_ ("Dear all")), "\n\n", about,
                      *about != '\0' ? "\n\n" : "", stafet_i18n_text (language, N_ ("Kind regards")), "\n",
                      house != NULL ? house->name : "", NULL);
}

/* "Café on Thursday 26 November 10:00–14:15, Caféen, Folkehuset Møllestien" in parts. */
typedef struct
{
  StafetLanguage language;
  const char *title;
  char *when, *where; /* owned */
} Words;

/* (transfer full) */
static char *
planned_words (const Words *words)
{
  return g_strdup_printf (
    *words->where != '\0'
      ? stafet_i18n_text (words->language, N_ ("It is about %1$s %2$s in this place: %3$s."))
      : stafet_i18n_text (words->language, N_ ("It is about %1$s %2$s.")),
    words->title, words->when, words->where);
}

static char *
cancelled_words (const Words *words, const StafetEntry *entry)
{
  const char *reason = stafet_entry_reason (entry, words->language);

  if (*reason == '\0')
    return g_strdup_printf (stafet_i18n_text (words->language, N_ ("%1$s %2$s is cancelled.")), words->title,
                            words->when);
  return g_strdup_printf (stafet_i18n_text (words->language, N_ ("%1$s %2$s is cancelled: %3$s.")),
                          words->title, words->when, reason);
}

static char *
moved_words (const Words *words, const StafetAgenda *agenda, const StafetEntry *entry)
{
  g_autofree char *planned = stafet_entry_words_planned (agenda->snapshot, words->language, entry);

  if (planned == NULL)
    return planned_words (words);
  /* Held when it was to be: then it is elsewhere. */
  if (strcmp (planned, words->when) == 0)
    return g_strdup_printf (
      stafet_i18n_text (words->language, N_ ("%1$s %2$s is held in another place: %3$s.")), words->title,
      words->when, words->where);
  return g_strdup_printf (
    stafet_i18n_text (words->language, N_ ("%1$s is moved: from %2$s to %3$s.\nThe place: %4$s.")),
    words->title, planned, words->when, words->where);
}

void
stafet_letter_write_date (StafetLetter *letter, const StafetAgenda *agenda)
{
  const StafetEntry *entry = g_ptr_array_index (agenda->entries, 0);
  StafetLanguage language = language_of (agenda->snapshot);
  g_autofree char *date = stafet_words_date (language, stafet_wall_date (entry->start));
  g_autofree char *time = stafet_words_time_span (language, entry->start, entry->end);
  g_autofree char *when = g_strdup_printf ("%s %s", date, time);
  g_autofree char *where = stafet_entry_words_place (agenda, entry, NULL);
  g_autofree char *about = NULL;
  Words words = { language, entry->title, when, where };
  gboolean cancelled = entry->status == STAFET_STATUS_CANCELLED;
  gboolean moved = entry->status == STAFET_STATUS_MOVED;

  about = cancelled ? cancelled_words (&words, entry)
          : moved   ? moved_words (&words, agenda, entry)
                    : planned_words (&words);
  letter->subject = g_strdup_printf (cancelled ? stafet_i18n_text (language, N_ ("Cancelled: %s %s"))
                                     : moved   ? stafet_i18n_text (language, N_ ("Changed: %s %s"))
                                               : "%s %s",
                                     entry->title, date);
  letter->text = text_of (language, about, entry->house);
}

void
stafet_letter_write_activity (StafetLetter *letter, const StafetSnapshot *snapshot,
                              const StafetActivity *activity)
{
  StafetLanguage language = language_of (snapshot);
  g_autofree char *rule = activity->timing.recurs
                            ? stafet_words_rule (language, &activity->timing)
                            : stafet_words_date (language, stafet_wall_date (activity->timing.start));
  g_autofree char *time = stafet_words_time_span (language, activity->timing.start, activity->timing.end);
  g_autofree char *about = g_strdup_printf (stafet_i18n_text (language, N_ ("It is about %s (%s %s).")),
                                            activity->title, rule, time);

  letter->subject = g_strdup (activity->title);
  letter->text =
    text_of (language, about, stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, activity->house));
}

void
stafet_letter_write_house (StafetLetter *letter, const StafetSnapshot *snapshot, const StafetHouse *house)
{
  StafetLanguage language = language_of (snapshot);

  letter->subject =
    house != NULL ? g_strdup_printf (stafet_i18n_text (language, N_ ("To the volunteers of %s")), house->name)
                  : g_strdup (stafet_i18n_text (language, N_ ("To the volunteers")));
  letter->text = text_of (language, "", house);
}

void
stafet_letter_clear (StafetLetter *self)
{
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->text, g_free);
}

/* ——— Drafts ——— */

static void
draft_free (gpointer data)
{
  StafetMailDraft *draft = data;

  g_ptr_array_unref (draft->addresses);
  g_free (draft->uri);
  g_free (draft);
}

/* "&subject=…&body=…", with line ends as mail has them. (transfer full) */
static char *
tail_of (const char *subject, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *whole = g_strjoinv ("\r\n", lines);
  g_autofree char *body = g_uri_escape_string (whole, NULL, FALSE);
  g_autofree char *about = g_uri_escape_string (subject, NULL, FALSE);

  return g_strconcat ("&subject=", about, *body != '\0' ? "&body=" : "", body, NULL);
}

static void
finish (GPtrArray *drafts, GString *uri, GPtrArray *addresses, const char *tail)
{
  StafetMailDraft *draft = g_new (StafetMailDraft, 1);

  draft->addresses = addresses;
  draft->uri = g_strconcat (uri->str, tail, NULL);
  g_ptr_array_add (drafts, draft);
}

/* Mail addresses are the same in capital letters, and couples share one. (transfer container) of char * */
static GPtrArray *
addresses_of (const StafetRecipients *recipients)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *addresses = g_ptr_array_new ();

  for (guint i = 0; i < recipients->recipients->len; i++)
    {
      const StafetRecipient *recipient = &g_array_index (recipients->recipients, StafetRecipient, i);

      if (*recipient->mail != '\0' && g_hash_table_add (seen, g_utf8_strdown (recipient->mail, -1)))
        g_ptr_array_add (addresses, (gpointer) recipient->mail);
    }
  return addresses;
}

GPtrArray *
stafet_letter_drafts (const StafetRecipients *recipients, const char *subject, const char *text,
                      gboolean *with_text)
{
  static const char head[] = "mailto:?bcc=";
  GPtrArray *drafts = g_ptr_array_new_with_free_func (draft_free);
  g_autoptr (GPtrArray) addresses = addresses_of (recipients);
  g_autofree char *whole = tail_of (subject, text);
  g_autofree char *bare = tail_of (subject, "");
  g_autoptr (GString) uri = g_string_new (head);
  GPtrArray *some = g_ptr_array_new ();
  const char *tail;

  *with_text = strlen (whole) <= TEXT_MOST;
  tail = *with_text ? whole : bare;
  for (guint i = 0; i < addresses->len; i++)
    {
      g_autofree char *address = g_uri_escape_string (addresses->pdata[i], "@", FALSE);

      if (some->len > 0 && uri->len + 1 + strlen (address) + strlen (tail) > URI_MOST)
        {
          finish (drafts, uri, some, tail);
          some = g_ptr_array_new ();
          g_string_assign (uri, head);
        }
      g_string_append_printf (uri, "%s%s", some->len > 0 ? "," : "", address);
      g_ptr_array_add (some, addresses->pdata[i]);
    }
  if (some->len > 0)
    finish (drafts, uri, some, tail);
  else
    g_ptr_array_unref (some);
  return drafts;
}
