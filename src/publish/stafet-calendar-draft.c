/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds what a foreign series comes to against what a series of ours with the same rule would, date by date:
 * the differences are the special dates.
 */
#include "stafet-calendar-draft.h"

#include "core/stafet-activity.h"
#include "core/stafet-cpr.h"
#include "core/stafet-words.h"
#include "ics/stafet-ics-expand.h"
#include "plan/stafet-use-cases.h"
#include "schedule/stafet-expand.h"
#include "stafet-exchange.h"

#include <string.h>

#define DAYS_BACK 396
#define DAYS_ON 742
#define MOST_DRIFTED 10
#define LONGEST_EXTRA 8000
#define USUAL_MINUTES 60

/* Everything that is one series: all that has one UID, or one X-STAFET-SERIES. */
typedef struct
{
  const char *key;
  const StafetIcsComponent *head;
  gboolean grouped;
  GPtrArray *series; /* StafetIcsSeries, borrowed */
  GArray *instances; /* StafetIcsInstance, by start */
} Candidate;

typedef struct
{
  const StafetIcsFile *file;
  StafetUid house;
  StafetDate from, to;
  StafetIcsPatience patience;
  StafetDrafts *drafts;
  guint n_past, n_endless, n_dated;
} Drafting;

/* ——— Memory ——— */

static void
date_free (gpointer data)
{
  StafetDraftDate *self = data;

  g_free (self->reason);
  g_ptr_array_unref (self->pairs);
  g_free (self);
}

static void
draft_free (gpointer data)
{
  StafetDraft *self = data;

  g_free (self->title);
  g_free (self->words);
  g_free (self->event);
  g_free (self->digest);
  g_free (self->extra);
  g_free (self->room);
  g_free (self->vehicle);
  g_free (self->organiser);
  g_ptr_array_unref (self->pairs);
  g_ptr_array_unref (self->shifts);
  g_ptr_array_unref (self->dates);
  g_free (self);
}

static void
fault_free (gpointer data)
{
  StafetDraftFault *self = data;

  g_free (self->title);
  g_free (self->reason);
  g_free (self->event);
  g_free (self);
}

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  g_ptr_array_unref (self->series);
  g_array_unref (self->instances);
  g_free (self);
}

char *
stafet_draft_digest (const char *text)
{
  g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  hex[STAFET_DRAFT_DIGEST_LENGTH] = '\0';
  for (char *c = hex; *c != '\0'; c++)
    *c = (char) ('a' + g_ascii_xdigit_value (*c));
  return g_steal_pointer (&hex);
}

const char *
stafet_draft_cancelled_reason (void)
{
  return _ ("cancelled in the calendar");
}

/* ——— Keys ——— */

static gboolean
is_shift (const StafetIcsFile *file, const StafetIcsComponent *component)
{
  g_autofree char *kind = stafet_ics_file_raw_text (file, component, STAFET_EXCHANGE_KIND);

  return kind != NULL && strcmp (kind, "shift") == 0;
}

static gboolean
is_own (const StafetIcsFile *file, const StafetIcsComponent *component)
{
  g_autofree char *kind = stafet_ics_file_raw_text (file, component, STAFET_EXCHANGE_KIND);

  return kind != NULL;
}

static void
add_pair (GPtrArray *pairs, const char *key, const char *value)
{
  g_ptr_array_add (pairs, g_strdup_printf ("%s=%s", key, value));
}

static void
add_wall (GPtrArray *pairs, const char *key, StafetWall wall)
{
  char buffer[STAFET_WALL_SIZE];

  add_pair (pairs, key, stafet_wall_write (wall, buffer));
}

typedef void (*LineFunc) (const char *text, gpointer data);

/* Each line of that name, as TEXT. */
static void
each_line (const StafetIcsFile *file, const StafetIcsComponent *component, const char *name, LineFunc func,
           gpointer data)
{
  gsize length = strlen (name);

  for (guint i = 0; i < component->n_raw; i++)
    {
      const char *raw = g_ptr_array_index (file->raw, component->first_raw + i);

      if (g_ascii_strncasecmp (raw, name, length) == 0 && raw[length] == ':')
        {
          g_autofree char *text = stafet_ics_unescape (g_strdup (raw + length + 1));

          func (text, data);
        }
    }
}

