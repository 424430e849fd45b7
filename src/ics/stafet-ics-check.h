/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a written calendar back with libical and holds it against what was meant.
 */
#pragma once

#include "stafet-ics-writer.h"

G_BEGIN_DECLS

/**
 * StafetIcsError:
 * @STAFET_ICS_ERROR_UNREADABLE: libical cannot read the calendar, or reads errors in it
 * @STAFET_ICS_ERROR_DIFFERENT: what it reads is not what was to be written
 */
typedef enum
{
  STAFET_ICS_ERROR_UNREADABLE,
  STAFET_ICS_ERROR_DIFFERENT
} StafetIcsError;

#define STAFET_ICS_ERROR (stafet_ics_error_quark ())
GQuark stafet_ics_error_quark (void);

/* Call once before threads check: libical fills tables of its own on first use. */
void stafet_ics_check_prepare (void);

/* Whether @text (NUL-terminated) holds exactly @events (StafetIcsEvent, in this order, with UIDs of their
 * own): UID, DTSTART, DTEND, SEQUENCE and SUMMARY are compared. Thread-safe. */
gboolean stafet_ics_check (const char *text, const GArray *events, const char *zone_name, GError **error);

G_END_DECLS
