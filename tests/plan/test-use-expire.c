/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds that what the log says of people is kept for so many months: not a byte of it is left behind that,
 * what is younger or stands on a card today stays, and a blanked change is undone no more.
 */
#include "history-fixture.h"

#define RULE(name) static void name (Fixture *f, G_GNUC_UNUSED gconstpointer data)

static void
go_to (Fixture *f, StafetDate date)
{
  stafet_clock_set_now (f->clock, stafet_wall_new (date, 480));
}

/* What the store's files hold. */
static GString *
bytes_of (Fixture *f)
{
  const char *const ends[] = { "", "-wal" };
  GString *all_of_it = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (f->path, ends[i], NULL), *bytes = NULL;
      gsize length;

      if (g_file_get_contents (path, &bytes, &length, NULL))
        g_string_append_len (all_of_it, bytes, (gssize) length);
    }
  return all_of_it;
}

static gboolean
is_in (const GString *bytes, const char *text)
{
  const char *end = bytes->str + bytes->len;
  gsize length = strlen (text);

  for (const char *at = bytes->str; (at = memchr (at, *text, (gsize) (end - at))) != NULL; at++)
    if ((gsize) (end - at) >= length && memcmp (at, text, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_anywhere (Fixture *f, const char *text)
{
  g_autoptr (GString) bytes = bytes_of (f);
  gboolean found = is_in (bytes, text);

  return found;
}

RULE (twelve_months_are_kept_and_no_more)
{
  g_autofree char *history = NULL;
  gint64 head;

  EDIT (VOLUNTEER, "Bent Krag", "note=Har ondt i knæet", "phones=13402218");
  EDIT (VOLUNTEER, "Bent Krag", "note=Er rask igen");
  unchanged (f, stafet_use_expire ());
  go_to (f, stafet_date_new (2027, 11, 24));
  unchanged (f, stafet_use_expire ());
  g_assert_true (is_anywhere (f, "knæet"));
  go_to (f, stafet_date_new (2027, 11, 25));
  head = stafet_plan_get_head (f->plan);
  edit (f, stafet_use_expire ());
  g_assert_false (is_anywhere (f, "knæet"));
  /* The card has it still. */
  g_assert_true (is_anywhere (f, "Er rask igen"));
  g_assert_true (is_anywhere (f, "13402218"));
  g_assert_cmpint (stafet_plan_get_head (f->plan), ==, head);
  unchanged (f, stafet_use_expire ());
  history = history_of (f);
  g_assert_nonnull (strstr (history, "Note: blev ændret; hvad der stod, gemmes ikke længere"));
  g_assert_nonnull (strstr (history, "Bent Krag er ændret (frivillig)"));
  assert_sound (f);
}

RULE (the_settings_say_how_long)
{
  EDIT (SETTINGS, "settings", "retention_months=3");
  EDIT (VOLUNTEER, "Bent Krag", "note=Har ondt i knæet");
  EDIT (VOLUNTEER, "Bent Krag", "note=");
  go_to (f, stafet_date_new (2027, 2, 24));
  unchanged (f, stafet_use_expire ());
  go_to (f, stafet_date_new (2027, 2, 25));
  edit (f, stafet_use_expire ());
  g_assert_false (is_anywhere (f, "knæet"));
}

RULE (what_is_blanked_is_not_undone)
{
  gint64 changed;

  EDIT (VOLUNTEER, "Bent Krag", "note=Har ondt i knæet");
  changed = stafet_plan_get_head (f->plan);
  go_to (f, stafet_date_new (2028, 2, 29));
  edit (f, stafet_use_expire ());
  refused (f, stafet_edit_undo (), STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (f->message, "personoplysninger"));
  refused (f, stafet_edit_undo_change (changed, TRUE), STAFET_STORE_ERROR, STAFET_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (((StafetVolunteer *) FIND (VOLUNTEER, "Bent Krag"))->note, ==, "Har ondt i knæet");
}

/* What says nothing of anybody is undone as ever. */
RULE (what_is_not_personal_stays)
{
  EDIT (ACTIVITY, "Café", "title=Kaffestue");
  go_to (f, stafet_date_new (2028, 2, 29));
  edit (f, stafet_use_expire ());
  done (f, stafet_edit_undo ());
  g_assert_nonnull (FIND (ACTIVITY, "Café"));
}

RULE (labels_name_nobody_who_is_called_so_no_more)
{
  g_autofree char *history = NULL;

  done (f, stafet_use_assign ("Servering", WHO ("Bent Krag"), TUESDAY + 7, FALSE, FALSE));
  ADD (VOLUNTEER, "name=Bent Krag Holm");
  EDIT (VOLUNTEER, "Bent Krag", "name=Bent Fjordmand");
  ADD (NOTE, "text=Ring til Skovlund om kagerne, og husk at spørge om hun kan komme igen");
  done (f, stafet_use_remove (STAFET_KIND_NOTE,
                              "Ring til Skovlund om kagerne, og husk at spørge om hun kan komme igen"));
  ADD (NOTE, "text=Købe mælk");
  go_to (f, stafet_date_new (2027, 11, 25));
  edit (f, stafet_use_expire ());
  history = history_of (f);
  g_test_message ("%s", history);
  g_assert_false (is_anywhere (f, "Skovlund"));
  g_assert_nonnull (strstr (history, "En frivillig er sat på Servering"));
  g_assert_nonnull (strstr (history, "Bent Krag Holm"));
  g_assert_nonnull (strstr (history, "Købe mælk"));
}

/* Somebody's clock is a year and more behind: what that wrote is as old as it says, though it came later. */
RULE (what_a_slow_clock_wrote_later_goes_too)
{
  go_to (f, stafet_date_new (2027, 12, 1));
  edit (f, stafet_use_expire ());
  go_to (f, stafet_date_new (2026, 11, 1));
  EDIT (VOLUNTEER, "Bent Krag", "note=Har ondt i knæet");
  EDIT (VOLUNTEER, "Bent Krag", "note=");
  go_to (f, stafet_date_new (2027, 12, 2));
  edit (f, stafet_use_expire ());
  g_assert_false (is_anywhere (f, "knæet"));
}

/* ——— Whatever is done ——— */

typedef struct
{
  char *text;
  StafetDate touched; /* when it last came or went */
  gboolean there;
} Secret;

static void
secret_clear (gpointer data)
{
  g_free (((Secret *) data)->text);
}

/* Letters alone, so that it stands as a word of its own. */
static const char *
new_secret (GArray *secrets)
{
  Secret secret = { g_strdup ("Hemmxxxxxx"), NONE, FALSE };
  guint n = secrets->len;

  for (int i = 4; i < 10; i++, n /= 20)
    secret.text[i] = (char) ('a' + n % 20);
  g_array_append_val (secrets, secret);
  return secret.text;
}

static void
look (Fixture *f, GArray *secrets)
{
  g_autofree char *image = image_of_plan (f);

  for (guint i = 0; i < secrets->len; i++)
    {
      Secret *secret = &g_array_index (secrets, Secret, i);
      gboolean there = strstr (image, secret->text) != NULL;

      if (there != secret->there || secret->touched == NONE)
        secret->touched = stafet_clock_today (f->clock);
      secret->there = there;
    }
}

static const char *
any_of (Fixture *f, StafetKind kind)
{
  const GPtrArray *rows = all (f, kind);

  if (rows->len == 0)
    return "nobody";
  return ((StafetRecord *) rows->pdata[g_test_rand_int_range (0, (int) rows->len)])->uid;
}

static const char *
any_guest (Fixture *f, StafetDate *date)
{
  const GPtrArray *rows = all (f, STAFET_KIND_ASSIGNMENT);

  for (guint i = 0; i < rows->len; i++)
    {
      const StafetAssignment *row = rows->pdata[i];

      *date = row->date;
      if (*row->guest != '\0')
        return row->guest;
    }
  return "nobody";
}

static StafetEdit *
any_edit (Fixture *f, GArray *secrets)
{
  static const char *const keys[] = { "name", "note", "address", "mail", "town", "call_when", "short_name" };
  StafetDate next = TUESDAY + 7 * (StafetDate) g_test_rand_int_range (0, 100), date = next;
  const char *guest = any_guest (f, &date);
  g_autofree char *pair = NULL;

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      pair = g_strdup_printf ("name=%s", new_secret (secrets));
      return stafet_use_add (STAFET_KIND_VOLUNTEER, PAIRS (pair));
    case 1:
    case 2:
    case 3:
      pair =
        g_strdup_printf ("%s=%s", keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))], new_secret (secrets));
      return stafet_use_edit (STAFET_KIND_VOLUNTEER, any_of (f, STAFET_KIND_VOLUNTEER), PAIRS (pair));
    case 4:
      return stafet_use_remove (STAFET_KIND_VOLUNTEER, any_of (f, STAFET_KIND_VOLUNTEER));
    case 5:
      pair = g_strdup_printf ("text=Husk %s\nog kagen", new_secret (secrets));
      return stafet_use_add (STAFET_KIND_NOTE, PAIRS (pair));
    case 6:
      pair = g_strdup_printf ("text=%s", new_secret (secrets));
      return stafet_use_edit (STAFET_KIND_NOTE, any_of (f, STAFET_KIND_NOTE), PAIRS (pair));
    case 7:
      return stafet_use_remove (STAFET_KIND_NOTE, any_of (f, STAFET_KIND_NOTE));
    case 8:
      return stafet_use_assign ("Servering", &(StafetWho){ .guest = new_secret (secrets) }, next, FALSE,
                                FALSE);
    case 9:
      return stafet_use_unassign ("Servering", &(StafetWho){ .guest = guest }, date);
    case 10:
      return stafet_use_assign ("Servering", WHO (any_of (f, STAFET_KIND_VOLUNTEER)), next, FALSE, FALSE);
    default:
      return g_test_rand_bit () ? stafet_edit_undo () : stafet_edit_redo ();
    }
}

