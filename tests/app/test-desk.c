/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the desk to its rules: what is told and when, what is in view, and how edits go.
 */
#include "app-fixture.h"

#include <sqlite3.h>

static void
count_cb (guint *n)
{
  ++*n;
}

static guint *
count_changes (App *app, guint *n)
{
  settle ();
  *n = 0;
  g_signal_connect_swapped (app->desk, "changed", G_CALLBACK (count_cb), n);
  return n;
}

static void
assert_told (guint *n, guint expected)
{
  settle ();
  g_assert_cmpuint (*n, ==, expected);
  *n = 0;
}

static void
stop_counting (App *app, guint *n)
{
  g_signal_handlers_disconnect_by_data (app->desk, n);
}

static StafetUid
uid_of (App *app, StafetKind kind, const char *name)
{
  return ((StafetRecord *) find (&app->plan, kind, name))->uid;
}

#define HOUSE(name) (uid_of (app, STAFET_KIND_HOUSE, name))

/* Another desk on the same plan and settings: what the program sees when it is started anew. */
static void
start_anew (App *app)
{
  settle ();
  g_assert_finalize_object (app->desk);
  app->desk = stafet_desk_new (app->plan.plan, app->settings);
}

/* ——— Telling ——— */

RULE (many_changes_are_told_once)
{
  Fixture *f = &app->plan;
  guint n;

  count_changes (app, &n);
  ADD (VOLUNTEER, "name=Ruth Winther");
  ADD (VOLUNTEER, "name=Jørgen Ravn");
  stafet_desk_set_date (app->desk, TUESDAY + 1);
  stafet_desk_set_view (app->desk, STAFET_VIEW_MINE, NULL);
  g_assert_cmpuint (n, ==, 0);
  assert_told (&n, 1);
  assert_told (&n, 0);
  ADD (VOLUNTEER, "name=Per Storm");
  assert_told (&n, 1);
  stop_counting (app, &n);
}

RULE (the_date_that_is_in_view_already_is_no_change)
{
  guint n;

  count_changes (app, &n);
  stafet_desk_set_date (app->desk, TUESDAY);
  assert_told (&n, 0);
  stafet_desk_set_date (app->desk, TUESDAY + 3);
  assert_told (&n, 1);
  g_assert_cmpint (stafet_desk_get_date (app->desk), ==, TUESDAY + 3);
  stop_counting (app, &n);
}

RULE (a_minute_that_passes_is_told_and_today_follows_the_clock)
{
  guint n;

  count_changes (app, &n);
  stafet_desk_look (app->desk);
  assert_told (&n, 0);
  stafet_clock_set_now (app->plan.clock, stafet_wall_new (TUESDAY, 481));
  stafet_desk_look (app->desk);
  assert_told (&n, 1);
  stafet_clock_set_now (app->plan.clock, stafet_wall_new (TUESDAY + 1, 1));
  stafet_desk_look (app->desk);
  assert_told (&n, 1);
  g_assert_cmpint (stafet_desk_get_date (app->desk), ==, TUESDAY + 1);
  g_assert_cmpint (stafet_desk_today (app->desk), ==, TUESDAY + 1);
  stop_counting (app, &n);
}

RULE (another_day_in_view_stays_when_midnight_passes)
{
  stafet_desk_set_date (app->desk, TUESDAY + 7);
  stafet_clock_set_now (app->plan.clock, stafet_wall_new (TUESDAY + 1, 0));
  stafet_desk_look (app->desk);
  g_assert_cmpint (stafet_desk_get_date (app->desk), ==, TUESDAY + 7);
}

RULE (what_another_machine_committed_is_told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetStore) store = stafet_store_open (app->plan.path, &error);
  g_autoptr (StafetPlan) other = stafet_plan_new (store, app->plan.clock, &error);
  g_autoptr (StafetOutcome) outcome =
    stafet_plan_edit (other, stafet_use_add (STAFET_KIND_VOLUNTEER, PAIRS ("name=Ude Fra")), &error);
  guint n;

  g_assert_no_error (error);
  count_changes (app, &n);
  stafet_desk_look (app->desk);
  assert_told (&n, 1);
  g_assert_nonnull (find (&app->plan, STAFET_KIND_VOLUNTEER, "Ude Fra"));
  stop_counting (app, &n);
}

