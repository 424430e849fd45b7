/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Good cooperation with the volunteers, and with those who come: thanks and talks, snags, the first steps of
 * somebody new, photographs to learn names by, and regulars who agreed to be missed. Nobody is scored by any
 * of it.
 */
#pragma once

#include "stafet-record.h"

G_BEGIN_DECLS

typedef enum
{
  STAFET_TALK_THANKS, /* she was thanked */
  STAFET_TALK_COFFEE  /* somebody sat down with her */
} StafetTalkKind;

typedef struct
{
  StafetRecord parent;
  StafetUid volunteer;
  gint32 kind; /* StafetTalkKind */
  StafetDate date;
  char *words;
} StafetTalk;

/* Something that grates (bøvl): it is to be put right, and then forgotten. Never about residents; whoever it
 * is about may read it. */
typedef struct
{
  StafetRecord parent;
  char *text;
  StafetUid house, volunteer;
  StafetDate noted;
  char *owner; /* who sees to it */
  StafetDate closed;
  char *outcome;
  StafetDate delete_on;
} StafetSnag;

/* A first step: without a volunteer one that everybody new takes, else one that she has taken. */
typedef struct
{
  StafetRecord parent;
  char *title;
  StafetUid volunteer;
  gint32 days; /* after she began */
  StafetDate done;
} StafetWelcome;

/* What she looks like, as she agreed to: base64 of a small JPEG. */
typedef struct
{
  StafetRecord parent;
  StafetUid volunteer;
  StafetDate consent;
  char *image;
} StafetPhoto;

/* Somebody who comes to an activity and agreed to be asked after when she does not. */
typedef struct
{
  StafetRecord parent;
  StafetUid activity;
  char *name, *phone;
  StafetDate consent, seen;
} StafetRegular;

extern StafetRecordInfo stafet_talk_info, stafet_snag_info, stafet_welcome_info, stafet_photo_info,
  stafet_regular_info;
extern const StafetEnumValue stafet_talk_kinds[];

/* The largest image, in bytes before base64: so that it fits into a text. */
#define STAFET_PHOTO_MAX 7400

G_END_DECLS
