/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the form of a volunteer share.
 */
#pragma once

#include "stafet-house-picks.h"
#include "stafet-input.h"
#include "stafet-volunteer-form.h"

G_BEGIN_DECLS

struct _StafetVolunteerForm
{
  StafetPage parent_instance;

  StafetUid volunteer; /* NULL: a new one */
  GHashTable *before;  /* owned: key → value as the store has it */
  GPtrArray *known;    /* StafetUid: who is named in the terms already */
  gboolean filled, saved;
  gboolean saving;     /* until the plan has answered */
  guint keeping;       /* source that keeps what was begun, after a pause */
  guint remarking;     /* source that says what is to be said of the terms, after a short one */
  GVariant *untouched; /* owned: what all the fields said before somebody wrote */

  /* Template children. */
  GtkWidget *form, *more, *resumed, *house_box;
  StafetInput *name, *available, *rest, *partners, *keep_apart, *companion;
  StafetHousePicks *houses, *blocked_houses;
  GtkDropDown *kind, *house, *call_how;
  GtkSwitch *protected;
  GtkCheckButton *by_agreement, *only_these_houses;
  GtkLabel *problem;
  GtkButton *save;
};

/* ——— stafet-volunteer-form.c ——— */

/* "KEY=VALUE" of what is chosen and not typed, where it differs from what the store has. */
void stafet_volunteer_form_collect_choices (StafetVolunteerForm *self, GPtrArray *pairs);

/* ——— stafet-volunteer-form-terms.c ——— */

/* Fields that are understood in a way of their own, and the houses to choose from. */
void stafet_volunteer_form_set_up_terms (StafetVolunteerForm *self);
/* What one of the lists and fields says that are not written as the store has them; NULL for any other key.
 * (transfer full) */
char *stafet_volunteer_form_term_text (StafetVolunteerForm *self, StafetVolunteer *volunteer,
                                       const char *key);
/* The houses of @volunteer, as they are. */
void stafet_volunteer_form_fill_houses (StafetVolunteerForm *self, StafetVolunteer *volunteer);
/* Says beside the fields what is to be said of the terms as they stand. */
void stafet_volunteer_form_remark (StafetVolunteerForm *self);

G_END_DECLS
