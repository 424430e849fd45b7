/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose data are kept no longer unless somebody says so.
 */
#pragma once

#include "stafet-snapshot.h"

G_BEGIN_DECLS

/* Until when what is held on a volunteer is kept: as it is said, else of one who has stopped the end of the
 * year after; STAFET_DATE_NONE of one who has not. */
StafetDate stafet_due_kept_until (const StafetVolunteer *volunteer);
/* Those of whom that is over on @today, the longest first, then in Danish order of name. (transfer container)
 * of StafetVolunteer. */
GPtrArray *stafet_due_list (const StafetSnapshot *snapshot, StafetDate today);

G_END_DECLS
