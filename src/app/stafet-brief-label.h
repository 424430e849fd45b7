/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of text where there may be little room: "mandag 23.", "man. 23." where that is too long, and the
 * beginning of that with an ellipsis where even that is.
 *
 * It is as narrow as it must be, and never breaks a word. What it stands in says all of it to a screen
 * reader.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_BRIEF_LABEL (stafet_brief_label_get_type ())
G_DECLARE_FINAL_TYPE (StafetBriefLabel, stafet_brief_label, STAFET, BRIEF_LABEL, GtkWidget)

/* @xalign: 0 at the beginning, 0.5 in the middle. */
GtkWidget *stafet_brief_label_new (const char *class_name, float xalign);
void stafet_brief_label_set (StafetBriefLabel *self, const char *text, const char *brief);

G_END_DECLS
