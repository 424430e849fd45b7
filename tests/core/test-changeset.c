/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the merging of changesets: each record once, as the last of them leaves it.
 */
#include "core/stafet-changeset.h"

#include "core/stafet-volunteer.h"

typedef struct
{
  StafetChangeset *first, *later;
} Fixture;

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->first = stafet_changeset_new (STAFET_CHANGESET_EDIT);
  f->later = stafet_changeset_new (STAFET_CHANGESET_EDIT);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_changeset_unref (f->first);
  stafet_changeset_unref (f->later);
}

/* (transfer full) */
static StafetVolunteer *
volunteer (const char *uid, const char *name)
{
  StafetVolunteer *record = stafet_record_new (STAFET_KIND_VOLUNTEER, uid);
  const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (record), "name");

  g_assert_true (stafet_record_set_text (record, field, name, NULL));
  return record;
}

static const StafetChange *
only_change (Fixture *f)
{
  stafet_changeset_merge (f->first, f->later);
  g_assert_cmpuint (stafet_changeset_length (f->first), ==, 1);
  return stafet_changeset_get (f->first, 0);
}

static const char *
name_of (StafetRecord *record)
{
  return ((StafetVolunteer *) record)->name;
}

RULE (inserted_and_changed_is_inserted_as_changed)
{
  StafetVolunteer *lis = volunteer ("lis", "Lis");
  const StafetChange *change;

  stafet_changeset_insert (f->first, lis);
  stafet_changeset_update (f->later, lis, volunteer ("lis", "Lis Bæk"));
  change = only_change (f);
  g_assert_cmpint (change->operation, ==, STAFET_CHANGE_INSERT);
  g_assert_null (change->before);
  g_assert_cmpstr (name_of (change->after), ==, "Lis Bæk");
}

RULE (inserted_and_deleted_is_nothing)
{
  StafetVolunteer *lis = volunteer ("lis", "Lis");

  stafet_changeset_insert (f->first, lis);
  stafet_changeset_insert (f->first, volunteer ("bent", "Bent"));
  stafet_changeset_delete (f->later, lis);
  g_assert_cmpstr (name_of (only_change (f)->after), ==, "Bent");
}

RULE (deleted_and_inserted_is_changed)
{
  g_autoptr (StafetRecord) lis = &volunteer ("lis", "Lis")->parent;
  const StafetChange *change;

  stafet_changeset_delete (f->first, lis);
  stafet_changeset_insert (f->later, volunteer ("lis", "Lis Bæk"));
  change = only_change (f);
  g_assert_cmpint (change->operation, ==, STAFET_CHANGE_UPDATE);
  g_assert_true (change->before == lis);
  g_assert_cmpstr (name_of (change->after), ==, "Lis Bæk");
}

RULE (changed_and_deleted_is_deleted_as_it_was)
{
  g_autoptr (StafetRecord) lis = &volunteer ("lis", "Lis")->parent;
  StafetVolunteer *after = volunteer ("lis", "Lis Bæk");
  const StafetChange *change;

  stafet_changeset_update (f->first, lis, after);
  stafet_changeset_delete (f->later, after);
  change = only_change (f);
  g_assert_cmpint (change->operation, ==, STAFET_CHANGE_DELETE);
  g_assert_true (change->before == lis);
  g_assert_null (change->after);
}

RULE (changed_twice_is_changed_once)
{
  g_autoptr (StafetRecord) lis = &volunteer ("lis", "Lis")->parent;
  StafetVolunteer *between = volunteer ("lis", "Lis B.");
  const StafetChange *change;

  stafet_changeset_update (f->first, lis, between);
  stafet_changeset_update (f->later, between, volunteer ("lis", "Lis Bæk"));
  change = only_change (f);
  g_assert_cmpint (change->operation, ==, STAFET_CHANGE_UPDATE);
  g_assert_true (change->before == lis);
  g_assert_cmpstr (name_of (change->after), ==, "Lis Bæk");
}

RULE (changed_and_changed_back_is_nothing)
{
  g_autoptr (StafetRecord) lis = &volunteer ("lis", "Lis")->parent;
  StafetVolunteer *between = volunteer ("lis", "Lis B.");

  stafet_changeset_update (f->first, lis, between);
  stafet_changeset_update (f->later, between, volunteer ("lis", "Lis"));
  stafet_changeset_merge (f->first, f->later);
  g_assert_cmpuint (stafet_changeset_length (f->first), ==, 0);
}

