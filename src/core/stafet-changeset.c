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
  self->forgotten = g_ptr_array_new ();
  self->for_good = g_array_new (FALSE, FALSE, sizeof (StafetLedgerLine));
  self->withdrawn = g_array_new (FALSE, FALSE, sizeof (StafetLedgerLine));
  self->base = -1;
  self->erased = g_array_new (FALSE, FALSE, sizeof (StafetLedgerLine));
  self->forgets_before = STAFET_INSTANT_NONE;
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
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_array_unref (self->bookings);
  g_ptr_array_unref (self->forgotten);
  g_array_unref (self->for_good);
  g_array_unref (self->withdrawn);
  g_array_unref (self->erased);
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

/* The first to state a booking is the one that stands. */
static void
book (StafetChangeset *self, const StafetBooking *booking)
{
  guint at = 0;

  for (; at < self->bookings->len; at++)
    {
      int order = compare_bookings (&g_array_index (self->bookings, StafetBooking, at), booking);

      if (order == 0)
        return;
      if (order > 0)
        break;
    }
  g_array_insert_vals (self->bookings, at, booking, 1);
}

void
stafet_changeset_book (StafetChangeset *self, gpointer record)
{
  StafetRecord *booked = record;
  StafetBooking booking = { STAFET_RECORD_KIND (booked), booked->uid, booked->booking_version };

  book (self, &booking);
}

void
stafet_changeset_forget (StafetChangeset *self, StafetUid uid)
{
  g_ptr_array_add (self->forgotten, (gpointer) uid);
}

static void
add_line (GArray *lines, StafetUid uid, StafetInstant at)
{
  StafetLedgerLine line = { uid, at };

  g_array_append_val (lines, line);
}

void
stafet_changeset_forget_for_good (StafetChangeset *self, StafetUid uid, StafetInstant at)
{
  stafet_changeset_forget (self, uid);
  add_line (self->for_good, uid, at);
}

void
stafet_changeset_withdraw (StafetChangeset *self, StafetUid uid, StafetInstant at)
{
  stafet_changeset_forget (self, uid);
  add_line (self->withdrawn, uid, at);
}

void
stafet_changeset_erase (StafetChangeset *self, StafetUid volunteer, StafetInstant at)
{
  add_line (self->erased, volunteer, at);
}

void
stafet_changeset_forget_before (StafetChangeset *self, StafetInstant before)
{
  self->forgets_before = before;
}

gboolean
stafet_changeset_forgets (const StafetChangeset *self)
{
  return self->forgotten->len > 0 || self->erased->len > 0 || self->forgets_before != STAFET_INSTANT_NONE;
}

static StafetChange *
copy_change (const StafetChange *change)
{
  StafetChange *copy = g_new (StafetChange, 1);

  *copy = *change;
  if (copy->before != NULL)
    g_object_ref (copy->before);
  if (copy->after != NULL)
    g_object_ref (copy->after);
  return copy;
}

/* A list of thousands is merged row by row: so changes are found by their uid, which no two records share. */
static void
place_changes (StafetChangeset *self)
{
  if (self->places == NULL)
    {
      self->places = g_hash_table_new (g_direct_hash, g_direct_equal);
      self->n_placed = 0;
    }
  for (; self->n_placed < self->changes->len; self->n_placed++)
    {
      const StafetChange *change = g_ptr_array_index (self->changes, self->n_placed);

      if (!g_hash_table_contains (self->places, change->uid))
        g_hash_table_insert (self->places, (gpointer) change->uid, GUINT_TO_POINTER (self->n_placed + 1));
    }
}

/* The position of the change of a record; the length when it has none. */
static guint
find_change (StafetChangeset *self, StafetKind kind, StafetUid uid)
{
  guint place;

  place_changes (self);
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, uid));
  if (place == 0 || ((StafetChange *) g_ptr_array_index (self->changes, place - 1))->kind != kind)
    return self->changes->len;
  return place - 1;
}

static void
remove_change (StafetChangeset *self, guint at)
{
  g_ptr_array_remove_index (self->changes, at);
  g_clear_pointer (&self->places, g_hash_table_unref);
}

static gboolean
is_inserted (StafetChangeset *self, StafetKind kind, StafetUid uid)
{
  guint at = find_change (self, kind, uid);

  return at < self->changes->len
         && ((StafetChange *) g_ptr_array_index (self->changes, at))->operation == STAFET_CHANGE_INSERT;
}

/* What is inserted has not been booked: bookings tried on it before it is stored are none. */
static void
set_after (StafetChange *change, StafetRecord *after)
{
  if (change->operation == STAFET_CHANGE_INSERT && after->booking_version != 0)
    {
      g_autoptr (StafetRecord) unbooked = stafet_record_copy (after);

      unbooked->booking_version = 0;
      g_set_object (&change->after, unbooked);
    }
  else
    g_set_object (&change->after, after);
}

static gboolean
changes_nothing (const StafetChange *change)
{
  g_autoptr (GVariant) differences =
    change->operation == STAFET_CHANGE_UPDATE ? stafet_record_image (change->after, change->before) : NULL;

  return differences != NULL && g_variant_n_children (differences) == 0;
}

/* What the first change and then @later come to. */
static void
merge_change (StafetChangeset *self, guint at, const StafetChange *later)
{
  StafetChange *first = g_ptr_array_index (self->changes, at);
  gboolean made_and_gone =
    first->operation == STAFET_CHANGE_INSERT && later->operation == STAFET_CHANGE_DELETE;

  if (first->operation == STAFET_CHANGE_DELETE && later->operation == STAFET_CHANGE_INSERT)
    first->operation = STAFET_CHANGE_UPDATE;
  else if (later->operation == STAFET_CHANGE_DELETE)
    first->operation = STAFET_CHANGE_DELETE;
  set_after (first, later->after);
  if (made_and_gone || changes_nothing (first))
    remove_change (self, at);
}

void
stafet_changeset_merge (StafetChangeset *self, const StafetChangeset *later)
{
  for (guint i = 0; i < later->bookings->len; i++)
    {
      const StafetBooking *booking = &g_array_index (later->bookings, StafetBooking, i);

      /* Nobody else can have booked what is not stored yet. */
      if (!is_inserted (self, booking->kind, booking->uid))
        book (self, booking);
    }
  for (guint i = 0; i < later->changes->len; i++)
    {
      const StafetChange *change = g_ptr_array_index (later->changes, i);
      guint at = find_change (self, change->kind, change->uid);

      if (at < self->changes->len)
        merge_change (self, at, change);
      else
        g_ptr_array_add (self->changes, copy_change (change));
    }
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
