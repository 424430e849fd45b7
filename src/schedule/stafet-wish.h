/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is understood of a wish in everyday words: who wants to join something or to do something for others,
 * where and when, and by which words it is to be looked for.
 */
#pragma once

#include "core/stafet-enquiry.h"
#include "stafet-postcodes.h"
#include "stafet-synonyms.h"

G_BEGIN_DECLS

/* Parts of the day and week. */
typedef enum
{
  STAFET_PART_MORNING = 1 << 0, /* before noon */
  STAFET_PART_AFTERNOON = 1 << 1,
  STAFET_PART_EVENING = 1 << 2, /* from 17 */
  STAFET_PART_WEEKEND = 1 << 3,
  STAFET_PART_WEEKDAYS = 1 << 4
} StafetPart;

typedef struct
{
  const char *text;  /* as it was said; at most STAFET_TEXT_MAX characters count */
  gint32 side;       /* StafetWishSide, or STAFET_ENUM_NONE to take it from the words */
  const char *times; /* "formiddag, tirsdag"; NULL or "": from the words of the wish */
  StafetSpot from;   /* where the citizen lives; "" twice: from the words */
  StafetSpot here;   /* where one is when the words, too, name no place: at a house */
  gint32 price;      /* the most it may cost, kroner; STAFET_INTEGER_NONE */
  gint32 travel;     /* StafetTravel, STAFET_ENUM_NONE */
  gboolean company;  /* along the first time */
} StafetWish;

/* What is looked for. */
typedef struct
{
  GArray *tokens;               /* StafetToken: owned; what says where or when is idle */
  gint32 side;                  /* StafetWishSide */
  gboolean side_said;           /* by the caller or in the words */
  guint parts;                  /* of StafetPart; 0: at any time */
  guint weekdays;               /* bits of StafetWeekday; 0: any */
  char *coordinates, *postcode; /* owned: "" when nobody knows */
  char *place;                  /* owned: its name as it stands in the wish, "" */
} StafetUnderstood;

/* Places are those of the postcodes and of @snapshot's houses. */
void stafet_wish_understand (const StafetWish *wish, const StafetSnapshot *snapshot, StafetUnderstood *self);
void stafet_understood_clear (StafetUnderstood *self);

/* The postcode of what was said of a place: "8260", "Viby", "Skolevej 3, 8260 Viby J", or the name of one of
 * @snapshot's houses; NULL where nobody knows. Borrowed, for ever. */
const char *stafet_wish_find_postcode (const char *text, const StafetSnapshot *snapshot);

/* Which parts and weekdays @tokens speak of. These words become idle. */
void stafet_wish_read_times (const GArray *tokens, guint *parts, guint *weekdays);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StafetUnderstood, stafet_understood_clear)

G_END_DECLS
