/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record tables of sign-ups and of what is counted of a date.
 */
#include "stafet-signup.h"

#include "stafet-error.h"
#include "stafet-i18n.h"

#define AT(Type, member) G_STRUCT_OFFSET (Type, member)
#define HERS (STAFET_FIELD_PERSONAL | STAFET_FIELD_NEVER_EXPORTED)
#define NUMBER .fallback = STAFET_INTEGER_NONE, .minimum = 0, .maximum = 9999

static const StafetField signup_fields[] = {
  { "activity", N_ ("Activity"), STAFET_FIELD_REF, AT (StafetSignup, activity), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_ACTIVITY, .index = STAFET_INDEX_SIGNUP_BY_ACTIVITY },
  { "date", N_ ("Date"), STAFET_FIELD_DATE, AT (StafetSignup, date), STAFET_FIELD_REQUIRED },
  { "name", N_ ("Name"), STAFET_FIELD_TEXT, AT (StafetSignup, name),
    HERS | STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "phone", N_ ("Phone"), STAFET_FIELD_TEXT, AT (StafetSignup, phone),
    HERS | STAFET_FIELD_PHONE | STAFET_FIELD_SEARCHABLE },
  { "heads", N_ ("Heads"), STAFET_FIELD_INTEGER, AT (StafetSignup, heads), STAFET_FIELD_REQUIRED,
    .fallback = 1, .minimum = 0, .maximum = 999 },
  { "waiting", N_ ("On the waiting list"), STAFET_FIELD_FLAG, AT (StafetSignup, waiting) },
  { "position", N_ ("Place in the order"), STAFET_FIELD_INTEGER, AT (StafetSignup, position),
    .fallback = STAFET_INTEGER_NONE, .minimum = 1, .maximum = 1000000 },
  { "transport", N_ ("Transport from"), STAFET_FIELD_TEXT, AT (StafetSignup, transport), HERS },
  { "aid", N_ ("Place for an aid"), STAFET_FIELD_FLAG, AT (StafetSignup, aid), HERS },
  { "meals", N_ ("Meals"), STAFET_FIELD_INTEGER, AT (StafetSignup, meals), NUMBER },
  { "take_home", N_ ("Meals to take home"), STAFET_FIELD_INTEGER, AT (StafetSignup, take_home), NUMBER },
  { "note", N_ ("Note"), STAFET_FIELD_TEXT, AT (StafetSignup, note), HERS },
  { NULL }
};

static const StafetField tally_fields[] = {
  { "activity", N_ ("Activity"), STAFET_FIELD_REF, AT (StafetTally, activity), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_ACTIVITY, .index = STAFET_INDEX_TALLY_BY_ACTIVITY },
  { "date", N_ ("Date"), STAFET_FIELD_DATE, AT (StafetTally, date), STAFET_FIELD_REQUIRED },
  { "heads", N_ ("Head-count"), STAFET_FIELD_INTEGER, AT (StafetTally, heads), NUMBER },
  { "method", N_ ("Method"), STAFET_FIELD_ENUM, AT (StafetTally, method), .values = stafet_method_values,
    .fallback = STAFET_ENUM_NONE },
  { "signed", N_ ("Were signed up"), STAFET_FIELD_INTEGER, AT (StafetTally, signed_up), NUMBER },
  { "meals", N_ ("Further meals"), STAFET_FIELD_INTEGER, AT (StafetTally, meals), NUMBER },
  { "take_home", N_ ("Further meals to take home"), STAFET_FIELD_INTEGER, AT (StafetTally, take_home),
    NUMBER },
  { "note", N_ ("Note"), STAFET_FIELD_TEXT, AT (StafetTally, note), STAFET_FIELD_NEVER_EXPORTED },
  { NULL }
};

static gboolean
signup_validate (StafetRecord *record, GError **error)
{
  const StafetSignup *self = (const StafetSignup *) record;

  if (self->heads == 0 && self->take_home <= 0)
    g_set_error_literal (
      error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_VALUE,
      _ ("Without heads there must be something to take home. Say how many come, or how many portions."));
  else if (self->aid && self->transport[0] == '\0')
    g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_REQUIRED,
                         _ ("A place for an aid goes with transport. Say from where she is fetched."));
  else
    return TRUE;
  return FALSE;
}

/* Neither has a label: what names people is not to be in the labels of the history, nor to be found where a
 * volunteer of the same name is meant. */
StafetRecordInfo stafet_signup_info = { .kind = STAFET_KIND_SIGNUP,
                                        .name = "signup",
                                        .title = N_ ("sign-up"),
                                        .type_name = "StafetSignup",
                                        .instance_size = sizeof (StafetSignup),
                                        .fields = signup_fields,
                                        .order = "date",
                                        .public_kind = TRUE,
                                        .validate = signup_validate };
StafetRecordInfo stafet_tally_info = { .kind = STAFET_KIND_TALLY,
                                       .name = "tally",
                                       .title = N_ ("count"),
                                       .type_name = "StafetTally",
                                       .instance_size = sizeof (StafetTally),
                                       .fields = tally_fields,
                                       .order = "date",
                                       .public_kind = TRUE };
