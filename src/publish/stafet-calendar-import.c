/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tries each draft on a scratch plan by the very use cases that write it.
 */
#include "stafet-calendar-import.h"

#include "core/stafet-imported.h"
#include "core/stafet-text.h"
#include "plan/stafet-use-cases.h"
#include "schedule/stafet-overlap.h"
#include "stafet-calendar-draft.h"
#include "stafet-fetch.h"

#include <string.h>

/* What is to be done: shared by the look and the edit. */
typedef struct
{
  gatomicrefcount refs;
  StafetDrafts *drafts;
  StafetUid house;
  char *calendar;         /* its digest */
  char *name;             /* for the label */
  StafetUid subscription; /* the calendar of others that it is; nullable */
  StafetUid room;         /* where that is; nullable */
  StafetDate today;
  GPtrArray *writes; /* StafetDraft, borrowed: new and changed */
  GPtrArray *gone;   /* StafetUid of StafetImported */
} Work;

/* One draft being written. */
typedef struct
{
  const Work *work;
  StafetPlan *scratch;
  StafetChangeset *into;
} Writing;

static Work *
work_ref (Work *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
work_unref (gpointer data)
{
  Work *self = data;

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  stafet_drafts_free (self->drafts);
  g_ptr_array_unref (self->writes);
  g_ptr_array_unref (self->gone);
  g_free (self->calendar);
  g_free (self->name);
  g_free (self);
}

const char *
stafet_calendar_state_word (StafetCalendarState state)
{
  static const char *const words[STAFET_N_CALENDAR_STATES] = { N_ ("new"), N_ ("changed"), N_ ("as before"),
                                                               N_ ("gone"), N_ ("faulty") };

  return _ (words[state]);
}

/* ——— Reading ——— */

StafetIcsFile *
stafet_calendar_read (const char *source, StafetZone *local, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!stafet_fetch_is_address (source))
    return stafet_ics_read_file (source, local, error);
  bytes = stafet_fetch (source, cancellable, error);
  if (bytes == NULL)
    return NULL;
  return stafet_ics_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), local, NULL, error);
}

/* ——— What is known ——— */

static StafetRecord *
subject_of (const StafetSnapshot *snapshot, const StafetImported *imported)
{
  return imported->activity != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, imported->activity)
                                    : stafet_snapshot_get (snapshot, STAFET_KIND_SHIFT, imported->shift);
}

static GHashTable *
index_imported (const StafetSnapshot *snapshot)
{
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_IMPORTED);
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < all->len; i++)
    {
      StafetImported *imported = g_ptr_array_index (all, i);

      g_hash_table_insert (index, imported->event, imported);
    }
  return index;
}

/* ——— Writing one ——— */

static gboolean
try_edit (Writing *w, StafetEdit *edit, StafetUid *created, GError **error)
{
  gboolean good = stafet_plan_try (w->scratch, edit, w->into, created, error);

  stafet_edit_free (edit);
  return good;
}

static StafetUid
find_named (Writing *w, StafetKind kind, const char *name)
{
  const GPtrArray *all = stafet_snapshot_all (stafet_plan_get_snapshot (w->scratch), kind);
  g_autofree char *folded = stafet_text_fold (name);

  for (guint i = 0; i < all->len; i++)
    {
      StafetRecord *record = g_ptr_array_index (all, i);
      g_autofree char *other = stafet_text_fold (stafet_record_get_label (record));

      if (strcmp (folded, other) == 0
          && (kind != STAFET_KIND_ROOM || ((StafetRoom *) record)->house == w->work->house))
        return record->uid;
    }
  return NULL;
}

/* The record of that name, made when there is none: as "KEY=UID" behind @pairs. */
static gboolean
refer (Writing *w, StafetKind kind, const char *key, const char *name, GPtrArray *pairs, GError **error)
{
  StafetUid uid;

  if (name == NULL || *name == '\0')
    return TRUE;
  uid = find_named (w, kind, name);
  /* What others do makes nothing in the house. */
  if (uid == NULL && w->work->subscription != NULL)
    return TRUE;
  if (uid == NULL)
    {
      g_autofree char *named = g_strconcat ("name=", name, NULL);
      g_autofree char *house = g_strconcat ("house=", w->work->house, NULL);
      const char *room_kind = strcmp (key, "vehicle") == 0 ? "kind=vehicle" : "kind=room";
      const char *room[] = { named, house, room_kind, NULL }, *organiser[] = { named, NULL };

      if (!try_edit (w, stafet_use_add (kind, kind == STAFET_KIND_ROOM ? room : organiser), &uid, error))
        return FALSE;
    }
  g_ptr_array_add (pairs, g_strdup_printf ("%s=%s", key, uid));
  return TRUE;
}

