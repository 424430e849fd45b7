/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of a dialog that ask for a day and two times of it.
 */
#pragma once

#include "stafet-ask-dialog.h"

G_BEGIN_DECLS

/* Borrowed from the dialog. */
typedef struct
{
  StafetAskDialog *dialog;
  StafetInput *date, *from, *to;
} StafetSpanFields;

/* Appends them to @dialog. @title: what the day is called. */
void stafet_span_fields_add (StafetSpanFields *self, StafetAskDialog *dialog, const char *title);
void stafet_span_fields_show (StafetSpanFields *self, StafetWall start, StafetWall end);
/* What is typed. FALSE when it will not do: that is said beside its field, which has the focus. */
gboolean stafet_span_fields_read (StafetSpanFields *self, StafetWall *start, StafetWall *end);

G_END_DECLS
