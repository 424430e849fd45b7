/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a foreign calendar (RFC 5545) into plain structs, whoever wrote it: bounded, never trusting, and with
 * a sentence for whatever cannot be used.
 *
 * The file is read in place: texts lie in the one copy of its bytes that the StafetIcsFile owns.
 */
#pragma once

#include "core/stafet-i18n.h"
#include "core/stafet-rule.h"
#include "stafet-ics-time.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is read at most. */
typedef struct
{
  gsize octets;     /* of the whole file */
  guint components; /* events, tasks, alarms, zones … */
  gsize property;   /* octets of one property */
  guint dates;      /* EXDATE and RDATE of one series */
} StafetIcsLimits;

extern const StafetIcsLimits stafet_ics_limits;

/* An additional date of a series (RDATE). */
typedef struct
{
  StafetIcsTime start, end;   /* end NEVER: as long as the series, or as @duration says */
  StafetIcsDuration duration; /* of a PERIOD */
  gboolean has_duration;
} StafetIcsDay;

/* One VEVENT. Texts are valid UTF-8, borrowed from the file, "" where the file says nothing. */
typedef struct
{
  const char *uid; /* of an event without one: made from what it says */
  const char *title, *location, *description, *category, *comment;
  StafetIcsTime start, end;   /* end exclusive; NEVER: @duration tells */
  StafetIcsDuration duration; /* without DTEND: DURATION, or what §3.6.1 says of its absence */
  const char *rule;           /* RRULE as it stands there */
  StafetRule *parsed;         /* owned; NULL: no rule, or one outside the grammar that Stafet can edit */
  GArray *days;               /* StafetIcsDay of RDATE; owned, nullable */
  GArray *except;             /* StafetIcsTime of EXDATE; owned, nullable */
  StafetIcsTime recurrence;   /* RECURRENCE-ID: the one date of the series that it speaks of; else NEVER */
  gboolean following;         /* … and of those after it (RANGE=THISANDFUTURE) */
  gboolean cancelled;
  gint32 sequence;
  guint first_raw, n_raw; /* lines of StafetIcsFile.raw: what Stafet has no word for */
  char *fault;            /* owned; why it cannot be used, as a sentence; NULL: it can */
} StafetIcsComponent;

typedef struct
{
  const char *name;   /* of the calendar, "" when it has none; borrowed from @text */
  GArray *components; /* StafetIcsComponent in the order of the file */
  GPtrArray *raw;     /* unfolded lines, borrowed from @text */
  GPtrArray *notes;   /* owned sentences: what was assumed in reading it, and what was passed over */
  StafetZone *local;  /* owned: of dates and floating times */
  char *text;         /* private */
  GHashTable *zones;  /* private */
  GPtrArray *made;    /* private: texts that the file lacks */
} StafetIcsFile;

/* Reads @length octets, which need not be text. @local is where dates and floating times are; @limits NULL:
 * stafet_ics_limits. NULL and STAFET_CORE_ERROR_FILE when it is no calendar, too large, or breaks off: then
 * it must not be taken for all there is. */
StafetIcsFile *stafet_ics_read (const char *bytes, gsize length, StafetZone *local,
                                const StafetIcsLimits *limits, GError **error);
/* The same of a file, of which no more is read than may be. */
StafetIcsFile *stafet_ics_read_file (const char *path, StafetZone *local, GError **error);
void stafet_ics_file_free (StafetIcsFile *self);

const StafetIcsComponent *stafet_ics_file_get (const StafetIcsFile *self, guint i);
/* The value of a property that Stafet has no word for, as TEXT; NULL when the event has none of that name.
 * (transfer full) */
char *stafet_ics_file_raw_text (const StafetIcsFile *self, const StafetIcsComponent *component,
                                const char *name);
/* "Krolf (24 November 2026)": whom a fault is about. (transfer full) */
char *stafet_ics_component_words (const StafetIcsComponent *component, StafetLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetIcsFile, stafet_ics_file_free)

G_END_DECLS