/* Whether @text holds @words, and not as a part of longer ones. Both folded. */
static gboolean
has_words (const char *text, const char *words)
{
  gsize length = strlen (words);

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    if ((at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[length]))
      return TRUE;
  return FALSE;
}

/* The room of the house that @place names, whatever it says beside that; of several the longest name. */
static StafetUid
room_in (Writing *w, const char *place)
{
  const GPtrArray *all =
    stafet_snapshot_index (stafet_plan_get_snapshot (w->scratch), STAFET_INDEX_ROOM_BY_HOUSE, w->work->house);
  g_autofree char *folded = stafet_text_fold (place);
  StafetUid found = NULL;
  gsize longest = 0;

  for (guint i = 0; i < all->len; i++)
    {
      StafetRecord *room = g_ptr_array_index (all, i);
      g_autofree char *name = stafet_text_fold (stafet_record_get_label (room));

      if (strlen (name) > longest && has_words (folded, name))
        {
          longest = strlen (name);
          found = room->uid;
        }
    }
  return found;
}

/* Where what others tell of is, and that the public is told no more of it than that the room is taken. */
static void
place_foreign (Writing *w, const StafetDraft *draft, GPtrArray *pairs)
{
  StafetUid room = draft->room != NULL ? room_in (w, draft->room) : NULL;

  for (guint i = 0; i < pairs->len && room == NULL; i++)
    {
      const char *pair = g_ptr_array_index (pairs, i);

      if (g_str_has_prefix (pair, "address="))
        room = room_in (w, pair + strlen ("address="));
    }
  room = room != NULL ? room : w->work->room;
  g_ptr_array_add (pairs, g_strconcat ("room=", room != NULL ? room : "", NULL));
  g_ptr_array_add (pairs, g_strdup ("visibility=occupied"));
}

/* (transfer full), NULL-terminated */
static GPtrArray *
pairs_of (Writing *w, const StafetDraft *draft, gboolean is_new, GError **error)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_copy (draft->pairs, (GCopyFunc) g_strdup, NULL);

  g_ptr_array_set_free_func (pairs, g_free);
  if (w->work->subscription != NULL)
    place_foreign (w, draft, pairs);
  else if (!refer (w, STAFET_KIND_ROOM, "room", draft->room, pairs, error)
           || !refer (w, STAFET_KIND_ROOM, "vehicle", draft->vehicle, pairs, error)
           || !refer (w, STAFET_KIND_ORGANISER, "organiser", draft->organiser, pairs, error))
    return NULL;
  if (is_new)
    g_ptr_array_add (pairs, g_strconcat ("house=", w->work->house, NULL));
  g_ptr_array_add (pairs, NULL);
  return g_steal_pointer (&pairs);
}

static gboolean
add_shifts (Writing *w, const StafetDraft *draft, StafetUid activity, GError **error)
{
  for (guint i = 0; w->work->subscription == NULL && i < draft->shifts->len; i++)
    {
      char **lines = g_ptr_array_index (draft->shifts, i);
      g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
      g_autofree char *owner = g_strconcat ("activity=", activity, NULL);

      for (char **line = lines; *line != NULL; line++)
        if (strchr (*line, '=') != NULL)
          g_ptr_array_add (pairs, *line);
      g_ptr_array_add (pairs, owner);
      g_ptr_array_add (pairs, NULL);
      if (!try_edit (w, stafet_use_add (STAFET_KIND_SHIFT, (const char *const *) pairs->pdata), NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* ——— Dates ——— */

static StafetException *
find_exception (Writing *w, StafetUid series, StafetDate date)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (w->scratch);
  const GPtrArray *all = stafet_snapshot_index (snapshot, STAFET_INDEX_EXCEPTION_BY_ACTIVITY, series);

  if (all == NULL || all->len == 0)
    all = stafet_snapshot_index (snapshot, STAFET_INDEX_EXCEPTION_BY_SHIFT, series);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      StafetException *exception = g_ptr_array_index (all, i);

      if (exception->date == date)
        return exception;
    }
  return NULL;
}

/* "KEY=VALUE" with rooms by uid. (transfer full), NULL-terminated */
static GPtrArray *
date_pairs (Writing *w, const StafetDraftDate *date, GError **error)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < date->pairs->len; i++)
    {
      const char *pair = g_ptr_array_index (date->pairs, i);

      if (!g_str_has_prefix (pair, "room="))
        g_ptr_array_add (pairs, g_strdup (pair));
      else if (!refer (w, STAFET_KIND_ROOM, "room", pair + strlen ("room="), pairs, error))
        return NULL;
    }
  g_ptr_array_add (pairs, NULL);
  return g_steal_pointer (&pairs);
}

