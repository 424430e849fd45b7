/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ideas: what went well once and an activity can be started from, whatever house it is for.
 */
#pragma once

#include "stafet-record.h"

G_BEGIN_DECLS

typedef struct
{
  StafetRecord parent;
  char *title;
  gint32 category; /* StafetCategory, STAFET_ENUM_NONE */
  gint32 minutes;  /* how long it lasts; STAFET_INTEGER_NONE: not said */
  gint32 people;   /* how many it is made for; likewise */
  char *public_text, *price;
  char *materials;
  gboolean bus, meal; /* are needed */
  char *went;         /* how it went, and what to do otherwise next time */
} StafetIdea;

/* People needed in one role. */
typedef struct
{
  StafetRecord parent;
  StafetUid idea;
  char *role;
  gint32 wanted, position;
} StafetIdeaRole;

extern StafetRecordInfo stafet_idea_info, stafet_idea_role_info;

G_END_DECLS
