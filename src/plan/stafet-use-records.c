/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding and editing records: all dates of a series, or a plain record.
 */
#include "core/stafet-care.h"
#include "core/stafet-cpr.h"
#include "core/stafet-error.h"
#include "core/stafet-posix.h"
#include "core/stafet-text.h"
#include "stafet-use-absence.h"
#include "stafet-use-care.h"
#include "stafet-use-enquiry.h"
#include "stafet-use-loan.h"
#include "stafet-use-note.h"
#include "stafet-use-place.h"
#include "stafet-use-series.h"
#include "stafet-use-signup.h"
#include "stafet-use-terms.h"

typedef struct
{
  StafetKind kind;
  char *reference;
  char **pairs;
  gboolean anyway;
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
arguments_new (StafetKind kind, const char *reference, const char *const *pairs, gboolean anyway)
{
  Arguments *arguments = g_new0 (Arguments, 1);

  arguments->kind = kind;
  arguments->reference = g_strdup (reference);
  arguments->pairs = g_strdupv ((char **) pairs);
  arguments->anyway = anyway;
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

/* Tries @changeset, which holds @series as it shall be; marks it when an overlap was accepted. */
static gboolean
accept_series (StafetPlan *plan, const StafetChangeset *changeset, StafetRecord *series, gboolean anyway,
               GError **error)
{
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *dates = stafet_use_series (snapshot, series);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  gboolean accepted, earlier = stafet_use_get_anyway (series);
  StafetDate from = stafet_use_horizon (plan, stafet_use_timing (dates));

  stafet_use_set_anyway (series, FALSE);
  g_ptr_array_add (changed, (gpointer) series->uid);
  if (!stafet_use_check_clash (plan, changeset, changed, from, from + STAFET_USE_HORIZON_DAYS, anyway,
                               &accepted, error))
    return FALSE;
  stafet_use_set_anyway (series, accepted || earlier);
  return TRUE;
}

static gboolean
is_series (StafetKind kind)
{
  return kind == STAFET_KIND_ACTIVITY || kind == STAFET_KIND_SHIFT;
}

/* ——— Joined rooms ——— */

static gboolean
check_part (const StafetSnapshot *after, const StafetRoom *room, const StafetRoom *part, GError **error)
{
  const char *why = NULL;

  if (part == room)
    why = _ ("A room is no part of itself.");
  else if (part->house != room->house)
    why = _ ("Rooms join within one house.");
  else if (stafet_snapshot_index (after, STAFET_INDEX_ROOM_PART_BY_ROOM, part->parent.uid)->len > 0)
    why = _ ("That one is joined from others itself. Name the rooms that it is joined from.");
  if (why == NULL)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE, "%s: %s", part->name, why);
  return FALSE;
}

/* Of the room with the links that @changeset gives it. */
static gboolean
check_parts (StafetSnapshot *snapshot, StafetRecord *room, const StafetChangeset *changeset, GError **error)
{
  g_autoptr (StafetSnapshot) after = NULL;
  const GPtrArray *links;

  if (STAFET_RECORD_KIND (room) != STAFET_KIND_ROOM)
    return TRUE;
  after = stafet_snapshot_copy (snapshot);
  stafet_snapshot_apply (after, changeset);
  links = stafet_snapshot_index (after, STAFET_INDEX_ROOM_PART_BY_ROOM, room->uid);
  for (guint i = 0; i < links->len; i++)
    {
      const StafetRoomPart *link = g_ptr_array_index (links, i);

      if (!check_part (after, stafet_snapshot_get (after, STAFET_KIND_ROOM, room->uid),
                       stafet_snapshot_get (after, STAFET_KIND_ROOM, link->part), error))
        return FALSE;
    }
  if (links->len > 0 && stafet_snapshot_index (after, STAFET_INDEX_ROOM_PART_BY_PART, room->uid)->len > 0)
    {
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("Another room is joined from “%s”, so it is joined from none itself."),
                   stafet_record_get_label (room));
      return FALSE;
    }
  return TRUE;
}

/* ——— Adding ——— */

static gboolean
check_addable (StafetKind kind, GError **error)
{
  const StafetRecordInfo *info = stafet_record_info (kind);

  if (info->public_kind)
    return TRUE;
  g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_MALFORMED, _ ("A %s is not added by itself."),
               _ (info->title));
  return FALSE;
}

