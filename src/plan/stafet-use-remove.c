/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removing a record with its own parts, unless something else depends on it.
 */
#include "stafet-foreign.h"
#include "stafet-use-care.h"
#include "stafet-use-clash.h"
#include "stafet-use-signup.h"

#include <string.h>

#define MOST_NAMED 5

typedef struct
{
  StafetKind kind;
  char *reference;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *arguments = data;

  g_free (arguments->reference);
  g_free (arguments);
}

typedef struct
{
  const StafetSnapshot *snapshot;
  StafetChangeset *changeset;
  GHashTable *going; /* uids that are removed */
  GString *holding;  /* a line for each of the first that stand in the way */
  guint n;
} Removal;

/* What a record of @kind is made of: goes along when nothing else holds it. */
static gboolean
is_part (StafetRecord *owner, StafetRecord *part)
{
  StafetKind kind = STAFET_RECORD_KIND (part);

  switch (STAFET_RECORD_KIND (owner))
    {
    case STAFET_KIND_ACTIVITY:
      return kind == STAFET_KIND_STOP || kind == STAFET_KIND_EXCEPTION || kind == STAFET_KIND_LOAN
             || kind == STAFET_KIND_TOLD || kind == STAFET_KIND_IMPORTED
             || (kind == STAFET_KIND_SHIFT && ((StafetShift *) part)->activity == owner->uid);
    case STAFET_KIND_SHIFT:
      return kind == STAFET_KIND_EXCEPTION || kind == STAFET_KIND_CALL || kind == STAFET_KIND_TOLD
             || kind == STAFET_KIND_IMPORTED;
    case STAFET_KIND_VOLUNTEER:
      return kind == STAFET_KIND_PHONE || kind == STAFET_KIND_SKILL || kind == STAFET_KIND_VOLUNTEER_HOUSE
             || kind == STAFET_KIND_PARTNER || kind == STAFET_KIND_AVAILABILITY || kind == STAFET_KIND_ABSENCE
             || kind == STAFET_KIND_CALL || kind == STAFET_KIND_NOTE;
    case STAFET_KIND_ROOM:
      return kind == STAFET_KIND_ROOM_PART;
    case STAFET_KIND_IDEA:
      return kind == STAFET_KIND_IDEA_ROLE;
    default:
      return FALSE;
    }
}

static gboolean
refers_to (StafetRecord *record, StafetUid uid)
{
  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    if (field->type == STAFET_FIELD_REF && STAFET_FIELD_AT (StafetUid, record, field) == uid)
      return TRUE;
  return STAFET_RECORD_KIND (record) == STAFET_KIND_EXCEPTION
         && strstr (((StafetException *) record)->changes, uid) != NULL;
}

/* The later half of a divided series only remembers where it came from, and a note what it was about: that is
 * forgotten, and they stay. NULL: @other needs what @uid refers to. */
static const StafetField *
forgettable_field (StafetRecord *other, StafetUid uid)
{
  for (const StafetField *field = STAFET_RECORD_INFO (other)->fields; field->name != NULL; field++)
    if (field->type == STAFET_FIELD_REF && STAFET_FIELD_AT (StafetUid, other, field) == uid)
      return STAFET_RECORD_KIND (other) == STAFET_KIND_NOTE || g_str_equal (field->name, "split_from") ? field
                                                                                                       : NULL;
  return NULL;
}

static void
forget (const Removal *removal, StafetRecord *other, const StafetField *field)
{
  StafetRecord *after = stafet_record_copy (other);

  STAFET_FIELD_AT (StafetUid, after, field) = NULL;
  stafet_changeset_update (removal->changeset, other, after);
}

static void
name_holder (Removal *removal, StafetRecord *holder)
{
  if (removal->n++ < MOST_NAMED)
    g_string_append_printf (removal->holding, "\n  %s: %s", _ (STAFET_RECORD_INFO (holder)->title),
                            stafet_use_label (removal->snapshot, holder));
}

static void take (Removal *removal, StafetRecord *record);

static void
meet_dependent (Removal *removal, StafetRecord *record, StafetRecord *other)
{
  const StafetField *forgettable;

  if (g_hash_table_contains (removal->going, other->uid) || !refers_to (other, record->uid))
    return;
  forgettable = forgettable_field (other, record->uid);
  if (is_part (record, other))
    take (removal, other);
  else if (forgettable != NULL)
    forget (removal, other, forgettable);
  else
    name_holder (removal, other);
}

/* Deletes @record behind everything that goes along with it. */
static void
take (Removal *removal, StafetRecord *record)
{
  g_hash_table_add (removal->going, (gpointer) record->uid);
  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    {
      const GPtrArray *all = stafet_snapshot_all (removal->snapshot, (StafetKind) kind);

      for (guint i = 0; i < all->len; i++)
        meet_dependent (removal, record, g_ptr_array_index (all, i));
    }
  stafet_changeset_delete (removal->changeset, record);
}

static gboolean
check_free (const Removal *removal, StafetRecord *record, GError **error)
{
  if (removal->n == 0)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_DEPENDENCY,
               _ ("“%s” cannot be removed: %u still depend on it. Remove or change those first:%s"),
               stafet_use_label (removal->snapshot, record), removal->n, removal->holding->str);
  return FALSE;
}

static gboolean
remove_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *arguments = data;
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *record = stafet_reference_find (snapshot, arguments->kind, arguments->reference, error);
  g_autoptr (GHashTable) going = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GString) holding = g_string_new (NULL);
  g_autofree char *name = NULL;
  Removal removal = { snapshot, changeset, going, holding, 0 };

  if (record == NULL)
    return FALSE;
  if (arguments->kind == STAFET_KIND_SETTINGS)
    {
      g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                           _ ("The settings cannot be removed. Change them instead."));
      return FALSE;
    }
  if (arguments->kind == STAFET_KIND_CALENDAR)
    stafet_foreign_drop (plan, (StafetCalendar *) record, changeset);
  else
    take (&removal, record);
  if (!check_free (&removal, record, error))
    return FALSE;
  if (arguments->kind == STAFET_KIND_ACTIVITY || arguments->kind == STAFET_KIND_SHIFT)
    stafet_use_book_series (plan, record, changeset);
  if (arguments->kind == STAFET_KIND_SIGNUP)
    stafet_use_move_up (plan, changeset);
  if (stafet_use_forgets (record))
    stafet_changeset_forget_for_good (changeset, record->uid, STAFET_INSTANT_NONE);
  name = stafet_use_name (snapshot, record);
  stafet_changeset_set_label (changeset, _ ("Removed %s: %s"), _ (STAFET_RECORD_INFO (record)->title), name);
  return TRUE;
}

StafetEdit *
stafet_use_remove (StafetKind kind, const char *reference)
{
  Arguments *arguments = g_new0 (Arguments, 1);

  arguments->kind = kind;
  arguments->reference = g_strdup (reference);
  return stafet_edit_new (STAFET_CHANGESET_EDIT, remove_func, arguments, arguments_free);
}
