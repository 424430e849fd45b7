/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Restores, and erases through a plan of its own.
 */
#include "stafet-restore.h"

#include "stafet-use-cases.h"
#include "stafet-use-erase-volunteer.h"
#include "stafet-use-forget-again.h"

/* What is not erased now is on the next day that has a change: the restored store stands all the same. */
static void
erase_again (const char *store_path, StafetClock *clock)
{
  g_autoptr (StafetStore) store = stafet_store_open (store_path, NULL);
  g_autoptr (StafetClock) own = stafet_clock_copy (clock);
  g_autoptr (StafetPlan) plan = store != NULL ? stafet_plan_new (store, own, NULL) : NULL;
  g_autoptr (StafetOutcome) erased = NULL, enquiries = NULL, expired = NULL;

  if (plan == NULL)
    return;
  stafet_erase_returned (plan, NULL);
  erased = stafet_plan_edit (plan, stafet_use_erase_signups (), NULL);
  enquiries = stafet_plan_edit (plan, stafet_use_erase_due (), NULL);
  expired = stafet_plan_edit (plan, stafet_use_expire (), NULL);
}

/* Who was erased from what is replaced is not to come back with the backup. */
static void
keep_ledger (const char *store_path)
{
  g_autoptr (StafetStore) store = stafet_store_open (store_path, NULL);

  if (store != NULL)
    stafet_store_write_ledger (store);
}

static gboolean
erase_all_again (StafetPlan *plan, GError **error)
{
  gint64 id;

  do
    {
      g_autoptr (StafetOutcome) outcome = stafet_plan_edit (plan, stafet_use_erase_again (), error);

      if (outcome == NULL)
        return FALSE;
      id = outcome->id;
    }
  while (id != 0);
  return TRUE;
}

/* The one is done though the other fails. */
gboolean
stafet_erase_returned (StafetPlan *plan, GError **error)
{
  gboolean erased = erase_all_again (plan, error);
  g_autoptr (StafetOutcome) forgotten =
    stafet_plan_edit (plan, stafet_use_forget_again (), erased ? error : NULL);

  return erased && forgotten != NULL;
}

gboolean
stafet_restore (const char *store_path, const char *backup_path, StafetClock *clock, GError **error)
{
  keep_ledger (store_path);
  if (!stafet_store_restore (store_path, backup_path, error))
    return FALSE;
  erase_again (store_path, clock);
  return TRUE;
}
