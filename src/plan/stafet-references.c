/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From what a person writes to the record she means.
 */
#include "stafet-references.h"

#include "core/stafet-signup.h"
#include "core/stafet-text.h"
#include "stafet-use-private.h"

#include <string.h>

/* The kinds that a reference without a kind may mean. */
static gboolean
is_public (StafetKind kind)
{
  return stafet_record_info (kind)->public_kind;
}

static gboolean
same_name (const char *name, const char *folded)
{
  g_autofree char *own = stafet_text_fold (name);

  return strcmp (own, folded) == 0;
}

static void
add_match (GPtrArray *matches, gpointer record)
{
  if (!g_ptr_array_find (matches, record, NULL))
    g_ptr_array_add (matches, record);
}

static void
match_phones (const StafetSnapshot *snapshot, const char *text, GPtrArray *matches)
{
  const GPtrArray *phones = stafet_snapshot_all (snapshot, STAFET_KIND_PHONE);
  g_autofree char *number = stafet_phone_clean (text, NULL);

  if (number == NULL || *number == '\0')
    return;
  for (guint i = 0; i < phones->len; i++)
    {
      const StafetPhone *phone = g_ptr_array_index (phones, i);
      gpointer volunteer = stafet_snapshot_get (snapshot, STAFET_KIND_VOLUNTEER, phone->volunteer);

      if (volunteer != NULL && stafet_phone_equal (phone->number, number))
        add_match (matches, volunteer);
    }
}

/* By name or phone: only where a sign-up is asked for, since volunteers sign up too. */
static void
match_signups (const StafetSnapshot *snapshot, const char *text, GPtrArray *matches)
{
  const GPtrArray *signups = stafet_snapshot_all (snapshot, STAFET_KIND_SIGNUP);
  g_autofree char *folded = stafet_text_fold (text);
  g_autofree char *number = stafet_phone_clean (text, NULL);

  for (guint i = 0; *folded != '\0' && i < signups->len; i++)
    {
      StafetSignup *signup = g_ptr_array_index (signups, i);

      if (same_name (signup->name, folded)
          || (number != NULL && *number != '\0' && stafet_phone_equal (signup->phone, number)))
        add_match (matches, signup);
    }
}

/* "TITLE/ROLE": a title may itself hold a slash, so every slash is tried. */
static void
match_shift_paths (const StafetSnapshot *snapshot, const char *text, GPtrArray *matches)
{
  const GPtrArray *shifts = stafet_snapshot_all (snapshot, STAFET_KIND_SHIFT);

  for (const char *slash = strchr (text, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    {
      g_autofree char *title = g_strndup (text, (gsize) (slash - text));
      g_autofree char *title_folded = stafet_text_fold (title);
      g_autofree char *role_folded = stafet_text_fold (slash + 1);

      for (guint i = 0; i < shifts->len; i++)
        {
          StafetShift *shift = g_ptr_array_index (shifts, i);
          StafetActivity *activity = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, shift->activity);

          if (activity != NULL && same_name (shift->role, role_folded)
              && same_name (activity->title, title_folded))
            add_match (matches, shift);
        }
    }
}

static void
match_kind (const StafetSnapshot *snapshot, StafetKind kind, const char *text, GPtrArray *matches)
{
  const StafetRecordInfo *info = stafet_record_info (kind);
  const GPtrArray *records = stafet_snapshot_all (snapshot, kind);
  g_autofree char *folded = stafet_text_fold (text);
  gpointer by_uid = stafet_snapshot_lookup (snapshot, kind, text);

  if (by_uid != NULL)
    {
      add_match (matches, by_uid);
      return;
    }
  for (guint i = 0; info->label != NULL && *folded != '\0' && i < records->len; i++)
    if (same_name (stafet_record_get_label (g_ptr_array_index (records, i)), folded))
      add_match (matches, g_ptr_array_index (records, i));
  if (kind == STAFET_KIND_VOLUNTEER && matches->len == 0)
    match_phones (snapshot, text, matches);
  if (kind == STAFET_KIND_SHIFT)
    match_shift_paths (snapshot, text, matches);
}

/* What tells two records of one name apart: their house, activity or start. */
static void
append_match (GString *list, const StafetSnapshot *snapshot, gpointer record)
{
  const StafetRecordInfo *info = STAFET_RECORD_INFO (record);
  const StafetField *house = stafet_record_info_field (info, "house");
  StafetUid uid =
    house != NULL && house->type == STAFET_FIELD_REF ? STAFET_FIELD_AT (StafetUid, record, house) : NULL;
  gpointer place = uid != NULL ? stafet_snapshot_get (snapshot, STAFET_KIND_HOUSE, uid) : NULL;

  if (info->kind == STAFET_KIND_SHIFT && place == NULL)
    place = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, ((StafetShift *) record)->activity);
  if (info->kind == STAFET_KIND_SIGNUP)
    place = stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, ((StafetSignup *) record)->activity);
  g_string_append_printf (list, "\n  %s  %s: %s", ((StafetRecord *) record)->uid, _ (info->title),
                          stafet_use_label (snapshot, record));
  if (place != NULL)
    g_string_append_printf (list, " (%s)", stafet_record_get_label (place));
  if (info->kind == STAFET_KIND_SIGNUP)
    {
      g_autofree char *day = stafet_use_day (((StafetSignup *) record)->date);

      g_string_append_printf (list, " %s", day);
    }
}

