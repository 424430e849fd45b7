/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes down all that refers to a volunteer, field by field, as the record tables have it: what a table gets
 * later is written too.
 */
#include "stafet-access.h"

#include "core/stafet-mentions.h"
#include "core/stafet-text.h"
#include "core/stafet-words.h"
#include "stafet-history-value.h"
#include "stafet-history-words.h"
#include "stafet-use-erase-volunteer.h"
#include "stafet-use-private.h"

#include <string.h>

typedef struct
{
  StafetPlan *plan;
  StafetSnapshot *snapshot;
  StafetVolunteer *volunteer;
  StafetHistoryValues values;
  GPtrArray *phones;  /* StafetPhone: hers, owned */
  GHashTable *hers;   /* uids of the records that are about her, also of those that are gone; owned */
  GHashTable *wishes; /* uids of others' wishes to be apart from her, likewise */
  GHashTable *gone;   /* records of the history that are there no more; owned, nullable */
  GString *text;
} Access;

static void
heading (Access *a, const char *title)
{
  g_autofree char *capital = g_utf8_strup (title, -1);

  g_string_append_printf (a->text, "\n%s\n", capital);
}

/* ——— One record ——— */

/* Where something stands in a list says nothing about anybody. */
static gboolean
is_told (const StafetField *field)
{
  return (field->flags & STAFET_FIELD_HIDDEN) == 0 || (field->flags & STAFET_FIELD_PERSONAL) != 0
         || g_str_equal (field->name, "done_by");
}

static gboolean
is_reference_to (const Access *a, StafetRecord *record, const StafetField *field)
{
  return field->type == STAFET_FIELD_REF
         && STAFET_FIELD_AT (StafetUid, record, field) == a->volunteer->parent.uid;
}

static char *
value_of (const Access *a, StafetRecord *record, const StafetField *field)
{
  const StafetShift *shift;
  const StafetActivity *activity;

  if (field->type == STAFET_FIELD_FLAG && !STAFET_FIELD_AT (gboolean, record, field))
    return g_strdup ("");
  if (field->type == STAFET_FIELD_REF && field->target == STAFET_KIND_SHIFT)
    {
      shift =
        stafet_snapshot_get (a->snapshot, STAFET_KIND_SHIFT, STAFET_FIELD_AT (StafetUid, record, field));
      activity =
        shift != NULL ? stafet_snapshot_get (a->snapshot, STAFET_KIND_ACTIVITY, shift->activity) : NULL;
      if (activity != NULL)
        return g_strdup_printf ("%s, %s", activity->title, shift->role);
    }
  return stafet_history_value (&a->values, record, NULL, field);
}

/* Each on a line of its own. */
static void
write_card (Access *a)
{
  StafetRecord *record = &a->volunteer->parent;

  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    {
      g_autofree char *value = is_told (field) ? value_of (a, record, field) : g_strdup ("");

      if (*value != '\0')
        g_string_append_printf (a->text, "%s: %s\n", _ (field->title), value);
    }
}

/* All on one line, without whose it is. */
static void
write_row (Access *a, StafetRecord *record)
{
  const char *between = "– ";

  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    {
      gboolean hers = is_reference_to (a, record, field);
      gboolean picture =
        STAFET_RECORD_KIND (record) == STAFET_KIND_PHOTO && g_str_equal (field->name, "image");
      g_autofree char *value = picture                    ? g_strdup (_ ("a picture, shown on the card"))
                               : is_told (field) && !hers ? value_of (a, record, field)
                                                          : g_strdup ("");

      /* That it is she who leads an activity is what the line is about. */
      if (hers && !g_str_equal (field->name, "volunteer"))
        g_string_append_printf (a->text, "%s%s", between, _ (field->title));
      else if (*value != '\0')
        g_string_append_printf (a->text, "%s%s: %s", between, _ (field->title), value);
      else
        continue;
      between = " · ";
    }
  g_string_append_c (a->text, '\n');
}

/* ——— What refers to her ——— */

/* Whom others would rather not be with, and that it is she, is a matter of theirs. */
static gboolean
is_wish_of_another (const Access *a, StafetRecord *record)
{
  const StafetPartner *partner = (const StafetPartner *) record;
  StafetUid uid = a->volunteer->parent.uid;

  return STAFET_RECORD_KIND (record) == STAFET_KIND_PARTNER && partner->other == uid
         && partner->volunteer != uid && partner->relation == STAFET_PARTNER_APART;
}

