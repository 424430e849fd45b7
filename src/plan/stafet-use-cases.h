/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The use cases: what a coordinator can do to the plan. Each returns an edit for stafet_plan_edit().
 *
 * Strings are copied. References are uids or what stafet_reference_find() takes; they are resolved when
 * the edit's turn comes. A date is always the original date of the series. @anyway accepts overlaps of
 * people and rooms, which is recorded, and told as a warning; without it they are refused.
 */
#pragma once

#include "core/stafet-loan.h"
#include "core/stafet-signup.h"
#include "schedule/stafet-alternate.h"
#include "schedule/stafet-call-list.h"
#include "schedule/stafet-recipients.h"
#include "schedule/stafet-terms.h"
#include "stafet-plan.h"

G_BEGIN_DECLS

/* ——— Records (stafet-use-records.c, stafet-use-remove.c) ——— */

/* @pairs: NULL-terminated "KEY=VALUE". */
StafetEdit *stafet_use_add (StafetKind kind, const char *const *pairs);
StafetEdit *stafet_use_add_anyway (StafetKind kind, const char *const *pairs);
/* Whether @pairs are well-formed whatever the plan holds: references stand for themselves. @whole: they are
 * all that a new record gets. */
gboolean stafet_use_check_pairs (StafetKind kind, const char *const *pairs, const StafetZone *zone,
                                 gboolean whole, GError **error);
/* All dates of a series, or a plain record. Keys that hold the same value already change nothing. When the
 * start of a weekly series moves to another weekday, its rule and what is known of single dates follow. */
StafetEdit *stafet_use_edit (StafetKind kind, const char *reference, const char *const *pairs);
/* A feed gets a new token, and is given to nobody so far: who has the old link reads nothing more from the
 * next publishing on. */
StafetEdit *stafet_use_new_link (const char *feed);
StafetEdit *stafet_use_edit_anyway (StafetKind kind, const char *reference, const char *const *pairs);
/* What is to be said of a volunteer's terms if @pairs were written, as stafet-terms.h says: the edit itself
 * refuses what is refused. @uid: NULL for a new one. NULL when @pairs are not understood. (transfer full) of
 * StafetTerm. (stafet-use-terms.c) */
GPtrArray *stafet_use_try_terms (StafetSnapshot *snapshot, StafetUid uid, const char *const *pairs,
                                 StafetDate today);
/* Refused while something else than its own parts depends on it. A note is no reason: one about a volunteer
 * goes with her, one about an activity or a house stays and forgets it. */
StafetEdit *stafet_use_remove (StafetKind kind, const char *reference);

/* ——— Single dates (stafet-use-dates.c, stafet-use-split.c) ——— */

/* That date alone. A value equal to the series' own is no change of the date. */
StafetEdit *stafet_use_edit_on (const char *series, StafetDate date, const char *const *pairs,
                                gboolean anyway);
/* That date and those after it: the series ends before @date, and a new one takes over with its shifts,
 * stops, standing places, exceptions, promises and attendance. For a shift of an activity the activity is
 * divided. The outcome's uid is that of what takes over, the series itself when @date is its first. */
StafetEdit *stafet_use_edit_following (const char *series, StafetDate date, const char *const *pairs,
                                       gboolean anyway);
/* Why a date is not held that a rule leaves out: "every Tuesday, not 22/12". */
const char *stafet_use_left_out_reason (void);
/* Every date in [@from, @to]; @to STAFET_DATE_NONE is @from alone. */
StafetEdit *stafet_use_cancel (const char *series, StafetDate from, StafetDate to, const char *reason);
/* What @move (transfer full) comes to for the original date @date of @series, as that is after it: where a
 * closure or a holiday keeps it from being held, it is refused with STAFET_PLAN_ERROR_CLASH and the reason;
 * with @anyway it is held there in spite of that, and a warning says so. (stafet-use-move-date.c) */
StafetEdit *stafet_use_move_date (StafetEdit *move, const char *series, StafetDate date, gboolean anyway);
/* Takes a cancellation back; a date that a closure or a holiday cancels, or asks about, is held in spite of
 * it. */