static gboolean
write_date (Writing *w, const StafetDraftDate *date, StafetUid series, GError **error)
{
  const StafetException *exception = find_exception (w, series, date->date);
  gboolean is_cancelled = exception != NULL && exception->status == STAFET_EXCEPTION_CANCELLED;
  g_autoptr (GPtrArray) pairs = date_pairs (w, date, error);

  if (pairs == NULL)
    return FALSE;
  if (pairs->len > 1 && !is_cancelled
      && !try_edit (w, stafet_use_edit_on (series, date->date, (const char *const *) pairs->pdata, TRUE),
                    NULL, error))
    return FALSE;
  return !date->cancelled || is_cancelled
         || try_edit (w, stafet_use_cancel (series, date->date, STAFET_DATE_NONE, date->reason), NULL, error);
}

static gboolean
is_special (const StafetDraft *draft, StafetDate date)
{
  for (guint i = 0; i < draft->dates->len; i++)
    if (((StafetDraftDate *) g_ptr_array_index (draft->dates, i))->date == date)
      return TRUE;
  return FALSE;
}

/* Whether an exception is one that an import makes: what the house itself decided about a date stays. */
static gboolean
is_imported (const StafetException *exception)
{
  return exception->status == STAFET_EXCEPTION_CANCELLED
         && (strcmp (exception->reason, stafet_use_left_out_reason ()) == 0
             || strcmp (exception->reason, stafet_draft_cancelled_reason ()) == 0);
}

/* Dates that the calendar no longer leaves out. */
static gboolean
restore_dates (Writing *w, const StafetDraft *draft, StafetUid series, GError **error)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (w->scratch);
  StafetIndex index = draft->kind == STAFET_KIND_ACTIVITY ? STAFET_INDEX_EXCEPTION_BY_ACTIVITY
                                                          : STAFET_INDEX_EXCEPTION_BY_SHIFT;
  const GPtrArray *all = stafet_snapshot_index (snapshot, index, series);
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (StafetDate));

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const StafetException *exception = g_ptr_array_index (all, i);

      if (is_imported (exception) && !is_special (draft, exception->date))
        g_array_append_val (dates, exception->date);
    }
  for (guint i = 0; i < dates->len; i++)
    if (!try_edit (w, stafet_use_restore_date (series, g_array_index (dates, StafetDate, i)), NULL, error))
      return FALSE;
  return TRUE;
}

/* ——— Remembering ——— */

typedef struct
{
  const Work *work;
  const StafetDraft *draft;
  StafetUid series, known; /* known: of the record that remembers it already, or NULL */
} Remembering;

static void
take_text (gpointer record, const char *name, const char *text)
{
  stafet_record_take_text (record, stafet_record_info_field (STAFET_RECORD_INFO (record), name),
                           g_strdup (text));
}

static void
mark_foreign (StafetPlan *plan, const Remembering *r, StafetChangeset *changeset)
{
  StafetActivity *before =
    stafet_snapshot_get (stafet_plan_get_snapshot (plan), STAFET_KIND_ACTIVITY, r->series);
  StafetActivity *after;

  if (before == NULL || before->calendar == r->work->subscription)
    return;
  after = stafet_record_copy (before);
  after->calendar = r->work->subscription;
  stafet_changeset_update (changeset, before, after);
}

