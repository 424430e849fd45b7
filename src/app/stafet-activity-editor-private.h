/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The editor's inside, shared by the files that make it up.
 */
#pragma once

#include "plan/stafet-when.h"
#include "stafet-activity-editor.h"
#include "stafet-input.h"
#include "stafet-loan-section.h"

G_BEGIN_DECLS

struct _StafetActivityEditor
{
  StafetPage parent_instance;

  StafetUid activity;      /* NULL: a new one */
  StafetDate date;         /* the original date in view */
  StafetActivity *shown;   /* owned: as it was on that date when it was opened; NULL for a new one */
  StafetWall start, end;   /* of that date, as shown; of a new one, as it was asked for, or NONE */
  StafetUid at_room;       /* of a new one: the room that was asked for; NULL: none was */
  StafetUid idea;          /* likewise: what it began with; NULL: nothing */
  gboolean asks_loan;      /* likewise: a room is to be lent out */
  GHashTable *before;      /* owned: key → value as the store has it; NULL for a new one */
  StafetWhenTexts loaded;  /* as the store has them */
  StafetWhenTexts offered; /* when nothing would be in the way */
  StafetWhenTexts unsaid;  /* what stands in the empty fields as long as the sentence says nothing of them */
  GPtrArray *removed;      /* owned: uids (char *) of shifts to be removed */
  gboolean filled, parts_changed, stops_changed, saved;
  gboolean saving;          /* until the plan has answered */
  gboolean holidays_chosen; /* by somebody: otherwise they follow what is typed */
  gboolean following;       /* while the editor itself sets them */
  gboolean no_end;          /* the preview knows the start alone */
  gboolean as_draft;        /* what the last attempt to save was, and of which dates */
  StafetScope scope;
  StafetInput *wrong;   /* of those of when: the one that says what is wrong */
  guint preview;        /* source of the pending preview */
  guint keeping;        /* source that keeps what was begun, after a pause */
  GVariant *untouched;  /* owned: what all the fields said before somebody wrote */
  StafetKind made_kind; /* of what is being made for it: a room or an organiser … */
  char *made;           /* owned, nullable: … and what that is called */

  /* Template children. */
  GtkWidget *form;
  StafetInput *title;
  StafetInput *when, *from, *to, *first, *until;
  GtkDropDown *category, *house, *room, *layout, *vehicle, *visibility, *holidays, *school_holidays, *lead,
    *organiser;
  StafetLoanSection *loan;
  GtkWidget *organisers, *vehicles, *save_idea, *begin_idea, *write;
  GtkWidget *stops_part, *people_part, *helpers_part, *public_part;
  GtkLabel *room_hint;
  GtkCheckButton *meal, *transport;
  GtkBox *roles, *stops;
  GtkListBox *dates;
  GtkLabel *dates_hint, *problem, *clash_text;
  GtkWidget *clash, *resumed;
  GtkButton *free_room, *free_time, *save, *save_draft;
};

/* What was typed, as the use case takes it. (stafet-activity-editor-draft.c) */
typedef struct
{
  GPtrArray *pairs;          /* char *, owned */
  GPtrArray *part_pairs;     /* GPtrArray, owned: what the parts borrow from */
  GArray *shifts, *stops;    /* StafetActivityPart */
  GPtrArray *loan;           /* char *, owned, nullable */
  GArray *left_out;          /* StafetDate, owned, nullable */
  StafetActivityDraft draft; /* borrows from all of these */
} StafetEditorDraft;

StafetEditorDraft *stafet_editor_draft_new (void);
void stafet_editor_draft_free (StafetEditorDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StafetEditorDraft, stafet_editor_draft_free)

/* Reads every field. FALSE when one is not understood; with @complain it says so and has the focus. */
gboolean stafet_activity_editor_read (StafetActivityEditor *self, StafetScope scope, gboolean complain,
                                      StafetEditorDraft *draft);
StafetInput *stafet_activity_editor_when_input (StafetActivityEditor *self, StafetWhenField field);
/* The texts of when, as they stand. */
void stafet_activity_editor_read_when (StafetActivityEditor *self, StafetWhenTexts *texts);
/* Says what is wrong with when beside the field, unless somebody is writing there; or says it no more. */
void stafet_activity_editor_check_when (StafetActivityEditor *self);
/* Of something new: what the sentence says stands grey in the empty fields, and unless somebody chose, a date
 * that was named is held, whatever day it is, and a series is not held on public holidays. */
void stafet_activity_editor_follow_when (StafetActivityEditor *self);
/* Whether something that only holds for the whole series was changed. */
gboolean stafet_activity_editor_changes_series (StafetActivityEditor *self);

/* What was begun, kept over screens and restarts. (stafet-activity-editor-keep.c) */
void stafet_activity_editor_keep (StafetActivityEditor *self);
void stafet_activity_editor_keep_soon (StafetActivityEditor *self);
/* Every field and choice as it stands, as "a{ss}". (transfer full) */
GVariant *stafet_activity_editor_write (StafetActivityEditor *self);
gboolean stafet_activity_editor_resume (StafetActivityEditor *self);
void stafet_activity_editor_forget (StafetActivityEditor *self);

/* The next dates and what is in the way. (stafet-activity-editor-preview.c) */
void stafet_activity_editor_preview (StafetActivityEditor *self);

/* What there is to choose, and the activity that is opened. (stafet-activity-editor-fill.c) */
void stafet_activity_editor_fill (StafetActivityEditor *self);
void stafet_activity_editor_fill_rooms (StafetActivityEditor *self);
/* Everybody who could lead it, as soon as there is something to choose from in view. */
void stafet_activity_editor_fill_leads (StafetActivityEditor *self);
void stafet_activity_editor_fill_asked (StafetActivityEditor *self);
void stafet_activity_editor_take_made (StafetActivityEditor *self);
/* Whether a room is lent out: then there is more to ask, and another way to save. */
gboolean stafet_activity_editor_lends (StafetActivityEditor *self);
void stafet_activity_editor_follow_category (StafetActivityEditor *self);

/* Rows. */
void stafet_activity_editor_add_role (StafetActivityEditor *self, StafetShift *shift);
void stafet_activity_editor_add_stop (StafetActivityEditor *self, StafetUid ward, StafetUid received_by,
                                      const StafetStop *stop);
/* One ward more can always be chosen: there is a row for it as soon as wards are in view. */
void stafet_activity_editor_ensure_empty_stop (StafetActivityEditor *self);

G_END_DECLS