/* Keys that the exchange writes; a name of a place or an organiser is looked up later. */
static void
take_set_cb (const char *text, gpointer data)
{
  static const char *const timing[] = { "title", "role", "start", "end", "rule", "until", NULL };
  StafetDraft *draft = data;
  const char *equals = strchr (text, '=');
  g_autofree char *key = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  const StafetField *field =
    key != NULL ? stafet_record_info_field (stafet_record_info (draft->kind), key) : NULL;
  char **name = NULL;

  if (field == NULL || (!stafet_exchange_takes (field) && !g_strv_contains (timing, key)))
    return;
  if (field->type == STAFET_FIELD_REF)
    name = strcmp (key, "vehicle") == 0     ? &draft->vehicle
           : strcmp (key, "organiser") == 0 ? &draft->organiser
                                            : &draft->room;
  if (strcmp (key, stafet_record_info (draft->kind)->label) == 0)
    {
      g_free (draft->title);
      draft->title = g_strdup (equals + 1);
    }
  if (name == NULL)
    g_ptr_array_add (draft->pairs, g_strdup (text));
  else if (*name == NULL)
    *name = g_strdup (equals + 1);
}

static void
take_shift_cb (const char *text, gpointer data)
{
  StafetDraft *draft = data;

  g_ptr_array_add (draft->shifts, g_strsplit (text, "\n", -1));
}

/* A key that one date has otherwise. */
static void
take_changed_cb (const char *text, gpointer data)
{
  GPtrArray *pairs = data;
  const char *equals = strchr (text, '=');
  g_autofree char *key = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  const StafetField *field =
    key != NULL ? stafet_record_info_field (stafet_record_info (STAFET_KIND_ACTIVITY), key) : NULL;

  if (field != NULL && stafet_exchange_takes (field) && (field->flags & STAFET_FIELD_SERIES_ONLY) == 0)
    g_ptr_array_add (pairs, g_strdup (text));
}

/* Lines to be handed on: none that name people, and none that is another writing of the description. */
static char *
extra_of (const StafetIcsFile *file, const StafetIcsComponent *component)
{
  static const char *const left[] = {
    "X-STAFET-", "ATTENDEE", "ORGANIZER", "ATTACH", "CONTACT", "X-ALT-DESC"
  };
  GString *extra = g_string_new (NULL);

  for (guint i = 0; i < component->n_raw; i++)
    {
      const char *raw = g_ptr_array_index (file->raw, component->first_raw + i);
      gboolean takes = extra->len + strlen (raw) < LONGEST_EXTRA && !stafet_cpr_find (raw, NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (left) && takes; j++)
        takes = g_ascii_strncasecmp (raw, left[j], strlen (left[j])) != 0;
      if (takes)
        g_string_append_printf (extra, "%s%s", extra->len > 0 ? "\n" : "", raw);
    }
  return g_string_free (extra, FALSE);
}

/* ——— Drafts ——— */

static const char *
title_of (const StafetIcsComponent *component)
{
  return *component->title != '\0'      ? component->title
         : *component->location != '\0' ? component->location
                                        : _ ("(without a title)");
}

/* "tuesday 24 November 2026 10–12" (transfer full) */
static char *
when (const StafetIcsInstance *instance, gboolean repeats)
{
  StafetLanguage language = stafet_i18n_get_language ();
  g_autofree char *date = stafet_words_date_with_year (language, stafet_wall_date (instance->start));
  g_autofree char *span = instance->all_day
                            ? g_strdup (_ ("all day"))
                            : stafet_words_time_span (language, instance->start, instance->end);

  return g_strdup_printf ("%s %s%s%s", date, span, repeats ? ", " : "", repeats ? _ ("repeats") : "");
}