static gboolean
remember_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Remembering *r = data;
  StafetImported *known =
    stafet_snapshot_get (stafet_plan_get_snapshot (plan), STAFET_KIND_IMPORTED, r->known);
  g_autoptr (StafetRecord) record =
    known != NULL ? stafet_record_copy (known) : stafet_record_new (STAFET_KIND_IMPORTED, NULL);
  StafetImported *imported = (StafetImported *) record;

  imported->activity = r->draft->kind == STAFET_KIND_ACTIVITY ? r->series : NULL;
  imported->shift = r->draft->kind == STAFET_KIND_SHIFT ? r->series : NULL;
  take_text (imported, "calendar", r->work->calendar);
  take_text (imported, "event", r->draft->event);
  take_text (imported, "digest", r->draft->digest);
  take_text (imported, "extra", r->draft->extra);
  if (!stafet_record_validate (imported, error))
    return FALSE;
  mark_foreign (plan, r, changeset);
  if (known != NULL)
    stafet_changeset_update (changeset, known, g_steal_pointer (&record));
  else
    stafet_changeset_insert (changeset, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
remember (Writing *w, const StafetDraft *draft, StafetUid series, const StafetImported *known, GError **error)
{
  Remembering remembering = { w->work, draft, series, known != NULL ? known->parent.uid : NULL };

  return try_edit (w,
                   stafet_edit_new (STAFET_CHANGESET_EDIT, remember_func,
                                    g_memdup2 (&remembering, sizeof remembering), g_free),
                   NULL, error);
}

/* @known: as what it was taken in before; NULL: never. */
static gboolean
write_draft (Writing *w, const StafetDraft *draft, const StafetImported *known, GError **error)
{
  StafetRecord *subject = known != NULL ? subject_of (stafet_plan_get_snapshot (w->scratch), known) : NULL;
  StafetUid uid = subject != NULL ? subject->uid : NULL;
  g_autoptr (GPtrArray) pairs = pairs_of (w, draft, subject == NULL, error);
  const char *const *list;

  if (pairs == NULL)
    return FALSE;
  list = (const char *const *) pairs->pdata;
  if (subject == NULL)
    {
      if (!try_edit (w, stafet_use_add_anyway (draft->kind, list), &uid, error)
          || !add_shifts (w, draft, uid, error))
        return FALSE;
    }
  else if (!try_edit (w, stafet_use_edit_anyway (draft->kind, uid, list), NULL, error)
           || !restore_dates (w, draft, uid, error))
    return FALSE;
  for (guint i = 0; i < draft->dates->len; i++)
    if (!write_date (w, g_ptr_array_index (draft->dates, i), uid, error))
      return FALSE;
  return remember (w, draft, uid, known, error);
}

/* ——— What is gone ——— */

static gboolean
forget_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetRecord *imported = stafet_snapshot_get (stafet_plan_get_snapshot (plan), STAFET_KIND_IMPORTED, data);

  (void) error;
  if (imported != NULL)
    stafet_changeset_delete (changeset, imported);
  return TRUE;
}

static const StafetTiming *
timing_of (StafetRecord *subject)
{
  return STAFET_RECORD_KIND (subject) == STAFET_KIND_ACTIVITY ? &((StafetActivity *) subject)->timing
                                                              : &((StafetShift *) subject)->timing;
}

static gboolean
write_gone (Writing *w, const StafetImported *imported, GError **error)
{
  StafetRecord *subject = subject_of (stafet_plan_get_snapshot (w->scratch), imported);
  StafetKind kind = STAFET_RECORD_KIND (subject);
  char date[STAFET_DATE_SIZE];
  g_autofree char *until = NULL;
  const char *pairs[2] = { NULL };

  if (timing_of (subject)->first_date >= w->work->today)
    return try_edit (w, stafet_use_remove (kind, subject->uid), NULL, error);
  until = g_strconcat ("until=", stafet_date_write (w->work->today - 1, date), NULL);
  pairs[0] = until;
  return try_edit (w, stafet_use_edit (kind, subject->uid, pairs), NULL, error)
         && try_edit (
           w, stafet_edit_new (STAFET_CHANGESET_EDIT, forget_func, (gpointer) imported->parent.uid, NULL),
           NULL, error);
}

