/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Builds the line from a wrapping box, so that large text goes on below instead of out of the picture.
 */
#include "stafet-board-row.h"

#include "core/stafet-words.h"
#include "stafet-chip.h"
#include "stafet-day-row.h"
#include "stafet-widget.h"
#include "stafet-wrap-layout.h"

#include <string.h>

/* Colours of faces, each dark enough for white letters. */
#define COLORS 6
/* Columns of the widest time, "10.00–12.00". */
#define TIME_CHARS 11

/* Where the line is in the day. */
typedef enum
{
  WHEN_LATER,
  WHEN_NOW,
  WHEN_OVER
} When;

static When
when_of (const StafetFeedEvent *event, StafetWall now)
{
  if (event->end <= now)
    return WHEN_OVER;
  return event->start <= now ? WHEN_NOW : WHEN_LATER;
}

static GtkWidget *
label_new (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, class_name);
  return label;
}

/* ——— Time, icon, title ——— */

static char *
hours_of (const StafetFeedEvent *event, StafetDate date)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *until = NULL;

  if (event->end - event->start <= STAFET_MINUTES_PER_DAY)
    return stafet_words_hours (language, event->start, event->end);
  until = stafet_words_short_date (language, stafet_wall_last_date (event->start, event->end));
  return g_strdup_printf (stafet_wall_last_date (event->start, event->end) > date ? "– %s" : "–", until);
}

static GtkWidget *
icon_new (const StafetBoardLine *line)
{
  gint32 category = line->event->entry->category;
  GtkWidget *icon = gtk_image_new_from_icon_name (line->occupied ? "stafet-closed-symbolic"
                                                                 : stafet_category_icon (category));

  gtk_widget_add_css_class (icon, "board-icon");
  gtk_widget_add_css_class (icon, STAFET_MIDDLE);
  gtk_widget_add_css_class (icon, line->occupied ? "none" : stafet_category_class (category));
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return icon;
}

static void
append_chip (GtkWidget *box, StafetChipState state, const char *text)
{
  GtkWidget *chip = stafet_chip_new (state, text);

  gtk_widget_add_css_class (chip, STAFET_MIDDLE);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), chip);
}

static const char *
when_word (When when)
{
  return when == WHEN_NOW ? _ ("going on now") : when == WHEN_OVER ? _ ("over") : "";
}

