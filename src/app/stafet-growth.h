/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills what is in view portion by portion, so that no key waits until all of it is laid out.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _StafetGrowth StafetGrowth;

/* Calls @portion again and again, whenever nothing else happens, until it returns G_SOURCE_REMOVE: then it
 * has freed the growth. It rests while @view (nullable) is out of view: what grows there unseen would be laid
 * out in one go when it comes back. (transfer full) */
StafetGrowth *stafet_growth_new (GtkWidget *view, GSourceFunc portion, gpointer data);
void stafet_growth_free (StafetGrowth *self);

G_END_DECLS
