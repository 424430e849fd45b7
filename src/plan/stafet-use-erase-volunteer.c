/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds in the store all that refers to a volunteer, whatever its kind, and takes her out of it.
 *
 * It reads the store because the plan holds no more than the last thirteen months. What the record tables
 * call a reference to a volunteer is followed here, so that a new kind of record is not forgotten.
 */
#include "stafet-use-erase-volunteer.h"

#include "core/stafet-mentions.h"
#include "core/stafet-text.h"
#include "stafet-use-exception.h"

#include <string.h>

typedef struct
{
  StafetPlan *plan;
  StafetSnapshot *snapshot;
  StafetVolunteer *volunteer;
  StafetDate today;
  StafetChangeset *changeset;
  StafetErasure *told;
  StafetInstant at;                /* NONE: now */
  GPtrArray *rows[STAFET_N_KINDS]; /* StafetRecord: all that the store has, where it was asked for */
  GHashTable *taken;               /* char *: names of guests by shift and date */
  GHashTable *confirmed;           /* char *: shifts and dates on which it is known whether she came */
} Erasure;

static void
erasure_clear (Erasure *e)
{
  for (int kind = 0; kind < STAFET_N_KINDS; kind++)
    g_clear_pointer (&e->rows[kind], g_ptr_array_unref);
  g_clear_pointer (&e->taken, g_hash_table_unref);
  g_clear_pointer (&e->confirmed, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Erasure, erasure_clear)

static void
erasure_init (Erasure *e, StafetPlan *plan, StafetChangeset *changeset, StafetErasure *told)
{
  memset (e, 0, sizeof *e);
  e->plan = plan;
  e->snapshot = stafet_plan_get_snapshot (plan);
  e->today = stafet_clock_today (stafet_plan_get_clock (plan));
  e->changeset = changeset;
  e->told = told;
  e->at = STAFET_INSTANT_NONE;
  e->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  e->confirmed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* ——— What the store has ——— */

static void
keep_row_cb (StafetRecord *record, gpointer rows)
{
  g_ptr_array_add (rows, record);
}

static gboolean
refers_to_volunteers (StafetKind kind)
{
  for (const StafetField *field = stafet_record_info (kind)->fields; field->name != NULL; field++)
    if (field->type == STAFET_FIELD_REF && field->target == STAFET_KIND_VOLUNTEER)
      return TRUE;
  /* Within a text of theirs. */
  return kind == STAFET_KIND_EXCEPTION || kind == STAFET_KIND_TOLD;
}

static gboolean
load_all (Erasure *e, GError **error)
{
  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    {
      if (!refers_to_volunteers ((StafetKind) kind))
        continue;
      e->rows[kind] = g_ptr_array_new_with_free_func (g_object_unref);
      if (!stafet_store_load (stafet_plan_get_store (e->plan), (StafetKind) kind, STAFET_DATE_NONE,
                              keep_row_cb, e->rows[kind], error))
        return FALSE;
    }
  return TRUE;
}

/* ——— Places without a name ——— */

static char *
key_of (StafetUid shift, StafetDate date, const char *name)
{
  return g_strdup_printf ("%s %d %s", shift, date, name);
}

static void
remember_places (Erasure *e)
{
  const GPtrArray *assignments = e->rows[STAFET_KIND_ASSIGNMENT],
                  *attendance = e->rows[STAFET_KIND_ATTENDANCE];

  for (guint i = 0; i < assignments->len; i++)
    {
      const StafetAssignment *row = g_ptr_array_index (assignments, i);

      if (*row->guest != '\0')
        g_hash_table_add (e->taken, key_of (row->shift, row->date, row->guest));
    }
  for (guint i = 0; i < attendance->len; i++)
    {
      const StafetAttendance *row = g_ptr_array_index (attendance, i);

      if (*row->guest != '\0')
        g_hash_table_add (e->taken, key_of (row->shift, row->date, row->guest));
      if (row->volunteer == e->volunteer->parent.uid)
        g_hash_table_add (e->confirmed, key_of (row->shift, row->date, ""));
    }
}

/* "Volunteer", "Volunteer 2", ...: two of one date are two. (transfer full) */
static char *
nameless (Erasure *e, StafetUid shift, StafetDate date)
{
  char *name = g_strdup (_ ("Volunteer"));

  for (int n = 2; !g_hash_table_add (e->taken, key_of (shift, date, name)); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %d", _ ("Volunteer"), n);
    }
  return name;
}

static void
set_guest (StafetRecord *row, char *name)
{
  stafet_record_take_text (row, stafet_record_info_field (STAFET_RECORD_INFO (row), "guest"), name);
}

static gboolean
is_confirmed (const Erasure *e, StafetUid shift, StafetDate date)
{
  g_autofree char *key = key_of (shift, date, "");

  return g_hash_table_contains (e->confirmed, key);
}

/* Whether a date was held, and is over. One that was moved is over when it is held. */
static gboolean
has_been (const Erasure *e, StafetUid uid, StafetDate date)
{
  StafetRecord *shift = stafet_snapshot_get (e->snapshot, STAFET_KIND_SHIFT, uid);
  StafetRecord *series = shift != NULL ? stafet_use_series (e->snapshot, shift) : NULL;
  g_autoptr (StafetAgenda) agenda =
    series != NULL
      ? stafet_agenda_new_occurrence (e->snapshot, STAFET_RECORD_KIND (series), series->uid, date)
      : NULL;
  const StafetEntry *entry = agenda != NULL ? g_ptr_array_index (agenda->entries, 0) : NULL;

  if (entry == NULL)
    return date < e->today;
  return entry->status != STAFET_STATUS_CANCELLED
         && stafet_wall_last_date (entry->start, entry->end) < e->today;
}

/* Who came is counted on; that she did not come is nobody else's business. */
static void
take_attendance (Erasure *e, StafetAttendance *row)
{
  StafetAttendance *after;

  if (row->status == STAFET_ATTENDANCE_ABSENT)
    {
      stafet_changeset_delete (e->changeset, row);
      return;
    }
  after = stafet_record_copy (row);
  after->volunteer = NULL;
  set_guest (&after->parent, nameless (e, row->shift, row->date));
  stafet_changeset_update (e->changeset, row, after);
  e->told->kept++;
  if (row->minutes != STAFET_INTEGER_NONE)
    e->told->minutes += row->minutes;
}

static void
take_assignment (Erasure *e, StafetAssignment *row)
{
  gboolean counts = row->state != STAFET_ASSIGNMENT_DECLINED && !is_confirmed (e, row->shift, row->date);
  gboolean over = has_been (e, row->shift, row->date);
  StafetAssignment *after;

  if (!counts || !over || row->state != STAFET_ASSIGNMENT_PROMISED)
    {
      stafet_changeset_delete (e->changeset, row);
      e->told->coming += counts && !over && row->date >= e->today;
      return;
    }
  after = stafet_record_copy (row);
  after->volunteer = NULL;
  set_guest (&after->parent, nameless (e, row->shift, row->date));
  stafet_changeset_update (e->changeset, row, after);
  e->told->kept++;
}

static void
keep_place (Erasure *e, const StafetEntry *entry, const StafetStaffing *staffing)
{
  StafetUid shift = staffing->shift->parent.uid;

  for (guint i = 0; i < staffing->n_places; i++)
    {
      const StafetPlace *place = &staffing->places[i];
      StafetAssignment *row;

      if (place->volunteer != e->volunteer || place->state != STAFET_PLACE_STANDING || place->came >= 0)
        continue;
      row = stafet_record_new (STAFET_KIND_ASSIGNMENT, NULL);
      row->shift = shift;
      row->date = entry->original;
      set_guest (&row->parent, nameless (e, shift, entry->original));
      stafet_changeset_insert (e->changeset, row);
      e->told->kept++;
    }
}

/* Where she stood, and nobody has said since whether she came: as planned. */
static void
keep_standing_places (Erasure *e)
{
  StafetAgendaQuery query = { .from = stafet_plan_get_since (e->plan),
                              .to = e->today - 1,
                              .volunteer = e->volunteer->parent.uid };
  g_autoptr (StafetAgenda) agenda = NULL;

  if (stafet_snapshot_index (e->snapshot, STAFET_INDEX_STANDING_BY_VOLUNTEER, query.volunteer)->len == 0)
    return;
  agenda = stafet_agenda_new (e->snapshot, &query);
  for (guint i = 0; i < agenda->entries->len; i++)
    {
      const StafetEntry *entry = g_ptr_array_index (agenda->entries, i);

      for (guint j = 0; entry->status != STAFET_STATUS_CANCELLED && j < entry->n_shifts; j++)
        keep_place (e, entry, &entry->shifts[j]);
    }
}

/* ——— Other rows ——— */

/* What a date has of its own, without the keys that name her. */
static void
take_exception (Erasure *e, StafetException *row)
{
  StafetUid uid = e->volunteer->parent.uid;
  g_autoptr (GVariant) image =
    strstr (row->changes, uid) != NULL ? stafet_image_read (row->changes, NULL) : NULL;
  g_autoptr (GVariant) rest = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *name, *text;
  StafetException *after;

  if (image == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, image);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    if (strcmp (text, uid) != 0)
      g_variant_builder_add (&builder, "{ss}", name, text);
  rest = g_variant_ref_sink (g_variant_builder_end (&builder));
  after = stafet_record_copy (row);
  stafet_record_take_text (after, stafet_record_info_field (STAFET_RECORD_INFO (row), "changes"),
                           g_variant_n_children (rest) > 0 ? stafet_image_write (rest) : g_strdup (""));
  stafet_use_put_exception (e->changeset, row, after);
}

/* Whose it is without her. */
static gboolean
goes_along (const StafetRecordInfo *info, const StafetField *field)
{
  return (field->flags & STAFET_FIELD_REQUIRED) != 0 || info->kind == STAFET_KIND_NOTE
         || info->kind == STAFET_KIND_FEED || info->kind == STAFET_KIND_STANDING
         || info->kind == STAFET_KIND_AGREEMENT || info->kind == STAFET_KIND_SNAG
         || info->kind == STAFET_KIND_WELCOME || info->kind == STAFET_KIND_MEMBER;
}

static guint *
counter (StafetErasure *told, StafetKind kind)
{
  switch (kind)
    {
    case STAFET_KIND_NOTE:
      return &told->notes;
    case STAFET_KIND_CALL:
    case STAFET_KIND_TOLD:
      return &told->calls;
    case STAFET_KIND_FEED:
      return &told->calendars;
    case STAFET_KIND_STANDING:
      return &told->standings;
    case STAFET_KIND_ACTIVITY:
      return &told->leads;
    case STAFET_KIND_VOLUNTEER:
      return &told->companies;
    default:
      return &told->facts;
    }
}

/* A place that ended before: nothing ends with it now. */
static gboolean
is_past (const Erasure *e, StafetRecord *row)
{
  StafetDate to =
    STAFET_RECORD_KIND (row) == STAFET_KIND_STANDING ? ((StafetStanding *) row)->to : STAFET_DATE_NONE;

  return to != STAFET_DATE_NONE && to < e->today;
}

static void
take_references (Erasure *e, StafetRecord *row)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (row);
  g_autoptr (StafetRecord) after = NULL;
  gboolean goes = FALSE;

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    {
      if (field->type != STAFET_FIELD_REF || field->target != STAFET_KIND_VOLUNTEER
          || STAFET_FIELD_AT (StafetUid, row, field) != e->volunteer->parent.uid)
        continue;
      goes = goes || goes_along (info, field);
      if (after == NULL)
        after = stafet_record_copy (row);
      STAFET_FIELD_AT (StafetUid, after, field) = NULL;
    }
  if (after == NULL)
    return;
  if (!is_past (e, row))
    (*counter (e->told, info->kind))++;
  if (goes)
    stafet_changeset_delete (e->changeset, row);
  else
    {
      stafet_record_derive (after);
      stafet_changeset_update (e->changeset, row, g_steal_pointer (&after));
    }
}

static void
take_row (Erasure *e, StafetRecord *row)
{
  StafetUid uid = e->volunteer->parent.uid;

  switch (STAFET_RECORD_KIND (row))
    {
    case STAFET_KIND_ATTENDANCE:
      if (((StafetAttendance *) row)->volunteer == uid)
        take_attendance (e, (StafetAttendance *) row);
      break;
    case STAFET_KIND_ASSIGNMENT:
      if (((StafetAssignment *) row)->volunteer == uid)
        take_assignment (e, (StafetAssignment *) row);
      break;
    case STAFET_KIND_EXCEPTION:
      take_exception (e, (StafetException *) row);
      break;
    case STAFET_KIND_TOLD:
      if (strcmp (((StafetTold *) row)->whom, uid) == 0)
        {
          stafet_changeset_delete (e->changeset, row);
          e->told->calls++;
        }
      break;
    default:
      if (row->uid != uid)
        take_references (e, row);
    }
}

/* ——— Texts that name her ——— */

static gboolean
is_hers (const Erasure *e, StafetRecord *record)
{
  if (record == (StafetRecord *) e->volunteer)
    return TRUE;
  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    if (field->type == STAFET_FIELD_REF && goes_along (STAFET_RECORD_INFO (record), field)
        && STAFET_FIELD_AT (StafetUid, record, field) == e->volunteer->parent.uid)
      return TRUE;
  return FALSE;
}

static void
look_at (Erasure *e, StafetRecord *record, const StafetMentions *mentions)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);

  for (const StafetField *field = info->fields; field->name != NULL; field++)
    {
      const char *text = field->type == STAFET_FIELD_TEXT ? STAFET_FIELD_AT (char *, record, field) : "";
      g_autofree char *name = NULL;

      if (*text == '\0' || stafet_volunteer_goes_by (info, field) || !stafet_mentions_are_in (mentions, text)
          || is_hers (e, record))
        continue;
      name = stafet_use_name (e->snapshot, record);
      g_ptr_array_add (e->told->mentions,
                       g_strdup_printf (_ ("%s “%s”: %s"), _ (info->title), name, _ (field->title)));
    }
}