static gboolean
refers (const Access *a, StafetRecord *record)
{
  StafetKind kind = STAFET_RECORD_KIND (record);

  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    if (is_reference_to (a, record, field))
      return TRUE;
  return (kind == STAFET_KIND_TOLD && g_str_equal (((StafetTold *) record)->whom, a->volunteer->parent.uid))
         || (kind == STAFET_KIND_EXCEPTION
             && strstr (((StafetException *) record)->changes, a->volunteer->parent.uid) != NULL);
}

/* Guests sign up by name and telephone alone. */
static gboolean
has_her_number (const Access *a, const StafetSignup *signup)
{
  for (guint i = 0; *signup->phone != '\0' && i < a->phones->len; i++)
    if (stafet_phone_equal (((StafetPhone *) a->phones->pdata[i])->number, signup->phone))
      return TRUE;
  return FALSE;
}

static gboolean
is_hers (const Access *a, StafetRecord *record)
{
  g_autofree char *own = NULL, *name = NULL;

  if (is_wish_of_another (a, record))
    {
      g_hash_table_add (a->wishes, (gpointer) record->uid);
      return FALSE;
    }
  if (STAFET_RECORD_KIND (record) != STAFET_KIND_SIGNUP)
    return refers (a, record);
  own = stafet_text_fold (a->volunteer->name);
  name = stafet_text_fold (((StafetSignup *) record)->name);
  return g_str_equal (own, name) || has_her_number (a, (StafetSignup *) record);
}

typedef struct
{
  const Access *access;
  GPtrArray *rows; /* owned */
} Search;

static void
look_cb (StafetRecord *record, gpointer data)
{
  const Search *search = data;

  if (is_hers (search->access, record))
    g_ptr_array_add (search->rows, record);
  else
    g_object_unref (record);
}

/* Those of @kind that are about her, in the store: the plan holds only the last thirteen months. */
static GPtrArray *
find_rows (const Access *a, StafetKind kind, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  Search search = { a, rows };

  return stafet_store_load (stafet_plan_get_store (a->plan), kind, STAFET_DATE_NONE, look_cb, &search, error)
           ? g_steal_pointer (&rows)
           : NULL;
}

static const char *
title_of (StafetKind kind)
{
  switch (kind)
    {
    case STAFET_KIND_VOLUNTEER:
      return _ ("Goes along with these the first time");
    case STAFET_KIND_ACTIVITY:
      return _ ("Activities that the person leads");
    case STAFET_KIND_ASSIGNMENT:
      return _ ("Promised, asked and declined");
    case STAFET_KIND_ATTENDANCE:
      return _ ("Came, or did not come");
    case STAFET_KIND_SIGNUP:
      return _ ("Signed up as a guest");
    case STAFET_KIND_SKILL:
      return _ ("Skills");
    case STAFET_KIND_VOLUNTEER_HOUSE:
      return _ ("Houses");
    case STAFET_KIND_PARTNER:
      return _ ("Together with and apart from");
    case STAFET_KIND_AVAILABILITY:
      return _ ("Available");
    default:
      return _ (stafet_record_info (kind)->title);
    }
}

static void
write_other (Access *a, StafetRecord *record)
{
  g_autofree char *name = NULL;

  if (STAFET_RECORD_KIND (record) != STAFET_KIND_VOLUNTEER
      && STAFET_RECORD_KIND (record) != STAFET_KIND_ACTIVITY)
    {
      write_row (a, record);
      return;
    }
  /* The rest of what is held on it is not about her. */
  name = stafet_use_name (a->snapshot, record);
  g_string_append_printf (a->text, "– %s\n", name);
}

/* In one sentence. */
static void
write_times (Access *a, const GPtrArray *rows)
{
  g_autofree char *times = stafet_words_availability (stafet_i18n_get_language (), rows);

  g_string_append_printf (a->text, "– %s\n", times);
}

/* Of another volunteer, or an activity, only what names her is about her. */
static gboolean
is_hers_alone (StafetKind kind)
{
  return kind != STAFET_KIND_VOLUNTEER && kind != STAFET_KIND_ACTIVITY && kind != STAFET_KIND_EXCEPTION;
}

static gboolean
write_kind (Access *a, StafetKind kind, GError **error)
{
  g_autoptr (GPtrArray) rows = find_rows (a, kind, error);

  if (rows == NULL)
    return FALSE;
  if (rows->len > 0)
    heading (a, title_of (kind));
  if (rows->len > 0 && kind == STAFET_KIND_AVAILABILITY)
    write_times (a, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      StafetRecord *record = g_ptr_array_index (rows, i);

      if (is_hers_alone (kind))
        g_hash_table_add (a->hers, (gpointer) record->uid);
      if (kind != STAFET_KIND_AVAILABILITY)
        write_other (a, record);
    }
  return TRUE;
}

