/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts the people of a call list by how they are reached.
 */
#include "stafet-recipients.h"

#include "core/stafet-text.h"

#include <string.h>

/* ——— Numbers and addresses ——— */

gboolean
stafet_phone_is_mobile (const char *number)
{
  /* Those that the Danish numbering plan gives to mobile telephones as a whole. In other series some are,
   * which nobody can see from the number: these are rung. No telephone in Denmark has a number that begins
   * with 1, as those of invented people do. */
  static const char *const series[] = { "1",  "2",  "30", "31", "40", "41", "42", "50", "51",
                                        "52", "53", "60", "61", "71", "81", "91", "92", "93" };

  if (g_str_has_prefix (number, "+45"))
    number += strlen ("+45");
  if (strlen (number) != 8)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (series); i++)
    if (g_str_has_prefix (number, series[i]))
      return TRUE;
  return FALSE;
}

/* One address that a mail program understands. */
static gboolean
is_address (const char *mail)
{
  const char *at = strchr (mail, '@');

  return at != NULL && at > mail && at[1] != '\0' && strpbrk (mail, " ,;<>\"\t\n") == NULL;
}

static const char *
mail_of (const StafetCallLine *line)
{
  const char *mail = "";

  if (line->kind == STAFET_CALL_LINE_VOLUNTEER)
    mail = ((StafetVolunteer *) line->record)->mail;
  else if (line->kind == STAFET_CALL_LINE_ORGANISER)
    mail = ((StafetOrganiser *) line->record)->mail;
  else if (line->kind == STAFET_CALL_LINE_CONTACT)
    mail = ((StafetContact *) line->record)->mail;
  return is_address (mail) ? mail : "";
}

/* The first that takes text messages. Whoever asks for messages has a telephone that does. */
static const char *
mobile_of (const StafetCallLine *line, gint32 how)
{
  for (guint i = 0; i < line->phones->len; i++)
    if (stafet_phone_is_mobile (line->phones->pdata[i]))
      return line->phones->pdata[i];
  return how == STAFET_REACH_MESSAGE && line->phones->len > 0 ? line->phones->pdata[0] : "";
}

/* ——— How ——— */

static StafetReachedBy
reached_by (const StafetCallLine *line, gint32 how, const char *mail, const char *mobile)
{
  gboolean rings = line->phones->len > 0;

  if (rings && (line->kind == STAFET_CALL_LINE_WARD || how == STAFET_REACH_PHONE))
    return STAFET_REACHED_BY_CALL;
  if (*mobile != '\0' && (how == STAFET_REACH_MESSAGE || *mail == '\0'))
    return STAFET_REACHED_BY_MESSAGE;
  if (*mail != '\0')
    return STAFET_REACHED_BY_MAIL;
  return rings ? STAFET_REACHED_BY_CALL : STAFET_REACHED_NOT;
}

static StafetRecipient
recipient_of (const StafetCallLine *line)
{
  gint32 how = line->kind == STAFET_CALL_LINE_VOLUNTEER ? ((StafetVolunteer *) line->record)->call_how
                                                        : STAFET_ENUM_NONE;
  const char *mail = mail_of (line), *mobile = mobile_of (line, how);
  StafetReachedBy by = reached_by (line, how, mail, mobile);

  return (StafetRecipient){ by, line, by == STAFET_REACHED_BY_MAIL ? mail : "",
                            by == STAFET_REACHED_BY_MESSAGE ? mobile : "" };
}

/* ——— Who is left out ——— */

const char *
stafet_left_out_words (StafetLanguage language, StafetLeftOutReason reason)
{
  static const char *const words[] = { [STAFET_LEFT_OUT_REGRETS] = N_ ("sent regrets"),
                                       [STAFET_LEFT_OUT_AWAY] = N_ ("is away"),
                                       [STAFET_LEFT_OUT_PAUSED] = N_ ("is on a break"),
                                       [STAFET_LEFT_OUT_STOPPED] = N_ ("has stopped"),
                                       [STAFET_LEFT_OUT_UNCHECKED] = N_ ("has no valid check") };

  return stafet_i18n_text (language, words[reason]);
}

static StafetLeftOutReason
reason_of (const StafetSnapshot *snapshot, const StafetVolunteer *volunteer, StafetWall start, StafetWall end)
{
  if (volunteer->status == STAFET_VOLUNTEER_STOPPED)
    return STAFET_LEFT_OUT_STOPPED;
  if (!stafet_staffing_is_absent (snapshot, volunteer, start, end, NULL))
    return STAFET_LEFT_OUT_REGRETS;
  return volunteer->status == STAFET_VOLUNTEER_PAUSED ? STAFET_LEFT_OUT_PAUSED : STAFET_LEFT_OUT_AWAY;
}