static void
spare_others (const Erasure *e, StafetMentions *mentions)
{
  const GPtrArray *all = stafet_snapshot_all (e->snapshot, STAFET_KIND_VOLUNTEER);

  for (guint i = 0; i < all->len; i++)
    {
      const StafetVolunteer *other = g_ptr_array_index (all, i);

      if (other == e->volunteer)
        continue;
      /* Which of two who are called the same is meant, only people can tell. */
      if (stafet_text_compare (other->name, e->volunteer->name) != 0)
        stafet_mentions_spare (mentions, other->name);
      if (*other->short_name != '\0' && stafet_text_compare (other->short_name, e->volunteer->name) != 0)
        stafet_mentions_spare (mentions, other->short_name);
    }
}

static StafetMentions *
mentions_of (const Erasure *e)
{
  StafetMentions *mentions = stafet_mentions_new ();
  const GPtrArray *phones =
    stafet_snapshot_index (e->snapshot, STAFET_INDEX_PHONE_BY_VOLUNTEER, e->volunteer->parent.uid);

  stafet_mentions_add_name (mentions, e->volunteer->name);
  stafet_mentions_add_short_name (mentions, e->volunteer->short_name);
  stafet_mentions_add_mail (mentions, e->volunteer->mail);
  for (guint i = 0; i < phones->len; i++)
    stafet_mentions_add_phone (mentions, ((StafetPhone *) g_ptr_array_index (phones, i))->number);
  spare_others (e, mentions);
  return mentions;
}

