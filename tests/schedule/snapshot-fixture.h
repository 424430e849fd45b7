/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hand-made snapshots for the tests of pure functions.
 */
#pragma once

#include "schedule/stafet-snapshot.h"

typedef struct
{
  StafetSnapshot *snapshot;
} Fixture;

/* The 24th of November 2026, a Tuesday of week 48. */
#define TUESDAY (stafet_date_new (2026, 11, 24))
#define WEEKS(n) (7 * (n))

/* A record with the keys and texts given, up to a NULL key; or the one of that uid with those changed. */
static inline gpointer G_GNUC_NULL_TERMINATED
put (Fixture *f, StafetKind kind, const char *uid, const char *first_key, ...)
{
  StafetRecord *old = stafet_snapshot_lookup (f->snapshot, kind, uid);
  g_autoptr (StafetRecord) record = old != NULL ? stafet_record_copy (old) : stafet_record_new (kind, uid);
  g_autoptr (GError) error = NULL;
  va_list args;

  va_start (args, first_key);
  for (const char *key = first_key; key != NULL; key = va_arg (args, const char *))
    {
      const StafetField *field = stafet_record_info_field (stafet_record_info (kind), key);

      g_assert_nonnull (field);
      stafet_record_set_text (record, field, va_arg (args, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (args);
  stafet_record_validate (record, &error);
  g_assert_no_error (error);
  stafet_snapshot_put (f->snapshot, record);
  return stafet_snapshot_lookup (f->snapshot, kind, uid);
}
