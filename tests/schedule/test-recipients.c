/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds who is written to and how, who is left out and why, and what a letter and its drafts are.
 */
#include "core/stafet-i18n.h"
#include "schedule/stafet-letter.h"
#include "snapshot-fixture.h"

#include <string.h>

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)
#define MORNING (stafet_wall_new (TUESDAY, 480))

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->snapshot = stafet_snapshot_new ();
  put (f, STAFET_KIND_SETTINGS, STAFET_SETTINGS_UID, "language", "en", "zone", "Europe/Copenhagen", NULL);
  put (f, STAFET_KIND_HOUSE, "mill", "name", "Møllestien", "kind", "community", NULL);
  put (f, STAFET_KIND_ROOM, "hall", "name", "Salen", "house", "mill", NULL);
  put (f, STAFET_KIND_ROOM, "attic", "name", "Loftet", "house", "mill", NULL);
  put (f, STAFET_KIND_HOUSE, "wood", "name", "Skovvang", "kind", "nursing", NULL);
  put (f, STAFET_KIND_WARD, "b1", "name", "B.1", "house", "wood", "phone", "20100001", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "name", "Lis Bæk", "mail", "lis@post.example", NULL);
  put (f, STAFET_KIND_PHONE, "p1", "volunteer", "lis", "number", "20583142", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "bent", "name", "Bent Krag", NULL);
  put (f, STAFET_KIND_PHONE, "p2", "volunteer", "bent", "number", "86402218", "position", "0", NULL);
  put (f, STAFET_KIND_PHONE, "p3", "volunteer", "bent", "number", "+4520402218", "position", "1", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "aase", "name", "Åse Kjær", NULL);
  put (f, STAFET_KIND_PHONE, "p4", "volunteer", "aase", "number", "86402219", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "ruth", "name", "Ruth Winther", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "title", "Café", "house", "mill", "room", "hall", "start",
       "2026-11-03T10:00", "end", "2026-11-03T14:00", "rule", "FREQ=WEEKLY;BYDAY=TU", NULL);
  put (f, STAFET_KIND_SHIFT, "serve", "role", "Servering", "wanted", "4", "activity", "cafe", NULL);
  put (f, STAFET_KIND_STANDING, "s1", "shift", "serve", "volunteer", "lis", NULL);
  put (f, STAFET_KIND_STANDING, "s2", "shift", "serve", "volunteer", "bent", NULL);
  put (f, STAFET_KIND_STANDING, "s3", "shift", "serve", "volunteer", "aase", NULL);
  put (f, STAFET_KIND_STANDING, "s4", "shift", "serve", "volunteer", "ruth", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  stafet_snapshot_unref (f->snapshot);
}

static StafetRecipients *
on (Fixture *f, StafetDate date)
{
  return stafet_recipients_new (
    stafet_call_list_new_everybody (f->snapshot, STAFET_KIND_ACTIVITY, stafet_uid_intern ("cafe"), date),
    MORNING);
}

static StafetRecipients *
of_cafe (Fixture *f)
{
  return stafet_recipients_new (
    stafet_call_list_new_activity (
      f->snapshot, stafet_snapshot_lookup (f->snapshot, STAFET_KIND_ACTIVITY, "cafe"), TUESDAY),
    MORNING);
}

