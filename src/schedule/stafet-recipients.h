/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is written to, each once, and how she is reached: by mail, by text message, or rung up.
 */
#pragma once

#include "stafet-call-list.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_REACHED_BY_MAIL,
  STAFET_REACHED_BY_MESSAGE,
  STAFET_REACHED_BY_CALL,
  STAFET_REACHED_NOT, /* neither an address nor a number is known */
  STAFET_N_REACHED
} StafetReachedBy;

/* Borrowed pointers live as long as the recipients. */
typedef struct
{
  StafetReachedBy by;
  const StafetCallLine *line;
  const char *mail;   /* of BY_MAIL; else "" */
  const char *mobile; /* of BY_MESSAGE; else "" */
} StafetRecipient;

typedef enum
{
  STAFET_LEFT_OUT_REGRETS,
  STAFET_LEFT_OUT_AWAY,
  STAFET_LEFT_OUT_PAUSED,
  STAFET_LEFT_OUT_STOPPED,
  STAFET_LEFT_OUT_UNCHECKED /* the shift needs a check that is not there */
} StafetLeftOutReason;

/* Somebody who has to do with it, but is not written to. */
typedef struct
{
  const StafetVolunteer *volunteer; /* borrowed */
  StafetLeftOutReason reason;
} StafetLeftOut;

typedef struct
{
  StafetCallList *calls;     /* owned */
  GArray *recipients;        /* StafetRecipient, by how they are reached, and then as in the list */
  GArray *left_out;          /* StafetLeftOut, by name */
  guint n[STAFET_N_REACHED]; /* how many are reached how */
} StafetRecipients;

/* Whoever is in @calls (transfer full; NULL gives NULL). Wards are rung: they wait. Others as they would
 * rather be, where that can be done; else by mail, else by text message, else by telephone. Who is away at
 * @now, for a list about nothing in particular, or on all that it is about, is left out, and who has stopped.
 */
StafetRecipients *stafet_recipients_new (StafetCallList *calls, StafetWall now);
void stafet_recipients_free (StafetRecipients *self);

/* "is away", "has stopped". Borrowed. */
const char *stafet_left_out_words (StafetLanguage language, StafetLeftOutReason reason);
/* Whether text messages reach a cleaned number: a Danish one of a mobile telephone. */
gboolean stafet_phone_is_mobile (const char *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetRecipients, stafet_recipients_free)

G_END_DECLS
