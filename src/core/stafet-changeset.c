/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Builds changesets.
 */
#include "stafet-changeset.h"

#include <string.h>

static void
change_free (StafetChange *change)
{
  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change);
}

StafetChangeset *
stafet_changeset_new (StafetChangesetKind kind)
{
  StafetChangeset *self = g_new0 (StafetChangeset, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->label = g_strdup ("");
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  self->bookings = g_array_new (FALSE, FALSE, sizeof (StafetBooking));
  self->at = STAFET_INSTANT_NONE;
  return self;
}

StafetChangeset *
stafet_changeset_ref (StafetChangeset *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
stafet_changeset_unref (StafetChangeset *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->label);
  g_ptr_array_unref (self->changes);
  g_array_unref (self->bookings);
  g_free (self);
}

void
stafet_changeset_set_label (StafetChangeset *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_free (self->label);
  self->label = g_strdup_vprintf (format, args);
  va_end (args);
}

static void
append (StafetChangeset *self, StafetChangeOperation operation, StafetRecord *before, StafetRecord *after)
{
  StafetChange *change = g_new0 (StafetChange, 1);
  StafetRecord *record = after != NULL ? after : before;

  change->kind = STAFET_RECORD_KIND (record);
  change->uid = record->uid;
  change->operation = operation;
  change->before = before;
  change->after = after;
  g_ptr_array_add (self->changes, change);
}

void
stafet_changeset_insert (StafetChangeset *self, gpointer record)
{
  append (self, STAFET_CHANGE_INSERT, NULL, record);
}

void
stafet_changeset_update (StafetChangeset *self, gpointer before, gpointer after)
{
  append (self, STAFET_CHANGE_UPDATE, g_object_ref (before), after);
}

void
stafet_changeset_delete (StafetChangeset *self, gpointer before)
{
  append (self, STAFET_CHANGE_DELETE, g_object_ref (before), NULL);
}

static int
compare_bookings (const StafetBooking *a, const StafetBooking *b)
{
  return a->kind != b->kind ? (int) a->kind - (int) b->kind : strcmp (a->uid, b->uid);
}

void
stafet_changeset_book (StafetChangeset *self, gpointer record)
{
  StafetRecord *booked = record;
  StafetBooking booking = { STAFET_RECORD_KIND (booked), booked->uid, booked->booking_version };
  guint at = 0;

  for (; at < self->bookings->len; at++)
    {
      int order = compare_bookings (&g_array_index (self->bookings, StafetBooking, at), &booking);

      if (order == 0)
        return;
      if (order > 0)
        break;
    }
  g_array_insert_val (self->bookings, at, booking);
}

guint
stafet_changeset_length (const StafetChangeset *self)
{
  return self->changes->len;
}

StafetChange *
stafet_changeset_get (const StafetChangeset *self, guint i)
{
  return g_ptr_array_index (self->changes, i);
}
