/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is taken for granted of new records of good cooperation; and what is erased when its day has come.
 */
#include "stafet-use-care.h"

#include "core/stafet-care.h"
#include "core/stafet-cooperation.h"

#include <string.h>

#define SNAG_DAYS 183
#define REVIEW_DAYS 365
/* A regular who was not seen for so long is forgotten. */
#define UNSEEN_DAYS 365

static void
fall_back (StafetDate *date, StafetDate on)
{
  if (*date == STAFET_DATE_NONE)
    *date = on;
}

void
stafet_use_begin_care (StafetPlan *plan, const StafetRecord *before, StafetRecord *record)
{
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));

  switch ((int) STAFET_RECORD_KIND (record))
    {
    case STAFET_KIND_TALK:
      fall_back (&((StafetTalk *) record)->date, today);
      break;
    case STAFET_KIND_SNAG:
      fall_back (&((StafetSnag *) record)->noted, today);
      fall_back (&((StafetSnag *) record)->delete_on, today + SNAG_DAYS);
      break;
    case STAFET_KIND_WELCOME:
      if (((StafetWelcome *) record)->volunteer != NULL)
        fall_back (&((StafetWelcome *) record)->done, today);
      break;
    case STAFET_KIND_AGREEMENT:
      if (before == NULL)
        fall_back (&((StafetAgreement *) record)->review, today + REVIEW_DAYS);
      break;
    default:
      break;
    }
}

void
stafet_use_follow_welcome (const StafetSnapshot *snapshot, const StafetRecord *before,
                           const StafetRecord *after, StafetChangeset *changeset)
{
  const StafetWelcome *old = (const StafetWelcome *) before, *step = (const StafetWelcome *) after;
  const GPtrArray *all = stafet_snapshot_all (snapshot, STAFET_KIND_WELCOME);

  if (STAFET_RECORD_KIND (after) != STAFET_KIND_WELCOME || step->volunteer != NULL
      || strcmp (old->title, step->title) == 0)
    return;
  for (guint i = 0; i < all->len; i++)
    {
      StafetWelcome *taken = g_ptr_array_index (all, i), *renamed;

      if (taken->volunteer == NULL || strcmp (taken->title, old->title) != 0)
        continue;
      renamed = stafet_record_copy (taken);
      stafet_record_take_text (renamed, stafet_record_info_field (&stafet_welcome_info, "title"),
                               g_strdup (step->title));
      stafet_changeset_update (changeset, taken, renamed);
    }
}

static gboolean
is_noted (const StafetRecord *record, const StafetRecord *other)
{
  if (other->uid == record->uid)
    return FALSE;
  if (STAFET_RECORD_KIND (record) == STAFET_KIND_TALK)
    return ((const StafetTalk *) other)->kind == ((const StafetTalk *) record)->kind
           && ((const StafetTalk *) other)->date == ((const StafetTalk *) record)->date;
  return strcmp (((const StafetWelcome *) other)->title, ((const StafetWelcome *) record)->title) == 0;
}

gboolean
stafet_use_check_care_once (const StafetSnapshot *snapshot, StafetRecord *record, GError **error)
{
  gboolean talk = STAFET_RECORD_KIND (record) == STAFET_KIND_TALK;
  StafetUid volunteer =
    talk ? ((const StafetTalk *) record)->volunteer : ((const StafetWelcome *) record)->volunteer;
  const GPtrArray *all =
    volunteer != NULL ? stafet_snapshot_index (
      snapshot, talk ? STAFET_INDEX_TALK_BY_VOLUNTEER : STAFET_INDEX_WELCOME_BY_VOLUNTEER, volunteer)
                      : NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (is_noted (record, g_ptr_array_index (all, i)))
      {
        g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE, _ ("That is noted already."));
        return FALSE;
      }
  return TRUE;
}

gboolean
stafet_use_forgets (const StafetRecord *record)
{
  return STAFET_RECORD_KIND (record) == STAFET_KIND_PHOTO
         || STAFET_RECORD_KIND (record) == STAFET_KIND_REGULAR;
}

/* ——— From an application to an activity ——— */

#define DRAFT_DAYS 28
#define DRAFT_FROM (14 * 60)
#define DRAFT_TO (16 * 60)