StafetEdit *stafet_use_restore_date (const char *series, StafetDate date);
StafetEdit *stafet_use_restore_date_anyway (const char *series, StafetDate date);

/* ——— People on dates (stafet-use-people.c, stafet-use-standing.c, stafet-use-attend.c) ——— */

/* Exactly one of the three names a holder. */
typedef struct
{
  const char *volunteer, *organiser, *guest;
  int count;           /* heads, with organiser; 0: one, or as many as are there */
  StafetMethod method; /* how they were counted, where it is said who came */
} StafetWho;

/* Puts somebody on one date as asked or promised; an asked or declined place becomes a promised one, and a
 * regret of that date is withdrawn. Twice on one shift is refused; beyond the shift's maximum unless
 * @anyway. Whoever is at home elsewhere does not fill the place before that house lends her. */
StafetEdit *stafet_use_assign (const char *shift, const StafetWho *who, StafetDate date, gboolean asked,
                               gboolean anyway);
/* A volunteer takes the date if nobody else can: the place stays a hole, and she is kept free for it.
 * stafet_use_assign() then puts her on. */
StafetEdit *stafet_use_assign_if_needed (const char *shift, const char *volunteer, StafetDate date,
                                         gboolean anyway);
/* What a house says that is asked to lend its volunteer for that date, as every house is whose volunteer is
 * asked for where she is not at home: until it says yes she does not fill the place, and with no she is off.
 */
StafetEdit *stafet_use_answer_borrowing (const char *shift, const char *volunteer, StafetDate date,
                                         gboolean yes);
/* Notes that a volunteer who is not on the date was rung about it now, and cannot. */
StafetEdit *stafet_use_cannot (const char *shift, const char *volunteer, StafetDate date);
/* Two people change places: @volunteer goes from @date of @shift to @other_date of @other_shift, where
 * @other (nullable: a vacant place) goes from to hers. Either may stand there or have promised. Every hard
 * rule is held against both, and a refusal says whose it is. (stafet-use-swap.c) */
StafetEdit *stafet_use_swap (const char *shift, const char *volunteer, StafetDate date,
                             const char *other_shift, const char *other, StafetDate other_date);
/* A standing place of a volunteer or organiser; @from and @to may be STAFET_DATE_NONE, @every is in weeks.
 * Refused for whoever is at home elsewhere: houses lend for single dates. */
StafetEdit *stafet_use_assign_standing (const char *shift, const StafetWho *who, StafetDate from,
                                        StafetDate to, int parity, int every, gboolean anyway);
/* Regrets of somebody who stands on, promised or was asked for that date; @looking marks the date. */
StafetEdit *stafet_use_regret (const char *shift, const StafetWho *who, StafetDate date, gboolean looking);
/* Takes a dated place away as if it had never been: asked, promised or declined. */
StafetEdit *stafet_use_unassign (const char *shift, const StafetWho *who, StafetDate date);
/* Ends a standing place after @to, yesterday at the earliest; STAFET_DATE_NONE: yesterday. One that has not
 * begun then goes away. */
StafetEdit *stafet_use_unassign_standing (const char *shift, const StafetWho *who, StafetDate to);
/* Everybody who stands on or promised the date, and is not confirmed yet, came. Not for dates to come. */
StafetEdit *stafet_use_attend_as_planned (const char *shift, StafetDate date);
/* @minutes: 0 for as long as the shift lasts. Whoever came without being planned is extra. */
StafetEdit *stafet_use_attend (const char *shift, const StafetWho *who, StafetDate date, gboolean came,
                               int minutes);

/* Opens a date that was closed: of all who were planned nobody has confirmed whether they came. Who came
 * beside them stays. */
StafetEdit *stafet_use_reopen (const char *shift, StafetDate date);
/* Takes back that somebody came or did not: nobody has confirmed her place any more. */
StafetEdit *stafet_use_unattend (const char *shift, const StafetWho *who, StafetDate date);
/* Notes that a volunteer was rung up about that date, now. A second call the same day takes the place of the
 * first. */
StafetEdit *stafet_use_call (const char *shift, const char *volunteer, StafetDate date,
                             StafetCallOutcome outcome);