/* "mail Lis Bæk lis@post.example; …; without Ruth Winther is away". */
static void
assert_reached (StafetRecipients *recipients, const char *expected)
{
  static const char *const ways[] = { "mail", "message", "call", "not" };
  g_autoptr (StafetRecipients) owned = recipients;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < owned->recipients->len; i++)
    {
      const StafetRecipient *one = &g_array_index (owned->recipients, StafetRecipient, i);

      g_string_append_printf (text, "%s%s %s%s%s", i > 0 ? "; " : "", ways[one->by], one->line->name,
                              *one->mail != '\0' || *one->mobile != '\0' ? " " : "",
                              *one->mail != '\0' ? one->mail : one->mobile);
    }
  for (guint i = 0; i < owned->left_out->len; i++)
    {
      const StafetLeftOut *left = &g_array_index (owned->left_out, StafetLeftOut, i);

      g_string_append_printf (text, "; without %s %s", left->volunteer->name,
                              stafet_left_out_words (STAFET_LANGUAGE_EN, left->reason));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

RULE (mail_goes_before_messages_and_these_before_calls)
{
  assert_reached (on (f, TUESDAY), "mail Lis Bæk lis@post.example; message Bent Krag +4520402218; "
                                   "call Åse Kjær; not Ruth Winther");
}

RULE (everybody_is_reached_as_they_would_rather_be_where_that_can_be_done)
{
  put (f, STAFET_KIND_VOLUNTEER, "lis", "call_how", "phone", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "bent", "call_how", "mail", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "aase", "call_how", "message", NULL);
  assert_reached (on (f, TUESDAY),
                  "message Bent Krag +4520402218; message Åse Kjær 86402219; call Lis Bæk; not Ruth Winther");
  put (f, STAFET_KIND_VOLUNTEER, "lis", "call_how", "message", NULL);
  assert_reached (on (f, TUESDAY), "message Bent Krag +4520402218; message Lis Bæk 20583142; "
                                   "message Åse Kjær 86402219; not Ruth Winther");
}

RULE (what_is_no_address_is_none)
{
  put (f, STAFET_KIND_VOLUNTEER, "ruth", "mail", "ruth (spørg)", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "lis", "mail", "lis@", NULL);
  assert_reached (on (f, TUESDAY),
                  "message Bent Krag +4520402218; message Lis Bæk 20583142; call Åse Kjær; not Ruth Winther");
}

RULE (who_is_away_is_left_out_and_that_is_said)
{
  put (f, STAFET_KIND_ABSENCE, "ab", "volunteer", "ruth", "from", "2026-11-20", "to", "2026-11-30", NULL);
  put (f, STAFET_KIND_ASSIGNMENT, "a1", "shift", "serve", "date", "2026-11-24", "volunteer", "bent", "state",
       "declined", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "aase", "status", "paused", NULL);
  assert_reached (
    on (f, TUESDAY),
    "mail Lis Bæk lis@post.example; without Bent Krag sent regrets; without Ruth Winther is away; "
    "without Åse Kjær is on a break");
}

RULE (who_is_away_from_one_date_of_an_activity_is_written_to)
{
  put (f, STAFET_KIND_ABSENCE, "ab", "volunteer", "lis", "from", "2026-11-20", "to", "2026-11-30", NULL);
  put (f, STAFET_KIND_ABSENCE, "ac", "volunteer", "bent", "from", "2026-11-20", "to", "2027-11-30", NULL);
  assert_reached (
    of_cafe (f), "mail Lis Bæk lis@post.example; call Åse Kjær; not Ruth Winther; without Bent Krag is away");
}

RULE (wards_are_rung_and_organisers_and_sign_ups_come_along)
{
  put (f, STAFET_KIND_ORGANISER, "choir", "name", "Sangvennerne", "kind", "association", "phone", "86304050",
       "mail", "sang@kor.example", NULL);
  put (f, STAFET_KIND_ACTIVITY, "cafe", "organiser", "choir", "room", "", "ward", "b1", NULL);
  put (f, STAFET_KIND_SIGNUP, "su", "activity", "cafe", "date", "2026-11-24", "name", "Inger Holm", "phone",
       "30201412", "heads", "1", "position", "1", NULL);
  assert_reached (on (f, TUESDAY),
                  "mail Lis Bæk lis@post.example; mail Sangvennerne sang@kor.example; "
                  "message Bent Krag +4520402218; message Inger Holm 30201412; call B.1; call Åse Kjær; "
                  "not Ruth Winther");
}

RULE (of_a_list_who_is_away_today_or_has_stopped_is_left_out)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  put (f, STAFET_KIND_VOLUNTEER, "ruth", "status", "stopped", NULL);
  put (f, STAFET_KIND_ABSENCE, "ab", "volunteer", "bent", "from", "2026-11-20", "to", "2026-11-30", NULL);
  for (guint i = 0; i < stafet_snapshot_all (f->snapshot, STAFET_KIND_VOLUNTEER)->len; i++)
    g_ptr_array_add (all, stafet_snapshot_all (f->snapshot, STAFET_KIND_VOLUNTEER)->pdata[i]);
  /* Twice is once. */
  g_ptr_array_add (all, all->pdata[0]);
  assert_reached (stafet_recipients_new (stafet_call_list_new_volunteers (f->snapshot, all), MORNING),
                  "mail Lis Bæk lis@post.example; call Åse Kjær; without Bent Krag is away; without Ruth "
                  "Winther has stopped");
}

