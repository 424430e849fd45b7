/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the enquiry's page share.
 */
#pragma once

#include "schedule/stafet-match.h"
#include "stafet-baton-box.h"
#include "stafet-enquiry-page.h"
#include "stafet-input.h"
#include "stafet-toggles.h"

G_BEGIN_DECLS

struct _StafetEnquiryPage
{
  StafetPage parent_instance;

  StafetUid enquiry;       /* NULL: a look-up */
  StafetMatchIndex *index; /* owned: of the snapshot below */
  StafetSnapshot *indexed; /* owned */
  gboolean filled, filling, saving;
  gboolean again;              /* something was said while it was being saved */
  StafetDate agreed;           /* when the consent was given; NONE: it was not */
  guint matching, keeping;     /* sources */
  char *then_title, *then_uid; /* owned: to be chosen once it is saved */
  GHashTable *known;           /* owned: what is kept of each key, as the form says it */
  char *listed;                /* owned, nullable: what fits, as it is listed */
  GPtrArray *pending;          /* owned, nullable: what is being saved */
  StafetRecord *shown;         /* owned, nullable: the record that the form was filled from, or saved as */

  /* Template children. */
  GtkWidget *form, *save, *resumed;
  GtkLabel *problem, *agreed_words, *matches_title, *doubt;
  StafetToggles *side, *ideas, *parts, *travel, *company;
  StafetInput *wish, *postcode, *price, *person, *consent_words, *delete_on;
  GtkCheckButton *consent;
  GtkListBox *matches;
  StafetBatonBox *baton;
};

static inline StafetEnquiry *
enquiry_of (StafetEnquiryPage *self)
{
  return stafet_snapshot_get (stafet_page_get_snapshot (STAFET_PAGE (self)), STAFET_KIND_ENQUIRY,
                              self->enquiry);
}

static inline StafetDate
today_of (StafetEnquiryPage *self)
{
  return stafet_desk_today (stafet_page_get_desk (STAFET_PAGE (self)));
}

/* (transfer full) */
static inline char *
text_of (StafetInput *input)
{
  return g_strstrip (g_strdup (stafet_input_get_text (input)));
}

/* Of what stands under "Where?"; NULL where nobody knows. */
static inline const char *
postcode_of (StafetEnquiryPage *self)
{
  return stafet_wish_find_postcode (stafet_input_get_text (self->postcode),
                                    stafet_page_get_snapshot (STAFET_PAGE (self)));
}

/* The house that took it, else the one in view. */
static inline StafetUid
house_of (StafetEnquiryPage *self)
{
  const StafetEnquiry *enquiry = enquiry_of (self);
  StafetDesk *desk = stafet_page_get_desk (STAFET_PAGE (self));
  StafetAgendaQuery query;

  if (enquiry != NULL)
    return enquiry->house;
  stafet_desk_fill_query (desk, &query, today_of (self), today_of (self));
  return query.house;
}

/* ——— stafet-enquiry-page-save.c ——— */

/* "formiddag, aften". (transfer full) */
char *stafet_enquiry_page_get_times (StafetEnquiryPage *self);
/* What the form says now is what is kept. */
void stafet_enquiry_page_learn (StafetEnquiryPage *self);
/* What is new; @quietly, what is not understood is left out, and nothing is told. */
void stafet_enquiry_page_save (StafetEnquiryPage *self, gboolean quietly);
/* What was asked and not saved, for whoever comes back to it; the kept, nullable (transfer none). */
void stafet_enquiry_page_keep_look_up (StafetEnquiryPage *self);
void stafet_enquiry_page_forget_look_up (StafetEnquiryPage *self);
GVariant *stafet_enquiry_page_get_look_up (StafetEnquiryPage *self);
/* What cannot be saved as it stands, of an enquiry that is kept: "a{s(ss)}", the text of each key and what it
 * is written over; NULL when there is nothing. (transfer full) */
GVariant *stafet_enquiry_page_get_slips (StafetEnquiryPage *self);
/* @slips: nullable. Says of each what is wrong with it. */
void stafet_enquiry_page_put_slips (StafetEnquiryPage *self, GVariant *slips);
/* They wait in memory for whoever comes back. */
void stafet_enquiry_page_keep_slips (StafetEnquiryPage *self);
void stafet_enquiry_page_take_slips (StafetEnquiryPage *self);

G_END_DECLS