/* The same of one call about all of @turns. */
StafetEdit *stafet_use_call_about (const char *volunteer, const StafetCallTurn *turns, guint n,
                                   StafetCallOutcome outcome);
/* Notes that whoever stands in a call list was rung up about all that concerns her there, now: a volunteer on
 * her turns, anybody else on the dates. */
StafetEdit *stafet_use_call_line (const StafetCallLine *line, StafetCallOutcome outcome);
/* Notes that everybody who is reached that way, and has not been told, knows of what the list is about: as
 * one change. */
StafetEdit *stafet_use_tell (const StafetRecipients *recipients, StafetReachedBy by);

/* ——— Who comes to a date (stafet-use-signup.c, stafet-use-move-up.c, stafet-use-tally.c) ——— */

/* Signs somebody up for that date of an activity: @pairs are keys of a sign-up, without activity and date.
 * Who does not fit, or would pass those who wait, goes to the end of the waiting list, unless @anyway.
 * Refused on a cancelled date, and for the same name and phone twice; only warned about after the last day to
 * sign up. */
StafetEdit *stafet_use_sign_up (const char *series, StafetDate date, const char *const *pairs,
                                gboolean anyway);
/* Takes a sign-up away. Those who wait move up in order, up to the first one who does not fit; the warnings
 * say whom to call. The same follows when there are more places or fewer heads, or a date is held after all.
 */
StafetEdit *stafet_use_sign_off (const char *signup);
/* Sets what is counted of a date: @pairs are keys of a tally, without activity and date. */
StafetEdit *stafet_use_count (const char *series, StafetDate date, const char *const *pairs);
/* How many came; STAFET_INTEGER_NONE: nobody has counted. Not for dates to come. */
StafetEdit *stafet_use_head_count (const char *series, StafetDate date, int heads, StafetMethod method);
/* Meals beside those that were ordered; STAFET_INTEGER_NONE: none. */
StafetEdit *stafet_use_kitchen (const char *series, StafetDate date, int meals, int take_home);
/* Erases the sign-ups whose date was as many days ago as the settings keep them, and what the log says of
 * them and of those who signed off; how many there were stays in the tally. For good: it cannot be undone. To
 * be run every day (stafet-use-erase.c). */
StafetEdit *stafet_use_erase_signups (void);

/* ——— Enquiries (stafet-use-enquiry.c) ——— */

/* The baton goes to a contact, or to @holder (either nullable): the next step is to contact the citizen. */
StafetEdit *stafet_use_pass_baton (const char *enquiry, const char *contact, const char *holder);
/* @chosen was found, today: the outcomes count from now. @uid (nullable): of the record. */
StafetEdit *stafet_use_choose_match (const char *enquiry, const char *chosen, const char *uid);
/* Erases those whose day has come, and what the log says of them and of those that were removed. For good: it
 * cannot be undone. To be run every day. */
StafetEdit *stafet_use_erase_due (void);
/* Begins the activity that @application (a reference) is about, as a draft, and ties both together. */
StafetEdit *stafet_use_plan_application (const char *application);

/* ——— Notes (stafet-use-note.c) ——— */

/* A note is done today, by the author; or stands again. */
StafetEdit *stafet_use_note_done (const char *note, gboolean done);

/* ——— Several at once (stafet-use-several.c) ——— */

/* The edits (StafetEdit, transfer full with the array) one after the other as one change with one undo, each
 * seeing what those before it did; all or none. @label NULL: that of the first that changes something. */
StafetEdit *stafet_use_several (const char *label, GPtrArray *edits);

/* ——— Holidays and closures (stafet-use-review.c) ——— */

typedef enum
{
  STAFET_ANSWER_KEEP,   /* held in spite of what is in the way */
  STAFET_ANSWER_CANCEL, /* with @reason, or the name of what is in the way */
  STAFET_ANSWER_MOVE    /* to @start, and @end or as long as it lasts */
} StafetAnswerKind;

typedef struct
{
  const char *series;
  StafetDate date; /* the original one */
  StafetAnswerKind answer;
  const char *reason;    /* nullable */
  StafetWall start, end; /* MOVE; end may be STAFET_WALL_NONE */
  gboolean anyway;
} StafetAnswer;