static StafetDraft *
draft_new (Drafting *d, const Candidate *candidate, const StafetIcsComponent *component)
{
  StafetDraft *draft = g_new0 (StafetDraft, 1);
  g_autofree char *name = g_strconcat (d->house, "\n", candidate->key, NULL);

  draft->kind = is_shift (d->file, component) ? STAFET_KIND_SHIFT : STAFET_KIND_ACTIVITY;
  draft->title = g_strdup (title_of (component));
  draft->event = stafet_draft_digest (name);
  draft->extra = extra_of (d->file, component);
  draft->pairs = g_ptr_array_new_with_free_func (g_free);
  draft->shifts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  draft->dates = g_ptr_array_new_with_free_func (date_free);
  add_pair (draft->pairs, draft->kind == STAFET_KIND_SHIFT ? "role" : "title", draft->title);
  if (draft->kind == STAFET_KIND_ACTIVITY)
    add_pair (draft->pairs, "public_text", component->description);
  if (!is_own (d->file, component))
    add_pair (draft->pairs, "address", component->location);
  each_line (d->file, candidate->head, STAFET_EXCHANGE_SET, take_set_cb, draft);
  each_line (d->file, candidate->head, STAFET_EXCHANGE_SHIFT, take_shift_cb, draft);
  return draft;
}

static void
append_all (GString *text, const GPtrArray *pairs)
{
  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    g_string_append_printf (text, "%s\x1f", (char *) g_ptr_array_index (pairs, i));
}

/* Finishes it: nothing of it changes any more. */
static void
keep (Drafting *d, StafetDraft *draft)
{
  g_autoptr (GString) text = g_string_new (draft->extra);

  append_all (text, draft->pairs);
  g_string_append_printf (text, "\n%s\n%s\n%s", draft->room != NULL ? draft->room : "",
                          draft->vehicle != NULL ? draft->vehicle : "",
                          draft->organiser != NULL ? draft->organiser : "");
  for (guint i = 0; i < draft->shifts->len; i++)
    {
      g_autofree char *joined = g_strjoinv ("\x1f", g_ptr_array_index (draft->shifts, i));

      g_string_append_printf (text, "\n%s", joined);
    }
  for (guint i = 0; i < draft->dates->len; i++)
    {
      const StafetDraftDate *date = g_ptr_array_index (draft->dates, i);

      g_string_append_printf (text, "\n%d %d %s ", date->date, date->cancelled,
                              date->reason != NULL ? date->reason : "");
      append_all (text, date->pairs);
    }
  draft->digest = stafet_draft_digest (text->str);
  g_ptr_array_add (d->drafts->drafts, draft);
}

static void
add_fault (Drafting *d, const char *uid, char *title, const char *reason)
{
  StafetDraftFault *fault = g_new0 (StafetDraftFault, 1);
  g_autofree char *name = g_strconcat (d->house, "\n", uid, NULL);

  fault->title = title;
  fault->reason = g_strdup (reason);
  fault->event = stafet_draft_digest (name);
  g_ptr_array_add (d->drafts->faults, fault);
}

/* ——— Dates ——— */

static StafetDraftDate *
add_date (StafetDraft *draft, StafetDate date)
{
  StafetDraftDate *special = g_new0 (StafetDraftDate, 1);

  special->date = date;
  special->pairs = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (draft->dates, special);
  return special;
}

static void
cancel (StafetDraftDate *special, const char *reason)
{
  special->cancelled = TRUE;
  special->reason = g_strdup (*reason != '\0' ? reason : stafet_draft_cancelled_reason ());
}

/* A series keeps an end that is after its start. */
static StafetWall
end_of (Drafting *d, const StafetIcsInstance *instance)
{
  if (instance->end > instance->start)
    return instance->end;
  d->n_endless++;
  return instance->start + USUAL_MINUTES;
}

/* What the date has otherwise than its series; @start, @end: where that would put it. */
static void
add_special (Drafting *d, StafetDraft *draft, const StafetIcsInstance *instance, StafetWall start,
             StafetWall end)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  StafetWall until = instance->end > instance->start ? instance->end : instance->start + (end - start);
  gboolean cancelled = instance->status == STAFET_ICS_CANCELLED;
  StafetDraftDate *special;

  if (instance->start != start || until != end)
    {
      add_wall (pairs, "start", instance->start);
      add_wall (pairs, "end", until);
    }
  if (strcmp (title_of (instance->component), draft->title) != 0)
    add_pair (pairs, draft->kind == STAFET_KIND_SHIFT ? "role" : "title", title_of (instance->component));
  each_line (d->file, instance->component, STAFET_EXCHANGE_CHANGED, take_changed_cb, pairs);
  if (pairs->len == 0 && !cancelled)
    return;
  special = add_date (draft, stafet_wall_date (start));
  g_ptr_array_extend_and_steal (special->pairs, g_steal_pointer (&pairs));
  if (cancelled)
    cancel (special, instance->component->comment);
}

