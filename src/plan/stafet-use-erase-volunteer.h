/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A volunteer is erased: nothing of her is left but how many there were.
 */
#pragma once

#include "stafet-plan.h"

G_BEGIN_DECLS

/* Removes the volunteer and all that hangs on her, for good: it cannot be undone, the log is rewritten, and
 * the ledger keeps her from coming back with a backup. Where she was on dates that are over, a place without
 * a name stays, with its minutes. @confirm is her name; another one is refused. */
StafetEdit *stafet_use_erase_volunteer (const char *volunteer, const char *confirm);
/* Erases whoever the ledger names and a backup brought back. To be run after a restore and every day. */
StafetEdit *stafet_use_erase_again (void);

/* What that does: for the dialog before, and for the receipt after. */
typedef struct
{
  char *name;
  guint facts;         /* rows of hers that go: phones, skills, times, houses, partners, absences */
  guint notes;         /* about her */
  guint calls;         /* that were noted */
  guint calendars;     /* of her own */
  guint standings;     /* standing places that end */
  guint coming;        /* dates to come on which she was promised or asked */
  guint leads;         /* activities that she leads */
  guint companies;     /* other volunteers whom she was to go along with the first time */
  guint kept;          /* dates that are over, on which a place without a name stays … */
  gint64 minutes;      /* … and what was confirmed of them */
  GPtrArray *mentions; /* char *: texts of other records that name her, which only people can mend */
  StafetDate day;      /* when */
  StafetDate backups;  /* from then on no backup has her */
} StafetErasure;

/* What erasing would do now. Blocks. (transfer full), NULL when there is no such volunteer. */
StafetErasure *stafet_erasure_try (StafetPlan *plan, const char *volunteer, GError **error);
void stafet_erasure_free (StafetErasure *self);
/* In sentences, a line each, what goes and what stays; and the same when it is done, without her name but
 * where that is still written. (transfer full) */
char *stafet_erasure_words (const StafetErasure *self);
char *stafet_erasure_receipt (const StafetErasure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetErasure, stafet_erasure_free)

G_END_DECLS