/* What stafet_review_new() lists, answered as one change. An occurrence that is answered is no longer up for
 * review. Moving one to where a closure or a holiday cancels it is refused; to where one asks, it is held. */
StafetEdit *stafet_use_answer_review (const StafetAnswer *answers, guint n);

/* ——— Every other week (stafet-use-settle.c) ——— */

/* A series that goes every other week, or one standing place (by its uid) that does, goes on in @way from
 * @from on. Counting goes on from the last week before @from. The series is divided only when its dates
 * before @from would not be the same; its shifts, places and what is known of single dates come along, the
 * latter on their dates. Who stood in all its weeks stands in all its weeks. The outcome's uid is that of
 * what goes on. */
StafetEdit *stafet_use_settle (const char *reference, StafetAlternateWay way, StafetDate from,
                               gboolean anyway);

/* ——— Rooms lent out (stafet-use-loan.c) ——— */

/* The activity of a loan that is asked for is a draft; approving puts it into the programme, where it may
 * clash.
 * @who decides: name and role. A purpose must be known, and commercial use is refused. @text (nullable): what
 * the borrower is told. */
StafetEdit *stafet_use_approve_loan (const char *loan, const char *who, const char *text, gboolean anyway);
StafetEdit *stafet_use_refuse_loan (const char *loan, StafetRefusal reason, const char *who,
                                    const char *text);
/* The borrower needs it no more: dates that are over stay. */
StafetEdit *stafet_use_withdraw_loan (const char *loan);
/* One date of an approved loan is to move, if the borrower says yes: not with less than the house's notice,
 * and only to where nothing is in the way. @room NULL or "": the one it is in. */
StafetEdit *stafet_use_propose_move (const char *loan, StafetDate date, StafetWall start, StafetWall end,
                                     const char *room);
/* Moves the date as proposed, or lets it stand. */
StafetEdit *stafet_use_answer_move (const char *loan, gboolean yes, gboolean anyway);

/* ——— A whole activity (stafet-use-save-activity.c) ——— */

typedef enum
{
  STAFET_SCOPE_ALL,
  STAFET_SCOPE_FOLLOWING,
  STAFET_SCOPE_THIS
} StafetScope;

/* A shift or a stop of the activity: @uid NULL is a new one. */
typedef struct
{
  const char *uid;
  gboolean removed;
  const char *const *pairs; /* "KEY=VALUE" without activity */
} StafetActivityPart;

typedef struct
{
  const char *activity; /* uid; NULL: a new one */
  StafetScope scope;
  StafetDate date; /* the original date, for FOLLOWING and THIS */
  const char *const *pairs;
  const StafetActivityPart *shifts, *stops;
  guint n_shifts, n_stops;
  const GArray *left_out;  /* nullable: StafetDate, of all of its dates, that are cancelled with it */
  const char *const *loan; /* nullable: keys of the loan that it is, which is added where there is none */
  gboolean anyway;
} StafetActivityDraft;

/* The activity with its shifts and stops as one change. Only numbers and times may differ on a single date:
 * with scope THIS parts are neither added nor removed, and stops are left alone. The outcome's uid is that of
 * the activity that has @draft's dates. @draft is copied. */
StafetEdit *stafet_use_save_activity (const StafetActivityDraft *draft);

/* ——— Every day (stafet-use-expire.c) ——— */

/* Blanks what changes older than the settings' retention_months say of people, for good: they can be undone
 * no more. It is in no history. */
StafetEdit *stafet_use_expire (void);

/* ——— Import (stafet-use-import.c) ——— */

/* @holidays: StafetSchoolHoliday, referenced; @area NULL: of the area that each says. Those that are there
 * already are passed over. */
StafetEdit *stafet_use_import_holidays (GPtrArray *holidays, const char *area);
/* Whether two are the same but for who they are. */
gboolean stafet_school_holiday_equal (gconstpointer a, gconstpointer b);
/* Whether @holiday would be passed over; @area NULL: that which it says. */
gboolean stafet_school_holiday_is_known (const StafetSnapshot *snapshot, const StafetSchoolHoliday *holiday,
                                         StafetUid area);

G_END_DECLS
