/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks at a list on a scratch plan, and writes it by the same steps.
 */
#include "stafet-import.h"

#include "core/stafet-text.h"
#include "plan/stafet-use-cases.h"
#include "schedule/stafet-overlap.h"
#include "stafet-import-row.h"

#include <string.h>

/* ——— Rows ——— */

static StafetImportRow *
row_new (guint number)
{
  StafetImportRow *self = g_atomic_rc_box_new0 (StafetImportRow);

  self->number = number;
  self->name = g_strdup ("");
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  self->pairs = g_ptr_array_new_with_free_func (g_free);
  self->left_out = g_array_new (FALSE, FALSE, sizeof (StafetDate));
  return self;
}

static void row_unref (gpointer data);

static void
row_clear (gpointer data)
{
  StafetImportRow *self = data;

  g_free (self->name);
  g_free (self->words);
  g_free (self->room);
  g_free (self->organiser);
  g_free (self->area);
  g_free (self->new_house);
  g_clear_pointer (&self->earlier, row_unref);
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->pairs);
  g_array_unref (self->left_out);
}

static void
row_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, row_clear);
}

guint
stafet_import_row_get_number (const StafetImportRow *self)
{
  return self->number;
}

StafetImportState
stafet_import_row_get_state (const StafetImportRow *self)
{
  return self->state;
}

const char *
stafet_import_row_get_name (const StafetImportRow *self)
{
  return self->name;
}

const GPtrArray *
stafet_import_row_get_reasons (const StafetImportRow *self)
{
  return self->reasons;
}

const char *
stafet_import_row_get_words (const StafetImportRow *self)
{
  return self->words != NULL ? self->words : "";
}

/* ——— What a row refers to ——— */

static StafetUid
find_named (const StafetSnapshot *snapshot, StafetKind kind, const char *name, StafetUid house)
{
  const GPtrArray *records = stafet_snapshot_all (snapshot, kind);
  const StafetRecordInfo *info = stafet_record_info (kind);
  const StafetField *label = stafet_record_info_field (info, "name");
  g_autofree char *folded = stafet_text_fold (name);

  for (guint i = 0; i < records->len; i++)
    {
      StafetRecord *record = g_ptr_array_index (records, i);
      g_autofree char *other = NULL;

      if (house != NULL && ((StafetRoom *) record)->house != house)
        continue;
      other = stafet_text_fold (STAFET_FIELD_AT (char *, record, label));
      if (strcmp (folded, other) == 0)
        return record->uid;
    }
  return NULL;
}

/* One step of a row: what it brings is in the scratch plan at once, so that the next step finds it. */
static gboolean
take (StafetPlan *scratch, StafetEdit *edit, StafetChangeset *into, StafetUid *created, GError **error)
{
  gboolean good = stafet_plan_try (scratch, edit, into, created, error);

  stafet_edit_free (edit);
  return good;
}

/* The record of that name, made when there is none: with @made_kind (nullable). @house: a room's. */
static gboolean
refer (StafetPlan *scratch, StafetKind kind, const char *name, StafetUid house, const char *made_kind,
       GPtrArray *pairs, const char *key, StafetChangeset *into, GError **error)
{
  StafetUid uid;

  if (name == NULL || *name == '\0')
    return TRUE;
  uid = find_named (stafet_plan_get_snapshot (scratch), kind, name, house);
  if (uid == NULL)
    {
      g_autofree char *name_pair = g_strconcat ("name=", name, NULL);
      g_autofree char *house_pair = house != NULL ? g_strconcat ("house=", house, NULL) : NULL;
      const char *made[] = { name_pair, house_pair != NULL ? house_pair : made_kind, NULL };

      if (!take (scratch, stafet_use_add (kind, made), into, &uid, error))
        return FALSE;
    }
  g_ptr_array_add (pairs, g_strdup_printf ("%s=%s", key, uid));
  return TRUE;
}

/* ——— Completing what is there ——— */

