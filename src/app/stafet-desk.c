/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps what is in view, and passes edits to the plan.
 */
#include "stafet-desk.h"

#include "core/stafet-cpr.h"
#include "core/stafet-text.h"
#include "plan/stafet-use-erase-volunteer.h"
#include "plan/stafet-use-forget-again.h"
#include "schedule/stafet-day.h"

#include <string.h>

#define LOOK_SECONDS 5

struct _StafetDesk
{
  GObject parent_instance;

  StafetPlan *plan;    /* owned */
  GSettings *settings; /* owned */
  StafetDate date;
  StafetDate today;     /* as it was at the last look */
  StafetWall minute;    /* the same */
  StafetDate backed_up; /* the day whose backup was seen to */
  StafetDate forgotten; /* the day on which old sign-ups were erased */
  StafetViewKind view;
  StafetUid place;        /* house or area */
  GHashTable *mine;       /* owned: uids of houses */
  GHashTable *drafts;     /* owned: key → GVariant, what was begun; the store may lag behind */
  GHashTable *put_off;    /* owned: keys of drafts that nobody wants to be reminded of */
  gboolean draft_refused; /* and it was said */
  gboolean drafts_listed; /* all that the store has is in drafts */
  char *name;             /* owned */
  guint telling;          /* source of the pending "changed" */
  guint looking;          /* source of the regular look */
  guint under_way;        /* edits that the plan has not finished */
  guint refusals;         /* edits that were refused so far */
  gboolean edited;        /* one was done since "changed" was told */
};

enum
{
  CHANGED,
  TOLD,
  REFUSED,
  BEGUN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StafetDesk, stafet_desk, G_TYPE_OBJECT)

/* ——— Telling ——— */

static gboolean
tell_cb (gpointer data)
{
  StafetDesk *self = data;

  self->telling = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  self->edited = FALSE;
  return G_SOURCE_REMOVE;
}

/* Before the next frame is drawn. */
static void
tell_soon (StafetDesk *self)
{
  if (self->telling == 0)
    self->telling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
}

static void
look_at_clock (StafetDesk *self)
{
  StafetDate today = stafet_desk_today (self);
  StafetWall minute = stafet_desk_now (self);

  if (minute == self->minute)
    return;
  if (self->date == self->today)
    self->date = today;
  self->today = today;
  self->minute = minute;
  tell_soon (self);
}

void
stafet_desk_look (StafetDesk *self)
{
  /* While an edit is written the store would make us wait: a later look reads it. A store that cannot be
   * read just now is told of by the next edit; the plan stays readable. */
  if (self->under_way == 0)
    stafet_plan_refresh (self->plan, NULL, NULL);
  look_at_clock (self);
}

/* Once a day what is to be forgotten of those who signed up is, whoever and whatever came back with a backup,
 * and what was said of people too long ago. */
static void
forget (StafetDesk *self)
{
  if (self->forgotten == self->today || self->under_way > 0 || stafet_plan_get_trial (self->plan) != NULL
      || stafet_store_is_read_only (stafet_plan_get_store (self->plan)))
    return;
  self->forgotten = self->today;
  stafet_plan_edit_async (self->plan, stafet_use_erase_again (), NULL, NULL, NULL);
  stafet_plan_edit_async (self->plan, stafet_use_forget_again (), NULL, NULL, NULL);
  stafet_plan_edit_async (self->plan, stafet_use_erase_signups (), NULL, NULL, NULL);
  stafet_plan_edit_async (self->plan, stafet_use_erase_due (), NULL, NULL, NULL);
  stafet_plan_edit_async (self->plan, stafet_use_expire (), NULL, NULL, NULL);
}

static gboolean
look_cb (gpointer data)
{
  stafet_desk_look (data);
  forget (data);
  return G_SOURCE_CONTINUE;
}

/* ——— What is in view ——— */

static void
name_view (StafetDesk *self)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (self);
  StafetKind kind = self->view == STAFET_VIEW_AREA ? STAFET_KIND_AREA : STAFET_KIND_HOUSE;
  gpointer record = stafet_snapshot_get (snapshot, kind, self->place);

  g_free (self->name);
  if (self->view == STAFET_VIEW_MINE)
    self->name = g_strdup (_ ("My houses"));
  else
    self->name = g_strdup (record != NULL ? stafet_record_get_label (record) : _ ("All houses"));
}