static gboolean
is_recipient (const StafetRecipients *self, const StafetVolunteer *volunteer)
{
  for (guint i = 0; i < self->recipients->len; i++)
    if (g_array_index (self->recipients, StafetRecipient, i).line->record == &volunteer->parent)
      return TRUE;
  return FALSE;
}

static void
leave_out (StafetRecipients *self, const StafetVolunteer *volunteer, StafetLeftOutReason reason)
{
  StafetLeftOut left = { volunteer, reason };

  for (guint i = 0; i < self->left_out->len; i++)
    if (g_array_index (self->left_out, StafetLeftOut, i).volunteer == volunteer)
      return;
  g_array_append_val (self->left_out, left);
}

/* Who was to come to the entry, and is away. */
static void
leave_out_away (StafetRecipients *self, const StafetEntry *entry)
{
  const StafetSnapshot *snapshot = self->calls->agenda->snapshot;
  const StafetVolunteer *lead =
    entry->activity != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, entry->activity->lead)
                            : NULL;

  for (guint i = 0; i < entry->n_shifts; i++)
    for (guint j = 0; j < entry->shifts[i].n_away; j++)
      {
        const StafetPlace *place = &entry->shifts[i].places[entry->shifts[i].n_places + j];

        if (place->volunteer != NULL && !is_recipient (self, place->volunteer))
          leave_out (self, place->volunteer,
                     place->unchecked ? STAFET_LEFT_OUT_UNCHECKED
                                      : reason_of (snapshot, place->volunteer, entry->start, entry->end));
      }
  if (lead != NULL && !is_recipient (self, lead))
    leave_out (self, lead, reason_of (snapshot, lead, entry->start, entry->end));
}

/* Whether whoever the line is about is not written to, though she is in the list. */
static gboolean
is_out (const StafetRecipients *self, const StafetCallLine *line, StafetWall now)
{
  const StafetVolunteer *volunteer = (const StafetVolunteer *) line->record;

  if (line->kind != STAFET_CALL_LINE_VOLUNTEER)
    return FALSE;
  return volunteer->status == STAFET_VOLUNTEER_STOPPED
         || (line->entries->len == 0
             && stafet_staffing_is_absent (self->calls->agenda->snapshot, volunteer, now, now + 1, NULL));
}

static int
compare_left_out (gconstpointer a, gconstpointer b)
{
  return stafet_text_compare (((const StafetLeftOut *) a)->volunteer->name,
                              ((const StafetLeftOut *) b)->volunteer->name);
}

/* ——— Parting ——— */

static void
take_reached_by (StafetRecipients *self, StafetReachedBy by, StafetWall now)
{
  const GPtrArray *lines = self->calls->lines;

  for (guint i = 0; i < lines->len; i++)
    {
      StafetRecipient recipient = recipient_of (lines->pdata[i]);

      if (recipient.by == by && !is_out (self, recipient.line, now))
        g_array_append_val (self->recipients, recipient);
    }
}

static void
take_left_out (StafetRecipients *self, StafetWall now)
{
  const StafetCallList *calls = self->calls;

  for (guint i = 0; i < calls->lines->len; i++)
    if (is_out (self, calls->lines->pdata[i], now))
      {
        const StafetVolunteer *volunteer =
          (const StafetVolunteer *) ((StafetCallLine *) calls->lines->pdata[i])->record;

        leave_out (self, volunteer, reason_of (calls->agenda->snapshot, volunteer, now, now + 1));
      }
  for (guint i = 0; i < calls->agenda->entries->len; i++)
    leave_out_away (self, calls->agenda->entries->pdata[i]);
  g_array_sort (self->left_out, compare_left_out);
}

StafetRecipients *
stafet_recipients_new (StafetCallList *calls, StafetWall now)
{
  StafetRecipients *self;

  if (calls == NULL)
    return NULL;
  self = g_new0 (StafetRecipients, 1);
  self->calls = calls;
  self->recipients = g_array_new (FALSE, FALSE, sizeof (StafetRecipient));
  self->left_out = g_array_new (FALSE, FALSE, sizeof (StafetLeftOut));
  for (guint by = 0; by < STAFET_N_REACHED; by++)
    {
      guint before = self->recipients->len;

      take_reached_by (self, by, now);
      self->n[by] = self->recipients->len - before;
    }
  take_left_out (self, now);
  return self;
}

void
stafet_recipients_free (StafetRecipients *self)
{
  stafet_call_list_free (self->calls);
  g_array_unref (self->recipients);
  g_array_unref (self->left_out);
  g_free (self);
}