static gboolean
list_has (char **list, const char *item, gboolean phones)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (phones ? stafet_phone_equal (list[i], item) : strcmp (list[i], item) == 0)
      return TRUE;
  return FALSE;
}

/* What is there, as the command line writes it. (transfer full) with a NULL at its end */
static GPtrArray *
list_items (const StafetSnapshot *snapshot, const StafetRecord *record, const StafetList *list)
{
  const GPtrArray *links = stafet_snapshot_index (snapshot, list->index, record->uid);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < links->len; i++)
    {
      StafetRecord *link = g_ptr_array_index (links, i);
      const StafetRecordInfo *info = STAFET_RECORD_INFO (link);
      const StafetField *which = list->which != NULL ? stafet_record_info_field (info, list->which) : NULL;

      if (which == NULL || STAFET_FIELD_AT (gint32, link, which) == list->which_value)
        g_ptr_array_add (items, list->value != NULL ? stafet_record_get_text (
                                  link, stafet_record_info_field (info, list->value))
                                                    : list->write (link));
    }
  g_ptr_array_add (items, NULL);
  return items;
}

static gboolean
says_all (char **said, char **items)
{
  for (guint i = 0; items[i] != NULL; i++)
    if (!list_has (said, items[i], FALSE))
      return FALSE;
  return TRUE;
}

/* Phones, houses and skills grow; times are those of the list. NULL when it says nothing new. (transfer full)
 */
static char *
complete_list (const StafetSnapshot *snapshot, const StafetRecord *record, const StafetList *list,
               const char *value)
{
  g_autoptr (GPtrArray) items = list_items (snapshot, record, list);
  g_auto (GStrv) said = g_strsplit (value, ",", -1);
  gboolean phones = list->link == STAFET_KIND_PHONE;
  guint more = 0;

  for (guint i = 0; said[i] != NULL; i++)
    if (!list_has ((char **) items->pdata, g_strstrip (said[i]), phones))
      {
        g_ptr_array_insert (items, (int) items->len - 1, g_strdup (said[i]));
        more++;
      }
  if (more == 0 && (list->value != NULL || says_all (said, (char **) items->pdata)))
    return NULL;
  return list->value != NULL ? g_strjoinv (",", (char **) items->pdata) : g_strdup (value);
}

static gboolean
same_folded (const char *a, const char *b)
{
  g_autofree char *x = stafet_text_fold (a), *y = stafet_text_fold (b);

  return strcmp (x, y) == 0;
}

/* Those parts of @more that @note has not yet, behind it; NULL when it has all. (transfer full) */
static char *
complete_note (const char *note, const char *more)
{
  g_auto (GStrv) old = g_strsplit (note, ", ", -1), said = g_strsplit (more, ", ", -1);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; said[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) old, said[i]))
      g_ptr_array_add (parts, said[i]);
  if (parts->len == 0)
    return NULL;
  if (*note != '\0')
    g_ptr_array_insert (parts, 0, (gpointer) note);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/* A note is kept beside the one that is there. NULL when the pair says nothing new. (transfer full) */
static char *
complete_pair (const StafetSnapshot *snapshot, StafetRecord *record, const char *pair)
{
  const char *value = strchr (pair, '=') + 1;
  g_autofree char *key = g_strndup (pair, (gsize) (value - 1 - pair));
  const StafetList *list = stafet_record_info_list (STAFET_RECORD_INFO (record), key);
  const StafetField *field = stafet_record_info_field (STAFET_RECORD_INFO (record), key);
  g_autofree char *old = NULL, *whole = NULL;

  /* A list in capitals renames nobody. */
  if (strcmp (key, "name") == 0 || strcmp (key, "title") == 0)
    return same_folded (STAFET_FIELD_AT (char *, record, field), value) ? NULL : g_strdup (pair);
  if (list != NULL)
    whole = complete_list (snapshot, record, list, value);
  else if (strcmp (key, "note") == 0)
    {
      old = stafet_record_get_text (record, field);
      whole = complete_note (old, value);
    }
  else
    whole = g_strdup (value);
  return whole != NULL ? g_strdup_printf ("%s=%s", key, whole) : NULL;
}