static GtkWidget *
title_new (const StafetBoardLine *line, When when)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *first = stafet_wrap_box_new (16, 4);

  stafet_wrap_box_append (STAFET_WRAP_BOX (first), label_new (line->title, "board-what"));
  if (*line->state != '\0')
    append_chip (first, line->event->cancelled ? STAFET_CHIP_CANCELLED : STAFET_CHIP_WARNING, line->state);
  else if (when != WHEN_LATER)
    append_chip (first, STAFET_CHIP_PLAIN, when_word (when));
  gtk_box_append (GTK_BOX (box), first);
  if (*line->place != '\0')
    gtk_box_append (GTK_BOX (box), label_new (line->place, "board-where"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (box, STAFET_MIDDLE);
  return box;
}

/* ——— People ——— */

/* "Sangvennerne, 4" */
static char *
face_words (const StafetBoardFace *face)
{
  return face->count > 1 ? g_strdup_printf ("%s, %d", face->name, face->count) : g_strdup (face->name);
}

/* The first letters of the first and the last word. (transfer full) */
static char *
initials_of (const char *name)
{
  const char *last = strrchr (name, ' ');
  GString *letters = g_string_new (NULL);

  g_string_append_unichar (letters, g_unichar_toupper (g_utf8_get_char (name)));
  if (last != NULL && last[1] != '\0')
    g_string_append_unichar (letters, g_unichar_toupper (g_utf8_get_char (last + 1)));
  return g_string_free (letters, FALSE);
}

/* The name stands beside it: the colour tells nothing that is not said. */
static GtkWidget *
circle_new (const char *name)
{
  g_autofree char *initials = initials_of (name);
  g_autofree char *color = g_strdup_printf ("face-%u", g_str_hash (name) % COLORS);
  GtkWidget *circle = gtk_label_new (initials);

  gtk_widget_add_css_class (circle, "board-face");
  gtk_widget_add_css_class (circle, color);
  gtk_widget_add_css_class (circle, STAFET_MIDDLE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (circle), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return circle;
}

static GtkWidget *
face_new (const StafetBoardFace *face)
{
  GtkWidget *line = stafet_wrap_box_new (10, 0), *who;
  g_autofree char *words = face_words (face);

  if (*face->whole != '\0')
    stafet_wrap_box_append (STAFET_WRAP_BOX (line), circle_new (face->whole));
  else
    gtk_widget_add_css_class (line, "board-group");
  who = label_new (words, "board-who");
  gtk_widget_add_css_class (who, STAFET_MIDDLE);
  stafet_wrap_box_append (STAFET_WRAP_BOX (line), who);
  gtk_widget_add_css_class (line, STAFET_MIDDLE);
  return line;
}

/* "" when nothing is missing. (transfer full) */
static char *
missing_words (const StafetBoardLine *line, When when)
{
  if (line->missing == 0 || when == WHEN_OVER)
    return g_strdup ("");
  if (line->missing == 1)
    return g_strdup (_ ("We are one short. Is it you?"));
  return g_strdup_printf (_ ("We are %d short. Are you one of them?"), line->missing);
}

static GtkWidget *
people_new (const StafetBoardLine *line, When when)
{
  GtkWidget *box = stafet_wrap_box_new (28, 6);
  g_autofree char *missing = missing_words (line, when);

  for (guint i = 0; i < line->faces->len; i++)
    stafet_wrap_box_append (STAFET_WRAP_BOX (box),
                            face_new (&g_array_index (line->faces, StafetBoardFace, i)));
  if (line->asked > 0 && when != WHEN_OVER)
    append_chip (box, STAFET_CHIP_ASKED, _ ("we are asking"));
  if (*missing != '\0')
    append_chip (box, STAFET_CHIP_TEMPORARY, missing);
  gtk_widget_add_css_class (box, STAFET_MIDDLE);
  return box;
}

/* ——— The row ——— */

static void
append_sentence (GString *out, const char *before, const char *text)
{
  if (*text != '\0')
    g_string_append_printf (out, "%s%s", before, text);
}

/* "10.00–14.00, Café, Caféen, i gang nu: Lis. Vi mangler en. Er det dig?" */
static void
name_row (GtkWidget *row, const StafetBoardLine *line, const char *hours, When when)
{
  g_autofree char *missing = missing_words (line, when);
  g_autoptr (GString) name = g_string_new (hours);

  append_sentence (name, ", ", line->title);
  append_sentence (name, ", ", line->place);
  append_sentence (name, ", ", *line->state != '\0' ? line->state : when_word (when));
  append_sentence (name, ": ", line->people);
  append_sentence (name, ", ", line->asked > 0 && when != WHEN_OVER ? _ ("we are asking") : "");
  append_sentence (name, ". ", missing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

GtkWidget *
stafet_board_row_new (const StafetBoardLine *line, StafetDate date, StafetWall now)
{
  static const char *const classes[] = { "later", "now", "over" };
  When when = line->event->cancelled ? WHEN_LATER : when_of (line->event, now);
  GtkWidget *row = gtk_list_box_row_new (), *box = stafet_wrap_box_new (24, 6);
  g_autofree char *hours = hours_of (line->event, date);
  g_autofree char *name = g_strdup_printf ("%s %d", line->event->uid, when);
  GtkWidget *time = label_new (hours, "board-time");

  gtk_label_set_width_chars (GTK_LABEL (time), TIME_CHARS);
  gtk_widget_add_css_class (time, STAFET_MIDDLE);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), time);
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), icon_new (line));
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), title_new (line, when));
  stafet_wrap_box_append (STAFET_WRAP_BOX (box), people_new (line, when));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_name (row, name);
  gtk_widget_add_css_class (row, classes[when]);
  stafet_widget_set_class (row, "cancelled-entry", line->event->cancelled);
  name_row (row, line, hours, when);
  return row;
}