/* The view that the settings name, or the house that is there. */
static void
restore_view (StafetDesk *self)
{
  StafetSnapshot *snapshot = stafet_desk_get_snapshot (self);
  g_autofree char *scope = g_settings_get_string (self->settings, "scope");
  const char *uid = strchr (scope, ':');
  StafetRecord *record = NULL;

  self->view = STAFET_VIEW_ALL;
  self->place = NULL;
  if (strcmp (scope, "mine") == 0)
    self->view = STAFET_VIEW_MINE;
  else if (g_str_has_prefix (scope, "area:"))
    record = stafet_snapshot_lookup (snapshot, STAFET_KIND_AREA, uid + 1);
  else if (g_str_has_prefix (scope, "house:"))
    record = stafet_snapshot_lookup (snapshot, STAFET_KIND_HOUSE, uid + 1);
  if (record != NULL)
    {
      self->view = *scope == 'a' ? STAFET_VIEW_AREA : STAFET_VIEW_HOUSE;
      self->place = record->uid;
    }
  else if (strcmp (scope, "all") != 0 && self->view == STAFET_VIEW_ALL)
    {
      self->place = stafet_day_own_house (snapshot);
      self->view = self->place != NULL ? STAFET_VIEW_HOUSE : STAFET_VIEW_ALL;
    }
}

static void
restore_mine (StafetDesk *self)
{
  g_auto (GStrv) uids = g_settings_get_strv (self->settings, "my-houses");

  for (char **uid = uids; *uid != NULL; uid++)
    g_hash_table_add (self->mine, (gpointer) stafet_uid_intern (*uid));
}

/* A house that is gone is no longer in view. */
static void
absorbed_cb (StafetDesk *self)
{
  StafetKind kind = self->view == STAFET_VIEW_AREA ? STAFET_KIND_AREA : STAFET_KIND_HOUSE;

  if (self->place == NULL || stafet_snapshot_get (stafet_desk_get_snapshot (self), kind, self->place) == NULL)
    restore_view (self);
  name_view (self);
  tell_soon (self);
}

/* ——— GObject ——— */

static void
stafet_desk_dispose (GObject *object)
{
  StafetDesk *self = STAFET_DESK (object);

  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_handle_id (&self->looking, g_source_remove);
  G_OBJECT_CLASS (stafet_desk_parent_class)->dispose (object);
}

static void
stafet_desk_finalize (GObject *object)
{
  StafetDesk *self = STAFET_DESK (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->settings);
  g_hash_table_unref (self->mine);
  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->put_off);
  g_free (self->name);
  G_OBJECT_CLASS (stafet_desk_parent_class)->finalize (object);
}