/* @said: char *; @existing nullable. (transfer full) */
static GPtrArray *
complete_pairs (const StafetSnapshot *snapshot, StafetKind kind, const GPtrArray *said, StafetUid existing)
{
  StafetRecord *record = stafet_snapshot_get (snapshot, kind, existing);
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < said->len; i++)
    {
      const char *pair = g_ptr_array_index (said, i);
      char *whole = record != NULL ? complete_pair (snapshot, record, pair) : g_strdup (pair);

      if (whole != NULL)
        g_ptr_array_add (pairs, whole);
    }
  return pairs;
}

/* ——— One row ——— */

/* Whoever is wanted: of an activity with several roles a list does not say of which. */
static gboolean
set_heads (StafetPlan *scratch, const StafetImportRow *row, StafetUid activity, StafetChangeset *into,
           GError **error)
{
  const GPtrArray *shifts =
    stafet_snapshot_index (stafet_plan_get_snapshot (scratch), STAFET_INDEX_SHIFT_BY_ACTIVITY, activity);
  g_autofree char *wanted = g_strdup_printf ("wanted=%d", row->heads), *most = NULL;
  g_autofree char *of = g_strconcat ("activity=", activity, NULL);
  g_autofree char *role = g_strconcat ("role=", _ ("Volunteer"), NULL);
  const StafetShift *shift;

  if (row->heads == 0 || shifts->len > 1)
    return TRUE;
  if (shifts->len == 0)
    return take (scratch, stafet_use_add (STAFET_KIND_SHIFT, (const char *[]){ role, wanted, of, NULL }),
                 into, NULL, error);
  shift = g_ptr_array_index (shifts, 0);
  most = shift->max != STAFET_INTEGER_NONE && shift->max < row->heads ? g_strdup_printf ("max=%d", row->heads)
                                                                      : NULL;
  return take (scratch,
               stafet_use_edit (STAFET_KIND_SHIFT, shift->parent.uid, (const char *[]){ wanted, most, NULL }),
               into, NULL, error);
}