/* A ward follows one calendar of its arrivals: two would say the same, or be mended one at a time. */
static gboolean
check_feed (const StafetSnapshot *snapshot, StafetRecord *record, GError **error)
{
  const GPtrArray *feeds = stafet_snapshot_all (snapshot, STAFET_KIND_FEED);
  const StafetFeed *feed = (const StafetFeed *) record;

  for (guint i = 0; i < feeds->len; i++)
    {
      const StafetFeed *other = g_ptr_array_index (feeds, i);

      if (feed->ward == NULL || feed->ward != other->ward || feed->kind != STAFET_FEED_ARRIVALS
          || other->kind != STAFET_FEED_ARRIVALS || other->parent.uid == record->uid)
        continue;
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("The ward has a calendar already: “%s”."), other->name);
      return FALSE;
    }
  return TRUE;
}

/* Two wards or rooms of one name in one house could not be told apart. */
static gboolean
check_name (const StafetSnapshot *snapshot, StafetRecord *record, GError **error)
{
  StafetKind kind = STAFET_RECORD_KIND (record);
  const GPtrArray *others = stafet_snapshot_all (snapshot, kind);
  const StafetField *name = stafet_record_info_field (STAFET_RECORD_INFO (record), "name");
  const StafetField *house = stafet_record_info_field (STAFET_RECORD_INFO (record), "house");
  g_autofree char *folded = stafet_text_fold (STAFET_FIELD_AT (char *, record, name));

  for (guint i = 0; i < others->len; i++)
    {
      StafetRecord *other = g_ptr_array_index (others, i);
      g_autofree char *text = NULL;

      if (other->uid == record->uid
          || STAFET_FIELD_AT (StafetUid, other, house) != STAFET_FIELD_AT (StafetUid, record, house))
        continue;
      text = stafet_text_fold (STAFET_FIELD_AT (char *, other, name));
      if (strcmp (text, folded) != 0)
        continue;
      g_set_error (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                   _ ("There is one called “%s” in that house already."),
                   STAFET_FIELD_AT (char *, other, name));
      return FALSE;
    }
  return TRUE;
}

gboolean
stafet_use_check_alone (const StafetSnapshot *snapshot, StafetRecord *record, GError **error)
{
  switch (STAFET_RECORD_KIND (record))
    {
    case STAFET_KIND_FEED:
      return check_feed (snapshot, record, error);
    case STAFET_KIND_WARD:
    case STAFET_KIND_ROOM:
      return check_name (snapshot, record, error);
    case STAFET_KIND_SIGNUP:
      return stafet_use_check_signup_once (snapshot, (StafetSignup *) record, error);
    case STAFET_KIND_TALLY:
      return stafet_use_check_tally_once (snapshot, (StafetTally *) record, error);
    case STAFET_KIND_LOAN:
      return stafet_use_check_loan_once (snapshot, (StafetLoan *) record, error);
    case STAFET_KIND_TALK:
    case STAFET_KIND_WELCOME:
      return stafet_use_check_care_once (snapshot, record, error);
    default:
      return TRUE;
    }
}

/* What has been is not said of a day to come; what was said so already stays. */
static gboolean
check_past (StafetPlan *plan, const StafetRecord *before, StafetRecord *record, GError **error)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));

  for (const StafetField *field = STAFET_RECORD_INFO (record)->fields; field->name != NULL; field++)
    {
      StafetDate date = (field->flags & STAFET_FIELD_PAST) != 0 ? STAFET_FIELD_AT (StafetDate, record, field)
                                                                : STAFET_DATE_NONE;

      if (date == STAFET_DATE_NONE || date <= today
          || (before != NULL && STAFET_FIELD_AT (StafetDate, before, field) == date))
        continue;
      g_set_error (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE, _ ("%s: that day has not come yet."),
                   _ (field->title));
      return FALSE;
    }
  return TRUE;
}

/* A talk or a step is no thing that comes into being. */
static void
set_new_label (const StafetSnapshot *snapshot, StafetRecord *record, StafetChangeset *changeset)
{
  g_autofree char *name = stafet_use_name (snapshot, record);

  if (STAFET_RECORD_KIND (record) == STAFET_KIND_TALK)
    stafet_changeset_set_label (changeset, _ ("Noted: %s, %s"), name,
                                _ (stafet_talk_kinds[((StafetTalk *) record)->kind].title));
  else if (STAFET_RECORD_KIND (record) == STAFET_KIND_WELCOME
           && ((StafetWelcome *) record)->volunteer != NULL)
    /* What it is goes with her when she is erased, and this stays. */
    stafet_changeset_set_label (changeset, _ ("Noted: %s, %s"), name, _ (STAFET_RECORD_INFO (record)->title));
  else
    stafet_changeset_set_label (changeset, _ ("New %s: %s"), _ (STAFET_RECORD_INFO (record)->title), name);
}

