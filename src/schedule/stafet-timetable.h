/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When and in which room the dates of one series really are: moved dates, cancelled ones, closures and
 * holidays regarded, but nobody counted. Many times faster than an agenda.
 */
#pragma once

#include "stafet-entry.h"
#include "stafet-expand.h"

G_BEGIN_DECLS

/* One date as it is held. */
typedef struct
{
  StafetDate original;
  StafetWall start, end;
  StafetUid room, vehicle;              /* nullable */
  int setup_minutes, cleardown_minutes; /* of the room */
  gboolean accepted;                    /* an overlap of its room was */
  gboolean check;                       /* the shift whose times are asked for needs one then */
} StafetOccasion;

/* What the dates of one series have in common. Borrowed from the snapshot. */
typedef struct
{
  const StafetSnapshot *snapshot;
  StafetSeries series;
  StafetShift *shift; /* the shift of the activity whose times are asked for; NULL: the series' own */
  StafetUid house;    /* where the series takes place */
  const GPtrArray *exceptions, *shift_exceptions, *stops;
  gboolean may_close; /* some closure may touch the place at some time */
} StafetTimetable;

/* For an activity, or a shift of either sort. FALSE when it takes up nobody and nothing: a draft, or a
 * shift whose activity is gone. */
gboolean stafet_timetable_init (StafetTimetable *self, const StafetSnapshot *snapshot, gpointer record);

/* The original dates [@first, @last] whose unmoved times start in [@from, @to]. */
void stafet_timetable_originals (const StafetTimetable *self, StafetDate from, StafetDate to,
                                 StafetDate *first, StafetDate *last);
/* Each original date in [@first, @last], and those outside it that have changes of their own, until @func
 * returns FALSE. */
void stafet_timetable_each (const StafetTimetable *self, StafetDate first, StafetDate last,
                            StafetExpandFunc func, gpointer data);

/* FALSE when the date is cancelled. The caller knows that @original is a date of the series. */
gboolean stafet_timetable_read (const StafetTimetable *self, StafetDate original, StafetOccasion *occasion);

G_END_DECLS
