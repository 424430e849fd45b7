/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A note taken during a call: what is to be remembered, until it is done.
 */
#pragma once

#include "stafet-record.h"

G_BEGIN_DECLS

/* It is about a person, an activity or a house, or about nothing in particular. A note about a volunteer is
 * part of what is held on her. */
typedef struct
{
  StafetRecord parent;
  char *text;
  StafetUid house;
  StafetDate on; /* the day it is for; NONE: every day until it is done */
  StafetUid volunteer, activity;
  StafetDate done; /* the day it was; NONE: it stands */
  char *done_by;   /* the author who did it */
} StafetNote;

extern StafetRecordInfo stafet_note_info;

/* What a note is called by, in lists and in the labels of changes: its text on one line, or how it begins.
 * (transfer full) */
char *stafet_note_name (const char *text);

G_END_DECLS