static gboolean
add_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *arguments = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (StafetRecord) record = NULL;

  if (!check_addable (arguments->kind, error))
    return FALSE;
  record = stafet_record_new (arguments->kind, NULL);
  if (!stafet_use_set_pairs (snapshot, record, PAIRS (arguments), error))
    return FALSE;
  stafet_use_begin_enquiry (plan, NULL, record);
  stafet_use_begin_care (plan, NULL, record);
  if (!stafet_use_finish (plan, record, error) || !stafet_use_check_alone (snapshot, record, error)
      || !check_past (plan, NULL, record, error))
    return FALSE;
  if (arguments->kind == STAFET_KIND_SIGNUP)
    return stafet_use_place_signup (plan, (StafetSignup *) record, arguments->anyway, changeset, error);
  if (arguments->kind == STAFET_KIND_TALLY && !stafet_use_check_tally (plan, record, TRUE, error))
    return FALSE;
  if (arguments->kind == STAFET_KIND_LOAN && !stafet_use_begin_loan (plan, (StafetLoan *) record, error))
    return FALSE;
  if (arguments->kind == STAFET_KIND_FEED)
    give_token (record);
  stafet_use_follow_note (plan, NULL, record);
  set_new_label (snapshot, record, changeset);
  stafet_changeset_insert (changeset, g_object_ref (record));
  if (is_series (arguments->kind))
    {
      stafet_use_book_series (plan, record, changeset);
      return !stafet_use_takes_room (record)
             || accept_series (plan, changeset, record, arguments->anyway, error);
    }
  stafet_use_follow_absence (plan, NULL, record, changeset);
  return stafet_use_set_lists (snapshot, record, PAIRS (arguments), changeset, error)
         && check_parts (snapshot, record, changeset, error)
         && stafet_use_check_terms (plan, record, changeset, error);
}

StafetEdit *
stafet_use_add (StafetKind kind, const char *const *pairs)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, add_func, arguments_new (kind, NULL, pairs, FALSE),
                          arguments_free);
}

StafetEdit *
stafet_use_add_anyway (StafetKind kind, const char *const *pairs)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, add_func, arguments_new (kind, NULL, pairs, TRUE),
                          arguments_free);
}

/* ——— Editing ——— */

gboolean
stafet_use_change_series (StafetPlan *plan, StafetRecord *before, const char *const *pairs, gboolean anyway,
                          StafetChangeset *changeset, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (StafetRecord) after = stafet_record_copy (before);
  g_autoptr (GVariant) differences = NULL;
  int days;

  if (!stafet_use_set_pairs (snapshot, after, pairs, error))
    return FALSE;
  stafet_use_forget_until (after, pairs);
  days = stafet_use_follow_start (before, after, pairs);
  if (!stafet_use_finish (plan, after, error))
    return FALSE;
  differences = stafet_record_image (after, before);
  if (g_variant_n_children (differences) == 0)
    return TRUE;
  if (!stafet_use_check_loan (snapshot, before, after, STAFET_DATE_NONE, error))
    return FALSE;
  stafet_changeset_update (changeset, before, g_object_ref (after));
  stafet_use_rekey (snapshot, before, days, changeset);
  stafet_use_move_up (plan, changeset);
  stafet_use_warn_unchecked (plan, before, after->uid, changeset);
  if (!stafet_use_moves_bookings (before, after))
    return TRUE;
  if (stafet_use_timing (before) != NULL && stafet_use_timing (after) != NULL)
    stafet_use_warn_lost (plan, before, after, days, STAFET_DATE_NONE);
  stafet_use_book_series (plan, before, changeset);
  stafet_use_book_series (plan, after, changeset);
  return accept_series (plan, changeset, after, anyway, error);
}