static void
look_for_mentions (Erasure *e)
{
  g_autoptr (StafetMentions) mentions = mentions_of (e);

  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    {
      const GPtrArray *all = stafet_snapshot_all (e->snapshot, (StafetKind) kind);

      for (guint i = 0; i < all->len; i++)
        look_at (e, g_ptr_array_index (all, i), mentions);
    }
}

/* ——— The use case ——— */

static gboolean
erase (Erasure *e, GError **error)
{
  if (!load_all (e, error))
    return FALSE;
  remember_places (e);
  for (int kind = STAFET_KIND_PUBLISHED - 1; kind > 0; kind--)
    for (guint i = 0; e->rows[kind] != NULL && i < e->rows[kind]->len; i++)
      take_row (e, g_ptr_array_index (e->rows[kind], i));
  keep_standing_places (e);
  stafet_changeset_delete (e->changeset, e->volunteer);
  stafet_changeset_erase (e->changeset, e->volunteer->parent.uid, e->at);
  stafet_changeset_set_label (e->changeset, "%s", _ ("A volunteer was erased"));
  return TRUE;
}

static StafetErasure *
told_new (const StafetVolunteer *volunteer, StafetDate today)
{
  StafetErasure *told = g_new0 (StafetErasure, 1);

  told->name = g_strdup (volunteer->name);
  told->mentions = g_ptr_array_new_with_free_func (g_free);
  told->day = today;
  told->backups = today + STAFET_STORE_ERASED_DAYS;
  return told;
}

