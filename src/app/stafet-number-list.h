/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list model of numbers, each made into an object only when it is asked for: of a hundred thousand rows a
 * list view asks for those in view.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define STAFET_TYPE_NUMBER_LIST (stafet_number_list_get_type ())
G_DECLARE_FINAL_TYPE (StafetNumberList, stafet_number_list, STAFET, NUMBER_LIST, GObject)

/* @numbers: guint, not changed any more. The items are StafetNumbers. (transfer full) */
GListModel *stafet_number_list_new (GArray *numbers);

#define STAFET_TYPE_NUMBER (stafet_number_get_type ())
G_DECLARE_FINAL_TYPE (StafetNumber, stafet_number, STAFET, NUMBER, GObject)

guint stafet_number_get (StafetNumber *self);

G_END_DECLS