/* Of this calendar and this house, not in it any more (@seen; of what is @faulty nobody knows), and not over.
 */
static gboolean
is_gone (const Work *work, const StafetSnapshot *snapshot, const StafetImported *imported, GHashTable *seen,
         GHashTable *faulty)
{
  StafetRecord *subject = subject_of (snapshot, imported);
  g_autofree char *of_uid = g_strndup (imported->event, STAFET_DRAFT_DIGEST_LENGTH);
  StafetUid house;

  if (subject == NULL || strcmp (imported->calendar, work->calendar) != 0
      || g_hash_table_contains (seen, imported->event) || g_hash_table_contains (faulty, of_uid))
    return FALSE;
  house = STAFET_RECORD_KIND (subject) == STAFET_KIND_ACTIVITY ? ((StafetActivity *) subject)->house
                                                               : ((StafetShift *) subject)->house;
  return house == work->house && timing_of (subject)->last_date >= work->today;
}

/* ——— Looking ——— */

static void
row_free (gpointer data)
{
  StafetCalendarRow *self = data;

  g_free (self->title);
  g_free (self->words);
  g_free (self->reason);
  g_free (self);
}

static StafetCalendarRow *
add_row (StafetCalendarImport *self, const char *title, const char *words, StafetCalendarState state,
         const char *reason)
{
  StafetCalendarRow *row = g_new0 (StafetCalendarRow, 1);

  row->title = g_strdup (title);
  row->words = g_strdup (words);
  row->state = state;
  row->reason = g_strdup (reason);
  self->counts[state]++;
  g_ptr_array_add (self->rows, row);
  return row;
}

static StafetChangeset *
trial (void)
{
  return stafet_changeset_new (STAFET_CHANGESET_EDIT);
}

/* What is taken twice now. (transfer full) */
static char *
warnings_of (StafetPlan *scratch)
{
  g_autoptr (GPtrArray) warnings = stafet_plan_steal_warnings (scratch);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      g_autofree char *plain = stafet_overlap_without_advice (g_ptr_array_index (warnings, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", plain);
    }
  return g_string_free (text, FALSE);
}

static void
look_at_draft (StafetCalendarImport *self, Work *work, StafetPlan *scratch, const StafetDraft *draft,
               const StafetImported *known)
{
  g_autoptr (StafetChangeset) into = trial ();
  Writing writing = { work, scratch, into };
  g_autoptr (GError) error = NULL;
  g_autofree char *warned = NULL;

  if (known != NULL && strcmp (known->digest, draft->digest) == 0)
    {
      add_row (self, draft->title, draft->words, STAFET_CALENDAR_SAME, "");
      return;
    }
  if (work->subscription != NULL && draft->kind == STAFET_KIND_SHIFT)
    {
      add_row (self, draft->title, draft->words, STAFET_CALENDAR_FAULTY,
               _ ("It is a shift of another house, which is shown there."));
      return;
    }
  if (!write_draft (&writing, draft, known, &error))
    {
      add_row (self, draft->title, draft->words, STAFET_CALENDAR_FAULTY, error->message);
      return;
    }
  g_ptr_array_add (work->writes, (gpointer) draft);
  warned = warnings_of (scratch);
  add_row (self, draft->title, draft->words, known != NULL ? STAFET_CALENDAR_CHANGED : STAFET_CALENDAR_NEW,
           warned);
}

static void
look_at_gone (StafetCalendarImport *self, Work *work, StafetPlan *scratch, const StafetImported *imported)
{
  g_autoptr (StafetChangeset) into = trial ();
  Writing writing = { work, scratch, into };
  g_autoptr (GError) error = NULL;
  g_autofree char *title =
    g_strdup (stafet_record_get_label (subject_of (stafet_plan_get_snapshot (scratch), imported)));

  if (write_gone (&writing, imported, &error))
    g_ptr_array_add (work->gone, (gpointer) imported->parent.uid);
  add_row (self, title, "", STAFET_CALENDAR_GONE, error != NULL ? error->message : "");
}

static void
look (StafetCalendarImport *self, Work *work, StafetPlan *plan)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_IMPORTED);
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  g_autoptr (GHashTable) known = index_imported (snapshot), seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) faulty = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < work->drafts->drafts->len; i++)
    {
      const StafetDraft *draft = g_ptr_array_index (work->drafts->drafts, i);

      g_hash_table_add (seen, draft->event);
      look_at_draft (self, work, scratch, draft, g_hash_table_lookup (known, draft->event));
    }
  for (guint i = 0; i < work->drafts->faults->len; i++)
    {
      const StafetDraftFault *fault = g_ptr_array_index (work->drafts->faults, i);

      g_hash_table_add (faulty, fault->event);
      add_row (self, fault->title, "", STAFET_CALENDAR_FAULTY, fault->reason);
    }
  for (guint i = 0; i < all->len; i++)
    if (is_gone (work, snapshot, g_ptr_array_index (all, i), seen, faulty))
      look_at_gone (self, work, scratch, g_ptr_array_index (all, i));
}