typedef struct
{
  char *volunteer, *confirm;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->volunteer);
  g_free (a->confirm);
  g_free (a);
}

static gboolean
check_name (const StafetVolunteer *volunteer, const char *confirm, GError **error)
{
  g_autofree char *own = stafet_text_fold (volunteer->name), *typed = stafet_text_fold (confirm);

  if (strcmp (own, typed) == 0)
    return TRUE;
  g_set_error (
    error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
    _ ("“%s” is not the name of whoever is to be erased. Write the whole name as it stands on the card; "
       "nothing was erased."),
    confirm);
  return FALSE;
}

static gboolean
erase_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  g_auto (Erasure) e;
  g_autoptr (StafetErasure) told = NULL;

  erasure_init (&e, plan, changeset, NULL);
  e.volunteer = stafet_reference_find (e.snapshot, STAFET_KIND_VOLUNTEER, a->volunteer, error);
  if (e.volunteer == NULL || !check_name (e.volunteer, a->confirm, error))
    return FALSE;
  e.told = told = told_new (e.volunteer, e.today);
  return erase (&e, error);
}

StafetEdit *
stafet_use_erase_volunteer (const char *volunteer, const char *confirm)
{
  Arguments *a = g_new (Arguments, 1);

  a->volunteer = g_strdup (volunteer);
  a->confirm = g_strdup (confirm);
  return stafet_edit_new (STAFET_CHANGESET_SYSTEM, erase_func, a, arguments_free);
}