static gboolean
change_record (StafetPlan *plan, StafetRecord *before, const char *const *pairs, gboolean anyway,
               StafetChangeset *changeset, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (StafetRecord) after = stafet_record_copy (before);
  g_autoptr (GVariant) differences = NULL;

  if (!stafet_use_set_pairs (snapshot, after, pairs, error))
    return FALSE;
  stafet_use_begin_enquiry (plan, before, after);
  stafet_use_begin_care (plan, before, after);
  if (!stafet_use_finish (plan, after, error) || !stafet_use_check_alone (snapshot, after, error)
      || !check_past (plan, before, after, error))
    return FALSE;
  if (STAFET_RECORD_KIND (after) == STAFET_KIND_SIGNUP)
    return stafet_use_change_signup (plan, (StafetSignup *) before, (StafetSignup *) after, anyway, changeset,
                                     error);
  if (STAFET_RECORD_KIND (after) == STAFET_KIND_TALLY && !stafet_use_check_tally (plan, after, FALSE, error))
    return FALSE;
  stafet_use_follow_note (plan, before, after);
  differences = stafet_record_image (after, before);
  if (g_variant_n_children (differences) > 0)
    {
      stafet_changeset_update (changeset, before, g_object_ref (after));
      stafet_use_follow_consent (before, after, changeset);
      stafet_use_follow_welcome (snapshot, before, after, changeset);
      stafet_use_follow_absence (plan, before, after, changeset);
    }
  return stafet_use_set_lists (snapshot, after, pairs, changeset, error)
         && check_parts (snapshot, after, changeset, error)
         && stafet_use_check_terms (plan, after, changeset, error);
}

/* A store without settings goes by the defaults: the first edit writes them down. */
static gboolean
make_settings (StafetPlan *plan, const char *const *pairs, StafetChangeset *changeset, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (StafetRecord) settings = stafet_record_copy (stafet_snapshot_settings (snapshot));

  if (!stafet_use_set_pairs (snapshot, settings, pairs, error) || !stafet_use_finish (plan, settings, error))
    return FALSE;
  stafet_changeset_set_label (changeset, "%s", _ ("Changed the settings"));
  stafet_changeset_insert (changeset, g_steal_pointer (&settings));
  return TRUE;
}

static gboolean
edit_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  Arguments *arguments = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *before;
  g_autofree char *name = NULL;

  if (arguments->kind == STAFET_KIND_SETTINGS
      && stafet_snapshot_all (snapshot, STAFET_KIND_SETTINGS)->len == 0)
    return make_settings (plan, PAIRS (arguments), changeset, error);
  before = stafet_reference_find (snapshot, arguments->kind, arguments->reference, error);
  if (before == NULL)
    return FALSE;
  name = stafet_use_name (snapshot, before);
  if (arguments->kind == STAFET_KIND_SETTINGS)
    stafet_changeset_set_label (changeset, "%s", _ ("Changed the settings"));
  else
    stafet_changeset_set_label (changeset, _ ("Changed %s: %s"), _ (STAFET_RECORD_INFO (before)->title),
                                name);
  if (is_series (arguments->kind))
    return stafet_use_change_series (plan, before, PAIRS (arguments), arguments->anyway, changeset, error);
  return change_record (plan, before, PAIRS (arguments), arguments->anyway, changeset, error);
}

StafetEdit *
stafet_use_edit (StafetKind kind, const char *reference, const char *const *pairs)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, edit_func, arguments_new (kind, reference, pairs, FALSE),
                          arguments_free);
}

StafetEdit *
stafet_use_edit_anyway (StafetKind kind, const char *reference, const char *const *pairs)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, edit_func, arguments_new (kind, reference, pairs, TRUE),
                          arguments_free);
}

/* ——— A feed's link ——— */

static gboolean
new_link_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  static const char *const nobody[] = { "given_to=", "given_on=", NULL };
  const Arguments *arguments = data;
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetRecord *before = stafet_reference_find (snapshot, STAFET_KIND_FEED, arguments->reference, error);
  g_autoptr (StafetRecord) after = before != NULL ? stafet_record_copy (before) : NULL;

  if (after == NULL || !stafet_use_set_pairs (snapshot, after, nobody, error))
    return FALSE;
  give_token (after);
  stafet_changeset_set_label (changeset, _ ("New link of %s"), stafet_record_get_label (before));
  stafet_changeset_update (changeset, before, g_steal_pointer (&after));
  return TRUE;
}

StafetEdit *
stafet_use_new_link (const char *feed)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, new_link_func,
                          arguments_new (STAFET_KIND_FEED, feed, NULL, FALSE), arguments_free);
}