static void
stafet_desk_class_init (StafetDeskClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stafet_desk_dispose;
  G_OBJECT_CLASS (klass)->finalize = stafet_desk_finalize;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] =
    g_signal_new ("told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[REFUSED] =
    g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[BEGUN] = g_signal_new ("begun", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stafet_desk_init (StafetDesk *self)
{
  self->mine = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->put_off = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  self->backed_up = self->forgotten = STAFET_DATE_NONE;
}

StafetDesk *
stafet_desk_new (StafetPlan *plan, GSettings *settings)
{
  StafetDesk *self = g_object_new (STAFET_TYPE_DESK, NULL);

  self->plan = g_object_ref (plan);
  self->settings = g_object_ref (settings);
  self->date = self->today = stafet_desk_today (self);
  self->minute = stafet_desk_now (self);
  restore_mine (self);
  restore_view (self);
  name_view (self);
  g_signal_connect_object (plan, "changed", G_CALLBACK (absorbed_cb), self, G_CONNECT_SWAPPED);
  self->looking = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  return self;
}

/* ——— Reading ——— */

StafetPlan *
stafet_desk_get_plan (StafetDesk *self)
{
  return self->plan;
}

StafetSnapshot *
stafet_desk_get_snapshot (StafetDesk *self)
{
  return stafet_plan_get_snapshot (self->plan);
}

GSettings *
stafet_desk_get_settings (StafetDesk *self)
{
  return self->settings;
}

StafetDate
stafet_desk_today (StafetDesk *self)
{
  return stafet_clock_today (stafet_plan_get_clock (self->plan));
}

StafetWall
stafet_desk_now (StafetDesk *self)
{
  return stafet_clock_now (stafet_plan_get_clock (self->plan));
}

guint
stafet_desk_get_refusals (StafetDesk *self)
{
  return self->refusals;
}

StafetDate
stafet_desk_get_date (StafetDesk *self)
{
  return self->date;
}

void
stafet_desk_set_date (StafetDesk *self, StafetDate date)
{
  if (date == self->date || date < 0 || date > STAFET_DATE_MAX)
    return;
  self->date = date;
  tell_soon (self);
}

StafetViewKind
stafet_desk_get_view (StafetDesk *self)
{
  return self->view;
}

StafetUid
stafet_desk_get_place (StafetDesk *self)
{
  return self->place;
}

const char *
stafet_desk_get_view_name (StafetDesk *self)
{
  return self->name;
}

void
stafet_desk_set_view (StafetDesk *self, StafetViewKind kind, StafetUid place)
{
  static const char *const words[] = { "house:", "mine", "area:", "all" };
  g_autofree char *scope = g_strconcat (words[kind], place, NULL);

  self->view = kind;
  self->place = kind == STAFET_VIEW_HOUSE || kind == STAFET_VIEW_AREA ? place : NULL;
  g_settings_set_string (self->settings, "scope", scope);
  name_view (self);
  tell_soon (self);
}

char *
stafet_desk_add_house (StafetDesk *self, const char *text, StafetUid house)
{
  const StafetHouse *found =
    house != stafet_desk_get_place (self)
      ? stafet_snapshot_get (stafet_desk_get_snapshot (self), STAFET_KIND_HOUSE, house)
      : NULL;

  if (found == NULL)
    return g_strdup (text);
  return g_strconcat (text, *text != '\0' ? " · " : "", found->name, NULL);
}

void
stafet_desk_fill_query (StafetDesk *self, StafetAgendaQuery *query, StafetDate from, StafetDate to)
{
  *query = (StafetAgendaQuery){ .from = from, .to = to };
  if (self->view == STAFET_VIEW_HOUSE)
    query->house = self->place;
  else if (self->view == STAFET_VIEW_AREA)
    query->area = self->place;
  else if (self->view == STAFET_VIEW_MINE)
    query->houses = self->mine;
}

void
stafet_desk_fill_past_query (StafetDesk *self, StafetAgendaQuery *query)
{
  stafet_desk_fill_query (self, query, stafet_plan_get_since (self->plan), stafet_desk_today (self) - 1);
}

gboolean
stafet_desk_shows_house (StafetDesk *self, StafetUid uid)
{
  const StafetHouse *house = stafet_snapshot_get (stafet_desk_get_snapshot (self), STAFET_KIND_HOUSE, uid);

  switch (self->view)
    {
    case STAFET_VIEW_HOUSE:
      return uid == self->place;
    case STAFET_VIEW_MINE:
      return g_hash_table_contains (self->mine, uid);
    case STAFET_VIEW_AREA:
      return house != NULL && house->area == self->place;
    default:
      return TRUE;
    }
}

gboolean
stafet_desk_is_closed (StafetDesk *self, const StafetHouse *house)
{
  return house->closed_from != STAFET_DATE_NONE && house->closed_from <= stafet_desk_today (self);
}

StafetUid
stafet_desk_get_house (StafetDesk *self)
{
  const GPtrArray *houses = stafet_snapshot_all (stafet_desk_get_snapshot (self), STAFET_KIND_HOUSE);
  const StafetHouse *best = NULL;

  if (self->view == STAFET_VIEW_HOUSE)
    return self->place;
  for (guint i = 0; i < houses->len; i++)
    {
      const StafetHouse *house = g_ptr_array_index (houses, i);

      if (stafet_desk_shows_house (self, house->parent.uid) && house->kind != STAFET_HOUSE_NURSING
          && !stafet_desk_is_closed (self, house)
          && (best == NULL || stafet_text_compare (house->name, best->name) < 0))
        best = house;
    }
  return best != NULL ? best->parent.uid : NULL;
}

gboolean
stafet_desk_lacks_mine (StafetDesk *self)
{
  return self->view == STAFET_VIEW_MINE && g_hash_table_size (self->mine) == 0;
}

GHashTable *
stafet_desk_get_mine (StafetDesk *self)
{
  return self->mine;
}

gboolean
stafet_desk_is_mine (StafetDesk *self, StafetUid house)
{
  return g_hash_table_contains (self->mine, house);
}

void
stafet_desk_set_mine (StafetDesk *self, StafetUid house, gboolean mine)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer uid;

  if (mine)
    g_hash_table_add (self->mine, (gpointer) house);
  else
    g_hash_table_remove (self->mine, house);
  g_hash_table_iter_init (&iter, self->mine);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    g_ptr_array_add (uids, uid);
  g_ptr_array_add (uids, NULL);
  g_settings_set_strv (self->settings, "my-houses", (const char *const *) uids->pdata);
  tell_soon (self);
}

/* ——— Editing ——— */

typedef struct
{
  StafetDesk *self; /* owned */
  GWeakRef owner;
  StafetDeskDone done; /* nullable */
  gpointer data;
  GDestroyNotify destroy; /* nullable */
} Wait;

/* The program does not end before what was asked for is written. */
static void
hold (void)
{
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
}

static void
release (void)
{
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StafetOutcome) outcome = stafet_plan_edit_finish (STAFET_PLAN (source), result, &error);
  g_autoptr (GObject) owner = g_weak_ref_get (&wait->owner);
  gboolean told = FALSE;

  if (wait->done != NULL && owner != NULL)
    told = wait->done (owner, outcome, error, wait->data);
  if (!told && error != NULL)
    g_signal_emit (wait->self, signals[REFUSED], 0, error);
  else if (!told)
    g_signal_emit (wait->self, signals[TOLD], 0, outcome);
  if (error != NULL)
    {
      wait->self->refusals++;
      tell_soon (wait->self);
    }
  else if (wait->self->telling != 0)
    wait->self->edited = TRUE;
  wait->self->under_way--;
  release ();
  if (wait->destroy != NULL)
    wait->destroy (wait->data);
  g_weak_ref_clear (&wait->owner);
  g_object_unref (wait->self);
  g_free (wait);
}

