/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A state in a word: icon, word and border, never colour alone.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a chip can say; each has an icon and a style class of its own. */
typedef enum
{
  STAFET_CHIP_PLAIN,
  STAFET_CHIP_TEMPORARY, /* a hole, only this time: dashed */
  STAFET_CHIP_PERMANENT, /* a hole that nobody has: solid */
  STAFET_CHIP_ASKED,     /* dotted */
  STAFET_CHIP_PROMISED,
  STAFET_CHIP_CANCELLED,
  STAFET_CHIP_CLOSED,
  STAFET_CHIP_WARNING,
  STAFET_CHIP_PAUSED,
  STAFET_N_CHIPS
} StafetChipState;

#define STAFET_TYPE_CHIP (stafet_chip_get_type ())
G_DECLARE_FINAL_TYPE (StafetChip, stafet_chip, STAFET, CHIP, GtkWidget)

GtkWidget *stafet_chip_new (StafetChipState state, const char *text);
void stafet_chip_set (StafetChip *self, StafetChipState state, const char *text);

/* Shared with whatever shows a state without being a chip. Static. */
const char *stafet_chip_get_icon (StafetChipState state);
const char *stafet_chip_get_class (StafetChipState state);

G_END_DECLS
