/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * School holidays as a municipality publishes them: a table of from;to;text.
 */
#pragma once

#include "core/stafet-house-rules.h"
#include "schedule/stafet-snapshot.h"

G_BEGIN_DECLS

/**
 * StafetHolidayState:
 * @STAFET_HOLIDAY_NEW: would come in
 * @STAFET_HOLIDAY_KNOWN: the plan has it already
 * @STAFET_HOLIDAY_TWICE: a line before says the same
 * @STAFET_HOLIDAY_FAULTY: not understood
 */
typedef enum
{
  STAFET_HOLIDAY_NEW,
  STAFET_HOLIDAY_KNOWN,
  STAFET_HOLIDAY_TWICE,
  STAFET_HOLIDAY_FAULTY,
  STAFET_N_HOLIDAY_STATES
} StafetHolidayState;

typedef struct
{
  guint number;                 /* of the line in the file, from 1 */
  StafetSchoolHoliday *holiday; /* owned; NULL: not understood */
  char *fault;                  /* owned: why not; NULL when it is */
  char *note;                   /* owned, nullable: what else is to be known of a new one */
  StafetHolidayState state;
} StafetHolidayLine;

/* Reads CSV with ; or , in UTF-8 (with or without a byte-order mark) or Windows-1252; a heading may stand
 * first, and the text before the dates; dates as in lists ("13/2 2027", "13. februar 2027"), those without a
 * year near @today. Every line that says something, understood (STAFET_HOLIDAY_NEW) or not. NULL and
 * STAFET_CORE_ERROR_FILE for what is no table, too much or empty. May be called on any thread. (transfer
 * full) of StafetHolidayLine. */
GPtrArray *stafet_holiday_file_look (const char *path, StafetDate today, GError **error);
/* Says of each line that is understood whether it would be new in @snapshot, for @area (NULL: everywhere). */
void stafet_holiday_file_compare (GPtrArray *lines, const StafetSnapshot *snapshot, StafetUid area);
/* What these would bring. (transfer full) of StafetSchoolHoliday */
GPtrArray *stafet_holiday_file_new_ones (const GPtrArray *lines);
/* For whoever takes in such a table whole or not at all: the error names every faulty line. */
gboolean stafet_holiday_file_check (const GPtrArray *lines, GError **error);

G_END_DECLS