RULE (a_desk_that_goes_tells_nothing_more)
{
  guint n = 0;

  g_signal_connect_swapped (app->desk, "changed", G_CALLBACK (count_cb), &n);
  stafet_desk_set_date (app->desk, TUESDAY + 1);
  g_assert_finalize_object (app->desk);
  settle ();
  g_assert_cmpuint (n, ==, 0);
  app->desk = stafet_desk_new (app->plan.plan, app->settings);
}

/* ——— What is in view ——— */

RULE (the_only_own_house_is_in_view_until_another_is_chosen)
{
  g_assert_cmpint (stafet_desk_get_view (app->desk), ==, STAFET_VIEW_HOUSE);
  g_assert_true (stafet_desk_get_place (app->desk) == HOUSE ("Møllestien"));
  g_assert_cmpstr (stafet_desk_get_view_name (app->desk), ==, "Møllestien");
}

RULE (the_scope_is_remembered)
{
  Fixture *f = &app->plan;

  ADD (AREA, "name=Nord");
  stafet_desk_set_view (app->desk, STAFET_VIEW_HOUSE, HOUSE ("Skovvang"));
  start_anew (app);
  g_assert_true (stafet_desk_get_place (app->desk) == HOUSE ("Skovvang"));
  stafet_desk_set_view (app->desk, STAFET_VIEW_AREA, uid_of (app, STAFET_KIND_AREA, "Nord"));
  start_anew (app);
  g_assert_cmpint (stafet_desk_get_view (app->desk), ==, STAFET_VIEW_AREA);
  g_assert_cmpstr (stafet_desk_get_view_name (app->desk), ==, "Nord");
  stafet_desk_set_view (app->desk, STAFET_VIEW_MINE, NULL);
  start_anew (app);
  g_assert_cmpint (stafet_desk_get_view (app->desk), ==, STAFET_VIEW_MINE);
  g_assert_null (stafet_desk_get_place (app->desk));
  g_assert_cmpstr (stafet_desk_get_view_name (app->desk), ==, "My houses");
  stafet_desk_set_view (app->desk, STAFET_VIEW_ALL, NULL);
  start_anew (app);
  g_assert_cmpint (stafet_desk_get_view (app->desk), ==, STAFET_VIEW_ALL);
  g_assert_cmpstr (stafet_desk_get_view_name (app->desk), ==, "All houses");
}

RULE (my_houses_are_remembered_and_alone_in_view)
{
  stafet_desk_set_mine (app->desk, HOUSE ("Skovvang"), TRUE);
  stafet_desk_set_mine (app->desk, HOUSE ("Møllestien"), TRUE);
  stafet_desk_set_mine (app->desk, HOUSE ("Møllestien"), FALSE);
  start_anew (app);
  g_assert_true (stafet_desk_is_mine (app->desk, HOUSE ("Skovvang")));
  g_assert_false (stafet_desk_is_mine (app->desk, HOUSE ("Møllestien")));
  stafet_desk_set_view (app->desk, STAFET_VIEW_MINE, NULL);
  g_assert_true (stafet_desk_shows_house (app->desk, HOUSE ("Skovvang")));
  g_assert_false (stafet_desk_shows_house (app->desk, HOUSE ("Møllestien")));
}

RULE (a_house_of_an_area_is_in_view_with_it)
{
  Fixture *f = &app->plan;

  ADD (AREA, "name=Nord");
  EDIT (HOUSE, "Møllestien", "area=Nord");
  stafet_desk_set_view (app->desk, STAFET_VIEW_AREA, uid_of (app, STAFET_KIND_AREA, "Nord"));
  g_assert_true (stafet_desk_shows_house (app->desk, HOUSE ("Møllestien")));
  g_assert_false (stafet_desk_shows_house (app->desk, HOUSE ("Skovvang")));
  g_assert_true (stafet_desk_get_house (app->desk) == HOUSE ("Møllestien"));
}

RULE (a_scope_that_names_nothing_is_passed_over)
{
  static const char *const scopes[] = { "house:none", "area:none", "house:", "house", "what is this", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_settings_set_string (app->settings, "scope", scopes[i]);
      start_anew (app);
      g_assert_true (stafet_desk_get_place (app->desk) == HOUSE ("Møllestien"));
    }
}