/* Changes nothing: it only takes its turn before the edits behind it. */
static gboolean
backup_func (StafetPlan *plan, gpointer arguments, StafetChangeset *changeset, GError **error)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));

  (void) arguments;
  (void) changeset;
  (void) error;
  /* Without room for a copy planning goes on. */
  stafet_store_backup_daily (stafet_plan_get_store (plan), today, NULL);
  return TRUE;
}

/* The store is copied once a day, before the first edit. */
static void
see_to_backup (StafetDesk *self)
{
  StafetDate today = stafet_desk_today (self);

  if (self->backed_up == today || stafet_store_is_read_only (stafet_plan_get_store (self->plan)))
    return;
  self->backed_up = today;
  stafet_plan_edit_async (self->plan, stafet_edit_new (STAFET_CHANGESET_SYSTEM, backup_func, NULL, NULL),
                          NULL, NULL, NULL);
}

void
stafet_desk_edit_then (StafetDesk *self, StafetEdit *edit, gpointer owner, StafetDeskDone done, gpointer data,
                       GDestroyNotify destroy)
{
  Wait *wait = g_new0 (Wait, 1);

  wait->self = g_object_ref (self);
  wait->done = done;
  wait->data = data;
  wait->destroy = destroy;
  g_weak_ref_init (&wait->owner, owner);
  self->under_way++;
  hold ();
  see_to_backup (self);
  stafet_plan_edit_async (self->plan, edit, NULL, edited_cb, wait);
}

gboolean
stafet_desk_has_edited (StafetDesk *self)
{
  return self->edited;
}

void
stafet_desk_edit (StafetDesk *self, StafetEdit *edit)
{
  stafet_desk_edit_then (self, edit, NULL, NULL, NULL, NULL);
}

/* ——— Drafts ——— */