/* An activity of its own for one date. */
static void
add_single (Drafting *d, const Candidate *candidate, const StafetIcsInstance *instance,
            gboolean one_of_several)
{
  StafetDraft *draft = draft_new (d, candidate, instance->component);

  if (one_of_several)
    {
      g_autofree char *moment = g_strdup_printf ("%d", instance->original);
      g_autofree char *digest = stafet_draft_digest (moment), *event = g_steal_pointer (&draft->event);

      draft->event = g_strconcat (event, digest, NULL);
    }
  draft->words = when (instance, FALSE);
  add_wall (draft->pairs, "start", instance->start);
  add_wall (draft->pairs, "end", end_of (d, instance));
  add_pair (draft->pairs, "rule", "");
  add_pair (draft->pairs, "until", "");
  if (instance->status == STAFET_ICS_CANCELLED)
    cancel (add_date (draft, stafet_wall_date (instance->start)), instance->component->comment);
  keep (d, draft);
}

/* ——— Series ——— */

/* The record that the pairs of @draft make, for its dates alone; NULL: they make none. (transfer full) */
static StafetRecord *
try_record (const StafetDraft *draft, gboolean grouped, const StafetZone *zone, StafetTiming **timing)
{
  static const char *const keys[] = { "start", "end", "rule", "parity", "season", "skip_weeks", "until" };
  g_autoptr (StafetRecord) record = stafet_record_new (draft->kind, "");

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint j = 0; j < draft->pairs->len; j++)
      {
        const char *pair = g_ptr_array_index (draft->pairs, j), *equals = strchr (pair, '=');

        if ((gsize) (equals - pair) == strlen (keys[i]) && g_str_has_prefix (pair, keys[i])
            && !stafet_record_set_text (
              record, stafet_record_info_field (STAFET_RECORD_INFO (record), keys[i]), equals + 1, NULL))
          return NULL;
      }
  *timing = draft->kind == STAFET_KIND_SHIFT ? &((StafetShift *) record)->timing
                                             : &((StafetActivity *) record)->timing;
  if ((*timing)->start == STAFET_WALL_NONE || !stafet_expand_normalise (record, *timing, zone, NULL)
      || (!(*timing)->recurs && !grouped))
    return NULL;
  return g_steal_pointer (&record);
}

static gboolean
collect_cb (StafetDate date, gpointer data)
{
  g_hash_table_add (data, GINT_TO_POINTER (date));
  return TRUE;
}

/* Where the series had it: of a group each event says so. */
static StafetDate
original_of (const Drafting *d, const Candidate *candidate, const StafetIcsInstance *instance)
{
  g_autofree char *on =
    candidate->grouped ? stafet_ics_file_raw_text (d->file, instance->component, STAFET_EXCHANGE_ON) : NULL;
  StafetDate date;

  return on != NULL && stafet_date_parse (on, &date, NULL) ? date : stafet_wall_date (instance->original);
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const StafetDraftDate *x = *(StafetDraftDate *const *) a, *y = *(StafetDraftDate *const *) b;

  return x->date - y->date;
}

/* Of the dates that the rule gives, those that the calendar does not have. Of a group nobody knows what is
 * before its first event and behind its last. */
static void
leave_out (StafetDraft *draft, GHashTable *ours, GHashTable *seen, StafetDate from, StafetDate to)
{
  GHashTableIter iter;
  gpointer date;

  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &date, NULL))
    if (!g_hash_table_contains (seen, date) && GPOINTER_TO_INT (date) >= from && GPOINTER_TO_INT (date) <= to)
      cancel (add_date (draft, GPOINTER_TO_INT (date)), stafet_use_left_out_reason ());
}