RULE (a_house_that_is_removed_is_no_longer_in_view)
{
  Fixture *f = &app->plan;

  ADD (HOUSE, "name=Andet Hus", "kind=community");
  stafet_desk_set_view (app->desk, STAFET_VIEW_HOUSE, HOUSE ("Andet Hus"));
  done (f, stafet_use_remove (STAFET_KIND_HOUSE, "Andet Hus"));
  settle ();
  g_assert_true (stafet_desk_get_place (app->desk) == HOUSE ("Møllestien"));
  g_assert_cmpstr (stafet_desk_get_view_name (app->desk), ==, "Møllestien");
}

RULE (a_house_that_is_renamed_is_named_so)
{
  Fixture *f = &app->plan;

  EDIT (HOUSE, "Møllestien", "name=Folkehuset");
  settle ();
  g_assert_cmpstr (stafet_desk_get_view_name (app->desk), ==, "Folkehuset");
}

RULE (something_new_belongs_to_the_first_house_in_view)
{
  Fixture *f = &app->plan;

  ADD (HOUSE, "name=Aarestrup", "kind=community");
  ADD (HOUSE, "name=Bakken", "kind=community");
  stafet_desk_set_view (app->desk, STAFET_VIEW_ALL, NULL);
  /* Aa is the last letter. */
  g_assert_true (stafet_desk_get_house (app->desk) == HOUSE ("Bakken"));
  stafet_desk_set_view (app->desk, STAFET_VIEW_MINE, NULL);
  g_assert_null (stafet_desk_get_house (app->desk));
  stafet_desk_set_mine (app->desk, HOUSE ("Aarestrup"), TRUE);
  g_assert_true (stafet_desk_get_house (app->desk) == HOUSE ("Aarestrup"));
}

RULE (a_query_asks_about_what_is_in_view)
{
  StafetAgendaQuery query;

  stafet_desk_fill_query (app->desk, &query, TUESDAY, TUESDAY + 6);
  g_assert_true (query.house == HOUSE ("Møllestien"));
  g_assert_cmpint (query.from, ==, TUESDAY);
  g_assert_cmpint (query.to, ==, TUESDAY + 6);
  stafet_desk_set_view (app->desk, STAFET_VIEW_ALL, NULL);
  stafet_desk_fill_query (app->desk, &query, TUESDAY, TUESDAY);
  g_assert_null (query.house);
  g_assert_null (query.area);
  g_assert_null (query.houses);
  stafet_desk_set_view (app->desk, STAFET_VIEW_MINE, NULL);
  stafet_desk_fill_query (app->desk, &query, TUESDAY, TUESDAY);
  g_assert_nonnull (query.houses);
}

/* ——— Editing ——— */

typedef struct
{
  guint told, refused, done;
  char *label; /* of the newest that was told */
  int code;    /* of the newest that was refused */
  gboolean says;
} Heard;

static void
told_cb (Heard *heard, const StafetOutcome *outcome)
{
  heard->told++;
  g_free (heard->label);
  heard->label = g_strdup (outcome->label);
}

static void
refused_cb (Heard *heard, const GError *error)
{
  heard->refused++;
  heard->code = error->code;
}

static void
listen (App *app, Heard *heard)
{
  *heard = (Heard){ 0 };
  g_signal_connect_swapped (app->desk, "told", G_CALLBACK (told_cb), heard);
  g_signal_connect_swapped (app->desk, "refused", G_CALLBACK (refused_cb), heard);
}

static void
stop_listening (App *app, Heard *heard)
{
  g_signal_handlers_disconnect_by_data (app->desk, heard);
  g_free (heard->label);
}

static StafetEdit *
volunteer_edit (const char *name)
{
  g_autofree char *pair = g_strconcat ("name=", name, NULL);

  return stafet_use_add (STAFET_KIND_VOLUNTEER, PAIRS (pair));
}

RULE (an_edit_is_told_with_what_it_did)
{
  Heard heard;

  listen (app, &heard);
  stafet_desk_edit (app->desk, volunteer_edit ("Ruth Winther"));
  WAIT_UNTIL (heard.told + heard.refused > 0);
  g_assert_cmpuint (heard.refused, ==, 0);
  g_assert_nonnull (strstr (heard.label, "Ruth Winther"));
  g_assert_nonnull (find (&app->plan, STAFET_KIND_VOLUNTEER, "Ruth Winther"));
  stop_listening (app, &heard);
}