/* As stafet_uid_new() makes them: nobody calls anything so. */
static gboolean
is_uid (const char *text)
{
  return strlen (text) == 16 && strspn (text, "abcdefghijklmnopqrstuvwxyz234567") == 16
         && strpbrk (text, "234567") != NULL;
}

static gpointer
only_match (const StafetSnapshot *snapshot, GPtrArray *matches, const char *what, const char *text,
            GError **error)
{
  g_autoptr (GString) list = NULL;

  if (matches->len == 1)
    return g_ptr_array_index (matches, 0);
  if (matches->len == 0 && is_uid (text))
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_UNKNOWN,
                   _ ("It is not there any more: somebody has removed this %s, or there never was one."),
                   what);
      return NULL;
    }
  if (matches->len == 0)
    {
      g_set_error (
        error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_UNKNOWN,
        _ ("There is no %s called “%s”. Write the whole name as it stands in the list, or the uid."), what,
        text);
      return NULL;
    }
  list = g_string_new (NULL);
  for (guint i = 0; i < matches->len && i < 20; i++)
    append_match (list, snapshot, g_ptr_array_index (matches, i));
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_AMBIGUOUS,
               _ ("“%s” can mean %u. Write the uid of the one you mean:%s"), text, matches->len, list->str);
  return NULL;
}

gpointer
stafet_reference_find (const StafetSnapshot *snapshot, StafetKind kind, const char *text, GError **error)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new ();

  match_kind (snapshot, kind, text, matches);
  if (kind == STAFET_KIND_SIGNUP && matches->len == 0)
    match_signups (snapshot, text, matches);
  return only_match (snapshot, matches, _ (stafet_record_info (kind)->title), text, error);
}

gpointer
stafet_reference_find_series (const StafetSnapshot *snapshot, const char *text, GError **error)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new ();

  match_kind (snapshot, STAFET_KIND_ACTIVITY, text, matches);
  match_kind (snapshot, STAFET_KIND_SHIFT, text, matches);
  return only_match (snapshot, matches, _ ("activity or shift"), text, error);
}

gpointer
stafet_reference_find_any (const StafetSnapshot *snapshot, const char *text, GError **error)
{
  g_autoptr (GPtrArray) matches = g_ptr_array_new ();

  for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
    if (is_public ((StafetKind) kind))
      match_kind (snapshot, (StafetKind) kind, text, matches);
  if (matches->len == 0)
    for (int kind = 1; kind < STAFET_KIND_PUBLISHED; kind++)
      {
        gpointer record = stafet_snapshot_lookup (snapshot, (StafetKind) kind, text);

        if (record != NULL)
          add_match (matches, record);
      }
  return only_match (snapshot, matches, _ ("record"), text, error);
}