/* Those dates that it has, and that are not cancelled already. */
static gboolean
leave_out (StafetPlan *scratch, const StafetImportRow *row, StafetUid uid, StafetChangeset *into,
           GError **error)
{
  for (guint i = 0; i < row->left_out->len; i++)
    {
      const StafetSnapshot *snapshot = stafet_plan_get_snapshot (scratch);
      const StafetActivity *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, uid);
      StafetDate date = g_array_index (row->left_out, StafetDate, i);
      const StafetException *exception =
        stafet_snapshot_exception (snapshot, uid, STAFET_KIND_ACTIVITY, date);

      if (!stafet_expand_holds (&activity->timing, date)
          || (exception != NULL && exception->status == STAFET_EXCEPTION_CANCELLED))
        continue;
      if (!take (scratch, stafet_use_cancel (uid, date, STAFET_DATE_NONE, stafet_use_left_out_reason ()),
                 into, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* What the row says, and of which house where that one comes in with it. (transfer full) of char *, or NULL
 */
static GPtrArray *
say_house (StafetPlan *scratch, const StafetImportRow *row, StafetUid *house, StafetChangeset *into,
           GError **error)
{
  g_autoptr (GPtrArray) said = g_ptr_array_copy (row->pairs, (GCopyFunc) g_strdup, NULL);
  const char *key = row->kind == STAFET_KIND_VOLUNTEER ? "houses" : "house";

  g_ptr_array_set_free_func (said, g_free);
  *house = row->house;
  if (!refer (scratch, STAFET_KIND_HOUSE, row->new_house, NULL, "kind=community", said, key, into, error))
    return NULL;
  if (row->new_house != NULL)
    *house = find_named (stafet_plan_get_snapshot (scratch), STAFET_KIND_HOUSE, row->new_house, NULL);
  return g_steal_pointer (&said);
}

/* By the use cases that write it; what they bring is in @scratch and in @into. @made: StafetImportRow → uid,
 * of the rows before, and then of this one. */
static gboolean
apply_row (StafetPlan *scratch, StafetImportRow *row, GHashTable *made, StafetChangeset *into, GError **error)
{
  StafetUid uid = row->existing != NULL ? row->existing : g_hash_table_lookup (made, row->earlier);
  StafetUid house;
  g_autoptr (GPtrArray) said = say_house (scratch, row, &house, into, error), pairs = NULL;
  const char *const *list;
  gboolean is_new = uid == NULL;

  if (said == NULL)
    return FALSE;
  pairs = complete_pairs (stafet_plan_get_snapshot (scratch), row->kind, said, uid);
  if (!refer (scratch, STAFET_KIND_ROOM, row->room, house, NULL, pairs, "room", into, error)
      || !refer (scratch, STAFET_KIND_ORGANISER, row->organiser, NULL,
                 row->kind == STAFET_KIND_OFFER ? "kind=association" : NULL, pairs, "organiser", into, error)
      || !refer (scratch, STAFET_KIND_AREA, row->area, NULL, NULL, pairs, "area", into, error))
    return FALSE;
  g_ptr_array_add (pairs, NULL);
  list = (const char *const *) pairs->pdata;
  if (!take (scratch, is_new ? stafet_use_add (row->kind, list) : stafet_use_edit (row->kind, uid, list),
             into, is_new ? &uid : NULL, error))
    return FALSE;
  g_hash_table_insert (made, row, (gpointer) uid);
  return row->kind != STAFET_KIND_ACTIVITY
         || (set_heads (scratch, row, uid, into, error) && leave_out (scratch, row, uid, into, error));
}

/* ——— Looking ——— */

typedef void (*ReadFunc) (StafetImportRow *self, const StafetImportSource *source);
static const ReadFunc readers[STAFET_N_LISTS] = { stafet_import_read_volunteer, stafet_import_read_activity,
                                                  stafet_import_read_house, stafet_import_read_offer };

/* Everything that is written of a row, but the spelling of its name. */
static char *
describe (const StafetImportRow *row)
{
  GString *text = g_string_new (NULL);
  g_autofree char *name = stafet_text_fold (row->name);

  g_string_append_printf (text, "%s\n%s\n%s\n%s\n%s\n%d", name, row->new_house != NULL ? row->new_house : "",
                          row->room != NULL ? row->room : "", row->organiser != NULL ? row->organiser : "",
                          row->area != NULL ? row->area : "", row->heads);
  for (guint i = 0; i < row->pairs->len; i++)
    {
      const char *pair = g_ptr_array_index (row->pairs, i);

      if (!g_str_has_prefix (pair, "name=") && !g_str_has_prefix (pair, "title="))
        g_string_append_printf (text, "\n%s", pair);
    }
  for (guint i = 0; i < row->left_out->len; i++)
    g_string_append_printf (text, "\n%d", g_array_index (row->left_out, StafetDate, i));
  return g_string_free (text, FALSE);
}

/* Who she is: her name and each telephone, or her name and mail where the list has no telephone. (transfer
 * full) of char * */
static GPtrArray *
person_keys (const StafetImportRow *row)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = stafet_text_fold (row->name);
  const char *mail = "";

  for (guint i = 0; i < row->pairs->len; i++)
    {
      const char *pair = g_ptr_array_index (row->pairs, i);

      if (g_str_has_prefix (pair, "mail="))
        mail = pair;
      if (g_str_has_prefix (pair, "phones="))
        {
          g_auto (GStrv) phones = g_strsplit (pair + strlen ("phones="), ",", -1);

          for (guint j = 0; phones[j] != NULL; j++)
            g_ptr_array_add (
              keys, g_strconcat (name, "\n", g_str_has_prefix (phones[j], "+45") ? phones[j] + 3 : phones[j],
                                 NULL));
        }
    }
  if (keys->len == 0)
    g_ptr_array_add (keys, g_strconcat (name, "\n", mail, NULL));
  return keys;
}

/* (transfer full) of char *: whoever has one of them alike is one */
static GPtrArray *
keys_of (const StafetImportRow *row)
{
  GPtrArray *keys;

  if (row->kind == STAFET_KIND_VOLUNTEER)
    return person_keys (row);
  keys = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (keys, row->kind == STAFET_KIND_HOUSE ? stafet_text_fold (row->name) : describe (row));
  return keys;
}

/* An earlier row of the same, or NULL. @seen: key → StafetImportRow */
static StafetImportRow *
find_earlier (const GPtrArray *keys, GHashTable *seen)
{
  StafetImportRow *earlier = NULL;

  for (guint i = 0; i < keys->len && earlier == NULL; i++)
    earlier = g_hash_table_lookup (seen, g_ptr_array_index (keys, i));
  return earlier;
}

static void
remember (StafetImportRow *row, const GPtrArray *keys, GHashTable *seen)
{
  for (guint i = 0; i < keys->len; i++)
    g_hash_table_insert (seen, g_strdup (g_ptr_array_index (keys, i)), row);
}

/* What one look at a list goes by. */
typedef struct
{
  const StafetSnapshot *before;
  StafetPlan *scratch;
  GHashTable *seen; /* owned: key → StafetImportRow, of those that come in */
  GHashTable *made; /* owned: StafetImportRow → the uid of its record in @scratch */
  GHashTable *told; /* owned set: rooms and the like that a row before makes */
  StafetUid house;  /* nullable: of rows that name none */
} Looking;

/* What is made along with the row; told once, also where a faulty row wanted it before. */
static void
note_new (Looking *looking, StafetImportRow *row, StafetKind kind, const char *name, StafetUid house,
          const char *format)
{
  g_autofree char *folded = name != NULL ? stafet_text_fold (name) : NULL, *key = NULL;

  if (folded == NULL || *folded == '\0')
    return;
  /* A new house has no rooms yet. */
  if ((kind != STAFET_KIND_ROOM || row->new_house == NULL)
      && find_named (looking->before, kind, name, house) != NULL)
    return;
  key = g_strdup_printf ("%d\n%s\n%s", (int) kind, house != NULL ? house : "", folded);
  if (g_hash_table_add (looking->told, g_steal_pointer (&key)))
    stafet_import_row_note (row, format, name);
}

static void
note_what_is_made (Looking *looking, StafetImportRow *row)
{
  note_new (looking, row, STAFET_KIND_HOUSE, row->new_house, NULL, _ ("New house: %s."));
  note_new (looking, row, STAFET_KIND_ROOM, row->room, row->house, _ ("New room: %s."));
  note_new (looking, row, STAFET_KIND_ORGANISER, row->organiser, NULL, _ ("New organiser: %s."));
  note_new (looking, row, STAFET_KIND_AREA, row->area, NULL, _ ("New area: %s."));
}

static void
note_left_out (const Looking *looking, StafetImportRow *row)
{
  if (row->left_out->len > 0)
    stafet_import_note_left_out (row, &((const StafetActivity *) stafet_snapshot_get (
                                          stafet_plan_get_snapshot (looking->scratch), STAFET_KIND_ACTIVITY,
                                          g_hash_table_lookup (looking->made, row)))
                                         ->timing);
}

/* Clashes fill many lines: the first says what it is. A list accepts none. */
static void
refuse_with (StafetImportRow *row, const GError *error)
{
  g_autofree char *line = g_strndup (error->message, strcspn (error->message, "\n")), *fact = NULL;

  if (!g_error_matches (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_CLASH))
    {
      stafet_import_row_refuse (row, "%s", line);
      return;
    }
  fact = stafet_overlap_without_advice (line);
  stafet_import_row_refuse (row, "%s", fact);
  if (strcmp (fact, line) != 0)
    stafet_import_row_note (row, "%s",
                            _ ("Change the room or the time in the list, or add it yourself afterwards."));
}

/* What is odd in somebody's terms is said of the row, so that it is not said of hundreds afterwards.
 * (transfer full): the sentences that are about her; the others are left where they were. */
static GPtrArray *
steal_terms (StafetPlan *scratch, const StafetImportRow *row)
{
  g_autoptr (GPtrArray) all = stafet_plan_steal_warnings (scratch);
  g_autofree char *about = g_strconcat (row->name, ": ", NULL);
  GPtrArray *terms = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < all->len; i++)
    {
      const char *warning = g_ptr_array_index (all, i);

      if (row->kind == STAFET_KIND_VOLUNTEER && g_str_has_prefix (warning, about))
        g_ptr_array_add (terms, g_strdup (warning + strlen (about)));
      else
        stafet_plan_warn (scratch, "%s", warning);
    }
  return terms;
}

static void
note_terms (Looking *looking, StafetImportRow *row)
{
  g_autoptr (GPtrArray) terms = steal_terms (looking->scratch, row);

  for (guint i = 0; i < terms->len; i++)
    stafet_import_row_note (row, "%s", (const char *) g_ptr_array_index (terms, i));
}

static void
try_row (Looking *looking, StafetImportRow *row)
{
  g_autoptr (StafetChangeset) changeset = stafet_changeset_new (STAFET_CHANGESET_EDIT);
  g_autoptr (GPtrArray) keys = keys_of (row);
  StafetImportRow *earlier = find_earlier (keys, looking->seen);
  g_autoptr (GError) error = NULL;

  if (earlier != NULL && row->existing == NULL)
    row->earlier = g_atomic_rc_box_acquire (earlier);
  if (!apply_row (looking->scratch, row, looking->made, changeset, &error))
    {
      refuse_with (row, error);
      return;
    }
  /* What stands for several rows is the first of them: it is the one that is written as new. */
  remember (earlier != NULL ? earlier : row, keys, looking->seen);
  note_what_is_made (looking, row);
  note_left_out (looking, row);
  note_terms (looking, row);
  if (earlier != NULL && changeset->changes->len == 0)
    {
      row->state = STAFET_IMPORT_DUPLICATE;
      stafet_import_row_note (row, _ ("The same as row %u."), earlier->number);
    }
  else if (row->existing == NULL && earlier == NULL)
    row->state = STAFET_IMPORT_NEW;
  else
    row->state = changeset->changes->len > 0 ? STAFET_IMPORT_CHANGED : STAFET_IMPORT_SAME;
  if (earlier != NULL && row->state == STAFET_IMPORT_CHANGED)
    stafet_import_row_note (row, _ ("More about row %u."), earlier->number);
  if (row->state == STAFET_IMPORT_NEW || row->state == STAFET_IMPORT_CHANGED)
    row->words = stafet_import_words_of (stafet_plan_get_snapshot (looking->scratch), row->kind,
                                         g_hash_table_lookup (looking->made, row), looking->house);
}

/* No name or remark is as long: what is, belongs to another table, and would keep the window waiting. */
#define LONGEST_CELL 4000

static gboolean
is_too_long (const StafetTable *table, guint row)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (strlen (stafet_table_get (table, row, i)) > LONGEST_CELL)
      return TRUE;
  return FALSE;
}