RULE (others_keep_their_order)
{
  static const char *const uids[] = { "a", "b", "c", "d" };
  StafetVolunteer *b = volunteer ("b", "b");

  stafet_changeset_insert (f->first, volunteer ("a", "a"));
  stafet_changeset_insert (f->first, b);
  stafet_changeset_insert (f->later, volunteer ("c", "c"));
  stafet_changeset_update (f->later, b, volunteer ("b", "B"));
  stafet_changeset_insert (f->later, volunteer ("d", "d"));
  stafet_changeset_merge (f->first, f->later);
  g_assert_cmpuint (stafet_changeset_length (f->first), ==, G_N_ELEMENTS (uids));
  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    g_assert_cmpstr (stafet_changeset_get (f->first, i)->uid, ==, uids[i]);
  g_assert_cmpuint (stafet_changeset_length (f->later), ==, 3);
}

/* What was planned first is what the store is asked about: the later one counts what the first did. */
RULE (the_first_booking_stands)
{
  g_autoptr (StafetRecord) lis = &volunteer ("lis", "Lis")->parent,
                           bent = &volunteer ("bent", "Bent")->parent;
  g_autoptr (StafetRecord) raised = stafet_record_copy (lis);

  lis->booking_version = 4;
  raised->booking_version = 5;
  stafet_changeset_book (f->first, lis);
  stafet_changeset_book (f->later, raised);
  stafet_changeset_book (f->later, bent);
  stafet_changeset_merge (f->first, f->later);
  g_assert_cmpuint (f->first->bookings->len, ==, 2);
  g_assert_true (g_array_index (f->first->bookings, StafetBooking, 0).uid == bent->uid);
  g_assert_true (g_array_index (f->first->bookings, StafetBooking, 1).uid == lis->uid);
  g_assert_cmpint (g_array_index (f->first->bookings, StafetBooking, 1).expected, ==, 4);
}

RULE (what_is_inserted_is_not_booked)
{
  StafetVolunteer *lis = volunteer ("lis", "Lis");
  StafetRecord *raised = stafet_record_copy (lis);
  const StafetChange *change;

  raised->booking_version = 1;
  stafet_changeset_insert (f->first, lis);
  stafet_changeset_book (f->later, lis);
  stafet_changeset_update (f->later, lis, raised);
  change = only_change (f);
  g_assert_cmpuint (f->first->bookings->len, ==, 0);
  g_assert_cmpint (change->after->booking_version, ==, 0);
}

/* One of another kind may have the same uid. */
RULE (a_kind_is_part_of_what_a_record_is)
{
  stafet_changeset_insert (f->first, volunteer ("1", "Lis"));
  stafet_changeset_insert (f->later, stafet_record_new (STAFET_KIND_AREA, "1"));
  stafet_changeset_merge (f->first, f->later);
  g_assert_cmpuint (stafet_changeset_length (f->first), ==, 2);
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/core/changeset/merge/inserted-and-changed-is-inserted-as-changed",
        inserted_and_changed_is_inserted_as_changed);
  TEST ("/core/changeset/merge/inserted-and-deleted-is-nothing", inserted_and_deleted_is_nothing);
  TEST ("/core/changeset/merge/deleted-and-inserted-is-changed", deleted_and_inserted_is_changed);
  TEST ("/core/changeset/merge/changed-and-deleted-is-deleted", changed_and_deleted_is_deleted_as_it_was);
  TEST ("/core/changeset/merge/changed-twice-is-changed-once", changed_twice_is_changed_once);
  TEST ("/core/changeset/merge/changed-and-changed-back-is-nothing", changed_and_changed_back_is_nothing);
  TEST ("/core/changeset/merge/others-keep-their-order", others_keep_their_order);
  TEST ("/core/changeset/merge/the-first-booking-stands", the_first_booking_stands);
  TEST ("/core/changeset/merge/what-is-inserted-is-not-booked", what_is_inserted_is_not_booked);
  TEST ("/core/changeset/merge/a-kind-is-part-of-a-record", a_kind_is_part_of_what_a_record_is);
  return g_test_run ();
}