/* What it is known by, and where it is. */
static void
take_calendar (Work *work, const StafetIcsFile *file, const char *source, const StafetCalendar *calendar)
{
  if (calendar == NULL)
    {
      work->name = g_strdup (*file->name != '\0' ? file->name : source);
      work->calendar = stafet_draft_digest (work->name);
      return;
    }
  work->name = g_strdup (calendar->name);
  work->calendar = stafet_draft_digest (calendar->parent.uid);
  work->subscription = calendar->parent.uid;
  work->room = calendar->room;
}

StafetCalendarImport *
stafet_calendar_import_new (StafetPlan *plan, const StafetIcsFile *file, StafetUid house, const char *source,
                            const StafetCalendar *calendar)
{
  StafetCalendarImport *self = g_new0 (StafetCalendarImport, 1);
  Work *work = g_new0 (Work, 1);

  g_atomic_ref_count_init (&work->refs);
  work->today = stafet_clock_today (stafet_plan_get_clock (plan));
  work->drafts = stafet_drafts_new (file, calendar != NULL ? calendar->parent.uid : house, work->today);
  work->house = house;
  take_calendar (work, file, source, calendar);
  work->writes = g_ptr_array_new ();
  work->gone = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->notes = g_ptr_array_ref (work->drafts->notes);
  self->work = work;
  look (self, work, plan);
  return self;
}

void
stafet_calendar_import_free (StafetCalendarImport *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->notes);
  work_unref (self->work);
  g_free (self);
}

/* ——— Writing all ——— */

/* So that what it tells of changes together with it. */
static void
touch (StafetPlan *plan, const Work *work, StafetChangeset *changeset)
{
  StafetCalendar *before =
    stafet_snapshot_get (stafet_plan_get_snapshot (plan), STAFET_KIND_CALENDAR, work->subscription);
  StafetCalendar *after;

  if (before == NULL)
    return;
  after = stafet_record_copy (before);
  after->fetched = stafet_clock_instant (stafet_plan_get_clock (plan));
  stafet_changeset_update (changeset, before, after);
}

static gboolean
import_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Work *work = data;
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  g_autoptr (GHashTable) known = index_imported (stafet_plan_get_snapshot (plan));
  Writing writing = { work, scratch, changeset };

  stafet_changeset_set_label (changeset, _ ("Fetched the calendar %s"), work->name);
  for (guint i = 0; i < work->writes->len; i++)
    {
      const StafetDraft *draft = g_ptr_array_index (work->writes, i);

      if (!write_draft (&writing, draft, g_hash_table_lookup (known, draft->event), error))
        {
          g_prefix_error (error, "%s: ", draft->title);
          return FALSE;
        }
    }
  for (guint i = 0; i < work->gone->len; i++)
    {
      StafetImported *imported = stafet_snapshot_get (
        stafet_plan_get_snapshot (scratch), STAFET_KIND_IMPORTED, g_ptr_array_index (work->gone, i));

      if (imported != NULL && !write_gone (&writing, imported, error))
        return FALSE;
    }
  touch (plan, work, changeset);
  stafet_plan_take_warnings (plan, scratch);
  return TRUE;
}

StafetEdit *
stafet_calendar_import_edit (const StafetCalendarImport *self)
{
  Work *work = self->work;

  if (work->writes->len + work->gone->len == 0)
    return NULL;
  return stafet_edit_new (STAFET_CHANGESET_EDIT, import_func, work_ref (work), work_unref);
}