/* Says once that the store takes none, until it takes one again. */
static gboolean
kept_cb (gpointer owner, const StafetOutcome *outcome, const GError *error, gpointer data)
{
  StafetDesk *self = owner;
  GApplication *application = data;

  (void) outcome;
  if (error != NULL && !self->draft_refused)
    {
      g_autoptr (GError) told =
        g_error_new (error->domain, error->code,
                     _ ("What you have begun is kept only until Stafet is closed: %s"), error->message);

      g_signal_emit (self, signals[REFUSED], 0, told);
    }
  self->draft_refused = error != NULL;
  if (application != NULL)
    g_application_release (application);
  return TRUE;
}

/* The program does not end before it is written. */
static void
write_draft (StafetDesk *self, const char *key, const char *text)
{
  GApplication *application = g_application_get_default ();

  if (stafet_store_is_read_only (stafet_plan_get_store (self->plan)))
    return;
  if (application != NULL)
    g_application_hold (application);
  stafet_desk_edit_then (self, stafet_edit_keep_draft (key, text), self, kept_cb, application, NULL);
}

/* As the store may have it: a number that no record may hold is in no draft either. (transfer full) */
static char *
stored_text (GVariant *texts)
{
  GVariantBuilder clean;
  g_autoptr (GVariant) kept = NULL;
  GVariantIter iter;
  const char *key, *text;

  g_variant_builder_init (&clean, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, texts);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &text))
    if (!stafet_cpr_find (text, NULL))
      g_variant_builder_add (&clean, "{ss}", key, text);
  kept = g_variant_ref_sink (g_variant_builder_end (&clean));
  return g_variant_print (kept, TRUE);
}

/* Nothing is begun: it is forgotten, whatever the store still has. */
static gboolean
is_nothing (GVariant *texts)
{
  return texts == NULL || g_variant_n_children (texts) == 0;
}

void
stafet_desk_keep_draft (StafetDesk *self, const char *key, GVariant *texts)
{
  g_autoptr (GVariant) kept =
    g_variant_ref_sink (texts != NULL ? texts : g_variant_new_array (G_VARIANT_TYPE ("{ss}"), NULL, 0));
  GVariant *before = g_hash_table_lookup (self->drafts, key);
  g_autofree char *text = is_nothing (kept) ? g_strdup ("") : stored_text (kept);

  if (before != NULL ? g_variant_equal (before, kept) : is_nothing (kept))
    return;
  if (is_nothing (kept))
    g_hash_table_remove (self->put_off, key);
  g_hash_table_insert (self->drafts, g_strdup (key), g_steal_pointer (&kept));
  write_draft (self, key, text);
  g_signal_emit (self, signals[BEGUN], 0);
}

void
stafet_desk_put_off_draft (StafetDesk *self, const char *key)
{
  g_hash_table_add (self->put_off, g_strdup (key));
}

gboolean
stafet_desk_is_put_off (StafetDesk *self, const char *key)
{
  return g_hash_table_contains (self->put_off, key);
}

GVariant *
stafet_desk_read_draft (StafetDesk *self, const char *key)
{
  GVariant *kept = g_hash_table_lookup (self->drafts, key);
  g_autofree char *text = NULL;

  if (kept != NULL)
    return is_nothing (kept) ? NULL : g_variant_ref (kept);
  text = stafet_plan_read_draft (self->plan, key);
  kept = *text != '\0' ? g_variant_parse (G_VARIANT_TYPE ("a{ss}"), text, NULL, NULL, NULL) : NULL;
  if (kept != NULL)
    g_hash_table_insert (self->drafts, g_strdup (key), g_variant_ref (kept));
  return kept;
}

/* Once: from then on what is here is newer. */
static void
read_drafts (StafetDesk *self)
{
  g_autoptr (GPtrArray) keys = self->drafts_listed ? NULL : stafet_plan_list_drafts (self->plan);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr (GVariant) kept = stafet_desk_read_draft (self, keys->pdata[i]);

      (void) kept;
    }
  self->drafts_listed = TRUE;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
stafet_desk_list_drafts (StafetDesk *self)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key, texts;

  read_drafts (self);
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &key, &texts))
    if (!is_nothing (texts))
      g_ptr_array_add (keys, g_strdup (key));
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}