RULE (an_edit_that_is_refused_is_said_and_what_holds_is_shown_again)
{
  Heard heard;
  guint n;

  stafet_desk_edit (app->desk, volunteer_edit ("Ruth Winther"));
  WAIT_UNTIL (all (&app->plan, STAFET_KIND_VOLUNTEER)->len == 4);
  listen (app, &heard);
  count_changes (app, &n);
  stafet_desk_edit (app->desk, stafet_use_call ("Servering", "Ingen", TUESDAY, STAFET_CALL_RANG));
  WAIT_UNTIL (heard.told + heard.refused > 0);
  g_assert_cmpuint (heard.told, ==, 0);
  g_assert_cmpint (heard.code, ==, STAFET_PLAN_ERROR_UNKNOWN);
  assert_told (&n, 1);
  stop_listening (app, &heard);
  stop_counting (app, &n);
}

static gboolean
done_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  Heard *heard = g_object_get_data (owner, "heard");

  (void) data;
  g_assert_true ((outcome != NULL) != (error != NULL));
  heard->done++;
  return heard->says;
}

RULE (the_owner_is_asked_first_and_says_it_herself_or_not)
{
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  Heard heard;

  listen (app, &heard);
  g_object_set_data (owner, "heard", &heard);
  heard.says = TRUE;
  stafet_desk_edit_then (app->desk, volunteer_edit ("Ruth Winther"), owner, done_cb, NULL, NULL);
  WAIT_UNTIL (heard.done == 1);
  settle ();
  g_assert_cmpuint (heard.told, ==, 0);
  stafet_desk_edit_then (app->desk, volunteer_edit (""), owner, done_cb, NULL, NULL);
  WAIT_UNTIL (heard.done == 2);
  settle ();
  g_assert_cmpuint (heard.refused, ==, 0);
  heard.says = FALSE;
  stafet_desk_edit_then (app->desk, volunteer_edit ("Jørgen Ravn"), owner, done_cb, NULL, NULL);
  WAIT_UNTIL (heard.told == 1);
  stafet_desk_edit_then (app->desk, volunteer_edit (""), owner, done_cb, NULL, NULL);
  WAIT_UNTIL (heard.refused == 1);
  g_assert_cmpuint (heard.done, ==, 4);
  stop_listening (app, &heard);
}

RULE (an_owner_who_is_gone_is_not_asked_and_the_edit_is_told)
{
  GObject *owner = g_object_new (G_TYPE_OBJECT, NULL);
  Heard heard;

  listen (app, &heard);
  g_object_set_data (owner, "heard", &heard);
  heard.says = TRUE;
  stafet_desk_edit_then (app->desk, volunteer_edit ("Ruth Winther"), owner, done_cb, NULL, NULL);
  g_assert_finalize_object (owner);
  WAIT_UNTIL (heard.told == 1);
  g_assert_cmpuint (heard.done, ==, 0);
  stop_listening (app, &heard);
}

RULE (edits_keep_their_order)
{
  Heard heard;

  listen (app, &heard);
  stafet_desk_edit (app->desk, volunteer_edit ("Ruth Winther"));
  stafet_desk_edit (app->desk, stafet_use_edit (STAFET_KIND_VOLUNTEER, "Ruth Winther", PAIRS ("name=Ruth")));
  stafet_desk_edit (app->desk, stafet_use_remove (STAFET_KIND_VOLUNTEER, "Ruth"));
  WAIT_UNTIL (heard.told + heard.refused == 3);
  g_assert_cmpuint (heard.refused, ==, 0);
  g_assert_cmpuint (all (&app->plan, STAFET_KIND_VOLUNTEER)->len, ==, 3);
  stop_listening (app, &heard);
}

/* ——— The daily backup ——— */

static char *
backup_of (App *app, StafetDate date)
{
  char buffer[STAFET_DATE_SIZE];

  return g_strdup_printf ("%s.backups/%s.db", app->plan.path, stafet_date_write (date, buffer));
}