/* FALSE: a series of ours cannot say it. @others: instances that the rule does not give. */
static gboolean
compare (Drafting *d, const Candidate *candidate, StafetDraft *draft, const StafetTiming *timing,
         GPtrArray *others)
{
  g_autoptr (GHashTable) ours = g_hash_table_new (NULL, NULL), seen = g_hash_table_new (NULL, NULL);
  StafetDate from = d->from, to = d->to, low = G_MAXINT32, high = G_MININT32;
  guint drifted = 0;

  stafet_expand_timing (timing, from, to, collect_cb, ours);
  for (guint i = 0; i < candidate->instances->len; i++)
    {
      const StafetIcsInstance *instance = &g_array_index (candidate->instances, StafetIcsInstance, i);
      StafetDate date = original_of (d, candidate, instance);
      StafetWall start = stafet_wall_new (date, stafet_wall_minutes (timing->start));
      StafetWall end = start + (timing->end - timing->start);

      if (date < from || date > to)
        continue;
      if (!g_hash_table_contains (ours, GINT_TO_POINTER (date)))
        {
          g_ptr_array_add (others, (gpointer) instance);
          continue;
        }
      if (!g_hash_table_add (seen, GINT_TO_POINTER (date)))
        return FALSE;
      low = MIN (low, date);
      high = MAX (high, date);
      drifted += instance->component == instance->series && !candidate->grouped && instance->start != start;
      add_special (d, draft, instance, start, end);
    }
  leave_out (draft, ours, seen, candidate->grouped ? low : from, candidate->grouped ? high : to);
  g_ptr_array_sort (draft->dates, compare_dates);
  return drifted <= MOST_DRIFTED && 2 * g_hash_table_size (seen) >= g_hash_table_size (ours);
}

/* The first instance tells the times, the master the rule. */
static void
add_rule (Drafting *d, const Candidate *candidate, StafetDraft *draft)
{
  const StafetIcsComponent *master = candidate->head;
  g_autofree char *rule = stafet_rule_write (master->parsed);
  StafetWall start = stafet_ics_time_in (&master->start, d->file->local, d->file->local), end = start;
  gint64 seconds;

  if (master->end.form != STAFET_ICS_NEVER)
    end = stafet_ics_time_in (&master->end, d->file->local, d->file->local);
  else
    {
      seconds = master->duration.seconds + (gint64) master->duration.days * 86400;
      end = start + (StafetWall) (seconds / 60);
    }
  if (end <= start)
    {
      end = start + USUAL_MINUTES;
      d->n_endless++;
    }
  add_wall (draft->pairs, "start", start);
  add_wall (draft->pairs, "end", end);
  add_pair (draft->pairs, "rule", rule);
  add_pair (draft->pairs, "until", "");
}

static gboolean
add_series (Drafting *d, const Candidate *candidate)
{
  const StafetIcsInstance *first = &g_array_index (candidate->instances, StafetIcsInstance, 0);
  StafetDraft *draft = draft_new (d, candidate, candidate->head);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (StafetRecord) record = NULL;
  StafetTiming *timing;

  if (!candidate->grouped)
    add_rule (d, candidate, draft);
  record = try_record (draft, candidate->grouped, d->file->local, &timing);
  if (record == NULL || !compare (d, candidate, draft, timing, others))
    {
      draft_free (draft);
      return FALSE;
    }
  draft->words = when (first, TRUE);
  keep (d, draft);
  for (guint i = 0; i < others->len; i++)
    add_single (d, candidate, g_ptr_array_index (others, i), TRUE);
  return TRUE;
}

/* ——— Candidates ——— */

static gboolean
may_be_series (const Candidate *candidate)
{
  return candidate->grouped || candidate->head->parsed != NULL;
}

static void
take (Drafting *d, const Candidate *candidate)
{
  const StafetIcsComponent *head = candidate->head;
  gboolean several = candidate->instances->len > 1 || *head->rule != '\0' || head->days != NULL;

  if (candidate->instances->len == 0)
    {
      d->n_past++;
      return;
    }
  if (may_be_series (candidate) && add_series (d, candidate))
    return;
  d->n_dated += *head->rule != '\0';
  for (guint i = 0; i < candidate->instances->len; i++)
    add_single (d, candidate, &g_array_index (candidate->instances, StafetIcsInstance, i), several);
}

