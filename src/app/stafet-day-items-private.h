/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a day while they are made: for stafet-day-items.c and stafet-day-notes.c.
 */
#pragma once

#include "schedule/stafet-day.h"
#include "stafet-day-items.h"

G_BEGIN_DECLS

/* The rows under way. */
typedef struct
{
  StafetDesk *desk;
  StafetSnapshot *snapshot;
  StafetDayAgenda *agenda;
  StafetLanguage language;
  StafetDate today;
  GPtrArray *items;
} StafetDayBuild;

/* A new row; its content is the caller's to fill in. @key tells it from others of its kind. */
StafetDayContent *stafet_day_build_add (StafetDayBuild *build, StafetDayItemKind kind, const char *key);
/* Takes @title and @detail (nullable). */
StafetDayContent *stafet_day_build_heading (StafetDayBuild *build, const char *key, char *title,
                                            char *detail);
/* Marks the ends of the card that the rows from @first on make up. */
void stafet_day_build_close (StafetDayBuild *build, guint first);
/* What is to be remembered: batons, notes, dates that come, whoever is kept too long. */
void stafet_day_build_notes (StafetDayBuild *build, const StafetAgendaQuery *query);

G_END_DECLS