static void
look_at (Looking *looking, StafetImportRow *row, StafetListKind kind, const StafetImportSource *source)
{
  if (is_too_long (source->table, source->row))
    {
      stafet_import_row_refuse (row, _ ("One of its cells is too long for such a list."));
      return;
    }
  if (stafet_table_row_is_mended (source->table, source->row))
    stafet_import_row_note (
      row, _ ("Its letters were read as Windows-1252, those of the other rows as UTF-8: look at them."));
  readers[kind](row, source);
  if (row->state == STAFET_IMPORT_NEW)
    try_row (looking, row);
}

static void
unknown_free (gpointer data)
{
  StafetUnknownHouse *house = data;

  g_free (house->name);
  g_free (house);
}

static int
compare_unknown (gconstpointer a, gconstpointer b)
{
  const StafetUnknownHouse *one = *(StafetUnknownHouse *const *) a, *other = *(StafetUnknownHouse *const *) b;

  return one->rows != other->rows ? (one->rows > other->rows ? -1 : 1)
                                  : stafet_text_compare (one->name, other->name);
}

/* (transfer full) of StafetUnknownHouse */
static GPtrArray *
sort_unknown (GHashTable *unknown)
{
  GPtrArray *houses = g_ptr_array_new_with_free_func (unknown_free);
  GHashTableIter iter;
  gpointer house;

  g_hash_table_iter_init (&iter, unknown);
  while (g_hash_table_iter_next (&iter, NULL, &house))
    g_ptr_array_add (houses, house);
  g_ptr_array_sort (houses, compare_unknown);
  return houses;
}

