/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding, editing and removing records.
 */
#include "core/stafet-cpr.h"
#include "core/stafet-error.h"
#include "core/stafet-posix.h"
#include "stafet-use-private.h"

typedef struct
{
  StafetKind kind;
  char *reference;
  char **pairs;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *arguments = data;

  g_free (arguments->reference);
  g_strfreev (arguments->pairs);
  g_free (arguments);
}

static Arguments *
arguments_new (StafetKind kind, const char *reference, const char *const *pairs)
{
  Arguments *arguments = g_new0 (Arguments, 1);

  arguments->kind = kind;
  arguments->reference = g_strdup (reference);
  arguments->pairs = g_strdupv ((char **) pairs);
  return arguments;
}

#define PAIRS(arguments) ((const char *const *) (arguments)->pairs)

static char *
random_token (void)
{
  guint8 bytes[16];
  GString *token = g_string_new (NULL);

  stafet_random_bytes (bytes, sizeof bytes);
  for (gsize i = 0; i < sizeof bytes; i++)
    g_string_append_printf (token, "%02x", bytes[i]);
  return g_string_free (token, FALSE);
}

/* 128 random bits: whoever has the address may read the feed. One in some hundred tokens looks like a CPR
 * number to whoever reads texts: it is drawn again. */
static void
give_token (StafetRecord *record)
{
  char *token = random_token ();

  while (stafet_cpr_find (token, NULL))
    {
      g_free (token);
      token = random_token ();
    }
  stafet_record_take_text (record, stafet_record_info_field (STAFET_RECORD_INFO (record), "token"), token);
}

static gboolean
add_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *arguments = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (StafetRecord) record = stafet_record_new (arguments->kind, NULL);

  if (!stafet_use_set_pairs (snapshot, record, PAIRS (arguments), error)
      || !stafet_use_finish (plan, record, error))
    return FALSE;
  if (arguments->kind == STAFET_KIND_FEED)
    give_token (record);
  stafet_changeset_set_label (changeset, _ ("New %s: %s"), _ (STAFET_RECORD_INFO (record)->title),
                              stafet_record_get_label (record));
  stafet_changeset_insert (changeset, g_object_ref (record));
  return stafet_use_set_lists (snapshot, record, PAIRS (arguments), changeset, error);
}

StafetEdit *
stafet_use_add (StafetKind kind, const char *const *pairs)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, add_func, arguments_new (kind, NULL, pairs), arguments_free);
}

static gboolean
edit_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *arguments = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *before = stafet_reference_find (snapshot, arguments->kind, arguments->reference, error);
  g_autoptr (StafetRecord) after = before != NULL ? stafet_record_copy (before) : NULL;
  g_autoptr (GVariant) differences = NULL;

  if (before == NULL || !stafet_use_set_pairs (snapshot, after, PAIRS (arguments), error)
      || !stafet_use_finish (plan, after, error))
    return FALSE;
  stafet_changeset_set_label (changeset, _ ("Changed %s: %s"), _ (STAFET_RECORD_INFO (after)->title),
                              stafet_record_get_label (after));
  differences = stafet_record_image (after, before);
  if (g_variant_n_children (differences) > 0)
    stafet_changeset_update (changeset, before, g_object_ref (after));
  return stafet_use_set_lists (snapshot, after, PAIRS (arguments), changeset, error);
}

StafetEdit *
stafet_use_edit (StafetKind kind, const char *reference, const char *const *pairs)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, edit_func, arguments_new (kind, reference, pairs),
                          arguments_free);
}

/* ——— Removing ——— */

static gboolean
is_link_of (StafetRecord *owner, StafetKind kind)
{
  for (const StafetList *list = STAFET_RECORD_INFO (owner)->lists; list != NULL && list->name != NULL; list++)
    if (list->link == kind)
      return TRUE;
  return FALSE;
}

static gboolean
refers_to (StafetRecord *record, StafetUid uid)
{
  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    if (field->type == STAFET_FIELD_REF && STAFET_FIELD_AT (StafetUid, record, field) == uid)
      return TRUE;
  return FALSE;
}

/* Own links go along; anything else that refers to the record holds it. */
static guint
take_dependents (const StafetSnapshot *snapshot, StafetRecord *record, StafetChangeset *changeset,
                 GString *holding)
{
  guint n = 0;

  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    {
      const GPtrArray *all = stafet_snapshot_all (snapshot, (StafetKind) kind);

      for (guint i = 0; i < all->len; i++)
        {
          StafetRecord *other = g_ptr_array_index (all, i);

          if (!refers_to (other, record->uid))
            continue;
          if (is_link_of (record, (StafetKind) kind))
            stafet_changeset_delete (changeset, other);
          else if (n++ < 5)
            g_string_append_printf (holding, "\n  %s: %s", _ (STAFET_RECORD_INFO (other)->title),
                                    stafet_record_get_label (other));
        }
    }
  return n;
}

static gboolean
remove_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *arguments = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *record = stafet_reference_find (snapshot, arguments->kind, arguments->reference, error);
  g_autoptr (GString) holding = g_string_new (NULL);
  guint n;

  if (record == NULL)
    return FALSE;
  n = take_dependents (snapshot, record, changeset, holding);
  if (n > 0)
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_DEPENDENCY,
                   _ ("“%s” cannot be removed: %u still depend on it. Remove or change those first:%s"),
                   stafet_record_get_label (record), n, holding->str);
      return FALSE;
    }
  stafet_changeset_set_label (changeset, _ ("Removed %s: %s"), _ (STAFET_RECORD_INFO (record)->title),
                              stafet_record_get_label (record));
  stafet_changeset_delete (changeset, record);
  return TRUE;
}

StafetEdit *
stafet_use_remove (StafetKind kind, const char *reference)
{
  static const char *const none[] = { NULL };

  return stafet_edit_new (STAFET_CHANGESET_EDIT, remove_func, arguments_new (kind, reference, none),
                          arguments_free);
}