/* ——— Letters ——— */

static void
assert_letter (Fixture *f, const char *subject, const char *about)
{
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (f->snapshot, STAFET_KIND_ACTIVITY, stafet_uid_intern ("cafe"), TUESDAY);
  g_auto (StafetLetter) letter = { NULL };
  g_autofree char *text = g_strdup_printf ("Dear all\n\n%s\n\nKind regards\nMøllestien", about);

  stafet_letter_write_date (&letter, agenda);
  g_assert_cmpstr (letter.subject, ==, subject);
  g_assert_cmpstr (letter.text, ==, text);
}

RULE (a_letter_says_what_when_and_where)
{
  assert_letter (f, "Café Tuesday 24 November",
                 "It is about Café Tuesday 24 November 10:00–14:00 in this place: Salen, Møllestien.");
}

RULE (a_letter_about_a_cancelled_date_says_that)
{
  put (f, STAFET_KIND_EXCEPTION, "x", "activity", "cafe", "date", "2026-11-24", "status", "cancelled",
       "reason", "Rørskade", NULL);
  assert_letter (f, "Cancelled: Café Tuesday 24 November",
                 "Café Tuesday 24 November 10:00–14:00 is cancelled: Rørskade.");
}

RULE (a_letter_speaks_the_language_of_the_store)
{
  g_autoptr (StafetAgenda) agenda =
    stafet_agenda_new_occurrence (f->snapshot, STAFET_KIND_ACTIVITY, stafet_uid_intern ("cafe"), TUESDAY);
  g_auto (StafetLetter) letter = { NULL };

  put (f, STAFET_KIND_SETTINGS, STAFET_SETTINGS_UID, "language", "da", NULL);
  stafet_letter_write_date (&letter, agenda);
  g_assert_cmpstr (letter.text, ==,
                   "Kære alle\n\nDet gælder Café tirsdag den 24. november kl. 10.00–14.00. "
                   "Stedet er Salen, Møllestien.\n\nVenlig hilsen\nMøllestien");
}

RULE (addresses_are_blind_copies_and_each_is_there_once)
{
  g_autoptr (StafetRecipients) recipients = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  gboolean with_text;

  put (f, STAFET_KIND_VOLUNTEER, "bent", "mail", "LIS@post.example", NULL);
  put (f, STAFET_KIND_VOLUNTEER, "aase", "mail", "aase+krolf@post.example", NULL);
  recipients = on (f, TUESDAY);
  drafts = stafet_letter_drafts (recipients, "Krolf & kaffe", "To\nlinjer", &with_text);
  g_assert_true (with_text);
  g_assert_cmpuint (recipients->n[STAFET_REACHED_BY_MAIL], ==, 3);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((StafetMailDraft *) drafts->pdata[0])->uri, ==,
                   "mailto:?bcc=LIS@post.example,aase%2Bkrolf@post.example"
                   "&subject=Krolf%20%26%20kaffe&body=To%0D%0Alinjer");
}

