/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates and wall times as plain integers: the truth that the plan keeps. A civil (proleptic Gregorian)
 * calendar without any zone; stafet-zone.h turns a wall time into an instant.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days since 1970-01-01. */
typedef gint32 StafetDate;
/* Minutes of wall time since 1970-01-01T00:00. */
typedef gint32 StafetWall;

#define STAFET_DATE_NONE G_MININT32
#define STAFET_WALL_NONE G_MININT32
#define STAFET_DATE_MAX 2932896 /* far beyond the year 4000, the last one accepted */
#define STAFET_MINUTES_PER_DAY 1440

/* Weekdays as ISO 8601 numbers them. */
typedef enum
{
  STAFET_MONDAY = 1,
  STAFET_TUESDAY,
  STAFET_WEDNESDAY,
  STAFET_THURSDAY,
  STAFET_FRIDAY,
  STAFET_SATURDAY,
  STAFET_SUNDAY
} StafetWeekday;

/* STAFET_DATE_NONE if there is no such date between the years 1900 and 4000. */
StafetDate stafet_date_new (int year, int month, int day);
/* Each of the three is nullable. */
void stafet_date_split (StafetDate date, int *year, int *month, int *day);
StafetWeekday stafet_date_weekday (StafetDate date);
/* The Monday of the ISO week that holds @date. */
StafetDate stafet_date_monday (StafetDate date);
/* ISO 8601 week number, 1-53; @iso_year (nullable) is the year the week belongs to. */
int stafet_date_iso_week (StafetDate date, int *iso_year);
/* The Monday of an ISO week; STAFET_DATE_NONE for a week that the year does not have. */
StafetDate stafet_date_from_iso_week (int iso_year, int week);
/* The same day of the year after; of 29 February, that of the next leap year. */
StafetDate stafet_date_next_year (StafetDate date);
int stafet_date_days_in_month (int year, int month);
StafetDate stafet_date_easter_sunday (int year);

StafetWall stafet_wall_new (StafetDate date, int minutes);
StafetDate stafet_wall_date (StafetWall wall);
/* Minutes after midnight, 0-1439. */
int stafet_wall_minutes (StafetWall wall);
/* The last date that the half-open span [@start, @end) touches: a shift 22-06 touches two, 10-24 one. */
StafetDate stafet_wall_last_date (StafetWall start, StafetWall end);

/* The strict machine forms of CLI, store and JSON: YYYY-MM-DD and YYYY-MM-DDTHH:MM.
 * What people type is read by stafet-typed.h. */
gboolean stafet_date_parse (const char *text, StafetDate *date, GError **error);
gboolean stafet_wall_parse (const char *text, StafetWall *wall, GError **error);
/* "2026-W48" (ISO 8601): the Monday of that week. */
gboolean stafet_week_parse (const char *text, StafetDate *monday, GError **error);
/* Buffers of the machine forms, NUL included. An unset value writes "". */
#define STAFET_DATE_SIZE 12
#define STAFET_WALL_SIZE 18
char *stafet_date_write (StafetDate date, char buffer[STAFET_DATE_SIZE]);
char *stafet_wall_write (StafetWall wall, char buffer[STAFET_WALL_SIZE]);

G_END_DECLS