StafetErasure *
stafet_erasure_try (StafetPlan *plan, const char *volunteer, GError **error)
{
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (STAFET_CHANGESET_SYSTEM);
  g_auto (Erasure) e;
  g_autoptr (StafetErasure) told = NULL;

  erasure_init (&e, plan, changeset, NULL);
  e.volunteer = stafet_reference_find (e.snapshot, STAFET_KIND_VOLUNTEER, volunteer, error);
  if (e.volunteer == NULL)
    return NULL;
  e.told = told = told_new (e.volunteer, e.today);
  if (!erase (&e, error))
    return NULL;
  look_for_mentions (&e);
  return g_steal_pointer (&told);
}

void
stafet_erasure_free (StafetErasure *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->mentions);
  g_free (self);
}

/* ——— After a restore ——— */

/* She may be there no more, and the log of the backup tell of her all the same. */
static gboolean
erase_again (StafetPlan *plan, const StafetLedgerLine *line, StafetChangeset *changeset, GError **error)
{
  g_auto (Erasure) e;
  g_autoptr (StafetErasure) told = NULL;

  erasure_init (&e, plan, changeset, NULL);
  e.at = line->at;
  e.volunteer = stafet_snapshot_get (e.snapshot, STAFET_KIND_VOLUNTEER, line->uid);
  if (e.volunteer == NULL)
    {
      stafet_changeset_erase (changeset, line->uid, line->at);
      return TRUE;
    }
  e.told = told = told_new (e.volunteer, e.today);
  return erase (&e, error);
}

static gboolean
erase_again_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  g_autoptr (GArray) lines =
    stafet_store_read_returned (stafet_plan_get_store (plan), STAFET_LEDGER_ERASED, error);

  (void) data;
  /* One who is there at a time: what two of them shared changes but once. */
  for (guint i = 0; lines != NULL && i < lines->len && stafet_changeset_length (changeset) == 0; i++)
    if (!erase_again (plan, &g_array_index (lines, StafetLedgerLine, i), changeset, error))
      return FALSE;
  /* Without a row it is nothing to tell others of. */
  if (stafet_changeset_length (changeset) == 0)
    changeset->kind = STAFET_CHANGESET_MEMORY;
  return lines != NULL;
}

StafetEdit *
stafet_use_erase_again (void)
{
  return stafet_edit_new (STAFET_CHANGESET_SYSTEM, erase_again_func, NULL, NULL);
}