static void
assert_kept_for_twelve_months (Fixture *f, const GArray *secrets)
{
  StafetDate today = stafet_clock_today (f->clock), before;
  g_autoptr (GString) bytes = bytes_of (f);
  int year, month, day;

  stafet_date_split (today, &year, &month, &day);
  before = stafet_date_new (year - 1, month, MIN (day, stafet_date_days_in_month (year - 1, month)));
  for (guint i = 0; i < secrets->len; i++)
    {
      const Secret *secret = &g_array_index (secrets, Secret, i);
      gboolean expected = secret->there || secret->touched >= before;

      /* An edit that was refused wrote nothing. */
      if (is_in (bytes, secret->text) && !expected)
        g_error ("%s of day %d is still there on day %d", secret->text, secret->touched, today);
      if (secret->there)
        g_assert_true (is_in (bytes, secret->text));
    }
}

RULE (whatever_is_done_nothing_older_is_left)
{
  g_autoptr (GArray) secrets = g_array_new (FALSE, FALSE, sizeof (Secret));
  StafetDate date = TUESDAY;
  guint gone = 0;

  g_array_set_clear_func (secrets, secret_clear);
  for (int i = 0; i < 160; i++)
    {
      g_autoptr (StafetOutcome) outcome = NULL;

      date += g_test_rand_int_range (0, 16);
      go_to (f, date);
      outcome = stafet_plan_edit (f->plan, any_edit (f, secrets), NULL);
      look (f, secrets);
      if (g_test_rand_int_range (0, 6) > 0)
        continue;
      edit (f, stafet_use_expire ());
      assert_kept_for_twelve_months (f, secrets);
    }
  go_to (f, date + 400);
  edit (f, stafet_use_expire ());
  assert_kept_for_twelve_months (f, secrets);
  for (guint i = 0; i < secrets->len; i++)
    gone += !g_array_index (secrets, Secret, i).there;
  g_assert_cmpuint (gone, >, 5);
  assert_sound (f);
}

#undef TEST
#define TEST(name, func) g_test_add ("/plan/use/expire/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stafet_i18n_init (g_getenv ("STAFET_LOCALE_DIR"));
  TEST ("twelve-months-and-no-more", twelve_months_are_kept_and_no_more);
  TEST ("the-settings-say-how-long", the_settings_say_how_long);
  TEST ("what-is-blanked-is-not-undone", what_is_blanked_is_not_undone);
  TEST ("what-is-not-personal-stays", what_is_not_personal_stays);
  TEST ("labels-name-nobody-called-so-no-more", labels_name_nobody_who_is_called_so_no_more);
  TEST ("a-slow-clock-too", what_a_slow_clock_wrote_later_goes_too);
  TEST ("whatever-is-done-nothing-older-is-left", whatever_is_done_nothing_older_is_left);
  return g_test_run ();
}