/* ——— Texts that name her, and the history ——— */

static gboolean
write_mentions (Access *a, GError **error)
{
  g_autoptr (StafetErasure) told = stafet_erasure_try (a->plan, a->volunteer->parent.uid, error);

  if (told == NULL)
    return FALSE;
  if (told->mentions->len > 0)
    heading (a, _ ("The name is also written here"));
  for (guint i = 0; i < told->mentions->len; i++)
    g_string_append_printf (a->text, "– %s\n", (const char *) g_ptr_array_index (told->mentions, i));
  return TRUE;
}

static gboolean
image_names (const Access *a, GVariant *image)
{
  const char *name, *text;
  GVariantIter iter;

  if (image == NULL)
    return FALSE;
  g_variant_iter_init (&iter, image);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    if (strstr (text, a->volunteer->parent.uid) != NULL)
      return TRUE;
  return FALSE;
}

static void
remember_wish (Access *a, const StafetLogRow *row, GVariant *image)
{
  g_autoptr (StafetRecord) record = image != NULL ? stafet_history_record (row, image) : NULL;

  if (record != NULL && is_wish_of_another (a, record))
    g_hash_table_add (a->wishes, (gpointer) row->uid);
}

/* A row that changes a key of hers need not name her: the one that made it does. */
static void
remember_rows (Access *a, const StafetLogEntry *entry)
{
  for (guint i = 0; i < entry->rows->len; i++)
    {
      const StafetLogRow *row = g_ptr_array_index (entry->rows, i);

      if (row->kind == STAFET_KIND_PARTNER)
        {
          remember_wish (a, row, row->before);
          remember_wish (a, row, row->after);
        }
      if (is_hers_alone (row->kind) && (image_names (a, row->before) || image_names (a, row->after)))
        g_hash_table_add (a->hers, (gpointer) row->uid);
    }
}

static gboolean
key_names (const Access *a, GVariant *image, const char *key)
{
  const char *text;

  return image != NULL && g_variant_lookup (image, key, "&s", &text)
         && strstr (text, a->volunteer->parent.uid) != NULL;
}

/* What @image (nullable) says of the keys that named her before, or do after. */
static GVariant *
naming_keys (const Access *a, const StafetLogRow *row, GVariant *image)
{
  GVariantBuilder builder;
  GVariantIter iter;
  char *name, *text;

  if (image == NULL)
    return NULL;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, image);
  /* Copies: a look-up may move what an image holds. */
  while (g_variant_iter_loop (&iter, "{ss}", &name, &text))
    if (key_names (a, row->before, name) || key_names (a, row->after, name))
      g_variant_builder_add (&builder, "{ss}", name, text);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
leave_out_other_keys (const Access *a, StafetLogRow *row)
{
  GVariant *before = naming_keys (a, row, row->before), *after = naming_keys (a, row, row->after);

  g_clear_pointer (&row->before, g_variant_unref);
  g_clear_pointer (&row->after, g_variant_unref);
  row->before = before;
  row->after = after;
}

/* A change may be about others, too: a list that was read in names hundreds. Returns whether it is nothing
 * but what others wish of her. */
static gboolean
leave_out_others (const Access *a, StafetLogEntry *entry)
{
  gboolean wishes = FALSE;

  for (guint i = entry->rows->len; i > 0; i--)
    {
      StafetLogRow *row = g_ptr_array_index (entry->rows, i - 1);

      if (g_hash_table_contains (a->wishes, row->uid))
        {
          g_ptr_array_remove_index (entry->rows, i - 1);
          wishes = TRUE;
          continue;
        }
      if (g_hash_table_contains (a->hers, row->uid))
        continue;
      if (image_names (a, row->before) || image_names (a, row->after))
        leave_out_other_keys (a, row);
      else
        g_ptr_array_remove_index (entry->rows, i - 1);
    }
  entry->n_rows = entry->rows->len;
  return wishes && entry->rows->len == 0;
}

static void
write_entry (Access *a, const StafetLogEntry *entry)
{
  StafetClock *clock = stafet_plan_get_clock (a->plan);
  StafetZone *zone = stafet_clock_get_zone (clock);
  g_autofree char *when = stafet_words_day_with_year (
    stafet_i18n_get_language (), stafet_wall_date (stafet_zone_to_wall (zone, entry->at)));
  g_autofree char *who = stafet_history_words_author (entry);
  g_autoptr (GPtrArray) lines = stafet_history_words_lines (a->snapshot, zone, a->gone, entry);

  g_string_append_printf (a->text, "– %s · %s · %s\n", when, who, entry->label);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (a->text, "    %s\n", (const char *) g_ptr_array_index (lines, i));
}

