/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record table of rooms lent out.
 */
#include "stafet-loan.h"

#include "stafet-error.h"
#include "stafet-i18n.h"

#define AT(member) G_STRUCT_OFFSET (StafetLoan, member)

#define LOWEST_PRIORITY 3

static const StafetEnumValue purposes[] = { { "own", N_ ("own arrangement") },
                                            { "local", N_ ("association or others for local citizens") },
                                            { "other", N_ ("others whom the rules allow") },
                                            { "commercial", N_ ("commercial") },
                                            { NULL } };
static const StafetEnumValue states[] = { { "asked", N_ ("asked for") },
                                          { "approved", N_ ("approved") },
                                          { "refused", N_ ("refused") },
                                          { "withdrawn", N_ ("withdrawn") },
                                          { NULL } };
static const StafetEnumValue refusals[] = {
  { "commercial", N_ ("rooms are not lent for commercial use") },
  { "taken", N_ ("the room is needed for something that goes first") },
  { "unsuitable", N_ ("the room does not suit the purpose or the number of people") },
  { "closed", N_ ("nobody can open and lock up at that time") },
  { "not_local", N_ ("the rules for lending do not cover the borrower") },
  { "broken", N_ ("an earlier agreement was not kept") },
  { NULL }
};

static const StafetField loan_fields[] = {
  { "activity", N_ ("Activity"), STAFET_FIELD_REF, AT (activity), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_ACTIVITY, .index = STAFET_INDEX_LOAN_BY_ACTIVITY },
  { "purpose", N_ ("Purpose"), STAFET_FIELD_ENUM, AT (purpose), .values = purposes,
    .fallback = STAFET_ENUM_NONE },
  { "priority", N_ ("Priority"), STAFET_FIELD_INTEGER, AT (priority), .fallback = STAFET_INTEGER_NONE,
    .minimum = 1, .maximum = LOWEST_PRIORITY },
  { "people", N_ ("People"), STAFET_FIELD_INTEGER, AT (people), .fallback = STAFET_INTEGER_NONE, .minimum = 1,
    .maximum = 100000 },
  { "state", N_ ("State"), STAFET_FIELD_ENUM, AT (state), STAFET_FIELD_TOLD, .values = states,
    .fallback = STAFET_LOAN_ASKED },
  { "reason", N_ ("Reason"), STAFET_FIELD_ENUM, AT (reason), STAFET_FIELD_TOLD, .values = refusals,
    .fallback = STAFET_ENUM_NONE },
  { "answer", N_ ("Answer to the borrower"), STAFET_FIELD_TEXT, AT (answer), STAFET_FIELD_NEVER_EXPORTED },
  { "asked_on", N_ ("Asked on"), STAFET_FIELD_DATE, AT (asked_on) },
  { "decided_on", N_ ("Decided on"), STAFET_FIELD_DATE, AT (decided_on), STAFET_FIELD_TOLD },
  { "decided_by", N_ ("Decided by"), STAFET_FIELD_TEXT, AT (decided_by), STAFET_FIELD_TOLD },
  { "move_date", N_ ("Date that is to move"), STAFET_FIELD_DATE, AT (move_date), STAFET_FIELD_TOLD },
  { "move_start", N_ ("To"), STAFET_FIELD_WALL, AT (move_start), STAFET_FIELD_TOLD },
  { "move_end", N_ ("Until"), STAFET_FIELD_WALL, AT (move_end), STAFET_FIELD_TOLD },
  { "move_room", N_ ("Room it is to move to"), STAFET_FIELD_REF, AT (move_room), STAFET_FIELD_TOLD,
    .target = STAFET_KIND_ROOM },
  { "move_asked", N_ ("Asked to move on"), STAFET_FIELD_DATE, AT (move_asked), STAFET_FIELD_TOLD },
  { NULL }
};

int
stafet_loan_priority (const StafetLoan *loan)
{
  if (loan->priority != STAFET_INTEGER_NONE)
    return loan->priority;
  return loan->purpose == STAFET_PURPOSE_OWN || loan->purpose == STAFET_PURPOSE_LOCAL ? loan->purpose + 1
                                                                                      : LOWEST_PRIORITY;
}

static gboolean
loan_validate (StafetRecord *record, GError **error)
{
  const StafetLoan *self = (const StafetLoan *) record;

  if (self->state != STAFET_LOAN_APPROVED || self->purpose != STAFET_PURPOSE_COMMERCIAL)
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
                       _ ("Rooms are not lent for commercial use. Refuse the loan, or mend its purpose."));
  return FALSE;
}

StafetRecordInfo stafet_loan_info = { .kind = STAFET_KIND_LOAN,
                                      .name = "loan",
                                      .title = N_ ("loan"),
                                      .type_name = "StafetLoan",
                                      .instance_size = sizeof (StafetLoan),
                                      .fields = loan_fields,
                                      .public_kind = TRUE,
                                      .validate = loan_validate };