StafetImport *
stafet_import_new (StafetPlan *plan, const StafetTable *table, const StafetMapping *mapping,
                   StafetListKind kind, const StafetImportHouses *houses, StafetDate today)
{
  StafetImport *self = g_new0 (StafetImport, 1);
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) made = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Looking looking = { stafet_plan_get_snapshot (plan), scratch, seen, made, told, houses->given };
  StafetImportSource source = {
    .table = table, .mapping = mapping, .houses = houses, .unknown = unknown, .today = today
  };

  source.snapshot = stafet_plan_get_snapshot (plan);
  stafet_import_source_index (&source);
  self->kind = kind;
  self->rows = g_ptr_array_new_with_free_func (row_unref);
  for (guint i = stafet_mapping_first_row (mapping); i < table->rows->len; i++)
    {
      StafetImportRow *row;

      if (stafet_table_row_is_empty (table, i))
        continue;
      stafet_import_source_go_to (&source, i);
      row = row_new (i + 1);
      g_ptr_array_add (self->rows, row);
      look_at (&looking, row, kind, &source);
      self->counts[row->state]++;
      self->not_on_holidays |= row->state == STAFET_IMPORT_NEW && row->not_on_holidays;
    }
  stafet_import_source_clear (&source);
  self->unknown_houses = sort_unknown (unknown);
  return self;
}

