/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The record tables of offers, notices and synonyms.
 */
#include "stafet-network.h"

#include "stafet-error.h"
#include "stafet-i18n.h"

#define AT(Type, member) G_STRUCT_OFFSET (Type, member)

const StafetEnumValue stafet_offer_kinds[] = { { "visit", N_ ("visiting friend") },
                                               { "vigil", N_ ("vigil") },
                                               { "company", N_ ("company to the doctor") },
                                               { "moving", N_ ("moving help") },
                                               { "call", N_ ("safety call") },
                                               { "meeting", N_ ("meeting place") },
                                               { "group", N_ ("group") },
                                               { "bridge", N_ ("company the first time") },
                                               { "advice", N_ ("advice") },
                                               { "other", N_ ("other") },
                                               { NULL } };

static const StafetField offer_fields[] = {
  { "title", N_ ("Title"), STAFET_FIELD_TEXT, AT (StafetOffer, title),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "organiser", N_ ("Association"), STAFET_FIELD_REF, AT (StafetOffer, organiser), STAFET_FIELD_REQUIRED,
    .target = STAFET_KIND_ORGANISER, .index = STAFET_INDEX_OFFER_BY_ORGANISER },
  { "kind", N_ ("Kind"), STAFET_FIELD_ENUM, AT (StafetOffer, kind), .values = stafet_offer_kinds,
    .fallback = STAFET_OFFER_OTHER },
  { "text", N_ ("Public text"), STAFET_FIELD_TEXT, AT (StafetOffer, text), STAFET_FIELD_SEARCHABLE },
  { "words", N_ ("Other words for it"), STAFET_FIELD_TEXT, AT (StafetOffer, words), STAFET_FIELD_SEARCHABLE },
  { "address", N_ ("Address"), STAFET_FIELD_TEXT, AT (StafetOffer, address), STAFET_FIELD_SEARCHABLE },
  { "postcode", N_ ("Postcode"), STAFET_FIELD_TEXT, AT (StafetOffer, postcode) },
  { "home", N_ ("Comes to the citizen's home"), STAFET_FIELD_FLAG, AT (StafetOffer, home) },
  { "times", N_ ("When"), STAFET_FIELD_TEXT, AT (StafetOffer, times) },
  { "price", N_ ("Price"), STAFET_FIELD_TEXT, AT (StafetOffer, price) },
  { "transport", N_ ("Transport"), STAFET_FIELD_TEXT, AT (StafetOffer, transport) },
  { "join", N_ ("How to join"), STAFET_FIELD_TEXT, AT (StafetOffer, join) },
  { "waiting", N_ ("Waiting list"), STAFET_FIELD_TEXT, AT (StafetOffer, waiting) },
  { "seeks", N_ ("Looks for volunteers"), STAFET_FIELD_FLAG, AT (StafetOffer, seeks) },
  { "source", N_ ("Source"), STAFET_FIELD_TEXT, AT (StafetOffer, source) },
  { "checked", N_ ("Last checked"), STAFET_FIELD_DATE, AT (StafetOffer, checked), STAFET_FIELD_PAST },
  { "hidden", N_ ("Not on public pages"), STAFET_FIELD_FLAG, AT (StafetOffer, hidden) },
  { NULL }
};

const StafetEnumValue stafet_notice_kinds[] = { { "company", N_ ("looks for company") },
                                                { "help", N_ ("offers help") },
                                                { "wanted", N_ ("somebody is needed") },
                                                { "idea", N_ ("idea") },
                                                { NULL } };

static const StafetField notice_fields[] = {
  { "title", N_ ("Title"), STAFET_FIELD_TEXT, AT (StafetNotice, title),
    STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
  { "text", N_ ("Text"), STAFET_FIELD_TEXT, AT (StafetNotice, text), STAFET_FIELD_SEARCHABLE },
  { "kind", N_ ("Kind"), STAFET_FIELD_ENUM, AT (StafetNotice, kind), .values = stafet_notice_kinds,
    .fallback = STAFET_NOTICE_COMPANY },
  { "house", N_ ("House"), STAFET_FIELD_REF, AT (StafetNotice, house), .target = STAFET_KIND_HOUSE },
  { "postcode", N_ ("Postcode"), STAFET_FIELD_TEXT, AT (StafetNotice, postcode) },
  { "times", N_ ("When"), STAFET_FIELD_TEXT, AT (StafetNotice, times) },
  { "contact", N_ ("Who put it up"), STAFET_FIELD_TEXT, AT (StafetNotice, contact),
    STAFET_FIELD_PERSONAL | STAFET_FIELD_NEVER_EXPORTED },
  { "phone", N_ ("Phone"), STAFET_FIELD_TEXT, AT (StafetNotice, phone),
    STAFET_FIELD_PHONE | STAFET_FIELD_PERSONAL | STAFET_FIELD_NEVER_EXPORTED },
  { "posted", N_ ("Put up on"), STAFET_FIELD_DATE, AT (StafetNotice, posted) },
  { "until", N_ ("Until"), STAFET_FIELD_DATE, AT (StafetNotice, until), STAFET_FIELD_REQUIRED },
  { "public", N_ ("May be shown in public"), STAFET_FIELD_FLAG, AT (StafetNotice, is_public) },
  { NULL }
};

static gboolean
notice_validate (StafetRecord *record, GError **error)
{
  const StafetNotice *self = (const StafetNotice *) record;

  if (self->posted == STAFET_DATE_NONE || self->until >= self->posted)
    return TRUE;
  g_set_error_literal (error, STAFET_CORE_ERROR, STAFET_CORE_ERROR_ORDER,
                       _ ("The end is before the start. Mend one of the two."));
  return FALSE;
}

static const StafetField synonym_fields[] = { { "words", N_ ("Words that mean the same"), STAFET_FIELD_TEXT,
                                                AT (StafetSynonym, words),
                                                STAFET_FIELD_REQUIRED | STAFET_FIELD_SEARCHABLE },
                                              { NULL } };

StafetRecordInfo stafet_offer_info = { .kind = STAFET_KIND_OFFER,
                                       .name = "offer",
                                       .title = N_ ("offer"),
                                       .type_name = "StafetOffer",
                                       .instance_size = sizeof (StafetOffer),
                                       .fields = offer_fields,
                                       .label = "title",
                                       .public_kind = TRUE };
StafetRecordInfo stafet_notice_info = { .kind = STAFET_KIND_NOTICE,
                                        .name = "notice",
                                        .title = N_ ("notice"),
                                        .type_name = "StafetNotice",
                                        .instance_size = sizeof (StafetNotice),
                                        .fields = notice_fields,
                                        .label = "title",
                                        .public_kind = TRUE,
                                        .validate = notice_validate };
StafetRecordInfo stafet_synonym_info = { .kind = STAFET_KIND_SYNONYM,
                                         .name = "synonym",
                                         .title = N_ ("synonyms"),
                                         .type_name = "StafetSynonym",
                                         .instance_size = sizeof (StafetSynonym),
                                         .fields = synonym_fields,
                                         .label = "words",
                                         .public_kind = TRUE };

gboolean
stafet_offer_is_stale (const StafetOffer *offer, StafetDate today)
{
  return offer->checked == STAFET_DATE_NONE || offer->checked < today - STAFET_OFFER_STALE_DAYS;
}