static void
add_many (Fixture *f, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uid = g_strdup_printf ("v%u", i), *mail = g_strdup_printf ("person%u@post.example", i);
      g_autofree char *standing = g_strdup_printf ("t%u", i);

      put (f, STAFET_KIND_VOLUNTEER, uid, "name", uid, "mail", mail, NULL);
      put (f, STAFET_KIND_STANDING, standing, "shift", "serve", "volunteer", uid, NULL);
    }
}

RULE (a_long_list_is_divided_and_nobody_is_lost)
{
  g_autoptr (StafetRecipients) recipients = NULL;
  g_autoptr (GPtrArray) drafts = NULL, without = NULL;
  g_autofree char *novel = g_strnfill (3000, 'x');
  gboolean with_text;
  guint n = 0;

  add_many (f, 200);
  recipients = on (f, TUESDAY);
  drafts = stafet_letter_drafts (recipients, "Café", "Kom", &with_text);
  for (guint i = 0; i < drafts->len; i++)
    {
      const StafetMailDraft *draft = drafts->pdata[i];

      g_assert_cmpuint (strlen (draft->uri), <=, 2000);
      g_assert_nonnull (strstr (draft->uri, "&body=Kom"));
      n += draft->addresses->len;
    }
  g_assert_cmpuint (n, ==, 201);
  g_assert_cmpuint (drafts->len, ==, 3);
  without = stafet_letter_drafts (recipients, "Café", novel, &with_text);
  g_assert_false (with_text);
  g_assert_null (strstr (((StafetMailDraft *) without->pdata[0])->uri, "body"));
}

RULE (a_landline_is_no_mobile)
{
  (void) f;
  g_assert_true (stafet_phone_is_mobile ("20304050"));
  g_assert_true (stafet_phone_is_mobile ("+4560304050"));
  g_assert_false (stafet_phone_is_mobile ("86304050"));
  g_assert_false (stafet_phone_is_mobile ("70304050"));
  g_assert_false (stafet_phone_is_mobile ("203040"));
  g_assert_false (stafet_phone_is_mobile ("+4620304050"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (NULL);
#define TEST(path, func) g_test_add ("/schedule/recipients/" path, Fixture, NULL, set_up, func, tear_down)
  TEST ("mail-goes-before-messages-and-these-before-calls", mail_goes_before_messages_and_these_before_calls);
  TEST ("everybody-is-reached-as-they-would-rather-be-where-that-can-be-done",
        everybody_is_reached_as_they_would_rather_be_where_that_can_be_done);
  TEST ("what-is-no-address-is-none", what_is_no_address_is_none);
  TEST ("who-is-away-is-left-out-and-that-is-said", who_is_away_is_left_out_and_that_is_said);
  TEST ("who-is-away-from-one-date-of-an-activity-is-written-to",
        who_is_away_from_one_date_of_an_activity_is_written_to);
  TEST ("wards-are-rung-and-organisers-and-sign-ups-come-along",
        wards_are_rung_and_organisers_and_sign_ups_come_along);
  TEST ("of-a-list-who-is-away-today-or-has-stopped-is-left-out",
        of_a_list_who_is_away_today_or_has_stopped_is_left_out);
  TEST ("a-letter-says-what-when-and-where", a_letter_says_what_when_and_where);
  TEST ("a-letter-about-a-cancelled-date-says-that", a_letter_about_a_cancelled_date_says_that);
  TEST ("a-letter-speaks-the-language-of-the-store", a_letter_speaks_the_language_of_the_store);
  TEST ("addresses-are-blind-copies-and-each-is-there-once",
        addresses_are_blind_copies_and_each_is_there_once);
  TEST ("a-long-list-is-divided-and-nobody-is-lost", a_long_list_is_divided_and_nobody_is_lost);
  TEST ("a-landline-is-no-mobile", a_landline_is_no_mobile);
#undef TEST
  return g_test_run ();
}
