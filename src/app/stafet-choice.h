/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A drop-down of records: what is shown is their names, what is chosen is a uid.
 */
#pragma once

#include "schedule/stafet-snapshot.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One choice. */
typedef struct
{
  StafetUid uid;
  char *label; /* owned by the array */
} StafetOption;

/* (transfer full) of StafetOption. */
GArray *stafet_options_new (void);
/* @label is copied. */
void stafet_options_add (GArray *options, StafetUid uid, const char *label);
/* The houses that plan: all but nursing homes, in order of name. */
void stafet_options_add_own_houses (GArray *options, const StafetSnapshot *snapshot);
/* In Danish order of their labels, from @first on. */
void stafet_options_sort (GArray *options, guint first);

/* Takes @options. @none: what stands first for no choice; NULL when there must be one. Keeps the choice when
 * it is still there. */
void stafet_choice_fill (GtkDropDown *dropdown, GArray *options, const char *none);
/* NULL for no choice. */
StafetUid stafet_choice_get (GtkDropDown *dropdown);
void stafet_choice_set (GtkDropDown *dropdown, StafetUid uid);

/* The titles of an enum's values, with capitals; @none (nullable) stands first. (transfer full) */
GListModel *stafet_enum_titles (const StafetEnumValue *values, const char *none);

G_END_DECLS
