/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Enquiries: how they begin, how the baton goes from hand to hand, and how they are erased on their day.
 */
#include "stafet-use-enquiry.h"

#include "core/stafet-enquiry.h"

#include <string.h>

/* Half a year, unless somebody says another day. */
#define KEPT_DAYS 183
/* Whoever gets the baton rings the citizen within that. */
#define STEP_DAYS 2
/* Of a wish that is the title too. */
#define LONGEST_TITLE 60

static void
take_text (gpointer record, const char *key, char *text)
{
  stafet_record_take_text (record, stafet_record_info_field (&stafet_enquiry_info, key), text);
}

/* How the wish begins. (transfer full) */
static char *
title_of (const StafetEnquiry *enquiry)
{
  g_autofree char *line = g_strndup (enquiry->wish, strcspn (enquiry->wish, "\n"));
  g_autofree char *start = NULL;

  if (*line == '\0')
    return g_strdup (_ ("An enquiry"));
  if (g_utf8_strlen (line, -1) <= LONGEST_TITLE)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, LONGEST_TITLE);
  return g_strconcat (start, "…", NULL);
}

void
stafet_use_begin_enquiry (StafetPlan *plan, const StafetRecord *before, StafetRecord *record)
{
  StafetEnquiry *enquiry = (StafetEnquiry *) record;
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));

  if (STAFET_RECORD_KIND (record) != STAFET_KIND_ENQUIRY)
    return;
  if (enquiry->begun == STAFET_DATE_NONE)
    enquiry->begun = today;
  if (enquiry->delete_on == STAFET_DATE_NONE)
    enquiry->delete_on = today + KEPT_DAYS;
  if (*enquiry->title == '\0')
    take_text (enquiry, "title", title_of (enquiry));
  if (before != NULL)
    return;
  if (*enquiry->holder == '\0' && enquiry->contact == NULL)
    take_text (enquiry, "holder", g_strdup (stafet_store_get_author (stafet_plan_get_store (plan))));
  if (*enquiry->next_step == '\0' && enquiry->next_on == STAFET_DATE_NONE)
    {
      take_text (enquiry, "next_step", g_strdup (_ ("Contact the citizen")));
      enquiry->next_on = today + STEP_DAYS;
    }
}

/* ——— The baton ——— */

typedef struct
{
  char *enquiry, *contact, *holder, *chosen, *chosen_uid;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *a = data;

  g_free (a->enquiry);
  g_free (a->contact);
  g_free (a->holder);
  g_free (a->chosen);
  g_free (a->chosen_uid);
  g_free (a);
}

static gboolean
pass_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  const StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  StafetEnquiry *before = stafet_reference_find (snapshot, STAFET_KIND_ENQUIRY, a->enquiry, error);
  g_autoptr (StafetRecord) passed = NULL;
  StafetEnquiry *after;
  StafetContact *contact = NULL;

  if (before != NULL && a->contact != NULL)
    {
      contact = stafet_reference_find (snapshot, STAFET_KIND_CONTACT, a->contact, error);
      if (contact == NULL)
        return FALSE;
    }
  if (before == NULL)
    return FALSE;
  passed = stafet_record_copy (before);
  after = (StafetEnquiry *) passed;
  after->contact = contact != NULL ? contact->parent.uid : NULL;
  if (!stafet_record_set_text (after, stafet_record_info_field (&stafet_enquiry_info, "holder"),
                               contact == NULL && a->holder != NULL ? a->holder : "", error))
    return FALSE;
  take_text (after, "next_step", g_strdup (_ ("Contact the citizen")));
  after->next_on = stafet_clock_today (stafet_plan_get_clock (plan)) + STEP_DAYS;
  stafet_changeset_set_label (changeset, _ ("The baton is passed on to %s"),
                              contact != NULL     ? contact->name
                              : a->holder != NULL ? a->holder
                                                  : _ ("nobody"));
  stafet_changeset_update (changeset, before, g_steal_pointer (&passed));
  return TRUE;
}

StafetEdit *
stafet_use_pass_baton (const char *enquiry, const char *contact, const char *holder)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->enquiry = g_strdup (enquiry);
  a->contact = g_strdup (contact);
  a->holder = g_strdup (holder);
  return stafet_edit_new (STAFET_CHANGESET_EDIT, pass_func, a, arguments_free);
}

static gboolean
choose_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  const Arguments *a = data;
  StafetEnquiry *before =
    stafet_reference_find (stafet_plan_get_snapshot (plan), STAFET_KIND_ENQUIRY, a->enquiry, error);
  StafetEnquiry *after;
  StafetDate today = stafet_clock_today (stafet_plan_get_clock (plan));

  if (before == NULL)
    return FALSE;
  if (before->matched == today && g_strcmp0 (before->chosen, a->chosen) == 0
      && g_strcmp0 (before->chosen_uid, a->chosen_uid) == 0)
    return TRUE;
  after = stafet_record_copy (before);
  take_text (after, "chosen", g_strdup (a->chosen));
  take_text (after, "chosen_uid", g_strdup (a->chosen_uid));
  after->matched = today;
  after->after_1 = after->after_4 = after->after_12 = STAFET_ENUM_NONE;
  stafet_changeset_set_label (changeset, "%s", _ ("Something is found for an enquiry"));
  stafet_changeset_update (changeset, before, after);
  return TRUE;
}

StafetEdit *
stafet_use_choose_match (const char *enquiry, const char *chosen, const char *uid)
{
  Arguments *a = g_new0 (Arguments, 1);

  a->enquiry = g_strdup (enquiry);
  a->chosen = g_strdup (chosen);
  a->chosen_uid = g_strdup (uid);
  return stafet_edit_new (STAFET_CHANGESET_EDIT, choose_func, a, arguments_free);
}

/* ——— The end ——— */

void
stafet_use_follow_consent (const StafetRecord *before, const StafetRecord *after, StafetChangeset *changeset)
{
  if (STAFET_RECORD_KIND (after) == STAFET_KIND_ENQUIRY
      && ((const StafetEnquiry *) before)->consent != STAFET_DATE_NONE
      && ((const StafetEnquiry *) after)->consent == STAFET_DATE_NONE)
    stafet_changeset_withdraw (changeset, after->uid, STAFET_INSTANT_NONE);
}