/* How many volunteers the backup of that day holds. */
static guint
backed_up (App *app, StafetDate date)
{
  g_autofree char *path = backup_of (app, date);
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetStore) store = stafet_store_open (path, &error);
  g_autoptr (StafetPlan) plan = NULL;

  g_assert_no_error (error);
  plan = stafet_plan_new (store, app->plan.clock, &error);
  g_assert_no_error (error);
  return stafet_snapshot_all (stafet_plan_get_snapshot (plan), STAFET_KIND_VOLUNTEER)->len;
}

static void
assert_no_backup (App *app, StafetDate date)
{
  g_autofree char *path = backup_of (app, date);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

RULE (the_store_is_copied_before_the_first_edit_of_a_day)
{
  Heard heard;

  listen (app, &heard);
  assert_no_backup (app, TUESDAY);
  stafet_desk_edit (app->desk, volunteer_edit ("Ruth Winther"));
  stafet_desk_edit (app->desk, volunteer_edit ("Jørgen Ravn"));
  WAIT_UNTIL (heard.told == 2);
  g_assert_cmpuint (backed_up (app, TUESDAY), ==, 3);
  stafet_clock_set_now (app->plan.clock, stafet_wall_new (TUESDAY + 1, 480));
  stafet_desk_look (app->desk);
  settle ();
  assert_no_backup (app, TUESDAY + 1);
  stafet_desk_edit (app->desk, volunteer_edit ("Per Storm"));
  WAIT_UNTIL (heard.told == 3);
  g_assert_cmpuint (backed_up (app, TUESDAY + 1), ==, 5);
  g_assert_cmpuint (backed_up (app, TUESDAY), ==, 3);
  stop_listening (app, &heard);
}

RULE (without_room_for_a_copy_planning_goes_on)
{
  g_autofree char *folder = g_strconcat (app->plan.path, ".backups", NULL);
  Heard heard;

  g_assert_true (g_file_set_contents (folder, "a file where the folder would be", -1, NULL));
  listen (app, &heard);
  stafet_desk_edit (app->desk, volunteer_edit ("Ruth Winther"));
  WAIT_UNTIL (heard.told + heard.refused == 1);
  g_assert_cmpuint (heard.told, ==, 1);
  stop_listening (app, &heard);
  g_unlink (folder);
}

/* ——— Drafts ——— */

static GVariant *
begun (const char *name, const char *note)
{
  GVariantBuilder texts;

  g_variant_builder_init (&texts, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&texts, "{ss}", "name", name);
  g_variant_builder_add (&texts, "{ss}", "note", note);
  return g_variant_builder_end (&texts);
}

static void
assert_begun (App *app, const char *key, const char *expected)
{
  g_autoptr (GVariant) kept = stafet_desk_read_draft (app->desk, "volunteer");
  const char *text = NULL;

  if (kept != NULL)
    g_variant_lookup (kept, key, "&s", &text);
  g_assert_cmpstr (text, ==, expected);
}

static gboolean
is_stored (App *app, const char *part)
{
  g_autofree char *stored = stafet_plan_read_draft (app->plan.plan, "volunteer");

  return part != NULL ? strstr (stored, part) != NULL : *stored == '\0';
}

RULE (what_was_begun_is_there_at_once_and_written_behind)
{
  stafet_desk_keep_draft (app->desk, "volunteer", begun ("Karen", "ny"));
  g_assert_true (is_stored (app, NULL));
  assert_begun (app, "name", "Karen");
  WAIT_UNTIL (is_stored (app, "Karen"));
  ASSERT_GONE (app->desk);
  app->desk = stafet_desk_new (app->plan.plan, app->settings);
  assert_begun (app, "note", "ny");
  stafet_desk_keep_draft (app->desk, "volunteer", NULL);
  assert_begun (app, "name", NULL);
  WAIT_UNTIL (is_stored (app, NULL));
}

RULE (a_cpr_number_is_never_written)
{
  stafet_desk_keep_draft (app->desk, "volunteer", begun ("Karen", "født 010190-1234"));
  assert_begun (app, "note", "født 010190-1234");
  WAIT_UNTIL (is_stored (app, "Karen"));
  g_assert_false (is_stored (app, "010190"));
  g_assert_false (is_stored (app, "note"));
}

static void
note_refusal_cb (GPtrArray *sentences, const GError *error)
{
  g_ptr_array_add (sentences, g_strdup (error->message));
}

/* Takes away the table that drafts are written to. */
static void
break_store (App *app)
{
  sqlite3 *store = NULL;

  g_assert_cmpint (sqlite3_open (app->plan.path, &store), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (store, "DROP TABLE note", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (store);
}

RULE (a_store_that_takes_no_draft_is_told_of_once_and_it_is_kept)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  g_signal_connect_swapped (app->desk, "refused", G_CALLBACK (note_refusal_cb), sentences);
  break_store (app);
  stafet_desk_keep_draft (app->desk, "volunteer", begun ("Karen", "ny"));
  WAIT_UNTIL (sentences->len > 0);
  g_assert_true (g_str_has_prefix (sentences->pdata[0], "What you have begun is kept only until"));
  stafet_desk_keep_draft (app->desk, "volunteer", begun ("Karen", "nyere"));
  settle ();
  g_assert_cmpuint (sentences->len, ==, 1);
  assert_begun (app, "note", "nyere");
  g_signal_handlers_disconnect_by_data (app->desk, sentences);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);
#define DESK(name, func) APP_TEST ("/app/desk/" name, func)
  DESK ("many-changes-are-told-once", many_changes_are_told_once);
  DESK ("the-date-that-is-in-view-already-is-no-change", the_date_that_is_in_view_already_is_no_change);
  DESK ("a-minute-that-passes-is-told-and-today-follows-the-clock",
        a_minute_that_passes_is_told_and_today_follows_the_clock);
  DESK ("another-day-in-view-stays-when-midnight-passes", another_day_in_view_stays_when_midnight_passes);
  DESK ("what-another-machine-committed-is-told", what_another_machine_committed_is_told);
  DESK ("a-desk-that-goes-tells-nothing-more", a_desk_that_goes_tells_nothing_more);
  DESK ("the-only-own-house-is-in-view-until-another-is-chosen",
        the_only_own_house_is_in_view_until_another_is_chosen);
  DESK ("the-scope-is-remembered", the_scope_is_remembered);
  DESK ("my-houses-are-remembered-and-alone-in-view", my_houses_are_remembered_and_alone_in_view);
  DESK ("a-house-of-an-area-is-in-view-with-it", a_house_of_an_area_is_in_view_with_it);
  DESK ("a-scope-that-names-nothing-is-passed-over", a_scope_that_names_nothing_is_passed_over);
  DESK ("a-house-that-is-removed-is-no-longer-in-view", a_house_that_is_removed_is_no_longer_in_view);
  DESK ("a-house-that-is-renamed-is-named-so", a_house_that_is_renamed_is_named_so);
  DESK ("something-new-belongs-to-the-first-house-in-view", something_new_belongs_to_the_first_house_in_view);
  DESK ("a-query-asks-about-what-is-in-view", a_query_asks_about_what_is_in_view);
  DESK ("edit/is-told-with-what-it-did", an_edit_is_told_with_what_it_did);
  DESK ("edit/one-that-is-refused-is-said-and-what-holds-is-shown-again",
        an_edit_that_is_refused_is_said_and_what_holds_is_shown_again);
  DESK ("edit/the-owner-is-asked-first-and-says-it-herself-or-not",
        the_owner_is_asked_first_and_says_it_herself_or_not);
  DESK ("edit/an-owner-who-is-gone-is-not-asked", an_owner_who_is_gone_is_not_asked_and_the_edit_is_told);
  DESK ("edit/edits-keep-their-order", edits_keep_their_order);
  DESK ("backup/the-store-is-copied-before-the-first-edit-of-a-day",
        the_store_is_copied_before_the_first_edit_of_a_day);
  DESK ("backup/without-room-for-a-copy-planning-goes-on", without_room_for_a_copy_planning_goes_on);
  DESK ("draft/is-there-at-once-and-written-behind", what_was_begun_is_there_at_once_and_written_behind);
  DESK ("draft/a-cpr-number-is-never-written", a_cpr_number_is_never_written);
  DESK ("draft/a-store-that-takes-none-is-told-of-once",
        a_store_that_takes_no_draft_is_told_of_once_and_it_is_kept);
  return g_test_run ();
}
