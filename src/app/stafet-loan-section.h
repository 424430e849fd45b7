/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the editor asks about a room that is lent out. Signal "changed".
 */
#pragma once

#include "core/stafet-loan.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STAFET_TYPE_LOAN_SECTION (stafet_loan_section_get_type ())
G_DECLARE_FINAL_TYPE (StafetLoanSection, stafet_loan_section, STAFET, LOAN_SECTION, GtkBox)

/* Shows @loan; NULL: one that is asked for now. */
void stafet_loan_section_load (StafetLoanSection *self, StafetLoan *loan);
/* "KEY=VALUE" of what differs from what was loaded, with NULL at the end. NULL when something is not
 * understood; with @complain it says so and has the focus. (transfer full) */
GPtrArray *stafet_loan_section_collect (StafetLoanSection *self, gboolean complain);
/* Every field as it stands, and back. */
void stafet_loan_section_write (StafetLoanSection *self, GVariantBuilder *texts);
void stafet_loan_section_fill (StafetLoanSection *self, GVariant *texts);

G_END_DECLS
