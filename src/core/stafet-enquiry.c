/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record table of enquiries.
 */
#include "stafet-enquiry.h"

#include "stafet-error.h"
#include "stafet-i18n.h"

#define AT(member) G_STRUCT_OFFSET (StafetEnquiry, member)
#define PRIVATE (STAFET_FIELD_PERSONAL | STAFET_FIELD_NEVER_EXPORTED)
#define OUTCOME STAFET_FIELD_NEVER_EXPORTED, .values = stafet_outcome_values, .fallback = STAFET_ENUM_NONE

const StafetEnumValue stafet_side_values[] = { { "join", N_ ("join something") },
                                               { "give", N_ ("do something for others") },
                                               { "both", N_ ("both") },
                                               { NULL } };
const StafetEnumValue stafet_travel_values[] = {
  { "self", N_ ("gets there alone") }, { "bus", N_ ("by bus") }, { "lift", N_ ("needs a lift") }, { NULL }
};
const StafetEnumValue stafet_outcome_values[] = { { "came", N_ ("comes") },
                                                  { "other", N_ ("found something else") },
                                                  { "stopped", N_ ("does not come") },
                                                  { "unknown", N_ ("could not be reached") },
                                                  { NULL } };

static const StafetField enquiry_fields[] = {
  { "title", N_ ("Title"), STAFET_FIELD_TEXT, AT (title), PRIVATE | STAFET_FIELD_SEARCHABLE },
  { "name", N_ ("Name"), STAFET_FIELD_TEXT, AT (name), PRIVATE | STAFET_FIELD_SEARCHABLE },
  { "phone", N_ ("Phone"), STAFET_FIELD_TEXT, AT (phone), PRIVATE | STAFET_FIELD_PHONE },
  { "begun", N_ ("Date"), STAFET_FIELD_DATE, AT (begun) },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (house), .target = STAFET_KIND_HOUSE },
  { "side", N_ ("Wants to"), STAFET_FIELD_ENUM, AT (side), .values = stafet_side_values,
    .fallback = STAFET_SIDE_JOIN },
  { "wish", N_ ("Wish"), STAFET_FIELD_TEXT, AT (wish), PRIVATE },
  { "postcode", N_ ("Postcode"), STAFET_FIELD_TEXT, AT (postcode), PRIVATE },
  { "times", N_ ("When"), STAFET_FIELD_TEXT, AT (times), PRIVATE },
  { "travel", N_ ("Transport"), STAFET_FIELD_ENUM, AT (travel), STAFET_FIELD_NEVER_EXPORTED,
    .values = stafet_travel_values, .fallback = STAFET_ENUM_NONE },
  { "price", N_ ("May cost at most, kroner"), STAFET_FIELD_INTEGER, AT (price),
    STAFET_FIELD_NEVER_EXPORTED | STAFET_FIELD_KRONER, .fallback = STAFET_INTEGER_NONE, .minimum = 0,
    .maximum = 100000 },
  { "company", N_ ("Wants company the first time"), STAFET_FIELD_FLAG, AT (company) },
  { "consent", N_ ("Agreed to be contacted on"), STAFET_FIELD_DATE, AT (consent), STAFET_FIELD_PAST },
  { "consent_words", N_ ("In these words"), STAFET_FIELD_TEXT, AT (consent_words), PRIVATE },
  { "consent_to", N_ ("Said to"), STAFET_FIELD_TEXT, AT (consent_to), PRIVATE },
  { "delete_on", N_ ("Is erased on"), STAFET_FIELD_DATE, AT (delete_on) },
  { "holder", N_ ("Who has the baton"), STAFET_FIELD_TEXT, AT (holder), PRIVATE },
  { "contact", N_ ("Who has the baton, of the contacts"), STAFET_FIELD_REF, AT (contact),
    STAFET_FIELD_NEVER_EXPORTED, .target = STAFET_KIND_CONTACT },
  { "next_step", N_ ("Next step"), STAFET_FIELD_TEXT, AT (next_step), PRIVATE },
  { "next_on", N_ ("Next step on"), STAFET_FIELD_DATE, AT (next_on) },
  { "chosen", N_ ("Found"), STAFET_FIELD_TEXT, AT (chosen), PRIVATE },
  { "chosen_uid", N_ ("Found, of what is in the plan"), STAFET_FIELD_TEXT, AT (chosen_uid),
    PRIVATE | STAFET_FIELD_HIDDEN },
  { "matched", N_ ("Found on"), STAFET_FIELD_DATE, AT (matched) },
  { "after_1", N_ ("After a week"), STAFET_FIELD_ENUM, AT (after_1), OUTCOME },
  { "after_4", N_ ("After four weeks"), STAFET_FIELD_ENUM, AT (after_4), OUTCOME },
  { "after_12", N_ ("After twelve weeks"), STAFET_FIELD_ENUM, AT (after_12), OUTCOME },
  { "companion", N_ ("Comes along the first time"), STAFET_FIELD_TEXT, AT (companion), PRIVATE },
  { "first_on", N_ ("The first time is on"), STAFET_FIELD_DATE, AT (first_on) },
  { "ended", N_ ("Ended"), STAFET_FIELD_DATE, AT (ended) },
  { NULL }
};

static gboolean
fail (GError **error, int code, const char *text)
{
  g_set_error_literal (error, STAFET_CORE_ERROR, code, text);
  return FALSE;
}

/* Whoever may be found again by name or telephone has agreed to it. */
static gboolean
enquiry_validate (StafetRecord *record, GError **error)
{
  const StafetEnquiry *self = (const StafetEnquiry *) record;

  if (*self->holder != '\0' && self->contact != NULL)
    return fail (error, STAFET_CORE_ERROR_VALUE, _ ("The baton has one holder. Choose one of the two."));
  if (self->consent == STAFET_DATE_NONE && (*self->name != '\0' || *self->phone != '\0'))
    return fail (
      error, STAFET_CORE_ERROR_REQUIRED,
      _ ("A name or a telephone is kept only of somebody who agreed to be contacted. Say when that "
         "was, or leave both out."));
  if (self->begun != STAFET_DATE_NONE && self->delete_on != STAFET_DATE_NONE && self->delete_on < self->begun)
    return fail (error, STAFET_CORE_ERROR_ORDER, _ ("It would be erased before it begins. Mend the date."));
  return TRUE;
}

StafetRecordInfo stafet_enquiry_info = { .kind = STAFET_KIND_ENQUIRY,
                                         .name = "enquiry",
                                         .title = N_ ("enquiry"),
                                         .type_name = "StafetEnquiry",
                                         .instance_size = sizeof (StafetEnquiry),
                                         .fields = enquiry_fields,
                                         .label = "title",
                                         .public_kind = TRUE,
                                         .validate = enquiry_validate };
