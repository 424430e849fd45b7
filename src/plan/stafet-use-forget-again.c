/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A backup brings back neither what was erased for good meanwhile, nor a consent that was withdrawn.
 */
#include "stafet-use-forget-again.h"

#include "core/stafet-enquiry.h"

/* What stafet_changeset_forget_for_good() is said of. */
static const StafetKind forgotten_kinds[] = { STAFET_KIND_ENQUIRY, STAFET_KIND_SNAG, STAFET_KIND_REGULAR,
                                              STAFET_KIND_PHOTO };

/* It may not be in the backup, and the log of it tell of it all the same. */
static void
remove_again (StafetSnapshot *snapshot, const StafetLedgerLine *line, StafetChangeset *changeset)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forgotten_kinds); i++)
    {
      StafetRecord *record = stafet_snapshot_get (snapshot, forgotten_kinds[i], line->uid);

      if (record != NULL)
        stafet_changeset_delete (changeset, record);
    }
  stafet_changeset_forget_for_good (changeset, line->uid, line->at);
}

static void
withdraw_again (StafetSnapshot *snapshot, const StafetLedgerLine *line, StafetChangeset *changeset)
{
  static const char *const agreed[] = { "name", "phone", "consent_words", "consent_to" };
  StafetEnquiry *before = stafet_snapshot_get (snapshot, STAFET_KIND_ENQUIRY, line->uid), *after;

  stafet_changeset_withdraw (changeset, line->uid, line->at);
  if (before == NULL || before->consent == STAFET_DATE_NONE)
    return;
  after = stafet_record_copy (before);
  after->consent = STAFET_DATE_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (agreed); i++)
    stafet_record_take_text (after, stafet_record_info_field (&stafet_enquiry_info, agreed[i]),
                             g_strdup (""));
  stafet_changeset_update (changeset, before, after);
}

static gboolean
forget_again_func (StafetPlan *plan, gpointer data, StafetChangeset *changeset, GError **error)
{
  StafetStore *store = stafet_plan_get_store (plan);
  StafetSnapshot *snapshot = stafet_plan_get_snapshot (plan);
  g_autoptr (GArray) withdrawn = stafet_store_read_returned (store, STAFET_LEDGER_WITHDRAWN, error);
  g_autoptr (GArray) forgotten =
    withdrawn != NULL ? stafet_store_read_returned (store, STAFET_LEDGER_FORGOTTEN, error) : NULL;

  (void) data;
  if (forgotten == NULL)
    return FALSE;
  for (guint i = 0; i < withdrawn->len; i++)
    withdraw_again (snapshot, &g_array_index (withdrawn, StafetLedgerLine, i), changeset);
  for (guint i = 0; i < forgotten->len; i++)
    remove_again (snapshot, &g_array_index (forgotten, StafetLedgerLine, i), changeset);
  stafet_changeset_set_label (changeset, "%s",
                              _ ("What was erased or withdrawn meanwhile does not come back with a backup"));
  /* Without a row it is nothing to tell others of. */
  if (stafet_changeset_length (changeset) == 0)
    changeset->kind = STAFET_CHANGESET_MEMORY;
  return TRUE;
}

StafetEdit *
stafet_use_forget_again (void)
{
  return stafet_edit_new (STAFET_CHANGESET_SYSTEM, forget_again_func, NULL, NULL);
}
