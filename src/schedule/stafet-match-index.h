/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of what can be matched: for stafet-match.c and its reasons.
 */
#pragma once

#include "stafet-match.h"

G_BEGIN_DECLS

/* Something that can be found. */
typedef struct
{
  StafetKind kind;
  StafetRecord *record;       /* borrowed */
  gboolean join, give;        /* for whom */
  char *title;                /* owned */
  StafetHouse *house;         /* borrowed, nullable */
  StafetOrganiser *organiser; /* borrowed, nullable */
  StafetSpot spot;
  gboolean home;              /* comes to the citizen */
  guint parts, weekdays;      /* when; 0: at any time, or nobody knows */
  const char *price;          /* borrowed */
  gboolean lift;              /* whoever has to be fetched can be */
  const StafetTiming *timing; /* borrowed, nullable */
  int open;                   /* to anybody without more: how much, when no word fits */
} StafetMatchItem;

typedef struct
{
  guint item;
  float weight;
} StafetPosting;

/* A word, or a row of synonyms. */
typedef struct
{
  char *stem;       /* owned; NULL of a row */
  GArray *postings; /* of StafetPosting, by item: owned */
} StafetMatchTerm;

struct _StafetMatchIndex
{
  StafetSnapshot *snapshot; /* owned */
  StafetSynonyms *synonyms; /* owned */
  StafetWall now;
  GArray *items;     /* of StafetMatchItem */
  GArray *terms;     /* of StafetMatchTerm: rows first, then words */
  GHashTable *words; /* stem (borrowed) → position in terms + 1 */
  guint n_join, n_give;
  /* While it is made: */
  GHashTable *parsed; /* text → what it comes to */
  GHashTable *timed;  /* StafetTiming → its parts and weekdays */
};

G_END_DECLS
