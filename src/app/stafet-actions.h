/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys of the program: one table that sets the accelerators and fills the window of shortcuts.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *action;  /* detailed name; NULL ends the table */
  const char *keys[3]; /* accelerators; NULL ends them */
  const char *title;   /* what it does: translatable */
  const char *group;   /* translatable; the rows of a group stand together */
} StafetShortcut;

extern const StafetShortcut stafet_shortcuts[];

/* Gives @actionable (a GtkActionable) an action and its target (floating refs are sunk; NULL: none), in the
 * order in which GTK never sees one without the other. @action NULL takes it away. */
void stafet_actionable_set (gpointer actionable, const char *action, GVariant *target);
/* The same from a detailed name, "win.show-day(20781)". */
void stafet_actionable_set_detailed (gpointer actionable, const char *detailed);

/* A button that says @label, of several that do: a screen reader says what it is about before ("Lis Bæk:
 * Told").
 * @target (floating refs are sunk; NULL: none). (transfer floating) */
GtkWidget *stafet_action_button_new (const char *label, const char *about, const char *action,
                                     GVariant *target);

/* "Ctrl+Z", or "Alt+Up, Alt+Down": what is written on the keys. (transfer full) */
char *stafet_shortcut_keys (const StafetShortcut *shortcut);
void stafet_shortcuts_install (GtkApplication *application);

G_END_DECLS