/* When it is, nobody knows yet: it is a draft. */
static gboolean
plan_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetPoolApplication *before = stafet_reference_find (snapshot, STAFET_KIND_APPLICATION, data, error),
                        *after;
  StafetDate date = stafet_clock_today (stafet_plan_get_clock (plan)) + DRAFT_DAYS;
  g_autoptr (StafetRecord) activity = stafet_record_new (STAFET_KIND_ACTIVITY, NULL);
  char start[STAFET_WALL_SIZE], end[STAFET_WALL_SIZE];
  g_auto (GStrv) pairs_text = g_new0 (char *, 7);

  if (before == NULL)
    return FALSE;
  if (stafet_snapshot_get (snapshot, STAFET_KIND_ACTIVITY, before->activity) != NULL)
    {
      g_set_error_literal (error, STAFET_PLAN_ERROR, STAFET_PLAN_ERROR_STATE,
                           _ ("It is planned already: its activity is in the programme."));
      return FALSE;
    }
  pairs_text[0] = g_strconcat ("title=", before->title, NULL);
  pairs_text[1] = g_strconcat ("public_text=", before->activities, NULL);
  pairs_text[2] = g_strconcat ("start=", stafet_wall_write (stafet_wall_new (date, DRAFT_FROM), start), NULL);
  pairs_text[3] = g_strconcat ("end=", stafet_wall_write (stafet_wall_new (date, DRAFT_TO), end), NULL);
  pairs_text[4] = g_strconcat ("house=", before->house != NULL ? before->house : "", NULL);
  pairs_text[5] = g_strdup ("draft=yes");
  if (!stafet_use_set_pairs (snapshot, activity, (const char *const *) pairs_text, error)
      || !stafet_use_finish (plan, activity, error))
    return FALSE;
  after = stafet_record_copy (before);
  after->activity = activity->uid;
  stafet_changeset_insert (changeset, g_object_ref (activity));
  stafet_changeset_update (changeset, before, after);
  stafet_changeset_set_label (changeset, _ ("Planned as a draft: %s"), before->title);
  return TRUE;
}

StafetEdit *
stafet_use_plan_application (const char *application)
{
  return stafet_edit_new (STAFET_CHANGESET_EDIT, plan_func, g_strdup (application), g_free);
}

/* ——— What is erased on its day ——— */

static gboolean
enquiry_is_due (const StafetRecord *record, StafetDate today)
{
  return ((const StafetEnquiry *) record)->delete_on <= today;
}

static gboolean
snag_is_due (const StafetRecord *record, StafetDate today)
{
  return ((const StafetSnag *) record)->delete_on <= today; /* also one that came in without a day */
}

static gboolean
regular_is_due (const StafetRecord *record, StafetDate today)
{
  const StafetRegular *regular = (const StafetRegular *) record;

  return MAX (regular->seen, regular->consent) <= today - UNSEEN_DAYS;
}

static const struct
{
  StafetKind kind;
  gboolean (*is_due) (const StafetRecord *record, StafetDate today);
} kept_until_a_day[] = { { STAFET_KIND_ENQUIRY, enquiry_is_due },
                         { STAFET_KIND_SNAG, snag_is_due },
                         { STAFET_KIND_REGULAR, regular_is_due } };

static void
keep_row_cb (StafetRecord *record, gpointer rows)
{
  g_ptr_array_add (rows, record);
}

/* Those that were removed before their day stand in the log alone: until now they could be brought back. From
 * then on no backup does either: somebody wanted it so. */
static gboolean
erase_kind (StafetPlan *plan, gsize i, StafetChangeset *changeset, GError **error)
{
  StafetStore *store = stafet_plan_get_store (plan);
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref), gone = NULL;

  if (!stafet_store_load (store, kept_until_a_day[i].kind, STAFET_DATE_NONE, keep_row_cb, all, error))
    return FALSE;
  gone = stafet_store_read_remembered (store, kept_until_a_day[i].kind, error);
  if (gone == NULL)
    return FALSE;
  for (guint j = 0; j < all->len; j++)
    {
      StafetRecord *record = g_ptr_array_index (all, j);

      if (!kept_until_a_day[i].is_due (record, today))
        continue;
      stafet_changeset_delete (changeset, record);
      stafet_changeset_forget_for_good (changeset, record->uid, STAFET_INSTANT_NONE);
    }
  for (guint j = 0; j < gone->len; j++)
    stafet_changeset_forget_for_good (changeset, ((StafetRecord *) g_ptr_array_index (gone, j))->uid,
                                      STAFET_INSTANT_NONE);
  return TRUE;
}

static gboolean
erase_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (kept_until_a_day); i++)
    if (!erase_kind (plan, i, changeset, error))
      return FALSE;
  stafet_changeset_set_label (changeset,
                              ngettext_ ("Erased %u that was to be kept until today",
                                         "Erased %u that were to be kept until today",
                                         changeset->forgotten->len),
                              changeset->forgotten->len);
  if (stafet_changeset_length (changeset) == 0)
    changeset->kind = STAFET_CHANGESET_MEMORY;
  return TRUE;
}

StafetEdit *
stafet_use_erase_due (void)
{
  return stafet_edit_new (STAFET_CHANGESET_SYSTEM, erase_func, NULL, NULL);
}