static gboolean
expand (Drafting *d, Candidate *candidate, GError **error)
{
  for (guint i = 0; i < candidate->series->len; i++)
    {
      g_autoptr (GArray) instances = stafet_ics_expand (d->file, g_ptr_array_index (candidate->series, i),
                                                        d->file->local, d->from, d->to, &d->patience, error);

      if (instances == NULL)
        return FALSE;
      g_array_append_vals (candidate->instances, instances->data, instances->len);
    }
  return TRUE;
}

static Candidate *
candidate_of (const StafetIcsFile *file, const StafetIcsSeries *series, GHashTable *groups, GPtrArray *all)
{
  const StafetIcsComponent *head =
    series->master != NULL ? series->master : g_ptr_array_index (series->overrides, 0);
  g_autofree char *group = stafet_ics_file_raw_text (file, head, STAFET_EXCHANGE_SERIES);
  Candidate *candidate = group != NULL ? g_hash_table_lookup (groups, group) : NULL;

  if (candidate != NULL)
    return candidate;
  candidate = g_new0 (Candidate, 1);
  candidate->head = head;
  candidate->key = series->uid;
  candidate->grouped = group != NULL;
  candidate->series = g_ptr_array_new ();
  candidate->instances = g_array_new (FALSE, FALSE, sizeof (StafetIcsInstance));
  g_ptr_array_add (all, candidate);
  if (group != NULL)
    {
      char *key = g_steal_pointer (&group);

      g_hash_table_insert (groups, key, candidate);
      candidate->key = key;
    }
  return candidate;
}

static void
take_all (Drafting *d)
{
  g_autoptr (GPtrArray) series = stafet_ics_series_of (d->file);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (candidate_free);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < series->len; i++)
    g_ptr_array_add (candidate_of (d->file, g_ptr_array_index (series, i), groups, all)->series,
                     g_ptr_array_index (series, i));
  for (guint i = 0; i < all->len; i++)
    {
      Candidate *candidate = g_ptr_array_index (all, i);
      g_autoptr (GError) error = NULL;

      if (expand (d, candidate, &error))
        take (d, candidate);
      else
        add_fault (d, candidate->key, g_strdup (title_of (candidate->head)), error->message);
    }
}

static void
note (Drafting *d, const char *sentence, guint n)
{
  if (n > 0)
    g_ptr_array_add (d->drafts->notes, g_strdup_printf (sentence, n));
}

static void
take_faults (Drafting *d)
{
  for (guint i = 0; i < d->file->components->len; i++)
    {
      const StafetIcsComponent *component = stafet_ics_file_get (d->file, i);

      if (component->fault != NULL)
        add_fault (d, component->uid, stafet_ics_component_words (component, stafet_i18n_get_language ()),
                   component->fault);
    }
}

StafetDrafts *
stafet_drafts_new (const StafetIcsFile *file, StafetUid house, StafetDate today)
{
  StafetDate monday = stafet_date_monday (today);
  Drafting d = {
    file, house, monday - DAYS_BACK, monday + DAYS_ON, stafet_ics_patience (), g_new0 (StafetDrafts, 1), 0,
    0,    0
  };

  d.drafts->drafts = g_ptr_array_new_with_free_func (draft_free);
  d.drafts->faults = g_ptr_array_new_with_free_func (fault_free);
  d.drafts->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < file->notes->len; i++)
    g_ptr_array_add (d.drafts->notes, g_strdup (g_ptr_array_index (file->notes, i)));
  take_all (&d);
  take_faults (&d);
  note (&d,
        ngettext_ (
          "%u event has no date in the 13 months behind us or the two years to come, and was passed over.",
          "%u events have no date in the 13 months behind us or the two years to come, and were passed "
          "over.",
          d.n_past),
        d.n_past);
  note (&d,
        ngettext_ ("%u event does not say when it ends, and was given an hour.",
                   "%u events do not say when they end, and were given an hour.", d.n_endless),
        d.n_endless);
  note (&d,
        ngettext_ (
          "%u series repeats by a rule that cannot be edited here: it becomes an activity for each date.",
          "%u series repeat by rules that cannot be edited here: they become an activity for each date.",
          d.n_dated),
        d.n_dated);
  return d.drafts;
}

void
stafet_drafts_free (StafetDrafts *self)
{
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->notes);
  g_free (self);
}