void
stafet_import_free (StafetImport *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->unknown_houses);
  g_free (self);
}

/* ——— Writing ——— */

static gboolean
import_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const GPtrArray *rows = data;
  g_autoptr (StafetPlan) scratch = stafet_plan_new_scratch (plan);
  g_autoptr (GHashTable) made = g_hash_table_new (g_direct_hash, g_direct_equal);

  stafet_changeset_set_label (changeset, ngettext_ ("Imported %u row", "Imported %u rows", rows->len),
                              rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      StafetImportRow *row = g_ptr_array_index (rows, i);

      if (!apply_row (scratch, row, made, changeset, error))
        {
          g_prefix_error (error, _ ("Row %u, %s: "), row->number, row->name);
          return FALSE;
        }
      g_ptr_array_unref (steal_terms (scratch, row));
    }
  stafet_plan_take_warnings (plan, scratch);
  return TRUE;
}

StafetEdit *
stafet_import_edit (const StafetImport *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      StafetImportRow *row = g_ptr_array_index (self->rows, i);

      if (row->state == STAFET_IMPORT_NEW || row->state == STAFET_IMPORT_CHANGED)
        g_ptr_array_add (rows, g_atomic_rc_box_acquire (row));
    }
  if (rows->len > 0)
    return stafet_edit_new (STAFET_CHANGESET_EDIT, import_func, rows, (GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_unref (rows);
  return NULL;
}
