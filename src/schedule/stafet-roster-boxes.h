/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a volunteer can take, in boxes within boxes of so many at most: what overlaps, a day, a week, a month,
 * and the topmost all that is hers. Where a box could never be full there is none.
 *
 * Boxes are nodes of the flow: numbered from the number of shifts on, and the way out after them.
 */
#pragma once

#include "stafet-roster-options.h"

G_BEGIN_DECLS

typedef struct
{
  guint parent;                  /* node; the way out of the topmost */
  guint volunteer;               /* of the topmost; else STAFET_ROSTER_NONE */
  gboolean is_part;              /* of a week that straddles two months */
  guint first_child;             /* node of the first box in it; STAFET_ROSTER_NONE: there is none */
  guint next;                    /* node of the next one beside it; the same */
  guint first_option, n_options; /* in by_box */
} StafetRosterBox;

typedef struct
{
  guint n;
  StafetRosterBox *boxes;
  gint32 *caps;  /* of each box: so many in it at most */
  guint *box_of; /* of each option: the innermost, as a node */
  guint *by_box; /* options by their box */
  guint *top_of; /* of each volunteer: the topmost, as a node */
} StafetRosterBoxes;

StafetRosterBoxes *stafet_roster_boxes_new (const StafetRosterOptions *options);
void stafet_roster_boxes_free (StafetRosterBoxes *self);

G_END_DECLS