static gboolean
write_history (Access *a, GError **error)
{
  StafetHistoryQuery query = { .volunteer = a->volunteer->parent.uid };
  StafetStore *store = stafet_plan_get_store (a->plan);
  g_autoptr (GPtrArray) entries = stafet_store_find_history (store, &query, error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    remember_rows (a, g_ptr_array_index (entries, i));
  for (guint i = entries->len; i > 0; i--)
    if (leave_out_others (a, g_ptr_array_index (entries, i - 1)))
      g_ptr_array_remove_index (entries, i - 1);
  a->gone = stafet_history_words_gone (store, a->snapshot, entries);
  heading (a, _ ("Changes in the history"));
  for (guint i = 0; i < entries->len; i++)
    write_entry (a, g_ptr_array_index (entries, i));
  return TRUE;
}

/* ——— Protected names ——— */

static gboolean
is_protected (const Access *a, gpointer record)
{
  const StafetVolunteer *volunteer = record;

  return STAFET_RECORD_KIND (record) == STAFET_KIND_VOLUNTEER && volunteer->protected_
         && volunteer != a->volunteer && stafet_text_compare (volunteer->name, a->volunteer->name) != 0;
}

static void
add_protected (const Access *a, gpointer record, StafetMentions *mentions)
{
  const StafetVolunteer *volunteer = record;

  if (!is_protected (a, record))
    return;
  stafet_mentions_add_name (mentions, volunteer->name);
  stafet_mentions_add_short_name (mentions, volunteer->short_name);
}

static StafetMentions *
find_protected (const Access *a)
{
  const GPtrArray *all = stafet_snapshot_all (a->snapshot, STAFET_KIND_VOLUNTEER);
  StafetMentions *mentions = stafet_mentions_new ();
  GHashTableIter iter;
  gpointer record;

  for (guint i = 0; i < all->len; i++)
    add_protected (a, g_ptr_array_index (all, i), mentions);
  g_hash_table_iter_init (&iter, a->gone);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    add_protected (a, record, mentions);
  for (guint i = 0; i < all->len; i++)
    if (!is_protected (a, g_ptr_array_index (all, i)))
      stafet_mentions_spare_longer (mentions, ((StafetVolunteer *) g_ptr_array_index (all, i))->name);
  return mentions;
}

/* Wherever others have written them: in a reference, in the label of a change, in a note. */
static void
hide_protected (Access *a)
{
  g_autoptr (StafetMentions) mentions = find_protected (a);
  g_autofree char *hidden =
    stafet_mentions_replace (mentions, a->text->str, _ ("Volunteer"), _ ("Volunteer"));

  if (hidden != NULL)
    g_string_assign (a->text, hidden);
}

/* ——— The text ——— */

static void
write_head (Access *a)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (a->plan));
  g_autofree char *day = stafet_words_date_with_year (stafet_i18n_get_language (), today);
  g_autofree char *title = g_strdup_printf (_ ("What we hold on %s"), a->volunteer->name);

  g_string_append_printf (a->text, "%s\n%s\n", title, day);
  heading (a, _ ("On the card"));
  write_card (a);
}

static gboolean
write_all (Access *a, GError **error)
{
  write_head (a);
  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    if (!write_kind (a, (StafetKind) kind, error))
      return FALSE;
  if (!write_mentions (a, error) || !write_history (a, error))
    return FALSE;
  hide_protected (a);
  return TRUE;
}

char *
stafet_access_text (StafetPlan *plan, const char *volunteer, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) phones = NULL;
  g_autoptr (GHashTable) hers = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) wishes = g_hash_table_new (g_direct_hash, g_direct_equal);
  Access a = { .plan = plan,
               .snapshot = snapshot,
               .values = { snapshot, stafet_clock_get_zone (stafet_plan_get_clock (plan)), NULL, NULL },
               .hers = hers,
               .wishes = wishes,
               .text = text };
  gboolean whole;

  a.volunteer = stafet_reference_find (snapshot, STAFET_KIND_VOLUNTEER, volunteer, error);
  if (a.volunteer == NULL)
    return NULL;
  g_hash_table_add (hers, (gpointer) a.volunteer->parent.uid);
  a.phones = phones = find_rows (&a, STAFET_KIND_PHONE, error);
  whole = phones != NULL && write_all (&a, error);
  g_clear_pointer (&a.gone, g_hash_table_unref);
  if (!whole)
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}
